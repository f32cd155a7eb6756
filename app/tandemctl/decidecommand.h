// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace tandem {

/** `conflicts [NAME]`: a line for each field that both sides changed, and for each record that matches several. */
[[nodiscard]] ExitCode runConflicts(Context &context, const QStringList &words);
/** `decide KIND ID …` settles fields, `decide match NUMBER …` a record that matches several. */
[[nodiscard]] ExitCode runDecide(Context &context, const QStringList &words);
/** `reapply KIND ID FIELD [--event NUMBER]`: puts back what lost a conflict, or what an edit or a pull replaced. */
[[nodiscard]] ExitCode runReapply(Context &context, const QStringList &words);

} // namespace tandem
