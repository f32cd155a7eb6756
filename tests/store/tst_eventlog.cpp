// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/eventlog.h"
#include "store/recordstore.h"
#include "storefixture.h"

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

QTEST_GUILESS_MAIN(TestEventLog)
#include "tst_eventlog.moc"
