// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/recordservice.h"

namespace tandem {

/** Counts what a change of Sync Settings would make syncable and what it would orphan (rule B4). Writes nothing. */
[[nodiscard]] Result<SettingsEffect> settingsEffect(Stores &stores, const Integration &integration,
                                                    const SettingsChange &change);

} // namespace tandem
