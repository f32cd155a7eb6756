// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordstore.h"

#include "core/customfield.h"
#include "store/database.h"
#include "store/recordsql.h"
#include "store/searchtext.h"
#include "store/sortkey.h"
#include "store/sqlvalue.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tandem::RecordStore)
};

tl::unexpected<Error> noRecord(RecordId id)
{
    return fail(ErrorCode::NotFound, Text::tr("There is no record %1.").arg(id));
}

/** The organization a record belongs to, as the column `record.organization_id` has it. */
QVariant organizationOf(RecordId id, AssetKind kind, const FieldValues &fields)
{
    if (kind == AssetKind::Organization)
        return id;
    return idToSql(fields.value("organization"_L1).toInteger());
}

Result<const FieldDescription *> knownField(AssetKind kind, const QString &id)
{
    const FieldDescription *field = findField(kind, id);
    if (!field) {
        return fail({.code = ErrorCode::BadInput,
                     .message = Text::tr("A record of this kind has no field \"%1\".").arg(id),
                     .field = id});
    }
    return field;
}

/** A new row of the kind's table; its first value is for the id. */
Result<QVariantList> rowOf(AssetKind kind, const FieldValues &fields)
{
    const std::span<const FieldDescription> described = fieldsOf(kind);
    QVariantList row {QVariant()};
    row.reserve(qsizetype(described.size()) + 1);
    qsizetype met = 0;
    for (const FieldDescription &field : described) {
        const QJsonValue value = fields.value(QLatin1StringView(field.id));
        met += value.isUndefined() ? 0 : 1;
        const Result<QVariant> column = fieldToSql(field, value);
        if (!column)
            return fail(column.error());
        row.append(*column);
    }
    if (met == fields.size())
        return row;
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        const Result<const FieldDescription *> known = knownField(kind, it.key());
        if (!known)
            return fail(known.error());
        if (const Result<QVariant> shaped = fieldToSql(**known, it.value()); !shaped)
            return fail(shaped.error());
    }
    return row;
}

/** The values of the custom fields among these, blank ones left out; NULL when there are none. */
QVariant customToSql(const FieldValues &fields)
{
    QJsonObject custom;
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        if (isCustomFieldName(it.key()) && !isBlank(it.value()))
            custom.insert(it.key(), it.value());
    }
    return custom.isEmpty() ? QVariant()
                            : QVariant(QString::fromUtf8(QJsonDocument(custom).toJson(QJsonDocument::Compact)));
}

/** Of a field that this program does not know any more too: whatever was kept is the person's. */
void takeCustom(const QVariant &stored, FieldValues &fields)
{
    if (stored.isNull())
        return;
    const QJsonObject custom = QJsonDocument::fromJson(stored.toString().toUtf8()).object();
    for (auto it = custom.constBegin(); it != custom.constEnd(); ++it)
        fields.insert(it.key(), it.value());
}

} // namespace

RecordStore::RecordStore(Database &database)
    : m_database(database)
{
}

Result<Record> RecordStore::get(RecordId id) const
{
    const Result<QVariant> name = m_database.value(u"SELECT kind FROM record WHERE id = ?"_s, {id});
    if (!name)
        return fail(name.error());
    const std::optional<AssetKind> kind = kindFromName(name->toString());
    if (!kind)
        return noRecord(id);
    Result<QList<Record>> records = getMany(*kind, {id});
    if (!records)
        return fail(records.error());
    if (records->isEmpty())
        return noRecord(id);
    return std::move(records->first());
}

Result<QList<Record>> RecordStore::getMany(AssetKind kind, const QList<RecordId> &ids) const
{
    const KindSql &sql = kindSql(kind);
    const QString select = u"SELECT r.id, r.source, r.created_at, r.updated_at, r.custom, "_s + sql.columns
        + u" FROM json_each(?) wanted CROSS JOIN record r ON r.id = wanted.value JOIN "_s + sql.table
        + u" k ON k.record_id = r.id ORDER BY wanted.key"_s;
    QList<Record> records;
    records.reserve(ids.size());
    const Result<void> read = m_database.read(select, {idsToSql(ids)}, [&](const SqlStatement &row) {
        Record record{.id = row.value(0).toLongLong(),
                      .kind = kind,
                      .source = recordSourceFromName(row.value(1).toString()).value_or(RecordSource::Manual),
                      .createdAt = momentFromSql(row.value(2)),
                      .updatedAt = momentFromSql(row.value(3))};
        int column = 5;
        for (const FieldDescription &field : fieldsOf(kind)) {
            const QJsonValue value = fieldFromSql(field, row.value(column++));
            if (!value.isNull())
                record.fields.insert(field.name(), value);
        }
        takeCustom(row.value(4), record.fields);
        records.append(std::move(record));
    });
    if (!read)
        return fail(read.error());
    return records;
}

Result<RecordId> RecordStore::insert(AssetKind kind, const FieldValues &fields, RecordSource source,
                                     const QDateTime &now)
{
    const Result<QVariantList> row = rowOf(kind, fields);
    if (!row)
        return fail(row.error());
    QVariantList values = *row;
    const QString name = displayNameOf(kind, fields);
    const QVariant moment = momentToSql(now);
    const QVariant organization =
        kind == AssetKind::Organization ? QVariant() : organizationOf(0, kind, fields);
    // Most records have no custom values, and pay nothing for them.
    const QVariant custom = customToSql(fields);
    QVariantList own {kindName(kind), plainTextToSql(name), plainTextToSql(sortKey(name)), organization,
         recordSourceName(source), moment, moment};
    if (!custom.isNull())
        own.append(custom);
    const Result<RecordId> id = m_database.insert(
        u"INSERT INTO record (kind, name, name_key, organization_id, source, created_at, updated_at%1) "
        "VALUES (?, ?, ?, ?, ?, ?, ?%2)"_s.arg(custom.isNull() ? u""_s : u", custom"_s, custom.isNull() ? u""_s : u", ?"_s),
        own);
    if (!id)
        return id;
    if (kind == AssetKind::Organization) {
        const Result<int> itself =
            m_database.execute(u"UPDATE record SET organization_id = id WHERE id = ?"_s, {*id});
        if (!itself)
            return fail(itself.error());
    }
    values[0] = *id;
    const Result<qint64> written = m_database.insert(kindSql(kind).insert, values);
    if (!written)
        return fail(written.error());
    const Result<qint64> searchable = m_database.insert(u"INSERT INTO search (rowid, text) VALUES (?, ?)"_s,
                                                        {*id, plainTextToSql(searchText(kind, fields))});
    if (!searchable)
        return fail(searchable.error());
    return id;
}

Result<void> RecordStore::update(RecordId id, AssetKind kind, const FieldValues &changes,
                                 const QDateTime &now)
{
    if (changes.isEmpty())
        return {};
    QStringList columns;
    QVariantList values;
    FieldValues custom;
    for (auto it = changes.constBegin(); it != changes.constEnd(); ++it) {
        const Result<const FieldDescription *> field = knownField(kind, it.key());
        if (!field)
            return fail(field.error());
        const Result<QVariant> value = fieldToSql(**field, it.value());
        if (!value)
            return fail(value.error());
        if ((*field)->isCustom()) {
            custom.insert(it.key(), nullIfBlank(it.value()));
            continue;
        }
        columns.append((*field)->column() + u" = ?"_s);
        values.append(*value);
    }
    if (!columns.isEmpty()) {
        values.append(id);
        const Result<int> changed = m_database.execute(
            u"UPDATE %1 SET %2 WHERE record_id = ?"_s.arg(kindSql(kind).table, columns.join(u", "_s)), values);
        if (!changed)
            return fail(changed.error());
        if (*changed == 0)
            return noRecord(id);
    }

    const Result<QList<Record>> written = getMany(kind, {id});
    if (!written)
        return fail(written.error());
    if (written->isEmpty())
        return noRecord(id);
    FieldValues fields = written->constFirst().fields;
    for (auto it = custom.constBegin(); it != custom.constEnd(); ++it)
        fields.insert(it.key(), it.value());
    const QString name = displayNameOf(kind, fields);
    const Result<int> record = m_database.execute(
        u"UPDATE record SET name = ?, name_key = ?, organization_id = ?, updated_at = ?, custom = ? WHERE id = ?"_s,
        {plainTextToSql(name), plainTextToSql(sortKey(name)), organizationOf(id, kind, fields), momentToSql(now),
         customToSql(fields), id});
    if (!record)
        return fail(record.error());

    const QString text = searchText(kind, fields);
    const Result<QVariant> known = m_database.value(u"SELECT text FROM search WHERE rowid = ?"_s, {id});
    if (!known)
        return fail(known.error());
    if (known->toString() == text)
        return {};
    const Result<int> searchable =
        m_database.execute(u"UPDATE search SET text = ? WHERE rowid = ?"_s, {plainTextToSql(text), id});
    if (!searchable)
        return fail(searchable.error());
    return {};
}

Result<void> RecordStore::remove(RecordId id)
{
    if (Result<void> forgotten = forgetReferences(id); !forgotten)
        return forgotten;
    if (const Result<int> text = m_database.execute(u"DELETE FROM search WHERE rowid = ?"_s, {id}); !text)
        return fail(text.error());
    const Result<int> removed = m_database.execute(u"DELETE FROM record WHERE id = ?"_s, {id});
    if (!removed)
        return fail(removed.error());
    if (*removed == 0)
        return noRecord(id);
    return {};
}

/**
 * What referred to it is blank now, which no person meant: with nothing agreed on, the blank is not pushed, and what the
 * PSA refers to is taken again once it is here again.
 */
Result<void> RecordStore::forgetReferences(RecordId id)
{
    const Result<QVariant> name = m_database.value(u"SELECT kind FROM record WHERE id = ?"_s, {id});
    if (!name)
        return fail(name.error());
    const std::optional<AssetKind> removed = kindFromName(name->toString());
    for (const AssetKind kind : allKinds) {
        for (const FieldDescription &field : fieldsOf(kind)) {
            if (field.type != FieldType::Reference || field.target != removed)
                continue;
            const Result<int> forgotten = m_database.execute(
                u"UPDATE link SET baseline = json_remove(baseline, '$.%1') WHERE record_id IN (SELECT record_id FROM %2 WHERE %3 = ?)"_s
                    .arg(field.name(), kindSql(kind).table, field.column()),
                {id});
            if (!forgotten)
                return fail(forgotten.error());
        }
    }
    return {};
}

Result<void> RecordStore::mergeSearch(int pages)
{
    const Result<int> merged
        = m_database.execute(u"INSERT INTO search (search, rank) VALUES ('merge', ?)"_s, {pages});
    return merged ? Result<void>() : fail(merged.error());
}

Result<QList<RecordId>> RecordStore::findByName(AssetKind kind, RecordId organizationId,
                                                const QString &name) const
{
    QString sql = u"SELECT id FROM record WHERE kind = ? AND name_key = ? AND name = ?"_s;
    QVariantList values{kindName(kind), plainTextToSql(sortKey(name)), plainTextToSql(name)};
    if (organizationId != 0) {
        sql += u" AND organization_id = ?"_s;
        values.append(organizationId);
    }
    QList<RecordId> ids;
    const Result<void> read =
        m_database.read(QString(sql + u" ORDER BY id"_s), values,
                        [&](const SqlStatement &row) { ids.append(row.value(0).toLongLong()); });
    if (!read)
        return fail(read.error());
    return ids;
}

Result<QList<RecordId>> RecordStore::ofOrganization(AssetKind kind, RecordId organizationId) const
{
    QList<RecordId> ids;
    const Result<void> read = m_database.read(
        u"SELECT id FROM record WHERE organization_id = ? AND kind = ? ORDER BY name_key, id"_s,
        {organizationId, kindName(kind)},
        [&](const SqlStatement &row) { ids.append(row.value(0).toLongLong()); });
    if (!read)
        return fail(read.error());
    return ids;
}

Result<bool> RecordStore::isBelow(RecordId organization, RecordId ancestor) const
{
    if (organization == 0)
        return false;
    const Result<QVariant> met = m_database.value(
        u"WITH RECURSIVE above (id) AS (SELECT ? UNION SELECT k.parent_id FROM organization k JOIN above a "
        "ON k.record_id = a.id WHERE k.parent_id IS NOT NULL) SELECT 1 FROM above WHERE id = ?"_s,
        {organization, ancestor});
    return met ? Result<bool>(!met->isNull()) : fail(met.error());
}

} // namespace tandem
