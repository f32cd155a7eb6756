// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/callfiguresmodel.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QSignalSpy>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class CallFiguresModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void accountIsFirst_thenEveryEndpoint();
    void eachLine_hasTheBudgetsCountedForIt();
    void fewerPermitsThanAllowed_areShownByIconAndWord();
    void newFigures_doNotReset();
};

namespace {

CallFigures someFigures()
{
    using namespace std::chrono_literals;
    CallFigures figures;
    figures.calls = 1234;
    figures.inFlight = 2;
    figures.waiting = 5;
    figures.permitsInForce = 3;
    figures.permitsAllowed = 3;
    figures.windows = {{.used = 6000, .limit = 10000, .windowSeconds = 3600, .spacing = 500ms},
                       {.endpoint = u"Companies"_s, .used = 12, .limit = 60, .windowSeconds = 60}};
    figures.endpoints = {
        {.endpoint = u"Companies"_s, .calls = 1000, .inFlight = 1, .permitsInForce = 1, .permitsAllowed = 3},
        {.endpoint = u"Contacts"_s,
         .calls = 234,
         .inFlight = 1,
         .waiting = 5,
         .permitsInForce = 3,
         .permitsAllowed = 3}};
    return figures;
}

QString cell(const CallFiguresModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

void CallFiguresModelTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QLocale::setDefault(QLocale(QLocale::English));
}

void CallFiguresModelTest::accountIsFirst_thenEveryEndpoint()
{
    CallFiguresModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 0);
    model.setFigures(someFigures());
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(cell(model, 0, CallFiguresModel::NameColumn), u"Whole account"_s);
    QCOMPARE(cell(model, 1, CallFiguresModel::NameColumn), u"Companies"_s);
    QCOMPARE(cell(model, 2, CallFiguresModel::NameColumn), u"Contacts"_s);
    QCOMPARE(cell(model, 0, CallFiguresModel::CallsColumn), u"1,234"_s);
    QCOMPARE(cell(model, 0, CallFiguresModel::WaitingColumn), u"5"_s);
    QCOMPARE(cell(model, 1, CallFiguresModel::WaitingColumn), QString());
}

void CallFiguresModelTest::eachLine_hasTheBudgetsCountedForIt()
{
    CallFiguresModel model;
    model.setFigures(someFigures());
    QCOMPARE(cell(model, 0, CallFiguresModel::UsedColumn), u"calls 6,000 of 10,000 this hour"_s);
    QCOMPARE(cell(model, 0, CallFiguresModel::PaceColumn), u"a call every 0.5 s"_s);
    QCOMPARE(cell(model, 1, CallFiguresModel::UsedColumn), u"calls 12 of 60 this minute"_s);
    QCOMPARE(cell(model, 1, CallFiguresModel::PaceColumn), u"full speed"_s);
    QCOMPARE(cell(model, 2, CallFiguresModel::UsedColumn), u"not limited"_s);
}

void CallFiguresModelTest::fewerPermitsThanAllowed_areShownByIconAndWord()
{
    CallFiguresModel model;
    model.setFigures(someFigures());
    const QModelIndex reduced = model.index(1, CallFiguresModel::UnderWayColumn);
    QCOMPARE(reduced.data().toString(), u"1 of 1"_s);
    QVERIFY(!reduced.data(Qt::DecorationRole).value<QIcon>().isNull());
    QVERIFY(reduced.data(Qt::ToolTipRole).toString().contains(u"too many"_s));
    QVERIFY(
        model.index(2, CallFiguresModel::UnderWayColumn).data(Qt::DecorationRole).value<QIcon>().isNull());
}

void CallFiguresModelTest::newFigures_doNotReset()
{
    CallFiguresModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setFigures(someFigures());
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    CallFigures later = someFigures();
    later.calls = 1300;
    model.setFigures(later);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(cell(model, 0, CallFiguresModel::CallsColumn), u"1,300"_s);
    later.endpoints.append({.endpoint = u"Sites"_s});
    model.setFigures(later);
    QCOMPARE(model.rowCount(), 4);
}

QTEST_MAIN(CallFiguresModelTest)
#include "tst_callfiguresmodel.moc"
