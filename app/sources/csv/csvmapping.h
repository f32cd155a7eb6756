// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/result.h"
#include "sources/csv/csvformat.h"
#include "sources/csv/csvreader.h"
#include "sync/importedrecord.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace tandem {

/** How dates with slashes are meant; 2026-01-31 and 31.01.2026 are always understood. */
enum class DateOrder : quint8 { Unknown, DayFirst, MonthFirst };

/**
 * What a column may become: a field by its id, a list field with the label of its entries ("emails:Work"), or
 * "external_id", by which a later import finds the record again.
 */
struct CsvTarget {
    QString id;
    QString title; ///< translated
    bool isRequired = false; ///< a new record needs it
};

[[nodiscard]] QList<CsvTarget> csvTargets(AssetKind kind);

/** How a file becomes records: what a saved profile and the file of `--map` hold. */
struct CsvMapping {
    AssetKind kind = AssetKind::Organization;
    QStringList columns; ///< names of the file's columns (`csvColumnNames`)
    QStringList targets; ///< of each column its target; empty: left out
    OnMatch onMatch = OnMatch::Update;
    bool createsNew = true;
    bool blankErases = false; ///< an empty cell blanks what the record holds
    DateOrder dateOrder = DateOrder::Unknown;
    bool isFromItGlue = false; ///< ids in it are IT Glue's

    /** What is wrong with it, for people: a target twice, none at all; empty when nothing is. */
    [[nodiscard]] QString problem() const;
    /** Fields that a new record of the kind needs and no column gives. */
    [[nodiscard]] QStringList missingRequired() const;
    /** How many of these columns it knows, and whether it knows all of them. */
    [[nodiscard]] bool fits(const QStringList &names) const;
};

/** The best guess for these columns, by what they are called: labels, field ids, and what IT Glue's exports
 * call them. */
[[nodiscard]] CsvMapping suggestCsvMapping(AssetKind kind, const QStringList &columns);
/** The kind that the columns speak of most. */
[[nodiscard]] AssetKind suggestCsvKind(const QStringList &columns);

[[nodiscard]] QJsonObject csvMappingToJson(const CsvMapping &mapping, const CsvFormat &format);
/** `BadInput` for what cannot be understood. `columns` are those of the file; others that the object knows
 * are let be. The format is changed where the object says so. */
[[nodiscard]] Result<CsvMapping> csvMappingFromJson(const QJsonObject &object, AssetKind kind,
                                                    const QStringList &columns, CsvFormat &format);

/** A row of the file as a record to import; what cannot be made out is its `problem`. */
[[nodiscard]] ImportedRecord recordFromCsv(const CsvRow &row, const CsvMapping &mapping);

} // namespace tandem
