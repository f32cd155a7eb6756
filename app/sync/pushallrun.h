// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/bell.h"
#include "sync/pusher.h"
#include "sync/recordservice.h"

#include <QCoro/QCoroTask>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

namespace tandem {

/**
 * The run of a confirmed plan of Push All Syncable Assets (rules F1, F2): puts its rows into the outbox a few at a time in
 * the order of pushing, and writes down what became of each. The pushes themselves are the pusher's, with everything that
 * makes them safe; where a run stands is in the database, so that it goes on after any end. Engine's thread.
 */
class PushAllRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PushAllRun)
public:
    PushAllRun(Stores &stores, IntegrationId integration, Pusher &pusher, ChangeNotifier &notifier);
    ~PushAllRun() override;

    /** Takes up the newest confirmed plan, if there is one. */
    [[nodiscard]] Result<void> load();
    /** Whether rows are fed by themselves, as the outbox is. */
    void setDriven(bool isDriven);

    [[nodiscard]] Result<void> confirm(const Plan &plan);
    [[nodiscard]] Result<void> setPaused(bool paused);
    [[nodiscard]] Result<void> cancel();
    [[nodiscard]] Result<void> retry();
    /** Feeds and waits until nothing can go now. */
    QCoro::Task<Result<void>> toItsEnd();
    /** Nothing more is fed; who waits for the end hears of it. */
    void stop();
    /** Calls to the PSA so far, for their rate. */
    void setCallCounter(std::function<qint64()> calls);

    [[nodiscard]] const Plan &plan() const; ///< `id` 0: there is none
    [[nodiscard]] bool isRunning() const;
    /** Without what only the account knows. */
    [[nodiscard]] Result<PushAllStatus> status() const;

Q_SIGNALS:
    void changed();

private:
    void soon();
    void step();
    [[nodiscard]] Result<void> settle();
    [[nodiscard]] Result<void> settleOne(const UnderwayRow &row);
    [[nodiscard]] Result<void> feed();
    [[nodiscard]] Result<void> feedOne(const PlannedRow &planned);
    [[nodiscard]] Result<void> feedHeld(const PlannedRow &planned);
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] Result<void> takeBack();
    [[nodiscard]] Result<void> setState(Plan::State state);
    [[nodiscard]] Result<void> set(qint64 row, AssetKind kind, PlanResult from, PlanResult to,
                                   const QString &message = {});
    /** Whether the plan lets a record be made there that nothing matches. */
    [[nodiscard]] bool mayCreate(RecordId record) const;
    [[nodiscard]] bool isStuck() const;
    void noteRate();

    Stores &m_stores;
    const IntegrationId m_integration;
    Pusher &m_pusher;
    ChangeNotifier &m_notifier;
    Plan m_plan;
    PlanCountsByKind m_counts;
    QSet<RecordId> m_toLink; ///< under way, and shown in the preview as having a match
    qint64 m_putOff = 0;
    qint64 m_waiting = 0; ///< under way, and for others, whom they must not keep from being fed
    int m_lowestStep = 0; ///< of the rows under way that others wait for
    bool m_isDriven = false;
    bool m_isStepping = false;
    bool m_hasMoved = false; ///< the latest step settled or fed something
    bool m_isStopped = false;
    std::function<qint64()> m_calls;
    QTimer m_timer;
    Bell m_stepped;
    struct Sample {
        QDateTime at;
        qint64 done = 0;
        qint64 calls = 0;
    };
    std::deque<Sample> m_samples; ///< of the last minutes
};

} // namespace tandem
