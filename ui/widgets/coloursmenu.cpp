// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/coloursmenu.h"

#include <QActionGroup>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

ColoursMenu::ColoursMenu(QWidget *parent)
    : QMenu(tr("&Colours"), parent)
{
    setObjectName(u"coloursMenu"_s);
    auto *group = new QActionGroup(this);
    for (const ColourScheme scheme : allColourSchemes) {
        QAction *action = addAction(colourSchemeTitle(scheme));
        action->setObjectName(colourSchemeName(scheme) + u"ColoursAction"_s);
        action->setCheckable(true);
        action->setChecked(scheme == chosenColourScheme());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, scheme] {
            applyColourScheme(scheme);
            Q_EMIT chosen(scheme);
        });
    }
}

} // namespace tandem
