// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bulkwrites.h"
#include "sync/connection.h"
#include "sync/puller.h"
#include "sync/pullids.h"
#include "sync/pullintake.h"

#include <QFuture>

#include <chrono>
#include <functional>
#include <optional>
#include <span>

namespace tandem {

/**
 * One pull from its first request to its line in the log. The next page is on its way while one is written; what is
 * written goes in transactions of a few milliseconds with a turn of the event loop between them, so that a person's save
 * never waits long, and only two pages and the ids that were met are ever held. Engine's thread.
 */
class PullRun final
{
    Q_DISABLE_COPY_MOVE(PullRun)
public:
    PullRun(Stores &stores, ChangeNotifier &notifier, ConnectionPtr connection, IntegrationId id,
            PullProgress progress, std::function<bool()> isStopped);

    QCoro::Task<Result<RunSummary>> run(bool full);

private:
    /** Does some of the work; answers whether nothing is left. */
    using Some = std::function<Result<bool>()>;

    // The run, in its order.
    QCoro::Task<Result<void>> begin(bool full);
    [[nodiscard]] Result<bool> isSweepDue();
    QCoro::Task<Result<void>> pullKind(AssetKind kind);
    QCoro::Task<Result<void>> pullLocations();
    QCoro::Task<Result<void>> finishReferences();
    QCoro::Task<Result<void>> readDetails(AssetKind kind);
    [[nodiscard]] Result<bool> isListDue(AssetKind kind);
    [[nodiscard]] Result<int> detailsAllowed(AssetKind kind);
    [[nodiscard]] Result<QList<RemoteKey>> detailsWanted(AssetKind kind);
    QCoro::Task<Result<void>> orphanVanished(AssetKind kind);
    [[nodiscard]] Result<void> finish();

    QCoro::Task<Result<QList<RemoteRecord>>> sitesOf(QString organization);
    QCoro::Task<Result<void>> takePage(AssetKind kind, QList<RemoteRecord> page);
    QCoro::Task<Result<void>> inShortTransactions(Some some);
    QCoro::Task<Result<void>> keepLogShort(bool isEnd);

    void note(AssetKind kind, std::span<const RemoteRecord> records);
    [[nodiscard]] qsizetype atOnceAfter(qsizetype count) const;
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] bool isRead(AssetKind kind) const;

    Stores &m_stores;
    ChangeNotifier &m_notifier;
    const ConnectionPtr m_connection;
    const IntegrationId m_id;
    const PullProgress m_progress;
    const std::function<bool()> m_isStopped;

    // Settled by `begin`.
    Integration m_integration;
    std::optional<PullIntake> m_intake;
    QDateTime m_startedAt;
    QDateTime m_changedSince; ///< invalid: everything
    QString m_cursor;         ///< as it is stored while this runs; another one then means that a full pull is wanted

    // Gathered on the way.
    QHash<AssetKind, PulledIds> m_seen; ///< of a full pull
    QStringList m_organizations;        ///< remote ids of those whose locations are to be read
    PulledIds m_withSites;              ///< whose locations were read
    qint64 m_done = 0;
    qint64 m_total = -1;
    int m_pages = 0; ///< of the list that is read
    qsizetype m_atOnce = 32;                               ///< records in one transaction
    std::chrono::duration<double, std::nano> m_took {1e6}; ///< of the latest transaction
    BulkWrites m_bulkWrites;
    QFuture<Result<qint64>> m_checkPoint = QtFuture::makeReadyFuture<Result<qint64>>(0); ///< the latest
    RunSummary m_summary;
};

} // namespace tandem
