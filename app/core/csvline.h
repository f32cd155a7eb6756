// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace tandem {

/** What a file of CSV begins with, so that spreadsheets take it for UTF-8. */
inline constexpr char csvByteOrderMark[] = "\xEF\xBB\xBF";

/**
 * One line of CSV as RFC 4180 has it, CR LF at its end, UTF-8. What a spreadsheet would run as a formula is
 * made text with an apostrophe before it; a negative number stays one.
 */
[[nodiscard]] QByteArray csvLine(const QStringList &cells);
/** The cell as it was before `csvLine` made it harmless. */
[[nodiscard]] QString withoutCsvGuard(const QString &cell);

} // namespace tandem
