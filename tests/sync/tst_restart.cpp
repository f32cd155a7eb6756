// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/enginefixture.h"

#include <QElapsedTimer>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** The end of the program at any moment, and what the next start makes of it (design: the life of a push;
 * rule I1). */
class RestartTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void whatWasQueued_leavesAfterTheNextStart()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        fixture.edit(laptop, {{u"notes"_s, u"queued"_s}});
        const RecordId contact = fixture.create(
            AssetKind::Contact, {{u"first_name"_s, u"Queued"_s}, {u"organization"_s, organization}});
        fixture.stop();
        QCOMPARE(practice.writes(), 0);
        fixture.start(EngineFixture::Scheduler::On);
        QVERIFY(fixture.waitFor(laptop, SyncState::Synced));
        QVERIFY(fixture.waitFor(contact, SyncState::Synced));
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(), u"queued"_s);
        QCOMPARE(practice.recordsWhere(u"contact"_s, u"firstName"_s, u"Queued"_s).size(), 1);
    }

    void anAnswerThatComesInTime_isTakenBeforeTheEnd()
    {
        PracticeProcess practice;
        EngineFixture fixture(EngineFixture::Scheduler::On);
        fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        QTRY_COMPARE(fixture.status(1).state, IntegrationState::UpToDate);
        practice.setFault(patchRoute(), u"latency"_s, 600);
        fixture.edit(laptop, {{u"notes"_s, u"in time"_s}});
        QVERIFY(fixture.waitFor(laptop, SyncState::Pushing));
        fixture.stop();
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        QVERIFY(!fixture.pushRow(laptop));
    }

    void aRequestThatHangsAtTheEnd_isReadBackAtTheNextStart_data()
    {
        QTest::addColumn<bool>("isApplied");
        QTest::addColumn<bool>("isCreate");
        // Each takes as long as the engine's patience; tests of the command line know the other two.
        QTest::newRow("update that did not arrive") << false << false;
        QTest::newRow("create that arrived") << true << true;
    }

    void aRequestThatHangsAtTheEnd_isReadBackAtTheNextStart()
    {
        QFETCH(bool, isApplied);
        QFETCH(bool, isCreate);
        PracticeProcess practice;
        EngineFixture fixture(EngineFixture::Scheduler::On);
        fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        QTRY_COMPARE(fixture.status(1).state, IntegrationState::UpToDate);
        const qsizetype contacts = practice.records(u"contact"_s).size();
        const QString route = isCreate ? u"POST /company/contacts"_s : patchRoute();
        practice.resetStats();
        practice.setFault(route, u"hang"_s, QJsonObject{{u"applied"_s, isApplied}});
        RecordId record = laptop;
        if (isCreate) {
            record = fixture.create(AssetKind::Contact,
                                    {{u"first_name"_s, u"Hanging"_s}, {u"organization"_s, organization}});
        } else {
            fixture.edit(laptop, {{u"notes"_s, u"hanging"_s}});
        }
        QTRY_COMPARE(practice.firedFaults(), 1);
        QElapsedTimer timer;
        timer.start();
        fixture.stop();
        QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(fixture.pushRow(record));

        fixture.start(EngineFixture::Scheduler::On);
        QVERIFY(fixture.waitFor(record, SyncState::Synced));
        QCOMPARE(practice.calls(route), isApplied ? 1 : 2);
        QCOMPARE(practice.records(u"contact"_s).size(), contacts + (isCreate ? 1 : 0));
        if (!isCreate)
            QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(), u"hanging"_s);
    }

    void whatIsAskedWhileTheEngineEnds_isAnswered_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("sync") << u"sync"_s;
        QTest::newRow("push") << u"push"_s;
        QTest::newRow("test of a connection") << u"test"_s;
        QTest::newRow("new integration") << u"add"_s;
    }

    void whatIsAskedWhileTheEngineEnds_isAnswered()
    {
        QFETCH(QString, what);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        practice.setFault(u"*"_s, u"hang"_s, {}, 0);
        QElapsedTimer timer;
        const auto end = [&](auto future) {
            // Once the request hangs there, the engine ends.
            QTRY_VERIFY(practice.firedFaults() > 0);
            timer.start();
            fixture.stop();
            QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
            QVERIFY2(future.isFinished(), "a future of an engine that has ended never finishes");
            QVERIFY(!future.result());
        };
        if (what == "sync"_L1) {
            end(fixture.engine().sync(id, true));
        } else if (what == "push"_L1) {
            fixture.edit(laptop, {{u"notes"_s, u"kept"_s}});
            end(fixture.engine().push(id));
            QVERIFY(fixture.pushRow(laptop));
        } else if (what == "test"_L1) {
            end(fixture.engine().testConnection(EngineFixture::detailsFor(practice)));
        } else {
            end(fixture.engine().addIntegration(EngineFixture::detailsFor(practice, u"Second"_s)));
        }
    }

    void anEngineCanEndAtAnyMoment()
    {
        PracticeProcess practice({.organizations = 3, .locations = 3, .contacts = 6, .configurations = 12},
                                 {u"--latency"_s, u"3"_s});
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const auto machines = recordIds(fixture.database(), {.kind = AssetKind::Configuration});
        for (int round = 0; round < 8; ++round) {
            fixture.start(round % 2 == 0 ? EngineFixture::Scheduler::On : EngineFixture::Scheduler::Off);
            for (const RecordId each : *machines)
                fixture.edit(each, {{u"notes"_s, u"round %1"_s.arg(round)}});
            const auto push = fixture.engine().push(id);
            const auto sync = fixture.engine().sync(id, true);
            // Somewhere in the middle, elsewhere each time.
            const int before = practice.calls(u"*"_s);
            QTRY_VERIFY_WITH_TIMEOUT(practice.calls(u"*"_s) >= before + 2 * round, 5000);
            fixture.stop();
            QVERIFY(push.isFinished());
            QVERIFY(sync.isFinished());
        }
        fixture.start();
        fixture.clock().advance(std::chrono::hours(2));
        fixture.push(id);
        for (const RecordId each : *machines) {
            QVERIFY2(fixture.state(each) == SyncState::Synced, qPrintable(fixture.sentence(each)));
            QCOMPARE(practice.record(u"configuration"_s, fixture.link(each).remote.id)
                         .value("notes"_L1)
                         .toString(),
                     u"round 7"_s);
        }
        QCOMPARE(practice.records(u"configuration"_s).size(), 12);
    }

    void anEngineThatNeverStarted_ends()
    {
        SyncEngine engine({.databasePath = u"/dev/null/nowhere/tandem.db"_s,
                           .secrets = std::make_shared<MemorySecretStore>()});
        const auto started = engine.start();
        auto waiting = started;
        waiting.waitForFinished();
        QVERIFY(!waiting.result());
        QCOMPARE(waiting.result().error().code, ErrorCode::DatabaseUnusable);
    }

private:
    static QString patchRoute()
    {
        return u"PATCH /company/configurations/{id}"_s;
    }
};

QTEST_GUILESS_MAIN(RestartTest)
#include "tst_restart.moc"
