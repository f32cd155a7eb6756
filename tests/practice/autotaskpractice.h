// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/autotask/autotaskplatform.h"
#include "practiceclient.h"

namespace tandem {

/** A practice Autotask in this thread and a client that talks HTTP to it. */
class AutotaskPractice final {
    Q_DISABLE_COPY_MOVE(AutotaskPractice)
public:
    explicit AutotaskPractice(const PracticeSeeding &seeding = {}, const PracticeServerOptions &options = {});
    ~AutotaskPractice();

    [[nodiscard]] FixedClock &clock();
    [[nodiscard]] QString url() const;
    [[nodiscard]] QHash<QByteArray, QByteArray> credentials() const;

    /** Path below the zone's v1.0, which may hold a query that is already encoded. */
    Answered get(const QString &path, const QHash<QByteArray, QByteArray> &headers = {});
    Answered send(const QByteArray &method, const QString &path, const QByteArray &body);
    Answered post(const QString &path, const QJsonObject &body);
    Answered patch(const QString &path, const QJsonObject &body);
    Answered put(const QString &path, const QJsonObject &body);
    /** `POST entity/query` with this JSON as the filter. */
    Answered find(const QString &entity, const QByteArray &filter);
    /** The record, by `GET entity/id`. */
    [[nodiscard]] QJsonObject item(const QString &entity, qint64 id);
    /** A request as it is, without credentials; `address` may be a whole address. */
    Answered bare(const QByteArray &method, const QString &address, const QByteArray &body = {},
                  const QHash<QByteArray, QByteArray> &headers = {});
    Answered door(const QByteArray &method, const QString &path, const QByteArray &body = {});
    void setQuirks(const QStringList &quirks);
    /** A request that is under way; the caller's. */
    [[nodiscard]] std::unique_ptr<QNetworkReply> start(const QString &path);

private:
    [[nodiscard]] QNetworkRequest request(const QString &address,
                                          const QHash<QByteArray, QByteArray> &headers) const;

    FixedClock m_clock;
    std::unique_ptr<PracticeServer> m_server;
    QNetworkAccessManager m_network;
};

/** What `items` of a query holds. */
[[nodiscard]] QJsonArray itemsIn(const Answered &answered);
/** The sentences of a refusal. */
[[nodiscard]] QStringList errorsIn(const Answered &answered);
[[nodiscard]] int idIn(const Answered &answered);

} // namespace tandem
