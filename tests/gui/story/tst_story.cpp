// SPDX-License-Identifier: GPL-3.0-or-later
// The main job as a technician does it, in the real window, against a practice ConnectWise in another process: connect,
// look at the settings, see what was never pushed, edit, save, watch the badge, and find it in the PSA.
#include "support/practiceprocess.h"

#include "store/recordstore.h"
#include "sync/secretstore.h"
#include "ui/application.h"
#include "ui/mainwindow.h"
#include "ui/records/recordlist.h"
#include "ui/records/recordpane.h"
#include "ui/whendone.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QWizard>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 30'000;

} // namespace

class tst_Story final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void C1_editIsSaved_andThePsaHasIt();

private:
    void connectPsa();
    void turnTwoWayOn();
    void openRecord(const QString &sidebarKey, RecordId id);
    RecordId add(AssetKind kind, const FieldValues &fields);
    [[nodiscard]] SyncState shownState() const;

    /** A widget of any open window, by its object name. */
    template<typename T>
    [[nodiscard]] static T *find(const QString &name)
    {
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows) {
            if (T *self = qobject_cast<T *>(window); self && self->objectName() == name && self->isVisible())
                return self;
            const QList<T *> found = window->findChildren<T *>(name);
            for (T *each : found) {
                if (auto *widget = qobject_cast<QWidget *>(each); !widget || widget->window()->isVisible())
                    return each;
            }
        }
        return nullptr;
    }
    static void type(const QString &name, const QString &text);

    std::unique_ptr<PracticeProcess> m_practice;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Application> m_application;
    std::unique_ptr<MainWindow> m_window;
};

void tst_Story::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void tst_Story::init()
{
    // Slow enough that a person, and this test, can see a badge on its way.
    m_practice = std::make_unique<PracticeProcess>(
        PracticeSize {.organizations = 3, .locations = 4, .contacts = 6, .configurations = 12},
        QStringList {u"--latency"_s, u"40"_s});
    m_folder = std::make_unique<QTemporaryDir>();
    m_application = std::make_unique<Application>(
        ApplicationOptions {.profileFolder = m_folder->path(), .secrets = std::make_shared<MemorySecretStore>()});
    QSignalSpy started(m_application.get(), &Application::started);
    m_application->start();
    QVERIFY(!started.isEmpty() || started.wait(patience));
    m_window = std::make_unique<MainWindow>(*m_application);
    m_window->show();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), patience);
}

void tst_Story::cleanup()
{
    m_window.reset();
    m_application.reset();
    m_folder.reset();
    m_practice.reset();
}

void tst_Story::type(const QString &name, const QString &text)
{
    auto *edit = find<QLineEdit>(name);
    QVERIFY2(edit, qPrintable(name));
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

void tst_Story::connectPsa()
{
    find<QPushButton>(u"newIntegrationActionButton"_s)->click();
    QTRY_VERIFY(find<QWizard>(u"newIntegrationWizard"_s));
    auto *wizard = find<QWizard>(u"newIntegrationWizard"_s);
    wizard->button(QWizard::NextButton)->click();
    QTRY_COMPARE(wizard->currentPage()->objectName(), u"connectionPage"_s);
    const QJsonObject credentials = m_practice->credentials();
    type(u"urlEdit"_s, m_practice->url());
    type(u"companyIdEdit"_s, credentials.value("company_id"_L1).toString());
    type(u"publicKeyEdit"_s, credentials.value("public_key"_L1).toString());
    type(u"privateKeyEdit"_s, u"wrong"_s);
    type(u"clientIdEdit"_s, credentials.value("client_id"_L1).toString());

    // A wrong key is told beside the field and costs nothing that was typed.
    find<QPushButton>(u"testConnectionButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>(u"privateKeyError"_s)->isVisible(), patience);
    type(u"privateKeyEdit"_s, credentials.value("private_key"_L1).toString());
    wizard->button(QWizard::NextButton)->click();
    QTRY_COMPARE_WITH_TIMEOUT(wizard->currentPage()->objectName(), u"namePage"_s, patience);
    type(u"nameEdit"_s, u"Main"_s);
    wizard->button(QWizard::CommitButton)->click();
    QTRY_COMPARE_WITH_TIMEOUT(wizard->currentPage()->objectName(), u"reviewSettingsPage"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(wizard->button(QWizard::FinishButton)->isEnabled(), patience);
    QVERIFY(!find<QCheckBox>(u"twoWayCheck"_s)->isChecked());
    wizard->button(QWizard::FinishButton)->click();
    const auto isUpToDate = [this] {
        const QList<IntegrationStatus> all = m_application->integrations();
        return all.size() == 1 && all.constFirst().state == IntegrationState::UpToDate;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(), patience);
}

void tst_Story::turnTwoWayOn()
{
    m_window->findChild<QAction *>(u"integrationsAction"_s)->trigger();
    QTRY_VERIFY(find<QDialog>(u"integrationsDialog"_s));
    QTRY_VERIFY(find<QAction>(u"syncSettingsAction"_s));
    find<QAction>(u"syncSettingsAction"_s)->trigger();
    QTRY_VERIFY(find<QDialog>(u"syncSettingsDialog"_s));
    QTRY_VERIFY_WITH_TIMEOUT(find<QCheckBox>(u"twoWayCheck"_s) && find<QCheckBox>(u"twoWayCheck"_s)->isEnabled(), patience);
    find<QCheckBox>(u"twoWayCheck"_s)->setChecked(true);
    QTRY_VERIFY(find<QPushButton>(u"saveSettingsButton"_s)->isEnabled());
    find<QPushButton>(u"saveSettingsButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!find<QDialog>(u"syncSettingsDialog"_s), patience);
    find<QDialog>(u"integrationsDialog"_s)->close();
    const auto isTwoWay = [this] { return m_application->integrations().constFirst().integration.settings.twoWay; };
    QTRY_VERIFY_WITH_TIMEOUT(isTwoWay(), patience);
}

RecordId tst_Story::add(AssetKind kind, const FieldValues &fields)
{
    RecordId id = 0;
    bool isDone = false;
    whenDone(m_application->engine().save({.kind = kind, .changes = fields, .source = RecordSource::Csv, .person = u"Ann"_s}),
             this, [&](const Result<Saved> &saved) {
                 isDone = true;
                 id = saved ? saved->id : 0;
             });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(isDone, patience); }();
    return id;
}

void tst_Story::openRecord(const QString &sidebarKey, RecordId id)
{
    // Shortcuts belong to the active window, which a dialog has just been.
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->goTo(sidebarKey);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), patience);
    m_window->recordList()->select(id);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->recordPane()->view().record.id, id, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), patience);
}

SyncState tst_Story::shownState() const
{
    const QList<RecordView::Sync> sync = m_window->recordPane()->view().sync;
    return sync.isEmpty() ? SyncState::NotSyncing : sync.constFirst().badge.state;
}

void tst_Story::C1_editIsSaved_andThePsaHasIt()
{
    connectPsa();
    m_window->goTo(u"kind/configuration"_s);
    auto *table = find<QTableView>(u"recordTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 12, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), patience);

    // One-way: what comes from the PSA is locked (rule B6).
    const RecordId id = m_window->recordList()->model()->idAt(0);
    openRecord(u"kind/configuration"_s, id);
    auto *serial = find<QLineEdit>(u"serialNumberEdit"_s);
    QVERIFY(serial->isReadOnly() || !serial->isEnabled());

    // What was there before two-way sync says so until it is edited (rule B5).
    const RecordView first = m_window->recordPane()->view();
    const RecordId old = add(AssetKind::Configuration,
                             {{u"name"_s, u"AAA-OLD"_s},
                              {u"organization"_s, first.record.fields.value("organization"_L1)},
                              {u"configuration_type"_s, first.record.fields.value("configuration_type"_L1)},
                              {u"configuration_status"_s, first.record.fields.value("configuration_status"_L1)}});
    turnTwoWayOn();
    openRecord(u"kind/configuration"_s, old);
    QTRY_COMPARE(find<QLabel>(u"syncSentence"_s)->text(),
                 u"Record not yet pushed to ConnectWise. To trigger a push, try updating the record"_s);
    QCOMPARE(m_practice->writes(), 0);

    // The main job.
    openRecord(u"kind/configuration"_s, id);
    QTRY_COMPARE(shownState(), SyncState::Synced);
    QTRY_VERIFY(!serial->isReadOnly() && serial->isEnabled());
    QTest::keyClick(table, Qt::Key_F2);
    QList<SyncState> states;
    const QMetaObject::Connection watch = connect(m_window->recordPane(), &RecordPane::shown, this, [&] {
        if (states.isEmpty() || states.constLast() != shownState())
            states.append(shownState());
    });
    type(u"serialNumberEdit"_s, u"STORY-1"_s);
    QTest::keyClick(serial, Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(shownState() != SyncState::Synced, patience);
    states.append(shownState());
    QTRY_COMPARE_WITH_TIMEOUT(shownState(), SyncState::Synced, patience);
    disconnect(watch);
    QVERIFY2(states.contains(SyncState::Pending) || states.contains(SyncState::Pushing), "the badge never said that it waits");
    QVERIFY(find<QLabel>(u"syncSentence"_s)->text().startsWith(u"Synced with ConnectWise at "_s));
    const QString remoteId = m_window->recordPane()->view().sync.constFirst().link.remote.id;
    QCOMPARE(m_practice->record(u"configuration"_s, remoteId).value("serialNumber"_L1).toString(), u"STORY-1"_s);
    QCOMPARE(m_practice->writes(), 1);

    // Editing the old one pushes it too, once.
    openRecord(u"kind/configuration"_s, old);
    type(u"serialNumberEdit"_s, u"STORY-2"_s);
    QTest::keyClick(find<QLineEdit>(u"serialNumberEdit"_s), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(shownState(), SyncState::Synced, patience);
    QCOMPARE(m_practice->recordsWhere(u"configuration"_s, u"serialNumber"_s, u"STORY-2"_s).size(), 1);
    QCOMPARE(m_practice->creates(), 1);

    // What the PSA refuses is said in its own words, and nothing is lost.
    m_practice->setFault(u"PATCH /company/configurations/{id}"_s, u"validation"_s);
    type(u"assetTagEdit"_s, u"TAG-1"_s);
    QTest::keyClick(find<QLineEdit>(u"assetTagEdit"_s), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(shownState(), SyncState::Error, patience);
    QVERIFY(find<QLabel>(u"syncSentence"_s)->text().startsWith(u"ConnectWise refused it: "_s));
    QCOMPARE(find<QLineEdit>(u"assetTagEdit"_s)->text(), u"TAG-1"_s);
    m_practice->clearFaults();
    type(u"assetTagEdit"_s, u"TAG-2"_s);
    QTest::keyClick(find<QLineEdit>(u"assetTagEdit"_s), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(shownState(), SyncState::Synced, patience);
    QCOMPARE(m_practice->recordsWhere(u"configuration"_s, u"tagNumber"_s, u"TAG-2"_s).size(), 1);
}

QTEST_MAIN(tst_Story)
#include "tst_story.moc"
