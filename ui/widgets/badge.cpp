// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"

#include "ui/widgets/colourscheme.h"
#include "ui/widgets/icons.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

enum class Hue : quint8 {
    Grey,
    Green,
    Blue,
    Orange,
    Red,
    Purple,
};

Hue hueOf(SyncState state)
{
    switch (state) {
    case SyncState::NotSyncing:
    case SyncState::NotYetPushed:
    case SyncState::Paused:
    case SyncState::Disconnected:
        return Hue::Grey;
    case SyncState::Synced:
        return Hue::Green;
    case SyncState::Pending:
    case SyncState::Pushing:
    case SyncState::Checking:
        return Hue::Blue;
    case SyncState::Retrying:
    case SyncState::Orphaned:
    case SyncState::Held:
        return Hue::Orange;
    case SyncState::Conflict:
        return Hue::Purple;
    case SyncState::Disabled:
    case SyncState::Error:
        return Hue::Red;
    case SyncState::Count:
        break;
    }
    return Hue::Grey;
}

QColor toneOf(Hue hue, bool dark)
{
    switch (hue) {
    case Hue::Grey:
        return dark ? u"#a9afb5"_s : u"#5d6369"_s;
    case Hue::Green:
        return dark ? u"#56c271"_s : u"#187a35"_s;
    case Hue::Blue:
        return dark ? u"#6cb2f5"_s : u"#0b66c2"_s;
    case Hue::Orange:
        return dark ? u"#f5a04c"_s : u"#a85400"_s;
    case Hue::Red:
        return dark ? u"#ff7b72"_s : u"#c62828"_s;
    case Hue::Purple:
        return dark ? u"#c79bf2"_s : u"#7b3fb5"_s;
    }
    return {};
}

/** Measures of a pill, all in device independent pixels. */
struct Measures {
    QFont font;
    int padding;
    int gap;
    int icon;
    int height;
    int textWidth;
};

Measures measure(const SyncBadge &badge, const QFont &font)
{
    Measures measures{.font = font, .padding = 7, .gap = 4, .icon = 0, .height = 0, .textWidth = 0};
    if (font.pointSizeF() > 0)
        measures.font.setPointSizeF(font.pointSizeF() * 0.9);
    measures.font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(measures.font);
    measures.height = metrics.height() + 4;
    measures.icon = qMax(12, metrics.height() - 2);
    measures.textWidth = metrics.horizontalAdvance(platformMark(badge.platform));
    return measures;
}

} // namespace

StateColours stateColours(SyncState state, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const bool dark = base.lightness() < 128;
    const QColor tone = toneOf(hueOf(state), dark);
    const QColor fill = mixed(base, tone, dark ? 0.20 : 0.11);
    return {.ink = withContrast(tone, fill, dark ? Qt::white : Qt::black, 4.5),
            .fill = fill,
            .outline = mixed(base, tone, dark ? 0.55 : 0.45)};
}

QSize badgeSize(const SyncBadge &badge, const QFont &font)
{
    const Measures measures = measure(badge, font);
    return {measures.padding + measures.textWidth + measures.gap + measures.icon + measures.padding - 1,
            measures.height};
}

QRect paintBadge(QPainter *painter, const QRect &rect, const SyncBadge &badge, const QFont &font,
                 const QPalette &palette)
{
    const Measures measures = measure(badge, font);
    const StateColours colours = stateColours(badge.state, palette);
    QRect pill(QPoint(), badgeSize(badge, font));
    pill.moveTo(rect.left(), rect.top() + (rect.height() - pill.height()) / 2);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colours.outline, 1));
    painter->setBrush(colours.fill);
    const QRectF outline = QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->drawRoundedRect(outline, outline.height() / 2, outline.height() / 2);

    painter->setFont(measures.font);
    painter->setPen(colours.ink);
    const QRect text(pill.left() + measures.padding, pill.top(), measures.textWidth + 1, pill.height());
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft, platformMark(badge.platform));
    const QRect icon(text.right() + measures.gap, pill.top() + (pill.height() - measures.icon + 1) / 2,
                     measures.icon, measures.icon);
    stateIcon(badge.state).paint(painter, icon);
    painter->restore();
    return pill;
}

QString badgeSentence(const SyncBadge &badge)
{
    const QString sentence = badge.message.isEmpty() ? syncStateTitle(badge.state) : badge.message;
    return QCoreApplication::translate("tandem::Badge", "%1: %2").arg(badge.integrationName, sentence);
}

QString badgeAccessibleText(const SyncBadge &badge)
{
    return QCoreApplication::translate("tandem::Badge", "%1: %2")
        .arg(platformTitle(badge.platform), syncStateTitle(badge.state));
}

} // namespace tandem
