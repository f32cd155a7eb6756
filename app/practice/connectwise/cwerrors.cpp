// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/connectwise/cwerrors.h"

#include "practice/connectwise/cwschema.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace tandem::practicecw {

namespace {

// Where the parser stood when it had read the member's name and the colon after it.
QString positionOf(const QByteArray &body, const QString &path)
{
    const QByteArray name = '"' + path.section(u'.', -1).toUtf8() + '"';
    qsizetype at = body.indexOf(name);
    qsizetype end = at < 0 ? body.size() : body.indexOf(':', at + name.size()) + 1;
    if (end <= 0)
        end = body.size();
    const QByteArrayView before = QByteArrayView(body).first(end);
    const qsizetype line = before.count('\n') + 1;
    return u"Path '%1', line %2, position %3."_s.arg(path).arg(line).arg(end - before.lastIndexOf('\n') - 1);
}

} // namespace

PracticeResponse plainError(int status, const QString &code, const QString &message)
{
    return jsonResponse(status, QJsonDocument(QJsonObject{{u"code"_s, code}, {u"message"_s, message}}));
}

PracticeResponse invalidObject(int table, const std::vector<FieldError> &errors)
{
    const QString resource = QString::fromLatin1(tableWords(table).resource);
    QJsonArray list;
    for (const FieldError &error : errors) {
        list.append(QJsonObject{{u"code"_s, error.code},
                                {u"message"_s, error.message},
                                {u"resource"_s, resource},
                                {u"field"_s, error.field}});
    }
    return jsonResponse(400,
                        QJsonDocument(QJsonObject{{u"code"_s, u"InvalidObject"_s},
                                                  {u"message"_s, u"%1 object is invalid"_s.arg(resource)},
                                                  {u"errors"_s, list}}));
}

PracticeResponse recordNotFound(int table, int id)
{
    return plainError(404, u"NotFound"_s,
                      u"%1 %2 not found"_s.arg(QLatin1StringView(tableWords(table).title)).arg(id));
}

PracticeResponse endpointMissing()
{
    return plainError(404, u"ConnectWiseApi"_s, u"The endpoint does not exist."_s);
}

PracticeResponse methodNotAllowed(const QByteArray &method)
{
    return plainError(
        405, u"ConnectWiseApi"_s,
        u"The requested resource does not support http method '%1'."_s.arg(QLatin1StringView(method)));
}

PracticeResponse cannotRoute()
{
    PracticeResponse response;
    response.status = 400;
    response.contentType = "text/plain; charset=utf-8"_ba;
    response.body = "Cannot route. Codebase/company is invalid"_ba;
    return response;
}

PracticeResponse noPermission()
{
    return plainError(403, u"Security"_s, u"You do not have security permission to perform this action."_s);
}

PracticeResponse tooManyRequests(std::optional<int> retryAfter)
{
    PracticeResponse response = jsonResponse(
        429,
        QJsonDocument(QJsonObject{
            {u"error"_s, u"ConnectWiseAPI"_s},
            {u"message"_s,
             u"Too many requests. Please try again in %1 seconds."_s.arg(retryAfter.value_or(30))}}));
    if (retryAfter)
        response.headers.emplaceBack("Retry-After"_ba, QByteArray::number(*retryAfter));
    return response;
}

PracticeResponse unknownMember(const QByteArray &body, const QString &className, const QString &path)
{
    return plainError(
        400, u"ConnectWiseApi"_s,
        u"Could not find member '%1' on object of type '%2'. %3Check your accept header to make sure "
        "you are using the correct version."_s.arg(path.section(u'.', -1), className,
                                                   positionOf(body, path)));
}

PracticeResponse badValue(const QByteArray &body, const QString &path, const QString &value,
                          const QString &type)
{
    return plainError(
        400, u"ConnectWiseApi"_s,
        u"Error converting value %1 to type '%2'. %3"_s.arg(value, type, positionOf(body, path)));
}

PracticeResponse invalidPatch(const QString &message)
{
    return plainError(400, u"InvalidPatch"_s, message);
}

} // namespace tandem::practicecw
