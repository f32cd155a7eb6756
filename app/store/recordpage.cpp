// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordpage.h"

#include "core/field.h"
#include "store/database.h"
#include "store/recordstore.h"
#include "store/sortkey.h"
#include "store/sqlvalue.h"

#include <QCoreApplication>

#include <optional>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int deepestParent = 100; // parents that run in a circle end too

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tandem::RecordPage)
};

/** A part of a statement with what is bound in it. */
struct Part {
    QString sql;
    QVariantList values;
};

tl::unexpected<Error> badField(const QString &field, const QString &message)
{
    return fail({.code = ErrorCode::BadInput, .message = message, .field = field});
}

tl::unexpected<Error> noSuchField(const QString &field)
{
    return badField(field, Text::tr("There is no field \"%1\" to filter or sort by.").arg(field));
}

Result<QList<qint64>> idsOf(const PageFilter &filter)
{
    QList<qint64> ids;
    for (const QString &value : filter.values) {
        bool isNumber = false;
        const qint64 id = value.trimmed().toLongLong(&isNumber);
        if (!isNumber)
            return badField(filter.field, Text::tr("\"%1\" is not an id.").arg(value));
        ids.append(id);
    }
    return ids;
}

Part anyOf(const QString &column, const QVariant &json)
{
    return {column + u" IN (SELECT value FROM json_each(?))"_s, {json}};
}

Part between(const QString &column, const QVariantList &ends)
{
    Part part{u"1"_s, {}};
    const auto add = [&](const QString &operation, const QVariant &value) {
        if (value.isNull())
            return;
        part.sql += u" AND "_s + column + operation;
        part.values.append(value);
    };
    add(u" >= ?"_s, ends.value(0));
    add(u" <= ?"_s, ends.value(1));
    return part;
}

Result<Part> idCondition(const PageFilter &filter, const QString &column)
{
    if (filter.test == PageFilter::Test::Between) {
        QVariantList ends;
        for (const QString &value : filter.values) {
            bool isNumber = false;
            const qint64 id = value.trimmed().toLongLong(&isNumber);
            if (!isNumber && !value.isEmpty())
                return badField(filter.field, Text::tr("\"%1\" is not an id.").arg(value));
            ends.append(isNumber ? QVariant(id) : QVariant());
        }
        return between(column, ends);
    }
    const Result<QList<qint64>> ids = idsOf(filter);
    if (!ids)
        return fail(ids.error());
    return anyOf(column, idsToSql(*ids));
}

/** Conditions on the records of one kind: `r` is the record, `k` its row in the kind's table. */
class RecordConditions final {
public:
    explicit RecordConditions(AssetKind kind)
        : m_kind(kind)
    {
    }

    [[nodiscard]] Result<Part> of(const PageFilter &filter) const
    {
        if (filter.field == "id"_L1)
            return idCondition(filter, u"r.id"_s);
        if (filter.field == "created_at"_L1 || filter.field == "updated_at"_L1)
            return moment(filter);
        if (filter.field == "remote_id"_L1)
            return remote(filter);
        if (filter.test == PageFilter::Test::Between)
            return noSuchField(filter.field);
        if (filter.field == "name"_L1)
            return name(filter.values);
        if (filter.field == "primary"_L1 && m_kind == AssetKind::Location)
            return boolean(filter, u"r.id IN (SELECT primary_location_id FROM organization)"_s);
        if (filter.field == "primary_email"_L1 && m_kind == AssetKind::Contact) {
            return Part{u"EXISTS (SELECT 1 FROM json_each(k.emails) point WHERE json_extract(point.value, "
                        u"'$.primary') "
                        "= 1 AND json_extract(point.value, '$.value') IN (SELECT value FROM json_each(?)))"_s,
                        {textsToSql(filter.values)}};
        }
        const FieldDescription *field = findField(m_kind, filter.field);
        return field ? ofField(filter, *field) : noSuchField(filter.field);
    }

    [[nodiscard]] Result<QString> order(const QString &name) const
    {
        if (name == "id"_L1)
            return u"r.id"_s;
        if (name == "name"_L1)
            return u"r.name_key"_s;
        if (name == "created_at"_L1 || name == "updated_at"_L1)
            return QString(u"r."_s + name);
        if (name == "primary"_L1 && m_kind == AssetKind::Location)
            return u"r.id IN (SELECT primary_location_id FROM organization)"_s;
        const FieldDescription *field = findField(m_kind, name);
        if (!field)
            return noSuchField(name);
        const QString column = u"k."_s + field->column();
        switch (field->type) {
        case FieldType::Text:
        case FieldType::LongText:
            return QString(column + u" COLLATE NOCASE"_s);
        case FieldType::Date:
        case FieldType::Boolean:
            return column;
        case FieldType::Reference:
            return QString(u"(SELECT name_key FROM record WHERE id = "_s + column + u')');
        case FieldType::Option:
            return QString(u"(SELECT name_key FROM option_value WHERE id = "_s + column + u')');
        case FieldType::Emails:
        case FieldType::Phones:
            break;
        }
        return noSuchField(name);
    }

private:
    /** The key finds them in the index; the name itself is exact. */
    static Part name(const QStringList &names)
    {
        QStringList keys;
        for (const QString &each : names)
            keys.append(sortKey(each));
        Part part = anyOf(u"r.name_key"_s, textsToSql(keys));
        const Part exact = anyOf(u"r.name"_s, textsToSql(names));
        return {part.sql + u" AND "_s + exact.sql, part.values + exact.values};
    }

    static Result<Part> boolean(const PageFilter &filter, const QString &expression)
    {
        bool wantsTrue = false;
        bool wantsFalse = false;
        for (const QString &value : filter.values) {
            if (value == "true"_L1 || value == "1"_L1)
                wantsTrue = true;
            else if (value == "false"_L1 || value == "0"_L1)
                wantsFalse = true;
            else
                return badField(filter.field, Text::tr("\"%1\" is neither true nor false.").arg(value));
        }
        return Part{u"ifnull("_s + expression + u", 0) IN (?, ?)"_s,
                    {wantsTrue ? QVariant(1) : QVariant(), wantsFalse ? QVariant(0) : QVariant()}};
    }

    static Result<Part> moment(const PageFilter &filter)
    {
        const QString column = u"r."_s + filter.field;
        if (filter.test == PageFilter::Test::Between) {
            QVariantList ends;
            for (const QString &value : filter.values)
                ends.append(textToSql(value));
            return between(column, ends);
        }
        return anyOf(column, textsToSql(filter.values));
    }

    [[nodiscard]] Result<Part> remote(const PageFilter &filter) const
    {
        QStringList names;
        for (const Platform platform : filter.platforms)
            names.append(platformName(platform));
        Part part{
            u"r.id IN (SELECT l.record_id FROM integration i CROSS JOIN link l ON l.integration_id = i.id "
            u"WHERE "
            "i.is_disconnected = 0 AND i.platform IN (SELECT value FROM json_each(?)) AND l.kind = ? AND "
            "l.remote_id IS NOT NULL"_s,
            {textsToSql(names), kindName(m_kind)}};
        if (!filter.values.isEmpty()) {
            part.sql += u" AND l.remote_id IN (SELECT value FROM json_each(?))"_s;
            part.values.append(textsToSql(filter.values));
        }
        part.sql += u')';
        return part;
    }

    [[nodiscard]] Result<Part> ofField(const PageFilter &filter, const FieldDescription &field) const
    {
        const QString column = u"k."_s + field.column();
        switch (field.type) {
        case FieldType::Text:
        case FieldType::LongText:
        case FieldType::Date:
            return anyOf(column, textsToSql(filter.values));
        case FieldType::Boolean:
            return boolean(filter, column);
        case FieldType::Reference:
        case FieldType::Option:
            // What belongs to an organization is found by the index of the records.
            return idCondition(filter, filter.field == "organization"_L1 ? u"r.organization_id"_s : column);
        case FieldType::Emails:
        case FieldType::Phones:
            break;
        }
        return noSuchField(filter.field);
    }

    const AssetKind m_kind;
};

/** Conditions on the values of a list, as `v`. */
class OptionConditions final {
public:
    [[nodiscard]] Result<Part> of(const PageFilter &filter) const
    {
        if (filter.field == "id"_L1)
            return idCondition(filter, u"v.id"_s);
        if (filter.field == "parent"_L1)
            return idCondition(filter, u"v.parent_id"_s);
        if (filter.field == "name"_L1 && filter.test != PageFilter::Test::Between)
            return anyOf(u"v.name"_s, textsToSql(filter.values));
        return noSuchField(filter.field);
    }

    [[nodiscard]] Result<QString> order(const QString &name) const
    {
        if (name == "id"_L1)
            return u"v.id"_s;
        if (name == "name"_L1)
            return u"v.name_key"_s;
        if (name == "parent"_L1)
            return u"v.parent_id"_s;
        return noSuchField(name);
    }
};

/** `from` is "record r …" with its condition; `id` what is selected. */
template<typename Conditions>
Result<PageOfIds> page(Database &database, const Conditions &conditions, const QString &id, Part from,
                       const PageQuery &query)
{
    for (const PageFilter &filter : query.filters) {
        const Result<Part> part = conditions.of(filter);
        if (!part)
            return fail(part.error());
        const bool isExcluded = filter.test == PageFilter::Test::NoneOf;
        from.sql += isExcluded ? QString(u" AND ("_s + part->sql + u") IS NOT TRUE"_s)
                               : QString(u" AND ("_s + part->sql + u')');
        from.values += part->values;
    }
    QStringList order;
    for (const auto &[field, direction] : query.order) {
        const Result<QString> by = conditions.order(field);
        if (!by)
            return fail(by.error());
        order.append(*by + (direction == Qt::AscendingOrder ? u" ASC"_s : u" DESC NULLS LAST"_s));
    }
    const bool isDescending = !query.order.isEmpty() && query.order.constLast().second == Qt::DescendingOrder;
    order.append(id + (isDescending ? u" DESC"_s : u" ASC"_s));

    PageOfIds found;
    const Result<QVariant> total = database.value(u"SELECT count(*) FROM "_s + from.sql, from.values);
    if (!total)
        return fail(total.error());
    found.total = total->toLongLong();
    if (query.limit <= 0 || query.offset >= found.total)
        return found;
    const Result<void> read =
        database.read(u"SELECT "_s + id + u" FROM "_s + from.sql + u" ORDER BY "_s + order.join(u", "_s)
                          + u" LIMIT ? OFFSET ?"_s,
                      from.values + QVariantList{query.limit, query.offset},
                      [&found](const SqlStatement &row) { found.ids.append(row.value(0).toLongLong()); });
    if (!read)
        return fail(read.error());
    return found;
}

Result<void> readNames(Database &database, const QString &table, QHash<qint64, QString> &names)
{
    if (names.isEmpty())
        return {};
    return database.read(u"SELECT id, name FROM %1 WHERE id IN (SELECT value FROM json_each(?))"_s.arg(table),
                         {idsToSql(names.keys())}, [&names](const SqlStatement &row) {
                             names.insert(row.value(0).toLongLong(), row.value(1).toString());
                         });
}

void wantNames(RecordSheet &sheet)
{
    for (const Record &record : std::as_const(sheet.records)) {
        for (const FieldDescription &field : fieldsOf(record.kind)) {
            const qint64 id = record.fields.value(field.name()).toInteger();
            if (id != 0 && field.type == FieldType::Reference)
                sheet.recordNames.insert(id, {});
            else if (id != 0 && field.type == FieldType::Option)
                sheet.optionNames.insert(id, {});
        }
    }
}

Result<void> readTies(Database &database, const QList<RecordId> &ids, RecordSheet &sheet)
{
    return database.read(
        u"SELECT l.record_id, l.id, i.platform, i.name, l.remote_id, l.is_orphaned, l.is_disabled OR l.state "
        u"= "
        "'disconnected' FROM link l JOIN integration i ON i.id = l.integration_id AND i.is_disconnected = 0 "
        "WHERE "
        "l.record_id IN (SELECT value FROM json_each(?)) AND l.remote_id IS NOT NULL ORDER BY l.id"_s,
        {idsToSql(ids)}, [&sheet](const SqlStatement &row) {
            sheet.ties[row.value(0).toLongLong()].append(
                {.linkId = row.value(1).toLongLong(),
                 .platform = platformFromName(row.value(2).toString()).value_or(Platform::ConnectWise),
                 .integrationName = row.value(3).toString(),
                 .remoteId = row.value(4).toString(),
                 .isOrphaned = row.value(5).toBool(),
                 .isStopped = row.value(6).toBool()});
        });
}

Result<void> readShortNames(Database &database, RecordSheet &sheet)
{
    QSet<RecordId> organizations;
    for (const Record &record : std::as_const(sheet.records))
        organizations.insert(record.fields.value("organization"_L1).toInteger());
    return database.read(
        u"SELECT record_id, short_name FROM organization WHERE record_id IN (SELECT value FROM json_each(?))"_s,
        {idsToSql(organizations.values())}, [&sheet](const SqlStatement &row) {
            sheet.shortNames.insert(row.value(0).toLongLong(), row.value(1).toString());
        });
}

Result<void> readAncestors(Database &database, const QList<RecordId> &ids, RecordSheet &sheet)
{
    return database.read(u"WITH RECURSIVE above (start, id, depth) AS (SELECT record_id, parent_id, 1 FROM "
                         u"organization WHERE record_id "
                         "IN (SELECT value FROM json_each(?)) UNION SELECT a.start, k.parent_id, a.depth + 1 "
                         "FROM above a JOIN "
                         "organization k ON k.record_id = a.id WHERE a.depth < ?) "
                         "SELECT start, id FROM above WHERE id IS NOT NULL ORDER BY start, depth DESC"_s,
                         {idsToSql(ids), deepestParent}, [&sheet](const SqlStatement &row) {
                             sheet.ancestors[row.value(0).toLongLong()].append(row.value(1).toLongLong());
                         });
}

Result<void> readPrimaryLocations(Database &database, const QList<RecordId> &ids, RecordSheet &sheet)
{
    return database.read(
        u"SELECT primary_location_id FROM organization WHERE primary_location_id IN (SELECT value FROM "
        "json_each(?))"_s,
        {idsToSql(ids)},
        [&sheet](const SqlStatement &row) { sheet.primaryLocations.insert(row.value(0).toLongLong()); });
}

} // namespace

Result<PageOfIds> recordPage(Database &database, AssetKind kind, const PageQuery &query)
{
    const Part from{u"record r JOIN "_s + kindName(kind) + u" k ON k.record_id = r.id WHERE r.kind = ?"_s,
                    {kindName(kind)}};
    return page(database, RecordConditions(kind), u"r.id"_s, from, query);
}

Result<RecordSheet> recordSheet(Database &database, AssetKind kind, const QList<RecordId> &ids)
{
    RecordSheet sheet;
    Result<QList<Record>> records = RecordStore(database).getMany(kind, ids);
    if (!records)
        return fail(records.error());
    sheet.records = std::move(*records);
    wantNames(sheet);
    Result<void> done = readNames(database, u"record"_s, sheet.recordNames);
    if (done)
        done = readNames(database, u"option_value"_s, sheet.optionNames);
    if (done)
        done = readTies(database, ids, sheet);
    if (done && kind == AssetKind::Organization)
        done = readAncestors(database, ids, sheet);
    if (done && kind == AssetKind::Location)
        done = readPrimaryLocations(database, ids, sheet);
    if (done && kind == AssetKind::Configuration)
        done = readShortNames(database, sheet);
    if (!done)
        return fail(done.error());
    return sheet;
}

Result<PageOfIds> optionPage(Database &database, OptionList list, const PageQuery &query)
{
    return page(database, OptionConditions(), u"v.id"_s,
                {u"option_value v WHERE v.list = ?"_s, {optionListName(list)}}, query);
}

Result<OptionSheet> optionSheet(Database &database, OptionList list, const QList<OptionId> &ids)
{
    OptionSheet sheet;
    Result<void> done = database.read(u"SELECT v.id, v.name, v.parent_id FROM json_each(?) wanted CROSS JOIN "
                                      u"option_value v ON v.id = wanted.value "
                                      "WHERE v.list = ? ORDER BY wanted.key"_s,
                                      {idsToSql(ids), optionListName(list)}, [&](const SqlStatement &row) {
                                          sheet.options.append({.id = row.value(0).toLongLong(),
                                                                .list = list,
                                                                .name = row.value(1).toString(),
                                                                .parentId = row.value(2).toLongLong()});
                                          if (row.value(2).toLongLong() != 0)
                                              sheet.parentNames.insert(row.value(2).toLongLong(), {});
                                      });
    if (done)
        done = readNames(database, u"option_value"_s, sheet.parentNames);
    if (done) {
        done = database.read(
            u"SELECT p.option_id FROM remote_option p JOIN integration i ON i.id = p.integration_id WHERE "
            u"p.option_id IN "
            "(SELECT value FROM json_each(?)) AND p.is_active = 1 AND p.is_syncing = 1 AND i.is_disconnected = 0"_s,
            {idsToSql(ids)},
            [&sheet](const SqlStatement &row) { sheet.synced.insert(row.value(0).toLongLong()); });
    }
    if (done && list == OptionList::ConfigurationType) {
        done = database.read(u"SELECT configuration_type_id, count(*) FROM configuration WHERE "
                             u"configuration_type_id IN (SELECT value "
                             "FROM json_each(?)) GROUP BY 1"_s,
                             {idsToSql(ids)}, [&sheet](const SqlStatement &row) {
                                 sheet.uses.insert(row.value(0).toLongLong(), row.value(1).toLongLong());
                             });
    }
    if (!done)
        return fail(done.error());
    return sheet;
}

} // namespace tandem
