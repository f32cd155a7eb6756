// SPDX-License-Identifier: GPL-3.0-or-later
// What both sides changed, in the real window against a practice ConnectWise in another process: Compare…,
// choose, Apply, and both sides agree; and what lost is put back from the history.
#include "storywindow.h"

#include "ui/records/recordlist.h"
#include "ui/records/recordpane.h"

#include <QAbstractItemModelTester>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>
#include <QTreeView>

#include <array>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int patience = StoryWindow::patience;
} // namespace

class tst_ConflictStory final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void askMe_tandemIsChosen_andBothSidesAgree();
    void askMe_psaIsChosen_andTheLostValueIsPutBack();
    void askMe_bothAreKeptInTheNotes();
    void allConflicts_areSettledOneAfterTheOther();
    void E5_psaWins_theLostValueIsPutBackFromTheHistory();
    void D1_subOrganizationsOfThePsa_areATree();

private:
    /** The first configuration, changed on both sides: its record, shown. */
    RecordId clash(int row, const QString &psa, const QString &tandem);
    [[nodiscard]] QModelIndex putBackCell(const QString &lost) const;
    void putBack(const QString &lost);
    [[nodiscard]] QString remoteSerial() const;
    [[nodiscard]] QString localSerial() const;

    template<typename T>
    [[nodiscard]] T *get(const QString &name) const
    {
        T *found = StoryWindow::find<T>(name);
        if (!found)
            qFatal("no widget %s", qPrintable(name));
        return found;
    }

    std::unique_ptr<StoryWindow> m_story;
};

void tst_ConflictStory::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void tst_ConflictStory::init()
{
    m_story = std::make_unique<StoryWindow>(
        PracticeSize{.organizations = 3, .locations = 3, .contacts = 3, .configurations = 6});
}

void tst_ConflictStory::cleanup()
{
    m_story.reset();
}

RecordId tst_ConflictStory::clash(int row, const QString &psa, const QString &tandem)
{
    m_story->window().goTo(u"kind/configuration"_s);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(m_story->window().isSettled(), patience); }();
    const RecordId id = m_story->window().recordList()->model()->idAt(row);
    m_story->openRecord(u"kind/configuration"_s, id);
    m_story->practice().update(u"configuration"_s, m_story->remoteId(), {{u"serialNumber"_s, psa}});
    StoryWindow::type(u"serialNumberEdit"_s, tandem);
    QTest::keyClick(get<QLineEdit>(u"serialNumberEdit"_s), Qt::Key_S, Qt::ControlModifier);
    return id;
}

QString tst_ConflictStory::remoteSerial() const
{
    return m_story->practice()
        .record(u"configuration"_s, m_story->remoteId())
        .value("serialNumber"_L1)
        .toString();
}

QString tst_ConflictStory::localSerial() const
{
    return m_story->window().recordPane()->view().record.fields.value("serial_number"_L1).toString();
}

/** Where the history offers to put this value back. */
QModelIndex tst_ConflictStory::putBackCell(const QString &lost) const
{
    const auto *view = get<QTreeView>(u"historyView"_s);
    const QAbstractItemModel *model = view->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex event = model->index(row, 0);
        for (int line = 0; line < model->rowCount(event); ++line) {
            const QModelIndex cell = model->index(line, model->columnCount() - 1, event);
            if (cell.data(Qt::ToolTipRole).toString().contains(lost))
                return cell;
        }
    }
    return {};
}

void tst_ConflictStory::putBack(const QString &lost)
{
    QTRY_VERIFY_WITH_TIMEOUT(putBackCell(lost).isValid(), patience);
    auto *view = get<QTreeView>(u"historyView"_s);
    const QAbstractItemModelTester tester(view->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QModelIndex cell = putBackCell(lost);
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"edit itself"_s));
    view->expand(cell.parent());
    m_story->window().recordPane()->scrollToHistory();
    view->scrollTo(cell);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(cell).center());
}

void tst_ConflictStory::askMe_tandemIsChosen_andBothSidesAgree()
{
    m_story->connectPsa(ConflictPolicy::Ask);
    clash(0, u"5CG1234XYZ"_s, u"5CG1234XYY"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_story->shownState(), SyncState::Conflict, patience);
    QVERIFY(get<QPushButton>(u"compareButton"_s)->isVisible());
    QCOMPARE(remoteSerial(), u"5CG1234XYZ"_s);

    get<QPushButton>(u"compareButton"_s)->click();
    QTRY_VERIFY(StoryWindow::find<QWidget>(u"serialNumberConflict"_s));
    auto *card = get<QWidget>(u"serialNumberConflict"_s);
    QCOMPARE(card->findChild<QTextEdit *>(u"psaValue"_s)->toPlainText(), u"5CG1234XYZ"_s);
    QCOMPARE(card->findChild<QTextEdit *>(u"tandemValue"_s)->toPlainText(), u"5CG1234XYY"_s);
    QVERIFY(!card->findChild<QTextEdit *>(u"baseValue"_s)->toPlainText().isEmpty());
    // What differs is underlined, so that it does not take colours to see it.
    QTextCursor cursor(card->findChild<QTextEdit *>(u"psaValue"_s)->document());
    cursor.setPosition(10);
    QVERIFY(cursor.charFormat().fontUnderline());
    cursor.setPosition(5);
    QVERIFY(!cursor.charFormat().fontUnderline());

    card->findChild<QRadioButton *>(u"chooseTandem"_s)->click();
    QTest::keyClick(get<QDialog>(u"conflictDialog"_s), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!StoryWindow::find<QDialog>(u"conflictDialog"_s), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_story->shownState(), SyncState::Synced, patience);
    QCOMPARE(remoteSerial(), u"5CG1234XYY"_s);
    QCOMPARE(localSerial(), u"5CG1234XYY"_s);
    QVERIFY(!get<QPushButton>(u"compareButton"_s)->isVisible());

    // Nothing more is written, and the PSA's value can still be had.
    const int writes = m_story->practice().writes();
    m_story->sync();
    QCOMPARE(m_story->practice().writes(), writes);
    putBack(u"5CG1234XYZ"_s);
    QTRY_COMPARE_WITH_TIMEOUT(remoteSerial(), u"5CG1234XYZ"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(localSerial(), u"5CG1234XYZ"_s, patience);
}

void tst_ConflictStory::askMe_psaIsChosen_andTheLostValueIsPutBack()
{
    m_story->connectPsa(ConflictPolicy::Ask);
    clash(1, u"PSA-7"_s, u"TANDEM-7"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_story->shownState(), SyncState::Conflict, patience);
    get<QPushButton>(u"compareButton"_s)->click();
    QTRY_VERIFY(StoryWindow::find<QWidget>(u"serialNumberConflict"_s));
    QVERIFY(get<QWidget>(u"serialNumberConflict"_s)->findChild<QRadioButton *>(u"choosePsa"_s)->isChecked());
    get<QPushButton>(u"applyConflictButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_story->shownState(), SyncState::Synced, patience);
    QTRY_COMPARE(localSerial(), u"PSA-7"_s);
    QCOMPARE(remoteSerial(), u"PSA-7"_s);

    putBack(u"TANDEM-7"_s);
    QTRY_COMPARE_WITH_TIMEOUT(remoteSerial(), u"TANDEM-7"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_story->shownState(), SyncState::Synced, patience);
    QTRY_COMPARE(localSerial(), u"TANDEM-7"_s);
}

void tst_ConflictStory::askMe_bothAreKeptInTheNotes()
{
    m_story->connectPsa(ConflictPolicy::Ask);
    clash(0, u"PSA-8"_s, u"TANDEM-8"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_story->shownState(), SyncState::Conflict, patience);
    get<QPushButton>(u"compareButton"_s)->click();
    QTRY_VERIFY(StoryWindow::find<QWidget>(u"serialNumberConflict"_s));
    get<QWidget>(u"serialNumberConflict"_s)->findChild<QRadioButton *>(u"chooseBoth"_s)->click();
    get<QPushButton>(u"applyConflictButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_story->shownState(), SyncState::Synced, patience);
    QTRY_COMPARE(localSerial(), u"PSA-8"_s);
    const QJsonObject remote = m_story->practice().record(u"configuration"_s, m_story->remoteId());
    QCOMPARE(remote.value("serialNumber"_L1).toString(), u"PSA-8"_s);
    QVERIFY(remote.value("notes"_L1).toString().contains(u"TANDEM-8"_s));
    QVERIFY(get<QPlainTextEdit>(u"notesEdit"_s)->toPlainText().contains(u"TANDEM-8"_s));
}

void tst_ConflictStory::allConflicts_areSettledOneAfterTheOther()
{
    m_story->connectPsa(ConflictPolicy::Ask);
    std::array<RecordId, 3> ids{};
    for (int i = 0; i < 3; ++i) {
        ids.at(size_t(i)) = clash(i, u"PSA-%1"_s.arg(i), u"TANDEM-%1"_s.arg(i));
        QTRY_COMPARE_WITH_TIMEOUT(m_story->shownState(), SyncState::Conflict, patience);
    }
    // The sidebar's view lists them, and leads to the page where they are settled.
    m_story->window().goTo(u"view/conflict"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_story->window().recordList()->model()->rowCount(), 3, patience);
    QVERIFY(get<QToolButton>(u"compareAllButton"_s)->isVisible());
    get<QToolButton>(u"compareAllButton"_s)->click();
    QTRY_VERIFY(StoryWindow::find<QDialog>(u"conflictDialog"_s));
    auto *list = get<QTreeView>(u"conflictList"_s);
    const QAbstractItemModelTester tester(list->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 3, patience);

    const QString first = get<QLabel>(u"conflictTitle"_s)->text();
    get<QPushButton>(u"allTandemButton"_s)->click();
    QTest::keyClick(get<QDialog>(u"conflictDialog"_s), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 2, patience);
    QVERIFY(get<QLabel>(u"conflictTitle"_s)->text() != first);
    get<QPushButton>(u"allPsaButton"_s)->click();
    QTRY_VERIFY(get<QPushButton>(u"applyConflictButton"_s)->isEnabled());
    get<QPushButton>(u"applyConflictButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, patience);
    QTRY_VERIFY(get<QPushButton>(u"applyConflictButton"_s)->isEnabled());
    get<QPushButton>(u"applyConflictButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(get<QWidget>(u"noConflictsPage"_s)->isVisible(), patience);
    QVERIFY(!get<QPushButton>(u"applyConflictButton"_s)->isEnabled());
    get<QPushButton>(u"closeConflictsButton"_s)->click();

    const std::array expected{u"TANDEM-0"_s, u"PSA-1"_s, u"PSA-2"_s};
    for (int i = 0; i < 3; ++i) {
        m_story->openRecord(u"kind/configuration"_s, ids.at(size_t(i)));
        QTRY_COMPARE_WITH_TIMEOUT(m_story->shownState(), SyncState::Synced, patience);
        QCOMPARE(localSerial(), expected.at(size_t(i)));
        QCOMPARE(remoteSerial(), expected.at(size_t(i)));
    }
}

void tst_ConflictStory::E5_psaWins_theLostValueIsPutBackFromTheHistory()
{
    m_story->connectPsa(ConflictPolicy::PsaWins);
    clash(0, u"PSA-9"_s, u"TANDEM-9"_s);
    QTRY_COMPARE_WITH_TIMEOUT(localSerial(), u"PSA-9"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_story->shownState(), SyncState::Synced, patience);
    QCOMPARE(remoteSerial(), u"PSA-9"_s);

    putBack(u"TANDEM-9"_s);
    QTRY_COMPARE_WITH_TIMEOUT(remoteSerial(), u"TANDEM-9"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_story->shownState(), SyncState::Synced, patience);
    QTRY_COMPARE(localSerial(), u"TANDEM-9"_s);
}

void tst_ConflictStory::D1_subOrganizationsOfThePsa_areATree()
{
    m_story->connectPsa();
    const QJsonArray companies = m_story->practice().records(u"organization"_s);
    const auto idOf = [&companies](int i) { return companies.at(i).toObject().value("id"_L1); };
    const auto nameOf = [&companies](int i) {
        return companies.at(i).toObject().value("name"_L1).toString();
    };
    // 2 below 1 below 0.
    for (const int child : {1, 2}) {
        m_story->practice().update(u"organization"_s, QString::number(idOf(child).toInt()),
                                   {{u"parentCompany"_s, QJsonObject{{u"id"_s, idOf(child - 1)}}}});
    }
    m_story->sync();
    auto *sidebar = get<QTreeView>(u"sidebar"_s);
    const QAbstractItemModelTester tester(sidebar->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto lineOf = [sidebar](const QString &name) -> QModelIndex {
        const QModelIndexList found = sidebar->model()->match(sidebar->model()->index(0, 0), Qt::DisplayRole,
                                                              name, 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.constFirst();
    };
    QTRY_COMPARE_WITH_TIMEOUT(lineOf(nameOf(2)).parent().data().toString(), nameOf(1), patience);
    QTRY_COMPARE_WITH_TIMEOUT(lineOf(nameOf(1)).parent().data().toString(), nameOf(0), patience);
    QCOMPARE(lineOf(nameOf(0)).parent().data().toString(), u"Organizations"_s);

    // A person sees it: open the parents, choose the youngest.
    sidebar->setCurrentIndex(lineOf(nameOf(2)));
    QTRY_VERIFY_WITH_TIMEOUT(m_story->window().isSettled(), patience);
    QVERIFY(sidebar->isExpanded(lineOf(nameOf(0))));
    QCOMPARE(get<QLabel>(u"listTitle"_s)->text(), nameOf(2));
}

QTEST_MAIN(tst_ConflictStory)
#include "tst_conflictstory.moc"
