// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/platformworld.h"
#include "support/enginefixture.h"

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/**
 * What the engine itself has written to the PSA, and has no answer for yet, is nobody's change there: it
 * overrules no edit, and it is no record of somebody else's (rules I1, I2).
 */
class OwnWritesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void I1_anEditDuringAFlight_isNotOverruledByWhatIsOnItsWay_data()
    {
        addRows({});
    }

    void I1_anEditDuringAFlight_isNotOverruledByWhatIsOnItsWay()
    {
        QFETCH(Platform, platform);
        TwoSides sides(platform);
        auto &[world, practice, fixture, id] = sides;
        const RecordId laptop = fixture.find(AssetKind::Configuration, world.machine);
        practice.setFault(world.machineUpdateRoute, u"latency"_s, 1500);
        fixture.edit(laptop, {{textOf(world), u"first"_s}});
        const auto push = fixture.engine().push(id);
        QTRY_COMPARE(practice.firedFaults(), 1);
        // The PSA has the first value, and its answer is on its way.
        fixture.edit(laptop, {{textOf(world), u"second"_s}});
        fixture.sync(id);
        (void)fixture.wait(push);
        settle(fixture, id);
        QCOMPARE(fixture.field(laptop, textOf(world)).toString(), u"second"_s);
        QCOMPARE(
            practice.record(u"configuration"_s, fixture.link(laptop).remote.id).value(world.member(AssetKind::Configuration, textOf(world))).toString(),
            u"second"_s);
    }

    void I1_anEditAfterALostAnswer_isNotOverruledByWhatArrived_data()
    {
        addRows({});
    }

    void I1_anEditAfterALostAnswer_isNotOverruledByWhatArrived()
    {
        QFETCH(Platform, platform);
        TwoSides sides(platform);
        auto &[world, practice, fixture, id] = sides;
        const RecordId laptop = fixture.find(AssetKind::Configuration, world.machine);
        // The read-back fails, too, so that the push stays unknown.
        practice.setFaults({QJsonObject{{u"route"_s, world.machineUpdateRoute},
                                        {u"fault"_s, u"reset_after"_s},
                                        {u"count"_s, 1}},
                            QJsonObject{{u"route"_s, world.machineReadRoute},
                                        {u"fault"_s, u"status"_s},
                                        {u"value"_s, 500},
                                        {u"nth"_s, 2}}});
        fixture.edit(laptop, {{textOf(world), u"first"_s}});
        (void)fixture.wait(fixture.engine().push(id));
        practice.clearFaults();
        fixture.edit(laptop, {{textOf(world), u"second"_s}});
        fixture.sync(id);
        settle(fixture, id);
        QCOMPARE(fixture.field(laptop, textOf(world)).toString(), u"second"_s);
        QCOMPARE(
            practice.record(u"configuration"_s, fixture.link(laptop).remote.id).value(world.member(AssetKind::Configuration, textOf(world))).toString(),
            u"second"_s);
    }

    void I1_anEditOfACreateInFlight_isNotOverruledByASync_data()
    {
        addRows({});
    }

    void I1_anEditOfACreateInFlight_isNotOverruledByASync()
    {
        QFETCH(Platform, platform);
        TwoSides sides(platform);
        auto &[world, practice, fixture, id] = sides;
        practice.setFault(world.contactCreateRoute, u"latency"_s, 1500);
        const RecordId contact = makeContact(world, fixture, u"Jo"_s, u"first"_s);
        const auto push = fixture.engine().push(id);
        QTRY_COMPARE(practice.firedFaults(), 1);
        fixture.edit(contact, {{u"title"_s, u"second"_s}});
        fixture.sync(id);
        (void)fixture.wait(push);
        settle(fixture, id);
        QCOMPARE(fixture.field(contact, u"title"_s).toString(), u"second"_s);
        const QJsonArray there = practice.recordsWhere(u"contact"_s, u"lastName"_s, u"Flight"_s);
        QCOMPARE(there.size(), 1);
        QCOMPARE(there.first()[world.member(AssetKind::Contact, u"title"_s)].toString(), u"second"_s);
    }

    void I2_aRenameOfACreateInFlight_makesNoSecondRecord_data()
    {
        addRows({{"answer on its way", u"latency"_s}, {"answer lost", u"reset_after"_s}});
    }

    void I2_aRenameOfACreateInFlight_makesNoSecondRecord()
    {
        QFETCH(QString, fault);
        QFETCH(Platform, platform);
        TwoSides sides(platform);
        auto &[world, practice, fixture, id] = sides;
        const qint64 contactsHere = fixture.count(AssetKind::Contact);
        practice.setFaults({QJsonObject{{u"route"_s, world.contactCreateRoute},
                                        {u"fault"_s, fault},
                                        {u"value"_s, 1500},
                                        {u"count"_s, 1}},
                            // Looking for a twin before and for the lost one after it ask the same.
                            QJsonObject{{u"route"_s, world.contactFindRoute},
                                        {u"fault"_s, u"status"_s},
                                        {u"value"_s, 500},
                                        {u"nth"_s, fault == "latency"_L1 ? 1000 : 2}}});
        const RecordId contact = makeContact(world, fixture, u"Before"_s, u"first"_s);
        const auto push = fixture.engine().push(id);
        QTRY_COMPARE(practice.firedFaults(), 1);
        if (fault != "latency"_L1)
            (void)fixture.wait(push);
        fixture.edit(contact, {{u"first_name"_s, u"After"_s}});
        (void)fixture.wait(fixture.engine().sync(id, false));
        (void)fixture.wait(push);
        practice.clearFaults();
        settle(fixture, id);
        QCOMPARE(practice.recordsWhere(u"contact"_s, u"lastName"_s, u"Flight"_s).size(), 1);
        QCOMPARE(fixture.count(AssetKind::Contact), contactsHere + 1);
        QCOMPARE(fixture.field(contact, u"first_name"_s).toString(), u"After"_s);
        QVERIFY2(fixture.state(contact) == SyncState::Synced, qPrintable(fixture.sentence(contact)));
    }

    void I2_aLostCompany_keepsItsFirstSite_data()
    {
        addRows({{"answer lost", u"company"_s}, {"its locations cannot be read", u"locations"_s}}, "lost");
    }

    void I2_aLostCompany_keepsItsFirstSite()
    {
        QFETCH(QString, lost);
        QFETCH(Platform, platform);
        TwoSides sides(platform);
        auto &[world, practice, fixture, id] = sides;
        const qsizetype locationsThere = practice.records(u"location"_s).size();
        const RecordId organization = fixture.create(
            AssetKind::Organization,
            {{u"name"_s, u"Acme"_s},
             {u"short_name"_s, u"ACME"_s},
             {u"organization_type"_s, fixture.option(OptionList::OrganizationType, u"Customer"_s)},
             {u"organization_status"_s, fixture.option(OptionList::OrganizationStatus, u"Active"_s)}});
        const RecordId location = fixture.create(AssetKind::Location,
                                                 {{u"name"_s, u"Head office"_s},
                                                  {u"organization"_s, organization},
                                                  {u"address_1"_s, u"1 Main Street"_s}});
        practice.setFault(lost == "company"_L1 ? world.organizationCreateRoute : world.locationsRoute,
                          u"reset_after"_s);
        (void)fixture.wait(fixture.engine().push(id));
        settle(fixture, id);
        QCOMPARE(practice
                     .recordsWhere(u"organization"_s, world.member(AssetKind::Organization, u"short_name"_s),
                                   u"ACME"_s)
                     .size(),
                 1);
        QCOMPARE(practice.recordsWhere(u"location"_s, world.member(AssetKind::Location, u"name"_s), u"Head office"_s).size(), 1);
        QCOMPARE(practice.records(u"location"_s).size(), locationsThere + 1);
        QVERIFY(fixture.link(location).isLinked());
        QCOMPARE(fixture.find(AssetKind::Location, u"Head office"_s), location);
    }

    void I1_halfOfAWrite_isNoChangeOfOthers_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("does not arrive") << u"reset_before"_s;
        QTest::newRow("answer lost") << u"reset_after"_s;
        QTest::newRow("500") << u"status"_s;
    }

    /** New emails take several requests of ConnectWise; the second fails. */
    void I1_halfOfAWrite_isNoChangeOfOthers()
    {
        QFETCH(QString, fault);
        TwoSides sides(Platform::ConnectWise);
        auto &[world, practice, fixture, id] = sides;
        const RecordId contact = makeContact(world, fixture, u"Jo"_s, u"first"_s);
        fixture.push(id);
        const QJsonArray emails{
            QJsonObject{{u"value"_s, u"one@half.example"_s}, {u"label"_s, u"Work"_s}, {u"primary"_s, true}},
            QJsonObject{{u"value"_s, u"two@half.example"_s},
                        {u"label"_s, u"Personal Email"_s},
                        {u"primary"_s, false}}};
        practice.setFaults({QJsonObject{{u"route"_s, u"POST /company/contacts/{id}/communications"_s},
                                        {u"fault"_s, fault},
                                        {u"value"_s, 500},
                                        {u"nth"_s, 1}}});
        fixture.edit(contact, {{u"emails"_s, emails}});
        (void)fixture.wait(fixture.engine().push(id));
        QCOMPARE(practice.firedFaults(), 1);
        practice.clearFaults();
        settle(fixture, id);
        QCOMPARE(fixture.field(contact, u"emails"_s).toArray(), emails);
        QVERIFY2(fixture.state(contact) == SyncState::Synced, qPrintable(fixture.sentence(contact)));
        const QJsonObject there =
            practice.recordsWhere(u"contact"_s, u"lastName"_s, u"Flight"_s).first().toObject();
        QCOMPARE(there.value("communicationItems"_L1).toArray().size(), 2);
    }

    /** A page that was read before a push was confirmed is older than what both sides agreed on since. */
    void I1_aPageOlderThanAPush_takesNothingBack_data()
    {
        addRows({});
    }

    void I1_aPageOlderThanAPush_takesNothingBack()
    {
        QFETCH(Platform, platform);
        TwoSides sides(platform);
        auto &[world, practice, fixture, id] = sides;
        const RecordId laptop = fixture.find(AssetKind::Configuration, world.machine);
        practice.update(u"configuration"_s, fixture.link(laptop).remote.id,
                        {{world.quietMember, u"changed there"_s}});
        practice.setFault(world.machinesRoute, u"latency"_s, 1500);
        const auto sync = fixture.engine().sync(id, true);
        QTRY_COMPARE(practice.firedFaults(), 1);
        // The page was made before this push, and comes after it.
        fixture.edit(laptop, {{textOf(world), u"pushed meanwhile"_s}});
        fixture.push(id);
        QCOMPARE(
            practice.record(u"configuration"_s, fixture.link(laptop).remote.id).value(world.member(AssetKind::Configuration, textOf(world))).toString(),
            u"pushed meanwhile"_s);
        fixture.edit(laptop, {{textOf(world), u"and again"_s}});
        (void)fixture.wait(sync);
        QCOMPARE(fixture.field(laptop, textOf(world)).toString(), u"and again"_s);
        settle(fixture, id);
        QCOMPARE(
            practice.record(u"configuration"_s, fixture.link(laptop).remote.id).value(world.member(AssetKind::Configuration, textOf(world))).toString(),
            u"and again"_s);
    }

    /** What a person stops while a push looks at the PSA stays stopped. */
    void C4e_aSyncThatIsStoppedDuringARead_staysStopped_data()
    {
        addRows({});
    }

    void C4e_aSyncThatIsStoppedDuringARead_staysStopped()
    {
        QFETCH(Platform, platform);
        TwoSides sides(platform);
        auto &[world, practice, fixture, id] = sides;
        const RecordId laptop = fixture.find(AssetKind::Configuration, world.machine);
        practice.update(u"configuration"_s, fixture.link(laptop).remote.id,
                        {{world.quietMember, u"changed there"_s}});
        practice.setFault(world.machineReadRoute, u"latency"_s, 1000);
        fixture.edit(laptop, {{textOf(world), u"not to be sent"_s}});
        const auto push = fixture.engine().push(id);
        QTRY_COMPARE(practice.firedFaults(), 1);
        const Result<void> stopped = fixture.wait(fixture.engine().setRecordSync(laptop, id, false));
        QVERIFY2(stopped, wordsOf(stopped).constData());
        (void)fixture.wait(push);
        QVERIFY(fixture.link(laptop).isDisabled);
        QVERIFY(
            practice.record(u"configuration"_s, fixture.link(laptop).remote.id).value(world.member(AssetKind::Configuration, textOf(world))).toString()
            != u"not to be sent"_s);
    }

private:
    struct TwoSides {
        explicit TwoSides(Platform platform)
            : world(worldOf(platform))
            , practice({}, {}, platform)
            , id(fixture.connectTwoWay(practice))
        {
            SyncSettings settings = fixture.status(id).integration.settings;
            settings.extra = world.settings;
            settings.emailType = world.emailLabels.constFirst();
            settings.phoneType = world.phoneLabels.constFirst();
            fixture.changeSettings(id, {.settings = settings});
        }

        const PlatformWorld &world;
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id;
    };

    using Variants = QList<std::pair<const char *, QString>>;

    /** Each variant on each platform. */
    static void addRows(const Variants &variants, const char *column = "fault")
    {
        QTest::addColumn<Platform>("platform");
        if (!variants.isEmpty())
            QTest::addColumn<QString>(column);
        for (const Platform platform : worldPlatforms()) {
            const QByteArray name = platformName(platform).toUtf8();
            if (variants.isEmpty())
                QTest::newRow(name.constData()) << platform;
            for (const auto &[title, value] : variants)
                QTest::addRow("%s, %s", name.constData(), title) << platform << value;
        }
    }

    /** A field of machines that their list tells too. */
    static QString textOf(const PlatformWorld &world)
    {
        return world.hasThinLists ? u"serial_number"_s : u"notes"_s;
    }

    static RecordId makeContact(const PlatformWorld &world, EngineFixture &fixture, const QString &firstName,
                                const QString &title)
    {
        const RecordId organization = fixture.find(AssetKind::Organization, world.organization);
        const QJsonObject email{{u"value"_s, u"flight@own.example"_s},
                                {u"label"_s, world.emailLabels.constFirst()},
                                {u"primary"_s, true}};
        return fixture.create(AssetKind::Contact,
                              {{u"first_name"_s, firstName},
                               {u"last_name"_s, u"Flight"_s},
                               {u"title"_s, title},
                               {u"emails"_s, QJsonArray{email}},
                               {u"organization"_s, organization},
                               {u"location"_s, fixture.field(organization, u"primary_location"_s)}});
    }

    /** Pushes, waits until all that waits is due, and syncs everything. */
    static void settle(EngineFixture &fixture, IntegrationId id)
    {
        (void)fixture.wait(fixture.engine().push(id));
        fixture.clock().advance(std::chrono::hours(2));
        (void)fixture.wait(fixture.engine().push(id));
        fixture.sync(id, true);
        (void)fixture.wait(fixture.engine().push(id));
    }
};

QTEST_GUILESS_MAIN(OwnWritesTest)
#include "tst_ownwrites.moc"
