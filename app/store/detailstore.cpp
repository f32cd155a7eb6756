// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/detailstore.h"

#include "store/database.h"
#include "store/sqlvalue.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

DetailStore::DetailStore(Database &database)
    : m_database(database)
{
}

Result<QHash<QString, QString>> DetailStore::rowVersions(IntegrationId integration, AssetKind kind,
                                                         const QStringList &remoteIds) const
{
    QHash<QString, QString> versions;
    const Result<void> read = m_database.read(
        u"SELECT l.remote_id, d.row_version FROM link l JOIN link_detail d ON d.link_id = l.id "
        "WHERE l.integration_id = ? AND l.kind = ? AND l.remote_id IN (SELECT value FROM json_each(?)) "
        "AND d.row_version IS NOT NULL"_s,
        {integration, kindName(kind), textsToSql(remoteIds)},
        [&](const SqlStatement &row) { versions.insert(row.value(0).toString(), row.value(1).toString()); });
    return read ? Result<QHash<QString, QString>>(versions) : fail(read.error());
}

Result<void> DetailStore::noteRow(qint64 linkId, IntegrationId integration, AssetKind kind,
                                  const QString &version)
{
    const Result<int> noted = m_database.execute(
        u"INSERT INTO link_detail (link_id, integration_id, kind, row_version, read_at, is_wanted) "
        "VALUES (?, ?, ?, ?, NULL, 1) ON CONFLICT (link_id) DO UPDATE SET "
        "is_wanted = CASE WHEN row_version IS NULL THEN is_wanted ELSE 1 END, row_version = excluded.row_version"_s,
        {linkId, integration, kindName(kind), plainTextToSql(version)});
    return noted ? Result<void>() : fail(noted.error());
}

Result<void> DetailStore::noteRead(qint64 linkId, IntegrationId integration, AssetKind kind,
                                   const QDateTime &at)
{
    const Result<int> noted = m_database.execute(
        u"INSERT INTO link_detail (link_id, integration_id, kind, row_version, read_at, is_wanted) "
        "VALUES (?, ?, ?, NULL, ?, 0) ON CONFLICT (link_id) DO UPDATE SET read_at = excluded.read_at, is_wanted = 0"_s,
        {linkId, integration, kindName(kind), momentToSql(at)});
    return noted ? Result<void>() : fail(noted.error());
}

Result<void> DetailStore::wantAll(IntegrationId integration, AssetKind kind)
{
    const Result<int> wanted
        = m_database.execute(u"UPDATE link_detail SET is_wanted = 1 WHERE integration_id = ? AND kind = ?"_s,
                             {integration, kindName(kind)});
    return wanted ? Result<void>() : fail(wanted.error());
}

Result<bool> DetailStore::isWanted(qint64 linkId) const
{
    const Result<QVariant> wanted
        = m_database.value(u"SELECT is_wanted FROM link_detail WHERE link_id = ?"_s, {linkId});
    return wanted ? Result<bool>(wanted->toInt() != 0) : fail(wanted.error());
}

Result<QList<RemoteKey>> DetailStore::next(IntegrationId integration, AssetKind kind, const QDateTime &before,
                                           int count) const
{
    QList<RemoteKey> keys;
    const auto take = [&](const SqlStatement &row) {
        keys.append({.id = row.value(0).toString(), .parentId = row.value(1).toString()});
    };
    const QString select =
        u"SELECT l.remote_id, l.remote_parent_id FROM link_detail d JOIN link l ON l.id = d.link_id "
        "WHERE d.integration_id = ? AND d.kind = ? AND d.is_wanted = ? AND l.remote_id IS NOT NULL "
        "AND l.is_disabled = 0 AND l.is_orphaned = 0 "_s;
    const Result<void> wanted = m_database.read(QString(select + "ORDER BY d.read_at LIMIT ?"_L1),
                                                {integration, kindName(kind), 1, count}, take);
    if (!wanted)
        return fail(wanted.error());
    const Result<void> old = m_database.read(
        QString(select + "AND d.read_at < ? ORDER BY d.read_at LIMIT ?"_L1),
        {integration, kindName(kind), 0, momentToSql(before), count - int(keys.size())}, take);
    return old ? Result<QList<RemoteKey>>(keys) : fail(old.error());
}

Result<int> DetailStore::readSince(IntegrationId integration, AssetKind kind, const QDateTime &since) const
{
    const Result<QVariant> count = m_database.value(
        u"SELECT count(*) FROM link_detail WHERE integration_id = ? AND kind = ? AND read_at > ?"_s,
        {integration, kindName(kind), momentToSql(since)});
    return count ? Result<int>(count->toInt()) : fail(count.error());
}

Result<DetailProgress> DetailStore::progress(IntegrationId integration, AssetKind kind) const
{
    DetailProgress progress;
    const Result<void> read = m_database.read(
        u"SELECT count(read_at), count(*) FROM link_detail WHERE integration_id = ? AND kind = ?"_s,
        {integration, kindName(kind)}, [&](const SqlStatement &row) {
            progress = {.read = row.value(0).toLongLong(), .all = row.value(1).toLongLong()};
        });
    return read ? Result<DetailProgress>(progress) : fail(read.error());
}

} // namespace tandem
