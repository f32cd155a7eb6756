// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/conversion.h"
#include "psa/autotask/autotaskclient.h"
#include "psa/clients.h"
#include "psa/scriptedautotask.h"
#include "psa/scriptedpsa.h"

#include <QCoro/QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace tandem::autotask;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

class TestAutotaskClient final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void signIn_provesTheKeysAndReadsTheUsage();
    void signIn_standsWithoutTheUsage();
    void signIn_failsInWords_data();
    void signIn_failsInWords();
    void factory_knowsAutotask();
    void webLink_opensTheRecord_data();
    void webLink_opensTheRecord();

    void options_ofPicklistsAreReadOnce();
    void options_thatAutotaskHasFixed_data();
    void options_thatAutotaskHasFixed();
    void options_ofPeopleLeaveApiUsersOut();
    void options_thatAutotaskLacks_areEmpty();
    void settingChoices_areAskedLive_data();
    void settingChoices_areAskedLive();
    void fieldLengths_areTheTenants();

    void pull_startsWithTheUsage();
    void page_asksForChangesAndCompany_data();
    void page_asksForChangesAndCompany();
    void page_ofCompaniesKnowsMainLocations();
    void page_ofCompaniesWithoutLocationSync();
    void page_ofConfigurationsReadsProductsOnce();
    void page_goesOnBehindItsCursor();
    void newPicklistValue_isNamedAfterOneLook();
    void count_asksForTheSame();
    void read_isAQueryAndMissingIsNotFound();
    void readsThatMeet_goTogether();
    void failedRead_isToldToAllWhoJoined();
    void readMany_takesWhatWasAskedFor();
    void findSimilar_asksByNames_data();
    void findSimilar_asksByNames();

    void createCompany_needsItsSettings();
    void createCompany_answersItsLocationToo();
    void createContact_goesBelowItsCompany();
    void createLocation_goesBelowItsCompany();
    void createConfiguration_findsItsProduct();
    void createConfiguration_makesItsProduct();
    void createConfiguration_withFallback_keepsOurNames();
    void createConfiguration_withoutProduct_writesNothing();
    void create_thatCannotBeReadBack_isUnknown_data();
    void create_thatCannotBeReadBack_isUnknown();
    void create_ofTooLongText_isRefusedHere();
    void create_withoutMetadata_goesOn_data();
    void create_withoutMetadata_goesOn();

    void update_isOnePatchWithTheIdInside_data();
    void update_isOnePatchWithTheIdInside();
    void update_thatVanished_isSeenInTheAnswer();
    void update_ofTheModel_changesTheProduct();
    void update_ofTheModelWithFallback_changesNothing();
    void update_ofTheMainLocation_isItsFlag();
    void update_withNothingToSend_readsOnly();
    void update_thatCannotBe_isRefusedHere_data();
    void update_thatCannotBe_isRefusedHere();
    void refusedUpdate_namesOurField();
    void refusedProduct_isLookedForAnew();
    void fault_ofAnUpdateIsUnknown();

private:
    [[nodiscard]] static QByteArray row(const QString &name);
    /** A row with other values. */
    [[nodiscard]] static QByteArray rowWith(const QString &name, const QJsonObject &values);
    [[nodiscard]] RemoteRecord readRecord(AssetKind kind, const QByteArray &row);
    void chooseSettings(const QString &billingCode, const QString &fallback);

    std::optional<FieldMap> m_map;
    std::unique_ptr<ScriptedAutotask> m_psa;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<AutotaskClient> m_client;
};

namespace {

const QByteArray serverProduct =
    R"({"id":88,"name":"Rack server","manufacturerName":"Dell","manufacturerProductName":"R740","isActive":true})";

const QByteArray companyFields = R"([
    {"name":"companyName","dataType":"string","length":100},
    {"name":"companyType","isPickList":true,"picklistValues":[
        {"value":"1","label":"Customer","isDefaultValue":true,"isActive":true},
        {"value":"3","label":"Prospect","isActive":false}]},
    {"name":"classification","isPickList":true,"picklistValues":[{"value":"14","label":"Gold","isActive":true}]}])";

AssetKind kindOf(const QString &name)
{
    return kindFromName(name).value_or(AssetKind::Organization);
}

QStringList namesOf(const QList<RemoteOption> &options)
{
    QStringList names;
    for (const RemoteOption &option : options)
        names.append(QString(option.remoteId + u':' + option.name + (option.isActive ? u""_s : u"-"_s)));
    return names;
}

} // namespace

void TestAutotaskClient::initTestCase()
{
    const Result<FieldMap> map = FieldMap::load(Platform::Autotask);
    QVERIFY(map.has_value());
    m_map = *map;
}

void TestAutotaskClient::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_psa = std::make_unique<ScriptedAutotask>();
    m_http = std::make_unique<HttpClient>(HttpLimits{.permits = 3});
    m_client = std::make_unique<AutotaskClient>(m_psa->address(), ScriptedAutotask::credentials(),
                                                m_http.get(), *m_map);
    for (const char *entity : {"Contacts", "CompanyLocations", "ConfigurationItems", "Products"})
        m_psa->setFields(QString::fromLatin1(entity), "[]");
    m_psa->setFields(u"Companies"_s, companyFields);
    chooseSettings({}, {});
}

void TestAutotaskClient::cleanup()
{
    m_client.reset();
    m_http.reset();
    m_psa.reset();
}

QByteArray TestAutotaskClient::row(const QString &name)
{
    return fixture(QStringLiteral(FIXTURES), u"autotask-%1.json"_s.arg(name));
}

QByteArray TestAutotaskClient::rowWith(const QString &name, const QJsonObject &values)
{
    QJsonObject changed = object(row(name));
    for (auto it = values.constBegin(); it != values.constEnd(); ++it)
        changed.insert(it.key(), it.value());
    return QJsonDocument(changed).toJson(QJsonDocument::Compact);
}

/** As the engine has just read it. */
RemoteRecord TestAutotaskClient::readRecord(AssetKind kind, const QByteArray &row)
{
    m_psa->queueRows(m_map->kind(kind).collection, {row});
    m_psa->queueRows(u"Products"_s, {serverProduct});
    if (kind == AssetKind::Organization)
        m_psa->queueRows(u"CompanyLocations"_s, {R"({"id":410,"companyID":29683500,"isPrimary":true})"});
    const QString id = QString::number(object(row).value(u"id"_s).toInteger());
    const auto record = QCoro::waitFor(m_client->read(kind, {.id = id}));
    m_psa->forget();
    return record.value_or(RemoteRecord{});
}

void TestAutotaskClient::chooseSettings(const QString &billingCode, const QString &fallback)
{
    SyncSettings settings;
    settings.setChoice(u"account_manager"_s, {u"29682885"_s, u"Ada Byron"_s});
    settings.setText(u"default_phone"_s, u"555 0100"_s);
    settings.setChoice(u"billing_code"_s, {billingCode, u"Hardware"_s});
    settings.setChoice(u"fallback_product"_s, {fallback, u"Misc"_s});
    m_client->useSettings(settings);
}

// ---- connecting ---------------------------------------------------------------------------------

void TestAutotaskClient::signIn_provesTheKeysAndReadsTheUsage()
{
    m_psa->queueRows(u"Companies"_s, {R"({"id":0,"companyName":"Example MSP"})"});
    m_psa->queue(
        u"GET /ThresholdInformation"_s, 200,
        R"({"externalRequestThreshold":10000,"requestThresholdTimeframe":60,"currentTimeframeRequestCount":6124})");
    const auto info = QCoro::waitFor(m_client->signIn());
    QVERIFY2(info.has_value(), info ? "" : qPrintable(info.error().message));
    QCOMPARE(info->company, u"Example MSP"_s);
    QCOMPARE(info->baseUrl, QString(m_psa->address() + "/ATServicesRest/V1.0"_L1));
    QCOMPARE(info->callsUsed, 6124);
    QCOMPARE(info->callLimit, 10'000);
    QCOMPARE(m_psa->lines(), (QStringList{u"POST /Companies/query"_s, u"GET /ThresholdInformation"_s}));
    QCOMPARE(m_psa->requests().constFirst().filter(), QJsonArray{equals(u"id"_s, 0)});
}

void TestAutotaskClient::signIn_standsWithoutTheUsage()
{
    m_psa->queueRows(u"Companies"_s, {});
    m_psa->queue(u"GET /ThresholdInformation"_s, 403, "");
    const auto info = QCoro::waitFor(m_client->signIn());
    QVERIFY(info.has_value());
    QCOMPARE(info->company, u"Test Zone"_s);
    QCOMPARE(info->callsUsed, -1);
}

void TestAutotaskClient::signIn_failsInWords_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");
    QTest::newRow("wrong secret") << 401 << QByteArray() << int(ErrorCode::SignInFailed) << QString();
    QTest::newRow("wrong tracking identifier")
        << 500 << QByteArray(R"({"errors":["IntegrationCode is invalid."]})") << int(ErrorCode::SignInFailed)
        << u"integration_code"_s;
    QTest::newRow("no right") << 403 << QByteArray() << int(ErrorCode::NotAllowed) << QString();
    QTest::newRow("closed") << 503 << QByteArray() << int(ErrorCode::ServerFault) << QString();
}

void TestAutotaskClient::signIn_failsInWords()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    QFETCH(QString, field);
    m_psa->queue(u"POST /Companies/query"_s, status, body);
    const auto info = QCoro::waitFor(m_client->signIn());
    QVERIFY(!info.has_value());
    QCOMPARE(errorCodeName(info.error().code), errorCodeName(ErrorCode(code)));
    QCOMPARE(info.error().field, field);
    QCOMPARE(m_psa->requests().size(), 1);
}

void TestAutotaskClient::factory_knowsAutotask()
{
    const auto client = makeClient(Platform::Autotask, {}, ScriptedAutotask::credentials(), m_http.get());
    QVERIFY(client.has_value());
    // Unlike in ConnectWise, one list has the locations of all companies.
    for (const AssetKind kind : allKinds)
        QVERIFY((*client)->listsAll(kind));
}

void TestAutotaskClient::webLink_opensTheRecord_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("link");
    QTest::newRow("company") << u"organization"_s << u"ExecuteCommand.aspx?Code=OpenAccount&AccountID=5"_s;
    QTest::newRow("location") << u"location"_s << u"ExecuteCommand.aspx?Code=OpenAccount&AccountID=250"_s;
    QTest::newRow("contact") << u"contact"_s << u"ExecuteCommand.aspx?Code=OpenContact&ContactID=5"_s;
    QTest::newRow("configuration")
        << u"configuration"_s << u"AutotaskCommand.aspx?Code=OpenInstalledProduct&InstalledProductID=5"_s;
}

void TestAutotaskClient::webLink_opensTheRecord()
{
    QFETCH(QString, kind);
    QFETCH(QString, link);
    const RemoteKey key{.id = u"5"_s, .parentId = u"250"_s};
    QVERIFY(m_client->webLink(kindOf(kind), key).isEmpty()); // the zone is not known yet
    m_psa->queue(u"POST /Companies/query/count"_s, 200, R"({"queryCount":1})");
    QVERIFY(QCoro::waitFor(m_client->count(AssetKind::Organization, {})).has_value());
    QCOMPARE(m_client->webLink(kindOf(kind), key).toString(),
             QString(m_psa->address() + "/Autotask/AutotaskExtend/"_L1 + link));
    QVERIFY(m_client->webLink(kindOf(kind), {.id = u"javascript:"_s, .parentId = u"x"_s}).isEmpty());
}

// ---- lists --------------------------------------------------------------------------------------

void TestAutotaskClient::options_ofPicklistsAreReadOnce()
{
    m_psa->setFields(u"ConfigurationItems"_s, R"([{"name":"configurationItemType","picklistValues":[
        {"value":"3","label":"Server","isActive":true}]}])");
    const auto types = QCoro::waitFor(m_client->options(OptionList::OrganizationType));
    const auto classifications = QCoro::waitFor(m_client->options(OptionList::Classification));
    const auto kinds = QCoro::waitFor(m_client->options(OptionList::ConfigurationType));
    QVERIFY(types.has_value() && classifications.has_value() && kinds.has_value());
    QCOMPARE(namesOf(*types), (QStringList{u"1:Customer"_s, u"3:Prospect-"_s}));
    QVERIFY(types->constFirst().isDefault);
    QCOMPARE(namesOf(*classifications), QStringList{u"14:Gold"_s});
    QCOMPARE(m_psa->requests(u"GET /Companies/entityInformation/fields"_s).size(), 1);
    QCOMPARE(namesOf(*kinds), QStringList{u"3:Server"_s});
}

void TestAutotaskClient::options_thatAutotaskHasFixed_data()
{
    QTest::addColumn<int>("list");
    QTest::addColumn<QStringList>("names");
    const QStringList flag{u"1:Active"_s, u"0:Inactive"_s};
    QTest::newRow("company status") << int(OptionList::OrganizationStatus) << flag;
    QTest::newRow("configuration status") << int(OptionList::ConfigurationStatus) << flag;
    QTest::newRow("e-mails") << int(OptionList::EmailType) << QStringList{u"emailAddress:Work"_s};
    QTest::newRow("phones") << int(OptionList::PhoneType)
                            << QStringList{u"phone:Work"_s, u"mobilePhone:Mobile"_s,
                                           u"alternatePhone:Alternate"_s, u"faxNumber:Fax"_s};
}

void TestAutotaskClient::options_thatAutotaskHasFixed()
{
    QFETCH(int, list);
    QFETCH(QStringList, names);
    const auto options = QCoro::waitFor(m_client->options(OptionList(list)));
    QVERIFY(options.has_value());
    QCOMPARE(namesOf(*options), names);
    QVERIFY(m_psa->requests().isEmpty());
}

/** They cannot own a company, so they are not offered as Default Account Manager. */
void TestAutotaskClient::options_ofPeopleLeaveApiUsersOut()
{
    m_psa->setFields(u"Resources"_s, R"([{"name":"licenseType","picklistValues":[
        {"value":"1","label":"Professional"},{"value":"7","label":"API User"}]}])");
    m_psa->queueRows(u"Resources"_s,
                     {R"({"id":4,"firstName":"Ada","lastName":"Byron","isActive":true,"licenseType":1})",
                      R"({"id":5,"firstName":"Tandem","lastName":"API","isActive":true,"licenseType":7})",
                      R"({"id":6,"firstName":"Old","lastName":"Hand","isActive":false,"licenseType":1})"});
    const auto people = QCoro::waitFor(m_client->options(OptionList::Member));
    QVERIFY(people.has_value());
    QCOMPARE(namesOf(*people), (QStringList{u"4:Ada Byron"_s, u"6:Old Hand-"_s}));
}

void TestAutotaskClient::options_thatAutotaskLacks_areEmpty()
{
    for (const OptionList list :
         {OptionList::ContactType, OptionList::Manufacturer, OptionList::Model, OptionList::Region}) {
        const auto options = QCoro::waitFor(m_client->options(list));
        QVERIFY(options.has_value() && options->isEmpty());
    }
    QVERIFY(m_psa->requests().isEmpty());
}

void TestAutotaskClient::settingChoices_areAskedLive_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QByteArray>("filter");
    QTest::newRow("billing codes") << u"billing_code"_s << QString() << u"BillingCodes"_s
                                   << QByteArray(R"([{"op":"eq","field":"isActive","value":true},
                                        {"op":"eq","field":"useType","value":3}])");
    QTest::newRow("products") << u"fallback_product"_s << u" misc "_s << u"Products"_s
                              << QByteArray(R"([{"op":"eq","field":"isActive","value":true},
                                   {"op":"contains","field":"name","value":"misc"}])");
    QTest::newRow("something else") << u"default_phone"_s << QString() << QString() << QByteArray();
}

void TestAutotaskClient::settingChoices_areAskedLive()
{
    QFETCH(QString, key);
    QFETCH(QString, search);
    QFETCH(QString, entity);
    QFETCH(QByteArray, filter);
    m_psa->setFields(u"BillingCodes"_s, R"([{"name":"useType","picklistValues":[
        {"value":"1","label":"Work Type"},{"value":"3","label":"Material"}]}])");
    if (!entity.isEmpty())
        m_psa->queueRows(entity, {R"({"id":12,"name":"Hardware"})"});
    const auto choices = QCoro::waitFor(m_client->settingChoices(key, search));
    QVERIFY(choices.has_value());
    QCOMPARE(choices->size(), entity.isEmpty() ? 0 : 1);
    if (!entity.isEmpty()) {
        QCOMPARE(choices->constFirst(), (SettingChoice{u"12"_s, u"Hardware"_s}));
        QCOMPARE(m_psa->requests(u"POST /%1/query"_s.arg(entity)).constFirst().filter(), array(filter));
    }
}

void TestAutotaskClient::fieldLengths_areTheTenants()
{
    m_psa->setFields(u"ConfigurationItems"_s,
                       R"([{"name":"referenceTitle","length":200},{"name":"notes","length":5000}])");
    m_psa->setFields(u"Products"_s,
                       R"([{"name":"manufacturerName","length":100},{"name":"notes","length":9}])");
    const auto lengths = QCoro::waitFor(m_client->fieldLengths(AssetKind::Configuration));
    QVERIFY(lengths.has_value());
    QCOMPARE(*lengths,
             (FieldLengths{{u"referenceTitle"_s, 200}, {u"notes"_s, 5000}, {u"manufacturerName"_s, 100}}));
}

// ---- reading ------------------------------------------------------------------------------------

/** Other programs use the same calls of the hour, so each pull starts with a look at how many are left. */
void TestAutotaskClient::pull_startsWithTheUsage()
{
    m_psa->queue(u"GET /ThresholdInformation"_s, 200,
                 R"({"externalRequestThreshold":10000,"currentTimeframeRequestCount":9000})");
    m_psa->queueRows(u"Companies"_s, {}, {});
    m_psa->queueRows(u"Contacts"_s, {}, {});
    QVERIFY(QCoro::waitFor(m_client->page(AssetKind::Organization, {})).has_value());
    QVERIFY(QCoro::waitFor(m_client->page(AssetKind::Contact, {})).has_value());
    const PageRequest further{.cursor = u"id>5"_s};
    QVERIFY(QCoro::waitFor(m_client->page(AssetKind::Organization, further)).has_value());
    QCOMPARE(m_psa->requests(u"GET /ThresholdInformation"_s).size(), 1);
    QCOMPARE(m_psa->lines().constFirst(), u"GET /ThresholdInformation"_s);
}

void TestAutotaskClient::page_asksForChangesAndCompany_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("isDelta");
    QTest::addColumn<QString>("company");
    QTest::addColumn<QByteArray>("filter");
    const QByteArray all = R"([{"op":"gte","field":"id","value":0}])";
    const QByteArray since = R"("value":"2026-01-02T03:04:05.006Z")";
    QTest::newRow("all companies") << u"organization"_s << false << QString() << all;
    QTest::newRow("changed companies")
        << u"organization"_s << true << QString()
        << QByteArray(R"([{"op":"gte","field":"lastActivityDate",)" + since + "}]");
    QTest::newRow("changed contacts")
        << u"contact"_s << true << QString()
        << QByteArray(R"([{"op":"or","items":[{"op":"gte","field":"lastModifiedDate",)" + since
                      + R"(},{"op":"gte","field":"lastActivityDate",)" + since + "}]}]");
    QTest::newRow("changed configurations of one")
        << u"configuration"_s << true << u"0"_s
        << QByteArray(R"([{"op":"eq","field":"companyID","value":0},{"op":"gte","field":"lastModifiedTime",)"
                      + since + "}]");
    QTest::newRow("locations have no date") << u"location"_s << true << QString() << all;
    QTest::newRow("locations of one") << u"location"_s << false << u"250"_s
                                      << QByteArray(R"([{"op":"eq","field":"companyID","value":250}])");
}

void TestAutotaskClient::page_asksForChangesAndCompany()
{
    QFETCH(QString, kind);
    QFETCH(bool, isDelta);
    QFETCH(QString, company);
    QFETCH(QByteArray, filter);
    const QString entity = m_map->kind(kindOf(kind)).collection;
    m_psa->queueRows(entity, {});
    PageRequest request{.organizationId = company, .size = 1000};
    if (isDelta)
        request.changedSince = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 6), Qt::UTC);
    const auto page = QCoro::waitFor(m_client->page(kindOf(kind), request));
    QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().message));
    const QString line = u"POST /%1/query"_s.arg(entity);
    QCOMPARE(m_psa->requests(line).size(), 1);
    const QJsonObject body = m_psa->requests(line).constFirst().body;
    QCOMPARE(body.value(u"filter"_s).toArray(), array(filter));
    QCOMPARE(body.value(u"maxRecords"_s).toInt(), 500);
    QVERIFY(body.value(u"includeFields"_s).toArray().contains(u"id"_s));
    request.organizationId = u"1 or 1"_s;
    QVERIFY(!QCoro::waitFor(m_client->page(kindOf(kind), request)).has_value());
    QCOMPARE(m_psa->requests(line).size(), 1);
}

void TestAutotaskClient::page_ofCompaniesKnowsMainLocations()
{
    m_psa->queueRows(u"Companies"_s, {row(u"company"_s), R"({"id":0,"companyName":"Us","isActive":true})"});
    m_psa->queueRows(u"CompanyLocations"_s, {R"({"id":410,"companyID":29683500,"isPrimary":true})"});
    const auto page = QCoro::waitFor(m_client->page(AssetKind::Organization, {}));
    QVERIFY(page.has_value());
    QCOMPARE(page->records.size(), 2);
    QCOMPARE(page->records.at(0).values.value(u"primary_location"_s), QJsonValue(u"410"_s));
    QVERIFY(page->records.at(1).values.value(u"primary_location"_s).isNull());
    QCOMPARE(page->records.at(1).key.id, u"0"_s); // the tenant itself is a company like others
    QCOMPARE(m_psa->requests(u"POST /CompanyLocations/query"_s).constFirst().filter(),
             (QJsonArray{isOneOf(u"companyID"_s, {29683500, 0}), equals(u"isPrimary"_s, true)}));
}

void TestAutotaskClient::page_ofCompaniesWithoutLocationSync()
{
    SyncSettings settings;
    settings.locations = false;
    m_client->useSettings(settings);
    m_psa->queueRows(u"Companies"_s, {row(u"company"_s)});
    const auto page = QCoro::waitFor(m_client->page(AssetKind::Organization, {}));
    QVERIFY(page.has_value());
    QVERIFY(page->records.constFirst().untold.contains(u"primary_location"_s));
    QVERIFY(m_psa->requests(u"POST /CompanyLocations/query"_s).isEmpty());
}

void TestAutotaskClient::page_ofConfigurationsReadsProductsOnce()
{
    m_psa->queueRows(u"ConfigurationItems"_s,
                     {row(u"configuration"_s), rowWith(u"configuration"_s, {{u"id"_s, 5502}})});
    m_psa->queueRows(u"Products"_s, {serverProduct});
    const auto page = QCoro::waitFor(m_client->page(AssetKind::Configuration, {}));
    QVERIFY(page.has_value());
    QCOMPARE(page->records.at(1).values.value(u"model"_s), QJsonValue(u"R740"_s));
    QCOMPARE(m_psa->requests(u"POST /Products/query"_s).size(), 1);
    // A read uses what is known; a pull from the start looks again, since products get other names too.
    QVERIFY(QCoro::waitFor(m_client->read(AssetKind::Configuration, {.id = u"5501"_s})).has_value());
    QCOMPARE(m_psa->requests(u"POST /Products/query"_s).size(), 1);
    QVERIFY(QCoro::waitFor(m_client->page(AssetKind::Configuration, {})).has_value());
    QCOMPARE(m_psa->requests(u"POST /Products/query"_s).size(), 2);
}

void TestAutotaskClient::page_goesOnBehindItsCursor()
{
    m_psa->queueRows(u"Contacts"_s, {row(u"contact"_s)}, m_psa->nextLink(u"Contacts"_s, u"2"_s));
    m_psa->queue(u"POST /Contacts/query/next"_s, 200,
                 R"({"items":[{"id":9}],"pageDetails":{"nextPageUrl":null}})");
    PageRequest request{.size = 1};
    const auto first = QCoro::waitFor(m_client->page(AssetKind::Contact, request));
    QVERIFY(first.has_value() && !first->nextCursor.isEmpty());
    QVERIFY(first->records.constFirst().wire.isEmpty()); // a pull keeps thousands of them for a while
    request.cursor = first->nextCursor;
    const auto second = QCoro::waitFor(m_client->page(AssetKind::Contact, request));
    QVERIFY(second.has_value());
    QCOMPARE(second->records.constFirst().key.id, u"9"_s);
    QVERIFY(second->nextCursor.isEmpty());
    QCOMPARE(m_psa->requests().at(1).body, m_psa->requests().at(0).body);
}

void TestAutotaskClient::newPicklistValue_isNamedAfterOneLook()
{
    QVERIFY(QCoro::waitFor(m_client->options(OptionList::OrganizationType)).has_value());
    m_psa->setFields(u"Companies"_s,
                       R"([{"name":"companyType","picklistValues":[{"value":"1","label":"Customer"},
                                           {"value":"9","label":"Partner"}]}])");
    m_psa->queueRows(
        u"Companies"_s,
        {rowWith(u"company"_s, {{u"companyType"_s, 9}}), rowWith(u"company"_s, {{u"companyType"_s, 77}})});
    m_psa->queueRows(u"CompanyLocations"_s, {});
    const auto page = QCoro::waitFor(m_client->page(AssetKind::Organization, {}));
    QVERIFY(page.has_value());
    QCOMPARE(page->records.at(0).names.value(u"organization_type"_s), u"Partner"_s);
    QVERIFY(!page->records.at(1).names.contains(u"organization_type"_s));
    // What even a fresh list does not have is not asked for again and again.
    QVERIFY(QCoro::waitFor(m_client->page(AssetKind::Organization, {})).has_value());
    QCOMPARE(m_psa->requests(u"GET /Companies/entityInformation/fields"_s).size(), 2);
}

void TestAutotaskClient::count_asksForTheSame()
{
    m_psa->queue(u"POST /ConfigurationItems/query/count"_s, 200, R"({"queryCount":42})");
    const PageRequest request{.organizationId = u"5"_s};
    QCOMPARE(QCoro::waitFor(m_client->count(AssetKind::Configuration, request)).value_or(-1), 42);
    QCOMPARE(m_psa->requests().constFirst().filter(), QJsonArray{equals(u"companyID"_s, 5)});
}

/** The sources disagree on what GET answers for a missing id; a query answers no rows, and a wrong route
 * never does. */
void TestAutotaskClient::read_isAQueryAndMissingIsNotFound()
{
    m_psa->queueRows(u"Contacts"_s, {});
    const auto missing = QCoro::waitFor(m_client->read(AssetKind::Contact, {.id = u"5"_s}));
    QVERIFY(!missing.has_value());
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QCOMPARE(m_psa->requests().constFirst().filter(), (QJsonArray{isOneOf(u"id"_s, {5})}));

    m_psa->queue(u"POST /Contacts/query"_s, 404, "<html/>");
    QCOMPARE(QCoro::waitFor(m_client->read(AssetKind::Contact, {.id = u"5"_s})).error().code,
             ErrorCode::BadAnswer);

    m_psa->forget();
    QCOMPARE(QCoro::waitFor(m_client->read(AssetKind::Contact, {.id = u"x"_s})).error().code,
             ErrorCode::NotFound);
    QVERIFY(m_psa->requests().isEmpty());
}

/** In bulk each push reads its record twice; those reads must not be a call each. */
void TestAutotaskClient::readsThatMeet_goTogether()
{
    m_psa->queueRows(u"Contacts"_s, {R"({"id":1})"});
    m_psa->queueRows(u"Contacts"_s, {R"({"id":2})", R"({"id":3})"});
    auto first = m_client->read(AssetKind::Contact, {.id = u"1"_s});
    auto second = m_client->read(AssetKind::Contact, {.id = u"2"_s});
    auto third = m_client->read(AssetKind::Contact, {.id = u"3"_s});
    QCOMPARE(QCoro::waitFor(first).value_or(RemoteRecord()).key.id, u"1"_s);
    QCOMPARE(QCoro::waitFor(second).value_or(RemoteRecord()).key.id, u"2"_s);
    QCOMPARE(QCoro::waitFor(third).value_or(RemoteRecord()).key.id, u"3"_s);
    QCOMPARE(m_psa->requests().size(), 2);
    QCOMPARE(m_psa->requests().at(0).filter(), (QJsonArray{isOneOf(u"id"_s, {1})}));
    QCOMPARE(m_psa->requests().at(1).filter(), (QJsonArray{isOneOf(u"id"_s, {2, 3})}));
}

void TestAutotaskClient::failedRead_isToldToAllWhoJoined()
{
    m_psa->queueRows(u"Contacts"_s, {R"({"id":1})"});
    m_psa->queue(u"POST /Contacts/query"_s, 503, "");
    m_psa->queueRows(u"Contacts"_s, {R"({"id":4})"});
    auto first = m_client->read(AssetKind::Contact, {.id = u"1"_s});
    auto second = m_client->read(AssetKind::Contact, {.id = u"2"_s});
    auto third = m_client->read(AssetKind::Contact, {.id = u"3"_s});
    QVERIFY(QCoro::waitFor(first).has_value());
    QCOMPARE(QCoro::waitFor(second).error().code, ErrorCode::ServerFault);
    QCOMPARE(QCoro::waitFor(third).error().code, ErrorCode::ServerFault);
    QVERIFY(QCoro::waitFor(m_client->read(AssetKind::Contact, {.id = u"4"_s})).has_value());
}

void TestAutotaskClient::readMany_takesWhatWasAskedFor()
{
    // A server that drops a condition it does not know answers everything.
    m_psa->queueRows(u"Contacts"_s, {R"({"id":1})", R"({"id":7})", R"({"id":3})"});
    const QList<RemoteKey> keys{{.id = u"3"_s}, {.id = u"9"_s}, {.id = u"x"_s}, {.id = u"1"_s}};
    const auto records = QCoro::waitFor(m_client->readMany(AssetKind::Contact, keys));
    QVERIFY(records.has_value());
    QCOMPARE(records->size(), 2);
    QCOMPARE(records->at(0).key.id, u"3"_s);
    QCOMPARE(records->at(1).key.id, u"1"_s);
    QCOMPARE(m_psa->requests().size(), 1);
}

void TestAutotaskClient::findSimilar_asksByNames_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QByteArray>("filter");
    QTest::newRow("company") << u"organization"_s
                             << QByteArray(R"({"name":"O'Neil \"x\"","short_name":"ONE"})")
                             << QByteArray(R"([{"op":"gte","field":"id","value":0},{"op":"or","items":[
                                  {"op":"eq","field":"companyName","value":"O'Neil \"x\""},
                                  {"op":"eq","field":"companyNumber","value":"ONE"}]}])");
    QTest::newRow("contact") << u"contact"_s
                             << QByteArray(R"({"organization":"0","first_name":" Ana ","last_name":"Lee"})")
                             << QByteArray(R"([{"op":"eq","field":"companyID","value":0},
                                  {"op":"eq","field":"firstName","value":"Ana"},
                                  {"op":"eq","field":"lastName","value":"Lee"}])");
    QTest::newRow("configuration") << u"configuration"_s << QByteArray(R"({"organization":"5","name":"SRV"})")
                                   << QByteArray(
                                          R"([{"op":"eq","field":"companyID","value":5},{"op":"or","items":[
                                        {"op":"eq","field":"referenceTitle","value":"SRV"},
                                        {"op":"notExist","field":"referenceTitle"},
                                        {"op":"eq","field":"referenceTitle","value":""}]}])");
    QTest::newRow("location") << u"location"_s << QByteArray(R"({"organization":"5","name":"Yard"})")
                              << QByteArray(R"([{"op":"eq","field":"companyID","value":5}])");
}

void TestAutotaskClient::findSimilar_asksByNames()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, values);
    QFETCH(QByteArray, filter);
    const QString entity = m_map->kind(kindOf(kind)).collection;
    m_psa->queueRows(entity, {R"({"id":5})"});
    m_psa->queueRows(u"Products"_s, {});
    if (entity != "CompanyLocations"_L1)
        m_psa->queueRows(u"CompanyLocations"_s, {});
    const auto found = QCoro::waitFor(m_client->findSimilar(kindOf(kind), object(values)));
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message));
    QCOMPARE(found->size(), 1);
    QCOMPARE(m_psa->requests().constFirst().filter(), array(filter));
}

// ---- creating -----------------------------------------------------------------------------------

void TestAutotaskClient::createCompany_needsItsSettings()
{
    m_client->useSettings({});
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Organization, {{u"name"_s, u"New"_s}}));
    QVERIFY(!made.has_value());
    QCOMPARE(made.error().code, ErrorCode::BadInput);
    QVERIFY(made.error().message.contains(u"Default Account Manager"_s));
    QVERIFY(m_psa->requests().isEmpty());
}

void TestAutotaskClient::createCompany_answersItsLocationToo()
{
    m_psa->queue(u"POST /Companies"_s, 200, R"({"itemId":29683500})");
    m_psa->queueRows(u"Companies"_s, {row(u"company"_s)});
    m_psa->queueRows(u"CompanyLocations"_s,
                     {rowWith(u"location"_s, {{u"id"_s, 409}, {u"isPrimary"_s, false}}), row(u"location"_s)});
    const RemoteValues values{{u"name"_s, u"Harbour"_s},
                              {u"organization_type"_s, u"1"_s},
                              {u"organization_status"_s, u"1"_s},
                              {u"site_name"_s, u"Main"_s}};
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Organization, values));
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
    QCOMPARE(m_psa->requests(u"POST /Companies"_s).constFirst().body,
             object(R"({"companyName":"Harbour","companyType":1,"isActive":true,"ownerResourceID":29682885,
                        "phone":"555 0100"})"));
    QCOMPARE(made->key.id, u"29683500"_s);
    QCOMPARE(made->values.value(u"name"_s), QJsonValue(u"Harbour Freight & Sons"_s)); // as it is there
    QCOMPARE(made->values.value(u"primary_location"_s), QJsonValue(u"410"_s));
    QCOMPARE(made->children.size(), 2);
    QCOMPARE(made->children.constFirst().key, (RemoteKey{u"410"_s, u"29683500"_s})); // the main one first
}

void TestAutotaskClient::createContact_goesBelowItsCompany()
{
    m_psa->queue(u"POST /Companies/29683500/Contacts"_s, 200, R"({"itemId":30690001})");
    m_psa->queueRows(u"Contacts"_s, {row(u"contact"_s)});
    const RemoteValues values{{u"first_name"_s, u"Ana"_s},
                              {u"last_name"_s, u"O'Brien"_s},
                              {u"organization"_s, u"29683500"_s},
                              {u"emails"_s, array(R"([{"value":"a@b.c","label":"Work","primary":true}])")}};
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Contact, values));
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
    QCOMPARE(m_psa->lines(),
             (QStringList{u"GET /Contacts/entityInformation/fields"_s, u"POST /Companies/29683500/Contacts"_s,
                          u"POST /Contacts/query"_s}));
    QCOMPARE(m_psa->requests().at(1).body,
             object(R"({"firstName":"Ana","lastName":"O'Brien","emailAddress":"a@b.c","isActive":1})"));
    QCOMPARE(made->key, (RemoteKey{u"30690001"_s, u"29683500"_s}));
}

void TestAutotaskClient::createLocation_goesBelowItsCompany()
{
    m_psa->queue(u"POST /Companies/0/Locations"_s, 200, R"({"itemId":410})");
    m_psa->queueRows(u"CompanyLocations"_s, {row(u"location"_s)});
    const RemoteValues values{{u"name"_s, u"Yard"_s}, {u"organization"_s, u"0"_s}};
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Location, values));
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
    QCOMPARE(m_psa->requests().at(1).body, object(R"({"name":"Yard","isActive":true})"));
    QVERIFY(!QCoro::waitFor(m_client->create(AssetKind::Location, {{u"name"_s, u"Yard"_s}})).has_value());
    QCOMPARE(m_psa->requests(u"POST /Companies/0/Locations"_s).size(), 1);
}

namespace {

const RemoteValues newConfiguration{{u"name"_s, u"SRV-01"_s},          {u"organization"_s, u"29683500"_s},
                                    {u"configuration_type"_s, u"3"_s}, {u"configuration_status"_s, u"1"_s},
                                    {u"manufacturer"_s, u"Dell"_s},    {u"model"_s, u"R740"_s}};

} // namespace

void TestAutotaskClient::createConfiguration_findsItsProduct()
{
    m_psa->queueRows(u"Products"_s, {serverProduct});
    m_psa->queue(u"POST /ConfigurationItems"_s, 200, R"({"itemId":5501})");
    m_psa->queueRows(u"ConfigurationItems"_s, {row(u"configuration"_s)});
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Configuration, newConfiguration));
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
    QCOMPARE(
        m_psa->requests(u"POST /ConfigurationItems"_s).constFirst().body,
        object(R"({"referenceTitle":"SRV-01","companyID":29683500,"configurationItemType":3,"isActive":true,
                        "productID":88})"));
    QCOMPARE(made->values.value(u"manufacturer"_s), QJsonValue(u"Dell"_s));
    QCOMPARE(m_psa->requests(u"POST /Products/query"_s).size(),
             1); // the product it found is known for the answer
}

void TestAutotaskClient::createConfiguration_makesItsProduct()
{
    chooseSettings(u"12"_s, {});
    m_psa->queueRows(u"Products"_s, {});
    m_psa->queueRows(u"Products"_s, {serverProduct});
    m_psa->queue(u"POST /Products"_s, 200, R"({"itemId":88})");
    m_psa->queue(u"POST /ConfigurationItems"_s, 200, R"({"itemId":5501})");
    m_psa->queueRows(u"ConfigurationItems"_s, {row(u"configuration"_s)});
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Configuration, newConfiguration));
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
    QCOMPARE(m_psa->requests(u"POST /ConfigurationItems"_s).constFirst().body.value(u"productID"_s).toInt(),
             88);
    QCOMPARE(made->values.value(u"model"_s), QJsonValue(u"R740"_s));
}

void TestAutotaskClient::createConfiguration_withFallback_keepsOurNames()
{
    chooseSettings({}, u"88"_s);
    m_psa->queueRows(u"Products"_s, {});
    m_psa->queueRows(u"Products"_s, {R"({"id":88,"name":"Misc","isActive":true})"});
    m_psa->queue(u"POST /ConfigurationItems"_s, 200, R"({"itemId":5501})");
    m_psa->queueRows(u"ConfigurationItems"_s, {row(u"configuration"_s)});
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Configuration, newConfiguration));
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
    QCOMPARE(made->untold, (QStringList{u"manufacturer"_s, u"model"_s}));
    // What was sent is what was agreed, so the names stay here, and nothing looks refused.
    QCOMPARE(settleAlternatives(*made, newConfiguration).value(u"model"_s), QJsonValue(u"R740"_s));
}

void TestAutotaskClient::createConfiguration_withoutProduct_writesNothing()
{
    m_psa->queueRows(u"Products"_s, {});
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Configuration, newConfiguration));
    QVERIFY(!made.has_value());
    QCOMPARE(made.error().code, ErrorCode::Rejected);
    QCOMPARE(made.error().field, u"model"_s);
    RemoteValues noModel = newConfiguration;
    noModel.remove(u"model"_s);
    const auto none = QCoro::waitFor(m_client->create(AssetKind::Configuration, noModel));
    QCOMPARE(none.error().code, ErrorCode::BadInput);
    QCOMPARE(none.error().field, u"model"_s);
    QVERIFY(m_psa->requests(u"POST /ConfigurationItems"_s).isEmpty());
}

void TestAutotaskClient::create_thatCannotBeReadBack_isUnknown_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray none = R"({"items":[],"pageDetails":{"nextPageUrl":null}})";
    QTest::newRow("fault") << 500 << QByteArray();
    QTest::newRow("threads") << 429 << QByteArray();
    QTest::newRow("refused") << 403 << QByteArray();
    QTest::newRow("not there") << 200 << none;
    QTest::newRow("HTML") << 200 << QByteArray("<html/>");
}

/** It was made: any other word than "unknown" would let the engine make it a second time (rule I2). */
void TestAutotaskClient::create_thatCannotBeReadBack_isUnknown()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_psa->queue(u"POST /Companies/5/Contacts"_s, 200, R"({"itemId":7})");
    m_psa->queue(u"POST /Contacts/query"_s, status, body);
    const RemoteValues values{
        {u"first_name"_s, u"A"_s}, {u"last_name"_s, u"B"_s}, {u"organization"_s, u"5"_s}};
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Contact, values));
    QVERIFY(!made.has_value());
    QCOMPARE(made.error().code, ErrorCode::OutcomeUnknown);
    QCOMPARE(m_psa->requests(u"POST /Companies/5/Contacts"_s).size(), 1);
}

void TestAutotaskClient::create_ofTooLongText_isRefusedHere()
{
    m_psa->setFields(u"Contacts"_s, R"([{"name":"title","dataType":"string","length":5}])");
    const RemoteValues values{{u"first_name"_s, u"A"_s},
                              {u"last_name"_s, u"B"_s},
                              {u"organization"_s, u"5"_s},
                              {u"title"_s, u"Director"_s}};
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Contact, values));
    QVERIFY(!made.has_value());
    QCOMPARE(made.error().code, ErrorCode::Rejected);
    QCOMPARE(made.error().field, u"title"_s);
    QCOMPARE(m_psa->lines(), QStringList{u"GET /Contacts/entityInformation/fields"_s});
}

void TestAutotaskClient::create_withoutMetadata_goesOn_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("no right to read them") << 403 << QByteArray() << true;
    QTest::newRow("no metadata") << 200 << QByteArray("{}") << true;
    QTest::newRow("closed") << 503 << QByteArray() << false;
}

void TestAutotaskClient::create_withoutMetadata_goesOn()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, goesOn);
    QVERIFY(QCoro::waitFor(m_client->fieldLengths(AssetKind::Location))
                .has_value()); // uses up the answer of init
    m_psa->queue(u"GET /CompanyLocations/entityInformation/fields"_s, status, body);
    m_psa->queue(u"POST /Companies/5/Locations"_s, 200, R"({"itemId":410})");
    m_psa->queueRows(u"CompanyLocations"_s, {row(u"location"_s)});
    AutotaskClient stranger(m_psa->address(), ScriptedAutotask::credentials(), m_http.get(), *m_map);
    const RemoteValues values{{u"name"_s, u"Yard"_s}, {u"organization"_s, u"5"_s}};
    const auto made = QCoro::waitFor(stranger.create(AssetKind::Location, values));
    QCOMPARE(made.has_value(), goesOn);
    QCOMPARE(m_psa->requests(u"POST /Companies/5/Locations"_s).size(), goesOn ? 1 : 0);
    // Nothing was sent yet, so nobody has to look whether it arrived.
    if (!made)
        QCOMPARE(made.error().code, ErrorCode::TimedOut);
}

// ---- changing -----------------------------------------------------------------------------------

void TestAutotaskClient::update_isOnePatchWithTheIdInside_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("fixtureName");
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("company") << u"organization"_s << u"company"_s
                             << QByteArray(R"({"name":"Other","parent":null,"organization_status":"0"})")
                             << u"PATCH /Companies"_s
                             << QByteArray(R"({"id":29683500,"companyName":"Other","parentCompanyID":null,
                                  "isActive":false})");
    QTest::newRow("location") << u"location"_s << u"location"_s
                              << QByteArray(R"({"city":null,"address_2":"Floor 2"})")
                              << u"PATCH /Companies/29683500/Locations"_s
                              << QByteArray(R"({"id":410,"city":null,"address2":"Floor 2"})");
    QTest::newRow("contact") << u"contact"_s << u"contact"_s
                             << QByteArray(R"({"title":null,"phones":[{"value":"1","label":"Work"}]})")
                             << u"PATCH /Companies/29683500/Contacts"_s
                             << QByteArray(R"({"id":30690001,"title":null,"phone":"1","extension":null,
                                  "mobilePhone":null})");
    QTest::newRow("configuration") << u"configuration"_s << u"configuration"_s
                                   << QByteArray(R"({"serial_number":"SN2","contact":null,
                                        "warranty_expires_at":"2030-01-31"})")
                                   << u"PATCH /ConfigurationItems"_s
                                   << QByteArray(R"({"id":5501,"serialNumber":"SN2","contactID":null,
                                        "warrantyExpirationDate":"2030-01-31T00:00:00.000Z"})");
}

void TestAutotaskClient::update_isOnePatchWithTheIdInside()
{
    QFETCH(QString, kind);
    QFETCH(QString, fixtureName);
    QFETCH(QByteArray, changes);
    QFETCH(QString, line);
    QFETCH(QByteArray, body);
    const RemoteRecord current = readRecord(kindOf(kind), row(fixtureName));
    m_psa->queue(line, 200, R"({"itemId":1})");
    const auto changed = QCoro::waitFor(m_client->update(current, object(changes)));
    QVERIFY2(changed.has_value(), changed ? "" : qPrintable(changed.error().message));
    QCOMPARE(m_psa->requests(line).size(), 1);
    QCOMPARE(m_psa->requests(line).constFirst().body, object(body));
    for (const AutotaskRequest &request : m_psa->requests())
        QVERIFY(request.method != "PUT");
    // Metadata once, the change, and one look at it; what has not changed is not read again.
    QCOMPARE(m_psa->requests().size(), 3);
    QCOMPARE(changed->version, current.version);
    QCOMPARE(changed->key, current.key);
}

/** Members it does not know and those that are read-only are dropped there without a word. */
void TestAutotaskClient::update_thatVanished_isSeenInTheAnswer()
{
    const RemoteRecord current = readRecord(AssetKind::Contact, row(u"contact"_s));
    m_psa->queue(u"PATCH /Companies/29683500/Contacts"_s, 200, R"({"itemId":30690001})");
    const auto changed = QCoro::waitFor(m_client->update(current, {{u"title"_s, u"CEO"_s}}));
    QVERIFY(changed.has_value());
    QCOMPARE(changed->values.value(u"title"_s), QJsonValue(u"Owner"_s));
}

void TestAutotaskClient::update_ofTheModel_changesTheProduct()
{
    const RemoteRecord current = readRecord(AssetKind::Configuration, row(u"configuration"_s));
    m_psa->queueRows(u"Products"_s,
                     {R"({"id":99,"name":"New","manufacturerName":"Dell","manufacturerProductName":"R750",
                                        "isActive":true})"});
    m_psa->queue(u"PATCH /ConfigurationItems"_s, 200, R"({"itemId":5501})");
    m_psa->queueRows(u"ConfigurationItems"_s, {rowWith(u"configuration"_s, {{u"productID"_s, 99}})});
    const auto changed = QCoro::waitFor(m_client->update(current, {{u"model"_s, u"R750"_s}}));
    QVERIFY2(changed.has_value(), changed ? "" : qPrintable(changed.error().message));
    QCOMPARE(m_psa->requests(u"POST /Products/query"_s).constFirst().filter(),
             (QJsonArray{equals(u"manufacturerName"_s, u"Dell"_s),
                         equals(u"manufacturerProductName"_s, u"R750"_s)}));
    QCOMPARE(m_psa->requests(u"PATCH /ConfigurationItems"_s).constFirst().body,
             object(R"({"id":5501,"productID":99})"));
    QCOMPARE(changed->values.value(u"model"_s), QJsonValue(u"R750"_s));

    m_psa->forget();
    const auto erased = QCoro::waitFor(m_client->update(current, {{u"model"_s, QJsonValue::Null}}));
    QVERIFY(!erased.has_value());
    QCOMPARE(erased.error().field, u"model"_s);
    QVERIFY(m_psa->requests().isEmpty());
}

void TestAutotaskClient::update_ofTheModelWithFallback_changesNothing()
{
    chooseSettings({}, u"88"_s);
    RemoteRecord current = readRecord(AssetKind::Configuration, row(u"configuration"_s));
    QVERIFY(current.untold.contains(u"model"_s));
    m_psa->queueRows(u"Products"_s, {});
    // As the engine gives it: what was agreed in place of what the PSA does not tell.
    current.values = settleAlternatives(current, {{u"manufacturer"_s, u"Dell"_s}, {u"model"_s, u"R740"_s}});
    const auto changed = QCoro::waitFor(m_client->update(current, {{u"model"_s, u"R750"_s}}));
    QVERIFY2(changed.has_value(), changed ? "" : qPrintable(changed.error().message));
    QVERIFY(m_psa->requests(u"PATCH /ConfigurationItems"_s).isEmpty());
    QCOMPARE(settleAlternatives(*changed, {{u"model"_s, u"R750"_s}}).value(u"model"_s),
             QJsonValue(u"R750"_s));

    // Without the other half nobody can say which product it would be.
    current.values.remove(u"manufacturer"_s);
    QVERIFY(QCoro::waitFor(m_client->update(current, {{u"model"_s, u"R760"_s}})).has_value());
    QVERIFY(m_psa->requests(u"PATCH /ConfigurationItems"_s).isEmpty());
}

void TestAutotaskClient::update_ofTheMainLocation_isItsFlag()
{
    const RemoteRecord current = readRecord(AssetKind::Organization, row(u"company"_s));
    QCOMPARE(current.values.value(u"primary_location"_s), QJsonValue(u"410"_s));
    m_psa->queue(u"PATCH /Companies/29683500/Locations"_s, 200, R"({"itemId":411})");
    m_psa->queueRows(u"CompanyLocations"_s, {R"({"id":411,"companyID":29683500,"isPrimary":true})"});
    const auto changed = QCoro::waitFor(m_client->update(current, {{u"primary_location"_s, u"411"_s}}));
    QVERIFY2(changed.has_value(), changed ? "" : qPrintable(changed.error().message));
    QCOMPARE(m_psa->requests(u"PATCH /Companies/29683500/Locations"_s).constFirst().body,
             object(R"({"id":411,"isPrimary":true})"));
    QVERIFY(m_psa->requests(u"PATCH /Companies"_s).isEmpty());
    QCOMPARE(changed->values.value(u"primary_location"_s), QJsonValue(u"411"_s));
}

void TestAutotaskClient::update_withNothingToSend_readsOnly()
{
    const RemoteRecord current = readRecord(AssetKind::Contact, row(u"contact"_s));
    const auto changed = QCoro::waitFor(m_client->update(current, {{u"title"_s, u"Owner"_s}}));
    QVERIFY(changed.has_value());
    QCOMPARE(m_psa->lines(), QStringList{u"POST /Contacts/query"_s});
}

void TestAutotaskClient::update_thatCannotBe_isRefusedHere_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");
    QTest::newRow("move a contact") << u"contact"_s << u"5"_s << QByteArray(R"({"organization":"7"})")
                                    << int(ErrorCode::BadInput) << u"organization"_s;
    QTest::newRow("move a location") << u"location"_s << u"5"_s << QByteArray(R"({"organization":"7"})")
                                     << int(ErrorCode::BadInput) << u"organization"_s;
    QTest::newRow("move a configuration")
        << u"configuration"_s << u"5"_s << QByteArray(R"({"organization":"7"})") << int(ErrorCode::BadInput)
        << u"organization"_s;
    QTest::newRow("no main location")
        << u"organization"_s << u"5"_s << QByteArray(R"({"primary_location":null})")
        << int(ErrorCode::BadInput) << u"primary_location"_s;
    QTest::newRow("contact of no company") << u"contact"_s << u"5"_s << QByteArray(R"({"title":"x"})")
                                           << int(ErrorCode::BadInput) << u"organization"_s;
    QTest::newRow("strange id") << u"organization"_s << u"5/Contacts"_s << QByteArray(R"({"name":"x"})")
                                << int(ErrorCode::NotFound) << QString();
}

void TestAutotaskClient::update_thatCannotBe_isRefusedHere()
{
    QFETCH(QString, kind);
    QFETCH(QString, id);
    QFETCH(QByteArray, changes);
    QFETCH(int, code);
    QFETCH(QString, field);
    const RemoteRecord current{.kind = kindOf(kind), .key = {.id = id}};
    const auto changed = QCoro::waitFor(m_client->update(current, object(changes)));
    QVERIFY(!changed.has_value());
    QCOMPARE(errorCodeName(changed.error().code), errorCodeName(ErrorCode(code)));
    QCOMPARE(changed.error().field, field);
    QVERIFY(m_psa->requests().isEmpty());
}

void TestAutotaskClient::refusedUpdate_namesOurField()
{
    const RemoteRecord current = readRecord(AssetKind::Configuration, row(u"configuration"_s));
    m_psa->queue(
        u"PATCH /ConfigurationItems"_s, 500,
        R"({"errors":["Reference value on field: contactID of type: Contact does not exist or is invalid.",
                               "Error updating entity for record number [1]."]})");
    const auto changed = QCoro::waitFor(m_client->update(current, {{u"contact"_s, u"7"_s}}));
    QVERIFY(!changed.has_value());
    QCOMPARE(changed.error().code, ErrorCode::Rejected);
    QCOMPARE(changed.error().field, u"contact"_s);
    QVERIFY(changed.error().message.contains(u"inactive"_s));
    QCOMPARE(m_psa->requests(u"PATCH /ConfigurationItems"_s).size(), 1);
}

void TestAutotaskClient::refusedProduct_isLookedForAnew()
{
    m_psa->queueRows(u"Products"_s, {serverProduct});
    m_psa->queue(
        u"POST /ConfigurationItems"_s, 500,
        R"({"errors":["Reference value on field: productID of type: Product does not exist or is invalid."]})");
    for (int attempt = 1; attempt <= 2; ++attempt) {
        const auto made = QCoro::waitFor(m_client->create(AssetKind::Configuration, newConfiguration));
        QVERIFY(!made.has_value());
        QCOMPARE(made.error().field, u"model"_s);
        QCOMPARE(m_psa->requests(u"POST /Products/query"_s).size(), attempt);
    }
}

void TestAutotaskClient::fault_ofAnUpdateIsUnknown()
{
    const RemoteRecord current = readRecord(AssetKind::Contact, row(u"contact"_s));
    m_psa->queue(
        u"PATCH /Companies/29683500/Contacts"_s, 500,
        R"({"errors":["An unexpected error has occurred. ... reference Error ID: 54634."],"errorId":54634})");
    const auto changed = QCoro::waitFor(m_client->update(current, {{u"title"_s, u"CEO"_s}}));
    QVERIFY(!changed.has_value());
    QCOMPARE(changed.error().code, ErrorCode::OutcomeUnknown);
    QCOMPARE(m_psa->requests(u"PATCH /Companies/29683500/Contacts"_s).size(), 1);
}

QTEST_GUILESS_MAIN(TestAutotaskClient)
#include "tst_autotaskclient.moc"
