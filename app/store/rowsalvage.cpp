// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rowsalvage.h"

#include "store/database.h"

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Whether what could be read of a row fits the table. */
bool partFits(const TableLayout &table, const DamagedFile::Row &row)
{
    if (row.values.size() != table.columns.size())
        return false;
    for (int i = 0; i < row.values.size(); ++i) {
        const QVariant &value = row.values.at(i);
        if (!value.isNull() && (i == table.idColumn || value.typeId() != int(table.columns.at(i).type)))
            return false;
    }
    return true;
}

bool typesFit(const TableLayout &table, const QStringList &types)
{
    if (types.size() != table.columns.size())
        return false;
    for (int i = 0; i < types.size(); ++i) {
        const TableLayout::Column &column = table.columns.at(i);
        const QString wanted = column.type == QMetaType::LongLong ? u"integer"_s : u"text"_s;
        const bool isBlank = types.at(i) == "null"_L1;
        if (i == table.idColumn ? !isBlank : isBlank ? !column.isNullable : types.at(i) != wanted)
            return false;
    }
    return true;
}

/** Bytes that were never text. What really holds such a character comes back as lost values do. */
bool isGarbled(const QVariant &value)
{
    if (value.typeId() != QMetaType::QString)
        return false;
    const QString text = value.toString();
    return text.contains(QChar::Null) || text.contains(QChar::ReplacementCharacter);
}

QList<int> garbled(const QVariantList &values)
{
    QList<int> places;
    for (int i = 0; i < values.size(); ++i) {
        if (isGarbled(values.at(i)))
            places.append(i);
    }
    return places;
}

} // namespace

RowSalvage::RowSalvage(DamagedFile &source, Database &target, const QList<TableLayout> &tables)
    : m_source(source)
    , m_target(target)
    , m_tables(tables)
{
}

Result<void> RowSalvage::copy()
{
    Transaction transaction(m_target);
    Result<void> done = transaction.begun();
    if (done)
        done = copyTrees();
    for (const bool hasIds : {true, false}) {
        if (done)
            done = copyPages(hasIds);
    }
    if (done)
        done = collectFragments();
    if (done)
        done = readSequences();
    return done ? transaction.commit() : done;
}

bool RowSalvage::isDamaged(const QString &table) const
{
    return m_damaged.contains(table);
}

bool RowSalvage::mayLackRows(const QString &table) const
{
    return m_lacking.contains(table);
}

RowSalvage::Fragments RowSalvage::fragments(const QString &table) const
{
    return m_fragments.value(table);
}

QSet<qint64> RowSalvage::missing(const QString &table) const
{
    return m_missing.value(table);
}

qint64 RowSalvage::missingEntries(const QString &table) const
{
    return m_missingEntries.value(table);
}

QHash<QString, qint64> RowSalvage::sequences() const
{
    return m_sequences;
}

Result<void> RowSalvage::copyTrees()
{
    for (const TableLayout &table : m_tables) {
        bool isSound = true;
        const Result<bool> isWhole =
            m_source.readTree(table.name, table.hasIds(),
                              [&](const DamagedFile::Row &row) { isSound = take(table, row) && isSound; });
        if (!isWhole || !m_written)
            return !isWhole ? fail(isWhole.error()) : m_written;
        if (!*isWhole || !isSound)
            m_damaged.insert(table.name);
        else if (Result<void> compared = compareWithIndex(table); !compared)
            return compared;
    }
    return {};
}

/** A page that is sound but was meant for another place can hide rows; an index has as many entries as there
 * are rows. */
Result<void> RowSalvage::compareWithIndex(const TableLayout &table)
{
    for (const TableLayout::Index &index : table.indexes) {
        if (index.isPartial || !table.hasIds())
            continue;
        qint64 entries = 0;
        const Result<bool> isWhole =
            m_source.readTree(index.name, false, [&](const DamagedFile::Row &) { ++entries; });
        if (!isWhole)
            return fail(isWhole.error());
        if (!*isWhole)
            continue;
        const Result<QVariant> rows = m_target.value(u"SELECT count(*) FROM "_s + table.name);
        if (!rows)
            return fail(rows.error());
        if (rows->toLongLong() != entries)
            m_damaged.insert(table.name);
        return {};
    }
    return {};
}

Result<void> RowSalvage::copyPages(bool hasIds)
{
    const bool isNeeded = std::any_of(m_tables.begin(), m_tables.end(), [&](const TableLayout &table) {
        return table.hasIds() == hasIds && isDamaged(table.name);
    });
    if (!isNeeded)
        return {};
    const auto isWanted = [&](const QStringList &types) {
        return std::any_of(m_tables.begin(), m_tables.end(), [&](const TableLayout &table) {
            return table.hasIds() == hasIds && isDamaged(table.name) && typesFit(table, types);
        });
    };
    const Result<void> read = m_source.readPages(hasIds, isWanted, [&](const DamagedFile::Row &row) {
        if (const TableLayout *table = layoutOf(row, hasIds))
            take(*table, row);
    });
    return read ? m_written : read;
}

const TableLayout *RowSalvage::layoutOf(const DamagedFile::Row &row, bool hasIds) const
{
    for (const TableLayout &table : m_tables) {
        if (table.hasIds() != hasIds || !isDamaged(table.name))
            continue;
        if (row.unreadable.isEmpty() ? table.fits(row.values) : partFits(table, row))
            return &table;
    }
    return nullptr;
}

bool RowSalvage::take(const TableLayout &table, const DamagedFile::Row &row)
{
    const QList<int> lost = row.unreadable + garbled(row.values);
    if (row.unreadable.isEmpty() && !table.fits(row.values))
        return false;
    if (lost.isEmpty())
        return insert(table, row);
    if (!table.hasIds())
        return false;
    QVariantMap &fragment = m_fragments[table.name][row.id];
    for (int i = 0; i < row.values.size(); ++i) {
        if (i != table.idColumn && !lost.contains(i))
            fragment.insert(table.columns.at(i).name, row.values.at(i));
    }
    return false;
}

bool RowSalvage::insert(const TableLayout &table, const DamagedFile::Row &row)
{
    if (!m_written)
        return false;
    QStringList names;
    for (const TableLayout::Column &column : table.columns)
        names.append(column.name);
    QVariantList values = row.values;
    if (table.hasIds())
        values[table.idColumn] = row.id;
    const QString marks = QStringList(names.size(), u"?"_s).join(u", "_s);
    const Result<int> inserted = m_target.execute(
        u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(table.name, names.join(u", "_s), marks), values);
    if (!inserted)
        m_written = fail(inserted.error());
    return inserted && *inserted > 0;
}

Result<void> RowSalvage::collectFragments()
{
    for (const TableLayout &table : m_tables) {
        if (!isDamaged(table.name))
            continue;
        if (Result<void> done = table.hasIds() ? collectFragments(table) : countEntries(table); !done)
            return done;
    }
    return {};
}

Result<void> RowSalvage::collectFragments(const TableLayout &table)
{
    Fragments &fragments = m_fragments[table.name];
    for (const TableLayout::Index &index : table.indexes) {
        const qsizetype count = index.columns.size();
        const Result<bool> read = m_source.readTree(index.name, false, [&](const DamagedFile::Row &row) {
            if (row.values.size() != count + 1 || row.values.constLast().typeId() != QMetaType::LongLong)
                return;
            QVariantMap &fragment = fragments[row.values.constLast().toLongLong()];
            for (qsizetype i = 0; i < count; ++i) {
                // What the row itself says comes first.
                if (!fragment.contains(index.columns.at(i)))
                    fragment.insert(index.columns.at(i), row.values.at(i));
            }
        });
        if (!read)
            return fail(read.error());
    }
    const Result<void> known =
        m_target.read(u"SELECT %1 FROM %2"_s.arg(table.columns.at(table.idColumn).name, table.name), {},
                      [&](const SqlStatement &row) { fragments.remove(row.value(0).toLongLong()); });
    if (!known)
        return known;
    const QList<qint64> ids = fragments.keys();
    m_missing.insert(table.name, QSet<qint64>(ids.begin(), ids.end()));
    if (!ids.isEmpty())
        m_lacking.insert(table.name);
    return {};
}

Result<void> RowSalvage::countEntries(const TableLayout &table)
{
    bool isKnown = !table.indexes.isEmpty();
    for (const TableLayout::Index &index : table.indexes) {
        const QString sql =
            u"SELECT 1 FROM %1 WHERE %2 = ?"_s.arg(table.name, index.columns.join(u" = ? AND "_s));
        Result<void> looked;
        const Result<bool> read = m_source.readTree(index.name, false, [&](const DamagedFile::Row &row) {
            if (!looked || row.values.size() != index.columns.size())
                return;
            const Result<QVariant> found = m_target.value(sql, row.values);
            if (!found)
                looked = fail(found.error());
            else if (found->isNull())
                ++m_missingEntries[table.name];
        });
        if (!read || !looked)
            return !read ? fail(read.error()) : looked;
        isKnown = isKnown && *read;
    }
    if (!isKnown || missingEntries(table.name) > 0)
        m_lacking.insert(table.name);
    return {};
}

Result<void> RowSalvage::readSequences()
{
    const Result<bool> read =
        m_source.readTree(u"sqlite_sequence"_s, true, [this](const DamagedFile::Row &row) {
            if (row.values.size() == 2 && row.values.at(1).typeId() == QMetaType::LongLong)
                m_sequences.insert(row.values.at(0).toString(), row.values.at(1).toLongLong());
        });
    if (!read)
        return fail(read.error());
    return {};
}

} // namespace tandem
