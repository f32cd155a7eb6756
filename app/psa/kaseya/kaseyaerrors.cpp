// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/kaseya/kaseyaerrors.h"

#include "core/field.h"
#include "net/retryafter.h"
#include "psa/kaseya/kaseyajson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace tandem::kaseya {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

class Words final {
    Q_DECLARE_TR_FUNCTIONS(tandem::KaseyaErrors)
};

/** "Security Error", as seen for a missing or expired token. */
constexpr int securityError = 978001;
/** The hour's limit has no header of its own. */
constexpr auto hourWait = 60s;
constexpr qsizetype longestWords = 500;

QString shortened(const QString &text)
{
    return text.size() > longestWords ? QString(text.left(longestWords - 1) + u'…') : text;
}

bool says(const QString &words, std::initializer_list<QLatin1StringView> phrases)
{
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](QLatin1StringView phrase) { return words.contains(phrase, Qt::CaseInsensitive); });
}

QJsonObject objectIn(const HttpAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

void addText(QStringList &texts, const QJsonValue &value)
{
    const QString text = textOf(value);
    if (!text.isEmpty() && text != "None"_L1 && !texts.contains(text))
        texts.append(text);
}

/** Validation texts of the web framework: {"AccountName": ["…"]}. */
void addFieldTexts(QStringList &texts, const QJsonObject &errors)
{
    for (auto it = errors.constBegin(); it != errors.constEnd(); ++it) {
        for (const QJsonValue &text : it->toArray())
            addText(texts, QString(it.key() + ": "_L1 + textOf(text)));
    }
}

/** What an envelope says, its stack trace left out. */
QStringList textsOf(const QJsonObject &object)
{
    QStringList texts;
    const QJsonValue error = member(object, u"error"_s);
    if (error.isObject()) {
        const QJsonObject info = error.toObject();
        addText(texts, member(info, u"message"_s));
        addText(texts, member(info, u"details"_s));
        for (const QJsonValue &text : member(info, u"subErrors"_s).toArray())
            addText(texts, text);
    } else {
        addText(texts, error);
        addText(texts, member(object, u"error_description"_s));
    }
    addFieldTexts(texts, member(object, u"errors"_s).toObject());
    if (texts.isEmpty()) {
        addText(texts, member(object, u"message"_s));
        addText(texts, member(object, u"title"_s));
    }
    return texts;
}

/** The PSA's name of the field at fault, as such texts have it. */
QString fieldIn(const QString &words)
{
    static const std::array patterns{
        QRegularExpression(u"\\bThe (\\w+) field\\b"_s),
        QRegularExpression(u"\\bThe field ([A-Za-z][\\w.\\[\\]]*)"_s),
        QRegularExpression(u"^([A-Za-z][\\w.\\[\\]]*): "_s, QRegularExpression::MultilineOption),
        QRegularExpression(u"['\"‘“](\\w+)['\"’”]"_s),
        QRegularExpression(u"^(\\w+) (?:is|must|cannot|should|does|exceeds)\\b"_s,
                           QRegularExpression::MultilineOption),
    };
    for (const QRegularExpression &pattern : patterns) {
        const QRegularExpressionMatch match = pattern.match(words);
        if (match.hasMatch())
            return match.captured(1);
    }
    return {};
}

/** Why the record was refused, in a sentence that names our field. */
QString refusal(const QString &words, const QString &label, const QString &theirs, const QString &psa)
{
    if (theirs.compare("accountManagerId"_L1, Qt::CaseInsensitive) == 0)
        return Words::tr("%1 does not take the account manager. Choose another one in Sync Settings.")
            .arg(psa);
    if (theirs.compare("businessTypeId"_L1, Qt::CaseInsensitive) == 0)
        return Words::tr("%1 does not take the business type. Choose another one in Sync Settings.").arg(psa);
    if (label.isEmpty())
        return Words::tr("%1 refused the change. Its own words say why.").arg(psa);
    if (says(words, {"required"_L1}))
        return Words::tr("%1 does not take a record without “%2”. Fill it in.").arg(psa, label);
    if (says(words, {"length"_L1, "characters"_L1, "too long"_L1}))
        return Words::tr("“%2” is too long for %1. Shorten it.").arg(psa, label);
    if (says(words, {"not exist"_L1, "not found"_L1}))
        return Words::tr("The value of “%2” is not in %1 any more. Choose another one.").arg(psa, label);
    return Words::tr("%1 does not accept the value of “%2”. Correct it.").arg(psa, label);
}

Error rejection(const QString &words, const ErrorContext &context, const QString &psa)
{
    const QString theirs = fieldIn(words);
    QString field = context.map ? fieldFor(theirs, *context.map) : QString();
    if (field.isEmpty())
        field = context.field;
    const FieldDescription *description = field.isEmpty() ? nullptr : findField(context.kind, field);
    return {.code = ErrorCode::Rejected,
            .message = refusal(words, description ? description->labelText() : QString(), theirs, psa),
            .field = field};
}

Error serverFault(bool isWrite, const QString &psa)
{
    if (isWrite) {
        return {.code = ErrorCode::OutcomeUnknown,
                .message =
                    Words::tr(
                        "%1 failed while it took up the change. Tandem looks there whether it arrived before "
                        "it sends anything again.")
                        .arg(psa)};
    }
    return {.code = ErrorCode::ServerFault,
            .message = Words::tr("%1 has a fault of its own. Tandem tries again by itself.").arg(psa)};
}

Error signedOut(const QString &psa)
{
    return {.code = ErrorCode::SignInFailed,
            .message =
                Words::tr("%1 refused the sign-in. Check the company name, which must be exactly as under My "
                          "Settings, the user name and the password.")
                    .arg(psa)};
}

Error missingRight(const ErrorContext &context, const QString &psa)
{
    return {
        .code = ErrorCode::NotAllowed,
        .message =
            Words::tr(
                "The user lacks the right for this in %1. Its security role needs API access, and View and "
                "Modify of accounts, contacts and assets.")
                .arg(psa),
        .field = context.field};
}

Error meaningOf(const HttpAnswer &answer, const QString &words, const ErrorContext &context,
                const QDateTime &nowUtc)
{
    const QString psa = platformTitle(context.platform);
    const int status = answer.status;
    if (status == 429 || says(words, {"too many requests"_L1, "rate limit"_L1, "request limit"_L1})) {
        const auto wait = parseRetryAfter(answer.header("Retry-After"), nowUtc);
        return {
            .code = ErrorCode::RateLimited,
            .message =
                Words::tr("%1 takes no more calls of this kind within the hour. Tandem goes on by itself.")
                    .arg(psa),
            .retryAfter = wait.value_or(hourWait)};
    }
    if (saysSignedOut(answer))
        return signedOut(psa);
    if (status == 403)
        return missingRight(context, psa);
    if (status >= 300 && status < 400) {
        return {.code = context.isWrite ? ErrorCode::OutcomeUnknown : ErrorCode::BadAnswer,
                .message = Words::tr(
                    "The server sends Tandem to another address instead of answering. Check the address in "
                    "the connection settings.")};
    }
    const bool isEnvelope = !textsOf(objectIn(answer)).isEmpty();
    if (status == 404 && !isEnvelope && context.isWrite) {
        return {.code = ErrorCode::Rejected,
                .message =
                    Words::tr(
                        "%1 does not offer this change at this address. Test the connection in the settings.")
                        .arg(psa)};
    }
    if (!context.isWrite
        && (status == 404 || says(words, {"not found"_L1, "does not exist"_L1, "not exist"_L1}))) {
        return {.code = ErrorCode::NotFound, .message = Words::tr("%1 does not have this record.").arg(psa)};
    }
    if (status == 408 || (status >= 500 && status != 501)) {
        Error error = serverFault(context.isWrite, psa);
        error.retryAfter = parseRetryAfter(answer.header("Retry-After"), nowUtc);
        return error;
    }
    return rejection(words, context, psa);
}

} // namespace

bool saysFailure(const QJsonObject &envelope)
{
    const QJsonValue success = member(envelope, u"success"_s);
    if (success.isBool())
        return !success.toBool();
    // The old interface has a word for the absence of an error.
    const QJsonValue error = member(envelope, u"error"_s);
    return error.isString() && !error.toString().isEmpty()
        && error.toString().compare("none"_L1, Qt::CaseInsensitive) != 0;
}

bool saysSignedOut(const HttpAnswer &answer)
{
    if (answer.status == 401)
        return true;
    const QJsonObject envelope = objectIn(answer);
    return saysFailure(envelope)
        && member(member(envelope, u"error"_s).toObject(), u"code"_s).toInt() == securityError;
}

QString wordsOf(const HttpAnswer &answer)
{
    if (answer.header("Content-Type").contains("html")) {
        static const QRegularExpression title(u"<title[^>]*>(.*?)</title>"_s,
                                              QRegularExpression::CaseInsensitiveOption
                                                  | QRegularExpression::DotMatchesEverythingOption);
        return shortened(
            title.match(QString::fromUtf8(answer.body.left(64 * 1024))).captured(1).simplified());
    }
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (document.isNull())
        return shortened(QString::fromUtf8(answer.body.left(4 * longestWords)).trimmed());
    return shortened(textsOf(document.object()).join(u'\n'));
}

QString fieldFor(const QString &remoteField, const KindMap &map)
{
    // Nested members name the list that they are in, ids their record or value.
    const QString name = remoteField.section(u'[', 0, 0).section(u'.', 0, 0);
    const QString last = remoteField.section(u'.', -1);
    if (name.isEmpty())
        return {};
    const auto names = [&](const MappedField &field, const QString &theirs) {
        return field.remote.compare(theirs, Qt::CaseInsensitive) == 0
            || field.remote.compare(QString(theirs + "Id"_L1), Qt::CaseInsensitive) == 0;
    };
    for (const QString &theirs : {last, name}) {
        for (const MappedField &field : map.fields) {
            if (names(field, theirs))
                return field.field;
        }
    }
    if (name.contains("email"_L1, Qt::CaseInsensitive) && map.find(u"emails"_s))
        return u"emails"_s;
    if (name.contains("phone"_L1, Qt::CaseInsensitive) && map.find(u"phones"_s))
        return u"phones"_s;
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

} // namespace tandem::kaseya
