// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/field.h"
#include "support/enginefixture.h"

#include <QThread>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** Edits of linked records on their way to the PSA (rules C1, C3, C6, B6, E4, E5, I3). */
class PushingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void C1_anEditReachesThePsaOnce()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        const QString remoteId = fixture.link(laptop).remote.id;
        practice.resetStats();

        const Saved saved = fixture.edit(laptop, {{u"serial_number"_s, u"NEW-1"_s}});
        QVERIFY(saved.isQueued);
        QCOMPARE(saved.changed, QStringList{u"serial_number"_s});
        QCOMPARE(fixture.state(laptop), SyncState::Pending);
        QCOMPARE(fixture.badge(laptop).pendingFields, QStringList{u"serial_number"_s});
        const RunSummary summary = fixture.push(id);
        QCOMPARE(summary.done, 1);
        QCOMPARE(summary.failed, 0);
        QCOMPARE(summary.held, 0);

        QCOMPARE(practice.record(u"configuration"_s, remoteId).value("serialNumber"_L1).toString(),
                 u"NEW-1"_s);
        QCOMPARE(practice.writes(), 1);
        QCOMPARE(practice.calls(u"PATCH /company/configurations/{id}"_s), 1);
        const Link link = fixture.link(laptop);
        QCOMPARE(link.baseline.value("serial_number"_L1).toString(), u"NEW-1"_s);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        QVERIFY(!fixture.pushRow(laptop));
        QVERIFY(fixture.sentence(laptop).startsWith(u"Synced with ConnectWise"_s));

        // Saving the same again is no edit.
        const Saved again = fixture.edit(laptop, {{u"serial_number"_s, u"NEW-1"_s}});
        QVERIFY(again.changed.isEmpty());
        QVERIFY(!again.isQueued);
        fixture.push(id);
        QCOMPARE(practice.writes(), 1);
    }

    void E5_thePushIsInTheHistory()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        const QString before = fixture.field(laptop, u"serial_number"_s).toString();
        fixture.edit(laptop, {{u"serial_number"_s, u"NEW-1"_s}});
        fixture.push(id);
        const QList<Event> history = fixture.history(laptop);
        QCOMPARE(history.size(), 2);
        QCOMPARE(history.at(0).type, Event::Type::Pushed);
        QCOMPARE(history.at(0).person, u"Ann"_s);
        QCOMPARE(history.at(0).integrationId, id);
        QCOMPARE(history.at(1).type, Event::Type::Edited);
        for (const Event &event : history) {
            const QJsonObject field = event.fields.value("serial_number"_L1).toObject();
            QCOMPARE(field.value("before"_L1).toString(), before);
            QCOMPARE(field.value("after"_L1).toString(), u"NEW-1"_s);
            QVERIFY(!event.isFailure);
        }
    }

    void C1_theRequestLeavesInTheTurnOfTheCommit_data()
    {
        QTest::addColumn<bool>("isCold");
        QTest::newRow("connection in use") << false;
        QTest::newRow("first request after the start") << true;
    }

    void C1_theRequestLeavesInTheTurnOfTheCommit()
    {
        QFETCH(bool, isCold);
        PracticeProcess practice;
        EngineFixture fixture(EngineFixture::Scheduler::On);
        fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        if (isCold)
            fixture.start(EngineFixture::Scheduler::On);
        const auto isIdle = [&] { return fixture.status(1).state == IntegrationState::UpToDate; };
        QVERIFY(QTest::qWaitFor(isIdle, 10'000));

        // Everything below happens in the engine's thread; the mutex hands the order over.
        QMutex mutex;
        QStringList order;
        const auto note = [&](const QString &what) {
            const QMutexLocker lock(&mutex);
            order.append(what);
        };
        Qt::HANDLE commitThread = nullptr;
        Qt::HANDLE requestThread = nullptr;
        std::unique_ptr<QObject> nextTurn;
        QObject context;
        connect(
            &fixture.engine(), &SyncEngine::editCommitted, &context,
            [&] {
                note(u"committed"_s);
                commitThread = QThread::currentThreadId();
                // Posted to this very thread, it runs when control is back in the event loop, before anything
                // later.
                nextTurn = std::make_unique<QObject>();
                QMetaObject::invokeMethod(
                    nextTurn.get(), [&] { note(u"next turn"_s); }, Qt::QueuedConnection);
            },
            Qt::DirectConnection);
        connect(
            &fixture.engine(), &SyncEngine::requestLeft, &context,
            [&] {
                if (!requestThread)
                    requestThread = QThread::currentThreadId();
                note(u"request"_s);
            },
            Qt::DirectConnection);
        fixture.edit(laptop, {{u"notes"_s, u"at once"_s}});
        QVERIFY(fixture.waitFor(laptop, SyncState::Synced));
        fixture.stop();
        nextTurn.reset();
        QVERIFY(order.size() > 2);
        QCOMPARE(order.mid(0, 3), (QStringList{u"committed"_s, u"request"_s, u"next turn"_s}));
        QVERIFY(commitThread != QThread::currentThreadId());
        QCOMPARE(commitThread, requestThread);
    }

    void everyField_reachesThePsaAndStays_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value"); // lists by name; "#kind:name" is a record
        QTest::addColumn<QString>("remote");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *kind, const char *field, const char *value, const char *remote,
                            const char *expected = nullptr) {
            QTest::addRow("%s %s", kind, field)
                << QString::fromLatin1(kind) << QString::fromLatin1(field) << QString::fromUtf8(value)
                << QString::fromLatin1(remote) << QString::fromUtf8(expected ? expected : value);
        };
        row("organization", "name", "Northgate Dental & Söhne", "name");
        row("organization", "short_name", "NORTHGATE2", "identifier");
        row("organization", "organization_type", "Partner", "types");
        row("organization", "organization_status", "Credit Hold", "status");
        row("organization", "parent", "#organization:Maple Pediatrics", "parentCompany", "Maple Pediatrics");
        row("location", "name", "Head office", "name");
        row("location", "address_1", "1 New Street", "addressLine1");
        row("location", "address_2", "Floor 2", "addressLine2");
        row("location", "city", "Columbus", "city");
        row("location", "region", "Ohio", "stateReference");
        row("location", "postal_code", "43004", "zip");
        row("location", "country", "Canada", "country");
        row("contact", "first_name", "Roberta", "firstName");
        row("contact", "last_name", "O'Alvarez \"Rob\"", "lastName");
        row("contact", "title", "Head of <IT>", "title");
        row("contact", "contact_type", "Technical", "types");
        row("configuration", "name", "NORTHG-LT999", "name");
        row("configuration", "configuration_type", "Managed Server", "type");
        row("configuration", "configuration_status", "Retired", "status");
        row("configuration", "contact", "#contact:Robert Alvarez", "contact", "Robert Alvarez");
        row("configuration", "primary_ip", "192.0.2.7", "ipAddress");
        row("configuration", "mac_address", "02:00:5E:10:00:01", "macAddress");
        row("configuration", "default_gateway", "192.0.2.1", "defaultGateway");
        row("configuration", "serial_number", "S/N-1 ü", "serialNumber");
        row("configuration", "asset_tag", "T-1", "tagNumber");
        row("configuration", "manufacturer", "Dell", "manufacturer");
        row("configuration", "model", "R740", "modelNumber");
        row("configuration", "operating_system", "Debian 12", "osType");
        row("configuration", "installed_at", "2024-02-29", "installationDate", "2024-02-29T00:00:00Z");
        row("configuration", "purchased_at", "2023-12-31", "purchaseDate", "2023-12-31T00:00:00Z");
        row("configuration", "warranty_expires_at", "2030-01-01", "warrantyExpirationDate",
            "2030-01-01T00:00:00Z");
        row("configuration", "notes", "one line, \\ and \"quotes\"", "notes");
    }

    void everyField_reachesThePsaAndStays()
    {
        QFETCH(QString, kind);
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, remote);
        QFETCH(QString, expected);
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const AssetKind assetKind = *kindFromName(kind);
        const auto linked = LinkStore(fixture.database()).byRemote(id, assetKind, u"1"_s);
        QVERIFY(linked && *linked);
        const RecordId record = (*linked)->recordId;
        const FieldDescription *description = findField(assetKind, field);
        QJsonValue local = value;
        if (value.startsWith(u'#')) {
            local = fixture.find(*kindFromName(value.mid(1).section(u':', 0, 0)), value.section(u':', 1));
        } else if (description->type == FieldType::Option) {
            const auto option = fixture.wait(fixture.engine().ensureOption(*description->list, value, 0));
            QVERIFY2(option, wordsOf(option).constData());
            local = *option;
        }
        const Saved saved = fixture.edit(record, {{field, local}});
        QCOMPARE(saved.changed, QStringList{field});
        const RunSummary summary = fixture.push(id);
        QVERIFY2(summary.done == 1, qPrintable(fixture.sentence(record)));
        QCOMPARE(fixture.state(record), SyncState::Synced);

        QJsonValue there = practice.record(kind, u"1"_s).value(remote);
        if (there.isArray())
            there = there.toArray().first();
        if (there.isObject())
            there = there.toObject().value("name"_L1);
        QCOMPARE(there.toString(), expected);
        QCOMPARE(fixture.field(record, field), local);

        // Nothing bounces back.
        const int writes = practice.writes();
        const QString before = fixture.dump();
        fixture.sync(id);
        fixture.sync(id, true);
        fixture.push(id);
        QCOMPARE(practice.writes(), writes);
        QCOMPARE(fixture.field(record, field), local);
        QCOMPARE(fixture.dump(), before);
    }

    void emailsAndPhones_areAddedChangedAndRemoved()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId contact = fixture.find(AssetKind::Contact, u"Robert Alvarez"_s);
        const auto point = [](const QString &value, const QString &label, bool isPrimary) {
            return QJsonObject{{u"value"_s, value}, {u"label"_s, label}, {u"primary"_s, isPrimary}};
        };
        const auto remotePoints = [&] {
            QStringList points;
            for (const QJsonValue &item :
                 practice.record(u"contact"_s, u"1"_s).value("communicationItems"_L1).toArray())
                points.append(item["type"_L1]["name"_L1].toString() + u' ' + item["value"_L1].toString());
            points.sort();
            return points;
        };
        fixture.edit(contact,
                     {{u"emails"_s,
                       QJsonArray{point(u"one@a.example"_s, u"Work"_s, true),
                                  point(u"two@a.example"_s, u"Personal Email"_s, false)}},
                      {u"phones"_s, QJsonArray{point(u"555 0100"_s, u"Mobile"_s, true)}}});
        QCOMPARE(fixture.push(id).done, 1);
        QCOMPARE(
            remotePoints(),
            (QStringList{u"Mobile 555 0100"_s, u"Personal Email two@a.example"_s, u"Work one@a.example"_s}));
        fixture.edit(
            contact,
            {{u"emails"_s, QJsonArray{point(u"three@a.example"_s, u"Work"_s, true)}}, {u"phones"_s, {}}});
        QCOMPARE(fixture.push(id).done, 1);
        QCOMPARE(remotePoints(), QStringList{u"Work three@a.example"_s});
        const int writes = practice.writes();
        const QString before = fixture.dump();
        fixture.sync(id, true);
        fixture.push(id);
        QCOMPARE(practice.writes(), writes);
        QCOMPARE(fixture.dump(), before);
    }

    void aBlankedField_isErasedThere()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        fixture.edit(laptop, {{u"serial_number"_s, {}}, {u"manufacturer"_s, {}}, {u"purchased_at"_s, {}}});
        QCOMPARE(fixture.push(id).done, 1);
        const QJsonObject remote = practice.record(u"configuration"_s, u"1"_s);
        QVERIFY(remote.value("serialNumber"_L1).toString().isEmpty());
        QVERIFY(remote.value("manufacturer"_L1).toObject().isEmpty());
        QVERIFY(remote.value("purchaseDate"_L1).toString().isEmpty());
        fixture.sync(id, true);
        QVERIFY(isBlank(fixture.field(laptop, u"serial_number"_s)));
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
    }

    void severalEditsBeforeItLeaves_areOnePush()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        const QString serial = fixture.field(laptop, u"serial_number"_s).toString();
        fixture.edit(laptop, {{u"serial_number"_s, u"A"_s}});
        fixture.edit(laptop, {{u"notes"_s, u"N"_s}});
        fixture.edit(laptop, {{u"asset_tag"_s, u"T"_s}});
        // An edit that was taken back does not travel.
        fixture.edit(laptop, {{u"serial_number"_s, serial}});
        QCOMPARE(fixture.push(id).done, 1);
        QCOMPARE(practice.writes(), 1);
        const QJsonObject remote = practice.record(u"configuration"_s, u"1"_s);
        QCOMPARE(remote.value("notes"_L1).toString(), u"N"_s);
        QCOMPARE(remote.value("tagNumber"_L1).toString(), u"T"_s);
        QCOMPARE(remote.value("serialNumber"_L1).toString(), serial);

        // Nor does an edit that ends where it began.
        fixture.edit(laptop, {{u"notes"_s, u"other"_s}});
        fixture.edit(laptop, {{u"notes"_s, u"N"_s}});
        fixture.push(id);
        QCOMPARE(practice.writes(), 1);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
    }

    void anEditDuringTheFlight_arrivesToo_data()
    {
        QTest::addColumn<QString>("field");
        QTest::newRow("same field") << u"notes"_s;
        QTest::newRow("another field") << u"asset_tag"_s;
    }

    void anEditDuringTheFlight_arrivesToo()
    {
        QFETCH(QString, field);
        PracticeProcess practice;
        EngineFixture fixture(EngineFixture::Scheduler::On);
        fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        QTRY_COMPARE(fixture.status(1).state, IntegrationState::UpToDate);
        practice.resetStats();
        practice.setFault(u"PATCH /company/configurations/{id}"_s, u"latency"_s, 700);
        fixture.edit(laptop, {{u"notes"_s, u"first"_s}});
        QVERIFY(fixture.waitFor(laptop, SyncState::Pushing));
        const Saved second = fixture.edit(laptop, {{field, u"second"_s}});
        QVERIFY(second.isQueued);
        QVERIFY(fixture.waitFor(laptop, SyncState::Synced));
        QVERIFY(!fixture.pushRow(laptop));
        const QJsonObject remote = practice.record(u"configuration"_s, u"1"_s);
        QCOMPARE(remote.value("notes"_L1).toString(), field == "notes"_L1 ? u"second"_s : u"first"_s);
        QCOMPARE(remote.value(field == "notes"_L1 ? "notes"_L1 : "tagNumber"_L1).toString(), u"second"_s);
        QCOMPARE(practice.calls(u"PATCH /company/configurations/{id}"_s), 2);
        QCOMPARE(fixture.field(laptop, field).toString(), u"second"_s);
    }

    void B6_withTwoWayOff_mappedFieldsAreReadOnly()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        fixture.sync(id);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        const QString dump = fixture.dump();
        const Edit mapped{.kind = AssetKind::Configuration,
                          .id = laptop,
                          .changes = {{u"hostname"_s, u"h"_s}, {u"serial_number"_s, u"NEW"_s}}};
        const auto refused = fixture.trySave(mapped);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
        QCOMPARE(refused.error().field, u"serial_number"_s);
        QVERIFY(refused.error().message.contains(u"two-way"_s));
        QCOMPARE(fixture.dump(), dump);

        const Saved free = fixture.edit(laptop, {{u"hostname"_s, u"h"_s}});
        QVERIFY(!free.isQueued);
        QCOMPARE(fixture.field(laptop, u"hostname"_s).toString(), u"h"_s);
        // A mapped field that is given but not changed is no reason to refuse the rest.
        const Saved same = fixture.edit(
            laptop,
            {{u"serial_number"_s, fixture.field(laptop, u"serial_number"_s)}, {u"position"_s, u"rack"_s}});
        QCOMPARE(same.changed, QStringList{u"position"_s});
        fixture.push(id);
        QCOMPARE(practice.writes(), 0);
    }

    void D4_sitePhone_onlyComesIn()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        fixture.connectTwoWay(practice);
        const auto link = LinkStore(fixture.database()).byRemote(1, AssetKind::Location, u"1"_s);
        const RecordId site = (*link)->recordId;
        QVERIFY(!fixture.field(site, u"phone"_s).toString().isEmpty());
        const auto refused = fixture.trySave(
            {.kind = AssetKind::Location, .id = site, .changes = {{u"phone"_s, u"555 0199"_s}}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
        QCOMPARE(refused.error().field, u"phone"_s);
    }

    void anUnmappedField_sendsNothing()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        const Saved saved = fixture.edit(laptop, {{u"hostname"_s, u"h"_s}});
        QVERIFY(!saved.isQueued);
        fixture.push(id);
        QCOMPARE(practice.writes(), 0);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
    }

    void aValueTandemItselfRefuses_changesNothing_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("blank name") << u"name"_s << QJsonValue(u"  "_s);
        QTest::newRow("no such field") << u"colour"_s << QJsonValue(u"red"_s);
        QTest::newRow("no such date") << u"purchased_at"_s << QJsonValue(u"2023-02-30"_s);
        QTest::newRow("two lines") << u"serial_number"_s << QJsonValue(u"a\nb"_s);
        QTest::newRow("no such organization") << u"organization"_s << QJsonValue(4711);
        QTest::newRow("a list value of another list") << u"manufacturer"_s << QJsonValue(1);
        QTest::newRow("a location of another organization") << u"location"_s << QJsonValue(-1);
    }

    void aValueTandemItselfRefuses_changesNothing()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        PracticeProcess practice;
        EngineFixture fixture;
        fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        if (field == "manufacturer"_L1)
            value = fixture.option(OptionList::Country, u"Canada"_s);
        if (field == "location"_L1)
            value = (*LinkStore(fixture.database()).byRemote(1, AssetKind::Location, u"2"_s))->recordId;
        const QString dump = fixture.dump();
        const auto refused = fixture.trySave({.kind = AssetKind::Configuration,
                                              .id = laptop,
                                              .changes = {{u"notes"_s, u"good"_s}, {field, value}}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::BadInput);
        QCOMPARE(refused.error().field, field);
        QCOMPARE(fixture.dump(), dump);
    }

    void E4_aSyncingRecordIsNotDeleted_aDisabledOneIs()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        const auto refused = fixture.wait(fixture.engine().removeRecord(laptop));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
        QCOMPARE(fixture.count(AssetKind::Configuration), 2);
        const auto disabled = fixture.wait(fixture.engine().setRecordSync(laptop, id, false));
        QVERIFY(disabled);
        const auto removed = fixture.wait(fixture.engine().removeRecord(laptop));
        QVERIFY2(removed, wordsOf(removed).constData());
        QCOMPARE(fixture.count(AssetKind::Configuration), 1);
        QCOMPARE(practice.records(u"configuration"_s).size(), 2);
        QCOMPARE(practice.writes(), 0);
    }

    void I3_afterEditsOnBothSides_nothingBounces()
    {
        PracticeProcess practice({.organizations = 5, .locations = 7, .contacts = 20, .configurations = 30});
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const auto machines = recordIds(fixture.database(), {.kind = AssetKind::Configuration});
        int number = 0;
        for (const RecordId each : *machines) {
            ++number;
            if (number % 2 == 0)
                fixture.edit(each,
                             {{u"notes"_s, u"here %1\n\n  twice  spaced "_s.arg(number)},
                              {u"mac_address"_s, u"0200.5e10.%1"_s.arg(number, 4, 16, QChar(u'0'))}});
            if (number % 3 == 0)
                practice.update(u"configuration"_s, fixture.link(each).remote.id,
                                {{u"tagNumber"_s, u"T-%1"_s.arg(number)}});
        }
        const auto people = recordIds(fixture.database(), {.kind = AssetKind::Contact});
        for (const RecordId each : *people)
            fixture.edit(each, {{u"title"_s, u"Boss"_s}});
        fixture.push(id);
        fixture.sync(id);
        fixture.push(id);
        for (const RecordId each : *machines + *people)
            QVERIFY2(fixture.state(each) == SyncState::Synced, qPrintable(fixture.sentence(each)));
        const int writes = practice.writes();
        QVERIFY(writes >= 35);
        const QString before = fixture.dump();
        for (int round = 0; round < 2; ++round) {
            fixture.sync(id, true);
            fixture.push(id);
        }
        QCOMPARE(practice.writes(), writes);
        QCOMPARE(fixture.dump(), before);
        QVERIFY(practice.stats().value("max_concurrent"_L1).toInt() <= 4);
    }
};

QTEST_GUILESS_MAIN(PushingTest)
#include "tst_pushing.moc"
