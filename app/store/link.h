// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"
#include "core/syncstate.h"
#include "rules/remoterecord.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace tandem {

/**
 * Where one record stands with one integration. A row exists once the record concerns the integration; it is
 * tied to a remote record when `remote.id` is set. `baseline` are the values both sides last agreed on, as
 * the PSA holds them.
 */
struct Link {
    qint64 id = 0;
    IntegrationId integrationId = 0;
    RecordId recordId = 0;
    AssetKind kind = AssetKind::Organization;
    RemoteKey remote;
    RemoteValues baseline;
    QString version;
    SyncState state = SyncState::NotYetPushed; ///< what the badge shows
    QString message; ///< why it is held or in error; empty otherwise
    QString errorField; ///< Tandem field the error is about, or empty
    QDateTime syncedAt; ///< UTC; last agreement
    bool isDisabled = false; ///< a person stopped its sync
    bool isOrphaned = false;

    [[nodiscard]] bool isLinked() const;
};

/** A row of the outbox: the edits of one record that one PSA still has to get. */
struct Push {
    enum class Stage : quint8 {
        Queued, ///< leaves as soon as it may
        InFlight, ///< its intent is committed and the request may have left; at start-up it is Unknown
        Unknown, ///< sent, no answer: read back before anything is sent again
        Waiting, ///< will be tried again at `nextTryAt`
        Held, ///< a gate holds it
        Rejected, ///< the PSA said no; waits for a person
        Conflict, ///< waits for a person's choice
        Count
    };

    qint64 id = 0;
    IntegrationId integrationId = 0;
    RecordId recordId = 0;
    AssetKind kind = AssetKind::Organization;
    Stage stage = Stage::Queued;
    qint64 revision = 1; ///< raised by every save; a flight confirms only the revision it carried
    qint64 sentRevision = 0; ///< of the flight under way or unknown
    bool sentCreate = false;
    RemoteValues sent; ///< what the flight carries
    int attempt = 0;
    QDateTime createdAt; ///< UTC; the order of leaving
    QDateTime startedAt; ///< UTC; when the intent was committed
    QDateTime nextTryAt; ///< UTC
    QString person; ///< who saved last
};

[[nodiscard]] QString
pushStageName(Push::Stage stage); ///< the word in the database: "queued", "in_flight", …
[[nodiscard]] std::optional<Push::Stage> pushStageFromName(const QString &name);

} // namespace tandem
