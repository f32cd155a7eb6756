// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/historymodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class tst_HistoryModel final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void E5_eventShowsEachFieldBeforeAndAfter();
    void E5_blankAndNamedValuesReadWell();
};

namespace {

Event edited(const QJsonObject &fields)
{
    Event event;
    event.id = 1;
    event.at = QDateTime::currentDateTimeUtc();
    event.type = Event::Type::Edited;
    event.kind = AssetKind::Configuration;
    event.person = u"Ann"_s;
    event.message = u"Changed here."_s;
    event.fields = fields;
    return event;
}

} // namespace

void tst_HistoryModel::E5_eventShowsEachFieldBeforeAndAfter()
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setEvents({edited({{u"notes"_s, QJsonObject{{u"before"_s, u"old"_s}, {u"after"_s, u"new"_s}}},
                             {u"name"_s, QJsonObject{{u"before"_s, u"A"_s}, {u"after"_s, u"B"_s}}}})});
    const QModelIndex parent = model.index(0, 0);
    QCOMPARE(model.index(0, HistoryModel::PersonColumn).data().toString(), u"Ann"_s);
    QCOMPARE(model.rowCount(parent), 2);
    QCOMPARE(model.index(0, HistoryModel::WhatColumn, parent).data().toString(), u"Name: A → B"_s);
    QCOMPARE(model.index(1, HistoryModel::WhatColumn, parent).data().toString(), u"Notes: old → new"_s);
    QCOMPARE(model.index(1, 0, parent).data(HistoryModel::FieldRole).toString(), u"notes"_s);
    QCOMPARE(model.index(1, 0, parent).data(HistoryModel::BeforeRole).toJsonValue(), QJsonValue(u"old"_s));
}

void tst_HistoryModel::E5_blankAndNamedValuesReadWell()
{
    HistoryModel model;
    model.setEvents({edited(
        {{u"configuration_type"_s,
          QJsonObject{{u"before"_s, QJsonValue::Null}, {u"after"_s, 7}, {u"after_text"_s, u"Server"_s}}}})});
    QCOMPARE(model.index(0, HistoryModel::WhatColumn, model.index(0, 0)).data().toString(),
             u"Type: (blank) → Server"_s);
}

QTEST_MAIN(tst_HistoryModel)
#include "tst_historymodel.moc"
