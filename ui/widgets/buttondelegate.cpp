// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/buttondelegate.h"

#include <QApplication>
#include <QMouseEvent>
#include <QStyleOptionToolButton>

namespace tandem {

namespace {
constexpr QSize iconSize{16, 16};
} // namespace

ButtonDelegate::ButtonDelegate(const QIcon &icon, int isThereRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_icon(icon)
    , m_isThereRole(isThereRole)
{
}

void ButtonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (!index.data(m_isThereRole).toBool())
        return;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    QStyleOptionToolButton button;
    button.rect = option.rect;
    button.palette = option.palette;
    button.icon = m_icon;
    button.iconSize = iconSize;
    button.subControls = QStyle::SC_ToolButton;
    button.toolButtonStyle = Qt::ToolButtonIconOnly;
    button.state = QStyle::State_Enabled | QStyle::State_AutoRaise;
    button.state |= option.state & (QStyle::State_MouseOver | QStyle::State_Active);
    if (button.state.testFlag(QStyle::State_MouseOver))
        button.state |= QStyle::State_Raised;
    style->drawComplexControl(QStyle::CC_ToolButton, &button, painter, option.widget);
}

QSize ButtonDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index).expandedTo(iconSize + QSize(6, 2));
}

bool ButtonDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    const bool isRelease = event->type() == QEvent::MouseButtonRelease
        && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton;
    if (!isRelease || !index.data(m_isThereRole).toBool())
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    Q_EMIT clicked(index);
    return true;
}

} // namespace tandem
