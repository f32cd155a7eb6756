// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/syncsettings.h"

#include <QCoreApplication>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::SyncSettings)
};

QList<PlatformSetting> autotaskSettings()
{
    return {
        {.key = u"account_manager"_s,
         .label = Words::tr("Default Account Manager"),
         .help = Words::tr("Owns the companies that Tandem makes in Autotask. Autotask does not take an API-only user."),
         .kind = PlatformSetting::Kind::Value,
         .list = OptionList::Member},
        {.key = u"default_phone"_s,
         .label = Words::tr("Default phone"),
         .help = Words::tr("The phone number of companies that Tandem makes in Autotask, which requires one."),
         .maxLength = 25},
        {.key = u"billing_code"_s,
         .label = Words::tr("Billing code for new products"),
         .help = Words::tr("With it Tandem makes a product in Autotask for a manufacturer and model that has none yet."),
         .kind = PlatformSetting::Kind::Search},
        {.key = u"fallback_product"_s,
         .label = Words::tr("Fallback product"),
         .help = Words::tr("The product of configurations whose manufacturer and model have none in Autotask, and for "
                           "which none can be made."),
         .kind = PlatformSetting::Kind::Search},
    };
}

/** One dialect, so the three of the Kaseya family ask for the same. */
QList<PlatformSetting> kaseyaSettings(Platform platform)
{
    const QString psa = platformTitle(platform);
    return {
        {.key = u"account_manager"_s,
         .label = Words::tr("Account manager"),
         .help = Words::tr("Manages the accounts that Tandem makes in %1, which requires one.").arg(psa),
         .kind = PlatformSetting::Kind::Value,
         .list = OptionList::Member},
        {.key = u"business_type"_s,
         .label = Words::tr("Business type"),
         .help = Words::tr("The business type of accounts that Tandem makes in %1, which requires one.").arg(psa),
         .kind = PlatformSetting::Kind::Search},
        {.key = u"fill_phone"_s,
         .label = Words::tr("Fill a missing phone with 000-000-0000"),
         .help = Words::tr("%1 takes no contact without a phone number. With this, one that has none is pushed with "
                           "000-000-0000 instead of being held.")
                     .arg(psa),
         .kind = PlatformSetting::Kind::Switch},
        {.key = u"allow_v1"_s,
         .label = Words::tr("Allow the old interface (V1) for locations"),
         .help = Words::tr("The current interface of %1 cannot make or change locations, the old one can. The same user "
                           "signs in to it.")
                     .arg(psa),
         .kind = PlatformSetting::Kind::Switch},
        {.key = tableNamesKey(),
         .label = Words::tr("Other names of lookup tables"),
         .help = Words::tr("Only if lists stay empty: the names that the tables have in your %1, such as "
                           "\"email_type=Email Types, business_type=Industry\".")
                     .arg(psa)},
    };
}

/** What is wrong with one value that is not blank; empty: nothing. */
QString problemWith(const PlatformSetting &setting, const QString &value, const EnabledValues &active)
{
    switch (setting.kind) {
    case PlatformSetting::Kind::Text: {
        const bool hasDigit = std::any_of(value.cbegin(), value.cend(), [](QChar each) { return each.isDigit(); });
        if (setting.maxLength > 0 && value.size() > setting.maxLength) {
            return Words::tr("%1 has %2 characters; at most %3 are possible.")
                .arg(setting.label, QString::number(value.size()), QString::number(setting.maxLength));
        }
        if (setting.key == "default_phone"_L1 && !hasDigit)
            return Words::tr("%1 is not a phone number. Write one with digits.").arg(setting.label);
        if (setting.key == tableNamesKey() && !tableNamesFrom(value)) {
            return Words::tr("%1: write each as list=name, with commas between them, such as "
                             "\"email_type=Email Types, business_type=Industry\".")
                .arg(setting.label);
        }
        return {};
    }
    case PlatformSetting::Kind::Value:
        if (active.contains(*setting.list) && !active.value(*setting.list).contains(value)) {
            return Words::tr("%1: choose an active person who is not an API-only user, or refresh the lists.")
                .arg(setting.label);
        }
        return {};
    case PlatformSetting::Kind::Search: {
        bool isNumber = false;
        return value.toLongLong(&isNumber) >= 0 && isNumber
            ? QString()
            : Words::tr("%1: choose one from the list.").arg(setting.label);
    }
    case PlatformSetting::Kind::Switch:
        return {};
    }
    return {};
}

} // namespace

QString tableNamesKey()
{
    return u"lookup_tables"_s;
}

std::optional<QHash<QString, QString>> tableNamesFrom(const QString &text)
{
    QHash<QString, QString> names;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString key = part.section(u'=', 0, 0).trimmed();
        const QString name = part.section(u'=', 1).trimmed();
        const bool isKnown = optionListFromName(key) || key == "business_type"_L1;
        if (!isKnown || name.isEmpty() || name.contains(u'/') || name.contains(u'\\'))
            return std::nullopt;
        names.insert(key, name);
    }
    return names;
}

QList<PlatformSetting> platformSettings(Platform platform)
{
    switch (platform) {
    case Platform::Autotask:
        return autotaskSettings();
    case Platform::KaseyaBms:
    case Platform::PulsewayPsa:
    case Platform::VorexPsa:
        return kaseyaSettings(platform);
    case Platform::ConnectWise:
    case Platform::Count:
        break;
    }
    return {};
}

std::optional<PlatformSetting> findSetting(Platform platform, const QString &key)
{
    const QList<PlatformSetting> settings = platformSettings(platform);
    const auto found = std::find_if(settings.begin(), settings.end(),
                                    [&](const PlatformSetting &each) { return each.key == key; });
    return found == settings.end() ? std::nullopt : std::optional(*found);
}

QList<SettingProblem> problemsWith(Platform platform, const SyncSettings &settings, const EnabledValues &active)
{
    QList<SettingProblem> problems;
    const QList<PlatformSetting> asked = platformSettings(platform);
    for (const PlatformSetting &each : asked) {
        const QString value = settings.extraValue(each.key);
        const QString text = value.isEmpty() ? QString() : problemWith(each, value, active);
        if (!text.isEmpty())
            problems.append({each.key, text});
    }
    return problems;
}

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

QString SyncSettings::extraValue(const QString &key) const
{
    return choice(key).id;
}

bool SyncSettings::isOn(const QString &key) const
{
    return extraValue(key) == "true"_L1;
}

void SyncSettings::setOn(const QString &key, bool isOn)
{
    setText(key, isOn ? u"true"_s : QString());
}

SettingChoice SyncSettings::choice(const QString &key) const
{
    const QJsonValue value = extra.value(key);
    if (!value.isObject())
        return {.id = value.toVariant().toString().trimmed(), .name = {}};
    const QJsonObject object = value.toObject();
    return {.id = object.value("id"_L1).toVariant().toString().trimmed(), .name = object.value("name"_L1).toString()};
}

void SyncSettings::setChoice(const QString &key, const SettingChoice &choice)
{
    if (choice.id.isEmpty())
        extra.remove(key);
    else
        extra.insert(key, QJsonObject {{u"id"_s, choice.id}, {u"name"_s, choice.name}});
}

void SyncSettings::setText(const QString &key, const QString &text)
{
    if (text.trimmed().isEmpty())
        extra.remove(key);
    else
        extra.insert(key, text.trimmed());
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
