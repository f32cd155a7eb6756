// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/autotask/atseeder.h"

#include "practice/autotask/atschema.h"
#include "practice/sampleworld.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tandem::practiceat {

namespace {

constexpr qint64 setupTime = 1'640'995'200'000; // 2022-01-01
constexpr RecordStamp setupStamp{setupTime / 1000, deskResource};
constexpr qint64 day = 24 * 3600 * 1000;

/** Where the ids of a table begin; no two tables share their first numbers, so that mixing them up shows. */
struct FirstId {
    int table;
    int id;
};
constexpr std::array firstIds{
    FirstId{Company, 1001},         FirstId{CompanyLocation, 3001},      FirstId{Contact, 30'001},
    FirstId{Product, 7001},         FirstId{ConfigurationItem, 100'001}, FirstId{ConfigurationItemType, 21},
    FirstId{Resource, apiResource}, FirstId{BillingCode, 29'682'801},    FirstId{UdfDefinition, 29'683'001},
    FirstId{UdfListItem, 501},
};

struct CountryData {
    const char *name;
    const char *code;
};
constexpr std::array countries{
    CountryData{"Australia", "AU"},     CountryData{"Austria", "AT"},
    CountryData{"Canada", "CA"},        CountryData{"Denmark", "DK"},
    CountryData{"France", "FR"},        CountryData{"Germany", "DE"},
    CountryData{"Ireland", "IE"},       CountryData{"Netherlands", "NL"},
    CountryData{"New Zealand", "NZ"},   CountryData{"South Africa", "ZA"},
    CountryData{"Spain", "ES"},         CountryData{"Sweden", "SE"},
    CountryData{"Switzerland", "CH"},   CountryData{"United Kingdom", "GB"},
    CountryData{"United States", "US"},
};
constexpr int unitedStates = 15;

struct PersonData {
    const char *firstName;
    const char *lastName;
    const char *userName;
    int license;
    bool isActive;
};
// The order gives them their ids, from apiResource on.
constexpr std::array people{
    PersonData{"Tandem", "API", apiUserName, int(apiOnlyLicense), true},
    PersonData{"Jo", "Harris", "jharris@practice-msp.example", 1, true},
    PersonData{"Mateo", "Lopez", "mlopez@practice-msp.example", 1, true},
    PersonData{"Kim", "Chen", "kchen@practice-msp.example", 2, true},
    PersonData{"Dana", "Whitfield", "dwhitfield@practice-msp.example", 1, false},
    PersonData{"Backup", "Monitor", "backup.api@practice-msp.example", int(apiOnlyLicense), true},
};

struct CodeData {
    const char *name;
    int useType;
    bool isActive;
};
constexpr std::array billingCodes{
    CodeData{"Remote Support", 1, true}, CodeData{"Onsite Support", 1, true},   CodeData{"Vacation", 2, true},
    CodeData{"Mileage", 3, true},        CodeData{"Hardware", 4, true},         CodeData{"Software", 4, true},
    CodeData{"Old Hardware", 4, false},  CodeData{"Managed Services", 5, true},
};
constexpr int hardwareCode = 4; // its place in the list

// The order is that of SampleDeviceKind.
constexpr std::array itemTypes{"Workstation", "Laptop",   "Server",       "Virtual Server",
                               "Switch",      "Firewall", "Access Point", "Printer",
                               "NAS",         "UPS"};
static_assert(itemTypes.size() == size_t(SampleDeviceKind::Count));

class Seeder final {
public:
    Seeder(RecordStore &store, const Picklists &picklists, const PracticeSeeding &seeding)
        : m_store(store)
        , m_picklists(picklists)
        , m_seeding(seeding)
        , m_world(seeding.seed)
    {
    }

    void setUp();
    void addClients();

private:
    /** Collects one record's values by field name. */
    struct Row {
        RecordDraft draft;
        const RecordTable &table;

        void text(const char *name, const QString &value);
        /** The same; what is blank is an empty text, as a form leaves it, and not null. */
        void formText(const char *name, const QString &value);
        void number(const char *name, qint64 value);
        void real(const char *name, double value);
        void on(const char *name, bool isOn = true);
    };

    [[nodiscard]] Row row(int table) const;
    int add(int table, const Row &row);
    int addNamed(int table, const char *name, bool isActive = true);
    int addUserDefined(int udfType, const char *name, int dataType,
                       std::initializer_list<const char *> choices, bool isSecret = false);
    /** A moment with its milliseconds at which record N was entered. */
    [[nodiscard]] qint64 created(int index, int salt) const;
    [[nodiscard]] qint64 tenantValue(int table, const char *field, int index) const;
    [[nodiscard]] QByteArray values(std::initializer_list<std::pair<int, QString>> list) const;

    void addPeople();
    void addLists();
    void addOwnCompany();
    [[nodiscard]] Row company(const SampleOrganization &sample, qint64 entered) const;
    void addCompanies();
    void addLocations();
    void addContacts();
    void addItems();
    int productOf(const SampleDevice &device);

    RecordStore &m_store;
    const Picklists &m_picklists;
    const PracticeSeeding m_seeding;
    const SampleWorld m_world;
    int m_firstType = 0;
    int m_material = 0;
    int m_servicePlan = 0;
    int m_vip = 0;
    int m_assetOwner = 0;
    int m_adminPassword = 0;
    std::vector<SampleOrganization> m_organizations;
    std::vector<int> m_companies; ///< per organization
    std::vector<std::vector<int>> m_locations; ///< per organization
    std::vector<std::vector<int>> m_contacts; ///< per organization, the active ones
    QHash<QString, int> m_products;
};

void Seeder::Row::text(const char *name, const QString &value)
{
    if (!value.isEmpty())
        formText(name, value);
}

void Seeder::Row::formText(const char *name, const QString &value)
{
    draft.values[size_t(table.field(name))] = value.isNull() ? QByteArrayLiteral("") : value.toUtf8();
}

void Seeder::Row::number(const char *name, qint64 value)
{
    draft.values[size_t(table.field(name))] = value;
}

void Seeder::Row::real(const char *name, double value)
{
    draft.values[size_t(table.field(name))] = value;
}

void Seeder::Row::on(const char *name, bool isOn)
{
    draft.values[size_t(table.field(name))] = isOn;
}

Seeder::Row Seeder::row(int table) const
{
    const RecordTable &records = m_store.table(table);
    Row row{records.emptyDraft(), records};
    for (size_t i = 0; i < records.spec().fields.size(); ++i) {
        const FieldSpec &field = records.spec().fields[i];
        if (field.type == FieldType::Boolean && !(field.flags & FieldFlag::ReadOnly))
            row.draft.values[i] = (field.flags & FieldFlag::OnByDefault) != 0;
    }
    return row;
}

int Seeder::add(int table, const Row &row)
{
    return m_store.insert(table, row.draft, setupStamp);
}

int Seeder::addNamed(int table, const char *name, bool isActive)
{
    Row row = this->row(table);
    row.text("name", QString::fromUtf8(name));
    if (row.table.field("isActive") >= 0)
        row.on("isActive", isActive);
    return add(table, row);
}

qint64 Seeder::created(int index, int salt) const
{
    SampleRandom random = m_world.random(index, salt);
    return m_world.moment(index, salt).toMSecsSinceEpoch() + random.below(1000);
}

qint64 Seeder::tenantValue(int table, const char *field, int index) const
{
    const std::vector<PicklistValue> values = m_picklists.values(table, fieldNumber(table, field));
    return values.at(size_t(index) % values.size()).value;
}

QByteArray Seeder::values(std::initializer_list<std::pair<int, QString>> list) const
{
    QJsonObject object;
    for (const auto &[definition, value] : list) {
        if (!value.isEmpty())
            object.insert(QString::number(definition), value);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void Seeder::setUp()
{
    for (const FirstId &first : firstIds)
        m_store.table(first.table).reserveIds(first.id);
    addPeople();
    addLists();
    addOwnCompany();
}

void Seeder::addPeople()
{
    for (const PersonData &data : people) {
        Row row = this->row(Resource);
        row.text("firstName", QString::fromLatin1(data.firstName));
        row.text("lastName", QString::fromLatin1(data.lastName));
        row.text("userName", QString::fromLatin1(data.userName));
        row.text("email", QString::fromLatin1(data.userName));
        row.text("resourceType", u"Employee"_s);
        row.number("licenseType", data.license);
        row.on("isActive", data.isActive);
        add(Resource, row);
    }
}

void Seeder::addLists()
{
    for (const int table : {Currency, TaxRegion, InvoiceTemplate, QuoteTemplate})
        addNamed(table, table == Currency ? "US Dollar" : "Standard");
    for (size_t i = 0; i < countries.size(); ++i) {
        Row row = this->row(Country);
        row.text("name", QString::fromLatin1(countries.at(i).name));
        row.text("displayName", QString::fromLatin1(countries.at(i).name));
        row.text("countryCode", QString::fromLatin1(countries.at(i).code));
        row.number("addressFormatID", 1);
        row.on("isActive", true);
        row.on("isDefaultCountry", int(i) + 1 == unitedStates);
        add(Country, row);
    }
    for (const char *name : {"Standard", "Co-managed", "Retired Category"}) {
        Row row = this->row(CompanyCategory);
        row.text("name", QString::fromLatin1(name));
        row.text("nickname", QString::fromLatin1(name).left(3).toUpper());
        row.number("displayColorRGB", 16'777'215);
        row.on("isActive", qstrcmp(name, "Retired Category") != 0);
        row.on("isApiOnly", false);
        row.on("isGlobalDefault", qstrcmp(name, "Standard") == 0);
        add(CompanyCategory, row);
    }
    for (const char *name : {"Standard", "Domain", "SSL Certificate"}) {
        Row row = this->row(ConfigurationItemCategory);
        row.text("name", QString::fromLatin1(name));
        row.text("nickname", QString::fromLatin1(name).left(3).toUpper());
        row.number("displayColorRGB", 1);
        row.on("isActive");
        row.on("isGlobalDefault", qstrcmp(name, "Standard") == 0);
        row.on("isClientPortalDefault", qstrcmp(name, "Standard") == 0);
        add(ConfigurationItemCategory, row);
    }
    for (const char *name : itemTypes) {
        const int id = addNamed(ConfigurationItemType, name);
        m_firstType = m_firstType == 0 ? id : m_firstType;
    }
    addNamed(ConfigurationItemType, "Mobile Device");
    addNamed(ConfigurationItemType, "Fax Machine", false);
    for (size_t i = 0; i < billingCodes.size(); ++i) {
        Row row = this->row(BillingCode);
        row.text("name", QString::fromLatin1(billingCodes.at(i).name));
        row.number("useType", billingCodes.at(i).useType);
        row.number("billingCodeType", 0);
        row.on("isActive", billingCodes.at(i).isActive);
        row.on("isExcludedFromNewContracts", false);
        row.real("unitCost", 0);
        row.real("unitPrice", 0);
        const int id = add(BillingCode, row);
        m_material = int(i) == hardwareCode ? id : m_material;
    }
    // A company's classification is the icon of that number.
    RecordTable &icons = m_store.table(ClassificationIcon);
    for (const PicklistValue &value : m_picklists.values(Company, fieldNumber(Company, "classification"))) {
        Row row = this->row(ClassificationIcon);
        row.text("name", value.label);
        row.text("description", value.label);
        row.text("relativeUrl", u"/images/icons/classification%1.png"_s.arg(value.value));
        row.on("isActive");
        row.on("isSystem", value.isSystem);
        icons.put({int(value.value), setupStamp, setupStamp, icons.pack(row.draft)});
    }
    m_servicePlan = addUserDefined(entity(Company).udfType, "Service Plan", ListValue,
                                   {"Hourly", "Managed", "Co-managed"});
    addUserDefined(entity(Company).udfType, "Onboarded On", DateValue, {});
    m_vip = addUserDefined(entity(Contact).udfType, "VIP", ListValue, {"Yes", "No"});
    m_assetOwner = addUserDefined(entity(ConfigurationItem).udfType, "Asset Owner", SingleLineText, {});
    addUserDefined(entity(ConfigurationItem).udfType, "Rack Unit", NumberValue, {});
    m_adminPassword =
        addUserDefined(entity(ConfigurationItem).udfType, "Admin Password", SingleLineText, {}, true);
}

int Seeder::addUserDefined(int udfType, const char *name, int dataType,
                           std::initializer_list<const char *> choices, bool isSecret)
{
    Row row = this->row(UdfDefinition);
    row.text("name", QString::fromLatin1(name));
    row.text("description", QString::fromLatin1(name));
    row.number("udfType", udfType);
    row.number("dataType", dataType);
    row.number("createDate", setupTime);
    row.number("sortOrder", qint64(row.table.records().size()) + 1);
    row.on("isActive");
    row.on("isEncrypted", isSecret);
    row.on("isProtected", isSecret);
    const int id = add(UdfDefinition, row);
    for (const char *choice : choices) {
        Row item = this->row(UdfListItem);
        item.number("udfFieldId", id);
        item.text("valueForDisplay", QString::fromLatin1(choice));
        item.text("valueForExport", QString::fromLatin1(choice));
        item.number("createDate", setupTime);
        item.on("isActive");
        add(UdfListItem, item);
    }
    return id;
}

// The service provider itself is company 0, of which even an empty tenant is not free.
void Seeder::addOwnCompany()
{
    SampleOrganization own = m_world.organization(0);
    own.name = u"Practice MSP"_s;
    own.hostPrefix = u"PMSP"_s;
    own.domain = u"practice-msp.example"_s;
    m_organizations.push_back(own);
    m_companies.push_back(0);
    Row row = company(own, setupTime);
    row.number("companyType", tenantValue(Company, "companyType", 0));
    row.number("ownerResourceID", deskResource);
    row.number("createdByResourceID", deskResource);
    row.number("lastActivityDate", setupTime);
    row.number("lastTrackedModifiedDateTime", setupTime);
    RecordTable &companies = m_store.table(Company);
    companies.put({0, setupStamp, setupStamp, companies.pack(row.draft)});
}

void Seeder::addClients()
{
    if (m_seeding.organizations <= 0)
        return;
    addCompanies();
    addLocations();
    addContacts();
    addItems();
}

Seeder::Row Seeder::company(const SampleOrganization &sample, qint64 entered) const
{
    Row row = this->row(Company);
    row.text("companyName", sample.name.left(100));
    row.text("companyNumber", sample.accountNumber);
    row.formText("address1", sample.address.line1);
    row.formText("address2", sample.address.line2);
    row.formText("additionalAddressInformation", {});
    row.formText("city", sample.address.city);
    row.formText("state", sample.address.region);
    row.formText("postalCode", sample.address.postalCode);
    row.number("countryID", unitedStates);
    row.formText("phone", sample.phone);
    row.formText("alternatePhone1", {});
    row.formText("alternatePhone2", {});
    row.formText("fax", {});
    row.formText("webAddress", u"www."_s + sample.domain);
    row.number("companyCategoryID", 1);
    row.number("currencyID", 1);
    row.number("createDate", entered);
    return row;
}

void Seeder::addCompanies()
{
    m_locations.resize(size_t(m_seeding.organizations));
    m_contacts.resize(size_t(m_seeding.organizations));
    for (int i = 1; i < m_seeding.organizations; ++i) {
        m_organizations.push_back(m_world.organization(i));
        SampleRandom random = m_world.random(i, 200);
        const qint64 entered = created(i, 21);
        const qint64 technician = deskResource + i % 3;
        Row row = company(m_organizations.back(), entered);
        row.number("companyType",
                   tenantValue(Company, "companyType", random.chance(80) ? 0 : random.below(9)));
        if (random.chance(30))
            row.number("classification", tenantValue(Company, "classification", random.below(5)));
        if (random.chance(50))
            row.number("marketSegmentID", tenantValue(Company, "marketSegmentID", random.below(4)));
        row.on("isActive", random.chance(92));
        row.number("ownerResourceID", technician);
        row.number("createdByResourceID", technician);
        if (i > 1 && random.chance(6))
            row.number("parentCompanyID", m_companies[size_t(1 + random.below(i - 1))]);
        row.number("lastTrackedModifiedDateTime", entered + random.below(150) * day);
        row.number("lastActivityDate", entered + (150 + random.below(150)) * day);
        const QString plan = random.chance(60) ? u"Managed"_s : random.chance(50) ? u"Hourly"_s : QString();
        if (!plan.isEmpty())
            row.draft.values[size_t(userDefinedField(Company))] = values({{m_servicePlan, plan}});
        m_companies.push_back(add(Company, row));
    }
}

void Seeder::addLocations()
{
    const int organizations = m_seeding.organizations;
    const int total = std::max(m_seeding.locations, organizations); // no company without its main location
    for (int i = 0; i < total; ++i) {
        const int owner = m_world.ownerOf(i, organizations);
        std::vector<int> &locations = m_locations[size_t(owner)];
        const SampleLocation sample =
            m_world.location(m_organizations[size_t(owner)], owner, int(locations.size()));
        Row row = this->row(CompanyLocation);
        row.number("companyID", m_companies[size_t(owner)]);
        row.text("name", sample.name);
        row.text("address1", sample.address.line1);
        row.text("address2", sample.address.line2);
        row.text("city", sample.address.city);
        row.text("state", sample.address.region);
        row.text("postalCode", sample.address.postalCode);
        row.number("countryID", unitedStates);
        row.text("phone", sample.phone);
        row.on("isPrimary", locations.empty());
        locations.push_back(add(CompanyLocation, row));
    }
}

void Seeder::addContacts()
{
    m_store.table(Contact).reserve(size_t(std::max(0, m_seeding.contacts)));
    for (int i = 0; i < m_seeding.contacts; ++i) {
        const int owner = m_world.ownerOf(i, m_seeding.organizations);
        const SampleOrganization &organization = m_organizations[size_t(owner)];
        const std::vector<int> &locations = m_locations[size_t(owner)];
        std::vector<int> &contacts = m_contacts[size_t(owner)];
        const SamplePerson sample = m_world.person(organization, i);
        SampleRandom random = m_world.random(i, 201);
        const qint64 entered = created(i, 22);
        const bool isActive = contacts.empty() || random.chance(95);

        Row row = this->row(Contact);
        row.number("companyID", m_companies[size_t(owner)]);
        row.number("companyLocationID", locations[size_t(random.below(int(locations.size())))]);
        row.text("firstName", sample.firstName);
        row.text("lastName", sample.lastName);
        row.number("isActive", isActive ? 1 : 0);
        row.text("title", sample.title);
        row.text("emailAddress", sample.email);
        row.text("phone", sample.phone);
        row.text("extension", sample.extension);
        row.text("mobilePhone", sample.mobile);
        row.text("addressLine", organization.address.line1);
        row.text("city", organization.address.city);
        row.text("state", organization.address.region);
        row.text("zipCode", organization.address.postalCode);
        row.number("countryID", unitedStates);
        row.on("primaryContact", contacts.empty());
        row.number("createDate", entered);
        row.number("lastModifiedDate", entered + random.below(150) * day);
        row.number("lastActivityDate", entered + (150 + random.below(150)) * day);
        if (random.chance(5))
            row.draft.values[size_t(userDefinedField(Contact))] = values({{m_vip, u"Yes"_s}});
        const int id = add(Contact, row);
        if (isActive)
            contacts.push_back(id);
    }
}

int Seeder::productOf(const SampleDevice &device)
{
    const QString name = u"%1 %2"_s.arg(device.manufacturer, device.model);
    int &known = m_products[name];
    if (known != 0)
        return known;
    SampleRandom random = m_world.random(int(m_products.size()), 202);
    Row row = this->row(Product);
    row.text("name", name);
    row.text("manufacturerName", device.manufacturer);
    row.text("manufacturerProductName", device.model);
    row.number("productBillingCodeID", m_material);
    row.number("productCategory", tenantValue(Product, "productCategory", 0));
    row.number("billingType", 1);
    row.number("priceCostMethod", 1);
    row.number("periodType", 1);
    row.real("unitPrice", 100 + random.below(3000));
    row.on("isActive");
    row.on("isSerialized");
    row.number("createdTime", setupTime);
    row.number("createdByResourceID", deskResource);
    known = add(Product, row);
    return known;
}

void Seeder::addItems()
{
    RecordTable &table = m_store.table(ConfigurationItem);
    table.reserve(size_t(std::max(0, m_seeding.configurations)));
    // By number: this loop runs a million times for a large practice PSA.
    const auto field = [&table](const char *name) { return size_t(table.field(name)); };
    const size_t company = field("companyID"), location = field("companyLocationID"),
                 contact = field("contactID"), type = field("configurationItemType"),
                 category = field("configurationItemCategoryID"), product = field("productID"),
                 title = field("referenceTitle"), tag = field("referenceNumber"),
                 serial = field("serialNumber"), notes = field("notes"), installed = field("installDate"),
                 warranty = field("warrantyExpirationDate"), installer = field("installedByID"),
                 active = field("isActive"), createDate = field("createDate"),
                 creator = field("createdByPersonID"), modified = field("lastModifiedTime"),
                 person = field("lastActivityPersonID"), personType = field("lastActivityPersonType"),
                 host = field("rmmDeviceAuditHostname"), ip = field("rmmDeviceAuditIPAddress"),
                 mac = field("rmmDeviceAuditMacAddress"), os = field("rmmDeviceAuditOperatingSystem"),
                 user = field("rmmDeviceAuditLastUser");
    const auto udfs = size_t(userDefinedField(ConfigurationItem));
    const Row blank = row(ConfigurationItem);
    for (int i = 0; i < m_seeding.configurations; ++i) {
        const int owner = m_world.ownerOf(i, m_seeding.organizations);
        const SampleDevice sample = m_world.device(m_organizations[size_t(owner)], i);
        SampleRandom random = m_world.random(i, 203);
        const std::vector<int> &locations = m_locations[size_t(owner)];
        const std::vector<int> &contacts = m_contacts[size_t(owner)];
        const qint64 entered = created(i, 23);
        const qint64 technician = deskResource + i % 3;

        RecordDraft draft = blank.draft;
        std::vector<FieldValue> &values = draft.values;
        const auto text = [&values](size_t at, const QString &value) {
            if (!value.isEmpty())
                values[at] = value.toUtf8();
        };
        const auto moment = [&values](size_t at, const QDateTime &value) {
            if (value.isValid())
                values[at] = value.toMSecsSinceEpoch();
        };
        values[company] = qint64(m_companies[size_t(owner)]);
        values[location] = qint64(locations[size_t(random.below(int(locations.size())))]);
        const bool isPersonal =
            sample.kind == SampleDeviceKind::Workstation || sample.kind == SampleDeviceKind::Laptop;
        if (isPersonal && !contacts.empty() && random.chance(70))
            values[contact] = qint64(contacts[size_t(random.below(int(contacts.size())))]);
        values[type] = qint64(m_firstType) + qint64(sample.kind);
        values[category] = qint64(1);
        values[product] = qint64(productOf(sample));
        if (random.chance(97)) // the rest goes by its product's name
            text(title, sample.name);
        text(tag, sample.assetTag);
        text(serial, sample.serialNumber);
        text(notes, sample.notes);
        moment(installed, sample.installed);
        moment(warranty, sample.warrantyEnd);
        values[installer] = technician;
        values[active] = random.chance(92);
        values[createDate] = entered;
        values[creator] = technician;
        values[modified] = entered + random.below(300) * day;
        values[person] = technician;
        values[personType] = resourcePersonType;
        if (!sample.osName.isEmpty()) {
            text(host, sample.name);
            text(ip, sample.ipAddress);
            text(mac, sample.macAddress);
            text(os, sample.osName);
            text(user, sample.lastLogin);
        }
        if (random.chance(10))
            values[udfs] = this->values({{m_assetOwner, random.chance(50) ? u"Client"_s : u"Leased"_s},
                                         {m_adminPassword, random.chance(30) ? u"Pr4ctice!"_s : QString()}});
        m_store.insert(ConfigurationItem, draft, setupStamp);
    }
}

} // namespace

void seed(RecordStore &store, const Picklists &picklists, const PracticeSeeding &seeding)
{
    Seeder seeder(store, picklists, seeding);
    seeder.setUp();
    if (!seeding.empty)
        seeder.addClients();
}

} // namespace tandem::practiceat
