// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/enginefixture.h"

#include <QDir>
#include <QJsonArray>
#include <QFile>
#include <QJsonDocument>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** Manage Data's actions on many records (rules E4, G1). */
class ManagingLinksTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void pauseAndResume_keepTheLinks()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        const LinkSelection all {.integrationId = id, .kind = AssetKind::Configuration};
        QCOMPARE(change(fixture, all, LinkAction::Pause), qint64(2));
        QCOMPARE(fixture.state(laptop), SyncState::Disabled);
        practice.update(u"configuration"_s, u"1"_s, {{u"notes"_s, u"meanwhile"_s}});
        fixture.sync(id, true);
        QVERIFY(fixture.field(laptop, u"notes"_s).toString() != u"meanwhile"_s);
        fixture.edit(laptop, {{u"asset_tag"_s, u"waits"_s}});
        fixture.push(id);
        QCOMPARE(practice.writes(), 0);

        QCOMPARE(change(fixture, all, LinkAction::Resume), qint64(2));
        fixture.sync(id);
        fixture.push(id);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        QCOMPARE(fixture.field(laptop, u"notes"_s).toString(), u"meanwhile"_s);
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("tagNumber"_L1).toString(), u"waits"_s);
    }

    void disconnect_keepsRecordsAndWhatIsBelow_reconnectGoesOn()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId organization = fixture.find(AssetKind::Organization, u"Northgate Dental"_s);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        const qint64 organizations = fixture.count(AssetKind::Organization);
        const LinkSelection one {.integrationId = id, .ids = {organization}};
        QCOMPARE(change(fixture, one, LinkAction::Disconnect), qint64(1));
        QCOMPARE(fixture.state(organization), SyncState::Disconnected);
        QCOMPARE(fixture.state(laptop), SyncState::Disconnected);
        // Neither pulled nor pushed, nor made a second time.
        practice.update(u"configuration"_s, u"1"_s, {{u"notes"_s, u"meanwhile"_s}});
        fixture.edit(laptop, {{u"asset_tag"_s, u"stays here"_s}});
        fixture.sync(id, true);
        fixture.push(id);
        QCOMPARE(practice.writes(), 0);
        QCOMPARE(fixture.count(AssetKind::Organization), organizations);
        QCOMPARE(fixture.state(laptop), SyncState::Disconnected);
        QCOMPARE(fixture.gates(laptop).contains(u"C4e"_s), true);

        LinkSelection disconnected = one;
        disconnected.section = LinkSection::Disconnected;
        QCOMPARE(change(fixture, disconnected, LinkAction::Reconnect), qint64(1));
        fixture.sync(id);
        QCOMPARE(fixture.field(laptop, u"notes"_s).toString(), u"meanwhile"_s);
        QCOMPARE(fixture.field(laptop, u"asset_tag"_s).toString(), u"stays here"_s);
        QCOMPARE(fixture.state(laptop), SyncState::NotYetPushed);
        fixture.edit(laptop, {{u"hostname"_s, u"now"_s}});
        fixture.push(id);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("tagNumber"_L1).toString(), u"stays here"_s);
    }

    void E4_whatSyncs_cannotBeDeletedForGood()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        QTemporaryDir folder;
        const Result<DeletedRecords> refused = fixture.wait(
            fixture.engine().deleteRecords({.integrationId = id, .kind = AssetKind::Configuration}, folder.path(), u"Ann"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
        QCOMPARE(fixture.count(AssetKind::Configuration), 2);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void hardDelete_writesABackupFirst()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        fixture.edit(laptop, {{u"notes"_s, u"remember me"_s}});
        fixture.push(id);
        practice.remove(u"configuration"_s, u"1"_s);
        fixture.sync(id, true);
        QCOMPARE(fixture.state(laptop), SyncState::Orphaned);
        QTemporaryDir folder;
        const QString backups = folder.filePath(u"backups"_s);
        const Result<DeletedRecords> deleted = fixture.wait(fixture.engine().deleteRecords(
            {.integrationId = id, .section = LinkSection::Orphaned}, backups, u"Ann"_s));
        QVERIFY2(deleted, wordsOf(deleted).constData());
        QCOMPARE(deleted->count, qint64(1));
        QCOMPARE(fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s), RecordId(0));
        QFile file(deleted->backupFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        QVERIFY(file.atEnd());
        QCOMPARE(line.value("name"_L1).toString(), u"NORTHG-LT001"_s);
        QCOMPARE(line.value("notes"_L1).toString(), u"remember me"_s);
        QCOMPARE(line.value("links"_L1).toArray().at(0).toObject().value("remote_id"_L1).toString(), u"1"_s);
        QVERIFY(!line.value("history"_L1).toArray().isEmpty());
        QVERIFY(!(QFile::permissions(deleted->backupFile) & (QFile::ReadOther | QFile::ReadGroup)));
    }

    void aBackupThatCannotBeWritten_deletesNothing()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        practice.remove(u"configuration"_s, u"1"_s);
        fixture.sync(id, true);
        QTemporaryDir folder;
        QFile inTheWay(folder.filePath(u"backups"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const Result<DeletedRecords> refused = fixture.wait(fixture.engine().deleteRecords(
            {.integrationId = id, .section = LinkSection::Orphaned}, inTheWay.fileName(), u"Ann"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::BadInput);
        QCOMPARE(fixture.count(AssetKind::Configuration), 2);
    }

    void aSecondSync_waitsForTheFirst()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        const auto first = fixture.engine().sync(id, true);
        const auto second = fixture.engine().sync(id, true);
        QVERIFY(fixture.wait(first));
        QVERIFY(fixture.wait(second));
        QCOMPARE(fixture.count(AssetKind::Configuration), 2);
    }

    void aStoppedSync_keepsWhatCameAndGoesOnLater()
    {
        PracticeProcess practice({}, {u"--latency"_s, u"20"_s});
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        const auto running = fixture.engine().sync(id, true);
        QVERIFY(fixture.wait(fixture.engine().stopSync(id)));
        const Result<RunSummary> stopped = fixture.wait(running);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        fixture.sync(id);
        QCOMPARE(fixture.count(AssetKind::Configuration), 2);
    }

private:
    static qint64 change(EngineFixture &fixture, const LinkSelection &selection, LinkAction action)
    {
        const Result<qint64> count = fixture.wait(fixture.engine().changeLinks(selection, action, u"Ann"_s));
        if (!count)
            qWarning("%s", wordsOf(count).constData());
        return count.value_or(-1);
    }
};

QTEST_GUILESS_MAIN(ManagingLinksTest)
#include "tst_managinglinks.moc"
