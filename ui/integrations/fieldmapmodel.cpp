// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/fieldmapmodel.h"

#include "core/field.h"
#include "ui/widgets/icons.h"

#include <QCoreApplication>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

QString directionText(Direction direction, const QString &psa)
{
    switch (direction) {
    case Direction::Both:
        return FieldMapModel::tr("both ways");
    case Direction::In:
        return FieldMapModel::tr("only from %1").arg(psa);
    }
    return {};
}

QString normalFormText(NormalForm form)
{
    switch (form) {
    case NormalForm::Text:
        return FieldMapModel::tr("text, without blanks around it");
    case NormalForm::Name:
        return FieldMapModel::tr("name, in any case");
    case NormalForm::OneLine:
        return FieldMapModel::tr("text, line breaks count as blanks");
    case NormalForm::LongText:
        return FieldMapModel::tr("text of several lines");
    case NormalForm::Phone:
        return FieldMapModel::tr("digits of the number");
    case NormalForm::Mac:
        return FieldMapModel::tr("one MAC address");
    case NormalForm::Date:
        return FieldMapModel::tr("day, without the time");
    case NormalForm::Flag:
        return FieldMapModel::tr("yes or no");
    case NormalForm::Id:
        return FieldMapModel::tr("chosen value");
    case NormalForm::Points:
        return FieldMapModel::tr("list, in any order");
    }
    return {};
}

FieldMapModel::FieldMapModel(const FieldMap &map, AssetKind kind, QObject *parent)
    : QAbstractTableModel(parent)
    , m_map(map.kind(kind))
    , m_kind(kind)
    , m_psa(platformTitle(map.platform()))
{
}

int FieldMapModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_map.fields.size());
}

int FieldMapModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FieldMapModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MappedField &field = m_map.fields.at(index.row());
    if (role == Qt::DecorationRole && index.column() == DirectionColumn)
        return actionIcon(field.direction == Direction::Both ? u"arrow-both"_s : u"arrow-in"_s);
    if (role == Qt::TextAlignmentRole && index.column() == LengthColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case FieldColumn: {
        const FieldDescription *description = findField(m_kind, field.field);
        return description ? description->labelText() : field.field;
    }
    case DirectionColumn:
        return directionText(field.direction, m_psa);
    case RemoteColumn:
        return field.remote;
    case NormalFormColumn:
        return normalFormText(field.normal);
    case RequiredColumn:
        return field.isRequired ? tr("required") : QString();
    case LengthColumn:
        return field.maxLength > 0 ? QString::number(field.maxLength) : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant FieldMapModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case FieldColumn:
        return tr("Field in Tandem");
    case DirectionColumn:
        return tr("Travels");
    case RemoteColumn:
        return tr("Field in %1").arg(m_psa);
    case NormalFormColumn:
        return tr("Compared as");
    case RequiredColumn:
        return tr("To create");
    case LengthColumn:
        return tr("Longest");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tandem
