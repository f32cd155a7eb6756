// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/gates.h"
#include "rules/merge.h"
#include "sync/recordservice.h"

namespace tandem {

/** Everything known here about one record and one integration: what the pure decisions are asked with. */
struct PushFacts {
    Record record;
    Link link; ///< `id` 0 when there is none yet
    Integration integration;
    const KindMap *map = nullptr;
    ReferenceBook book;
    RemoteConversion sendable;
    QStringList changed; ///< fields that would travel with an update; empty for a create
    QList<Gate> gates;

    [[nodiscard]] bool needsPerson() const; ///< a gate is shut that does not open by itself
};

/** Collects the facts and asks the gates. */
[[nodiscard]] Result<PushFacts> pushFacts(Stores &stores, const Integration &integration, RecordId record);

/** The same of facts that were collected otherwise: decides, and reads nothing. */
[[nodiscard]] PushFacts judgedFacts(const Integration &integration, const KindMap &map, const Record &record,
                                    const Link &link, const ReferenceBook &book, const FieldLengths &lengths);

/** What taking over a remote record did. */
struct Absorbed {
    RecordId recordId = 0;
    RemoteValues push;        ///< local changes that still have to go out
    QStringList changed;      ///< fields of the record that have another value now
    bool isNew = false;       ///< a record was made
    bool hasChanged = false;  ///< record, link or badge is different now
    bool needsPerson = false; ///< conflict policy "ask me", or several matches
};

/**
 * The one way in which a remote record's values reach Tandem, for pulls, pushes and "Sync now" alike: three-way merge per
 * field, the outbox looked at, history written. `link` must be the record's link to this remote record. Inside a
 * Transaction of the caller.
 */
[[nodiscard]] Result<Absorbed> absorb(Stores &stores, const Integration &integration, const KindMap &map, Link link,
                                      const RemoteRecord &remote, const LocalBook &book);

/**
 * Makes sure that values which came with these records exist in Tandem's lists: those that travel by name (models), and
 * list values that the PSA's own lists did not show. Inside a Transaction of the caller, before `LinkStore::localBook`.
 */
[[nodiscard]] Result<void> learnOptions(Stores &stores, const Integration &integration, const KindMap &map,
                                        const QList<RemoteRecord> &records);

/** Runs `work`, which answers Result<void>, in one transaction. */
template<typename Work>
[[nodiscard]] Result<void> inTransaction(Database &database, Work work, Durability durability = Durability::OnDisk)
{
    Transaction transaction(database, durability);
    if (Result<void> begun = transaction.begun(); !begun)
        return begun;
    if (Result<void> done = work(); !done)
        return done;
    return transaction.commit();
}

/** What the badge shows for a push that stands like this. */
[[nodiscard]] SyncState stateOf(Push::Stage stage);

} // namespace tandem
