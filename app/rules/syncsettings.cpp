// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/syncsettings.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

QString conflictPolicyName(ConflictPolicy policy)
{
    switch (policy) {
    case ConflictPolicy::PsaWins:
        return u"psa"_s;
    case ConflictPolicy::TandemWins:
        return u"tandem"_s;
    case ConflictPolicy::Ask:
        return u"ask"_s;
    }
    return {};
}

std::optional<ConflictPolicy> conflictPolicyFromName(const QString &name)
{
    for (const ConflictPolicy policy : {ConflictPolicy::PsaWins, ConflictPolicy::TandemWins, ConflictPolicy::Ask}) {
        if (conflictPolicyName(policy) == name)
            return policy;
    }
    return std::nullopt;
}

QJsonObject SyncSettings::toJson() const
{
    return {{u"two_way"_s, twoWay},
            {u"contacts"_s, contacts},
            {u"locations"_s, locations},
            {u"interval"_s, intervalMinutes},
            {u"email_type"_s, emailType},
            {u"phone_type"_s, phoneType},
            {u"conflict"_s, conflictPolicyName(conflict)},
            {u"push_directory_contacts"_s, pushDirectoryContacts},
            {u"extra"_s, extra}};
}

SyncSettings SyncSettings::fromJson(const QJsonObject &object)
{
    SyncSettings settings;
    settings.twoWay = object.value("two_way"_L1).toBool(settings.twoWay);
    settings.contacts = object.value("contacts"_L1).toBool(settings.contacts);
    settings.locations = object.value("locations"_L1).toBool(settings.locations);
    settings.intervalMinutes = qBound(1, object.value("interval"_L1).toInt(settings.intervalMinutes), 24 * 60);
    settings.emailType = object.value("email_type"_L1).toString();
    settings.phoneType = object.value("phone_type"_L1).toString();
    settings.conflict = conflictPolicyFromName(object.value("conflict"_L1).toString()).value_or(settings.conflict);
    settings.pushDirectoryContacts = object.value("push_directory_contacts"_L1).toBool();
    settings.extra = object.value("extra"_L1).toObject();
    return settings;
}

} // namespace tandem
