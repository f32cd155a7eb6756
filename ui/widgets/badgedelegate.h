// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace tandem {

/** Paints the badges of a cell, one pill an integration; the model gives them as QList<SyncBadge> under
 * `badgesRole`. */
class BadgeDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BadgeDelegate)
public:
    explicit BadgeDelegate(int badgesRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_badgesRole;
};

} // namespace tandem
