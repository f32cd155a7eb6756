// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/connectwise/connectwisewire.h"
#include "psa/scriptedpsa.h"

#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace tandem::connectwise;
using namespace Qt::Literals::StringLiterals;
using tests::array;
using tests::object;

class TestConnectWiseWire final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void company_isRead();
    void site_belongsToItsCompany();
    void contact_isRead();
    void configuration_isRead();
    void D4_macIsPassedOn_forTheRulesToJudge_data();
    void D4_macIsPassedOn_forTheRulesToJudge();
    void bareObjects_areBlank_notWrong_data();
    void bareObjects_areBlank_notWrong();
    void createBody_holdsWhatIsMapped_data();
    void createBody_holdsWhatIsMapped();
    void createBody_ofABadReference_fails();
    void patch_holdsOnlyTheChanges_data();
    void patch_holdsOnlyTheChanges();
    void patch_carriesCustomFields_butNoMaskedPassword();
    void mappedCustomFields_travel_data();
    void mappedCustomFields_travel();
    void aCustomFieldThatIsNotThere_isUntold_andNotSent();
    void customFields_areTold_data();
    void customFields_areTold();
    void option_isRead_data();
    void option_isRead();
    void comparison_survivesHostileText_data();
    void comparison_survivesHostileText();
    void nextPageId_isTakenFromTheLink_data();
    void nextPageId_isTakenFromTheLink();

private:
    [[nodiscard]] RemoteRecord read(AssetKind kind, const QString &name, const QString &parentId = {}) const;
    [[nodiscard]] const KindMap &map(AssetKind kind) const;

    std::optional<FieldMap> m_map;
};

void TestConnectWiseWire::initTestCase()
{
    const Result<FieldMap> map = FieldMap::load(Platform::ConnectWise);
    QVERIFY2(map.has_value(), map ? "" : qPrintable(map.error().message));
    m_map = *map;
}

void TestConnectWiseWire::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

const KindMap &TestConnectWiseWire::map(AssetKind kind) const
{
    return m_map->kind(kind);
}

RemoteRecord TestConnectWiseWire::read(AssetKind kind, const QString &name, const QString &parentId) const
{
    const QByteArray json = tests::fixture(QStringLiteral(FIXTURES), name);
    return recordFrom(kind, object(json), map(kind), parentId);
}

void TestConnectWiseWire::company_isRead()
{
    const RemoteRecord record = read(AssetKind::Organization, u"company.json"_s);
    QCOMPARE(record.key.id, u"250"_s);
    QCOMPARE(record.version, u"2024-05-06T07:08:09Z"_s);
    QCOMPARE(record.changedBy, u"jdoe"_s);
    QCOMPARE(record.changedAt, QDateTime(QDate(2024, 5, 6), QTime(7, 8, 9), Qt::UTC));
    QVERIFY(!record.isDeleted);
    QCOMPARE(record.values, object(R"({"name":"Northwind Dental","short_name":"NORTH","organization_type":"4",
                                       "organization_status":"1","parent":"19","primary_location":"1401"})"));
    QCOMPARE(record.alternatives.value(u"organization_type"_s), QStringList({u"4"_s, u"9"_s}));
    QCOMPARE(record.names.value(u"organization_status"_s), u"Active"_s);
    QCOMPARE(record.names.value(u"organization_type"_s), u"Customer"_s);
    QVERIFY(record.wire.contains(u"customFields"_s));
}

void TestConnectWiseWire::site_belongsToItsCompany()
{
    const RemoteRecord record = read(AssetKind::Location, u"site.json"_s, u"250"_s);
    QCOMPARE(record.key, (RemoteKey {.id = u"1401"_s, .parentId = u"250"_s}));
    QCOMPARE(record.values,
             object(R"({"name":"Main","organization":"250","address_1":"1 Quay Road","address_2":null,"city":"Tampa",
                        "region":"12","postal_code":"33602","country":"1","phone":"8135550100","fax":null})"));
    QJsonObject withCompany = record.wire;
    withCompany.insert(u"company"_s, object(R"({"id":251})"));
    QCOMPARE(recordFrom(AssetKind::Location, withCompany, map(AssetKind::Location), u"250"_s).key.parentId, u"251"_s);
}

void TestConnectWiseWire::contact_isRead()
{
    const RemoteRecord record = read(AssetKind::Contact, u"contact.json"_s);
    QCOMPARE(record.values, object(R"({
        "first_name":"Ana","last_name":"Ruiz","organization":"250","title":"Office manager","contact_type":"2",
        "location":null,
        "emails":[{"value":"ana@example.com","label":"Email","primary":true},
                  {"value":"home@example.org","label":"Home email","primary":false}],
        "phones":[{"value":"8135550101","label":"Direct","extension":"12","primary":true},
                  {"value":"8135550102","label":"Fax","primary":false}]})"));
}

void TestConnectWiseWire::configuration_isRead()
{
    const RemoteRecord record = read(AssetKind::Configuration, u"configuration.json"_s);
    QCOMPARE(record.values, object(R"({
        "name":"SRV-01","organization":"250","configuration_type":"17","configuration_status":"1","location":"1401",
        "contact":"77","primary_ip":"10.0.0.5","mac_address":"00:11:22:33:44:55","default_gateway":"10.0.0.1",
        "serial_number":"ABC-123","asset_tag":"T-9","manufacturer":"31","model":"R740",
        "operating_system":"Windows Server 2022","installed_at":"2020-02-03","installed_by":"143",
        "purchased_at":"2020-01-15","warranty_expires_at":"2025-01-15","notes":"first line second line"})"));
    QCOMPARE(record.names.value(u"installed_by"_s), u"Jane Doe"_s);
}

void TestConnectWiseWire::D4_macIsPassedOn_forTheRulesToJudge_data()
{
    QTest::addColumn<QString>("mac");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("colons") << u"00:11:22:33:44:55"_s << true;
    QTest::newRow("bare") << u"001122334455"_s << true;
    // Blank here would say that the PSA blanked it, and would erase a good one.
    QTest::newRow("two joined") << u"001122334455,66778899AABB"_s << true;
    QTest::newRow("words") << u"see label"_s << true;
    QTest::newRow("empty") << QString() << false;
}

void TestConnectWiseWire::D4_macIsPassedOn_forTheRulesToJudge()
{
    QFETCH(QString, mac);
    QFETCH(bool, isKept);
    const RemoteRecord record =
        recordFrom(AssetKind::Configuration, {{u"id"_s, 1}, {u"macAddress"_s, mac}}, map(AssetKind::Configuration));
    QCOMPARE(record.values.value(u"mac_address"_s), isKept ? QJsonValue(mac) : QJsonValue(QJsonValue::Null));
}

void TestConnectWiseWire::bareObjects_areBlank_notWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("only an id") << QByteArray(R"({"id":5})");
    QTest::newRow("empty references") << QByteArray(R"({"id":5,"company":{},"site":null,"contact":{"id":null}})");
    QTest::newRow("wrong types") << QByteArray(
        R"({"id":5,"name":[],"company":"x","types":7,"communicationItems":{},"installationDate":3})");
}

void TestConnectWiseWire::bareObjects_areBlank_notWrong()
{
    QFETCH(QByteArray, json);
    for (const AssetKind kind : allKinds) {
        const RemoteRecord record = recordFrom(kind, object(json), map(kind));
        QCOMPARE(record.key.id, u"5"_s);
        for (const MappedField &field : map(kind).fields)
            QVERIFY2(record.values.value(field.field).isNull(), qPrintable(field.field));
    }
}

void TestConnectWiseWire::createBody_holdsWhatIsMapped_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("company") << int(AssetKind::Organization)
                             << QByteArray(R"({"name":"N","short_name":"NN","organization_type":"4",
                                               "organization_status":"1","parent":"19","primary_location":"3",
                                               "site_name":"Harbour"})")
                             << QByteArray(R"({"name":"N","identifier":"NN","types":[{"id":4}],"status":{"id":1},
                                               "parentCompany":{"id":19},"site":{"name":"Harbour"}})");
    QTest::newRow("company without a location")
        << int(AssetKind::Organization) << QByteArray(R"({"name":"N","short_name":"NN","parent":null})")
        << QByteArray(R"({"name":"N","identifier":"NN","site":{"name":"Main"}})");
    QTest::newRow("site") << int(AssetKind::Location)
                          << QByteArray(R"({"name":"S","organization":"250","region":"12","country":"1",
                                            "address_1":"","phone":"1"})")
                          << QByteArray(R"({"name":"S","stateReference":{"id":12},"country":{"id":1}})");
    QTest::newRow("contact") << int(AssetKind::Contact)
                             << QByteArray(R"({"first_name":"A","organization":"250","contact_type":"2",
                                               "emails":[{"value":"a@b.c"}]})")
                             << QByteArray(R"({"firstName":"A","company":{"id":250},"types":[{"id":2}]})");
    QTest::newRow("configuration") << int(AssetKind::Configuration)
                                   << QByteArray(R"({"name":"C","organization":"250","configuration_type":"17",
                                                     "installed_at":"2020-02-03","model":"R740","notes":"a\nb"})")
                                   << QByteArray(R"({"name":"C","company":{"id":250},"type":{"id":17},
                                                     "installationDate":"2020-02-03T00:00:00Z","modelNumber":"R740",
                                                     "notes":"a\nb"})");
}

void TestConnectWiseWire::createBody_holdsWhatIsMapped()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, values);
    QFETCH(QByteArray, body);
    const Result<QJsonObject> made = createBody(AssetKind(kind), object(values), map(AssetKind(kind)));
    QVERIFY(made.has_value());
    QCOMPARE(*made, object(body));
}

void TestConnectWiseWire::createBody_ofABadReference_fails()
{
    const Result<QJsonObject> made =
        createBody(AssetKind::Contact, object(R"({"first_name":"A","organization":"x/1"})"), map(AssetKind::Contact));
    QVERIFY(!made.has_value());
    QCOMPARE(made.error().field, u"organization"_s);
}

void TestConnectWiseWire::patch_holdsOnlyTheChanges_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<QByteArray>("patch");
    QTest::newRow("text") << int(AssetKind::Configuration) << QByteArray(R"({"name":"SRV-02"})")
                          << QByteArray(R"([{"op":"replace","path":"name","value":"SRV-02"}])");
    QTest::newRow("whole reference") << int(AssetKind::Configuration) << QByteArray(R"({"location":"8"})")
                                     << QByteArray(R"([{"op":"replace","path":"site","value":{"id":8}}])");
    QTest::newRow("date") << int(AssetKind::Configuration) << QByteArray(R"({"purchased_at":"2021-12-31"})")
                          << QByteArray(R"([{"op":"replace","path":"purchaseDate","value":"2021-12-31T00:00:00Z"}])");
    QTest::newRow("blanked") << int(AssetKind::Configuration) << QByteArray(R"({"serial_number":null,"contact":null})")
                             << QByteArray(
                                    R"([{"op":"remove","path":"contact"},{"op":"remove","path":"serialNumber"}])");
    QTest::newRow("blank already") << int(AssetKind::Contact) << QByteArray(R"({"location":null,"title":"x"})")
                                   << QByteArray(R"([{"op":"replace","path":"title","value":"x"}])");
    QTest::newRow("what has calls of its own")
        << int(AssetKind::Contact) << QByteArray(R"({"emails":null,"contact_type":"3"})") << QByteArray("[]");
    QTest::newRow("only comes in") << int(AssetKind::Location) << QByteArray(R"({"phone":"1","fax":null})")
                                   << QByteArray("[]");
}

void TestConnectWiseWire::patch_holdsOnlyTheChanges()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, changes);
    QFETCH(QByteArray, patch);
    const AssetKind asset = AssetKind(kind);
    const QString file = asset == AssetKind::Configuration ? u"configuration.json"_s
        : asset == AssetKind::Contact                      ? u"contact.json"_s
                                                           : u"site.json"_s;
    const Result<QJsonArray> made = patchFor(read(asset, file), object(changes), map(asset));
    QVERIFY(made.has_value());
    QCOMPARE(*made, array(patch));
}

void TestConnectWiseWire::patch_carriesCustomFields_butNoMaskedPassword()
{
    const RemoteRecord company = read(AssetKind::Organization, u"company.json"_s);
    const Result<QJsonArray> made = patchFor(company, object(R"({"name":"Northwind"})"), map(AssetKind::Organization));
    QVERIFY(made.has_value());
    QCOMPARE(made->size(), 2);
    const QJsonObject last = made->last().toObject();
    QCOMPARE(last.value(u"path"_s), u"customFields"_s);
    QCOMPARE(last.value(u"value"_s).toArray().size(), 1);
    QCOMPARE(last.value(u"value"_s).toArray().first().toObject().value(u"value"_s), u"A-1"_s);
    const Result<QJsonArray> nothing = patchFor(company, {}, map(AssetKind::Organization));
    QVERIFY(nothing->isEmpty());
}

void TestConnectWiseWire::mappedCustomFields_travel_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *name, TenantFieldType type, const char *wire, const QJsonValue &value) {
        QTest::newRow(name) << int(type) << QByteArray(wire) << value;
    };
    row("text", TenantFieldType::Text, R"("U12")", u"U12"_s);
    row("number", TenantFieldType::Number, "12.5", u"12.5"_s);
    row("whole number", TenantFieldType::Number, "12", u"12"_s);
    row("date", TenantFieldType::Date, R"("2026-01-31T00:00:00Z")", u"2026-01-31"_s);
    row("flag", TenantFieldType::Flag, "true", true);
    row("blank", TenantFieldType::Text, "null", QJsonValue::Null);
}

void TestConnectWiseWire::mappedCustomFields_travel()
{
    QFETCH(int, type);
    QFETCH(QByteArray, wire);
    QFETCH(QJsonValue, value);
    const CustomMapping mapping {.kind = AssetKind::Configuration,
                                 .field = u"custom_1"_s,
                                 .tenant = {.remote = u"32"_s, .title = u"Rack"_s, .type = TenantFieldType(type)}};
    const KindMap custom = FieldMap::with(Platform::ConnectWise, {mapping})->kind(AssetKind::Configuration);
    const QJsonObject row = object(R"({"id":7,"customFields":[{"id":31,"caption":"Owner","value":"Ann"},)"
                                   R"({"id":32,"caption":"Rack","value":)"
                                   + wire + "}]}");
    const RemoteRecord record = recordFrom(AssetKind::Configuration, row, custom);
    QCOMPARE(record.values.value(u"custom_1"_s), value);

    const QJsonObject before = object(R"({"id":7,"customFields":[{"id":31,"caption":"Owner","value":"Ann"},)"
                                      R"({"id":32,"caption":"Rack","value":"old"}]})");
    const RemoteRecord current = recordFrom(AssetKind::Configuration, before, custom);
    const Result<QJsonArray> patch = patchFor(current, {{u"custom_1"_s, value}}, custom);
    QVERIFY(patch.has_value());
    QCOMPARE(patch->size(), 1);
    const QJsonObject operation = patch->first().toObject();
    QCOMPARE(operation.value(u"path"_s), u"customFields"_s);
    QCOMPARE(operation.value(u"value"_s).toArray(), row.value(u"customFields"_s).toArray());
    const Result<QJsonObject> body = createBody(AssetKind::Configuration, {{u"custom_1"_s, value}}, custom);
    QVERIFY(body.has_value());
    if (value.isNull())
        QVERIFY(!body->contains(u"customFields"_s));
    else
        QCOMPARE(body->value(u"customFields"_s).toArray(), array(R"([{"id":32,"value":)" + wire + "}]"));
}

void TestConnectWiseWire::aCustomFieldThatIsNotThere_isUntold_andNotSent()
{
    const CustomMapping mapping {.kind = AssetKind::Organization,
                                 .field = u"custom_1"_s,
                                 .tenant = {.remote = u"99"_s, .title = u"Gone"_s}};
    const KindMap custom = FieldMap::with(Platform::ConnectWise, {mapping})->kind(AssetKind::Organization);
    const QJsonObject row = object(tests::fixture(QStringLiteral(FIXTURES), u"company.json"_s));
    const RemoteRecord company = recordFrom(AssetKind::Organization, row, custom);
    QCOMPARE(company.untold, QStringList {u"custom_1"_s});
    const Result<QJsonArray> patch
        = patchFor(company, {{u"custom_1"_s, u"x"_s}, {u"name"_s, u"Northwind"_s}}, custom);
    QVERIFY(patch.has_value());
    QCOMPARE(patch->size(), 2);
    QCOMPARE(patch->last().toObject().value(u"value"_s).toArray().size(), 1);
    QVERIFY(patchFor(company, {{u"custom_1"_s, u"x"_s}}, custom)->isEmpty());
}

void TestConnectWiseWire::customFields_areTold_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QString>("type");
    const auto row = [](const char *name, const char *entry, const char *type) {
        QTest::newRow(name) << QByteArray(entry) << QString::fromLatin1(type);
    };
    row("text", R"({"id":1,"caption":"A","type":"Text","entryMethod":"EntryField"})", "text");
    row("list", R"({"id":1,"caption":"A","type":"Text","entryMethod":"List"})", "choice");
    row("lines", R"({"id":1,"caption":"A","type":"TextArea"})", "long_text");
    row("percent", R"({"id":1,"caption":"A","type":"Percent"})", "number");
    row("date", R"({"id":1,"caption":"A","type":"Date"})", "date");
    row("checkbox", R"({"id":1,"caption":"A","type":"Checkbox"})", "flag");
    row("password", R"({"id":1,"caption":"A","type":"Password"})", "other");
    row("button", R"({"id":1,"caption":"A","type":"Button"})", "other");
    row("without an id", R"({"caption":"A","type":"Text"})", "");
}

void TestConnectWiseWire::customFields_areTold()
{
    QFETCH(QByteArray, entry);
    const std::optional<TenantField> field = tenantFieldFrom(object(entry));
    QTEST(field ? tenantFieldTypeName(field->type) : QString(), "type");
}

void TestConnectWiseWire::option_isRead_data()
{
    QTest::addColumn<int>("list");
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("name"); // empty: not an option of the list
    QTest::newRow("name") << int(OptionList::OrganizationType) << QByteArray(R"({"id":1,"name":" Customer "})")
                          << u"Customer"_s;
    QTest::newRow("description") << int(OptionList::ConfigurationStatus)
                                 << QByteArray(R"({"id":1,"description":"Active"})") << u"Active"_s;
    QTest::newRow("email type") << int(OptionList::EmailType)
                                << QByteArray(R"({"id":1,"description":"Email","emailFlag":true})") << u"Email"_s;
    QTest::newRow("not an email type") << int(OptionList::EmailType)
                                       << QByteArray(R"({"id":1,"description":"Direct","phoneFlag":true})")
                                       << QString();
    QTest::newRow("fax counts as phone") << int(OptionList::PhoneType)
                                         << QByteArray(R"({"id":1,"description":"Fax","faxFlag":true})") << u"Fax"_s;
    QTest::newRow("no id") << int(OptionList::Country) << QByteArray(R"({"name":"Chile"})") << QString();
    QTest::newRow("no name") << int(OptionList::Country) << QByteArray(R"({"id":5})") << QString();
}

void TestConnectWiseWire::option_isRead()
{
    QFETCH(int, list);
    QFETCH(QByteArray, row);
    QFETCH(QString, name);
    const auto option = optionFrom(OptionList(list), object(row));
    QCOMPARE(option ? option->name : QString(), name);
    const auto state = optionFrom(OptionList::Region, object(R"({"id":12,"identifier":"FL","name":"Florida",
                                                                 "country":{"id":1},"inactiveFlag":true,"defaultFlag":true})"));
    QCOMPARE(*state,
             (RemoteOption {.list = OptionList::Region,
                            .remoteId = u"12"_s,
                            .name = u"Florida"_s,
                            .isActive = false,
                            .isDefault = true,
                            .parentRemoteId = u"1"_s}));
}

void TestConnectWiseWire::comparison_survivesHostileText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("condition");
    QTest::newRow("plain") << u"Acme"_s << u"name=\"Acme\""_s;
    QTest::newRow("apostrophe") << u"O'Brien"_s << u"name=\"O'Brien\""_s;
    QTest::newRow("quote and brackets") << u"O\"Brien & Söhne [x] 100%"_s << u"name='O\"Brien & Söhne [[]x] 100%'"_s;
    QTest::newRow("both quotes") << u"5\" O'Brien [x]"_s << u"name like \"5% O'Brien [[]x]\""_s;
}

void TestConnectWiseWire::comparison_survivesHostileText()
{
    QFETCH(QString, text);
    QFETCH(QString, condition);
    QCOMPARE(comparison(u"name"_s, text), condition);
}

void TestConnectWiseWire::nextPageId_isTakenFromTheLink_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<QString>("pageId");
    QTest::newRow("next") << QByteArray(R"(<https://x/apis/3.0/company/contacts?pageSize=2&pageId=77>; rel="next")")
                          << u"77"_s;
    QTest::newRow("commas in the address")
        << QByteArray(R"(<https://x/c?conditions=id in (1,2)&pageId=5>; rel="next")") << u"5"_s;
    QTest::newRow("first comes first") << QByteArray(
        R"(<https://x/c?pageId=1>; rel="first", <https://x/c?pageId=9>; rel="next")")
                                       << u"9"_s;
    QTest::newRow("page numbers") << QByteArray(R"(<https://x/c?page=2>; rel="next")") << QString();
    QTest::newRow("not a number") << QByteArray(R"(<https://x/c?pageId=abc>; rel="next")") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("broken") << QByteArray("<<>,;") << QString();
}

void TestConnectWiseWire::nextPageId_isTakenFromTheLink()
{
    QFETCH(QByteArray, link);
    QFETCH(QString, pageId);
    QCOMPARE(nextPageId(link), pageId);
}

QTEST_GUILESS_MAIN(TestConnectWiseWire)
#include "tst_connectwisewire.moc"
