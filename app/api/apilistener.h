// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTcpServer>
#include <QTimer>

class QTcpSocket;

namespace tandem {

/** Most bytes that a request may have with its headers: the HTTP library itself would keep whatever comes. */
inline constexpr qint64 largestRequest = 10 * 1024 * 1024 + 64 * 1024;

/** The first lines of an answer, with all headers that ours have. */
[[nodiscard]] QByteArray httpHead(int status, qsizetype length, int retryAfter, bool closes);

/**
 * Watches one connection beside the HTTP library: a request that grows too large is answered 413, and a
 * client that says nothing for long is let go. Belongs to its socket.
 */
class ApiGuard final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApiGuard)
public:
    explicit ApiGuard(QTcpSocket *socket);
    /** nullptr for a socket that has none. */
    [[nodiscard]] static ApiGuard *of(QTcpSocket *socket);

    /** A request has come in as a whole, and is being answered. */
    void noteRequest();
    void noteAnswer();

private:
    void look();
    void refuse();

    QTcpSocket *const m_socket;
    QTimer m_idle;
    qint64 m_received = 0; ///< of the request that is coming in
    bool m_isRefused = false;
};

/** Listens for the HTTP library, with a guard for each connection. */
class ApiListener final : public QTcpServer {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApiListener)
public:
    explicit ApiListener(QObject *parent = nullptr);

protected:
    void incomingConnection(qintptr handle) override;

private:
    int m_open = 0;
};

} // namespace tandem
