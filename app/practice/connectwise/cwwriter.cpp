// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/connectwise/cwwriter.h"

#include "practice/connectwise/cwschema.h"

#include <QJsonDocument>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tandem::practicecw {

namespace {

constexpr qint64 firstYear = 1900;
constexpr qint64 lastYear = 9999;

QString fieldName(const FieldSpec &field)
{
    return QString::fromLatin1(field.name);
}

// Line breaks do not survive ConnectWise: each becomes a space; other control characters are dropped.
QString withoutLineBreaks(QString text)
{
    text.replace("\r\n"_L1, " "_L1).replace(u'\n', u' ').replace(u'\r', u' ');
    return text.remove(u'\b').remove(u'\f');
}

QString typeName(const FieldSpec &field)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Json:
        return u"System.String"_s;
    case FieldType::Integer:
        return u"System.Int32"_s;
    case FieldType::Number:
        return u"System.Decimal"_s;
    case FieldType::Boolean:
        return u"System.Boolean"_s;
    case FieldType::DateTime:
        return u"System.DateTime"_s;
    case FieldType::Reference:
        return u"ConnectWise.Apis.Company.%1Reference"_s.arg(
            QLatin1StringView(tableWords(field.target).className));
    }
    return {};
}

QString typeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return u"System.Boolean"_s;
    case QJsonValue::Double:
        return u"System.Int64"_s;
    case QJsonValue::Array:
        return u"Newtonsoft.Json.Linq.JArray"_s;
    case QJsonValue::Object:
        return u"Newtonsoft.Json.Linq.JObject"_s;
    case QJsonValue::String:
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return u"System.String"_s;
}

QString jsonText(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2));
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    constexpr qint64 outside = std::numeric_limits<qint64>::min();
    qint64 number = outside;
    if (value.isString()) {
        bool ok = false;
        number = value.toString().trimmed().toLongLong(&ok);
        if (!ok)
            return std::nullopt;
    } else {
        number = value.toInteger(outside);
    }
    if (number < std::numeric_limits<qint32>::min() || number > std::numeric_limits<qint32>::max())
        return std::nullopt;
    return number;
}

std::optional<double> anyNumber(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    bool ok = false;
    const double number = value.toString().toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<bool> truth(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    if (value.isDouble())
        return value.toDouble() != 0;
    const QString text = value.toString().trimmed().toLower();
    if (text == "true"_L1 || text == "false"_L1)
        return text == "true"_L1;
    return std::nullopt;
}

std::optional<qint64> moment(const QJsonValue &value)
{
    QDateTime time = QDateTime::fromString(value.toString().trimmed().replace(u' ', u'T'), Qt::ISODate);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toSecsSinceEpoch();
}

PracticeResponse typesOnlyAtCreation(int table)
{
    const QString noun = table == Company ? u"company"_s : u"contact"_s;
    return invalidObject(
        table,
        {{u"InvalidField"_s, u"typeIds can only be used when creating a new %1."_s.arg(noun), u"typeIds"_s}});
}

bool isReadOnlyMember(const FieldSpec &field)
{
    const QByteArrayView name(field.name);
    return (field.flags & FieldFlag::ReadOnly) || name == "mobileGuid" || name == "domain";
}

// The rows below "typeAssociations": the table, its owner field and its type field.
struct Association {
    int table;
    int owner;
    int type;
    int ownerTable;
};

Association associationOf(int ownerTable)
{
    if (ownerTable == Company)
        return {CompanyTypeAssociation, fields().companyTypeOfCompany, fields().typeOfCompany, Company};
    return {ContactTypeAssociation, fields().contactTypeOfContact, fields().typeOfContact, Contact};
}

std::optional<Association> asAssociation(int table)
{
    if (table == CompanyTypeAssociation)
        return associationOf(Company);
    if (table == ContactTypeAssociation)
        return associationOf(Contact);
    return std::nullopt;
}

/** Nothing published says how a wrong value is refused; that a field takes only values of its type is all that is meant. */
bool fitsCustomField(const CustomFieldSpec &field, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return true;
    if (std::strcmp(field.type, "Number") == 0)
        return value.isDouble();
    if (std::strcmp(field.type, "Checkbox") == 0)
        return value.isBool();
    return !field.choices || QString::fromLatin1(field.choices).split(u'|').contains(value.toString());
}

} // namespace

bool RecordWriter::Change::isTouched(int field) const
{
    return touched.at(size_t(field));
}

RecordWriter::RecordWriter(RecordStore &store, const WriteContext &context)
    : m_store(store)
    , m_context(context)
{
}

RecordWriter::Change RecordWriter::begin(int table, Mode mode, RecordDraft draft) const
{
    const size_t count = draft.values.size();
    return {table, mode, std::move(draft), std::vector<bool>(count, mode != Mode::Patch)};
}

Answer<int> RecordWriter::create(int table, const QJsonObject &body, Scope parent)
{
    Change change = begin(table, Mode::Create, m_store.table(table).emptyDraft());
    if (parent.field >= 0)
        change.draft.values[size_t(parent.field)] = qint64(parent.id);
    Answer<> step = readBody(change, body);
    if (step && parent.field >= 0)
        change.draft.values[size_t(parent.field)] = qint64(parent.id); // the path wins over the body
    if (step) {
        fillDefaults(change);
        step = validate(change);
    }
    if (!step)
        return tl::unexpected(step.error());
    commit(change);
    return change.draft.id;
}

Answer<> RecordWriter::replace(int table, int id, const QJsonObject &body)
{
    const RecordTable &records = m_store.table(table);
    const StoredRecord *stored = records.find(id);
    if (!stored)
        return tl::unexpected(recordNotFound(table, id));
    const RecordDraft former = records.unpack(*stored);
    Change change = begin(table, Mode::Replace, records.emptyDraft());
    change.draft.id = id;
    for (size_t i = 0; i < former.values.size(); ++i) {
        const FieldSpec &field = records.spec().fields[i];
        // What only the server sets, and what ConnectWise merges instead of replacing, is carried over.
        const bool isCarried = isReadOnlyMember(field) || field.type == FieldType::Json
            || (table == Company && int(i) == fields().companySite)
            || (table == Site && int(i) == fields().siteCompany)
            || (table == ConfigurationQuestion && int(i) == fields().questionType)
            || (table == ConfigurationQuestionValue && int(i) == fields().questionValueQuestion)
            || (table == ConfigurationQuestionValue && int(i) == fields().questionValueType);
        if (isCarried)
            change.draft.values[i] = former.values[i];
    }
    if (table == Contact)
        change.items = storedItems(id);
    Answer<> step = readBody(change, body);
    if (step) {
        fillDefaults(change);
        step = validate(change);
    }
    if (step)
        commit(change);
    return step;
}

Answer<> RecordWriter::patch(int table, int id, const QJsonArray &operations)
{
    const RecordTable &records = m_store.table(table);
    const StoredRecord *stored = records.find(id);
    if (!stored)
        return tl::unexpected(recordNotFound(table, id));
    Change change = begin(table, Mode::Patch, records.unpack(*stored));
    bool namesCustomFields = false;
    // A company moves before what belongs to it, so that a site given by name is looked for in the new one.
    QList<QJsonObject> ordered;
    for (const QJsonValue &operation : operations) {
        const QJsonObject object = operation.toObject();
        const QString path = object.value("path"_L1).toString();
        namesCustomFields = namesCustomFields || path.contains("customFields"_L1);
        if (path == "company"_L1 || path == "/company"_L1)
            ordered.prepend(object);
        else
            ordered.append(object);
    }
    for (const QJsonObject &operation : std::as_const(ordered)) {
        const Answer<> step = applyOperation(change, operation);
        if (!step)
            return step;
    }
    if (m_context.quirks.testFlag(Quirk::PatchNeedsCustomFields) && !m_context.isTrusted && !namesCustomFields
        && !customFields(table).empty()) {
        change.errors.push_back(
            {u"MissingRequiredField"_s, u"The customFields field is required."_s, u"customFields"_s});
    }
    fillDefaults(change);
    const Answer<> step = validate(change);
    if (step)
        commit(change);
    return step;
}

Answer<> RecordWriter::readBody(Change &change, const QJsonObject &body) const
{
    const RecordTable &records = m_store.table(change.table);
    for (auto it = body.begin(); it != body.end(); ++it) {
        const QString &name = it.key();
        if (name.compare("id"_L1, Qt::CaseInsensitive) == 0 || name == "_info"_L1)
            continue;
        const int field = records.fieldIgnoringCase(name.toUtf8());
        if (field < 0)
            return tl::unexpected(
                unknownMember(m_context.body, QString::fromLatin1(tableWords(change.table).className), name));
        const Answer<> step = readMember(change, field, it.value(), name);
        if (!step)
            return step;
    }
    return {};
}

Answer<> RecordWriter::readMember(Change &change, int field, const QJsonValue &value,
                                  const QString &path) const
{
    const FieldSpec &spec = m_store.table(change.table).spec().fields[size_t(field)];
    if (isReadOnlyMember(spec) && !m_context.isTrusted)
        return {};
    const bool isNewSite =
        change.table == Company && change.mode == Mode::Create && field == fields().companySite;
    if (isNewSite) {
        change.siteName = withoutLineBreaks(value.toObject().value("name"_L1).toString());
        return {};
    }
    if (spec.type == FieldType::Json)
        return readSpecial(change, field, value, path);
    const Answer<FieldValue> read = readValue(change, spec, value, path);
    if (!read)
        return tl::unexpected(read.error());
    change.draft.values[size_t(field)] = *read;
    change.touched[size_t(field)] = true;
    return {};
}

Answer<> RecordWriter::readSpecial(Change &change, int field, const QJsonValue &value,
                                   const QString &path) const
{
    const FieldSpec &spec = m_store.table(change.table).spec().fields[size_t(field)];
    const QByteArrayView name(spec.name);
    if (name == "types" || name == "typeIds") {
        if (change.mode != Mode::Create && !m_context.isTrusted)
            return tl::unexpected(typesOnlyAtCreation(change.table));
        return readTypes(change, value, path);
    }
    if (name == "communicationItems") {
        Answer<std::vector<Item>> items = readItems(change, value);
        if (!items)
            return tl::unexpected(items.error());
        change.items = *std::move(items);
        return {};
    }
    if (name == "customFields")
        return mergeValues(change, field, value, "id"_L1, "value"_L1, path);
    if (name == "questions")
        return mergeValues(change, field, value, "questionId"_L1, "answer"_L1, path);
    if (!value.isArray() && !value.isNull())
        return tl::unexpected(conversionError(change, value, u"System.String[]"_s, path));
    change.draft.values[size_t(field)] = value.isNull()
        ? FieldValue()
        : FieldValue(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return {};
}

PracticeResponse RecordWriter::conversionError(const Change &change, const QJsonValue &value,
                                               const QString &type, const QString &path) const
{
    if (change.mode == Mode::Patch)
        return invalidPatch(u"Could not cast or convert from %1 to %2."_s.arg(typeName(value), type));
    return badValue(m_context.body, path, jsonText(value), type);
}

Answer<FieldValue> RecordWriter::readValue(Change &change, const FieldSpec &field, const QJsonValue &value,
                                           const QString &path) const
{
    if (value.isNull() || value.isUndefined())
        return FieldValue();
    std::optional<FieldValue> read;
    const bool isScalar = !value.isArray() && !value.isObject();
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Json:
        if (isScalar) {
            const QString text = value.isString() ? withoutLineBreaks(value.toString()) : jsonText(value);
            if (field.choices) {
                const QStringList choices = QString::fromLatin1(field.choices).split(u'|');
                const qsizetype at = choices.indexOf(
                    QRegularExpression(QRegularExpression::anchoredPattern(QRegularExpression::escape(text)),
                                       QRegularExpression::CaseInsensitiveOption));
                if (at >= 0)
                    read = choices.at(at).toUtf8();
            } else {
                read = text.toUtf8();
            }
        }
        break;
    case FieldType::Integer:
        if (const auto number = wholeNumber(value); isScalar && number)
            read = *number;
        break;
    case FieldType::Number:
        if (const auto number = anyNumber(value); isScalar && number)
            read = *number;
        break;
    case FieldType::Boolean:
        if (const auto flag = truth(value); isScalar && flag)
            read = *flag;
        break;
    case FieldType::DateTime:
        if (const auto time = moment(value); isScalar && time)
            read = *time;
        break;
    case FieldType::Reference:
        if (value.isObject())
            return readReference(change, field, value.toObject(), path);
        if (const auto number = wholeNumber(value); (field.flags & FieldFlag::PlainId) && number)
            read = *number;
        break;
    }
    if (!read)
        return tl::unexpected(conversionError(change, value, typeName(field), path));
    return *read;
}

int RecordWriter::companyOf(const Change &change) const
{
    if (change.table == Contact)
        return int(change.draft.integer(fields().contactCompany));
    if (change.table == Configuration)
        return int(change.draft.integer(fields().configurationCompany));
    return change.draft.id;
}

Answer<FieldValue> RecordWriter::readReference(Change &change, const FieldSpec &field,
                                               const QJsonObject &value, const QString &path) const
{
    const TableWords &words = tableWords(field.target);
    for (auto it = value.begin(); it != value.end(); ++it) {
        static const QStringList known{u"id"_s,       u"identifier"_s, u"name"_s,
                                       u"question"_s, u"_info"_s,      u"dailyCapacity"_s};
        if (!known.contains(it.key(), Qt::CaseInsensitive))
            return tl::unexpected(unknownMember(
                m_context.body, QLatin1StringView(words.className) + "Reference"_L1, path + u'.' + it.key()));
    }
    const RecordTable &targets = m_store.table(field.target);
    const auto missing = [&](const QString &key, const QString &what) -> Answer<FieldValue> {
        change.errors.push_back({u"NotFound"_s,
                                 u"%1 %2 not found"_s.arg(QLatin1StringView(words.title), what),
                                 fieldName(field) + u'/' + key});
        return FieldValue();
    };
    const QJsonValue idValue = value.value("id"_L1);
    if (!idValue.isUndefined() && !idValue.isNull()) {
        const std::optional<qint64> id = wholeNumber(idValue);
        if (!id)
            return tl::unexpected(conversionError(change, idValue, u"System.Int32"_s, path + ".id"_L1));
        if (!targets.find(int(*id)))
            return missing(u"id"_s, QString::number(*id));
        return FieldValue(*id);
    }
    for (const auto &[key, isIdentifier] : {std::pair{u"identifier"_s, true}, std::pair{u"name"_s, false}}) {
        const QString wanted = value.value(key).toString();
        if (wanted.isEmpty() || (isIdentifier && !words.identifierField))
            continue;
        for (const StoredRecord &target : targets.records()) {
            if (field.target == Site && targets.integer(target, fields().siteCompany) != companyOf(change))
                continue; // a site's name says little without its company
            const QByteArray found = isIdentifier ? referenceIdentifier(m_store, field.target, target.id)
                                                  : referenceName(m_store, field.target, target.id);
            if (QString::fromUtf8(found).compare(wanted, Qt::CaseInsensitive) == 0)
                return FieldValue(qint64(target.id));
        }
        return missing(key, wanted);
    }
    return FieldValue();
}

Answer<> RecordWriter::readTypes(Change &change, const QJsonValue &value, const QString &path) const
{
    const int typeTable = change.table == Company ? CompanyType : ContactType;
    if (value.isNull())
        return {};
    if (!value.isArray())
        return tl::unexpected(conversionError(change, value,
                                              u"ConnectWise.Apis.Company.%1Reference[]"_s.arg(
                                                  QLatin1StringView(tableWords(typeTable).className)),
                                              path));
    const FieldSpec spec{"types", FieldType::Reference, 0, typeTable};
    std::vector<int> ids;
    for (const QJsonValue &item : value.toArray()) {
        const QJsonObject object = item.isObject() ? item.toObject() : QJsonObject{{u"id"_s, item}};
        const Answer<FieldValue> type = readReference(change, spec, object, path);
        if (!type)
            return tl::unexpected(type.error());
        const auto *id = std::get_if<qint64>(&*type);
        if (id && std::find(ids.begin(), ids.end(), int(*id)) == ids.end())
            ids.push_back(int(*id));
    }
    change.types = ids;
    return {};
}

Answer<> RecordWriter::mergeValues(Change &change, int field, const QJsonValue &value,
                                   QLatin1StringView idKey, QLatin1StringView valueKey,
                                   const QString &path) const
{
    if (value.isNull())
        return {};
    if (!value.isArray())
        return tl::unexpected(conversionError(change, value, u"ConnectWise.Apis.CustomFieldValue[]"_s, path));
    QJsonObject values = QJsonDocument::fromJson(change.draft.text(field).toUtf8()).object();
    for (const QJsonValue &item : value.toArray()) {
        const QJsonObject object = item.toObject();
        const std::optional<qint64> id = wholeNumber(object.value(idKey));
        bool isKnown = false;
        const CustomFieldSpec *custom = nullptr;
        if (id && idKey == "id"_L1) {
            const auto specs = customFields(change.table);
            const auto spec = std::find_if(specs.begin(), specs.end(),
                                           [&](const CustomFieldSpec &s) { return s.id == *id; });
            isKnown = spec != specs.end();
            custom = isKnown ? &*spec : nullptr;
        } else if (id) {
            isKnown = m_store.table(ConfigurationQuestion).find(int(*id)) != nullptr;
        }
        if (!isKnown) {
            change.errors.push_back({u"NotFound"_s,
                                     u"Custom Field %1 not found"_s.arg(jsonText(object.value(idKey))),
                                     path + u'/' + idKey});
            continue;
        }
        const QJsonValue given = object.value(valueKey);
        if (custom && !fitsCustomField(*custom, given)) {
            change.errors.push_back({u"InvalidField"_s,
                                     u"The value '%1' is not valid for the custom field %2."_s.arg(
                                         given.isString() ? given.toString() : jsonText(given),
                                         QLatin1StringView(custom->caption)),
                                     path + u'/' + valueKey});
            continue;
        }
        if (given.isNull())
            values.remove(QString::number(*id));
        else if (!given.isUndefined())
            values.insert(QString::number(*id),
                          given.isString() ? QJsonValue(withoutLineBreaks(given.toString())) : given);
    }
    change.draft.values[size_t(field)] =
        values.isEmpty() ? FieldValue() : FieldValue(QJsonDocument(values).toJson(QJsonDocument::Compact));
    return {};
}

// `former` are the items the contact has: an id among them means that item, any other makes a new one.
Answer<RecordWriter::Item> RecordWriter::readItem(Change &change, const QJsonValue &value,
                                                  const QString &path, const std::vector<Item> &former) const
{
    if (!value.isObject())
        return tl::unexpected(
            conversionError(change, value, u"ConnectWise.Apis.Company.ContactCommunicationItem"_s, path));
    const QJsonObject object = value.toObject();
    const RecordTable &items = m_store.table(Communication);
    Item item{items.emptyDraft()};
    const std::optional<qint64> id = wholeNumber(object.value("id"_L1));
    const auto known = std::find_if(former.cbegin(), former.cend(),
                                    [&](const Item &other) { return id && other.draft.id == *id; });
    const bool wasDefault = known != former.cend() && known->draft.isOn(fields().itemDefaultFlag);
    if (known != former.cend())
        item = *known;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().compare("id"_L1, Qt::CaseInsensitive) == 0 || it.key() == "_info"_L1)
            continue;
        const int field = items.fieldIgnoringCase(it.key().toUtf8());
        const QString memberPath = path + u'.' + it.key();
        if (field < 0)
            return tl::unexpected(unknownMember(m_context.body, u"ContactCommunicationItem"_s, memberPath));
        const FieldSpec &spec = items.spec().fields[size_t(field)];
        if (isReadOnlyMember(spec))
            continue;
        const Answer<FieldValue> read = readValue(change, spec, it.value(), memberPath);
        if (!read)
            return tl::unexpected(read.error());
        item.draft.values[size_t(field)] = *read;
    }
    item.becomesDefault = item.draft.isOn(fields().itemDefaultFlag) && !wasDefault;
    return item;
}

Answer<std::vector<RecordWriter::Item>> RecordWriter::readItems(Change &change, const QJsonValue &value) const
{
    if (!value.isArray() && !value.isNull())
        return tl::unexpected(conversionError(change, value,
                                              u"ConnectWise.Apis.Company.ContactCommunicationItem[]"_s,
                                              u"communicationItems"_s));
    const std::vector<Item> former =
        change.mode == Mode::Create ? std::vector<Item>() : storedItems(change.draft.id);
    // A PUT merges: what it does not name stays, and what is there already is not added again.
    std::vector<Item> result = change.mode == Mode::Replace ? former : std::vector<Item>();
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const Answer<Item> item = readItem(change, array.at(i), u"communicationItems[%1]"_s.arg(i), former);
        if (!item)
            return tl::unexpected(item.error());
        const auto same = std::find_if(result.begin(), result.end(), [&](const Item &other) {
            return item->draft.id != 0 ? other.draft.id == item->draft.id
                                       : change.mode == Mode::Replace
                    && other.draft.values[size_t(fields().itemType)]
                        == item->draft.values[size_t(fields().itemType)]
                    && other.draft.values[size_t(fields().itemValue)]
                        == item->draft.values[size_t(fields().itemValue)];
        });
        if (same == result.end()) {
            result.push_back(*item);
            continue;
        }
        const int id = same->draft.id;
        *same = *item;
        same->draft.id = id;
    }
    return result;
}

Answer<> RecordWriter::applyOperation(Change &change, const QJsonObject &operation) const
{
    const QString op = operation.value("op"_L1).toString().toLower();
    if (op != "add"_L1 && op != "replace"_L1 && op != "remove"_L1)
        return tl::unexpected(invalidPatch(u"The operation '%1' is not supported."_s.arg(op)));
    QString path = operation.value("path"_L1).toString();
    if (path.startsWith(u'/'))
        path.remove(0, 1);
    const QStringList parts = path.split(u'/');
    const QString &name = parts.first();
    const bool isRemove = op == "remove"_L1;
    const QJsonValue value = isRemove ? QJsonValue(QJsonValue::Null) : operation.value("value"_L1);
    if (!isRemove && value.isUndefined())
        return tl::unexpected(invalidPatch(u"The value of the operation on '%1' is missing."_s.arg(path)));

    const bool isServerOwn = name == "id"_L1 || name == "_info"_L1;
    if (isRemove && (isServerOwn || name == "ignoreDuplicates"_L1 || name == "customFields"_L1))
        return tl::unexpected(invalidPatch(u"The field '%1' cannot be removed."_s.arg(name)));
    if (isServerOwn)
        return {};
    const RecordTable &records = m_store.table(change.table);
    const int field = records.field(name.toUtf8()); // letter case counts here
    if (field < 0)
        return tl::unexpected(
            invalidPatch(u"The target location specified by path segment '%1' was not found."_s.arg(name)));
    const FieldSpec &spec = records.spec().fields[size_t(field)];
    if (name == "communicationItems"_L1)
        return applyToItems(change, op, parts, value);
    if (name == "customFields"_L1 && parts.size() > 1)
        return applyToCustomFields(change, op, parts, value);
    if (parts.size() > 1) {
        if (spec.type == FieldType::Reference)
            return {}; // answered as done, though nothing changes: a reference is only replaced as a whole
        return tl::unexpected(invalidPatch(
            u"The target location specified by path segment '%1' was not found."_s.arg(parts.at(1))));
    }
    const bool isType = change.table == Configuration && field == fields().configurationType;
    if (isType && m_context.quirks.testFlag(Quirk::TypeNeedsChangeType) && !m_context.isChangeType
        && !m_context.isTrusted) {
        return tl::unexpected(invalidObject(
            change.table,
            {{u"InvalidField"_s, u"The type of a configuration can only be changed with changeType."_s,
              u"type"_s}}));
    }
    return readMember(change, field, value, name);
}

Answer<> RecordWriter::applyToItems(Change &change, const QString &op, const QStringList &path,
                                    const QJsonValue &value) const
{
    if (change.table != Contact)
        return {};
    if (path.size() == 1) {
        Answer<std::vector<Item>> items = readItems(change, value);
        if (!items)
            return tl::unexpected(items.error());
        change.items = *std::move(items);
        return {};
    }
    if (!change.items)
        change.items = storedItems(change.draft.id);
    std::vector<Item> &items = *change.items;
    bool isNumber = false;
    const qsizetype index = path.at(1).toInt(&isNumber);
    if (op == "add"_L1 && path.size() == 2) {
        Answer<Item> item = readItem(change, value, u"communicationItems"_s, {});
        if (!item)
            return tl::unexpected(item.error());
        item->draft.id = 0;
        if (isNumber && index == 0 && !items.empty()) {
            // An item added at the front loses its default flag, and lands at the end like any other.
            item->draft.values[size_t(fields().itemDefaultFlag)] = false;
            item->becomesDefault = false;
        }
        items.push_back(*std::move(item));
        return {};
    }
    if (!isNumber || index < 0 || index >= qsizetype(items.size()))
        return tl::unexpected(invalidPatch(
            u"The index value provided by path segment '%1' is out of bounds of the array size."_s.arg(
                path.at(1))));
    if (op == "remove"_L1 && path.size() == 2) {
        items.erase(items.begin() + index);
        return {};
    }
    const QJsonObject part = path.size() == 2 ? value.toObject() : QJsonObject{{path.at(2), value}};
    if (path.size() == 2 && !value.isObject())
        return tl::unexpected(conversionError(
            change, value, u"ConnectWise.Apis.Company.ContactCommunicationItem"_s, path.at(1)));
    Item &target = items[size_t(index)];
    QJsonObject whole = part;
    whole.insert("id"_L1, target.draft.id);
    Answer<Item> item = readItem(change, whole, u"communicationItems"_s, {target});
    if (!item)
        return tl::unexpected(item.error());
    item->becomesDefault = item->becomesDefault || target.becomesDefault;
    target = *std::move(item);
    return {};
}

Answer<> RecordWriter::applyToCustomFields(Change &change, const QString &op, const QStringList &path,
                                           const QJsonValue &value) const
{
    const auto specs = customFields(change.table);
    bool isNumber = false;
    const int index = path.at(1).toInt(&isNumber);
    if (!isNumber || index < 0 || index >= int(specs.size()))
        return tl::unexpected(invalidPatch(
            u"The index value provided by path segment '%1' is out of bounds of the array size."_s.arg(
                path.at(1))));
    QJsonObject object = path.size() == 2 ? value.toObject() : QJsonObject{{path.at(2), value}};
    if (op == "remove"_L1)
        object.insert("value"_L1, QJsonValue::Null);
    object.insert("id"_L1, specs[size_t(index)].id);
    return mergeValues(change, m_store.table(change.table).field("customFields"), QJsonArray{object}, "id"_L1,
                       "value"_L1, u"customFields"_s);
}

void RecordWriter::fillDefaults(Change &change) const
{
    const RecordTable &records = m_store.table(change.table);
    for (size_t i = 0; i < records.spec().fields.size(); ++i) {
        const FieldSpec &field = records.spec().fields[i];
        if (field.type == FieldType::Boolean && !change.draft.has(int(i)))
            change.draft.values[i] = (field.flags & FieldFlag::OnByDefault) != 0;
    }
    const auto defaultRow = [&](int field, int table) {
        if (field < 0 || change.draft.has(field) || m_context.quirks.testFlag(Quirk::NoDefaultStatus))
            return;
        const int flag = m_store.table(table).field("defaultFlag");
        for (const StoredRecord &row : m_store.table(table).records()) {
            if (m_store.table(table).integer(row, flag) != 0) {
                change.draft.values[size_t(field)] = qint64(row.id);
                return;
            }
        }
    };
    if (change.table == Company)
        defaultRow(fields().companyStatus, CompanyStatus);
    else if (change.table == Configuration)
        defaultRow(fields().configurationStatus, ConfigurationStatus);
    else if (change.table == Communication)
        completeItem(change, change.draft);
    if (change.items) {
        for (Item &item : *change.items)
            completeItem(change, item.draft);
    }
}

QString RecordWriter::kindOfType(int communicationType, const QString &wanted) const
{
    const RecordTable &types = m_store.table(CommunicationType);
    const StoredRecord *type = types.find(communicationType);
    if (!type)
        return {};
    QStringList kinds;
    for (const auto &[field, kind] : {std::pair{fields().communicationTypeEmail, u"Email"_s},
                                      std::pair{fields().communicationTypePhone, u"Phone"_s},
                                      std::pair{fields().communicationTypeFax, u"Fax"_s}}) {
        if (types.integer(*type, field) != 0)
            kinds.append(kind);
    }
    return kinds.contains(wanted) || kinds.isEmpty() ? wanted : kinds.first();
}

// The kind follows from the type, and where only a kind is given its default type is taken.
void RecordWriter::completeItem(Change &, RecordDraft &item) const
{
    const QString wanted = item.text(fields().itemKind);
    if (!item.has(fields().itemType) && !wanted.isEmpty()) {
        const RecordTable &types = m_store.table(CommunicationType);
        const int flag = types.field("defaultFlag");
        for (const StoredRecord &type : types.records()) {
            if (types.integer(type, flag) != 0 && kindOfType(type.id, wanted) == wanted) {
                item.values[size_t(fields().itemType)] = qint64(type.id);
                break;
            }
        }
    }
    const QString kind = kindOfType(int(item.integer(fields().itemType)), wanted);
    item.values[size_t(fields().itemKind)] = kind.isEmpty() ? FieldValue() : FieldValue(kind.toUtf8());
    if (!item.has(fields().itemDefaultFlag))
        item.values[size_t(fields().itemDefaultFlag)] = false;
}

bool RecordWriter::revalidates(int table) const
{
    return (table == Company && m_context.quirks.testFlag(Quirk::RevalidateCompany))
        || (table == Configuration && m_context.quirks.testFlag(Quirk::RevalidateConfiguration))
        || (table == Contact && m_context.quirks.testFlag(Quirk::RevalidateContact));
}

Answer<> RecordWriter::validate(Change &change) const
{
    if (m_context.isTrusted) {
        // The control door may store what the API would refuse, but never a reference to nothing.
        if (change.table == Company && change.mode == Mode::Create && change.siteName.isEmpty())
            change.siteName = u"Main"_s;
        return change.errors.empty() ? Answer<>()
                                     : tl::unexpected(invalidObject(change.table, change.errors));
    }
    std::vector<FieldError> errors = change.errors;
    const RecordTable &records = m_store.table(change.table);
    std::vector<FieldError> oldErrors;
    for (size_t i = 0; i < records.spec().fields.size(); ++i) {
        if (change.touched[i])
            validateField(change, int(i), errors);
        else if (revalidates(change.table))
            validateField(change, int(i), oldErrors);
    }
    if (!oldErrors.empty() && m_context.quirks.testFlag(Quirk::DirtyCompanyFails))
        return tl::unexpected(
            plainError(500, u"ConnectWiseApi"_s, u"String was not recognized as a valid DateTime."_s));
    errors.insert(errors.end(), oldErrors.begin(), oldErrors.end());
    if (change.table == Company && change.mode == Mode::Create && change.siteName.trimmed().isEmpty())
        errors.push_back({u"MissingRequiredField"_s, u"Company Site name is required."_s, u"site/name"_s});
    validateBelonging(change, errors);
    if (change.items) {
        for (const Item &item : *change.items) {
            const Change whole = begin(Communication, Mode::Create, item.draft);
            for (size_t i = 0; i < item.draft.values.size(); ++i)
                validateField(whole, int(i), errors);
        }
    }
    if (errors.empty())
        return {};
    return tl::unexpected(invalidObject(change.table, errors));
}

void RecordWriter::validateField(const Change &change, int field, std::vector<FieldError> &errors) const
{
    const FieldSpec &spec = m_store.table(change.table).spec().fields[size_t(field)];
    const QString name = fieldName(spec);
    const bool isText = spec.type == FieldType::Text;
    const QString text = isText ? change.draft.text(field) : QString();
    const bool wasRefused = std::any_of(errors.cbegin(), errors.cend(), [&](const FieldError &error) {
        return error.field.section(u'/', 0, 0) == name;
    });
    const bool isMissing = isText ? text.trimmed().isEmpty() : !change.draft.has(field);
    if ((spec.flags & FieldFlag::Required) && isMissing) {
        if (!wasRefused)
            errors.push_back({u"MissingRequiredField"_s, u"The %1 field is required."_s.arg(name), name});
        return;
    }
    int maxLength = spec.maxLength;
    if (change.table == Company && field == fields().companyIdentifier
        && m_context.quirks.testFlag(Quirk::ShortIdentifier))
        maxLength = 25;
    if (maxLength > 0 && text.size() > maxLength)
        errors.push_back(
            {u"MaxLengthField"_s,
             u"The field %1 must be a string with a maximum length of %2."_s.arg(name).arg(maxLength), name});
    const bool isYear = change.table == Company
        && (field == fields().companyYearEstablished || field == fields().companyRevenueYear);
    if (isYear && change.draft.has(field)) {
        const qint64 year = change.draft.integer(field);
        if (year < firstYear || year > lastYear)
            errors.push_back(
                {u"OutOfRange"_s,
                 u"The field %1 must be between %2 and %3."_s.arg(name).arg(firstYear).arg(lastYear), name});
    }
    if ((spec.flags & FieldFlag::Unique) && isTaken(change, field))
        errors.push_back({u"ObjectExists"_s,
                          u"A %1 with the %2 '%3' already exists."_s.arg(
                              QLatin1StringView(tableWords(change.table).title), name, text),
                          name});
}

bool RecordWriter::isTaken(const Change &change, int field) const
{
    const RecordTable &records = m_store.table(change.table);
    const QString text = change.draft.text(field);
    const auto isOther = [&](const StoredRecord &record) {
        return record.id != change.draft.id
            && records.text(record, field).compare(text, Qt::CaseInsensitive) == 0;
    };
    if (records.isIndexed(field)) {
        const std::vector<int> ids = records.idsByText(field, text);
        return std::any_of(ids.cbegin(), ids.cend(), [&](int id) { return isOther(*records.find(id)); });
    }
    return std::any_of(records.records().cbegin(), records.records().cend(), isOther);
}

// A contact's and a configuration's site, and a configuration's contact, must be the company's own.
void RecordWriter::validateBelonging(const Change &change, std::vector<FieldError> &errors) const
{
    const auto check = [&](int companyField, int field, int target, int targetCompanyField) {
        if (!change.isTouched(companyField) && !change.isTouched(field))
            return;
        const auto id = int(change.draft.integer(field));
        const auto company = int(change.draft.integer(companyField));
        const StoredRecord *record = m_store.table(target).find(id);
        if (!record || company == 0)
            return;
        const auto owner = int(m_store.table(target).integer(*record, targetCompanyField));
        if (owner != company && !(target == Contact && owner == 0))
            errors.push_back(
                {u"NotFound"_s,
                 u"%1 %2 not found for Company %3"_s.arg(QLatin1StringView(tableWords(target).title))
                     .arg(id)
                     .arg(company),
                 (target == Site ? u"site/id"_s : u"contact/id"_s)});
    };
    if (change.table == Contact)
        check(fields().contactCompany, fields().contactSite, Site, fields().siteCompany);
    if (change.table == Configuration) {
        check(fields().configurationCompany, fields().configurationSite, Site, fields().siteCompany);
        check(fields().configurationCompany, fields().configurationContact, Contact, fields().contactCompany);
        const RecordTable &all = m_store.table(ConfigurationQuestion);
        const QJsonObject answers =
            QJsonDocument::fromJson(change.draft.text(fields().configurationQuestions).toUtf8()).object();
        for (const int id : all.idsByReference(fields().questionType,
                                               int(change.draft.integer(fields().configurationType)))) {
            const bool isRequired = all.integer(*all.find(id), fields().questionRequired) != 0;
            if (isRequired && answers.value(QString::number(id)).toVariant().toString().isEmpty())
                errors.push_back(
                    {u"MissingRequiredField"_s,
                     u"The %1 field is required."_s.arg(all.text(*all.find(id), fields().questionText)),
                     u"questions"_s});
        }
    }
    if (const std::optional<Association> association = asAssociation(change.table)) {
        const RecordTable &rows = m_store.table(association->table);
        for (const int row :
             rows.idsByReference(association->owner, int(change.draft.integer(association->owner)))) {
            if (row != change.draft.id
                && rows.integer(*rows.find(row), association->type)
                    == change.draft.integer(association->type))
                errors.push_back({u"ObjectExists"_s, u"The type is already associated."_s, u"type/id"_s});
        }
    }
}

void RecordWriter::commit(Change &change)
{
    const RecordTable &records = m_store.table(change.table);
    std::optional<RecordDraft> former;
    if (const StoredRecord *stored = records.find(change.draft.id)) {
        former = records.unpack(*stored);
        m_store.update(change.table, change.draft, m_context.stamp);
    } else {
        change.draft.id = m_store.insert(change.table, change.draft, m_context.stamp);
    }
    const int id = change.draft.id;
    if (change.types) {
        const Association association = associationOf(change.table);
        const std::vector<int> rows = m_store.table(association.table).idsByReference(association.owner, id);
        for (const int row : rows)
            m_store.remove(association.table, row);
        for (const int type : *change.types) {
            RecordDraft row = m_store.table(association.table).emptyDraft();
            row.values[size_t(association.owner)] = qint64(id);
            row.values[size_t(association.type)] = qint64(type);
            m_store.insert(association.table, row, m_context.stamp);
        }
    }
    if (change.items)
        saveItems(id, *std::move(change.items));

    if (change.table == Company) {
        afterCompany(change, former);
    } else if (change.table == Contact) {
        afterContact(change, former);
    } else if (change.table == Site) {
        afterSite(change);
    } else if (change.table == Communication) {
        const bool wasDefault = former && former->isOn(fields().itemDefaultFlag);
        if (change.draft.isOn(fields().itemDefaultFlag) && !wasDefault)
            afterItem(int(change.draft.integer(fields().itemContact)), id);
        refreshPhones(int(change.draft.integer(fields().itemContact)));
    } else if (const std::optional<Association> association = asAssociation(change.table)) {
        touch(association->ownerTable, int(change.draft.integer(association->owner)));
    } else if (change.table == CompanyStatus || change.table == ConfigurationStatus
               || change.table == Country) {
        clearOtherDefaults(change);
    }
}

void RecordWriter::afterCompany(const Change &change, const std::optional<RecordDraft> &former)
{
    const int id = change.draft.id;
    if (!former) {
        RecordDraft site = m_store.table(Site).emptyDraft();
        for (const char *name :
             {"addressLine1", "addressLine2", "city", "zip", "country", "phoneNumber", "faxNumber"})
            site.values[size_t(fieldNumber(Site, name))] =
                change.draft.values[size_t(fieldNumber(Company, name))];
        for (size_t i = 0; i < site.values.size(); ++i) {
            if (m_store.table(Site).spec().fields[i].type == FieldType::Boolean)
                site.values[i] = false;
        }
        for (const char *name :
             {"primaryAddressFlag", "defaultShippingFlag", "defaultBillingFlag", "defaultMailingFlag"})
            site.values[size_t(fieldNumber(Site, name))] = true;
        site.values[size_t(fields().siteName)] = change.siteName.toUtf8();
        site.values[size_t(fields().siteCompany)] = qint64(id);
        setField(Company, id, fields().companySite, qint64(m_store.insert(Site, site, m_context.stamp)));
    }
    const auto before = former ? int(former->integer(fields().companyDefaultContact)) : 0;
    const auto now = int(change.draft.integer(fields().companyDefaultContact));
    if (before == now)
        return;
    setField(Contact, before, fields().contactDefaultFlag, false);
    setField(Contact, now, fields().contactDefaultFlag, true);
}

void RecordWriter::afterContact(const Change &change, const std::optional<RecordDraft> &former)
{
    const int id = change.draft.id;
    const auto company = int(change.draft.integer(fields().contactCompany));
    const bool isDefault = change.draft.isOn(fields().contactDefaultFlag);
    const bool wasDefault = former && former->isOn(fields().contactDefaultFlag);
    const RecordTable &companies = m_store.table(Company);
    const StoredRecord *record = companies.find(company);
    const auto current = record ? int(companies.integer(*record, fields().companyDefaultContact)) : 0;
    if (isDefault && current != id) {
        setField(Contact, current, fields().contactDefaultFlag, false);
        setField(Company, company, fields().companyDefaultContact, qint64(id));
    } else if (!isDefault && wasDefault && current == id) {
        setField(Company, company, fields().companyDefaultContact, {});
    }
    refreshPhones(id);
}

void RecordWriter::afterSite(const Change &change)
{
    if (!change.draft.isOn(fields().sitePrimaryFlag))
        return;
    const auto company = int(change.draft.integer(fields().siteCompany));
    const std::vector<int> sites = m_store.table(Site).idsByReference(fields().siteCompany, company);
    for (const int site : sites) {
        if (site != change.draft.id)
            setField(Site, site, fields().sitePrimaryFlag, false);
    }
    setField(Company, company, fields().companySite, qint64(change.draft.id));
}

// One default per kind: the newest takes the flag from the one before.
void RecordWriter::afterItem(int contact, int item)
{
    const RecordTable &items = m_store.table(Communication);
    const QString kind = items.text(*items.find(item), fields().itemKind);
    const std::vector<int> ids = items.idsByReference(fields().itemContact, contact);
    for (const int id : ids) {
        if (id != item && items.text(*items.find(id), fields().itemKind) == kind)
            setField(Communication, id, fields().itemDefaultFlag, false);
    }
}

void RecordWriter::clearOtherDefaults(const Change &change)
{
    const RecordTable &rows = m_store.table(change.table);
    const int flag = rows.field("defaultFlag");
    if (!change.draft.isOn(flag))
        return;
    std::vector<int> others;
    for (const StoredRecord &row : rows.records()) {
        if (row.id != change.draft.id)
            others.push_back(row.id);
    }
    for (const int other : others)
        setField(change.table, other, flag, false);
}

std::vector<RecordWriter::Item> RecordWriter::storedItems(int contact) const
{
    const RecordTable &table = m_store.table(Communication);
    std::vector<Item> items;
    for (const int id : table.idsByReference(fields().itemContact, contact))
        items.push_back({table.unpack(*table.find(id))});
    return items;
}

void RecordWriter::saveItems(int contact, std::vector<Item> items)
{
    for (const Item &former : storedItems(contact)) {
        const bool stays = std::any_of(items.cbegin(), items.cend(),
                                       [&](const Item &item) { return item.draft.id == former.draft.id; });
        if (!stays)
            m_store.remove(Communication, former.draft.id);
    }
    std::vector<int> newDefaults;
    for (Item &item : items) {
        item.draft.values[size_t(fields().itemContact)] = qint64(contact);
        const RecordTable &table = m_store.table(Communication);
        const StoredRecord *stored = table.find(item.draft.id);
        if (!stored)
            item.draft.id = m_store.insert(Communication, item.draft, m_context.stamp);
        else if (table.pack(item.draft) != stored->packed)
            m_store.update(Communication, item.draft, m_context.stamp);
        if (item.becomesDefault)
            newDefaults.push_back(item.draft.id);
    }
    for (const int id : newDefaults)
        afterItem(contact, id);
}

// Also counts as a change of the contact, so that readers of its lastUpdated notice.
void RecordWriter::refreshPhones(int contact)
{
    const RecordTable &contacts = m_store.table(Contact);
    const StoredRecord *stored = contacts.find(contact);
    if (!stored)
        return;
    RecordDraft draft = contacts.unpack(*stored);
    FieldValue type;
    FieldValue number;
    FieldValue extension;
    for (const Item &item : storedItems(contact)) {
        if (item.draft.text(fields().itemKind) != "Phone"_L1 || !item.draft.isOn(fields().itemDefaultFlag))
            continue;
        type = referenceName(m_store, CommunicationType, int(item.draft.integer(fields().itemType)));
        number = item.draft.values[size_t(fields().itemValue)];
        extension = item.draft.values[size_t(fields().itemExtension)];
    }
    draft.values[size_t(fields().contactPhoneType)] = type;
    draft.values[size_t(fields().contactPhoneNumber)] = number;
    draft.values[size_t(fields().contactPhoneExtension)] = extension;
    m_store.update(Contact, draft, m_context.stamp);
}

void RecordWriter::touch(int table, int id)
{
    const RecordTable &records = m_store.table(table);
    if (const StoredRecord *stored = records.find(id))
        m_store.update(table, records.unpack(*stored), m_context.stamp);
}

void RecordWriter::setField(int table, int id, int field, const FieldValue &value)
{
    const RecordTable &records = m_store.table(table);
    const StoredRecord *stored = records.find(id);
    if (!stored)
        return;
    RecordDraft draft = records.unpack(*stored);
    if (draft.values[size_t(field)] == value)
        return;
    draft.values[size_t(field)] = value;
    m_store.update(table, draft, m_context.stamp);
}

bool RecordWriter::isInUse(int table, int id) const
{
    for (int other = 0; other < m_store.tableCount(); ++other) {
        const RecordTable &records = m_store.table(other);
        const auto &list = records.spec().fields;
        for (size_t i = 0; i < list.size(); ++i) {
            // Rows that belong to the record go with it and do not keep it.
            const bool isOwned = (list[i].flags & FieldFlag::PlainId)
                || (other == CompanyTypeAssociation && int(i) == fields().companyTypeOfCompany)
                || (other == ContactTypeAssociation && int(i) == fields().contactTypeOfContact)
                || (table == Company && (other == Site || other == Company))
                || (table == Contact && other == Company);
            if (list[i].type != FieldType::Reference || list[i].target != table || isOwned)
                continue;
            if (records.isIndexed(int(i))) {
                if (!records.idsByReference(int(i), id).empty())
                    return true;
                continue;
            }
            const auto &all = records.records();
            if (std::any_of(all.cbegin(), all.cend(), [&](const StoredRecord &record) {
                    return records.integer(record, int(i)) == id;
                }))
                return true;
        }
    }
    return false;
}

Answer<> RecordWriter::remove(int table, int id)
{
    if (!m_store.table(table).find(id))
        return tl::unexpected(recordNotFound(table, id));
    if (table == Contact && m_store.table(Contact).find(m_context.transferContactId)) {
        std::vector<int> moving;
        const RecordTable &configurations = m_store.table(Configuration);
        for (const StoredRecord &record : configurations.records()) {
            if (configurations.integer(record, fields().configurationContact) == id)
                moving.push_back(record.id);
        }
        for (const int configuration : moving)
            setField(Configuration, configuration, fields().configurationContact,
                     qint64(m_context.transferContactId));
    }
    if (!m_context.isTrusted && isInUse(table, id)) {
        return tl::unexpected(plainError(
            409, u"Conflict"_s,
            u"%1 %2 is in use and cannot be deleted."_s.arg(QLatin1StringView(tableWords(table).title))
                .arg(id)));
    }
    if (table == Company) {
        // A deleted company stays, marked.
        RecordDraft draft = m_store.table(Company).unpack(*m_store.table(Company).find(id));
        draft.values[size_t(fields().companyDeletedFlag)] = true;
        draft.values[size_t(fields().companyDateDeleted)] = m_context.stamp.at;
        draft.values[size_t(fields().companyDeletedBy)] =
            referenceIdentifier(m_store, Member, m_context.stamp.member);
        m_store.update(Company, draft, m_context.stamp);
        return {};
    }
    removeForGood(table, id);
    return {};
}

void RecordWriter::removeForGood(int table, int id)
{
    const auto removeAll = [this](int owned, int field, int owner) {
        const std::vector<int> ids = m_store.table(owned).idsByReference(field, owner);
        for (const int each : ids)
            removeForGood(owned, each);
    };
    if (table == Company) {
        removeAll(Configuration, fields().configurationCompany, id);
        removeAll(Contact, fields().contactCompany, id);
        removeAll(Site, fields().siteCompany, id);
        removeAll(CompanyTypeAssociation, fields().companyTypeOfCompany, id);
    } else if (table == Contact) {
        removeAll(Communication, fields().itemContact, id);
        removeAll(ContactTypeAssociation, fields().contactTypeOfContact, id);
    }
    const StoredRecord *stored = m_store.table(table).find(id);
    if (!stored)
        return;
    const RecordDraft draft = m_store.table(table).unpack(*stored);
    m_store.remove(table, id);
    if (table == Communication)
        refreshPhones(int(draft.integer(fields().itemContact)));
    else if (const std::optional<Association> association = asAssociation(table))
        touch(association->ownerTable, int(draft.integer(association->owner)));
    else if (table == Contact && draft.isOn(fields().contactDefaultFlag))
        setField(Company, int(draft.integer(fields().contactCompany)), fields().companyDefaultContact, {});
}

} // namespace tandem::practicecw
