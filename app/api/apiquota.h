// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QQueue>

#include <chrono>

namespace tandem {

/** How many calls each key may make: as with IT Glue 3,000 in any five minutes. One thread. */
class ApiQuota final {
    Q_DISABLE_COPY_MOVE(ApiQuota)
public:
    static constexpr qsizetype calls = 3000;
    static constexpr std::chrono::seconds window{300};

    ApiQuota() = default;

    /** Counts a call now (ms since the epoch); answers 0, or after how many seconds one is allowed again. */
    [[nodiscard]] int take(qint64 key, qint64 nowMs);

private:
    QHash<qint64, QQueue<qint64>> m_taken; ///< moments of the last calls, by key
};

} // namespace tandem
