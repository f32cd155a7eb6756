// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "practice/faultrules.h"
#include "practice/practiceplatform.h"
#include "practice/practicestatistics.h"

#include <QObject>
#include <QPointer>
#include <QQueue>
#include <QSslCertificate>
#include <QSslKey>
#include <QTcpSocket>

#include <chrono>
#include <memory>

class QHttpServerRequest;
class QHttpServerResponder;

namespace tandem {

class PracticeFront;

struct PracticeServerOptions {
    quint16 port = 0; ///< 0: any free one
    quint32 seed = 1; ///< of the fault rules' probabilities
    std::chrono::milliseconds latency{0}; ///< before every answer; many requests wait at the same time
    QSslCertificate certificate = QSslCertificate(); ///< with `key`: HTTPS
    QSslKey key = QSslKey();
};

/**
 * A practice PSA: a real HTTP server on the loopback address, in the thread it was made in. It carries out
 * the fault rules, keeps statistics and opens the control door under `/practice/`; the PSA itself is a
 * PracticePlatform.
 *
 * Control door: `GET /practice/stats`, `POST /practice/reset-stats`, `GET|POST /practice/records/KIND`,
 * `GET|POST /practice/faults`, `GET|POST /practice/quirks`. It asks for no credentials and feels neither
 * faults nor latency.
 */
class PracticeServer final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PracticeServer)
public:
    /** `clock` must outlive the server. */
    PracticeServer(std::unique_ptr<PracticePlatform> platform, const PracticeServerOptions &options,
                   const Clock &clock, QObject *parent = nullptr);
    ~PracticeServer() override;

    [[nodiscard]] Result<> listen();
    /** "http://127.0.0.1:8080" once it listens. */
    [[nodiscard]] QString url() const;
    [[nodiscard]] PracticePlatform &platform() const;
    [[nodiscard]] FaultRules &faults();
    /** The line that tells a script where the server is: platform, url, credentials. */
    [[nodiscard]] QJsonObject announcement() const;

private:
    friend class PracticeFront;

    struct Exchange;
    struct Connection {
        std::unique_ptr<Exchange> current;
        QQueue<std::shared_ptr<Exchange>> waiting; ///< a pipelining client's next requests
    };

    void receive(std::unique_ptr<Exchange> exchange, QTcpSocket *socket);
    void begin(QTcpSocket *socket, std::unique_ptr<Exchange> exchange);
    void finish(QTcpSocket *socket);
    void forget(QTcpSocket *socket);
    void end(const Exchange &exchange);
    [[nodiscard]] Exchange *exchangeOf(QTcpSocket *socket, quint64 serial) const;

    [[nodiscard]] PracticeResponse respond(Exchange &exchange);
    void send(QTcpSocket *socket, Exchange &exchange);
    void sendPlain(QTcpSocket *socket, Exchange &exchange);
    void sendRaw(QTcpSocket *socket, const PracticeResponse &response, qint64 contentLength,
                 const QByteArray &body);
    void trickle(QTcpSocket *socket, quint64 serial);
    void pad(QTcpSocket *socket, quint64 serial);
    void reset(QTcpSocket *socket);

    [[nodiscard]] PracticeResponse door(const PracticeRequest &request);
    [[nodiscard]] PracticeResponse doorRecords(const PracticeRequest &request, const QString &kindName);

    const std::unique_ptr<PracticePlatform> m_platform;
    const PracticeServerOptions m_options;
    const Clock &m_clock;
    FaultRules m_faults;
    PracticeStatistics m_statistics;
    std::unique_ptr<PracticeFront> m_front;
    QHash<QTcpSocket *, std::shared_ptr<Connection>> m_connections;
    quint64 m_serial = 0;
    quint16 m_port = 0;
};

} // namespace tandem
