// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/enginefixture.h"

#include <QFileInfo>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

/** Everything in these tables, row by row. */
QStringList rowsOf(Database &database, const QString &table)
{
    QStringList rows;
    const Result<void> read = database.read(u"SELECT * FROM "_s + table + u" ORDER BY 1, 2, 3"_s, {}, [&](const SqlStatement &row) {
        QStringList values;
        for (int column = 0; row.value(column).isValid(); ++column)
            values.append(row.value(column).toString());
        rows.append(values.join(u'|'));
    });
    if (!read)
        QTest::qFail(qPrintable(read.error().message), __FILE__, __LINE__);
    return rows;
}

QStringList syncedTables()
{
    return {u"record"_s,        u"organization"_s, u"location"_s, u"contact"_s, u"configuration"_s, u"option_value"_s,
            u"remote_option"_s, u"link"_s,         u"outbox"_s,   u"conflict"_s, u"match_decision"_s};
}

/** Empties the write-ahead log, so that its size then tells what was written. */
void emptyLog(const QString &path)
{
    const auto database = Database::open(path, Database::Mode::ReadWrite);
    QVERIFY2(database, wordsOf(database).constData());
    const Result<QVariant> done = (*database)->value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    QVERIFY2(done, wordsOf(done).constData());
    QCOMPARE(QFileInfo(QString(path + u"-wal"_s)).size(), 0);
}

} // namespace

/** A sync that finds nothing new costs next to nothing (rules D6, I3). */
class PullUnchangedTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void I3_nothingNew_isAFewRequestsAndOneLine_data()
    {
        QTest::addColumn<bool>("isFull");
        QTest::newRow("delta") << false;
        QTest::newRow("full") << true;
    }

    void I3_nothingNew_isAFewRequestsAndOneLine()
    {
        QFETCH(bool, isFull);
        PracticeProcess practice({.organizations = 20, .locations = 40, .contacts = 440, .configurations = 4500});
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        fixture.clock().advance(std::chrono::minutes(10));
        QCOMPARE(fixture.sync(id).done, 0);
        QCOMPARE(fixture.count(AssetKind::Configuration), 4500);

        QHash<QString, QStringList> before;
        for (const QString &table : syncedTables())
            before.insert(table, rowsOf(fixture.database(), table));
        const auto lines = fixture.events(id).size();
        emptyLog(fixture.databasePath());
        practice.resetStats();

        QCOMPARE(fixture.sync(id, isFull).done, 0);

        for (const QString &table : syncedTables())
            QCOMPARE(rowsOf(fixture.database(), table), before.value(table));
        QCOMPARE(fixture.events(id).size(), lines + 1);
        QCOMPARE(fixture.events(id).constFirst().type, Event::Type::SyncFinished);
        // The line, the integration's row and where the next sync begins are a handful of pages; 5,000 records are not.
        const qint64 written = QFileInfo(QString(fixture.databasePath() + u"-wal"_s)).size();
        QVERIFY2(written < 100'000, qPrintable(QString::number(written)));
        QCOMPARE(practice.writes(), 0);
        const int pages = isFull ? 5 : 1;
        QVERIFY(practice.calls(u"GET /company/companies"_s) + practice.calls(u"GET /company/companies/count"_s) <= 2);
        QVERIFY(practice.calls(u"GET /company/contacts"_s) + practice.calls(u"GET /company/contacts/count"_s) <= 2);
        QVERIFY(practice.calls(u"GET /company/configurations"_s) <= pages);
        QVERIFY(practice.calls(u"GET /company/configurations/count"_s) <= 1);
        // Their sites are not listed anywhere but below them, so a full sync asks each.
        QCOMPARE(practice.calls(u"GET /company/companies/{id}/sites"_s), isFull ? 20 : 0);
    }

    void D6_locationsAreReadOfOrganizationsThatChanged()
    {
        PracticeProcess practice({.organizations = 8, .locations = 16, .contacts = 2, .configurations = 2},
                                 {u"--latency"_s, u"20"_s});
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        practice.update(u"organization"_s, u"3"_s, {{u"phoneNumber"_s, u"(414) 555-0100"_s}});
        practice.resetStats();
        fixture.sync(id);
        QCOMPARE(practice.calls(u"GET /company/companies/{id}/sites"_s), 1);
        practice.resetStats();
        fixture.sync(id, true);
        QCOMPARE(practice.calls(u"GET /company/companies/{id}/sites"_s), 8);
        QVERIFY(practice.stats().value("max_concurrent"_L1).toInt() > 1);
        // One permit stays free for what a person saves.
        QVERIFY(practice.stats().value("max_concurrent"_L1).toInt() < 4);
    }

    void listsThatStay_areNotWritten_andChangesAreTaken()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const QStringList before = rowsOf(fixture.database(), u"remote_option"_s);
        QVERIFY(before.size() > 50);
        emptyLog(fixture.databasePath());
        const auto refreshed = fixture.wait(fixture.engine().refreshLists(id));
        QVERIFY2(refreshed, wordsOf(refreshed).constData());
        QCOMPARE(rowsOf(fixture.database(), u"remote_option"_s), before);
        const qint64 written = QFileInfo(QString(fixture.databasePath() + u"-wal"_s)).size();
        QVERIFY2(written < 20'000, qPrintable(QString::number(written)));
    }
};

QTEST_GUILESS_MAIN(PullUnchangedTest)
#include "tst_pullunchanged.moc"
