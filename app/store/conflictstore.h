// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/conflict.h"

#include <QList>

namespace tandem {

class Database;

/** The fields that wait for a person's choice. Writes belong inside a Transaction of the caller. */
class ConflictStore final {
public:
    explicit ConflictStore(Database &database);

    /**
     * These are all the conflicts of the record now. What is there already and has the same values stays
     * untouched, with its `foundAt`; nothing is written when nothing differs.
     */
    [[nodiscard]] Result<void> replace(IntegrationId integration, RecordId record,
                                       const QList<Conflict> &conflicts);
    [[nodiscard]] Result<QList<Conflict>> ofRecord(IntegrationId integration, RecordId record) const;
    /** Oldest first; `integration` 0: of all that are not disconnected. `limit` 0: all. */
    [[nodiscard]] Result<QList<Conflict>> list(IntegrationId integration, int limit = 0) const;
    /** Removes some fields' rows; empty `fields`: all of the record. */
    [[nodiscard]] Result<void> remove(IntegrationId integration, RecordId record,
                                      const QStringList &fields = {});

private:
    Database &m_database;
};

} // namespace tandem
