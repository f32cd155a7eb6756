// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "sync/importplanner.h"

#include <memory>

namespace tandem {

/**
 * Tells what an import would do, row by row and in its order, and writes nothing. It reads the database on a
 * connection of its own, for the worker thread that made it and no other.
 */
class ImportPreview final {
    Q_DISABLE_COPY_MOVE(ImportPreview)
public:
    [[nodiscard]] static Result<std::unique_ptr<ImportPreview>> open(const QString &databasePath,
                                                                     RecordSource source);
    ~ImportPreview();

    /** An error is the database's; what is wrong with the row is in its outcome. */
    [[nodiscard]] Result<ImportOutcome> look(const ImportedRecord &record);

private:
    explicit ImportPreview(std::unique_ptr<Database> database, RecordSource source);
    /** Whether an earlier row makes the record that this one is, of which the database knows nothing yet. */
    [[nodiscard]] bool isRepeated(const ImportedRecord &record, const ImportStep &step);

    std::unique_ptr<Database> m_database;
    SystemClock m_clock;
    Stores m_stores;
    ImportPlanner m_planner;
    QSet<size_t> m_seen; ///< hashes of what earlier rows create
};

} // namespace tandem
