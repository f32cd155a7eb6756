// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/matching.h"

#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** Rules D2 and D3: the same asset or not, never "nearly". */
class TestMatching final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void D2_match_isExact_data();
    void D2_match_isExact();
    void D2_match_holdsBetweenValuesOfThePsa();
    void D2_candidates_areAllNamed();
};

namespace {

const FieldValues company{{u"name"_s, u"Acme GmbH"_s}};
const FieldValues person{{u"organization"_s, 1}, {u"first_name"_s, u"Ann"_s}, {u"last_name"_s, u"Lee"_s}};
const FieldValues server{{u"organization"_s, 1},
                         {u"name"_s, u"ACME-DC01"_s},
                         {u"configuration_type"_s, 7},
                         {u"serial_number"_s, u"5CG1"_s},
                         {u"mac_address"_s, u"00:1A:2B:3C:4D:5E"_s}};
const FieldValues office{{u"organization"_s, 1},
                         {u"name"_s, u"Main"_s},
                         {u"address_1"_s, u"1 High St"_s},
                         {u"address_2"_s, u"Floor 2"_s},
                         {u"city"_s, u"Leeds"_s},
                         {u"region"_s, 3},
                         {u"country"_s, 4}};
const FieldValues bareOffice{{u"organization"_s, 1}, {u"name"_s, u"Main"_s}};

FieldValues with(FieldValues values, const QString &field, const QJsonValue &value)
{
    values.insert(field, value);
    return values;
}

} // namespace

void TestMatching::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestMatching::D2_match_isExact_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<QJsonObject>("local");
    QTest::addColumn<QJsonObject>("remote");
    QTest::addColumn<bool>("isSame");

    using K = AssetKind;
    const QJsonValue blank = QJsonValue::Null;
    QTest::newRow("organization") << K::Organization << company << company << true;
    QTest::newRow("organization, trimmed")
        << K::Organization << company << with(company, u"name"_s, u" Acme GmbH "_s) << true;
    QTest::newRow("organization, case")
        << K::Organization << company << with(company, u"name"_s, u"ACME GmbH"_s) << false;
    QTest::newRow("organization, nearly")
        << K::Organization << company << with(company, u"name"_s, u"Acme"_s) << false;
    QTest::newRow("organization, only name counts")
        << K::Organization << with(company, u"short_name"_s, u"A"_s) << with(company, u"short_name"_s, u"B"_s)
        << true;
    QTest::newRow("organization, both without name")
        << K::Organization << FieldValues() << FieldValues() << false;

    QTest::newRow("contact") << K::Contact << person << person << true;
    QTest::newRow("contact of another organization")
        << K::Contact << person << with(person, u"organization"_s, 2) << false;
    QTest::newRow("contact without organization") << K::Contact << with(person, u"organization"_s, blank)
                                                  << with(person, u"organization"_s, blank) << false;
    QTest::newRow("contact, other first name")
        << K::Contact << person << with(person, u"first_name"_s, u"Anne"_s) << false;
    QTest::newRow("contact, other last name")
        << K::Contact << person << with(person, u"last_name"_s, u"Li"_s) << false;
    QTest::newRow("contact, last name on one side")
        << K::Contact << person << with(person, u"last_name"_s, blank) << false;
    QTest::newRow("contact, both without last name") << K::Contact << with(person, u"last_name"_s, blank)
                                                     << with(person, u"last_name"_s, QString()) << true;
    QTest::newRow("contact, names swapped")
        << K::Contact << person << with(with(person, u"first_name"_s, u"Lee"_s), u"last_name"_s, u"Ann"_s)
        << false;
    QTest::newRow("contacts, both without any name")
        << K::Contact << FieldValues{{u"organization"_s, 1}} << FieldValues{{u"organization"_s, 1}} << false;

    QTest::newRow("configuration") << K::Configuration << server << server << true;
    QTest::newRow("configuration of another organization")
        << K::Configuration << server << with(server, u"organization"_s, 2) << false;
    QTest::newRow("configuration, other type")
        << K::Configuration << server << with(server, u"configuration_type"_s, 8) << false;
    QTest::newRow("configuration, type on one side")
        << K::Configuration << server << with(server, u"configuration_type"_s, blank) << false;
    QTest::newRow("configuration, other name")
        << K::Configuration << server << with(server, u"name"_s, u"ACME-DC02"_s) << false;
    QTest::newRow("configuration, other serial")
        << K::Configuration << server << with(server, u"serial_number"_s, u"5CG2"_s) << false;
    QTest::newRow("configuration, serial blank there")
        << K::Configuration << server << with(server, u"serial_number"_s, blank) << true;
    QTest::newRow("configuration, serial blank here")
        << K::Configuration << with(server, u"serial_number"_s, u" "_s) << server << true;
    QTest::newRow("configuration, other MAC")
        << K::Configuration << server << with(server, u"mac_address"_s, u"00:1A:2B:3C:4D:5F"_s) << false;
    QTest::newRow("configuration, MAC written otherwise")
        << K::Configuration << server << with(server, u"mac_address"_s, u"001a2b3c4d5e"_s) << true;
    QTest::newRow("configuration, MAC blank there")
        << K::Configuration << server << with(server, u"mac_address"_s, blank) << true;
    QTest::newRow("configuration, MAC blank here")
        << K::Configuration << with(server, u"mac_address"_s, blank) << server << true;
    QTest::newRow("configuration, serial differs and MAC is blank")
        << K::Configuration << server
        << with(with(server, u"serial_number"_s, u"5CG2"_s), u"mac_address"_s, blank) << false;
    QTest::newRow("configuration, status does not count")
        << K::Configuration << with(server, u"configuration_status"_s, 1)
        << with(server, u"configuration_status"_s, 2) << true;

    QTest::newRow("location") << K::Location << office << office << true;
    QTest::newRow("location, name does not count")
        << K::Location << office << with(office, u"name"_s, u"HQ"_s) << true;
    QTest::newRow("location, postal code does not count")
        << K::Location << office << with(office, u"postal_code"_s, u"LS1"_s) << true;
    for (const QString &field : {u"address_1"_s, u"address_2"_s, u"city"_s}) {
        QTest::addRow("location, other %s", qPrintable(field))
            << K::Location << office << with(office, field, u"x"_s) << false;
        QTest::addRow("location, %s on one side", qPrintable(field))
            << K::Location << office << with(office, field, blank) << false;
    }
    for (const QString &field : {u"region"_s, u"country"_s, u"organization"_s})
        QTest::addRow("location, other %s", qPrintable(field))
            << K::Location << office << with(office, field, 99) << false;
    QTest::newRow("location, all blank: by name") << K::Location << bareOffice << bareOffice << true;
    QTest::newRow("location, all blank: other name")
        << K::Location << bareOffice << with(bareOffice, u"name"_s, u"HQ"_s) << false;
    QTest::newRow("location, address on one side") << K::Location << office << bareOffice << false;
    QTest::newRow("location, only the country")
        << K::Location << with(bareOffice, u"country"_s, 4) << with(bareOffice, u"country"_s, 4) << true;
    QTest::newRow("location, country on one side")
        << K::Location << with(bareOffice, u"country"_s, 4) << bareOffice << false;
    QTest::newRow("locations, both without anything")
        << K::Location << FieldValues{{u"organization"_s, 1}} << FieldValues{{u"organization"_s, 1}} << false;
}

void TestMatching::D2_match_isExact()
{
    QFETCH(AssetKind, kind);
    QFETCH(QJsonObject, local);
    QFETCH(QJsonObject, remote);
    QFETCH(bool, isSame);
    QCOMPARE(isSameAsset(kind, local, remote), isSame);
    QCOMPARE(isSameAsset(kind, remote, local), isSame);
    // Candidates are looked up by their key, and kept without what is not compared.
    const FieldValues few = matchedValues(kind, remote);
    QCOMPARE(isSameAsset(kind, local, few), isSame);
    QCOMPARE(matchKey(kind, few), matchKey(kind, remote));
    if (isSame)
        QCOMPARE(matchKey(kind, local), matchKey(kind, few));
}

void TestMatching::D2_match_holdsBetweenValuesOfThePsa()
{
    const FieldValues there{{u"organization"_s, u"19297"_s},       {u"name"_s, u"ACME-DC01"_s},
                            {u"configuration_type"_s, u"52"_s},    {u"serial_number"_s, u"5CG1"_s},
                            {u"mac_address"_s, u"001A2B3C4D5E"_s}, {u"configuration_status"_s, u"1"_s}};
    QVERIFY(isSameAsset(AssetKind::Configuration, there, there));
    QVERIFY(
        isSameAsset(AssetKind::Configuration, there, with(there, u"mac_address"_s, u"00:1a:2b:3c:4d:5e"_s)));
    QVERIFY(!isSameAsset(AssetKind::Configuration, there, with(there, u"organization"_s, u"19298"_s)));
    QVERIFY(!isSameAsset(AssetKind::Configuration, there, with(there, u"organization"_s, QJsonValue::Null)));
    QVERIFY(!isSameAsset(AssetKind::Configuration, there, with(there, u"configuration_type"_s, u"5"_s)));

    const FieldValues site{{u"organization"_s, u"19297"_s},
                           {u"name"_s, u"Main"_s},
                           {u"city"_s, u"Leeds"_s},
                           {u"region"_s, u"3"_s},
                           {u"country"_s, u"1"_s}};
    QVERIFY(isSameAsset(AssetKind::Location, site, with(site, u"name"_s, u"HQ"_s)));
    QVERIFY(!isSameAsset(AssetKind::Location, site, with(site, u"region"_s, u"4"_s)));
}

void TestMatching::D2_candidates_areAllNamed()
{
    const auto record = [](RecordId id, const FieldValues &fields) {
        return Record{.id = id, .kind = AssetKind::Configuration, .fields = fields};
    };
    const QList<Record> candidates{record(1, with(server, u"serial_number"_s, u"other"_s)), record(2, server),
                                   record(3, with(server, u"organization"_s, 2)),
                                   record(4, with(server, u"serial_number"_s, QJsonValue::Null))};
    QCOMPARE(matchesOf(AssetKind::Configuration, candidates, server), (QList<RecordId>{2, 4}));
    QCOMPARE(matchesOf(AssetKind::Configuration, candidates, with(server, u"organization"_s, 2)),
             QList<RecordId>{3});
    QCOMPARE(matchesOf(AssetKind::Configuration, candidates, with(server, u"name"_s, u"x"_s)),
             QList<RecordId>{});
    QCOMPARE(matchesOf(AssetKind::Configuration, {}, server), QList<RecordId>{});
}

QTEST_GUILESS_MAIN(TestMatching)
#include "tst_matching.moc"
