// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/importstore.h"

#include "core/field.h"
#include "rules/matching.h"
#include "store/database.h"
#include "store/recordsql.h"
#include "store/recordstore.h"
#include "store/sqlvalue.h"

#include <QCoreApplication>

#include <limits>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString runColumns =
    u"i.id, i.source, i.name, i.person, i.state, i.started_at, i.ended_at, i.undone_at, i.created, "
    u"i.updated, i.skipped, "
    "i.failed, iif(i.undone_at IS NULL, 0, (SELECT count(*) FROM import_change c WHERE c.run_id = i.id AND c.undo = 'kept')), "
    "i.request, i.position"_s;
const QString changeColumns = u"id, run_id, record_id, kind, at, before, after, undo IS NOT NULL"_s;

ImportRun runFrom(const SqlStatement &row)
{
    return {.id = row.value(0).toLongLong(),
            .source = recordSourceFromName(row.value(1).toString()).value_or(RecordSource::Csv),
            .name = row.value(2).toString(),
            .person = row.value(3).toString(),
            .state = importStateFromName(row.value(4).toString()).value_or(ImportRun::State::Open),
            .startedAt = momentFromSql(row.value(5)),
            .endedAt = momentFromSql(row.value(6)),
            .undoneAt = momentFromSql(row.value(7)),
            .counts = {.created = row.value(8).toLongLong(),
                       .updated = row.value(9).toLongLong(),
                       .skipped = row.value(10).toLongLong(),
                       .failed = row.value(11).toLongLong()},
            .kept = row.value(12).toLongLong(),
            .request = objectFromSql(row.value(13)),
            .position = objectFromSql(row.value(14))};
}

ImportChange changeFrom(const SqlStatement &row)
{
    return {.id = row.value(0).toLongLong(),
            .runId = row.value(1).toLongLong(),
            .recordId = row.value(2).toLongLong(),
            .kind = kindFromName(row.value(3).toString()).value_or(AssetKind::Organization),
            .at = momentFromSql(row.value(4)),
            .isCreated = row.value(5).isNull(),
            .before = objectFromSql(row.value(5)),
            .after = objectFromSql(row.value(6)),
            .isUndone = row.value(7).toBool()};
}

qint64 limitToSql(int limit)
{
    return limit > 0 ? limit : std::numeric_limits<qint64>::max();
}

Result<void> done(const Result<int> &changed)
{
    return changed ? Result<void>() : fail(changed.error());
}

Result<void> done(const Result<qint64> &id)
{
    return id ? Result<void>() : fail(id.error());
}

} // namespace

ImportStore::ImportStore(Database &database)
    : m_database(database)
{
}

Result<qint64> ImportStore::begin(RecordSource source, const QString &name, const QString &person,
                                  const QJsonObject &request, const QDateTime &now)
{
    return m_database.insert(
        u"INSERT INTO import_run (source, name, person, state, request, started_at) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {recordSourceName(source), plainTextToSql(name), textToSql(person),
         importStateName(ImportRun::State::Open), objectToSql(request), momentToSql(now)});
}

Result<ImportRun> ImportStore::get(qint64 run) const
{
    std::optional<ImportRun> found;
    const Result<void> read = m_database.read(u"SELECT %1 FROM import_run i WHERE i.id = ?"_s.arg(runColumns),
                                              {run}, [&](const SqlStatement &row) { found = runFrom(row); });
    if (!read)
        return fail(read.error());
    if (!found) {
        return fail(ErrorCode::NotFound,
                    QCoreApplication::translate("tandem::ImportStore", "There is no import %1.").arg(run));
    }
    return *found;
}

Result<QList<ImportRun>> ImportStore::list(int limit) const
{
    QList<ImportRun> runs;
    const Result<void> read =
        m_database.read(u"SELECT %1 FROM import_run i ORDER BY i.id DESC LIMIT ?"_s.arg(runColumns),
                        {limitToSql(limit)}, [&](const SqlStatement &row) { runs.append(runFrom(row)); });
    if (!read)
        return fail(read.error());
    return runs;
}

Result<void> ImportStore::addCounts(qint64 run, const ImportCounts &counts)
{
    return done(m_database.execute(u"UPDATE import_run SET created = created + ?, updated = updated + ?, "
                                   "skipped = skipped + ?, failed = failed + ? WHERE id = ?"_s,
                                   {counts.created, counts.updated, counts.skipped, counts.failed, run}));
}

Result<void> ImportStore::setPosition(qint64 run, const QJsonObject &position)
{
    return done(m_database.execute(u"UPDATE import_run SET position = ? WHERE id = ?"_s,
                                   {objectToSql(position), run}));
}

Result<void> ImportStore::setState(qint64 run, ImportRun::State state, const QDateTime &at)
{
    const bool isUndo = state == ImportRun::State::Undoing || state == ImportRun::State::Undone;
    const QString column = isUndo ? u"undone_at"_s : u"ended_at"_s;
    return done(m_database.execute(u"UPDATE import_run SET state = ?, %1 = ? WHERE id = ?"_s.arg(column),
                                   {importStateName(state), momentToSql(at), run}));
}

Result<void> ImportStore::noteCreated(qint64 run, RecordId record, AssetKind kind, const QDateTime &at)
{
    return done(
        m_database.insert(u"INSERT INTO import_change (run_id, record_id, kind, at) VALUES (?, ?, ?, ?)"_s,
                          {run, record, kindName(kind), momentToSql(at)}));
}

Result<void> ImportStore::noteUpdated(qint64 run, RecordId record, AssetKind kind, const FieldValues &before,
                                      const FieldValues &after, const QDateTime &at)
{
    return done(m_database.insert(
        u"INSERT INTO import_change (run_id, record_id, kind, at, before, after) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {run, record, kindName(kind), momentToSql(at), objectToSql(before), objectToSql(after)}));
}

Result<QList<ImportChange>> ImportStore::toUndo(qint64 run, qint64 before, int limit) const
{
    QList<ImportChange> changes;
    const Result<void> read = m_database.read(
        u"SELECT %1 FROM import_change WHERE run_id = ? AND id < ? AND undo IS NULL ORDER BY id DESC LIMIT ?"_s
            .arg(changeColumns),
        {run, before > 0 ? before : std::numeric_limits<qint64>::max(), limitToSql(limit)},
        [&](const SqlStatement &row) { changes.append(changeFrom(row)); });
    if (!read)
        return fail(read.error());
    return changes;
}

Result<qint64> ImportStore::changeCount(qint64 run) const
{
    const Result<QVariant> count =
        m_database.value(u"SELECT count(*) FROM import_change WHERE run_id = ?"_s, {run});
    return count ? Result<qint64>(count->toLongLong()) : fail(count.error());
}

Result<QList<ImportChange>> ImportStore::ofRecord(qint64 run, RecordId record) const
{
    QList<ImportChange> changes;
    const Result<void> read = m_database.read(
        u"SELECT %1 FROM import_change WHERE record_id = ? AND run_id = ? ORDER BY id"_s.arg(changeColumns),
        {record, run}, [&](const SqlStatement &row) { changes.append(changeFrom(row)); });
    if (!read)
        return fail(read.error());
    return changes;
}

Result<void> ImportStore::noteUndone(qint64 change, const QString &reason)
{
    return done(m_database.execute(u"UPDATE import_change SET undo = ?, reason = ? WHERE id = ?"_s,
                                   {reason.isEmpty() ? u"done"_s : u"kept"_s, textToSql(reason), change}));
}

Result<QList<ImportKept>> ImportStore::kept(qint64 run, int limit) const
{
    QList<ImportKept> all;
    const Result<void> read = m_database.read(
        u"SELECT c.record_id, c.kind, r.name, c.reason FROM import_change c LEFT JOIN record r ON r.id = "
        u"c.record_id "
        "WHERE c.run_id = ? AND c.undo = 'kept' ORDER BY c.id LIMIT ?"_s,
        {run, limitToSql(limit)}, [&](const SqlStatement &row) {
            all.append({.recordId = row.value(0).toLongLong(),
                        .kind = kindFromName(row.value(1).toString()).value_or(AssetKind::Organization),
                        .name = row.value(2).toString(),
                        .reason = row.value(3).toString()});
        });
    if (!read)
        return fail(read.error());
    return all;
}

Result<RecordId> ImportStore::byExternalId(RecordSource source, AssetKind kind,
                                           const QString &externalId) const
{
    const Result<QVariant> id = m_database.value(
        u"SELECT record_id FROM external_id WHERE source = ? AND kind = ? AND external_id = ?"_s,
        {recordSourceName(source), kindName(kind), externalId});
    return id ? Result<RecordId>(id->toLongLong()) : fail(id.error());
}

Result<QString> ImportStore::externalIdOf(RecordSource source, AssetKind kind, RecordId record) const
{
    const Result<QVariant> id = m_database.value(
        u"SELECT external_id FROM external_id WHERE record_id = ? AND source = ? AND kind = ?"_s,
        {record, recordSourceName(source), kindName(kind)});
    return id ? Result<QString>(id->toString()) : fail(id.error());
}

Result<QJsonObject> ImportStore::said(RecordSource source, AssetKind kind, const QString &externalId) const
{
    const Result<QVariant> said = m_database.value(
        u"SELECT said FROM external_id WHERE source = ? AND kind = ? AND external_id = ?"_s,
        {recordSourceName(source), kindName(kind), externalId});
    return said ? Result<QJsonObject>(objectFromSql(*said)) : fail(said.error());
}

Result<void> ImportStore::setExternalId(const ImportRun &run, AssetKind kind, const QString &externalId,
                                        RecordId record, const QJsonObject &said)
{
    return done(m_database.execute(
        u"INSERT INTO external_id (source, kind, external_id, record_id, run_id, said) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (source, kind, external_id) DO UPDATE SET record_id = excluded.record_id, "
        "run_id = iif(record_id = excluded.record_id, run_id, excluded.run_id), said = excluded.said "
        "WHERE record_id <> excluded.record_id OR said IS NOT excluded.said"_s,
        {recordSourceName(run.source), kindName(kind), externalId, record, run.id, objectToSql(said)}));
}

Result<void> ImportStore::forgetSaid(RecordSource source, RecordId record)
{
    return done(m_database.execute(u"UPDATE external_id SET said = NULL WHERE record_id = ? AND source = ?"_s,
                                   {record, recordSourceName(source)}));
}

Result<int> ImportStore::forgetExternalIds(qint64 run, int limit)
{
    return m_database.execute(
        u"DELETE FROM external_id WHERE (source, kind, external_id) IN "
        "(SELECT source, kind, external_id FROM external_id WHERE run_id = ? LIMIT ?)"_s,
        {run, limit});
}

Result<QList<RecordId>> exactMatches(Database &database, AssetKind kind, const FieldValues &values)
{
    const RecordStore records(database);
    const RecordId organization =
        kind == AssetKind::Organization ? 0 : values.value("organization"_L1).toInteger();
    if (kind != AssetKind::Organization && organization == 0)
        return QList<RecordId>();
    QList<RecordId> ids;
    const QString address = values.value("address_1"_L1).toString().trimmed();
    if (kind == AssetKind::Location && !address.isEmpty()) {
        const Result<void> read = database.read(
            u"SELECT record_id FROM location WHERE organization_id = ? AND trim(address_1) = ? ORDER BY record_id"_s,
            {organization, address}, [&](const SqlStatement &row) { ids.append(row.value(0).toLongLong()); });
        if (!read)
            return fail(read.error());
    } else if (kind == AssetKind::Location && !isBlank(values.value("city"_L1))) {
        const Result<QList<RecordId>> all = records.ofOrganization(kind, organization);
        if (!all)
            return all;
        ids = *all;
    } else {
        const QString name = displayNameOf(kind, values);
        const Result<QList<RecordId>> named =
            name.isEmpty() ? QList<RecordId>() : records.findByName(kind, organization, name);
        if (!named)
            return named;
        ids = *named;
    }
    if (ids.isEmpty())
        return ids;
    const Result<QList<Record>> candidates = records.getMany(kind, ids);
    if (!candidates)
        return fail(candidates.error());
    return matchesOf(kind, *candidates, values);
}

Result<bool> isReferredTo(Database &database, RecordId record)
{
    const Result<QVariant> belongs = database.value(
        u"SELECT 1 FROM record WHERE organization_id = ? AND id <> ? LIMIT 1"_s, {record, record});
    if (!belongs)
        return fail(belongs.error());
    if (!belongs->isNull())
        return true;
    for (const AssetKind kind : allKinds) {
        for (const FieldDescription &field : fieldsOf(kind)) {
            // Whose organization it is was asked above.
            if (field.type != FieldType::Reference || field.name() == "organization"_L1)
                continue;
            const Result<QVariant> refers = database.value(
                u"SELECT 1 FROM %1 WHERE %2 = ? LIMIT 1"_s.arg(kindSql(kind).table, field.column()),
                {record});
            if (!refers)
                return fail(refers.error());
            if (!refers->isNull())
                return true;
        }
    }
    return false;
}

} // namespace tandem
