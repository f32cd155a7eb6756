// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apilistener.h"

#include "api/apifault.h"

#include <QJsonDocument>
#include <QTcpSocket>

#include <chrono>

namespace tandem {

using namespace std::chrono_literals;

namespace {

constexpr int mostConnections = 200;
constexpr auto idleTime = 120s;
/** To a client that still sends: time to read the answer before the connection is cut. */
constexpr auto lastWords = 2s;

QByteArray reasonOf(int status)
{
    return status < 300 ? QByteArrayLiteral("OK") : QByteArrayLiteral("Refused");
}

} // namespace

QByteArray httpHead(int status, qsizetype length, int retryAfter, bool closes)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonOf(status)
        + "\r\nContent-Type: application/vnd.api+json\r\nCache-Control: no-store\r\n"
          "X-Content-Type-Options: nosniff\r\nContent-Length: "
        + QByteArray::number(length) + "\r\n";
    if (retryAfter > 0)
        head += "Retry-After: " + QByteArray::number(retryAfter) + "\r\n";
    if (closes)
        head += "Connection: close\r\n";
    return head + "\r\n";
}

ApiGuard::ApiGuard(QTcpSocket *socket)
    : QObject(socket)
    , m_socket(socket)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleTime);
    connect(&m_idle, &QTimer::timeout, socket, [socket] { socket->abort(); });
    // Before the HTTP library connects, so that it is asked first.
    connect(socket, &QTcpSocket::readyRead, this, &ApiGuard::look);
    m_idle.start();
}

ApiGuard *ApiGuard::of(QTcpSocket *socket)
{
    return socket->findChild<ApiGuard *>(QString(), Qt::FindDirectChildrenOnly);
}

void ApiGuard::noteRequest()
{
    m_received = 0;
    m_idle.stop();
}

void ApiGuard::noteAnswer()
{
    m_idle.start();
}

void ApiGuard::look()
{
    if (m_idle.isActive() && !m_isRefused)
        m_idle.start();
    m_received += m_socket->bytesAvailable();
    if (m_received > largestRequest && !m_isRefused)
        refuse();
    // The HTTP library finds nothing more to read.
    if (m_isRefused)
        m_socket->skip(m_socket->bytesAvailable());
}

void ApiGuard::refuse()
{
    m_isRefused = true;
    if (m_socket->isTransactionStarted())
        m_socket->commitTransaction();
    const ApiAnswer answer =
        faultAnswer({.status = 413, .detail = tr("A request can have 10 MB at most. Send less at once.")});
    const QByteArray body = QJsonDocument(answer.body).toJson(QJsonDocument::Compact);
    m_socket->write(httpHead(answer.status, body.size(), 0, true) + body);
    m_idle.start(lastWords);
}

ApiListener::ApiListener(QObject *parent)
    : QTcpServer(parent)
{
}

void ApiListener::incomingConnection(qintptr handle)
{
    auto *socket = new QTcpSocket(this);
    if (!socket->setSocketDescriptor(handle) || m_open >= mostConnections) {
        delete socket;
        return;
    }
    ++m_open;
    connect(socket, &QTcpSocket::disconnected, this, [this] { --m_open; });
    new ApiGuard(socket); // the socket's
    addPendingConnection(socket);
}

} // namespace tandem
