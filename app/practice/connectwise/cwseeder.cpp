// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/connectwise/cwseeder.h"

#include "practice/connectwise/cwschema.h"
#include "practice/sampleworld.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tandem::practicecw {

namespace {

constexpr RecordStamp setupStamp{1640995200, deskMember}; // 2022-01-01

struct CountryData {
    const char *name;
    const char *code;
    const char *dialing;
    const char *stateCaption;
    const char *zipCaption;
    int currency;
};

// Currencies are 1 US dollar, 2 Canadian dollar, 3 pound, 4 euro, 5 Australian dollar.
constexpr std::array countries{
    CountryData{"United States", "US", "1", "State", "Zip", 1},
    CountryData{"Canada", "CA", "1", "Province", "Postal Code", 2},
    CountryData{"United Kingdom", "GB", "44", "County", "Postcode", 3},
    CountryData{"Ireland", "IE", "353", "County", "Eircode", 4},
    CountryData{"Germany", "DE", "49", "State", "Postal Code", 4},
    CountryData{"France", "FR", "33", "Region", "Postal Code", 4},
    CountryData{"Netherlands", "NL", "31", "Province", "Postal Code", 4},
    CountryData{"Spain", "ES", "34", "Province", "Postal Code", 4},
    CountryData{"Australia", "AU", "61", "State", "Postcode", 5},
    CountryData{"New Zealand", "NZ", "64", "Region", "Postcode", 5},
};

struct StateData {
    const char *code;
    const char *name;
};

constexpr std::array unitedStates{
    StateData{"AL", "Alabama"},
    StateData{"AK", "Alaska"},
    StateData{"AZ", "Arizona"},
    StateData{"AR", "Arkansas"},
    StateData{"CA", "California"},
    StateData{"CO", "Colorado"},
    StateData{"CT", "Connecticut"},
    StateData{"DE", "Delaware"},
    StateData{"DC", "District of Columbia"},
    StateData{"FL", "Florida"},
    StateData{"GA", "Georgia"},
    StateData{"HI", "Hawaii"},
    StateData{"ID", "Idaho"},
    StateData{"IL", "Illinois"},
    StateData{"IN", "Indiana"},
    StateData{"IA", "Iowa"},
    StateData{"KS", "Kansas"},
    StateData{"KY", "Kentucky"},
    StateData{"LA", "Louisiana"},
    StateData{"ME", "Maine"},
    StateData{"MD", "Maryland"},
    StateData{"MA", "Massachusetts"},
    StateData{"MI", "Michigan"},
    StateData{"MN", "Minnesota"},
    StateData{"MS", "Mississippi"},
    StateData{"MO", "Missouri"},
    StateData{"MT", "Montana"},
    StateData{"NE", "Nebraska"},
    StateData{"NV", "Nevada"},
    StateData{"NH", "New Hampshire"},
    StateData{"NJ", "New Jersey"},
    StateData{"NM", "New Mexico"},
    StateData{"NY", "New York"},
    StateData{"NC", "North Carolina"},
    StateData{"ND", "North Dakota"},
    StateData{"OH", "Ohio"},
    StateData{"OK", "Oklahoma"},
    StateData{"OR", "Oregon"},
    StateData{"PA", "Pennsylvania"},
    StateData{"RI", "Rhode Island"},
    StateData{"SC", "South Carolina"},
    StateData{"SD", "South Dakota"},
    StateData{"TN", "Tennessee"},
    StateData{"TX", "Texas"},
    StateData{"UT", "Utah"},
    StateData{"VT", "Vermont"},
    StateData{"VA", "Virginia"},
    StateData{"WA", "Washington"},
    StateData{"WV", "West Virginia"},
    StateData{"WI", "Wisconsin"},
    StateData{"WY", "Wyoming"},
};
constexpr std::array canada{
    StateData{"AB", "Alberta"},       StateData{"BC", "British Columbia"}, StateData{"MB", "Manitoba"},
    StateData{"NB", "New Brunswick"}, StateData{"NS", "Nova Scotia"},      StateData{"ON", "Ontario"},
    StateData{"QC", "Quebec"},        StateData{"SK", "Saskatchewan"},
};
constexpr std::array australia{
    StateData{"NSW", "New South Wales"}, StateData{"QLD", "Queensland"}, StateData{"SA", "South Australia"},
    StateData{"TAS", "Tasmania"},        StateData{"VIC", "Victoria"},   StateData{"WA", "Western Australia"},
};

// The order is that of SampleDeviceKind, so that a device's kind is its type's id less one.
constexpr std::array configurationTypes{"Managed Workstation",
                                        "Laptop",
                                        "Managed Server",
                                        "Virtual Machine",
                                        "Network Switch",
                                        "Firewall",
                                        "Wireless Access Point",
                                        "Printer",
                                        "Network Storage",
                                        "UPS"};
static_assert(configurationTypes.size() == size_t(SampleDeviceKind::Count));

enum Status : int { Active = 1, Inactive, InRepair, Retired };
enum CommunicationTypes : int { WorkEmail = 1, PersonalEmail, Direct, Mobile, Home, FaxNumber };

class Seeder final {
public:
    Seeder(RecordStore &store, const PracticeSeeding &seeding)
        : m_store(store)
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
        void number(const char *name, qint64 value);
        void real(const char *name, double value);
        void on(const char *name);
        void moment(const char *name, const QDateTime &value);
    };

    [[nodiscard]] Row row(int table) const;
    int add(int table, Row &row, RecordStamp stamp = setupStamp);
    int addNamed(int table, const char *nameField, const char *name,
                 std::initializer_list<const char *> flags = {});
    [[nodiscard]] RecordStamp created(int index, int salt) const;
    [[nodiscard]] int stateId(const QString &code) const;

    void addOrganizations();
    void addLocations();
    void addContacts();
    void addConfigurations();

    RecordStore &m_store;
    const PracticeSeeding m_seeding;
    const SampleWorld m_world;
    QHash<QString, int> m_manufacturers;
    QHash<QString, int> m_states;
    std::vector<SampleOrganization> m_organizations;
    std::vector<std::vector<int>> m_sites; ///< per organization
    std::vector<std::vector<int>> m_contacts; ///< per organization
};

void Seeder::Row::text(const char *name, const QString &value)
{
    if (!value.isEmpty())
        draft.values[size_t(table.field(name))] = value.toUtf8();
}

void Seeder::Row::number(const char *name, qint64 value)
{
    draft.values[size_t(table.field(name))] = value;
}

void Seeder::Row::real(const char *name, double value)
{
    draft.values[size_t(table.field(name))] = value;
}

void Seeder::Row::on(const char *name)
{
    draft.values[size_t(table.field(name))] = true;
}

void Seeder::Row::moment(const char *name, const QDateTime &value)
{
    if (value.isValid())
        number(name, value.toSecsSinceEpoch());
}

Seeder::Row Seeder::row(int table) const
{
    const RecordTable &records = m_store.table(table);
    Row row{records.emptyDraft(), records};
    for (size_t i = 0; i < records.spec().fields.size(); ++i) {
        const FieldSpec &field = records.spec().fields[i];
        if (field.type == FieldType::Boolean)
            row.draft.values[i] = (field.flags & FieldFlag::OnByDefault) != 0;
    }
    return row;
}

int Seeder::add(int table, Row &row, RecordStamp stamp)
{
    return m_store.insert(table, row.draft, stamp);
}

int Seeder::addNamed(int table, const char *nameField, const char *name,
                     std::initializer_list<const char *> flags)
{
    Row row = this->row(table);
    row.text(nameField, QString::fromUtf8(name));
    for (const char *flag : flags)
        row.on(flag);
    return add(table, row);
}

RecordStamp Seeder::created(int index, int salt) const
{
    return {m_world.moment(index, salt).toSecsSinceEpoch(), deskMember + index % 3};
}

int Seeder::stateId(const QString &code) const
{
    return m_states.value(code);
}

void Seeder::setUp()
{
    struct MemberData {
        const char *identifier;
        const char *name;
    };
    for (const MemberData &data : {MemberData{"apisync", "API Sync"}, MemberData{"jharris", "Jo Harris"},
                                   MemberData{"mlopez", "Mateo Lopez"}, MemberData{"kchen", "Kim Chen"}}) {
        Row row = this->row(Member);
        row.text("identifier", QString::fromLatin1(data.identifier));
        row.text("name", QString::fromLatin1(data.name));
        add(Member, row);
    }
    for (const char *name : {"US Dollar", "Canadian Dollar", "Pound Sterling", "Euro", "Australian Dollar"})
        addNamed(Currency, "name", name);
    for (const char *name : {"Corporate", "Field Office"})
        addNamed(SystemLocation, "name", name);
    Row department = row(SystemDepartment);
    department.text("identifier", u"Services"_s);
    department.text("name", u"Professional Services"_s);
    add(SystemDepartment, department);
    struct Single {
        int table;
        const char *name;
    };
    for (const Single &single :
         {Single{Market, "Small Business"}, Single{OwnershipType, "Private"},
          Single{SicCode, "7370 Services"}, Single{TimeZone, "(UTC-05:00) Eastern"},
          Single{Calendar, "Standard"}, Single{TaxCode, "Exempt"}, Single{EntityType, "Company"},
          Single{BillingTerms, "Net 30"}, Single{BillingDelivery, "Email"},
          Single{PricingSchedule, "Default"}, Single{InvoiceTemplate, "Standard Invoice"},
          Single{Track, "Welcome"}, Single{Sla, "Standard"}})
        addNamed(single.table, "name", single.name);

    Row format = row(AddressFormat);
    format.text("name", u"Standard"_s);
    format.text("format", u"{Address1} {Address2} {City}, {State} {Zip}"_s);
    format.on("defaultFlag");
    add(AddressFormat, format);
    for (const CountryData &data : countries) {
        Row row = this->row(Country);
        row.text("name", QString::fromLatin1(data.name));
        row.text("countryCode", QString::fromLatin1(data.code));
        row.text("dialingPrefix", QString::fromLatin1(data.dialing));
        row.text("cityCaption", u"City"_s);
        row.text("stateCaption", QString::fromLatin1(data.stateCaption));
        row.text("zipCaption", QString::fromLatin1(data.zipCaption));
        row.number("currency", data.currency);
        row.number("addressFormat", 1);
        if (data.currency == 1)
            row.on("defaultFlag");
        add(Country, row);
    }
    const auto addStates = [this](int country, std::span<const StateData> states) {
        for (const StateData &data : states) {
            Row row = this->row(State);
            row.text("identifier", QString::fromLatin1(data.code));
            row.text("name", QString::fromLatin1(data.name));
            row.number("country", country);
            const int id = add(State, row);
            if (country == 1)
                m_states.insert(QString::fromLatin1(data.code), id);
        }
    };
    addStates(1, unitedStates);
    addStates(2, canada);
    addStates(9, australia);

    addNamed(CompanyType, "name", "Customer", {"defaultFlag"});
    addNamed(CompanyType, "name", "Prospect");
    addNamed(CompanyType, "name", "Vendor", {"vendorFlag"});
    addNamed(CompanyType, "name", "Partner");
    addNamed(CompanyType, "name", "Former Customer");
    addNamed(CompanyStatus, "name", "Active", {"defaultFlag"});
    addNamed(CompanyStatus, "name", "Inactive");
    addNamed(CompanyStatus, "name", "Credit Hold", {"notifyFlag"});
    addNamed(CompanyStatus, "name", "Not Approved", {"inactiveFlag"});
    for (const char *name : {"Decision Maker", "End User", "Billing", "Technical", "Primary"})
        addNamed(ContactType, "description", name);
    for (const char *name : {"Management", "Accounting", "Operations", "Information Technology"})
        addNamed(ContactDepartment, "name", name);
    for (const char *name : {"Champion", "Neutral"})
        addNamed(ContactRelationship, "name", name);
    addNamed(CommunicationType, "description", "Work", {"emailFlag", "defaultFlag"});
    addNamed(CommunicationType, "description", "Personal Email", {"emailFlag"});
    addNamed(CommunicationType, "description", "Direct", {"phoneFlag", "defaultFlag"});
    addNamed(CommunicationType, "description", "Mobile", {"phoneFlag"});
    addNamed(CommunicationType, "description", "Home", {"phoneFlag"});
    addNamed(CommunicationType, "description", "Fax", {"faxFlag", "defaultFlag"});
    for (const char *name : configurationTypes)
        addNamed(ConfigurationType, "name", name);
    addNamed(ConfigurationType, "name", "Domain Name");
    addNamed(ConfigurationType, "name", "Software License");
    addNamed(ConfigurationType, "name", "Legacy Phone System", {"inactiveFlag"});
    addNamed(ConfigurationStatus, "description", "Active", {"defaultFlag"});
    addNamed(ConfigurationStatus, "description", "Inactive", {"closedFlag"});
    addNamed(ConfigurationStatus, "description", "In Repair");
    addNamed(ConfigurationStatus, "description", "Retired", {"closedFlag"});
    for (const char *name : SampleWorld::manufacturers())
        m_manufacturers.insert(QString::fromLatin1(name), addNamed(Manufacturer, "name", name));

    Row question = row(ConfigurationQuestion);
    question.number("configurationType", int(SampleDeviceKind::Firewall) + 1);
    question.text("fieldType", u"Text"_s);
    question.text("entryType", u"List"_s);
    question.real("sequenceNumber", 1);
    question.text("question", u"Licence level"_s);
    question.number("numberOfDecimals", 0);
    const int questionId = add(ConfigurationQuestion, question);
    for (const char *answer : {"Basic", "Advanced", "Enterprise"}) {
        Row value = row(ConfigurationQuestionValue);
        value.number("configurationType", int(SampleDeviceKind::Firewall) + 1);
        value.number("question", questionId);
        value.text("value", QString::fromLatin1(answer));
        add(ConfigurationQuestionValue, value);
    }
}

void Seeder::addClients()
{
    if (m_seeding.organizations <= 0)
        return;
    addOrganizations();
    addLocations();
    addContacts();
    addConfigurations();
}

void Seeder::addOrganizations()
{
    m_sites.resize(size_t(m_seeding.organizations));
    m_contacts.resize(size_t(m_seeding.organizations));
    for (int i = 0; i < m_seeding.organizations; ++i) {
        const SampleOrganization sample = m_world.organization(i);
        m_organizations.push_back(sample);
        SampleRandom random = m_world.random(i, 100);
        Row row = this->row(Company);
        row.text("identifier", sample.identifier);
        row.text("name", sample.name.left(50));
        row.number("status", random.chance(92) ? 1 : 2);
        row.text("addressLine1", sample.address.line1);
        row.text("addressLine2", sample.address.line2);
        row.text("city", sample.address.city);
        row.text("state", sample.address.region);
        row.text("zip", sample.address.postalCode);
        row.number("country", 1);
        row.text("phoneNumber", sample.phone);
        row.text("website", u"www."_s + sample.domain);
        row.number("territory", 1);
        row.text("accountNumber", sample.accountNumber);
        row.moment("dateAcquired", m_world.moment(i, 10));
        row.number("numberOfEmployees", 5 + random.below(200));
        row.number("yearEstablished", 1950 + random.below(70));
        row.number("currency", 1);
        row.number("territoryManager", deskMember + i % 3);
        row.text("customFields",
                 QStringLiteral(R"({"11":"%1"})").arg(random.chance(60) ? u"Managed"_s : u"Hourly"_s));
        const int id = add(Company, row, created(i, 11));
        Row type = this->row(CompanyTypeAssociation);
        type.number("company", id);
        type.number("type", random.chance(85) ? 1 : 2 + random.below(3));
        add(CompanyTypeAssociation, type, created(i, 11));
    }
}

void Seeder::addLocations()
{
    const int organizations = m_seeding.organizations;
    const int total = std::max(m_seeding.locations, organizations); // no company without its main site
    for (int i = 0; i < total; ++i) {
        const int owner = m_world.ownerOf(i, organizations);
        std::vector<int> &sites = m_sites[size_t(owner)];
        const SampleLocation sample =
            m_world.location(m_organizations[size_t(owner)], owner, int(sites.size()));
        Row row = this->row(Site);
        row.text("name", sample.name);
        row.text("addressLine1", sample.address.line1);
        row.text("addressLine2", sample.address.line2);
        row.text("city", sample.address.city);
        row.number("stateReference", stateId(sample.address.region));
        row.text("zip", sample.address.postalCode);
        row.number("country", 1);
        row.text("addressFormat", u"Standard"_s);
        row.text("phoneNumber", sample.phone);
        row.number("company", owner + 1);
        if (sites.empty()) {
            for (const char *flag :
                 {"primaryAddressFlag", "defaultShippingFlag", "defaultBillingFlag", "defaultMailingFlag"})
                row.on(flag);
        }
        const int id = add(Site, row, created(i, 12));
        if (sites.empty()) {
            RecordTable &companies = m_store.table(Company);
            StoredRecord company = *companies.find(owner + 1);
            RecordDraft draft = companies.unpack(company);
            draft.values[size_t(fields().companySite)] = qint64(id);
            company.packed = companies.pack(draft);
            companies.put(company);
        }
        sites.push_back(id);
    }
}

void Seeder::addContacts()
{
    m_store.table(Contact).reserve(size_t(std::max(0, m_seeding.contacts)));
    for (int i = 0; i < m_seeding.contacts; ++i) {
        const int owner = m_world.ownerOf(i, m_seeding.organizations);
        const SampleOrganization &organization = m_organizations[size_t(owner)];
        std::vector<int> &contacts = m_contacts[size_t(owner)];
        const std::vector<int> &sites = m_sites[size_t(owner)];
        const SamplePerson sample = m_world.person(organization, i);
        SampleRandom random = m_world.random(i, 101);
        const RecordStamp stamp = created(i, 13);

        Row row = this->row(Contact);
        row.text("firstName", sample.firstName);
        row.text("lastName", sample.lastName);
        row.number("company", owner + 1);
        row.number("site", sites[size_t(random.below(int(sites.size())))]);
        row.text("title", sample.title);
        row.number("department", 1 + random.below(4));
        row.number("relationship", 2);
        row.text("defaultPhoneType", u"Direct"_s);
        row.text("defaultPhoneNbr", sample.phone);
        row.text("defaultPhoneExtension", sample.extension);
        const bool isFirst = contacts.empty();
        if (isFirst)
            row.on("defaultFlag");
        const int id = add(Contact, row, stamp);
        contacts.push_back(id);
        if (isFirst) {
            RecordTable &companies = m_store.table(Company);
            StoredRecord company = *companies.find(owner + 1);
            RecordDraft draft = companies.unpack(company);
            draft.values[size_t(fields().companyDefaultContact)] = qint64(id);
            company.packed = companies.pack(draft);
            companies.put(company);
        }

        const auto addItem = [&](int type, const char *kind, const QString &value, const QString &extension,
                                 bool isDefault) {
            Row item = this->row(Communication);
            item.number("contactId", id);
            item.number("type", type);
            item.text("value", value);
            item.text("extension", extension);
            item.text("communicationType", QString::fromLatin1(kind));
            if (isDefault)
                item.on("defaultFlag");
            add(Communication, item, stamp);
        };
        addItem(WorkEmail, "Email", sample.email, {}, true);
        addItem(Direct, "Phone", sample.phone, sample.extension, true);
        if (!sample.mobile.isEmpty())
            addItem(Mobile, "Phone", sample.mobile, {}, false);
        Row type = this->row(ContactTypeAssociation);
        type.number("contact", id);
        type.number("type", isFirst ? 1 : 2 + random.below(3));
        add(ContactTypeAssociation, type, stamp);
    }
}

void Seeder::addConfigurations()
{
    const RecordTable &table = m_store.table(Configuration);
    m_store.table(Configuration).reserve(size_t(std::max(0, m_seeding.configurations)));
    // By number: this loop runs a million times for a large practice PSA.
    const auto field = [&table](const char *name) { return size_t(table.field(name)); };
    const size_t name = field("name"), type = field("type"), status = field("status"),
                 company = field("company"), contact = field("contact"), site = field("site"),
                 serial = field("serialNumber"), model = field("modelNumber"), tag = field("tagNumber"),
                 purchased = field("purchaseDate"), installed = field("installationDate"),
                 warranty = field("warrantyExpirationDate"), notes = field("notes"),
                 mac = field("macAddress"), login = field("lastLoginName"), ip = field("ipAddress"),
                 gateway = field("defaultGateway"), os = field("osType"), osInfo = field("osInfo"),
                 cpu = field("cpuSpeed"), ram = field("ram"), disks = field("localHardDrives"),
                 manufacturer = field("manufacturer"), location = field("location"),
                 locationId = field("locationId");
    const Row blank = row(Configuration);
    for (int i = 0; i < m_seeding.configurations; ++i) {
        const int owner = m_world.ownerOf(i, m_seeding.organizations);
        const SampleDevice sample = m_world.device(m_organizations[size_t(owner)], i);
        SampleRandom random = m_world.random(i, 102);
        const std::vector<int> &sites = m_sites[size_t(owner)];
        const std::vector<int> &contacts = m_contacts[size_t(owner)];

        RecordDraft draft = blank.draft;
        std::vector<FieldValue> &values = draft.values;
        const auto text = [&values](size_t at, const QString &value) {
            if (!value.isEmpty())
                values[at] = value.toUtf8();
        };
        const auto moment = [&values](size_t at, const QDateTime &value) {
            if (value.isValid())
                values[at] = value.toSecsSinceEpoch();
        };
        const int roll = random.below(100);
        text(name, sample.name);
        values[type] = qint64(sample.kind) + 1;
        values[status] = qint64(roll < 90 ? Active : roll < 95 ? Retired : roll < 98 ? Inactive : InRepair);
        values[company] = qint64(owner + 1);
        values[site] = qint64(sites[size_t(random.below(int(sites.size())))]);
        const bool isPersonal =
            sample.kind == SampleDeviceKind::Workstation || sample.kind == SampleDeviceKind::Laptop;
        if (isPersonal && !contacts.empty() && random.chance(70))
            values[contact] = qint64(contacts[size_t(random.below(int(contacts.size())))]);
        text(serial, sample.serialNumber);
        text(model, sample.model);
        text(tag, sample.assetTag);
        moment(purchased, sample.purchased);
        moment(installed, sample.installed);
        moment(warranty, sample.warrantyEnd);
        text(notes, sample.notes);
        text(mac, sample.macAddress);
        text(login, sample.lastLogin);
        text(ip, sample.ipAddress);
        text(gateway, sample.gateway);
        text(os, sample.osName);
        text(osInfo, sample.osVersion);
        text(cpu, sample.cpu);
        text(ram, sample.memory);
        text(disks, sample.disks);
        values[manufacturer] = qint64(m_manufacturers.value(sample.manufacturer));
        values[location] = qint64(1);
        values[locationId] = qint64(1);
        m_store.insert(Configuration, draft, created(i, 14));
    }
}

} // namespace

void seed(RecordStore &store, const PracticeSeeding &seeding)
{
    Seeder seeder(store, seeding);
    seeder.setUp();
    if (!seeding.empty)
        seeder.addClients();
}

} // namespace tandem::practicecw
