// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/circuitbreaker.h"

#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Admission = CircuitBreaker::Admission;

namespace {

constexpr CircuitRule rule{.failures = 3, .firstPause = 4s, .longestPause = 20s};

/** A breaker whose pauses are whole, opened at `at`. */
void open(CircuitBreaker &breaker, Moment at)
{
    for (int i = 0; i < rule.failures; ++i)
        breaker.noteFailure(at, false);
}

} // namespace

class TestCircuitBreaker final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void opensAfterFailuresInARow_data();
    void opensAfterFailuresInARow();
    void withoutANumberOfFailures_itNeverOpens();
    void whileOpen_nothingGoesBeforeThePauseIsOver();
    void whenThePauseIsOver_oneProbeGoesAtATime();
    void probe_closesOrDoublesThePause();
    void aLateFailure_saysNothingNew();
    void aLateSuccess_closes();
    void afterClosing_itTakesAllFailuresAgain();
    void pauses_areHalfChance_data();
    void pauses_areHalfChance();
    void aPerson_needNotWait();
};

void TestCircuitBreaker::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestCircuitBreaker::opensAfterFailuresInARow_data()
{
    QTest::addColumn<QString>("outcomes"); // f: failure, s: success
    QTest::addColumn<bool>("isOpen");
    QTest::newRow("none") << u""_s << false;
    QTest::newRow("two") << u"ff"_s << false;
    QTest::newRow("three") << u"fff"_s << true;
    QTest::newRow("interrupted") << u"ffsff"_s << false;
    QTest::newRow("interrupted and three") << u"ffsfff"_s << true;
}

void TestCircuitBreaker::opensAfterFailuresInARow()
{
    QFETCH(QString, outcomes);
    QFETCH(bool, isOpen);
    CircuitBreaker breaker(rule, [] { return 1.0; });
    bool hasOpened = false;
    for (const QChar outcome : outcomes) {
        QVERIFY(breaker.admit(Moment{}, false) == Admission::Call);
        if (outcome == u'f')
            hasOpened = breaker.noteFailure(Moment{}, false);
        else
            QVERIFY(!breaker.noteSuccess());
    }
    QCOMPARE(breaker.isOpen(), isOpen);
    QCOMPARE(hasOpened, isOpen);
}

void TestCircuitBreaker::withoutANumberOfFailures_itNeverOpens()
{
    CircuitBreaker breaker({}, [] { return 1.0; });
    for (int i = 0; i < 100; ++i)
        QVERIFY(!breaker.noteFailure(Moment{}, false));
    QVERIFY(breaker.admit(Moment{}, false) == Admission::Call);
}

void TestCircuitBreaker::whileOpen_nothingGoesBeforeThePauseIsOver()
{
    CircuitBreaker breaker(rule, [] { return 1.0; });
    const Moment start = Moment{} + 1h;
    open(breaker, start);
    QVERIFY(breaker.probeAt() == start + 4s);
    QVERIFY(!breaker.isProbeDue(start + 3999ms));
    QVERIFY(breaker.admit(start + 3999ms, true) == Admission::Refused);
    QVERIFY(breaker.admit(start + 3999ms, false) == Admission::Refused);
}

void TestCircuitBreaker::whenThePauseIsOver_oneProbeGoesAtATime()
{
    CircuitBreaker breaker(rule, [] { return 1.0; });
    const Moment start = Moment{} + 1h;
    open(breaker, start);
    QVERIFY(breaker.isProbeDue(start + 4s));
    QVERIFY(breaker.admit(start + 4s, false) == Admission::Refused);
    QVERIFY(breaker.admit(start + 4s, true) == Admission::Probe);
    QVERIFY(!breaker.isProbeDue(start + 5s));
    QVERIFY(breaker.admit(start + 5s, true) == Admission::Refused);
}

void TestCircuitBreaker::probe_closesOrDoublesThePause()
{
    CircuitBreaker breaker(rule, [] { return 1.0; });
    Moment now = Moment{} + 1h;
    open(breaker, now);
    for (const auto pause : {4s, 8s, 16s, 20s, 20s}) {
        QVERIFY(breaker.probeAt() == now + pause);
        now += pause;
        QVERIFY(breaker.admit(now, true) == Admission::Probe);
        QVERIFY(breaker.noteFailure(now, true));
        QVERIFY(breaker.isOpen());
    }
    now = breaker.probeAt();
    QVERIFY(breaker.admit(now, true) == Admission::Probe);
    QVERIFY(breaker.noteSuccess());
    QVERIFY(!breaker.isOpen());
    QVERIFY(breaker.admit(now, false) == Admission::Call);
    // The next outage starts from the first pause.
    open(breaker, now);
    QVERIFY(breaker.probeAt() == now + 4s);
}

void TestCircuitBreaker::aLateFailure_saysNothingNew()
{
    CircuitBreaker breaker(rule, [] { return 1.0; });
    const Moment start = Moment{} + 1h;
    open(breaker, start);
    QVERIFY(!breaker.noteFailure(start + 3s, false));
    QVERIFY(breaker.probeAt() == start + 4s);
    QVERIFY(breaker.admit(start + 4s, true) == Admission::Probe);
    QVERIFY(!breaker.noteFailure(start + 5s, false));
    QVERIFY(breaker.admit(start + 6s, true) == Admission::Refused); // the probe is still under way
}

void TestCircuitBreaker::aLateSuccess_closes()
{
    CircuitBreaker breaker(rule, [] { return 1.0; });
    open(breaker, Moment{});
    QVERIFY(breaker.noteSuccess());
    QVERIFY(!breaker.isOpen());
    QVERIFY(!breaker.noteSuccess());
}

void TestCircuitBreaker::afterClosing_itTakesAllFailuresAgain()
{
    CircuitBreaker breaker(rule, [] { return 1.0; });
    open(breaker, Moment{});
    breaker.noteSuccess();
    QVERIFY(!breaker.noteFailure(Moment{}, false));
    QVERIFY(!breaker.noteFailure(Moment{}, false));
    QVERIFY(breaker.noteFailure(Moment{}, false));
}

void TestCircuitBreaker::pauses_areHalfChance_data()
{
    QTest::addColumn<double>("random");
    QTest::addColumn<int>("milliseconds");
    QTest::newRow("least") << 0.0 << 2000;
    QTest::newRow("middle") << 0.5 << 3000;
    QTest::newRow("most") << 1.0 << 4000;
    QTest::newRow("below the range") << -1.0 << 2000;
    QTest::newRow("above the range") << 7.0 << 4000;
}

void TestCircuitBreaker::pauses_areHalfChance()
{
    QFETCH(double, random);
    QFETCH(int, milliseconds);
    CircuitBreaker breaker(rule, [random] { return random; });
    open(breaker, Moment{});
    QVERIFY(breaker.probeAt() == Moment{} + std::chrono::milliseconds(milliseconds));
}

void TestCircuitBreaker::aPerson_needNotWait()
{
    CircuitBreaker breaker(rule, [] { return 1.0; });
    const Moment start = Moment{} + 1h;
    open(breaker, start);
    breaker.probeNow(start + 1s);
    QVERIFY(breaker.isProbeDue(start + 1s));
    QVERIFY(breaker.admit(start + 1s, true) == Admission::Probe);
    breaker.probeNow(start + 2s); // still one at a time
    QVERIFY(breaker.admit(start + 2s, true) == Admission::Refused);
}

QTEST_APPLESS_MAIN(TestCircuitBreaker)
#include "tst_circuitbreaker.moc"
