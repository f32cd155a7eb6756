// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/referencecatalog.h"

#include "core/field.h"
#include "rules/fieldmap.h"
#include "store/database.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

Result<ReferenceCatalog> ReferenceCatalog::read(Database &database, const Integration &integration)
{
    ReferenceCatalog catalog;
    catalog.m_map = integration.fieldMap();
    Result<void> read = catalog.readRecords(database, integration.id);
    if (read)
        read = catalog.readOptions(database, integration.id);
    if (read)
        read = catalog.readOrganizations(database, integration.id);
    return read ? Result<ReferenceCatalog>(std::move(catalog)) : fail(read.error());
}

Result<void> ReferenceCatalog::readRecords(Database &database, IntegrationId integration)
{
    Result<void> read = database.read(
        u"SELECT r.id, r.kind, r.name, l.remote_id, o.stage IN ('queued', 'in_flight', 'unknown', 'waiting') "
        "OR (o.stage = 'held' AND l.state = 'pending') FROM record r "
        "LEFT JOIN link l ON l.record_id = r.id AND l.integration_id = ? "
        "LEFT JOIN outbox o ON o.record_id = r.id AND o.integration_id = ? WHERE r.kind <> 'configuration'"_s,
        {integration, integration}, [&](const SqlStatement &row) {
            m_records.insert(row.value(0).toLongLong(),
                             {.kind = kindFromName(row.value(1).toString()).value_or(AssetKind::Organization),
                              .name = row.value(2).toString(),
                              .remoteId = row.value(3).toString(),
                              .isOnItsWay = row.value(4).toBool()});
        });
    if (!read)
        return read;
    return database.read(
        u"SELECT kind, remote_id, record_id FROM link WHERE integration_id = ? AND remote_id IS NOT NULL"_s, {integration},
        [&](const SqlStatement &row) {
            const AssetKind kind = kindFromName(row.value(0).toString()).value_or(AssetKind::Organization);
            m_linked.insert({kind, row.value(1).toString()}, row.value(2).toLongLong());
        });
}

/** As `LinkStore::referenceBook`: of several values of one name the one that comes last is preferred. */
Result<void> ReferenceCatalog::readOptions(Database &database, IntegrationId integration)
{
    const Result<void> read = database.read(
        u"SELECT v.id, v.list, v.name, p.remote_id, p.is_active, p.is_syncing FROM option_value v "
        "LEFT JOIN remote_option p ON p.option_id = v.id AND p.integration_id = ? AND p.list = v.list "
        "ORDER BY v.id, p.is_active, p.is_syncing, p.is_default, p.remote_id DESC"_s,
        {integration}, [&](const SqlStatement &row) {
            m_options.insert(row.value(0).toLongLong(),
                             {.list = optionListFromName(row.value(1).toString()).value_or(OptionList::OrganizationType),
                              .name = row.value(2).toString(),
                              .remoteId = row.value(3).toString(),
                              .isActive = row.value(4).toBool(),
                              .isSyncing = row.value(5).toBool()});
        });
    if (!read)
        return read;
    return database.read(
        u"SELECT list, remote_id, name FROM remote_option WHERE integration_id = ? "
        "ORDER BY list, is_active, is_default, remote_id DESC"_s,
        {integration}, [&](const SqlStatement &row) {
            const std::optional<OptionList> list = optionListFromName(row.value(0).toString());
            const QString name = row.value(2).toString();
            if (list)
                m_byName[*list].insert(name.trimmed().toCaseFolded(), {.remoteId = row.value(1).toString(), .name = name});
        });
}

Result<void> ReferenceCatalog::readOrganizations(Database &database, IntegrationId integration)
{
    Result<void> read = database.read(
        u"SELECT organization_id, min(id), name FROM record WHERE kind = 'location' AND organization_id IS NOT NULL "
        "GROUP BY organization_id"_s,
        {}, [&](const SqlStatement &row) {
            m_oldestLocations.insert(row.value(0).toLongLong(), {row.value(1).toLongLong(), row.value(2).toString()});
        });
    if (read) {
        read = database.read(
            u"SELECT o.record_id, r.id, r.name, o.organization_type_id, o.organization_status_id FROM organization o "
            "LEFT JOIN record r ON r.id = o.primary_location_id"_s,
            {}, [&](const SqlStatement &row) {
                const RecordId organization = row.value(0).toLongLong();
                if (!row.value(1).isNull())
                    m_primaryLocations.insert(organization, {row.value(1).toLongLong(), row.value(2).toString()});
                for (const int column : {3, 4}) {
                    if (!row.value(column).isNull())
                        m_gates[organization].append(row.value(column).toLongLong());
                }
            });
    }
    const QList<FurtherGate> gates = m_map ? m_map->kind(AssetKind::Organization).gates : QList<FurtherGate>();
    for (const FurtherGate &gate : gates) {
        if (!read)
            break;
        read = database.read(
            u"SELECT l.record_id, p.remote_id, p.name, p.is_active, p.is_syncing FROM link l JOIN remote_option p "
            "ON p.integration_id = l.integration_id AND p.list = ? AND p.remote_id = json_extract(l.baseline, ?) "
            "WHERE l.integration_id = ? AND l.kind = 'organization'"_s,
            {optionListName(gate.list), QString(u"$."_s + gate.key()), integration}, [&](const SqlStatement &row) {
                m_furtherGates[row.value(0).toLongLong()].append({.list = gate.list,
                                                                  .name = row.value(2).toString(),
                                                                  .remoteId = row.value(1).toString(),
                                                                  .isActive = row.value(3).toBool(),
                                                                  .isSyncing = row.value(4).toBool()});
            });
    }
    return read;
}

ReferenceBook ReferenceCatalog::bookFor(AssetKind kind, const FieldValues &fields, RecordId record) const
{
    ReferenceBook book;
    const KindMap *const map = m_map ? &m_map->kind(kind) : nullptr;
    for (const FieldDescription &field : fieldsOf(kind)) {
        const qint64 id = fields.value(QLatin1StringView(field.id)).toInteger();
        if (field.type == FieldType::Reference) {
            const auto known = m_records.constFind(id);
            if (known != m_records.constEnd())
                book.records.insert(id, *known);
            continue;
        }
        if (field.type == FieldType::Option) {
            const auto known = m_options.constFind(id);
            if (known != m_options.constEnd())
                book.options.insert(id, *known);
            continue;
        }
        const MappedField *const mapped = map ? map->find(field.name()) : nullptr;
        const std::optional<OptionList> list = mapped && mapped->list ? mapped->list : field.list;
        if (list && !book.byName.contains(*list))
            book.byName.insert(*list, m_byName.value(*list));
    }
    const bool isOrganization = kind == AssetKind::Organization;
    const RecordId organization = isOrganization ? record : fields.value("organization"_L1).toInteger();
    if (isOrganization) {
        book.firstLocationId = firstLocationOf(record);
        const Location oldest = m_oldestLocations.value(record);
        book.firstLocationName = m_primaryLocations.value(record, oldest).name;
    } else {
        const QList<OptionId> gates = m_gates.value(organization);
        for (const OptionId gate : gates)
            book.organizationGates.append(m_options.value(gate));
    }
    book.furtherGates = m_furtherGates.value(organization);
    return book;
}

void ReferenceCatalog::noteLinked(AssetKind kind, RecordId record, const QString &remoteId)
{
    m_linked.insert({kind, remoteId}, record);
    if (m_records.contains(record))
        m_records[record].remoteId = remoteId;
}

void ReferenceCatalog::noteOnItsWay(RecordId record, bool isOnItsWay)
{
    if (m_records.contains(record))
        m_records[record].isOnItsWay = isOnItsWay;
}

RecordId ReferenceCatalog::linkedWith(AssetKind kind, const QString &remoteId) const
{
    return m_linked.value({kind, remoteId});
}

QString ReferenceCatalog::remoteIdOf(RecordId record) const
{
    return m_records.value(record).remoteId;
}

QString ReferenceCatalog::nameOf(RecordId record) const
{
    return m_records.value(record).name;
}

RecordId ReferenceCatalog::firstLocationOf(RecordId organization) const
{
    const Location oldest = m_oldestLocations.value(organization);
    return m_primaryLocations.value(organization, oldest).id;
}

} // namespace tandem
