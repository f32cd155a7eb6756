// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pullids.h"

#include <algorithm>
#include <optional>

namespace tandem {

namespace {

/** The number that is written exactly so; what has a leading zero, say, is another id than the number. */
std::optional<qint64> numberOf(const QString &id)
{
    constexpr qsizetype mostDigits = 18;
    const bool isNumber = !id.isEmpty() && id.size() <= mostDigits && id.front() != u'0'
        && std::all_of(id.cbegin(), id.cend(), [](QChar digit) { return digit >= u'0' && digit <= u'9'; });
    return isNumber ? std::optional(id.toLongLong()) : std::nullopt;
}

} // namespace

void PulledIds::insert(const QString &id)
{
    const std::optional<qint64> number = numberOf(id);
    if (!number) {
        m_others.insert(id);
        return;
    }
    if (!m_numbers.empty() && m_numbers.back() == *number)
        return;
    m_isSorted = m_isSorted && (m_numbers.empty() || m_numbers.back() < *number);
    m_numbers.push_back(*number);
}

bool PulledIds::contains(const QString &id)
{
    const std::optional<qint64> number = numberOf(id);
    if (!number)
        return m_others.contains(id);
    if (!m_isSorted)
        std::sort(m_numbers.begin(), m_numbers.end());
    m_isSorted = true;
    return std::binary_search(m_numbers.begin(), m_numbers.end(), *number);
}

} // namespace tandem
