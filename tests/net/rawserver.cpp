// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/rawserver.h"

#include <QHostAddress>

#include <utility>

namespace tandem::tests {

using namespace Qt::Literals::StringLiterals;

QByteArray rawAnswer(int status, const QByteArray &body, const QByteArray &contentType,
                     const QList<QByteArray> &headerLines)
{
    QByteArray answer = "HTTP/1.1 " + QByteArray::number(status) + " Status\r\nContent-Type: " + contentType
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    for (const QByteArray &line : headerLines)
        answer += line + "\r\n";
    answer += "\r\n" + body;
    return answer;
}

RawServer::RawServer(QObject *parent)
    : QTcpServer(parent)
    , m_handler([](QTcpSocket *socket, const RawRequest &) { socket->write(rawAnswer(200, "{}")); })
{
    connect(this, &QTcpServer::newConnection, this, &RawServer::accept);
    if (!listen(QHostAddress::LocalHost))
        qFatal("The test server cannot listen: %s", qPrintable(errorString()));
}

void RawServer::setHandler(Handler handler)
{
    m_handler = std::move(handler);
}

const QList<RawRequest> &RawServer::requests() const
{
    return m_requests;
}

int RawServer::connectionCount() const
{
    return m_connections;
}

const QList<QPointer<QTcpSocket>> &RawServer::sockets() const
{
    return m_sockets;
}

QUrl RawServer::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(serverPort()).arg(path));
}

void RawServer::accept()
{
    while (QTcpSocket *socket = nextPendingConnection()) {
        const int connection = ++m_connections;
        m_sockets.append(socket);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, connection] { read(socket, connection); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_pending.remove(socket);
            socket->deleteLater();
        });
    }
}

void RawServer::read(QTcpSocket *socket, int connection)
{
    m_pending[socket] += socket->readAll();
    while (m_pending.contains(socket)) {
        const QByteArray &bytes = m_pending[socket];
        const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        const QList<QByteArray> lines = bytes.first(headEnd).replace("\r\n", "\n").split('\n');
        const QList<QByteArray> words = lines.constFirst().split(' ');
        RawRequest request {.method = words.value(0), .target = words.value(1), .connection = connection};
        for (const QByteArray &line : lines.sliced(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (bytes.size() < headEnd + 4 + length)
            return;
        request.body = bytes.sliced(headEnd + 4, length);
        m_pending[socket].remove(0, headEnd + 4 + length);
        m_requests.append(request);
        m_handler(socket, request);
    }
}

} // namespace tandem::tests
