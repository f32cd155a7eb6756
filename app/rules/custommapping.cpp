// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/custommapping.h"

#include "core/customfield.h"
#include "core/field.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TypeWords {
    const char *name;
    const char *title;
};

constexpr std::array typeWords{
    TypeWords{"text", QT_TRANSLATE_NOOP("tandem::TenantField", "text")},
    TypeWords{"long_text", QT_TRANSLATE_NOOP("tandem::TenantField", "text of several lines")},
    TypeWords{"number", QT_TRANSLATE_NOOP("tandem::TenantField", "number")},
    TypeWords{"date", QT_TRANSLATE_NOOP("tandem::TenantField", "date")},
    TypeWords{"flag", QT_TRANSLATE_NOOP("tandem::TenantField", "yes or no")},
    TypeWords{"choice", QT_TRANSLATE_NOOP("tandem::TenantField", "choice")},
    TypeWords{"other", QT_TRANSLATE_NOOP("tandem::TenantField", "something else")},
};
static_assert(typeWords.size() == size_t(TenantFieldType::Count));

TenantFieldType typeFromName(const QString &name)
{
    const auto word = std::find_if(typeWords.begin(), typeWords.end(), [&](const TypeWords &each) {
        return name == QLatin1StringView(each.name);
    });
    return word == typeWords.end() ? TenantFieldType::Other : TenantFieldType(word - typeWords.begin());
}

struct Wire {
    WireShape shape;
    NormalForm normal;
};

Wire wireOf(TenantFieldType type)
{
    switch (type) {
    case TenantFieldType::Text:
    case TenantFieldType::Choice:
    case TenantFieldType::Other:
    case TenantFieldType::Count:
        break;
    case TenantFieldType::LongText:
        return {WireShape::Text, NormalForm::LongText};
    case TenantFieldType::Number:
        return {WireShape::Number, NormalForm::Number};
    case TenantFieldType::Date:
        return {WireShape::Date, NormalForm::Date};
    case TenantFieldType::Flag:
        return {WireShape::Flag, NormalForm::Flag};
    }
    return {WireShape::Text, NormalForm::Text};
}

} // namespace

QString tenantFieldTypeName(TenantFieldType type)
{
    return QString::fromLatin1(typeWords.at(size_t(type)).name);
}

QString tenantFieldTypeTitle(TenantFieldType type)
{
    return QCoreApplication::translate("tandem::TenantField", typeWords.at(size_t(type)).title);
}

std::optional<FieldType> TenantField::fieldType() const
{
    switch (type) {
    case TenantFieldType::Text:
    case TenantFieldType::Number:
    case TenantFieldType::Choice:
        return FieldType::Text;
    case TenantFieldType::LongText:
        return FieldType::LongText;
    case TenantFieldType::Date:
        return FieldType::Date;
    case TenantFieldType::Flag:
        return FieldType::Boolean;
    case TenantFieldType::Other:
    case TenantFieldType::Count:
        break;
    }
    return std::nullopt;
}

QLatin1StringView customFieldPlace(Platform platform)
{
    return platform == Platform::Autotask ? "userDefinedFields."_L1 : "customFields."_L1;
}

MappedField CustomMapping::mappedField(Platform platform) const
{
    Wire wire = wireOf(tenant.type);
    // ConnectWise keeps no line breaks (connectwise.md, "Dates and text").
    if (wire.normal == NormalForm::LongText && platform == Platform::ConnectWise)
        wire.normal = NormalForm::OneLine;
    return {.field = field,
            .remote = customFieldPlace(platform) + tenant.remote,
            .shape = wire.shape,
            .direction = direction,
            .normal = wire.normal,
            .maxLength = tenant.maxLength,
            .customType = tenant.fieldType().value_or(FieldType::Text),
            .title = tenant.title,
            .choices = tenant.choices};
}

QString directionName(Direction direction)
{
    switch (direction) {
    case Direction::Both:
        return u"both"_s;
    case Direction::In:
        return u"in"_s;
    case Direction::Out:
        return u"out"_s;
    }
    return {};
}

std::optional<Direction> directionFromName(const QString &name)
{
    for (const Direction direction : {Direction::Both, Direction::In, Direction::Out}) {
        if (directionName(direction) == name)
            return direction;
    }
    return std::nullopt;
}

QJsonArray customMappingsToJson(const QList<CustomMapping> &mappings)
{
    QJsonArray array;
    for (const CustomMapping &each : mappings) {
        array.append(QJsonObject{{u"kind"_s, kindName(each.kind)},
                                 {u"field"_s, each.field},
                                 {u"remote"_s, each.tenant.remote},
                                 {u"title"_s, each.tenant.title},
                                 {u"type"_s, tenantFieldTypeName(each.tenant.type)},
                                 {u"max_length"_s, each.tenant.maxLength},
                                 {u"choices"_s, QJsonArray::fromStringList(each.tenant.choices)},
                                 {u"read_only"_s, each.tenant.isReadOnly},
                                 {u"direction"_s, directionName(each.direction)},
                                 {u"gone"_s, each.isGone}});
    }
    return array;
}

QList<CustomMapping> customMappingsFromJson(const QJsonArray &array)
{
    QList<CustomMapping> mappings;
    for (const QJsonValue &item : array) {
        const QJsonObject line = item.toObject();
        const auto kind = kindFromName(line.value("kind"_L1).toString());
        const auto direction = directionFromName(line.value("direction"_L1).toString());
        const QString field = line.value("field"_L1).toString();
        if (!kind || !direction || !isCustomFieldName(field))
            continue;
        QStringList choices;
        for (const QJsonValue &choice : line.value("choices"_L1).toArray())
            choices.append(choice.toString());
        mappings.append({.kind = *kind,
                         .field = field,
                         .tenant = {.remote = line.value("remote"_L1).toString(),
                                    .title = line.value("title"_L1).toString(),
                                    .type = typeFromName(line.value("type"_L1).toString()),
                                    .maxLength = line.value("max_length"_L1).toInt(),
                                    .choices = choices,
                                    .isReadOnly = line.value("read_only"_L1).toBool()},
                         .direction = *direction,
                         .isGone = line.value("gone"_L1).toBool()});
    }
    return mappings;
}

QList<CustomMapping> refreshedMappings(QList<CustomMapping> mappings,
                                       const QHash<AssetKind, QList<TenantField>> &fields)
{
    for (CustomMapping &each : mappings) {
        const auto asked = fields.constFind(each.kind);
        if (asked == fields.constEnd())
            continue;
        const auto now = std::find_if(asked->begin(), asked->end(), [&](const TenantField &field) {
            return field.remote == each.tenant.remote;
        });
        each.isGone = now == asked->end() || now->fieldType() != each.tenant.fieldType();
        if (!each.isGone)
            each.tenant = *now;
    }
    return mappings;
}

} // namespace tandem
