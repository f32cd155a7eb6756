// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/recordstore.h"

namespace tandem::practiceat {

struct PicklistValue {
    qint64 value = 0;
    QString label;
    bool isDefault = false;
    bool isActive = true;
    bool isSystem = false;
};

/**
 * The values a tenant has in its picklists. A few are the same for every tenant; the others have numbers that
 * differ with the tenant's seed, and those of configurationItemType are the ConfigurationItemTypes.
 */
class Picklists final {
    Q_DISABLE_COPY_MOVE(Picklists)
public:
    Picklists(const RecordStore &store, quint32 seed);

    /** In their order; empty for what is no picklist, or has no values in this tenant. */
    [[nodiscard]] std::vector<PicklistValue> values(int table, int field) const;
    /** Whether a write may choose the value. */
    [[nodiscard]] bool isOffered(int table, int field, qint64 value) const;

private:
    const RecordStore &m_store;
    const qint64 m_offset;
};

} // namespace tandem::practiceat
