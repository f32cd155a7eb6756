// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/outbox.h"
#include "storefixture.h"

#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

using Stage = Push::Stage;

class TestOutbox : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everything_isReadAsItWasWritten();
    void C6_editsOfARecord_areOnePush();
    void anotherEdit_forgetsTheBackOff_data();
    void anotherEdit_forgetsTheBackOff();
    void editDuringAFlight_goesNext();
    void editAfterTheAnswerWasAwaited_goesNext();
    void finishedFlight_leavesTheOutbox();
    void recover_turnsFlightsIntoUnknown();
    void heldPushes_areReleased();
    void heldPushes_areReleasedByWhatTheyReferTo();
    void due_isInTheOrderOfKindsThenOldestFirst();
    void F2_due_bringsParentsFirst();
    void due_respectsTheTimeAndTheLimit();
    void nextDue_isTheEarliestRetry();
    void counts_areByStage();
    void integrations_doNotMeet();
    void goneRow_isNotFound();

private:
    Push enqueue(RecordId record, AssetKind kind = AssetKind::Configuration, int second = 0);
    QList<RecordId> due(int limit = 100, int second = 1000);

    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<Outbox> m_outbox;
    IntegrationId m_integration = 0;
    RecordId m_organization = 0;
    RecordId m_server = 0;
};

void TestOutbox::init()
{
    m_outbox.reset();
    m_store = std::make_unique<StoreFixture>();
    m_outbox = std::make_unique<Outbox>(m_store->database());
    m_integration = m_store->addIntegration();
    m_organization = m_store->addOrganization(u"Acme"_s);
    m_server = m_store->addConfiguration(m_organization, u"DC01"_s);
}

Push TestOutbox::enqueue(RecordId record, AssetKind kind, int second)
{
    must(m_outbox->enqueue(m_integration, record, kind, u"ann"_s, StoreFixture::now().addSecs(second)));
    return *must(m_outbox->get(m_integration, record));
}

QList<RecordId> TestOutbox::due(int limit, int second)
{
    QList<RecordId> ids;
    for (const Push &push : must(m_outbox->due(m_integration, StoreFixture::now().addSecs(second), limit)))
        ids.append(push.recordId);
    return ids;
}

void TestOutbox::everything_isReadAsItWasWritten()
{
    Push push = enqueue(m_server);
    QCOMPARE(push.stage, Stage::Queued);
    QCOMPARE(push.revision, 1);
    QCOMPARE(push.person, u"ann"_s);
    QCOMPARE(push.createdAt, StoreFixture::now());
    push.stage = Stage::InFlight;
    push.sentRevision = 1;
    push.sentCreate = true;
    push.sent = {{u"name"_s, u"DC01"_s}};
    push.attempt = 3;
    push.startedAt = StoreFixture::now().addSecs(1);
    push.nextTryAt = StoreFixture::now().addSecs(2);
    must(m_outbox->update(push));
    m_store->reopen();
    const Push read = *must(Outbox(m_store->database()).get(m_integration, m_server));
    QCOMPARE(read.stage, Stage::InFlight);
    QCOMPARE(read.sentRevision, 1);
    QCOMPARE(read.sentCreate, true);
    QCOMPARE(read.sent, push.sent);
    QCOMPARE(read.attempt, 3);
    QCOMPARE(read.startedAt, push.startedAt);
    QCOMPARE(read.nextTryAt, push.nextTryAt);
}

void TestOutbox::C6_editsOfARecord_areOnePush()
{
    const Push first = enqueue(m_server);
    const Push second = enqueue(m_server, AssetKind::Configuration, 60);
    QCOMPARE(second.id, first.id);
    QCOMPARE(second.revision, 2);
    QCOMPARE(second.createdAt, first.createdAt);
    QCOMPARE(m_store->count(u"outbox"_s), 1);
}

void TestOutbox::anotherEdit_forgetsTheBackOff_data()
{
    QTest::addColumn<Stage>("before");
    QTest::addColumn<Stage>("after");
    QTest::addColumn<int>("attempt");
    QTest::newRow("waiting") << Stage::Waiting << Stage::Queued << 0;
    QTest::newRow("held") << Stage::Held << Stage::Queued << 0;
    QTest::newRow("rejected") << Stage::Rejected << Stage::Queued << 0;
    QTest::newRow("conflict") << Stage::Conflict << Stage::Queued << 0;
    QTest::newRow("in flight") << Stage::InFlight << Stage::InFlight << 5;
    QTest::newRow("unknown") << Stage::Unknown << Stage::Unknown << 5;
}

void TestOutbox::anotherEdit_forgetsTheBackOff()
{
    QFETCH(const Stage, before);
    QFETCH(const Stage, after);
    QFETCH(const int, attempt);
    Push push = enqueue(m_server);
    push.stage = before;
    push.attempt = 5;
    push.nextTryAt = StoreFixture::now().addDays(1);
    must(m_outbox->update(push));
    const Push edited = enqueue(m_server, AssetKind::Configuration, 60);
    QCOMPARE(edited.stage, after);
    QCOMPARE(edited.attempt, attempt);
    QCOMPARE(edited.nextTryAt.isValid(), attempt != 0);
    QCOMPARE(edited.revision, 2);
}

void TestOutbox::editDuringAFlight_goesNext()
{
    Push flight = enqueue(m_server);
    flight.stage = Stage::InFlight;
    flight.sentRevision = flight.revision;
    flight.sent = {{u"name"_s, u"DC01"_s}};
    flight.attempt = 1;
    must(m_outbox->update(flight));
    enqueue(m_server);
    QVERIFY(!must(m_outbox->finish(flight)));
    const Push next = *must(m_outbox->get(m_integration, m_server));
    QCOMPARE(next.stage, Stage::Queued);
    QCOMPARE(next.revision, 2);
    QCOMPARE(next.sentRevision, 0);
    QVERIFY(next.sent.isEmpty());
    QCOMPARE(next.attempt, 0);
    QVERIFY(!next.startedAt.isValid());
}

void TestOutbox::editAfterTheAnswerWasAwaited_goesNext()
{
    // The row is read anew before it is finished, as after a start: only what the flight carried is
    // confirmed.
    Push flight = enqueue(m_server);
    flight.stage = Stage::Unknown;
    flight.sentRevision = flight.revision;
    must(m_outbox->update(flight));
    enqueue(m_server);
    const Push read = *must(m_outbox->get(m_integration, m_server));
    QCOMPARE(read.revision, 2);
    QVERIFY(!must(m_outbox->finish(read)));
    QCOMPARE(m_store->count(u"outbox"_s), 1);
}

void TestOutbox::finishedFlight_leavesTheOutbox()
{
    Push flight = enqueue(m_server);
    flight.sentRevision = flight.revision;
    must(m_outbox->update(flight));
    QVERIFY(must(m_outbox->finish(flight)));
    QVERIFY(!must(m_outbox->get(m_integration, m_server)));
}

void TestOutbox::recover_turnsFlightsIntoUnknown()
{
    Push flight = enqueue(m_server);
    flight.stage = Stage::InFlight;
    must(m_outbox->update(flight));
    enqueue(m_organization, AssetKind::Organization);
    QCOMPARE(must(m_outbox->recover()), 1);
    QCOMPARE(must(m_outbox->get(m_integration, m_server))->stage, Stage::Unknown);
    QCOMPARE(must(m_outbox->get(m_integration, m_organization))->stage, Stage::Queued);
    QCOMPARE(must(m_outbox->recover()), 0);
}

void TestOutbox::heldPushes_areReleased()
{
    Push held = enqueue(m_server);
    held.stage = Stage::Held;
    must(m_outbox->update(held));
    QVERIFY(due().isEmpty());
    QCOMPARE(must(m_outbox->releaseHeld(m_integration)), 1);
    QCOMPARE(due(), QList<RecordId>{m_server});
}

void TestOutbox::heldPushes_areReleasedByWhatTheyReferTo()
{
    const RecordId parent = m_store->addOrganization(u"Group"_s);
    const RecordId location = m_store->addLocation(m_organization, u"Main"_s);
    const RecordId contact = m_store->addContact(m_organization, u"Ann"_s, {{u"location"_s, location}});
    const RecordId child = m_store->add(AssetKind::Organization, {{u"name"_s, u"Child"_s},
                                                                  {u"parent"_s, parent},
                                                                  {u"primary_location"_s, location}});
    const RecordId laptop = m_store->addConfiguration(m_organization, u"LT"_s,
                                                      {{u"contact"_s, contact}, {u"location"_s, location}});
    const QList<QPair<RecordId, AssetKind>> all{{child, AssetKind::Organization},
                                                {contact, AssetKind::Contact},
                                                {m_server, AssetKind::Configuration},
                                                {laptop, AssetKind::Configuration}};
    const auto released = [&](RecordId record) {
        for (const auto &[id, kind] : all) {
            Push push = enqueue(id, kind);
            push.stage = Stage::Held;
            must(m_outbox->update(push));
        }
        const int count = must(m_outbox->releaseReferring(m_integration, record));
        const QList<RecordId> ids = due();
        return count == ids.size() ? ids : QList<RecordId>();
    };
    QCOMPARE(released(parent), QList<RecordId>{child});
    QCOMPARE(released(location), (QList<RecordId>{child, contact, laptop}));
    QCOMPARE(released(contact), QList<RecordId>{laptop});
    QCOMPARE(released(m_organization), (QList<RecordId>{contact, m_server, laptop}));
    QCOMPARE(released(laptop), QList<RecordId>());
}

void TestOutbox::due_isInTheOrderOfKindsThenOldestFirst()
{
    const RecordId contact = m_store->addContact(m_organization, u"Ann"_s);
    const RecordId location = m_store->addLocation(m_organization, u"Main"_s);
    const RecordId second = m_store->addConfiguration(m_organization, u"DC02"_s);
    enqueue(second, AssetKind::Configuration, 5);
    enqueue(m_server, AssetKind::Configuration, 1);
    enqueue(contact, AssetKind::Contact, 7);
    enqueue(location, AssetKind::Location, 8);
    enqueue(m_organization, AssetKind::Organization, 9);
    Push waited = *must(m_outbox->get(m_integration, m_server));
    waited.stage = Stage::Waiting;
    waited.nextTryAt = StoreFixture::now().addSecs(10);
    must(m_outbox->update(waited));
    const QList<RecordId> order{m_organization, location, contact, m_server, second};
    QCOMPARE(due(), order);
    QList<RecordId> listed;
    for (const Push &push : must(m_outbox->list(m_integration, {Stage::Queued, Stage::Waiting})))
        listed.append(push.recordId);
    QCOMPARE(listed, order);
    QCOMPARE(must(m_outbox->list(m_integration, {Stage::Queued, Stage::Waiting}, 2)).size(), 2);
}

void TestOutbox::F2_due_bringsParentsFirst()
{
    const RecordId parent = m_store->addOrganization(u"Parent"_s);
    const RecordId child =
        m_store->add(AssetKind::Organization, {{u"name"_s, u"Child"_s}, {u"parent"_s, parent}});
    const RecordId grandchild =
        m_store->add(AssetKind::Organization, {{u"name"_s, u"Grandchild"_s}, {u"parent"_s, child}});
    enqueue(grandchild, AssetKind::Organization, 1);
    enqueue(child, AssetKind::Organization, 2);
    enqueue(parent, AssetKind::Organization, 3);
    enqueue(m_organization, AssetKind::Organization, 4);
    QCOMPARE(due(1), QList<RecordId>{parent});
    QCOMPARE(due().first(2), (QList<RecordId>{parent, m_organization}));
    must(m_outbox->remove(must(m_outbox->get(m_integration, parent))->id));
    QCOMPARE(due(1), QList<RecordId>{child});
    QCOMPARE(due().constLast(), grandchild);
}

void TestOutbox::due_respectsTheTimeAndTheLimit()
{
    Push push = enqueue(m_server);
    push.stage = Stage::Waiting;
    push.nextTryAt = StoreFixture::now().addSecs(60);
    must(m_outbox->update(push));
    QVERIFY(due(10, 59).isEmpty());
    QCOMPARE(due(10, 60), QList<RecordId>{m_server});
    enqueue(m_organization, AssetKind::Organization);
    QCOMPARE(due(1, 60), QList<RecordId>{m_organization});
    QCOMPARE(due(2, 60).size(), 2);
}

void TestOutbox::nextDue_isTheEarliestRetry()
{
    QVERIFY(!must(m_outbox->nextDue(m_integration)).isValid());
    int seconds = 90;
    for (const RecordId id : {m_server, m_organization}) {
        Push push = enqueue(id);
        push.stage = Stage::Waiting;
        push.nextTryAt = StoreFixture::now().addSecs(seconds);
        seconds -= 30;
        must(m_outbox->update(push));
    }
    QCOMPARE(must(m_outbox->nextDue(m_integration)), StoreFixture::now().addSecs(60));
}

void TestOutbox::counts_areByStage()
{
    enqueue(m_server);
    Push held = enqueue(m_organization, AssetKind::Organization);
    held.stage = Stage::Held;
    must(m_outbox->update(held));
    QCOMPARE(must(m_outbox->count(m_integration, {Stage::Queued})), 1);
    QCOMPARE(must(m_outbox->count(m_integration, {Stage::Queued, Stage::Held})), 2);
    QCOMPARE(must(m_outbox->count(m_integration, {})), 0);
}

void TestOutbox::integrations_doNotMeet()
{
    const IntegrationId other = m_store->addIntegration(u"Other"_s);
    enqueue(m_server);
    must(m_outbox->enqueue(other, m_server, AssetKind::Configuration, {}, StoreFixture::now()));
    QCOMPARE(m_store->count(u"outbox"_s), 2);
    QCOMPARE(due().size(), 1);
    QCOMPARE(must(m_outbox->get(other, m_server))->revision, 1);
}

void TestOutbox::goneRow_isNotFound()
{
    const Push push = enqueue(m_server);
    must(m_outbox->remove(push.id));
    QCOMPARE(m_outbox->update(push).error().code, ErrorCode::NotFound);
    QVERIFY(must(m_outbox->finish(push)));
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
