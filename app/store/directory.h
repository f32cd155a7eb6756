// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"
#include "core/result.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace tandem {

using DirectoryId = qint64;

/** How the way to the directory is kept from being read. A password only ever travels over TLS. */
enum class DirectorySecurity : quint8 {
    Ldaps, ///< TLS from the first byte, usually port 636
    StartTls, ///< TLS before anything else is said, usually port 389
    Kerberos, ///< no TLS; a Kerberos ticket signs and encrypts, usually port 389
    Count
};

[[nodiscard]] QString directorySecurityName(DirectorySecurity security); ///< "ldaps", "starttls", "kerberos"
[[nodiscard]] std::optional<DirectorySecurity> directorySecurityFromName(const QString &name);

/** How Tandem signs in. */
enum class DirectoryBind : quint8 {
    Simple, ///< user name and password
    Kerberos, ///< the ticket of who runs Tandem (SASL GSSAPI)
    Count
};

[[nodiscard]] QString directoryBindName(DirectoryBind bind); ///< "simple", "kerberos"
[[nodiscard]] std::optional<DirectoryBind> directoryBindFromName(const QString &name);

/** Where the next delta begins: only at the same server, since change numbers are each server's own. */
struct DirectoryCursor {
    QString serverId; ///< dsServiceName and invocationId; empty: a full sweep is due
    qint64 usn = 0; ///< highestCommittedUSN before the last search; 0: the server counts no changes
    QDateTime changedAt; ///< newest modifyTimestamp met, of a server without change numbers

    bool operator==(const DirectoryCursor &) const = default;
};

/** A directory whose users become contacts of one organization (rule H4). Its password is in the secret
 * store. */
struct Directory {
    DirectoryId id = 0;
    QString uid; ///< random, never reused: names the secret
    QString name; ///< unique, chosen by a person
    QString server; ///< host name or address
    int port = 0; ///< 0: the usual one
    DirectorySecurity security = DirectorySecurity::Ldaps;
    DirectoryBind bind = DirectoryBind::Simple;
    QString userName; ///< DN, user@domain or DOMAIN\user, for Simple
    QString caFile; ///< PEM; empty: the certificates that the system trusts
    QString baseDn;
    QString filter;
    RecordId organizationId = 0; ///< 0: it was deleted
    bool createsDisabled = false; ///< disabled users that are no contact yet become one too
    int intervalMinutes = 60; ///< 0: only when asked
    bool isPaused = false;
    DirectoryCursor cursor;
    QDateTime lastSyncAt; ///< UTC; invalid: never
    QDateTime lastFullSyncAt;
    std::optional<ErrorCode> problem; ///< what ended the last sync
    QString problemText; ///< the same in words

    [[nodiscard]] QString secretKey() const;
    [[nodiscard]] int usedPort() const;
    /** Whether the same users are meant, so that what is known of them stays true. */
    [[nodiscard]] bool hasSameUsers(const Directory &other) const;
};

/** What an account is, as far as its directory says. */
enum class AccountStatus : quint8 {
    Unknown, ///< the directory has no such flags
    Enabled,
    Disabled,
    Expired,
    Removed, ///< a full sweep found it no more, or the filter leaves it out now
    Count
};

[[nodiscard]] QString accountStatusName(AccountStatus status); ///< "enabled", …
[[nodiscard]] std::optional<AccountStatus> accountStatusFromName(const QString &name);
[[nodiscard]] QString accountStatusTitle(AccountStatus status); ///< translated

/** What a directory says of a contact; shown read-only. Moments are UTC; invalid: never, or not known. */
struct DirectoryFacts {
    RecordId recordId = 0;
    DirectoryId directoryId = 0;
    QString directoryName; ///< when read
    QString externalId; ///< objectGUID or entryUUID, as 8-4-4-4-12
    QString account; ///< the name to sign in with
    AccountStatus status = AccountStatus::Unknown;
    QDateTime lastLogonAt; ///< AD tells it to all servers with up to 14 days of delay
    QDateTime passwordSetAt;
    QDateTime passwordExpiresAt;
    bool passwordNeverExpires = false;
    FieldValues given; ///< what the directory last had for the contact's fields
    QDateTime seenAt;

    /** Whether both say the same; when they were seen does not matter. */
    [[nodiscard]] bool saysSameAs(const DirectoryFacts &other) const;
};

} // namespace tandem
