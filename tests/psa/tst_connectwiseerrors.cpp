// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/connectwise/connectwiseerrors.h"
#include "psa/scriptedpsa.h"

#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace tandem::connectwise;
using namespace Qt::Literals::StringLiterals;

class TestConnectWiseErrors final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void everyShape_hasItsMeaning_data();
    void everyShape_hasItsMeaning();
    void signIn_tellsTheCausesApart_data();
    void signIn_tellsTheCausesApart();
    void remoteFields_areFound_data();
    void remoteFields_areFound();
    void waits_areUnderstood_data();
    void waits_areUnderstood();
    void words_areShortenedAndPlain();
    void requestIds_areKept();

private:
    std::optional<FieldMap> m_map;
};

namespace {

HttpAnswer answer(int status, const QByteArray &body, const QList<QPair<QByteArray, QByteArray>> &headers = {})
{
    return {.status = status, .headers = headers, .body = body, .requestId = u"ours"_s};
}

const QDateTime now(QDate(2024, 1, 1), QTime(12, 0), Qt::UTC);

} // namespace

void TestConnectWiseErrors::initTestCase()
{
    const Result<FieldMap> map = FieldMap::load(Platform::ConnectWise);
    QVERIFY(map.has_value());
    m_map = *map;
}

void TestConnectWiseErrors::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestConnectWiseErrors::everyShape_hasItsMeaning_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isWrite");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("words");
    QTest::newRow("required") << 400
                              << QByteArray(R"({"code":"InvalidObject","message":"contact object is invalid","errors":[
                                   {"code":"MissingRequiredField","message":"The firstName field is required.",
                                    "resource":"contact","field":"firstName"}]})")
                              << true << int(ErrorCode::Rejected) << u"first_name"_s
                              << u"The firstName field is required."_s;
    QTest::newRow("too long") << 400
                              << QByteArray(R"({"code":"InvalidObject","message":"x","errors":[{"code":"MaxLengthField",
                                   "message":"The field title must be a string with a maximum length of 100.",
                                   "resource":"contact","field":"title"}]})")
                              << true << int(ErrorCode::Rejected) << u"title"_s
                              << u"The field title must be a string with a maximum length of 100."_s;
    QTest::newRow("two complaints") << 400 << QByteArray(R"({"code":"InvalidObject","message":"x","errors":[
                                         {"code":"NotFound","message":"Site 7 not found","field":"site/id"},
                                         {"code":"InvalidField","message":"Bad title","field":"title"}]})")
                                    << true << int(ErrorCode::Rejected) << u"location"_s
                                    << u"Site 7 not found\nBad title"_s;
    QTest::newRow("create-only types") << 400
                                       << QByteArray(
                                              R"({"code":"InvalidObject","message":"x","errors":[{"code":"InvalidField",
                                            "message":"typeIds can only be used when creating a new company.",
                                            "field":"typeIds"}]})")
                                       << true << int(ErrorCode::Rejected) << u"contact_type"_s
                                       << u"typeIds can only be used when creating a new company."_s;
    QTest::newRow("no errors member")
        << 400 << QByteArray(R"({"code":"ApiFindCondition","message":"resources/name is not a recognized name."})")
        << false << int(ErrorCode::Rejected) << QString() << u"resources/name is not a recognized name."_s;
    QTest::newRow("null errors") << 400
                                 << QByteArray(R"({"code":"Security","message":"SSL is required.","errors":null})")
                                 << false << int(ErrorCode::Rejected) << QString() << u"SSL is required."_s;
    QTest::newRow("routing") << 400 << QByteArray("Cannot route. Codebase/company is invalid") << true
                             << int(ErrorCode::BadAnswer) << QString()
                             << u"Cannot route. Codebase/company is invalid"_s;
    QTest::newRow("keys") << 401 << QByteArray(R"({"code":"Unauthorized","message":"No."})") << false
                          << int(ErrorCode::SignInFailed) << QString() << u"No."_s;
    QTest::newRow("right")
        << 403
        << QByteArray(R"({"code":"Security","message":"You do not have security permission to perform this action."})")
        << true << int(ErrorCode::NotAllowed) << QString()
        << u"You do not have security permission to perform this action."_s;
    QTest::newRow("no record") << 404 << QByteArray(R"({"code":"NotFound","message":"Contact 57919 not found"})")
                               << false << int(ErrorCode::NotFound) << QString() << u"Contact 57919 not found"_s;
    QTest::newRow("no endpoint") << 404
                                 << QByteArray(R"({"code":"ConnectWiseApi","message":"The endpoint does not exist."})")
                                 << false << int(ErrorCode::BadAnswer) << QString()
                                 << u"The endpoint does not exist."_s;
    QTest::newRow("in use") << 409 << QByteArray(R"({"code":"ConflictInUse","message":"In use."})") << true
                            << int(ErrorCode::Rejected) << QString() << u"In use."_s;
    QTest::newRow("limit")
        << 429
        << QByteArray(R"({"error":"ConnectWiseAPI","message":"Too many requests. Please try again in 30 seconds."})")
        << true << int(ErrorCode::RateLimited) << QString() << u"Too many requests. Please try again in 30 seconds."_s;
    QTest::newRow("fault on a read") << 500 << QByteArray(R"({"code":"X","message":"Boom"})") << false
                                     << int(ErrorCode::ServerFault) << QString() << u"Boom"_s;
    QTest::newRow("fault on a write") << 500 << QByteArray(R"({"code":"X","message":"Boom"})") << true
                                      << int(ErrorCode::OutcomeUnknown) << QString() << u"Boom"_s;
    QTest::newRow("gateway on a write") << 504
                                        << QByteArray("<html><head><title> Gateway\n Timeout </title></head></html>")
                                        << true << int(ErrorCode::OutcomeUnknown) << QString() << u"Gateway Timeout"_s;
    QTest::newRow("maintenance") << 503 << QByteArray("<html><title>Maintenance</title></html>") << true
                                 << int(ErrorCode::ServerFault) << QString() << u"Maintenance"_s;
    QTest::newRow("redirect") << 302 << QByteArray() << false << int(ErrorCode::BadAnswer) << QString() << QString();
    QTest::newRow("empty") << 400 << QByteArray() << true << int(ErrorCode::BadAnswer) << QString() << QString();
}

void TestConnectWiseErrors::everyShape_hasItsMeaning()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, isWrite);
    QFETCH(int, code);
    QFETCH(QString, field);
    QFETCH(QString, words);
    const ErrorContext context {
        .kind = AssetKind::Contact, .map = &m_map->kind(AssetKind::Contact), .isWrite = isWrite};
    const Error error = errorFrom(answer(status, body), context, now);
    QCOMPARE(errorCodeName(error.code), errorCodeName(ErrorCode(code)));
    QCOMPARE(error.field, field);
    QCOMPARE(error.remoteWords, words);
    QCOMPARE(error.httpStatus, status);
    QVERIFY(error.message.size() > 20);
}

void TestConnectWiseErrors::signIn_tellsTheCausesApart_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("keys") << 401 << QByteArray(R"({"code":"Unauthorized"})") << int(ErrorCode::SignInFailed)
                          << u"refused the keys"_s;
    QTest::newRow("keys on the cloud") << 404 << QByteArray("Not found") << int(ErrorCode::SignInFailed)
                                       << u"company ID"_s;
    QTest::newRow("client id") << 403 << QByteArray(R"({"message":"ClientId is missing"})")
                               << int(ErrorCode::SignInFailed) << u"client ID"_s;
    QTest::newRow("client id as text") << 400 << QByteArray("Cannot route.") << int(ErrorCode::SignInFailed)
                                       << u"client ID"_s;
    QTest::newRow("right")
        << 403
        << QByteArray(R"({"code":"Security","message":"You do not have security permission to perform this action."})")
        << int(ErrorCode::NotAllowed) << u"security role"_s;
    QTest::newRow("limit") << 429 << QByteArray("{}") << int(ErrorCode::RateLimited) << u"wait"_s;
    QTest::newRow("fault") << 500 << QByteArray("{}") << int(ErrorCode::ServerFault) << u"fault"_s;
}

void TestConnectWiseErrors::signIn_tellsTheCausesApart()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    QFETCH(QString, mentions);
    const Error error = errorFrom(answer(status, body), {.isSignIn = true}, now);
    QCOMPARE(errorCodeName(error.code), errorCodeName(ErrorCode(code)));
    QVERIFY2(error.message.contains(mentions), qPrintable(error.message));
}

void TestConnectWiseErrors::remoteFields_areFound_data()
{
    QTest::addColumn<QString>("remote");
    QTest::addColumn<QString>("field");
    QTest::newRow("plain") << u"firstName"_s << u"first_name"_s;
    QTest::newRow("case") << u"FirstName"_s << u"first_name"_s;
    QTest::newRow("path") << u"company/id"_s << u"organization"_s;
    QTest::newRow("dot") << u"site.name"_s << u"location"_s;
    QTest::newRow("index") << u"communicationItems[0].value"_s << u"emails"_s;
    QTest::newRow("type ids") << u"typeIds"_s << u"contact_type"_s;
    QTest::newRow("unknown") << u"yearEstablished"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestConnectWiseErrors::remoteFields_areFound()
{
    QFETCH(QString, remote);
    QFETCH(QString, field);
    QCOMPARE(fieldFor(remote, m_map->kind(AssetKind::Contact)), field);
}

void TestConnectWiseErrors::waits_areUnderstood_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("seconds"); // -1: none
    QTest::newRow("header") << 429 << QByteArray("7") << QByteArray("{}") << 7;
    QTest::newRow("words") << 429 << QByteArray() << QByteArray(R"({"message":"Please try again in 45 seconds."})")
                           << 45;
    QTest::newRow("neither") << 429 << QByteArray() << QByteArray("{}") << 30;
    QTest::newRow("maintenance") << 503 << QByteArray("120") << QByteArray("{}") << 120;
    QTest::newRow("rejected") << 400 << QByteArray() << QByteArray("{}") << -1;
}

void TestConnectWiseErrors::waits_areUnderstood()
{
    QFETCH(int, status);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, body);
    QFETCH(int, seconds);
    const Error error = errorFrom(answer(status, body, {{"retry-after", header}}), {}, now);
    QCOMPARE(error.retryAfter ? int(error.retryAfter->count() / 1000) : -1, seconds);
}

void TestConnectWiseErrors::words_areShortenedAndPlain()
{
    const QString words = wordsOf(answer(400, "Cannot\x01 " + QByteArray(2000, 'x')));
    QCOMPARE(words.size(), 500);
    QVERIFY(words.startsWith(u"Cannot x"_s));
    QCOMPARE(wordsOf(answer(500, "<html><body>no title<script>alert(1)</script></body></html>")), QString());
}

void TestConnectWiseErrors::requestIds_areKept()
{
    QCOMPARE(errorFrom(answer(400, "{}"), {}, now).requestId, u"ours"_s);
    QCOMPARE(errorFrom(answer(400, "{}", {{"X-CW-Request-Id", "theirs"}}), {}, now).requestId, u"theirs"_s);
}

QTEST_GUILESS_MAIN(TestConnectWiseErrors)
#include "tst_connectwiseerrors.moc"
