// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transport.h"

#include "net/httpclient.h"

#include <QHostAddress>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Servers commonly refuse more than this. */
constexpr qint64 maxSentHeaderBytes = 16 * 1024;

/** What a header's name may consist of (RFC 9110, 5.6.2). */
bool isToken(const QByteArray &name)
{
    constexpr QByteArrayView marks("!#$%&'*+-.^_`|~");
    return !name.isEmpty() && std::all_of(name.cbegin(), name.cend(), [&](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')
            || (letter >= '0' && letter <= '9') || marks.contains(letter);
    });
}

/** A line break in a value would start a header of the value's own making. */
bool hasControlCharacter(const QByteArray &value)
{
    return std::any_of(value.cbegin(), value.cend(), [](char letter) {
        return (uchar(letter) < 0x20 && letter != '\t') || letter == 0x7f;
    });
}

} // namespace

bool isLoopback(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

std::optional<Error> refusalOf(const HttpRequest &request)
{
    const QUrl &url = request.url;
    const bool isTls = url.scheme() == "https"_L1;
    if (!url.isValid() || url.host().isEmpty() || (!isTls && url.scheme() != "http"_L1)) {
        return Error{
            .code = ErrorCode::BadInput,
            .message =
                HttpClient::tr("“%1” is not a web address. Check the address in the connection settings.")
                    .arg(url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery))};
    }
    if (!isTls && !isLoopback(url.host())) {
        return Error{.code = ErrorCode::TlsFailed,
                     .message =
                         HttpClient::tr(
                             "Tandem speaks to %1 only over https, because the keys would be readable on the "
                             "way. Write the address with https://.")
                             .arg(url.host())};
    }
    if (!url.userInfo().isEmpty()) {
        return Error{.code = ErrorCode::BadInput,
                     .message = HttpClient::tr("The address must not contain a user name or password.")};
    }
    const bool isWord = !request.method.isEmpty()
        && std::all_of(request.method.cbegin(), request.method.cend(),
                       [](char letter) { return letter >= 'A' && letter <= 'Z'; });
    if (!isWord)
        return Error{.code = ErrorCode::Internal,
                     .message = HttpClient::tr("Tandem built a request without a proper method.")};
    for (const auto &[name, value] : request.headers) {
        if (!isToken(name))
            return Error{.code = ErrorCode::Internal,
                         .message = HttpClient::tr("Tandem built a request with a header that is not one.")};
        if (hasControlCharacter(value)) {
            return Error{
                .code = ErrorCode::BadInput,
                .message = HttpClient::tr("A credential contains a line break. Paste it again without it.")};
        }
    }
    if (sizeOf(request.headers) > maxSentHeaderBytes) {
        return Error{.code = ErrorCode::BadInput,
                     .message =
                         HttpClient::tr("A credential is too long. Paste it again, and nothing but it.")};
    }
    return std::nullopt;
}

qint64 sizeOf(const QList<QPair<QByteArray, QByteArray>> &headers)
{
    qint64 size = 0;
    for (const auto &[name, value] : headers)
        size += name.size() + value.size();
    return size;
}

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
                .message =
                    HttpClient::tr(
                        "%1 refuses the connection. Check the address and port, and whether a firewall is in "
                        "between.")
                        .arg(host)};
    case QNetworkReply::HostNotFoundError:
        return {.code = ErrorCode::Unreachable,
                .message =
                    HttpClient::tr(
                        "There is no server named %1. Check the spelling of the address and your network.")
                        .arg(host)};
    case QNetworkReply::SslHandshakeFailedError:
        return {
            .code = ErrorCode::TlsFailed,
            .message =
                HttpClient::tr(
                    "The certificate of %1 cannot be trusted, so nothing was sent. Check the address and the date "
                    "of this computer. If a proxy of your company reads along, choose its authority's "
                    "certificate in the connection settings.")
                    .arg(host)};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return {
            .code = ErrorCode::Unreachable,
            .message =
                HttpClient::tr(
                    "The proxy does not let the connection to %1 through. Check the proxy settings of this "
                    "computer.")
                    .arg(host)};
    default:
        return {
            .code = ErrorCode::Unreachable,
            .message =
                HttpClient::tr(
                    "The connection to %1 broke before the answer was complete. It is tried again by itself; "
                    "check your network if it stays.")
                    .arg(host)};
    }
}

} // namespace tandem
