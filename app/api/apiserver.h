// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <memory>

class QThread;

namespace tandem {

class ApiHttp;
class SyncEngine;

/** The port that the local API has unless another is chosen. */
inline constexpr quint16 defaultApiPort = 7420;

struct ApiServerOptions {
    QString databasePath;
    quint16 port = defaultApiPort; ///< 0: any free one
    std::shared_ptr<Clock> clock = {}; ///< null: the system's; the seam for tests
};

/**
 * The local API: IT Glue's JSON:API dialect on this computer's own addresses (README.md in this folder), in
 * threads of its own. It writes through the engine, which must outlive it. Made and ended in one thread; the
 * futures finish in the server's.
 */
class ApiServer final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApiServer)
public:
    ApiServer(SyncEngine &engine, ApiServerOptions options, QObject *parent = nullptr);
    /** As `stop`, and waits for it. */
    ~ApiServer() override;

    /** Answers its address, such as "http://127.0.0.1:7420"; `BadInput` with the field "port" when it is
     * taken. Once. */
    [[nodiscard]] QFuture<Result<QString>> start();
    /** No new requests; ends when those under way are answered. */
    [[nodiscard]] QFuture<Result<void>> stop();

private:
    const quint16 m_port;
    std::unique_ptr<QThread> m_thread;
    ApiHttp *m_http = nullptr; ///< lives in the thread and is deleted there
    std::shared_ptr<QPromise<Result<void>>> m_stopping; ///< null: nobody asked to
};

} // namespace tandem
