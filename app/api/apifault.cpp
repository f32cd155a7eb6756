// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifault.h"

#include <QJsonArray>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** The words that HTTP has for a status. */
QString titleOf(int status)
{
    switch (status) {
    case 400:
        return u"Bad Request"_s;
    case 403:
        return u"Forbidden"_s;
    case 404:
        return u"Not Found"_s;
    case 413:
        return u"Payload Too Large"_s;
    case 415:
        return u"Unsupported Media Type"_s;
    case 422:
        return u"Unprocessable Entity"_s;
    case 429:
        return u"Too Many Requests"_s;
    case 503:
        return u"Service Unavailable"_s;
    default:
        return u"Internal Server Error"_s;
    }
}

} // namespace

tl::unexpected<ApiFault> refuse(const ApiFault &fault)
{
    return tl::unexpected(fault);
}

tl::unexpected<ApiFault> refuse(int status, const QString &detail)
{
    return tl::unexpected(ApiFault{.status = status, .detail = detail});
}

ApiAnswer faultAnswer(const ApiFault &fault)
{
    QJsonObject error{{u"status"_s, fault.status},
                      {u"title"_s, fault.title.isEmpty() ? titleOf(fault.status) : fault.title}};
    if (!fault.detail.isEmpty())
        error.insert(u"detail"_s, fault.detail);
    if (!fault.pointer.isEmpty())
        error.insert(u"source"_s, QJsonObject{{u"pointer"_s, fault.pointer}});
    return {
        .status = fault.status, .body = {{u"errors"_s, QJsonArray{error}}}, .retryAfter = fault.retryAfter};
}

ApiFault faultOf(const Error &error)
{
    ApiFault fault{.status = 500, .detail = error.message};
    switch (error.code) {
    case ErrorCode::BadInput:
    case ErrorCode::Rejected:
        fault.status = 422;
        break;
    case ErrorCode::NotAllowed:
        fault.status = 422;
        fault.title = u"Cannot update a synced resource"_s;
        break;
    case ErrorCode::NotFound:
        fault.status = 404;
        break;
    case ErrorCode::Cancelled:
    case ErrorCode::DatabaseFull:
    case ErrorCode::DatabaseNewer:
    case ErrorCode::DatabaseUnusable:
        fault.status = 503;
        break;
    case ErrorCode::Usage:
    case ErrorCode::SecretMissing:
    case ErrorCode::Unreachable:
    case ErrorCode::TlsFailed:
    case ErrorCode::TimedOut:
    case ErrorCode::SignInFailed:
    case ErrorCode::RateLimited:
    case ErrorCode::ServerFault:
    case ErrorCode::BadAnswer:
    case ErrorCode::OutcomeUnknown:
    case ErrorCode::Internal:
    case ErrorCode::Count:
        break;
    }
    return fault;
}

} // namespace tandem
