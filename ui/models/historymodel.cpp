// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/historymodel.h"

#include "core/field.h"
#include "ui/models/fieldtext.h"
#include "ui/widgets/icons.h"

#include <QLocale>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** The internal id of an event's index; that of a change is its event's row + 1. */
constexpr quintptr eventId = 0;

QIcon iconOf(const Event &event)
{
    if (event.isFailure)
        return stateIcon(SyncState::Error);
    switch (event.type) {
    case Event::Type::Edited:
        return actionIcon(u"edit"_s);
    case Event::Type::Pushed:
        return stateIcon(SyncState::Pushing);
    case Event::Type::Pulled:
        return actionIcon(u"arrow-in"_s);
    case Event::Type::Linked:
        return actionIcon(u"link"_s);
    case Event::Type::Held:
        return stateIcon(SyncState::Held);
    case Event::Type::PushFailed:
    case Event::Type::PullFailed:
    case Event::Type::SyncFailed:
        return stateIcon(SyncState::Error);
    case Event::Type::SyncFinished:
        return actionIcon(u"sync"_s);
    case Event::Type::Changed:
        return actionIcon(u"settings"_s);
    case Event::Type::Count:
        break;
    }
    return {};
}

} // namespace

HistoryModel::HistoryModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void HistoryModel::setEvents(const QList<Event> &events)
{
    const bool isSame = std::ranges::equal(
        events, m_events, [](const Event &left, const Event &right) { return left.id == right.id; });
    if (isSame)
        return;
    beginResetModel();
    m_events = events;
    m_fields.clear();
    for (const Event &event : events) {
        QStringList fields;
        for (const FieldDescription &field : fieldsOf(event.kind)) {
            if (event.fields.contains(field.name()))
                fields.append(field.name());
        }
        m_fields.append(fields);
    }
    endResetModel();
}

QModelIndex HistoryModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : eventId);
}

QModelIndex HistoryModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == eventId)
        return {};
    return createIndex(int(index.internalId() - 1), 0, eventId);
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_events.size());
    const bool isEvent = parent.internalId() == eventId && parent.column() == 0;
    return isEvent ? int(m_fields.at(parent.row()).size()) : 0;
}

int HistoryModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == eventId)
        return eventData(m_events.at(index.row()), index.column(), role);
    return changeData(int(index.internalId() - 1), index.row(), index.column(), role);
}

QVariant HistoryModel::eventData(const Event &event, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case TimeColumn: {
            const QDateTime local = event.at.toLocalTime();
            return local.date() == QDate::currentDate()
                ? QLocale().toString(local.time(), QLocale::ShortFormat)
                : QLocale().toString(local, QLocale::ShortFormat);
        }
        case WhatColumn:
            return QString(event.message.isEmpty() ? eventTypeTitle(event.type) : event.message)
                .replace(u'\n', u' ');
        case PersonColumn:
            return event.person.isEmpty() ? event.integrationName : event.person;
        default:
            return {};
        }
    case Qt::DecorationRole:
        return column == WhatColumn ? QVariant(iconOf(event)) : QVariant();
    case Qt::ToolTipRole: {
        QStringList lines{event.message.toHtmlEscaped()};
        if (!event.requestId.isEmpty())
            lines.append(tr("Request %1").arg(event.requestId).toHtmlEscaped());
        return lines.join(u"<br>"_s);
    }
    default:
        return {};
    }
}

QVariant HistoryModel::changeData(int eventRow, int row, int column, int role) const
{
    const Event &event = m_events.at(eventRow);
    const QString id = m_fields.at(eventRow).at(row);
    const FieldDescription *field = findField(event.kind, id);
    const QJsonObject change = event.fields.value(id).toObject();
    const QJsonValue before = change.value("before"_L1);
    switch (role) {
    case FieldRole:
        return id;
    case BeforeRole:
        return QVariant::fromValue(nullIfBlank(before));
    case BeforeTextRole:
        return fieldText(*field, before, change.value("before_text"_L1).toString());
    case Qt::DisplayRole:
    case Qt::ToolTipRole: {
        if (column != WhatColumn)
            return {};
        const QJsonValue after = change.value("after"_L1);
        const auto shown = [field](const QJsonValue &value, const QString &name) {
            return isBlank(value) ? tr("(blank)") : fieldText(*field, value, name).replace(u'\n', u' ');
        };
        const QString text =
            tr("%1: %2 → %3", "field: before → after")
                .arg(field->labelText(), shown(before, change.value("before_text"_L1).toString()),
                     shown(after, change.value("after_text"_L1).toString()));
        return role == Qt::ToolTipRole ? text.toHtmlEscaped() : text;
    }
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("When");
    case WhatColumn:
        return tr("What");
    case PersonColumn:
        return tr("Who");
    default:
        return {};
    }
}

} // namespace tandem
