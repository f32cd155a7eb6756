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
    void circleOfParents_losesNobody();
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

void tst_SidebarModel::circleOfParents_losesNobody()
{
    SidebarModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    RecordCounts circle;
    circle.organizations = {{.id = 1, .parentId = 2, .name = u"A"_s},
                            {.id = 2, .parentId = 1, .name = u"B"_s}};
    model.setCounts(circle);
    QVERIFY(model.indexOf(u"organization/1"_s).isValid());
    QVERIFY(model.indexOf(u"organization/2"_s).isValid());
}

void tst_SidebarModel::newFigures_keepTheTree()
{
    SidebarModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setCounts(counts());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    RecordCounts more = counts();
    more.perState[size_t(SyncState::Pending)] = 3;
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
