// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/managedata.h"

#include "core/field.h"
#include "rules/fieldmap.h"
#include "store/database.h"
#include "store/integrationstore.h"
#include "store/recordsql.h"
#include "store/sqlvalue.h"

#include <QHash>
#include <QSet>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** The links of a section; the link's alias is l. A disconnected one is that before anything else. */
QString condition(LinkSection section)
{
    switch (section) {
    case LinkSection::Synced:
        return u"l.remote_id IS NOT NULL AND l.is_orphaned = 0 AND l.state <> 'disconnected'"_s;
    case LinkSection::Orphaned:
        return u"l.is_orphaned = 1 AND l.state <> 'disconnected'"_s;
    case LinkSection::Disconnected:
        return u"l.state = 'disconnected'"_s;
    }
    return u"0"_s;
}

/**
 * The links of an integration and a kind. Nearly all are synced: reading them in their order beats looking
 * each up; of orphans and disconnected ones there is an index of the few.
 */
QString conditionOfKind(LinkSection section)
{
    switch (section) {
    case LinkSection::Synced:
        return u"+l.integration_id = ? AND +l.kind = ?"_s;
    case LinkSection::Orphaned:
        return u"l.integration_id = ? AND +l.kind = ?"_s;
    case LinkSection::Disconnected:
        return u"l.integration_id = ? AND l.kind = ?"_s;
    }
    return u"0"_s;
}

/** The kind's field of that name, such as "configuration_type"; nullptr when it has none. */
const FieldDescription *listField(AssetKind kind, const QString &name)
{
    return findField(kind, QString(kindName(kind) + u'_' + name));
}

QString columnOf(const FieldDescription *field)
{
    return field ? QString(u"k."_s + field->column()) : u"NULL"_s;
}

QVariant kindsToSql(const std::optional<AssetKind> &kind)
{
    QStringList names;
    for (const AssetKind each : allKinds) {
        if (!kind || *kind == each)
            names.append(kindName(each));
    }
    return textsToSql(names);
}

/** Says of types and statuses whether Sync Settings lets records with them sync. */
class Ticks final {
public:
    Result<void> read(Database &database, IntegrationId id)
    {
        const Result<Integration> integration = IntegrationStore(database).get(id);
        if (!integration)
            return fail(integration.error());
        m_integration = *integration;
        return database.read(
            u"SELECT option_id FROM remote_option WHERE integration_id = ? AND is_syncing = 1"_s, {id},
            [this](const SqlStatement &row) { m_syncing.insert(row.value(0).toLongLong()); });
    }

    [[nodiscard]] bool areActive(const LinkGroup &group) const
    {
        if (group.kind == AssetKind::Contact && !m_integration.settings.contacts)
            return false;
        if (group.kind == AssetKind::Location && !m_integration.settings.locations)
            return false;
        return isTicked(group.kind, u"type"_s, group.typeId)
            && isTicked(group.kind, u"status"_s, group.statusId);
    }

private:
    [[nodiscard]] bool isTicked(AssetKind kind, const QString &name, OptionId option) const
    {
        const FieldDescription *field = listField(kind, name);
        const FieldMap *map = FieldMap::shipped(m_integration.platform);
        const MappedField *mapped = map && field ? map->kind(kind).find(field->name()) : nullptr;
        return !mapped || !mapped->isGate || m_syncing.contains(option);
    }

    Integration m_integration;
    QSet<OptionId> m_syncing;
};

/** What a list value is used by: the kinds' columns that hold its id, and the labels of emails and phones. */
Result<QHash<OptionId, qint64>> countRecords(Database &database, OptionList list)
{
    QHash<OptionId, qint64> counts;
    const auto add = [&](const SqlStatement &row) {
        counts[row.value(0).toLongLong()] += row.value(1).toLongLong();
    };
    for (const AssetKind kind : allKinds) {
        for (const FieldDescription &field : fieldsOf(kind)) {
            if (field.list != list)
                continue;
            const QString column = field.column();
            const QString sql = field.type == FieldType::Option
                ? u"SELECT %1, count(*) FROM %2 WHERE %1 IS NOT NULL GROUP BY %1"_s.arg(column,
                                                                                        kindName(kind))
                : u"SELECT v.id, count(DISTINCT k.record_id) FROM %2 k CROSS JOIN json_each(k.%1) point "
                  "JOIN option_value v ON v.list = ? AND v.name = json_extract(point.value, '$.label') "
                  "WHERE k.%1 IS NOT NULL GROUP BY v.id"_s.arg(column, kindName(kind));
            const QVariantList values =
                field.type == FieldType::Option ? QVariantList() : QVariantList{optionListName(list)};
            if (const Result<void> read = database.read(sql, values, add); !read)
                return fail(read.error());
        }
    }
    return counts;
}

} // namespace

Result<QList<LinkGroup>> linkGroups(Database &database, IntegrationId integration, LinkSection section)
{
    Ticks ticks;
    if (const Result<void> read = ticks.read(database, integration); !read)
        return fail(read.error());
    QList<LinkGroup> groups;
    for (const AssetKind kind : allKinds) {
        const QString which = conditionOfKind(section);
        const QString counted =
            u"SELECT %1 AS type_id, %2 AS status_id, count(*) AS records, sum(l.is_disabled) AS disabled, "
            "count(o.id) AS waiting FROM link l JOIN %3 k ON k.record_id = l.record_id "
            "LEFT JOIN outbox o ON o.record_id = l.record_id AND o.integration_id = l.integration_id "
            "WHERE %4 AND %5 GROUP BY 1, 2"_s.arg(columnOf(listField(kind, u"type"_s)),
                                                  columnOf(listField(kind, u"status"_s)), kindName(kind),
                                                  which, condition(section));
        const QString sql =
            u"SELECT g.type_id, t.name, g.status_id, s.name, g.records, g.disabled, g.waiting FROM ("_s
            + counted
            + u") g LEFT JOIN option_value t ON t.id = g.type_id LEFT JOIN option_value s ON s.id = "
              u"g.status_id "
              "ORDER BY t.name_key, g.type_id, s.name_key, g.status_id"_s;
        const Result<void> read =
            database.read(sql, {integration, kindName(kind)}, [&](const SqlStatement &row) {
                LinkGroup group{.kind = kind,
                                .typeId = row.value(0).toLongLong(),
                                .type = row.value(1).toString(),
                                .statusId = row.value(2).toLongLong(),
                                .status = row.value(3).toString(),
                                .count = row.value(4).toLongLong(),
                                .disabled = row.value(5).toLongLong(),
                                .waiting = row.value(6).toLongLong()};
                group.isSyncActive = ticks.areActive(group);
                groups.append(group);
            });
        if (!read)
            return fail(read.error());
    }
    return groups;
}

Result<QList<RecordId>> linkedRecords(Database &database, const LinkSelection &selection, RecordId after,
                                      int limit)
{
    QString sql = u"SELECT l.record_id FROM link l"_s;
    // Of few there is an index by state or mark; of many they are read in the order of the answer.
    const QString owner =
        selection.section == LinkSection::Synced ? u"+l.integration_id"_s : u"l.integration_id"_s;
    QString where = u" WHERE "_s + owner + u" = ? AND l.record_id > ? AND "_s + condition(selection.section);
    QVariantList values{selection.integrationId, after};
    where += selection.section == LinkSection::Disconnected
        ? u" AND l.kind IN (SELECT value FROM json_each(?))"_s
        : u" AND +l.kind IN (SELECT value FROM json_each(?))"_s;
    values.append(kindsToSql(selection.kind));
    if (!selection.ids.isEmpty()) {
        where += u" AND l.record_id IN (SELECT value FROM json_each(?))"_s;
        values.append(idsToSql(selection.ids));
    }
    if (selection.kind && (selection.typeId || selection.statusId)) {
        sql += u" JOIN %1 k ON k.record_id = l.record_id"_s.arg(kindName(*selection.kind));
        const auto narrow = [&](const QString &name, const std::optional<OptionId> &option) {
            if (!option)
                return;
            where += u" AND ifnull(%1, 0) = ?"_s.arg(columnOf(listField(*selection.kind, name)));
            values.append(*option);
        };
        narrow(u"type"_s, selection.typeId);
        narrow(u"status"_s, selection.statusId);
    }
    values.append(limit > 0 ? limit : -1);
    QList<RecordId> ids;
    const Result<void> read =
        database.read(QString(sql + where + u" ORDER BY l.record_id LIMIT ?"_s), values,
                      [&](const SqlStatement &row) { ids.append(row.value(0).toLongLong()); });
    if (!read)
        return fail(read.error());
    return ids;
}

Result<QList<OptionUse>> optionUses(Database &database, OptionList list)
{
    const Result<QList<Integration>> integrations = IntegrationStore(database).all();
    if (!integrations)
        return fail(integrations.error());
    const Result<QHash<OptionId, qint64>> counts = countRecords(database, list);
    if (!counts)
        return fail(counts.error());
    QList<OptionUse> uses;
    QHash<OptionId, qsizetype> places;
    Result<void> read =
        database.read(u"SELECT id, name FROM option_value WHERE list = ? ORDER BY name_key, parent_id"_s,
                      {optionListName(list)}, [&](const SqlStatement &row) {
                          OptionUse use{.id = row.value(0).toLongLong(), .name = row.value(1).toString()};
                          use.records = counts->value(use.id);
                          for (const Integration &integration : *integrations)
                              use.integrations.append(OptionUse::Entry{.integrationId = integration.id});
                          places.insert(use.id, uses.size());
                          uses.append(use);
                      });
    if (!read)
        return fail(read.error());
    // A value may stand for several of the PSA's; the last one counts: active and ticked, if there is such a
    // one.
    read = database.read(
        u"SELECT option_id, integration_id, name, is_active, is_syncing FROM remote_option WHERE list = ? "
        "ORDER BY is_active, is_syncing, is_default, remote_id DESC"_s,
        {optionListName(list)}, [&](const SqlStatement &row) {
            const auto place = places.constFind(row.value(0).toLongLong());
            if (place == places.constEnd())
                return;
            for (OptionUse::Entry &entry : uses[*place].integrations) {
                if (entry.integrationId != row.value(1).toLongLong())
                    continue;
                entry.remoteName = row.value(2).toString();
                entry.isActive = row.value(3).toBool();
                entry.sync = row.value(4).toBool() ? OptionUse::Sync::Enabled : OptionUse::Sync::Disabled;
            }
        });
    if (!read)
        return fail(read.error());
    return uses;
}

} // namespace tandem
