// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/calllimiter.h"

#include <algorithm>
#include <cmath>

namespace tandem {

using std::chrono::milliseconds;

namespace {

/** The wall clock's name for a moment; invalid when it is not ahead. */
QDateTime whenOf(Moment moment, Moment now, const QDateTime &nowUtc)
{
    if (moment <= now)
        return {};
    return nowUtc.addMSecs(std::chrono::ceil<milliseconds>(moment - now).count());
}

} // namespace

// ---- permits
// ---------------------------------------------------------------------------------------------------

CallLimiter::Permits::Permits(int allowed)
    : m_allowed(std::max(1, allowed))
    , m_reduced(m_allowed)
{
}

int CallLimiter::Permits::allowed() const
{
    return m_allowed;
}

int CallLimiter::Permits::inForce(Moment now) const
{
    const qint64 quietStretches = (now - m_reducedAt) / quietStretch;
    return int(std::min<qint64>(m_allowed, m_reduced + quietStretches));
}

bool CallLimiter::Permits::hasRoom(Priority priority, Moment now) const
{
    const int permits = inForce(now);
    const int left = priority == Priority::Background && permits >= 2 ? 1 : 0;
    return taken + left < permits;
}

std::optional<Moment> CallLimiter::Permits::raisedAt(Moment now) const
{
    if (inForce(now) == m_allowed)
        return std::nullopt;
    return m_reducedAt + quietStretch * ((now - m_reducedAt) / quietStretch + 1);
}

void CallLimiter::Permits::halve(Moment now)
{
    m_reduced = std::max(1, inForce(now) / 2);
    m_reducedAt = now;
}

// ---- windows
// ---------------------------------------------------------------------------------------------------

CallLimiter::Budget::Budget(const CallWindow &window)
    : m_window(window)
{
}

std::chrono::seconds CallLimiter::Budget::length() const
{
    return m_window.length;
}

void CallLimiter::Budget::add(Moment now)
{
    while (!m_calls.empty() && m_calls.front() + m_window.length <= now)
        m_calls.pop_front();
    m_calls.push_back(now);
}

void CallLimiter::Budget::setUsage(Moment now, int used, int limit)
{
    if (limit <= 0 || used < 0)
        return;
    m_window.calls = limit;
    m_foreign = 0;
    m_foreign = std::max(0, used - usedAt(now));
    m_foreignSince = now;
}

/** Calls in the window at a moment from the last call on, if none leaves until then. */
int CallLimiter::Budget::usedAt(Moment moment) const
{
    const auto first = std::upper_bound(m_calls.cbegin(), m_calls.cend(), moment - m_window.length);
    return int(m_calls.cend() - first) + foreignAt(moment);
}

int CallLimiter::Budget::foreignAt(Moment moment) const
{
    const milliseconds length = m_window.length;
    const milliseconds left = std::chrono::ceil<milliseconds>(m_foreignSince + length - moment);
    if (left.count() <= 0)
        return 0;
    return int((qint64(m_foreign) * left.count() + length.count() - 1) / length.count());
}

milliseconds CallLimiter::Budget::spacing(int used) const
{
    milliseconds apart{0};
    for (const SlowStep &step : m_window.slowAt) {
        if (used >= step.from * m_window.calls)
            apart = step.spacing;
    }
    return apart;
}

bool CallLimiter::Budget::isOpenAt(Moment moment, int limit) const
{
    const int used = usedAt(moment);
    return used < limit && (m_calls.empty() || moment >= m_calls.back() + spacing(used));
}

Moment CallLimiter::Budget::readyAt(Moment now, Priority priority, bool isTurn) const
{
    const bool leavesReserve = priority == Priority::Background && !isTurn;
    const int reserved = leavesReserve ? int(m_window.calls * m_window.reserve) : 0;
    const int limit = std::max(1, m_window.calls - reserved);
    if (isOpenAt(now, limit))
        return now;
    // Until the next call usage only falls, so once it is open it stays so: halve the time in which it opens.
    Moment closed = now;
    Moment open = now + m_window.length + spacing(m_window.calls);
    while (open - closed > Moment::duration(1)) {
        const Moment middle = closed + (open - closed) / 2;
        (isOpenAt(middle, limit) ? open : closed) = middle;
    }
    return open;
}

WindowFigures CallLimiter::Budget::figures(Moment now, const QDateTime &nowUtc) const
{
    const int used = usedAt(now);
    return {.used = used,
            .limit = m_window.calls,
            .windowSeconds = int(m_window.length.count()),
            .spacing = spacing(used),
            .freeAt = whenOf(readyAt(now, Priority::Foreground, false), now, nowUtc)};
}

// ---- the queue
// -------------------------------------------------------------------------------------------------

CallLimiter::CallLimiter(const CallLimits &limits)
    : m_limits(limits)
    , m_permits(limits.permits)
{
    for (const CallWindow &window : m_limits.windows) {
        if (window.scope == CallScope::Account && window.calls > 0)
            m_budgets.emplace_back(window);
    }
}

CallLimiter::~CallLimiter() = default;

milliseconds CallLimiter::Endpoint::distanceAt(Moment now) const
{
    const qint64 quietStretches = (now - slowedAt) / quietStretch;
    return quietStretches < 16 ? distance / (1 << quietStretches) : milliseconds(0);
}

Moment CallLimiter::Endpoint::readyAt(Moment now) const
{
    return std::max<Moment>(now, leftAt + distanceAt(now));
}

void CallLimiter::Endpoint::slowDown(Moment now)
{
    distance = std::clamp(distanceAt(now) * 2, firstDistance, longestDistance);
    slowedAt = now;
}

CallLimiter::Endpoint &CallLimiter::endpoint(const QString &name)
{
    const auto known = m_endpoints.find(name);
    if (known != m_endpoints.end())
        return known->second;
    Endpoint made{
        .permits = Permits(m_limits.permitsPerEndpoint > 0 ? m_limits.permitsPerEndpoint : m_limits.permits)};
    for (const CallWindow &window : m_limits.windows) {
        if (window.scope == CallScope::Endpoint && window.calls > 0)
            made.budgets.emplace_back(window);
    }
    return m_endpoints.emplace(name, std::move(made)).first->second;
}

CallLimiter::Ticket CallLimiter::enqueue(const QString &name, Priority priority)
{
    Endpoint &to = endpoint(name);
    std::deque<Ticket> &queue = to.waiting.at(size_t(priority));
    if (priority == Priority::Background && queue.empty())
        to.passedOver = 0;
    queue.push_back(++m_lastTicket);
    return m_lastTicket;
}

bool CallLimiter::isReady(const Budgets &budgets, Moment now, Priority priority, bool isTurn)
{
    return std::all_of(budgets.cbegin(), budgets.cend(),
                       [&](const Budget &budget) { return budget.readyAt(now, priority, isTurn) <= now; });
}

/** The endpoint whose background work has let enough calls of people go first, and lacks at most a permit. */
CallLimiter::Endpoint *CallLimiter::overdue(Moment now)
{
    Endpoint *first = nullptr;
    for (auto &[name, each] : m_endpoints) {
        const std::deque<Ticket> &queue = each.waiting.at(size_t(Priority::Background));
        if (queue.empty() || each.passedOver < turnAfter)
            continue;
        if (first && first->waiting.at(size_t(Priority::Background)).front() < queue.front())
            continue;
        if (isReady(m_budgets, now, Priority::Background, true) && each.readyAt(now) <= now
            && isReady(each.budgets, now, Priority::Background, true))
            first = &each;
    }
    return first;
}

/** The endpoint with the oldest call of this priority that may leave now. */
CallLimiter::Endpoint *CallLimiter::oldest(Priority priority, Moment now, const Endpoint *but)
{
    if (!m_permits.hasRoom(priority, now) || !isReady(m_budgets, now, priority, false))
        return nullptr;
    Endpoint *first = nullptr;
    for (auto &[name, each] : m_endpoints) {
        const std::deque<Ticket> &queue = each.waiting.at(size_t(priority));
        if (queue.empty() || &each == but)
            continue;
        if (first && first->waiting.at(size_t(priority)).front() < queue.front())
            continue;
        if (each.permits.hasRoom(priority, now) && each.readyAt(now) <= now
            && isReady(each.budgets, now, priority, false))
            first = &each;
    }
    return first;
}

std::optional<CallLimiter::Ticket> CallLimiter::next(Moment now)
{
    if (now < m_heldUntil)
        return std::nullopt;
    Endpoint *const turn = overdue(now);
    if (turn) {
        if (!m_permits.hasRoom(Priority::Background, now))
            return std::nullopt;
        if (turn->permits.hasRoom(Priority::Background, now))
            return leave(*turn, Priority::Background, now);
    }
    for (const Priority priority : {Priority::Foreground, Priority::Background}) {
        if (Endpoint *const from = oldest(priority, now, turn))
            return leave(*from, priority, now);
    }
    return std::nullopt;
}

CallLimiter::Ticket CallLimiter::leave(Endpoint &from, Priority priority, Moment now)
{
    std::deque<Ticket> &queue = from.waiting.at(size_t(priority));
    const Ticket ticket = queue.front();
    queue.pop_front();
    for (Budgets *budgets : {&m_budgets, &from.budgets}) {
        for (Budget &budget : *budgets)
            budget.add(now);
    }
    ++m_permits.taken;
    ++from.permits.taken;
    ++m_calls;
    ++from.calls;
    from.leftAt = now;
    m_underWay.insert(ticket, &from);
    switch (priority) {
    case Priority::Foreground:
        for (auto &[name, each] : m_endpoints) {
            if (!each.waiting.at(size_t(Priority::Background)).empty())
                ++each.passedOver;
        }
        break;
    case Priority::Background:
        from.passedOver = 0;
        break;
    }
    return ticket;
}

std::optional<Moment> CallLimiter::wakeAt(Moment now) const
{
    std::optional<Moment> soonest;
    const auto consider = [&](std::optional<Moment> moment) {
        if (moment && *moment > now && (!soonest || *moment < *soonest))
            soonest = moment;
    };
    const auto considerBudgets = [&](const Budgets &budgets, Priority priority) {
        for (const Budget &budget : budgets) {
            consider(budget.readyAt(now, priority, false));
            consider(budget.readyAt(now, priority, true));
        }
    };
    for (const Priority priority : {Priority::Foreground, Priority::Background}) {
        if (waiting(priority) == 0)
            continue;
        if (now < m_heldUntil)
            return m_heldUntil;
        consider(m_permits.raisedAt(now));
        considerBudgets(m_budgets, priority);
        for (const auto &[name, each] : m_endpoints) {
            if (each.waiting.at(size_t(priority)).empty())
                continue;
            consider(each.permits.raisedAt(now));
            consider(each.readyAt(now));
            considerBudgets(each.budgets, priority);
        }
    }
    return soonest;
}

void CallLimiter::finish(Ticket ticket)
{
    if (Endpoint *const from = m_underWay.take(ticket)) {
        --m_permits.taken;
        --from->permits.taken;
    }
}

void CallLimiter::withdraw(Ticket ticket)
{
    for (auto &[name, each] : m_endpoints) {
        for (std::deque<Ticket> &queue : each.waiting) {
            const auto place = std::lower_bound(queue.begin(), queue.end(), ticket);
            if (place != queue.end() && *place == ticket) {
                queue.erase(place);
                return;
            }
        }
    }
}

bool CallLimiter::isUnderWay(Ticket ticket) const
{
    return m_underWay.contains(ticket);
}

int CallLimiter::underWay() const
{
    return m_permits.taken;
}

int CallLimiter::waiting(Priority priority) const
{
    size_t count = 0;
    for (const auto &[name, each] : m_endpoints)
        count += each.waiting.at(size_t(priority)).size();
    return int(count);
}

// ---- what the PSA says
// -----------------------------------------------------------------------------------------

void CallLimiter::hold(Moment now, milliseconds duration, HoldReason reason)
{
    if (duration <= milliseconds(0))
        return;
    // "Too many" says more than the wait that comes with it.
    if (now >= m_heldUntil || reason == HoldReason::TooManyCalls)
        m_holdReason = reason;
    m_heldUntil = std::max<Moment>(m_heldUntil, now + std::min<milliseconds>(duration, longestWait));
}

void CallLimiter::noteThrottled(Moment now, const QString &name, std::optional<milliseconds> retryAfter)
{
    ++m_throttled;
    if (now < m_heldUntil && m_holdReason == HoldReason::TooManyCalls) {
        hold(now, retryAfter.value_or(milliseconds(0)), HoldReason::TooManyCalls);
        return;
    }
    const bool isAgain = m_throttledAt && now - *m_throttledAt < quietStretch;
    m_throttleHold = isAgain ? std::min(m_throttleHold * 2, longestHold) : firstHold;
    m_throttledAt = now;
    m_permits.halve(now);
    Endpoint &refusing = endpoint(name);
    refusing.permits.halve(now);
    if (m_limits.permitsPerEndpoint > 0)
        refusing.slowDown(now);
    hold(now, std::max(retryAfter.value_or(m_throttleHold), shortestHold), HoldReason::TooManyCalls);
}

void CallLimiter::noteUsage(Moment now, int used, int limit)
{
    const auto longest =
        std::max_element(m_budgets.begin(), m_budgets.end(), [](const Budget &one, const Budget &other) {
            return one.length() < other.length();
        });
    if (longest != m_budgets.end())
        longest->setUsage(now, used, limit);
}

/** The window with the largest share used; before any is, what the platform allows. */
WindowFigures CallLimiter::fullestOf(const QList<WindowFigures> &windows) const
{
    const auto isFuller = [](const WindowFigures &one, const WindowFigures &other) {
        return qint64(one.used) * other.limit > qint64(other.used) * one.limit;
    };
    // Of equals the first.
    const auto fullest = std::min_element(windows.cbegin(), windows.cend(), isFuller);
    if (fullest != windows.cend())
        return *fullest;
    for (const CallWindow &window : m_limits.windows) {
        if (window.calls > 0)
            return {.limit = window.calls, .windowSeconds = int(window.length.count())};
    }
    return {};
}

CallFigures CallLimiter::figures(Moment now, const QDateTime &nowUtc) const
{
    CallFigures figures{.inFlight = m_permits.taken,
                        .waitingForeground = waiting(Priority::Foreground),
                        .waitingBackground = waiting(Priority::Background),
                        .permitsInForce = m_permits.inForce(now),
                        .permitsAllowed = m_permits.allowed(),
                        .calls = m_calls,
                        .throttled = m_throttled};
    figures.waiting = figures.waitingForeground + figures.waitingBackground;
    if (now < m_heldUntil) {
        figures.holdReason = m_holdReason;
        figures.heldUntil = whenOf(m_heldUntil, now, nowUtc);
    }
    for (const Budget &budget : m_budgets)
        figures.windows.append(budget.figures(now, nowUtc));
    for (const auto &[name, each] : m_endpoints) {
        figures.endpoints.append({.endpoint = name,
                                  .calls = each.calls,
                                  .inFlight = each.permits.taken,
                                  .waiting = int(each.waiting.at(0).size() + each.waiting.at(1).size()),
                                  .permitsInForce = each.permits.inForce(now),
                                  .permitsAllowed = each.permits.allowed()});
        for (const Budget &budget : each.budgets) {
            WindowFigures window = budget.figures(now, nowUtc);
            window.endpoint = name;
            figures.windows.append(window);
        }
    }
    const WindowFigures fullest = fullestOf(figures.windows);
    figures.callsInWindow = fullest.used;
    figures.callLimit = fullest.limit;
    figures.windowSeconds = fullest.windowSeconds;
    return figures;
}

} // namespace tandem
