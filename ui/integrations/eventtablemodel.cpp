// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/eventtablemodel.h"

#include "store/recordreader.h"
#include "ui/whendone.h"
#include "ui/widgets/icons.h"

#include <QLocale>
#include <QStringList>

namespace tandem {

EventTableModel::EventTableModel(RecordReader &reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
{
}

void EventTableModel::setQuery(const EventQuery &query)
{
    m_query = query;
    reload();
}

void EventTableModel::reload()
{
    m_query.beforeId = 0;
    m_isReading = true;
    const int request = ++m_request;
    whenDone(m_reader.events(m_query), this, [this, request](const Result<QList<Event>> &events) {
        if (request != m_request)
            return;
        if (!events) {
            m_isReading = false;
            Q_EMIT loadFailed(events.error());
            return;
        }
        take(*events, true);
    });
}

bool EventTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isReading && !m_isComplete && !m_events.isEmpty();
}

void EventTableModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_query.beforeId = m_events.constLast().id;
    m_isReading = true;
    const int request = ++m_request;
    whenDone(m_reader.events(m_query), this, [this, request](const Result<QList<Event>> &events) {
        if (request != m_request)
            return;
        if (!events) {
            m_isReading = false;
            Q_EMIT loadFailed(events.error());
            return;
        }
        take(*events, false);
    });
}

void EventTableModel::take(const QList<Event> &events, bool fromNewest)
{
    m_isComplete = events.size() < m_query.limit;
    if (fromNewest) {
        beginResetModel();
        m_events = events;
        endResetModel();
    } else if (!events.isEmpty()) {
        const int first = int(m_events.size());
        beginInsertRows({}, first, first + int(events.size()) - 1);
        m_events += events;
        endInsertRows();
    }
    // Not before: whoever hears of the change may ask for more at once.
    m_isReading = false;
    Q_EMIT loaded();
}

const Event &EventTableModel::event(int row) const
{
    return m_events.at(row);
}

QString EventTableModel::rowText(int row) const
{
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column)
        cells += index(row, column).data().toString().simplified();
    return cells.join(u'\t');
}

int EventTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

int EventTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Event &event = m_events.at(index.row());
    if (role == Qt::DecorationRole && index.column() == EventColumn)
        return event.isFailure ? QVariant(stateIcon(SyncState::Error)) : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case TimeColumn:
        return QLocale().toString(event.at.toLocalTime(), QLocale::ShortFormat);
    case EventColumn:
        return eventTypeTitle(event.type);
    case RecordColumn:
        return event.recordId == 0 ? QString() : tr("%1 (%2)").arg(event.recordName, kindTitle(event.kind));
    case PersonColumn:
        return event.person.isEmpty() ? tr("Tandem") : event.person;
    case MessageColumn:
        return event.message.simplified();
    case RequestColumn:
        return event.requestId;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case TimeColumn:
        return tr("Time");
    case EventColumn:
        return tr("Event");
    case RecordColumn:
        return tr("Record");
    case PersonColumn:
        return tr("Who");
    case MessageColumn:
        return tr("What happened");
    case RequestColumn:
        return tr("Request id");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tandem
