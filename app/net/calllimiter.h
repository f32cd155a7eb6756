// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calllimits.h"
#include "core/priority.h"
#include "net/callfigures.h"
#include "net/moment.h"

#include <QHash>
#include <QString>

#include <array>
#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace tandem {

/**
 * The queue of all calls to one PSA account: says which may leave, and when. Pure: it knows neither network
 * nor clock; every question brings its moment, and moments do not run backwards.
 *
 * A call leaves when nothing is held and the account and its endpoint have a permit and room in every window.
 * People's calls go before background ones, each in the order they came; an endpoint that is full keeps no
 * other one waiting. Background work leaves the last of two or more permits free, and the reserve of a
 * window. So that it is not starved, it has its turn once `turnAfter` calls of people have gone before it;
 * permits are then kept until it can go.
 *
 * When the PSA says "too many", the permits in force halve (of the account and of that endpoint, to at least
 * one) and the account is held; after each quiet stretch one permit comes back. Where the platform counts the
 * requests under way at an endpoint, it may do so for a while after it answered, so the calls of that endpoint
 * keep a distance then, too, which halves with each quiet stretch.
 */
class CallLimiter final {
    Q_DISABLE_COPY_MOVE(CallLimiter)
public:
    /** Names a call from `enqueue` to `finish` or `withdraw`; no two calls have the same. */
    using Ticket = quint64;

    static constexpr int turnAfter = 8;
    static constexpr std::chrono::seconds quietStretch{60};
    /** What "too many" holds when the PSA names no time: doubled while it says so again before a quiet
     * stretch. */
    static constexpr std::chrono::milliseconds firstHold{2'000};
    static constexpr std::chrono::milliseconds longestHold{60'000};
    /** The distance that calls of an endpoint keep after "too many"; doubled likewise. */
    static constexpr std::chrono::milliseconds firstDistance{250};
    static constexpr std::chrono::milliseconds longestDistance{2'000};
    /** "Too many" holds at least so long, whatever the PSA says. */
    static constexpr std::chrono::milliseconds shortestHold{1'000};
    /** No wait is longer, whoever asks for it. */
    static constexpr std::chrono::hours longestWait{24};

    explicit CallLimiter(const CallLimits &limits);
    ~CallLimiter();

    [[nodiscard]] Ticket enqueue(const QString &endpoint, Priority priority);
    /** The call that leaves now, which counts from here on; asked again until there is none. */
    [[nodiscard]] std::optional<Ticket> next(Moment now);
    /** When to ask `next` again; nothing when only the end of a call changes the answer. */
    [[nodiscard]] std::optional<Moment> wakeAt(Moment now) const;
    /** A call that left has ended. */
    void finish(Ticket ticket);
    /** A call that waits is no longer wanted. */
    void withdraw(Ticket ticket);
    [[nodiscard]] bool isUnderWay(Ticket ticket) const;
    [[nodiscard]] int underWay() const;

    /** Nothing leaves before this much time has passed; a shorter hold does not end a longer one. */
    void hold(Moment now, std::chrono::milliseconds duration, HoldReason reason);
    /** The PSA refused a call as one too many. What else it refuses during the hold left before it and counts
     * as one. */
    void noteThrottled(Moment now, const QString &endpoint,
                       std::optional<std::chrono::milliseconds> retryAfter);
    /**
     * The PSA's own count of the longest window of the account: `used` of `limit`, other programs' calls
     * included (Autotask: ThresholdInformation). Theirs are taken to leave the window evenly. Without a
     * proper limit nothing changes.
     */
    void noteUsage(Moment now, int used, int limit);

    [[nodiscard]] CallFigures figures(Moment now, const QDateTime &nowUtc) const;

private:
    /** How many calls may be under way, adaptive downward. */
    class Permits {
    public:
        explicit Permits(int allowed);
        [[nodiscard]] int allowed() const;
        [[nodiscard]] int inForce(Moment now) const;
        [[nodiscard]] bool hasRoom(Priority priority, Moment now) const;
        /** When the next permit comes back; nothing when none is missing. */
        [[nodiscard]] std::optional<Moment> raisedAt(Moment now) const;
        void halve(Moment now);

        int taken = 0;

    private:
        int m_allowed;
        int m_reduced;
        Moment m_reducedAt;
    };

    /** The calls of one window. */
    class Budget {
    public:
        explicit Budget(const CallWindow &window);
        /** The first moment from `now` on at which the window allows a call, if none leaves before. */
        [[nodiscard]] Moment readyAt(Moment now, Priority priority, bool isTurn) const;
        [[nodiscard]] WindowFigures figures(Moment now, const QDateTime &nowUtc) const;
        [[nodiscard]] std::chrono::seconds length() const;
        void add(Moment now);
        void setUsage(Moment now, int used, int limit);

    private:
        [[nodiscard]] bool isOpenAt(Moment moment, int limit) const;
        [[nodiscard]] int usedAt(Moment moment) const;
        [[nodiscard]] int foreignAt(Moment moment) const;
        [[nodiscard]] std::chrono::milliseconds spacing(int used) const;

        CallWindow m_window;
        std::deque<Moment> m_calls; // in order
        int m_foreign = 0; // calls of other programs in the window at m_foreignSince
        Moment m_foreignSince;
    };

    using Budgets = std::vector<Budget>;

    struct Endpoint {
        Permits permits;
        Budgets budgets;
        std::array<std::deque<Ticket>, 2> waiting = {}; // by priority
        int passedOver = 0; // people's calls that left while background work waited here
        qint64 calls = 0;
        Moment leftAt = {}; // of the last call
        std::chrono::milliseconds distance{0}; // as of slowedAt
        Moment slowedAt = {};

        [[nodiscard]] std::chrono::milliseconds distanceAt(Moment now) const;
        /** The first moment from `now` on at which the next call is far enough from the last one. */
        [[nodiscard]] Moment readyAt(Moment now) const;
        void slowDown(Moment now);
    };

    [[nodiscard]] Endpoint &endpoint(const QString &name);
    [[nodiscard]] static bool isReady(const Budgets &budgets, Moment now, Priority priority, bool isTurn);
    [[nodiscard]] Endpoint *overdue(Moment now);
    [[nodiscard]] Endpoint *oldest(Priority priority, Moment now, const Endpoint *but);
    Ticket leave(Endpoint &from, Priority priority, Moment now);
    [[nodiscard]] int waiting(Priority priority) const;
    [[nodiscard]] WindowFigures fullestOf(const QList<WindowFigures> &windows) const;

    const CallLimits m_limits;
    Permits m_permits;
    Budgets m_budgets;
    std::map<QString, Endpoint> m_endpoints;
    QHash<Ticket, Endpoint *> m_underWay;
    Ticket m_lastTicket = 0;
    qint64 m_throttled = 0;
    qint64 m_calls = 0;
    Moment m_heldUntil;
    HoldReason m_holdReason = HoldReason::None;
    std::optional<Moment> m_throttledAt;
    std::chrono::milliseconds m_throttleHold{0};
};

} // namespace tandem
