// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secretstring.h"
#include "net/httpclient.h"
#include "psa/autotask/autotaskerrors.h"
#include "psa/autotask/autotaskmetadata.h"
#include "psa/autotask/autotaskquery.h"
#include "psa/turn.h"
#include "psa/psaclient.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHash>
#include <QJsonObject>

#include <map>
#include <optional>

namespace tandem::autotask {

/** Where the zones of tenants are asked for, from what a person typed: a zone's address, the page they open,
 * or nothing. */
[[nodiscard]] QUrl directoryAddress(const QString &typed);
/** Whether the directory may send us, and with us the credentials, to this address. */
[[nodiscard]] bool isTrustedZone(const QUrl &directory, const QUrl &zone);

/**
 * The calls to one tenant's REST API 1.0: finds its zone by the first call, and again once when a call is
 * answered 401, since a tenant may move; puts the three headers on every other call; pages queries; reads
 * metadata. Engine's thread.
 */
class AutotaskApi final {
    Q_DECLARE_TR_FUNCTIONS(tandem::AutotaskApi)
    Q_DISABLE_COPY_MOVE(AutotaskApi)
public:
    /** Credentials: "user_name", "secret", "integration_code". `http` must outlive it. */
    AutotaskApi(const QString &address, const Credentials &credentials, HttpClient *http);
    ~AutotaskApi();

    struct Zone {
        QString name;
        QString base; ///< "https://webservices14.autotask.net/ATServicesRest/V1.0"; empty: not found yet
        QUrl web; ///< where people open Autotask
    };
    struct Call {
        QByteArray method = "GET";
        QString path; ///< "/Companies/5/Contacts"
        QString link = {}; ///< the query part, encoded
        QJsonObject body = {};
        QString entity; ///< whose threads it takes: "Contacts"
        ErrorContext about = {};
        Priority priority = Priority::Foreground;
    };
    struct Rows {
        QList<QJsonObject> rows;
        QString nextCursor;
    };
    /** How old metadata may be. */
    enum class Age : quint8 {
        Any,
        Minutes, ///< lists that a person looks at: one call serves all lists of an entity
        New,
    };

    QCoro::Task<Result<>> findZone(Priority priority);
    /** Asks for the zone, at the zone itself once it is known: needs no sign-in, and counts neither among the
     * calls of the hour nor among the threads. */
    [[nodiscard]] HttpRequest probe() const;
    QCoro::Task<Result<QJsonObject>> call(Call wanted);
    QCoro::Task<Result<Rows>> page(Query query, QString cursor);
    QCoro::Task<Result<QList<QJsonObject>>> all(Query query);
    QCoro::Task<Result<qint64>> count(Query query);
    /** A create or change; answers the id, which is all that the API answers. Never repeated. */
    QCoro::Task<Result<qint64>> write(QByteArray method, QString path, QString entity, QJsonObject body,
                                      ErrorContext about);
    QCoro::Task<Result<EntityMetadata>> metadata(QString entity, Age age);
    /** What was read of it last, without a call; empty when nothing was. */
    [[nodiscard]] EntityMetadata knownMetadata(const QString &entity) const;
    [[nodiscard]] const Zone &zone() const;

private:
    struct KnownMetadata {
        EntityMetadata metadata;
        QElapsedTimer readAt;
    };

    [[nodiscard]] QCoro::Task<Result<HttpAnswer>> send(Call wanted);
    [[nodiscard]] HttpRequest requestFor(const Call &call, const QString &base) const;
    [[nodiscard]] HttpRequest zoneQuestion(QUrl server) const;
    [[nodiscard]] Result<Zone> zoneFrom(const HttpAnswer &answer) const;
    [[nodiscard]] std::optional<EntityMetadata> keptMetadata(const QString &entity, Age age) const;
    [[nodiscard]] Result<> checkCredentials() const;
    [[nodiscard]] QByteArray secret(const QString &key) const;

    HttpClient *const m_http;
    const Credentials m_credentials;
    const QUrl m_directory;
    Zone m_zone;
    std::map<QString, Turn>
        m_metadataTurns; ///< metadata calls take threads too, so those of an entity go one by one
    QHash<QString, KnownMetadata> m_metadata;
};

} // namespace tandem::autotask
