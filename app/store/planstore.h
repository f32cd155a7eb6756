// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/link.h"
#include "store/plan.h"

#include <functional>

namespace tandem {

class Database;

/** A row as it is planned, with what its table does not show. */
struct PlannedRow {
    PlanRow row;
    int step = 0; ///< it goes when those of lower steps are done
    bool comesAlong = false; ///< the PSA makes it together with its organization
    bool wasUnderway = false; ///< it was taken back, when the run was paused
    bool isRetry = false; ///< a person has seen what became of it and wants it tried again
};

/** A row whose push is under way, with all that tells what became of it. */
struct UnderwayRow {
    qint64 id = 0;
    RecordId recordId = 0;
    AssetKind kind = AssetKind::Organization;
    PlanOutcome outcome = PlanOutcome::Create;
    QString plannedRemoteId;
    int step = 0;
    bool comesAlong = false;
    bool isOurs = false; ///< its row of the outbox was made for the plan
    bool hasRecord = false; ///< the record is still here
    qint64 pushId = 0; ///< 0: nothing waits in the outbox
    Push::Stage stage = Push::Stage::Queued;
    QDateTime nextTryAt;
    QString remoteId; ///< of the link
    SyncState state = SyncState::NotSyncing;
    QString message; ///< of the link
    QString note; ///< what was noted when it was put under way
    bool wasAdopted = false; ///< it was linked with what was there, since the plan was confirmed
};

/** The plans of Push All Syncable Assets. Writes belong inside a Transaction of the caller. */
class PlanStore final {
public:
    explicit PlanStore(Database &database);

    /** A new plan without rows; answers its id. */
    [[nodiscard]] Result<qint64> insert(const Plan &plan);
    [[nodiscard]] Result<void> append(qint64 plan, const QList<PlannedRow> &rows);
    /** Writes state, found, and the moments and the person. */
    [[nodiscard]] Result<void> update(const Plan &plan);
    /** Also notes which lines of the log are from before it. */
    [[nodiscard]] Result<void> confirm(const Plan &plan);
    /** Removes up to so many of its rows, and the plan with the last; answers whether it is gone. */
    [[nodiscard]] Result<bool> removeSome(qint64 plan, int limit);

    [[nodiscard]] Result<std::optional<Plan>> get(qint64 plan) const;
    /** The newest first. */
    [[nodiscard]] Result<QList<Plan>> ofIntegration(IntegrationId integration) const;

    // What a table shows.
    [[nodiscard]] Result<QList<qint64>> ids(const PlanQuery &query,
                                            const std::function<bool()> &isOvertaken = {}) const;
    /** In the order of the ids; those that are gone are left out. */
    [[nodiscard]] Result<QList<PlanRow>> rows(const QList<qint64> &ids) const;
    [[nodiscard]] Result<PlanCountsByKind> counts(qint64 plan) const;
    [[nodiscard]] Result<QList<PlanGroup>> groups(const PlanQuery &query) const;
    /** Calls `take` for all rows of the query, few at a time. Ends with the first false. */
    [[nodiscard]] Result<void> each(const PlanQuery &query, const std::function<bool(const PlanRow &)> &take,
                                    const std::function<bool()> &isOvertaken = {}) const;
    /** As CSV, in a file that is replaced only when it is whole; answers how many rows. */
    [[nodiscard]] Result<qint64> exportTo(const QString &path, const PlanQuery &query,
                                          const std::function<bool()> &isOvertaken = {}) const;

    // The run.
    /** Open rows in the order of pushing. */
    [[nodiscard]] Result<QList<PlannedRow>> open(qint64 plan, int limit) const;
    [[nodiscard]] Result<QList<UnderwayRow>> underway(const Plan &plan) const;
    [[nodiscard]] Result<void> setResult(qint64 row, PlanResult result, const QString &message = {});
    /** It waits in the outbox now; `isOurs`: for the plan alone. `note`: what differs from the preview. */
    [[nodiscard]] Result<void> setUnderway(qint64 row, bool isOurs, const QString &note);
    [[nodiscard]] Result<void> setRetryAt(qint64 row, const QDateTime &moment);
    /** Rows with these results are open again; answers how many. */
    [[nodiscard]] Result<int> reopen(qint64 plan, const QList<PlanResult> &results);

private:
    Database &m_database;
};

/** The cells of a row for an export, and their titles; translated. */
[[nodiscard]] QStringList planCsvHeader();
[[nodiscard]] QStringList planCsvCells(const PlanRow &row);

} // namespace tandem
