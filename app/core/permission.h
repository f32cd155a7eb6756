// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/role.h"

namespace tandem {

/** What a role may allow. */
enum class Action : quint8 {
    ReadRecords,
    CreateRecords,
    EditRecords,
    DeleteRecords,
    ManageLists, ///< make and rename values that fields choose from
    ManageApiKeys,
    Count
};

/** The one table of what each role allows. */
[[nodiscard]] bool mayDo(Role role, Action action);

} // namespace tandem
