// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secretstring.h"
#include "net/rawserver.h"

#include <QJsonDocument>
#include <QObject>
#include <QSet>
#include <QUrlQuery>

namespace tandem::tests {

/** A request below the API's address, taken apart. */
struct ApiRequest {
    QByteArray method;
    QString path; ///< "/company/contacts/5"
    QUrlQuery query;
    QString codebase; ///< the path's first part, "v2025_1"
    QHash<QByteArray, QByteArray> headers;
    QJsonDocument body;

    /** "PATCH /company/contacts/5" */
    [[nodiscard]] QString line() const;
    /** A query value, decoded. */
    [[nodiscard]] QString parameter(const QString &name) const;
};

/**
 * A scripted ConnectWise: answers `companyinfo` by itself and every other request with what the test queued for its
 * line; the last answer is given again and again until another one is queued. A line that nobody queued is answered as the real thing answers unknown paths.
 */
class ScriptedPsa final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScriptedPsa)
public:
    explicit ScriptedPsa(QObject *parent = nullptr);
    ~ScriptedPsa() override;

    /** `line`: method and path, such as "GET /company/contacts/5". */
    void queue(const QString &line, int status, const QByteArray &body, const QList<QByteArray> &headerLines = {});
    void queueRaw(const QString &line, const QByteArray &answer);
    /** What `companyinfo` answers; the default names the codebase "v2025_1/". */
    void setCompanyInfo(int status, const QByteArray &body);

    [[nodiscard]] QString address() const;
    [[nodiscard]] const QList<ApiRequest> &requests() const;
    /** Their lines, in order. */
    [[nodiscard]] QStringList lines() const;
    [[nodiscard]] int companyInfoCalls() const;
    void forget();

    [[nodiscard]] static Credentials credentials();

private:
    void answer(QTcpSocket *socket, const RawRequest &request);

    RawServer m_server;
    QHash<QString, QList<QByteArray>> m_answers;
    QSet<QString> m_exhausted; ///< lines whose only answer left was given already
    QByteArray m_companyInfo;
    QList<ApiRequest> m_requests;
    int m_companyInfoCalls = 0;
};

/** The bytes of a file in the folder `fixtures`. */
[[nodiscard]] QByteArray fixture(const QString &folder, const QString &name);
/** JSON from text, so that a test reads like the wire. */
[[nodiscard]] QJsonObject object(const QByteArray &json);
[[nodiscard]] QJsonArray array(const QByteArray &json);

} // namespace tandem::tests
