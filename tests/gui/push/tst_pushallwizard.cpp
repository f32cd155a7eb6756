// SPDX-License-Identifier: GPL-3.0-or-later
#include "../integrations/practiceprofile.h"
#include "practice/sampleworld.h"
#include "ui/integrations/integrationsdialog.h"
#include "ui/integrations/jobbar.h"
#include "ui/integrations/noticelabel.h"
#include "ui/integrations/savefiledialog.h"
#include "ui/push/countbar.h"
#include "ui/push/fieldvaluedialog.h"
#include "ui/push/heldpane.h"
#include "ui/push/planview.h"
#include "ui/push/pushallmodel.h"
#include "ui/push/pushallwizard.h"
#include "ui/widgets/fieldcombo.h"
#include "ui/widgets/messagebox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 30'000;

} // namespace

/** Push All Syncable Assets as a person uses it: from the integration's Actions menu, against a practice PSA.
 */
class PushAllWizardTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void action_saysWhyItIsOff();
    void F1_fromTheFirstPageToTheLast();
    void F1_whatThePsaHas_isCounted_andCanBeCountedAgain();
    void F1_kindsAndOrganizations_areChosenAndRemembered();
    void F1_previewCanBeStopped_andMadeAgain();
    void F1_previewIsFilteredSearchedAndExported();
    void C5_heldRow_saysEveryReason_withItsRemedies();
    void F1_wrongName_isNotTaken();
    void F1_openedAgainWhileItRuns_leadsToTheProgress();
    void F1_cancelAsks_andLeavesTheRest();
    void F1_results_retryWhatIsHeld();
    void F3_doneBefore_saysWhatItDid_andWantsThatSeen();

private:
    [[nodiscard]] RecordId add(AssetKind kind, const FieldValues &fields);
    [[nodiscard]] OptionId option(OptionList list, const QString &name);
    /** With a location; without a type when it is empty. */
    [[nodiscard]] RecordId addOrganization(const QString &name, const QString &shortName,
                                           const QString &type);
    void enableTwoWay();
    [[nodiscard]] QAction *action() const;
    void open();
    void close();
    void next();
    void toPreview();
    void toConfirm();
    void confirm();
    void run();
    [[nodiscard]] bool isDone() const;
    void choose(const QString &group, const QString &bar);
    [[nodiscard]] qint64 count(const QString &name) const;
    template<typename T>
    T *child(const QString &name) const
    {
        return m_wizard->findChild<T *>(name);
    }
    template<typename T>
    QList<T *> children(const QString &name) const
    {
        QList<T *> shown;
        for (T *each : m_wizard->findChildren<T *>(name)) {
            if (each->isVisible())
                shown += each;
        }
        return shown;
    }

    std::unique_ptr<PracticeProfile> m_profile;
    std::unique_ptr<IntegrationsDialog> m_integrations;
    QPointer<PushAllWizard> m_wizard;
    IntegrationId m_id = 0;
    RecordId m_bare = 0;
};

void PushAllWizardTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

/** One organization that the PSA has, one that is new, and two that have no type; each with a location. */
void PushAllWizardTest::init()
{
    m_profile = std::make_unique<PracticeProfile>();
    m_id = m_profile->startConnected();
    QVERIFY(m_id != 0);
    QVERIFY(addOrganization(SampleWorld(1).organization(0).name, u"TWIN"_s, u"Customer"_s) != 0);
    QVERIFY(addOrganization(u"Newcomer GmbH"_s, u"NEWCOMER"_s, u"Customer"_s) != 0);
    m_bare = addOrganization(u"Bare One"_s, u"BAREONE"_s, {});
    QVERIFY(m_bare != 0);
    QVERIFY(addOrganization(u"Bare Two"_s, u"BARETWO"_s, {}) != 0);
}

void PushAllWizardTest::cleanup()
{
    m_integrations.reset();
    m_profile.reset();
}

RecordId PushAllWizardTest::add(AssetKind kind, const FieldValues &fields)
{
    const auto saved = PracticeProfile::await(m_profile->application().engine().save(
        {.kind = kind, .changes = fields, .source = RecordSource::Csv, .person = u"Ann"_s}));
    return saved && *saved ? (*saved)->id : 0;
}

OptionId PushAllWizardTest::option(OptionList list, const QString &name)
{
    const auto id = PracticeProfile::await(m_profile->application().engine().ensureOption(list, name, 0));
    return id && *id ? **id : 0;
}

RecordId PushAllWizardTest::addOrganization(const QString &name, const QString &shortName,
                                            const QString &type)
{
    FieldValues fields{{u"name"_s, name},
                       {u"short_name"_s, shortName},
                       {u"organization_status"_s, option(OptionList::OrganizationStatus, u"Active"_s)}};
    if (!type.isEmpty())
        fields.insert(u"organization_type"_s, option(OptionList::OrganizationType, type));
    const RecordId organization = add(AssetKind::Organization, fields);
    const RecordId location = add(AssetKind::Location,
                                  {{u"name"_s, u"Main"_s},
                                   {u"organization"_s, organization},
                                   {u"address_1"_s, QString(u"1 Road of "_s + shortName)}});
    return organization != 0 && location != 0 ? organization : 0;
}

void PushAllWizardTest::enableTwoWay()
{
    SettingsChange change{.settings = m_profile->integration(m_id).settings};
    change.settings.twoWay = true;
    const auto applied =
        PracticeProfile::await(m_profile->application().engine().applySettings(m_id, change));
    QVERIFY(applied && *applied);
    QTRY_VERIFY_WITH_TIMEOUT(m_profile->application().integration(m_id)->integration.settings.twoWay,
                             patience);
}

QAction *PushAllWizardTest::action() const
{
    return m_integrations->findChild<QAction *>(u"pushAllAction"_s);
}

void PushAllWizardTest::open()
{
    if (!m_integrations) {
        m_integrations = std::make_unique<IntegrationsDialog>(m_profile->application());
        m_integrations->show();
    }
    QTRY_VERIFY_WITH_TIMEOUT(action() && action()->isEnabled(), patience);
    action()->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_integrations->findChild<PushAllWizard *>(), patience);
    m_wizard = m_integrations->findChild<PushAllWizard *>();
    QVERIFY(QTest::qWaitForWindowActive(m_wizard));
}

void PushAllWizardTest::close()
{
    m_wizard->reject();
    QTRY_VERIFY(!m_wizard);
}

void PushAllWizardTest::next()
{
    QAbstractButton *button = m_wizard->button(QWizard::NextButton);
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), patience);
    button->click();
}

void PushAllWizardTest::toPreview()
{
    enableTwoWay();
    open();
    next();
    QCOMPARE(m_wizard->currentId(), int(PushAllWizard::ScopeId));
    next();
    QCOMPARE(m_wizard->currentId(), int(PushAllWizard::PreviewId));
    QTRY_VERIFY_WITH_TIMEOUT(
        m_wizard->isSettled() && child<QPushButton>(u"refreshPreviewButton"_s)->isVisible(), patience);
}

void PushAllWizardTest::toConfirm()
{
    toPreview();
    next();
    QCOMPARE(m_wizard->currentId(), int(PushAllWizard::ConfirmId));
}

void PushAllWizardTest::confirm()
{
    child<QLineEdit>(u"typedNameEdit"_s)->setText(u"Main"_s);
    QAbstractButton *button = m_wizard->button(QWizard::CommitButton);
    QVERIFY(button->isEnabled());
    button->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->currentId(), int(PushAllWizard::ProgressId), patience);
}

/** As the scheduler of the program does. */
void PushAllWizardTest::run()
{
    const auto ran = PracticeProfile::await(m_profile->application().engine().runPushAll(m_id));
    QVERIFY(ran);
    QVERIFY2(*ran, qPrintable(*ran ? QString() : ran->error().message));
}

bool PushAllWizardTest::isDone() const
{
    return child<NoticeLabel>(u"runState"_s)->text().startsWith(u"Finished"_s);
}

void PushAllWizardTest::choose(const QString &group, const QString &bar)
{
    child<CountBar>(bar)->findChild<QToolButton *>(group + u"CountButton"_s)->click();
}

qint64 PushAllWizardTest::count(const QString &name) const
{
    const QString text = child<QToolButton>(name + u"CountButton"_s)->text();
    return text.section(u' ', -1).toLongLong();
}

void PushAllWizardTest::action_saysWhyItIsOff()
{
    m_integrations = std::make_unique<IntegrationsDialog>(m_profile->application());
    m_integrations->show();
    QVERIFY(!action()->isEnabled());
    QVERIFY2(action()->text().contains(u"two-way sync is off"_s), qPrintable(action()->text()));
    QVERIFY(action()->toolTip().contains(u"Sync Settings"_s));
    enableTwoWay();
    QTRY_VERIFY(action()->isEnabled());
    QVERIFY(PracticeProfile::await(m_profile->application().engine().setPaused(m_id, true)));
    QTRY_VERIFY(!action()->isEnabled());
    QVERIFY2(action()->text().contains(u"paused"_s), qPrintable(action()->text()));
}

void PushAllWizardTest::F1_fromTheFirstPageToTheLast()
{
    toPreview();
    QVERIFY(m_wizard->currentPage()->subTitle().contains(u"Nothing has been written yet."_s));
    QVERIFY(count(u"create"_s) >= 1);
    QVERIFY(count(u"link"_s) >= 1);
    QVERIFY(count(u"held"_s) >= 2);

    // All reasons are there before any row is chosen; one remedy is for both organizations without a type.
    QPushButton *setType = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            for (QPushButton *each : children<QPushButton>(u"remedyAllButton"_s)) {
                if (each->text().contains(u"2 organization"_s) && each->text().startsWith(u"Set "_s))
                    setType = each;
            }
            return setType != nullptr;
        }(),
        patience);
    setType->click();
    QTRY_VERIFY(child<FieldValueDialog>(u"fieldValueDialog"_s));
    auto *dialog = child<FieldValueDialog>(u"fieldValueDialog"_s);
    auto *set = dialog->findChild<QPushButton *>(u"setFieldButton"_s);
    QVERIFY(!set->isEnabled());
    QVERIFY(dialog->findChild<QLabel *>(u"fieldValueNote"_s)->text().contains(u"pushed"_s));
    auto *combo = dialog->findChild<FieldCombo *>();
    QTRY_VERIFY(combo->count() > 0);
    QTest::keyClicks(combo->lineEdit(), u"Customer"_s);
    QTRY_VERIFY(set->isEnabled());
    const qint64 heldBefore = count(u"held"_s);
    set->click();
    // The preview is made anew by itself.
    QTRY_VERIFY_WITH_TIMEOUT(m_wizard->isSettled() && count(u"held"_s) <= heldBefore - 2, patience);

    next();
    QCOMPARE(m_wizard->currentId(), int(PushAllWizard::ConfirmId));
    QVERIFY(child<QLabel>(u"confirmText"_s)->text().contains(u"organization"_s));
    confirm();

    auto *state = child<NoticeLabel>(u"runState"_s);
    auto *pause = child<QPushButton>(u"pauseRunButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(pause->isEnabled(), patience);
    QVERIFY(child<QLabel>(u"runNote"_s)->text().contains(u"nothing is lost"_s));
    pause->click();
    QTRY_VERIFY_WITH_TIMEOUT(state->text().startsWith(u"Paused"_s), patience);
    QTRY_VERIFY(pause->isEnabled());
    pause->click();
    QTRY_VERIFY_WITH_TIMEOUT(state->text().startsWith(u"Pushing"_s), patience);
    run();
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), patience);
    QCOMPARE(child<QLabel>(u"organizationDone"_s)->text(), u"4"_s);
    QCOMPARE(child<QLabel>(u"organizationLeft"_s)->text(), u"0"_s);
    QVERIFY(!pause->isEnabled());

    next();
    QCOMPARE(m_wizard->currentId(), int(PushAllWizard::ResultsId));
    auto *table = child<QTableView>(u"resultsTable"_s);
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() >= 8, patience);
    choose(u"created"_s, u"resultsCounts"_s);
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() >= 1
                                 && table->model()->index(0, PushAllModel::WhatColumn).data().toString()
                                     == planResultTitle(PlanResult::Created),
                             patience);
    QVERIFY(!child<QPushButton>(u"retryButton"_s)->isEnabled());
    m_wizard->button(QWizard::FinishButton)->click();
    QTRY_VERIFY(!m_wizard);
}

void PushAllWizardTest::F1_whatThePsaHas_isCounted_andCanBeCountedAgain()
{
    enableTwoWay();
    QVERIFY(m_profile->server().faults().set(
        QJsonArray{QJsonObject{{u"route"_s, u"*"_s}, {u"fault"_s, u"reset_before"_s}}}));
    open();
    auto *notice = child<NoticeLabel>(u"foundNotice"_s);
    QTRY_COMPARE_WITH_TIMEOUT(notice->kind() == NoticeLabel::Kind::Error && !notice->text().isEmpty(), true,
                              60'000);
    QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled());
    QVERIFY(m_profile->server().faults().set({}));
    child<QPushButton>(u"countAgainButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_wizard->button(QWizard::NextButton)->isEnabled(), 60'000);
    QCOMPARE(child<QLabel>(u"contactFoundLabel"_s)->text(), u"10"_s);
    QCOMPARE(notice->kind(), NoticeLabel::Kind::Warning);
    QVERIFY2(notice->text().contains(u"not empty"_s), qPrintable(notice->text()));
    QVERIFY(child<QGroupBox>(u"lastRunGroup"_s)->isHidden());
}

void PushAllWizardTest::F1_kindsAndOrganizations_areChosenAndRemembered()
{
    enableTwoWay();
    open();
    next();
    auto *list = child<QListView>(u"scopeOrganizations"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 4, patience);
    QAbstractButton *button = m_wizard->button(QWizard::NextButton);
    child<QToolButton>(u"scopeNoneButton"_s)->click();
    QVERIFY(!button->isEnabled());
    auto *search = child<QLineEdit>(u"scopeSearchEdit"_s);
    search->setText(u"newc"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    child<QToolButton>(u"scopeAllButton"_s)->click();
    QCOMPARE(child<QLabel>(u"scopeCount"_s)->text(), u"1 of 4 organization(s)"_s);
    child<QCheckBox>(u"contactCheck"_s)->setChecked(false);
    next();
    QTRY_VERIFY_WITH_TIMEOUT(
        m_wizard->isSettled() && child<QPushButton>(u"refreshPreviewButton"_s)->isVisible(), patience);
    QCOMPARE(count(u"all"_s), 2);
    close();

    open();
    next();
    list = child<QListView>(u"scopeOrganizations"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 4, patience);
    QCOMPARE(child<QLabel>(u"scopeCount"_s)->text(), u"1 of 4 organization(s)"_s);
    QVERIFY(!child<QCheckBox>(u"contactCheck"_s)->isChecked());
    QVERIFY(child<QCheckBox>(u"locationCheck"_s)->isChecked());
}

void PushAllWizardTest::F1_previewCanBeStopped_andMadeAgain()
{
    enableTwoWay();
    open();
    next();
    QTRY_VERIFY_WITH_TIMEOUT(m_wizard->button(QWizard::NextButton)->isEnabled(), patience);
    QVERIFY(m_profile->server().faults().set(
        QJsonArray{QJsonObject{{u"route"_s, u"*"_s}, {u"fault"_s, u"latency"_s}, {u"value"_s, 500}}}));
    next();
    auto *progress = child<JobBar>(u"planProgress"_s);
    QVERIFY(progress->isRunning());
    QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled());
    progress->findChild<QPushButton *>(u"jobStopButton"_s)->click();
    auto *again = child<QPushButton>(u"planAgainButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(again->isVisible(), patience);
    QVERIFY2(progress->resultText().contains(u"stopped"_s), qPrintable(progress->resultText()));
    QVERIFY(m_profile->server().faults().set({}));
    // What was under way may have to end first.
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            if (again->isVisible())
                again->click();
            return child<QPushButton>(u"refreshPreviewButton"_s)->isVisible();
        }(),
        patience);
}

void PushAllWizardTest::F1_previewIsFilteredSearchedAndExported()
{
    toPreview();
    auto *table = child<QTableView>(u"previewTable"_s);
    QCOMPARE(table->model()->rowCount(), int(count(u"all"_s)));
    choose(u"create"_s, u"previewCounts"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), int(count(u"create"_s)), patience);
    choose(u"all"_s, u"previewCounts"_s);
    auto *organizations = child<QComboBox>(u"previewOrganizationCombo"_s);
    QTRY_COMPARE_WITH_TIMEOUT(organizations->count(), 5, patience);
    organizations->setCurrentIndex(organizations->findText(u"Bare One"_s, Qt::MatchStartsWith));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, patience);
    organizations->setCurrentIndex(0);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), int(count(u"all"_s)), patience);
    auto *search = child<QLineEdit>(u"previewSearchEdit"_s);
    search->setText(u"bare two"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, patience);

    const QString path = m_profile->folder() + u"/preview.csv"_s;
    SaveFileDialog::setNextAnswer(path);
    child<QPushButton>(u"previewExportButton"_s)->click();
    auto *bar = child<JobBar>(u"previewBar"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!bar->resultText().isEmpty(), patience);
    QVERIFY2(bar->resultText().contains(u"2 record"_s), qPrintable(bar->resultText()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY(written.contains("Bare Two") && !written.contains("Newcomer"));
}

void PushAllWizardTest::C5_heldRow_saysEveryReason_withItsRemedies()
{
    toPreview();
    choose(u"held"_s, u"previewCounts"_s);
    auto *table = child<QTableView>(u"previewTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), int(count(u"held"_s)), patience);
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->index(0, 0).data().toString().startsWith(u"Bare"_s), patience);
    table->setCurrentIndex(table->model()->index(0, 0));
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(u"heldHeading"_s)->text().startsWith(u"Bare"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!children<QPushButton>(u"remedyButton"_s).isEmpty(), patience);
    QVERIFY(!children<QLabel>(u"gateReason"_s).isEmpty());
    // The same for all that are held for this reason.
    QVERIFY(!children<QPushButton>(u"remedyAllButton"_s).isEmpty());
    child<QPushButton>(u"allReasonsButton"_s)->click();
    QTRY_VERIFY(!table->currentIndex().isValid());
    QTRY_VERIFY(child<QLabel>(u"heldHeading"_s)->text().contains(u"reason"_s));
}

void PushAllWizardTest::F1_wrongName_isNotTaken()
{
    toConfirm();
    QAbstractButton *button = m_wizard->button(QWizard::CommitButton);
    QVERIFY(!button->isEnabled());
    auto *typed = child<QLineEdit>(u"typedNameEdit"_s);
    for (const QString &wrong : {u"main"_s, u"Mai"_s, u"Main ConnectWise"_s}) {
        typed->setText(wrong);
        QVERIFY(!button->isEnabled());
        QTest::keyClick(typed, Qt::Key_Return);
        QCOMPARE(m_wizard->currentId(), int(PushAllWizard::ConfirmId));
    }
    typed->setText(u" Main "_s);
    QVERIFY(button->isEnabled());
}

void PushAllWizardTest::F1_openedAgainWhileItRuns_leadsToTheProgress()
{
    toConfirm();
    confirm();
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"pauseRunButton"_s)->isEnabled(), patience);
    child<QPushButton>(u"pauseRunButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(child<NoticeLabel>(u"runState"_s)->text().startsWith(u"Paused"_s), patience);
    close();
    QTRY_VERIFY2(action()->text().contains(u"under way"_s), qPrintable(action()->text()));
    open();
    QCOMPARE(m_wizard->currentId(), int(PushAllWizard::ProgressId));
    QTRY_VERIFY_WITH_TIMEOUT(child<NoticeLabel>(u"runState"_s)->text().startsWith(u"Paused"_s), patience);
}

void PushAllWizardTest::F1_cancelAsks_andLeavesTheRest()
{
    toConfirm();
    confirm();
    auto *cancel = child<QPushButton>(u"cancelRunButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(cancel->isEnabled(), patience);
    MessageBox::setNextAnswer(false);
    cancel->click();
    QVERIFY2(MessageBox::lastText().contains(u"Cancel the push"_s), qPrintable(MessageBox::lastText()));
    QVERIFY(cancel->isEnabled());
    MessageBox::setNextAnswer(true);
    cancel->click();
    QTRY_VERIFY_WITH_TIMEOUT(child<NoticeLabel>(u"runState"_s)->text().startsWith(u"Cancelled"_s), patience);
    QVERIFY(!cancel->isEnabled());
    next();
    QTRY_VERIFY(child<NoticeLabel>(u"resultsState"_s)->text().contains(u"cancelled"_s));
    QVERIFY(!child<QPushButton>(u"retryButton"_s)->isEnabled());
}

void PushAllWizardTest::F1_results_retryWhatIsHeld()
{
    toConfirm();
    confirm();
    run();
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), patience);
    QVERIFY(child<QLabel>(u"organizationHeld"_s)->text().toInt() >= 2);
    next();
    choose(u"held"_s, u"resultsCounts"_s);
    auto *table = child<QTableView>(u"resultsTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), int(child<CountBar>(u"resultsCounts"_s)->count(2)),
                              patience);
    const Edit edit{
        .kind = AssetKind::Organization,
        .id = m_bare,
        .changes = {{u"organization_type"_s, option(OptionList::OrganizationType, u"Customer"_s)}},
        .person = u"Ann"_s};
    QVERIFY(PracticeProfile::await(m_profile->application().engine().save(edit)));
    const int done = child<QLabel>(u"organizationDone"_s)->text().toInt();
    child<QPushButton>(u"retryButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->currentId(), int(PushAllWizard::ProgressId), patience);
    run();
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(child<QLabel>(u"organizationDone"_s)->text().toInt(), done + 1, patience);
}

void PushAllWizardTest::F3_doneBefore_saysWhatItDid_andWantsThatSeen()
{
    toConfirm();
    confirm();
    run();
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), patience);
    close();
    open();
    QCOMPARE(m_wizard->currentId(), int(PushAllWizard::IntroId));
    auto *lastRun = child<QGroupBox>(u"lastRunGroup"_s);
    QVERIFY(lastRun->isVisible());
    QVERIFY2(child<QLabel>(u"lastRunText"_s)->text().contains(u"created"_s),
             qPrintable(child<QLabel>(u"lastRunText"_s)->text()));
    QTRY_COMPARE_WITH_TIMEOUT(child<NoticeLabel>(u"foundNotice"_s)->text().isEmpty(), false, patience);
    QAbstractButton *button = m_wizard->button(QWizard::NextButton);
    QVERIFY(!button->isEnabled());
    child<QPushButton>(u"lastResultsButton"_s)->click();
    QCOMPARE(m_wizard->currentId(), int(PushAllWizard::ResultsId));
    QTRY_VERIFY_WITH_TIMEOUT(child<QTableView>(u"resultsTable"_s)->model()->rowCount() > 0, patience);
    m_wizard->back();
    QCOMPARE(m_wizard->currentId(), int(PushAllWizard::IntroId));
    child<QCheckBox>(u"seenCheck"_s)->setChecked(true);
    QVERIFY(button->isEnabled());
}

QTEST_MAIN(PushAllWizardTest)
#include "tst_pushallwizard.moc"
