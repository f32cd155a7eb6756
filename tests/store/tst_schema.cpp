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
                                 {kindName(kind)}, [&](const QSqlQuery &row) {
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
                                 {kindName(kind)}, [&](const QSqlQuery &row) {
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
        {}, [&](const QSqlQuery &row) {
            without.append(row.value(0).toString() + u'.' + row.value(1).toString());
        }));
    QCOMPARE(without, QStringList());
}

void TestSchema::questionsOfTheStore_useAnIndex_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("index");
    QTest::newRow("list by name") << u"SELECT id FROM record r WHERE kind = 'contact' ORDER BY name_key, id"_s
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
}

void TestSchema::questionsOfTheStore_useAnIndex()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, index);
    QStringList plan;
    must(m_store.database().read(u"EXPLAIN QUERY PLAN "_s + sql, {},
                                 [&](const QSqlQuery &row) { plan.append(row.value(3).toString()); }));
    const QString text = plan.join(u'\n');
    QVERIFY2(text.contains(index), qPrintable(text));
    QVERIFY2(!text.contains(u"TEMP B-TREE"_s), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
