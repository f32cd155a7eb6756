// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/decisionstore.h"
#include "support/enginefixture.h"

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** A write left and no usable answer came: it is read back, and nothing is made or sent twice (rules I1, I2).
 */
class LostRepliesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void I2_aCreateWhoseAnswerIsLost_isAdopted_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("fault");
        for (const AssetKind kind : allKinds) {
            for (const char *fault : {"reset_after", "truncate", "bad_json", "wrong_length"}) {
                QTest::addRow("%s %s", qPrintable(kindName(kind)), fault)
                    << kindName(kind) << QString::fromLatin1(fault);
            }
        }
    }

    void I2_aCreateWhoseAnswerIsLost_isAdopted()
    {
        QFETCH(QString, kind);
        QFETCH(QString, fault);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const qsizetype before = practice.records(kind).size();
        practice.resetStats();
        practice.setFault(postRoute(kind), fault);
        const RecordId record = make(fixture, *kindFromName(kind), id);
        settle(fixture, id);
        QCOMPARE(practice.firedFaults(), 1);
        QVERIFY2(fixture.state(record) == SyncState::Synced, qPrintable(fixture.sentence(record)));
        QCOMPARE(practice.records(kind).size(), before + 1);
        QCOMPARE(practice.calls(postRoute(kind)), 1);
        QVERIFY(fixture.link(record).isLinked());
        QVERIFY(!fixture.pushRow(record));
        checkPeace(practice, fixture, id);
    }

    void aCreateThatNeverArrived_isSentAgain_data()
    {
        QTest::addColumn<QString>("kind");
        for (const AssetKind kind : allKinds)
            QTest::newRow(qPrintable(kindName(kind))) << kindName(kind);
    }

    void aCreateThatNeverArrived_isSentAgain()
    {
        QFETCH(QString, kind);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const qsizetype before = practice.records(kind).size();
        practice.setFault(postRoute(kind), u"reset_before"_s);
        const RecordId record = make(fixture, *kindFromName(kind), id);
        settle(fixture, id);
        QVERIFY2(fixture.state(record) == SyncState::Synced, qPrintable(fixture.sentence(record)));
        QCOMPARE(practice.records(kind).size(), before + 1);
        checkPeace(practice, fixture, id);
    }

    void anUpdateWhoseAnswerIsLost_isReadBackAndNotSentTwice_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : {"reset_after", "truncate", "bad_json", "wrong_length"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }

    void anUpdateWhoseAnswerIsLost_isReadBackAndNotSentTwice()
    {
        QFETCH(QString, fault);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        practice.resetStats();
        practice.setFault(patchRoute(), fault);
        fixture.edit(laptop, {{u"notes"_s, u"arrived"_s}});
        settle(fixture, id);
        QVERIFY2(fixture.state(laptop) == SyncState::Synced, qPrintable(fixture.sentence(laptop)));
        QCOMPARE(practice.calls(patchRoute()), 1);
        QCOMPARE(fixture.link(laptop).baseline.value("notes"_L1).toString(), u"arrived"_s);
        checkPeace(practice, fixture, id);
    }

    void anUpdateThatNeverArrived_isSentAgain()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        practice.resetStats();
        practice.setFault(patchRoute(), u"reset_before"_s);
        fixture.edit(laptop, {{u"notes"_s, u"arrived"_s}});
        settle(fixture, id);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        QCOMPARE(practice.calls(patchRoute()), 2);
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(), u"arrived"_s);
        checkPeace(practice, fixture, id);
    }

    /** Between the lost answer and the read-back everything else may go wrong, too. */
    void I2_aLostCreateIsNotForgotten_whenTheReadBackFails_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("keys refused") << u"expired_token"_s << QJsonValue();
        QTest::newRow("500") << u"status"_s << QJsonValue(500);
        QTest::newRow("429") << u"status"_s
                             << QJsonValue(QJsonObject{{u"status"_s, 429}, {u"retry_after"_s, 1}});
        QTest::newRow("HTML") << u"html"_s << QJsonValue();
        QTest::newRow("half an answer") << u"truncate"_s << QJsonValue();
        QTest::newRow("not allowed") << u"status"_s << QJsonValue(403);
    }

    void I2_aLostCreateIsNotForgotten_whenTheReadBackFails()
    {
        QFETCH(QString, fault);
        QFETCH(QJsonValue, value);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        const qsizetype before = practice.records(u"contact"_s).size();
        QJsonObject second{{u"route"_s, u"GET /company/contacts"_s}, {u"fault"_s, fault}, {u"nth"_s, 2}};
        if (!value.isNull())
            second.insert(u"value"_s, value);
        practice.setFaults({QJsonObject{{u"route"_s, u"POST /company/contacts"_s},
                                        {u"fault"_s, u"reset_after"_s},
                                        {u"count"_s, 1}},
                            second});
        const RecordId contact = fixture.create(
            AssetKind::Contact, {{u"first_name"_s, u"Before"_s}, {u"organization"_s, organization}});
        (void)fixture.wait(fixture.engine().push(id));
        QCOMPARE(practice.records(u"contact"_s).size(), before + 1);
        QVERIFY(fixture.state(contact) != SyncState::Synced);
        // Renamed now, it can no longer be found under what it is called here.
        fixture.edit(contact, {{u"first_name"_s, u"After"_s}});
        settle(fixture, id);
        settle(fixture, id);
        QVERIFY2(fixture.state(contact) == SyncState::Synced, qPrintable(fixture.sentence(contact)));
        QCOMPARE(practice.records(u"contact"_s).size(), before + 1);
        QCOMPARE(practice.recordsWhere(u"contact"_s, u"firstName"_s, u"After"_s).size(), 1);
        checkPeace(practice, fixture, id);
    }

    void I2_anEditOfALostCreate_changesTheOneThatWasMade()
    {
        PracticeProcess practice;
        EngineFixture fixture(EngineFixture::Scheduler::On);
        const IntegrationId id = fixture.connectTwoWay(practice);
        QTRY_COMPARE(fixture.status(id).state, IntegrationState::UpToDate);
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        const qsizetype before = practice.records(u"contact"_s).size();
        practice.setFaults({QJsonObject{{u"route"_s, u"POST /company/contacts"_s},
                                        {u"fault"_s, u"reset_after"_s},
                                        {u"count"_s, 1}},
                            QJsonObject{{u"route"_s, u"GET /company/contacts"_s},
                                        {u"fault"_s, u"latency"_s},
                                        {u"value"_s, 500},
                                        {u"nth"_s, 2}}});
        const RecordId contact = fixture.create(
            AssetKind::Contact, {{u"first_name"_s, u"Before"_s}, {u"organization"_s, organization}});
        QVERIFY(fixture.waitFor(contact, SyncState::Checking));
        fixture.edit(contact, {{u"first_name"_s, u"After"_s}});
        QVERIFY(fixture.waitFor(contact, SyncState::Synced));
        QVERIFY(!fixture.pushRow(contact));
        QCOMPARE(practice.records(u"contact"_s).size(), before + 1);
        QCOMPARE(practice.recordsWhere(u"contact"_s, u"firstName"_s, u"After"_s).size(), 1);
    }

    void I2_severalThatMatchALostCreate_areAPersonsBusiness()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        for (int i = 0; i < 2; ++i) {
            practice.create(u"contact"_s,
                            {{u"firstName"_s, u"Twin"_s},
                             {u"lastName"_s, u"One"_s},
                             {u"company"_s, QJsonObject{{u"id"_s, 1}}}});
        }
        const int creates = practice.creates();
        const RecordId contact = fixture.create(
            AssetKind::Contact,
            {{u"first_name"_s, u"Twin"_s}, {u"last_name"_s, u"One"_s}, {u"organization"_s, organization}});
        QCOMPARE(fixture.push(id).failed, 1);
        QCOMPARE(fixture.state(contact), SyncState::Conflict);
        QVERIFY(!fixture.sentence(contact).isEmpty());
        QCOMPARE(practice.creates(), creates);
    }

    void I2_aLostCreateThatWasChangedThere_isAskedAbout_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("readBack");
        QTest::addColumn<QString>("member");
        QTest::newRow("location") << u"location"_s << u"GET /company/companies/{id}/sites"_s << u"city"_s;
        QTest::newRow("configuration")
            << u"configuration"_s << u"GET /company/configurations"_s << u"serialNumber"_s;
    }

    /** Its read-back finds one of the name that differs in what tells one from another. */
    void I2_aLostCreateThatWasChangedThere_isAskedAbout()
    {
        QFETCH(QString, kind);
        QFETCH(QString, readBack);
        QFETCH(QString, member);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const qsizetype before = practice.records(kind).size();
        const RecordId record = make(fixture, *kindFromName(kind), id);
        if (kind == "configuration"_L1)
            fixture.edit(record, {{u"serial_number"_s, u"SENT-1"_s}});
        practice.setFaults(
            {QJsonObject{{u"route"_s, postRoute(kind)}, {u"fault"_s, u"reset_after"_s}, {u"count"_s, 1}},
             QJsonObject{{u"route"_s, readBack},
                         {u"fault"_s, u"status"_s},
                         {u"value"_s, 500},
                         {u"nth"_s, 2}}});
        (void)fixture.wait(fixture.engine().push(id));
        QCOMPARE(practice.records(kind).size(), before + 1);
        practice.clearFaults();
        practice.update(kind, practice.records(kind).last()["id"_L1].toVariant().toString(),
                        {{member, u"changed there"_s}});
        settle(fixture, id);
        QCOMPARE(practice.records(kind).size(), before + 1);
        QCOMPARE(fixture.state(record), SyncState::Conflict);
        const auto open = DecisionStore(fixture.database()).list(id, false);
        QVERIFY(open && open->size() == 1);
        const auto decided = fixture.wait(fixture.engine().decideMatch(
            open->constFirst().id, {.action = MatchChoice::Action::Link, .candidate = 0}, u"Ann"_s));
        QVERIFY2(decided, wordsOf(decided).constData());
        settle(fixture, id);
        QVERIFY2(fixture.state(record) == SyncState::Synced, qPrintable(fixture.sentence(record)));
        QCOMPARE(practice.records(kind).size(), before + 1);
        checkPeace(practice, fixture, id);
    }

    /** A lost create made a site too; a namesake made by somebody else meanwhile must not hide whose it is. */
    void I2_aLostCreateAskedAbout_keepsItsFirstSite()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const qsizetype companies = practice.records(u"organization"_s).size();
        (void)fixture.wait(fixture.engine().setPaused(id, true));
        const RecordId record = fixture.create(
            AssetKind::Organization,
            {{u"name"_s, u"Acme"_s},
             {u"short_name"_s, u"ACME"_s},
             {u"organization_type"_s, fixture.option(OptionList::OrganizationType, u"Customer"_s)},
             {u"organization_status"_s, fixture.option(OptionList::OrganizationStatus, u"Active"_s)}});
        const RecordId site = fixture.create(
            AssetKind::Location,
            {{u"name"_s, u"Headquarters"_s}, {u"address_1"_s, u"5 New Road"_s}, {u"organization"_s, record}});
        (void)fixture.wait(fixture.engine().setPaused(id, false));
        practice.setFaults(
            {QJsonObject{{u"route"_s, u"POST /company/companies"_s}, {u"fault"_s, u"reset_after"_s}, {u"count"_s, 1}},
             QJsonObject{{u"route"_s, u"GET /company/companies"_s},
                         {u"fault"_s, u"status"_s},
                         {u"value"_s, 500},
                         {u"nth"_s, 2}}});
        (void)fixture.wait(fixture.engine().push(id));
        practice.clearFaults();
        QCOMPARE(practice.records(u"organization"_s).size(), companies + 1);
        const QString ours = practice.records(u"organization"_s).last()["id"_L1].toVariant().toString();
        const QJsonObject made = practice.record(u"organization"_s, ours);
        practice.create(u"organization"_s,
                        {{u"name"_s, u"Acme"_s},
                         {u"identifier"_s, u"ACME2"_s},
                         {u"site"_s, QJsonObject{{u"name"_s, u"Main"_s}}},
                         {u"status"_s, made.value("status"_L1)},
                         {u"types"_s, made.value("types"_L1)}});

        settle(fixture, id);
        QCOMPARE(fixture.state(record), SyncState::Conflict);
        (void)fixture.sync(id, true);
        QCOMPARE(fixture.state(record), SyncState::Conflict);
        QVERIFY(!fixture.link(record).isLinked());
        QCOMPARE(fixture.count(AssetKind::Organization), companies + 1);

        const auto open = DecisionStore(fixture.database()).list(id, false);
        QVERIFY(open && open->size() == 1);
        int candidate = 0;
        while (open->constFirst().candidates.value(candidate).remote.id != ours)
            QVERIFY(++candidate < open->constFirst().candidates.size());
        const auto decided = fixture.wait(fixture.engine().decideMatch(
            open->constFirst().id, {.action = MatchChoice::Action::Link, .candidate = candidate}, u"Ann"_s));
        QVERIFY2(decided, wordsOf(decided).constData());
        settle(fixture, id);
        settle(fixture, id);
        QVERIFY2(fixture.state(record) == SyncState::Synced, qPrintable(fixture.sentence(record)));
        QVERIFY2(fixture.state(site) == SyncState::Synced, qPrintable(fixture.sentence(site)));
        int sites = 0;
        for (const QJsonValue &each : practice.records(u"location"_s)) {
            if (each["name"_L1] == u"Headquarters"_s)
                ++sites;
        }
        QCOMPARE(sites, 1);
        QCOMPARE(practice.record(u"location"_s, fixture.link(site).remote.id).value("addressLine1"_L1).toString(),
                 u"5 New Road"_s);
        // The namesake comes in with the next sync, as what it is.
        (void)fixture.sync(id);
        QCOMPARE(fixture.count(AssetKind::Organization), companies + 2);
        checkPeace(practice, fixture, id);
    }

    /** It is linked while its push waits, and removed there before anything was agreed on. */
    void D5_whatWasFoundAndLinked_mayVanishAtOnce()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        const QJsonObject twin = practice.create(u"contact"_s,
                                                 {{u"firstName"_s, u"Twin"_s},
                                                  {u"lastName"_s, u"One"_s},
                                                  {u"company"_s, QJsonObject{{u"id"_s, 1}}}});
        const RecordId contact = fixture.create(
            AssetKind::Contact,
            {{u"first_name"_s, u"Twin"_s}, {u"last_name"_s, u"One"_s}, {u"organization"_s, organization}});
        (void)fixture.push(id);
        QVERIFY(fixture.link(contact).isLinked());
        practice.remove(u"contact"_s, twin.value("id"_L1).toVariant().toString());
        fixture.clock().advance(std::chrono::hours(1));
        (void)fixture.sync(id, true);
        QCOMPARE(fixture.state(contact), SyncState::Orphaned);
    }

    void I2_underAStormOfFaults_everythingArrivesOnce_data()
    {
        QTest::addColumn<int>("seed");
        for (const int seed : {1, 2, 3})
            QTest::addRow("seed %d", seed) << seed;
    }

    void I2_underAStormOfFaults_everythingArrivesOnce()
    {
        QFETCH(int, seed);
        PracticeProcess practice({.organizations = 3, .locations = 3, .contacts = 3, .configurations = 12},
                                 {u"--seed"_s, QString::number(seed)});
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId organization =
            (*LinkStore(fixture.database()).byRemote(id, AssetKind::Organization, u"1"_s))->recordId;
        QJsonArray storm;
        for (const char *fault : {"reset_after", "reset_before", "truncate", "bad_json", "html"}) {
            storm.append(QJsonObject{
                {u"route"_s, u"*"_s}, {u"probability"_s, 0.08}, {u"fault"_s, QString::fromLatin1(fault)}});
        }
        storm.append(QJsonObject{
            {u"route"_s, u"*"_s}, {u"probability"_s, 0.05}, {u"fault"_s, u"status"_s}, {u"value"_s, 500}});
        practice.setFaults(storm);
        const auto machines = recordIds(fixture.database(), {.kind = AssetKind::Configuration});
        QList<RecordId> records = *machines;
        for (const RecordId each : *machines)
            fixture.edit(each, {{u"notes"_s, u"number %1"_s.arg(each)}});
        for (int i = 0; i < 12; ++i) {
            records.append(fixture.create(AssetKind::Contact,
                                          {{u"first_name"_s, u"Storm %1"_s.arg(i)},
                                           {u"last_name"_s, u"Child"_s},
                                           {u"organization"_s, organization}}));
        }
        for (int round = 0; round < 8; ++round)
            settle(fixture, id);
        practice.clearFaults();
        for (int round = 0; round < 2; ++round)
            settle(fixture, id);
        for (const RecordId each : records)
            QVERIFY2(fixture.state(each) == SyncState::Synced, qPrintable(fixture.sentence(each)));
        QCOMPARE(practice.recordsWhere(u"contact"_s, u"lastName"_s, u"Child"_s).size(), 12);
        for (const RecordId each : *machines) {
            const QJsonObject remote = practice.record(u"configuration"_s, fixture.link(each).remote.id);
            QCOMPARE(remote.value("notes"_L1).toString(), u"number %1"_s.arg(each));
        }
        checkPeace(practice, fixture, id);
    }

private:
    static QString patchRoute()
    {
        return u"PATCH /company/configurations/{id}"_s;
    }

    static QString postRoute(const QString &kind)
    {
        switch (*kindFromName(kind)) {
        case AssetKind::Organization:
            return u"POST /company/companies"_s;
        case AssetKind::Location:
            return u"POST /company/companies/{id}/sites"_s;
        case AssetKind::Contact:
            return u"POST /company/contacts"_s;
        case AssetKind::Configuration:
        case AssetKind::Count:
            break;
        }
        return u"POST /company/configurations"_s;
    }

    static RecordId make(EngineFixture &fixture, AssetKind kind, IntegrationId id)
    {
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        RecordId made = 0;
        (void)fixture.wait(fixture.engine().setPaused(id, true));
        switch (kind) {
        case AssetKind::Organization:
            made = fixture.create(
                kind,
                {{u"name"_s, u"Acme"_s},
                 {u"short_name"_s, u"ACME"_s},
                 {u"organization_type"_s, fixture.option(OptionList::OrganizationType, u"Customer"_s)},
                 {u"organization_status"_s, fixture.option(OptionList::OrganizationStatus, u"Active"_s)}});
            fixture.create(AssetKind::Location, {{u"name"_s, u"Main"_s}, {u"organization"_s, made}});
            break;
        case AssetKind::Location:
            made = fixture.create(kind,
                                  {{u"name"_s, u"Annex"_s},
                                   {u"organization"_s, organization},
                                   {u"address_1"_s, u"1 Side Street"_s}});
            break;
        case AssetKind::Contact:
            made = fixture.create(
                kind,
                {{u"first_name"_s, u"Jo"_s},
                 {u"organization"_s, organization},
                 {u"emails"_s,
                  QJsonArray{QJsonObject{
                      {u"value"_s, u"jo@a.example"_s}, {u"label"_s, u"Work"_s}, {u"primary"_s, true}}}}});
            break;
        case AssetKind::Configuration:
        case AssetKind::Count:
            made = fixture.create(
                AssetKind::Configuration,
                {{u"name"_s, u"SRV"_s},
                 {u"organization"_s, organization},
                 {u"configuration_type"_s,
                  fixture.option(OptionList::ConfigurationType, u"Managed Server"_s)},
                 {u"configuration_status"_s, fixture.option(OptionList::ConfigurationStatus, u"Active"_s)}});
            break;
        }
        (void)fixture.wait(fixture.engine().setPaused(id, false));
        return made;
    }

    /** Pushes, waits long enough for whatever is to be tried again, and pushes that. */
    static void settle(EngineFixture &fixture, IntegrationId id)
    {
        (void)fixture.wait(fixture.engine().push(id));
        fixture.clock().advance(std::chrono::hours(2));
        (void)fixture.wait(fixture.engine().push(id));
    }

    static void checkPeace(PracticeProcess &practice, EngineFixture &fixture, IntegrationId id)
    {
        const int writes = practice.writes();
        // The first finds what an adopted record refers to, such as the site of an organization.
        fixture.sync(id, true);
        const QString before = fixture.dump();
        fixture.sync(id, true);
        fixture.push(id);
        QCOMPARE(practice.writes(), writes);
        QCOMPARE(fixture.dump(), before);
    }
};

QTEST_GUILESS_MAIN(LostRepliesTest)
#include "tst_lostreplies.moc"
