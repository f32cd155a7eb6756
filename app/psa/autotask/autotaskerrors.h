// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/result.h"
#include "net/httpclient.h"
#include "rules/fieldmap.h"

#include <QDateTime>

namespace tandem::autotask {

/** What the refused request was about. */
struct ErrorContext {
    AssetKind kind = AssetKind::Organization;
    const KindMap *map = nullptr; ///< to find our field for the PSA's name of it; nullptr: no field is named
    QString field = {}; ///< our field, where the whole request is about one (a product is about the model)
    bool isWrite = false;
};

/**
 * What an answer other than 200 means. Autotask says most with status 500 and a list of texts: refused
 * values, missing rights, a wrong tracking identifier, too many threads, and its own faults. Errors of the
 * servers before it are
 * {"Message"} or HTML. The PSA's words are kept verbatim (shortened) in `remoteWords`.
 *
 * A write is `Rejected` where the texts say what is wrong with it, since then nothing was written; it is
 * `OutcomeUnknown` where they do not.
 */
[[nodiscard]] Error errorFrom(const HttpAnswer &answer, const ErrorContext &context, const QDateTime &nowUtc);

/** Our field for the PSA's name as errors spell it ("contactID", the older "AccountID"); empty: none. */
[[nodiscard]] QString fieldFor(const QString &remoteField, const KindMap &map);

/** The PSA's words in an answer: its texts, plain text, or the title of its HTML; at most 500 characters. */
[[nodiscard]] QString wordsOf(const HttpAnswer &answer);

} // namespace tandem::autotask
