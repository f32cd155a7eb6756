// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result.h"

#include <array>
#include <utility>

namespace tandem {

namespace {
constexpr std::array names {"usage",          "bad_input",      "not_found",    "not_allowed",    "database_unusable",
                            "database_newer", "database_full",  "secret_missing", "unreachable",  "tls_failed",
                            "timed_out",      "sign_in_failed", "rejected",     "rate_limited",   "server_fault",
                            "bad_answer",     "outcome_unknown", "cancelled",   "internal"};
static_assert(names.size() == size_t(ErrorCode::Count));
} // namespace

QString errorCodeName(ErrorCode code)
{
    return QString::fromLatin1(names.at(size_t(code)));
}

bool Error::isTransient() const
{
    switch (code) {
    case ErrorCode::Unreachable:
    case ErrorCode::TimedOut:
    case ErrorCode::RateLimited:
    case ErrorCode::ServerFault:
    case ErrorCode::BadAnswer:
    case ErrorCode::OutcomeUnknown:
        return true;
    case ErrorCode::Usage:
    case ErrorCode::BadInput:
    case ErrorCode::NotFound:
    case ErrorCode::NotAllowed:
    case ErrorCode::DatabaseUnusable:
    case ErrorCode::DatabaseNewer:
    case ErrorCode::DatabaseFull:
    case ErrorCode::SecretMissing:
    case ErrorCode::TlsFailed:
    case ErrorCode::SignInFailed:
    case ErrorCode::Rejected:
    case ErrorCode::Cancelled:
    case ErrorCode::Internal:
    case ErrorCode::Count:
        return false;
    }
    return false;
}

tl::unexpected<Error> fail(ErrorCode code, const QString &message)
{
    return tl::unexpected<Error>(Error {.code = code, .message = message});
}

tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace tandem
