// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/connectwise/cwschema.h"

#include <array>
#include <cstring>

namespace tandem::practicecw {

namespace {

using enum FieldType;
using namespace FieldFlag;

constexpr int read = ReadOnly;

consteval FieldSpec text(const char *name, int maxLength = 0, int flags = 0)
{
    return {name, Text, maxLength, -1, flags};
}

consteval FieldSpec choice(const char *name, const char *choices, int flags = 0)
{
    return {name, Text, 0, -1, flags, choices};
}

consteval FieldSpec integer(const char *name, int flags = 0)
{
    return {name, Integer, 0, -1, flags};
}

consteval FieldSpec number(const char *name, int flags = 0)
{
    return {name, Number, 0, -1, flags};
}

consteval FieldSpec flag(const char *name, int flags = 0)
{
    return {name, Boolean, 0, -1, flags};
}

consteval FieldSpec moment(const char *name, int flags = 0)
{
    return {name, DateTime, 0, -1, flags};
}

consteval FieldSpec reference(const char *name, int target, int flags = 0)
{
    return {name, Reference, 0, target, flags};
}

consteval FieldSpec made(const char *name)
{
    return {name, Json, 0, -1, Computed};
}

consteval FieldSpec json(const char *name)
{
    return {name, Json, 0, -1, 0};
}

constexpr const char *questionTypes =
    "TextArea|Currency|Date|Hyperlink|IPAddress|Checkbox|Number|Percent|Text|Password";
constexpr const char *communicationKinds = "Email|Fax|Phone";

constexpr std::array company{
    text("identifier", 30, Required | Indexed | Unique),
    text("name", 50, Required | Indexed),
    reference("status", CompanyStatus),
    text("addressLine1", 50),
    text("addressLine2", 50),
    text("city", 50),
    text("state", 50),
    text("zip", 12),
    reference("country", Country),
    text("phoneNumber", 30),
    text("faxNumber", 30),
    text("website", 255),
    reference("territory", SystemLocation),
    reference("market", Market),
    text("accountNumber"),
    reference("defaultContact", Contact),
    moment("dateAcquired"),
    reference("sicCode", SicCode),
    reference("parentCompany", Company),
    number("annualRevenue"),
    integer("numberOfEmployees"),
    integer("yearEstablished"),
    integer("revenueYear"),
    reference("ownershipType", OwnershipType),
    reference("timeZoneSetup", TimeZone),
    text("leadSource", 50),
    flag("leadFlag"),
    flag("unsubscribeFlag"),
    reference("calendar", Calendar),
    text("userDefinedField1", 50),
    text("userDefinedField2", 50),
    text("userDefinedField3", 50),
    text("userDefinedField4", 50),
    text("userDefinedField5", 50),
    text("userDefinedField6", 50),
    text("userDefinedField7", 50),
    text("userDefinedField8", 50),
    text("userDefinedField9", 50),
    text("userDefinedField10", 50),
    text("vendorIdentifier"),
    text("taxIdentifier"),
    reference("taxCode", TaxCode),
    reference("billingTerms", BillingTerms),
    reference("invoiceTemplate", InvoiceTemplate),
    reference("pricingSchedule", PricingSchedule),
    reference("companyEntityType", EntityType),
    reference("billToCompany", Company),
    reference("billingSite", Site),
    reference("billingContact", Contact),
    reference("invoiceDeliveryMethod", BillingDelivery),
    text("invoiceToEmailAddress"),
    text("invoiceCCEmailAddress"),
    flag("deletedFlag"),
    moment("dateDeleted", read),
    text("deletedBy", 0, read),
    made("mobileGuid"),
    text("facebookUrl"),
    text("twitterUrl"),
    text("linkedInUrl"),
    reference("currency", Currency),
    reference("territoryManager", Member),
    text("resellerIdentifier"),
    flag("isVendorFlag"),
    made("types"),
    reference("site", Site),
    json("integratorTags"),
    json("customFields"),
};

constexpr std::array site{
    text("name", 50, Required),
    text("addressLine1", 50),
    text("addressLine2", 50),
    text("city", 50),
    reference("stateReference", State),
    text("zip", 12),
    reference("country", Country),
    text("addressFormat", 0, read),
    text("phoneNumber", 30),
    text("phoneNumberExt", 30),
    text("faxNumber", 30),
    reference("taxCode", TaxCode),
    reference("entityType", EntityType),
    number("expenseReimbursement"),
    flag("primaryAddressFlag"),
    flag("defaultShippingFlag"),
    flag("defaultBillingFlag"),
    flag("defaultMailingFlag"),
    flag("inactiveFlag"),
    flag("billSeparateFlag"),
    made("mobileGuid"),
    reference("calendar", Calendar),
    reference("timeZone", TimeZone),
    reference("company", Company, Indexed),
};

constexpr std::array contact{
    text("firstName", 0, Required),
    text("lastName"),
    reference("company", Company, Indexed),
    reference("site", Site, Indexed),
    text("addressLine1"),
    text("addressLine2"),
    text("city"),
    text("state"),
    text("zip"),
    reference("country", Country),
    reference("relationship", ContactRelationship),
    text("relationshipOverride"),
    reference("department", ContactDepartment),
    flag("inactiveFlag"),
    integer("defaultMergeContactId"),
    text("securityIdentifier"),
    reference("managerContact", Contact),
    reference("assistantContact", Contact),
    text("title"),
    text("school"),
    text("nickName"),
    flag("marriedFlag"),
    flag("childrenFlag"),
    text("children"),
    text("significantOther"),
    text("portalPassword"),
    integer("portalSecurityLevel"),
    flag("disablePortalLoginFlag"),
    flag("unsubscribeFlag"),
    choice("gender", "Female|Male"),
    text("birthDay"),
    text("anniversary"),
    choice("presence", "NoAgent|Online|DoNotDisturb|Away|Offline"),
    made("mobileGuid"),
    text("facebookUrl"),
    text("twitterUrl"),
    text("linkedInUrl"),
    text("defaultPhoneType", 0, read),
    text("defaultPhoneNbr", 0, read),
    text("defaultPhoneExtension", 0, read),
    flag("defaultBillingFlag"),
    flag("defaultFlag"),
    text("userDefinedField1", 50),
    text("userDefinedField2", 50),
    text("userDefinedField3", 50),
    text("userDefinedField4", 50),
    text("userDefinedField5", 50),
    text("userDefinedField6", 50),
    text("userDefinedField7", 50),
    text("userDefinedField8", 50),
    text("userDefinedField9", 50),
    text("userDefinedField10", 50),
    reference("companyLocation", SystemLocation),
    made("communicationItems"),
    made("types"),
    json("integratorTags"),
    json("customFields"),
    flag("ignoreDuplicates"),
    made("typeIds"),
};

constexpr std::array communication{
    reference("contactId", Contact, Indexed | PlainId | ReadOnly),
    reference("type", CommunicationType, Required),
    text("value", 250, Required | Indexed),
    text("extension", 15),
    flag("defaultFlag"),
    made("mobileGuid"),
    made("domain"),
    choice("communicationType", communicationKinds),
};

constexpr std::array configuration{
    text("name", 100, Required | Indexed),
    reference("type", ConfigurationType, Required),
    reference("status", ConfigurationStatus),
    reference("company", Company, Required | Indexed),
    reference("contact", Contact),
    reference("site", Site),
    integer("locationId"),
    reference("location", SystemLocation),
    integer("businessUnitId"),
    reference("department", SystemDepartment),
    text("deviceIdentifier", 100),
    text("serialNumber", 250, Indexed),
    text("modelNumber", 50),
    text("tagNumber", 50),
    moment("purchaseDate"),
    moment("installationDate"),
    reference("installedBy", Member),
    moment("warrantyExpirationDate"),
    text("vendorNotes"),
    text("notes"),
    text("macAddress", 25),
    text("lastLoginName", 100),
    flag("billFlag"),
    integer("backupSuccesses", read),
    integer("backupIncomplete", read),
    integer("backupFailed", read),
    integer("backupRestores", read),
    moment("lastBackupDate", read),
    text("backupServerName", 50, read),
    number("backupBillableSpaceGb", read),
    text("backupProtectedDeviceList", 0, read),
    integer("backupYear", read),
    integer("backupMonth", read),
    text("ipAddress", 50),
    text("defaultGateway", 50),
    text("osType", 250),
    text("osInfo", 250),
    text("cpuSpeed", 100),
    text("ram", 25),
    text("localHardDrives"),
    integer("parentConfigurationId"),
    reference("vendor", Company),
    reference("manufacturer", Manufacturer),
    json("questions"),
    flag("activeFlag", OnByDefault),
    text("managementLink", 1000),
    text("remoteLink", 1000),
    reference("sla", Sla),
    made("mobileGuid"),
    flag("displayVendorFlag"),
    integer("companyLocationId"),
    flag("showRemoteFlag"),
    flag("showAutomateFlag"),
    flag("needsRenewalFlag"),
    text("manufacturerPartNumber", 50),
    json("customFields"),
};

constexpr std::array companyType{
    text("name", 50, Required | Unique), flag("defaultFlag"), flag("vendorFlag"), flag("serviceAlertFlag"),
    text("serviceAlertMessage", 150),
};

constexpr std::array companyStatus{
    text("name", 50, Required | Unique),
    flag("defaultFlag"),
    flag("inactiveFlag"),
    flag("notifyFlag"),
    flag("disallowSavingFlag"),
    text("notificationMessage", 500),
    flag("customNoteFlag"),
    flag("cancelOpenTracksFlag"),
    reference("track", Track),
};

constexpr std::array companyTypeAssociation{
    reference("type", CompanyType, Required | Indexed),
    reference("company", Company, Required | Indexed),
};

constexpr std::array contactType{
    text("description", 50, Required | Unique),
    flag("defaultFlag"),
    flag("serviceAlertFlag"),
    text("serviceAlertMessage", 150),
};

constexpr std::array contactTypeAssociation{
    reference("type", ContactType, Required | Indexed),
    reference("contact", Contact, Required | Indexed),
};

constexpr std::array contactDepartment{text("name", 30, Required | Unique)};
constexpr std::array contactRelationship{text("name", 50, Required | Unique)};

constexpr std::array communicationType{
    text("description", 0, Required | Unique),
    flag("phoneFlag"),
    flag("faxFlag"),
    flag("emailFlag"),
    flag("defaultFlag"),
    text("exchangeXref", 50),
    text("iphoneXref", 50),
    text("androidXref", 50),
    text("googleXref", 50),
};

constexpr std::array configurationType{
    text("name", 50, Required | Unique),
    flag("inactiveFlag"),
    flag("systemFlag"),
};

constexpr std::array configurationQuestion{
    reference("configurationType", ConfigurationType, Indexed),
    choice("fieldType", questionTypes, Required),
    choice("entryType", "Date|EntryField|List|Option", Required),
    number("sequenceNumber", Required),
    text("question", 1000, Required),
    integer("numberOfDecimals"),
    flag("requiredFlag"),
    flag("inactiveFlag"),
};

constexpr std::array configurationQuestionValue{
    reference("configurationType", ConfigurationType),
    reference("question", ConfigurationQuestion, Indexed),
    text("value", 1000, Required),
    flag("defaultFlag"),
    flag("inactiveFlag"),
};

constexpr std::array configurationStatus{
    text("description", 50, Required | Unique),
    flag("closedFlag"),
    flag("defaultFlag"),
};

constexpr std::array country{
    text("name", 50, Required | Unique),
    flag("defaultFlag"),
    reference("currency", Currency, Required),
    text("cityCaption", 25),
    text("stateCaption", 25),
    text("zipCaption", 25),
    integer("zipMinimumLength"),
    text("dialingPrefix", 5),
    reference("addressFormat", AddressFormat),
    text("countryCode", 2),
    text("coreEntityCountryCode"),
    text("localizationCaptionOne", 25),
    text("localizationValueOne", 50),
};

constexpr std::array state{
    text("identifier", 50, Required),
    text("name", 50, Required),
    reference("country", Country, Required | Indexed),
};

constexpr std::array addressFormat{
    text("name", 50, Required | Unique),
    text("format", 250, Required),
    flag("defaultFlag"),
};

constexpr std::array manufacturer{text("name", 50, Required | Indexed | Unique), flag("inactiveFlag")};

constexpr std::array identified{text("identifier", 50, Required), text("name", 100, Required)};
constexpr std::array named{text("name", 100, Required)};

constexpr std::array<TableSpec, TableCount> specs{{
    {"company", company},
    {"site", site},
    {"contact", contact},
    {"communication", communication},
    {"configuration", configuration},
    {"companyType", companyType},
    {"companyStatus", companyStatus},
    {"companyTypeAssociation", companyTypeAssociation},
    {"contactType", contactType},
    {"contactTypeAssociation", contactTypeAssociation},
    {"contactDepartment", contactDepartment},
    {"contactRelationship", contactRelationship},
    {"communicationType", communicationType},
    {"configurationType", configurationType},
    {"configurationQuestion", configurationQuestion},
    {"configurationQuestionValue", configurationQuestionValue},
    {"configurationStatus", configurationStatus},
    {"country", country},
    {"state", state},
    {"addressFormat", addressFormat},
    {"manufacturer", manufacturer},
    {"member", identified},
    {"systemLocation", named},
    {"systemDepartment", identified},
    {"market", named},
    {"ownershipType", named},
    {"sicCode", named},
    {"timeZone", named},
    {"calendar", named},
    {"taxCode", named},
    {"entityType", named},
    {"billingTerms", named},
    {"billingDelivery", named},
    {"currency", named},
    {"pricingSchedule", named},
    {"invoiceTemplate", named},
    {"track", named},
    {"sla", named},
}};

constexpr std::array<TableWords, TableCount> words{{
    {"company", "Company", "Company", "/company/companies/%1", "name", "identifier", "company", false},
    {"site", "Site", "CompanySite", "/company/companies/%2/sites/%1", "name", nullptr, "site", false},
    {"contact", "Contact", "Contact", "/company/contacts/%1", "firstName", nullptr, "contact", false},
    {"contactCommunication", "Communication", "ContactCommunication", nullptr, "value", nullptr,
     "communication", false},
    {"configuration", "Configuration", "Configuration", "/company/configurations/%1", "name", nullptr,
     "configuration", false},
    {"companyType", "Company Type", "CompanyType", "/company/companies/types/%1", "name", nullptr, "type",
     true},
    {"companyStatus", "Company Status", "CompanyStatus", "/company/companies/statuses/%1", "name", nullptr,
     "status", true},
    {"companyTypeAssociation", "Company Type Association", "CompanyTypeAssociation", nullptr, "type", nullptr,
     "association", false},
    {"contactType", "Contact Type", "ContactType", "/company/contacts/types/%1", "description", nullptr,
     "type", true},
    {"contactTypeAssociation", "Contact Type Association", "ContactTypeAssociation", nullptr, "type", nullptr,
     "association", false},
    {"contactDepartment", "Department", "ContactDepartment", "/company/contacts/departments/%1", "name",
     nullptr, "department", true},
    {"contactRelationship", "Relationship", "ContactRelationship", "/company/contacts/relationships/%1",
     "name", nullptr, "relationship", true},
    {"communicationType", "Communication Type", "CommunicationType", "/company/communicationTypes/%1",
     "description", nullptr, "type", true},
    {"configurationType", "Configuration Type", "ConfigurationType", "/company/configurations/types/%1",
     "name", nullptr, "type", true},
    {"configurationTypeQuestion", "Configuration Type Question", "ConfigurationTypeQuestion", nullptr,
     "question", nullptr, "question", true},
    {"configurationTypeQuestionValue", "Configuration Type Question Value", "ConfigurationTypeQuestionValue",
     nullptr, "value", nullptr, "value", true},
    {"configurationStatus", "Configuration Status", "ConfigurationStatus",
     "/company/configurations/statuses/%1", "description", nullptr, "status", true},
    {"country", "Country", "Country", "/company/countries/%1", "name", "countryCode", "country", true},
    {"state", "State", "State", "/company/states/%1", "name", "identifier", "state", true},
    {"addressFormat", "Address Format", "AddressFormat", "/company/addressFormats/%1", "name", nullptr,
     "addressFormat", true},
    {"manufacturer", "Manufacturer", "Manufacturer", "/procurement/manufacturers/%1", "name", nullptr,
     "manufacturer", true},
    {"member", "Member", "Member", nullptr, "name", "identifier", "member", true},
    {"location", "Location", "Location", nullptr, "name", nullptr, "location", true},
    {"department", "Department", "Department", nullptr, "name", "identifier", "department", true},
    {"market", "Market", "MarketDescription", nullptr, "name", nullptr, "market", true},
    {"ownershipType", "Ownership Type", "OwnershipType", nullptr, "name", nullptr, "ownershipType", true},
    {"sicCode", "SIC Code", "SicCode", nullptr, "name", nullptr, "sicCode", true},
    {"timeZone", "Time Zone", "TimeZoneSetup", nullptr, "name", nullptr, "timeZone", true},
    {"calendar", "Calendar", "Calendar", nullptr, "name", nullptr, "calendar", true},
    {"taxCode", "Tax Code", "TaxCode", nullptr, "name", nullptr, "taxCode", true},
    {"entityType", "Entity Type", "EntityType", nullptr, "name", nullptr, "entityType", true},
    {"billingTerms", "Billing Terms", "BillingTerms", nullptr, "name", nullptr, "billingTerms", true},
    {"billingDelivery", "Billing Delivery", "BillingDelivery", nullptr, "name", nullptr, "billingDelivery",
     true},
    {"currency", "Currency", "Currency", nullptr, "name", nullptr, "currency", true},
    {"pricingSchedule", "Pricing Schedule", "PricingSchedule", nullptr, "name", nullptr, "pricingSchedule",
     true},
    {"invoiceTemplate", "Invoice Template", "InvoiceTemplate", nullptr, "name", nullptr, "invoiceTemplate",
     true},
    {"track", "Track", "Track", nullptr, "name", nullptr, "track", true},
    {"sla", "SLA", "SLA", nullptr, "name", nullptr, "sla", true},
}};

constexpr std::array companyCustomFields{
    CustomFieldSpec{11, "Service Plan", "Text", "List", "Managed|Hourly|Prepaid"},
    CustomFieldSpec{12, "Seats Under Contract", "Number", "EntryField"},
};
constexpr std::array contactCustomFields{
    CustomFieldSpec{21, "VIP", "Checkbox", "EntryField"},
};
constexpr std::array configurationCustomFields{
    CustomFieldSpec{31, "Asset Owner", "Text", "EntryField"},
    CustomFieldSpec{32, "Rack Position", "Text", "EntryField"},
};

FieldNumbers lookUp()
{
    const auto in = [](int table) { return [table](const char *name) { return fieldNumber(table, name); }; };
    const auto companyField = in(Company);
    const auto siteField = in(Site);
    const auto contactField = in(Contact);
    const auto item = in(Communication);
    const auto configurationField = in(Configuration);
    const auto kind = in(CommunicationType);
    const auto question = in(ConfigurationQuestion);
    return {
        companyField("identifier"),
        companyField("name"),
        companyField("status"),
        companyField("country"),
        companyField("site"),
        companyField("defaultContact"),
        companyField("types"),
        companyField("deletedFlag"),
        companyField("dateDeleted"),
        companyField("deletedBy"),
        companyField("yearEstablished"),
        companyField("revenueYear"),
        companyField("customFields"),
        siteField("name"),
        siteField("company"),
        siteField("primaryAddressFlag"),
        siteField("inactiveFlag"),
        contactField("firstName"),
        contactField("lastName"),
        contactField("company"),
        contactField("site"),
        contactField("defaultFlag"),
        contactField("communicationItems"),
        contactField("types"),
        contactField("typeIds"),
        contactField("defaultPhoneType"),
        contactField("defaultPhoneNbr"),
        contactField("defaultPhoneExtension"),
        contactField("customFields"),
        contactField("ignoreDuplicates"),
        item("contactId"),
        item("type"),
        item("value"),
        item("extension"),
        item("defaultFlag"),
        item("communicationType"),
        configurationField("name"),
        configurationField("type"),
        configurationField("status"),
        configurationField("company"),
        configurationField("contact"),
        configurationField("site"),
        configurationField("questions"),
        configurationField("customFields"),
        configurationField("manufacturer"),
        fieldNumber(CompanyTypeAssociation, "company"),
        fieldNumber(CompanyTypeAssociation, "type"),
        fieldNumber(ContactTypeAssociation, "contact"),
        fieldNumber(ContactTypeAssociation, "type"),
        kind("emailFlag"),
        kind("phoneFlag"),
        kind("faxFlag"),
        kind("description"),
        question("configurationType"),
        question("question"),
        question("sequenceNumber"),
        question("requiredFlag"),
        question("fieldType"),
        question("numberOfDecimals"),
        fieldNumber(ConfigurationQuestionValue, "question"),
        fieldNumber(ConfigurationQuestionValue, "configurationType"),
    };
}

} // namespace

std::span<const TableSpec> tableSpecs()
{
    return specs;
}

const TableWords &tableWords(int table)
{
    return words.at(size_t(table));
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

std::span<const CustomFieldSpec> customFields(int table)
{
    switch (table) {
    case Company:
        return companyCustomFields;
    case Contact:
        return contactCustomFields;
    case Configuration:
        return configurationCustomFields;
    default:
        return {};
    }
}

} // namespace tandem::practicecw
