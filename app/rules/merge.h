// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/fieldmap.h"
#include "rules/remoterecord.h"
#include "rules/syncsettings.h"

#include <QList>
#include <QStringList>

namespace tandem {

/** The answer of the table "Three values decide everything" for one field. */
enum class FieldAnswer : quint8 {
    Nothing,
    TakeRemote,
    PushLocal,
    Agree,    ///< both changed to the same: only the baseline moves
    Conflict,
};

[[nodiscard]] FieldAnswer answerFor(NormalForm form, const QJsonValue &base, const QJsonValue &local,
                                    const QJsonValue &remote);

/** A field both sides changed, and who won. */
struct FieldConflict {
    QString field;
    QJsonValue base;
    QJsonValue local;
    QJsonValue remote;
    ConflictPolicy settledBy = ConflictPolicy::PsaWins; ///< Ask: nobody yet
    bool wasUnread = false; ///< the PSA's value had never been read, so that nobody need have changed it there
};

/** What is to be done about one record, all values as the PSA holds them. */
struct MergeAnswer {
    RemoteValues push;      ///< to send
    RemoteValues take;      ///< to write here
    RemoteValues baseline;  ///< the baseline once `take` is written and before `push` is confirmed
    QList<FieldConflict> conflicts;

    /** Whether a person must choose before the fields in conflict move. */
    [[nodiscard]] bool needsPerson() const;
};

/**
 * Decides every mapped field. `local` are the values of `toRemote`; `remote` those of the PSA with alternatives settled.
 * One-way (`twoWay` false): nothing is pushed and the PSA wins. A reference to a record that the PSA answers blank is no
 * change: the API member may not be allowed to see it (connectwise.md, quirk 10). Nor is a MAC that is not one (D4).
 */
[[nodiscard]] MergeAnswer merge(const KindMap &map, const RemoteValues &base, const RemoteValues &local,
                                const RemoteValues &remote, ConflictPolicy policy, bool twoWay);

/** Whether the PSA's value of a custom field was never looked at since it is mapped, so that the record is to be read again. */
[[nodiscard]] bool lacksCustomFields(const KindMap &map, const RemoteValues &baseline);
/** Ids of the fields that travel out and whose values differ from the baseline. */
[[nodiscard]] QStringList fieldsToPush(const KindMap &map, const RemoteValues &baseline, const RemoteValues &local);
/**
 * Whether the PSA has these values, as far as they were sent, in its own spelling at least; for settling an unknown update.
 */
[[nodiscard]] bool hasArrived(const KindMap &map, const RemoteValues &base, const RemoteValues &sent,
                              const RemoteValues &remote);
/**
 * Of an update that has not arrived as a whole, the fields that it changed all the same, with the PSA's values: those that
 * arrived, and lists in several requests (emails, phones) of which some did. They are our own doing and nobody's change.
 */
[[nodiscard]] RemoteValues arrivedOf(const KindMap &map, const RemoteValues &base, const RemoteValues &sent,
                                     const RemoteValues &remote);

} // namespace tandem
