// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace tandem {

/** `integration add|list|show|settings|types|test|pause|resume|disconnect`. */
[[nodiscard]] ExitCode runIntegration(Context &context, const QStringList &words);

} // namespace tandem
