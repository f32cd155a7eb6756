// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/customfieldstore.h"

#include "store/integrationstore.h"
#include "store/linkstore.h"
#include "store/recordqueries.h"
#include "store/recordstore.h"
#include "storefixture.h"

#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class CustomFieldStoreTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup()
    {
        setCustomFields({});
    }

    void aField_isMadeOnce_andKnownAfterTheNextStart()
    {
        StoreFixture store;
        const CustomField rack = make(store, u"Rack"_s);
        QCOMPARE(make(store, u"rack"_s), rack);
        QVERIFY(must(CustomFieldStore(store.database())
                         .findOrCreate(AssetKind::Contact, u"Rack"_s, FieldType::Text))
                != rack);
        setCustomFields({});
        store.reopen();
        const FieldDescription *field = findField(AssetKind::Configuration, rack.name());
        QVERIFY(field);
        QCOMPARE(field->labelText(), u"Rack"_s);
    }

    void values_areKeptWithTheRecord()
    {
        StoreFixture store;
        const QString rack = make(store, u"Rack"_s).name();
        const QString checked = make(store, u"Checked"_s, FieldType::Boolean).name();
        const RecordId organization = store.addOrganization(u"Acme"_s);
        const RecordId id = store.addConfiguration(organization, u"PC-1"_s, {{rack, u"U12"_s}});
        RecordStore records(store.database());
        QCOMPARE(must(records.get(id)).fields.value(rack).toString(), u"U12"_s);

        must(records.update(id, AssetKind::Configuration, {{checked, true}, {u"serial_number"_s, u"S1"_s}},
                            StoreFixture::now()));
        const Record changed = must(records.get(id));
        QCOMPARE(changed.fields.value(rack).toString(), u"U12"_s);
        QCOMPARE(changed.fields.value(checked), QJsonValue(true));
        QCOMPARE(changed.fields.value(u"serial_number"_s).toString(), u"S1"_s);

        // Only one of them, and blanked.
        must(records.update(id, AssetKind::Configuration, {{rack, QJsonValue::Null}}, StoreFixture::now()));
        QVERIFY(!must(records.get(id)).fields.contains(rack));
        QCOMPARE(must(records.get(id)).fields.value(checked), QJsonValue(true));
        must(
            records.update(id, AssetKind::Configuration, {{checked, QJsonValue::Null}}, StoreFixture::now()));
        QVERIFY(must(store.database().value(u"SELECT custom FROM record WHERE id = ?"_s, {id})).isNull());
    }

    void values_areFound()
    {
        StoreFixture store;
        const QString rack = make(store, u"Rack"_s).name();
        const RecordId organization = store.addOrganization(u"Acme"_s);
        const RecordId id = store.addConfiguration(organization, u"PC-1"_s, {{rack, u"Basement"_s}});
        store.addConfiguration(organization, u"PC-2"_s);
        RecordQuery search;
        search.search = u"basem"_s;
        QCOMPARE(must(recordIds(store.database(), search)), QList<RecordId>{id});
        RecordQuery where;
        where.kind = AssetKind::Configuration;
        where.where = {{rack, u"Basement"_s}};
        QCOMPARE(must(recordIds(store.database(), where)), QList<RecordId>{id});
    }

    void wrongValues_areRefused_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("unknown") << u"custom_99"_s << QJsonValue(u"x"_s);
        QTest::newRow("no text") << u"custom_1"_s << QJsonValue(5);
    }

    void wrongValues_areRefused()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        StoreFixture store;
        QCOMPARE(make(store, u"Rack"_s).name(), u"custom_1"_s);
        const RecordId organization = store.addOrganization(u"Acme"_s);
        const RecordId id = store.addConfiguration(organization, u"PC-1"_s);
        RecordStore records(store.database());
        const auto updated =
            records.update(id, AssetKind::Configuration, {{field, value}}, StoreFixture::now());
        QVERIFY(!updated);
        QCOMPARE(updated.error().field, field);
        QVERIFY(!records.insert(AssetKind::Configuration, {{u"name"_s, u"PC-2"_s}, {field, value}},
                                RecordSource::Manual, StoreFixture::now()));
    }

    void mappings_areKeptWithTheirIntegration()
    {
        StoreFixture store;
        const IntegrationId id = store.addIntegration();
        const CustomMapping mapping{.kind = AssetKind::Configuration,
                                    .field = u"custom_1"_s,
                                    .tenant = {.remote = u"32"_s, .title = u"Rack"_s}};
        IntegrationStore integrations(store.database());
        must(integrations.setCustomFields(id, {mapping}));
        store.changeIntegration(id, [](Integration &integration) { integration.customFields.clear(); });
        const Integration stored = must(integrations.get(id));
        QVERIFY(stored.customFields == QList{mapping});
        QVERIFY(stored.fieldMap()->kind(AssetKind::Configuration).find(u"custom_1"_s));
        must(integrations.setCustomFields(id, {}));
        QCOMPARE(must(integrations.get(id)).fieldMap(), FieldMap::shipped(Platform::ConnectWise));
    }

    void forgotten_aFieldWasNeverAgreedOn()
    {
        StoreFixture store;
        const IntegrationId id = store.addIntegration();
        const RecordId organization = store.addOrganization(u"Acme"_s);
        const RecordId record = store.addConfiguration(organization, u"PC-1"_s);
        store.addLink(id, record, AssetKind::Configuration, SyncState::Synced, u"5"_s,
                      {{u"custom_1"_s, u"U1"_s}, {u"name"_s, u"PC-1"_s}});
        LinkStore links(store.database());
        must(links.forgetField(id, AssetKind::Configuration, u"custom_1"_s));
        const RemoteValues baseline = must(links.get(id, record))->baseline;
        QVERIFY(!baseline.contains(u"custom_1"_s));
        QCOMPARE(baseline.value(u"name"_s).toString(), u"PC-1"_s);
    }

    void anOlderFile_keepsItsRecords()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"tandem.db"_s);
        {
            const auto old =
                must(Database::open(path, Database::Mode::ReadWrite, must(shippedMigrations()).first(5)));
            must(old->execute(
                u"INSERT INTO record (id, kind, name, name_key, source, created_at, updated_at) VALUES "
                "(1, 'organization', 'Acme', 'acme', 'manual', '2026-01-01T00:00:00.000Z', "
                "'2026-01-01T00:00:00.000Z')"_s));
            must(old->execute(
                u"INSERT INTO organization (record_id, name, quick_notes) VALUES (1, 'Acme', 'Old')"_s));
            must(old->execute(u"INSERT INTO integration (uid, platform, name, settings, state) "
                              "VALUES ('u', 'connectwise', 'Main', '{}', 'not_synced_yet')"_s));
        }
        const auto database = must(Database::open(path, Database::Mode::ReadWrite));
        const Record record = must(RecordStore(*database).get(1));
        QCOMPARE(record.fields.value(u"quick_notes"_s).toString(), u"Old"_s);
        QVERIFY(must(IntegrationStore(*database).byName(u"Main"_s)).customFields.isEmpty());
    }

private:
    static CustomField make(StoreFixture &store, const QString &label, FieldType type = FieldType::Text)
    {
        CustomFieldStore fields(store.database());
        const CustomField field = must(fields.findOrCreate(AssetKind::Configuration, label, type));
        must(fields.publish());
        return field;
    }
};

QTEST_GUILESS_MAIN(CustomFieldStoreTest)
#include "tst_customfieldstore.moc"
