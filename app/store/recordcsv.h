// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "store/recordlist.h"

#include <QString>

namespace tandem {

/**
 * Writes what the query lists, in its order, as CSV: all fields of the kind, or of all kinds what they share.
 * References and list values are names, dates as 2026-01-31, emails and phones JSON, so that the file can be
 * imported again. It replaces the file only when it is whole, and opens a connection of its own: for a worker
 * thread. Answers how many records; progress is in records.
 */
[[nodiscard]] Result<qint64> exportRecords(const QString &databasePath, const RecordQuery &query,
                                           const QString &path, const Progress &progress);

} // namespace tandem
