// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faults/simulatedpsa.h"

#include <QObject>

#include <coroutine>
#include <memory>
#include <optional>

namespace tandem {

/** What becomes of a request. */
enum class Fate {
    Answered,
    Unreached, ///< no connection
    Dropped, ///< sent and not applied; no answer
    Lost, ///< applied; no answer
    Limited, ///< 429
    Unavailable, ///< 503, not applied
    Failed, ///< 500; a write was applied all the same
    Refused, ///< a write is refused in words
    SignedOut, ///< 401
    Hung, ///< no answer until the deadline; applied
    Garbled, ///< applied; the answer makes no sense
    Count
};

/**
 * The way to the simulated PSA: every request takes a while to arrive, and its answer to come back. Fates are
 * armed beforehand for the n-th request from then on.
 */
class SimulatedNetwork final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SimulatedNetwork)
public:
    explicit SimulatedNetwork(quint32 seed);
    ~SimulatedNetwork() override;

    enum class Which { All, Writes };
    /** `skip` 0: the next request of those. */
    void arm(Which which, int skip, Fate fate);
    void disarm();
    /**
     * The program is gone, or gives up: nobody waits any more. A write under way still arrives, or does not.
     * Until `connect` nothing leaves.
     */
    void cut();
    void connect();

    struct Exchange {
        bool isWrite = false;
        std::function<void()> apply;
        Fate fate = Fate::Answered;
        bool hasArrived = false;
        std::optional<Error> error = {};
        std::coroutine_handle<> waiter = {};
        int wayBack = 0;
    };
    /** What a client awaits: the error, if any; without one `apply` was called. */
    struct Awaited {
        SimulatedNetwork &network;
        std::shared_ptr<Exchange> exchange;
        [[nodiscard]] bool await_ready() const;
        void await_suspend(std::coroutine_handle<> waiter) const;
        [[nodiscard]] std::optional<Error> await_resume() const;
    };
    [[nodiscard]] Awaited send(bool isWrite, std::function<void()> apply);
    [[nodiscard]] int requests() const;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Armed {
        Which which = Which::All;
        int skip = 0;
        Fate fate = Fate::Answered;
    };

    void arrive(Exchange &exchange);
    [[nodiscard]] Fate nextFate(bool isWrite);
    /** 0 … limit-1, by the seed and the number of the request alone. */
    [[nodiscard]] int chance(int limit);

    QList<Armed> m_armed;
    QHash<int, std::shared_ptr<Exchange>> m_underWay; ///< by timer
    quint64 m_random;
    int m_requests = 0;
    bool m_isCut = false;
};

/** Speaks to the simulated PSA. Shares nothing with the real clients. */
class SimulatedClient final : public PsaClient {
    Q_DISABLE_COPY_MOVE(SimulatedClient)
public:
    SimulatedClient(SimulatedNetwork &network, SimulatedPsa &psa);

    QCoro::Task<Result<ServerInfo>> signIn() override;
    QCoro::Task<Result<QList<RemoteOption>>> options(OptionList list) override;
    QCoro::Task<Result<RemotePage>> page(AssetKind kind, PageRequest request) override;
    QCoro::Task<Result<qint64>> count(AssetKind kind, PageRequest request) override;
    QCoro::Task<Result<RemoteRecord>> read(AssetKind kind, RemoteKey key) override;
    QCoro::Task<Result<QList<RemoteRecord>>> readMany(AssetKind kind, QList<RemoteKey> keys) override;
    QCoro::Task<Result<RemoteRecord>> create(AssetKind kind, RemoteValues values) override;
    QCoro::Task<Result<RemoteRecord>> update(RemoteRecord current, RemoteValues changes) override;
    QCoro::Task<Result<QList<RemoteRecord>>> findSimilar(AssetKind kind, RemoteValues values) override;
    [[nodiscard]] QUrl webLink(AssetKind kind, RemoteKey key) const override;

private:
    SimulatedNetwork &m_network;
    SimulatedPsa &m_psa;
};

} // namespace tandem
