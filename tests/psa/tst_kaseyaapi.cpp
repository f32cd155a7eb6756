// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/kaseya/kaseyaapi.h"
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

/** Servers, sign-in, envelopes, errors and pages of the Kaseya family. */
class TestKaseyaApi final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void typedAddress_leadsToBothServers_data();
    void typedAddress_leadsToBothServers();

    void signIn_isAForm();
    void signIn_happensOnceForManyCalls();
    void signIn_failsInWords_data();
    void signIn_failsInWords();
    void refusedSignIn_isNotTriedByEveryCall();
    void missingCredential_isNamed();
    void token_isRenewedBeforeItEnds();
    void renewalThatIsRefused_signsInAnew();
    void tokenThatLooksExpired_isUsedAllTheSame_data();
    void tokenThatLooksExpired_isUsedAllTheSame();
    void unauthorized_signsInOnceAndAsksAgain_data();
    void unauthorized_signsInOnceAndAsksAgain();
    void unauthorizedForGood_isASignInFailure();
    void oldInterface_hasASignInOfItsOwn();
    void oldInterface_withoutAddress_saysSo();

    void envelopes_areReadInAnyCase_data();
    void envelopes_areReadInAnyCase();
    void failures_areUnderstood_data();
    void failures_areUnderstood();
    void fieldAtFault_isNamed_data();
    void fieldAtFault_isNamed();
    void passwordInTheAnswer_isNotRepeated();

    void pages_endWithTheTotal();
    void pages_endWithTheShortPage();
    void pages_goOnWhereTheServerGivesFewer();
    void pages_neverTurnInCircles();
    void pages_withoutAList_areABadAnswer();

private:
    Result<KaseyaApi::Answer> get(const QString &path);
    [[nodiscard]] static QByteArray rows(int from, int count);
    [[nodiscard]] QList<int> pageLengths(const QString &path, int mostPages = 10);

    std::unique_ptr<ScriptedKaseya> m_psa;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<KaseyaApi> m_api;
};

namespace {

const QString thing = u"/v2/some/thing"_s;
const QString getThing = u"GET /v2/some/thing"_s;

} // namespace

void TestKaseyaApi::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_psa = std::make_unique<ScriptedKaseya>();
    m_http = std::make_unique<HttpClient>(HttpLimits{.permits = 4});
    m_api = std::make_unique<KaseyaApi>(Platform::KaseyaBms, m_psa->address(), ScriptedKaseya::credentials(),
                                        m_http.get());
}

void TestKaseyaApi::cleanup()
{
    m_api.reset();
    m_http.reset();
    m_psa.reset();
}

Result<KaseyaApi::Answer> TestKaseyaApi::get(const QString &path)
{
    const KaseyaApi::Call wanted{.path = path};
    return QCoro::waitFor(m_api->call(wanted));
}

QByteArray TestKaseyaApi::rows(int from, int count)
{
    QByteArrayList rows;
    for (int id = from; id < from + count; ++id)
        rows.append("{\"id\":" + QByteArray::number(id) + "}");
    return '[' + rows.join(',') + ']';
}

QList<int> TestKaseyaApi::pageLengths(const QString &path, int mostPages)
{
    QList<int> lengths;
    QString cursor;
    const KaseyaApi::List list{.path = path};
    do {
        const auto page = QCoro::waitFor(m_api->page(list, cursor));
        if (!page)
            return {-1};
        lengths.append(int(page->rows.size()));
        cursor = page->nextCursor;
    } while (!cursor.isEmpty() && lengths.size() < mostPages);
    return lengths;
}

// ---- servers ------------------------------------------------------------------------------------

void TestKaseyaApi::typedAddress_leadsToBothServers_data()
{
    QTest::addColumn<Platform>("platform");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("api");
    QTest::addColumn<QString>("gateway");
    const auto bms = Platform::KaseyaBms;
    QTest::newRow("gateway") << bms << u"https://bms.kaseya.com"_s << u"https://api.bms.kaseya.com"_s
                             << u"https://bms.kaseya.com"_s;
    QTest::newRow("host alone") << bms << u" bmsemea.kaseya.com "_s << u"https://api.bmsemea.kaseya.com"_s
                                << u"https://bmsemea.kaseya.com"_s;
    QTest::newRow("a page of it") << bms << u"https://www.BMSapac.kaseya.com/login?x=1#y"_s
                                  << u"https://api.bmsapac.kaseya.com"_s << u"https://bmsapac.kaseya.com"_s;
    QTest::newRow("API host") << bms << u"api.bms.kaseya.com/v2"_s << u"https://api.bms.kaseya.com"_s
                              << u"https://bms.kaseya.com"_s;
    QTest::newRow("preview") << bms << u"na1bmspreview.kaseya.com"_s
                             << u"https://api.na1bmspreview.kaseya.com"_s
                             << u"https://na1bmspreview.kaseya.com"_s;
    QTest::newRow("Pulseway, nothing typed")
        << Platform::PulsewayPsa << QString() << u"https://api.psa.pulseway.com"_s
        << u"https://psa.pulseway.com"_s;
    QTest::newRow("Vorex, nothing typed")
        << Platform::VorexPsa << QString() << u"https://api.vorexlogin.com"_s << QString();
    QTest::newRow("Vorex, other spelling")
        << Platform::VorexPsa << u"api.vorexlogin.kaseya.com"_s << u"https://api.vorexlogin.kaseya.com"_s
        << u"https://vorexlogin.kaseya.com"_s;
    QTest::newRow("loopback") << bms << u"http://127.0.0.1:8080/v2"_s << u"http://127.0.0.1:8080"_s
                              << u"http://127.0.0.1:8080"_s;
    QTest::newRow("somebody else's") << bms << u"https://psa.example.com"_s << u"https://psa.example.com"_s
                                     << u"https://psa.example.com"_s;
    QTest::newRow("looks like the vendor's")
        << bms << u"https://evilkaseya.com"_s << u"https://evilkaseya.com"_s << u"https://evilkaseya.com"_s;
}

void TestKaseyaApi::typedAddress_leadsToBothServers()
{
    QFETCH(Platform, platform);
    QFETCH(QString, typed);
    QFETCH(QString, api);
    QFETCH(QString, gateway);
    const Servers servers = serversFrom(platform, typed);
    QCOMPARE(servers.api.toString(), api);
    QCOMPARE(servers.gateway.toString(), gateway);
}

// ---- signing in ---------------------------------------------------------------------------------

void TestKaseyaApi::signIn_isAForm()
{
    m_psa->queueResult(getThing, "{}");
    QVERIFY(get(thing).has_value());
    QCOMPARE(m_psa->signIns().size(), 1);
    const KaseyaRequest &door = m_psa->signIns().constFirst();
    QCOMPARE(door.line(), u"POST /v2/security/authenticate"_s);
    QCOMPARE(door.headers.value("content-type"), QByteArray("application/x-www-form-urlencoded"));
    QCOMPARE(door.body,
             QByteArray("GrantType=password&UserName=api%40example.com&Password=p%2Bss%20w%26rd%3D%C3%BC"
                        "&Tenant=Example%20%26%20S%C3%B6hne%20MSP"));
    QVERIFY(!door.headers.contains("authorization"));
    QVERIFY(door.query.isEmpty());
    QCOMPARE(m_psa->requests().constFirst().headers.value("authorization"), QByteArray("Bearer token1"));
}

void TestKaseyaApi::signIn_happensOnceForManyCalls()
{
    m_psa->queueResult(getThing, "{}");
    const KaseyaApi::Call wanted{.path = thing};
    std::vector<QCoro::Task<Result<KaseyaApi::Answer>>> calls;
    for (int i = 0; i < 5; ++i)
        calls.push_back(m_api->call(wanted));
    for (auto &each : calls)
        QVERIFY(QCoro::waitFor(each).has_value());
    QCOMPARE(m_psa->signIns().size(), 1);
    QCOMPARE(m_psa->requests().size(), 5);
}

void TestKaseyaApi::signIn_failsInWords_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("refused with 200")
        << 200
        << QByteArray(R"({"success":false,"error":{"code":1,"message":"Invalid login"},"result":null})")
        << ErrorCode::SignInFailed;
    QTest::newRow("refused with 400")
        << 400 << QByteArray(R"({"Success":false,"Error":{"Message":"Bad tenant"}})")
        << ErrorCode::SignInFailed;
    QTest::newRow("refused with 401") << 401 << QByteArray() << ErrorCode::SignInFailed;
    QTest::newRow("fault") << 503 << QByteArray("busy") << ErrorCode::ServerFault;
    QTest::newRow("too many") << 429 << QByteArray() << ErrorCode::RateLimited;
    QTest::newRow("somebody else's server") << 200 << QByteArray("<html></html>") << ErrorCode::BadAnswer;
    QTest::newRow("no token") << 200 << QByteArray(R"({"success":true,"result":{}})") << ErrorCode::BadAnswer;
}

void TestKaseyaApi::signIn_failsInWords()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorCode, code);
    m_psa->refuseSignIn(status, body);
    const auto done = QCoro::waitFor(m_api->signIn(Priority::Foreground));
    QVERIFY(!done.has_value());
    QCOMPARE(errorCodeName(done.error().code), errorCodeName(code));
    QVERIFY(!done.error().message.isEmpty());
    QCOMPARE(m_psa->signIns().size(), 1);
}

void TestKaseyaApi::refusedSignIn_isNotTriedByEveryCall()
{
    m_psa->refuseSignIn(200, R"({"success":false,"error":{"message":"Invalid login"}})");
    for (int i = 0; i < 4; ++i) {
        const auto answer = get(thing);
        QVERIFY(!answer && answer.error().code == ErrorCode::SignInFailed);
        QCOMPARE(answer.error().remoteWords, u"Invalid login"_s);
    }
    QCOMPARE(m_psa->signIns().size(), 1);
    // A person who asks gets a new try.
    m_psa->allowSignIn();
    QVERIFY(QCoro::waitFor(m_api->signIn(Priority::Foreground)).has_value());
    QCOMPARE(m_psa->signIns().size(), 2);
}

void TestKaseyaApi::missingCredential_isNamed()
{
    Credentials credentials = ScriptedKaseya::credentials();
    credentials.insert(u"tenant"_s, SecretString(u" "_s));
    KaseyaApi api(Platform::VorexPsa, m_psa->address(), credentials, m_http.get());
    const auto done = QCoro::waitFor(api.signIn(Priority::Foreground));
    QVERIFY(!done && done.error().code == ErrorCode::SecretMissing);
    QVERIFY(done.error().message.contains(u"Company name"_s));
    QVERIFY(m_psa->signIns().isEmpty());
}

void TestKaseyaApi::token_isRenewedBeforeItEnds()
{
    const QString soon = QDateTime::currentDateTimeUtc().addMSecs(1'200).toString(Qt::ISODateWithMs);
    m_psa->setTokenMembers(R"(,"accessTokenExpireOn":")" + soon.toUtf8() + '"');
    m_psa->queueResult(getThing, "{}");
    QVERIFY(get(thing).has_value());
    m_psa->setTokenMembers({});
    QTRY_VERIFY_WITH_TIMEOUT((get(thing), m_psa->signIns().size() > 1), 10'000);
    const KaseyaRequest &renewal = m_psa->signIns().at(1);
    QCOMPARE(renewal.line(), u"POST /v2/security/refreshtoken"_s);
    QCOMPARE(renewal.body, QByteArray("AccessToken=token1&RefreshToken=renew1"));
    QCOMPARE(m_psa->requests().constLast().headers.value("authorization"), QByteArray("Bearer token2"));
}

void TestKaseyaApi::renewalThatIsRefused_signsInAnew()
{
    const QString soon = QDateTime::currentDateTimeUtc().addMSecs(1'200).toString(Qt::ISODateWithMs);
    m_psa->setTokenMembers(R"(,"accessTokenExpireOn":")" + soon.toUtf8() + '"');
    m_psa->queueResult(getThing, "{}");
    QVERIFY(get(thing).has_value());
    m_psa->refuseSignIn(400, R"({"success":false,"error":{"message":"Expired"}})");
    QTRY_VERIFY_WITH_TIMEOUT((get(thing), m_psa->signIns().size() >= 3), 10'000);
    QCOMPARE(m_psa->signIns().at(1).line(), u"POST /v2/security/refreshtoken"_s);
    QCOMPARE(m_psa->signIns().at(2).line(), u"POST /v2/security/authenticate"_s);
}

void TestKaseyaApi::tokenThatLooksExpired_isUsedAllTheSame_data()
{
    QTest::addColumn<QByteArray>("end");
    // A server whose clock or time zone is another one.
    QTest::newRow("hours ago")
        << QDateTime::currentDateTimeUtc().addSecs(-5 * 3600).toString(u"yyyy-MM-ddThh:mm:ss"_s).toUtf8();
    QTest::newRow("no date") << QByteArray("soon");
}

void TestKaseyaApi::tokenThatLooksExpired_isUsedAllTheSame()
{
    QFETCH(QByteArray, end);
    m_psa->setTokenMembers(R"(,"accessTokenExpireOn":")" + end + '"');
    m_psa->queueResult(getThing, "{}");
    for (int i = 0; i < 3; ++i)
        QVERIFY(get(thing).has_value());
    QCOMPARE(m_psa->signIns().size(), 1);
}

void TestKaseyaApi::unauthorized_signsInOnceAndAsksAgain_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    for (const char *method : {"GET", "PATCH"}) {
        QTest::addRow("%s, 401", method) << QByteArray(method) << 401;
        QTest::addRow("%s, in words only", method) << QByteArray(method) << 200;
    }
}

void TestKaseyaApi::unauthorized_signsInOnceAndAsksAgain()
{
    QFETCH(QByteArray, method);
    QFETCH(int, status);
    const QString line = QString::fromLatin1(method) + u" /v2/some/thing"_s;
    m_psa->queueError(line, status, "Security Error", 978001);
    m_psa->queueResult(line, R"({"id":7})");
    KaseyaApi::Call wanted{.method = method, .path = thing};
    if (method != "GET")
        wanted.body = QJsonDocument(QJsonArray{QJsonObject{{u"op"_s, u"replace"_s}}});
    const auto answer = QCoro::waitFor(m_api->call(wanted));
    QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().message));
    QCOMPARE(answer->result.toObject().value(u"id"_s).toInt(), 7);
    QCOMPARE(m_psa->signIns().size(), 2);
    QCOMPARE(m_psa->signIns().constLast().path, u"/v2/security/authenticate"_s);
    QCOMPARE(m_psa->requests().size(), 2);
    QCOMPARE(m_psa->requests().constLast().headers.value("authorization"), QByteArray("Bearer token2"));
    QCOMPARE(m_psa->requests().constLast().body, m_psa->requests().constFirst().body);
}

void TestKaseyaApi::unauthorizedForGood_isASignInFailure()
{
    m_psa->queueError(getThing, 401, "Security Error", 978001);
    const auto answer = get(thing);
    QVERIFY(!answer && answer.error().code == ErrorCode::SignInFailed);
    QCOMPARE(m_psa->requests().size(), 2);
    QCOMPARE(m_psa->signIns().size(), 2);
}

void TestKaseyaApi::oldInterface_hasASignInOfItsOwn()
{
    m_psa->queueResult(getThing, "{}");
    m_psa->queue(u"GET /api/crm/locations/5"_s, 200,
                 R"({"ResponseCode":200,"Status":"OK","Error":"None","TotalRecords":1,"Result":{"Id":5}})");
    QVERIFY(get(thing).has_value());
    const KaseyaApi::Call old{.path = u"/api/crm/locations/5"_s, .side = Interface::V1};
    const auto answer = QCoro::waitFor(m_api->call(old));
    QVERIFY(answer.has_value());
    QCOMPARE(idOf(member(answer->result.toObject(), u"id"_s)), u"5"_s);
    QCOMPARE(answer->total, 1);
    QCOMPARE(m_psa->signIns().size(), 2);
    QCOMPARE(m_psa->signIns().at(1).path, u"/api/token"_s);
    QVERIFY(
        m_psa->signIns().at(1).body.startsWith("grant_type=password&username=api%40example.com&password="));
    QCOMPARE(m_psa->requests().at(1).headers.value("authorization"), QByteArray("Bearer token2"));
}

void TestKaseyaApi::oldInterface_withoutAddress_saysSo()
{
    KaseyaApi api(Platform::VorexPsa, {}, ScriptedKaseya::credentials(), m_http.get());
    const KaseyaApi::Call old{.path = u"/api/crm/locations/5"_s, .side = Interface::V1};
    const auto answer = QCoro::waitFor(api.call(old));
    QVERIFY(!answer && answer.error().code == ErrorCode::BadInput);
    QVERIFY(answer.error().message.contains(u"Vorex PSA"_s));
}

// ---- answers ------------------------------------------------------------------------------------

void TestKaseyaApi::envelopes_areReadInAnyCase_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("total");
    QTest::newRow("camelCase") << QByteArray(
        R"({"success":true,"error":null,"result":{"id":7},"totalRecords":3})")
                               << qint64(3);
    QTest::newRow("PascalCase") << QByteArray(
        R"({"Success":true,"Error":null,"Result":{"Id":7},"TotalRecords":3})")
                                << qint64(3);
    QTest::newRow("without a total") << QByteArray(R"({"success":true,"result":{"id":7}})") << qint64(-1);
    QTest::newRow("without an envelope") << QByteArray(R"({"id":7,"accountName":"A"})") << qint64(-1);
    QTest::newRow("old interface") << QByteArray(
        R"({"ResponseCode":200,"Error":"None","Result":{"Id":7},"TotalRecords":0})")
                                   << qint64(0);
}

void TestKaseyaApi::envelopes_areReadInAnyCase()
{
    QFETCH(QByteArray, body);
    QFETCH(qint64, total);
    m_psa->queue(getThing, 200, body);
    const auto answer = get(thing);
    QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().message));
    QCOMPARE(idOf(member(answer->result.toObject(), u"id"_s)), u"7"_s);
    QCOMPARE(answer->total, total);
}

void TestKaseyaApi::failures_areUnderstood_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray get("GET");
    const QByteArray put("PUT");
    const auto envelope = [](const char *message) -> QByteArray {
        return QByteArray(R"({"success":false,"error":{"code":5,"message":")") + message
            + R"("},"result":null})";
    };
    QTest::newRow("refused with 200")
        << put << 200 << envelope("The Name field is required.") << ErrorCode::Rejected;
    QTest::newRow("refused with 400") << put << 400 << envelope("Nope") << ErrorCode::Rejected;
    QTest::newRow("web framework's") << put << 400
                                     << QByteArray(R"({"title":"Bad","errors":{"Name":["is too long"]}})")
                                     << ErrorCode::Rejected;
    QTest::newRow("not allowed") << put << 403 << envelope("No") << ErrorCode::NotAllowed;
    QTest::newRow("missing") << get << 404 << envelope("Gone") << ErrorCode::NotFound;
    QTest::newRow("missing without words") << get << 404 << QByteArray() << ErrorCode::NotFound;
    QTest::newRow("missing with 200") << get << 200 << envelope("Account not found") << ErrorCode::NotFound;
    QTest::newRow("write to no address") << put << 404 << QByteArray() << ErrorCode::Rejected;
    QTest::newRow("read fault") << get << 500 << envelope("Oops") << ErrorCode::ServerFault;
    QTest::newRow("write fault") << put << 500 << envelope("Oops") << ErrorCode::OutcomeUnknown;
    QTest::newRow("gateway fault of a write")
        << put << 502 << QByteArray("<html>") << ErrorCode::OutcomeUnknown;
    QTest::newRow("sent elsewhere") << put << 302 << QByteArray() << ErrorCode::OutcomeUnknown;
    QTest::newRow("too many") << get << 429 << QByteArray() << ErrorCode::RateLimited;
    QTest::newRow("too many in words")
        << put << 200 << envelope("Too many requests, API rate limit") << ErrorCode::RateLimited;
    QTest::newRow("page of a proxy") << get << 200 << QByteArray("<html>Sign in</html>")
                                     << ErrorCode::BadAnswer;
    QTest::newRow("page of a proxy for a write")
        << put << 200 << QByteArray("<html>Sign in</html>") << ErrorCode::OutcomeUnknown;
    QTest::newRow("old interface") << put << 200
                                   << QByteArray(
                                          R"({"ResponseCode":500,"Error":"Bad location","Result":null})")
                                   << ErrorCode::Rejected;
}

void TestKaseyaApi::failures_areUnderstood()
{
    QFETCH(QByteArray, method);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorCode, code);
    m_psa->queue(QString(QString::fromLatin1(method) + u" /v2/some/thing"_s), status, body);
    const KaseyaApi::Call wanted{.method = method, .path = thing};
    const auto answer = QCoro::waitFor(m_api->call(wanted));
    QVERIFY(!answer.has_value());
    QCOMPARE(errorCodeName(answer.error().code), errorCodeName(code));
    QVERIFY(!answer.error().message.isEmpty());
    QVERIFY(!answer.error().remoteWords.contains(u"Some.Place"_s));
    QCOMPARE(m_psa->requests().size(), 1);
}

void TestKaseyaApi::fieldAtFault_isNamed_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("field");
    QTest::newRow("required") << AssetKind::Organization << u"The AccountName field is required."_s
                              << u"name"_s;
    QTest::newRow("by its id") << AssetKind::Configuration << u"CategoryId must be greater than 0"_s
                               << u"configuration_type"_s;
    QTest::newRow("without Id") << AssetKind::Configuration << u"'Category' does not exist"_s
                                << u"configuration_type"_s;
    QTest::newRow("nested") << AssetKind::Contact << u"Emails[0].EmailAddress: is not valid"_s << u"emails"_s;
    QTest::newRow("phone") << AssetKind::Contact << u"The PhoneNumber field is required."_s << u"phones"_s;
    QTest::newRow("nobody's") << AssetKind::Contact << u"Something went wrong"_s << QString();
}

void TestKaseyaApi::fieldAtFault_isNamed()
{
    QFETCH(AssetKind, kind);
    QFETCH(QString, words);
    QFETCH(QString, field);
    const KindMap &map = FieldMap::shipped(Platform::KaseyaBms)->kind(kind);
    const QByteArray body =
        QJsonDocument(
            QJsonObject{{u"success"_s, false},
                        {u"error"_s,
                         QJsonObject{{u"message"_s, u"Validation"_s}, {u"subErrors"_s, QJsonArray{words}}}}})
            .toJson();
    const HttpAnswer answer{.status = 200, .body = body};
    const ErrorContext context{.kind = kind, .map = &map, .isWrite = true};
    const Error error = errorFrom(answer, context, QDateTime::currentDateTimeUtc());
    QVERIFY(error.code == ErrorCode::Rejected);
    QCOMPARE(error.field, field);
    QVERIFY(error.remoteWords.contains(words));
}

void TestKaseyaApi::passwordInTheAnswer_isNotRepeated()
{
    m_psa->refuseSignIn(400, R"({"success":false,"error":{"message":"p+ss w&rd=ü is wrong"}})");
    const auto done = QCoro::waitFor(m_api->signIn(Priority::Foreground));
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().remoteWords, u"*** is wrong"_s);
}

// ---- pages --------------------------------------------------------------------------------------

void TestKaseyaApi::pages_endWithTheTotal()
{
    m_psa->queueResult(getThing, rows(1, 100), 150);
    m_psa->queueResult(getThing, rows(101, 50), 150);
    QCOMPARE(pageLengths(thing), (QList<int>{100, 50}));
    QCOMPARE(m_psa->requests().size(), 2);
    QCOMPARE(m_psa->requests().at(0).query.toString(), u"PageSize=100&PageNumber=1"_s);
    QCOMPARE(m_psa->requests().at(1).query.toString(), u"PageSize=100&PageNumber=2"_s);
    m_psa->forget();
    m_psa->queueResult(getThing, rows(1, 30), 30);
    QCOMPARE(pageLengths(thing), (QList<int>{30}));
    QCOMPARE(m_psa->requests().size(), 1);
}

void TestKaseyaApi::pages_endWithTheShortPage()
{
    m_psa->queueResult(getThing, rows(1, 100));
    m_psa->queueResult(getThing, rows(101, 100));
    m_psa->queueResult(getThing, rows(201, 7));
    QCOMPARE(pageLengths(thing), (QList<int>{100, 100, 7}));
    QCOMPARE(m_psa->requests().size(), 3);
}

/** A first page that is short may be a server's longest. */
void TestKaseyaApi::pages_goOnWhereTheServerGivesFewer()
{
    m_psa->queueResult(getThing, rows(1, 25));
    m_psa->queueResult(getThing, rows(26, 25));
    m_psa->queueResult(getThing, rows(51, 3));
    QCOMPARE(pageLengths(thing), (QList<int>{25, 25, 3}));
    m_psa->queueResult(getThing, rows(1, 25));
    m_psa->queueResult(getThing, "[]");
    QCOMPARE(pageLengths(thing), (QList<int>{25, 0}));
    // Also where a total tells that there is more.
    m_psa->queueResult(getThing, rows(1, 50), 80);
    m_psa->queueResult(getThing, rows(51, 30), 80);
    QCOMPARE(pageLengths(thing), (QList<int>{50, 30}));
}

void TestKaseyaApi::pages_neverTurnInCircles()
{
    m_psa->queueResult(getThing, rows(1, 100));
    QCOMPARE(pageLengths(thing), (QList<int>{100, 0}));
}

void TestKaseyaApi::pages_withoutAList_areABadAnswer()
{
    m_psa->queueResult(getThing, "{}");
    const KaseyaApi::List list{.path = thing};
    const QString start;
    const auto page = QCoro::waitFor(m_api->page(list, start));
    QVERIFY(!page && page.error().code == ErrorCode::BadAnswer);
}

QTEST_GUILESS_MAIN(TestKaseyaApi)
#include "tst_kaseyaapi.moc"
