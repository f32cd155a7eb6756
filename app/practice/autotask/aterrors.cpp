// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/autotask/aterrors.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace tandem::practiceat {

namespace {

constexpr int tooManyRequests = 429;
constexpr int serverError = 500;

PracticeResponse errors(int status, const QStringList &sentences)
{
    return jsonResponse(status,
                        QJsonDocument(QJsonObject{{u"errors"_s, QJsonArray::fromStringList(sentences)}}));
}

PracticeResponse message(int status, const QString &text)
{
    return jsonResponse(status, QJsonDocument(QJsonObject{{u"Message"_s, text}}));
}

QByteArray reason(int status)
{
    switch (status) {
    case 404:
        return "File or directory not found."_ba;
    case 502:
        return "Bad Gateway"_ba;
    case 503:
        return "The service is unavailable."_ba;
    case 504:
        return "Gateway Timeout"_ba;
    default:
        return "Server Error"_ba;
    }
}

} // namespace

PracticeResponse refusal(const QStringList &sentences)
{
    return errors(serverError, sentences);
}

QString unexpectedErrorText(int errorId)
{
    return u"An unexpected error has occurred. If the problem persists, please contact Autotask Support and "
           "reference Error ID: %1."_s.arg(errorId);
}

PracticeResponse unexpectedError(int errorId)
{
    return jsonResponse(serverError,
                        QJsonDocument(QJsonObject{{u"errors"_s, QJsonArray{unexpectedErrorText(errorId)}},
                                                  {u"errorId"_s, errorId}}));
}

PracticeResponse wrongCredentials()
{
    PracticeResponse response;
    response.status = 401;
    response.contentType = "text/plain; charset=utf-8"_ba;
    return response;
}

PracticeResponse htmlPage(int status)
{
    const QByteArray title = QByteArray::number(status) + " - " + reason(status);
    PracticeResponse response;
    response.status = status;
    response.contentType = "text/html"_ba;
    response.body = "<!DOCTYPE html>\r\n<html><head><title>" + title + "</title></head>\r\n<body><h2>" + title
        + "</h2></body></html>\r\n";
    return response;
}

PracticeResponse methodNotAllowed(const QByteArray &method)
{
    return message(
        405, u"The requested resource does not support http method '%1'."_s.arg(QLatin1StringView(method)));
}

PracticeResponse unsupportedMediaType(const QByteArray &type)
{
    return message(415,
                   u"The request entity's media type '%1' is not supported for this resource."_s.arg(
                       QLatin1StringView(type)));
}

PracticeResponse tooManyThreads(bool isError)
{
    return errors(isError ? serverError : tooManyRequests,
                  {u"The Autotask API thread threshold of 3 threads has been exceeded."_s});
}

PracticeResponse tooManyCalls(bool isError)
{
    return errors(
        isError ? serverError : tooManyRequests,
        {u"The Autotask API request threshold of 10000 requests in 60 minutes has been exceeded."_s});
}

QString noPermission(QLatin1StringView verb)
{
    return u"The logged in Resource does not have the adequate permissions to %1 this entity type."_s.arg(
        verb);
}

QString noMatch(QLatin1StringView verb)
{
    return u"No message. No matching records found. The logged in Resource may not have the required "
           "permissions to %1 the data."_s.arg(verb);
}

QString unknownField(const QString &field, const char *entity)
{
    return u"Unable to find %1 in the %2 Entity."_s.arg(field, QLatin1StringView(entity));
}

QString missingValue(const QString &field)
{
    return u"Value does not exist for the required field %1."_s.arg(field);
}

QString tooLong(const QString &field)
{
    return u"String value exceeds maximum length (field:%1)."_s.arg(field);
}

QString noSuchValue(const QString &field)
{
    return u"Value does not reference an existing entity for %1."_s.arg(field);
}

QString noSuchReference(const QString &field, const char *entity)
{
    return u"Reference value on field: %1 of type: %2 does not exist or is invalid."_s.arg(
        field, QLatin1StringView(entity));
}

QString duplicateName(const char *entity, const QString &field, const QString &value)
{
    const QLatin1StringView name(entity);
    return u"A %1 already exists with %2 [%3]. %1 %2s must be unique."_s.arg(name, field, value);
}

} // namespace tandem::practiceat
