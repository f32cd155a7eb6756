// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/optionusemodel.h"

#include "ui/widgets/icons.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

OptionUseModel::OptionUseModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

bool OptionUseModel::hasTicks(OptionList list)
{
    switch (list) {
    case OptionList::OrganizationType:
    case OptionList::OrganizationStatus:
    case OptionList::ConfigurationType:
    case OptionList::ConfigurationStatus:
    case OptionList::Classification:
        return true;
    case OptionList::ContactType:
    case OptionList::EmailType:
    case OptionList::PhoneType:
    case OptionList::Manufacturer:
    case OptionList::Model:
    case OptionList::Country:
    case OptionList::Region:
    case OptionList::Member:
    case OptionList::Count:
        break;
    }
    return false;
}

void OptionUseModel::setUses(OptionList list, const QList<OptionUse> &uses,
                             const QList<Integration> &integrations)
{
    const bool isSame = list == m_list && std::ranges::equal(uses, m_uses, {}, &OptionUse::id, &OptionUse::id)
        && std::ranges::equal(integrations, m_integrations, {}, &Integration::id, &Integration::id);
    if (isSame) {
        m_uses = uses;
        m_integrations = integrations;
        if (!m_uses.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_uses.size()) - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_list = list;
    m_uses = uses;
    m_integrations = integrations;
    endResetModel();
}

IntegrationId OptionUseModel::integrationAt(int column) const
{
    return m_integrations.value(column - FirstIntegrationColumn).id;
}

int OptionUseModel::recordsColumn() const
{
    return FirstIntegrationColumn + int(m_integrations.size());
}

int OptionUseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_uses.size());
}

int OptionUseModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : recordsColumn() + 1;
}

OptionUse::Entry OptionUseModel::entryAt(const QModelIndex &index) const
{
    const IntegrationId wanted = integrationAt(index.column());
    for (const OptionUse::Entry &entry : m_uses.at(index.row()).integrations) {
        if (entry.integrationId == wanted)
            return entry;
    }
    return {.integrationId = wanted};
}

OptionUse::Sync OptionUseModel::syncAt(const QModelIndex &index) const
{
    const OptionUse::Entry entry = entryAt(index);
    if (entry.sync == OptionUse::Sync::NotConnected || hasTicks(m_list))
        return entry.sync;
    return entry.isActive ? OptionUse::Sync::Enabled : OptionUse::Sync::Disabled;
}

QString OptionUseModel::toolTip(const QModelIndex &index) const
{
    const OptionUse &use = m_uses.at(index.row());
    if (integrationAt(index.column()) == 0)
        return use.name.toHtmlEscaped();
    const Integration integration = m_integrations.value(index.column() - FirstIntegrationColumn);
    const OptionUse::Entry entry = entryAt(index);
    const QString psa = integration.name.toHtmlEscaped();
    if (entry.sync == OptionUse::Sync::NotConnected)
        return tr("%1 has no such value. Make it there, and it comes in with the next sync.").arg(psa);
    QString text;
    if (!hasTicks(m_list))
        text = tr("%1 has this value, and records can use it.").arg(psa);
    else if (entry.sync == OptionUse::Sync::Enabled)
        text = tr("Ticked in the Sync Settings of %1.").arg(psa);
    else
        text = tr("Not ticked in the Sync Settings of %1, so records with it do not sync.").arg(psa);
    if (!entry.isActive)
        text += u' ' + tr("The PSA has set this value to inactive.");
    if (entry.remoteName != use.name)
        text += u' ' + tr("It is called “%1” there.").arg(entry.remoteName.toHtmlEscaped());
    return text;
}

QVariant OptionUseModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OptionUse &use = m_uses.at(index.row());
    const bool isIntegration = integrationAt(index.column()) != 0;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == NameColumn)
            return use.name;
        if (index.column() == recordsColumn())
            return QLocale().toString(use.records);
        switch (syncAt(index)) {
        case OptionUse::Sync::Enabled:
            return tr("Enabled");
        case OptionUse::Sync::Disabled:
            return tr("Disabled");
        case OptionUse::Sync::NotConnected:
            return tr("Not connected");
        }
        return {};
    case Qt::DecorationRole:
        if (!isIntegration)
            return {};
        switch (syncAt(index)) {
        case OptionUse::Sync::Enabled:
            return actionIcon(u"ok"_s);
        case OptionUse::Sync::Disabled:
            return actionIcon(u"pause"_s);
        case OptionUse::Sync::NotConnected:
            return actionIcon(u"disconnect"_s);
        }
        return {};
    case Qt::ForegroundRole:
        return isIntegration && syncAt(index) != OptionUse::Sync::Enabled
            ? QVariant(QGuiApplication::palette().brush(QPalette::PlaceholderText))
            : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == recordsColumn() ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter))
                                                 : QVariant();
    case Qt::ToolTipRole:
        return toolTip(index);
    case SortRole:
        if (index.column() == NameColumn)
            return use.name;
        return index.column() == recordsColumn() ? QVariant(use.records) : QVariant(int(syncAt(index)));
    default:
        return {};
    }
}

QVariant OptionUseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == recordsColumn() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (integrationAt(section) != 0) {
        const Integration integration = m_integrations.value(section - FirstIntegrationColumn);
        if (role == Qt::ToolTipRole)
            return platformTitle(integration.platform);
        return role == Qt::DisplayRole ? QVariant(integration.name) : QVariant();
    }
    if (role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Value") : tr("Records");
}

} // namespace tandem
