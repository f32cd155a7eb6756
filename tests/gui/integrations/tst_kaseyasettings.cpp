// SPDX-License-Identifier: GPL-3.0-or-later
#include "practiceprofile.h"
#include "ui/integrations/checklist.h"
#include "ui/integrations/connectionform.h"
#include "ui/integrations/integrationrow.h"
#include "ui/integrations/integrationsdialog.h"
#include "ui/integrations/newintegrationwizard.h"
#include "ui/integrations/noticelabel.h"
#include "ui/integrations/platformsettingsform.h"
#include "ui/integrations/syncsettingsdialog.h"
#include "ui/widgets/fieldcombo.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000;

} // namespace

/** Connecting a PSA of the Kaseya family in the wizard, and what its Sync Settings ask for besides (rules B1,
 * B3). */
class KaseyaSettingsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void wizard_connects_data();
    void wizard_connects();
    void wizard_asksForTheTenantsKeys_data();
    void wizard_asksForTheTenantsKeys();
    void wizard_saysBesideTheField_whatIsWrong_data();
    void wizard_saysBesideTheField_whatIsWrong();
    void wizard_warnsOfTheTenantsOwnSync();

    void B1_theFormIsShown_data();
    void B1_theFormIsShown();
    void C4c_whatIsMissing_isSaid();
    void B1_chosenValues_areStored();
    void B3_withoutEmailType_contactsAreNotPushed_data();
    void B3_withoutEmailType_contactsAreNotPushed();
    void tenantsOwnSync_isWarnedOf_whereTwoWaySyncIsEnabled();
    void tenantsOwnSync_thatIsOff_isNoTopic();
    void detailsOfAssets_areToldInTheRow();

private:
    static void brands();
    void use(Platform platform, const PracticeSeeding &seeding = PracticeProfile::few());
    /** To the page that asks for the connection, with everything typed. */
    void toConnection();
    void connectAs(const QString &name);
    void open();
    void save();
    void choose(const QString &name, const QString &text);
    template<typename T>
    T *of(const QString &name) const
    {
        return m_dialog->findChild<T *>(name);
    }
    QLineEdit *edit(const QString &name) const
    {
        return m_wizard->findChild<QLineEdit *>(name);
    }

    Platform m_platform = Platform::KaseyaBms;
    std::unique_ptr<PracticeProfile> m_profile;
    std::unique_ptr<NewIntegrationWizard> m_wizard;
    std::unique_ptr<IntegrationsDialog> m_integrations;
    IntegrationId m_id = 0;
    QPointer<SyncSettingsDialog> m_dialog;
};

void KaseyaSettingsTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void KaseyaSettingsTest::brands()
{
    QTest::addColumn<Platform>("platform");
    QTest::newRow("Kaseya BMS") << Platform::KaseyaBms;
    QTest::newRow("Vorex PSA") << Platform::VorexPsa;
    QTest::newRow("Pulseway PSA") << Platform::PulsewayPsa;
}

void KaseyaSettingsTest::use(Platform platform, const PracticeSeeding &seeding)
{
    m_platform = platform;
    m_profile = std::make_unique<PracticeProfile>(platform, seeding);
    QVERIFY(m_profile->start());
}

void KaseyaSettingsTest::cleanup()
{
    delete m_dialog;
    m_integrations.reset();
    m_wizard.reset();
    m_profile.reset();
    m_id = 0;
}

// ---- the wizard ---------------------------------------------------------------------------------

void KaseyaSettingsTest::toConnection()
{
    m_wizard = std::make_unique<NewIntegrationWizard>(m_profile->application());
    m_wizard->show();
    m_wizard->findChild<QListWidget *>(u"platformList"_s)->setCurrentRow(int(m_platform));
    m_wizard->button(QWizard::NextButton)->click();
    QCOMPARE(m_wizard->currentPage()->objectName(), u"connectionPage"_s);
    const ConnectionDetails details = m_profile->details({});
    edit(u"urlEdit"_s)->setText(details.url);
    edit(u"tenantEdit"_s)->setText(QString::fromUtf8(details.credentials.value(u"tenant"_s).reveal()));
    edit(u"userNameEdit"_s)->setText(QString::fromUtf8(details.credentials.value(u"user_name"_s).reveal()));
    edit(u"passwordEdit"_s)->setText(QString::fromUtf8(details.credentials.value(u"password"_s).reveal()));
}

void KaseyaSettingsTest::wizard_connects_data()
{
    brands();
}

void KaseyaSettingsTest::wizard_connects()
{
    QFETCH(Platform, platform);
    use(platform);
    toConnection();
    m_wizard->button(QWizard::NextButton)->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->currentPage()->objectName(), u"namePage"_s, patience);
    const QString found = m_wizard->findChild<QLabel *>(u"foundLabel"_s)->text();
    QVERIFY2(found.contains(platformTitle(platform)), qPrintable(found));
    QVERIFY(m_wizard->findChild<NoticeLabel *>(u"connectionWarning"_s)->text().isEmpty());
    m_wizard->button(QWizard::CommitButton)->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->currentPage()->objectName(), u"reviewSettingsPage"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_wizard->findChild<QTabWidget *>(u"settingsTabs"_s)->isEnabled(), patience);
    QSignalSpy finished(m_wizard.get(), &QDialog::finished);
    m_wizard->button(QWizard::FinishButton)->click();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
    const auto isSynced = [this] {
        const QList<IntegrationStatus> all = m_profile->application().integrations();
        return all.size() == 1 && all.at(0).state == IntegrationState::UpToDate;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSynced(), patience);
    QCOMPARE(m_profile->application().integrations().at(0).integration.platform, platform);
}

void KaseyaSettingsTest::wizard_asksForTheTenantsKeys_data()
{
    brands();
}

void KaseyaSettingsTest::wizard_asksForTheTenantsKeys()
{
    QFETCH(Platform, platform);
    use(platform);
    toConnection();
    for (const QString &name : {u"urlEdit"_s, u"tenantEdit"_s, u"userNameEdit"_s})
        QCOMPARE(edit(name)->echoMode(), QLineEdit::Normal);
    QCOMPARE(edit(u"passwordEdit"_s)->echoMode(), QLineEdit::Password);
    QVERIFY(!edit(u"companyIdEdit"_s) && !edit(u"secretEdit"_s));
    // Of BMS there are several servers, so that one has to be named.
    edit(u"urlEdit"_s)->clear();
    edit(u"tenantEdit"_s)->clear();
    m_wizard->button(QWizard::NextButton)->click();
    const bool needsAddress = platform == Platform::KaseyaBms;
    QCOMPARE(!m_wizard->findChild<NoticeLabel *>(u"urlError"_s)->text().isEmpty(), needsAddress);
    QVERIFY(!m_wizard->findChild<NoticeLabel *>(u"tenantError"_s)->text().isEmpty());
    QCOMPARE(m_wizard->currentPage()->objectName(), u"connectionPage"_s);
}

void KaseyaSettingsTest::wizard_saysBesideTheField_whatIsWrong_data()
{
    QTest::addColumn<Platform>("platform");
    QTest::addColumn<QString>("field");
    QTest::newRow("password, BMS") << Platform::KaseyaBms << u"password"_s;
    QTest::newRow("password, Vorex") << Platform::VorexPsa << u"password"_s;
    QTest::newRow("password, Pulseway") << Platform::PulsewayPsa << u"password"_s;
    // The server does not say which of the three was wrong; the password is what is mistyped most often.
    QTest::newRow("tenant") << Platform::KaseyaBms << u"tenant"_s;
}

void KaseyaSettingsTest::wizard_saysBesideTheField_whatIsWrong()
{
    QFETCH(Platform, platform);
    QFETCH(QString, field);
    use(platform);
    toConnection();
    edit(field + u"Edit"_s)->setText(u"not-the-one"_s);
    m_wizard->button(QWizard::NextButton)->click();
    const auto *notice = m_wizard->findChild<NoticeLabel *>(u"passwordError"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!notice->text().isEmpty(), patience);
    QVERIFY2(!notice->text().contains(u"not-the-one"_s), qPrintable(notice->text()));
    QCOMPARE(m_wizard->currentPage()->objectName(), u"connectionPage"_s);
    QVERIFY(edit(u"passwordEdit"_s)->hasFocus());
}

void KaseyaSettingsTest::wizard_warnsOfTheTenantsOwnSync()
{
    use(Platform::KaseyaBms);
    QVERIFY(m_profile->server().platform().setQuirks({u"itglue-on"_s}));
    toConnection();
    m_wizard->button(QWizard::NextButton)->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->currentPage()->objectName(), u"namePage"_s, patience);
    const auto *warning = m_wizard->findChild<NoticeLabel *>(u"connectionWarning"_s);
    QVERIFY(warning->isVisible());
    QCOMPARE(warning->kind(), NoticeLabel::Kind::Warning);
    QVERIFY2(warning->text().contains(u"IT Glue"_s), qPrintable(warning->text()));
}

// ---- Sync Settings ------------------------------------------------------------------------------

void KaseyaSettingsTest::connectAs(const QString &name)
{
    m_id = m_profile->connectAs(name);
    QVERIFY(m_id != 0);
}

void KaseyaSettingsTest::open()
{
    if (m_id == 0)
        connectAs(u"Main"_s);
    delete m_dialog;
    m_dialog = new SyncSettingsDialog(m_profile->application(), m_profile->integration(m_id));
    m_dialog->show();
    QTRY_VERIFY_WITH_TIMEOUT(of<QTabWidget>(u"settingsTabs"_s)->isEnabled(), patience);
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void KaseyaSettingsTest::save()
{
    QSignalSpy finished(m_dialog, &QDialog::finished);
    of<QPushButton>(u"saveSettingsButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
}

void KaseyaSettingsTest::choose(const QString &name, const QString &text)
{
    auto *box = of<FieldCombo>(name);
    QVERIFY2(box, qPrintable(name));
    box->setFocus();
    box->lineEdit()->selectAll();
    QTest::keyClicks(box->lineEdit(), text);
    const auto isOffered = [&] { return box->findText(text, Qt::MatchFixedString) >= 0; };
    QTRY_VERIFY_WITH_TIMEOUT(isOffered(), patience);
}

void KaseyaSettingsTest::B1_theFormIsShown_data()
{
    brands();
}

void KaseyaSettingsTest::B1_theFormIsShown()
{
    QFETCH(Platform, platform);
    use(platform);
    open();
    QVERIFY(of<PlatformSettingsForm>(u"platformSettingsForm"_s)->isVisible());
    QVERIFY(of<FieldCombo>(u"accountManagerCombo"_s)->isVisible());
    QVERIFY(of<FieldCombo>(u"businessTypeCombo"_s)->isVisible());
    QVERIFY(of<QLineEdit>(u"lookupTablesEdit"_s)->isVisible());
    const auto *phone = of<QCheckBox>(u"fillPhoneCheck"_s);
    QVERIFY(phone->isVisible() && !phone->isChecked());
    QVERIFY2(phone->text().contains(u"000-000-0000"_s), qPrintable(phone->text()));
    const auto *older = of<QCheckBox>(u"allowV1Check"_s);
    QVERIFY(older->isVisible() && !older->isChecked());
    // What a switch does is there for the pointer and for who does not see it.
    for (const QCheckBox *each : {phone, older}) {
        QVERIFY2(each->toolTip().contains(platformTitle(platform)), qPrintable(each->toolTip()));
        QCOMPARE(each->accessibleDescription(), each->toolTip());
    }
    QVERIFY2(older->toolTip().contains(u"cannot make or change locations"_s), qPrintable(older->toolTip()));
    // There are no classifications, and of an account's states only active and inactive.
    const auto lists = m_dialog->findChildren<CheckList *>();
    for (const CheckList *each : lists)
        QCOMPARE(each->isVisible(), each->list() != OptionList::Classification);
}

void KaseyaSettingsTest::C4c_whatIsMissing_isSaid()
{
    use(Platform::KaseyaBms);
    open();
    const auto *notice = of<NoticeLabel>(u"platformSettingsNotice"_s);
    QVERIFY2(notice->text().contains(u"Account manager"_s) && notice->text().contains(u"Business type"_s),
             qPrintable(notice->text()));
    choose(u"accountManagerCombo"_s, u"Jo Harris"_s);
    QVERIFY(!notice->text().contains(u"Account manager"_s));
    choose(u"businessTypeCombo"_s, u"Legal"_s);
    QTRY_VERIFY(notice->text().isEmpty());
}

void KaseyaSettingsTest::B1_chosenValues_areStored()
{
    use(Platform::KaseyaBms);
    open();
    choose(u"accountManagerCombo"_s, u"Jo Harris"_s);
    choose(u"businessTypeCombo"_s, u"Legal"_s);
    of<QCheckBox>(u"fillPhoneCheck"_s)->click();
    of<QCheckBox>(u"allowV1Check"_s)->click();
    save();
    const SyncSettings stored = m_profile->integration(m_id).settings;
    QCOMPARE(stored.choice(u"account_manager"_s).name, u"Jo Harris"_s);
    QVERIFY(!stored.choice(u"account_manager"_s).id.isEmpty());
    QCOMPARE(stored.choice(u"business_type"_s).name, u"Legal"_s);
    QVERIFY(stored.isOn(u"fill_phone"_s) && stored.isOn(u"allow_v1"_s));
    open();
    QCOMPARE(of<FieldCombo>(u"businessTypeCombo"_s)->currentText(), u"Legal"_s);
    QVERIFY(of<QCheckBox>(u"fillPhoneCheck"_s)->isChecked());
    of<QCheckBox>(u"allowV1Check"_s)->click();
    save();
    QVERIFY(!m_profile->integration(m_id).settings.isOn(u"allow_v1"_s));
}

void KaseyaSettingsTest::B3_withoutEmailType_contactsAreNotPushed_data()
{
    brands();
}

void KaseyaSettingsTest::B3_withoutEmailType_contactsAreNotPushed()
{
    QFETCH(Platform, platform);
    use(platform);
    open();
    m_dialog->showTwoWayTab();
    of<QCheckBox>(u"twoWayCheck"_s)->click();
    const auto *notice = of<NoticeLabel>(u"emailTypeNotice"_s);
    QVERIFY(notice->isVisible());
    QCOMPARE(notice->kind(), NoticeLabel::Kind::Warning);
    QVERIFY2(notice->text().contains(u"contacts are not pushed to "_s + platformTitle(platform)),
             qPrintable(notice->text()));
    auto *types = of<QComboBox>(u"emailTypeCombo"_s);
    QVERIFY(notice->parentWidget() == types->parentWidget());
    types->setCurrentIndex(types->findText(u"Work"_s));
    QVERIFY(notice->text().isEmpty());
    save();
    QCOMPARE(m_profile->integration(m_id).settings.emailType, u"Work"_s);
}

void KaseyaSettingsTest::tenantsOwnSync_isWarnedOf_whereTwoWaySyncIsEnabled()
{
    use(Platform::KaseyaBms);
    QVERIFY(m_profile->server().platform().setQuirks({u"itglue-on"_s}));
    open();
    m_dialog->showTwoWayTab();
    const auto *warning = of<NoticeLabel>(u"tenantWarning"_s);
    QVERIFY(warning->isVisible());
    QCOMPARE(warning->kind(), NoticeLabel::Kind::Warning);
    QVERIFY2(warning->text().contains(u"IT Glue"_s), qPrintable(warning->text()));
    m_integrations = std::make_unique<IntegrationsDialog>(m_profile->application());
    m_integrations->show();
    const auto *sentence = m_integrations->findChild<NoticeLabel *>(u"integrationSentence"_s);
    QVERIFY2(sentence->text().contains(u"its own IT Glue integration is on"_s), qPrintable(sentence->text()));
}

void KaseyaSettingsTest::tenantsOwnSync_thatIsOff_isNoTopic()
{
    use(Platform::KaseyaBms);
    open();
    m_dialog->showTwoWayTab();
    QVERIFY(!of<NoticeLabel>(u"tenantWarning"_s)->isVisible());
}

void KaseyaSettingsTest::detailsOfAssets_areToldInTheRow()
{
    PracticeSeeding many = PracticeProfile::few();
    many.configurations = 400;
    use(Platform::KaseyaBms, many);
    connectAs(u"Main"_s);
    QVERIFY(m_profile->sync(m_id));
    m_integrations = std::make_unique<IntegrationsDialog>(m_profile->application());
    m_integrations->show();
    const auto *figures = m_integrations->findChild<QLabel *>(u"integrationFigures"_s);
    QVERIFY(figures);
    static const QRegularExpression line(u"details of \\d+ of 400 assets, about \\d+ h left"_s);
    QTRY_VERIFY_WITH_TIMEOUT(figures->text().contains(line), patience);
    const auto *row = m_integrations->findChild<IntegrationRow *>(u"integrationRow"_s);
    QVERIFY2(row->accessibleDescription().contains(line), qPrintable(row->accessibleDescription()));
}

QTEST_MAIN(KaseyaSettingsTest)
#include "tst_kaseyasettings.moc"
