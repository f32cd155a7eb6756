// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/syncstate.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace tandem {

/** What the sentence of a state is made of (screens.md, "PSA sync status, all states"). */
struct StatusFacts {
    SyncState state = SyncState::NotSyncing;
    QString psa;               ///< the platform's title
    QDateTime syncedAt;        ///< UTC
    QDateTime retryAt;         ///< UTC
    QStringList pendingLabels; ///< translated field labels that wait
    QString message;           ///< why it is held; the PSA's words of an error; for Retrying what it said
    QDateTime now;             ///< UTC; moments of the same day are told by the time alone
};

/** The sentence the window and tandemctl show; times are in the person's time zone. */
[[nodiscard]] QString statusSentence(const StatusFacts &facts);

} // namespace tandem
