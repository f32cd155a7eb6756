// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/clients.h"
#include "psa/connectwise/connectwiseclient.h"
#include "psa/scriptedpsa.h"

#include <QCoro/QCoroTask>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

class TestConnectWiseClient final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void typedAddress_leadsToTheApi_data();
    void typedAddress_leadsToTheApi();
    void signIn_provesTheKeys();
    void signIn_failsInWords_data();
    void signIn_failsInWords();
    void everyRequest_carriesTheHeaders();
    void movedCodebase_isLookedUpOnce_data();
    void movedCodebase_isLookedUpOnce();
    void missingRecord_isNotLookedUp();
    void rateLimit_holdsTheAccount();

    void page_goesForwardOnly();
    void page_endsWithAnEmptyLink();
    void page_withoutForwardOnly_goesOnById();
    void page_neverTurnsInCircles();
    void page_asksForChangesAndCompany_data();
    void page_asksForChangesAndCompany();
    void deletedCompanies_areNotRecords();
    void count_asksForTheSame();
    void readMany_staysBelow2000Characters();
    void readMany_ofSites_goesByCompany();
    void findSimilar_escapesHostileNames_data();
    void findSimilar_escapesHostileNames();
    void options_arePagedAndFallBackToTheTwin();
    void options_thatConnectWiseLacks_areEmpty();

    void createCompany_answersItsSiteToo();
    void createContact_isOneWrite();
    void createContact_refreshesUnknownLabels();
    void lostAnswer_isUnknown_andNotRepeated();
    void answerWithoutARecord_isUnknown_data();
    void answerWithoutARecord_isUnknown();
    void update_isOnePatch();
    void update_ofCommunications_goesItemByItem();
    void update_thatFailsHalfway_convergesOnRetry();
    void update_ofTypes_addsBeforeItRemoves();
    void update_ofConfigurationType_usesItsEndpoint();
    void update_withNothingToSend_readsOnly();
    void update_cannotMoveASite();
    void refusedUpdate_namesOurField();
    void strangeIds_neverLeave();

    void webLink_opensTheRecord_data();
    void webLink_opensTheRecord();
    void factory_knowsConnectWise();

private:
    [[nodiscard]] QByteArray json(const QString &name) const;
    [[nodiscard]] RemoteRecord readRecord(AssetKind kind, const QString &line, const QString &fixtureName,
                                          const RemoteKey &key);

    std::optional<FieldMap> m_map;
    std::unique_ptr<ScriptedPsa> m_psa;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<ConnectWiseClient> m_client;
};

namespace {

const QByteArray communicationTypes = R"([
    {"id":1,"description":"Email","emailFlag":true,"phoneFlag":false,"faxFlag":false,"defaultFlag":true},
    {"id":2,"description":"Direct","phoneFlag":true,"defaultFlag":true},
    {"id":3,"description":"Fax","faxFlag":true,"defaultFlag":true}])";

} // namespace

void TestConnectWiseClient::initTestCase()
{
    const Result<FieldMap> map = FieldMap::load(Platform::ConnectWise);
    QVERIFY(map.has_value());
    m_map = *map;
}

void TestConnectWiseClient::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_psa = std::make_unique<ScriptedPsa>();
    m_http = std::make_unique<HttpClient>(HttpLimits {.permits = 4});
    m_client = std::make_unique<ConnectWiseClient>(m_psa->address(), ScriptedPsa::credentials(), m_http.get(), *m_map);
}

void TestConnectWiseClient::cleanup()
{
    m_client.reset();
    m_http.reset();
    m_psa.reset();
}

QByteArray TestConnectWiseClient::json(const QString &name) const
{
    return fixture(QStringLiteral(FIXTURES), name);
}

RemoteRecord TestConnectWiseClient::readRecord(AssetKind kind, const QString &line, const QString &fixtureName,
                                               const RemoteKey &key)
{
    m_psa->queue(line, 200, json(fixtureName));
    const auto record = QCoro::waitFor(m_client->read(kind, key));
    m_psa->forget();
    return record.value_or(RemoteRecord {});
}

// ---- connecting ------------------------------------------------------------------------------------------------

void TestConnectWiseClient::typedAddress_leadsToTheApi_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::newRow("bare") << QString();
    QTest::newRow("slash") << u"/"_s;
    QTest::newRow("api") << u"/v4_6_release/apis/3.0"_s;
    QTest::newRow("page") << u"/v4_6_release/ConnectWise.aspx?locale=en_US#x"_s;
    QTest::newRow("blanks") << u"/ \n"_s;
}

void TestConnectWiseClient::typedAddress_leadsToTheApi()
{
    QFETCH(QString, suffix);
    ConnectWiseClient client(m_psa->address() + suffix, ScriptedPsa::credentials(), m_http.get(), *m_map);
    m_psa->queue(u"GET /company/companies"_s, 200, "[]");
    const auto info = QCoro::waitFor(client.signIn());
    QVERIFY2(info.has_value(), info ? "" : qPrintable(info.error().message));
    QCOMPARE(info->baseUrl, QString(m_psa->address() + "/v2025_1/apis/3.0"_L1));
}

void TestConnectWiseClient::signIn_provesTheKeys()
{
    m_psa->queue(u"GET /company/companies"_s, 200, "[]");
    const auto info = QCoro::waitFor(m_client->signIn());
    QVERIFY(info.has_value());
    QCOMPARE(info->product, u"ConnectWise v2025.1.12345"_s);
    QCOMPARE(info->company, u"Example MSP"_s);
    QCOMPARE(m_psa->lines(), QStringList {u"GET /company/companies"_s});
    QCOMPARE(m_psa->requests().constFirst().parameter(u"pageSize"_s), u"1"_s);
}

void TestConnectWiseClient::signIn_failsInWords_data()
{
    QTest::addColumn<int>("infoStatus");
    QTest::addColumn<QByteArray>("info");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const QByteArray good = R"({"Codebase":"v2025_1/","IsCloud":"True"})";
    QTest::newRow("unknown company") << 200 << QByteArray("null") << 0 << QByteArray() << int(ErrorCode::SignInFailed);
    QTest::newRow("another server") << 404 << QByteArray("<html></html>") << 0 << QByteArray()
                                    << int(ErrorCode::BadAnswer);
    QTest::newRow("a sign-in page") << 200 << QByteArray("<html></html>") << 0 << QByteArray()
                                    << int(ErrorCode::BadAnswer);
    QTest::newRow("a codebase that leaves the host")
        << 200 << QByteArray(R"({"Codebase":"@evil.example/"})") << 0 << QByteArray() << int(ErrorCode::BadAnswer);
    QTest::newRow("too many") << 429 << QByteArray("{}") << 0 << QByteArray() << int(ErrorCode::RateLimited);
    QTest::newRow("keys") << 200 << good << 401 << QByteArray(R"({"code":"Unauthorized","message":"x"})")
                          << int(ErrorCode::SignInFailed);
    QTest::newRow("right") << 200 << good << 403 << QByteArray(R"({"code":"Security","message":"No permission"})")
                           << int(ErrorCode::NotAllowed);
    QTest::newRow("keys on the cloud") << 200 << good << 404 << QByteArray("") << int(ErrorCode::SignInFailed);
}

void TestConnectWiseClient::signIn_failsInWords()
{
    QFETCH(int, infoStatus);
    QFETCH(QByteArray, info);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    m_psa->setCompanyInfo(infoStatus, info);
    if (status != 0)
        m_psa->queue(u"GET /company/companies"_s, status, body);
    const auto found = QCoro::waitFor(m_client->signIn());
    QVERIFY(!found.has_value());
    QCOMPARE(errorCodeName(found.error().code), errorCodeName(ErrorCode(code)));
    QVERIFY(!found.error().message.contains(u"private"_s + u"-"_s));
    Credentials incomplete = ScriptedPsa::credentials();
    incomplete.remove(u"client_id"_s);
    ConnectWiseClient client(m_psa->address(), incomplete, m_http.get(), *m_map);
    const int calls = m_psa->companyInfoCalls();
    const auto refused = QCoro::waitFor(client.signIn());
    QCOMPARE(refused.error().code, ErrorCode::SecretMissing);
    QCOMPARE(m_psa->companyInfoCalls(), calls);
}

void TestConnectWiseClient::everyRequest_carriesTheHeaders()
{
    m_psa->queue(u"GET /company/contacts"_s, 200, "[]");
    QVERIFY(QCoro::waitFor(m_client->page(AssetKind::Contact, {})).has_value());
    const ApiRequest &seen = m_psa->requests().constFirst();
    QCOMPARE(seen.headers.value("authorization"), "Basic " + QByteArray("example+public:private").toBase64());
    QCOMPARE(seen.headers.value("clientid"), QByteArray("11111111-2222-3333-4444-555555555555"));
    QCOMPARE(seen.headers.value("accept"), QByteArray("application/vnd.connectwise.com+json; version=2025.1"));
    QCOMPARE(seen.headers.value("pagination-type"), QByteArray("forward-only"));
    QVERIFY(!seen.query.hasQueryItem(u"fields"_s));
    QCOMPARE(seen.codebase, u"v2025_1"_s);
}

void TestConnectWiseClient::movedCodebase_isLookedUpOnce_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("404") << 404 << QByteArray(R"({"code":"ConnectWiseApi","message":"The endpoint does not exist."})");
    QTest::newRow("plain text") << 400 << QByteArray("Cannot route. Codebase/company is invalid");
}

void TestConnectWiseClient::movedCodebase_isLookedUpOnce()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const QString post = u"POST /company/configurations"_s;
    m_psa->queue(u"GET /company/contacts"_s, 200, "[]");
    QVERIFY(QCoro::waitFor(m_client->page(AssetKind::Contact, {})).has_value());
    // Unchanged: the answer stands, and nothing is asked twice.
    m_psa->forget();
    m_psa->queue(post, status, body);
    const RemoteValues values = object(R"({"name":"C","organization":"250","configuration_type":"17"})");
    const auto refused = QCoro::waitFor(m_client->create(AssetKind::Configuration, values));
    QCOMPARE(refused.error().code, ErrorCode::BadAnswer);
    QCOMPARE(m_psa->companyInfoCalls(), 1);
    QCOMPARE(m_psa->lines(), QStringList {post});
    // Moved on: asked once more, at the new place.
    m_psa->forget();
    m_psa->setCompanyInfo(200, R"({"Codebase":"v2025_2/"})");
    m_psa->queue(post, status, body);
    m_psa->queue(post, 201, json(u"configuration.json"_s));
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Configuration, values));
    QVERIFY(made.has_value());
    QCOMPARE(m_psa->companyInfoCalls(), 1);
    QCOMPARE(m_psa->lines(), QStringList({post, post}));
    QCOMPARE(m_psa->requests().constLast().codebase, u"v2025_2"_s);
}

void TestConnectWiseClient::missingRecord_isNotLookedUp()
{
    m_psa->queue(u"GET /company/contacts/5"_s, 404, R"({"code":"NotFound","message":"Contact 5 not found"})");
    const auto found = QCoro::waitFor(m_client->read(AssetKind::Contact, {.id = u"5"_s}));
    QCOMPARE(found.error().code, ErrorCode::NotFound);
    QCOMPARE(m_psa->companyInfoCalls(), 1);
    QCOMPARE(m_psa->requests().size(), 1);
}

void TestConnectWiseClient::rateLimit_holdsTheAccount()
{
    m_psa->queue(u"GET /company/contacts/5"_s, 429, R"({"error":"ConnectWiseAPI","message":"Too many requests."})",
                 {"Retry-After: 1"});
    const auto found = QCoro::waitFor(m_client->read(AssetKind::Contact, {.id = u"5"_s}));
    QCOMPARE(found.error().code, ErrorCode::RateLimited);
    QElapsedTimer clock;
    clock.start();
    m_psa->queue(u"GET /company/contacts"_s, 200, "[]");
    QVERIFY(QCoro::waitFor(m_client->page(AssetKind::Contact, {})).has_value());
    QVERIFY(clock.elapsed() > 500);
}

// ---- reading ---------------------------------------------------------------------------------------------------

void TestConnectWiseClient::page_goesForwardOnly()
{
    const QString line = u"GET /company/contacts"_s;
    m_psa->queue(line, 200, R"([{"id":3,"firstName":"A"},{"id":7,"firstName":"B"}])",
                 {R"(Link: <https://elsewhere.example/steal?pageSize=2&pageId=7>; rel="next")"});
    m_psa->queue(line, 200, "[]", {R"(Link: <https://elsewhere.example/steal?pageId=7>; rel="next")"});
    const PageRequest first {.size = 2};
    const auto one = QCoro::waitFor(m_client->page(AssetKind::Contact, first));
    QVERIFY(one.has_value());
    QCOMPARE(one->records.size(), 2);
    QCOMPARE(one->nextCursor, u"7"_s);
    QVERIFY(!m_psa->requests().at(0).query.hasQueryItem(u"pageId"_s));
    QCOMPARE(m_psa->requests().at(0).parameter(u"pageSize"_s), u"2"_s);
    const PageRequest second {.cursor = one->nextCursor, .size = 5000};
    const auto two = QCoro::waitFor(m_client->page(AssetKind::Contact, second));
    QVERIFY(two.has_value());
    QVERIFY(two->records.isEmpty());
    QVERIFY(two->nextCursor.isEmpty());
    QCOMPARE(m_psa->requests().at(1).parameter(u"pageId"_s), u"7"_s);
    QCOMPARE(m_psa->requests().at(1).parameter(u"pageSize"_s), u"1000"_s);
}

void TestConnectWiseClient::page_endsWithAnEmptyLink()
{
    m_psa->queue(u"GET /company/contacts"_s, 200, R"([{"id":3},{"id":7}])", {"Link: "});
    const PageRequest roomy {.size = 3};
    const auto page = QCoro::waitFor(m_client->page(AssetKind::Contact, roomy));
    QVERIFY(page.has_value());
    QVERIFY(page->nextCursor.isEmpty());
    // When the last page happens to be full, one more look finds nothing.
    PageRequest full {.size = 2};
    full.cursor = QCoro::waitFor(m_client->page(AssetKind::Contact, full))->nextCursor;
    m_psa->queue(u"GET /company/contacts"_s, 200, "[]", {"Link: "});
    const auto rest = QCoro::waitFor(m_client->page(AssetKind::Contact, full));
    QVERIFY(rest->records.isEmpty());
    QVERIFY(rest->nextCursor.isEmpty());
}

void TestConnectWiseClient::page_withoutForwardOnly_goesOnById()
{
    const QString line = u"GET /company/contacts"_s;
    m_psa->queue(line, 200, R"([{"id":3},{"id":7}])", {R"(Link: <https://x/?page=2>; rel="next")"});
    m_psa->queue(line, 200, R"([{"id":8}])");
    PageRequest request {.changedSince = QDateTime(QDate(2024, 1, 2), QTime(3, 4, 5), Qt::UTC), .size = 2};
    const auto one = QCoro::waitFor(m_client->page(AssetKind::Contact, request));
    QVERIFY(one.has_value());
    request.cursor = one->nextCursor;
    QVERIFY(!request.cursor.isEmpty());
    const auto two = QCoro::waitFor(m_client->page(AssetKind::Contact, request));
    QVERIFY(two.has_value());
    QVERIFY(two->nextCursor.isEmpty());
    const ApiRequest &seen = m_psa->requests().at(1);
    QCOMPARE(seen.parameter(u"conditions"_s), u"(lastUpdated > [2024-01-02T03:04:05Z]) and id > 7"_s);
    QCOMPARE(seen.parameter(u"orderBy"_s), u"id asc"_s);
    QVERIFY(!seen.headers.contains("pagination-type"));
}

void TestConnectWiseClient::page_neverTurnsInCircles()
{
    m_psa->queue(u"GET /company/contacts"_s, 200, R"([{"id":3},{"id":7}])",
                 {R"(Link: <https://x/?pageId=7>; rel="next")"});
    const PageRequest again {.cursor = u"7"_s, .size = 2};
    const auto page = QCoro::waitFor(m_client->page(AssetKind::Contact, again));
    QVERIFY(page.has_value());
    QVERIFY(page->nextCursor.isEmpty());
}

void TestConnectWiseClient::page_asksForChangesAndCompany_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("organization");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("conditions");
    const QString since = u"lastUpdated > [2024-01-02T03:04:05Z]"_s;
    QTest::newRow("companies") << int(AssetKind::Organization) << QString() << u"GET /company/companies"_s
                               << QString(u"deletedFlag=False and "_s + since);
    QTest::newRow("sites") << int(AssetKind::Location) << u"250"_s << u"GET /company/companies/250/sites"_s << since;
    QTest::newRow("contacts") << int(AssetKind::Contact) << QString() << u"GET /company/contacts"_s << since;
    QTest::newRow("contacts of one") << int(AssetKind::Contact) << u"250"_s << u"GET /company/contacts"_s
                                     << QString(u"company/id=250 and "_s + since);
    QTest::newRow("configurations") << int(AssetKind::Configuration) << QString() << u"GET /company/configurations"_s
                                    << since;
}

void TestConnectWiseClient::page_asksForChangesAndCompany()
{
    QFETCH(int, kind);
    QFETCH(QString, organization);
    QFETCH(QString, line);
    QFETCH(QString, conditions);
    m_psa->queue(line, 200, "[]");
    const PageRequest request {.changedSince = QDateTime(QDate(2024, 1, 2), QTime(3, 4, 5), Qt::UTC),
                               .organizationId = organization};
    const auto page = QCoro::waitFor(m_client->page(AssetKind(kind), request));
    QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().message));
    QCOMPARE(m_psa->requests().constFirst().parameter(u"conditions"_s), conditions);
    const auto orphans = QCoro::waitFor(m_client->page(AssetKind::Location, {}));
    QCOMPARE(orphans.error().code, ErrorCode::BadInput);
}

void TestConnectWiseClient::deletedCompanies_areNotRecords()
{
    const QByteArray rows = R"([{"id":1,"name":"A","deletedFlag":true},{"id":2,"name":"B"}])";
    m_psa->queue(u"GET /company/companies"_s, 200, rows);
    m_psa->queue(u"GET /company/companies/1"_s, 200, R"({"id":1,"deletedFlag":true})");
    const auto page = QCoro::waitFor(m_client->page(AssetKind::Organization, {}));
    QCOMPARE(page->records.size(), 1);
    const QList<RemoteKey> keys {{.id = u"1"_s}, {.id = u"2"_s}};
    const auto many = QCoro::waitFor(m_client->readMany(AssetKind::Organization, keys));
    QCOMPARE(many->size(), 1);
    const auto one = QCoro::waitFor(m_client->read(AssetKind::Organization, keys.constFirst()));
    QCOMPARE(one.error().code, ErrorCode::NotFound);
}

void TestConnectWiseClient::count_asksForTheSame()
{
    m_psa->queue(u"GET /company/companies/count"_s, 200, R"({"count":42})");
    const auto count = QCoro::waitFor(m_client->count(AssetKind::Organization, {}));
    QCOMPARE(count.value(), 42);
    QCOMPARE(m_psa->requests().constFirst().parameter(u"conditions"_s), u"deletedFlag=False"_s);
}

void TestConnectWiseClient::readMany_staysBelow2000Characters()
{
    m_psa->queue(u"GET /company/contacts"_s, 200, "[]");
    QList<RemoteKey> keys;
    for (int i = 0; i < 700; ++i)
        keys.append({.id = QString::number(1'000'000 + i)});
    keys.append({.id = u"5) or (id > 0"_s}); // never came from ConnectWise, so it is not asked for
    QVERIFY(QCoro::waitFor(m_client->readMany(AssetKind::Contact, keys)).has_value());
    QSet<QString> asked;
    for (const ApiRequest &seen : m_psa->requests()) {
        const QString list = seen.parameter(u"conditions"_s);
        QVERIFY(seen.query.toString(QUrl::FullyEncoded).size() < 1'900);
        QVERIFY(list.startsWith(u"id in ("_s) && list.endsWith(u')'));
        for (const QString &id : list.sliced(7).chopped(1).split(u','))
            asked.insert(id);
    }
    QCOMPARE(asked.size(), 700);
    QVERIFY(m_psa->requests().size() <= 4);
}

void TestConnectWiseClient::readMany_ofSites_goesByCompany()
{
    m_psa->queue(u"GET /company/companies/250/sites"_s, 200, "[" + json(u"site.json"_s) + "]");
    m_psa->queue(u"GET /company/companies/251/sites"_s, 404,
                 R"({"code":"NotFound","message":"Company 251 not found"})");
    const QList<RemoteKey> keys {{.id = u"1401"_s, .parentId = u"250"_s}, {.id = u"9"_s, .parentId = u"251"_s}};
    const auto sites = QCoro::waitFor(m_client->readMany(AssetKind::Location, keys));
    QVERIFY(sites.has_value());
    QCOMPARE(sites->size(), 1);
    QCOMPARE(sites->constFirst().key, keys.constFirst());
}

void TestConnectWiseClient::findSimilar_escapesHostileNames_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("conditions");
    QTest::newRow("company") << int(AssetKind::Organization)
                             << QByteArray(R"({"name":"O\"Brien & Söhne [x] 100%","short_name":"OB+1"})")
                             << u"GET /company/companies"_s
                             << u"deletedFlag=False and (identifier=\"OB+1\" or name='O\"Brien & Söhne [[]x] 100%')"_s;
    QTest::newRow("contact") << int(AssetKind::Contact)
                             << QByteArray(R"({"organization":"5","first_name":"A'b","last_name":"C#d?"})")
                             << u"GET /company/contacts"_s
                             << u"company/id=5 and (firstName=\"A'b\" and lastName=\"C#d?\")"_s;
    QTest::newRow("first name only") << int(AssetKind::Contact)
                                     << QByteArray(R"({"organization":"5","first_name":"A","last_name":null})")
                                     << u"GET /company/contacts"_s << u"company/id=5 and (firstName=\"A\")"_s;
    QTest::newRow("configuration") << int(AssetKind::Configuration)
                                   << QByteArray(R"({"organization":"5","name":"SRV-01"})")
                                   << u"GET /company/configurations"_s << u"company/id=5 and (name=\"SRV-01\")"_s;
    QTest::newRow("site") << int(AssetKind::Location) << QByteArray(R"({"organization":"5","name":"Main"})")
                          << u"GET /company/companies/5/sites"_s << QString();
}

void TestConnectWiseClient::findSimilar_escapesHostileNames()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, values);
    QFETCH(QString, line);
    QFETCH(QString, conditions);
    m_psa->queue(line, 200, R"([{"id":4}])");
    const auto found = QCoro::waitFor(m_client->findSimilar(AssetKind(kind), object(values)));
    QVERIFY(found.has_value());
    QCOMPARE(found->size(), 1);
    QCOMPARE(m_psa->lines(), QStringList {line});
    QCOMPARE(m_psa->requests().constFirst().parameter(u"conditions"_s), conditions);
}

void TestConnectWiseClient::options_arePagedAndFallBackToTheTwin()
{
    m_psa->queue(u"GET /company/states"_s, 200, R"([{"id":1,"name":"A","country":{"id":3}}])",
                 {R"(Link: <https://x/?pageId=1>; rel="next")"});
    m_psa->queue(u"GET /company/states"_s, 200, R"([{"id":2,"name":"B"}])", {"Link: "});
    const auto states = QCoro::waitFor(m_client->options(OptionList::Region));
    QCOMPARE(states->size(), 2);
    QCOMPARE(states->constFirst().parentRemoteId, u"3"_s);

    m_psa->queue(u"GET /company/countries"_s, 403, R"({"code":"Security","message":"No"})");
    m_psa->queue(u"GET /company/countries/info"_s, 200, R"([{"id":1,"name":"Chile"}])");
    const auto countries = QCoro::waitFor(m_client->options(OptionList::Country));
    QCOMPARE(countries->size(), 1);

    m_psa->queue(u"GET /company/communicationTypes"_s, 200, communicationTypes);
    const auto emails = QCoro::waitFor(m_client->options(OptionList::EmailType));
    const auto phones = QCoro::waitFor(m_client->options(OptionList::PhoneType));
    QCOMPARE(emails->size(), 1);
    QCOMPARE(phones->size(), 2);
}

void TestConnectWiseClient::options_thatConnectWiseLacks_areEmpty()
{
    for (const OptionList list : {OptionList::Model, OptionList::Member, OptionList::Classification}) {
        const auto options = QCoro::waitFor(m_client->options(list));
        QVERIFY(options.has_value());
        QVERIFY(options->isEmpty());
    }
    QVERIFY(m_psa->requests().isEmpty());
}

// ---- writing ---------------------------------------------------------------------------------------------------

void TestConnectWiseClient::createCompany_answersItsSiteToo()
{
    m_psa->queue(u"POST /company/companies"_s, 201, json(u"company.json"_s));
    m_psa->queue(u"GET /company/companies/250/sites"_s, 200, "[" + json(u"site.json"_s) + "]");
    const auto made = QCoro::waitFor(m_client->create(
        AssetKind::Organization, object(R"({"name":"Northwind Dental","short_name":"NORTH","site_name":"Main"})")));
    QVERIFY(made.has_value());
    QCOMPARE(made->key.id, u"250"_s);
    QCOMPARE(made->children.size(), 1);
    QCOMPARE(made->children.constFirst().key, (RemoteKey {.id = u"1401"_s, .parentId = u"250"_s}));
    // The company is there even when its sites cannot be read.
    m_psa->queue(u"GET /company/companies/250/sites"_s, 500, "{}");
    const auto again =
        QCoro::waitFor(m_client->create(AssetKind::Organization, object(R"({"name":"N","short_name":"N"})")));
    QVERIFY(again.has_value());
    QVERIFY(again->children.isEmpty());
}

void TestConnectWiseClient::createContact_isOneWrite()
{
    m_psa->queue(u"GET /company/communicationTypes"_s, 200, communicationTypes);
    m_psa->queue(u"POST /company/contacts"_s, 201, json(u"contact.json"_s));
    const RemoteValues values = object(R"({"first_name":"Ana","organization":"250","contact_type":"2",
        "emails":[{"value":"a@b.c","label":"Email","primary":true}],
        "phones":[{"value":"1","label":"Fax","primary":false}]})");
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Contact, values));
    QVERIFY(made.has_value());
    QCOMPARE(made->key.id, u"77"_s);
    QCOMPARE(m_psa->lines(), QStringList({u"GET /company/communicationTypes"_s, u"POST /company/contacts"_s}));
    QCOMPARE(m_psa->requests().constLast().body.object(),
             object(R"({"firstName":"Ana","company":{"id":250},"types":[{"id":2}],
        "communicationItems":[
            {"type":{"id":1},"value":"a@b.c","defaultFlag":true,"communicationType":"Email"},
            {"type":{"id":3},"value":"1","defaultFlag":false,"communicationType":"Fax"}]})"));
    // The types are known now.
    m_psa->forget();
    QVERIFY(QCoro::waitFor(m_client->create(AssetKind::Contact, values)).has_value());
    QCOMPARE(m_psa->lines(), QStringList {u"POST /company/contacts"_s});
}

void TestConnectWiseClient::createContact_refreshesUnknownLabels()
{
    m_psa->queue(u"GET /company/communicationTypes"_s, 200, communicationTypes);
    QVERIFY(QCoro::waitFor(m_client->options(OptionList::EmailType)).has_value());
    m_psa->forget();
    const auto refused = QCoro::waitFor(
        m_client->create(AssetKind::Contact, object(R"({"first_name":"A","phones":[{"value":"1","label":"Pager"}]})")));
    QCOMPARE(refused.error().code, ErrorCode::BadInput);
    QCOMPARE(refused.error().field, u"phones"_s);
    QCOMPARE(m_psa->lines(), QStringList {u"GET /company/communicationTypes"_s});
}

void TestConnectWiseClient::lostAnswer_isUnknown_andNotRepeated()
{
    m_psa->queueRaw(u"POST /company/configurations"_s, {});
    const auto lost = QCoro::waitFor(m_client->create(
        AssetKind::Configuration, object(R"({"name":"C","organization":"250","configuration_type":"1"})")));
    QCOMPARE(lost.error().code, ErrorCode::OutcomeUnknown);
    QCOMPARE(m_psa->requests().size(), 1);
}

void TestConnectWiseClient::answerWithoutARecord_isUnknown_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("html") << rawAnswer(201, "<html></html>", "text/html");
    QTest::newRow("no id") << rawAnswer(201, "{}");
    QTest::newRow("array") << rawAnswer(201, "[]");
    QTest::newRow("empty") << rawAnswer(201);
}

void TestConnectWiseClient::answerWithoutARecord_isUnknown()
{
    QFETCH(QByteArray, answer);
    m_psa->queueRaw(u"POST /company/contacts"_s, answer);
    m_psa->queueRaw(u"GET /company/contacts/1"_s, answer);
    const auto made = QCoro::waitFor(m_client->create(AssetKind::Contact, object(R"({"first_name":"A"})")));
    QCOMPARE(made.error().code, ErrorCode::OutcomeUnknown);
    const auto read = QCoro::waitFor(m_client->read(AssetKind::Contact, {.id = u"1"_s}));
    QCOMPARE(read.error().code, ErrorCode::BadAnswer);
}

void TestConnectWiseClient::update_isOnePatch()
{
    const RemoteRecord current =
        readRecord(AssetKind::Organization, u"GET /company/companies/250"_s, u"company.json"_s, {.id = u"250"_s});
    QJsonObject after = current.wire;
    after.insert(u"name"_s, u"Northwind"_s);
    m_psa->queue(u"PATCH /company/companies/250"_s, 200, QJsonDocument(after).toJson());
    const auto updated = QCoro::waitFor(m_client->update(current, object(R"({"name":"Northwind","parent":null})")));
    QVERIFY(updated.has_value());
    QCOMPARE(updated->values.value(u"name"_s), u"Northwind"_s);
    QCOMPARE(m_psa->lines(), QStringList {u"PATCH /company/companies/250"_s});
    QCOMPARE(m_psa->requests().constFirst().body.array().size(), 3); // name, parentCompany, customFields
}

void TestConnectWiseClient::update_ofCommunications_goesItemByItem()
{
    const RemoteRecord current =
        readRecord(AssetKind::Contact, u"GET /company/contacts/77"_s, u"contact.json"_s, {.id = u"77"_s});
    m_psa->queue(u"GET /company/communicationTypes"_s, 200, communicationTypes);
    m_psa->queue(u"PATCH /company/contacts/77"_s, 200, json(u"contact.json"_s));
    m_psa->queue(u"PATCH /company/contacts/77/communications/502"_s, 200, R"({"id":502})");
    m_psa->queue(u"POST /company/contacts/77/communications"_s, 201, R"({"id":505})");
    m_psa->queueRaw(u"DELETE /company/contacts/77/communications/503"_s, rawAnswer(204));
    const auto updated = QCoro::waitFor(m_client->update(current, object(R"({"title":"Boss","phones":[
        {"value":"8135550109","label":"Direct","extension":"12","primary":true},
        {"value":"8135550111","label":"Direct","primary":false}]})")));
    QVERIFY2(updated.has_value(), updated ? "" : qPrintable(updated.error().message));
    QCOMPARE(
        m_psa->lines(),
        QStringList({u"PATCH /company/contacts/77"_s, u"GET /company/communicationTypes"_s,
                     u"PATCH /company/contacts/77/communications/502"_s, u"POST /company/contacts/77/communications"_s,
                     u"DELETE /company/contacts/77/communications/503"_s, u"GET /company/contacts/77"_s}));
}

void TestConnectWiseClient::update_thatFailsHalfway_convergesOnRetry()
{
    RemoteRecord current =
        readRecord(AssetKind::Contact, u"GET /company/contacts/77"_s, u"contact.json"_s, {.id = u"77"_s});
    m_psa->queue(u"GET /company/communicationTypes"_s, 200, communicationTypes);
    m_psa->queue(u"POST /company/contacts/77/communications"_s, 201, R"({"id":505})");
    m_psa->queue(u"DELETE /company/contacts/77/communications/503"_s, 400,
                 R"({"code":"InvalidObject","message":"No."})");
    const RemoteValues changes =
        object(R"({"phones":[{"value":"8135550101","label":"Direct","extension":"12","primary":true},
                                                      {"value":"8135550111","label":"Direct","primary":false}]})");
    const auto failed = QCoro::waitFor(m_client->update(current, changes));
    QCOMPARE(failed.error().code, ErrorCode::Rejected);
    QCOMPARE(failed.error().field, u"phones"_s);
    // The next try starts from what is there now, and does only what is left.
    QJsonArray items = current.wire.value(u"communicationItems"_s).toArray();
    items.append(object(R"({"id":505,"type":{"id":2,"name":"Direct"},"value":"8135550111","defaultFlag":false,
                            "communicationType":"Phone"})"));
    current.wire.insert(u"communicationItems"_s, items);
    m_psa->forget();
    // Somebody else has removed it meanwhile, which is what we want.
    m_psa->queue(u"DELETE /company/contacts/77/communications/503"_s, 404, R"({"code":"NotFound","message":"gone"})");
    const auto done = QCoro::waitFor(m_client->update(current, changes));
    QVERIFY(done.has_value());
    QCOMPARE(m_psa->lines(),
             QStringList({u"DELETE /company/contacts/77/communications/503"_s, u"GET /company/contacts/77"_s}));
}

void TestConnectWiseClient::update_ofTypes_addsBeforeItRemoves()
{
    const RemoteRecord current =
        readRecord(AssetKind::Organization, u"GET /company/companies/250"_s, u"company.json"_s, {.id = u"250"_s});
    const QString path = u" /company/companies/250/typeAssociations"_s;
    m_psa->queue(u"GET"_s + path, 200, R"([{"id":31,"type":{"id":4},"company":{"id":250}},
                                           {"id":32,"type":{"id":9},"company":{"id":250}}])");
    m_psa->queue(u"POST"_s + path, 201, R"({"id":33})");
    m_psa->queueRaw(u"DELETE"_s + path + u"/31"_s, rawAnswer(204));
    const auto updated = QCoro::waitFor(m_client->update(current, object(R"({"organization_type":"6"})")));
    QVERIFY(updated.has_value());
    QCOMPARE(m_psa->lines(),
             QStringList({QString(u"GET"_s + path), QString(u"POST"_s + path), QString(u"DELETE"_s + path + u"/31"_s),
                          u"GET /company/companies/250"_s}));
    QCOMPARE(m_psa->requests().at(1).body.object(), object(R"({"type":{"id":6},"company":{"id":250}})"));
    // A type that it has already only loses the other one.
    m_psa->forget();
    QVERIFY(QCoro::waitFor(m_client->update(current, object(R"({"organization_type":"9"})"))).has_value());
    QCOMPARE(m_psa->lines(),
             QStringList(
                 {QString(u"GET"_s + path), QString(u"DELETE"_s + path + u"/31"_s), u"GET /company/companies/250"_s}));
}

void TestConnectWiseClient::update_ofConfigurationType_usesItsEndpoint()
{
    const RemoteRecord current = readRecord(AssetKind::Configuration, u"GET /company/configurations/9001"_s,
                                            u"configuration.json"_s, {.id = u"9001"_s});
    m_psa->queue(u"PATCH /company/configurations/9001/changeType"_s, 200, json(u"configuration.json"_s));
    m_psa->queue(u"PATCH /company/configurations/9001"_s, 200, json(u"configuration.json"_s));
    const auto updated = QCoro::waitFor(m_client->update(current, object(R"({"configuration_type":"18","name":"X"})")));
    QVERIFY(updated.has_value());
    QCOMPARE(
        m_psa->lines(),
        QStringList({u"PATCH /company/configurations/9001/changeType"_s, u"PATCH /company/configurations/9001"_s}));
    QCOMPARE(m_psa->requests().at(0).body.array(), array(R"([{"op":"replace","path":"type","value":{"id":18}}])"));
    QCOMPARE(m_psa->requests().at(1).body.array(), array(R"([{"op":"replace","path":"name","value":"X"}])"));
}

void TestConnectWiseClient::update_withNothingToSend_readsOnly()
{
    const RemoteRecord current =
        readRecord(AssetKind::Contact, u"GET /company/contacts/77"_s, u"contact.json"_s, {.id = u"77"_s});
    const auto updated = QCoro::waitFor(m_client->update(current, object(R"({"location":null})")));
    QVERIFY(updated.has_value());
    QCOMPARE(m_psa->lines(), QStringList {u"GET /company/contacts/77"_s});
}

void TestConnectWiseClient::update_cannotMoveASite()
{
    const RemoteRecord current = readRecord(AssetKind::Location, u"GET /company/companies/250/sites/1401"_s,
                                            u"site.json"_s, {.id = u"1401"_s, .parentId = u"250"_s});
    const auto moved = QCoro::waitFor(m_client->update(current, object(R"({"organization":"251"})")));
    QCOMPARE(moved.error().code, ErrorCode::BadInput);
    QVERIFY(m_psa->requests().isEmpty());
    m_psa->queue(u"PATCH /company/companies/250/sites/1401"_s, 200, json(u"site.json"_s));
    const auto renamed = QCoro::waitFor(m_client->update(current, object(R"({"name":"Harbour"})")));
    QVERIFY(renamed.has_value());
    QCOMPARE(renamed->key.parentId, u"250"_s);
}

void TestConnectWiseClient::refusedUpdate_namesOurField()
{
    const RemoteRecord current = readRecord(AssetKind::Configuration, u"GET /company/configurations/9001"_s,
                                            u"configuration.json"_s, {.id = u"9001"_s});
    m_psa->queue(u"PATCH /company/configurations/9001"_s, 400,
                 R"({"code":"InvalidObject","message":"x","errors":[{"code":"MaxLengthField",
                     "message":"The field tagNumber must be a string with a maximum length of 50.","field":"tagNumber"}]})",
                 {"x-cw-request-id: abc"});
    const auto refused = QCoro::waitFor(m_client->update(current, object(R"({"asset_tag":"T-10"})")));
    QCOMPARE(refused.error().code, ErrorCode::Rejected);
    QCOMPARE(refused.error().field, u"asset_tag"_s);
    QCOMPARE(refused.error().requestId, u"abc"_s);
    QVERIFY(refused.error().message.contains(u"Asset tag"_s));
}

void TestConnectWiseClient::strangeIds_neverLeave()
{
    const QString strange = u"5/../../system"_s;
    for (const AssetKind kind : allKinds) {
        const RemoteKey key {.id = strange, .parentId = u"250"_s};
        QCOMPARE(QCoro::waitFor(m_client->read(kind, key)).error().code, ErrorCode::NotFound);
        const RemoteRecord record {.kind = kind, .key = key};
        QCOMPARE(QCoro::waitFor(m_client->update(record, object(R"({"name":"x"})"))).error().code, ErrorCode::NotFound);
    }
    const RemoteKey homeless {.id = u"1"_s, .parentId = strange};
    QCOMPARE(QCoro::waitFor(m_client->read(AssetKind::Location, homeless)).error().code, ErrorCode::NotFound);
    const RemoteValues site {{u"name"_s, u"S"_s}, {u"organization"_s, strange}};
    QCOMPARE(QCoro::waitFor(m_client->create(AssetKind::Location, site)).error().code, ErrorCode::BadInput);
    QVERIFY(m_psa->requests().isEmpty());
}

// ---- the rest --------------------------------------------------------------------------------------------------

void TestConnectWiseClient::webLink_opensTheRecord_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("link");
    const QString path = u"/v4_6_release/services/system_io/router/openrecord.rails?"_s;
    QTest::newRow("company") << u"na.myconnectwise.net"_s << int(AssetKind::Organization)
                             << QString(u"https://na.myconnectwise.net"_s + path
                                        + u"recordType=CompanyFV&recid=5&companyName=example"_s);
    QTest::newRow("api host") << u"https://api-eu.myconnectwise.net/v4_6_release/apis/3.0"_s << int(AssetKind::Contact)
                              << QString(u"https://eu.myconnectwise.net"_s + path
                                         + u"recordType=ContactFV&recid=5&companyName=example"_s);
    QTest::newRow("own server") << u"psa.example.com:8443"_s << int(AssetKind::Configuration)
                                << QString(u"https://psa.example.com:8443"_s + path
                                           + u"recordType=ConfigFV&recid=5&companyName=example"_s);
    QTest::newRow("site") << u"psa.example.com"_s << int(AssetKind::Location)
                          << QString(u"https://psa.example.com"_s + path
                                     + u"recordType=CompanyFV&recid=250&companyName=example"_s);
}

void TestConnectWiseClient::webLink_opensTheRecord()
{
    QFETCH(QString, address);
    QFETCH(int, kind);
    QFETCH(QString, link);
    const ConnectWiseClient client(address, ScriptedPsa::credentials(), m_http.get(), *m_map);
    QCOMPARE(client.webLink(AssetKind(kind), {.id = u"5"_s, .parentId = u"250"_s}).toString(), link);
    QVERIFY(client.webLink(AssetKind(kind), {.id = u"javascript:"_s}).isEmpty());
}

void TestConnectWiseClient::factory_knowsConnectWise()
{
    const auto client = makeClient(Platform::ConnectWise, m_psa->address(), ScriptedPsa::credentials(), m_http.get());
    QVERIFY(client.has_value());
}

QTEST_GUILESS_MAIN(TestConnectWiseClient)
#include "tst_connectwiseclient.moc"
