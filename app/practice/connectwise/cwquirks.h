// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QStringList>

#include <optional>

namespace tandem::practicecw {

/** Habits seen on some ConnectWise servers and not on others; each can be switched by `--quirks` or the
 * control door. */
enum class Quirk : quint32 {
    RevalidateCompany = 1 << 0, ///< a PATCH of a company checks the whole stored record (on from the start)
    RevalidateConfiguration = 1 << 1, ///< the same for configurations
    RevalidateContact = 1 << 2, ///< the same for contacts
    PatchNeedsCustomFields =
        1 << 3, ///< a PATCH without a customFields operation is refused where there are any
    BadKeysAreNotFound = 1 << 4, ///< 404 instead of 401 for bad keys, as cloud servers may do
    ForeignLinks = 1 << 5, ///< links in `_info` lead to another host and have "//" in the path
    HiddenReferences = 1 << 6, ///< every tenth contact and configuration has its company and site left out
    OnPremiseSites = 1 << 7, ///< sites refuse default flags in conditions and addressLine2 in fields
    NoForwardOnly = 1 << 8, ///< the pagination-type header is ignored
    ShortIdentifier = 1 << 9, ///< company identifiers are limited to 25, as before 2025
    TypeNeedsChangeType = 1 << 10, ///< a plain PATCH of a configuration's type is refused
    SetupReadOnly = 1 << 11, ///< the API member may not write setup tables (403)
    ReadOnlyMember = 1 << 12, ///< the API member may not write anything (403)
    DirtyCompanyFails = 1 << 13, ///< with RevalidateCompany: a bad old value gives a 500 instead of a 400
    NoDefaultStatus = 1 << 14, ///< statuses are not filled in
};
Q_DECLARE_FLAGS(Quirks, Quirk)
Q_DECLARE_OPERATORS_FOR_FLAGS(Quirks)

inline constexpr Quirks usualQuirks{Quirk::RevalidateCompany};

[[nodiscard]] QStringList quirkNames(Quirks quirks);
[[nodiscard]] QStringList allQuirkNames();
[[nodiscard]] std::optional<Quirk> quirkFromName(const QString &name);

} // namespace tandem::practicecw
