// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/apikeystore.h"

#include "store/database.h"
#include "store/sqlvalue.h"

#include <QCoreApplication>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString select =
    u"SELECT id, name, role, created_at, created_by, last_used_at, revoked_at FROM api_key "_s;

ApiKey keyFrom(const SqlStatement &row)
{
    // A role that this version does not know must not allow more than it did.
    return {.id = row.value(0).toLongLong(),
            .name = row.value(1).toString(),
            .role = roleFromName(row.value(2).toString()).value_or(Role::Lite),
            .createdAt = momentFromSql(row.value(3)),
            .createdBy = row.value(4).toString(),
            .lastUsedAt = momentFromSql(row.value(5)),
            .revokedAt = momentFromSql(row.value(6))};
}

Result<std::optional<ApiKey>> readOne(Database &database, const QString &where, const QVariantList &values)
{
    std::optional<ApiKey> key;
    const Result<void> read = database.read(QString(select + where), values,
                                            [&key](const SqlStatement &row) { key = keyFrom(row); });
    if (!read)
        return fail(read.error());
    return key;
}

} // namespace

ApiKeyStore::ApiKeyStore(Database &database)
    : m_database(database)
{
}

Result<QList<ApiKey>> ApiKeyStore::all() const
{
    QList<ApiKey> keys;
    const Result<void> read =
        m_database.read(QString(select + u"ORDER BY revoked_at IS NOT NULL, name COLLATE NOCASE, id"_s), {},
                        [&keys](const SqlStatement &row) { keys.append(keyFrom(row)); });
    if (!read)
        return fail(read.error());
    return keys;
}

Result<std::optional<ApiKey>> ApiKeyStore::byHash(const QString &hash) const
{
    return readOne(m_database, u"WHERE hash = ? AND revoked_at IS NULL"_s, {hash});
}

Result<std::optional<ApiKey>> ApiKeyStore::byName(const QString &name) const
{
    return readOne(m_database, u"WHERE name = ? COLLATE NOCASE AND revoked_at IS NULL"_s,
                   {plainTextToSql(name)});
}

Result<qint64> ApiKeyStore::insert(const ApiKey &key, const QString &hash)
{
    return m_database.insert(
        u"INSERT INTO api_key (name, hash, role, created_at, created_by) VALUES (?, ?, ?, ?, ?)"_s,
        {plainTextToSql(key.name), hash, roleName(key.role), momentToSql(key.createdAt),
         textToSql(key.createdBy)});
}

Result<void> ApiKeyStore::noteUse(qint64 id, const QDateTime &at)
{
    const Result<int> noted =
        m_database.execute(u"UPDATE api_key SET last_used_at = ? WHERE id = ?"_s, {momentToSql(at), id});
    return noted ? Result<void>() : fail(noted.error());
}

Result<void> ApiKeyStore::revoke(qint64 id, const QDateTime &at)
{
    const Result<int> revoked = m_database.execute(
        u"UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"_s, {momentToSql(at), id});
    if (!revoked)
        return fail(revoked.error());
    if (*revoked == 0) {
        return fail(
            ErrorCode::NotFound,
            QCoreApplication::translate("tandem::ApiKeyStore",
                                        "There is no such API key. It may have been revoked already."));
    }
    return {};
}

} // namespace tandem
