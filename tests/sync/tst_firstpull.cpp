// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/decisionstore.h"
#include "support/enginefixture.h"

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** What a pull makes, links, leaves alone and orphans (rules D1–D6, B5). */
class FirstPullTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void D1_everyRemoteRecordBecomesALinkedRecord()
    {
        PracticeProcess practice({.organizations = 4, .locations = 6, .contacts = 10, .configurations = 12});
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        const RunSummary summary = fixture.sync(id);
        QCOMPARE(summary.failed, 0);
        for (const AssetKind kind : allKinds) {
            QStringList remoteIds;
            for (const QJsonValue &remote : practice.records(kindName(kind)))
                remoteIds.append(QString::number(remote.toObject().value("id"_L1).toInt()));
            QCOMPARE(fixture.count(kind), remoteIds.size());
            const auto ids = recordIds(fixture.database(), {.kind = kind});
            for (const RecordId record : *ids) {
                QCOMPARE(fixture.state(record), SyncState::Synced);
                QCOMPARE(fixture.record(record).source, RecordSource::Psa);
                QVERIFY(remoteIds.removeOne(fixture.link(record).remote.id));
            }
            QVERIFY(remoteIds.isEmpty());
        }
        QCOMPARE(fixture.status(id).state, IntegrationState::UpToDate);
        QCOMPARE(practice.writes(), 0);
    }

    void D1_valuesComeOver()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        fixture.sync(fixture.add(practice));
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        const QJsonObject remote = practice.record(u"configuration"_s, fixture.link(laptop).remote.id);
        const FieldValues fields = fixture.record(laptop).fields;
        QCOMPARE(fields.value("serial_number"_L1), remote.value("serialNumber"_L1));
        QCOMPARE(fields.value("primary_ip"_L1), remote.value("ipAddress"_L1));
        QCOMPARE(fields.value("mac_address"_L1), remote.value("macAddress"_L1));
        QCOMPARE(fields.value("purchased_at"_L1).toString(),
                 remote.value("purchaseDate"_L1).toString().left(10));
        const RecordView view = fixture.view(laptop);
        QCOMPARE(view.referenceNames.value(u"organization"_s), u"Northgate Dental"_s);
        QCOMPARE(view.referenceNames.value(u"configuration_type"_s), u"Laptop"_s);
        QCOMPARE(view.referenceNames.value(u"manufacturer"_s),
                 remote.value("manufacturer"_L1).toObject().value("name"_L1).toString());
        QCOMPARE(view.referenceNames.value(u"model"_s), remote.value("modelNumber"_L1).toString());
        const RecordId contact = fixture.find(AssetKind::Contact, u"Robert Alvarez"_s);
        const QJsonArray emails = fixture.field(contact, u"emails"_s).toArray();
        QCOMPARE(emails.size(), 1);
        QCOMPARE(emails.first().toObject().value("label"_L1).toString(), u"Work"_s);
        QCOMPARE(fixture.field(contact, u"phones"_s).toArray().size(), 2);
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        QVERIFY(fixture.field(organization, u"primary_location"_s).toInteger() != 0);
    }

    void D1_theParentInThePsa_makesASubOrganization()
    {
        PracticeProcess practice;
        // The child has the smaller id, so its parent is not here yet when it is read.
        const QJsonObject parent = practice.create(u"organization"_s,
                                                   {{u"name"_s, u"Harbor Group"_s},
                                                    {u"identifier"_s, u"HARBOR"_s},
                                                    {u"site"_s, QJsonObject{{u"name"_s, u"Main"_s}}},
                                                    {u"types"_s, QJsonArray{QJsonObject{{u"id"_s, 1}}}}});
        practice.update(u"organization"_s, u"1"_s,
                        {{u"parentCompany"_s, QJsonObject{{u"id"_s, parent.value("id"_L1)}}}});
        EngineFixture fixture;
        fixture.sync(fixture.add(practice));
        const RecordId child = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        const RecordId group = fixture.find(AssetKind::Organization, u"Harbor Group"_s);
        QVERIFY(group != 0);
        QCOMPARE(fixture.field(child, u"parent"_s).toInteger(), group);
        QCOMPARE(fixture.state(child), SyncState::Synced);
    }

    void D1_whatDoesNotSync_isLeftThere()
    {
        PracticeProcess practice({.organizations = 4, .locations = 4, .contacts = 8, .configurations = 8});
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        fixture.setEnabled(id, OptionList::ConfigurationType, u"Laptop"_s, false);
        SyncSettings settings = fixture.status(id).integration.settings;
        settings.contacts = false;
        fixture.changeSettings(id, {.settings = settings});
        fixture.sync(id);
        QCOMPARE(fixture.count(AssetKind::Contact), 0);
        qint64 others = 0;
        for (const QJsonValue &value : practice.records(u"configuration"_s))
            others += value["type"_L1]["name"_L1].toString() != "Laptop"_L1 ? 1 : 0;
        QVERIFY(others < 8);
        QCOMPARE(fixture.count(AssetKind::Configuration), others);

        // Allowed later, they come with the next sync, a delta by then.
        fixture.setEnabled(id, OptionList::ConfigurationType, u"Laptop"_s, true);
        settings.contacts = true;
        fixture.changeSettings(id, {.settings = settings});
        fixture.sync(id);
        QCOMPARE(fixture.count(AssetKind::Configuration), 8);
        QCOMPARE(fixture.count(AssetKind::Contact), 8);
    }

    void D1_recordsOfAnOrganizationThatDoesNotSync_stayThere()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        fixture.setEnabled(id, OptionList::OrganizationStatus, u"Inactive"_s, false);
        fixture.sync(id);
        QCOMPARE(fixture.count(AssetKind::Organization), 1);
        QCOMPARE(fixture.find(AssetKind::Organization, u"Maple Pediatrics"_s), 0);
        const auto configurations = recordIds(fixture.database(), {.kind = AssetKind::Configuration});
        for (const RecordId each : *configurations)
            QCOMPARE(fixture.view(each).referenceNames.value(u"organization"_s), u"Northgate Dental"_s);
    }

    void D2_anExactMatchIsLinked_andThePsaWins()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        const QJsonObject remoteSite = practice.record(u"location"_s, u"1"_s);
        const QJsonObject remoteLaptop = practice.record(u"configuration"_s, u"1"_s);
        const RecordId organization = fixture.create(
            AssetKind::Organization, {{u"name"_s, u"Northgate Dental"_s}, {u"short_name"_s, u"OLD"_s}});
        const RecordId location =
            fixture.create(AssetKind::Location,
                           {{u"name"_s, u"Our name for it"_s},
                            {u"organization"_s, organization},
                            {u"address_1"_s, remoteSite.value("addressLine1"_L1)},
                            {u"city"_s, remoteSite.value("city"_L1)},
                            {u"region"_s, fixture.option(OptionList::Region, u"Wisconsin"_s)},
                            {u"country"_s, fixture.option(OptionList::Country, u"United States"_s)}});
        const RecordId contact = fixture.create(AssetKind::Contact,
                                                {{u"first_name"_s, u"Robert"_s},
                                                 {u"last_name"_s, u"Alvarez"_s},
                                                 {u"organization"_s, organization},
                                                 {u"title"_s, u"Our title"_s}});
        // A blank serial number on our side does not stand in the way.
        const RecordId laptop = fixture.create(
            AssetKind::Configuration,
            {{u"name"_s, u"NORTHG-LT001"_s},
             {u"organization"_s, organization},
             {u"configuration_type"_s, fixture.option(OptionList::ConfigurationType, u"Laptop"_s)},
             {u"hostname"_s, u"not mapped"_s},
             {u"mac_address"_s, remoteLaptop.value("macAddress"_L1).toString().remove(u':').toLower()}});
        fixture.sync(id);

        QCOMPARE(fixture.count(AssetKind::Organization), 2);
        QCOMPARE(fixture.count(AssetKind::Location), 2);
        QCOMPARE(fixture.count(AssetKind::Contact), 2);
        QCOMPARE(fixture.count(AssetKind::Configuration), 2);
        for (const RecordId each : {organization, location, contact, laptop}) {
            QVERIFY(fixture.link(each).isLinked());
            QCOMPARE(fixture.state(each), SyncState::Synced);
            QCOMPARE(fixture.record(each).source, RecordSource::Manual);
        }
        QCOMPARE(fixture.field(organization, u"short_name"_s).toString(), u"NORTHGATEDENTAL"_s);
        QCOMPARE(fixture.field(location, u"name"_s).toString(), u"Main"_s);
        QCOMPARE(fixture.field(contact, u"title"_s).toString(), u"Estimator"_s);
        QCOMPARE(fixture.field(laptop, u"serial_number"_s), remoteLaptop.value("serialNumber"_L1));
        QCOMPARE(fixture.field(laptop, u"hostname"_s).toString(), u"not mapped"_s);
        QCOMPARE(practice.writes(), 0);
    }

    void D2_onTheFirstMatchThePsaWins_whateverThePolicy()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        fixture.setTwoWay(id, true);
        fixture.setConflictPolicy(id, ConflictPolicy::TandemWins);
        const RecordId organization = fixture.create(
            AssetKind::Organization, {{u"name"_s, u"Northgate Dental"_s}, {u"short_name"_s, u"OLD"_s}},
            RecordSource::Csv);
        fixture.sync(id);
        QCOMPARE(fixture.field(organization, u"short_name"_s).toString(), u"NORTHGATEDENTAL"_s);
        QCOMPARE(fixture.state(organization), SyncState::Synced);
        QCOMPARE(practice.writes(), 0);
    }

    void D2_whatIsNotExact_isNotLinked_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("organization in other letters")
            << u"organization"_s << u"name"_s << u"northgate dental"_s;
        QTest::newRow("contact with another last name") << u"contact"_s << u"last_name"_s << u"Alvares"_s;
        QTest::newRow("contact without a last name") << u"contact"_s << u"last_name"_s << u""_s;
        QTest::newRow("configuration with another name")
            << u"configuration"_s << u"name"_s << u"NORTHG-LT002"_s;
        QTest::newRow("configuration of another type")
            << u"configuration"_s << u"configuration_type"_s << u"Managed Server"_s;
        QTest::newRow("configuration with another serial number")
            << u"configuration"_s << u"serial_number"_s << u"OTHER"_s;
        QTest::newRow("configuration with another MAC")
            << u"configuration"_s << u"mac_address"_s << u"02:00:00:00:00:01"_s;
        QTest::newRow("location at another address")
            << u"location"_s << u"address_1"_s << u"1 Other Street"_s;
    }

    void D2_whatIsNotExact_isNotLinked()
    {
        QFETCH(QString, kind);
        QFETCH(QString, field);
        QFETCH(QString, value);
        const AssetKind assetKind = *kindFromName(kind);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        RecordId organization = 0;
        if (assetKind != AssetKind::Organization)
            organization = fixture.create(AssetKind::Organization, {{u"name"_s, u"Northgate Dental"_s}});
        const OptionId laptop = fixture.option(OptionList::ConfigurationType, u"Laptop"_s);
        QHash<AssetKind, FieldValues> like{
            {AssetKind::Organization, {{u"name"_s, u"Northgate Dental"_s}}},
            {AssetKind::Contact,
             {{u"first_name"_s, u"Robert"_s},
              {u"last_name"_s, u"Alvarez"_s},
              {u"organization"_s, organization}}},
            {AssetKind::Configuration,
             {{u"name"_s, u"NORTHG-LT001"_s},
              {u"organization"_s, organization},
              {u"configuration_type"_s, laptop}}},
            {AssetKind::Location, {{u"name"_s, u"Main"_s}, {u"organization"_s, organization}}}};
        FieldValues values = like.value(assetKind);
        if (field == "configuration_type"_L1)
            values.insert(field, fixture.option(OptionList::ConfigurationType, value));
        else
            values.insert(field, value.isEmpty() ? QJsonValue() : QJsonValue(value));
        const RecordId record = fixture.create(assetKind, values);
        fixture.sync(id);
        QVERIFY(!fixture.link(record).isLinked());
        QCOMPARE(fixture.count(assetKind), 3);
    }

    void D2_severalMatches_linkNoneAndSaySo()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        const RecordId one = fixture.create(AssetKind::Organization, {{u"name"_s, u"Northgate Dental"_s}});
        const RecordId two = fixture.create(AssetKind::Organization, {{u"name"_s, u"Northgate Dental"_s}});
        fixture.sync(id);
        QVERIFY(!fixture.link(one).isLinked());
        QVERIFY(!fixture.link(two).isLinked());
        QCOMPARE(fixture.count(AssetKind::Organization), 3);
        const auto decisions = DecisionStore(fixture.database()).list(id, false);
        QVERIFY2(decisions, wordsOf(decisions).constData());
        QCOMPARE(decisions->size(), 1);
        QCOMPARE(decisions->constFirst().remote.id, u"1"_s);
    }

    void B5_whatWasThereBeforeTwoWay_isNotYetPushedAndNothingLeaves()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        const RecordId before = fixture.create(AssetKind::Organization, {{u"name"_s, u"Acme"_s}});
        fixture.sync(id);
        QCOMPARE(fixture.state(before), SyncState::NotSyncing);
        fixture.setTwoWay(id, true);
        QCOMPARE(fixture.state(before), SyncState::NotYetPushed);
        QCOMPARE(fixture.sentence(before),
                 u"Record not yet pushed to ConnectWise. To trigger a push, try updating the record"_s);
        const RunSummary pushed = fixture.push(id);
        QCOMPARE(pushed.done, 0);
        fixture.sync(id);
        fixture.push(id);
        QCOMPARE(practice.writes(), 0);
        QCOMPARE(fixture.state(before), SyncState::NotYetPushed);
    }

    void D6_aChangeInThePsa_comesWithTheNextSync()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        practice.update(u"configuration"_s, u"1"_s, {{u"notes"_s, u"from the PSA"_s}});
        practice.resetStats();
        fixture.sync(id);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        QCOMPARE(fixture.field(laptop, u"notes"_s).toString(), u"from the PSA"_s);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        const Event event = fixture.history(laptop).constFirst();
        QCOMPARE(event.type, Event::Type::Pulled);
        QCOMPARE(event.fields.value("notes"_L1).toObject().value("after"_L1).toString(), u"from the PSA"_s);
        QCOMPARE(practice.writes(), 0);
    }

    void E2_syncNow_bringsOneRecordUpToDate()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        practice.update(u"configuration"_s, u"1"_s, {{u"notes"_s, u"one"_s}});
        practice.update(u"configuration"_s, u"2"_s, {{u"notes"_s, u"two"_s}});
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        const auto done = fixture.wait(fixture.engine().syncRecord(laptop, id));
        QVERIFY2(done, wordsOf(done).constData());
        QCOMPARE(fixture.field(laptop, u"notes"_s).toString(), u"one"_s);
        const RecordId other = fixture.find(AssetKind::Configuration, u"MAPLE-WS002"_s);
        QVERIFY(fixture.field(other, u"notes"_s).toString() != "two"_L1);
    }

    void D5_aFullSyncOrphansWhatVanished_andKeepsIt()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        practice.remove(u"configuration"_s, fixture.link(laptop).remote.id);
        fixture.sync(id, true);
        QCOMPARE(fixture.count(AssetKind::Configuration), 2);
        QCOMPARE(fixture.state(laptop), SyncState::Orphaned);
        QVERIFY(fixture.sentence(laptop).startsWith(u"No longer in ConnectWise"_s));
        const RecordId other = fixture.find(AssetKind::Configuration, u"MAPLE-WS002"_s);
        QCOMPARE(fixture.state(other), SyncState::Synced);
    }

    void D5_whatLeftTheSyncingTypes_isOrphanedAndComesBackWithThem()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        fixture.setEnabled(id, OptionList::ConfigurationType, u"Laptop"_s, false);
        fixture.sync(id);
        QCOMPARE(fixture.state(laptop), SyncState::Orphaned);
        fixture.setEnabled(id, OptionList::ConfigurationType, u"Laptop"_s, true);
        fixture.sync(id);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        QCOMPARE(practice.writes(), 0);
    }

    void B4_theEffectOfSettingsIsToldBefore()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        SettingsChange change{.settings = fixture.status(id).integration.settings};
        const auto options = OptionStore(fixture.database()).remote(id, OptionList::ConfigurationType);
        for (const StoredOption &option : *options) {
            if (option.isSyncing && option.name != "Laptop"_L1)
                change.enabled[OptionList::ConfigurationType].insert(option.remoteId);
        }
        const auto effect = fixture.wait(fixture.engine().previewSettings(id, change));
        QVERIFY2(effect, wordsOf(effect).constData());
        QCOMPARE(effect->becomeOrphaned, 1);
        QCOMPARE(effect->orphaned,
                 QList<RecordId>{fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s)});
        QCOMPARE(effect->becomeSyncable, 0);
        QCOMPARE(fixture.state(effect->orphaned.constFirst()), SyncState::Synced);
    }

    void I3_nothingNew_meansNothingWritten()
    {
        PracticeProcess practice({.organizations = 6, .locations = 9, .contacts = 20, .configurations = 30});
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const QString before = fixture.dump();
        for (const bool isFull : {false, true, true}) {
            const RunSummary summary = fixture.sync(id, isFull);
            QCOMPARE(summary.done, 0);
            QCOMPARE(fixture.push(id).done, 0);
        }
        QCOMPARE(practice.writes(), 0);
        QCOMPARE(fixture.dump(), before);
    }
};

QTEST_GUILESS_MAIN(FirstPullTest)
#include "tst_firstpull.moc"
