// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace tandem {

/** import itglue --url URL [--kinds …] [--types …] [--dry-run] [--remember], or import itglue --resume */
[[nodiscard]] ExitCode runImportItGlue(Context &context, const QStringList &words);

} // namespace tandem
