// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/authorities.h"
#include "practiceprofile.h"
#include "ui/integrations/authoritiesbox.h"
#include "ui/integrations/connectionform.h"
#include "ui/integrations/newintegrationpages.h"
#include "ui/integrations/newintegrationwizard.h"
#include "ui/integrations/noticelabel.h"
#include "ui/integrations/syncsettingseditor.h"
#include "ui/widgets/messagebox.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QTabWidget>
#include <QTcpServer>
#include <QTemporaryFile>
#include <QTest>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

class NewIntegrationWizardTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void A2_allPlatformsCanBeChosen();
    void blankFields_areNamed_andKeepThePage();
    void tab_goesThroughTheForm();
    void ownAuthority_isChosenFromAFile();
    void wrongInput_saysSoBesideTheField_data();
    void wrongInput_saysSoBesideTheField();
    void unknownServer_saysSoBesideTheAddress();
    void runningTest_canBeStopped();
    void editAfterTest_asksForAnotherTest();
    void goodInput_connects_reviewsAndSyncs();
    void firstSyncNotWanted_leavesItPaused();
    void takenName_isRefusedInPlace();
    void typedInput_isNotThrownAwayUnasked();
    void I4_secretsReachNoFileOfTheProfile();

private:
    void type(const QString &field, const QString &text);
    void typeAll();
    void press(QWizard::WizardButton button);
    NoticeLabel *notice(const QString &name) const;
    template<typename T>
    T *child(const QString &name) const
    {
        return m_wizard->findChild<T *>(name);
    }

    std::unique_ptr<PracticeProfile> m_profile;
    std::unique_ptr<NewIntegrationWizard> m_wizard;
};

void NewIntegrationWizardTest::init()
{
    m_profile = std::make_unique<PracticeProfile>();
    QVERIFY(m_profile->start());
    m_wizard = std::make_unique<NewIntegrationWizard>(m_profile->application());
    m_wizard->show();
}

void NewIntegrationWizardTest::cleanup()
{
    m_wizard.reset();
    m_profile.reset();
}

void NewIntegrationWizardTest::type(const QString &field, const QString &text)
{
    auto *edit = child<QLineEdit>(field);
    QVERIFY2(edit, qPrintable(field));
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

void NewIntegrationWizardTest::typeAll()
{
    const ConnectionDetails details = m_profile->details({});
    const auto value = [&details](const QString &key) {
        return QString::fromUtf8(details.credentials.value(key).reveal());
    };
    type(u"urlEdit"_s, details.url);
    type(u"companyIdEdit"_s, value(u"company_id"_s));
    type(u"publicKeyEdit"_s, value(u"public_key"_s));
    type(u"privateKeyEdit"_s, value(u"private_key"_s));
    type(u"clientIdEdit"_s, value(u"client_id"_s));
}

void NewIntegrationWizardTest::press(QWizard::WizardButton button)
{
    QVERIFY(m_wizard->button(button)->isEnabled());
    m_wizard->button(button)->click();
}

NoticeLabel *NewIntegrationWizardTest::notice(const QString &name) const
{
    return child<NoticeLabel>(name);
}

void NewIntegrationWizardTest::A2_allPlatformsCanBeChosen()
{
    auto *list = child<QListWidget>(u"platformList"_s);
    QCOMPARE(list->count(), int(allPlatforms.size()) + 1);
    QVERIFY(list->item(list->count() - 1)->text().contains(u"Directory (LDAP)"_s));
    for (int row = 0; row < int(allPlatforms.size()); ++row) {
        const QListWidgetItem *item = list->item(row);
        QVERIFY(item->flags().testFlag(Qt::ItemIsEnabled));
        QVERIFY(item->text().contains(platformTitle(Platform(item->data(Qt::UserRole).toInt()))));
    }
    QVERIFY(m_wizard->button(QWizard::NextButton)->isEnabled());
}

void NewIntegrationWizardTest::blankFields_areNamed_andKeepThePage()
{
    press(QWizard::NextButton);
    press(QWizard::NextButton);
    QCOMPARE(m_wizard->currentPage()->objectName(), u"connectionPage"_s);
    QVERIFY(notice(u"urlError"_s)->text().contains(u"na.myconnectwise.net"_s));
    QVERIFY(!notice(u"clientIdError"_s)->text().isEmpty());
    QCOMPARE(child<QLineEdit>(u"privateKeyEdit"_s)->echoMode(), QLineEdit::Password);
    child<QAbstractButton>(u"privateKeyShowButton"_s)->click();
    QCOMPARE(child<QLineEdit>(u"privateKeyEdit"_s)->echoMode(), QLineEdit::Normal);
}

void NewIntegrationWizardTest::tab_goesThroughTheForm()
{
    press(QWizard::NextButton);
    QVERIFY(QTest::qWaitForWindowActive(m_wizard.get()));
    child<QLineEdit>(u"urlEdit"_s)->setFocus();
    for (const QString &next : {u"companyIdEdit"_s, u"publicKeyEdit"_s, u"privateKeyEdit"_s, u"privateKeyShowButton"_s,
                                u"clientIdEdit"_s, u"chooseAuthoritiesButton"_s, u"testConnectionButton"_s}) {
        QTest::keyClick(m_wizard->focusWidget(), Qt::Key_Tab);
        QCOMPARE(m_wizard->focusWidget()->objectName(), next);
    }
}

void NewIntegrationWizardTest::ownAuthority_isChosenFromAFile()
{
    press(QWizard::NextButton);
    child<QAbstractButton>(u"chooseAuthoritiesButton"_s)->click();
    auto *dialog = child<QFileDialog>(u"authoritiesFileDialog"_s);
    QVERIFY(dialog);
    dialog->reject();

    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("not a certificate");
    file.close();
    auto *box = child<AuthoritiesBox>(u"authoritiesBox"_s);
    box->readFile(file.fileName());
    QVERIFY2(notice(u"authoritiesError"_s)->text().contains(u"no certificate"_s),
             qPrintable(notice(u"authoritiesError"_s)->text()));
    QVERIFY(box->pem().isEmpty());
    QVERIFY(child<QAbstractButton>(u"removeAuthoritiesButton"_s)->isHidden());

    const QList<QSslCertificate> known = QSslConfiguration::systemCaCertificates();
    QVERIFY2(!known.isEmpty(), "the system has no certificate authorities");
    QVERIFY(file.open());
    file.write(known.constFirst().toPem());
    file.close();
    box->readFile(file.fileName());
    QCOMPARE(child<QLabel>(u"authoritiesText"_s)->text(), authoritiesText({known.constFirst()}));
    QVERIFY(notice(u"authoritiesError"_s)->text().isEmpty());
    QCOMPARE(child<ConnectionForm>(u"connectionForm"_s)->details().authorities, box->pem());
    child<QAbstractButton>(u"removeAuthoritiesButton"_s)->click();
    QVERIFY(child<ConnectionForm>(u"connectionForm"_s)->details().authorities.isEmpty());
}

void NewIntegrationWizardTest::wrongInput_saysSoBesideTheField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("notice");
    QTest::newRow("company") << u"companyIdEdit"_s << u"nobody"_s << u"companyIdError"_s;
    QTest::newRow("public key") << u"publicKeyEdit"_s << u"wrong"_s << u"privateKeyError"_s;
    QTest::newRow("private key") << u"privateKeyEdit"_s << u"wrong"_s << u"privateKeyError"_s;
    QTest::newRow("no address") << u"urlEdit"_s << u"not an address"_s << u"urlError"_s;
}

void NewIntegrationWizardTest::wrongInput_saysSoBesideTheField()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, notice);
    press(QWizard::NextButton);
    typeAll();
    type(field, text);
    press(QWizard::NextButton);
    QTRY_VERIFY2(!this->notice(notice)->text().isEmpty(), "nothing is said beside the field");
    QCOMPARE(this->notice(notice)->kind(), NoticeLabel::Kind::Error);
    QVERIFY2(this->notice(notice)->text().contains(u' '), qPrintable(this->notice(notice)->text()));
    QCOMPARE(m_wizard->currentPage()->objectName(), u"connectionPage"_s);
    QCOMPARE(child<QLineEdit>(field)->text(), text);
    QVERIFY(m_profile->application().integrations().isEmpty());

    // Typing again takes the complaint away.
    const QString edit = QString(notice).replace(u"Error"_s, u"Edit"_s);
    QTest::keyClicks(child<QLineEdit>(edit), u"x"_s);
    QVERIFY(this->notice(notice)->text().isEmpty());
}

void NewIntegrationWizardTest::unknownServer_saysSoBesideTheAddress()
{
    // A port that nobody listens on any more.
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QString url = u"http://127.0.0.1:%1"_s.arg(closed.serverPort());
    closed.close();
    press(QWizard::NextButton);
    typeAll();
    type(u"urlEdit"_s, url);
    child<QAbstractButton>(u"testConnectionButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!notice(u"urlError"_s)->text().isEmpty(), 20'000);
    QVERIFY(m_wizard->isVisible());
}

void NewIntegrationWizardTest::runningTest_canBeStopped()
{
    // It accepts connections and never answers.
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    press(QWizard::NextButton);
    typeAll();
    type(u"urlEdit"_s, u"http://127.0.0.1:%1"_s.arg(silent.serverPort()));
    child<QAbstractButton>(u"testConnectionButton"_s)->click();
    auto *stop = child<QAbstractButton>(u"cancelTestButton"_s);
    QVERIFY(stop->isVisible());
    QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled());
    stop->click();
    QVERIFY(!stop->isVisible());
    QVERIFY(m_wizard->button(QWizard::NextButton)->isEnabled());
    QVERIFY(!child<ConnectionForm>(u"connectionForm"_s)->isTested());
}

void NewIntegrationWizardTest::editAfterTest_asksForAnotherTest()
{
    press(QWizard::NextButton);
    typeAll();
    auto *form = child<ConnectionForm>(u"connectionForm"_s);
    QSignalSpy finished(form, &ConnectionForm::testFinished);
    child<QAbstractButton>(u"testConnectionButton"_s)->click();
    QVERIFY(finished.wait(20'000));
    QVERIFY2(form->isTested(), qPrintable(notice(u"testResult"_s)->text()));
    QCOMPARE(notice(u"testResult"_s)->kind(), NoticeLabel::Kind::Good);
    QVERIFY(notice(u"testResult"_s)->text().contains(u"127.0.0.1"_s));
    QTest::keyClicks(child<QLineEdit>(u"publicKeyEdit"_s), u"x"_s);
    QVERIFY(!form->isTested());
    QVERIFY(notice(u"testResult"_s)->text().isEmpty());
}

void NewIntegrationWizardTest::goodInput_connects_reviewsAndSyncs()
{
    press(QWizard::NextButton);
    typeAll();
    press(QWizard::NextButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->currentPage()->objectName(), u"namePage"_s, 20'000);
    QVERIFY(!child<QLineEdit>(u"nameEdit"_s)->text().isEmpty());
    type(u"nameEdit"_s, u"Main"_s);
    press(QWizard::CommitButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->currentPage()->objectName(), u"reviewSettingsPage"_s, 20'000);
    QVERIFY(child<QCheckBox>(u"startSyncCheck"_s)->isChecked());
    QTRY_VERIFY_WITH_TIMEOUT(child<QTabWidget>(u"settingsTabs"_s)->isEnabled(), 20'000);
    QVERIFY(!child<SyncSettingsEditor>(u"syncSettingsEditor"_s)->isChanged());
    QVERIFY(!child<QCheckBox>(u"twoWayCheck"_s)->isChecked());

    QSignalSpy finished(m_wizard.get(), &QDialog::finished);
    press(QWizard::FinishButton);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
    QCOMPARE(finished.at(0).at(0).toInt(), int(QDialog::Accepted));
    const auto isSynced = [this] {
        const QList<IntegrationStatus> all = m_profile->application().integrations();
        return all.size() == 1 && all.at(0).integration.name == u"Main"_s
            && all.at(0).state == IntegrationState::UpToDate;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSynced(), 20'000);
}

void NewIntegrationWizardTest::firstSyncNotWanted_leavesItPaused()
{
    press(QWizard::NextButton);
    typeAll();
    press(QWizard::NextButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->currentPage()->objectName(), u"namePage"_s, 20'000);
    press(QWizard::CommitButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->currentPage()->objectName(), u"reviewSettingsPage"_s, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(child<QTabWidget>(u"settingsTabs"_s)->isEnabled(), 20'000);
    child<QCheckBox>(u"startSyncCheck"_s)->click();
    child<QCheckBox>(u"twoWayCheck"_s)->setChecked(true);
    QSignalSpy finished(m_wizard.get(), &QDialog::finished);
    press(QWizard::FinishButton);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
    const IntegrationId id = m_profile->application().integrations().constFirst().integration.id;
    const Integration stored = m_profile->integration(id);
    QVERIFY(stored.isPaused);
    QVERIFY(stored.settings.twoWay);
    QVERIFY(!stored.lastSyncAt.isValid());
}

void NewIntegrationWizardTest::takenName_isRefusedInPlace()
{
    QVERIFY(m_profile->connectAs(u"Main"_s) != 0);
    press(QWizard::NextButton);
    typeAll();
    press(QWizard::NextButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->currentPage()->objectName(), u"namePage"_s, 20'000);
    type(u"nameEdit"_s, u"main"_s);
    press(QWizard::CommitButton);
    QVERIFY(!notice(u"nameError"_s)->text().isEmpty());
    QCOMPARE(m_wizard->currentPage()->objectName(), u"namePage"_s);
}

void NewIntegrationWizardTest::typedInput_isNotThrownAwayUnasked()
{
    press(QWizard::NextButton);
    type(u"companyIdEdit"_s, u"acme"_s);
    MessageBox::setNextAnswer(false);
    m_wizard->reject();
    QVERIFY(m_wizard->isVisible());
    QVERIFY(!MessageBox::lastText().isEmpty());
    MessageBox::setNextAnswer(true);
    m_wizard->reject();
    QVERIFY(!m_wizard->isVisible());
}

void NewIntegrationWizardTest::I4_secretsReachNoFileOfTheProfile()
{
    const QByteArray secret = m_profile->details({}).credentials.value(u"private_key"_s).reveal();
    QVERIFY(secret.size() > 4);
    press(QWizard::NextButton);
    typeAll();
    press(QWizard::NextButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->currentPage()->objectName(), u"namePage"_s, 20'000);
    press(QWizard::CommitButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->currentPage()->objectName(), u"reviewSettingsPage"_s, 20'000);
    m_profile->application().settings().sync();
    const QDir folder(m_profile->folder());
    const QStringList names = folder.entryList(QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(secret), qPrintable(name));
    }
}

QTEST_MAIN(NewIntegrationWizardTest)
#include "tst_newintegrationwizard.moc"
