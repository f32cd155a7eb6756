// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migration.h"

#include "store/eventlog.h"
#include "store/integrationstore.h"
#include "store/outbox.h"
#include "store/recordqueries.h"
#include "store/recordstore.h"
#include "storefixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestMigration : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void splits_data();
    void splits();
    void shipped_areNumberedWithoutGap();
    void emptyFile_getsEveryStep();
    void olderFile_isCopiedAndBroughtUpToDate();
    void failedStep_leavesTheFileAsItWas();
    void newerFile_isRefusedUntouched();
    void reader_doesNotMigrate();
    void version1_keepsItsData();
    void version1_failingAnywhere_isOldOrNew();

private:
    /** A file as the first Tandem made it, with some data. */
    static void makeVersion1(const QString &path);
    static QList<Migration> withSecond(const QStringList &statements);
};

QList<Migration> TestMigration::withSecond(const QStringList &statements)
{
    QList<Migration> migrations = must(shippedMigrations());
    migrations.append({.version = int(migrations.size()) + 1, .statements = statements});
    return migrations;
}

void TestMigration::splits_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QStringList>("statements");
    QTest::newRow("nothing") << u" -- only a remark\n /* and another */ "_s << QStringList();
    QTest::newRow("two") << u"A b;\nC d;"_s << QStringList{u"A b"_s, u"C d"_s};
    QTest::newRow("last without semicolon") << u"A; B"_s << QStringList{u"A"_s, u"B"_s};
    QTest::newRow("empty ones") << u";;A;;"_s << QStringList{u"A"_s};
    QTest::newRow("semicolon in texts")
        << u"A ';' \";\" `;` [;]; B"_s << QStringList{u"A ';' \";\" `;` [;]"_s, u"B"_s};
    QTest::newRow("doubled quote") << u"A 'it''s; so'; B"_s << QStringList{u"A 'it''s; so'"_s, u"B"_s};
    QTest::newRow("semicolon in remarks")
        << u"A -- ; \n b /* ; */ c; D"_s << QStringList{u"A -- ; \n b /* ; */ c"_s, u"D"_s};
    QTest::newRow("remark that looks closed")
        << u"A /*/ ; */ b; C"_s << QStringList{u"A /*/ ; */ b"_s, u"C"_s};
    const QString trigger =
        u"CREATE TRIGGER t AFTER INSERT ON x BEGIN UPDATE x SET a = CASE WHEN a = 'END;' THEN 1 END; "
        "DELETE FROM y; END"_s;
    QTest::newRow("trigger") << trigger + u"; B;"_s << QStringList{trigger, u"B"_s};
    const QString temporary = u"create temp trigger t after delete on x begin select 1; end"_s;
    QTest::newRow("temporary trigger") << temporary + u";B"_s << QStringList{temporary, u"B"_s};
}

void TestMigration::splits()
{
    QFETCH(const QString, sql);
    QFETCH(const QStringList, statements);
    QCOMPARE(splitStatements(sql), statements);
}

void TestMigration::shipped_areNumberedWithoutGap()
{
    const QList<Migration> migrations = must(shippedMigrations());
    QCOMPARE(migrations.constLast().version, Database::schemaVersion());
    for (int i = 0; i < migrations.size(); ++i) {
        QCOMPARE(migrations.at(i).version, i + 1);
        QVERIFY(!migrations.at(i).statements.isEmpty());
    }
}

void TestMigration::emptyFile_getsEveryStep()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.sqlite"_s);
    const auto database =
        must(Database::open(path, Database::Mode::ReadWrite, withSecond({u"CREATE TABLE extra (a)"_s})));
    QCOMPARE(must(database->value(u"PRAGMA user_version"_s)).toInt(), Database::schemaVersion() + 1);
    QVERIFY(database->run(u"SELECT a FROM extra"_s));
    QCOMPARE(QDir(folder.path()).entryList({u"*before*"_s}), QStringList());
}

void TestMigration::olderFile_isCopiedAndBroughtUpToDate()
{
    StoreFixture store;
    store.addOrganization(u"Acme"_s);
    const QString path = store.path();
    const auto database = must(Database::open(
        path, Database::Mode::ReadWrite,
        withSecond({u"CREATE TABLE extra (a)"_s, u"INSERT INTO extra SELECT name FROM record"_s})));
    QCOMPARE(must(database->value(u"SELECT a FROM extra"_s)).toString(), u"Acme"_s);

    const QString copy = path + u".before-v%1"_s.arg(Database::schemaVersion() + 1);
    QCOMPARE(QFile::permissions(copy) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const auto old = must(Database::open(copy, Database::Mode::ReadWrite));
    QCOMPARE(must(old->value(u"SELECT name FROM record"_s)).toString(), u"Acme"_s);
    QCOMPARE(must(old->value(u"PRAGMA user_version"_s)).toInt(), Database::schemaVersion());
}

void TestMigration::failedStep_leavesTheFileAsItWas()
{
    StoreFixture store;
    const QList<Migration> broken =
        withSecond({u"CREATE TABLE extra (a)"_s, u"INSERT INTO nowhere VALUES (1)"_s});
    for (int attempt = 0; attempt < 2; ++attempt)
        QVERIFY(!Database::open(store.path(), Database::Mode::ReadWrite, broken));
    store.reopen();
    QCOMPARE(must(store.database().value(u"PRAGMA user_version"_s)).toInt(), Database::schemaVersion());
    QVERIFY(!store.database().run(u"SELECT a FROM extra"_s));
    // An earlier copy is never written over.
    const QFileInfo file(store.path());
    QCOMPARE(file.dir().entryList({u"*before*"_s}).size(), 2);
}

void TestMigration::newerFile_isRefusedUntouched()
{
    StoreFixture store;
    const QString path = store.path();
    QVERIFY(Database::open(path, Database::Mode::ReadWrite, withSecond({u"CREATE TABLE extra (a)"_s})));
    for (const Database::Mode mode : {Database::Mode::ReadWrite, Database::Mode::ReadOnly}) {
        const auto database = Database::open(path, mode);
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::DatabaseNewer);
        QVERIFY(database.error().message.contains(u"newer"_s));
    }
}

void TestMigration::reader_doesNotMigrate()
{
    StoreFixture store;
    const auto reader =
        Database::open(store.path(), Database::Mode::ReadOnly, withSecond({u"CREATE TABLE extra (a)"_s}));
    QVERIFY(!reader);
    QCOMPARE(reader.error().code, ErrorCode::DatabaseUnusable);
}

void TestMigration::makeVersion1(const QString &path)
{
    const auto database =
        must(Database::open(path, Database::Mode::ReadWrite, must(shippedMigrations()).first(1)));
    Transaction transaction(*database);
    must(transaction.begun());
    Integration main;
    main.name = u"Main"_s;
    const IntegrationId integration = must(IntegrationStore(*database).insert(main));
    RecordStore records(*database);
    for (const QString &name : {u"Zeta"_s, u"acme"_s, u"Beta"_s}) {
        const RecordId id = must(records.insert(AssetKind::Organization, {{u"name"_s, name}},
                                                RecordSource::Manual, StoreFixture::now()));
        must(Outbox(*database).enqueue(integration, id, AssetKind::Organization, u"ann"_s,
                                       StoreFixture::now()));
        must(EventLog(*database).append({.at = StoreFixture::now(),
                                         .type = Event::Type::Edited,
                                         .integrationId = integration,
                                         .recordId = id}));
    }
    must(transaction.commit());
}

void TestMigration::version1_keepsItsData()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.sqlite"_s);
    makeVersion1(path);
    const auto database = must(Database::open(path, Database::Mode::ReadWrite));
    must(database->check());
    QStringList names;
    for (const RecordRow &row : must(recordRows(*database, must(recordIds(*database, {})))))
        names.append(row.name);
    QCOMPARE(names, (QStringList{u"acme"_s, u"Beta"_s, u"Zeta"_s}));
    QCOMPARE(must(Outbox(*database).count(1, {Push::Stage::Queued})), 3);
    EventQuery edits;
    edits.types = {Event::Type::Edited};
    QCOMPARE(must(EventLog(*database).list(edits)).size(), 3);
    QCOMPARE(must(EventLog(*database).keptDays()), 365);
    // The copy is still the old one.
    const auto copy = must(Database::open(path + u".before-v%1"_s.arg(Database::schemaVersion()),
                                          Database::Mode::ReadWrite, must(shippedMigrations()).first(1)));
    QCOMPARE(must(Outbox(*copy).count(1, {Push::Stage::Queued})), 3);
}

void TestMigration::version1_failingAnywhere_isOldOrNew()
{
    const QTemporaryDir folder;
    const QString original = folder.filePath(u"x.sqlite"_s);
    makeVersion1(original);
    const QList<Migration> migrations = must(shippedMigrations());
    const int last = Database::schemaVersion();
    int failures = 0;
    for (int n = 1;; ++n) {
        const QString path = folder.filePath(u"%1/x.sqlite"_s.arg(n));
        QVERIFY(QDir(folder.path()).mkpath(QString::number(n)));
        QVERIFY(QFile::copy(original, path));
        const bool isOpened = Database::open(path, Database::Mode::ReadWrite, migrations, n).has_value();
        QVERIFY(!QFileInfo::exists(path + u"-wal"_s));
        failures += isOpened ? 0 : 1;
        {
            // Nothing of a later schema may be there unless its number is.
            const auto opened = Database::open(path, Database::Mode::ReadWrite, migrations.first(1));
            const int tables = opened
                ? must((*opened)->value(
                           u"SELECT count(*) FROM sqlite_schema WHERE name IN ('conflict', 'setting')"_s))
                      .toInt()
                : 0;
            QCOMPARE(tables, 0);
            QVERIFY(opened || opened.error().code == ErrorCode::DatabaseNewer);
        }
        const auto database = must(Database::open(path, Database::Mode::ReadWrite));
        must(database->check());
        QCOMPARE(must(database->value(u"PRAGMA user_version"_s)).toInt(), last);
        QCOMPARE(must(Outbox(*database).count(1, {Push::Stage::Queued})), 3);
        if (isOpened)
            break;
    }
    QVERIFY2(failures > migrations.constLast().statements.size(), qPrintable(QString::number(failures)));
}

QTEST_GUILESS_MAIN(TestMigration)
#include "tst_migration.moc"
