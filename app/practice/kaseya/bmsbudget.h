// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>

#include <array>

namespace tandem::practicebms {

/** The calls that every endpoint has answered in the last sixty minutes. */
class Budget final {
public:
    /** Counts one call, or answers in how many seconds the next one will be let in; a refused call does not
     * count. `limit` 0: no limit. */
    [[nodiscard]] int take(const QString &endpoint, int limit, const QDateTime &now);
    void clear();

private:
    static constexpr int minutes = 60;
    struct Minute {
        qint64 number = -1; ///< minutes since 1970
        int calls = 0;
    };
    using Hour = std::array<Minute, minutes>;

    QHash<QString, Hour> m_endpoints;
};

} // namespace tandem::practicebms
