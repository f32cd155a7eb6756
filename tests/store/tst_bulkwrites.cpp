// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulkwrites.h"

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
    void checkPoint_ofNothing_isAnsweredAtOnce();
    void checkPoint_waitsForNoWriter();
    void theConnection_makesNoneItself_untilItIsOver();
};

namespace {

QDateTime changeOf(const StoreFixture &store)
{
    return QFileInfo(store.path()).lastModified();
}

/** Enough for the connection to make a check point of its own, if it does. */
void writeMuch(StoreFixture &store)
{
    Transaction transaction(store.database());
    must(transaction.begun());
    for (int i = 0; i < 200; ++i)
        store.add(AssetKind::Organization, {{u"name"_s, u"N"_s}, {u"quick_notes"_s, QString(100'000, u'x')}});
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
    store.addOrganization(u"Quidditch Ltd"_s);
    QVERIFY(!isInFile(store, "Quidditch Ltd"));
    const QFuture<Result<qint64>> done = writes.checkPoint();
    QVERIFY(must(done.result()) > 0);
    QVERIFY(isInFile(store, "Quidditch Ltd"));
}

void TestBulkWrites::checkPoint_ofNothing_isAnsweredAtOnce()
{
    StoreFixture store;
    store.addOrganization(u"Acme"_s);
    BulkWrites writes(store.database());
    must(writes.checkPoint().result());
    const QDateTime before = changeOf(store);
    const QFuture<Result<qint64>> again = writes.checkPoint();
    QVERIFY(again.isFinished());
    QCOMPARE(must(again.result()), 0);
    QCOMPARE(changeOf(store), before);
}

void TestBulkWrites::checkPoint_waitsForNoWriter()
{
    StoreFixture store;
    BulkWrites writes(store.database());
    store.addOrganization(u"Acme"_s);
    Transaction transaction(store.database());
    must(transaction.begun());
    QVERIFY(must(writes.checkPoint().result()) > 0);
    must(transaction.commit());
}

void TestBulkWrites::theConnection_makesNoneItself_untilItIsOver()
{
    StoreFixture store;
    {
        const BulkWrites writes(store.database());
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
