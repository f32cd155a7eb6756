// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace tandem {

/** import directory NAME [--dry-run] [--full] */
[[nodiscard]] ExitCode runImportDirectory(Context &context, const QStringList &words);

} // namespace tandem
