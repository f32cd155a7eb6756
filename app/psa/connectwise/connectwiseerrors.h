// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/result.h"
#include "net/httpclient.h"
#include "rules/fieldmap.h"

#include <QDateTime>

namespace tandem::connectwise {

/** What the refused request was about. */
struct ErrorContext {
    AssetKind kind = AssetKind::Organization;
    const KindMap *map = nullptr; ///< to find our field for the PSA's name of it; nullptr: no field is named
    QString field = {};           ///< our field, where the whole request is about one (a communication, a type)
    bool isWrite = false;
    bool isSignIn = false; ///< the first authorised call, which tells wrong keys from missing rights
};

/**
 * What an answer of 300 or more means. Knows every shape that ConnectWise, its routers and the proxies before it use:
 * JSON with and without `errors`, the other JSON of 429, plain text, HTML. The PSA's words are kept verbatim (shortened)
 * in `remoteWords`. A write that failed on the server's side is `OutcomeUnknown` unless 503 says it was not taken up.
 */
[[nodiscard]] Error errorFrom(const HttpAnswer &answer, const ErrorContext &context, const QDateTime &nowUtc);

/**
 * True when the answer says that the request never reached the tenant's API, so that nothing can have been applied: the
 * codebase has moved on or the path is wrong. Looking `companyinfo` up again is the remedy.
 */
[[nodiscard]] bool isRoutingFailure(const HttpAnswer &answer);

/** Our field for the PSA's name of it as errors spell it ("firstName", "status/id", "typeIds"); empty: none. */
[[nodiscard]] QString fieldFor(const QString &remoteField, const KindMap &map);

/** The PSA's words in an answer: its messages, its plain text, or the title of its HTML; at most 500 characters. */
[[nodiscard]] QString wordsOf(const HttpAnswer &answer);

} // namespace tandem::connectwise
