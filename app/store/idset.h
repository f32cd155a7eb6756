// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"

#include <QList>

#include <vector>

namespace tandem {

/** A set of record ids as a row of bits: ids are dense, so a million of them are 125 KB. */
class IdSet final {
public:
    /** `largest`: no id is larger. */
    explicit IdSet(RecordId largest);

    void insert(RecordId id);
    [[nodiscard]] bool contains(RecordId id) const;
    /** Every id up to the largest that was not in it. */
    void invert();
    void unite(const IdSet &other);
    void intersect(const IdSet &other);
    [[nodiscard]] qsizetype count() const;
    [[nodiscard]] QList<RecordId> toList() const; ///< ascending

private:
    std::vector<bool> m_bits;
};

} // namespace tandem
