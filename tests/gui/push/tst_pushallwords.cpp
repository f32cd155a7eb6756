// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/push/planremedies.h"
#include "ui/push/pushallwords.h"

#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** The sentences of Push All Syncable Assets, and which remedies are for many records at once. */
class PushAllWordsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void F1_whatWillHappen_isSaidInACell();
    void C5_heldRow_saysTheFirstReasonAndHowManyMore();
    void F1_resultsText_leavesOutWhatDidNotHappen();
    void F1_timeLeft_data();
    void F1_timeLeft();
    void F2_pace_saysWhatIsPermitted();
    void obstacle_saysWhatToDo();
    void C5_oneValueForMany_onlyWhereItCanBeRight_data();
    void C5_oneValueForMany_onlyWhereItCanBeRight();
    void C5_remedyOfTheOrganization_isForTheOrganizations();
    void C5_remedyOfTheIntegration_isForNoRecords();
};

void PushAllWordsTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void PushAllWordsTest::F1_whatWillHappen_isSaidInACell()
{
    PlanRow row{.kind = AssetKind::Configuration, .outcome = PlanOutcome::Link, .remote = {.id = u"311"_s}};
    QCOMPARE(plannedText(row, Platform::ConnectWise), u"Link to ConnectWise #311"_s);
    QVERIFY(plannedReason(row).contains(u"serial number"_s));
    row.outcome = PlanOutcome::Create;
    QCOMPARE(plannedText(row, Platform::ConnectWise), u"Create"_s);
    QVERIFY(plannedReason(row).isEmpty());
}

void PushAllWordsTest::C5_heldRow_saysTheFirstReasonAndHowManyMore()
{
    PlanRow row{.outcome = PlanOutcome::Held,
                .gates = {{.rule = u"C4a"_s, .reason = u"Type is blank."_s, .field = {}}}};
    QCOMPARE(plannedReason(row), u"Type is blank."_s);
    row.gates.append({.rule = u"C4c"_s, .reason = u"Name is blank."_s, .field = {}});
    QVERIFY2(plannedReason(row).startsWith(u"Type is blank. (and 1 more"_s), qPrintable(plannedReason(row)));
}

void PushAllWordsTest::F1_resultsText_leavesOutWhatDidNotHappen()
{
    PlanCounts counts;
    counts.results[size_t(PlanResult::Created)] = 1204;
    counts.results[size_t(PlanResult::Failed)] = 2;
    counts.results[size_t(PlanResult::Held)] = 1;
    counts.results[size_t(PlanResult::Changed)] = 3;
    QCOMPARE(resultsText(counts), u"1204 created, 2 failed, 4 held"_s);
    QCOMPARE(resultsText({}), u"nothing happened"_s);
}

void PushAllWordsTest::F1_timeLeft_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << qint64(59) << u"less than a minute left"_s;
    QTest::newRow("minutes") << qint64(60 * 12) << u"about 12 minute(s) left"_s;
    QTest::newRow("hours") << qint64(3600 * 5) << u"about 5 hour(s) left"_s;
}

void PushAllWordsTest::F1_timeLeft()
{
    QFETCH(const qint64, seconds);
    QTEST(timeLeftText(seconds), "text");
}

void PushAllWordsTest::F2_pace_saysWhatIsPermitted()
{
    const PushAllStatus status{.recordsPerMinute = 120.4,
                               .callsPerMinute = 240,
                               .permittedCallsPerMinute = 1000,
                               .secondsLeft = {{AssetKind::Contact, 300}, {AssetKind::Configuration, 420}}};
    const QString text = paceText(status);
    QVERIFY2(text.contains(u"120 record"_s), qPrintable(text));
    QVERIFY2(text.contains(u"of 1000 permitted"_s), qPrintable(text));
    QVERIFY2(text.contains(u"about 12 minute"_s), qPrintable(text));
}

void PushAllWordsTest::obstacle_saysWhatToDo()
{
    Integration integration{.name = u"Main"_s};
    QVERIFY(pushAllObstacle(integration).contains(u"Sync Settings"_s));
    integration.settings.twoWay = true;
    QVERIFY(pushAllObstacle(integration).isEmpty());
    integration.isPaused = true;
    QVERIFY(pushAllObstacle(integration).contains(u"Resume Sync"_s));
    integration.isDisconnected = true;
    QVERIFY(pushAllObstacle(integration).contains(u"Edit Connection"_s));
}

void PushAllWordsTest::C5_oneValueForMany_onlyWhereItCanBeRight_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<QString>("field");
    QTest::addColumn<bool>("isOffered");
    QTest::newRow("type of organizations") << AssetKind::Organization << u"organization_type"_s << true;
    QTest::newRow("manufacturer") << AssetKind::Configuration << u"manufacturer"_s << true;
    QTest::newRow("a model belongs to one manufacturer") << AssetKind::Configuration << u"model"_s << false;
    QTest::newRow("names differ") << AssetKind::Configuration << u"name"_s << false;
    QTest::newRow("a first location for each") << AssetKind::Organization << u"primary_location"_s << true;
}

void PushAllWordsTest::C5_oneValueForMany_onlyWhereItCanBeRight()
{
    QFETCH(const AssetKind, kind);
    QFETCH(const QString, field);
    const HeldGroup group{.kind = kind, .gate = {.field = field}, .records = {1, 2, 3}, .organizations = {1}};
    const Remedy remedy{.kind = Remedy::Kind::EditField, .text = u"Fill in"_s, .field = field, .recordId = 1};
    const std::optional<RemedyOffer> offer = offerForAll(remedy, group);
    QTEST(offer.has_value(), "isOffered");
    if (offer) {
        QCOMPARE(offer->records, group.records);
        QVERIFY2(offer->text.contains(u'3'), qPrintable(offer->text));
    }
    QCOMPARE(offerForOne(remedy, kind, 2).records, QList<RecordId>{2});
}

void PushAllWordsTest::C5_remedyOfTheOrganization_isForTheOrganizations()
{
    const HeldGroup group{.kind = AssetKind::Contact,
                          .gate = {.field = u"organization"_s},
                          .records = {11, 12, 13},
                          .organizations = {5, 6}};
    const Remedy remedy{.kind = Remedy::Kind::EditField,
                        .text = u"Set Type of the organization"_s,
                        .field = u"organization_type"_s,
                        .recordId = 5};
    const std::optional<RemedyOffer> offer = offerForAll(remedy, group);
    QVERIFY(offer);
    QCOMPARE(offer->kind, AssetKind::Organization);
    QCOMPARE(QSet<RecordId>(offer->records.begin(), offer->records.end()), group.organizations);
    const RemedyOffer one = offerForOne(remedy, AssetKind::Contact, 11);
    QCOMPARE(one.kind, AssetKind::Organization);
    QCOMPARE(one.records, QList<RecordId>{5});
}

void PushAllWordsTest::C5_remedyOfTheIntegration_isForNoRecords()
{
    const HeldGroup group{.kind = AssetKind::Contact, .records = {11, 12}};
    const std::optional<RemedyOffer> offer =
        offerForAll({.kind = Remedy::Kind::EnableValue, .text = u"Enable \"Lead\""_s}, group);
    QVERIFY(offer);
    QVERIFY(offer->records.isEmpty());
    QCOMPARE(offer->text, u"Enable \"Lead\""_s);
    QVERIFY(!offerForAll({.kind = Remedy::Kind::OpenRecord, .recordId = 3}, group));
}

QTEST_MAIN(PushAllWordsTest)
#include "tst_pushallwords.moc"
