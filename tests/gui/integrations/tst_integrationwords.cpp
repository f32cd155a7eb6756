// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/integrationwords.h"

#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class IntegrationWordsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void figures_leaveOutWhatIsNothing();
    void figures_tellAllThatWaits();
    void otherDay_isShownWithItsDate();
    void A5_everyStateThatNeedsAPersonSaysWhatToDo_data();
    void A5_everyStateThatNeedsAPersonSaysWhatToDo();
    void A5_offlineTellsWhenItTriesAgain();
    void engineMessage_goesBeforeOurs();
    void callsTrouble_saysWhyAndUntilWhen_data();
    void callsTrouble_saysWhyAndUntilWhen();
    void whyCallsWait_tellsOfAnEndpoint_onlyWhileCallsWaitForIt();
    void errorField_isTheOneToCorrect_data();
    void errorField_isTheOneToCorrect();
    void errorText_addsThePsasWordsOnce();
    void B3_kaseyaFamilyIsTold_thatContactsAreNotPushed();
    void widgetName_isInCamelCase();
};

namespace {

const QDateTime now(QDate(2026, 3, 1), QTime(12, 5), Qt::UTC);

IntegrationStatus statusOf(IntegrationState state)
{
    IntegrationStatus status;
    status.integration.name = u"Main"_s;
    status.state = state;
    return status;
}

} // namespace

void IntegrationWordsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void IntegrationWordsTest::figures_leaveOutWhatIsNothing()
{
    QCOMPARE(figuresLine(statusOf(IntegrationState::NotSyncedYet), now), u"never synced"_s);
}

void IntegrationWordsTest::figures_tellAllThatWaits()
{
    IntegrationStatus status = statusOf(IntegrationState::UpToDate);
    status.integration.lastSyncAt = now.addSecs(-120);
    status.nextSyncAt = now.addSecs(180);
    status.waiting = 3;
    status.held = 12;
    status.errors = 2;
    const QString line = figuresLine(status, now);
    const QStringList parts = line.split(u" · "_s);
    QCOMPARE(parts.size(), 5);
    QVERIFY2(parts.at(0).startsWith(u"last sync "_s) && parts.at(0).contains(u"12:03"_s), qPrintable(line));
    QVERIFY2(parts.at(1).startsWith(u"next "_s) && parts.at(1).contains(u"12:08"_s), qPrintable(line));
    QCOMPARE(parts.at(2), u"3 waiting"_s);
    QCOMPARE(parts.at(3), u"12 held"_s);
    QVERIFY2(parts.at(4).startsWith(u"2 error"_s), qPrintable(line));
}

void IntegrationWordsTest::otherDay_isShownWithItsDate()
{
    QVERIFY(!shownMoment(now.addSecs(-60), now).contains(u"2026"_s));
    QVERIFY(shownMoment(now.addDays(-1), now).contains(u"28"_s));
}

void IntegrationWordsTest::A5_everyStateThatNeedsAPersonSaysWhatToDo_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("wayOut");
    QTest::newRow("not synced yet") << int(IntegrationState::NotSyncedYet) << u"Start Manual Sync"_s;
    QTest::newRow("paused") << int(IntegrationState::Paused) << u"Resume Sync"_s;
    QTest::newRow("offline") << int(IntegrationState::Offline) << u"keeps trying"_s;
    QTest::newRow("sign-in failed") << int(IntegrationState::SignInFailed) << u"Edit Connection"_s;
    QTest::newRow("error") << int(IntegrationState::Error) << u"Logs"_s;
    QTest::newRow("queued") << int(IntegrationState::Queued) << QString();
    QTest::newRow("syncing") << int(IntegrationState::Syncing) << QString();
    QTest::newRow("up to date") << int(IntegrationState::UpToDate) << QString();
}

void IntegrationWordsTest::A5_everyStateThatNeedsAPersonSaysWhatToDo()
{
    QFETCH(int, state);
    QFETCH(QString, wayOut);
    const QString sentence = stateSentence(statusOf(IntegrationState(state)));
    QCOMPARE(sentence.isEmpty(), wayOut.isEmpty());
    QVERIFY2(sentence.contains(wayOut), qPrintable(sentence));
}

void IntegrationWordsTest::A5_offlineTellsWhenItTriesAgain()
{
    IntegrationStatus status = statusOf(IntegrationState::Offline);
    QCOMPARE(stateText(status, now), u"Offline"_s);
    status.retryAt = now.addSecs(240);
    QVERIFY2(stateText(status, now).startsWith(u"Offline, retrying at 12:09"_s),
             qPrintable(stateText(status, now)));
}

void IntegrationWordsTest::engineMessage_goesBeforeOurs()
{
    IntegrationStatus status = statusOf(IntegrationState::Error);
    status.message = u"The database is full. Free some space."_s;
    QCOMPARE(stateSentence(status), status.message);
}

void IntegrationWordsTest::callsTrouble_saysWhyAndUntilWhen_data()
{
    QTest::addColumn<bool>("isOffline");
    QTest::addColumn<int>("holdReason");
    QTest::addColumn<bool>("isUsedUp");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing waits") << false << int(HoldReason::None) << false << QString();
    QTest::newRow("offline") << true << int(HoldReason::None) << false << u"cannot be reached"_s;
    QTest::newRow("asked to wait") << false << int(HoldReason::AskedToWait) << false << u"asked to wait"_s;
    QTest::newRow("too many") << false << int(HoldReason::TooManyCalls) << false << u"too many calls"_s;
    QTest::newRow("used up") << false << int(HoldReason::None) << true << u"used up"_s;
}

void IntegrationWordsTest::callsTrouble_saysWhyAndUntilWhen()
{
    QFETCH(bool, isOffline);
    QFETCH(int, holdReason);
    QFETCH(bool, isUsedUp);
    QFETCH(QString, expected);
    const QDateTime until = now.addSecs(240);
    IntegrationStatus status = statusOf(IntegrationState::UpToDate);
    status.calls.isOffline = isOffline;
    status.calls.probeAt = until;
    status.calls.holdReason = HoldReason(holdReason);
    if (status.calls.holdReason != HoldReason::None)
        status.calls.heldUntil = until;
    status.calls.windows = {{.used = isUsedUp ? 60 : 12, .limit = 60, .freeAt = until}};
    const QString sentence = callsTrouble(status, now);
    QCOMPARE(sentence.isEmpty(), expected.isEmpty());
    QVERIFY2(sentence.contains(expected), qPrintable(sentence));
    QVERIFY2(expected.isEmpty() || sentence.contains(u"12:09"_s), qPrintable(sentence));
    // What is over is not told.
    if (!isOffline)
        QCOMPARE(callsTrouble(status, until.addSecs(1)), QString());
}

void IntegrationWordsTest::whyCallsWait_tellsOfAnEndpoint_onlyWhileCallsWaitForIt()
{
    const QString endpoint = u"POST /v2/crm/accounts"_s;
    IntegrationStatus status = statusOf(IntegrationState::UpToDate);
    status.integration.platform = Platform::KaseyaBms;
    status.calls.windows = {{.endpoint = endpoint, .used = 1500, .limit = 1500, .freeAt = now.addSecs(240)}};
    status.calls.endpoints = {{.endpoint = endpoint, .waiting = 0}};
    QCOMPARE(whyCallsWait(status, now), QString());
    status.calls.endpoints.first().waiting = 3;
    QCOMPARE(callsTrouble(status, now), QString());
    const QString sentence = whyCallsWait(status, now);
    QVERIFY2(sentence.contains(u"Kaseya BMS permits 1,500 calls"_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(shownMoment(now.addSecs(240), now)), qPrintable(sentence));
    // What holds all calls goes before.
    status.calls.holdReason = HoldReason::TooManyCalls;
    status.calls.heldUntil = now.addSecs(60);
    QCOMPARE(whyCallsWait(status, now), callsTrouble(status, now));
}

void IntegrationWordsTest::errorField_isTheOneToCorrect_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no such server") << int(ErrorCode::Unreachable) << QString() << u"url"_s;
    QTest::newRow("certificate") << int(ErrorCode::TlsFailed) << QString() << u"url"_s;
    QTest::newRow("not the API") << int(ErrorCode::BadAnswer) << QString() << u"url"_s;
    QTest::newRow("no web address") << int(ErrorCode::BadInput) << QString() << u"url"_s;
    QTest::newRow("unknown company") << int(ErrorCode::NotFound) << QString() << u"company_id"_s;
    QTest::newRow("wrong keys") << int(ErrorCode::SignInFailed) << QString() << u"private_key"_s;
    QTest::newRow("client id") << int(ErrorCode::SignInFailed) << u"client_id"_s << u"client_id"_s;
    QTest::newRow("name taken") << int(ErrorCode::BadInput) << u"name"_s << u"name"_s;
    QTest::newRow("server fault") << int(ErrorCode::ServerFault) << QString() << QString();
}

void IntegrationWordsTest::errorField_isTheOneToCorrect()
{
    QFETCH(int, code);
    QFETCH(QString, field);
    QFETCH(QString, expected);
    const Error error{.code = ErrorCode(code), .message = u"No."_s, .field = field};
    QCOMPARE(connectionFieldOf(Platform::ConnectWise, error), expected);
}

void IntegrationWordsTest::errorText_addsThePsasWordsOnce()
{
    Error error{.code = ErrorCode::Rejected, .message = u"Refused."_s};
    QCOMPARE(errorText(error), u"Refused."_s);
    error.remoteWords = u"Too long"_s;
    QVERIFY(errorText(error).startsWith(u"Refused."_s));
    QVERIFY(errorText(error).contains(u"Too long"_s));
    error.message = u"Refused: Too long"_s;
    QCOMPARE(errorText(error), error.message);
}

void IntegrationWordsTest::B3_kaseyaFamilyIsTold_thatContactsAreNotPushed()
{
    for (const Platform platform : allPlatforms) {
        const bool isKaseya = platform == Platform::KaseyaBms || platform == Platform::PulsewayPsa
            || platform == Platform::VorexPsa;
        QCOMPARE(needsEmailType(platform), isKaseya);
        QCOMPARE(noEmailTypeSentence(platform).contains(u"contacts are not pushed to"_s), isKaseya);
    }
}

void IntegrationWordsTest::widgetName_isInCamelCase()
{
    QCOMPARE(widgetName(u"url"_s, u"Edit"_s), u"urlEdit"_s);
    QCOMPARE(widgetName(u"company_id"_s, u"Edit"_s), u"companyIdEdit"_s);
}

QTEST_MAIN(IntegrationWordsTest)
#include "tst_integrationwords.moc"
