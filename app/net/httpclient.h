// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calllimits.h"
#include "core/priority.h"
#include "core/result.h"
#include "net/callfigures.h"
#include "net/circuitbreaker.h"

#include <QByteArray>
#include <QCoro/QCoroTask>
#include <QList>
#include <QObject>
#include <QPair>
#include <QSslCertificate>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace tandem {

/** One request. `route` is its template ("PATCH /company/contacts/{id}"), for logs and figures: it holds no
 * values. */
struct HttpRequest {
    QByteArray method;
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QString route;
    Priority priority = Priority::Foreground;
    std::chrono::milliseconds timeout{60'000}; ///< from the moment it leaves until the answer is complete
    QString endpoint = {}; ///< what limits per endpoint count it for; empty: the route's resource
    bool isProbe = false; ///< may find out whether an offline PSA is back
};

/** What limits per endpoint count a request for: its own word, else its route without method and
 * placeholders. */
[[nodiscard]] QString endpointOf(const HttpRequest &request);

/** A complete HTTP answer of any status. */
struct HttpAnswer {
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QString requestId; ///< the id we sent along as X-Request-ID

    /** First header of this name, in any case; empty when there is none. */
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

struct HttpLimits {
    // One budget in short, where `calls` is not given.
    int permits = 1; ///< requests under way at once
    int callLimit = 0; ///< calls within `callWindow`; 0: none
    std::chrono::seconds callWindow{60};
    qint64 maxBodyBytes = 64 * 1024 * 1024; ///< of an answer, after decompression
    qint64 maxHeaderBytes =
        64 * 1024; ///< of an answer; Qt 6.4 has read the head by then, however long it was
    std::optional<CallLimits> calls = {}; ///< the platform's numbers
    CircuitRule circuit = {};
    std::function<double()> random = {}; ///< 0…1; empty: the system's
    /** No request takes longer, whatever its own `timeout`; the seam for tests. */
    std::chrono::milliseconds longestTimeout = std::chrono::hours(1);
    /** From when on an answer is late: what only shares a request need not wait for it any more. */
    std::chrono::milliseconds patience{5'000};
    QList<QSslCertificate> authorities = {}; ///< trusted besides the system's; see `authoritiesFrom`
};

/**
 * The one door to one PSA account: everything that goes to it passes its limiter (see `CallLimiter`) and its
 * circuit breaker (see `CircuitBreaker`). Lives in the engine's thread. TLS (1.2 or newer) is required but for loopback,
 * certificates are verified, redirects and other origins than the request's are not followed, and a write is
 * never repeated behind the caller's back: neither by us nor by Qt, which would send a POST again when a
 * kept-alive connection dies before the answer (a GET it may, which changes nothing).
 *
 * `send` answers any HTTP status as a value. Without an answer the error says how far it came: `Unreachable`,
 * `TlsFailed`, `TimedOut` (surely not applied; also every failed GET) or `OutcomeUnknown` (a write whose
 * request was on its way). An answer that is larger than allowed or cannot be decompressed is `BadAnswer` for
 * a GET and `OutcomeUnknown` for a write.
 *
 * 429 and Retry-After hold the account without anybody's help. While the PSA is offline requests are
 * `Unreachable` at once, with the time to the next probe as `retryAfter`; during a probe they wait for its
 * end. Requests that leave when a probe is due may be the probe if marked so, or if no probe was given.
 */
class HttpClient final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpClient)
public:
    explicit HttpClient(HttpLimits limits, QObject *parent = nullptr);
    ~HttpClient() override;

    QCoro::Task<Result<HttpAnswer>> send(HttpRequest request);

    /** Nothing more leaves before this much time has passed: the whole account waits. */
    void holdFor(std::chrono::milliseconds duration);
    /** The PSA said "too many" in words of its own, in whatever status; a 429 is understood without this. */
    void noteThrottled(const QString &endpoint, std::optional<std::chrono::milliseconds> retryAfter);
    /** The PSA's own count of the account's longest window, other programs' calls included; see
     * `CallLimiter`. */
    void noteUsage(int used, int limit);
    /** The cheap request with which the client finds out by itself when an offline PSA is back. */
    void setProbe(HttpRequest probe);
    /** An offline PSA is tried at once, because a person asks. */
    void probeNow();
    /** True while requests are refused because the PSA did not answer several times in a row. */
    [[nodiscard]] bool isOffline() const;
    [[nodiscard]] CallFigures figures() const;
    [[nodiscard]] std::chrono::milliseconds patience() const;
    /** Ends every request as the destructor does, while what waits for them still lives; later ones are
     * `Cancelled`. */
    void shutDown();

Q_SIGNALS:
    void figuresChanged();
    /** The PSA went offline, came back, or the next probe has another time (see `figures`). */
    void offlineChanged();
    /** For tests and figures: the request was handed to the network in this event-loop turn. */
    void requestLeft(const QString &route);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tandem
