// SPDX-License-Identifier: GPL-3.0-or-later
// The main job as a technician does it, in the real window, against a practice ConnectWise in another
// process: connect, look at the settings, see what was never pushed, edit, save, watch the badge, and find it
// in the PSA.
#include "storywindow.h"

#include "ui/records/recordlist.h"
#include "ui/records/recordpane.h"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QWizard>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = StoryWindow::patience;

} // namespace

class tst_Story final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void C1_editIsSaved_andThePsaHasIt();

private:
    void connectPsa();
    void turnTwoWayOn();

    template<typename T>
    [[nodiscard]] static T *find(const QString &name)
    {
        return StoryWindow::find<T>(name);
    }

    std::unique_ptr<StoryWindow> m_story;
};

void tst_Story::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void tst_Story::init()
{
    m_story = std::make_unique<StoryWindow>(
        PracticeSize{.organizations = 3, .locations = 4, .contacts = 6, .configurations = 12});
}

void tst_Story::cleanup()
{
    m_story.reset();
}

void tst_Story::connectPsa()
{
    find<QPushButton>(u"newIntegrationActionButton"_s)->click();
    QTRY_VERIFY(find<QWizard>(u"newIntegrationWizard"_s));
    auto *wizard = find<QWizard>(u"newIntegrationWizard"_s);
    wizard->button(QWizard::NextButton)->click();
    QTRY_COMPARE(wizard->currentPage()->objectName(), u"connectionPage"_s);
    const QJsonObject credentials = m_story->practice().credentials();
    StoryWindow::type(u"urlEdit"_s, m_story->practice().url());
    StoryWindow::type(u"companyIdEdit"_s, credentials.value("company_id"_L1).toString());
    StoryWindow::type(u"publicKeyEdit"_s, credentials.value("public_key"_L1).toString());
    StoryWindow::type(u"privateKeyEdit"_s, u"wrong"_s);
    StoryWindow::type(u"clientIdEdit"_s, credentials.value("client_id"_L1).toString());

    // A wrong key is told beside the field and costs nothing that was typed.
    find<QPushButton>(u"testConnectionButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>(u"privateKeyError"_s)->isVisible(), patience);
    StoryWindow::type(u"privateKeyEdit"_s, credentials.value("private_key"_L1).toString());
    wizard->button(QWizard::NextButton)->click();
    QTRY_COMPARE_WITH_TIMEOUT(wizard->currentPage()->objectName(), u"namePage"_s, patience);
    StoryWindow::type(u"nameEdit"_s, u"Main"_s);
    wizard->button(QWizard::CommitButton)->click();
    QTRY_COMPARE_WITH_TIMEOUT(wizard->currentPage()->objectName(), u"reviewSettingsPage"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(wizard->button(QWizard::FinishButton)->isEnabled(), patience);
    QVERIFY(!find<QCheckBox>(u"twoWayCheck"_s)->isChecked());
    wizard->button(QWizard::FinishButton)->click();
    const auto isUpToDate = [this] {
        const QList<IntegrationStatus> all = m_story->application().integrations();
        return all.size() == 1 && all.constFirst().state == IntegrationState::UpToDate;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(), patience);
}

void tst_Story::turnTwoWayOn()
{
    m_story->window().findChild<QAction *>(u"integrationsAction"_s)->trigger();
    QTRY_VERIFY(find<QDialog>(u"integrationsDialog"_s));
    QTRY_VERIFY(find<QAction>(u"syncSettingsAction"_s));
    find<QAction>(u"syncSettingsAction"_s)->trigger();
    QTRY_VERIFY(find<QDialog>(u"syncSettingsDialog"_s));
    QTRY_VERIFY_WITH_TIMEOUT(
        find<QCheckBox>(u"twoWayCheck"_s) && find<QCheckBox>(u"twoWayCheck"_s)->isEnabled(), patience);
    find<QCheckBox>(u"twoWayCheck"_s)->setChecked(true);
    QTRY_VERIFY(find<QPushButton>(u"saveSettingsButton"_s)->isEnabled());
    find<QPushButton>(u"saveSettingsButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!find<QDialog>(u"syncSettingsDialog"_s), patience);
    find<QDialog>(u"integrationsDialog"_s)->close();
    const auto isTwoWay = [this] {
        return m_story->application().integrations().constFirst().integration.settings.twoWay;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTwoWay(), patience);
}

void tst_Story::C1_editIsSaved_andThePsaHasIt()
{
    connectPsa();
    m_story->window().goTo(u"kind/configuration"_s);
    auto *table = find<QTableView>(u"recordTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 12, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_story->window().isSettled(), patience);

    // One-way: what comes from the PSA is locked (rule B6).
    const RecordId id = m_story->window().recordList()->model()->idAt(0);
    m_story->openRecord(u"kind/configuration"_s, id);
    auto *serial = find<QLineEdit>(u"serialNumberEdit"_s);
    QVERIFY(serial->isReadOnly() || !serial->isEnabled());

    // What was there before two-way sync says so until it is edited (rule B5).
    const RecordView first = m_story->window().recordPane()->view();
    const RecordId old =
        m_story->add(AssetKind::Configuration,
                     {{u"name"_s, u"AAA-OLD"_s},
                      {u"organization"_s, first.record.fields.value("organization"_L1)},
                      {u"configuration_type"_s, first.record.fields.value("configuration_type"_L1)},
                      {u"configuration_status"_s, first.record.fields.value("configuration_status"_L1)}});
    turnTwoWayOn();
    m_story->openRecord(u"kind/configuration"_s, old);
    QTRY_COMPARE(find<QLabel>(u"syncSentence"_s)->text(),
                 u"Record not yet pushed to ConnectWise. To trigger a push, try updating the record"_s);
    QCOMPARE(m_story->practice().writes(), 0);

    // The main job.
    m_story->openRecord(u"kind/configuration"_s, id);
    QTRY_COMPARE(m_story->shownState(), SyncState::Synced);
    QTRY_VERIFY(!serial->isReadOnly() && serial->isEnabled());
    QTest::keyClick(table, Qt::Key_F2);
    QList<SyncState> states;
    const QMetaObject::Connection watch =
        connect(m_story->window().recordPane(), &RecordPane::shown, this, [&] {
            if (states.isEmpty() || states.constLast() != m_story->shownState())
                states.append(m_story->shownState());
        });
    StoryWindow::type(u"serialNumberEdit"_s, u"STORY-1"_s);
    QTest::keyClick(serial, Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_story->shownState() != SyncState::Synced, patience);
    states.append(m_story->shownState());
    QTRY_COMPARE_WITH_TIMEOUT(m_story->shownState(), SyncState::Synced, patience);
    disconnect(watch);
    QVERIFY2(states.contains(SyncState::Pending) || states.contains(SyncState::Pushing),
             "the badge never said that it waits");
    QVERIFY(find<QLabel>(u"syncSentence"_s)->text().startsWith(u"Synced with ConnectWise at "_s));
    const QString remoteId = m_story->window().recordPane()->view().sync.constFirst().link.remote.id;
    QCOMPARE(m_story->practice().record(u"configuration"_s, remoteId).value("serialNumber"_L1).toString(),
             u"STORY-1"_s);
    QCOMPARE(m_story->practice().writes(), 1);

    // Editing the old one pushes it too, once.
    m_story->openRecord(u"kind/configuration"_s, old);
    StoryWindow::type(u"serialNumberEdit"_s, u"STORY-2"_s);
    QTest::keyClick(find<QLineEdit>(u"serialNumberEdit"_s), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_story->shownState(), SyncState::Synced, patience);
    QCOMPARE(m_story->practice().recordsWhere(u"configuration"_s, u"serialNumber"_s, u"STORY-2"_s).size(), 1);
    QCOMPARE(m_story->practice().creates(), 1);

    // What the PSA refuses is said in its own words, and nothing is lost.
    m_story->practice().setFault(u"PATCH /company/configurations/{id}"_s, u"validation"_s);
    StoryWindow::type(u"assetTagEdit"_s, u"TAG-1"_s);
    QTest::keyClick(find<QLineEdit>(u"assetTagEdit"_s), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_story->shownState(), SyncState::Error, patience);
    QVERIFY(find<QLabel>(u"syncSentence"_s)->text().startsWith(u"ConnectWise refused it: "_s));
    QCOMPARE(find<QLineEdit>(u"assetTagEdit"_s)->text(), u"TAG-1"_s);
    m_story->practice().clearFaults();
    StoryWindow::type(u"assetTagEdit"_s, u"TAG-2"_s);
    QTest::keyClick(find<QLineEdit>(u"assetTagEdit"_s), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_story->shownState(), SyncState::Synced, patience);
    QCOMPARE(m_story->practice().recordsWhere(u"configuration"_s, u"tagNumber"_s, u"TAG-2"_s).size(), 1);
    QVERIFY(!find<QPushButton>(u"discardButton"_s)->isVisible());

    // What was refused can also be given up: the PSA's value comes back.
    m_story->practice().setFault(u"PATCH /company/configurations/{id}"_s, u"validation"_s);
    StoryWindow::type(u"assetTagEdit"_s, u"TAG-3"_s);
    QTest::keyClick(find<QLineEdit>(u"assetTagEdit"_s), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_story->shownState(), SyncState::Error, patience);
    QVERIFY(find<QPushButton>(u"discardButton"_s)->isVisible());
    find<QPushButton>(u"discardButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_story->shownState(), SyncState::Synced, patience);
    QTRY_COMPARE_WITH_TIMEOUT(find<QLineEdit>(u"assetTagEdit"_s)->text(), u"TAG-2"_s, patience);
}

QTEST_MAIN(tst_Story)
#include "tst_story.moc"
