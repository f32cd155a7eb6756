// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sortkey.h"

#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestSortKey : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void firstComesBeforeSecond_data();
    void firstComesBeforeSecond();
    void caseAndAccentsDoNotCount();
};

void TestSortKey::firstComesBeforeSecond_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("letters") << u"Acme"_s << u"beta"_s;
    QTest::newRow("numbers by value") << u"pc-9"_s << u"PC-10"_s;
    QTest::newRow("leading zeros") << u"pc-008"_s << u"pc-9"_s;
    QTest::newRow("addresses") << u"10.0.0.5"_s << u"10.0.0.40"_s;
    QTest::newRow("digits before letters") << u"3M"_s << u"Acme"_s;
    QTest::newRow("long numbers last") << u"n 999999999"_s << u"n 1000000000"_s;
    QTest::newRow("accents are letters") << u"Östlund"_s << u"Pan"_s;
    QTest::newRow("empty") << u""_s << u"a"_s;
}

void TestSortKey::firstComesBeforeSecond()
{
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    QVERIFY(sortKey(first).toUtf8() < sortKey(second).toUtf8());
}

void TestSortKey::caseAndAccentsDoNotCount()
{
    QCOMPARE(sortKey(u"ÉCOLE "_s), sortKey(u"ecole"_s));
}

QTEST_GUILESS_MAIN(TestSortKey)
#include "tst_sortkey.moc"
