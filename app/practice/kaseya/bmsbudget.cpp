// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/kaseya/bmsbudget.h"

#include <algorithm>

namespace tandem::practicebms {

int Budget::take(const QString &endpoint, int limit, const QDateTime &now)
{
    const qint64 seconds = now.toSecsSinceEpoch();
    const qint64 number = seconds / 60;
    Hour &hour = m_endpoints[endpoint];
    int calls = 0;
    qint64 oldest = number;
    for (const Minute &minute : hour) {
        if (minute.number <= number - minutes || minute.calls == 0)
            continue;
        calls += minute.calls;
        oldest = std::min(oldest, minute.number);
    }
    if (limit > 0 && calls >= limit)
        return int(std::max<qint64>(1, (oldest + minutes) * 60 - seconds));
    Minute &minute = hour.at(size_t(number % minutes));
    if (minute.number != number)
        minute = {number, 0};
    ++minute.calls;
    return 0;
}

void Budget::clear()
{
    m_endpoints.clear();
}

} // namespace tandem::practicebms
