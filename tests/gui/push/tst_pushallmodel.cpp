// SPDX-License-Identifier: GPL-3.0-or-later
#include "../guiprofile.h"
#include "store/integrationstore.h"
#include "store/planstore.h"
#include "store/recordreader.h"
#include "ui/push/heldgroups.h"
#include "ui/push/pushallmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000;

} // namespace

/** The rows of a plan as the wizard's tables read them. */
class PushAllModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void rows_comeInTheOrderOfPushing_pageByPage();
    void placeholder_isShownUntilThePageIsThere();
    void filterAndSort_areDoneByTheDatabase();
    void newQuery_dropsWhatAnEarlierOneAskedFor();
    void refresh_takesTheSelectionAlong();
    void refresh_readsRowsAnew();
    void results_sayWhatHappenedAndWhy();
    void manyRows_holdUpNoFrame();
    void C5_heldGroups_areByReason_theLargestFirst();

private:
    qint64 makePlan(int count);
    void setResult(qint64 row, PlanResult result, const QString &message);
    void load(const PlanQuery &query);
    void makeModel(PushAllModel::Mode mode);

    std::unique_ptr<GuiProfile> m_profile;
    std::unique_ptr<RecordReader> m_reader;
    std::unique_ptr<PushAllModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    IntegrationId m_integration = 0;
};

void PushAllModelTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_profile = std::make_unique<GuiProfile>();
    Transaction transaction(m_profile->database());
    const Result<IntegrationId> id =
        IntegrationStore(m_profile->database()).insert({.name = u"Main"_s, .uid = u"main"_s});
    QVERIFY(id);
    m_integration = *id;
    QVERIFY(transaction.commit());
    m_reader = std::make_unique<RecordReader>(m_profile->databasePath());
    makeModel(PushAllModel::Mode::Preview);
}

void PushAllModelTest::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_reader.reset();
    m_profile.reset();
}

void PushAllModelTest::makeModel(PushAllModel::Mode mode)
{
    m_tester.reset();
    m_model = std::make_unique<PushAllModel>(*m_reader, Platform::ConnectWise, mode);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
}

/** Configurations "PC-00000"…; every tenth is held, and every hundredth of these for a second reason as well.
 */
qint64 PushAllModelTest::makePlan(int count)
{
    Transaction transaction(m_profile->database());
    PlanStore plans(m_profile->database());
    const Result<qint64> plan =
        plans.insert({.integrationId = m_integration, .plannedAt = QDateTime::currentDateTimeUtc()});
    QList<PlannedRow> rows;
    for (int i = 0; i < count; ++i) {
        PlanRow row{.recordId = i + 1,
                    .kind = AssetKind::Configuration,
                    .name = u"PC-%1"_s.arg(i, 5, 10, QLatin1Char('0')),
                    .organizationId = 1 + i % 7,
                    .organizationName = u"Client %1"_s.arg(1 + i % 7),
                    .outcome = PlanOutcome::Create};
        if (i % 10 == 0) {
            row.outcome = PlanOutcome::Held;
            row.gates = {{.rule = u"C4a"_s, .reason = u"Type is blank."_s, .field = u"configuration_type"_s}};
        }
        if (i % 100 == 0)
            row.gates.append({.rule = u"C4c"_s, .reason = u"Name is blank."_s, .field = u"name"_s});
        rows.append({.row = row});
    }
    const bool isWritten = plan && plans.append(*plan, rows) && transaction.commit();
    return isWritten ? *plan : 0;
}

void PushAllModelTest::setResult(qint64 row, PlanResult result, const QString &message)
{
    Transaction transaction(m_profile->database());
    QVERIFY(PlanStore(m_profile->database()).setResult(row, result, message));
    QVERIFY(transaction.commit());
}

void PushAllModelTest::load(const PlanQuery &query)
{
    QSignalSpy loaded(m_model.get(), &PushAllModel::loaded);
    m_model->setQuery(query);
    QTRY_VERIFY_WITH_TIMEOUT(!loaded.isEmpty(), patience);
}

void PushAllModelTest::rows_comeInTheOrderOfPushing_pageByPage()
{
    load({.plan = makePlan(1000)});
    QCOMPARE(m_model->rowCount(), 1000);
    QTRY_COMPARE(m_model->index(0, PushAllModel::NameColumn).data().toString(), u"PC-00000"_s);
    QVERIFY(!m_model->loadedRow(900));
    QTRY_COMPARE(m_model->index(900, PushAllModel::NameColumn).data().toString(), u"PC-00900"_s);
    QVERIFY(!m_model->loadedRow(500));
    QCOMPARE(m_model->index(901, PushAllModel::WhatColumn).data().toString(), u"Create"_s);
    QCOMPARE(m_model->index(900, PushAllModel::WhatColumn).data().toString(), u"Held"_s);
    QVERIFY(m_model->index(900, PushAllModel::WhyColumn).data().toString().startsWith(u"Type is blank."_s));
    QCOMPARE(m_model->index(900, PushAllModel::WhyColumn).data(Qt::ToolTipRole).toString(),
             u"Type is blank.<br>Name is blank."_s);
}

void PushAllModelTest::placeholder_isShownUntilThePageIsThere()
{
    load({.plan = makePlan(600)});
    const QModelIndex far = m_model->index(590, PushAllModel::NameColumn);
    QCOMPARE(far.data().toString(), u"…"_s);
    QVERIFY(!far.data(Qt::DecorationRole).isValid());
    QTRY_COMPARE(far.data().toString(), u"PC-00590"_s);
    QTRY_VERIFY(!m_model->isBusy());
}

void PushAllModelTest::filterAndSort_areDoneByTheDatabase()
{
    const qint64 plan = makePlan(300);
    load({.plan = plan, .outcomes = {PlanOutcome::Held}});
    QCOMPARE(m_model->rowCount(), 30);
    load({.plan = plan, .organizationId = 3, .search = u"pc-0000"_s});
    QCOMPARE(m_model->rowCount(), 2);
    load({.plan = plan});
    const qint64 first = m_model->idAt(0);
    QSignalSpy loaded(m_model.get(), &PushAllModel::loaded);
    m_model->sort(PushAllModel::NameColumn, Qt::DescendingOrder);
    QTRY_COMPARE(loaded.count(), 1);
    QCOMPARE(m_model->idAt(299), first);
}

void PushAllModelTest::newQuery_dropsWhatAnEarlierOneAskedFor()
{
    const qint64 plan = makePlan(300);
    m_model->setQuery({.plan = plan});
    m_model->setQuery({.plan = plan, .search = u"PC-00007"_s});
    QTRY_COMPARE(m_model->rowCount(), 1);
    QTRY_COMPARE(m_model->index(0, 0).data().toString(), u"PC-00007"_s);
    m_model->setQuery({});
    QCOMPARE(m_model->rowCount(), 0);
}

void PushAllModelTest::refresh_takesTheSelectionAlong()
{
    makeModel(PushAllModel::Mode::Results);
    const qint64 plan = makePlan(50);
    load({.plan = plan, .results = {PlanResult::Open}});
    QCOMPARE(m_model->rowCount(), 50);
    const QPersistentModelIndex kept = m_model->index(20, 0);
    const qint64 id = m_model->idAt(20);
    setResult(m_model->idAt(3), PlanResult::Created, {});
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->refresh();
    QTRY_COMPARE(m_model->rowCount(), 49);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(m_model->idAt(kept.row()), id);
}

void PushAllModelTest::refresh_readsRowsAnew()
{
    makeModel(PushAllModel::Mode::Results);
    load({.plan = makePlan(50)});
    const QModelIndex what = m_model->index(5, PushAllModel::WhatColumn);
    QTRY_COMPARE(what.data().toString(), planResultTitle(PlanResult::Open));
    setResult(m_model->idAt(5), PlanResult::Created, {});
    m_model->refresh();
    // While it runs once more, the next request is not forgotten.
    m_model->refresh();
    QTRY_COMPARE(what.data().toString(), planResultTitle(PlanResult::Created));
}

void PushAllModelTest::results_sayWhatHappenedAndWhy()
{
    makeModel(PushAllModel::Mode::Results);
    const qint64 plan = makePlan(3);
    load({.plan = plan});
    setResult(m_model->idAt(1), PlanResult::Failed, u"The field name is too long."_s);
    m_model->refresh();
    QTRY_COMPARE(m_model->index(1, PushAllModel::WhatColumn).data().toString(), u"Failed"_s);
    QCOMPARE(m_model->index(1, PushAllModel::WhyColumn).data().toString(), u"The field name is too long."_s);
}

void PushAllModelTest::manyRows_holdUpNoFrame()
{
    const qint64 plan = makePlan(100'000);
    QVERIFY(plan != 0);
    qint64 longest = 0;
    QElapsedTimer sinceTick;
    sinceTick.start();
    QTimer ticks;
    connect(&ticks, &QTimer::timeout, this, [&] { longest = qMax(longest, sinceTick.restart()); });
    // Without the tester, which looks at every row itself.
    m_tester.reset();
    ticks.start(0);
    load({.plan = plan});
    QTRY_COMPARE_WITH_TIMEOUT(m_model->index(99'999, 0).data().toString(), u"PC-99999"_s, patience);
    m_model->sort(PushAllModel::NameColumn, Qt::DescendingOrder);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->index(0, 0).data().toString(), u"PC-99999"_s, patience);
    qInfo("the longest pause was %lld ms", longest);
    QVERIFY2(longest < 250, qPrintable(QString::number(longest)));
}

void PushAllModelTest::C5_heldGroups_areByReason_theLargestFirst()
{
    const qint64 plan = makePlan(2000);
    HeldGroups groups(*m_reader);
    QSignalSpy loaded(&groups, &HeldGroups::loaded);
    groups.load(plan);
    QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 1, patience);
    QCOMPARE(groups.groups().size(), 2);
    QCOMPARE(groups.groups().at(0).gate.reason, u"Type is blank."_s);
    QCOMPARE(groups.groups().at(0).records.size(), 200);
    QCOMPARE(groups.groups().at(0).organizations.size(), 7);
    QCOMPARE(groups.groups().at(1).records.size(), 20);
    QVERIFY(groups.find(AssetKind::Configuration, groups.groups().at(1).gate));
    QVERIFY(!groups.find(AssetKind::Contact, groups.groups().at(1).gate));
    groups.load(0);
    QVERIFY(groups.groups().isEmpty());
}

QTEST_MAIN(PushAllModelTest)
#include "tst_pushallmodel.moc"
