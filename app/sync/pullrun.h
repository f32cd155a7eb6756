// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/connection.h"
#include "sync/puller.h"
#include "sync/pullids.h"
#include "sync/pulltaker.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>

#include <optional>

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
    /** References of an organization to what came after it. */
    struct Unfinished {
        RemoteKey key;
        RemoteValues missing;
    };
    /** A remote record that needs a look. */
    struct News {
        qsizetype index = 0; ///< among the records that were asked about
        Link link = {};      ///< `id` 0: it has none
        bool isSyncing = false;
        QList<QPair<AssetKind, QString>> references = {}; ///< not empty: only these may be new
        LocalConversion local = {};                       ///< unlinked ones only, as the rest
        PlaceAndName place = {};
        QList<Record> candidates = {};
    };
    using DecisionKey = QPair<AssetKind, QString>;
    /** Does some of the work until the time is up; answers whether nothing is left. */
    using Some = std::function<Result<bool>(const QDeadlineTimer &end)>;

    // The run, in its order.
    QCoro::Task<Result<void>> begin(bool full);
    [[nodiscard]] Result<bool> isSweepDue();
    QCoro::Task<Result<void>> pullKind(AssetKind kind);
    QCoro::Task<Result<void>> pullLocations();
    QCoro::Task<Result<void>> finishReferences();
    QCoro::Task<Result<void>> orphanVanished(AssetKind kind);
    [[nodiscard]] Result<void> finish();

    QCoro::Task<Result<QList<RemoteRecord>>> sitesOf(QString organization);
    QCoro::Task<Result<void>> takePage(AssetKind kind, QList<RemoteRecord> records);
    QCoro::Task<Result<void>> inShortTransactions(Some some);

    // Inside one of those transactions.
    [[nodiscard]] Result<qsizetype> takeSome(AssetKind kind, const QList<RemoteRecord> &records,
                                             const QDeadlineTimer &end);
    [[nodiscard]] Result<QList<News>> newsAmong(AssetKind kind, const QList<RemoteRecord> &records);
    [[nodiscard]] Result<void> leaveToPushes(const QList<RemoteRecord> &records, QList<News> &all);
    [[nodiscard]] Result<void> learn(const KindMap &map, const QList<RemoteRecord> &records);
    [[nodiscard]] Result<void> findCandidates(AssetKind kind, const QList<RemoteRecord> &records, QList<News> &all);
    [[nodiscard]] Result<PullTaker::Taken> takeUnlinked(const RemoteRecord &remote, const News &news,
                                                        QSet<RecordId> &linked);
    [[nodiscard]] Result<void> ask(const RemoteRecord &remote, const News &news, const QList<Record> &candidates);
    [[nodiscard]] Result<void> finishOne(const Unfinished &unfinished, const LocalBook &book);

    [[nodiscard]] bool isFull() const;
    void announceNew();

    Stores &m_stores;
    ChangeNotifier &m_notifier;
    const ConnectionPtr m_connection;
    const IntegrationId m_id;
    const PullProgress m_progress;
    const std::function<bool()> m_isStopped;

    // Settled by `begin`.
    Integration m_integration;
    std::optional<PullTaker> m_taker;
    EnabledValues m_enabled;
    QDateTime m_startedAt;
    QDateTime m_changedSince; ///< invalid: everything
    QString m_cursor;         ///< as it is stored while this runs; another one then means that a full pull is wanted
    LocalBook m_values;       ///< what the PSA's list values stand for here
    LocalBook m_book;         ///< the same, and what the records at hand refer to
    QHash<DecisionKey, MatchDecision> m_decisions;

    // Gathered on the way.
    QHash<AssetKind, PulledIds> m_seen; ///< of a full pull
    QStringList m_organizations;        ///< remote ids of those whose locations are to be read
    PulledIds m_withSites;              ///< whose locations were read
    QList<Unfinished> m_unfinished;
    QSet<DecisionKey> m_upheld; ///< decisions that are still to be made
    bool m_hasLeftSome = false;         ///< something was left to pushes, so the next pull looks again
    qint64 m_done = 0;
    qint64 m_total = -1;
    QElapsedTimer m_sinceAnnounced;
    RunSummary m_summary;
};

} // namespace tandem
