// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pullrun.h"

#include "core/logging.h"
#include "core/workerthread.h"

#include <QCoreApplication>
#include <QCoro/QCoroFuture>
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

/** What a transaction should take with its commit, so that a save waits less than 10 ms. */
constexpr auto transactionTime = 2ms;
/** Records that one transaction takes: as many as take that long, but not so few that it is the looking up. */
constexpr qsizetype fewestAtOnce = 16;
constexpr qsizetype mostAtOnce = 500;
/** What the write-ahead log may grow to before the run waits for it to be put in its place. */
constexpr qint64 longestLog = 16'000; // pages of 4 KB
/** A delta asks again for what changed shortly before, since clocks differ and the PSA tells whole seconds. */
constexpr int overlapSeconds = 300;
constexpr QLatin1StringView cursorKey = "changed_since"_L1;
constexpr QLatin1StringView sweptKey = "swept_at"_L1;

/** What lists that are read as a whole may take of an endpoint's calls. */
constexpr double shareOfLists = 0.3;
/** What was read as a whole is read again after this time, even if its row does not change. */
constexpr auto detailsHoldFor = 24h;

QString listedKey(AssetKind kind)
{
    return "listed_"_L1 + kindName(kind);
}

tl::unexpected<Error> stopped()
{
    return fail(ErrorCode::Cancelled, Words::tr("The sync was stopped."));
}

/**
 * By organization and name, as the indexes of the database are ordered: a transaction then changes fewer of their pages,
 * which is much of what it costs. Organizations stay as the PSA gives them.
 */
QList<RemoteRecord> inOrderOfIndexes(AssetKind kind, const QList<RemoteRecord> &records)
{
    if (kind == AssetKind::Organization)
        return records;
    QList<QPair<QString, qsizetype>> keys;
    keys.reserve(records.size());
    for (qsizetype i = 0; i < records.size(); ++i) {
        const RemoteValues &values = records.at(i).values;
        keys.append({values.value("organization"_L1).toString() + u'\n' + displayNameOf(kind, values), i});
    }
    std::sort(keys.begin(), keys.end());
    QList<RemoteRecord> sorted;
    sorted.reserve(records.size());
    for (const auto &[key, index] : std::as_const(keys))
        sorted.append(records.at(index));
    return sorted;
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
    , m_bulkWrites(stores.database)
{
}

bool PullRun::isFull() const
{
    return !m_changedSince.isValid();
}

/** Whether Sync Settings want the kind. */
bool PullRun::isRead(AssetKind kind) const
{
    switch (kind) {
    case AssetKind::Location:
        return m_integration.settings.locations;
    case AssetKind::Contact:
        return m_integration.settings.contacts;
    case AssetKind::Organization:
    case AssetKind::Configuration:
    case AssetKind::Count:
        break;
    }
    return true;
}

QCoro::Task<Result<RunSummary>> PullRun::run(bool full)
{
    QElapsedTimer timer;
    timer.start();
    Result<void> done = co_await begin(full);
    if (done)
        done = co_await pullKind(AssetKind::Organization);
    if (done && isRead(AssetKind::Location))
        done = co_await pullLocations();
    if (done)
        done = co_await finishReferences();
    if (done && isRead(AssetKind::Contact))
        done = co_await pullKind(AssetKind::Contact);
    if (done) {
        const Result<bool> isDue = isListDue(AssetKind::Configuration);
        if (!isDue)
            done = fail(isDue.error());
        else if (*isDue)
            done = co_await pullKind(AssetKind::Configuration);
    }
    if (done)
        done = co_await readDetails(AssetKind::Configuration);
    if (done && isFull()) {
        for (const AssetKind kind : allKinds) {
            if (done)
                done = co_await orphanVanished(kind);
        }
    }
    if (done)
        done = co_await keepLogShort(true);
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
    if (const Result<void> begun = m_bulkWrites.begin(); !begun)
        co_return begun;
    const Result<RemoteLists> lists = co_await Puller::fetchLists(m_connection);
    if (!lists)
        co_return fail(lists.error());
    const Result<TenantLengths> lengths = co_await Puller::fetchLengths(m_connection);
    if (!lengths)
        co_return fail(lengths.error());
    const QString warning = co_await m_connection->client->warning();
    co_return inTransaction(m_stores.database, [&]() -> Result<void> {
        const Result<Integration> integration = m_stores.integrations.get(m_id);
        if (!integration)
            return fail(integration.error());
        m_integration = *integration;
        const bool isFirst = !m_integration.listsReadAt.isValid();
        if (const Result<void> noted = m_stores.integrations.setWarning(m_id, warning); !noted)
            return noted;
        for (const RemoteList &list : *lists) {
            if (const Result<void> taken = Puller::takeList(m_stores, m_id, list, isFirst); !taken)
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
        m_intake.emplace(m_stores, m_notifier, *m_connection->map, m_integration, m_startedAt, isFull());
        return m_intake->begin();
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
    m_pages = 0;
    Result<void> taken;
    Result<RemotePage> page = co_await client->page(kind, request);
    bool isLast = false;
    while (taken && page && !isLast) {
        isLast = page->nextCursor.isEmpty();
        ++m_pages;
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
        QList<RemoteRecord> records = std::exchange(page->records, {});
        if (taken)
            taken = co_await takePage(kind, std::move(records));
        if (!isLast)
            page = co_await next;
    }
    if (taken && !page)
        co_return fail(page.error());
    if (taken && m_connection->map->kind(kind).detailShare > 0) {
        const QString listed = toIsoUtc(m_startedAt) + u'/' + QString::number(m_pages);
        taken = inTransaction(m_stores.database, [&]() {
            return m_stores.integrations.setCursor(m_id, listedKey(kind), listed);
        });
    }
    co_return taken;
}

/**
 * A thin list has no date of change and is read as a whole each time, which for a long one is many calls: it may take
 * only so much of an hour's.
 */
Result<bool> PullRun::isListDue(AssetKind kind)
{
    const CallLimits &limits = m_connection->map->limits();
    if (isFull() || m_connection->map->kind(kind).detailShare <= 0 || limits.windows.isEmpty())
        return true;
    const Result<QString> listed = m_stores.integrations.cursor(m_id, listedKey(kind));
    if (!listed)
        return fail(listed.error());
    const QDateTime at = fromIsoUtc(listed->section(u'/', 0, 0));
    const CallWindow &window = limits.windows.constFirst();
    const double secondsPerPage = double(window.length.count()) / (window.calls * shareOfLists);
    return !at.isValid() || at.addSecs(qint64(listed->section(u'/', 1).toInt() * secondsPerPage)) <= m_startedAt;
}

/** How many records may be read whole in this run, so that runs and their interval keep within the map's share. */
Result<int> PullRun::detailsAllowed(AssetKind kind)
{
    const double share = m_connection->map->kind(kind).detailShare;
    const CallLimits &limits = m_connection->map->limits();
    if (share <= 0 || limits.windows.isEmpty())
        return 0;
    const CallWindow &window = limits.windows.constFirst();
    const Result<int> lately = m_stores.details.readSince(m_id, kind, m_startedAt.addSecs(-window.length.count()));
    if (!lately)
        return fail(lately.error());
    const int inWindow = int(window.calls * share);
    const qint64 inRun = qint64(inWindow) * m_integration.settings.intervalMinutes * 60 / window.length.count();
    return int(std::clamp<qint64>(inWindow - *lately, 0, std::max<qint64>(inRun, 1)));
}

/** First what may be the same as a record here, then what is linked and was never read, has changed, or is long ago. */
Result<QList<RemoteKey>> PullRun::detailsWanted(AssetKind kind)
{
    const Result<int> allowed = detailsAllowed(kind);
    if (!allowed)
        return fail(allowed.error());
    QList<RemoteKey> wanted = m_intake->takeUnmatched().mid(0, *allowed);
    const QDateTime before = m_startedAt.addSecs(-std::chrono::seconds(detailsHoldFor).count());
    const Result<QList<RemoteKey>> next
        = m_stores.details.next(m_id, kind, before, *allowed - int(wanted.size()));
    if (!next)
        return fail(next.error());
    wanted.append(*next);
    return wanted;
}

QCoro::Task<Result<void>> PullRun::readDetails(AssetKind kind)
{
    const Result<QList<RemoteKey>> wanted = detailsWanted(kind);
    if (!wanted)
        co_return fail(wanted.error());
    const auto atOnce = qsizetype(std::max(1, m_connection->map->permits() - 1));
    m_done = 0;
    m_total = wanted->size();
    for (qsizetype start = 0; start < wanted->size(); start += atOnce) {
        const QList<RemoteKey> few = wanted->mid(start, atOnce);
        m_intake->setAskedAt(m_stores.clock.nowUtc());
        const Result<QList<RemoteRecord>> read = co_await m_connection->client->readMany(kind, few);
        if (!read) {
            // What came so far is taken, and the next run goes on; a PSA that is away stops that one.
            qCInfo(lcSync) << "Details were left for the next sync:" << errorCodeName(read.error().code);
            break;
        }
        QList<RemoteKey> gone = few;
        gone.removeIf([&](const RemoteKey &key) {
            return std::any_of(read->begin(), read->end(),
                               [&](const RemoteRecord &record) { return record.key.id == key.id; });
        });
        QList<RemoteRecord> records = *read;
        Result<void> taken;
        if (!records.isEmpty())
            taken = co_await takePage(kind, std::move(records));
        if (taken && !gone.isEmpty())
            taken = inTransaction(m_stores.database, [&]() { return m_intake->noteGone(kind, gone); });
        if (!taken)
            co_return taken;
    }
    co_return Result<void>();
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
        if (taken && (gathered.size() >= m_atOnce || isEnd)) {
            QList<RemoteRecord> records = std::exchange(gathered, {});
            taken = co_await takePage(AssetKind::Location, std::move(records));
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

QCoro::Task<Result<void>> PullRun::finishReferences()
{
    const QList<PullIntake::Unfinished> all = m_intake->takeUnfinished();
    qsizetype start = 0;
    const Some some = [&]() -> Result<bool> {
        if (const Result<void> finished = m_intake->finish(all.mid(start, fewestAtOnce)); !finished)
            return fail(finished.error());
        start += fewestAtOnce;
        return start >= all.size();
    };
    const Result<void> done = co_await inShortTransactions(some);
    co_return done;
}

/** Rule D5: what was agreed on before this full pull, and was not met in it, is gone there. */
QCoro::Task<Result<void>> PullRun::orphanVanished(AssetKind kind)
{
    if (!isRead(kind))
        co_return Result<void>();
    const bool listsAll = m_connection->client->listsAll(kind);
    QString after;
    const Some some = [&]() -> Result<bool> {
        const Result<QList<LinkedKey>> keys
            = m_stores.links.keysAfter(m_id, kind, m_startedAt, after, int(mostAtOnce));
        if (!keys)
            return fail(keys.error());
        QList<RecordId> vanished;
        for (const LinkedKey &key : *keys) {
            // Locations are only read below organizations that sync.
            const bool isOutOfSight = kind == AssetKind::Location && !listsAll && !m_withSites.contains(key.remote.parentId)
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
        return keys->size() < mostAtOnce;
    };
    const Result<void> done = co_await inShortTransactions(some);
    co_return done;
}

/** Everything that a sync with nothing new writes. */
Result<void> PullRun::finish()
{
    return inTransaction(m_stores.database, [&]() -> Result<void> {
        if (isFull()) {
            QList<AssetKind> read(allKinds.begin(), allKinds.end());
            read.removeIf([this](AssetKind kind) { return !isRead(kind); });
            if (const Result<void> dropped = m_intake->dropSettledDecisions(read); !dropped)
                return dropped;
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
        if (*cursor == m_cursor && !m_intake->hasLeftSome()) {
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

QCoro::Task<Result<void>> PullRun::takePage(AssetKind kind, QList<RemoteRecord> page)
{
    QList<RemoteRecord> records = std::exchange(page, {});
    // To order a large page, and to free it, takes longer than a save should wait.
    const bool isLarge = records.size() > fewestAtOnce;
    if (isLarge) {
        const auto order = [kind, page = std::exchange(records, {})] { return inOrderOfIndexes(kind, page); };
        const QFuture<QList<RemoteRecord>> ordering = inWorkerThread(Priority::Background, order);
        records = co_await ordering;
    } else {
        records = inOrderOfIndexes(kind, records);
    }
    qsizetype start = 0;
    qsizetype count = 0;
    const Some some = [&]() -> Result<bool> {
        if (count > 0)
            m_atOnce = atOnceAfter(count);
        count = std::min(m_atOnce, records.size() - start);
        const std::span<const RemoteRecord> few(records.constData() + start, size_t(count));
        const Result<qint64> changed = m_intake->take(kind, few);
        if (!changed)
            return fail(changed.error());
        note(kind, few);
        m_summary.done += *changed;
        start += count;
        m_done += count;
        m_progress(kind, m_done, m_total);
        return start == records.size();
    };
    Result<void> done = co_await inShortTransactions(some);
    if (isLarge)
        startInWorkerThread(Priority::Background, [old = std::exchange(records, {})] {});
    if (done)
        done = co_await keepLogShort(false);
    co_return done;
}

/** As many as would have been taken in the time; a machine that was busy elsewhere for a moment changes little. */
qsizetype PullRun::atOnceAfter(qsizetype count) const
{
    const auto wouldBe = qsizetype(double(count) * (transactionTime / m_took));
    const qsizetype near = std::clamp(wouldBe, m_atOnce / 2, m_atOnce * 2);
    return std::clamp(near, fewestAtOnce, mostAtOnce);
}

/** What a full pull met, and whose locations are to be read. */
void PullRun::note(AssetKind kind, std::span<const RemoteRecord> records)
{
    for (const RemoteRecord &remote : records) {
        if (isFull())
            m_seen[kind].insert(remote.key.id);
        if (kind == AssetKind::Organization && m_intake->isSyncing(remote))
            m_organizations.append(remote.key.id);
    }
}

QCoro::Task<Result<void>> PullRun::inShortTransactions(Some some)
{
    for (;;) {
        if (m_isStopped())
            co_return stopped();
        bool isDone = false;
        QElapsedTimer timer;
        timer.start();
        const auto work = [&]() -> Result<void> {
            const Result<bool> done = some();
            isDone = done.value_or(false);
            return done ? Result<void>() : fail(done.error());
        };
        // What a power cut undoes, the next pull takes again: the cursor moves at the end.
        const Result<void> written = inTransaction(m_stores.database, work, Durability::Later);
        m_took = std::chrono::nanoseconds(timer.nsecsElapsed());
        if (!written || isDone)
            co_return written;
        co_await QCoro::sleepFor(0ms);
    }
}

/**
 * Check points run beside the run, one at a time. Where writing is quicker than the disk, or nothing is left to write,
 * the run waits for one.
 */
QCoro::Task<Result<void>> PullRun::keepLogShort(bool isEnd)
{
    if (!m_checkPoint.isFinished() && !isEnd)
        co_return Result<void>();
    const Result<qint64> before = co_await m_checkPoint;
    if (!before)
        co_return fail(before.error());
    m_checkPoint = m_bulkWrites.checkPoint(isEnd);
    if (*before < longestLog && !isEnd)
        co_return Result<void>();
    const Result<qint64> now = co_await m_checkPoint;
    if (!now)
        co_return fail(now.error());
    co_return Result<void>();
}

} // namespace tandem
