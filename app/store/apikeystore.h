// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/role.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace tandem {

class Database;

/** What is kept of a key of the local API: everything but the key. */
struct ApiKey {
    qint64 id = 0;
    QString name; ///< unique among those in use, chosen by a person
    Role role = Role::Lite;
    QDateTime createdAt; ///< UTC
    QString createdBy;
    QDateTime lastUsedAt; ///< UTC, to about a minute; invalid: never
    QDateTime revokedAt; ///< UTC; invalid: it is in use
};

/** Keys of the local API. Writes belong inside a Transaction of the caller. */
class ApiKeyStore final {
public:
    explicit ApiKeyStore(Database &database);

    /** Those in use first, then by name. */
    [[nodiscard]] Result<QList<ApiKey>> all() const;
    /** The key in use that has this hash. */
    [[nodiscard]] Result<std::optional<ApiKey>> byHash(const QString &hash) const;
    /** The key in use of this name, without regard to case. */
    [[nodiscard]] Result<std::optional<ApiKey>> byName(const QString &name) const;
    /** Answers its id. */
    [[nodiscard]] Result<qint64> insert(const ApiKey &key, const QString &hash);
    [[nodiscard]] Result<void> noteUse(qint64 id, const QDateTime &at);
    /** `NotFound` when there is none in use; a revoked key stays in the list. */
    [[nodiscard]] Result<void> revoke(qint64 id, const QDateTime &at);

private:
    Database &m_database;
};

} // namespace tandem
