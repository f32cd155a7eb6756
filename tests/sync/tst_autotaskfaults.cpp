// SPDX-License-Identifier: GPL-3.0-or-later
#include "autotaskoffice.h"
#include "store/planstore.h"

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** Lost answers, limits and storms on the way to Autotask (rules I1–I5): everything arrives once. */
class AutotaskFaultsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void I2_aCreateWhoseAnswerIsLost_isAdopted_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("fault");
        for (const AssetKind kind : allKinds) {
            for (const char *fault : {"reset_after", "truncate", "bad_json", "reset_before"}) {
                QTest::addRow("%s %s", qPrintable(kindName(kind)), fault)
                    << kindName(kind) << QString::fromLatin1(fault);
            }
        }
    }

    void I2_aCreateWhoseAnswerIsLost_isAdopted()
    {
        QFETCH(QString, kind);
        QFETCH(QString, fault);
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        const QString route = AutotaskOffice::postRoute(*kindFromName(kind));
        const qsizetype before = office.practice.records(kind).size();
        office.practice.resetStats();
        office.practice.setFault(route, fault);
        const RecordId record = office.make(*kindFromName(kind));
        office.settle();
        QCOMPARE(office.practice.firedFaults(), 1);
        QVERIFY2(fixture.state(record) == SyncState::Synced, qPrintable(fixture.sentence(record)));
        QCOMPARE(office.practice.records(kind).size(), before + 1);
        QCOMPARE(office.practice.calls(route), fault == "reset_before"_L1 ? 2 : 1);
        QVERIFY(!fixture.pushRow(record));
        office.checkPeace();
    }

    void anUpdateWhoseAnswerIsLost_isReadBackAndNotSentTwice_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : {"reset_after", "truncate", "bad_json", "wrong_length"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }

    void anUpdateWhoseAnswerIsLost_isReadBackAndNotSentTwice()
    {
        QFETCH(QString, fault);
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        const QString route = AutotaskOffice::patchRoute(AssetKind::Configuration);
        const RecordId machine = fixture.find(AssetKind::Configuration, u"MAPLE-WS002"_s);
        office.practice.resetStats();
        office.practice.setFault(route, fault);
        fixture.edit(machine, {{u"notes"_s, u"arrived"_s}});
        office.settle();
        QVERIFY2(fixture.state(machine) == SyncState::Synced, qPrintable(fixture.sentence(machine)));
        QCOMPARE(office.practice.calls(route), 1);
        QCOMPARE(fixture.link(machine).baseline.value("notes"_L1).toString(), u"arrived"_s);
        office.checkPeace();
    }

    /** A write answers the id only, and what became of it is read: also when that read fails at first. */
    void aReadBackThatFails_isDoneAgain_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("connection lost") << u"reset_before"_s << QJsonValue();
        QTest::newRow("500") << u"status"_s << QJsonValue(500);
        QTest::newRow("429") << u"status"_s
                             << QJsonValue(QJsonObject{{u"status"_s, 429}, {u"retry_after"_s, 1}});
        QTest::newRow("HTML") << u"html"_s << QJsonValue();
        QTest::newRow("half an answer") << u"truncate"_s << QJsonValue();
    }

    void aReadBackThatFails_isDoneAgain()
    {
        QFETCH(QString, fault);
        QFETCH(QJsonValue, value);
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        const RecordId contact = fixture.find(AssetKind::Contact, u"Ruth Ferrari"_s);
        office.practice.resetStats();
        // The first look is the one before the write.
        QJsonObject second{{u"route"_s, u"POST /Contacts/query"_s}, {u"fault"_s, fault}, {u"nth"_s, 2}};
        if (!value.isNull())
            second.insert(u"value"_s, value);
        office.practice.setFaults({second});
        fixture.edit(contact, {{u"title"_s, u"Owner"_s}});
        office.settle();
        office.settle();
        QVERIFY2(fixture.state(contact) == SyncState::Synced, qPrintable(fixture.sentence(contact)));
        QCOMPARE(office.practice.calls(AutotaskOffice::patchRoute(AssetKind::Contact)), 1);
        QCOMPARE(office.practice.record(u"contact"_s, u"30002"_s).value("title"_L1).toString(), u"Owner"_s);
        office.checkPeace();
    }

    /** One read serves many pushes, and its failure is one failure: none of them waits for an hour. */
    void aReadOfManyThatFails_putsThemOffAsOne()
    {
        AutotaskOffice office({.organizations = 2, .locations = 2, .contacts = 2, .configurations = 30});
        EngineFixture &fixture = office.fixture;
        const auto machines = recordIds(fixture.database(), {.kind = AssetKind::Configuration});
        for (const RecordId each : *machines)
            fixture.edit(each, {{u"notes"_s, u"new"_s}});
        office.practice.setFault(u"POST /ConfigurationItems/query"_s, u"status"_s, 500, 2);
        (void)fixture.wait(fixture.engine().push(office.id));
        int waiting = 0;
        for (const RecordId each : *machines) {
            const std::optional<Push> push = fixture.pushRow(each);
            if (!push)
                continue;
            ++waiting;
            QVERIFY2(fixture.clock().nowUtc().secsTo(push->nextTryAt) < 60,
                     qPrintable(push->nextTryAt.toString()));
        }
        QVERIFY(waiting > 5);
        office.settle();
        for (const RecordId each : *machines)
            QVERIFY2(fixture.state(each) == SyncState::Synced, qPrintable(fixture.sentence(each)));
    }

    void aReadThatHangs_holdsNobodyUp_data()
    {
        QTest::addColumn<QString>("hanging");
        QTest::newRow("the look before a push") << u"push"_s;
        QTest::newRow("a record that a person asked for") << u"sync now"_s;
        QTest::newRow("the page of a sync in the background") << u"sync"_s;
        QTest::newRow("the looks before many pushes") << u"bulk"_s;
    }

    /** What a person waits for goes on beside it, long before the call that hangs is given up. */
    void aReadThatHangs_holdsNobodyUp()
    {
        QFETCH(QString, hanging);
        AutotaskOffice office({.organizations = 2, .locations = 2, .contacts = 2, .configurations = 40});
        EngineFixture &fixture = office.fixture;
        fixture.setPatience(std::chrono::milliseconds(1));
        fixture.start();
        const bool isBulk = hanging == "bulk"_L1;
        const QList<RecordId> machines = *recordIds(fixture.database(), {.kind = AssetKind::Configuration});
        const RecordId first = machines.constFirst();
        const RecordId edited = machines.at(1);
        const RecordId asked = machines.at(2);
        office.practice.update(u"configuration"_s, fixture.link(asked).remote.id, {{u"notes"_s, u"there"_s}});
        office.practice.resetStats();
        office.practice.setFault(u"POST /ConfigurationItems/query"_s, u"hang"_s);
        QFuture<Result<RunSummary>> run;
        QFuture<Result<void>> question;
        if (hanging == "sync now"_L1) {
            question = fixture.engine().syncRecord(first, office.id);
        } else if (hanging == "sync"_L1) {
            run = fixture.engine().sync(office.id, true);
        } else {
            for (const RecordId each : machines.first(isBulk ? machines.size() : 1))
                fixture.edit(each, {{u"notes"_s, u"here"_s}});
            run = fixture.engine().push(office.id);
        }
        QTRY_COMPARE(office.practice.firedFaults(), 1);

        const auto read = fixture.wait(fixture.engine().syncRecord(asked, office.id));
        QVERIFY2(read, wordsOf(read).constData());
        if (!isBulk)
            QCOMPARE(fixture.field(asked, u"notes"_s).toString(), u"there"_s);
        fixture.edit(edited, {{u"asset_tag"_s, u"A-1"_s}});
        const auto pushed = fixture.engine().push(office.id);
        QTRY_COMPARE(fixture.state(edited), SyncState::Synced);
        if (isBulk) {
            for (const RecordId each : machines)
                QTRY_COMPARE(fixture.state(each), SyncState::Synced);
        } else {
            QVERIFY(hanging == "sync now"_L1 ? !question.isFinished() : !run.isFinished());
        }
        QVERIFY(office.practice.stats().value("max_concurrent"_L1).toInt() <= 3);
        // So that nothing waits for it.
        office.practice.stop();
        fixture.stop();
        Q_UNUSED(pushed);
    }

    /** Other programs use the tenant's calls too, and when all are used it answers nobody. */
    void I5_whenTheHoursCallsAreUsed_editsWaitAndArrive()
    {
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        const RecordId contact = fixture.find(AssetKind::Contact, u"Ruth Ferrari"_s);
        office.practice.setQuirks({u"others-used-all"_s, u"hourly-limit"_s});
        fixture.edit(contact, {{u"title"_s, u"Owner"_s}});
        (void)fixture.wait(fixture.engine().push(office.id));
        QCOMPARE(fixture.state(contact), SyncState::Retrying);
        QVERIFY(fixture.status(office.id).retryAt.isValid());
        office.practice.setQuirks({});
        office.settle();
        QVERIFY2(fixture.state(contact) == SyncState::Synced, qPrintable(fixture.sentence(contact)));
        QCOMPARE(office.practice.calls(AutotaskOffice::patchRoute(AssetKind::Contact)), 1);
    }

    /** Other programs use up the hour's calls: a push of everything waits, and goes on where it was. */
    void F2_pushAllAtTheHourlyLimit_waitsAndGoesOn()
    {
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        SyncEngine &engine = fixture.engine();
        fixture.setTwoWay(office.id, false);
        const Family family = office.makeFamily();
        for (int i = 0; i < 8; ++i) {
            fixture.create(AssetKind::Contact, {{u"first_name"_s, u"Number %1"_s.arg(i)},
                                                {u"last_name"_s, u"Limit"_s},
                                                {u"organization"_s, family.organization}});
        }
        fixture.setTwoWay(office.id, true);
        const auto plan = fixture.wait(engine.planPushAll(office.id, {}));
        QVERIFY2(plan, wordsOf(plan).constData());
        office.practice.resetStats();
        office.practice.setQuirks({u"others-used-all"_s, u"hourly-limit"_s});
        QVERIFY(fixture.wait(engine.confirmPushAll(office.id, plan->id, u"Main"_s, false, u"Ann"_s)));
        const auto waiting = fixture.wait(engine.runPushAll(office.id));
        QVERIFY2(waiting, wordsOf(waiting).constData());
        QCOMPARE(waiting->plan.state, Plan::State::Running);
        QVERIFY(!waiting->message.isEmpty());
        QCOMPARE(waiting->permittedCallsPerMinute, 10'000.0 / 60);
        QCOMPARE(office.practice.creates(), 0);
        // Nothing hammers a PSA that has said no.
        QVERIFY2(office.practice.calls(u"*"_s) < 10, qPrintable(QString::number(office.practice.calls(u"*"_s))));

        office.practice.setQuirks({});
        fixture.clock().advance(std::chrono::hours(2));
        auto ended = fixture.wait(engine.runPushAll(office.id));
        for (int round = 0; round < 5 && ended && ended->plan.state == Plan::State::Running; ++round) {
            fixture.clock().advance(std::chrono::hours(2));
            ended = fixture.wait(engine.runPushAll(office.id));
        }
        QVERIFY2(ended, wordsOf(ended).constData());
        QCOMPARE(ended->plan.state, Plan::State::Finished);
        for (const RecordId each : family.all())
            QVERIFY2(fixture.state(each) == SyncState::Synced, qPrintable(fixture.sentence(each)));
        QCOMPARE(office.practice.recordsWhere(u"contact"_s, u"lastName"_s, u"Limit"_s).size(), 8);
        // Each did what the preview had said.
        const PlanStore plans(fixture.database());
        const QList<PlanRow> rows = *plans.rows(*plans.ids({.plan = plan->id}));
        for (const PlanRow &row : rows) {
            const bool isAsSaid = row.outcome == PlanOutcome::Create ? row.result == PlanResult::Created
                                                                     : row.result == PlanResult::Untouched;
            QVERIFY2(isAsSaid, qPrintable(row.name + u' ' + planResultName(row.result) + u' ' + row.message));
        }
        office.checkPeace();
    }

    void I5_bulk_staysWithinThreeThreads_data()
    {
        QTest::addColumn<QStringList>("quirks");
        QTest::newRow("as usual") << QStringList();
        QTest::newRow("threads end late") << QStringList{u"slow-release"_s};
        QTest::newRow("limits are errors") << QStringList{u"slow-release"_s, u"limits-are-errors"_s};
    }

    void I5_bulk_staysWithinThreeThreads()
    {
        QFETCH(QStringList, quirks);
        // Each call that is refused there waits for a second or more, of which the usual run need not see
        // many.
        const bool isShort = !quirks.isEmpty() && !qEnvironmentVariableIsSet("TANDEM_TEST_LONG");
        AutotaskOffice office(
            {.organizations = 2, .locations = 2, .contacts = 2, .configurations = isShort ? 12 : 40},
            {u"--latency"_s, u"10"_s}, EngineFixture::Scheduler::On);
        EngineFixture &fixture = office.fixture;
        office.practice.setQuirks(quirks);
        office.practice.resetStats();
        const auto machines = recordIds(fixture.database(), {.kind = AssetKind::Configuration});
        for (const RecordId each : *machines)
            fixture.edit(each, {{u"notes"_s, u"number %1"_s.arg(each)}});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.status(office.id).waiting == 0, 240'000);
        for (const RecordId each : *machines) {
            QVERIFY2(fixture.state(each) == SyncState::Synced, qPrintable(fixture.sentence(each)));
            QCOMPARE(office.practice.record(u"configuration"_s, fixture.link(each).remote.id)
                         .value("notes"_L1)
                         .toString(),
                     u"number %1"_s.arg(each));
        }
        const int writes = office.practice.calls(AutotaskOffice::patchRoute(AssetKind::Configuration));
        const int reads = office.practice.calls(u"POST /ConfigurationItems/query"_s);
        const qint64 refused = fixture.status(office.id).calls.throttled;
        QCOMPARE(office.practice.stats().value("creates"_L1).toInt(), 0);
        if (quirks.isEmpty()) {
            QCOMPARE(refused, 0);
            QCOMPARE(writes, machines->size());
            QVERIFY2(reads < machines->size(), qPrintable(QString::number(reads))); // they go together
        }
    }

    void I2_underAStormOfFaults_everythingArrivesOnce_data()
    {
        QTest::addColumn<int>("seed");
        for (const int seed : {1, 2, 3})
            QTest::addRow("seed %d", seed) << seed;
    }

    void I2_underAStormOfFaults_everythingArrivesOnce()
    {
        QFETCH(int, seed);
        AutotaskOffice office({.organizations = 3, .locations = 3, .contacts = 3, .configurations = 12},
                              {u"--seed"_s, QString::number(seed)});
        EngineFixture &fixture = office.fixture;
        const RecordId organization =
            (*LinkStore(fixture.database()).byRemote(office.id, AssetKind::Organization, u"1001"_s))
                ->recordId;
        QJsonArray storm;
        for (const char *fault : {"reset_after", "reset_before", "truncate", "bad_json", "html"}) {
            storm.append(QJsonObject{
                {u"route"_s, u"*"_s}, {u"probability"_s, 0.06}, {u"fault"_s, QString::fromLatin1(fault)}});
        }
        storm.append(QJsonObject{
            {u"route"_s, u"*"_s}, {u"probability"_s, 0.05}, {u"fault"_s, u"status"_s}, {u"value"_s, 503}});
        office.practice.setFaults(storm);
        const auto machines = recordIds(fixture.database(), {.kind = AssetKind::Configuration});
        QList<RecordId> records = *machines;
        for (const RecordId each : *machines)
            fixture.edit(each, {{u"notes"_s, u"number %1"_s.arg(each)}});
        for (int i = 0; i < 12; ++i) {
            records.append(fixture.create(AssetKind::Contact,
                                          {{u"first_name"_s, u"Storm %1"_s.arg(i)},
                                           {u"last_name"_s, u"Child"_s},
                                           {u"organization"_s, organization}}));
        }
        for (int round = 0; round < 8; ++round)
            office.settle();
        office.practice.clearFaults();
        for (int round = 0; round < 3; ++round)
            office.settle();
        for (const RecordId each : records)
            QVERIFY2(fixture.state(each) == SyncState::Synced, qPrintable(fixture.sentence(each)));
        QCOMPARE(office.practice.recordsWhere(u"contact"_s, u"lastName"_s, u"Child"_s).size(), 12);
        for (const RecordId each : *machines) {
            const QJsonObject remote =
                office.practice.record(u"configuration"_s, fixture.link(each).remote.id);
            QCOMPARE(remote.value("notes"_L1).toString(), u"number %1"_s.arg(each));
        }
        office.checkPeace();
    }
};

QTEST_GUILESS_MAIN(AutotaskFaultsTest)
#include "tst_autotaskfaults.moc"
