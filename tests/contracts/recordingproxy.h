// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/rawserver.h"

#include <QNetworkAccessManager>
#include <QObject>

namespace tandem::tests {

/** A request and its answer, as they went past. */
struct Exchange {
    RawRequest request;
    int status = 0;
    QByteArray body;
};

/** Stands between a client and a server and writes down everything. */
class RecordingProxy final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordingProxy)
public:
    /** `server`: "http://127.0.0.1:8080". */
    explicit RecordingProxy(const QString &server, QObject *parent = nullptr);
    ~RecordingProxy() override;

    [[nodiscard]] QString address() const;
    [[nodiscard]] const QList<Exchange> &exchanges() const;

private:
    void pass(QTcpSocket *socket, const RawRequest &request);

    const QString m_target;
    RawServer m_front;
    QNetworkAccessManager m_network;
    QList<Exchange> m_exchanges;
};

} // namespace tandem::tests
