// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/permission.h"

namespace tandem {

namespace {

using Row = std::array<bool, size_t(Role::Count)>;

// A row an action, a column a role: Administrator, Manager, Editor, Creator, Lite.
constexpr std::array<Row, size_t(Action::Count)> permissions{{
    {true, true, true, true, true}, // ReadRecords
    {true, true, true, true, false}, // CreateRecords
    {true, true, true, true, false}, // EditRecords
    {true, true, true, false, false}, // DeleteRecords
    {true, true, true, false, false}, // ManageLists
    {true, false, false, false, false}, // ManageApiKeys
}};

} // namespace

bool mayDo(Role role, Action action)
{
    return permissions.at(size_t(action)).at(size_t(role));
}

} // namespace tandem
