// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordlist.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QRect>
#include <QSize>

class QPainter;

namespace tandem {

/** Colours of a state that can be read on the palette's windows: `ink` on `fill` has a contrast of 4.5:1 or
 * more. */
struct StateColours {
    QColor ink;
    QColor fill;
    QColor outline;
};

[[nodiscard]] StateColours stateColours(SyncState state, const QPalette &palette);

/** The PSA badge: a rounded pill with the platform's mark and the state's icon (rule E1). */
[[nodiscard]] QSize badgeSize(const SyncBadge &badge, const QFont &font);
/** Draws the badge centred vertically at the left of `rect`; answers the pill's rectangle. */
QRect paintBadge(QPainter *painter, const QRect &rect, const SyncBadge &badge, const QFont &font,
                 const QPalette &palette);
/** "Main ConnectWise: Synced with ConnectWise at 12:03." */
[[nodiscard]] QString badgeSentence(const SyncBadge &badge);
/** For screen readers: "ConnectWise: Synced". */
[[nodiscard]] QString badgeAccessibleText(const SyncBadge &badge);

} // namespace tandem
