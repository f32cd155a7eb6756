// SPDX-License-Identifier: GPL-3.0-or-later
#include "practiceprofile.h"
#include "ui/integrations/affectedrecordsdialog.h"
#include "ui/integrations/checklist.h"
#include "ui/integrations/noticelabel.h"
#include "ui/integrations/syncsettingsdialog.h"
#include "ui/integrations/syncsettingseditor.h"
#include "ui/widgets/messagebox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

class SyncSettingsDialogTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void B1_listsComeFromThePsa_allActiveOnesTicked();
    void B2_bothTabs_areStoredByOneSave();
    void B2_typesComeFromThePsasLists_notChosenFirst();
    void B3_consequenceOfNoType_isSaid();
    void B4_effectIsTold_beforeItIsApplied();
    void B4_saveBeforeTheCountIsDone_asksWhenRecordsBecomeOrphaned();
    void B4_showListsTheRecords();
    void B4_showSaysWhenThereAreMoreThanItLists();
    void B5_twoWay_saysThatOldRecordsAreNotPushed();
    void save_withoutChange_closesAndWritesNothing();
    void cancel_asksOnlyWhenSomethingChanged();
    void ctrlS_saves();
    void highlight_goesToTheValue();
    void showTwoWayTab_focusesTheField();
    void showField_choosesTheTab();
    void psaThatIsDown_leavesTheListsUsable();
    void closedDialog_survivesAnswersThatComeLater();

private:
    void open();
    template<typename T>
    T *child(const QString &name) const
    {
        return m_dialog->findChild<T *>(name);
    }

    std::unique_ptr<PracticeProfile> m_profile;
    IntegrationId m_id = 0;
    QPointer<SyncSettingsDialog> m_dialog;
};

void SyncSettingsDialogTest::init()
{
    m_profile = std::make_unique<PracticeProfile>();
    m_id = m_profile->startConnected();
    QVERIFY(m_id != 0);
}

void SyncSettingsDialogTest::cleanup()
{
    delete m_dialog;
    m_profile.reset();
}

void SyncSettingsDialogTest::open()
{
    m_dialog = new SyncSettingsDialog(m_profile->application(), m_profile->integration(m_id));
    m_dialog->show();
    QTRY_VERIFY_WITH_TIMEOUT(child<QTabWidget>(u"settingsTabs"_s)->isEnabled(), 20'000);
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void SyncSettingsDialogTest::B1_listsComeFromThePsa_allActiveOnesTicked()
{
    open();
    const auto options = PracticeProfile::await(m_profile->application().reader().remoteOptions(m_id));
    QVERIFY(options && *options);
    for (const OptionList list : {OptionList::OrganizationType, OptionList::OrganizationStatus,
                                  OptionList::ConfigurationType, OptionList::ConfigurationStatus}) {
        QSet<QString> active;
        for (const StoredOption &option : **options) {
            if (option.list == list && option.isActive)
                active += option.remoteId;
        }
        QVERIFY2(!active.isEmpty(), qPrintable(optionListName(list)));
        const auto lists = m_dialog->findChildren<CheckList *>();
        const auto shown =
            std::ranges::find_if(lists, [list](const CheckList *each) { return each->list() == list; });
        QVERIFY(shown != lists.end());
        QVERIFY((*shown)->isVisible());
        QCOMPARE((*shown)->ticked(), active);
    }
    QVERIFY(child<QLabel>(u"listsReadLabel"_s)->text().contains(u"ConnectWise"_s));
}

void SyncSettingsDialogTest::B2_bothTabs_areStoredByOneSave()
{
    open();
    child<QCheckBox>(u"contactsCheck"_s)->setChecked(false);
    auto *interval = child<QComboBox>(u"intervalCombo"_s);
    interval->setCurrentIndex(interval->findData(30));
    child<QToolButton>(u"organizationStatusNoneButton"_s)->click();
    m_dialog->showTwoWayTab();
    child<QCheckBox>(u"twoWayCheck"_s)->setChecked(true);
    auto *phoneType = child<QComboBox>(u"phoneTypeCombo"_s);
    QVERIFY(phoneType->count() > 1);
    phoneType->setCurrentIndex(1);
    child<QRadioButton>(u"conflictAskRadio"_s)->setChecked(true);
    child<QCheckBox>(u"directoryContactsCheck"_s)->setChecked(true);
    QTRY_VERIFY(!child<QLabel>(u"effectLabel"_s)->text().startsWith(u"Counting"_s));

    QSignalSpy finished(m_dialog, &QDialog::finished);
    child<QPushButton>(u"saveSettingsButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
    const SyncSettings stored = m_profile->integration(m_id).settings;
    QVERIFY(stored.twoWay);
    QVERIFY(!stored.contacts);
    QVERIFY(stored.locations);
    QCOMPARE(stored.intervalMinutes, 30);
    QCOMPARE(stored.phoneType, phoneType->itemText(1));
    QVERIFY(stored.emailType.isEmpty());
    QCOMPARE(stored.conflict, ConflictPolicy::Ask);
    QVERIFY(stored.pushDirectoryContacts);
    const auto options = PracticeProfile::await(m_profile->application().reader().remoteOptions(m_id));
    QVERIFY(options && *options);
    for (const StoredOption &option : **options) {
        if (option.list == OptionList::OrganizationStatus)
            QVERIFY(!option.isSyncing);
    }
}

void SyncSettingsDialogTest::B2_typesComeFromThePsasLists_notChosenFirst()
{
    open();
    const auto options = PracticeProfile::await(m_profile->application().reader().remoteOptions(m_id));
    QVERIFY(options && *options);
    QStringList expected{QString()};
    for (const StoredOption &option : **options) {
        if (option.list == OptionList::EmailType && option.isActive)
            expected += option.name;
    }
    auto *emailType = child<QComboBox>(u"emailTypeCombo"_s);
    QStringList shown;
    for (int i = 0; i < emailType->count(); ++i)
        shown += emailType->itemData(i).toString();
    QCOMPARE(shown, expected);
    QCOMPARE(emailType->currentIndex(), 0);
    QVERIFY(child<QRadioButton>(u"conflictPsaRadio"_s)->isChecked());
}

void SyncSettingsDialogTest::B3_consequenceOfNoType_isSaid()
{
    open();
    auto *notice = child<NoticeLabel>(u"emailTypeNotice"_s);
    QVERIFY(notice->text().contains(u"without their email"_s));
    child<QComboBox>(u"emailTypeCombo"_s)->setCurrentIndex(1);
    QVERIFY(notice->text().isEmpty());
}

void SyncSettingsDialogTest::B4_effectIsTold_beforeItIsApplied()
{
    QVERIFY(m_profile->sync(m_id));
    open();
    auto *effect = child<QLabel>(u"effectLabel"_s);
    auto *show = child<QPushButton>(u"effectShowButton"_s);
    QVERIFY(!show->isVisible());
    child<QToolButton>(u"configurationTypeNoneButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(show->isVisible(), 20'000);
    QVERIFY2(effect->text().contains(u"become orphaned"_s), qPrintable(effect->text()));
    QVERIFY2(!effect->text().contains(u" 0 become orphaned"_s), qPrintable(effect->text()));
    // Told, not done.
    const auto counts = PracticeProfile::await(m_profile->application().reader().counts());
    QVERIFY(counts && *counts);
    QCOMPARE((*counts)->perState[size_t(SyncState::Orphaned)], 0);
    // And it is counted anew when the change is taken back.
    child<QToolButton>(u"configurationTypeAllButton"_s)->click();
    QTRY_VERIFY(!show->isVisible());
}

void SyncSettingsDialogTest::B4_saveBeforeTheCountIsDone_asksWhenRecordsBecomeOrphaned()
{
    QVERIFY(m_profile->sync(m_id));
    open();
    QSignalSpy stopped(child<SyncSettingsEditor>(u"syncSettingsEditor"_s), &SyncSettingsEditor::saveStopped);
    MessageBox::setNextAnswer(false);
    child<QToolButton>(u"configurationTypeNoneButton"_s)->click();
    child<QPushButton>(u"saveSettingsButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 1, 20'000);
    QVERIFY2(MessageBox::lastText().contains(u"orphaned"_s), qPrintable(MessageBox::lastText()));
    QVERIFY(m_dialog->isVisible());

    QSignalSpy finished(m_dialog, &QDialog::finished);
    child<QPushButton>(u"saveSettingsButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
}

void SyncSettingsDialogTest::B4_showListsTheRecords()
{
    QVERIFY(m_profile->sync(m_id));
    open();
    child<QToolButton>(u"configurationTypeNoneButton"_s)->click();
    auto *show = child<QPushButton>(u"effectShowButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(show->isVisible(), 20'000);
    show->click();
    auto *affected = child<AffectedRecordsDialog>(u"affectedRecordsDialog"_s);
    QVERIFY(affected);
    auto *records = affected->findChild<QTreeWidget *>(u"orphanedRecords"_s);
    QTRY_VERIFY(records->topLevelItemCount() > 0);
    QVERIFY(!records->topLevelItem(0)->text(0).isEmpty());
    QCOMPARE(records->topLevelItem(0)->text(1), kindTitle(AssetKind::Configuration));
}

void SyncSettingsDialogTest::B4_showSaysWhenThereAreMoreThanItLists()
{
    QLocale::setDefault(QLocale(QLocale::English));
    QVERIFY(m_profile->sync(m_id));
    const auto ids = PracticeProfile::await(m_profile->application().reader().ids({}, 1));
    QVERIFY(ids && *ids && !(*ids)->isEmpty());
    AffectedRecordsDialog dialog(m_profile->application(), {.becomeOrphaned = 1204, .orphaned = **ids});
    dialog.show();
    auto *note = dialog.findChild<QLabel *>(u"orphanedNote"_s);
    QVERIFY(note->isVisible());
    QCOMPARE(note->text(), u"The first %1 of 1,204 are shown."_s.arg((*ids)->size()));
    QTRY_COMPARE_WITH_TIMEOUT(dialog.findChild<QTreeWidget *>(u"orphanedRecords"_s)->topLevelItemCount(),
                              int((*ids)->size()), 20'000);
    auto *tabs = dialog.findChild<QTabWidget *>(u"effectTabs"_s);
    QCOMPARE(tabs->tabText(1), u"Become orphaned (1,204)"_s);
    QVERIFY(!tabs->isTabEnabled(0));
    QLocale::setDefault(QLocale::c());
}

void SyncSettingsDialogTest::B5_twoWay_saysThatOldRecordsAreNotPushed()
{
    open();
    QVERIFY(child<QLabel>(u"twoWayExplanation"_s)->text().contains(u"not pushed until you edit them"_s));
}

void SyncSettingsDialogTest::save_withoutChange_closesAndWritesNothing()
{
    open();
    const auto before =
        PracticeProfile::await(m_profile->application().reader().events({.integrationId = m_id}));
    QSignalSpy finished(m_dialog, &QDialog::finished);
    child<QPushButton>(u"saveSettingsButton"_s)->click();
    QTRY_COMPARE(finished.count(), 1);
    const auto after =
        PracticeProfile::await(m_profile->application().reader().events({.integrationId = m_id}));
    QVERIFY(before && *before && after && *after);
    QCOMPARE((*after)->size(), (*before)->size());
}

void SyncSettingsDialogTest::cancel_asksOnlyWhenSomethingChanged()
{
    open();
    auto *locations = child<QCheckBox>(u"locationsCheck"_s);
    locations->setChecked(false);
    MessageBox::setNextAnswer(false);
    m_dialog->reject();
    QVERIFY(!MessageBox::lastText().isEmpty());
    QVERIFY(m_dialog->isVisible());
    QVERIFY(!locations->isChecked());

    locations->setChecked(true);
    m_dialog->reject();
    QVERIFY(!m_dialog->isVisible());
}

void SyncSettingsDialogTest::ctrlS_saves()
{
    open();
    child<QCheckBox>(u"locationsCheck"_s)->setChecked(false);
    QSignalSpy finished(m_dialog, &QDialog::finished);
    QTest::keyClick(m_dialog, Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
    QVERIFY(!m_profile->integration(m_id).settings.locations);
}

void SyncSettingsDialogTest::highlight_goesToTheValue()
{
    const auto options = PracticeProfile::await(m_profile->application().reader().remoteOptions(m_id));
    QVERIFY(options && *options);
    const auto type = std::ranges::find_if(
        **options, [](const StoredOption &option) { return option.list == OptionList::ConfigurationType; });
    QVERIFY(type != (*options)->end());
    const SettingsChange none{.settings = {}, .enabled = {{OptionList::ConfigurationType, {}}}};
    QVERIFY(PracticeProfile::await(m_profile->application().engine().applySettings(m_id, none)));

    // Asked for before the lists are there, as a remedy does.
    m_dialog = new SyncSettingsDialog(m_profile->application(), m_profile->integration(m_id));
    m_dialog->highlight(OptionList::ConfigurationType, type->remoteId);
    m_dialog->show();
    auto *view = child<QListView>(u"configurationTypeView"_s);
    QTRY_VERIFY(view->currentIndex().isValid());
    QVERIFY(view->currentIndex().data().toString().startsWith(type->name));
    QCOMPARE(view->currentIndex().data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QVERIFY(child<SyncSettingsEditor>(u"syncSettingsEditor"_s)->isChanged());
}

void SyncSettingsDialogTest::showTwoWayTab_focusesTheField()
{
    open();
    child<QCheckBox>(u"twoWayCheck"_s)->setChecked(true);
    m_dialog->showTwoWayTab(u"phone_type"_s);
    QCOMPARE(child<QTabWidget>(u"settingsTabs"_s)->currentIndex(), 1);
    QTRY_COMPARE(m_dialog->focusWidget(), child<QComboBox>(u"phoneTypeCombo"_s));
}

void SyncSettingsDialogTest::showField_choosesTheTab()
{
    open();
    m_dialog->showTwoWayTab();
    m_dialog->showField(u"locations"_s);
    QCOMPARE(child<QTabWidget>(u"settingsTabs"_s)->currentIndex(), 0);
    QTRY_COMPARE(m_dialog->focusWidget(), child<QCheckBox>(u"locationsCheck"_s));
}

void SyncSettingsDialogTest::psaThatIsDown_leavesTheListsUsable()
{
    open();
    QVERIFY(m_profile->server().faults().set(QJsonArray{
        QJsonObject{{u"route"_s, u"*"_s}, {u"probability"_s, 1.0}, {u"fault"_s, u"reset_before"_s}}}));
    child<QPushButton>(u"refreshListsButton"_s)->click();
    auto *notice = child<NoticeLabel>(u"listsNotice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!notice->text().isEmpty(), 60'000);
    QCOMPARE(notice->kind(), NoticeLabel::Kind::Warning);
    QVERIFY(child<QPushButton>(u"refreshListsButton"_s)->isEnabled());
    QVERIFY(child<QListView>(u"configurationTypeView"_s)->model()->rowCount() > 0);
}

void SyncSettingsDialogTest::closedDialog_survivesAnswersThatComeLater()
{
    m_dialog = new SyncSettingsDialog(m_profile->application(), m_profile->integration(m_id));
    m_dialog->show();
    delete m_dialog;
    open();
    child<QCheckBox>(u"locationsCheck"_s)->setChecked(false);
    child<QPushButton>(u"saveSettingsButton"_s)->click();
    delete m_dialog;
    QTRY_VERIFY(PracticeProfile::await(m_profile->application().engine().integrations()));
}

QTEST_MAIN(SyncSettingsDialogTest)
#include "tst_syncsettingsdialog.moc"
