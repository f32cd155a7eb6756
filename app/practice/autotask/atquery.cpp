// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/autotask/atquery.h"

#include "practice/autotask/aterrors.h"
#include "practice/autotask/attime.h"
#include "practice/autotask/atudf.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tandem::practiceat {

namespace {

using Kind = Condition::Kind;
using Compared = Condition::Compared;

struct OperatorName {
    const char *name;
    Operator op;
};

constexpr std::array operators{
    OperatorName{"eq", Operator::Equal},
    OperatorName{"noteq", Operator::NotEqual},
    OperatorName{"gt", Operator::Greater},
    OperatorName{"gte", Operator::GreaterOrEqual},
    OperatorName{"lt", Operator::Less},
    OperatorName{"lte", Operator::LessOrEqual},
    OperatorName{"beginsWith", Operator::BeginsWith},
    OperatorName{"endsWith", Operator::EndsWith},
    OperatorName{"contains", Operator::Contains},
    OperatorName{"exist", Operator::Exists},
    OperatorName{"notExist", Operator::ExistsNot},
    OperatorName{"in", Operator::In},
    OperatorName{"notIn", Operator::NotIn},
};

std::optional<Operator> operatorFromName(const QString &name)
{
    for (const OperatorName &item : operators) {
        if (name.compare(QLatin1StringView(item.name), Qt::CaseInsensitive) == 0)
            return item.op;
    }
    return std::nullopt;
}

QString tooManyAlternatives()
{
    return u"Invalid query syntax. Queries are limited to 500 or fewer 'OR' conditions."_s;
}

Compared comparedAs(const FieldSpec &field)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Json:
        return Compared::Text;
    case FieldType::Integer:
    case FieldType::Reference:
        return Compared::Integer;
    case FieldType::Number:
        return Compared::Number;
    case FieldType::Boolean:
        return Compared::Boolean;
    case FieldType::DateTime:
        return Compared::Moment;
    }
    return Compared::Text;
}

Compared comparedAs(const UserDefinedField &field)
{
    switch (field.dataType) {
    case NumberValue:
        return Compared::Number;
    case DateValue:
        return Compared::Moment;
    case SingleLineText:
    case MultiLineText:
    case ListValue:
        break;
    }
    return Compared::Text;
}

/** The value of a filter's operand, or of a stored text, as something that compares. */
tl::expected<Operand, QString> toOperand(const QJsonValue &value, Compared compared)
{
    if (value.isNull() || value.isUndefined())
        return Operand();
    const QString text = value.toVariant().toString();
    bool ok = false;
    switch (compared) {
    case Compared::Text:
        return text.toCaseFolded();
    case Compared::Integer:
        if (const qint64 number = text.toLongLong(&ok); ok)
            return number;
        return tl::unexpected(
            u"Conversion failed when converting varchar '%1' to data type int."_s.arg(text));
    case Compared::Number:
        if (const double number = text.toDouble(&ok); ok)
            return number;
        return tl::unexpected(u"Error converting data type varchar '%1' to float."_s.arg(text));
    case Compared::Boolean:
        if (const QString word = text.toLower(); word == "true"_L1 || word == "false"_L1)
            return word == "true"_L1;
        return tl::unexpected(u"String '%1' was not recognized as a valid Boolean."_s.arg(text));
    case Compared::Moment:
        if (const std::optional<qint64> moment = readMoment(text))
            return *moment;
        return tl::unexpected(u"String '%1' was not recognized as a valid DateTime."_s.arg(text));
    }
    return Operand();
}

class FilterReader final {
public:
    FilterReader(const RecordStore &store, int table)
        : m_table(store.table(table))
        , m_entity(entity(table).name)
        , m_udfs(userDefinedFields(store, table))
    {
    }

    [[nodiscard]] tl::expected<Condition, QString> group(const QJsonArray &items, Kind kind);
    [[nodiscard]] tl::expected<Selection, QString> selection(const QJsonArray &names) const;

private:
    [[nodiscard]] tl::expected<std::optional<Condition>, QString> entry(const QJsonObject &item);
    [[nodiscard]] tl::expected<Condition, QString> comparison(const QJsonObject &item, Operator op);
    [[nodiscard]] std::optional<QString> resolve(Condition &condition, const QString &name, bool isUdf);

    const RecordTable &m_table;
    const char *m_entity;
    const std::vector<UserDefinedField> m_udfs;
    int m_alternatives = 0;
    int m_udfConditions = 0;
};

tl::expected<Condition, QString> FilterReader::group(const QJsonArray &items, Kind kind)
{
    Condition group{kind};
    for (const QJsonValue &item : items) {
        auto part = entry(item.toObject());
        if (!part)
            return tl::unexpected(part.error());
        if (!*part)
            continue; // an operator that does not exist
        group.parts.push_back(*std::move(*part));
        if (kind == Kind::Or && ++m_alternatives > maxAlternatives)
            return tl::unexpected(tooManyAlternatives());
    }
    return group;
}

tl::expected<std::optional<Condition>, QString> FilterReader::entry(const QJsonObject &item)
{
    const QString name = member(item, "op"_L1).toString();
    const bool isOr = name.compare("or"_L1, Qt::CaseInsensitive) == 0;
    if (isOr || name.compare("and"_L1, Qt::CaseInsensitive) == 0) {
        auto part = group(member(item, "items"_L1).toArray(), isOr ? Kind::Or : Kind::And);
        if (!part)
            return tl::unexpected(part.error());
        // Nothing is left of a group whose operators do not exist, and nothing asks for nothing.
        return part->parts.empty() ? std::nullopt : std::optional(*std::move(part));
    }
    const std::optional<Operator> op = operatorFromName(name);
    if (!op)
        return std::nullopt;
    auto part = comparison(item, *op);
    if (!part)
        return tl::unexpected(part.error());
    return std::optional(*std::move(part));
}

std::optional<QString> FilterReader::resolve(Condition &condition, const QString &name, bool isUdf)
{
    if (isUdf) {
        const UserDefinedField *udf = findByName(m_udfs, name);
        if (!udf)
            return unknownField(name, m_entity);
        if (udf->isEncrypted)
            return u"The encrypted field %1 of the %2 Entity cannot be queried."_s.arg(
                name, QLatin1StringView(m_entity));
        if (++m_udfConditions > 1)
            return u"Invalid query syntax. Queries are limited to one user-defined field."_s;
        condition.udf = udf->id;
        condition.field = int(m_table.spec().fields.size()) - 1;
        condition.compared = comparedAs(*udf);
        return std::nullopt;
    }
    if (name.compare("id"_L1, Qt::CaseInsensitive) == 0) {
        condition.compared = Compared::Integer;
        return std::nullopt;
    }
    condition.field = m_table.fieldIgnoringCase(name.toUtf8());
    const FieldSpec *field = condition.field < 0 ? nullptr : &m_table.spec().fields[size_t(condition.field)];
    if (!field || field->type == FieldType::Json)
        return unknownField(name, m_entity);
    if (field->flags & AtFlag::NotQueryable)
        return u"The field %1 of the %2 Entity cannot be queried."_s.arg(name, QLatin1StringView(m_entity));
    condition.compared = comparedAs(*field);
    return std::nullopt;
}

tl::expected<Condition, QString> FilterReader::comparison(const QJsonObject &item, Operator op)
{
    Condition condition{Kind::Compare};
    condition.op = op;
    if (const auto wrong =
            resolve(condition, member(item, "field"_L1).toString(), member(item, "udf"_L1).toBool()))
        return tl::unexpected(*wrong);
    if (op == Operator::Exists || op == Operator::ExistsNot)
        return condition;

    const QJsonValue value = member(item, "value"_L1);
    const bool isList = op == Operator::In || op == Operator::NotIn;
    if (isList != value.isArray())
        return tl::unexpected(isList ? u"Invalid query syntax. The operator needs an array of values."_s
                                     : u"Invalid query syntax. The operator needs a single value."_s);
    // Parts of texts are looked for in whatever a field looks like.
    const bool isPart = op == Operator::BeginsWith || op == Operator::EndsWith || op == Operator::Contains;
    for (const QJsonValue &one : isList ? value.toArray() : QJsonArray{value}) {
        auto operand = toOperand(one, isPart ? Compared::Text : condition.compared);
        if (!operand)
            return tl::unexpected(operand.error());
        condition.operands.push_back(*std::move(operand));
        if (isList && ++m_alternatives > maxAlternatives)
            return tl::unexpected(tooManyAlternatives());
    }
    return condition;
}

tl::expected<Selection, QString> FilterReader::selection(const QJsonArray &names) const
{
    Selection selection;
    for (const QJsonValue &value : names) {
        const QString name = value.toString();
        const int field = m_table.fieldIgnoringCase(name.toUtf8());
        const UserDefinedField *udf = findByName(m_udfs, name);
        if (name.compare("id"_L1, Qt::CaseInsensitive) == 0)
            selection.id = true;
        else if (field >= 0 && m_table.spec().fields[size_t(field)].type != FieldType::Json)
            selection.fields.insert(field);
        else if (udf)
            selection.udfs.insert(udf->id);
        else
            return tl::unexpected(unknownField(name, m_entity));
    }
    return selection;
}

/** A field's value in one record, as something that compares. */
Operand storedValue(const RecordTable &table, const StoredRecord &record, const Condition &condition)
{
    if (condition.field < 0)
        return qint64(record.id);
    if (condition.udf != 0) {
        const QJsonValue value =
            userDefinedValues(table, record, condition.field).value(QString::number(condition.udf));
        return toOperand(value, condition.compared).value_or(Operand());
    }
    PackedCursor cursor(table.spec(), record.packed);
    if (!cursor.seek(condition.field))
        return {};
    switch (condition.compared) {
    case Compared::Text:
        return QString::fromUtf8(cursor.bytes()).toCaseFolded();
    case Compared::Integer:
    case Compared::Moment:
        return cursor.integer();
    case Compared::Number:
        return cursor.number();
    case Compared::Boolean:
        return cursor.integer() != 0;
    }
    return {};
}

QString textOf(const Operand &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *number = std::get_if<qint64>(&value))
        return QString::number(*number);
    if (const auto *number = std::get_if<double>(&value))
        return QString::number(*number);
    return {};
}

bool holds(const Condition &condition, const Operand &value)
{
    const bool exists = value.index() != 0;
    const auto &operands = condition.operands;
    switch (condition.op) {
    case Operator::Exists:
        return exists;
    case Operator::ExistsNot:
        return !exists;
    case Operator::In:
        return exists && std::find(operands.begin(), operands.end(), value) != operands.end();
    case Operator::NotIn:
        return exists && std::find(operands.begin(), operands.end(), value) == operands.end();
    case Operator::Equal:
    case Operator::NotEqual:
    case Operator::Greater:
    case Operator::GreaterOrEqual:
    case Operator::Less:
    case Operator::LessOrEqual:
    case Operator::BeginsWith:
    case Operator::EndsWith:
    case Operator::Contains:
        break;
    }
    // As in SQL, nothing is equal to null, and nothing differs from it either.
    const Operand &operand = operands.front();
    if (!exists || operand.index() == 0)
        return false;
    switch (condition.op) {
    case Operator::Equal:
        return value == operand;
    case Operator::NotEqual:
        return value != operand;
    case Operator::Greater:
        return value > operand;
    case Operator::GreaterOrEqual:
        return value >= operand;
    case Operator::Less:
        return value < operand;
    case Operator::LessOrEqual:
        return value <= operand;
    case Operator::BeginsWith:
        return textOf(value).startsWith(textOf(operand));
    case Operator::EndsWith:
        return textOf(value).endsWith(textOf(operand));
    case Operator::Contains:
        return textOf(value).contains(textOf(operand));
    case Operator::Exists:
    case Operator::ExistsNot:
    case Operator::In:
    case Operator::NotIn:
        break;
    }
    return false;
}

bool fits(const RecordTable &table, const StoredRecord &record, const Condition &condition)
{
    const auto fitsToo = [&](const Condition &part) { return fits(table, record, part); };
    switch (condition.kind) {
    case Kind::And:
        return std::all_of(condition.parts.begin(), condition.parts.end(), fitsToo);
    case Kind::Or:
        return std::any_of(condition.parts.begin(), condition.parts.end(), fitsToo);
    case Kind::Compare:
        break;
    }
    return holds(condition, storedValue(table, record, condition));
}

/** Turns 'text' into "text", outside of what is in double quotes already. */
QByteArray withDoubleQuotes(const QByteArray &text)
{
    QByteArray out;
    char open = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\' && i + 1 < text.size()) {
            const char next = text[++i];
            out += next == '\'' ? QByteArray(1, next) : QByteArray{c, next};
        } else if (open == 0 && (c == '"' || c == '\'')) {
            open = c;
            out += '"';
        } else if (c == open && open != 0) {
            open = 0;
            out += '"';
        } else if (c == '"') {
            out += "\\\"";
        } else {
            out += c;
        }
    }
    return out;
}

} // namespace

tl::expected<QJsonObject, QString> parseObject(const QByteArray &text)
{
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (document.isNull())
        document = QJsonDocument::fromJson(withDoubleQuotes(text));
    if (document.isObject())
        return document.object();
    if (document.isArray())
        return tl::unexpected(u"Cannot deserialize the current JSON array: a JSON object is required."_s);
    const QByteArray at = text.mid(std::max(0, error.offset - 1), 1);
    return tl::unexpected(
        u"Unexpected character encountered while parsing value: %1. Path '', line 1, position %2."_s
            .arg(QString::fromUtf8(at))
            .arg(error.offset));
}

QJsonValue member(const QJsonObject &object, QLatin1StringView name)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().compare(name, Qt::CaseInsensitive) == 0)
            return it.value();
    }
    return QJsonValue::Undefined;
}

tl::expected<Query, QString> parseQuery(const RecordStore &store, int table, const QJsonObject &body)
{
    const QJsonValue filter = member(body, "filter"_L1);
    if (!filter.isArray() || filter.toArray().isEmpty())
        return tl::unexpected(u"Invalid query syntax. A query must have a filter."_s);
    FilterReader reader(store, table);
    Query query;
    auto condition = reader.group(filter.toArray(), Kind::And);
    if (!condition)
        return tl::unexpected(condition.error());
    query.filter = *std::move(condition);

    const QJsonValue records = member(body, "maxRecords"_L1);
    if (!records.isUndefined() && !records.isNull()) {
        query.maxRecords = records.toVariant().toInt();
        if (query.maxRecords < 1 || query.maxRecords > maxPageSize)
            return tl::unexpected(u"Invalid query syntax. MaxRecords must be between 1 and 500."_s);
    }
    const QJsonArray names = member(body, "includeFields"_L1).toArray();
    if (!names.isEmpty()) {
        auto selection = reader.selection(names);
        if (!selection)
            return tl::unexpected(selection.error());
        query.selection = *std::move(selection);
    }
    return query;
}

QueryEngine::QueryEngine(const RecordStore &store)
    : m_store(store)
{
}

QueryEngine::Plan QueryEngine::plan(int table, const Condition &filter) const
{
    Plan plan;
    narrow(plan, table, filter);
    return plan;
}

// Uses every condition that must hold to make the list of candidates shorter.
void QueryEngine::narrow(Plan &plan, int table, const Condition &condition) const
{
    if (condition.kind == Kind::And) {
        for (const Condition &part : condition.parts)
            narrow(plan, table, part);
        return;
    }
    if (condition.kind == Kind::Or)
        return;
    if (condition.field < 0 && !condition.operands.empty()) {
        const auto *number = std::get_if<qint64>(&condition.operands.front());
        const qint64 id = number ? std::clamp<qint64>(*number, -1, std::numeric_limits<int>::max() - 1) : 0;
        if (number && condition.op == Operator::Greater)
            plan.lowest = std::max(plan.lowest, int(id) + 1);
        else if (number && condition.op == Operator::GreaterOrEqual)
            plan.lowest = std::max(plan.lowest, int(id));
        else if (number && (condition.op == Operator::Less || condition.op == Operator::LessOrEqual))
            plan.highest = std::min(plan.highest, int(id));
    }
    std::optional<std::vector<int>> ids = indexed(table, condition);
    if (!ids || (plan.candidates && plan.candidates->size() <= ids->size()))
        return;
    std::sort(ids->begin(), ids->end());
    ids->erase(std::unique(ids->begin(), ids->end()), ids->end());
    plan.candidates = std::move(ids);
}

std::optional<std::vector<int>> QueryEngine::indexed(int table, const Condition &condition) const
{
    if ((condition.op != Operator::Equal && condition.op != Operator::In) || condition.udf != 0)
        return std::nullopt;
    const RecordTable &records = m_store.table(table);
    if (condition.field >= 0 && !records.isIndexed(condition.field))
        return std::nullopt;
    std::vector<int> ids;
    for (const Operand &operand : condition.operands) {
        const auto *number = std::get_if<qint64>(&operand);
        const auto *text = std::get_if<QString>(&operand);
        if (number && *number != qint64(int(*number)))
            continue; // no id is that large
        if (number && condition.field < 0) {
            ids.push_back(int(*number));
        } else if (number) {
            const std::vector<int> &more = records.idsByReference(condition.field, int(*number));
            ids.insert(ids.end(), more.begin(), more.end());
        } else if (text) {
            const std::vector<int> more = records.idsByText(condition.field, *text);
            ids.insert(ids.end(), more.begin(), more.end());
        }
    }
    return ids;
}

template<typename Take>
void QueryEngine::visit(int table, const Condition &filter, const Plan &plan, Take take) const
{
    const RecordTable &records = m_store.table(table);
    if (plan.candidates) {
        const auto first = std::lower_bound(plan.candidates->begin(), plan.candidates->end(), plan.lowest);
        for (auto it = first; it != plan.candidates->end() && *it <= plan.highest; ++it) {
            const StoredRecord *record = records.find(*it);
            if (record && fits(records, *record, filter) && !take(*record))
                return;
        }
        return;
    }
    const std::vector<StoredRecord> &all = records.records();
    for (size_t at = records.lowerBound(plan.lowest); at < all.size() && all[at].id <= plan.highest; ++at) {
        if (fits(records, all[at], filter) && !take(all[at]))
            return;
    }
}

Page QueryEngine::page(int table, const Condition &filter, int afterId, int limit) const
{
    Plan plan = this->plan(table, filter);
    plan.lowest = std::max(plan.lowest, afterId + 1);
    Page page;
    visit(table, filter, plan, [&](const StoredRecord &record) {
        page.hasMore = page.rows.size() == size_t(limit);
        if (!page.hasMore)
            page.rows.push_back(&record);
        return !page.hasMore;
    });
    return page;
}

qint64 QueryEngine::count(int table, const Condition &filter) const
{
    qint64 number = 0;
    visit(table, filter, plan(table, filter), [&](const StoredRecord &) {
        ++number;
        return true;
    });
    return number;
}

} // namespace tandem::practiceat
