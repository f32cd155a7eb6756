// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/changenotifier.h"
#include "sync/connection.h"
#include "sync/recordsync.h"

#include <QCoro/QCoroTask>

#include <functional>

namespace tandem {

/** "configurations 3,200 of 12,400": which kind is read, how many rows came, and of how many (-1: not known). */
using PullProgress = std::function<void(AssetKind kind, qint64 done, qint64 total)>;

/** A PSA's lists of values. */
struct RemoteList {
    OptionList list = OptionList::OrganizationType;
    QList<RemoteOption> values;
    bool isWhole = true; ///< what is not among the values is gone there
};
using RemoteLists = QList<RemoteList>;

/** The longest texts that a tenant takes; a kind is absent where those of the map hold. */
using TenantLengths = QHash<AssetKind, FieldLengths>;
using TenantFields = QHash<AssetKind, QList<TenantField>>;

/**
 * Brings one PSA's records here: the lists, then organizations, locations, contacts and configurations, page by page.
 * Engine's thread; the stores must outlive it.
 */
class Puller final
{
    Q_DISABLE_COPY_MOVE(Puller)
public:
    Puller(Stores &stores, ChangeNotifier &notifier);

    /** All lists as the PSA has them now; those that it does not have are absent. */
    static QCoro::Task<Result<RemoteLists>> fetchLists(ConnectionPtr connection);
    /** Inside a Transaction of the caller. */
    [[nodiscard]] static Result<void> takeList(Stores &stores, IntegrationId id, const RemoteList &list, bool enableNew);
    /** Keeps lists; `enableNew` ticks new active values for sync. Inside a Transaction of the caller. */
    [[nodiscard]] Result<void> takeLists(IntegrationId id, const RemoteLists &lists, bool enableNew);
    static QCoro::Task<Result<TenantLengths>> fetchLengths(ConnectionPtr connection);
    /** Inside a Transaction of the caller; writes only what is different. */
    [[nodiscard]] Result<void> takeLengths(IntegrationId id, const TenantLengths &lengths);
    /** What the tenant has of the kinds that custom fields are mapped of; a kind is absent when it cannot be told. */
    static QCoro::Task<Result<TenantFields>> fetchCustomFields(ConnectionPtr connection, Integration integration);
    /** Both, read and kept. */
    QCoro::Task<Result<void>> readLists(ConnectionPtr connection, IntegrationId id, bool enableNew);
    /**
     * One pull: all of it, or what changed since the last. With nothing new it writes the line in the log and when it
     * was, and no more. Ends early with `Cancelled` when `isStopped` answers true; what was taken over stays.
     */
    QCoro::Task<Result<RunSummary>> pull(ConnectionPtr connection, IntegrationId id, bool full, PullProgress progress,
                                         std::function<bool()> isStopped);
    /** "Sync now": reads one linked record and takes what changed there. */
    QCoro::Task<Result<void>> pullRecord(ConnectionPtr connection, Integration integration, Link link);
    /**
     * Carries out a person's choice where several matched (rule D2): reads the decision's remote record anew, links it to
     * this record or makes one (0), and removes the decision. `NotAllowed` when either is linked by now, `NotFound` when
     * the PSA has it no more; then the decision is removed as well.
     */
    QCoro::Task<Result<void>> settleMatch(ConnectionPtr connection, Integration integration, MatchDecision decision,
                                          RecordId record);

private:
    Stores &m_stores;
    ChangeNotifier &m_notifier;
};

} // namespace tandem
