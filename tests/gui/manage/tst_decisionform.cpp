// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/decisionform.h"
#include "ui/integrations/decisionmodel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPersistentModelIndex>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class DecisionFormTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void D2_remoteRecord_offersTheRecordsHere();
    void D2_recordHere_offersTheRemoteRecords();
    void nothingIsChosenAtFirst_soApplyIsOff();
    void controlReturn_applies();
    void textBesideARadio_belongsToIt();
    void newerCandidates_takeTheChoiceAway();
    void sameDecisionAgain_keepsTheChoice();
    void openLeadsToTheRecord();
    void model_keepsTheLinesThatStay();
    void model_saysWhichWereLeft();
};

namespace {

/** "This one in ConnectWise matches two here." */
MatchDecision remoteDecision(qint64 id = 1)
{
    MatchDecision decision;
    decision.id = id;
    decision.kind = AssetKind::Configuration;
    decision.remote = {.id = u"311"_s};
    decision.name = u"ACME-DC01"_s;
    decision.detail = u"Acme GmbH · SN 5CG1"_s;
    decision.candidates = {{.recordId = 11, .name = u"ACME-DC01"_s, .detail = u"10.0.0.1"_s},
                           {.recordId = 12, .name = u"ACME-DC01"_s, .detail = u"10.0.0.2"_s}};
    return decision;
}

MatchDecision ownDecision()
{
    MatchDecision decision;
    decision.id = 2;
    decision.kind = AssetKind::Contact;
    decision.recordId = 40;
    decision.name = u"Ann Example"_s;
    decision.candidates = {
        {.remote = {.id = u"7"_s}, .name = u"Ann Example"_s, .detail = u"ann@one.example"_s},
        {.remote = {.id = u"8"_s}, .name = u"Ann Example"_s, .detail = u"ann@two.example"_s}};
    return decision;
}

QRadioButton *radio(const DecisionForm &form, const QString &name)
{
    return form.findChild<QRadioButton *>(name);
}

QStringList texts(const DecisionForm &form)
{
    QStringList all;
    const QList<QLabel *> labels = form.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        all += label->text();
    return all;
}

} // namespace

void DecisionFormTest::init()
{
    // The offscreen platform cannot do all that windows ask of it, and says so.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
}

void DecisionFormTest::D2_remoteRecord_offersTheRecordsHere()
{
    DecisionForm form;
    form.setDecision(remoteDecision());
    form.show();
    QVERIFY(form.findChild<QLabel *>(u"decisionExplanation"_s)
                ->text()
                .startsWith(u"Several configurations here match this one of ConnectWise."_s));
    QVERIFY(texts(form).contains(u"ConnectWise #311"_s));
    QVERIFY(texts(form).contains(u"10.0.0.2"_s));
    QVERIFY(texts(form).contains(u"None of them: make a new record in Tandem"_s));
    radio(form, u"candidateRadio1"_s)->click();
    QVERIFY(form.choice());
    QVERIFY(form.choice()->action == MatchChoice::Action::Link);
    QCOMPARE(form.choice()->candidate, 1);
    radio(form, u"createRadio"_s)->click();
    QVERIFY(form.choice()->action == MatchChoice::Action::Create);
    radio(form, u"leaveRadio"_s)->click();
    QVERIFY(form.choice()->action == MatchChoice::Action::Leave);
}

void DecisionFormTest::D2_recordHere_offersTheRemoteRecords()
{
    DecisionForm form;
    form.setDecision(ownDecision());
    QVERIFY(form.findChild<QLabel *>(u"decisionExplanation"_s)
                ->text()
                .startsWith(u"Several contacts in ConnectWise match this one of Tandem."_s));
    QVERIFY(texts(form).contains(u"ConnectWise #7"_s));
    QVERIFY(texts(form).contains(u"ann@two.example"_s));
    QVERIFY(texts(form).contains(u"None of them: make it in ConnectWise, besides these"_s));
    QVERIFY(form.findChild<QLabel *>(u"openRecord40"_s));
    QVERIFY(radio(form, u"candidateRadio0"_s)->accessibleName().contains(u"ann@one.example"_s));
}

void DecisionFormTest::nothingIsChosenAtFirst_soApplyIsOff()
{
    DecisionForm form;
    auto *apply = form.findChild<QPushButton *>(u"applyDecisionButton"_s);
    QVERIFY(apply->isHidden());
    form.setDecision(remoteDecision());
    QVERIFY(!apply->isHidden());
    QVERIFY(!form.choice());
    QVERIFY(!apply->isEnabled());
    radio(form, u"candidateRadio0"_s)->click();
    QVERIFY(apply->isEnabled());
    form.setBusy(true);
    QVERIFY(!apply->isEnabled());
    form.setBusy(false);
    QVERIFY(apply->isEnabled());
}

void DecisionFormTest::controlReturn_applies()
{
    DecisionForm form;
    form.setDecision(remoteDecision());
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    QSignalSpy wanted(&form, &DecisionForm::applyWanted);
    form.focusChoices();
    QTest::keyClick(&form, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 0);
    QTest::keyClick(radio(form, u"candidateRadio0"_s), Qt::Key_Space);
    QTest::keyClick(&form, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 1);
}

void DecisionFormTest::textBesideARadio_belongsToIt()
{
    DecisionForm form;
    form.resize(600, 400);
    form.setDecision(remoteDecision());
    form.show();
    const QList<QLabel *> labels = form.findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->text() == "10.0.0.2"_L1)
            QTest::mouseClick(label, Qt::LeftButton);
    }
    QVERIFY(radio(form, u"candidateRadio1"_s)->isChecked());
}

void DecisionFormTest::newerCandidates_takeTheChoiceAway()
{
    DecisionForm form;
    form.setDecision(remoteDecision());
    radio(form, u"candidateRadio1"_s)->click();
    MatchDecision other = remoteDecision();
    other.candidates.removeFirst();
    form.setDecision(other);
    // What was the second is the first now: to keep its number would link another record.
    QVERIFY(!form.choice());
}

void DecisionFormTest::sameDecisionAgain_keepsTheChoice()
{
    DecisionForm form;
    form.setDecision(remoteDecision());
    radio(form, u"candidateRadio1"_s)->click();
    form.setDecision(remoteDecision());
    QVERIFY(form.choice());
    QCOMPARE(form.choice()->candidate, 1);
}

void DecisionFormTest::openLeadsToTheRecord()
{
    DecisionForm form;
    form.setDecision(remoteDecision());
    QSignalSpy activated(&form, &DecisionForm::recordActivated);
    auto *link = form.findChild<QLabel *>(u"openRecord12"_s);
    QVERIFY(link);
    Q_EMIT link->linkActivated(u"open"_s);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.constFirst().constFirst().toLongLong(), 12);
}

void DecisionFormTest::model_keepsTheLinesThatStay()
{
    DecisionModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setDecisions({remoteDecision(1), remoteDecision(2), remoteDecision(3)});
    const QPersistentModelIndex third = model.index(2, 0);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setDecisions({remoteDecision(3), remoteDecision(1), remoteDecision(4)});
    QCOMPARE(reset.count(), 0);
    QVERIFY(third.isValid());
    QCOMPARE(model.decision(third.row()).id, 3);
    QCOMPARE(model.rowOf(4), 2);
    QCOMPARE(model.rowOf(2), -1);
    model.setDecisions({});
    QCOMPARE(model.rowCount(), 0);
}

void DecisionFormTest::model_saysWhichWereLeft()
{
    DecisionModel model;
    MatchDecision left = remoteDecision();
    left.choice = MatchDecision::Choice::Left;
    model.setDecisions({left});
    QCOMPARE(model.index(0, DecisionModel::NameColumn).data().toString(), u"ACME-DC01 (left)"_s);
    DecisionForm form;
    form.setDecision(left);
    QVERIFY(form.findChild<QLabel *>(u"decisionExplanation"_s)->text().contains(u"still decide"_s));
}

QTEST_MAIN(DecisionFormTest)
#include "tst_decisionform.moc"
