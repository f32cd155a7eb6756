// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sampleworld.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tandem {

namespace {

// Every use of the generator has a number of its own, so that adding one does not change the others.
enum Salt : int { OrganizationSalt = 1, LocationSalt, PersonSalt, DeviceSalt, OwnerSalt, MomentSalt };

constexpr std::array firstWords{
    "Harbor",     "Northgate",  "Maple",       "Cedar",     "Summit",    "Riverside",
    "Blue Heron", "Granite",    "Lakeview",    "Prairie",   "Ironwood",  "Beacon",
    "Orchard",    "Silver",     "Redstone",    "Willow",    "Foxglove",  "Stonebridge",
    "Juniper",    "Clearwater", "Hawthorn",    "Westfield", "Pinecrest", "Coral",
    "Ashford",    "Brightside", "Copper Hill", "Eastman",   "Fairmont",  "Golden Gate",
    "Hillcrest",  "Kingsley",   "Linden",      "Meridian",  "Oakmont",   "Sparrow"};
constexpr std::array trades{"Dental",
                            "Legal Group",
                            "Accounting",
                            "Logistics",
                            "Veterinary Clinic",
                            "Architects",
                            "Construction",
                            "Credit Union",
                            "Manufacturing",
                            "Engineering",
                            "Property Management",
                            "Pediatrics",
                            "Insurance",
                            "Brewing",
                            "Foods",
                            "Optical",
                            "Plumbing & Heating",
                            "Physical Therapy",
                            "Printing",
                            "Motors",
                            "Academy",
                            "Hospitality",
                            "Electric",
                            "Senior Living",
                            "Financial",
                            "Media",
                            "Landscaping",
                            "Surveying",
                            "Packaging",
                            "Orthopedics"};
constexpr std::array firstNames{
    "Maria",  "James",  "Aisha", "Robert",  "Linda",  "Wei",   "Carlos", "Emily",  "Daniel",
    "Priya",  "Thomas", "Grace", "Omar",    "Susan",  "Kevin", "Nadia",  "Brian",  "Helena",
    "Marcus", "Joy",    "Peter", "Yolanda", "Andrew", "Mei",   "Jorge",  "Karen",  "Noah",
    "Ingrid", "Samuel", "Tanya", "Victor",  "Ruth",   "Zoë",   "René",   "Anders", "Fatima"};
constexpr std::array lastNames{
    "Nguyen",    "Patel",  "Johnson",  "Garcia", "O'Brien", "Kowalski", "Smith",    "Rossi",    "Müller",
    "Haddad",    "Brooks", "Tanaka",   "Okafor", "Larsen",  "Reyes",    "Walker",   "Fischer",  "Dubois",
    "Hughes",    "Silva",  "Jensen",   "Murphy", "Khan",    "Sanders",  "Novak",    "Campbell", "Ferrari",
    "Lindqvist", "Brown",  "Castillo", "Petrov", "Watson",  "Ito",      "Schwartz", "Bennett",  "Alvarez"};
constexpr std::array titles{"Office Manager", "Owner",
                            "Controller",     "IT Coordinator",
                            "Receptionist",   "Operations Director",
                            "Bookkeeper",     "Practice Manager",
                            "Sales Lead",     "Warehouse Supervisor",
                            "HR Generalist",  "Project Manager",
                            "Paralegal",      "Estimator",
                            "Hygienist",      "Partner"};
constexpr std::array streets{"Main Street",    "Oak Avenue",      "Market Street", "Industrial Parkway",
                             "Elm Street",     "Lake Road",       "College Ave",   "Center Street",
                             "Commerce Drive", "Ridge Road",      "Park Place",    "Mill Lane",
                             "Harbor Way",     "Sunset Boulevard"};

struct City {
    const char *name;
    const char *region;
    const char *regionName;
    int postalBase;
    int areaCode;
};

constexpr std::array cities{City{"Columbus", "OH", "Ohio", 43004, 614},
                            City{"Tampa", "FL", "Florida", 33602, 813},
                            City{"Boise", "ID", "Idaho", 83702, 208},
                            City{"Madison", "WI", "Wisconsin", 53703, 608},
                            City{"Albany", "NY", "New York", 12203, 518},
                            City{"Denver", "CO", "Colorado", 80202, 303},
                            City{"Portland", "OR", "Oregon", 97205, 503},
                            City{"Savannah", "GA", "Georgia", 31401, 912},
                            City{"Omaha", "NE", "Nebraska", 68102, 402},
                            City{"Plano", "TX", "Texas", 75024, 972},
                            City{"Spokane", "WA", "Washington", 99201, 509},
                            City{"Richmond", "VA", "Virginia", 23219, 804},
                            City{"Tucson", "AZ", "Arizona", 85701, 520},
                            City{"Duluth", "MN", "Minnesota", 55802, 218},
                            City{"Raleigh", "NC", "North Carolina", 27601, 919},
                            City{"Fresno", "CA", "California", 93721, 559}};

struct Product {
    const char *manufacturer;
    const char *model;
};

struct KindData {
    int weight; ///< of a hundred devices
    const char *shortName;
    std::array<Product, 4> products;
};

constexpr std::array<KindData, size_t(SampleDeviceKind::Count)> kinds{{
    {36,
     "WS",
     {{{"Dell", "OptiPlex 7010"},
       {"HP", "EliteDesk 800 G9"},
       {"Lenovo", "ThinkCentre M70q"},
       {"Dell", "Precision 3660"}}}},
    {26,
     "LT",
     {{{"Lenovo", "ThinkPad T14"},
       {"Dell", "Latitude 5440"},
       {"HP", "EliteBook 840 G10"},
       {"Apple", "MacBook Pro 14"}}}},
    {6,
     "SRV",
     {{{"Dell", "PowerEdge R750"},
       {"HPE", "ProLiant DL380 Gen10"},
       {"Lenovo", "ThinkSystem SR650"},
       {"Dell", "PowerEdge T350"}}}},
    {8,
     "VM",
     {{{"VMware", "Virtual Platform"},
       {"Microsoft", "Virtual Machine"},
       {"VMware", "Virtual Platform"},
       {"Microsoft", "Virtual Machine"}}}},
    {7,
     "SW",
     {{{"Cisco", "Catalyst 9200L"},
       {"Ubiquiti", "UniFi Pro 48 PoE"},
       {"HPE", "Aruba 2930F"},
       {"Netgear", "GS752TP"}}}},
    {4,
     "FW",
     {{{"Fortinet", "FortiGate 60F"},
       {"SonicWall", "TZ470"},
       {"Cisco", "Meraki MX68"},
       {"WatchGuard", "Firebox T45"}}}},
    {5,
     "AP",
     {{{"Ubiquiti", "UniFi U6 Pro"},
       {"Cisco", "Meraki MR46"},
       {"HPE", "Aruba AP-515"},
       {"Ubiquiti", "UniFi U6 Lite"}}}},
    {5,
     "PRN",
     {{{"HP", "LaserJet Pro M404dn"},
       {"Brother", "MFC-L5900DW"},
       {"Xerox", "VersaLink C405"},
       {"Canon", "imageRUNNER C3226"}}}},
    {2,
     "NAS",
     {{{"Synology", "DS1821+"}, {"QNAP", "TS-873A"}, {"Synology", "RS1221+"}, {"Synology", "DS923+"}}}},
    {1,
     "UPS",
     {{{"APC", "Smart-UPS 1500"},
       {"Eaton", "5P 1550"},
       {"CyberPower", "PR1500"},
       {"APC", "Smart-UPS 3000"}}}},
}};

constexpr std::array manufacturerNames{
    "Apple", "APC",       "Brother",  "Canon",    "Cisco",  "CyberPower", "Dell",
    "Eaton", "Fortinet",  "HP",       "HPE",      "Lenovo", "Microsoft",  "Netgear",
    "QNAP",  "SonicWall", "Synology", "Ubiquiti", "VMware", "WatchGuard", "Xerox"};

constexpr std::array serverRoles{"DC", "FS", "SQL", "APP", "RDS", "BKP"};
constexpr std::array noteTexts{"Replaced power supply; keep the old one as a spare.",
                               "Under the front desk, behind the panel.",
                               "Do not reboot during payroll (Thursdays).",
                               "Docking station is shared with reception.",
                               "Firmware updated at the last maintenance window.",
                               "User prefers to be called before remote sessions.",
                               "Backup verified; restore test passed.",
                               "Local admin password is in the vault."};

QString pick(SampleRandom &random, std::span<const char *const> list)
{
    return QString::fromUtf8(list[size_t(random.below(int(list.size())))]);
}

QString capitals(SampleRandom &random, int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QLatin1Char("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"[random.below(34)]);
    return text;
}

QString plainLetters(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (c.unicode() < 128 && c.isLetterOrNumber())
            plain += c;
    }
    return plain;
}

QString phoneIn(SampleRandom &random, int areaCode)
{
    return u"(%1) 555-%2"_s.arg(areaCode).arg(random.below(10000), 4, 10, QLatin1Char('0'));
}

int areaCodeOf(const QString &phone)
{
    return phone.mid(1, 3).toInt();
}

} // namespace

SampleRandom::SampleRandom(quint64 seed)
    : m_state(seed)
{
}

quint64 SampleRandom::next()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

int SampleRandom::below(int limit)
{
    return int(next() % quint64(limit));
}

bool SampleRandom::chance(int percent)
{
    return below(100) < percent;
}

SampleWorld::SampleWorld(quint32 seed)
    : m_seed(seed)
{
}

SampleRandom SampleWorld::random(int index, int salt) const
{
    return SampleRandom((m_seed << 32) ^ (quint64(salt) << 56)
                        ^ quint64(quint32(index)) * 0xd1342543de82ef95ULL);
}

std::span<const char *const> SampleWorld::manufacturers()
{
    return manufacturerNames;
}

SampleAddress SampleWorld::address(SampleRandom &random) const
{
    const City &city = cities.at(size_t(random.below(int(cities.size()))));
    SampleAddress address;
    address.line1 = u"%1 %2"_s.arg(100 + random.below(9800)).arg(pick(random, streets));
    if (random.chance(30))
        address.line2 = u"Suite %1"_s.arg(100 + random.below(800));
    address.city = QString::fromUtf8(city.name);
    address.region = QString::fromLatin1(city.region);
    address.regionName = QString::fromLatin1(city.regionName);
    address.postalCode = u"%1"_s.arg(city.postalBase + random.below(40), 5, 10, QLatin1Char('0'));
    return address;
}

SampleOrganization SampleWorld::organization(int index) const
{
    SampleRandom random = this->random(index, OrganizationSalt);
    // A stride that shares no factor with the number of pairs visits each pair once before any comes again.
    const int pairs = int(firstWords.size() * trades.size());
    const int pair = int((qint64(index) * 397 + qint64(m_seed % quint64(pairs))) % pairs);
    const int round = index / pairs;
    const QString first = QString::fromUtf8(firstWords.at(size_t(pair) % firstWords.size()));
    const QString trade = QString::fromUtf8(trades.at(size_t(pair) / firstWords.size()));

    SampleOrganization organization;
    organization.address = address(random);
    organization.name = first + u' ' + trade;
    organization.identifier = plainLetters(first + trade).toUpper().left(20);
    organization.hostPrefix = plainLetters(first).toUpper().left(6);
    if (round > 0) {
        organization.name += u" of %1 %2"_s.arg(organization.address.city).arg(round + 1);
        organization.identifier += QString::number(round + 1);
    }
    organization.domain = plainLetters(first + trade).toLower()
        + (round > 0 ? QString::number(round + 1) : QString()) + ".example"_L1;
    int areaCode = cities.front().areaCode;
    for (const City &city : cities) {
        if (organization.address.region == QLatin1StringView(city.region))
            areaCode = city.areaCode;
    }
    organization.phone = phoneIn(random, areaCode);
    organization.accountNumber = u"A-%1"_s.arg(10000 + index);
    return organization;
}

SampleLocation SampleWorld::location(const SampleOrganization &organization, int organizationIndex,
                                     int index) const
{
    if (index == 0)
        return {u"Main"_s, organization.phone, organization.address};
    SampleRandom random = this->random(organizationIndex * 1000 + index, LocationSalt);
    static constexpr std::array names{"Branch",       "Warehouse",    "Annex",
                                      "North Office", "South Office", "Plant"};
    SampleLocation location;
    location.address = address(random);
    const QString kind = QString::fromLatin1(names.at(size_t(index - 1) % names.size()));
    location.name = size_t(index) <= names.size() ? kind : u"%1 %2"_s.arg(kind).arg(index);
    location.phone = phoneIn(random, areaCodeOf(organization.phone));
    return location;
}

SamplePerson SampleWorld::person(const SampleOrganization &organization, int index) const
{
    SampleRandom random = this->random(index, PersonSalt);
    SamplePerson person;
    person.firstName = pick(random, firstNames);
    person.lastName = pick(random, lastNames);
    person.title = pick(random, titles);
    // The number keeps addresses apart where a company has two people of one name.
    person.email =
        u"%1.%2%3@%4"_s.arg(plainLetters(person.firstName).toLower(), plainLetters(person.lastName).toLower(),
                            QString::number(index + 1), organization.domain);
    person.phone = phoneIn(random, areaCodeOf(organization.phone));
    if (random.chance(40))
        person.extension = QString::number(100 + random.below(900));
    if (random.chance(55))
        person.mobile = phoneIn(random, areaCodeOf(organization.phone));
    return person;
}

SampleDevice SampleWorld::device(const SampleOrganization &organization, int index) const
{
    SampleRandom random = this->random(index, DeviceSalt);
    int roll = random.below(100);
    size_t kind = 0;
    while (kind + 1 < kinds.size() && roll >= kinds.at(kind).weight)
        roll -= kinds.at(kind++).weight;
    const KindData &data = kinds.at(kind);
    const Product &product = data.products.at(size_t(random.below(int(data.products.size()))));

    SampleDevice device;
    device.kind = SampleDeviceKind(kind);
    const bool isServer =
        device.kind == SampleDeviceKind::Server || device.kind == SampleDeviceKind::VirtualMachine;
    const bool isComputer =
        isServer || device.kind == SampleDeviceKind::Workstation || device.kind == SampleDeviceKind::Laptop;
    const QString role = isServer ? pick(random, serverRoles) : QString::fromLatin1(data.shortName);
    device.name = u"%1-%2%3"_s.arg(organization.hostPrefix, role).arg(index + 1, 3, 10, QLatin1Char('0'));
    device.manufacturer = QString::fromLatin1(product.manufacturer);
    device.model = QString::fromLatin1(product.model);
    device.serialNumber =
        capitals(random, 4 + random.below(4)) + QString::number(100000 + index, 36).toUpper();
    if (random.chance(60))
        device.assetTag = u"AT%1"_s.arg(10000 + index);
    QStringList octets{u"02"_s};
    for (int i = 0; i < 5; ++i)
        octets.append(u"%1"_s.arg(random.below(256), 2, 16, QLatin1Char('0')).toUpper());
    device.macAddress = octets.join(u':');
    const int subnet = random.below(16);
    device.ipAddress = u"10.%1.%2.%3"_s.arg(20 + index % 200).arg(subnet).arg(10 + random.below(240));
    device.gateway = u"10.%1.%2.1"_s.arg(20 + index % 200).arg(subnet);
    if (isComputer) {
        const bool isMac = device.manufacturer == "Apple"_L1;
        device.osName = isMac ? u"macOS 14"_s
            : isServer        ? (random.chance(70) ? u"Windows Server 2022"_s : u"Ubuntu 22.04 LTS"_s)
                              : (random.chance(80) ? u"Windows 11 Pro"_s : u"Windows 10 Pro"_s);
        device.osVersion = u"10.0.%1"_s.arg(19045 + random.below(5000));
        device.cpu = isServer ? u"Xeon Silver 4314 2.40GHz"_s : u"Core i5-13500 2.50GHz"_s;
        device.memory = u"%1 GB"_s.arg(8 << random.below(isServer ? 5 : 3));
        device.disks = u"C: %1 GB"_s.arg(256 << random.below(4));
        if (!isServer)
            device.lastLogin =
                u"%1\\%2"_s.arg(organization.hostPrefix, plainLetters(pick(random, firstNames)).toLower());
    }
    if (random.chance(35))
        device.notes = pick(random, noteTexts);
    const QDate bought = QDate(2020, 1, 6).addDays(random.below(365 * 5));
    device.purchased = QDateTime(bought, QTime(0, 0), Qt::UTC);
    device.installed = device.purchased.addDays(7 + random.below(60));
    if (device.kind != SampleDeviceKind::VirtualMachine)
        device.warrantyEnd = QDateTime(bought.addYears(3 + random.below(3)), QTime(0, 0), Qt::UTC);
    return device;
}

int SampleWorld::ownerOf(int index, int organizations) const
{
    if (index < organizations)
        return index; // nobody has nothing
    SampleRandom random = this->random(index, OwnerSalt);
    return std::min(random.below(organizations), random.below(organizations));
}

QDateTime SampleWorld::moment(int index, int salt) const
{
    SampleRandom random = this->random(index, MomentSalt + salt);
    return QDateTime(QDate(2022, 1, 3), QTime(8, 0), Qt::UTC).addSecs(random.below(3 * 365 * 24 * 3600));
}

} // namespace tandem
