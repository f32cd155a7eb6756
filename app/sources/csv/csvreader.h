// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "sources/csv/csvformat.h"

#include <QStringList>

#include <memory>
#include <optional>

class QIODevice;

namespace tandem {

/** What a file of CSV may hold; what is beyond is a problem of its row, and takes no memory. */
struct CsvLimits {
    qint64 cellBytes = 1024 * 1024;
    qint64 rowBytes = 8 * 1024 * 1024;
    qsizetype columns = 10'000;
};

/** One row. Rows are numbered from 1 as a spreadsheet does: the header and blank lines count. */
struct CsvRow {
    qint64 number = 0;
    QStringList cells;
    QString problem; ///< why it cannot be taken, for people; empty: nothing is wrong
};

/**
 * Reads a file of CSV row by row, with little more memory than a row takes, whatever is in the file. Lines
 * may end with CR, LF or both, and cells in quotes may have lines of their own. The device is open, and read
 * from where it stands. Made with libcsv; used by one thread.
 */
class CsvReader final {
    Q_DISABLE_COPY_MOVE(CsvReader)
public:
    CsvReader(QIODevice &device, const CsvFormat &format, const CsvLimits &limits = {});
    ~CsvReader();

    /** The next row that is not blank; nothing at the end. An error is the device's. */
    [[nodiscard]] Result<std::optional<CsvRow>> next();
    /** How much of the device was read, for a progress. */
    [[nodiscard]] qint64 bytesRead() const;

private:
    class Private;
    const std::unique_ptr<Private> d;
};

} // namespace tandem
