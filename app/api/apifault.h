// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apirequest.h"
#include "core/result.h"

namespace tandem {

/** Why a request was refused, as the client is told. */
struct ApiFault {
    int status = 422;
    QString title = {}; ///< the protocol's words, never translated; empty: those of the status
    QString detail = {}; ///< for people
    QString pointer = {}; ///< into the request's body, or empty
    int retryAfter = 0; ///< seconds
};

template<typename T>
using ApiResult = tl::expected<T, ApiFault>;

[[nodiscard]] tl::unexpected<ApiFault> refuse(const ApiFault &fault);
[[nodiscard]] tl::unexpected<ApiFault> refuse(int status, const QString &detail);

/**
 * `{"errors":[{"status":422,"title":…,"detail":…,"source":{"pointer":…}}]}`; a missing organization is told
 * in IT Glue's other shape, with a title of its own and no detail.
 */
[[nodiscard]] ApiAnswer faultAnswer(const ApiFault &fault);

/** What an error of the engine or the database is for a client; without a pointer. */
[[nodiscard]] ApiFault faultOf(const Error &error);

} // namespace tandem
