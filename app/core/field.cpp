// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/field.h"

#include <QCoreApplication>

#include <array>

namespace tandem {

namespace {

#define LABEL(text) QT_TRANSLATE_NOOP("tandem::Field", text)

using enum FieldGroup;
using T = FieldType;

constexpr std::array organizationFields {
    FieldDescription {"name", T::Text, LABEL("Name"), General, true, true},
    FieldDescription {"short_name", T::Text, LABEL("Short name"), General, false, true},
    FieldDescription {"organization_type", T::Option, LABEL("Type"), General, false, true,
                      OptionList::OrganizationType},
    FieldDescription {"organization_status", T::Option, LABEL("Status"), General, false, true,
                      OptionList::OrganizationStatus},
    FieldDescription {"parent", T::Reference, LABEL("Parent organization"), General, false, false, {},
                      AssetKind::Organization},
    FieldDescription {"primary_location", T::Reference, LABEL("Primary location"), General, false, false, {},
                      AssetKind::Location},
    FieldDescription {"alert", T::Text, LABEL("Alert"), Notes},
    FieldDescription {"quick_notes", T::LongText, LABEL("Quick notes"), Notes},
};

constexpr std::array locationFields {
    FieldDescription {"name", T::Text, LABEL("Name"), General, true, true},
    FieldDescription {"organization", T::Reference, LABEL("Organization"), General, true, true, {},
                      AssetKind::Organization},
    FieldDescription {"address_1", T::Text, LABEL("Address 1"), Address, false, true},
    FieldDescription {"address_2", T::Text, LABEL("Address 2"), Address},
    FieldDescription {"city", T::Text, LABEL("City"), Address, false, true},
    FieldDescription {"region", T::Option, LABEL("State or province"), Address, false, true, OptionList::Region},
    FieldDescription {"postal_code", T::Text, LABEL("Postal code"), Address, false, true},
    FieldDescription {"country", T::Option, LABEL("Country"), Address, false, true, OptionList::Country},
    FieldDescription {"phone", T::Text, LABEL("Phone"), Address},
    FieldDescription {"fax", T::Text, LABEL("Fax"), Address},
    FieldDescription {"notes", T::LongText, LABEL("Notes"), Notes},
};

constexpr std::array contactFields {
    FieldDescription {"first_name", T::Text, LABEL("First name"), General, true, false},
    FieldDescription {"last_name", T::Text, LABEL("Last name"), General, false, false},
    FieldDescription {"organization", T::Reference, LABEL("Organization"), General, true, true, {},
                      AssetKind::Organization},
    FieldDescription {"title", T::Text, LABEL("Title"), General, false, true},
    FieldDescription {"contact_type", T::Option, LABEL("Type"), General, false, true, OptionList::ContactType},
    FieldDescription {"location", T::Reference, LABEL("Location"), General, false, true, {}, AssetKind::Location},
    FieldDescription {"important", T::Boolean, LABEL("Important contact"), General},
    FieldDescription {"emails", T::Emails, LABEL("Emails"), General, false, true, OptionList::EmailType},
    FieldDescription {"phones", T::Phones, LABEL("Phones"), General, false, true, OptionList::PhoneType},
    FieldDescription {"notes", T::LongText, LABEL("Notes"), Notes},
};

constexpr std::array configurationFields {
    FieldDescription {"name", T::Text, LABEL("Name"), General, true, true},
    FieldDescription {"organization", T::Reference, LABEL("Organization"), General, true, true, {},
                      AssetKind::Organization},
    FieldDescription {"configuration_type", T::Option, LABEL("Type"), General, true, true,
                      OptionList::ConfigurationType},
    FieldDescription {"configuration_status", T::Option, LABEL("Status"), General, false, true,
                      OptionList::ConfigurationStatus},
    FieldDescription {"location", T::Reference, LABEL("Location"), General, false, false, {}, AssetKind::Location},
    FieldDescription {"contact", T::Reference, LABEL("Contact"), General, false, false, {}, AssetKind::Contact},
    FieldDescription {"hostname", T::Text, LABEL("Host name"), Network},
    FieldDescription {"primary_ip", T::Text, LABEL("Primary IP"), Network, false, true},
    FieldDescription {"mac_address", T::Text, LABEL("MAC address"), Network},
    FieldDescription {"default_gateway", T::Text, LABEL("Default gateway"), Network},
    FieldDescription {"serial_number", T::Text, LABEL("Serial number"), Hardware, false, true},
    FieldDescription {"asset_tag", T::Text, LABEL("Asset tag"), Hardware, false, true},
    FieldDescription {"manufacturer", T::Option, LABEL("Manufacturer"), Hardware, false, true,
                      OptionList::Manufacturer},
    FieldDescription {"model", T::Option, LABEL("Model"), Hardware, false, true, OptionList::Model},
    FieldDescription {"operating_system", T::Text, LABEL("Operating system"), Hardware},
    FieldDescription {"operating_system_notes", T::Text, LABEL("Operating system notes"), Hardware},
    FieldDescription {"platform", T::Text, LABEL("Platform"), Hardware},
    FieldDescription {"position", T::Text, LABEL("Physical position"), Hardware},
    FieldDescription {"installed_at", T::Date, LABEL("Installed on"), Dates},
    FieldDescription {"installed_by", T::Text, LABEL("Installed by"), Dates},
    FieldDescription {"purchased_at", T::Date, LABEL("Purchased on"), Dates},
    FieldDescription {"purchased_by", T::Text, LABEL("Purchased by"), Dates},
    FieldDescription {"warranty_expires_at", T::Date, LABEL("Warranty expires on"), Dates},
    FieldDescription {"notes", T::LongText, LABEL("Notes"), Notes},
};

#undef LABEL

constexpr std::array groupTitles {
    QT_TRANSLATE_NOOP("tandem::FieldGroup", "General"),  QT_TRANSLATE_NOOP("tandem::FieldGroup", "Network"),
    QT_TRANSLATE_NOOP("tandem::FieldGroup", "Hardware"), QT_TRANSLATE_NOOP("tandem::FieldGroup", "Address"),
    QT_TRANSLATE_NOOP("tandem::FieldGroup", "Dates"),    QT_TRANSLATE_NOOP("tandem::FieldGroup", "Notes"),
};
static_assert(groupTitles.size() == size_t(FieldGroup::Count));

} // namespace

QString fieldGroupTitle(FieldGroup group)
{
    return QCoreApplication::translate("tandem::FieldGroup", groupTitles.at(size_t(group)));
}

QString FieldDescription::name() const
{
    return QString::fromLatin1(id);
}

QString FieldDescription::column() const
{
    const bool isId = type == FieldType::Reference || type == FieldType::Option;
    return isId ? QString(name() + QLatin1StringView("_id")) : name();
}

QString FieldDescription::labelText() const
{
    return QCoreApplication::translate("tandem::Field", label);
}

std::span<const FieldDescription> fieldsOf(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return organizationFields;
    case AssetKind::Location:
        return locationFields;
    case AssetKind::Contact:
        return contactFields;
    case AssetKind::Configuration:
        return configurationFields;
    case AssetKind::Count:
        break;
    }
    return {};
}

const FieldDescription *findField(AssetKind kind, const QString &id)
{
    for (const FieldDescription &field : fieldsOf(kind)) {
        if (id == QLatin1StringView(field.id))
            return &field;
    }
    return nullptr;
}

} // namespace tandem
