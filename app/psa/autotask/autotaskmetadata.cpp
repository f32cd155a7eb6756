// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/autotask/autotaskmetadata.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace tandem::autotask {

using namespace Qt::Literals::StringLiterals;

const PicklistValue *EntityField::find(const QString &value) const
{
    const auto found = std::find_if(picklist.begin(), picklist.end(),
                                    [&](const PicklistValue &each) { return each.value == value; });
    return found == picklist.end() ? nullptr : &*found;
}

Result<EntityMetadata> EntityMetadata::parse(const QJsonObject &answer)
{
    if (!answer.value("fields"_L1).isArray()) {
        return fail(ErrorCode::BadAnswer,
                    QCoreApplication::translate("tandem::AutotaskMetadata",
                                                "Autotask did not say what fields its records have."));
    }
    EntityMetadata metadata;
    for (const QJsonValue &item : answer.value("fields"_L1).toArray()) {
        const QJsonObject object = item.toObject();
        EntityField field{.name = object.value("name"_L1).toString(),
                          .length = object.value("length"_L1).toInt()};
        for (const QJsonValue &each : object.value("picklistValues"_L1).toArray()) {
            const QJsonObject value = each.toObject();
            field.picklist.append({.value = value.value("value"_L1).toVariant().toString().trimmed(),
                                   .label = value.value("label"_L1).toString().trimmed(),
                                   .isActive = value.value("isActive"_L1).toBool(true),
                                   .isDefault = value.value("isDefaultValue"_L1).toBool()});
        }
        if (!field.name.isEmpty())
            metadata.m_fields.insert(field.name.toCaseFolded(), field);
    }
    return metadata;
}

const EntityField *EntityMetadata::find(const QString &name) const
{
    const auto found = m_fields.constFind(name.toCaseFolded());
    return found == m_fields.constEnd() ? nullptr : &*found;
}

FieldLengths EntityMetadata::lengths() const
{
    FieldLengths lengths;
    for (const EntityField &field : m_fields) {
        if (field.length > 0)
            lengths.insert(field.name, field.length);
    }
    return lengths;
}

} // namespace tandem::autotask
