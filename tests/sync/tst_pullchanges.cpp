// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/enginefixture.h"

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject reference(int id)
{
    return {{u"id"_s, id}};
}

} // namespace

/** What happens in the PSA behind our back (rules D1, D5, I3). */
class PullChangesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void D5_goneThere_isOrphanedByAFullSync_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("remoteId");
        QTest::newRow("organization") << u"organization"_s << u"4"_s;
        QTest::newRow("location") << u"location"_s << u"6"_s;
        QTest::newRow("contact") << u"contact"_s << u"3"_s;
        QTest::newRow("configuration") << u"configuration"_s << u"3"_s;
    }

    void D5_goneThere_isOrphanedByAFullSync()
    {
        QFETCH(QString, kind);
        QFETCH(QString, remoteId);
        PracticeProcess practice({.organizations = 4, .locations = 6, .contacts = 3, .configurations = 3});
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const AssetKind assetKind = *kindFromName(kind);
        const RecordId record = linkedWith(fixture, id, assetKind, remoteId);
        QVERIFY(record != 0);
        const qint64 count = fixture.count(assetKind);
        practice.remove(kind, remoteId);
        fixture.sync(id);
        QCOMPARE(fixture.state(record), SyncState::Synced); // a delta cannot know
        QVERIFY(fixture.sync(id, true).done >= 1);
        QCOMPARE(fixture.state(record), SyncState::Orphaned);
        QCOMPARE(fixture.count(assetKind), count);
        QCOMPARE(orphans(fixture, id, assetKind), 1);
        QCOMPARE(fixture.sync(id, true).done, 0);
        QCOMPARE(practice.writes(), 0);
    }

    void D5_whatLeavesTheSyncingTypes_isOrphaned_andReturns()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        const QJsonObject type = practice.record(u"configuration"_s, u"1"_s).value("type"_L1).toObject();
        const RecordId server = fixture.find(AssetKind::Configuration, u"MAPLE-WS002"_s);
        const QJsonObject otherType = practice.record(u"configuration"_s, u"2"_s).value("type"_L1).toObject();
        QVERIFY(type.value("id"_L1) != otherType.value("id"_L1));
        fixture.setEnabled(id, OptionList::ConfigurationType, type.value("name"_L1).toString(), false);
        fixture.sync(id);
        QCOMPARE(fixture.state(laptop), SyncState::Orphaned);
        // In the PSA its type becomes one that syncs, and the other's one that does not.
        practice.update(u"configuration"_s, u"1"_s, {{u"type"_s, reference(otherType.value("id"_L1).toInt())}});
        practice.update(u"configuration"_s, u"2"_s, {{u"type"_s, reference(type.value("id"_L1).toInt())}});
        QCOMPARE(fixture.sync(id).done, 2);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        QCOMPARE(fixture.view(laptop).referenceNames.value(u"configuration_type"_s), otherType.value("name"_L1).toString());
        QCOMPARE(fixture.state(server), SyncState::Orphaned);
        QCOMPARE(fixture.sync(id).done, 0);
        QCOMPARE(practice.writes(), 0);
    }

    void namesThatSwap_areTakenByTheRightRecords()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId one = linkedWith(fixture, id, AssetKind::Organization, u"1"_s);
        const RecordId two = linkedWith(fixture, id, AssetKind::Organization, u"2"_s);
        const QString name = fixture.record(one).displayName();
        const QString other = fixture.record(two).displayName();
        practice.update(u"organization"_s, u"1"_s, {{u"name"_s, other}});
        practice.update(u"organization"_s, u"2"_s, {{u"name"_s, name}});
        QCOMPARE(fixture.sync(id).done, 2);
        QCOMPARE(fixture.record(one).displayName(), other);
        QCOMPARE(fixture.record(two).displayName(), name);
        QCOMPARE(fixture.link(one).remote.id, u"1"_s);
        QCOMPARE(fixture.link(two).remote.id, u"2"_s);
        QCOMPARE(fixture.count(AssetKind::Organization), 2);
        QCOMPARE(practice.writes(), 0);
    }

    void D1_parentsThere_makeSubOrganizations()
    {
        PracticeProcess practice({.organizations = 3, .locations = 3, .contacts = 3, .configurations = 3});
        // The first refers to one that comes after it.
        practice.update(u"organization"_s, u"1"_s, {{u"parentCompany"_s, reference(3)}});
        practice.update(u"organization"_s, u"3"_s, {{u"parentCompany"_s, reference(2)}});
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        QCOMPARE(parentOf(fixture, id, 1), linkedWith(fixture, id, AssetKind::Organization, u"3"_s));
        QCOMPARE(parentOf(fixture, id, 3), linkedWith(fixture, id, AssetKind::Organization, u"2"_s));
        QCOMPARE(parentOf(fixture, id, 2), 0);
        QCOMPARE(fixture.sync(id, true).done, 0);
    }

    void aParentMovedUnderItsChild_staysAsItWas_andOneLineSaysSo()
    {
        PracticeProcess practice({.organizations = 3, .locations = 3, .contacts = 3, .configurations = 3});
        practice.update(u"organization"_s, u"2"_s, {{u"parentCompany"_s, reference(1)}});
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId one = linkedWith(fixture, id, AssetKind::Organization, u"1"_s);
        QCOMPARE(parentOf(fixture, id, 2), one);
        // A circle there: nothing says which of the two would have to let go.
        practice.update(u"organization"_s, u"1"_s,
                        {{u"parentCompany"_s, reference(2)}, {u"name"_s, u"Renamed as well"_s}});
        practice.update(u"organization"_s, u"3"_s, {{u"parentCompany"_s, reference(3)}});
        fixture.clock().advance(std::chrono::seconds(10));
        fixture.sync(id);
        QCOMPARE(parentOf(fixture, id, 1), 0);
        QCOMPARE(parentOf(fixture, id, 2), one);
        QCOMPARE(parentOf(fixture, id, 3), 0);
        QCOMPARE(fixture.record(one).displayName(), u"Renamed as well"_s);
        QCOMPARE(failures(fixture, id).size(), 2);
        QVERIFY2(failures(fixture, id).constLast().message.contains(u"companies with UID 1 could not be pulled: "_s),
                 qPrintable(failures(fixture, id).constLast().message));
        QCOMPARE(fixture.state(one), SyncState::Synced);
        QCOMPARE(fixture.push(id).done, 0);
        fixture.sync(id);
        QCOMPARE(failures(fixture, id).size(), 2);
        // Once the circle is gone there, the next full sync takes the parent.
        practice.update(u"organization"_s, u"2"_s, {{u"parentCompany"_s, reference(3)}});
        practice.update(u"organization"_s, u"3"_s, {{u"parentCompany"_s, QJsonValue::Null}});
        fixture.sync(id, true);
        QCOMPARE(parentOf(fixture, id, 1), linkedWith(fixture, id, AssetKind::Organization, u"2"_s));
        QCOMPARE(parentOf(fixture, id, 2), linkedWith(fixture, id, AssetKind::Organization, u"3"_s));
        QCOMPARE(practice.writes(), 0);
    }

    /** In the order of ids the first of them would lie below itself for a moment. */
    void parentsThatSwap_areTaken()
    {
        PracticeProcess practice({.organizations = 3, .locations = 3, .contacts = 3, .configurations = 3});
        practice.update(u"organization"_s, u"2"_s, {{u"parentCompany"_s, reference(1)}});
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        practice.update(u"organization"_s, u"2"_s, {{u"parentCompany"_s, reference(3)}});
        practice.update(u"organization"_s, u"1"_s, {{u"parentCompany"_s, reference(2)}});
        fixture.sync(id);
        QCOMPARE(parentOf(fixture, id, 1), linkedWith(fixture, id, AssetKind::Organization, u"2"_s));
        QCOMPARE(parentOf(fixture, id, 2), linkedWith(fixture, id, AssetKind::Organization, u"3"_s));
        QCOMPARE(failures(fixture, id).size(), 0);
    }

    /** connectwise.md, quirk 10: the API member may not be allowed to see it. */
    void aBlankReference_isNoRemoval()
    {
        PracticeProcess practice({.organizations = 2, .locations = 2, .contacts = 20, .configurations = 20});
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId configuration = linkedWith(fixture, id, AssetKind::Configuration, u"10"_s);
        const RecordId contact = linkedWith(fixture, id, AssetKind::Contact, u"10"_s);
        const QJsonValue organization = fixture.field(configuration, u"organization"_s);
        QVERIFY(organization.toInteger() != 0);
        practice.setQuirks({u"hidden-references"_s});
        practice.update(u"configuration"_s, u"10"_s, {{u"notes"_s, u"seen"_s}});
        practice.update(u"contact"_s, u"10"_s, {{u"title"_s, u"Seen"_s}});
        QCOMPARE(fixture.sync(id).done, 2);
        QCOMPARE(fixture.field(configuration, u"notes"_s).toString(), u"seen"_s);
        for (const RecordId each : {configuration, contact}) {
            QVERIFY(fixture.field(each, u"organization"_s).toInteger() != 0);
            QCOMPARE(fixture.state(each), SyncState::Synced);
        }
        QCOMPARE(fixture.field(configuration, u"organization"_s), organization);
        fixture.sync(id, true);
        QCOMPARE(fixture.field(configuration, u"organization"_s), organization);
        QCOMPARE(fixture.state(configuration), SyncState::Synced);
        QCOMPARE(fixture.push(id).done, 0);
        QCOMPARE(practice.writes(), 0);
    }

    void whatRefersToALaterRecord_isTakenByTheNextFullSync()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        SyncSettings settings = fixture.status(id).integration.settings;
        settings.contacts = false;
        fixture.changeSettings(id, {.settings = settings});
        const int contact = practice.record(u"contact"_s, u"1"_s).value("id"_L1).toInt();
        const int company = practice.record(u"contact"_s, u"1"_s).value("company"_L1).toObject().value("id"_L1).toInt();
        const QJsonArray configurations = practice.records(u"configuration"_s);
        QString remoteId;
        for (const QJsonValue &each : configurations) {
            if (each["company"_L1]["id"_L1].toInt() == company)
                remoteId = QString::number(each["id"_L1].toInt());
        }
        practice.update(u"configuration"_s, remoteId, {{u"contact"_s, reference(contact)}});
        fixture.sync(id);
        const RecordId record = linkedWith(fixture, id, AssetKind::Configuration, remoteId);
        QVERIFY(fixture.field(record, u"contact"_s).isNull() || fixture.field(record, u"contact"_s).isUndefined());
        QCOMPARE(fixture.sync(id, true).done, 0);
        settings.contacts = true;
        fixture.changeSettings(id, {.settings = settings});
        fixture.sync(id, true);
        QCOMPARE(fixture.field(record, u"contact"_s).toInteger(),
                 linkedWith(fixture, id, AssetKind::Contact, QString::number(contact)));
        QCOMPARE(fixture.sync(id, true).done, 0);
        QCOMPARE(practice.writes(), 0);
    }

    void editsOnBothSidesBetweenTwoPages_convergeOnBoth()
    {
        PracticeProcess practice({.organizations = 2, .locations = 2, .contacts = 2, .configurations = 1200});
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId first = linkedWith(fixture, id, AssetKind::Configuration, u"5"_s);
        const RecordId last = linkedWith(fixture, id, AssetKind::Configuration, u"1195"_s);
        practice.setFaults({QJsonObject {{u"route"_s, u"GET /company/configurations"_s},
                                         {u"nth"_s, 2},
                                         {u"fault"_s, u"latency"_s},
                                         {u"value"_s, 2000}}});
        const QFuture<Result<RunSummary>> pull = fixture.engine().sync(id, true);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.status(id).activity.contains(u"1,000"_s), 30'000);
        QVERIFY(!pull.isFinished());
        for (const auto &[record, remoteId] : {std::pair(first, u"5"_s), std::pair(last, u"1195"_s)}) {
            practice.update(u"configuration"_s, remoteId, {{u"notes"_s, u"theirs"_s}});
            fixture.edit(record, {{u"asset_tag"_s, u"ours"_s}});
        }
        const auto pulled = fixture.wait(pull);
        QVERIFY2(pulled, wordsOf(pulled).constData());
        fixture.push(id);
        fixture.sync(id);
        fixture.push(id);
        for (const auto &[record, remoteId] : {std::pair(first, u"5"_s), std::pair(last, u"1195"_s)}) {
            const QJsonObject remote = practice.record(u"configuration"_s, remoteId);
            QCOMPARE(remote.value("notes"_L1).toString(), u"theirs"_s);
            QCOMPARE(remote.value("tagNumber"_L1).toString(), u"ours"_s);
            QCOMPARE(fixture.field(record, u"notes"_s).toString(), u"theirs"_s);
            QCOMPARE(fixture.field(record, u"asset_tag"_s).toString(), u"ours"_s);
            QCOMPARE(fixture.state(record), SyncState::Synced);
        }
        QCOMPARE(practice.writes(), 2);
        practice.resetStats();
        fixture.sync(id, true);
        QCOMPARE(fixture.push(id).done, 0);
        QCOMPARE(practice.writes(), 0);
    }

    void settingsChangedMeanwhile_areFollowedByAFullSync_data()
    {
        QTest::addColumn<bool>("isFirst");
        QTest::newRow("during the first sync") << true;
        QTest::newRow("during a delta") << false;
    }

    void settingsChangedMeanwhile_areFollowedByAFullSync()
    {
        QFETCH(bool, isFirst);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        fixture.setEnabled(id, OptionList::ConfigurationType, u"Laptop"_s, false);
        if (!isFirst)
            fixture.sync(id);
        practice.setFault(u"GET /company/configurations"_s, u"latency"_s, 1000);
        const QFuture<Result<RunSummary>> pull = fixture.engine().sync(id, false);
        QTRY_COMPARE_WITH_TIMEOUT(practice.firedFaults(), 1, 30'000);
        fixture.setEnabled(id, OptionList::ConfigurationType, u"Laptop"_s, true);
        const auto pulled = fixture.wait(pull);
        QVERIFY2(pulled, wordsOf(pulled).constData());
        QCOMPARE(fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s), 0);
        fixture.sync(id);
        QVERIFY(fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s) != 0);
    }

    void aStoppedSync_keepsWhatItTook_andTheNextGoesOn()
    {
        PracticeProcess practice({.organizations = 2, .locations = 2, .contacts = 2, .configurations = 1200});
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        practice.setFaults({QJsonObject {{u"route"_s, u"GET /company/configurations"_s},
                                         {u"nth"_s, 2},
                                         {u"fault"_s, u"latency"_s},
                                         {u"value"_s, 2000}}});
        const QFuture<Result<RunSummary>> pull = fixture.engine().sync(id, false);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.count(AssetKind::Configuration) == 1000, 30'000);
        const auto stopped = fixture.wait(fixture.engine().stopSync(id));
        QVERIFY2(stopped, wordsOf(stopped).constData());
        const auto pulled = fixture.wait(pull);
        QVERIFY(!pulled);
        QCOMPARE(pulled.error().code, ErrorCode::Cancelled);
        QCOMPARE(fixture.count(AssetKind::Configuration), 1000);
        fixture.sync(id);
        QCOMPARE(fixture.count(AssetKind::Configuration), 1200);
    }

private:
    static RecordId linkedWith(EngineFixture &fixture, IntegrationId id, AssetKind kind, const QString &remoteId)
    {
        const auto link = LinkStore(fixture.database()).byRemote(id, kind, remoteId);
        return link && *link ? (*link)->recordId : 0;
    }
    static RecordId parentOf(EngineFixture &fixture, IntegrationId id, int remoteId)
    {
        const RecordId record = linkedWith(fixture, id, AssetKind::Organization, QString::number(remoteId));
        return fixture.field(record, u"parent"_s).toInteger();
    }
    static int orphans(EngineFixture &fixture, IntegrationId id, AssetKind kind)
    {
        const auto count = fixture.database().value(
            u"SELECT count(*) FROM link WHERE integration_id = ? AND kind = ? AND is_orphaned = 1"_s, {id, kindName(kind)});
        return count ? count->toInt() : -1;
    }
    /** Newest first. */
    static QList<Event> failures(EngineFixture &fixture, IntegrationId id)
    {
        QList<Event> failed;
        for (const Event &event : fixture.events(id)) {
            if (event.isFailure)
                failed.append(event);
        }
        return failed;
    }
};

QTEST_GUILESS_MAIN(PullChangesTest)
#include "tst_pullchanges.moc"
