// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/optionusemodel.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QSignalSpy>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class OptionUseModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void G3_eachIntegrationHasAColumn_withIconAndWord();
    void listsWithoutTicks_areEnabledWhereThePsaHasThem();
    void newFigures_doNotReset();
};

namespace {

Integration integration(IntegrationId id, const QString &name)
{
    Integration each;
    each.id = id;
    each.name = name;
    return each;
}

QList<OptionUse> someUses()
{
    using Sync = OptionUse::Sync;
    return {{.id = 1,
             .name = u"Customer"_s,
             .records = 1200,
             .integrations =
                 {{.integrationId = 5, .sync = Sync::Enabled, .remoteName = u"Customer"_s},
                  {.integrationId = 6, .sync = Sync::Disabled, .remoteName = u"Kunde"_s, .isActive = false}}},
            {.id = 2, .name = u"Partner"_s, .integrations = {{.integrationId = 5}, {.integrationId = 6}}}};
}

} // namespace

void OptionUseModelTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QLocale::setDefault(QLocale::c());
}

void OptionUseModelTest::G3_eachIntegrationHasAColumn_withIconAndWord()
{
    OptionUseModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setUses(OptionList::OrganizationType, someUses(),
                  {integration(5, u"Main"_s), integration(6, u"West"_s)});
    QCOMPARE(model.columnCount(), 4);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Main"_s);
    QCOMPARE(model.index(0, 1).data().toString(), u"Enabled"_s);
    QCOMPARE(model.index(0, 2).data().toString(), u"Disabled"_s);
    QCOMPARE(model.index(1, 1).data().toString(), u"Not connected"_s);
    for (const QModelIndex &index : {model.index(0, 1), model.index(0, 2), model.index(1, 1)})
        QVERIFY(!index.data(Qt::DecorationRole).value<QIcon>().isNull());
    const QString disabled = model.index(0, 2).data(Qt::ToolTipRole).toString();
    QVERIFY(disabled.contains(u"West"_s));
    QVERIFY(disabled.contains(u"Kunde"_s));
    QVERIFY(disabled.contains(u"inactive"_s));
    QCOMPARE(model.integrationAt(0), 0);
    QCOMPARE(model.integrationAt(2), 6);
    QCOMPARE(model.integrationAt(model.recordsColumn()), 0);
    QVERIFY(model.index(0, 3).data(OptionUseModel::SortRole).toLongLong() == 1200);
}

void OptionUseModelTest::listsWithoutTicks_areEnabledWhereThePsaHasThem()
{
    OptionUseModel model;
    QList<OptionUse> uses = someUses();
    uses[0].integrations[0].sync = OptionUse::Sync::Disabled;
    model.setUses(OptionList::ContactType, uses, {integration(5, u"Main"_s), integration(6, u"West"_s)});
    QCOMPARE(model.index(0, 1).data().toString(), u"Enabled"_s);
    QCOMPARE(model.index(0, 2).data().toString(), u"Disabled"_s); // inactive there
    QCOMPARE(model.index(1, 2).data().toString(), u"Not connected"_s);
}

void OptionUseModelTest::newFigures_doNotReset()
{
    OptionUseModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QList<Integration> integrations{integration(5, u"Main"_s), integration(6, u"West"_s)};
    model.setUses(OptionList::OrganizationType, someUses(), integrations);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QList<OptionUse> uses = someUses();
    uses[1].records = 7;
    model.setUses(OptionList::OrganizationType, uses, integrations);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(model.index(1, 3).data().toString(), u"7"_s);
    uses.removeFirst();
    model.setUses(OptionList::OrganizationType, uses, integrations);
    QCOMPARE(reset.count(), 1);
    QCOMPARE(model.rowCount(), 1);
}

QTEST_MAIN(OptionUseModelTest)
#include "tst_optionusemodel.moc"
