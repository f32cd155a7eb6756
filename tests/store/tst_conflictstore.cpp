// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/conflictstore.h"

#include "store/recordstore.h"
#include "storefixture.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestConflictStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void B2_everythingIsReadAsItWasWritten();
    void values_keepTheirShape_data();
    void values_keepTheirShape();
    void sameConflicts_writeNothing();
    void replace_followsWhatDiffers();
    void list_isOldestFirstAndLeavesOutDisconnected();
    void remove_takesSomeOrAll();
    void recordThatIsDeleted_takesItsConflictsAlong();

private:
    static Conflict conflict(const QString &field, const QJsonValue &local = u"here"_s,
                             const QJsonValue &remote = u"there"_s);
    void put(const QList<Conflict> &conflicts);
    QList<Conflict> ofRecord();

    std::unique_ptr<StoreFixture> m_store;
    IntegrationId m_integration = 0;
    RecordId m_record = 0;
};

void TestConflictStore::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_store = std::make_unique<StoreFixture>();
    m_integration = m_store->addIntegration();
    m_record = m_store->addConfiguration(m_store->addOrganization(u"Acme"_s), u"DC01"_s);
}

Conflict TestConflictStore::conflict(const QString &field, const QJsonValue &local, const QJsonValue &remote)
{
    Conflict conflict;
    conflict.kind = AssetKind::Configuration;
    conflict.field = field;
    conflict.local = local;
    conflict.remote = remote;
    conflict.base = u"before"_s;
    conflict.localText = local.toString();
    conflict.foundAt = StoreFixture::now();
    return conflict;
}

void TestConflictStore::put(const QList<Conflict> &conflicts)
{
    must(ConflictStore(m_store->database()).replace(m_integration, m_record, conflicts));
}

QList<Conflict> TestConflictStore::ofRecord()
{
    return must(ConflictStore(m_store->database()).ofRecord(m_integration, m_record));
}

void TestConflictStore::B2_everythingIsReadAsItWasWritten()
{
    Conflict written = conflict(u"serial_number"_s);
    written.baseText = u"base"_s;
    written.remoteText = u"there, for people"_s;
    written.localBy = u"ann"_s;
    written.localAt = StoreFixture::now().addSecs(-60);
    written.remoteBy = u"dnguyen"_s;
    written.remoteAt = StoreFixture::now().addSecs(-30);
    put({written});
    QCOMPARE(ofRecord().size(), 1);
    const Conflict read = ofRecord().constFirst();
    QVERIFY(read.id != 0);
    QCOMPARE(read.integrationId, m_integration);
    QCOMPARE(read.integrationName, u"Main"_s);
    QCOMPARE(read.platform, Platform::ConnectWise);
    QCOMPARE(read.recordId, m_record);
    QCOMPARE(read.kind, written.kind);
    QCOMPARE(read.recordName, u"DC01"_s);
    QCOMPARE(read.field, written.field);
    QCOMPARE(read.base, written.base);
    QCOMPARE(read.local, written.local);
    QCOMPARE(read.remote, written.remote);
    QCOMPARE(read.baseText, written.baseText);
    QCOMPARE(read.localText, written.localText);
    QCOMPARE(read.remoteText, written.remoteText);
    QCOMPARE(read.localBy, written.localBy);
    QCOMPARE(read.localAt, written.localAt);
    QCOMPARE(read.remoteBy, written.remoteBy);
    QCOMPARE(read.remoteAt, written.remoteAt);
    QCOMPARE(read.foundAt, written.foundAt);
}

void TestConflictStore::values_keepTheirShape_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("blank") << QJsonValue(QJsonValue::Null);
    QTest::newRow("text") << QJsonValue(u"\"[1]\" ü"_s);
    QTest::newRow("flag") << QJsonValue(false);
    QTest::newRow("number") << QJsonValue(7);
    QTest::newRow("emails") << QJsonValue(QJsonArray{QJsonObject{{u"value"_s, u"a@b.c"_s}}});
}

void TestConflictStore::values_keepTheirShape()
{
    QFETCH(const QJsonValue, value);
    put({conflict(u"notes"_s, value, u"other"_s)});
    QCOMPARE(ofRecord().constFirst().local, value);
}

void TestConflictStore::sameConflicts_writeNothing()
{
    put({conflict(u"notes"_s), conflict(u"name"_s)});
    const qint64 changes = must(m_store->database().value(u"SELECT total_changes()"_s)).toLongLong();
    Conflict later = conflict(u"notes"_s);
    later.foundAt = StoreFixture::now().addDays(1);
    put({conflict(u"name"_s), later});
    QCOMPARE(must(m_store->database().value(u"SELECT total_changes()"_s)).toLongLong(), changes);
    QCOMPARE(ofRecord().constFirst().foundAt, StoreFixture::now());
}

void TestConflictStore::replace_followsWhatDiffers()
{
    put({conflict(u"notes"_s), conflict(u"name"_s), conflict(u"hostname"_s)});
    const QList<Conflict> before = ofRecord();
    Conflict renamed = conflict(u"name"_s);
    renamed.localText = u"another word for it"_s;
    renamed.foundAt = StoreFixture::now().addDays(1);
    Conflict changed = conflict(u"notes"_s, u"here again"_s);
    changed.foundAt = StoreFixture::now().addDays(1);
    put({renamed, changed, conflict(u"asset_tag"_s)});

    const QList<Conflict> after = ofRecord();
    QCOMPARE(after.size(), 3);
    QCOMPARE(after.at(0).field, u"notes"_s);
    QCOMPARE(after.at(0).id, before.at(0).id);
    QCOMPARE(after.at(0).local, QJsonValue(u"here again"_s));
    QCOMPARE(after.at(0).foundAt, changed.foundAt);
    QCOMPARE(after.at(1).localText, renamed.localText);
    QCOMPARE(after.at(1).foundAt, StoreFixture::now());
    QCOMPARE(after.at(2).field, u"asset_tag"_s);
}

void TestConflictStore::list_isOldestFirstAndLeavesOutDisconnected()
{
    const IntegrationId gone = m_store->addIntegration(u"Gone"_s);
    ConflictStore conflicts(m_store->database());
    put({conflict(u"notes"_s), conflict(u"name"_s)});
    must(conflicts.replace(gone, m_record, {conflict(u"notes"_s)}));
    m_store->changeIntegration(gone, [](Integration &integration) { integration.isDisconnected = true; });

    QStringList fields;
    for (const Conflict &each : must(conflicts.list(0)))
        fields.append(each.field);
    QCOMPARE(fields, (QStringList{u"notes"_s, u"name"_s}));
    QCOMPARE(must(conflicts.list(gone)).size(), 1);
    QCOMPARE(must(conflicts.list(0, 1)).constFirst().field, u"notes"_s);
    QCOMPARE(must(conflicts.list(0, 1)).size(), 1);
}

void TestConflictStore::remove_takesSomeOrAll()
{
    put({conflict(u"notes"_s), conflict(u"name"_s), conflict(u"hostname"_s)});
    ConflictStore conflicts(m_store->database());
    must(conflicts.remove(m_integration, m_record, {u"notes"_s, u"asset_tag"_s}));
    QCOMPARE(ofRecord().size(), 2);
    must(conflicts.remove(m_integration, m_record));
    QCOMPARE(ofRecord().size(), 0);
}

void TestConflictStore::recordThatIsDeleted_takesItsConflictsAlong()
{
    put({conflict(u"notes"_s)});
    must(RecordStore(m_store->database()).remove(m_record));
    QCOMPARE(m_store->count(u"conflict"_s), 0);
}

QTEST_GUILESS_MAIN(TestConflictStore)
#include "tst_conflictstore.moc"
