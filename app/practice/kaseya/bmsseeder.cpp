// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/kaseya/bmsseeder.h"

#include "practice/kaseya/bmslists.h"
#include "practice/kaseya/bmsschema.h"
#include "practice/sampleworld.h"

using namespace Qt::Literals::StringLiterals;

namespace tandem::practicebms {

namespace {

constexpr qint64 day = 24 * 3600 * qint64(1000);
constexpr RecordStamp setupStamp{1'640'995'200'000, deskEmployee}; // 2022-01-01

/** Where the ids of a table begin; no two tables share their first numbers, so that mixing them up shows. */
struct FirstId {
    int table;
    int id;
};
constexpr std::array firstIds{
    FirstId{Account, 1001},     FirstId{Location, 5001},   FirstId{Address, 2'000'001},
    FirstId{Contact, 300'001},  FirstId{Email, 4'000'001}, FirstId{Phone, 6'000'001},
    FirstId{Asset, 10'000'001}, FirstId{AccountType, 11},  FirstId{Employee, apiEmployee},
    FirstId{ListValue, 501},    FirstId{CustomField, 71},  FirstId{CustomValue, 8'000'001},
};

struct PersonData {
    const char *firstName;
    const char *lastName;
    const char *userName;
    const char *title;
};
// The order gives them their ids, from apiEmployee on.
constexpr std::array people{
    PersonData{"Tandem", "API", "tandem.api", nullptr},
    PersonData{"Jo", "Harris", "jharris", "Service Manager"},
    PersonData{"Mateo", "Lopez", "mlopez", "Technician"},
    PersonData{"Kim", "Chen", "kchen", "Account Manager"},
    PersonData{"Dana", "Whitfield", "dwhitfield", "Technician"},
};

struct TypeData {
    const char *name;
    bool isActive;
    bool isClient;
    bool isVendor;
};
constexpr std::array accountTypes{
    TypeData{"Customer", true, true, false}, TypeData{"Prospect", true, true, false},
    TypeData{"Lead", true, true, false},     TypeData{"Vendor", true, false, true},
    TypeData{"Partner", true, false, false}, TypeData{"Former Customer", false, true, false},
};

// The order of the categories is that of SampleDeviceKind. The first value of a list is the default one.
struct ListData {
    const char *list;
    std::array<const char *, 12> values;
};
constexpr std::array listValues{
    ListData{"AddressType", {"Office", "Billing", "Shipping"}},
    ListData{"Country",
             {"United States", "Canada", "United Kingdom", "Ireland", "Australia", "New Zealand", "Germany",
              "Netherlands", "South Africa"}},
    ListData{"Currency", {"US Dollar", "Canadian Dollar", "Pound Sterling", "Euro"}},
    ListData{"EmailType", {"Work", "Personal", "Other"}},
    ListData{"PhoneType", {"Work", "Mobile", "Home", "Fax", "Other"}},
    ListData{"AssetHardwareCategory",
             {"Workstation", "Laptop", "Server", "Virtual Machine", "Switch", "Firewall", "Access Point",
              "Printer", "NAS", "UPS", "Mobile Device"}},
    ListData{"AssetState", {"In Use", "In Stock", "In Repair", "Retired"}},
    ListData{"BusinessImpact", {"Medium", "High", "Low"}},
    ListData{"BusinessType", {"Other", "Healthcare", "Legal", "Manufacturing", "Non-profit", "Retail"}},
    ListData{"Class", {"Standard", "Gold"}},
    ListData{"ContactType", {"Primary", "Technical", "Billing"}},
    ListData{"SalesTaxItem", {"Out of State", "State Sales Tax"}},
    ListData{"ServiceType", {"Managed Services", "Block Hours", "Time and Material"}},
};

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
    /** One record's values by field. */
    struct Row {
        RecordDraft draft;

        void text(int field, const QString &value);
        void number(int field, qint64 value);
        void on(int field, bool isOn = true);
        void moment(int field, const QDateTime &value);
    };

    [[nodiscard]] Row row(int table) const;
    /** Who entered record N, and who changed it last. */
    [[nodiscard]] RecordStamp created(int index, int salt) const;
    int add(int table, const Row &row, RecordStamp created, qint64 changedAfter = 0);

    void addPeople();
    void addLists();
    void addCustomFields();
    void addAccounts();
    void addLocations();
    void addContacts();
    void addAssets();
    [[nodiscard]] int manufacturer(const QString &name);

    RecordStore &m_store;
    const PracticeSeeding m_seeding;
    const SampleWorld m_world;
    std::vector<int> m_accountTypes;
    std::vector<SampleOrganization> m_organizations;
    std::vector<int> m_accounts; ///< per organization
    std::vector<std::vector<int>> m_locations; ///< per organization
    std::vector<std::vector<int>> m_contacts; ///< per organization, the active ones
    QHash<QString, int> m_manufacturers;
    int m_plan = 0; ///< custom field of accounts
};

void Seeder::Row::text(int field, const QString &value)
{
    if (!value.isEmpty())
        draft.values[size_t(field)] = value.toUtf8();
}

void Seeder::Row::number(int field, qint64 value)
{
    if (value != 0)
        draft.values[size_t(field)] = value;
}

void Seeder::Row::on(int field, bool isOn)
{
    draft.values[size_t(field)] = isOn;
}

void Seeder::Row::moment(int field, const QDateTime &value)
{
    if (value.isValid())
        draft.values[size_t(field)] = value.toMSecsSinceEpoch();
}

Seeder::Row Seeder::row(int table) const
{
    const RecordTable &records = m_store.table(table);
    Row row{records.emptyDraft()};
    for (size_t i = 0; i < records.spec().fields.size(); ++i) {
        if (records.spec().fields[i].type == FieldType::Boolean)
            row.draft.values[i] = false;
    }
    return row;
}

RecordStamp Seeder::created(int index, int salt) const
{
    SampleRandom random = m_world.random(index, salt);
    return {m_world.moment(index, salt).toMSecsSinceEpoch() + random.below(1000), deskEmployee + index % 3};
}

int Seeder::add(int table, const Row &row, RecordStamp created, qint64 changedAfter)
{
    RecordTable &records = m_store.table(table);
    const int id = records.nextId();
    records.put({id, created, {created.at + changedAfter, created.member}, records.pack(row.draft)});
    return id;
}

void Seeder::setUp()
{
    for (const FirstId &first : firstIds)
        m_store.table(first.table).reserveIds(first.id);
    addPeople();
    addLists();
    addCustomFields();
}

void Seeder::addPeople()
{
    for (const PersonData &data : people) {
        Row row = this->row(Employee);
        row.text(employee::firstName, QString::fromLatin1(data.firstName));
        row.text(employee::lastName, QString::fromLatin1(data.lastName));
        row.text(employee::userName, QString::fromLatin1(data.userName));
        row.text(employee::email, QLatin1StringView(data.userName) + "@practice-msp.example"_L1);
        row.text(employee::jobTitle, QString::fromLatin1(data.title));
        row.on(employee::isApi, !data.title);
        add(Employee, row, setupStamp);
    }
}

void Seeder::addLists()
{
    for (const TypeData &data : accountTypes) {
        Row row = this->row(AccountType);
        row.text(accounttype::name, QString::fromLatin1(data.name));
        row.on(accounttype::isActive, data.isActive);
        row.on(accounttype::isClient, data.isClient);
        row.on(accounttype::isVendor, data.isVendor);
        m_accountTypes.push_back(add(AccountType, row, setupStamp));
    }
    const auto addValue = [this](const char *list, const char *name, bool isDefault) {
        Row row = this->row(ListValue);
        row.text(listvalue::list, QString::fromLatin1(list));
        row.text(listvalue::name, QString::fromLatin1(name));
        row.on(listvalue::isActive);
        row.on(listvalue::isDefault, isDefault);
        return add(ListValue, row, setupStamp);
    };
    for (const ListData &data : listValues) {
        for (const char *name : data.values) {
            if (name)
                addValue(data.list, name, name == data.values.front());
        }
    }
    for (const char *name : SampleWorld::manufacturers()) {
        m_manufacturers.insert(QString::fromLatin1(name), addValue("Manufacturer", name, false));
        addValue("Brand", name, false);
    }
}

void Seeder::addCustomFields()
{
    const auto addField = [this](int module, const char *name, int dataType, const char *choices = nullptr) {
        Row row = this->row(CustomField);
        row.number(customfield::module, module);
        row.text(customfield::name, QString::fromLatin1(name));
        row.number(customfield::dataType, dataType);
        row.on(customfield::isActive);
        row.text(customfield::choices, QString::fromLatin1(choices));
        return add(CustomField, row, setupStamp);
    };
    m_plan = addField(AccountModule, "Service Plan", ChoiceData, "Hourly|Managed|Co-managed");
    addField(AccountModule, "Onboarded On", DateData);
    addField(ContactModule, "VIP", ChoiceData, "Yes|No");
    addField(AssetModule, "Asset Owner", TextData);
    addField(AssetModule, "Rack Unit", NumberData);
}

void Seeder::addClients()
{
    if (m_seeding.organizations <= 0)
        return;
    addAccounts();
    addLocations();
    addContacts();
    addAssets();
}

int Seeder::manufacturer(const QString &name)
{
    return m_manufacturers.value(name);
}

void Seeder::addAccounts()
{
    m_locations.resize(size_t(m_seeding.organizations));
    m_contacts.resize(size_t(m_seeding.organizations));
    const std::vector<int> businessTypes = valuesOf(m_store, "BusinessType");
    const int currency = defaultValue(m_store, "Currency");
    for (int i = 0; i < m_seeding.organizations; ++i) {
        const SampleOrganization sample = m_world.organization(i);
        SampleRandom random = m_world.random(i, 300);
        Row row = this->row(Account);
        row.text(account::name, sample.name);
        row.text(account::code, sample.identifier);
        row.number(account::type, m_accountTypes.at(size_t(random.chance(85) ? 0 : random.below(6))));
        row.text(account::website, u"www."_s + sample.domain);
        row.number(account::businessType, businessTypes.at(size_t(random.below(int(businessTypes.size())))));
        row.number(account::currency, currency);
        row.number(account::manager, deskEmployee + i % 3);
        row.on(account::isActive, random.chance(92));
        if (i > 0 && random.chance(6))
            row.number(account::parent, m_accounts[size_t(random.below(i))]);
        if (random.chance(50))
            row.moment(account::acquired, m_world.moment(i, 31).addYears(-2));
        const RecordStamp entered = created(i, 31);
        const int id = add(Account, row, entered, random.below(300) * day);
        m_accounts.push_back(id);
        m_organizations.push_back(sample);
        if (random.chance(60)) {
            Row value = this->row(CustomValue);
            value.number(customvalue::customField, m_plan);
            value.number(customvalue::entity, id);
            value.text(customvalue::value, random.chance(50) ? u"Managed"_s : u"Hourly"_s);
            add(CustomValue, value, entered);
        }
    }
}

void Seeder::addLocations()
{
    const int organizations = m_seeding.organizations;
    const int total = std::max(m_seeding.locations, organizations); // no account without its main location
    const int country = defaultValue(m_store, "Country");
    const int type = defaultValue(m_store, "AddressType");
    for (int i = 0; i < total; ++i) {
        const int owner = m_world.ownerOf(i, organizations);
        std::vector<int> &locations = m_locations[size_t(owner)];
        const SampleOrganization &organization = m_organizations[size_t(owner)];
        const SampleLocation sample = m_world.location(organization, owner, int(locations.size()));
        const RecordStamp entered = created(i, 32);
        Row row = this->row(Location);
        row.number(location::account, m_accounts[size_t(owner)]);
        row.text(location::name, sample.name);
        row.on(location::isMain, locations.empty());
        row.on(location::isActive);
        const int id = add(Location, row, entered);
        Row place = this->row(Address);
        place.number(address::location, id);
        place.text(address::line1, sample.address.line1);
        place.text(address::line2, sample.address.line2);
        place.text(address::city, sample.address.city);
        place.text(address::state, sample.address.region);
        place.text(address::zipCode, sample.address.postalCode);
        place.number(address::countryId, country);
        place.text(address::country, valueName(m_store, country));
        place.text(address::phone, sample.phone);
        if (locations.empty())
            place.text(address::email, u"office@"_s + organization.domain);
        place.on(address::isMain);
        place.on(address::isBilling, locations.empty());
        place.number(address::typeId, type);
        place.text(address::type, valueName(m_store, type));
        add(Address, place, entered);
        locations.push_back(id);
    }
}

void Seeder::addContacts()
{
    const int workEmail = valueByName(m_store, "EmailType", u"Work"_s);
    const int workPhone = valueByName(m_store, "PhoneType", u"Work"_s);
    const int mobilePhone = valueByName(m_store, "PhoneType", u"Mobile"_s);
    m_store.table(Contact).reserve(size_t(std::max(0, m_seeding.contacts)));
    for (int i = 0; i < m_seeding.contacts; ++i) {
        const int owner = m_world.ownerOf(i, m_seeding.organizations);
        const std::vector<int> &locations = m_locations[size_t(owner)];
        std::vector<int> &contacts = m_contacts[size_t(owner)];
        const SamplePerson sample = m_world.person(m_organizations[size_t(owner)], i);
        SampleRandom random = m_world.random(i, 301);
        const bool isActive = contacts.empty() || random.chance(95);
        Row row = this->row(Contact);
        row.number(contact::account, m_accounts[size_t(owner)]);
        row.number(contact::location, locations[size_t(random.below(int(locations.size())))]);
        row.text(contact::firstName, sample.firstName);
        row.text(contact::lastName, sample.lastName);
        if (random.chance(15))
            row.text(contact::middleName, QString(QChar(u'A' + random.below(26))));
        row.text(contact::jobTitle, sample.title);
        row.on(contact::poc, contacts.empty());
        row.on(contact::isActive, isActive);
        const RecordStamp entered = created(i, 33);
        const int id = add(Contact, row, entered, random.below(300) * day);
        if (isActive)
            contacts.push_back(id);
        const auto addChild = [&](int table, const QString &value, int type, bool isDefault) {
            if (value.isEmpty())
                return;
            Row child = this->row(table);
            child.number(email::contact, id);
            child.text(email::value, value);
            child.number(email::type, type);
            child.on(email::isDefault, isDefault);
            add(table, child, entered);
        };
        addChild(Email, sample.email, workEmail, true);
        addChild(Phone, sample.phone, workPhone, true);
        addChild(Phone, sample.mobile, mobilePhone, false);
    }
}

void Seeder::addAssets()
{
    const std::vector<int> categories = valuesOf(m_store, "AssetHardwareCategory");
    const std::vector<int> states = valuesOf(m_store, "AssetState");
    const std::vector<int> impacts = valuesOf(m_store, "BusinessImpact");
    m_store.table(Asset).reserve(size_t(std::max(0, m_seeding.configurations)));
    const Row blank = row(Asset);
    for (int i = 0; i < m_seeding.configurations; ++i) {
        const int owner = m_world.ownerOf(i, m_seeding.organizations);
        const SampleOrganization &organization = m_organizations[size_t(owner)];
        const SampleDevice sample = m_world.device(organization, i);
        SampleRandom random = m_world.random(i, 302);
        const std::vector<int> &locations = m_locations[size_t(owner)];
        const std::vector<int> &contacts = m_contacts[size_t(owner)];
        const bool isActive = random.chance(92);
        const bool isComputer = !sample.osName.isEmpty();
        const bool isPersonal =
            sample.kind == SampleDeviceKind::Workstation || sample.kind == SampleDeviceKind::Laptop;

        Row row = blank;
        row.text(asset::name, sample.name);
        row.number(asset::account, m_accounts[size_t(owner)]);
        row.number(asset::location, locations[size_t(random.below(int(locations.size())))]);
        if (isPersonal && !contacts.empty() && random.chance(70))
            row.number(asset::contact, contacts[size_t(random.below(int(contacts.size())))]);
        row.number(asset::category, categories.at(size_t(sample.kind)));
        row.number(asset::manufacturer, manufacturer(sample.manufacturer));
        row.text(asset::modelNumber, sample.model);
        row.text(asset::serialNumber, sample.serialNumber);
        row.text(asset::assetTag, sample.assetTag);
        row.text(asset::description, sample.notes);
        row.number(asset::state, isActive ? states.at(0) : states.at(3));
        row.number(asset::businessImpact, impacts.at(size_t(random.below(3))));
        row.on(asset::isActive, isActive);
        row.text(asset::ipAddress, sample.ipAddress);
        row.text(asset::subnetMask, u"255.255.255.0"_s);
        row.text(asset::gateway, sample.gateway);
        row.text(asset::macAddress, sample.macAddress);
        row.moment(asset::acquisition, sample.purchased);
        row.moment(asset::warranty, sample.warrantyEnd);
        if (isComputer) {
            row.text(asset::osType, sample.osName.section(u' ', 0, 0));
            row.text(asset::osInfo, u"%1 (%2)"_s.arg(sample.osName, sample.osVersion));
            row.text(asset::lastLogin, sample.lastLogin);
            row.text(asset::maxMemory, sample.memory);
            row.text(asset::machineGroup, organization.hostPrefix.toLower() + ".root"_L1);
            row.text(asset::agentId, QString::number(900'000'000'000 + i));
            row.moment(asset::firstCheckIn, sample.installed);
        }
        add(Asset, row, created(i, 34), random.below(300) * day);
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

} // namespace tandem::practicebms
