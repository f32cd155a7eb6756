// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retryafter.h"

#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestRetryAfter final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void headerValue_becomesAWait_data();
    void headerValue_becomesAWait();
};

void TestRetryAfter::headerValue_becomesAWait_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("milliseconds"); // -1: nothing
    QTest::newRow("seconds") << QByteArray("30") << qint64(30'000);
    QTest::newRow("none") << QByteArray("0") << qint64(0);
    QTest::newRow("padded") << QByteArray(" 5 ") << qint64(5'000);
    QTest::newRow("never more than a day") << QByteArray("99999999999") << qint64(86'400'000);
    QTest::newRow("negative") << QByteArray("-3") << qint64(-1);
    QTest::newRow("a date ahead") << QByteArray("Wed, 21 Oct 2015 07:28:10 GMT") << qint64(10'000);
    QTest::newRow("a date gone by") << QByteArray("Wed, 21 Oct 2015 07:27:00 GMT") << qint64(0);
    QTest::newRow("a far date") << QByteArray("Wed, 21 Oct 2065 07:28:00 GMT") << qint64(86'400'000);
    QTest::newRow("empty") << QByteArray() << qint64(-1);
    QTest::newRow("words") << QByteArray("soon") << qint64(-1);
}

void TestRetryAfter::headerValue_becomesAWait()
{
    QFETCH(QByteArray, value);
    QFETCH(qint64, milliseconds);
    const QDateTime now(QDate(2015, 10, 21), QTime(7, 28), Qt::UTC);
    const auto wait = parseRetryAfter(value, now);
    QCOMPARE(wait ? qint64(wait->count()) : qint64(-1), milliseconds);
}

QTEST_GUILESS_MAIN(TestRetryAfter)
#include "tst_retryafter.moc"
