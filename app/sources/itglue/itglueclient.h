// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secretstring.h"
#include "net/httpclient.h"
#include "sources/itglue/itgluepage.h"

#include <QCoreApplication>
#include <QList>
#include <QPair>
#include <QUrl>

#include <chrono>
#include <memory>

namespace tandem {

/** What an account allows, and the patience of whoever asks; tests have less of it. */
struct ItGlueLimits {
    int calls = 3000; ///< within `window` (IT Glue's developer page, "Rate Limiting")
    std::chrono::seconds window{300};
    int permits = 2; ///< requests under way at once
    int pageSize = 1000; ///< the most that is allowed
    /** Before each further try when the server fails or cannot be reached. */
    QList<std::chrono::milliseconds> pauses{std::chrono::seconds(1), std::chrono::seconds(5),
                                            std::chrono::seconds(20)};
    int throttledTries = 20; ///< how often "too many" is waited for in a row, each time as long as it takes
    qint64 longestAnswer = 64 * 1024 * 1024;
};

/** One list and what of it is wanted. */
struct ItGlueQuery {
    QString resource; ///< "organization_types", as in the path
    QList<QPair<QString, QString>> filters = {};
    int page = 1;
    int size = 1000;
};

/**
 * Reads an IT Glue account; it never writes. Lives in one thread with an event loop, and must outlive its
 * tasks. Errors: `SignInFailed` for a key that is wrong, revoked or of another region (403 and 401),
 * `RateLimited`, `ServerFault`, `BadAnswer`, and those of `HttpClient`.
 */
class ItGlueClient final {
    Q_DECLARE_TR_FUNCTIONS(tandem::ItGlueClient)
    Q_DISABLE_COPY_MOVE(ItGlueClient)
public:
    ItGlueClient(QUrl address, SecretString key, const ItGlueLimits &limits);
    ~ItGlueClient();

    /** Rows are ordered by their ids. */
    QCoro::Task<Result<ItGluePage>> page(ItGlueQuery query);
    /** One record whole; lists cut quick notes short. */
    QCoro::Task<Result<QJsonObject>> record(QString resource, QString id);
    [[nodiscard]] CallFigures figures() const;
    /** Ends what is under way; everything later is `Cancelled`. */
    void stop();

private:
    [[nodiscard]] HttpRequest requestFor(const QString &path, const QList<QPair<QString, QString>> &items,
                                         const QString &route) const;
    QCoro::Task<Result<HttpAnswer>> get(HttpRequest request);
    [[nodiscard]] Error errorFrom(const HttpAnswer &answer) const;

    const QUrl m_address;
    const SecretString m_key;
    std::unique_ptr<HttpClient> m_http;
};

} // namespace tandem
