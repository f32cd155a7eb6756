// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/link.h"

#include <QHash>
#include <QList>

#include <optional>

namespace tandem {

class Database;

/** The edits that still have to reach a PSA. Writes belong inside a Transaction of the caller. */
class Outbox final {
public:
    explicit Outbox(Database &database);

    /**
     * Asks for a push of the record as it is now. A row that is there already is raised to a new revision;
     * unless it is in flight or unknown it becomes Queued again, its back-off forgotten, its place in the
     * order kept.
     */
    [[nodiscard]] Result<void> enqueue(IntegrationId integration, RecordId record, AssetKind kind,
                                       const QString &person, const QDateTime &now);
    [[nodiscard]] Result<std::optional<Push>> get(IntegrationId integration, RecordId record) const;
    /** Rows of these stages, oldest first within the order of kinds; `limit` 0: all. */
    [[nodiscard]] Result<QList<Push>> list(IntegrationId integration, const QList<Push::Stage> &stages,
                                           int limit = 0) const;
    /** Queued rows, and Waiting and Unknown rows whose time has come (none set: it has), in the order of
     * leaving. */
    [[nodiscard]] Result<QList<Push>> due(IntegrationId integration, const QDateTime &now, int limit) const;
    /** When the next Waiting or Unknown row is due; invalid when none waits. */
    [[nodiscard]] Result<QDateTime> nextDue(IntegrationId integration) const;
    /** Writes the stage, what was sent, the attempt and the moments of trying. */
    [[nodiscard]] Result<void> update(const Push &push);
    /** Removes the row if its revision still is `push.sentRevision`; else it becomes Queued for what came
     * meanwhile. Answers whether it is gone. */
    [[nodiscard]] Result<bool> finish(const Push &push);
    [[nodiscard]] Result<void> remove(qint64 id);
    /** At start-up: every InFlight row becomes Unknown. Answers how many. */
    [[nodiscard]] Result<int> recover();
    /** Of the Held rows only those that wait for another push; their badge says "waiting". */
    [[nodiscard]] Result<int> releaseWaiting(IntegrationId integration);
    /** Held rows become Queued, to be looked at again after settings or links changed. */
    [[nodiscard]] Result<int> releaseHeld(IntegrationId integration);
    /** Of the Held rows only those of records that refer to this one, which is in the PSA now. */
    [[nodiscard]] Result<int> releaseReferring(IntegrationId integration, RecordId record);
    /** Pushes that wait for their next try may go now, because the PSA is back. */
    [[nodiscard]] Result<int> releasePutOff(IntegrationId integration);
    /** Rows of each stage; a stage without any is absent. */
    [[nodiscard]] Result<QHash<Push::Stage, qint64>> counts(IntegrationId integration) const;
    [[nodiscard]] Result<qint64> count(IntegrationId integration, const QList<Push::Stage> &stages) const;

private:
    Database &m_database;
};

} // namespace tandem
