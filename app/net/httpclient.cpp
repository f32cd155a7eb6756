// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"

#include "core/logging.h"
#include "net/onceonlybody.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QThread>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <coroutine>
#include <deque>
#include <optional>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

/** QNetworkAccessManager opens no more connections to one host, and would queue the rest out of our sight. */
constexpr int connectionsPerHost = 6;

/** QTimer counts milliseconds in an int; a longer wait looks at the clock again in between. */
constexpr milliseconds longestAlarm = std::chrono::hours(1);

/** One request from `send` to its end. */
struct Flight {
    HttpRequest request;
    QByteArray id;
    std::optional<Result<HttpAnswer>> outcome;
    std::coroutine_handle<> waiter;

    // Set from departure to the end.
    QNetworkReply *reply = nullptr;
    OnceOnlyBody *upload = nullptr;
    std::unique_ptr<QTimer> deadline;
    QElapsedTimer underWay;
    QByteArray received;

    [[nodiscard]] bool isWrite() const
    {
        return request.method != "GET" && request.method != "HEAD";
    }
};

using FlightPtr = std::shared_ptr<Flight>;

/** What a coroutine waits on: the end of a flight. */
struct Landing {
    FlightPtr flight;

    [[nodiscard]] bool await_ready() const noexcept
    {
        return flight->outcome.has_value();
    }
    void await_suspend(std::coroutine_handle<> waiter) const noexcept
    {
        flight->waiter = waiter;
    }
    [[nodiscard]] Result<HttpAnswer> await_resume() const
    {
        return *std::move(flight->outcome);
    }
};

bool isLoopback(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

bool hasLineBreak(const QByteArray &text)
{
    return text.contains('\r') || text.contains('\n') || text.contains('\0');
}

/** Why a request must not leave at all. */
std::optional<Error> refusal(const HttpRequest &request)
{
    const QUrl &url = request.url;
    const bool isTls = url.scheme() == "https"_L1;
    if (!url.isValid() || url.host().isEmpty() || (!isTls && url.scheme() != "http"_L1)) {
        return Error {.code = ErrorCode::BadInput,
                      .message =
                          HttpClient::tr("“%1” is not a web address. Check the address in the connection settings.")
                              .arg(url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery))};
    }
    if (!isTls && !isLoopback(url.host())) {
        return Error {
            .code = ErrorCode::TlsFailed,
            .message = HttpClient::tr("Tandem speaks to %1 only over https, because the keys would be readable on the "
                                      "way. Write the address with https://.")
                           .arg(url.host())};
    }
    if (!url.userInfo().isEmpty()) {
        return Error {.code = ErrorCode::BadInput,
                      .message = HttpClient::tr("The address must not contain a user name or password.")};
    }
    const bool isWord = !request.method.isEmpty()
        && std::all_of(request.method.cbegin(), request.method.cend(),
                       [](char letter) { return letter >= 'A' && letter <= 'Z'; });
    if (!isWord)
        return Error {.code = ErrorCode::Internal,
                      .message = HttpClient::tr("Tandem built a request without a proper method.")};
    for (const auto &[name, value] : request.headers) {
        if (name.isEmpty() || hasLineBreak(name) || hasLineBreak(value)) {
            return Error {.code = ErrorCode::BadInput,
                          .message = HttpClient::tr("A credential contains a line break. Paste it again without it.")};
        }
    }
    return std::nullopt;
}

/** True for errors that Qt derives from a status code: there is an answer, complete and worth reading. */
bool isAboutStatus(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::NoError:
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
        return true;
    default:
        return false;
    }
}

/** True for errors that happen before a connection stands, so that nothing of a request can have been read.
 */
bool isBeforeConnection(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProtocolUnknownError:
        return true;
    default:
        return false;
    }
}

Error connectionError(QNetworkReply::NetworkError error, const QString &host)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return {.code = ErrorCode::Unreachable,
                .message = HttpClient::tr(
                               "%1 refuses the connection. Check the address and port, and whether a firewall is in "
                               "between.")
                               .arg(host)};
    case QNetworkReply::HostNotFoundError:
        return {.code = ErrorCode::Unreachable,
                .message =
                    HttpClient::tr("There is no server named %1. Check the spelling of the address and your network.")
                        .arg(host)};
    case QNetworkReply::SslHandshakeFailedError:
        return {.code = ErrorCode::TlsFailed,
                .message = HttpClient::tr(
                               "The certificate of %1 cannot be trusted, so nothing was sent. Check the address, the "
                               "date of this computer, and whether a proxy intercepts the traffic.")
                               .arg(host)};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return {.code = ErrorCode::Unreachable,
                .message = HttpClient::tr(
                               "The proxy does not let the connection to %1 through. Check the proxy settings of this "
                               "computer.")
                               .arg(host)};
    default:
        return {.code = ErrorCode::Unreachable,
                .message =
                    HttpClient::tr(
                        "The connection to %1 broke before the answer was complete. It is tried again by itself; "
                        "check your network if it stays.")
                        .arg(host)};
    }
}

} // namespace

class HttpClient::Private
{
    Q_DISABLE_COPY_MOVE(Private)
public:
    Private(HttpClient *client, const HttpLimits &httpLimits);
    ~Private() = default;

    void enqueue(const FlightPtr &flight);
    void pump();
    void shutDown();
    void noteFigures() const;
    [[nodiscard]] int callsInWindow() const;
    [[nodiscard]] QDeadlineTimer nextDeparture() const;

    HttpClient *const q;
    const HttpLimits limits;
    QNetworkAccessManager *network = nullptr; // child of q, made in its thread by the first request
    QTimer *wake = nullptr;                   // child of q
    std::deque<FlightPtr> foreground;
    std::deque<FlightPtr> background;
    QList<FlightPtr> underWay;
    std::deque<QDeadlineTimer> calls; // for each call within the window: when it leaves the window
    QDeadlineTimer heldUntil {0, Qt::PreciseTimer};
    bool isClosing = false;

private:
    void depart(const FlightPtr &flight);
    void read(const FlightPtr &flight);
    void complete(const FlightPtr &flight);
    void expire(const FlightPtr &flight);
    void land(FlightPtr flight, Result<HttpAnswer> outcome);
    void letGo(const FlightPtr &flight);
    void forgetOldCalls();

    [[nodiscard]] static bool mayBeApplied(const Flight &flight, QNetworkReply::NetworkError error);
    [[nodiscard]] static Error unknownOutcome(const Flight &flight);
    [[nodiscard]] static tl::unexpected<Error> failed(const Flight &flight, Error error);
};

HttpClient::Private::Private(HttpClient *client, const HttpLimits &httpLimits)
    : q(client)
    , limits(httpLimits)
{
}

void HttpClient::Private::enqueue(const FlightPtr &flight)
{
    (flight->request.priority == Priority::Foreground ? foreground : background).push_back(flight);
    pump();
}

void HttpClient::Private::forgetOldCalls()
{
    while (!calls.empty() && calls.front().hasExpired())
        calls.pop_front();
}

int HttpClient::Private::callsInWindow() const
{
    return int(
        std::count_if(calls.cbegin(), calls.cend(), [](const QDeadlineTimer &call) { return !call.hasExpired(); }));
}

/** When the next request may leave, as far as holds and the budget go. */
QDeadlineTimer HttpClient::Private::nextDeparture() const
{
    QDeadlineTimer moment(0, Qt::PreciseTimer);
    if (heldUntil > moment)
        moment = heldUntil;
    if (limits.callLimit > 0 && calls.size() >= size_t(limits.callLimit)) {
        const QDeadlineTimer &free = calls.at(calls.size() - size_t(limits.callLimit));
        if (free > moment)
            moment = free;
    }
    return moment;
}

/** Lets go what may go now, foreground first, and sets the alarm for the rest. */
void HttpClient::Private::pump()
{
    const int permits = std::clamp(limits.permits, 1, connectionsPerHost);
    while (!isClosing && underWay.size() < permits && !(foreground.empty() && background.empty())) {
        forgetOldCalls();
        const QDeadlineTimer moment = nextDeparture();
        if (!moment.hasExpired()) {
            if (!wake) {
                wake = new QTimer(q);
                wake->setSingleShot(true);
                wake->setTimerType(Qt::PreciseTimer);
                connect(wake, &QTimer::timeout, q, [this] { pump(); });
            }
            const auto wait = std::chrono::ceil<milliseconds>(std::chrono::nanoseconds(moment.remainingTimeNSecs()));
            wake->start(std::min<milliseconds>(wait, longestAlarm));
            break;
        }
        std::deque<FlightPtr> &queue = foreground.empty() ? background : foreground;
        const FlightPtr flight = queue.front();
        queue.pop_front();
        depart(flight);
    }
    noteFigures();
}

void HttpClient::Private::depart(const FlightPtr &flight)
{
    if (!network) {
        network = new QNetworkAccessManager(q);
        network->setAutoDeleteReplies(false);
    }
    QNetworkRequest request(flight->request.url);
    for (const auto &[name, value] : flight->request.headers)
        request.setRawHeader(name, value);
    request.setRawHeader("X-Request-ID", flight->id);
    if (!request.hasRawHeader("User-Agent"))
        request.setRawHeader("User-Agent", "Tandem");
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);

    if (limits.callLimit > 0)
        calls.push_back(QDeadlineTimer(limits.callWindow, Qt::PreciseTimer));
    flight->underWay.start();
    if (flight->isWrite()) {
        flight->upload = new OnceOnlyBody(std::exchange(flight->request.body, {}));
        // Without a length of its own Qt would read the body into a buffer that it can rewind.
        request.setHeader(QNetworkRequest::ContentLengthHeader, flight->upload->size());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        flight->reply = network->sendCustomRequest(request, flight->request.method, flight->upload);
        flight->upload->setParent(flight->reply);
    } else if (flight->request.method == "HEAD") {
        flight->reply = network->head(request);
    } else {
        flight->reply = network->get(request);
    }
    underWay.append(flight);
    connect(flight->reply, &QNetworkReply::readyRead, q, [this, flight] { read(flight); });
    connect(flight->reply, &QNetworkReply::finished, q, [this, flight] { complete(flight); });
    flight->deadline = std::make_unique<QTimer>();
    flight->deadline->setSingleShot(true);
    connect(flight->deadline.get(), &QTimer::timeout, q, [this, flight] { expire(flight); });
    flight->deadline->start(flight->request.timeout);
    Q_EMIT q->requestLeft(flight->request.route);
}

void HttpClient::Private::read(const FlightPtr &flight)
{
    if (!flight->reply)
        return;
    flight->received += flight->reply->readAll();
    if (flight->received.size() <= limits.maxBodyBytes)
        return;
    if (flight->isWrite()) {
        land(flight, failed(*flight, unknownOutcome(*flight)));
        return;
    }
    land(flight,
         failed(
             *flight,
             {.code = ErrorCode::BadAnswer,
              .message =
                  HttpClient::tr("The answer of %1 is larger than Tandem accepts.").arg(flight->request.url.host())}));
}

void HttpClient::Private::complete(const FlightPtr &flight)
{
    if (!flight->reply)
        return;
    read(flight);
    if (!flight->reply) // it was too large
        return;
    QNetworkReply *const reply = flight->reply;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = reply->error();
    bool isComplete = status >= 200 && isAboutStatus(error);
    bool hasLength = false;
    const qint64 length = reply->rawHeader("Content-Length").toLongLong(&hasLength);
    if (isComplete && hasLength && !reply->hasRawHeader("Content-Encoding") && flight->request.method != "HEAD"
        && status != 204 && status != 304)
        isComplete = flight->received.size() == length;
    if (isComplete) {
        HttpAnswer answer {.status = status,
                           .headers = reply->rawHeaderPairs(),
                           .body = flight->received,
                           .requestId = QString::fromLatin1(flight->id)};
        land(flight, answer);
    } else if (mayBeApplied(*flight, error)) {
        land(flight, failed(*flight, unknownOutcome(*flight)));
    } else {
        land(flight, failed(*flight, connectionError(error, flight->request.url.host())));
    }
}

void HttpClient::Private::expire(const FlightPtr &flight)
{
    if (!flight->reply)
        return;
    if (mayBeApplied(*flight, QNetworkReply::TimeoutError)) {
        land(flight, failed(*flight, unknownOutcome(*flight)));
        return;
    }
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(flight->request.timeout).count();
    land(flight,
         failed(*flight,
                {.code = ErrorCode::TimedOut,
                 .message = HttpClient::tr("%1 did not answer within %n second(s). It is tried again by "
                                           "itself; check your network if it stays.",
                                           nullptr, int(seconds))
                                .arg(flight->request.url.host())}));
}

/**
 * Whether the server may have received a whole write. A body that was not handed out to its end cannot have
 * arrived; for a write without a body only an error from before the connection is proof.
 */
bool HttpClient::Private::mayBeApplied(const Flight &flight, QNetworkReply::NetworkError error)
{
    if (!flight.isWrite())
        return false;
    if (flight.upload && flight.upload->size() > 0)
        return flight.upload->isDrained();
    return !isBeforeConnection(error);
}

Error HttpClient::Private::unknownOutcome(const Flight &flight)
{
    return {.code = ErrorCode::OutcomeUnknown,
            .message = HttpClient::tr(
                           "The change was sent to %1, but no answer came back. Tandem looks there whether it arrived "
                           "before it sends anything again.")
                           .arg(flight.request.url.host())};
}

tl::unexpected<Error> HttpClient::Private::failed(const Flight &flight, Error error)
{
    error.requestId = QString::fromLatin1(flight.id);
    return fail(std::move(error));
}

/** Gives the permit back and wakes the coroutine, which may do anything, so nothing may be touched after it.
 */
void HttpClient::Private::land(FlightPtr flight, Result<HttpAnswer> outcome)
{
    qCDebug(lcNet).noquote() << flight->request.route << (outcome ? outcome->status : 0)
                             << (outcome ? QString() : errorCodeName(outcome.error().code))
                             << flight->underWay.elapsed() << "ms";
    letGo(flight);
    flight->outcome = std::move(outcome);
    pump();
    if (const auto waiter = std::exchange(flight->waiter, {}))
        waiter.resume();
}

void HttpClient::Private::letGo(const FlightPtr &flight)
{
    underWay.removeOne(flight);
    // We may be inside one of the timer's or the reply's own signals.
    flight->deadline->stop();
    flight->deadline->disconnect(q);
    flight->deadline.release()->deleteLater();
    QNetworkReply *const reply = std::exchange(flight->reply, nullptr);
    flight->upload = nullptr;
    reply->disconnect(q);
    if (reply->isRunning())
        reply->abort();
    reply->deleteLater();
}

/** Ends everything: what waits was never sent, and a write that left may have been applied. */
void HttpClient::Private::shutDown()
{
    isClosing = true;
    QList<FlightPtr> ended = std::exchange(underWay, {});
    for (const FlightPtr &flight : ended) {
        const bool isOpen = mayBeApplied(*flight, QNetworkReply::OperationCanceledError);
        letGo(flight);
        flight->outcome =
            failed(*flight,
                   isOpen ? unknownOutcome(*flight)
                          : Error {.code = ErrorCode::Cancelled, .message = HttpClient::tr("Cancelled.")});
    }
    for (std::deque<FlightPtr> *queue : {&foreground, &background}) {
        for (const FlightPtr &flight : *queue) {
            flight->outcome = failed(*flight, {.code = ErrorCode::Cancelled, .message = HttpClient::tr("Cancelled.")});
            ended.append(flight);
        }
        queue->clear();
    }
    for (const FlightPtr &flight : ended) {
        if (const auto waiter = std::exchange(flight->waiter, {}))
            waiter.resume();
    }
}

void HttpClient::Private::noteFigures() const
{
    Q_EMIT q->figuresChanged();
}

QByteArray HttpAnswer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

HttpClient::HttpClient(HttpLimits limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, limits))
{
}

HttpClient::~HttpClient()
{
    d->shutDown();
}

QCoro::Task<Result<HttpAnswer>> HttpClient::send(HttpRequest request)
{
    Q_ASSERT(QThread::currentThread() == thread());
    const auto flight = std::make_shared<Flight>();
    flight->request = std::move(request);
    flight->id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    if (std::optional<Error> error = refusal(flight->request))
        flight->outcome = fail(*std::move(error));
    else if (d->isClosing)
        flight->outcome = fail(ErrorCode::Cancelled, tr("Cancelled."));
    else
        d->enqueue(flight);
    // The client may be gone when the flight lands; only the flight is touched from here on.
    Landing landing {flight};
    Result<HttpAnswer> outcome = co_await landing;
    co_return outcome;
}

void HttpClient::holdFor(milliseconds duration)
{
    const QDeadlineTimer until(duration, Qt::PreciseTimer);
    if (until > d->heldUntil)
        d->heldUntil = until;
    d->noteFigures();
}

void HttpClient::shutDown()
{
    d->shutDown();
}

CallFigures HttpClient::figures() const
{
    return {.callsInWindow = d->callsInWindow(),
            .callLimit = d->limits.callLimit,
            .windowSeconds = int(d->limits.callWindow.count()),
            .inFlight = int(d->underWay.size()),
            .waiting = int(d->foreground.size() + d->background.size())};
}

} // namespace tandem
