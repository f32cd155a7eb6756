// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/directory/adtime.h"

#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestAdTime final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fileTime_isUtc_orNever_data();
    void fileTime_isUtc_orNever();
    void fileTime_comesBack();
    void interval_isBelowZero_data();
    void interval_isBelowZero();
    void generalizedTime_isUtc_data();
    void generalizedTime_isUtc();
};

void TestAdTime::fileTime_isUtc_orNever_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("moment");
    QTest::newRow("a day") << QByteArray("133500000000000000") << u"2024-01-17T21:20:00.000Z"_s;
    QTest::newRow("epoch") << QByteArray("116444736000000000") << u"1970-01-01T00:00:00.000Z"_s;
    QTest::newRow("before the epoch") << QByteArray("10000") << u"1601-01-01T00:00:00.001Z"_s;
    QTest::newRow("fraction below a millisecond")
        << QByteArray("116444736000009999") << u"1970-01-01T00:00:00.000Z"_s;
    QTest::newRow("never: 0") << QByteArray("0") << QString();
    QTest::newRow("never: the largest") << QByteArray("9223372036854775807") << QString();
    QTest::newRow("later than a year has four digits") << QByteArray("9223372036854775806") << QString();
    QTest::newRow("negative") << QByteArray("-1") << QString();
    QTest::newRow("too large") << QByteArray("99999999999999999999") << QString();
    QTest::newRow("no number") << QByteArray("soon") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
}

void TestAdTime::fileTime_isUtc_orNever()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, moment);
    const QDateTime read = fromFileTime(text);
    QCOMPARE(read.isValid() ? read.toString(Qt::ISODateWithMs) : QString(), moment);
}

void TestAdTime::fileTime_comesBack()
{
    const QDateTime moment(QDate(2026, 3, 31), QTime(12, 34, 56, 789), Qt::UTC);
    QCOMPARE(fromFileTime(QByteArray::number(toFileTime(moment))), moment);
    QCOMPARE(toFileTime(QDateTime()), 0);
    QCOMPARE(toFileTime(QDateTime(QDate(1500, 1, 1), QTime(0, 0), Qt::UTC)), 0);
}

void TestAdTime::interval_isBelowZero_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("42 days") << QByteArray("-36288000000000") << qint64(42) * 24 * 3600 * 1000;
    QTest::newRow("for ever: 0") << QByteArray("0") << qint64(0);
    QTest::newRow("for ever: the least") << QByteArray("-9223372036854775808") << qint64(0);
    QTest::newRow("above zero") << QByteArray("36288000000000") << qint64(0);
    QTest::newRow("no number") << QByteArray("x") << qint64(0);
}

void TestAdTime::interval_isBelowZero()
{
    QFETCH(QByteArray, text);
    QTEST(fromFileTimeInterval(text), "ms");
}

void TestAdTime::generalizedTime_isUtc_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("moment");
    QTest::newRow("seconds") << QByteArray("20260131120000Z") << u"2026-01-31T12:00:00.000Z"_s;
    QTest::newRow("as AD writes it") << QByteArray("20260131120000.0Z") << u"2026-01-31T12:00:00.000Z"_s;
    QTest::newRow("fraction") << QByteArray("20260131120000,25Z") << u"2026-01-31T12:00:00.250Z"_s;
    QTest::newRow("minutes") << QByteArray("202601311200Z") << u"2026-01-31T12:00:00.000Z"_s;
    QTest::newRow("half an hour") << QByteArray("2026013112.5Z") << u"2026-01-31T12:30:00.000Z"_s;
    QTest::newRow("east") << QByteArray("20260131120000+0130") << u"2026-01-31T10:30:00.000Z"_s;
    QTest::newRow("west") << QByteArray("20260131120000-08") << u"2026-01-31T20:00:00.000Z"_s;
    QTest::newRow("leap second") << QByteArray("20161231235960Z") << u"2016-12-31T23:59:59.000Z"_s;
    QTest::newRow("no such day") << QByteArray("20260231120000Z") << QString();
    QTest::newRow("local time") << QByteArray("20260131120000") << QString();
    QTest::newRow("with an end of line") << QByteArray("20260131120000Z\n") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
}

void TestAdTime::generalizedTime_isUtc()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, moment);
    const QDateTime read = fromGeneralizedTime(text);
    QCOMPARE(read.isValid() ? read.toString(Qt::ISODateWithMs) : QString(), moment);
    if (read.isValid() && read.time().msec() == 0)
        QCOMPARE(fromGeneralizedTime(toGeneralizedTime(read)), read);
}

QTEST_GUILESS_MAIN(TestAdTime)
#include "tst_adtime.moc"
