// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/priority.h"
#include "core/result.h"

#include <QByteArray>
#include <QCoro/QCoroTask>
#include <QList>
#include <QObject>
#include <QPair>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>

class QNetworkAccessManager;

namespace tandem {

/** One request. `route` is its template ("PATCH /company/contacts/{id}"), for logs and figures: it holds no values. */
struct HttpRequest {
    QByteArray method;
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QString route;
    Priority priority = Priority::Foreground;
    std::chrono::milliseconds timeout {60'000}; ///< from the moment it leaves until the answer is complete
};

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
    int permits = 1;   ///< requests under way at once
    int callLimit = 0; ///< calls within `callWindow`; 0: none
    std::chrono::seconds callWindow {60};
    qint64 maxBodyBytes = 64 * 1024 * 1024;
};

/** Calls made, for the status bar: "calls 214 of 1,000 this minute". */
struct CallFigures {
    int callsInWindow = 0;
    int callLimit = 0;
    int windowSeconds = 60;
    int inFlight = 0;
    int waiting = 0;
};

/**
 * The one door to one PSA account: everything that goes to it shares these permits and this budget. Lives in the
 * engine's thread. TLS is required but for loopback, certificates are verified, redirects and other origins than the
 * request's are not followed, and a write is never repeated behind the caller's back: neither by us nor by Qt, which
 * would send a POST again when a kept-alive connection dies before the answer (a GET it may, which changes nothing).
 *
 * `send` answers any HTTP status as a value. Without an answer the error says how far it came: `Unreachable`,
 * `TlsFailed`, `TimedOut` (surely not applied; also every failed GET) or `OutcomeUnknown` (a write whose request was on
 * its way). An answer larger than `maxBodyBytes` is `BadAnswer` for a GET and `OutcomeUnknown` for a write.
 */
class HttpClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpClient)
public:
    explicit HttpClient(HttpLimits limits, QObject *parent = nullptr);
    ~HttpClient() override;

    QCoro::Task<Result<HttpAnswer>> send(HttpRequest request);

    /** Nothing more leaves before this much time has passed (429 or Retry-After): the whole account waits. */
    void holdFor(std::chrono::milliseconds duration);
    [[nodiscard]] CallFigures figures() const;
    /** Ends every request as the destructor does, while what waits for them still lives; later ones are `Cancelled`. */
    void shutDown();

Q_SIGNALS:
    void figuresChanged();
    /** For tests and figures: the request was handed to the network in this event-loop turn. */
    void requestLeft(const QString &route);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tandem
