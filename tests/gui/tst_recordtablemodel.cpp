// SPDX-License-Identifier: GPL-3.0-or-later
#include "guiprofile.h"
#include "store/recordreader.h"
#include "ui/models/recordtablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class tst_RecordTableModel final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void query_listsIdsInOrderAndLoadsPagesOnDemand();
    void placeholder_isShownUntilThePageIsThere();
    void sort_isDoneByTheDatabase();
    void newQuery_dropsWhatAnEarlierOneAskedFor();
    void changes_touchOnlyTheirRows();
    void changes_ofRowsThatAreNotLoaded_askNothing();
    void insertedRecord_isInsertedWithoutReset();
    void removedRecord_isRemovedWithoutReset();
    void renamedRecord_movesAndKeepsTheSelection();
    void memory_isBounded();
    void unsaved_isMarkedForEyesAndScreenReaders();
    void kind_decidesTheColumns();

private:
    void load(const RecordQuery &query);

    std::unique_ptr<GuiProfile> m_profile;
    std::unique_ptr<RecordReader> m_reader;
    std::unique_ptr<RecordTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

namespace {

RecordQuery configurations()
{
    RecordQuery query;
    query.kind = AssetKind::Configuration;
    return query;
}

} // namespace

void tst_RecordTableModel::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_profile = std::make_unique<GuiProfile>();
    m_reader = std::make_unique<RecordReader>(m_profile->databasePath());
    m_model = std::make_unique<RecordTableModel>(*m_reader);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void tst_RecordTableModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_reader.reset();
    m_profile.reset();
}

void tst_RecordTableModel::load(const RecordQuery &query)
{
    m_model->setQuery(query);
    QTRY_VERIFY(!m_model->isLoading());
}

void tst_RecordTableModel::query_listsIdsInOrderAndLoadsPagesOnDemand()
{
    const QList<RecordId> ids = m_profile->addConfigurations(1000);
    load(configurations());
    QCOMPARE(m_model->rowCount(), 1000);
    for (int row : {0, 1, 500, 999})
        QCOMPARE(m_model->idAt(row), ids.at(row));
    QCOMPARE(m_model->rowOf(ids.at(321)), 321);
    QTRY_COMPARE(m_model->index(500, 0).data().toString(), u"PC-00500"_s);
    QCOMPARE(m_model->index(500, m_model->columnOf(u"organization"_s)).data().toString(), u"Acme GmbH"_s);
}

void tst_RecordTableModel::placeholder_isShownUntilThePageIsThere()
{
    m_profile->addConfigurations(600);
    load(configurations());
    const QModelIndex far = m_model->index(590, 0);
    QCOMPARE(far.data().toString(), u"…"_s);
    QVERIFY(!far.data(RecordTableModel::IsLoadedRole).toBool());
    QTRY_COMPARE(far.data().toString(), u"PC-00590"_s);
    QVERIFY(far.data(RecordTableModel::IsLoadedRole).toBool());
}

void tst_RecordTableModel::sort_isDoneByTheDatabase()
{
    const QList<RecordId> ids = m_profile->addConfigurations(300);
    load(configurations());
    m_model->sort(m_model->columnOf(u"serial_number"_s), Qt::AscendingOrder);
    QTRY_VERIFY(!m_model->isLoading());
    QCOMPARE(m_model->idAt(0), ids.constLast());
    m_model->sort(0, Qt::DescendingOrder);
    QTRY_VERIFY(!m_model->isLoading());
    QCOMPARE(m_model->idAt(0), ids.constLast());
    QVERIFY(m_model->query().sortField.isEmpty());
}

void tst_RecordTableModel::newQuery_dropsWhatAnEarlierOneAskedFor()
{
    m_profile->addConfigurations(300);
    QSignalSpy loaded(m_model.get(), &RecordTableModel::loaded);
    m_model->setQuery(configurations());
    RecordQuery narrow = configurations();
    narrow.search = u"PC-00007"_s;
    m_model->setQuery(narrow);
    QTRY_VERIFY(!m_model->isLoading());
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(loaded.size(), 1);
}

void tst_RecordTableModel::changes_touchOnlyTheirRows()
{
    const QList<RecordId> ids = m_profile->addConfigurations(200);
    load(configurations());
    (void)m_model->index(10, 0).data();
    QTRY_COMPARE(m_model->index(10, 0).data().toString(), u"PC-00010"_s);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);

    m_profile->update(ids.at(10), AssetKind::Configuration, {{u"serial_number"_s, u"CHANGED"_s}});
    m_model->takeChanges({ids.at(10)});
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 10);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 10);
    QCOMPARE(m_model->index(10, m_model->columnOf(u"serial_number"_s)).data().toString(), u"CHANGED"_s);
    QTRY_VERIFY(!m_model->isBusy());
    QCOMPARE(reset.size(), 0);
}

void tst_RecordTableModel::changes_ofRowsThatAreNotLoaded_askNothing()
{
    const QList<RecordId> ids = m_profile->addConfigurations(2000);
    load(configurations());
    (void)m_model->index(0, 0).data();
    QTRY_VERIFY(!m_model->isBusy());
    m_model->takeChanges({ids.at(1999)});
    QVERIFY(!m_model->isBusy());
}

void tst_RecordTableModel::insertedRecord_isInsertedWithoutReset()
{
    m_profile->addConfigurations(300);
    load(configurations());
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    const RecordId added = m_profile->add(AssetKind::Configuration, {{u"name"_s, u"PC-00100-B"_s}});
    m_model->takeSetChange();
    QTRY_COMPARE(m_model->rowCount(), 301);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(m_model->rowOf(added), 101);
    QCOMPARE(reset.size(), 0);
}

void tst_RecordTableModel::removedRecord_isRemovedWithoutReset()
{
    const QList<RecordId> ids = m_profile->addConfigurations(300);
    load(configurations());
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    for (const int row : {5, 6, 7, 200})
        m_profile->remove(ids.at(row));
    m_model->takeSetChange();
    QTRY_COMPARE(m_model->rowCount(), 296);
    QCOMPARE(removed.size(), 2);
    QCOMPARE(m_model->idAt(5), ids.at(8));
    QCOMPARE(reset.size(), 0);
}

void tst_RecordTableModel::renamedRecord_movesAndKeepsTheSelection()
{
    const QList<RecordId> ids = m_profile->addConfigurations(50);
    load(configurations());
    (void)m_model->index(3, 0).data();
    QTRY_COMPARE(m_model->index(3, 0).data().toString(), u"PC-00003"_s);
    const QPersistentModelIndex selected(m_model->index(3, 0));
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);

    m_profile->update(ids.at(3), AssetKind::Configuration, {{u"name"_s, u"ZZ-last"_s}});
    m_model->takeChanges({ids.at(3)});
    QTRY_COMPARE(m_model->rowOf(ids.at(3)), 49);
    QCOMPARE(selected.row(), 49);
    QCOMPARE(selected.data(RecordTableModel::RecordIdRole).toLongLong(), ids.at(3));
    QCOMPARE(reset.size(), 0);
}

void tst_RecordTableModel::memory_isBounded()
{
    const int count = RecordTableModel::cachedRows + 4 * RecordTableModel::pageSize;
    m_profile->addConfigurations(count);
    m_tester.reset(); // it would visit every row after every page
    load(configurations());
    for (int row = 0; row < count; row += RecordTableModel::pageSize) {
        (void)m_model->index(row, 0).data();
        QTRY_VERIFY(m_model->loadedRow(row));
    }
    QVERIFY(!m_model->loadedRow(0));
    QVERIFY(m_model->loadedRow(count - 1));
}

void tst_RecordTableModel::unsaved_isMarkedForEyesAndScreenReaders()
{
    const QList<RecordId> ids = m_profile->addConfigurations(3);
    load(configurations());
    (void)m_model->index(1, 0).data();
    QTRY_COMPARE(m_model->index(1, 0).data().toString(), u"PC-00001"_s);
    m_model->setUnsaved({ids.at(1)});
    QCOMPARE(m_model->index(1, 0).data().toString(), u"● PC-00001"_s);
    QCOMPARE(m_model->index(1, 0).data(RecordTableModel::RawRole).toString(), u"PC-00001"_s);
    QVERIFY(m_model->index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"unsaved"_s));
}

void tst_RecordTableModel::kind_decidesTheColumns()
{
    load({});
    QStringList ids;
    for (const RecordTableModel::Column &column : m_model->columns())
        ids.append(column.id);
    QCOMPARE(ids, QStringList({u"name"_s, u"kind"_s, u"organization"_s, u"updated_at"_s, u"why"_s, u"state"_s}));
    load(configurations());
    QVERIFY(m_model->columnOf(u"serial_number"_s) > 0);
    QCOMPARE(m_model->columnOf(u"kind"_s), -1);
}

QTEST_MAIN(tst_RecordTableModel)
#include "tst_recordtablemodel.moc"
