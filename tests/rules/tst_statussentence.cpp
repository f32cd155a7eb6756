// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/statussentence.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestStatusSentence final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void state_hasItsSentence_data();
    void state_hasItsSentence();
    void everyState_saysSomethingOfItsOwn();
    void fields_areNamedAsPeopleListThem_data();
    void fields_areNamedAsPeopleListThem();
    void momentOfAnotherDay_namesTheDay();
    void E3_scriptLocale_tellsHoursAndMinutes();
};

namespace {

const QDateTime noon(QDate(2026, 1, 31), QTime(12, 3), Qt::UTC);

StatusFacts factsOf(SyncState state)
{
    return {.state = state, .psa = u"ConnectWise"_s, .now = noon.addSecs(3600)};
}

} // namespace

void TestStatusSentence::initTestCase()
{
    qputenv("TZ", "UTC");
}

void TestStatusSentence::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestStatusSentence::state_hasItsSentence_data()
{
    QTest::addColumn<StatusFacts>("facts");
    QTest::addColumn<QString>("sentence");

    StatusFacts facts = factsOf(SyncState::Synced);
    QTest::newRow("synced, never yet at a known time") << facts << u"Synced with ConnectWise."_s;
    facts.syncedAt = noon;
    QTest::newRow("synced") << facts << u"Synced with ConnectWise at 12:03."_s;
    facts = factsOf(SyncState::Pending);
    QTest::newRow("pending, nothing to name") << facts << u"Waiting to be pushed to ConnectWise."_s;
    facts.pendingLabels = QStringList{u"Notes"_s, u"Serial Number"_s};
    QTest::newRow("pending") << facts << u"Waiting to push Notes and Serial Number to ConnectWise."_s;
    QTest::newRow("pushing") << factsOf(SyncState::Pushing) << u"Pushing to ConnectWise…"_s;
    QTest::newRow("checking")
        << factsOf(SyncState::Checking)
        << u"Sent to ConnectWise, no answer came. Checking what it has before sending again."_s;
    facts = factsOf(SyncState::Retrying);
    facts.message = u"503"_s;
    QTest::newRow("retrying, time unknown") << facts << u"ConnectWise did not take it (503). Will retry."_s;
    facts.retryAt = noon.addSecs(360);
    QTest::newRow("retrying") << facts << u"ConnectWise did not take it (503). Will retry at 12:09."_s;
    QTest::newRow("B5 not yet pushed")
        << factsOf(SyncState::NotYetPushed)
        << u"Record not yet pushed to ConnectWise. To trigger a push, try updating the record"_s;
    facts = factsOf(SyncState::Held);
    facts.message = u"organization type \"Prospect\" is not set to sync."_s;
    QTest::newRow("held") << facts << u"Not pushed: organization type \"Prospect\" is not set to sync."_s;
    facts = factsOf(SyncState::Conflict);
    QTest::newRow("conflict, fields unknown") << facts << u"Changed here and in ConnectWise."_s;
    facts.message = u"Serial Number was changed on both sides."_s;
    QTest::newRow("conflict") << facts << u"Serial Number was changed on both sides."_s;
    facts = factsOf(SyncState::Error);
    facts.message = u"The field summary must be a string with a maximum length of 100."_s;
    QTest::newRow("error")
        << facts
        << u"ConnectWise refused it: \"The field summary must be a string with a maximum length of 100.\""_s;
    QTest::newRow("orphaned") << factsOf(SyncState::Orphaned)
                              << u"No longer in ConnectWise, or its type no longer syncs. It is kept here."_s;
    QTest::newRow("disabled") << factsOf(SyncState::Disabled)
                              << u"Sync with ConnectWise is disabled for this record."_s;
    // A PSA's words may hold what looks like a place of ours.
    facts = factsOf(SyncState::Error);
    facts.message = u"50%1 of %2"_s;
    QTest::newRow("error with percent signs") << facts << u"ConnectWise refused it: \"50%1 of %2\""_s;
    facts = factsOf(SyncState::Retrying);
    facts.message = u"%3 %1"_s;
    facts.retryAt = noon;
    QTest::newRow("retrying with percent signs")
        << facts << u"ConnectWise did not take it (%3 %1). Will retry at 12:03."_s;
}

void TestStatusSentence::state_hasItsSentence()
{
    QFETCH(StatusFacts, facts);
    QFETCH(QString, sentence);
    QCOMPARE(statusSentence(facts), sentence);
}

void TestStatusSentence::everyState_saysSomethingOfItsOwn()
{
    QSet<QString> sentences;
    for (const SyncState state : allSyncStates) {
        StatusFacts facts = factsOf(state);
        facts.message = u"because"_s;
        const QString sentence = statusSentence(facts);
        QVERIFY2(!sentence.isEmpty() && !sentence.contains(u'%'), qPrintable(syncStateName(state)));
        QVERIFY2(!sentences.contains(sentence), qPrintable(sentence));
        sentences.insert(sentence);
    }
}

void TestStatusSentence::fields_areNamedAsPeopleListThem_data()
{
    QTest::addColumn<QStringList>("labels");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("one") << QStringList{u"Notes"_s} << u"Waiting to push Notes to ConnectWise."_s;
    QTest::newRow("three") << QStringList{u"A"_s, u"B"_s, u"C"_s}
                           << u"Waiting to push A, B and C to ConnectWise."_s;
}

void TestStatusSentence::fields_areNamedAsPeopleListThem()
{
    QFETCH(QStringList, labels);
    QFETCH(QString, sentence);
    StatusFacts facts = factsOf(SyncState::Pending);
    facts.pendingLabels = labels;
    QCOMPARE(statusSentence(facts), sentence);
}

void TestStatusSentence::momentOfAnotherDay_namesTheDay()
{
    StatusFacts facts = factsOf(SyncState::Synced);
    facts.syncedAt = noon.addDays(-1);
    QCOMPARE(statusSentence(facts), u"Synced with ConnectWise at 30/01/2026 12:03."_s);
    facts.now = {};
    QCOMPARE(statusSentence(facts), u"Synced with ConnectWise at 30/01/2026 12:03."_s);
}

void TestStatusSentence::E3_scriptLocale_tellsHoursAndMinutes()
{
    QLocale::setDefault(QLocale::c());
    StatusFacts facts = factsOf(SyncState::Retrying);
    facts.message = u"503"_s;
    facts.retryAt = noon;
    QCOMPARE(statusSentence(facts), u"ConnectWise did not take it (503). Will retry at 12:03."_s);
    facts = factsOf(SyncState::Pending);
    facts.pendingLabels = QStringList{u"Notes"_s, u"Serial Number"_s};
    QCOMPARE(statusSentence(facts), u"Waiting to push Notes and Serial Number to ConnectWise."_s);
}

QTEST_GUILESS_MAIN(TestStatusSentence)
#include "tst_statussentence.moc"
