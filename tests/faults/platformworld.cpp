// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/platformworld.h"

#include "practice/autotask/autotaskplatform.h"
#include "practice/connectwise/connectwiseplatform.h"
#include "practice/kaseya/bmsplatform.h"

#include <QJsonArray>
#include <QTest>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

using Action = PracticeDoorChange::Action;

PlatformWorld connectWise()
{
    PlatformWorld world{.platform = Platform::ConnectWise,
                        .limits = {.permits = 4},
                        .small = {.organizations = 1, .locations = 1, .contacts = 1, .configurations = 1},
                        .organization = u"Northgate Dental"_s,
                        .machine = u"NORTHG-LT001"_s,
                        .blankedField = u"primary_ip"_s,
                        .machineType = u"Managed Server"_s,
                        .emailLabels = {u"Work"_s, u"Personal Email"_s},
                        .phoneLabels = {u"Direct"_s, u"Mobile"_s, u"Home"_s},
                        .machineUpdateRoute = u"PATCH /company/configurations/{id}"_s,
                        .machineReadRoute = u"GET /company/configurations/{id}"_s,
                        .machinesRoute = u"GET /company/configurations"_s,
                        .contactCreateRoute = u"POST /company/contacts"_s,
                        .contactFindRoute = u"GET /company/contacts"_s,
                        .organizationCreateRoute = u"POST /company/companies"_s,
                        .locationsRoute = u"GET /company/companies/{id}/sites"_s,
                        .firstMachineId = 1,
                        .quietMember = u"ipAddress"_s,
                        .passing = {u"_info"_s, u"mobileGuid"_s},
                        .deletedMember = u"deletedFlag"_s};
    world.changesThere = {{Action::Update,
                           u"configuration"_s,
                           u"1"_s,
                           {{u"notes"_s, u"changed there"_s}, {u"ipAddress"_s, u"10.9.8.7"_s}}},
                          {Action::Update, u"organization"_s, u"2"_s, {{u"name"_s, u"Renamed there"_s}}},
                          {Action::Create,
                           u"organization"_s,
                           {},
                           {{u"name"_s, u"New there"_s},
                            {u"identifier"_s, u"NEWTHERE"_s},
                            {u"site"_s, QJsonObject{{u"name"_s, u"Main"_s}}},
                            {u"types"_s, QJsonArray{QJsonObject{{u"id"_s, 1}}}}}},
                          {Action::Create,
                           u"contact"_s,
                           {},
                           {{u"firstName"_s, u"New"_s},
                            {u"lastName"_s, u"There"_s},
                            {u"company"_s, QJsonObject{{u"id"_s, 1}}}}},
                          {Action::Delete, u"contact"_s, u"2"_s}};
    const QString owner = u"company"_s;
    const RemoteReference ofOrganization{u"organization"_s, owner, u"organization"_s};
    const RemoteReference atLocation{u"location"_s, u"site"_s, u"location"_s};
    world.kinds[size_t(AssetKind::Organization)] = {
        .name = u"organization"_s,
        .texts = {{u"name"_s, u"name"_s}, {u"short_name"_s, u"identifier"_s}},
        .references = {{u"parent"_s, u"parentCompany"_s, u"organization"_s}},
        .names = {u"identifier"_s}};
    world.kinds[size_t(AssetKind::Location)] = {.name = u"location"_s,
                                                .texts = {{u"name"_s, u"name"_s},
                                                          {u"address_1"_s, u"addressLine1"_s},
                                                          {u"address_2"_s, u"addressLine2"_s},
                                                          {u"city"_s, u"city"_s},
                                                          {u"postal_code"_s, u"zip"_s}},
                                                .references = {ofOrganization},
                                                .owner = owner,
                                                .names = {u"name"_s}};
    world.kinds[size_t(AssetKind::Contact)] = {.name = u"contact"_s,
                                               .texts = {{u"first_name"_s, u"firstName"_s},
                                                         {u"last_name"_s, u"lastName"_s},
                                                         {u"title"_s, u"title"_s}},
                                               .references = {ofOrganization, atLocation},
                                               .owner = owner,
                                               .names = {u"firstName"_s, u"lastName"_s}};
    world.kinds[size_t(AssetKind::Configuration)] = {
        .name = u"configuration"_s,
        .texts = {{u"name"_s, u"name"_s},
                  {u"serial_number"_s, u"serialNumber"_s},
                  {u"asset_tag"_s, u"tagNumber"_s},
                  {u"primary_ip"_s, u"ipAddress"_s},
                  {u"default_gateway"_s, u"defaultGateway"_s},
                  {u"operating_system"_s, u"osType"_s},
                  {u"notes"_s, u"notes"_s}},
        .references = {ofOrganization, atLocation, {u"contact"_s, u"contact"_s, u"contact"_s}},
        .owner = owner,
        .names = {u"name"_s, u"serialNumber"_s}};
    return world;
}

/** The provider itself is the company 0, with a location, a contact and a machine before those of the first
 * client. */
PlatformWorld autotask()
{
    const auto choice = [](const QString &id, const QString &name) {
        return QJsonObject{{u"id"_s, id}, {u"name"_s, name}};
    };
    PlatformWorld world{.platform = Platform::Autotask,
                        .limits = {.permits = 4, .permitsPerEndpoint = 3},
                        .small = {.organizations = 2, .locations = 3, .contacts = 2, .configurations = 2},
                        .settings = {{u"account_manager"_s, choice(u"29682886"_s, u"Jo Harris"_s)},
                                     {u"default_phone"_s, u"555 0199"_s},
                                     {u"billing_code"_s, choice(u"29682805"_s, u"Hardware"_s)}},
                        .organization = u"Maple Pediatrics"_s,
                        .machine = u"MAPLE-WS002"_s,
                        .blankedField = u"asset_tag"_s,
                        .hasMainLocations = true,
                        .machineType = u"Server"_s,
                        .manufacturer = u"Fault Machines"_s,
                        .models = {u"FM 1"_s, u"FM 2"_s, u"FM 3"_s},
                        .emailLabels = {u"Work"_s},
                        .phoneLabels = {u"Work"_s, u"Mobile"_s, u"Alternate"_s},
                        .machineUpdateRoute = u"PATCH /ConfigurationItems"_s,
                        .machineReadRoute = u"POST /ConfigurationItems/query"_s,
                        .machinesRoute = u"POST /ConfigurationItems/query"_s,
                        .contactCreateRoute = u"POST /Companies/{id}/Contacts"_s,
                        .contactFindRoute = u"POST /Contacts/query"_s,
                        .organizationCreateRoute = u"POST /Companies"_s,
                        .locationsRoute = u"POST /CompanyLocations/query"_s,
                        .firstMachineId = 100'001,
                        .quietMember = u"serialNumber"_s,
                        .passing = {u"createDate"_s, u"createdTime"_s, u"lastActivityDate"_s,
                                    u"lastModifiedDate"_s, u"lastModifiedTime"_s,
                                    u"lastTrackedModifiedDateTime"_s}};
    world.changesThere = {
        {Action::Update,
         u"configuration"_s,
         u"100002"_s,
         {{u"notes"_s, u"changed there"_s}, {u"serialNumber"_s, u"THERE-1"_s}}},
        {Action::Update, u"organization"_s, u"1002"_s, {{u"companyName"_s, u"Renamed there"_s}}},
        {Action::Create,
         u"organization"_s,
         {},
         {{u"companyName"_s, u"New there"_s},
          {u"companyType"_s, 1},
          {u"ownerResourceID"_s, 29682886},
          {u"phone"_s, u"555 0177"_s}}},
        {Action::Create,
         u"contact"_s,
         {},
         {{u"firstName"_s, u"New"_s},
          {u"lastName"_s, u"There"_s},
          {u"companyID"_s, 1001},
          {u"isActive"_s, 1}}},
        {Action::Delete, u"contact"_s, u"30004"_s}};
    const QString owner = u"companyID"_s;
    const RemoteReference ofOrganization{u"organization"_s, owner, u"organization"_s};
    const RemoteReference atLocation{u"location"_s, u"companyLocationID"_s, u"location"_s};
    world.kinds[size_t(AssetKind::Organization)] = {
        .name = u"organization"_s,
        .texts = {{u"name"_s, u"companyName"_s}, {u"short_name"_s, u"companyNumber"_s}},
        .references = {{u"parent"_s, u"parentCompanyID"_s, u"organization"_s}},
        .names = {u"companyName"_s}};
    world.kinds[size_t(AssetKind::Location)] = {.name = u"location"_s,
                                                .texts = {{u"name"_s, u"name"_s},
                                                          {u"address_1"_s, u"address1"_s},
                                                          {u"address_2"_s, u"address2"_s},
                                                          {u"city"_s, u"city"_s},
                                                          {u"postal_code"_s, u"postalCode"_s}},
                                                .references = {ofOrganization},
                                                .owner = owner,
                                                .names = {u"name"_s}};
    world.kinds[size_t(AssetKind::Contact)] = {.name = u"contact"_s,
                                               .texts = {{u"first_name"_s, u"firstName"_s},
                                                         {u"last_name"_s, u"lastName"_s},
                                                         {u"title"_s, u"title"_s}},
                                               .references = {ofOrganization, atLocation},
                                               .owner = owner,
                                               .names = {u"firstName"_s, u"lastName"_s}};
    world.kinds[size_t(AssetKind::Configuration)] = {
        .name = u"configuration"_s,
        .texts = {{u"name"_s, u"referenceTitle"_s},
                  {u"serial_number"_s, u"serialNumber"_s},
                  {u"asset_tag"_s, u"referenceNumber"_s},
                  {u"notes"_s, u"notes"_s}},
        .references = {ofOrganization,
                       atLocation,
                       {u"contact"_s, u"contactID"_s, u"contact"_s},
                       {{}, u"productID"_s, u"Products"_s}},
        .owner = owner,
        .names = {u"referenceTitle"_s, u"serialNumber"_s}};
    world.others = {{.name = u"Products"_s, .names = {u"manufacturerName"_s, u"manufacturerProductName"_s}}};
    return world;
}

/** For the two others of the family too, which speak the same. */
PlatformWorld kaseya()
{
    const auto choice = [](const QString &id, const QString &name) {
        return QJsonObject{{u"id"_s, id}, {u"name"_s, name}};
    };
    PlatformWorld world{.platform = Platform::KaseyaBms,
                        .limits = {.permits = 4},
                        .small = {.organizations = 1, .locations = 1, .contacts = 1, .configurations = 1},
                        .settings = {{u"account_manager"_s, choice(u"90002"_s, u"Jo Harris"_s)},
                                     {u"business_type"_s, choice(u"545"_s, u"Legal"_s)},
                                     {u"fill_phone"_s, u"true"_s},
                                     {u"allow_v1"_s, u"true"_s}},
                        .organization = u"Northgate Dental"_s,
                        .machine = u"NORTHG-LT001"_s,
                        .blankedField = u"primary_ip"_s,
                        .hasThinLists = true,
                        .machineType = u"Server"_s,
                        .emailLabels = {u"Work"_s, u"Personal"_s},
                        .phoneLabels = {u"Work"_s, u"Mobile"_s, u"Home"_s},
                        .machineUpdateRoute = u"PUT /v2/servicedesk/hardwareasset/{assetId}"_s,
                        .machineReadRoute = u"GET /v2/servicedesk/hardwareasset/{assetId}"_s,
                        .machinesRoute = u"GET /v2/servicedesk/hardwareasset/searchselect"_s,
                        .contactCreateRoute = u"POST /v2/crm/contacts/summary"_s,
                        .contactFindRoute = u"GET /v2/crm/contacts/summary"_s,
                        .organizationCreateRoute = u"POST /v2/crm/accounts"_s,
                        .locationsRoute = u"GET /v2/crm/accounts/summary/{id}"_s,
                        .firstMachineId = 10'000'001,
                        .quietMember = u"ipAddress"_s,
                        .passing = {u"createdOn"_s, u"modifiedOn"_s}};
    world.changesThere = {
        {Action::Update,
         u"configuration"_s,
         u"10000001"_s,
         {{u"serialNumber"_s, u"THERE-1"_s}, {u"ipAddress"_s, u"10.9.8.7"_s}}},
        {Action::Update, u"organization"_s, u"1002"_s, {{u"accountName"_s, u"Renamed there"_s}}},
        {Action::Create,
         u"organization"_s,
         {},
         {{u"accountName"_s, u"New there"_s}, {u"isActive"_s, true}}},
        {Action::Create,
         u"contact"_s,
         {},
         {{u"firstName"_s, u"New"_s},
          {u"lastName"_s, u"There"_s},
          {u"accountId"_s, 1001},
          {u"locationId"_s, 5001},
          {u"isActive"_s, true}}},
        {Action::Delete, u"contact"_s, u"300004"_s}};
    const QString owner = u"accountId"_s;
    const RemoteReference ofOrganization{u"organization"_s, owner, u"organization"_s};
    world.kinds[size_t(AssetKind::Organization)] = {
        .name = u"organization"_s,
        .texts = {{u"name"_s, u"accountName"_s}, {u"short_name"_s, u"accountCode"_s}},
        .references = {{u"parent"_s, u"parentId"_s, u"organization"_s}},
        .names = {u"accountName"_s}};
    world.kinds[size_t(AssetKind::Location)] = {.name = u"location"_s,
                                                .texts = {{u"name"_s, u"locationName"_s}},
                                                .references = {ofOrganization},
                                                .owner = owner,
                                                .names = {u"locationName"_s}};
    world.kinds[size_t(AssetKind::Contact)] = {
        .name = u"contact"_s,
        .texts = {{u"first_name"_s, u"firstName"_s}, {u"last_name"_s, u"lastName"_s}, {u"title"_s, u"jobTitle"_s}},
        .references = {ofOrganization, {u"location"_s, u"locationId"_s, u"location"_s}},
        .owner = owner,
        .names = {u"firstName"_s, u"lastName"_s}};
    // The list of assets tells no more than this, and not where they are.
    world.kinds[size_t(AssetKind::Configuration)] = {
        .name = u"configuration"_s,
        .texts = {{u"name"_s, u"name"_s}, {u"serial_number"_s, u"serialNumber"_s}, {u"primary_ip"_s, u"ipAddress"_s}},
        .references = {ofOrganization,
                       {{}, u"accountLocationId"_s, u"location"_s},
                       {u"contact"_s, u"contactId"_s, u"contact"_s}},
        .owner = owner,
        .names = {u"name"_s, u"serialNumber"_s}};
    return world;
}

} // namespace

const RemoteList &PlatformWorld::list(AssetKind kind) const
{
    return kinds.at(size_t(kind));
}

QList<RemoteList> PlatformWorld::allLists() const
{
    return QList<RemoteList>(kinds.begin(), kinds.end()) + others;
}

QString PlatformWorld::member(AssetKind kind, const QString &field) const
{
    for (const RemoteMember &text : list(kind).texts) {
        if (text.field == field)
            return text.member;
    }
    return {};
}

std::unique_ptr<PracticePlatform> PlatformWorld::makePractice(const PracticeSize &size) const
{
    const PracticeSeeding seeding{.organizations = size.organizations,
                                  .contacts = size.contacts,
                                  .configurations = size.configurations,
                                  .locations = size.locations};
    if (platform == Platform::Autotask)
        return std::make_unique<AutotaskPlatform>(seeding);
    if (platform == Platform::ConnectWise)
        return std::make_unique<ConnectWisePlatform>(seeding);
    auto practice = std::make_unique<KaseyaPlatform>(KaseyaBrand::Bms, seeding);
    // Trials make more calls of one kind than an hour allows.
    if (const Result<> set = practice->setQuirks({u"budget=0"_s}); !set)
        QTest::qFail(qPrintable(set.error().message), __FILE__, __LINE__);
    return practice;
}

const PlatformWorld &worldOf(Platform platform)
{
    static const PlatformWorld connectWiseWorld = connectWise();
    static const PlatformWorld autotaskWorld = autotask();
    static const PlatformWorld kaseyaWorld = kaseya();
    if (platform == Platform::Autotask)
        return autotaskWorld;
    return platform == Platform::ConnectWise ? connectWiseWorld : kaseyaWorld;
}

QList<Platform> worldPlatforms()
{
    return {Platform::ConnectWise, Platform::Autotask, Platform::KaseyaBms};
}

QString referredId(const QJsonValue &reference)
{
    const QJsonValue id = reference.isObject() ? reference["id"_L1] : reference;
    return id.isDouble() ? QString::number(id.toInteger()) : QString();
}

} // namespace tandem
