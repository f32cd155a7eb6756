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
using RemoteLists = QList<QPair<OptionList, QList<RemoteOption>>>;

/**
 * Brings one PSA's records here: the lists, then organizations, locations, contacts and configurations, page by page.
 * Pages are written in transactions of a few dozen records with a turn of the event loop between them, so that a save
 * never waits. Engine's thread; the stores must outlive it.
 */
class Puller final
{
    Q_DISABLE_COPY_MOVE(Puller)
public:
    Puller(Stores &stores, ChangeNotifier &notifier);

    /** All lists as the PSA has them now; those that it does not have are absent. */
    static QCoro::Task<Result<RemoteLists>> fetchLists(ConnectionPtr connection);
    /** Keeps lists; `enableNew` ticks new active values for sync. Inside a Transaction of the caller. */
    [[nodiscard]] Result<void> takeLists(IntegrationId id, const RemoteLists &lists, bool enableNew);
    /** Both of them. */
    QCoro::Task<Result<void>> readLists(ConnectionPtr connection, IntegrationId id, bool enableNew);
    /** One pull: all of it, or what changed since the last. Ends early with `Cancelled` when `isStopped` answers true. */
    QCoro::Task<Result<RunSummary>> pull(ConnectionPtr connection, IntegrationId id, bool full, PullProgress progress,
                                         std::function<bool()> isStopped);
    /** "Sync now": reads one linked record and takes what changed there. */
    QCoro::Task<Result<void>> pullRecord(ConnectionPtr connection, Integration integration, Link link);
    /** Carries out a person's choice where several matched (rule D2): links to this record, or makes one (0). */
    QCoro::Task<Result<void>> settleMatch(ConnectionPtr connection, Integration integration, MatchDecision decision,
                                          RecordId record);

private:
    struct Run;
    QCoro::Task<Result<void>> pullKind(Run *run, AssetKind kind, QString organizationId);
    QCoro::Task<Result<void>> pullLocations(Run *run);
    QCoro::Task<Result<void>> takePage(Run *run, AssetKind kind, QList<RemoteRecord> records);
    [[nodiscard]] Result<void> takeChunk(Run &run, AssetKind kind, const QList<RemoteRecord> &records);
    [[nodiscard]] Result<void> takeLinked(Run &run, const RemoteRecord &remote, Link link, const LocalBook &book);
    [[nodiscard]] Result<void> takeUnlinked(Run &run, const RemoteRecord &remote, const LocalBook &book);
    [[nodiscard]] Result<void> linkTo(const Integration &integration, const KindMap &map, const RemoteRecord &remote,
                                      RecordId id, const LocalBook &book);
    [[nodiscard]] Result<void> createFrom(const Integration &integration, const RemoteRecord &remote,
                                          const LocalConversion &local);
    [[nodiscard]] Result<void> finishReferences(Run &run);
    [[nodiscard]] Result<void> orphanVanished(Run &run);

    Stores &m_stores;
    ChangeNotifier &m_notifier;
};

} // namespace tandem
