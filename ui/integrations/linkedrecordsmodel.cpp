// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/linkedrecordsmodel.h"

#include "store/recordreader.h"
#include "ui/whendone.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/icons.h"

#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int idsLane = 7200;
constexpr int rowsLane = 7201;
constexpr int pageSize = 128;
constexpr int cachedRows = 64 * pageSize;
/** Beyond this, pages that were scrolled past are given up; they ask again when they come back. */
constexpr int maxWanted = 8 * pageSize;

/** The field that a column shows, for records of this kind; empty: they have none. */
QString fieldOf(AssetKind kind, LinkedRecordsModel::Column column)
{
    if (kind == AssetKind::Location
        || (kind == AssetKind::Contact && column == LinkedRecordsModel::StatusColumn))
        return {};
    return kindName(kind) + (column == LinkedRecordsModel::TypeColumn ? "_type"_L1 : "_status"_L1);
}

} // namespace

LinkedRecordsModel::LinkedRecordsModel(RecordReader &reader, IntegrationId integration, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
    , m_integration(integration)
    , m_rows(cachedRows)
{
    m_rowTimer.setSingleShot(true);
    m_rowTimer.setInterval(0ms);
    connect(&m_rowTimer, &QTimer::timeout, this, &LinkedRecordsModel::askRows);
}

void LinkedRecordsModel::setSelections(const QList<LinkSelection> &selections)
{
    m_selections = selections;
    // Of one kind, the list can be ordered by the fields of that kind.
    m_query.kind = selections.isEmpty() ? std::nullopt : selections.constFirst().kind;
    for (const LinkSelection &selection : selections) {
        if (selection.kind != m_query.kind)
            m_query.kind.reset();
    }
    reload();
}

void LinkedRecordsModel::setSearch(const QString &search)
{
    if (search == m_query.search)
        return;
    m_query.search = search;
    askOrder();
}

void LinkedRecordsModel::reload()
{
    m_membersToCome.clear();
    m_isLoading = true;
    askMembers(++m_request, 0);
}

void LinkedRecordsModel::askMembers(int request, qsizetype place)
{
    if (place >= m_selections.size()) {
        m_members = m_membersToCome;
        askOrder();
        return;
    }
    whenDone(m_reader.linkedRecords(m_selections.at(place)), this,
             [this, request, place](const Result<QList<RecordId>> &ids) {
                 if (request != m_request)
                     return;
                 if (!ids) {
                     m_isLoading = false;
                     Q_EMIT failed(ids.error());
                     return;
                 }
                 m_membersToCome.unite(QSet<RecordId>(ids->begin(), ids->end()));
                 askMembers(request, place + 1);
             });
}

void LinkedRecordsModel::askOrder()
{
    const int request = ++m_request;
    m_isLoading = true;
    whenDone(m_reader.ids(m_query, idsLane), this, [this, request](const Result<QList<RecordId>> &ids) {
        if (request != m_request)
            return;
        m_isLoading = false;
        if (!ids) {
            Q_EMIT failed(ids.error());
            return;
        }
        takeOrder(*ids);
        Q_EMIT loaded();
    });
}

void LinkedRecordsModel::takeOrder(const QList<RecordId> &ids)
{
    QList<RecordId> shown;
    shown.reserve(m_members.size());
    for (const RecordId id : ids) {
        if (m_members.contains(id))
            shown += id;
    }
    // Records that were dealt with leave one after the other, and the rest of the list stays where it is.
    const QSet<RecordId> remaining(shown.begin(), shown.end());
    QList<RecordId> kept;
    for (const RecordId id : std::as_const(m_ids)) {
        if (remaining.contains(id))
            kept += id;
    }
    if (kept != shown) {
        beginResetModel();
        m_ids = shown;
        endResetModel();
        return;
    }
    for (qsizetype last = m_ids.size() - 1; last >= 0; --last) {
        if (remaining.contains(m_ids.at(last)))
            continue;
        qsizetype first = last;
        while (first > 0 && !remaining.contains(m_ids.at(first - 1)))
            --first;
        beginRemoveRows({}, int(first), int(last));
        m_ids.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void LinkedRecordsModel::takeChanges(const QList<RecordId> &ids)
{
    for (const RecordId id : ids) {
        if (m_rows.contains(id))
            m_changed += id;
    }
    if (!m_changed.isEmpty() && !m_rowTimer.isActive())
        m_rowTimer.start();
}

void LinkedRecordsModel::askRows()
{
    const QSet<RecordId> needed = m_wanted + m_changed;
    if (m_areRowsOnTheirWay || needed.isEmpty())
        return;
    const QList<RecordId> asked(needed.begin(), needed.end());
    m_wanted.clear();
    m_changed.clear();
    m_areRowsOnTheirWay = true;
    whenDone(m_reader.rows(asked, rowsLane), this, [this, asked](const Result<QList<RecordRow>> &rows) {
        m_areRowsOnTheirWay = false;
        if (!rows) {
            Q_EMIT failed(rows.error());
            return;
        }
        // One that is gone keeps an empty row until the list is asked for again.
        for (const RecordId id : asked)
            m_rows.insert(id, new RecordRow{.id = id});
        for (const RecordRow &row : *rows)
            m_rows.insert(row.id, new RecordRow(row));
        const QSet<RecordId> fresh(asked.begin(), asked.end());
        int first = -1;
        int last = -1;
        for (int row = 0; row < m_ids.size(); ++row) {
            if (fresh.contains(m_ids.at(row))) {
                first = first < 0 ? row : first;
                last = row;
            }
        }
        if (first >= 0)
            Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
        askRows();
    });
}

qint64 LinkedRecordsModel::memberCount() const
{
    return m_members.size();
}

bool LinkedRecordsModel::isLoading() const
{
    return m_isLoading;
}

RecordId LinkedRecordsModel::idAt(int row) const
{
    return m_ids.value(row);
}

int LinkedRecordsModel::rowOf(RecordId id) const
{
    return int(m_ids.indexOf(id));
}

const RecordRow *LinkedRecordsModel::loadedRow(int row) const
{
    return m_rows.object(idAt(row));
}

int LinkedRecordsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int LinkedRecordsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LinkedRecordsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RecordId id = m_ids.at(index.row());
    const RecordRow *row = m_rows.object(id);
    if (!row) {
        if (role != Qt::DisplayRole)
            return {};
        // A page, not a row: the neighbours come into view next.
        const qsizetype page = index.row() / pageSize;
        if (m_wanted.size() >= maxWanted)
            m_wanted.clear();
        for (const RecordId each : m_ids.mid(page * pageSize, pageSize)) {
            if (!m_rows.contains(each))
                m_wanted += each;
        }
        if (!m_rowTimer.isActive())
            m_rowTimer.start();
        return index.column() == NameColumn ? QVariant(u"…"_s) : QVariant();
    }
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return column == BadgeColumn ? QVariant() : text(*row, column);
    case Qt::AccessibleTextRole:
        return text(*row, column);
    case Qt::ToolTipRole:
        if (column == BadgeColumn) {
            for (const SyncBadge &badge : row->badges) {
                if (badge.integrationId == m_integration)
                    return badgeSentence(badge).toHtmlEscaped();
            }
            return {};
        }
        return text(*row, column).toHtmlEscaped();
    case Qt::DecorationRole:
        return column == NameColumn ? QVariant(kindIcon(row->kind)) : QVariant();
    case BadgesRole:
        if (column == BadgeColumn) {
            QList<SyncBadge> own;
            for (const SyncBadge &badge : row->badges) {
                if (badge.integrationId == m_integration)
                    own += badge;
            }
            return QVariant::fromValue(own);
        }
        return {};
    default:
        return {};
    }
}

QString LinkedRecordsModel::text(const RecordRow &row, Column column) const
{
    switch (column) {
    case NameColumn:
        return row.name;
    case KindColumn:
        return kindTitle(row.kind);
    case OrganizationColumn:
        return row.organizationName;
    case TypeColumn:
    case StatusColumn:
        return row.cells.value(fieldOf(row.kind, column)).toString();
    case BadgeColumn:
        for (const SyncBadge &badge : row.badges) {
            if (badge.integrationId == m_integration)
                return badgeAccessibleText(badge);
        }
        break;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant LinkedRecordsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NameColumn:
        return tr("Name");
    case KindColumn:
        return tr("Kind");
    case OrganizationColumn:
        return tr("Organization");
    case TypeColumn:
        return tr("Type");
    case StatusColumn:
        return tr("Status");
    case BadgeColumn:
        return tr("PSA");
    case ColumnCount:
        break;
    }
    return {};
}

void LinkedRecordsModel::sort(int column, Qt::SortOrder order)
{
    QString field;
    switch (Column(column)) {
    case KindColumn:
        field = u"kind"_s;
        break;
    case OrganizationColumn:
        field = u"organization"_s;
        break;
    case TypeColumn:
    case StatusColumn:
        if (m_query.kind)
            field = fieldOf(*m_query.kind, Column(column));
        break;
    case BadgeColumn:
        field = u"state"_s;
        break;
    case NameColumn:
    case ColumnCount:
        break;
    }
    if (m_query.sortField == field && m_query.sortOrder == order)
        return;
    m_query.sortField = field;
    m_query.sortOrder = order;
    askOrder();
}

} // namespace tandem
