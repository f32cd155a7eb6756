// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace tandem {

/** Push All Syncable Assets (rules F1–F3). */
[[nodiscard]] ExitCode runPushAll(Context &context, const QStringList &words);

} // namespace tandem
