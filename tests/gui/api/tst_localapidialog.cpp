// SPDX-License-Identifier: GPL-3.0-or-later
#include "../guiprofile.h"
#include "ui/api/apikeymodel.h"
#include "ui/api/localapi.h"
#include "ui/api/localapidialog.h"
#include "ui/api/newapikeydialog.h"
#include "ui/widgets/messagebox.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTcpServer>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000;

} // namespace

/** Account > Local API. */
class LocalApiDialogTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
    }
    void init();
    void cleanup();

    void theSwitch_servesAndIsRemembered();
    void aTakenPort_isToldInWords_andAnotherOneHelps();
    void withoutKeys_itSaysWhatToDo();
    void aNewKey_isShownOnce_works_andIsRevoked();
    void aNameThatIsTaken_isToldInPlace();
    void everythingHasANameAndAWay();

private:
    template<typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return m_dialog->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] quint16 freePort() const;
    [[nodiscard]] int statusOf(const QByteArray &key);
    QByteArray makeKey(const QString &name);

    std::unique_ptr<GuiProfile> m_profile;
    std::unique_ptr<LocalApiDialog> m_dialog;
    QNetworkAccessManager m_network;
};

void LocalApiDialogTest::init()
{
    m_profile = std::make_unique<GuiProfile>();
    m_profile->application().localApi().setPort(freePort());
    m_dialog = std::make_unique<LocalApiDialog>(m_profile->application());
    m_dialog->show();
}

void LocalApiDialogTest::cleanup()
{
    m_dialog.reset();
    m_profile.reset();
}

quint16 LocalApiDialogTest::freePort() const
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress(QHostAddress::LocalHost)))
        return 0;
    return probe.serverPort();
}

int LocalApiDialogTest::statusOf(const QByteArray &key)
{
    QNetworkRequest request(QUrl(m_profile->application().localApi().address() + u"/organizations"_s));
    request.setRawHeader("x-api-key"_ba, key);
    const std::unique_ptr<QNetworkReply> reply(m_network.get(request));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, patience))
        return 0;
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QByteArray LocalApiDialogTest::makeKey(const QString &name)
{
    part<QPushButton>("newApiKeyButton")->click();
    auto *dialog = part<NewApiKeyDialog>("newApiKeyDialog");
    dialog->findChild<QLineEdit *>(u"apiKeyNameEdit"_s)->setText(name);
    dialog->findChild<QPushButton *>(u"createApiKeyButton"_s)->click();
    auto *key = dialog->findChild<QLineEdit *>(u"apiKeyEdit"_s);
    if (!QTest::qWaitFor([key] { return key->isVisible(); }, patience))
        return {};
    const QByteArray made = key->text().toLatin1();
    dialog->close();
    return made;
}

void LocalApiDialogTest::theSwitch_servesAndIsRemembered()
{
    auto *state = part<QLabel>("localApiState");
    QCOMPARE(state->text(), u"Off."_s);
    QVERIFY(!part<QPushButton>("copyApiAddressButton")->isEnabled());
    part<QCheckBox>("localApiCheck")->setFocus();
    QTest::keyClick(part<QCheckBox>("localApiCheck"), Qt::Key_Space);
    const QString address = u"http://127.0.0.1:%1"_s.arg(m_profile->application().localApi().port());
    QTRY_COMPARE_WITH_TIMEOUT(state->text(), u"Running at %1"_s.arg(address), patience);
    QCOMPARE(statusOf("nothing"_ba), 403);
    part<QPushButton>("copyApiAddressButton")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), address);

    // The next start serves it again by itself.
    m_dialog.reset();
    m_profile->stopApplication();
    LocalApi &api = m_profile->application().localApi();
    QVERIFY(api.isOn());
    api.resume();
    QTRY_COMPARE_WITH_TIMEOUT(api.address(), address, patience);

    m_dialog = std::make_unique<LocalApiDialog>(m_profile->application());
    m_dialog->show();
    QVERIFY(part<QCheckBox>("localApiCheck")->isChecked());
    part<QCheckBox>("localApiCheck")->click();
    QTRY_COMPARE_WITH_TIMEOUT(part<QLabel>("localApiState")->text(), u"Off."_s, patience);
    QVERIFY(!api.isOn());
    // Quick changes of mind end where they should.
    for (int i = 0; i < 5; ++i)
        part<QCheckBox>("localApiCheck")->click();
    QTRY_COMPARE_WITH_TIMEOUT(api.state(), LocalApi::State::Running, patience);
}

void LocalApiDialogTest::aTakenPort_isToldInWords_andAnotherOneHelps()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    auto *port = part<QSpinBox>("localApiPortSpin");
    port->setValue(other.serverPort());
    part<QCheckBox>("localApiCheck")->click();
    QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>("localApiState")->text().contains(u"taken by another program"_s),
                             patience);
    QVERIFY(!part<QPushButton>("copyApiAddressButton")->isEnabled());
    port->setValue(freePort());
    QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>("localApiState")->text().startsWith(u"Running at"_s), patience);
}

void LocalApiDialogTest::withoutKeys_itSaysWhatToDo()
{
    QTRY_VERIFY_WITH_TIMEOUT(part<QWidget>("apiKeysEmpty")->isVisible(), patience);
    QVERIFY(!part<QPushButton>("revokeApiKeyButton")->isEnabled());
}

void LocalApiDialogTest::aNewKey_isShownOnce_works_andIsRevoked()
{
    part<QCheckBox>("localApiCheck")->click();
    part<QPushButton>("newApiKeyButton")->click();
    auto *dialog = part<NewApiKeyDialog>("newApiKeyDialog");
    QVERIFY(dialog);
    auto *create = dialog->findChild<QPushButton *>(u"createApiKeyButton"_s);
    QVERIFY(!create->isEnabled());
    auto *name = dialog->findChild<QLineEdit *>(u"apiKeyNameEdit"_s);
    QTest::keyClicks(name, u"Backup script"_s);
    auto *role = dialog->findChild<QComboBox *>(u"apiKeyRoleCombo"_s);
    role->setCurrentIndex(role->findData(int(Role::Lite)));
    QCOMPARE(dialog->findChild<QLabel *>(u"apiKeyRoleExplanation"_s)->text(), roleExplanation(Role::Lite));
    create->click();
    auto *shown = dialog->findChild<QLineEdit *>(u"apiKeyEdit"_s);
    QTRY_VERIFY_WITH_TIMEOUT(shown->isVisible(), patience);
    const QByteArray key = shown->text().toLatin1();
    QVERIFY(key.startsWith("TDM."));
    dialog->findChild<QPushButton *>(u"copyApiKeyButton"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text().toLatin1(), key);
    dialog->findChild<QPushButton *>(u"closeNewApiKeyButton"_s)->click();

    auto *table = part<QTableView>("apiKeysTable");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, patience);
    const auto cell = [table](int column) { return table->model()->index(0, column).data().toString(); };
    QCOMPARE(cell(ApiKeyModel::NameColumn), u"Backup script"_s);
    QCOMPARE(cell(ApiKeyModel::RoleColumn), u"Lite"_s);
    QCOMPARE(cell(ApiKeyModel::LastUsedColumn), u"Never"_s);
    QCOMPARE(cell(ApiKeyModel::StateColumn), u"In use"_s);
    for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget);
            edit && edit->window() == m_dialog.get())
            QVERIFY(!edit->text().contains(QString::fromLatin1(key)));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_profile->application().localApi().state(), LocalApi::State::Running,
                              patience);
    QCOMPARE(statusOf(key), 200);

    auto *revoke = part<QPushButton>("revokeApiKeyButton");
    QTRY_VERIFY(revoke->isEnabled());
    MessageBox::setNextAnswer(false);
    revoke->click();
    QVERIFY(MessageBox::lastText().contains(u"Backup script"_s));
    QCOMPARE(statusOf(key), 200);
    MessageBox::setNextAnswer(true);
    revoke->click();
    QTRY_COMPARE_WITH_TIMEOUT(cell(ApiKeyModel::StateColumn), u"Revoked"_s, patience);
    QTRY_VERIFY(!revoke->isEnabled());
    QCOMPARE(statusOf(key), 403);
}

void LocalApiDialogTest::aNameThatIsTaken_isToldInPlace()
{
    QVERIFY(!makeKey(u"One"_s).isEmpty());
    QTRY_VERIFY(!part<NewApiKeyDialog>("newApiKeyDialog"));
    part<QPushButton>("newApiKeyButton")->click();
    auto *dialog = part<NewApiKeyDialog>("newApiKeyDialog");
    dialog->findChild<QLineEdit *>(u"apiKeyNameEdit"_s)->setText(u"one"_s);
    dialog->findChild<QPushButton *>(u"createApiKeyButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QWidget *>(u"newApiKeyMessage"_s)->isVisible(), patience);
    QVERIFY(dialog->findChild<QPushButton *>(u"createApiKeyButton"_s)->isEnabled());
    QVERIFY(dialog->findChild<QLineEdit *>(u"apiKeyNameEdit"_s)->isVisible());
}

void LocalApiDialogTest::everythingHasANameAndAWay()
{
    QVERIFY(!makeKey(u"One"_s).isEmpty());
    QTRY_VERIFY(part<QTableView>("apiKeysTable")->isVisible());
    for (const char *name : {"localApiCheck", "localApiPortSpin", "copyApiAddressButton", "apiKeysTable",
                             "newApiKeyButton", "revokeApiKeyButton", "closeButton"}) {
        const auto *widget = part<QWidget>(name);
        QVERIFY2(widget, name);
        QVERIFY2(widget->focusPolicy() & Qt::TabFocus, name);
    }
    if (const QString folder = qEnvironmentVariable("TANDEM_TEST_PICTURES"); !folder.isEmpty()) {
        part<QCheckBox>("localApiCheck")->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_profile->application().localApi().state(), LocalApi::State::Running,
                                  patience);
        QVERIFY(m_dialog->grab().save(folder + u"/localapi.png"_s));
        part<QPushButton>("newApiKeyButton")->click();
        auto *dialog = part<NewApiKeyDialog>("newApiKeyDialog");
        dialog->findChild<QLineEdit *>(u"apiKeyNameEdit"_s)->setText(u"Two"_s);
        QVERIFY(dialog->grab().save(folder + u"/newkey.png"_s));
        dialog->findChild<QPushButton *>(u"createApiKeyButton"_s)->click();
        QTRY_VERIFY(dialog->findChild<QLineEdit *>(u"apiKeyEdit"_s)->isVisible());
        QVERIFY(dialog->grab().save(folder + u"/key.png"_s));
    }
}

QTEST_MAIN(LocalApiDialogTest)
#include "tst_localapidialog.moc"
