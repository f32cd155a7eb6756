// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guiprofile.h"
#include "slapdserver.h"
#include "ui/directory/directoryform.h"
#include "ui/directory/directoryrow.h"
#include "ui/directory/directorywords.h"
#include "ui/integrations/integrationsdialog.h"
#include "ui/integrations/newintegrationwizard.h"
#include "ui/integrations/noticelabel.h"
#include "ui/records/fieldeditor.h"
#include "ui/records/recordpane.h"
#include "ui/widgets/messagebox.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** The windows on directories, against OpenLDAP's own server. */
class DirectoryWindowsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!SlapdServer::isInstalled())
            QSKIP(
                "slapd, ldap-utils and openssl are not installed, so there is no LDAP server to test with.");
        QByteArray users;
        for (int i = 0; i < 15; ++i) {
            const QByteArray id = "user" + QByteArray::number(i);
            users += SlapdServer::user(id, "User", QByteArray::number(i), "mail: " + id + "@example.com");
        }
        users += SlapdServer::user("ann", "Ann", "Smith",
                                   "mail: ann@example.com\nuserAccountControl: 514\n"
                                   "lastLogonTimestamp: 133500000000000000\npwdLastSet: 133400000000000000");
        m_server = std::make_unique<SlapdServer>();
        QVERIFY(m_server->load(users));
        QVERIFY(m_server->start());
    }

    void cleanupTestCase()
    {
        m_server.reset();
    }

    void H4_aDirectory_isConnectedInTheWizard_shownAndRemoved()
    {
        GuiProfile profile;
        const RecordId acme = profile.add(AssetKind::Organization, {{u"name"_s, u"Acme"_s}});
        const RecordId ann = profile.add(
            AssetKind::Contact,
            {{u"first_name"_s, u"Ann"_s}, {u"last_name"_s, u"Smith"_s}, {u"organization"_s, acme}});
        Application &application = profile.application();
        IntegrationsDialog dialog(application);
        dialog.show();
        dialog.newIntegration();
        auto *wizard = dialog.findChild<NewIntegrationWizard *>();
        auto *list = wizard->findChild<QListWidget *>(u"platformList"_s);
        list->setCurrentRow(list->count() - 1);
        wizard->next();
        QCOMPARE(wizard->currentPage()->objectName(), u"directoryPage"_s);

        const auto type = [&](const QString &name, const QString &text) {
            auto *edit = wizard->findChild<QLineEdit *>(name);
            edit->selectAll();
            QTest::keyClicks(edit, text);
        };
        auto *result = wizard->findChild<NoticeLabel *>(u"directoryResult"_s);
        auto *test = wizard->findChild<QPushButton *>(u"directoryTestButton"_s);
        auto *table = wizard->findChild<QTableWidget *>(u"directoryUsersTable"_s);
        test->click();
        QVERIFY(result->text().contains(u"name of the server"_s));
        type(u"directoryServerEdit"_s, u"127.0.0.1"_s);
        wizard->findChild<QSpinBox *>(u"directoryPortSpin"_s)->setValue(m_server->tlsPort());
        type(u"directoryUserEdit"_s, u"cn=admin,dc=example,dc=com"_s);
        type(u"directoryPasswordEdit"_s, u"wrong"_s);

        // Without the authority the certificate is not trusted; with it the base can be read without a
        // sign-in.
        auto *readBase = wizard->findChild<QPushButton *>(u"directoryReadBaseButton"_s);
        readBase->click();
        QTRY_VERIFY_WITH_TIMEOUT(result->text().contains(u"not trusted"_s), 20'000);
        type(u"directoryCaFileEdit"_s, m_server->caFile());
        wizard->findChild<QComboBox *>(u"directoryBaseDnCombo"_s)->setEditText(SlapdServer::baseDn());
        wizard->findChild<QLineEdit *>(u"directoryFilterEdit"_s)
            ->setText(u"(&(objectClass=inetOrgPerson)(mail=*))"_s);
        test->click();
        QTRY_VERIFY_WITH_TIMEOUT(result->text().contains(u"password is wrong"_s), 20'000);
        QVERIFY(!table->isVisible());
        type(u"directoryPasswordEdit"_s, SlapdServer::password());
        test->click();
        QTRY_VERIFY_WITH_TIMEOUT(table->isVisible(), 20'000);
        QCOMPARE(table->rowCount(), 10);
        picture(*wizard, u"wizard"_s);

        // Without an organization it is not stored.
        auto *finish = wizard->button(QWizard::FinishButton);
        finish->click();
        QVERIFY(result->text().contains(u"organization"_s));
        auto *organization = wizard->findChild<FieldEditor *>(u"organizationEditor"_s);
        QVERIFY(organization);
        organization->setValue(acme, u"Acme"_s);
        finish->click();
        QTRY_COMPARE_WITH_TIMEOUT(application.directoryStatuses().size(), 1, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(application.directoryStatuses().constFirst().state,
                                  IntegrationState::UpToDate, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(application.directoryStatuses().constFirst().contacts, 16, 20'000);
        QTRY_VERIFY(!dialog.findChild<NewIntegrationWizard *>());

        auto *row = dialog.findChild<DirectoryRow *>();
        QVERIFY(row);
        QTRY_VERIFY(row->findChild<QLabel *>(u"directoryFigures"_s)->text().contains(u"16"_s));
        picture(dialog, u"list"_s);

        // The contact's form shows what AD says, read-only.
        DraftStore drafts(profile.folder() + u"/unsaved.json"_s);
        RecordPane pane(application, drafts);
        pane.resize(460, 900);
        pane.show();
        pane.showRecord(ann);
        auto *status = pane.findChild<QLabel *>(u"adStatusLabel"_s);
        QTRY_COMPARE(status->text(), accountStatusTitle(AccountStatus::Disabled));
        QVERIFY(status->isVisible());
        QVERIFY(!pane.findChild<QLabel *>(u"adLastLogonLabel"_s)->text().isEmpty());
        QCOMPARE(pane.findChild<QLabel *>(u"adAccountLabel"_s)->text(), u"ann"_s);
        picture(pane, u"contact"_s);
        pane.showRecord(acme);
        QTRY_VERIFY(!status->isVisible());

        // Paused and removed from its menu.
        row->findChild<QAction *>(u"pauseDirectoryAction"_s)->trigger();
        QTRY_COMPARE(application.directoryStatuses().constFirst().state, IntegrationState::Paused);
        MessageBox::setNextAnswer(true);
        row->findChild<QAction *>(u"removeDirectoryAction"_s)->trigger();
        QTRY_VERIFY(application.directoryStatuses().isEmpty());
        QTRY_VERIFY(!dialog.findChild<DirectoryRow *>() || !row->isVisible());
        QCOMPARE(profile.get(ann).displayName(), u"Ann Smith"_s);
    }

    void passwordExpiry_isInWords_data()
    {
        QTest::addColumn<DirectoryFacts>("facts");
        QTest::addColumn<QString>("text");
        const QDateTime moment(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC);
        QTest::newRow("never") << DirectoryFacts{.status = AccountStatus::Enabled,
                                                 .passwordNeverExpires = true}
                               << u"Never"_s;
        QTest::newRow("must change") << DirectoryFacts{.status = AccountStatus::Enabled}
                                     << u"Must be changed at the next logon"_s;
        QTest::newRow("policy without age")
            << DirectoryFacts{.status = AccountStatus::Enabled, .passwordSetAt = moment} << u"Never"_s;
        QTest::newRow("no such flags") << DirectoryFacts{} << u"Not known"_s;
    }

    void passwordExpiry_isInWords()
    {
        QFETCH(DirectoryFacts, facts);
        QTEST(passwordExpiryText(facts), "text");
    }

private:
    /** For a look at it, where the environment names a folder. */
    static void picture(QWidget &widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("TANDEM_PICTURES");
        if (folder.isEmpty())
            return;
        for (int i = 0; i < 10; ++i)
            QCoreApplication::processEvents();
        QVERIFY(widget.grab().save(folder + u'/' + name + u".png"_s));
    }

    std::unique_ptr<SlapdServer> m_server;
};

QTEST_MAIN(DirectoryWindowsTest)
#include "tst_directorywindows.moc"
