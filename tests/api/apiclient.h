// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiserver.h"
#include "core/role.h"
#include "support/enginefixture.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <memory>

namespace tandem {

/** What came back, read to its end. */
struct ApiReply {
    int status = 0; ///< 0: no answer
    QByteArray body;
    QJsonObject json;
    QList<QNetworkReply::RawHeaderPair> headers;

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QJsonArray list() const; ///< `data` of a list
    [[nodiscard]] QJsonObject data() const; ///< `data` of one object
    [[nodiscard]] QString id() const;
    [[nodiscard]] QJsonValue attribute(const QString &name) const;
    [[nodiscard]] QJsonObject meta() const;
    [[nodiscard]] QJsonObject error() const; ///< the first one
    [[nodiscard]] QString pointer() const; ///< of the first error
    /** An attribute of each object of the list, as text. */
    [[nodiscard]] QStringList all(const QString &attribute = QStringLiteral("name")) const;
};

/** The local API on an engine with a profile of its own, and a client that talks HTTP to it with a key. */
class ApiClient final {
    Q_DISABLE_COPY_MOVE(ApiClient)
public:
    explicit ApiClient(EngineFixture::Scheduler scheduler = EngineFixture::Scheduler::Off);
    ~ApiClient();

    EngineFixture fixture;

    [[nodiscard]] QString address() const;
    /** Makes a key and uses it from now on. */
    QByteArray useKey(const QString &name, Role role);
    void setKey(const QByteArray &key);
    [[nodiscard]] qint64 keyId() const;
    void stopServer();

    ApiReply get(const QString &pathAndQuery);
    ApiReply send(const QByteArray &method, const QString &path, const QByteArray &body,
                  const QByteArray &contentType = QByteArrayLiteral("application/vnd.api+json"));
    ApiReply post(const QString &path, const QJsonValue &data);
    ApiReply patch(const QString &path, const QJsonValue &data);
    ApiReply remove(const QString &path, const QJsonValue &data);
    /** As it is, with only these headers. */
    ApiReply bare(const QByteArray &method, const QString &path,
                  const QList<QNetworkReply::RawHeaderPair> &headers, const QByteArray &body = {});
    QNetworkReply *start(const QByteArray &method, const QString &path, const QByteArray &body);
    /** Everything that the server sends until it closes, to exactly these bytes. */
    [[nodiscard]] QByteArray raw(const QByteArray &bytes);

    /** `{"type":…,"attributes":…}` */
    [[nodiscard]] static QJsonObject object(const QString &type, const QJsonObject &attributes);

private:
    [[nodiscard]] static ApiReply wait(QNetworkReply *reply);

    std::unique_ptr<ApiServer> m_server;
    QString m_address;
    QByteArray m_key;
    qint64 m_keyId = 0;
    QNetworkAccessManager m_network;
};

} // namespace tandem
