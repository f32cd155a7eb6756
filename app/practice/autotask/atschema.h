// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/recordtable.h"

namespace tandem::practiceat {

/** The tables of the practice Autotask; those from Currency on have no routes and only fill references. */
enum Table : int {
    Company,
    CompanyLocation,
    Contact,
    ConfigurationItem,
    ConfigurationItemType,
    ConfigurationItemCategory,
    Product,
    Country,
    CompanyCategory,
    ClassificationIcon,
    Resource,
    BillingCode,
    UdfDefinition,
    UdfListItem,
    Currency,
    TaxRegion,
    InvoiceTemplate,
    QuoteTemplate,
    Contract,
    ContractService,
    ContractServiceBundle,
    Service,
    ServiceBundle,
    DomainRegistrar,
    TableCount
};
inline constexpr int routedTables = Currency;

/** What Autotask's fields have beside FieldFlag; moments are kept as milliseconds since 1970. */
namespace AtFlag {
inline constexpr int CreateOnly = 1 << 8; ///< taken when the record is created, ignored later
inline constexpr int Picklist = 1 << 9; ///< an Integer whose values are listed in entityInformation
inline constexpr int NotQueryable = 1 << 10; ///< a filter that names it is refused
inline constexpr int DateOnly = 1 << 11; ///< a moment of which only the day as written is kept
inline constexpr int Long = 1 << 12; ///< called a long instead of an integer
/** The values of the user-defined fields: {"id of the definition":"value"}. */
inline constexpr int UserDefined = 1 << 13;
} // namespace AtFlag

/** What the API lets be done with an entity, as entityInformation tells. */
struct EntityRights {
    bool canCreate;
    bool canUpdate;
    bool canDelete;
};

struct EntitySpec {
    const char *name; ///< "Company", in errors, references and entityInformation
    const char *collection; ///< "Companies", in routes; null without routes
    EntityRights rights;
    bool hasWebhooks = false;
    int udfType = 0; ///< the value of UserDefinedFieldDefinitions.udfType; 0: no user-defined fields
    int udfLimit = 0; ///< how many of them may be active
};

/** A collection that is written below its parent: /Companies/{id}/Contacts. */
struct ChildSpec {
    int parent;
    const char *segment;
    int table;
    const char *parentField;
    const char *parentCollection; ///< "UserDefinedFields" is not what the definitions' own routes are called
};

/** Field numbers that the rules need by name, looked up once. */
struct FieldNumbers {
    int companyName, companyType, companyCategory, companyOwner, companyParent, companyAddress1,
        companyAddress2, companyCity, companyState, companyPostalCode, companyCountry, companyPhone,
        companyFax, companyCreateDate, companyCreator, companyLastActivity, companyLastModified;
    int locationCompany, locationIsPrimary;
    int contactCompany, contactLocation, contactIsActive, contactIsPrimary, contactCreateDate,
        contactLastActivity, contactLastModified;
    int itemCompany, itemContact, itemInstaller, itemLocation, itemType, itemCategory, itemVendor, itemParent,
        itemInstallDate, itemCreateDate, itemCreator, itemLastActivityPerson, itemLastActivityPersonType,
        itemLastModified;
    int typeName, categoryIsActive, categoryIsDefault, companyCategoryIsDefault;
    int productBillingCode, productCreator, productCreatedTime;
    int countryIsDefault;
    int resourceUserName, resourceLicenseType;
    int billingCodeUseType;
    int udfName, udfDescription, udfDataType, udfType, udfDefaultValue, udfIsActive, udfIsEncrypted,
        udfIsProtected, udfIsRequired, udfSortOrder, udfCreateDate;
    int listItemDefinition, listItemDisplay, listItemExport, listItemCreateDate;
};

/** Picklist values that the rules know; all others are the tenant's own. */
inline constexpr qint64 vendorCompanyType = 7;
inline constexpr qint64 apiOnlyLicense = 7;
inline constexpr qint64 materialUseType = 4;
inline constexpr qint64 resourcePersonType = 1;
enum UdfDataType : int { SingleLineText = 1, MultiLineText, NumberValue, DateValue, ListValue };

[[nodiscard]] std::span<const TableSpec> tableSpecs();
[[nodiscard]] const EntitySpec &entity(int table);
[[nodiscard]] std::span<const ChildSpec> children();
[[nodiscard]] const ChildSpec *childSpec(int table);
[[nodiscard]] const FieldNumbers &fields();
/** Number of a field whose name is known to exist. */
[[nodiscard]] int fieldNumber(int table, const char *name);
/** The field that holds the user-defined values, or -1. */
[[nodiscard]] int userDefinedField(int table);
/** "string", "long", "datetime"… */
[[nodiscard]] const char *dataTypeName(const FieldSpec &field);
/** What a reference to the record may still be made to: everything that has no isActive, or has it set. */
[[nodiscard]] bool isActive(const RecordTable &table, const StoredRecord &record);

} // namespace tandem::practiceat
