// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace tandem {

/** import csv FILE --kind KIND [--map FILE] [--dry-run] */
[[nodiscard]] ExitCode runImportCsv(Context &context, const QStringList &words);

} // namespace tandem
