// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csvline.h"
#include "sources/csv/csvmapping.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

CsvRow rowOf(const QStringList &cells)
{
    return {.number = 2, .cells = cells, .problem = {}};
}

} // namespace

/** What columns become (rule H2). */
class CsvMappingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void columnsAreSuggested_data()
    {
        QTest::addColumn<QStringList>("columns");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("targets");
        QTest::newRow("labels") << QStringList{u"Name"_s, u"Short name"_s, u"Type"_s}
                                << int(AssetKind::Organization)
                                << QStringList{u"name"_s, u"short_name"_s, u"organization_type"_s};
        QTest::newRow("ids") << QStringList{u"name"_s, u"serial_number"_s, u"nonsense"_s}
                             << int(AssetKind::Configuration)
                             << QStringList{u"name"_s, u"serial_number"_s, {}};
        QTest::newRow("IT Glue, configurations")
            << QStringList{u"id"_s,           u"organization"_s, u"name"_s,    u"configuration_type"_s,
                           u"manufacturer"_s, u"mac_address"_s,  u"archived"_s}
            << int(AssetKind::Configuration)
            << QStringList{u"external_id"_s,  u"organization"_s, u"name"_s, u"configuration_type"_s,
                           u"manufacturer"_s, u"mac_address"_s,  {}};
        QTest::newRow("IT Glue, contacts")
            << QStringList{u"id"_s,        u"organization-name"_s, u"first-name"_s,
                           u"last-name"_s, u"contact-type-name"_s, u"primary_email"_s}
            << int(AssetKind::Contact) << QStringList{u"external_id"_s, u"organization"_s, u"first_name"_s,
                                                      u"last_name"_s,   u"contact_type"_s, u"emails"_s};
        QTest::newRow("an id of who knows what stays out")
            << QStringList{u"id"_s, u"name"_s} << int(AssetKind::Organization) << QStringList{{}, u"name"_s};
        QTest::newRow("the same twice") << QStringList{u"Name"_s, u"name (2)"_s, u"Company name"_s}
                                        << int(AssetKind::Organization) << QStringList{u"name"_s, {}, {}};
        QTest::newRow("phones") << QStringList{u"First name"_s, u"Mobile"_s, u"Fax"_s}
                                << int(AssetKind::Contact)
                                << QStringList{u"first_name"_s, u"phones:Mobile"_s, u"phones:Fax"_s};
    }

    void columnsAreSuggested()
    {
        QFETCH(QStringList, columns);
        QFETCH(int, kind);
        QFETCH(QStringList, targets);
        QCOMPARE(suggestCsvMapping(AssetKind(kind), columns).targets, targets);
    }

    void theKindIsSuggested_data()
    {
        QTest::addColumn<QStringList>("columns");
        QTest::addColumn<int>("kind");
        QTest::newRow("organization")
            << QStringList{u"Name"_s, u"Short name"_s} << int(AssetKind::Organization);
        QTest::newRow("contact") << QStringList{u"First name"_s, u"Last name"_s, u"Company"_s, u"Email"_s}
                                 << int(AssetKind::Contact);
        QTest::newRow("location") << QStringList{u"Name"_s, u"Client"_s, u"Address"_s, u"City"_s, u"Zip"_s}
                                  << int(AssetKind::Location);
        QTest::newRow("configuration") << QStringList{u"Name"_s, u"Client"_s, u"Type"_s, u"Serial"_s, u"OS"_s}
                                       << int(AssetKind::Configuration);
    }

    void theKindIsSuggested()
    {
        QFETCH(QStringList, columns);
        QFETCH(int, kind);
        QCOMPARE(int(suggestCsvKind(columns)), kind);
    }

    void aRowBecomesARecord()
    {
        CsvMapping mapping = suggestCsvMapping(
            AssetKind::Contact,
            {u"First name"_s, u"Company"_s, u"Email"_s, u"Mobile"_s, u"Important contact"_s, u"Notes"_s});
        const ImportedRecord record = recordFromCsv(
            rowOf({u" Jo "_s, u"Acme"_s, u"jo@a.example; jo@b.example"_s, u"'+49 30 1"_s, u"Yes"_s, {}}),
            mapping);
        QVERIFY(!record.problem);
        QCOMPARE(record.values.value("first_name"_L1).toString(), u"Jo"_s);
        QCOMPARE(record.names.value(u"organization"_s), u"Acme"_s);
        QCOMPARE(record.values.value("emails"_L1).toArray().size(), 2);
        const QJsonObject phone = record.values.value("phones"_L1).toArray().at(0).toObject();
        QCOMPARE(phone.value("value"_L1).toString(), u"+49 30 1"_s);
        QCOMPARE(phone.value("label"_L1).toString(), u"Mobile"_s);
        QCOMPARE(record.values.value("important"_L1), QJsonValue(true));
        QVERIFY(!record.values.contains("notes"_L1));
        mapping.blankErases = true;
        const ImportedRecord erasing = recordFromCsv(rowOf({u"Jo"_s, {}, {}, {}, {}, {}}), mapping);
        QVERIFY(erasing.values.value("notes"_L1).isNull());
        QVERIFY(erasing.values.contains("notes"_L1));
        QVERIFY(!erasing.values.contains("emails"_L1));
    }

    void datesAreUnderstoodOrAskedFor_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<int>("order");
        QTest::addColumn<QString>("expected");
        const int unknown = int(DateOrder::Unknown);
        QTest::newRow("ISO") << u"2026-01-31"_s << unknown << u"2026-01-31"_s;
        QTest::newRow("ISO with time") << u"2026-01-31T10:00:00Z"_s << unknown << u"2026-01-31"_s;
        QTest::newRow("dots") << u"3.4.2026"_s << unknown << u"2026-04-03"_s;
        QTest::newRow("clear by itself") << u"1/31/2026"_s << unknown << u"2026-01-31"_s;
        QTest::newRow("not clear") << u"1/2/2026"_s << unknown << QString();
        QTest::newRow("day first") << u"1/2/2026"_s << int(DateOrder::DayFirst) << u"2026-02-01"_s;
        QTest::newRow("month first") << u"1/2/2026"_s << int(DateOrder::MonthFirst) << u"2026-01-02"_s;
        QTest::newRow("no such day") << u"2026-02-31"_s << unknown << QString();
        QTest::newRow("words") << u"soon"_s << unknown << QString();
    }

    void datesAreUnderstoodOrAskedFor()
    {
        QFETCH(QString, cell);
        QFETCH(int, order);
        QFETCH(QString, expected);
        CsvMapping mapping = suggestCsvMapping(AssetKind::Configuration, {u"Purchased on"_s});
        mapping.dateOrder = DateOrder(order);
        const ImportedRecord record = recordFromCsv(rowOf({cell}), mapping);
        QCOMPARE(bool(record.problem), expected.isEmpty());
        QCOMPARE(record.values.value("purchased_at"_L1).toString(), expected);
    }

    void aMappingIsSavedAndReadAgain()
    {
        CsvMapping mapping = suggestCsvMapping(AssetKind::Organization, {u"Name"_s, u"Alert"_s});
        mapping.onMatch = OnMatch::Skip;
        mapping.createsNew = false;
        mapping.dateOrder = DateOrder::DayFirst;
        const CsvFormat format{
            .encoding = CsvEncoding::Windows1252, .delimiter = u';', .quote = u'\'', .hasHeader = false};
        CsvFormat again;
        const auto read = csvMappingFromJson(csvMappingToJson(mapping, format), AssetKind::Organization,
                                             mapping.columns, again);
        QVERIFY(read);
        QCOMPARE(again, format);
        QCOMPARE(read->targets, mapping.targets);
        QCOMPARE(read->onMatch, mapping.onMatch);
        QCOMPARE(read->createsNew, false);
        QCOMPARE(read->dateOrder, DateOrder::DayFirst);
        const auto wrong = csvMappingFromJson({{u"columns"_s, QJsonObject{{u"Name"_s, u"nonsense"_s}}}},
                                              AssetKind::Organization, mapping.columns, again);
        QCOMPARE(wrong.error().code, ErrorCode::BadInput);
    }

    void whatASpreadsheetWouldRun_isMadeHarmlessAndReadBack_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("formula") << u"=1+1"_s << "'=1+1\r\n"_ba;
        QTest::newRow("at") << u"@SUM(A1)"_s << "'@SUM(A1)\r\n"_ba;
        QTest::newRow("tab") << u"\t=1"_s << "'\t=1\r\n"_ba;
        QTest::newRow("carriage return") << u"\r=1"_s << "\"'\r=1\"\r\n"_ba;
        QTest::newRow("phone number") << u"+49 30 1"_s << "'+49 30 1\r\n"_ba;
        QTest::newRow("negative number stays one") << u"-12.5"_s << "-12.5\r\n"_ba;
        QTest::newRow("dash alone") << u"-"_s << "'-\r\n"_ba;
        QTest::newRow("infinity is a name") << u"-inf"_s << "'-inf\r\n"_ba;
        QTest::newRow("words") << u"a, \"b\""_s << "\"a, \"\"b\"\"\"\r\n"_ba;
    }

    void whatASpreadsheetWouldRun_isMadeHarmlessAndReadBack()
    {
        QFETCH(QString, cell);
        QFETCH(QByteArray, line);
        QCOMPARE(csvLine({cell}), line);
        QString written = cell;
        if (line.contains('\''))
            written = u'\'' + cell;
        QCOMPARE(withoutCsvGuard(written), cell);
    }
};

QTEST_GUILESS_MAIN(CsvMappingTest)
#include "tst_csvmapping.moc"
