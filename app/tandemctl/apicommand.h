// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace tandem {

/** `api serve` runs the engine and the local API until SIGTERM or SIGINT; `api key create|list|revoke`. */
[[nodiscard]] ExitCode runApi(Context &context, const QStringList &words);

} // namespace tandem
