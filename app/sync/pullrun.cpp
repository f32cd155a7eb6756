// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pullrun.h"

#include "core/field.h"
#include "rules/matching.h"

#include <QCoreApplication>
#include <QCoro/QCoroTimer>

#include <algorithm>
#include <chrono>
#include <deque>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Puller)
};

/** How long a transaction gathers; with its commit a save waits less than 10 ms. */
constexpr auto transactionTime = 4ms;
/** Records that are looked up together; more would be looked up in vain when the time is up. */
constexpr qsizetype lookedUpAtOnce = 64;
constexpr int keysAtOnce = 500;
/** A window asks for its lists anew each time, which is work when they are long. */
constexpr auto announceInterval = 1s;
/** A delta asks again for what changed shortly before, since clocks differ and the PSA tells whole seconds. */
constexpr int overlapSeconds = 300;
constexpr QLatin1StringView cursorKey = "changed_since"_L1;
constexpr QLatin1StringView sweptKey = "swept_at"_L1;

tl::unexpected<Error> stopped()
{
    return fail(ErrorCode::Cancelled, Words::tr("The sync was stopped."));
}

/** Equal tokens mean "not changed", but a moment in whole seconds may have had two changes, one before we looked. */
bool isSameVersion(const RemoteRecord &remote, const Link &link)
{
    constexpr int seconds = 2;
    const bool isSettled = !remote.changedAt.isValid() || !link.syncedAt.isValid()
        || remote.changedAt.addSecs(seconds) < link.syncedAt;
    return !link.isOrphaned && !remote.version.isEmpty() && link.version == remote.version && isSettled;
}

/** The records that it refers to there and not here, as was agreed. */
QList<QPair<AssetKind, QString>> openReferences(AssetKind kind, const KindMap &map, const RemoteValues &values,
                                                const RemoteValues &baseline)
{
    QList<QPair<AssetKind, QString>> open;
    for (const MappedField &field : map.fields) {
        const FieldDescription *description = findField(kind, field.field);
        const QString value = values.value(field.field).toString();
        if (description && description->type == FieldType::Reference && !value.isEmpty()
            && value != baseline.value(field.field).toString())
            open.append({*description->target, value});
    }
    return open;
}

} // namespace

PullRun::PullRun(Stores &stores, ChangeNotifier &notifier, ConnectionPtr connection, IntegrationId id,
                 PullProgress progress, std::function<bool()> isStopped)
    : m_stores(stores)
    , m_notifier(notifier)
    , m_connection(std::move(connection))
    , m_id(id)
    , m_progress(std::move(progress))
    , m_isStopped(std::move(isStopped))
{
}

bool PullRun::isFull() const
{
    return !m_changedSince.isValid();
}

QCoro::Task<Result<RunSummary>> PullRun::run(bool full)
{
    QElapsedTimer timer;
    timer.start();
    Result<void> done = co_await begin(full);
    if (done)
        done = co_await pullKind(AssetKind::Organization);
    if (done && m_integration.settings.locations)
        done = co_await pullLocations();
    if (done)
        done = co_await finishReferences();
    if (done && m_integration.settings.contacts)
        done = co_await pullKind(AssetKind::Contact);
    if (done)
        done = co_await pullKind(AssetKind::Configuration);
    if (done && isFull()) {
        for (const AssetKind kind : allKinds) {
            if (done)
                done = co_await orphanVanished(kind);
        }
    }
    if (done)
        done = finish();
    if (!done)
        co_return fail(done.error());
    m_summary.seconds = double(timer.elapsed()) / 1000;
    co_return m_summary;
}

/** The lists, and what the rest of the run works with. */
QCoro::Task<Result<void>> PullRun::begin(bool full)
{
    m_startedAt = m_stores.clock.nowUtc();
    const Result<RemoteLists> lists = co_await Puller::fetchLists(m_connection);
    if (!lists)
        co_return fail(lists.error());
    const Result<TenantLengths> lengths = co_await Puller::fetchLengths(m_connection);
    if (!lengths)
        co_return fail(lengths.error());
    co_return inTransaction(m_stores.database, [&]() -> Result<void> {
        const Result<Integration> integration = m_stores.integrations.get(m_id);
        if (!integration)
            return fail(integration.error());
        m_integration = *integration;
        m_taker.emplace(m_stores, m_notifier, *m_connection->map, m_integration);
        const bool isFirst = !m_integration.listsReadAt.isValid();
        for (const auto &[list, values] : *lists) {
            if (const Result<void> taken = m_stores.options.takeRemote(m_id, list, values, isFirst); !taken)
                return taken;
        }
        if (const Result<void> taken = Puller(m_stores, m_notifier).takeLengths(m_id, *lengths); !taken)
            return taken;
        const Result<QString> cursor = m_stores.integrations.cursor(m_id, cursorKey);
        if (!cursor)
            return fail(cursor.error());
        const Result<bool> isSweepDue = this->isSweepDue();
        if (!isSweepDue)
            return fail(isSweepDue.error());
        m_cursor = *cursor;
        if (m_cursor.isEmpty()) {
            // So that a cursor that is emptied while this runs can be told from this one.
            m_cursor = "full pull of "_L1 + toIsoUtc(m_startedAt);
            if (const Result<void> marked = m_stores.integrations.setCursor(m_id, cursorKey, m_cursor); !marked)
                return marked;
        }
        const QDateTime since = fromIsoUtc(m_cursor);
        if (!full && !*isSweepDue && since.isValid())
            m_changedSince = since.addSecs(-overlapSeconds);
        const Result<QList<StoredOption>> options = m_stores.options.remote(m_id);
        if (!options)
            return fail(options.error());
        for (const StoredOption &option : *options) {
            if (option.isSyncing)
                m_enabled[option.list].insert(option.remoteId);
        }
        const Result<LocalBook> values = m_stores.links.optionBook(m_id);
        if (!values)
            return fail(values.error());
        m_values = *values;
        const Result<QList<MatchDecision>> decisions = m_stores.decisions.list(m_id, true);
        if (!decisions)
            return fail(decisions.error());
        for (const MatchDecision &decision : *decisions) {
            if (!decision.remote.id.isEmpty())
                m_decisions.insert({decision.kind, decision.remote.id}, decision);
        }
        return {};
    });
}

/** Deletes leave no trace in a PSA: once a day everything is read, if the PSA's own limits leave room for that. */
Result<bool> PullRun::isSweepDue()
{
    const Result<QString> last = m_stores.integrations.cursor(m_id, sweptKey);
    if (!last)
        return fail(last.error());
    const QDateTime sweptAt = fromIsoUtc(*last);
    const CallFigures calls = m_connection->http->figures();
    const bool hasRoom = calls.callLimit == 0 || calls.callsInWindow * 2 <= calls.callLimit;
    return hasRoom && sweptAt.isValid() && sweptAt.addDays(1) <= m_startedAt;
}

QCoro::Task<Result<void>> PullRun::pullKind(AssetKind kind)
{
    PsaClient *const client = m_connection->client.get();
    PageRequest request {.changedSince = m_changedSince};
    m_done = 0;
    m_total = -1;
    Result<void> taken;
    Result<RemotePage> page = co_await client->page(kind, request);
    bool isLast = false;
    while (taken && page && !isLast) {
        isLast = page->nextCursor.isEmpty();
        request.cursor = page->nextCursor;
        // The next page is on its way while this one is written, and is waited for whatever happens, since it is the
        // client's.
        QCoro::Task<Result<RemotePage>> next;
        if (!isLast)
            next = client->page(kind, request);
        if (m_total < 0 && isLast) {
            m_total = page->records.size();
        } else if (m_total < 0) {
            const Result<qint64> total = co_await client->count(kind, request);
            m_total = total.value_or(-1);
            if (!total)
                taken = fail(total.error());
        }
        const QList<RemoteRecord> records = std::exchange(page->records, {});
        if (taken)
            taken = co_await takePage(kind, records);
        if (!isLast)
            page = co_await next;
    }
    if (!page)
        co_return fail(page.error());
    co_return taken;
}

/**
 * Locations of the organizations that were met, unless the PSA lists all of them. Several organizations are asked at
 * once, and a permit stays free for what a person saves.
 */
QCoro::Task<Result<void>> PullRun::pullLocations()
{
    if (m_connection->client->listsAll(AssetKind::Location)) {
        const Result<void> pulled = co_await pullKind(AssetKind::Location);
        co_return pulled;
    }
    const QStringList organizations = std::exchange(m_organizations, {});
    const auto atOnce = size_t(std::max(1, m_connection->map->permits() - 1));
    std::deque<QCoro::Task<Result<QList<RemoteRecord>>>> underWay;
    QList<RemoteRecord> gathered;
    Result<void> taken;
    m_done = 0;
    m_total = -1;
    for (auto next = organizations.constBegin(); next != organizations.constEnd() || !underWay.empty();) {
        while (taken && next != organizations.constEnd() && underWay.size() < atOnce) {
            m_withSites.insert(*next);
            underWay.push_back(sitesOf(*next++));
        }
        if (underWay.empty())
            break;
        QCoro::Task<Result<QList<RemoteRecord>>> first = std::move(underWay.front());
        underWay.pop_front();
        const Result<QList<RemoteRecord>> sites = co_await first;
        if (!sites && taken)
            taken = fail(sites.error());
        if (sites)
            gathered.append(*sites);
        const bool isEnd = next == organizations.constEnd() && underWay.empty();
        if (taken && (gathered.size() >= lookedUpAtOnce || isEnd)) {
            const QList<RemoteRecord> records = std::exchange(gathered, {});
            taken = co_await takePage(AssetKind::Location, records);
        }
    }
    co_return taken;
}

/** All of one organization; none when it is gone meanwhile. */
QCoro::Task<Result<QList<RemoteRecord>>> PullRun::sitesOf(QString organization)
{
    // Nothing tells which of them changed, so all are read.
    PageRequest request {.organizationId = organization};
    QList<RemoteRecord> sites;
    do {
        const Result<RemotePage> page = co_await m_connection->client->page(AssetKind::Location, request);
        if (!page && page.error().code == ErrorCode::NotFound)
            break;
        if (!page)
            co_return fail(page.error());
        sites.append(page->records);
        request.cursor = page->nextCursor;
    } while (!request.cursor.isEmpty());
    co_return sites;
}

/** Organizations refer to others that may come later, and to their locations. */
QCoro::Task<Result<void>> PullRun::finishReferences()
{
    const QList<Unfinished> all = std::exchange(m_unfinished, {});
    qsizetype start = 0;
    const Some some = [&](const QDeadlineTimer &end) -> Result<bool> {
        const QList<Unfinished> few = all.mid(start, lookedUpAtOnce);
        QList<RemoteRecord> mentions;
        for (const Unfinished &each : few)
            mentions.append({.kind = AssetKind::Organization, .key = each.key, .values = each.missing});
        LocalBook book = m_values;
        if (const Result<void> found = m_stores.links.addRecords(m_id, mentions, book); !found)
            return fail(found.error());
        for (const Unfinished &each : few) {
            if (const Result<void> finished = finishOne(each, book); !finished)
                return fail(finished.error());
            ++start;
            if (end.hasExpired())
                break;
        }
        return start == all.size();
    };
    const Result<void> done = co_await inShortTransactions(some);
    co_return done;
}

Result<void> PullRun::finishOne(const Unfinished &unfinished, const LocalBook &book)
{
    const AssetKind kind = AssetKind::Organization;
    const LocalConversion local = toLocal(kind, unfinished.missing, m_connection->map->kind(kind), book);
    if (local.values.isEmpty())
        return {};
    const Result<std::optional<Link>> link = m_stores.links.byRemote(m_id, kind, unfinished.key.id);
    if (!link)
        return fail(link.error());
    // What a person must choose first is looked at again when they have.
    if (!*link || (*link)->state == SyncState::Conflict)
        return {};
    // As it was agreed a moment ago, but with what is here now.
    RemoteRecord remote {
        .kind = kind, .key = unfinished.key, .version = (*link)->version, .values = (*link)->baseline};
    for (auto it = unfinished.missing.constBegin(); it != unfinished.missing.constEnd(); ++it)
        remote.values.insert(it.key(), it.value());
    const Result<PullTaker::Taken> taken = m_taker->takeOver(remote, **link, book);
    if (!taken)
        return fail(taken.error());
    if (!taken->isCircle)
        return {};
    const Result<Record> record = m_stores.records.get((*link)->recordId);
    if (!record)
        return fail(record.error());
    return m_stores.events.append(
        {.at = m_stores.clock.nowUtc(),
         .type = Event::Type::PullFailed,
         .integrationId = m_id,
         .recordId = record->id,
         .kind = kind,
         .recordName = record->displayName(),
         .message = Words::tr("%1 with UID %2 could not be pulled: its parent would lie below it, so it keeps the one it "
                              "has.")
                        .arg(m_connection->map->kind(kind).collection, unfinished.key.id),
         .isFailure = true});
}

/** Rule D5: what was agreed on before this full pull, and was not met in it, is gone there. */
QCoro::Task<Result<void>> PullRun::orphanVanished(AssetKind kind)
{
    const bool isLocation = kind == AssetKind::Location;
    if ((isLocation && !m_integration.settings.locations)
        || (kind == AssetKind::Contact && !m_integration.settings.contacts))
        co_return Result<void>();
    const bool listsAll = m_connection->client->listsAll(kind);
    QString after;
    const Some some = [&](const QDeadlineTimer &) -> Result<bool> {
        const Result<QList<LinkedKey>> keys
            = m_stores.links.keysAfter(m_id, kind, m_startedAt, after, keysAtOnce);
        if (!keys)
            return fail(keys.error());
        QList<RecordId> vanished;
        for (const LinkedKey &key : *keys) {
            // Locations are only read below organizations that sync.
            const bool isOutOfSight = isLocation && !listsAll && !m_withSites.contains(key.remote.parentId)
                && m_seen[AssetKind::Organization].contains(key.remote.parentId);
            if (key.wasAgreed && !isOutOfSight && !m_seen[kind].contains(key.remote.id))
                vanished.append(key.recordId);
        }
        if (!vanished.isEmpty()) {
            if (const Result<void> orphaned = m_stores.links.orphan(m_id, vanished); !orphaned)
                return fail(orphaned.error());
        }
        for (const RecordId id : std::as_const(vanished))
            m_notifier.recordChanged(id);
        m_summary.done += vanished.size();
        if (!keys->isEmpty())
            after = keys->constLast().remote.id;
        return keys->size() < keysAtOnce;
    };
    const Result<void> done = co_await inShortTransactions(some);
    co_return done;
}

/** Everything that a sync with nothing new writes. */
Result<void> PullRun::finish()
{
    return inTransaction(m_stores.database, [&]() -> Result<void> {
        for (const MatchDecision &decision : std::as_const(m_decisions)) {
            const bool wasRead = decision.kind == AssetKind::Location ? m_integration.settings.locations
                : decision.kind == AssetKind::Contact                 ? m_integration.settings.contacts
                                                                      : true;
            if (!isFull() || !wasRead || m_upheld.contains({decision.kind, decision.remote.id}))
                continue;
            if (const Result<void> removed = m_stores.decisions.remove(decision.id); !removed)
                return removed;
        }
        Result<Integration> integration = m_stores.integrations.get(m_id);
        if (!integration)
            return fail(integration.error());
        const Result<QString> cursor = m_stores.integrations.cursor(m_id, cursorKey);
        if (!cursor)
            return fail(cursor.error());
        integration->listsReadAt = m_startedAt;
        integration->lastSyncAt = m_stores.clock.nowUtc();
        if (const Result<void> done = m_stores.integrations.update(*integration); !done)
            return done;
        if (isFull()) {
            const Result<void> done = m_stores.integrations.setCursor(m_id, sweptKey, toIsoUtc(m_startedAt));
            if (!done)
                return done;
        }
        if (*cursor == m_cursor && !m_hasLeftSome) {
            const Result<void> done = m_stores.integrations.setCursor(m_id, cursorKey, toIsoUtc(m_startedAt));
            if (!done)
                return done;
        }
        return m_stores.events.append(
            {.at = integration->lastSyncAt,
             .type = Event::Type::SyncFinished,
             .integrationId = m_id,
             .message = Words::tr("Synced: %n record(s) taken over.", nullptr, int(m_summary.done))});
    });
}

QCoro::Task<Result<void>> PullRun::takePage(AssetKind kind, QList<RemoteRecord> records)
{
    qsizetype start = 0;
    const Some some = [&](const QDeadlineTimer &end) -> Result<bool> {
        while (start < records.size()) {
            const QList<RemoteRecord> few = records.mid(start, lookedUpAtOnce);
            const Result<qsizetype> count = takeSome(kind, few, end);
            if (!count)
                return fail(count.error());
            start += *count;
            m_done += *count;
            if (end.hasExpired())
                break;
        }
        m_progress(kind, m_done, m_total);
        return start == records.size();
    };
    const Result<void> done = co_await inShortTransactions(some);
    co_return done;
}

QCoro::Task<Result<void>> PullRun::inShortTransactions(Some some)
{
    for (;;) {
        if (m_isStopped())
            co_return stopped();
        bool isDone = false;
        const Result<void> written = inTransaction(m_stores.database, [&]() -> Result<void> {
            const QDeadlineTimer end(transactionTime, Qt::PreciseTimer);
            const Result<bool> done = some(end);
            isDone = done.value_or(false);
            return done ? Result<void>() : fail(done.error());
        });
        if (!written || isDone)
            co_return written;
        co_await QCoro::sleepFor(0ms);
    }
}

/** What of these needs a look, with everything that is looked up for it; what did not change costs nothing further. */
Result<QList<PullRun::News>> PullRun::newsAmong(AssetKind kind, const QList<RemoteRecord> &records)
{
    QStringList ids;
    for (const RemoteRecord &record : records)
        ids.append(record.key.id);
    const Result<QHash<QString, Link>> links = m_stores.links.byRemoteIds(m_id, kind, ids);
    if (!links)
        return fail(links.error());

    const KindMap &map = m_connection->map->kind(kind);
    QList<News> all;
    QList<RemoteRecord> mentions;
    QSet<QString> met; // a PSA whose list changes while it is read may give a record twice
    for (qsizetype i = 0; i < records.size(); ++i) {
        const RemoteRecord &remote = records.at(i);
        News news {.index = i, .link = links->value(remote.key.id), .isSyncing = m_taker->isSyncing(remote, m_enabled)};
        const bool isLinked = news.link.id != 0;
        const bool isResting = news.link.isDisabled || news.link.state == SyncState::Disconnected;
        if (isResting || (!isLinked && !news.isSyncing) || met.contains(remote.key.id))
            continue;
        if (isLinked && news.isSyncing && isSameVersion(remote, news.link)) {
            // Only what it refers to may be here by now, which nothing but a full pull would find.
            news.references = isFull() ? openReferences(kind, map, remote.values, news.link.baseline)
                                       : QList<QPair<AssetKind, QString>>();
            if (news.references.isEmpty())
                continue;
        }
        met.insert(remote.key.id);
        all.append(news);
        mentions.append(remote);
    }
    if (const Result<void> left = leaveToPushes(records, all); !left)
        return fail(left.error());
    if (const Result<void> learned = learn(map, mentions); !learned)
        return fail(learned.error());
    m_book = m_values;
    if (const Result<void> found = m_stores.links.addRecords(m_id, mentions, m_book); !found)
        return fail(found.error());
    all.removeIf([this](const News &news) {
        const auto isHere = [this](const QPair<AssetKind, QString> &reference) { return m_book.records.contains(reference); };
        return !news.references.isEmpty() && std::none_of(news.references.begin(), news.references.end(), isHere);
    });
    const Result<void> found = findCandidates(kind, records, all);
    return found ? Result<QList<News>>(all) : fail(found.error());
}

/**
 * What Tandem itself has just written there is nobody's change and no new record (rules I1, I2). A push that is under way
 * or unsettled takes what the PSA has when it ends, and what was agreed since this pull began may be newer than its pages.
 */
Result<void> PullRun::leaveToPushes(const QList<RemoteRecord> &records, QList<News> &all)
{
    if (all.isEmpty() || !m_integration.settings.twoWay)
        return {};
    const Result<QList<Push>> unsettled = m_stores.outbox.list(m_id, {Push::Stage::InFlight, Push::Stage::Unknown});
    if (!unsettled)
        return fail(unsettled.error());
    const auto isPushed = [&](const News &news, const Push &push) {
        const RemoteRecord &remote = records.at(news.index);
        return news.link.id != 0
            ? push.recordId == news.link.recordId
            : push.sentCreate && push.kind == remote.kind && isSameAsset(remote.kind, push.sent, remote.values);
    };
    all.removeIf([&](const News &news) {
        if (news.link.id != 0 && news.link.syncedAt > m_startedAt)
            return true;
        const bool isLeft = std::any_of(unsettled->begin(), unsettled->end(),
                                        [&](const Push &push) { return isPushed(news, push); });
        m_hasLeftSome = m_hasLeftSome || isLeft;
        return isLeft;
    });
    return {};
}

/** Values that travel by name, and those that the PSA's own lists did not show; each only once in a run. */
Result<void> PullRun::learn(const KindMap &map, const QList<RemoteRecord> &records)
{
    QList<RemoteRecord> strange;
    for (const RemoteRecord &record : records) {
        for (const MappedField &field : map.fields) {
            const FieldDescription *description = findField(record.kind, field.field);
            const QString value = record.values.value(field.field).toString();
            if (value.isEmpty() || !description || !(field.list || description->type == FieldType::Option))
                continue;
            const bool isKnown = field.list
                ? m_values.options.contains({*field.list, value})
                : m_values.optionsByName.contains({*description->list, value.trimmed().toCaseFolded()});
            if (!isKnown) {
                strange.append(record);
                break;
            }
        }
    }
    if (strange.isEmpty())
        return {};
    if (const Result<void> learned = learnOptions(m_stores, m_integration, map, strange); !learned)
        return learned;
    const Result<LocalBook> values = m_stores.links.optionBook(m_id);
    if (!values)
        return fail(values.error());
    m_values = *values;
    return {};
}

/** The records that an unlinked remote record may match: not linked, and of its name or, for a location, place. */
Result<void> PullRun::findCandidates(AssetKind kind, const QList<RemoteRecord> &records, QList<News> &all)
{
    QList<PlaceAndName> places;
    for (News &news : all) {
        if (news.link.id != 0)
            continue;
        news.local = toLocal(kind, records.at(news.index).values, m_connection->map->kind(kind), m_book);
        news.place = {news.local.values.value("organization"_L1).toInteger(),
                      kind == AssetKind::Location ? QString() : displayNameOf(kind, news.local.values)};
        places.append(news.place);
    }
    if (places.isEmpty())
        return {};
    const Result<QMultiHash<PlaceAndName, RecordId>> free = m_stores.links.free(m_id, kind, places);
    if (!free)
        return fail(free.error());
    QList<RecordId> ids = free->values();
    std::sort(ids.begin(), ids.end());
    const Result<QList<Record>> candidates = m_stores.records.getMany(kind, ids);
    if (!candidates)
        return fail(candidates.error());
    for (News &news : all) {
        for (const Record &candidate : *candidates) {
            if (news.link.id == 0 && free->contains(news.place, candidate.id))
                news.candidates.append(candidate);
        }
    }
    return {};
}

/** Takes them one after the other until the time is up; answers how many. */
Result<qsizetype> PullRun::takeSome(AssetKind kind, const QList<RemoteRecord> &records, const QDeadlineTimer &end)
{
    const Result<QList<News>> all = newsAmong(kind, records);
    if (!all)
        return fail(all.error());
    qsizetype count = records.size();
    QSet<RecordId> linked;
    for (const News &news : *all) {
        if (end.hasExpired()) {
            count = news.index;
            break;
        }
        const RemoteRecord &remote = records.at(news.index);
        const Result<PullTaker::Taken> taken = news.link.id == 0 ? takeUnlinked(remote, news, linked)
            : news.isSyncing                                     ? m_taker->takeOver(remote, news.link, m_book)
                                                                 : m_taker->orphan(news.link);
        if (!taken)
            return fail(taken.error());
        m_summary.done += taken->hasChanged ? 1 : 0;
        if (!taken->missing.isEmpty() && kind == AssetKind::Organization)
            m_unfinished.append({.key = remote.key, .missing = taken->missing});
    }
    for (const RemoteRecord &remote : records.first(count)) {
        if (isFull())
            m_seen[kind].insert(remote.key.id);
        if (kind == AssetKind::Organization && m_taker->isSyncing(remote, m_enabled))
            m_organizations.append(remote.key.id);
    }
    return count;
}

/** Rule D2: one candidate is it, none means a new record, and of several a person chooses. */
Result<PullTaker::Taken> PullRun::takeUnlinked(const RemoteRecord &remote, const News &news, QSet<RecordId> &linked)
{
    const AssetKind kind = remote.kind;
    // Its organization does not sync, so it does not either (rule D1).
    if (kind != AssetKind::Organization && news.place.first == 0)
        return PullTaker::Taken {};
    const DecisionKey key {kind, remote.key.id};
    const MatchDecision decision = m_decisions.value(key);
    if (decision.id != 0 && decision.choice == MatchDecision::Choice::Left) {
        m_upheld.insert(key);
        return PullTaker::Taken {};
    }
    QList<Record> candidates = news.candidates;
    candidates.removeIf([&](const Record &record) {
        return linked.contains(record.id) || !isSameAsset(kind, record.fields, news.local.values);
    });
    if (candidates.size() > 1) {
        m_upheld.insert(key);
        const Result<void> asked = ask(remote, news, candidates);
        return asked ? Result<PullTaker::Taken>(PullTaker::Taken {}) : fail(asked.error());
    }
    if (decision.id != 0) {
        if (const Result<void> settled = m_stores.decisions.remove(decision.id); !settled)
            return fail(settled.error());
        m_decisions.remove(key);
    }
    if (candidates.isEmpty()) {
        announceNew();
        return m_taker->create(remote, news.local);
    }
    linked.insert(candidates.constFirst().id);
    return m_taker->linkTo(remote, candidates.constFirst().id, m_book);
}

Result<void> PullRun::ask(const RemoteRecord &remote, const News &news, const QList<Record> &candidates)
{
    const AssetKind kind = remote.kind;
    QStringList detail {tellingDetail(kind, news.local.values)};
    if (news.place.first != 0) {
        const Result<Record> organization = m_stores.records.get(news.place.first);
        if (!organization)
            return fail(organization.error());
        detail.prepend(organization->displayName());
    }
    detail.removeAll(QString());
    MatchDecision decision {.integrationId = m_id,
                            .kind = kind,
                            .remote = remote.key,
                            .name = displayNameOf(kind, news.local.values),
                            .detail = detail.join(", "_L1),
                            .foundAt = m_stores.clock.nowUtc()};
    for (const Record &candidate : candidates) {
        decision.candidates.append({.recordId = candidate.id,
                                    .name = candidate.displayName(),
                                    .detail = tellingDetail(kind, candidate.fields)});
    }
    const Result<bool> written = m_stores.decisions.put(decision);
    return written ? Result<void>() : fail(written.error());
}

/** Tells that records were added, at once and then every second. */
void PullRun::announceNew()
{
    if (m_sinceAnnounced.isValid() && !m_sinceAnnounced.hasExpired(std::chrono::milliseconds(announceInterval).count()))
        return;
    m_sinceAnnounced.start();
    m_notifier.setChanged();
}

} // namespace tandem
