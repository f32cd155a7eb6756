// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/autotask/autotaskapi.h"
#include "psa/scriptedautotask.h"
#include "psa/scriptedpsa.h"

#include <QCoro/QCoroTask>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace tandem::autotask;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

class TestAutotaskApi final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void typedAddress_leadsToTheDirectory_data();
    void typedAddress_leadsToTheDirectory();
    void zone_mustBelongToTheDirectory_data();
    void zone_mustBelongToTheDirectory();
    void zone_isAskedWithoutCredentials();
    void probe_goesToTheZoneWithoutCredentials();
    void zoneAddress_isCompleted_data();
    void zoneAddress_isCompleted();
    void zone_failsInWords_data();
    void zone_failsInWords();
    void missingCredential_isNamed();

    void everyCall_carriesTheThreeHeaders();
    void unauthorized_looksForTheZoneOnce();
    void movedTenant_isFollowed();
    void movedTenant_isFollowedForAWriteToo();

    void query_isAPostAndSoAreItsPages();
    void query_doesNotFollowALinkElsewhere();
    void query_goesOnByIdWhereTheLinkIsNone();
    void query_neverTurnsInCircles();
    void query_withoutAList_isABadAnswer();
    void count_isAskedFor();

    void write_answersTheId_data();
    void write_answersTheId();
    void lostAnswer_isUnknownAndNotRepeated();
    void htmlWithStatus200_isNoAnswer_data();
    void htmlWithStatus200_isNoAnswer();
    void threadLimitInAnotherStatus_holdsTheEndpoint();

    void metadata_areKept();
    void metadata_areReadOnceByAllWhoWait();
    void turn_letsOneInAfterTheOther();

private:
    std::unique_ptr<ScriptedAutotask> m_psa;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<AutotaskApi> m_api;
};

namespace {

const Query companies{.entity = u"Companies"_s};
const QByteArray fields = R"([{"name":"companyName","length":100}])";

/** A page of the query language's own shape. */
QList<qint64> idsOf(const QList<QJsonObject> &rows)
{
    QList<qint64> ids;
    for (const QJsonObject &row : rows)
        ids.append(row.value("id"_L1).toInteger(-1));
    return ids;
}

QCoro::Task<> enter(Turn *turn, Turn *door, QStringList *log, QString name)
{
    const Turn::Hold hold = co_await turn->take();
    log->append(QString(name + u" in"_s));
    {
        const Turn::Hold wait = co_await door->take();
        log->append(QString(name + u" out"_s));
    }
}

} // namespace

void TestAutotaskApi::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_psa = std::make_unique<ScriptedAutotask>();
    m_http = std::make_unique<HttpClient>(HttpLimits{.permits = 3});
    m_api = std::make_unique<AutotaskApi>(m_psa->address(), ScriptedAutotask::credentials(), m_http.get());
}

void TestAutotaskApi::cleanup()
{
    m_api.reset();
    m_http.reset();
    m_psa.reset();
}

// ---- the zone -----------------------------------------------------------------------------------

void TestAutotaskApi::typedAddress_leadsToTheDirectory_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("directory");
    QTest::newRow("nothing") << u" "_s << u"https://webservices.autotask.net"_s;
    QTest::newRow("directory") << u"webservices.autotask.net"_s << u"https://webservices.autotask.net"_s;
    QTest::newRow("a zone") << u"https://webservices14.autotask.net/ATServicesRest/V1.0/"_s
                            << u"https://webservices14.autotask.net"_s;
    QTest::newRow("page people open") << u"https://ww14.autotask.net/Mvc/Framework/Home.mvc?x=1#y"_s
                                      << u"https://webservices.autotask.net"_s;
    QTest::newRow("front page") << u"www.autotask.net"_s << u"https://webservices.autotask.net"_s;
    QTest::newRow("practice") << u"http://127.0.0.1:4711/any"_s << u"http://127.0.0.1:4711"_s;
}

void TestAutotaskApi::typedAddress_leadsToTheDirectory()
{
    QFETCH(QString, typed);
    QFETCH(QString, directory);
    QCOMPARE(directoryAddress(typed).toString(), directory);
}

void TestAutotaskApi::zone_mustBelongToTheDirectory_data()
{
    QTest::addColumn<QString>("directory");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<bool>("isTrusted");
    const QString vendor = u"https://webservices.autotask.net"_s;
    QTest::newRow("another zone") << vendor << u"https://webservices14.autotask.net/ATServicesRest/"_s
                                  << true;
    QTest::newRow("plain http") << vendor << u"http://webservices14.autotask.net/ATServicesRest/"_s << false;
    QTest::newRow("stranger") << vendor << u"https://evil.example/ATServicesRest/"_s << false;
    QTest::newRow("lookalike") << vendor << u"https://webservices.autotask.net.evil.example/"_s << false;
    QTest::newRow("lookalike without a dot") << vendor << u"https://evilautotask.net/"_s << false;
    QTest::newRow("with a user") << vendor << u"https://u:p@webservices1.autotask.net/"_s << false;
    QTest::newRow("nothing") << vendor << QString() << false;
    QTest::newRow("path only") << vendor << u"/ATServicesRest/"_s << false;
    QTest::newRow("practice") << u"http://127.0.0.1:1"_s << u"http://localhost:2/ATServicesRest/"_s << true;
    QTest::newRow("practice to the world")
        << u"http://127.0.0.1:1"_s << u"https://webservices1.autotask.net/"_s << false;
    QTest::newRow("own server") << u"https://psa.example"_s << u"https://psa.example/ATServicesRest/"_s
                                << true;
}

void TestAutotaskApi::zone_mustBelongToTheDirectory()
{
    QFETCH(QString, directory);
    QFETCH(QString, zone);
    QFETCH(bool, isTrusted);
    QCOMPARE(isTrustedZone(QUrl(directory), QUrl(zone)), isTrusted);
}

void TestAutotaskApi::zone_isAskedWithoutCredentials()
{
    const auto found = QCoro::waitFor(m_api->findZone(Priority::Foreground));
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message));
    QCOMPARE(m_psa->zoneRequests().size(), 1);
    const RawRequest &request = m_psa->zoneRequests().constFirst();
    QVERIFY2(request.target.endsWith("?user=key%2B1%40example.com"), request.target.constData());
    for (const char *name : {"secret", "apiintegrationcode", "username", "authorization"})
        QVERIFY(!request.headers.contains(name));
    QCOMPARE(m_api->zone().name, u"Test Zone"_s);
    QCOMPARE(m_api->zone().base, QString(m_psa->address() + "/ATServicesRest/V1.0"_L1));
}

void TestAutotaskApi::probe_goesToTheZoneWithoutCredentials()
{
    const QString question = u"/ATServicesRest/V1.0/ZoneInformation?user="_s;
    QVERIFY(m_api->probe().url.toString().startsWith(QString(m_psa->address() + question)));
    const auto isSecret = [](const QPair<QByteArray, QByteArray> &header) {
        const Credentials credentials = ScriptedAutotask::credentials();
        return header.second == credentials.value(u"secret"_s).reveal()
            || header.second == credentials.value(u"integration_code"_s).reveal();
    };
    const QString zone = QString(m_psa->address()).replace(u"127.0.0.1"_s, u"localhost"_s);
    m_psa->setZone(200, QString(u"{\"url\":\""_s + zone + u"/ATServicesRest/\"}"_s).toUtf8());
    QVERIFY(QCoro::waitFor(m_api->findZone(Priority::Foreground)));
    const HttpRequest probe = m_api->probe();
    QVERIFY2(probe.url.toString().startsWith(QString(zone + question)), qPrintable(probe.url.toString()));
    QCOMPARE(probe.method, QByteArray("GET"));
    QVERIFY(std::none_of(probe.headers.begin(), probe.headers.end(), isSecret));
}

void TestAutotaskApi::zoneAddress_isCompleted_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("slash") << u"/ATServicesRest/"_s;
    QTest::newRow("no slash") << u"/ATServicesRest"_s;
    QTest::newRow("with its version") << u"/ATServicesRest/V1.0/"_s;
}

void TestAutotaskApi::zoneAddress_isCompleted()
{
    QFETCH(QString, path);
    m_psa->setZone(200, QString(u"{\"url\":\""_s + m_psa->address() + path + u"\"}"_s).toUtf8());
    QVERIFY(QCoro::waitFor(m_api->findZone(Priority::Foreground)).has_value());
    QCOMPARE(m_api->zone().base, QString(m_psa->address() + "/ATServicesRest/V1.0"_L1));
    QVERIFY(m_api->zone().web.isEmpty());
}

void TestAutotaskApi::zone_failsInWords_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");
    QTest::newRow("unknown user") << 500
                                  << QByteArray(R"({"errors":["Zone information could not be determined"]})")
                                  << int(ErrorCode::SignInFailed) << u"user_name"_s;
    QTest::newRow("another web site")
        << 200 << QByteArray("<html><title>Hello</title></html>") << int(ErrorCode::BadAnswer) << QString();
    QTest::newRow("no such page") << 404 << QByteArray("<html/>") << int(ErrorCode::BadAnswer) << QString();
    QTest::newRow("a stranger's zone")
        << 200 << QByteArray(R"({"url":"https://evil.example/ATServicesRest/"})") << int(ErrorCode::BadAnswer)
        << QString();
    QTest::newRow("fault") << 502 << QByteArray() << int(ErrorCode::ServerFault) << QString();
}

void TestAutotaskApi::zone_failsInWords()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    QFETCH(QString, field);
    m_psa->setZone(status, body);
    const auto page = QCoro::waitFor(m_api->page(companies, {}));
    QVERIFY(!page.has_value());
    QCOMPARE(errorCodeName(page.error().code), errorCodeName(ErrorCode(code)));
    QCOMPARE(page.error().field, field);
    QCOMPARE(m_psa->lines(), QStringList());
}

void TestAutotaskApi::missingCredential_isNamed()
{
    Credentials credentials = ScriptedAutotask::credentials();
    credentials.remove(u"integration_code"_s);
    AutotaskApi api(m_psa->address(), credentials, m_http.get());
    const auto page = QCoro::waitFor(api.page(companies, {}));
    QVERIFY(!page.has_value());
    QCOMPARE(page.error().code, ErrorCode::SecretMissing);
    QVERIFY(page.error().message.contains(u"API tracking identifier"_s));
    QVERIFY(m_psa->zoneRequests().isEmpty());
}

// ---- calls --------------------------------------------------------------------------------------

void TestAutotaskApi::everyCall_carriesTheThreeHeaders()
{
    m_psa->queueRows(u"Companies"_s, {});
    m_psa->setFields(u"Companies"_s, fields);
    m_psa->queue(u"PATCH /Companies"_s, 200, R"({"itemId":1})");
    QVERIFY(QCoro::waitFor(m_api->page(companies, {})).has_value());
    QVERIFY(QCoro::waitFor(m_api->metadata(u"Companies"_s, AutotaskApi::Age::Any)).has_value());
    const QJsonObject body{{u"id"_s, 1}};
    QVERIFY(QCoro::waitFor(m_api->write("PATCH", u"/Companies"_s, u"Companies"_s, body, {})).has_value());
    QCOMPARE(m_psa->requests().size(), 3);
    for (const AutotaskRequest &request : m_psa->requests()) {
        QCOMPARE(request.headers.value("apiintegrationcode"), QByteArray("TRACKING"));
        QCOMPARE(request.headers.value("username"), QByteArray("key+1@example.com"));
        QCOMPARE(request.headers.value("secret"), QByteArray("s3cret#\xc3\xbc"));
        QCOMPARE(request.headers.value("content-type"), QByteArray("application/json"));
        QVERIFY(!request.headers.contains("authorization"));
    }
    QCOMPARE(m_psa->zoneRequests().size(), 1);
}

/** Repeated failures lock the user out, so wrong credentials are tried once. */
void TestAutotaskApi::unauthorized_looksForTheZoneOnce()
{
    m_psa->queue(u"POST /Companies/query"_s, 401, "");
    const auto page = QCoro::waitFor(m_api->page(companies, {}));
    QVERIFY(!page.has_value());
    QCOMPARE(page.error().code, ErrorCode::SignInFailed);
    QCOMPARE(m_psa->lines(), QStringList{u"POST /Companies/query"_s});
    QCOMPARE(m_psa->zoneRequests().size(), 2);
}

void TestAutotaskApi::movedTenant_isFollowed()
{
    ScriptedAutotask newHome;
    newHome.queueRows(u"Companies"_s, {R"({"id":5})"});
    m_psa->queueRows(u"Companies"_s, {R"({"id":4})"});
    QVERIFY(QCoro::waitFor(m_api->page(companies, {})).has_value());
    m_psa->queue(u"POST /Companies/query"_s, 401, "");
    m_psa->setZone(200, newHome.zone());
    const auto page = QCoro::waitFor(m_api->page(companies, {}));
    QVERIFY(page.has_value());
    QCOMPARE(idsOf(page->rows), QList<qint64>{5});
    QCOMPARE(newHome.requests().constFirst().body, bodyOf(companies));
    QCOMPARE(m_psa->requests().size(), 2);
}

/** A 401 says that nothing was done, so a write goes to the new home as well. */
void TestAutotaskApi::movedTenant_isFollowedForAWriteToo()
{
    ScriptedAutotask newHome;
    newHome.queue(u"POST /Companies"_s, 200, R"({"itemId":9})");
    m_psa->queue(u"POST /Companies"_s, 401, "");
    QVERIFY(QCoro::waitFor(m_api->findZone(Priority::Foreground)).has_value());
    m_psa->setZone(200, newHome.zone());
    const QJsonObject body{{u"companyName"_s, u"x"_s}};
    const auto made = QCoro::waitFor(m_api->write("POST", u"/Companies"_s, u"Companies"_s, body, {}));
    QVERIFY(made.has_value());
    QCOMPARE(*made, 9);
    QCOMPARE(newHome.requests().size(), 1);
    QCOMPARE(m_psa->requests().size(), 1);
}

// ---- queries ------------------------------------------------------------------------------------

void TestAutotaskApi::query_isAPostAndSoAreItsPages()
{
    m_psa->queueRows(u"Companies"_s, {R"({"id":0})", R"({"id":3})"},
                     m_psa->nextLink(u"Companies"_s, u"%7B7%7D"_s));
    m_psa->queue(u"POST /Companies/query/next"_s, 200,
                 R"({"items":[{"id":9}],"pageDetails":{"count":1,"nextPageUrl":null}})");
    const Query query{
        .entity = u"Companies"_s, .conditions = {equals(u"city"_s, u"X"_s)}, .fields = {u"id"_s}, .size = 2};
    const auto rows = QCoro::waitFor(m_api->all(query));
    QVERIFY(rows.has_value());
    QCOMPARE(idsOf(*rows), (QList<qint64>{0, 3, 9}));
    QCOMPARE(m_psa->lines(), (QStringList{u"POST /Companies/query"_s, u"POST /Companies/query/next"_s}));
    QCOMPARE(m_psa->requests().at(1).query, u"paging=%7B7%7D"_s);
    QCOMPARE(m_psa->requests().at(1).body, m_psa->requests().at(0).body);
}

void TestAutotaskApi::query_doesNotFollowALinkElsewhere()
{
    ScriptedAutotask stranger;
    m_psa->queueRows(u"Companies"_s, {R"({"id":3})"}, stranger.nextLink(u"Companies"_s, u"1"_s));
    m_psa->queue(u"POST /Companies/query/next"_s, 200, R"({"items":[],"pageDetails":{"nextPageUrl":null}})");
    const auto rows = QCoro::waitFor(m_api->all(companies));
    QVERIFY(rows.has_value());
    QCOMPARE(rows->size(), 1);
    QVERIFY(stranger.requests().isEmpty() && stranger.zoneRequests().isEmpty());
}

void TestAutotaskApi::query_goesOnByIdWhereTheLinkIsNone()
{
    m_psa->queueRows(u"Companies"_s, {R"({"id":3})", R"({"id":8})"}, u"https://h/elsewhere"_s);
    m_psa->queueRows(u"Companies"_s, {R"({"id":9})"});
    const auto rows = QCoro::waitFor(m_api->all(companies));
    QVERIFY(rows.has_value());
    QCOMPARE(idsOf(*rows), (QList<qint64>{3, 8, 9}));
    const QJsonArray filter = m_psa->requests().at(1).filter();
    QVERIFY(filter.contains(beyond(u"id"_s, 8)) && filter.contains(anything()));
}

void TestAutotaskApi::query_neverTurnsInCircles()
{
    const QString link = m_psa->nextLink(u"Companies"_s, u"1"_s);
    m_psa->queueRows(u"Companies"_s, {R"({"id":3})"}, link);
    m_psa->queue(u"POST /Companies/query/next"_s, 200,
                 R"({"items":[{"id":4}],"pageDetails":{"nextPageUrl":")" + link.toUtf8() + R"("}})");
    m_psa->queueRows(u"Companies"_s, {}, link); // behind id 4 there is nothing, whatever the link says
    const auto rows = QCoro::waitFor(m_api->all(companies));
    QVERIFY(rows.has_value());
    QCOMPARE(idsOf(*rows), (QList<qint64>{3, 4}));
    QCOMPARE(m_psa->requests().size(), 3);
}

void TestAutotaskApi::query_withoutAList_isABadAnswer()
{
    m_psa->queue(u"POST /Companies/query"_s, 200, R"({"item":null})");
    const auto rows = QCoro::waitFor(m_api->all(companies));
    QVERIFY(!rows.has_value());
    QCOMPARE(rows.error().code, ErrorCode::BadAnswer);
}

void TestAutotaskApi::count_isAskedFor()
{
    m_psa->queue(u"POST /Companies/query/count"_s, 200, R"({"queryCount":7})");
    QCOMPARE(QCoro::waitFor(m_api->count(companies)).value_or(-2), 7);
    QCOMPARE(m_psa->requests().constFirst().filter(), QJsonArray{anything()});
}

// ---- writes -------------------------------------------------------------------------------------

void TestAutotaskApi::write_answersTheId_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("id"); ///< -1: it is not known what happened
    QTest::newRow("id") << QByteArray(R"({"itemId":29683500})") << qint64(29683500);
    QTest::newRow("the tenant's own") << QByteArray(R"({"itemId":0})") << qint64(0);
    QTest::newRow("none") << QByteArray("{}") << qint64(-1);
    QTest::newRow("null") << QByteArray(R"({"itemId":null})") << qint64(-1);
    QTest::newRow("a list") << QByteArray("[]") << qint64(-1);
    QTest::newRow("nothing") << QByteArray() << qint64(-1);
}

void TestAutotaskApi::write_answersTheId()
{
    QFETCH(QByteArray, body);
    QFETCH(qint64, id);
    m_psa->queue(u"PATCH /Companies"_s, 200, body);
    const QJsonObject change{{u"id"_s, 1}};
    const auto written = QCoro::waitFor(m_api->write("PATCH", u"/Companies"_s, u"Companies"_s, change, {}));
    QCOMPARE(written.value_or(-1), id);
    if (!written)
        QCOMPARE(written.error().code, ErrorCode::OutcomeUnknown);
    QCOMPARE(m_psa->requests().size(), 1);
    QCOMPARE(m_psa->requests().constFirst().body, change);
}

void TestAutotaskApi::lostAnswer_isUnknownAndNotRepeated()
{
    m_psa->queueRaw(u"POST /Companies"_s, {});
    const QJsonObject body{{u"companyName"_s, u"x"_s}};
    const auto made = QCoro::waitFor(m_api->write("POST", u"/Companies"_s, u"Companies"_s, body, {}));
    QVERIFY(!made.has_value());
    QCOMPARE(made.error().code, ErrorCode::OutcomeUnknown);
    QCOMPARE(m_psa->lines(), QStringList{u"POST /Companies"_s});
}

void TestAutotaskApi::htmlWithStatus200_isNoAnswer_data()
{
    QTest::addColumn<bool>("isWrite");
    QTest::newRow("query") << false;
    QTest::newRow("write") << true;
}

void TestAutotaskApi::htmlWithStatus200_isNoAnswer()
{
    QFETCH(bool, isWrite);
    const QByteArray page = "<html><head><title>Please sign in</title></head></html>";
    m_psa->queue(u"POST /Companies/query"_s, 200, page);
    m_psa->queue(u"POST /Companies"_s, 200, page);
    const QJsonObject body{{u"companyName"_s, u"x"_s}};
    Error error;
    if (isWrite)
        error = QCoro::waitFor(m_api->write("POST", u"/Companies"_s, u"Companies"_s, body, {})).error();
    else
        error = QCoro::waitFor(m_api->page(companies, {})).error();
    QCOMPARE(error.code, isWrite ? ErrorCode::OutcomeUnknown : ErrorCode::BadAnswer);
    QCOMPARE(error.remoteWords, u"Please sign in"_s);
}

void TestAutotaskApi::threadLimitInAnotherStatus_holdsTheEndpoint()
{
    m_psa->queue(u"POST /Companies/query"_s, 500,
                 R"({"errors":["The Autotask API thread threshold of 3 threads has been exceeded."]})");
    const auto page = QCoro::waitFor(m_api->page(companies, {}));
    QVERIFY(!page.has_value());
    QCOMPARE(page.error().code, ErrorCode::RateLimited);
    QVERIFY(page.error().retryAfter.has_value());
    const CallFigures figures = m_http->figures();
    QVERIFY(figures.heldUntil.isValid());
    QCOMPARE(figures.throttled, 1);
    QCOMPARE(m_psa->requests().size(), 1);
}

// ---- metadata -----------------------------------------------------------------------------------

void TestAutotaskApi::metadata_areKept()
{
    m_psa->setFields(u"Companies"_s, fields);
    using Age = AutotaskApi::Age;
    for (const Age age : {Age::Any, Age::Minutes, Age::Any}) {
        const auto metadata = QCoro::waitFor(m_api->metadata(u"Companies"_s, age));
        QVERIFY(metadata.has_value());
        QCOMPARE(metadata->lengths().value(u"companyName"_s), 100);
    }
    QCOMPARE(m_psa->requests().size(), 1);
    QVERIFY(QCoro::waitFor(m_api->metadata(u"Companies"_s, Age::New)).has_value());
    QCOMPARE(m_psa->requests().size(), 2);
    QVERIFY(m_api->knownMetadata(u"Companies"_s).find(u"companyName"_s));
    QVERIFY(!m_api->knownMetadata(u"Contacts"_s).find(u"firstName"_s));
}

void TestAutotaskApi::metadata_areReadOnceByAllWhoWait()
{
    m_psa->setFields(u"Companies"_s, fields);
    auto first = m_api->metadata(u"Companies"_s, AutotaskApi::Age::Any);
    auto second = m_api->metadata(u"Companies"_s, AutotaskApi::Age::Any);
    QVERIFY(QCoro::waitFor(first).has_value());
    QVERIFY(QCoro::waitFor(second).has_value());
    QCOMPARE(m_psa->requests().size(), 1);
}

void TestAutotaskApi::turn_letsOneInAfterTheOther()
{
    Turn turn;
    Turn door;
    QStringList log;
    std::optional<Turn::Hold> closed;
    const auto close = [](Turn *which, std::optional<Turn::Hold> *hold) -> QCoro::Task<> {
        Turn::Hold taken = co_await which->take();
        hold->emplace(std::move(taken));
    };
    QCoro::waitFor(close(&door, &closed));
    auto first = enter(&turn, &door, &log, u"a"_s);
    auto second = enter(&turn, &door, &log, u"b"_s);
    auto third = enter(&turn, &door, &log, u"c"_s);
    QCOMPARE(log, QStringList{u"a in"_s});
    closed.reset();
    QCoro::waitFor(first);
    QCoro::waitFor(second);
    QCoro::waitFor(third);
    QCOMPARE(log, (QStringList{u"a in"_s, u"a out"_s, u"b in"_s, u"b out"_s, u"c in"_s, u"c out"_s}));
}

QTEST_GUILESS_MAIN(TestAutotaskApi)
#include "tst_autotaskapi.moc"
