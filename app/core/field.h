// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/optionlist.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <optional>
#include <span>

namespace tandem {

/**
 * What a field holds, and with it the shape of its value in `FieldValues` and in `--json`. A blank value is a JSON
 * null or absent, never "" or [].
 */
enum class FieldType : quint8 {
    Text,      ///< string, one line
    LongText,  ///< string, several lines separated by \n
    Date,      ///< string "yyyy-MM-dd"
    Boolean,   ///< true or false
    Reference, ///< number: id of another record
    Option,    ///< number: id of an `Option`
    Emails,    ///< array of {"value","label","primary"}
    Phones,    ///< array of {"value","label","extension","primary"}
};

/** The part of the form a field is shown in. */
enum class FieldGroup : quint8 {
    General,
    Network,
    Hardware,
    Address,
    Dates,
    Notes,
    Custom, ///< fields that an Administrator added, see `CustomField`
    Count
};

[[nodiscard]] QString fieldGroupTitle(FieldGroup group);

/**
 * One field of a kind, described once: forms, SQL, maps, CSV, the API and tandemctl are driven from this. The id is
 * also the name of the database column (references and options: id + "_id").
 */
struct FieldDescription {
    const char *id;                 ///< "serial_number"
    FieldType type;
    const char *label;              ///< untranslated; `fieldLabel` translates
    FieldGroup group;
    bool isRequired = false;        ///< Tandem itself refuses to save without it
    bool isListed = false;          ///< a column of the tables
    std::optional<OptionList> list = {}; ///< for Option fields; labels of Emails and Phones
    std::optional<AssetKind> target = {}; ///< for Reference fields

    [[nodiscard]] QString name() const;
    /** Column in the kind's table; empty for lists, which are kept as JSON in a column named like the id. */
    [[nodiscard]] QString column() const;
    [[nodiscard]] QString labelText() const;
    /** Whether an Administrator added it: it has no column, and its label is not translated. */
    [[nodiscard]] bool isCustom() const;
};

/** The fields of a kind in the order of the form. The organization a record belongs to is the field "organization". */
[[nodiscard]] std::span<const FieldDescription> fieldsOf(AssetKind kind);
/** Those, and the custom fields of the kind after them. */
[[nodiscard]] QList<const FieldDescription *> allFieldsOf(AssetKind kind);
/** nullptr when the kind has no such field. The pointer lives as long as the program. */
[[nodiscard]] const FieldDescription *findField(AssetKind kind, const QString &id);

} // namespace tandem
