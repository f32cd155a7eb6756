// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"

#include <QJsonDocument>

#include <cstdio>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

void print(FILE *stream, const QByteArray &text)
{
    std::fwrite(text.constData(), 1, size_t(text.size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

/** Foreign text must not steer a terminal. */
QByteArray harmless(const QString &text)
{
    QString clean = text;
    for (QChar &c : clean) {
        if (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t')
            c = u'?';
    }
    return clean.toUtf8();
}

} // namespace

ExitCode exitCodeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
        return ExitCode::WrongUsage;
    case ErrorCode::BadInput:
    case ErrorCode::NotFound:
    case ErrorCode::NotAllowed:
    case ErrorCode::Cancelled:
    case ErrorCode::Internal:
    case ErrorCode::Count:
        return ExitCode::BadInput;
    case ErrorCode::Rejected:
        return ExitCode::SomeFailed;
    case ErrorCode::SignInFailed:
    case ErrorCode::SecretMissing:
        return ExitCode::SignInRefused;
    case ErrorCode::Unreachable:
    case ErrorCode::TlsFailed:
    case ErrorCode::TimedOut:
    case ErrorCode::RateLimited:
    case ErrorCode::ServerFault:
    case ErrorCode::BadAnswer:
    case ErrorCode::OutcomeUnknown:
        return ExitCode::Unreachable;
    case ErrorCode::DatabaseUnusable:
    case ErrorCode::DatabaseNewer:
    case ErrorCode::DatabaseFull:
        return ExitCode::DatabaseUnusable;
    }
    return ExitCode::BadInput;
}

QJsonObject errorToJson(const Error &error)
{
    return {{u"code"_s, errorCodeName(error.code)},
            {u"message"_s, error.remoteWords.isEmpty() ? error.message : error.remoteWords},
            {u"field"_s, error.field.isEmpty() ? QJsonValue() : QJsonValue(error.field)},
            {u"http_status"_s, error.httpStatus == 0 ? QJsonValue() : QJsonValue(error.httpStatus)},
            {u"request_id"_s, error.requestId.isEmpty() ? QJsonValue() : QJsonValue(error.requestId)}};
}

Output::Output(bool isJson)
    : m_isJson(isJson)
{
}

bool Output::isJson() const
{
    return m_isJson;
}

void Output::line(const QJsonObject &value, const QString &text) const
{
    print(stdout, m_isJson ? QJsonDocument(value).toJson(QJsonDocument::Compact) : harmless(text));
}

void Output::note(const QString &text) const
{
    print(stderr, harmless(text));
}

ExitCode Output::fail(const Error &error) const
{
    if (m_isJson)
        print(stdout, QJsonDocument(QJsonObject {{u"error"_s, errorToJson(error)}}).toJson(QJsonDocument::Compact));
    note(error.message);
    if (!error.remoteWords.isEmpty() && error.remoteWords != error.message)
        note(u"  \"%1\""_s.arg(error.remoteWords));
    return exitCodeFor(error.code);
}

ExitCode Output::usage(const QString &message) const
{
    return fail({.code = ErrorCode::Usage, .message = message});
}

} // namespace tandem
