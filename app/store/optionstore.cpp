// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/field.h"
#include "store/database.h"
#include "store/recordstore.h"
#include "store/sqlvalue.h"

#include <QCoreApplication>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString optionColumns = u"id, list, name, parent_id"_s;
const QString remoteColumns = u"list, remote_id, name, is_active, is_default, is_syncing, option_id"_s;

QString nameKey(const QString &name)
{
    return name.trimmed().toCaseFolded();
}

Option optionFrom(const SqlStatement &row)
{
    return {.id = row.value(0).toLongLong(),
            .list = optionListFromName(row.value(1).toString()).value_or(OptionList::OrganizationType),
            .name = row.value(2).toString(),
            .parentId = row.value(3).toLongLong()};
}

StoredOption storedOptionFrom(const SqlStatement &row)
{
    return {.list = optionListFromName(row.value(0).toString()).value_or(OptionList::OrganizationType),
            .remoteId = row.value(1).toString(),
            .name = row.value(2).toString(),
            .isActive = row.value(3).toBool(),
            .isDefault = row.value(4).toBool(),
            .isSyncing = row.value(5).toBool(),
            .optionId = row.value(6).toLongLong()};
}

/** The list whose values the parents of a list's values are, among those the PSA names parents of. */
std::optional<OptionList> parentListOf(OptionList list)
{
    return list == OptionList::Region ? std::optional(OptionList::Country) : std::nullopt;
}

/** Takes over the PSA's values one by one. */
class RemoteTaker final {
public:
    RemoteTaker(Database &database, IntegrationId integration, bool enableNew)
        : m_database(database)
        , m_options(database)
        , m_integration(integration)
        , m_enableNew(enableNew)
    {
    }

    Result<void> take(const RemoteOption &value)
    {
        const Result<OptionId> parent = parentOf(value);
        if (!parent)
            return fail(parent.error());
        const Result<std::optional<OptionId>> known = tied(value.list, value.remoteId);
        if (!known)
            return fail(known.error());
        return *known ? update(value, **known, *parent) : add(value, *parent);
    }

private:
    Result<std::optional<OptionId>> tied(OptionList list, const QString &remoteId)
    {
        const Result<QVariant> id = m_database.value(
            u"SELECT option_id FROM remote_option WHERE integration_id = ? AND list = ? AND remote_id = ?"_s,
            {m_integration, optionListName(list), remoteId});
        if (!id)
            return fail(id.error());
        return id->isNull() ? std::nullopt : std::optional<OptionId>(id->toLongLong());
    }

    Result<OptionId> parentOf(const RemoteOption &value)
    {
        const std::optional<OptionList> list = parentListOf(value.list);
        if (!list || value.parentRemoteId.isEmpty())
            return OptionId(0);
        const Result<std::optional<OptionId>> parent = tied(*list, value.parentRemoteId);
        if (!parent)
            return fail(parent.error());
        return parent->value_or(0);
    }

    Result<void> add(const RemoteOption &value, OptionId parent)
    {
        // A value that the PSA left without a name still has to be told from others.
        const QString name = value.name.trimmed().isEmpty() ? value.remoteId : value.name;
        const Result<OptionId> option = m_options.findOrCreate(value.list, name, parent);
        if (!option)
            return fail(option.error());
        const Result<qint64> added =
            m_database.insert(u"INSERT INTO remote_option (integration_id, list, remote_id, name, is_active, "
                              u"is_default, is_syncing, "
                              "option_id, parent_remote_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                              {m_integration, optionListName(value.list), value.remoteId,
                               plainTextToSql(value.name), int(value.isActive), int(value.isDefault),
                               int(m_enableNew && value.isActive), *option, textToSql(value.parentRemoteId)});
        if (!added)
            return fail(added.error());
        return {};
    }

    Result<void> update(const RemoteOption &value, OptionId option, OptionId parent)
    {
        if (Result<void> renamed = follow(value, option, parent); !renamed)
            return renamed;
        const Result<int> updated = m_database.execute(
            u"UPDATE remote_option SET name = ?, is_active = ?, is_default = ?, parent_remote_id = ? "
            "WHERE integration_id = ? AND list = ? AND remote_id = ?"_s,
            {plainTextToSql(value.name), int(value.isActive), int(value.isDefault),
             textToSql(value.parentRemoteId), m_integration, optionListName(value.list), value.remoteId});
        if (!updated)
            return fail(updated.error());
        return {};
    }

    /** A value renamed in the PSA is renamed here, unless another PSA uses it or the name is taken. */
    Result<void> follow(const RemoteOption &value, OptionId option, OptionId parent)
    {
        const Result<Option> known = m_options.get(option);
        if (!known)
            return fail(known.error());
        if (known->name == value.name.trimmed() || value.name.trimmed().isEmpty())
            return {};
        const Result<QVariant> others = m_database.value(
            u"SELECT count(*) FROM remote_option WHERE option_id = ? AND NOT (integration_id = ? AND list = ? AND remote_id = ?)"_s,
            {option, m_integration, optionListName(value.list), value.remoteId});
        if (!others)
            return fail(others.error());
        const Result<OptionId> taken = m_options.find(value.list, value.name, parent);
        if (!taken)
            return fail(taken.error());
        if (others->toLongLong() > 0 || (*taken != 0 && *taken != option))
            return {};
        const Result<int> renamed =
            m_database.execute(u"UPDATE option_value SET name = ?, name_key = ? WHERE id = ?"_s,
                               {value.name.trimmed(), nameKey(value.name), option});
        if (!renamed)
            return fail(renamed.error());
        return {};
    }

    Database &m_database;
    OptionStore m_options;
    const IntegrationId m_integration;
    const bool m_enableNew;
};

} // namespace

OptionStore::OptionStore(Database &database)
    : m_database(database)
{
}

Result<QList<Option>> OptionStore::all(OptionList list) const
{
    QList<Option> options;
    const Result<void> read = m_database.read(
        u"SELECT %1 FROM option_value WHERE list = ? ORDER BY name_key, parent_id"_s.arg(optionColumns),
        {optionListName(list)}, [&](const SqlStatement &row) { options.append(optionFrom(row)); });
    if (!read)
        return fail(read.error());
    return options;
}

Result<Option> OptionStore::get(OptionId id) const
{
    std::optional<Option> option;
    const Result<void> read =
        m_database.read(u"SELECT %1 FROM option_value WHERE id = ?"_s.arg(optionColumns), {id},
                        [&](const SqlStatement &row) { option = optionFrom(row); });
    if (!read)
        return fail(read.error());
    if (!option)
        return fail(ErrorCode::NotFound,
                    QCoreApplication::translate("tandem::OptionStore", "There is no list value %1.").arg(id));
    return *option;
}

Result<OptionId> OptionStore::find(OptionList list, const QString &name, OptionId parentId) const
{
    QString sql = u"SELECT id FROM option_value WHERE list = ? AND name_key = ?"_s;
    QVariantList values{optionListName(list), plainTextToSql(nameKey(name))};
    if (parentId != 0) {
        sql += u" AND parent_id = ?"_s;
        values.append(parentId);
    }
    const Result<QVariant> id = m_database.value(QString(sql + u" ORDER BY parent_id, id LIMIT 1"_s), values);
    if (!id)
        return fail(id.error());
    return id->toLongLong();
}

Result<OptionId> OptionStore::findOrCreate(OptionList list, const QString &name, OptionId parentId)
{
    if (name.trimmed().isEmpty()) {
        return fail(ErrorCode::BadInput,
                    QCoreApplication::translate("tandem::OptionStore", "A value of a list needs a name."));
    }
    const Result<OptionId> known = find(list, name, parentId);
    if (!known || *known != 0)
        return known;
    return m_database.insert(
        u"INSERT INTO option_value (list, name, name_key, parent_id) VALUES (?, ?, ?, ?)"_s,
        {optionListName(list), name.trimmed(), nameKey(name), parentId});
}

Result<void> OptionStore::update(const Option &option)
{
    const Result<int> updated = m_database.execute(
        u"UPDATE option_value SET name = ?, name_key = ?, parent_id = ? WHERE id = ?"_s,
        {option.name.trimmed(), nameKey(option.name), option.parentId, option.id});
    return updated ? Result<void>() : fail(updated.error());
}

Result<bool> OptionStore::isRemote(OptionId id) const
{
    const Result<QVariant> met = m_database.value(
        u"SELECT 1 FROM remote_option p JOIN integration i ON i.id = p.integration_id WHERE p.option_id = ? AND "
        "p.is_active = 1 AND i.is_disconnected = 0 LIMIT 1"_s,
        {id});
    return met ? Result<bool>(!met->isNull()) : fail(met.error());
}

Result<void> OptionStore::takeRemote(IntegrationId integration, OptionList list,
                                     const QList<RemoteOption> &values, bool enableNew)
{
    QHash<QString, RemoteOption> known;
    const Result<void> read = m_database.read(
        u"SELECT remote_id, name, is_active, is_default, parent_remote_id FROM remote_option "
        "WHERE integration_id = ? AND list = ?"_s,
        {integration, optionListName(list)}, [&](const SqlStatement &row) {
            const QString id = row.value(0).toString();
            known.insert(id, {.list = list,
                              .remoteId = id,
                              .name = row.value(1).toString(),
                              .isActive = row.value(2).toBool(),
                              .isDefault = row.value(3).toBool(),
                              .parentRemoteId = row.value(4).toString()});
        });
    if (!read)
        return read;
    RemoteTaker taker(m_database, integration, enableNew);
    QStringList present;
    for (const RemoteOption &value : values) {
        present.append(value.remoteId);
        // Most lists stay as they are for years, and what stays is not written again.
        if (known.value(value.remoteId) == value)
            continue;
        if (Result<void> taken = taker.take(value); !taken)
            return taken;
    }
    const bool isAllThere = std::all_of(known.cbegin(), known.cend(), [&](const RemoteOption &each) {
        return !each.isActive || present.contains(each.remoteId);
    });
    if (isAllThere)
        return {};
    const Result<int> gone = m_database.execute(
        u"UPDATE remote_option SET is_active = 0 WHERE integration_id = ? AND list = ? AND is_active = 1 "
        "AND remote_id NOT IN (SELECT value FROM json_each(?))"_s,
        {integration, optionListName(list), textsToSql(present)});
    if (!gone)
        return fail(gone.error());
    return {};
}

Result<void> OptionStore::addRemote(IntegrationId integration, const QList<RemoteOption> &values, bool enableNew)
{
    RemoteTaker taker(m_database, integration, enableNew);
    for (const RemoteOption &value : values) {
        const Result<QVariant> known = m_database.value(
            u"SELECT 1 FROM remote_option WHERE integration_id = ? AND list = ? AND remote_id = ?"_s,
            {integration, optionListName(value.list), value.remoteId});
        if (!known)
            return fail(known.error());
        if (!known->isNull())
            continue;
        if (Result<void> taken = taker.take(value); !taken)
            return taken;
    }
    return {};
}

Result<QList<StoredOption>> OptionStore::remote(IntegrationId integration) const
{
    QList<StoredOption> options;
    const Result<void> read = m_database.read(
        u"SELECT %1 FROM remote_option WHERE integration_id = ? ORDER BY list, name COLLATE NOCASE, remote_id"_s
            .arg(remoteColumns),
        {integration}, [&](const SqlStatement &row) { options.append(storedOptionFrom(row)); });
    if (!read)
        return fail(read.error());
    return options;
}

Result<QList<StoredOption>> OptionStore::remote(IntegrationId integration, OptionList list) const
{
    QList<StoredOption> options;
    const Result<void> read = m_database.read(
        u"SELECT %1 FROM remote_option WHERE integration_id = ? AND list = ? ORDER BY name COLLATE NOCASE, remote_id"_s
            .arg(remoteColumns),
        {integration, optionListName(list)},
        [&](const SqlStatement &row) { options.append(storedOptionFrom(row)); });
    if (!read)
        return fail(read.error());
    return options;
}

Result<void> OptionStore::setEnabled(IntegrationId integration, const EnabledValues &enabled)
{
    for (auto it = enabled.constBegin(); it != enabled.constEnd(); ++it) {
        const Result<int> set = m_database.execute(
            u"UPDATE remote_option SET is_syncing = remote_id IN (SELECT value FROM json_each(?)) "
            "WHERE integration_id = ? AND list = ?"_s,
            {textsToSql(it.value().values()), integration, optionListName(it.key())});
        if (!set)
            return fail(set.error());
    }
    return {};
}

} // namespace tandem
