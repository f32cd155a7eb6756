// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badgelabel.h"

#include "ui/widgets/badge.h"

#include <QPainter>
#include <QStringList>

namespace tandem {

namespace {
constexpr int gap = 4;
} // namespace

BadgeLabel::BadgeLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void BadgeLabel::setBadges(const QList<SyncBadge> &badges)
{
    m_badges = badges;
    QStringList words;
    QStringList sentences;
    for (const SyncBadge &badge : badges) {
        words.append(badgeAccessibleText(badge));
        sentences.append(badgeSentence(badge));
    }
    setAccessibleName(words.join(QStringLiteral(", ")));
    // A tool tip that looks like HTML would be shown as such, and names are not ours.
    setToolTip(
        sentences.join(QLatin1Char('\n')).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
    updateGeometry();
    update();
}

QList<SyncBadge> BadgeLabel::badges() const
{
    return m_badges;
}

QSize BadgeLabel::sizeHint() const
{
    QSize size(0, 0);
    for (const SyncBadge &badge : m_badges) {
        const QSize pill = badgeSize(badge, font());
        size.rwidth() += pill.width() + (size.width() > 0 ? gap : 0);
        size.setHeight(qMax(size.height(), pill.height()));
    }
    return size;
}

QSize BadgeLabel::minimumSizeHint() const
{
    return sizeHint();
}

void BadgeLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect free = rect();
    for (const SyncBadge &badge : m_badges)
        free.setLeft(paintBadge(&painter, free, badge, font(), palette()).right() + 1 + gap);
}

} // namespace tandem
