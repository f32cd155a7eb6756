// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/customfieldstore.h"

#include "store/database.h"
#include "store/sqlvalue.h"

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

CustomFieldStore::CustomFieldStore(Database &database)
    : m_database(database)
{
}

Result<QList<CustomField>> CustomFieldStore::all() const
{
    QList<CustomField> fields;
    const Result<void> read = m_database.read(
        u"SELECT id, kind, label, type FROM custom_field ORDER BY id"_s, {}, [&](const SqlStatement &row) {
            const auto kind = kindFromName(row.value(1).toString());
            const auto type = customFieldTypeFromName(row.value(3).toString());
            if (kind && type)
                fields.append({row.value(0).toLongLong(), *kind, row.value(2).toString(), *type});
        });
    return read ? Result<QList<CustomField>>(fields) : fail(read.error());
}

Result<CustomField> CustomFieldStore::findOrCreate(AssetKind kind, const QString &label, FieldType type)
{
    const Result<QList<CustomField>> known = all();
    if (!known)
        return fail(known.error());
    const auto found = std::find_if(known->begin(), known->end(), [&](const CustomField &each) {
        return each.kind == kind && each.type == type && each.label.compare(label, Qt::CaseInsensitive) == 0;
    });
    if (found != known->end())
        return *found;
    const Result<qint64> id =
        m_database.insert(u"INSERT INTO custom_field (kind, label, type) VALUES (?, ?, ?)"_s,
                          {kindName(kind), plainTextToSql(label), customFieldTypeName(type)});
    if (!id)
        return fail(id.error());
    return CustomField{*id, kind, label, type};
}

Result<void> CustomFieldStore::publish() const
{
    const Result<QList<CustomField>> fields = all();
    if (!fields)
        return fail(fields.error());
    setCustomFields(*fields);
    return {};
}

} // namespace tandem
