// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QNetworkReply>
#include <QPair>
#include <QString>

#include <optional>

namespace tandem {

struct HttpRequest;

/** Why a request must not leave at all: no address, no TLS, a sign-in in the address, a header that is not
 * one. */
[[nodiscard]] std::optional<Error> refusalOf(const HttpRequest &request);

/** True for this computer's names of itself, which need no TLS and no proxy. */
[[nodiscard]] bool isLoopback(const QString &host);

/** Bytes of names and values together. */
[[nodiscard]] qint64 sizeOf(const QList<QPair<QByteArray, QByteArray>> &headers);

/** True for errors that Qt derives from a status code: there is an answer, complete and worth reading. */
[[nodiscard]] bool isAboutStatus(QNetworkReply::NetworkError error);

/** True for errors that happen before a connection stands, so that nothing of a request can have been read.
 */
[[nodiscard]] bool isBeforeConnection(QNetworkReply::NetworkError error);

/** The failure of a request that got no answer and changed nothing, in words for people. */
[[nodiscard]] Error connectionError(QNetworkReply::NetworkError error, const QString &host);

} // namespace tandem
