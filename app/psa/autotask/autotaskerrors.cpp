// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/autotask/autotaskerrors.h"

#include "core/field.h"
#include "net/retryafter.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace tandem::autotask {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr qsizetype longestWords = 500;

/** A thread is free again soon after the answer; the hour's calls only come back one by one. */
constexpr milliseconds threadWait = std::chrono::seconds(2);
constexpr milliseconds hourWait = std::chrono::minutes(5);

class Words final {
    Q_DECLARE_TR_FUNCTIONS(tandem::AutotaskErrors)
};

bool isHtml(const HttpAnswer &answer)
{
    return answer.body.trimmed().startsWith('<');
}

QString shortened(QString text)
{
    static const QRegularExpression control(u"[\\x00-\\x08\\x0b-\\x1f\\x7f]"_s);
    text = text.remove(control).trimmed();
    if (text.size() > longestWords)
        text = text.first(longestWords - 1).trimmed() + u'…';
    return text;
}

/** The texts of an answer in the shape of this API; empty: it has another one. */
QStringList textsOf(const HttpAnswer &answer)
{
    const QJsonObject object = QJsonDocument::fromJson(answer.body).object();
    QStringList texts;
    for (const QJsonValue &value : object.value("errors"_L1).toArray()) {
        if (value.isString() && !texts.contains(value.toString()))
            texts.append(value.toString());
    }
    return texts;
}

bool says(const QString &words, std::initializer_list<QLatin1StringView> phrases)
{
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](QLatin1StringView phrase) { return words.contains(phrase, Qt::CaseInsensitive); });
}

bool isAboutThreads(const QString &words)
{
    return says(words, {"thread threshold"_L1, "Itgenatr005"_L1});
}

/** The vendor does not publish the text of the hourly limit, so the words it uses for it elsewhere are looked
 * for. */
bool isAboutCalls(const QString &words)
{
    return says(words,
                {"request threshold"_L1, "requests threshold"_L1, "request limit"_L1, "too many requests"_L1})
        || (says(words, {"threshold"_L1}) && says(words, {"exceeded"_L1}));
}

/** A fault of its own rather than something about the request. */
bool isUnexpected(const QString &words)
{
    return says(words,
                {"unexpected error has occurred"_L1, "deadlocked"_L1, "timeout expired"_L1,
                 "operation has timed out"_L1});
}

bool isAboutRights(const QString &words)
{
    return says(words, {"adequate permissions"_L1, "not have permission"_L1, "insufficient permission"_L1});
}

/** The PSA's name of the field at fault, as its texts have it. */
QString fieldIn(const QString &words)
{
    static const std::array patterns{
        QRegularExpression(u"field:\\s*(\\w+)"_s, QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(u"required field:?\\s+(\\w+)"_s, QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(u"^(\\w+): Value"_s, QRegularExpression::MultilineOption),
        QRegularExpression(u"existing entity for (\\w+)"_s, QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(u"^(\\w+) must be"_s, QRegularExpression::MultilineOption),
    };
    for (const QRegularExpression &pattern : patterns) {
        const QRegularExpressionMatch match = pattern.match(words);
        if (match.hasMatch())
            return match.captured(1);
    }
    return {};
}

/** Why the record was refused, in a sentence that names our field. */
QString refusal(const QString &words, const QString &label, const QString &theirs)
{
    if (theirs.compare("ownerResourceID"_L1, Qt::CaseInsensitive) == 0) {
        return Words::tr(
            "Autotask does not take the Default Account Manager as the owner of a company. Choose an active "
            "person who is not an API-only user in Sync Settings.");
    }
    if (theirs.compare("productBillingCodeID"_L1, Qt::CaseInsensitive) == 0) {
        return Words::tr(
            "Autotask does not take the billing code for a new product. Choose another one in Sync "
            "Settings.");
    }
    if (label.isEmpty())
        return Words::tr("Autotask refused the change. Its own words say why.");
    if (says(words, {"required field"_L1}))
        return Words::tr("Autotask does not take a record without “%1”. Fill it in.").arg(label);
    if (says(words, {"maximum length"_L1, "characters"_L1}))
        return Words::tr("“%1” is too long for Autotask. Shorten it.").arg(label);
    if (says(words, {"does not exist"_L1, "existing entity"_L1}))
        return Words::tr(
                   "The value of “%1” is not in Autotask any more, or is inactive there. Choose another one.")
            .arg(label);
    return Words::tr("Autotask does not accept the value of “%1”. Correct it.").arg(label);
}

Error rejection(const QString &words, const ErrorContext &context)
{
    const QString theirs = fieldIn(words);
    QString field = context.map ? fieldFor(theirs, *context.map) : QString();
    if (field.isEmpty())
        field = context.field;
    const FieldDescription *description = field.isEmpty() ? nullptr : findField(context.kind, field);
    return {.code = ErrorCode::Rejected,
            .message = refusal(words, description ? description->labelText() : QString(), theirs),
            .field = field};
}

Error serverFault(bool isWrite)
{
    if (isWrite) {
        return {.code = ErrorCode::OutcomeUnknown,
                .message = Words::tr(
                    "Autotask failed while it took up the change. Tandem looks there whether it arrived "
                    "before it sends anything again.")};
    }
    return {.code = ErrorCode::ServerFault,
            .message = Words::tr("Autotask has a fault of its own. Tandem tries again by itself.")};
}

Error tooMany(const HttpAnswer &answer, const QString &words, const QDateTime &nowUtc)
{
    const bool isAboutHour = !isAboutThreads(words) && isAboutCalls(words);
    const auto wait = parseRetryAfter(answer.header("Retry-After"), nowUtc);
    return {.code = ErrorCode::RateLimited,
            .message = isAboutHour
                ? Words::tr(
                    "Autotask takes no more calls within this hour, from whatever program. Tandem goes on by "
                    "itself.")
                : Words::tr("Autotask is busy with other calls of Tandem. It goes on by itself."),
            .retryAfter = wait.value_or(isAboutHour ? hourWait : threadWait)};
}

/** What a 500 says, which is most of what goes wrong. */
Error meaningOf500(const HttpAnswer &answer, const QString &words, const ErrorContext &context)
{
    if (says(words, {"IntegrationCode"_L1}) && says(words, {"invalid"_L1})) {
        return {.code = ErrorCode::SignInFailed,
                .message = Words::tr(
                    "Autotask does not know the API tracking identifier. Copy it from the API user's "
                    "page in Autotask."),
                .field = u"integration_code"_s};
    }
    if (says(words, {"Zone information could not be determined"_L1})) {
        return {.code = ErrorCode::SignInFailed,
                .message = Words::tr(
                    "Autotask does not know the API user name. Use the user name (key) of the API user, "
                    "not an e-mail address of yours."),
                .field = u"user_name"_s};
    }
    if (isAboutRights(words)) {
        return {.code = ErrorCode::NotAllowed,
                .message = Words::tr(
                    "The API user lacks the right for this in Autotask. Ask your Autotask administrator "
                    "to check its security level."),
                .field = context.field};
    }
    if (textsOf(answer).isEmpty() || isUnexpected(words))
        return serverFault(context.isWrite);
    return rejection(words, context);
}

Error meaningOf(const HttpAnswer &answer, const QString &words, const ErrorContext &context,
                const QDateTime &nowUtc)
{
    const int status = answer.status;
    if (status == 429 || (status >= 400 && (isAboutThreads(words) || isAboutCalls(words))))
        return tooMany(answer, words, nowUtc);
    if (status < 400) {
        return {.code = context.isWrite ? ErrorCode::OutcomeUnknown : ErrorCode::BadAnswer,
                .message = Words::tr(
                    "The server sends Tandem to another address instead of answering. Check the address "
                    "in the connection settings.")};
    }
    switch (status) {
    case 401:
        return {.code = ErrorCode::SignInFailed,
                .message = Words::tr(
                    "Autotask refused the API user name or the secret. Check both, and that the user has "
                    "the security level “API User”. A new API user works after some five minutes.")};
    case 403:
        return {.code = ErrorCode::NotAllowed,
                .message = Words::tr(
                    "The API user lacks the right for this in Autotask. Ask your Autotask administrator "
                    "to check its security level."),
                .field = context.field};
    case 404:
        return {.code = ErrorCode::BadAnswer,
                .message = Words::tr(
                    "The server does not know this address of the Autotask API. Test the connection in "
                    "the settings.")};
    case 405:
        return {.code = ErrorCode::Rejected,
                .message =
                    Words::tr("Autotask does not offer this change to programs. Its own words say why.")};
    case 500:
        return meaningOf500(answer, words, context);
    case 503:
        return {.code = ErrorCode::ServerFault,
                .message =
                    Words::tr("Autotask is out of service for the moment. Tandem tries again by itself."),
                .retryAfter = parseRetryAfter(answer.header("Retry-After"), nowUtc)};
    default:
        return status == 408 || status > 500 ? serverFault(context.isWrite) : rejection(words, context);
    }
}

} // namespace

QString wordsOf(const HttpAnswer &answer)
{
    if (isHtml(answer)) {
        static const QRegularExpression title(u"<title[^>]*>(.*?)</title>"_s,
                                              QRegularExpression::CaseInsensitiveOption
                                                  | QRegularExpression::DotMatchesEverythingOption);
        return shortened(title.match(QString::fromUtf8(answer.body)).captured(1).simplified());
    }
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (document.isNull())
        return shortened(QString::fromUtf8(answer.body));
    const QStringList texts = textsOf(answer);
    if (!texts.isEmpty())
        return shortened(texts.join(u'\n'));
    const QJsonObject object = document.object();
    return shortened(object.value("Message"_L1).toString(object.value("message"_L1).toString()));
}

QString fieldFor(const QString &remoteField, const KindMap &map)
{
    // Older texts still have the names of the SOAP API.
    static const QHash<QString, QString> olderNames{{u"accountid"_s, u"companyID"_s},
                                                    {u"accountname"_s, u"companyName"_s},
                                                    {u"accountnumber"_s, u"companyNumber"_s},
                                                    {u"accounttype"_s, u"companyType"_s},
                                                    {u"parentaccountid"_s, u"parentCompanyID"_s},
                                                    {u"accountphysicallocationid"_s, u"companyLocationID"_s},
                                                    {u"productid"_s, u"manufacturerProductName"_s}};
    const QString name = olderNames.value(remoteField.toLower(), remoteField);
    if (name.isEmpty())
        return {};
    const auto isIt = [&](const QString &remote) { return remote.compare(name, Qt::CaseInsensitive) == 0; };
    for (const MappedField &field : map.fields) {
        const bool isPlace =
            std::any_of(field.places.begin(), field.places.end(), [&](const PointPlace &place) {
                return isIt(place.remote) || (!place.extension.isEmpty() && isIt(place.extension));
            });
        if (isPlace || isIt(field.remote))
            return field.field;
    }
    return {};
}

Error errorFrom(const HttpAnswer &answer, const ErrorContext &context, const QDateTime &nowUtc)
{
    const QString words = wordsOf(answer);
    Error error = meaningOf(answer, words, context, nowUtc);
    error.remoteWords = words;
    error.httpStatus = answer.status;
    error.requestId = answer.requestId;
    return error;
}

} // namespace tandem::autotask
