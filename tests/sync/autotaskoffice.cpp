// SPDX-License-Identifier: GPL-3.0-or-later
#include "autotaskoffice.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

AutotaskOffice::AutotaskOffice(const PracticeSize &size, const QStringList &options,
                               EngineFixture::Scheduler scheduler)
    : Office(Platform::Autotask, size, options, scheduler)
{
    choose(u"account_manager"_s, u"Jo Harris"_s);
    setText(u"default_phone"_s, u"555 0199"_s);
}

AutotaskOffice::~AutotaskOffice() = default;

QString AutotaskOffice::billingCode()
{
    const QList<SettingChoice> codes = choicesOf(*findSetting(Platform::Autotask, u"billing_code"_s), {});
    return codes.isEmpty() ? QString() : codes.constFirst().name;
}

RecordId AutotaskOffice::client()
{
    return fixture.find(AssetKind::Organization, u"Maple Pediatrics"_s);
}

RecordId AutotaskOffice::make(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return makeOrganization(fixture);
    case AssetKind::Location:
        return fixture.create(
            kind,
            {{u"name"_s, u"Annex"_s}, {u"organization"_s, client()}, {u"address_1"_s, u"1 Side Street"_s}});
    case AssetKind::Contact:
        return fixture.create(
            kind,
            {{u"first_name"_s, u"Jo"_s},
             {u"last_name"_s, u"Doe"_s},
             {u"organization"_s, client()},
             {u"emails"_s,
              QJsonArray{QJsonObject{
                  {u"value"_s, u"jo@a.example"_s}, {u"label"_s, u"Work"_s}, {u"primary"_s, true}}}}});
    case AssetKind::Configuration:
    case AssetKind::Count:
        break;
    }
    FieldValues values = server();
    values.insert(u"name"_s, u"SRV"_s);
    values.insert(u"organization"_s, client());
    return fixture.create(AssetKind::Configuration, values);
}

/** The product of the client's only machine. */
FieldValues AutotaskOffice::server()
{
    const FieldValues other = fixture.record(fixture.find(AssetKind::Configuration, u"MAPLE-WS002"_s)).fields;
    return {{u"configuration_type"_s, fixture.option(OptionList::ConfigurationType, u"Server"_s)},
            {u"manufacturer"_s, other.value("manufacturer"_L1)},
            {u"model"_s, other.value("model"_L1)}};
}

Family AutotaskOffice::makeFamily()
{
    FieldValues configuration = server();
    configuration.insert(u"warranty_expires_at"_s, u"2030-01-31"_s);
    return tandem::makeFamily(fixture, {.phoneLabel = u"Work"_s, .configuration = configuration});
}

QString AutotaskOffice::postRoute(AssetKind kind)
{
    return patchRoute(kind).replace("PATCH"_L1, "POST"_L1);
}

QString AutotaskOffice::patchRoute(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return u"PATCH /Companies"_s;
    case AssetKind::Location:
        return u"PATCH /Companies/{id}/Locations"_s;
    case AssetKind::Contact:
        return u"PATCH /Companies/{id}/Contacts"_s;
    case AssetKind::Configuration:
    case AssetKind::Count:
        break;
    }
    return u"PATCH /ConfigurationItems"_s;
}

} // namespace tandem
