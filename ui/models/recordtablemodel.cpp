// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recordtablemodel.h"

#include "core/workerthread.h"
#include "store/recordreader.h"
#include "ui/whendone.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/icons.h"

#include <QLocale>

#include <algorithm>
#include <chrono>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto changeDelay = 50ms;
constexpr auto requeryDelay = 100ms;
/** While the set keeps changing it is asked for at most this often… */
constexpr qint64 leastPauseMs = 500;
/** …and takes at most a part in this many of the reader's time. */
constexpr qint64 pausePerAnswer = 2;
constexpr int maxWantedPages = 4;
/** Changed rows that are read at once, so that neither the reader nor a frame is taken up by them. */
constexpr qsizetype maxChangedRows = 256;

int nextLane()
{
    static int lane = 1000;
    return ++lane;
}

QString shownTime(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    const QDateTime local = moment.toLocalTime();
    return local.date() == QDate::currentDate() ? QLocale().toString(local.time(), QLocale::ShortFormat)
                                                : QLocale().toString(local, QLocale::ShortFormat);
}

/** Rule C5: what keeps it from each PSA; one that is alone needs no name. */
QStringList whyNot(const RecordRow &row)
{
    QStringList reasons;
    for (const SyncBadge &badge : row.badges) {
        if (isHeldBack(badge.state))
            reasons.append(row.badges.size() == 1 && !badge.message.isEmpty() ? badge.message : badgeSentence(badge));
    }
    return reasons;
}

/** Words of others must not be taken for HTML, which a tool tip would guess. */
QString linesOfToolTip(const QStringList &lines)
{
    return lines.join(u'\n').toHtmlEscaped().replace(u'\n', "<br>"_L1);
}

} // namespace

/** The ids of a query, and the way there from those that are shown. */
struct RecordTableModel::Answer {
    RecordIdList list;
    QList<RecordListStep> steps; ///< unused for a fresh query
};

RecordTableModel::RecordTableModel(RecordReader &reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
    , m_idsLane(nextLane())
    , m_pageLane(nextLane())
    , m_changeLane(nextLane())
    , m_columns(recordColumns(std::nullopt))
{
    m_pageTimer.setSingleShot(true);
    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(changeDelay);
    m_requeryTimer.setSingleShot(true);
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
        m_columns = recordColumns(query.kind);
        m_list = {};
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
    m_isStale = false;
    askIds();
}

bool RecordTableModel::isLoading() const
{
    return m_isLoading;
}

bool RecordTableModel::isBusy() const
{
    return m_isLoading || m_isPageOnItsWay || m_isChangeOnItsWay || !m_wanted.isEmpty()
        || !m_changed.isEmpty() || m_isStale || m_requeryTimer.isActive();
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
    return m_list.at(row);
}

int RecordTableModel::rowOf(RecordId id) const
{
    return m_list.rowOf(id);
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
    return parent.isValid() ? 0 : int(m_list.size());
}

int RecordTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant RecordTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RecordId id = m_list.at(index.row());
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
    if (m_query.state || m_query.isWaiting || !m_query.search.isEmpty())
        takeSetChange();
}

void RecordTableModel::takeSetChange()
{
    if (m_generation == 0 || m_requeryTimer.isActive())
        return;
    if (m_isLoading) {
        m_isStale = true;
        return;
    }
    const qint64 rest = m_sinceAnswer.isValid() ? m_pauseMs - m_sinceAnswer.elapsed() : 0;
    m_requeryTimer.start(qMax(std::chrono::milliseconds(requeryDelay), std::chrono::milliseconds(rest)));
}

void RecordTableModel::askIds()
{
    m_requeryTimer.stop();
    m_isLoading = true;
    QElapsedTimer took;
    took.start();
    whenDone(m_reader.ids(m_query, m_idsLane), this,
             [this, took, generation = m_generation](const Result<QList<RecordId>> &found) {
                 if (generation != m_generation)
                     return;
                 m_pauseMs = qMax(leastPauseMs, pausePerAnswer * took.elapsed());
                 if (found)
                     compare(*found);
                 else
                     finish(fail(found.error()));
             });
}

/** A million rows take longer to compare than a frame, so it is done elsewhere. */
void RecordTableModel::compare(const QList<RecordId> &ids)
{
    const auto work = [ids, before = m_list, isFresh = m_isFreshQuery] {
        Answer answer{.list = RecordIdList(ids), .steps = {}};
        if (!isFresh)
            answer.steps = stepsBetween(before, answer.list);
        return answer;
    };
    whenDone(inWorkerThread(Priority::Foreground, work), this, [this, generation = m_generation](const Answer &answer) {
        if (generation == m_generation)
            finish(answer);
    });
}

void RecordTableModel::finish(const Result<Answer> &answer)
{
    m_isLoading = false;
    m_sinceAnswer.start();
    if (answer)
        takeAnswer(*answer);
    else
        Q_EMIT failed(answer.error());
    if (std::exchange(m_isStale, false))
        takeSetChange();
    settleIfIdle();
}

void RecordTableModel::takeAnswer(const Answer &answer)
{
    if (std::exchange(m_isFreshQuery, false)) {
        beginResetModel();
        m_list = answer.list;
        m_rows.clear();
        // Asked for before the first paint asks, and before anything else does.
        m_wanted = m_list.size() > 0 ? QList<int>{0} : QList<int>();
        endResetModel();
    } else if (!answer.steps.isEmpty()) {
        Q_EMIT changing();
        for (const RecordListStep &step : answer.steps)
            take(step);
    }
    askPage();
    Q_EMIT loaded();
}

void RecordTableModel::take(const RecordListStep &step)
{
    switch (step.type) {
    case RecordListStep::Type::Remove:
        beginRemoveRows({}, step.first, step.last);
        m_list = step.after;
        endRemoveRows();
        return;
    case RecordListStep::Type::Insert:
        beginInsertRows({}, step.first, step.last);
        m_list = step.after;
        endInsertRows();
        return;
    case RecordListStep::Type::Reorder:
        reorder(step.after);
        return;
    }
}

void RecordTableModel::reorder(const RecordIdList &list)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &each : before)
        after.append(createIndex(list.rowOf(m_list.at(each.row())), each.column()));
    m_list = list;
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
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
        for (const RecordId id : m_list.ids().mid(qsizetype(page) * pageSize, pageSize)) {
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
                     settleIfIdle();
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
    QList<RecordId> changed;
    for (auto it = m_changed.begin(); it != m_changed.end() && changed.size() < maxChangedRows;) {
        changed.append(*it);
        it = m_changed.erase(it);
    }
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
                         && (sorted.id == "state"_L1 || sorted.id == "why"_L1 || sorted.id == "updated_at"_L1
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
    QList<int> rows;
    for (const RecordId id : ids) {
        if (const int row = m_list.rowOf(id); row >= 0)
            rows.append(row);
    }
    std::ranges::sort(rows);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const int first = rows.at(i);
        while (i + 1 < rows.size() && rows.at(i + 1) == rows.at(i) + 1)
            ++i;
        Q_EMIT dataChanged(index(first, 0), index(rows.at(i), int(m_columns.size()) - 1));
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
    if (column.id == "why"_L1)
        return whyNot(row).join(u' ');
    return row.cells.value(column.id);
}

QString RecordTableModel::toolTip(const RecordRow &row, const Column &column) const
{
    if (column.id == "state"_L1) {
        QStringList sentences;
        for (const SyncBadge &badge : row.badges)
            sentences.append(badgeSentence(badge));
        return linesOfToolTip(sentences);
    }
    if (column.id == "why"_L1)
        return linesOfToolTip(whyNot(row));
    QStringList lines{cell(row, column).toString()};
    if (&column == &m_columns.constFirst() && m_unsaved.contains(row.id))
        lines.append(tr("Has changes that are not saved yet."));
    return linesOfToolTip(lines);
}

} // namespace tandem
