// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceserver.h"

#include "core/logging.h"

#include <QAbstractHttpServer>
#include <QCoreApplication>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QJsonArray>
#include <QTimer>
#include <QUuid>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace tandem {

namespace {

constexpr qint64 padChunk = 1024 * 1024;
constexpr int tricklePieces = 40;

QByteArray methodName(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get:
        return "GET"_ba;
    case QHttpServerRequest::Method::Put:
        return "PUT"_ba;
    case QHttpServerRequest::Method::Delete:
        return "DELETE"_ba;
    case QHttpServerRequest::Method::Post:
        return "POST"_ba;
    case QHttpServerRequest::Method::Head:
        return "HEAD"_ba;
    case QHttpServerRequest::Method::Options:
        return "OPTIONS"_ba;
    case QHttpServerRequest::Method::Patch:
        return "PATCH"_ba;
    case QHttpServerRequest::Method::Connect:
        return "CONNECT"_ba;
    case QHttpServerRequest::Method::Trace:
        return "TRACE"_ba;
    case QHttpServerRequest::Method::Unknown:
    case QHttpServerRequest::Method::AnyKnown:
        break;
    }
    return "UNKNOWN"_ba;
}

PracticeResponse doorError(int status, const QString &message)
{
    const QJsonObject error{{u"code"_s, u"practice"_s}, {u"message"_s, message}};
    return jsonResponse(status, QJsonDocument(QJsonObject{{u"error"_s, error}}));
}

} // namespace

/** One request on its way to its answer. */
struct PracticeServer::Exchange {
    PracticeRequest request;
    QHttpServerResponder responder;
    quint64 serial = 0;
    std::optional<Fault> fault = {};
    PracticeResponse response = {};
    bool counted = false;
    bool closeAfter = false;
    QByteArray rest = {}; ///< what Trickle and Huge still have to send
    qint64 padding = 0; ///< Huge: spaces still to send before `rest`
    QMetaObject::Connection pump = {};
};

/** The HTTP library's side: hands every request over to the server. */
class PracticeFront final : public QAbstractHttpServer {
public:
    explicit PracticeFront(PracticeServer &server)
        : m_server(server)
    {
    }

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    PracticeServer &m_server;
};

bool PracticeFront::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    PracticeRequest copy;
    const QUrl url = request.url();
    copy.method = methodName(request.method());
    copy.path = url.path(QUrl::FullyEncoded).toLatin1();
    copy.rawQuery = url.query(QUrl::FullyEncoded).toLatin1();
    copy.body = request.body();
    const auto headers = request.headers();
    copy.headers.reserve(headers.size());
    for (const auto &[name, value] : headers)
        copy.headers.emplaceBack(name.toLower(), value);
    m_server.receive(std::unique_ptr<PracticeServer::Exchange>(
                         new PracticeServer::Exchange{std::move(copy), makeResponder(request, socket)}),
                     socket);
    return true;
}

void PracticeFront::missingHandler(const QHttpServerRequest &, QTcpSocket *)
{
    Q_UNREACHABLE(); // handleRequest takes everything
}

PracticeServer::PracticeServer(std::unique_ptr<PracticePlatform> platform,
                               const PracticeServerOptions &options, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_platform(std::move(platform))
    , m_options(options)
    , m_clock(clock)
    , m_faults(options.seed)
{
}

PracticeServer::~PracticeServer()
{
    for (auto it = m_connections.cbegin(); it != m_connections.cend(); ++it)
        it.key()->disconnect(this);
    m_connections.clear();
    m_front.reset();
}

Result<> PracticeServer::listen()
{
    m_front = std::make_unique<PracticeFront>(*this);
    if (!m_options.key.isNull())
        m_front->sslSetup(m_options.certificate, m_options.key);
    m_port = m_front->listen(QHostAddress::LocalHost, m_options.port);
    if (m_port == 0) {
        return fail(
            ErrorCode::BadInput,
            tr("Port %1 cannot be used. Another program may hold it: choose another port, or 0 for any.")
                .arg(m_options.port));
    }
    return {};
}

QString PracticeServer::url() const
{
    const QString scheme = m_options.key.isNull() ? u"http"_s : u"https"_s;
    return u"%1://127.0.0.1:%2"_s.arg(scheme).arg(m_port);
}

PracticePlatform &PracticeServer::platform() const
{
    return *m_platform;
}

FaultRules &PracticeServer::faults()
{
    return m_faults;
}

QJsonObject PracticeServer::announcement() const
{
    return {{u"platform"_s, m_platform->name()},
            {u"url"_s, url()},
            {u"credentials"_s, m_platform->credentials(url())}};
}

void PracticeServer::receive(std::unique_ptr<Exchange> exchange, QTcpSocket *socket)
{
    std::shared_ptr<Connection> &connection = m_connections[socket];
    if (!connection) {
        connection = std::make_shared<Connection>();
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] { forget(socket); });
        connect(socket, &QObject::destroyed, this, [this, socket] { forget(socket); });
    }
    exchange->serial = ++m_serial;
    PracticeRequest &request = exchange->request;
    request.id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    const QByteArray host = request.header("host");
    const QByteArray scheme = m_options.key.isNull() ? "http://"_ba : "https://"_ba;
    request.origin = host.isEmpty() ? url().toLatin1() : QByteArray(scheme + host);
    exchange->closeAfter = request.header("connection").toLower() == "close";
    if (connection->current)
        connection->waiting.enqueue(std::shared_ptr<Exchange>(std::move(exchange)));
    else
        begin(socket, std::move(exchange));
}

void PracticeServer::begin(QTcpSocket *socket, std::unique_ptr<Exchange> owned)
{
    Exchange &exchange = *owned;
    m_connections.value(socket)->current = std::move(owned);
    PracticeRequest &request = exchange.request;
    request.now = m_clock.nowUtc();
    if (request.path.startsWith("/practice/")) {
        exchange.response = door(request);
        send(socket, exchange);
        return;
    }

    exchange.response = respond(exchange);
    std::chrono::milliseconds delay = m_options.latency + exchange.response.delay;
    if (exchange.fault && exchange.fault->kind == FaultKind::Latency)
        delay += std::chrono::milliseconds(qint64(exchange.fault->number("ms"_L1, 1000)));
    if (delay.count() == 0) {
        send(socket, exchange);
        return;
    }
    QTimer::singleShot(delay, this, [this, socket, serial = exchange.serial] {
        if (Exchange *waiting = exchangeOf(socket, serial))
            send(socket, *waiting);
    });
}

// The change, if any, is made here, before the latency: a client that hangs up meanwhile does not undo it.
PracticeResponse PracticeServer::respond(Exchange &exchange)
{
    PracticeRequest &request = exchange.request;
    const PracticeRoute route = m_platform->route(request);
    const QString method = QString::fromLatin1(request.method);
    m_statistics.begin(method, route.path, route.isWrite, request.now);
    exchange.counted = true;
    exchange.fault = m_faults.next(method, route.path);

    if (exchange.fault) {
        const Fault &fault = *exchange.fault;
        switch (fault.kind) {
        case FaultKind::ResetBefore:
            return {};
        case FaultKind::Hang:
            if (!fault.value.toObject().value("applied"_L1).toBool())
                return {};
            break;
        case FaultKind::Status: {
            const double retryAfter = fault.value.toObject().value("retry_after"_L1).toDouble(-1);
            PracticeFailure failure{PracticeFailure::Kind::Status, int(fault.number("status"_L1, 503))};
            if (retryAfter >= 0)
                failure.retryAfter = int(retryAfter);
            return m_platform->failure(failure, request, route);
        }
        case FaultKind::Validation:
            return m_platform->failure({PracticeFailure::Kind::Validation}, request, route);
        case FaultKind::ExpiredToken:
            return m_platform->failure({PracticeFailure::Kind::ExpiredToken}, request, route);
        case FaultKind::Html: {
            PracticeResponse page;
            page.status = int(fault.number("status"_L1, 200));
            page.contentType = "text/html; charset=utf-8"_ba;
            page.body = "<!DOCTYPE html>\n<html><head><title>Service notice</title></head>"
                        "<body><h1>Please try again later</h1></body></html>\n"_ba;
            return page;
        }
        case FaultKind::ClockSkew:
            request.now = request.now.addSecs(qint64(fault.number("seconds"_L1, -3600)));
            break;
        case FaultKind::Latency:
        case FaultKind::ResetAfter:
        case FaultKind::Truncate:
        case FaultKind::BadJson:
        case FaultKind::Trickle:
        case FaultKind::Huge:
        case FaultKind::WrongLength:
        case FaultKind::ForeignLink:
        case FaultKind::Count:
            break;
        }
    }
    PracticeResponse response = m_platform->answer(request, route);
    m_statistics.addCreates(response.creates);
    return response;
}

void PracticeServer::send(QTcpSocket *socket, Exchange &exchange)
{
    if (!exchange.fault) {
        sendPlain(socket, exchange);
        return;
    }
    PracticeResponse &response = exchange.response;
    const Fault &fault = *exchange.fault;
    const QByteArray &body = response.body;
    switch (fault.kind) {
    case FaultKind::ResetBefore:
    case FaultKind::ResetAfter:
        reset(socket);
        return;
    case FaultKind::Hang:
        return; // stays unanswered, and counted as under way, until the client gives up
    case FaultKind::Truncate:
        sendRaw(socket, response, body.size(), body.first(body.size() / 2));
        socket->disconnectFromHost();
        return;
    case FaultKind::WrongLength: {
        const qint64 length = std::max<qint64>(0, body.size() + qint64(fault.number("by"_L1, -10)));
        sendRaw(socket, response, length, body);
        if (length > body.size())
            socket->disconnectFromHost();
        else
            finish(socket);
        return;
    }
    case FaultKind::Trickle:
        sendRaw(socket, response, body.size(), {});
        exchange.rest = body;
        trickle(socket, exchange.serial);
        return;
    case FaultKind::Huge:
        exchange.padding = qint64(fault.number("mb"_L1, 64)) * 1024 * 1024;
        exchange.rest = body;
        sendRaw(socket, response, body.size() + exchange.padding, {});
        exchange.pump = connect(socket, &QTcpSocket::bytesWritten, this,
                                [this, socket, serial = exchange.serial] { pad(socket, serial); });
        pad(socket, exchange.serial);
        return;
    case FaultKind::BadJson:
        response.body = body.isEmpty() ? "{"_ba : body.first(std::max<qsizetype>(1, body.size() / 2));
        break;
    case FaultKind::ForeignLink: {
        const QByteArray other = fault.value.toString(u"https://elsewhere.example.invalid"_s).toUtf8();
        for (auto &header : response.headers)
            header.second.replace(exchange.request.origin, other);
        response.body.replace(exchange.request.origin, other);
        break;
    }
    case FaultKind::Latency:
    case FaultKind::Status:
    case FaultKind::Validation:
    case FaultKind::ExpiredToken:
    case FaultKind::Html:
    case FaultKind::ClockSkew:
    case FaultKind::Count:
        break;
    }
    sendPlain(socket, exchange);
}

void PracticeServer::sendPlain(QTcpSocket *socket, Exchange &exchange)
{
    const PracticeResponse &response = exchange.response;
    QHttpServerResponder &responder = exchange.responder;
    responder.writeStatusLine(QHttpServerResponder::StatusCode(response.status));
    responder.writeHeader(
        "Date"_ba,
        QLocale::c().toString(exchange.request.now, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1());
    for (const auto &[name, value] : response.headers)
        responder.writeHeader(name, value);
    if (response.status != 204) {
        responder.writeHeader("Content-Type"_ba, response.contentType);
        responder.writeHeader("Content-Length"_ba, QByteArray::number(response.body.size()));
    }
    if (exchange.closeAfter)
        responder.writeHeader("Connection"_ba, "close"_ba);
    const bool hasBody = response.status != 204 && exchange.request.method != "HEAD";
    responder.writeBody(hasBody ? response.body : QByteArray());
    if (exchange.closeAfter)
        socket->disconnectFromHost();
    finish(socket);
}

// The HTTP library has no way to lie, so these bytes are written past it.
void PracticeServer::sendRaw(QTcpSocket *socket, const PracticeResponse &response, qint64 contentLength,
                             const QByteArray &body)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + " Practice\r\nContent-Type: "
        + response.contentType + "\r\nContent-Length: " + QByteArray::number(contentLength) + "\r\n";
    for (const auto &[name, value] : response.headers)
        head += name + ": " + value + "\r\n";
    head += "\r\n";
    socket->write(head + body);
}

void PracticeServer::trickle(QTcpSocket *socket, quint64 serial)
{
    Exchange *exchange = exchangeOf(socket, serial);
    if (!exchange)
        return;
    if (exchange->rest.isEmpty()) {
        finish(socket);
        return;
    }
    const qsizetype size = std::max<qsizetype>(1, exchange->response.body.size() / tricklePieces);
    socket->write(exchange->rest.left(size));
    exchange->rest.remove(0, size);
    const auto pause =
        std::chrono::milliseconds(qint64(exchange->fault->number("ms"_L1, 2000)) / tricklePieces);
    QTimer::singleShot(pause, this, [this, socket, serial] { trickle(socket, serial); });
}

void PracticeServer::pad(QTcpSocket *socket, quint64 serial)
{
    Exchange *exchange = exchangeOf(socket, serial);
    if (!exchange || socket->bytesToWrite() > padChunk)
        return;
    if (exchange->padding > 0) {
        const qint64 size = std::min(exchange->padding, padChunk);
        exchange->padding -= size;
        socket->write(QByteArray(size, ' '));
        return;
    }
    disconnect(exchange->pump);
    socket->write(exchange->rest);
    finish(socket);
}

void PracticeServer::reset(QTcpSocket *socket)
{
#ifdef Q_OS_UNIX
    // Closing with a linger time of zero is what makes the system send RST instead of FIN.
    const linger atOnce{1, 0};
    if (setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce) != 0)
        qCWarning(lcPractice) << "a connection will be closed instead of reset";
#endif
    socket->abort();
}

PracticeServer::Exchange *PracticeServer::exchangeOf(QTcpSocket *socket, quint64 serial) const
{
    const auto it = m_connections.constFind(socket);
    if (it == m_connections.cend() || !it.value()->current || it.value()->current->serial != serial)
        return nullptr;
    return it.value()->current.get();
}

void PracticeServer::finish(QTcpSocket *socket)
{
    const std::shared_ptr<Connection> connection = m_connections.value(socket);
    if (!connection || !connection->current)
        return;
    end(*connection->current);
    connection->current.reset();
    if (connection->waiting.isEmpty())
        return;
    const std::shared_ptr<Exchange> next = connection->waiting.dequeue();
    begin(socket, std::make_unique<Exchange>(std::move(*next)));
}

void PracticeServer::forget(QTcpSocket *socket)
{
    const std::shared_ptr<Connection> connection = m_connections.take(socket);
    if (connection && connection->current)
        end(*connection->current);
}

void PracticeServer::end(const Exchange &exchange)
{
    if (!exchange.counted)
        return; // the control door's
    m_statistics.end();
    m_platform->ended(exchange.request, m_clock.nowUtc());
}

PracticeResponse PracticeServer::door(const PracticeRequest &request)
{
    const QString path = QString::fromLatin1(request.path).sliced(int(qstrlen("/practice/")));
    const bool isGet = request.method == "GET";
    const bool isPost = request.method == "POST";
    if (!isGet && !isPost)
        return doorError(405, tr("The control door knows GET and POST."));
    if (path == "stats"_L1 && isGet)
        return jsonResponse(200, QJsonDocument(m_statistics.toJson(request.now)));
    if (path == "reset-stats"_L1 && isPost) {
        m_statistics.reset();
        return jsonResponse(200, QJsonDocument(m_statistics.toJson(request.now)));
    }
    if (path == "faults"_L1 || path == "quirks"_L1) {
        const bool isFaults = path == "faults"_L1;
        if (isPost) {
            const QJsonDocument body = QJsonDocument::fromJson(request.body);
            if (!body.isArray())
                return doorError(400, tr("The body must be a JSON array."));
            const Result<> set = isFaults ? m_faults.set(body.array())
                                          : m_platform->setQuirks(body.toVariant().toStringList());
            if (!set)
                return doorError(400, set.error().message);
        }
        const QJsonArray now =
            isFaults ? m_faults.toJson() : QJsonArray::fromStringList(m_platform->quirks());
        return jsonResponse(200, QJsonDocument(now));
    }
    if (path.startsWith("records/"_L1))
        return doorRecords(request, path.sliced(int(qstrlen("records/"))));
    return doorError(404, tr("The control door has no \"%1\".").arg(path));
}

PracticeResponse PracticeServer::doorRecords(const PracticeRequest &request, const QString &kindName)
{
    const PracticeResponse unknown = doorError(404, tr("There is no kind \"%1\".").arg(kindName));
    const std::optional<AssetKind> kind = m_platform->doorKind(kindName);
    if (request.method == "GET") {
        return kind ? m_platform->doorRead(*kind, request)
                    : m_platform->doorOther(kindName, nullptr, request).value_or(unknown);
    }

    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QString action = body.value("action"_L1).toString();
    PracticeDoorChange change;
    if (action == "create"_L1)
        change.action = PracticeDoorChange::Action::Create;
    else if (action == "update"_L1)
        change.action = PracticeDoorChange::Action::Update;
    else if (action == "delete"_L1)
        change.action = PracticeDoorChange::Action::Delete;
    else
        return doorError(400, tr("The action must be create, update or delete."));
    // Ids come from scripts as numbers or as the strings that other answers carry.
    const QJsonValue id = body.value("id"_L1);
    change.id = id.isString() ? id.toString().toInt() : id.toInt();
    change.forGood = body.value("hard"_L1).toBool();
    change.set = body.value("set"_L1).toObject();
    return kind ? m_platform->doorChange(*kind, change, request)
                : m_platform->doorOther(kindName, &change, request).value_or(unknown);
}

} // namespace tandem
