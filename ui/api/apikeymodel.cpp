// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/api/apikeymodel.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

#include <algorithm>

namespace tandem {

namespace {

QString momentText(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

ApiKeyModel::ApiKeyModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ApiKeyModel::setKeys(const QList<ApiKey> &keys)
{
    if (std::ranges::equal(keys, m_keys, {}, &ApiKey::id, &ApiKey::id)) {
        m_keys = keys;
        if (!m_keys.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_keys.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_keys = keys;
    endResetModel();
}

ApiKey ApiKeyModel::keyAt(int row) const
{
    return m_keys.value(row);
}

int ApiKeyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_keys.size());
}

int ApiKeyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ApiKeyModel::cell(const ApiKey &key, int column)
{
    switch (column) {
    case NameColumn:
        return key.name;
    case RoleColumn:
        return roleTitle(key.role);
    case CreatedColumn:
        return momentText(key.createdAt);
    case LastUsedColumn:
        return key.lastUsedAt.isValid() ? momentText(key.lastUsedAt) : tr("Never");
    case StateColumn:
        return key.revokedAt.isValid() ? tr("Revoked") : tr("In use");
    default:
        return {};
    }
}

QString ApiKeyModel::toolTip(const ApiKey &key, int column)
{
    if (column == RoleColumn)
        return roleExplanation(key.role);
    if (column == CreatedColumn && !key.createdBy.isEmpty())
        return tr("Made by %1").arg(key.createdBy);
    if (column == StateColumn && key.revokedAt.isValid())
        return tr("Revoked on %1").arg(momentText(key.revokedAt));
    return {};
}

QVariant ApiKeyModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_keys.size())
        return {};
    const ApiKey &key = m_keys.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cell(key, index.column());
    case Qt::ToolTipRole:
        return toolTip(key, index.column()).toHtmlEscaped();
    case Qt::ForegroundRole:
        return key.revokedAt.isValid() ? QVariant(QGuiApplication::palette().brush(QPalette::PlaceholderText))
                                       : QVariant();
    default:
        return {};
    }
}

QVariant ApiKeyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case RoleColumn:
        return tr("Role");
    case CreatedColumn:
        return tr("Created");
    case LastUsedColumn:
        return tr("Last used");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace tandem
