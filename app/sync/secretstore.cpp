// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/secretstore.h"

#include "core/logging.h"
#include "sync/vault.h"

#include <QCoreApplication>
#include <QCoro/QCoroSignal>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <qt6keychain/keychain.h>

#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::SecretStore)
};

/** A keychain that asks somebody who is not there must not stop the engine for ever. */
constexpr auto keychainPatience = 60s;

/** Without a session bus there is no keychain to ask. */
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
}

QString service()
{
    return u"Tandem"_s;
}

QString toText(const Credentials &credentials)
{
    QJsonObject object;
    for (auto it = credentials.constBegin(); it != credentials.constEnd(); ++it)
        object.insert(it.key(), QString::fromUtf8(it.value().reveal()));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Credentials fromText(const QString &text)
{
    Credentials credentials;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        credentials.insert(it.key(), SecretString(it.value().toString()));
    return credentials;
}

/** Starts a keychain job and waits for its end; the job must not delete itself. */
QCoro::Task<QKeychain::Error> finish(QKeychain::Job *job)
{
    job->setAutoDelete(false);
    job->start();
    const auto ended = co_await qCoro(job, &QKeychain::Job::finished, std::chrono::milliseconds(keychainPatience));
    co_return ended ? job->error() : QKeychain::OtherError;
}

/** The keychain where it answers, the vault where it does not. */
class SystemSecretStore final : public SecretStore
{
public:
    explicit SystemSecretStore(const QString &profileFolder)
        : m_vault(QDir(profileFolder).filePath(u"credentials.vault"_s),
                  SecretString(qEnvironmentVariable("TANDEM_VAULT_PASSPHRASE")))
    {
    }

    QCoro::Task<Result<Credentials>> read(QString key) override
    {
        if (m_vault.exists()) {
            const Result<Credentials> kept = m_vault.read(key);
            if (kept || !hasSessionBus())
                co_return kept;
        }
        const auto job = std::make_unique<QKeychain::ReadPasswordJob>(service());
        job->setKey(key);
        const QKeychain::Error error = co_await finish(job.get());
        if (error == QKeychain::NoError)
            co_return fromText(job->textData());
        const QString message = error == QKeychain::EntryNotFound
            ? Words::tr("No credentials are stored for this integration. Enter them under Edit Connection.")
            : Words::tr("The system keychain did not open: %1").arg(job->errorString());
        co_return fail(ErrorCode::SecretMissing, message);
    }

    QCoro::Task<Result<void>> write(QString key, Credentials credentials) override
    {
        if (hasSessionBus()) {
            const auto job = std::make_unique<QKeychain::WritePasswordJob>(service());
            job->setKey(key);
            job->setTextData(toText(credentials));
            const QKeychain::Error error = co_await finish(job.get());
            if (error == QKeychain::NoError) {
                m_isInVault = false;
                co_return m_vault.remove(key);
            }
            if (error == QKeychain::AccessDenied || error == QKeychain::AccessDeniedByUser)
                co_return fail(ErrorCode::SecretMissing, Words::tr("The system keychain refused to keep the credentials."));
            qCInfo(lcSync) << "No keychain answers here, so credentials go into the vault of the profile";
        }
        m_isInVault = true;
        co_return m_vault.write(key, credentials);
    }

    QCoro::Task<Result<void>> remove(QString key) override
    {
        if (m_vault.exists()) {
            const Result<void> removed = m_vault.remove(key);
            if (!removed || !hasSessionBus())
                co_return removed;
        }
        const auto job = std::make_unique<QKeychain::DeletePasswordJob>(service());
        job->setKey(key);
        const QKeychain::Error error = co_await finish(job.get());
        if (error != QKeychain::NoError && error != QKeychain::EntryNotFound)
            qCInfo(lcSync) << "The keychain did not remove an entry:" << job->errorString();
        co_return Result<void>();
    }

    [[nodiscard]] QString place() const override
    {
        if (m_isInVault || m_vault.exists())
            return Words::tr("In an encrypted file of the profile: %1").arg(m_vault.path());
        return Words::tr("In the system keychain.");
    }

private:
    Vault m_vault;
    bool m_isInVault = false;
};

} // namespace

SecretStore::~SecretStore() = default;

QCoro::Task<Result<Credentials>> MemorySecretStore::read(QString key)
{
    const auto entry = m_entries.constFind(key);
    if (entry == m_entries.constEnd())
        co_return fail(ErrorCode::SecretMissing,
                       Words::tr("No credentials are stored for this integration. Enter them under Edit Connection."));
    co_return *entry;
}

QCoro::Task<Result<void>> MemorySecretStore::write(QString key, Credentials credentials)
{
    m_entries.insert(key, credentials);
    co_return Result<void>();
}

QCoro::Task<Result<void>> MemorySecretStore::remove(QString key)
{
    m_entries.remove(key);
    co_return Result<void>();
}

QString MemorySecretStore::place() const
{
    return Words::tr("In memory, until the program ends.");
}

std::unique_ptr<SecretStore> systemSecretStore(const QString &profileFolder)
{
    return std::make_unique<SystemSecretStore>(profileFolder);
}

} // namespace tandem
