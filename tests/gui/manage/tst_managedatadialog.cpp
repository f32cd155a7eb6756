// SPDX-License-Identifier: GPL-3.0-or-later
#include "../integrations/practiceprofile.h"
#include "practice/sampleworld.h"
#include "ui/integrations/deleterecordsdialog.h"
#include "ui/integrations/integrationsdialog.h"
#include "ui/integrations/jobbar.h"
#include "ui/integrations/linkedrecordsdialog.h"
#include "ui/integrations/linkedrecordsmodel.h"
#include "ui/integrations/linkgroupmodel.h"
#include "ui/integrations/managedatadialog.h"
#include "ui/widgets/messagebox.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000;

} // namespace

/** Manage Data as a person uses it: from Account > Integrations, on records of a practice PSA. */
class ManageDataTest final : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void noteOpened(const QUrl &url);

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void G1_fourSections_haveTheirCountsInTheTabs();
    void beforeTheFirstSync_itSaysWhatToDo_andFillsLive();
    void G1_pauseAndResume_keepTheLinks();
    void G1_disconnectAsks_andReconnectBringsBack();
    void G1_organizationsTakeTheirRecordsAlong();
    void whatRuns_canBeStopped();
    void closing_asksWhileSomethingRuns();
    void G1_deleteForGood_needsTheCountTyped_andWritesABackup();
    void G1_syncedItems_cannotBeDeleted();
    void view_listsTheRecords_andOpensOne();
    void view_dealsWithSingleRecords();
    void view_searchesAndSorts();
    void keys_enterViewsDeleteDeletes();
    void D2_decision_isMadeByAPerson();
    void D2_left_isShownOnDemand_andCanStillBeDecided();
    void sizeIsRemembered();

private:
    void open();
    [[nodiscard]] QTabWidget *tabs() const;
    [[nodiscard]] QTreeView *tree(const QString &section) const;
    [[nodiscard]] QPushButton *button(const QString &section, const QString &action) const;
    [[nodiscard]] QModelIndex find(const QString &section, const QString &title) const;
    void select(const QString &section, const QString &title);
    [[nodiscard]] qint64 count(const QString &section, const QString &title = {}) const;
    [[nodiscard]] QString result() const;
    void untickConfigurationType(const QString &name);
    [[nodiscard]] QString firstConfigurationType() const;
    [[nodiscard]] RecordId add(AssetKind kind, const FieldValues &fields);
    void makeDecision();

    std::unique_ptr<PracticeProfile> m_profile;
    std::unique_ptr<IntegrationsDialog> m_integrations;
    ManageDataDialog *m_dialog = nullptr;
    IntegrationId m_id = 0;
    QList<RecordId> m_twins;
    QUrl m_opened;
};

void ManageDataTest::noteOpened(const QUrl &url)
{
    m_opened = url;
}

void ManageDataTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void ManageDataTest::init()
{
    m_profile = std::make_unique<PracticeProfile>();
    m_id = m_profile->startConnected();
    QVERIFY(m_id != 0);
    m_opened.clear();
}

void ManageDataTest::cleanup()
{
    m_integrations.reset();
    m_profile.reset();
}

void ManageDataTest::open()
{
    m_integrations = std::make_unique<IntegrationsDialog>(m_profile->application());
    m_integrations->show();
    auto *entry = m_integrations->findChild<QAction *>(u"manageDataAction"_s);
    QVERIFY(entry);
    entry->trigger();
    m_dialog = m_integrations->findChild<ManageDataDialog *>(u"manageDataDialog"_s);
    QVERIFY(m_dialog);
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

QTabWidget *ManageDataTest::tabs() const
{
    return m_dialog->findChild<QTabWidget *>(u"manageDataTabs"_s);
}

QTreeView *ManageDataTest::tree(const QString &section) const
{
    return m_dialog->findChild<QTreeView *>(section + u"Tree"_s);
}

QPushButton *ManageDataTest::button(const QString &section, const QString &action) const
{
    return m_dialog->findChild<QWidget *>(section + u"Page"_s)
        ->findChild<QPushButton *>(action + u"ActionButton"_s);
}

QModelIndex ManageDataTest::find(const QString &section, const QString &title) const
{
    const auto *model = static_cast<LinkGroupModel *>(tree(section)->model());
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex kind = model->index(row, 0);
        if (model->title(kind) == title)
            return kind;
        for (int line = 0; line < model->rowCount(kind); ++line) {
            if (model->title(model->index(line, 0, kind)) == title)
                return model->index(line, 0, kind);
        }
    }
    return {};
}

void ManageDataTest::select(const QString &section, const QString &title)
{
    tabs()->setCurrentWidget(m_dialog->findChild<QWidget *>(section + u"Page"_s));
    QTRY_VERIFY_WITH_TIMEOUT(find(section, title).isValid(), patience);
    tree(section)->setCurrentIndex(find(section, title));
}

/** How many records a line has; without a title, all of the section. */
qint64 ManageDataTest::count(const QString &section, const QString &title) const
{
    const auto *model = static_cast<LinkGroupModel *>(tree(section)->model());
    if (title.isEmpty())
        return model->recordCount();
    const QModelIndex index = find(section, title);
    return index.isValid() ? model->group(index).count : 0;
}

QString ManageDataTest::result() const
{
    return m_dialog->findChild<JobBar *>()->resultText();
}

QString ManageDataTest::firstConfigurationType() const
{
    const auto *model = tree(u"synced"_s)->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex kind = model->index(row, 0);
        if (kind.data().toString() == "Configurations"_L1)
            return model->index(0, 0, kind).data().toString();
    }
    return {};
}

void ManageDataTest::untickConfigurationType(const QString &name)
{
    const auto options = PracticeProfile::await(m_profile->application().reader().remoteOptions(m_id));
    QVERIFY(options && *options);
    SettingsChange change{.settings = m_profile->integration(m_id).settings};
    for (const StoredOption &option : **options) {
        if (option.list == OptionList::ConfigurationType && option.isSyncing && option.name != name)
            change.enabled[OptionList::ConfigurationType] += option.remoteId;
    }
    const auto applied =
        PracticeProfile::await(m_profile->application().engine().applySettings(m_id, change));
    QVERIFY(applied && *applied);
}

RecordId ManageDataTest::add(AssetKind kind, const FieldValues &fields)
{
    const auto saved = PracticeProfile::await(m_profile->application().engine().save(
        {.kind = kind, .changes = fields, .source = RecordSource::Csv, .person = u"Ann"_s}));
    return saved && *saved ? (*saved)->id : 0;
}

/** Two organizations here have the name of one in the PSA, so the sync asks. */
void ManageDataTest::makeDecision()
{
    const QString name = SampleWorld(1).organization(0).name;
    m_twins = {add(AssetKind::Organization, {{u"name"_s, name}}),
               add(AssetKind::Organization, {{u"name"_s, name}})};
    QVERIFY(m_twins.at(0) != 0 && m_twins.at(1) != 0);
    QVERIFY(m_profile->sync(m_id));
}

void ManageDataTest::G1_fourSections_haveTheirCountsInTheTabs()
{
    QVERIFY(m_profile->sync(m_id));
    open();
    QTRY_COMPARE_WITH_TIMEOUT(tabs()->tabText(0), u"&Synced items (41)"_s, patience);
    QCOMPARE(tabs()->tabText(1), u"&Orphaned (0)"_s);
    QCOMPARE(tabs()->tabText(2), u"D&isconnected (0)"_s);
    QCOMPARE(tabs()->tabText(3), u"&Needs a decision (0)"_s);
    QCOMPARE(count(u"synced"_s, u"Configurations"_s), 20);
    QCOMPARE(count(u"synced"_s, u"Organizations"_s), 5);
    // The empty ones say why they are.
    QVERIFY(m_dialog->findChild<QWidget *>(u"orphanedEmpty"_s)
                ->isVisibleTo(m_dialog->findChild<QWidget *>(u"orphanedPage"_s)));
    QVERIFY(m_dialog->findChild<QWidget *>(u"decisionsEmpty"_s)
                ->isVisibleTo(m_dialog->findChild<QWidget *>(u"decisionsPage"_s)));
    // Nothing is selected, so nothing can be done to it.
    for (const QString &name : {u"viewLinks"_s, u"pauseLinks"_s, u"resumeLinks"_s, u"disconnectLinks"_s})
        QVERIFY2(!button(u"synced"_s, name)->isEnabled(), qPrintable(name));
}

void ManageDataTest::beforeTheFirstSync_itSaysWhatToDo_andFillsLive()
{
    open();
    auto *empty = m_dialog->findChild<QWidget *>(u"syncedEmpty"_s);
    QTRY_VERIFY(empty->isVisible());
    empty->findChild<QPushButton *>(u"startSyncActionButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(tabs()->tabText(0), u"&Synced items (41)"_s, patience);
    QVERIFY(tree(u"synced"_s)->isVisible());
}

void ManageDataTest::G1_pauseAndResume_keepTheLinks()
{
    QVERIFY(m_profile->sync(m_id));
    open();
    select(u"synced"_s, u"Contacts"_s);
    QVERIFY(!button(u"synced"_s, u"resumeLinks"_s)->isEnabled());
    button(u"synced"_s, u"pauseLinks"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(result().startsWith(u"The sync of 10 record"_s), patience);
    const auto paused = [this] {
        return find(u"synced"_s, u"Contacts"_s)
            .siblingAtColumn(LinkGroupModel::ActiveColumn)
            .data()
            .toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(paused(), u"Paused"_s, patience);
    QCOMPARE(count(u"synced"_s), 41);
    QVERIFY(!button(u"synced"_s, u"pauseLinks"_s)->isEnabled());
    // The line that was chosen still is.
    QVERIFY(tree(u"synced"_s)->selectionModel()->isSelected(find(u"synced"_s, u"Contacts"_s)));
    button(u"synced"_s, u"resumeLinks"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(result().startsWith(u"10 record"_s) && result().endsWith(u"sync again."_s),
                             patience);
    QTRY_COMPARE_WITH_TIMEOUT(paused(), u"Yes"_s, patience);
}

void ManageDataTest::G1_disconnectAsks_andReconnectBringsBack()
{
    QVERIFY(m_profile->sync(m_id));
    open();
    select(u"synced"_s, u"Contacts"_s);
    MessageBox::setNextAnswer(false);
    button(u"synced"_s, u"disconnectLinks"_s)->click();
    QVERIFY(MessageBox::lastText().startsWith(u"Disconnect 10 record"_s));
    QVERIFY(MessageBox::lastText().endsWith(u"from Main?"_s));
    QVERIFY(result().isEmpty());

    MessageBox::setNextAnswer(true);
    button(u"synced"_s, u"disconnectLinks"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(tabs()->tabText(2), u"D&isconnected (10)"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(tabs()->tabText(0), u"&Synced items (31)"_s, patience);
    QVERIFY(result().startsWith(u"10 record"_s));

    select(u"disconnected"_s, u"Contacts"_s);
    button(u"disconnected"_s, u"reconnectLinks"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(tabs()->tabText(2), u"D&isconnected (0)"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(tabs()->tabText(0), u"&Synced items (41)"_s, patience);
}

void ManageDataTest::G1_organizationsTakeTheirRecordsAlong()
{
    QVERIFY(m_profile->sync(m_id));
    open();
    select(u"synced"_s, u"Organizations"_s);
    MessageBox::setNextAnswer(true);
    button(u"synced"_s, u"disconnectLinks"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(tabs()->tabText(2), u"D&isconnected (41)"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(tabs()->tabText(0), u"&Synced items (0)"_s, patience);
}

void ManageDataTest::whatRuns_canBeStopped()
{
    QVERIFY(m_profile->sync(m_id));
    open();
    QTRY_VERIFY_WITH_TIMEOUT(count(u"synced"_s) == 41, patience);
    tree(u"synced"_s)->selectAll();
    button(u"synced"_s, u"pauseLinks"_s)->click();
    auto *stop = m_dialog->findChild<QPushButton *>(u"jobStopButton"_s);
    QVERIFY(stop->isVisible());
    QVERIFY2(!button(u"synced"_s, u"pauseLinks"_s)->isEnabled(), "two things at once");
    stop->click();
    QTRY_VERIFY_WITH_TIMEOUT(result().startsWith(u"Stopped."_s), patience);
    QVERIFY(!stop->isVisible());
    QTRY_VERIFY(button(u"synced"_s, u"pauseLinks"_s)->isEnabled()); // the rest is as it was
}

void ManageDataTest::closing_asksWhileSomethingRuns()
{
    QVERIFY(m_profile->sync(m_id));
    open();
    QTRY_VERIFY_WITH_TIMEOUT(count(u"synced"_s) == 41, patience);
    tree(u"synced"_s)->selectAll();
    button(u"synced"_s, u"pauseLinks"_s)->click();
    MessageBox::setNextAnswer(false);
    m_dialog->reject();
    QVERIFY(MessageBox::lastText().startsWith(u"Stop what is running"_s));
    QVERIFY(m_dialog->isVisible());
    MessageBox::setNextAnswer(true);
    m_dialog->reject();
    QVERIFY(!m_dialog->isVisible());
}

void ManageDataTest::G1_deleteForGood_needsTheCountTyped_andWritesABackup()
{
    QVERIFY(m_profile->sync(m_id));
    open();
    QTRY_VERIFY_WITH_TIMEOUT(count(u"synced"_s) == 41, patience);
    const QString type = firstConfigurationType();
    untickConfigurationType(type);
    QVERIFY(m_profile->sync(m_id));
    QTRY_VERIFY_WITH_TIMEOUT(count(u"orphaned"_s) > 0, patience);
    const qint64 orphans = count(u"orphaned"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(u"synced"_s), 41 - orphans, patience);
    select(u"orphaned"_s, u"Configurations"_s);
    QCOMPARE(find(u"orphaned"_s, u"Configurations"_s)
                 .siblingAtColumn(LinkGroupModel::ActiveColumn)
                 .data()
                 .toString(),
             u"No"_s);

    button(u"orphaned"_s, u"deleteLinks"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->findChild<DeleteRecordsDialog *>(), patience);
    auto *question = m_dialog->findChild<DeleteRecordsDialog *>();
    QVERIFY(question->isVisible());
    const QString folder = QDir(m_profile->folder()).filePath(u"backups"_s);
    QVERIFY(question->findChild<QLabel *>(u"deletionBackup"_s)
                ->text()
                .contains(QDir::toNativeSeparators(folder)));
    QVERIFY(question->findChild<QLabel *>(u"deletionHeading"_s)->text().contains(QString::number(orphans)));
    auto *confirm = question->findChild<QPushButton *>(u"deleteForGoodButton"_s);
    auto *typed = question->findChild<QLineEdit *>(u"typedCountEdit"_s);
    QVERIFY(!confirm->isEnabled());
    QTest::keyClicks(typed, QString::number(orphans + 1));
    QVERIFY(!confirm->isEnabled());
    QTest::keyClick(typed, Qt::Key_Return);
    QVERIFY2(!QDir(folder).exists(), "Enter went past the count");
    QVERIFY(question->isVisible());
    typed->clear();
    QTest::keyClicks(typed, QString::number(orphans));
    QVERIFY(confirm->isEnabled());
    confirm->click();

    QTRY_VERIFY_WITH_TIMEOUT(result().startsWith(u"%1 record"_s.arg(orphans)), patience);
    const QStringList files = QDir(folder).entryList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QVERIFY(result().contains(files.constFirst()));
    QFile backup(QDir(folder).filePath(files.constFirst()));
    QVERIFY(backup.open(QIODevice::ReadOnly));
    qint64 lines = 0;
    while (!backup.atEnd()) {
        const QByteArray line = backup.readLine();
        const QJsonObject record = QJsonDocument::fromJson(line).object();
        QVERIFY2(line.contains(type.toUtf8()), line.constData());
        QVERIFY(!record.isEmpty());
        ++lines;
    }
    QCOMPARE(lines, orphans);
    QTRY_COMPARE_WITH_TIMEOUT(count(u"orphaned"_s), 0, patience);
    const auto left =
        PracticeProfile::await(m_profile->application().reader().ids({.kind = AssetKind::Configuration}, 1));
    QVERIFY(left && *left);
    QCOMPARE((*left)->size(), 20 - orphans);

    QDesktopServices::setUrlHandler(u"file"_s, this, "noteOpened");
    m_dialog->findChild<QPushButton *>(u"openFolderButton"_s)->click();
    QDesktopServices::unsetUrlHandler(u"file"_s);
    QCOMPARE(m_opened.toLocalFile(), QFileInfo(folder).absoluteFilePath());
}

void ManageDataTest::G1_syncedItems_cannotBeDeleted()
{
    QVERIFY(m_profile->sync(m_id));
    open();
    select(u"synced"_s, u"Contacts"_s);
    QVERIFY(!button(u"synced"_s, u"deleteLinks"_s));
    QTest::keyClick(tree(u"synced"_s), Qt::Key_Delete);
    QVERIFY(!m_dialog->findChild<DeleteRecordsDialog *>());
}

void ManageDataTest::view_listsTheRecords_andOpensOne()
{
    QVERIFY(m_profile->sync(m_id));
    open();
    select(u"synced"_s, u"Contacts"_s);
    QSignalSpy activated(m_integrations.get(), &IntegrationsDialog::recordActivated);
    button(u"synced"_s, u"viewLinks"_s)->click();
    auto *view = m_dialog->findChild<LinkedRecordsDialog *>(u"linkedRecordsDialog"_s);
    QVERIFY(view);
    auto *table = view->findChild<QTableView *>(u"linkedRecordsTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 10, patience);
    const QAbstractItemModelTester tester(table->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QTRY_VERIFY(view->findChild<QLabel *>(u"linkedRecordsCount"_s)->text().startsWith(u"10 record"_s));
    const auto *model = static_cast<LinkedRecordsModel *>(table->model());
    QTRY_VERIFY_WITH_TIMEOUT(model->loadedRow(3), patience);
    table->setCurrentIndex(model->index(3, 0));
    const RecordId wanted = model->idAt(3);
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_COMPARE(activated.count(), 1);
    QCOMPARE(activated.constFirst().constFirst().toLongLong(), wanted);
    QVERIFY(!m_integrations->isVisible());
    QTRY_VERIFY(!m_integrations->findChild<ManageDataDialog *>());
}

void ManageDataTest::view_dealsWithSingleRecords()
{
    QVERIFY(m_profile->sync(m_id));
    open();
    select(u"synced"_s, u"Configurations"_s);
    button(u"synced"_s, u"viewLinks"_s)->click();
    auto *view = m_dialog->findChild<LinkedRecordsDialog *>(u"linkedRecordsDialog"_s);
    auto *table = view->findChild<QTableView *>(u"linkedRecordsTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 20, patience);
    table->setCurrentIndex(table->model()->index(2, 0));
    table->selectionModel()->select(table->model()->index(4, 0),
                                    QItemSelectionModel::Select | QItemSelectionModel::Rows);
    MessageBox::setNextAnswer(true);
    view->findChild<QPushButton *>(u"disconnectLinksActionButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 18, patience);
    QTRY_COMPARE_WITH_TIMEOUT(tabs()->tabText(2), u"D&isconnected (2)"_s, patience);
    view->reject();
    QTRY_VERIFY(!m_dialog->findChild<LinkedRecordsDialog *>());
}

void ManageDataTest::view_searchesAndSorts()
{
    QVERIFY(m_profile->sync(m_id));
    open();
    select(u"synced"_s, u"Configurations"_s);
    tree(u"synced"_s)
        ->selectionModel()
        ->select(find(u"synced"_s, u"Organizations"_s),
                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
    button(u"synced"_s, u"viewLinks"_s)->click();
    auto *view = m_dialog->findChild<LinkedRecordsDialog *>(u"linkedRecordsDialog"_s);
    auto *table = view->findChild<QTableView *>(u"linkedRecordsTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 25, patience);
    QVERIFY(!table->isColumnHidden(LinkedRecordsModel::KindColumn));
    const auto *model = static_cast<LinkedRecordsModel *>(table->model());
    QTRY_VERIFY_WITH_TIMEOUT(model->loadedRow(0) && model->loadedRow(24), patience);
    const RecordId first = model->idAt(0);
    table->sortByColumn(LinkedRecordsModel::NameColumn, Qt::DescendingOrder);
    QTRY_COMPARE_WITH_TIMEOUT(model->idAt(24), first, patience);

    const QString name = model->loadedRow(0)->name;
    QTest::keyClicks(view->findChild<QLineEdit *>(u"linkedRecordsSearchEdit"_s), name);
    QTRY_VERIFY_WITH_TIMEOUT(model->rowCount() < 25 && model->rowCount() > 0, patience);
    QTRY_VERIFY(
        view->findChild<QLabel *>(u"linkedRecordsCount"_s)->text().endsWith(u"of 25 records match"_s));
    QTest::keyClicks(view->findChild<QLineEdit *>(u"linkedRecordsSearchEdit"_s), u" nosuchword"_s);
    QTRY_VERIFY_WITH_TIMEOUT(view->findChild<QWidget *>(u"linkedRecordsEmpty"_s)->isVisible(), patience);
}

void ManageDataTest::keys_enterViewsDeleteDeletes()
{
    QVERIFY(m_profile->sync(m_id));
    open();
    select(u"synced"_s, u"Locations"_s);
    QTest::keyClick(tree(u"synced"_s), Qt::Key_Return);
    QTRY_VERIFY(m_dialog->findChild<LinkedRecordsDialog *>());
    m_dialog->findChild<LinkedRecordsDialog *>()->reject();
    QTRY_VERIFY(!m_dialog->findChild<LinkedRecordsDialog *>());
    MessageBox::setNextAnswer(true);
    button(u"synced"_s, u"disconnectLinks"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(count(u"disconnected"_s), 6, patience);
    select(u"disconnected"_s, u"Locations"_s);
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    tree(u"disconnected"_s)->setFocus();
    QTest::keyClick(tree(u"disconnected"_s), Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->findChild<DeleteRecordsDialog *>(), patience);
    m_dialog->findChild<DeleteRecordsDialog *>()->reject();
    QCOMPARE(count(u"disconnected"_s), 6);
    QVERIFY(tree(u"disconnected"_s)->actions().size() >= 3); // the context menu
}

void ManageDataTest::D2_decision_isMadeByAPerson()
{
    makeDecision();
    m_integrations = std::make_unique<IntegrationsDialog>(m_profile->application());
    m_integrations->show();
    auto *link = m_integrations->findChild<QLabel *>(u"decisionsLink"_s);
    QTRY_VERIFY_WITH_TIMEOUT(link->isVisible(), patience);
    QVERIFY(link->text().contains(u"1 need"_s));
    Q_EMIT link->linkActivated(u"decisions"_s);
    m_dialog = m_integrations->findChild<ManageDataDialog *>(u"manageDataDialog"_s);
    QVERIFY(m_dialog);
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    QCOMPARE(tabs()->currentWidget()->objectName(), u"decisionsPage"_s);
    QTRY_COMPARE_WITH_TIMEOUT(tabs()->tabText(3), u"&Needs a decision (1)"_s, patience);
    QTRY_VERIFY(m_dialog->findChild<QRadioButton *>(u"candidateRadio1"_s));

    auto *apply = m_dialog->findChild<QPushButton *>(u"applyDecisionButton"_s);
    QVERIFY(!apply->isEnabled());
    auto *radio = m_dialog->findChild<QRadioButton *>(u"candidateRadio1"_s);
    radio->click();
    QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(tabs()->tabText(3), u"&Needs a decision (0)"_s, patience);
    QVERIFY(m_dialog->findChild<QWidget *>(u"decisionsEmpty"_s)->isVisible());
    int linked = 0;
    for (const RecordId id : std::as_const(m_twins)) {
        const auto view = PracticeProfile::await(m_profile->application().reader().record(id));
        QVERIFY(view && *view);
        linked += std::ranges::any_of((*view)->sync,
                                      [](const RecordView::Sync &sync) { return sync.link.isLinked(); });
    }
    QCOMPARE(linked, 1);
}

void ManageDataTest::D2_left_isShownOnDemand_andCanStillBeDecided()
{
    makeDecision();
    open();
    tabs()->setCurrentIndex(3);
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->findChild<QRadioButton *>(u"leaveRadio"_s), patience);
    m_dialog->findChild<QRadioButton *>(u"leaveRadio"_s)->click();
    m_dialog->findChild<QPushButton *>(u"applyDecisionButton"_s)->click();
    auto *list = m_dialog->findChild<QTreeView *>(u"decisionList"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 0, patience);
    m_dialog->findChild<QCheckBox *>(u"showLeftCheck"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, patience);
    QVERIFY(list->model()->index(0, 0).data().toString().endsWith(u"(left)"_s));
    QCOMPARE(tabs()->tabText(3), u"&Needs a decision (0)"_s);
    QTRY_VERIFY(m_dialog->findChild<QRadioButton *>(u"createRadio"_s));
    m_dialog->findChild<QRadioButton *>(u"createRadio"_s)->click();
    m_dialog->findChild<QPushButton *>(u"applyDecisionButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 0, patience);
    // The twins stay as they were, and the PSA's came in besides.
    const auto ids =
        PracticeProfile::await(m_profile->application().reader().ids({.kind = AssetKind::Organization}, 1));
    QVERIFY(ids && *ids);
    QCOMPARE((*ids)->size(), 7);
}

void ManageDataTest::sizeIsRemembered()
{
    open();
    m_dialog->resize(1000, 640);
    m_dialog->reject();
    QTRY_VERIFY(!m_integrations->findChild<ManageDataDialog *>());
    m_integrations->findChild<QAction *>(u"manageDataAction"_s)->trigger();
    m_dialog = m_integrations->findChild<ManageDataDialog *>(u"manageDataDialog"_s);
    QCOMPARE(m_dialog->size(), QSize(1000, 640));
}

QTEST_MAIN(ManageDataTest)
#include "tst_managedatadialog.moc"
