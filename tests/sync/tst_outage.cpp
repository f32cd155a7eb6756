// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/enginefixture.h"

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** The PSA is away for a while (rules A5, I1): nothing is asked of it but whether it is back, and then
 * everything goes by itself. */
class OutageTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void A5_whenItIsBack_everythingGoesByItself_data()
    {
        platforms();
    }

    void A5_whenItIsBack_everythingGoesByItself()
    {
        QFETCH(Platform, platform);
        PracticeProcess practice({}, {}, platform);
        EngineFixture fixture(EngineFixture::Scheduler::On);
        const IntegrationId id = fixture.connectTwoWay(practice);
        const QList<RecordId> edited = editWhileAway(practice, fixture, id);
        QVERIFY(fixture.status(id).calls.probeAt.isValid());
        for (const RecordId record : edited) {
            QCOMPARE(fixture.state(record), SyncState::Retrying);
            QVERIFY(fixture.pushRow(record));
        }
        practice.resetStats();
        practice.clearFaults();
        for (const RecordId record : edited)
            QVERIFY(fixture.waitFor(record, SyncState::Synced));
        QCOMPARE(practice.writes(), int(edited.size()));
        QTRY_COMPARE(fixture.status(id).state, IntegrationState::UpToDate);
        QVERIFY(!fixture.status(id).calls.isOffline);
    }

    void A5_whileItIsAway_onlyTheProbeGoes_data()
    {
        platforms();
    }

    void A5_whileItIsAway_onlyTheProbeGoes()
    {
        QFETCH(Platform, platform);
        QFETCH(QString, probe);
        PracticeProcess practice({}, {}, platform);
        EngineFixture fixture(EngineFixture::Scheduler::On);
        const IntegrationId id = fixture.connectTwoWay(practice);
        editWhileAway(practice, fixture, id);
        practice.resetStats();
        const int before = practice.firedFaults();
        QTRY_VERIFY_WITH_TIMEOUT(practice.firedFaults() > before, 20'000);
        QCOMPARE(practice.calls(probe), practice.firedFaults() - before);
        QVERIFY(fixture.status(id).calls.isOffline);
    }

    void A5_awayFromTheStart_isFoundAgainByItself_data()
    {
        platforms();
    }

    /** Nothing waits to be pushed, and where the tenant lives was not even asked yet. */
    void A5_awayFromTheStart_isFoundAgainByItself()
    {
        QFETCH(Platform, platform);
        PracticeProcess practice({}, {}, platform);
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        fixture.stop();
        practice.setFault(u"*"_s, u"reset_before"_s, {}, 0);
        fixture.start(EngineFixture::Scheduler::On);
        while (!fixture.status(id).calls.isOffline)
            QVERIFY(!fixture.wait(fixture.engine().sync(id, false)));
        QCOMPARE(fixture.status(id).state, IntegrationState::Offline);
        practice.clearFaults();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.status(id).state, IntegrationState::UpToDate, 20'000);
        QVERIFY(!fixture.status(id).calls.isOffline);
    }

    void A5_aPersonNeedNotWait_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("retry now") << u"retry"_s;
        QTest::newRow("sync now") << u"sync"_s;
    }

    void A5_aPersonNeedNotWait()
    {
        QFETCH(QString, what);
        PracticeProcess practice;
        EngineFixture fixture(EngineFixture::Scheduler::On);
        const IntegrationId id = fixture.connectTwoWay(practice);
        const QList<RecordId> edited = editWhileAway(practice, fixture, id);
        practice.clearFaults();
        const QDateTime probeAt = fixture.status(id).calls.probeAt;
        if (what == "retry"_L1)
            QVERIFY(fixture.wait(fixture.engine().retryNow(edited.constFirst(), id)));
        else
            fixture.sync(id);
        for (const RecordId record : edited)
            QVERIFY(fixture.waitFor(record, SyncState::Synced));
        QVERIFY(QDateTime::currentDateTimeUtc() < probeAt);
    }

private:
    static void platforms()
    {
        QTest::addColumn<Platform>("platform");
        QTest::addColumn<QString>("probe");
        QTest::newRow("ConnectWise") << Platform::ConnectWise << u"GET /login/companyinfo/{id}"_s;
        QTest::newRow("Autotask") << Platform::Autotask << u"GET /ZoneInformation"_s;
    }

    /** Edits that cannot leave; it is known to be offline afterwards. */
    static QList<RecordId> editWhileAway(PracticeProcess &practice, EngineFixture &fixture, IntegrationId id)
    {
        QList<RecordId> edited;
        [&] {
            QTRY_COMPARE(fixture.status(id).state, IntegrationState::UpToDate);
            practice.setFault(u"*"_s, u"reset_before"_s, {}, 0);
            const auto machines = recordIds(fixture.database(), {.kind = AssetKind::Configuration});
            for (const RecordId record : *machines) {
                fixture.edit(record, {{u"notes"_s, u"while away"_s}});
                edited.append(record);
            }
            QVERIFY(edited.size() > 1);
            QTRY_VERIFY_WITH_TIMEOUT(fixture.status(id).calls.isOffline, 20'000);
            QTRY_COMPARE(fixture.state(edited.constFirst()), SyncState::Retrying);
        }();
        return edited;
    }
};

QTEST_GUILESS_MAIN(OutageTest)
#include "tst_outage.moc"
