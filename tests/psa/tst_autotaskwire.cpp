// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/autotask/autotaskwire.h"
#include "psa/scriptedpsa.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace tandem::autotask;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

class TestAutotaskWire final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void rows_becomeOurValues_data();
    void rows_becomeOurValues();
    void labels_comeFromTheTenantsPicklists();
    void D4_nameIsTheTitleOrElseTheProduct_data();
    void D4_nameIsTheTitleOrElseTheProduct();
    void references_areNumbersAndZeroIsOnlyACompany_data();
    void references_areNumbersAndZeroIsOnlyACompany();
    void inactiveContact_doesNotMoveToTheTenant_data();
    void inactiveContact_doesNotMoveToTheTenant();
    void fallbackProduct_saysNothingOfManufacturerAndModel();
    void primaryLocation_isUntoldUnlessRead();
    void version_isAFingerprintOfTheValues();
    void userDefinedFields_areRead_data();
    void userDefinedFields_areRead();
    void members_areNamed();

    void create_sendsWhatIsThere_data();
    void create_sendsWhatIsThere();
    void change_sendsOnlyWhatDiffers_data();
    void change_sendsOnlyWhatDiffers();
    void strangeValues_neverLeave_data();
    void strangeValues_neverLeave();
    void userDefinedFields_areWrittenAsAList();
    void settings_fillMembers();
    void C4d_tenantsLengths_areKept_data();
    void C4d_tenantsLengths_areKept();
    void unknownLabels_areNoticed();
    void listRows_becomeOptions();

private:
    [[nodiscard]] static QJsonObject row(const QString &kind);
    [[nodiscard]] RemoteRecord record(AssetKind kind, const QJsonObject &row,
                                      const Surroundings &more = {}) const;
    [[nodiscard]] const KindMap &map(AssetKind kind) const;

    std::optional<FieldMap> m_map;
};

namespace {

const QByteArray companyFields = R"([
    {"name":"companyName","dataType":"string","length":100},
    {"name":"companyType","dataType":"integer","isPickList":true,"picklistValues":[
        {"value":"1","label":"Customer","isActive":true},{"value":"3","label":"Prospect","isActive":false}]}])";

EntityMetadata metadataOf(const QByteArray &fields)
{
    return EntityMetadata::parse(object("{\"fields\":" + fields + "}")).value_or(EntityMetadata());
}

Surroundings withProduct(const Product &product)
{
    Surroundings surroundings;
    surroundings.products.insert(product.id, product);
    return surroundings;
}

const Product server{.id = 88, .name = u"Rack server"_s, .manufacturer = u"Dell"_s, .model = u"R740"_s};

AssetKind kindOf(const QString &name)
{
    return kindFromName(name).value_or(AssetKind::Organization);
}

} // namespace

void TestAutotaskWire::initTestCase()
{
    const Result<FieldMap> map = FieldMap::load(Platform::Autotask);
    QVERIFY(map.has_value());
    m_map = *map;
}

void TestAutotaskWire::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

QJsonObject TestAutotaskWire::row(const QString &kind)
{
    return object(fixture(QStringLiteral(FIXTURES), u"autotask-%1.json"_s.arg(kind)));
}

RemoteRecord TestAutotaskWire::record(AssetKind kind, const QJsonObject &row, const Surroundings &more) const
{
    return recordFrom(kind, row, map(kind), more);
}

const KindMap &TestAutotaskWire::map(AssetKind kind) const
{
    return m_map->kind(kind);
}

// ---- reading ------------------------------------------------------------------------------------

void TestAutotaskWire::rows_becomeOurValues_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("fixtureName");
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QString>("parent");
    QTest::addColumn<QString>("changedAt");
    QTest::newRow("company")
        << u"organization"_s << u"company"_s
        << QByteArray(R"({"name":"Harbour Freight & Sons","short_name":"HARB","organization_type":"1",
                                  "organization_status":"1","parent":"0","primary_location":"410",
                                  "classification":"14"})")
        << QString() << u"2026-03-04T05:06:07.500Z"_s;
    QTest::newRow("location")
        << u"location"_s << u"location"_s
        << QByteArray(R"({"name":"Head office","organization":"29683500","address_1":"1 Quay Road",
                                   "address_2":null,"city":"Tampa","region":"FL","postal_code":"33602","country":"237",
                                   "phone":"(555) 010-4477","fax":null})")
        << u"29683500"_s << QString();
    QTest::newRow("contact") << u"contact"_s << u"contact"_s
                             << QByteArray(
                                    R"({"first_name":"Ana","last_name":"O'Brien","organization":"29683500",
                                  "title":"Owner","location":"410",
                                  "emails":[{"value":"ana@example.com","label":"Work","primary":true}],
                                  "phones":[{"value":"5550104477","label":"Work","extension":"12","primary":true},
                                            {"value":"(555) 010-9999","label":"Mobile","primary":false}]})")
                             << u"29683500"_s << u"2026-02-03T10:00:00.030Z"_s;
    QTest::newRow("configuration")
        << u"configuration"_s << u"configuration"_s
        << QByteArray(R"({"name":"SRV-01","organization":"29683500","configuration_type":"3",
                                        "configuration_status":"1","manufacturer":"Dell","model":"R740","location":"410",
                                        "contact":"30690001","serial_number":"SN1","asset_tag":"A-100",
                                        "installed_at":"2024-02-03","installed_by":"29682885",
                                        "warranty_expires_at":"2027-02-03","notes":"first\r\nsecond"})")
        << QString() << u"2026-01-02T03:04:05.123Z"_s;
}

void TestAutotaskWire::rows_becomeOurValues()
{
    QFETCH(QString, kind);
    QFETCH(QString, fixtureName);
    QFETCH(QByteArray, values);
    QFETCH(QString, parent);
    QFETCH(QString, changedAt);
    Surroundings surroundings = withProduct(server);
    surroundings.primaryLocations = {{u"29683500"_s, u"410"_s}};
    const QJsonObject wire = row(fixtureName);
    const RemoteRecord read = record(kindOf(kind), wire, surroundings);
    QCOMPARE(read.values, object(values));
    QCOMPARE(read.key.id, QString::number(wire.value(u"id"_s).toInteger()));
    QCOMPARE(read.key.parentId, parent);
    QCOMPARE(read.changedAt.isValid() ? read.changedAt.toString(Qt::ISODateWithMs) : QString(), changedAt);
    QCOMPARE(read.wire, wire);
    QVERIFY(read.untold.isEmpty());
    QVERIFY(!read.version.isEmpty());
}

void TestAutotaskWire::labels_comeFromTheTenantsPicklists()
{
    Surroundings surroundings;
    surroundings.metadata = metadataOf(companyFields);
    QCOMPARE(
        record(AssetKind::Organization, row(u"company"_s), surroundings).names.value(u"organization_type"_s),
        u"Customer"_s);
    surroundings = withProduct(server);
    surroundings.members = {{u"29682885"_s, u"Ada Byron"_s}};
    const RemoteRecord configuration =
        record(AssetKind::Configuration, row(u"configuration"_s), surroundings);
    QCOMPARE(configuration.names.value(u"installed_by"_s), u"Ada Byron"_s);
    QCOMPARE(configuration.names.value(u"manufacturer"_s), u"Dell"_s); // whose models are learned below it
}

void TestAutotaskWire::D4_nameIsTheTitleOrElseTheProduct_data()
{
    QTest::addColumn<QJsonValue>("title");
    QTest::addColumn<QJsonValue>("name");
    QTest::newRow("title") << QJsonValue(u"SRV-01"_s) << QJsonValue(u"SRV-01"_s);
    QTest::newRow("null") << QJsonValue(QJsonValue::Null) << QJsonValue(u"Rack server"_s);
    QTest::newRow("empty") << QJsonValue(u" "_s) << QJsonValue(u"Rack server"_s);
}

void TestAutotaskWire::D4_nameIsTheTitleOrElseTheProduct()
{
    QFETCH(QJsonValue, title);
    QFETCH(QJsonValue, name);
    QJsonObject wire = row(u"configuration"_s);
    wire.insert(u"referenceTitle"_s, title);
    QCOMPARE(record(AssetKind::Configuration, wire, withProduct(server)).values.value(u"name"_s), name);
}

void TestAutotaskWire::references_areNumbersAndZeroIsOnlyACompany_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    const QJsonValue none = QJsonValue::Null;
    QTest::newRow("contact 0") << u"configuration"_s << QByteArray(R"({"id":1,"contactID":0})")
                               << u"contact"_s << none;
    QTest::newRow("location null") << u"contact"_s << QByteArray(R"({"id":1,"companyLocationID":null})")
                                   << u"location"_s << none;
    QTest::newRow("company 0") << u"configuration"_s << QByteArray(R"({"id":1,"companyID":0})")
                               << u"organization"_s << QJsonValue(u"0"_s);
    QTest::newRow("parent 0") << u"organization"_s << QByteArray(R"({"id":5,"parentCompanyID":0})")
                              << u"parent"_s << QJsonValue(u"0"_s);
    QTest::newRow("its own parent") << u"organization"_s << QByteArray(R"({"id":0,"parentCompanyID":0})")
                                    << u"parent"_s << none;
    QTest::newRow("large id") << u"configuration"_s << QByteArray(R"({"id":1,"contactID":9007199254740993})")
                              << u"contact"_s << QJsonValue(u"9007199254740993"_s);
    QTest::newRow("a text") << u"configuration"_s << QByteArray(R"({"id":1,"contactID":"7"})") << u"contact"_s
                            << none;
}

void TestAutotaskWire::references_areNumbersAndZeroIsOnlyACompany()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, wire);
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QCOMPARE(record(kindOf(kind), object(wire)).values.value(field), value);
}

void TestAutotaskWire::inactiveContact_doesNotMoveToTheTenant_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<bool>("isUntold");
    QTest::addColumn<QString>("parent");
    QTest::newRow("inactive, company 0")
        << QByteArray(R"({"id":7,"companyID":0,"isActive":0})") << true << u"250"_s;
    QTest::newRow("active, company 0")
        << QByteArray(R"({"id":7,"companyID":0,"isActive":1})") << false << u"0"_s;
    QTest::newRow("inactive, its company")
        << QByteArray(R"({"id":7,"companyID":9,"isActive":0})") << false << u"9"_s;
    QTest::newRow("inactive as a boolean")
        << QByteArray(R"({"id":7,"companyID":0,"isActive":false})") << true << u"250"_s;
}

void TestAutotaskWire::inactiveContact_doesNotMoveToTheTenant()
{
    QFETCH(QByteArray, wire);
    QFETCH(bool, isUntold);
    QFETCH(QString, parent);
    const RemoteRecord read = recordFrom(AssetKind::Contact, object(wire), map(AssetKind::Contact), {},
                                         {.id = u"7"_s, .parentId = u"250"_s});
    QCOMPARE(read.untold.contains(u"organization"_s), isUntold);
    QCOMPARE(read.values.contains(u"organization"_s), !isUntold);
    QCOMPARE(read.key.parentId, parent);
}

void TestAutotaskWire::fallbackProduct_saysNothingOfManufacturerAndModel()
{
    Surroundings surroundings = withProduct({.id = 88, .name = u"Misc"_s, .manufacturer = u"Generic"_s});
    surroundings.fallbackProduct = u"88"_s;
    const RemoteRecord read = record(AssetKind::Configuration, row(u"configuration"_s), surroundings);
    QCOMPARE(read.untold, (QStringList{u"manufacturer"_s, u"model"_s}));
    QVERIFY(!read.values.contains(u"manufacturer"_s) && !read.values.contains(u"model"_s));
    QVERIFY(!read.names.contains(u"manufacturer"_s));
}

void TestAutotaskWire::primaryLocation_isUntoldUnlessRead()
{
    QVERIFY(record(AssetKind::Organization, row(u"company"_s)).untold.contains(u"primary_location"_s));
    const Surroundings none{.primaryLocations = {{u"29683500"_s, QString()}}};
    const RemoteRecord read = record(AssetKind::Organization, row(u"company"_s), none);
    QVERIFY(read.untold.isEmpty());
    QVERIFY(read.values.value(u"primary_location"_s).isNull());
}

void TestAutotaskWire::version_isAFingerprintOfTheValues()
{
    const auto versionWith = [&](const QString &member, const QJsonValue &value) {
        QJsonObject wire = row(u"company"_s);
        wire.insert(member, value);
        return record(AssetKind::Organization, wire).version;
    };
    const QString version = record(AssetKind::Organization, row(u"company"_s)).version;
    QCOMPARE(versionWith(u"lastActivityDate"_s, u"2026-09-09T00:00:00Z"_s), version); // a note was written
    QCOMPARE(versionWith(u"webAddress"_s, u"www"_s), version); // is not mapped
    QVERIFY(versionWith(u"companyNumber"_s, u"X"_s) != version);
    QVERIFY(versionWith(u"classification"_s, 15) != version); // decides whether it syncs
    const QJsonObject wire = row(u"configuration"_s);
    QVERIFY(record(AssetKind::Configuration, wire, withProduct(server)).version
            != record(AssetKind::Configuration, wire).version); // the product has other names
}

void TestAutotaskWire::userDefinedFields_areRead_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QJsonValue>("value");
    const QJsonValue none = QJsonValue::Null;
    QTest::newRow("value") << QByteArray(
        R"({"id":1,"userDefinedFields":[{"name":"Host Name","value":"dc01"}]})")
                           << QJsonValue(u"dc01"_s);
    QTest::newRow("in another case") << QByteArray(
        R"({"id":1,"userDefinedFields":[{"name":"host name","value":"x"}]})")
                                     << QJsonValue(u"x"_s);
    QTest::newRow("blank") << QByteArray(
        R"({"id":1,"userDefinedFields":[{"name":"Host Name","value":null}]})")
                           << none;
    QTest::newRow("not among them") << QByteArray(
        R"({"id":1,"userDefinedFields":[{"name":"Other","value":"x"}]})")
                                    << none;
    QTest::newRow("empty list") << QByteArray(R"({"id":1,"userDefinedFields":[]})") << none;
    QTest::newRow("null") << QByteArray(R"({"id":1,"userDefinedFields":null})") << none;
    QTest::newRow("missing") << QByteArray(R"({"id":1})") << none;
    QTest::newRow("masked") << QByteArray(
        R"({"id":1,"userDefinedFields":[{"name":"Host Name","value":"*****"}]})")
                            << QJsonValue(QJsonValue::Undefined);
}

void TestAutotaskWire::userDefinedFields_areRead()
{
    QFETCH(QByteArray, wire);
    QFETCH(QJsonValue, value);
    KindMap custom = map(AssetKind::Configuration);
    custom.fields.append(
        {.field = u"hostname"_s, .remote = u"userDefinedFields.Host Name"_s, .shape = WireShape::Special});
    const RemoteRecord read = recordFrom(AssetKind::Configuration, object(wire), custom, {});
    QCOMPARE(read.values.value(u"hostname"_s), value);
    QCOMPARE(read.untold.contains(u"hostname"_s), value.isUndefined());
    // A user-defined field cannot be asked for by name, so everything is.
    QCOMPARE(membersOf(AssetKind::Configuration, custom), QStringList());
}

void TestAutotaskWire::members_areNamed()
{
    const QStringList company = membersOf(AssetKind::Organization, map(AssetKind::Organization));
    QVERIFY(company.contains(u"id"_s) && company.contains(u"classification"_s)
            && company.contains(u"lastActivityDate"_s));
    QVERIFY(!company.contains(u"isPrimary"_s)); // is a member of locations
    const QStringList contact = membersOf(AssetKind::Contact, map(AssetKind::Contact));
    QVERIFY(contact.contains(u"extension"_s) && contact.contains(u"isActive"_s)
            && contact.contains(u"faxNumber"_s));
    const QStringList configuration = membersOf(AssetKind::Configuration, map(AssetKind::Configuration));
    QVERIFY(configuration.contains(u"productID"_s) && !configuration.contains(u"manufacturerName"_s));
    QCOMPARE(QSet<QString>(contact.begin(), contact.end()).size(), contact.size());
}

// ---- writing ------------------------------------------------------------------------------------

void TestAutotaskWire::create_sendsWhatIsThere_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("company")
        << u"organization"_s
        << QByteArray(R"({"name":"New","organization_type":"1","organization_status":"0","parent":"0",
                                  "short_name":null,"primary_location":"5","site_name":"Main"})")
        << QByteArray(R"({"companyName":"New","companyType":1,"isActive":false,
                                  "parentCompanyID":0})");
    QTest::newRow("company, no status") << u"organization"_s << QByteArray(R"({"name":"New"})")
                                        << QByteArray(R"({"companyName":"New","isActive":true})");
    QTest::newRow("location")
        << u"location"_s
        << QByteArray(R"({"name":"Yard","organization":"250","region":"FL","country":"237"})")
        << QByteArray(R"({"name":"Yard","state":"FL","countryID":237,"isActive":true})");
    QTest::newRow("contact: active is a number")
        << u"contact"_s
        << QByteArray(R"({"first_name":"Ana","last_name":"Lee","organization":"250","location":"410",
             "emails":[{"value":"a@b.c","label":"Work","primary":true}],
             "phones":[{"value":"1","label":"work","extension":"9"},{"value":"4","label":"Fax"}]})")
        << QByteArray(
               R"({"firstName":"Ana","lastName":"Lee","companyLocationID":410,"emailAddress":"a@b.c","phone":"1",
             "extension":"9","faxNumber":"4","isActive":1})");
    QTest::newRow("configuration") << u"configuration"_s
                                   << QByteArray(R"({"name":"SRV","organization":"0","configuration_type":"3",
                                        "configuration_status":"1","manufacturer":"Dell","model":"R740",
                                        "installed_at":"2024-02-03","installed_by":"5","notes":"a\nb"})")
                                   << QByteArray(
                                          R"({"referenceTitle":"SRV","companyID":0,"configurationItemType":3,
                                        "isActive":true,"installDate":"2024-02-03T00:00:00.000Z","notes":"a\nb"})");
}

void TestAutotaskWire::create_sendsWhatIsThere()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, values);
    QFETCH(QByteArray, body);
    const Result<QJsonObject> made = createBody(kindOf(kind), object(values), map(kindOf(kind)));
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
    QCOMPARE(*made, object(body));
}

void TestAutotaskWire::change_sendsOnlyWhatDiffers_data()
{
    QTest::addColumn<QString>("fixtureName");
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("text") << u"company"_s << QByteArray(R"({"name":"Other"})")
                          << QByteArray(R"({"companyName":"Other"})");
    QTest::newRow("same again") << u"company"_s << QByteArray(R"({"name":"Harbour Freight & Sons"})")
                                << QByteArray("{}");
    QTest::newRow("null clears") << u"company"_s << QByteArray(R"({"short_name":null})")
                                 << QByteArray(R"({"companyNumber":null})");
    QTest::newRow("reference cleared")
        << u"configuration"_s << QByteArray(R"({"contact":null,"location":null})")
        << QByteArray(R"({"contactID":null,"companyLocationID":null})");
    QTest::newRow("date cleared") << u"configuration"_s << QByteArray(R"({"installed_at":null})")
                                  << QByteArray(R"({"installDate":null})");
    QTest::newRow("blank there too") << u"location"_s << QByteArray(R"({"address_2":null,"fax":null})")
                                     << QByteArray("{}");
    QTest::newRow("status") << u"company"_s << QByteArray(R"({"organization_status":"0"})")
                            << QByteArray(R"({"isActive":false})");
    QTest::newRow("blank status") << u"company"_s << QByteArray(R"({"organization_status":null})")
                                  << QByteArray("{}");
    QTest::newRow("one phone of two")
        << u"contact"_s << QByteArray(R"({"phones":[{"value":"5550104477","label":"Work","extension":"13"},
                                           {"value":"(555) 010-9999","label":"Mobile"}]})")
        << QByteArray(R"({"extension":"13"})");
    QTest::newRow("a phone gone") << u"contact"_s
                                  << QByteArray(R"({"phones":[{"value":"(555) 010-9999","label":"Mobile"}]})")
                                  << QByteArray(R"({"phone":null,"extension":null})");
    QTest::newRow("all phones gone") << u"contact"_s << QByteArray(R"({"phones":null})")
                                     << QByteArray(R"({"phone":null,"extension":null,"mobilePhone":null})");
    QTest::newRow("what has calls of its own")
        << u"company"_s << QByteArray(R"({"primary_location":"411"})") << QByteArray("{}");
    QTest::newRow("product") << u"configuration"_s << QByteArray(R"({"manufacturer":"HP"})")
                             << QByteArray("{}");
    QTest::newRow("only comes in") << u"configuration"_s << QByteArray(R"({"installed_by":"4"})")
                                   << QByteArray("{}");
}

void TestAutotaskWire::change_sendsOnlyWhatDiffers()
{
    QFETCH(QString, fixtureName);
    QFETCH(QByteArray, changes);
    QFETCH(QByteArray, body);
    const AssetKind kind = fixtureName == "company"_L1 ? AssetKind::Organization : kindOf(fixtureName);
    const RemoteRecord current = record(kind, row(fixtureName), withProduct(server));
    const Result<QJsonObject> made = changeBody(current, object(changes), map(kind));
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
    QCOMPARE(*made, object(body));
}

void TestAutotaskWire::strangeValues_neverLeave_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QString>("field");
    QTest::newRow("type that is no number")
        << u"organization"_s << QByteArray(R"({"organization_type":"x"})") << u"organization_type"_s;
    QTest::newRow("negative id") << u"contact"_s << QByteArray(R"({"location":"-5"})") << u"location"_s;
    QTest::newRow("two of one label")
        << u"contact"_s << QByteArray(R"({"emails":[{"value":"a","label":"Work"},
                                           {"value":"b","label":"Work"}]})")
        << u"emails"_s;
    QTest::newRow("label without a place")
        << u"contact"_s << QByteArray(R"({"phones":[{"value":"1","label":"Pager"}]})") << u"phones"_s;
}

void TestAutotaskWire::strangeValues_neverLeave()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, values);
    QFETCH(QString, field);
    const Result<QJsonObject> made = createBody(kindOf(kind), object(values), map(kindOf(kind)));
    QVERIFY(!made.has_value());
    QCOMPARE(made.error().code, ErrorCode::BadInput);
    QCOMPARE(made.error().field, field);
}

void TestAutotaskWire::userDefinedFields_areWrittenAsAList()
{
    KindMap custom = map(AssetKind::Configuration);
    custom.fields.append(
        {.field = u"hostname"_s, .remote = u"userDefinedFields.Host Name"_s, .shape = WireShape::Special});
    RemoteRecord current = record(AssetKind::Configuration, row(u"configuration"_s));
    const auto bodyOf = [&](const QJsonValue &value) {
        return changeBody(current, {{u"hostname"_s, value}}, custom).value_or(QJsonObject());
    };
    QCOMPARE(bodyOf(u"dc01"_s), object(R"({"userDefinedFields":[{"name":"Host Name","value":"dc01"}]})"));
    QCOMPARE(bodyOf(QJsonValue::Null),
             object(R"({"userDefinedFields":[{"name":"Host Name","value":null}]})"));
}

void TestAutotaskWire::settings_fillMembers()
{
    const KindMap &company = map(AssetKind::Organization);
    QCOMPARE(company.settings.size(), 2);
    QCOMPARE(settingOnWire(company.settings.at(0), u"29682885"_s).value_or(QJsonValue()),
             QJsonValue(29682885));
    QCOMPARE(settingOnWire(company.settings.at(1), u"555 1"_s).value_or(QJsonValue()),
             QJsonValue(u"555 1"_s));
    const Result<QJsonValue> blank = settingOnWire(company.settings.at(0), {});
    QVERIFY(!blank.has_value());
    QVERIFY(blank.error().message.contains(u"Sync Settings"_s));
}

void TestAutotaskWire::C4d_tenantsLengths_areKept_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<bool>("isTooLong");
    QTest::newRow("as long as allowed") << 12 << false;
    QTest::newRow("longer") << 13 << true;
}

void TestAutotaskWire::C4d_tenantsLengths_areKept()
{
    QFETCH(int, length);
    QFETCH(bool, isTooLong);
    const EntityMetadata metadata = metadataOf(
        R"([{"name":"CompanyName","dataType":"string","length":12},{"name":"companyType","length":0}])");
    const QJsonObject body{{u"companyName"_s, QString(length, u'x')}, {u"companyType"_s, 1}};
    const std::optional<Error> error =
        tooLongIn(body, metadata, AssetKind::Organization, map(AssetKind::Organization));
    QCOMPARE(error.has_value(), isTooLong);
    if (error) {
        QCOMPARE(error->code, ErrorCode::Rejected);
        QCOMPARE(error->field, u"name"_s);
        QVERIFY(error->message.contains(u"12"_s));
    }
}

void TestAutotaskWire::unknownLabels_areNoticed()
{
    const EntityMetadata metadata = metadataOf(companyFields);
    const KindMap &company = map(AssetKind::Organization);
    QCOMPARE(unknownLabelsIn(object(R"({"companyType":3})"), company, metadata), QStringList());
    QCOMPARE(unknownLabelsIn(object(R"({"companyType":7})"), company, metadata),
             QStringList{u"companyType=7"_s});
    QCOMPARE(unknownLabelsIn(object(R"({"companyType":null})"), company, metadata), QStringList());
    QCOMPARE(unknownLabelsIn(object(R"({"companyType":7})"), company, {}),
             QStringList()); // nothing was read yet
}

void TestAutotaskWire::listRows_becomeOptions()
{
    const auto country =
        countryFrom(object(R"({"id":237,"name":"United States","displayName":"USA","isActive":true,
                                               "isDefaultCountry":true})"));
    QVERIFY(country.has_value());
    QCOMPARE(*country, (RemoteOption{OptionList::Country, u"237"_s, u"USA"_s, true, true}));
    QCOMPARE(countryFrom(object(R"({"id":1,"name":"Chad","displayName":""})"))->name, u"Chad"_s);
    QVERIFY(!countryFrom(object(R"({"id":1})")).has_value());
    QCOMPARE(memberFrom(object(R"({"id":4,"firstName":"Ada","lastName":"Byron","isActive":false})")),
             std::optional(RemoteOption{OptionList::Member, u"4"_s, u"Ada Byron"_s, false}));
    QCOMPARE(memberFrom(object(R"({"id":4,"firstName":"","lastName":null,"userName":"ada"})"))->name,
             u"ada"_s);
}

QTEST_GUILESS_MAIN(TestAutotaskWire)
#include "tst_autotaskwire.moc"
