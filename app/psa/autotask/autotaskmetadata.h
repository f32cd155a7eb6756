// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "rules/fieldmap.h"

#include <QHash>
#include <QJsonObject>
#include <QString>

namespace tandem::autotask {

/** A value of a picklist. Its value is a number in records, and the same number as a text here. */
struct PicklistValue {
    QString value;
    QString label;
    bool isActive = true;
    bool isDefault = false;
};

/** A member of an entity, as this tenant has it. */
struct EntityField {
    QString name;
    int length = 0; ///< characters; 0: no text, or no limit
    QList<PicklistValue> picklist = {};

    /** nullptr when the picklist does not have it. */
    [[nodiscard]] const PicklistValue *find(const QString &value) const;
};

/** What `entityInformation/fields` tells of an entity: it differs from tenant to tenant. */
class EntityMetadata final {
public:
    [[nodiscard]] static Result<EntityMetadata> parse(const QJsonObject &answer);

    /** By name in any case, as the API takes names; nullptr when the entity has no such member. */
    [[nodiscard]] const EntityField *find(const QString &name) const;
    [[nodiscard]] FieldLengths lengths() const;

private:
    QHash<QString, EntityField> m_fields; ///< by case-folded name
};

} // namespace tandem::autotask
