// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaseyaoffice.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

KaseyaOffice::KaseyaOffice(Platform platform, const PracticeSize &size, const QStringList &options,
                           EngineFixture::Scheduler scheduler)
    : Office(platform, size, options, scheduler)
{
    choose(u"account_manager"_s, u"Jo Harris"_s);
    choose(u"business_type"_s, u"Legal"_s);
    SyncSettings changed = settings();
    changed.emailType = u"Work"_s;
    changed.phoneType = u"Work"_s;
    store(changed);
}

KaseyaOffice::~KaseyaOffice() = default;

void KaseyaOffice::setEmailType(const QString &name)
{
    SyncSettings changed = settings();
    changed.emailType = name;
    store(changed);
}

RecordId KaseyaOffice::client()
{
    return linked(AssetKind::Organization, u"1001"_s);
}

RecordId KaseyaOffice::make(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return makeOrganization(fixture);
    case AssetKind::Location:
        return fixture.create(
            kind,
            {{u"name"_s, u"Annex"_s}, {u"organization"_s, client()}, {u"address_1"_s, u"1 Side Street"_s}});
    case AssetKind::Contact: {
        const QJsonObject email{
            {u"value"_s, u"jo@a.example"_s}, {u"label"_s, u"Work"_s}, {u"primary"_s, true}};
        const QJsonObject phone{{u"value"_s, u"555 0142"_s}, {u"label"_s, u"Work"_s}, {u"primary"_s, true}};
        return fixture.create(kind,
                              {{u"first_name"_s, u"Jo"_s},
                               {u"last_name"_s, u"Doe"_s},
                               {u"organization"_s, client()},
                               {u"location"_s, linked(AssetKind::Location, u"5001"_s)},
                               {u"emails"_s, QJsonArray{email}},
                               {u"phones"_s, QJsonArray{phone}}});
    }
    case AssetKind::Configuration:
    case AssetKind::Count:
        break;
    }
    return fixture.create(
        AssetKind::Configuration,
        {{u"name"_s, u"SRV"_s},
         {u"organization"_s, client()},
         {u"location"_s, linked(AssetKind::Location, u"5001"_s)},
         {u"configuration_type"_s, fixture.option(OptionList::ConfigurationType, u"Server"_s)}});
}

Family KaseyaOffice::makeFamily()
{
    return tandem::makeFamily(
        fixture,
        {.phoneLabel = u"Work"_s,
         .location = {{u"phone"_s, u"555 0123"_s}},
         .configuration = {
             {u"configuration_type"_s, fixture.option(OptionList::ConfigurationType, u"Server"_s)},
             {u"manufacturer"_s, fixture.option(OptionList::Manufacturer, u"Dell"_s)},
             {u"warranty_expires_at"_s, u"2030-01-31"_s}}});
}

QString KaseyaOffice::postRoute(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return u"POST /v2/crm/accounts"_s;
    case AssetKind::Location:
        return u"POST /api/crm/locations"_s;
    case AssetKind::Contact:
        return u"POST /v2/crm/contacts/summary"_s;
    case AssetKind::Configuration:
    case AssetKind::Count:
        break;
    }
    return u"POST /v2/servicedesk/hardwareasset"_s;
}

QString KaseyaOffice::changeRoute(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return u"PATCH /v2/crm/accounts/{id}"_s;
    case AssetKind::Location:
        return u"PUT /api/crm/locations/{id}"_s;
    case AssetKind::Contact:
        return u"PATCH /v2/crm/contacts/{id}"_s;
    case AssetKind::Configuration:
    case AssetKind::Count:
        break;
    }
    return u"PUT /v2/servicedesk/hardwareasset/{assetId}"_s;
}

} // namespace tandem
