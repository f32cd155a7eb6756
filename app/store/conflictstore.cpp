// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/conflictstore.h"

#include "store/database.h"
#include "store/sqlvalue.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString select =
    u"SELECT c.id, c.integration_id, i.name, i.platform, c.record_id, c.kind, r.name, c.field, c.base, "
    "c.local, c.remote, c.base_text, c.local_text, c.remote_text, c.local_by, c.local_at, c.remote_by, "
    "c.remote_at, c.found_at FROM conflict c JOIN integration i ON i.id = c.integration_id "
    "JOIN record r ON r.id = c.record_id "_s;

/** In an array of one, which has room for a blank. */
QVariant jsonToSql(const QJsonValue &value)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray{value.isUndefined() ? QJsonValue() : value}).toJson(QJsonDocument::Compact));
}

QJsonValue jsonFromSql(const QVariant &value)
{
    return QJsonDocument::fromJson(value.toString().toUtf8()).array().first();
}

Conflict conflictFrom(const SqlStatement &row)
{
    return {.id = row.value(0).toLongLong(),
            .integrationId = row.value(1).toLongLong(),
            .integrationName = row.value(2).toString(),
            .platform = platformFromName(row.value(3).toString()).value_or(Platform::ConnectWise),
            .recordId = row.value(4).toLongLong(),
            .kind = kindFromName(row.value(5).toString()).value_or(AssetKind::Organization),
            .recordName = row.value(6).toString(),
            .field = row.value(7).toString(),
            .base = jsonFromSql(row.value(8)),
            .local = jsonFromSql(row.value(9)),
            .remote = jsonFromSql(row.value(10)),
            .baseText = row.value(11).toString(),
            .localText = row.value(12).toString(),
            .remoteText = row.value(13).toString(),
            .localBy = row.value(14).toString(),
            .localAt = momentFromSql(row.value(15)),
            .remoteBy = row.value(16).toString(),
            .remoteAt = momentFromSql(row.value(17)),
            .foundAt = momentFromSql(row.value(18))};
}

bool hasSameValues(const Conflict &a, const Conflict &b)
{
    return jsonToSql(a.base) == jsonToSql(b.base) && jsonToSql(a.local) == jsonToSql(b.local)
        && jsonToSql(a.remote) == jsonToSql(b.remote);
}

/** What is shown besides the values, as it lies in the columns. */
QVariantList wordsOf(const Conflict &conflict)
{
    return {textToSql(conflict.baseText),  textToSql(conflict.localText), textToSql(conflict.remoteText),
            textToSql(conflict.localBy),   momentToSql(conflict.localAt), textToSql(conflict.remoteBy),
            momentToSql(conflict.remoteAt)};
}

Result<QList<Conflict>> read(Database &database, const QString &where, const QVariantList &values)
{
    QList<Conflict> conflicts;
    const Result<void> done = database.read(
        QString(select + where), values, [&](const SqlStatement &row) { conflicts.append(conflictFrom(row)); });
    if (!done)
        return fail(done.error());
    return conflicts;
}

Result<void> write(Database &database, const Conflict &conflict)
{
    const QVariantList values = QVariantList{conflict.integrationId,    conflict.recordId,
                                             kindName(conflict.kind),   conflict.field,
                                             jsonToSql(conflict.base),  jsonToSql(conflict.local),
                                             jsonToSql(conflict.remote)}
        + wordsOf(conflict) + QVariantList{momentToSql(conflict.foundAt)};
    const Result<int> written = database.execute(
        u"INSERT INTO conflict (integration_id, record_id, kind, field, base, local, remote, base_text, "
        "local_text, remote_text, local_by, local_at, remote_by, remote_at, found_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (record_id, integration_id, field) DO UPDATE SET base = excluded.base, "
        "local = excluded.local, remote = excluded.remote, base_text = excluded.base_text, "
        "local_text = excluded.local_text, remote_text = excluded.remote_text, local_by = excluded.local_by, "
        "local_at = excluded.local_at, remote_by = excluded.remote_by, remote_at = excluded.remote_at, "
        "found_at = excluded.found_at"_s,
        values);
    if (!written)
        return fail(written.error());
    return {};
}

} // namespace

ConflictStore::ConflictStore(Database &database)
    : m_database(database)
{
}

Result<void> ConflictStore::replace(IntegrationId integration, RecordId record,
                                    const QList<Conflict> &conflicts)
{
    const Result<QList<Conflict>> known = ofRecord(integration, record);
    if (!known)
        return fail(known.error());
    QHash<QString, Conflict> gone;
    for (const Conflict &conflict : *known)
        gone.insert(conflict.field, conflict);
    for (const Conflict &conflict : conflicts) {
        Conflict wanted = conflict;
        wanted.integrationId = integration;
        wanted.recordId = record;
        if (const auto old = gone.constFind(wanted.field); old != gone.constEnd()) {
            const bool isSame = hasSameValues(*old, wanted);
            const bool isUntouched = isSame && wordsOf(*old) == wordsOf(wanted);
            if (isSame)
                wanted.foundAt = old->foundAt;
            gone.erase(old);
            if (isUntouched)
                continue;
        }
        if (Result<void> written = write(m_database, wanted); !written)
            return written;
    }
    return gone.isEmpty() ? Result<void>() : remove(integration, record, gone.keys());
}

Result<QList<Conflict>> ConflictStore::ofRecord(IntegrationId integration, RecordId record) const
{
    return read(m_database, u"WHERE c.record_id = ? AND c.integration_id = ? ORDER BY c.id"_s,
                {record, integration});
}

Result<QList<Conflict>> ConflictStore::list(IntegrationId integration, int limit) const
{
    const QVariant most = limit > 0 ? limit : -1;
    if (integration == 0)
        return read(m_database, u"WHERE i.is_disconnected = 0 ORDER BY c.id LIMIT ?"_s, {most});
    return read(m_database, u"WHERE c.integration_id = ? ORDER BY c.id LIMIT ?"_s, {integration, most});
}

Result<void> ConflictStore::remove(IntegrationId integration, RecordId record, const QStringList &fields)
{
    QString sql = u"DELETE FROM conflict WHERE record_id = ? AND integration_id = ?"_s;
    QVariantList values{record, integration};
    if (!fields.isEmpty()) {
        sql += u" AND field IN (SELECT value FROM json_each(?))"_s;
        values.append(textsToSql(fields));
    }
    const Result<int> removed = m_database.execute(sql, values);
    if (!removed)
        return fail(removed.error());
    return {};
}

} // namespace tandem
