// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace tandem {

/** A request, copied out of the HTTP library. */
struct ApiRequest {
    QByteArray method; ///< upper case; empty: one that HTTP does not know
    QStringList path; ///< the parts of the path, decoded; a part may be empty
    QList<std::pair<QString, QString>> query; ///< decoded, in their order; '+' is a blank
    QString rawPath; ///< as sent, for links
    QByteArray key;
    QByteArray contentType; ///< without parameters, in lower case
    QByteArray host;
    QByteArray body;
    bool closesConnection = false; ///< the client wants no other answer on this connection

    /** The last one of this name. */
    [[nodiscard]] std::optional<QString> item(QLatin1StringView name) const;
};

/** What is answered: always a JSON object. */
struct ApiAnswer {
    int status = 200;
    QJsonObject body = {};
    int retryAfter = 0; ///< seconds; 0: not said
};

/** Takes a query apart that is still percent-encoded. */
[[nodiscard]] QList<std::pair<QString, QString>> queryItems(const QByteArray &rawQuery);

} // namespace tandem
