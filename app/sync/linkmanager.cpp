// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/linkmanager.h"

#include "store/recordjson.h"
#include "store/recordqueries.h"
#include "sync/recordsync.h"

#include <QCoreApplication>
#include <QCoro/QCoroTimer>
#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>

#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::LinkManager)
};

constexpr int lot = 20; ///< records in one transaction, so that a save never waits long
constexpr int idsAtOnce = 1000;

bool isCancelled(const Progress &progress)
{
    return progress.isCancelled && progress.isCancelled();
}

void tell(const Progress &progress, qint64 done, qint64 total)
{
    if (progress.tell)
        progress.tell(done, total);
}

tl::unexpected<Error> stopped()
{
    return fail(ErrorCode::Cancelled, Words::tr("Stopped."));
}

QString whatHappened(LinkAction action, const Integration &integration)
{
    switch (action) {
    case LinkAction::Pause:
        return Words::tr("Sync with %1 disabled.").arg(integration.name);
    case LinkAction::Resume:
        return Words::tr("Sync with %1 enabled.").arg(integration.name);
    case LinkAction::Disconnect:
        return Words::tr("Disconnected from %1; the record stays here.").arg(integration.name);
    case LinkAction::Reconnect:
        return Words::tr("Reconnected to %1.").arg(integration.name);
    }
    return {};
}

} // namespace

LinkManager::LinkManager(Stores &stores, ChangeNotifier &notifier)
    : m_stores(stores)
    , m_notifier(notifier)
    , m_records(stores)
{
}

QCoro::Task<Result<QList<RecordId>>> LinkManager::select(LinkSelection selection, Progress progress)
{
    QList<RecordId> ids;
    for (;;) {
        if (isCancelled(progress))
            co_return stopped();
        const Result<QList<RecordId>> some
            = linkedRecords(m_stores.database, selection, ids.isEmpty() ? 0 : ids.constLast(), idsAtOnce);
        if (!some)
            co_return fail(some.error());
        ids.append(*some);
        if (some->size() < idsAtOnce)
            break;
        co_await QCoro::sleepFor(0ms);
    }
    const QList<RecordId> all = ids;
    co_return all;
}

QCoro::Task<Result<qint64>> LinkManager::change(LinkSelection selection, LinkAction action, QString person,
                                                Progress progress)
{
    const Result<Integration> integration = m_stores.integrations.get(selection.integrationId);
    if (!integration)
        co_return fail(integration.error());
    const Result<QList<RecordId>> ids = co_await select(selection, progress);
    if (!ids)
        co_return fail(ids.error());
    qint64 done = 0;
    for (qsizetype start = 0; start < ids->size(); start += lot) {
        if (isCancelled(progress))
            co_return stopped();
        const QList<RecordId> some = ids->mid(start, lot);
        const Result<void> changed = inTransaction(m_stores.database, [&]() -> Result<void> {
            for (const RecordId id : some) {
                if (const Result<void> one = changeOne(*integration, id, action, person); !one)
                    return one;
            }
            return {};
        });
        if (!changed)
            co_return fail(changed.error());
        done += some.size();
        tell(progress, done, ids->size());
        co_await QCoro::sleepFor(0ms);
    }
    const qint64 count = done;
    co_return count;
}

Result<void> LinkManager::change(IntegrationId id, RecordId record, LinkAction action, const QString &person)
{
    const Result<Integration> integration = m_stores.integrations.get(id);
    if (!integration)
        return fail(integration.error());
    return inTransaction(m_stores.database, [&]() { return changeOne(*integration, record, action, person); });
}

Result<void> LinkManager::changeOne(const Integration &integration, RecordId id, LinkAction action, const QString &person)
{
    const Result<Record> record = m_stores.records.get(id);
    if (!record)
        return fail(record.error());
    const Result<std::optional<Link>> existing = m_stores.links.get(integration.id, id);
    const Result<std::optional<Push>> push = m_stores.outbox.get(integration.id, id);
    if (!existing || !push)
        return fail(existing ? push.error() : existing.error());
    Link link = existing->value_or(Link {.integrationId = integration.id, .recordId = id, .kind = record->kind});
    const bool starts = action == LinkAction::Resume || action == LinkAction::Reconnect;
    if (action == LinkAction::Pause || action == LinkAction::Resume)
        link.isDisabled = !starts;
    const bool staysDisconnected = link.state == SyncState::Disconnected && action != LinkAction::Reconnect;
    link.message.clear();
    link.errorField.clear();
    link.state = action == LinkAction::Disconnect || staysDisconnected ? SyncState::Disconnected
        : link.isDisabled                                             ? SyncState::Disabled
        : link.isOrphaned                                             ? SyncState::Orphaned
        : *push                                                       ? stateOf((*push)->stage)
        : link.isLinked()                                             ? SyncState::Synced
                                                                      : SyncState::NotYetPushed;
    // What it missed is taken at the next pull, even where the PSA's version has not moved since.
    if (starts)
        link.version.clear();
    if (link.id == 0) {
        const Result<qint64> inserted = m_stores.links.insert(link);
        if (!inserted)
            return fail(inserted.error());
    } else if (const Result<void> updated = m_stores.links.update(link); !updated) {
        return updated;
    }
    if (starts) {
        const Result<int> released = m_stores.outbox.releaseHeld(integration.id);
        if (!released)
            return fail(released.error());
        // It may lie further back than a delta looks, so the next pull looks at everything.
        if (const Result<void> all = m_stores.integrations.pullAllNext(integration.id); !all)
            return all;
    }
    const Result<void> logged = m_stores.events.append({.at = m_stores.clock.nowUtc(),
                                                        .type = Event::Type::Changed,
                                                        .integrationId = integration.id,
                                                        .recordId = id,
                                                        .kind = record->kind,
                                                        .recordName = record->displayName(),
                                                        .person = person,
                                                        .message = whatHappened(action, integration)});
    if (!logged)
        return logged;
    m_notifier.recordChanged(id);
    const bool isOrganization = record->kind == AssetKind::Organization;
    const bool goesBelow = action == LinkAction::Disconnect || action == LinkAction::Reconnect;
    return isOrganization && goesBelow ? changeBelow(integration, *record, action, person) : Result<void>();
}

Result<void> LinkManager::changeBelow(const Integration &integration, const Record &organization, LinkAction action,
                                      const QString &person)
{
    for (const AssetKind kind : {AssetKind::Location, AssetKind::Contact, AssetKind::Configuration}) {
        const Result<QList<RecordId>> ids = m_stores.records.ofOrganization(kind, organization.id);
        if (!ids)
            return fail(ids.error());
        for (const RecordId id : *ids) {
            const Result<std::optional<Link>> link = m_stores.links.get(integration.id, id);
            if (!link)
                return fail(link.error());
            const bool isDisconnected = *link && (*link)->state == SyncState::Disconnected;
            const bool concerns = *link && (*link)->isLinked() && isDisconnected == (action == LinkAction::Reconnect);
            if (!concerns)
                continue;
            if (const Result<void> done = changeOne(integration, id, action, person); !done)
                return done;
        }
    }
    return {};
}

QCoro::Task<Result<QString>> LinkManager::writeBackup(QList<RecordId> ids, QString folder, Progress progress)
{
    const QString name = u"deleted-%1.jsonl"_s.arg(
        QString(toIsoUtc(m_stores.clock.nowUtc())).replace(u':', u'-').replace(u'.', u'-'));
    const QString path = QDir(folder).filePath(name);
    const auto problem = [&](const QString &why) {
        return fail(ErrorCode::BadInput,
                    Words::tr("Nothing was deleted, because the backup %1 could not be written: %2").arg(path, why));
    };
    if (!QDir().mkpath(folder))
        co_return problem(Words::tr("the folder cannot be made."));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        co_return problem(file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    qint64 done = 0;
    for (const RecordId id : ids) {
        if (isCancelled(progress))
            co_return stopped();
        const Result<RecordView> view = recordView(m_stores.database, id);
        const Result<QList<Event>> history = m_stores.events.list({.recordId = id, .limit = 100'000});
        if (!view || !history)
            co_return fail(view ? history.error() : view.error());
        if (file.write(QJsonDocument(backupToJson(*view, *history)).toJson(QJsonDocument::Compact) + '\n') < 0)
            co_return problem(file.errorString());
        tell(progress, ++done, ids.size() * 2);
        if (done % lot == 0)
            co_await QCoro::sleepFor(0ms);
    }
    if (!file.commit())
        co_return problem(file.errorString());
    co_return path;
}

QCoro::Task<Result<DeletedRecords>> LinkManager::remove(LinkSelection selection, QString folder, QString person,
                                                        Progress progress)
{
    const Result<Integration> integration = m_stores.integrations.get(selection.integrationId);
    if (!integration)
        co_return fail(integration.error());
    if (selection.section == LinkSection::Synced)
        co_return fail(ErrorCode::NotAllowed, Words::tr("These records are syncing. Disconnect them first."));
    const Result<QList<RecordId>> ids = co_await select(selection, progress);
    if (!ids)
        co_return fail(ids.error());
    if (ids->isEmpty())
        co_return DeletedRecords();
    const Result<QString> backup = co_await writeBackup(*ids, folder, progress);
    if (!backup)
        co_return fail(backup.error());
    DeletedRecords deleted {.backupFile = *backup};
    for (const RecordId id : *ids) {
        if (isCancelled(progress))
            break;
        const Result<void> gone = m_records.remove(id);
        if (!gone && gone.error().code != ErrorCode::NotAllowed && gone.error().code != ErrorCode::NotFound)
            co_return fail(gone.error());
        (gone ? deleted.count : deleted.kept) += 1;
        tell(progress, ids->size() + deleted.count + deleted.kept, ids->size() * 2);
        co_await QCoro::sleepFor(0ms);
    }
    m_notifier.setChanged();
    const Result<void> logged = inTransaction(m_stores.database, [&]() {
        return m_stores.events.append(
            {.at = m_stores.clock.nowUtc(),
             .type = Event::Type::Changed,
             .integrationId = integration->id,
             .person = person,
             .message = Words::tr("Deleted %n record(s) for good; the backup is %1.", nullptr, int(deleted.count))
                            .arg(*backup)});
    });
    if (!logged)
        co_return fail(logged.error());
    const DeletedRecords result = deleted;
    co_return result;
}

} // namespace tandem
