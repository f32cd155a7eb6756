// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace tandem {

/** Where a record stands with one integration (rule E3). The order is by severity: the state of many is the maximum. */
enum class SyncState : quint8 {
    NotSyncing,    ///< two-way is off and the record is not linked
    Synced,
    NotYetPushed,  ///< rule B5
    Paused,        ///< the integration is paused and something waits
    Disabled,      ///< a person stopped the sync of this record
    Disconnected,  ///< the integration was disconnected from it
    Pending,       ///< waits to be pushed
    Pushing,
    Checking,      ///< sent, no answer: being read back
    Retrying,      ///< will be tried again by itself
    Orphaned,
    Held,          ///< a gate holds it
    Conflict,      ///< waits for a person's choice
    Error,         ///< the PSA refused it
    Count
};

inline constexpr std::array allSyncStates {
    SyncState::NotSyncing, SyncState::Synced,  SyncState::NotYetPushed, SyncState::Paused,   SyncState::Disabled,
    SyncState::Disconnected, SyncState::Pending, SyncState::Pushing,    SyncState::Checking, SyncState::Retrying,
    SyncState::Orphaned,   SyncState::Held,    SyncState::Conflict,     SyncState::Error};
static_assert(allSyncStates.size() == size_t(SyncState::Count));

/** The word in the database and in `--json`: "synced", "not_yet_pushed", … */
[[nodiscard]] QString syncStateName(SyncState state);
[[nodiscard]] std::optional<SyncState> syncStateFromName(const QString &name);
/** Translated word for a list or a filter: "Synced", "Not yet pushed", … */
[[nodiscard]] QString syncStateTitle(SyncState state);
/** Has not reached the PSA and will by itself: what "waiting" means wherever records are counted or listed. */
[[nodiscard]] bool isWaiting(SyncState state);
/** Has not reached the PSA and will not by itself: what "Why not?" answers (rule C5). */
[[nodiscard]] bool isHeldBack(SyncState state);

/** State of an integration (rule A5). */
enum class IntegrationState : quint8 {
    NotSyncedYet,
    Queued,
    Syncing,
    UpToDate,
    Paused,
    Offline,
    SignInFailed,
    Error,
    Count
};

[[nodiscard]] QString integrationStateName(IntegrationState state);
[[nodiscard]] std::optional<IntegrationState> integrationStateFromName(const QString &name);
[[nodiscard]] QString integrationStateTitle(IntegrationState state);

} // namespace tandem
