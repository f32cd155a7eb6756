// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiresource.h"

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** What IT Glue calls fields that have another name here. */
QString attributeName(const FieldDescription &field)
{
    const QString name = field.name();
    if (name == "emails"_L1)
        return u"contact_emails"_s;
    if (name == "phones"_L1)
        return u"contact_phones"_s;
    // IT Glue has a list of operating systems; here they are text, as in the PSAs.
    if (name == "operating_system"_L1)
        return u"operating_system_name"_s;
    return field.column();
}

ApiAttribute fixed(const QString &name, const QJsonValue &value = QJsonValue::Null)
{
    return {.name = name, .value = ApiValue::Fixed, .fixed = value};
}

/** What records of a kind show besides their fields. */
QList<ApiAttribute> extras(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return {{.name = u"ancestor_ids"_s, .value = ApiValue::AncestorIds},
                fixed(u"description"_s),
                fixed(u"primary"_s, false),
                fixed(u"logo"_s),
                fixed(u"my_glue"_s, false),
                fixed(u"my_glue_account_id"_s)};
    case AssetKind::Configuration:
        return {{.name = u"organization_short_name"_s, .value = ApiValue::OrganizationShortName},
                fixed(u"resource_url"_s),
                fixed(u"configuration_type_kind"_s),
                fixed(u"operating_system_id"_s),
                fixed(u"restricted"_s, false),
                fixed(u"archived"_s, false),
                fixed(u"my_glue"_s, false),
                fixed(u"mitp_device_expiration_date"_s),
                fixed(u"mitp_end_of_life_date"_s)};
    case AssetKind::Contact:
        return {{.name = u"name"_s, .value = ApiValue::RecordName},
                {.name = u"sync_active"_s, .value = ApiValue::SyncActive},
                fixed(u"restricted"_s, false)};
    case AssetKind::Location:
        return {{.name = u"primary"_s, .value = ApiValue::IsPrimaryLocation},
                {.name = u"formatted_phone"_s,
                 .value = ApiValue::FormattedField,
                 .field = findField(kind, u"phone"_s)},
                {.name = u"formatted_fax"_s,
                 .value = ApiValue::FormattedField,
                 .field = findField(kind, u"fax"_s)},
                fixed(u"restricted"_s, false)};
    case AssetKind::Count:
        break;
    }
    return {};
}

ApiResource records(const QString &name, AssetKind kind)
{
    ApiResource resource{.name = name,
                         .kind = kind,
                         .mayCreate = true,
                         .mayUpdate = true,
                         .mayBulkUpdate = true,
                         .mayBulkDelete = true};
    if (kind != AssetKind::Organization) {
        resource.parent = u"organizations"_s;
        resource.parentField = u"organization"_s;
    }
    for (const FieldDescription &field : fieldsOf(kind)) {
        resource.attributes.append({.name = attributeName(field), .value = ApiValue::Field, .field = &field});
        if (field.type == FieldType::Reference || field.type == FieldType::Option)
            resource.attributes.append(
                {.name = field.name() + u"_name"_s, .value = ApiValue::NameOfField, .field = &field});
    }
    resource.attributes += extras(kind);
    resource.attributes += {{.name = u"psa_integration"_s, .value = ApiValue::PsaIntegration},
                            {.name = u"created_at"_s, .value = ApiValue::CreatedAt},
                            {.name = u"updated_at"_s, .value = ApiValue::UpdatedAt}};
    return resource;
}

ApiResource values(const QString &name, OptionList list)
{
    const bool isFixed = list == OptionList::Country || list == OptionList::Region;
    ApiResource resource{.name = name, .list = list, .mayCreate = !isFixed, .mayUpdate = !isFixed};
    resource.attributes = {{.name = u"name"_s, .value = ApiValue::OptionName}};
    if (list == OptionList::Model) {
        resource.parent = u"manufacturers"_s;
        resource.parentField = u"parent"_s;
        resource.mayBulkUpdate = true;
        resource.attributes += {{.name = u"manufacturer_id"_s, .value = ApiValue::OptionParent},
                                {.name = u"manufacturer_name"_s, .value = ApiValue::OptionParentName}};
    } else if (list == OptionList::Region) {
        resource.parent = u"countries"_s;
        resource.parentField = u"parent"_s;
        resource.attributes += {{.name = u"country_id"_s, .value = ApiValue::OptionParent},
                                {.name = u"country_name"_s, .value = ApiValue::OptionParentName}};
    }
    if (isFixed)
        resource.attributes.append({.name = u"iso"_s, .value = ApiValue::OptionIso});
    if (list == OptionList::ConfigurationType)
        resource.attributes.append({.name = u"configurations_count"_s, .value = ApiValue::OptionUses});
    resource.attributes += {{.name = u"synced"_s, .value = ApiValue::OptionIsSynced},
                            fixed(u"created_at"_s),
                            fixed(u"updated_at"_s)};
    return resource;
}

const QList<ApiResource> &table()
{
    static const QList<ApiResource> resources{
        records(u"organizations"_s, AssetKind::Organization),
        records(u"configurations"_s, AssetKind::Configuration),
        records(u"contacts"_s, AssetKind::Contact),
        records(u"locations"_s, AssetKind::Location),
        values(u"organization_types"_s, OptionList::OrganizationType),
        values(u"organization_statuses"_s, OptionList::OrganizationStatus),
        values(u"configuration_types"_s, OptionList::ConfigurationType),
        values(u"configuration_statuses"_s, OptionList::ConfigurationStatus),
        values(u"contact_types"_s, OptionList::ContactType),
        values(u"manufacturers"_s, OptionList::Manufacturer),
        values(u"models"_s, OptionList::Model),
        values(u"countries"_s, OptionList::Country),
        values(u"regions"_s, OptionList::Region),
    };
    return resources;
}

template<typename Match>
const ApiAttribute *firstThat(const QList<ApiAttribute> &attributes, Match match)
{
    const auto found = std::find_if(attributes.cbegin(), attributes.cend(), match);
    return found == attributes.cend() ? nullptr : &*found;
}

} // namespace

bool ApiAttribute::isWritable() const
{
    switch (value) {
    case ApiValue::Field:
    case ApiValue::IsPrimaryLocation:
    case ApiValue::OptionName:
    case ApiValue::OptionParent:
        return true;
    case ApiValue::NameOfField:
    case ApiValue::RecordName:
    case ApiValue::CreatedAt:
    case ApiValue::UpdatedAt:
    case ApiValue::PsaIntegration:
    case ApiValue::SyncActive:
    case ApiValue::AncestorIds:
    case ApiValue::OrganizationShortName:
    case ApiValue::FormattedField:
    case ApiValue::Fixed:
    case ApiValue::OptionParentName:
    case ApiValue::OptionIsSynced:
    case ApiValue::OptionUses:
    case ApiValue::OptionIso:
        break;
    }
    return false;
}

QString ApiResource::type() const
{
    return withDashes(name);
}

const ApiAttribute *ApiResource::find(const QString &attribute) const
{
    return firstThat(attributes, [&](const ApiAttribute &each) { return each.name == attribute; });
}

const ApiAttribute *ApiResource::ofField(const QString &field) const
{
    return firstThat(attributes, [&](const ApiAttribute &each) {
        return each.value == ApiValue::Field && each.field->name() == field;
    });
}

std::span<const ApiResource> apiResources()
{
    const QList<ApiResource> &resources = table();
    return {resources.constData(), size_t(resources.size())};
}

const ApiResource *findResource(const QString &name)
{
    const QString wanted = withUnderscores(name);
    const std::span<const ApiResource> all = apiResources();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const ApiResource &each) { return each.name == wanted; });
    return found == all.end() ? nullptr : &*found;
}

QString withUnderscores(const QString &name)
{
    return QString(name).replace(u'-', u'_');
}

QString withDashes(const QString &name)
{
    return QString(name).replace(u'_', u'-');
}

} // namespace tandem
