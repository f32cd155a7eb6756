// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvage.h"

#include "store/conflictstore.h"
#include "store/decisionstore.h"
#include "store/eventlog.h"
#include "store/integrationstore.h"
#include "store/linkstore.h"
#include "store/outbox.h"
#include "store/recordqueries.h"
#include "store/recordstore.h"
#include "store/tablelayout.h"
#include "storefixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int pageSize = 4096;

/** What a page is for. */
struct Page {
    QString owner; ///< table or index; empty: free
    QString type; ///< "leaf", "internal" or "overflow"
    int rows = 0;
};

/** All rows of a database as texts, by table and key. */
using Content = QMap<QString, QMap<QString, QStringList>>;

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s", qPrintable(file.errorString()));
}

} // namespace

class TestSalvage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void soundFile_isCopiedWhole();
    void anyPage_costsNoMoreThanItHeld_data();
    void anyPage_costsNoMoreThanItHeld();
    void manyPages_endSound_data();
    void manyPages_endSound();
    void truncatedFile_keepsWhatIsLeft();
    void log_isBroughtIn();
    void olderFile_isBroughtUpToDate();
    void lostPush_isReportedWithWhatItCarried();
    void lostEdits_areReportedAsTheHistoryHasThem();
    void unpushedRecord_comesBackFromTheLog();
    void otherFiles_areRefusedUntouched_data();
    void otherFiles_areRefusedUntouched();
    void newerFile_isRefusedUntouched();
    void damagedFile_isSetAsideUntouched();
    void openTellsTheWayOut();
    void failure_leavesEverythingAsItWas();
    void interruptedSalvage_isFinishedAtTheNextStart();

private:
    void fill();
    void addRecords(int count);
    QString damagedCopy(const QByteArray &content);
    static QByteArray damaged(QByteArray content, int page, const QString &how);
    static Content contentOf(Database &database);
    static QSet<QString> differences(const Content &a, const Content &b, const QString &table);
    static void checkSound(const QString &path);
    void checkNothingIsBlanked(Database &database);

    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
    IntegrationId m_main = 0;
    IntegrationId m_other = 0;
    QList<RecordId> m_records;
    QByteArray m_file; ///< the sound one
    Content m_content;
    QHash<RecordId, Record> m_original;
    QMap<int, Page> m_pages;
};

void TestSalvage::initTestCase()
{
    QLoggingCategory::setFilterRules(u"tandem.*.info=false"_s);
    fill();
    Database &database = m_store->database();
    m_content = contentOf(database);
    for (const AssetKind kind : allKinds) {
        for (const Record &record : must(RecordStore(database).getMany(kind, m_records)))
            m_original.insert(record.id, record);
    }
    must(database.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    m_file = readFile(m_store->path());
    for (int page = 1; page <= m_file.size() / pageSize; ++page)
        m_pages.insert(page, {});
    const Result<void> read = database.read(
        u"SELECT pageno, name, pagetype, ncell FROM dbstat"_s, {}, [this](const SqlStatement &row) {
            m_pages[row.value(0).toInt()] = {.owner = row.value(1).toString(),
                                             .type = row.value(2).toString(),
                                             .rows = row.value(3).toInt()};
        });
    if (!read)
        QSKIP("This SQLite cannot tell what its pages are for.");
    for (const QString &table :
         {u"record"_s, u"configuration"_s, u"link"_s, u"outbox"_s, u"event"_s, u"remote_option"_s}) {
        const bool hasInterior = std::any_of(m_pages.begin(), m_pages.end(), [&](const Page &page) {
            return page.owner == table && page.type == "internal"_L1;
        });
        QVERIFY2(hasInterior, qPrintable(table));
    }
}

void TestSalvage::init()
{
    // A thousand salvages are quicker where nothing reaches a disk.
    const QString memory = u"/dev/shm"_s;
    m_folder = std::make_unique<QTemporaryDir>((QFileInfo(memory).isWritable() ? memory : QDir::tempPath())
                                               + u"/tst_salvage-XXXXXX"_s);
    QVERIFY(m_folder->isValid());
}

void TestSalvage::fill()
{
    m_store = std::make_unique<StoreFixture>();
    Database &database = m_store->database();
    m_main = m_store->addIntegration(u"Main"_s);
    m_other = m_store->addIntegration(u"Other"_s);
    must(IntegrationStore(database).setCursor(m_main, u"changed_since"_s, u"2026-01-01T00:00:00.000Z"_s));
    OptionStore options(database);
    QList<RemoteOption> types;
    for (int i = 0; i < 120; ++i) {
        types.append({.list = OptionList::ConfigurationType,
                      .remoteId = QString::number(i),
                      .name = u"Type number %1 of the PSA"_s.arg(i)});
    }
    Transaction transaction(database);
    must(transaction.begun());
    must(options.takeRemote(m_main, OptionList::ConfigurationType, types, true));
    addRecords(110);
    must(EventLog(database).setKeptDays(30));
    must(transaction.commit());
    // Free pages still hold what was on them.
    must(database.value(u"PRAGMA secure_delete = OFF"_s));
    const QString gone = u"It is gone. "_s.repeated(20);
    for (int i = 0; i < 100; ++i)
        must(EventLog(database).append(
            {.at = StoreFixture::now(), .recordId = m_records.constFirst(), .message = gone}));
    must(database.execute(u"DELETE FROM event WHERE message = ?"_s, {gone}));
}

void TestSalvage::addRecords(int count)
{
    Database &database = m_store->database();
    LinkStore links(database);
    Outbox outbox(database);
    const QList<Option> types = must(OptionStore(database).all(OptionList::ConfigurationType));
    RecordId organization = 0;
    for (int i = 0; i < count; ++i) {
        const AssetKind kind = i % 10 == 0 ? AssetKind::Organization
            : i % 10 == 1                  ? AssetKind::Location
            : i % 10 < 4                   ? AssetKind::Contact
                                           : AssetKind::Configuration;
        const QString name = u"%1 %2"_s.arg(kindName(kind)).arg(i);
        FieldValues fields{{kind == AssetKind::Contact ? u"first_name"_s : u"name"_s, name}};
        if (kind != AssetKind::Organization)
            fields.insert(u"organization"_s, organization);
        // Long enough to go on in pages of its own now and then.
        const QString notes = u"notes of %1 "_s.arg(name).repeated(i % 20 == 5 ? 600 : 8);
        fields.insert(kind == AssetKind::Organization ? u"quick_notes"_s : u"notes"_s, notes);
        if (kind == AssetKind::Configuration)
            fields.insert(u"configuration_type"_s, types.at(i % types.size()).id);
        const RecordId id = m_store->add(kind, fields);
        m_records.append(id);
        if (kind == AssetKind::Organization)
            organization = id;
        Event event{.at = StoreFixture::now(), .type = Event::Type::Edited, .recordId = id, .kind = kind};
        event.message = u"Created."_s;
        for (auto it = fields.constBegin(); it != fields.constEnd(); ++it)
            event.fields.insert(it.key(), QJsonObject{{u"after"_s, it.value()}});
        must(EventLog(database).append(event));

        const bool isLinked = i % 7 != 6;
        RemoteValues baseline;
        if (isLinked) {
            for (auto it = fields.constBegin(); it != fields.constEnd(); ++it)
                baseline.insert(it.key(), it.value().isString() ? it.value() : QJsonValue(u"remote"_s));
        }
        Link link = m_store->addLink(m_main, id, kind, isLinked ? SyncState::Synced : SyncState::Pending,
                                     isLinked ? QString::number(i) : QString(), baseline);
        link.version = isLinked ? u"v1"_s : QString();
        link.syncedAt = isLinked ? StoreFixture::now().addDays(1) : QDateTime();
        must(links.update(link));
        if (i % 3 != 0 && isLinked)
            continue;
        must(outbox.enqueue(m_main, id, kind, u"ann"_s, StoreFixture::now()));
        Push push = *must(outbox.get(m_main, id));
        push.stage = Push::Stage((i / 7) % int(Push::Stage::Count));
        if (push.stage == Push::Stage::InFlight || push.stage == Push::Stage::Unknown) {
            push.sent = {{u"notes"_s, notes}};
            push.sentCreate = !isLinked;
            push.sentRevision = 1;
        }
        must(outbox.update(push));
        Conflict conflict;
        conflict.kind = kind;
        conflict.field = u"notes"_s;
        conflict.foundAt = StoreFixture::now();
        must(ConflictStore(database).replace(m_other, id, {conflict}));
        MatchDecision decision;
        decision.integrationId = m_other;
        decision.kind = kind;
        decision.remote.id = QString::number(i);
        decision.name = name;
        decision.foundAt = StoreFixture::now();
        must(DecisionStore(database).put(decision));
    }
}

Content TestSalvage::contentOf(Database &database)
{
    Content content;
    for (const TableLayout &table : must(tableLayouts(database))) {
        const int keys = table.hasIds() ? 1 : 3;
        must(database.read(u"SELECT * FROM %1"_s.arg(table.name), {}, [&](const SqlStatement &row) {
            QStringList values;
            QStringList key;
            for (int i = 0; i < table.columns.size(); ++i) {
                values.append(row.value(i).toString());
                if (i < keys)
                    key.append(row.value(i).toString());
            }
            content[table.name].insert(key.join(u'/'), values);
        }));
    }
    content.remove(u"integration_cursor"_s);
    return content;
}

/** Keys of rows that are only in one of them, or not the same. */
QSet<QString> TestSalvage::differences(const Content &a, const Content &b, const QString &table)
{
    QSet<QString> keys;
    const auto &before = a.value(table);
    const auto &after = b.value(table);
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (after.value(it.key()) != it.value())
            keys.insert(it.key());
    }
    for (auto it = after.begin(); it != after.end(); ++it) {
        if (!before.contains(it.key()))
            keys.insert(it.key());
    }
    return keys;
}

QString TestSalvage::damagedCopy(const QByteArray &content)
{
    const QString path = m_folder->filePath(u"tandem.sqlite"_s);
    writeFile(path, content);
    return path;
}

QByteArray TestSalvage::damaged(QByteArray content, int page, const QString &how)
{
    QRandomGenerator random{quint32(page)};
    const qsizetype begin = qsizetype(page - 1) * pageSize;
    if (how == u"misdirected"_s) {
        const qsizetype other =
            page == 1 ? pageSize : (random.bounded(content.size() / pageSize)) * qsizetype(pageSize);
        return content.replace(begin, pageSize, content.mid(other, pageSize));
    }
    for (qsizetype i = begin; i < begin + pageSize; ++i)
        content[i] = how == u"zeros"_s ? '\0' : char(random.bounded(256));
    return content;
}

void TestSalvage::checkSound(const QString &path)
{
    const auto database = must(Database::open(path, Database::Mode::ReadWrite));
    must(database->check());
    QCOMPARE(must(database->value(u"SELECT count(*) FROM pragma_foreign_key_check"_s)).toInt(), 0);
    QCOMPARE(must(database->value(u"PRAGMA journal_mode"_s)).toString(), u"wal"_s);
    QCOMPARE(must(database->value(u"SELECT count(*) FROM outbox WHERE stage = 'in_flight'"_s)).toInt(), 0);
    QCOMPARE(must(database->value(u"SELECT count(*) FROM integration_cursor"_s)).toInt(), 0);
    // Every record can be shown and found.
    const int records = must(database->value(u"SELECT count(*) FROM record"_s)).toInt();
    QCOMPARE(must(recordRows(*database, must(recordIds(*database, {})))).size(), records);
    int fields = 0;
    for (const AssetKind kind : allKinds)
        fields += must(database->value(u"SELECT count(*) FROM "_s + kindName(kind))).toInt();
    QCOMPARE(fields, records);
    QCOMPARE(must(database->value(u"SELECT count(*) FROM search"_s)).toInt(), records);
}

/** A value that was lost here must never be taken for one that a person blanked. */
void TestSalvage::checkNothingIsBlanked(Database &database)
{
    for (const AssetKind kind : allKinds) {
        for (const Record &record : must(RecordStore(database).getMany(kind, m_records))) {
            const FieldValues &before = m_original.value(record.id).fields;
            for (const Link &link : must(LinkStore(database).ofRecord(record.id))) {
                for (auto it = before.constBegin(); it != before.constEnd(); ++it) {
                    if (record.fields.value(it.key()) != it.value())
                        QVERIFY2(!link.baseline.contains(it.key()), qPrintable(it.key()));
                }
            }
        }
    }
}

void TestSalvage::soundFile_isCopiedWhole()
{
    const QString path = damagedCopy(m_file);
    const SalvageReport report = must(salvage(path));
    QCOMPARE(report.lost(), 0);
    QCOMPARE(report.lostPushes.size(), 0);
    QCOMPARE(report.paused, QStringList());
    checkSound(path);
    const auto database = must(Database::open(path, Database::Mode::ReadWrite));
    const Content content = contentOf(*database);
    for (const QString &table : m_content.keys()) {
        const auto kept = std::find_if(report.tables.begin(), report.tables.end(),
                                       [&](const SalvageReport::Table &each) { return each.name == table; });
        const bool isLog = table == "event"_L1;
        QCOMPARE(differences(m_content, content, table).size(), isLog ? 1 : 0 + (table == "outbox"_L1 ? [&] {
                     int flights = 0;
                     for (const QStringList &row : m_content.value(table))
                         flights += row.at(4) == "in_flight"_L1 ? 1 : 0;
                     return flights;
                 }() : 0));
        QCOMPARE(kept->kept, m_content.value(table).size());
    }
    // Ids of records that are gone are not given out again.
    QVERIFY(must(RecordStore(*database).insert(AssetKind::Organization, {{u"name"_s, u"New"_s}},
                                               RecordSource::Manual, StoreFixture::now()))
            > *std::max_element(m_records.begin(), m_records.end()));
}

void TestSalvage::anyPage_costsNoMoreThanItHeld_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<int>("step");
    QTest::newRow("zeros") << u"zeros"_s << 1;
    QTest::newRow("noise") << u"noise"_s << 3;
    QTest::newRow("another page written there") << u"misdirected"_s << 3;
}

void TestSalvage::anyPage_costsNoMoreThanItHeld()
{
    QFETCH(const QString, how);
    QFETCH(const int, step);
    static const QStringList ofRecords{u"link"_s, u"outbox"_s, u"conflict"_s, u"match_decision"_s};
    for (auto page = m_pages.constBegin(); page != m_pages.constEnd(); ++page) {
        if ((page.key() - 1) % step != 0)
            continue;
        const QString path = m_folder->filePath(u"tandem.sqlite"_s);
        writeFile(path, damaged(m_file, page.key(), how));
        const QString what = u"page %1: %2 of %3"_s.arg(page.key()).arg(page->type, page->owner);
        const Result<SalvageReport> report = salvage(path);
        QVERIFY2(report, qPrintable(what + u": "_s + (report ? QString() : report.error().message)));
        checkSound(path);
        const auto database = must(Database::open(path, Database::Mode::ReadWrite));
        // A value that another value was written over cannot be told from one that a person typed.
        if (how != "misdirected"_L1 || page->type != "overflow"_L1)
            checkNothingIsBlanked(*database);
        const Content content = contentOf(*database);

        const bool isTable = m_content.contains(page->owner);
        // Rows of a table with ids are in its leaves only.
        const bool hasRows = page->type == "leaf"_L1 || page->owner == "remote_option"_L1;
        const int held = !isTable ? 0 : hasRows ? page->rows : page->type == "overflow"_L1 ? 1 : 0;
        QVERIFY2(report->lost() <= held, qPrintable(what));
        const QSet<QString> own = differences(m_content, content, page->owner);
        QSet<QString> pushes; // records of the pushes that are not as they were
        for (const QString &key : own)
            pushes.insert(m_content.value(u"outbox"_s).value(key).value(2));
        for (const QString &table : m_content.keys()) {
            QSet<QString> changed = differences(m_content, content, table);
            for (const QString &key : QSet<QString>(changed)) {
                const QStringList row = m_content.value(table).value(key);
                const bool isNewEvent = table == "event"_L1 && row.isEmpty();
                const bool isFlight = table == "outbox"_L1 && row.value(4) == "in_flight"_L1
                    && content.value(table).value(key).value(4) == "unknown"_L1;
                // What was lost of a record is taken out of its links' baselines too.
                const bool isOfLostRecord = table != page->owner
                    && ((ofRecords.contains(table) && own.contains(row.value(2)))
                        || (table == "record"_L1 && own.contains(key)));
                // Nobody can tell whether a push of which that was lost has made its record.
                const bool isHeld = table == "link"_L1 && page->owner == "outbox"_L1
                    && pushes.contains(row.value(2))
                    && content.value(table).value(key).value(8) == "error"_L1;
                const bool isPaused = table == "integration"_L1
                    && (page->owner == "remote_option"_L1 || page->owner == "sqlite_schema"_L1);
                if (isNewEvent || isFlight || isOfLostRecord || isHeld || isPaused)
                    changed.remove(key);
            }
            const int allowed = table == page->owner ? held : 0;
            QVERIFY2(changed.size() <= allowed,
                     qPrintable(what + u", "_s + table + u": "_s + QStringList(changed.values()).join(u' ')));
        }
        // No edit is lost, and none would make a record a second time.
        for (const QStringList &before : m_content.value(u"outbox"_s)) {
            const RecordId record = before.at(2).toLongLong();
            const auto push = must(Outbox(*database).get(m_main, record));
            QVERIFY2(push, qPrintable(what + u": push of "_s + before.at(2)));
            const auto link = must(LinkStore(*database).get(m_main, record));
            QVERIFY2(link, qPrintable(what));
            const auto original = must(LinkStore(m_store->database()).get(m_main, record));
            QCOMPARE(link->remote.id, original->remote.id);
            const bool couldBeMadeTwice = original->remote.id.isEmpty() && before.at(7).toInt() == 1
                && push->sent.isEmpty() && push->stage != Push::Stage::Rejected;
            QVERIFY2(!couldBeMadeTwice, qPrintable(what));
        }
        QVERIFY(QFile::remove(report->setAside));
        if (QTest::currentTestFailed())
            return;
    }
}

void TestSalvage::manyPages_endSound_data()
{
    QTest::addColumn<int>("share");
    QTest::newRow("one of fifty") << 50;
    QTest::newRow("one of ten") << 10;
    QTest::newRow("one of three") << 3;
}

void TestSalvage::manyPages_endSound()
{
    QFETCH(const int, share);
    QRandomGenerator random{quint32(share)};
    for (int round = 0; round < 9; ++round) {
        const QString how = QStringList{u"zeros"_s, u"noise"_s, u"misdirected"_s}.at(round % 3);
        QByteArray content = m_file;
        for (int page = 1; page <= m_pages.size(); ++page) {
            if (random.bounded(share) == 0)
                content = damaged(content, page, how);
        }
        const QString path = damagedCopy(content);
        if (!canBeSalvaged(path))
            continue;
        const Result<SalvageReport> report = salvage(path);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        checkSound(path);
        const auto database = must(Database::open(path, Database::Mode::ReadWrite));
        // A value that another value was written over cannot be told from one that a person typed.
        if (how != "misdirected"_L1)
            checkNothingIsBlanked(*database);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestSalvage::truncatedFile_keepsWhatIsLeft()
{
    const QString path = damagedCopy(m_file.first(m_file.size() * 2 / 3 + 1000));
    const SalvageReport report = must(salvage(path));
    checkSound(path);
    const auto database = must(Database::open(path, Database::Mode::ReadWrite));
    QVERIFY(must(database->value(u"SELECT count(*) FROM record"_s)).toInt() > 30);
    QVERIFY(report.lost() > 0);
}

void TestSalvage::log_isBroughtIn()
{
    // The newest edits are only in the log as long as the database is open.
    StoreFixture store;
    const IntegrationId main = store.addIntegration();
    for (int i = 0; i < 100; ++i)
        store.addOrganization(u"Client %1"_s.arg(i));
    must(store.database().run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    const RecordId last = store.addOrganization(u"Newest"_s);
    must(
        Outbox(store.database()).enqueue(main, last, AssetKind::Organization, u"ann"_s, StoreFixture::now()));
    const QByteArray file = readFile(store.path());
    for (int page = 1; page <= file.size() / pageSize; ++page) {
        const QString path = damagedCopy(damaged(file, page, u"noise"_s));
        QVERIFY(QFile::copy(store.path() + u"-wal"_s, path + u"-wal"_s));
        const SalvageReport report = must(salvage(path));
        QVERIFY(QFileInfo::exists(report.setAside + u"-wal"_s));
        checkSound(path);
        const auto database = must(Database::open(path, Database::Mode::ReadWrite));
        QCOMPARE(must(RecordStore(*database).get(last)).displayName(), u"Newest"_s);
        QCOMPARE(must(Outbox(*database).count(main, {Push::Stage::Queued, Push::Stage::Rejected})), 1);
    }
}

void TestSalvage::olderFile_isBroughtUpToDate()
{
    const QString path = m_folder->filePath(u"old.sqlite"_s);
    {
        const auto old =
            must(Database::open(path, Database::Mode::ReadWrite, must(shippedMigrations()).first(1)));
        for (int i = 0; i < 100; ++i) {
            must(RecordStore(*old).insert(AssetKind::Organization, {{u"name"_s, u"Client %1"_s.arg(i)}},
                                          RecordSource::Manual, StoreFixture::now()));
        }
    }
    const QByteArray file = readFile(path);
    for (int page = 1; page <= file.size() / pageSize; ++page) {
        writeFile(path, damaged(file, page, u"zeros"_s));
        must(salvage(path));
        checkSound(path);
        const auto database = must(Database::open(path, Database::Mode::ReadWrite));
        QVERIFY(must(database->value(u"SELECT count(*) FROM record"_s)).toInt() >= 99);
        QVERIFY(must(ConflictStore(*database).list(0)).isEmpty());
    }
    QCOMPARE(
        QDir(m_folder->path()).entryList({u"*salvag*"_s, u"*before*"_s}, QDir::AllEntries | QDir::Hidden),
        QStringList());
}

void TestSalvage::lostPush_isReportedWithWhatItCarried()
{
    // All that is known of the records is gone; what they carried is not.
    QByteArray content = m_file;
    for (auto page = m_pages.constBegin(); page != m_pages.constEnd(); ++page) {
        static const QStringList gone{u"organization"_s,        u"location"_s,   u"contact"_s,
                                      u"configuration"_s,       u"record"_s,     u"event"_s,
                                      u"record_organization"_s, u"record_name"_s};
        if (gone.contains(page->owner))
            content = damaged(content, page.key(), u"noise"_s);
    }
    const QString path = damagedCopy(content);
    const SalvageReport report = must(salvage(path));
    checkSound(path);
    int unlinked = 0;
    int carried = 0;
    for (const QStringList &row : m_content.value(u"outbox"_s)) {
        const auto link = must(LinkStore(m_store->database()).get(m_main, row.at(2).toLongLong()));
        unlinked += link->isLinked() ? 0 : 1;
        carried += !link->isLinked() && !row.at(8).isEmpty() ? 1 : 0;
    }
    QVERIFY(unlinked > 0 && carried > 0);
    int reported = 0;
    for (const SalvageReport::LostPush &push : report.lostPushes) {
        QCOMPARE(push.integrationName, u"Main"_s);
        QCOMPARE(push.person, u"ann"_s);
        reported += push.sent.contains(u"notes"_s) ? 1 : 0;
        QVERIFY(push.edits.isEmpty());
    }
    QCOMPARE(report.lostPushes.size(), unlinked);
    QCOMPARE(reported, carried);
    const auto database = must(Database::open(path, Database::Mode::ReadWrite));
    checkNothingIsBlanked(*database);
    // What is linked comes back with the next pull.
    QCOMPARE(
        must(database->value(u"SELECT count(*) FROM record"_s)).toInt(),
        must(m_store->database().value(u"SELECT count(*) FROM link WHERE remote_id IS NOT NULL"_s)).toInt());
}

void TestSalvage::lostEdits_areReportedAsTheHistoryHasThem()
{
    // What waits to be pushed is the value of a record whose fields are gone; only the log still knows it.
    const RecordId record = m_records.at(15);
    const auto link = must(LinkStore(m_store->database()).get(m_main, record));
    QVERIFY(link->isLinked() && must(Outbox(m_store->database()).get(m_main, record)));
    const QString path = damagedCopy(m_file);
    const QJsonObject edit{{u"before"_s, u"a"_s}, {u"after"_s, u"b"_s}, {u"after_text"_s, u"B"_s}};
    {
        const auto database = must(Database::open(path, Database::Mode::ReadWrite));
        must(EventLog(*database).append({.at = link->syncedAt.addSecs(1),
                                         .type = Event::Type::Edited,
                                         .recordId = record,
                                         .fields = {{u"asset_tag"_s, edit}}}));
    }
    QByteArray content = readFile(path);
    for (auto page = m_pages.constBegin(); page != m_pages.constEnd(); ++page) {
        if (page->owner == "configuration"_L1 && page->type == "leaf"_L1)
            content = damaged(content, page.key(), u"zeros"_s);
    }
    writeFile(path, content);
    const SalvageReport report = must(salvage(path));
    const auto lost =
        std::find_if(report.lostPushes.begin(), report.lostPushes.end(),
                     [&](const SalvageReport::LostPush &push) { return push.recordId == record; });
    QVERIFY(lost != report.lostPushes.end());
    QCOMPARE(lost->edits, (QJsonObject{{u"asset_tag"_s, edit}}));
    QVERIFY(!lost->recordName.isEmpty());
}

void TestSalvage::unpushedRecord_comesBackFromTheLog()
{
    QByteArray content = m_file;
    for (auto page = m_pages.constBegin(); page != m_pages.constEnd(); ++page) {
        static const QStringList gone{u"configuration"_s, u"record"_s, u"record_organization"_s,
                                      u"record_name"_s};
        if (gone.contains(page->owner))
            content = damaged(content, page.key(), u"zeros"_s);
    }
    const QString path = damagedCopy(content);
    const SalvageReport report = must(salvage(path));
    checkSound(path);
    QCOMPARE(report.lostPushes.size(), 0);
    const auto database = must(Database::open(path, Database::Mode::ReadWrite));
    int compared = 0;
    for (const Record &record : std::as_const(m_original)) {
        const auto link = must(LinkStore(m_store->database()).get(m_main, record.id));
        if (record.kind != AssetKind::Configuration || link->isLinked())
            continue;
        const Record restored = must(RecordStore(*database).get(record.id));
        QCOMPARE(restored.fields, record.fields);
        QCOMPARE(restored.displayName(), record.displayName());
        ++compared;
    }
    QVERIFY(compared > 0);
}

void TestSalvage::otherFiles_areRefusedUntouched_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("Dear customer, ").repeated(1000);
    QTest::newRow("zeros") << QByteArray(20 * pageSize, '\0');
}

void TestSalvage::otherFiles_areRefusedUntouched()
{
    QFETCH(const QByteArray, content);
    const QString path = damagedCopy(content);
    QVERIFY(!canBeSalvaged(path));
    const Result<SalvageReport> report = salvage(path);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::DatabaseUnusable);
    QVERIFY(report.error().message.contains(u"not a database of Tandem"_s));
    QCOMPARE(readFile(path), content);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{u"tandem.sqlite"_s});
}

void TestSalvage::newerFile_isRefusedUntouched()
{
    QByteArray newer = m_file;
    newer[63] = char(Database::schemaVersion() + 1);
    const QString path = damagedCopy(damaged(newer, 5, u"zeros"_s));
    QCOMPARE(salvage(path).error().code, ErrorCode::DatabaseNewer);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{u"tandem.sqlite"_s});
}

void TestSalvage::damagedFile_isSetAsideUntouched()
{
    const QByteArray content = damaged(m_file, 2, u"noise"_s);
    const QDateTime now = StoreFixture::now();
    for (const QString &name :
         {u"tandem.sqlite.damaged-20260301-100000"_s, u"tandem.sqlite.damaged-20260301-100000-2"_s}) {
        const QString path = damagedCopy(content);
        const SalvageReport report = must(salvage(path, now));
        QCOMPARE(QFileInfo(report.setAside).fileName(), name);
        QCOMPARE(readFile(report.setAside), content);
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
    QCOMPARE(QDir(m_folder->path())
                 .entryList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot)
                 .size(),
             3);
}

void TestSalvage::openTellsTheWayOut()
{
    for (const int page : {1, 2}) {
        const QString path = damagedCopy(damaged(m_file, page, u"noise"_s));
        const auto database = Database::open(path, Database::Mode::ReadWrite);
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::DatabaseUnusable);
        QVERIFY2(
            database.error().message.contains(page == 1 ? u"not a database"_s : u"Tandem can repair it"_s),
            qPrintable(database.error().message));
        QVERIFY(canBeSalvaged(path));
    }
}

void TestSalvage::failure_leavesEverythingAsItWas()
{
    const QByteArray content = damaged(m_file, 2, u"noise"_s);
    const QString path = damagedCopy(content);
    // Where the new database would be made there is something else.
    QVERIFY(QDir(m_folder->path()).mkdir(u"tandem.sqlite.salvaging"_s));
    QVERIFY(!salvage(path));
    QCOMPARE(readFile(path), content);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"tandem.sqlite"_s});
}

void TestSalvage::interruptedSalvage_isFinishedAtTheNextStart()
{
    const QString path = damagedCopy(damaged(m_file, 2, u"noise"_s));
    const SalvageReport report = must(salvage(path));
    // As it is between the last two steps, the damaged file's log still being there.
    QVERIFY(QFile::rename(path, path + u".salvaged"_s));
    writeFile(path + u"-wal"_s, "not the log of the new one");
    QVERIFY(!Database::open(path, Database::Mode::ReadOnly));
    const auto database = must(Database::open(path, Database::Mode::ReadWrite));
    QVERIFY(must(database->value(u"SELECT count(*) FROM record"_s)).toInt() > 100);
    QCOMPARE(readFile(path + u".damaged-wal"_s), QByteArray("not the log of the new one"));
    QVERIFY(!QFileInfo::exists(path + u".salvaged"_s));
    QVERIFY(QFileInfo::exists(report.setAside));
}

QTEST_GUILESS_MAIN(TestSalvage)
#include "tst_salvage.moc"
