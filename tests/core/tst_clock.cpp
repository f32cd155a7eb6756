// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"

#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestClock final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void moment_isSpelledInUtcWithMilliseconds_data();
    void moment_isSpelledInUtcWithMilliseconds();
    void spelledMoment_isReadBack();
    void otherSpellings_areReadAsQtReadsThem_data();
    void otherSpellings_areReadAsQtReadsThem();
    void momentWithoutZone_isUtc();
    void systemClock_tellsUtc();
};

void TestClock::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestClock::moment_isSpelledInUtcWithMilliseconds_data()
{
    QTest::addColumn<QDateTime>("moment");
    QTest::addColumn<QString>("text");
    const QDate day(2026, 1, 31);
    QTest::newRow("UTC") << QDateTime(day, QTime(23, 59, 58, 7), Qt::UTC) << u"2026-01-31T23:59:58.007Z"_s;
    QTest::newRow("full second") << QDateTime(day, QTime(12, 0), Qt::UTC) << u"2026-01-31T12:00:00.000Z"_s;
    QTest::newRow("another zone") << QDateTime(day, QTime(23, 30), Qt::OffsetFromUTC, -3600)
                                  << u"2026-02-01T00:30:00.000Z"_s;
    QTest::newRow("none") << QDateTime() << QString();
}

void TestClock::moment_isSpelledInUtcWithMilliseconds()
{
    QFETCH(QDateTime, moment);
    QFETCH(QString, text);
    QCOMPARE(toIsoUtc(moment), text);
}

void TestClock::spelledMoment_isReadBack()
{
    const QDateTime moment(QDate(2026, 2, 28), QTime(1, 2, 3, 4), Qt::UTC);
    QCOMPARE(fromIsoUtc(toIsoUtc(moment)), moment);
    QCOMPARE(fromIsoUtc(u"2026-02-28T02:02:03.004+01:00"_s), moment);
    QCOMPARE(fromIsoUtc(u"2026-02-28T02:02:03.004+01:00"_s).timeSpec(), Qt::UTC);
    QVERIFY(!fromIsoUtc(QString()).isValid());
    QVERIFY(!fromIsoUtc(u"soon"_s).isValid());
}

void TestClock::otherSpellings_areReadAsQtReadsThem_data()
{
    QTest::addColumn<QString>("text");
    for (const auto text : {"2026-02-28T01:02:03Z"_L1, "2026-02-28T01:02:03.4Z"_L1, "2026-02-28T01:02:03.045Z"_L1,
                            "2024-02-29T23:59:59.999Z"_L1, "2026-02-29T01:02:03Z"_L1, "2026-13-01T01:02:03Z"_L1,
                            "2026-02-28T24:00:00Z"_L1, "2026-02-28T25:00:00Z"_L1, "2026-02-28 01:02:03Z"_L1,
                            "2026-02-28T01:02:03z"_L1, "2026-0a-28T01:02:03Z"_L1, "2026-02-28T01:02:0 Z"_L1,
                            "0000-01-01T00:00:00Z"_L1, "9999-12-31T23:59:59.999Z"_L1, "2026-02-28T01:02:03,123Z"_L1})
        QTest::addRow("%s", text.data()) << QString(text);
}

void TestClock::otherSpellings_areReadAsQtReadsThem()
{
    QFETCH(QString, text);
    QCOMPARE(fromIsoUtc(text), QDateTime::fromString(text, Qt::ISODateWithMs).toUTC());
}

void TestClock::momentWithoutZone_isUtc()
{
    QCOMPARE(fromIsoUtc(u"2026-02-28T12:00:00"_s), QDateTime(QDate(2026, 2, 28), QTime(12, 0), Qt::UTC));
}

void TestClock::systemClock_tellsUtc()
{
    const SystemClock clock;
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const QDateTime now = clock.nowUtc();
    QCOMPARE(now.timeSpec(), Qt::UTC);
    QVERIFY(before <= now && now <= QDateTime::currentDateTimeUtc());
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
