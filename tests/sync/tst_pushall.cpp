// SPDX-License-Identifier: GPL-3.0-or-later
#include "family.h"
#include "store/decisionstore.h"
#include "store/planstore.h"
#include "store/referencecatalog.h"

#include <QFile>
#include <QSignalSpy>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

/** What an outcome of the preview becomes when nothing changes in between. */
PlanResult expected(PlanOutcome outcome)
{
    switch (outcome) {
    case PlanOutcome::Create:
        return PlanResult::Created;
    case PlanOutcome::Link:
        return PlanResult::Linked;
    case PlanOutcome::Update:
        return PlanResult::Updated;
    case PlanOutcome::Linked:
        return PlanResult::Untouched;
    case PlanOutcome::Held:
        return PlanResult::Held;
    case PlanOutcome::Decision:
        return PlanResult::Undecided;
    case PlanOutcome::Count:
        break;
    }
    return PlanResult::Open;
}

/**
 * Records that came from one PSA, and another one that has some of them already: exact matches, twins that a
 * person must choose between, and records that gates hold.
 */
class Move final {
    Q_DISABLE_COPY_MOVE(Move)
public:
    explicit Move(EngineFixture::Scheduler scheduler = EngineFixture::Scheduler::Off,
                  const QStringList &options = {})
        : from({.organizations = 9, .locations = 12, .contacts = 24, .configurations = 30})
        , to({.organizations = 3, .locations = 4, .contacts = 8, .configurations = 10}, options)
        , fixture(EngineFixture::Scheduler::Off)
    {
        fixture.sync(fixture.add(from, u"Old"_s));
        const FieldValues machine = fixture.record(anyOf(AssetKind::Configuration)).fields;
        // Below each other, the child older than its parent, and the parent's own parent the youngest.
        const RecordId child = organization(u"Child"_s);
        const RecordId parent = organization(u"Parent"_s);
        const RecordId top = organization(u"Top"_s);
        fixture.edit(child, {{u"parent"_s, parent}});
        fixture.edit(parent, {{u"parent"_s, top}});
        for (const RecordId each : {child, parent, top}) {
            fixture.create(
                AssetKind::Location,
                {{u"name"_s, u"Main"_s}, {u"organization"_s, each}, {u"address_1"_s, u"1 Road"_s}});
        }
        fixture.create(AssetKind::Configuration,
                       {{u"name"_s, u"DEEP"_s},
                        {u"organization"_s, child},
                        {u"configuration_type"_s, machine.value("configuration_type"_L1)},
                        {u"configuration_status"_s, machine.value("configuration_status"_L1)}});
        // Without a location of its own it has no site (C4c), and what is below it waits for ever (C4b).
        const RecordId bare = organization(u"Bare"_s);
        fixture.create(AssetKind::Contact, {{u"first_name"_s, u"Held"_s}, {u"organization"_s, bare}});
        id = fixture.add(to, u"New"_s);
        SyncSettings settings = *twoWaySettings();
        fixture.changeSettings(id, {.settings = settings});
        if (scheduler == EngineFixture::Scheduler::On)
            fixture.start(scheduler);
    }

    RecordId organization(const QString &name)
    {
        return fixture.create(
            AssetKind::Organization,
            {{u"name"_s, name},
             {u"short_name"_s, name.toUpper()},
             {u"organization_type"_s, fixture.option(OptionList::OrganizationType, u"Customer"_s)},
             {u"organization_status"_s, fixture.option(OptionList::OrganizationStatus, u"Active"_s)}});
    }

    std::optional<SyncSettings> twoWaySettings()
    {
        SyncSettings settings = fixture.status(id).integration.settings;
        settings.twoWay = true;
        return settings;
    }

    RecordId anyOf(AssetKind kind)
    {
        return recordIds(fixture.database(), {.kind = kind})->constFirst();
    }

    Plan plan(const PushAllScope &scope = {})
    {
        const Result<Plan> made = fixture.wait(fixture.engine().planPushAll(id, scope));
        if (!made)
            QTest::qFail(wordsOf(made).constData(), __FILE__, __LINE__);
        return made.value_or(Plan());
    }

    Result<void> confirm(const Plan &plan, bool again = false)
    {
        return fixture.wait(fixture.engine().confirmPushAll(id, plan.id, u"New"_s, again, u"Ann"_s));
    }

    PushAllStatus run()
    {
        const Result<PushAllStatus> status = fixture.wait(fixture.engine().runPushAll(id));
        if (!status)
            QTest::qFail(wordsOf(status).constData(), __FILE__, __LINE__);
        return status.value_or(PushAllStatus());
    }

    /** Runs, waits long enough for whatever is to be tried again, and goes on, until it has ended. */
    PushAllStatus runToItsEnd()
    {
        PushAllStatus status = run();
        for (int round = 0; round < 20 && status.plan.state == Plan::State::Running; ++round) {
            fixture.clock().advance(std::chrono::hours(2));
            status = run();
        }
        return status;
    }

    QList<PlanRow> rows(const Plan &plan)
    {
        const PlanStore store(fixture.database());
        const Result<QList<qint64>> ids = store.ids({.plan = plan.id});
        return *store.rows(*ids);
    }

    PlanRow rowOf(const Plan &plan, RecordId record)
    {
        const QList<PlanRow> all = rows(plan);
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const PlanRow &each) { return each.recordId == record; });
        return found == all.end() ? PlanRow() : *found;
    }

    /** Everything that the PSA has, without what it numbers and dates itself, in an order of its own. */
    QStringList everythingThere()
    {
        QStringList lines;
        for (const AssetKind kind : allKinds) {
            for (const QJsonValue &each : to.records(kindName(kind))) {
                const QJsonObject record = each.toObject();
                QStringList words{kindName(kind)};
                for (const char *member : {"name", "firstName", "lastName", "identifier", "serialNumber",
                                           "addressLine1", "city", "notes", "title"})
                    words.append(record.value(QLatin1String(member)).toString());
                for (const char *member : {"company", "parentCompany", "type", "status", "site", "contact"})
                    words.append(record.value(QLatin1String(member)).toObject().value("name"_L1).toString());
                lines.append(words.join(u'|'));
            }
        }
        lines.sort();
        return lines;
    }

    /** Behind everybody's back. */
    void makeThere(const QString &name, const QString &identifier)
    {
        const QJsonObject company{{u"name"_s, name},
                                  {u"identifier"_s, identifier},
                                  {u"site"_s, QJsonObject{{u"name"_s, u"Main"_s}}},
                                  {u"types"_s, QJsonArray{QJsonObject{{u"id"_s, 1}}}}};
        to.create(u"organization"_s, company);
    }

    PracticeProcess from;
    PracticeProcess to;
    EngineFixture fixture;
    IntegrationId id = 0;
};

} // namespace

/** Push All Syncable Assets (rules F1–F3): the preview, the run, and what happens in between. */
class PushAllTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void F1_thePreviewIsWhatThePushThenDoes()
    {
        Move move;
        const QString before = move.fixture.dump();
        move.to.resetStats();
        const Plan plan = move.plan();
        QCOMPARE(move.to.writes(), 0);
        QCOMPARE(move.fixture.dump(), before);
        QCOMPARE(plan.state, Plan::State::Draft);
        const QList<PlanRow> planned = move.rows(plan);
        QCOMPARE(planned.size(), recordIds(move.fixture.database(), {})->size());
        QHash<PlanOutcome, int> outcomes;
        for (const PlanRow &row : planned) {
            ++outcomes[row.outcome];
            QVERIFY(row.result == PlanResult::Open);
            QCOMPARE(row.gates.isEmpty(), row.outcome != PlanOutcome::Held);
        }
        QVERIFY(outcomes.value(PlanOutcome::Create) > 20);
        QVERIFY(outcomes.value(PlanOutcome::Link) > 5);
        QVERIFY(outcomes.value(PlanOutcome::Held) >= 2);

        QVERIFY(move.confirm(plan));
        const PushAllStatus status = move.runToItsEnd();
        QCOMPARE(status.plan.state, Plan::State::Finished);
        checkAsPlanned(move, plan);
        // Nothing is there twice, and a second preview finds everything linked.
        const QStringList there = move.everythingThere();
        QCOMPARE(QSet<QString>(there.begin(), there.end()).size(), there.size());
        const QList<PlanRow> afterwards = move.rows(move.plan());
        for (const PlanRow &row : afterwards)
            QVERIFY2(row.outcome == PlanOutcome::Linked || row.outcome == PlanOutcome::Held,
                     qPrintable(row.name));
    }

    void D2_severalMatches_areLeftToAPerson()
    {
        Move move;
        for (int i = 0; i < 2; ++i)
            move.makeThere(u"Top"_s, u"TOP%1"_s.arg(i));
        const Plan plan = move.plan();
        const RecordId top = move.fixture.find(AssetKind::Organization, u"Top"_s);
        QCOMPARE(move.rowOf(plan, top).outcome, PlanOutcome::Decision);
        QCOMPARE(move.rowOf(plan, top).candidates, 2);
        // What lies below waits for it, and says so.
        const RecordId parent = move.fixture.find(AssetKind::Organization, u"Parent"_s);
        QCOMPARE(move.rowOf(plan, parent).outcome, PlanOutcome::Held);
        QCOMPARE(move.rowOf(plan, parent).gates.constFirst().rule, u"C4g"_s);
        QVERIFY(move.confirm(plan));
        QCOMPARE(move.runToItsEnd().plan.state, Plan::State::Finished);
        checkAsPlanned(move, plan);
        const auto open = DecisionStore(move.fixture.database()).list(move.id, false);
        QCOMPARE(open->size(), 1);
        QCOMPARE(open->constFirst().recordId, top);
    }

    /** Between the preview and the push somebody makes it there by hand. */
    void whatSomebodyMakesMeanwhile_isLinkedAndToldOf()
    {
        Move move;
        const Plan plan = move.plan();
        const RecordId top = move.fixture.find(AssetKind::Organization, u"Top"_s);
        QCOMPARE(move.rowOf(plan, top).outcome, PlanOutcome::Create);
        move.makeThere(u"Top"_s, u"HAND"_s);
        QVERIFY(move.confirm(plan));
        QCOMPARE(move.runToItsEnd().plan.state, Plan::State::Finished);
        QCOMPARE(move.rowOf(plan, top).result, PlanResult::Linked);
        QVERIFY(!move.rowOf(plan, top).message.isEmpty());
        QCOMPARE(move.to.recordsWhere(u"organization"_s, u"name"_s, u"Top"_s).size(), 1);
    }

    /** What the preview showed as a link is never made behind a person's back. */
    void aMatchThatIsGone_isNotMade_untilAPersonAsks()
    {
        Move move;
        const Plan plan = move.plan();
        const QList<PlanRow> all = move.rows(plan);
        const auto link = std::find_if(all.begin(), all.end(), [](const PlanRow &each) {
            return each.kind == AssetKind::Contact && each.outcome == PlanOutcome::Link;
        });
        QVERIFY(link != all.end());
        move.to.remove(u"contact"_s, link->remote.id);
        QVERIFY(move.confirm(plan));
        QCOMPARE(move.runToItsEnd().plan.state, Plan::State::Finished);
        const PlanRow left = move.rowOf(plan, link->recordId);
        QCOMPARE(left.result, PlanResult::Changed);
        QVERIFY(!left.message.isEmpty());
        QVERIFY(!move.fixture.link(link->recordId, move.id).isLinked());
        QCOMPARE(move.fixture.state(link->recordId, move.id), SyncState::NotYetPushed);

        QVERIFY(move.fixture.wait(move.fixture.engine().retryPushAll(move.id)));
        QCOMPARE(move.runToItsEnd().plan.state, Plan::State::Finished);
        QCOMPARE(move.rowOf(plan, link->recordId).result, PlanResult::Created);
        // What a gate holds is looked at again too, and still held.
        const RecordId bare = move.fixture.find(AssetKind::Organization, u"Bare"_s);
        QCOMPARE(move.rowOf(plan, bare).result, PlanResult::Held);
    }

    /** What opened since the preview was not seen by anyone, so it is told and not pushed. */
    void whatIsNotHeldAnyMore_waitsForAPerson()
    {
        Move move;
        EngineFixture &fixture = move.fixture;
        const Plan plan = move.plan();
        const RecordId bare = fixture.find(AssetKind::Organization, u"Bare"_s);
        const RecordId edited = fixture.find(AssetKind::Configuration, u"DEEP"_s);
        fixture.setTwoWay(move.id, false);
        fixture.clock().advance(std::chrono::minutes(1));
        fixture.create(AssetKind::Location, {{u"name"_s, u"Main"_s}, {u"organization"_s, bare}});
        fixture.edit(edited, {{u"notes"_s, u"edited since"_s}});
        fixture.setTwoWay(move.id, true);
        QVERIFY(move.confirm(plan));
        QCOMPARE(move.runToItsEnd().plan.state, Plan::State::Finished);
        QCOMPARE(move.rowOf(plan, bare).result, PlanResult::Changed);
        QVERIFY(move.to.recordsWhere(u"organization"_s, u"name"_s, u"Bare"_s).isEmpty());
        const PlanRow pushed = move.rowOf(plan, edited);
        QCOMPARE(pushed.result, PlanResult::Created);
        QVERIFY2(!pushed.message.isEmpty(),
                 qPrintable(fixture.record(edited).updatedAt.toString(Qt::ISODateWithMs) + u' '
                            + plan.plannedAt.toString(Qt::ISODateWithMs)));
        QVERIFY(fixture.wait(fixture.engine().retryPushAll(move.id)));
        QCOMPARE(move.runToItsEnd().plan.state, Plan::State::Finished);
        QCOMPARE(move.rowOf(plan, bare).result, PlanResult::Created);
    }

    void whatWasDeletedHere_isLeftOut()
    {
        Move move;
        const Plan plan = move.plan();
        const RecordId deep = move.fixture.find(AssetKind::Configuration, u"DEEP"_s);
        QVERIFY(move.fixture.wait(move.fixture.engine().removeRecord(deep)));
        QVERIFY(move.confirm(plan));
        QCOMPARE(move.runToItsEnd().plan.state, Plan::State::Finished);
        QCOMPARE(move.rowOf(plan, deep).result, PlanResult::Changed);
    }

    void F1_kindsAndOrganizations_narrowIt()
    {
        Move move;
        const RecordId top = move.fixture.find(AssetKind::Organization, u"Top"_s);
        const Plan plan =
            move.plan({.kinds = {AssetKind::Organization, AssetKind::Location}, .organizations = {top}});
        const QList<PlanRow> all = move.rows(plan);
        QCOMPARE(all.size(), 2);
        for (const PlanRow &row : all) {
            QCOMPARE(row.organizationId, top);
            QCOMPARE(row.organizationName, u"Top"_s);
            QCOMPARE(row.outcome, PlanOutcome::Create);
        }
    }

    /** Rule F1: typed by a person; rule F3: and a second time it asks again. */
    void F3_isConfirmedByName_andASecondTimeAgain()
    {
        Move move;
        const Plan stale = move.plan();
        const Plan plan = move.plan();
        QCOMPARE(move.confirm(stale).error().code, ErrorCode::NotFound);
        const auto wrong = move.fixture.wait(
            move.fixture.engine().confirmPushAll(move.id, plan.id, u"new"_s, false, u"Ann"_s));
        QCOMPARE(wrong.error().code, ErrorCode::BadInput);
        QCOMPARE(wrong.error().field, u"name"_s);
        QCOMPARE(move.to.writes(), 0);
        QVERIFY(move.confirm(plan));
        QCOMPARE(move.fixture.wait(move.fixture.engine().planPushAll(move.id, {})).error().code,
                 ErrorCode::NotAllowed);
        const PushAllStatus first = move.runToItsEnd();
        QCOMPARE(first.previous.id, 0);

        const Plan second = move.plan();
        const Result<void> refused = move.confirm(second);
        QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
        qint64 created = 0;
        for (const PlanCounts &counts : first.counts)
            created += counts.of(PlanResult::Created);
        QVERIFY2(refused.error().message.contains(QString::number(created)),
                 qPrintable(refused.error().message));
        QVERIFY(move.confirm(second, true));
        const int writes = move.to.writes();
        const PushAllStatus again = move.runToItsEnd();
        QCOMPARE(again.previous.id, plan.id);
        QCOMPARE(again.previousCounts.value(AssetKind::Contact).total(),
                 first.counts.value(AssetKind::Contact).total());
        QCOMPARE(move.to.writes(), writes); // everything is there
    }

    void pausedOrCancelled_nothingMoreLeaves_data()
    {
        QTest::addColumn<bool>("isCancelled");
        QTest::newRow("paused") << false;
        QTest::newRow("cancelled") << true;
    }

    void pausedOrCancelled_nothingMoreLeaves()
    {
        QFETCH(bool, isCancelled);
        Move move(EngineFixture::Scheduler::On, {u"--latency"_s, u"20"_s});
        const Plan plan = move.plan();
        QSignalSpy told(&move.fixture.engine(), &SyncEngine::pushAllChanged);
        QVERIFY(move.confirm(plan));
        QTRY_VERIFY_WITH_TIMEOUT(move.to.creates() >= 5, 20'000);
        SyncEngine &engine = move.fixture.engine();
        const auto stopped =
            isCancelled ? engine.cancelPushAll(move.id) : engine.setPushAllPaused(move.id, true);
        QVERIFY(move.fixture.wait(stopped));
        // What has left is awaited.
        const Outbox outbox(move.fixture.database());
        QTRY_COMPARE(*outbox.count(move.id, {Push::Stage::InFlight, Push::Stage::Unknown}), 0);
        QCOMPARE(*outbox.count(move.id, {Push::Stage::Queued}), 0);
        const int creates = move.to.creates();
        QVERIFY(creates < 40);
        const PushAllStatus status = *move.fixture.wait(engine.pushAllStatus(move.id));
        QCOMPARE(status.plan.state, isCancelled ? Plan::State::Cancelled : Plan::State::Paused);
        QVERIFY(status.counts.value(AssetKind::Configuration).of(PlanResult::Open) > 0);
        QVERIFY(!told.isEmpty());
        const RecordId deep = move.fixture.find(AssetKind::Configuration, u"DEEP"_s);
        QCOMPARE(move.fixture.state(deep, move.id), SyncState::NotYetPushed);
        QCOMPARE(move.to.creates(), creates);
        if (isCancelled)
            return;
        QVERIFY(move.fixture.wait(engine.setPushAllPaused(move.id, false)));
        QTRY_COMPARE_WITH_TIMEOUT(move.fixture.wait(engine.pushAllStatus(move.id))->plan.state,
                                  Plan::State::Finished, 30'000);
        checkAsPlanned(move, plan);
    }

    void stoppedAnywhere_itGoesOnByItself_data()
    {
        QTest::addColumn<int>("creates");
        for (const int creates : {1, 8, 20, 40})
            QTest::addRow("after %d", creates) << creates;
    }

    /** The end of the program is no end of the run, and the PSA has the same as without it. */
    void stoppedAnywhere_itGoesOnByItself()
    {
        QFETCH(int, creates);
        if (m_uninterrupted.isEmpty()) {
            Move whole;
            QVERIFY(whole.confirm(whole.plan()));
            QCOMPARE(whole.runToItsEnd().plan.state, Plan::State::Finished);
            m_uninterrupted = whole.everythingThere();
        }
        Move move(EngineFixture::Scheduler::On, {u"--latency"_s, u"10"_s});
        const Plan plan = move.plan();
        QVERIFY(move.confirm(plan));
        QTRY_VERIFY_WITH_TIMEOUT(move.to.creates() >= creates, 20'000);
        move.fixture.stop();
        move.fixture.start(EngineFixture::Scheduler::On);
        SyncEngine &engine = move.fixture.engine();
        QTRY_COMPARE_WITH_TIMEOUT(move.fixture.wait(engine.pushAllStatus(move.id))->plan.state,
                                  Plan::State::Finished, 30'000);
        checkAsPlanned(move, plan);
        QCOMPARE(move.everythingThere(), m_uninterrupted);
    }

    /** Lost answers and refusals on the way: everything arrives once, and what failed can be tried again. */
    void underFaults_everythingArrivesOnce()
    {
        Move move;
        const Plan plan = move.plan();
        QJsonArray storm;
        for (const char *fault : {"reset_after", "reset_before", "truncate", "html"}) {
            storm.append(QJsonObject{
                {u"route"_s, u"*"_s}, {u"probability"_s, 0.04}, {u"fault"_s, QString::fromLatin1(fault)}});
        }
        move.to.setFaults(storm);
        QVERIFY(move.confirm(plan));
        for (int round = 0; round < 5; ++round) {
            (void)move.fixture.wait(move.fixture.engine().runPushAll(move.id));
            move.fixture.clock().advance(std::chrono::hours(2));
        }
        move.to.clearFaults();
        (void)move.runToItsEnd();
        QVERIFY(move.fixture.wait(move.fixture.engine().retryPushAll(move.id)));
        QCOMPARE(move.runToItsEnd().plan.state, Plan::State::Finished);
        const QStringList there = move.everythingThere();
        QCOMPARE(QSet<QString>(there.begin(), there.end()).size(), there.size());
        const QList<PlanRow> all = move.rows(plan);
        for (const PlanRow &row : all) {
            QVERIFY2((row.result == PlanResult::Held) == (row.outcome == PlanOutcome::Held)
                         && row.result != PlanResult::Failed,
                     qPrintable(row.name + u' ' + planResultName(row.result) + u' ' + row.message));
        }
    }

    /** A location that has to be tried again keeps nobody from being pushed but those who are to be at it. */
    void whatWaitsForOthers_keepsNoPlace()
    {
        constexpr int many = 300; // more than are under way at a time
        Move move;
        EngineFixture &fixture = move.fixture;
        const RecordId big = fixture.find(AssetKind::Organization, u"Child"_s);
        const RecordId annex = fixture.create(
            AssetKind::Location,
            {{u"name"_s, u"Annex"_s}, {u"organization"_s, big}, {u"address_1"_s, u"2 Road"_s}});
        for (int i = 0; i < many; ++i) {
            fixture.create(
                AssetKind::Contact,
                {{u"first_name"_s, u"Waits %1"_s.arg(i)}, {u"organization"_s, big}, {u"location"_s, annex}},
                RecordSource::Csv);
        }
        const RecordId free = fixture.create(
            AssetKind::Contact, {{u"first_name"_s, u"Free"_s}, {u"organization"_s, big}}, RecordSource::Csv);
        const Plan plan = move.plan({.organizations = {big, fixture.field(big, u"parent"_s).toInteger(),
                                                       fixture.find(AssetKind::Organization, u"Top"_s)}});
        move.to.setFaults({QJsonObject{{u"route"_s, u"POST /company/companies/{id}/sites"_s},
                                       {u"fault"_s, u"status"_s},
                                       {u"value"_s, 503},
                                       {u"count"_s, 1000}}});
        QVERIFY(move.confirm(plan));
        (void)move.run();
        QCOMPARE(move.rowOf(plan, free).result, PlanResult::Created);
        move.to.clearFaults();
        QCOMPARE(move.runToItsEnd().plan.state, Plan::State::Finished);
    }

    void plan_isRead_filtered_andExported()
    {
        Move move;
        const Plan plan = move.plan();
        const PlanStore store(move.fixture.database());
        const PlanCountsByKind counts = *store.counts(plan.id);
        qint64 total = 0;
        for (const PlanCounts &each : counts)
            total += each.total();
        QCOMPARE(total, move.rows(plan).size());
        const QList<qint64> links =
            *store.ids({.plan = plan.id, .kind = AssetKind::Contact, .outcomes = {PlanOutcome::Link}});
        QCOMPARE(links.size(), counts.value(AssetKind::Contact).of(PlanOutcome::Link));
        QCOMPARE(store.ids({.plan = plan.id, .search = u"deep"_s})->size(), 1);
        const QList<PlanGroup> groups = *store.groups({.plan = plan.id});
        QCOMPARE(groups.size(), move.fixture.count(AssetKind::Organization));
        qint64 grouped = 0;
        for (const PlanGroup &group : groups)
            grouped += group.counts.total();
        QCOMPARE(grouped, total);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"plan.csv"_s);
        QCOMPARE(*store.exportTo(path, {.plan = plan.id}), total);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().count("\r\n") >= total);
        // Ordered by organization, the rows of one are side by side.
        QSet<RecordId> met;
        RecordId last = -1;
        const QList<qint64> ordered = *store.ids({.plan = plan.id, .order = PlanQuery::Order::Organization});
        const QList<PlanRow> sideBySide = *store.rows(ordered);
        for (const PlanRow &row : sideBySide) {
            QVERIFY(row.organizationId == last || !met.contains(row.organizationId));
            met.insert(row.organizationId);
            last = row.organizationId;
        }
    }

    /** The catalog that a preview asks knows the same as the questions that a push asks. */
    void catalog_answersAsTheStoreDoes()
    {
        Move move;
        Database &database = move.fixture.database();
        for (const IntegrationId id : {move.id, move.id - 1}) {
            const Integration integration = *IntegrationStore(database).get(id);
            const auto catalog = ReferenceCatalog::read(database, integration);
            QVERIFY(catalog);
            const KindMap *map = nullptr;
            const QList<RecordId> all = *recordIds(database, {});
            for (const RecordId each : all) {
                const Record record = move.fixture.record(each);
                map = &FieldMap::shipped(integration.platform)->kind(record.kind);
                const ReferenceBook one =
                    *LinkStore(database).referenceBook(integration, record.kind, record.fields, each);
                const ReferenceBook other = catalog->bookFor(record.kind, record.fields, each);
                const RemoteConversion sent =
                    toRemote(record.kind, record.fields, *map, one, integration.settings);
                const RemoteConversion planned =
                    toRemote(record.kind, record.fields, *map, other, integration.settings);
                QCOMPARE(planned.values, sent.values);
                QCOMPARE(planned.unresolved.size(), sent.unresolved.size());
                QCOMPARE(other.firstLocationId, one.firstLocationId);
                QCOMPARE(other.firstLocationName, one.firstLocationName);
                QCOMPARE(other.organizationGates.size(), one.organizationGates.size());
                for (qsizetype i = 0; i < one.organizationGates.size(); ++i) {
                    QCOMPARE(other.organizationGates.at(i).remoteId, one.organizationGates.at(i).remoteId);
                    QCOMPARE(other.organizationGates.at(i).isSyncing, one.organizationGates.at(i).isSyncing);
                }
                QCOMPARE(other.options.keys().size(), one.options.keys().size());
                QCOMPARE(other.records.keys().size(), one.records.keys().size());
            }
        }
    }

private:
    static void checkAsPlanned(Move &move, const Plan &plan)
    {
        const QList<PlanRow> all = move.rows(plan);
        for (const PlanRow &row : all) {
            QVERIFY2(row.result == expected(row.outcome),
                     qPrintable(kindName(row.kind) + u' ' + row.name + u": "_s + planOutcomeName(row.outcome)
                                + u" -> "_s + planResultName(row.result) + u' ' + row.message));
        }
    }

    QStringList m_uninterrupted; ///< what the PSA has in the end
};

QTEST_GUILESS_MAIN(PushAllTest)
#include "tst_pushall.moc"
