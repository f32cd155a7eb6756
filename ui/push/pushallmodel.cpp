// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/push/pushallmodel.h"

#include "core/workerthread.h"
#include "store/recordreader.h"
#include "ui/push/pushallwords.h"
#include "ui/whendone.h"
#include "ui/widgets/icons.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int pageSize = 128;
constexpr int cachedRows = 64 * pageSize;
constexpr int maxWantedPages = 4;

/** Each model has its own, since a newer request overtakes an earlier one of the same lane. */
int nextLane()
{
    static int lane = 8000;
    return ++lane;
}

} // namespace

/** The ids of a query, and the way there from those that are shown. */
struct PushAllModel::Answer {
    RecordIdList list;
    QList<RecordListStep> steps; ///< unused for a fresh list
    bool isFresh = true;
};

PushAllModel::PushAllModel(RecordReader &reader, Platform platform, Mode mode, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
    , m_platform(platform)
    , m_mode(mode)
    , m_idsLane(nextLane())
    , m_pageLane(nextLane())
    , m_rows(cachedRows)
{
    m_pageTimer.setSingleShot(true);
    connect(&m_pageTimer, &QTimer::timeout, this, &PushAllModel::askPage);
}

PushAllModel::~PushAllModel() = default;

void PushAllModel::setQuery(const PlanQuery &query)
{
    if (query == m_query)
        return;
    const bool isOtherPlan = query.plan != m_query.plan;
    m_query = query;
    if (isOtherPlan) {
        beginResetModel();
        m_list = {};
        m_rows.clear();
        endResetModel();
    }
    ++m_generation;
    m_wanted.clear();
    m_isPageOnItsWay = false;
    m_isStale = false;
    m_areRowsStale = false;
    m_isLoading = false;
    if (m_query.plan == 0)
        Q_EMIT loaded();
    else
        askIds(true);
}

const PlanQuery &PushAllModel::query() const
{
    return m_query;
}

void PushAllModel::refresh()
{
    if (m_query.plan == 0)
        return;
    if (m_isLoading) {
        m_isStale = true;
        return;
    }
    m_areRowsStale = true;
    askIds(false);
}

bool PushAllModel::isLoading() const
{
    return m_isLoading;
}

bool PushAllModel::isBusy() const
{
    return m_isLoading || m_isPageOnItsWay || m_isStale || !m_wanted.isEmpty();
}

qint64 PushAllModel::idAt(int row) const
{
    return m_list.at(row);
}

int PushAllModel::rowOf(qint64 id) const
{
    return m_list.rowOf(id);
}

const PlanRow *PushAllModel::loadedRow(int row) const
{
    return m_rows.object(idAt(row));
}

void PushAllModel::askIds(bool isFresh)
{
    m_isLoading = true;
    whenDone(m_reader.planIds(m_query, m_idsLane), this,
             [this, isFresh, generation = m_generation](const Result<QList<qint64>> &ids) {
                 if (generation != m_generation)
                     return;
                 if (ids) {
                     compare(*ids, isFresh);
                     return;
                 }
                 m_isLoading = false;
                 Q_EMIT failed(ids.error());
             });
}

/** Many rows take longer to compare than a frame, so it is done elsewhere. */
void PushAllModel::compare(const QList<qint64> &ids, bool isFresh)
{
    const auto work = [ids, before = m_list, isFresh] {
        Answer answer{.list = RecordIdList(ids), .steps = {}, .isFresh = isFresh};
        if (!isFresh)
            answer.steps = stepsBetween(before, answer.list);
        return answer;
    };
    whenDone(inWorkerThread(Priority::Foreground, work), this,
             [this, generation = m_generation](const Answer &answer) {
                 if (generation == m_generation)
                     take(answer);
             });
}

void PushAllModel::take(const Answer &answer)
{
    m_isLoading = false;
    if (answer.isFresh) {
        beginResetModel();
        m_list = answer.list;
        m_rows.clear();
        m_wanted = m_list.size() > 0 ? QList<int>{0} : QList<int>();
        endResetModel();
    } else {
        for (const RecordListStep &step : answer.steps)
            take(step);
        // Rows that are out of view are read when they come back into it.
        if (std::exchange(m_areRowsStale, false) && m_list.size() > 0) {
            m_rows.clear();
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        }
    }
    askPage();
    Q_EMIT loaded();
    if (std::exchange(m_isStale, false))
        refresh();
}

void PushAllModel::take(const RecordListStep &step)
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
    case RecordListStep::Type::Reorder: {
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        after.reserve(before.size());
        for (const QModelIndex &each : before)
            after.append(createIndex(step.after.rowOf(m_list.at(each.row())), each.column()));
        m_list = step.after;
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged({}, VerticalSortHint);
        return;
    }
    }
}

void PushAllModel::want(int row) const
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

void PushAllModel::askPage()
{
    QList<qint64> missing;
    while (!m_isPageOnItsWay && !m_isLoading && missing.isEmpty() && !m_wanted.isEmpty()) {
        const int page = m_wanted.takeLast();
        for (const qint64 id : m_list.ids().mid(qsizetype(page) * pageSize, pageSize)) {
            if (!m_rows.contains(id))
                missing.append(id);
        }
    }
    if (missing.isEmpty())
        return;
    m_isPageOnItsWay = true;
    whenDone(m_reader.planRows(missing, m_pageLane), this,
             [this, missing, generation = m_generation](const Result<QList<PlanRow>> &rows) {
                 if (generation != m_generation)
                     return;
                 m_isPageOnItsWay = false;
                 if (!rows) {
                     m_wanted.clear();
                     Q_EMIT failed(rows.error());
                     return;
                 }
                 takeRows(missing, *rows);
                 askPage();
             });
}

void PushAllModel::takeRows(const QList<qint64> &asked, const QList<PlanRow> &rows)
{
    // One that is gone keeps an empty row, so that it is not asked for in vain.
    for (const qint64 id : asked)
        m_rows.insert(id, new PlanRow{.id = id});
    for (const PlanRow &row : rows)
        m_rows.insert(row.id, new PlanRow(row));
    QList<int> places;
    for (const qint64 id : asked) {
        if (const int row = m_list.rowOf(id); row >= 0)
            places.append(row);
    }
    std::ranges::sort(places);
    for (qsizetype i = 0; i < places.size(); ++i) {
        const int first = places.at(i);
        while (i + 1 < places.size() && places.at(i + 1) == places.at(i) + 1)
            ++i;
        Q_EMIT dataChanged(index(first, 0), index(places.at(i), ColumnCount - 1));
    }
}

int PushAllModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_list.size());
}

int PushAllModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PushAllModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PlanRow *row = m_rows.object(m_list.at(index.row()));
    const auto column = Column(index.column());
    if (!row) {
        if (role != Qt::DisplayRole)
            return {};
        want(index.row());
        return column == NameColumn ? QVariant(u"…"_s) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(*row, column);
    case Qt::ToolTipRole: {
        // Words of others must not be taken for HTML, which a tool tip would guess.
        if (column != WhyColumn || m_mode != Mode::Preview || row->gates.isEmpty())
            return text(*row, column).toHtmlEscaped();
        QStringList reasons;
        for (const PlanGate &gate : row->gates)
            reasons += gate.reason.toHtmlEscaped();
        return reasons.join("<br>"_L1);
    }
    case Qt::DecorationRole:
        if (column == NameColumn)
            return kindIcon(row->kind);
        if (column == WhatColumn)
            return m_mode == Mode::Preview ? outcomeIcon(row->outcome) : resultIcon(row->result);
        return {};
    default:
        return {};
    }
}

QString PushAllModel::text(const PlanRow &row, Column column) const
{
    switch (column) {
    case NameColumn:
        return row.name;
    case KindColumn:
        return kindTitle(row.kind);
    case OrganizationColumn:
        return row.organizationName;
    case WhatColumn:
        return m_mode == Mode::Preview ? plannedText(row, m_platform) : planResultTitle(row.result);
    case WhyColumn:
        return m_mode == Mode::Preview ? plannedReason(row)
                                       : resultReason(row, QDateTime::currentDateTimeUtc());
    case ColumnCount:
        break;
    }
    return {};
}

QVariant PushAllModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NameColumn:
        return tr("Record");
    case KindColumn:
        return tr("Kind");
    case OrganizationColumn:
        return tr("Organization");
    case WhatColumn:
        return m_mode == Mode::Preview ? tr("What Will Happen") : tr("What Happened");
    case WhyColumn:
        return tr("Why");
    case ColumnCount:
        break;
    }
    return {};
}

void PushAllModel::sort(int column, Qt::SortOrder order)
{
    PlanQuery query = m_query;
    query.sortOrder = order;
    switch (Column(column)) {
    case NameColumn:
        query.order = PlanQuery::Order::Name;
        break;
    case OrganizationColumn:
        query.order = PlanQuery::Order::Organization;
        break;
    case WhatColumn:
    case WhyColumn:
        query.order = m_mode == Mode::Preview ? PlanQuery::Order::Outcome : PlanQuery::Order::Result;
        break;
    case KindColumn:
    case ColumnCount:
        // The order of pushing goes by kind.
        query.order = PlanQuery::Order::Push;
        break;
    }
    setQuery(query);
}

} // namespace tandem
