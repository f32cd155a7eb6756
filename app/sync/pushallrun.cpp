// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pushallrun.h"

#include "core/logging.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/** Rows that wait in the outbox or are on their way: enough that the pusher never runs dry. */
constexpr qint64 window = 256;
/** Rows that one transaction feeds, so that no save waits. */
constexpr int rowsAtOnce = 64;
/** How often the results are gathered; who is idle does not wait for it. */
constexpr auto settleInterval = 250ms;
/**
 * Of the run's own bookkeeping: each push commits its intent to the disk before its request leaves, and with it
 * all that was written before, so a power cut undoes only what led to no request and what the next settling
 * reads off the outbox and the links again.
 */
constexpr Durability bookkeeping = Durability::Later;
/** When the database could not be written. */
constexpr auto databaseInterval = 5s;
/** What the rate is taken from. */
constexpr qint64 rateSeconds = 120;

/** It is tied to what was there, and what still differs waits for records that it refers to. */
bool isLinkedAndWaits(const UnderwayRow &row)
{
    return row.wasAdopted && !row.remoteId.isEmpty() && row.outcome != PlanOutcome::Update && row.pushId != 0
        && row.stage == Push::Stage::Held;
}

/** Nothing but another push, or a moment, opens its way; others need not wait for it. */
bool isPutOff(const UnderwayRow &row, const QDateTime &now)
{
    const bool isLater = row.nextTryAt > now;
    return (row.stage == Push::Stage::Waiting || row.stage == Push::Stage::Unknown) && isLater;
}

} // namespace

PushAllRun::PushAllRun(Stores &stores, IntegrationId integration, Pusher &pusher, ChangeNotifier &notifier)
    : m_stores(stores)
    , m_integration(integration)
    , m_pusher(pusher)
    , m_notifier(notifier)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(settleInterval);
    connect(&m_timer, &QTimer::timeout, this, &PushAllRun::step);
    connect(&m_pusher, &Pusher::statusChanged, this, &PushAllRun::soon);
    // Nothing is left to gather then, and the next rows should not wait.
    connect(&m_pusher, &Pusher::idle, this, [this] {
        soon();
        if (m_timer.isActive())
            m_timer.start(0ms);
    });
    m_pusher.setMayCreate([this](RecordId record) { return mayCreate(record); });
}

PushAllRun::~PushAllRun() = default;

const Plan &PushAllRun::plan() const
{
    return m_plan;
}

bool PushAllRun::isRunning() const
{
    return m_plan.id != 0 && m_plan.state == Plan::State::Running;
}

bool PushAllRun::mayCreate(RecordId record) const
{
    return !m_toLink.contains(record);
}

Result<void> PushAllRun::load()
{
    const Result<QList<Plan>> plans = m_stores.plans.ofIntegration(m_integration);
    if (!plans)
        return fail(plans.error());
    const auto newest
        = std::find_if(plans->begin(), plans->end(), [](const Plan &each) { return each.isConfirmed(); });
    m_plan = newest == plans->end() ? Plan() : *newest;
    m_counts.clear();
    m_toLink.clear();
    m_samples.clear();
    if (m_plan.id == 0)
        return {};
    const Result<PlanCountsByKind> counts = m_stores.plans.counts(m_plan.id);
    if (!counts)
        return fail(counts.error());
    m_counts = *counts;
    const Result<QList<UnderwayRow>> underway = m_stores.plans.underway(m_plan);
    if (!underway)
        return fail(underway.error());
    for (const UnderwayRow &row : *underway) {
        if (row.outcome == PlanOutcome::Link)
            m_toLink.insert(row.recordId);
    }
    return {};
}

void PushAllRun::setDriven(bool isDriven)
{
    m_isDriven = isDriven;
    soon();
}

void PushAllRun::setCallCounter(std::function<qint64()> calls)
{
    m_calls = std::move(calls);
}

void PushAllRun::stop()
{
    m_isStopped = true;
    m_timer.stop();
    m_stepped.ring();
}

void PushAllRun::soon()
{
    if (m_isDriven && isRunning() && !m_isStopped && !m_timer.isActive())
        m_timer.start(settleInterval);
}

void PushAllRun::step()
{
    if (m_isStepping || !isRunning() || m_isStopped)
        return;
    // What is fed may end at once and call back.
    m_isStepping = true;
    m_hasMoved = false;
    Result<void> done = settle();
    if (done)
        done = feed();
    if (done)
        done = finish();
    m_isStepping = false;
    noteRate();
    Q_EMIT changed();
    if (!done) {
        qCWarning(lcSync) << "Push All waits:" << done.error().message;
        m_timer.start(databaseInterval);
    } else if (m_hasMoved) {
        m_pusher.pump();
        soon();
    }
    m_stepped.ring();
}

Result<void> PushAllRun::settle()
{
    const Result<QList<UnderwayRow>> underway = m_stores.plans.underway(m_plan);
    if (!underway)
        return fail(underway.error());
    m_putOff = 0;
    m_waiting = 0;
    m_lowestStep = std::numeric_limits<int>::max();
    if (underway->isEmpty())
        return {};
    const bool isLast = std::all_of(m_counts.cbegin(), m_counts.cend(),
                                    [](const PlanCounts &counts) { return counts.of(PlanResult::Open) == 0; })
        && std::all_of(underway->begin(), underway->end(), isLinkedAndWaits);
    return inTransaction(m_stores.database, [&]() -> Result<void> {
        for (const UnderwayRow &row : *underway) {
            // Whoever comes later may open its way.
            if (isLinkedAndWaits(row) && !isLast) {
                ++m_waiting;
                continue;
            }
            if (const Result<void> settled = settleOne(row); !settled)
                return settled;
        }
        return {};
    }, bookkeeping);
}

Result<void> PushAllRun::settleOne(const UnderwayRow &row)
{
    const auto become = [&](PlanResult result, const QString &message = {}) {
        return set(row.id, row.kind, PlanResult::Underway, result, message.isEmpty() ? row.note : message);
    };
    if (!row.hasRecord)
        return become(PlanResult::Changed, tr("It was deleted here since the preview."));
    const bool isSettled = isLinkedAndWaits(row)
        || (row.pushId == 0 && row.outcome != PlanOutcome::Update && row.wasAdopted && !row.remoteId.isEmpty());
    if (row.pushId == 0 || isSettled)
        m_toLink.remove(row.recordId);
    if (isSettled) {
        const bool isOther = row.remoteId != row.plannedRemoteId;
        return become(PlanResult::Linked,
                      isOther ? tr("It matched something that was not there in the preview.") : QString());
    }
    if (row.pushId == 0 && row.remoteId.isEmpty()) {
        return become(PlanResult::Changed,
                      row.outcome == PlanOutcome::Link
                          ? tr("What matched it in the preview is not there any more, so nothing was made.")
                          : tr("Its push was taken back since the preview."));
    }
    if (row.pushId == 0) {
        const bool wasThere = row.outcome == PlanOutcome::Held && !row.plannedRemoteId.isEmpty();
        const bool isUpdate = row.outcome == PlanOutcome::Update || wasThere;
        return become(isUpdate ? PlanResult::Updated : PlanResult::Created);
    }
    switch (row.stage) {
    case Push::Stage::Queued:
    case Push::Stage::InFlight:
    case Push::Stage::Unknown:
    case Push::Stage::Waiting:
        break;
    case Push::Stage::Held:
        // It waits for another push, and says so.
        if (row.state == SyncState::Pending) {
            ++m_waiting;
            return {};
        }
        return become(PlanResult::Held, row.message);
    case Push::Stage::Rejected:
        return become(PlanResult::Failed, row.message);
    case Push::Stage::Conflict:
        return become(PlanResult::Undecided, row.message);
    case Push::Stage::Count:
        break;
    }
    const bool isLater = isPutOff(row, m_stores.clock.nowUtc());
    if (isLater)
        ++m_putOff;
    else
        m_lowestStep = std::min(m_lowestStep, row.step);
    return m_stores.plans.setRetryAt(row.id, isLater ? row.nextTryAt : QDateTime());
}

Result<void> PushAllRun::feed()
{
    for (;;) {
        qint64 underway = 0;
        for (const PlanCounts &counts : std::as_const(m_counts))
            underway += counts.of(PlanResult::Underway);
        // A few at a time would be as many transactions as rows.
        const qint64 room = window - underway + m_putOff + m_waiting;
        if (room < rowsAtOnce)
            return {};
        const Result<QList<PlannedRow>> open = m_stores.plans.open(m_plan.id, rowsAtOnce);
        if (!open)
            return fail(open.error());
        if (open->isEmpty())
            return {};
        qsizetype fed = 0;
        const Result<void> written = inTransaction(m_stores.database, [&]() -> Result<void> {
            for (const PlannedRow &planned : *open) {
                // Parents, and what others refer to, go first (rule F2).
                if (planned.step > m_lowestStep)
                    break;
                if (const Result<void> one = feedOne(planned); !one)
                    return one;
                ++fed;
            }
            return {};
        }, bookkeeping);
        if (!written || fed == 0)
            return written;
    }
}

Result<void> PushAllRun::feedOne(const PlannedRow &planned)
{
    const PlanRow &row = planned.row;
    const auto become = [&](PlanResult result, const QString &message = {}) {
        return set(row.id, row.kind, PlanResult::Open, result, message);
    };
    const Result<std::optional<Link>> link = m_stores.links.get(m_integration, row.recordId);
    if (!link)
        return fail(link.error());
    const bool isLinked = *link && (*link)->isLinked();
    switch (row.outcome) {
    case PlanOutcome::Held:
        if (planned.isRetry)
            break;
        return feedHeld(planned);
    case PlanOutcome::Linked:
        return isLinked ? become(PlanResult::Untouched)
                        : become(PlanResult::Changed, tr("It is not linked any more."));
    case PlanOutcome::Update:
        if (!isLinked)
            return become(PlanResult::Changed, tr("It is not linked any more."));
        break;
    case PlanOutcome::Create:
    case PlanOutcome::Link:
    case PlanOutcome::Decision:
        if (isLinked && !planned.comesAlong && !planned.wasUnderway)
            return become(PlanResult::Linked, tr("It was linked since the preview."));
        break;
    case PlanOutcome::Count:
        break;
    }
    const Result<Record> record = m_stores.records.get(row.recordId);
    if (!record && record.error().code != ErrorCode::NotFound)
        return fail(record.error());
    if (!record)
        return become(PlanResult::Changed, tr("It was deleted here since the preview."));
    const Result<std::optional<Push>> waiting = m_stores.outbox.get(m_integration, row.recordId);
    if (!waiting)
        return fail(waiting.error());
    const bool isGoing = *waiting && (*waiting)->stage != Push::Stage::Held && (*waiting)->stage != Push::Stage::Rejected
        && (*waiting)->stage != Push::Stage::Conflict;
    if (!isGoing) {
        const Result<void> queued = m_stores.outbox.enqueue(m_integration, row.recordId, row.kind, m_plan.person,
                                                            m_stores.clock.nowUtc());
        if (!queued)
            return queued;
        const Result<void> shown = m_stores.links.setState(m_integration, row.recordId, SyncState::Pending);
        if (!shown)
            return shown;
        m_notifier.recordChanged(row.recordId);
    }
    // Who tries again has read that nothing matches any more.
    if (row.outcome == PlanOutcome::Link && !planned.isRetry)
        m_toLink.insert(row.recordId);
    const QString note = record->updatedAt > m_plan.plannedAt
        ? tr("It was edited since the preview, and what it is now was pushed.")
        : QString();
    if (const Result<void> noted = m_stores.plans.setUnderway(row.id, !*waiting, note); !noted)
        return noted;
    PlanCounts &counts = m_counts[row.kind];
    --counts.results.at(size_t(PlanResult::Open));
    ++counts.results.at(size_t(PlanResult::Underway));
    m_lowestStep = std::min(m_lowestStep, planned.step);
    m_hasMoved = true;
    return {};
}

/** Whatever opened since the preview is not pushed, since nobody has seen what would happen to it. */
Result<void> PushAllRun::feedHeld(const PlannedRow &planned)
{
    const PlanRow &row = planned.row;
    const Result<Integration> integration = m_stores.integrations.get(m_integration);
    if (!integration)
        return fail(integration.error());
    const Result<PushFacts> facts = pushFacts(m_stores, *integration, row.recordId);
    if (!facts && facts.error().code != ErrorCode::NotFound)
        return fail(facts.error());
    if (!facts) {
        return set(row.id, row.kind, PlanResult::Open, PlanResult::Changed,
                   tr("It was deleted here since the preview."));
    }
    const bool isHeld = facts->needsPerson() || facts->link.isOrphaned;
    if (isHeld) {
        const QString reason = facts->gates.isEmpty() && !row.gates.isEmpty() ? row.gates.constFirst().reason
                                                                              : heldMessage(facts->gates);
        return set(row.id, row.kind, PlanResult::Open, PlanResult::Held, reason);
    }
    return set(row.id, row.kind, PlanResult::Open, PlanResult::Changed,
               tr("Nothing holds it any more. Try again to push it."));
}

Result<void> PushAllRun::set(qint64 row, AssetKind kind, PlanResult from, PlanResult to, const QString &message)
{
    if (const Result<void> written = m_stores.plans.setResult(row, to, message); !written)
        return written;
    PlanCounts &counts = m_counts[kind];
    --counts.results.at(size_t(from));
    ++counts.results.at(size_t(to));
    m_hasMoved = true;
    return {};
}

Result<void> PushAllRun::finish()
{
    const bool isOver = std::all_of(m_counts.cbegin(), m_counts.cend(), [](const PlanCounts &counts) {
        return counts.of(PlanResult::Open) == 0 && counts.of(PlanResult::Underway) == 0;
    });
    if (!isOver)
        return {};
    PlanCounts all;
    for (const PlanCounts &counts : std::as_const(m_counts))
        all.add(counts);
    return inTransaction(m_stores.database, [&]() -> Result<void> {
        if (const Result<void> done = setState(Plan::State::Finished); !done)
            return done;
        const qint64 sent = all.of(PlanResult::Created) + all.of(PlanResult::Linked) + all.of(PlanResult::Updated);
        const qint64 left = all.total() - sent - all.of(PlanResult::Untouched);
        return m_stores.events.append({.at = m_plan.endedAt,
                                       .type = Event::Type::Changed,
                                       .integrationId = m_integration,
                                       .person = m_plan.person,
                                       .message = tr("Push All Syncable Assets has ended: %1 done, %2 not.")
                                                      .arg(QString::number(sent), QString::number(left))});
    });
}

Result<void> PushAllRun::setState(Plan::State state)
{
    m_plan.state = state;
    const bool isEnd = state == Plan::State::Finished || state == Plan::State::Cancelled;
    m_plan.endedAt = isEnd ? m_stores.clock.nowUtc() : QDateTime();
    return m_stores.plans.update(m_plan);
}

Result<void> PushAllRun::confirm(const Plan &plan)
{
    Plan confirmed = plan;
    confirmed.state = Plan::State::Running;
    const Result<void> done = inTransaction(m_stores.database, [&]() -> Result<void> {
        if (const Result<void> written = m_stores.plans.confirm(confirmed); !written)
            return written;
        return m_stores.events.append({.at = confirmed.confirmedAt,
                                       .type = Event::Type::Changed,
                                       .integrationId = m_integration,
                                       .person = confirmed.person,
                                       .message = tr("Push All Syncable Assets was started.")});
    });
    if (!done)
        return done;
    const Result<void> loaded = load();
    soon();
    Q_EMIT changed();
    return loaded;
}

/** What waits for its turn and was put there for the plan alone does not leave; its rows are open again. */
Result<void> PushAllRun::takeBack()
{
    const Result<QList<UnderwayRow>> underway = m_stores.plans.underway(m_plan);
    if (!underway)
        return fail(underway.error());
    for (const UnderwayRow &row : *underway) {
        const bool hasNotLeft = row.stage == Push::Stage::Queued || row.stage == Push::Stage::Held
            || row.stage == Push::Stage::Waiting;
        if (row.pushId == 0 || !hasNotLeft || !row.isOurs)
            continue;
        if (const Result<void> removed = m_stores.outbox.remove(row.pushId); !removed)
            return removed;
        const Result<void> shown = m_stores.links.setState(m_integration, row.recordId, SyncState::NotYetPushed);
        if (!shown)
            return shown;
        if (const Result<void> opened = set(row.id, row.kind, PlanResult::Underway, PlanResult::Open); !opened)
            return opened;
        m_toLink.remove(row.recordId);
        m_notifier.recordChanged(row.recordId);
    }
    return {};
}

Result<void> PushAllRun::setPaused(bool paused)
{
    const Plan::State wanted = paused ? Plan::State::Paused : Plan::State::Running;
    const bool isPossible = m_plan.state == Plan::State::Running || m_plan.state == Plan::State::Paused;
    if (m_plan.id == 0 || !isPossible)
        return fail(ErrorCode::NotFound, tr("Nothing is being pushed. Make a preview first."));
    if (m_plan.state == wanted)
        return {};
    if (const Result<void> settled = settle(); !settled)
        return settled;
    const Result<void> done = inTransaction(m_stores.database, [&]() -> Result<void> {
        if (paused) {
            if (const Result<void> back = takeBack(); !back)
                return back;
        }
        return setState(wanted);
    });
    m_samples.clear();
    m_pusher.pump();
    soon();
    Q_EMIT changed();
    return done;
}

Result<void> PushAllRun::cancel()
{
    const bool isPossible = m_plan.state == Plan::State::Running || m_plan.state == Plan::State::Paused;
    if (m_plan.id == 0 || !isPossible)
        return fail(ErrorCode::NotFound, tr("Nothing is being pushed."));
    if (const Result<void> settled = settle(); !settled)
        return settled;
    const Result<void> done = inTransaction(m_stores.database, [&]() -> Result<void> {
        if (const Result<void> back = takeBack(); !back)
            return back;
        return setState(Plan::State::Cancelled);
    });
    m_pusher.pump();
    Q_EMIT changed();
    return done;
}

Result<void> PushAllRun::retry()
{
    if (m_plan.id == 0)
        return fail(ErrorCode::NotFound, tr("Nothing was pushed yet. Make a preview first."));
    const Result<void> done = inTransaction(m_stores.database, [&]() -> Result<void> {
        const Result<int> opened = m_stores.plans.reopen(
            m_plan.id, {PlanResult::Failed, PlanResult::Held, PlanResult::Changed, PlanResult::Undecided});
        if (!opened)
            return fail(opened.error());
        return setState(Plan::State::Running);
    });
    if (!done)
        return done;
    const Result<void> loaded = load();
    soon();
    Q_EMIT changed();
    return loaded;
}

/** Nothing is on its way that would bring the next step. */
bool PushAllRun::isStuck() const
{
    return m_pusher.isIdle() && !m_timer.isActive();
}

QCoro::Task<Result<void>> PushAllRun::toItsEnd()
{
    const bool wasDriven = std::exchange(m_isDriven, true);
    m_pusher.pump();
    step();
    bool hasLooked = false;
    while (isRunning() && !m_isStopped) {
        // What was put off may have become due on the way, and nobody else is there to see it.
        if (isStuck() && !hasLooked) {
            hasLooked = true;
            m_pusher.pump();
        }
        if (isStuck())
            break;
        co_await m_stepped.next();
        hasLooked = hasLooked && !m_hasMoved;
    }
    m_isDriven = wasDriven;
    if (m_isStopped)
        co_return fail(ErrorCode::Cancelled, tr("Tandem is closing."));
    co_return Result<void>();
}

void PushAllRun::noteRate()
{
    qint64 done = 0;
    for (const PlanCounts &counts : std::as_const(m_counts))
        done += counts.total() - counts.of(PlanResult::Open) - counts.of(PlanResult::Underway);
    const QDateTime now = m_stores.clock.nowUtc();
    if (m_samples.empty() || m_samples.back().at.msecsTo(now) >= 1000)
        m_samples.push_back({now, done, m_calls ? m_calls() : 0});
    while (m_samples.size() > 2 && m_samples.front().at.secsTo(now) > rateSeconds)
        m_samples.pop_front();
}

Result<PushAllStatus> PushAllRun::status() const
{
    PushAllStatus status {.plan = m_plan, .counts = m_counts, .putOff = m_putOff};
    for (const PlanCounts &counts : m_counts)
        status.underway += counts.of(PlanResult::Underway);
    if (m_samples.size() >= 2 && isRunning()) {
        const double minutes = double(m_samples.front().at.msecsTo(m_samples.back().at)) / 60'000;
        if (minutes > 0) {
            status.recordsPerMinute = double(m_samples.back().done - m_samples.front().done) / minutes;
            status.callsPerMinute = double(m_samples.back().calls - m_samples.front().calls) / minutes;
        }
    }
    for (auto it = m_counts.constBegin(); status.recordsPerMinute > 0 && it != m_counts.constEnd(); ++it) {
        const qint64 left = it->of(PlanResult::Open) + it->of(PlanResult::Underway);
        if (left > 0)
            status.secondsLeft.insert(it.key(), qint64(double(left) * 60 / status.recordsPerMinute));
    }
    const Result<QList<Plan>> plans = m_stores.plans.ofIntegration(m_integration);
    if (!plans)
        return fail(plans.error());
    const auto before = std::find_if(plans->begin(), plans->end(), [this](const Plan &each) {
        return each.isConfirmed() && each.id != m_plan.id;
    });
    if (before != plans->end()) {
        status.previous = *before;
        const Result<PlanCountsByKind> counts = m_stores.plans.counts(before->id);
        if (!counts)
            return fail(counts.error());
        status.previousCounts = *counts;
    }
    return status;
}

} // namespace tandem
