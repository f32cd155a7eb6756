// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonDocument>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>
#include <utility>

namespace tandem {

/** A request as the platforms see it: copied out of the HTTP library, so that it may be answered later. */
struct PracticeRequest {
    QByteArray method; ///< upper case
    QByteArray path; ///< still percent-encoded, without the query
    QByteArray rawQuery; ///< percent-encoded, without the '?'
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;
    QByteArray id; ///< unique per request, for logs and answers
    QByteArray origin; ///< "http://127.0.0.1:8080", as the client addressed us
    QDateTime now; ///< UTC; the server's clock for this request, skewed when a fault says so

    /** Value of a header whose name is given in lower case; empty when absent. */
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] bool hasHeader(QByteArrayView name) const;
    /** Decoded value of a query item ('+' is a space, letter case of the name aside); nothing when absent. */
    [[nodiscard]] std::optional<QString> queryItem(QLatin1StringView name) const;
    /** All items in their order, decoded. */
    [[nodiscard]] QList<std::pair<QString, QString>> queryItems() const;
};

/** An answer; the server adds Date and Content-Length. */
struct PracticeResponse {
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json; charset=utf-8");
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};
    int creates = 0; ///< records this request created, for the statistics
    std::chrono::milliseconds delay{0}; ///< before it is sent, beside the server's own latency
};

[[nodiscard]] PracticeResponse jsonResponse(int status, const QJsonDocument &document);

} // namespace tandem
