// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/directory.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace tandem {

/** The flags of userAccountControl that matter here ([MS-ADTS] 2.2.16). */
struct AccountControl {
    bool isDisabled = false; ///< 0x2
    bool passwordNeverExpires = false; ///< 0x10000
    bool needsSmartcard = false; ///< 0x40000: its password does not expire either
    bool isMachine = false; ///< 0x800, 0x1000, 0x2000: a trust, a workstation or a server, and nobody

    bool operator==(const AccountControl &) const = default;
};

/** Nothing for what is no number. AD writes it as a signed 32-bit one. */
[[nodiscard]] std::optional<AccountControl> accountControlFrom(const QByteArray &text);

/** What the account is at that moment; `accountExpires` invalid: never. Unknown without flags. */
[[nodiscard]] AccountStatus accountStatus(const std::optional<AccountControl> &control,
                                          const QDateTime &accountExpires, const QDateTime &now);

/** What is known of when a password expires. */
struct PasswordAge {
    QByteArray computed; ///< msDS-UserPasswordExpiryTimeComputed; empty: the server did not say
    QDateTime setAt; ///< invalid: it has to be set anew at the next logon
    qint64 maxAgeMs = 0; ///< of the domain; 0: for ever
};

/**
 * When the password expires; invalid: never, or not known. The server's own answer goes first, since it knows
 * of fine-grained policies.
 */
[[nodiscard]] QDateTime passwordExpiry(const std::optional<AccountControl> &control, const PasswordAge &age);

} // namespace tandem
