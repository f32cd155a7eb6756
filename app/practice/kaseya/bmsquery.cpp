// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/kaseya/bmsquery.h"

#include "practice/kaseya/bmsrenderer.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tandem::practicebms {

namespace {

constexpr std::array accountFilter{
    FilterSpec{"AccountName", Test::Contains, account::name},
    FilterSpec{"AccountCode", Test::Contains, account::code},
    FilterSpec{"AccountTypeId", Test::Equals, account::type},
    FilterSpec{"AccountTypeName", Test::ViaContains, account::type, accounttype::name},
    FilterSpec{"CreatedOnFrom", Test::CreatedFrom},
    FilterSpec{"CreatedOnTo", Test::CreatedTo},
    FilterSpec{"ModifiedOnFrom", Test::ModifiedFrom},
    FilterSpec{"ModifiedOnTo", Test::ModifiedTo},
    FilterSpec{"IsActive", Test::Is, account::isActive},
};

constexpr std::array accountLookupFilter{
    FilterSpec{"Ids", Test::IdOneOf},
    FilterSpec{"Name", Test::Contains, account::name},
    FilterSpec{"WithInactiveAccounts", Test::ActiveUnless, account::isActive},
};

constexpr std::array contactFilter{
    FilterSpec{"AccountId", Test::Equals, contact::account},
    FilterSpec{"AccountName", Test::ViaContains, contact::account, account::name},
    FilterSpec{"FirstName", Test::Contains, contact::firstName},
    FilterSpec{"LastName", Test::Contains, contact::lastName},
    FilterSpec{"Phone", Test::PhoneContains},
    FilterSpec{"Email", Test::EmailContains},
    FilterSpec{"CreatedOnFrom", Test::CreatedFrom},
    FilterSpec{"CreatedOnTo", Test::CreatedTo},
    FilterSpec{"ModifiedOnFrom", Test::ModifiedFrom},
    FilterSpec{"ModifiedOnTo", Test::ModifiedTo},
    FilterSpec{"IsActive", Test::Is, contact::isActive},
};

constexpr std::array contactSearchFilter{
    FilterSpec{"Ids", Test::IdOneOf},
    FilterSpec{"AccountIds", Test::OneOf, contact::account},
    FilterSpec{"AccountName", Test::ViaContains, contact::account, account::name},
    FilterSpec{"LocationId", Test::Equals, contact::location},
    FilterSpec{"LocationName", Test::ViaContains, contact::location, location::name},
    FilterSpec{"FirstName", Test::Contains, contact::firstName},
    FilterSpec{"LastName", Test::Contains, contact::lastName},
    FilterSpec{"EmailAddress", Test::EmailContains},
    FilterSpec{"JobTitle", Test::Contains, contact::jobTitle},
    FilterSpec{"IsPoc", Test::Is, contact::poc},
    FilterSpec{"IsActive", Test::Is, contact::isActive},
};

constexpr std::array contactLookupFilter{
    FilterSpec{"Name", Test::OwnNameContains},
    FilterSpec{"LocationId", Test::Equals, contact::location},
};

constexpr std::array assetFilter{
    FilterSpec{"CategoryIds", Test::OneOf, asset::category},
    FilterSpec{"AssetName", Test::Contains, asset::name},
    FilterSpec{"MachineGroupId", Test::Contains, asset::machineGroup},
    FilterSpec{"LocationName", Test::ViaContains, asset::location, location::name},
    FilterSpec{"SerialNumber", Test::Contains, asset::serialNumber},
    FilterSpec{"Description", Test::Contains, asset::description},
    FilterSpec{"IPAddress", Test::Contains, asset::ipAddress},
    FilterSpec{"AccountId", Test::Equals, asset::account},
    FilterSpec{"ContactId", Test::Equals, asset::contact},
    FilterSpec{"ContactName", Test::NameContains, asset::contact},
    FilterSpec{"ExcludedId", Test::IdNot},
    FilterSpec{"IsActive", Test::Is, asset::isActive},
};

constexpr std::array employeeFilter{
    FilterSpec{"Ids", Test::IdOneOf},
    FilterSpec{"Name", Test::OwnNameContains},
    FilterSpec{"ExcludedIds", Test::IdNot},
};

/** A filter with its value read. */
struct Condition {
    FilterSpec spec;
    QString text;
    std::vector<qint64> numbers;
    bool isOn = false;
};

Answer<Condition> readCondition(const FilterSpec &spec, const QStringList &values, const Times &times)
{
    const QString name = u"Filter."_s + QLatin1StringView(spec.name);
    Condition condition{spec, values.constFirst(), {}, false};
    switch (spec.test) {
    case Test::Contains:
    case Test::ViaContains:
    case Test::NameContains:
    case Test::OwnNameContains:
    case Test::EmailContains:
    case Test::PhoneContains:
        return condition;
    case Test::Equals:
    case Test::OneOf:
    case Test::IdOneOf:
    case Test::IdNot:
        // A list repeats the key, or has commas: both are seen.
        for (const QString &item : values.join(u',').split(u',', Qt::SkipEmptyParts)) {
            bool ok = false;
            condition.numbers.push_back(item.trimmed().toInt(&ok));
            if (!ok)
                return invalid(u"The value '%1' is not valid for %2."_s.arg(item, name));
        }
        return condition;
    case Test::Is:
    case Test::ActiveUnless:
        condition.isOn = condition.text.compare("true"_L1, Qt::CaseInsensitive) == 0;
        if (!condition.isOn && condition.text.compare("false"_L1, Qt::CaseInsensitive) != 0)
            return invalid(u"The value '%1' is not valid for %2."_s.arg(condition.text, name));
        return condition;
    case Test::CreatedFrom:
    case Test::CreatedTo:
    case Test::ModifiedFrom:
    case Test::ModifiedTo:
        break;
    }
    const std::optional<qint64> moment = times.readMoment(condition.text);
    if (!moment)
        return invalid(u"The value '%1' is not valid for %2."_s.arg(condition.text, name));
    condition.numbers = {*moment};
    return condition;
}

bool has(const QString &text, const QString &part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

bool has(const std::vector<qint64> &numbers, qint64 number)
{
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

bool anyChildHas(const RecordTable &children, int owner, const QString &part)
{
    const std::vector<int> &ids = children.idsByReference(email::contact, owner);
    return std::any_of(ids.begin(), ids.end(),
                       [&](int id) { return has(children.text(*children.find(id), email::value), part); });
}

bool passes(const RecordStore &store, int table, const StoredRecord &record, const Condition &condition)
{
    const RecordTable &records = store.table(table);
    const FilterSpec &spec = condition.spec;
    switch (spec.test) {
    case Test::Contains:
        return has(records.text(record, spec.field), condition.text);
    case Test::ViaContains: {
        const RecordTable &targets = store.table(records.spec().fields[size_t(spec.field)].target);
        const StoredRecord *target = targets.find(int(records.integer(record, spec.field)));
        return target && has(targets.text(*target, spec.target), condition.text);
    }
    case Test::NameContains:
        return has(fullName(store, records.spec().fields[size_t(spec.field)].target,
                            int(records.integer(record, spec.field))),
                   condition.text);
    case Test::OwnNameContains:
        return has(fullName(store, table, record.id), condition.text);
    case Test::EmailContains:
        return anyChildHas(store.table(Email), record.id, condition.text);
    case Test::PhoneContains:
        return anyChildHas(store.table(Phone), record.id, condition.text);
    case Test::Equals:
    case Test::OneOf:
        return has(condition.numbers, records.integer(record, spec.field));
    case Test::IdOneOf:
        return has(condition.numbers, record.id);
    case Test::IdNot:
        return !has(condition.numbers, record.id);
    case Test::Is:
        return (records.integer(record, spec.field) != 0) == condition.isOn;
    case Test::ActiveUnless:
        return condition.isOn || records.integer(record, spec.field) != 0;
    case Test::CreatedFrom:
        return record.created.at >= condition.numbers.front();
    case Test::CreatedTo:
        return record.created.at <= condition.numbers.front();
    case Test::ModifiedFrom:
        return record.updated.at >= condition.numbers.front();
    case Test::ModifiedTo:
        return record.updated.at <= condition.numbers.front();
    }
    return false;
}

QString textOf(const QJsonValue &value)
{
    return value.toVariant().toString();
}

} // namespace

std::span<const FilterSpec> accountFilters()
{
    return accountFilter;
}

std::span<const FilterSpec> accountLookupFilters()
{
    return accountLookupFilter;
}

std::span<const FilterSpec> contactFilters()
{
    return contactFilter;
}

std::span<const FilterSpec> contactSearchFilters()
{
    return contactSearchFilter;
}

std::span<const FilterSpec> contactLookupFilters()
{
    return contactLookupFilter;
}

std::span<const FilterSpec> assetFilters()
{
    return assetFilter;
}

std::span<const FilterSpec> employeeFilters()
{
    return employeeFilter;
}

Answer<Question> Question::read(const PracticeRequest &request)
{
    Question question;
    for (const auto &[name, value] : request.queryItems())
        question.add(name, value);
    if (request.method != "POST")
        return question;
    QJsonParseError error;
    const QJsonDocument body = QJsonDocument::fromJson(request.body, &error);
    if (!body.isObject())
        return invalid(u"The body is not a JSON object: %1."_s.arg(error.errorString()));
    const QJsonObject object = body.object();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (it.key().compare("Filter"_L1, Qt::CaseInsensitive) != 0) {
            question.add(it.key(), textOf(*it));
            continue;
        }
        const QJsonObject filter = it->toObject();
        for (auto item = filter.constBegin(); item != filter.constEnd(); ++item) {
            const QJsonArray values = item->isArray() ? item->toArray() : QJsonArray{*item};
            for (const QJsonValue &value : values)
                question.add(u"Filter."_s + item.key(), textOf(value));
        }
    }
    return question;
}

// A filter without a value is none.
void Question::add(const QString &name, const QString &value)
{
    const QString key = name.toLower();
    if (key.startsWith("filter."_L1) && !value.isEmpty())
        m_filters[key.sliced(7)].append(value);
    else if (key == "pagesize"_L1)
        m_pageSize = std::max(0, value.toInt());
    else if (key == "pagenumber"_L1)
        m_pageNumber = std::max(1, value.toInt());
}

QStringList Question::values(const char *filter) const
{
    return m_filters.value(QString::fromLatin1(filter).toLower());
}

int Question::pageSize() const
{
    return m_pageSize;
}

int Question::pageNumber() const
{
    return m_pageNumber;
}

Answer<std::vector<const StoredRecord *>> find(const RecordStore &store, int table,
                                               std::span<const FilterSpec> filters, const Question &question,
                                               const Times &times, int ownerField, int owner)
{
    const RecordTable &records = store.table(table);
    std::vector<Condition> conditions;
    for (const FilterSpec &spec : filters) {
        QStringList values = question.values(spec.name);
        if (values.isEmpty() && spec.test == Test::ActiveUnless)
            values.append(u"false"_s);
        if (values.isEmpty())
            continue;
        const Answer<Condition> condition = readCondition(spec, values, times);
        if (!condition)
            return tl::unexpected(condition.error());
        const bool narrows = ownerField < 0 && spec.test == Test::Equals && records.isIndexed(spec.field)
            && condition->numbers.size() == 1;
        if (narrows) {
            ownerField = spec.field;
            owner = int(condition->numbers.front());
        } else {
            conditions.push_back(*condition);
        }
    }
    std::vector<const StoredRecord *> found;
    const auto take = [&](const StoredRecord &record) {
        if (std::all_of(conditions.begin(), conditions.end(),
                        [&](const Condition &condition) { return passes(store, table, record, condition); }))
            found.push_back(&record);
    };
    if (ownerField >= 0) {
        for (const int id : records.idsByReference(ownerField, owner))
            take(*records.find(id));
        return found;
    }
    found.reserve(records.records().size());
    for (const StoredRecord &record : records.records())
        take(record);
    return found;
}

std::vector<const StoredRecord *> pageOf(const std::vector<const StoredRecord *> &rows, int pageSize,
                                         int pageNumber)
{
    if (pageSize <= 0)
        return rows;
    const size_t begin = std::min(rows.size(), size_t(pageSize) * size_t(pageNumber - 1));
    const size_t end = std::min(rows.size(), begin + size_t(pageSize));
    return {rows.begin() + std::ptrdiff_t(begin), rows.begin() + std::ptrdiff_t(end)};
}

} // namespace tandem::practicebms
