// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faults/platformworld.h"
#include "sync/syncengine.h"

#include <QList>

#include <optional>

namespace tandem {

/** What a person and the engine do while a fault strikes. */
enum class Deed {
    Create, ///< a new contact is saved and pushed
    Update, ///< a configuration is changed and pushed
    UpdateInSteps, ///< a contact and its organization are changed, which takes several requests each
    UpdateInFlight, ///< it is changed again while the first change is on its way
    Bulk, ///< fifty new records of all kinds, which need each other, are pushed
    LargeBulk, ///< five hundred of them
    Pull, ///< the first sync
    PullChanges, ///< a sync that finds new, changed and vanished records, while a change waits here
};

[[nodiscard]] QString deedName(Deed deed);
[[nodiscard]] std::optional<Deed> deedFromName(const QString &name);

/** Brings a new profile to where the deed begins; its engine has no scheduler. */
[[nodiscard]] Result<void> prepareProfile(Deed deed, const PlatformWorld &world, SyncEngine &engine,
                                          const QString &databasePath, const ConnectionDetails &details);
/** What happens in the PSA before the deed begins and after the profile was prepared. */
void preparePractice(Deed deed, const PlatformWorld &world, PracticeDoor &practice);
/** Habits of the PSA that the deed needs, as fault rules. */
[[nodiscard]] QJsonArray rulesFor(Deed deed, const PlatformWorld &world);

/**
 * What the person still has to save, in order: nothing that is there already, as someone would who looks what
 * is missing after a crash. For a profile that no engine holds.
 */
[[nodiscard]] Result<QList<Edit>> missingEdits(Deed deed, const PlatformWorld &world,
                                               const QString &databasePath);

/** Saves the edits, pushes, syncs; the first error ends it. Blocks. */
[[nodiscard]] Result<void> perform(Deed deed, SyncEngine &engine, const QList<Edit> &edits);

/** The only integration of profiles here. */
inline constexpr IntegrationId theIntegration = 1;

} // namespace tandem
