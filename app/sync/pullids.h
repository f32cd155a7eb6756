// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

#include <vector>

namespace tandem {

/** Remote ids that a pull has met. Most are numbers, of which a million takes 8 MB; others are kept as they are. */
class PulledIds final
{
public:
    void insert(const QString &id);
    /** Sorts what came since the last call, so ask for many at once. */
    [[nodiscard]] bool contains(const QString &id);

private:
    std::vector<qint64> m_numbers;
    bool m_isSorted = true;
    QSet<QString> m_others;
};

} // namespace tandem
