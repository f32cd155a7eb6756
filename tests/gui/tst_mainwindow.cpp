// SPDX-License-Identifier: GPL-3.0-or-later
#include "guiprofile.h"
#include "store/integrationstore.h"
#include "store/linkstore.h"
#include "ui/mainwindow.h"
#include "ui/models/recordtablemodel.h"
#include "ui/records/recordlist.h"
#include "ui/records/recordpane.h"
#include "ui/sidebar.h"
#include "ui/widgets/messagebox.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class tst_MainWindow final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void emptyProfile_saysWhatToDo();
    void manyRecords_areEditedOneAfterAnother();
    void search_isFlushedByEnter();
    void delete_asksFirst();
    void newRecord_takesTheOrganizationOfTheSidebar();
    void place_isRememberedOverARestart();
    void filterByState_saysWhenNothingMatches();
    void practicePsa_isConnectedByOneButton();
    void manyNewRecords_leaveTheRowInHandWhereItIs();
    void rebuiltSidebar_keepsSearchAndPlace();
    void D1_subOrganizations_openBelowTheirParents();
    void waiting_meansTheSameEverywhere();
    void C5_heldView_tellsWhyNotForEveryRecord();
    void menus_haveNoKeyTwice();

private:
    void open();
    template<typename T>
    T *child(const QString &name) const;

    std::unique_ptr<GuiProfile> m_profile;
    std::unique_ptr<MainWindow> m_window;
};

void tst_MainWindow::init()
{
    m_profile = std::make_unique<GuiProfile>();
}

void tst_MainWindow::cleanup()
{
    m_window.reset();
    m_profile.reset();
}

void tst_MainWindow::open()
{
    m_window = std::make_unique<MainWindow>(m_profile->application());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(m_window->isSettled());
}

template<typename T>
T *tst_MainWindow::child(const QString &name) const
{
    T *found = m_window->findChild<T *>(name);
    if (!found)
        qFatal("no widget %s", qPrintable(name));
    return found;
}

void tst_MainWindow::emptyProfile_saysWhatToDo()
{
    open();
    QVERIFY(child<QPushButton>(u"newIntegrationActionButton"_s)->isVisible());
    QVERIFY(child<QPushButton>(u"tryPracticeActionButton"_s)->isVisible());
}

void tst_MainWindow::manyRecords_areEditedOneAfterAnother()
{
    const QList<RecordId> ids = m_profile->addConfigurations(5);
    open();
    m_window->goTo(u"kind/configuration"_s);
    QTRY_VERIFY(m_window->isSettled());
    auto *table = child<QTableView>(u"recordTable"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
    m_window->recordList()->select(ids.at(0));
    QTRY_VERIFY(m_window->isSettled());
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(m_window->recordPane()->focusedField(), u"name"_s);

    auto *serial = child<QLineEdit>(u"serialNumberEdit"_s);
    serial->setFocus();
    serial->selectAll();
    for (int i = 0; i < 3; ++i) {
        QTRY_COMPARE(m_window->recordPane()->view().record.id, ids.at(i));
        QTRY_COMPARE(m_window->recordPane()->focusedField(), u"serial_number"_s);
        serial->selectAll();
        QTest::keyClicks(serial, u"S-%1"_s.arg(i));
        QTest::keyClick(serial, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(m_profile->get(ids.at(i)).fields.value(u"serial_number"_s).toString(), u"S-%1"_s.arg(i));
        QTest::keyClick(serial, Qt::Key_Down, Qt::AltModifier);
    }
    QTRY_COMPARE(m_window->recordPane()->view().record.id, ids.at(3));
    QTRY_VERIFY(m_window->isSettled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), table);
}

void tst_MainWindow::search_isFlushedByEnter()
{
    m_profile->addConfigurations(50);
    open();
    auto *search = child<QLineEdit>(u"searchEdit"_s);
    search->setFocus();
    QTest::keyClicks(search, u"PC-00033"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(m_window->recordList()->model()->query().search, u"PC-00033"_s);
    QTRY_COMPARE(m_window->recordList()->model()->rowCount(), 1);
    child<QAction>(u"clearSearchAction"_s)->trigger();
    QTRY_COMPARE(m_window->recordList()->model()->rowCount(), 51);
}

void tst_MainWindow::delete_asksFirst()
{
    const QList<RecordId> ids = m_profile->addConfigurations(3);
    open();
    m_window->goTo(u"kind/configuration"_s);
    QTRY_VERIFY(m_window->isSettled());
    m_window->openRecord(ids.at(1));
    QTRY_VERIFY(m_window->isSettled());
    MessageBox::setNextAnswer(false);
    child<QAction>(u"deleteRecordAction"_s)->trigger();
    QVERIFY(MessageBox::lastText().contains(u"PC-00001"_s));
    QTRY_VERIFY(m_window->isSettled());
    QCOMPARE(m_window->recordList()->model()->rowCount(), 3);
    MessageBox::setNextAnswer(true);
    child<QAction>(u"deleteRecordAction"_s)->trigger();
    QTRY_COMPARE(m_window->recordList()->model()->rowCount(), 2);
    QCOMPARE(m_window->recordPane()->recordId(), 0);
}

void tst_MainWindow::newRecord_takesTheOrganizationOfTheSidebar()
{
    const QList<RecordId> ids = m_profile->addConfigurations(1);
    const RecordId acme = m_profile->get(ids.at(0)).fields.value(u"organization"_s).toInteger();
    open();
    m_window->goTo(u"organization/%1/contact"_s.arg(acme));
    QTRY_VERIFY(m_window->isSettled());
    child<QAction>(u"newContactAction"_s)->trigger();
    QTRY_COMPARE(m_window->recordPane()->focusedField(), u"first_name"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"Ann"_s);
    child<QAction>(u"saveRecordAction"_s)->trigger();
    QTRY_COMPARE(m_window->recordList()->model()->rowCount(), 1);
    QTRY_VERIFY(m_window->recordPane()->recordId() > 0);
    QCOMPARE(m_profile->get(m_window->recordPane()->recordId()).fields.value(u"organization"_s).toInteger(),
             acme);
    QTRY_COMPARE(m_window->recordList()->currentId(), m_window->recordPane()->recordId());
}

void tst_MainWindow::place_isRememberedOverARestart()
{
    const QList<RecordId> ids = m_profile->addConfigurations(4);
    open();
    m_window->goTo(u"kind/configuration"_s);
    QTRY_VERIFY(m_window->isSettled());
    m_window->openRecord(ids.at(2));
    QTRY_VERIFY(m_window->isSettled());
    m_window->close();
    m_window.reset();
    open();
    QTRY_COMPARE(m_window->recordList()->model()->query().kind, AssetKind::Configuration);
    QTRY_COMPARE(m_window->recordPane()->view().record.id, ids.at(2));
    QTRY_COMPARE(m_window->recordList()->currentId(), ids.at(2));
}

void tst_MainWindow::filterByState_saysWhenNothingMatches()
{
    m_profile->addConfigurations(2);
    open();
    m_window->goTo(u"view/error"_s);
    QTRY_VERIFY(m_window->isSettled());
    QVERIFY(child<QWidget>(u"emptyList"_s)->isVisible());
    QCOMPARE(m_window->recordList()->model()->rowCount(), 0);
}

void tst_MainWindow::practicePsa_isConnectedByOneButton()
{
    open();
    QTest::mouseClick(child<QPushButton>(u"tryPracticeActionButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_profile->application().integrations().size(), 1, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->recordList()->model()->rowCount() > 500, 30'000);
    QTRY_VERIFY(m_profile->application().integrations().constFirst().integration.settings.twoWay);
    QVERIFY(child<QToolButton>(u"integrationButton"_s)->text().startsWith(u"Practice ConnectWise"_s));
}

void tst_MainWindow::manyNewRecords_leaveTheRowInHandWhereItIs()
{
    const QList<RecordId> ids = m_profile->addConfigurations(3000);
    open();
    m_window->goTo(u"kind/configuration"_s);
    QTRY_VERIFY(m_window->isSettled());
    auto *table = child<QTableView>(u"recordTable"_s);
    m_window->recordList()->select(ids.at(1500));
    QTRY_VERIFY(m_window->isSettled());
    const QRect before = table->visualRect(table->currentIndex());
    QVERIFY(table->viewport()->rect().contains(before));
    QSignalSpy reset(m_window->recordList()->model(), &QAbstractItemModel::modelReset);

    // As many again, each beside its namesake, so that nothing stays in its row.
    m_profile->addConfigurations(3000);
    m_window->recordList()->model()->takeSetChange();
    QTRY_COMPARE(m_window->recordList()->model()->rowCount(), 6000);
    QTRY_VERIFY(m_window->isSettled());
    QCOMPARE(m_window->recordList()->currentId(), ids.at(1500));
    QVERIFY(table->currentIndex().row() > 2900);
    QCOMPARE(table->visualRect(table->currentIndex()), before);
    QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(m_window->recordPane()->view().record.id, ids.at(1500));

    // And gone again.
    for (int i = 0; i < 1400; i += 7)
        m_profile->remove(ids.at(i));
    m_window->recordList()->model()->takeSetChange();
    QTRY_COMPARE(m_window->recordList()->model()->rowCount(), 5800);
    QCOMPARE(m_window->recordList()->currentId(), ids.at(1500));
    QCOMPARE(table->visualRect(table->currentIndex()), before);
    QCOMPARE(reset.size(), 0);
}

void tst_MainWindow::rebuiltSidebar_keepsSearchAndPlace()
{
    m_profile->addConfigurations(3);
    open();
    m_window->goTo(u"kind/configuration"_s);
    QTRY_VERIFY(m_window->isSettled());
    auto *search = child<QLineEdit>(u"searchEdit"_s);
    search->setFocus();
    QTest::keyClicks(search, u"PC-00002"_s);
    // A sync brings an organization while the person types.
    m_profile->add(AssetKind::Organization, {{u"name"_s, u"Aardvark Ltd"_s}});
    child<Sidebar>(u"sidebar"_s)->ask();
    QTRY_VERIFY(m_window->isSettled());
    QCOMPARE(search->text(), u"PC-00002"_s);
    QCOMPARE(m_window->recordList()->model()->rowCount(), 1);
    auto *sidebar = child<QTreeView>(u"sidebar"_s);
    QCOMPARE(sidebar->currentIndex().data(SidebarModel::KeyRole).toString(), u"kind/configuration"_s);
    // A click on where one is leads back from the search.
    QTest::mouseClick(sidebar->viewport(), Qt::LeftButton, {},
                      sidebar->visualRect(sidebar->currentIndex()).center());
    QTRY_COMPARE(m_window->recordList()->model()->rowCount(), 3);
    QVERIFY(search->text().isEmpty());
}

void tst_MainWindow::D1_subOrganizations_openBelowTheirParents()
{
    const RecordId group = m_profile->add(AssetKind::Organization, {{u"name"_s, u"Group"_s}});
    const RecordId branch =
        m_profile->add(AssetKind::Organization, {{u"name"_s, u"Branch"_s}, {u"parent"_s, group}});
    const RecordId office =
        m_profile->add(AssetKind::Organization, {{u"name"_s, u"Office"_s}, {u"parent"_s, branch}});
    // Each the other's parent, as only a PSA could have it.
    const RecordId hen = m_profile->add(AssetKind::Organization, {{u"name"_s, u"Hen"_s}});
    const RecordId egg = m_profile->add(AssetKind::Organization, {{u"name"_s, u"Egg"_s}, {u"parent"_s, hen}});
    m_profile->update(hen, AssetKind::Organization, {{u"parent"_s, egg}});
    open();
    auto *sidebar = child<QTreeView>(u"sidebar"_s);
    const QAbstractItemModelTester tester(sidebar->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_window->goTo(u"organization/%1"_s.arg(office));
    QTRY_VERIFY(m_window->isSettled());
    QStringList path;
    for (QModelIndex index = sidebar->currentIndex(); index.isValid(); index = index.parent())
        path.prepend(index.data().toString());
    QCOMPARE(path, QStringList({u"Organizations"_s, u"Group"_s, u"Branch"_s, u"Office"_s}));
    QVERIFY(sidebar->isExpanded(sidebar->currentIndex().parent()));
    m_window->goTo(u"organization/%1"_s.arg(egg));
    QTRY_COMPARE(child<QLabel>(u"listTitle"_s)->text(), u"Egg"_s);
}

void tst_MainWindow::waiting_meansTheSameEverywhere()
{
    const QList<RecordId> ids = m_profile->addConfigurations(6);
    Transaction transaction(m_profile->database());
    QVERIFY(transaction.begun());
    IntegrationStore integrations(m_profile->database());
    LinkStore links(m_profile->database());
    // A record that waits for two PSAs, once with a retry, is still one record.
    QList<IntegrationId> psas;
    for (const QString &name : {u"Main"_s, u"Second"_s})
        psas.append(integrations.insert({.name = name, .url = u"https://example.com"_s}).value_or(0));
    const QList<std::pair<SyncState, SyncState>> states{
        {SyncState::Pending, SyncState::Retrying}, {SyncState::Retrying, SyncState::Synced},
        {SyncState::Synced, SyncState::Checking},  {SyncState::Pushing, SyncState::Error},
        {SyncState::Held, SyncState::Synced},      {SyncState::Synced, SyncState::Synced}};
    for (int i = 0; i < states.size(); ++i) {
        const auto [first, second] = states.at(i);
        QVERIFY(links.insert({.integrationId = psas.at(0),
                              .recordId = ids.at(i),
                              .kind = AssetKind::Configuration,
                              .state = first}));
        QVERIFY(links.insert({.integrationId = psas.at(1),
                              .recordId = ids.at(i),
                              .kind = AssetKind::Configuration,
                              .state = second}));
    }
    QVERIFY(transaction.commit());
    open();
    const QAbstractItemModel *sidebar = child<QTreeView>(u"sidebar"_s)->model();
    const QModelIndexList found =
        sidebar->match(sidebar->index(0, 0), SidebarModel::KeyRole, u"view/pending"_s, 1, Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().data(SidebarModel::CountRole).toLongLong(), 4);
    QVERIFY(child<QLabel>(u"statusText"_s)->text().contains(u'4'));
    QTRY_VERIFY(child<QLabel>(u"listFooter"_s)->text().contains(u"4 waiting"_s));
    m_window->goTo(u"view/pending"_s);
    QTRY_COMPARE(m_window->recordList()->model()->rowCount(), 4);
    // Its badge's tool tip is the sentence of the state.
    QTRY_VERIFY(m_window->isSettled());
    const int column = m_window->recordList()->model()->columnOf(u"state"_s);
    const QString tip = m_window->recordList()->model()->index(0, column).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"Waiting to be pushed to ConnectWise."_s), qPrintable(tip));
    QVERIFY2(tip.contains(u"Will retry"_s), qPrintable(tip));
}

void tst_MainWindow::C5_heldView_tellsWhyNotForEveryRecord()
{
    const QList<RecordId> ids = m_profile->addConfigurations(3);
    Transaction transaction(m_profile->database());
    QVERIFY(transaction.begun());
    IntegrationStore integrations(m_profile->database());
    LinkStore links(m_profile->database());
    const Result<IntegrationId> psa = integrations.insert({.name = u"Main"_s, .url = u"https://example.com"_s});
    QVERIFY(psa);
    for (int i = 0; i < 2; ++i) {
        QVERIFY(links.insert({.integrationId = *psa,
                              .recordId = ids.at(i),
                              .kind = AssetKind::Configuration,
                              .state = SyncState::Held,
                              .message = u"<b>Model</b> %1 is blank."_s.arg(i)}));
    }
    QVERIFY(links.insert({.integrationId = *psa,
                          .recordId = ids.at(2),
                          .kind = AssetKind::Configuration,
                          .state = SyncState::Synced}));
    QVERIFY(transaction.commit());
    open();
    RecordTableModel *model = m_window->recordList()->model();
    const auto isShown = [&] {
        return !m_window->recordList()->view()->isColumnHidden(model->columnOf(u"why"_s));
    };
    QVERIFY(!isShown());
    m_window->goTo(u"view/held"_s);
    QTRY_COMPARE(model->rowCount(), 2);
    QTRY_VERIFY(m_window->isSettled());
    QVERIFY(isShown());
    const QModelIndex why = model->index(0, model->columnOf(u"why"_s));
    QVERIFY2(why.data().toString().contains(u"<b>Model</b> 0 is blank."_s), qPrintable(why.data().toString()));
    // What others wrote is never rich text.
    const QString tip = why.data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"&lt;b&gt;Model&lt;/b&gt; 0"_s), qPrintable(tip));
}

void tst_MainWindow::menus_haveNoKeyTwice()
{
    open();
    const QList<QMenu *> menus = m_window->findChildren<QMenu *>();
    for (const QMenu *menu : menus) {
        QStringList keys;
        for (const QAction *action : menu->actions()) {
            const QString key = QKeySequence::mnemonic(action->text()).toString();
            QVERIFY2(key.isEmpty() || !keys.contains(key),
                     qPrintable(menu->objectName() + u": "_s + action->text()));
            keys.append(key);
        }
    }
}

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
