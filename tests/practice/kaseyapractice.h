// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/kaseya/bmsplatform.h"
#include "practiceclient.h"

namespace tandem {

/** A practice Kaseya BMS (or Vorex, or Pulseway PSA) in this thread and a client that talks HTTP to it. */
class KaseyaPractice final {
    Q_DISABLE_COPY_MOVE(KaseyaPractice)
public:
    explicit KaseyaPractice(const PracticeSeeding &seeding = {}, KaseyaBrand brand = KaseyaBrand::Bms);
    ~KaseyaPractice();

    [[nodiscard]] FixedClock &clock();
    [[nodiscard]] QString url() const;
    [[nodiscard]] QJsonObject credentials() const;

    /** Signs in with the right form, but for `changed`; names of the form as they are given. */
    Answered authenticate(const QHash<QString, QString> &changed = {});
    /** The token that `send` uses; signs in when there is none yet. */
    [[nodiscard]] QByteArray token();
    void forgetToken();
    /** The token of the older API. */
    [[nodiscard]] QByteArray olderToken();

    /** Path below /v2, which may hold a query that is already encoded. */
    Answered get(const QString &path);
    Answered send(const QByteArray &method, const QString &path, const QByteArray &body,
                  const QByteArray &contentType = "application/json");
    Answered post(const QString &path, const QJsonObject &body);
    Answered put(const QString &path, const QJsonObject &body);
    Answered patch(const QString &path, const QJsonArray &operations);
    Answered remove(const QString &path);
    /** Path below /api, with the older API's token. */
    Answered older(const QByteArray &method, const QString &path, const QByteArray &body = {});
    /** A request as it is, without credentials. */
    Answered bare(const QByteArray &method, const QString &path, const QByteArray &body = {},
                  const QHash<QByteArray, QByteArray> &headers = {});
    Answered door(const QByteArray &method, const QString &path, const QByteArray &body = {});
    void setQuirks(const QStringList &quirks);

    /** The full record of an asset. */
    [[nodiscard]] QJsonObject asset(int id);

private:
    FixedClock m_clock;
    std::unique_ptr<PracticeServer> m_server;
    QNetworkAccessManager m_network;
    QByteArray m_token;
    QByteArray m_olderToken;
};

/** What `result` of an answer holds; empty when `success` is not true. */
[[nodiscard]] QJsonObject resultIn(const Answered &answered);
[[nodiscard]] QJsonArray resultsIn(const Answered &answered);
/** The sentences of a refusal; empty when `success` is true. */
[[nodiscard]] QStringList subErrorsIn(const Answered &answered);
[[nodiscard]] QByteArray formOf(const QHash<QString, QString> &items);

} // namespace tandem
