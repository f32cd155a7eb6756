// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/autotask/atlimits.h"

#include <algorithm>

namespace tandem::practiceat {

namespace {

qint64 minuteOf(const QDateTime &moment)
{
    return moment.toSecsSinceEpoch() / 60;
}

} // namespace

bool ThreadLimit::enter(const QByteArray &requestId, const QByteArray &key, const QDateTime &now)
{
    m_threads.removeIf([&](const QHash<QByteArray, Thread>::iterator &item) {
        return item->freeAt.isValid() && item->freeAt <= now;
    });
    const auto taken = std::count_if(m_threads.cbegin(), m_threads.cend(),
                                     [&](const Thread &thread) { return thread.key == key; });
    if (taken >= threadLimit)
        return false;
    m_threads.insert(requestId, {key, {}});
    return true;
}

void ThreadLimit::leave(const QByteArray &requestId, const QDateTime &now, std::chrono::milliseconds after)
{
    const auto it = m_threads.find(requestId);
    if (it == m_threads.end())
        return;
    if (after.count() == 0)
        m_threads.erase(it);
    else
        it->freeAt = now.addMSecs(after.count());
}

void CallCounter::add(const QDateTime &now)
{
    const qint64 number = minuteOf(now);
    Minute &minute = m_minutes.at(size_t(number % callMinutes));
    if (minute.number != number)
        minute = {number, 0};
    ++minute.calls;
}

qint64 CallCounter::count(const QDateTime &now) const
{
    const qint64 number = minuteOf(now);
    qint64 calls = 0;
    for (const Minute &minute : m_minutes) {
        if (minute.number > number - callMinutes)
            calls += minute.calls;
    }
    return calls;
}

std::chrono::milliseconds CallCounter::delay(qint64 calls)
{
    if (calls >= callLimit * 3 / 4)
        return std::chrono::milliseconds(1000);
    if (calls >= callLimit / 2)
        return std::chrono::milliseconds(500);
    return std::chrono::milliseconds(0);
}

} // namespace tandem::practiceat
