// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/idset.h"

#include <QTest>

using namespace tandem;

class TestIdSet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void holdsWhatWasInserted();
    void idsBeyondTheLargest_areNeverIn();
    void combines();
};

void TestIdSet::holdsWhatWasInserted()
{
    IdSet set(100);
    set.insert(100);
    set.insert(3);
    QVERIFY(set.contains(3));
    QVERIFY(!set.contains(4));
    QCOMPARE(set.count(), 2);
    QCOMPARE(set.toList(), (QList<RecordId>{3, 100}));
}

void TestIdSet::idsBeyondTheLargest_areNeverIn()
{
    IdSet set(10);
    set.insert(11);
    QVERIFY(!set.contains(11));
    set.invert();
    QVERIFY(!set.contains(11));
}

void TestIdSet::combines()
{
    IdSet odd(5);
    for (const RecordId id : {1, 3, 5})
        odd.insert(id);
    IdSet few(5);
    few.insert(3);
    few.insert(4);
    IdSet both = odd;
    both.intersect(few);
    QCOMPARE(both.toList(), QList<RecordId>{3});
    odd.unite(few);
    QCOMPARE(odd.toList(), (QList<RecordId>{1, 3, 4, 5}));
    odd.invert();
    QCOMPARE(odd.toList(), (QList<RecordId>{0, 2}));
}

QTEST_GUILESS_MAIN(TestIdSet)
#include "tst_idset.moc"
