// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaseyaoffice.h"

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** What comes over from Kaseya BMS, Vorex PSA and Pulseway PSA (rules D1–D6). */
class KaseyaPullTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void D1_everyRemoteRecordBecomesALinkedRecord_data()
    {
        QTest::addColumn<Platform>("platform");
        QTest::addColumn<QStringList>("quirks");
        QTest::newRow("Kaseya BMS") << Platform::KaseyaBms << QStringList();
        QTest::newRow("Vorex") << Platform::VorexPsa << QStringList();
        QTest::newRow("Pulseway") << Platform::PulsewayPsa << QStringList();
        QTest::newRow("short pages") << Platform::KaseyaBms << QStringList{u"page-cap=7"_s};
        QTest::newRow("no totals") << Platform::KaseyaBms << QStringList{u"no-totals"_s, u"page-cap=40"_s};
        QTest::newRow("capital letters") << Platform::KaseyaBms << QStringList{u"pascal-case"_s};
        QTest::newRow("tables by other names") << Platform::KaseyaBms << QStringList{u"hidden-lists"_s};
    }

    void D1_everyRemoteRecordBecomesALinkedRecord()
    {
        QFETCH(Platform, platform);
        QFETCH(QStringList, quirks);
        // More contacts and assets than one page of the API has.
        PracticeProcess practice({.organizations = 4, .locations = 6, .contacts = 101, .configurations = 203}, {},
                                 platform);
        practice.setQuirks(quirks);
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        // Every value syncs, so that the seeded ones need not be known here.
        SettingsChange change{.settings = fixture.status(id).integration.settings};
        const auto types = OptionStore(fixture.database()).remote(id, OptionList::OrganizationType);
        for (const StoredOption &type : *types)
            change.enabled[OptionList::OrganizationType].insert(type.remoteId);
        fixture.changeSettings(id, change);
        const RunSummary summary = fixture.sync(id);
        QCOMPARE(summary.failed, 0);
        for (const AssetKind kind : allKinds) {
            const QJsonArray remotes = practice.records(kindName(kind));
            const auto ids = recordIds(fixture.database(), {.kind = kind});
            QCOMPARE(ids->size(), remotes.size());
            QSet<QString> linked;
            for (const RecordId record : *ids) {
                QCOMPARE(fixture.state(record), SyncState::Synced);
                linked.insert(fixture.link(record).remote.id);
            }
            for (const QJsonValue &remote : remotes)
                QVERIFY(linked.contains(QString::number(remote["id"_L1].toInt(-1))));
        }
        QCOMPARE(fixture.status(id).state, IntegrationState::UpToDate);
        QCOMPARE(practice.writes(), 0);
        // Accounts bring their locations along.
        QCOMPARE(practice.calls(u"GET /v2/crm/accounts/{accountId}/locations*"_s), 0);
    }

    void D4_valuesComeOver_data()
    {
        QTest::addColumn<QStringList>("quirks");
        QTest::newRow("as usual") << QStringList();
        QTest::newRow("bare records") << QStringList{u"bare-summary"_s};
        QTest::newRow("capital letters") << QStringList{u"pascal-case"_s};
        QTest::newRow("dates of the tenant's zone") << QStringList{u"local-dates"_s};
        QTest::newRow("dates with their zone") << QStringList{u"zoned-dates"_s};
    }

    void D4_valuesComeOver()
    {
        QFETCH(QStringList, quirks);
        PracticeProcess practice({}, {}, Platform::KaseyaBms);
        practice.setQuirks(quirks);
        practice.update(u"configuration"_s, u"10000001"_s, {{u"isActive"_s, false}});
        practice.update(u"organization"_s, u"1002"_s, {{u"parentId"_s, 1001}});
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        fixture.sync(id);

        const RecordId client = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        QCOMPARE(fixture.field(client, u"short_name"_s).toString(), u"NORTHGATEDENTAL"_s);
        QCOMPARE(fixture.view(client).referenceNames.value(u"organization_type"_s), u"Customer"_s);
        QCOMPARE(fixture.view(client).referenceNames.value(u"organization_status"_s), u"Active"_s);
        const RecordId main = fixture.field(client, u"primary_location"_s).toInteger();
        QCOMPARE(fixture.field(main, u"city"_s).toString(), u"Madison"_s);
        QCOMPARE(fixture.field(main, u"phone"_s).toString(), u"(608) 555-8889"_s);
        QCOMPARE(fixture.view(main).referenceNames.value(u"country"_s), u"United States"_s);
        const RecordId below = fixture.find(AssetKind::Organization, u"Maple Pediatrics"_s);
        QCOMPARE(fixture.field(below, u"parent"_s).toInteger(), client);

        const RecordId contact = fixture.find(AssetKind::Contact, u"Robert Alvarez"_s);
        QCOMPARE(fixture.field(contact, u"title"_s).toString(), u"Estimator"_s);
        QCOMPARE(fixture.field(contact, u"important"_s), QJsonValue(true));
        QCOMPARE(fixture.field(contact, u"location"_s).toInteger(), main);
        QStringList points;
        for (const QJsonValue &point : fixture.field(contact, u"phones"_s).toArray())
            points.append(point["label"_L1].toString() + u' ' + point["value"_L1].toString());
        QCOMPARE(points, (QStringList{u"Work (608) 555-2511"_s, u"Mobile (608) 555-9152"_s}));

        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        const auto read = fixture.wait(fixture.engine().syncRecord(laptop, id));
        QVERIFY2(read, wordsOf(read).constData());
        const RecordView view = fixture.view(laptop);
        QCOMPARE(view.referenceNames.value(u"configuration_type"_s), u"Laptop"_s);
        QCOMPARE(view.referenceNames.value(u"configuration_status"_s), u"Inactive"_s);
        QCOMPARE(view.referenceNames.value(u"manufacturer"_s), u"HP"_s);
        QCOMPARE(view.referenceNames.value(u"model"_s), u"EliteBook 840 G10"_s);
        QCOMPARE(view.referenceNames.value(u"contact"_s), u"Robert Alvarez"_s);
        QCOMPARE(fixture.field(laptop, u"location"_s).toInteger(), main);
        QCOMPARE(fixture.field(laptop, u"serial_number"_s).toString(), u"9AYKSL255S"_s);
        QCOMPARE(fixture.field(laptop, u"mac_address"_s).toString(), u"02:78:FF:BA:42:B7"_s);
        QCOMPARE(fixture.field(laptop, u"operating_system"_s).toString(), u"Windows 11 Pro (10.0.19305)"_s);
        QCOMPARE(fixture.field(laptop, u"warranty_expires_at"_s).toString(), u"2024-06-29"_s);
        fixture.sync(id, true);
        QCOMPARE(fixture.field(laptop, u"mac_address"_s).toString(), u"02:78:FF:BA:42:B7"_s);
    }

    void D1_whatDoesNotSync_isLeftThere()
    {
        PracticeProcess practice({}, {}, Platform::KaseyaBms);
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        practice.update(u"organization"_s, u"1001"_s, {{u"isActive"_s, false}});
        fixture.setEnabled(id, OptionList::OrganizationStatus, u"Inactive"_s, false);
        fixture.sync(id);
        for (const AssetKind kind : allKinds)
            QCOMPARE(fixture.count(kind), 1);
        fixture.setEnabled(id, OptionList::OrganizationStatus, u"Inactive"_s, true);
        fixture.sync(id);
        for (const AssetKind kind : allKinds)
            QCOMPARE(fixture.count(kind), 2);
    }

    void D6_changes_comeWithTheNextDelta_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("remoteId");
        QTest::addColumn<QJsonObject>("set");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QStringList>("quirks");
        const QString there = u"changed there"_s;
        const auto add = [&](const char *title, const QString &kind, const QString &id, const QString &member,
                             const QString &field, const QStringList &quirks = {}) {
            QTest::newRow(title) << kind << id << QJsonObject{{member, there}} << field << quirks;
        };
        add("organization", u"organization"_s, u"1001"_s, u"accountCode"_s, u"short_name"_s);
        add("location", u"location"_s, u"5001"_s, u"locationName"_s, u"name"_s);
        add("contact", u"contact"_s, u"300001"_s, u"jobTitle"_s, u"title"_s);
        // Has no date of change: all are listed, with a few of their fields.
        add("asset", u"configuration"_s, u"10000001"_s, u"serialNumber"_s, u"serial_number"_s);
        add("dates of the tenant's zone", u"contact"_s, u"300001"_s, u"jobTitle"_s, u"title"_s,
            {u"local-dates"_s});
    }

    void D6_changes_comeWithTheNextDelta()
    {
        QFETCH(QString, kind);
        QFETCH(QString, remoteId);
        QFETCH(QJsonObject, set);
        QFETCH(QString, field);
        QFETCH(QStringList, quirks);
        KaseyaOffice office;
        office.practice.setQuirks(quirks);
        office.practice.update(kind, remoteId, set);
        office.practice.resetStats();
        // A list without dates is not read more often than its share of the hour's calls allows.
        office.fixture.clock().advance(std::chrono::minutes(1));
        office.fixture.sync(office.id);
        const RecordId record = office.linked(*kindFromName(kind), remoteId);
        QCOMPARE(office.fixture.field(record, field).toString(), u"changed there"_s);
        QCOMPARE(office.practice.writes(), 0);
        office.checkPeace();
    }

    /** A change of an email may leave the contact's date alone: a full sync finds it. */
    void D6_changesWithoutADate_comeWithAFullSync()
    {
        KaseyaOffice office;
        office.practice.setQuirks({u"children-keep-dates"_s});
        office.practice.update(u"location"_s, u"5001"_s, {{u"locationName"_s, u"renamed there"_s}});
        const RecordId location = office.linked(AssetKind::Location, u"5001"_s);
        office.fixture.sync(office.id, true);
        QCOMPARE(office.fixture.field(location, u"name"_s).toString(), u"renamed there"_s);
    }

    void D5_whatIsDeletedThere_becomesOrphaned_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("remoteId");
        QTest::newRow("contact") << u"contact"_s << u"300001"_s;
        QTest::newRow("configuration") << u"configuration"_s << u"10000001"_s;
        QTest::newRow("location") << u"location"_s << u"5003"_s;
    }

    void D5_whatIsDeletedThere_becomesOrphaned()
    {
        QFETCH(QString, kind);
        QFETCH(QString, remoteId);
        KaseyaOffice office(Platform::KaseyaBms,
                            {.organizations = 2, .locations = 3, .contacts = 1, .configurations = 1});
        const RecordId record = office.linked(*kindFromName(kind), remoteId);
        QVERIFY(record != 0);
        if (kind == "location"_L1) {
            // What is in use is not deleted there.
            office.practice.update(u"contact"_s, u"300001"_s, {{u"locationId"_s, 5001}});
            office.practice.update(u"configuration"_s, u"10000001"_s, {{u"accountLocationId"_s, 5001}});
        }
        office.practice.remove(kind, remoteId);
        office.fixture.sync(office.id, true);
        QCOMPARE(office.fixture.state(record), SyncState::Orphaned);
        QVERIFY(office.fixture.record(record).id != 0);
    }

    void aSyncWithNothingNew_changesNothingAndIsCheap()
    {
        KaseyaOffice office;
        office.fixture.sync(office.id);
        const QString before = office.fixture.dump();
        office.practice.resetStats();
        office.fixture.sync(office.id);
        QCOMPARE(office.fixture.dump(), before);
        const QJsonArray requests = office.practice.stats().value("requests"_L1).toArray();
        for (const QJsonValue &each : requests) {
            // Twelve times an hour, of 1,500 calls that each endpoint answers in it.
            QVERIFY2(each["count"_L1].toInt() <= 12, qPrintable(each["route"_L1].toString()));
        }
        QCOMPARE(office.practice.writes(), 0);
        office.checkPeace();
    }

    /** Two programs that sync the same tenant overwrite each other. */
    void theVendorsOwnITGlueSync_isWarnedOf()
    {
        KaseyaOffice office;
        QCOMPARE(office.fixture.status(office.id).warning, QString());
        office.practice.setQuirks({u"itglue-on"_s});
        office.fixture.sync(office.id);
        QVERIFY2(office.fixture.status(office.id).warning.contains(u"IT Glue"_s),
                 qPrintable(office.fixture.status(office.id).warning));
        office.practice.setQuirks({});
        office.fixture.sync(office.id);
        QCOMPARE(office.fixture.status(office.id).warning, QString());
    }

    void aTokenThatEndsWithinASync_isRenewed()
    {
        PracticeProcess practice({.organizations = 2, .locations = 2, .contacts = 250, .configurations = 250}, {},
                                 Platform::KaseyaBms);
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        practice.setFaults({QJsonObject{{u"route"_s, u"GET /v2/crm/contacts/summary"_s},
                                        {u"fault"_s, u"expired_token"_s},
                                        {u"nth"_s, 2}}});
        QCOMPARE(fixture.sync(id).failed, 0);
        QCOMPARE(practice.firedFaults(), 1);
        QCOMPARE(fixture.count(AssetKind::Contact), 250);
        QCOMPARE(fixture.count(AssetKind::Configuration), 250);
        QCOMPARE(fixture.status(id).state, IntegrationState::UpToDate);
    }

    /** One endpoint that is used up stops what needs it, until the hour is over. */
    void I5_anEndpointThatIsUsedUp_isWaitedFor()
    {
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        office.practice.setQuirks({u"budget=1"_s});
        office.practice.update(u"contact"_s, u"300001"_s, {{u"jobTitle"_s, u"changed there"_s}});
        for (int i = 0; i < 2; ++i)
            (void)fixture.wait(fixture.engine().sync(office.id, false));
        QVERIFY(fixture.status(office.id).state != IntegrationState::SignInFailed);
        office.practice.setQuirks({});
        fixture.clock().advance(std::chrono::hours(2));
        fixture.start(); // an hour of real time is not waited for
        fixture.sync(office.id);
        const RecordId contact = office.linked(AssetKind::Contact, u"300001"_s);
        QCOMPARE(fixture.field(contact, u"title"_s).toString(), u"changed there"_s);
        QCOMPARE(fixture.status(office.id).state, IntegrationState::UpToDate);
    }

    void wrongKeys_areSaidAndNotTriedAgain_data()
    {
        QTest::addColumn<QString>("key");
        for (const char *key : {"tenant", "user_name", "password"})
            QTest::newRow(key) << QString::fromLatin1(key);
    }

    void wrongKeys_areSaidAndNotTriedAgain()
    {
        QFETCH(QString, key);
        PracticeProcess practice({}, {}, Platform::KaseyaBms);
        EngineFixture fixture;
        ConnectionDetails details = EngineFixture::detailsFor(practice);
        details.credentials.insert(key, SecretString(u"wrong"_s));
        const auto added = fixture.wait(fixture.engine().addIntegration(details));
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::SignInFailed);
        QVERIFY2(added.error().message.contains(u"company name"_s), qPrintable(added.error().message));
        QCOMPARE(practice.calls(u"POST /v2/security/authenticate"_s), 1);
        QVERIFY(fixture.wait(fixture.engine().integrations())->isEmpty());
    }
};

QTEST_GUILESS_MAIN(KaseyaPullTest)
#include "tst_kaseyapull.moc"
