// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/directoryrules.h"
#include "sources/directory/ldapentry.h"
#include "store/directory.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QStringList>

namespace tandem {

/** A user as its directory has it, in our terms. Moments as in `DirectoryFacts`. */
struct DirectoryUser {
    QString dn;
    QString account; ///< sAMAccountName or uid
    DirectoryPerson person;
    AccountStatus status = AccountStatus::Unknown;
    QDateTime lastLogonAt;
    QDateTime passwordSetAt;
    QDateTime passwordExpiresAt;
    bool passwordNeverExpires = false;
    bool isMachine = false; ///< a computer or a trust that the filter let through
    QDateTime changedAt; ///< modifyTimestamp
    QStringList unusable; ///< attributes whose values cannot be a contact's

    [[nodiscard]] QString name() const; ///< for people: first and last name
    /** As it is kept beside the contact. */
    [[nodiscard]] DirectoryFacts factsFor(RecordId record, DirectoryId directory, const QDateTime &now) const;
};

/** What an entry has to be read for. */
[[nodiscard]] QList<QByteArray> userAttributes();

/** `maxPasswordAgeMs`: the domain's, see `PasswordAge`. */
[[nodiscard]] DirectoryUser userFrom(const LdapEntry &entry, qint64 maxPasswordAgeMs, const QDateTime &now);

} // namespace tandem
