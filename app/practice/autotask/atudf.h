// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/autotask/atschema.h"
#include "practice/recordstore.h"

#include <QJsonObject>

namespace tandem::practiceat {

/** One user-defined field of an entity, as its definition in the store has it. */
struct UserDefinedField {
    struct Choice {
        QString value; ///< what records hold
        QString label;
        bool isActive;
    };
    int id = 0;
    QString name;
    QString description;
    UdfDataType dataType = SingleLineText;
    QString defaultValue;
    qint64 sortOrder = 0;
    bool isRequired = false;
    bool isProtected = false; ///< the API user sees asterisks and may not write
    bool isEncrypted = false; ///< cannot be queried
    std::vector<Choice> choices = {}; ///< of a list

    [[nodiscard]] int maxLength() const; ///< 0 for no limit
};

/** What a protected value looks like. */
inline constexpr auto mask = "*****";

/** The active fields of an entity, in their order. */
[[nodiscard]] std::vector<UserDefinedField> userDefinedFields(const RecordStore &store, int table);
/** The one of that name, letter case aside. */
[[nodiscard]] const UserDefinedField *findByName(const std::vector<UserDefinedField> &list,
                                                 const QString &name);
/** A record's values by the id of their definition; those without a value are not in it. */
[[nodiscard]] QJsonObject userDefinedValues(const RecordTable &table, const StoredRecord &record, int field);

} // namespace tandem::practiceat
