// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/checklistmodel.h"

#include <QCollator>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace tandem {

CheckListModel::CheckListModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void CheckListModel::setValues(const QList<StoredOption> &values, const QSet<QString> &ticked)
{
    beginResetModel();
    m_values = values;
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::stable_sort(m_values.begin(), m_values.end(),
                     [&collator](const StoredOption &a, const StoredOption &b) {
                         if (a.isActive != b.isActive)
                             return a.isActive;
                         return collator.compare(a.name, b.name) < 0;
                     });
    m_ticked.clear();
    for (const StoredOption &value : std::as_const(m_values)) {
        if (ticked.contains(value.remoteId))
            m_ticked += value.remoteId;
    }
    endResetModel();
    Q_EMIT tickedChanged();
}

QSet<QString> CheckListModel::ticked() const
{
    return m_ticked;
}

int CheckListModel::rowOf(const QString &remoteId) const
{
    for (int row = 0; row < m_values.size(); ++row) {
        if (m_values.at(row).remoteId == remoteId)
            return row;
    }
    return -1;
}

int CheckListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_values.size());
}

QVariant CheckListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StoredOption &value = m_values.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return value.isActive ? value.name : tr("%1 (inactive)").arg(value.name);
    case Qt::ToolTipRole:
        return value.isActive ? QString() : tr("The PSA has set this value to inactive.");
    case Qt::ForegroundRole:
        return value.isActive ? QVariant() : QGuiApplication::palette().brush(QPalette::PlaceholderText);
    case Qt::CheckStateRole:
        return m_ticked.contains(value.remoteId) ? Qt::Checked : Qt::Unchecked;
    case RemoteIdRole:
        return value.remoteId;
    case ActiveRole:
        return value.isActive;
    default:
        return {};
    }
}

bool CheckListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString &remoteId = m_values.at(index.row()).remoteId;
    const bool isTicked = value.toInt() == Qt::Checked;
    if (isTicked == m_ticked.contains(remoteId))
        return true;
    if (isTicked)
        m_ticked += remoteId;
    else
        m_ticked -= remoteId;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
    return true;
}

Qt::ItemFlags CheckListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

} // namespace tandem
