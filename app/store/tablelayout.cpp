// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tablelayout.h"

#include "store/database.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> readColumns(Database &database, TableLayout &table, bool hasIds)
{
    // A table without ids holds its key first.
    const QString order = hasIds ? u"cid"_s : u"pk = 0, pk, cid"_s;
    return database.read(u"SELECT name, type, \"notnull\", pk FROM pragma_table_info(?) ORDER BY "_s + order,
                         {table.name}, [&](const SqlStatement &row) {
                             const bool isKey = row.value(3).toInt() > 0;
                             if (isKey && hasIds)
                                 table.idColumn = int(table.columns.size());
                             table.columns.append({.name = row.value(0).toString(),
                                                   .type = row.value(1).toString() == "INTEGER"_L1
                                                       ? QMetaType::LongLong
                                                       : QMetaType::QString,
                                                   .isNullable = !isKey && !row.value(2).toBool()});
                         });
}

Result<void> readIndexes(Database &database, TableLayout &table)
{
    Result<void> read =
        // The key of a table without ids is the table itself.
        database.read(u"SELECT name, partial FROM pragma_index_list(?) WHERE ? OR origin <> 'pk'"_s,
                      {table.name, table.hasIds()}, [&](const SqlStatement &row) {
                          table.indexes.append(TableLayout::Index{.name = row.value(0).toString(),
                                                                  .isPartial = row.value(1).toBool()});
                      });
    for (TableLayout::Index &index : table.indexes) {
        if (!read)
            return read;
        read = database.read(u"SELECT name FROM pragma_index_xinfo(?) WHERE cid >= 0 ORDER BY seqno"_s,
                             {index.name},
                             [&](const SqlStatement &row) { index.columns.append(row.value(0).toString()); });
    }
    return read;
}

Result<void> readReferences(Database &database, TableLayout &table)
{
    return database.read(u"SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?)"_s,
                         {table.name}, [&](const SqlStatement &row) {
                             table.references.append({.column = row.value(0).toString(),
                                                      .table = row.value(1).toString(),
                                                      .key = row.value(2).toString()});
                         });
}

} // namespace

bool TableLayout::hasIds() const
{
    return idColumn >= 0;
}

bool TableLayout::fits(const QVariantList &values) const
{
    if (values.size() != columns.size())
        return false;
    for (int i = 0; i < columns.size(); ++i) {
        const QVariant &value = values.at(i);
        if (i == idColumn        ? !value.isNull()
                : value.isNull() ? !columns.at(i).isNullable
                                 : value.typeId() != int(columns.at(i).type))
            return false;
    }
    return true;
}

int TableLayout::indexOf(const QString &column) const
{
    for (int i = 0; i < columns.size(); ++i) {
        if (columns.at(i).name == column)
            return i;
    }
    return -1;
}

Result<QList<TableLayout>> tableLayouts(Database &database)
{
    QList<TableLayout> tables;
    QList<bool> haveIds;
    Result<void> read =
        database.read(u"SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                      "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"_s,
                      {}, [&](const SqlStatement &row) {
                          tables.append(TableLayout{.name = row.value(0).toString()});
                          haveIds.append(!row.value(1).toBool());
                      });
    for (qsizetype i = 0; read && i < tables.size(); ++i) {
        read = readColumns(database, tables[i], haveIds.at(i));
        if (read)
            read = readIndexes(database, tables[i]);
        if (read)
            read = readReferences(database, tables[i]);
    }
    if (!read)
        return fail(read.error());
    return tables;
}

} // namespace tandem
