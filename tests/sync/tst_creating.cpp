// SPDX-License-Identifier: GPL-3.0-or-later
#include "family.h"

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** New records on their way to the PSA (rules C2, C3, C6, B3, B5, I2). */
class CreatingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void aFamilySavedInTheWrongOrder_arrivesInOrderAndOnce_data()
    {
        QTest::addColumn<QString>("why");
        QTest::newRow("paused") << u"paused"_s;
        QTest::newRow("offline") << u"offline"_s;
        QTest::newRow("nothing asked for a push") << u"waiting"_s;
    }

    void aFamilySavedInTheWrongOrder_arrivesInOrderAndOnce()
    {
        QFETCH(QString, why);
        QTemporaryDir folder;
        PracticeProcess practice({}, {u"--state"_s, folder.filePath(u"state"_s)});
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        fixture.setTwoWay(id, false);
        const Family family = makeFamily(fixture);
        fixture.setTwoWay(id, true);
        for (const RecordId each : family.all())
            QCOMPARE(fixture.state(each), SyncState::NotYetPushed);

        if (why == "paused"_L1)
            QVERIFY(fixture.wait(fixture.engine().setPaused(id, true)));
        else if (why == "offline"_L1)
            practice.stop();
        // What depends on others is saved before them.
        for (const RecordId each :
             {family.configuration, family.contact, family.location, family.organization}) {
            fixture.clock().advance(std::chrono::milliseconds(10));
            QVERIFY(fixture.edit(each, touch(fixture, each)).isQueued);
        }
        if (why == "paused"_L1) {
            fixture.push(id);
            for (const RecordId each : family.all())
                QCOMPARE(fixture.state(each), SyncState::Paused);
            QVERIFY(fixture.sentence(family.contact).startsWith(u"Sync with ConnectWise is paused."_s));
            QCOMPARE(practice.writes(), 0);
            QVERIFY(fixture.wait(fixture.engine().setPaused(id, false)));
        } else if (why == "offline"_L1) {
            const auto failed = fixture.wait(fixture.engine().push(id));
            QVERIFY(!failed);
            QCOMPARE(failed.error().code, ErrorCode::Unreachable);
            QCOMPARE(fixture.status(id).state, IntegrationState::Offline);
            QVERIFY(fixture.status(id).retryAt.isValid());
            practice.start();
            fixture.clock().advance(std::chrono::hours(2));
        }
        practice.resetStats();
        const RunSummary summary = fixture.push(id);
        QCOMPARE(summary.failed, 0);
        QCOMPARE(summary.held, 0);
        for (const RecordId each : family.all())
            QVERIFY2(fixture.state(each) == SyncState::Synced, qPrintable(fixture.sentence(each)));
        checkFamily(practice, fixture, family);
        QCOMPARE(practice.calls(u"POST /company/companies"_s), 1);
        QCOMPARE(practice.calls(u"POST /company/companies/{id}/sites"_s), 0);
        QCOMPARE(practice.calls(u"POST /company/contacts"_s), 1);
        QCOMPARE(practice.calls(u"POST /company/configurations"_s), 1);

        const int writes = practice.writes();
        const QString before = fixture.dump();
        for (int round = 0; round < 2; ++round) {
            fixture.sync(id, true);
            fixture.push(id);
        }
        QCOMPARE(practice.writes(), writes);
        QCOMPARE(fixture.dump(), before);
    }

    void C2_withTheSchedulerOn_aNewFamilyGoesByItself()
    {
        PracticeProcess practice;
        EngineFixture fixture(EngineFixture::Scheduler::On);
        fixture.connectTwoWay(practice);
        const Family family = makeFamily(fixture);
        for (const RecordId each : family.all())
            QVERIFY2(fixture.waitFor(each, SyncState::Synced), qPrintable(fixture.sentence(each)));
        checkFamily(practice, fixture, family);
    }

    void C6_whatWaited_leavesOldestFirst()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        QVERIFY(fixture.wait(fixture.engine().setPaused(id, true)));
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        QList<RecordId> saved;
        for (int i = 0; i < 16; ++i) {
            fixture.clock().advance(std::chrono::milliseconds(10));
            saved.append(fixture.create(
                AssetKind::Contact,
                {{u"first_name"_s, u"Number %1"_s.arg(100 - i)}, {u"organization"_s, organization}}));
        }
        QList<RecordId> left;
        QMutex mutex;
        QObject context;
        connect(
            &fixture.engine(), &SyncEngine::activity, &context,
            [&](const Activity &line) {
                const QMutexLocker lock(&mutex);
                if (line.state == SyncState::Pushing)
                    left.append(line.recordId);
            },
            Qt::DirectConnection);
        QVERIFY(fixture.wait(fixture.engine().setPaused(id, false)));
        QCOMPARE(fixture.push(id).done, 16);
        QCOMPARE(left.size(), 16);
        // Four are under way at once, and may overtake each other but not those that began after them.
        for (qsizetype i = 0; i < left.size(); ++i)
            QVERIFY2(saved.indexOf(left.at(i)) <= i + 3, qPrintable(QString::number(i)));
        QCOMPARE(practice.calls(u"POST /company/contacts"_s), 16);
    }

    void C3_whoMadeIt_decidesWhetherItIsPushedByItself_data()
    {
        QTest::addColumn<int>("source");
        QTest::addColumn<bool>("isQueued");
        QTest::newRow("by hand") << int(RecordSource::Manual) << true;
        QTest::newRow("through the API") << int(RecordSource::Api) << true;
        QTest::newRow("CSV") << int(RecordSource::Csv) << false;
        QTest::newRow("directory") << int(RecordSource::Directory) << false;
        QTest::newRow("IT Glue") << int(RecordSource::ItGlue) << false;
        QTest::newRow("another PSA") << int(RecordSource::Psa) << false;
    }

    void C3_whoMadeIt_decidesWhetherItIsPushedByItself()
    {
        QFETCH(int, source);
        QFETCH(bool, isQueued);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        const auto saved =
            fixture.trySave({.kind = AssetKind::Contact,
                             .changes = {{u"first_name"_s, u"New"_s}, {u"organization"_s, organization}},
                             .source = RecordSource(source)});
        QVERIFY2(saved, wordsOf(saved).constData());
        QCOMPARE(saved->isQueued, isQueued);
        QCOMPARE(fixture.state(saved->id), isQueued ? SyncState::Pending : SyncState::NotYetPushed);
        fixture.push(id);
        QCOMPARE(practice.creates(), isQueued ? 1 : 0);
        if (isQueued)
            return;
        // Editing and saving such a record pushes it; so does saving it as it is.
        QVERIFY(fixture.edit(saved->id, {{u"first_name"_s, u"New"_s}}).isQueued);
        QCOMPARE(fixture.push(id).done, 1);
        QCOMPARE(practice.creates(), 1);
        QCOMPARE(fixture.state(saved->id), SyncState::Synced);
    }

    void C3_directoryContacts_arePushedWhenSettingsAllow()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        SyncSettings settings = fixture.status(id).integration.settings;
        settings.pushDirectoryContacts = true;
        fixture.changeSettings(id, {.settings = settings});
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        const FieldValues values{{u"first_name"_s, u"New"_s}, {u"organization"_s, organization}};
        const auto contact = fixture.trySave(
            {.kind = AssetKind::Contact, .changes = values, .source = RecordSource::Directory});
        QVERIFY(contact && contact->isQueued);
        const auto fromCsv =
            fixture.trySave({.kind = AssetKind::Contact, .changes = values, .source = RecordSource::Csv});
        QVERIFY(fromCsv && !fromCsv->isQueued);
        const auto other = fixture.trySave({.kind = AssetKind::Organization,
                                            .changes = {{u"name"_s, u"From the directory"_s}},
                                            .source = RecordSource::Directory});
        QVERIFY(other && !other->isQueued);
    }

    void withTwoWayOff_nothingIsQueued_evenAfterItIsTurnedOn()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        fixture.sync(id);
        const Family family = makeFamily(fixture);
        for (const RecordId each : family.all()) {
            QVERIFY(!fixture.pushRow(each));
            QCOMPARE(fixture.state(each), SyncState::NotSyncing);
        }
        fixture.push(id);
        fixture.setTwoWay(id, true);
        fixture.push(id);
        for (const RecordId each : family.all()) {
            QCOMPARE(fixture.state(each), SyncState::NotYetPushed);
            QCOMPARE(fixture.sentence(each),
                     u"Record not yet pushed to ConnectWise. To trigger a push, try updating the record"_s);
        }
        QCOMPARE(practice.writes(), 0);
    }

    void B3_withoutALabelOrAType_contactsGoWithoutEmail_withOneTheyGetIt()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        const auto values = [&](const QString &name) {
            const QString address = name + u"@a.example"_s;
            const QJsonArray emails{QJsonObject{{u"value"_s, address}, {u"primary"_s, true}}};
            return FieldValues{
                {u"first_name"_s, name}, {u"organization"_s, organization}, {u"emails"_s, emails}};
        };
        fixture.create(AssetKind::Contact, values(u"Plain"_s));
        fixture.push(id);
        const QJsonArray plain = practice.recordsWhere(u"contact"_s, u"firstName"_s, u"Plain"_s);
        QCOMPARE(plain.size(), 1);
        QVERIFY(plain.first()["communicationItems"_L1].toArray().isEmpty());

        SyncSettings settings = fixture.status(id).integration.settings;
        settings.emailType = u"Personal Email"_s;
        fixture.changeSettings(id, {.settings = settings});
        fixture.create(AssetKind::Contact, values(u"Typed"_s));
        fixture.push(id);
        const QJsonArray typed = practice.recordsWhere(u"contact"_s, u"firstName"_s, u"Typed"_s);
        QCOMPARE(typed.size(), 1);
        const QJsonArray items = typed.first()["communicationItems"_L1].toArray();
        QCOMPARE(items.size(), 1);
        QCOMPARE(items.first()["type"_L1]["name"_L1].toString(), u"Personal Email"_s);
        QCOMPARE(items.first()["value"_L1].toString(), u"Typed@a.example"_s);

        const int writes = practice.writes();
        fixture.sync(id, true);
        fixture.push(id);
        QCOMPARE(practice.writes(), writes);
    }

    void D2_whatIsThereAlready_isLinkedAndNotMadeTwice_data()
    {
        QTest::addColumn<QString>("kind");
        for (const AssetKind kind : allKinds)
            QTest::newRow(qPrintable(kindName(kind))) << kindName(kind);
    }

    void D2_whatIsThereAlready_isLinkedAndNotMadeTwice()
    {
        QFETCH(QString, kind);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        // It appeared there after our last sync, and a person enters the same here.
        const QJsonObject company{{u"id"_s, 1}};
        const QHash<QString, QJsonObject> there{
            {u"organization"_s,
             {{u"name"_s, u"Acme"_s},
              {u"identifier"_s, u"ACME"_s},
              {u"site"_s, QJsonObject{{u"name"_s, u"Main"_s}}},
              {u"types"_s, QJsonArray{QJsonObject{{u"id"_s, 1}}}}}},
            {u"location"_s, {{u"name"_s, u"Annex"_s}, {u"company"_s, company}}},
            {u"contact"_s,
             {{u"firstName"_s, u"Same"_s}, {u"lastName"_s, u"Person"_s}, {u"company"_s, company}}},
            {u"configuration"_s,
             {{u"name"_s, u"SAME"_s},
              {u"company"_s, company},
              {u"type"_s, QJsonObject{{u"id"_s, 3}}},
              {u"status"_s, QJsonObject{{u"id"_s, 1}}}}}};
        const QString remoteId =
            QString::number(practice.create(kind, there.value(kind)).value("id"_L1).toInt());
        const qsizetype before = practice.records(kind).size();
        RecordId record = 0;
        if (kind == "organization"_L1) {
            QVERIFY(fixture.wait(fixture.engine().setPaused(id, true)));
            record = makeOrganization(fixture);
            fixture.create(AssetKind::Location, {{u"name"_s, u"Main"_s}, {u"organization"_s, record}});
            QVERIFY(fixture.wait(fixture.engine().setPaused(id, false)));
        } else if (kind == "location"_L1) {
            record = fixture.create(AssetKind::Location,
                                    {{u"name"_s, u"Annex"_s}, {u"organization"_s, organization}});
        } else if (kind == "contact"_L1) {
            record = fixture.create(AssetKind::Contact,
                                    {{u"first_name"_s, u"Same"_s},
                                     {u"last_name"_s, u"Person"_s},
                                     {u"organization"_s, organization}});
        } else {
            record = fixture.create(
                AssetKind::Configuration,
                {{u"name"_s, u"SAME"_s},
                 {u"organization"_s, organization},
                 {u"configuration_type"_s,
                  fixture.option(OptionList::ConfigurationType, u"Managed Server"_s)},
                 {u"configuration_status"_s, fixture.option(OptionList::ConfigurationStatus, u"Active"_s)}});
        }
        fixture.push(id);
        QCOMPARE(fixture.link(record).remote.id, remoteId);
        QVERIFY2(fixture.state(record) == SyncState::Synced, qPrintable(fixture.sentence(record)));
        QVERIFY(!fixture.pushRow(record));
        QCOMPARE(practice.records(kind).size(), before);
        const QList<Event> history = fixture.history(record);
        QVERIFY(std::any_of(history.begin(), history.end(),
                            [](const Event &event) { return event.type == Event::Type::Linked; }));
    }

private:
    static Family makeFamily(EngineFixture &fixture)
    {
        return tandem::makeFamily(
            fixture,
            {.phoneLabel = u"Direct"_s,
             .location = {{u"region"_s, fixture.option(OptionList::Region, u"Ohio"_s)}},
             .configuration = {
                 {u"configuration_type"_s,
                  fixture.option(OptionList::ConfigurationType, u"Managed Server"_s)},
                 {u"configuration_status"_s, fixture.option(OptionList::ConfigurationStatus, u"Active"_s)}}});
    }

    /** Saving a record as it is: a wish to push it (rule B5). */
    static FieldValues touch(EngineFixture &fixture, RecordId id)
    {
        const Record record = fixture.record(id);
        const QString field = record.kind == AssetKind::Contact ? u"first_name"_s : u"name"_s;
        return {{field, record.fields.value(field)}};
    }

    static void checkFamily(PracticeProcess &practice, EngineFixture &fixture, const Family &family)
    {
        const QJsonArray companies = practice.recordsWhere(u"organization"_s, u"name"_s, u"Acme"_s);
        QCOMPARE(companies.size(), 1);
        const QJsonObject company = companies.first().toObject();
        QCOMPARE(company.value("identifier"_L1).toString(), u"ACME"_s);
        const int companyId = company.value("id"_L1).toInt();
        QCOMPARE(fixture.link(family.organization).remote.id, QString::number(companyId));

        QJsonArray sites;
        for (const QJsonValue &site : practice.records(u"location"_s)) {
            if (site["company"_L1]["id"_L1].toInt() == companyId)
                sites.append(site);
        }
        QCOMPARE(sites.size(), 1);
        const QJsonObject site = sites.first().toObject();
        QCOMPARE(site.value("name"_L1).toString(), u"Head office"_s);
        QCOMPARE(site.value("addressLine1"_L1).toString(), u"1 Main Street"_s);
        QCOMPARE(site.value("city"_L1).toString(), u"Columbus"_s);
        QCOMPARE(site.value("stateReference"_L1)["name"_L1].toString(), u"Ohio"_s);
        QCOMPARE(fixture.link(family.location).remote.id, QString::number(site.value("id"_L1).toInt()));

        const QJsonArray contacts = practice.recordsWhere(u"contact"_s, u"lastName"_s, u"Lee"_s);
        QCOMPARE(contacts.size(), 1);
        const QJsonObject contact = contacts.first().toObject();
        QCOMPARE(contact.value("company"_L1)["id"_L1].toInt(), companyId);
        QCOMPARE(contact.value("site"_L1)["id"_L1], site.value("id"_L1));
        QStringList points;
        for (const QJsonValue &item : contact.value("communicationItems"_L1).toArray()) {
            points.append(item["type"_L1]["name"_L1].toString() + u' ' + item["value"_L1].toString() + u' '
                          + item["extension"_L1].toString());
        }
        points.sort();
        QCOMPARE(points,
                 (QStringList{u"Direct 555 0100 12"_s, u"Mobile 555 0101 "_s, u"Work jo@acme.example "_s}));

        const QJsonArray machines = practice.recordsWhere(u"configuration"_s, u"name"_s, u"ACME-SRV1"_s);
        QCOMPARE(machines.size(), 1);
        const QJsonObject machine = machines.first().toObject();
        QCOMPARE(machine.value("company"_L1)["id"_L1].toInt(), companyId);
        QCOMPARE(machine.value("site"_L1)["id"_L1], site.value("id"_L1));
        QCOMPARE(machine.value("contact"_L1)["id"_L1], contact.value("id"_L1));
        QCOMPARE(machine.value("type"_L1)["name"_L1].toString(), u"Managed Server"_s);
        QCOMPARE(machine.value("notes"_L1).toString(), u"new"_s);
    }
};

QTEST_GUILESS_MAIN(CreatingTest)
#include "tst_creating.moc"
