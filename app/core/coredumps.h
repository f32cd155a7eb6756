// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tandem {

/**
 * From now on this process leaves no core dump, and other programs of the same user cannot look into its memory: there
 * are credentials in it (rule I4). Call it first in `main`. On systems without such a switch it does nothing.
 */
void forbidCoreDumps();

} // namespace tandem
