// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/clients.h"
#include "psa/kaseya/kaseyaclient.h"
#include "psa/kaseya/kaseyajson.h"
#include "psa/scriptedkaseya.h"

#include <QCoro/QCoroTask>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace tandem::kaseya;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

/** The client of the Kaseya family over real HTTP, record by record. */
class TestKaseyaClient final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void factory_knowsTheFamily();
    void signIn_tellsTheTenant();
    void signIn_warnsOfAnotherSync_data();
    void signIn_warnsOfAnotherSync();

    void options_comeFromTheirTables_data();
    void options_comeFromTheirTables();
    void options_knowWhatIsInactive();
    void options_withoutTable_areGatheredFromRecords_data();
    void options_withoutTable_areGatheredFromRecords();
    void options_askByTheNameInTheSettings();
    void options_triesTheOtherKindOfTable();
    void options_thatCannotBeReached_fail();
    void settingChoices_areBusinessTypes();

    void accountsAndLocations_areOneList();
    void page_asksForChanges_data();
    void page_asksForChanges();
    void page_ofAssetsIsThin();
    void read_understandsBothShapes_data();
    void read_understandsBothShapes();
    void read_ofAnAssetIsWhole();
    void read_ofMissingRecord_isNotFound_data();
    void read_ofMissingRecord_isNotFound();
    void findSimilar_asksByNames_data();
    void findSimilar_asksByNames();

    void createAccount_isOneCallWithItsLocation();
    void createAccount_needsItsSettings();
    void createContact_isTwoCallsAndALook();
    void createContact_withUnknownType_writesNothing();
    void createContact_halfDone_isUnknown();
    void createAsset_isOneCall();
    void createLocation_needsTheOldInterface();
    void createLocation_isMadeByTheOldInterface();

    void updateAccount_isAPatch();
    void updateContact_sendsEachPartByItsOwnCall();
    void updateContact_pointsAreChangedNotReplaced_data();
    void updateContact_pointsAreChangedNotReplaced();
    void updateAsset_writesEverythingBack();
    void updateAsset_fromAThinRow_isRefused();
    void updateLocation_keepsWhatIsNotMapped();
    void refusedUpdate_namesOurField();

private:
    [[nodiscard]] RemoteRecord readRecord(AssetKind kind, const QString &id, const QString &line,
                                          const QByteArray &row, const QString &parent = {});
    void queueTypes();
    void choose(bool allowsV1);

    std::optional<FieldMap> m_map;
    std::unique_ptr<ScriptedKaseya> m_psa;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<KaseyaClient> m_client;
};

namespace {

const QByteArray account =
    R"({"id":250,"createdOn":"2024-01-01T08:00:00","modifiedBy":17,"modifiedOn":"2026-02-03T10:00:00Z",
    "parentId":null,"accountCode":"ACME","accountTypeId":1,"accountType":"Customer","accountName":"Acme","businessTypeId":3,
    "businessType":"Retail","accountManagerId":17,"isActive":true,"locations":[
      {"id":411,"locationName":"Branch","isMain":false,"isActive":true,"addresses":[{"id":2,"city":"Bonn","isMain":true}]},
      {"id":410,"locationName":"Main","isMain":true,"isActive":true,"timeZoneId":5,"addresses":[
        {"id":8,"address1":"Depot","isMain":false},
        {"id":9,"address1":"1 Quay Road","address2":"","city":"Tampa","state":"FL","zipCode":"33602","countryId":237,
         "country":"United States","phone":"555 0100","latitude":27.9,"isMain":true}]}]})";

const QByteArray contact =
    R"({"id":77,"accountId":250,"accountName":"Acme","locationId":410,"firstName":"Ann","lastName":"Lee",
    "jobTitle":"CFO","isPoc":true,"isActive":true,
    "emails":[{"id":1,"emailAddress":"ann@acme.test","emailTypeId":5,"emailType":"Business","isDefault":true},
              {"id":2,"emailAddress":"ann@home.test","emailTypeId":6,"emailType":"Home","isDefault":false}],
    "phones":[{"id":3,"phone":"555 0101","phoneTypeId":8,"phoneType":"Office","isDefault":true}]})";

const QByteArray asset =
    R"({"id":5501,"name":"DC01","accountId":250,"accountName":"Acme","accountLocationId":410,
    "accountLocation":"Main","contactId":77,"contactFirstName":"Ann","categoryId":3,"category":"Server","brandId":12,"brand":"B",
    "serialNumber":"S1","businessImpactId":2,"description":"Two\nlines","assetTag":"A-1","isActive":true,"modelNumber":"R740",
    "ipAddress":"10.0.0.5","dnsServers":"10.0.0.1","dhcpEnabled":false,"macAddress":"00:1A:2B:3C:4D:5E","manufacturerId":9,
    "manufacturer":"Dell","purchaseCost":1200.5,"acquisitionDate":"2024-02-03T00:00:00","warrantyExpirationDate":null,
    "lastLoginname":"ann","futureField":"kept","modifiedBy":"Ada","modifiedOn":"2026-01-02T03:04:05","diskVolumes":[],
    "agentId":"x"})";

const QByteArray thinAsset =
    R"({"id":5501,"categoryName":"Server","categoryId":3,"locationName":"Main","assetName":"DC01",
    "serialNumber":"S1","machineGroupId":null,"ipAddress":"10.0.0.5","contactId":0,"contactName":null,"accountId":250,
    "accountName":"Acme","isActive":true})";

QString key(const char *list, const char *table, bool isTenants)
{
    Q_UNUSED(list);
    return (isTenants ? u"GET /v2/system/tenantlookup/"_s : u"GET /v2/system/lookup/"_s)
        + QString::fromLatin1(table);
}

QStringList namesOf(const QList<RemoteOption> &options)
{
    QStringList names;
    for (const RemoteOption &option : options)
        names.append(QString(option.remoteId + u':' + option.name + (option.isActive ? u""_s : u"-"_s)));
    return names;
}

QJsonArray array(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).array();
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QString failureOf(const auto &result)
{
    return result ? QString() : QString(errorCodeName(result.error().code) + u' ' + result.error().message);
}

} // namespace

#define VERIFY_DONE(result) QVERIFY2((result).has_value(), qPrintable(failureOf(result)))

void TestKaseyaClient::initTestCase()
{
    const Result<FieldMap> map = FieldMap::load(Platform::KaseyaBms);
    QVERIFY(map.has_value());
    m_map = *map;
}

void TestKaseyaClient::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_psa = std::make_unique<ScriptedKaseya>();
    m_http = std::make_unique<HttpClient>(HttpLimits{.permits = 4});
    m_client =
        std::make_unique<KaseyaClient>(m_psa->address(), ScriptedKaseya::credentials(), m_http.get(), *m_map);
    choose(true);
}

void TestKaseyaClient::cleanup()
{
    m_client.reset();
    m_http.reset();
    m_psa.reset();
}

void TestKaseyaClient::choose(bool allowsV1)
{
    SyncSettings settings;
    settings.setChoice(u"account_manager"_s, {u"17"_s, u"Ada Byron"_s});
    settings.setChoice(u"business_type"_s, {u"3"_s, u"Retail"_s});
    settings.setOn(u"allow_v1"_s, allowsV1);
    m_client->useSettings(settings);
}

/** As the engine has just read it. */
RemoteRecord TestKaseyaClient::readRecord(AssetKind kind, const QString &id, const QString &line,
                                          const QByteArray &row, const QString &parent)
{
    m_psa->queueResult(line, row);
    const RemoteKey wanted{.id = id, .parentId = parent};
    const auto record = QCoro::waitFor(m_client->read(kind, wanted));
    m_psa->forget();
    return record.value_or(RemoteRecord{});
}

void TestKaseyaClient::queueTypes()
{
    m_psa->queueResult(key("email_type", "EmailType", false),
                       R"([{"id":5,"name":"Business"},{"id":6,"name":"Home"}])");
    m_psa->queueResult(key("phone_type", "PhoneType", false),
                       R"([{"id":8,"name":"Office"},{"id":9,"name":"Mobile"}])");
}

// ---- connecting ---------------------------------------------------------------------------------

void TestKaseyaClient::factory_knowsTheFamily()
{
    for (const Platform platform : allPlatforms) {
        const auto client =
            makeClient(platform, m_psa->address(), ScriptedKaseya::credentials(), m_http.get());
        QVERIFY2(client.has_value(), qPrintable(platformName(platform)));
    }
}

void TestKaseyaClient::signIn_tellsTheTenant()
{
    m_psa->queueResult(u"GET /v2/security/userinfo"_s, R"({"userId":4,"businessName":"Example MSP"})");
    m_psa->queueResult(u"GET /v2/integrations/itglue/status"_s, R"({"isEnabled":false})");
    const auto info = QCoro::waitFor(m_client->signIn());
    VERIFY_DONE(info);
    QCOMPARE(info->product, u"Kaseya BMS"_s);
    QCOMPARE(info->company, u"Example MSP"_s);
    QCOMPARE(info->baseUrl, m_psa->address());
    QVERIFY(info->warning.isEmpty());
    const auto probe = m_client->probe();
    QVERIFY(probe
            && probe->url.toString(QUrl::FullyEncoded)
                   .endsWith("/v2/security/ssostatus?Tenant=Example%20%26%20S%C3%B6hne%20MSP"_L1));
}

void TestKaseyaClient::signIn_warnsOfAnotherSync_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<bool>("isWarned");
    QTest::newRow("on") << QByteArray(R"({"isEnabled":true,"subdomain":"acme"})") << true;
    QTest::newRow("on, PascalCase") << QByteArray(R"({"IsEnabled":true})") << true;
    QTest::newRow("off") << QByteArray(R"({"isEnabled":false})") << false;
    QTest::newRow("unknown") << QByteArray("null") << false;
}

void TestKaseyaClient::signIn_warnsOfAnotherSync()
{
    QFETCH(QByteArray, status);
    QFETCH(bool, isWarned);
    m_psa->queueResult(u"GET /v2/security/userinfo"_s, R"({"userId":4})");
    m_psa->queueResult(u"GET /v2/integrations/itglue/status"_s, status);
    const auto info = QCoro::waitFor(m_client->signIn());
    VERIFY_DONE(info);
    QCOMPARE(info->company, u"Example & Söhne MSP"_s);
    QCOMPARE(info->warning.contains(u"IT Glue"_s), isWarned);
}

// ---- lists --------------------------------------------------------------------------------------

void TestKaseyaClient::options_comeFromTheirTables_data()
{
    QTest::addColumn<OptionList>("list");
    QTest::addColumn<QString>("line");
    QTest::newRow("account types") << OptionList::OrganizationType << u"GET /v2/system/accounttypes/lookup"_s;
    QTest::newRow("categories") << OptionList::ConfigurationType << key("", "AssetCategory", true);
    QTest::newRow("email types") << OptionList::EmailType << key("", "EmailType", false);
    QTest::newRow("phone types") << OptionList::PhoneType << key("", "PhoneType", false);
    QTest::newRow("manufacturers") << OptionList::Manufacturer << key("", "Manufacturer", true);
    QTest::newRow("countries") << OptionList::Country << key("", "Country", false);
    QTest::newRow("people") << OptionList::Member << u"GET /v2/hr/employees/lookup"_s;
}

void TestKaseyaClient::options_comeFromTheirTables()
{
    QFETCH(OptionList, list);
    QFETCH(QString, line);
    m_psa->queueResult(line, R"([{"id":1,"name":"One"},{"Id":2,"Name":"Two"},{"id":3,"name":null}])", 3);
    const auto options = QCoro::waitFor(m_client->options(list));
    VERIFY_DONE(options);
    QCOMPARE(namesOf(*options), (QStringList{u"1:One"_s, u"2:Two"_s}));
    QCOMPARE(m_psa->lines(), QStringList{line});
    QVERIFY(m_client->tellsAll(list));
}

void TestKaseyaClient::options_knowWhatIsInactive()
{
    m_psa->queueResult(
        u"GET /v2/system/accounttypes/lookup"_s,
        R"([{"id":1,"name":"Customer","isActive":true},{"id":2,"name":"Old","isActive":false}])");
    const auto types = QCoro::waitFor(m_client->options(OptionList::OrganizationType));
    QCOMPARE(namesOf(types.value()), (QStringList{u"1:Customer"_s, u"2:Old-"_s}));
    const auto statuses = QCoro::waitFor(m_client->options(OptionList::ConfigurationStatus));
    QCOMPARE(namesOf(statuses.value()), (QStringList{u"1:Active"_s, u"0:Inactive"_s}));
    const auto none = QCoro::waitFor(m_client->options(OptionList::ContactType));
    QVERIFY(none && none->isEmpty());
}

void TestKaseyaClient::options_withoutTable_areGatheredFromRecords_data()
{
    QTest::addColumn<OptionList>("list");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("email types") << OptionList::EmailType << u"GET /v2/crm/contacts/summary"_s << contact
                                 << QStringList{u"5:Business"_s, u"6:Home"_s};
    QTest::newRow("phone types") << OptionList::PhoneType << u"GET /v2/crm/contacts/summary"_s << contact
                                 << QStringList{u"8:Office"_s};
    QTest::newRow("categories") << OptionList::ConfigurationType
                                << u"GET /v2/servicedesk/hardwareasset/searchselect"_s << thinAsset
                                << QStringList{u"3:Server"_s};
    QTest::newRow("countries") << OptionList::Country << u"GET /v2/crm/accounts/summary"_s << account
                               << QStringList{u"237:United States"_s};
}

void TestKaseyaClient::options_withoutTable_areGatheredFromRecords()
{
    QFETCH(OptionList, list);
    QFETCH(QString, line);
    QFETCH(QByteArray, row);
    QFETCH(QStringList, names);
    m_psa->queueResult(line, '[' + row + ']', 1); // no table is queued, so both are answered 404
    const auto options = QCoro::waitFor(m_client->options(list));
    VERIFY_DONE(options);
    QCOMPARE(namesOf(*options), names);
    QVERIFY(!m_client->tellsAll(list));
    QCOMPARE(m_psa->requests().size(), 3);
    // It is not asked again what it has not got.
    {
        const auto done = QCoro::waitFor(m_client->options(list));
        VERIFY_DONE(done);
    }
    QCOMPARE(m_psa->requests().size(), 3);
}

void TestKaseyaClient::options_askByTheNameInTheSettings()
{
    SyncSettings settings;
    settings.setText(tableNamesKey(), u"email_type=Email Types"_s);
    m_client->useSettings(settings);
    m_psa->queueResult(u"GET /v2/system/lookup/Email Types"_s, R"([{"id":1,"name":"Work"}])");
    const auto options = QCoro::waitFor(m_client->options(OptionList::EmailType));
    QCOMPARE(namesOf(options.value()), QStringList{u"1:Work"_s});
}

void TestKaseyaClient::options_triesTheOtherKindOfTable()
{
    m_psa->queueError(key("", "AssetCategory", true), 200, "Unknown table");
    m_psa->queueResult(key("", "AssetCategory", false), R"([{"id":1,"name":"Server"}])");
    const auto options = QCoro::waitFor(m_client->options(OptionList::ConfigurationType));
    QCOMPARE(namesOf(options.value()), QStringList{u"1:Server"_s});
}

void TestKaseyaClient::options_thatCannotBeReached_fail()
{
    m_psa->queue(key("", "EmailType", false), 429, "");
    const auto options = QCoro::waitFor(m_client->options(OptionList::EmailType));
    QVERIFY(!options && options.error().code == ErrorCode::RateLimited);
    QVERIFY(m_client->tellsAll(OptionList::EmailType));
}

void TestKaseyaClient::settingChoices_areBusinessTypes()
{
    m_psa->queueResult(key("", "BusinessType", true), R"([{"id":3,"name":"Retail"},{"id":4,"name":"Bank"}])");
    const auto all = QCoro::waitFor(m_client->settingChoices(u"business_type"_s, {}));
    QVERIFY(all.has_value());
    QCOMPARE(all->size(), 2);
    const auto found = QCoro::waitFor(m_client->settingChoices(u"business_type"_s, u"reta"_s));
    QCOMPARE(found.value(), (QList<SettingChoice>{{u"3"_s, u"Retail"_s}}));
}

// ---- reading ------------------------------------------------------------------------------------

void TestKaseyaClient::accountsAndLocations_areOneList()
{
    m_psa->queueResult(u"GET /v2/crm/accounts/summary"_s, '[' + account + ']', 1);
    const PageRequest everything;
    const auto accounts = QCoro::waitFor(m_client->page(AssetKind::Organization, everything));
    VERIFY_DONE(accounts);
    QCOMPARE(accounts->records.size(), 1);
    const RemoteRecord &acme = accounts->records.constFirst();
    QCOMPARE(acme.values,
             (RemoteValues{{u"name"_s, u"Acme"_s},
                           {u"short_name"_s, u"ACME"_s},
                           {u"organization_type"_s, u"1"_s},
                           {u"organization_status"_s, u"1"_s},
                           {u"parent"_s, QJsonValue::Null},
                           {u"primary_location"_s, u"410"_s}}));
    QCOMPARE(acme.names.value(u"organization_type"_s), u"Customer"_s);
    QCOMPARE(acme.changedAt, QDateTime(QDate(2026, 2, 3), QTime(10, 0), Qt::UTC));
    const auto locations = QCoro::waitFor(m_client->page(AssetKind::Location, everything));
    VERIFY_DONE(locations);
    QCOMPARE(m_psa->requests().size(), 1);
    QCOMPARE(locations->records.size(), 2);
    const RemoteRecord &main = locations->records.constFirst();
    QCOMPARE(main.key, (RemoteKey{u"410"_s, u"250"_s}));
    QCOMPARE(main.values.value(u"address_1"_s).toString(), u"1 Quay Road"_s);
    QCOMPARE(main.values.value(u"organization"_s).toString(), u"250"_s);
    QCOMPARE(main.values.value(u"country"_s).toString(), u"237"_s);
    QCOMPARE(main.names.value(u"country"_s), u"United States"_s);
    QVERIFY(main.values.value(u"address_2"_s).isNull());
    // The same rows again have the same versions, whichever way they came.
    m_psa->queueResult(
        u"GET /v2/crm/accounts/250/locations/410"_s,
        QJsonDocument(
            array('[' + account + ']').at(0).toObject().value(u"locations"_s).toArray().at(1).toObject())
            .toJson(QJsonDocument::Compact));
    const RemoteKey one{u"410"_s, u"250"_s};
    const auto again = QCoro::waitFor(m_client->read(AssetKind::Location, one));
    VERIFY_DONE(again);
    QCOMPARE(again->version, main.version);
    // A second list of locations asks for itself.
    {
        const auto done = QCoro::waitFor(m_client->page(AssetKind::Location, everything));
        VERIFY_DONE(done);
    }
    QCOMPARE(m_psa->lines().constLast(), u"GET /v2/crm/accounts/summary"_s);
}

void TestKaseyaClient::page_asksForChanges_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("hasDates");
    QTest::newRow("accounts") << AssetKind::Organization << u"GET /v2/crm/accounts/summary"_s << true;
    QTest::newRow("contacts") << AssetKind::Contact << u"GET /v2/crm/contacts/summary"_s << true;
    QTest::newRow("assets") << AssetKind::Configuration << u"GET /v2/servicedesk/hardwareasset/searchselect"_s
                            << false;
}

void TestKaseyaClient::page_asksForChanges()
{
    QFETCH(AssetKind, kind);
    QFETCH(QString, line);
    QFETCH(bool, hasDates);
    m_psa->queueResult(line, "[]", 0);
    const PageRequest request{.changedSince = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC)};
    {
        const auto done = QCoro::waitFor(m_client->page(kind, request));
        VERIFY_DONE(done);
    }
    QCOMPARE(m_psa->requests().size(), 1);
    // Dates may be read in any time zone of the world, so that less than a day more is asked for.
    QCOMPARE(m_psa->requests().constFirst().filter(u"ModifiedOnFrom"_s),
             hasDates ? u"2026-01-01T13:04:05Z"_s : QString());
}

void TestKaseyaClient::page_ofAssetsIsThin()
{
    m_psa->queueResult(u"GET /v2/servicedesk/hardwareasset/searchselect"_s, '[' + thinAsset + ']');
    m_psa->queueResult(u"GET /v2/servicedesk/hardwareasset/searchselect"_s, "[]");
    PageRequest request;
    const auto page = QCoro::waitFor(m_client->page(AssetKind::Configuration, request));
    VERIFY_DONE(page);
    const RemoteRecord &row = page->records.constFirst();
    QVERIFY(row.isThin);
    QCOMPARE(row.values.keys(),
             (QStringList{u"configuration_status"_s, u"configuration_type"_s, u"contact"_s, u"name"_s,
                          u"organization"_s, u"primary_ip"_s, u"serial_number"_s}));
    QVERIFY(row.values.value(u"contact"_s).isNull());
    QVERIFY(row.untold.contains(u"notes"_s) && row.untold.contains(u"location"_s));
    QCOMPARE(row.names.value(u"configuration_type"_s), u"Server"_s);
    // Without a total it is asked once more whether that was all.
    request.cursor = page->nextCursor;
    QVERIFY(!request.cursor.isEmpty());
    const auto last = QCoro::waitFor(m_client->page(AssetKind::Configuration, request));
    QVERIFY(last && last->records.isEmpty() && last->nextCursor.isEmpty());
    const auto count = QCoro::waitFor(m_client->count(AssetKind::Configuration, request));
    QCOMPARE(count.value(), -1);
}

void TestKaseyaClient::read_understandsBothShapes_data()
{
    QTest::addColumn<bool>("hasEnvelope");
    QTest::newRow("in an envelope") << true;
    QTest::newRow("bare") << false;
}

void TestKaseyaClient::read_understandsBothShapes()
{
    QFETCH(bool, hasEnvelope);
    const QString line = u"GET /v2/crm/contacts/summary/77"_s;
    if (hasEnvelope)
        m_psa->queueResult(line, contact);
    else
        m_psa->queue(line, 200, contact);
    const RemoteKey wanted{.id = u"77"_s};
    const auto record = QCoro::waitFor(m_client->read(AssetKind::Contact, wanted));
    VERIFY_DONE(record);
    QCOMPARE(record->key, (RemoteKey{u"77"_s, u"250"_s}));
    QCOMPARE(record->values.value(u"title"_s).toString(), u"CFO"_s);
    QCOMPARE(record->values.value(u"important"_s).toBool(), true);
    QCOMPARE(record->values.value(u"location"_s).toString(), u"410"_s);
    QCOMPARE(record->values.value(u"emails"_s).toArray(),
             array(R"([{"value":"ann@acme.test","label":"Business","primary":true},
                       {"value":"ann@home.test","label":"Home","primary":false}])"));
    QCOMPARE(record->values.value(u"phones"_s).toArray(),
             array(R"([{"value":"555 0101","label":"Office","primary":true}])"));
}

void TestKaseyaClient::read_ofAnAssetIsWhole()
{
    const RemoteRecord record =
        readRecord(AssetKind::Configuration, u"5501"_s, u"GET /v2/servicedesk/hardwareasset/5501"_s, asset);
    QVERIFY(!record.isThin);
    QCOMPARE(record.changedBy, u"Ada"_s);
    QVERIFY(!record.changedAt.isValid()); // without a time zone it is none
    const RemoteValues &values = record.values;
    QCOMPARE(values.value(u"location"_s).toString(), u"410"_s);
    QCOMPARE(values.value(u"purchased_at"_s).toString(), u"2024-02-03"_s);
    QVERIFY(values.value(u"warranty_expires_at"_s).isNull());
    QCOMPARE(values.value(u"notes"_s).toString(), u"Two\nlines"_s);
    QCOMPARE(values.value(u"manufacturer"_s).toString(), u"9"_s);
    QCOMPARE(record.names.value(u"manufacturer"_s), u"Dell"_s);
    QVERIFY(values.value(u"default_gateway"_s).isNull()); // which is not in the answer
    QVERIFY(values.contains(u"default_gateway"_s));
    QVERIFY(record.untold.isEmpty());
}

void TestKaseyaClient::read_ofMissingRecord_isNotFound_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("404") << 404 << QByteArray();
    QTest::newRow("words") << 200
                           << QByteArray(R"({"success":false,"error":{"message":"Record not found"}})");
    QTest::newRow("null") << 200 << QByteArray(R"({"success":true,"result":null})");
    QTest::newRow("another one") << 200 << QByteArray(R"({"success":true,"result":{"id":78}})");
}

void TestKaseyaClient::read_ofMissingRecord_isNotFound()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_psa->queue(u"GET /v2/crm/contacts/summary/77"_s, status, body);
    const RemoteKey wanted{.id = u"77"_s};
    const auto record = QCoro::waitFor(m_client->read(AssetKind::Contact, wanted));
    QVERIFY(!record && record.error().code == ErrorCode::NotFound);
    const QList<RemoteKey> keys{wanted};
    const auto many = QCoro::waitFor(m_client->readMany(AssetKind::Contact, keys));
    QVERIFY(many && many->isEmpty());
}

void TestKaseyaClient::findSimilar_asksByNames_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<RemoteValues>("values");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("filters");
    QTest::newRow("account") << AssetKind::Organization << RemoteValues{{u"name"_s, u"Söhne & Co"_s}}
                             << u"GET /v2/crm/accounts/summary"_s << QStringList{u"AccountName=Söhne & Co"_s};
    QTest::newRow("contact") << AssetKind::Contact
                             << RemoteValues{{u"organization"_s, u"250"_s},
                                             {u"first_name"_s, u"Ann"_s},
                                             {u"last_name"_s, u"Lee"_s}}
                             << u"GET /v2/crm/contacts/summary"_s
                             << QStringList{u"AccountId=250"_s, u"FirstName=Ann"_s, u"LastName=Lee"_s};
    QTest::newRow("asset") << AssetKind::Configuration
                           << RemoteValues{{u"organization"_s, u"250"_s}, {u"name"_s, u"DC01"_s}}
                           << u"GET /v2/servicedesk/hardwareasset/searchselect"_s
                           << QStringList{u"AccountId=250"_s, u"AssetName=DC01"_s};
}

void TestKaseyaClient::findSimilar_asksByNames()
{
    QFETCH(AssetKind, kind);
    QFETCH(RemoteValues, values);
    QFETCH(QString, line);
    QFETCH(QStringList, filters);
    const QByteArray row = kind == AssetKind::Organization ? account
        : kind == AssetKind::Contact                       ? contact
                                                           : thinAsset;
    m_psa->queueResult(line, '[' + row + ']', 1);
    m_psa->queueResult(u"GET /v2/servicedesk/hardwareasset/5501"_s, asset);
    const auto found = QCoro::waitFor(m_client->findSimilar(kind, values));
    VERIFY_DONE(found);
    QCOMPARE(found->size(), 1);
    QVERIFY(!found->constFirst().isThin);
    for (const QString &filter : filters)
        QCOMPARE(m_psa->requests().constFirst().filter(filter.section(u'=', 0, 0)), filter.section(u'=', 1));
}

// ---- creating -----------------------------------------------------------------------------------

void TestKaseyaClient::createAccount_isOneCallWithItsLocation()
{
    m_psa->queueResult(u"POST /v2/crm/accounts"_s, account);
    const RemoteValues values{{u"name"_s, u"Acme"_s},
                              {u"organization_type"_s, u"1"_s},
                              {u"site_name"_s, u"Main"_s},
                              {u"first_location"_s,
                               QJsonObject{{u"name"_s, u"Main"_s},
                                           {u"address_1"_s, u"1 Quay Road"_s},
                                           {u"country"_s, u"237"_s},
                                           {u"fax"_s, QJsonValue::Null}}}};
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Organization, values));
    VERIFY_DONE(made);
    QCOMPARE(m_psa->lines(), QStringList{u"POST /v2/crm/accounts"_s});
    QCOMPARE(
        m_psa->requests().constFirst().json().object(),
        object(
            R"({"accountName":"Acme","accountTypeId":1,"accountManagerId":17,"businessTypeId":3,"isActive":true,
                        "locations":[{"locationName":"Main","isMain":true,"isActive":true,
                                      "addresses":[{"address1":"1 Quay Road","countryId":237,"isMain":true}]}]})"));
    QCOMPARE(made->key.id, u"250"_s);
    QCOMPARE(made->children.size(), 2);
    QCOMPARE(made->children.constFirst().key, (RemoteKey{u"410"_s, u"250"_s}));
}

void TestKaseyaClient::createAccount_needsItsSettings()
{
    m_client->useSettings({});
    const RemoteValues values{
        {u"name"_s, u"Acme"_s}, {u"organization_type"_s, u"1"_s}, {u"site_name"_s, u"Main"_s}};
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Organization, values));
    QVERIFY(!made && made.error().code == ErrorCode::BadInput);
    choose(false);
    RemoteValues homeless = values;
    homeless.remove(u"site_name"_s);
    const auto second = QCoro::waitFor(m_client->create(AssetKind::Organization, homeless));
    QVERIFY(!second && second.error().field == u"primary_location"_s);
    QVERIFY(m_psa->requests().isEmpty());
}

void TestKaseyaClient::createContact_isTwoCallsAndALook()
{
    queueTypes();
    m_psa->queueResult(u"POST /v2/crm/contacts/summary"_s, R"({"id":77,"firstName":"Ann"})");
    m_psa->queueResult(u"PATCH /v2/crm/contacts/77"_s, R"({"id":77})");
    m_psa->queueResult(u"GET /v2/crm/contacts/summary/77"_s, contact);
    const RemoteValues values{
        {u"first_name"_s, u"Ann"_s},
        {u"last_name"_s, u"Lee"_s},
        {u"organization"_s, u"250"_s},
        {u"location"_s, u"410"_s},
        {u"title"_s, u"CFO"_s},
        {u"important"_s, true},
        {u"emails"_s,
         array(
             R"([{"value":"ann@acme.test","label":"business"},{"value":"ann@home.test","label":"Home","primary":true}])")},
        {u"phones"_s, array(R"([{"value":"555 0101","label":"Office"}])")}};
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Contact, values));
    VERIFY_DONE(made);
    QCOMPARE(m_psa->requests(u"POST /v2/crm/contacts/summary"_s).constFirst().json().object(),
             object(R"({"firstName":"Ann","lastName":"Lee","accountId":250,"locationId":410,
                        "emails":[{"emailAddress":"ann@acme.test","emailTypeId":5,"isDefault":false},
                                  {"emailAddress":"ann@home.test","emailTypeId":6,"isDefault":true}],
                        "phones":[{"phoneNumber":"555 0101","phoneTypeId":8,"isDefault":true}]})"));
    const KaseyaRequest patch = m_psa->requests(u"PATCH /v2/crm/contacts/77"_s).constFirst();
    QCOMPARE(patch.json().array(), array(R"([{"op":"replace","path":"/JobTitle","value":"CFO"},
                                             {"op":"replace","path":"/Poc","value":true}])"));
    QCOMPARE(patch.headers.value("content-type"), QByteArray("application/json-patch+json"));
    QCOMPARE(made->key, (RemoteKey{u"77"_s, u"250"_s}));
}

void TestKaseyaClient::createContact_withUnknownType_writesNothing()
{
    queueTypes();
    const RemoteValues values{{u"first_name"_s, u"Ann"_s},
                              {u"organization"_s, u"250"_s},
                              {u"emails"_s, array(R"([{"value":"a@b.c","label":"AD Email"}])")}};
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Contact, values));
    QVERIFY(!made && made.error().code == ErrorCode::BadInput);
    QCOMPARE(made.error().field, u"emails"_s);
    QVERIFY(m_psa->requests(u"POST /v2/crm/contacts/summary"_s).isEmpty());
}

void TestKaseyaClient::createContact_halfDone_isUnknown()
{
    queueTypes();
    m_psa->queueResult(u"POST /v2/crm/contacts/summary"_s, R"({"id":77})");
    m_psa->queueError(u"PATCH /v2/crm/contacts/77"_s, 200, "Job title is locked");
    const RemoteValues values{
        {u"first_name"_s, u"Ann"_s}, {u"organization"_s, u"250"_s}, {u"title"_s, u"CFO"_s}};
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Contact, values));
    QVERIFY(!made && made.error().code == ErrorCode::OutcomeUnknown);
}

void TestKaseyaClient::createAsset_isOneCall()
{
    m_psa->queueResult(u"POST /v2/servicedesk/hardwareasset"_s, asset);
    m_psa->queueResult(u"GET /v2/servicedesk/hardwareasset/5501"_s, asset);
    const RemoteValues values{{u"name"_s, u"DC01"_s},
                              {u"organization"_s, u"250"_s},
                              {u"location"_s, u"410"_s},
                              {u"configuration_type"_s, u"3"_s},
                              {u"configuration_status"_s, u"0"_s},
                              {u"purchased_at"_s, u"2024-02-03"_s},
                              {u"model"_s, u"R740"_s}};
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Configuration, values));
    VERIFY_DONE(made);
    QCOMPARE(m_psa->requests().constFirst().json().object(),
             object(R"({"name":"DC01","accountId":250,"accountLocationId":410,"categoryId":3,"isActive":false,
                        "acquisitionDate":"2024-02-03T00:00:00Z","modelNumber":"R740"})"));
    QCOMPARE(made->key.id, u"5501"_s);
}

void TestKaseyaClient::createLocation_needsTheOldInterface()
{
    choose(false);
    const RemoteValues values{{u"name"_s, u"Yard"_s}, {u"organization"_s, u"250"_s}};
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Location, values));
    QVERIFY(!made && made.error().code == ErrorCode::BadInput);
    QVERIFY(m_psa->signIns().isEmpty() && m_psa->requests().isEmpty());
}

void TestKaseyaClient::createLocation_isMadeByTheOldInterface()
{
    m_psa->queue(u"POST /api/crm/locations"_s, 200,
                 R"({"ResponseCode":200,"Status":"OK","Error":"None","TotalRecords":1,"Result":{"Id":412}})");
    m_psa->queueResult(
        u"GET /v2/crm/accounts/250/locations/412"_s,
        R"({"id":412,"locationName":"Yard","isMain":false,"addresses":[{"id":1,"city":"Tampa","isMain":true}]})");
    const RemoteValues values{{u"name"_s, u"Yard"_s}, {u"organization"_s, u"250"_s}, {u"city"_s, u"Tampa"_s}};
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Location, values));
    VERIFY_DONE(made);
    QCOMPARE(
        m_psa->requests().constFirst().json().object(),
        object(
            R"({"AccountId":250,"LocationName":"Yard","IsActive":true,"Addresses":[{"City":"Tampa","IsMain":true}]})"));
    QCOMPARE(made->key, (RemoteKey{u"412"_s, u"250"_s}));
}

// ---- changing -----------------------------------------------------------------------------------

void TestKaseyaClient::updateAccount_isAPatch()
{
    const RemoteRecord current =
        readRecord(AssetKind::Organization, u"250"_s, u"GET /v2/crm/accounts/summary/250"_s, account);
    m_psa->queueResult(u"PATCH /v2/crm/accounts/250"_s, account);
    const RemoteValues changes{
        {u"name"_s, u"Other"_s}, {u"parent"_s, QJsonValue::Null}, {u"organization_status"_s, u"0"_s}};
    const auto changed = QCoro::waitFor(m_client->update(current, changes));
    VERIFY_DONE(changed);
    QCOMPARE(m_psa->lines(), QStringList{u"PATCH /v2/crm/accounts/250"_s});
    QCOMPARE(
        m_psa->requests().constFirst().json().array(),
        array(
            R"([{"op":"replace","path":"/AccountName","value":"Other"},{"op":"replace","path":"/IsActive","value":false},
                       {"op":"replace","path":"/ParentId","value":null}])"));
    QCOMPARE(changed->values.value(u"name"_s).toString(), u"Acme"_s); // as the PSA answers it
}

void TestKaseyaClient::updateContact_sendsEachPartByItsOwnCall()
{
    const RemoteRecord current =
        readRecord(AssetKind::Contact, u"77"_s, u"GET /v2/crm/contacts/summary/77"_s, contact);
    m_psa->queueResult(
        u"PATCH /v2/crm/contacts/77/emails"_s,
        R"({"added":0,"updated":1,"deleted":1,"emails":[{"id":1,"emailAddress":"new@acme.test","emailTypeId":5,
                           "emailType":"Business","isDefault":true}]})");
    m_psa->queueResult(
        u"PATCH /v2/crm/contacts/77"_s,
        R"({"id":77,"accountId":250,"locationId":410,"firstName":"Ann","lastName":"Lee","jobTitle":"CEO",
                           "poc":false,"emails":null,"phones":null})");
    const RemoteValues changes{
        {u"title"_s, u"CEO"_s},
        {u"important"_s, false},
        {u"emails"_s, array(R"([{"value":"new@acme.test","label":"Business","primary":true}])")}};
    const auto changed = QCoro::waitFor(m_client->update(current, changes));
    VERIFY_DONE(changed);
    QCOMPARE(m_psa->lines(),
             (QStringList{u"PATCH /v2/crm/contacts/77/emails"_s, u"PATCH /v2/crm/contacts/77"_s}));
    QCOMPARE(
        m_psa->requests().at(0).json().array(),
        array(
            R"([{"operation":1,"emailAddress":"ann@acme.test","newEmailAddress":"new@acme.test","typeId":5,"isDefault":true},
                       {"operation":2,"emailAddress":"ann@home.test"}])"));
    QCOMPARE(changed->values.value(u"title"_s).toString(), u"CEO"_s);
    QCOMPARE(changed->values.value(u"important"_s).toBool(), false);
    QCOMPARE(changed->values.value(u"emails"_s).toArray(),
             array(R"([{"value":"new@acme.test","label":"Business","primary":true}])"));
    QCOMPARE(changed->values.value(u"phones"_s), current.values.value(u"phones"_s));
}

void TestKaseyaClient::updateContact_pointsAreChangedNotReplaced_data()
{
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<QByteArray>("operations");
    QTest::newRow("one more")
        << QByteArray(
               R"([{"value":"555 0101","label":"Office","primary":true},{"value":"2","label":"Mobile"}])")
        << QByteArray(
               R"([{"operation":0,"phoneNumber":"2","newPhoneNumber":"2","typeId":9,"isDefault":false}])");
    QTest::newRow("another type")
        << QByteArray(R"([{"value":"555 0101","label":"Mobile","primary":true}])")
        << QByteArray(
               R"([{"operation":1,"phoneNumber":"555 0101","newPhoneNumber":"555 0101","typeId":9,"isDefault":true}])");
    QTest::newRow("another number")
        << QByteArray(R"([{"value":"2","label":"Office"}])")
        << QByteArray(
               R"([{"operation":1,"phoneNumber":"555 0101","newPhoneNumber":"2","typeId":8,"isDefault":true}])");
    QTest::newRow("another number of another type")
        << QByteArray(R"([{"value":"2","label":"Mobile"}])")
        << QByteArray(R"([{"operation":0,"phoneNumber":"2","newPhoneNumber":"2","typeId":9,"isDefault":true},
                          {"operation":2,"phoneNumber":"555 0101"}])");
    QTest::newRow("the same") << QByteArray(R"([{"value":"555 0101","label":"office"}])") << QByteArray("[]");
}

void TestKaseyaClient::updateContact_pointsAreChangedNotReplaced()
{
    QFETCH(QByteArray, wanted);
    QFETCH(QByteArray, operations);
    queueTypes();
    const RemoteRecord current =
        readRecord(AssetKind::Contact, u"77"_s, u"GET /v2/crm/contacts/summary/77"_s, contact);
    m_psa->queueResult(u"PATCH /v2/crm/contacts/77/phones"_s,
                       R"({"added":1,"updated":0,"deleted":0,"phones":[]})");
    const RemoteValues changes{{u"phones"_s, array(wanted)}};
    const auto changed = QCoro::waitFor(m_client->update(current, changes));
    VERIFY_DONE(changed);
    const auto sent = m_psa->requests(u"PATCH /v2/crm/contacts/77/phones"_s);
    QCOMPARE(sent.isEmpty() ? QJsonArray() : sent.constFirst().json().array(), array(operations));
}

void TestKaseyaClient::updateAsset_writesEverythingBack()
{
    const RemoteRecord current =
        readRecord(AssetKind::Configuration, u"5501"_s, u"GET /v2/servicedesk/hardwareasset/5501"_s, asset);
    m_psa->queueResult(u"PUT /v2/servicedesk/hardwareasset/5501"_s, asset);
    const RemoteValues changes{{u"notes"_s, u"New"_s},
                               {u"contact"_s, QJsonValue::Null},
                               {u"warranty_expires_at"_s, u"2027-01-01"_s}};
    const auto changed = QCoro::waitFor(m_client->update(current, changes));
    VERIFY_DONE(changed);
    QCOMPARE(
        m_psa->requests().constFirst().json().object(),
        object(
            R"({"name":"DC01","accountId":250,"accountLocationId":410,"contactId":null,"categoryId":3,"brandId":12,
                        "serialNumber":"S1","businessImpactId":2,"description":"New","assetTag":"A-1","isActive":true,
                        "modelNumber":"R740","ipAddress":"10.0.0.5","dnsServers":"10.0.0.1","dhcpEnabled":false,
                        "macAddress":"00:1A:2B:3C:4D:5E","manufacturerId":9,"purchaseCost":1200.5,
                        "acquisitionDate":"2024-02-03T00:00:00","warrantyExpirationDate":"2027-01-01T00:00:00Z",
                        "lastLoginname":"ann","futureField":"kept"})"));
}

void TestKaseyaClient::updateAsset_fromAThinRow_isRefused()
{
    RemoteRecord row{.kind = AssetKind::Configuration,
                     .key = {.id = u"5501"_s},
                     .isThin = true,
                     .wire = object(thinAsset)};
    const RemoteValues changes{{u"notes"_s, u"New"_s}};
    const auto changed = QCoro::waitFor(m_client->update(row, changes));
    QVERIFY(!changed.has_value());
    QVERIFY(m_psa->requests().isEmpty());
}

void TestKaseyaClient::updateLocation_keepsWhatIsNotMapped()
{
    const QByteArray row =
        QJsonDocument(object(account).value(u"locations"_s).toArray().at(1).toObject()).toJson();
    const RemoteRecord current =
        readRecord(AssetKind::Location, u"410"_s, u"GET /v2/crm/accounts/250/locations/410"_s, row, u"250"_s);
    m_psa->queue(u"PUT /api/crm/locations/410"_s, 200,
                 R"({"ResponseCode":200,"Error":"None","Result":{"Id":410}})");
    m_psa->queueResult(u"GET /v2/crm/accounts/250/locations/410"_s, row);
    const RemoteValues changes{
        {u"city"_s, u"Miami"_s}, {u"country"_s, u"38"_s}, {u"phone"_s, QJsonValue::Null}};
    const auto changed = QCoro::waitFor(m_client->update(current, changes));
    VERIFY_DONE(changed);
    QCOMPARE(
        m_psa->requests(u"PUT /api/crm/locations/410"_s).constFirst().json().object(),
        object(R"({"Id":410,"AccountId":250,"LocationName":"Main","IsMain":true,"IsActive":true,"Addresses":[
                        {"Id":8,"Address1":"Depot","IsMain":false},
                        {"Id":9,"Address1":"1 Quay Road","Address2":"","City":"Miami","State":"FL","ZipCode":"33602",
                         "CountryId":38,"Phone":null,"Latitude":27.9,"IsMain":true}]})"));
}

void TestKaseyaClient::refusedUpdate_namesOurField()
{
    const RemoteRecord current =
        readRecord(AssetKind::Organization, u"250"_s, u"GET /v2/crm/accounts/summary/250"_s, account);
    m_psa->queueError(u"PATCH /v2/crm/accounts/250"_s, 200, "The AccountCode field must be unique.");
    const RemoteValues changes{{u"short_name"_s, u"TAKEN"_s}};
    const auto changed = QCoro::waitFor(m_client->update(current, changes));
    QVERIFY(!changed && changed.error().code == ErrorCode::Rejected);
    QCOMPARE(changed.error().field, u"short_name"_s);
    QCOMPARE(changed.error().remoteWords, u"The AccountCode field must be unique."_s);
}

QTEST_GUILESS_MAIN(TestKaseyaClient)
#include "tst_kaseyaclient.moc"
