// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/eventtypebutton.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class EventTypeButtonTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void atFirst_allTypesAreMeant();
    void ticks_areTypes_andTheMenuStaysOpen();
    void allEvents_takesTheTicksAway();
};

void EventTypeButtonTest::init()
{
    // The offscreen platform cannot do all that windows ask of it, and says so.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
}

void EventTypeButtonTest::atFirst_allTypesAreMeant()
{
    EventTypeButton button;
    QVERIFY(button.types().isEmpty());
    QCOMPARE(button.text(), u"All events"_s);
    QCOMPARE(button.menu()->actions().size(), int(Event::Type::Count) + 2);
}

void EventTypeButtonTest::ticks_areTypes_andTheMenuStaysOpen()
{
    EventTypeButton button;
    button.show();
    QSignalSpy changed(&button, &EventTypeButton::typesChanged);
    QMenu *menu = button.menu();
    menu->popup(QPoint(10, 10));
    auto *pushFailed = menu->findChild<QAction *>(u"push_failedAction"_s);
    QVERIFY(pushFailed);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(pushFailed).center());
    QVERIFY(menu->isVisible());
    QCOMPARE(button.types(), QList<Event::Type>{Event::Type::PushFailed});
    QCOMPARE(button.text(), eventTypeTitle(Event::Type::PushFailed));

    menu->setActiveAction(menu->findChild<QAction *>(u"pull_failedAction"_s));
    QTest::keyClick(menu, Qt::Key_Space);
    QVERIFY(menu->isVisible());
    QCOMPARE(button.types(), (QList<Event::Type>{Event::Type::PushFailed, Event::Type::PullFailed}));
    QCOMPARE(changed.count(), 2);
    menu->close();
}

void EventTypeButtonTest::allEvents_takesTheTicksAway()
{
    EventTypeButton button;
    button.setTypes({Event::Type::Edited, Event::Type::Linked});
    QVERIFY(!button.menu()->actions().constFirst()->isChecked());
    button.findChild<QAction *>(u"allEventTypesAction"_s)->trigger();
    QVERIFY(button.types().isEmpty());
    QVERIFY(button.menu()->actions().constFirst()->isChecked());
    QCOMPARE(button.text(), u"All events"_s);
}

QTEST_MAIN(EventTypeButtonTest)
#include "tst_eventtypebutton.moc"
