// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncengine.h"

#include <QDateTime>
#include <QIcon>
#include <QString>

namespace tandem {

// The sentences of Push All Syncable Assets, as functions of values, so that they can be tested without a
// window.

/** "214 organizations". */
[[nodiscard]] QString recordsText(AssetKind kind, qint64 count);
/** What would happen to a record, in a cell: "Create", "Link to ConnectWise #311", "Held". */
[[nodiscard]] QString plannedText(const PlanRow &row, Platform platform);
/** Why: what the match has in common (rule D2), or the first gate and how many more there are. */
[[nodiscard]] QString plannedReason(const PlanRow &row);
/** Why it failed, is held or was left out, and when it is tried again. */
[[nodiscard]] QString resultReason(const PlanRow &row, const QDateTime &nowUtc);
[[nodiscard]] QIcon outcomeIcon(PlanOutcome outcome);
[[nodiscard]] QIcon resultIcon(PlanResult result);

/** Of all kinds together. */
[[nodiscard]] PlanCounts sumOf(const PlanCountsByKind &counts);
/** Records that a run of these would touch. */
[[nodiscard]] qint64 toDo(const PlanCounts &counts);
/** Records that are settled well: they are in the PSA. */
[[nodiscard]] qint64 doneOf(const PlanCounts &counts);
/** Records that are open or under way. */
[[nodiscard]] qint64 leftOf(const PlanCounts &counts);
/** Held, undecided, or not as the preview showed them: each needs a person. */
[[nodiscard]] qint64 heldOf(const PlanCounts &counts);
/** "1,204 created, 37 linked, 3 failed"; what did not happen is left out. */
[[nodiscard]] QString resultsText(const PlanCounts &counts);

/** "about 12 minutes left". */
[[nodiscard]] QString timeLeftText(qint64 seconds);
/** "120 records a minute · 240 calls a minute, of 1,000 permitted · about 12 minutes left". */
[[nodiscard]] QString paceText(const PushAllStatus &status);
/** What the run does now, or how it ended. */
[[nodiscard]] QString runSentence(const PushAllStatus &status, const QString &name);

/** Why Push All Syncable Assets is off for the integration, and what to do; empty when it is not. */
[[nodiscard]] QString pushAllObstacle(const Integration &integration);

} // namespace tandem
