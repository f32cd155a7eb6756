// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/recordingproxy.h"

#include <QNetworkReply>
#include <QNetworkRequest>

namespace tandem::tests {

RecordingProxy::RecordingProxy(const QString &server, QObject *parent)
    : QObject(parent)
    , m_target(server)
{
    m_front.setHandler([this](QTcpSocket *socket, const RawRequest &request) { pass(socket, request); });
}

RecordingProxy::~RecordingProxy() = default;

QString RecordingProxy::address() const
{
    return m_front.url().toString();
}

const QList<Exchange> &RecordingProxy::exchanges() const
{
    return m_exchanges;
}

void RecordingProxy::pass(QTcpSocket *socket, const RawRequest &request)
{
    QNetworkRequest onward(QUrl::fromEncoded(m_target.toLatin1() + request.target));
    for (const char *name : {"authorization", "clientid", "accept", "content-type", "pagination-type"}) {
        if (request.headers.contains(name))
            onward.setRawHeader(name, request.headers.value(name));
    }
    QNetworkReply *reply = m_network.sendCustomRequest(onward, request.method, request.body);
    const QPointer<QTcpSocket> client(socket);
    connect(reply, &QNetworkReply::finished, this, [this, reply, client, request] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QByteArray body = reply->readAll();
        m_exchanges.append({.request = request, .status = status, .body = body});
        QList<QByteArray> lines;
        for (const char *name : {"Link", "Retry-After", "x-cw-request-id"}) {
            if (reply->hasRawHeader(name))
                lines.append(QByteArray(name) + ": " + reply->rawHeader(name));
        }
        if (client)
            client->write(rawAnswer(status, body, reply->rawHeader("Content-Type"), lines));
        reply->deleteLater();
    });
}

} // namespace tandem::tests
