// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/fieldmapmodel.h"

#include "core/field.h"
#include "ui/widgets/icons.h"

#include <QCoreApplication>
#include <QIcon>
#include <QLocale>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

QString directionText(Direction direction, const QString &psa)
{
    switch (direction) {
    case Direction::Both:
        return FieldMapModel::tr("both ways");
    case Direction::In:
        return FieldMapModel::tr("only from %1").arg(psa);
    case Direction::Out:
        return FieldMapModel::tr("only to %1").arg(psa);
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
    case NormalForm::Number:
        return FieldMapModel::tr("number");
    case NormalForm::Points:
        return FieldMapModel::tr("list, in any order");
    }
    return {};
}

namespace {

QIcon directionIcon(Direction direction)
{
    switch (direction) {
    case Direction::Both:
        return actionIcon(u"arrow-both"_s);
    case Direction::In:
        return actionIcon(u"arrow-in"_s);
    case Direction::Out:
        return actionIcon(u"arrow-out"_s);
    }
    return {};
}

} // namespace

FieldMapModel::FieldMapModel(const Integration &integration, AssetKind kind, QObject *parent)
    : QAbstractTableModel(parent)
    , m_kind(kind)
    , m_psa(platformTitle(integration.platform))
{
    fill(integration);
}

void FieldMapModel::fill(const Integration &integration)
{
    m_fields.clear();
    m_custom.clear();
    if (const FieldMap *map = integration.fieldMap())
        m_fields = map->kind(m_kind).fields;
    for (const CustomMapping &each : integration.customFields) {
        if (each.kind != m_kind)
            continue;
        m_custom.append(each);
        if (each.isGone)
            m_fields.append(each.mappedField(integration.platform));
    }
}

void FieldMapModel::setIntegration(const Integration &integration)
{
    beginResetModel();
    fill(integration);
    endResetModel();
}

std::optional<CustomMapping> FieldMapModel::customField(const QModelIndex &index) const
{
    if (!index.isValid())
        return std::nullopt;
    for (const CustomMapping &each : m_custom) {
        if (each.field == m_fields.at(index.row()).field)
            return each;
    }
    return std::nullopt;
}

bool FieldMapModel::isGone(int row) const
{
    return std::ranges::any_of(m_custom, [&](const CustomMapping &each) {
        return each.isGone && each.field == m_fields.at(row).field;
    });
}

int FieldMapModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size());
}

int FieldMapModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FieldMapModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MappedField &field = m_fields.at(index.row());
    if (role == Qt::DecorationRole && index.column() == DirectionColumn)
        return directionIcon(field.direction);
    if (role == Qt::DecorationRole && index.column() == RemoteColumn && isGone(index.row()))
        return actionIcon(u"warning"_s);
    if (role == Qt::ToolTipRole && !field.choices.isEmpty())
        return tr("One of: %1").arg(QLocale().createSeparatedList(field.choices)).toHtmlEscaped();
    if (role == Qt::TextAlignmentRole && index.column() == LengthColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case FieldColumn: {
        const FieldDescription *description = findField(m_kind, field.field);
        const QString label = description ? description->labelText() : field.field;
        return field.isCustom() ? tr("%1 (custom)", "label of a field").arg(label) : label;
    }
    case DirectionColumn:
        return directionText(field.direction, m_psa);
    case RemoteColumn:
        return isGone(index.row()) ? tr("%1 – no longer in %2").arg(field.remoteTitle(), m_psa)
                                   : field.remoteTitle();
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
