// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/calllimiter.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <random>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Ticket = CallLimiter::Ticket;

namespace {

constexpr Priority person = Priority::Foreground;
constexpr Priority background = Priority::Background;

/** Some moment; only differences mean anything. */
const Moment start = Moment{} + 1000h;
const QDateTime startUtc(QDate(2024, 3, 1), QTime(12, 0), Qt::UTC);

/** Everything that may leave now, in its order. */
QList<Ticket> leaving(CallLimiter &limiter, Moment now)
{
    QList<Ticket> tickets;
    while (const std::optional<Ticket> ticket = limiter.next(now))
        tickets.append(*ticket);
    return tickets;
}

CallLimits oneWindow(const CallWindow &window, int permits = 1'000)
{
    return {.permits = permits, .windows = {window}};
}

/** Lets `count` calls leave and end at once; how many did. */
int spend(CallLimiter &limiter, Moment now, int count, const QString &endpoint = u"/a"_s)
{
    int spent = 0;
    for (int i = 0; i < count; ++i) {
        const Ticket ticket = limiter.enqueue(endpoint, person);
        if (limiter.next(now) != ticket) {
            limiter.withdraw(ticket);
            break;
        }
        limiter.finish(ticket);
        ++spent;
    }
    return spent;
}

/** The one window of the figures. */
WindowFigures window(const CallLimiter &limiter, Moment now)
{
    const CallFigures figures = limiter.figures(now, startUtc);
    return figures.windows.size() == 1 ? figures.windows.constFirst() : WindowFigures{.used = -1};
}

} // namespace

class TestCallLimiter final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void permits_limitTheAccount_data();
    void permits_limitTheAccount();
    void permitsPerEndpoint_keepNoOtherEndpointWaiting();
    void samePriority_leavesInTheOrderItCame();
    void people_goFirst();
    void background_leavesTheLastPermitFree_data();
    void background_leavesTheLastPermitFree();
    void background_leavesTheLastPermitOfAnEndpointFree();
    void background_isNotStarved_data();
    void background_isNotStarved();
    void background_isNotStarvedAtABusyEndpoint();
    void window_slides();
    void windows_allHold();
    void windowPerEndpoint_keepsNoOtherEndpointWaiting();
    void reserve_isForPeople();
    void reserve_isNotKeptWhenBackgroundHasItsTurn();
    void slowSteps_spaceCalls_data();
    void slowSteps_spaceCalls();
    void usageToldFromOutside_counts();
    void usageToldFromOutside_drains();
    void usageToldFromOutside_isIgnoredWithoutALimit_data();
    void usageToldFromOutside_isIgnoredWithoutALimit();
    void tooMany_halvesThePermits_data();
    void tooMany_halvesThePermits();
    void tooManyAtAnEndpoint_keepsItsCallsApart();
    void tooMany_ofOneBurst_countsOnce();
    void permits_comeBackOneByOne();
    void tooMany_holdsTheAccount_data();
    void tooMany_holdsTheAccount();
    void tooMany_againAndAgain_holdsLonger();
    void hold_isTheLongest_andSaysWhy();
    void wakeAt_isWhenSomethingChanges();
    void withdrawnCalls_doNotLeave();
    void figures_areExact();
    void figures_beforeAnyCall_data();
    void figures_beforeAnyCall();
    void anyTraffic_keepsTheLimits_andEndsAll_data();
    void anyTraffic_keepsTheLimits_andEndsAll();
};

void TestCallLimiter::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestCallLimiter::permits_limitTheAccount_data()
{
    QTest::addColumn<int>("permits");
    QTest::addColumn<int>("leave");
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("four") << 4 << 4;
    QTest::newRow("nonsense is one") << 0 << 1;
}

void TestCallLimiter::permits_limitTheAccount()
{
    QFETCH(int, permits);
    QFETCH(int, leave);
    CallLimiter limiter({.permits = permits});
    for (int i = 0; i < 10; ++i)
        (void)limiter.enqueue(u"/%1"_s.arg(i), person);
    const QList<Ticket> left = leaving(limiter, start);
    QCOMPARE(left.size(), leave);
    QCOMPARE(limiter.underWay(), leave);
    QVERIFY(!limiter.wakeAt(start)); // only the end of a call changes anything
    limiter.finish(left.constFirst());
    QVERIFY(!limiter.isUnderWay(left.constFirst()));
    QCOMPARE(leaving(limiter, start).size(), 1);
}

void TestCallLimiter::permitsPerEndpoint_keepNoOtherEndpointWaiting()
{
    CallLimiter limiter({.permits = 6, .permitsPerEndpoint = 3});
    QList<Ticket> companies;
    for (int i = 0; i < 5; ++i)
        companies.append(limiter.enqueue(u"Companies"_s, person));
    const Ticket contact = limiter.enqueue(u"Contacts"_s, person);
    QCOMPARE(leaving(limiter, start), QList<Ticket>({companies[0], companies[1], companies[2], contact}));
    QVERIFY(!limiter.wakeAt(start));
    limiter.finish(contact); // not theirs
    QVERIFY(leaving(limiter, start).isEmpty());
    limiter.finish(companies[1]);
    QCOMPARE(leaving(limiter, start), QList<Ticket>({companies[3]}));
}

void TestCallLimiter::samePriority_leavesInTheOrderItCame()
{
    CallLimiter limiter({.permits = 100});
    QList<Ticket> tickets;
    for (int i = 0; i < 12; ++i)
        tickets.append(limiter.enqueue(u"/%1"_s.arg((i * 7) % 5), background));
    QCOMPARE(leaving(limiter, start), tickets);
}

void TestCallLimiter::people_goFirst()
{
    CallLimiter limiter({.permits = 1});
    const Ticket pull1 = limiter.enqueue(u"/a"_s, background);
    const Ticket pull2 = limiter.enqueue(u"/b"_s, background);
    const Ticket save1 = limiter.enqueue(u"/b"_s, person);
    const Ticket save2 = limiter.enqueue(u"/a"_s, person);
    QList<Ticket> order;
    for (int i = 0; i < 4; ++i) {
        const QList<Ticket> left = leaving(limiter, start);
        QCOMPARE(left.size(), 1);
        order += left;
        limiter.finish(left.constFirst());
    }
    QCOMPARE(order, QList<Ticket>({save1, save2, pull1, pull2}));
}

void TestCallLimiter::background_leavesTheLastPermitFree_data()
{
    QTest::addColumn<int>("permits");
    QTest::addColumn<int>("peoplesCalls");
    QTest::addColumn<int>("backgroundCalls");
    QTest::newRow("one permit") << 1 << 0 << 1;
    QTest::newRow("two permits") << 2 << 0 << 1;
    QTest::newRow("four permits") << 4 << 0 << 3;
    QTest::newRow("one of four is taken") << 4 << 1 << 2;
    QTest::newRow("all but one are taken") << 4 << 3 << 0;
    QTest::newRow("one of two is taken") << 2 << 1 << 0;
}

void TestCallLimiter::background_leavesTheLastPermitFree()
{
    QFETCH(int, permits);
    QFETCH(int, peoplesCalls);
    QFETCH(int, backgroundCalls);
    CallLimiter limiter({.permits = permits});
    for (int i = 0; i < peoplesCalls; ++i)
        (void)limiter.enqueue(u"/a"_s, person);
    for (int i = 0; i < 10; ++i)
        (void)limiter.enqueue(u"/a"_s, background);
    QCOMPARE(leaving(limiter, start).size(), peoplesCalls + backgroundCalls);
    const Ticket save = limiter.enqueue(u"/b"_s, person);
    if (permits > 1)
        QCOMPARE(leaving(limiter, start), QList<Ticket>({save}));
}

void TestCallLimiter::background_leavesTheLastPermitOfAnEndpointFree()
{
    CallLimiter limiter({.permits = 6, .permitsPerEndpoint = 3});
    for (int i = 0; i < 4; ++i)
        (void)limiter.enqueue(u"Companies"_s, background);
    QCOMPARE(leaving(limiter, start).size(), 2);
    const Ticket save = limiter.enqueue(u"Companies"_s, person);
    QCOMPARE(leaving(limiter, start), QList<Ticket>({save}));
}

void TestCallLimiter::background_isNotStarved_data()
{
    QTest::addColumn<int>("permits");
    for (const int permits : {1, 2, 3, 4, 6})
        QTest::addRow("%d permits", permits) << permits;
}

void TestCallLimiter::background_isNotStarved()
{
    QFETCH(int, permits);
    CallLimiter limiter({.permits = permits});
    QList<Ticket> underWay;
    for (int i = 0; i < permits; ++i)
        (void)limiter.enqueue(u"/save"_s, person);
    underWay += leaving(limiter, start);
    const Ticket pull = limiter.enqueue(u"/pull"_s, background);
    // People want more than there is, all the time.
    int passed = 0;
    bool hasLeft = false;
    for (int i = 0; i < 100 && !hasLeft; ++i) {
        for (int j = 0; j < permits; ++j)
            (void)limiter.enqueue(u"/save"_s, person);
        limiter.finish(underWay.takeFirst());
        for (const Ticket ticket : leaving(limiter, start)) {
            underWay.append(ticket);
            hasLeft = hasLeft || ticket == pull;
            passed += ticket == pull ? 0 : 1;
            // Even then the last permit was left for a person, who has taken it by now.
            if (ticket == pull && permits > 1)
                QVERIFY(underWay.size() < permits);
        }
    }
    QVERIFY(hasLeft);
    QCOMPARE(passed - (permits > 1 ? 1 : 0), CallLimiter::turnAfter);
}

void TestCallLimiter::background_isNotStarvedAtABusyEndpoint()
{
    CallLimiter limiter({.permits = 6, .permitsPerEndpoint = 2});
    QList<Ticket> underWay;
    for (int i = 0; i < 2; ++i)
        (void)limiter.enqueue(u"Contacts"_s, person);
    underWay += leaving(limiter, start);
    const Ticket pull = limiter.enqueue(u"Contacts"_s, background);
    bool hasLeft = false;
    for (int i = 0; i < 30 && !hasLeft; ++i) {
        (void)limiter.enqueue(u"Contacts"_s, person);
        const Ticket elsewhere = limiter.enqueue(u"Companies"_s, background);
        if (!underWay.isEmpty())
            limiter.finish(underWay.takeFirst());
        bool hasElsewhereLeft = false;
        for (const Ticket ticket : leaving(limiter, start)) {
            hasLeft = hasLeft || ticket == pull;
            hasElsewhereLeft = hasElsewhereLeft || ticket == elsewhere;
            if (ticket == elsewhere)
                limiter.finish(ticket);
            else
                underWay.append(ticket);
        }
        QVERIFY(hasElsewhereLeft); // whoever waits for a permit of one endpoint keeps no other one waiting
    }
    QVERIFY(hasLeft);
}

void TestCallLimiter::window_slides()
{
    CallLimiter limiter(oneWindow({.calls = 3, .length = 60s}));
    QCOMPARE(spend(limiter, start, 1), 1);
    QCOMPARE(spend(limiter, start + 10s, 5), 2);
    const Ticket waiting = limiter.enqueue(u"/b"_s, person);
    QVERIFY(!limiter.next(start + 10s));
    QVERIFY(limiter.wakeAt(start + 10s) == start + 60s);
    QVERIFY(!limiter.next(start + 60s - 1ns));
    QVERIFY(limiter.next(start + 60s) == waiting);
    QCOMPARE(spend(limiter, start + 60s, 5), 0);
    QCOMPARE(spend(limiter, start + 70s - 1ns, 5), 0);
    QCOMPARE(spend(limiter, start + 70s, 5), 2);
}

void TestCallLimiter::windows_allHold()
{
    CallLimiter limiter(
        {.permits = 100, .windows = {{.calls = 3, .length = 1s}, {.calls = 5, .length = 60s}}});
    QCOMPARE(spend(limiter, start, 9), 3);
    QCOMPARE(spend(limiter, start + 1s, 9), 2);
    const Ticket waiting = limiter.enqueue(u"/a"_s, person);
    QVERIFY(limiter.wakeAt(start + 1s) == start + 60s);
    QVERIFY(!limiter.next(start + 2s));
    QVERIFY(limiter.next(start + 60s) == waiting);
}

void TestCallLimiter::windowPerEndpoint_keepsNoOtherEndpointWaiting()
{
    CallLimiter limiter(oneWindow({.calls = 1'500, .length = 1h, .scope = CallScope::Endpoint}));
    QCOMPARE(spend(limiter, start, 2'000, u"/v2/crm/contacts"_s), 1'500);
    const Ticket contact = limiter.enqueue(u"/v2/crm/contacts"_s, person);
    const Ticket account = limiter.enqueue(u"/v2/crm/accounts"_s, background);
    QCOMPARE(leaving(limiter, start), QList<Ticket>({account}));
    QVERIFY(limiter.wakeAt(start) == start + 1h);
    QVERIFY(limiter.next(start + 1h) == contact);
}

void TestCallLimiter::reserve_isForPeople()
{
    CallLimiter limiter(oneWindow({.calls = 10, .length = 60s, .reserve = 0.2}));
    for (int i = 0; i < 12; ++i)
        (void)limiter.enqueue(u"/pull"_s, background);
    QCOMPARE(leaving(limiter, start).size(), 8);
    QVERIFY(limiter.wakeAt(start) > start);
    QCOMPARE(spend(limiter, start + 1s, 5), 2);
    QCOMPARE(leaving(limiter, start + 60s).size(), 4);
}

void TestCallLimiter::reserve_isNotKeptWhenBackgroundHasItsTurn()
{
    CallLimiter limiter(oneWindow({.calls = 10, .length = 60s, .reserve = 0.5}));
    (void)limiter.enqueue(u"/pull"_s, background);
    QCOMPARE(spend(limiter, start, 8), 8);
    QCOMPARE(leaving(limiter, start).size(), 1);
}

void TestCallLimiter::slowSteps_spaceCalls_data()
{
    QTest::addColumn<int>("spent");
    QTest::addColumn<int>("milliseconds");
    QTest::newRow("below half") << 4'999 << 0;
    QTest::newRow("half") << 5'000 << 500;
    QTest::newRow("below three quarters") << 7'499 << 500;
    QTest::newRow("three quarters") << 7'505 << 1'000; // of others, two leave the window meanwhile
    QTest::newRow("nearly all") << 9'999 << 1'000;
}

void TestCallLimiter::slowSteps_spaceCalls()
{
    QFETCH(int, spent);
    QFETCH(int, milliseconds);
    CallLimiter limiter(
        oneWindow({.calls = 10'000, .length = 1h, .slowAt = {{0.5, 500ms}, {0.75, 1'000ms}}}));
    const Ticket last = limiter.enqueue(u"/a"_s, person);
    QVERIFY(limiter.next(start) == last);
    limiter.noteUsage(start, spent, 10'000); // the last call is among them
    const Moment next = start + std::chrono::milliseconds(milliseconds);
    const Ticket waiting = limiter.enqueue(u"/a"_s, person);
    QCOMPARE(window(limiter, start).spacing, std::chrono::milliseconds(milliseconds));
    if (milliseconds > 0) {
        QVERIFY(limiter.wakeAt(start) == next);
        QVERIFY(!limiter.next(next - 1ns));
        QCOMPARE(window(limiter, start).freeAt, startUtc.addMSecs(milliseconds));
    }
    QVERIFY(limiter.next(next) == waiting);
}

void TestCallLimiter::usageToldFromOutside_counts()
{
    CallLimiter limiter(oneWindow({.calls = 10'000, .length = 1h}));
    QCOMPARE(spend(limiter, start, 10), 10);
    limiter.noteUsage(start, 60, 100); // ten of them are ours; the tenant has another limit than usual
    QCOMPARE(window(limiter, start).used, 60);
    QCOMPARE(window(limiter, start).limit, 100);
    QCOMPARE(spend(limiter, start, 100), 40);
    limiter.noteUsage(start, 30, 100); // the PSA counts less than we do
    QCOMPARE(window(limiter, start).used, 50);
}

void TestCallLimiter::usageToldFromOutside_drains()
{
    CallLimiter limiter(oneWindow({.calls = 100, .length = 100s}));
    limiter.noteUsage(start, 100, 100);
    const Ticket waiting = limiter.enqueue(u"/a"_s, person);
    QVERIFY(!limiter.next(start));
    QVERIFY(limiter.wakeAt(start) == start + 1s);
    QVERIFY(!limiter.next(start + 1s - 1ms));
    QVERIFY(limiter.next(start + 1s) == waiting);
    QCOMPARE(window(limiter, start + 50s).used, 51); // half of theirs, and ours
    QCOMPARE(window(limiter, start + 100s).used, 1);
    QCOMPARE(window(limiter, start + 101s).used, 0);
}

void TestCallLimiter::usageToldFromOutside_isIgnoredWithoutALimit_data()
{
    QTest::addColumn<int>("used");
    QTest::addColumn<int>("limit");
    QTest::newRow("no limit") << 50 << 0;
    QTest::newRow("negative limit") << 50 << -1;
    QTest::newRow("negative use") << -1 << 100;
}

void TestCallLimiter::usageToldFromOutside_isIgnoredWithoutALimit()
{
    QFETCH(int, used);
    QFETCH(int, limit);
    CallLimiter limiter(oneWindow({.calls = 1'000, .length = 1h}));
    limiter.noteUsage(start, used, limit);
    QCOMPARE(window(limiter, start).used, 0);
    QCOMPARE(window(limiter, start).limit, 1'000);
    CallLimiter uncounted({.permits = 1});
    uncounted.noteUsage(start, 5, 10);
    QVERIFY(uncounted.figures(start, startUtc).windows.isEmpty());
}

/** A PSA may count a request at its endpoint for a while after it answered. */
void TestCallLimiter::tooManyAtAnEndpoint_keepsItsCallsApart()
{
    CallLimiter limiter({.permits = 8, .permitsPerEndpoint = 3});
    limiter.noteThrottled(start, u"/a"_s, 1s);
    Moment now = start + 1s;
    QCOMPARE(spend(limiter, now, 5), 1);
    const Ticket waits = limiter.enqueue(u"/a"_s, person);
    QCOMPARE(spend(limiter, now, 5, u"/b"_s), 5); // others are not concerned
    QVERIFY(!limiter.next(now));
    QCOMPARE(limiter.wakeAt(now), std::optional(now + CallLimiter::firstDistance));
    now += CallLimiter::firstDistance;
    QCOMPARE(limiter.next(now), std::optional(waits));
    limiter.finish(waits);

    // Refused again, it is twice as far; with time it gets less, and is gone in the end.
    limiter.noteThrottled(now, u"/a"_s, 1s);
    now += 1s;
    QCOMPARE(spend(limiter, now, 5), 1);
    QCOMPARE(spend(limiter, now + CallLimiter::firstDistance, 5), 0);
    QCOMPARE(spend(limiter, now + CallLimiter::firstDistance * 2, 5), 1);
    now += CallLimiter::quietStretch;
    QCOMPARE(spend(limiter, now, 5), 1);
    QCOMPARE(spend(limiter, now + CallLimiter::firstDistance, 5), 1);
    QCOMPARE(spend(limiter, now + 1h, 5), 5);

    // Without a count of its own for each endpoint the permits are enough.
    CallLimiter simple({.permits = 8});
    simple.noteThrottled(start, u"/a"_s, 1s);
    QCOMPARE(spend(simple, start + 1s, 5), 5);
}

void TestCallLimiter::tooMany_halvesThePermits_data()
{
    QTest::addColumn<int>("permits");
    QTest::addColumn<int>("half");
    QTest::newRow("six") << 6 << 3;
    QTest::newRow("five") << 5 << 2;
    QTest::newRow("two") << 2 << 1;
    QTest::newRow("one") << 1 << 1;
}

void TestCallLimiter::tooMany_halvesThePermits()
{
    QFETCH(int, permits);
    QFETCH(int, half);
    CallLimiter limiter({.permits = permits, .permitsPerEndpoint = permits});
    for (int i = 0; i < 20; ++i)
        (void)limiter.enqueue(i % 2 ? u"/a"_s : u"/b"_s, person);
    const QList<Ticket> first = leaving(limiter, start);
    QCOMPARE(first.size(), permits);
    limiter.noteThrottled(start, u"/a"_s, 5s);
    for (const Ticket ticket : first)
        limiter.finish(ticket);
    const CallFigures figures = limiter.figures(start, startUtc);
    QCOMPARE(figures.permitsInForce, half);
    QCOMPARE(figures.permitsAllowed, permits);
    QCOMPARE(figures.endpoints.at(0).permitsInForce, half); // it was about this endpoint
    QCOMPARE(figures.endpoints.at(1).permitsInForce, permits);
    QCOMPARE(leaving(limiter, start + 5s).size(), half);
}

void TestCallLimiter::tooMany_ofOneBurst_countsOnce()
{
    CallLimiter limiter({.permits = 4});
    for (int i = 0; i < 4; ++i)
        limiter.noteThrottled(start + i * 10ms, u"/a"_s, 3s);
    const CallFigures figures = limiter.figures(start + 40ms, startUtc);
    QCOMPARE(figures.permitsInForce, 2);
    QCOMPARE(figures.throttled, 4);
    QCOMPARE(figures.heldUntil, startUtc.addMSecs(3'030 - 40)); // each may ask for a later moment
    limiter.noteThrottled(start + 4s, u"/a"_s, 3s);
    QCOMPARE(limiter.figures(start + 4s, startUtc).permitsInForce, 1);
}

void TestCallLimiter::permits_comeBackOneByOne()
{
    CallLimiter limiter({.permits = 4});
    for (int i = 0; i < 8; ++i)
        (void)limiter.enqueue(u"/a"_s, person);
    limiter.noteThrottled(start, u"/a"_s, 1s);
    QCOMPARE(leaving(limiter, start + 1s).size(), 2);
    QVERIFY(limiter.wakeAt(start + 1s) == start + 60s);
    QCOMPARE(leaving(limiter, start + 60s - 1ns).size(), 0);
    QCOMPARE(leaving(limiter, start + 60s).size(), 1);
    QVERIFY(limiter.wakeAt(start + 60s) == start + 120s);
    // Again too many: from what is in force then, and the quiet stretch starts anew.
    limiter.noteThrottled(start + 90s, u"/a"_s, 1s);
    QCOMPARE(limiter.figures(start + 149s, startUtc).permitsInForce, 1);
    QCOMPARE(limiter.figures(start + 150s, startUtc).permitsInForce, 2);
    QCOMPARE(limiter.figures(start + 210s, startUtc).permitsInForce, 3);
    QCOMPARE(limiter.figures(start + 270s, startUtc).permitsInForce, 4);
    QCOMPARE(limiter.figures(start + 24h, startUtc).permitsInForce, 4);
    QVERIFY(!limiter.wakeAt(start + 24h));
}

void TestCallLimiter::tooMany_holdsTheAccount_data()
{
    QTest::addColumn<int>("retryAfter"); // milliseconds; -1: none
    QTest::addColumn<qint64>("held");
    QTest::newRow("as asked") << 30'000 << qint64(30'000);
    QTest::newRow("not asked") << -1 << qint64(2'000);
    QTest::newRow("at once") << 0 << qint64(1'000);
    QTest::newRow("never more than a day") << 2'000'000'000 << qint64(86'400'000);
}

void TestCallLimiter::tooMany_holdsTheAccount()
{
    QFETCH(int, retryAfter);
    QFETCH(qint64, held);
    CallLimiter limiter({.permits = 4});
    const Ticket waiting = limiter.enqueue(u"/other"_s, person);
    limiter.noteThrottled(start, u"/a"_s,
                          retryAfter < 0 ? std::optional<std::chrono::milliseconds>()
                                         : std::chrono::milliseconds(retryAfter));
    const Moment end = start + std::chrono::milliseconds(held);
    QVERIFY(limiter.wakeAt(start) == end);
    QVERIFY(!limiter.next(end - 1ns));
    QVERIFY(limiter.figures(start, startUtc).holdReason == HoldReason::TooManyCalls);
    QCOMPARE(limiter.figures(start, startUtc).heldUntil, startUtc.addMSecs(held));
    QVERIFY(limiter.figures(end, startUtc).holdReason == HoldReason::None);
    QVERIFY(!limiter.figures(end, startUtc).heldUntil.isValid());
    QVERIFY(limiter.next(end) == waiting);
}

void TestCallLimiter::tooMany_againAndAgain_holdsLonger()
{
    CallLimiter limiter({.permits = 4});
    Moment now = start;
    for (const auto held : {2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
        limiter.noteThrottled(now, u"/a"_s, std::nullopt);
        QCOMPARE(limiter.figures(now, startUtc).heldUntil, startUtc.addSecs(held.count()));
        now += std::min<std::chrono::seconds>(held, 59s) + 1ms;
        if (held == 60s)
            now += 1s; // a quiet stretch has passed with the hold
        if (held == 60s)
            break;
    }
    limiter.noteThrottled(now, u"/a"_s, std::nullopt);
    QCOMPARE(limiter.figures(now, startUtc).heldUntil, startUtc.addSecs(2));
}

void TestCallLimiter::hold_isTheLongest_andSaysWhy()
{
    CallLimiter limiter({});
    limiter.hold(start, 0ms, HoldReason::AskedToWait);
    limiter.hold(start, -5s, HoldReason::AskedToWait);
    QVERIFY(!limiter.figures(start, startUtc).heldUntil.isValid());
    limiter.hold(start, 30s, HoldReason::AskedToWait);
    limiter.hold(start, 5s, HoldReason::AskedToWait);
    QCOMPARE(limiter.figures(start, startUtc).heldUntil, startUtc.addSecs(30));
    QVERIFY(limiter.figures(start, startUtc).holdReason == HoldReason::AskedToWait);
    limiter.noteThrottled(start, u"/a"_s, 1s);
    limiter.hold(start, 40s, HoldReason::AskedToWait); // its client adds the words of the same answer
    QCOMPARE(limiter.figures(start, startUtc).heldUntil, startUtc.addSecs(40));
    QVERIFY(limiter.figures(start, startUtc).holdReason == HoldReason::TooManyCalls);
    limiter.hold(start + 41s, 5s, HoldReason::AskedToWait);
    QVERIFY(limiter.figures(start + 41s, startUtc).holdReason == HoldReason::AskedToWait);
}

void TestCallLimiter::wakeAt_isWhenSomethingChanges()
{
    CallLimiter limiter(oneWindow({.calls = 2, .length = 10s}));
    QVERIFY(!limiter.wakeAt(start));
    limiter.hold(start, 5s, HoldReason::AskedToWait);
    QVERIFY(!limiter.wakeAt(start)); // nobody waits
    for (int i = 0; i < 3; ++i)
        (void)limiter.enqueue(u"/a"_s, person);
    QVERIFY(limiter.wakeAt(start) == start + 5s);
    QCOMPARE(leaving(limiter, start + 5s).size(), 2);
    QVERIFY(limiter.wakeAt(start + 5s) == start + 15s);
    limiter.hold(start + 6s, 2s, HoldReason::AskedToWait);
    QVERIFY(limiter.wakeAt(start + 6s) == start + 8s);
}

void TestCallLimiter::withdrawnCalls_doNotLeave()
{
    CallLimiter limiter({.permits = 10});
    const Ticket first = limiter.enqueue(u"/a"_s, person);
    const Ticket second = limiter.enqueue(u"/a"_s, person);
    const Ticket third = limiter.enqueue(u"/b"_s, background);
    limiter.withdraw(second);
    limiter.withdraw(third);
    limiter.withdraw(99);
    QCOMPARE(leaving(limiter, start), QList<Ticket>({first}));
    QCOMPARE(limiter.figures(start, startUtc).waiting, 0);
    limiter.finish(99);
    QCOMPARE(limiter.underWay(), 1);
}

void TestCallLimiter::figures_areExact()
{
    CallLimiter limiter({.permits = 4,
                         .permitsPerEndpoint = 2,
                         .windows = {{.calls = 100, .length = 60s},
                                     {.calls = 4, .length = 1h, .scope = CallScope::Endpoint}}});
    QCOMPARE(spend(limiter, start, 2, u"/b"_s), 2);
    (void)limiter.enqueue(u"/a"_s, person);
    (void)limiter.enqueue(u"/b"_s, background);
    for (int i = 0; i < 3; ++i)
        (void)limiter.enqueue(u"/b"_s, person);
    (void)limiter.enqueue(u"/c"_s, background);
    QCOMPARE(leaving(limiter, start + 30s).size(), 3);
    const CallFigures figures = limiter.figures(start + 30s, startUtc);
    QCOMPARE(figures.calls, 5);
    QCOMPARE(figures.inFlight, 3);
    QCOMPARE(figures.waiting, 3);
    QCOMPARE(figures.waitingForeground, 1);
    QCOMPARE(figures.waitingBackground, 2);
    QCOMPARE(figures.permitsInForce, 4);
    QCOMPARE(figures.permitsAllowed, 4);
    QCOMPARE(figures.throttled, 0);
    QVERIFY(figures.holdReason == HoldReason::None);
    QVERIFY(!figures.isOffline);
    QCOMPARE(figures.callsInWindow, 4); // the fullest: all four of endpoint b
    QCOMPARE(figures.callLimit, 4);
    QCOMPARE(figures.windowSeconds, 3'600);

    QCOMPARE(figures.windows.size(), 4);
    const WindowFigures &account = figures.windows.at(0);
    QCOMPARE(account.endpoint, QString());
    QCOMPARE(account.used, 5);
    QCOMPARE(account.limit, 100);
    QCOMPARE(account.windowSeconds, 60);
    QVERIFY(!account.freeAt.isValid());
    const WindowFigures &a = figures.windows.at(1);
    QCOMPARE(a.endpoint, u"/a"_s);
    QCOMPARE(a.used, 1);
    const WindowFigures &b = figures.windows.at(2);
    QCOMPARE(b.endpoint, u"/b"_s);
    QCOMPARE(b.used, 4);
    QCOMPARE(b.limit, 4);
    QCOMPARE(b.windowSeconds, 3'600);
    QCOMPARE(b.freeAt, startUtc.addSecs(3'600 - 30));
    QCOMPARE(figures.windows.at(3).used, 0);

    QCOMPARE(figures.endpoints.size(), 3);
    const EndpointFigures &busy = figures.endpoints.at(1);
    QCOMPARE(busy.endpoint, u"/b"_s);
    QCOMPARE(busy.calls, 4);
    QCOMPARE(busy.inFlight, 2);
    QCOMPARE(busy.waiting, 2);
    QCOMPARE(busy.permitsInForce, 2);
    QCOMPARE(busy.permitsAllowed, 2);
}

void TestCallLimiter::figures_beforeAnyCall_data()
{
    QTest::addColumn<bool>("isPerEndpoint");
    QTest::newRow("account") << false;
    QTest::newRow("endpoint") << true;
}

void TestCallLimiter::figures_beforeAnyCall()
{
    QFETCH(bool, isPerEndpoint);
    const CallLimiter limiter(oneWindow(
        {.calls = 1'500, .length = 1h, .scope = isPerEndpoint ? CallScope::Endpoint : CallScope::Account}));
    const CallFigures figures = limiter.figures(start, startUtc);
    QCOMPARE(figures.callsInWindow, 0);
    QCOMPARE(figures.callLimit, 1'500);
    QCOMPARE(figures.windowSeconds, 3'600);
    const CallLimiter uncounted({.permits = 2});
    QCOMPARE(uncounted.figures(start, startUtc).callLimit, 0);
}

void TestCallLimiter::anyTraffic_keepsTheLimits_andEndsAll_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 15; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/** Random calls, answers, "too many" and waits: no limit is ever exceeded, and every call gets its turn. */
void TestCallLimiter::anyTraffic_keepsTheLimits_andEndsAll()
{
    QFETCH(quint32, seed);
    std::mt19937 random(seed);
    const auto chance = [&random](int one) { return random() % quint32(one) == 0; };
    const CallLimits limits{
        .permits = 4,
        .permitsPerEndpoint = 2,
        .windows = {{.calls = 20, .length = 10s, .slowAt = {{0.5, 100ms}}, .reserve = 0.2},
                    {.calls = 8, .length = 7s, .scope = CallScope::Endpoint}}};
    CallLimiter limiter(limits);
    const QStringList endpoints{u"/a"_s, u"/b"_s, u"/c"_s};
    QHash<Ticket, QString> endpointOf;
    QList<Ticket> underWay;
    QList<std::pair<Moment, QString>> departures;
    int left = 0;
    Moment now = start;
    for (int step = 0; step < 10'000; ++step) {
        const bool isLate = step > 1'000; // no new calls, so that all can end
        if (isLate && left == endpointOf.size())
            break;
        if (!isLate && chance(4)) {
            const QString endpoint = endpoints.at(qsizetype(random() % 3));
            endpointOf.insert(limiter.enqueue(endpoint, chance(2) ? person : background), endpoint);
        }
        if (!underWay.isEmpty() && chance(2)) {
            const Ticket ticket = underWay.takeAt(qsizetype(random() % quint32(underWay.size())));
            if (!isLate && chance(40))
                limiter.noteThrottled(now, endpointOf.value(ticket), std::nullopt);
            limiter.finish(ticket);
        }
        for (const Ticket ticket : leaving(limiter, now)) {
            ++left;
            underWay.append(ticket);
            departures.append({now, endpointOf.value(ticket)});
            const auto inWindow = [&](std::chrono::seconds length, const QString &endpoint) {
                int count = 0;
                for (auto each = departures.crbegin();
                     each != departures.crend() && each->first > now - length; ++each)
                    count += endpoint.isEmpty() || each->second == endpoint ? 1 : 0;
                return count;
            };
            QVERIFY(inWindow(10s, {}) <= 20);
            QVERIFY(inWindow(7s, endpointOf.value(ticket)) <= 8);
            QVERIFY(underWay.size() <= limiter.figures(now, startUtc).permitsInForce);
            QVERIFY(
                std::count_if(underWay.cbegin(), underWay.cend(),
                              [&](Ticket each) { return endpointOf.value(each) == endpointOf.value(ticket); })
                <= 2);
        }
        // Nothing is free before the moment that was named, unless a call ends or comes.
        const std::optional<Moment> wake = limiter.wakeAt(now);
        if (wake) {
            QVERIFY(*wake > now);
            QVERIFY(!limiter.next(now + (*wake - now) / 2));
        }
        if (isLate && underWay.isEmpty() && limiter.figures(now, startUtc).waiting > 0) {
            QVERIFY(wake); // nothing is under way, so time alone must bring it on
            now = *wake;
        } else {
            now += std::chrono::milliseconds(random() % 200);
        }
    }
    QCOMPARE(left, endpointOf.size());
    QCOMPARE(limiter.figures(now, startUtc).calls, left);
}

QTEST_APPLESS_MAIN(TestCallLimiter)
#include "tst_calllimiter.moc"
