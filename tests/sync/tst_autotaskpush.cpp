// SPDX-License-Identifier: GPL-3.0-or-later
#include "autotaskoffice.h"

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** What goes to Autotask, what holds it, and what it is refused for (rules C1–C6, B3). */
class AutotaskPushTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void C1_anEdit_isOnePatch_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("remoteId");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("remote");
        const QJsonValue null(QJsonValue::Null);
        QTest::newRow("organization")
            << u"organization"_s << u"1001"_s << u"short_name"_s << QJsonValue(u"MAPLE"_s)
            << u"companyNumber"_s << QJsonValue(u"MAPLE"_s);
        QTest::newRow("the tenant itself")
            << u"organization"_s << u"0"_s << u"short_name"_s << QJsonValue(u"WE"_s) << u"companyNumber"_s
            << QJsonValue(u"WE"_s);
        QTest::newRow("location") << u"location"_s << u"3002"_s << u"city"_s << QJsonValue(u"Phoenix"_s)
                                  << u"city"_s << QJsonValue(u"Phoenix"_s);
        QTest::newRow("contact") << u"contact"_s << u"30002"_s << u"title"_s << QJsonValue(u"Owner"_s)
                                 << u"title"_s << QJsonValue(u"Owner"_s);
        QTest::newRow("contact of the tenant")
            << u"contact"_s << u"30001"_s << u"title"_s << QJsonValue(u"Owner"_s) << u"title"_s
            << QJsonValue(u"Owner"_s);
        QTest::newRow("cleared") << u"contact"_s << u"30002"_s << u"title"_s << null << u"title"_s << null;
        QTest::newRow("phone with extension")
            << u"contact"_s << u"30002"_s << u"phones"_s
            << QJsonValue(QJsonArray{QJsonObject{{u"value"_s, u"(520) 555-1454"_s},
                                                 {u"label"_s, u"Work"_s},
                                                 {u"extension"_s, u"9"_s},
                                                 {u"primary"_s, true}}})
            << u"extension"_s << QJsonValue(u"9"_s);
        QTest::newRow("configuration") << u"configuration"_s << u"100002"_s << u"serial_number"_s
                                       << QJsonValue(u"SN-1"_s) << u"serialNumber"_s << QJsonValue(u"SN-1"_s);
        QTest::newRow("date") << u"configuration"_s << u"100002"_s << u"warranty_expires_at"_s
                              << QJsonValue(u"2031-12-24"_s) << u"warrantyExpirationDate"_s
                              << QJsonValue(u"2031-12-24T00:00:00Z"_s);
    }

    void C1_anEdit_isOnePatch()
    {
        QFETCH(QString, kind);
        QFETCH(QString, remoteId);
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QFETCH(QString, member);
        QFETCH(QJsonValue, remote);
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        const AssetKind which = *kindFromName(kind);
        const auto link = LinkStore(fixture.database()).byRemote(office.id, which, remoteId);
        const RecordId record = (*link)->recordId;
        office.practice.resetStats();
        QVERIFY(fixture.edit(record, {{field, value}}).isQueued);
        fixture.push(office.id);
        QVERIFY2(fixture.state(record) == SyncState::Synced, qPrintable(fixture.sentence(record)));
        const QJsonObject there = office.practice.record(kind, remoteId);
        QVERIFY2(there.value(member) == remote || (remote.isNull() && !there.contains(member)),
                 QJsonDocument(there).toJson().constData());
        QCOMPARE(office.practice.calls(AutotaskOffice::patchRoute(which)), 1);
        QCOMPARE(office.practice.writes(), 1);
        QCOMPARE(office.practice.calls(u"PUT *"_s), 0);
        office.checkPeace();
    }

    void aStatus_isTheActiveFlag()
    {
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        const RecordId machine = fixture.find(AssetKind::Configuration, u"MAPLE-WS002"_s);
        fixture.edit(
            machine,
            {{u"configuration_status"_s, fixture.option(OptionList::ConfigurationStatus, u"Inactive"_s)}});
        fixture.push(office.id);
        QCOMPARE(fixture.state(machine), SyncState::Synced);
        QCOMPARE(office.practice.record(u"configuration"_s, u"100002"_s).value("isActive"_L1),
                 QJsonValue(false));
        office.checkPeace();
    }

    void anotherPrimaryLocation_isItsFlag()
    {
        AutotaskOffice office({.organizations = 2, .locations = 3, .contacts = 2, .configurations = 2});
        EngineFixture &fixture = office.fixture;
        const LinkStore links(fixture.database());
        const QString company =
            QString::number(office.practice.record(u"location"_s, u"3003"_s).value("companyID"_L1).toInt());
        const RecordId organization =
            (*links.byRemote(office.id, AssetKind::Organization, company))->recordId;
        const RecordId second = (*links.byRemote(office.id, AssetKind::Location, u"3003"_s))->recordId;
        fixture.edit(organization, {{u"primary_location"_s, second}});
        fixture.push(office.id);
        QVERIFY2(fixture.state(organization) == SyncState::Synced,
                 qPrintable(fixture.sentence(organization)));
        QCOMPARE(office.practice.record(u"location"_s, u"3003"_s).value("isPrimary"_L1), QJsonValue(true));
        office.checkPeace();
        QCOMPARE(fixture.field(organization, u"primary_location"_s).toInteger(), second);
    }

    void C6_aFamilySavedInTheWrongOrder_arrivesInOrderAndOnce()
    {
        AutotaskOffice office;
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
        QCOMPARE(summary.failed + summary.held, 0);
        for (const RecordId each : family.all())
            QVERIFY2(fixture.state(each) == SyncState::Synced, qPrintable(fixture.sentence(each)));
        checkFamily(office, family);
        for (const AssetKind kind : {AssetKind::Organization, AssetKind::Contact, AssetKind::Configuration})
            QCOMPARE(office.practice.calls(AutotaskOffice::postRoute(kind)), 1);
        // The PSA makes a company with its first location, which becomes the one that is here.
        QCOMPARE(office.practice.calls(AutotaskOffice::postRoute(AssetKind::Location)), 0);
        office.checkPeace();
    }

    void C2_withTheSchedulerOn_aNewFamilyGoesByItself_data()
    {
        QTest::addColumn<QStringList>("quirks");
        QTest::newRow("as usual") << QStringList();
        QTest::newRow("no first location") << QStringList{u"no-first-location"_s};
    }

    void C2_withTheSchedulerOn_aNewFamilyGoesByItself()
    {
        QFETCH(QStringList, quirks);
        AutotaskOffice office({}, {}, EngineFixture::Scheduler::On);
        office.practice.setQuirks(quirks);
        const Family family = office.makeFamily();
        for (const RecordId each : family.all())
            QVERIFY2(office.fixture.waitFor(each, SyncState::Synced),
                     qPrintable(office.fixture.sentence(each)));
        checkFamily(office, family);
    }

    void C4c_aCompanyWithoutItsSettings_waitsForThem_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("Default Account Manager") << u"account_manager"_s;
        QTest::newRow("default phone") << u"default_phone"_s;
    }

    void C4c_aCompanyWithoutItsSettings_waitsForThem()
    {
        QFETCH(QString, key);
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        office.setText(key, {});
        const RecordId organization = office.make(AssetKind::Organization);
        fixture.push(office.id);
        QCOMPARE(fixture.state(organization), SyncState::Held);
        QCOMPARE(fixture.gates(organization), QStringList{u"C4c"_s});
        const QList<WhyNot> why = *fixture.wait(fixture.engine().why(organization));
        const Remedy remedy = why.constFirst().gates.constFirst().remedies.constFirst();
        QCOMPARE(remedy.kind, Remedy::Kind::ChooseType);
        QCOMPARE(remedy.field, key);
        QCOMPARE(office.practice.writes(), 0);

        office.choose(u"account_manager"_s, u"Kim Chen"_s);
        office.setText(u"default_phone"_s, u"555 0123"_s);
        fixture.push(office.id);
        QVERIFY2(fixture.state(organization) == SyncState::Synced,
                 qPrintable(fixture.sentence(organization)));
        const QJsonObject company =
            office.practice.record(u"organization"_s, fixture.link(organization).remote.id);
        QCOMPARE(company.value("phone"_L1).toString(), u"555 0123"_s);
        QCOMPARE(company.value("ownerResourceID"_L1).toInt(), 29682888);
        QCOMPARE(company.value("companyType"_L1).toInt(), 1);
    }

    void C4c_autotaskWithoutManufacturerOrModel_isHeld_data()
    {
        QTest::addColumn<QString>("blank");
        QTest::newRow("manufacturer") << u"manufacturer"_s;
        QTest::newRow("model") << u"model"_s;
    }

    void C4c_autotaskWithoutManufacturerOrModel_isHeld()
    {
        QFETCH(QString, blank);
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        const RecordId machine = office.make(AssetKind::Configuration);
        const QJsonValue value = fixture.field(machine, blank);
        fixture.edit(machine, {{blank, QJsonValue::Null}});
        fixture.push(office.id);
        QCOMPARE(fixture.state(machine), SyncState::Held);
        const QList<WhyNot> why = *fixture.wait(fixture.engine().why(machine));
        const Gate gate = why.constFirst().gates.constFirst();
        QCOMPARE(gate.rule, u"C4c"_s);
        QCOMPARE(gate.field, blank);
        QCOMPARE(gate.remedies.constFirst().kind, Remedy::Kind::EditField);
        QCOMPARE(office.practice.writes(), 0);
        fixture.edit(machine, {{blank, value}});
        fixture.push(office.id);
        QVERIFY2(fixture.state(machine) == SyncState::Synced, qPrintable(fixture.sentence(machine)));
    }

    void C4d_theTenantsOwnLimit_holdsBeforeTheMaps()
    {
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        const auto lengths = IntegrationStore(fixture.database()).fieldLengths(office.id, AssetKind::Contact);
        QCOMPARE(lengths->value(u"title"_s), 50);
        const RecordId contact = fixture.find(AssetKind::Contact, u"Ruth Ferrari"_s);
        fixture.edit(contact, {{u"title"_s, QString(51, u'x')}});
        fixture.push(office.id);
        QCOMPARE(fixture.state(contact), SyncState::Held);
        QCOMPARE(fixture.gates(contact), QStringList{u"C4d"_s});
        QCOMPARE(office.practice.writes(), 0);
    }

    void aNewModel_becomesAProductOnce()
    {
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        office.choose(u"billing_code"_s, office.billingCode());
        const QList<RecordId> machines = makeThree(office);
        office.practice.resetStats();
        fixture.push(office.id);
        QSet<int> products;
        for (const RecordId each : machines) {
            QVERIFY2(fixture.state(each) == SyncState::Synced, qPrintable(fixture.sentence(each)));
            products.insert(office.practice.record(u"configuration"_s, fixture.link(each).remote.id)
                                .value("productID"_L1)
                                .toInt());
        }
        QCOMPARE(products.size(), 1);
        QCOMPARE(office.practice.calls(u"POST /Products"_s), 1);
        office.checkPeace();
    }

    void aNewModel_withAFallback_keepsItsNamesHere()
    {
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        const auto products =
            fixture.wait(fixture.engine().settingChoices(office.id, u"fallback_product"_s, u"EliteBook"_s));
        QVERIFY(products && !products->isEmpty());
        office.choose(u"fallback_product"_s, products->constFirst().name);
        const QList<RecordId> machines = makeThree(office);
        fixture.push(office.id);
        for (const RecordId each : machines) {
            QVERIFY2(fixture.state(each) == SyncState::Synced, qPrintable(fixture.sentence(each)));
            const QJsonObject there =
                office.practice.record(u"configuration"_s, fixture.link(each).remote.id);
            QCOMPARE(QString::number(there.value("productID"_L1).toInt()), products->constFirst().id);
        }
        office.checkPeace();
        QCOMPARE(fixture.view(machines.constFirst()).referenceNames.value(u"model"_s), u"Z1"_s);
        QCOMPARE(office.practice.calls(u"POST /Products"_s), 0);
    }

    void aNewModel_withoutEither_saysWhatToChoose()
    {
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        const RecordId machine = makeThree(office).constFirst();
        fixture.push(office.id);
        QCOMPARE(fixture.state(machine), SyncState::Error);
        QVERIFY2(fixture.sentence(machine).contains(u"Acer Z1"_s), qPrintable(fixture.sentence(machine)));
        QCOMPARE(fixture.link(machine).errorField, u"model"_s);
        QCOMPARE(office.practice.writes(), 0);
        office.choose(u"billing_code"_s, office.billingCode());
        QVERIFY(fixture.wait(fixture.engine().retryNow(machine, office.id)));
        fixture.push(office.id);
        QVERIFY2(fixture.state(machine) == SyncState::Synced, qPrintable(fixture.sentence(machine)));
    }

    /** A blank status goes as active, so it counts as active. */
    void B4_whatAChangeDoes_countsBlankStatusesAsActive()
    {
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        fixture.setEnabled(office.id, OptionList::OrganizationType, u"Partner"_s, false);
        const FieldValues values{
            {u"name"_s, u"Blank"_s},
            {u"organization_type"_s, fixture.option(OptionList::OrganizationType, u"Partner"_s)}};
        const RecordId record = fixture.create(AssetKind::Organization, values);
        QCOMPARE(fixture.field(record, u"organization_status"_s).toInteger(), 0);
        SettingsChange change{.settings = fixture.status(office.id).integration.settings};
        const auto options = OptionStore(fixture.database()).remote(office.id, OptionList::OrganizationType);
        for (const StoredOption &option : *options)
            change.enabled[option.list].insert(option.remoteId);
        const auto effect = fixture.wait(fixture.engine().previewSettings(office.id, change));
        QVERIFY2(effect, wordsOf(effect).constData());
        QCOMPARE(effect->syncable, QList<RecordId>{record});
    }

    /** Classifications have no field here, but decide what syncs (rules B1, D1). */
    void B4_whatAChangeDoes_countsClassifications()
    {
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        const QList<StoredOption> classes =
            *OptionStore(fixture.database()).remote(office.id, OptionList::Classification);
        const auto gold = std::find_if(classes.begin(), classes.end(),
                                       [](const StoredOption &each) { return each.name == "Gold"_L1; });
        QVERIFY(gold != classes.end());
        office.practice.update(u"organization"_s, u"1001"_s, {{u"classification"_s, gold->remoteId.toInt()}});
        fixture.sync(office.id);
        const RecordId client = office.client();
        QList<RecordId> below{client};
        for (const AssetKind kind : {AssetKind::Location, AssetKind::Contact, AssetKind::Configuration}) {
            const auto ids = recordIds(fixture.database(), {.kind = kind});
            for (const RecordId each : *ids) {
                if (fixture.field(each, u"organization"_s).toInteger() == client)
                    below.append(each);
            }
        }
        QCOMPARE(below.size(), 4);
        std::sort(below.begin(), below.end());

        SettingsChange change{.settings = fixture.status(office.id).integration.settings};
        for (const StoredOption &each : classes) {
            if (each.remoteId != gold->remoteId)
                change.enabled[OptionList::Classification].insert(each.remoteId);
        }
        const auto lost = fixture.wait(fixture.engine().previewSettings(office.id, change));
        QVERIFY2(lost, wordsOf(lost).constData());
        QCOMPARE(lost->orphaned, below);
        QCOMPARE(lost->becomeSyncable, 0);

        fixture.changeSettings(office.id, change);
        fixture.sync(office.id);
        QCOMPARE(fixture.state(client), SyncState::Orphaned);
        change.enabled[OptionList::Classification].insert(gold->remoteId);
        const auto gained = fixture.wait(fixture.engine().previewSettings(office.id, change));
        QVERIFY2(gained, wordsOf(gained).constData());
        QCOMPARE(gained->syncable, below);
        QCOMPARE(gained->becomeOrphaned, 0);
    }

    /** What such an organization has is held as under a type that does not sync, and says how to go on. */
    void C4a_classificationThatDoesNotSync_isHeld()
    {
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        const QList<StoredOption> classes =
            *OptionStore(fixture.database()).remote(office.id, OptionList::Classification);
        const auto gold = std::find_if(classes.begin(), classes.end(),
                                       [](const StoredOption &each) { return each.name == "Gold"_L1; });
        office.practice.update(u"organization"_s, u"1001"_s, {{u"classification"_s, gold->remoteId.toInt()}});
        fixture.sync(office.id);
        fixture.setEnabled(office.id, OptionList::Classification, u"Gold"_s, false);
        office.practice.resetStats();
        const RecordId client = office.client();
        fixture.edit(client, {{u"short_name"_s, u"held"_s}});
        const RecordId contact = office.make(AssetKind::Contact);
        fixture.push(office.id);
        for (const RecordId each : {client, contact}) {
            QCOMPARE(fixture.gates(each), QStringList{u"C4a"_s});
            QVERIFY2(fixture.sentence(each).contains(u"Gold"_s), qPrintable(fixture.sentence(each)));
        }
        QCOMPARE(office.practice.writes(), 0);
        fixture.setEnabled(office.id, OptionList::Classification, u"Gold"_s, true);
        fixture.push(office.id);
        QVERIFY2(fixture.state(contact) == SyncState::Synced, qPrintable(fixture.sentence(contact)));
        QCOMPARE(fixture.state(client), SyncState::Synced);
    }

    void B4_settingsThatCannotBe_areNotStored_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("somebody inactive") << u"account_manager"_s << u"29682889"_s;
        QTest::newRow("somebody else") << u"account_manager"_s << u"1"_s;
        QTest::newRow("no phone number") << u"default_phone"_s << u"reception"_s;
        QTest::newRow("long phone number") << u"default_phone"_s << QString(26, u'5');
    }

    void B4_settingsThatCannotBe_areNotStored()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        const SyncSettings before = fixture.status(office.id).integration.settings;
        SyncSettings changed = before;
        changed.setText(key, value);
        const auto applied = fixture.wait(fixture.engine().applySettings(office.id, {.settings = changed}));
        QVERIFY(!applied);
        QCOMPARE(applied.error().code, ErrorCode::BadInput);
        QCOMPARE(applied.error().field, key);
        QVERIFY(!applied.error().message.isEmpty());
        QCOMPARE(fixture.status(office.id).integration.settings, before);
    }

    void aRefusal_isShownInThePsasWordsAndNotRepeated()
    {
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        const RecordId contact = fixture.find(AssetKind::Contact, u"Ruth Ferrari"_s);
        office.practice.resetStats();
        office.practice.setFault(AutotaskOffice::patchRoute(AssetKind::Contact), u"validation"_s, {}, 0);
        fixture.edit(contact, {{u"title"_s, u"Owner"_s}});
        office.settle();
        QCOMPARE(fixture.state(contact), SyncState::Error);
        QVERIFY(!fixture.sentence(contact).isEmpty());
        QCOMPARE(office.practice.calls(AutotaskOffice::patchRoute(AssetKind::Contact)), 1);
        office.practice.clearFaults();
        QVERIFY(fixture.wait(fixture.engine().retryNow(contact, office.id)));
        fixture.push(office.id);
        QCOMPARE(fixture.state(contact), SyncState::Synced);
    }

    void aUserWithoutTheRight_isToldSo()
    {
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        office.practice.setQuirks({u"read-only-user"_s});
        const RecordId contact = fixture.find(AssetKind::Contact, u"Ruth Ferrari"_s);
        fixture.edit(contact, {{u"title"_s, u"Owner"_s}});
        fixture.push(office.id);
        QCOMPARE(fixture.state(contact), SyncState::Error);
        QVERIFY2(fixture.sentence(contact).contains(u"permissions"_s), qPrintable(fixture.sentence(contact)));
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
        AutotaskOffice office;
        EngineFixture &fixture = office.fixture;
        const QHash<QString, QJsonObject> there{
            {u"organization"_s,
             {{u"companyName"_s, u"Acme"_s},
              {u"companyType"_s, 1},
              {u"phone"_s, u"555 0111"_s},
              {u"ownerResourceID"_s, 29682886}}},
            {u"location"_s,
             {{u"name"_s, u"Other"_s}, {u"companyID"_s, 1001}, {u"address1"_s, u"1 Side Street"_s}}},
            {u"contact"_s,
             {{u"firstName"_s, u"Jo"_s},
              {u"lastName"_s, u"Doe"_s},
              {u"companyID"_s, 1001},
              {u"isActive"_s, 1}}},
            {u"configuration"_s,
             {{u"referenceTitle"_s, u"SRV"_s},
              {u"companyID"_s, 1001},
              {u"productID"_s, 7002},
              {u"configurationItemType"_s, 23},
              {u"isActive"_s, true}}}};
        const QString remoteId =
            QString::number(office.practice.create(kind, there.value(kind)).value("id"_L1).toInt());
        const qsizetype before = office.practice.records(kind).size();
        const RecordId record = office.make(*kindFromName(kind));
        fixture.push(office.id);
        QVERIFY2(fixture.state(record) == SyncState::Synced, qPrintable(fixture.sentence(record)));
        QCOMPARE(fixture.link(record).remote.id, remoteId);
        QCOMPARE(office.practice.records(kind).size(), before);
    }

private:
    /** Three configurations of a model that the PSA has no product for. */
    static QList<RecordId> makeThree(AutotaskOffice &office)
    {
        EngineFixture &fixture = office.fixture;
        const auto maker =
            fixture.wait(fixture.engine().ensureOption(OptionList::Manufacturer, u"Acer"_s, 0));
        const auto model = fixture.wait(fixture.engine().ensureOption(OptionList::Model, u"Z1"_s, *maker));
        (void)fixture.wait(fixture.engine().setPaused(office.id, true));
        QList<RecordId> machines;
        for (int i = 0; i < 3; ++i) {
            const RecordId machine = office.make(AssetKind::Configuration);
            fixture.edit(machine,
                         {{u"name"_s, u"NEW%1"_s.arg(i)}, {u"manufacturer"_s, *maker}, {u"model"_s, *model}});
            machines.append(machine);
        }
        (void)fixture.wait(fixture.engine().setPaused(office.id, false));
        return machines;
    }

    static void checkFamily(AutotaskOffice &office, const Family &family)
    {
        PracticeProcess &practice = office.practice;
        EngineFixture &fixture = office.fixture;
        const QJsonArray companies = practice.recordsWhere(u"organization"_s, u"companyName"_s, u"Acme"_s);
        QCOMPARE(companies.size(), 1);
        const QJsonObject company = companies.first().toObject();
        QCOMPARE(company.value("companyNumber"_L1).toString(), u"ACME"_s);
        const int companyId = company.value("id"_L1).toInt();
        QCOMPARE(fixture.link(family.organization).remote.id, QString::number(companyId));

        // A company that went alone was given a location of its own there besides.
        const QJsonArray sites = practice.recordsWhere(u"location"_s, u"name"_s, u"Head office"_s);
        QCOMPARE(sites.size(), 1);
        const QJsonObject site = sites.first().toObject();
        QCOMPARE(site.value("companyID"_L1).toInt(), companyId);
        QCOMPARE(site.value("address1"_L1).toString(), u"1 Main Street"_s);
        QCOMPARE(site.value("city"_L1).toString(), u"Columbus"_s);
        QCOMPARE(fixture.link(family.location).remote.id, QString::number(site.value("id"_L1).toInt()));

        const QJsonArray contacts = practice.recordsWhere(u"contact"_s, u"lastName"_s, u"Lee"_s);
        QCOMPARE(contacts.size(), 1);
        const QJsonObject contact = contacts.first().toObject();
        QCOMPARE(contact.value("companyID"_L1).toInt(), companyId);
        QCOMPARE(contact.value("companyLocationID"_L1), site.value("id"_L1));
        QCOMPARE(contact.value("emailAddress"_L1).toString(), u"jo@acme.example"_s);
        QCOMPARE(contact.value("phone"_L1).toString(), u"555 0100"_s);
        QCOMPARE(contact.value("extension"_L1).toString(), u"12"_s);
        QCOMPARE(contact.value("mobilePhone"_L1).toString(), u"555 0101"_s);
        QCOMPARE(contact.value("isActive"_L1), QJsonValue(1));

        const QJsonArray machines =
            practice.recordsWhere(u"configuration"_s, u"referenceTitle"_s, u"ACME-SRV1"_s);
        QCOMPARE(machines.size(), 1);
        const QJsonObject machine = machines.first().toObject();
        QCOMPARE(machine.value("companyID"_L1).toInt(), companyId);
        QCOMPARE(machine.value("companyLocationID"_L1), site.value("id"_L1));
        QCOMPARE(machine.value("contactID"_L1), contact.value("id"_L1));
        QCOMPARE(machine.value("configurationItemType"_L1).toInt(), 23);
        QCOMPARE(machine.value("productID"_L1).toInt(), 7002);
        QCOMPARE(machine.value("warrantyExpirationDate"_L1).toString(), u"2030-01-31T00:00:00Z"_s);
        QCOMPARE(machine.value("notes"_L1).toString(), u"new"_s);
    }
};

QTEST_GUILESS_MAIN(AutotaskPushTest)
#include "tst_autotaskpush.moc"
