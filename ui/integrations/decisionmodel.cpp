// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/decisionmodel.h"

#include "ui/integrations/integrationwords.h"
#include "ui/widgets/icons.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace tandem {

DecisionModel::DecisionModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void DecisionModel::setDecisions(const QList<MatchDecision> &decisions)
{
    const auto has = [](const QList<MatchDecision> &list, qint64 id) {
        return std::ranges::any_of(list, [id](const MatchDecision &each) { return each.id == id; });
    };
    for (int row = int(m_decisions.size()) - 1; row >= 0; --row) {
        if (has(decisions, m_decisions.at(row).id))
            continue;
        beginRemoveRows({}, row, row);
        m_decisions.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < decisions.size(); ++row) {
        const int known = rowOf(decisions.at(row).id);
        if (known < 0) {
            beginInsertRows({}, row, row);
            m_decisions.insert(row, decisions.at(row));
            endInsertRows();
            continue;
        }
        if (known != row) {
            beginMoveRows({}, known, known, {}, row);
            m_decisions.move(known, row);
            endMoveRows();
        }
        m_decisions[row] = decisions.at(row);
    }
    if (!m_decisions.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_decisions.size()) - 1, ColumnCount - 1));
}

const MatchDecision &DecisionModel::decision(int row) const
{
    return m_decisions.at(row);
}

int DecisionModel::rowOf(qint64 decision) const
{
    for (int row = 0; row < m_decisions.size(); ++row) {
        if (m_decisions.at(row).id == decision)
            return row;
    }
    return -1;
}

int DecisionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_decisions.size());
}

int DecisionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DecisionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MatchDecision &decision = m_decisions.at(index.row());
    const bool isLeft = decision.choice == MatchDecision::Choice::Left;
    switch (role) {
    case Qt::DecorationRole:
        return index.column() == NameColumn ? QVariant(kindIcon(decision.kind)) : QVariant();
    case Qt::ForegroundRole:
        return isLeft ? QVariant(QGuiApplication::palette().brush(QPalette::PlaceholderText)) : QVariant();
    case Qt::ToolTipRole: {
        const QString text = index.column() == DetailColumn ? decision.detail : decision.name;
        return text.toHtmlEscaped();
    }
    case Qt::AccessibleTextRole:
        if (index.column() == NameColumn)
            return tr("%1, %2", "the name of a record and its kind")
                .arg(decision.name, kindTitle(decision.kind));
        break;
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (Column(index.column())) {
    case NameColumn:
        return isLeft ? tr("%1 (left)").arg(decision.name) : decision.name;
    case DetailColumn:
        return decision.detail.simplified();
    case FoundColumn:
        return shownMoment(decision.foundAt, QDateTime::currentDateTimeUtc());
    case ColumnCount:
        break;
    }
    return {};
}

QVariant DecisionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NameColumn:
        return tr("Record");
    case DetailColumn:
        return tr("Details");
    case FoundColumn:
        return tr("Found");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tandem
