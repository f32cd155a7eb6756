// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/conflictstore.h"
#include "store/decisionstore.h"
#include "support/enginefixture.h"

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** What a person decides: conflicts (policy "Ask me"), several matches (rule D2), and putting values back
 * (rule E5). */
class DecidingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void ask_tellsBothSidesAndWhoChangedThem()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = conflict(practice, fixture, id);
        const QList<Conflict> conflicts = *ConflictStore(fixture.database()).list(id);
        QCOMPARE(conflicts.size(), 2);
        for (const Conflict &each : conflicts) {
            QCOMPARE(each.recordId, laptop);
            QCOMPARE(each.recordName, u"NORTHG-LT001"_s);
            QVERIFY(!each.localBy.isEmpty());
            QVERIFY(each.localAt.isValid());
            QVERIFY(each.remoteAt.isValid());
            QVERIFY(each.foundAt.isValid());
            QCOMPARE(each.localText, each.field == "notes"_L1 ? u"ours"_s : u"Tag 1"_s);
            QCOMPARE(each.remoteText, each.field == "notes"_L1 ? u"theirs"_s : u"Tag 2"_s);
        }
        QCOMPARE(fixture.status(id).decisions, 0);
    }

    void ask_choicesSettleIt_data()
    {
        QTest::addColumn<ConflictChoice>("choice");
        QTest::addColumn<QString>("notes");
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("lostNotes");
        QTest::newRow("the PSA's") << ConflictChoice::Psa << u"theirs"_s << u"Tag 2"_s << u"ours"_s;
        QTest::newRow("Tandem's") << ConflictChoice::Tandem << u"ours"_s << u"Tag 1"_s << u"theirs"_s;
        QTest::newRow("both") << ConflictChoice::Both << u"theirs\n\nours\n\nAsset tag in Tandem was: Tag 1"_s
                              << u"Tag 2"_s << u"ours"_s;
    }

    void ask_choicesSettleIt()
    {
        QFETCH(ConflictChoice, choice);
        QFETCH(QString, notes);
        QFETCH(QString, tag);
        QFETCH(QString, lostNotes);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = conflict(practice, fixture, id);
        // Field by field: as long as one is open, nothing is sent.
        QVERIFY(decide(fixture, laptop, id, {{u"notes"_s, choice}}));
        QCOMPARE(fixture.state(laptop), SyncState::Conflict);
        QCOMPARE(ConflictStore(fixture.database()).list(id)->size(), 1);
        QVERIFY(decide(fixture, laptop, id, {{u"asset_tag"_s, choice}}));
        QVERIFY(ConflictStore(fixture.database()).list(id)->isEmpty());
        QCOMPARE(fixture.push(id).failed, 0);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        QCOMPARE(fixture.field(laptop, u"notes"_s).toString(), notes);
        QCOMPARE(fixture.field(laptop, u"asset_tag"_s).toString(), tag);
        const QJsonObject remote = practice.record(u"configuration"_s, u"1"_s);
        QCOMPARE(remote.value("notes"_L1).toString().simplified(), QString(notes).simplified());
        QCOMPARE(remote.value("tagNumber"_L1).toString(), tag);

        // What lost comes back with one click, as an edit.
        qint64 event = 0;
        for (const Event &each : fixture.history(laptop)) {
            if (event == 0 && each.fields.value("notes"_L1).toObject().value("lost"_L1) == lostNotes)
                event = each.id;
        }
        QVERIFY(event != 0);
        QVERIFY(fixture.wait(fixture.engine().reapply(event, u"notes"_s, u"Ann"_s)));
        fixture.push(id);
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(), lostNotes);
        checkPeace(practice, fixture, id);
    }

    void ask_whatIsSettledAlready_isTold()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = conflict(practice, fixture, id);
        const Result<void> unknown = fixture.wait(
            fixture.engine().decideConflict(laptop, id, {{u"hostname"_s, ConflictChoice::Psa}}, u"Ann"_s));
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
        const Result<void> none = fixture.wait(fixture.engine().decideConflict(laptop, id, {}, u"Ann"_s));
        QVERIFY(!none);
        QCOMPARE(fixture.state(laptop), SyncState::Conflict);
        QCOMPARE(ConflictStore(fixture.database()).list(id)->size(), 2);
    }

    void ask_aPolicyThatDecides_settlesWhatIsOpen()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = conflict(practice, fixture, id);
        fixture.setConflictPolicy(id, ConflictPolicy::PsaWins);
        fixture.sync(id, true);
        fixture.push(id);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        QVERIFY(ConflictStore(fixture.database()).list(id)->isEmpty());
        QCOMPARE(fixture.field(laptop, u"notes"_s).toString(), u"theirs"_s);
    }

    void discard_putsBackWhatThePsaHas_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("value");
        QTest::addColumn<SyncState>("state");
        QTest::newRow("waiting") << QString() << 0 << SyncState::Pending;
        QTest::newRow("refused") << u"status"_s << 400 << SyncState::Error;
        QTest::newRow("to be retried") << u"status"_s << 503 << SyncState::Retrying;
        QTest::newRow("sent without an answer") << u"reset_after"_s << 0 << SyncState::Retrying;
    }

    void discard_putsBackWhatThePsaHas()
    {
        QFETCH(QString, fault);
        QFETCH(int, value);
        QFETCH(SyncState, state);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        const QString before = fixture.field(laptop, u"notes"_s).toString();
        fixture.edit(laptop, {{u"notes"_s, u"a mistake"_s}, {u"asset_tag"_s, u"too"_s}});
        if (!fault.isEmpty()) {
            QJsonArray rules{QJsonObject{{u"route"_s, u"PATCH /company/configurations/{id}"_s},
                                         {u"fault"_s, fault},
                                         {u"value"_s, value},
                                         {u"count"_s, 1}}};
            // What it has cannot be read back either.
            if (fault == "reset_after"_L1)
                rules.append(QJsonObject{{u"route"_s, u"GET /company/configurations/{id}"_s},
                                         {u"fault"_s, u"status"_s},
                                         {u"value"_s, 503}});
            practice.setFaults(rules);
            fixture.push(id);
        }
        QCOMPARE(fixture.state(laptop), state);
        practice.clearFaults();

        QVERIFY(fixture.wait(fixture.engine().discardEdit(laptop, id, u"Ann"_s)));
        QCOMPARE(fixture.field(laptop, u"notes"_s).toString(), before);
        fixture.clock().advance(std::chrono::hours(2));
        fixture.push(id);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        QVERIFY(!fixture.pushRow(laptop));
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(), before);

        // The mistake is in the history, and can be had again.
        const Event event = fixture.history(laptop).constFirst();
        QVERIFY(fixture.wait(fixture.engine().reapply(event.id, u"notes"_s, u"Ann"_s)));
        QCOMPARE(fixture.field(laptop, u"notes"_s).toString(), u"a mistake"_s);
        QVERIFY(fixture.wait(fixture.engine().discardEdit(laptop, id, u"Ann"_s)));
        fixture.push(id);
        checkPeace(practice, fixture, id);
    }

    void discard_afterItLeft_putsItBackThereToo()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        const QString before = fixture.field(laptop, u"notes"_s).toString();
        practice.setFault(u"PATCH /company/configurations/{id}"_s, u"latency"_s, 400, 1);
        practice.resetStats();
        fixture.edit(laptop, {{u"notes"_s, u"a mistake"_s}});
        const QFuture<Result<RunSummary>> pushing = fixture.engine().push(id);
        QTRY_COMPARE(fixture.state(laptop), SyncState::Pushing);
        QVERIFY(fixture.wait(fixture.engine().discardEdit(laptop, id, u"Ann"_s)));
        QVERIFY(fixture.wait(pushing));
        fixture.push(id);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(), before);
        QCOMPARE(fixture.field(laptop, u"notes"_s).toString(), before);
        QCOMPARE(practice.writes(), 2);
        checkPeace(practice, fixture, id);
    }

    void discard_whereNothingWaits_isRefused()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        const Result<Saved> nothing = fixture.wait(fixture.engine().discardEdit(laptop, id, u"Ann"_s));
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().code, ErrorCode::BadInput);
        const RecordId fresh = fixture.create(AssetKind::Organization, {{u"name"_s, u"Not there"_s}});
        const Result<Saved> notThere = fixture.wait(fixture.engine().discardEdit(fresh, id, u"Ann"_s));
        QVERIFY(!notThere);
        QCOMPARE(notThere.error().code, ErrorCode::BadInput);
    }

    void tandemWins_theirValueIsKeptToo()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        fixture.setConflictPolicy(id, ConflictPolicy::TandemWins);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        fixture.edit(laptop, {{u"notes"_s, u"ours"_s}});
        practice.update(u"configuration"_s, u"1"_s, {{u"notes"_s, u"theirs"_s}});
        fixture.push(id);
        bool isKept = false;
        for (const Event &each : fixture.history(laptop))
            isKept = isKept || each.fields.value("notes"_L1).toObject().value("lost"_L1) == u"theirs"_s;
        QVERIFY(isKept);
    }

    void D2_oneOfSeveralHere_isChosen_data()
    {
        QTest::addColumn<MatchChoice::Action>("action");
        QTest::addColumn<int>("organizations");
        QTest::newRow("link") << MatchChoice::Action::Link << 3;
        QTest::newRow("create") << MatchChoice::Action::Create << 4;
        QTest::newRow("leave") << MatchChoice::Action::Leave << 3;
    }

    void D2_oneOfSeveralHere_isChosen()
    {
        QFETCH(MatchChoice::Action, action);
        QFETCH(int, organizations);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        const RecordId one = fixture.create(AssetKind::Organization, {{u"name"_s, u"Northgate Dental"_s}});
        const RecordId two = fixture.create(AssetKind::Organization, {{u"name"_s, u"Northgate Dental"_s}});
        fixture.sync(id);
        const QList<MatchDecision> open = *DecisionStore(fixture.database()).list(id, false);
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.constFirst().remote.id, u"1"_s);
        QCOMPARE(open.constFirst().candidates.size(), 2);
        QCOMPARE(fixture.status(id).decisions, 1);
        // Asking again asks nothing new.
        const QString before = fixture.dump();
        fixture.sync(id, true);
        QCOMPARE(fixture.dump(), before);

        const int chosen = open.constFirst().candidates.at(0).recordId == two ? 0 : 1;
        QVERIFY(fixture.wait(fixture.engine().decideMatch(
            open.constFirst().id, {.action = action, .candidate = chosen}, u"Ann"_s)));
        fixture.sync(id, true);
        QVERIFY(!fixture.link(one).isLinked());
        QCOMPARE(fixture.link(two).isLinked(), action == MatchChoice::Action::Link);
        QCOMPARE(fixture.count(AssetKind::Organization), organizations);
        QVERIFY(DecisionStore(fixture.database()).list(id, false)->isEmpty());
        QCOMPARE(fixture.status(id).decisions, 0);
        // What belongs to it came along, unless it was left.
        QCOMPARE(fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s) != 0,
                 action != MatchChoice::Action::Leave);
    }

    void D2_oneOfSeveralThere_isChosen_data()
    {
        QTest::addColumn<MatchChoice::Action>("action");
        QTest::addColumn<int>("created");
        QTest::newRow("link") << MatchChoice::Action::Link << 0;
        QTest::newRow("create") << MatchChoice::Action::Create << 1;
        QTest::newRow("leave") << MatchChoice::Action::Leave << 0;
    }

    void D2_oneOfSeveralThere_isChosen()
    {
        QFETCH(MatchChoice::Action, action);
        QFETCH(int, created);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        for (int i = 0; i < 2; ++i) {
            practice.create(u"contact"_s,
                            {{u"firstName"_s, u"Twin"_s},
                             {u"lastName"_s, u"One"_s},
                             {u"title"_s, u"Twin %1"_s.arg(i)},
                             {u"company"_s, QJsonObject{{u"id"_s, 1}}}});
        }
        const RecordId contact = fixture.create(AssetKind::Contact,
                                                {{u"first_name"_s, u"Twin"_s},
                                                 {u"last_name"_s, u"One"_s},
                                                 {u"notes"_s, u"from here"_s},
                                                 {u"organization"_s, organization}});
        fixture.push(id);
        QCOMPARE(fixture.state(contact), SyncState::Conflict);
        const QList<MatchDecision> open = *DecisionStore(fixture.database()).list(id, false);
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.constFirst().recordId, contact);
        QCOMPARE(open.constFirst().candidates.at(1).detail, u"Twin 1"_s);
        const int creates = practice.creates();
        QVERIFY(fixture.wait(fixture.engine().decideMatch(open.constFirst().id,
                                                          {.action = action, .candidate = 1}, u"Ann"_s)));
        fixture.push(id);
        QCOMPARE(practice.creates(), creates + created);
        QCOMPARE(practice.recordsWhere(u"contact"_s, u"firstName"_s, u"Twin"_s).size(), 2 + created);
        const bool isSettled = action != MatchChoice::Action::Leave;
        QCOMPARE(fixture.state(contact) == SyncState::Synced, isSettled);
        QVERIFY(DecisionStore(fixture.database()).list(id, false)->isEmpty());
        if (action == MatchChoice::Action::Link)
            QCOMPARE(fixture.link(contact).remote.id, open.constFirst().candidates.at(1).remote.id);
        if (isSettled)
            checkPeace(practice, fixture, id);
    }

private:
    /** Both sides changed notes and tag of a laptop, and the policy asks. */
    static RecordId conflict(PracticeProcess &practice, EngineFixture &fixture, IntegrationId id)
    {
        fixture.setConflictPolicy(id, ConflictPolicy::Ask);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        fixture.edit(laptop, {{u"notes"_s, u"ours"_s}, {u"asset_tag"_s, u"Tag 1"_s}});
        practice.update(u"configuration"_s, u"1"_s,
                        {{u"notes"_s, u"theirs"_s}, {u"tagNumber"_s, u"Tag 2"_s}});
        fixture.sync(id);
        return laptop;
    }

    static bool decide(EngineFixture &fixture, RecordId record, IntegrationId id,
                       const QHash<QString, ConflictChoice> &choices)
    {
        const Result<void> done =
            fixture.wait(fixture.engine().decideConflict(record, id, choices, u"Ann"_s));
        if (!done)
            qWarning("%s", wordsOf(done).constData());
        return done.has_value();
    }

    static void checkPeace(PracticeProcess &practice, EngineFixture &fixture, IntegrationId id)
    {
        const int writes = practice.writes();
        for (int round = 0; round < 2; ++round) {
            fixture.sync(id, true);
            fixture.push(id);
        }
        QCOMPARE(practice.writes(), writes);
    }
};

QTEST_GUILESS_MAIN(DecidingTest)
#include "tst_deciding.moc"
