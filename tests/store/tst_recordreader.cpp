// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordreader.h"

#include "store/conflictstore.h"
#include "store/decisionstore.h"
#include "store/eventlog.h"
#include "store/recordstore.h"
#include "storefixture.h"

#include <QDir>
#include <QFileInfo>
#include <QFuture>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestRecordReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersEveryQuestion();
    void seesWhatWasCommittedBefore();
    void databaseThatIsNotThereYet_isTriedAgain();
    void newerList_overtakesTheOlderOfItsLane();
    void otherLanesAndPages_areLeftAlone();
    void cancelledQuestion_isGivenUp();
    void destruction_cancelsWhatIsLeft();
    void reading_keepsNoLock();

private:
    static RecordQuery configurations();
};

namespace {

template<typename T>
T answer(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return must(future.takeResult());
}

} // namespace

RecordQuery TestRecordReader::configurations()
{
    RecordQuery query;
    query.kind = AssetKind::Configuration;
    return query;
}

void TestRecordReader::answersEveryQuestion()
{
    StoreFixture store;
    const IntegrationId integration = store.addIntegration();
    const RecordId acme = store.addOrganization(u"Acme"_s);
    const RecordId server = store.addConfiguration(acme, u"DC01"_s);
    OptionStore options(store.database());
    must(options.takeRemote(integration, OptionList::Country,
                            {{.list = OptionList::Country, .remoteId = u"49"_s, .name = u"Germany"_s}},
                            false));
    Event event;
    event.at = StoreFixture::now();
    must(EventLog(store.database()).append(event));
    store.addLink(integration, server, AssetKind::Configuration, SyncState::Synced, u"1"_s);
    Conflict conflict;
    conflict.kind = AssetKind::Configuration;
    conflict.field = u"notes"_s;
    conflict.foundAt = StoreFixture::now();
    must(ConflictStore(store.database()).replace(integration, server, {conflict}));
    MatchDecision decision;
    decision.integrationId = integration;
    decision.remote.id = u"7"_s;
    decision.foundAt = StoreFixture::now();
    QVERIFY(must(DecisionStore(store.database()).put(decision)));

    RecordReader reader(store.path());
    QCOMPARE(answer(reader.ids(configurations(), 1)), QList<RecordId>{server});
    QCOMPARE(answer(reader.rows({server}, 1)).constFirst().name, u"DC01"_s);
    QCOMPARE(answer(reader.record(server)).record.fields.value(u"name"_s).toString(), u"DC01"_s);
    QCOMPARE(answer(reader.counts()).perKind[size_t(AssetKind::Configuration)], 1);
    QCOMPARE(answer(reader.recordChoices(AssetKind::Organization, 0, u"ac"_s, 10)).constFirst().id, acme);
    QCOMPARE(answer(reader.optionChoices(OptionList::Country, 0)).constFirst().text, u"Germany"_s);
    QCOMPARE(answer(reader.integrations()).constFirst().id, integration);
    QCOMPARE(answer(reader.remoteOptions(integration)).constFirst().remoteId, u"49"_s);
    QCOMPARE(answer(reader.events({})).size(), 1);
    const QString file = QFileInfo(store.path()).dir().filePath(u"log.csv"_s);
    QCOMPARE(answer(reader.exportEvents({}, file, EventFormat::Csv)), 1);
    QVERIFY(QFileInfo(file).size() > 0);
    QCOMPARE(answer(reader.logDays()), 365);
    QCOMPARE(answer(reader.conflicts(integration)).constFirst().field, u"notes"_s);
    QCOMPARE(answer(reader.decisions(0, false)).constFirst().remote.id, u"7"_s);
    QCOMPARE(answer(reader.linkGroups(integration, LinkSection::Synced)).constFirst().count, 1);
    QCOMPARE(answer(reader.linkedRecords({.integrationId = integration})), QList<RecordId>{server});
    QCOMPARE(answer(reader.optionUses(OptionList::Country)).constFirst().name, u"Germany"_s);
    QFuture<Result<RecordView>> missing = reader.record(4711);
    missing.waitForFinished();
    QCOMPARE(missing.takeResult().error().code, ErrorCode::NotFound);
}

void TestRecordReader::seesWhatWasCommittedBefore()
{
    StoreFixture store;
    RecordReader reader(store.path());
    for (int n = 1; n <= 5; ++n) {
        store.addOrganization(u"Client %1"_s.arg(n));
        QCOMPARE(answer(reader.ids({}, 1)).size(), n);
    }
}

void TestRecordReader::databaseThatIsNotThereYet_isTriedAgain()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"late.sqlite"_s);
    RecordReader reader(path);
    QFuture<Result<RecordCounts>> early = reader.counts();
    early.waitForFinished();
    QCOMPARE(early.takeResult().error().code, ErrorCode::DatabaseUnusable);
    const auto database = must(Database::open(path, Database::Mode::ReadWrite));
    QVERIFY(answer(reader.counts()).organizations.isEmpty());
}

void TestRecordReader::newerList_overtakesTheOlderOfItsLane()
{
    StoreFixture store;
    store.addConfiguration(store.addOrganization(u"Acme"_s), u"DC01"_s);
    RecordReader reader(store.path());
    QList<QFuture<Result<QList<RecordId>>>> futures;
    for (int i = 0; i < 200; ++i)
        futures.append(reader.ids(configurations(), 1));
    QCOMPARE(answer(futures.constLast()).size(), 1);
    futures.removeLast();
    int cancelled = 0;
    for (const auto &future : futures) {
        QVERIFY(future.isFinished());
        cancelled += future.isCanceled() ? 1 : 0;
    }
    // All were overtaken, save those the thread had answered before.
    QVERIFY(cancelled > 0);
}

void TestRecordReader::otherLanesAndPages_areLeftAlone()
{
    StoreFixture store;
    const RecordId server = store.addConfiguration(store.addOrganization(u"Acme"_s), u"DC01"_s);
    RecordReader reader(store.path());
    const auto list = reader.ids(configurations(), 1);
    const auto page = reader.rows({server}, 1);
    const auto other = reader.ids(configurations(), 2);
    const auto otherPage = reader.rows({server}, 2);
    QCOMPARE(answer(list).size(), 1);
    QCOMPARE(answer(page).size(), 1);
    QCOMPARE(answer(other).size(), 1);
    QCOMPARE(answer(otherPage).size(), 1);
}

void TestRecordReader::cancelledQuestion_isGivenUp()
{
    StoreFixture store;
    RecordReader reader(store.path());
    QFuture<Result<RecordCounts>> question = reader.counts();
    question.cancel();
    QTRY_VERIFY(question.isFinished());
    QVERIFY(question.isCanceled());
    QVERIFY(answer(reader.counts()).organizations.isEmpty());
}

void TestRecordReader::destruction_cancelsWhatIsLeft()
{
    StoreFixture store;
    QList<QFuture<Result<RecordCounts>>> futures;
    {
        RecordReader reader(store.path());
        for (int i = 0; i < 100; ++i)
            futures.append(reader.counts());
    }
    for (const auto &future : futures)
        QVERIFY(future.isFinished());
    QVERIFY(futures.constLast().isCanceled());
}

void TestRecordReader::reading_keepsNoLock()
{
    StoreFixture store;
    for (int i = 0; i < 50; ++i)
        store.addOrganization(u"Client %1"_s.arg(i));
    RecordReader reader(store.path());
    QCOMPARE(answer(reader.ids({}, 1)).size(), 50);
    // Only without a reader's lock can the log be emptied.
    int busy = -1;
    must(store.database().read(u"PRAGMA wal_checkpoint(TRUNCATE)"_s, {},
                               [&busy](const SqlStatement &row) { busy = row.value(0).toInt(); }));
    QCOMPARE(busy, 0);
}

QTEST_GUILESS_MAIN(TestRecordReader)
#include "tst_recordreader.moc"
