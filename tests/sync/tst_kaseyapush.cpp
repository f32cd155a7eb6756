// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaseyaoffice.h"

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** What goes to Kaseya BMS, Vorex PSA and Pulseway PSA, and what holds it (rules C1–C6, B3). */
class KaseyaPushTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void C1_anEdit_isOneWrite_data()
    {
        QTest::addColumn<Platform>("platform");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("remoteId");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("remote");
        const QJsonValue null(QJsonValue::Null);
        const auto add = [&](const char *title, const QString &kind, const QString &id, const QString &field,
                             const QJsonValue &value, const QString &member, const QJsonValue &remote,
                             Platform platform = Platform::KaseyaBms) {
            QTest::newRow(title) << platform << kind << id << field << value << member << remote;
        };
        add("organization", u"organization"_s, u"1001"_s, u"short_name"_s, u"NORTH"_s, u"accountCode"_s,
            u"NORTH"_s);
        add("location", u"location"_s, u"5001"_s, u"name"_s, u"Head office"_s, u"locationName"_s,
            u"Head office"_s);
        add("contact", u"contact"_s, u"300001"_s, u"title"_s, u"Owner"_s, u"jobTitle"_s, u"Owner"_s);
        add("cleared", u"contact"_s, u"300001"_s, u"title"_s, null, u"jobTitle"_s, null);
        add("flag", u"contact"_s, u"300001"_s, u"important"_s, false, u"poc"_s, false);
        add("configuration", u"configuration"_s, u"10000001"_s, u"serial_number"_s, u"SN-1"_s,
            u"serialNumber"_s, u"SN-1"_s);
        add("configuration without the old value", u"configuration"_s, u"10000001"_s, u"serial_number"_s,
            null, u"serialNumber"_s, null);
        add("date", u"configuration"_s, u"10000001"_s, u"warranty_expires_at"_s, u"2031-12-24"_s,
            u"warrantyExpirationDate"_s, u"2031-12-24T00:00:00"_s);
        add("Vorex organization", u"organization"_s, u"1001"_s, u"name"_s, u"North"_s, u"accountName"_s,
            u"North"_s, Platform::VorexPsa);
        add("Vorex configuration", u"configuration"_s, u"10000001"_s, u"asset_tag"_s, u"T-1"_s, u"assetTag"_s,
            u"T-1"_s, Platform::VorexPsa);
        add("Pulseway contact", u"contact"_s, u"300001"_s, u"last_name"_s, u"Alvares"_s, u"lastName"_s,
            u"Alvares"_s, Platform::PulsewayPsa);
        add("Pulseway configuration", u"configuration"_s, u"10000001"_s, u"notes"_s, u"new"_s,
            u"description"_s, u"new"_s, Platform::PulsewayPsa);
    }

    void C1_anEdit_isOneWrite()
    {
        QFETCH(Platform, platform);
        QFETCH(QString, kind);
        QFETCH(QString, remoteId);
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QFETCH(QString, member);
        QFETCH(QJsonValue, remote);
        KaseyaOffice office(platform);
        EngineFixture &fixture = office.fixture;
        office.setOn(u"allow_v1"_s, true);
        const AssetKind which = *kindFromName(kind);
        const RecordId record = office.linked(which, remoteId);
        readWhole(office, record);
        const QJsonObject before = office.practice.record(kind, remoteId);
        office.practice.resetStats();
        QVERIFY(fixture.edit(record, {{field, value}}).isQueued);
        fixture.push(office.id);
        QVERIFY2(fixture.state(record) == SyncState::Synced, qPrintable(fixture.sentence(record)));
        const QJsonObject after = office.practice.record(kind, remoteId);
        QVERIFY2(after.value(member) == remote, QJsonDocument(after).toJson().constData());
        QCOMPARE(withoutPassing(after, member), withoutPassing(before, member));
        QCOMPARE(office.practice.calls(KaseyaOffice::changeRoute(which)), 1);
        QCOMPARE(office.practice.writes(), 1);
        office.checkPeace();
    }

    /** A person may change what was never read of an asset: that is read first, and nothing else of it is
     * lost. */
    void aThinAsset_keepsWhatIsNotEdited()
    {
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        const RecordId machine = office.linked(AssetKind::Configuration, u"10000002"_s);
        const QJsonObject before = office.practice.record(u"configuration"_s, u"10000002"_s);
        office.practice.resetStats();
        fixture.edit(machine, {{u"notes"_s, u"from here"_s}});
        fixture.push(office.id);
        QVERIFY2(fixture.state(machine) == SyncState::Synced, qPrintable(fixture.sentence(machine)));
        const QJsonObject after = office.practice.record(u"configuration"_s, u"10000002"_s);
        QCOMPARE(after.value("description"_L1).toString(), u"from here"_s);
        QCOMPARE(withoutPassing(after, u"description"_s), withoutPassing(before, u"description"_s));
        QCOMPARE(office.practice.writes(), 1);
        office.checkPeace();
    }

    void aStatus_isTheActiveFlag_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("remoteId");
        QTest::addColumn<OptionList>("list");
        QTest::newRow("organization") << u"organization"_s << u"1001"_s << OptionList::OrganizationStatus;
        QTest::newRow("configuration") << u"configuration"_s << u"10000001"_s
                                       << OptionList::ConfigurationStatus;
    }

    void aStatus_isTheActiveFlag()
    {
        QFETCH(QString, kind);
        QFETCH(QString, remoteId);
        QFETCH(OptionList, list);
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        const RecordId record = office.linked(*kindFromName(kind), remoteId);
        fixture.edit(record, {{optionListName(list), fixture.option(list, u"Inactive"_s)}});
        fixture.push(office.id);
        QVERIFY2(fixture.state(record) == SyncState::Synced, qPrintable(fixture.sentence(record)));
        QCOMPARE(office.practice.record(kind, remoteId).value("isActive"_L1), QJsonValue(false));
        office.checkPeace();
    }

    void emailsAndPhones_areChangedByCallsOfTheirOwn_data()
    {
        QTest::addColumn<QStringList>("quirks");
        QTest::newRow("as usual") << QStringList();
        QTest::newRow("they leave the contact's date") << QStringList{u"children-keep-dates"_s};
        QTest::newRow("capital letters") << QStringList{u"pascal-case"_s};
    }

    void emailsAndPhones_areChangedByCallsOfTheirOwn()
    {
        QFETCH(QStringList, quirks);
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        office.practice.setQuirks(quirks);
        const RecordId contact = office.linked(AssetKind::Contact, u"300001"_s);
        office.practice.resetStats();
        fixture.edit(contact,
                     {{u"emails"_s,
                       QJsonArray{point(u"robert@new.example"_s, u"Personal"_s, true),
                                  point(u"robert@work.example"_s, u"Work"_s, false)}},
                      {u"phones"_s, QJsonArray{point(u"555 0199"_s, u"Mobile"_s, true)}},
                      {u"title"_s, u"Owner"_s}});
        fixture.push(office.id);
        QVERIFY2(fixture.state(contact) == SyncState::Synced, qPrintable(fixture.sentence(contact)));
        const QJsonObject there = office.practice.record(u"contact"_s, u"300001"_s);
        QCOMPARE(pointsOf(there, u"emails"_s, u"email"_s),
                 (QStringList{u"Personal robert@new.example default"_s, u"Work robert@work.example"_s}));
        QCOMPARE(pointsOf(there, u"phones"_s, u"phone"_s), QStringList{u"Mobile 555 0199 default"_s});
        QCOMPARE(there.value("jobTitle"_L1).toString(), u"Owner"_s);
        for (const char *route : {"PATCH /v2/crm/contacts/{contactId}/emails",
                                  "PATCH /v2/crm/contacts/{contactId}/phones", "PATCH /v2/crm/contacts/{id}"})
            QCOMPARE(office.practice.calls(QString::fromLatin1(route)), 1);
        QCOMPARE(office.practice.writes(), 3);
        office.checkPeace();
    }

    /** Which number changes and which removes is not published; a wrong guess loses nothing. */
    void emailsAndPhones_whoseNumbersAreExchanged_areMended()
    {
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        office.practice.setQuirks({u"swapped-operations"_s});
        const RecordId contact = office.linked(AssetKind::Contact, u"300001"_s);
        office.practice.resetStats();
        // One is changed and none removed; one is changed and one removed.
        fixture.edit(contact,
                     {{u"emails"_s, QJsonArray{point(u"robert@new.example"_s, u"Work"_s, true)}},
                      {u"phones"_s, QJsonArray{point(u"555 0199"_s, u"Mobile"_s, true)}}});
        fixture.push(office.id);
        QVERIFY2(fixture.state(contact) == SyncState::Synced, qPrintable(fixture.sentence(contact)));
        const QJsonObject there = office.practice.record(u"contact"_s, u"300001"_s);
        QCOMPARE(pointsOf(there, u"emails"_s, u"email"_s),
                 QStringList{u"Work robert@new.example default"_s});
        QCOMPARE(pointsOf(there, u"phones"_s, u"phone"_s), QStringList{u"Mobile 555 0199 default"_s});
        QCOMPARE(fixture.field(contact, u"emails"_s).toArray().size(), 1);
        // It is noticed once.
        QCOMPARE(office.practice.writes(), 3);
        office.checkPeace();
    }

    void C6_aFamilySavedInTheWrongOrder_arrivesInOrderAndOnce_data()
    {
        QTest::addColumn<Platform>("platform");
        for (const Platform platform : {Platform::KaseyaBms, Platform::VorexPsa, Platform::PulsewayPsa})
            QTest::newRow(qPrintable(platformName(platform))) << platform;
    }

    void C6_aFamilySavedInTheWrongOrder_arrivesInOrderAndOnce()
    {
        QFETCH(Platform, platform);
        KaseyaOffice office(platform);
        EngineFixture &fixture = office.fixture;
        fixture.setTwoWay(office.id, false);
        const Family family = office.makeFamily();
        fixture.setTwoWay(office.id, true);
        for (const RecordId each :
             {family.configuration, family.contact, family.location, family.organization}) {
            QCOMPARE(fixture.state(each), SyncState::NotYetPushed);
            fixture.clock().advance(std::chrono::milliseconds(10));
            const Record record = fixture.record(each);
            const QString field = record.kind == AssetKind::Contact ? u"first_name"_s : u"name"_s;
            QVERIFY(fixture.edit(each, {{field, record.fields.value(field)}}).isQueued);
        }
        office.practice.resetStats();
        const RunSummary summary = fixture.push(office.id);
        QCOMPARE(summary.failed, 0);
        for (const RecordId each : family.all())
            QVERIFY2(fixture.state(each) == SyncState::Synced, qPrintable(fixture.sentence(each)));
        checkFamily(office, family);
        for (const AssetKind kind : {AssetKind::Organization, AssetKind::Contact, AssetKind::Configuration})
            QCOMPARE(office.practice.calls(KaseyaOffice::postRoute(kind)), 1);
        // An account is made with its first location in one call, without the old interface.
        QCOMPARE(office.practice.calls(KaseyaOffice::postRoute(AssetKind::Location)), 0);
        QCOMPARE(office.practice.calls(u"POST /api/token"_s), 0);
        office.checkPeace();
    }

    void C2_withTheSchedulerOn_aNewFamilyGoesByItself()
    {
        KaseyaOffice office(Platform::KaseyaBms, {}, {}, EngineFixture::Scheduler::On);
        const Family family = office.makeFamily();
        for (const RecordId each : family.all())
            QVERIFY2(office.fixture.waitFor(each, SyncState::Synced),
                     qPrintable(office.fixture.sentence(each)));
        checkFamily(office, family);
    }

    void C4c_anAccountWithoutALocation_isHeld()
    {
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        const RecordId organization = office.make(AssetKind::Organization);
        fixture.push(office.id);
        QCOMPARE(fixture.state(organization), SyncState::Held);
        QCOMPARE(fixture.gates(organization), QStringList{u"C4c"_s});
        QCOMPARE(office.practice.writes(), 0);
        const RecordId location = fixture.create(
            AssetKind::Location, {{u"name"_s, u"Head office"_s}, {u"organization"_s, organization}});
        fixture.push(office.id);
        QVERIFY2(fixture.state(organization) == SyncState::Synced,
                 qPrintable(fixture.sentence(organization)));
        QCOMPARE(fixture.state(location), SyncState::Synced);
    }

    void C4c_anAccountWithoutItsSettings_waitsForThem_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("account manager") << u"account_manager"_s;
        QTest::newRow("business type") << u"business_type"_s;
    }

    void C4c_anAccountWithoutItsSettings_waitsForThem()
    {
        QFETCH(QString, key);
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        office.choose(key, {});
        const Family family = office.makeFamily();
        fixture.push(office.id);
        QCOMPARE(fixture.state(family.organization), SyncState::Held);
        QCOMPARE(fixture.gates(family.organization), QStringList{u"C4c"_s});
        const QList<WhyNot> why = *fixture.wait(fixture.engine().why(family.organization));
        QCOMPARE(why.constFirst().gates.constFirst().remedies.constFirst().field, key);
        QCOMPARE(office.practice.writes(), 0);

        office.choose(u"account_manager"_s, u"Kim Chen"_s);
        office.choose(u"business_type"_s, u"Retail"_s);
        fixture.push(office.id);
        for (const RecordId each : family.all())
            QVERIFY2(fixture.state(each) == SyncState::Synced, qPrintable(fixture.sentence(each)));
        const QJsonObject account =
            office.practice.record(u"organization"_s, fixture.link(family.organization).remote.id);
        QCOMPARE(account.value("accountManagerUserName"_L1).toString(), u"kchen"_s);
        QCOMPARE(account.value("businessType"_L1).toString(), u"Retail"_s);
        QCOMPARE(account.value("accountType"_L1).toString(), u"Customer"_s);
    }

    void B3_withoutAnEmailType_contactsAreNotPushed()
    {
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        office.setEmailType({});
        const RecordId made = office.make(AssetKind::Contact);
        const RecordId edited = office.linked(AssetKind::Contact, u"300001"_s);
        fixture.edit(edited, {{u"title"_s, u"Owner"_s}});
        fixture.push(office.id);
        for (const RecordId each : {made, edited}) {
            QCOMPARE(fixture.state(each), SyncState::Held);
            QCOMPARE(fixture.gates(each), QStringList{u"C4c"_s});
            const QList<WhyNot> why = *fixture.wait(fixture.engine().why(each));
            QCOMPARE(why.constFirst().gates.constFirst().remedies.constFirst().kind,
                     Remedy::Kind::ChooseType);
        }
        QCOMPARE(office.practice.writes(), 0);
        office.setEmailType(u"Work"_s);
        fixture.push(office.id);
        for (const RecordId each : {made, edited})
            QVERIFY2(fixture.state(each) == SyncState::Synced, qPrintable(fixture.sentence(each)));
    }

    void C4c_aContactThatLacksSomething_isHeld_data()
    {
        QTest::addColumn<QString>("blank");
        for (const char *field : {"location", "emails", "phones"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }

    void C4c_aContactThatLacksSomething_isHeld()
    {
        QFETCH(QString, blank);
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        const RecordId contact = office.make(AssetKind::Contact);
        const QJsonValue value = fixture.field(contact, blank);
        fixture.edit(contact, {{blank, QJsonValue::Null}});
        fixture.push(office.id);
        QCOMPARE(fixture.state(contact), SyncState::Held);
        const QList<WhyNot> why = *fixture.wait(fixture.engine().why(contact));
        QCOMPARE(why.constFirst().gates.constFirst().rule, u"C4c"_s);
        QCOMPARE(why.constFirst().gates.constFirst().field, blank);
        QCOMPARE(office.practice.writes(), 0);
        fixture.edit(contact, {{blank, value}});
        fixture.push(office.id);
        QVERIFY2(fixture.state(contact) == SyncState::Synced, qPrintable(fixture.sentence(contact)));
    }

    /** The filler goes there, and does not come back here. */
    void aMissingPhone_isFilledWhereTheSettingsSaySo()
    {
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        const RecordId contact = office.make(AssetKind::Contact);
        fixture.edit(contact, {{u"phones"_s, QJsonValue::Null}});
        fixture.push(office.id);
        QCOMPARE(fixture.state(contact), SyncState::Held);
        office.setOn(u"fill_phone"_s, true);
        fixture.push(office.id);
        QVERIFY2(fixture.state(contact) == SyncState::Synced, qPrintable(fixture.sentence(contact)));
        QCOMPARE(pointsOf(office.practice.record(u"contact"_s, fixture.link(contact).remote.id), u"phones"_s,
                          u"phone"_s),
                 QStringList{u"Work 000-000-0000 default"_s});
        office.checkPeace();
        QVERIFY(fixture.field(contact, u"phones"_s).toArray().isEmpty());
    }

    void C4c_anAssetWithoutALocation_isHeld()
    {
        const QString blank = u"location"_s;
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        const RecordId machine = office.make(AssetKind::Configuration);
        const QJsonValue value = fixture.field(machine, blank);
        fixture.edit(machine, {{blank, QJsonValue::Null}});
        fixture.push(office.id);
        QCOMPARE(fixture.state(machine), SyncState::Held);
        QVERIFY(fixture.gates(machine).contains(u"C4c"_s));
        QCOMPARE(office.practice.writes(), 0);
        fixture.edit(machine, {{blank, value}});
        fixture.push(office.id);
        QVERIFY2(fixture.state(machine) == SyncState::Synced, qPrintable(fixture.sentence(machine)));
    }

    /** The current interface cannot write locations, the old one is used when a person allows it. */
    void C4e_locations_waitForTheOldInterface()
    {
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        const RecordId changed = office.linked(AssetKind::Location, u"5001"_s);
        fixture.edit(changed, {{u"city"_s, u"Phoenix"_s}});
        const RecordId made = office.make(AssetKind::Location);
        fixture.push(office.id);
        for (const RecordId each : {changed, made}) {
            QCOMPARE(fixture.state(each), SyncState::Held);
            QCOMPARE(fixture.gates(each), QStringList{u"C4e"_s});
            const QList<WhyNot> why = *fixture.wait(fixture.engine().why(each));
            QVERIFY(why.constFirst().gates.constFirst().remedies.constFirst().command.contains(
                u"allow_v1=true"_s));
        }
        QCOMPARE(office.practice.calls(u"POST /api/token"_s), 0);
        QCOMPARE(office.practice.writes(), 0);

        office.setOn(u"allow_v1"_s, true);
        fixture.push(office.id);
        for (const RecordId each : {changed, made})
            QVERIFY2(fixture.state(each) == SyncState::Synced, qPrintable(fixture.sentence(each)));
        const QJsonObject there = office.practice.record(u"location"_s, u"5001"_s);
        const QJsonObject address = there.value("addresses"_L1).toArray().at(0).toObject();
        QCOMPARE(address.value("city"_L1).toString(), u"Phoenix"_s);
        // What is not mapped stays as it was.
        QCOMPARE(address.value("emailAddress"_L1).toString(), u"office@northgatedental.example"_s);
        QCOMPARE(address.value("addressType"_L1).toString(), u"Office"_s);
        QCOMPARE(there.value("isMain"_L1), QJsonValue(true));
        const QJsonObject annex = office.practice.record(u"location"_s, fixture.link(made).remote.id);
        QCOMPARE(annex.value("accountId"_L1).toInt(), 1001);
        QCOMPARE(annex.value("isMain"_L1), QJsonValue(false));
        QCOMPARE(office.practice.writes(), 2);
        office.checkPeace();
    }

    void aTenantWithoutTheOldInterface_saysSo()
    {
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        office.setOn(u"allow_v1"_s, true);
        office.practice.setQuirks({u"no-v1"_s});
        const RecordId location = office.linked(AssetKind::Location, u"5001"_s);
        fixture.edit(location, {{u"city"_s, u"Phoenix"_s}});
        const RecordId contact = office.linked(AssetKind::Contact, u"300001"_s);
        fixture.edit(contact, {{u"title"_s, u"Owner"_s}});
        (void)fixture.wait(fixture.engine().push(office.id));
        // The rest goes on.
        QVERIFY2(fixture.state(contact) == SyncState::Synced, qPrintable(fixture.sentence(contact)));
        QCOMPARE(fixture.state(location), SyncState::Error);
        QVERIFY2(fixture.sentence(location).contains(u"V1"_s), qPrintable(fixture.sentence(location)));
        QVERIFY(fixture.status(office.id).state != IntegrationState::SignInFailed);
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
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        office.setOn(u"allow_v1"_s, true);
        const QJsonObject address{{u"address1"_s, u"1 Side Street"_s}, {u"isMain"_s, true}};
        const QHash<QString, QJsonObject> there{
            {u"organization"_s, {{u"accountName"_s, u"Acme"_s}, {u"isActive"_s, true}}},
            {u"location"_s,
             {{u"locationName"_s, u"Other"_s}, {u"accountId"_s, 1001}, {u"addresses"_s, QJsonArray{address}}}},
            {u"contact"_s,
             {{u"firstName"_s, u"Jo"_s},
              {u"lastName"_s, u"Doe"_s},
              {u"accountId"_s, 1001},
              {u"locationId"_s, 5001},
              {u"isActive"_s, true}}},
            {u"configuration"_s,
             {{u"name"_s, u"SRV"_s},
              {u"accountId"_s, 1001},
              {u"accountLocationId"_s, 5001},
              {u"categoryId"_s, 527},
              {u"isActive"_s, true}}}};
        const QString remoteId =
            QString::number(office.practice.create(kind, there.value(kind)).value("id"_L1).toInt());
        const qsizetype before = office.practice.records(kind).size();
        const RecordId record = office.make(*kindFromName(kind));
        if (kind == "organization"_L1) {
            fixture.create(AssetKind::Location,
                           {{u"name"_s, u"Elsewhere"_s}, {u"organization"_s, record}});
        }
        fixture.push(office.id);
        QVERIFY2(fixture.state(record) == SyncState::Synced, qPrintable(fixture.sentence(record)));
        QCOMPARE(fixture.link(record).remote.id, remoteId);
        QCOMPARE(office.practice.records(kind).size(), before);
    }

    /** A refusal has status 200 there as a rule. */
    void aRefusal_isShownInThePsasWordsAndNotRepeated_data()
    {
        QTest::addColumn<QStringList>("quirks");
        QTest::newRow("success false on 200") << QStringList();
        QTest::newRow("status 400") << QStringList{u"errors-are-400"_s};
    }

    void aRefusal_isShownInThePsasWordsAndNotRepeated()
    {
        QFETCH(QStringList, quirks);
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        office.practice.setQuirks(quirks + QStringList{u"max-length=10"_s});
        const RecordId contact = office.linked(AssetKind::Contact, u"300001"_s);
        office.practice.resetStats();
        fixture.edit(contact, {{u"title"_s, u"Longer than ten characters"_s}});
        office.settle();
        QCOMPARE(fixture.state(contact), SyncState::Error);
        QVERIFY2(fixture.sentence(contact).contains(u"10"_s), qPrintable(fixture.sentence(contact)));
        QCOMPARE(fixture.link(contact).errorField, u"title"_s);
        QCOMPARE(office.practice.calls(KaseyaOffice::changeRoute(AssetKind::Contact)), 1);
        fixture.edit(contact, {{u"title"_s, u"Owner"_s}});
        fixture.push(office.id);
        QVERIFY2(fixture.state(contact) == SyncState::Synced, qPrintable(fixture.sentence(contact)));
        office.checkPeace();
    }

    void aUserWithoutTheRight_isToldSo()
    {
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        office.practice.setQuirks({u"read-only-user"_s});
        const RecordId contact = office.linked(AssetKind::Contact, u"300001"_s);
        fixture.edit(contact, {{u"title"_s, u"Owner"_s}});
        fixture.push(office.id);
        QCOMPARE(fixture.state(contact), SyncState::Error);
        QVERIFY2(fixture.sentence(contact).contains(u"role"_s), qPrintable(fixture.sentence(contact)));
    }

    void aTokenThatEndsInBetween_isRenewed_data()
    {
        QTest::addColumn<QStringList>("quirks");
        QTest::newRow("refreshed") << QStringList();
        QTest::newRow("signed in anew") << QStringList{u"no-refresh"_s};
    }

    void aTokenThatEndsInBetween_isRenewed()
    {
        QFETCH(QStringList, quirks);
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        office.practice.setQuirks(quirks);
        const RecordId contact = office.linked(AssetKind::Contact, u"300001"_s);
        office.practice.resetStats();
        office.practice.setFault(KaseyaOffice::changeRoute(AssetKind::Contact), u"expired_token"_s);
        fixture.edit(contact, {{u"title"_s, u"Owner"_s}});
        fixture.push(office.id);
        QCOMPARE(office.practice.firedFaults(), 1);
        QVERIFY2(fixture.state(contact) == SyncState::Synced, qPrintable(fixture.sentence(contact)));
        QCOMPARE(office.practice.calls(u"POST /v2/security/authenticate"_s), 1);
        QCOMPARE(fixture.status(office.id).state, IntegrationState::UpToDate);
        office.checkPeace();
    }

    /** Who is refused signs in once more, not again and again, and keeps the edit. */
    void aUserWhoIsLockedOut_isSaidAndNothingIsLost()
    {
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        const RecordId contact = office.linked(AssetKind::Contact, u"300001"_s);
        office.practice.resetStats();
        office.practice.setFault(u"*"_s, u"expired_token"_s, {}, 0);
        fixture.edit(contact, {{u"title"_s, u"Owner"_s}});
        (void)fixture.wait(fixture.engine().push(office.id));
        QCOMPARE(fixture.status(office.id).state, IntegrationState::SignInFailed);
        QVERIFY(office.practice.calls(u"POST /v2/security/authenticate"_s) <= 2);
        QVERIFY(fixture.pushRow(contact));
        office.practice.clearFaults();
        const auto signedIn = fixture.wait(
            fixture.engine().editConnection(office.id, EngineFixture::detailsFor(office.practice)));
        QVERIFY2(signedIn, wordsOf(signedIn).constData());
        office.settle();
        QVERIFY2(fixture.state(contact) == SyncState::Synced, qPrintable(fixture.sentence(contact)));
        QCOMPARE(fixture.status(office.id).state, IntegrationState::UpToDate);
    }

    void I5_whenAnEndpointsCallsAreUsed_editsWaitAndArrive_data()
    {
        QTest::addColumn<QStringList>("quirks");
        QTest::newRow("says nothing") << QStringList{u"budget=1"_s};
        QTest::newRow("says when") << QStringList{u"budget=1"_s, u"retry-after"_s};
    }

    void I5_whenAnEndpointsCallsAreUsed_editsWaitAndArrive()
    {
        QFETCH(QStringList, quirks);
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        const RecordId first = office.linked(AssetKind::Contact, u"300001"_s);
        const RecordId second = office.linked(AssetKind::Contact, u"300002"_s);
        office.practice.setQuirks(quirks);
        fixture.edit(first, {{u"title"_s, u"Owner"_s}});
        fixture.edit(second, {{u"title"_s, u"Partner"_s}});
        (void)fixture.wait(fixture.engine().push(office.id));
        QVERIFY(fixture.pushRow(second) || fixture.pushRow(first));
        office.practice.setQuirks({});
        fixture.start(); // an hour of real time is not waited for
        office.settle();
        for (const RecordId each : {first, second})
            QVERIFY2(fixture.state(each) == SyncState::Synced, qPrintable(fixture.sentence(each)));
        QCOMPARE(office.practice.calls(KaseyaOffice::changeRoute(AssetKind::Contact)), 2);
    }

    void I2_aCreateWhoseAnswerIsLost_isAdopted_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("fault");
        for (const AssetKind kind : allKinds) {
            for (const char *fault : {"reset_after", "bad_json", "reset_before"}) {
                QTest::addRow("%s %s", qPrintable(kindName(kind)), fault)
                    << kindName(kind) << QString::fromLatin1(fault);
            }
        }
    }

    void I2_aCreateWhoseAnswerIsLost_isAdopted()
    {
        QFETCH(QString, kind);
        QFETCH(QString, fault);
        KaseyaOffice office;
        EngineFixture &fixture = office.fixture;
        office.setOn(u"allow_v1"_s, true);
        const QString route = KaseyaOffice::postRoute(*kindFromName(kind));
        const qsizetype before = office.practice.records(kind).size();
        office.practice.resetStats();
        office.practice.setFault(route, fault);
        const RecordId record = office.make(*kindFromName(kind));
        if (kind == "organization"_L1)
            fixture.create(AssetKind::Location, {{u"name"_s, u"Only one"_s}, {u"organization"_s, record}});
        office.settle();
        QCOMPARE(office.practice.firedFaults(), 1);
        QVERIFY2(fixture.state(record) == SyncState::Synced, qPrintable(fixture.sentence(record)));
        QCOMPARE(office.practice.records(kind).size(), before + 1);
        QCOMPARE(office.practice.calls(route), fault == "reset_before"_L1 ? 2 : 1);
        QVERIFY(!fixture.pushRow(record));
        office.checkPeace();
    }

private:
    /** As "Sync now" does: everything that the PSA has of it. */
    static void readWhole(KaseyaOffice &office, RecordId record)
    {
        const auto read = office.fixture.wait(office.fixture.engine().syncRecord(record, office.id));
        QVERIFY2(read, wordsOf(read).constData());
    }

    static QJsonObject point(const QString &value, const QString &label, bool isPrimary)
    {
        return {{u"value"_s, value}, {u"label"_s, label}, {u"primary"_s, isPrimary}};
    }

    /** "Work jo@a.example default", sorted. */
    static QStringList pointsOf(const QJsonObject &contact, const QString &list, const QString &stem)
    {
        QStringList lines;
        for (const QJsonValue &each : contact.value(list).toArray()) {
            const QString value =
                each[stem == "email"_L1 ? u"emailAddress"_s : u"phone"_s].toString();
            lines.append(each[QString(stem + "Type"_L1)].toString() + u' ' + value
                         + (each["isDefault"_L1].toBool() ? u" default"_s : QString()));
        }
        lines.sort();
        return lines;
    }

    /** All that a write must leave as it was. */
    static QJsonObject withoutPassing(QJsonObject record, const QString &member)
    {
        for (const QString &each : {member, u"modifiedOn"_s, u"modifiedBy"_s, u"modifiedById"_s,
                                    u"modifiedByName"_s, u"locations"_s, u"addresses"_s})
            record.remove(each);
        return record;
    }

    static void checkFamily(KaseyaOffice &office, const Family &family)
    {
        PracticeProcess &practice = office.practice;
        EngineFixture &fixture = office.fixture;
        const QJsonArray accounts = practice.recordsWhere(u"organization"_s, u"accountName"_s, u"Acme"_s);
        QCOMPARE(accounts.size(), 1);
        const QJsonObject account = accounts.first().toObject();
        QCOMPARE(account.value("accountCode"_L1).toString(), u"ACME"_s);
        QCOMPARE(account.value("accountManagerUserName"_L1).toString(), u"jharris"_s);
        const int accountId = account.value("id"_L1).toInt();
        QCOMPARE(fixture.link(family.organization).remote.id, QString::number(accountId));

        QCOMPARE(practice.recordsWhere(u"location"_s, u"accountId"_s, accountId).size(), 1);
        const QJsonObject site =
            practice.recordsWhere(u"location"_s, u"locationName"_s, u"Head office"_s).first().toObject();
        QCOMPARE(site.value("accountId"_L1).toInt(), accountId);
        QCOMPARE(site.value("isMain"_L1), QJsonValue(true));
        const QJsonObject address = site.value("addresses"_L1).toArray().at(0).toObject();
        QCOMPARE(address.value("address1"_L1).toString(), u"1 Main Street"_s);
        QCOMPARE(address.value("phone"_L1).toString(), u"555 0123"_s);
        QCOMPARE(fixture.link(family.location).remote.id, QString::number(site.value("id"_L1).toInt()));

        const QJsonArray contacts = practice.recordsWhere(u"contact"_s, u"lastName"_s, u"Lee"_s);
        QCOMPARE(contacts.size(), 1);
        const QJsonObject contact = contacts.first().toObject();
        QCOMPARE(contact.value("accountId"_L1).toInt(), accountId);
        QCOMPARE(contact.value("locationId"_L1), site.value("id"_L1));
        QCOMPARE(pointsOf(contact, u"emails"_s, u"email"_s), QStringList{u"Work jo@acme.example default"_s});
        QCOMPARE(pointsOf(contact, u"phones"_s, u"phone"_s).size(), 2);

        const QJsonArray machines = practice.recordsWhere(u"configuration"_s, u"name"_s, u"ACME-SRV1"_s);
        QCOMPARE(machines.size(), 1);
        const QJsonObject machine = machines.first().toObject();
        QCOMPARE(machine.value("accountId"_L1).toInt(), accountId);
        QCOMPARE(machine.value("accountLocationId"_L1), site.value("id"_L1));
        QCOMPARE(machine.value("contactId"_L1), contact.value("id"_L1));
        QCOMPARE(machine.value("category"_L1).toString(), u"Server"_s);
        QCOMPARE(machine.value("manufacturer"_L1).toString(), u"Dell"_s);
        QCOMPARE(machine.value("warrantyExpirationDate"_L1).toString(), u"2030-01-31T00:00:00"_s);
        QCOMPARE(machine.value("description"_L1).toString(), u"new"_s);
        QCOMPARE(machine.value("isActive"_L1), QJsonValue(true));
    }
};

QTEST_GUILESS_MAIN(KaseyaPushTest)
#include "tst_kaseyapush.moc"
