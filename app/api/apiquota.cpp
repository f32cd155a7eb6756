// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiquota.h"

#include <algorithm>

namespace tandem {

int ApiQuota::take(qint64 key, qint64 nowMs)
{
    constexpr qint64 windowMs = std::chrono::milliseconds(window).count();
    QQueue<qint64> &taken = m_taken[key];
    // A clock that was set back must not lock anybody out.
    while (!taken.isEmpty() && (nowMs - taken.head() >= windowMs || taken.head() > nowMs))
        taken.dequeue();
    if (taken.size() >= calls)
        return int(std::max<qint64>(1, (taken.head() + windowMs - nowMs + 999) / 1000));
    taken.enqueue(nowMs);
    return 0;
}

} // namespace tandem
