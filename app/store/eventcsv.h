// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/event.h"

#include <QByteArray>
#include <QStringList>

namespace tandem {

/** One line of CSV as RFC 4180 has it, CR LF at its end. What a spreadsheet would run as a formula is made
 * text. */
[[nodiscard]] QByteArray csvLine(const QStringList &cells);
[[nodiscard]] QStringList eventCsvHeader(); ///< translated
[[nodiscard]] QStringList eventCsvCells(const Event &event);

} // namespace tandem
