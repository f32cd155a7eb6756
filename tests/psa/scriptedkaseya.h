// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secretstring.h"
#include "net/rawserver.h"

#include <QJsonDocument>
#include <QObject>
#include <QSet>
#include <QUrlQuery>

namespace tandem::tests {

/** A request as it came, taken apart. */
struct KaseyaRequest {
    QByteArray method;
    QString path; ///< "/v2/crm/accounts/summary"
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers;
    QByteArray body;

    /** "GET /v2/crm/accounts/summary" */
    [[nodiscard]] QString line() const;
    [[nodiscard]] QJsonDocument json() const;
    [[nodiscard]] QString filter(const QString &name) const; ///< value of "Filter.<name>"
};

/**
 * A scripted tenant of the Kaseya family that serves both interfaces itself: answers sign-ins with tokens
 * "token1", "token2" … and every other request with what the test queued for its line; the last answer is
 * given again and again until another one is queued. A line that nobody queued is answered 404 without a
 * word.
 */
class ScriptedKaseya final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScriptedKaseya)
public:
    explicit ScriptedKaseya(QObject *parent = nullptr);
    ~ScriptedKaseya() override;

    /** `line`: method and path, such as "PATCH /v2/crm/accounts/5". */
    void queue(const QString &line, int status, const QByteArray &body,
               const QList<QByteArray> &headerLines = {});
    /** Puts it into an envelope of success; `total` -1: it tells none. */
    void queueResult(const QString &line, const QByteArray &result, int total = -1);
    void queueError(const QString &line, int status, const QByteArray &message, int code = 1);
    /** What the next sign-ins answer instead of a token: status and body. */
    void refuseSignIn(int status, const QByteArray &body);
    void allowSignIn();
    /** Members of the tokens that are given from now on, such as "accessTokenExpireOn". */
    void setTokenMembers(const QByteArray &members);

    [[nodiscard]] QString address() const;
    /** All but sign-ins. */
    [[nodiscard]] const QList<KaseyaRequest> &requests() const;
    [[nodiscard]] QList<KaseyaRequest> requests(const QString &line) const;
    [[nodiscard]] QStringList lines() const;
    /** Sign-ins and renewals, of both interfaces. */
    [[nodiscard]] const QList<KaseyaRequest> &signIns() const;
    void forget();

    [[nodiscard]] static Credentials credentials();

private:
    void answer(QTcpSocket *socket, const RawRequest &request);
    [[nodiscard]] QByteArray tokenFor(const KaseyaRequest &request);

    RawServer m_server;
    QHash<QString, QList<QByteArray>> m_answers;
    QSet<QString> m_exhausted; ///< lines whose only answer left was given already
    QByteArray m_refusal;
    QByteArray m_tokenMembers;
    QList<KaseyaRequest> m_requests;
    QList<KaseyaRequest> m_signIns;
    int m_tokens = 0;
};

} // namespace tandem::tests
