// SPDX-License-Identifier: GPL-3.0-or-later
#include "practiceclient.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace tandem {

QDateTime FixedClock::nowUtc() const
{
    return m_now;
}

void FixedClock::set(const QDateTime &moment)
{
    m_now = moment;
}

QJsonObject Answered::object() const
{
    return QJsonDocument::fromJson(body).object();
}

QJsonArray Answered::array() const
{
    return QJsonDocument::fromJson(body).array();
}

QByteArray Answered::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool Answered::hasHeader(const QByteArray &name) const
{
    return std::any_of(headers.cbegin(), headers.cend(),
                       [&](const auto &pair) { return pair.first.compare(name, Qt::CaseInsensitive) == 0; });
}

QString Answered::code() const
{
    return object().value("code"_L1).toString();
}

QString Answered::message() const
{
    return object().value("message"_L1).toString();
}

QJsonObject Answered::firstError() const
{
    return object().value("errors"_L1).toArray().at(0).toObject();
}

PracticeClient::PracticeClient(const PracticeSeeding &seeding, const PracticeServerOptions &options)
{
    auto platform = std::make_unique<ConnectWisePlatform>(seeding);
    m_platform = platform.get();
    m_server = std::make_unique<PracticeServer>(std::move(platform), options, m_clock);
    const Result<> listening = m_server->listen();
    if (!listening)
        qFatal("%s", qPrintable(listening.error().message));
}

PracticeClient::~PracticeClient() = default;

FixedClock &PracticeClient::clock()
{
    return m_clock;
}

ConnectWisePlatform &PracticeClient::platform()
{
    return *m_platform;
}

QString PracticeClient::url() const
{
    return m_server->url();
}

QHash<QByteArray, QByteArray> PracticeClient::credentials() const
{
    const QJsonObject keys = m_platform->credentials(url());
    const QString user =
        u"%1+%2:%3"_s.arg(keys.value("company_id"_L1).toString(), keys.value("public_key"_L1).toString(),
                          keys.value("private_key"_L1).toString());
    return {{"Authorization"_ba, QByteArray("Basic " + user.toUtf8().toBase64())},
            {"clientId"_ba, keys.value("client_id"_L1).toString().toUtf8()},
            {"Content-Type"_ba, "application/json"_ba}};
}

QNetworkRequest PracticeClient::request(const QString &pathAndQuery,
                                        const QHash<QByteArray, QByteArray> &headers) const
{
    QNetworkRequest request(QUrl(url() + pathAndQuery));
    for (auto it = headers.cbegin(); it != headers.cend(); ++it)
        request.setRawHeader(it.key(), it.value());
    return request;
}

Answered PracticeClient::bare(const QByteArray &method, const QString &pathAndQuery, const QByteArray &body,
                              const QHash<QByteArray, QByteArray> &headers)
{
    return exchange(m_network, request(pathAndQuery, headers), method, body);
}

Answered PracticeClient::get(const QString &path, const QHash<QByteArray, QByteArray> &headers)
{
    QHash<QByteArray, QByteArray> all = credentials();
    all.insert(headers);
    return bare("GET"_ba, u"/v2025_1/apis/3.0"_s + path, {}, all);
}

Answered PracticeClient::send(const QByteArray &method, const QString &path, const QByteArray &body)
{
    return bare(method, u"/v2025_1/apis/3.0"_s + path, body, credentials());
}

Answered PracticeClient::post(const QString &path, const QJsonObject &body)
{
    return send("POST"_ba, path, compact(body));
}

Answered PracticeClient::patch(const QString &path, const QJsonArray &operations)
{
    return send("PATCH"_ba, path, compact(operations));
}

Answered PracticeClient::find(const QString &path, const QString &conditions, const QString &parameter)
{
    return get(u"%1?pageSize=1000&%2=%3"_s.arg(path, parameter,
                                               QString::fromLatin1(QUrl::toPercentEncoding(conditions))));
}

Answered PracticeClient::door(const QByteArray &method, const QString &path, const QByteArray &body)
{
    return bare(method, u"/practice/"_s + path, body, {{"Content-Type"_ba, "application/json"_ba}});
}

QNetworkReply *PracticeClient::start(const QString &path)
{
    return m_network.get(request(u"/v2025_1/apis/3.0"_s + path, credentials()));
}

std::pair<QByteArray, QAbstractSocket::SocketError>
PracticeClient::raw(const QByteArray &method, const QString &path, const QByteArray &body,
                    const QHash<QByteArray, QByteArray> &headers)
{
    QTcpSocket socket;
    const QUrl address(url());
    socket.connectToHost(address.host(), quint16(address.port()));
    QByteArray head = method + " /v2025_1/apis/3.0" + path.toLatin1() + " HTTP/1.1\r\nHost: practice\r\n";
    QHash<QByteArray, QByteArray> all = credentials();
    all.insert(headers);
    all.insert("Connection"_ba, "close"_ba);
    for (auto it = all.cbegin(); it != all.cend(); ++it)
        head += it.key() + ": " + it.value() + "\r\n";
    head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    socket.write(head);
    const bool closed = QTest::qWaitFor([&] {
        return socket.state() == QAbstractSocket::UnconnectedState
            && socket.error() != QAbstractSocket::UnknownSocketError;
    });
    return {socket.readAll(), closed ? socket.error() : QAbstractSocket::UnknownSocketError};
}

Answered exchange(QNetworkAccessManager &network, const QNetworkRequest &request, const QByteArray &method,
                  const QByteArray &body)
{
    const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
            reply->error(), reply->rawHeaderPairs()};
}

QByteArray compact(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QStringList namesIn(const QJsonArray &array, const QString &member)
{
    QStringList names;
    for (const QJsonValue &item : array)
        names.append(item.toObject().value(member).toVariant().toString());
    return names;
}

} // namespace tandem
