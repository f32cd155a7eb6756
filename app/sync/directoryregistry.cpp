// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/directoryregistry.h"

#include "core/logging.h"
#include "sync/recordsync.h"
#include "sync/secretstore.h"

#include <QCoreApplication>
#include <QUuid>

#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::DirectoryRegistry)
};

constexpr QLatin1StringView passwordKey = "password"_L1;

tl::unexpected<Error> bad(const QString &field, const QString &message)
{
    return fail(Error{.code = ErrorCode::BadInput, .message = message, .field = field});
}

} // namespace

DirectoryRegistry::DirectoryRegistry(Stores &stores, std::shared_ptr<SecretStore> secrets,
                                     ChangeNotifier &notifier)
    : m_stores(stores)
    , m_secrets(std::move(secrets))
    , m_notifier(notifier)
{
}

Result<void> DirectoryRegistry::check(const Directory &directory) const
{
    if (directory.name.trimmed().isEmpty())
        return bad(u"name"_s, Words::tr("The directory needs a name."));
    if (directory.server.trimmed().isEmpty())
        return bad(u"server"_s, Words::tr("Enter the name of the server, such as dc1.example.com."));
    if (directory.port < 0 || directory.port > 65535)
        return bad(u"port"_s, Words::tr("A port is a number from 1 to 65535."));
    if (directory.baseDn.trimmed().isEmpty())
        return bad(u"base_dn"_s, Words::tr("Enter the base DN, or read it from the server."));
    if (directory.filter.trimmed().isEmpty())
        return bad(u"filter"_s, Words::tr("Enter a filter that finds the users."));
    if (directory.bind == DirectoryBind::Simple && directory.security == DirectorySecurity::Kerberos)
        return bad(u"security"_s,
                   Words::tr("A password is only sent over LDAPS or StartTLS. Choose one of them."));
    const Result<Record> organization = m_stores.records.get(directory.organizationId);
    if (!organization || organization->kind != AssetKind::Organization)
        return bad(u"organization"_s, Words::tr("Choose the organization that the users belong to."));
    return {};
}

QCoro::Task<Result<DirectoryId>> DirectoryRegistry::store(Directory directory, SecretString password)
{
    const Result<void> checked = check(directory);
    if (!checked)
        co_return fail(checked.error());
    directory.name = directory.name.trimmed();
    const bool isNew = directory.id == 0;
    if (isNew) {
        directory.uid = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const Result<Directory> sameName = m_stores.directories.byName(directory.name);
        if (sameName)
            co_return bad(u"name"_s,
                          Words::tr("There is a directory called \"%1\" already.").arg(directory.name));
    } else {
        const Result<Directory> before = m_stores.directories.get(directory.id);
        if (!before)
            co_return fail(before.error());
        directory.uid = before->uid;
        directory.isPaused = before->isPaused;
        directory.lastSyncAt = before->lastSyncAt;
        directory.lastFullSyncAt = before->lastFullSyncAt;
        // Others may be meant now, so the next sync looks at all of them.
        directory.cursor = directory.hasSameUsers(*before) ? before->cursor : DirectoryCursor();
        directory.problem.reset();
        directory.problemText.clear();
    }
    const QString key = directory.secretKey();
    if (!password.isEmpty()) {
        const Credentials credentials{{passwordKey, password}};
        const Result<void> kept = co_await m_secrets->write(key, credentials);
        if (!kept)
            co_return fail(kept.error());
    }
    const Result<void> stored = inTransaction(m_stores.database, [&]() -> Result<void> {
        if (!isNew)
            return m_stores.directories.update(directory);
        const Result<DirectoryId> id = m_stores.directories.insert(directory);
        directory.id = id.value_or(0);
        return id ? Result<void>() : fail(id.error());
    });
    if (!stored && isNew) {
        const Result<void> forgotten = co_await m_secrets->remove(key);
        if (!forgotten)
            qCWarning(lcSync) << "The password of a directory that was not stored could not be removed";
    }
    if (!stored)
        co_return fail(stored.error());
    const DirectoryId id = directory.id;
    co_return id;
}

QCoro::Task<Result<void>> DirectoryRegistry::remove(DirectoryId id)
{
    const Result<Directory> directory = m_stores.directories.get(id);
    if (!directory)
        co_return fail(directory.error());
    const Result<QList<DirectoryFacts>> facts = m_stores.directories.facts(id);
    if (!facts)
        co_return fail(facts.error());
    const Result<void> removed =
        inTransaction(m_stores.database, [&]() { return m_stores.directories.remove(id); });
    if (!removed)
        co_return fail(removed.error());
    for (const DirectoryFacts &each : *facts)
        m_notifier.recordChanged(each.recordId);
    const QString key = directory->secretKey();
    const bool hasSecret = directory->bind == DirectoryBind::Simple;
    if (hasSecret) {
        const Result<void> forgotten = co_await m_secrets->remove(key);
        if (!forgotten && forgotten.error().code != ErrorCode::SecretMissing)
            qCWarning(lcSync) << "The password of a directory that was removed is still in the keychain";
    }
    co_return Result<void>();
}

QCoro::Task<Result<SecretString>> DirectoryRegistry::password(DirectoryId id)
{
    const Result<Directory> directory = m_stores.directories.get(id);
    if (!directory)
        co_return fail(directory.error());
    if (directory->bind == DirectoryBind::Kerberos)
        co_return SecretString();
    const QString key = directory->secretKey();
    const Result<Credentials> credentials = co_await m_secrets->read(key);
    if (!credentials)
        co_return fail(credentials.error());
    const SecretString password = credentials->value(passwordKey);
    co_return password;
}

Result<void> DirectoryRegistry::setPaused(DirectoryId id, bool paused)
{
    return inTransaction(m_stores.database, [&]() -> Result<void> {
        Result<Directory> directory = m_stores.directories.get(id);
        if (!directory)
            return fail(directory.error());
        directory->isPaused = paused;
        return m_stores.directories.update(*directory);
    });
}

Result<void> DirectoryRegistry::noteRun(const Directory &run)
{
    return inTransaction(m_stores.database, [&]() -> Result<void> {
        Result<Directory> directory = m_stores.directories.get(run.id);
        if (!directory)
            return fail(directory.error());
        // It may have been given other users while the sync ran.
        directory->cursor = directory->hasSameUsers(run) ? run.cursor : DirectoryCursor();
        directory->lastSyncAt = run.lastSyncAt;
        directory->lastFullSyncAt = run.lastFullSyncAt;
        directory->problem = run.problem;
        directory->problemText = run.problemText;
        return m_stores.directories.update(*directory);
    });
}

Result<void> DirectoryRegistry::setFacts(const QList<DirectoryFacts> &facts)
{
    const Result<void> written = inTransaction(m_stores.database, [&]() -> Result<void> {
        for (const DirectoryFacts &each : facts) {
            const Result<Record> record = m_stores.records.get(each.recordId);
            if (!record && record.error().code == ErrorCode::NotFound)
                continue;
            if (!record)
                return fail(record.error());
            if (const Result<void> set = m_stores.directories.setFacts(each); !set)
                return set;
        }
        return {};
    });
    if (!written)
        return written;
    for (const DirectoryFacts &each : facts)
        m_notifier.recordChanged(each.recordId);
    return {};
}

} // namespace tandem
