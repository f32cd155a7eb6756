// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sidebarmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class tst_SidebarModel final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void organizations_hangBelowTheirParents();
    void D1_subOrganizations_hangAnyDepthBelow();
    void circleOfParents_losesNobody_data();
    void circleOfParents_losesNobody();
    void waiting_isWhatIsOnItsWay();
    void newFigures_keepTheTree();
    void newOrganization_rebuildsTheTree();
    void entries_knowTheirQueries();
    void heading_cannotBeChosen();
};

namespace {

RecordCounts counts()
{
    RecordCounts counts;
    counts.perKind[size_t(AssetKind::Configuration)] = 42;
    counts.perState[size_t(SyncState::Held)] = 12;
    counts.organizations = {{.id = 1,
                             .parentId = 0,
                             .name = u"Acme GmbH"_s,
                             .configurations = 42,
                             .contacts = 17,
                             .locations = 2},
                            {.id = 2, .parentId = 1, .name = u"Acme Paris"_s},
                            {.id = 3, .parentId = 0, .name = u"Beta Ltd"_s}};
    return counts;
}

} // namespace

void tst_SidebarModel::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void tst_SidebarModel::organizations_hangBelowTheirParents()
{
    SidebarModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setCounts(counts());
    const QModelIndex acme = model.indexOf(u"organization/1"_s);
    QVERIFY(acme.isValid());
    QCOMPARE(model.indexOf(u"organization/2"_s).parent(), acme);
    QCOMPARE(model.indexOf(u"organization/3"_s).parent(), model.indexOf(u"kind/organization"_s));
    QCOMPARE(model.indexOf(u"organization/1/contact"_s).data(SidebarModel::CountRole).toLongLong(), 17);
    QCOMPARE(model.indexOf(u"view/held"_s).data(SidebarModel::CountRole).toLongLong(), 12);
}

void tst_SidebarModel::D1_subOrganizations_hangAnyDepthBelow()
{
    SidebarModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    constexpr RecordId depth = 300;
    RecordCounts deep;
    // The youngest first, as an order by name may have it.
    for (RecordId id = depth; id >= 1; --id)
        deep.organizations.append({.id = id, .parentId = id - 1, .name = u"Level %1"_s.arg(id)});
    model.setCounts(deep);
    for (RecordId id = depth; id > 1; --id) {
        QCOMPARE(model.indexOf(u"organization/%1"_s.arg(id)).parent(),
                 model.indexOf(u"organization/%1"_s.arg(id - 1)));
    }
    // One whose parent is not here is at the top.
    deep.organizations = {{.id = 7, .parentId = 99, .name = u"Alone"_s}};
    model.setCounts(deep);
    QCOMPARE(model.indexOf(u"organization/7"_s).parent(), model.indexOf(u"kind/organization"_s));
}

void tst_SidebarModel::circleOfParents_losesNobody_data()
{
    QTest::addColumn<QList<RecordId>>("parents"); // of organizations 1, 2, 3…
    QTest::newRow("own parent") << QList<RecordId>{1};
    QTest::newRow("two") << QList<RecordId>{2, 1};
    QTest::newRow("three") << QList<RecordId>{2, 3, 1};
    QTest::newRow("a tail below a circle") << QList<RecordId>{2, 1, 1, 3};
    QTest::newRow("two circles") << QList<RecordId>{2, 1, 4, 3, 0};
}

void tst_SidebarModel::circleOfParents_losesNobody()
{
    SidebarModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QFETCH(const QList<RecordId>, parents);
    RecordCounts circle;
    for (qsizetype i = 0; i < parents.size(); ++i)
        circle.organizations.append({.id = i + 1, .parentId = parents.at(i), .name = u"No. %1"_s.arg(i + 1)});
    model.setCounts(circle);
    const QModelIndex top = model.indexOf(u"kind/organization"_s);
    for (qsizetype i = 0; i < parents.size(); ++i) {
        QModelIndex index = model.indexOf(u"organization/%1"_s.arg(i + 1));
        QVERIFY(index.isValid());
        int depth = 0;
        for (; index.isValid() && index != top; ++depth)
            index = index.parent();
        QCOMPARE(index, top);
        QVERIFY(depth <= parents.size());
    }
}

void tst_SidebarModel::waiting_isWhatIsOnItsWay()
{
    SidebarModel model;
    RecordCounts busy = counts();
    busy.perState[size_t(SyncState::Pending)] = 2;
    busy.perState[size_t(SyncState::Retrying)] = 3;
    busy.waiting = 5;
    model.setCounts(busy);
    const QModelIndex waiting = model.indexOf(u"view/pending"_s);
    QCOMPARE(waiting.data(SidebarModel::CountRole).toLongLong(), 5);
    QVERIFY(model.entry(waiting)->query().isWaiting);
    QVERIFY(!model.entry(waiting)->query().state);
}

void tst_SidebarModel::newFigures_keepTheTree()
{
    SidebarModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setCounts(counts());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    RecordCounts more = counts();
    more.waiting = 3;
    model.setCounts(more);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.indexOf(u"view/pending"_s).data(SidebarModel::CountRole).toLongLong(), 3);
}

void tst_SidebarModel::newOrganization_rebuildsTheTree()
{
    SidebarModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setCounts(counts());
    RecordCounts more = counts();
    more.organizations.append({.id = 4, .parentId = 3, .name = u"Gamma"_s});
    model.setCounts(more);
    QCOMPARE(model.indexOf(u"organization/4"_s).parent(), model.indexOf(u"organization/3"_s));
}

void tst_SidebarModel::entries_knowTheirQueries()
{
    SidebarModel model;
    model.setCounts(counts());
    const SidebarEntry *entry = model.entry(model.indexOf(u"organization/1/configuration"_s));
    QVERIFY(entry);
    QCOMPARE(entry->query().kind, AssetKind::Configuration);
    QCOMPARE(entry->query().organizationId, 1);
    QCOMPARE(entry->title(), u"Configurations of Acme GmbH"_s);
    QCOMPARE(model.entry(model.indexOf(u"view/error"_s))->query().state, SyncState::Error);
    QCOMPARE(model.entry(model.indexOf(u"all"_s))->query(), RecordQuery{});
}

void tst_SidebarModel::heading_cannotBeChosen()
{
    SidebarModel model;
    QCOMPARE(model.flags(model.indexOf(u"views"_s)), Qt::NoItemFlags);
}

QTEST_MAIN(tst_SidebarModel)
#include "tst_sidebarmodel.moc"
