// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/bell.h"
#include "sync/changenotifier.h"
#include "sync/connection.h"
#include "sync/groupcommit.h"
#include "sync/readahead.h"
#include "sync/recordsync.h"

#include <QCoro/QCoroTask>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace tandem {

/** When a push that failed for a passing reason is tried again: full jitter over a doubling span, at most an hour. */
[[nodiscard]] std::chrono::milliseconds retryDelay(int attempt, double random);

/**
 * Carries the outbox of one integration to its PSA: at most `permits` records at once, one flight a record, and a record
 * waits for those it refers to. What happens to one push reads from top to bottom in `pushOne`. Engine's thread.
 */
class Pusher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Pusher)
public:
    using Connect = std::function<QCoro::Task<Result<ConnectionPtr>>(Integration)>;

    Pusher(Stores &stores, GroupCommit &commits, IntegrationId integration, Connect connect, ChangeNotifier &notifier,
           std::function<double()> random, QObject *parent = nullptr);
    ~Pusher() override;

    /** Starts what may go now; safe to call at any time. A first request leaves before it returns. */
    void pump();
    /** Pumps until nothing can go now. */
    QCoro::Task<Result<RunSummary>> drain();
    /** Forgets what stopped the account (sign-in, no connection), for a person's "now". */
    void unblock();
    /** Asked before a record is made in the PSA that nothing there matches; false: its push is dropped. */
    void setMayCreate(std::function<bool(RecordId)> mayCreate);
    /** No new flights; those under way go on. */
    void stop();
    [[nodiscard]] bool isIdle() const;
    /** Why nothing goes, if something stopped the whole account. */
    [[nodiscard]] std::optional<Error> blockedBy() const;
    [[nodiscard]] QDateTime retryAt() const;

Q_SIGNALS:
    void idle();
    void statusChanged(); ///< counts or what blocks changed
    void activity(const tandem::Activity &line);

private:
    void pumpQueue();
    /** Everything that may go now, as far as permits reach. */
    void startFlights();
    void tellIdle();
    /** The next row that may go and is not under way; rows are read ahead a few at a time. */
    [[nodiscard]] Result<std::optional<Push>> nextDue(const QDateTime &now);
    /** A flight whose end could not be written down is as unknown as after a crash. */
    [[nodiscard]] Result<void> findLostFlights();
    QCoro::Task<void> run(Push push, Integration integration);
    QCoro::Task<Result<void>> pushOne(ConnectionPtr connection, Push push, Integration integration);
    QCoro::Task<Result<bool>> settleUnknown(ConnectionPtr connection, Push push, PushFacts facts);
    QCoro::Task<Result<void>> sendCreate(ConnectionPtr connection, Push push, PushFacts facts);
    QCoro::Task<Result<void>> sendUpdate(ConnectionPtr connection, Push push, PushFacts facts);
    /** A company that we made, with the site that came with it, when the PSA's answer did not bring it along. */
    /** What the PSA has that is linked with no other record. */
    struct Matches {
        QList<RemoteRecord> same; ///< exact matches
        QList<RemoteRecord> alike; ///< only of the same organization and name
    };
    QCoro::Task<Result<Matches>> findMatches(ConnectionPtr connection, PushFacts facts, RemoteValues values);

    /** Several there match, or one may be it, so a person decides (rule D2). */
    [[nodiscard]] Result<void> askWhich(const Push &push, const PushFacts &facts, const QList<RemoteRecord> &matches);
    [[nodiscard]] Result<void> hold(Push push, const PushFacts &facts);
    /** Commits what is about to be sent, and answers the push as it flies. */
    QCoro::Task<Result<Push>> recordIntent(Push push, PushFacts facts, RemoteValues sent, bool isCreate);
    QCoro::Task<Result<void>> confirm(Push push, PushFacts facts, RemoteRecord answer);
    /** Of an update that has not arrived as a whole, what arrived. */
    [[nodiscard]] Result<void> agreeOnArrived(const Push &push, const KindMap &map, const RemoteValues &theirs);
    /** Writes down what the PSA now has; answers the fields of which it kept its own value. */
    [[nodiscard]] Result<QStringList> writeConfirmed(const Push &push, const PushFacts &facts, const RemoteRecord &answer);
    /** Writes the link, new or known. */
    [[nodiscard]] Result<void> tie(Link &link);
    /** After a confirmed push: whatever else the PSA's answer says is taken as by a pull. */
    [[nodiscard]] Result<void> takeRest(const Push &push, const PushFacts &facts, const Link &link,
                                        const RemoteRecord &answer);
    [[nodiscard]] Result<void> adopt(const PushFacts &facts, const RemoteRecord &remote);
    /** What was held because this record, or a company's first site, was not there yet, is looked at again. */
    [[nodiscard]] Result<void> releaseReferring(const PushFacts &facts);
    /** The push goes away, and the record is as it was before somebody asked for it. */
    [[nodiscard]] Result<void> drop(const Push &push, const PushFacts &facts);
    [[nodiscard]] Result<void> nothingToDo(const Push &push, const PushFacts &facts);
    [[nodiscard]] Result<void> refuse(Push push, const PushFacts &facts, Push::Stage stage, const Error &error);
    /** The one place that decides from an error what happens to a push (and to the account). */
    [[nodiscard]] Result<void> settleError(Push push, const PushFacts &facts, const Error &error, bool wasWrite);
    /** Counts a failure of the PSA; attempts that failed before make the wait longer. */
    [[nodiscard]] QDateTime nextTryAfter(const Error &error, int attempt);
    void block(const Error &error, QDateTime retryAt);
    void armTimer();
    void tell(const Push &push, const PushFacts &facts, SyncState state, const QString &message);

    Stores &m_stores;
    GroupCommit &m_commits;
    const IntegrationId m_integration;
    const Connect m_connect;
    ChangeNotifier &m_notifier;
    const std::function<double()> m_random;
    std::function<bool(RecordId)> m_mayCreate;
    Bell m_idle;
    QSet<RecordId> m_active;
    QList<Push> m_queue; ///< rows read ahead, in the order of leaving
    bool m_isQueueWhole = true; ///< it holds all rows that were due
    ReadAhead m_readAhead;
    QTimer m_timer;
    std::optional<Error> m_block;
    QDateTime m_retryAt;
    int m_failuresInRow = 0;
    QDateTime m_rowGrowsFrom; ///< no failure before counts
    qint64 m_done = 0;
    bool m_isStopped = false;
    bool m_mayPush = false; ///< the integration's settings allow it, when it was last looked at
    bool m_isPumping = false;
    bool m_hasLostFlights = false; ///< the database failed after a request had left
};

} // namespace tandem
