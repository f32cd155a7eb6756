// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pushpreview.h"

#include "core/workerthread.h"
#include "store/sqlvalue.h"
#include "sync/recordsync.h"

#include <QCoreApplication>
#include <QCoro/QCoroFuture>
#include <QCoro/QCoroTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::PushPreview)
};

constexpr int recordsOfATask = 2000;
/** Rows that one transaction writes, so that a save never waits long. */
constexpr int rowsOfATransaction = 100;
constexpr int rowsRemovedAtOnce = 500;
/** Steps of the kinds below organizations, which are as deep as they lie. */
constexpr int firstStepBelow = 1'000'000;

int stepOf(AssetKind kind)
{
    const auto place = std::find(allKinds.begin(), allKinds.end(), kind);
    return firstStepBelow + int(place - allKinds.begin());
}

/** A record to plan and how far below the top it lies. */
struct Candidate {
    RecordId id = 0;
    RecordId organizationId = 0;
    int step = 0;
};

/** Parents first (rule F2). */
void orderByDepth(QList<Candidate> &organizations, const QHash<RecordId, RecordId> &parents)
{
    for (Candidate &each : organizations) {
        RecordId parent = parents.value(each.id);
        // A circle, which no record should be in, ends somewhere.
        while (parent != 0 && each.step < organizations.size()) {
            ++each.step;
            parent = parents.value(parent);
        }
    }
    std::stable_sort(organizations.begin(), organizations.end(),
                     [](const Candidate &one, const Candidate &other) { return one.step < other.step; });
}

Result<QList<Candidate>> candidatesOf(Database &database, AssetKind kind, const QList<RecordId> &organizations)
{
    QString sql = u"SELECT r.id, r.organization_id, o.parent_id FROM record r LEFT JOIN organization o ON o.record_id = r.id "
                  "WHERE r.kind = ?"_s;
    QVariantList values {kindName(kind)};
    if (!organizations.isEmpty()) {
        sql += kind == AssetKind::Organization ? u" AND r.id IN (SELECT value FROM json_each(?))"_s
                                               : u" AND r.organization_id IN (SELECT value FROM json_each(?))"_s;
        values.append(idsToSql(organizations));
    }
    QList<Candidate> candidates;
    QHash<RecordId, RecordId> parents;
    const bool isOrganization = kind == AssetKind::Organization;
    const Result<void> read = database.read(sql + u" ORDER BY r.id"_s, values, [&](const SqlStatement &row) {
        candidates.append({.id = row.value(0).toLongLong(),
                           .organizationId = row.value(1).toLongLong(),
                           .step = isOrganization ? 0 : stepOf(kind)});
        parents.insert(row.value(0).toLongLong(), row.value(2).toLongLong());
    });
    if (!read)
        return fail(read.error());
    if (isOrganization)
        orderByDepth(candidates, parents);
    return candidates;
}

tl::unexpected<Error> stopped()
{
    return fail(ErrorCode::Cancelled, Words::tr("The preview was stopped. Nothing was written."));
}

} // namespace

struct PushPreview::Work {
    QString path;
    Integration integration;
    const FieldMap *map = nullptr;
    PushAllScope scope;
    std::unique_ptr<PushPlanner> planner;
    QHash<AssetKind, QList<Candidate>> candidates;

    [[nodiscard]] Result<void> begin()
    {
        const Result<std::unique_ptr<Database>> database = Database::open(path, Database::Mode::ReadOnly);
        if (!database)
            return fail(database.error());
        Result<ReferenceCatalog> catalog = ReferenceCatalog::read(**database, integration);
        if (!catalog)
            return fail(catalog.error());
        QHash<AssetKind, FieldLengths> lengths;
        for (const AssetKind kind : std::as_const(scope.kinds)) {
            const Result<FieldLengths> theirs = IntegrationStore(**database).fieldLengths(integration.id, kind);
            if (!theirs)
                return fail(theirs.error());
            lengths.insert(kind, *theirs);
            const Result<QList<Candidate>> some = candidatesOf(**database, kind, scope.organizations);
            if (!some)
                return fail(some.error());
            candidates.insert(kind, *some);
        }
        const Result<QList<MatchDecision>> decisions = DecisionStore(**database).list(integration.id, true);
        if (!decisions)
            return fail(decisions.error());
        PushPlanner::RuledOut ruledOut;
        for (const MatchDecision &decision : *decisions) {
            if (decision.recordId == 0 || decision.choice != MatchDecision::Choice::Create)
                continue;
            for (const MatchDecision::Candidate &candidate : decision.candidates)
                ruledOut[decision.recordId].insert(candidate.remote.id);
        }
        planner = std::make_unique<PushPlanner>(integration, *map, std::move(*catalog), lengths, ruledOut);
        return {};
    }

    [[nodiscard]] Result<QList<PlannedRow>> plan(AssetKind kind, qsizetype start)
    {
        const Result<std::unique_ptr<Database>> database = Database::open(path, Database::Mode::ReadOnly);
        if (!database)
            return fail(database.error());
        const QList<Candidate> some = candidates.value(kind).mid(start, recordsOfATask);
        QList<RecordId> ids;
        QHash<RecordId, int> steps;
        for (const Candidate &each : some) {
            ids.append(each.id);
            steps.insert(each.id, each.step);
        }
        const Result<QList<Record>> records = RecordStore(**database).getMany(kind, ids);
        if (!records)
            return fail(records.error());
        const Result<QHash<RecordId, Link>> links = LinkStore(**database).ofRecords(integration.id, ids);
        if (!links)
            return fail(links.error());
        QList<PlannedRow> rows;
        rows.reserve(records->size());
        for (const Record &record : *records) {
            const Link none {.integrationId = integration.id, .recordId = record.id, .kind = kind};
            rows.append(planner->plan(record, links->value(record.id, none), steps.value(record.id)));
        }
        return rows;
    }

    /** Remote ids of the organizations of these records, where the PSA has them. */
    [[nodiscard]] QStringList organizationsThere(AssetKind kind) const
    {
        QSet<RecordId> met;
        QStringList ids;
        for (const Candidate &each : candidates.value(kind)) {
            const QString id = met.contains(each.organizationId) ? QString()
                                                                 : planner->catalog().remoteIdOf(each.organizationId);
            met.insert(each.organizationId);
            if (!id.isEmpty())
                ids.append(id);
        }
        return ids;
    }
};

PushPreview::PushPreview(Stores &stores, ConnectionPtr connection, const Integration &integration, PushAllScope scope,
                         Progress progress)
    : m_stores(stores)
    , m_connection(std::move(connection))
    , m_integration(integration)
    , m_scope(std::move(scope))
    , m_progress(std::move(progress))
    , m_work(std::make_shared<Work>())
{
}

PushPreview::~PushPreview() = default;

bool PushPreview::isCancelled() const
{
    return m_progress.isCancelled && m_progress.isCancelled();
}

void PushPreview::tell() const
{
    if (m_progress.tell)
        m_progress.tell(m_done, std::max(m_done, m_total));
}

QCoro::Task<Result<Plan>> PushPreview::run()
{
    m_work->path = m_stores.database.path();
    m_work->integration = m_integration;
    m_work->map = m_connection->map;
    m_work->scope = m_scope;
    Result<void> done = co_await removeFormer();
    if (!done)
        co_return fail(done.error());
    // What is only half written is no preview, so it becomes one at the end.
    m_plan = {.integrationId = m_integration.id,
              .state = Plan::State::Cancelled,
              .kinds = m_scope.kinds,
              .organizations = m_scope.organizations,
              .plannedAt = m_stores.clock.nowUtc()};
    done = inTransaction(m_stores.database, [&]() -> Result<void> {
        const Result<qint64> id = m_stores.plans.insert(m_plan);
        m_plan.id = id.value_or(0);
        return id ? Result<void>() : fail(id.error());
    });
    if (done) {
        const auto begin = [work = m_work] { return work->begin(); };
        const QFuture<Result<void>> begun = inWorkerThread(Priority::Foreground, begin);
        done = co_await begun;
    }
    if (done) {
        for (const AssetKind kind : allKinds)
            m_total += m_work->candidates.value(kind).size();
    }
    for (const AssetKind kind : allKinds) {
        if (!done || !m_scope.kinds.contains(kind))
            continue;
        done = co_await readRemote(kind);
        if (done)
            done = co_await planKind(kind);
    }
    if (!done)
        co_return fail(done.error());
    m_plan.state = Plan::State::Draft;
    done = inTransaction(m_stores.database, [&]() { return m_stores.plans.update(m_plan); });
    if (!done)
        co_return fail(done.error());
    co_return m_plan;
}

/** Previews that nobody confirmed, also half written ones, and runs before the last. */
QCoro::Task<Result<void>> PushPreview::removeFormer()
{
    const Result<QList<Plan>> plans = m_stores.plans.ofIntegration(m_integration.id);
    if (!plans)
        co_return fail(plans.error());
    bool hasRun = false;
    for (const Plan &plan : *plans) {
        bool isGone = plan.isConfirmed() && !hasRun;
        hasRun = hasRun || plan.isConfirmed();
        while (!isGone) {
            const auto remove = [&]() -> Result<void> {
                const Result<bool> gone = m_stores.plans.removeSome(plan.id, rowsRemovedAtOnce);
                isGone = gone.value_or(true);
                return gone ? Result<void>() : fail(gone.error());
            };
            const Result<void> removed = inTransaction(m_stores.database, remove, Durability::Later);
            if (!removed)
                co_return removed;
            co_await QCoro::sleepFor(0ms);
        }
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> PushPreview::readRemote(AssetKind kind)
{
    m_plan.found.insert(kind, 0);
    m_work->planner->remotes().clear();
    if (m_connection->client->listsAll(kind)) {
        const Result<void> read = co_await readPages(kind, {});
        co_return read;
    }
    const QStringList organizations = m_work->organizationsThere(kind);
    for (const QString &organization : organizations) {
        const Result<void> read = co_await readPages(kind, organization);
        if (!read)
            co_return read;
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> PushPreview::readPages(AssetKind kind, QString organization)
{
    PsaClient *const client = m_connection->client.get();
    PageRequest request {.organizationId = organization};
    Result<RemotePage> page = co_await client->page(kind, request);
    for (;;) {
        // Gone since the list of organizations was read.
        if (!page && page.error().code == ErrorCode::NotFound && !organization.isEmpty())
            co_return Result<void>();
        if (!page)
            co_return fail(page.error());
        if (isCancelled())
            co_return stopped();
        request.cursor = page->nextCursor;
        const bool isLast = request.cursor.isEmpty();
        // The next page is on its way while this one is looked at.
        QCoro::Task<Result<RemotePage>> next;
        if (!isLast)
            next = client->page(kind, request);
        m_plan.found[kind] += page->records.size();
        const auto add = [work = m_work, records = page->records] {
            for (const RemoteRecord &record : records)
                work->planner->remotes().add(record);
            return true;
        };
        const QFuture<bool> added = inWorkerThread(Priority::Foreground, add);
        co_await added;
        tell();
        if (isLast)
            co_return Result<void>();
        page = co_await next;
    }
}

QCoro::Task<Result<void>> PushPreview::planKind(AssetKind kind)
{
    const qsizetype count = m_work->candidates.value(kind).size();
    const auto planFrom = [this, kind](qsizetype start) {
        return inWorkerThread(Priority::Foreground, [work = m_work, kind, start] { return work->plan(kind, start); });
    };
    if (count == 0)
        co_return Result<void>();
    QFuture<Result<QList<PlannedRow>>> underWay = planFrom(0);
    for (qsizetype start = 0; start < count; start += recordsOfATask) {
        const Result<QList<PlannedRow>> rows = co_await underWay;
        if (!rows)
            co_return fail(rows.error());
        // The next ones are looked at while these are written.
        const qsizetype next = start + recordsOfATask;
        if (next < count)
            underWay = planFrom(next);
        const QList<PlannedRow> some = *rows;
        const Result<void> written = co_await write(some);
        if (!written) {
            co_await underWay;
            co_return written;
        }
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> PushPreview::write(QList<PlannedRow> rows)
{
    for (qsizetype start = 0; start < rows.size(); start += rowsOfATransaction) {
        if (isCancelled())
            co_return stopped();
        const QList<PlannedRow> some = rows.mid(start, rowsOfATransaction);
        // What a power cut undoes is previewed again.
        const Result<void> written = inTransaction(
            m_stores.database, [&]() { return m_stores.plans.append(m_plan.id, some); }, Durability::Later);
        if (!written)
            co_return written;
        m_done += some.size();
        tell();
        co_await QCoro::sleepFor(0ms);
    }
    co_return Result<void>();
}

} // namespace tandem
