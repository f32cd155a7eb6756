// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/conversion.h"
#include "rules/syncsettings.h"
#include "sync/changenotifier.h"
#include "sync/recordsync.h"

namespace tandem {

/**
 * What a pull does with one remote record, be it one of many or the one that a person asked for. Inside a Transaction of
 * the caller; engine's thread.
 */
class PullTaker final
{
    Q_DISABLE_COPY_MOVE(PullTaker)
public:
    PullTaker(Stores &stores, ChangeNotifier &notifier, const FieldMap &map, const Integration &integration);

    /** Rule D1: its type and status are set to sync. */
    [[nodiscard]] bool isSyncing(const RemoteRecord &remote, const EnabledValues &enabled) const;

    /** What a remote record did to the record here. */
    struct Taken {
        bool hasChanged = false;
        QStringList changed = {};  ///< fields of the record that have another value now
        RemoteValues missing = {}; ///< references to what is not here (yet); the fields stayed as they were
        bool isCircle = false;     ///< its parent lies below it here, so the parent is among what is missing
    };
    /**
     * Takes what changed over into the record that is linked with it, and queues it for the other PSAs that it is linked
     * with: what a PSA agreed to and the record has not any more goes to it, whoever changed it.
     */
    [[nodiscard]] Result<Taken> takeOver(const RemoteRecord &remote, const Link &link, const LocalBook &book);
    /** Links it with a record here; the PSA's values win on the first match (rule D2). */
    [[nodiscard]] Result<Taken> linkTo(const RemoteRecord &remote, RecordId record, const LocalBook &book);
    /** Makes a record of it; `local` are its values as Tandem holds them. */
    [[nodiscard]] Result<Taken> create(const RemoteRecord &remote, const LocalConversion &local);
    /** Rule D5: it is gone in the PSA, or does not sync any more. */
    [[nodiscard]] Result<Taken> orphan(Link link);

private:
    /** Not of a first match, which is no change of anybody's. */
    [[nodiscard]] Result<void> passOn(AssetKind kind, RecordId record, const QStringList &changed);
    [[nodiscard]] Result<Taken> merge(const Integration &integration, const RemoteRecord &remote, const Link &link,
                                      const LocalBook &book);

    Stores &m_stores;
    ChangeNotifier &m_notifier;
    const FieldMap &m_map;
    const Integration m_integration;
};

} // namespace tandem
