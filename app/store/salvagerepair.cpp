// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvagerepair.h"

#include "core/field.h"
#include "store/database.h"
#include "store/linkstore.h"
#include "store/outbox.h"
#include "store/recordsql.h"
#include "store/recordstore.h"
#include "store/searchtext.h"
#include "store/sortkey.h"
#include "store/sqlvalue.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype recordsAtOnce = 500;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tandem::Salvage)
};

void setIfUnknown(QVariantMap &values, const QString &column, const QVariant &value)
{
    if (values.value(column).isNull())
        values.insert(column, value);
}

/** What the edits led to; only fields that a record of the kind can hold. */
FieldValues valuesFrom(AssetKind kind, const QJsonObject &edits)
{
    FieldValues values;
    for (const FieldDescription &field : fieldsOf(kind)) {
        const QJsonValue value = edits.value(field.name())["after"_L1];
        if (!isBlank(value) && fieldToSql(field, value))
            values.insert(field.name(), value);
    }
    return values;
}

} // namespace

SalvageRepair::SalvageRepair(Database &database, const RowSalvage &rows, const QDateTime &now)
    : m_database(database)
    , m_rows(rows)
    , m_now(now)
{
}

Result<void> SalvageRepair::repair(SalvageReport &report)
{
    using Step = Result<void> (SalvageRepair::*)();
    // What others refer to comes first.
    constexpr Step steps[]{&SalvageRepair::completeIntegrations,  &SalvageRepair::completeOptions,
                           &SalvageRepair::completeLinks,         &SalvageRepair::completePushes,
                           &SalvageRepair::completeEvents,        &SalvageRepair::completeKinds,
                           &SalvageRepair::nameRecordsOfKinds,    &SalvageRepair::completeRecords,
                           &SalvageRepair::reviveRecords,         &SalvageRepair::addMissingFields,
                           &SalvageRepair::fillFromLog,           &SalvageRepair::dropNameless,
                           &SalvageRepair::holdPushesWithoutLink, &SalvageRepair::pauseWithoutTicks,
                           &SalvageRepair::noteLostPushes,        &SalvageRepair::repairReferences,
                           &SalvageRepair::forgetBlanked,         &SalvageRepair::rebuildSearch,
                           &SalvageRepair::restoreSequences};
    for (const Step step : steps) {
        if (Result<void> done = (this->*step)(); !done)
            return done;
    }
    if (const Result<int> recovered = Outbox(m_database).recover(); !recovered)
        return fail(recovered.error());
    if (Result<void> counted = count(m_report); !counted)
        return counted;
    report = m_report;
    return {};
}

Result<void> SalvageRepair::put(const QString &table, qint64 id, QVariantMap values)
{
    values.insert(u"id"_s, id);
    const QStringList columns = values.keys();
    const QString marks = QStringList(columns.size(), u"?"_s).join(u", "_s);
    const Result<int> inserted = m_database.execute(
        u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(table, columns.join(u", "_s), marks),
        values.values());
    if (!inserted)
        return fail(inserted.error());
    return {};
}

Result<QList<qint64>> SalvageRepair::ids(const QString &sql, const QVariantList &values)
{
    QList<qint64> found;
    const Result<void> read =
        m_database.read(sql, values, [&](const SqlStatement &row) { found.append(row.value(0).toLongLong()); });
    if (!read)
        return fail(read.error());
    return found;
}

Result<void> SalvageRepair::completeIntegrations()
{
    const RowSalvage::Fragments fragments = m_rows.fragments(u"integration"_s);
    for (auto it = fragments.constBegin(); it != fragments.constEnd(); ++it) {
        QVariantMap values = it.value();
        if (values.value(u"settings"_s).isNull() || values.value(u"is_paused"_s).isNull())
            values.insert(u"is_paused"_s, 1);
        setIfUnknown(values, u"settings"_s, u"{}"_s);
        setIfUnknown(values, u"name"_s, Text::tr("Integration %1").arg(it.key()));
        setIfUnknown(values, u"uid"_s, QUuid::createUuid().toString(QUuid::WithoutBraces));
        setIfUnknown(values, u"is_disconnected"_s, 0);
        setIfUnknown(values, u"state"_s, integrationStateName(IntegrationState::NotSyncedYet));
        if (Result<void> done = put(u"integration"_s, it.key(), values); !done)
            return done;
    }
    return {};
}

Result<void> SalvageRepair::completeOptions()
{
    RowSalvage::Fragments fragments = m_rows.fragments(u"option_value"_s);
    // The PSA's value knows how the name is spelt.
    const Result<void> read = m_database.read(
        u"SELECT option_id, list, name FROM remote_option WHERE option_id NOT IN (SELECT id FROM option_value)"_s,
        {}, [&](const SqlStatement &row) {
            QVariantMap &values = fragments[row.value(0).toLongLong()];
            setIfUnknown(values, u"list"_s, row.value(1));
            setIfUnknown(values, u"name_key"_s, row.value(2).toString().trimmed().toCaseFolded());
            if (row.value(2).toString().trimmed().toCaseFolded() == values.value(u"name_key"_s).toString())
                setIfUnknown(values, u"name"_s, row.value(2).toString().trimmed());
        });
    if (!read)
        return read;
    for (auto it = fragments.constBegin(); it != fragments.constEnd(); ++it) {
        QVariantMap values = it.value();
        setIfUnknown(values, u"name"_s, values.value(u"name_key"_s));
        setIfUnknown(values, u"parent_id"_s, 0);
        if (Result<void> done = put(u"option_value"_s, it.key(), values); !done)
            return done;
    }
    return {};
}

Result<void> SalvageRepair::completeLinks()
{
    const RowSalvage::Fragments fragments = m_rows.fragments(u"link"_s);
    for (auto it = fragments.constBegin(); it != fragments.constEnd(); ++it) {
        QVariantMap values = it.value();
        setIfUnknown(values, u"state"_s, syncStateName(SyncState::NotYetPushed));
        const QString state = values.value(u"state"_s).toString();
        setIfUnknown(values, u"is_disabled"_s, int(state == syncStateName(SyncState::Disabled)));
        setIfUnknown(values, u"is_orphaned"_s, int(state == syncStateName(SyncState::Orphaned)));
        // Without its baseline it has to be compared anew.
        if (values.value(u"baseline"_s).isNull())
            values.remove(u"version"_s);
        if (Result<void> done = put(u"link"_s, it.key(), values); !done)
            return done;
    }
    return {};
}

Result<void> SalvageRepair::completePushes()
{
    const RowSalvage::Fragments fragments = m_rows.fragments(u"outbox"_s);
    for (auto it = fragments.constBegin(); it != fragments.constEnd(); ++it) {
        QVariantMap values = it.value();
        const IntegrationId integration = values.value(u"integration_id"_s).toLongLong();
        const RecordId record = values.value(u"record_id"_s).toLongLong();
        const Result<std::optional<Link>> link = LinkStore(m_database).get(integration, record);
        if (!link)
            return fail(link.error());
        const QString stage = values.value(u"stage"_s).toString();
        const bool mayHaveLeft = stage.isEmpty() || stage == pushStageName(Push::Stage::InFlight)
            || stage == pushStageName(Push::Stage::Unknown);
        // An update whose content is lost is found out again by comparing; a create might be done twice.
        if (mayHaveLeft && values.value(u"sent"_s).isNull())
            values.insert(u"stage"_s, pushStageName(Push::Stage::Queued));
        setIfUnknown(values, u"kind"_s, *link ? QVariant(kindName((*link)->kind)) : QVariant());
        setIfUnknown(values, u"created_at"_s, momentToSql(m_now));
        setIfUnknown(values, u"revision"_s, 1);
        for (const QString &column : {u"sent_revision"_s, u"sent_create"_s, u"attempt"_s})
            setIfUnknown(values, column, 0);
        Result<void> done = put(u"outbox"_s, it.key(), values);
        const bool isLinked = *link && (*link)->isLinked();
        if (done && mayHaveLeft && !isLinked)
            done = hold(integration, record);
        if (!done)
            return done;
    }
    return {};
}

Result<void> SalvageRepair::completeEvents()
{
    const RowSalvage::Fragments fragments = m_rows.fragments(u"event"_s);
    for (auto it = fragments.constBegin(); it != fragments.constEnd(); ++it) {
        QVariantMap values = it.value();
        if (values.value(u"message"_s).isNull() && values.value(u"fields"_s).isNull())
            continue;
        setIfUnknown(values, u"is_failure"_s, 0);
        if (Result<void> done = put(u"event"_s, it.key(), values); !done)
            return done;
    }
    return {};
}

Result<void> SalvageRepair::completeKinds()
{
    for (const AssetKind kind : allKinds) {
        const RowSalvage::Fragments fragments = m_rows.fragments(kindName(kind));
        for (auto it = fragments.constBegin(); it != fragments.constEnd(); ++it) {
            QVariantMap values = it.value();
            for (const FieldDescription &field : fieldsOf(kind)) {
                if (!values.contains(field.column()))
                    m_blanked[kind][it.key()].append(field.name());
            }
            values.insert(u"record_id"_s, it.key());
            const QStringList columns = values.keys();
            const Result<int> inserted = m_database.execute(
                u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(
                    kindName(kind), columns.join(u", "_s), QStringList(columns.size(), u"?"_s).join(u", "_s)),
                values.values());
            if (!inserted)
                return fail(inserted.error());
        }
    }
    return {};
}

Result<void> SalvageRepair::addRecord(RecordId id, AssetKind kind, QVariantMap values)
{
    const Result<QVariant> link =
        m_database.value(u"SELECT 1 FROM link WHERE record_id = ? AND remote_id IS NOT NULL"_s, {id});
    if (!link)
        return fail(link.error());
    values.insert(u"kind"_s, kindName(kind));
    const RecordSource source = link->isNull() ? RecordSource::Manual : RecordSource::Psa;
    setIfUnknown(values, u"source"_s, recordSourceName(source));
    setIfUnknown(values, u"created_at"_s, momentToSql(m_now));
    setIfUnknown(values, u"updated_at"_s, momentToSql(m_now));
    setIfUnknown(values, u"name_key"_s, u""_s);
    setIfUnknown(values, u"name"_s, values.value(u"name_key"_s));
    if (kind == AssetKind::Organization)
        values.insert(u"organization_id"_s, id);
    return put(u"record"_s, id, values);
}

/** Records of which only the fields are there. */
Result<void> SalvageRepair::nameRecordsOfKinds()
{
    const RowSalvage::Fragments fragments = m_rows.fragments(u"record"_s);
    for (const AssetKind kind : allKinds) {
        const QString organization = kind == AssetKind::Organization ? u"record_id"_s : u"organization_id"_s;
        QHash<RecordId, QVariant> found;
        Result<void> done = m_database.read(
            u"SELECT record_id, %1 FROM %2 WHERE record_id NOT IN (SELECT id FROM record)"_s.arg(
                organization, kindName(kind)),
            {}, [&](const SqlStatement &row) { found.insert(row.value(0).toLongLong(), row.value(1)); });
        for (auto it = found.constBegin(); done && it != found.constEnd(); ++it) {
            QVariantMap values = fragments.value(it.key());
            values.insert(u"organization_id"_s, it.value());
            done = addRecord(it.key(), kind, values);
        }
        if (!done)
            return done;
        const Result<QList<Record>> records = RecordStore(m_database).getMany(kind, found.keys());
        if (!records)
            return fail(records.error());
        for (const Record &record : *records) {
            const QString name = record.displayName();
            const Result<int> named = m_database.execute(
                u"UPDATE record SET name = ?, name_key = ? WHERE id = ? AND ? <> ''"_s,
                {plainTextToSql(name), plainTextToSql(sortKey(name)), record.id, plainTextToSql(name)});
            if (!named)
                return fail(named.error());
        }
    }
    return {};
}

Result<void> SalvageRepair::completeRecords()
{
    const RowSalvage::Fragments fragments = m_rows.fragments(u"record"_s);
    for (auto it = fragments.constBegin(); it != fragments.constEnd(); ++it) {
        const std::optional<AssetKind> kind = kindFromName(it.value().value(u"kind"_s).toString());
        if (!kind)
            continue;
        if (Result<void> done = addRecord(it.key(), *kind, it.value()); !done)
            return done;
    }
    return {};
}

/** Records of which nothing is left but what a PSA, or the log, knows of them. */
Result<void> SalvageRepair::reviveRecords()
{
    struct Lost {
        AssetKind kind = AssetKind::Organization;
        bool isLinked = false;
    };
    QHash<RecordId, Lost> lost;
    Result<void> done = m_database.read(
        u"SELECT record_id, kind, remote_id IS NOT NULL FROM link WHERE record_id NOT IN (SELECT id FROM "
        u"record) "
        "UNION ALL SELECT record_id, kind, 0 FROM outbox WHERE record_id NOT IN (SELECT id FROM record)"_s,
        {}, [&](const SqlStatement &row) {
            const std::optional<AssetKind> kind = kindFromName(row.value(1).toString());
            if (!kind)
                return;
            Lost &record = lost[row.value(0).toLongLong()];
            record.kind = *kind;
            record.isLinked = record.isLinked || row.value(2).toBool();
        });
    for (auto it = lost.constBegin(); done && it != lost.constEnd(); ++it) {
        const Result<QJsonObject> edits = editsOf(it.key(), {});
        if (!edits)
            return fail(edits.error());
        if (!it->isLinked && valuesFrom(it->kind, *edits).isEmpty())
            continue;
        const Result<QVariant> name = m_database.value(
            u"SELECT record_name FROM event WHERE record_id = ? AND record_name IS NOT NULL ORDER BY id DESC LIMIT 1"_s,
            {it.key()});
        if (!name)
            return fail(name.error());
        QVariantMap values;
        values.insert(u"name"_s, plainTextToSql(name->toString()));
        values.insert(u"name_key"_s, plainTextToSql(sortKey(name->toString())));
        done = addRecord(it.key(), it->kind, values);
    }
    return done;
}

/** Records of which all fields are gone. */
Result<void> SalvageRepair::addMissingFields()
{
    for (const AssetKind kind : allKinds) {
        const bool hasOrganization = kind != AssetKind::Organization;
        const Result<QList<qint64>> empty =
            ids(u"SELECT id FROM record WHERE kind = ? AND id NOT IN (SELECT record_id FROM %1)"_s.arg(
                    kindName(kind)),
                {kindName(kind)});
        if (!empty)
            return fail(empty.error());
        for (const RecordId id : *empty) {
            const QString sql = hasOrganization
                ? u"INSERT INTO %1 (record_id, organization_id) SELECT id, organization_id FROM record WHERE id = ?"_s
                : u"INSERT INTO %1 (record_id) VALUES (?)"_s;
            if (const Result<int> made = m_database.execute(sql.arg(kindName(kind)), {id}); !made)
                return fail(made.error());
            const Result<QVariant> organization =
                m_database.value(u"SELECT organization_id FROM record WHERE id = ?"_s, {id});
            if (!organization)
                return fail(organization.error());
            for (const FieldDescription &field : fieldsOf(kind)) {
                if (field.column() != "organization_id"_L1 || organization->isNull())
                    m_blanked[kind][id].append(field.name());
            }
        }
    }
    return {};
}

/** The PSA has the fields of what is linked; of the others only the log knows them. */
Result<void> SalvageRepair::fillFromLog()
{
    for (const AssetKind kind : allKinds) {
        const QHash<RecordId, QStringList> blanked = m_blanked.value(kind);
        for (auto it = blanked.constBegin(); it != blanked.constEnd(); ++it) {
            const Result<QVariant> remote = m_database.value(
                u"SELECT remote_id FROM link WHERE record_id = ? AND remote_id IS NOT NULL"_s, {it.key()});
            const Result<QVariant> updatedAt =
                m_database.value(u"SELECT updated_at FROM record WHERE id = ?"_s, {it.key()});
            const Result<QVariant> name =
                m_database.value(u"SELECT name FROM record WHERE id = ?"_s, {it.key()});
            const Result<QJsonObject> edits = editsOf(it.key(), {});
            if (!remote || !updatedAt || !name || !edits)
                return fail(!remote          ? remote.error()
                                : !updatedAt ? updatedAt.error()
                                : !name      ? name.error()
                                             : edits.error());
            if (!remote->isNull() || updatedAt->isNull())
                continue;
            const FieldValues known = valuesFrom(kind, *edits);
            const QString nameField = kind == AssetKind::Contact ? u"first_name"_s : u"name"_s;
            FieldValues fields;
            for (const QString &field : it.value()) {
                if (known.contains(field))
                    fields.insert(field, known.value(field));
            }
            if (it->contains(nameField) && !fields.contains(nameField) && !name->toString().isEmpty())
                fields.insert(nameField, name->toString());
            const Result<void> filled =
                RecordStore(m_database).update(it.key(), kind, fields, momentFromSql(*updatedAt));
            if (!filled)
                return filled;
        }
    }
    return {};
}

/** What is only here and has no name is nothing that a person, or a PSA, could use. */
Result<void> SalvageRepair::dropNameless()
{
    for (const AssetKind kind : allKinds) {
        const Result<int> dropped = m_database.execute(
            u"DELETE FROM record WHERE kind = ? AND name = '' AND id IN (SELECT value FROM json_each(?)) "
            "AND id NOT IN (SELECT record_id FROM link WHERE remote_id IS NOT NULL)"_s,
            {kindName(kind), idsToSql(m_blanked.value(kind).keys())});
        if (!dropped)
            return fail(dropped.error());
    }
    return {};
}

Result<void> SalvageRepair::hold(IntegrationId integration, RecordId record)
{
    const Result<int> held =
        m_database.execute(u"UPDATE outbox SET stage = ? WHERE integration_id = ? AND record_id = ?"_s,
                           {pushStageName(Push::Stage::Rejected), integration, record});
    if (!held)
        return fail(held.error());
    const Result<int> told = m_database.execute(
        u"INSERT INTO link (integration_id, record_id, kind, state, message, is_disabled, is_orphaned) "
        "SELECT integration_id, record_id, kind, ?, ?, 0, 0 FROM outbox WHERE integration_id = ? AND "
        "record_id = ? "
        "ON CONFLICT (record_id, integration_id) DO UPDATE SET state = excluded.state, message = excluded.message"_s,
        {syncStateName(SyncState::Error),
         Text::tr("The database was damaged, and it is not known whether the PSA has this record. Start a "
                  "sync, look for "
                  "it there, then retry."),
         integration, record});
    if (!told)
        return fail(told.error());
    return {};
}

/** Every push has its link; one without has lost it, and would be made a second time. */
Result<void> SalvageRepair::holdPushesWithoutLink()
{
    QList<QPair<IntegrationId, RecordId>> alone;
    Result<void> done = m_database.read(
        u"SELECT o.integration_id, o.record_id FROM outbox o LEFT JOIN link l ON l.record_id = o.record_id "
        "AND l.integration_id = o.integration_id WHERE l.id IS NULL"_s,
        {}, [&](const SqlStatement &row) {
            alone.append({row.value(0).toLongLong(), row.value(1).toLongLong()});
        });
    for (const auto &[integration, record] : std::as_const(alone)) {
        if (done)
            done = hold(integration, record);
    }
    return done;
}

/** With ticks of Sync Settings lost, a sync would take records for orphaned. */
Result<void> SalvageRepair::pauseWithoutTicks()
{
    const bool lacksTicks = m_rows.mayLackRows(u"remote_option"_s);
    if (lacksTicks) {
        const Result<int> paused =
            m_database.execute(u"UPDATE integration SET is_paused = 1 WHERE is_disconnected = 0"_s);
        if (!paused)
            return fail(paused.error());
    }
    if (!lacksTicks && !m_rows.mayLackRows(u"integration"_s))
        return {};
    return m_database.read(u"SELECT name FROM integration WHERE is_paused = 1 ORDER BY name"_s, {},
                           [this](const SqlStatement &row) { m_report.paused.append(row.value(0).toString()); });
}

Result<QJsonObject> SalvageRepair::editsOf(RecordId record, const QDateTime &since)
{
    QJsonObject edits;
    const Result<void> read = m_database.read(
        u"SELECT fields FROM event WHERE record_id = ? AND type IN ('edited', 'pulled') AND at >= ? ORDER BY id"_s,
        {record, plainTextToSql(momentToSql(since).toString())}, [&](const SqlStatement &row) {
            const QJsonObject fields = objectFromSql(row.value(0));
            for (auto it = fields.constBegin(); it != fields.constEnd(); ++it)
                edits.insert(it.key(), it.value());
        });
    if (!read)
        return fail(read.error());
    return edits;
}

/** Pushes whose record, or whose edited values, are gone. */
Result<void> SalvageRepair::noteLostPushes()
{
    struct Candidate {
        SalvageReport::LostPush push;
        QDateTime agreedAt;
        bool hasRecord = false;
    };
    QList<Candidate> candidates;
    Result<void> done = m_database.read(
        u"SELECT o.record_id, o.kind, o.person, o.sent, i.name, r.name, l.synced_at, r.id IS NOT NULL AND "
        u"i.id IS NOT NULL, "
        "(SELECT e.record_name FROM event e WHERE e.record_id = o.record_id ORDER BY e.id DESC LIMIT 1) FROM "
        "outbox o "
        "LEFT JOIN integration i ON i.id = o.integration_id LEFT JOIN record r ON r.id = o.record_id "
        "LEFT JOIN link l ON l.record_id = o.record_id AND l.integration_id = o.integration_id ORDER BY o.id"_s,
        {}, [&](const SqlStatement &row) {
            const QString name = row.value(5).toString();
            candidates.append(
                {.push = {.integrationName = row.value(4).toString(),
                          .recordId = row.value(0).toLongLong(),
                          .kind = kindFromName(row.value(1).toString()).value_or(AssetKind::Organization),
                          .recordName = name.isEmpty() ? row.value(8).toString() : name,
                          .person = row.value(2).toString(),
                          .sent = objectFromSql(row.value(3))},
                 .agreedAt = momentFromSql(row.value(6)),
                 .hasRecord = row.value(7).toBool()});
        });
    for (Candidate &candidate : candidates) {
        const QStringList blanked = m_blanked.value(candidate.push.kind).value(candidate.push.recordId);
        if (!done || (candidate.hasRecord && blanked.isEmpty()))
            continue;
        const Result<QJsonObject> edits = editsOf(candidate.push.recordId, candidate.agreedAt);
        if (!edits)
            return fail(edits.error());
        candidate.push.edits = *edits;
        // What the log brought back is not lost.
        const Result<Record> record = RecordStore(m_database).get(candidate.push.recordId);
        const FieldValues fields = record ? record->fields : FieldValues();
        const QStringList edited = edits->keys();
        const bool isLost =
            !candidate.hasRecord || std::any_of(edited.begin(), edited.end(), [&](const QString &field) {
                return blanked.contains(field) && fields.value(field) != edits->value(field)["after"_L1];
            });
        if (isLost)
            m_report.lostPushes.append(candidate.push);
    }
    return done;
}

Result<void> SalvageRepair::repairReferences()
{
    const Result<QList<TableLayout>> tables = tableLayouts(m_database);
    if (!tables)
        return fail(tables.error());
    // A row that is dropped may be referred to itself, so it goes on until nothing changes.
    for (int changes = 1; changes > 0;) {
        changes = 0;
        for (const TableLayout &table : *tables) {
            const std::optional<AssetKind> kind = kindFromName(table.name);
            for (const TableLayout::Reference &reference : table.references) {
                const TableLayout::Column &column = table.columns.at(table.indexOf(reference.column));
                const bool isOwnId = table.indexOf(reference.column) == table.idColumn;
                const QString where = u" WHERE %1 IS NOT NULL AND %1 NOT IN (SELECT %2 FROM %3)"_s.arg(
                    reference.column, reference.key, reference.table);
                const bool isDropped = isOwnId || !column.isNullable;
                if (kind && !isDropped) {
                    const Result<QList<qint64>> blanked =
                        ids(QString(u"SELECT record_id FROM "_s + table.name + where));
                    if (!blanked)
                        return fail(blanked.error());
                    for (const RecordId id : *blanked) {
                        for (const FieldDescription &field : fieldsOf(*kind)) {
                            if (field.column() == reference.column)
                                m_blanked[*kind][id].append(field.name());
                        }
                    }
                }
                const QString change = isDropped
                    ? QString(u"DELETE FROM "_s + table.name)
                    : u"UPDATE %1 SET %2 = NULL"_s.arg(table.name, reference.column);
                const Result<int> repaired = m_database.execute(QString(change + where));
                if (!repaired)
                    return fail(repaired.error());
                changes += *repaired;
            }
        }
    }
    return {};
}

/** A value lost here must not look blanked by a person: the sides never agreed on it, so the PSA's comes in.
 */
Result<void> SalvageRepair::forgetBlanked()
{
    LinkStore links(m_database);
    for (auto kind = m_blanked.constBegin(); kind != m_blanked.constEnd(); ++kind) {
        for (auto it = kind->constBegin(); it != kind->constEnd(); ++it) {
            const Result<QList<Link>> ofRecord = links.ofRecord(it.key());
            if (!ofRecord)
                return fail(ofRecord.error());
            for (Link link : *ofRecord) {
                for (const QString &field : it.value())
                    link.baseline.remove(field);
                link.version.clear();
                if (Result<void> updated = links.update(link); !updated)
                    return updated;
            }
        }
    }
    return {};
}

Result<void> SalvageRepair::rebuildSearch()
{
    for (const AssetKind kind : allKinds) {
        const Result<QList<qint64>> all = ids(u"SELECT record_id FROM "_s + kindName(kind));
        if (!all)
            return fail(all.error());
        for (qsizetype begin = 0; begin < all->size(); begin += recordsAtOnce) {
            const Result<QList<Record>> records =
                RecordStore(m_database).getMany(kind, all->mid(begin, recordsAtOnce));
            if (!records)
                return fail(records.error());
            for (const Record &record : *records) {
                const Result<int> added =
                    m_database.execute(u"INSERT INTO search (rowid, text) VALUES (?, ?)"_s,
                                       {record.id, plainTextToSql(searchText(kind, record.fields))});
                if (!added)
                    return fail(added.error());
            }
        }
    }
    return {};
}

/** An id is never given out twice, so that the log stays true. */
Result<void> SalvageRepair::restoreSequences()
{
    QHash<QString, qint64> sequences = m_rows.sequences();
    const Result<QVariant> logged = m_database.value(u"SELECT max(record_id) FROM event"_s);
    if (!logged)
        return fail(logged.error());
    sequences.insert(u"record"_s, std::max(sequences.value(u"record"_s), logged->toLongLong()));
    for (auto it = sequences.constBegin(); it != sequences.constEnd(); ++it) {
        const Result<int> raised = m_database.execute(
            u"UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?"_s, {it.value(), it.key()});
        const Result<int> added =
            m_database.execute(u"INSERT INTO sqlite_sequence (name, seq) SELECT ?, ? WHERE ? IN (SELECT name "
                               u"FROM sqlite_schema WHERE type = "
                               "'table') AND ? NOT IN (SELECT name FROM sqlite_sequence)"_s,
                               {it.key(), it.value(), it.key(), it.key()});
        if (!raised || !added)
            return fail(raised ? added.error() : raised.error());
    }
    return {};
}

Result<void> SalvageRepair::count(SalvageReport &report)
{
    const Result<QList<TableLayout>> tables = tableLayouts(m_database);
    if (!tables)
        return fail(tables.error());
    for (const TableLayout &table : *tables) {
        const Result<QVariant> kept = m_database.value(u"SELECT count(*) FROM "_s + table.name);
        if (!kept)
            return fail(kept.error());
        SalvageReport::Table counted{
            .name = table.name, .kept = kept->toLongLong(), .lost = m_rows.missingEntries(table.name)};
        const QSet<qint64> missing = m_rows.missing(table.name);
        if (!missing.isEmpty()) {
            const QString id = table.columns.at(table.idColumn).name;
            const Result<QList<qint64>> found =
                ids(u"SELECT %1 FROM %2 WHERE %1 IN (SELECT value FROM json_each(?))"_s.arg(id, table.name),
                    {idsToSql(missing.values())});
            if (!found)
                return fail(found.error());
            counted.lost = missing.size() - found->size();
        }
        report.tables.append(counted);
    }
    return {};
}

} // namespace tandem
