// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulkwrites.h"

#include "store/recordstore.h"
#include "storefixture.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestBulkWrites final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void checkPoint_movesWhatWasCommitted();
    void checkPoint_ofLittle_isNotWorthIt();
    void checkPoint_waitsForNoWriter();
    void theConnection_makesNoneItself_untilItIsOver();
};

namespace {

/** Enough for the connection to make a check point of its own, if it does. */
void writeMuch(StoreFixture &store)
{
    RecordStore records(store.database());
    Transaction transaction(store.database());
    must(transaction.begun());
    for (int i = 0; i < 5'000; ++i) {
        must(records.insert(AssetKind::Organization,
                            {{u"name"_s, u"Many Ltd %1"_s.arg(i)}, {u"quick_notes"_s, QString(4'000, u'x')}},
                            RecordSource::Manual, StoreFixture::now()));
    }
    must(transaction.commit());
}

/** Whether the last record is in the database file itself. */
bool isInFile(const StoreFixture &store, const QByteArray &words)
{
    QFile file(store.path());
    return file.open(QIODevice::ReadOnly) && file.readAll().contains(words);
}

} // namespace

void TestBulkWrites::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestBulkWrites::checkPoint_movesWhatWasCommitted()
{
    StoreFixture store;
    BulkWrites writes(store.database());
    must(writes.begin());
    writeMuch(store);
    QVERIFY(!isInFile(store, "Many Ltd 4999"));
    QVERIFY(must(writes.checkPoint(false).result()) > 4'000);
    QVERIFY(isInFile(store, "Many Ltd 4999"));

    // The little that came after it goes at the end, so that nobody's save has to.
    store.addOrganization(u"Quidditch Ltd"_s);
    QCOMPARE(must(writes.checkPoint(false).result()), 0);
    QVERIFY(!isInFile(store, "Quidditch Ltd"));
    QVERIFY(must(writes.checkPoint(true).result()) > 0);
    QVERIFY(isInFile(store, "Quidditch Ltd"));
}

void TestBulkWrites::checkPoint_ofLittle_isNotWorthIt()
{
    StoreFixture store;
    BulkWrites writes(store.database());
    must(writes.begin());
    store.addOrganization(u"Quidditch Ltd"_s);
    for (const bool isEnd : {false, true}) {
        const QFuture<Result<qint64>> done = writes.checkPoint(isEnd);
        QVERIFY(done.isFinished());
        QCOMPARE(must(done.result()), 0);
    }
    QVERIFY(!isInFile(store, "Quidditch Ltd"));
}

void TestBulkWrites::checkPoint_waitsForNoWriter()
{
    StoreFixture store;
    BulkWrites writes(store.database());
    must(writes.begin());
    writeMuch(store);
    Transaction transaction(store.database());
    must(transaction.begun());
    QVERIFY(must(writes.checkPoint(false).result()) > 0);
    must(transaction.commit());
}

void TestBulkWrites::theConnection_makesNoneItself_untilItIsOver()
{
    StoreFixture store;
    {
        BulkWrites writes(store.database());
        must(writes.begin());
        const qint64 before = QFileInfo(store.path()).size();
        writeMuch(store);
        QCOMPARE(QFileInfo(store.path()).size(), before);
    }
    const qint64 before = QFileInfo(store.path()).size();
    store.addOrganization(u"Acme"_s);
    QVERIFY(QFileInfo(store.path()).size() > before + 10'000'000);
}

QTEST_GUILESS_MAIN(TestBulkWrites)
#include "tst_bulkwrites.moc"
