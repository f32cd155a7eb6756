// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/bell.h"

#include <QCoro/QCoroTask>
#include <QTest>

using namespace tandem;

namespace {

QCoro::Task<void> countRings(Bell *bell, int wanted, int *count)
{
    for (int i = 0; i < wanted; ++i) {
        co_await bell->next();
        ++*count;
    }
}

} // namespace

class BellTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    }

    void eachThatWaits_goesOnInATurnOfItsOwn()
    {
        Bell bell;
        int first = 0;
        int second = 0;
        countRings(&bell, 1, &first);
        countRings(&bell, 1, &second);
        bell.ring();
        QCOMPARE(first + second, 0);
        QTRY_COMPARE(first, 1);
        QTRY_COMPARE(second, 1);
    }

    /** With a signal the second ring would resume a coroutine that has ended. */
    void twoRingsAtOnce_wakeOnce()
    {
        Bell bell;
        int ended = 0;
        int goesOn = 0;
        countRings(&bell, 1, &ended);
        countRings(&bell, 2, &goesOn);
        bell.ring();
        bell.ring();
        QCoreApplication::processEvents();
        QCOMPARE(ended, 1);
        QCOMPARE(goesOn, 1);
        bell.ring();
        QCoreApplication::processEvents();
        QCOMPARE(ended, 1);
        QCOMPARE(goesOn, 2);
    }

    void whoWaitsWhenItIsGone_neverGoesOn()
    {
        auto bell = std::make_unique<Bell>();
        int count = 0;
        countRings(bell.get(), 1, &count);
        bell->ring();
        bell.reset();
        QCoreApplication::processEvents();
        QCOMPARE(count, 0);
    }
};

QTEST_GUILESS_MAIN(BellTest)
#include "tst_bell.moc"
