// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/autotask/atudf.h"

#include <QJsonDocument>

#include <algorithm>

namespace tandem::practiceat {

int UserDefinedField::maxLength() const
{
    switch (dataType) {
    case SingleLineText:
        return 255;
    case MultiLineText:
        return 8000;
    case NumberValue:
    case DateValue:
    case ListValue:
        break;
    }
    return 0;
}

std::vector<UserDefinedField> userDefinedFields(const RecordStore &store, int table)
{
    std::vector<UserDefinedField> list;
    const int type = entity(table).udfType;
    if (type == 0)
        return list;
    const FieldNumbers &f = fields();
    const RecordTable &definitions = store.table(UdfDefinition);
    const RecordTable &items = store.table(UdfListItem);
    for (const StoredRecord &stored : definitions.records()) {
        const RecordDraft definition = definitions.unpack(stored);
        if (definition.integer(f.udfType) != type || !definition.isOn(f.udfIsActive))
            continue;
        UserDefinedField field{stored.id,
                               definition.text(f.udfName),
                               definition.text(f.udfDescription),
                               UdfDataType(definition.integer(f.udfDataType)),
                               definition.text(f.udfDefaultValue),
                               definition.integer(f.udfSortOrder),
                               definition.isOn(f.udfIsRequired),
                               definition.isOn(f.udfIsProtected),
                               definition.isOn(f.udfIsEncrypted)};
        for (const int id : items.idsByReference(f.listItemDefinition, stored.id)) {
            const StoredRecord &item = *items.find(id);
            field.choices.push_back({items.text(item, f.listItemExport), items.text(item, f.listItemDisplay),
                                     isActive(items, item)});
        }
        list.push_back(std::move(field));
    }
    std::stable_sort(list.begin(), list.end(), [](const UserDefinedField &a, const UserDefinedField &b) {
        return a.sortOrder < b.sortOrder;
    });
    return list;
}

const UserDefinedField *findByName(const std::vector<UserDefinedField> &list, const QString &name)
{
    const auto it = std::find_if(list.begin(), list.end(), [&](const UserDefinedField &field) {
        return field.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return it == list.end() ? nullptr : &*it;
}

QJsonObject userDefinedValues(const RecordTable &table, const StoredRecord &record, int field)
{
    PackedCursor cursor(table.spec(), record.packed);
    return cursor.seek(field) ? QJsonDocument::fromJson(cursor.bytes().toByteArray()).object()
                              : QJsonObject();
}

} // namespace tandem::practiceat
