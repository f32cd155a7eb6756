// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/simulatedtime.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>
#include <utility>

namespace tandem {

SimulatedTime::SimulatedTime() = default;

SimulatedTime::~SimulatedTime() = default;

void SimulatedTime::begin(qint64 ms)
{
    m_now = ms;
}

void SimulatedTime::pass(qint64 ms)
{
    const qint64 end = m_now + ms;
    for (;;) {
        deliverPosted();
        if (fireOne())
            continue;
        const auto next = m_timers.cbegin();
        if (next == m_timers.cend() || next->first.first > end)
            break;
        m_now = next->first.first;
    }
    m_now = end;
}

qint64 SimulatedTime::nowMs() const
{
    return m_now;
}

bool SimulatedTime::processEvents(QEventLoop::ProcessEventsFlags)
{
    deliverPosted();
    return fireOne();
}

void SimulatedTime::deliverPosted()
{
    do {
        m_isAwake = false;
        QCoreApplication::sendPostedEvents();
        // Without a loop that runs, nobody else ever ends what was to be deleted later.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    } while (m_isAwake);
}

bool SimulatedTime::fireOne()
{
    const auto first = m_timers.cbegin();
    if (first == m_timers.cend() || first->first.first > m_now)
        return false;
    const Timer timer = first->second;
    m_timers.erase(first);
    // It goes on until it is told to stop, as timers do.
    const Due next {m_now + std::max(timer.interval, 1), ++m_serial};
    m_timers.emplace(next, timer);
    m_dueById.insert(timer.id, next);
    QTimerEvent event(timer.id);
    QCoreApplication::sendEvent(timer.object, &event);
    return true;
}

void SimulatedTime::registerSocketNotifier(QSocketNotifier *) { }

void SimulatedTime::unregisterSocketNotifier(QSocketNotifier *) { }

void SimulatedTime::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    const Due due {m_now + interval, ++m_serial};
    m_timers.emplace(due, Timer {timerId, int(interval), object, timerType});
    m_dueById.insert(timerId, due);
}

bool SimulatedTime::unregisterTimer(int timerId)
{
    const auto known = m_dueById.constFind(timerId);
    if (known == m_dueById.cend())
        return false;
    m_timers.erase(*known);
    m_dueById.erase(known);
    return true;
}

bool SimulatedTime::unregisterTimers(QObject *object)
{
    bool isAny = false;
    for (auto it = m_timers.begin(); it != m_timers.end();) {
        if (it->second.object != object) {
            ++it;
            continue;
        }
        m_dueById.remove(it->second.id);
        it = m_timers.erase(it);
        isAny = true;
    }
    return isAny;
}

QList<QAbstractEventDispatcher::TimerInfo> SimulatedTime::registeredTimers(QObject *object) const
{
    QList<TimerInfo> timers;
    for (const auto &[due, timer] : m_timers) {
        if (timer.object == object)
            timers.append(TimerInfo(timer.id, timer.interval, timer.type));
    }
    return timers;
}

int SimulatedTime::remainingTime(int timerId)
{
    const auto known = m_dueById.constFind(timerId);
    return known == m_dueById.cend() ? -1 : int(known->first - m_now);
}

void SimulatedTime::wakeUp()
{
    m_isAwake = true;
}

void SimulatedTime::interrupt() { }

SimulatedClock::SimulatedClock(const SimulatedTime &time)
    : m_time(time)
    , m_start(QDate(2026, 3, 2), QTime(8, 0), Qt::UTC)
{
}

QDateTime SimulatedClock::nowUtc() const
{
    return m_start.addMSecs(m_time.nowMs());
}

} // namespace tandem
