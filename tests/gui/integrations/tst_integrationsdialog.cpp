// SPDX-License-Identifier: GPL-3.0-or-later
#include "practiceprofile.h"
#include "ui/integrations/editconnectiondialog.h"
#include "ui/integrations/eventtablemodel.h"
#include "ui/integrations/fieldmappingdialog.h"
#include "ui/integrations/integrationsdialog.h"
#include "ui/integrations/logdialog.h"
#include "ui/integrations/managedatadialog.h"
#include "ui/integrations/newintegrationwizard.h"
#include "ui/integrations/noticelabel.h"
#include "ui/integrations/syncsettingsdialog.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/messagebox.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

class IntegrationsDialogTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void withoutIntegrations_itSaysWhatToDo();
    void A1_rowTellsStateAndFigures();
    void A1_actionsAreInTheMenu_withoutDeadOnes();
    void A1_keyboardOpensTheMenu();
    void A1_entriesOpenTheirWindows();
    void manualSync_updatesTheRowLive();
    void sync_canBeStopped();
    void D2_openDecisions_areALink();
    void A5_psaThatIsDown_isToldInWords();
    void pause_turnsTheEntryIntoResume();
    void disconnect_asksFirst_andTakesTheRowAway();
    void editConnection_keepsBlankKeys();
    void editConnection_wrongKey_staysOpenAndSaysSo();
    void G2_logShowsEvents_searchesAndCopies();
    void G2_logReadsOlderLinesOnDemand();
    void fieldMapping_showsTheWholeMap();

private:
    void open();
    [[nodiscard]] IntegrationRow *row() const;
    void trigger(const QString &action);

    std::unique_ptr<PracticeProfile> m_profile;
    std::unique_ptr<IntegrationsDialog> m_dialog;
    IntegrationId m_id = 0;
};

void IntegrationsDialogTest::init()
{
    m_profile = std::make_unique<PracticeProfile>();
    QVERIFY(m_profile->start());
}

void IntegrationsDialogTest::cleanup()
{
    m_dialog.reset();
    m_profile.reset();
}

void IntegrationsDialogTest::open()
{
    m_id = m_profile->connectAs(u"Main"_s);
    QVERIFY(m_id != 0);
    m_dialog = std::make_unique<IntegrationsDialog>(m_profile->application());
    m_dialog->show();
    QVERIFY(row());
}

IntegrationRow *IntegrationsDialogTest::row() const
{
    return m_dialog->findChild<IntegrationRow *>(u"integrationRow"_s);
}

void IntegrationsDialogTest::trigger(const QString &action)
{
    auto *entry = row()->findChild<QAction *>(action);
    QVERIFY2(entry, qPrintable(action));
    QVERIFY2(entry->isEnabled(), qPrintable(action));
    entry->trigger();
}

void IntegrationsDialogTest::withoutIntegrations_itSaysWhatToDo()
{
    m_dialog = std::make_unique<IntegrationsDialog>(m_profile->application());
    m_dialog->show();
    QVERIFY(m_dialog->findChild<QWidget *>(u"integrationsEmpty"_s)->isVisible());
    m_dialog->findChild<QPushButton *>(u"newIntegrationButton"_s)->click();
    QVERIFY(m_dialog->findChild<NewIntegrationWizard *>(u"newIntegrationWizard"_s));
}

void IntegrationsDialogTest::A1_rowTellsStateAndFigures()
{
    open();
    QCOMPARE(row()->findChild<QLabel *>(u"integrationName"_s)->text(), u"Main"_s);
    QCOMPARE(row()->findChild<QLabel *>(u"integrationState"_s)->text(), u"Not synced yet"_s);
    QVERIFY(!row()->findChild<QLabel *>(u"integrationStateIcon"_s)->pixmap().isNull());
    QCOMPARE(row()->findChild<QLabel *>(u"integrationFigures"_s)->text(), u"never synced"_s);
    QVERIFY(
        row()->findChild<NoticeLabel *>(u"integrationSentence"_s)->text().contains(u"Start Manual Sync"_s));
    QVERIFY(row()->accessibleName().contains(u"Main"_s));
    QVERIFY(row()->accessibleName().contains(u"Not synced yet"_s));
}

void IntegrationsDialogTest::A1_actionsAreInTheMenu_withoutDeadOnes()
{
    open();
    QStringList names;
    const QList<QAction *> entries = row()->findChild<QMenu *>(u"integrationMenu"_s)->actions();
    for (const QAction *entry : entries) {
        if (!entry->isSeparator() && entry->isVisible()) {
            names += entry->objectName();
            // One that cannot be chosen now says why.
            QVERIFY2(entry->isEnabled() || entry->text().endsWith(u"(two-way sync is off)"_s), qPrintable(entry->text()));
        }
    }
    QCOMPARE(names,
             QStringList({u"syncSettingsAction"_s, u"manageDataAction"_s, u"logsAction"_s,
                          u"startManualSyncAction"_s, u"pauseSyncAction"_s, u"pushAllAction"_s, u"fieldMappingAction"_s,
                          u"callsAction"_s, u"editConnectionAction"_s, u"disconnectAction"_s}));
}

void IntegrationsDialogTest::A1_keyboardOpensTheMenu()
{
    open();
    row()->setFocus();
    QTest::keyClick(row(), Qt::Key_Return);
    auto *menu = row()->findChild<QMenu *>(u"integrationMenu"_s);
    QTRY_VERIFY(menu->isVisible());
    menu->close();
}

void IntegrationsDialogTest::A1_entriesOpenTheirWindows()
{
    open();
    trigger(u"syncSettingsAction"_s);
    QVERIFY(m_dialog->findChild<SyncSettingsDialog *>(u"syncSettingsDialog"_s));
    trigger(u"manageDataAction"_s);
    QVERIFY(m_dialog->findChild<ManageDataDialog *>(u"manageDataDialog"_s));
    trigger(u"logsAction"_s);
    QVERIFY(m_dialog->findChild<LogDialog *>(u"logDialog"_s));
    trigger(u"fieldMappingAction"_s);
    QVERIFY(m_dialog->findChild<FieldMappingDialog *>(u"fieldMappingDialog"_s));
    trigger(u"editConnectionAction"_s);
    QVERIFY(m_dialog->findChild<EditConnectionDialog *>(u"editConnectionDialog"_s));
}

void IntegrationsDialogTest::manualSync_updatesTheRowLive()
{
    open();
    auto *progress = row()->findChild<QProgressBar *>(u"integrationProgress"_s);
    QVERIFY(!progress->isVisible());
    bool hasRun = false;
    connect(&m_profile->application(), &Application::integrationsChanged, progress,
            [&hasRun, progress] { hasRun = hasRun || progress->isVisible(); });
    trigger(u"startManualSyncAction"_s);
    auto *state = row()->findChild<QLabel *>(u"integrationState"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state->text(), u"Up to date"_s, 20'000);
    QVERIFY(hasRun);
    QVERIFY(!progress->isVisible());
    QVERIFY(row()->findChild<QLabel *>(u"integrationFigures"_s)->text().contains(u"last sync"_s));
}

void IntegrationsDialogTest::sync_canBeStopped()
{
    open();
    auto *stop = row()->findChild<QToolButton *>(u"stopSyncButton"_s);
    auto *start = row()->findChild<QAction *>(u"startManualSyncAction"_s);
    auto *stopEntry = row()->findChild<QAction *>(u"stopSyncAction"_s);
    QVERIFY(!stop->isVisible());
    QVERIFY(start->isVisible() && !stopEntry->isVisible());
    // Slow enough that there is something to stop.
    QVERIFY(m_profile->server().faults().set(
        QJsonArray{QJsonObject{{u"route"_s, u"*"_s}, {u"fault"_s, u"latency"_s}, {u"value"_s, 200}}}));
    trigger(u"startManualSyncAction"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stop->isVisible(), 20'000);
    QVERIFY(!start->isVisible() && stopEntry->isVisible());
    stop->click();
    QTRY_VERIFY_WITH_TIMEOUT(!stop->isVisible(), 20'000);
    QVERIFY(start->isVisible());
    // To stop it is no failure.
    QVERIFY(m_dialog->findChild<MessageBar *>(u"integrationsMessage"_s)->text().isEmpty());
}

void IntegrationsDialogTest::D2_openDecisions_areALink()
{
    IntegrationRow row;
    IntegrationStatus status;
    status.integration.name = u"Main"_s;
    row.setStatus(status);
    row.show();
    auto *link = row.findChild<QLabel *>(u"decisionsLink"_s);
    QVERIFY(!link->isVisible());
    status.decisions = 3;
    row.setStatus(status);
    QVERIFY(link->isVisible());
    QVERIFY(link->text().contains(u"3 need"_s));
    QVERIFY(row.accessibleDescription().contains(u"3 need"_s));
    QSignalSpy chosen(&row, &IntegrationRow::chosen);
    link->setFocus();
    QTest::keyClick(link, Qt::Key_Tab);
    Q_EMIT link->linkActivated(u"decisions"_s);
    QCOMPARE(chosen.count(), 1);
    QVERIFY(chosen.constFirst().constFirst().value<IntegrationRow::Action>()
            == IntegrationRow::Action::Decisions);
}

void IntegrationsDialogTest::A5_psaThatIsDown_isToldInWords()
{
    open();
    QVERIFY(m_profile->server().faults().set(QJsonArray{
        QJsonObject{{u"route"_s, u"*"_s}, {u"probability"_s, 1.0}, {u"fault"_s, u"reset_before"_s}}}));
    trigger(u"startManualSyncAction"_s);
    auto *state = row()->findChild<QLabel *>(u"integrationState"_s);
    QTRY_VERIFY_WITH_TIMEOUT(state->text().startsWith(u"Offline"_s), 60'000);
    auto *sentence = row()->findChild<NoticeLabel *>(u"integrationSentence"_s);
    QVERIFY(!sentence->text().isEmpty());
    QCOMPARE(sentence->kind(), NoticeLabel::Kind::Warning);
}

void IntegrationsDialogTest::pause_turnsTheEntryIntoResume()
{
    open();
    trigger(u"pauseSyncAction"_s);
    auto *state = row()->findChild<QLabel *>(u"integrationState"_s);
    QTRY_COMPARE(state->text(), u"Paused"_s);
    auto *entry = row()->findChild<QAction *>(u"pauseSyncAction"_s);
    QVERIFY(entry->text().contains(u"Resume"_s));
    entry->trigger();
    QTRY_VERIFY(state->text() != u"Paused"_s);
    QVERIFY(entry->text().contains(u"Pause"_s));
}

void IntegrationsDialogTest::disconnect_asksFirst_andTakesTheRowAway()
{
    open();
    MessageBox::setNextAnswer(false);
    trigger(u"disconnectAction"_s);
    QVERIFY(MessageBox::lastText().contains(u"Main"_s));
    QCOMPARE(m_profile->application().integrations().size(), 1);

    MessageBox::setNextAnswer(true);
    trigger(u"disconnectAction"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_profile->application().integrations().isEmpty(), 20'000);
    QTRY_VERIFY(m_dialog->findChild<QWidget *>(u"integrationsEmpty"_s)->isVisible());
}

void IntegrationsDialogTest::editConnection_keepsBlankKeys()
{
    open();
    trigger(u"editConnectionAction"_s);
    auto *dialog = m_dialog->findChild<EditConnectionDialog *>(u"editConnectionDialog"_s);
    auto *name = dialog->findChild<QLineEdit *>(u"nameEdit"_s);
    QCOMPARE(name->text(), u"Main"_s);
    QVERIFY(dialog->findChild<QLineEdit *>(u"privateKeyEdit"_s)->text().isEmpty());
    name->selectAll();
    QTest::keyClicks(name, u"West"_s);
    QSignalSpy finished(dialog, &QDialog::finished);
    dialog->findChild<QPushButton *>(u"saveConnectionButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
    QTRY_COMPARE(row()->findChild<QLabel *>(u"integrationName"_s)->text(), u"West"_s);
    // The stored keys still open the door.
    const auto refreshed = PracticeProfile::await(m_profile->application().engine().refreshLists(m_id));
    QVERIFY(refreshed && *refreshed);
}

void IntegrationsDialogTest::editConnection_wrongKey_staysOpenAndSaysSo()
{
    open();
    trigger(u"editConnectionAction"_s);
    auto *dialog = m_dialog->findChild<EditConnectionDialog *>(u"editConnectionDialog"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"privateKeyEdit"_s), u"wrong"_s);
    dialog->findChild<QPushButton *>(u"saveConnectionButton"_s)->click();
    auto *error = dialog->findChild<NoticeLabel *>(u"privateKeyError"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!error->text().isEmpty(), 20'000);
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->findChild<QLineEdit *>(u"privateKeyEdit"_s)->text(), u"wrong"_s);
    QVERIFY(dialog->findChild<QPushButton *>(u"saveConnectionButton"_s)->isEnabled());
}

void IntegrationsDialogTest::G2_logShowsEvents_searchesAndCopies()
{
    open();
    QVERIFY(m_profile->sync(m_id));
    LogDialog dialog(m_profile->application(), m_profile->integration(m_id));
    dialog.show();
    auto *table = dialog.findChild<QTableView *>(u"logTable"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    const int all = table->model()->rowCount();

    auto *search = dialog.findChild<QLineEdit *>(u"logSearchEdit"_s);
    QTest::keyClicks(search, u"nothing has this text"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QVERIFY(dialog.findChild<QLabel *>(u"logCountLabel"_s)->text().contains(u"Change the search"_s));
    QVERIFY(dialog.isVisible());
    search->clear();
    QTRY_COMPARE(table->model()->rowCount(), all);

    dialog.findChild<QCheckBox *>(u"failuresOnlyCheck"_s)->setChecked(true);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    dialog.findChild<QCheckBox *>(u"failuresOnlyCheck"_s)->setChecked(false);
    QTRY_COMPARE(table->model()->rowCount(), all);

    table->selectRow(0);
    dialog.findChild<QPushButton *>(u"logCopyButton"_s)->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QCOMPARE(copied.count(u'\n'), 0);
    QCOMPARE(copied.count(u'\t'), int(EventTableModel::ColumnCount) - 1);
}

void IntegrationsDialogTest::G2_logReadsOlderLinesOnDemand()
{
    open();
    for (const bool paused : {true, false, true, false, true})
        QVERIFY(PracticeProfile::await(m_profile->application().engine().setPaused(m_id, paused)));
    EventTableModel model(m_profile->application().reader());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy loaded(&model, &EventTableModel::loaded);
    model.setQuery({.integrationId = m_id, .limit = 2});
    // A view asks for more whenever it reaches the end; so does the tester.
    const auto askForMore = [&model] {
        if (model.canFetchMore({}))
            model.fetchMore({});
        return model.rowCount() >= 5;
    };
    QTRY_VERIFY(askForMore());
    QVERIFY(loaded.count() >= 3);
    for (int row = 1; row < model.rowCount(); ++row)
        QVERIFY(model.event(row).id < model.event(row - 1).id);
}

void IntegrationsDialogTest::fieldMapping_showsTheWholeMap()
{
    open();
    FieldMappingDialog dialog(m_profile->application(), m_profile->integration(m_id));
    const auto map = FieldMap::load(Platform::ConnectWise);
    QVERIFY(map);
    for (const AssetKind kind : allKinds) {
        auto *table = dialog.findChild<QTableView *>(kindName(kind) + u"MapTable"_s);
        QVERIFY(table);
        QCOMPARE(table->model()->rowCount(), int(map->kind(kind).fields.size()));
        for (int each = 0; each < table->model()->rowCount(); ++each)
            QVERIFY(!table->model()->index(each, 1).data().toString().isEmpty());
    }
}

QTEST_MAIN(IntegrationsDialogTest)
#include "tst_integrationsdialog.moc"
