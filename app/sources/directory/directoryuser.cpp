// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/directory/directoryuser.h"

#include "core/field.h"
#include "core/fieldcheck.h"
#include "sources/directory/accountcontrol.h"
#include "sources/directory/adtime.h"

#include <QJsonArray>

#include <array>
#include <optional>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Which attribute feeds what; the order is that of the contact's form. */
struct MappedAttribute {
    QLatin1StringView attribute;
    QString DirectoryPerson::*value;
};

constexpr std::array attributeMap{MappedAttribute{"givenName"_L1, &DirectoryPerson::firstName},
                                  MappedAttribute{"sn"_L1, &DirectoryPerson::lastName},
                                  MappedAttribute{"title"_L1, &DirectoryPerson::title},
                                  MappedAttribute{"mail"_L1, &DirectoryPerson::email},
                                  MappedAttribute{"telephoneNumber"_L1, &DirectoryPerson::phone},
                                  MappedAttribute{"mobile"_L1, &DirectoryPerson::mobile}};

bool isAddress(const QString &text)
{
    const FieldDescription *emails = findField(AssetKind::Contact, u"emails"_s);
    return problemWith(*emails, QJsonArray{QJsonObject{{u"value"_s, text}}}).isEmpty();
}

/** AD has objectGUID, OpenLDAP entryUUID; where the first is a text, it is taken as it is. */
QString externalIdOf(const LdapEntry &entry)
{
    const QByteArray guid = entry.bytes("objectGUID"_L1);
    if (const QString id = guidFromBytes(guid); !id.isEmpty())
        return id;
    return entry.text("objectGUID"_L1).value_or(entry.text("entryUUID"_L1).value_or(QString()));
}

/** A contact has to have a first name; accounts of services often have none of their own. */
void nameFromDisplay(const LdapEntry &entry, DirectoryPerson &person)
{
    if (!person.firstName.isEmpty())
        return;
    for (const QLatin1StringView attribute : {"displayName"_L1, "cn"_L1, "sAMAccountName"_L1, "uid"_L1}) {
        QString name = entry.text(attribute).value_or(QString());
        // "Ann Smith" beside the last name "Smith" leaves "Ann".
        if (!person.lastName.isEmpty() && name.endsWith(u' ' + person.lastName))
            name = name.chopped(person.lastName.size()).trimmed();
        if (name.isEmpty() || name == person.lastName)
            continue;
        person.firstName = name;
        return;
    }
    person.firstName = std::exchange(person.lastName, {});
}

} // namespace

QString DirectoryUser::name() const
{
    return displayNameOf(AssetKind::Contact,
                         {{u"first_name"_s, person.firstName}, {u"last_name"_s, person.lastName}});
}

DirectoryFacts DirectoryUser::factsFor(RecordId record, DirectoryId directory, const QDateTime &now) const
{
    return {.recordId = record,
            .directoryId = directory,
            .directoryName = {},
            .externalId = person.externalId,
            .account = account,
            .status = status,
            .lastLogonAt = lastLogonAt,
            .passwordSetAt = passwordSetAt,
            .passwordExpiresAt = passwordExpiresAt,
            .passwordNeverExpires = passwordNeverExpires,
            .given = givenBy(person),
            .seenAt = now};
}

QList<QByteArray> userAttributes()
{
    QList<QByteArray> attributes{"objectGUID",
                                 "entryUUID",
                                 "sAMAccountName",
                                 "uid",
                                 "displayName",
                                 "cn",
                                 "userAccountControl",
                                 "lastLogonTimestamp",
                                 "pwdLastSet",
                                 "accountExpires",
                                 "msDS-UserPasswordExpiryTimeComputed",
                                 "modifyTimestamp"};
    for (const MappedAttribute &mapped : attributeMap)
        attributes.append(QByteArray(mapped.attribute.data(), mapped.attribute.size()));
    return attributes;
}

DirectoryUser userFrom(const LdapEntry &entry, qint64 maxPasswordAgeMs, const QDateTime &now)
{
    DirectoryUser user{.dn = entry.dn};
    user.account = entry.text("sAMAccountName"_L1).value_or(entry.text("uid"_L1).value_or(QString()));
    user.person.externalId = externalIdOf(entry);
    for (const MappedAttribute &mapped : attributeMap) {
        user.person.*mapped.value = entry.text(mapped.attribute).value_or(QString());
        if (entry.isUnusable(mapped.attribute))
            user.unusable.append(mapped.attribute);
    }
    if (!user.person.email.isEmpty() && !isAddress(user.person.email)) {
        user.unusable.append(u"mail"_s);
        user.person.email.clear();
    }
    nameFromDisplay(entry, user.person);

    const std::optional<AccountControl> control = accountControlFrom(entry.bytes("userAccountControl"_L1));
    user.isMachine = control && control->isMachine;
    user.status = accountStatus(control, fromFileTime(entry.bytes("accountExpires"_L1)), now);
    user.lastLogonAt = fromFileTime(entry.bytes("lastLogonTimestamp"_L1));
    user.passwordSetAt = fromFileTime(entry.bytes("pwdLastSet"_L1));
    user.passwordExpiresAt =
        passwordExpiry(control,
                       {.computed = entry.bytes("msDS-UserPasswordExpiryTimeComputed"_L1),
                        .setAt = user.passwordSetAt,
                        .maxAgeMs = maxPasswordAgeMs});
    user.passwordNeverExpires = control && (control->passwordNeverExpires || control->needsSmartcard);
    user.changedAt = fromGeneralizedTime(entry.bytes("modifyTimestamp"_L1));
    return user;
}

} // namespace tandem
