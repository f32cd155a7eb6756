// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordlisting.h"

#include "core/field.h"
#include "store/database.h"
#include "store/integrationstore.h"
#include "store/recordqueries.h"
#include "store/searchtext.h"
#include "store/sortkey.h"
#include "store/sqlvalue.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostToSort = 20'000; // sorting so many takes about as long as walking a million
constexpr qint64 walkedWhileOneIsSorted = 20;
constexpr int rowsBetweenQuestions = 1024;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tandem::RecordQuery)
};

/** The kinds in their order, as numbers. */
QString kindRank()
{
    QString rank = u"CASE r.kind"_s;
    for (const AssetKind kind : allKinds)
        rank += u" WHEN '%1' THEN %2"_s.arg(kindName(kind)).arg(int(kind));
    return rank + u" END"_s;
}

tl::unexpected<Error> badCondition(const QString &field, const QString &message)
{
    return fail({.code = ErrorCode::BadInput, .message = message, .field = field});
}

/** Whether the kind has a field of this name with a column of its own, which custom fields do not have. */
bool isColumn(AssetKind kind, const QString &name)
{
    const FieldDescription *field = findField(kind, name);
    return field && !field->isCustom();
}

} // namespace

RecordListing::RecordListing(Database &database, const RecordQuery &query, qsizetype limit,
                             std::function<bool()> isOvertaken)
    : m_database(database)
    , m_query(query)
    , m_limit(limit)
    , m_isOvertaken(std::move(isOvertaken))
    , m_direction(query.sortOrder == Qt::AscendingOrder ? u"ASC"_s : u"DESC"_s)
{
}

Result<QList<RecordId>> RecordListing::ids()
{
    chooseOrder();
    const Result<QVariant> largest = m_database.value(u"SELECT max(id) FROM record"_s);
    if (!largest)
        return fail(largest.error());
    m_largest = largest->toLongLong();
    Result<void> done = makeConditions();
    if (done)
        done = collectSearch();
    if (done)
        done = collectState();
    if (done && m_order == Order::State)
        done = rankByState();
    if (!done)
        return fail(done.error());

    const bool needsSort = m_order == Order::UpdatedAt || m_order == Order::Field || m_looksIntoKind;
    const Result<bool> isFew = m_wanted && m_wanted->count() <= mostToSort ? true : isKindRare();
    if (!isFew)
        return fail(isFew.error());
    Result<QList<RecordId>> ids = *isFew || needsSort ? sorted() : walked();
    if (ids && m_order == Order::State)
        *ids = byRank(*ids);
    if (ids && m_limit > 0)
        ids->resize(std::min(ids->size(), m_limit));
    return ids;
}

void RecordListing::chooseOrder()
{
    if (m_query.sortField == "kind"_L1)
        m_order = m_query.kind ? Order::Name : Order::Kind;
    else if (m_query.sortField == "state"_L1 || m_query.sortField == "why"_L1)
        m_order = Order::State;
    else if (m_query.sortField == "updated_at"_L1)
        m_order = Order::UpdatedAt;
    else if (m_query.sortField == "organization"_L1)
        m_order = m_query.organizationId ? Order::Name : Order::Organization;
    else if (m_query.kind && m_query.sortField != "name"_L1 && isColumn(*m_query.kind, m_query.sortField))
        m_order = Order::Field;
}

/** Whether sorting those of the kind is quicker than walking past all others. */
Result<bool> RecordListing::isKindRare() const
{
    if (!m_query.kind || m_query.organizationId)
        return false;
    const qint64 few = m_largest / walkedWhileOneIsSorted;
    const Result<QVariant> count = m_database.value(
        u"SELECT count(*) FROM (SELECT 1 FROM %1 LIMIT ?)"_s.arg(kindName(*m_query.kind)), {few + 1});
    if (!count)
        return fail(count.error());
    return count->toLongLong() <= few;
}

Result<void> RecordListing::makeConditions()
{
    for (const auto &[field, value] : m_query.where) {
        const Result<Part> part = condition(field, value);
        if (!part)
            return fail(part.error());
        m_conditions.sql += u" AND ("_s + part->sql + u')';
        m_conditions.values += part->values;
        m_looksIntoKind = m_looksIntoKind || part->sql.contains("k."_L1);
    }
    return {};
}

Result<RecordListing::Part> RecordListing::condition(const QString &id, const QString &value) const
{
    if (id == "id"_L1)
        return Part{u"r.id = ?"_s, {value.toLongLong()}};
    if (id == "name"_L1)
        return Part{u"r.name_key = ? AND r.name = ?"_s,
                    {plainTextToSql(sortKey(value)), plainTextToSql(value)}};
    if (id == "source"_L1)
        return Part{u"r.source = ?"_s, {plainTextToSql(value)}};
    if (!m_query.kind)
        return badCondition(id, Text::tr("Choose a kind of record to filter by \"%1\".").arg(id));
    const FieldDescription *field = findField(*m_query.kind, id);
    if (!field)
        return badCondition(id, Text::tr("A record of this kind has no field \"%1\".").arg(id));
    const QString column = field->isCustom() ? u"json_extract(r.custom, '$.%1')"_s.arg(id) : u"k."_s + field->column();
    if (value.isEmpty())
        return Part{column + u" IS NULL"_s, {}};
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    switch (field->type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Date:
        return Part{column + u" = ?"_s, {value}};
    case FieldType::Boolean:
        if (value != "true"_L1 && value != "false"_L1)
            return badCondition(id, Text::tr("\"%1\" is either true or false.").arg(id));
        return Part{u"ifnull("_s + column + u", 0) = ?"_s, {int(value == "true"_L1)}};
    case FieldType::Reference:
        return Part{
            column + u" IN (SELECT id FROM record WHERE kind = ? AND name_key = ? AND name = ?) OR "_s
                + column + u" = ?"_s,
            {kindName(*field->target), sortKey(value), value, isNumber ? QVariant(number) : QVariant()}};
    case FieldType::Option:
        return Part{column + u" IN (SELECT id FROM option_value WHERE list = ? AND name = ?) OR "_s + column
                        + u" = ?"_s,
                    {optionListName(*field->list), value, isNumber ? QVariant(number) : QVariant()}};
    case FieldType::Emails:
    case FieldType::Phones:
        return Part{u"EXISTS (SELECT 1 FROM json_each("_s + column
                        + u") point WHERE json_extract(point.value, '$.value') = ?)"_s,
                    {value}};
    }
    return badCondition(id, id);
}

Result<void> RecordListing::collectSearch()
{
    const QString expression = searchExpression(m_query.search);
    if (expression.isEmpty())
        return {};
    IdSet found(m_largest);
    const Result<void> read =
        each({u"SELECT rowid FROM search WHERE search MATCH ?"_s, {expression}}, [&](RecordId id) {
            found.insert(id);
            return true;
        });
    m_wanted = std::move(found);
    return read;
}

Result<QList<Integration>> RecordListing::integrations() const
{
    const IntegrationStore store(m_database);
    if (!m_query.integrationId)
        return store.allWithDisconnected();
    const Result<Integration> one = store.get(*m_query.integrationId);
    if (!one)
        return fail(one.error());
    return QList<Integration>{*one};
}

Result<void> RecordListing::collectState()
{
    if (m_query.state) {
        const auto isWanted = [state = *m_query.state](SyncState each) { return each == state; };
        if (const Result<void> narrowed = narrowByState(isWanted); !narrowed)
            return narrowed;
    }
    return m_query.isWaiting ? narrowByState(isWaiting) : Result<void>();
}

Result<void> RecordListing::narrowByState(const std::function<bool(SyncState)> &isWanted)
{
    const Result<QList<Integration>> all = integrations();
    if (!all)
        return fail(all.error());
    IdSet inState(m_largest);
    for (const Integration &integration : *all) {
        if (const Result<void> added = addState(inState, integration, isWanted); !added)
            return added;
    }
    if (m_wanted)
        m_wanted->intersect(inState);
    else
        m_wanted = std::move(inState);
    return {};
}

Result<void> RecordListing::addState(IdSet &wanted, const Integration &integration,
                                     const std::function<bool(SyncState)> &isWanted)
{
    QStringList stored;
    for (const SyncState each : allSyncStates) {
        if (isWanted(shownState(integration, each)))
            stored.append(syncStateName(each));
    }
    QStringList kinds;
    for (const AssetKind kind : allKinds) {
        if (!m_query.kind || *m_query.kind == kind)
            kinds.append(kindName(kind));
    }
    const auto insertInto = [](IdSet &set) {
        return [&set](RecordId id) {
            set.insert(id);
            return true;
        };
    };
    if (!stored.isEmpty()) {
        const Result<void> read = each({u"SELECT record_id FROM link WHERE integration_id = ? AND kind IN "
                                        u"(SELECT value FROM json_each(?)) "
                                        "AND state IN (SELECT value FROM json_each(?))"_s,
                                        {integration.id, textsToSql(kinds), textsToSql(stored)}},
                                       insertInto(wanted));
        if (!read)
            return read;
    }
    // A record without a row shows a state too, except with an integration that is gone.
    if (integration.isDisconnected || !isWanted(shownState(integration, std::nullopt)))
        return {};
    IdSet others(m_largest);
    const Result<void> read = each(
        {u"SELECT record_id FROM link WHERE integration_id = ? AND kind IN (SELECT value FROM json_each(?))"_s,
         {integration.id, textsToSql(kinds)}},
        insertInto(others));
    others.invert();
    wanted.unite(others);
    return read;
}

Result<void> RecordListing::rankByState()
{
    const Result<QList<Integration>> all = integrations();
    if (!all)
        return fail(all.error());
    m_rank.assign(size_t(m_largest) + 1, 0);
    for (const Integration &integration : *all) {
        const quint8 unlinked =
            integration.isDisconnected ? 0 : quint8(shownState(integration, std::nullopt));
        std::vector<quint8> rank(m_rank.size(), unlinked);
        for (const SyncState state : allSyncStates) {
            const quint8 shown = quint8(shownState(integration, state));
            const Result<void> read =
                each({u"SELECT record_id FROM link WHERE integration_id = ? AND kind IN (SELECT value FROM "
                      u"json_each(?)) "
                      "AND state = ?"_s,
                      {integration.id,
                       textsToSql({kindName(AssetKind::Organization), kindName(AssetKind::Location),
                                   kindName(AssetKind::Contact), kindName(AssetKind::Configuration)}),
                       syncStateName(state)}},
                     [&](RecordId id) {
                         if (size_t(id) < rank.size())
                             rank[size_t(id)] = shown;
                         return true;
                     });
            if (!read)
                return read;
        }
        for (size_t i = 0; i < rank.size(); ++i)
            m_rank[i] = std::max(m_rank[i], rank[i]);
    }
    return {};
}

QList<RecordId> RecordListing::byRank(const QList<RecordId> &ids) const
{
    std::array<QList<RecordId>, size_t(SyncState::Count)> buckets;
    for (const RecordId id : ids)
        buckets.at(size_t(id) < m_rank.size() ? m_rank[size_t(id)] : 0).append(id);
    if (m_query.sortOrder == Qt::DescendingOrder)
        std::reverse(buckets.begin(), buckets.end());
    QList<RecordId> ordered;
    ordered.reserve(ids.size());
    for (const QList<RecordId> &bucket : buckets)
        ordered += bucket;
    return ordered;
}

RecordListing::Part RecordListing::restriction(std::optional<AssetKind> kind) const
{
    Part part{u" WHERE 1"_s, {}};
    if (kind) {
        part.sql += u" AND r.kind = ?"_s;
        part.values.append(kindName(*kind));
    }
    if (m_query.organizationId) {
        part.sql += u" AND r.organization_id = ?"_s;
        part.values.append(*m_query.organizationId);
    }
    part.sql += m_conditions.sql;
    part.values += m_conditions.values;
    return part;
}

Result<QList<RecordId>> RecordListing::sorted()
{
    // The table of a kind is also the shortest way to all of it.
    const bool needsKind =
        m_looksIntoKind || m_order == Order::Field || (m_query.kind && !m_query.organizationId);
    const QString kindTable = m_query.kind ? kindName(*m_query.kind) : QString();
    Part statement{u"SELECT r.id FROM "_s, {}};
    // CROSS JOIN keeps the order of the tables: from the few to the many.
    if (m_wanted && m_wanted->count() <= mostToSort) {
        statement.sql += u"json_each(?) wanted CROSS JOIN record r ON r.id = wanted.value"_s;
        statement.values.append(idsToSql(m_wanted->toList()));
        if (needsKind)
            statement.sql += u" CROSS JOIN "_s + kindTable + u" k ON k.record_id = r.id"_s;
    } else if (needsKind) {
        statement.sql += kindTable + u" k CROSS JOIN record r ON r.id = k.record_id"_s;
    } else {
        statement.sql += u"record r"_s;
    }
    if (m_order == Order::Organization)
        statement.sql += u" LEFT JOIN record o ON o.id = r.organization_id"_s;
    const Part restricted = restriction(m_query.kind);
    statement.sql += restricted.sql + u" ORDER BY "_s + sortedOrder();
    statement.values += restricted.values;
    QList<RecordId> ids;
    if (const Result<void> read = append(ids, statement); !read)
        return fail(read.error());
    return ids;
}

QString RecordListing::sortedOrder() const
{
    const QString byName = u"r.name_key %1, r.id %1"_s.arg(m_direction);
    switch (m_order) {
    case Order::Name:
    case Order::State:
        return byName;
    case Order::Kind:
        return kindRank() + u" %1, "_s.arg(m_direction) + byName;
    case Order::UpdatedAt:
        return u"r.updated_at %1, r.id %1"_s.arg(m_direction);
    case Order::Organization:
        return u"o.name_key %1 NULLS LAST, o.id %1, r.kind %1, "_s.arg(m_direction) + byName;
    case Order::Field:
        return fieldOrder() + u" %1 NULLS LAST, "_s.arg(m_direction) + byName;
    }
    return byName;
}

QString RecordListing::fieldOrder() const
{
    const FieldDescription *field = findField(*m_query.kind, m_query.sortField);
    const QString column = u"k."_s + field->column();
    switch (field->type) {
    case FieldType::Text:
    case FieldType::LongText:
        return column + u" COLLATE NOCASE"_s;
    case FieldType::Date:
    case FieldType::Boolean:
        return column;
    case FieldType::Reference:
        return u"(SELECT name_key FROM record WHERE id = "_s + column + u')';
    case FieldType::Option:
        return u"(SELECT name_key FROM option_value WHERE id = "_s + column + u')';
    case FieldType::Emails:
    case FieldType::Phones:
        return u"(SELECT json_extract(value, '$.value') FROM json_each("_s + column
            + u") ORDER BY json_extract(value, '$.primary') DESC, key LIMIT 1) COLLATE NOCASE"_s;
    }
    return column;
}

Result<QList<RecordId>> RecordListing::walked()
{
    if (m_order == Order::Kind)
        return walkedByKind();
    const QList<Part> walks =
        m_order == Order::Organization ? organizationWalks() : QList<Part>{nameWalk(u"r.id"_s)};
    QList<RecordId> ids;
    for (const Part &walk : walks) {
        if (const Result<void> read = append(ids, walk); !read)
            return fail(read.error());
    }
    return ids;
}

/** One walk by name that puts each record with those of its kind. */
Result<QList<RecordId>> RecordListing::walkedByKind()
{
    std::array<QList<RecordId>, size_t(AssetKind::Count)> buckets;
    const QString columns = u"r.id, "_s + kindRank();
    const Result<void> read = eachRow(nameWalk(columns), [&](const SqlStatement &row) {
        const RecordId id = row.value(0).toLongLong();
        if (!m_wanted || m_wanted->contains(id))
            buckets.at(row.value(1).toUInt()).append(id);
        return true;
    });
    if (!read)
        return fail(read.error());
    if (m_query.sortOrder == Qt::DescendingOrder)
        std::reverse(buckets.begin(), buckets.end());
    QList<RecordId> ids;
    for (const QList<RecordId> &bucket : buckets)
        ids += bucket;
    return ids;
}

RecordListing::Part RecordListing::nameWalk(const QString &columns) const
{
    const Part restricted = restriction(m_query.kind);
    return {u"SELECT "_s + columns + u" FROM record r"_s + restricted.sql
                + u" ORDER BY r.name_key %1, r.id %1"_s.arg(m_direction),
            restricted.values};
}

QList<RecordListing::Part> RecordListing::organizationWalks() const
{
    const Part restricted = restriction(m_query.kind);
    const QString byKindAndName = u"r.kind %1, r.name_key %1, r.id %1"_s.arg(m_direction);
    const Part inOrganizations{
        u"SELECT r.id FROM record o CROSS JOIN record r ON r.organization_id = o.id"_s + restricted.sql
            + u" AND o.kind = 'organization' ORDER BY o.name_key %1, o.id %1, "_s.arg(m_direction)
            + byKindAndName,
        restricted.values};
    const Part inNone{u"SELECT r.id FROM record r"_s + restricted.sql
                          + u" AND r.organization_id IS NULL ORDER BY "_s + byKindAndName,
                      restricted.values};
    return {inOrganizations, inNone};
}

Result<void> RecordListing::append(QList<RecordId> &ids, const Part &statement) const
{
    // A State order has to see all before it knows which come first.
    const qsizetype limit = m_order == Order::State ? 0 : m_limit;
    return each(statement, [&](RecordId id) {
        if (limit > 0 && ids.size() >= limit)
            return false;
        if (!m_wanted || m_wanted->contains(id))
            ids.append(id);
        return true;
    });
}

Result<void> RecordListing::each(const Part &statement, const std::function<bool(RecordId)> &take) const
{
    return eachRow(statement, [&take](const SqlStatement &row) { return take(row.value(0).toLongLong()); });
}

Result<void> RecordListing::eachRow(const Part &statement,
                                    const std::function<bool(const SqlStatement &)> &take) const
{
    Result<SqlStatement> query = m_database.run(statement.sql, statement.values);
    if (!query)
        return fail(query.error());
    for (int row = 0; query->next(); ++row) {
        if (m_isOvertaken && row % rowsBetweenQuestions == 0 && m_isOvertaken())
            return fail(ErrorCode::Cancelled, Text::tr("A newer question took its place."));
        if (!take(*query))
            return {};
    }
    return m_database.checkRead(*query);
}

} // namespace tandem
