// SPDX-License-Identifier: GPL-3.0-or-later
#include "practiceclient.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tandem;

namespace {

constexpr auto contactsPath = "/company/contacts"_L1;

QByteArray rule(const QString &fault, const QJsonValue &value = QJsonValue::Undefined,
                const QString &route = u"*"_s)
{
    QJsonObject object{{u"route"_s, route}, {u"fault"_s, fault}, {u"count"_s, 1}};
    if (!value.isUndefined())
        object.insert("value"_L1, value);
    return compact(QJsonArray{object});
}

QByteArray bodyOf(const QByteArray &rawAnswer)
{
    const qsizetype end = rawAnswer.indexOf("\r\n\r\n");
    return end < 0 ? QByteArray() : rawAnswer.sliced(end + 4);
}

} // namespace

class TestPracticeServer final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void statusFaults_answerInThePlatformsWords_data();
    void statusFaults_answerInThePlatformsWords();
    void resets_areAppliedOrNot_data();
    void resets_areAppliedOrNot();
    void brokenAnswers_areAppliedAllTheSame_data();
    void brokenAnswers_areAppliedAllTheSame();
    void hang_neverAnswers_andEndsWithTheConnection();
    void trickle_arrivesWhole();
    void huge_isPaddedToSize();
    void foreignLink_leadsElsewhere();
    void clockSkew_reachesTheRecord();
    void rules_countAndChoose();
    void probability_isRepeatable();
    void wrongRules_areRefused();

    void statistics_countByTemplate();
    void latency_holdsRequestsSideBySide();
    void theDoor_feelsNoFaults();

    void state_survivesAKill();
    void command_tellsWrongUsage_data();
    void command_tellsWrongUsage();
    void tls_isSpoken();

private:
    [[nodiscard]] int contactCount();

    std::unique_ptr<PracticeClient> m_client;
};

void TestPracticeServer::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_client = std::make_unique<PracticeClient>();
}

void TestPracticeServer::cleanup()
{
    m_client.reset();
}

int TestPracticeServer::contactCount()
{
    return m_client->get(u"/company/contacts/count"_s).object().value("count"_L1).toInt();
}

void TestPracticeServer::statusFaults_answerInThePlatformsWords_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("retryAfter");
    const QJsonObject limited{{u"status"_s, 429}, {u"retry_after"_s, 7}};
    QTest::newRow("429 with Retry-After")
        << rule(u"status"_s, limited) << 429
        << R"({"error":"ConnectWiseAPI","message":"Too many requests. Please try again in 7 seconds."})"_ba
        << "7"_ba;
    QTest::newRow("429 without")
        << rule(u"status"_s, 429) << 429
        << R"({"error":"ConnectWiseAPI","message":"Too many requests. Please try again in 30 seconds."})"_ba
        << ""_ba;
    QTest::newRow("500")
        << rule(u"status"_s, 500) << 500
        << R"({"code":"ConnectWiseApi","message":"An unexpected error has occurred: timeout."})"_ba
        << ""_ba;
    QTest::newRow("validation")
        << rule(u"validation"_s) << 400
        << R"({"code":"InvalidObject","errors":[{"code":"InvalidField","field":"firstName","message":"The firstName field is invalid.","resource":"contact"}],"message":"contact object is invalid"})"_ba
        << ""_ba;
    QTest::newRow("expired") << rule(u"expired_token"_s) << 401
                             << R"({"code":"Unauthorized","message":"The API keys are no longer valid."})"_ba
                             << ""_ba;
}

void TestPracticeServer::statusFaults_answerInThePlatformsWords()
{
    QFETCH(QByteArray, rules);
    QCOMPARE(m_client->door("POST", u"faults"_s, rules).status, 200);
    const Answered answered = m_client->post(contactsPath, {{u"firstName"_s, u"A"_s}});
    QTEST(answered.status, "status");
    QTEST(answered.body, "body");
    QTEST(answered.header("Retry-After"_ba), "retryAfter");
    QCOMPARE(contactCount(), 160);
}

void TestPracticeServer::resets_areAppliedOrNot_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("count");
    QTest::newRow("before") << u"reset_before"_s << 160;
    QTest::newRow("after") << u"reset_after"_s << 161;
}

void TestPracticeServer::resets_areAppliedOrNot()
{
    QFETCH(QString, fault);
    m_client->door("POST", u"faults"_s, rule(fault, {}, u"POST /company/contacts"_s));
    const auto [answer, error] = m_client->raw("POST", contactsPath, R"({"firstName":"A"})");
    QVERIFY2(answer.isEmpty(), answer.constData());
    QCOMPARE(error, QAbstractSocket::RemoteHostClosedError); // what Qt makes of a reset
    QTEST(contactCount(), "count");
}

void TestPracticeServer::brokenAnswers_areAppliedAllTheSame_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("fits"); // Content-Length and body
    QTest::addColumn<bool>("isJson");
    QTest::newRow("truncate") << u"truncate"_s << QJsonValue() << 161 << false << false;
    QTest::newRow("bad JSON") << u"bad_json"_s << QJsonValue() << 161 << true << false;
    QTest::newRow("too short a length") << u"wrong_length"_s << QJsonValue(-10) << 161 << false << true;
    QTest::newRow("too long a length") << u"wrong_length"_s << QJsonValue(10) << 161 << false << true;
    QTest::newRow("HTML") << u"html"_s << QJsonValue(502) << 160 << true << false;
}

void TestPracticeServer::brokenAnswers_areAppliedAllTheSame()
{
    QFETCH(QString, fault);
    QFETCH(QJsonValue, value);
    QFETCH(bool, fits);
    QFETCH(bool, isJson);
    m_client->door("POST", u"faults"_s, rule(fault, value));
    const QByteArray answer = m_client->raw("POST", contactsPath, R"({"firstName":"A"})").first;
    const QByteArray body = bodyOf(answer);
    QVERIFY(!body.isEmpty());
    const qsizetype at = answer.indexOf("Content-Length: ") + qsizetype(qstrlen("Content-Length: "));
    const qint64 length = answer.mid(at, answer.indexOf('\r', at) - at).toLongLong();
    QCOMPARE(length == body.size(), fits);
    QCOMPARE(!QJsonDocument::fromJson(body).isNull(), isJson);
    QTEST(contactCount(), "count");
}

void TestPracticeServer::hang_neverAnswers_andEndsWithTheConnection()
{
    m_client->door("POST", u"faults"_s, rule(u"hang"_s, QJsonObject{{u"applied"_s, true}}));
    const std::unique_ptr<QNetworkReply> reply(m_client->start(u"/company/contacts/1"_s));
    QTRY_VERIFY(m_client->door("GET", u"faults"_s).array().at(0).toObject().value("fired"_L1).toInt() == 1);
    QVERIFY(!reply->isFinished());
    reply->abort();
    // It no longer counts as under way: a later request is alone.
    QTRY_VERIFY([this] {
        m_client->door("POST", u"reset-stats"_s);
        m_client->get(u"/company/contacts/1"_s);
        return m_client->door("GET", u"stats"_s).object().value("max_concurrent"_L1).toInt() == 1;
    }());
}

void TestPracticeServer::trickle_arrivesWhole()
{
    const QByteArray whole = m_client->get(u"/company/contacts/1"_s).body;
    m_client->door("POST", u"faults"_s, rule(u"trickle"_s, 200));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_client->get(u"/company/contacts/1"_s).body, whole);
    QVERIFY(timer.elapsed() >= 150);
}

void TestPracticeServer::huge_isPaddedToSize()
{
    m_client->door("POST", u"faults"_s, rule(u"huge"_s, 3));
    const Answered answered = m_client->get(u"/company/contacts/1"_s);
    QVERIFY(answered.body.size() > 3 * 1024 * 1024);
    QCOMPARE(answered.object().value("id"_L1).toInt(), 1);
}

void TestPracticeServer::foreignLink_leadsElsewhere()
{
    m_client->door("POST", u"faults"_s, rule(u"foreign_link"_s, u"https://evil.example"_s));
    const Answered answered = m_client->get(u"/company/contacts?pageSize=5"_s);
    QVERIFY(answered.header("Link"_ba).startsWith("<https://evil.example/v2025_1/"));
    QVERIFY(!answered.body.contains(m_client->url().toLatin1()));
}

void TestPracticeServer::clockSkew_reachesTheRecord()
{
    m_client->door("POST", u"faults"_s, rule(u"clock_skew"_s, -7200));
    const Answered answered = m_client->post(contactsPath, {{u"firstName"_s, u"A"_s}});
    QCOMPARE(answered.object().value("_info"_L1).toObject().value("lastUpdated"_L1).toString(),
             u"2026-03-01T10:00:00Z"_s);
    QVERIFY(answered.header("Date"_ba).endsWith("10:00:00 GMT"));
}

void TestPracticeServer::rules_countAndChoose()
{
    const QByteArray rules = R"([
        {"route":"/company/contacts/{id}","nth":2,"fault":"status","value":503},
        {"route":"PATCH /company/contacts/{id}","fault":"status","value":500},
        {"route":"*","count":2,"fault":"status","value":502}])";
    QCOMPARE(m_client->door("POST", u"faults"_s, rules).status, 200);
    const auto get = [this](const char *path) { return m_client->get(QString::fromLatin1(path)).status; };
    QCOMPARE(get("/company/companies"), 502);
    QCOMPARE(get("/company/contacts/1"), 502);
    QCOMPARE(get("/company/contacts/2"), 503);
    QCOMPARE(get("/company/contacts/2"), 200);
    QCOMPARE(m_client->patch(u"/company/contacts/1"_s, {}).status, 500);
    QCOMPARE(get("/company/companies"), 200);
    QCOMPARE(m_client->door("POST", u"faults"_s, "[]").body, "[]"_ba);
    QCOMPARE(m_client->patch(u"/company/contacts/1"_s, {}).status, 200);
}

void TestPracticeServer::probability_isRepeatable()
{
    const auto statuses = [](quint32 seed) {
        PracticeServerOptions options;
        options.seed = seed;
        PracticeSeeding empty;
        empty.empty = true;
        PracticeClient client(empty, options);
        client.door("POST", u"faults"_s, R"([{"route":"*","probability":0.5,"fault":"status","value":503}])");
        QList<int> list;
        for (int i = 0; i < 30; ++i)
            list.append(client.get(u"/system/info"_s).status);
        return list;
    };
    const QList<int> first = statuses(4);
    QCOMPARE(statuses(4), first);
    QVERIFY(statuses(5) != first);
    QVERIFY(first.contains(200) && first.contains(503));
}

void TestPracticeServer::wrongRules_areRefused()
{
    m_client->door("POST", u"faults"_s, rule(u"status"_s));
    const Answered answered = m_client->door("POST", u"faults"_s, rule(u"gremlin"_s));
    QCOMPARE(answered.status, 400);
    QVERIFY(
        answered.object().value("error"_L1).toObject().value("message"_L1).toString().contains("gremlin"_L1));
    QCOMPARE(m_client->door("POST", u"faults"_s, "{}").status, 400);
    QCOMPARE(m_client->door("GET", u"faults"_s).array().size(), 1); // the former rules still hold
}

void TestPracticeServer::statistics_countByTemplate()
{
    m_client->get(u"/company/contacts/1"_s);
    m_client->get(u"/company/contacts/2"_s);
    m_client->get(u"/nonsense"_s);
    m_client->post(contactsPath, {{u"firstName"_s, u"A"_s}});
    m_client->post(contactsPath, {});
    QJsonObject stats = m_client->door("GET", u"stats"_s).object();
    QHash<QString, int> counts;
    for (const QJsonValue &item : stats.value("requests"_L1).toArray()) {
        const QJsonObject object = item.toObject();
        const QString route =
            object.value("method"_L1).toString() + u' ' + object.value("route"_L1).toString();
        counts.insert(route, object.value("count"_L1).toInt());
    }
    const QHash<QString, int> expected{
        {u"GET /company/contacts/{id}"_s, 2}, {u"GET (unknown)"_s, 1}, {u"POST /company/contacts"_s, 2}};
    QCOMPARE(counts, expected);
    QCOMPARE(stats.value("writes"_L1).toInt(), 2);
    QCOMPARE(stats.value("creates"_L1).toInt(), 1);
    QCOMPARE(stats.value("max_concurrent"_L1).toInt(), 1);
    QCOMPARE(stats.value("calls_last_hour"_L1).toObject().value("GET /company/contacts/{id}"_L1).toInt(), 2);

    m_client->clock().set(m_client->clock().nowUtc().addSecs(30 * 60));
    m_client->get(u"/company/contacts/1"_s);
    m_client->clock().set(m_client->clock().nowUtc().addSecs(45 * 60));
    stats = m_client->door("GET", u"stats"_s).object();
    QCOMPARE(stats.value("calls_last_hour"_L1).toObject().value("GET /company/contacts/{id}"_L1).toInt(), 1);
    QCOMPARE(m_client->door("POST", u"reset-stats"_s).object().value("writes"_L1).toInt(), 0);
    QVERIFY(m_client->door("GET", u"stats"_s).object().value("requests"_L1).toArray().isEmpty());
}

void TestPracticeServer::latency_holdsRequestsSideBySide()
{
    PracticeServerOptions options;
    options.latency = std::chrono::milliseconds(200);
    PracticeClient slow({}, options);
    QElapsedTimer timer;
    timer.start();
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    for (int i = 1; i <= 5; ++i)
        replies.emplace_back(slow.start(u"/company/contacts/%1"_s.arg(i)));
    QTRY_VERIFY(
        std::all_of(replies.cbegin(), replies.cend(), [](const auto &reply) { return reply->isFinished(); }));
    QVERIFY(timer.elapsed() >= 190);
    QVERIFY2(timer.elapsed() < 800, "the requests waited for each other");
    QCOMPARE(slow.door("GET", u"stats"_s).object().value("max_concurrent"_L1).toInt(), 5);
}

void TestPracticeServer::theDoor_feelsNoFaults()
{
    m_client->door("POST", u"faults"_s, R"([{"route":"*","fault":"reset_before"}])");
    QCOMPARE(m_client->door("GET", u"records/contact?id=1"_s).status, 200);
    QCOMPARE(m_client->door("GET", u"nonsense"_s).status, 404);
    QCOMPARE(m_client->door("DELETE", u"stats"_s).status, 405);
}

namespace {

/** A practice PSA in a process of its own. */
class Host final {
public:
    explicit Host(const QStringList &arguments)
    {
        process.start(QCoreApplication::applicationDirPath() + u"/tandem_practicehost"_s, arguments);
        const auto spoke = [this] {
            return process.canReadLine() || process.state() == QProcess::NotRunning;
        };
        if (!QTest::qWaitFor(spoke, 20000))
            qWarning("the practice host says nothing");
        announcement = QJsonDocument::fromJson(process.readLine()).object();
    }

    Answered call(const QByteArray &method, const QString &path, const QByteArray &body = {})
    {
        QNetworkRequest request(QUrl(announcement.value("url"_L1).toString() + u"/practice/"_s + path));
        request.setRawHeader("Content-Type", "application/json");
        const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }))
            qWarning("the practice host does not answer");
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                reply->readAll(),
                reply->error(),
                {}};
    }

    QProcess process;
    QJsonObject announcement;
    QNetworkAccessManager network;
};

} // namespace

void TestPracticeServer::state_survivesAKill()
{
    const QTemporaryDir folder;
    const QStringList arguments{u"connectwise"_s, u"--port"_s,  u"0"_s,
                                u"--seed"_s,      u"9"_s,       u"--contacts"_s,
                                u"5"_s,           u"--state"_s, folder.filePath(u"practice.state"_s)};
    QJsonObject credentials;
    {
        Host host(arguments);
        QCOMPARE(host.announcement.value("platform"_L1).toString(), u"connectwise"_s);
        credentials = host.announcement.value("credentials"_L1).toObject();
        QCOMPARE(credentials.keys(),
                 (QStringList{u"client_id"_s, u"company_id"_s, u"private_key"_s, u"public_key"_s}));
        QCOMPARE(host.call("GET", u"records/contact"_s).array().size(), 5);
        host.call("POST", u"records/contact"_s, R"({"action":"create","set":{"firstName":"Killed"}})");
        host.call("POST", u"records/contact"_s, R"({"action":"delete","id":1})");
        host.process.kill();
        QVERIFY(host.process.waitForFinished());
    }
    for (int round = 0; round < 2; ++round) {
        Host host(arguments);
        QCOMPARE(host.announcement.value("credentials"_L1).toObject(), credentials);
        const QJsonArray contacts = host.call("GET", u"records/contact"_s).array();
        QCOMPARE(namesIn(contacts, u"id"_s), (QStringList{u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s}));
        QCOMPARE(contacts.last().toObject().value("firstName"_L1).toString(), u"Killed"_s);
        host.process.terminate(); // SIGTERM: saves and ends with 0
        QVERIFY(host.process.waitForFinished());
        QCOMPARE(host.process.exitCode(), 0);
    }
}

void TestPracticeServer::command_tellsWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("no platform") << QStringList() << 1;
    QTest::newRow("unknown platform") << QStringList{u"salesforce"_s} << 1;
    QTest::newRow("unknown option") << QStringList{u"connectwise"_s, u"--speed"_s} << 1;
    QTest::newRow("not a number") << QStringList{u"connectwise"_s, u"--port"_s, u"web"_s} << 1;
    QTest::newRow("missing fault file")
        << QStringList{u"connectwise"_s, u"--faults"_s, u"/nowhere.json"_s} << 2;
    QTest::newRow("half of --tls") << QStringList{u"connectwise"_s, u"--tls"_s, u"/nowhere.pem"_s} << 1;
    QTest::newRow("state that is none")
        << QStringList{u"connectwise"_s, u"--state"_s, u"/proc/version"_s} << 2;
    QTest::newRow("unknown quirk") << QStringList{u"connectwise"_s, u"--quirks"_s, u"rude"_s} << 2;
}

void TestPracticeServer::command_tellsWrongUsage()
{
    QFETCH(QStringList, arguments);
    Host host(arguments);
    QVERIFY(host.process.state() == QProcess::NotRunning || host.process.waitForFinished());
    QTEST(host.process.exitCode(), "exitCode");
    QVERIFY(host.announcement.isEmpty());
    QVERIFY(!host.process.readAllStandardError().isEmpty());
}

void TestPracticeServer::tls_isSpoken()
{
    const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
    if (openssl.isEmpty())
        QSKIP("openssl, which makes the certificate, is not installed");
    const QTemporaryDir folder;
    const QString certificate = folder.filePath(u"cert.pem"_s);
    const QString key = folder.filePath(u"key.pem"_s);
    QProcess maker; // its chatter stays out of the test's output
    maker.start(openssl,
                {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-subj"_s,
                 u"/CN=localhost"_s, u"-keyout"_s, key, u"-out"_s, certificate});
    QVERIFY(maker.waitForFinished());
    QCOMPARE(maker.exitCode(), 0);
    Host host({u"connectwise"_s, u"--tls"_s, certificate, key, u"--empty"_s});
    QVERIFY(host.announcement.value("url"_L1).toString().startsWith("https://"_L1));
    QObject::connect(&host.network, &QNetworkAccessManager::sslErrors, &host.network,
                     [](QNetworkReply *reply, const QList<QSslError> &) { reply->ignoreSslErrors(); });
    QCOMPARE(host.call("GET", u"records/contact"_s).body, "[]"_ba);
    host.process.terminate();
    QVERIFY(host.process.waitForFinished());
}

QTEST_GUILESS_MAIN(TestPracticeServer)
#include "tst_practiceserver.moc"
