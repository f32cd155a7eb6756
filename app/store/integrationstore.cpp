// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/integrationstore.h"

#include "store/database.h"
#include "store/sqlvalue.h"

#include <QCache>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QUuid>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tandem::IntegrationStore)
};

const QString columns =
    u"id, platform, name, url, base_url, settings, is_paused, is_disconnected, state, state_message, "
    "last_sync_at, lists_read_at, authorities, uid, custom_fields"_s;

/** Under which key of the table of cursors they are. */
QString lengthsKey(AssetKind kind)
{
    return u"lengths of "_s + kindName(kind);
}

/** Read at every push and rarely changed, so what was parsed is kept. */
SyncSettings settingsFrom(const SqlStatement &row, int column)
{
    constexpr int mostKept = 32;
    thread_local QCache<QString, SyncSettings> parsed(mostKept);
    const QString text = row.value(column).toString();
    if (!parsed.contains(text))
        parsed.insert(text, new SyncSettings(SyncSettings::fromJson(objectFromSql(row.value(column)))));
    return *parsed.object(text);
}

QList<CustomMapping> mappingsFrom(const QVariant &value)
{
    return value.isNull() ? QList<CustomMapping>()
                          : customMappingsFromJson(QJsonDocument::fromJson(value.toString().toUtf8()).array());
}

Integration integrationFrom(const SqlStatement &row)
{
    return {.id = row.value(0).toLongLong(),
            .platform = platformFromName(row.value(1).toString()).value_or(Platform::ConnectWise),
            .name = row.value(2).toString(),
            .url = row.value(3).toString(),
            .baseUrl = row.value(4).toString(),
            .authorities = row.value(12).toString().toUtf8(),
            .settings = settingsFrom(row, 5),
            .isPaused = row.value(6).toBool(),
            .isDisconnected = row.value(7).toBool(),
            .state =
                integrationStateFromName(row.value(8).toString()).value_or(IntegrationState::NotSyncedYet),
            .stateMessage = row.value(9).toString(),
            .lastSyncAt = momentFromSql(row.value(10)),
            .listsReadAt = momentFromSql(row.value(11)),
            .uid = row.value(13).toString(),
            .customFields = mappingsFrom(row.value(14))};
}

QVariantList valuesOf(const Integration &integration)
{
    return {platformName(integration.platform),
            integration.name.trimmed(),
            textToSql(integration.url),
            textToSql(integration.baseUrl),
            objectToSql(integration.settings.toJson()),
            int(integration.isPaused),
            int(integration.isDisconnected),
            integrationStateName(integration.state),
            textToSql(integration.stateMessage),
            momentToSql(integration.lastSyncAt),
            momentToSql(integration.listsReadAt)};
}

Result<std::optional<Integration>> first(Database &database, const QString &where, const QVariantList &values)
{
    std::optional<Integration> found;
    const Result<void> read = database.read(u"SELECT "_s + columns + u" FROM integration WHERE "_s + where,
                                            values, [&](const SqlStatement &row) {
                                                if (!found)
                                                    found = integrationFrom(row);
                                            });
    if (!read)
        return fail(read.error());
    return found;
}

/** Whether a person could choose this name; unique among the connected ones. */
Result<void> checkName(Database &database, const Integration &integration)
{
    if (integration.name.trimmed().isEmpty())
        return fail({.code = ErrorCode::BadInput,
                     .message = Text::tr("An integration needs a name."),
                     .field = u"name"_s});
    if (integration.isDisconnected)
        return {};
    const Result<QVariant> other =
        database.value(u"SELECT id FROM integration WHERE name = ? AND is_disconnected = 0 AND id <> ?"_s,
                       {integration.name.trimmed(), integration.id});
    if (!other)
        return fail(other.error());
    if (!other->isNull()) {
        return fail({.code = ErrorCode::BadInput,
                     .message = Text::tr("There is an integration named \"%1\" already. Choose another name.")
                                    .arg(integration.name.trimmed()),
                     .field = u"name"_s});
    }
    return {};
}

} // namespace

IntegrationStore::IntegrationStore(Database &database)
    : m_database(database)
{
}

Result<QList<Integration>> IntegrationStore::all() const
{
    QList<Integration> integrations;
    const Result<void> read = m_database.read(
        u"SELECT "_s + columns + u" FROM integration WHERE is_disconnected = 0 ORDER BY name, id"_s, {},
        [&](const SqlStatement &row) { integrations.append(integrationFrom(row)); });
    if (!read)
        return fail(read.error());
    return integrations;
}

Result<QList<Integration>> IntegrationStore::allWithDisconnected() const
{
    QList<Integration> integrations;
    const Result<void> read =
        m_database.read(u"SELECT "_s + columns + u" FROM integration ORDER BY is_disconnected, name, id"_s,
                        {}, [&](const SqlStatement &row) { integrations.append(integrationFrom(row)); });
    if (!read)
        return fail(read.error());
    return integrations;
}

Result<Integration> IntegrationStore::get(IntegrationId id) const
{
    const Result<std::optional<Integration>> found = first(m_database, u"id = ?"_s, {id});
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(ErrorCode::NotFound, Text::tr("There is no integration %1.").arg(id));
    return **found;
}

Result<Integration> IntegrationStore::byName(const QString &name) const
{
    const Result<std::optional<Integration>> found =
        first(m_database, u"name = ? ORDER BY is_disconnected, id DESC"_s, {plainTextToSql(name.trimmed())});
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(ErrorCode::NotFound, Text::tr("There is no integration named \"%1\".").arg(name));
    return **found;
}

Result<IntegrationId> IntegrationStore::insert(const Integration &integration)
{
    if (const Result<void> name = checkName(m_database, integration); !name)
        return fail(name.error());
    QVariantList values = valuesOf(integration);
    values.append(integration.uid.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces)
                                            : integration.uid);
    return m_database.insert(
        u"INSERT INTO integration (platform, name, url, base_url, settings, is_paused, is_disconnected, "
        u"state, "
        "state_message, last_sync_at, lists_read_at, uid) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        values);
}

Result<void> IntegrationStore::update(const Integration &integration)
{
    if (Result<void> name = checkName(m_database, integration); !name)
        return name;
    QVariantList values = valuesOf(integration);
    values.append(integration.id);
    const Result<int> updated = m_database.execute(
        u"UPDATE integration SET platform = ?, name = ?, url = ?, base_url = ?, settings = ?, is_paused = ?, "
        "is_disconnected = ?, state = ?, state_message = ?, last_sync_at = ?, lists_read_at = ? WHERE id = ?"_s,
        values);
    if (!updated)
        return fail(updated.error());
    if (*updated == 0)
        return fail(ErrorCode::NotFound, Text::tr("There is no integration %1.").arg(integration.id));
    return {};
}

Result<void> IntegrationStore::setAuthorities(IntegrationId id, const QByteArray &pem)
{
    const Result<int> set = m_database.execute(u"UPDATE integration SET authorities = ? WHERE id = ?"_s,
                                               {textToSql(QString::fromUtf8(pem)), id});
    return set ? Result<void>() : fail(set.error());
}

Result<void> IntegrationStore::setCustomFields(IntegrationId id, const QList<CustomMapping> &mappings)
{
    const QByteArray json = QJsonDocument(customMappingsToJson(mappings)).toJson(QJsonDocument::Compact);
    const Result<int> set
        = m_database.execute(u"UPDATE integration SET custom_fields = ? WHERE id = ?"_s,
                             {mappings.isEmpty() ? QVariant() : QVariant(QString::fromUtf8(json)), id});
    return set ? Result<void>() : fail(set.error());
}

Result<QString> IntegrationStore::cursor(IntegrationId id, const QString &key) const
{
    const Result<QVariant> value = m_database.value(
        u"SELECT value FROM integration_cursor WHERE integration_id = ? AND key = ?"_s, {id, key});
    if (!value)
        return fail(value.error());
    return value->toString();
}

Result<void> IntegrationStore::setCursor(IntegrationId id, const QString &key, const QString &value)
{
    const Result<int> set =
        m_database.execute(u"INSERT INTO integration_cursor (integration_id, key, value) VALUES (?, ?, ?) "
                           "ON CONFLICT (integration_id, key) DO UPDATE SET value = excluded.value"_s,
                           {id, key, plainTextToSql(value)});
    if (!set)
        return fail(set.error());
    return {};
}

Result<void> IntegrationStore::pullAllNext(IntegrationId id)
{
    return setCursor(id, u"changed_since"_s, {});
}

Result<FieldLengths> IntegrationStore::fieldLengths(IntegrationId id, AssetKind kind) const
{
    const Result<QString> stored = cursor(id, lengthsKey(kind));
    if (!stored)
        return fail(stored.error());
    FieldLengths lengths;
    const QJsonObject object = QJsonDocument::fromJson(stored->toUtf8()).object();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        lengths.insert(it.key(), it.value().toInt());
    return lengths;
}

Result<void> IntegrationStore::setFieldLengths(IntegrationId id, AssetKind kind, const FieldLengths &lengths)
{
    const Result<FieldLengths> stored = fieldLengths(id, kind);
    if (!stored)
        return fail(stored.error());
    if (*stored == lengths)
        return {};
    QJsonObject object;
    for (auto it = lengths.constBegin(); it != lengths.constEnd(); ++it)
        object.insert(it.key(), it.value());
    return setCursor(id, lengthsKey(kind),
                     QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

Result<QString> IntegrationStore::warning(IntegrationId id) const
{
    return cursor(id, u"warning"_s);
}

Result<void> IntegrationStore::setWarning(IntegrationId id, const QString &text)
{
    const Result<QString> known = warning(id);
    if (!known)
        return fail(known.error());
    return *known == text ? Result<void>() : setCursor(id, u"warning"_s, text);
}

} // namespace tandem
