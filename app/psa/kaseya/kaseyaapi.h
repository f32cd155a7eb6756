// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secretstring.h"
#include "net/httpclient.h"
#include "psa/kaseya/kaseyaerrors.h"
#include "psa/kaseya/kaseyaservers.h"
#include "psa/turn.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace tandem::kaseya {

/** The current interface has nearly everything; the old one is asked only where that one lacks a call. */
enum class Interface : quint8 {
    V2,
    V1,
};

/**
 * The calls to one tenant: signs in by a form, renews the token before it ends, signs in once more when a
 * call is answered as signed out, and takes the answers out of their envelopes. Passwords and tokens are in
 * form bodies and in the Authorization header only. Engine's thread.
 */
class KaseyaApi final {
    Q_DECLARE_TR_FUNCTIONS(tandem::KaseyaApi)
    Q_DISABLE_COPY_MOVE(KaseyaApi)
public:
    using Query = QList<QPair<QString, QString>>;

    /** Credentials: "tenant", "user_name", "password". `http` must outlive it. */
    KaseyaApi(Platform platform, const QString &address, const Credentials &credentials, HttpClient *http);
    ~KaseyaApi();

    struct Call {
        QByteArray method = "GET";
        QString path; ///< "/v2/crm/accounts/summary/5", of the old interface "/api/crm/locations/5"
        QString route = {}; ///< the path with "{id}" for what differs; empty: the path
        Query query = {};
        QJsonDocument body = {};
        bool isPatch = false; ///< the body is a JSON Patch
        Interface side = Interface::V2;
        ErrorContext about = {};
        Priority priority = Priority::Foreground;
    };
    /** What was in the envelope. */
    struct Answer {
        QJsonValue result;
        qint64 total = -1; ///< -1: it does not say
    };
    struct Rows {
        QList<QJsonObject> rows;
        QString nextCursor; ///< empty: this was the last page
        qint64 total = -1;
    };
    /** A list that comes in pages. */
    struct List {
        QString path;
        Query filter = {};
        Priority priority = Priority::Foreground;
    };

    /** Proves the credentials anew. */
    QCoro::Task<Result<>> signIn(Priority priority);
    /** A write is never repeated but for a sign-in, before which nothing was done. */
    QCoro::Task<Result<Answer>> call(Call wanted);
    /** Pages are 100 rows long, which is what all known clients ask for; a server may give fewer, but not
     * none. */
    QCoro::Task<Result<Rows>> page(List list, QString cursor);
    /** How many rows a list has; -1 when the PSA does not say. */
    QCoro::Task<Result<qint64>> total(List list);
    /** All pages of a short list; what comes after 50 of them is left. */
    QCoro::Task<Result<QList<QJsonObject>>> all(List list);

    [[nodiscard]] const Servers &servers() const;
    [[nodiscard]] QString tenant() const;

private:
    /** Signed in to one interface. */
    struct Session {
        QByteArray access;
        QByteArray refresh;
        QDeadlineTimer renewAt;
        Turn turn; ///< one sign-in at a time; who waits uses its outcome
        std::optional<Error> refused; ///< so that many calls do not try a wrong password many times
        QDeadlineTimer refusedUntil;
    };

    [[nodiscard]] Session &session(Interface side);
    [[nodiscard]] Result<> checkCredentials() const;
    [[nodiscard]] QCoro::Task<Result<QByteArray>> token(Interface side, QByteArray unwanted,
                                                        Priority priority);
    [[nodiscard]] QCoro::Task<Result<>> renew(Interface side, bool mayRefresh, Priority priority);
    [[nodiscard]] QCoro::Task<Result<HttpAnswer>> post(Interface side, QString path, Query form,
                                                       Priority priority);
    [[nodiscard]] Result<> takeToken(Session &session, const HttpAnswer &answer) const;
    [[nodiscard]] HttpRequest requestFor(const Call &call, const QByteArray &token) const;
    [[nodiscard]] const QUrl &server(Interface side) const;
    [[nodiscard]] QString secret(const QString &key) const;
    [[nodiscard]] QString withoutSecrets(QString words) const;

    HttpClient *const m_http;
    const Platform m_platform;
    const Credentials m_credentials;
    const Servers m_servers;
    Session m_v2;
    Session m_v1;
};

} // namespace tandem::kaseya
