// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recordtablemodel.h"

#include "core/field.h"
#include "store/recordreader.h"
#include "ui/whendone.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/icons.h"

#include <QLocale>

#include <algorithm>
#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto changeDelay = 50ms;
constexpr auto requeryDelay = 200ms;
constexpr int maxWantedPages = 4;
/** More differing rows or runs than this are one reset: cheaper than their signals. */
constexpr qsizetype maxMergedRows = 20'000;
constexpr int maxMergedRuns = 200;

int nextLane()
{
    static int lane = 1000;
    return ++lane;
}

/** Columns a narrow window starts with; the others wait in the header's menu. */
bool isShownAtFirst(const QString &field)
{
    static const QSet<QString> hidden{u"primary_ip"_s,   u"asset_tag"_s,   u"manufacturer"_s, u"model"_s,
                                      u"region"_s,       u"postal_code"_s, u"country"_s,      u"location"_s,
                                      u"contact_type"_s, u"phones"_s};
    return !hidden.contains(field);
}

int firstWidth(const QString &column)
{
    static const QHash<QString, int> widths{
        {u"name"_s, 190},
        {u"organization"_s, 150},
        {u"serial_number"_s, 110},
        {u"emails"_s, 180},
        {u"title"_s, 130},
        {u"updated_at"_s, 100},
        {u"address_1"_s, 150},
        {u"organization_status"_s, 80},
        {u"configuration_status"_s, 80},
    };
    return widths.value(column, 110);
}

QString shownTime(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    const QDateTime local = moment.toLocalTime();
    return local.date() == QDate::currentDate() ? QLocale().toString(local.time(), QLocale::ShortFormat)
                                                : QLocale().toString(local, QLocale::ShortFormat);
}

QList<RecordTableModel::Column> columnsOf(std::optional<AssetKind> kind)
{
    using Column = RecordTableModel::Column;
    const auto column = [](const QString &id, const QString &title) {
        return Column{
            .id = id, .title = title, .isShownAtFirst = isShownAtFirst(id), .width = firstWidth(id)};
    };
    QList<Column> columns{column(u"name"_s, RecordTableModel::tr("Name"))};
    if (kind) {
        for (const FieldDescription &field : fieldsOf(*kind)) {
            if (field.isListed && field.name() != "name"_L1)
                columns.append(column(field.name(), field.labelText()));
        }
    } else {
        columns.append(column(u"kind"_s, RecordTableModel::tr("Kind")));
        columns.append(column(u"organization"_s, RecordTableModel::tr("Organization")));
        columns.append(column(u"updated_at"_s, RecordTableModel::tr("Updated")));
    }
    columns.append(column(u"state"_s, RecordTableModel::tr("PSA")));
    return columns;
}

} // namespace

RecordTableModel::RecordTableModel(RecordReader &reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
    , m_idsLane(nextLane())
    , m_pageLane(nextLane())
    , m_changeLane(nextLane())
    , m_columns(columnsOf(std::nullopt))
{
    m_pageTimer.setSingleShot(true);
    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(changeDelay);
    m_requeryTimer.setSingleShot(true);
    m_requeryTimer.setInterval(requeryDelay);
    connect(&m_pageTimer, &QTimer::timeout, this, &RecordTableModel::askPage);
    connect(&m_changeTimer, &QTimer::timeout, this, &RecordTableModel::askChanged);
    connect(&m_requeryTimer, &QTimer::timeout, this, &RecordTableModel::askIds);
}

RecordTableModel::~RecordTableModel() = default;

void RecordTableModel::setQuery(const RecordQuery &query)
{
    if (query == m_query && m_generation > 0)
        return;
    if (query.kind != m_query.kind) {
        beginResetModel();
        m_columns = columnsOf(query.kind);
        m_ids.clear();
        m_rows.clear();
        endResetModel();
    }
    m_query = query;
    reload();
}

const RecordQuery &RecordTableModel::query() const
{
    return m_query;
}

void RecordTableModel::reload()
{
    m_isFreshQuery = true;
    ++m_generation;
    m_wanted.clear();
    m_isPageOnItsWay = false;
    m_isLoading = true;
    askIds();
}

bool RecordTableModel::isLoading() const
{
    return m_isLoading;
}

bool RecordTableModel::isBusy() const
{
    return m_isLoading || m_isPageOnItsWay || m_isChangeOnItsWay || !m_wanted.isEmpty()
        || !m_changed.isEmpty() || m_requeryTimer.isActive();
}

const QList<RecordTableModel::Column> &RecordTableModel::columns() const
{
    return m_columns;
}

int RecordTableModel::columnOf(const QString &id) const
{
    const auto found =
        std::ranges::find_if(m_columns, [&id](const Column &column) { return column.id == id; });
    return found == m_columns.end() ? -1 : int(found - m_columns.begin());
}

RecordId RecordTableModel::idAt(int row) const
{
    return row >= 0 && row < m_ids.size() ? m_ids.at(row) : 0;
}

int RecordTableModel::rowOf(RecordId id) const
{
    return int(m_ids.indexOf(id));
}

const RecordRow *RecordTableModel::loadedRow(int row) const
{
    return m_rows.object(idAt(row));
}

void RecordTableModel::setUnsaved(const QSet<RecordId> &ids)
{
    const QSet<RecordId> differing = (ids - m_unsaved) + (m_unsaved - ids);
    m_unsaved = ids;
    emitRowsChanged(differing);
}

int RecordTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int RecordTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant RecordTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RecordId id = m_ids.at(index.row());
    if (role == RecordIdRole)
        return id;
    if (role == UnsavedRole)
        return m_unsaved.contains(id);

    const Column &column = m_columns.at(index.column());
    const RecordRow *row = m_rows.object(id);
    if (role == IsLoadedRole)
        return row != nullptr;
    if (!row) {
        if (role == Qt::DisplayRole) {
            want(index.row());
            return index.column() == 0 ? QVariant(u"…"_s) : QVariant();
        }
        return {};
    }

    switch (role) {
    case Qt::DisplayRole:
        if (column.id == "state"_L1)
            return {};
        if (index.column() == 0 && m_unsaved.contains(id))
            return QString(u"● "_s + cell(*row, column).toString());
        return cell(*row, column);
    case RawRole:
        return column.id == "updated_at"_L1 ? QVariant(row->updatedAt) : cell(*row, column);
    case Qt::DecorationRole:
        return index.column() == 0 && !m_query.kind ? QVariant(kindIcon(row->kind)) : QVariant();
    case Qt::ToolTipRole:
        return toolTip(*row, column);
    case Qt::AccessibleTextRole:
        if (index.column() == 0 && m_unsaved.contains(id))
            return tr("%1 (unsaved changes)").arg(cell(*row, column).toString());
        return cell(*row, column);
    case KindRole:
        return int(row->kind);
    case BadgesRole:
        return column.id == "state"_L1 ? QVariant::fromValue(row->badges) : QVariant();
    default:
        return {};
    }
}

QVariant RecordTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_columns.at(section).title;
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

void RecordTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= m_columns.size())
        return;
    RecordQuery query = m_query;
    query.sortField = column == 0 ? QString() : m_columns.at(column).id;
    query.sortOrder = order;
    setQuery(query);
}

void RecordTableModel::takeChanges(const QList<RecordId> &ids)
{
    for (const RecordId id : ids) {
        if (m_rows.contains(id))
            m_changed.insert(id);
    }
    if (!m_changed.isEmpty() && !m_changeTimer.isActive())
        m_changeTimer.start();
    // A record may begin or cease to match what is asked for.
    if (m_query.state || !m_query.search.isEmpty())
        takeSetChange();
}

void RecordTableModel::takeSetChange()
{
    if (m_generation > 0 && !m_requeryTimer.isActive())
        m_requeryTimer.start();
}

void RecordTableModel::askIds()
{
    const int generation = m_generation;
    m_isLoading = true;
    whenDone(m_reader.ids(m_query, m_idsLane), this,
             [this, generation](const Result<QList<RecordId>> &found) {
                 if (generation != m_generation)
                     return;
                 m_isLoading = false;
                 if (found)
                     takeIds(*found);
                 else
                     Q_EMIT failed(found.error());
                 settleIfIdle();
             });
}

void RecordTableModel::takeIds(const QList<RecordId> &ids)
{
    const bool isMerged = !m_isFreshQuery && mergeIds(ids);
    if (!isMerged) {
        beginResetModel();
        m_ids = ids;
        if (m_isFreshQuery)
            m_rows.clear();
        endResetModel();
    }
    // Pages that were wanted while the ids were on their way: of other rows, or still of these.
    if (m_isFreshQuery)
        m_wanted.clear();
    else if (!m_wanted.isEmpty())
        m_pageTimer.start(0ms);
    m_isFreshQuery = false;
    Q_EMIT loaded();
}

/** Turns the rows shown into `ids` by removals, moves and inserts; false when a reset is cheaper. */
bool RecordTableModel::mergeIds(const QList<RecordId> &ids)
{
    qsizetype prefix = 0;
    while (prefix < qMin(ids.size(), m_ids.size()) && ids.at(prefix) == m_ids.at(prefix))
        ++prefix;
    qsizetype suffix = 0;
    while (suffix < qMin(ids.size(), m_ids.size()) - prefix
           && ids.at(ids.size() - 1 - suffix) == m_ids.at(m_ids.size() - 1 - suffix))
        ++suffix;
    const QList<RecordId> wanted = ids.mid(prefix, ids.size() - prefix - suffix);
    const QList<RecordId> present = m_ids.mid(prefix, m_ids.size() - prefix - suffix);
    if (wanted.size() > maxMergedRows || present.size() > maxMergedRows)
        return false;

    const QSet<RecordId> wantedSet(wanted.begin(), wanted.end());
    const QSet<RecordId> presentSet(present.begin(), present.end());
    const auto runsOf = [](const QList<RecordId> &list, const QSet<RecordId> &other) {
        int runs = 0;
        bool isInside = false;
        for (const RecordId id : list) {
            const bool isForeign = !other.contains(id);
            runs += isForeign && !isInside;
            isInside = isForeign;
        }
        return runs;
    };
    if (runsOf(present, wantedSet) + runsOf(wanted, presentSet) > maxMergedRuns)
        return false;

    for (qsizetype last = prefix + present.size() - 1; last >= prefix; --last) {
        if (wantedSet.contains(m_ids.at(last)))
            continue;
        qsizetype first = last;
        while (first > prefix && !wantedSet.contains(m_ids.at(first - 1)))
            --first;
        beginRemoveRows({}, int(first), int(last));
        m_ids.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }

    QList<RecordId> kept;
    for (const RecordId id : wanted) {
        if (presentSet.contains(id))
            kept.append(id);
    }
    if (kept != m_ids.mid(prefix, kept.size())) {
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        const QModelIndexList before = persistentIndexList();
        QList<RecordId> idsBefore;
        for (const QModelIndex &index : before)
            idsBefore.append(m_ids.at(index.row()));
        std::ranges::copy(kept, m_ids.begin() + prefix);
        QModelIndexList after;
        for (qsizetype i = 0; i < before.size(); ++i)
            after.append(createIndex(rowOf(idsBefore.at(i)), before.at(i).column()));
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged({}, VerticalSortHint);
    }

    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (presentSet.contains(wanted.at(i)))
            continue;
        qsizetype end = i;
        while (end < wanted.size() && !presentSet.contains(wanted.at(end)))
            ++end;
        beginInsertRows({}, int(prefix + i), int(prefix + end - 1));
        m_ids = m_ids.mid(0, prefix + i) + wanted.mid(i, end - i) + m_ids.mid(prefix + i);
        endInsertRows();
        i = end - 1;
    }
    Q_ASSERT(m_ids == ids);
    return true;
}

void RecordTableModel::want(int row) const
{
    const int page = row / pageSize;
    if (!m_wanted.isEmpty() && m_wanted.constLast() == page)
        return;
    m_wanted.removeOne(page);
    m_wanted.append(page);
    if (m_wanted.size() > maxWantedPages)
        m_wanted.removeFirst();
    if (!m_pageTimer.isActive())
        m_pageTimer.start(0ms);
}

void RecordTableModel::askPage()
{
    QList<RecordId> missing;
    while (!m_isPageOnItsWay && !m_isLoading && missing.isEmpty() && !m_wanted.isEmpty()) {
        const int page = m_wanted.takeLast();
        for (const RecordId id : m_ids.mid(qsizetype(page) * pageSize, pageSize)) {
            if (!m_rows.contains(id))
                missing.append(id);
        }
    }
    if (missing.isEmpty()) {
        settleIfIdle();
        return;
    }
    m_isPageOnItsWay = true;
    const int generation = m_generation;
    whenDone(m_reader.rows(missing, m_pageLane), this,
             [this, generation, missing](const Result<QList<RecordRow>> &found) {
                 if (generation != m_generation)
                     return;
                 m_isPageOnItsWay = false;
                 if (!found) {
                     m_wanted.clear();
                     Q_EMIT failed(found.error());
                     return;
                 }
                 takeRows(missing, *found);
                 askPage();
             });
}

void RecordTableModel::askChanged()
{
    if (m_isChangeOnItsWay || m_changed.isEmpty())
        return;
    const QList<RecordId> changed(m_changed.begin(), m_changed.end());
    m_changed.clear();
    m_isChangeOnItsWay = true;
    whenDone(m_reader.rows(changed, m_changeLane), this,
             [this, changed](const Result<QList<RecordRow>> &found) {
                 m_isChangeOnItsWay = false;
                 if (!found) {
                     m_changed.clear();
                     Q_EMIT failed(found.error());
                     settleIfIdle();
                     return;
                 }
                 const Column &sorted = m_columns.at(qMax(0, columnOf(m_query.sortField)));
                 for (const RecordRow &row : *found) {
                     const RecordRow *known = m_rows.object(row.id);
                     const bool mayMove = known
                         && (sorted.id == "state"_L1 || sorted.id == "updated_at"_L1
                             || cell(*known, sorted) != cell(row, sorted));
                     if (mayMove)
                         takeSetChange();
                 }
                 takeRows(changed, *found);
                 if (m_changed.isEmpty())
                     settleIfIdle();
                 else
                     m_changeTimer.start();
             });
}

void RecordTableModel::takeRows(const QList<RecordId> &asked, const QList<RecordRow> &rows)
{
    QSet<RecordId> absent(asked.begin(), asked.end());
    for (const RecordRow &row : rows) {
        absent.remove(row.id);
        m_rows.insert(row.id, new RecordRow(row));
    }
    // A record that is gone keeps an empty row until the set is asked for again, so that it is not asked for
    // in vain.
    for (const RecordId id : absent)
        m_rows.insert(id, new RecordRow{.id = id});
    emitRowsChanged(QSet<RecordId>(asked.begin(), asked.end()));
}

void RecordTableModel::emitRowsChanged(const QSet<RecordId> &ids)
{
    if (ids.isEmpty())
        return;
    qsizetype left = ids.size();
    for (qsizetype row = 0; row < m_ids.size() && left > 0; ++row) {
        if (!ids.contains(m_ids.at(row)))
            continue;
        qsizetype last = row;
        while (last + 1 < m_ids.size() && ids.contains(m_ids.at(last + 1)))
            ++last;
        left -= last - row + 1;
        Q_EMIT dataChanged(index(int(row), 0), index(int(last), int(m_columns.size()) - 1));
        row = last;
    }
}

void RecordTableModel::settleIfIdle()
{
    if (!isBusy())
        Q_EMIT settled();
}

QVariant RecordTableModel::cell(const RecordRow &row, const Column &column) const
{
    if (column.id == "name"_L1)
        return row.name;
    if (column.id == "kind"_L1)
        return kindTitle(row.kind);
    if (column.id == "organization"_L1)
        return row.organizationName;
    if (column.id == "updated_at"_L1)
        return shownTime(row.updatedAt);
    if (column.id == "state"_L1) {
        QStringList words;
        for (const SyncBadge &badge : row.badges)
            words.append(badgeAccessibleText(badge));
        return words.join(u", "_s);
    }
    return row.cells.value(column.id);
}

QString RecordTableModel::toolTip(const RecordRow &row, const Column &column) const
{
    // Names of others must not be taken for HTML, which a tool tip would guess.
    if (column.id == "state"_L1) {
        QStringList sentences;
        for (const SyncBadge &badge : row.badges)
            sentences.append(badgeSentence(badge).toHtmlEscaped());
        return sentences.join(u"<br>"_s);
    }
    const QString text = cell(row, column).toString().toHtmlEscaped();
    if (&column == &m_columns.constFirst() && m_unsaved.contains(row.id))
        return text + u"<br>"_s + tr("Has changes that are not saved yet.");
    return text;
}

} // namespace tandem
