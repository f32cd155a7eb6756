// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace tandem {

/** `integration fields NAME`: lists what travels, and maps custom fields; `words` are those after the name.
 */
[[nodiscard]] ExitCode runFields(Context &context, const Integration &integration, const QStringList &words);

} // namespace tandem
