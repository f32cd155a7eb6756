// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordqueries.h"

#include "store/eventlog.h"
#include "store/linkstore.h"
#include "store/outbox.h"
#include "store/recordstore.h"
#include "storefixture.h"

#include <QJsonArray>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestRecordQueries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void states_areShown_data();
    void states_areShown();
    void lists_areOrdered_data();
    void lists_areOrdered();
    void orderByOrganization_putsRecordsWithoutOneLast();
    void fewAndMany_areOrderedAlike_data();
    void fewAndMany_areOrderedAlike();
    void filters_data();
    void filters();
    void conditionThatCannotBe_isBadInput_data();
    void conditionThatCannotBe_isBadInput();
    void B5_stateFilter_countsRecordsWithoutALink();
    void stateFilter_seesAnyIntegration();
    void pausedAndDisconnected_areFilteredAsShown();
    void limit_takesTheFirst();
    void overtakenList_isCancelled();
    void rows_areReadyForPeople();
    void rows_keepTheOrderAndLeaveOutWhatIsGone();
    void badges_coverConnectedIntegrations();
    void view_ofALinkedRecord_namesWhatWaits();
    void view_ofANewRecord_namesAllItCarries();
    void view_ofAnUntouchedRecord_namesNothing();
    void view_hasReferenceNamesAndHistory();
    void counts_agreeWithTheLists_data();
    void counts_agreeWithTheLists();
    void counts_ofOrganizations();
    void choices_ofRecords();
    void choices_ofOptions();

private:
    QStringList names(const RecordQuery &query);
    RecordQuery all(AssetKind kind = AssetKind::Configuration);

    std::unique_ptr<StoreFixture> m_store;
    IntegrationId m_integration = 0;
    RecordId m_acme = 0;
    RecordId m_beta = 0;
    OptionId m_server = 0;
    OptionId m_printer = 0;
    QHash<QString, RecordId> m_ids;
};

void TestRecordQueries::init()
{
    m_ids.clear();
    m_store = std::make_unique<StoreFixture>();
    m_integration = m_store->addIntegration();
    OptionStore options(m_store->database());
    m_server = must(options.findOrCreate(OptionList::ConfigurationType, u"Server"_s));
    m_printer = must(options.findOrCreate(OptionList::ConfigurationType, u"printer"_s));
    m_beta = m_store->addOrganization(u"beta"_s);
    m_acme = m_store->addOrganization(u"Acme"_s);
    const auto add = [this](const QString &name, RecordId organization, const FieldValues &fields) {
        m_ids.insert(name, m_store->addConfiguration(organization, name, fields));
    };
    add(u"pc10"_s, m_acme, {{u"configuration_type"_s, m_server}, {u"serial_number"_s, u"b"_s}});
    add(u"PC9"_s, m_beta, {{u"configuration_type"_s, m_printer}, {u"serial_number"_s, u"A"_s}});
    add(u"alpha"_s, m_beta, {{u"serial_number"_s, u"c"_s}, {u"installed_at"_s, u"2026-01-02"_s}});
    add(u"Zulu"_s, m_acme, {{u"configuration_type"_s, m_server}});
    must(RecordStore(m_store->database())
             .update(m_ids.value(u"PC9"_s), AssetKind::Configuration, {{u"notes"_s, u"x"_s}},
                     StoreFixture::now().addSecs(9)));
    m_store->addLink(m_integration, m_ids.value(u"pc10"_s), AssetKind::Configuration, SyncState::Synced,
                     u"1"_s);
    m_store->addLink(m_integration, m_ids.value(u"PC9"_s), AssetKind::Configuration, SyncState::Error,
                     u"2"_s);
    m_store->addLink(m_integration, m_ids.value(u"alpha"_s), AssetKind::Configuration, SyncState::Pending,
                     u"3"_s);
}

QStringList TestRecordQueries::names(const RecordQuery &query)
{
    QStringList names;
    for (const RecordRow &row :
         must(recordRows(m_store->database(), must(recordIds(m_store->database(), query)))))
        names.append(row.name);
    return names;
}

RecordQuery TestRecordQueries::all(AssetKind kind)
{
    RecordQuery query;
    query.kind = kind;
    return query;
}

void TestRecordQueries::states_areShown_data()
{
    QTest::addColumn<bool>("twoWay");
    QTest::addColumn<bool>("paused");
    QTest::addColumn<bool>("disconnected");
    QTest::addColumn<int>("stored");
    QTest::addColumn<SyncState>("shown");
    const int none = -1;
    QTest::newRow("B5: two-way, no row") << true << false << false << none << SyncState::NotYetPushed;
    QTest::newRow("one-way, no row") << false << false << false << none << SyncState::NotSyncing;
    QTest::newRow("paused, no row") << true << true << false << none << SyncState::NotYetPushed;
    QTest::newRow("disconnected, no row") << true << false << true << none << SyncState::NotSyncing;
    QTest::newRow("pending") << true << false << false << int(SyncState::Pending) << SyncState::Pending;
    QTest::newRow("paused, pending") << true << true << false << int(SyncState::Pending) << SyncState::Paused;
    QTest::newRow("paused, held") << true << true << false << int(SyncState::Held) << SyncState::Held;
    QTest::newRow("paused, synced") << true << true << false << int(SyncState::Synced) << SyncState::Synced;
    QTest::newRow("disconnected, synced")
        << true << false << true << int(SyncState::Synced) << SyncState::Disconnected;
}

void TestRecordQueries::states_areShown()
{
    QFETCH(const bool, twoWay);
    QFETCH(const bool, paused);
    QFETCH(const bool, disconnected);
    QFETCH(const int, stored);
    QFETCH(const SyncState, shown);
    Integration integration;
    integration.settings.twoWay = twoWay;
    integration.isPaused = paused;
    integration.isDisconnected = disconnected;
    QCOMPARE(shownState(integration, stored < 0 ? std::nullopt : std::optional(SyncState(stored))), shown);
}

void TestRecordQueries::lists_areOrdered_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QStringList>("expected");
    const auto up = Qt::AscendingOrder;
    const auto down = Qt::DescendingOrder;
    QTest::newRow("by default") << u""_s << up << QStringList{u"alpha"_s, u"PC9"_s, u"pc10"_s, u"Zulu"_s};
    QTest::newRow("name") << u"name"_s << up << QStringList{u"alpha"_s, u"PC9"_s, u"pc10"_s, u"Zulu"_s};
    QTest::newRow("name down") << u"name"_s << down
                               << QStringList{u"Zulu"_s, u"pc10"_s, u"PC9"_s, u"alpha"_s};
    QTest::newRow("kind of one kind")
        << u"kind"_s << up << QStringList{u"alpha"_s, u"PC9"_s, u"pc10"_s, u"Zulu"_s};
    QTest::newRow("organization") << u"organization"_s << up
                                  << QStringList{u"pc10"_s, u"Zulu"_s, u"alpha"_s, u"PC9"_s};
    QTest::newRow("organization down")
        << u"organization"_s << down << QStringList{u"PC9"_s, u"alpha"_s, u"Zulu"_s, u"pc10"_s};
    QTest::newRow("text, blank last")
        << u"serial_number"_s << up << QStringList{u"PC9"_s, u"pc10"_s, u"alpha"_s, u"Zulu"_s};
    QTest::newRow("text down, blank last")
        << u"serial_number"_s << down << QStringList{u"alpha"_s, u"pc10"_s, u"PC9"_s, u"Zulu"_s};
    QTest::newRow("option by its name")
        << u"configuration_type"_s << up << QStringList{u"PC9"_s, u"pc10"_s, u"Zulu"_s, u"alpha"_s};
    QTest::newRow("state") << u"state"_s << up << QStringList{u"pc10"_s, u"Zulu"_s, u"alpha"_s, u"PC9"_s};
    QTest::newRow("state down") << u"state"_s << down
                                << QStringList{u"PC9"_s, u"alpha"_s, u"Zulu"_s, u"pc10"_s};
    QTest::newRow("change, newest first")
        << u"updated_at"_s << down << QStringList{u"PC9"_s, u"Zulu"_s, u"alpha"_s, u"pc10"_s};
    QTest::newRow("no such field") << u"shoe_size"_s << up
                                   << QStringList{u"alpha"_s, u"PC9"_s, u"pc10"_s, u"Zulu"_s};
}

void TestRecordQueries::lists_areOrdered()
{
    QFETCH(const QString, field);
    QFETCH(const Qt::SortOrder, order);
    QFETCH(const QStringList, expected);
    RecordQuery query = all();
    query.sortField = field;
    query.sortOrder = order;
    QCOMPARE(names(query), expected);
}

void TestRecordQueries::orderByOrganization_putsRecordsWithoutOneLast()
{
    m_store->add(AssetKind::Configuration, {{u"name"_s, u"aaa"_s}});
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        RecordQuery query = all();
        query.sortField = u"organization"_s;
        query.sortOrder = order;
        QCOMPARE(names(query).size(), 5);
        QCOMPARE(names(query).constLast(), u"aaa"_s);
    }
}

void TestRecordQueries::fewAndMany_areOrderedAlike_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<bool>("allKinds");
    for (const char *field : {"", "kind", "organization", "state", "updated_at"}) {
        QTest::addRow("one kind by %s", field) << QString::fromLatin1(field) << false;
        QTest::addRow("all kinds by %s", field) << QString::fromLatin1(field) << true;
    }
}

void TestRecordQueries::fewAndMany_areOrderedAlike()
{
    QFETCH(const QString, field);
    QFETCH(const bool, allKinds);
    m_store->addContact(m_acme, u"Ann"_s);
    m_store->addLocation(m_beta, u"Bremen"_s);
    m_store->add(AssetKind::Configuration, {{u"name"_s, u"nobody's"_s}});
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        RecordQuery query = allKinds ? RecordQuery() : all();
        query.sortField = field;
        query.sortOrder = order;
        const QList<RecordId> walked = must(recordIds(m_store->database(), query));
        QCOMPARE(walked.size(), allKinds ? 9 : 5);
        // With a filter that lets all through, the few are sorted instead.
        must(m_store->database().execute(u"UPDATE search SET text = text || ' everywhere'"_s));
        query.search = u"everywhere"_s;
        QCOMPARE(must(recordIds(m_store->database(), query)), walked);
    }
}

void TestRecordQueries::filters_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("text") << u"serial_number"_s << u"b"_s << QStringList{u"pc10"_s};
    QTest::newRow("text is exact") << u"serial_number"_s << u"B"_s << QStringList();
    QTest::newRow("blank") << u"serial_number"_s << u""_s << QStringList{u"Zulu"_s};
    QTest::newRow("date") << u"installed_at"_s << u"2026-01-02"_s << QStringList{u"alpha"_s};
    QTest::newRow("reference by name") << u"organization"_s << u"Acme"_s << QStringList{u"pc10"_s, u"Zulu"_s};
    QTest::newRow("reference by id") << u"organization"_s << u"1"_s << QStringList{u"alpha"_s, u"PC9"_s};
    QTest::newRow("option by name") << u"configuration_type"_s << u"Server"_s
                                    << QStringList{u"pc10"_s, u"Zulu"_s};
    QTest::newRow("option by id") << u"configuration_type"_s << u"2"_s << QStringList{u"PC9"_s};
    QTest::newRow("name") << u"name"_s << u"Zulu"_s << QStringList{u"Zulu"_s};
    QTest::newRow("name is exact") << u"name"_s << u"zulu"_s << QStringList();
    QTest::newRow("source") << u"source"_s << u"manual"_s
                            << QStringList{u"alpha"_s, u"PC9"_s, u"pc10"_s, u"Zulu"_s};
    QTest::newRow("id") << u"id"_s << u"4711"_s << QStringList();
    QTest::newRow("quotes do no harm")
        << u"serial_number"_s << u"'; DROP TABLE record; --"_s << QStringList();
}

void TestRecordQueries::filters()
{
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    QFETCH(const QStringList, expected);
    RecordQuery query = all();
    query.where = {{field, value}};
    QCOMPARE(names(query), expected);
    query.where.append({u"serial_number"_s, u"none has this"_s});
    QCOMPARE(names(query), QStringList());
}

void TestRecordQueries::conditionThatCannotBe_isBadInput_data()
{
    QTest::addColumn<bool>("hasKind");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("no such field") << true << u"shoe_size"_s << u"43"_s;
    QTest::newRow("field without a kind") << false << u"serial_number"_s << u"1"_s;
}

void TestRecordQueries::conditionThatCannotBe_isBadInput()
{
    QFETCH(const bool, hasKind);
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    RecordQuery query = hasKind ? all() : RecordQuery();
    query.where = {{field, value}};
    const auto ids = recordIds(m_store->database(), query);
    QVERIFY(!ids);
    QCOMPARE(ids.error().code, ErrorCode::BadInput);
    QCOMPARE(ids.error().field, field);
}

void TestRecordQueries::B5_stateFilter_countsRecordsWithoutALink()
{
    RecordQuery query = all();
    query.state = SyncState::NotYetPushed;
    QCOMPARE(names(query), QStringList{u"Zulu"_s});
    m_store->changeIntegration(m_integration,
                               [](Integration &integration) { integration.settings.twoWay = false; });
    QCOMPARE(names(query), QStringList());
    query.state = SyncState::NotSyncing;
    QCOMPARE(names(query), QStringList{u"Zulu"_s});
    query.search = u"pc"_s;
    QCOMPARE(names(query), QStringList());
}

void TestRecordQueries::stateFilter_seesAnyIntegration()
{
    const IntegrationId other = m_store->addIntegration(u"Other"_s);
    m_store->addLink(other, m_ids.value(u"pc10"_s), AssetKind::Configuration, SyncState::Error, u"9"_s);
    RecordQuery query = all();
    query.state = SyncState::Error;
    QCOMPARE(names(query), (QStringList{u"PC9"_s, u"pc10"_s}));
    query.integrationId = other;
    QCOMPARE(names(query), QStringList{u"pc10"_s});
    query.integrationId = 99;
    QCOMPARE(recordIds(m_store->database(), query).error().code, ErrorCode::NotFound);
}

void TestRecordQueries::pausedAndDisconnected_areFilteredAsShown()
{
    RecordQuery query = all();
    m_store->changeIntegration(m_integration, [](Integration &integration) { integration.isPaused = true; });
    query.state = SyncState::Pending;
    QCOMPARE(names(query), QStringList());
    query.state = SyncState::Paused;
    QCOMPARE(names(query), QStringList{u"alpha"_s});
    m_store->changeIntegration(m_integration,
                               [](Integration &integration) { integration.isDisconnected = true; });
    QCOMPARE(names(query), QStringList());
    query.state = SyncState::Disconnected;
    QCOMPARE(names(query), (QStringList{u"alpha"_s, u"PC9"_s, u"pc10"_s}));
}

void TestRecordQueries::limit_takesTheFirst()
{
    for (const char *field : {"", "organization", "state", "serial_number"}) {
        RecordQuery query = all();
        query.sortField = QString::fromLatin1(field);
        const QList<RecordId> ids = must(recordIds(m_store->database(), query));
        QCOMPARE(must(recordIds(m_store->database(), query, 2)), ids.first(2));
        QCOMPARE(must(recordIds(m_store->database(), query, 99)), ids);
    }
}

void TestRecordQueries::overtakenList_isCancelled()
{
    const auto ids = recordIds(m_store->database(), all(), 0, [] { return true; });
    QVERIFY(!ids);
    QCOMPARE(ids.error().code, ErrorCode::Cancelled);
}

void TestRecordQueries::rows_areReadyForPeople()
{
    const RecordId contact = m_store->addContact(
        m_acme, u"Ann"_s,
        {{u"last_name"_s, u"Lee"_s},
         {u"important"_s, true},
         {u"emails"_s,
          QJsonArray{QJsonObject{{u"value"_s, u"b@x.example"_s}},
                     QJsonObject{{u"value"_s, u"a@x.example"_s}, {u"primary"_s, true}}}}});
    const QList<RecordRow> rows =
        must(recordRows(m_store->database(), {contact, m_ids.value(u"pc10"_s), m_acme}));
    QCOMPARE(rows.at(0).name, u"Ann Lee"_s);
    QCOMPARE(rows.at(0).organizationName, u"Acme"_s);
    QCOMPARE(rows.at(0).cells.value(u"emails"_s).toString(), u"a@x.example"_s);
    QCOMPARE(rows.at(0).cells.value(u"important"_s).toString(), u"Yes"_s);
    QCOMPARE(rows.at(1).cells.value(u"configuration_type"_s).toString(), u"Server"_s);
    QCOMPARE(rows.at(1).cells.value(u"organization"_s).toString(), u"Acme"_s);
    QVERIFY(!rows.at(1).cells.contains(u"notes"_s));
    QCOMPARE(rows.at(2).organizationName, QString());
    QCOMPARE(rows.at(2).updatedAt, StoreFixture::now());
}

void TestRecordQueries::rows_keepTheOrderAndLeaveOutWhatIsGone()
{
    const QList<RecordId> wanted{m_ids.value(u"Zulu"_s), 4711, m_acme, m_ids.value(u"alpha"_s)};
    QList<RecordId> got;
    for (const RecordRow &row : must(recordRows(m_store->database(), wanted)))
        got.append(row.id);
    QCOMPARE(got, (QList<RecordId>{wanted.at(0), wanted.at(2), wanted.at(3)}));
    QVERIFY(must(recordRows(m_store->database(), {})).isEmpty());
}

void TestRecordQueries::badges_coverConnectedIntegrations()
{
    const IntegrationId off = m_store->addIntegration(u"A one-way"_s, false);
    const IntegrationId gone = m_store->addIntegration(u"Gone"_s);
    m_store->changeIntegration(gone, [](Integration &integration) { integration.isDisconnected = true; });
    const RecordId record = m_ids.value(u"alpha"_s);
    must(LinkStore(m_store->database()).setState(m_integration, record, SyncState::Retrying));
    Outbox outbox(m_store->database());
    must(outbox.enqueue(m_integration, record, AssetKind::Configuration, {}, StoreFixture::now()));
    Push push = *must(outbox.get(m_integration, record));
    push.stage = Push::Stage::Waiting;
    push.nextTryAt = StoreFixture::now().addSecs(60);
    must(outbox.update(push));
    const QList<SyncBadge> badges = must(recordRows(m_store->database(), {record})).constFirst().badges;
    QCOMPARE(badges.size(), 2);
    QCOMPARE(badges.at(0).integrationId, off);
    QCOMPARE(badges.at(0).state, SyncState::NotSyncing);
    QCOMPARE(badges.at(1).integrationName, u"Main"_s);
    QCOMPARE(badges.at(1).state, SyncState::Retrying);
    QCOMPARE(badges.at(1).retryAt, push.nextTryAt);
    const RecordView view = must(recordView(m_store->database(), record));
    QCOMPARE(view.sync.size(), 2);
    QCOMPARE(view.sync.at(1).badge.retryAt, push.nextTryAt);
    QCOMPARE(view.sync.at(0).isTwoWay, false);
}

void TestRecordQueries::view_ofALinkedRecord_namesWhatWaits()
{
    const RecordId record = m_ids.value(u"alpha"_s);
    LinkStore links(m_store->database());
    m_store->addLink(m_integration, m_beta, AssetKind::Organization, SyncState::Synced, u"70"_s);
    Link link = *must(links.get(m_integration, record));
    link.baseline = {{u"name"_s, u"alpha"_s},
                     {u"organization"_s, u"70"_s},
                     {u"serial_number"_s, u"old"_s},
                     {u"installed_at"_s, u"2026-01-02"_s}};
    must(links.update(link));
    const RecordView::Sync sync = must(recordView(m_store->database(), record)).sync.constFirst();
    QCOMPARE(sync.pendingFields, QStringList{u"serial_number"_s});
    QCOMPARE(sync.message, u"Waiting to push Serial number to ConnectWise."_s);
    QCOMPARE(sync.link.remote.id, u"3"_s);
    QCOMPARE(sync.isTwoWay, true);
}

void TestRecordQueries::view_ofANewRecord_namesAllItCarries()
{
    const RecordId record = m_ids.value(u"Zulu"_s);
    m_store->addLink(m_integration, record, AssetKind::Configuration, SyncState::Pending);
    must(Outbox(m_store->database())
             .enqueue(m_integration, record, AssetKind::Configuration, {}, StoreFixture::now()));
    const RecordView::Sync sync = must(recordView(m_store->database(), record)).sync.constFirst();
    QCOMPARE(sync.pendingFields, (QStringList{u"name"_s, u"organization"_s, u"configuration_type"_s}));
}

void TestRecordQueries::view_ofAnUntouchedRecord_namesNothing()
{
    const RecordView::Sync sync =
        must(recordView(m_store->database(), m_ids.value(u"Zulu"_s))).sync.constFirst();
    QCOMPARE(sync.badge.state, SyncState::NotYetPushed);
    QCOMPARE(sync.link.id, 0);
    QVERIFY(sync.pendingFields.isEmpty());
    QCOMPARE(sync.message,
             u"Record not yet pushed to ConnectWise. To trigger a push, try updating the record"_s);
}

void TestRecordQueries::view_hasReferenceNamesAndHistory()
{
    const RecordId record = m_ids.value(u"pc10"_s);
    for (int i = 0; i < 60; ++i) {
        Event event;
        event.at = StoreFixture::now();
        event.recordId = record;
        event.message = QString::number(i);
        must(EventLog(m_store->database()).append(event));
    }
    const RecordView view = must(recordView(m_store->database(), record));
    QCOMPARE(
        view.referenceNames,
        (QHash<QString, QString>{{u"organization"_s, u"Acme"_s}, {u"configuration_type"_s, u"Server"_s}}));
    QCOMPARE(view.history.size(), 50);
    QCOMPARE(view.history.constFirst().message, u"59"_s);
    QCOMPARE(recordView(m_store->database(), 4711).error().code, ErrorCode::NotFound);
}

void TestRecordQueries::counts_agreeWithTheLists_data()
{
    QTest::addColumn<int>("integrations");
    for (const int n : {0, 1, 2, 3})
        QTest::addRow("%d integrations", n) << n;
}

void TestRecordQueries::counts_agreeWithTheLists()
{
    QFETCH(const int, integrations);
    if (integrations == 0) {
        must(m_store->database().execute(u"DELETE FROM link"_s));
        must(m_store->database().execute(u"DELETE FROM integration"_s));
    }
    if (integrations > 1) {
        const IntegrationId other = m_store->addIntegration(u"Other"_s, false);
        m_store->addLink(other, m_ids.value(u"PC9"_s), AssetKind::Configuration, SyncState::Error, u"9"_s);
        m_store->addLink(other, m_ids.value(u"pc10"_s), AssetKind::Configuration, SyncState::Pending, u"8"_s);
        m_store->changeIntegration(other, [](Integration &integration) { integration.isPaused = true; });
    }
    if (integrations > 2) {
        const IntegrationId gone = m_store->addIntegration(u"Gone"_s);
        m_store->addLink(gone, m_acme, AssetKind::Organization, SyncState::Synced, u"9"_s);
        m_store->changeIntegration(gone, [](Integration &integration) { integration.isDisconnected = true; });
    }
    const RecordCounts counts = must(recordCounts(m_store->database()));
    for (const SyncState state : allSyncStates) {
        RecordQuery query;
        query.state = state;
        const qint64 listed = must(recordIds(m_store->database(), query)).size();
        QVERIFY2(counts.perState[size_t(state)] == listed, qPrintable(syncStateName(state)));
    }
    RecordQuery waiting;
    waiting.isWaiting = true;
    QCOMPARE(counts.waiting, must(recordIds(m_store->database(), waiting)).size());
    for (const AssetKind kind : allKinds)
        QCOMPARE(counts.perKind[size_t(kind)], must(recordIds(m_store->database(), all(kind))).size());
    if (integrations == 0)
        return;
    const auto ofOne = must(countsByState(m_store->database(), m_integration));
    QCOMPARE(ofOne.value(AssetKind::Configuration),
             (QHash<SyncState, qint64>{{SyncState::Synced, 1},
                                       {SyncState::Error, 1},
                                       {SyncState::Pending, 1},
                                       {SyncState::NotYetPushed, 1}}));
    QCOMPARE(ofOne.value(AssetKind::Organization).value(SyncState::NotYetPushed), 2);
}

void TestRecordQueries::counts_ofOrganizations()
{
    const RecordId child =
        m_store->add(AssetKind::Organization, {{u"name"_s, u"Child"_s}, {u"parent"_s, m_acme}});
    m_store->addContact(child, u"Ann"_s);
    m_store->addLocation(child, u"Main"_s);
    const QList<RecordCounts::OrganizationCount> counts =
        must(recordCounts(m_store->database())).organizations;
    QCOMPARE(counts.size(), 3);
    QCOMPARE(counts.at(0).name, u"Acme"_s);
    QCOMPARE(counts.at(0).configurations, 2);
    QCOMPARE(counts.at(1).name, u"beta"_s);
    QCOMPARE(counts.at(2).parentId, m_acme);
    QCOMPARE(counts.at(2).contacts, 1);
    QCOMPARE(counts.at(2).locations, 1);
    QCOMPARE(counts.at(2).configurations, 0);
}

void TestRecordQueries::choices_ofRecords()
{
    const QList<Choice> any =
        must(recordChoices(m_store->database(), AssetKind::Configuration, 0, u"pc"_s, 0));
    QCOMPARE(any.size(), 2);
    QCOMPARE(any.at(0).text, u"PC9"_s);
    QCOMPARE(any.at(0).detail, u"beta"_s);
    const QList<Choice> own =
        must(recordChoices(m_store->database(), AssetKind::Configuration, m_acme, {}, 1));
    QCOMPARE(own.size(), 1);
    QCOMPARE(own.at(0).id, m_ids.value(u"pc10"_s));
    QCOMPARE(own.at(0).detail, QString());
}

void TestRecordQueries::choices_ofOptions()
{
    OptionStore options(m_store->database());
    must(options.takeRemote(
        m_integration, OptionList::ConfigurationType,
        {{.list = OptionList::ConfigurationType, .remoteId = u"1"_s, .name = u"Server"_s}}, false));
    const QList<Choice> types = must(optionChoices(m_store->database(), OptionList::ConfigurationType, 0));
    QCOMPARE(types.size(), 2);
    QCOMPARE(types.at(0).text, u"printer"_s);
    QCOMPARE(types.at(0).detail, QString());
    QVERIFY(types.at(1).detail.contains(u"Main"_s));
    const OptionId dell = must(options.findOrCreate(OptionList::Manufacturer, u"Dell"_s));
    must(options.findOrCreate(OptionList::Model, u"R740"_s, dell));
    must(options.findOrCreate(OptionList::Model, u"Any"_s));
    must(options.findOrCreate(OptionList::Model, u"DL380"_s, dell + 100));
    QCOMPARE(must(optionChoices(m_store->database(), OptionList::Model, dell)).size(), 2);
    QCOMPARE(must(optionChoices(m_store->database(), OptionList::Model, 0)).size(), 3);
}

QTEST_GUILESS_MAIN(TestRecordQueries)
#include "tst_recordqueries.moc"
