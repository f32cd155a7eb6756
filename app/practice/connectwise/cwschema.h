// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/recordtable.h"

namespace tandem::practicecw {

/** The tables of the practice ConnectWise; those after Manufacturer have no routes and only fill references.
 */
enum Table : int {
    Company,
    Site,
    Contact,
    Communication,
    Configuration,
    CompanyType,
    CompanyStatus,
    CompanyTypeAssociation,
    ContactType,
    ContactTypeAssociation,
    ContactDepartment,
    ContactRelationship,
    CommunicationType,
    ConfigurationType,
    ConfigurationQuestion,
    ConfigurationQuestionValue,
    ConfigurationStatus,
    Country,
    State,
    AddressFormat,
    Manufacturer,
    Member,
    SystemLocation,
    SystemDepartment,
    Market,
    OwnershipType,
    SicCode,
    TimeZone,
    Calendar,
    TaxCode,
    EntityType,
    BillingTerms,
    BillingDelivery,
    Currency,
    PricingSchedule,
    InvoiceTemplate,
    Track,
    Sla,
    TableCount
};

/** How a table speaks of itself: in errors ("Contact 5 not found"), in the server's type names, and in links.
 */
struct TableWords {
    const char *resource; ///< "contact", in `resource` of a validation error and "contact object is invalid"
    const char *title; ///< "Contact", in "Contact 5 not found"
    const char *className; ///< "Contact", in "Could not find member 'x' on object of type 'Contact'."
    const char *path; ///< route of one record, "%1" its id and "%2" its parent's; null: never linked to
    const char *nameField; ///< field shown as `name` (or, for questions, `question`) of a reference
    const char *identifierField; ///< field shown as `identifier` of a reference, or null
    const char *linkName; ///< "company_href" without the "_href"
    bool isSetup; ///< a setup table: writing needs another right than records do
};

/** Field numbers that the rules need by name, looked up once. */
struct FieldNumbers {
    int companyIdentifier, companyName, companyStatus, companyCountry, companySite, companyDefaultContact,
        companyTypes, companyDeletedFlag, companyDateDeleted, companyDeletedBy, companyYearEstablished,
        companyRevenueYear, companyCustomFields;
    int siteName, siteCompany, sitePrimaryFlag, siteInactiveFlag;
    int contactFirstName, contactLastName, contactCompany, contactSite, contactDefaultFlag, contactItems,
        contactTypes, contactTypeIds, contactPhoneType, contactPhoneNumber, contactPhoneExtension,
        contactCustomFields, contactIgnoreDuplicates;
    int itemContact, itemType, itemValue, itemExtension, itemDefaultFlag, itemKind;
    int configurationName, configurationType, configurationStatus, configurationCompany, configurationContact,
        configurationSite, configurationQuestions, configurationCustomFields, configurationManufacturer;
    int companyTypeOfCompany, typeOfCompany, contactTypeOfContact, typeOfContact;
    int communicationTypeEmail, communicationTypePhone, communicationTypeFax, communicationTypeDescription;
    int questionType, questionText, questionSequence, questionRequired, questionFieldType, questionDecimals,
        questionValueQuestion, questionValueType;
};

[[nodiscard]] std::span<const TableSpec> tableSpecs();
[[nodiscard]] const TableWords &tableWords(int table);
[[nodiscard]] const FieldNumbers &fields();
/** Number of a field whose name is known to exist. */
[[nodiscard]] int fieldNumber(int table, const char *name);

/** A custom field that every record of a table has. */
struct CustomFieldSpec {
    int id;
    const char *caption;
    const char *type; ///< "Text", "Number", "Checkbox"
    const char *entryMethod;
    const char *choices = nullptr; ///< of a list, separated by '|'
};
[[nodiscard]] std::span<const CustomFieldSpec> customFields(int table);

} // namespace tandem::practicecw
