// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/kaseya/bmsschema.h"

namespace tandem::practicebms {

namespace {

constexpr std::array specs{
    TableSpec{"Account", account::fields},
    TableSpec{"Location", location::fields},
    TableSpec{"Address", address::fields},
    TableSpec{"Contact", contact::fields},
    TableSpec{"Email", email::fields},
    TableSpec{"Phone", phone::fields},
    TableSpec{"Asset", asset::fields},
    TableSpec{"AccountType", accounttype::fields},
    TableSpec{"Employee", employee::fields},
    TableSpec{"ListValue", listvalue::fields},
    TableSpec{"CustomField", customfield::fields},
    TableSpec{"CustomValue", customvalue::fields},
};
static_assert(specs.size() == TableCount);

constexpr int mandatoryId = InputFlag::Required | InputFlag::Id;

constexpr std::array accountInput{
    Input{"ParentId", account::parent},
    Input{"AccountCode", account::code},
    Input{"AccountTypeId", account::type, mandatoryId},
    Input{"AccountName", account::name, InputFlag::Required},
    Input{"Description", account::description},
    Input{"Website", account::website},
    Input{"BusinessTypeId", account::businessType, mandatoryId},
    Input{"ServiceTypeId", account::serviceType},
    Input{"CurrencyId", account::currency},
    Input{"SalesTaxItemId", account::salesTaxItem},
    Input{"ClassId", account::accountClass},
    Input{"AccountManagerId", account::manager, mandatoryId},
    Input{"IsActive", account::isActive},
    Input{"AcquiredDate", account::acquired},
    Input{"CreditLimit", account::creditLimit},
    Input{"NetDays", account::netDays},
    Input{"RouteInvoiceToParent", fieldOf(account::fields, "RouteInvoiceToParent"), InputFlag::NotNull},
};

constexpr std::array locationInput{
    Input{"LocationName", location::name, InputFlag::Required},
    Input{"IsMain", location::isMain, InputFlag::NotNull},
    Input{"IsActive", location::isActive, InputFlag::NotNull},
};

constexpr std::array addressInput{
    Input{"Address1", address::line1},
    Input{"Address2", address::line2},
    Input{"City", address::city},
    Input{"State", address::state},
    Input{"ZipCode", address::zipCode},
    Input{"CountryId", address::countryId},
    Input{"Country", address::country},
    Input{"Phone", address::phone},
    Input{"Fax", address::fax},
    Input{"Latitude", address::latitude},
    Input{"Longitude", address::longitude},
    Input{"EmailAddress", address::email},
    Input{"IsMain", address::isMain, InputFlag::NotNull},
    Input{"IsBilling", address::isBilling, InputFlag::NotNull},
    Input{"AddressTypeId", address::typeId},
    Input{"AddressType", address::type},
};

constexpr std::array newContactInput{
    Input{"FirstName", contact::firstName, InputFlag::Required},
    Input{"LastName", contact::lastName},
    Input{"AccountId", contact::account, mandatoryId},
    Input{"LocationId", contact::location, mandatoryId},
};

constexpr std::array contactInput{
    Input{"AccountId", contact::account, mandatoryId},
    Input{"LocationId", contact::location, mandatoryId},
    Input{"FirstName", contact::firstName, InputFlag::Required},
    Input{"MiddleName", contact::middleName},
    Input{"LastName", contact::lastName},
    Input{"JobTitle", contact::jobTitle},
    Input{"Poc", contact::poc, InputFlag::NotNull},
    Input{"IsActive", contact::isActive, InputFlag::NotNull},
    Input{"ReceiveInvoices", contact::receiveInvoices, InputFlag::NotNull},
    Input{"BillByContact", contact::billByContact, InputFlag::NotNull},
    Input{"EffectiveDate", contact::effective},
};

/** The server's own fields of an asset, which no client writes. */
constexpr bool isOwn(std::string_view name)
{
    return name == "WebRemoteUrl" || name == "AgentId";
}

constexpr size_t ownAssetFields = 2;
consteval auto makeAssetInput()
{
    std::array<Input, asset::fields.size() - ownAssetFields> list{};
    size_t at = 0;
    for (size_t i = 0; i < asset::fields.size(); ++i) {
        const int number = int(i);
        if (isOwn(asset::fields[i].name))
            continue;
        const bool isId = number == asset::account || number == asset::location || number == asset::category;
        list[at++] = Input{asset::fields[i].name, number,
                           isId                        ? mandatoryId
                               : number == asset::name ? int(InputFlag::Required)
                                                       : 0};
    }
    return list;
}
constexpr auto assetInput = makeAssetInput();

template<size_t N>
consteval auto makeDoorInput(const std::array<FieldSpec, N> &fields)
{
    std::array<Input, N> list{};
    for (size_t i = 0; i < N; ++i)
        list[i] = Input{fields[i].name, int(i)};
    return list;
}
constexpr auto accountTypeInput = makeDoorInput(accounttype::fields);
constexpr auto employeeInput = makeDoorInput(employee::fields);
constexpr auto listValueInput = makeDoorInput(listvalue::fields);
constexpr auto customFieldInput = makeDoorInput(customfield::fields);
constexpr auto customValueInput = makeDoorInput(customvalue::fields);

constexpr Member value(const char *name, int field)
{
    return {name, Part::Value, field};
}
constexpr Member via(const char *name, int reference, int target)
{
    return {name, Part::Via, reference, target};
}

// The first five members of nearly everything.
constexpr Member id{"Id", Part::Id};
constexpr Member createdBy{"CreatedBy", Part::CreatedBy};
constexpr Member createdOn{"CreatedOn", Part::CreatedOn};
constexpr Member modifiedBy{"ModifiedBy", Part::ModifiedBy};
constexpr Member modifiedOn{"ModifiedOn", Part::ModifiedOn};

constexpr std::array accountOut{
    id,
    createdBy,
    createdOn,
    modifiedBy,
    modifiedOn,
    value("ParentId", account::parent),
    value("AccountCode", account::code),
    value("AccountTypeId", account::type),
    via("AccountType", account::type, accounttype::name),
    value("AccountName", account::name),
    value("BusinessTypeId", account::businessType),
    via("BusinessType", account::businessType, listvalue::name),
    value("ServiceTypeId", account::serviceType),
    via("ServiceType", account::serviceType, listvalue::name),
    value("AccountManagerId", account::manager),
    via("AccountManagerUserName", account::manager, employee::userName),
    value("CurrencyId", account::currency),
    via("CurrencyName", account::currency, listvalue::name),
    value("CreditLimit", account::creditLimit),
    value("NetDays", account::netDays),
    value("SalesTaxItemId", account::salesTaxItem),
    via("SalesTaxItemName", account::salesTaxItem, listvalue::name),
    value("Website", account::website),
    value("Description", account::description),
    value("ClassId", account::accountClass),
    via("ClassName", account::accountClass, listvalue::name),
    value("IsActive", account::isActive),
    Member{"IsBilling", Part::Off},
    value("AcquiredDate", account::acquired),
    Member{"TenantName", Part::Tenant},
    Member{"Locations", Part::Locations},
};

constexpr std::array accountLookupOut{
    id,
    value("Name", account::name),
    Member{"TenantName", Part::Tenant},
    value("IsActive", account::isActive),
};

constexpr std::array locationOut{
    id,
    createdBy,
    createdOn,
    modifiedBy,
    modifiedOn,
    value("LocationName", location::name),
    value("IsMain", location::isMain),
    value("IsActive", location::isActive),
    Member{"TimeZoneId"},
    Member{"DateFormatId"},
    Member{"TimeFormatId"},
    Member{"Addresses", Part::Addresses},
};

constexpr std::array ownLocationOut{
    id,
    createdBy,
    createdOn,
    modifiedBy,
    modifiedOn,
    value("AccountId", location::account),
    via("AccountName", location::account, account::name),
    value("LocationName", location::name),
    value("IsMain", location::isMain),
    value("IsActive", location::isActive),
    Member{"Addresses", Part::Addresses},
};

constexpr std::array locationLookupOut{
    id,
    value("Name", location::name),
    value("AccountId", location::account),
    value("IsMain", location::isMain),
};

constexpr std::array addressOut{
    id,
    createdBy,
    createdOn,
    modifiedBy,
    modifiedOn,
    value("Address1", address::line1),
    value("Address2", address::line2),
    value("City", address::city),
    value("State", address::state),
    value("ZipCode", address::zipCode),
    value("CountryId", address::countryId),
    value("Country", address::country),
    value("Phone", address::phone),
    value("Fax", address::fax),
    value("Latitude", address::latitude),
    value("Longitude", address::longitude),
    value("EmailAddress", address::email),
    value("IsMain", address::isMain),
    value("IsBilling", address::isBilling),
    value("AddressTypeId", address::typeId),
    value("AddressType", address::type),
};

constexpr std::array contactListOut{
    id,
    createdBy,
    createdOn,
    modifiedBy,
    modifiedOn,
    value("AccountId", contact::account),
    via("AccountName", contact::account, account::name),
    value("LocationId", contact::location),
    via("LocationName", contact::location, location::name),
    value("FirstName", contact::firstName),
    value("LastName", contact::lastName),
    value("JobTitle", contact::jobTitle),
    value("IsPoc", contact::poc),
    value("IsActive", contact::isActive),
    value("EffectiveDate", contact::effective),
    value("IsBillable", contact::billByContact),
    Member{"Emails", Part::Emails},
    Member{"Phones", Part::Phones},
    value("CanRecieveInvoices", contact::receiveInvoices),
};

constexpr std::array contactOut{
    id,
    createdBy,
    createdOn,
    modifiedBy,
    modifiedOn,
    value("AccountId", contact::account),
    via("AccountName", contact::account, account::name),
    Member{"LocationId", Part::ValueOrZero, contact::location},
    via("LocationName", contact::location, location::name),
    value("FirstName", contact::firstName),
    value("MiddleName", contact::middleName),
    value("LastName", contact::lastName),
    value("JobTitle", contact::jobTitle),
    value("Poc", contact::poc),
    value("IsActive", contact::isActive),
    value("BillByContact", contact::billByContact),
    value("EffectiveDate", contact::effective),
    Member{"Phones", Part::Phones},
    Member{"Emails", Part::Emails},
    value("RecieveInvoices", contact::receiveInvoices),
    Member{"CreatedByName", Part::CreatedByName},
    Member{"ModifiedByName", Part::ModifiedByName},
};

constexpr std::array newContactOut{
    id,
    value("FirstName", contact::firstName),
    value("LastName", contact::lastName),
    value("AccountId", contact::account),
    via("AccountName", contact::account, account::name),
    Member{"LocationId", Part::ValueOrZero, contact::location},
    via("LocationName", contact::location, location::name),
    Member{"PhoneNumber", Part::DefaultPhone},
    Member{"EmailAddress", Part::DefaultEmail},
    Member{"CustomFieldsData", Part::CustomValues},
};

constexpr std::array contactSearchOut{
    id,
    value("AccountId", contact::account),
    via("AccountName", contact::account, account::name),
    Member{"LocationId", Part::ValueOrZero, contact::location},
    via("LocationName", contact::location, location::name),
    value("FirstName", contact::firstName),
    value("LastName", contact::lastName),
    value("JobTitle", contact::jobTitle),
    Member{"EmailAddress", Part::DefaultEmail},
    value("IsPoc", contact::poc),
    value("IsActive", contact::isActive),
    Member{"HasClientPortalAccess", Part::Off},
};

constexpr std::array contactLookupOut{
    id,
    Member{"Name", Part::FullName},
    Member{"LocationId", Part::ValueOrZero, contact::location},
    via("LocationName", contact::location, location::name),
    Member{"Phone", Part::DefaultPhone},
    Member{"EmailAddress", Part::DefaultEmail},
};

constexpr std::array emailOut{
    id,
    createdBy,
    createdOn,
    modifiedBy,
    modifiedOn,
    value("EmailAddress", email::value),
    Member{"EmailTypeId", Part::ValueOrZero, email::type},
    via("EmailType", email::type, listvalue::name),
    value("IsDefault", email::isDefault),
};

constexpr std::array phoneOut{
    id,
    createdBy,
    createdOn,
    modifiedBy,
    modifiedOn,
    value("Phone", phone::value),
    Member{"PhoneTypeId", Part::ValueOrZero, phone::type},
    via("PhoneType", phone::type, listvalue::name),
    value("IsDefault", phone::isDefault),
};

/** A reference of an asset has its label right behind it. */
struct AssetLabel {
    int field;
    Member label;
};
constexpr std::array assetLabels{
    AssetLabel{asset::account, via("AccountName", asset::account, account::name)},
    AssetLabel{asset::location, via("AccountLocation", asset::location, location::name)},
    AssetLabel{asset::contact, via("ContactFirstName", asset::contact, contact::firstName)},
    AssetLabel{asset::contact, via("ContactLastName", asset::contact, contact::lastName)},
    AssetLabel{asset::category, via("Category", asset::category, listvalue::name)},
    AssetLabel{asset::brand, via("Brand", asset::brand, listvalue::name)},
    AssetLabel{asset::businessImpact, via("BusinessImpact", asset::businessImpact, listvalue::name)},
    AssetLabel{asset::state, via("State", asset::state, listvalue::name)},
    AssetLabel{asset::vendor, via("Vendor", asset::vendor, account::name)},
    AssetLabel{asset::motherboardManufacturer,
               via("MotherboardManufacturer", asset::motherboardManufacturer, listvalue::name)},
    AssetLabel{asset::chassisManufacturer,
               via("ChassisManufacturer", asset::chassisManufacturer, listvalue::name)},
    AssetLabel{asset::manufacturer, via("Manufacturer", asset::manufacturer, listvalue::name)},
};
constexpr std::array assetEnd{
    Member{"CreatedById", Part::CreatedBy},
    Member{"CreatedBy", Part::CreatedByName},
    Member{"ModifiedById", Part::ModifiedBy},
    Member{"ModifiedBy", Part::ModifiedByName},
    createdOn,
    modifiedOn,
    Member{"ContactEmailAddress", Part::DefaultEmail, asset::contact},
    Member{"ContactPhoneNumber", Part::DefaultPhone, asset::contact},
    value("AgentId", asset::agentId),
    Member{"DiskVolumes"},
    Member{"IntegrationTypeId"},
    Member{"Statuses"},
};

// All fields but the name of the computer, which can only be written, and the agent, which comes at the end.
consteval auto makeAssetOut()
{
    std::array<Member, 1 + asset::fields.size() - 2 + assetLabels.size() + assetEnd.size()> list{};
    size_t at = 0;
    list[at++] = id;
    for (size_t i = 0; i < asset::fields.size(); ++i) {
        const std::string_view name = asset::fields[i].name;
        if (name == "ComputerName" || name == "AgentId")
            continue;
        list[at++] = value(asset::fields[i].name, int(i));
        for (const AssetLabel &item : assetLabels) {
            if (item.field == int(i))
                list[at++] = item.label;
        }
    }
    for (const Member &member : assetEnd)
        list[at++] = member;
    return list;
}
constexpr auto assetOut = makeAssetOut();

constexpr std::array assetListOut{
    id,
    via("CategoryName", asset::category, listvalue::name),
    Member{"CategoryId", Part::ValueOrZero, asset::category},
    via("LocationName", asset::location, location::name),
    value("AssetName", asset::name),
    value("SerialNumber", asset::serialNumber),
    value("MachineGroupId", asset::machineGroup),
    value("IPAddress", asset::ipAddress),
    Member{"ContactId", Part::ValueOrZero, asset::contact},
    Member{"ContactName", Part::ViaName, asset::contact},
    value("AccountId", asset::account),
    via("AccountName", asset::account, account::name),
    value("IsActive", asset::isActive),
};

constexpr std::array accountTypeOut{
    id,
    value("Name", accounttype::name),
    value("IsActive", accounttype::isActive),
    value("IsClient", accounttype::isClient),
    value("IsVendor", accounttype::isVendor),
};

constexpr std::array employeeOut{id, Member{"Name", Part::FullName}};

constexpr std::array assigneeOut{
    id,
    Member{"Name", Part::FullName},
    Member{"Url"},
    value("EmailAddress", employee::email),
    value("JobTitle", employee::jobTitle),
    Member{"PictureName"},
    Member{"PictureURL"},
};

constexpr std::array listValueOut{
    id,
    value("Name", listvalue::name),
    value("IsDefault", listvalue::isDefault),
    value("IsActive", listvalue::isActive),
};

} // namespace

std::span<const TableSpec> tableSpecs()
{
    return specs;
}

std::span<const Input> accountInputs()
{
    return accountInput;
}

std::span<const Input> locationInputs()
{
    return locationInput;
}

std::span<const Input> addressInputs()
{
    return addressInput;
}

std::span<const Input> newContactInputs()
{
    return newContactInput;
}

std::span<const Input> contactInputs()
{
    return contactInput;
}

std::span<const Input> assetInputs()
{
    return assetInput;
}

std::span<const Input> doorInputs(int table)
{
    switch (table) {
    case AccountType:
        return accountTypeInput;
    case Employee:
        return employeeInput;
    case CustomField:
        return customFieldInput;
    case CustomValue:
        return customValueInput;
    default:
        return listValueInput;
    }
}

std::span<const Member> accountMembers()
{
    return accountOut;
}

std::span<const Member> accountLookupMembers()
{
    return accountLookupOut;
}

std::span<const Member> locationMembers()
{
    return locationOut;
}

std::span<const Member> ownLocationMembers()
{
    return ownLocationOut;
}

std::span<const Member> locationLookupMembers()
{
    return locationLookupOut;
}

std::span<const Member> addressMembers()
{
    return addressOut;
}

std::span<const Member> contactListMembers()
{
    return contactListOut;
}

std::span<const Member> contactMembers()
{
    return contactOut;
}

std::span<const Member> newContactMembers()
{
    return newContactOut;
}

std::span<const Member> contactSearchMembers()
{
    return contactSearchOut;
}

std::span<const Member> contactLookupMembers()
{
    return contactLookupOut;
}

std::span<const Member> emailMembers()
{
    return emailOut;
}

std::span<const Member> phoneMembers()
{
    return phoneOut;
}

std::span<const Member> assetMembers()
{
    return assetOut;
}

std::span<const Member> assetListMembers()
{
    return assetListOut;
}

std::span<const Member> accountTypeMembers()
{
    return accountTypeOut;
}

std::span<const Member> employeeMembers()
{
    return employeeOut;
}

std::span<const Member> assigneeMembers()
{
    return assigneeOut;
}

std::span<const Member> listValueMembers()
{
    return listValueOut;
}

} // namespace tandem::practicebms
