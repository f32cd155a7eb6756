// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QVariantList>

namespace tandem {

class Database;

/** How a table's rows lie in the file, as SQLite itself describes a sound one; for what reads files without
 * it. */
struct TableLayout {
    struct Column {
        QString name;
        QMetaType::Type type = QMetaType::QString; ///< as a driver answers it: QString or LongLong
        bool isNullable = true;
    };
    /** An index, whose entries hold these columns and then the id of the row, if it has one. */
    struct Index {
        QString name;
        QStringList columns;
        bool isPartial = false; ///< it leaves some rows out
    };
    /** `column` refers to the rows of `table` by their key. */
    struct Reference {
        QString column;
        QString table;
        QString key;
    };

    QString name;
    QList<Column> columns; ///< in the order in which a row holds them
    int idColumn = -1; ///< the one that is the row's id and lies blank in the row; -1: the table has no ids
    QList<Index> indexes;
    QList<Reference> references;

    [[nodiscard]] bool hasIds() const;
    /** Whether a row of this table can look like that; the values are as they lie there. */
    [[nodiscard]] bool fits(const QVariantList &values) const;
    [[nodiscard]] int indexOf(const QString &column) const; ///< -1: there is no such column
};

/** Of all tables of ours, but not of the search, which is made anew from the records. */
[[nodiscard]] Result<QList<TableLayout>> tableLayouts(Database &database);

} // namespace tandem
