// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/checklist.h"
#include "ui/integrations/checklistmodel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class CheckListModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void activeValuesComeFirst_byName();
    void inactiveValues_sayInactive();
    void ticks_areKeptByRemoteId();
    void ticksOfValuesThatAreGone_areDropped();
    void sameTickTwice_tellsOnce();
    void allAndNone_concernWhatIsShown();
    void highlight_ticksAndGoesToTheValue();
};

namespace {

QList<StoredOption> types()
{
    return {
        {.list = OptionList::ConfigurationType, .remoteId = u"3"_s, .name = u"Printer"_s},
        {.list = OptionList::ConfigurationType, .remoteId = u"1"_s, .name = u"Managed Server"_s},
        {.list = OptionList::ConfigurationType, .remoteId = u"2"_s, .name = u"Abacus"_s, .isActive = false},
        {.list = OptionList::ConfigurationType, .remoteId = u"4"_s, .name = u"Managed Workstation"_s}};
}

QStringList texts(const QAbstractItemModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all += model.index(row, 0).data().toString();
    return all;
}

} // namespace

void CheckListModelTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void CheckListModelTest::activeValuesComeFirst_byName()
{
    CheckListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setValues(types(), {});
    QCOMPARE(
        texts(model),
        QStringList({u"Managed Server"_s, u"Managed Workstation"_s, u"Printer"_s, u"Abacus (inactive)"_s}));
}

void CheckListModelTest::inactiveValues_sayInactive()
{
    CheckListModel model;
    model.setValues(types(), {});
    const QModelIndex inactive = model.index(model.rowOf(u"2"_s));
    QVERIFY(inactive.data().toString().contains(u"inactive"_s));
    QVERIFY(!inactive.data(CheckListModel::ActiveRole).toBool());
    QVERIFY(inactive.data(Qt::ForegroundRole).isValid());
    // A person may still want the records of an inactive type.
    QVERIFY(inactive.flags().testFlag(Qt::ItemIsEnabled));
}

void CheckListModelTest::ticks_areKeptByRemoteId()
{
    CheckListModel model;
    model.setValues(types(), {u"1"_s});
    QVERIFY(model.setData(model.index(model.rowOf(u"3"_s)), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(model.setData(model.index(model.rowOf(u"1"_s)), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.ticked(), QSet<QString>{u"3"_s});
    QCOMPARE(model.index(model.rowOf(u"3"_s)).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
}

void CheckListModelTest::ticksOfValuesThatAreGone_areDropped()
{
    CheckListModel model;
    model.setValues(types(), {u"1"_s, u"99"_s});
    QCOMPARE(model.ticked(), QSet<QString>{u"1"_s});
}

void CheckListModelTest::sameTickTwice_tellsOnce()
{
    CheckListModel model;
    model.setValues(types(), {});
    QSignalSpy changed(&model, &CheckListModel::tickedChanged);
    model.setData(model.index(0), Qt::Checked, Qt::CheckStateRole);
    model.setData(model.index(0), Qt::Checked, Qt::CheckStateRole);
    QCOMPARE(changed.count(), 1);
}

void CheckListModelTest::allAndNone_concernWhatIsShown()
{
    CheckList list(OptionList::ConfigurationType);
    list.setValues(types(), {u"3"_s});
    auto *filter = list.findChild<QLineEdit *>(u"configurationTypeFilter"_s);
    QTest::keyClicks(filter, u"managed"_s);
    QSignalSpy changed(&list, &CheckList::tickedChanged);
    list.findChild<QToolButton *>(u"configurationTypeAllButton"_s)->click();
    QCOMPARE(list.ticked(), QSet<QString>({u"1"_s, u"3"_s, u"4"_s}));
    QCOMPARE(changed.count(), 1);

    filter->clear();
    list.findChild<QToolButton *>(u"configurationTypeAllButton"_s)->click();
    QVERIFY2(!list.ticked().contains(u"2"_s), "All ticked an inactive value");
    list.findChild<QToolButton *>(u"configurationTypeNoneButton"_s)->click();
    QVERIFY(list.ticked().isEmpty());
    QVERIFY(!list.findChild<QWidget *>(u"configurationTypeHint"_s)->isHidden());
    QVERIFY(list.findChild<QLabel *>(u"configurationTypeHeading"_s)->text().contains(u"0 of 4"_s));
}

void CheckListModelTest::highlight_ticksAndGoesToTheValue()
{
    CheckList list(OptionList::ConfigurationType);
    list.setValues(types(), {});
    list.findChild<QLineEdit *>(u"configurationTypeFilter"_s)->setText(u"server"_s);
    QVERIFY(list.highlight(u"3"_s));
    QCOMPARE(list.ticked(), QSet<QString>{u"3"_s});
    QCOMPARE(list.findChild<QListView *>(u"configurationTypeView"_s)->currentIndex().data().toString(),
             u"Printer"_s);
    QVERIFY(!list.highlight(u"99"_s));
}

QTEST_MAIN(CheckListModelTest)
#include "tst_checklistmodel.moc"
