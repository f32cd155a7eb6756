// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/activitymodel.h"

#include "ui/models/columnheader.h"
#include "ui/widgets/icons.h"

#include <QLocale>

#include <algorithm>

namespace tandem {

ActivityModel::ActivityModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ActivityModel::add(const Activity &line)
{
    const auto known = std::find_if(m_lines.rbegin(), m_lines.rend(),
                                    [&line](const Activity &other) { return other.id == line.id; });
    if (known != m_lines.rend()) {
        const int row = int(known - m_lines.rbegin());
        *known = line;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
    if (m_lines.size() == maxLines) {
        beginRemoveRows({}, maxLines - 1, maxLines - 1);
        m_lines.removeFirst();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_lines.append(line);
    endInsertRows();
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Activity &line = m_lines.at(m_lines.size() - 1 - index.row());
    if (role == RecordIdRole)
        return line.recordId;
    const bool isAboutRecord = line.recordId != 0;
    switch (index.column()) {
    case TimeColumn:
        return role == Qt::DisplayRole
            ? QVariant(QLocale().toString(line.at.toLocalTime().time(), QStringLiteral("HH:mm:ss")))
            : QVariant();
    case RecordColumn:
        if (role == Qt::DisplayRole)
            return line.recordName;
        if (role == Qt::DecorationRole && isAboutRecord)
            return kindIcon(line.kind);
        return {};
    case StateColumn:
        if (role == Qt::DisplayRole && isAboutRecord)
            return syncStateTitle(line.state);
        if (role == Qt::DecorationRole && isAboutRecord)
            return stateIcon(line.state);
        return {};
    case MessageColumn:
        if (role == Qt::DisplayRole)
            return QString(line.message).replace(QLatin1Char('\n'), QLatin1Char(' '));
        if (role == Qt::ToolTipRole)
            return line.message.toHtmlEscaped();
        return {};
    default:
        return {};
    }
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return columnHeader({tr("Time"), tr("Record"), tr("State"), tr("What happened")}, section, orientation,
                        role);
}

} // namespace tandem
