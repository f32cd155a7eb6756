// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/salvage.h"

namespace tandem {

/** What came of a repair, for a person: what was kept, what is lost, what to do about it, and where the old
 * file is. */
[[nodiscard]] QString salvageText(const SalvageReport &report);

} // namespace tandem
