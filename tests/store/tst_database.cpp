// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "core/clock.h"
#include "store/eventlog.h"
#include "store/linkstore.h"
#include "store/outbox.h"
#include "store/recordstore.h"
#include "storefixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestDatabase : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void newFile_isForItsOwnerOnly();
    void pragmas_areSetAndKept();
    void unusableFile_isRefusedWithAReason_data();
    void unusableFile_isRefusedWithAReason();
    void damagedFile_isReportedAndKept();
    void reader_needsAFileAndWritesNothing();
    void wrongSql_isAnError();
    void failureHalfWay_isNotTheEndOfTheRows();
    void brokenText_doesNotSpoilWhatFollows();
    void uncommitted_isRolledBack();
    void commit_waitsForTheDisk_unlessItCanBeRepeated();
    void keptStatement_takesTheValuesOfEachTime();
    void transaction_waitsForAnotherWriterToFinish();
    void forgottenStatement_isFinishedByTheTransaction();
    void cachedStatements_areBounded();
    void unknownReference_isBadInput();
    void failedAccess_isAFullDisk();
    void saveThatFailsAnywhere_leavesNothingHalfWritten();
};

void TestDatabase::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestDatabase::newFile_isForItsOwnerOnly()
{
    StoreFixture store;
    store.addOrganization(u"Acme"_s);
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        const QString path = store.path() + suffix;
        QVERIFY(QFileInfo::exists(path));
        QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
    }
    QCOMPARE(QFile::permissions(QFileInfo(store.path()).path()) & others, QFile::Permissions());
}

void TestDatabase::pragmas_areSetAndKept()
{
    StoreFixture store;
    store.reopen();
    QCOMPARE(must(store.database().value(u"PRAGMA journal_mode"_s)).toString(), u"wal"_s);
    QCOMPARE(must(store.database().value(u"PRAGMA foreign_keys"_s)).toInt(), 1);
    QCOMPARE(must(store.database().value(u"PRAGMA synchronous"_s)).toInt(), 2);
    QVERIFY(must(store.database().value(u"PRAGMA busy_timeout"_s)).toInt() >= 5000);
}

void TestDatabase::unusableFile_isRefusedWithAReason_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("words");
    QTest::newRow("a folder") << u"."_s << QByteArray() << u"folder"_s;
    QTest::newRow("a text") << u"text.sqlite"_s << QByteArray("Dear customer, ").repeated(100)
                            << u"not a database"_s;
    QTest::newRow("no such place") << u"/proc/tandem/x.sqlite"_s << QByteArray() << u"cannot be made"_s;
    QTest::newRow("a place that takes no files")
        << u"/proc/x.sqlite"_s << QByteArray() << u"cannot be made"_s;
}

void TestDatabase::unusableFile_isRefusedWithAReason()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, content);
    QFETCH(const QString, words);
    const QTemporaryDir folder;
    const QString full = QDir(folder.path()).absoluteFilePath(path);
    if (!content.isEmpty()) {
        QFile file(full);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    const auto database = Database::open(full, Database::Mode::ReadWrite);
    QVERIFY(!database);
    QCOMPARE(database.error().code, ErrorCode::DatabaseUnusable);
    QVERIFY2(database.error().message.contains(words), qPrintable(database.error().message));
    if (!content.isEmpty()) {
        QFile file(full);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }
}

void TestDatabase::damagedFile_isReportedAndKept()
{
    StoreFixture store;
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"damaged.sqlite"_s);
    for (int i = 0; i < 200; ++i)
        store.addOrganization(u"Client %1"_s.arg(i));
    QVERIFY(store.database().run(u"VACUUM INTO ?"_s, {copy}));
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 size = file.size();
    // The header and the schema stay whole, so that only a look at the pages tells.
    QVERIFY(file.seek(size - 6 * 4096));
    file.write(QByteArray(3 * 4096, '\x5a'));
    file.close();
    const auto database = Database::open(copy, Database::Mode::ReadWrite);
    QVERIFY(!database);
    QCOMPARE(database.error().code, ErrorCode::DatabaseUnusable);
    QVERIFY2(database.error().message.contains(u"damaged"_s), qPrintable(database.error().message));
    QCOMPARE(QFileInfo(copy).size(), size);
}

void TestDatabase::reader_needsAFileAndWritesNothing()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"new.sqlite"_s);
    QVERIFY(!Database::open(path, Database::Mode::ReadOnly));
    QVERIFY(!QFileInfo::exists(path));

    StoreFixture store;
    const auto reader = must(Database::open(store.path(), Database::Mode::ReadOnly));
    const auto written = reader->execute(u"DELETE FROM record"_s);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::DatabaseUnusable);
    store.addOrganization(u"Acme"_s);
    QCOMPARE(must(reader->value(u"SELECT name FROM record"_s)).toString(), u"Acme"_s);
}

void TestDatabase::wrongSql_isAnError()
{
    StoreFixture store;
    QCOMPARE(store.database().run(u"SELECT nothing"_s).error().code, ErrorCode::Internal);
    QCOMPARE(store.database().execute(u"UPDATE nowhere SET a = 1"_s).error().code, ErrorCode::Internal);
    QCOMPARE(store.database().value(u"NONSENSE"_s).error().code, ErrorCode::Internal);
}

void TestDatabase::failureHalfWay_isNotTheEndOfTheRows()
{
    StoreFixture store;
    int rows = 0;
    // The second value is no JSON, which SQLite only finds when it gets there.
    const Result<void> read =
        store.database().read(u"SELECT json_extract(column1, '$') FROM (VALUES ('[1]'), ('['))"_s, {},
                              [&](const SqlStatement &) { ++rows; });
    QVERIFY(!read);
    QCOMPARE(rows, 1);
}

void TestDatabase::brokenText_doesNotSpoilWhatFollows()
{
    StoreFixture store;
    const QString broken = QChar(0xd83d) + u"x"_s;
    QCOMPARE(must(store.database().value(u"SELECT ?"_s, {broken})).toString(), u"?x"_s);
}

void TestDatabase::commit_waitsForTheDisk_unlessItCanBeRepeated()
{
    StoreFixture store;
    // SQLite reads this pragma when it is prepared, so it is prepared each time.
    const auto waits = [&] {
        SqlStatement query = must(store.database().run(u"PRAGMA synchronous"_s));
        return query.next() && query.value(0).toInt() == 2;
    };
    for (const Durability durability :
         {Durability::OnDisk, Durability::Later, Durability::Later, Durability::OnDisk, Durability::Later}) {
        Transaction transaction(store.database(), durability);
        must(transaction.begun());
        QCOMPARE(waits(), durability == Durability::OnDisk);
        must(transaction.commit());
    }
}

void TestDatabase::keptStatement_takesTheValuesOfEachTime()
{
    StoreFixture store;
    const QList<QVariantList> rounds {{u"one"_s, 1}, {u"one"_s, 2}, {QVariant(), 2}, {u""_s, 2}, {QVariant(), QVariant()},
                                      {u"one"_s, 1}, {1, u"1"_s},   {u"1"_s, 1}};
    for (const QVariantList &values : rounds) {
        QStringList read;
        must(store.database().read(u"WITH v (a, b) AS (VALUES (?, ?)) SELECT typeof(a) || quote(a), typeof(b) || quote(b) FROM v"_s, values,
                                   [&](const SqlStatement &row) { read = {row.value(0).toString(), row.value(1).toString()}; }));
        const auto written = [](const QVariant &value) {
            if (value.isNull())
                return u"nullNULL"_s;
            return value.typeId() == QMetaType::QString ? QString(u"text'"_s + value.toString() + u'\'')
                                                        : QString(u"integer"_s + value.toString());
        };
        QCOMPARE(read, QStringList({written(values.at(0)), written(values.at(1))}));
    }
}

void TestDatabase::uncommitted_isRolledBack()
{
    StoreFixture store;
    {
        Transaction transaction(store.database());
        QVERIFY(transaction.begun());
        store.addOrganization(u"Acme"_s);
        QCOMPARE(store.count(u"record"_s), 1);
    }
    QCOMPARE(store.count(u"record"_s), 0);
    Transaction transaction(store.database());
    store.addOrganization(u"Acme"_s);
    QVERIFY(transaction.commit());
    QVERIFY(!transaction.commit());
    QCOMPARE(store.count(u"record"_s), 1);
}

void TestDatabase::transaction_waitsForAnotherWriterToFinish()
{
    StoreFixture store;
    auto held = std::make_unique<Transaction>(store.database());
    QVERIFY(held->begun());
    Result<void> begun = fail(ErrorCode::Internal, {});
    const std::unique_ptr<QThread> other(QThread::create([&begun, path = store.path()] {
        const auto database = must(Database::open(path, Database::Mode::ReadOnly));
        must(database->value(u"PRAGMA query_only = OFF"_s));
        Transaction transaction(*database);
        begun = transaction.begun();
    }));
    other->start();
    QVERIFY(!other->wait(50));
    QVERIFY(held->commit());
    held.reset();
    QVERIFY(other->wait(10'000));
    QVERIFY(begun);
}

void TestDatabase::forgottenStatement_isFinishedByTheTransaction()
{
    StoreFixture store;
    store.addOrganization(u"Acme"_s);
    store.addOrganization(u"Beta"_s);
    Transaction transaction(store.database());
    const Result<SqlStatement *> query = store.database().runCached(u"SELECT id FROM record"_s);
    QVERIFY(query);
    QVERIFY((*query)->next());
    QVERIFY(transaction.commit());
    QVERIFY(!(*query)->isActive());
}

void TestDatabase::cachedStatements_areBounded()
{
    StoreFixture store;
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(must(store.database().value(u"SELECT %1"_s.arg(i))).toInt(), i);
    QCOMPARE(must(store.database().value(u"SELECT 0"_s)).toInt(), 0);
}

void TestDatabase::unknownReference_isBadInput()
{
    StoreFixture store;
    const FieldValues fields{{u"name"_s, u"DC01"_s}, {u"organization"_s, 4711}};
    const auto id = RecordStore(store.database())
                        .insert(AssetKind::Configuration, fields, RecordSource::Api, StoreFixture::now());
    QVERIFY(!id);
    QCOMPARE(id.error().code, ErrorCode::BadInput);
}

void TestDatabase::failedAccess_isAFullDisk()
{
    StoreFixture store;
    const qint64 before = store.database().accessCount();
    store.database().failAccess(2);
    QVERIFY(store.database().value(u"SELECT 1"_s));
    const auto second = store.database().value(u"SELECT 1"_s);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::DatabaseFull);
    QVERIFY(store.database().value(u"SELECT 1"_s));
    QCOMPARE(store.database().accessCount(), before + 3);
}

namespace {

/** A save as the record service does it: record, push, badge and history are one. */
Result<void> save(Database &database, RecordId id, IntegrationId integration, const QString &name)
{
    Transaction transaction(database);
    Result<void> done = transaction.begun();
    if (done)
        done = RecordStore(database).update(id, AssetKind::Configuration, {{u"name"_s, name}},
                                            StoreFixture::now());
    if (done)
        done = Outbox(database).enqueue(integration, id, AssetKind::Configuration, u"ann"_s,
                                        StoreFixture::now());
    if (done)
        done = LinkStore(database).setState(integration, id, SyncState::Pending);
    Event event;
    event.at = StoreFixture::now();
    event.recordId = id;
    if (done)
        done = EventLog(database).append(event);
    return done ? transaction.commit() : done;
}

} // namespace

void TestDatabase::saveThatFailsAnywhere_leavesNothingHalfWritten()
{
    StoreFixture store;
    const IntegrationId integration = store.addIntegration();
    const RecordId id = store.addConfiguration(store.addOrganization(u"Acme"_s), u"old"_s);
    store.addLink(integration, id, AssetKind::Configuration, SyncState::Synced, u"7"_s);
    const auto summary = [&] {
        return QStringList{
            must(store.database().value(u"SELECT name || name_key FROM record WHERE id = ?"_s, {id}))
                .toString(),
            must(store.database().value(u"SELECT name FROM configuration"_s)).toString(),
            must(store.database().value(u"SELECT text FROM search WHERE rowid = ?"_s, {id})).toString(),
            must(store.database().value(u"SELECT state FROM link"_s)).toString(),
            QString::number(store.count(u"outbox"_s)),
            QString::number(store.count(u"event"_s))};
    };
    const QStringList before = summary();
    int n = 1;
    for (;; ++n) {
        store.database().failAccess(n);
        const Result<void> saved = save(store.database(), id, integration, u"new"_s);
        store.database().failAccess(0);
        if (saved)
            break;
        QCOMPARE(saved.error().code, ErrorCode::DatabaseFull);
        QCOMPARE(summary(), before);
        QVERIFY(n < 100);
    }
    QVERIFY(n > 8);
    QCOMPARE(summary(), (QStringList{u"newnew"_s, u"new"_s, u"new"_s, u"pending"_s, u"1"_s, u"1"_s}));
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
