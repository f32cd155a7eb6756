// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/field.h"

#include "core/customfield.h"

#include <QCoreApplication>
#include <QHash>

#include <array>

namespace tandem {

namespace {

using enum FieldGroup;
using T = FieldType;

constexpr std::array organizationFields{
    FieldDescription{"name", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Name"), General, true, true},
    FieldDescription{"short_name", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Short name"), General, false,
                     true},
    FieldDescription{"organization_type", T::Option, QT_TRANSLATE_NOOP("tandem::Field", "Type"), General,
                     false, true, OptionList::OrganizationType},
    FieldDescription{"organization_status", T::Option, QT_TRANSLATE_NOOP("tandem::Field", "Status"), General,
                     false, true, OptionList::OrganizationStatus},
    FieldDescription{"parent",
                     T::Reference,
                     QT_TRANSLATE_NOOP("tandem::Field", "Parent organization"),
                     General,
                     false,
                     false,
                     {},
                     AssetKind::Organization},
    FieldDescription{"primary_location",
                     T::Reference,
                     QT_TRANSLATE_NOOP("tandem::Field", "Primary location"),
                     General,
                     false,
                     false,
                     {},
                     AssetKind::Location},
    FieldDescription{"alert", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Alert"), Notes},
    FieldDescription{"quick_notes", T::LongText, QT_TRANSLATE_NOOP("tandem::Field", "Quick notes"), Notes},
};

constexpr std::array locationFields{
    FieldDescription{"name", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Name"), General, true, true},
    FieldDescription{"organization",
                     T::Reference,
                     QT_TRANSLATE_NOOP("tandem::Field", "Organization"),
                     General,
                     true,
                     true,
                     {},
                     AssetKind::Organization},
    FieldDescription{"address_1", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Address 1"), Address, false,
                     true},
    FieldDescription{"address_2", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Address 2"), Address},
    FieldDescription{"city", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "City"), Address, false, true},
    FieldDescription{"region", T::Option, QT_TRANSLATE_NOOP("tandem::Field", "State or province"), Address,
                     false, true, OptionList::Region},
    FieldDescription{"postal_code", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Postal code"), Address,
                     false, true},
    FieldDescription{"country", T::Option, QT_TRANSLATE_NOOP("tandem::Field", "Country"), Address, false,
                     true, OptionList::Country},
    FieldDescription{"phone", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Phone"), Address},
    FieldDescription{"fax", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Fax"), Address},
    FieldDescription{"notes", T::LongText, QT_TRANSLATE_NOOP("tandem::Field", "Notes"), Notes},
};

constexpr std::array contactFields{
    FieldDescription{"first_name", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "First name"), General, true,
                     false},
    FieldDescription{"last_name", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Last name"), General, false,
                     false},
    FieldDescription{"organization",
                     T::Reference,
                     QT_TRANSLATE_NOOP("tandem::Field", "Organization"),
                     General,
                     true,
                     true,
                     {},
                     AssetKind::Organization},
    FieldDescription{"title", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Title"), General, false, true},
    FieldDescription{"contact_type", T::Option, QT_TRANSLATE_NOOP("tandem::Field", "Type"), General, false,
                     true, OptionList::ContactType},
    FieldDescription{"location",
                     T::Reference,
                     QT_TRANSLATE_NOOP("tandem::Field", "Location"),
                     General,
                     false,
                     true,
                     {},
                     AssetKind::Location},
    FieldDescription{"important", T::Boolean, QT_TRANSLATE_NOOP("tandem::Field", "Important contact"),
                     General},
    FieldDescription{"emails", T::Emails, QT_TRANSLATE_NOOP("tandem::Field", "Emails"), General, false, true,
                     OptionList::EmailType},
    FieldDescription{"phones", T::Phones, QT_TRANSLATE_NOOP("tandem::Field", "Phones"), General, false, true,
                     OptionList::PhoneType},
    FieldDescription{"notes", T::LongText, QT_TRANSLATE_NOOP("tandem::Field", "Notes"), Notes},
};

constexpr std::array configurationFields{
    FieldDescription{"name", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Name"), General, true, true},
    FieldDescription{"organization",
                     T::Reference,
                     QT_TRANSLATE_NOOP("tandem::Field", "Organization"),
                     General,
                     true,
                     true,
                     {},
                     AssetKind::Organization},
    FieldDescription{"configuration_type", T::Option, QT_TRANSLATE_NOOP("tandem::Field", "Type"), General,
                     true, true, OptionList::ConfigurationType},
    FieldDescription{"configuration_status", T::Option, QT_TRANSLATE_NOOP("tandem::Field", "Status"), General,
                     false, true, OptionList::ConfigurationStatus},
    FieldDescription{"location",
                     T::Reference,
                     QT_TRANSLATE_NOOP("tandem::Field", "Location"),
                     General,
                     false,
                     false,
                     {},
                     AssetKind::Location},
    FieldDescription{"contact",
                     T::Reference,
                     QT_TRANSLATE_NOOP("tandem::Field", "Contact"),
                     General,
                     false,
                     false,
                     {},
                     AssetKind::Contact},
    FieldDescription{"hostname", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Host name"), Network},
    FieldDescription{"primary_ip", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Primary IP"), Network, false,
                     true},
    FieldDescription{"mac_address", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "MAC address"), Network},
    FieldDescription{"default_gateway", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Default gateway"),
                     Network},
    FieldDescription{"serial_number", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Serial number"), Hardware,
                     false, true},
    FieldDescription{"asset_tag", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Asset tag"), Hardware, false,
                     true},
    FieldDescription{"manufacturer", T::Option, QT_TRANSLATE_NOOP("tandem::Field", "Manufacturer"), Hardware,
                     false, true, OptionList::Manufacturer},
    FieldDescription{"model", T::Option, QT_TRANSLATE_NOOP("tandem::Field", "Model"), Hardware, false, true,
                     OptionList::Model},
    FieldDescription{"operating_system", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Operating system"),
                     Hardware},
    FieldDescription{"operating_system_notes", T::Text,
                     QT_TRANSLATE_NOOP("tandem::Field", "Operating system notes"), Hardware},
    FieldDescription{"platform", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Platform"), Hardware},
    FieldDescription{"position", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Physical position"), Hardware},
    FieldDescription{"installed_at", T::Date, QT_TRANSLATE_NOOP("tandem::Field", "Installed on"), Dates},
    FieldDescription{"installed_by", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Installed by"), Dates},
    FieldDescription{"purchased_at", T::Date, QT_TRANSLATE_NOOP("tandem::Field", "Purchased on"), Dates},
    FieldDescription{"purchased_by", T::Text, QT_TRANSLATE_NOOP("tandem::Field", "Purchased by"), Dates},
    FieldDescription{"warranty_expires_at", T::Date,
                     QT_TRANSLATE_NOOP("tandem::Field", "Warranty expires on"), Dates},
    FieldDescription{"notes", T::LongText, QT_TRANSLATE_NOOP("tandem::Field", "Notes"), Notes},
};

constexpr std::array groupTitles{
    QT_TRANSLATE_NOOP("tandem::FieldGroup", "General"),  QT_TRANSLATE_NOOP("tandem::FieldGroup", "Network"),
    QT_TRANSLATE_NOOP("tandem::FieldGroup", "Hardware"), QT_TRANSLATE_NOOP("tandem::FieldGroup", "Address"),
    QT_TRANSLATE_NOOP("tandem::FieldGroup", "Dates"),    QT_TRANSLATE_NOOP("tandem::FieldGroup", "Notes"),
    QT_TRANSLATE_NOOP("tandem::FieldGroup", "Custom"),
};
static_assert(groupTitles.size() == size_t(FieldGroup::Count));

QHash<QString, const FieldDescription *> fieldsByName(AssetKind kind)
{
    QHash<QString, const FieldDescription *> fields;
    for (const FieldDescription &field : fieldsOf(kind))
        fields.insert(field.name(), &field);
    return fields;
}

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
    return isCustom() ? QString::fromUtf8(label) : QCoreApplication::translate("tandem::Field", label);
}

bool FieldDescription::isCustom() const
{
    return group == FieldGroup::Custom;
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

QList<const FieldDescription *> allFieldsOf(AssetKind kind)
{
    QList<const FieldDescription *> fields;
    for (const FieldDescription &field : fieldsOf(kind))
        fields.append(&field);
    return fields + customFieldsOf(kind);
}

const FieldDescription *findField(AssetKind kind, const QString &id)
{
    static const std::array all {fieldsByName(allKinds[0]), fieldsByName(allKinds[1]), fieldsByName(allKinds[2]),
                                 fieldsByName(allKinds[3])};
    static_assert(all.size() == size_t(AssetKind::Count));
    const FieldDescription *field = all.at(size_t(kind)).value(id);
    return field ? field : findCustomField(kind, id);
}

} // namespace tandem
