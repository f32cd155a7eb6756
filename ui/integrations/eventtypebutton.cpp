// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/eventtypebutton.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** A menu would close with every tick. */
class TickMenu final : public QMenu {
public:
    explicit TickMenu(QWidget *parent);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

TickMenu::TickMenu(QWidget *parent)
    : QMenu(parent)
{
}

void TickMenu::mouseReleaseEvent(QMouseEvent *event)
{
    QAction *action = actionAt(event->position().toPoint());
    if (action && action->isCheckable() && action->isEnabled())
        action->trigger();
    else
        QMenu::mouseReleaseEvent(event);
}

void TickMenu::keyPressEvent(QKeyEvent *event)
{
    QAction *action = activeAction();
    if (event->key() == Qt::Key_Space && action && action->isCheckable())
        action->trigger();
    else
        QMenu::keyPressEvent(event);
}

} // namespace

EventTypeButton::EventTypeButton(QWidget *parent)
    : QPushButton(parent)
    , m_all(new QAction(tr("All events"), this))
{
    auto *menu = new TickMenu(this);
    menu->setObjectName(u"eventTypeMenu"_s);
    m_all->setObjectName(u"allEventTypesAction"_s);
    m_all->setCheckable(true);
    menu->addAction(m_all);
    menu->addSeparator();
    for (int i = 0; i < int(Event::Type::Count); ++i) {
        QAction *action = menu->addAction(eventTypeTitle(Event::Type(i)));
        action->setObjectName(eventTypeName(Event::Type(i)) + u"Action"_s);
        action->setCheckable(true);
        m_types += action;
        connect(action, &QAction::triggered, this, &EventTypeButton::takeTick);
    }
    connect(m_all, &QAction::triggered, this, [this] { setTypes({}); });
    setMenu(menu);
    setAutoDefault(false);
    showTypes();
}

QList<Event::Type> EventTypeButton::types() const
{
    QList<Event::Type> ticked;
    for (int i = 0; i < m_types.size(); ++i) {
        if (m_types.at(i)->isChecked())
            ticked += Event::Type(i);
    }
    return ticked;
}

void EventTypeButton::setTypes(const QList<Event::Type> &types)
{
    for (int i = 0; i < m_types.size(); ++i)
        m_types.at(i)->setChecked(types.contains(Event::Type(i)));
    takeTick();
}

void EventTypeButton::takeTick()
{
    showTypes();
    Q_EMIT typesChanged();
}

void EventTypeButton::showTypes()
{
    const QList<Event::Type> ticked = types();
    m_all->setChecked(ticked.isEmpty());
    if (ticked.isEmpty())
        setText(tr("All events"));
    else if (ticked.size() == 1)
        setText(eventTypeTitle(ticked.constFirst()));
    else
        setText(tr("%n type(s) of event", nullptr, int(ticked.size())));
    QStringList names;
    for (const Event::Type type : ticked)
        names += eventTypeTitle(type);
    setToolTip(names.isEmpty() ? tr("Shows only events of the types that are ticked") : names.join(u", "_s));
    setAccessibleName(tr("Types of events: %1").arg(names.isEmpty() ? text() : names.join(u", "_s)));
}

} // namespace tandem
