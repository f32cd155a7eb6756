// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/autotask/autotaskerrors.h"
#include "psa/scriptedpsa.h"

#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace tandem::autotask;
using namespace Qt::Literals::StringLiterals;

class TestAutotaskErrors final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void everyShape_hasItsMeaning_data();
    void everyShape_hasItsMeaning();
    void waits_areUnderstood_data();
    void waits_areUnderstood();
    void remoteFields_areFound_data();
    void remoteFields_areFound();
    void words_areShortenedAndPlain();
    void settingsAtFault_areNamed();

private:
    std::optional<FieldMap> m_map;
};

namespace {

HttpAnswer answer(int status, const QByteArray &body,
                  const QList<QPair<QByteArray, QByteArray>> &headers = {})
{
    return {.status = status, .headers = headers, .body = body, .requestId = u"ours"_s};
}

const QDateTime now(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);

const QByteArray html =
    "<!DOCTYPE html><html><head><title>404 - File or directory not found.</title></head><body/></html>";

} // namespace

void TestAutotaskErrors::initTestCase()
{
    const Result<FieldMap> map = FieldMap::load(Platform::Autotask);
    QVERIFY(map.has_value());
    m_map = *map;
}

void TestAutotaskErrors::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestAutotaskErrors::everyShape_hasItsMeaning_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isWrite");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, int status, const QByteArray &body, bool isWrite, ErrorCode code,
                        const QString &field, const QString &words) {
        QTest::newRow(name) << status << body << isWrite << int(code) << field << words;
    };
    // Validation is 500, and surely not applied.
    row("required", 500,
        R"({"errors":["Value does not exist for the required field AccountID.","Error creating entity for record number [1]."]})",
        true, ErrorCode::Rejected, u"organization"_s,
        u"Value does not exist for the required field AccountID.\nError creating entity for record number [1]."_s);
    row("inactive reference", 500,
        R"({"errors":["Reference value on field: contactID of type: Contact does not exist or is invalid."]})",
        true, ErrorCode::Rejected, u"contact"_s,
        u"Reference value on field: contactID of type: Contact does not exist or is invalid."_s);
    row("inactive reference, older", 500,
        R"({"errors":["contactID: Value 12345 does not exist or is invalid"]})", true, ErrorCode::Rejected,
        u"contact"_s, u"contactID: Value 12345 does not exist or is invalid"_s);
    row("zero reference", 500, R"({"errors":["Value does not reference an existing entity for contactID."]})",
        true, ErrorCode::Rejected, u"contact"_s,
        u"Value does not reference an existing entity for contactID."_s);
    row("too long", 500, R"({"errors":["String value exceeds maximum length (field:serialNumber)."]})", true,
        ErrorCode::Rejected, u"serial_number"_s,
        u"String value exceeds maximum length (field:serialNumber)."_s);
    row("too long, newer", 500,
        R"({"errors":["referenceTitle must be less than or equal to 200 characters"]})", true,
        ErrorCode::Rejected, u"name"_s, u"referenceTitle must be less than or equal to 200 characters"_s);
    row("closed product", 500,
        R"({"errors":["Reference value on field: productID of type: Product does not exist or is invalid."]})",
        true, ErrorCode::Rejected, u"model"_s,
        u"Reference value on field: productID of type: Product does not exist or is invalid."_s);
    row("wrong type", 500,
        R"({"errors":["Unexpected character encountered while parsing value: t. Path 'isActive'."]})", true,
        ErrorCode::Rejected, QString(),
        u"Unexpected character encountered while parsing value: t. Path 'isActive'."_s);
    row("a query's field", 500, R"({"errors":["Unable to find projectID in the TimeEntry Entity."]})", false,
        ErrorCode::Rejected, QString(), u"Unable to find projectID in the TimeEntry Entity."_s);
    row("too many alternatives", 500,
        R"({"errors":["Invalid query syntax. Queries are limited to 500 or fewer 'OR' conditions."]})", false,
        ErrorCode::Rejected, QString(),
        u"Invalid query syntax. Queries are limited to 500 or fewer 'OR' conditions."_s);
    row("not unique", 500, R"({"errors":["A ContactGroup already exists with Name [x]."]})", true,
        ErrorCode::Rejected, QString(), u"A ContactGroup already exists with Name [x]."_s);
    row("rights as 500", 500,
        R"({"errors":["The logged in Resource does not have the adequate permissions to update this entity type."]})",
        true, ErrorCode::NotAllowed, QString(),
        u"The logged in Resource does not have the adequate permissions to update this entity type."_s);
    row("missing record", 500,
        R"({"errors":["No message. No matching records found. The logged in Resource may not have)"
        R"( the required permissions to delete the data."]})",
        true, ErrorCode::Rejected, QString(),
        u"No message. No matching records found. The logged in Resource may not have the required "
        u"permissions to delete "
        "the data."_s);
    row("tracking identifier", 500, R"({"errors":["IntegrationCode is invalid."]})", false,
        ErrorCode::SignInFailed, u"integration_code"_s, u"IntegrationCode is invalid."_s);
    row("unknown user", 500, R"({"errors":["Zone information could not be determined"]})", false,
        ErrorCode::SignInFailed, u"user_name"_s, u"Zone information could not be determined"_s);
    // A fault of its own: a write may have been applied.
    const QByteArray fault =
        R"({"errors":["An unexpected error has occurred. If the problem persists, please contact )"
        R"(Autotask Support and reference Error ID: 1166."],"errorId":1166})";
    const QString faultWords =
        u"An unexpected error has occurred. If the problem persists, please contact Autotask "
        "Support and reference Error ID: 1166."_s;
    row("fault, write", 500, fault, true, ErrorCode::OutcomeUnknown, QString(), faultWords);
    row("fault, read", 500, fault, false, ErrorCode::ServerFault, QString(), faultWords);
    row("lock", 500, R"({"errors":["Transaction (Process ID 57) was deadlocked on lock resources."]})", true,
        ErrorCode::OutcomeUnknown, QString(),
        u"Transaction (Process ID 57) was deadlocked on lock resources."_s);
    row("500 without words, write", 500, "", true, ErrorCode::OutcomeUnknown, QString(), QString());
    row("500 in HTML, read", 500, html, false, ErrorCode::ServerFault, QString(),
        u"404 - File or directory not found."_s);
    row("502, write", 502, "", true, ErrorCode::OutcomeUnknown, QString(), QString());
    row("504, read", 504, "", false, ErrorCode::ServerFault, QString(), QString());
    row("503, write", 503, "", true, ErrorCode::ServerFault, QString(), QString());
    row("408, write", 408, "", true, ErrorCode::OutcomeUnknown, QString(), QString());
    // Threads and calls, in whatever status.
    const QByteArray threads =
        R"({"errors":["The Autotask API thread threshold of 3 threads has been exceeded."]})";
    const QString threadWords = u"The Autotask API thread threshold of 3 threads has been exceeded."_s;
    row("threads, 429", 429, threads, true, ErrorCode::RateLimited, QString(), threadWords);
    row("threads, 500", 500, threads, true, ErrorCode::RateLimited, QString(), threadWords);
    row("threads, 503", 503, threads, true, ErrorCode::RateLimited, QString(), threadWords);
    row("threads by their code", 500, "Itgenatr005", true, ErrorCode::RateLimited, QString(),
        u"Itgenatr005"_s);
    row("429 without words", 429, "", true, ErrorCode::RateLimited, QString(), QString());
    row("hour, 500", 500,
        R"({"errors":["The request threshold of 10000 requests per 60 minutes was exceeded."]})", true,
        ErrorCode::RateLimited, QString(),
        u"The request threshold of 10000 requests per 60 minutes was exceeded."_s);
    // Routes and rights of the servers before it.
    row("404 in HTML", 404, html, true, ErrorCode::BadAnswer, QString(),
        u"404 - File or directory not found."_s);
    row("405", 405, R"({"Message":"The requested resource does not support http method 'PATCH'."})", true,
        ErrorCode::Rejected, QString(), u"The requested resource does not support http method 'PATCH'."_s);
    row("401 without a body", 401, "", true, ErrorCode::SignInFailed, QString(), QString());
    row("401 in HTML", 401, html, true, ErrorCode::SignInFailed, QString(),
        u"404 - File or directory not found."_s);
    row("403", 403, R"({"Message":"Forbidden"})", true, ErrorCode::NotAllowed, QString(), u"Forbidden"_s);
    row("400", 400, R"({"errors":["title must be less than or equal to 50 characters"]})", true,
        ErrorCode::Rejected, QString(), u"title must be less than or equal to 50 characters"_s);
    row("moved, read", 302, "", false, ErrorCode::BadAnswer, QString(), QString());
    row("moved, write", 307, "", true, ErrorCode::OutcomeUnknown, QString(), QString());
}

void TestAutotaskErrors::everyShape_hasItsMeaning()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, isWrite);
    QFETCH(int, code);
    QFETCH(QString, field);
    QFETCH(QString, words);
    const ErrorContext context{
        .kind = AssetKind::Configuration, .map = &m_map->kind(AssetKind::Configuration), .isWrite = isWrite};
    const Error error = errorFrom(answer(status, body), context, now);
    QCOMPARE(errorCodeName(error.code), errorCodeName(ErrorCode(code)));
    QCOMPARE(error.field, field);
    QCOMPARE(error.remoteWords, words);
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.requestId, u"ours"_s);
    QVERIFY(!error.message.isEmpty() && error.message != words);
}

void TestAutotaskErrors::waits_areUnderstood_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<int>("seconds"); ///< 0: none
    QTest::newRow("threads") << 500 << QByteArray("thread threshold of 3 threads") << QByteArray() << 2;
    QTest::newRow("429") << 429 << QByteArray() << QByteArray() << 2;
    QTest::newRow("the hour's calls")
        << 429 << QByteArray("request threshold exceeded") << QByteArray() << 300;
    QTest::newRow("as asked") << 429 << QByteArray() << QByteArray("17") << 17;
    QTest::newRow("503") << 503 << QByteArray("closed") << QByteArray("60") << 60;
    QTest::newRow("validation") << 500 << QByteArray("required field X") << QByteArray() << 0;
}

void TestAutotaskErrors::waits_areUnderstood()
{
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    QFETCH(QByteArray, retryAfter);
    QFETCH(int, seconds);
    QList<QPair<QByteArray, QByteArray>> headers;
    if (!retryAfter.isEmpty())
        headers.emplaceBack("Retry-After", retryAfter);
    const Error error = errorFrom(answer(status, R"({"errors":[")" + words + R"("]})", headers), {}, now);
    QCOMPARE(error.retryAfter.value_or(std::chrono::milliseconds(0)),
             std::chrono::milliseconds(seconds * 1000));
}

void TestAutotaskErrors::remoteFields_areFound_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("remote");
    QTest::addColumn<QString>("field");
    QTest::newRow("member") << int(AssetKind::Contact) << u"lastName"_s << u"last_name"_s;
    QTest::newRow("any case") << int(AssetKind::Contact) << u"LASTNAME"_s << u"last_name"_s;
    QTest::newRow("phone") << int(AssetKind::Contact) << u"mobilePhone"_s << u"phones"_s;
    QTest::newRow("extension") << int(AssetKind::Contact) << u"extension"_s << u"phones"_s;
    QTest::newRow("e-mail") << int(AssetKind::Contact) << u"emailAddress"_s << u"emails"_s;
    QTest::newRow("SOAP name") << int(AssetKind::Organization) << u"AccountName"_s << u"name"_s;
    QTest::newRow("SOAP parent") << int(AssetKind::Organization) << u"ParentAccountID"_s << u"parent"_s;
    QTest::newRow("product") << int(AssetKind::Configuration) << u"productID"_s << u"model"_s;
    QTest::newRow("no field of ours") << int(AssetKind::Organization) << u"ownerResourceID"_s << QString();
    QTest::newRow("nothing") << int(AssetKind::Organization) << QString() << QString();
}

void TestAutotaskErrors::remoteFields_areFound()
{
    QFETCH(int, kind);
    QFETCH(QString, remote);
    QFETCH(QString, field);
    QCOMPARE(fieldFor(remote, m_map->kind(AssetKind(kind))), field);
}

void TestAutotaskErrors::words_areShortenedAndPlain()
{
    QCOMPARE(wordsOf(answer(500, R"({"errors":["same","same","other"]})")), u"same\nother"_s);
    QCOMPARE(wordsOf(answer(500, "plain text")), u"plain text"_s);
    QCOMPARE(wordsOf(answer(500, "{\"errors\":[\"" + QByteArray(2'000, 'x') + "\"]}")).size(), 500);
    QCOMPARE(wordsOf(answer(404, "<html><head><title>\n Not\n Found </title></head></html>")),
             u"Not Found"_s);
    QCOMPARE(wordsOf(answer(200, "")), QString());
}

void TestAutotaskErrors::settingsAtFault_areNamed()
{
    const ErrorContext company{
        .kind = AssetKind::Organization, .map = &m_map->kind(AssetKind::Organization), .isWrite = true};
    const QByteArray owner =
        R"({"errors":["Reference value on field: ownerResourceID of type: Resource does not exist or is invalid."]})";
    QVERIFY(errorFrom(answer(500, owner), company, now).message.contains(u"Default Account Manager"_s));
    const ErrorContext product{.kind = AssetKind::Configuration, .field = u"model"_s, .isWrite = true};
    const QByteArray code =
        R"({"errors":["Value does not reference an existing entity for productBillingCodeID."]})";
    const Error error = errorFrom(answer(500, code), product, now);
    QVERIFY(error.message.contains(u"billing code"_s));
    QCOMPARE(error.field, u"model"_s);
}

QTEST_GUILESS_MAIN(TestAutotaskErrors)
#include "tst_autotaskerrors.moc"
