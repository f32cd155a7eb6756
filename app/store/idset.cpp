// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/idset.h"

#include <algorithm>

namespace tandem {

IdSet::IdSet(RecordId largest)
    : m_bits(size_t(largest) + 1)
{
}

void IdSet::insert(RecordId id)
{
    if (size_t(id) < m_bits.size())
        m_bits[size_t(id)] = true;
}

bool IdSet::contains(RecordId id) const
{
    return size_t(id) < m_bits.size() && m_bits[size_t(id)];
}

void IdSet::invert()
{
    m_bits.flip();
}

void IdSet::unite(const IdSet &other)
{
    for (size_t i = 0; i < std::min(m_bits.size(), other.m_bits.size()); ++i)
        m_bits[i] = m_bits[i] || other.m_bits[i];
}

void IdSet::intersect(const IdSet &other)
{
    for (size_t i = 0; i < m_bits.size(); ++i)
        m_bits[i] = m_bits[i] && i < other.m_bits.size() && other.m_bits[i];
}

qsizetype IdSet::count() const
{
    return std::count(m_bits.begin(), m_bits.end(), true);
}

QList<RecordId> IdSet::toList() const
{
    QList<RecordId> ids;
    for (size_t i = 0; i < m_bits.size(); ++i) {
        if (m_bits[i])
            ids.append(RecordId(i));
    }
    return ids;
}

} // namespace tandem
