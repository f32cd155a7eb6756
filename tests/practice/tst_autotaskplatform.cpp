// SPDX-License-Identifier: GPL-3.0-or-later
#include "autotaskpractice.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tandem;

namespace {

constexpr int technician = 29'682'886;
constexpr int apiUser = 29'682'885;
constexpr int formerTechnician = 29'682'889;
constexpr int laborCode = 29'682'801;
constexpr int hardwareCode = 29'682'805;
constexpr int retiredCode = 29'682'807;

QJsonObject validCompany(const QString &name)
{
    return {{u"companyName"_s, name},
            {u"companyType"_s, 1},
            {u"ownerResourceID"_s, technician},
            {u"phone"_s, u"555 0100"_s}};
}

QJsonObject validContact(const QString &lastName)
{
    return {{u"firstName"_s, u"Ana"_s}, {u"lastName"_s, lastName}, {u"isActive"_s, 1}};
}

QString encoded(const QByteArray &search)
{
    return QString::fromLatin1(search.toPercentEncoding());
}

QByteArray doorChange(const QByteArray &action, int id, const QJsonObject &set)
{
    return compact(QJsonObject{{u"action"_s, QString::fromLatin1(action)}, {u"id"_s, id}, {u"set"_s, set}});
}

/** The value of a user-defined field; undefined when the list does not name it. */
QJsonValue userDefined(const QJsonObject &item, const QString &name)
{
    for (const QJsonValue &field : item.value("userDefinedFields"_L1).toArray()) {
        if (field.toObject().value("name"_L1).toString() == name)
            return field.toObject().value("value"_L1);
    }
    return QJsonValue::Undefined;
}

} // namespace

class TestAutotaskPlatform final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void zoneDiscovery_knowsWhoMaySignIn_data();
    void zoneDiscovery_knowsWhoMaySignIn();
    void zoneDiscovery_leadsToTheZone();
    void paths_areTakenAsClientsWriteThem_data();
    void paths_areTakenAsClientsWriteThem();
    void wrongPaths_areToldApart_data();
    void wrongPaths_areToldApart();
    void signIn_isRefused_data();
    void signIn_isRefused();
    void headers_areTakenInAnyCase();

    void filters_findRecords_data();
    void filters_findRecords();
    void filters_areWrittenInManyWays_data();
    void filters_areWrittenInManyWays();
    void wrongQueries_areRefused_data();
    void wrongQueries_areRefused();
    void unknownOperators_areDropped_data();
    void unknownOperators_areDropped();
    void alternatives_areLimited();
    void longAddresses_areNotServed();
    void counts_needNoPages();
    void pages_repeatMethodAndBody();
    void pages_ofAGet_areInTheAddress();
    void pages_needTheId();
    void pages_goBack();
    void children_arePagedToo();
    void emptyResults_areEmptyLists();
    void includeFields_chooseWhatIsSent();

    void aMissingRecord_isNull();
    void aNewCompany_getsItsDefaults();
    void aWrite_answersTheIdAlone();
    void wrongBodies_areRefused_data();
    void wrongBodies_areRefused();
    void wrongReferences_areRefused_data();
    void wrongReferences_areRefused();
    void aPatch_changesWhatItNames();
    void aPut_emptiesWhatItDoesNotName();
    void unknownProperties_vanish();
    void whatIsOnlyTheServers_isIgnored();
    void childrenStayWithTheirParent();
    void numbersAndFlags_areConverted();
    void days_loseTheirTime();
    void dates_ofChange_move();
    void theCompanyOfNumberNought_isReal();
    void userDefinedFields_areWrittenOneByOne();
    void wrongUserDefinedFields_areRefused_data();
    void wrongUserDefinedFields_areRefused();
    void userDefinedFields_areLeftOutWhereNobodyHasAny();
    void userDefinedFields_takeTheirDefault();
    void primaries_moveFromOneToTheNext();
    void names_areUniqueWhereTheyMustBe();
    void deletion_leavesNoTrace_andSparesWhatIsInUse();

    void fieldInformation_tellsTheTenantsPicklists();
    void entityInformation_tellsWhatMayBeDone();
    void aNewType_isAPicklistValue();

    void threads_areLimitedByEndpoint();
    void slowThreads_areStillTaken();
    void calls_areCountedByTheHour();
    void busyHours_areSlow_data();
    void busyHours_areSlow();
    void quirks_canBeSwitched();
    void aMovedTenant_isFoundAgain();
    void wrongSignIns_lockTheUser();
    void faults_speakAutotask_data();
    void faults_speakAutotask();

    void theDoor_changesBehindTheBack();
    void seeding_isRepeatable();
    void state_isKept();
    void theCommand_announcesItself();

private:
    /** Follows the links from a first page on, by the method and body that began it. */
    [[nodiscard]] QList<int> idsOfAllPages(const QByteArray &method, const QString &path,
                                           const QByteArray &body);
    int add(const QString &path, const QJsonObject &body);

    std::unique_ptr<AutotaskPractice> m_practice;
};

void TestAutotaskPlatform::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_practice = std::make_unique<AutotaskPractice>();
}

void TestAutotaskPlatform::cleanup()
{
    m_practice.reset();
}

int TestAutotaskPlatform::add(const QString &path, const QJsonObject &body)
{
    const Answered answered = m_practice->post(path, body);
    if (answered.status != 200)
        QTest::qFail(answered.body.constData(), __FILE__, __LINE__);
    return idIn(answered);
}

QList<int> TestAutotaskPlatform::idsOfAllPages(const QByteArray &method, const QString &path,
                                               const QByteArray &body)
{
    QList<int> ids;
    Answered answered = m_practice->send(method, path, body);
    for (int pages = 0; pages < 1000; ++pages) {
        for (const QJsonValue &item : itemsIn(answered))
            ids.append(item.toObject().value("id"_L1).toInt());
        const QString next =
            answered.object().value("pageDetails"_L1).toObject().value("nextPageUrl"_L1).toString();
        if (next.isEmpty())
            break;
        answered = m_practice->bare(method, next, body, m_practice->credentials());
    }
    return ids;
}

void TestAutotaskPlatform::zoneDiscovery_knowsWhoMaySignIn_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("status");
    QTest::newRow("the API user") << u"?user=tandem.api%40practice-msp.example"_s << 200;
    QTest::newRow("in capitals") << u"?USER=Tandem.API@Practice-MSP.example"_s << 200;
    QTest::newRow("somebody whom the API will not let in") << u"?user=jharris@practice-msp.example"_s << 200;
    QTest::newRow("a stranger") << u"?user=nobody@elsewhere.example"_s << 500;
    QTest::newRow("blank") << u"?user=+"_s << 500;
    QTest::newRow("nobody") << u""_s << 500;
}

void TestAutotaskPlatform::zoneDiscovery_knowsWhoMaySignIn()
{
    QFETCH(QString, query);
    const Answered answered = m_practice->bare("GET", u"/atservicesrest/v1.0/zoneInformation"_s + query);
    QTEST(answered.status, "status");
    if (answered.status != 200)
        QCOMPARE(answered.body, R"({"errors":["Zone information could not be determined"]})"_ba);
}

void TestAutotaskPlatform::zoneDiscovery_leadsToTheZone()
{
    const Answered zone = m_practice->bare(
        "GET", u"/ATServicesRest/V1.0/ZoneInformation?user=tandem.api@practice-msp.example"_s);
    const QString address = zone.object().value("url"_L1).toString();
    QCOMPARE(address, QString(m_practice->url() + u"/zone14/ATServicesRest/"_s));
    QVERIFY(zone.object().value("ci"_L1).isDouble());
    QVERIFY(zone.object().contains("zoneName"_L1) && zone.object().contains("webUrl"_L1));
    QCOMPARE(m_practice->bare("GET", address + u"versioninformation"_s).body,
             R"({"apiVersions":["1.0"]})"_ba);
    QCOMPARE(m_practice->bare("GET", address + u"v1.0/Companies/0"_s, {}, m_practice->credentials()).status,
             200);
}

void TestAutotaskPlatform::paths_areTakenAsClientsWriteThem_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path :
         {"/zone14/ATServicesRest/V1.0/Companies/1001", "/zone14/atservicesrest/v1.0/companies/1001",
          "/zone14/ATServicesRest/v1.0/COMPANIES/1001/", "/zone14/ATServicesRest//v1.0//Companies/1001",
          "/atservicesrest/v1.0/Companies/1001", "/v1.0/Companies/1001"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void TestAutotaskPlatform::paths_areTakenAsClientsWriteThem()
{
    QFETCH(QString, path);
    const Answered answered = m_practice->bare("GET", path, {}, m_practice->credentials());
    QCOMPARE(answered.object().value("item"_L1).toObject().value("id"_L1).toInt(), 1001);
    const QJsonObject calls =
        m_practice->door("GET", u"stats"_s).object().value("calls_last_hour"_L1).toObject();
    QCOMPARE(calls.keys(), QStringList{u"GET /Companies/{id}"_s});
}

void TestAutotaskPlatform::wrongPaths_areToldApart_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("no such entity") << "GET"_ba << u"Gadgets/1"_s << 404;
    QTest::newRow("no version") << "GET"_ba << u"../Companies/1001"_s << 404;
    QTest::newRow("contacts are not patched at the root") << "PATCH"_ba << u"Contacts"_s << 404;
    QTest::newRow("nor created there") << "POST"_ba << u"Contacts"_s << 404;
    QTest::newRow("nor listed") << "GET"_ba << u"Contacts"_s << 404;
    QTest::newRow("and no locations either") << "POST"_ba << u"CompanyLocations"_s << 404;
    QTest::newRow("a list needs a query") << "GET"_ba << u"Companies"_s << 405;
    QTest::newRow("companies stay") << "DELETE"_ba << u"Companies/1001"_s << 405;
    QTest::newRow("configuration items stay") << "DELETE"_ba << u"ConfigurationItems/100001"_s << 405;
    QTest::newRow("an item at the root is not put") << "PUT"_ba << u"Contacts/30001"_s << 405;
    QTest::newRow("nor one below its parent") << "PATCH"_ba << u"Companies/1001/Contacts/30001"_s << 405;
    QTest::newRow("countries are given") << "POST"_ba << u"Countries"_s << 405;
    QTest::newRow("no user-defined fields")
        << "GET"_ba << u"Countries/entityInformation/userDefinedFields"_s << 404;
}

void TestAutotaskPlatform::wrongPaths_areToldApart()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    const Answered answered = m_practice->send(method, path, method == "GET" ? ""_ba : "{}"_ba);
    QTEST(answered.status, "status");
    if (answered.status == 404)
        QVERIFY(answered.body.startsWith("<!DOCTYPE html>"));
    else
        QCOMPARE(
            answered.object().value("Message"_L1).toString(),
            u"The requested resource does not support http method '%1'."_s.arg(QLatin1StringView(method)));
}

void TestAutotaskPlatform::signIn_isRefused_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("status");
    QTest::newRow("no user") << "UserName"_ba
                             << ""_ba << 401;
    QTest::newRow("a user who is not for the API") << "UserName"_ba
                                                   << "jharris@practice-msp.example"_ba << 401;
    QTest::newRow("a wrong secret") << "Secret"_ba
                                    << "guess"_ba << 401;
    QTest::newRow("a wrong tracking code") << "ApiIntegrationCode"_ba
                                           << "ABC"_ba << 500;
    QTest::newRow("no tracking code") << "ApiIntegrationCode"_ba
                                      << ""_ba << 500;
}

void TestAutotaskPlatform::signIn_isRefused()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    const Answered answered = m_practice->get(u"Companies/0"_s, {{header, value}});
    QTEST(answered.status, "status");
    if (answered.status == 500)
        QCOMPARE(errorsIn(answered), QStringList{u"IntegrationCode is invalid."_s});
}

void TestAutotaskPlatform::headers_areTakenInAnyCase()
{
    QHash<QByteArray, QByteArray> headers{{"impersonationresourceid"_ba, "29682886"_ba}};
    const auto given = m_practice->credentials();
    for (auto it = given.cbegin(); it != given.cend(); ++it)
        headers.insert(it.key().toUpper(), it.value());
    QCOMPARE(m_practice->bare("GET", u"/v1.0/Companies/0"_s, {}, headers).status, 200);
}

void TestAutotaskPlatform::filters_findRecords_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QStringList>("names");
    const QStringList all{u"Practice MSP"_s, u"Alpha"_s, u"alphabet"_s, u"Beta 100%"_s};
    const auto row = [](const char *name, const QByteArray &filter, const QStringList &names) {
        QTest::newRow(name) << QByteArray('[' + filter + ']') << names;
    };
    row("everything", R"({"op":"gte","field":"id","value":0})", all);
    row("everything, otherwise", R"({"op":"exist","field":"id"})", all);
    row("gt 0 loses the first", R"({"op":"gt","field":"id","value":0})", all.sliced(1));
    row("eq", R"({"op":"eq","field":"companyName","value":"ALPHA"})", {u"Alpha"_s});
    row("eq with a percent sign", R"({"op":"eq","field":"companyName","value":"beta 100%"})",
        {u"Beta 100%"_s});
    row("noteq", R"({"op":"noteq","field":"companyName","value":"alpha"})",
        {u"Practice MSP"_s, u"alphabet"_s, u"Beta 100%"_s});
    row("noteq leaves null out", R"({"op":"noteq","field":"classification","value":3})", {u"alphabet"_s});
    row("gt", R"({"op":"gt","field":"companyName","value":"alpha"})",
        {u"Practice MSP"_s, u"alphabet"_s, u"Beta 100%"_s});
    row("gte", R"({"op":"gte","field":"companyName","value":"alphabet"})",
        {u"Practice MSP"_s, u"alphabet"_s, u"Beta 100%"_s});
    row("lt", R"({"op":"lt","field":"companyName","value":"alphabet"})", {u"Alpha"_s});
    row("lte", R"({"op":"lte","field":"companyName","value":"alphabet"})", {u"Alpha"_s, u"alphabet"_s});
    row("beginsWith", R"({"op":"beginsWith","field":"companyName","value":"ALPHA"})",
        {u"Alpha"_s, u"alphabet"_s});
    row("endsWith", R"({"op":"endsWith","field":"companyName","value":"BET"})", {u"alphabet"_s});
    row("contains", R"({"op":"contains","field":"companyName","value":"a 1"})", {u"Beta 100%"_s});
    row("contains, with letters that mean something to SQL",
        R"({"op":"contains","field":"companyName","value":"%"})", {u"Beta 100%"_s});
    row("exist", R"({"op":"exist","field":"classification"})", {u"Alpha"_s, u"alphabet"_s});
    row("notExist", R"({"op":"notExist","field":"classification"})", {u"Practice MSP"_s, u"Beta 100%"_s});
    row("in", R"({"op":"in","field":"companyName","value":["alpha","Beta 100%","none"]})",
        {u"Alpha"_s, u"Beta 100%"_s});
    row("in of numbers", R"({"op":"in","field":"id","value":[0,"1001"]})", {u"Practice MSP"_s, u"Alpha"_s});
    row("notIn", R"({"op":"notIn","field":"id","value":[0,1001]})", {u"alphabet"_s, u"Beta 100%"_s});
    row("a flag", R"({"op":"eq","field":"isActive","value":false})", {u"alphabet"_s});
    row("a flag as a word", R"({"op":"eq","field":"isActive","value":"False"})", {u"alphabet"_s});
    row("a number as text", R"({"op":"eq","field":"classification","value":"3"})", {u"Alpha"_s});
    row("a moment", R"({"op":"gt","field":"lastActivityDate","value":"2026-03-01T11:59:59.999Z"})",
        all.sliced(1));
    row("to the millisecond", R"({"op":"gt","field":"lastActivityDate","value":"2026-03-01T12:00:00.250"})",
        {});
    row("a moment elsewhere", R"({"op":"gte","field":"createDate","value":"2026-03-01T13:00:00.25+01:00"})",
        all.sliced(1));
    row("two at the top", R"({"op":"beginsWith","field":"companyName","value":"alpha"},
                             {"op":"eq","field":"isActive","value":true})",
        {u"Alpha"_s});
    row("or", R"({"op":"or","items":[{"op":"eq","field":"id","value":0},
                                     {"op":"eq","field":"classification","value":3}]})",
        {u"Practice MSP"_s, u"Alpha"_s});
    row("or within and within or",
        R"({"op":"or","items":[{"op":"eq","field":"id","value":0},
            {"op":"and","items":[{"op":"exist","field":"classification"},
              {"op":"or","items":[{"op":"eq","field":"isActive","value":false}]}]}]})",
        {u"Practice MSP"_s, u"alphabet"_s});
    row("a user-defined field", R"({"op":"eq","field":"service plan","udf":true,"value":"managed"})",
        {u"alphabet"_s});
    row("a user-defined date", R"({"op":"lt","field":"Onboarded On","udf":true,"value":"2025-06-01"})",
        {u"Alpha"_s});
    row("eq null finds nothing", R"({"op":"eq","field":"classification","value":null})", {});
    row("numbers beyond all", R"({"op":"gt","field":"id","value":99999999999})", {});
}

void TestAutotaskPlatform::filters_findRecords()
{
    PracticeSeeding seeding;
    seeding.empty = true;
    m_practice = std::make_unique<AutotaskPractice>(seeding);
    m_practice->clock().set(QDateTime(QDate(2026, 3, 1), QTime(12, 0, 0, 250), Qt::UTC));
    QJsonObject alpha = validCompany(u"Alpha"_s);
    alpha.insert("classification"_L1, 3);
    alpha.insert("userDefinedFields"_L1,
                 QJsonArray{QJsonObject{{u"name"_s, u"Onboarded On"_s}, {u"value"_s, u"2025-05-31"_s}}});
    QJsonObject alphabet = validCompany(u"alphabet"_s);
    alphabet.insert("classification"_L1, 2);
    alphabet.insert("isActive"_L1, false);
    alphabet.insert("userDefinedFields"_L1,
                    QJsonArray{QJsonObject{{u"name"_s, u"Service Plan"_s}, {u"value"_s, u"Managed"_s}}});
    add(u"Companies"_s, alpha);
    add(u"Companies"_s, alphabet);
    add(u"Companies"_s, validCompany(u"Beta 100%"_s));

    QFETCH(QByteArray, filter);
    QFETCH(QStringList, names);
    const Answered found = m_practice->find(u"Companies"_s, filter);
    QCOMPARE(found.status, 200);
    QCOMPARE(namesIn(itemsIn(found), u"companyName"_s), names);
    const Answered counted =
        m_practice->send("POST", u"Companies/query/count"_s, "{\"filter\":" + filter + '}');
    QCOMPARE(counted.object(), (QJsonObject{{u"queryCount"_s, names.size()}}));
}

void TestAutotaskPlatform::filters_areWrittenInManyWays_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    const QByteArray search =
        R"({"Filter":[{"Op":"EQ","Field":"CompanyName","Value":"Practice MSP"}],"MAXRECORDS":1})";
    QTest::newRow("POST with capitals") << "POST"_ba << u"companies/Query"_s << search;
    QTest::newRow("GET") << "GET"_ba << QString(u"Companies/query?search="_s + encoded(search)) << ""_ba;
    QTest::newRow("GET with plus signs")
        << "GET"_ba << QString(u"Companies/query/?SEARCH="_s + encoded(search).replace(u"%20"_s, u"+"_s))
        << ""_ba;
    QTest::newRow("single quotes")
        << "GET"_ba
        << QString(u"Companies/query?search="_s
                   + encoded("{'filter':[{'op':'eq','field':'companyname','value':'Practice MSP'}]}"))
        << ""_ba;
    QTest::newRow("single quotes and an apostrophe")
        << "POST"_ba << u"Companies/query"_s
        << R"({'filter':[{'op':'eq','field':'id','value':'0'},{'op':'noteq','field':'companyName','value':'O\'Brien "x"'}]})"_ba;
}

void TestAutotaskPlatform::filters_areWrittenInManyWays()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    const Answered answered = m_practice->send(method, path, body);
    QCOMPARE(answered.status, 200);
    QCOMPARE(namesIn(itemsIn(answered), u"id"_s), QStringList{u"0"_s});
}

void TestAutotaskPlatform::wrongQueries_areRefused_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QString &entity, const QByteArray &filter,
                        const QString &message) {
        QTest::newRow(name) << entity << QByteArray("{\"filter\":[" + filter + "]}") << message;
    };
    QTest::newRow("no filter") << u"Companies"_s << R"({"maxRecords":5})"_ba
                               << u"Invalid query syntax. A query must have a filter."_s;
    QTest::newRow("an empty one") << u"Companies"_s << R"({"filter":[]})"_ba
                                  << u"Invalid query syntax. A query must have a filter."_s;
    QTest::newRow("no JSON")
        << u"Companies"_s << "filter"_ba
        << u"Unexpected character encountered while parsing value: f. Path '', line 1, position 1."_s;
    QTest::newRow("too many records")
        << u"Companies"_s << R"({"maxRecords":501,"filter":[{"op":"exist","field":"id"}]})"_ba
        << u"Invalid query syntax. MaxRecords must be between 1 and 500."_s;
    QTest::newRow("none") << u"Companies"_s << R"({"maxRecords":0,"filter":[{"op":"exist","field":"id"}]})"_ba
                          << u"Invalid query syntax. MaxRecords must be between 1 and 500."_s;
    QTest::newRow("an unknown field to include")
        << u"Companies"_s << R"({"includeFields":["name"],"filter":[{"op":"exist","field":"id"}]})"_ba
        << u"Unable to find name in the Company Entity."_s;
    row("an unknown field", u"Companies"_s, R"({"op":"eq","field":"name","value":"x"})",
        u"Unable to find name in the Company Entity."_s);
    row("an unknown user-defined field", u"Contacts"_s,
        R"({"op":"eq","field":"Colour","udf":true,"value":"x"})",
        u"Unable to find Colour in the Contact Entity."_s);
    row("user-defined fields are not fields", u"Companies"_s, R"({"op":"exist","field":"userDefinedFields"})",
        u"Unable to find userDefinedFields in the Company Entity."_s);
    row("a field that cannot be queried", u"Companies"_s, R"({"op":"eq","field":"stockSymbol","value":"x"})",
        u"The field stockSymbol of the Company Entity cannot be queried."_s);
    row("an encrypted one", u"ConfigurationItems"_s,
        R"({"op":"eq","field":"Admin Password","udf":true,"value":"x"})",
        u"The encrypted field Admin Password of the ConfigurationItem Entity cannot be queried."_s);
    row("two user-defined fields", u"Companies"_s,
        R"({"op":"exist","field":"Service Plan","udf":true},{"op":"exist","field":"Onboarded On","udf":true})",
        u"Invalid query syntax. Queries are limited to one user-defined field."_s);
    row("a word for a number", u"Companies"_s, R"({"op":"eq","field":"companyType","value":"Customer"})",
        u"Conversion failed when converting varchar 'Customer' to data type int."_s);
    row("a number for a flag", u"Companies"_s, R"({"op":"eq","field":"isActive","value":1})",
        u"String '1' was not recognized as a valid Boolean."_s);
    row("a word for a moment", u"Companies"_s, R"({"op":"gt","field":"createDate","value":"today"})",
        u"String 'today' was not recognized as a valid DateTime."_s);
    row("in without a list", u"Companies"_s, R"({"op":"in","field":"id","value":5})",
        u"Invalid query syntax. The operator needs an array of values."_s);
    row("a list without in", u"Companies"_s, R"({"op":"eq","field":"id","value":[5]})",
        u"Invalid query syntax. The operator needs a single value."_s);
}

void TestAutotaskPlatform::wrongQueries_areRefused()
{
    QFETCH(QString, entity);
    QFETCH(QByteArray, body);
    QFETCH(QString, message);
    const Answered answered = m_practice->send("POST", entity + u"/query"_s, body);
    QCOMPARE(answered.status, 500);
    QCOMPARE(errorsIn(answered), QStringList{message});
}

void TestAutotaskPlatform::unknownOperators_areDropped_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<int>("count");
    QTest::newRow("alone") << R"([{"op":"ne","field":"id","value":0}])"_ba << 12;
    QTest::newRow("even with a field that is not there")
        << R"([{"op":"like","field":"x","value":0}])"_ba << 12;
    QTest::newRow("among others")
        << R"([{"op":"ne","field":"id","value":0},{"op":"lte","field":"id","value":1001}])"_ba << 2;
    QTest::newRow("in a group")
        << R"([{"op":"or","items":[{"op":"ne","field":"id","value":5},{"op":"eq","field":"id","value":0}]}])"_ba
        << 1;
    QTest::newRow("as all of a group")
        << R"([{"op":"or","items":[{"op":"ne","field":"id","value":5}]}])"_ba << 12;
}

void TestAutotaskPlatform::unknownOperators_areDropped()
{
    QFETCH(QByteArray, filter);
    const Answered answered = m_practice->find(u"Companies"_s, filter);
    QTEST(int(itemsIn(answered).size()), "count");
}

void TestAutotaskPlatform::alternatives_areLimited()
{
    const auto query = [](int count, bool isList) {
        QJsonArray items;
        for (int i = 0; i < count; ++i) {
            items.append(
                isList ? QJsonValue(i)
                       : QJsonValue(QJsonObject{{u"op"_s, u"eq"_s}, {u"field"_s, u"id"_s}, {u"value"_s, i}}));
        }
        const QJsonObject one = isList
            ? QJsonObject{{u"op"_s, u"in"_s}, {u"field"_s, u"id"_s}, {u"value"_s, items}}
            : QJsonObject{{u"op"_s, u"or"_s}, {u"items"_s, items}};
        return compact(QJsonArray{one});
    };
    for (const bool isList : {true, false}) {
        QCOMPARE(m_practice->find(u"Companies"_s, query(500, isList)).status, 200);
        QCOMPARE(
            errorsIn(m_practice->find(u"Companies"_s, query(501, isList))),
            QStringList{u"Invalid query syntax. Queries are limited to 500 or fewer 'OR' conditions."_s});
    }
}

void TestAutotaskPlatform::longAddresses_areNotServed()
{
    const QByteArray search =
        R"({"filter":[{"op":"eq","field":"companyName","value":")" + QByteArray(2100, 'x') + R"("}]})";
    QCOMPARE(m_practice->get(u"Companies/query?search="_s + encoded(search)).status, 404);
    QCOMPARE(m_practice->send("POST", u"Companies/query"_s, search).status, 200);
}

void TestAutotaskPlatform::counts_needNoPages()
{
    const QByteArray search = R"({"filter":[{"op":"gte","field":"id","value":0}]})";
    QCOMPARE(m_practice->send("POST", u"ConfigurationItems/query/count"_s, search).body,
             R"({"queryCount":240})"_ba);
    QCOMPARE(m_practice->get(u"Contacts/query/count?search="_s + encoded(search)).body,
             R"({"queryCount":160})"_ba);
}

void TestAutotaskPlatform::pages_repeatMethodAndBody()
{
    const QByteArray body = R"({"MaxRecords":5,"filter":[{"op":"exist","field":"id"}]})";
    const Answered first = m_practice->send("POST", u"Companies/query"_s, body);
    const QJsonObject details = first.object().value("pageDetails"_L1).toObject();
    QCOMPARE(details.value("count"_L1).toInt(), 5);
    QCOMPARE(details.value("requestCount"_L1).toInt(), 5);
    QVERIFY(details.value("prevPageUrl"_L1).isNull());
    const QString next = details.value("nextPageUrl"_L1).toString();
    QVERIFY(
        next.startsWith(m_practice->url() + u"/zone14/ATServicesRest/V1.0/Companies/query/next?paging="_s));
    QCOMPARE(m_practice->bare("GET", next, {}, m_practice->credentials()).body,
             R"({"Message":"The requested resource does not support http method 'GET'."})"_ba);
    QCOMPARE(m_practice->bare("POST", next, "{}", m_practice->credentials()).status, 500);

    const QList<int> ids = idsOfAllPages("POST", u"Companies/query"_s, body);
    QCOMPARE(ids.size(), 12);
    QVERIFY(std::is_sorted(ids.begin(), ids.end()));
    QCOMPARE(QSet<int>(ids.begin(), ids.end()).size(), 12);
    QCOMPARE(ids.first(), 0);
}

void TestAutotaskPlatform::pages_ofAGet_areInTheAddress()
{
    const QByteArray search =
        R"({"MaxRecords":7,"filter":[{"op":"contains","field":"emailAddress","value":"a"}]})";
    const QList<int> ids = idsOfAllPages("GET", u"Contacts/query?search="_s + encoded(search), {});
    QCOMPARE(ids.size(), 160);
}

void TestAutotaskPlatform::pages_needTheId()
{
    const QByteArray body =
        R"({"MaxRecords":5,"IncludeFields":["companyName"],"filter":[{"op":"exist","field":"id"}]})";
    QCOMPARE(m_practice->send("POST", u"Companies/query"_s, body).status, 500);
    QByteArray one = body;
    QCOMPARE(m_practice->send("POST", u"Companies/query"_s, one.replace("\"MaxRecords\":5,", "")).status,
             200);
}

void TestAutotaskPlatform::pages_goBack()
{
    const QByteArray body =
        R"({"MaxRecords":5,"includeFields":["id"],"filter":[{"op":"exist","field":"id"}]})";
    const auto link = [](const Answered &answered, QLatin1StringView name) {
        return answered.object().value("pageDetails"_L1).toObject().value(name).toString();
    };
    const auto follow = [&](const QString &address) {
        return m_practice->bare("POST", address, body, m_practice->credentials());
    };
    const Answered first = m_practice->send("POST", u"Companies/query"_s, body);
    const Answered second = follow(link(first, "nextPageUrl"_L1));
    const Answered third = follow(link(second, "nextPageUrl"_L1));
    QCOMPARE(itemsIn(third).size(), 2);
    QVERIFY(link(third, "nextPageUrl"_L1).isEmpty());
    QCOMPARE(itemsIn(follow(link(third, "prevPageUrl"_L1))), itemsIn(second));
    QCOMPARE(itemsIn(follow(link(second, "prevPageUrl"_L1))), itemsIn(first));
}

void TestAutotaskPlatform::children_arePagedToo()
{
    PracticeSeeding seeding;
    seeding.organizations = 1;
    seeding.contacts = 1100;
    m_practice = std::make_unique<AutotaskPractice>(seeding);
    QCOMPARE(idsOfAllPages("GET", u"Companies/0/Contacts"_s, {}).size(), 1100);
    QCOMPARE(itemsIn(m_practice->get(u"Companies/0/Contacts"_s)).size(), 500);
}

void TestAutotaskPlatform::emptyResults_areEmptyLists()
{
    const Answered answered =
        m_practice->find(u"Products"_s, R"([{"op":"eq","field":"sku","value":"none"}])");
    QCOMPARE(
        answered.body,
        R"({"items":[],"pageDetails":{"count":0,"requestCount":500,"prevPageUrl":null,"nextPageUrl":null}})"_ba);
    QVERIFY(itemsIn(m_practice->get(u"Companies/999999/Locations"_s)).isEmpty());
}

void TestAutotaskPlatform::includeFields_chooseWhatIsSent()
{
    const Answered answered = m_practice->send(
        "POST", u"Companies/query"_s,
        R"({"IncludeFields":["Id","COMPANYNAME","Service Plan"],"filter":[{"op":"eq","field":"id","value":0}]})");
    QCOMPARE(
        itemsIn(answered).at(0).toObject(),
        (QJsonObject{{u"id"_s, 0},
                     {u"companyName"_s, u"Practice MSP"_s},
                     {u"userDefinedFields"_s,
                      QJsonArray{QJsonObject{{u"name"_s, u"Service Plan"_s}, {u"value"_s, QJsonValue()}}}}}));
}

void TestAutotaskPlatform::aMissingRecord_isNull()
{
    QCOMPARE(m_practice->get(u"Contacts/99999999"_s).body, R"({"item":null})"_ba);
    QCOMPARE(m_practice->get(u"Companies/1003/Contacts/30002"_s).body,
             R"({"item":null})"_ba); // another company's
    m_practice->setQuirks({u"missing-is-not-found"_s});
    QCOMPARE(m_practice->get(u"Contacts/99999999"_s).status, 404);
}

void TestAutotaskPlatform::aNewCompany_getsItsDefaults()
{
    m_practice->clock().set(QDateTime(QDate(2026, 3, 1), QTime(12, 0, 0, 30), Qt::UTC));
    QJsonObject body = validCompany(u"New & \"Söhne\""_s);
    body.insert("address1"_L1, QString(150, u'a'));
    body.insert("city"_L1, u"Tampa"_s);
    const int id = add(u"Companies"_s, body);
    const QJsonObject company = m_practice->item(u"Companies"_s, id);
    QCOMPARE(company.value("companyName"_L1).toString(), u"New & \"Söhne\""_s);
    QCOMPARE(company.value("isActive"_L1), QJsonValue(true));
    QCOMPARE(company.value("companyCategoryID"_L1).toInt(), 1);
    QCOMPARE(company.value("createDate"_L1).toString(), u"2026-03-01T12:00:00.03Z"_s);
    QCOMPARE(company.value("createdByResourceID"_L1).toInt(), apiUser);
    QVERIFY(company.value("countryID"_L1).isNull());

    const QJsonArray locations = itemsIn(m_practice->get(u"Companies/%1/Locations"_s.arg(id)));
    QCOMPARE(locations.size(), 1);
    const QJsonObject location = locations.at(0).toObject();
    QCOMPARE(location.value("isPrimary"_L1), QJsonValue(true));
    QCOMPARE(location.value("city"_L1).toString(), u"Tampa"_s);
    QCOMPARE(location.value("address1"_L1).toString().size(), 128); // the location's field is shorter
    QVERIFY(!location.contains("userDefinedFields"_L1));

    m_practice->setQuirks({u"no-first-location"_s});
    const int bare = add(u"Companies"_s, validCompany(u"Without"_s));
    QVERIFY(itemsIn(m_practice->get(u"Companies/%1/Locations"_s.arg(bare))).isEmpty());
}

void TestAutotaskPlatform::aWrite_answersTheIdAlone()
{
    const Answered created = m_practice->post(u"Companies"_s, validCompany(u"X"_s));
    QCOMPARE(created.status, 200);
    QCOMPARE(created.body, R"({"itemId":1012})"_ba);
    QCOMPARE(m_practice->patch(u"Companies"_s, {{u"id"_s, 1012}}).body, R"({"itemId":1012})"_ba);
    QCOMPARE(m_practice
                 ->put(u"Companies"_s,
                       [] {
                           QJsonObject body = validCompany(u"Y"_s);
                           body.insert("id"_L1, u"1012"_s);
                           return body;
                       }())
                 .body,
             R"({"itemId":1012})"_ba);
    const QJsonObject stats = m_practice->door("GET", u"stats"_s).object();
    QCOMPARE(stats.value("writes"_L1).toInt(), 3);
    QCOMPARE(stats.value("creates"_L1).toInt(), 1);
}

void TestAutotaskPlatform::wrongBodies_areRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("errors");
    const QString creating = u"Error creating entity for record number [1]."_s;
    const QString updating = u"Error updating entity for record number [1]."_s;
    QTest::newRow("nothing required")
        << "POST"_ba << u"Companies"_s << R"({"phone":""})"_ba
        << QStringList{u"Value does not exist for the required field companyName."_s,
                       u"Value does not exist for the required field companyType."_s,
                       u"Value does not exist for the required field ownerResourceID."_s,
                       u"Value does not exist for the required field phone."_s, creating};
    QTest::newRow("a required field emptied")
        << "PATCH"_ba << u"Companies"_s << R"({"id":1001,"phone":null})"_ba
        << QStringList{u"Value does not exist for the required field phone."_s, updating};
    QTest::newRow("too long") << "PATCH"_ba << u"Companies"_s
                              << QByteArray(R"({"id":1001,"city":")" + QByteArray(31, 'x') + "\"}")
                              << QStringList{u"String value exceeds maximum length (field:city)."_s,
                                             updating};
    QTest::newRow("no such picklist value")
        << "PATCH"_ba << u"Companies"_s << R"({"id":1001,"companyType":5})"_ba
        << QStringList{u"Value does not reference an existing entity for companyType."_s, updating};
    QTest::newRow("a picklist value that is no longer offered")
        << "PATCH"_ba << u"Companies"_s << R"({"id":1001,"companyType":29682880})"_ba
        << QStringList{u"Value does not reference an existing entity for companyType."_s, updating};
    QTest::newRow("a flag where a contact has a number")
        << "PATCH"_ba << u"Companies/0/Contacts"_s << R"({"id":30001,"isActive":true})"_ba
        << QStringList{
               u"Unexpected character encountered while parsing value: t. Path 'isActive', line 1, position 23."_s};
    QTest::newRow("a contact is active or not")
        << "PATCH"_ba << u"Companies/0/Contacts"_s << R"({"id":30001,"isActive":2})"_ba
        << QStringList{u"Value does not reference an existing entity for isActive."_s, updating};
    QTest::newRow("a word where a number belongs")
        << "POST"_ba << u"Companies"_s << R"({"companyType":"Customer"})"_ba
        << QStringList{
               u"Could not convert string to integer: Customer. Path 'companyType', line 1, position 15."_s};
    QTest::newRow("a fraction")
        << "POST"_ba << u"Companies"_s << R"({"companyType":1.5})"_ba
        << QStringList{u"Input string '1.5' is not a valid integer. Path 'companyType', line 1, "
                       "position 15."_s};
    QTest::newRow("too large a number")
        << "POST"_ba << u"Companies"_s << R"({"companyType":99999999999})"_ba
        << QStringList{
               u"JSON integer 99999999999 is too large or small for an Int32. Path 'companyType', line 1, "
               "position 15."_s};
    QTest::newRow("no moment")
        << "POST"_ba << u"ConfigurationItems"_s << R"({"installDate":"soon"})"_ba
        << QStringList{u"Could not convert string to DateTime: soon. Path 'installDate', line 1, "
                       "position 15."_s};
    QTest::newRow("an object where a text belongs")
        << "POST"_ba << u"Companies"_s << R"({"city":{"name":"x"}})"_ba
        << QStringList{
               u"Unexpected character encountered while parsing value: {. Path 'city', line 1, position 8."_s};
    QTest::newRow("no JSON")
        << "POST"_ba << u"Companies"_s << "x"_ba
        << QStringList{u"Unexpected character encountered while parsing value: x. Path '', line 1, "
                       "position 1."_s};
    QTest::newRow("a list")
        << "PATCH"_ba << u"Companies"_s << "[]"_ba
        << QStringList{u"Cannot deserialize the current JSON array: a JSON object is required."_s};
    QTest::newRow("no id") << "PATCH"_ba << u"Companies"_s << R"({"city":"x"})"_ba
                           << QStringList{u"Value does not exist for the required field id."_s, updating};
    QTest::newRow("nobody's id")
        << "PATCH"_ba << u"Companies"_s << R"({"id":5})"_ba
        << QStringList{
               u"No message. No matching records found. The logged in Resource may not have the required "
               "permissions to update the data."_s,
               updating};
    QTest::newRow("a contact of another company")
        << "PATCH"_ba << u"Companies/1003/Contacts"_s << R"({"id":30002,"title":"x"})"_ba
        << QStringList{
               u"No message. No matching records found. The logged in Resource may not have the required "
               "permissions to update the data."_s,
               updating};
    QTest::newRow("an id in quotes for a child")
        << "POST"_ba << u"Companies/1001/Contacts"_s << R"({"id":"0"})"_ba
        << QStringList{
               u"Error converting value \"0\" to type 'System.Int64'. Path 'id', line 1, position 6."_s};
    QTest::newRow("a user is not ours to change")
        << "PATCH"_ba << u"Resources"_s << R"({"id":29682886})"_ba
        << QStringList{
               u"The logged in Resource does not have the adequate permissions to update this entity type."_s};
}

void TestAutotaskPlatform::wrongBodies_areRefused()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(QStringList, errors);
    const QByteArray before = m_practice->door("GET", u"records/company"_s).body;
    const Answered answered = m_practice->send(method, path, body);
    QCOMPARE(answered.status, 500);
    QCOMPARE(errorsIn(answered), errors);
    QCOMPARE(m_practice->door("GET", u"records/company"_s).body, before);
}

void TestAutotaskPlatform::wrongReferences_areRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *path, int id, const char *field, int value,
                        const char *type) {
        const QString fieldName = QString::fromLatin1(field);
        QTest::newRow(name)
            << QString::fromLatin1(path) << QJsonObject{{u"id"_s, id}, {fieldName, value}}
            << (type ? u"Reference value on field: %1 of type: %2 does not exist or is invalid."_s.arg(
                    fieldName, QLatin1StringView(type))
                     : u"Value does not reference an existing entity for %1."_s.arg(fieldName));
    };
    row("nobody", "Companies", 1001, "ownerResourceID", 5, "Resource");
    row("nought", "Companies", 1001, "ownerResourceID", 0, nullptr);
    row("an API user as the owner", "Companies", 1001, "ownerResourceID", apiUser, "Resource");
    row("somebody who has left", "Companies", 1001, "ownerResourceID", formerTechnician, "Resource");
    row("its own parent", "Companies", 1001, "parentCompanyID", 1001, "Company");
    row("a retired category", "Companies", 1001, "companyCategoryID", 3, "CompanyCategory");
    row("another company's location", "Companies/0/Contacts", 30001, "companyLocationID", 3002,
        "CompanyLocation");
    row("nought for a location", "Companies/0/Contacts", 30001, "companyLocationID", 0, nullptr);
    row("another company's contact", "ConfigurationItems", 100'001, "contactID", 30'002, "Contact");
    row("another company's place", "ConfigurationItems", 100'001, "companyLocationID", 3002,
        "CompanyLocation");
    row("no product", "ConfigurationItems", 100'001, "productID", 1, "Product");
    row("a vendor that is none", "ConfigurationItems", 100'001, "vendorID", 0, "Company");
    row("part of itself", "ConfigurationItems", 100'001, "parentConfigurationItemID", 100'001,
        "ConfigurationItem");
    row("a labor code", "Products", 7001, "productBillingCodeID", laborCode, "BillingCode");
    row("a retired code", "Products", 7001, "productBillingCodeID", retiredCode, "BillingCode");
}

void TestAutotaskPlatform::wrongReferences_areRefused()
{
    QFETCH(QString, path);
    QFETCH(QJsonObject, change);
    const Answered answered = m_practice->patch(path, change);
    QCOMPARE(answered.status, 500);
    QTEST(errorsIn(answered).value(0), "message");
}

void TestAutotaskPlatform::aPatch_changesWhatItNames()
{
    const QJsonObject before = m_practice->item(u"Companies"_s, 1001);
    QCOMPARE(
        m_practice
            ->patch(u"Companies"_s, {{u"Id"_s, 1001}, {u"CITY"_s, u"Boise"_s}, {u"state"_s, QJsonValue()}})
            .status,
        200);
    QJsonObject after = m_practice->item(u"Companies"_s, 1001);
    QCOMPARE(after.value("city"_L1).toString(), u"Boise"_s);
    QVERIFY(after.value("state"_L1).isNull());
    for (const auto &name : {"city"_L1, "state"_L1, "lastActivityDate"_L1, "lastTrackedModifiedDateTime"_L1})
        after.insert(name, before.value(name));
    QCOMPARE(after, before);
}

void TestAutotaskPlatform::aPut_emptiesWhatItDoesNotName()
{
    m_practice->patch(
        u"Companies"_s,
        {{u"id"_s, 1001},
         {u"userDefinedFields"_s,
          QJsonArray{QJsonObject{{u"name"_s, u"Service Plan"_s}, {u"value"_s, u"Managed"_s}}}}});
    const QJsonObject before = m_practice->item(u"Companies"_s, 1001);
    QVERIFY(!before.value("companyNumber"_L1).isNull());
    QJsonObject body = validCompany(u"Put"_s);
    body.insert("id"_L1, 1001);
    QCOMPARE(m_practice->put(u"Companies"_s, body).status, 200);
    const QJsonObject after = m_practice->item(u"Companies"_s, 1001);
    QCOMPARE(after.value("companyName"_L1).toString(), u"Put"_s);
    for (const auto &name : {"companyNumber"_L1, "city"_L1, "countryID"_L1, "isActive"_L1, "webAddress"_L1})
        QVERIFY2(after.value(name).isNull(), name.data());
    QCOMPARE(after.value("createDate"_L1), before.value("createDate"_L1));
    QVERIFY(userDefined(after, u"Service Plan"_s).isUndefined()
            || userDefined(after, u"Service Plan"_s).isNull());

    QCOMPARE(m_practice->put(u"Companies"_s, {{u"id"_s, 1001}}).status, 500); // without what is required
    const QJsonObject contact = m_practice->item(u"Contacts"_s, 30'001);
    QJsonObject change = validContact(u"Put"_s);
    change.insert("id"_L1, 30'001);
    QCOMPARE(m_practice->put(u"Companies/0/Contacts"_s, change).status, 200);
    QCOMPARE(m_practice->item(u"Contacts"_s, 30'001).value("companyID"_L1), contact.value("companyID"_L1));
}

void TestAutotaskPlatform::unknownProperties_vanish()
{
    QCOMPARE(
        m_practice->patch(u"Companies"_s, {{u"id"_s, 1001}, {u"taxExempt"_s, true}, {u"name"_s, u"Other"_s}})
            .body,
        R"({"itemId":1001})"_ba);
    const QJsonObject company = m_practice->item(u"Companies"_s, 1001);
    QCOMPARE(company.value("isTaxExempt"_L1), QJsonValue(false));
    QVERIFY(company.value("companyName"_L1).toString() != u"Other"_s);
}

void TestAutotaskPlatform::whatIsOnlyTheServers_isIgnored()
{
    const QJsonObject before = m_practice->item(u"ConfigurationItems"_s, 100'001);
    const QJsonObject change{{u"id"_s, 100'001},
                             {u"companyID"_s, 1005},
                             {u"installedByID"_s, formerTechnician},
                             {u"rmmDeviceAuditIPAddress"_s, u"1.2.3.4"_s},
                             {u"createDate"_s, u"2001-01-01T00:00:00Z"_s}};
    QCOMPARE(m_practice->patch(u"ConfigurationItems"_s, change).status, 200);
    const QJsonObject after = m_practice->item(u"ConfigurationItems"_s, 100'001);
    for (const auto &name :
         {"companyID"_L1, "installedByID"_L1, "rmmDeviceAuditIPAddress"_L1, "createDate"_L1})
        QCOMPARE(after.value(name), before.value(name));
}

void TestAutotaskPlatform::childrenStayWithTheirParent()
{
    QJsonObject contact = validContact(u"Child"_s);
    contact.insert("companyID"_L1, 1001); // the path is what counts
    contact.insert("id"_L1, 0);
    const int id = add(u"Companies/1003/Contacts"_s, contact);
    QCOMPARE(m_practice->item(u"Contacts"_s, id).value("companyID"_L1).toInt(), 1003);
    QCOMPARE(m_practice->patch(u"Companies/1003/Contacts"_s, {{u"id"_s, id}, {u"companyID"_s, 1001}}).status,
             200);
    QCOMPARE(m_practice->item(u"Contacts"_s, id).value("companyID"_L1).toInt(), 1003);
    QCOMPARE(m_practice->item(u"Companies/1003/Contacts"_s, id).value("lastName"_L1).toString(), u"Child"_s);
    QCOMPARE(errorsIn(m_practice->post(u"Companies/99999/Contacts"_s, validContact(u"Lost"_s))).value(0),
             u"Reference value on field: companyID of type: Company does not exist or is invalid."_s);
}

void TestAutotaskPlatform::numbersAndFlags_areConverted()
{
    QCOMPARE(m_practice
                 ->patch(u"Companies"_s,
                         {{u"id"_s, u"1001"_s},
                          {u"countryID"_s, u"3"_s},
                          {u"isTaxExempt"_s, u"TRUE"_s},
                          {u"assetValue"_s, u"12.5"_s},
                          {u"companyNumber"_s, 77},
                          {u"marketSegmentID"_s, u""_s},
                          {u"fax"_s, u""_s}})
                 .status,
             200);
    const QJsonObject company = m_practice->item(u"Companies"_s, 1001);
    QCOMPARE(company.value("countryID"_L1), QJsonValue(3));
    QCOMPARE(company.value("isTaxExempt"_L1), QJsonValue(true));
    QCOMPARE(company.value("assetValue"_L1), QJsonValue(12.5));
    QCOMPARE(company.value("companyNumber"_L1), QJsonValue(u"77"_s));
    QVERIFY(company.value("marketSegmentID"_L1).isNull());
    QCOMPARE(company.value("fax"_L1), QJsonValue(u""_s));
}

void TestAutotaskPlatform::days_loseTheirTime()
{
    const QJsonObject change{{u"id"_s, 100'001},
                             {u"installDate"_s, u"2024-05-06T23:30:00-05:00"_s},
                             {u"warrantyExpirationDate"_s, u"2027-01-02"_s}};
    QCOMPARE(m_practice->patch(u"ConfigurationItems"_s, change).status, 200);
    const QJsonObject item = m_practice->item(u"ConfigurationItems"_s, 100'001);
    QCOMPARE(item.value("installDate"_L1).toString(), u"2024-05-06T00:00:00Z"_s);
    QCOMPARE(item.value("warrantyExpirationDate"_L1).toString(), u"2027-01-02T00:00:00Z"_s);
}

void TestAutotaskPlatform::dates_ofChange_move()
{
    m_practice->clock().set(QDateTime(QDate(2026, 4, 5), QTime(6, 7, 8, 990), Qt::UTC));
    const QString now = u"2026-04-05T06:07:08.99Z"_s;
    m_practice->patch(u"Companies"_s, {{u"id"_s, 1001}});
    m_practice->patch(u"Companies/0/Contacts"_s, {{u"id"_s, 30'001}, {u"title"_s, u"Boss"_s}});
    m_practice->patch(u"ConfigurationItems"_s, {{u"id"_s, 100'001}, {u"notes"_s, u"x"_s}});
    const QJsonObject company = m_practice->item(u"Companies"_s, 1001);
    QCOMPARE(company.value("lastActivityDate"_L1).toString(), now);
    QCOMPARE(company.value("lastTrackedModifiedDateTime"_L1).toString(), now);
    const QJsonObject contact = m_practice->item(u"Contacts"_s, 30'001);
    QCOMPARE(contact.value("lastActivityDate"_L1).toString(), now);
    QCOMPARE(contact.value("lastModifiedDate"_L1).toString(), now);
    const QJsonObject item = m_practice->item(u"ConfigurationItems"_s, 100'001);
    QCOMPARE(item.value("lastModifiedTime"_L1).toString(), now);
    QCOMPARE(item.value("lastActivityPersonID"_L1).toInt(), apiUser);
    QVERIFY(item.value("createDate"_L1).toString() < now);

    const QByteArray since = R"([{"op":"gt","field":"lastModifiedTime","value":"2026-04-05T06:07:08.989Z"}])";
    QCOMPARE(namesIn(itemsIn(m_practice->find(u"ConfigurationItems"_s, since)), u"id"_s),
             QStringList{u"100001"_s});
    for (const QString &name : m_practice->item(u"CompanyLocations"_s, 3001).keys())
        QVERIFY2(!name.contains(u"date"_s, Qt::CaseInsensitive), qPrintable(name));
}

void TestAutotaskPlatform::theCompanyOfNumberNought_isReal()
{
    QCOMPARE(m_practice->patch(u"Companies"_s, {{u"id"_s, 0}, {u"city"_s, u"Omaha"_s}}).body,
             R"({"itemId":0})"_ba);
    QCOMPARE(m_practice->item(u"Companies"_s, 0).value("city"_L1).toString(), u"Omaha"_s);
    const int contact = add(u"Companies/0/Contacts"_s, validContact(u"Ours"_s));
    QCOMPARE(m_practice->item(u"Contacts"_s, contact).value("companyID"_L1), QJsonValue(0));
    QCOMPARE(m_practice->patch(u"Companies"_s, {{u"id"_s, 1001}, {u"parentCompanyID"_s, 0}}).status, 200);
    QCOMPARE(m_practice->item(u"Companies"_s, 1001).value("parentCompanyID"_L1), QJsonValue(0));
    const int item =
        add(u"ConfigurationItems"_s,
            {{u"companyID"_s, 0}, {u"productID"_s, 7001}, {u"isActive"_s, true}, {u"contactID"_s, contact}});
    QCOMPARE(m_practice->item(u"ConfigurationItems"_s, item).value("companyID"_L1), QJsonValue(0));
}

void TestAutotaskPlatform::userDefinedFields_areWrittenOneByOne()
{
    const auto write = [this](const QJsonArray &fields) {
        return m_practice
            ->patch(u"ConfigurationItems"_s, {{u"id"_s, 100'001}, {u"userDefinedFields"_s, fields}})
            .status;
    };
    const auto field = [](const QString &name, const QJsonValue &value) {
        return QJsonObject{{u"name"_s, name}, {u"value"_s, value}};
    };
    QCOMPARE(write({field(u"asset OWNER"_s, u"Client"_s), field(u"Colour"_s, u"red"_s)}), 200);
    QCOMPARE(write({field(u"Rack Unit"_s, 12)}), 200);
    QJsonObject item = m_practice->item(u"ConfigurationItems"_s, 100'001);
    QCOMPARE(userDefined(item, u"Asset Owner"_s).toString(), u"Client"_s);
    QCOMPARE(userDefined(item, u"Rack Unit"_s).toString(), u"12"_s);
    QVERIFY(userDefined(item, u"Admin Password"_s).isNull());
    QVERIFY(userDefined(item, u"Colour"_s).isUndefined());
    QCOMPARE(write({field(u"Asset Owner"_s, QJsonValue())}), 200);
    item = m_practice->item(u"ConfigurationItems"_s, 100'001);
    QVERIFY(userDefined(item, u"Asset Owner"_s).isNull());
    QCOMPARE(userDefined(item, u"Rack Unit"_s).toString(), u"12"_s);

    // What is protected is shown as stars, whatever it is.
    const QJsonObject secret{{u"userDefinedFields"_s, QJsonArray{field(u"Admin Password"_s, u"hunter2"_s)}}};
    QCOMPARE(
        m_practice->door("POST", u"records/configuration"_s, doorChange("update", 100'001, secret)).status,
        200);
    item = m_practice->item(u"ConfigurationItems"_s, 100'001);
    QCOMPARE(userDefined(item, u"Admin Password"_s).toString(), u"*****"_s);
}

void TestAutotaskPlatform::wrongUserDefinedFields_areRefused_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("message");
    QTest::newRow("an object")
        << u"Companies"_s << R"({"Service Plan":"Managed"})"_ba
        << u"An unexpected error has occurred. If the problem persists, please contact Autotask "
           "Support and reference Error ID: 54634."_s;
    QTest::newRow("not in the list") << u"Companies"_s << R"([{"name":"Service Plan","value":"Platinum"}])"_ba
                                     << u"Value does not reference an existing entity for Service Plan."_s;
    QTest::newRow("no date") << u"Companies"_s << R"([{"name":"Onboarded On","value":"once"}])"_ba
                             << u"Value does not reference an existing entity for Onboarded On."_s;
    QTest::newRow("no number") << u"ConfigurationItems"_s << R"([{"name":"Rack Unit","value":"top"}])"_ba
                               << u"Value does not reference an existing entity for Rack Unit."_s;
    QTest::newRow("too long") << u"ConfigurationItems"_s
                              << QByteArray(R"([{"name":"Asset Owner","value":")" + QByteArray(256, 'x')
                                            + "\"}]")
                              << u"String value exceeds maximum length (field:Asset Owner)."_s;
    QTest::newRow("protected")
        << u"ConfigurationItems"_s << R"([{"name":"Admin Password","value":"*****"}])"_ba
        << u"The logged in Resource does not have the permission to edit the protected field Admin Password."_s;
}

void TestAutotaskPlatform::wrongUserDefinedFields_areRefused()
{
    QFETCH(QString, entity);
    QFETCH(QByteArray, fields);
    const QByteArray id = entity == u"Companies"_s ? "1001"_ba : "100001"_ba;
    const Answered answered =
        m_practice->send("PATCH", entity, "{\"id\":" + id + ",\"userDefinedFields\":" + fields + '}');
    QCOMPARE(answered.status, 500);
    QTEST(errorsIn(answered).value(0), "message");
}

void TestAutotaskPlatform::userDefinedFields_areLeftOutWhereNobodyHasAny()
{
    PracticeSeeding seeding;
    seeding.empty = true;
    m_practice = std::make_unique<AutotaskPractice>(seeding);
    const QByteArray all = R"([{"op":"exist","field":"id"}])";
    QVERIFY(
        !itemsIn(m_practice->find(u"Companies"_s, all)).at(0).toObject().contains("userDefinedFields"_L1));
    QCOMPARE(m_practice->item(u"Companies"_s, 0).value("userDefinedFields"_L1), QJsonValue(QJsonArray()));
    QJsonObject company = validCompany(u"One"_s);
    company.insert("userDefinedFields"_L1,
                   QJsonArray{QJsonObject{{u"name"_s, u"Service Plan"_s}, {u"value"_s, u"Hourly"_s}}});
    add(u"Companies"_s, company);
    const QJsonArray rows = itemsIn(m_practice->find(u"Companies"_s, all));
    QVERIFY(userDefined(rows.at(0).toObject(), u"Service Plan"_s).isNull());
    QCOMPARE(userDefined(rows.at(1).toObject(), u"Service Plan"_s).toString(), u"Hourly"_s);
}

void TestAutotaskPlatform::userDefinedFields_takeTheirDefault()
{
    const int definition =
        add(u"UserDefinedFieldDefinitions"_s,
            {{u"name"_s, u"Colour"_s}, {u"dataType"_s, 5}, {u"udfType"_s, 1}, {u"defaultValue"_s, u"red"_s}});
    for (const QString &color : {u"red"_s, u"blue"_s})
        add(u"UserDefinedFields/%1/ListItems"_s.arg(definition),
            {{u"valueForDisplay"_s, color.toUpper()}, {u"valueForExport"_s, color}});
    const int company = add(u"Companies"_s, validCompany(u"Red"_s));
    QCOMPARE(userDefined(m_practice->item(u"Companies"_s, company), u"Colour"_s).toString(), u"red"_s);
    const Answered information = m_practice->get(u"Companies/entityInformation/userDefinedFields"_s);
    QJsonObject colour;
    for (const QJsonValue &field : information.object().value("fields"_L1).toArray()) {
        if (field.toObject().value("name"_L1).toString() == u"Colour"_s)
            colour = field.toObject();
    }
    QCOMPARE(colour.value("defaultValue"_L1).toString(), u"red"_s);
    QCOMPARE(colour.value("isPickList"_L1), QJsonValue(true));
    QCOMPARE(colour.value("picklistValues"_L1).toArray().at(1).toObject().value("label"_L1).toString(),
             u"BLUE"_s);
}

void TestAutotaskPlatform::primaries_moveFromOneToTheNext()
{
    const QString path = u"Companies/1001/Locations"_s;
    const auto primaries = [&] {
        QStringList names;
        for (const QJsonValue &location : itemsIn(m_practice->get(path))) {
            if (location.toObject().value("isPrimary"_L1).toBool())
                names.append(location.toObject().value("name"_L1).toString());
        }
        return names;
    };
    QCOMPARE(primaries(), QStringList{u"Main"_s});
    const int depot = add(path, {{u"name"_s, u"Depot"_s}});
    QCOMPARE(primaries(), QStringList{u"Main"_s});
    QCOMPARE(m_practice->patch(path, {{u"id"_s, depot}, {u"isPrimary"_s, true}}).status, 200);
    QCOMPARE(primaries(), QStringList{u"Depot"_s});
    QCOMPARE(m_practice->patch(path, {{u"id"_s, depot}, {u"isPrimary"_s, false}}).status, 200);
    QCOMPARE(primaries(), QStringList{u"Depot"_s}); // somebody has to be

    QJsonObject contact = validContact(u"First"_s);
    contact.insert("primaryContact"_L1, true);
    const int first = add(u"Companies/1001/Contacts"_s, contact);
    const QByteArray filter =
        R"([{"op":"eq","field":"companyID","value":1001},{"op":"eq","field":"primaryContact","value":true}])";
    QCOMPARE(namesIn(itemsIn(m_practice->find(u"Contacts"_s, filter)), u"id"_s),
             QStringList{QString::number(first)});
    QCOMPARE(m_practice->patch(u"Companies/1001/Contacts"_s, {{u"id"_s, first}, {u"primaryContact"_s, false}})
                 .status,
             200);
    QVERIFY(itemsIn(m_practice->find(u"Contacts"_s, filter)).isEmpty());
}

void TestAutotaskPlatform::names_areUniqueWhereTheyMustBe()
{
    const QJsonObject type{{u"name"_s, u"LAPTOP"_s}, {u"isActive"_s, true}};
    QCOMPARE(
        errorsIn(m_practice->post(u"ConfigurationItemTypes"_s, type)).value(0),
        u"A ConfigurationItemType already exists with name [LAPTOP]. ConfigurationItemType names must be unique."_s);
    const QJsonObject company =
        validCompany(m_practice->item(u"Companies"_s, 1001).value("companyName"_L1).toString());
    QCOMPARE(m_practice->post(u"Companies"_s, company).status, 200); // not here
}

void TestAutotaskPlatform::deletion_leavesNoTrace_andSparesWhatIsInUse()
{
    const int contact = add(u"Companies/1001/Contacts"_s, validContact(u"Gone"_s));
    const QString path = u"Companies/1001/Contacts/%1"_s.arg(contact);
    QCOMPARE(m_practice->send("DELETE", path, {}).body,
             QByteArray("{\"itemId\":" + QByteArray::number(contact) + '}'));
    QCOMPARE(m_practice->get(u"Contacts/%1"_s.arg(contact)).body, R"({"item":null})"_ba);
    QCOMPARE(errorsIn(m_practice->send("DELETE", path, {})),
             QStringList{
                 u"No message. No matching records found. The logged in Resource may not have the required "
                 "permissions to delete the data."_s});

    const int user = add(u"Companies/0/Contacts"_s, validContact(u"User"_s));
    const int item =
        add(u"ConfigurationItems"_s,
            {{u"companyID"_s, 0}, {u"productID"_s, 7001}, {u"isActive"_s, true}, {u"contactID"_s, user}});
    QCOMPARE(m_practice->send("DELETE", u"Companies/0/Contacts/%1"_s.arg(user), {}).status, 500);
    QCOMPARE(
        m_practice->patch(u"ConfigurationItems"_s, {{u"id"_s, item}, {u"contactID"_s, QJsonValue()}}).status,
        200);
    QCOMPARE(m_practice->send("DELETE", u"Companies/0/Contacts/%1"_s.arg(user), {}).status, 200);
    QCOMPARE(m_practice->send("DELETE", u"Companies/1001/Locations/3002"_s, {}).status,
             500); // the primary one
    QCOMPARE(m_practice->send("DELETE", u"ConfigurationItemTypes/21"_s, {}).status, 500);
    const int type = add(u"ConfigurationItemTypes"_s, {{u"name"_s, u"Camera"_s}, {u"isActive"_s, true}});
    QCOMPARE(m_practice->send("DELETE", u"ConfigurationItemTypes/%1"_s.arg(type), {}).status, 200);
}

void TestAutotaskPlatform::fieldInformation_tellsTheTenantsPicklists()
{
    PracticeSeeding seeding;
    seeding.seed = 5;
    AutotaskPractice other(seeding);
    const auto type = [](AutotaskPractice &practice) {
        const QJsonArray list =
            practice.get(u"Companies/entityInformation/fields"_s).object().value("fields"_L1).toArray();
        QHash<QString, QString> values;
        for (const QJsonValue &field : list) {
            if (field.toObject().value("name"_L1).toString() != u"companyType"_s)
                continue;
            for (const QJsonValue &value : field.toObject().value("picklistValues"_L1).toArray()) {
                const QJsonObject object = value.toObject();
                values.insert(object.value("label"_L1).toString(), object.value("value"_L1).toString());
            }
        }
        return values;
    };
    QCOMPARE(type(*m_practice).value(u"Customer"_s), u"1"_s);
    QCOMPARE(type(other).value(u"Customer"_s), u"1"_s);
    QVERIFY(type(*m_practice).value(u"Managed Client"_s) != type(other).value(u"Managed Client"_s));
    QCOMPARE(m_practice->get(u"Companies/5/Contacts/entityInformation/fields"_s).body,
             m_practice->get(u"Contacts/entityInformation/fields"_s).body);
}

void TestAutotaskPlatform::entityInformation_tellsWhatMayBeDone()
{
    const auto information = [this](const QString &entity) {
        return m_practice->get(entity + u"/entityInformation"_s).object().value("info"_L1).toObject();
    };
    QJsonObject companies = information(u"Companies"_s);
    QCOMPARE(companies.value("name"_L1).toString(), u"Company"_s);
    QCOMPARE(companies.value("canDelete"_L1), QJsonValue(false));
    QCOMPARE(companies.value("userAccessForCreate"_L1).toString(), u"All"_s);
    QCOMPARE(companies.value("hasUserDefinedFields"_L1), QJsonValue(true));
    QCOMPARE(information(u"Companies/0/Locations"_s).value("hasUserDefinedFields"_L1), QJsonValue(false));
    QCOMPARE(information(u"Resources"_s).value("userAccessForUpdate"_L1).toString(), u"None"_s);
    m_practice->setQuirks({u"read-only-user"_s});
    companies = information(u"Companies"_s);
    QCOMPARE(companies.value("userAccessForCreate"_L1).toString(), u"None"_s);
    QCOMPARE(
        errorsIn(m_practice->post(u"Companies"_s, validCompany(u"X"_s))),
        QStringList{
            u"The logged in Resource does not have the adequate permissions to create this entity type."_s});
}

void TestAutotaskPlatform::aNewType_isAPicklistValue()
{
    const int type = add(u"ConfigurationItemTypes"_s, {{u"name"_s, u"Camera"_s}, {u"isActive"_s, true}});
    const QJsonObject change{{u"id"_s, 100'001}, {u"configurationItemType"_s, type}};
    QCOMPARE(m_practice->patch(u"ConfigurationItems"_s, change).status, 200);
    QVERIFY(m_practice->get(u"ConfigurationItems/entityInformation/fields"_s)
                .body.contains("\"label\":\"Camera\""));
    QCOMPARE(m_practice->patch(u"ConfigurationItemTypes"_s, {{u"id"_s, type}, {u"isActive"_s, false}}).status,
             200);
    QCOMPARE(m_practice->patch(u"ConfigurationItems"_s, change).status, 500);
}

void TestAutotaskPlatform::threads_areLimitedByEndpoint()
{
    // Three requests that are carried out and never answered hold their threads for as long as is needed.
    const QByteArray hang =
        R"([{"route":"GET /Companies/{id}","count":3,"fault":"hang","value":{"applied":true}}])";
    QCOMPARE(m_practice->door("POST", u"faults"_s, hang).status, 200);
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    for (int i = 0; i < 3; ++i)
        replies.push_back(m_practice->start(u"Companies/0"_s));
    QTRY_COMPARE(m_practice->door("GET", u"faults"_s).array().at(0).toObject().value("fired"_L1).toInt(), 3);

    const QStringList words{u"The Autotask API thread threshold of 3 threads has been exceeded."_s};
    Answered answered = m_practice->find(u"Companies"_s, R"([{"op":"exist","field":"id"}])");
    QCOMPARE(answered.status, 429);
    QCOMPARE(errorsIn(answered), words);
    m_practice->setQuirks({u"limits-are-errors"_s});
    answered = m_practice->get(u"Companies/0"_s);
    QCOMPARE(answered.status, 500);
    QCOMPARE(errorsIn(answered), words);
    QCOMPARE(m_practice->get(u"Companies/0/Contacts"_s).status, 200); // has threads of its own

    replies.clear();
    QTRY_COMPARE(m_practice->get(u"Companies/0"_s).status, 200);
}

void TestAutotaskPlatform::slowThreads_areStillTaken()
{
    m_practice->setQuirks({u"slow-release"_s});
    for (int i = 0; i < 3; ++i)
        QCOMPARE(m_practice->get(u"Companies/0"_s).status, 200);
    QCOMPARE(m_practice->get(u"Companies/0"_s).status, 429);
    QCOMPARE(m_practice->get(u"ThresholdInformation"_s).status, 200);
    m_practice->clock().set(m_practice->clock().nowUtc().addMSecs(600));
    QCOMPARE(m_practice->get(u"Companies/0"_s).status, 200);
}

void TestAutotaskPlatform::calls_areCountedByTheHour()
{
    const auto used = [this] {
        return m_practice->get(u"ThresholdInformation"_s)
            .object()
            .value("currentTimeframeRequestCount"_L1)
            .toInt();
    };
    QCOMPARE(used(), 1);
    m_practice->get(u"Companies/0"_s);
    m_practice->get(u"Companies/0"_s, {{"Secret"_ba, "wrong"_ba}}); // did not get that far
    QCOMPARE(used(), 3);
    m_practice->clock().set(m_practice->clock().nowUtc().addSecs(3600));
    QCOMPARE(used(), 1);
    const QJsonObject threshold = m_practice->get(u"ThresholdInformation"_s).object();
    QCOMPARE(threshold.value("externalRequestThreshold"_L1).toInt(), 10'000);
    QCOMPARE(threshold.value("requestThresholdTimeframe"_L1).toInt(), 60);
}

void TestAutotaskPlatform::busyHours_areSlow_data()
{
    QTest::addColumn<QString>("quirk");
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<int>("status");
    QTest::newRow("few calls") << u"hourly-limit"_s << 0 << 200;
    QTest::newRow("half") << u"others-used-half"_s << 500 << 200;
    QTest::newRow("three quarters") << u"others-used-most"_s << 1000 << 200;
    QTest::newRow("all") << u"others-used-all"_s << 0 << 429;
}

void TestAutotaskPlatform::busyHours_areSlow()
{
    QFETCH(QString, quirk);
    QFETCH(int, milliseconds);
    m_practice->setQuirks({quirk});
    QElapsedTimer timer;
    timer.start();
    const Answered answered = m_practice->get(u"Companies/0"_s);
    QTEST(answered.status, "status");
    QVERIFY2(timer.elapsed() >= milliseconds - 50, qPrintable(QString::number(timer.elapsed())));
    if (answered.status != 200)
        QVERIFY(errorsIn(answered).value(0).contains(u"10000"_s));
}

void TestAutotaskPlatform::quirks_canBeSwitched()
{
    QCOMPARE(m_practice->door("POST", u"quirks"_s, R"(["nonsense"])").status, 400);

    const QJsonObject inactive{{u"id"_s, 1001}, {u"isActive"_s, false}};
    QCOMPARE(m_practice->patch(u"Companies"_s, inactive).status, 200);
    QCOMPARE(m_practice->post(u"Companies/1001/Contacts"_s, validContact(u"Open"_s)).status, 200);
    QCOMPARE(m_practice->door("POST", u"quirks"_s, R"(["inactive-company-is-closed"])").status, 200);
    QCOMPARE(m_practice->post(u"Companies/1001/Contacts"_s, validContact(u"Closed"_s)).status, 500);

    QCOMPARE(m_practice->patch(u"Companies/0/Contacts"_s, {{u"id"_s, 30'001}, {u"isActive"_s, 0}}).status,
             200);
    QCOMPARE(m_practice->patch(u"Companies/1002/Contacts"_s, {{u"id"_s, 30'003}, {u"isActive"_s, 0}}).status,
             200);
    QCOMPARE(m_practice->item(u"Contacts"_s, 30'003).value("companyID"_L1).toInt(), 1002);
    QCOMPARE(m_practice->door("POST", u"quirks"_s, R"(["inactive-contact-loses-company"])").status, 200);
    QCOMPARE(m_practice->item(u"Contacts"_s, 30'003).value("companyID"_L1), QJsonValue(0));

    QCOMPARE(m_practice->door("POST", u"quirks"_s, R"(["zone-only"])").status, 200);
    QCOMPARE(m_practice->bare("GET", u"/v1.0/Companies/0"_s, {}, m_practice->credentials()).status, 401);
    QCOMPARE(m_practice->get(u"Companies/0"_s).status, 200);
}

void TestAutotaskPlatform::aMovedTenant_isFoundAgain()
{
    m_practice->setQuirks({u"moved-zone"_s});
    QCOMPARE(m_practice->get(u"Companies/0"_s).status, 401);
    const Answered zone = m_practice->bare(
        "GET", u"/atservicesrest/v1.0/zoneInformation?user=tandem.api@practice-msp.example"_s);
    const QString address = zone.object().value("url"_L1).toString();
    QCOMPARE(address, QString(m_practice->url() + u"/zone15/ATServicesRest/"_s));
    QCOMPARE(m_practice->bare("GET", address + u"v1.0/Companies/0"_s, {}, m_practice->credentials()).status,
             200);
}

void TestAutotaskPlatform::wrongSignIns_lockTheUser()
{
    m_practice->setQuirks({u"lock-out"_s});
    for (int i = 0; i < 4; ++i)
        m_practice->get(u"Companies/0"_s, {{"Secret"_ba, "wrong"_ba}});
    QCOMPARE(m_practice->get(u"Companies/0"_s).status, 200);
    for (int i = 0; i < 5; ++i)
        m_practice->get(u"Companies/0"_s, {{"Secret"_ba, "wrong"_ba}});
    QCOMPARE(m_practice->get(u"Companies/0"_s).status, 401);
    m_practice->setQuirks({u"lock-out"_s});
    QCOMPARE(m_practice->get(u"Companies/0"_s).status, 200);
}

void TestAutotaskPlatform::faults_speakAutotask_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isApplied");
    QTest::newRow("429")
        << R"("fault":"status","value":{"status":429,"retry_after":7})"_ba << 429
        << R"({"errors":["The Autotask API thread threshold of 3 threads has been exceeded."]})"_ba << false;
    QTest::newRow("500") << R"("fault":"status","value":500)"_ba << 500 << "Error ID: 1166."_ba << false;
    QTest::newRow("503") << R"("fault":"status")"_ba << 503 << "The service is unavailable."_ba << false;
    QTest::newRow("403") << R"("fault":"status","value":403)"_ba << 403 << "permissions to query"_ba << false;
    QTest::newRow("404") << R"("fault":"status","value":404)"_ba << 404 << "<!DOCTYPE html>"_ba << false;
    QTest::newRow("validation") << R"("fault":"validation")"_ba << 500 << "Error creating entity"_ba << false;
    QTest::newRow("sign-in") << R"("fault":"expired_token")"_ba << 401 << ""_ba << false;
    QTest::newRow("HTML") << R"("fault":"html","value":200)"_ba << 200 << "<!DOCTYPE html>"_ba << false;
    QTest::newRow("lost answer") << R"("fault":"reset_after")"_ba << 0 << ""_ba << true;
    QTest::newRow("never there") << R"("fault":"reset_before")"_ba << 0 << ""_ba << false;
    QTest::newRow("cut JSON") << R"("fault":"bad_json")"_ba << 200 << "{\"item"_ba << true;
}

void TestAutotaskPlatform::faults_speakAutotask()
{
    QFETCH(QByteArray, fault);
    QFETCH(QByteArray, body);
    QFETCH(bool, isApplied);
    // Twice, since Qt asks again when a connection that was kept is gone.
    const QByteArray rules = R"([{"route":"POST /Companies","count":2,)" + fault + "}]";
    QCOMPARE(m_practice->door("POST", u"faults"_s, rules).status, 200);
    const Answered answered = m_practice->post(u"Companies"_s, validCompany(u"Faulty"_s));
    QTEST(answered.status, "status");
    QVERIFY2(answered.body.contains(body), answered.body.constData());
    const QByteArray filter = R"([{"op":"eq","field":"companyName","value":"Faulty"}])";
    QCOMPARE(!itemsIn(m_practice->find(u"Companies"_s, filter)).isEmpty(), isApplied);
}

void TestAutotaskPlatform::theDoor_changesBehindTheBack()
{
    QCOMPARE(m_practice->door("GET", u"records/organization"_s).array().size(), 12);
    QCOMPARE(m_practice->door("GET", u"records/configuration"_s).array().size(), 240);
    QCOMPARE(m_practice->door("GET", u"records/contact?after=30001&limit=3"_s).array().size(), 3);
    QCOMPARE(m_practice->door("GET", u"records/organization?id=0"_s).array().size(), 1);
    QCOMPARE(m_practice->door("GET", u"records/locations"_s).array().size(), 24);
    QVERIFY(m_practice->door("GET", u"records/product"_s).array().size() > 10);
    QCOMPARE(m_practice->door("GET", u"records/printer"_s).status, 404);

    // The door is not held up by what the API would refuse.
    const Answered made =
        m_practice->door("POST", u"records/contact"_s,
                         doorChange("create", 0, {{u"companyID"_s, 1003}, {u"lastName"_s, u"Behind"_s}}));
    QCOMPARE(made.status, 201);
    const int id = made.object().value("id"_L1).toInt();
    QCOMPARE(m_practice->item(u"Companies/1003/Contacts"_s, id), made.object());
    QCOMPARE(made.object().value("isActive"_L1), QJsonValue(1));
    const Answered changed =
        m_practice->door("POST", u"records/contact"_s,
                         doorChange("update", id, {{u"lastActivityDate"_s, u"2001-02-03T04:05:06.007Z"_s}}));
    QCOMPARE(changed.object().value("lastActivityDate"_L1).toString(), u"2001-02-03T04:05:06.007Z"_s);
    QCOMPARE(m_practice
                 ->door("POST", u"records/contact"_s,
                        doorChange("create", 0, {{u"companyID"_s, 99}, {u"lastName"_s, u"Lost"_s}}))
                 .status,
             500);
    const Answered product = m_practice->door(
        "POST", u"records/product"_s,
        doorChange("create", 0, {{u"name"_s, u"R740"_s}, {u"productBillingCodeID"_s, hardwareCode}}));
    QCOMPARE(
        m_practice->item(u"Products"_s, product.object().value("id"_L1).toInt()).value("name"_L1).toString(),
        u"R740"_s);

    // What is gone takes along what was its own, and leaves no reference behind.
    QCOMPARE(m_practice->door("POST", u"records/organization"_s, doorChange("delete", 1003, {})).status, 200);
    QCOMPARE(m_practice->get(u"Companies/1003"_s).body, R"({"item":null})"_ba);
    for (const QString &entity : {u"Contacts"_s, u"CompanyLocations"_s, u"ConfigurationItems"_s})
        QVERIFY(
            itemsIn(m_practice->find(entity, R"([{"op":"eq","field":"companyID","value":1003}])")).isEmpty());
    QCOMPARE(m_practice->door("POST", u"records/product"_s, doorChange("delete", 7001, {})).status, 200);
    QVERIFY(itemsIn(m_practice->find(u"ConfigurationItems"_s,
                                     R"([{"op":"eq","field":"productID","value":7001}])"))
                .isEmpty());
    QCOMPARE(m_practice->door("POST", u"records/contact"_s, doorChange("delete", 99, {})).status, 404);
}

void TestAutotaskPlatform::seeding_isRepeatable()
{
    PracticeSeeding other;
    other.seed = 2;
    const auto items = [](AutotaskPractice &practice) {
        return practice.find(u"ConfigurationItems"_s, R"([{"op":"exist","field":"id"}])")
            .body.replace(practice.url().toLatin1(), "");
    };
    AutotaskPractice same;
    AutotaskPractice different(other);
    QCOMPARE(items(same), items(*m_practice));
    QVERIFY(items(different) != items(*m_practice));
    PracticeSeeding empty;
    empty.empty = true;
    AutotaskPractice bare(empty);
    QCOMPARE(namesIn(bare.door("GET", u"records/organization"_s).array(), u"id"_s), QStringList{u"0"_s});
    for (const QString &kind : {u"contact"_s, u"location"_s, u"configuration"_s, u"product"_s})
        QCOMPARE(bare.door("GET", u"records/"_s + kind).body, "[]"_ba);
    QVERIFY(!itemsIn(bare.find(u"ConfigurationItemTypes"_s, R"([{"op":"exist","field":"id"}])")).isEmpty());
}

void TestAutotaskPlatform::state_isKept()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"autotask.state"_s);
    PracticeRequest request;
    request.now = QDateTime(QDate(2026, 1, 1), QTime(0, 0, 0, 5), Qt::UTC);
    request.rawQuery = "id=0";
    const auto company = [&](AutotaskPlatform &platform) {
        const QByteArray rows = platform.doorRead(AssetKind::Organization, request).body;
        return QJsonDocument::fromJson(rows).array().at(0).toObject();
    };
    QJsonObject changed;
    {
        AutotaskPlatform platform({});
        QVERIFY(platform.openState(file).has_value());
        PracticeDoorChange change;
        change.action = PracticeDoorChange::Action::Update;
        change.set = {{u"companyName"_s, u"Kept"_s}};
        QCOMPARE(platform.doorChange(AssetKind::Organization, change, request).status, 200);
        changed = company(platform);
        QCOMPARE(changed.value("lastActivityDate"_L1).toString(), u"2026-01-01T00:00:00.005Z"_s);
    } // as after a kill: nothing was saved but the journal
    PracticeSeeding empty;
    empty.empty = true;
    AutotaskPlatform platform(empty);
    QVERIFY(platform.openState(file).has_value());
    QCOMPARE(company(platform), changed);
    request.rawQuery.clear();
    QCOMPARE(QJsonDocument::fromJson(platform.doorRead(AssetKind::Contact, request).body).array().size(),
             160);
}

void TestAutotaskPlatform::theCommand_announcesItself()
{
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + u"/tandem_practicehost"_s,
                  {u"autotask"_s, u"--organizations"_s, u"2"_s, u"--quirks"_s, u"hourly-limit"_s});
    QVERIFY(QTest::qWaitFor([&] { return process.canReadLine() || process.state() == QProcess::NotRunning; },
                            20000));
    const QJsonObject announcement = QJsonDocument::fromJson(process.readLine()).object();
    QCOMPARE(announcement.value("platform"_L1).toString(), u"autotask"_s);
    QVERIFY(announcement.value("url"_L1).toString().startsWith(u"http://127.0.0.1:"_s));
    QCOMPARE(announcement.value("credentials"_L1).toObject().keys(),
             (QStringList{u"integration_code"_s, u"secret"_s, u"user_name"_s}));
    process.terminate();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestAutotaskPlatform)
#include "tst_autotaskplatform.moc"
