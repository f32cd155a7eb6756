// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/callfiguresmodel.h"

#include "ui/integrations/integrationwords.h"
#include "ui/widgets/icons.h"

#include <QLocale>

#include <algorithm>
#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

CallFiguresModel::CallFiguresModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void CallFiguresModel::setFigures(const CallFigures &figures)
{
    QList<Line> lines{{.name = {},
                       .windows = {},
                       .calls = figures.calls,
                       .inFlight = figures.inFlight,
                       .waiting = figures.waiting,
                       .permitsInForce = figures.permitsInForce,
                       .permitsAllowed = figures.permitsAllowed}};
    for (const EndpointFigures &endpoint : figures.endpoints) {
        lines.append({.name = endpoint.endpoint,
                      .windows = {},
                      .calls = endpoint.calls,
                      .inFlight = endpoint.inFlight,
                      .waiting = endpoint.waiting,
                      .permitsInForce = endpoint.permitsInForce,
                      .permitsAllowed = endpoint.permitsAllowed});
    }
    for (const WindowFigures &window : figures.windows) {
        const auto line = std::ranges::find(lines, window.endpoint, &Line::name);
        if (line != lines.end())
            line->windows.append(window);
    }
    if (std::ranges::equal(lines, m_lines, {}, &Line::name, &Line::name)) {
        m_lines = lines;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

int CallFiguresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int CallFiguresModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CallFiguresModel::text(const Line &line, Column column) const
{
    const QLocale locale;
    switch (column) {
    case NameColumn:
        return line.name.isEmpty() ? tr("Whole account") : line.name;
    case UsedColumn: {
        QStringList parts;
        for (const WindowFigures &window : line.windows)
            parts.append(callsText(window.used, window.limit, window.windowSeconds));
        return parts.isEmpty() ? tr("not limited", "calls") : parts.join(u" · ");
    }
    case PaceColumn: {
        std::chrono::milliseconds spacing{0};
        for (const WindowFigures &window : line.windows)
            spacing = std::max(spacing, window.spacing);
        if (spacing.count() == 0)
            return tr("full speed");
        return tr("a call every %1 s").arg(locale.toString(double(spacing.count()) / 1000, 'g', 3));
    }
    case UnderWayColumn:
        return tr("%1 of %2", "calls under way, of those that may be")
            .arg(locale.toString(line.inFlight), locale.toString(line.permitsInForce));
    case WaitingColumn:
        return line.waiting == 0 ? QString() : locale.toString(line.waiting);
    case CallsColumn:
        return locale.toString(line.calls);
    case ColumnCount:
        break;
    }
    return {};
}

QString CallFiguresModel::toolTip(const Line &line, Column column) const
{
    if (column == UnderWayColumn && line.permitsInForce < line.permitsAllowed)
        return tr("The PSA said that there were too many calls at once. %1 are allowed; the number creeps "
                  "back by "
                  "itself.")
            .arg(QLocale().toString(line.permitsAllowed));
    return text(line, column).toHtmlEscaped();
}

QVariant CallFiguresModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line &line = m_lines.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(line, column);
    case Qt::ToolTipRole:
        return toolTip(line, column);
    case Qt::DecorationRole:
        if (column == UnderWayColumn && line.permitsInForce < line.permitsAllowed)
            return actionIcon(u"warning"_s);
        return {};
    case Qt::TextAlignmentRole:
        return int((column >= UnderWayColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant CallFiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= UnderWayColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NameColumn:
        return tr("Calls to");
    case UsedColumn:
        return tr("Used of the budget");
    case PaceColumn:
        return tr("Pace");
    case UnderWayColumn:
        return tr("Under way");
    case WaitingColumn:
        return tr("Waiting");
    case CallsColumn:
        return tr("So far");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tandem
