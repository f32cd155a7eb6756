// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiclient.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QUrl>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

} // namespace

QByteArray ApiReply::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QJsonArray ApiReply::list() const
{
    return json.value("data"_L1).toArray();
}

QJsonObject ApiReply::data() const
{
    return json.value("data"_L1).toObject();
}

QString ApiReply::id() const
{
    return data().value("id"_L1).toString();
}

QJsonValue ApiReply::attribute(const QString &name) const
{
    return data().value("attributes"_L1).toObject().value(name);
}

QJsonObject ApiReply::meta() const
{
    return json.value("meta"_L1).toObject();
}

QJsonObject ApiReply::error() const
{
    return json.value("errors"_L1).toArray().first().toObject();
}

QString ApiReply::pointer() const
{
    return error().value("source"_L1).toObject().value("pointer"_L1).toString();
}

QStringList ApiReply::all(const QString &attribute) const
{
    QStringList values;
    for (const QJsonValue &each : list())
        values.append(each["attributes"_L1].toObject().value(attribute).toVariant().toString());
    return values;
}

ApiClient::ApiClient(EngineFixture::Scheduler scheduler)
    : fixture(scheduler)
    , m_server(std::make_unique<ApiServer>(
          fixture.engine(),
          ApiServerOptions{.databasePath = fixture.databasePath(),
                           .port = 0,
                           .clock = std::shared_ptr<Clock>(&fixture.clock(), [](Clock *) {})}))
{
    const Result<QString> address = fixture.wait(m_server->start());
    if (!address)
        qFatal("%s", qPrintable(address.error().message));
    m_address = *address;
    useKey(u"Tests"_s, Role::Administrator);
}

ApiClient::~ApiClient() = default;

QString ApiClient::address() const
{
    return m_address;
}

QByteArray ApiClient::useKey(const QString &name, Role role)
{
    const Result<NewApiKey> made = fixture.wait(fixture.engine().createApiKey(name, role, u"Ann"_s));
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    m_key = made->key.reveal();
    m_keyId = made->id;
    return m_key;
}

void ApiClient::setKey(const QByteArray &key)
{
    m_key = key;
}

qint64 ApiClient::keyId() const
{
    return m_keyId;
}

void ApiClient::stopServer()
{
    m_server.reset();
}

ApiReply ApiClient::get(const QString &pathAndQuery)
{
    return wait(start("GET"_ba, pathAndQuery, {}));
}

ApiReply ApiClient::send(const QByteArray &method, const QString &path, const QByteArray &body,
                         const QByteArray &contentType)
{
    QList<QNetworkReply::RawHeaderPair> headers{{"x-api-key"_ba, m_key}};
    if (!contentType.isNull())
        headers.append({"Content-Type"_ba, contentType});
    return bare(method, path, headers, body);
}

ApiReply ApiClient::post(const QString &path, const QJsonValue &data)
{
    return send("POST"_ba, path, QJsonDocument(QJsonObject{{u"data"_s, data}}).toJson());
}

ApiReply ApiClient::patch(const QString &path, const QJsonValue &data)
{
    return send("PATCH"_ba, path, QJsonDocument(QJsonObject{{u"data"_s, data}}).toJson());
}

ApiReply ApiClient::remove(const QString &path, const QJsonValue &data)
{
    return send("DELETE"_ba, path, QJsonDocument(QJsonObject{{u"data"_s, data}}).toJson());
}

ApiReply ApiClient::bare(const QByteArray &method, const QString &path,
                         const QList<QNetworkReply::RawHeaderPair> &headers, const QByteArray &body)
{
    QNetworkRequest request(QUrl(m_address + path));
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    return wait(m_network.sendCustomRequest(request, method, body));
}

QNetworkReply *ApiClient::start(const QByteArray &method, const QString &path, const QByteArray &body)
{
    QNetworkRequest request(QUrl(m_address + path));
    request.setRawHeader("x-api-key"_ba, m_key);
    request.setRawHeader("Content-Type"_ba, "application/vnd.api+json"_ba);
    return method == "GET" ? m_network.get(request) : m_network.sendCustomRequest(request, method, body);
}

QByteArray ApiClient::raw(const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(QUrl(m_address).port()));
    QByteArray answer;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(bytes); });
    if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }, patienceMs)
        || !QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, patienceMs))
        return {};
    return answer;
}

QJsonObject ApiClient::object(const QString &type, const QJsonObject &attributes)
{
    return {{u"type"_s, type}, {u"attributes"_s, attributes}};
}

ApiReply ApiClient::wait(QNetworkReply *reply)
{
    const std::unique_ptr<QNetworkReply> owned(reply);
    // An event loop of its own: thousands of calls must not each wait for a tick of qWaitFor.
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(patienceMs, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    if (!reply->isFinished()) {
        QTest::qFail("the API did not answer", __FILE__, __LINE__);
        return {};
    }
    ApiReply answer{.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                    .body = reply->readAll(),
                    .headers = reply->rawHeaderPairs()};
    answer.json = QJsonDocument::fromJson(answer.body).object();
    return answer;
}

} // namespace tandem
