// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/apikeystore.h"
#include "store/conflict.h"
#include "store/eventlog.h"
#include "store/integration.h"
#include "store/managedata.h"
#include "store/matchdecision.h"
#include "store/plan.h"
#include "store/recordlist.h"
#include "store/recordview.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace tandem {

/**
 * The windows' way to read: a façade over a thread of its own with a read-only connection. Any thread may
 * call; the futures finish in the reader's thread, so attach continuations with a context object. Requests
 * are answered in order, but a list request that a newer list request of the same `lane` has overtaken
 * finishes as cancelled, even half-way; so does a page request that a newer page request has. A future that
 * the caller cancels is given up likewise.
 */
class RecordReader final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordReader)
public:
    /** Opens in its thread; a database that cannot be opened makes every request fail with the reason. */
    explicit RecordReader(const QString &databasePath, QObject *parent = nullptr);
    ~RecordReader() override;

    /** All ids that match, in order: 8 bytes a row, so a million rows are 8 MB. */
    [[nodiscard]] QFuture<Result<QList<RecordId>>> ids(const RecordQuery &query, int lane);
    [[nodiscard]] QFuture<Result<QList<RecordRow>>> rows(const QList<RecordId> &ids, int lane);
    [[nodiscard]] QFuture<Result<RecordView>> record(RecordId id);
    [[nodiscard]] QFuture<Result<RecordCounts>> counts();
    /** Records to choose from; those of `organizationId` when not 0; `search` as in RecordQuery. */
    [[nodiscard]] QFuture<Result<QList<Choice>>> recordChoices(AssetKind kind, RecordId organizationId,
                                                               const QString &search, int limit);
    /** Values of a list; `parentId` narrows models to a manufacturer and regions to a country. */
    [[nodiscard]] QFuture<Result<QList<Choice>>> optionChoices(OptionList list, OptionId parentId);
    [[nodiscard]] QFuture<Result<QList<Integration>>> integrations();
    [[nodiscard]] QFuture<Result<QList<StoredOption>>> remoteOptions(IntegrationId integration);
    [[nodiscard]] QFuture<Result<QList<Event>>> events(const EventQuery &query);
    /** Writes all events of the query, whatever its limit, to a file that is replaced only when it is whole;
     * beside the other requests, not in order with them. */
    [[nodiscard]] QFuture<Result<qint64>> exportEvents(const EventQuery &query, const QString &path,
                                                       EventFormat format);
    /** As ConflictStore::list and DecisionStore::list. */
    [[nodiscard]] QFuture<Result<QList<Conflict>>> conflicts(IntegrationId integration);
    [[nodiscard]] QFuture<Result<QList<MatchDecision>>> decisions(IntegrationId integration, bool withLeft);
    [[nodiscard]] QFuture<Result<QList<LinkGroup>>> linkGroups(IntegrationId integration,
                                                               LinkSection section);
    [[nodiscard]] QFuture<Result<QList<RecordId>>> linkedRecords(const LinkSelection &selection);
    [[nodiscard]] QFuture<Result<QList<OptionUse>>> optionUses(OptionList list);
    [[nodiscard]] QFuture<Result<int>> logDays();
    /** As ApiKeyStore::all. */
    [[nodiscard]] QFuture<Result<QList<ApiKey>>> apiKeys();

    // Push All Syncable Assets; see `PlanStore`. Lists and pages are overtaken as those of records are.
    [[nodiscard]] QFuture<Result<QList<qint64>>> planIds(const PlanQuery &query, int lane);
    [[nodiscard]] QFuture<Result<QList<PlanRow>>> planRows(const QList<qint64> &ids, int lane);
    [[nodiscard]] QFuture<Result<PlanCountsByKind>> planCounts(qint64 plan);
    [[nodiscard]] QFuture<Result<QList<PlanGroup>>> planGroups(const PlanQuery &query);
    /** Writes what the query matches as CSV to a file that is replaced only when it is whole; beside the other
     * requests. */
    [[nodiscard]] QFuture<Result<qint64>> exportPlan(const PlanQuery &query, const QString &path);

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
    std::unique_ptr<Worker> m_exporter; ///< of its own, so that no list waits for a long file
};

} // namespace tandem
