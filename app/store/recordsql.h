// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/field.h"
#include "core/result.h"

#include <QJsonValue>
#include <QString>
#include <QVariant>

namespace tandem {

/** The SQL of one kind, made from `fieldsOf`; columns are in the order of the fields. */
struct KindSql {
    QString table;
    QString columns; ///< "k.name, k.organization_id, …": the table's alias is k
    QString insert; ///< the whole statement; the record's id comes first
};

/** Lives as long as the program. Any thread. */
[[nodiscard]] const KindSql &kindSql(AssetKind kind);

/** A field's value as its column holds it; `BadInput` with the field when its shape is not the one of its
 * type. */
[[nodiscard]] Result<QVariant> fieldToSql(const FieldDescription &field, const QJsonValue &value);
/** Null for a blank one. */
[[nodiscard]] QJsonValue fieldFromSql(const FieldDescription &field, const QVariant &value);

} // namespace tandem
