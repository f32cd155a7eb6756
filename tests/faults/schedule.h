// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace tandem {

/** Something that happens in a simulation. Numbers choose from what there is when its turn comes. */
struct Step {
    enum class Kind {
        SaveHere, ///< a person changes a field of a record
        CreateHere,
        RemoveHere,
        ChangeThere, ///< somebody changes a field in the PSA
        CreateThere,
        RemoveThere,
        TwinThere, ///< somebody enters in the PSA what is here and not there yet
        Push,
        Sync,
        SyncFull,
        SyncOne, ///< "Sync now" of a record
        Pass, ///< a moment, so that what is under way gets on
        PassLong, ///< minutes to hours
        Fault, ///< one of the next requests meets a fate
        DiskFull, ///< some accesses to the database fail
        Kill, ///< the program is killed and started again
        Restart, ///< it ends in good order and is started again
        Pause,
        Resume,
        Policy, ///< who wins a conflict
        Tick, ///< a type or status syncs, or does not any more
        Disable, ///< the sync of a record is stopped
        Enable,
        Decide, ///< a person settles what waits for one
        RetryNow,
        Count
    };
    Kind kind = Kind::Pass;
    int a = 0;
    int b = 0;
    int c = 0;
};

[[nodiscard]] QString stepText(const Step &step);
/** The same for the same seed, everywhere and for ever. */
[[nodiscard]] QList<Step> scheduleOf(quint32 seed);

} // namespace tandem
