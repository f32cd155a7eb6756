// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/enginefixture.h"

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** What happens when the PSA says no, not now, or nonsense (design: retry; rules E3, I1, I5). */
class RefusalsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void aRefusal_keepsThePsasWordsAndTheField_andAnEditTriesAgain()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        // The other company has this identifier.
        fixture.edit(organization, {{u"short_name"_s, u"MAPLEPEDIATRICS"_s}});
        const RunSummary summary = fixture.push(id);
        QCOMPARE(summary.failed, 1);
        QCOMPARE(summary.done, 0);
        QCOMPARE(fixture.state(organization), SyncState::Error);
        const Link link = fixture.link(organization);
        QVERIFY(!link.message.isEmpty());
        QCOMPARE(link.errorField, u"short_name"_s);
        QCOMPARE(fixture.sentence(organization), u"ConnectWise refused it: \"%1\""_s.arg(link.message));
        QCOMPARE(summary.lines.constFirst().message, link.message);
        QCOMPARE(summary.lines.constFirst().error.field, u"short_name"_s);
        QCOMPARE(fixture.status(id).errors, 1);
        const Event event = fixture.history(organization).constFirst();
        QCOMPARE(event.type, Event::Type::PushFailed);
        QVERIFY(event.isFailure);
        QCOMPARE(event.message, link.message);
        QVERIFY(!event.requestId.isEmpty());
        // The edit is not lost, and not sent again by itself.
        QCOMPARE(fixture.field(organization, u"short_name"_s).toString(), u"MAPLEPEDIATRICS"_s);
        const int writes = practice.writes();
        fixture.push(id);
        fixture.sync(id, true);
        fixture.push(id);
        QCOMPARE(practice.writes(), writes);
        QCOMPARE(fixture.state(organization), SyncState::Error);
        QCOMPARE(fixture.field(organization, u"short_name"_s).toString(), u"MAPLEPEDIATRICS"_s);

        fixture.edit(organization, {{u"short_name"_s, u"FREE"_s}});
        QCOMPARE(fixture.push(id).done, 1);
        QCOMPARE(fixture.state(organization), SyncState::Synced);
        QVERIFY(fixture.link(organization).message.isEmpty());
        QCOMPARE(practice.record(u"organization"_s, u"1"_s).value("identifier"_L1).toString(), u"FREE"_s);
    }

    void aRefusedCreate_isMadeOnceItIsCorrected()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        practice.setFault(u"POST /company/configurations"_s, u"validation"_s);
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        const RecordId server = fixture.create(
            AssetKind::Configuration,
            {{u"name"_s, u"SRV"_s},
             {u"organization"_s, organization},
             {u"configuration_type"_s, fixture.option(OptionList::ConfigurationType, u"Managed Server"_s)},
             {u"configuration_status"_s, fixture.option(OptionList::ConfigurationStatus, u"Active"_s)}});
        QCOMPARE(fixture.push(id).failed, 1);
        QCOMPARE(fixture.state(server), SyncState::Error);
        QVERIFY2(fixture.link(server).message.contains(u"is invalid"_s),
                 qPrintable(fixture.link(server).message));
        QVERIFY(!fixture.link(server).isLinked());
        // "Retry now" asks the same again.
        QVERIFY(fixture.wait(fixture.engine().retryNow(server, id)));
        QCOMPARE(fixture.push(id).done, 1);
        QCOMPARE(fixture.state(server), SyncState::Synced);
        QCOMPARE(practice.recordsWhere(u"configuration"_s, u"name"_s, u"SRV"_s).size(), 1);
    }

    void oneRefusal_doesNotHoldUpTheOthers()
    {
        PracticeProcess practice({.organizations = 2, .locations = 2, .contacts = 2, .configurations = 10});
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        practice.setFaults({QJsonObject{{u"route"_s, u"PATCH /company/configurations/{id}"_s},
                                        {u"fault"_s, u"validation"_s},
                                        {u"nth"_s, 3}}});
        const auto machines = recordIds(fixture.database(), {.kind = AssetKind::Configuration});
        for (const RecordId each : *machines)
            fixture.edit(each, {{u"notes"_s, u"all"_s}});
        const RunSummary summary = fixture.push(id);
        QCOMPARE(summary.done, 9);
        QCOMPARE(summary.failed, 1);
        qint64 errors = 0;
        for (const RecordId each : *machines)
            errors += fixture.state(each) == SyncState::Error ? 1 : 0;
        QCOMPARE(errors, 1);
    }

    void a429_holdsTheWholeAccount()
    {
        PracticeProcess practice({.organizations = 2, .locations = 2, .contacts = 2, .configurations = 12});
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        practice.resetStats();
        practice.setFault(u"*"_s, u"status"_s, QJsonObject{{u"status"_s, 429}, {u"retry_after"_s, 1}}, 4);
        const auto machines = recordIds(fixture.database(), {.kind = AssetKind::Configuration});
        for (const RecordId each : *machines)
            fixture.edit(each, {{u"notes"_s, u"all"_s}});
        const auto first = fixture.wait(fixture.engine().push(id));
        // Waiting is no failure of the connection: what waits is listed.
        QVERIFY2(first, wordsOf(first).constData());
        QCOMPARE(first->done, 0);
        QCOMPARE(first->failed, 12);
        // No more than were under way at once have left.
        const int left = practice.calls(u"*"_s);
        QVERIFY2(left <= 4, qPrintable(QString::number(left)));
        QCOMPARE(practice.writes(), 0);
        QCOMPARE(fixture.state(machines->constFirst()), SyncState::Retrying);
        QVERIFY(fixture.badge(machines->constFirst()).badge.retryAt.isValid());
        QVERIFY(fixture.status(id).retryAt.isValid());
        practice.clearFaults();
        fixture.clock().advance(std::chrono::seconds(5));
        QCOMPARE(fixture.push(id).done, 12);
        QCOMPARE(practice.writes(), 12);
    }

    void aPassingFault_isTriedAgainLater_data()
    {
        QTest::addColumn<QString>("route");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QJsonValue>("value");
        const QString read = u"GET /company/configurations/{id}"_s;
        QTest::newRow("500 on the read") << read << u"status"_s << QJsonValue(500);
        QTest::newRow("503 on the read") << read << u"status"_s << QJsonValue(503);
        QTest::newRow("HTML on the read") << read << u"html"_s << QJsonValue();
        QTest::newRow("broken JSON on the read") << read << u"bad_json"_s << QJsonValue();
        QTest::newRow("half an answer to the read") << read << u"truncate"_s << QJsonValue();
        QTest::newRow("reset on the read") << read << u"reset_before"_s << QJsonValue();
        const QString write = u"PATCH /company/configurations/{id}"_s;
        QTest::newRow("500 on the write") << write << u"status"_s << QJsonValue(500);
        QTest::newRow("503 on the write") << write << u"status"_s << QJsonValue(503);
        QTest::newRow("HTML on the write") << write << u"html"_s << QJsonValue();
        QTest::newRow("reset before the write") << write << u"reset_before"_s << QJsonValue();
        QTest::newRow("429 on the write")
            << write << u"status"_s << QJsonValue(QJsonObject{{u"status"_s, 429}, {u"retry_after"_s, 1}});
    }

    void aPassingFault_isTriedAgainLater()
    {
        QFETCH(QString, route);
        QFETCH(QString, fault);
        QFETCH(QJsonValue, value);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        practice.setFault(route, fault, value);
        fixture.edit(laptop, {{u"notes"_s, u"in the end"_s}});
        const auto first = fixture.wait(fixture.engine().push(id));
        QCOMPARE(practice.firedFaults(), 1);
        if (fixture.state(laptop) != SyncState::Synced) {
            const SyncState state = fixture.state(laptop);
            QVERIFY2(state == SyncState::Retrying || state == SyncState::Checking,
                     qPrintable(syncStateName(state)));
            const auto row = fixture.pushRow(laptop);
            QVERIFY(row && row->nextTryAt.isValid());
            QVERIFY(row->nextTryAt > fixture.clock().nowUtc());
            if (first) {
                QCOMPARE(first->failed, 1);
                QCOMPARE(first->lines.constFirst().recordId, laptop);
            }
            // It waits for its time, and survives the end of the program.
            fixture.start();
            QCOMPARE(fixture.pushRow(laptop)->nextTryAt, row->nextTryAt);
            fixture.clock().advance(std::chrono::hours(2));
            fixture.push(id);
        }
        QVERIFY2(fixture.state(laptop) == SyncState::Synced, qPrintable(fixture.sentence(laptop)));
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(), u"in the end"_s);
        QVERIFY(!fixture.pushRow(laptop));
        QVERIFY(practice.calls(u"PATCH /company/configurations/{id}"_s) <= 2);
    }

    void retryNow_doesNotWait()
    {
        PracticeProcess practice;
        EngineFixture fixture(EngineFixture::Scheduler::On);
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        QTRY_COMPARE(fixture.status(id).state, IntegrationState::UpToDate);
        practice.setFault(u"GET /company/configurations/{id}"_s, u"status"_s, QJsonObject{{u"status"_s, 503}},
                          0);
        fixture.edit(laptop, {{u"notes"_s, u"now"_s}});
        QVERIFY(fixture.waitFor(laptop, SyncState::Retrying));
        practice.clearFaults();
        QVERIFY(fixture.wait(fixture.engine().retryNow(laptop, id)));
        QVERIFY(fixture.waitFor(laptop, SyncState::Synced));
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(), u"now"_s);
    }

    void keysThatNoLongerCount_stopTheAccountUntilTheyAreReplaced()
    {
        PracticeProcess practice({.organizations = 2, .locations = 2, .contacts = 2, .configurations = 8});
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const auto machines = recordIds(fixture.database(), {.kind = AssetKind::Configuration});
        // They are looked at together first.
        practice.setFault(u"GET /company/configurations"_s, u"expired_token"_s, {}, 0);
        for (const RecordId each : *machines)
            fixture.edit(each, {{u"notes"_s, u"all"_s}});
        practice.resetStats();
        const auto refused = fixture.wait(fixture.engine().push(id));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::SignInFailed);
        QCOMPARE(fixture.status(id).state, IntegrationState::SignInFailed);
        QVERIFY(!fixture.status(id).message.isEmpty());
        QVERIFY2(practice.calls(u"GET /company/configurations"_s) <= 4,
                 QJsonDocument(practice.stats()).toJson().constData());
        for (const RecordId each : *machines)
            QVERIFY(fixture.pushRow(each));
        practice.clearFaults();
        QVERIFY(fixture.wait(fixture.engine().editConnection(id, EngineFixture::detailsFor(practice))));
        QCOMPARE(fixture.push(id).done, 8);
        QCOMPARE(fixture.status(id).state, IntegrationState::UpToDate);
    }

    void nobodyAnswers_editsWaitAndLeaveWhenTheWayIsFree()
    {
        QTemporaryDir folder;
        PracticeProcess practice({}, {u"--state"_s, folder.filePath(u"state"_s)});
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        practice.stop();
        fixture.edit(laptop, {{u"notes"_s, u"offline"_s}});
        const auto push = fixture.wait(fixture.engine().push(id));
        QVERIFY(!push);
        QCOMPARE(push.error().code, ErrorCode::Unreachable);
        const auto sync = fixture.wait(fixture.engine().sync(id, false));
        QVERIFY(!sync);
        QCOMPARE(sync.error().code, ErrorCode::Unreachable);
        QCOMPARE(fixture.status(id).state, IntegrationState::Offline);
        QVERIFY(!fixture.status(id).message.isEmpty());
        QCOMPARE(fixture.field(laptop, u"notes"_s).toString(), u"offline"_s);
        practice.start();
        fixture.clock().advance(std::chrono::hours(2));
        QCOMPARE(fixture.push(id).done, 1);
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(), u"offline"_s);
    }

    void aFailedSync_isLoggedAndTheNextGoesOn_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("500") << u"status"_s << QJsonValue(500);
        QTest::newRow("HTML") << u"html"_s << QJsonValue();
        QTest::newRow("broken JSON") << u"bad_json"_s << QJsonValue();
        QTest::newRow("reset") << u"reset_before"_s << QJsonValue();
        QTest::newRow("half an answer") << u"truncate"_s << QJsonValue();
    }

    void aFailedSync_isLoggedAndTheNextGoesOn()
    {
        QFETCH(QString, fault);
        QFETCH(QJsonValue, value);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        practice.setFault(u"GET /company/contacts"_s, fault, value, 0);
        const auto failed = fixture.wait(fixture.engine().sync(id, false));
        QVERIFY(!failed);
        QVERIFY(failed.error().isTransient());
        const Event event = fixture.events(id).constFirst();
        QCOMPARE(event.type, Event::Type::SyncFailed);
        QVERIFY(event.isFailure);
        QVERIFY(fixture.status(id).state == IntegrationState::Offline);
        practice.clearFaults();
        fixture.sync(id);
        QCOMPARE(fixture.count(AssetKind::Contact), 2);
        QCOMPARE(fixture.count(AssetKind::Configuration), 2);
        QCOMPARE(fixture.status(id).state, IntegrationState::UpToDate);
    }
};

QTEST_GUILESS_MAIN(RefusalsTest)
#include "tst_refusals.moc"
