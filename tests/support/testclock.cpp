// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testclock.h"

namespace tandem {

QDateTime TestClock::nowUtc() const
{
    return QDateTime::currentDateTimeUtc().addMSecs(m_offsetMs);
}

void TestClock::advance(std::chrono::milliseconds by)
{
    m_offsetMs += by.count();
}

} // namespace tandem
