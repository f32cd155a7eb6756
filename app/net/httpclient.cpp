// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"

#include "core/logging.h"
#include "net/calllimiter.h"
#include "net/onceonlybody.h"
#include "net/retryafter.h"
#include "net/systemproxies.h"
#include "net/transport.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSslConfiguration>
#include <QThread>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <coroutine>
#include <map>
#include <optional>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

/** QNetworkAccessManager opens no more connections to one host, and would queue the rest out of our sight. */
constexpr int connectionsPerHost = 6;

constexpr qint64 readAtOnce = 256 * 1024;

/** QTimer counts milliseconds in an int; a longer wait looks at the clock again in between. */
constexpr milliseconds longestAlarm = std::chrono::hours(1);

/** Whoever is refused because of a probe that is under way need not ask again before. */
constexpr milliseconds shortestRetry{1'000};

/** One request from `send` to its end. */
struct Flight {
    HttpRequest request;
    QByteArray id;
    CallLimiter::Ticket ticket = 0;
    bool isProbe = false; // its end decides whether the PSA is back
    std::optional<Result<HttpAnswer>> outcome;
    std::coroutine_handle<> waiter;

    // Set from departure to the end.
    QNetworkReply *reply = nullptr;
    OnceOnlyBody *upload = nullptr;
    std::unique_ptr<QTimer> deadline;
    QElapsedTimer underWay;
    QByteArray received;
    bool isUnreadable = false; // there is an answer, but too large a one, or not what its encoding says

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

Moment now()
{
    return std::chrono::steady_clock::now();
}

CallLimits callLimitsOf(const HttpLimits &limits)
{
    CallLimits calls = limits.calls.value_or(CallLimits{.permits = limits.permits});
    if (!limits.calls && limits.callLimit > 0)
        calls.windows = {{.calls = limits.callLimit, .length = limits.callWindow}};
    calls.permits = std::clamp(calls.permits, 1, connectionsPerHost);
    return calls;
}

QSslConfiguration tlsOf(const HttpLimits &limits)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.addCaCertificates(limits.authorities);
    return tls;
}

std::function<double()> randomOf(const HttpLimits &limits)
{
    return limits.random ? limits.random : [] { return QRandomGenerator::global()->generateDouble(); };
}

} // namespace

class HttpClient::Private {
    Q_DISABLE_COPY_MOVE(Private)
public:
    Private(HttpClient *client, const HttpLimits &httpLimits);
    ~Private() = default;

    void take(const FlightPtr &flight);
    void pump();
    void shutDown();
    void noteFigures() const;
    [[nodiscard]] Error offlineError(const Flight &flight) const;

    HttpClient *const q;
    const HttpLimits limits;
    const QSslConfiguration tls;
    CallLimiter limiter;
    CircuitBreaker circuit;
    std::optional<HttpRequest> probe;
    QNetworkAccessManager *network = nullptr; // child of q, made in its thread by the first request
    QTimer *wake = nullptr; // child of q
    std::map<CallLimiter::Ticket, FlightPtr> waiting;
    QList<FlightPtr> underWay;
    QList<FlightPtr> parked; // until the probe that is under way has ended
    bool isClosing = false;

private:
    void enqueue(const FlightPtr &flight);
    void launchProbe();
    void setAlarm();
    void depart(const FlightPtr &flight);
    void readHead(const FlightPtr &flight);
    void read(const FlightPtr &flight);
    void complete(const FlightPtr &flight);
    void expire(const FlightPtr &flight);
    void landUnreadable(const FlightPtr &flight, const QString &message);
    void land(FlightPtr flight, Result<HttpAnswer> outcome);
    void letGo(const FlightPtr &flight);
    void noteLimits(const Flight &flight, const HttpAnswer &answer);
    [[nodiscard]] bool noteContact(const Flight &flight);
    [[nodiscard]] QList<FlightPtr> refuseWaiting();
    [[nodiscard]] milliseconds timeoutOf(const Flight &flight) const;

    [[nodiscard]] static bool hasAnswered(const Flight &flight);
    [[nodiscard]] static bool mayBeApplied(const Flight &flight, QNetworkReply::NetworkError error);
    [[nodiscard]] static Error unknownOutcome(const Flight &flight);
    [[nodiscard]] static tl::unexpected<Error> failed(const Flight &flight, Error error);
    static void resume(const QList<FlightPtr> &ended);
};

HttpClient::Private::Private(HttpClient *client, const HttpLimits &httpLimits)
    : q(client)
    , limits(httpLimits)
    , tls(tlsOf(httpLimits))
    , limiter(callLimitsOf(httpLimits))
    , circuit(httpLimits.circuit, randomOf(httpLimits))
{
}

/** Takes a request to its place in the queue, unless the PSA is offline. */
void HttpClient::Private::take(const FlightPtr &flight)
{
    switch (circuit.admit(now(), flight->request.isProbe || !probe)) {
    case CircuitBreaker::Admission::Refused:
        if (circuit.isProbing()) {
            parked.append(flight);
            return;
        }
        flight->outcome = fail(offlineError(*flight));
        return;
    case CircuitBreaker::Admission::Probe:
        flight->isProbe = true;
        break;
    case CircuitBreaker::Admission::Call:
        break;
    }
    enqueue(flight);
    pump();
}

void HttpClient::Private::enqueue(const FlightPtr &flight)
{
    flight->ticket = limiter.enqueue(endpointOf(flight->request), flight->request.priority);
    waiting.emplace(flight->ticket, flight);
}

/** Lets go what may go now, and sets the alarm for the rest. */
void HttpClient::Private::pump()
{
    if (!isClosing && probe && circuit.isProbeDue(now()))
        launchProbe();
    while (!isClosing) {
        const std::optional<CallLimiter::Ticket> ticket = limiter.next(now());
        if (!ticket)
            break;
        const auto place = waiting.find(*ticket);
        Q_ASSERT(place != waiting.end());
        const FlightPtr flight = place->second;
        waiting.erase(place);
        depart(flight);
    }
    if (!isClosing)
        setAlarm();
    noteFigures();
}

/** Nobody waits for it: its end closes the circuit, or puts the next probe off. */
void HttpClient::Private::launchProbe()
{
    const auto flight = std::make_shared<Flight>();
    flight->request = *probe;
    flight->id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    flight->isProbe = circuit.admit(now(), true) == CircuitBreaker::Admission::Probe;
    enqueue(flight);
}

void HttpClient::Private::setAlarm()
{
    const Moment present = now();
    std::optional<Moment> moment = limiter.wakeAt(present);
    if (probe && circuit.isOpen() && circuit.probeAt() > present)
        moment = std::min(moment.value_or(circuit.probeAt()), circuit.probeAt());
    if (!moment)
        return;
    if (!wake) {
        wake = new QTimer(q);
        wake->setSingleShot(true);
        wake->setTimerType(Qt::PreciseTimer);
        connect(wake, &QTimer::timeout, q, [this] { pump(); });
    }
    wake->start(std::min<milliseconds>(std::chrono::ceil<milliseconds>(*moment - present), longestAlarm));
}

void HttpClient::Private::depart(const FlightPtr &flight)
{
    // The only place that hands anything to the network, and only with the limiter's leave.
    Q_ASSERT(limiter.isUnderWay(flight->ticket));
    if (!network) {
        network = new QNetworkAccessManager(q);
        network->setAutoDeleteReplies(false);
        network->setProxyFactory(new SystemProxies); // the manager's
    }
    QNetworkRequest request(flight->request.url);
    request.setSslConfiguration(tls);
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
    // We stop reading at a size of our own; Qt's guess from the ratio would refuse a long list of similar
    // records.
    request.setDecompressedSafetyCheckThreshold(-1);

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
    Q_ASSERT(underWay.size() == limiter.underWay());
    connect(flight->reply, &QNetworkReply::metaDataChanged, q, [this, flight] { readHead(flight); });
    connect(flight->reply, &QNetworkReply::readyRead, q, [this, flight] { read(flight); });
    connect(flight->reply, &QNetworkReply::finished, q, [this, flight] { complete(flight); });
    flight->deadline = std::make_unique<QTimer>();
    flight->deadline->setSingleShot(true);
    connect(flight->deadline.get(), &QTimer::timeout, q, [this, flight] { expire(flight); });
    flight->deadline->start(timeoutOf(*flight));
    Q_EMIT q->requestLeft(flight->request.route);
}

milliseconds HttpClient::Private::timeoutOf(const Flight &flight) const
{
    return std::min(flight.request.timeout, limits.longestTimeout);
}

void HttpClient::Private::readHead(const FlightPtr &flight)
{
    if (flight->reply && sizeOf(flight->reply->rawHeaderPairs()) > limits.maxHeaderBytes) {
        landUnreadable(flight,
                       HttpClient::tr("The answer of %1 is larger than Tandem accepts.")
                           .arg(flight->request.url.host()));
    }
}

/** Takes what is there, but never more than one byte too many: a compressed answer grows only while it is
 * read. */
void HttpClient::Private::read(const FlightPtr &flight)
{
    while (flight->reply) {
        const qint64 room = limits.maxBodyBytes + 1 - flight->received.size();
        const QByteArray part = flight->reply->read(std::min(room, readAtOnce));
        if (part.isEmpty())
            return;
        flight->received += part;
        if (flight->received.size() <= limits.maxBodyBytes)
            continue;
        landUnreadable(flight,
                       HttpClient::tr("The answer of %1 is larger than Tandem accepts.")
                           .arg(flight->request.url.host()));
    }
}

void HttpClient::Private::landUnreadable(const FlightPtr &flight, const QString &message)
{
    flight->isUnreadable = true;
    if (flight->isWrite())
        land(flight, failed(*flight, unknownOutcome(*flight)));
    else
        land(flight, failed(*flight, {.code = ErrorCode::BadAnswer, .message = message}));
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
    if (status >= 200 && status < 400 && error == QNetworkReply::UnknownContentError) {
        landUnreadable(flight,
                       HttpClient::tr("The answer of %1 is not compressed the way it says.")
                           .arg(flight->request.url.host()));
        return;
    }
    bool isComplete = status >= 200 && isAboutStatus(error);
    bool hasLength = false;
    const qint64 length = reply->rawHeader("Content-Length").toLongLong(&hasLength);
    if (isComplete && hasLength && !reply->hasRawHeader("Content-Encoding")
        && flight->request.method != "HEAD" && status != 204 && status != 304)
        isComplete = flight->received.size() == length;
    if (isComplete) {
        HttpAnswer answer{.status = status,
                          .headers = reply->rawHeaderPairs(),
                          .body = flight->received,
                          .requestId = QString::fromLatin1(flight->id)};
        noteLimits(*flight, answer);
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
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(timeoutOf(*flight)).count();
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
    return {
        .code = ErrorCode::OutcomeUnknown,
        .message =
            HttpClient::tr(
                "The change was sent to %1, but no answer came back. Tandem looks there whether it arrived "
                "before it sends anything again.")
                .arg(flight.request.url.host())};
}

tl::unexpected<Error> HttpClient::Private::failed(const Flight &flight, Error error)
{
    error.requestId = QString::fromLatin1(flight.id);
    return fail(std::move(error));
}

/** What the PSA says about its limits; words of its own are for its client to understand. */
void HttpClient::Private::noteLimits(const Flight &flight, const HttpAnswer &answer)
{
    const auto wait = parseRetryAfter(answer.header("Retry-After"), QDateTime::currentDateTimeUtc());
    if (answer.status == 429)
        limiter.noteThrottled(now(), endpointOf(flight.request), wait);
    else if (answer.status >= 400 && wait)
        limiter.hold(now(), *wait, HoldReason::AskedToWait);
}

/** Whether the PSA itself spoke. A gateway that reaches nothing behind it did not, unless it says when to
 * come again. */
bool HttpClient::Private::hasAnswered(const Flight &flight)
{
    if (!flight.outcome->has_value())
        return flight.isUnreadable;
    const HttpAnswer &answer = flight.outcome->value();
    const bool isGateway = answer.status == 502 || answer.status == 503 || answer.status == 504;
    return !isGateway || !answer.header("Retry-After").isEmpty();
}

/** True when the PSA is offline now, back, or probed at another time. */
bool HttpClient::Private::noteContact(const Flight &flight)
{
    if (hasAnswered(flight))
        return circuit.noteSuccess();
    // A certificate that is not accepted is for a person to see: the PSA is not down.
    const bool isTls = !flight.outcome->has_value() && flight.outcome->error().code == ErrorCode::TlsFailed;
    if (isTls && !flight.isProbe)
        return false;
    return circuit.noteFailure(now(), flight.isProbe);
}

Error HttpClient::Private::offlineError(const Flight &flight) const
{
    const auto wait = std::chrono::ceil<milliseconds>(circuit.probeAt() - now());
    return {.code = ErrorCode::Unreachable,
            .message = HttpClient::tr(
                           "%1 did not answer several times in a row. Tandem looks by itself whether it is "
                           "back, and goes on then.")
                           .arg(flight.request.url.host()),
            .requestId = QString::fromLatin1(flight.id),
            .retryAfter = std::max<milliseconds>(wait, shortestRetry)};
}

/** What waits when the PSA goes offline would only fail one by one; the probe is what may still go. */
QList<FlightPtr> HttpClient::Private::refuseWaiting()
{
    QList<FlightPtr> refused;
    std::erase_if(waiting, [&](const auto &place) {
        const auto &[ticket, flight] = place;
        if (flight->isProbe)
            return false;
        limiter.withdraw(ticket);
        flight->outcome = fail(offlineError(*flight));
        refused.append(flight);
        return true;
    });
    if (!circuit.isProbing()) {
        for (const FlightPtr &flight : std::as_const(parked))
            flight->outcome = fail(offlineError(*flight));
        refused += std::exchange(parked, {});
    }
    return refused;
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
    QList<FlightPtr> ended{flight};
    const bool isOtherwise = noteContact(*flight);
    if (circuit.isOpen()) {
        ended += refuseWaiting();
    } else {
        for (const FlightPtr &each : std::exchange(parked, {}))
            enqueue(each);
    }
    pump();
    if (isOtherwise)
        Q_EMIT q->offlineChanged();
    resume(ended);
}

void HttpClient::Private::resume(const QList<FlightPtr> &ended)
{
    for (const FlightPtr &flight : ended) {
        if (const auto waiter = std::exchange(flight->waiter, {}))
            waiter.resume();
    }
}

void HttpClient::Private::letGo(const FlightPtr &flight)
{
    underWay.removeOne(flight);
    limiter.finish(flight->ticket);
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
    QList<FlightPtr> ended = underWay;
    for (const FlightPtr &flight : std::as_const(ended)) {
        const bool isOpen = mayBeApplied(*flight, QNetworkReply::OperationCanceledError);
        letGo(flight);
        flight->outcome =
            failed(*flight,
                   isOpen ? unknownOutcome(*flight)
                          : Error{.code = ErrorCode::Cancelled, .message = HttpClient::tr("Cancelled.")});
    }
    for (const auto &[ticket, flight] : std::exchange(waiting, {})) {
        limiter.withdraw(ticket);
        flight->outcome =
            failed(*flight, {.code = ErrorCode::Cancelled, .message = HttpClient::tr("Cancelled.")});
        ended.append(flight);
    }
    for (const FlightPtr &flight : std::exchange(parked, {})) {
        flight->outcome =
            failed(*flight, {.code = ErrorCode::Cancelled, .message = HttpClient::tr("Cancelled.")});
        ended.append(flight);
    }
    resume(ended);
}

void HttpClient::Private::noteFigures() const
{
    Q_EMIT q->figuresChanged();
}

QString endpointOf(const HttpRequest &request)
{
    if (!request.endpoint.isEmpty())
        return request.endpoint;
    static const QRegularExpression methodOrPlaceholder(u"^[A-Z]+ |/\\{[^}]*\\}"_s);
    return QString(request.route).remove(methodOrPlaceholder);
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
    if (std::optional<Error> error = refusalOf(flight->request))
        flight->outcome = fail(*std::move(error));
    else if (d->isClosing)
        flight->outcome = fail(ErrorCode::Cancelled, tr("Cancelled."));
    else
        d->take(flight);
    // The client may be gone when the flight lands; only the flight is touched from here on.
    Landing landing{flight};
    Result<HttpAnswer> outcome = co_await landing;
    co_return outcome;
}

void HttpClient::holdFor(milliseconds duration)
{
    d->limiter.hold(now(), duration, HoldReason::AskedToWait);
    d->noteFigures();
}

void HttpClient::noteThrottled(const QString &endpoint, std::optional<milliseconds> retryAfter)
{
    d->limiter.noteThrottled(now(), endpoint, retryAfter);
    d->noteFigures();
}

void HttpClient::noteUsage(int used, int limit)
{
    d->limiter.noteUsage(now(), used, limit);
    d->pump();
}

void HttpClient::setProbe(HttpRequest probe)
{
    if (refusalOf(probe))
        return;
    probe.isProbe = true;
    d->probe = std::move(probe);
    d->pump();
}

void HttpClient::probeNow()
{
    d->circuit.probeNow(now());
    d->pump();
}

bool HttpClient::isOffline() const
{
    return d->circuit.isOpen();
}

void HttpClient::shutDown()
{
    d->shutDown();
}

milliseconds HttpClient::patience() const
{
    return d->limits.patience;
}

CallFigures HttpClient::figures() const
{
    const Moment present = now();
    const QDateTime presentUtc = QDateTime::currentDateTimeUtc();
    CallFigures figures = d->limiter.figures(present, presentUtc);
    figures.isOffline = d->circuit.isOpen();
    if (figures.isOffline) {
        const auto wait = std::chrono::ceil<milliseconds>(d->circuit.probeAt() - present);
        figures.probeAt = presentUtc.addMSecs(std::max<milliseconds>(wait, milliseconds(0)).count());
    }
    return figures;
}

} // namespace tandem
