// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/linkstore.h"

#include "core/contactpoint.h"
#include "core/field.h"
#include "rules/fieldmap.h"
#include "store/database.h"
#include "store/recordstore.h"
#include "store/sortkey.h"
#include "store/sqlvalue.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString columns =
    u"l.id, l.integration_id, l.record_id, l.kind, l.remote_id, l.remote_parent_id, l.baseline, l.version, l.state, "
    "l.message, l.error_field, l.synced_at, l.is_disabled, l.is_orphaned"_s;

Link linkFrom(const SqlStatement &row)
{
    return {.id = row.value(0).toLongLong(),
            .integrationId = row.value(1).toLongLong(),
            .recordId = row.value(2).toLongLong(),
            .kind = kindFromName(row.value(3).toString()).value_or(AssetKind::Organization),
            .remote = {.id = row.value(4).toString(), .parentId = row.value(5).toString()},
            .baseline = objectFromSql(row.value(6)),
            .version = row.value(7).toString(),
            .state = syncStateFromName(row.value(8).toString()).value_or(SyncState::Error),
            .message = row.value(9).toString(),
            .errorField = row.value(10).toString(),
            .syncedAt = momentFromSql(row.value(11)),
            .isDisabled = row.value(12).toBool(),
            .isOrphaned = row.value(13).toBool()};
}

QVariantList valuesOf(const Link &link)
{
    return {textToSql(link.remote.id),
            textToSql(link.remote.parentId),
            objectToSql(link.baseline),
            textToSql(link.version),
            syncStateName(link.state),
            textToSql(link.message),
            textToSql(link.errorField),
            momentToSql(link.syncedAt),
            int(link.isDisabled),
            int(link.isOrphaned)};
}

tl::unexpected<Error> noLink(RecordId record)
{
    return fail(ErrorCode::NotFound,
                QCoreApplication::translate("tandem::LinkStore", "Record %1 is not linked with this PSA.")
                    .arg(record));
}

/** The PSA's list that a field's values come from in this map; unset when it has none. */
std::optional<OptionList> listOf(const FieldDescription &field, const KindMap *map)
{
    const MappedField *mapped = map ? map->find(field.name()) : nullptr;
    return mapped && mapped->list ? mapped->list : field.list;
}

/** Collects a ReferenceBook for one record. */
class BookWriter final {
public:
    BookWriter(Database &database, const Integration &integration, RecordId record)
        : m_database(database)
        , m_integration(integration.id)
        , m_map(integration.fieldMap())
        , m_record(record)
    {
    }

    Result<ReferenceBook> write(AssetKind kind, const FieldValues &fields)
    {
        const KindMap *kindMap = m_map ? &m_map->kind(kind) : nullptr;
        QList<RecordId> records;
        QList<OptionId> options;
        QSet<OptionList> named;
        for (const FieldDescription &field : fieldsOf(kind)) {
            const qint64 id = fields.value(field.name()).toInteger();
            if (field.type == FieldType::Reference && id != 0)
                records.append(id);
            else if (field.type == FieldType::Option && id != 0)
                options.append(id);
            else if (field.type != FieldType::Option && listOf(field, kindMap))
                named.insert(*listOf(field, kindMap));
        }
        Result<void> done = readRecords(records, m_book.records);
        if (done)
            done = readOptions(options);
        for (auto it = named.constBegin(); done && it != named.constEnd(); ++it)
            done = readNames(*it);
        if (done && kind == AssetKind::Organization)
            done = readFirstLocation(fields.value("primary_location"_L1).toInteger());
        const bool isOrganization = kind == AssetKind::Organization;
        const RecordId organization = isOrganization ? m_record : fields.value("organization"_L1).toInteger();
        if (done && !isOrganization)
            done = readOrganizationGates(organization);
        if (done && m_map && organization != 0)
            done = readFurtherGates(organization, m_map->kind(AssetKind::Organization).gates);
        if (!done)
            return fail(done.error());
        return std::move(m_book);
    }

private:
    Result<void> readRecords(const QList<RecordId> &ids,
                             QHash<RecordId, ReferenceBook::RecordReference> &records)
    {
        if (ids.isEmpty())
            return {};
        return m_database.read(
            u"SELECT r.id, r.kind, r.name, l.remote_id, o.stage IN ('queued', 'in_flight', 'unknown', "
            u"'waiting') OR (o.stage = 'held' AND l.state = 'pending') "
            "FROM json_each(?) wanted CROSS JOIN record r ON r.id = wanted.value "
            "LEFT JOIN link l ON l.record_id = r.id AND l.integration_id = ? "
            "LEFT JOIN outbox o ON o.record_id = r.id AND o.integration_id = ?"_s,
            {idsToSql(ids), m_integration, m_integration}, [&](const SqlStatement &row) {
                records.insert(
                    row.value(0).toLongLong(),
                    {.kind = kindFromName(row.value(1).toString()).value_or(AssetKind::Organization),
                     .name = row.value(2).toString(),
                     .remoteId = row.value(3).toString(),
                     .isOnItsWay = row.value(4).toBool()});
            });
    }

    Result<void> readOptions(const QList<OptionId> &ids)
    {
        if (ids.isEmpty())
            return {};
        return readOptions(u"json_each(?) wanted CROSS JOIN option_value v ON v.id = wanted.value"_s, idsToSql(ids),
                           [this](OptionId id, const ReferenceBook::OptionReference &option) {
                               m_book.options.insert(id, option);
                           });
    }

    /** An option may stand for several of the PSA's values of one name: an active and ticked one is told last. */
    template<typename Take>
    Result<void> readOptions(const QString &from, const QVariant &value, Take take)
    {
        return m_database.read(
            QString(u"SELECT v.id, v.list, v.name, p.remote_id, p.is_active, p.is_syncing FROM "_s + from
                    + u" LEFT JOIN remote_option p ON p.option_id = v.id AND p.integration_id = ? AND p.list = v.list "
                      "ORDER BY v.id, p.is_active, p.is_syncing, p.is_default, p.remote_id DESC"),
            {value, m_integration}, [&](const SqlStatement &row) {
                take(row.value(0).toLongLong(),
                     ReferenceBook::OptionReference{.list = optionListFromName(row.value(1).toString())
                                                                .value_or(OptionList::OrganizationType),
                                                    .name = row.value(2).toString(),
                                                    .remoteId = row.value(3).toString(),
                                                    .isActive = row.value(4).toBool(),
                                                    .isSyncing = row.value(5).toBool()});
            });
    }

    Result<void> readNames(OptionList list)
    {
        auto &names = m_book.byName[list];
        return m_database.read(
            u"SELECT remote_id, name FROM remote_option WHERE integration_id = ? AND list = ? "
            "ORDER BY is_active, is_default, remote_id DESC"_s,
            {m_integration, optionListName(list)}, [&](const SqlStatement &row) {
                const QString name = row.value(1).toString();
                names.insert(name.trimmed().toCaseFolded(),
                             {.remoteId = row.value(0).toString(), .name = name});
            });
    }

    /** The primary location, else the oldest. */
    Result<void> readFirstLocation(RecordId primary)
    {
        return m_database.read(
            u"SELECT id, name FROM record WHERE id = ? OR (organization_id = ? AND kind = 'location') "
            "ORDER BY id = ? DESC, id LIMIT 1"_s,
            {primary, m_record, primary}, [&](const SqlStatement &row) {
                m_book.firstLocationId = row.value(0).toLongLong();
                m_book.firstLocationName = row.value(1).toString();
            });
    }

    Result<void> readOrganizationGates(RecordId organization)
    {
        if (organization == 0)
            return {};
        QMap<OptionList, ReferenceBook::OptionReference> gates; // its type, then its status
        const Result<void> read = readOptions(
            u"organization k CROSS JOIN json_each(json_array(k.organization_type_id, k.organization_status_id)) gate "
            "CROSS JOIN option_value v ON k.record_id = ? AND v.id = gate.value"_s,
            organization,
            [&](OptionId, const ReferenceBook::OptionReference &option) { gates.insert(option.list, option); });
        m_book.organizationGates = gates.values();
        return read;
    }

    /** As they were last agreed on; blank ones hold nothing. */
    Result<void> readFurtherGates(RecordId organization, const QList<FurtherGate> &gates)
    {
        Result<void> read;
        for (const FurtherGate &gate : gates) {
            if (!read)
                break;
            read = m_database.read(
                u"SELECT p.remote_id, p.name, p.is_active, p.is_syncing FROM link l JOIN remote_option p "
                "ON p.integration_id = l.integration_id AND p.list = ? AND p.remote_id = json_extract(l.baseline, ?) "
                "WHERE l.record_id = ? AND l.integration_id = ?"_s,
                {optionListName(gate.list), QString(u"$."_s + gate.key()), organization, m_integration},
                [&](const SqlStatement &row) {
                    m_book.furtherGates.append({.list = gate.list,
                                                .name = row.value(1).toString(),
                                                .remoteId = row.value(0).toString(),
                                                .isActive = row.value(2).toBool(),
                                                .isSyncing = row.value(3).toBool()});
                });
        }
        return read;
    }

    Database &m_database;
    const IntegrationId m_integration;
    const FieldMap *const m_map; ///< null for a platform without one
    const RecordId m_record;
    ReferenceBook m_book;
};

/** What of remote records stands for something here, sorted by what it is. */
struct RemoteMentions {
    RemoteIds records;
    QHash<OptionList, QSet<QString>> values; ///< remote ids, and names where values travel by name

    void collect(const RemoteRecord &remote, const KindMap *map)
    {
        records[remote.kind].insert(remote.key.id);
        collectReferences(remote, records);
        for (const FieldDescription &field : fieldsOf(remote.kind)) {
            const QString value = remote.values.value(field.name()).toString();
            const std::optional<OptionList> list = listOf(field, map);
            if (!value.isEmpty() && field.type != FieldType::Reference && list)
                values[*list].insert(value);
        }
        for (const RemoteRecord &child : remote.children)
            collect(child, map);
    }
};

/** The records that are linked with these remote ones. A join with the ids, since IN would sort them into a table first. */
Result<void> readRecords(Database &database, IntegrationId integration, const RemoteIds &ids, LocalBook &book)
{
    for (auto it = ids.constBegin(); it != ids.constEnd(); ++it) {
        const AssetKind kind = it.key();
        const Result<void> read = database.read(
            u"SELECT l.remote_id, l.record_id, r.organization_id FROM json_each(?) wanted "
            "CROSS JOIN link l ON l.integration_id = ? AND l.kind = ? AND l.remote_id = wanted.value "
            "JOIN record r ON r.id = l.record_id"_s,
            {textsToSql(it.value().values()), integration, kindName(kind)}, [&](const SqlStatement &row) {
                const RecordId id = row.value(1).toLongLong();
                book.records.insert({kind, row.value(0).toString()}, id);
                book.organizationOf.insert(id, row.value(2).toLongLong());
            });
        if (!read)
            return read;
    }
    return {};
}

/** The PSA's list values: those that `where` picks. */
Result<void> readValues(Database &database, const QString &where, const QVariantList &values, LocalBook &book)
{
    return database.read(u"SELECT list, remote_id, option_id, name FROM remote_option WHERE integration_id = ?"_s + where,
                         values, [&](const SqlStatement &row) {
                             const std::optional<OptionList> list = optionListFromName(row.value(0).toString());
                             if (!list)
                                 return;
                             const QPair<OptionList, QString> key {*list, row.value(1).toString()};
                             book.options.insert(key, row.value(2).toLongLong());
                             book.optionNames.insert(key, row.value(3).toString());
                         });
}

/** Our list values by name: those that `where` picks; of one name under several parents the first is meant. */
Result<void> readNames(Database &database, const QString &where, const QVariantList &values, LocalBook &book)
{
    return database.read(QString(u"SELECT list, name_key, id FROM option_value "_s + where
                                 + u" ORDER BY parent_id DESC, id DESC"_s),
                         values, [&](const SqlStatement &row) {
                             const std::optional<OptionList> list = optionListFromName(row.value(0).toString());
                             if (list)
                                 book.optionsByName.insert({*list, row.value(1).toString()}, row.value(2).toLongLong());
                         });
}

} // namespace

void collectReferences(const RemoteRecord &remote, RemoteIds &ids)
{
    if (!remote.key.parentId.isEmpty())
        ids[AssetKind::Organization].insert(remote.key.parentId);
    for (const FieldDescription &field : fieldsOf(remote.kind)) {
        if (field.type != FieldType::Reference)
            continue;
        const QString id = remote.values.value(QLatin1StringView(field.id)).toString();
        if (!id.isEmpty())
            ids[*field.target].insert(id);
    }
}

LinkStore::LinkStore(Database &database)
    : m_database(database)
{
}

Result<std::optional<Link>> LinkStore::get(IntegrationId integration, RecordId record) const
{
    std::optional<Link> link;
    const Result<void> read =
        m_database.read(u"SELECT "_s + columns + u" FROM link l WHERE record_id = ? AND integration_id = ?"_s,
                        {record, integration}, [&](const SqlStatement &row) { link = linkFrom(row); });
    if (!read)
        return fail(read.error());
    return link;
}

Result<QHash<RecordId, Link>> LinkStore::ofRecords(IntegrationId integration, const QList<RecordId> &records) const
{
    QHash<RecordId, Link> links;
    const Result<void> read = m_database.read(
        u"SELECT "_s + columns
            + u" FROM link l WHERE record_id IN (SELECT value FROM json_each(?)) AND integration_id = ?"_s,
        {idsToSql(records), integration}, [&](const SqlStatement &row) {
            const Link link = linkFrom(row);
            links.insert(link.recordId, link);
        });
    return read ? Result<QHash<RecordId, Link>>(links) : fail(read.error());
}

Result<QList<Link>> LinkStore::ofRecord(RecordId record) const
{
    QList<Link> links;
    const Result<void> read =
        m_database.read(u"SELECT "_s + columns + u" FROM link l WHERE record_id = ? ORDER BY integration_id"_s,
                        {record}, [&](const SqlStatement &row) { links.append(linkFrom(row)); });
    if (!read)
        return fail(read.error());
    return links;
}

Result<std::optional<Link>> LinkStore::byRemote(IntegrationId integration, AssetKind kind,
                                                const QString &remoteId) const
{
    const Result<QHash<QString, Link>> links = byRemoteIds(integration, kind, {remoteId});
    if (!links)
        return fail(links.error());
    const auto link = links->constFind(remoteId);
    return link == links->constEnd() ? std::nullopt : std::optional(*link);
}

Result<QHash<QString, Link>> LinkStore::byRemoteIds(IntegrationId integration, AssetKind kind,
                                                    const QList<QString> &remoteIds) const
{
    QHash<QString, Link> links;
    const Result<void> read = m_database.read(
        u"SELECT "_s + columns
            + u" FROM json_each(?) wanted CROSS JOIN link l ON l.integration_id = ? AND l.kind = ? AND l.remote_id = wanted.value"_s,
        {textsToSql(remoteIds), integration, kindName(kind)}, [&](const SqlStatement &row) {
            Link link = linkFrom(row);
            const QString remoteId = link.remote.id;
            links.insert(remoteId, std::move(link));
        });
    if (!read)
        return fail(read.error());
    return links;
}

Result<QList<LinkedKey>> LinkStore::keysAfter(IntegrationId integration, AssetKind kind, const QDateTime &moment,
                                              const QString &after, int limit) const
{
    QList<LinkedKey> keys;
    const Result<void> read = m_database.read(
        u"SELECT record_id, remote_id, remote_parent_id, "
        "ifnull(synced_at, '') < ? AND is_disabled = 0 AND is_orphaned = 0 AND state <> 'disconnected' "
        "FROM link WHERE integration_id = ? AND kind = ? AND remote_id > ? ORDER BY remote_id LIMIT ?"_s,
        {momentToSql(moment), integration, kindName(kind), plainTextToSql(after), limit}, [&](const SqlStatement &row) {
            keys.append({.recordId = row.value(0).toLongLong(),
                         .remote = {.id = row.value(1).toString(), .parentId = row.value(2).toString()},
                         .wasAgreed = row.value(3).toBool()});
        });
    if (!read)
        return fail(read.error());
    return keys;
}

Result<QMultiHash<PlaceAndName, RecordId>> LinkStore::free(IntegrationId integration, AssetKind kind,
                                                           const QList<PlaceAndName> &places) const
{
    // An organization is in no place, and a location is known by its place alone; each is one look into an index.
    QJsonArray wanted;
    for (const auto &[organization, name] : places)
        wanted.append(QJsonArray {organization, sortKey(name), name});
    const QString where = kind == AssetKind::Organization
        ? u"r.kind = ? AND r.name_key = w.value ->> 1 AND r.name = w.value ->> 2"_s
        : kind == AssetKind::Location
            ? u"r.organization_id = w.value ->> 0 AND r.kind = ?"_s
            : u"r.organization_id = w.value ->> 0 AND r.kind = ? AND r.name_key = w.value ->> 1 AND r.name = w.value ->> 2"_s;
    QMultiHash<PlaceAndName, RecordId> found;
    const Result<void> read = m_database.read(
        u"SELECT DISTINCT w.value ->> 0, w.value ->> 2, r.id FROM json_each(?) w CROSS JOIN record r ON "_s + where
            + u" WHERE NOT EXISTS (SELECT 1 FROM link l WHERE l.record_id = r.id AND l.integration_id = ? "
              u"AND l.remote_id IS NOT NULL) ORDER BY r.id"_s,
        {QString::fromUtf8(QJsonDocument(wanted).toJson(QJsonDocument::Compact)), kindName(kind), integration},
        [&](const SqlStatement &row) {
            found.insert({row.value(0).toLongLong(), row.value(1).toString()}, row.value(2).toLongLong());
        });
    if (!read)
        return fail(read.error());
    return found;
}

Result<qint64> LinkStore::insert(const Link &link)
{
    return m_database.insert(
        u"INSERT INTO link (integration_id, record_id, kind, remote_id, remote_parent_id, baseline, version, "
        u"state, message, "
        "error_field, synced_at, is_disabled, is_orphaned) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        QVariantList {link.integrationId, link.recordId, kindName(link.kind)} + valuesOf(link));
}

Result<void> LinkStore::update(const Link &link)
{
    QVariantList values = valuesOf(link);
    values.append(link.id);
    // What ties a link never changes, and to name it here would look up what it refers to.
    const Result<int> updated = m_database.execute(u"UPDATE link SET remote_id = ?, remote_parent_id = ?, baseline = ?, "
                                                   "version = ?, state = ?, message = ?, error_field = ?, "
                                                   "synced_at = ?, is_disabled = ?, is_orphaned = ? "
                                                   "WHERE id = ?"_s,
                                                   values);
    if (!updated)
        return fail(updated.error());
    if (*updated == 0)
        return noLink(link.recordId);
    return {};
}

Result<void> LinkStore::setState(IntegrationId integration, RecordId record, SyncState state,
                                 const QString &message, const QString &errorField)
{
    const Result<int> written = m_database.execute(
        u"INSERT INTO link (integration_id, record_id, kind, state, message, error_field, is_disabled, is_orphaned) "
        "SELECT ?, id, kind, ?, ?, ?, 0, 0 FROM record WHERE id = ? "
        "ON CONFLICT (record_id, integration_id) DO UPDATE SET state = excluded.state, message = excluded.message, "
        "error_field = excluded.error_field"_s,
        {integration, syncStateName(state), textToSql(message), textToSql(errorField), record});
    if (!written)
        return fail(written.error());
    if (*written == 0)
        return noLink(record);
    return {};
}

Result<void> LinkStore::orphan(IntegrationId integration, const QList<RecordId> &records)
{
    const Result<int> orphaned = m_database.execute(
        u"UPDATE link SET is_orphaned = 1, state = ? WHERE integration_id = ? "
        "AND record_id IN (SELECT value FROM json_each(?))"_s,
        {syncStateName(SyncState::Orphaned), integration, idsToSql(records)});
    return orphaned ? Result<void>() : fail(orphaned.error());
}

Result<void> LinkStore::forgetField(IntegrationId integration, AssetKind kind, const QString &field)
{
    const QString path = u"$."_s + field;
    const Result<int> forgotten = m_database.execute(
        u"UPDATE link SET baseline = json_remove(baseline, ?) WHERE integration_id = ? AND kind = ? "
        "AND json_type(baseline, ?) IS NOT NULL"_s,
        {path, integration, kindName(kind), path});
    if (!forgotten)
        return fail(forgotten.error());
    const Result<int> settled
        = m_database.execute(u"DELETE FROM conflict WHERE integration_id = ? AND kind = ? AND field = ?"_s,
                             {integration, kindName(kind), field});
    return settled ? Result<void>() : fail(settled.error());
}

Result<ReferenceBook> LinkStore::referenceBook(const Integration &integration, AssetKind kind,
                                               const FieldValues &fields, RecordId record) const
{
    return BookWriter(m_database, integration, record).write(kind, fields);
}

Result<LocalBook> LinkStore::localBook(const Integration &integration, const QList<RemoteRecord> &records) const
{
    const FieldMap *map = integration.fieldMap();
    RemoteMentions mentions;
    for (const RemoteRecord &record : records)
        mentions.collect(record, map ? &map->kind(record.kind) : nullptr);

    LocalBook book;
    Result<void> read = readRecords(m_database, integration.id, mentions.records, book);
    for (auto it = mentions.values.constBegin(); read && it != mentions.values.constEnd(); ++it) {
        const QString list = optionListName(it.key());
        QStringList names;
        for (const QString &value : it.value())
            names.append(value.trimmed().toCaseFolded());
        read = readValues(m_database, u" AND list = ? AND remote_id IN (SELECT value FROM json_each(?))"_s,
                          {integration.id, list, textsToSql(it.value().values())}, book);
        if (read)
            read = readNames(m_database, u"WHERE list = ? AND name_key IN (SELECT value FROM json_each(?))"_s,
                             {list, textsToSql(names)}, book);
    }
    if (!read)
        return fail(read.error());
    return book;
}

Result<LocalBook> LinkStore::optionBook(IntegrationId integration) const
{
    LocalBook book;
    Result<void> read = readValues(m_database, {}, {integration}, book);
    if (read)
        read = readNames(m_database, {}, {}, book);
    if (!read)
        return fail(read.error());
    return book;
}

Result<void> LinkStore::addRecords(IntegrationId integration, const RemoteIds &ids, LocalBook &book) const
{
    return readRecords(m_database, integration, ids, book);
}

} // namespace tandem
