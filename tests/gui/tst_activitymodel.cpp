// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/activitymodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class tst_ActivityModel final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void newestLine_isOnTop();
    void knownLine_isReplacedInItsPlace();
    void lines_areBounded();
};

namespace {

Activity line(qint64 id, const QString &message)
{
    Activity activity;
    activity.id = id;
    activity.at = QDateTime::currentDateTimeUtc();
    activity.recordId = id;
    activity.message = message;
    return activity;
}

QString messageAt(const ActivityModel &model, int row)
{
    return model.index(row, ActivityModel::MessageColumn).data().toString();
}

} // namespace

void tst_ActivityModel::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void tst_ActivityModel::newestLine_isOnTop()
{
    ActivityModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.add(line(1, u"one"_s));
    model.add(line(2, u"two"_s));
    QCOMPARE(messageAt(model, 0), u"two"_s);
    QCOMPARE(model.index(1, 0).data(ActivityModel::RecordIdRole).toLongLong(), 1);
}

void tst_ActivityModel::knownLine_isReplacedInItsPlace()
{
    ActivityModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.add(line(1, u"one"_s));
    model.add(line(2, u"two"_s));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.add(line(1, u"one, done"_s));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(messageAt(model, 1), u"one, done"_s);
    QCOMPARE(changed.size(), 1);
}

void tst_ActivityModel::lines_areBounded()
{
    ActivityModel model;
    const int count = ActivityModel::maxLines + 50;
    for (int i = 1; i <= count; ++i)
        model.add(line(i, QString::number(i)));
    QCOMPARE(model.rowCount(), ActivityModel::maxLines);
    QCOMPARE(messageAt(model, 0), QString::number(count));
    QCOMPARE(messageAt(model, ActivityModel::maxLines - 1), u"51"_s);
}

QTEST_MAIN(tst_ActivityModel)
#include "tst_activitymodel.moc"
