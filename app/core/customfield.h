// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/field.h"

#include <QList>
#include <QString>

namespace tandem {

/** A field that an Administrator added to a kind. It is described in the database; its values are kept with
 * the records. */
struct CustomField {
    qint64 id = 0;
    AssetKind kind = AssetKind::Organization;
    QString label;
    FieldType type = FieldType::Text; ///< Text, LongText, Date or Boolean

    /** Its field id, "custom_7". */
    [[nodiscard]] QString name() const;

    bool operator==(const CustomField &) const = default;
};

/** Whether a field id is one of a custom field, known or not. */
[[nodiscard]] bool isCustomFieldName(const QString &name);
/** 0 when it is none. */
[[nodiscard]] qint64 customFieldId(const QString &name);

/** "text", "long_text", "date", "boolean": the word in the database and on the command line. */
[[nodiscard]] QString customFieldTypeName(FieldType type);
[[nodiscard]] std::optional<FieldType> customFieldTypeFromName(const QString &name);

/**
 * The custom fields of the profile, which `findField` and `allFieldsOf` answer from now on. The store tells
 * them when it opens the database and when they change. Any thread may call.
 */
void setCustomFields(const QList<CustomField> &fields);
/** nullptr when the kind has no such custom field. The pointer lives as long as the program. */
[[nodiscard]] const FieldDescription *findCustomField(AssetKind kind, const QString &name);
/** The custom fields of a kind, by their label. */
[[nodiscard]] QList<const FieldDescription *> customFieldsOf(AssetKind kind);

} // namespace tandem
