// SPDX-License-Identifier: GPL-3.0-or-later
#include "practiceclient.h"

#include <QJsonDocument>
#include <QTest>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;
using namespace tandem;

namespace {

QJsonObject op(const QString &verb, const QString &path, const QJsonValue &value = QJsonValue::Undefined)
{
    QJsonObject operation{{u"op"_s, verb}, {u"path"_s, path}};
    if (!value.isUndefined())
        operation.insert("value"_L1, value);
    return operation;
}

QJsonObject ref(int id)
{
    return {{u"id"_s, id}};
}

QJsonObject validCompany(const QString &identifier)
{
    return {{u"identifier"_s, identifier},
            {u"name"_s, u"A new company"_s},
            {u"site"_s, QJsonObject{{u"name"_s, u"Main"_s}}}};
}

} // namespace

class TestConnectWisePlatform final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void companyInfo_tellsTheCodebase_andNullForStrangers();
    void signIn_isRefused_data();
    void signIn_isRefused();
    void signIn_acceptsWhatClientsSend_data();
    void signIn_acceptsWhatClientsSend();
    void wrongPaths_areToldApart_data();
    void wrongPaths_areToldApart();
    void everyRouteOfTheSync_answers_data();
    void everyRouteOfTheSync_answers();

    void conditions_findRecords_data();
    void conditions_findRecords();
    void wrongQueries_areRefused_data();
    void wrongQueries_areRefused();
    void plusAndPercent_bothMeanSpace();
    void orderBy_sorts();
    void fields_dropInfoUnlessNamed();

    void pages_areLinked_withThePageLast();
    void pageSize_isDefaultedAndCapped();
    void beyondTheLastPage_isEmpty();
    void forwardOnly_seesEveryRecordOnce_andEndsWithAnEmptyLink();

    void aNewCompany_getsItsSiteAndDefaults();
    void wrongBodies_areRefused_data();
    void wrongBodies_areRefused();
    void belonging_isChecked();
    void aPatch_changesWhatItNames();
    void wrongPatches_areRefused_data();
    void wrongPatches_areRefused();
    void aReferenceSubPath_isAFalseSuccess();
    void aPut_replaces_butRefusesTypes();
    void aContactPut_mergesCommunications();
    void communicationItems_areEdited();
    void communications_areEditedOneByOne();
    void types_areAssociated();
    void defaults_moveFromOneToTheNext();
    void customFields_areMerged();
    void setUpRows_areUnique_andKeptWhileInUse();
    void deletion_marksCompanies_andRefusesWhatIsInUse();
    void bulk_answersForEach();
    void lastUpdated_tellsWhoAndWhen();

    void quirks_canBeSwitched();
    void theDoor_changesBehindTheBack();
    void seeding_isRepeatable();

private:
    std::unique_ptr<PracticeClient> m_client;
};

void TestConnectWisePlatform::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_client = std::make_unique<PracticeClient>();
}

void TestConnectWisePlatform::cleanup()
{
    m_client.reset();
}

void TestConnectWisePlatform::companyInfo_tellsTheCodebase_andNullForStrangers()
{
    const Answered known = m_client->bare("GET", u"/login/companyinfo/tandempractice"_s);
    QCOMPARE(known.status, 200);
    QCOMPARE(known.object().value("Codebase"_L1).toString(), u"v2025_1/"_s);
    QCOMPARE(known.object().value("CompanyID"_L1).toString(), u"tandempractice"_s);
    const Answered stranger = m_client->bare("GET", u"/login/companyinfo/nobody"_s);
    QCOMPARE(stranger.status, 200);
    QCOMPARE(stranger.body, "null"_ba);
}

void TestConnectWisePlatform::signIn_isRefused_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("no keys") << "Authorization"_ba
                             << ""_ba << 401 << u"Unauthorized"_s;
    QTest::newRow("wrong keys") << "Authorization"_ba
                                << QByteArray("Basic " + "tandempractice+a:b"_ba.toBase64()) << 401
                                << u"Unauthorized"_s;
    QTest::newRow("bearer") << "Authorization"_ba
                            << "Bearer abc"_ba << 401 << u"Unauthorized"_s;
    QTest::newRow("no clientId") << "clientId"_ba
                                 << ""_ba << 403 << u"Security"_s;
    QTest::newRow("clientId that is no GUID") << "clientId"_ba
                                              << "my-app"_ba << 403 << u"Security"_s;
}

void TestConnectWisePlatform::signIn_isRefused()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    const Answered answered = m_client->get(u"/company/contacts"_s, {{header, value}});
    QTEST(answered.status, "status");
    QTEST(answered.code(), "code");
}

void TestConnectWisePlatform::signIn_acceptsWhatClientsSend_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("a version in Accept") << "Accept"_ba
                                         << "application/vnd.connectwise.com+json; version=2022.1"_ba;
    QTest::newRow("an old version") << "accept"_ba
                                    << "application/vnd.connectwise.com+json;version=3.0.0"_ba;
    QTest::newRow("anything") << "ACCEPT"_ba
                              << "*/*"_ba;
    QTest::newRow("another client's GUID")
        << "clientId"_ba << QUuid::createUuid().toByteArray(QUuid::WithBraces);
}

void TestConnectWisePlatform::signIn_acceptsWhatClientsSend()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    const Answered answered = m_client->get(u"/system/info"_s, {{header, value}});
    QCOMPARE(answered.status, 200);
    QVERIFY(answered.object().contains("version"_L1));
    QVERIFY(answered.hasHeader("x-cw-request-id"_ba));
    QCOMPARE(answered.header("Cache-Control"_ba), "no-cache"_ba);
    QCOMPARE(answered.header("api-current-version"_ba), "2025.1"_ba);
}

void TestConnectWisePlatform::wrongPaths_areToldApart_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("unknown record") << u"/v2025_1/apis/3.0/company/contacts/57919"_s << 404
                                    << R"({"code":"NotFound","message":"Contact 57919 not found"})"_ba;
    QTest::newRow("unknown parent") << u"/v2025_1/apis/3.0/company/companies/999/sites"_s << 404
                                    << R"({"code":"NotFound","message":"Company 999 not found"})"_ba;
    QTest::newRow("another company's site") << u"/v2025_1/apis/3.0/company/companies/2/sites/1"_s << 404
                                            << R"({"code":"NotFound","message":"Site 1 not found"})"_ba;
    QTest::newRow("unknown endpoint")
        << u"/v2025_1/apis/3.0/company/sites"_s << 404
        << R"({"code":"ConnectWiseApi","message":"The endpoint does not exist."})"_ba;
    QTest::newRow("unknown codebase")
        << u"/v2019_4/apis/3.0/company/contacts"_s << 400 << "Cannot route. Codebase/company is invalid"_ba;
    QTest::newRow("doubled base") << u"/v2025_1/apis/3.0/v2025_1/apis/3.0/company/contacts"_s << 400
                                  << "Cannot route. Codebase/company is invalid"_ba;
    QTest::newRow("router codebase") << u"/v4_6_release/apis/3.0/company/contacts/count"_s << 200
                                     << R"({"count":160})"_ba;
    QTest::newRow("other letter case")
        << u"/V2025_1/APIS/3.0/Company/Contacts/Count"_s << 200 << R"({"count":160})"_ba;
}

void TestConnectWisePlatform::wrongPaths_areToldApart()
{
    QFETCH(QString, path);
    const Answered answered = m_client->bare("GET", path, {}, m_client->credentials());
    QTEST(answered.status, "status");
    QTEST(answered.body, "body");
}

void TestConnectWisePlatform::everyRouteOfTheSync_answers_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("member"); // one that its records must have
    const auto row = [](const char *path, const char *member) {
        QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(member);
    };
    row("/company/companies", "identifier");
    row("/company/companies/1/sites", "primaryAddressFlag");
    row("/company/companies/1/sites/info", "name");
    row("/company/companies/1/typeAssociations", "type");
    row("/company/companyTypeAssociations", "company");
    row("/company/companies/types", "vendorFlag");
    row("/company/companies/info/types", "name");
    row("/company/companies/statuses", "defaultFlag");
    row("/company/companies/statuses/info", "name");
    row("/company/contacts", "communicationItems");
    row("/company/contacts/1/communications", "contactId");
    row("/company/contacts/1/typeAssociations", "type");
    row("/company/contactTypeAssociations", "contact");
    row("/company/contacts/types", "description");
    row("/company/contacts/types/info", "description");
    row("/company/contacts/departments", "name");
    row("/company/contacts/relationships", "name");
    row("/company/communicationTypes", "emailFlag");
    row("/company/communicationTypes/info", "description");
    row("/company/configurations", "serialNumber");
    row("/company/configurations/types", "inactiveFlag");
    row("/company/configurations/types/6/questions", "question");
    row("/company/configurations/types/6/questions/1/values", "value");
    row("/company/configurations/statuses", "closedFlag");
    row("/company/configurations/statuses/info", "description");
    row("/company/countries", "currency");
    row("/company/states", "identifier");
    row("/company/addressFormats", "format");
    row("/procurement/manufacturers", "name");
    row("/procurement/manufacturers/info", "name");
}

void TestConnectWisePlatform::everyRouteOfTheSync_answers()
{
    QFETCH(QString, path);
    QFETCH(QString, member);
    const Answered list = m_client->get(path + u"?pageSize=2"_s);
    QCOMPARE(list.status, 200);
    const QJsonObject first = list.array().at(0).toObject();
    QVERIFY2(first.contains(member), list.body.left(300).constData());
    QVERIFY(first.value("_info"_L1).toObject().contains("lastUpdated"_L1));
    const QString id = QString::number(first.value("id"_L1).toInt());
    const bool isInfo = path.endsWith("/info"_L1);
    QString item = path + u'/' + id;
    if (isInfo)
        item = path.chopped(5) + u'/' + id + u"/info"_s;
    QCOMPARE(m_client->get(item).object(), first);
    const Answered count = m_client->get(path + u"/count"_s);
    QVERIFY(count.object().value("count"_L1).toInt() >= 1);
}

void TestConnectWisePlatform::conditions_findRecords_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("conditions");
    QTest::addColumn<int>("count"); // -1: at least one
    const auto row = [](const char *path, const char *parameter, const char *conditions, int count) {
        QTest::addRow("%s %s", path, conditions)
            << QString::fromLatin1(path) << QString::fromLatin1(parameter) << QString::fromLatin1(conditions)
            << count;
    };
    row("/company/companies", "conditions", "id in (1,2,500)", 2);
    row("/company/companies", "conditions", "id > 10", 2);
    row("/company/companies", "conditions", "identifier = 'HARBORDENTAL' or id = 1", -1);
    row("/company/companies", "conditions", "deletedFlag=False", 12);
    row("/company/companies", "conditions", "Status/Name=\"active\" and deletedFlag=false", -1);
    row("/company/companies", "childConditions", "types/name=\"Customer\"", -1);
    row("/company/companies", "childConditions", "types/id=1", -1);
    row("/company/companies", "customFieldConditions", "caption=\"Service Plan\" AND value != null", 12);
    row("/company/companies", "customFieldConditions", "caption=\"Service Plan\" AND value = \"none\"", 0);
    row("/company/companies/1/sites", "conditions", "primaryAddressFlag=true", 1);
    row("/company/companies/1/sites", "conditions", "lastUpdated > [2030-01-01T00:00:00Z]", 0);
    row("/company/contacts", "conditions", "company/id=1", -1);
    row("/company/contacts", "conditions", "company/identifier='none'", 0);
    row("/company/contacts", "conditions", "id=3 and firstName like \"%\"", 1);
    row("/company/contacts", "childConditions",
        "communicationItems/value like \"%@%\" AND communicationItems/communicationType=\"Email\"", 160);
    row("/company/contacts", "childConditions",
        "communicationItems/value like \"%@%\" AND communicationItems/communicationType=\"Phone\"", 0);
    row("/company/contacts", "childConditions", "communicationItems/type/name='Direct'", 160);
    row("/company/configurations", "conditions", "lastUpdated>[2000-01-01]", 240);
    row("/company/configurations", "conditions", "company/id in (1,2) and type/name='Managed Server'", -1);
    row("/company/configurations", "conditions", "status/id=1 and activeFlag=true", -1);
    row("/company/configurations", "conditions", "manufacturer/name contains 'dell'", -1);
    row("/company/configurations/statuses", "conditions", "closedFlag=false", 2);
    row("/company/communicationTypes", "conditions", "emailFlag=true and defaultFlag=true", 1);
}

void TestConnectWisePlatform::conditions_findRecords()
{
    QFETCH(QString, path);
    QFETCH(QString, parameter);
    QFETCH(QString, conditions);
    QFETCH(int, count);
    const Answered found = m_client->find(path, conditions, parameter);
    QVERIFY2(found.status == 200, found.body.constData());
    const auto rows = int(found.array().size());
    if (count < 0)
        QVERIFY(rows > 0);
    else
        QCOMPARE(rows, count);
    const Answered counted = m_client->find(path + u"/count"_s, conditions, parameter);
    QCOMPARE(counted.object().value("count"_L1).toInt(), rows);
}

void TestConnectWisePlatform::wrongQueries_areRefused_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("message");
    QTest::newRow("unknown name") << u"conditions=resources/name='x'"_s
                                  << u"resources/name is not a recognized name."_s;
    QTest::newRow("array outside childConditions")
        << u"conditions=types/name='Primary'"_s << u"types/name is not a recognized name."_s;
    QTest::newRow("items outside childConditions") << u"conditions=communicationItems/value='x'"_s
                                                   << u"communicationItems/value is not a recognized name."_s;
    QTest::newRow("field inside childConditions")
        << u"childConditions=firstName='x'"_s << u"firstName is not a recognized name."_s;
    QTest::newRow("reference without a part")
        << u"conditions=company=5"_s << u"company is not a recognized name."_s;
    QTest::newRow("enum") << u"childConditions=communicationItems/communicationType='Pager'"_s
                          << u"Enum value supplied was invalid"_s;
    QTest::newRow("order") << u"orderBy=shoeSize"_s << u"shoeSize is not a recognized name."_s;
    QTest::newRow("fields") << u"fields=id,shoeSize"_s << u"shoeSize is not a recognized name."_s;
}

void TestConnectWisePlatform::wrongQueries_areRefused()
{
    QFETCH(QString, query);
    const Answered answered = m_client->get(u"/company/contacts?"_s + query);
    QCOMPARE(answered.status, 400);
    QCOMPARE(answered.code(), u"ApiFindCondition"_s);
    QTEST(answered.message(), "message");
    QVERIFY(!answered.object().contains("errors"_L1));
}

void TestConnectWisePlatform::plusAndPercent_bothMeanSpace()
{
    const QJsonObject company{{u"identifier"_s, u"PLUS"_s},
                              {u"name"_s, u"A + B & \"C\""_s},
                              {u"site"_s, QJsonObject{{u"name"_s, u"Main"_s}}}};
    QCOMPARE(m_client->post(u"/company/companies"_s, company).status, 201);
    for (const QString &conditions :
         {u"name+%3D+%22A+%2B+B+%26+%5C%22C%5C%22%22"_s, u"name%20=%20'A%20%2B%20B%20%26%20%22C%22'"_s}) {
        const Answered found = m_client->get(u"/company/companies?conditions="_s + conditions);
        QCOMPARE(namesIn(found.array(), u"identifier"_s), QStringList{u"PLUS"_s});
    }
}

void TestConnectWisePlatform::orderBy_sorts()
{
    const QStringList names = namesIn(m_client->get(u"/company/companies?orderBy=name asc"_s).array());
    QStringList sorted = names;
    std::sort(sorted.begin(), sorted.end(),
              [](const QString &a, const QString &b) { return a.compare(b, Qt::CaseInsensitive) < 0; });
    QCOMPARE(names, sorted);
    const QStringList ids =
        namesIn(m_client->get(u"/company/companies?orderBy=id desc&pageSize=3"_s).array(), u"id"_s);
    QCOMPARE(ids, (QStringList{u"12"_s, u"11"_s, u"10"_s}));
}

void TestConnectWisePlatform::fields_dropInfoUnlessNamed()
{
    const QJsonObject bare = m_client->get(u"/company/companies/1?fields=id,status/id"_s).object();
    QCOMPARE(compact(bare), R"({"id":1,"status":{"id":1}})"_ba);
    const QJsonObject withInfo = m_client->get(u"/company/companies/1?fields=name,_info"_s).object();
    QCOMPARE(withInfo.keys(), (QStringList{u"_info"_s, u"name"_s}));
    QVERIFY(withInfo.value("_info"_L1).toObject().contains("lastUpdated"_L1));
}

void TestConnectWisePlatform::pages_areLinked_withThePageLast()
{
    const QString conditions = u"conditions=id%20%3E%200"_s;
    const Answered first = m_client->get(u"/company/contacts?pageSize=50&page=1&"_s + conditions);
    const QByteArray base = '<' + m_client->url().toLatin1()
        + "/v2025_1/apis/3.0/company/contacts?conditions=id%20%3E%200&pageSize=50&page=";
    QCOMPARE(first.header("Link"_ba), QByteArray(base + "2>; rel=\"next\", " + base + "4>; rel=\"last\""));
    const Answered last = m_client->get(u"/company/contacts?pageSize=50&page=4&"_s + conditions);
    QCOMPARE(last.array().size(), 10);
    QCOMPARE(last.header("Link"_ba), QByteArray(base + "1>; rel=\"first\", " + base + "3>; rel=\"prev\""));
    QVERIFY(!m_client->get(u"/company/companies"_s).hasHeader("Link"_ba));
}

void TestConnectWisePlatform::pageSize_isDefaultedAndCapped()
{
    QCOMPARE(m_client->get(u"/company/contacts"_s).array().size(), 25);
    PracticeSeeding seeding;
    seeding.configurations = 1100;
    PracticeClient big(seeding);
    QCOMPARE(big.get(u"/company/configurations?pageSize=5000"_s).array().size(), 1000);
}

void TestConnectWisePlatform::beyondTheLastPage_isEmpty()
{
    const Answered answered = m_client->get(u"/company/contacts?page=99"_s);
    QCOMPARE(answered.status, 200);
    QCOMPARE(answered.body, "[]"_ba);
}

void TestConnectWisePlatform::forwardOnly_seesEveryRecordOnce_andEndsWithAnEmptyLink()
{
    const QHash<QByteArray, QByteArray> forward{{"pagination-type"_ba, "forward-only"_ba}};
    QStringList seen;
    QString path = u"/company/configurations?pageSize=60&fields=id&conditions=id>0"_s;
    int pages = 0;
    while (!path.isEmpty()) {
        const Answered page = m_client->get(path, forward);
        QCOMPARE(page.status, 200);
        seen += namesIn(page.array(), u"id"_s);
        const QString link = QString::fromLatin1(page.header("Link"_ba));
        path = link.isEmpty() ? QString() : link.section(u'>', 0, 0).section("apis/3.0"_L1, 1);
        if (pages++ == 0)
            QVERIFY(path.endsWith("&pageId=60"_L1));
        // A record deleted behind the reader shifts nothing.
        QCOMPARE(m_client->send("DELETE", u"/company/configurations/%1"_s.arg(pages), {}).status, 204);
    }
    // A missing header would mean "not supported"; Qt's client cannot tell that from an empty one.
    const QByteArray last =
        m_client->raw("GET", u"/company/companies"_s, {}, {{"pagination-type"_ba, "Forward-Only"_ba}}).first;
    QVERIFY2(last.contains("\r\nLink: \r\n"), last.left(500).constData());
    QCOMPARE(pages, 4);
    QCOMPARE(seen.size(), 240);
    seen.removeDuplicates();
    QCOMPARE(seen.size(), 240);
    const Answered ordered = m_client->get(u"/company/contacts?orderBy=firstName"_s, forward);
    QCOMPARE(ordered.status, 400);
}

void TestConnectWisePlatform::aNewCompany_getsItsSiteAndDefaults()
{
    QJsonObject body = validCompany(u"ACME"_s);
    body.insert("addressLine1"_L1, u"One\r\nTwo\nThree"_s);
    body.insert("city"_L1, QString());
    body.insert("website"_L1, QJsonValue::Null);
    body.insert("country"_L1, QJsonObject{{u"identifier"_s, u"CA"_s}});
    body.insert("dateAcquired"_L1, u"2024-05-06T07:08:09.123+02:00"_s);
    body.insert("types"_L1, QJsonArray{ref(1), ref(4)});
    const Answered created = m_client->post(u"/company/companies"_s, body);
    QCOMPARE(created.status, 201);
    const QJsonObject company = created.object();
    QCOMPARE(company.value("id"_L1).toInt(), 13);
    QCOMPARE(company.value("addressLine1"_L1).toString(), u"One Two Three"_s);
    QCOMPARE(company.value("city"_L1), QJsonValue(QString()));
    QVERIFY(!company.contains("website"_L1));
    QVERIFY(!company.contains("phoneNumber"_L1));
    QCOMPARE(company.value("country"_L1).toObject().value("name"_L1).toString(), u"Canada"_s);
    QCOMPARE(company.value("dateAcquired"_L1).toString(), u"2024-05-06T05:08:09Z"_s);
    QCOMPARE(company.value("status"_L1).toObject().value("name"_L1).toString(), u"Active"_s);
    QCOMPARE(company.value("deletedFlag"_L1), QJsonValue(false));
    QCOMPARE(namesIn(company.value("types"_L1).toArray()), (QStringList{u"Customer"_s, u"Partner"_s}));
    QCOMPARE(m_client->get(u"/company/companies/13"_s).object(), company);
    const QJsonArray sites = m_client->get(u"/company/companies/13/sites"_s).array();
    QCOMPARE(namesIn(sites), QStringList{u"Main"_s});
    QCOMPARE(company.value("site"_L1).toObject().value("id"_L1), sites.at(0).toObject().value("id"_L1));
    QCOMPARE(sites.at(0).toObject().value("primaryAddressFlag"_L1), QJsonValue(true));
}

void TestConnectWisePlatform::wrongBodies_areRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code"); // of the first inner error, or of the answer
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *tag, const char *path, const char *body, const char *code,
                        const char *field, const char *message) {
        QTest::newRow(tag) << QString::fromLatin1(path) << QByteArray(body) << QString::fromLatin1(code)
                           << QString::fromLatin1(field) << QString::fromLatin1(message);
    };
    row("no first name", "/company/contacts", R"({"lastName":"B"})", "MissingRequiredField", "firstName",
        "The firstName field is required.");
    row("no site", "/company/companies", R"({"identifier":"A","name":"B"})", "MissingRequiredField",
        "site/name", "Company Site name is required.");
    row("identifier too long", "/company/companies",
        R"({"identifier":"ABCDEFGHIJABCDEFGHIJABCDEFGHIJK","name":"B","site":{"name":"Main"}})",
        "MaxLengthField", "identifier", "The field identifier must be a string with a maximum length of 30.");
    row("year", "/company/companies",
        R"({"identifier":"A","name":"B","site":{"name":"Main"},"yearEstablished":12})", "OutOfRange",
        "yearEstablished", "The field yearEstablished must be between 1900 and 9999.");
    row("no such status", "/company/companies",
        R"({"identifier":"A","name":"B","site":{"name":"Main"},"status":{"id":77}})", "NotFound", "status/id",
        "Company Status 77 not found");
    row("no company", "/company/configurations", R"({"name":"X","type":{"id":1}})", "MissingRequiredField",
        "company", "The company field is required.");
    row("item without a type", "/company/contacts",
        R"({"firstName":"A","communicationItems":[{"value":"x"}]})", "MissingRequiredField", "type",
        "The type field is required.");
    row("item value too long", "/company/contacts/1/communications",
        QByteArray(R"({"type":{"id":1},"value":")" + QByteArray(251, 'a') + R"("})").constData(),
        "MaxLengthField", "value", "The field value must be a string with a maximum length of 250.");
    row("unknown member", "/company/contacts", "{\n  \"firstName\": \"A\",\n    \"type\": 5\n}",
        "ConnectWiseApi", "",
        "Could not find member 'type' on object of type 'Contact'. Path 'type', line 3, position 11.Check "
        "your accept "
        "header to make sure you are using the correct version.");
    row("unknown member of an item", "/company/contacts",
        R"({"firstName":"A","communicationItems":[{"shoe":1}]})", "ConnectWiseApi", "",
        "Could not find member 'shoe' on object of type 'ContactCommunicationItem'. Path "
        "'communicationItems[0].shoe', line 1, position 47.Check your accept header to make sure you are "
        "using the "
        "correct version.");
    row("wrong type", "/company/configurations", R"({"name":"X","purchaseDate":"soon"})", "ConnectWiseApi",
        "",
        "Error converting value \"soon\" to type 'System.DateTime'. Path 'purchaseDate', line 1, position "
        "27.");
    row("not JSON", "/company/contacts", "{\"firstName\":", "ConnectWiseApi", "", "");
}

void TestConnectWisePlatform::wrongBodies_areRefused()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    QFETCH(QString, message);
    const int before = m_client->get(path + u"/count"_s).object().value("count"_L1).toInt();
    const Answered answered = m_client->send("POST", path, body);
    QCOMPARE(answered.status, 400);
    if (field.isEmpty()) {
        QTEST(answered.code(), "code");
        if (!message.isEmpty())
            QCOMPARE(answered.message(), message);
    } else {
        QCOMPARE(answered.code(), u"InvalidObject"_s);
        QVERIFY(answered.message().endsWith(" object is invalid"_L1));
        QTEST(answered.firstError().value("code"_L1).toString(), "code");
        QCOMPARE(answered.firstError().value("field"_L1).toString(), field);
        QCOMPARE(answered.firstError().value("message"_L1).toString(), message);
        QVERIFY(!answered.firstError().value("resource"_L1).toString().isEmpty());
    }
    QCOMPARE(m_client->get(path + u"/count"_s).object().value("count"_L1).toInt(), before);
}

void TestConnectWisePlatform::belonging_isChecked()
{
    const QJsonObject body{
        {u"name"_s, u"X"_s}, {u"type"_s, ref(1)}, {u"company"_s, ref(2)}, {u"site"_s, ref(1)}};
    const Answered answered = m_client->post(u"/company/configurations"_s, body);
    QCOMPARE(answered.status, 400);
    QCOMPARE(answered.firstError().value("message"_L1).toString(), u"Site 1 not found for Company 2"_s);

    // A move to another company must take site and contact along.
    const Answered alone =
        m_client->patch(u"/company/configurations/1"_s, {op(u"replace"_s, u"company"_s, ref(2))});
    QCOMPARE(alone.status, 400);
    const Answered together =
        m_client->patch(u"/company/configurations/1"_s,
                        {op(u"replace"_s, u"site"_s, QJsonObject{{u"name"_s, u"Main"_s}}),
                         op(u"remove"_s, u"contact"_s), op(u"replace"_s, u"company"_s, ref(2))});
    QVERIFY2(together.status == 200, together.body.constData());
    QCOMPARE(together.object().value("site"_L1).toObject().value("id"_L1).toInt(), 2);
}

void TestConnectWisePlatform::aPatch_changesWhatItNames()
{
    const QJsonObject before = m_client->get(u"/company/configurations/3"_s).object();
    const Answered patched =
        m_client->patch(u"/company/configurations/3"_s,
                        {op(u"replace"_s, u"/name"_s, u"RENAMED-01"_s),
                         op(u"add"_s, u"notes"_s, u"line\nbreak"_s), op(u"remove"_s, u"serialNumber"_s),
                         op(u"replace"_s, u"status"_s, QJsonObject{{u"name"_s, u"Retired"_s}}),
                         op(u"replace"_s, u"ram"_s, 32), op(u"replace"_s, u"billFlag"_s, u"true"_s)});
    QVERIFY2(patched.status == 200, patched.body.constData());
    QJsonObject expected = before;
    expected.insert("name"_L1, u"RENAMED-01"_s);
    expected.insert("notes"_L1, u"line break"_s);
    expected.remove("serialNumber"_L1);
    expected.insert("status"_L1, patched.object().value("status"_L1));
    expected.insert("ram"_L1, u"32"_s);
    expected.insert("billFlag"_L1, true);
    expected.insert("_info"_L1, patched.object().value("_info"_L1));
    QCOMPARE(patched.object(), expected);
    QCOMPARE(patched.object().value("status"_L1).toObject().value("id"_L1).toInt(), 4);
    QCOMPARE(m_client->get(u"/company/configurations/3"_s).object(), expected);
}

void TestConnectWisePlatform::wrongPatches_areRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message"); // a part of it
    const auto row = [](const char *tag, const char *path, const char *body, const char *code,
                        const char *message) {
        QTest::newRow(tag) << QString::fromLatin1(path) << QByteArray(body) << QString::fromLatin1(code)
                           << QString::fromLatin1(message);
    };
    row("an object", "/company/contacts/1", R"({"op":"replace","path":"title","value":"x"})", "InvalidPatch",
        "expected array");
    row("letter case", "/company/contacts/1", R"([{"op":"replace","path":"Title","value":"x"}])",
        "InvalidPatch", "Title");
    row("unknown path", "/company/contacts/1", R"([{"op":"replace","path":"/shoe","value":1}])",
        "InvalidPatch", "shoe");
    row("unknown operation", "/company/contacts/1", R"([{"op":"move","path":"/title","value":1}])",
        "InvalidPatch", "move");
    row("text for items", "/company/contacts/1",
        R"([{"op":"replace","path":"communicationItems","value":"x"}])", "InvalidPatch",
        "Could not cast or convert from System.String to "
        "ConnectWise.Apis.Company.ContactCommunicationItem[].");
    row("text for a number", "/company/companies/1",
        R"([{"op":"replace","path":"numberOfEmployees","value":"many"}])", "InvalidPatch",
        "Could not cast or convert from System.String to System.Int32.");
    row("types", "/company/companies/1", R"([{"op":"replace","path":"types","value":[{"id":2}]}])",
        "InvalidObject", "");
    row("ignoreDuplicates", "/company/contacts/1", R"([{"op":"remove","path":"ignoreDuplicates"}])",
        "InvalidPatch", "ignoreDuplicates");
    row("customFields", "/company/contacts/1", R"([{"op":"remove","path":"customFields"}])", "InvalidPatch",
        "customFields");
    row("firstName", "/company/contacts/1", R"([{"op":"remove","path":"firstName"}])", "InvalidObject", "");
    row("id", "/company/contacts/1", R"([{"op":"remove","path":"id"}])", "InvalidPatch", "id");
    row("item beyond the end", "/company/contacts/1", R"([{"op":"remove","path":"communicationItems/9"}])",
        "InvalidPatch", "9");
}

void TestConnectWisePlatform::wrongPatches_areRefused()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(QString, message);
    const QJsonObject before = m_client->get(path).object();
    const Answered answered = m_client->send("PATCH", path, body);
    QCOMPARE(answered.status, 400);
    QTEST(answered.code(), "code");
    QVERIFY2(answered.message().contains(message), answered.body.constData());
    QCOMPARE(m_client->get(path).object(), before);
}

void TestConnectWisePlatform::aReferenceSubPath_isAFalseSuccess()
{
    const QJsonValue before = m_client->get(u"/company/contacts/1"_s).object().value("company"_L1);
    const Answered answered =
        m_client->patch(u"/company/contacts/1"_s, {op(u"replace"_s, u"company/identifier"_s, u"BLUE"_s)});
    QCOMPARE(answered.status, 200);
    QCOMPARE(answered.object().value("company"_L1), before);
}

void TestConnectWisePlatform::aPut_replaces_butRefusesTypes()
{
    QJsonObject company = m_client->get(u"/company/companies/1"_s).object();
    const Answered refused = m_client->send("PUT", u"/company/companies/1"_s, compact(company));
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.firstError().value("message"_L1).toString(),
             u"typeIds can only be used when creating a new company."_s);
    QCOMPARE(refused.firstError().value("field"_L1).toString(), u"typeIds"_s);

    company.remove("types"_L1);
    company.remove("phoneNumber"_L1);
    company.insert("name"_L1, u"Renamed"_s);
    const Answered replaced = m_client->send("PUT", u"/company/companies/1"_s, compact(company));
    QVERIFY2(replaced.status == 200, replaced.body.constData());
    QCOMPARE(replaced.object().value("name"_L1).toString(), u"Renamed"_s);
    QVERIFY(!replaced.object().contains("phoneNumber"_L1));
    QCOMPARE(replaced.object().value("types"_L1).toArray().size(), 1);
    QCOMPARE(replaced.object().value("site"_L1), company.value("site"_L1));
}

void TestConnectWisePlatform::aContactPut_mergesCommunications()
{
    QJsonObject contact = m_client->get(u"/company/contacts/1"_s).object();
    const auto before = contact.value("communicationItems"_L1).toArray().size();
    contact.remove("types"_L1);
    contact.insert("communicationItems"_L1,
                   QJsonArray{QJsonObject{{u"type"_s, ref(2)}, {u"value"_s, u"home@example.org"_s}}});
    const Answered replaced = m_client->send("PUT", u"/company/contacts/1"_s, compact(contact));
    QVERIFY2(replaced.status == 200, replaced.body.constData());
    QCOMPARE(replaced.object().value("communicationItems"_L1).toArray().size(), before + 1);
}

void TestConnectWisePlatform::communicationItems_areEdited()
{
    const QString path = u"/company/contacts/1"_s;
    const auto items = [&] { return m_client->get(path).object().value("communicationItems"_L1).toArray(); };
    const QJsonArray before = items();
    QCOMPARE(before.at(0).toObject().value("domain"_L1).toString(),
             before.at(0).toObject().value("value"_L1).toString().section(u'@', 1).prepend(u'@'));

    // A new default takes the flag from the old one of its kind only.
    const QJsonObject email{{u"type"_s, QJsonObject{{u"id"_s, u"2"_s}}},
                            {u"value"_s, u"new@example.org"_s},
                            {u"communicationType"_s, u"Email"_s},
                            {u"defaultFlag"_s, true}};
    QCOMPARE(
        m_client->patch(path, {op(u"add"_s, u"/communicationItems/%1"_s.arg(before.size()), email)}).status,
        200);
    QJsonArray now = items();
    QCOMPARE(now.size(), before.size() + 1);
    QCOMPARE(now.at(0).toObject().value("defaultFlag"_L1), QJsonValue(false));
    QCOMPARE(now.at(1).toObject().value("defaultFlag"_L1), QJsonValue(true)); // the phone
    QCOMPARE(now.last().toObject().value("defaultFlag"_L1), QJsonValue(true));

    // At index 0 the flag is ignored, and the item is appended all the same.
    QCOMPARE(m_client->patch(path, {op(u"add"_s, u"communicationItems/0"_s, email)}).status, 200);
    now = items();
    QCOMPARE(now.last().toObject().value("defaultFlag"_L1), QJsonValue(false));

    // Editing a value keeps the id; removing takes one away.
    const int firstId = now.at(0).toObject().value("id"_L1).toInt();
    QCOMPARE(m_client
                 ->patch(path,
                         {op(u"remove"_s, u"communicationItems/%1"_s.arg(now.size() - 1)),
                          op(u"replace"_s, u"/communicationItems/0/value"_s, u"changed@example.org"_s)})
                 .status,
             200);
    now = items();
    QCOMPARE(now.at(0).toObject().value("id"_L1).toInt(), firstId);
    QCOMPARE(now.at(0).toObject().value("value"_L1).toString(), u"changed@example.org"_s);
    QCOMPARE(now.size(), before.size() + 1);

    // A whole array keeps those it names by id, and drops the rest.
    const QJsonObject kept = now.at(0).toObject();
    QCOMPARE(m_client->patch(path, {op(u"replace"_s, u"communicationItems"_s, QJsonArray{kept})}).status,
             200);
    QCOMPARE(items(), QJsonArray{kept});
    QVERIFY(!m_client->get(path).object().contains("defaultPhoneNbr"_L1));
}

void TestConnectWisePlatform::communications_areEditedOneByOne()
{
    const QString path = u"/company/contacts/1/communications"_s;
    const Answered created = m_client->post(path,
                                            {{u"type"_s, ref(4)},
                                             {u"value"_s, u"(555) 555-0100"_s},
                                             {u"extension"_s, u"7"_s},
                                             {u"defaultFlag"_s, true}});
    QVERIFY2(created.status == 201, created.body.constData());
    QCOMPARE(created.object().value("communicationType"_L1).toString(), u"Phone"_s);
    QCOMPARE(created.object().value("contactId"_L1).toInt(), 1);
    QJsonObject contact = m_client->get(u"/company/contacts/1"_s).object();
    QCOMPARE(contact.value("defaultPhoneNbr"_L1).toString(), u"(555) 555-0100"_s);
    QCOMPARE(contact.value("defaultPhoneType"_L1).toString(), u"Mobile"_s);
    QCOMPARE(contact.value("defaultPhoneExtension"_L1).toString(), u"7"_s);
    const QString item = path + u'/' + QString::number(created.object().value("id"_L1).toInt());
    QCOMPARE(
        m_client->patch(item, {op(u"replace"_s, u"value"_s, u"1"_s)}).object().value("value"_L1).toString(),
        u"1"_s);
    QCOMPARE(m_client->send("DELETE", item, {}).status, 204);
    QCOMPARE(m_client->get(item).status, 404);
}

void TestConnectWisePlatform::types_areAssociated()
{
    const Answered added = m_client->post(u"/company/companies/1/typeAssociations"_s, {{u"type"_s, ref(3)}});
    QVERIFY2(added.status == 201, added.body.constData());
    QVERIFY(namesIn(m_client->get(u"/company/companies/1"_s).object().value("types"_L1).toArray())
                .contains(u"Vendor"_s));
    const Answered twice =
        m_client->post(u"/company/companyTypeAssociations"_s, {{u"type"_s, ref(3)}, {u"company"_s, ref(1)}});
    QCOMPARE(twice.firstError().value("code"_L1).toString(), u"ObjectExists"_s);
    const QString id = QString::number(added.object().value("id"_L1).toInt());
    QCOMPARE(m_client->send("DELETE", u"/company/companyTypeAssociations/"_s + id, {}).status, 204);
    QVERIFY(!namesIn(m_client->get(u"/company/companies/1"_s).object().value("types"_L1).toArray())
                 .contains(u"Vendor"_s));
    const Answered contact =
        m_client->post(u"/company/contacts"_s, {{u"firstName"_s, u"A"_s}, {u"typeIds"_s, QJsonArray{2, 3}}});
    QCOMPARE(namesIn(contact.object().value("types"_L1).toArray()),
             (QStringList{u"End User"_s, u"Billing"_s}));
}

void TestConnectWisePlatform::defaults_moveFromOneToTheNext()
{
    const QString sites = u"/company/companies/1/sites"_s;
    const Answered site = m_client->post(sites, {{u"name"_s, u"New HQ"_s}, {u"primaryAddressFlag"_s, true}});
    QCOMPARE(site.status, 201);
    QCOMPARE(namesIn(m_client->find(sites, u"primaryAddressFlag=true"_s).array()), QStringList{u"New HQ"_s});
    QJsonObject company = m_client->get(u"/company/companies/1"_s).object();
    QCOMPARE(company.value("site"_L1).toObject().value("name"_L1).toString(), u"New HQ"_s);

    const Answered contact =
        m_client->post(u"/company/contacts"_s,
                       {{u"firstName"_s, u"Boss"_s}, {u"company"_s, ref(1)}, {u"defaultFlag"_s, true}});
    company = m_client->get(u"/company/companies/1"_s).object();
    QCOMPARE(company.value("defaultContact"_L1).toObject().value("id"_L1), contact.object().value("id"_L1));
    QCOMPARE(m_client->get(u"/company/contacts/1"_s).object().value("defaultFlag"_L1), QJsonValue(false));
    QCOMPARE(
        m_client->patch(u"/company/companies/1"_s, {op(u"replace"_s, u"defaultContact"_s, ref(1))}).status,
        200);
    QCOMPARE(m_client->get(u"/company/contacts/1"_s).object().value("defaultFlag"_L1), QJsonValue(true));
}

void TestConnectWisePlatform::customFields_areMerged()
{
    const QString path = u"/company/companies/1"_s;
    const auto value = [&](int index) {
        return m_client->get(path)
            .object()
            .value("customFields"_L1)
            .toArray()
            .at(index)
            .toObject()
            .value("value"_L1);
    };
    const QJsonValue plan = value(0);
    const QJsonObject seats{{u"id"_s, 12}, {u"value"_s, 40}};
    QCOMPARE(m_client->patch(path, {op(u"replace"_s, u"customFields"_s, QJsonArray{seats})}).status, 200);
    QCOMPARE(value(0), plan); // leaving one out does not clear it
    QCOMPARE(value(1), QJsonValue(40));
    QCOMPARE(m_client->patch(path, {op(u"replace"_s, u"customFields"_s, QJsonArray())}).status, 200);
    QCOMPARE(value(1), QJsonValue(40)); // nor does an empty array
    const QJsonObject stranger{{u"id"_s, 99}, {u"value"_s, 1}};
    QCOMPARE(m_client->patch(path, {op(u"replace"_s, u"customFields"_s, QJsonArray{stranger})}).status, 400);
}

void TestConnectWisePlatform::setUpRows_areUnique_andKeptWhileInUse()
{
    const Answered made = m_client->post(u"/procurement/manufacturers"_s, {{u"name"_s, u"Initech"_s}});
    QCOMPARE(made.status, 201);
    const Answered twice = m_client->post(u"/procurement/manufacturers"_s, {{u"name"_s, u"INITECH"_s}});
    QCOMPARE(twice.firstError().value("code"_L1).toString(), u"ObjectExists"_s);
    const QString id = QString::number(made.object().value("id"_L1).toInt());
    QCOMPARE(m_client
                 ->patch(u"/company/configurations/1"_s,
                         {op(u"replace"_s, u"manufacturer"_s, ref(made.object().value("id"_L1).toInt()))})
                 .status,
             200);
    QCOMPARE(m_client->send("DELETE", u"/procurement/manufacturers/"_s + id, {}).status, 409);
    QCOMPARE(m_client->send("POST", u"/procurement/manufacturers/info"_s, "{}").status, 405);
}

void TestConnectWisePlatform::deletion_marksCompanies_andRefusesWhatIsInUse()
{
    QCOMPARE(m_client->send("DELETE", u"/company/companies/1"_s, {}).status, 409);
    QCOMPARE(m_client->send("DELETE", u"/company/companies/1/sites/1"_s, {}).status, 409);
    QCOMPARE(m_client->post(u"/company/companies"_s, validCompany(u"GONE"_s)).status, 201);
    const Answered deleted = m_client->send("DELETE", u"/company/companies/13"_s, {});
    QCOMPARE(deleted.status, 204);
    QVERIFY(deleted.body.isEmpty());
    const QJsonObject gone = m_client->get(u"/company/companies/13"_s).object();
    QCOMPARE(gone.value("deletedFlag"_L1), QJsonValue(true));
    QCOMPARE(gone.value("deletedBy"_L1).toString(), u"apisync"_s);
    QCOMPARE(m_client->send("DELETE", u"/company/configurations/5"_s, {}).status, 204);
    QCOMPARE(m_client->get(u"/company/configurations/5"_s).status, 404);
    QCOMPARE(m_client->send("DELETE", u"/company/configurations/5"_s, {}).status, 404);
    const Answered next = m_client->post(u"/company/configurations"_s,
                                         {{u"name"_s, u"X"_s}, {u"type"_s, ref(1)}, {u"company"_s, ref(1)}});
    QCOMPARE(next.object().value("id"_L1).toInt(), 241); // ids are not used again
}

void TestConnectWisePlatform::bulk_answersForEach()
{
    const QJsonArray bodies{QJsonObject{{u"name"_s, u"B1"_s}, {u"type"_s, ref(1)}, {u"company"_s, ref(1)}},
                            QJsonObject{{u"name"_s, u"B2"_s}}};
    const Answered answered = m_client->send("POST", u"/company/configurations/bulk"_s, compact(bodies));
    QCOMPARE(answered.status, 207);
    const QJsonArray results = answered.object().value("payload"_L1).toArray();
    QCOMPARE(results.at(0).toObject().value("success"_L1), QJsonValue(true));
    QCOMPARE(results.at(0).toObject().value("data"_L1).toObject().value("id"_L1).toInt(), 241);
    QCOMPARE(results.at(1).toObject().value("statusCode"_L1).toInt(), 400);
}

void TestConnectWisePlatform::lastUpdated_tellsWhoAndWhen()
{
    m_client->clock().set(QDateTime(QDate(2026, 4, 5), QTime(6, 7, 8, 999), Qt::UTC));
    const QString path = u"/company/contacts/2"_s;
    QCOMPARE(m_client->patch(path, {op(u"replace"_s, u"title"_s, u"Boss"_s)}).status, 200);
    const QJsonObject info = m_client->get(path).object().value("_info"_L1).toObject();
    QCOMPARE(info.value("lastUpdated"_L1).toString(), u"2026-04-05T06:07:08Z"_s);
    QCOMPARE(info.value("updatedBy"_L1).toString(), u"apisync"_s);
    QCOMPARE(info.value("enteredBy"_L1).toString(), u"mlopez"_s);
    QCOMPARE(namesIn(m_client->find(u"/company/contacts"_s, u"lastUpdated>[2026-04-05T06:07:07Z]"_s).array(),
                     u"id"_s),
             QStringList{u"2"_s});
}

void TestConnectWisePlatform::quirks_canBeSwitched()
{
    const QString company = u"/company/companies/1"_s;
    const QJsonArray rename{op(u"replace"_s, u"name"_s, u"Other"_s)};
    const QByteArray badYear = R"({"action":"update","id":1,"set":{"yearEstablished":12}})";
    QCOMPARE(m_client->door("POST", u"records/organization"_s, badYear).status, 200);

    // The habit a server has from the start: an old value that is wrong spoils every PATCH of its company.
    Answered answered = m_client->patch(company, rename);
    QCOMPARE(answered.firstError().value("code"_L1).toString(), u"OutOfRange"_s);
    QCOMPARE(m_client->door("POST", u"quirks"_s, R"(["revalidate-company","dirty-company-fails"])").status,
             200);
    QCOMPARE(m_client->patch(company, rename).status, 500);
    QCOMPARE(m_client->door("POST", u"quirks"_s, "[]").status, 200);
    QCOMPARE(m_client->patch(company, rename).status, 200);

    QCOMPARE(m_client->door("POST", u"quirks"_s, R"(["patch-needs-custom-fields"])").status, 200);
    QCOMPARE(m_client->patch(company, rename).status, 400);
    QCOMPARE(
        m_client->patch(company, {rename.at(0), op(u"replace"_s, u"customFields"_s, QJsonArray())}).status,
        200);

    QCOMPARE(
        m_client->door("POST", u"quirks"_s, R"(["type-needs-change-type","bad-keys-are-not-found"])").status,
        200);
    const QJsonArray retype{op(u"replace"_s, u"type"_s, ref(3))};
    QCOMPARE(m_client->patch(u"/company/configurations/1"_s, retype).status, 400);
    QCOMPARE(m_client->patch(u"/company/configurations/1/changeType"_s, retype).status, 200);
    QCOMPARE(m_client->get(company, {{"Authorization"_ba, "Basic eA=="_ba}}).status, 404);

    QCOMPARE(
        m_client->door("POST", u"quirks"_s, R"(["setup-read-only","no-forward-only","hidden-references"])")
            .status,
        200);
    answered = m_client->post(u"/procurement/manufacturers"_s, {{u"name"_s, u"Initech"_s}});
    QCOMPARE(answered.status, 403);
    QCOMPARE(
        answered.body,
        R"({"code":"Security","message":"You do not have security permission to perform this action."})"_ba);
    QVERIFY(!m_client->get(company + u"/sites"_s, {{"pagination-type"_ba, "forward-only"_ba}})
                 .hasHeader("Link"_ba));
    QVERIFY(!m_client->get(u"/company/contacts/10"_s).object().contains("company"_L1));

    QCOMPARE(m_client->door("POST", u"quirks"_s, R"(["short-identifier","foreign-links"])").status, 200);
    QCOMPARE(m_client->post(u"/company/companies"_s, validCompany(QString(26, u'A'))).status, 400);
    QVERIFY(m_client->get(company).body.contains("elsewhere.example.invalid/v4_6_release/apis/3.0//company"));
    QCOMPARE(m_client->door("POST", u"quirks"_s, R"(["nonsense"])").status, 400);
}

void TestConnectWisePlatform::theDoor_changesBehindTheBack()
{
    const Answered all = m_client->door("GET", u"records/configuration"_s);
    QCOMPARE(all.array().size(), 240);
    QCOMPARE(m_client->door("GET", u"records/contacts?id=5"_s).array().size(), 1);
    QCOMPARE(m_client->door("GET", u"records/printer"_s).status, 404);

    const Answered made = m_client->door("POST", u"records/location"_s,
                                         R"({"action":"create","set":{"name":"Depot","company":{"id":3}}})");
    QCOMPARE(made.status, 201);
    QCOMPARE(made.object().value("_info"_L1).toObject().value("updatedBy"_L1).toString(), u"jharris"_s);
    QVERIFY(namesIn(m_client->get(u"/company/companies/3/sites"_s).array()).contains(u"Depot"_s));

    const Answered changed =
        m_client->door("POST", u"records/contact"_s,
                       R"({"action":"update","id":"4","set":{"title":"CEO","types":[{"id":5}]}})");
    QCOMPARE(changed.status, 200);
    QCOMPARE(m_client->get(u"/company/contacts/4"_s).object(), changed.object());
    QCOMPARE(changed.object().value("title"_L1).toString(), u"CEO"_s);

    const Answered deleted =
        m_client->door("POST", u"records/configuration"_s, R"({"action":"delete","id":9})");
    QCOMPARE(deleted.object().value("id"_L1).toInt(), 9);
    QCOMPARE(m_client->get(u"/company/configurations/9"_s).status, 404);
    QCOMPARE(
        m_client->door("POST", u"records/organization"_s, R"({"action":"delete","id":2,"hard":true})").status,
        200);
    QCOMPARE(m_client->get(u"/company/companies/2"_s).status, 404);
    QCOMPARE(m_client->find(u"/company/configurations/count"_s, u"company/id=2"_s)
                 .object()
                 .value("count"_L1)
                 .toInt(),
             0);
}

void TestConnectWisePlatform::seeding_isRepeatable()
{
    PracticeSeeding other;
    other.seed = 2;
    const auto names = [](PracticeClient &client) {
        return client.get(u"/company/configurations?pageSize=1000&fields=name,serialNumber"_s).body;
    };
    PracticeClient same;
    PracticeClient different(other);
    QCOMPARE(names(same), names(*m_client));
    QVERIFY(names(different) != names(*m_client));
    PracticeSeeding empty;
    empty.empty = true;
    PracticeClient bare(empty);
    QCOMPARE(bare.get(u"/company/companies"_s).body, "[]"_ba);
    QVERIFY(!bare.get(u"/company/companies/types"_s).array().isEmpty());
}

QTEST_GUILESS_MAIN(TestConnectWisePlatform)
#include "tst_connectwiseplatform.moc"
