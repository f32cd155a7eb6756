// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/historymodel.h"

#include "core/field.h"
#include "core/fieldtext.h"
#include "ui/models/columnheader.h"
#include "ui/widgets/icons.h"

#include <QLocale>

#include <algorithm>
#include <functional>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** The internal id of an event's index; that of a change is the id of its event. */
constexpr quintptr ofEvent = 0;

/** What a change let go of: the value that lost a conflict, else the one before. */
struct LetGo {
    QJsonValue value;
    QString text; ///< for people; empty when it was blank
};

LetGo letGoOf(const FieldDescription &field, const QJsonObject &change)
{
    const QString key = change.contains("lost"_L1) ? u"lost"_s : u"before"_s;
    const QJsonValue value = nullIfBlank(change.value(key));
    return {value, fieldText(field, value, change.value(QString(key + u"_text"_s)).toString())};
}

QString wordsOf(const FieldDescription &field, const QJsonValue &value, const QString &name)
{
    return isBlank(value) ? HistoryModel::tr("(blank)") : fieldText(field, value, name);
}

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

void HistoryModel::clear()
{
    if (m_lines.isEmpty())
        return;
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

void HistoryModel::setNewest(const QList<Event> &events)
{
    const qint64 known = m_lines.isEmpty() ? 0 : m_lines.constFirst().event.id;
    const auto isKnown = [known](const Event &event) { return event.id == known; };
    const qsizetype fresh = std::ranges::find_if(events, isKnown) - events.begin();
    if (known == 0 || fresh == events.size()) {
        beginResetModel();
        m_lines.clear();
        for (const Event &event : events)
            m_lines.append(lineOf(event));
        endResetModel();
    } else if (fresh > 0) {
        beginInsertRows({}, 0, int(fresh) - 1);
        for (qsizetype i = fresh - 1; i >= 0; --i)
            m_lines.prepend(lineOf(events.at(i)));
        endInsertRows();
    }
}

void HistoryModel::appendOlder(const QList<Event> &events)
{
    if (events.isEmpty())
        return;
    beginInsertRows({}, int(m_lines.size()), int(m_lines.size() + events.size()) - 1);
    for (const Event &event : events)
        m_lines.append(lineOf(event));
    endInsertRows();
}

void HistoryModel::setCurrent(const FieldValues &fields)
{
    if (m_current == fields)
        return;
    m_current = fields;
    for (int row = 0; row < m_lines.size(); ++row) {
        const QModelIndex event = index(row, 0);
        if (const int changes = rowCount(event); changes > 0)
            Q_EMIT dataChanged(index(0, PutBackColumn, event), index(changes - 1, PutBackColumn, event));
    }
}

qint64 HistoryModel::oldestId() const
{
    return m_lines.isEmpty() ? 0 : m_lines.constLast().event.id;
}

HistoryModel::Line HistoryModel::lineOf(const Event &event)
{
    Line line{.event = event, .fields = {}};
    for (const FieldDescription *field : allFieldsOf(event.kind)) {
        if (event.fields.contains(field->name()))
            line.fields.append(field->name());
    }
    return line;
}

int HistoryModel::rowOf(qint64 eventId) const
{
    const auto found = std::ranges::lower_bound(m_lines, eventId, std::ranges::greater(),
                                                [](const Line &line) { return line.event.id; });
    return int(found - m_lines.begin());
}

QModelIndex HistoryModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(m_lines.at(parent.row()).event.id) : ofEvent);
}

QModelIndex HistoryModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == ofEvent)
        return {};
    return createIndex(rowOf(qint64(index.internalId())), 0, ofEvent);
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_lines.size());
    const bool isEvent = parent.internalId() == ofEvent && parent.column() == 0;
    return isEvent ? int(m_lines.at(parent.row()).fields.size()) : 0;
}

int HistoryModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isEvent = index.internalId() == ofEvent;
    const Line &line = m_lines.at(isEvent ? index.row() : rowOf(qint64(index.internalId())));
    if (role == EventIdRole)
        return line.event.id;
    return isEvent ? eventData(line.event, index.column(), role)
                   : changeData(line, index.row(), index.column(), role);
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

QVariant HistoryModel::changeData(const Line &line, int row, int column, int role) const
{
    const QString id = line.fields.at(row);
    const FieldDescription &field = *findField(line.event.kind, id);
    const QJsonObject change = line.event.fields.value(id).toObject();
    const LetGo letGo = letGoOf(field, change);
    const bool hasLetGo = change.contains("lost"_L1) || change.contains("before"_L1);
    const bool canPutBack = hasLetGo && letGo.value != nullIfBlank(m_current.value(id));
    switch (role) {
    case FieldRole:
        return id;
    case CanPutBackRole:
        return canPutBack;
    case PutBackTextRole:
        return letGo.text;
    case Qt::DisplayRole:
    case Qt::ToolTipRole: {
        if (column == PutBackColumn && role == Qt::ToolTipRole && canPutBack) {
            const QString sentence = letGo.text.isEmpty()
                ? tr("Makes %1 blank again.").arg(field.labelText())
                : tr("Puts “%1” back into %2.").arg(letGo.text, field.labelText());
            return QString(sentence.toHtmlEscaped() + u"<br>"_s
                           + tr("This is an edit itself: it is saved at once, and pushed as any other.")
                                 .toHtmlEscaped());
        }
        if (column != WhatColumn)
            return {};
        const QString lost = wordsOf(field, letGo.value, change.value("lost_text"_L1).toString());
        const QString before =
            wordsOf(field, change.value("before"_L1), change.value("before_text"_L1).toString());
        const QString after =
            wordsOf(field, change.value("after"_L1), change.value("after_text"_L1).toString());
        const QString text = change.contains("lost"_L1)
            ? tr("%1: %2 lost to %3", "field: value lost to value").arg(field.labelText(), lost, after)
            : tr("%1: %2 → %3", "field: before → after").arg(field.labelText(), before, after);
        if (role == Qt::ToolTipRole)
            return text.toHtmlEscaped().replace(u'\n', "<br>"_L1);
        return QString(text).replace(u'\n', u' ');
    }
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return columnHeader({tr("When"), tr("What"), tr("Who"), QString()}, section, orientation, role);
}

} // namespace tandem
