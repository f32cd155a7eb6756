// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "sources/csv/csvmapping.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace tandem {

class SyncEngine;

/** A file and how it is to be read. */
struct CsvSource {
    QString path;
    CsvFormat format;
    CsvMapping mapping;
};

/** A row that failed. */
struct CsvRowError {
    qint64 row = 0;
    QString name;
    QString field; ///< id; may be empty
    QString message;
};

/** What an import did, or would do. */
struct CsvReport {
    qint64 run = 0; ///< 0: nothing was begun
    ImportCounts counts;
    bool isCancelled = false;
    QList<ImportOutcome> first; ///< of the first rows
    QStringList newValues; ///< list values that are added, the first 100
    QString errorsFile; ///< CSV of the rows that failed, with their cells; empty: none did, or it was not
                        ///< asked for
};

struct CsvJobOptions {
    QString person;
    QString errorsFile = {}; ///< where failed rows are written; empty: nowhere
    std::function<void(const CsvRowError &)> failed = {}; ///< called for each in the thread of the job
    Progress progress = {}; ///< in bytes of the file
};

/**
 * Tells what importing the file would do, and writes nothing. It reads the database on a connection of its
 * own. For a worker thread; an error is the file's or the database's.
 */
[[nodiscard]] Result<CsvReport> previewCsv(const CsvSource &source, const QString &databasePath,
                                           const CsvJobOptions &options);
/**
 * Imports the file as one run, which one undo takes back. For a worker thread: it waits for the engine.
 * Cancelled, it ends the run with what was imported by then. An error after the run was begun leaves it open.
 */
[[nodiscard]] Result<CsvReport> importCsv(const CsvSource &source, SyncEngine &engine,
                                          const CsvJobOptions &options);

} // namespace tandem
