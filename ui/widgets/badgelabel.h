// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordlist.h"

#include <QWidget>

namespace tandem {

/** Badges in a window, larger than in a table: beside a record's title and in its PSA sync status. */
class BadgeLabel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BadgeLabel)
public:
    explicit BadgeLabel(QWidget *parent = nullptr);

    void setBadges(const QList<SyncBadge> &badges);
    [[nodiscard]] QList<SyncBadge> badges() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<SyncBadge> m_badges;
};

} // namespace tandem
