// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/platform.h"
#include "core/result.h"
#include "net/httpclient.h"
#include "rules/fieldmap.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace tandem::kaseya {

/** What the refused request was about. */
struct ErrorContext {
    Platform platform = Platform::KaseyaBms;
    AssetKind kind = AssetKind::Organization;
    const KindMap *map = nullptr; ///< to find our field for the PSA's name of it; nullptr: no field is named
    QString field = {}; ///< our field, where the whole request is about one
    bool isWrite = false;
};

/**
 * What an answer means that is no success: another status than 200, or an envelope whose `success` is false.
 * The vendor describes status 200 only and no codes, so the PSA's words decide, and stay verbatim (shortened)
 * in `remoteWords`. A write is `Rejected` where the answer says what is wrong with it, and `OutcomeUnknown`
 * where the server failed.
 */
[[nodiscard]] Error errorFrom(const HttpAnswer &answer, const ErrorContext &context, const QDateTime &nowUtc);

/** Whether an answer is an envelope that says that it failed, in either interface's words; any status. */
[[nodiscard]] bool saysFailure(const QJsonObject &envelope);
/** Whether it says that the token is not, or no longer, valid. */
[[nodiscard]] bool saysSignedOut(const HttpAnswer &answer);
/** The PSA's words in an answer; at most 500 characters. */
[[nodiscard]] QString wordsOf(const HttpAnswer &answer);
/** Our field for the PSA's name as errors spell it ("AccountName", "Emails[0].EmailAddress"); empty: none. */
[[nodiscard]] QString fieldFor(const QString &remoteField, const KindMap &map);

} // namespace tandem::kaseya
