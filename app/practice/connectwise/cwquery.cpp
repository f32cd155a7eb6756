// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/connectwise/cwquery.h"

#include "practice/connectwise/cwschema.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tandem::practicecw {

namespace {

using Place = ConditionPath::Place;
using Part = ConditionPath::Part;
using Kind = ConditionPath::Kind;

constexpr qint64 noLimit = std::numeric_limits<qint64>::max();

QByteArray storedText(const RecordTable &table, const StoredRecord &record, int field)
{
    PackedCursor cursor(table.spec(), record.packed);
    return cursor.seek(field) ? cursor.bytes().toByteArray() : QByteArray();
}

Kind kindOf(const FieldSpec &field)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Json:
        return Kind::Text;
    case FieldType::Integer:
    case FieldType::Reference:
        return Kind::Integer;
    case FieldType::Number:
        return Kind::Number;
    case FieldType::Boolean:
        return Kind::Boolean;
    case FieldType::DateTime:
        return Kind::Moment;
    }
    return Kind::Text;
}

// A path inside one table: a plain field, or a part of a reference.
std::optional<ConditionPath> fieldPath(const RecordTable &table, Place place, const QString &name)
{
    const QStringList parts = name.split(u'/');
    if (parts.size() == 1 && name.compare("id"_L1, Qt::CaseInsensitive) == 0)
        return ConditionPath{place, Part::Self, Kind::Integer, -1};
    const int number = table.fieldIgnoringCase(parts.first().toUtf8());
    if (number < 0)
        return std::nullopt;
    const FieldSpec &field = table.spec().fields[size_t(number)];
    if (field.type == FieldType::Json)
        return std::nullopt;
    const bool isReference = field.type == FieldType::Reference && !(field.flags & FieldFlag::PlainId);
    if (!isReference)
        return parts.size() == 1
            ? std::optional(ConditionPath{place, Part::Self, kindOf(field), number, field.choices})
            : std::nullopt;
    if (parts.size() != 2)
        return std::nullopt;
    const QString part = parts.at(1).toLower();
    if (part == "id"_L1)
        return ConditionPath{place, Part::Id, Kind::Integer, number};
    if (part == "name"_L1)
        return ConditionPath{place, Part::Name, Kind::Text, number};
    if (part == "identifier"_L1 && tableWords(field.target).identifierField)
        return ConditionPath{place, Part::Identifier, Kind::Text, number};
    return std::nullopt;
}

std::optional<ConditionPath> childPath(const RecordStore &store, int table, const QString &name)
{
    const qsizetype slash = name.indexOf(u'/');
    if (slash < 0)
        return std::nullopt;
    const QString array = name.first(slash).toLower();
    const QString rest = name.sliced(slash + 1);
    if (table == Contact && array == "communicationitems"_L1)
        return fieldPath(store.table(Communication), Place::Item, rest);
    if ((table == Company || table == Contact) && array == "types"_L1) {
        if (rest.compare("id"_L1, Qt::CaseInsensitive) == 0)
            return ConditionPath{Place::TypeAssociation, Part::Id, Kind::Integer, 0};
        if (rest.compare("name"_L1, Qt::CaseInsensitive) == 0)
            return ConditionPath{Place::TypeAssociation, Part::Name, Kind::Text, 0};
    }
    return std::nullopt;
}

std::optional<ConditionPath> customPath(const QString &name)
{
    if (name.compare("caption"_L1, Qt::CaseInsensitive) == 0)
        return ConditionPath{Place::CustomField, Part::Name, Kind::Any, 0};
    if (name.compare("value"_L1, Qt::CaseInsensitive) == 0)
        return ConditionPath{Place::CustomField, Part::Self, Kind::Any, 0};
    if (name.compare("id"_L1, Qt::CaseInsensitive) == 0)
        return ConditionPath{Place::CustomField, Part::Id, Kind::Any, 0};
    return std::nullopt;
}

bool uses(const Condition &condition, Place place)
{
    if (condition.kind == Condition::Kind::Compare)
        return condition.path.place == place;
    return std::any_of(condition.children.cbegin(), condition.children.cend(),
                       [&](const Condition &child) { return uses(child, place); });
}

bool isTrivial(const Condition &condition)
{
    return condition.kind == Condition::Kind::And && condition.children.empty();
}

// The table whose rows give a record its types, with the fields that lead there.
struct Association {
    int table;
    int owner;
    int type;
    int typeTable;
};

Association associationOf(int table)
{
    if (table == Company)
        return {CompanyTypeAssociation, fields().companyTypeOfCompany, fields().typeOfCompany, CompanyType};
    return {ContactTypeAssociation, fields().contactTypeOfContact, fields().typeOfContact, ContactType};
}

FieldValue customValue(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QByteArrayLiteral("true") : QByteArrayLiteral("false");
    if (value.isDouble())
        return QByteArray::number(value.toDouble(), 'g', 15);
    if (value.isString())
        return value.toString().toUtf8();
    return {};
}

} // namespace

/** A query made ready to run. */
struct QueryEngine::Plan {
    int table = 0;
    Scope scope;
    Condition own = {};
    Condition child = {};
    Condition custom = {};
    std::vector<SortKey> order = {};
    std::optional<std::vector<int>> candidates = {}; ///< ascending ids; nothing: the whole table
    qint64 afterId = 0; ///< from `id > n` in the conditions

    [[nodiscard]] bool takesAll() const
    {
        return scope.field < 0 && isTrivial(own) && isTrivial(child) && isTrivial(custom);
    }
};

QByteArray referenceName(const RecordStore &store, int table, int id)
{
    const RecordTable &records = store.table(table);
    const StoredRecord *record = records.find(id);
    if (!record)
        return {};
    static const std::vector<int> nameFields = [] {
        std::vector<int> numbers;
        for (int t = 0; t < TableCount; ++t)
            numbers.push_back(fieldNumber(t, tableWords(t).nameField));
        return numbers;
    }();
    const QByteArray name = storedText(records, *record, nameFields.at(size_t(table)));
    if (table != Contact)
        return name;
    const QByteArray last = storedText(records, *record, fields().contactLastName);
    return last.isEmpty() ? name : QByteArray(name + ' ' + last);
}

QByteArray referenceIdentifier(const RecordStore &store, int table, int id)
{
    const char *field = tableWords(table).identifierField;
    const StoredRecord *record = field ? store.table(table).find(id) : nullptr;
    return record ? storedText(store.table(table), *record, store.table(table).field(field)) : QByteArray();
}

QueryEngine::QueryEngine(const RecordStore &store)
    : m_store(store)
{
}

std::optional<ConditionPath> QueryEngine::resolve(int table, const QString &name) const
{
    if (name.compare("lastUpdated"_L1, Qt::CaseInsensitive) == 0)
        return ConditionPath{Place::LastUpdated, Part::Self, Kind::Moment, 0};
    return fieldPath(m_store.table(table), Place::Record, name);
}

tl::expected<QueryEngine::Plan, QString> QueryEngine::plan(int table, Scope scope, const ListQuery &query,
                                                           const QDateTime &now) const
{
    Plan plan{table, scope};
    const auto parseInto = [&](Condition &into, const QString &text,
                               const PathResolver &resolver) -> QString {
        tl::expected<Condition, QString> parsed = parseCondition(text, resolver, now);
        if (!parsed)
            return parsed.error();
        into = *std::move(parsed);
        return {};
    };
    QString error =
        parseInto(plan.own, query.conditions, [&](const QString &name) { return resolve(table, name); });
    if (error.isEmpty())
        error = parseInto(plan.child, query.childConditions,
                          [&](const QString &name) { return childPath(m_store, table, name); });
    if (error.isEmpty())
        error = parseInto(plan.custom, query.customFieldConditions,
                          [](const QString &name) { return customPath(name); });
    if (!error.isEmpty())
        return tl::unexpected(error);

    for (const QString &item : query.orderBy.split(u',', Qt::SkipEmptyParts)) {
        const QStringList words = item.simplified().split(u' ');
        const std::optional<ConditionPath> path = resolve(table, words.first());
        if (!path)
            return tl::unexpected(unknownNameMessage(words.first()));
        plan.order.push_back(
            {*path, words.size() > 1 && words.at(1).compare("desc"_L1, Qt::CaseInsensitive) == 0});
    }

    if (scope.field >= 0)
        plan.candidates = m_store.table(table).idsByReference(scope.field, scope.id);
    narrow(plan, plan.own);
    narrow(plan, plan.child);
    return plan;
}

// Uses every condition that must hold to make the list of candidates shorter.
void QueryEngine::narrow(Plan &plan, const Condition &condition) const
{
    if (condition.kind == Condition::Kind::And) {
        for (const Condition &child : condition.children)
            narrow(plan, child);
        return;
    }
    if (condition.kind != Condition::Kind::Compare || condition.negated)
        return;
    const bool isGreater = condition.op == Operator::Greater || condition.op == Operator::GreaterOrEqual;
    const bool isId = condition.path.place == Place::Record && condition.path.field < 0;
    if (isGreater && isId && !condition.operands.empty()) {
        if (const auto *id = std::get_if<qint64>(&condition.operands.front().value))
            plan.afterId = std::max(plan.afterId, condition.op == Operator::Greater ? *id : *id - 1);
        return;
    }
    std::optional<std::vector<int>> ids = indexed(plan.table, condition);
    if (!ids || (plan.candidates && plan.candidates->size() <= ids->size()))
        return;
    std::sort(ids->begin(), ids->end());
    ids->erase(std::unique(ids->begin(), ids->end()), ids->end());
    plan.candidates = std::move(ids);
}

std::optional<std::vector<int>> QueryEngine::indexed(int table, const Condition &condition) const
{
    if (condition.op != Operator::Equal && condition.op != Operator::In)
        return std::nullopt;
    const ConditionPath &path = condition.path;
    std::vector<int> ids;
    const auto append = [&ids](const std::vector<int> &more) {
        ids.insert(ids.end(), more.begin(), more.end());
    };
    for (const Operand &operand : condition.operands) {
        const auto *number = std::get_if<qint64>(&operand.value);
        const bool isText = std::holds_alternative<QByteArray>(operand.value);
        if (path.place == Place::Record && path.field < 0 && number) {
            ids.push_back(int(*number));
        } else if (path.place == Place::Record && path.field >= 0
                   && m_store.table(table).isIndexed(path.field)
                   && (path.part == Part::Id || path.part == Part::Self)) {
            if (number)
                append(m_store.table(table).idsByReference(path.field, int(*number)));
            else if (isText)
                append(m_store.table(table).idsByText(path.field, operand.text));
            else
                return std::nullopt;
        } else if (path.place == Place::Item && path.field == fields().itemValue && isText) {
            const RecordTable &items = m_store.table(Communication);
            for (const int item : items.idsByText(path.field, operand.text))
                ids.push_back(int(items.integer(*items.find(item), fields().itemContact)));
        } else if (path.place == Place::TypeAssociation && path.part == Part::Id && number) {
            const Association association = associationOf(table);
            const RecordTable &rows = m_store.table(association.table);
            for (const int row : rows.idsByReference(association.type, int(*number)))
                ids.push_back(int(rows.integer(*rows.find(row), association.owner)));
        } else {
            return std::nullopt;
        }
    }
    return ids;
}

FieldValue QueryEngine::value(int table, const StoredRecord &record, const ConditionPath &path) const
{
    if (path.place == Place::LastUpdated)
        return record.updated.at;
    if (path.field < 0)
        return qint64(record.id);
    const RecordTable &records = m_store.table(table);
    PackedCursor cursor(records.spec(), record.packed);
    if (!cursor.seek(path.field))
        return {};
    const FieldSpec &field = records.spec().fields[size_t(path.field)];
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Json:
        return cursor.bytes().toByteArray();
    case FieldType::Integer:
    case FieldType::DateTime:
        return cursor.integer();
    case FieldType::Number:
        return cursor.number();
    case FieldType::Boolean:
        return cursor.integer() != 0;
    case FieldType::Reference:
        break;
    }
    switch (path.part) {
    case Part::Self:
    case Part::Id:
        return cursor.integer();
    case Part::Name:
        return referenceName(m_store, field.target, int(cursor.integer()));
    case Part::Identifier:
        return referenceIdentifier(m_store, field.target, int(cursor.integer()));
    }
    return {};
}

bool QueryEngine::fits(const Plan &plan, const StoredRecord &record) const
{
    if (plan.scope.field >= 0 && m_store.table(plan.table).integer(record, plan.scope.field) != plan.scope.id)
        return false;
    if (!isTrivial(plan.own)
        && !isSatisfied(plan.own, [&](const ConditionPath &path) { return value(plan.table, record, path); }))
        return false;
    return (isTrivial(plan.child) || fitsChild(plan, record))
        && (isTrivial(plan.custom) || fitsCustom(plan, record));
}

// The whole expression must hold for one row of each array it names.
bool QueryEngine::fitsChild(const Plan &plan, const StoredRecord &record) const
{
    const RecordTable &items = m_store.table(Communication);
    const Association association = associationOf(plan.table);
    const RecordTable &types = m_store.table(association.table);
    std::vector<int> itemIds{0};
    std::vector<int> typeIds{0};
    if (uses(plan.child, Place::Item))
        itemIds = items.idsByReference(fields().itemContact, record.id);
    if (uses(plan.child, Place::TypeAssociation))
        typeIds = types.idsByReference(association.owner, record.id);
    for (const int itemId : itemIds) {
        for (const int typeId : typeIds) {
            const bool holds = isSatisfied(plan.child, [&](const ConditionPath &path) -> FieldValue {
                if (path.place == Place::Item)
                    return value(Communication, *items.find(itemId), path);
                const auto type = int(types.integer(*types.find(typeId), association.type));
                if (path.part == Part::Id)
                    return qint64(type);
                return referenceName(m_store, association.typeTable, type);
            });
            if (holds)
                return true;
        }
    }
    return false;
}

bool QueryEngine::fitsCustom(const Plan &plan, const StoredRecord &record) const
{
    const RecordTable &records = m_store.table(plan.table);
    const int field = records.field("customFields");
    if (field < 0)
        return false;
    const QJsonObject values = QJsonDocument::fromJson(storedText(records, record, field)).object();
    for (const CustomFieldSpec &spec : customFields(plan.table)) {
        const bool holds = isSatisfied(plan.custom, [&](const ConditionPath &path) -> FieldValue {
            if (path.part == Part::Name)
                return QByteArray(spec.caption);
            if (path.part == Part::Id)
                return QByteArray::number(spec.id);
            return customValue(values.value(QString::number(spec.id)));
        });
        if (holds)
            return true;
    }
    return false;
}

std::vector<const StoredRecord *> QueryEngine::find(const Plan &plan, qint64 afterId, qint64 limit) const
{
    const RecordTable &records = m_store.table(plan.table);
    const qint64 after = std::max(plan.afterId, afterId);
    std::vector<const StoredRecord *> rows;
    if (after >= std::numeric_limits<int>::max())
        return rows;
    if (plan.candidates) {
        const auto first = std::upper_bound(plan.candidates->cbegin(), plan.candidates->cend(), int(after));
        for (auto it = first; it != plan.candidates->cend() && qint64(rows.size()) < limit; ++it) {
            const StoredRecord *record = records.find(*it);
            if (record && fits(plan, *record))
                rows.push_back(record);
        }
        return rows;
    }
    const bool takesAll = plan.takesAll();
    const std::vector<StoredRecord> &all = records.records();
    for (size_t at = records.lowerBound(int(after) + 1); at < all.size() && qint64(rows.size()) < limit;
         ++at) {
        if (takesAll || fits(plan, all[at]))
            rows.push_back(&all[at]);
    }
    return rows;
}

void QueryEngine::sort(std::vector<const StoredRecord *> &rows, const Plan &plan) const
{
    if (plan.order.empty())
        return;
    struct Entry {
        std::vector<FieldValue> keys;
        const StoredRecord *record;
    };
    std::vector<Entry> entries;
    entries.reserve(rows.size());
    for (const StoredRecord *record : rows) {
        Entry entry{{}, record};
        for (const SortKey &key : plan.order) {
            FieldValue keyValue = value(plan.table, *record, key.path);
            if (auto *bytes = std::get_if<QByteArray>(&keyValue))
                *bytes = QString::fromUtf8(*bytes).toCaseFolded().toUtf8();
            entry.keys.push_back(std::move(keyValue));
        }
        entries.push_back(std::move(entry));
    }
    std::stable_sort(entries.begin(), entries.end(), [&](const Entry &a, const Entry &b) {
        for (size_t i = 0; i < plan.order.size(); ++i) {
            if (a.keys[i] == b.keys[i])
                continue;
            return plan.order[i].descending ? b.keys[i] < a.keys[i] : a.keys[i] < b.keys[i];
        }
        return false;
    });
    std::transform(entries.cbegin(), entries.cend(), rows.begin(),
                   [](const Entry &entry) { return entry.record; });
}

tl::expected<ListResult, QString> QueryEngine::list(int table, Scope scope, const ListQuery &query,
                                                    const QDateTime &now)
{
    const tl::expected<Plan, QString> made = plan(table, scope, query, now);
    if (!made)
        return tl::unexpected(made.error());
    ListResult result;
    if (query.forwardOnly) {
        result.rows = find(*made, query.pageId, query.pageSize + 1);
        result.hasMore = qint64(result.rows.size()) > query.pageSize;
        if (result.hasMore)
            result.rows.pop_back();
        return result;
    }

    const RecordTable &records = m_store.table(table);
    const qint64 first = (query.page - 1) * query.pageSize;
    if (made->takesAll() && made->order.empty()) {
        const auto &all = records.records();
        result.total = qint64(all.size());
        for (qint64 i = first; i < std::min(first + query.pageSize, result.total); ++i)
            result.rows.push_back(&all[size_t(i)]);
        return result;
    }
    const QString key = QStringList{QString::number(table), QString::number(scope.id),   query.conditions,
                                    query.childConditions,  query.customFieldConditions, query.orderBy}
                            .join(QChar(u'\x1f'));
    if (m_last.key != key || m_last.version != m_store.version()) {
        std::vector<const StoredRecord *> rows = find(*made, 0, noLimit);
        sort(rows, *made);
        m_last.key = key;
        m_last.version = m_store.version();
        m_last.ids.clear();
        for (const StoredRecord *record : rows)
            m_last.ids.push_back(record->id);
    }
    result.total = qint64(m_last.ids.size());
    for (qint64 i = first; i < std::min(first + query.pageSize, result.total); ++i)
        result.rows.push_back(records.find(m_last.ids[size_t(i)]));
    return result;
}

tl::expected<qint64, QString> QueryEngine::count(int table, Scope scope, const ListQuery &query,
                                                 const QDateTime &now)
{
    const tl::expected<Plan, QString> made = plan(table, scope, query, now);
    if (!made)
        return tl::unexpected(made.error());
    if (made->takesAll())
        return qint64(m_store.table(table).records().size());
    return qint64(find(*made, 0, noLimit).size());
}

} // namespace tandem::practicecw
