// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/recordtable.h"

#include <array>
#include <string_view>

namespace tandem::practicebms {

/** The tables of a tenant. Moments are milliseconds since 1970, in the stamps too. */
enum Table : int {
    Account,
    Location,
    Address,
    Contact,
    Email,
    Phone,
    Asset,
    AccountType,
    Employee,
    ListValue,
    CustomField,
    CustomValue,
    TableCount
};

/** Number of a field; a name that does not exist does not compile. */
template<size_t N>
consteval int fieldOf(const std::array<FieldSpec, N> &fields, std::string_view name)
{
    for (size_t i = 0; i < N; ++i) {
        if (fields[i].name == name)
            return int(i);
    }
    throw "there is no such field";
}

// A reference to a value of a list names the list where other fields have their choices. Lengths are this
// tenant's own: the vendor publishes none.
constexpr FieldSpec textField(const char *name, int maxLength, int flags = 0)
{
    return {name, FieldType::Text, maxLength, -1, flags};
}
constexpr FieldSpec plainField(const char *name, FieldType type, int flags = 0)
{
    return {name, type, 0, -1, flags};
}
constexpr FieldSpec referenceField(const char *name, int table, int flags = 0)
{
    return {name, FieldType::Reference, 0, table, flags};
}
constexpr FieldSpec listField(const char *name, const char *list)
{
    return {name, FieldType::Reference, 0, ListValue, 0, list};
}

namespace account {
inline constexpr std::array fields{
    referenceField("ParentId", Account),
    textField("AccountCode", 50),
    referenceField("AccountTypeId", AccountType),
    textField("AccountName", 250),
    textField("Description", 2000),
    textField("Website", 250),
    listField("BusinessTypeId", "BusinessType"),
    listField("ServiceTypeId", "ServiceType"),
    listField("CurrencyId", "Currency"),
    listField("SalesTaxItemId", "SalesTaxItem"),
    listField("ClassId", "Class"),
    referenceField("AccountManagerId", Employee),
    plainField("IsActive", FieldType::Boolean, FieldFlag::OnByDefault),
    plainField("AcquiredDate", FieldType::DateTime),
    plainField("CreditLimit", FieldType::Number),
    plainField("NetDays", FieldType::Number),
    plainField("RouteInvoiceToParent", FieldType::Boolean),
};
inline constexpr int parent = fieldOf(fields, "ParentId");
inline constexpr int code = fieldOf(fields, "AccountCode");
inline constexpr int type = fieldOf(fields, "AccountTypeId");
inline constexpr int name = fieldOf(fields, "AccountName");
inline constexpr int description = fieldOf(fields, "Description");
inline constexpr int website = fieldOf(fields, "Website");
inline constexpr int businessType = fieldOf(fields, "BusinessTypeId");
inline constexpr int serviceType = fieldOf(fields, "ServiceTypeId");
inline constexpr int currency = fieldOf(fields, "CurrencyId");
inline constexpr int salesTaxItem = fieldOf(fields, "SalesTaxItemId");
inline constexpr int accountClass = fieldOf(fields, "ClassId");
inline constexpr int manager = fieldOf(fields, "AccountManagerId");
inline constexpr int isActive = fieldOf(fields, "IsActive");
inline constexpr int acquired = fieldOf(fields, "AcquiredDate");
inline constexpr int creditLimit = fieldOf(fields, "CreditLimit");
inline constexpr int netDays = fieldOf(fields, "NetDays");
} // namespace account

namespace location {
inline constexpr std::array fields{
    referenceField("AccountId", Account, FieldFlag::Indexed),
    textField("LocationName", 100),
    plainField("IsMain", FieldType::Boolean),
    plainField("IsActive", FieldType::Boolean),
};
inline constexpr int account = fieldOf(fields, "AccountId");
inline constexpr int name = fieldOf(fields, "LocationName");
inline constexpr int isMain = fieldOf(fields, "IsMain");
inline constexpr int isActive = fieldOf(fields, "IsActive");
} // namespace location

namespace address {
inline constexpr std::array fields{
    referenceField("LocationId", Location, FieldFlag::Indexed),
    textField("Address1", 250),
    textField("Address2", 250),
    textField("City", 100),
    textField("State", 100),
    textField("ZipCode", 20),
    listField("CountryId", "Country"),
    textField("Country", 100),
    textField("Phone", 50),
    textField("Fax", 50),
    plainField("Latitude", FieldType::Number),
    plainField("Longitude", FieldType::Number),
    textField("EmailAddress", 250),
    plainField("IsMain", FieldType::Boolean),
    plainField("IsBilling", FieldType::Boolean),
    listField("AddressTypeId", "AddressType"),
    textField("AddressType", 100),
};
inline constexpr int location = fieldOf(fields, "LocationId");
inline constexpr int line1 = fieldOf(fields, "Address1");
inline constexpr int line2 = fieldOf(fields, "Address2");
inline constexpr int city = fieldOf(fields, "City");
inline constexpr int state = fieldOf(fields, "State");
inline constexpr int zipCode = fieldOf(fields, "ZipCode");
inline constexpr int countryId = fieldOf(fields, "CountryId");
inline constexpr int country = fieldOf(fields, "Country");
inline constexpr int phone = fieldOf(fields, "Phone");
inline constexpr int fax = fieldOf(fields, "Fax");
inline constexpr int latitude = fieldOf(fields, "Latitude");
inline constexpr int longitude = fieldOf(fields, "Longitude");
inline constexpr int email = fieldOf(fields, "EmailAddress");
inline constexpr int isMain = fieldOf(fields, "IsMain");
inline constexpr int isBilling = fieldOf(fields, "IsBilling");
inline constexpr int typeId = fieldOf(fields, "AddressTypeId");
inline constexpr int type = fieldOf(fields, "AddressType");
} // namespace address

namespace contact {
inline constexpr std::array fields{
    referenceField("AccountId", Account, FieldFlag::Indexed),
    referenceField("LocationId", Location, FieldFlag::Indexed),
    textField("FirstName", 50),
    textField("MiddleName", 50),
    textField("LastName", 50),
    textField("JobTitle", 100),
    plainField("Poc", FieldType::Boolean),
    plainField("IsActive", FieldType::Boolean),
    plainField("ReceiveInvoices", FieldType::Boolean),
    plainField("BillByContact", FieldType::Boolean),
    plainField("EffectiveDate", FieldType::DateTime),
};
inline constexpr int account = fieldOf(fields, "AccountId");
inline constexpr int location = fieldOf(fields, "LocationId");
inline constexpr int firstName = fieldOf(fields, "FirstName");
inline constexpr int middleName = fieldOf(fields, "MiddleName");
inline constexpr int lastName = fieldOf(fields, "LastName");
inline constexpr int jobTitle = fieldOf(fields, "JobTitle");
inline constexpr int poc = fieldOf(fields, "Poc");
inline constexpr int isActive = fieldOf(fields, "IsActive");
inline constexpr int receiveInvoices = fieldOf(fields, "ReceiveInvoices");
inline constexpr int billByContact = fieldOf(fields, "BillByContact");
inline constexpr int effective = fieldOf(fields, "EffectiveDate");
} // namespace contact

namespace email {
inline constexpr std::array fields{
    referenceField("ContactId", Contact, FieldFlag::Indexed),
    textField("EmailAddress", 250),
    listField("EmailTypeId", "EmailType"),
    plainField("IsDefault", FieldType::Boolean),
};
inline constexpr int contact = fieldOf(fields, "ContactId");
inline constexpr int value = fieldOf(fields, "EmailAddress");
inline constexpr int type = fieldOf(fields, "EmailTypeId");
inline constexpr int isDefault = fieldOf(fields, "IsDefault");
} // namespace email

namespace phone {
inline constexpr std::array fields{
    referenceField("ContactId", Contact, FieldFlag::Indexed),
    textField("Phone", 50),
    listField("PhoneTypeId", "PhoneType"),
    plainField("IsDefault", FieldType::Boolean),
};
inline constexpr int contact = fieldOf(fields, "ContactId");
inline constexpr int value = fieldOf(fields, "Phone");
inline constexpr int type = fieldOf(fields, "PhoneTypeId");
inline constexpr int isDefault = fieldOf(fields, "IsDefault");
} // namespace phone
// Both lists of a contact are written by the same code.
static_assert(email::contact == phone::contact && email::value == phone::value && email::type == phone::type
              && email::isDefault == phone::isDefault);

namespace asset {
inline constexpr std::array fields{
    textField("Name", 250),
    referenceField("AccountId", Account, FieldFlag::Indexed),
    referenceField("AccountLocationId", Location, FieldFlag::Indexed),
    referenceField("ContactId", Contact, FieldFlag::Indexed),
    listField("CategoryId", "AssetHardwareCategory"),
    listField("BrandId", "Brand"),
    textField("SerialNumber", 100),
    listField("BusinessImpactId", "BusinessImpact"),
    listField("StateId", "AssetState"),
    textField("LocationInfo", 250),
    textField("Description", 4000),
    textField("BarCode", 100),
    textField("AssetTag", 100),
    referenceField("VendorId", Account, FieldFlag::Indexed),
    textField("WebRemoteUrl", 0),
    plainField("IsActive", FieldType::Boolean, FieldFlag::OnByDefault),
    textField("ModelNumber", 100),
    textField("MachineGroupId", 250),
    textField("IpAddress", 50),
    textField("SubnetMask", 50),
    textField("DefaultGateway", 50),
    textField("DNSServers", 250),
    plainField("DHCPEnabled", FieldType::Boolean),
    textField("DHCPServer", 50),
    plainField("WinsEnabled", FieldType::Boolean),
    textField("SecondaryWinsServer", 50),
    textField("ConnectionGatewayIp", 50),
    textField("OsType", 100),
    textField("OsInfo", 250),
    textField("MajorVersion", 50),
    textField("MinorVersion", 50),
    textField("MacAddress", 50),
    textField("LoginName", 100),
    textField("LastLoginname", 100),
    textField("CurrentUser", 100),
    textField("ProductName", 100),
    textField("MachineVersion", 100),
    listField("MotherboardManufacturerId", "Manufacturer"),
    textField("MotherboardProductCode", 100),
    textField("MotherboardSerialNumber", 100),
    textField("MotherboardVersion", 100),
    textField("ChassisAssetTag", 100),
    listField("ChassisManufacturerId", "Manufacturer"),
    textField("ChassisSerialNumber", 100),
    textField("ChassisType", 100),
    textField("ChassisVersion", 100),
    textField("BusSpeed", 50),
    listField("ManufacturerId", "Manufacturer"),
    textField("MaxMemorySize", 50),
    textField("MaxMemorySlots", 50),
    textField("PrimaryWinsServer", 50),
    textField("ComputerName", 100),
    plainField("PurchaseCost", FieldType::Number),
    plainField("WarrantyExpirationDate", FieldType::DateTime),
    plainField("ExpirationDate", FieldType::DateTime),
    plainField("AcquisitionDate", FieldType::DateTime),
    plainField("FirstCheckIn", FieldType::DateTime),
    plainField("LastCheckIn", FieldType::DateTime),
    plainField("LastReboot", FieldType::DateTime),
    textField("AgentId", 0),
};
inline constexpr int name = fieldOf(fields, "Name");
inline constexpr int account = fieldOf(fields, "AccountId");
inline constexpr int location = fieldOf(fields, "AccountLocationId");
inline constexpr int contact = fieldOf(fields, "ContactId");
inline constexpr int category = fieldOf(fields, "CategoryId");
inline constexpr int brand = fieldOf(fields, "BrandId");
inline constexpr int serialNumber = fieldOf(fields, "SerialNumber");
inline constexpr int businessImpact = fieldOf(fields, "BusinessImpactId");
inline constexpr int state = fieldOf(fields, "StateId");
inline constexpr int description = fieldOf(fields, "Description");
inline constexpr int assetTag = fieldOf(fields, "AssetTag");
inline constexpr int vendor = fieldOf(fields, "VendorId");
inline constexpr int isActive = fieldOf(fields, "IsActive");
inline constexpr int modelNumber = fieldOf(fields, "ModelNumber");
inline constexpr int machineGroup = fieldOf(fields, "MachineGroupId");
inline constexpr int ipAddress = fieldOf(fields, "IpAddress");
inline constexpr int subnetMask = fieldOf(fields, "SubnetMask");
inline constexpr int gateway = fieldOf(fields, "DefaultGateway");
inline constexpr int osType = fieldOf(fields, "OsType");
inline constexpr int osInfo = fieldOf(fields, "OsInfo");
inline constexpr int macAddress = fieldOf(fields, "MacAddress");
inline constexpr int lastLogin = fieldOf(fields, "LastLoginname");
inline constexpr int productName = fieldOf(fields, "ProductName");
inline constexpr int motherboardManufacturer = fieldOf(fields, "MotherboardManufacturerId");
inline constexpr int chassisManufacturer = fieldOf(fields, "ChassisManufacturerId");
inline constexpr int manufacturer = fieldOf(fields, "ManufacturerId");
inline constexpr int maxMemory = fieldOf(fields, "MaxMemorySize");
inline constexpr int warranty = fieldOf(fields, "WarrantyExpirationDate");
inline constexpr int acquisition = fieldOf(fields, "AcquisitionDate");
inline constexpr int firstCheckIn = fieldOf(fields, "FirstCheckIn");
inline constexpr int agentId = fieldOf(fields, "AgentId");
} // namespace asset

namespace accounttype {
inline constexpr std::array fields{
    textField("Name", 100),
    plainField("IsActive", FieldType::Boolean),
    plainField("IsClient", FieldType::Boolean),
    plainField("IsVendor", FieldType::Boolean),
};
inline constexpr int name = fieldOf(fields, "Name");
inline constexpr int isActive = fieldOf(fields, "IsActive");
inline constexpr int isClient = fieldOf(fields, "IsClient");
inline constexpr int isVendor = fieldOf(fields, "IsVendor");
} // namespace accounttype

namespace employee {
inline constexpr std::array fields{
    textField("FirstName", 50),     textField("LastName", 50),  textField("UserName", 100),
    textField("EmailAddress", 250), textField("JobTitle", 100), plainField("IsApi", FieldType::Boolean),
};
inline constexpr int firstName = fieldOf(fields, "FirstName");
inline constexpr int lastName = fieldOf(fields, "LastName");
inline constexpr int userName = fieldOf(fields, "UserName");
inline constexpr int email = fieldOf(fields, "EmailAddress");
inline constexpr int jobTitle = fieldOf(fields, "JobTitle");
inline constexpr int isApi = fieldOf(fields, "IsApi");
} // namespace employee

namespace listvalue {
inline constexpr std::array fields{
    textField("List", 0, FieldFlag::Indexed),
    textField("Name", 100),
    textField("Description", 500),
    plainField("IsActive", FieldType::Boolean),
    plainField("IsDefault", FieldType::Boolean),
};
inline constexpr int list = fieldOf(fields, "List");
inline constexpr int name = fieldOf(fields, "Name");
inline constexpr int description = fieldOf(fields, "Description");
inline constexpr int isActive = fieldOf(fields, "IsActive");
inline constexpr int isDefault = fieldOf(fields, "IsDefault");
} // namespace listvalue

namespace customfield {
inline constexpr std::array fields{
    plainField("ModuleId", FieldType::Integer), textField("Name", 100),
    plainField("DataType", FieldType::Integer), plainField("IsRequired", FieldType::Boolean),
    plainField("IsActive", FieldType::Boolean), textField("Choices", 0), // separated by '|'
};
inline constexpr int module = fieldOf(fields, "ModuleId");
inline constexpr int name = fieldOf(fields, "Name");
inline constexpr int dataType = fieldOf(fields, "DataType");
inline constexpr int isRequired = fieldOf(fields, "IsRequired");
inline constexpr int isActive = fieldOf(fields, "IsActive");
inline constexpr int choices = fieldOf(fields, "Choices");
} // namespace customfield

namespace customvalue {
inline constexpr std::array fields{
    referenceField("CustomFieldId", CustomField, FieldFlag::Indexed),
    plainField("EntityId", FieldType::Integer, FieldFlag::Indexed),
    textField("Value", 1000),
};
inline constexpr int customField = fieldOf(fields, "CustomFieldId");
inline constexpr int entity = fieldOf(fields, "EntityId");
inline constexpr int value = fieldOf(fields, "Value");
} // namespace customvalue

/** The modules that have custom fields; the vendor's numbers are not published. */
enum Module : int { AccountModule = 1, ContactModule, AssetModule };
enum CustomDataType : int { TextData = 1, NumberData, DateData, ChoiceData };

/** How a member of a request's body is taken. */
namespace InputFlag {
enum : int {
    Required = 1, ///< blank or missing is refused
    Id = 2, ///< a number from 1 on
    NotNull = 4 ///< missing is 0 or false, null is refused
};
}

/** One member that a request's body may have, and the field it is kept in. */
struct Input {
    const char *name;
    int field;
    int flags = 0;
};

[[nodiscard]] std::span<const Input> accountInputs();
[[nodiscard]] std::span<const Input> locationInputs();
[[nodiscard]] std::span<const Input> addressInputs();
[[nodiscard]] std::span<const Input> newContactInputs();
[[nodiscard]] std::span<const Input> contactInputs();
[[nodiscard]] std::span<const Input> assetInputs();
/** Of everything else, for the control door: the fields as they are called. */
[[nodiscard]] std::span<const Input> doorInputs(int table);

/** Where a member of an answer comes from. */
enum class Part : quint8 {
    Value, ///< the field
    Via, ///< `target`, a field of the record that the reference in the field leads to
    ViaName, ///< first and last name of the contact or employee that the field leads to
    ValueOrZero, ///< the field, or 0: the vendor has no null there
    Id,
    CreatedBy,
    CreatedOn,
    ModifiedBy,
    ModifiedOn,
    CreatedByName,
    ModifiedByName,
    FullName, ///< of the contact or employee itself
    Tenant, ///< the tenant's name
    Null,
    Off, ///< false
    Locations,
    Addresses,
    Emails,
    Phones,
    DefaultEmail, ///< of the contact: the record itself, or the one that the field leads to
    DefaultPhone,
    CustomValues ///< of the contact
};

/** One member of an answer. */
struct Member {
    const char *name; ///< in PascalCase, as the vendor declares it
    Part part = Part::Null;
    int field = -1;
    int target = -1;
};

[[nodiscard]] std::span<const Member> accountMembers();
[[nodiscard]] std::span<const Member> accountLookupMembers();
[[nodiscard]] std::span<const Member> locationMembers();
/** The same with the account it belongs to, as the older API and the control door have it. */
[[nodiscard]] std::span<const Member> ownLocationMembers();
[[nodiscard]] std::span<const Member> locationLookupMembers();
[[nodiscard]] std::span<const Member> addressMembers();
[[nodiscard]] std::span<const Member> contactListMembers();
[[nodiscard]] std::span<const Member> contactMembers();
/** What the creation of a contact answers. */
[[nodiscard]] std::span<const Member> newContactMembers();
[[nodiscard]] std::span<const Member> contactSearchMembers();
[[nodiscard]] std::span<const Member> contactLookupMembers();
[[nodiscard]] std::span<const Member> emailMembers();
[[nodiscard]] std::span<const Member> phoneMembers();
[[nodiscard]] std::span<const Member> assetMembers();
[[nodiscard]] std::span<const Member> assetListMembers();
[[nodiscard]] std::span<const Member> accountTypeMembers();
[[nodiscard]] std::span<const Member> employeeMembers();
[[nodiscard]] std::span<const Member> assigneeMembers();
[[nodiscard]] std::span<const Member> listValueMembers();

[[nodiscard]] std::span<const TableSpec> tableSpecs();

} // namespace tandem::practicebms
