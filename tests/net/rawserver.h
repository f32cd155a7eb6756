// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace tandem::tests {

/** One request as it arrived, with its whole body. */
struct RawRequest {
    QByteArray method;
    QByteArray target;                     ///< path and query, still encoded
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    int connection = 0; ///< counts the connections of the server, from 1
};

/** A complete HTTP/1.1 answer with a Content-Length. */
[[nodiscard]] QByteArray rawAnswer(int status, const QByteArray &body = {},
                                   const QByteArray &contentType = "application/json",
                                   const QList<QByteArray> &headerLines = {});

/**
 * A server on a free port of 127.0.0.1 that reads whole requests, keeps connections alive, records what came, and
 * leaves the answer to the test. Lives in the test's thread.
 */
class RawServer final : public QTcpServer
{
    Q_OBJECT
public:
    using Handler = std::function<void(QTcpSocket *socket, const RawRequest &request)>;

    explicit RawServer(QObject *parent = nullptr);

    /** What happens to every request; the default answers 200 with an empty object. */
    void setHandler(Handler handler);
    [[nodiscard]] const QList<RawRequest> &requests() const;
    [[nodiscard]] int connectionCount() const;
    /** Requests that were read but not answered yet can be answered through their sockets. */
    [[nodiscard]] const QList<QPointer<QTcpSocket>> &sockets() const;
    [[nodiscard]] QUrl url(const QString &path = {}) const;

private:
    void accept();
    void read(QTcpSocket *socket, int connection);

    Handler m_handler;
    QList<RawRequest> m_requests;
    QList<QPointer<QTcpSocket>> m_sockets;
    QHash<QTcpSocket *, QByteArray> m_pending;
    int m_connections = 0;
};

} // namespace tandem::tests
