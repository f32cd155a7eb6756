// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/conflictmodel.h"

#include "core/field.h"
#include "ui/models/columnheader.h"
#include "ui/widgets/icons.h"

#include <algorithm>

namespace tandem {

namespace {

using Key = std::pair<IntegrationId, RecordId>;

Key keyOf(const ConflictCase &each)
{
    return {each.integrationId(), each.recordId()};
}

QList<ConflictCase> casesOf(const QList<Conflict> &conflicts)
{
    QList<ConflictCase> cases;
    QHash<Key, qsizetype> places;
    for (const Conflict &conflict : conflicts) {
        const Key key{conflict.integrationId, conflict.recordId};
        if (!places.contains(key)) {
            places.insert(key, cases.size());
            cases.append(ConflictCase());
        }
        cases[places.value(key)].fields.append(conflict);
    }
    return cases;
}

bool isSame(const ConflictCase &left, const ConflictCase &right)
{
    return std::ranges::equal(left.fields, right.fields, [](const Conflict &a, const Conflict &b) {
        return a.id == b.id && a.local == b.local && a.remote == b.remote && a.recordName == b.recordName;
    });
}

QString labelsOf(const ConflictCase &each)
{
    QStringList labels;
    for (const Conflict &conflict : each.fields) {
        const FieldDescription *field = findField(conflict.kind, conflict.field);
        labels.append(field ? field->labelText() : conflict.field);
    }
    return labels.join(QStringLiteral(", "));
}

} // namespace

RecordId ConflictCase::recordId() const
{
    return fields.constFirst().recordId;
}

IntegrationId ConflictCase::integrationId() const
{
    return fields.constFirst().integrationId;
}

ConflictModel::ConflictModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ConflictModel::setConflicts(const QList<Conflict> &conflicts)
{
    const QList<ConflictCase> cases = casesOf(conflicts);
    QSet<Key> wanted;
    for (const ConflictCase &each : cases)
        wanted.insert(keyOf(each));
    for (int row = int(m_cases.size()) - 1; row >= 0; --row) {
        if (wanted.contains(keyOf(m_cases.at(row))))
            continue;
        beginRemoveRows({}, row, row);
        m_cases.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < cases.size(); ++row) {
        const ConflictCase &each = cases.at(row);
        if (row >= m_cases.size() || keyOf(m_cases.at(row)) != keyOf(each)) {
            beginInsertRows({}, row, row);
            m_cases.insert(row, each);
            endInsertRows();
        } else if (!isSame(m_cases.at(row), each)) {
            m_cases[row] = each;
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
    // One that came earlier than where it was has been put in anew; its old row is left behind.
    if (const int surplus = int(m_cases.size() - cases.size()); surplus > 0) {
        beginRemoveRows({}, int(cases.size()), int(m_cases.size()) - 1);
        m_cases.resize(cases.size());
        endRemoveRows();
    }
}

const ConflictCase *ConflictModel::at(int row) const
{
    return row >= 0 && row < m_cases.size() ? &m_cases.at(row) : nullptr;
}

int ConflictModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cases.size());
}

int ConflictModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConflictModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ConflictCase &each = m_cases.at(index.row());
    const Conflict &first = each.fields.constFirst();
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == RecordColumn ? first.recordName : labelsOf(each);
    case Qt::DecorationRole:
        return index.column() == RecordColumn ? QVariant(kindIcon(first.kind)) : QVariant();
    case Qt::ToolTipRole:
        return tr("%1, %2: %3", "record, integration: fields")
            .arg(first.recordName, first.integrationName, labelsOf(each))
            .toHtmlEscaped();
    default:
        return {};
    }
}

QVariant ConflictModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return columnHeader({tr("Record"), tr("Changed on both sides")}, section, orientation, role);
}

} // namespace tandem
