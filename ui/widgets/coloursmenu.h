// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/colourscheme.h"

#include <QMenu>

namespace tandem {

/** Chooses light or dark windows, at once. */
class ColoursMenu final : public QMenu {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColoursMenu)
public:
    explicit ColoursMenu(QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(tandem::ColourScheme scheme);
};

} // namespace tandem
