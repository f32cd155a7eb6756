// SPDX-License-Identifier: GPL-3.0-or-later
#include "family.h"
#include "store/planstore.h"

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
        qInfo() << "create" << outcomes.value(PlanOutcome::Create) << "link"
                << outcomes.value(PlanOutcome::Link) << "held" << outcomes.value(PlanOutcome::Held);
        QVERIFY(outcomes.value(PlanOutcome::Create) > 20);
        QVERIFY(outcomes.value(PlanOutcome::Link) > 5);
        QVERIFY(outcomes.value(PlanOutcome::Held) >= 2);

        QVERIFY(move.confirm(plan));
        const PushAllStatus status = move.runToItsEnd();
        QCOMPARE(status.plan.state, Plan::State::Finished);
        for (const PlanRow &row : move.rows(plan)) {
            QVERIFY2(row.result == expected(row.outcome),
                     qPrintable(kindName(row.kind) + u' ' + row.name + u": "_s + planOutcomeName(row.outcome)
                                + u" -> "_s + planResultName(row.result) + u' ' + row.message));
        }
        // Nothing is there twice, and a second preview finds everything linked.
        const QStringList there = move.everythingThere();
        QCOMPARE(QSet<QString>(there.begin(), there.end()).size(), there.size());
        for (const PlanRow &row : move.rows(move.plan()))
            QVERIFY2(row.outcome == PlanOutcome::Linked || row.outcome == PlanOutcome::Held,
                     qPrintable(row.name));
    }
};

QTEST_GUILESS_MAIN(PushAllTest)
#include "tst_pushall.moc"
