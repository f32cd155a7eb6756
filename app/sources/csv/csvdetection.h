// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "sources/csv/csvreader.h"

#include <QByteArray>
#include <QList>

namespace tandem {

/** How many bytes of a file are looked at to find out how it is written. */
inline constexpr qint64 csvSampleBytes = 256 * 1024;

/**
 * How the beginning of a file is written: encoding from its mark or its bytes, delimiter and quote from what
 * gives the most even columns. A guess, which a person may change.
 */
[[nodiscard]] CsvFormat detectCsvFormat(const QByteArray &sample);

/** The first rows of a file, the header among them. */
[[nodiscard]] Result<QList<CsvRow>> firstCsvRows(const QByteArray &sample, const CsvFormat &format,
                                                 int limit);

/** What the columns are called: the header's words, numbered where they repeat; "Column 3" where there are
 * none. */
[[nodiscard]] QStringList csvColumnNames(const CsvRow &first, bool hasHeader);

/** Opens and reads the beginning of a file; `BadInput` when it cannot be read, is empty or is no text. */
[[nodiscard]] Result<QByteArray> readCsvSample(const QString &path);

} // namespace tandem
