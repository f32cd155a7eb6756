// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/recordstore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tandem;

namespace {

constexpr std::array fields{
    FieldSpec{"name", FieldType::Text, 0, -1, FieldFlag::Indexed},
    FieldSpec{"size", FieldType::Integer},
    FieldSpec{"cost", FieldType::Number},
    FieldSpec{"on", FieldType::Boolean},
    FieldSpec{"owner", FieldType::Reference, 0, 0, FieldFlag::Indexed},
    FieldSpec{"bought", FieldType::DateTime},
};
constexpr std::array<FieldSpec, 1> otherFields{FieldSpec{"title", FieldType::Text}};
constexpr std::array<TableSpec, 1> tables{{{"thing", fields}}};
constexpr std::array<TableSpec, 1> otherTables{{{"thing", otherFields}}};

RecordDraft draft(const QByteArray &name, qint64 owner)
{
    return {0, {name, qint64(-7), 2.5, true, owner, FieldValue()}};
}

void insert(RecordStore &store, const QByteArray &name, qint64 owner)
{
    QVERIFY(store.insert(0, draft(name, owner), {100, 2}) > 0);
}

} // namespace

class TestRecordStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void values_comeBackAsTheyWere()
    {
        RecordStore store(tables);
        insert(store, "Größe", 3);
        const RecordTable &table = store.table(0);
        const StoredRecord &stored = *table.find(1);
        QCOMPARE(table.unpack(stored).values, draft("Größe", 3).values);
        QCOMPARE(table.text(stored, 0), u"Größe"_s);
        QCOMPARE(table.integer(stored, 1), -7);
        QCOMPARE(table.integer(stored, 5), 0);
        QCOMPARE(stored.updated.at, 100);
        QCOMPARE(stored.created.member, 2);
    }

    void indexes_followEveryChange()
    {
        RecordStore store(tables);
        for (int i = 0; i < 5; ++i)
            insert(store, "name" + QByteArray::number(i % 2), i % 2);
        const RecordTable &table = store.table(0);
        QCOMPARE(table.idsByReference(4, 1), (std::vector<int>{2, 4}));
        QCOMPARE(table.idsByText(0, u"NAME0"_s), (std::vector<int>{1, 3, 5}));
        RecordDraft changed = table.unpack(*table.find(3));
        changed.values[4] = qint64(1);
        changed.values[0] = QByteArray("other");
        store.update(0, changed, {200, 1});
        QVERIFY(store.remove(0, 4));
        QVERIFY(!store.remove(0, 4));
        QCOMPARE(table.idsByReference(4, 1), (std::vector<int>{2, 3}));
        QCOMPARE(table.idsByText(0, u"name0"_s), (std::vector<int>{1, 5}));
        QCOMPARE(table.find(3)->created.at, 100);
        QCOMPARE(table.find(3)->updated.at, 200);
    }

    void theJournal_bringsChangesBack_withoutItsTornEnd()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"state"_s);
        {
            RecordStore store(tables);
            insert(store, "first", 1);
            QVERIFY(store.save(file).has_value());
            insert(store, "second", 1);
            QVERIFY(store.remove(0, 1));
            insert(store, "third", 1);
        }
        QFile journal(file + u".journal"_s);
        QVERIFY(journal.resize(journal.size() - 3)); // as a kill in the middle of writing leaves it
        RecordStore store(tables);
        const Result<bool> loaded = store.load(file);
        QVERIFY(loaded.has_value() && *loaded);
        QCOMPARE(store.table(0).records().size(), size_t(1));
        QCOMPARE(store.table(0).text(store.table(0).records().front(), 0), u"second"_s);
    }

    void anOldJournal_isIgnored()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"state"_s);
        RecordStore store(tables);
        QVERIFY(store.save(file).has_value());
        insert(store, "first", 1);
        QVERIFY(QFile::copy(file + u".journal"_s, file + u".old"_s));
        QVERIFY(store.remove(0, 1));
        QVERIFY(store.save(file).has_value());
        QVERIFY(QFile::remove(file + u".journal"_s) && QFile::rename(file + u".old"_s, file + u".journal"_s));
        RecordStore again(tables);
        QVERIFY(again.load(file).has_value());
        QVERIFY(again.table(0).records().empty());
        QCOMPARE(again.table(0).nextId(), 2); // ids stay used
    }

    void strangeFiles_areRefused()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"state"_s);
        RecordStore store(tables);
        const Result<bool> none = store.load(file);
        QVERIFY(none.has_value() && !*none);
        insert(store, "first", 1);
        QVERIFY(store.save(file).has_value());
        RecordStore other(otherTables);
        QVERIFY(!other.load(file).has_value());
        QVERIFY(QFile::resize(file, QFileInfo(file).size() - 2));
        QVERIFY(!RecordStore(tables).load(file).has_value());
        QVERIFY(!store.save(folder.filePath(u"no/such/folder"_s)).has_value());
    }
};

QTEST_GUILESS_MAIN(TestRecordStore)
#include "tst_recordstore.moc"
