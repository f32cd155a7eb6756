// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apihttp.h"

#include "api/apilistener.h"
#include "core/logging.h"

#include <QAbstractHttpServer>
#include <QHttpServerRequest>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int portTries = 10;

QByteArray methodName(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get:
        return "GET"_ba;
    case QHttpServerRequest::Method::Post:
        return "POST"_ba;
    case QHttpServerRequest::Method::Patch:
        return "PATCH"_ba;
    case QHttpServerRequest::Method::Delete:
        return "DELETE"_ba;
    case QHttpServerRequest::Method::Head:
        return "HEAD"_ba;
    case QHttpServerRequest::Method::Put:
    case QHttpServerRequest::Method::Options:
    case QHttpServerRequest::Method::Connect:
    case QHttpServerRequest::Method::Trace:
    case QHttpServerRequest::Method::Unknown:
    case QHttpServerRequest::Method::AnyKnown:
        break;
    }
    return {};
}

ApiRequest copyOf(const QHttpServerRequest &request)
{
    ApiRequest copy;
    const QUrl url = request.url();
    copy.method = methodName(request.method());
    copy.rawPath = url.path(QUrl::FullyEncoded);
    const QStringList parts = copy.rawPath.mid(1).split(u'/');
    for (const QString &part : parts)
        copy.path.append(QUrl::fromPercentEncoding(part.toLatin1()));
    copy.query = queryItems(url.query(QUrl::FullyEncoded).toLatin1());
    copy.key = request.value("x-api-key").trimmed();
    copy.contentType = request.value("content-type").split(';').constFirst().trimmed().toLower();
    copy.host = request.value("host").trimmed();
    copy.body = request.body();
    copy.closesConnection = request.value("connection").trimmed().toLower() == "close";
    return copy;
}

} // namespace

/** The HTTP library's side: hands every request over. */
class ApiFront final : public QAbstractHttpServer {
public:
    explicit ApiFront(ApiHttp &http)
        : m_http(http)
    {
    }

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override
    {
        m_http.receive(copyOf(request), socket);
        return true;
    }

    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override
    {
        Q_UNREACHABLE(); // handleRequest takes everything
    }

private:
    ApiHttp &m_http;
};

ApiHttp::ApiHttp(SyncEngine &engine, const QString &databasePath, std::shared_ptr<Clock> clock)
    : m_engine(engine)
    , m_databasePath(databasePath)
    , m_clock(std::move(clock))
{
}

ApiHttp::~ApiHttp()
{
    for (auto it = m_connections.cbegin(); it != m_connections.cend(); ++it)
        it.key()->disconnect(this);
    m_connections.clear();
    m_front.reset();
}

Result<quint16> ApiHttp::listen(quint16 port)
{
    m_handler = std::make_unique<ApiHandler>(m_engine, m_databasePath, m_clock);
    auto front = std::make_unique<ApiFront>(*this);
    // With any port, the one that is free at the first address may be taken at the second.
    for (int i = 0; i < portTries; ++i) {
        auto ipv4 = std::make_unique<ApiListener>();
        auto ipv6 = std::make_unique<ApiListener>();
        const bool hasFirst = ipv4->listen(QHostAddress(QHostAddress::LocalHost), port);
        const bool hasSecond =
            hasFirst && ipv6->listen(QHostAddress(QHostAddress::LocalHostIPv6), ipv4->serverPort());
        const bool isTaken = (!hasFirst && ipv4->serverError() == QAbstractSocket::AddressInUseError)
            || (hasFirst && !hasSecond && ipv6->serverError() == QAbstractSocket::AddressInUseError);
        if (isTaken && port == 0)
            continue;
        if (isTaken) {
            return fail(
                Error{.code = ErrorCode::BadInput,
                      .message = tr("Port %1 is taken by another program. Choose another port.").arg(port),
                      .field = u"port"_s});
        }
        if (!hasFirst) {
            return fail(Error{
                .code = ErrorCode::BadInput,
                .message =
                    tr("Port %1 cannot be used: %2. Choose another port.").arg(port).arg(ipv4->errorString()),
                .field = u"port"_s});
        }
        const quint16 given = ipv4->serverPort();
        front->bind(ipv4.release());
        // A computer without IPv6 has the one address only.
        if (hasSecond)
            front->bind(ipv6.release());
        m_front = std::move(front);
        return given;
    }
    return fail(Error{
        .code = ErrorCode::BadInput, .message = tr("No port is free on this computer."), .field = u"port"_s});
}

void ApiHttp::stop()
{
    m_isStopping = true;
    if (m_handler)
        m_handler->stop();
    if (m_front) {
        for (QTcpServer *server : m_front->servers())
            server->close();
    }
    checkStopped();
}

void ApiHttp::checkStopped()
{
    // What waits for the end of the last task is resumed through the event loop and goes first.
    if (m_isStopping && m_underway == 0)
        QTimer::singleShot(0, this, &ApiHttp::stopped);
}

void ApiHttp::receive(const ApiRequest &request, QTcpSocket *socket)
{
    if (!m_connections.contains(socket)) {
        m_connections.insert(socket, {.serial = ++m_serial});
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] { forget(socket); });
        connect(socket, &QObject::destroyed, this, [this, socket] { forget(socket); });
    }
    if (ApiGuard *guard = ApiGuard::of(socket))
        guard->noteRequest();
    Connection &connection = m_connections[socket];
    connection.waiting.enqueue(request);
    if (!connection.isBusy)
        serve(socket, connection.serial);
}

void ApiHttp::forget(QTcpSocket *socket)
{
    m_connections.remove(socket);
}

/** Answers what this connection has asked. The client may be gone whenever something was awaited. */
QCoro::Task<void> ApiHttp::serve(QTcpSocket *socket, quint64 serial)
{
    ++m_underway;
    m_connections[socket].isBusy = true;
    const auto isThere = [this, socket, serial] {
        const auto found = m_connections.constFind(socket);
        return found != m_connections.cend() && found->serial == serial;
    };
    while (isThere() && !m_connections.value(socket).waiting.isEmpty()) {
        const ApiRequest request = m_connections[socket].waiting.dequeue();
        const ApiAnswer answer = co_await m_handler->answer(request);
        if (isThere())
            send(socket, request, answer);
    }
    if (isThere()) {
        m_connections[socket].isBusy = false;
        if (ApiGuard *guard = ApiGuard::of(socket))
            guard->noteAnswer();
    }
    --m_underway;
    checkStopped();
}

void ApiHttp::send(QTcpSocket *socket, const ApiRequest &request, const ApiAnswer &answer)
{
    const QByteArray body = QJsonDocument(answer.body).toJson(QJsonDocument::Compact);
    const bool closes = request.closesConnection || m_isStopping;
    socket->write(httpHead(answer.status, body.size(), answer.retryAfter, closes));
    if (request.method != "HEAD")
        socket->write(body);
    if (closes)
        socket->disconnectFromHost();
}

} // namespace tandem
