// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/autotask/atwriter.h"

#include "practice/autotask/atquery.h"
#include "practice/autotask/atschema.h"
#include "practice/autotask/attime.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tandem::practiceat {

namespace {

constexpr int udfShapeError = 54634; // the Error ID that clients saw for an object instead of an array
constexpr size_t maxLocations = 5000;
constexpr int maxActiveCategories = 200;

/** A flag that only one of a company's records, or of all, has at a time. */
struct Primary {
    int table;
    int flag;
    int scope; ///< field of the company, or -1
    bool mustBe; ///< one of them has it always
};

std::optional<Primary> primaryOf(int table)
{
    switch (table) {
    case CompanyLocation:
        return Primary{table, fields().locationIsPrimary, fields().locationCompany, true};
    case Contact:
        return Primary{table, fields().contactIsPrimary, fields().contactCompany, false};
    case Country:
        return Primary{table, fields().countryIsDefault, -1, true};
    default:
        return std::nullopt;
    }
}

/** The field that says which company a record belongs to, or -1. */
int companyField(int table)
{
    switch (table) {
    case CompanyLocation:
        return fields().locationCompany;
    case Contact:
        return fields().contactCompany;
    case ConfigurationItem:
        return fields().itemCompany;
    default:
        return -1;
    }
}

QString fieldName(const FieldSpec &field)
{
    return QString::fromLatin1(field.name);
}

QString jsonText(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2));
}

bool isBlank(const FieldValue &value)
{
    const auto *text = std::get_if<QByteArray>(&value);
    return value.index() == 0 || (text && text->isEmpty());
}

using Read = tl::expected<FieldValue, QString>;

Read unexpectedCharacter(const QJsonValue &value)
{
    return tl::unexpected(
        u"Unexpected character encountered while parsing value: %1."_s.arg(jsonText(value).left(1)));
}

Read readInteger(const FieldSpec &field, const QJsonValue &value)
{
    const bool isLong = (field.flags & AtFlag::Long) != 0;
    qint64 number = 0;
    bool ok = false;
    if (value.isString()) {
        number = value.toString().trimmed().toLongLong(&ok);
        if (!ok)
            return tl::unexpected(u"Could not convert string to integer: %1."_s.arg(value.toString()));
    } else {
        number = jsonText(value).toLongLong(&ok);
        if (!ok)
            return tl::unexpected(u"Input string '%1' is not a valid integer."_s.arg(jsonText(value)));
    }
    if (!isLong && number != qint64(qint32(number)))
        return tl::unexpected(u"JSON integer %1 is too large or small for an Int32."_s.arg(number));
    return FieldValue(number);
}

Read readBoolean(const QJsonValue &value)
{
    if (value.isBool())
        return FieldValue(value.toBool());
    if (value.isDouble())
        return FieldValue(value.toDouble() != 0);
    const QString word = value.toString().trimmed().toLower();
    if (word == "true"_L1 || word == "false"_L1)
        return FieldValue(word == "true"_L1);
    return tl::unexpected(u"Could not convert string to boolean: %1."_s.arg(value.toString()));
}

Read readNumber(const QJsonValue &value)
{
    bool ok = false;
    const double number = value.isString() ? value.toString().toDouble(&ok) : value.toDouble();
    if (value.isString() && !ok)
        return tl::unexpected(u"Could not convert string to double: %1."_s.arg(value.toString()));
    return FieldValue(number);
}

/** A member of the body as the field keeps it, converted as generously as .NET does; the error is its
 * sentence. */
Read readValue(const FieldSpec &field, const QJsonValue &value)
{
    if (value.isNull())
        return FieldValue();
    const bool isText = field.type == FieldType::Text;
    const bool takesBoolean = isText || field.type == FieldType::Boolean;
    if (value.isObject() || value.isArray() || (value.isBool() && !takesBoolean))
        return unexpectedCharacter(value);
    if (!isText && value.isString() && value.toString().trimmed().isEmpty())
        return FieldValue();
    switch (field.type) {
    case FieldType::Text:
        return FieldValue(value.isString() ? value.toString().toUtf8() : jsonText(value).toUtf8());
    case FieldType::Integer:
    case FieldType::Reference:
        return readInteger(field, value);
    case FieldType::Boolean:
        return readBoolean(value);
    case FieldType::Number:
        return readNumber(value);
    case FieldType::DateTime: {
        const QString text = value.toString();
        const std::optional<qint64> moment =
            field.flags & AtFlag::DateOnly ? readDay(text) : readMoment(text);
        if (!moment)
            return tl::unexpected(u"Could not convert string to DateTime: %1."_s.arg(text));
        return FieldValue(*moment);
    }
    case FieldType::Json:
        break;
    }
    return FieldValue();
}

bool isWritable(const FieldSpec &field, RecordWriter::Mode mode)
{
    if (field.flags & FieldFlag::ReadOnly)
        return false;
    return mode == RecordWriter::Mode::Create || !(field.flags & AtFlag::CreateOnly);
}

} // namespace

RecordWriter::RecordWriter(RecordStore &store, const Picklists &picklists, const WriteContext &context)
    : m_store(store)
    , m_picklists(picklists)
    , m_context(context)
{
}

Answer<int> RecordWriter::create(int table, const QJsonObject &body)
{
    const RecordTable &records = m_store.table(table);
    const QJsonValue id = member(body, "id"_L1);
    if (m_context.parent >= 0 && id.isString())
        return tl::unexpected(conversionError(
            u"Error converting value %1 to type 'System.Int64'."_s.arg(jsonText(id)), u"id"_s));
    Change change{table, Mode::Create, records.emptyDraft(),
                  std::vector<bool>(records.spec().fields.size(), true)};
    Answer<> step = readBody(change, body);
    if (step) {
        fillDefaults(change);
        step = validate(change);
    }
    if (!step)
        return tl::unexpected(step.error());
    commit(change);
    return change.draft.id;
}

Answer<int> RecordWriter::update(int table, Mode mode, const QJsonObject &body)
{
    const RecordTable &records = m_store.table(table);
    const std::span<const FieldSpec> specs = records.spec().fields;
    static constexpr FieldSpec idField{"id", FieldType::Integer, 0, -1, AtFlag::Long};
    const QJsonValue given = member(body, "id"_L1);
    const Read id = readValue(idField, given.isUndefined() ? QJsonValue() : given);
    if (!id)
        return tl::unexpected(conversionError(id.error(), u"id"_s));
    if (isBlank(*id))
        return tl::unexpected(
            refusal({missingValue(u"id"_s), u"Error updating entity for record number [1]."_s}));
    const StoredRecord *stored = records.find(int(std::get<qint64>(*id)));
    const ChildSpec *child = childSpec(table);
    const bool isElsewhere = stored && child && m_context.parent >= 0
        && records.integer(*stored, records.field(child->parentField)) != m_context.parent;
    if (!stored || isElsewhere)
        return tl::unexpected(
            refusal({noMatch("update"_L1), u"Error updating entity for record number [1]."_s}));

    Change change{table, mode, records.unpack(*stored), std::vector<bool>(specs.size(), false)};
    for (size_t i = 0; mode == Mode::Replace && i < specs.size(); ++i) {
        if (!isWritable(specs[i], mode))
            continue;
        change.draft.values[i] = FieldValue();
        change.touched[i] = true;
    }
    Answer<> step = readBody(change, body);
    if (step)
        step = validate(change);
    if (!step)
        return tl::unexpected(step.error());
    commit(change);
    return change.draft.id;
}

Answer<int> RecordWriter::remove(int table, int id)
{
    const RecordTable &records = m_store.table(table);
    const StoredRecord *stored = records.find(id);
    const ChildSpec *child = childSpec(table);
    const bool isElsewhere = stored && child && m_context.parent >= 0
        && records.integer(*stored, records.field(child->parentField)) != m_context.parent;
    if (!stored || isElsewhere)
        return tl::unexpected(refusal({noMatch("delete"_L1)}));
    if (isInUse(table, id))
        return tl::unexpected(refusal({u"This %1 cannot be deleted because it is in use."_s.arg(
            QLatin1StringView(entity(table).name))}));
    m_store.remove(table, id);
    return id;
}

void RecordWriter::removeForGood(int table, int id)
{
    if (table == Company) {
        for (const int owned : {ConfigurationItem, Contact, CompanyLocation}) {
            const std::vector<int> ids = m_store.table(owned).idsByReference(companyField(owned), id);
            for (const int item : ids)
                removeForGood(owned, item);
        }
    }
    clearReferences(table, id);
    m_store.remove(table, id);
}

// What the entity does not have is passed over without a word, and so is what only the server writes.
Answer<> RecordWriter::readBody(Change &change, const QJsonObject &body) const
{
    const RecordTable &records = m_store.table(change.table);
    const ChildSpec *child = childSpec(change.table);
    const int parentField = child && m_context.parent >= 0 ? records.field(child->parentField) : -1;
    for (auto it = body.begin(); it != body.end(); ++it) {
        const int field = records.fieldIgnoringCase(it.key().toUtf8());
        if (field < 0)
            continue;
        const FieldSpec &spec = records.spec().fields[size_t(field)];
        if (spec.flags & AtFlag::UserDefined) {
            const Answer<> read = readUserDefined(change, field, it.value());
            if (!read)
                return read;
            continue;
        }
        const Read value = readValue(spec, it.value());
        if (!value)
            return tl::unexpected(conversionError(value.error(), it.key()));
        if (field == parentField || (!m_context.isTrusted && !isWritable(spec, change.mode)))
            continue;
        change.draft.values[size_t(field)] = *value;
        change.touched[size_t(field)] = true;
    }
    if (parentField >= 0)
        change.draft.values[size_t(parentField)] = qint64(m_context.parent);
    return {};
}

Answer<> RecordWriter::readUserDefined(Change &change, int field, const QJsonValue &value) const
{
    if (value.isNull())
        return {};
    if (!value.isArray())
        return tl::unexpected(unexpectedError(udfShapeError));
    const std::vector<UserDefinedField> udfs = userDefinedFields(m_store, change.table);
    FieldValue &kept = change.draft.values[size_t(field)];
    const auto *bytes = std::get_if<QByteArray>(&kept);
    QJsonObject values = bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    for (const QJsonValue &item : value.toArray()) {
        const QJsonObject object = item.toObject();
        const UserDefinedField *udf = findByName(udfs, member(object, "name"_L1).toString());
        if (!udf)
            continue;
        const QString key = QString::number(udf->id);
        const QJsonValue given = member(object, "value"_L1);
        const QString text = given.toVariant().toString();
        if (!m_context.isTrusted)
            checkUserDefined(change, *udf, text);
        if (text.isEmpty())
            values.remove(key);
        else
            values.insert(key, text);
    }
    kept = values.isEmpty() ? FieldValue() : FieldValue(QJsonDocument(values).toJson(QJsonDocument::Compact));
    return {};
}

void RecordWriter::checkUserDefined(Change &change, const UserDefinedField &udf, const QString &value) const
{
    bool isNumber = false;
    [[maybe_unused]] const double number = value.toDouble(&isNumber);
    if (udf.isProtected)
        change.errors.append(
            u"The logged in Resource does not have the permission to edit the protected field %1."_s.arg(
                udf.name));
    else if (value.isEmpty())
        return;
    else if (udf.maxLength() > 0 && value.size() > udf.maxLength())
        change.errors.append(tooLong(udf.name));
    else if ((udf.dataType == NumberValue && !isNumber) || (udf.dataType == DateValue && !readMoment(value))
             || (udf.dataType == ListValue
                 && std::none_of(udf.choices.begin(), udf.choices.end(), [&](const auto &choice) {
                        return choice.isActive && choice.value == value;
                    })))
        change.errors.append(noSuchValue(udf.name));
}

PracticeResponse RecordWriter::conversionError(const QString &message, const QString &name) const
{
    // Where the parser stood when it had read the member's name and the colon after it.
    const QByteArray quoted = '"' + name.toUtf8() + '"';
    const qsizetype at = m_context.body.indexOf(quoted);
    const qsizetype colon = at < 0 ? -1 : m_context.body.indexOf(':', at + quoted.size());
    const QByteArrayView before = QByteArrayView(m_context.body).first(colon + 1);
    const qsizetype line = before.count('\n') + 1;
    return refusal({u"%1 Path '%2', line %3, position %4."_s.arg(message, name)
                        .arg(line)
                        .arg(before.size() - before.lastIndexOf('\n') - 1)});
}

void RecordWriter::fillDefaults(Change &change) const
{
    const std::span<const FieldSpec> specs = m_store.table(change.table).spec().fields;
    std::vector<FieldValue> &values = change.draft.values;
    for (size_t i = 0; i < specs.size(); ++i) {
        const FieldSpec &field = specs[i];
        const bool isOpen = values[i].index() == 0
            && (m_context.isTrusted || !(field.flags & (FieldFlag::Required | FieldFlag::ReadOnly)));
        if (isOpen && field.type == FieldType::Boolean)
            values[i] = (field.flags & FieldFlag::OnByDefault) != 0;
    }
    const FieldNumbers &f = fields();
    const auto fill = [&values](int field, qint64 value) {
        if (values[size_t(field)].index() == 0)
            values[size_t(field)] = value;
    };
    const auto fillFlagged = [&](int field, int table, int flag) {
        for (const StoredRecord &record : m_store.table(table).records()) {
            if (m_store.table(table).integer(record, flag) != 0)
                fill(field, record.id);
        }
    };
    if (change.table == Company)
        fillFlagged(f.companyCategory, CompanyCategory, f.companyCategoryIsDefault);
    if (change.table == ConfigurationItem) {
        fillFlagged(f.itemCategory, ConfigurationItemCategory, f.categoryIsDefault);
        fill(f.itemInstallDate, QDateTime(m_context.now.date(), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
    }
    if (m_context.isTrusted && change.table == Contact)
        fill(f.contactIsActive, 1);

    const int udfField = userDefinedField(change.table);
    if (udfField < 0)
        return;
    FieldValue &kept = values[size_t(udfField)];
    const auto *bytes = std::get_if<QByteArray>(&kept);
    QJsonObject given = bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    for (const UserDefinedField &udf : userDefinedFields(m_store, change.table)) {
        const QString key = QString::number(udf.id);
        if (!udf.defaultValue.isEmpty() && !given.contains(key))
            given.insert(key, udf.defaultValue);
    }
    if (!given.isEmpty())
        kept = QJsonDocument(given).toJson(QJsonDocument::Compact);
}

Answer<> RecordWriter::validate(Change &change) const
{
    const std::span<const FieldSpec> specs = m_store.table(change.table).spec().fields;
    for (int i = 0; i < int(specs.size()); ++i) {
        if (change.touched[size_t(i)] && !(specs[size_t(i)].flags & FieldFlag::ReadOnly))
            validateField(change, i);
    }
    const FieldNumbers &f = fields();
    const RecordDraft &draft = change.draft;
    switch (m_context.isTrusted ? -1 : change.table) {
    case Company:
        if (change.mode != Mode::Create && draft.has(f.companyParent)
            && draft.integer(f.companyParent) == draft.id)
            change.errors.append(noSuchReference(u"parentCompanyID"_s, entity(Company).name));
        break;
    case Contact:
        validateBelonging(change, f.contactLocation, CompanyLocation, f.locationCompany,
                          int(draft.integer(f.contactCompany)));
        break;
    case ConfigurationItem: {
        const auto company = int(draft.integer(f.itemCompany));
        validateBelonging(change, f.itemLocation, CompanyLocation, f.locationCompany, company);
        validateBelonging(change, f.itemContact, Contact, f.contactCompany, company);
        break;
    }
    case ConfigurationItemType:
        validateUnique(change, f.typeName, -1);
        break;
    case UdfDefinition:
        validateUnique(change, f.udfName, f.udfType);
        break;
    case UdfListItem:
        validateUnique(change, f.listItemDisplay, f.listItemDefinition);
        validateUnique(change, f.listItemExport, f.listItemDefinition);
        break;
    default:
        break;
    }
    if (!m_context.isTrusted)
        validateAmounts(change);
    const int owner = companyField(change.table);
    if (!m_context.isTrusted && m_context.quirks.testFlag(Quirk::InactiveCompanyIsClosed) && owner >= 0) {
        const RecordTable &companies = m_store.table(Company);
        const StoredRecord *company = companies.find(int(draft.integer(owner)));
        if (company && !isActive(companies, *company))
            change.errors.append(noSuchReference(u"companyID"_s, entity(Company).name));
    }
    if (change.errors.isEmpty())
        return {};
    change.errors.removeDuplicates();
    change.errors.append(change.mode == Mode::Create ? u"Error creating entity for record number [1]."_s
                                                     : u"Error updating entity for record number [1]."_s);
    return tl::unexpected(refusal(change.errors));
}

void RecordWriter::validateField(Change &change, int field) const
{
    const FieldSpec &spec = m_store.table(change.table).spec().fields[size_t(field)];
    const FieldValue &value = change.draft.values[size_t(field)];
    const bool isOwner = field == companyField(change.table);
    if (isBlank(value)) {
        if ((spec.flags & FieldFlag::Required) && (!m_context.isTrusted || isOwner))
            change.errors.append(missingValue(fieldName(spec)));
        return;
    }
    if (spec.type == FieldType::Reference) {
        validateReference(change, field);
        return;
    }
    if (m_context.isTrusted)
        return;
    const auto *number = std::get_if<qint64>(&value);
    const auto *text = std::get_if<QByteArray>(&value);
    if (text && spec.maxLength > 0 && QString::fromUtf8(*text).size() > spec.maxLength)
        change.errors.append(tooLong(fieldName(spec)));
    if (number && (spec.flags & AtFlag::Picklist) && !m_picklists.isOffered(change.table, field, *number))
        change.errors.append(noSuchValue(fieldName(spec)));
    if (number && change.table == Contact && field == fields().contactIsActive && *number != 0
        && *number != 1)
        change.errors.append(noSuchValue(fieldName(spec)));
}

void RecordWriter::validateReference(Change &change, int field) const
{
    const FieldSpec &spec = m_store.table(change.table).spec().fields[size_t(field)];
    const qint64 id = change.draft.integer(field);
    const StoredRecord *target = id == qint64(int(id)) ? m_store.table(spec.target).find(int(id)) : nullptr;
    if (!target && id == 0)
        change.errors.append(noSuchValue(fieldName(spec)));
    else if (!target || (!m_context.isTrusted && !mayRefer(change, field, *target)))
        change.errors.append(noSuchReference(fieldName(spec), entity(spec.target).name));
}

bool RecordWriter::mayRefer(const Change &change, int field, const StoredRecord &target) const
{
    const FieldNumbers &f = fields();
    const int number = m_store.table(change.table).spec().fields[size_t(field)].target;
    const RecordTable &records = m_store.table(number);
    // The company in the path is another matter: no source says that it must be active.
    const ChildSpec *child = childSpec(change.table);
    const bool isParent = child && m_store.table(change.table).field(child->parentField) == field;
    if (!isParent && !isActive(records, target))
        return false;
    if (change.table == Company && field == f.companyOwner)
        return records.integer(target, f.resourceLicenseType) != apiOnlyLicense;
    if (change.table == Product && field == f.productBillingCode)
        return records.integer(target, f.billingCodeUseType) == materialUseType;
    if (change.table == ConfigurationItem && field == f.itemVendor)
        return records.integer(target, f.companyType) == vendorCompanyType;
    if (change.table == ConfigurationItem && field == f.itemParent)
        return target.id != change.draft.id;
    return true;
}

void RecordWriter::validateBelonging(Change &change, int field, int target, int ownerField, int owner) const
{
    const StoredRecord *record = m_store.table(target).find(int(change.draft.integer(field)));
    if (!change.touched[size_t(field)] || !record
        || m_store.table(target).integer(*record, ownerField) == owner)
        return;
    const FieldSpec &spec = m_store.table(change.table).spec().fields[size_t(field)];
    change.errors.append(noSuchReference(fieldName(spec), entity(target).name));
}

void RecordWriter::validateUnique(Change &change, int field, int scope) const
{
    const RecordTable &records = m_store.table(change.table);
    const QString wanted = change.draft.text(field);
    if (!change.touched[size_t(field)] || wanted.isEmpty())
        return;
    for (const int id : siblings(change.table, scope, change.draft)) {
        const bool isSelf = change.mode != Mode::Create && id == change.draft.id;
        if (!isSelf && records.text(*records.find(id), field).compare(wanted, Qt::CaseInsensitive) == 0) {
            change.errors.append(duplicateName(entity(change.table).name,
                                               fieldName(records.spec().fields[size_t(field)]), wanted));
            return;
        }
    }
}

void RecordWriter::validateAmounts(Change &change) const
{
    const FieldNumbers &f = fields();
    const RecordTable &records = m_store.table(change.table);
    const auto countActive = [&](int scope) {
        const std::vector<int> ids = siblings(change.table, scope, change.draft);
        return std::count_if(ids.begin(), ids.end(), [&](int id) {
            return id != change.draft.id && isActive(records, *records.find(id));
        });
    };
    if (change.table == CompanyLocation && change.mode == Mode::Create
        && siblings(CompanyLocation, f.locationCompany, change.draft).size() >= maxLocations)
        change.errors.append(u"A Company may have no more than %1 CompanyLocations."_s.arg(maxLocations));
    if (change.table == ConfigurationItemCategory && change.draft.isOn(f.categoryIsActive)
        && countActive(-1) >= maxActiveCategories)
        change.errors.append(
            u"No more than %1 ConfigurationItemCategories may be active."_s.arg(maxActiveCategories));
    if (change.table == UdfDefinition && change.draft.isOn(f.udfIsActive)) {
        for (int table = 0; table < routedTables; ++table) {
            const EntitySpec &owner = entity(table);
            if (owner.udfType != 0 && owner.udfType == change.draft.integer(f.udfType)
                && countActive(f.udfType) >= owner.udfLimit)
                change.errors.append(u"No more than %1 user-defined fields of a %2 may be active."_s.arg(
                    QString::number(owner.udfLimit), QLatin1StringView(owner.name)));
        }
    }
}

void RecordWriter::commit(Change &change)
{
    settlePrimary(change);
    stamp(change);
    const RecordStamp by{m_context.now.toSecsSinceEpoch(), m_context.resource};
    if (change.mode == Mode::Create)
        change.draft.id = m_store.insert(change.table, change.draft, by);
    else
        m_store.update(change.table, change.draft, by);
    clearOtherPrimaries(change);
    if (change.table == Company && change.mode == Mode::Create
        && !m_context.quirks.testFlag(Quirk::NoFirstLocation))
        addFirstLocation(change);
}

void RecordWriter::stamp(Change &change) const
{
    const FieldNumbers &f = fields();
    const qint64 now = m_context.now.toMSecsSinceEpoch();
    const bool isNew = change.mode == Mode::Create;
    // What the control door has set by hand stays as it was set.
    const auto set = [&](int field, qint64 value, bool isWanted = true) {
        const bool isGiven = m_context.isTrusted && change.touched[size_t(field)] && change.draft.has(field);
        if (isWanted && !isGiven)
            change.draft.values[size_t(field)] = value;
    };
    switch (change.table) {
    case Company:
        set(f.companyCreateDate, now, isNew);
        set(f.companyCreator, m_context.resource, isNew);
        set(f.companyLastActivity, now);
        set(f.companyLastModified, now);
        break;
    case Contact:
        set(f.contactCreateDate, now, isNew);
        set(f.contactLastActivity, now);
        set(f.contactLastModified, now);
        break;
    case ConfigurationItem:
        set(f.itemCreateDate, now, isNew);
        set(f.itemCreator, m_context.resource, isNew);
        set(f.itemLastModified, now);
        set(f.itemLastActivityPerson, m_context.resource);
        set(f.itemLastActivityPersonType, resourcePersonType);
        break;
    case Product:
        set(f.productCreatedTime, now, isNew);
        set(f.productCreator, m_context.resource, isNew);
        break;
    case UdfDefinition:
        set(f.udfCreateDate, now, isNew);
        break;
    case UdfListItem:
        set(f.listItemCreateDate, now, isNew);
        break;
    default:
        break; // no date of change of any kind
    }
}

// The only way to take a flag that somebody must have from its holder is to give it to another.
void RecordWriter::settlePrimary(Change &change) const
{
    const std::optional<Primary> primary = primaryOf(change.table);
    if (!primary || !primary->mustBe || change.draft.isOn(primary->flag))
        return;
    const RecordTable &records = m_store.table(change.table);
    const std::vector<int> ids = siblings(change.table, primary->scope, change.draft);
    const bool isOthers = std::any_of(ids.begin(), ids.end(), [&](int id) {
        return id != change.draft.id && records.integer(*records.find(id), primary->flag) != 0;
    });
    if (!isOthers)
        change.draft.values[size_t(primary->flag)] = true;
}

void RecordWriter::clearOtherPrimaries(const Change &change)
{
    const std::optional<Primary> primary = primaryOf(change.table);
    if (!primary || !change.draft.isOn(primary->flag))
        return;
    const RecordTable &records = m_store.table(change.table);
    for (const int id : siblings(change.table, primary->scope, change.draft)) {
        if (id != change.draft.id && records.integer(*records.find(id), primary->flag) != 0)
            setField(change.table, id, primary->flag, false);
    }
}

// Later the two addresses go their own ways.
void RecordWriter::addFirstLocation(const Change &company)
{
    const FieldNumbers &f = fields();
    const RecordDraft &source = company.draft;
    RecordDraft draft = m_store.table(CompanyLocation).emptyDraft();
    const auto set = [&draft](const char *name, const FieldValue &value) {
        draft.values[size_t(fieldNumber(CompanyLocation, name))] = value;
    };
    set("companyID", qint64(source.id));
    set("name", QByteArrayLiteral("Primary Location"));
    for (const auto &[name, field] :
         {std::pair{"address1", f.companyAddress1}, std::pair{"address2", f.companyAddress2},
          std::pair{"city", f.companyCity}, std::pair{"state", f.companyState},
          std::pair{"postalCode", f.companyPostalCode}, std::pair{"countryID", f.companyCountry},
          std::pair{"phone", f.companyPhone}, std::pair{"fax", f.companyFax}}) {
        const int at = fieldNumber(CompanyLocation, name);
        const int limit = m_store.table(CompanyLocation).spec().fields[size_t(at)].maxLength;
        const FieldValue &value = source.values[size_t(field)];
        set(name,
            limit > 0 && value.index() != 0 ? FieldValue(source.text(field).left(limit).toUtf8()) : value);
    }
    set("isActive", true);
    set("isPrimary", true);
    set("isTaxExempt", false);
    set("overrideCompanyTaxSettings", false);
    m_store.insert(CompanyLocation, draft, {m_context.now.toSecsSinceEpoch(), m_context.resource});
}

std::vector<int> RecordWriter::siblings(int table, int scope, const RecordDraft &draft) const
{
    const RecordTable &records = m_store.table(table);
    if (scope >= 0 && records.isIndexed(scope))
        return records.idsByReference(scope, int(draft.integer(scope)));
    std::vector<int> ids;
    for (const StoredRecord &record : records.records()) {
        if (scope < 0 || records.integer(record, scope) == draft.integer(scope))
            ids.push_back(record.id);
    }
    return ids;
}

bool RecordWriter::isInUse(int table, int id) const
{
    const FieldNumbers &f = fields();
    const auto isUsed = [&](int user, int field) {
        const RecordTable &records = m_store.table(user);
        if (records.isIndexed(field))
            return !records.idsByReference(field, id).empty();
        const auto &all = records.records();
        return std::any_of(all.begin(), all.end(),
                           [&](const StoredRecord &record) { return records.integer(record, field) == id; });
    };
    const RecordTable &records = m_store.table(table);
    const std::optional<Primary> primary = primaryOf(table);
    if (primary && records.integer(*records.find(id), primary->flag) != 0)
        return true;
    switch (table) {
    case CompanyLocation:
        return isUsed(Contact, f.contactLocation) || isUsed(ConfigurationItem, f.itemLocation);
    case Contact:
        return isUsed(ConfigurationItem, f.itemContact) || isUsed(ConfigurationItem, f.itemInstaller);
    case ConfigurationItemType:
        return isUsed(ConfigurationItem, f.itemType);
    default:
        return false;
    }
}

void RecordWriter::clearReferences(int table, int id)
{
    for (int user = 0; user < routedTables; ++user) {
        const RecordTable &records = m_store.table(user);
        const std::span<const FieldSpec> specs = records.spec().fields;
        for (int field = 0; field < int(specs.size()); ++field) {
            const bool isType =
                table == ConfigurationItemType && user == ConfigurationItem && field == fields().itemType;
            if (!isType
                && (specs[size_t(field)].type != FieldType::Reference
                    || specs[size_t(field)].target != table))
                continue;
            std::vector<int> ids;
            if (records.isIndexed(field)) {
                ids = records.idsByReference(field, id);
            } else {
                for (const StoredRecord &record : records.records()) {
                    PackedCursor cursor(records.spec(), record.packed);
                    if (cursor.seek(field) && cursor.integer() == id)
                        ids.push_back(record.id);
                }
            }
            for (const int one : ids)
                setField(user, one, field, {});
        }
    }
}

void RecordWriter::setField(int table, int id, int field, const FieldValue &value)
{
    const StoredRecord &record = *m_store.table(table).find(id);
    RecordDraft draft = m_store.table(table).unpack(record);
    draft.values[size_t(field)] = value;
    m_store.update(table, draft, record.updated);
}

} // namespace tandem::practiceat
