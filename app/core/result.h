// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

#include <tl/expected.hpp>

namespace tandem {

/** What went wrong, for programs; `errorCodeName` gives the word that tandemctl prints. */
enum class ErrorCode {
    Usage,            ///< the command or call was wrong
    BadInput,         ///< a value was refused before anything changed
    NotFound,         ///< no such record, integration or value
    NotAllowed,       ///< the person or the API member lacks the right
    DatabaseUnusable, ///< the database cannot be opened, read or written
    DatabaseNewer,    ///< the database was made by a newer Tandem
    DatabaseFull,     ///< the disk is full
    SecretMissing,    ///< no credential is stored, or the keychain is locked
    Unreachable,      ///< no connection: name, route, refused, proxy
    TlsFailed,        ///< the server's certificate was not accepted
    TimedOut,         ///< no answer in time, and nothing had been sent
    SignInFailed,     ///< the PSA refused the credentials
    Rejected,         ///< the PSA refused the request; its words are in `remoteWords`
    RateLimited,      ///< the PSA asked to wait; see `retryAfter`
    ServerFault,      ///< the PSA failed (5xx)
    BadAnswer,        ///< the answer was not what the platform sends (HTML, broken JSON)
    OutcomeUnknown,   ///< a write was sent and no answer came: it may or may not have been applied
    Cancelled,        ///< a person or the shutdown cancelled it
    Internal,         ///< a fault of ours
    Count
};

[[nodiscard]] QString errorCodeName(ErrorCode code);

/** A failure as a value. `message` is translated and written for people; it never contains a secret. */
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString field = {};       ///< id of the Tandem field at fault, or empty
    QString remoteWords = {}; ///< the PSA's own words, verbatim plain text, or empty
    int httpStatus = 0;       ///< 0 when no HTTP answer came
    QString requestId = {};   ///< the id under which the PSA or we can find the request in a log
    std::optional<std::chrono::milliseconds> retryAfter = {};

    /** True when the same request may succeed later without anybody changing anything. */
    [[nodiscard]] bool isTransient() const;
};

template<typename T = void>
using Result = tl::expected<T, Error>;

[[nodiscard]] tl::unexpected<Error> fail(ErrorCode code, const QString &message);
[[nodiscard]] tl::unexpected<Error> fail(Error error);

} // namespace tandem
