// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QAbstractEventDispatcher>
#include <QHash>

#include <map>
#include <utility>

namespace tandem {

/**
 * The event loop of a world in which time passes only when the test says so, and then at once: timers fire in
 * the order of their moments, posted events are delivered in the order of their posting, and nothing depends on
 * how fast the computer is. Installed before the application is made; one thread, no sockets.
 */
class SimulatedTime final : public QAbstractEventDispatcher {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SimulatedTime)
public:
    SimulatedTime();
    ~SimulatedTime() override;

    /** It is this many milliseconds after the start, whatever it was; only for a world in which nothing waits. */
    void begin(qint64 ms);
    /** Everything that happens in this many milliseconds happens, then everything that follows from it at once. */
    void pass(qint64 ms);
    /** Since the start. */
    [[nodiscard]] qint64 nowMs() const;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    [[nodiscard]] QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;
    void wakeUp() override;
    void interrupt() override;

private:
    struct Timer {
        int id = 0;
        int interval = 0;
        QObject *object = nullptr;
        Qt::TimerType type = Qt::CoarseTimer;
    };
    using Due = std::pair<qint64, quint64>; ///< moment, and the order of setting

    void deliverPosted();
    /** Fires the first timer if its moment has come. */
    bool fireOne();

    std::map<Due, Timer> m_timers;
    QHash<int, Due> m_dueById;
    qint64 m_now = 0;
    quint64 m_serial = 0;
    bool m_isAwake = true;
};

/** What the time is in that world; begins on a Monday in 2026. */
class SimulatedClock final : public Clock {
    Q_DISABLE_COPY_MOVE(SimulatedClock)
public:
    explicit SimulatedClock(const SimulatedTime &time);
    [[nodiscard]] QDateTime nowUtc() const override;

private:
    const SimulatedTime &m_time;
    const QDateTime m_start;
};

} // namespace tandem
