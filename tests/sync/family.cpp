// SPDX-License-Identifier: GPL-3.0-or-later
#include "family.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

FieldValues joined(FieldValues values, const FieldValues &more)
{
    for (auto it = more.constBegin(); it != more.constEnd(); ++it)
        values.insert(it.key(), it.value());
    return values;
}

} // namespace

QList<RecordId> Family::all() const
{
    return {organization, location, contact, configuration};
}

RecordId makeOrganization(EngineFixture &fixture)
{
    return fixture.create(
        AssetKind::Organization,
        {{u"name"_s, u"Acme"_s},
         {u"short_name"_s, u"ACME"_s},
         {u"organization_type"_s, fixture.option(OptionList::OrganizationType, u"Customer"_s)},
         {u"organization_status"_s, fixture.option(OptionList::OrganizationStatus, u"Active"_s)}});
}

Family makeFamily(EngineFixture &fixture, const FamilyTraits &traits)
{
    Family family;
    family.organization = makeOrganization(fixture);
    const FieldValues location{{u"name"_s, u"Head office"_s},
                               {u"organization"_s, family.organization},
                               {u"address_1"_s, u"1 Main Street"_s},
                               {u"city"_s, u"Columbus"_s}};
    family.location = fixture.create(AssetKind::Location, joined(location, traits.location));
    const QJsonArray emails{
        QJsonObject{{u"value"_s, u"jo@acme.example"_s}, {u"label"_s, u"Work"_s}, {u"primary"_s, true}}};
    const QJsonArray phones{QJsonObject{{u"value"_s, u"555 0100"_s},
                                        {u"label"_s, traits.phoneLabel},
                                        {u"extension"_s, u"12"_s},
                                        {u"primary"_s, true}},
                            QJsonObject{{u"value"_s, u"555 0101"_s}, {u"label"_s, u"Mobile"_s}}};
    family.contact = fixture.create(AssetKind::Contact,
                                    {{u"first_name"_s, u"Ann"_s},
                                     {u"last_name"_s, u"Lee"_s},
                                     {u"organization"_s, family.organization},
                                     {u"location"_s, family.location},
                                     {u"emails"_s, emails},
                                     {u"phones"_s, phones}});
    const FieldValues configuration{{u"name"_s, u"ACME-SRV1"_s},
                                    {u"organization"_s, family.organization},
                                    {u"location"_s, family.location},
                                    {u"contact"_s, family.contact},
                                    {u"notes"_s, u"new"_s}};
    family.configuration =
        fixture.create(AssetKind::Configuration, joined(configuration, traits.configuration));
    return family;
}

} // namespace tandem
