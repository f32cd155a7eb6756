// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/linkgroupmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class LinkGroupModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void kindsSumUpTheirLines();
    void locationsAreOneLine();
    void G1_syncActive_isToldInWordsAndIcon_data();
    void G1_syncActive_isToldInWordsAndIcon();
    void selectionOfALine_namesItsBlanks();
    void selectionOfAKind_meansAllOfIt();
    void newFigures_keepIndexesAndTouchNoRows();
    void linesThatCome_andGo_keepTheOthers();
    void sorting_staysWithinTheKinds();
};

namespace {

LinkGroup line(AssetKind kind, OptionId type, const QString &typeName, OptionId status,
               const QString &statusName, qint64 count)
{
    return {.kind = kind,
            .typeId = type,
            .type = typeName,
            .statusId = status,
            .status = statusName,
            .count = count};
}

QList<LinkGroup> someGroups()
{
    return {line(AssetKind::Configuration, 1, u"Server"_s, 7, u"Active"_s, 30),
            line(AssetKind::Configuration, 2, u"Printer"_s, 7, u"Active"_s, 5),
            line(AssetKind::Configuration, 0, {}, 0, {}, 2), line(AssetKind::Location, 0, {}, 0, {}, 6),
            line(AssetKind::Organization, 3, u"Customer"_s, 8, u"Active"_s, 4)};
}

QString cell(const QAbstractItemModel &model, int row, int column, const QModelIndex &parent = {})
{
    return model.index(row, column, parent).data().toString();
}

} // namespace

void LinkGroupModelTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void LinkGroupModelTest::kindsSumUpTheirLines()
{
    LinkGroupModel model(1, LinkSection::Synced);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QList<LinkGroup> groups = someGroups();
    groups[0].waiting = 3;
    groups[1].disabled = 2;
    model.setGroups(groups);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(cell(model, 0, LinkGroupModel::NameColumn), u"Organizations"_s);
    QCOMPARE(cell(model, 1, LinkGroupModel::NameColumn), u"Configurations"_s);
    QCOMPARE(cell(model, 2, LinkGroupModel::NameColumn), u"Locations"_s);
    QCOMPARE(cell(model, 1, LinkGroupModel::RecordsColumn), u"37"_s);
    QCOMPARE(cell(model, 1, LinkGroupModel::WaitingColumn), u"3"_s);
    QCOMPARE(cell(model, 1, LinkGroupModel::PausedColumn), u"2"_s);
    QCOMPARE(model.recordCount(), 47);
    const QModelIndex configurations = model.index(1, 0);
    QCOMPARE(model.rowCount(configurations), 3);
    QCOMPARE(cell(model, 0, LinkGroupModel::NameColumn, configurations), u"(no type)"_s);
    QCOMPARE(cell(model, 1, LinkGroupModel::NameColumn, configurations), u"Printer"_s);
    QCOMPARE(cell(model, 1, LinkGroupModel::StatusColumn, configurations), u"Active"_s);
    QCOMPARE(model.title(model.index(1, 0, configurations)), u"Configurations · Printer · Active"_s);
}

void LinkGroupModelTest::locationsAreOneLine()
{
    LinkGroupModel model(1, LinkSection::Synced);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setGroups({line(AssetKind::Location, 0, {}, 0, {}, 6)});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    model.setGroups({line(AssetKind::Location, 0, {}, 0, {}, 7)});
    QCOMPARE(cell(model, 0, LinkGroupModel::RecordsColumn), u"7"_s);
    const LinkSelection selection = model.selection(model.index(0, 0));
    QVERIFY(selection.kind == AssetKind::Location);
    QVERIFY(!selection.typeId && !selection.statusId);
}

void LinkGroupModelTest::G1_syncActive_isToldInWordsAndIcon_data()
{
    QTest::addColumn<bool>("isTicked");
    QTest::addColumn<qint64>("disabled");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("kindWord");
    QTest::newRow("ticked") << true << qint64(0) << u"Yes"_s << u"Yes"_s;
    QTest::newRow("some paused") << true << qint64(3) << u"Yes"_s << u"Yes"_s;
    QTest::newRow("all paused") << true << qint64(5) << u"Paused"_s << u"Yes"_s;
    QTest::newRow("not ticked") << false << qint64(0) << u"No"_s << u"Partly"_s;
}

void LinkGroupModelTest::G1_syncActive_isToldInWordsAndIcon()
{
    QFETCH(bool, isTicked);
    QFETCH(qint64, disabled);
    LinkGroup printers = line(AssetKind::Configuration, 2, u"Printer"_s, 7, u"Active"_s, 5);
    printers.isSyncActive = isTicked;
    printers.disabled = disabled;
    LinkGroupModel model(1, LinkSection::Synced);
    model.setGroups({printers, line(AssetKind::Configuration, 1, u"Server"_s, 7, u"Active"_s, 30)});
    const QModelIndex kind = model.index(0, LinkGroupModel::ActiveColumn);
    const QModelIndex own = model.index(0, LinkGroupModel::ActiveColumn, model.index(0, 0));
    QTEST(own.data().toString(), "word");
    QTEST(kind.data().toString(), "kindWord");
    QVERIFY(!own.data(Qt::DecorationRole).value<QIcon>().isNull());
    QVERIFY(!own.data(Qt::ToolTipRole).toString().isEmpty());
}

void LinkGroupModelTest::selectionOfALine_namesItsBlanks()
{
    LinkGroupModel model(9, LinkSection::Orphaned);
    model.setGroups(someGroups());
    const LinkSelection selection = model.selection(model.index(0, 0, model.index(1, 0)));
    QCOMPARE(selection.integrationId, 9);
    QVERIFY(selection.section == LinkSection::Orphaned);
    QVERIFY(selection.kind == AssetKind::Configuration);
    QCOMPARE(selection.typeId, std::optional<OptionId>(0));
    QCOMPARE(selection.statusId, std::optional<OptionId>(0));
    QVERIFY(selection.ids.isEmpty());
}

void LinkGroupModelTest::selectionOfAKind_meansAllOfIt()
{
    LinkGroupModel model(9, LinkSection::Synced);
    model.setGroups(someGroups());
    const LinkSelection selection = model.selection(model.index(1, LinkGroupModel::RecordsColumn));
    QVERIFY(selection.kind == AssetKind::Configuration);
    QVERIFY(!selection.typeId);
    QVERIFY(!selection.statusId);
}

void LinkGroupModelTest::newFigures_keepIndexesAndTouchNoRows()
{
    LinkGroupModel model(1, LinkSection::Synced);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setGroups(someGroups());
    const QPersistentModelIndex printers = model.index(1, 0, model.index(1, 0));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QList<LinkGroup> groups = someGroups();
    groups[1].count = 99;
    model.setGroups(groups);
    QCOMPARE(reset.count() + inserted.count() + removed.count(), 0);
    QVERIFY(printers.isValid());
    QCOMPARE(model.group(printers).count, 99);
    QCOMPARE(cell(model, 1, LinkGroupModel::RecordsColumn), u"131"_s);
}

void LinkGroupModelTest::linesThatCome_andGo_keepTheOthers()
{
    LinkGroupModel model(1, LinkSection::Synced);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setGroups(someGroups());
    const QPersistentModelIndex servers = model.index(2, 0, model.index(1, 0));
    QCOMPARE(servers.data().toString(), u"Server"_s);
    QList<LinkGroup> groups = someGroups();
    groups.removeAt(1); // printers
    groups.removeLast(); // the organizations
    groups += line(AssetKind::Configuration, 4, u"Firewall"_s, 7, u"Active"_s, 1);
    groups += line(AssetKind::Contact, 5, u"Owner"_s, 0, {}, 8);
    model.setGroups(groups);
    QVERIFY(servers.isValid());
    QCOMPARE(servers.data().toString(), u"Server"_s);
    QStringList kinds;
    for (int row = 0; row < model.rowCount(); ++row)
        kinds += cell(model, row, 0);
    QCOMPARE(kinds, QStringList({u"Configurations"_s, u"Contacts"_s, u"Locations"_s}));
    QStringList types;
    for (int row = 0; row < model.rowCount(model.index(0, 0)); ++row)
        types += cell(model, row, 0, model.index(0, 0));
    QCOMPARE(types, QStringList({u"(no type)"_s, u"Firewall"_s, u"Server"_s}));
    // A contact has no status to ask for.
    QVERIFY(!model.selection(model.index(0, 0, model.index(1, 0))).statusId);
    model.setGroups({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!servers.isValid());
}

void LinkGroupModelTest::sorting_staysWithinTheKinds()
{
    LinkGroupModel model(1, LinkSection::Synced);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setGroups(someGroups());
    const QPersistentModelIndex printers = model.index(1, 0, model.index(1, 0));
    model.sort(LinkGroupModel::RecordsColumn, Qt::DescendingOrder);
    QCOMPARE(cell(model, 0, 0), u"Organizations"_s);
    const QModelIndex configurations = model.index(1, 0);
    QCOMPARE(cell(model, 0, 0, configurations), u"Server"_s);
    QCOMPARE(cell(model, 2, 0, configurations), u"(no type)"_s);
    QCOMPARE(printers.data().toString(), u"Printer"_s);
    QCOMPARE(printers.row(), 1);
}

QTEST_MAIN(LinkGroupModelTest)
#include "tst_linkgroupmodel.moc"
