// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace tandem {

/** import csv FILE | undo RUN | list, and what other sources add to its table. */
[[nodiscard]] ExitCode runImport(Context &context, const QStringList &words);

} // namespace tandem
