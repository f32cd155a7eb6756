// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "net/rawserver.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <optional>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/** Where a coroutine leaves what it got, so that a test can wait for it. */
using Outcome = std::shared_ptr<std::optional<Result<HttpAnswer>>>;

QCoro::Task<> keep(HttpClient *client, HttpRequest request, Outcome outcome)
{
    const Result<HttpAnswer> answer = co_await client->send(request);
    *outcome = answer;
}

Outcome start(HttpClient &client, const HttpRequest &request)
{
    Outcome outcome = std::make_shared<std::optional<Result<HttpAnswer>>>();
    keep(&client, request, outcome);
    return outcome;
}

HttpRequest request(const QByteArray &method, const QUrl &url, const QByteArray &body = {})
{
    return {.method = method,
            .url = url,
            .headers = {{"Content-Type", "application/json"}},
            .body = body,
            .route = QString::fromLatin1(method) + u" /thing"_s};
}

/** A port on which nobody listens. */
quint16 closedPort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        return 1;
    return server.serverPort();
}

} // namespace

#define WAIT_FOR(outcome) QTRY_VERIFY_WITH_TIMEOUT((outcome)->has_value(), 10'000)
#define COMPARE_ERROR(outcome, expected)                                                                     \
    QVERIFY(!(**(outcome)).has_value());                                                                     \
    QCOMPARE(errorCodeName((**(outcome)).error().code), errorCodeName(expected));                            \
    QVERIFY(!(**(outcome)).error().message.isEmpty())

class TestHttpClient final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void anyStatus_isAnAnswer_data();
    void anyStatus_isAnAnswer();
    void requestAndAnswer_arriveComplete();
    void leavesInTheSameTurn_whenAPermitIsFree();
    void refusedConnection_isSurelyNotSent_data();
    void refusedConnection_isSurelyNotSent();
    void unknownHost_isUnreachable();
    void plainHttpToAnotherHost_neverLeaves();
    void selfSignedOrPlainServer_failsTls();
    void badRequests_neverLeave_data();
    void badRequests_neverLeave();
    void closedBeforeTheAnswer_data();
    void closedBeforeTheAnswer();
    void deadKeptAliveConnection_isNeverRepeatedForAWrite_data();
    void deadKeptAliveConnection_isNeverRepeatedForAWrite();
    void signInChallenge_isNotRepeated_data();
    void signInChallenge_isNotRepeated();
    void closedInTheBody_data();
    void closedInTheBody();
    void hangingServer_timesOut_data();
    void hangingServer_timesOut();
    void hangingConnect_ofAWrite_isSurelyNotSent();
    void waitingForAPermit_isNotTheServersTime();
    void hugeAnswer_isCutOff_data();
    void hugeAnswer_isCutOff();
    void redirect_isNotFollowed();
    void cookies_areNotKept();
    void permits_limitWhatIsUnderWay();
    void foreground_goesFirst_thenByOrder();
    void callBudget_slides();
    void hold_stopsWhatHasNotLeft();
    void tooMany_holdsAndHalves_withoutHelp();
    void tooMany_inThePsasOwnWords_holdsAndHalves();
    void retryAfter_holdsTheAccount_data();
    void retryAfter_holdsTheAccount();
    void platformsLimits_keepNoOtherEndpointWaiting();
    void endpoint_isTheRoutesResource_data();
    void endpoint_isTheRoutesResource();
    void usageToldFromOutside_isInTheFigures();
    void hangingServer_isGivenUpSooner_inATest();
    void unansweredRequests_openTheCircuit_data();
    void unansweredRequests_openTheCircuit();
    void answersAndCertificates_doNotOpenTheCircuit_data();
    void answersAndCertificates_doNotOpenTheCircuit();
    void whenTheCircuitOpens_whatWaitsIsRefused();
    void offline_probesByItself_andResumes();
    void offline_withoutAProbe_triesTheNextRequest();
    void offline_aPersonNeedNotWait();
    void compressedAnswer_isRead_data();
    void compressedAnswer_isRead();
    void compressionBomb_isCutOff_data();
    void compressionBomb_isCutOff();
    void brokenCompression_isNoAnswer_data();
    void brokenCompression_isNoAnswer();
    void hugeHead_isCutOff_data();
    void hugeHead_isCutOff();
    void nestedJson_isBoundedByTheParser_data();
    void nestedJson_isBoundedByTheParser();
    void destruction_endsEveryTask();
    void sendingFromAnEndingTask_whileDestroyed_isCancelled();
};

void TestHttpClient::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestHttpClient::anyStatus_isAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 204, 301, 304, 400, 401, 403, 404, 405, 407,
                             409, 410, 415, 418, 429, 500, 501, 502, 503, 504, 599}) {
        for (const QByteArray &method :
             {QByteArray("GET"), QByteArray("POST"), QByteArray("PATCH"), QByteArray("DELETE")})
            QTest::addRow("%s %d", method.constData(), status) << status;
    }
}

void TestHttpClient::anyStatus_isAnAnswer()
{
    QFETCH(int, status);
    const QByteArray method = QByteArray(QTest::currentDataTag()).split(' ').constFirst();
    const QByteArray body =
        status == 204 || status == 304 ? QByteArray() : QByteArray("{\"message\":\"words\"}");
    RawServer server;
    server.setHandler(
        [&](QTcpSocket *socket, const RawRequest &) { socket->write(rawAnswer(status, body)); });
    HttpClient client({});
    const Outcome outcome =
        start(client, request(method, server.url(u"/thing"_s), method == "GET" ? "" : "{}"));
    WAIT_FOR(outcome);
    QVERIFY2((*outcome)->has_value(),
             qPrintable((*outcome)->has_value() ? QString() : (*outcome)->error().message));
    QCOMPARE((*outcome)->value().status, status);
    QCOMPARE((*outcome)->value().body, body);
    QCOMPARE(server.requests().size(), 1);
}

void TestHttpClient::requestAndAnswer_arriveComplete()
{
    RawServer server;
    server.setHandler([](QTcpSocket *socket, const RawRequest &) {
        socket->write(
            rawAnswer(201, "{\"id\":7}", "application/json", {"Link: <x>; rel=\"next\"", "X-Two: b"}));
    });
    HttpClient client({});
    HttpRequest post = request("POST", server.url(u"/a%20b?q=%2B%26"_s), "{\"name\":\"Bäcker\"}");
    post.headers.emplaceBack("Authorization", "Basic abc");
    const Outcome outcome = start(client, post);
    WAIT_FOR(outcome);
    QVERIFY((*outcome)->has_value());
    const HttpAnswer &answer = (*outcome)->value();
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.header("link"), QByteArray("<x>; rel=\"next\""));
    QCOMPARE(answer.header("missing"), QByteArray());
    QCOMPARE(answer.body, QByteArray("{\"id\":7}"));
    const RawRequest &seen = server.requests().constFirst();
    QCOMPARE(seen.method, QByteArray("POST"));
    QCOMPARE(seen.target, QByteArray("/a%20b?q=%2B%26"));
    QCOMPARE(seen.body, post.body);
    QCOMPARE(seen.headers.value("content-length"), QByteArray::number(post.body.size()));
    QCOMPARE(seen.headers.value("authorization"), QByteArray("Basic abc"));
    QCOMPARE(QString::fromLatin1(seen.headers.value("x-request-id")), answer.requestId);
    QVERIFY(!answer.requestId.isEmpty());
}

void TestHttpClient::leavesInTheSameTurn_whenAPermitIsFree()
{
    RawServer server;
    HttpClient client({});
    QSignalSpy left(&client, &HttpClient::requestLeft);
    const Outcome outcome = start(client, request("PATCH", server.url(), "[]"));
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.constFirst().constFirst().toString(), u"PATCH /thing"_s);
    QCOMPARE(client.figures().inFlight, 1);
    WAIT_FOR(outcome);
    QCOMPARE(client.figures().inFlight, 0);
}

void TestHttpClient::refusedConnection_isSurelyNotSent_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("get") << QByteArray("GET");
    QTest::newRow("post") << QByteArray("POST");
    QTest::newRow("delete") << QByteArray("DELETE");
}

void TestHttpClient::refusedConnection_isSurelyNotSent()
{
    QFETCH(QByteArray, method);
    HttpClient client({});
    const QUrl url(u"http://127.0.0.1:%1/"_s.arg(closedPort()));
    const Outcome outcome = start(client, request(method, url, method == "POST" ? "{}" : ""));
    WAIT_FOR(outcome);
    COMPARE_ERROR(outcome, ErrorCode::Unreachable);
    QVERIFY(!(*outcome)->error().requestId.isEmpty());
}

void TestHttpClient::unknownHost_isUnreachable()
{
    HttpClient client({});
    const Outcome outcome = start(client, request("POST", QUrl(u"https://no-such-host.invalid/"_s), "{}"));
    WAIT_FOR(outcome);
    COMPARE_ERROR(outcome, ErrorCode::Unreachable);
    QVERIFY((*outcome)->error().message.contains(u"no-such-host.invalid"_s));
}

void TestHttpClient::plainHttpToAnotherHost_neverLeaves()
{
    HttpClient client({});
    QSignalSpy left(&client, &HttpClient::requestLeft);
    const Outcome outcome = start(client, request("GET", QUrl(u"http://na.example.net/"_s)));
    QVERIFY(outcome->has_value());
    COMPARE_ERROR(outcome, ErrorCode::TlsFailed);
    QCOMPARE(left.size(), 0);
}

void TestHttpClient::selfSignedOrPlainServer_failsTls()
{
    RawServer server;
    server.setHandler([](QTcpSocket *, const RawRequest &) {});
    connect(&server, &QTcpServer::newConnection, &server, [&server] {
        for (const auto &socket : server.sockets()) {
            if (socket)
                socket->write("HTTP/1.1 400 This is not TLS\r\n\r\n");
        }
    });
    HttpClient client({});
    QUrl url = server.url();
    url.setScheme(u"https"_s);
    const Outcome outcome = start(client, request("POST", url, "{}"));
    WAIT_FOR(outcome);
    COMPARE_ERROR(outcome, ErrorCode::TlsFailed);
}

void TestHttpClient::badRequests_neverLeave_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("code");
    const QUrl good(u"http://127.0.0.1:1/"_s);
    QTest::newRow("empty") << QUrl() << QByteArray("GET") << QByteArray("x") << int(ErrorCode::BadInput);
    QTest::newRow("file") << QUrl(u"file:///etc/passwd"_s) << QByteArray("GET") << QByteArray("x")
                          << int(ErrorCode::BadInput);
    QTest::newRow("user") << QUrl(u"http://me:pw@127.0.0.1:1/"_s) << QByteArray("GET") << QByteArray("x")
                          << int(ErrorCode::BadInput);
    QTest::newRow("line break") << good << QByteArray("GET") << QByteArray("x\r\nEvil: 1")
                                << int(ErrorCode::BadInput);
    QTest::newRow("escape") << good << QByteArray("GET") << QByteArray("x\x1b") << int(ErrorCode::BadInput);
    QTest::newRow("nothing") << good << QByteArray("GET") << QByteArray("x\0y", 3)
                             << int(ErrorCode::BadInput);
    QTest::newRow("too long") << good << QByteArray("GET") << QByteArray(17'000, 'x')
                              << int(ErrorCode::BadInput);
    QTest::newRow("name") << good << QByteArray("GET") << QByteArray("X-Evil: 1\r\nX-Test")
                          << int(ErrorCode::Internal);
    QTest::newRow("line feed") << good << QByteArray("GET") << QByteArray("x\ny") << int(ErrorCode::BadInput);
    QTest::newRow("method") << good << QByteArray("GET / HTTP/1.1\r\n") << QByteArray("x")
                            << int(ErrorCode::Internal);
}

void TestHttpClient::badRequests_neverLeave()
{
    QFETCH(QUrl, url);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, header);
    QFETCH(int, code);
    HttpClient client({});
    QSignalSpy left(&client, &HttpClient::requestLeft);
    HttpRequest bad = request(method, url);
    if (header.endsWith("X-Test"))
        bad.headers.emplaceBack(header, "value");
    else
        bad.headers.emplaceBack("X-Test", header);
    const Outcome outcome = start(client, bad);
    QVERIFY(outcome->has_value());
    COMPARE_ERROR(outcome, ErrorCode(code));
    QCOMPARE(left.size(), 0);
}

void TestHttpClient::closedBeforeTheAnswer_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("code");
    QTest::newRow("get") << QByteArray("GET") << int(ErrorCode::Unreachable);
    QTest::newRow("post") << QByteArray("POST") << int(ErrorCode::OutcomeUnknown);
    QTest::newRow("patch") << QByteArray("PATCH") << int(ErrorCode::OutcomeUnknown);
    QTest::newRow("put") << QByteArray("PUT") << int(ErrorCode::OutcomeUnknown);
    QTest::newRow("delete") << QByteArray("DELETE") << int(ErrorCode::OutcomeUnknown);
}

void TestHttpClient::closedBeforeTheAnswer()
{
    QFETCH(QByteArray, method);
    QFETCH(int, code);
    RawServer server;
    server.setHandler([](QTcpSocket *socket, const RawRequest &) { socket->disconnectFromHost(); });
    HttpClient client({});
    const Outcome outcome = start(client, request(method, server.url(), method == "DELETE" ? "" : "{}"));
    WAIT_FOR(outcome);
    COMPARE_ERROR(outcome, ErrorCode(code));
    if (method != "GET")
        QCOMPARE(server.requests().size(), 1);
}

void TestHttpClient::deadKeptAliveConnection_isNeverRepeatedForAWrite_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("isReset");
    for (const char *method : {"POST", "PATCH", "PUT", "DELETE"}) {
        QTest::addRow("%s closed", method) << QByteArray(method) << false;
        QTest::addRow("%s reset", method) << QByteArray(method) << true;
    }
}

void TestHttpClient::deadKeptAliveConnection_isNeverRepeatedForAWrite()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, isReset);
    RawServer server;
    int writes = 0;
    server.setHandler([&](QTcpSocket *socket, const RawRequest &seen) {
        if (seen.method == "GET") {
            socket->write(rawAnswer(200, "[]"));
            return;
        }
        ++writes;
        if (isReset)
            socket->abort();
        else
            socket->disconnectFromHost();
    });
    HttpClient client({});
    const Outcome first = start(client, request("GET", server.url()));
    WAIT_FOR(first);
    QVERIFY((*first)->has_value());
    const Outcome second =
        start(client, request(method, server.url(), method == "DELETE" ? "" : "{\"a\":1}"));
    WAIT_FOR(second);
    COMPARE_ERROR(second, ErrorCode::OutcomeUnknown);
    // A read through the same client would come after anything that Qt still had in its hands.
    const Outcome third = start(client, request("GET", server.url()));
    WAIT_FOR(third);
    QCOMPARE(writes, 1);
    QCOMPARE(server.requests().at(1).connection, 1); // it was the kept-alive connection indeed
}

void TestHttpClient::signInChallenge_isNotRepeated_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("challenge");
    for (const char *challenge :
         {"Basic realm=\"psa\"", "Digest realm=\"psa\", nonce=\"1\"", "Negotiate", "NTLM"}) {
        QTest::addRow("GET %s", challenge) << QByteArray("GET") << QByteArray(challenge);
        QTest::addRow("POST %s", challenge) << QByteArray("POST") << QByteArray(challenge);
    }
}

void TestHttpClient::signInChallenge_isNotRepeated()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, challenge);
    RawServer server;
    server.setHandler([&](QTcpSocket *socket, const RawRequest &) {
        socket->write(rawAnswer(401, "{\"code\":\"Unauthorized\"}", "application/json",
                                {"WWW-Authenticate: " + challenge}));
    });
    HttpClient client({});
    HttpRequest signedRequest = request(method, server.url(), method == "GET" ? "" : "{}");
    signedRequest.headers.emplaceBack("Authorization", "Basic abc");
    const Outcome outcome = start(client, signedRequest);
    WAIT_FOR(outcome);
    QVERIFY2((*outcome)->has_value(),
             qPrintable((*outcome)->has_value() ? QString() : (*outcome)->error().message));
    QCOMPARE((*outcome)->value().status, 401);
    QCOMPARE((*outcome)->value().body, QByteArray("{\"code\":\"Unauthorized\"}"));
    QCOMPARE(server.requests().size(), 1);
}

void TestHttpClient::closedInTheBody_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code");
    const QByteArray head = "HTTP/1.1 200 OK\r\n";
    const QList<std::pair<const char *, QByteArray>> halves{
        {"length", "Content-Length: 100\r\n\r\n[1,2"},
        {"length and close", "Connection: close\r\nContent-Length: 100\r\n\r\n[1,2"},
        {"chunks", "Transfer-Encoding: chunked\r\n\r\n5\r\n[1,2,\r\n"},
        {"head", "Content-Le"}};
    for (const auto &[name, half] : halves) {
        QTest::addRow("get %s", name) << QByteArray("GET") << head + half << int(ErrorCode::Unreachable);
        QTest::addRow("post %s", name) << QByteArray("POST") << head + half << int(ErrorCode::OutcomeUnknown);
    }
}

void TestHttpClient::closedInTheBody()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, answer);
    QFETCH(int, code);
    RawServer server;
    server.setHandler([&](QTcpSocket *socket, const RawRequest &) {
        socket->write(answer);
        socket->disconnectFromHost();
    });
    HttpClient client({});
    const Outcome outcome = start(client, request(method, server.url(), "{}"));
    WAIT_FOR(outcome);
    COMPARE_ERROR(outcome, ErrorCode(code));
}

void TestHttpClient::hangingServer_timesOut_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("answersHalf");
    QTest::addColumn<int>("code");
    for (const bool half : {false, true}) {
        const char *how = half ? "half" : "nothing";
        QTest::addRow("get %s", how) << QByteArray("GET") << half << int(ErrorCode::TimedOut);
        QTest::addRow("post %s", how) << QByteArray("POST") << half << int(ErrorCode::OutcomeUnknown);
        QTest::addRow("delete %s", how) << QByteArray("DELETE") << half << int(ErrorCode::OutcomeUnknown);
    }
}

void TestHttpClient::hangingServer_timesOut()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, answersHalf);
    QFETCH(int, code);
    RawServer server;
    server.setHandler([&](QTcpSocket *socket, const RawRequest &) {
        if (answersHalf)
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n[1");
    });
    HttpClient client({});
    HttpRequest slow = request(method, server.url(), method == "POST" ? "{}" : "");
    slow.timeout = 200ms;
    const Outcome outcome = start(client, slow);
    WAIT_FOR(outcome);
    COMPARE_ERROR(outcome, ErrorCode(code));
    QCOMPARE(client.figures().inFlight, 0);
}

void TestHttpClient::hangingConnect_ofAWrite_isSurelyNotSent()
{
    // A server that accepts the connection but never speaks TLS: the body cannot have left.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    HttpClient client({});
    HttpRequest post = request("POST", QUrl(u"https://127.0.0.1:%1/"_s.arg(server.serverPort())), "{}");
    post.timeout = 200ms;
    const Outcome outcome = start(client, post);
    WAIT_FOR(outcome);
    COMPARE_ERROR(outcome, ErrorCode::TimedOut);
}

void TestHttpClient::waitingForAPermit_isNotTheServersTime()
{
    RawServer server;
    server.setHandler([](QTcpSocket *, const RawRequest &) {});
    HttpClient client({});
    HttpRequest slow = request("GET", server.url(u"/slow"_s));
    slow.timeout = 400ms;
    const Outcome first = start(client, slow);
    HttpRequest quick = request("GET", server.url(u"/quick"_s));
    quick.timeout = 300ms;
    const Outcome second = start(client, quick);
    QTRY_COMPARE(server.requests().size(), 1);
    server.setHandler([](QTcpSocket *socket, const RawRequest &) { socket->write(rawAnswer(200, "[]")); });
    WAIT_FOR(first);
    COMPARE_ERROR(first, ErrorCode::TimedOut);
    WAIT_FOR(second);
    QVERIFY((*second)->has_value());
}

void TestHttpClient::hugeAnswer_isCutOff_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("code");
    QTest::newRow("get") << QByteArray("GET") << int(ErrorCode::BadAnswer);
    QTest::newRow("post") << QByteArray("POST") << int(ErrorCode::OutcomeUnknown);
}

void TestHttpClient::hugeAnswer_isCutOff()
{
    QFETCH(QByteArray, method);
    QFETCH(int, code);
    RawServer server;
    // Never complete: only a client that stops while reading gets done with it.
    server.setHandler([](QTcpSocket *socket, const RawRequest &) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n" + QByteArray(200'000, 'x'));
    });
    HttpClient client({.maxBodyBytes = 100'000});
    const Outcome outcome = start(client, request(method, server.url(), method == "POST" ? "{}" : ""));
    WAIT_FOR(outcome);
    COMPARE_ERROR(outcome, ErrorCode(code));
}

void TestHttpClient::redirect_isNotFollowed()
{
    RawServer other;
    RawServer server;
    server.setHandler([&](QTcpSocket *socket, const RawRequest &) {
        socket->write(rawAnswer(302, {}, "text/html", {"Location: " + other.url(u"/steal"_s).toEncoded()}));
    });
    HttpClient client({});
    const Outcome outcome = start(client, request("GET", server.url()));
    WAIT_FOR(outcome);
    QVERIFY((*outcome)->has_value());
    QCOMPARE((*outcome)->value().status, 302);
    QCOMPARE(other.requests().size(), 0);
}

void TestHttpClient::cookies_areNotKept()
{
    RawServer server;
    server.setHandler([](QTcpSocket *socket, const RawRequest &) {
        socket->write(rawAnswer(200, "{}", "application/json", {"Set-Cookie: session=1; Path=/"}));
    });
    HttpClient client({});
    for (int i = 0; i < 2; ++i) {
        const Outcome outcome = start(client, request("GET", server.url()));
        WAIT_FOR(outcome);
    }
    QVERIFY(!server.requests().at(1).headers.contains("cookie"));
}

void TestHttpClient::permits_limitWhatIsUnderWay()
{
    RawServer server;
    QList<QPointer<QTcpSocket>> unanswered;
    server.setHandler([&](QTcpSocket *socket, const RawRequest &) { unanswered.append(socket); });
    HttpClient client({.permits = 2});
    QList<Outcome> outcomes;
    for (int i = 0; i < 5; ++i)
        outcomes.append(start(client, request("GET", server.url())));
    QCOMPARE(client.figures().inFlight, 2);
    QCOMPARE(client.figures().waiting, 3);
    for (int answered = 0; answered < 5; ++answered) {
        QTRY_VERIFY(!unanswered.isEmpty());
        QVERIFY(client.figures().inFlight <= 2);
        unanswered.takeFirst()->write(rawAnswer(200, "[]"));
        QTRY_COMPARE(std::count_if(outcomes.cbegin(), outcomes.cend(),
                                   [](const Outcome &one) { return one->has_value(); }),
                     answered + 1);
    }
    QCOMPARE(server.requests().size(), 5);
    QVERIFY(server.connectionCount() <= 2);
}

void TestHttpClient::foreground_goesFirst_thenByOrder()
{
    RawServer server;
    HttpClient client({});
    QList<Outcome> outcomes;
    const auto enqueue = [&](const QString &path, Priority priority) {
        HttpRequest one = request("GET", server.url(path));
        one.priority = priority;
        outcomes.append(start(client, one));
    };
    enqueue(u"/first"_s, Priority::Background);
    enqueue(u"/pull1"_s, Priority::Background);
    enqueue(u"/pull2"_s, Priority::Background);
    enqueue(u"/save1"_s, Priority::Foreground);
    enqueue(u"/save2"_s, Priority::Foreground);
    for (const Outcome &outcome : outcomes)
        WAIT_FOR(outcome);
    QByteArrayList order;
    for (const RawRequest &seen : server.requests())
        order.append(seen.target);
    QCOMPARE(order, QByteArrayList({"/first", "/save1", "/save2", "/pull1", "/pull2"}));
}

void TestHttpClient::callBudget_slides()
{
    RawServer server;
    HttpClient client({.permits = 4, .callLimit = 2, .callWindow = 1s});
    QElapsedTimer clock;
    clock.start();
    QList<Outcome> outcomes;
    for (int i = 0; i < 3; ++i)
        outcomes.append(start(client, request("GET", server.url())));
    QCOMPARE(client.figures().callsInWindow, 2);
    QCOMPARE(client.figures().waiting, 1);
    WAIT_FOR(outcomes.at(1));
    QVERIFY(!outcomes.at(2)->has_value());
    WAIT_FOR(outcomes.at(2));
    QVERIFY(clock.elapsed() >= 1000);
}

void TestHttpClient::hold_stopsWhatHasNotLeft()
{
    RawServer server;
    HttpClient client({.permits = 4});
    client.holdFor(300ms);
    QElapsedTimer clock;
    clock.start();
    const Outcome outcome = start(client, request("GET", server.url()));
    QCOMPARE(client.figures().inFlight, 0);
    QCOMPARE(client.figures().waiting, 1);
    client.holdFor(1ms); // a shorter hold does not end a longer one
    WAIT_FOR(outcome);
    QVERIFY((*outcome)->has_value());
    QVERIFY(clock.elapsed() >= 299);
}

void TestHttpClient::tooMany_holdsAndHalves_withoutHelp()
{
    RawServer server;
    int refused = 0;
    server.setHandler([&](QTcpSocket *socket, const RawRequest &) {
        if (++refused <= 4)
            socket->write(rawAnswer(429, "{}", "application/json", {"Retry-After: 1"}));
    });
    HttpClient client({.permits = 4});
    QList<Outcome> first;
    for (int i = 0; i < 4; ++i)
        first.append(start(client, request("GET", server.url(u"/a"_s))));
    QElapsedTimer clock;
    clock.start();
    for (const Outcome &outcome : first)
        WAIT_FOR(outcome);
    QCOMPARE((*first.constFirst())->value().status, 429);
    QList<Outcome> second;
    for (int i = 0; i < 4; ++i)
        second.append(start(client, request("POST", server.url(u"/b"_s), "{}")));
    CallFigures figures = client.figures();
    QCOMPARE(figures.throttled, 4);
    QCOMPARE(figures.permitsInForce, 2);
    QCOMPARE(figures.permitsAllowed, 4);
    QCOMPARE(figures.inFlight, 0);
    QCOMPARE(figures.waiting, 4);
    QVERIFY(figures.holdReason == HoldReason::TooManyCalls);
    QVERIFY(figures.heldUntil > QDateTime::currentDateTimeUtc());
    QTRY_COMPARE(server.requests().size(), 6);
    QVERIFY(clock.elapsed() >= 1'000);
    figures = client.figures();
    QCOMPARE(figures.inFlight, 2);
    QCOMPARE(figures.waiting, 2);
    QVERIFY(!figures.heldUntil.isValid());
}

void TestHttpClient::tooMany_inThePsasOwnWords_holdsAndHalves()
{
    RawServer server;
    HttpClient client({.permits = 4});
    client.noteThrottled(u"Companies"_s, 300ms);
    QCOMPARE(client.figures().permitsInForce, 2);
    QElapsedTimer clock;
    clock.start();
    const Outcome outcome = start(client, request("GET", server.url()));
    QCOMPARE(client.figures().inFlight, 0);
    WAIT_FOR(outcome);
    QVERIFY(clock.elapsed() >= 990); // not less than a second, whatever was said
}

void TestHttpClient::retryAfter_holdsTheAccount_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("isHeld");
    QTest::newRow("unavailable") << 503 << QByteArray("Retry-After: 60") << true;
    QTest::newRow("any refusal") << 403 << QByteArray("Retry-After: 60") << true;
    QTest::newRow("unavailable without") << 503 << QByteArray("X-Other: 60") << false;
    QTest::newRow("not understood") << 503 << QByteArray("Retry-After: soon") << false;
    QTest::newRow("accepted") << 202 << QByteArray("Retry-After: 60") << false;
}

void TestHttpClient::retryAfter_holdsTheAccount()
{
    QFETCH(int, status);
    QFETCH(QByteArray, header);
    QFETCH(bool, isHeld);
    RawServer server;
    server.setHandler([&](QTcpSocket *socket, const RawRequest &) {
        socket->write(rawAnswer(status, "{}", "application/json", {header}));
    });
    HttpClient client({.permits = 4});
    const Outcome outcome = start(client, request("GET", server.url()));
    WAIT_FOR(outcome);
    const CallFigures figures = client.figures();
    QCOMPARE(figures.heldUntil.isValid(), isHeld);
    QVERIFY(figures.holdReason == (isHeld ? HoldReason::AskedToWait : HoldReason::None));
    QCOMPARE(figures.permitsInForce, 4);
    if (isHeld) {
        const qint64 seconds = QDateTime::currentDateTimeUtc().secsTo(figures.heldUntil);
        QVERIFY(seconds >= 50 && seconds <= 60);
    }
}

void TestHttpClient::platformsLimits_keepNoOtherEndpointWaiting()
{
    RawServer server;
    server.setHandler([](QTcpSocket *, const RawRequest &) {});
    const CallLimits limits{.permits = 6,
                            .permitsPerEndpoint = 3,
                            .windows = {{.calls = 10'000, .length = 3'600s, .slowAt = {{0.5, 500ms}}}}};
    HttpClient client({.calls = limits});
    const auto get = [&](const QString &path, const QString &endpoint) {
        HttpRequest one = request("GET", server.url(path));
        one.route = u"GET "_s + path + u"/{id}"_s;
        one.endpoint = endpoint;
        return start(client, one);
    };
    for (int i = 0; i < 5; ++i)
        get(u"/Companies"_s, {});
    get(u"/Contacts"_s, {});
    get(u"/Companies/query"_s, u"/Companies"_s);
    QTRY_COMPARE(server.requests().size(), 4);
    QList<QByteArray> targets;
    for (const RawRequest &seen : server.requests())
        targets.append(seen.target);
    QCOMPARE(targets.count("/Companies"), 3);
    QCOMPARE(targets.count("/Contacts"), 1);
    const CallFigures figures = client.figures();
    QCOMPARE(figures.callsInWindow, 4);
    QCOMPARE(figures.callLimit, 10'000);
    QCOMPARE(figures.windowSeconds, 3'600);
    QCOMPARE(figures.endpoints.size(), 2);
    QCOMPARE(figures.endpoints.at(0).endpoint, u"/Companies"_s);
    QCOMPARE(figures.endpoints.at(0).inFlight, 3);
    QCOMPARE(figures.endpoints.at(0).waiting, 3);
    QCOMPARE(figures.endpoints.at(1).endpoint, u"/Contacts"_s);
    QCOMPARE(figures.endpoints.at(1).inFlight, 1);
}

void TestHttpClient::endpoint_isTheRoutesResource_data()
{
    QTest::addColumn<QString>("route");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("endpoint");
    QTest::newRow("list") << u"GET /company/contacts"_s << QString() << u"/company/contacts"_s;
    QTest::newRow("one") << u"PATCH /company/contacts/{id}"_s << QString() << u"/company/contacts"_s;
    QTest::newRow("child") << u"POST /Companies/{id}/Contacts/{id}"_s << QString()
                           << u"/Companies/Contacts"_s;
    QTest::newRow("given") << u"POST /Companies/query"_s << u"Companies"_s << u"Companies"_s;
    QTest::newRow("none") << QString() << QString() << QString();
}

void TestHttpClient::endpoint_isTheRoutesResource()
{
    QFETCH(QString, route);
    QFETCH(QString, given);
    QFETCH(QString, endpoint);
    HttpRequest one;
    one.route = route;
    one.endpoint = given;
    QCOMPARE(endpointOf(one), endpoint);
}

void TestHttpClient::usageToldFromOutside_isInTheFigures()
{
    HttpClient client({.calls = CallLimits{.windows = {{.calls = 10'000, .length = 3'600s}}}});
    client.noteUsage(124, 10'000);
    QCOMPARE(client.figures().callsInWindow, 124);
    QCOMPARE(client.figures().callLimit, 10'000);
}

void TestHttpClient::hangingServer_isGivenUpSooner_inATest()
{
    RawServer server;
    server.setHandler([](QTcpSocket *, const RawRequest &) {});
    HttpClient client({.longestTimeout = 100ms});
    const Outcome outcome = start(client, request("GET", server.url())); // would wait a minute
    WAIT_FOR(outcome);
    COMPARE_ERROR(outcome, ErrorCode::TimedOut);
}

namespace {
HttpLimits offlineLimits(std::chrono::milliseconds pause = 400ms)
{
    return {.circuit = {.failures = 2, .firstPause = pause, .longestPause = pause},
            .random = [] { return 1.0; },
            .longestTimeout = 200ms};
}
} // namespace

void TestHttpClient::unansweredRequests_openTheCircuit_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("fault");
    for (const char *method : {"GET", "POST"}) {
        for (const char *fault : {"refuses", "hangs", "hangs in the answer", "closes", "502", "503", "504"})
            QTest::addRow("%s %s", method, fault) << QByteArray(method) << QByteArray(fault);
    }
}

void TestHttpClient::unansweredRequests_openTheCircuit()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, fault);
    RawServer server;
    server.setHandler([&](QTcpSocket *socket, const RawRequest &) {
        if (fault == "closes")
            socket->disconnectFromHost();
        else if (fault.startsWith("50"))
            socket->write(rawAnswer(fault.toInt(), "{}"));
        else if (fault == "hangs in the answer")
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n[1");
    });
    QUrl url = server.url();
    if (fault == "refuses")
        url.setPort(closedPort());
    HttpClient client(offlineLimits(1h));
    QSignalSpy changed(&client, &HttpClient::offlineChanged);
    for (int i = 0; i < 2; ++i) {
        QVERIFY(!client.isOffline());
        const Outcome outcome = start(client, request(method, url, method == "POST" ? "{}" : ""));
        WAIT_FOR(outcome);
    }
    QVERIFY(client.isOffline());
    QCOMPARE(changed.size(), 1);
    const auto seen = server.requests().size();
    const Outcome refused = start(client, request(method, url, method == "POST" ? "{}" : ""));
    QVERIFY(refused->has_value()); // at once
    COMPARE_ERROR(refused, ErrorCode::Unreachable);
    const Error &error = (*refused)->error();
    QVERIFY(error.retryAfter.has_value());
    QVERIFY(*error.retryAfter > 59min && *error.retryAfter <= 60min);
    QVERIFY(!error.requestId.isEmpty());
    QCOMPARE(server.requests().size(), seen);
    const CallFigures figures = client.figures();
    QVERIFY(figures.isOffline);
    const qint64 seconds = QDateTime::currentDateTimeUtc().secsTo(figures.probeAt);
    QVERIFY(seconds > 59 * 60 && seconds <= 60 * 60);
}

void TestHttpClient::answersAndCertificates_doNotOpenTheCircuit_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("refused") << rawAnswer(400, "{}");
    QTest::newRow("sign-in") << rawAnswer(401, "{}");
    QTest::newRow("failed") << rawAnswer(500, "{\"errors\":[\"String value exceeds maximum length.\"]}");
    QTest::newRow("too many") << rawAnswer(429, "{}", "application/json", {"Retry-After: 0"});
    QTest::newRow("come again") << rawAnswer(503, "{}", "application/json", {"Retry-After: 0"});
    QTest::newRow("too large") << rawAnswer(200, QByteArray(2'000, 'x'));
    QTest::newRow("no certificate") << QByteArray();
}

void TestHttpClient::answersAndCertificates_doNotOpenTheCircuit()
{
    QFETCH(QByteArray, answer);
    RawServer server;
    server.setHandler([&](QTcpSocket *socket, const RawRequest &) { socket->write(answer); });
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        if (answer.isEmpty())
            server.sockets().constLast()->write("HTTP/1.1 400 This is not TLS\r\n\r\n");
    });
    QUrl url = server.url();
    if (answer.isEmpty())
        url.setScheme(u"https"_s);
    HttpLimits limits = offlineLimits();
    limits.maxBodyBytes = 1'000;
    limits.longestTimeout = 10s;
    HttpClient client(limits);
    for (int i = 0; i < 3; ++i) {
        const Outcome outcome = start(client, request("GET", url));
        WAIT_FOR(outcome);
        QVERIFY(!client.isOffline());
    }
}

void TestHttpClient::whenTheCircuitOpens_whatWaitsIsRefused()
{
    RawServer server;
    server.setHandler([](QTcpSocket *, const RawRequest &) {});
    HttpLimits limits = offlineLimits(1h);
    limits.permits = 2;
    HttpClient client(limits);
    QList<Outcome> outcomes;
    for (int i = 0; i < 50; ++i)
        outcomes.append(start(client, request("POST", server.url(), "{}")));
    QElapsedTimer clock;
    clock.start();
    for (const Outcome &outcome : outcomes)
        WAIT_FOR(outcome);
    QVERIFY(clock.elapsed() < 5'000); // not one time-out after the other
    // Two timed out; the third had taken the permit of the first meanwhile.
    QCOMPARE(server.requests().size(), 3);
    COMPARE_ERROR(outcomes.at(2), ErrorCode::OutcomeUnknown);
    COMPARE_ERROR(outcomes.at(3), ErrorCode::Unreachable);
    COMPARE_ERROR(outcomes.constLast(), ErrorCode::Unreachable);
    QCOMPARE(client.figures().waiting, 0);
    QCOMPARE(client.figures().inFlight, 0);
}

void TestHttpClient::offline_probesByItself_andResumes()
{
    RawServer server;
    bool isBack = false;
    server.setHandler([&](QTcpSocket *socket, const RawRequest &) {
        if (isBack)
            socket->write(rawAnswer(200, "{}"));
        else
            socket->disconnectFromHost();
    });
    HttpClient client(offlineLimits());
    HttpRequest probe = request("GET", server.url(u"/probe"_s));
    probe.route = u"GET /probe"_s;
    client.setProbe(probe);
    QSignalSpy changed(&client, &HttpClient::offlineChanged);
    QSignalSpy left(&client, &HttpClient::requestLeft);
    for (int i = 0; i < 2; ++i) {
        const Outcome outcome = start(client, request("POST", server.url(u"/save"_s), "{}"));
        WAIT_FOR(outcome);
    }
    QVERIFY(client.isOffline());
    QCOMPARE(left.size(), 2);
    QTRY_COMPARE(changed.size(), 2); // the first probe failed
    QVERIFY(client.isOffline());
    QCOMPARE(server.requests().constLast().target, QByteArray("/probe"));
    const Outcome refused = start(client, request("GET", server.url(u"/list"_s)));
    QVERIFY(refused->has_value());
    COMPARE_ERROR(refused, ErrorCode::Unreachable);
    isBack = true;
    QTRY_VERIFY(!client.isOffline());
    QVERIFY(!client.figures().isOffline);
    QVERIFY(!client.figures().probeAt.isValid());
    const Outcome resumed = start(client, request("GET", server.url(u"/list"_s)));
    WAIT_FOR(resumed);
    QVERIFY((*resumed)->has_value());
    for (const RawRequest &seen : server.requests())
        QVERIFY(seen.target != "/list" || isBack);
}

void TestHttpClient::offline_withoutAProbe_triesTheNextRequest()
{
    RawServer server;
    bool isBack = false;
    server.setHandler([&](QTcpSocket *socket, const RawRequest &) {
        if (isBack)
            socket->write(rawAnswer(200, "{}"));
        else
            socket->disconnectFromHost();
    });
    HttpClient client(offlineLimits(1ms));
    for (int i = 0; i < 2; ++i) {
        const Outcome outcome = start(client, request("GET", server.url()));
        WAIT_FOR(outcome);
    }
    QVERIFY(client.isOffline());
    isBack = true;
    QTRY_VERIFY(client.figures().probeAt <= QDateTime::currentDateTimeUtc());
    const Outcome trial = start(client, request("GET", server.url()));
    const Outcome other = start(client, request("GET", server.url()));
    QVERIFY(!trial->has_value());
    QVERIFY(!other->has_value());
    QCOMPARE(client.figures().inFlight, 1); // one at a time
    WAIT_FOR(trial);
    QVERIFY((*trial)->has_value());
    WAIT_FOR(other);
    QVERIFY((*other)->has_value());
    QVERIFY(!client.isOffline());
}

void TestHttpClient::offline_aPersonNeedNotWait()
{
    RawServer server;
    bool isBack = false;
    server.setHandler([&](QTcpSocket *socket, const RawRequest &) {
        if (isBack)
            socket->write(rawAnswer(200, "{}"));
        else
            socket->disconnectFromHost();
    });
    HttpClient client(offlineLimits(1h));
    client.setProbe(request("GET", server.url(u"/probe"_s)));
    for (int i = 0; i < 2; ++i) {
        const Outcome outcome = start(client, request("GET", server.url()));
        WAIT_FOR(outcome);
    }
    QVERIFY(client.isOffline());
    // What is asked for meanwhile waits for the probe, however it ends.
    client.probeNow();
    const Outcome early = start(client, request("GET", server.url()));
    QVERIFY(!early->has_value());
    WAIT_FOR(early);
    COMPARE_ERROR(early, ErrorCode::Unreachable);
    QVERIFY((*early)->error().retryAfter >= 1s);
    isBack = true;
    client.probeNow();
    const Outcome asked = start(client, request("GET", server.url()));
    WAIT_FOR(asked);
    QVERIFY((*asked)->has_value());
    QVERIFY(!client.isOffline());
}

void TestHttpClient::compressedAnswer_isRead_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("get") << QByteArray("GET");
    QTest::newRow("post") << QByteArray("POST");
}

namespace {
/** An answer whose body is compressed (what HTTP calls "deflate" is the zlib format). */
QByteArray deflated(const QByteArray &body)
{
    return rawAnswer(200, qCompress(body, 1).sliced(4), "application/json", {"Content-Encoding: deflate"});
}
} // namespace

void TestHttpClient::compressedAnswer_isRead()
{
    QFETCH(QByteArray, method);
    // Far more alike than any attack needs, as long lists of similar records are.
    const QByteArray body = '[' + QByteArray("{\"name\":\"Laptop\"},").repeated(600'000) + "{}]";
    RawServer server;
    server.setHandler([&](QTcpSocket *socket, const RawRequest &) { socket->write(deflated(body)); });
    HttpClient client({});
    const Outcome outcome = start(client, request(method, server.url(), method == "POST" ? "{}" : ""));
    WAIT_FOR(outcome);
    QVERIFY2((*outcome)->has_value(),
             qPrintable((*outcome)->has_value() ? QString() : (*outcome)->error().message));
    QVERIFY((*outcome)->value().body == body);
}

void TestHttpClient::compressionBomb_isCutOff_data()
{
    hugeAnswer_isCutOff_data();
}

void TestHttpClient::compressionBomb_isCutOff()
{
    QFETCH(QByteArray, method);
    QFETCH(int, code);
    RawServer server;
    const QByteArray bomb = deflated(QByteArray(50'000'000, ' '));
    QVERIFY(bomb.size() < 300'000);
    server.setHandler([&](QTcpSocket *socket, const RawRequest &) { socket->write(bomb); });
    HttpClient client({.maxBodyBytes = 1'000'000});
    const Outcome outcome = start(client, request(method, server.url(), method == "POST" ? "{}" : ""));
    WAIT_FOR(outcome);
    COMPARE_ERROR(outcome, ErrorCode(code));
    QVERIFY(!client.isOffline());
}

void TestHttpClient::brokenCompression_isNoAnswer_data()
{
    hugeAnswer_isCutOff_data();
}

void TestHttpClient::brokenCompression_isNoAnswer()
{
    QFETCH(QByteArray, method);
    QFETCH(int, code);
    QByteArray body;
    for (int i = 0; i < 20'000; ++i)
        body += QByteArray::number(i * 7919);
    body = qCompress(body).sliced(4);
    body.replace(5'000, 100, QByteArray(100, '\xff'));
    RawServer server;
    server.setHandler([&](QTcpSocket *socket, const RawRequest &) {
        socket->write(rawAnswer(200, body, "application/json", {"Content-Encoding: deflate"}));
    });
    HttpClient client({});
    const Outcome outcome = start(client, request(method, server.url(), method == "POST" ? "{}" : ""));
    WAIT_FOR(outcome);
    COMPARE_ERROR(outcome, ErrorCode(code));
}

void TestHttpClient::hugeHead_isCutOff_data()
{
    hugeAnswer_isCutOff_data();
}

void TestHttpClient::hugeHead_isCutOff()
{
    QFETCH(QByteArray, method);
    QFETCH(int, code);
    RawServer server;
    server.setHandler([&](QTcpSocket *socket, const RawRequest &) {
        socket->write(rawAnswer(200, "{}", "application/json", {"X-Long: " + QByteArray(70'000, 'x')}));
    });
    HttpClient client({});
    const Outcome outcome = start(client, request(method, server.url(), method == "POST" ? "{}" : ""));
    WAIT_FOR(outcome);
    COMPARE_ERROR(outcome, ErrorCode(code));
}

void TestHttpClient::nestedJson_isBoundedByTheParser_data()
{
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("deep enough for any record") << 500 << true;
    QTest::newRow("too deep") << 1'100 << false;
    QTest::newRow("meant to exhaust the stack") << 10'000'000 << false;
}

/** Answers are parsed by QJsonDocument, which stops by itself; the PSA clients rely on it. */
void TestHttpClient::nestedJson_isBoundedByTheParser()
{
    QFETCH(int, depth);
    QFETCH(bool, isRead);
    QJsonParseError error;
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray(depth, '[') + QByteArray(depth, ']'), &error);
    QCOMPARE(!document.isNull(), isRead);
    QVERIFY(error.error == (isRead ? QJsonParseError::NoError : QJsonParseError::DeepNesting));
}

void TestHttpClient::destruction_endsEveryTask()
{
    RawServer server;
    server.setHandler([](QTcpSocket *, const RawRequest &) {});
    auto client = std::make_unique<HttpClient>(HttpLimits{.permits = 2});
    const Outcome write = start(*client, request("POST", server.url(), "{}"));
    const Outcome read = start(*client, request("GET", server.url()));
    const Outcome waiting = start(*client, request("POST", server.url(), "{}"));
    QTRY_COMPARE(server.requests().size(), 2);
    client.reset();
    QVERIFY(write->has_value() && read->has_value() && waiting->has_value());
    COMPARE_ERROR(write, ErrorCode::OutcomeUnknown);
    COMPARE_ERROR(read, ErrorCode::Cancelled);
    COMPARE_ERROR(waiting, ErrorCode::Cancelled);
}

namespace {
QCoro::Task<> sendTwice(HttpClient *client, HttpRequest request, Outcome outcome)
{
    const Result<HttpAnswer> first = co_await client->send(request);
    const Result<HttpAnswer> second = co_await client->send(request);
    *outcome = second;
}
} // namespace

void TestHttpClient::sendingFromAnEndingTask_whileDestroyed_isCancelled()
{
    RawServer server;
    server.setHandler([](QTcpSocket *, const RawRequest &) {});
    auto client = std::make_unique<HttpClient>(HttpLimits{});
    const Outcome outcome = std::make_shared<std::optional<Result<HttpAnswer>>>();
    sendTwice(client.get(), request("GET", server.url()), outcome);
    QTRY_COMPARE(server.requests().size(), 1);
    client.reset();
    QVERIFY(outcome->has_value());
    COMPARE_ERROR(outcome, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
