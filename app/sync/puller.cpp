// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/puller.h"

#include "core/logging.h"
#include "rules/matching.h"

#include <QCoreApplication>
#include <QCoro/QCoroTimer>
#include <QElapsedTimer>

#include <chrono>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Puller)
};

constexpr int chunkSize = 40;
/** A delta asks again for what changed shortly before, since clocks differ and the PSA tells whole seconds. */
constexpr int overlapSeconds = 300;
constexpr QLatin1StringView cursorKey = "changed_since"_L1;

} // namespace

/** What one pull carries along. */
struct Puller::Run {
    ConnectionPtr connection;
    Integration integration;
    QDateTime changedSince; ///< invalid: everything
    EnabledValues enabled;
    PullProgress progress;
    std::function<bool()> isStopped;
    QStringList changedOrganizations; ///< remote ids of the pages read
    QDateTime startedAt;
    QHash<AssetKind, QSet<QString>> seen; ///< remote ids of a full pull
    QSet<QString> organizationsWithSites; ///< whose sites were read
    QList<RemoteRecord> unfinished;   ///< organizations that refer to records that came later
    qint64 done = 0;
    qint64 total = -1;
    RunSummary summary;

    [[nodiscard]] bool isOn(OptionList list, const QString &remoteId) const
    {
        return enabled.value(list).contains(remoteId);
    }

    /** Rule D1: its type and status are set to sync. */
    [[nodiscard]] bool isSyncing(const KindMap &map, const RemoteRecord &remote) const
    {
        for (const MappedField &field : map.fields) {
            if (!field.isGate)
                continue;
            QStringList values = remote.alternatives.value(field.field);
            if (values.isEmpty())
                values = {remote.values.value(field.field).toString()};
            const bool isAnyOn = std::any_of(values.begin(), values.end(),
                                             [&](const QString &value) { return isOn(*field.list, value); });
            if (!isAnyOn)
                return false;
        }
        return !remote.isDeleted;
    }
};

Puller::Puller(Stores &stores, ChangeNotifier &notifier)
    : m_stores(stores)
    , m_notifier(notifier)
{
}

QCoro::Task<Result<RemoteLists>> Puller::fetchLists(ConnectionPtr connection)
{
    RemoteLists lists;
    for (const OptionList list : allOptionLists) {
        const Result<QList<RemoteOption>> values = co_await connection->client->options(list);
        if (!values)
            co_return fail(values.error());
        if (!values->isEmpty())
            lists.append({list, *values});
    }
    co_return lists;
}

Result<void> Puller::takeLists(IntegrationId id, const RemoteLists &lists, bool enableNew)
{
    for (const auto &[list, values] : lists) {
        if (const Result<void> taken = m_stores.options.takeRemote(id, list, values, enableNew); !taken)
            return taken;
    }
    Result<Integration> integration = m_stores.integrations.get(id);
    if (!integration)
        return fail(integration.error());
    integration->listsReadAt = m_stores.clock.nowUtc();
    return m_stores.integrations.update(*integration);
}

QCoro::Task<Result<void>> Puller::readLists(ConnectionPtr connection, IntegrationId id, bool enableNew)
{
    const Result<RemoteLists> lists = co_await fetchLists(connection);
    if (!lists)
        co_return fail(lists.error());
    co_return inTransaction(m_stores.database, [&]() { return takeLists(id, *lists, enableNew); });
}

QCoro::Task<Result<RunSummary>> Puller::pull(ConnectionPtr connection, IntegrationId id, bool full,
                                             PullProgress progress, std::function<bool()> isStopped)
{
    QElapsedTimer timer;
    timer.start();
    const QDateTime startedAt = m_stores.clock.nowUtc();
    const Result<Integration> before = m_stores.integrations.get(id);
    if (!before)
        co_return fail(before.error());
    const bool isFirst = !before->listsReadAt.isValid();
    const Result<void> lists = co_await readLists(connection, id, isFirst);
    if (!lists)
        co_return fail(lists.error());

    Run run {.connection = connection,
             .progress = std::move(progress),
             .isStopped = std::move(isStopped),
             .startedAt = startedAt};
    const Result<Integration> integration = m_stores.integrations.get(id);
    const Result<QString> cursor = m_stores.integrations.cursor(id, cursorKey);
    const Result<QList<StoredOption>> options = m_stores.options.remote(id);
    if (!integration || !cursor || !options)
        co_return fail(!integration ? integration.error() : !cursor ? cursor.error() : options.error());
    run.integration = *integration;
    if (!full && !cursor->isEmpty())
        run.changedSince = fromIsoUtc(*cursor).addSecs(-overlapSeconds);
    for (const StoredOption &option : *options) {
        if (option.isSyncing)
            run.enabled[option.list].insert(option.remoteId);
    }

    Result<void> pulled = co_await pullKind(&run, AssetKind::Organization, {});
    if (pulled && run.integration.settings.locations)
        pulled = co_await pullLocations(&run);
    if (pulled)
        pulled = inTransaction(m_stores.database, [&]() { return finishReferences(run); });
    if (pulled && run.integration.settings.contacts)
        pulled = co_await pullKind(&run, AssetKind::Contact, {});
    if (pulled)
        pulled = co_await pullKind(&run, AssetKind::Configuration, {});
    if (pulled && !run.changedSince.isValid())
        pulled = inTransaction(m_stores.database, [&]() { return orphanVanished(run); });
    if (!pulled)
        co_return fail(pulled.error());

    run.summary.seconds = double(timer.elapsed()) / 1000;
    const Result<void> finished = inTransaction(m_stores.database, [&]() -> Result<void> {
        Result<Integration> stored = m_stores.integrations.get(id);
        if (!stored)
            return fail(stored.error());
        stored->lastSyncAt = m_stores.clock.nowUtc();
        if (const Result<void> done = m_stores.integrations.update(*stored); !done)
            return done;
        if (const Result<void> done = m_stores.integrations.setCursor(id, cursorKey, toIsoUtc(startedAt)); !done)
            return done;
        return m_stores.events.append(
            {.at = m_stores.clock.nowUtc(),
             .type = Event::Type::SyncFinished,
             .integrationId = id,
             .message = Words::tr("Synced: %n record(s) taken over.", nullptr, int(run.summary.done))});
    });
    if (!finished)
        co_return fail(finished.error());
    co_return run.summary;
}

QCoro::Task<Result<void>> Puller::pullKind(Run *run, AssetKind kind, QString organizationId)
{
    PageRequest request {.changedSince = run->changedSince, .organizationId = organizationId};
    if (organizationId.isEmpty()) {
        run->done = 0;
        const Result<qint64> total = co_await run->connection->client->count(kind, request);
        if (!total)
            co_return fail(total.error());
        run->total = *total;
    } else {
        // Below an organization nothing tells what changed, so all of it is read.
        request.changedSince = {};
    }
    for (;;) {
        if (run->isStopped())
            co_return fail(ErrorCode::Cancelled, Words::tr("The sync was stopped."));
        const Result<RemotePage> page = co_await run->connection->client->page(kind, request);
        if (!page)
            co_return fail(page.error());
        const Result<void> taken = co_await takePage(run, kind, page->records);
        if (!taken)
            co_return taken;
        if (page->nextCursor.isEmpty())
            break;
        request.cursor = page->nextCursor;
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> Puller::pullLocations(Run *run)
{
    run->done = 0;
    run->total = -1;
    const QStringList organizations = std::exchange(run->changedOrganizations, {});
    for (const QString &organization : organizations) {
        run->organizationsWithSites.insert(organization);
        const Result<void> pulled = co_await pullKind(run, AssetKind::Location, organization);
        if (!pulled)
            co_return pulled;
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> Puller::takePage(Run *run, AssetKind kind, QList<RemoteRecord> records)
{
    for (qsizetype start = 0; start < records.size(); start += chunkSize) {
        const QList<RemoteRecord> chunk = records.mid(start, chunkSize);
        const Result<void> taken
            = inTransaction(m_stores.database, [&]() { return takeChunk(*run, kind, chunk); });
        if (!taken)
            co_return taken;
        run->done += chunk.size();
        run->progress(kind, run->done, run->total);
        co_await QCoro::sleepFor(0ms);
    }
    co_return Result<void>();
}

Result<void> Puller::takeChunk(Run &run, AssetKind kind, const QList<RemoteRecord> &records)
{
    const KindMap &map = run.connection->map->kind(kind);
    QList<QString> ids;
    for (const RemoteRecord &record : records)
        ids.append(record.key.id);
    if (!run.changedSince.isValid())
        run.seen[kind].unite(QSet<QString>(ids.begin(), ids.end()));
    const Result<QHash<QString, Link>> links = m_stores.links.byRemoteIds(run.integration.id, kind, ids);
    if (!links)
        return fail(links.error());

    // What did not change since we last agreed costs nothing further.
    QList<RemoteRecord> news;
    for (const RemoteRecord &record : records) {
        const Link link = links->value(record.key.id);
        const bool isOn = run.isSyncing(map, record);
        if (kind == AssetKind::Organization && isOn)
            run.changedOrganizations.append(record.key.id);
        const bool isKnown = link.id != 0 && !record.version.isEmpty() && link.version == record.version
            && !link.isOrphaned && isOn;
        const bool isResting = link.isDisabled || link.state == SyncState::Disconnected;
        if (!isKnown && !isResting && (isOn || link.id != 0))
            news.append(record);
    }
    if (news.isEmpty())
        return {};
    if (const Result<void> learned = learnOptions(m_stores, run.integration, map, news); !learned)
        return learned;
    const Result<LocalBook> book = m_stores.links.localBook(run.integration.id, news);
    if (!book)
        return fail(book.error());
    for (const RemoteRecord &record : news) {
        const auto link = links->constFind(record.key.id);
        const Result<void> taken = link != links->constEnd() ? takeLinked(run, record, *link, *book)
                                                             : takeUnlinked(run, record, *book);
        if (!taken)
            return taken;
    }
    return {};
}

Result<void> Puller::takeLinked(Run &run, const RemoteRecord &remote, Link link, const LocalBook &book)
{
    const KindMap &map = run.connection->map->kind(remote.kind);
    if (!run.isSyncing(map, remote)) {
        link.isOrphaned = true;
        link.state = SyncState::Orphaned;
        m_notifier.recordChanged(link.recordId);
        return m_stores.links.update(link);
    }
    const Result<Absorbed> absorbed = absorb(m_stores, run.integration, map, link, remote, book);
    if (!absorbed)
        return fail(absorbed.error());
    if (remote.kind == AssetKind::Organization)
        run.unfinished.append(remote);
    if (absorbed->hasChanged) {
        ++run.summary.done;
        m_notifier.recordChanged(link.recordId);
    }
    return {};
}

Result<void> Puller::takeUnlinked(Run &run, const RemoteRecord &remote, const LocalBook &book)
{
    const AssetKind kind = remote.kind;
    const KindMap &map = run.connection->map->kind(kind);
    const LocalConversion local = toLocal(kind, remote.values, map, book);
    const RecordId organization = local.values.value("organization"_L1).toInteger();
    // Its organization does not sync, so it does not either (rule D1).
    if (kind != AssetKind::Organization && organization == 0)
        return {};

    const Result<QList<RecordId>> named = kind == AssetKind::Location
        ? m_stores.records.ofOrganization(kind, organization)
        : m_stores.records.findByName(kind, organization, displayNameOf(kind, local.values));
    if (!named)
        return fail(named.error());
    QList<RecordId> free;
    for (const RecordId id : *named) {
        const Result<std::optional<Link>> link = m_stores.links.get(run.integration.id, id);
        if (!link)
            return fail(link.error());
        if (!*link || !(*link)->isLinked())
            free.append(id);
    }
    const Result<QList<Record>> candidates = m_stores.records.getMany(kind, free);
    if (!candidates)
        return fail(candidates.error());
    const QList<RecordId> matches = matchesOf(kind, *candidates, local.values);

    if (matches.size() > 1) {
        return m_stores.events.append(
            {.at = m_stores.clock.nowUtc(),
             .type = Event::Type::PullFailed,
             .integrationId = run.integration.id,
             .recordId = matches.constFirst(),
             .kind = kind,
             .recordName = displayNameOf(kind, local.values),
             .message = Words::tr("%1 with UID %2 could not be pulled: %n records here match it, so none was linked.",
                                  nullptr, int(matches.size()))
                            .arg(map.collection, remote.key.id),
             .isFailure = true});
    }

    ++run.summary.done;
    const Result<void> taken = matches.size() == 1
        ? linkTo(run.integration, map, remote, matches.constFirst(), book)
        : createFrom(run.integration, remote, local);
    if (taken && kind == AssetKind::Organization)
        run.unfinished.append(remote);
    return taken;
}

Result<void> Puller::linkTo(const Integration &integration, const KindMap &map, const RemoteRecord &remote, RecordId id,
                            const LocalBook &book)
{
    const Result<std::optional<Link>> existing = m_stores.links.get(integration.id, id);
    if (!existing)
        return fail(existing.error());
    Link link = existing->value_or(Link {.integrationId = integration.id, .recordId = id, .kind = remote.kind});
    link.remote = remote.key;
    if (link.id == 0) {
        const Result<qint64> linkId = m_stores.links.insert(link);
        if (!linkId)
            return fail(linkId.error());
        link.id = *linkId;
    }
    // On the first match the PSA's values win, whatever the policy for later conflicts is (rule D2).
    Integration psaWins = integration;
    psaWins.settings.conflict = ConflictPolicy::PsaWins;
    const Result<Absorbed> absorbed = absorb(m_stores, psaWins, map, link, remote, book);
    if (!absorbed)
        return fail(absorbed.error());
    m_notifier.recordChanged(id);
    return {};
}

Result<void> Puller::createFrom(const Integration &integration, const RemoteRecord &remote, const LocalConversion &local)
{
    const QDateTime now = m_stores.clock.nowUtc();
    const Result<RecordId> id = m_stores.records.insert(remote.kind, local.values, RecordSource::Psa, now);
    if (!id)
        return fail(id.error());
    Link link {.integrationId = integration.id,
               .recordId = *id,
               .kind = remote.kind,
               .remote = remote.key,
               .baseline = remote.values,
               .version = remote.version,
               .state = SyncState::Synced,
               .syncedAt = now};
    for (const QString &missing : local.missing)
        link.baseline.remove(missing);
    const Result<qint64> linkId = m_stores.links.insert(link);
    if (!linkId)
        return fail(linkId.error());
    m_notifier.setChanged();
    return {};
}

QCoro::Task<Result<void>> Puller::settleMatch(ConnectionPtr connection, Integration integration, MatchDecision decision,
                                              RecordId record)
{
    const AssetKind kind = decision.kind;
    const RemoteKey key = decision.remote;
    const Result<RemoteRecord> remote = co_await connection->client->read(kind, key);
    if (!remote)
        co_return fail(remote.error());
    co_return inTransaction(m_stores.database, [&]() -> Result<void> {
        const KindMap &map = connection->map->kind(kind);
        if (const Result<void> learned = learnOptions(m_stores, integration, map, {*remote}); !learned)
            return learned;
        const Result<LocalBook> book = m_stores.links.localBook(integration.id, {*remote});
        if (!book)
            return fail(book.error());
        const Result<void> taken = record != 0
            ? linkTo(integration, map, *remote, record, *book)
            : createFrom(integration, *remote, toLocal(kind, remote->values, map, *book));
        return taken ? m_stores.decisions.remove(decision.id) : taken;
    });
}

/** Rule D5: what was agreed on before this full pull, and was not met in it, is gone there. */
Result<void> Puller::orphanVanished(Run &run)
{
    const QSet<QString> organizations = run.seen.value(AssetKind::Organization);
    for (const AssetKind kind : allKinds) {
        const bool isLocation = kind == AssetKind::Location;
        const bool wasRead = isLocation       ? run.integration.settings.locations
            : kind == AssetKind::Contact ? run.integration.settings.contacts
                                         : true;
        if (!wasRead)
            continue;
        const QSet<QString> seen = run.seen.value(kind);
        const Result<QList<Link>> links = m_stores.links.agreedBefore(run.integration.id, kind, run.startedAt);
        if (!links)
            return fail(links.error());
        for (const Link &each : *links) {
            // Sites are only read below organizations that sync.
            const bool isOutOfSight = isLocation && !run.organizationsWithSites.contains(each.remote.parentId)
                && organizations.contains(each.remote.parentId);
            if (seen.contains(each.remote.id) || isOutOfSight)
                continue;
            Link link = each;
            link.isOrphaned = true;
            link.state = SyncState::Orphaned;
            if (const Result<void> done = m_stores.links.update(link); !done)
                return done;
            ++run.summary.done;
            m_notifier.recordChanged(link.recordId);
        }
    }
    return {};
}

Result<void> Puller::finishReferences(Run &run)
{
    const KindMap &map = run.connection->map->kind(AssetKind::Organization);
    const QList<RemoteRecord> records = std::exchange(run.unfinished, {});
    const Result<LocalBook> book = m_stores.links.localBook(run.integration.id, records);
    if (!book)
        return fail(book.error());
    for (const RemoteRecord &remote : records) {
        const Result<std::optional<Link>> link
            = m_stores.links.byRemote(run.integration.id, AssetKind::Organization, remote.key.id);
        if (!link)
            return fail(link.error());
        if (!*link)
            continue;
        const Result<Absorbed> absorbed = absorb(m_stores, run.integration, map, **link, remote, *book);
        if (!absorbed)
            return fail(absorbed.error());
        m_notifier.recordChanged((*link)->recordId);
    }
    return {};
}

QCoro::Task<Result<void>> Puller::pullRecord(ConnectionPtr connection, Integration integration, Link link)
{
    const RemoteKey key = link.remote;
    const AssetKind kind = link.kind;
    const Result<RemoteRecord> remote = co_await connection->client->read(kind, key);
    const auto work = [&]() -> Result<void> {
        const Result<std::optional<Link>> stored = m_stores.links.get(integration.id, link.recordId);
        if (!stored)
            return fail(stored.error());
        if (!*stored)
            return {};
        Link now = **stored;
        if (!remote) {
            now.isOrphaned = true;
            now.state = SyncState::Orphaned;
            return m_stores.links.update(now);
        }
        const KindMap &map = connection->map->kind(kind);
        if (const Result<void> learned = learnOptions(m_stores, integration, map, {*remote}); !learned)
            return learned;
        const Result<LocalBook> book = m_stores.links.localBook(integration.id, {*remote});
        if (!book)
            return fail(book.error());
        const Result<Absorbed> absorbed = absorb(m_stores, integration, map, now, *remote, *book);
        return absorbed ? Result<void>() : fail(absorbed.error());
    };
    if (!remote && remote.error().code != ErrorCode::NotFound)
        co_return fail(remote.error());
    const Result<void> taken = inTransaction(m_stores.database, work);
    m_notifier.recordChanged(link.recordId);
    co_return taken;
}

} // namespace tandem
