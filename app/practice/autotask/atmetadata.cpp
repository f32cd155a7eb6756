// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/autotask/atmetadata.h"

#include "practice/autotask/atschema.h"
#include "practice/autotask/atudf.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tandem::practiceat {

namespace {

QString access(bool isGranted)
{
    return isGranted ? u"All"_s : u"None"_s;
}

QJsonObject picklistValue(const QString &value, const QString &label, bool isDefault, int sortOrder,
                          bool isActive, bool isSystem)
{
    return {{u"value"_s, value},         {u"label"_s, label},       {u"isDefaultValue"_s, isDefault},
            {u"sortOrder"_s, sortOrder}, {u"parentValue"_s, u""_s}, {u"isActive"_s, isActive},
            {u"isSystem"_s, isSystem}};
}

QJsonValue picklistValues(const FieldSpec &field, const std::vector<PicklistValue> &values)
{
    if (!(field.flags & AtFlag::Picklist))
        return QJsonValue::Null;
    QJsonArray list;
    for (const PicklistValue &item : values) {
        list.append(picklistValue(QString::number(item.value), item.label, item.isDefault,
                                  int(list.size()) + 1, item.isActive, item.isSystem));
    }
    return list;
}

/** What standard and user-defined fields tell of themselves alike. */
QJsonObject described(QJsonObject field, int flags)
{
    field.insert("isRequired"_L1, (flags & FieldFlag::Required) != 0);
    field.insert("isReadOnly"_L1, (flags & (FieldFlag::ReadOnly | AtFlag::CreateOnly)) != 0);
    field.insert("isQueryable"_L1, !(flags & AtFlag::NotQueryable));
    field.insert("isPickList"_L1, (flags & AtFlag::Picklist) != 0);
    field.insert("picklistParentValueField"_L1, QString());
    return field;
}

QJsonObject standardField(const FieldSpec &spec, const std::vector<PicklistValue> &values, bool hasWebhooks)
{
    const bool isReference = spec.type == FieldType::Reference;
    return described(
        {{u"name"_s, QLatin1StringView(spec.name)},
         {u"dataType"_s, QLatin1StringView(dataTypeName(spec))},
         {u"length"_s, spec.maxLength},
         {u"isReference"_s, isReference},
         {u"referenceEntityType"_s, isReference ? QString::fromLatin1(entity(spec.target).name) : QString()},
         {u"picklistValues"_s, picklistValues(spec, values)},
         {u"isSupportedWebhookField"_s, hasWebhooks && !(spec.flags & FieldFlag::ReadOnly)}},
        spec.flags);
}

QString typeName(UdfDataType type)
{
    switch (type) {
    case NumberValue:
        return u"double"_s;
    case DateValue:
        return u"datetime"_s;
    case SingleLineText:
    case MultiLineText:
    case ListValue:
        break;
    }
    return u"string"_s;
}

} // namespace

QJsonObject entityInformation(int table, bool mayWrite)
{
    const EntitySpec &spec = entity(table);
    const bool canCreate = spec.rights.canCreate;
    const bool canUpdate = spec.rights.canUpdate;
    const bool canDelete = spec.rights.canDelete;
    return {{u"info"_s,
             QJsonObject{{u"name"_s, QLatin1StringView(spec.name)},
                         {u"canCreate"_s, canCreate},
                         {u"canDelete"_s, canDelete},
                         {u"canQuery"_s, true},
                         {u"canUpdate"_s, canUpdate},
                         {u"userAccessForCreate"_s, access(canCreate && mayWrite)},
                         {u"userAccessForDelete"_s, access(canDelete && mayWrite)},
                         {u"userAccessForQuery"_s, access(true)},
                         {u"userAccessForUpdate"_s, access(canUpdate && mayWrite)},
                         {u"hasUserDefinedFields"_s, spec.udfType != 0},
                         {u"supportsWebhookCallouts"_s, spec.hasWebhooks}}}};
}

QJsonObject fieldInformation(const RecordStore &store, const Picklists &picklists, int table)
{
    static constexpr FieldSpec id{"id", FieldType::Integer, 0, -1, int(FieldFlag::ReadOnly) | AtFlag::Long};
    const bool hasWebhooks = entity(table).hasWebhooks;
    QJsonArray list{standardField(id, {}, hasWebhooks)};
    const std::span<const FieldSpec> specs = store.table(table).spec().fields;
    for (int i = 0; i < int(specs.size()); ++i) {
        if (!(specs[size_t(i)].flags & AtFlag::UserDefined))
            list.append(standardField(specs[size_t(i)], picklists.values(table, i), hasWebhooks));
    }
    return {{u"fields"_s, list}};
}

QJsonObject userDefinedInformation(const RecordStore &store, int table)
{
    QJsonArray list;
    for (const UserDefinedField &udf : userDefinedFields(store, table)) {
        int flags = udf.isRequired ? FieldFlag::Required : 0;
        flags |= udf.isProtected ? int(FieldFlag::ReadOnly) : 0;
        flags |= udf.isEncrypted ? AtFlag::NotQueryable : 0;
        flags |= udf.dataType == ListValue ? AtFlag::Picklist : 0;
        QJsonArray choices;
        for (const UserDefinedField::Choice &choice : udf.choices) {
            choices.append(picklistValue(choice.value, choice.label, choice.value == udf.defaultValue,
                                         int(choices.size()) + 1, choice.isActive, false));
        }
        QJsonObject field{
            {u"name"_s, udf.name},
            {u"label"_s, udf.name},
            {u"type"_s, typeName(udf.dataType)},
            {u"length"_s, udf.maxLength()},
            {u"isReference"_s, false},
            {u"referenceEntityType"_s, u""_s},
            {u"isSupportedWebhookField"_s, false},
            {u"description"_s, udf.description},
            {u"defaultValue"_s, udf.defaultValue.isEmpty() ? QJsonValue() : QJsonValue(udf.defaultValue)},
            {u"picklistValues"_s, udf.dataType == ListValue ? QJsonValue(choices) : QJsonValue()}};
        list.append(described(field, flags));
    }
    return {{u"fields"_s, list}};
}

} // namespace tandem::practiceat
