// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "practice/connectwise/connectwiseplatform.h"
#include "practice/practiceserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace tandem {

/** A clock that stands still until a test moves it. */
class FixedClock final : public Clock {
public:
    [[nodiscard]] QDateTime nowUtc() const override;
    void set(const QDateTime &moment);

private:
    QDateTime m_now = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
};

/** What came back, read to its end. */
struct Answered {
    int status = 0; ///< 0: no answer
    QByteArray body;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QList<QNetworkReply::RawHeaderPair> headers;

    [[nodiscard]] QJsonObject object() const;
    [[nodiscard]] QJsonArray array() const;
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] bool hasHeader(const QByteArray &name) const;
    [[nodiscard]] QString code() const; ///< `code` of an error
    [[nodiscard]] QString message() const; ///< `message` of an error
    [[nodiscard]] QJsonObject firstError() const;
};

/** A practice ConnectWise in this thread and a client that talks HTTP to it. */
class PracticeClient final {
    Q_DISABLE_COPY_MOVE(PracticeClient)
public:
    explicit PracticeClient(const PracticeSeeding &seeding = {}, const PracticeServerOptions &options = {});
    ~PracticeClient();

    [[nodiscard]] FixedClock &clock();
    [[nodiscard]] ConnectWisePlatform &platform();
    [[nodiscard]] QString url() const;

    /** Path below apis/3.0, which may hold a query that is already encoded. */
    Answered get(const QString &path, const QHash<QByteArray, QByteArray> &headers = {});
    Answered send(const QByteArray &method, const QString &path, const QByteArray &body);
    Answered post(const QString &path, const QJsonObject &body);
    Answered patch(const QString &path, const QJsonArray &operations);
    /** `GET path?conditions=…`, encoded here. */
    Answered find(const QString &path, const QString &conditions,
                  const QString &parameter = QStringLiteral("conditions"));
    /** A request as it is, without credentials. */
    Answered bare(const QByteArray &method, const QString &pathAndQuery, const QByteArray &body = {},
                  const QHash<QByteArray, QByteArray> &headers = {});
    Answered door(const QByteArray &method, const QString &path, const QByteArray &body = {});
    QNetworkReply *start(const QString &path);
    [[nodiscard]] QHash<QByteArray, QByteArray> credentials() const;
    /** Sends a request over a plain socket and waits until the server closes it; what it said, and how it
     * closed. */
    [[nodiscard]] std::pair<QByteArray, QAbstractSocket::SocketError>
    raw(const QByteArray &method, const QString &path, const QByteArray &body = {},
        const QHash<QByteArray, QByteArray> &headers = {});

private:
    [[nodiscard]] QNetworkRequest request(const QString &pathAndQuery,
                                          const QHash<QByteArray, QByteArray> &headers) const;

    FixedClock m_clock;
    ConnectWisePlatform *m_platform;
    std::unique_ptr<PracticeServer> m_server;
    QNetworkAccessManager m_network;
};

/** Sends a request and waits for its answer. */
[[nodiscard]] Answered exchange(QNetworkAccessManager &network, const QNetworkRequest &request,
                                const QByteArray &method, const QByteArray &body);
[[nodiscard]] QByteArray compact(const QJsonArray &array);
[[nodiscard]] QByteArray compact(const QJsonObject &object);
/** The `name` members of an array of objects. */
[[nodiscard]] QStringList namesIn(const QJsonArray &array, const QString &member = QStringLiteral("name"));

} // namespace tandem
