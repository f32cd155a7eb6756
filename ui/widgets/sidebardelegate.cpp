// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sidebardelegate.h"

#include "ui/widgets/colourscheme.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

namespace tandem {

namespace {
constexpr int margin = 6;
} // namespace

SidebarDelegate::SidebarDelegate(int countRole, int headingRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_countRole(countRole)
    , m_headingRole(headingRole)
{
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    const QPalette::ColorGroup group =
        item.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor text = item.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = isSelected ? text
                                    : withContrast(mixed(item.palette.color(QPalette::Base), text, 0.6),
                                                   item.palette.color(QPalette::Base), text, 4.5);

    if (index.data(m_headingRole).toBool()) {
        item.font.setWeight(QFont::DemiBold);
        item.palette.setColor(QPalette::Text, quiet);
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        return;
    }

    const QVariant count = index.data(m_countRole);
    const QString figure = count.isValid() ? item.locale.toString(count.toLongLong()) : QString();
    const int figureWidth = figure.isEmpty() ? 0 : item.fontMetrics.horizontalAdvance(figure) + margin;
    const QString whole = item.text;
    item.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    // The text is drawn here and not by the style, so that it is elided before the count.
    item.text = whole;
    QRect area = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget);
    area.setRight(option.rect.right() - margin);
    area.adjust(margin / 2, 0, 0, 0);
    painter->save();
    painter->setFont(item.font);
    painter->setPen(quiet);
    painter->drawText(area, int(Qt::AlignVCenter | Qt::AlignRight), figure);
    painter->setPen(text);
    area.setRight(area.right() - figureWidth);
    painter->drawText(area, int(Qt::AlignVCenter | Qt::AlignLeft),
                      item.fontMetrics.elidedText(whole, Qt::ElideRight, area.width()));
    painter->restore();
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() + 8);
    return size;
}

} // namespace tandem
