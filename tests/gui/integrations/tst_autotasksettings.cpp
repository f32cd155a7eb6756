// SPDX-License-Identifier: GPL-3.0-or-later
#include "practiceprofile.h"
#include "ui/integrations/checklist.h"
#include "ui/integrations/connectionform.h"
#include "ui/integrations/newintegrationwizard.h"
#include "ui/integrations/noticelabel.h"
#include "ui/integrations/platformsettingsform.h"
#include "ui/integrations/settingpicker.h"
#include "ui/integrations/syncsettingsdialog.h"
#include "ui/widgets/fieldcombo.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

/** Connecting Autotask in the wizard, and what its Sync Settings ask for besides (rule B1). */
class AutotaskSettingsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void wizard_asksForAutotasksOwnKeys();
    void wizard_theAddressMayStayBlank();
    void wizard_saysBesideTheField_whatIsWrong_data();
    void wizard_saysBesideTheField_whatIsWrong();
    void wizard_connects();

    void B1_classificationsAndTheFormAreShown();
    void B1_theFormIsNotShown_whereThePsaAsksForNothing();
    void C4c_whatIsMissing_isSaid();
    void chosenValues_areStored();
    void choices_areAskedOfThePsaWhileTyping();
    void whatIsNoChoice_isSaidAndNotStored();
    void whatTheEngineRefuses_isSaidBesideTheField();
    void showField_goesToTheSetting();
    void anotherChange_leavesTheChoicesAsTheyAre();

private:
    void connectAutotask();
    void open();
    void save();
    FieldCombo *combo(const QString &name) const
    {
        return m_dialog->findChild<FieldCombo *>(name);
    }
    /** Types into a combo box and chooses what it is then. */
    void choose(const QString &name, const QString &text);
    QString noticeOf(const QString &name) const
    {
        return m_dialog->findChild<NoticeLabel *>(name)->text();
    }

    std::unique_ptr<PracticeProfile> m_profile;
    std::unique_ptr<NewIntegrationWizard> m_wizard;
    IntegrationId m_id = 0;
    QPointer<SyncSettingsDialog> m_dialog;
};

void AutotaskSettingsTest::init()
{
    m_profile = std::make_unique<PracticeProfile>(Platform::Autotask);
    QVERIFY(m_profile->start());
}

void AutotaskSettingsTest::cleanup()
{
    delete m_dialog;
    m_wizard.reset();
    m_profile.reset();
}

// ---- the wizard ---------------------------------------------------------------------------------

/** To the page that asks for the connection, with everything typed. */
void AutotaskSettingsTest::connectAutotask()
{
    m_wizard = std::make_unique<NewIntegrationWizard>(m_profile->application());
    m_wizard->show();
    auto *list = m_wizard->findChild<QListWidget *>(u"platformList"_s);
    list->setCurrentRow(int(Platform::Autotask));
    m_wizard->button(QWizard::NextButton)->click();
    QCOMPARE(m_wizard->currentPage()->objectName(), u"connectionPage"_s);
    const ConnectionDetails details = m_profile->details({});
    m_wizard->findChild<QLineEdit *>(u"urlEdit"_s)->setText(details.url);
    for (auto it = details.credentials.begin(); it != details.credentials.end(); ++it) {
        auto *edit = m_wizard->findChild<QLineEdit *>(
            QString(it.key()).replace(u"_name"_s, u"Name"_s).replace(u"_code"_s, u"Code"_s) + u"Edit"_s);
        QVERIFY2(edit, qPrintable(it.key()));
        edit->setText(QString::fromUtf8(it.value().reveal()));
    }
}

void AutotaskSettingsTest::wizard_asksForAutotasksOwnKeys()
{
    connectAutotask();
    for (const QString &name : {u"userNameEdit"_s, u"secretEdit"_s, u"integrationCodeEdit"_s})
        QVERIFY2(m_wizard->findChild<QLineEdit *>(name), qPrintable(name));
    QVERIFY(!m_wizard->findChild<QLineEdit *>(u"companyIdEdit"_s));
    QCOMPARE(m_wizard->findChild<QLineEdit *>(u"secretEdit"_s)->echoMode(), QLineEdit::Password);
    QCOMPARE(m_wizard->findChild<QLineEdit *>(u"userNameEdit"_s)->echoMode(), QLineEdit::Normal);
}

void AutotaskSettingsTest::wizard_theAddressMayStayBlank()
{
    connectAutotask();
    auto *form = m_wizard->findChild<ConnectionForm *>(u"connectionForm"_s);
    m_wizard->findChild<QLineEdit *>(u"urlEdit"_s)->clear();
    QCOMPARE(form->details().url, u"webservices.autotask.net"_s);
    // What is asked for besides is named, and the address is not.
    m_wizard->findChild<QLineEdit *>(u"secretEdit"_s)->clear();
    m_wizard->button(QWizard::NextButton)->click();
    QVERIFY(m_wizard->findChild<NoticeLabel *>(u"urlError"_s)->text().isEmpty());
    QVERIFY(!m_wizard->findChild<NoticeLabel *>(u"secretError"_s)->text().isEmpty());
}

void AutotaskSettingsTest::wizard_saysBesideTheField_whatIsWrong_data()
{
    QTest::addColumn<QString>("field");
    QTest::newRow("user") << u"userName"_s;
    QTest::newRow("secret") << u"secret"_s;
    QTest::newRow("tracking identifier") << u"integrationCode"_s;
}

void AutotaskSettingsTest::wizard_saysBesideTheField_whatIsWrong()
{
    QFETCH(QString, field);
    connectAutotask();
    m_wizard->findChild<QLineEdit *>(field + u"Edit"_s)->setText(u"wrong"_s);
    m_wizard->button(QWizard::NextButton)->click();
    const auto *notice = m_wizard->findChild<NoticeLabel *>(field + u"Error"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!notice->text().isEmpty(), 20'000);
    QCOMPARE(m_wizard->currentPage()->objectName(), u"connectionPage"_s);
}

void AutotaskSettingsTest::wizard_connects()
{
    connectAutotask();
    m_wizard->button(QWizard::NextButton)->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->currentPage()->objectName(), u"namePage"_s, 20'000);
    QVERIFY(m_wizard->findChild<QLabel *>(u"foundLabel"_s)->text().contains(u"Practice MSP"_s));
    m_wizard->button(QWizard::CommitButton)->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->currentPage()->objectName(), u"reviewSettingsPage"_s, 20'000);
    QVERIFY(m_wizard->findChild<PlatformSettingsForm *>());
    QTRY_VERIFY_WITH_TIMEOUT(m_wizard->findChild<QTabWidget *>(u"settingsTabs"_s)->isEnabled(), 20'000);
    QSignalSpy finished(m_wizard.get(), &QDialog::finished);
    m_wizard->button(QWizard::FinishButton)->click();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
    const auto isSynced = [this] {
        const QList<IntegrationStatus> all = m_profile->application().integrations();
        return all.size() == 1 && all.at(0).state == IntegrationState::UpToDate;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSynced(), 20'000);
}

// ---- Sync Settings ------------------------------------------------------------------------------

void AutotaskSettingsTest::open()
{
    if (m_id == 0 || !m_profile->application().integration(m_id))
        m_id = m_profile->connectAs(u"Main"_s);
    QVERIFY(m_id != 0);
    m_dialog = new SyncSettingsDialog(m_profile->application(), m_profile->integration(m_id));
    m_dialog->show();
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->findChild<QTabWidget *>(u"settingsTabs"_s)->isEnabled(), 20'000);
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void AutotaskSettingsTest::save()
{
    QSignalSpy finished(m_dialog, &QDialog::finished);
    m_dialog->findChild<QPushButton *>(u"saveSettingsButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
}

void AutotaskSettingsTest::choose(const QString &name, const QString &text)
{
    FieldCombo *box = combo(name);
    QVERIFY2(box, qPrintable(name));
    box->setFocus();
    box->lineEdit()->selectAll();
    QTest::keyClicks(box->lineEdit(), text);
}

void AutotaskSettingsTest::B1_classificationsAndTheFormAreShown()
{
    open();
    const auto lists = m_dialog->findChildren<CheckList *>();
    QCOMPARE(std::ranges::count_if(lists, [](const CheckList *each) { return each->isVisible(); }), 5);
    QVERIFY(m_dialog->findChild<PlatformSettingsForm *>()->isVisible());
    const QList<PlatformSetting> asked = platformSettings(Platform::Autotask);
    QCOMPARE(asked.size(), 4);
    for (const PlatformSetting &setting : asked) {
        const QWidget *widget = m_dialog->findChild<PlatformSettingsForm *>()->widgetOf(setting.key);
        QVERIFY2(widget && widget->isVisible(), qPrintable(setting.key));
        QCOMPARE(widget->toolTip(), setting.help);
    }
    // Active people only, and none that are API-only users.
    QStringList people;
    for (int i = 0; i < combo(u"accountManagerCombo"_s)->count(); ++i)
        people.append(combo(u"accountManagerCombo"_s)->itemText(i));
    QCOMPARE(people, (QStringList{u"Jo Harris"_s, u"Kim Chen"_s, u"Mateo Lopez"_s}));
}

void AutotaskSettingsTest::B1_theFormIsNotShown_whereThePsaAsksForNothing()
{
    const PlatformSettingsForm form(Platform::ConnectWise);
    QVERIFY(form.isEmpty());
}

void AutotaskSettingsTest::C4c_whatIsMissing_isSaid()
{
    open();
    QVERIFY(noticeOf(u"platformSettingsNotice"_s).contains(u"Default Account Manager"_s));
    QVERIFY(noticeOf(u"platformSettingsNotice"_s).contains(u"Default phone"_s));
    choose(u"accountManagerCombo"_s, u"Kim Chen"_s);
    QVERIFY(!noticeOf(u"platformSettingsNotice"_s).contains(u"Default Account Manager"_s));
    m_dialog->findChild<QLineEdit *>(u"defaultPhoneEdit"_s)->setText(u"555 0100"_s);
    QVERIFY(noticeOf(u"platformSettingsNotice"_s).isEmpty());
}

void AutotaskSettingsTest::chosenValues_areStored()
{
    open();
    choose(u"accountManagerCombo"_s, u"kim chen"_s);
    m_dialog->findChild<QLineEdit *>(u"defaultPhoneEdit"_s)->setText(u" 555 0100 "_s);
    save();
    const SyncSettings stored = m_profile->integration(m_id).settings;
    QCOMPARE(stored.choice(u"account_manager"_s), (SettingChoice{u"29682888"_s, u"Kim Chen"_s}));
    QCOMPARE(stored.extraValue(u"default_phone"_s), u"555 0100"_s);
    QVERIFY(stored.extraValue(u"billing_code"_s).isEmpty());

    // They are shown again, and can be taken away.
    open();
    QCOMPARE(combo(u"accountManagerCombo"_s)->currentText(), u"Kim Chen"_s);
    combo(u"accountManagerCombo"_s)->lineEdit()->selectAll();
    QTest::keyClick(combo(u"accountManagerCombo"_s)->lineEdit(), Qt::Key_Delete);
    save();
    QVERIFY(m_profile->integration(m_id).settings.extraValue(u"account_manager"_s).isEmpty());
    QCOMPARE(m_profile->integration(m_id).settings.extraValue(u"default_phone"_s), u"555 0100"_s);
}

void AutotaskSettingsTest::choices_areAskedOfThePsaWhileTyping()
{
    open();
    choose(u"fallbackProductCombo"_s, u"EliteBook"_s);
    FieldCombo *box = combo(u"fallbackProductCombo"_s);
    const auto hasFound = [box] { return box->count() > 0 && box->itemText(0).contains(u"EliteBook"_s); };
    QTRY_VERIFY_WITH_TIMEOUT(hasFound(), 20'000);
    const QString name = box->itemText(0);
    choose(u"fallbackProductCombo"_s, name);
    save();
    const SettingChoice stored = m_profile->integration(m_id).settings.choice(u"fallback_product"_s);
    QCOMPARE(stored.name, name);
    QVERIFY(!stored.id.isEmpty());
}

void AutotaskSettingsTest::whatIsNoChoice_isSaidAndNotStored()
{
    open();
    choose(u"accountManagerCombo"_s, u"Nobody"_s);
    m_dialog->showTwoWayTab();
    m_dialog->findChild<QPushButton *>(u"saveSettingsButton"_s)->click();
    QVERIFY(noticeOf(u"accountManagerNotice"_s).contains(u"Nobody"_s));
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(m_dialog->findChild<QTabWidget *>(u"settingsTabs"_s)->currentIndex(), 0);
    QVERIFY(combo(u"accountManagerCombo"_s)->hasFocus());
    choose(u"accountManagerCombo"_s, u"Jo Harris"_s);
    QVERIFY(noticeOf(u"accountManagerNotice"_s).isEmpty());
    save();
    QCOMPARE(m_profile->integration(m_id).settings.choice(u"account_manager"_s).name, u"Jo Harris"_s);
}

void AutotaskSettingsTest::whatTheEngineRefuses_isSaidBesideTheField()
{
    open();
    m_dialog->findChild<QLineEdit *>(u"defaultPhoneEdit"_s)->setText(u"reception"_s);
    m_dialog->findChild<QPushButton *>(u"saveSettingsButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!noticeOf(u"defaultPhoneNotice"_s).isEmpty(), 20'000);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(m_profile->integration(m_id).settings.extraValue(u"default_phone"_s).isEmpty());
    m_dialog->findChild<QLineEdit *>(u"defaultPhoneEdit"_s)->setText(u"555 0100"_s);
    save();
}

void AutotaskSettingsTest::showField_goesToTheSetting()
{
    open();
    m_dialog->showTwoWayTab();
    m_dialog->showField(u"default_phone"_s);
    QCOMPARE(m_dialog->findChild<QTabWidget *>(u"settingsTabs"_s)->currentIndex(), 0);
    QVERIFY(m_dialog->findChild<QLineEdit *>(u"defaultPhoneEdit"_s)->hasFocus());
    m_dialog->showField(u"billing_code"_s);
    QVERIFY(combo(u"billingCodeCombo"_s)->hasFocus());
}

void AutotaskSettingsTest::anotherChange_leavesTheChoicesAsTheyAre()
{
    m_id = m_profile->connectAs(u"Main"_s);
    SyncSettings settings = m_profile->integration(m_id).settings;
    settings.setChoice(u"account_manager"_s, {u"29682888"_s, u"Kim Chen"_s});
    settings.setText(u"billing_code"_s, u"12"_s); // a script stored the id alone
    const auto applied =
        PracticeProfile::await(m_profile->application().engine().applySettings(m_id, {.settings = settings}));
    QVERIFY(applied && *applied);
    open();
    m_dialog->findChild<QCheckBox *>(u"contactsCheck"_s)->click();
    save();
    settings.contacts = false;
    QCOMPARE(m_profile->integration(m_id).settings, settings);
}

QTEST_MAIN(AutotaskSettingsTest)
#include "tst_autotasksettings.moc"
