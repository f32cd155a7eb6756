// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/settingseffect.h"

#include "rules/fieldmap.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** The values that are ticked, as JSON arrays for json_each. */
struct TickedValues {
    QHash<OptionList, QJsonArray> options; ///< Tandem's own ids
    QHash<OptionList, QJsonArray> remoteIds;

    [[nodiscard]] static QString json(const QJsonArray &values)
    {
        return QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact));
    }
};

TickedValues tickedValues(const QList<StoredOption> &options, const EnabledValues &enabled, bool useStored)
{
    TickedValues ticked;
    for (const StoredOption &option : options) {
        const bool isChanged = !useStored && enabled.contains(option.list);
        const bool isOn = isChanged ? enabled.value(option.list).contains(option.remoteId) : option.isSyncing;
        if (!isOn)
            continue;
        ticked.options[option.list].append(option.optionId);
        ticked.remoteIds[option.list].append(option.remoteId);
    }
    return ticked;
}

/** The value that a blank field travels as on this platform; 0: as blank. */
OptionId meantByBlank(Platform platform, AssetKind kind, const QString &field, const QList<StoredOption> &options)
{
    const FieldMap *map = FieldMap::shipped(platform);
    const MappedField *mapped = map ? map->kind(kind).find(field) : nullptr;
    for (const StoredOption &option : options) {
        if (mapped && mapped->list == option.list && mapped->blankMeans == option.remoteId)
            return option.optionId;
    }
    return 0;
}

/** Lists without a field here of which an organization's value, where the PSA has given it one, must be ticked too. */
QList<FurtherGate> furtherGates(Platform platform)
{
    const FieldMap *map = FieldMap::shipped(platform);
    return map ? map->kind(AssetKind::Organization).gates : QList<FurtherGate>();
}

/** Records whose own and whose organization's type and status are ticked, and whose kind syncs. */
QString syncableSql(Platform platform)
{
    QString sql = u"SELECT r.id FROM record r "
                  "LEFT JOIN configuration c ON c.record_id = r.id "
                  "LEFT JOIN organization o ON o.record_id "
                  "= CASE r.kind WHEN 'organization' THEN r.id ELSE r.organization_id END "
                  "WHERE o.organization_type_id IN (SELECT value FROM json_each(?)) "
                  "AND COALESCE(o.organization_status_id, ?) IN (SELECT value FROM json_each(?)) "
                  "AND (r.kind <> 'configuration' OR (c.configuration_type_id IN (SELECT value FROM json_each(?)) "
                  "AND COALESCE(c.configuration_status_id, ?) IN (SELECT value FROM json_each(?)))) "
                  "AND (r.kind <> 'contact' OR ?) AND (r.kind <> 'location' OR ?)"_s;
    for (qsizetype i = 0; i < furtherGates(platform).size(); ++i) {
        sql += u" AND NOT EXISTS (SELECT 1 FROM link g WHERE g.record_id = o.record_id AND g.integration_id = ? "
               "AND COALESCE(json_extract(g.baseline, ?), '') <> '' "
               "AND json_extract(g.baseline, ?) NOT IN (SELECT value FROM json_each(?)))"_s;
    }
    return sql;
}

QVariantList syncableValues(const TickedValues &ticked, const SyncSettings &settings, const Integration &integration,
                            const QList<StoredOption> &options)
{
    const Platform platform = integration.platform;
    const auto optionsOf = [&](OptionList list) { return TickedValues::json(ticked.options.value(list)); };
    QVariantList values {optionsOf(OptionList::OrganizationType),
                         meantByBlank(platform, AssetKind::Organization, u"organization_status"_s, options),
                         optionsOf(OptionList::OrganizationStatus),
                         optionsOf(OptionList::ConfigurationType),
                         meantByBlank(platform, AssetKind::Configuration, u"configuration_status"_s, options),
                         optionsOf(OptionList::ConfigurationStatus),
                         settings.contacts ? 1 : 0,
                         settings.locations ? 1 : 0};
    for (const FurtherGate &gate : furtherGates(platform)) {
        const QString path = u"$."_s + gate.key();
        values += {integration.id, path, path, TickedValues::json(ticked.remoteIds.value(gate.list))};
    }
    return values;
}

Result<QList<RecordId>> idsOf(Database &database, const QString &sql, const QVariantList &values)
{
    Result<SqlStatement> query = database.run(sql, values);
    if (!query)
        return fail(query.error());
    QList<RecordId> ids;
    while (query->next())
        ids.append(query->value(0).toLongLong());
    return ids;
}

constexpr int shownRecords = 1000;

} // namespace

Result<SettingsEffect> settingsEffect(Stores &stores, const Integration &integration, const SettingsChange &change)
{
    const Result<QList<StoredOption>> options = stores.options.remote(integration.id);
    if (!options)
        return fail(options.error());
    const QString sql = syncableSql(integration.platform);
    const QVariantList before
        = syncableValues(tickedValues(*options, {}, true), integration.settings, integration, *options);
    const QVariantList after
        = syncableValues(tickedValues(*options, change.enabled, false), change.settings, integration, *options);

    const Result<QList<RecordId>> gained
        = idsOf(stores.database, sql + u" EXCEPT "_s + sql + u" ORDER BY 1"_s, after + before);
    if (!gained)
        return fail(gained.error());
    // Only what is tied to the PSA can be orphaned by a change.
    const QString linked = u" INTERSECT SELECT record_id FROM link WHERE integration_id = ? AND remote_id IS NOT NULL"_s;
    const Result<QList<RecordId>> lost
        = idsOf(stores.database, sql + u" EXCEPT "_s + sql + linked + u" ORDER BY 1"_s,
                before + after + QVariantList {integration.id});
    if (!lost)
        return fail(lost.error());
    return SettingsEffect {.becomeSyncable = gained->size(),
                           .becomeOrphaned = lost->size(),
                           .syncable = gained->mid(0, shownRecords),
                           .orphaned = lost->mid(0, shownRecords)};
}

} // namespace tandem
