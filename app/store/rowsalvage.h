// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/damagedfile.h"
#include "store/tablelayout.h"

#include <QHash>
#include <QSet>
#include <QVariantMap>

namespace tandem {

class Database;

/**
 * Brings every row that can be read from a damaged file into a new one, as it is. A table whose tree of pages
 * is whole is taken from its root; for the others all pages are looked at, and what their indexes tell of
 * rows that are lost is kept as fragments.
 */
class RowSalvage final {
    Q_DISABLE_COPY_MOVE(RowSalvage)
public:
    /** By the id of the row: those of its columns that are known. */
    using Fragments = QHash<qint64, QVariantMap>;

    /** `target` has the schema that the damaged file had, is empty, and does not look at references. */
    RowSalvage(DamagedFile &source, Database &target, const QList<TableLayout> &tables);

    [[nodiscard]] Result<void> copy();
    /** Whether rows may be gone, for all that is known of them. */
    [[nodiscard]] bool mayLackRows(const QString &table) const;
    /** Rows of which only a part is known, and that are not in the new file. */
    [[nodiscard]] Fragments fragments(const QString &table) const;
    /** Ids of rows that were there as far as can be told, other than those copied. */
    [[nodiscard]] QSet<qint64> missing(const QString &table) const;
    /** How many rows of a table without ids were there and are not any more. */
    [[nodiscard]] qint64 missingEntries(const QString &table) const;
    /** The highest ids that were ever given out, by table. */
    [[nodiscard]] QHash<QString, qint64> sequences() const;

private:
    [[nodiscard]] bool isDamaged(const QString &table) const;
    Result<void> copyTrees();
    Result<void> compareWithIndex(const TableLayout &table);
    Result<void> copyPages(bool hasIds);
    Result<void> collectFragments();
    Result<void> collectFragments(const TableLayout &table);
    Result<void> countEntries(const TableLayout &table);
    Result<void> readSequences();
    [[nodiscard]] const TableLayout *layoutOf(const DamagedFile::Row &row, bool hasIds) const;
    /** Answers whether it is a whole row of that table, and a new one. */
    bool take(const TableLayout &table, const DamagedFile::Row &row);
    bool insert(const TableLayout &table, const DamagedFile::Row &row);

    DamagedFile &m_source;
    Database &m_target;
    const QList<TableLayout> m_tables;
    QSet<QString> m_damaged;
    QSet<QString> m_lacking;
    QHash<QString, qint64> m_missingEntries;
    QHash<QString, Fragments> m_fragments;
    QHash<QString, QSet<qint64>> m_missing;
    QHash<QString, qint64> m_sequences;
    Result<void> m_written; ///< the first failure to write
};

} // namespace tandem
