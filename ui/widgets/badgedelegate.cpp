// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badgedelegate.h"

#include "ui/widgets/badge.h"

#include <QApplication>
#include <QPainter>

namespace tandem {

namespace {
constexpr int margin = 6;
constexpr int gap = 4;
} // namespace

BadgeDelegate::BadgeDelegate(int badgesRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_badgesRole(badgesRole)
{
}

void BadgeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const auto badges = index.data(m_badgesRole).value<QList<SyncBadge>>();
    if (!badges.isEmpty())
        item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    painter->save();
    painter->setClipRect(option.rect);
    QRect free = option.rect.adjusted(margin, 0, -margin, 0);
    for (const SyncBadge &badge : badges) {
        const QRect pill = paintBadge(painter, free, badge, item.font, item.palette);
        free.setLeft(pill.right() + 1 + gap);
    }
    painter->restore();
}

QSize BadgeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const auto badges = index.data(m_badgesRole).value<QList<SyncBadge>>();
    if (badges.isEmpty())
        return QStyledItemDelegate::sizeHint(option, index);
    QSize size(2 * margin - gap, 0);
    for (const SyncBadge &badge : badges) {
        const QSize pill = badgeSize(badge, item.font);
        size.rwidth() += pill.width() + gap;
        size.setHeight(qMax(size.height(), pill.height() + 4));
    }
    return size;
}

} // namespace tandem
