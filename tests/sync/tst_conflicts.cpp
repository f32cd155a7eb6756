// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/enginefixture.h"

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** Both sides changed, or one is gone (design: three values; rules B2, D5, E5, I1, I3). */
class ConflictsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void differentFields_merge_data()
    {
        QTest::addColumn<bool>("isPull");
        QTest::newRow("found by the push") << false;
        QTest::newRow("found by a sync") << true;
    }

    void differentFields_merge()
    {
        QFETCH(bool, isPull);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        fixture.edit(laptop, {{u"notes"_s, u"ours"_s}});
        practice.update(u"configuration"_s, u"1"_s, {{u"tagNumber"_s, u"theirs"_s}});
        practice.resetStats();
        if (isPull) {
            fixture.sync(id);
            QCOMPARE(fixture.field(laptop, u"notes"_s).toString(), u"ours"_s);
            QCOMPARE(fixture.field(laptop, u"asset_tag"_s).toString(), u"theirs"_s);
            QCOMPARE(fixture.state(laptop), SyncState::Pending);
        }
        QCOMPARE(fixture.push(id).done, 1);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        const QJsonObject remote = practice.record(u"configuration"_s, u"1"_s);
        QCOMPARE(remote.value("notes"_L1).toString(), u"ours"_s);
        QCOMPARE(remote.value("tagNumber"_L1).toString(), u"theirs"_s);
        QCOMPARE(fixture.field(laptop, u"notes"_s).toString(), u"ours"_s);
        QCOMPARE(fixture.field(laptop, u"asset_tag"_s).toString(), u"theirs"_s);
        QCOMPARE(practice.writes(), 1);
        checkPeace(practice, fixture, id);
    }

    void theSameField_isSettledByThePolicy_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<bool>("isPull");
        QTest::addColumn<QString>("winner");
        for (const bool isPull : {false, true}) {
            const char *way = isPull ? "sync" : "push";
            QTest::addRow("PSA wins, %s", way) << u"psa"_s << isPull << u"theirs"_s;
            QTest::addRow("Tandem wins, %s", way) << u"tandem"_s << isPull << u"ours"_s;
        }
    }

    void theSameField_isSettledByThePolicy()
    {
        QFETCH(QString, policy);
        QFETCH(bool, isPull);
        QFETCH(QString, winner);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        fixture.setConflictPolicy(id, *conflictPolicyFromName(policy));
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        fixture.edit(laptop, {{u"notes"_s, u"ours"_s}});
        practice.update(u"configuration"_s, u"1"_s, {{u"notes"_s, u"theirs"_s}});
        if (isPull)
            fixture.sync(id);
        fixture.push(id);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        QVERIFY(!fixture.pushRow(laptop));
        QCOMPARE(fixture.field(laptop, u"notes"_s).toString(), winner);
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(), winner);

        // The losing value can be put back from the history.
        const QString loser = winner == "ours"_L1 ? u"theirs"_s : u"ours"_s;
        bool isKept = false;
        for (const Event &event : fixture.history(laptop)) {
            if (event.type == Event::Type::Edited)
                continue;
            const QJsonObject field = event.fields.value("notes"_L1).toObject();
            isKept = isKept || field.value("lost"_L1) == loser || field.value("before"_L1) == loser;
        }
        QVERIFY(isKept);
        checkPeace(practice, fixture, id);
    }

    void bothToTheSameValue_isNoConflict()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        fixture.setConflictPolicy(id, ConflictPolicy::Ask);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        fixture.edit(laptop, {{u"notes"_s, u"same"_s}});
        practice.update(u"configuration"_s, u"1"_s, {{u"notes"_s, u"same"_s}});
        practice.resetStats();
        QCOMPARE(fixture.push(id).failed, 0);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        QCOMPARE(practice.writes(), 0);
    }

    void ask_leavesBothSidesAlone_data()
    {
        QTest::addColumn<bool>("isPull");
        QTest::newRow("found by the push") << false;
        QTest::newRow("found by a sync") << true;
    }

    void ask_leavesBothSidesAlone()
    {
        QFETCH(bool, isPull);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        fixture.setConflictPolicy(id, ConflictPolicy::Ask);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        fixture.edit(laptop, {{u"notes"_s, u"ours"_s}});
        practice.update(u"configuration"_s, u"1"_s, {{u"notes"_s, u"theirs"_s}});
        practice.resetStats();
        if (isPull) {
            fixture.sync(id);
            QCOMPARE(fixture.state(laptop), SyncState::Conflict);
        }
        const RunSummary summary = fixture.push(id);
        QCOMPARE(summary.failed, 1);
        QCOMPARE(summary.lines.constFirst().state, SyncState::Conflict);
        QVERIFY(!summary.lines.constFirst().message.isEmpty());
        QCOMPARE(fixture.state(laptop), SyncState::Conflict);
        QCOMPARE(fixture.field(laptop, u"notes"_s).toString(), u"ours"_s);
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(), u"theirs"_s);
        QCOMPARE(practice.writes(), 0);
        // Asking again does not settle it either.
        fixture.sync(id, true);
        fixture.push(id);
        QCOMPARE(fixture.state(laptop), SyncState::Conflict);
        QCOMPARE(practice.writes(), 0);

        // A person's answer: theirs is written here.
        fixture.edit(laptop, {{u"notes"_s, u"theirs"_s}});
        fixture.push(id);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        QCOMPARE(practice.writes(), 0);
    }

    void manyConflictsAtOnce_endInAgreement()
    {
        PracticeProcess practice({.organizations = 3, .locations = 3, .contacts = 12, .configurations = 24});
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const auto machines = recordIds(fixture.database(), {.kind = AssetKind::Configuration});
        int number = 0;
        for (const RecordId each : *machines) {
            ++number;
            fixture.edit(
                each, {{u"notes"_s, u"ours %1"_s.arg(number)}, {u"serial_number"_s, u"S%1"_s.arg(number)}});
            QJsonObject theirs{{u"tagNumber"_s, u"T%1"_s.arg(number)}};
            if (number % 2 == 0)
                theirs.insert(u"notes"_s, u"theirs %1"_s.arg(number));
            practice.update(u"configuration"_s, fixture.link(each).remote.id, theirs);
        }
        fixture.sync(id);
        fixture.push(id);
        number = 0;
        for (const RecordId each : *machines) {
            ++number;
            QCOMPARE(fixture.state(each), SyncState::Synced);
            const QJsonObject remote = practice.record(u"configuration"_s, fixture.link(each).remote.id);
            const QString notes = (number % 2 == 0 ? u"theirs %1"_s : u"ours %1"_s).arg(number);
            QCOMPARE(remote.value("notes"_L1).toString(), notes);
            QCOMPARE(fixture.field(each, u"notes"_s).toString(), notes);
            QCOMPARE(remote.value("serialNumber"_L1).toString(), u"S%1"_s.arg(number));
            QCOMPARE(fixture.field(each, u"asset_tag"_s).toString(), u"T%1"_s.arg(number));
        }
        checkPeace(practice, fixture, id);
    }

    void D5_aRecordDeletedThere_isOrphanedByThePush_andNotMadeAgain_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("field");
        QTest::newRow("configuration") << u"configuration"_s << u"notes"_s;
        QTest::newRow("contact") << u"contact"_s << u"title"_s;
        QTest::newRow("organization") << u"organization"_s << u"short_name"_s;
    }

    void D5_aRecordDeletedThere_isOrphanedByThePush_andNotMadeAgain()
    {
        QFETCH(QString, kind);
        QFETCH(QString, field);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const auto link = LinkStore(fixture.database()).byRemote(id, *kindFromName(kind), u"1"_s);
        const RecordId record = (*link)->recordId;
        practice.remove(kind, u"1"_s);
        const qsizetype left = practice.records(kind).size();
        practice.resetStats();
        fixture.edit(record, {{field, u"LATE"_s}});
        const RunSummary summary = fixture.push(id);
        QCOMPARE(summary.failed, 1);
        QCOMPARE(summary.lines.constFirst().state, SyncState::Orphaned);
        QCOMPARE(fixture.state(record), SyncState::Orphaned);
        QCOMPARE(fixture.field(record, field).toString(), u"LATE"_s);

        // Neither another edit nor "retry now" brings it back.
        fixture.edit(record, {{field, u"LATER"_s}});
        fixture.push(id);
        QVERIFY(fixture.wait(fixture.engine().retryNow(record, id)));
        fixture.push(id);
        fixture.sync(id, true);
        fixture.push(id);
        QCOMPARE(fixture.state(record), SyncState::Orphaned);
        QCOMPARE(practice.writes(), 0);
        QCOMPARE(practice.creates(), 0);
        QCOMPARE(practice.records(kind).size(), left);
    }

    void E2_syncNowOfADeletedRecord_orphansIt()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        practice.remove(u"configuration"_s, u"1"_s);
        QVERIFY(fixture.wait(fixture.engine().syncRecord(laptop, id)));
        QCOMPARE(fixture.state(laptop), SyncState::Orphaned);
        QCOMPARE(fixture.count(AssetKind::Configuration), 2);
    }

private:
    static void checkPeace(PracticeProcess &practice, EngineFixture &fixture, IntegrationId id)
    {
        const int writes = practice.writes();
        const QString before = fixture.dump();
        for (int round = 0; round < 2; ++round) {
            fixture.sync(id, true);
            fixture.push(id);
        }
        QCOMPARE(practice.writes(), writes);
        QCOMPARE(fixture.dump(), before);
    }
};

QTEST_GUILESS_MAIN(ConflictsTest)
#include "tst_conflicts.moc"
