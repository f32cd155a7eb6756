// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secretstring.h"
#include "net/rawserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QSet>

namespace tandem::tests {

/** A request below the API's address, taken apart. */
struct AutotaskRequest {
    QByteArray method;
    QString path; ///< "/Companies/query"
    QString query; ///< as sent
    QHash<QByteArray, QByteArray> headers;
    QJsonObject body;

    /** "POST /Companies/query" */
    [[nodiscard]] QString line() const;
    /** The conditions of a query. */
    [[nodiscard]] QJsonArray filter() const;
};

/**
 * A scripted Autotask that is its own zone: answers zone look-ups by itself and every other request with what
 * the test queued for its line; the last answer is given again and again until another one is queued. A line
 * that nobody queued is answered with HTML, as the servers there answer unknown routes.
 */
class ScriptedAutotask final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScriptedAutotask)
public:
    explicit ScriptedAutotask(QObject *parent = nullptr);
    ~ScriptedAutotask() override;

    /** `line`: method and path, such as "PATCH /Companies". */
    void queue(const QString &line, int status, const QByteArray &body,
               const QList<QByteArray> &headerLines = {});
    void queueRaw(const QString &line, const QByteArray &answer);
    /** Rows for a query of the entity, with a link to the next page or none. */
    void queueRows(const QString &entity, const QList<QByteArray> &rows, const QString &nextPageUrl = {});
    /** What `entityInformation/fields` answers from now on; `fields` is the list itself. */
    void setFields(const QString &entity, const QByteArray &fields);
    /** What a zone look-up answers; the default names this server. */
    void setZone(int status, const QByteArray &body);
    [[nodiscard]] QByteArray zone() const;
    /** A link to a next page of the entity, as this server gives it. */
    [[nodiscard]] QString nextLink(const QString &entity, const QString &token) const;

    [[nodiscard]] QString address() const;
    [[nodiscard]] const QList<AutotaskRequest> &requests() const;
    /** Their lines, in order. */
    [[nodiscard]] QStringList lines() const;
    /** Those of one line. */
    [[nodiscard]] QList<AutotaskRequest> requests(const QString &line) const;
    /** Targets of the zone look-ups. */
    [[nodiscard]] const QList<RawRequest> &zoneRequests() const;
    void forget();

    [[nodiscard]] static Credentials credentials();

private:
    void answer(QTcpSocket *socket, const RawRequest &request);

    RawServer m_server;
    QHash<QString, QList<QByteArray>> m_answers;
    QSet<QString> m_exhausted; ///< lines whose only answer left was given already
    QByteArray m_zone;
    QList<AutotaskRequest> m_requests;
    QList<RawRequest> m_zoneRequests;
};

} // namespace tandem::tests
