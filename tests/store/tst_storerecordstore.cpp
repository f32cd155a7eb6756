// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/field.h"
#include "store/linkstore.h"
#include "store/recordstore.h"
#include "storefixture.h"

#include <QJsonArray>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestStoreRecordStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyField_isReadAsItWasWritten_data();
    void everyField_isReadAsItWasWritten();
    void blankFields_areLeftOut();
    void update_writesOnlyTheChanges();
    void update_keepsNameAndOrganizationInStep();
    void update_withoutChanges_writesNothing();
    void wrongValue_isRefusedByField_data();
    void wrongValue_isRefusedByField();
    void missingRecord_isNotFound();
    void getMany_keepsTheOrder();
    void mergeSearch_keepsThePiecesOfTheIndexFew();
    void remove_takesLinksAndPushesAlong();
    void remove_blanksReferences();
    void remove_forgetsWhatWasAgreedOnReferences();
    void removedId_isNeverGivenAgain();
    void findByName_isExact();
    void ofOrganization_isOrderedByName();

private:
    static FieldValues everyField(StoreFixture &store, AssetKind kind);
};

FieldValues TestStoreRecordStore::everyField(StoreFixture &store, AssetKind kind)
{
    FieldValues fields;
    for (const FieldDescription &field : fieldsOf(kind)) {
        switch (field.type) {
        case FieldType::Text:
            fields.insert(field.name(), QString(u"text of "_s + field.name()));
            break;
        case FieldType::LongText:
            fields.insert(field.name(), u"one\ntwo 'quoted' \U0001F600"_s);
            break;
        case FieldType::Date:
            fields.insert(field.name(), u"2026-02-28"_s);
            break;
        case FieldType::Boolean:
            fields.insert(field.name(), false);
            break;
        case FieldType::Reference:
            fields.insert(field.name(), store.add(*field.target, {}));
            break;
        case FieldType::Option:
            fields.insert(field.name(),
                          must(OptionStore(store.database()).findOrCreate(*field.list, u"value"_s)));
            break;
        case FieldType::Emails:
            fields.insert(field.name(),
                          QJsonArray{QJsonObject{{u"value"_s, u"a@b.example"_s},
                                                 {u"label"_s, u"Work"_s},
                                                 {u"primary"_s, true}}});
            break;
        case FieldType::Phones:
            fields.insert(field.name(),
                          QJsonArray{QJsonObject{{u"value"_s, u"+49 30 1"_s},
                                                 {u"label"_s, u""_s},
                                                 {u"primary"_s, false},
                                                 {u"extension"_s, u"12"_s}}});
            break;
        }
    }
    return fields;
}

void TestStoreRecordStore::everyField_isReadAsItWasWritten_data()
{
    QTest::addColumn<AssetKind>("kind");
    for (const AssetKind kind : allKinds)
        QTest::newRow(qPrintable(kindName(kind))) << kind;
}

void TestStoreRecordStore::everyField_isReadAsItWasWritten()
{
    QFETCH(const AssetKind, kind);
    StoreFixture store;
    const FieldValues fields = everyField(store, kind);
    const RecordId inserted = store.add(kind, fields, RecordSource::Csv);
    const RecordId updated = store.add(kind, {});
    must(RecordStore(store.database()).update(updated, kind, fields, StoreFixture::now()));
    for (const RecordId id : {inserted, updated}) {
        const Record record = must(RecordStore(store.database()).get(id));
        QCOMPARE(record.kind, kind);
        QCOMPARE(record.fields, fields);
        QCOMPARE(record.createdAt, StoreFixture::now());
    }
    QCOMPARE(must(RecordStore(store.database()).get(inserted)).source, RecordSource::Csv);
}

void TestStoreRecordStore::blankFields_areLeftOut()
{
    StoreFixture store;
    const RecordId id = store.add(AssetKind::Contact,
                                  {{u"first_name"_s, u"Ann"_s},
                                   {u"title"_s, u"  "_s},
                                   {u"notes"_s, QJsonValue::Null},
                                   {u"emails"_s, QJsonArray{QJsonObject{{u"value"_s, u" "_s}}}}});
    QCOMPARE(must(RecordStore(store.database()).get(id)).fields, (FieldValues{{u"first_name"_s, u"Ann"_s}}));
}

void TestStoreRecordStore::update_writesOnlyTheChanges()
{
    StoreFixture store;
    const RecordId id = store.addConfiguration(store.addOrganization(u"Acme"_s), u"DC01"_s,
                                               {{u"notes"_s, u"kept"_s}, {u"serial_number"_s, u"1"_s}});
    const QDateTime later = StoreFixture::now().addSecs(60);
    must(RecordStore(store.database())
             .update(id, AssetKind::Configuration, {{u"serial_number"_s, QJsonValue::Null}}, later));
    const Record record = must(RecordStore(store.database()).get(id));
    QCOMPARE(record.fields.value(u"notes"_s).toString(), u"kept"_s);
    QVERIFY(!record.fields.contains(u"serial_number"_s));
    QCOMPARE(record.updatedAt, later);
    QCOMPARE(record.createdAt, StoreFixture::now());
}

void TestStoreRecordStore::update_keepsNameAndOrganizationInStep()
{
    StoreFixture store;
    RecordStore records(store.database());
    const RecordId acme = store.addOrganization(u"Acme"_s);
    const RecordId beta = store.addOrganization(u"Beta"_s);
    const RecordId contact = store.addContact(acme, u"Ann"_s);
    must(records.update(contact, AssetKind::Contact, {{u"last_name"_s, u"Lee"_s}, {u"organization"_s, beta}},
                        StoreFixture::now()));
    QCOMPARE(must(records.findByName(AssetKind::Contact, beta, u"Ann Lee"_s)), QList<RecordId>{contact});
    QVERIFY(must(records.ofOrganization(AssetKind::Contact, acme)).isEmpty());
    must(records.update(beta, AssetKind::Organization, {{u"name"_s, u"Gamma"_s}}, StoreFixture::now()));
    QCOMPARE(must(records.ofOrganization(AssetKind::Organization, beta)), QList<RecordId>{beta});
}

void TestStoreRecordStore::update_withoutChanges_writesNothing()
{
    StoreFixture store;
    const RecordId id = store.addOrganization(u"Acme"_s);
    must(RecordStore(store.database())
             .update(id, AssetKind::Organization, {}, StoreFixture::now().addSecs(1)));
    QCOMPARE(must(RecordStore(store.database()).get(id)).updatedAt, StoreFixture::now());
}

void TestStoreRecordStore::wrongValue_isRefusedByField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("text") << u"title"_s << QJsonValue(7);
    QTest::newRow("boolean") << u"important"_s << QJsonValue(u"yes"_s);
    QTest::newRow("reference") << u"location"_s << QJsonValue(u"Main"_s);
    QTest::newRow("option") << u"contact_type"_s << QJsonValue(true);
    QTest::newRow("emails") << u"emails"_s << QJsonValue(u"a@b.example"_s);
    QTest::newRow("no such field") << u"shoe_size"_s << QJsonValue(43);
}

void TestStoreRecordStore::wrongValue_isRefusedByField()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    StoreFixture store;
    RecordStore records(store.database());
    const RecordId contact = store.addContact(store.addOrganization(u"Acme"_s), u"Ann"_s);
    const auto inserted =
        records.insert(AssetKind::Contact, {{field, value}}, RecordSource::Api, StoreFixture::now());
    const auto updated = records.update(contact, AssetKind::Contact, {{field, value}}, StoreFixture::now());
    QVERIFY(!inserted);
    QVERIFY(!updated);
    for (const Error &error : {inserted.error(), updated.error()}) {
        QCOMPARE(error.code, ErrorCode::BadInput);
        QCOMPARE(error.field, field);
    }
}

void TestStoreRecordStore::missingRecord_isNotFound()
{
    StoreFixture store;
    RecordStore records(store.database());
    QCOMPARE(records.get(1).error().code, ErrorCode::NotFound);
    QCOMPARE(records.remove(1).error().code, ErrorCode::NotFound);
    QCOMPARE(records.update(1, AssetKind::Contact, {{u"title"_s, u"x"_s}}, StoreFixture::now()).error().code,
             ErrorCode::NotFound);
    // A record of another kind is none of this kind.
    const RecordId id = store.addOrganization(u"Acme"_s);
    QCOMPARE(records.update(id, AssetKind::Contact, {{u"title"_s, u"x"_s}}, StoreFixture::now()).error().code,
             ErrorCode::NotFound);
}

void TestStoreRecordStore::getMany_keepsTheOrder()
{
    StoreFixture store;
    const RecordId a = store.addOrganization(u"A"_s);
    const RecordId b = store.addOrganization(u"B"_s);
    const RecordId c = store.addOrganization(u"C"_s);
    QList<RecordId> ids;
    for (const Record &record :
         must(RecordStore(store.database()).getMany(AssetKind::Organization, {c, 99, a, b})))
        ids.append(record.id);
    QCOMPARE(ids, (QList<RecordId>{c, a, b}));
}

void TestStoreRecordStore::mergeSearch_keepsThePiecesOfTheIndexFew()
{
    StoreFixture store;
    RecordStore records(store.database());
    const auto pieces
        = [&] { return must(store.database().value(u"SELECT count(DISTINCT segid) FROM search_idx"_s)).toInt(); };
    const auto write = [&](int pages) {
        Transaction transaction(store.database());
        must(transaction.begun());
        must(records.insert(AssetKind::Organization, {{u"name"_s, u"Acme"_s}}, RecordSource::Manual, StoreFixture::now()));
        if (pages > 0)
            must(records.mergeSearch(pages));
        must(transaction.commit());
    };
    for (int i = 0; i < 40; ++i)
        write(0);
    QCOMPARE(pieces(), 40); // no write does it by itself, in the moment of somebody's save
    for (int i = 0; i < 40; ++i)
        write(8);
    QVERIFY2(pieces() < 12, qPrintable(QString::number(pieces())));
    QCOMPARE(must(store.database().value(u"SELECT count(*) FROM search WHERE search MATCH '\"acm\"*'"_s)).toInt(), 80);
}

void TestStoreRecordStore::remove_takesLinksAndPushesAlong()
{
    StoreFixture store;
    const IntegrationId integration = store.addIntegration();
    const RecordId id = store.addConfiguration(store.addOrganization(u"Acme"_s), u"DC01"_s);
    store.addLink(integration, id, AssetKind::Configuration, SyncState::Synced, u"7"_s);
    must(store.database().execute(u"INSERT INTO outbox (integration_id, record_id, kind, stage, revision, "
                                  u"created_at) VALUES (?, ?, 'configuration', "
                                  "'queued', 1, '')"_s,
                                  {integration, id}));
    must(RecordStore(store.database()).remove(id));
    for (const QString &table : {u"link"_s, u"outbox"_s, u"configuration"_s})
        QCOMPARE(store.count(table), 0);
    QCOMPARE(store.count(u"record"_s), 1);
    QCOMPARE(store.count(u"search"_s), 1);
}

void TestStoreRecordStore::remove_blanksReferences()
{
    StoreFixture store;
    RecordStore records(store.database());
    const RecordId acme = store.addOrganization(u"Acme"_s);
    const RecordId site = store.addLocation(acme, u"Main"_s);
    const RecordId server = store.addConfiguration(acme, u"DC01"_s, {{u"location"_s, site}});
    must(records.remove(site));
    must(records.remove(acme));
    const Record record = must(records.get(server));
    QCOMPARE(record.fields, (FieldValues{{u"name"_s, u"DC01"_s}}));
    QVERIFY(must(records.ofOrganization(AssetKind::Configuration, acme)).isEmpty());
}

void TestStoreRecordStore::remove_forgetsWhatWasAgreedOnReferences()
{
    StoreFixture store;
    const IntegrationId integration = store.addIntegration();
    const RecordId acme = store.addOrganization(u"Acme"_s);
    const RecordId site = store.addLocation(acme, u"Main"_s);
    const RecordId server = store.addConfiguration(acme, u"DC01"_s, {{u"location"_s, site}});
    const RecordId other = store.addConfiguration(acme, u"DC02"_s);
    const RemoteValues agreed {{u"name"_s, u"DC01"_s}, {u"location"_s, u"6"_s}};
    store.addLink(integration, server, AssetKind::Configuration, SyncState::Synced, u"7"_s, agreed);
    store.addLink(integration, other, AssetKind::Configuration, SyncState::Synced, u"8"_s, agreed);
    must(RecordStore(store.database()).remove(site));
    const LinkStore links(store.database());
    QCOMPARE(must(links.get(integration, server))->baseline, (RemoteValues {{u"name"_s, u"DC01"_s}}));
    QCOMPARE(must(links.get(integration, other))->baseline, agreed);
}

void TestStoreRecordStore::removedId_isNeverGivenAgain()
{
    StoreFixture store;
    const RecordId first = store.addOrganization(u"Acme"_s);
    must(RecordStore(store.database()).remove(first));
    QVERIFY(store.addOrganization(u"Acme"_s) > first);
}

void TestStoreRecordStore::findByName_isExact()
{
    StoreFixture store;
    RecordStore records(store.database());
    const RecordId acme = store.addOrganization(u"Acme"_s);
    const RecordId other = store.addOrganization(u"Other"_s);
    const RecordId one = store.addConfiguration(acme, u"DC01"_s);
    const RecordId two = store.addConfiguration(other, u"DC01"_s);
    store.addConfiguration(acme, u"dc01"_s);
    QCOMPARE(must(records.findByName(AssetKind::Configuration, 0, u"DC01"_s)), (QList<RecordId>{one, two}));
    QCOMPARE(must(records.findByName(AssetKind::Configuration, other, u"DC01"_s)), QList<RecordId>{two});
    QCOMPARE(must(records.findByName(AssetKind::Organization, 0, u"Acme"_s)), QList<RecordId>{acme});
    QVERIFY(must(records.findByName(AssetKind::Contact, 0, u"DC01"_s)).isEmpty());
}

void TestStoreRecordStore::ofOrganization_isOrderedByName()
{
    StoreFixture store;
    const RecordId acme = store.addOrganization(u"Acme"_s);
    const RecordId ten = store.addConfiguration(acme, u"PC10"_s);
    const RecordId nine = store.addConfiguration(acme, u"pc9"_s);
    QCOMPARE(must(RecordStore(store.database()).ofOrganization(AssetKind::Configuration, acme)),
             (QList<RecordId>{nine, ten}));
}

QTEST_GUILESS_MAIN(TestStoreRecordStore)
#include "tst_storerecordstore.moc"
