// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordqueries.h"

#include "core/contactpoint.h"
#include "core/field.h"
#include "rules/conversion.h"
#include "rules/fieldmap.h"
#include "rules/merge.h"
#include "rules/statussentence.h"
#include "store/database.h"
#include "store/directorystore.h"
#include "store/eventlog.h"
#include "store/integrationstore.h"
#include "store/linkstore.h"
#include "store/outbox.h"
#include "store/recordlisting.h"
#include "store/recordstore.h"
#include "store/sqlvalue.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <bit>
#include <vector>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int shownEvents = 50;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tandem::RecordQuery)
};

/** Names of the records and list values that values refer to. */
class Names final {
public:
    void want(const Record &record)
    {
        for (const FieldDescription &field : fieldsOf(record.kind)) {
            const qint64 id = record.fields.value(field.name()).toInteger();
            if (id != 0 && field.type == FieldType::Reference)
                m_records.insert(id, {});
            else if (id != 0 && field.type == FieldType::Option)
                m_options.insert(id, {});
        }
    }

    Result<void> read(Database &database)
    {
        Result<void> done = fill(database, u"record"_s, m_records);
        if (done)
            done = fill(database, u"option_value"_s, m_options);
        return done;
    }

    /** Empty for fields that refer to nothing. */
    [[nodiscard]] QString of(const FieldDescription &field, const QJsonValue &value) const
    {
        if (field.type == FieldType::Reference)
            return m_records.value(value.toInteger());
        if (field.type == FieldType::Option)
            return m_options.value(value.toInteger());
        return {};
    }

private:
    static Result<void> fill(Database &database, const QString &table, QHash<qint64, QString> &names)
    {
        if (names.isEmpty())
            return {};
        return database.read(
            u"SELECT id, name FROM %1 WHERE id IN (SELECT value FROM json_each(?))"_s.arg(table),
            {idsToSql(names.keys())},
            [&](const SqlStatement &row) { names.insert(row.value(0).toLongLong(), row.value(1).toString()); });
    }

    QHash<RecordId, QString> m_records;
    QHash<OptionId, QString> m_options;
};

QVariant cellOf(const FieldDescription &field, const QJsonValue &value, const Names &names)
{
    if (isBlank(value))
        return {};
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
        return value.toString();
    case FieldType::Date: {
        const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
        return date.isValid() ? QLocale().toString(date, QLocale::ShortFormat) : value.toString();
    }
    case FieldType::Boolean:
        return value.toBool() ? Text::tr("Yes") : Text::tr("No");
    case FieldType::Reference:
    case FieldType::Option:
        return names.of(field, value);
    case FieldType::Emails:
    case FieldType::Phones:
        return primaryContactPoint(value.toArray());
    }
    return {};
}

SyncBadge badgeOf(const Integration &integration)
{
    return {.integrationId = integration.id,
            .integrationName = integration.name,
            .platform = integration.platform,
            .state = shownState(integration, std::nullopt)};
}

QString sentenceOf(const SyncBadge &badge, const QStringList &pendingLabels, const QString &reason,
                   const QDateTime &now)
{
    return statusSentence({.state = badge.state,
                           .psa = platformTitle(badge.platform),
                           .syncedAt = badge.syncedAt,
                           .retryAt = badge.retryAt,
                           .pendingLabels = pendingLabels,
                           .message = reason,
                           .now = now});
}

/** Badges of many records, read at once. */
class Badges final {
public:
    Result<void> read(Database &database, const QList<RecordId> &ids)
    {
        const Result<QList<Integration>> integrations = IntegrationStore(database).all();
        if (!integrations)
            return fail(integrations.error());
        m_integrations = *integrations;
        const QVariant wanted = idsToSql(ids);
        return database.read(
            u"SELECT l.record_id, l.integration_id, l.state, l.synced_at, o.next_try_at, l.message FROM link "
            u"l "
            "LEFT JOIN outbox o ON o.record_id = l.record_id AND o.integration_id = l.integration_id "
            "WHERE l.record_id IN (SELECT value FROM json_each(?))"_s,
            {wanted}, [this](const SqlStatement &row) {
                m_rows[row.value(0).toLongLong()].append(
                    {.integrationId = row.value(1).toLongLong(),
                     .state = syncStateFromName(row.value(2).toString()).value_or(SyncState::Error),
                     .retryAt = momentFromSql(row.value(4)),
                     .syncedAt = momentFromSql(row.value(3)),
                     .message = row.value(5).toString()});
            });
    }

    [[nodiscard]] QList<SyncBadge> of(RecordId record) const
    {
        const QList<SyncBadge> rows = m_rows.value(record);
        QList<SyncBadge> badges;
        for (const Integration &integration : m_integrations) {
            SyncBadge badge = badgeOf(integration);
            QString reason;
            for (const SyncBadge &row : rows) {
                if (row.integrationId != integration.id)
                    continue;
                badge.state = shownState(integration, row.state);
                badge.syncedAt = row.syncedAt;
                if (badge.state == SyncState::Retrying)
                    badge.retryAt = row.retryAt;
                reason = row.message;
            }
            badge.message = sentenceOf(badge, {}, reason, m_now);
            badges.append(badge);
        }
        return badges;
    }

private:
    const QDateTime m_now = QDateTime::currentDateTimeUtc();
    QList<Integration> m_integrations;
    QHash<RecordId, QList<SyncBadge>> m_rows; ///< with the link's own message, the reason of its state
};

/** Fields that wait to be pushed: what differs from the baseline; for a record that is not there yet all it
 * would carry. */
Result<QStringList> pendingFields(Database &database, const Integration &integration, const Record &record,
                                  const Link &link, bool isQueued)
{
    const FieldMap *map = integration.fieldMap();
    if (!map || (!link.isLinked() && !isQueued))
        return QStringList();
    const KindMap &kindMap = map->kind(record.kind);
    QStringList pending;
    if (!link.isLinked()) {
        for (const MappedField &field : kindMap.fields) {
            if (field.goesOut() && !isBlank(record.fields.value(field.field)))
                pending.append(field.field);
        }
        return pending;
    }
    const Result<ReferenceBook> book =
        LinkStore(database).referenceBook(integration, record.kind, record.fields, record.id);
    if (!book)
        return fail(book.error());
    const RemoteConversion local = toRemote(record.kind, record.fields, kindMap, *book, integration.settings);
    pending = fieldsToPush(kindMap, link.baseline, local.values);
    // What cannot be said in the PSA yet waits as well, and comes first in nobody's way.
    for (const Unresolved &unresolved : local.unresolved) {
        if (!pending.contains(unresolved.field))
            pending.append(unresolved.field);
    }
    return pending;
}

Result<RecordView::Sync> syncOf(Database &database, const Integration &integration, const Record &record,
                                const QDateTime &now)
{
    const Result<std::optional<Link>> link = LinkStore(database).get(integration.id, record.id);
    if (!link)
        return fail(link.error());
    const Result<std::optional<Push>> push = Outbox(database).get(integration.id, record.id);
    if (!push)
        return fail(push.error());
    RecordView::Sync sync{.badge = badgeOf(integration),
                          .isTwoWay = integration.settings.twoWay,
                          .isPaused = integration.isPaused,
                          .map = integration.fieldMap()};
    sync.link.integrationId = integration.id;
    sync.link.recordId = record.id;
    sync.link.kind = record.kind;
    sync.link.state = sync.badge.state;
    if (*link) {
        sync.link = **link;
        sync.badge.state = shownState(integration, sync.link.state);
        sync.badge.syncedAt = sync.link.syncedAt;
    }
    if (*push && sync.badge.state == SyncState::Retrying)
        sync.badge.retryAt = (*push)->nextTryAt;
    const Result<QStringList> pending =
        pendingFields(database, integration, record, sync.link, push->has_value());
    if (!pending)
        return fail(pending.error());
    sync.pendingFields = *pending;
    QStringList labels;
    for (const QString &id : sync.pendingFields) {
        if (const FieldDescription *field = findField(record.kind, id))
            labels.append(field->labelText());
    }
    sync.message = sentenceOf(sync.badge, labels, sync.link.message, now);
    sync.badge.message = sync.message;
    return sync;
}

using Totals = QHash<AssetKind, qint64>;

/** Each kind has a table of its own, which SQLite counts by its pages. */
Result<Totals> totals(Database &database)
{
    Totals all;
    for (const AssetKind kind : allKinds) {
        const Result<QVariant> count = database.value(u"SELECT count(*) FROM "_s + kindName(kind));
        if (!count)
            return fail(count.error());
        if (count->toLongLong() > 0)
            all.insert(kind, count->toLongLong());
    }
    return all;
}

/** Counts each record once for each state it shows in any of several integrations. */
Result<void> countTogether(Database &database, const QList<Integration> &integrations, RecordCounts &counts)
{
    static_assert(size_t(SyncState::Count) <= 16, "a mask has a bit for each state");
    const auto bit = [](SyncState state) { return quint16(1U << uint(state)); };
    quint16 waiting = 0;
    for (const SyncState state : allSyncStates)
        waiting = quint16(waiting | (isWaiting(state) ? bit(state) : 0));
    const Result<QVariant> largest = database.value(u"SELECT max(id) FROM record"_s);
    if (!largest)
        return fail(largest.error());
    std::vector<quint16> shown(size_t(largest->toLongLong()) + 1);
    for (const Integration &integration : integrations) {
        const quint16 unlinked =
            integration.isDisconnected ? quint16(0) : bit(shownState(integration, std::nullopt));
        std::vector<quint16> here(shown.size(), unlinked);
        for (const SyncState state : allSyncStates) {
            const quint16 mask = bit(shownState(integration, state));
            for (const AssetKind kind : allKinds) {
                const Result<void> read = database.read(
                    u"SELECT record_id FROM link WHERE integration_id = ? AND kind = ? AND state = ?"_s,
                    {integration.id, kindName(kind), syncStateName(state)}, [&](const SqlStatement &row) {
                        const size_t id = size_t(row.value(0).toLongLong());
                        if (id < here.size())
                            here[id] = mask;
                    });
                if (!read)
                    return read;
            }
        }
        for (size_t i = 0; i < here.size(); ++i)
            shown[i] = quint16(shown[i] | here[i]);
    }
    return database.read(u"SELECT id FROM record"_s, {}, [&](const SqlStatement &row) {
        const size_t id = size_t(row.value(0).toLongLong());
        const quint16 states = id < shown.size() ? shown[id] : quint16(0);
        for (quint16 mask = states; mask != 0; mask = quint16(mask & (mask - 1)))
            ++counts.perState[std::countr_zero(mask)];
        counts.waiting += (states & waiting) != 0;
    });
}

Result<void> countStates(Database &database, RecordCounts &counts)
{
    const Result<QList<Integration>> integrations = IntegrationStore(database).allWithDisconnected();
    if (!integrations)
        return fail(integrations.error());
    if (integrations->size() > 1)
        return countTogether(database, *integrations, counts);
    for (const Integration &integration : *integrations) {
        const auto states = countsByState(database, integration.id);
        if (!states)
            return fail(states.error());
        for (const auto &ofKind : *states) {
            for (auto it = ofKind.constBegin(); it != ofKind.constEnd(); ++it) {
                counts.perState[size_t(it.key())] += it.value();
                counts.waiting += isWaiting(it.key()) ? it.value() : 0;
            }
        }
    }
    return {};
}

Result<void> countOrganizations(Database &database, RecordCounts &counts)
{
    QHash<RecordId, qsizetype> places;
    Result<void> read = database.read(
        u"SELECT r.id, k.parent_id, r.name FROM organization k CROSS JOIN record r ON r.id = k.record_id "
        "ORDER BY r.name_key, r.id"_s,
        {}, [&](const SqlStatement &row) {
            places.insert(row.value(0).toLongLong(), counts.organizations.size());
            counts.organizations.append({.id = row.value(0).toLongLong(),
                                         .parentId = row.value(1).toLongLong(),
                                         .name = row.value(2).toString()});
        });
    if (!read)
        return read;
    return database.read(
        u"SELECT organization_id, kind, count(*) FROM record GROUP BY organization_id, kind"_s, {},
        [&](const SqlStatement &row) {
            const auto kind = kindFromName(row.value(1).toString());
            const auto place = places.constFind(row.value(0).toLongLong());
            if (!kind)
                return;
            const qint64 count = row.value(2).toLongLong();
            counts.perKind[size_t(*kind)] += count;
            if (place == places.constEnd())
                return;
            RecordCounts::OrganizationCount &organization = counts.organizations[*place];
            switch (*kind) {
            case AssetKind::Configuration:
                organization.configurations = count;
                break;
            case AssetKind::Contact:
                organization.contacts = count;
                break;
            case AssetKind::Location:
                organization.locations = count;
                break;
            case AssetKind::Organization:
            case AssetKind::Count:
                break;
            }
        });
}

} // namespace

SyncState shownState(const Integration &integration, std::optional<SyncState> stored)
{
    if (!stored)
        return integration.settings.twoWay && !integration.isDisconnected ? SyncState::NotYetPushed
                                                                          : SyncState::NotSyncing;
    if (integration.isDisconnected)
        return SyncState::Disconnected;
    return *stored == SyncState::Pending && integration.isPaused ? SyncState::Paused : *stored;
}

Result<QList<RecordId>> recordIds(Database &database, const RecordQuery &query, qsizetype limit,
                                  const std::function<bool()> &isOvertaken)
{
    return RecordListing(database, query, limit, isOvertaken).ids();
}

Result<QList<RecordRow>> recordRows(Database &database, const QList<RecordId> &ids)
{
    QHash<RecordId, RecordRow> rows;
    QHash<AssetKind, QList<RecordId>> ofKind;
    const Result<void> read = database.read(
        u"SELECT r.id, r.kind, r.name, iif(r.kind = 'organization', NULL, o.name), r.updated_at "
        "FROM record r LEFT JOIN record o ON o.id = r.organization_id "
        "WHERE r.id IN (SELECT value FROM json_each(?))"_s,
        {idsToSql(ids)}, [&](const SqlStatement &row) {
            const RecordId id = row.value(0).toLongLong();
            const AssetKind kind = kindFromName(row.value(1).toString()).value_or(AssetKind::Organization);
            ofKind[kind].append(id);
            rows.insert(id,
                        {.id = id,
                         .kind = kind,
                         .name = row.value(2).toString(),
                         .organizationName = row.value(3).toString(),
                         .updatedAt = momentFromSql(row.value(4))});
        });
    if (!read)
        return fail(read.error());

    QList<Record> records;
    for (auto it = ofKind.constBegin(); it != ofKind.constEnd(); ++it) {
        const Result<QList<Record>> some = RecordStore(database).getMany(it.key(), it.value());
        if (!some)
            return fail(some.error());
        records += *some;
    }
    Names names;
    for (const Record &record : std::as_const(records))
        names.want(record);
    Badges badges;
    Result<void> done = names.read(database);
    if (done)
        done = badges.read(database, ids);
    if (!done)
        return fail(done.error());
    for (const Record &record : std::as_const(records)) {
        RecordRow &row = rows[record.id];
        for (const FieldDescription &field : fieldsOf(record.kind)) {
            const QVariant cell = cellOf(field, record.fields.value(field.name()), names);
            if (cell.isValid())
                row.cells.insert(field.name(), cell);
        }
        row.badges = badges.of(record.id);
    }
    QList<RecordRow> ordered;
    ordered.reserve(ids.size());
    for (const RecordId id : ids) {
        if (const auto row = rows.constFind(id); row != rows.constEnd())
            ordered.append(*row);
    }
    return ordered;
}

Result<RecordView> recordView(Database &database, RecordId id, const QDateTime &now)
{
    Result<Record> record = RecordStore(database).get(id);
    if (!record)
        return fail(record.error());
    RecordView view{.record = std::move(*record)};
    Names names;
    names.want(view.record);
    if (const Result<void> read = names.read(database); !read)
        return fail(read.error());
    for (const FieldDescription &field : fieldsOf(view.record.kind)) {
        const QString name = names.of(field, view.record.fields.value(field.name()));
        if (!name.isEmpty())
            view.referenceNames.insert(field.name(), name);
    }
    const Result<QList<Integration>> integrations = IntegrationStore(database).all();
    if (!integrations)
        return fail(integrations.error());
    for (const Integration &integration : *integrations) {
        const Result<RecordView::Sync> sync = syncOf(database, integration, view.record, now);
        if (!sync)
            return fail(sync.error());
        view.sync.append(*sync);
    }
    EventQuery newest;
    newest.recordId = id;
    newest.limit = shownEvents;
    const Result<QList<Event>> history = EventLog(database).list(newest);
    if (!history)
        return fail(history.error());
    view.history = *history;
    if (view.record.kind == AssetKind::Contact) {
        const Result<std::optional<DirectoryFacts>> facts = DirectoryStore(database).factsOf(id);
        if (!facts)
            return fail(facts.error());
        view.directory = *facts;
    }
    return view;
}

Result<RecordCounts> recordCounts(Database &database)
{
    RecordCounts counts;
    Result<void> done = countOrganizations(database, counts);
    if (done)
        done = countStates(database, counts);
    if (!done)
        return fail(done.error());
    return counts;
}

Result<QHash<AssetKind, QHash<SyncState, qint64>>> countsByState(Database &database, IntegrationId id)
{
    const Result<Integration> integration = IntegrationStore(database).get(id);
    if (!integration)
        return fail(integration.error());
    const Result<Totals> all = totals(database);
    if (!all)
        return fail(all.error());
    Totals unlinked = *all;
    QHash<AssetKind, QHash<SyncState, qint64>> counts;
    const Result<void> read = database.read(
        u"SELECT kind, state, count(*) FROM link WHERE integration_id = ? GROUP BY kind, state"_s, {id},
        [&](const SqlStatement &row) {
            const auto kind = kindFromName(row.value(0).toString());
            const auto state = syncStateFromName(row.value(1).toString());
            if (!kind || !state)
                return;
            const qint64 count = row.value(2).toLongLong();
            counts[*kind][shownState(*integration, *state)] += count;
            unlinked[*kind] -= count;
        });
    if (!read)
        return fail(read.error());
    for (auto it = unlinked.constBegin(); it != unlinked.constEnd(); ++it) {
        if (it.value() > 0 && !integration->isDisconnected)
            counts[it.key()][shownState(*integration, std::nullopt)] += it.value();
    }
    return counts;
}

Result<QList<Choice>> recordChoices(Database &database, AssetKind kind, RecordId organizationId,
                                    const QString &search, int limit)
{
    RecordQuery query;
    query.kind = kind;
    query.search = search;
    if (organizationId != 0)
        query.organizationId = organizationId;
    const Result<QList<RecordId>> ids = recordIds(database, query, limit);
    if (!ids)
        return fail(ids.error());
    QList<Choice> choices;
    const bool needsOrganization = kind != AssetKind::Organization && organizationId == 0;
    const Result<void> read = database.read(
        u"SELECT r.id, r.name, o.name FROM json_each(?) wanted CROSS JOIN record r ON r.id = wanted.value "
        "LEFT JOIN record o ON o.id = r.organization_id ORDER BY wanted.key"_s,
        {idsToSql(*ids)}, [&](const SqlStatement &row) {
            choices.append({.id = row.value(0).toLongLong(),
                            .text = row.value(1).toString(),
                            .detail = needsOrganization ? row.value(2).toString() : QString()});
        });
    if (!read)
        return fail(read.error());
    return choices;
}

Result<QList<Choice>> optionChoices(Database &database, OptionList list, OptionId parentId)
{
    QList<Choice> choices;
    const Result<void> read = database.read(
        u"SELECT v.id, v.name, (SELECT group_concat(i.name, ', ') FROM remote_option p "
        "JOIN integration i ON i.id = p.integration_id AND i.is_disconnected = 0 "
        "WHERE p.option_id = v.id AND p.is_syncing = 0) "
        "FROM option_value v WHERE v.list = ? AND (? = 0 OR v.parent_id IN (0, ?)) ORDER BY v.name_key, v.id"_s,
        {optionListName(list), parentId, parentId}, [&](const SqlStatement &row) {
            const QString where = row.value(2).toString();
            choices.append({.id = row.value(0).toLongLong(),
                            .text = row.value(1).toString(),
                            .detail = where.isEmpty()
                                ? QString()
                                : Text::tr("Disabled in Sync Settings: %1").arg(where)});
        });
    if (!read)
        return fail(read.error());
    return choices;
}

} // namespace tandem
