// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/enginefixture.h"

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** Gates hold records, say why, and let them go by themselves once they are open (rules C4, C5, C6). */
class HoldingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void C4a_aTypeThatDoesNotSync_holdsUntilItIsTicked_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("value");
        QTest::newRow("own type") << u"configuration_type"_s << u"Laptop"_s;
        QTest::newRow("own status") << u"configuration_status"_s << u"Active"_s;
        QTest::newRow("its organization's type") << u"organization_type"_s << u"Customer"_s;
        QTest::newRow("its organization's status") << u"organization_status"_s << u"Active"_s;
    }

    void C4a_aTypeThatDoesNotSync_holdsUntilItIsTicked()
    {
        QFETCH(QString, list);
        QFETCH(QString, value);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        fixture.setEnabled(id, *optionListFromName(list), value, false);
        fixture.edit(laptop, {{u"notes"_s, u"held"_s}});
        const RunSummary summary = fixture.push(id);
        QCOMPARE(summary.held, 1);
        QCOMPARE(summary.done, 0);
        QCOMPARE(summary.lines.size(), 1);
        QCOMPARE(summary.lines.constFirst().recordId, laptop);
        QCOMPARE(fixture.state(laptop), SyncState::Held);
        QVERIFY2(fixture.sentence(laptop).startsWith(u"Not pushed: "_s)
                     && fixture.sentence(laptop).contains(value),
                 qPrintable(fixture.sentence(laptop)));
        QCOMPARE(fixture.gates(laptop), QStringList{u"C4a"_s});
        QCOMPARE(practice.writes(), 0);
        QCOMPARE(fixture.status(id).held, 1);

        fixture.setEnabled(id, *optionListFromName(list), value, true);
        QCOMPARE(fixture.push(id).done, 1);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        QVERIFY(fixture.gates(laptop).isEmpty());
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(), u"held"_s);
    }

    void C4a_tickingTheType_pushesByItselfWhenTheSchedulerRuns()
    {
        PracticeProcess practice;
        EngineFixture fixture(EngineFixture::Scheduler::On);
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        fixture.setEnabled(id, OptionList::ConfigurationType, u"Managed Server"_s, false);
        const RecordId server = makeServer(fixture, organization);
        QVERIFY(fixture.waitFor(server, SyncState::Held));
        fixture.setEnabled(id, OptionList::ConfigurationType, u"Managed Server"_s, true);
        QVERIFY(fixture.waitFor(server, SyncState::Synced));
        QCOMPARE(practice.recordsWhere(u"configuration"_s, u"name"_s, u"SRV"_s).size(), 1);
    }

    void C4b_anOrganizationThatIsNotInThePsa_holdsWhatBelongsToIt()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        fixture.setTwoWay(id, false);
        const RecordId organization = makeOrganization(fixture);
        fixture.create(AssetKind::Location, {{u"name"_s, u"Main"_s}, {u"organization"_s, organization}});
        fixture.setTwoWay(id, true);
        const RecordId server = makeServer(fixture, organization);
        QCOMPARE(fixture.push(id).held, 1);
        QCOMPARE(fixture.state(server), SyncState::Held);
        QCOMPARE(fixture.gates(server), QStringList{u"C4b"_s});
        QVERIFY(fixture.sentence(server).contains(u"Acme"_s));
        QCOMPARE(practice.writes(), 0);

        // The organization is saved, so it is on its way, and takes the server with it.
        fixture.edit(organization, {{u"alert"_s, u"careful"_s}});
        const RunSummary summary = fixture.push(id);
        QCOMPARE(summary.held, 0);
        QCOMPARE(fixture.state(organization), SyncState::Synced);
        QCOMPARE(fixture.state(server), SyncState::Synced);
    }

    void C4b_anOrganizationThatIsHeldItself_isNotOnItsWay()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        QVERIFY(fixture.wait(fixture.engine().setPaused(id, true)));
        const RecordId organization = makeOrganization(fixture);
        const RecordId server = makeServer(fixture, organization);
        QVERIFY(fixture.wait(fixture.engine().setPaused(id, false)));
        QCOMPARE(fixture.push(id).held, 2);
        // ConnectWise wants a site, and the organization has no location.
        QCOMPARE(fixture.gates(organization), QStringList{u"C4c"_s});
        QCOMPARE(fixture.state(organization), SyncState::Held);
        QCOMPARE(fixture.state(server), SyncState::Held);
        QVERIFY2(fixture.sentence(server).contains(u"is not in ConnectWise"_s),
                 qPrintable(fixture.sentence(server)));

        // Filling in what is missing sets both free.
        fixture.create(AssetKind::Location, {{u"name"_s, u"Main"_s}, {u"organization"_s, organization}});
        const RunSummary summary = fixture.push(id);
        QCOMPARE(summary.held, 0);
        QCOMPARE(fixture.state(organization), SyncState::Synced);
        QCOMPARE(fixture.state(server), SyncState::Synced);
        QCOMPARE(practice.recordsWhere(u"organization"_s, u"name"_s, u"Acme"_s).size(), 1);
    }

    void C4c_aMissingStatus_holdsUntilItIsFilledIn()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        const RecordId server = fixture.create(
            AssetKind::Configuration,
            {{u"name"_s, u"SRV"_s},
             {u"organization"_s, organization},
             {u"configuration_type"_s, fixture.option(OptionList::ConfigurationType, u"Managed Server"_s)}});
        QCOMPARE(fixture.push(id).held, 1);
        QCOMPARE(fixture.gates(server), QStringList{u"C4c"_s});
        QCOMPARE(fixture.link(server).errorField, u"configuration_status"_s);
        const auto why = fixture.wait(fixture.engine().why(server));
        QVERIFY(why && why->size() == 1 && why->constFirst().gates.size() == 1);
        const Gate gate = why->constFirst().gates.constFirst();
        QVERIFY(gate.reason.contains(u"Status"_s));
        QVERIFY(!gate.remedies.isEmpty());
        QCOMPARE(gate.remedies.constFirst().field, u"configuration_status"_s);
        QCOMPARE(practice.writes(), 0);
        fixture.edit(
            server,
            {{u"configuration_status"_s, fixture.option(OptionList::ConfigurationStatus, u"Active"_s)}});
        QCOMPARE(fixture.push(id).done, 1);
        QCOMPARE(fixture.state(server), SyncState::Synced);
    }

    void C4d_aValueThatIsTooLong_isHeldAndNotCut()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        const QString tooLong(31, u'X');
        fixture.edit(organization, {{u"short_name"_s, tooLong}});
        QCOMPARE(fixture.push(id).held, 1);
        QCOMPARE(fixture.gates(organization), QStringList{u"C4d"_s});
        QVERIFY(fixture.sentence(organization).contains(u"31"_s));
        QVERIFY(fixture.sentence(organization).contains(u"30"_s));
        QCOMPARE(fixture.field(organization, u"short_name"_s).toString(), tooLong);
        QCOMPARE(practice.writes(), 0);
        fixture.edit(organization, {{u"short_name"_s, tooLong.chopped(1)}});
        QCOMPARE(fixture.push(id).done, 1);
        QCOMPARE(practice.record(u"organization"_s, u"1"_s).value("identifier"_L1).toString(),
                 tooLong.chopped(1));
    }

    void C4e_aDisabledRecordKeepsItsEdits_andSendsThemWhenEnabled()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        QVERIFY(fixture.wait(fixture.engine().setRecordSync(laptop, id, false)));
        QCOMPARE(fixture.state(laptop), SyncState::Disabled);
        QCOMPARE(fixture.sentence(laptop), u"Sync with ConnectWise is disabled for this record."_s);
        fixture.edit(laptop, {{u"notes"_s, u"meanwhile"_s}});
        fixture.push(id);
        QCOMPARE(fixture.state(laptop), SyncState::Disabled);
        QCOMPARE(practice.writes(), 0);

        QVERIFY(fixture.wait(fixture.engine().setRecordSync(laptop, id, true)));
        fixture.push(id);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(), u"meanwhile"_s);
    }

    void C4e_aDisabledRecordTakesNothing_andCatchesUpWhenEnabled()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        QVERIFY(fixture.wait(fixture.engine().setRecordSync(laptop, id, false)));
        const QJsonValue before = fixture.field(laptop, u"notes"_s);
        practice.update(u"configuration"_s, u"1"_s, {{u"notes"_s, u"there"_s}});
        fixture.sync(id);
        QCOMPARE(fixture.field(laptop, u"notes"_s), before);
        QCOMPARE(fixture.state(laptop), SyncState::Disabled);
        // Long after, when no delta looks back that far.
        fixture.clock().advance(std::chrono::hours(1));
        fixture.sync(id);
        QVERIFY(fixture.wait(fixture.engine().setRecordSync(laptop, id, true)));
        fixture.sync(id);
        QCOMPARE(fixture.field(laptop, u"notes"_s).toString(), u"there"_s);
    }

    void C4e_contactsThatAreNotSetToSync_areHeld()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId contact = fixture.find(AssetKind::Contact, u"Robert Alvarez"_s);
        SyncSettings settings = fixture.status(id).integration.settings;
        settings.contacts = false;
        fixture.changeSettings(id, {.settings = settings});
        fixture.edit(contact, {{u"title"_s, u"Boss"_s}});
        QCOMPARE(fixture.push(id).held, 1);
        QCOMPARE(fixture.gates(contact), QStringList{u"C4e"_s});
        settings.contacts = true;
        fixture.changeSettings(id, {.settings = settings});
        QCOMPARE(fixture.push(id).done, 1);
        QCOMPARE(practice.record(u"contact"_s, u"1"_s).value("title"_L1).toString(), u"Boss"_s);
    }

    void C4e_aPausedIntegrationKeepsEdits_andSendsThemAfterResume()
    {
        PracticeProcess practice;
        EngineFixture fixture(EngineFixture::Scheduler::On);
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        QTRY_COMPARE(fixture.status(id).state, IntegrationState::UpToDate);
        QVERIFY(fixture.wait(fixture.engine().setPaused(id, true)));
        QCOMPARE(fixture.status(id).state, IntegrationState::Paused);
        practice.resetStats();
        fixture.edit(laptop, {{u"notes"_s, u"one"_s}});
        fixture.edit(laptop, {{u"notes"_s, u"two"_s}});
        QCOMPARE(fixture.state(laptop), SyncState::Paused);
        QCOMPARE(fixture.gates(laptop), QStringList{u"C4e"_s});
        QCOMPARE(fixture.status(id).waiting, 1);
        QCOMPARE(practice.stats().value("requests"_L1).toArray().size(), 0);
        QVERIFY(fixture.wait(fixture.engine().setPaused(id, false)));
        QVERIFY(fixture.waitFor(laptop, SyncState::Synced));
        QCOMPARE(practice.writes(), 1);
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(), u"two"_s);
    }

    void C4e_turningTwoWayOff_keepsWhatWaits()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        fixture.edit(laptop, {{u"notes"_s, u"kept"_s}});
        fixture.setTwoWay(id, false);
        fixture.push(id);
        QCOMPARE(practice.writes(), 0);
        fixture.setTwoWay(id, true);
        fixture.push(id);
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(), u"kept"_s);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
    }

    void C4g_aValueThePsaDoesNotHave_isHeld()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        const auto maker =
            fixture.wait(fixture.engine().ensureOption(OptionList::Manufacturer, u"Acme Tools"_s, 0));
        QVERIFY(maker);
        fixture.edit(laptop, {{u"manufacturer"_s, *maker}});
        QCOMPARE(fixture.push(id).held, 1);
        QCOMPARE(fixture.gates(laptop), QStringList{u"C4g"_s});
        QVERIFY(fixture.sentence(laptop).contains(u"Acme Tools"_s));
        fixture.edit(laptop, {{u"manufacturer"_s, fixture.option(OptionList::Manufacturer, u"Dell"_s)}});
        QCOMPARE(fixture.push(id).done, 1);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
    }

    void C5_allGatesAreToldAtOnce()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const auto maker =
            fixture.wait(fixture.engine().ensureOption(OptionList::Manufacturer, u"Acme Tools"_s, 0));
        fixture.setTwoWay(id, false);
        const RecordId organization = fixture.create(AssetKind::Organization, {{u"name"_s, u"Acme"_s}});
        fixture.setTwoWay(id, true);
        fixture.setEnabled(id, OptionList::ConfigurationType, u"Managed Server"_s, false);
        const RecordId server = fixture.create(
            AssetKind::Configuration,
            {{u"name"_s, QString(101, u'N')},
             {u"organization"_s, organization},
             {u"manufacturer"_s, *maker},
             {u"configuration_type"_s, fixture.option(OptionList::ConfigurationType, u"Managed Server"_s)}});
        QVERIFY(fixture.wait(fixture.engine().setPaused(id, true)));
        const QStringList expected{u"C4a"_s, u"C4b"_s, u"C4c"_s, u"C4d"_s, u"C4e"_s, u"C4g"_s};
        QStringList rules = fixture.gates(server);
        rules.removeDuplicates();
        QCOMPARE(rules, expected);
        const auto why = fixture.wait(fixture.engine().why(server));
        for (const Gate &gate : why->constFirst().gates) {
            QVERIFY(!gate.reason.isEmpty());
            QVERIFY2(!gate.remedies.isEmpty(), qPrintable(gate.reason));
            for (const Remedy &remedy : gate.remedies)
                QVERIFY(!remedy.text.isEmpty());
        }
    }

    void aHeldRecord_staysHeldThroughSyncsAndRestarts()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        fixture.edit(organization, {{u"short_name"_s, QString(31, u'X')}});
        fixture.push(id);
        QCOMPARE(fixture.state(organization), SyncState::Held);
        fixture.sync(id, true);
        fixture.push(id);
        QCOMPARE(fixture.state(organization), SyncState::Held);
        fixture.start();
        QCOMPARE(fixture.push(id).held, 1);
        QCOMPARE(fixture.field(organization, u"short_name"_s).toString(), QString(31, u'X'));
    }

private:
    static RecordId makeOrganization(EngineFixture &fixture)
    {
        return fixture.create(
            AssetKind::Organization,
            {{u"name"_s, u"Acme"_s},
             {u"short_name"_s, u"ACME"_s},
             {u"organization_type"_s, fixture.option(OptionList::OrganizationType, u"Customer"_s)},
             {u"organization_status"_s, fixture.option(OptionList::OrganizationStatus, u"Active"_s)}});
    }

    static RecordId makeServer(EngineFixture &fixture, RecordId organization)
    {
        return fixture.create(
            AssetKind::Configuration,
            {{u"name"_s, u"SRV"_s},
             {u"organization"_s, organization},
             {u"configuration_type"_s, fixture.option(OptionList::ConfigurationType, u"Managed Server"_s)},
             {u"configuration_status"_s, fixture.option(OptionList::ConfigurationStatus, u"Active"_s)}});
    }
};

QTEST_GUILESS_MAIN(HoldingTest)
#include "tst_holding.moc"
