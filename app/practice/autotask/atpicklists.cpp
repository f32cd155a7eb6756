// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/autotask/atpicklists.h"

#include "practice/autotask/atschema.h"

#include <algorithm>
#include <array>

namespace tandem::practiceat {

namespace {

enum Trait : int { Plain = 0, Default = 1, Inactive = 2, System = 4, Tenant = 8 };

struct Value {
    int number; ///< with Tenant: counted from the tenant's own first number
    const char *label;
    int traits = Plain;
};

struct Picklist {
    int table;
    const char *field;
    std::span<const Value> values;
};

constexpr std::array companyTypes{
    Value{1, "Customer", Default | System},
    Value{2, "Lead", System},
    Value{3, "Prospect", System},
    Value{4, "Dead", System},
    Value{6, "Cancelation", System},
    Value{7, "Vendor", System},
    Value{8, "Partner", System},
    Value{0, "Managed Client", Tenant},
    Value{1, "Break/Fix", Tenant},
    Value{2, "Residential", Tenant | Inactive},
};
constexpr std::array classifications{
    Value{1, "Delinquent"},       Value{2, "Key Account"},  Value{3, "Under Contract"},
    Value{0, "Platinum", Tenant}, Value{1, "Gold", Tenant},
};
constexpr std::array marketSegments{Value{0, "Healthcare", Tenant}, Value{1, "Professional Services", Tenant},
                                    Value{2, "Manufacturing", Tenant}, Value{3, "Non-profit", Tenant}};
constexpr std::array territories{Value{0, "Local", Tenant}, Value{1, "Remote", Tenant}};
constexpr std::array competitors{Value{0, "Other MSP", Tenant}};
constexpr std::array invoiceMethods{Value{1, "Print", System}, Value{2, "Email", Default | System}};
constexpr std::array billToAddresses{Value{1, "Company Address", Default | System},
                                     Value{2, "Parent Company Address", System},
                                     Value{3, "Company Location Address", System}};
constexpr std::array namePrefixes{Value{1, "Mr.", System}, Value{2, "Mrs.", System}, Value{3, "Ms.", System},
                                  Value{0, "Dr.", Tenant}};
constexpr std::array nameSuffixes{Value{1, "Jr.", System}, Value{2, "Sr.", System}};
constexpr std::array serviceLevels{Value{1, "Standard SLA", System}, Value{0, "Gold SLA", Tenant}};
constexpr std::array personTypes{Value{int(resourcePersonType), "Resource", System},
                                 Value{2, "Contact", System}};
constexpr std::array colors{Value{1, "Gray", Default | System}, Value{2, "Blue", System},
                            Value{3, "Green", System},          Value{4, "Yellow", System},
                            Value{5, "Orange", System},         Value{6, "Red", System}};
constexpr std::array productCategories{Value{0, "Hardware", Tenant | Default}, Value{1, "Software", Tenant},
                                       Value{2, "Network", Tenant}};
constexpr std::array periodTypes{Value{1, "One-Time", System}, Value{2, "Monthly", Default | System},
                                 Value{3, "Quarterly", System}, Value{4, "Yearly", System}};
constexpr std::array billingTypes{Value{1, "Manual", Default | System}, Value{2, "Automatic", System}};
constexpr std::array priceMethods{Value{1, "Fixed", Default | System}, Value{2, "Markup", System}};
constexpr std::array addressFormats{Value{1, "City, State Postal Code", Default | System},
                                    Value{2, "Postal Code City", System}};
constexpr std::array licenses{Value{1, "Professional", System}, Value{2, "Team Member", System},
                              Value{3, "Time and Attendance", System}, Value{5, "Contractor", System},
                              Value{int(apiOnlyLicense), "API User (API-only)", System}};
constexpr std::array billingCodeTypes{Value{0, "Normal", System}, Value{1, "System", System},
                                      Value{2, "Non-Billable", System}};
constexpr std::array useTypes{Value{1, "General Allocation Code", System},
                              Value{2, "Internal Allocation Code", System},
                              Value{3, "Expense Category", System},
                              Value{int(materialUseType), "Material Cost Code", System},
                              Value{5, "Recurring Contract Service Code", System},
                              Value{6, "Milestone Code", System}};
constexpr std::array udfDataTypes{Value{SingleLineText, "Text (Single Line)", Default | System},
                                  Value{MultiLineText, "Text (Multi Line)", System},
                                  Value{NumberValue, "Number", System}, Value{DateValue, "Date", System},
                                  Value{ListValue, "List", System}};
constexpr std::array udfTypes{Value{1, "Company", System}, Value{2, "Contact", System},
                              Value{3, "Configuration Item", System}, Value{4, "Product", System}};

constexpr std::array picklists{
    Picklist{Company, "companyType", companyTypes},
    Picklist{Company, "classification", classifications},
    Picklist{Company, "marketSegmentID", marketSegments},
    Picklist{Company, "territoryID", territories},
    Picklist{Company, "competitorID", competitors},
    Picklist{Company, "invoiceMethod", invoiceMethods},
    Picklist{Company, "billToAddressToUse", billToAddresses},
    Picklist{Contact, "namePrefix", namePrefixes},
    Picklist{Contact, "nameSuffix", nameSuffixes},
    Picklist{ConfigurationItem, "serviceLevelAgreementID", serviceLevels},
    Picklist{ConfigurationItem, "lastActivityPersonType", personTypes},
    Picklist{ConfigurationItemCategory, "displayColorRGB", colors},
    Picklist{Product, "productCategory", productCategories},
    Picklist{Product, "periodType", periodTypes},
    Picklist{Product, "billingType", billingTypes},
    Picklist{Product, "priceCostMethod", priceMethods},
    Picklist{Country, "addressFormatID", addressFormats},
    Picklist{Resource, "licenseType", licenses},
    Picklist{BillingCode, "billingCodeType", billingCodeTypes},
    Picklist{BillingCode, "useType", useTypes},
    Picklist{UdfDefinition, "dataType", udfDataTypes},
    Picklist{UdfDefinition, "udfType", udfTypes},
};

constexpr qint64 firstTenantNumber = 29'682'778;
constexpr qint64 tenantStep = 100;

} // namespace

Picklists::Picklists(const RecordStore &store, quint32 seed)
    : m_store(store)
    , m_offset(firstTenantNumber + qint64(seed % 1000) * tenantStep)
{
}

std::vector<PicklistValue> Picklists::values(int table, int field) const
{
    std::vector<PicklistValue> list;
    if (table == ConfigurationItem && field == fields().itemType) {
        const RecordTable &types = m_store.table(ConfigurationItemType);
        for (const StoredRecord &type : types.records())
            list.push_back(
                {type.id, types.text(type, fields().typeName), false, isActive(types, type), false});
        return list;
    }
    for (const Picklist &picklist : picklists) {
        if (picklist.table != table || fieldNumber(table, picklist.field) != field)
            continue;
        for (const Value &value : picklist.values) {
            list.push_back({value.number + (value.traits & Tenant ? m_offset : 0),
                            QString::fromUtf8(value.label), (value.traits & Default) != 0,
                            !(value.traits & Inactive), (value.traits & System) != 0});
        }
    }
    return list;
}

bool Picklists::isOffered(int table, int field, qint64 value) const
{
    const std::vector<PicklistValue> list = values(table, field);
    return std::any_of(list.begin(), list.end(),
                       [&](const PicklistValue &item) { return item.isActive && item.value == value; });
}

} // namespace tandem::practiceat
