// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recordidlist.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class tst_RecordIdList final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rows_areKnownInShortAndLongLists();
    void steps_leadThere_data();
    void steps_leadThere();
    void fewRuns_staySmallSteps();
    void manyRuns_areAFewSteps();
    void equalLists_needNothing();
    void randomLists_alwaysArrive();
};

namespace {

using Type = RecordListStep::Type;

QList<RecordId> range(RecordId first, RecordId last)
{
    QList<RecordId> ids;
    for (RecordId id = first; id <= last; ++id)
        ids.append(id);
    return ids;
}

/** What a model that takes the steps holds in the end; fails when a step is not what it says. */
QList<RecordId> walked(const RecordIdList &from, const QList<RecordListStep> &steps)
{
    QList<RecordId> ids = from.ids();
    for (const RecordListStep &step : steps) {
        const QList<RecordId> after = step.after.ids();
        switch (step.type) {
        case Type::Remove:
            ids.remove(step.first, step.last - step.first + 1);
            break;
        case Type::Insert: {
            const QList<RecordId> added = after.mid(step.first, step.last - step.first + 1);
            ids = ids.mid(0, step.first) + added + ids.mid(step.first);
            break;
        }
        case Type::Reorder: {
            QList<RecordId> before = ids;
            QList<RecordId> sorted = after;
            std::ranges::sort(before);
            std::ranges::sort(sorted);
            if (before != sorted)
                return {};
            ids = after;
            break;
        }
        }
        if (ids != after)
            return {};
        for (qsizetype row = 0; row < ids.size(); ++row) {
            if (step.after.rowOf(ids.at(row)) != row)
                return {};
        }
    }
    return ids;
}

} // namespace

void tst_RecordIdList::rows_areKnownInShortAndLongLists()
{
    for (const RecordId last : {10, 5000}) {
        QList<RecordId> ids = range(1, last);
        std::ranges::reverse(ids);
        const RecordIdList list(ids);
        QCOMPARE(list.size(), last);
        QCOMPARE(list.rowOf(last), 0);
        QCOMPARE(list.rowOf(1), int(last) - 1);
        QCOMPARE(list.rowOf(last + 1), -1);
        QCOMPARE(list.rowOf(0), -1);
        QCOMPARE(list.rowOf(-3), -1);
        QCOMPARE(list.at(-1), 0);
        QCOMPARE(list.at(last), 0);
    }
    QCOMPARE(RecordIdList().rowOf(1), -1);
}

void tst_RecordIdList::steps_leadThere_data()
{
    QTest::addColumn<QList<RecordId>>("from");
    QTest::addColumn<QList<RecordId>>("to");
    QTest::newRow("from nothing") << QList<RecordId>() << range(1, 5);
    QTest::newRow("to nothing") << range(1, 5) << QList<RecordId>();
    QTest::newRow("all others") << range(1, 5) << range(6, 9);
    QTest::newRow("turned round") << QList<RecordId>{1, 2, 3} << QList<RecordId>{3, 2, 1};
    QTest::newRow("one moved") << QList<RecordId>{1, 2, 3, 4} << QList<RecordId>{2, 3, 4, 1};
    QTest::newRow("gone, new and moved")
        << QList<RecordId>{1, 2, 3, 4, 5} << QList<RecordId>{9, 5, 3, 8, 1, 7};
    QTest::newRow("every second gone") << range(1, 20) << QList<RecordId>{2, 4, 6, 8, 10, 12, 14, 16, 18, 20};
    QTest::newRow("every second new") << QList<RecordId>{2, 4, 6, 8, 10, 12, 14, 16, 18, 20} << range(1, 20);
}

void tst_RecordIdList::steps_leadThere()
{
    QFETCH(const QList<RecordId>, from);
    QFETCH(const QList<RecordId>, to);
    const RecordIdList start(from);
    QCOMPARE(walked(start, stepsBetween(start, RecordIdList(to))), to);
}

void tst_RecordIdList::fewRuns_staySmallSteps()
{
    const RecordIdList from(range(1, 100));
    QList<RecordId> ids = range(1, 100);
    ids.remove(40, 3);
    ids.insert(10, 200);
    ids.insert(11, 201);
    const QList<RecordListStep> steps = stepsBetween(from, RecordIdList(ids));
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps.at(0).type, Type::Remove);
    QCOMPARE(steps.at(0).first, 40);
    QCOMPARE(steps.at(0).last, 42);
    QCOMPARE(steps.at(1).type, Type::Insert);
    QCOMPARE(steps.at(1).first, 10);
    QCOMPARE(steps.at(1).last, 11);
}

void tst_RecordIdList::manyRuns_areAFewSteps()
{
    const RecordIdList from(range(1, 10'000));
    QList<RecordId> ids;
    for (RecordId id = 1; id <= 10'000; ++id) {
        if (id % 10 != 0)
            ids.append(id);
        if (id % 7 == 0)
            ids.append(id + 20'000);
    }
    const QList<RecordListStep> steps = stepsBetween(from, RecordIdList(ids));
    QVERIFY(steps.size() <= 4);
    QCOMPARE(walked(from, steps), ids);
}

void tst_RecordIdList::equalLists_needNothing()
{
    QVERIFY(stepsBetween(RecordIdList(range(1, 3000)), RecordIdList(range(1, 3000))).isEmpty());
}

void tst_RecordIdList::randomLists_alwaysArrive()
{
    QRandomGenerator random(20240607);
    for (int round = 0; round < 300; ++round) {
        const auto some = [&random] {
            QList<RecordId> ids = range(1, 30);
            std::shuffle(ids.begin(), ids.end(), random);
            ids.resize(random.bounded(31));
            if (random.bounded(2) == 0)
                std::ranges::sort(ids);
            return ids;
        };
        const RecordIdList from(some());
        const QList<RecordId> to = some();
        QCOMPARE(walked(from, stepsBetween(from, RecordIdList(to))), to);
    }
}

QTEST_MAIN(tst_RecordIdList)
#include "tst_recordidlist.moc"
