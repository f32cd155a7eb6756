// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/eventlog.h"

#include "store/eventcsv.h"
#include "store/recordjson.h"
#include "store/recordstore.h"
#include "storefixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestEventLog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void E5_everythingIsReadAsItWasWritten();
    void E5_nameIsKeptWhenTheRecordIsGone();
    void filters_data();
    void filters();
    void pages_followEachOtherNewestFirst();
    void typesHaveNames();
    void everyMixOfFilters_agreesWithLookingAtEachLine();
    void overtakenQuestion_isCancelled();
    void get_findsOneLine();
    void G2_csvIsWhatSpreadsheetsRead_data();
    void G2_csvIsWhatSpreadsheetsRead();
    void G2_exportHoldsAllThatMatch_data();
    void G2_exportHoldsAllThatMatch();
    void G2_jsonHasTheShapeOfTandemctl();
    void G2_exportThatFails_leavesTheFileAsItWas();
    void G2_keptDays();
    void G2_pruneTakesTheOldestALittleAtATime();

private:
    StoreFixture m_store;
    IntegrationId m_integration = 0;
    RecordId m_record = 0;
};

void TestEventLog::initTestCase()
{
    m_integration = m_store.addIntegration();
    m_record = m_store.addOrganization(u"Acme 100% GmbH"_s);
    EventLog log(m_store.database());
    for (int i = 0; i < 10; ++i) {
        Event event;
        event.at = StoreFixture::now().addSecs(i);
        event.type = i % 2 == 0 ? Event::Type::Pushed : Event::Type::PushFailed;
        event.integrationId = i < 6 ? m_integration : 0;
        event.recordId = i < 4 ? m_record : 0;
        event.message = u"message %1"_s.arg(i);
        event.person = i == 0 ? u"ann"_s : QString();
        event.isFailure = i % 2 == 1;
        event.requestId = u"req-%1"_s.arg(i);
        must(log.append(event));
    }
}

void TestEventLog::E5_everythingIsReadAsItWasWritten()
{
    StoreFixture store;
    EventLog log(store.database());
    Event event;
    event.at = StoreFixture::now();
    event.type = Event::Type::Pulled;
    event.integrationId = store.addIntegration();
    event.recordId = store.addConfiguration(store.addOrganization(u"Acme"_s), u"DC01"_s);
    event.kind = AssetKind::Configuration;
    event.person = u"ann"_s;
    event.message = u"Taken."_s;
    event.fields = {{u"notes"_s, QJsonObject{{u"before"_s, u"a"_s}, {u"after"_s, u"b"_s}}}};
    event.requestId = u"r1"_s;
    event.isFailure = true;
    must(log.append(event));
    const Event read = must(log.list({})).constFirst();
    QCOMPARE(read.at, event.at);
    QCOMPARE(read.type, event.type);
    QCOMPARE(read.integrationId, event.integrationId);
    QCOMPARE(read.integrationName, u"Main"_s);
    QCOMPARE(read.recordId, event.recordId);
    QCOMPARE(read.kind, event.kind);
    QCOMPARE(read.recordName, u"DC01"_s);
    QCOMPARE(read.person, event.person);
    QCOMPARE(read.message, event.message);
    QCOMPARE(read.fields, event.fields);
    QCOMPARE(read.requestId, event.requestId);
    QCOMPARE(read.isFailure, true);
}

void TestEventLog::E5_nameIsKeptWhenTheRecordIsGone()
{
    StoreFixture store;
    const RecordId id = store.addOrganization(u"Acme"_s);
    Event event;
    event.at = StoreFixture::now();
    event.recordId = id;
    must(EventLog(store.database()).append(event));
    must(RecordStore(store.database()).remove(id));
    const Event read = must(EventLog(store.database()).list({})).constFirst();
    QCOMPARE(read.recordName, u"Acme"_s);
    QCOMPARE(read.recordId, id);
}

void TestEventLog::filters_data()
{
    QTest::addColumn<EventQuery>("query");
    QTest::addColumn<int>("count");
    EventQuery query;
    QTest::newRow("all") << query << 10;
    query.integrationId = 1;
    QTest::newRow("integration") << query << 6;
    query.recordId = 1;
    QTest::newRow("record of an integration") << query << 4;
    query.failuresOnly = true;
    QTest::newRow("its failures") << query << 2;
    query = {};
    query.since = StoreFixture::now().addSecs(7);
    QTest::newRow("since") << query << 3;
    query = {};
    query.search = u"MESSAGE req-3"_s;
    QTest::newRow("words") << query << 1;
    query.search = u"100%"_s;
    QTest::newRow("percent sign is a percent sign") << query << 4;
    query.search = u"10_%"_s;
    QTest::newRow("underscore is an underscore") << query << 0;
    query.search = u"ann"_s;
    QTest::newRow("person") << query << 1;
    query = {};
    query.limit = 3;
    QTest::newRow("limit") << query << 3;
}

void TestEventLog::filters()
{
    QFETCH(const EventQuery, query);
    QFETCH(const int, count);
    QCOMPARE(must(EventLog(m_store.database()).list(query)).size(), count);
}

void TestEventLog::pages_followEachOtherNewestFirst()
{
    EventLog log(m_store.database());
    EventQuery query;
    query.limit = 4;
    QStringList messages;
    for (;;) {
        const QList<Event> page = must(log.list(query));
        if (page.isEmpty())
            break;
        for (const Event &event : page)
            messages.append(event.message);
        query.beforeId = page.constLast().id;
    }
    QCOMPARE(messages.size(), 10);
    QCOMPARE(messages.constFirst(), u"message 9"_s);
    QCOMPARE(messages.constLast(), u"message 0"_s);
}

void TestEventLog::typesHaveNames()
{
    for (int i = 0; i < int(Event::Type::Count); ++i) {
        QCOMPARE(eventTypeFromName(eventTypeName(Event::Type(i))), Event::Type(i));
        QVERIFY(!eventTypeTitle(Event::Type(i)).isEmpty());
    }
    QVERIFY(!eventTypeFromName(u"nonsense"_s));
}

void TestEventLog::everyMixOfFilters_agreesWithLookingAtEachLine()
{
    StoreFixture store;
    EventLog log(store.database());
    const IntegrationId main = store.addIntegration();
    const IntegrationId other = store.addIntegration(u"Other"_s);
    // Enough that the lines of one integration are many and those of the other few.
    constexpr int lines = 2400;
    QRandomGenerator random(4711);
    const auto oneOf = [&random](int count) { return int(random.bounded(count)); };
    {
        Transaction transaction(store.database());
        for (int i = 0; i < lines; ++i) {
            Event event;
            // The clock was set back now and then.
            event.at = StoreFixture::now().addSecs(i - 20 * oneOf(2));
            event.type = Event::Type(oneOf(int(Event::Type::Count)));
            event.integrationId = QList<IntegrationId>{0, main, main, main, other}.at(oneOf(5));
            event.recordId = oneOf(4);
            event.kind = allKinds.at(size_t(oneOf(4)));
            event.recordName = u"record %1"_s.arg(oneOf(5));
            event.message = u"message %1"_s.arg(oneOf(5));
            event.isFailure = oneOf(3) == 0;
            must(log.append(event));
        }
        QVERIFY(transaction.commit());
    }
    EventQuery everything;
    everything.limit = 0;
    const QList<Event> all = must(log.list(everything));
    QCOMPARE(all.size(), lines);
    for (int round = 0; round < 400; ++round) {
        EventQuery query;
        query.integrationId = QList<IntegrationId>{0, main, other}.at(oneOf(3));
        query.recordId = oneOf(3) == 0 ? oneOf(4) : 0;
        query.failuresOnly = oneOf(3) == 0;
        query.beforeId = oneOf(3) == 0 ? oneOf(lines) : 0;
        query.search = oneOf(3) == 0 ? u"REC message %1"_s.arg(oneOf(5)) : QString();
        query.limit = oneOf(2) == 0 ? 0 : 1 + oneOf(30);
        if (oneOf(3) == 0)
            query.kind = allKinds.at(size_t(oneOf(4)));
        if (oneOf(3) == 0)
            query.since = StoreFixture::now().addSecs(oneOf(lines + 20) - 10);
        if (oneOf(3) == 0)
            query.until = StoreFixture::now().addSecs(oneOf(lines + 20) - 10);
        for (int n = oneOf(4); n > 0; --n)
            query.types.append(Event::Type(oneOf(int(Event::Type::Count))));
        QList<qint64> expected;
        for (const Event &event : all) {
            bool isFound = (query.integrationId == 0 || event.integrationId == query.integrationId)
                && (query.recordId == 0 || event.recordId == query.recordId)
                && (!query.failuresOnly || event.isFailure)
                && (query.beforeId == 0 || event.id < query.beforeId)
                && (!query.kind || event.kind == *query.kind)
                && (!query.since.isValid() || event.at >= query.since)
                && (!query.until.isValid() || event.at < query.until)
                && (query.types.isEmpty() || query.types.contains(event.type));
            for (const QString &word : query.search.split(u' ', Qt::SkipEmptyParts)) {
                isFound = isFound
                    && (event.message.contains(word, Qt::CaseInsensitive)
                        || event.recordName.contains(word, Qt::CaseInsensitive));
            }
            if (isFound && (query.limit == 0 || expected.size() < query.limit))
                expected.append(event.id);
        }
        QList<qint64> found;
        for (const Event &event : must(log.list(query)))
            found.append(event.id);
        QCOMPARE(found, expected);
    }
}

void TestEventLog::overtakenQuestion_isCancelled()
{
    const auto events = EventLog(m_store.database()).list({}, [] { return true; });
    QVERIFY(!events);
    QCOMPARE(events.error().code, ErrorCode::Cancelled);
}

void TestEventLog::get_findsOneLine()
{
    const EventLog log(m_store.database());
    const Event newest = must(log.list({})).constFirst();
    QCOMPARE(must(log.get(newest.id)).message, newest.message);
    QCOMPARE(log.get(4711).error().code, ErrorCode::NotFound);
}

void TestEventLog::G2_csvIsWhatSpreadsheetsRead_data()
{
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("plain") << QStringList{u"a"_s, u"b c"_s} << QByteArray("a,b c\r\n");
    QTest::newRow("blank ones") << QStringList{u""_s, u""_s, u"x"_s, u""_s} << QByteArray(",,x,\r\n");
    QTest::newRow("comma") << QStringList{u"a,b"_s, u"c"_s} << QByteArray("\"a,b\",c\r\n");
    QTest::newRow("quote") << QStringList{u"5\" disk"_s} << QByteArray("\"5\"\" disk\"\r\n");
    QTest::newRow("line breaks") << QStringList{u"a\nb"_s, u"c\r\nd"_s}
                                 << QByteArray("\"a\nb\",\"c\r\nd\"\r\n");
    QTest::newRow("umlaut") << QStringList{u"ü"_s} << QByteArray("\xC3\xBC\r\n");
    for (const QString &begin : {u"="_s, u"+"_s, u"-"_s, u"@"_s, u"\t"_s}) {
        QTest::addRow("formula %s", qPrintable(begin))
            << QStringList{u"x"_s, begin + u"A1"_s} << QByteArray("x,'" + begin.toUtf8() + "A1\r\n");
    }
    QTest::newRow("a negative number is none") << QStringList{u"-1.5"_s} << QByteArray("-1.5\r\n");
    QTest::newRow("a sum is a formula") << QStringList{u"-1+2"_s} << QByteArray("'-1+2\r\n");
    QTest::newRow("formula behind a line break") << QStringList{u"\r=1"_s} << QByteArray("\"'\r=1\"\r\n");
    QTest::newRow("formula with a quote")
        << QStringList{u"=HYPERLINK(\"x\")"_s} << QByteArray("\"'=HYPERLINK(\"\"x\"\")\"\r\n");
    QTest::newRow("minus inside") << QStringList{u"ACME-DC01"_s} << QByteArray("ACME-DC01\r\n");
}

void TestEventLog::G2_csvIsWhatSpreadsheetsRead()
{
    QFETCH(const QStringList, cells);
    QFETCH(const QByteArray, line);
    QCOMPARE(csvLine(cells), line);
}

void TestEventLog::G2_exportHoldsAllThatMatch_data()
{
    QTest::addColumn<EventFormat>("format");
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("headLines");
    QTest::newRow("csv") << EventFormat::Csv << QByteArray("\xEF\xBB\xBFTime (UTC),Event,") << 1;
    QTest::newRow("json") << EventFormat::Json << QByteArray("{") << 0;
}

void TestEventLog::G2_exportHoldsAllThatMatch()
{
    QFETCH(const EventFormat, format);
    QFETCH(const QByteArray, head);
    QFETCH(const int, headLines);
    StoreFixture store;
    EventLog log(store.database());
    Transaction transaction(store.database());
    for (int i = 0; i < 2500; ++i)
        must(log.append(
            {.at = StoreFixture::now(), .message = u"message %1"_s.arg(i), .isFailure = i % 5 != 0}));
    QVERIFY(transaction.commit());
    EventQuery query;
    query.failuresOnly = true;
    query.limit = 7;
    const QString path = QFileInfo(store.path()).dir().filePath(u"log"_s);
    QCOMPARE(must(log.exportTo(path, format, query)), 2000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.startsWith(head));
    QCOMPARE(content.count('\n'), 2000 + headLines);
    QVERIFY(content.indexOf("message 2499") < content.indexOf("message 1,") || format == EventFormat::Json);
}

void TestEventLog::G2_jsonHasTheShapeOfTandemctl()
{
    const QString path = QFileInfo(m_store.path()).dir().filePath(u"log.jsonl"_s);
    EventQuery query;
    query.search = u"req-3"_s;
    QCOMPARE(must(EventLog(m_store.database()).exportTo(path, EventFormat::Json, query)), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Event event = must(EventLog(m_store.database()).list(query)).constFirst();
    QCOMPARE(QJsonDocument::fromJson(file.readAll()).object(), eventToJson(event));
}

void TestEventLog::G2_exportThatFails_leavesTheFileAsItWas()
{
    const EventLog log(m_store.database());
    const QDir folder = QFileInfo(m_store.path()).dir();
    const QString path = folder.filePath(u"kept.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("old");
    file.close();
    int questions = 0;
    const auto cancelled = log.exportTo(path, EventFormat::Csv, {}, [&questions] { return ++questions > 5; });
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("old"));
    QCOMPARE(folder.entryList({u"kept*"_s}), QStringList{u"kept.csv"_s});

    const auto impossible = log.exportTo(folder.filePath(u"no/such/folder.csv"_s), EventFormat::Csv, {});
    QCOMPARE(impossible.error().code, ErrorCode::BadInput);
    QVERIFY(impossible.error().message.contains(u"folder.csv"_s));
}

void TestEventLog::G2_keptDays()
{
    StoreFixture store;
    EventLog log(store.database());
    QCOMPARE(must(log.keptDays()), 365);
    must(log.setKeptDays(30));
    QCOMPARE(must(log.keptDays()), 30);
    const qint64 changes = must(store.database().value(u"SELECT total_changes()"_s)).toLongLong();
    must(log.setKeptDays(30));
    QCOMPARE(must(store.database().value(u"SELECT total_changes()"_s)).toLongLong(), changes);
    must(log.setKeptDays(0));
    QCOMPARE(must(log.keptDays()), 0);
    QCOMPARE(log.setKeptDays(-1).error().code, ErrorCode::BadInput);
    must(store.database().execute(u"UPDATE setting SET value = 'nonsense'"_s));
    QCOMPARE(must(log.keptDays()), 365);
}

void TestEventLog::G2_pruneTakesTheOldestALittleAtATime()
{
    StoreFixture store;
    EventLog log(store.database());
    const QDateTime now = StoreFixture::now();
    for (int day = 19; day >= 0; --day)
        must(log.append({.at = now.addDays(-day), .message = QString::number(day)}));
    must(log.setKeptDays(0));
    QCOMPARE(must(log.prune(now.addYears(50), 100)), 0);
    must(log.setKeptDays(10));
    QCOMPARE(must(log.prune(now, 4)), 4);
    QCOMPARE(must(log.list({})).constLast().message, u"15"_s);
    QCOMPARE(must(log.prune(now, 100)), 5);
    QCOMPARE(must(log.list({})).constLast().message, u"10"_s);
    QCOMPARE(must(log.prune(now, 100)), 0);
}

QTEST_GUILESS_MAIN(TestEventLog)
#include "tst_eventlog.moc"
