// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/connectwise/connectwiseerrors.h"

#include "core/field.h"
#include "net/retryafter.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

namespace tandem::connectwise {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr qsizetype longestWords = 500;

/** What a 429 without any number waits; the vendor names 30 seconds in its own example. */
constexpr milliseconds usualWait = std::chrono::seconds(30);

class Words final
{
    Q_DECLARE_TR_FUNCTIONS(tandem::ConnectWiseErrors)
};

/** One entry of `errors`, or the answer itself where it has none. */
struct Complaint {
    QString code;
    QString message;
    QString field;
};

QJsonObject objectIn(const HttpAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

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

QList<Complaint> complaintsOf(const QJsonObject &object)
{
    QList<Complaint> complaints;
    for (const QJsonValue &value : object.value("errors"_L1).toArray()) {
        const QJsonObject entry = value.toObject();
        complaints.append({.code = entry.value("code"_L1).toString(),
                           .message = entry.value("message"_L1).toString(),
                           .field = entry.value("field"_L1).toString()});
    }
    if (complaints.isEmpty()) {
        complaints.append({.code = object.value("code"_L1).toString(object.value("error"_L1).toString()),
                           .message = object.value("message"_L1).toString()});
    }
    return complaints;
}

std::optional<milliseconds> waitOf(const HttpAnswer &answer, const QDateTime &nowUtc)
{
    const auto wait = parseRetryAfter(answer.header("Retry-After"), nowUtc);
    if (wait || answer.status != 429)
        return wait;
    static const QRegularExpression inWords(u"in (\\d{1,5}) seconds"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = inWords.match(objectIn(answer).value("message"_L1).toString());
    return match.hasMatch() ? milliseconds(std::chrono::seconds(match.captured(1).toInt())) : usualWait;
}

/** Why the record was refused, in a sentence that names our field. */
QString refusal(const Complaint &complaint, const QString &label)
{
    if (complaint.code == "ObjectExists"_L1) {
        return label.isEmpty() ? Words::tr("ConnectWise already has a record like this one.")
                               : Words::tr("ConnectWise already has a record with this value of “%1”.").arg(label);
    }
    if (label.isEmpty())
        return Words::tr("ConnectWise refused the change. Its own words say why.");
    if (complaint.code == "MissingRequiredField"_L1)
        return Words::tr("ConnectWise does not take a record without “%1”. Fill it in.").arg(label);
    if (complaint.code == "MaxLengthField"_L1)
        return Words::tr("“%1” is too long for ConnectWise. Shorten it.").arg(label);
    if (complaint.code == "NotFound"_L1)
        return Words::tr("ConnectWise does not have the value of “%1” any more. Choose another one.").arg(label);
    return Words::tr("ConnectWise does not accept the value of “%1”. Correct it.").arg(label);
}

Error signInError(const HttpAnswer &answer, const QString &words)
{
    if (words.contains("clientid"_L1, Qt::CaseInsensitive) || words.contains("client id"_L1, Qt::CaseInsensitive)) {
        return {.code = ErrorCode::SignInFailed,
                .message =
                    Words::tr("ConnectWise does not accept the client ID. Copy it from the ConnectWise developer "
                              "site."),
                .field = u"client_id"_s};
    }
    if (answer.status == 403) {
        return {.code = ErrorCode::NotAllowed,
                .message =
                    Words::tr("ConnectWise accepted the keys, but the API member may not read companies. Give its "
                              "security role the right to inquire about companies, contacts and configurations.")};
    }
    if (isRoutingFailure(answer)) {
        return {.code = ErrorCode::SignInFailed,
                .message = Words::tr("ConnectWise does not know this combination of keys, company ID and client ID. "
                                     "Check all four.")};
    }
    return {.code = ErrorCode::SignInFailed,
            .message = Words::tr("ConnectWise refused the keys. Check the public and the private key, and that the API "
                                 "member is active.")};
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
    QStringList messages;
    for (const Complaint &complaint : complaintsOf(document.object())) {
        if (!complaint.message.isEmpty() && !messages.contains(complaint.message))
            messages.append(complaint.message);
    }
    return shortened(messages.join(u'\n'));
}

bool isRoutingFailure(const HttpAnswer &answer)
{
    if (answer.status >= 300 && answer.status < 400)
        return true;
    if (answer.status == 404)
        return objectIn(answer).value("code"_L1) != "NotFound"_L1;
    return answer.status == 400 && QJsonDocument::fromJson(answer.body).isNull();
}

QString fieldFor(const QString &remoteField, const KindMap &map)
{
    static const QRegularExpression separator(u"[/.\\[]"_s);
    QString name = remoteField.section(separator, 0, 0);
    if (name.compare("typeIds"_L1, Qt::CaseInsensitive) == 0)
        name = u"types"_s;
    // An error of a custom field names their array only.
    QStringList custom;
    for (const MappedField &field : map.fields) {
        if (field.remote.compare(name, Qt::CaseInsensitive) == 0)
            return field.field;
        if (field.isCustom())
            custom.append(field.field);
    }
    const bool isCustom = name.compare("customFields"_L1, Qt::CaseInsensitive) == 0 && custom.size() == 1;
    return isCustom ? custom.constFirst() : QString();
}

Error errorFrom(const HttpAnswer &answer, const ErrorContext &context, const QDateTime &nowUtc)
{
    const QString words = wordsOf(answer);
    const auto finished = [&](Error error) {
        error.remoteWords = words;
        error.httpStatus = answer.status;
        const QByteArray theirs = answer.header("x-cw-request-id");
        error.requestId = theirs.isEmpty() ? answer.requestId : QString::fromLatin1(theirs);
        error.retryAfter = waitOf(answer, nowUtc);
        return error;
    };
    const int status = answer.status;
    if (status < 400) {
        return finished({.code = ErrorCode::BadAnswer,
                         .message = Words::tr("The server sends Tandem to another address instead of answering. Check "
                                              "the address in the connection settings.")});
    }
    if (status == 429 || status == 408) {
        return finished({.code = ErrorCode::RateLimited,
                         .message = Words::tr("ConnectWise asks to wait. Tandem goes on by itself.")});
    }
    if (status >= 500) {
        if (context.isWrite && status != 503) {
            return finished({.code = ErrorCode::OutcomeUnknown,
                             .message = Words::tr("ConnectWise failed while it took up the change. Tandem looks there "
                                                  "whether it arrived before it sends anything again.")});
        }
        return finished({.code = ErrorCode::ServerFault,
                         .message = Words::tr("ConnectWise has a fault of its own. Tandem tries again by itself.")});
    }
    if (status == 401 || context.isSignIn)
        return finished(signInError(answer, words));
    if (status == 403) {
        return finished({.code = ErrorCode::NotAllowed,
                         .message = Words::tr("The API member lacks the right for this in ConnectWise. Ask your "
                                              "ConnectWise administrator to add it to the member's security role."),
                         .field = context.field});
    }
    if (isRoutingFailure(answer)) {
        return finished({.code = ErrorCode::BadAnswer,
                         .message = Words::tr("ConnectWise does not route the request to your company. Test the "
                                              "connection in the settings.")});
    }
    if (status == 404) {
        return finished({.code = ErrorCode::NotFound, .message = Words::tr("ConnectWise does not have this record.")});
    }
    if (status == 409) {
        return finished({.code = ErrorCode::Rejected,
                         .message = Words::tr("ConnectWise refused the change because the record is in use there.")});
    }
    const Complaint complaint = complaintsOf(objectIn(answer)).constFirst();
    QString field = context.map ? fieldFor(complaint.field, *context.map) : QString();
    if (field.isEmpty())
        field = context.field;
    const FieldDescription *description = field.isEmpty() ? nullptr : findField(context.kind, field);
    return finished({.code = ErrorCode::Rejected,
                     .message = refusal(complaint, description ? description->labelText() : QString()),
                     .field = field});
}

} // namespace tandem::connectwise
