// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apihandler.h"

#include <QHash>
#include <QObject>
#include <QQueue>

#include <memory>

class QTcpSocket;

namespace tandem {

class ApiFront;

/**
 * The HTTP side: listens on the loopback addresses, hands requests to the handler and writes the answers,
 * those of a connection in their order. Lives in one thread, where all of it is made by `listen`.
 */
class ApiHttp final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApiHttp)
public:
    /** `engine` must outlive it. A null clock is the system's. */
    ApiHttp(SyncEngine &engine, const QString &databasePath, std::shared_ptr<Clock> clock);
    ~ApiHttp() override;

    /** Port 0: any free one. Answers the port; `BadInput` with the field "port" when it cannot be had. */
    [[nodiscard]] Result<quint16> listen(quint16 port);
    /** Takes no new connections; `stopped` follows once what is under way is answered. */
    void stop();

Q_SIGNALS:
    void stopped();

private:
    friend class ApiFront;

    struct Connection {
        QQueue<ApiRequest> waiting; ///< the first is the one under way
        quint64 serial = 0; ///< tells it from a later one at the same address
        bool isBusy = false;
    };

    void receive(const ApiRequest &request, QTcpSocket *socket);
    void forget(QTcpSocket *socket);
    QCoro::Task<void> serve(QTcpSocket *socket, quint64 serial);
    void send(QTcpSocket *socket, const ApiRequest &request, const ApiAnswer &answer);
    void checkStopped();

    SyncEngine &m_engine;
    const QString m_databasePath;
    const std::shared_ptr<Clock> m_clock;
    std::unique_ptr<ApiHandler> m_handler;
    std::unique_ptr<ApiFront> m_front;
    QHash<QTcpSocket *, Connection> m_connections;
    quint64 m_serial = 0;
    int m_underway = 0;
    bool m_isStopping = false;
};

} // namespace tandem
