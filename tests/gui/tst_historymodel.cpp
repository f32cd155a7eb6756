// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/historymodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class tst_HistoryModel final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void E5_eventShowsEachFieldBeforeAndAfter();
    void E5_blankAndNamedValuesReadWell();
    void E5_valueThatLostAConflictCanBePutBack();
    void E5_whatTheRecordHasAlreadyCannotBePutBack();
    void newEvents_comeOnTopAndKeepTheRest();
    void gapBetweenNewAndKnown_startsAnew();
    void olderEvents_areAppended();

private:
    [[nodiscard]] QModelIndex change(int event, int row, int column = HistoryModel::WhatColumn) const;

    std::unique_ptr<HistoryModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

namespace {

Event edited(const QJsonObject &fields, qint64 id = 1)
{
    Event event;
    event.id = id;
    event.at = QDateTime::currentDateTimeUtc();
    event.type = Event::Type::Edited;
    event.kind = AssetKind::Configuration;
    event.person = u"Ann"_s;
    event.message = u"Changed here."_s;
    event.fields = fields;
    return event;
}

QJsonObject notes(const QString &before, const QString &after)
{
    return {{u"notes"_s, QJsonObject{{u"before"_s, before}, {u"after"_s, after}}}};
}

QList<Event> events(qint64 newest, qint64 oldest)
{
    QList<Event> list;
    for (qint64 id = newest; id >= oldest; --id)
        list.append(edited(notes(u"a"_s, u"b"_s), id));
    return list;
}

} // namespace

void tst_HistoryModel::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_tester.reset();
    m_model = std::make_unique<HistoryModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
}

QModelIndex tst_HistoryModel::change(int event, int row, int column) const
{
    return m_model->index(row, column, m_model->index(event, 0));
}

void tst_HistoryModel::E5_eventShowsEachFieldBeforeAndAfter()
{
    m_model->setNewest({edited({{u"notes"_s, QJsonObject{{u"before"_s, u"old"_s}, {u"after"_s, u"new"_s}}},
                                {u"name"_s, QJsonObject{{u"before"_s, u"A"_s}, {u"after"_s, u"B"_s}}}},
                               42)});
    QCOMPARE(m_model->index(0, HistoryModel::PersonColumn).data().toString(), u"Ann"_s);
    QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 2);
    QCOMPARE(change(0, 0).data().toString(), u"Name: A → B"_s);
    QCOMPARE(change(0, 1).data().toString(), u"Notes: old → new"_s);
    QCOMPARE(change(0, 1).data(HistoryModel::FieldRole).toString(), u"notes"_s);
    QCOMPARE(change(0, 1).data(HistoryModel::EventIdRole).toLongLong(), 42);
    QCOMPARE(change(0, 1).data(HistoryModel::PutBackTextRole).toString(), u"old"_s);
    QVERIFY(!m_model->index(0, 0).data(HistoryModel::CanPutBackRole).toBool());
}

void tst_HistoryModel::E5_blankAndNamedValuesReadWell()
{
    m_model->setNewest({edited(
        {{u"configuration_type"_s,
          QJsonObject{{u"before"_s, QJsonValue::Null}, {u"after"_s, 7}, {u"after_text"_s, u"Server"_s}}}})});
    QCOMPARE(change(0, 0).data().toString(), u"Type: (blank) → Server"_s);
}

void tst_HistoryModel::E5_valueThatLostAConflictCanBePutBack()
{
    m_model->setNewest({edited(
        {{u"notes"_s,
          QJsonObject{{u"before"_s, u"mine"_s}, {u"after"_s, u"mine"_s}, {u"lost"_s, u"theirs"_s}}}})});
    m_model->setCurrent({{u"notes"_s, u"mine"_s}});
    QCOMPARE(change(0, 0).data().toString(), u"Notes: theirs lost to mine"_s);
    QVERIFY(change(0, 0).data(HistoryModel::CanPutBackRole).toBool());
    QCOMPARE(change(0, 0).data(HistoryModel::PutBackTextRole).toString(), u"theirs"_s);
    const QString tip = change(0, 0, HistoryModel::PutBackColumn).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(u"theirs"_s));
    QVERIFY(tip.contains(u"edit itself"_s));
}

void tst_HistoryModel::E5_whatTheRecordHasAlreadyCannotBePutBack()
{
    m_model->setNewest({edited(notes(u"old"_s, u"new"_s))});
    m_model->setCurrent({{u"notes"_s, u"new"_s}});
    QVERIFY(change(0, 0).data(HistoryModel::CanPutBackRole).toBool());
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setCurrent({{u"notes"_s, u"old"_s}});
    QVERIFY(!change(0, 0).data(HistoryModel::CanPutBackRole).toBool());
    QCOMPARE(changed.size(), 1);
}

void tst_HistoryModel::newEvents_comeOnTopAndKeepTheRest()
{
    m_model->setNewest(events(10, 1));
    const QPersistentModelIndex event(m_model->index(3, 0));
    const QPersistentModelIndex field(change(3, 0));
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->setNewest(events(12, 3));
    QCOMPARE(m_model->rowCount(), 12);
    QCOMPARE(event.row(), 5);
    QCOMPARE(field.parent().row(), 5);
    QCOMPARE(field.data(HistoryModel::EventIdRole).toLongLong(), 7);
    QCOMPARE(reset.size(), 0);
}

void tst_HistoryModel::gapBetweenNewAndKnown_startsAnew()
{
    m_model->setNewest(events(10, 1));
    m_model->setNewest(events(40, 31));
    QCOMPARE(m_model->rowCount(), 10);
    QCOMPARE(m_model->oldestId(), 31);
}

void tst_HistoryModel::olderEvents_areAppended()
{
    m_model->setNewest(events(60, 11));
    QCOMPARE(m_model->oldestId(), 11);
    m_model->appendOlder(events(10, 1));
    QCOMPARE(m_model->rowCount(), 60);
    QCOMPARE(m_model->oldestId(), 1);
    QCOMPARE(m_model->index(59, 0).data(HistoryModel::EventIdRole).toLongLong(), 1);
    m_model->appendOlder({});
    m_model->clear();
    QCOMPARE(m_model->rowCount(), 0);
}

QTEST_MAIN(tst_HistoryModel)
#include "tst_historymodel.moc"
