// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/recordlist.h"

namespace tandem {

struct WindowActions;

/** What stands in place of a list without records: why it is empty, and what to do about it. */
[[nodiscard]] RecordList::Emptiness emptyList(const RecordQuery &query, bool hasIntegration,
                                              const WindowActions &actions);

} // namespace tandem
