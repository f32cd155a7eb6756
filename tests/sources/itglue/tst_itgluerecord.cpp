// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/itglue/itgluerecord.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject row(const QByteArray &attributes)
{
    return {{u"id"_s, u"12"_s}, {u"type"_s, u"x"_s}, {u"attributes"_s, object(attributes)}};
}

QJsonObject toJson(const QHash<QString, QString> &texts)
{
    QJsonObject all;
    for (auto it = texts.constBegin(); it != texts.constEnd(); ++it)
        all.insert(it.key(), it.value());
    return all;
}

ItGlueNames names()
{
    ItGlueNames all;
    addNames(all, u"configuration_types"_s, {object(R"({"id":"3","attributes":{"name":"Server"}})")});
    addNames(all, u"operating_systems"_s,
             {object(R"({"id":"9","attributes":{"name":"Windows 11","platform-name":"Windows"}})")});
    return all;
}

} // namespace

/** A row of IT Glue as a record (rule H5). */
class ItGlueRecordTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void aRow_becomesARecord_data()
    {
        QTest::addColumn<AssetKind>("kind");
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<QByteArray>("values");
        QTest::addColumn<QByteArray>("names");
        QTest::addColumn<QByteArray>("references");

        QTest::newRow("organization")
            << AssetKind::Organization
            << R"({"name":" Harbor Dental ","short-name":"HD","organization-type-id":5,"organization-type-name":"Customer",
                   "organization-status-id":null,"organization-status-name":null,"parent-id":"7","alert":"Ring\nfirst",
                   "quick-notes":"a\r\nb","description":"not kept","primary":true})"_ba
            << R"({"name":"Harbor Dental","short_name":"HD","alert":"Ring first","quick_notes":"a\nb"})"_ba
            << R"({"organization_type":"Customer","organization_status":""})"_ba
            << R"({"parent":"7"})"_ba;
        QTest::newRow("organization without a parent")
            << AssetKind::Organization << R"({"name":"A","parent-id":null})"_ba
            << R"({"name":"A","parent":null})"_ba
            << "{}"_ba
            << "{}"_ba;
        QTest::newRow("what is not told stays unsaid") << AssetKind::Organization << R"({"name":"A"})"_ba
                                                       << R"({"name":"A"})"_ba
                                                       << "{}"_ba
                                                       << "{}"_ba;
        QTest::newRow("underscores")
            << AssetKind::Organization
            << R"({"name":"A","short_name":"B","organization_type_name":"Vendor"})"_ba
            << R"({"name":"A","short_name":"B"})"_ba
            << R"({"organization_type":"Vendor"})"_ba
            << "{}"_ba;
        QTest::newRow("location")
            << AssetKind::Location
            << R"({"organization-id":4,"organization-name":"A","name":"Main","address-1":"1 Oak","address-2":"",
                   "city":"Columbus","postal-code":"43004","region-id":1,"region-name":"Ohio","country-id":2,
                   "country-name":"United States","phone":"6145550101","formatted-phone":"(614) 555-0101",
                   "fax":"6145550102","formatted-fax":null,"notes":null})"_ba
            << R"({"name":"Main","address_1":"1 Oak","address_2":null,"city":"Columbus","postal_code":"43004",
                   "phone":"(614) 555-0101","fax":"6145550102","notes":null})"_ba
            << R"({"organization":"A","region":"Ohio","country":"United States"})"_ba
            << R"({"organization":"4"})"_ba;
        QTest::newRow("contact")
            << AssetKind::Contact
            << R"({"organization-id":4,"first-name":"Ann","last-name":"Lee","title":"Owner","contact-type-name":"Admin",
                   "location-id":6,"important":true,
                   "contact-emails":[{"value":"b@x.example","label-name":"Home","primary":false},
                                     {"value":"a@x.example","label-name":"Work","primary":true}],
                   "contact-phones":[{"value":"6145550101","formatted-value":"614-555-0101","label-name":"Work",
                                      "label-type":"phone","extension":"12","primary":true},
                                     {"value":"6145550102","label-name":"","label-type":"fax","primary":false}]})"_ba
            << R"({"first_name":"Ann","last_name":"Lee","title":"Owner","important":true,
                   "emails":[{"value":"b@x.example","label":"Home","primary":false},
                             {"value":"a@x.example","label":"Work","primary":true}],
                   "phones":[{"value":"614-555-0101","label":"Work","primary":true,"extension":"12"},
                             {"value":"6145550102","label":"Fax","primary":false}]})"_ba
            << R"({"contact_type":"Admin"})"_ba
            << R"({"organization":"4","location":"6"})"_ba;
        QTest::newRow("contact without points")
            << AssetKind::Contact
            << R"({"first-name":"Ann","contact-emails":[],"contact-phones":[],"location-id":null})"_ba
            << R"({"first_name":"Ann","emails":null,"phones":null,"location":null})"_ba
            << "{}"_ba
            << "{}"_ba;
        QTest::newRow("contact with a last name alone")
            << AssetKind::Contact << R"({"first-name":null,"last-name":"Reception"})"_ba
            << R"({"first_name":"Reception","last_name":null})"_ba
            << "{}"_ba
            << "{}"_ba;
        QTest::newRow("configuration")
            << AssetKind::Configuration
            << R"({"organization-id":4,"configuration-type-id":3,"configuration-type-name":null,"name":"SRV",
                   "configuration-status-id":1,"configuration-status-name":"Active","location-id":6,"contact-id":null,
                   "manufacturer-id":1,"manufacturer-name":"Dell","model-id":2,"model-name":"R740",
                   "operating-system-id":9,"operating-system-name":"Windows 11","serial-number":"S1",
                   "purchased-at":"2024-02-03T00:00:00.000Z","warranty-expires-at":"2027-05-05","archived":false,
                   "primary-ip":"10.0.0.1","restricted":true})"_ba
            << R"({"name":"SRV","contact":null,"operating_system":"Windows 11","platform":"Windows","serial_number":"S1",
                   "purchased_at":"2024-02-03","warranty_expires_at":"2027-05-05","primary_ip":"10.0.0.1"})"_ba
            << R"({"configuration_type":"Server","configuration_status":"Active","manufacturer":"Dell","model":"R740"})"_ba
            << R"({"organization":"4","location":"6"})"_ba;
    }

    void aRow_becomesARecord()
    {
        QFETCH(AssetKind, kind);
        QFETCH(QByteArray, attributes);
        const ImportedRecord record = recordFromItGlue(kind, row(attributes), names());
        QFETCH(QByteArray, values);
        QFETCH(QByteArray, names);
        QFETCH(QByteArray, references);
        QCOMPARE(record.kind, kind);
        QCOMPARE(record.externalId, u"12"_s);
        QVERIFY(record.isWhole);
        QCOMPARE(record.values, object(values));
        QCOMPARE(toJson(record.names), object(names));
        QCOMPARE(toJson(record.externalReferences), object(references));
    }

    void anArchivedConfiguration_isNotMade()
    {
        QVERIFY(!recordFromItGlue(AssetKind::Configuration, row(R"({"name":"A","archived":true})"), {})
                     .createsNew);
        QVERIFY(recordFromItGlue(AssetKind::Configuration, row(R"({"name":"A","archived":false})"), {})
                    .createsNew);
    }

    void notesAtTheLimitOfLists_areReadAgain()
    {
        const auto withNotes = [](int length) {
            return QJsonObject{{u"id"_s, u"1"_s},
                               {u"attributes"_s, QJsonObject{{u"quick-notes"_s, QString(length, u'x')}}}};
        };
        QVERIFY(isCutShort(withNotes(250)));
        QVERIFY(!isCutShort(withNotes(249)));
        QVERIFY(!isCutShort(row("{}")));
    }

    void whatItGlueSyncsItself_isSeen()
    {
        QVERIFY(isSyncedByItGlue(row(R"({"psa-integration":"enabled"})")));
        QVERIFY(!isSyncedByItGlue(row(R"({"psa-integration":"disabled"})")));
        QVERIFY(!isSyncedByItGlue(row(R"({"psa-integration":null})")));
    }

    void whatWasSaidAlready_isLeftOut()
    {
        ImportedRecord record = recordFromItGlue(
            AssetKind::Configuration,
            row(R"({"name":"A","notes":"n","manufacturer-name":"Dell","model-name":"R740","location-id":6})"),
            {});
        const QJsonObject said = saidBy(record, {u"location"_s});
        QVERIFY(changedSince(record, said).values.isEmpty());
        QVERIFY(changedSince(record, said).names.isEmpty());
        // A reference that could not be kept is said again.
        QCOMPARE(changedSince(record, said).externalReferences.keys(), QStringList{u"location"_s});
        record.names.insert(u"model"_s, u"R750"_s);
        QCOMPARE(changedSince(record, said).names.value(u"manufacturer"_s), u"Dell"_s);
        record.values.insert(u"notes"_s, QJsonValue::Null);
        QCOMPARE(changedSince(record, said).values, (QJsonObject{{u"notes"_s, QJsonValue::Null}}));
    }
};

QTEST_GUILESS_MAIN(ItGlueRecordTest)
#include "tst_itgluerecord.moc"
