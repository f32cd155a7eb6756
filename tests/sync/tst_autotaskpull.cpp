// SPDX-License-Identifier: GPL-3.0-or-later
#include "autotaskoffice.h"

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** What comes over from Autotask, and how what vanished there is found (rules D1–D6). */
class AutotaskPullTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void D1_everyRemoteRecordBecomesALinkedRecord()
    {
        // More contacts than two pages of the API have.
        PracticeProcess practice({.organizations = 4, .locations = 6, .contacts = 1101, .configurations = 12},
                                 {}, Platform::Autotask);
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
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
        QCOMPARE(practice.calls(u"POST /Contacts/query/next"_s), 2);
        QCOMPARE(practice.calls(u"GET /Contacts/query/next"_s), 0);
    }

    void D4_valuesComeOver()
    {
        PracticeProcess practice({}, {}, Platform::Autotask);
        practice.update(u"contact"_s, u"30002"_s,
                        {{u"extension"_s, u"77"_s},
                         {u"alternatePhone"_s, u"555 0102"_s},
                         {u"faxNumber"_s, u"555 0103"_s}});
        practice.update(u"configuration"_s, u"100001"_s,
                        {{u"referenceTitle"_s, QJsonValue::Null}, {u"isActive"_s, false}});
        EngineFixture fixture;
        fixture.sync(fixture.add(practice));

        // The tenant itself is a company, with the id 0.
        const RecordId own = fixture.find(AssetKind::Organization, u"Practice MSP"_s);
        QCOMPARE(fixture.link(own).remote.id, u"0"_s);
        const RecordId client = fixture.find(AssetKind::Organization, u"Maple Pediatrics"_s);
        QCOMPARE(fixture.field(client, u"short_name"_s).toString(), u"A-10001"_s);
        QCOMPARE(fixture.view(client).referenceNames.value(u"organization_status"_s), u"Active"_s);
        const RecordId main = fixture.field(client, u"primary_location"_s).toInteger();
        QCOMPARE(fixture.field(main, u"city"_s).toString(), u"Tucson"_s);

        const RecordId contact = fixture.find(AssetKind::Contact, u"Ruth Ferrari"_s);
        QStringList points;
        for (const QJsonValue &point : fixture.field(contact, u"phones"_s).toArray())
            points.append(point["label"_L1].toString() + u' ' + point["value"_L1].toString() + u' '
                          + point["extension"_L1].toString());
        QCOMPARE(points,
                 (QStringList{u"Work (520) 555-1454 77"_s, u"Alternate 555 0102 "_s, u"Fax 555 0103 "_s}));

        // Without a title of its own it has the name of its product.
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"HP EliteBook 840 G10"_s);
        QVERIFY(laptop != 0);
        const RecordView view = fixture.view(laptop);
        QCOMPARE(view.referenceNames.value(u"manufacturer"_s), u"HP"_s);
        QCOMPARE(view.referenceNames.value(u"model"_s), u"EliteBook 840 G10"_s);
        QCOMPARE(view.referenceNames.value(u"configuration_type"_s), u"Laptop"_s);
        QCOMPARE(view.referenceNames.value(u"configuration_status"_s), u"Inactive"_s);
        QCOMPARE(fixture.field(laptop, u"installed_by"_s).toString(), u"Jo Harris"_s);
        QCOMPARE(view.referenceNames.value(u"organization"_s), u"Practice MSP"_s);
        QCOMPARE(fixture.field(laptop, u"serial_number"_s).toString(), u"9AYKSL255S"_s);
        QCOMPARE(fixture.field(laptop, u"warranty_expires_at"_s).toString(), u"2024-06-29"_s);
    }

    void D1_whatDoesNotSync_isLeftThere()
    {
        PracticeProcess practice({}, {}, Platform::Autotask);
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        const auto classes = OptionStore(fixture.database()).remote(id, OptionList::Classification);
        const auto gold = std::find_if(classes->begin(), classes->end(),
                                       [](const StoredOption &each) { return each.name == "Gold"_L1; });
        QVERIFY(gold != classes->end());
        practice.update(u"organization"_s, u"1001"_s, {{u"classification"_s, gold->remoteId.toInt()}});
        fixture.setEnabled(id, OptionList::Classification, u"Gold"_s, false);
        fixture.sync(id);
        // Neither the company nor what belongs to it.
        QVERIFY(fixture.find(AssetKind::Organization, u"Practice MSP"_s) != 0);
        for (const AssetKind kind : allKinds)
            QCOMPARE(fixture.count(kind), 1);

        fixture.setEnabled(id, OptionList::Classification, u"Gold"_s, true);
        fixture.sync(id);
        for (const AssetKind kind : allKinds)
            QCOMPARE(fixture.count(kind), 2);
    }

    void D1_inactiveContactsOfTheTenant_comeOver_data()
    {
        QTest::addColumn<QStringList>("quirks");
        QTest::newRow("companies are told") << QStringList();
        QTest::newRow("inactive contacts lose theirs") << QStringList{u"inactive-contact-loses-company"_s};
    }

    /** Any inactive contact may be read with the company 0, which is that of the tenant: only its own may be
     * taken so. */
    void D1_inactiveContactsOfTheTenant_comeOver()
    {
        QFETCH(QStringList, quirks);
        PracticeProcess practice({}, {}, Platform::Autotask);
        practice.update(u"contact"_s, u"30001"_s, {{u"isActive"_s, 0}});
        practice.update(u"contact"_s, u"30002"_s, {{u"isActive"_s, 0}});
        practice.setQuirks(quirks);
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        fixture.sync(id);
        const LinkStore links(fixture.database());
        const auto own = links.byRemote(id, AssetKind::Contact, u"30001"_s);
        QVERIFY(own && *own);
        QCOMPARE(fixture.field((*own)->recordId, u"organization"_s).toInteger(),
                 fixture.find(AssetKind::Organization, u"Practice MSP"_s));
        const auto clients = links.byRemote(id, AssetKind::Contact, u"30002"_s);
        QCOMPARE(clients->has_value(), quirks.isEmpty());
        fixture.sync(id, true);
        QCOMPARE(fixture.count(AssetKind::Contact), quirks.isEmpty() ? 2 : 1);
        practice.setQuirks({});
        fixture.sync(id, true);
        const RecordId maple = fixture.find(AssetKind::Organization, u"Maple Pediatrics"_s);
        QCOMPARE(
            fixture.field(fixture.find(AssetKind::Contact, u"Ruth Ferrari"_s), u"organization"_s).toInteger(),
            maple);
    }

    void D6_changes_comeWithTheNextDelta_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("remoteId");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("field");
        QTest::newRow("organization")
            << u"organization"_s << u"1001"_s << u"companyNumber"_s << u"short_name"_s;
        QTest::newRow("location") << u"location"_s << u"3002"_s << u"address2"_s
                                  << u"address_2"_s; // has no date
        QTest::newRow("contact") << u"contact"_s << u"30002"_s << u"title"_s << u"title"_s;
        QTest::newRow("configuration") << u"configuration"_s << u"100002"_s << u"notes"_s << u"notes"_s;
    }

    void D6_changes_comeWithTheNextDelta()
    {
        QFETCH(QString, kind);
        QFETCH(QString, remoteId);
        QFETCH(QString, member);
        QFETCH(QString, field);
        AutotaskOffice office;
        office.practice.update(kind, remoteId, {{member, u"changed there"_s}});
        office.practice.resetStats();
        office.fixture.sync(office.id);
        const auto link =
            LinkStore(office.fixture.database()).byRemote(office.id, *kindFromName(kind), remoteId);
        QCOMPARE(office.fixture.field((*link)->recordId, field).toString(), u"changed there"_s);
        QCOMPARE(office.practice.writes(), 0);
    }

    void D6_deltas_overlap_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("comes");
        QTest::newRow("within the overlap") << 4 << true;
        QTest::newRow("long before") << 30 << false;
    }

    /** Clocks differ, so a delta asks again for what changed shortly before the last sync. */
    void D6_deltas_overlap()
    {
        QFETCH(int, minutes);
        QFETCH(bool, comes);
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        fixture.sync(office.id);
        const QString changedAt =
            fixture.clock().nowUtc().addSecs(-60LL * minutes).toString(Qt::ISODateWithMs);
        office.practice.update(u"contact"_s, u"30002"_s,
                               {{u"title"_s, u"shortly before"_s},
                                {u"lastModifiedDate"_s, changedAt},
                                {u"lastActivityDate"_s, changedAt}});
        fixture.sync(office.id);
        const RecordId contact = fixture.find(AssetKind::Contact, u"Ruth Ferrari"_s);
        QCOMPARE(fixture.field(contact, u"title"_s).toString() == "shortly before"_L1, comes);
    }

    void aSyncWithNothingNew_changesNothingAndIsCheap()
    {
        AutotaskOffice office;
        const QString before = office.fixture.dump();
        office.practice.resetStats();
        office.fixture.sync(office.id);
        QCOMPARE(office.fixture.dump(), before);
        int calls = 0;
        for (const QJsonValue &each : office.practice.stats().value("requests"_L1).toArray())
            calls += each["count"_L1].toInt();
        // At most every five minutes, that is a fiftieth of what a tenant may ask in an hour.
        QVERIFY2(calls <= 16, qPrintable(QString::number(calls)));
        QCOMPARE(office.practice.writes(), 0);
        office.checkPeace();
    }

    void D5_whatIsDeletedThere_isFoundWithinADay_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("remoteId");
        QTest::newRow("location") << u"location"_s << u"3003"_s;
        QTest::newRow("contact") << u"contact"_s << u"30002"_s;
        QTest::newRow("configuration") << u"configuration"_s << u"100002"_s;
    }

    /** A delete leaves no trace there, so once a day all ids are read. */
    void D5_whatIsDeletedThere_isFoundWithinADay()
    {
        QFETCH(QString, kind);
        QFETCH(QString, remoteId);
        AutotaskOffice office({.organizations = 2, .locations = 3, .contacts = 2, .configurations = 2});
        EngineFixture &fixture = office.fixture;
        const auto link = LinkStore(fixture.database()).byRemote(office.id, *kindFromName(kind), remoteId);
        QVERIFY(link && *link);
        const RecordId record = (*link)->recordId;
        office.practice.remove(kind, remoteId);
        fixture.clock().advance(std::chrono::hours(23));
        fixture.sync(office.id);
        QCOMPARE(fixture.state(record), SyncState::Synced);
        fixture.clock().advance(std::chrono::hours(2));
        fixture.sync(office.id);
        QCOMPARE(fixture.state(record), SyncState::Orphaned);
        QVERIFY(fixture.record(record).id != 0);
    }

    /** The sweep waits while the hour's calls are half used, by whatever program. */
    void theDailySweep_leavesOthersTheirCalls()
    {
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        const RecordId record = fixture.find(AssetKind::Contact, u"Ruth Ferrari"_s);
        office.practice.remove(u"contact"_s, u"30002"_s);
        office.practice.setQuirks({u"others-used-most"_s});
        fixture.sync(office.id); // reads what others used
        QVERIFY(fixture.status(office.id).calls.callsInWindow > 5'000);
        fixture.clock().advance(std::chrono::hours(25));
        fixture.sync(office.id);
        QCOMPARE(fixture.state(record), SyncState::Synced);
        office.practice.setQuirks({});
        fixture.sync(office.id);
        fixture.sync(office.id);
        QCOMPARE(fixture.state(record), SyncState::Orphaned);
    }

    void aTenantThatMoves_isFoundAgain()
    {
        AutotaskOffice office;
        office.practice.setQuirks({u"moved-zone"_s});
        office.practice.update(u"contact"_s, u"30002"_s, {{u"title"_s, u"moved"_s}});
        office.fixture.sync(office.id);
        const RecordId contact = office.fixture.find(AssetKind::Contact, u"Ruth Ferrari"_s);
        QCOMPARE(office.fixture.field(contact, u"title"_s).toString(), u"moved"_s);
        QCOMPARE(office.fixture.status(office.id).state, IntegrationState::UpToDate);
    }

    void wrongKeys_areSaidAndNotTriedAgain_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("field");
        QTest::newRow("user") << u"user_name"_s << u"user_name"_s;
        QTest::newRow("secret") << u"secret"_s << QString();
        QTest::newRow("tracking identifier") << u"integration_code"_s << u"integration_code"_s;
    }

    void wrongKeys_areSaidAndNotTriedAgain()
    {
        QFETCH(QString, key);
        QFETCH(QString, field);
        PracticeProcess practice({}, {}, Platform::Autotask);
        EngineFixture fixture;
        ConnectionDetails details = EngineFixture::detailsFor(practice);
        details.credentials.insert(key, SecretString(u"wrong"_s));
        const auto added = fixture.wait(fixture.engine().addIntegration(details));
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::SignInFailed);
        QCOMPARE(added.error().field, field);
        QVERIFY(!added.error().message.isEmpty());
        QVERIFY(practice.calls(u"POST /Companies/query"_s) <= 1);
        QVERIFY(fixture.wait(fixture.engine().integrations())->isEmpty());
    }
};

QTEST_GUILESS_MAIN(AutotaskPullTest)
#include "tst_autotaskpull.moc"
