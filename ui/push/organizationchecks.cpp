// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/push/organizationchecks.h"

namespace tandem {

OrganizationChecks::OrganizationChecks(QObject *parent)
    : QAbstractListModel(parent)
{
}

void OrganizationChecks::setOrganizations(const QList<RecordCounts::OrganizationCount> &organizations,
                                          const std::optional<QSet<RecordId>> &ticked)
{
    beginResetModel();
    m_organizations = organizations;
    m_ticked.clear();
    for (const RecordCounts::OrganizationCount &each : m_organizations) {
        if (!ticked || ticked->contains(each.id))
            m_ticked += each.id;
    }
    find();
    endResetModel();
    Q_EMIT tickedChanged();
}

void OrganizationChecks::setSearch(const QString &words)
{
    if (words == m_search)
        return;
    beginResetModel();
    m_search = words;
    find();
    endResetModel();
}

void OrganizationChecks::find()
{
    m_shown.clear();
    for (int place = 0; place < m_organizations.size(); ++place) {
        if (m_organizations.at(place).name.contains(m_search, Qt::CaseInsensitive))
            m_shown += place;
    }
}

void OrganizationChecks::tickShown(bool isTicked)
{
    if (m_shown.isEmpty())
        return;
    for (const int place : std::as_const(m_shown)) {
        if (isTicked)
            m_ticked += m_organizations.at(place).id;
        else
            m_ticked -= m_organizations.at(place).id;
    }
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
}

qsizetype OrganizationChecks::count() const
{
    return m_organizations.size();
}

const QSet<RecordId> &OrganizationChecks::ticked() const
{
    return m_ticked;
}

bool OrganizationChecks::areAllTicked() const
{
    return m_ticked.size() == m_organizations.size();
}

int OrganizationChecks::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant OrganizationChecks::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RecordCounts::OrganizationCount &organization = m_organizations.at(m_shown.at(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return organization.name;
    case Qt::CheckStateRole:
        return m_ticked.contains(organization.id) ? Qt::Checked : Qt::Unchecked;
    default:
        return {};
    }
}

bool OrganizationChecks::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const RecordId id = m_organizations.at(m_shown.at(index.row())).id;
    if (value.toInt() == Qt::Checked)
        m_ticked += id;
    else
        m_ticked -= id;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
    return true;
}

Qt::ItemFlags OrganizationChecks::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

} // namespace tandem
