// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/field.h"
#include "storefixture.h"

#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestSchema : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void columnsAreTheFields_data();
    void columnsAreTheFields();
    void referencesAreForeignKeys_data();
    void referencesAreForeignKeys();
    void everyForeignKeyToRecords_hasAnIndex();
    void questionsOfTheStore_useAnIndex_data();
    void questionsOfTheStore_useAnIndex();

private:
    void addKinds();
    StoreFixture m_store;
};

void TestSchema::addKinds()
{
    QTest::addColumn<AssetKind>("kind");
    for (const AssetKind kind : allKinds)
        QTest::newRow(qPrintable(kindName(kind))) << kind;
}

void TestSchema::columnsAreTheFields_data()
{
    addKinds();
}

void TestSchema::columnsAreTheFields()
{
    QFETCH(const AssetKind, kind);
    QStringList expected{u"record_id INTEGER"_s};
    for (const FieldDescription &field : fieldsOf(kind)) {
        const bool isNumber = field.type == FieldType::Reference || field.type == FieldType::Option
            || field.type == FieldType::Boolean;
        expected.append(field.column() + (isNumber ? u" INTEGER"_s : u" TEXT"_s));
    }
    QStringList columns;
    must(m_store.database().read(u"SELECT name, type FROM pragma_table_info(?) ORDER BY cid"_s,
                                 {kindName(kind)}, [&](const SqlStatement &row) {
                                     columns.append(row.value(0).toString() + u' ' + row.value(1).toString());
                                 }));
    QCOMPARE(columns, expected);
}

void TestSchema::referencesAreForeignKeys_data()
{
    addKinds();
}

void TestSchema::referencesAreForeignKeys()
{
    QFETCH(const AssetKind, kind);
    QStringList expected{u"record_id -> record CASCADE"_s};
    for (const FieldDescription &field : fieldsOf(kind)) {
        if (field.type == FieldType::Reference)
            expected.append(field.column() + u" -> record SET NULL"_s);
        else if (field.type == FieldType::Option)
            expected.append(field.column() + u" -> option_value NO ACTION"_s);
    }
    QStringList keys;
    must(m_store.database().read(u"SELECT \"from\", \"table\", on_delete FROM pragma_foreign_key_list(?)"_s,
                                 {kindName(kind)}, [&](const SqlStatement &row) {
                                     keys.append(u"%1 -> %2 %3"_s.arg(row.value(0).toString(),
                                                                      row.value(1).toString(),
                                                                      row.value(2).toString()));
                                 }));
    keys.sort();
    expected.sort();
    QCOMPARE(keys, expected);
}

void TestSchema::everyForeignKeyToRecords_hasAnIndex()
{
    // Without one, deleting any record reads the whole table.
    QStringList without;
    must(m_store.database().read(
        u"SELECT t.name, k.\"from\" FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) k WHERE t.type "
        u"= 'table' "
        "AND k.\"table\" = 'record' AND k.\"from\" NOT IN (SELECT name FROM pragma_table_info(t.name) WHERE "
        "pk = 1) "
        "AND NOT EXISTS (SELECT 1 FROM pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c "
        "WHERE c.seqno = 0 AND c.name = k.\"from\")"_s,
        {}, [&](const SqlStatement &row) {
            without.append(row.value(0).toString() + u'.' + row.value(1).toString());
        }));
    QCOMPARE(without, QStringList());
}

void TestSchema::questionsOfTheStore_useAnIndex_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("index");
    for (const QString &direction : {u"ASC"_s, u"DESC"_s}) {
        const QString byName = u" ORDER BY r.name_key %1, r.id %1"_s.arg(direction);
        QTest::addRow("list of all by name, %s", qPrintable(direction))
            << QString(u"SELECT r.id FROM record r WHERE 1"_s + byName) << u"COVERING INDEX record_name"_s;
        QTest::addRow("list of a kind by name, %s", qPrintable(direction))
            << QString(u"SELECT r.id FROM record r WHERE 1 AND r.kind = 'contact'"_s + byName)
            << u"COVERING INDEX record_name"_s;
    }
    QTest::newRow("list by organization")
        << u"SELECT r.id FROM record o CROSS JOIN record r ON r.organization_id = o.id WHERE 1 AND r.kind = "
           u"'contact' AND "
           u"o.kind = 'organization' ORDER BY o.name_key ASC, o.id ASC, r.kind ASC, r.name_key ASC, r.id ASC"_s
        << u"COVERING INDEX record_name"_s;
    QTest::newRow("list of an organization")
        << u"SELECT id FROM record WHERE organization_id = 1 AND kind = 'contact' ORDER BY name_key, id"_s
        << u"COVERING INDEX record_organization"_s;
    QTest::newRow("D2: by organization and name")
        << u"SELECT id FROM record WHERE kind = 'contact' AND name_key = 'a' AND name = 'A' AND organization_id = 1 ORDER BY id"_s
        << u"INDEX record_organization"_s;
    QTest::newRow("records in a state")
        << u"SELECT record_id FROM link WHERE integration_id = 1 AND kind = 'contact' AND state = 'error'"_s
        << u"COVERING INDEX link_state"_s;
    QTest::newRow("link of a remote record")
        << u"SELECT * FROM link WHERE integration_id = 1 AND kind = 'contact' AND remote_id IN (SELECT value FROM json_each('[]'))"_s
        << u"INDEX link_remote"_s;
    QTest::newRow("pushes that are due")
        << u"SELECT * FROM outbox WHERE integration_id = 1 AND stage = 'queued' AND kind = 'contact' ORDER BY created_at, id"_s
        << u"INDEX outbox_order"_s;
    QTest::newRow("history of a record")
        << u"SELECT * FROM event WHERE record_id = 1 ORDER BY id DESC LIMIT 50"_s << u"INDEX event_record"_s;
    QTest::newRow("log of an integration")
        << u"SELECT * FROM event WHERE integration_id = 1 ORDER BY id DESC LIMIT 500"_s
        << u"INDEX event_integration"_s;
    QTest::newRow("failures of an integration")
        << u"SELECT * FROM event e WHERE 1 AND e.is_failure = 1 AND +e.integration_id = 1 ORDER BY 1 DESC LIMIT 500"_s
        << u"INDEX event_failure"_s;
    QTest::newRow("log by types") << u"SELECT * FROM event e WHERE e.type = 'held' AND e.id < 9 UNION ALL "
                                     u"SELECT * FROM event e WHERE e.type = 'edited' "
                                     u"AND e.id < 9 ORDER BY 1 DESC LIMIT 500"_s
                                  << u"INDEX event_type"_s;
    QTest::newRow("log since a moment") << u"SELECT * FROM event e WHERE 1 AND e.id >= (SELECT min(+id) FROM "
                                           u"event WHERE at >= 'x') AND +e.at >= 'x' ORDER BY 1 "
                                           u"DESC LIMIT 500"_s
                                        << u"COVERING INDEX event_at"_s;
    QTest::newRow("what is to be pruned")
        << u"SELECT id FROM event WHERE at < 'x' ORDER BY at LIMIT 100"_s << u"COVERING INDEX event_at"_s;
    QTest::newRow("conflicts of an integration")
        << u"SELECT * FROM conflict WHERE integration_id = 1 ORDER BY id LIMIT 5"_s
        << u"INDEX conflict_integration"_s;
    QTest::newRow("conflicts of a record")
        << u"SELECT * FROM conflict WHERE record_id = 1 AND integration_id = 1"_s
        << u"INDEX sqlite_autoindex_conflict_1"_s;
    QTest::newRow("decision about a remote record")
        << u"SELECT * FROM match_decision WHERE integration_id = 1 AND kind = 'contact' AND remote_id = '7'"_s
        << u"INDEX match_decision_remote"_s;
    QTest::newRow("decision about a record")
        << u"SELECT * FROM match_decision WHERE record_id = 1 AND integration_id = 1"_s
        << u"INDEX match_decision_record"_s;
    QTest::newRow("orphaned records")
        << u"SELECT l.record_id FROM link l WHERE l.integration_id = 1 AND l.record_id > 5 AND "
           u"l.is_orphaned = 1 ORDER BY l.record_id LIMIT 9"_s
        << u"INDEX link_orphaned"_s;
    QTest::newRow("synced records")
        << u"SELECT l.record_id FROM link l WHERE +l.integration_id = 1 AND l.record_id > 5 AND l.remote_id "
           u"IS NOT NULL AND "
           u"l.is_orphaned = 0 AND l.state <> 'disconnected' ORDER BY l.record_id LIMIT 9"_s
        << u"INDEX sqlite_autoindex_link_1"_s;
}

void TestSchema::questionsOfTheStore_useAnIndex()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, index);
    QStringList plan;
    must(m_store.database().read(u"EXPLAIN QUERY PLAN "_s + sql, {},
                                 [&](const SqlStatement &row) { plan.append(row.value(3).toString()); }));
    const QString text = plan.join(u'\n');
    QVERIFY2(text.contains(index), qPrintable(text));
    QVERIFY2(!text.contains(u"TEMP B-TREE"_s), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
