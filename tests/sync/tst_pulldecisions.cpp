// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/decisionstore.h"
#include "support/enginefixture.h"

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** Rule D2: several records here match one of the PSA, so a person decides. */
class PullDecisionsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void D2_severalCandidates_waitForAPerson()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        const QList<RecordId> twins = makeTwins(fixture);
        fixture.sync(id);
        const QList<MatchDecision> open = decisions(fixture, id);
        QCOMPARE(open.size(), 1);
        const MatchDecision decision = open.constFirst();
        QCOMPARE(decision.kind, AssetKind::Configuration);
        QCOMPARE(decision.remote.id, u"1"_s);
        QCOMPARE(decision.recordId, 0);
        QCOMPARE(decision.name, u"NORTHG-LT001"_s);
        QVERIFY2(decision.detail.contains(u"Northgate Dental"_s), qPrintable(decision.detail));
        QCOMPARE(decision.candidates.size(), 2);
        for (qsizetype i = 0; i < 2; ++i) {
            QCOMPARE(decision.candidates.at(i).recordId, twins.at(i));
            QCOMPARE(decision.candidates.at(i).name, u"NORTHG-LT001"_s);
            QVERIFY(!fixture.link(twins.at(i)).isLinked());
        }
        QVERIFY2(decision.candidates.at(0).detail.contains(u"twin 0"_s), qPrintable(decision.candidates.at(0).detail));
        QCOMPARE(fixture.count(AssetKind::Configuration), 3);
        QCOMPARE(fixture.status(id).decisions, 1);
        QCOMPARE(practice.writes(), 0);
    }

    void D2_theSameQuestion_isNotAskedAnew()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        makeTwins(fixture);
        fixture.sync(id);
        const MatchDecision first = decisions(fixture, id).constFirst();
        const auto lines = fixture.events(id).size();
        for (int i = 1; i <= 2; ++i) {
            fixture.clock().advance(std::chrono::minutes(10));
            QCOMPARE(fixture.sync(id, true).done, 0);
            QCOMPARE(decisions(fixture, id).size(), 1);
            QCOMPARE(decisions(fixture, id).constFirst().id, first.id);
            QCOMPARE(decisions(fixture, id).constFirst().foundAt, first.foundAt);
            QCOMPARE(fixture.events(id).size(), lines + i);
        }
    }

    void D2_whatIsLeft_isNotAskedAgain()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        const QList<RecordId> twins = makeTwins(fixture);
        fixture.sync(id);
        decide(fixture, decisions(fixture, id).constFirst().id, {.action = MatchChoice::Action::Leave});
        QCOMPARE(decisions(fixture, id).size(), 0);
        practice.update(u"configuration"_s, u"1"_s, {{u"notes"_s, u"touched"_s}});
        fixture.sync(id);
        fixture.sync(id, true);
        QCOMPARE(decisions(fixture, id).size(), 0);
        QCOMPARE(decisions(fixture, id, true).size(), 1);
        QCOMPARE(fixture.count(AssetKind::Configuration), 3);
        for (const RecordId each : twins)
            QVERIFY(!fixture.link(each).isLinked());
    }

    void D2_oneCandidateLeft_isLinked()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        const QList<RecordId> twins = makeTwins(fixture);
        fixture.sync(id);
        remove(fixture, twins.at(0));
        fixture.sync(id, true);
        QCOMPARE(decisions(fixture, id, true).size(), 0);
        QCOMPARE(fixture.link(twins.at(1)).remote.id, u"1"_s);
        QCOMPARE(fixture.state(twins.at(1)), SyncState::Synced);
        QCOMPARE(fixture.field(twins.at(1), u"serial_number"_s),
                 practice.record(u"configuration"_s, u"1"_s).value("serialNumber"_L1));
        QCOMPARE(fixture.count(AssetKind::Configuration), 2);
    }

    void D2_noCandidateLeft_makesANewRecord()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        const QList<RecordId> twins = makeTwins(fixture);
        fixture.sync(id);
        for (const RecordId each : twins)
            remove(fixture, each);
        fixture.sync(id, true);
        QCOMPARE(decisions(fixture, id, true).size(), 0);
        const RecordId made = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        QVERIFY(!twins.contains(made));
        QCOMPARE(fixture.link(made).remote.id, u"1"_s);
    }

    void D2_goneThere_leavesNothingToDecide_data()
    {
        QTest::addColumn<bool>("isLeft");
        QTest::newRow("open") << false;
        QTest::newRow("left") << true;
    }

    void D2_goneThere_leavesNothingToDecide()
    {
        QFETCH(bool, isLeft);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        makeTwins(fixture);
        fixture.sync(id);
        if (isLeft)
            decide(fixture, decisions(fixture, id).constFirst().id, {.action = MatchChoice::Action::Leave});
        practice.remove(u"configuration"_s, u"1"_s);
        fixture.sync(id);
        QCOMPARE(decisions(fixture, id, true).size(), 1); // a delta cannot know
        fixture.sync(id, true);
        QCOMPARE(decisions(fixture, id, true).size(), 0);
    }

    /** Two there, two here, all alike: none is linked by chance. */
    void D2_twinsOnBothSides_areAllAskedAbout()
    {
        PracticeProcess practice;
        QJsonObject twin = practice.record(u"configuration"_s, u"1"_s);
        practice.create(u"configuration"_s,
                        {{u"name"_s, twin.value("name"_L1)},
                         {u"company"_s, QJsonObject {{u"id"_s, twin.value("company"_L1).toObject().value("id"_L1)}}},
                         {u"type"_s, QJsonObject {{u"id"_s, twin.value("type"_L1).toObject().value("id"_L1)}}},
                         {u"status"_s, QJsonObject {{u"id"_s, twin.value("status"_L1).toObject().value("id"_L1)}}}});
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        const QList<RecordId> twins = makeTwins(fixture);
        fixture.sync(id);
        QCOMPARE(decisions(fixture, id).size(), 2);
        for (const RecordId each : twins)
            QVERIFY(!fixture.link(each).isLinked());
    }

    void D2_aPersonLinks()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        const QList<RecordId> twins = makeTwins(fixture);
        fixture.sync(id);
        // The remote record changes before the person has decided, and is read anew.
        practice.update(u"configuration"_s, u"1"_s, {{u"notes"_s, u"newest"_s}});
        decide(fixture, decisions(fixture, id).constFirst().id, {.action = MatchChoice::Action::Link, .candidate = 1});
        QCOMPARE(decisions(fixture, id, true).size(), 0);
        QCOMPARE(fixture.link(twins.at(1)).remote.id, u"1"_s);
        QCOMPARE(fixture.field(twins.at(1), u"notes"_s).toString(), u"newest"_s);
        QVERIFY(!fixture.link(twins.at(0)).isLinked());
        QCOMPARE(fixture.sync(id, true).done, 0);
        QCOMPARE(fixture.count(AssetKind::Configuration), 3);
        QCOMPARE(practice.writes(), 0);
    }

    void D2_aPersonWantsANewRecord()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        makeTwins(fixture);
        fixture.sync(id);
        decide(fixture, decisions(fixture, id).constFirst().id, {.action = MatchChoice::Action::Create});
        QCOMPARE(decisions(fixture, id, true).size(), 0);
        QCOMPARE(fixture.count(AssetKind::Configuration), 4);
        QCOMPARE(fixture.sync(id, true).done, 0);
        QCOMPARE(fixture.count(AssetKind::Configuration), 4);
        QCOMPARE(practice.writes(), 0);
    }

    void D2_whatIsGoneThere_cannotBeLinked()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        const QList<RecordId> twins = makeTwins(fixture);
        fixture.sync(id);
        const qint64 decision = decisions(fixture, id).constFirst().id;
        practice.remove(u"configuration"_s, u"1"_s);
        const auto decided = fixture.wait(
            fixture.engine().decideMatch(decision, {.action = MatchChoice::Action::Link, .candidate = 0}, u"Ann"_s));
        QVERIFY(!decided);
        QCOMPARE(decided.error().code, ErrorCode::NotFound);
        QCOMPARE(decisions(fixture, id, true).size(), 0);
        QVERIFY(!fixture.link(twins.at(0)).isLinked());
    }

private:
    /** Two records here that match the PSA's first configuration: a blank serial number does not stand in the way. */
    static QList<RecordId> makeTwins(EngineFixture &fixture)
    {
        const RecordId organization
            = fixture.create(AssetKind::Organization, {{u"name"_s, u"Northgate Dental"_s}});
        QList<RecordId> twins;
        for (int i = 0; i < 2; ++i) {
            FieldValues fields {
                {u"name"_s, u"NORTHG-LT001"_s},
                {u"organization"_s, organization},
                {u"configuration_type"_s, fixture.option(OptionList::ConfigurationType, u"Laptop"_s)},
                {u"asset_tag"_s, u"twin %1"_s.arg(i)}};
            twins.append(fixture.create(AssetKind::Configuration, fields));
        }
        return twins;
    }
    static QList<MatchDecision> decisions(EngineFixture &fixture, IntegrationId id, bool withLeft = false)
    {
        const auto all = DecisionStore(fixture.database()).list(id, withLeft);
        return all ? *all : QList<MatchDecision>();
    }
    static void decide(EngineFixture &fixture, qint64 decision, const MatchChoice &choice)
    {
        const auto decided = fixture.wait(fixture.engine().decideMatch(decision, choice, u"Ann"_s));
        QVERIFY2(decided, wordsOf(decided).constData());
    }
    static void remove(EngineFixture &fixture, RecordId record)
    {
        const auto removed = fixture.wait(fixture.engine().removeRecord(record));
        QVERIFY2(removed, wordsOf(removed).constData());
    }
};

QTEST_GUILESS_MAIN(PullDecisionsTest)
#include "tst_pulldecisions.moc"
