// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace tandem {

/** A line of the sidebar: its text, elided where needed, and at the right its count, in a quieter colour. */
class SidebarDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SidebarDelegate)
public:
    SidebarDelegate(int countRole, int headingRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_countRole;
    int m_headingRole;
};

} // namespace tandem
