// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/platform.h"
#include "rules/fieldmap.h"

#include <QHash>
#include <QJsonArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tandem {

enum class FieldType : quint8;

/** What a custom field of a PSA holds. */
enum class TenantFieldType : quint8 {
    Text,
    LongText,
    Number,
    Date,
    Flag,
    Choice, ///< one of its choices
    Other, ///< what Tandem cannot hold, such as a password or a button
    Count
};

/** "text", "long_text", "number", "date", "flag", "choice", "other". */
[[nodiscard]] QString tenantFieldTypeName(TenantFieldType type);
/** Translated, for people. */
[[nodiscard]] QString tenantFieldTypeTitle(TenantFieldType type);

/** A custom field as a tenant of a PSA has it. */
struct TenantField {
    QString remote; ///< how the PSA's interface names it: an id, for Autotask its name
    QString title; ///< what people call it there
    TenantFieldType type = TenantFieldType::Text;
    int maxLength = 0; ///< characters; 0: no limit known
    QStringList choices = {}; ///< for Choice; empty: the PSA does not tell them
    bool isReadOnly = false;

    /** What a field of Tandem must hold to take its values; nothing for Other. */
    [[nodiscard]] std::optional<FieldType> fieldType() const;

    bool operator==(const TenantField &) const = default;
};

/** A custom field of Tandem that an integration maps to one of its tenant's. */
struct CustomMapping {
    AssetKind kind = AssetKind::Organization;
    QString field; ///< "custom_7"
    TenantField tenant;
    Direction direction = Direction::Both;
    bool isGone =
        false; ///< the tenant has it no longer, or holds something else in it now: it does not travel

    /** As a line of the map. Its `remote` starts with where the platform keeps such values. */
    [[nodiscard]] MappedField mappedField(Platform platform) const;

    bool operator==(const CustomMapping &) const = default;
};

/** Where a platform's records keep the values: "customFields." or "userDefinedFields.". */
[[nodiscard]] QLatin1StringView customFieldPlace(Platform platform);

/** "both", "in" or "out". */
[[nodiscard]] QString directionName(Direction direction);
[[nodiscard]] std::optional<Direction> directionFromName(const QString &name);

/** As the database keeps them; lines that are not understood are left out. */
[[nodiscard]] QJsonArray customMappingsToJson(const QList<CustomMapping> &mappings);
[[nodiscard]] QList<CustomMapping> customMappingsFromJson(const QJsonArray &array);

/**
 * The mappings after a look at what the tenant has now: titles, lengths and choices are taken over, and what
 * is no longer there, or of a type that the field cannot hold, is gone. `fields`: of the kinds that were
 * asked; others stay.
 */
[[nodiscard]] QList<CustomMapping> refreshedMappings(QList<CustomMapping> mappings,
                                                     const QHash<AssetKind, QList<TenantField>> &fields);

} // namespace tandem
