// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/autotask/atschema.h"

#include <array>
#include <cstring>

namespace tandem::practiceat {

namespace {

using namespace FieldFlag;
using namespace AtFlag;

consteval FieldSpec text(const char *name, int maxLength, int flags = 0)
{
    return {name, FieldType::Text, maxLength, -1, flags};
}

consteval FieldSpec integer(const char *name, int flags = 0)
{
    return {name, FieldType::Integer, 0, -1, flags};
}

consteval FieldSpec picklist(const char *name, int flags = 0)
{
    return {name, FieldType::Integer, 0, -1, flags | Picklist};
}

consteval FieldSpec number(const char *name, int flags = 0)
{
    return {name, FieldType::Number, 0, -1, flags};
}

consteval FieldSpec flag(const char *name, int flags = 0)
{
    return {name, FieldType::Boolean, 0, -1, flags};
}

consteval FieldSpec moment(const char *name, int flags = 0)
{
    return {name, FieldType::DateTime, 0, -1, flags};
}

consteval FieldSpec reference(const char *name, int target, int flags = 0)
{
    return {name, FieldType::Reference, 0, target, flags};
}

consteval FieldSpec userDefined()
{
    return {"userDefinedFields", FieldType::Json, 0, -1, UserDefined};
}

// Lengths, rights and references are those that the vendor's metadata gave in 2023, joined with the names of
// 2026.
constexpr std::array company{
    text("additionalAddressInformation", 100),
    text("address1", 150),
    text("address2", 150),
    text("alternatePhone1", 25),
    text("alternatePhone2", 25),
    picklist("apiVendorID", ReadOnly),
    number("assetValue", NotQueryable),
    reference("billToCompanyLocationID", CompanyLocation),
    text("billToAdditionalAddressInformation", 100, ReadOnly),
    text("billingAddress1", 150, ReadOnly),
    text("billingAddress2", 150, ReadOnly),
    picklist("billToAddressToUse", ReadOnly),
    text("billToAttention", 50),
    text("billToCity", 50, ReadOnly),
    reference("billToCountryID", Country, ReadOnly),
    text("billToState", 128, ReadOnly),
    text("billToZipCode", 50, ReadOnly),
    text("city", 30),
    picklist("classification"),
    text("companyName", 100, Required | Indexed),
    text("companyNumber", 50, Indexed),
    picklist("companyType", Required),
    picklist("competitorID"),
    reference("countryID", Country),
    moment("createDate", ReadOnly),
    reference("createdByResourceID", Resource, ReadOnly),
    reference("currencyID", Currency),
    text("fax", 25),
    reference("impersonatorCreatorResourceID", Resource, ReadOnly),
    integer("invoiceEmailMessageID"),
    picklist("invoiceMethod"),
    flag("invoiceNonContractItemsToParentCompany"),
    reference("invoiceTemplateID", InvoiceTemplate),
    flag("isActive", OnByDefault),
    flag("isClientPortalActive", ReadOnly),
    flag("isEnabledForComanaged"),
    flag("isTaskFireActive", ReadOnly),
    flag("isTaxExempt"),
    moment("lastActivityDate", ReadOnly),
    moment("lastTrackedModifiedDateTime", ReadOnly),
    picklist("marketSegmentID"),
    reference("ownerResourceID", Resource, Required),
    reference("parentCompanyID", Company, Indexed),
    text("phone", 25, Required),
    text("postalCode", 10),
    integer("quoteEmailMessageID"),
    reference("quoteTemplateID", QuoteTemplate),
    text("sicCode", 32, NotQueryable),
    text("state", 40),
    text("stockMarket", 10, NotQueryable),
    text("stockSymbol", 10, NotQueryable),
    number("surveyCompanyRating", ReadOnly),
    text("taxID", 50),
    reference("taxRegionID", TaxRegion),
    picklist("territoryID"),
    text("webAddress", 255),
    reference("companyCategoryID", CompanyCategory),
    flag("isSample", ReadOnly),
    picklist("purchaseOrderTemplateID"),
    userDefined(),
};

constexpr std::array companyLocation{
    text("address1", 128),
    text("address2", 128),
    text("alternatePhone1", 25),
    text("alternatePhone2", 25),
    text("city", 50),
    reference("companyID", Company, Required | CreateOnly | Indexed),
    reference("countryID", Country),
    text("description", 500),
    text("fax", 25),
    flag("isActive", OnByDefault),
    flag("isPrimary"),
    flag("isTaxExempt"),
    text("name", 100, Required),
    text("phone", 25),
    text("postalCode", 20),
    number("roundtripDistance"),
    text("state", 25),
    reference("taxRegionID", TaxRegion),
    flag("overrideCompanyTaxSettings"),
};

constexpr std::array contact{
    text("additionalAddressInformation", 100),
    text("addressLine", 128),
    text("addressLine1", 128),
    text("alternatePhone", 32),
    picklist("apiVendorID", ReadOnly),
    moment("bulkEmailOptOutTime", ReadOnly),
    text("city", 32),
    reference("companyID", Company, Required | CreateOnly | Indexed),
    reference("companyLocationID", CompanyLocation),
    reference("countryID", Country),
    moment("createDate", ReadOnly),
    text("emailAddress", 254, Indexed),
    text("emailAddress2", 254),
    text("emailAddress3", 254),
    text("extension", 10),
    text("externalID", 50, Indexed),
    text("facebookUrl", 200),
    text("faxNumber", 25),
    text("firstName", 50, Required),
    reference("impersonatorCreatorResourceID", Resource, ReadOnly),
    integer("isActive", Required),
    flag("isOptedOutFromBulkEmail", NotQueryable),
    moment("lastActivityDate", ReadOnly),
    moment("lastModifiedDate", ReadOnly),
    text("lastName", 50, Required | Indexed),
    text("linkedInUrl", 200),
    text("middleInitial", 50),
    text("mobilePhone", 25),
    picklist("namePrefix"),
    picklist("nameSuffix"),
    text("note", 50),
    flag("receivesEmailNotifications"),
    text("phone", 25),
    flag("primaryContact"),
    text("roomNumber", 50),
    flag("solicitationOptOut", ReadOnly | NotQueryable),
    moment("solicitationOptOutTime", ReadOnly),
    text("state", 40),
    flag("surveyOptOut", ReadOnly | NotQueryable),
    text("title", 50),
    text("twitterUrl", 200),
    text("zipCode", 16),
    flag("billingContact"),
    userDefined(),
};

constexpr std::array configurationItem{
    picklist("apiVendorID", ReadOnly),
    reference("configurationItemCategoryID", ConfigurationItemCategory),
    reference("companyID", Company, Required | CreateOnly | Indexed),
    reference("companyLocationID", CompanyLocation),
    picklist("configurationItemType"),
    reference("contactID", Contact, Indexed),
    reference("contractID", Contract),
    reference("contractServiceBundleID", ContractServiceBundle),
    reference("contractServiceID", ContractService),
    moment("createDate", ReadOnly),
    reference("createdByPersonID", Resource, ReadOnly),
    number("dailyCost"),
    integer("dattoAvailableKilobytes", ReadOnly | Long),
    integer("dattoDeviceMemoryMegabytes", ReadOnly),
    flag("dattoDrivesErrors", ReadOnly),
    text("dattoHostname", 255, ReadOnly),
    text("dattoInternalIP", 255, ReadOnly),
    picklist("dattoKernelVersionID", ReadOnly),
    moment("dattoLastCheckInDateTime", ReadOnly),
    integer("dattoNICSpeedKilobitsPerSecond", ReadOnly),
    integer("dattoNumberOfAgents", ReadOnly),
    integer("dattoNumberOfDrives", ReadOnly),
    integer("dattoNumberOfVolumes", ReadOnly),
    integer("dattoOffsiteUsedBytes", ReadOnly | Long),
    picklist("dattoOSVersionID", ReadOnly),
    number("dattoPercentageUsed", ReadOnly),
    integer("dattoProtectedKilobytes", ReadOnly | Long),
    text("dattoRemoteIP", 255, ReadOnly),
    text("dattoSerialNumber", 100, ReadOnly),
    integer("dattoUptimeSeconds", ReadOnly),
    integer("dattoUsedKilobytes", ReadOnly | Long),
    picklist("dattoZFSVersionID", ReadOnly),
    text("deviceNetworkingID", 100, ReadOnly),
    number("hourlyCost"),
    reference("impersonatorCreatorResourceID", Resource, ReadOnly),
    moment("installDate", DateOnly),
    reference("installedByContactID", Contact, ReadOnly),
    reference("installedByID", Resource, ReadOnly),
    flag("isActive", Required),
    reference("lastActivityPersonID", Resource, ReadOnly),
    picklist("lastActivityPersonType", ReadOnly | NotQueryable),
    moment("lastModifiedTime", ReadOnly),
    text("location", 100),
    number("monthlyCost"),
    text("notes", 5000),
    number("numberOfUsers"),
    reference("parentConfigurationItemID", ConfigurationItem),
    number("perUseCost"),
    reference("productID", Product, Required | Indexed),
    text("referenceNumber", 100, Indexed),
    text("referenceTitle", 200, Indexed),
    picklist("rmmDeviceAuditAntivirusStatusID", ReadOnly),
    picklist("rmmDeviceAuditArchitectureID", ReadOnly),
    picklist("rmmDeviceAuditBackupStatusID", ReadOnly),
    text("rmmDeviceAuditDescription", 255, ReadOnly),
    picklist("rmmDeviceAuditDeviceTypeID", ReadOnly),
    picklist("rmmDeviceAuditDisplayAdaptorID", ReadOnly),
    picklist("rmmDeviceAuditDomainID", ReadOnly),
    text("rmmDeviceAuditExternalIPAddress", 255, ReadOnly),
    text("rmmDeviceAuditHostname", 255, ReadOnly),
    text("rmmDeviceAuditIPAddress", 255, ReadOnly),
    text("rmmDeviceAuditLastUser", 50, ReadOnly),
    text("rmmDeviceAuditMacAddress", 255, ReadOnly),
    picklist("rmmDeviceAuditManufacturerID", ReadOnly),
    integer("rmmDeviceAuditMemoryBytes", ReadOnly | Long),
    integer("rmmDeviceAuditMissingPatchCount", ReadOnly),
    picklist("rmmDeviceAuditMobileNetworkOperatorID", ReadOnly),
    text("rmmDeviceAuditMobileNumber", 255, ReadOnly),
    picklist("rmmDeviceAuditModelID", ReadOnly),
    picklist("rmmDeviceAuditMotherboardID", ReadOnly),
    text("rmmDeviceAuditOperatingSystem", 255, ReadOnly | NotQueryable),
    picklist("rmmDeviceAuditPatchStatusID", ReadOnly),
    picklist("rmmDeviceAuditProcessorID", ReadOnly),
    picklist("rmmDeviceAuditServicePackID", ReadOnly),
    text("rmmDeviceAuditSNMPContact", 255, ReadOnly),
    text("rmmDeviceAuditSNMPLocation", 255, ReadOnly),
    text("rmmDeviceAuditSNMPName", 255, ReadOnly),
    picklist("rmmDeviceAuditSoftwareStatusID", ReadOnly),
    integer("rmmDeviceAuditStorageBytes", ReadOnly | Long),
    integer("rmmDeviceID", ReadOnly | Long),
    text("rmmDeviceUID", 255, ReadOnly),
    integer("rmmOpenAlertCount", ReadOnly),
    text("serialNumber", 100, Indexed),
    reference("serviceBundleID", ServiceBundle),
    reference("serviceID", Service),
    picklist("serviceLevelAgreementID"),
    number("setupFee"),
    integer("sourceChargeID", ReadOnly),
    picklist("sourceChargeType", ReadOnly),
    reference("vendorID", Company),
    moment("warrantyExpirationDate", DateOnly),
    text("domain", 255),
    reference("domainRegistrarID", DomainRegistrar),
    moment("domainRegistrationDateTime"),
    moment("domainLastUpdatedDateTime"),
    moment("domainExpirationDateTime"),
    integer("rmmDeviceAuditFirmwareID", ReadOnly),
    text("rmmVsaxDeviceID", 255, ReadOnly),
    text("sslSource", 255),
    text("sslCommonName", 255),
    moment("sslValidFromDateTime"),
    moment("sslValidUntilDateTime"),
    text("sslIssuedBy", 255),
    text("sslOrganization", 255),
    text("sslOrganizationUnit", 255),
    text("sslLocation", 255),
    text("sslSerialNumber", 255),
    text("sslSignatureAlgorithm", 255),
    flag("rmmIsInMaintenanceMode", ReadOnly),
    flag("rmmIsMobileDeviceManagementEnrolled", ReadOnly),
    text("rmmDeviceUrl", 255, ReadOnly),
    userDefined(),
};

constexpr std::array configurationItemType{
    flag("isActive", Required),
    text("name", 100, Required),
};

constexpr std::array configurationItemCategory{
    picklist("displayColorRGB", Required),
    flag("isActive", Required),
    flag("isClientPortalDefault", ReadOnly),
    flag("isGlobalDefault", ReadOnly),
    text("name", 100, Required),
    text("nickname", 3),
};

constexpr std::array product{
    picklist("billingType", ReadOnly),
    reference("chargeBillingCodeID", BillingCode),
    reference("defaultVendorID", Company),
    text("description", 2000),
    flag("doesNotRequireProcurement"),
    text("externalProductID", 50),
    reference("impersonatorCreatorResourceID", Resource, ReadOnly),
    text("internalProductID", 50),
    flag("isActive", Required),
    flag("isEligibleForRma"),
    flag("isSerialized", Required),
    text("link", 500),
    text("manufacturerName", 100),
    text("manufacturerProductName", 50, Indexed),
    number("markupRate", ReadOnly),
    number("msrp"),
    text("name", 1000, Required | Indexed),
    picklist("periodType"),
    picklist("priceCostMethod", ReadOnly),
    reference("productBillingCodeID", BillingCode, Required),
    picklist("productCategory"),
    text("sku", 50),
    number("unitCost"),
    number("unitPrice"),
    text("vendorProductNumber", 50),
    reference("createdByResourceID", Resource, ReadOnly),
    moment("createdTime", ReadOnly),
    reference("defaultInstalledProductCategoryID", ConfigurationItemCategory),
    userDefined(),
};

constexpr std::array country{
    picklist("addressFormatID", Long),
    text("countryCode", 2, ReadOnly),
    text("displayName", 100),
    reference("invoiceTemplateID", InvoiceTemplate),
    flag("isActive", OnByDefault),
    flag("isDefaultCountry"),
    text("name", 50, ReadOnly),
    reference("quoteTemplateID", QuoteTemplate),
    picklist("purchaseOrderTemplateID"),
};

constexpr std::array udfDefinition{
    moment("createDate", ReadOnly),
    integer("crmToProjectUdfId", Long),
    picklist("dataType", Required),
    text("defaultValue", 1024),
    text("description", 128),
    picklist("displayFormat"),
    flag("isActive", OnByDefault),
    flag("isEncrypted"),
    flag("isFieldMapping", ReadOnly),
    flag("isPrivate"),
    flag("isProtected"),
    flag("isRequired"),
    flag("isVisibleToClientPortal"),
    text("mergeVariableName", 100),
    text("name", 45, Required),
    integer("numberOfDecimalPlaces"),
    integer("sortOrder"),
    picklist("udfType", Required),
};

constexpr std::array udfListItem{
    moment("createDate", ReadOnly),
    reference("udfFieldId", UdfDefinition, Required | CreateOnly | Indexed | Long),
    text("valueForDisplay", 128, Required),
    text("valueForExport", 128, Required),
    flag("isActive", OnByDefault),
};

constexpr std::array companyCategory{
    integer("displayColorRGB", Required), flag("isActive", Required), flag("isApiOnly", ReadOnly),
    flag("isGlobalDefault", ReadOnly),    text("name", 30, Required), text("nickname", 3, Required),
};

constexpr std::array classificationIcon{
    text("description", 1000, ReadOnly), flag("isActive", ReadOnly),         flag("isSystem", ReadOnly),
    text("name", 100, ReadOnly),         text("relativeUrl", 300, ReadOnly),
};

constexpr std::array resource{
    text("email", 254, Required),
    text("email2", 254),
    text("firstName", 50, Required),
    text("homePhone", 25),
    text("initials", 32),
    flag("isActive"),
    text("lastName", 50, Required),
    picklist("licenseType", Required),
    text("middleName", 50),
    text("mobilePhone", 25),
    text("officeExtension", 10),
    text("officePhone", 25),
    text("resourceType", 15),
    text("title", 50),
    text("userName", 64, Required | Indexed),
};

constexpr std::array billingCode{
    picklist("billingCodeType", ReadOnly),
    integer("department", ReadOnly),
    text("description", 500, ReadOnly),
    text("externalNumber", 100, ReadOnly),
    flag("isActive", ReadOnly),
    flag("isExcludedFromNewContracts", ReadOnly),
    number("markupRate", ReadOnly),
    text("name", 200, ReadOnly),
    number("unitCost", ReadOnly),
    number("unitPrice", ReadOnly),
    picklist("useType", ReadOnly),
};

constexpr std::array named{text("name", 100, Required)};

constexpr std::array<TableSpec, TableCount> specs{{
    {"Companies", company},
    {"CompanyLocations", companyLocation},
    {"Contacts", contact},
    {"ConfigurationItems", configurationItem},
    {"ConfigurationItemTypes", configurationItemType},
    {"ConfigurationItemCategories", configurationItemCategory},
    {"Products", product},
    {"Countries", country},
    {"CompanyCategories", companyCategory},
    {"ClassificationIcons", classificationIcon},
    {"Resources", resource},
    {"BillingCodes", billingCode},
    {"UserDefinedFieldDefinitions", udfDefinition},
    {"UserDefinedFieldListItems", udfListItem},
    {"Currencies", named},
    {"TaxRegions", named},
    {"InvoiceTemplates", named},
    {"QuoteTemplates", named},
    {"Contracts", named},
    {"ContractServices", named},
    {"ContractServiceBundles", named},
    {"Services", named},
    {"ServiceBundles", named},
    {"DomainRegistrars", named},
}};

constexpr EntityRights all{true, true, true};
constexpr EntityRights noDelete{true, true, false};
constexpr EntityRights updateOnly{false, true, false};
constexpr EntityRights readOnly{false, false, false};

constexpr std::array<EntitySpec, TableCount> entities{{
    {"Company", "Companies", noDelete, true, 1, 200},
    {"CompanyLocation", "CompanyLocations", all},
    {"Contact", "Contacts", all, true, 2, 100},
    {"ConfigurationItem", "ConfigurationItems", noDelete, true, 3, 500},
    {"ConfigurationItemType", "ConfigurationItemTypes", all},
    {"ConfigurationItemCategory", "ConfigurationItemCategories", noDelete},
    {"Product", "Products", noDelete, false, 4, 100},
    {"Country", "Countries", updateOnly},
    {"CompanyCategory", "CompanyCategories", updateOnly},
    {"ClassificationIcon", "ClassificationIcons", readOnly},
    {"Resource", "Resources", updateOnly},
    {"BillingCode", "BillingCodes", readOnly},
    {"UserDefinedFieldDefinition", "UserDefinedFieldDefinitions", noDelete},
    {"UserDefinedFieldListItem", "UserDefinedFieldListItems", noDelete},
    {"Currency", nullptr, readOnly},
    {"TaxRegion", nullptr, readOnly},
    {"InvoiceTemplate", nullptr, readOnly},
    {"QuoteTemplate", nullptr, readOnly},
    {"Contract", nullptr, readOnly},
    {"ContractService", nullptr, readOnly},
    {"ContractServiceBundle", nullptr, readOnly},
    {"Service", nullptr, readOnly},
    {"ServiceBundle", nullptr, readOnly},
    {"DomainRegistrar", nullptr, readOnly},
}};

constexpr std::array childSpecs{
    ChildSpec{Company, "Locations", CompanyLocation, "companyID", "Companies"},
    ChildSpec{Company, "Contacts", Contact, "companyID", "Companies"},
    ChildSpec{UdfDefinition, "ListItems", UdfListItem, "udfFieldId", "UserDefinedFields"},
};

FieldNumbers lookUp()
{
    const auto in = [](int table) { return [table](const char *name) { return fieldNumber(table, name); }; };
    const auto companyField = in(Company);
    const auto location = in(CompanyLocation);
    const auto contactField = in(Contact);
    const auto item = in(ConfigurationItem);
    const auto definition = in(UdfDefinition);
    const auto listItem = in(UdfListItem);
    return {
        companyField("companyName"),
        companyField("companyType"),
        companyField("companyCategoryID"),
        companyField("ownerResourceID"),
        companyField("parentCompanyID"),
        companyField("address1"),
        companyField("address2"),
        companyField("city"),
        companyField("state"),
        companyField("postalCode"),
        companyField("countryID"),
        companyField("phone"),
        companyField("fax"),
        companyField("createDate"),
        companyField("createdByResourceID"),
        companyField("lastActivityDate"),
        companyField("lastTrackedModifiedDateTime"),
        location("companyID"),
        location("isPrimary"),
        contactField("companyID"),
        contactField("companyLocationID"),
        contactField("isActive"),
        contactField("primaryContact"),
        contactField("createDate"),
        contactField("lastActivityDate"),
        contactField("lastModifiedDate"),
        item("companyID"),
        item("contactID"),
        item("installedByContactID"),
        item("companyLocationID"),
        item("configurationItemType"),
        item("configurationItemCategoryID"),
        item("vendorID"),
        item("parentConfigurationItemID"),
        item("installDate"),
        item("createDate"),
        item("createdByPersonID"),
        item("lastActivityPersonID"),
        item("lastActivityPersonType"),
        item("lastModifiedTime"),
        fieldNumber(ConfigurationItemType, "name"),
        fieldNumber(ConfigurationItemCategory, "isActive"),
        fieldNumber(ConfigurationItemCategory, "isGlobalDefault"),
        fieldNumber(CompanyCategory, "isGlobalDefault"),
        fieldNumber(Product, "productBillingCodeID"),
        fieldNumber(Product, "createdByResourceID"),
        fieldNumber(Product, "createdTime"),
        fieldNumber(Country, "isDefaultCountry"),
        fieldNumber(Resource, "userName"),
        fieldNumber(Resource, "licenseType"),
        fieldNumber(BillingCode, "useType"),
        definition("name"),
        definition("description"),
        definition("dataType"),
        definition("udfType"),
        definition("defaultValue"),
        definition("isActive"),
        definition("isEncrypted"),
        definition("isProtected"),
        definition("isRequired"),
        definition("sortOrder"),
        definition("createDate"),
        listItem("udfFieldId"),
        listItem("valueForDisplay"),
        listItem("valueForExport"),
        listItem("createDate"),
    };
}

} // namespace

std::span<const TableSpec> tableSpecs()
{
    return specs;
}

const EntitySpec &entity(int table)
{
    return entities.at(size_t(table));
}

std::span<const ChildSpec> children()
{
    return childSpecs;
}

const ChildSpec *childSpec(int table)
{
    for (const ChildSpec &child : childSpecs) {
        if (child.table == table)
            return &child;
    }
    return nullptr;
}

const FieldNumbers &fields()
{
    static const FieldNumbers numbers = lookUp();
    return numbers;
}

int fieldNumber(int table, const char *name)
{
    const auto &list = specs.at(size_t(table)).fields;
    for (size_t i = 0; i < list.size(); ++i) {
        if (std::strcmp(list[i].name, name) == 0)
            return int(i);
    }
    Q_UNREACHABLE();
}

int userDefinedField(int table)
{
    return entity(table).udfType == 0 ? -1 : int(specs.at(size_t(table)).fields.size()) - 1;
}

const char *dataTypeName(const FieldSpec &field)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Json:
        return "string";
    case FieldType::Integer:
    case FieldType::Reference:
        return field.flags & Long ? "long" : "integer";
    case FieldType::Number:
        return "double";
    case FieldType::Boolean:
        return "boolean";
    case FieldType::DateTime:
        return "datetime";
    }
    return "string";
}

bool isActive(const RecordTable &table, const StoredRecord &record)
{
    const int field = table.field("isActive");
    return field < 0 || table.integer(record, field) != 0;
}

} // namespace tandem::practiceat
