// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <atomic>
#include <chrono>

namespace tandem {

/** The system's time, moved forward by what the test says, so that nobody sleeps until a retry is due.
 * Thread-safe. */
class TestClock final : public Clock {
public:
    [[nodiscard]] QDateTime nowUtc() const override;
    void advance(std::chrono::milliseconds by);

private:
    std::atomic<qint64> m_offsetMs = 0;
};

} // namespace tandem
