// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/kaseya/bmsanswer.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tandem::practicebms {

namespace {

// Only the first of these numbers is known from the vendor's servers.
constexpr int securityCode = 978001;
constexpr int deniedCode = 978002;
constexpr int missingCode = 978003;
constexpr int invalidCode = 978004;
constexpr int serverCode = 978000;

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

QJsonValue respelled(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &item : value.toArray())
            array.append(respelled(item));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject source = value.toObject();
    for (auto it = source.constBegin(); it != source.constEnd(); ++it)
        object.insert(QString::fromLatin1(camelCase(it.key().toLatin1())), respelled(*it));
    return object;
}

struct Words {
    int status; ///< when a refusal is not told with 200
    int code;
    const char *message;
};

Words wordsOf(Problem::Kind kind)
{
    switch (kind) {
    case Problem::Kind::Invalid:
        return {400, invalidCode, "Validation Error"};
    case Problem::Kind::Missing:
        return {404, missingCode, "Record Not Found"};
    case Problem::Kind::Denied:
        return {403, deniedCode, "Access Denied"};
    case Problem::Kind::Security:
        break;
    }
    return {401, securityCode, "Security Error"};
}

PracticeResponse errorEnvelope(const Quirks &quirks, int status, int code, const QString &message,
                               const QStringList &details)
{
    const QJsonObject error{
        {u"Code"_s, code},
        {u"Message"_s, message},
        {u"Details"_s, details.isEmpty() ? QJsonValue() : QJsonValue(details.constFirst())},
        {u"StackStrace"_s, QJsonValue()},
        {u"SubErrors"_s, QJsonArray::fromStringList(details)}};
    PracticeResponse response;
    response.status = status;
    response.body = spelled({{u"Success"_s, false}, {u"Error"_s, error}, {u"Result"_s, QJsonValue()}},
                            quirks.has(Quirk::PascalCase));
    return response;
}

PracticeResponse olderEnvelope(int status, const QString &word, const QString &error)
{
    return jsonResponse(status,
                        QJsonDocument(QJsonObject{{u"ResponseCode"_s, status},
                                                  {u"Status"_s, word},
                                                  {u"Error"_s, error},
                                                  {u"TotalRecords"_s, 0},
                                                  {u"Result"_s, QJsonValue()}}));
}

} // namespace

// Of a run of capitals the last one begins the next word, unless the name ends with it.
QByteArray camelCase(QByteArrayView name)
{
    QByteArray text = name.toByteArray();
    for (qsizetype i = 0; i < text.size() && isUpper(text.at(i)); ++i) {
        if (i > 0 && i + 1 < text.size() && !isUpper(text.at(i + 1)))
            break;
        text[i] = char(text.at(i) - 'A' + 'a');
    }
    return text;
}

Wire::Wire(QByteArray &out, bool isPascal)
    : m_json(out)
    , m_isPascal(isPascal)
{
}

void Wire::key(const char *name)
{
    if (m_isPascal)
        m_json.key(name);
    else
        m_json.key(camelCase(name));
}

JsonWriter &Wire::json()
{
    return m_json;
}

QByteArray spelled(const QJsonObject &object, bool isPascal)
{
    return QJsonDocument(isPascal ? object : respelled(object).toObject()).toJson(QJsonDocument::Compact);
}

tl::unexpected<Problem> invalid(const QString &sentence)
{
    return tl::unexpected(Problem{Problem::Kind::Invalid, {sentence}});
}

tl::unexpected<Problem> missing(const QString &what)
{
    return tl::unexpected(Problem{Problem::Kind::Missing, {u"%1 was not found."_s.arg(what)}});
}

PracticeResponse succeeded(const Quirks &quirks, const QByteArray &result, std::optional<qint64> totalRecords)
{
    PracticeResponse response;
    response.body.reserve(result.size() + 80);
    Wire wire(response.body, quirks.has(Quirk::PascalCase));
    wire.json().beginObject();
    wire.key("Success");
    wire.json().boolean(true);
    wire.key("Error");
    wire.json().raw("null");
    wire.key("Result");
    wire.json().raw(result);
    if (totalRecords && !quirks.has(Quirk::NoTotals)) {
        wire.key("TotalRecords");
        wire.json().number(*totalRecords);
    }
    wire.json().endObject();
    wire.json().finish();
    return response;
}

// The vendor declares no status but 200; those of security are known from its servers all the same.
PracticeResponse refused(const Quirks &quirks, const Problem &problem)
{
    const Words words = wordsOf(problem.kind);
    const bool isOpen = problem.kind == Problem::Kind::Denied || problem.kind == Problem::Kind::Security
        || quirks.has(Quirk::ErrorsAre400);
    return errorEnvelope(quirks, isOpen ? words.status : 200, words.code, QString::fromLatin1(words.message),
                         problem.details);
}

PracticeResponse failed(const Quirks &quirks, int status, const QString &message)
{
    return errorEnvelope(quirks, status, serverCode, message, {});
}

PracticeResponse olderSucceeded(const QByteArray &result, std::optional<qint64> totalRecords)
{
    PracticeResponse response;
    JsonWriter json(response.body);
    json.beginObject();
    json.key("ResponseCode");
    json.number(200);
    json.key("Status");
    json.text("OK");
    json.key("Error");
    json.text("None");
    json.key("TotalRecords");
    json.number(totalRecords.value_or(1));
    json.key("Result");
    json.raw(result);
    json.endObject();
    json.finish();
    return response;
}

PracticeResponse olderRefused(const Problem &problem)
{
    const Words words = wordsOf(problem.kind);
    return olderEnvelope(words.status, QString::fromLatin1(words.message),
                         problem.details.isEmpty() ? QString::fromLatin1(words.message)
                                                   : problem.details.join(u' '));
}

PracticeResponse olderSignInRefused(const QString &error, const QString &description)
{
    return jsonResponse(
        400, QJsonDocument(QJsonObject{{u"error"_s, error}, {u"error_description"_s, description}}));
}

PracticeResponse nothingThere(int status)
{
    PracticeResponse response;
    response.status = status;
    response.contentType = "text/plain; charset=utf-8"_ba;
    return response;
}

PracticeResponse htmlPage(int status)
{
    const QByteArray title = status == 503 ? "503 Service Temporarily Unavailable"_ba
        : status == 502                    ? "502 Bad Gateway"_ba
        : status == 504                    ? "504 Gateway Time-out"_ba
                                           : QByteArray(QByteArray::number(status) + " Error");
    PracticeResponse response;
    response.status = status;
    response.contentType = "text/html"_ba;
    response.body = "<html>\r\n<head><title>" + title + "</title></head>\r\n<body><center><h1>" + title
        + "</h1></center></body>\r\n</html>\r\n";
    return response;
}

PracticeResponse overBudget(int limit, std::optional<int> retryAfter)
{
    PracticeResponse response;
    response.status = 429;
    response.contentType = "text/plain; charset=utf-8"_ba;
    response.body = "API calls quota exceeded! maximum admitted " + QByteArray::number(limit) + " per 1h.";
    if (retryAfter)
        response.headers.emplaceBack("Retry-After"_ba, QByteArray::number(*retryAfter));
    return response;
}

} // namespace tandem::practicebms
