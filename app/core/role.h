// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace tandem {

/** What somebody may do in general, from the most to the least; `mayDo` in permission.h says what that is in detail. */
enum class Role : quint8 {
    Administrator,
    Manager,
    Editor,
    Creator,
    Lite, ///< looks, and changes nothing
    Count
};

inline constexpr std::array allRoles {Role::Administrator, Role::Manager, Role::Editor, Role::Creator, Role::Lite};
static_assert(allRoles.size() == size_t(Role::Count));

/** "administrator" and so on: the word in the database and on the command line. */
[[nodiscard]] QString roleName(Role role);
[[nodiscard]] std::optional<Role> roleFromName(const QString &name);
/** Translated: "Administrator". */
[[nodiscard]] QString roleTitle(Role role);
/** Translated, one sentence: what somebody with this role may do with records and lists. */
[[nodiscard]] QString roleExplanation(Role role);

} // namespace tandem
