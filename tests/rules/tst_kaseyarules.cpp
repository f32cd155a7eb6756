// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/conversion.h"
#include "rules/fieldmap.h"
#include "rules/gates.h"
#include "rules/merge.h"
#include "rules/syncsettings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** What the Kaseya family needs of the rules: one map for three platforms, types of emails and phones, a
 * filler for a missing phone, locations that only the old interface writes, and rows that tell a part of a
 * record. */
class TestKaseyaRules final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();

    void shippedMap_isOneForThree();
    void shippedMap_mapsWhatTheProductSays_data();
    void shippedMap_mapsWhatTheProductSays();
    void shippedMap_hasItsLimitsAndTables();
    void malformedMap_saysWhere_data();
    void malformedMap_saysWhere();

    void completeRecords_areNotHeld();
    void C4c_kaseyaRequiredField_blankIsHeld_data();
    void C4c_kaseyaRequiredField_blankIsHeld();
    void C4c_blankNameOfTheLast_isNotHeld();
    void B3_withoutEmailType_contactIsHeld_data();
    void B3_withoutEmailType_contactIsHeld();
    void B3_withoutPhoneType_unlabelledPhoneIsHeld_data();
    void B3_withoutPhoneType_unlabelledPhoneIsHeld();
    void C4c_missingPhone_isFilledWhereAllowed();
    void C4c_fillerIsNoChangeAfterwards();
    void C4c_accountWithoutItsSettings_isHeld_data();
    void C4c_accountWithoutItsSettings_isHeld();
    void C4c_accountWithoutLocation_isHeld();
    void C4e_locationWithoutV1_isHeld_data();
    void C4e_locationWithoutV1_isHeld();
    void C4g_valueThatIsNotThere_isHeld();

    void points_haveOnePrimaryAndNoExtension_data();
    void points_haveOnePrimaryAndNoExtension();
    void thinRow_blanksNothing();

    void settings_areTheSameForTheFamily();
    void tableNames_areRead_data();
    void tableNames_areRead();
};

namespace {

constexpr RecordId organizationId = 1;
constexpr RecordId locationId = 2;
constexpr RecordId recordId = 42;
constexpr OptionId typeId = 11;
constexpr std::array family{Platform::KaseyaBms, Platform::PulsewayPsa, Platform::VorexPsa};

const KindMap &mapOf(AssetKind kind, Platform platform = Platform::KaseyaBms)
{
    return FieldMap::shipped(platform)->kind(kind);
}

QJsonArray pointsOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).array();
}

SyncSettings completeSettings()
{
    SyncSettings settings{.twoWay = true, .emailType = u"Business"_s, .phoneType = u"Office"_s};
    settings.setChoice(u"account_manager"_s, {u"17"_s, u"Ada Byron"_s});
    settings.setChoice(u"business_type"_s, {u"3"_s, u"Retail"_s});
    settings.setOn(u"allow_v1"_s, true);
    return settings;
}

void addTypes(ReferenceBook &book)
{
    book.byName[OptionList::EmailType] = {{u"business"_s, {u"5"_s, u"Business"_s}},
                                          {u"home"_s, {u"6"_s, u"Home"_s}}};
    book.byName[OptionList::PhoneType] = {{u"office"_s, {u"8"_s, u"Office"_s}},
                                          {u"mobile"_s, {u"9"_s, u"Mobile"_s}}};
}

/** A new record that nothing holds. */
GateFacts openFacts(AssetKind kind, Platform platform = Platform::KaseyaBms)
{
    GateFacts facts{.platform = platform, .integrationName = u"Main"_s, .settings = completeSettings()};
    facts.record.id = kind == AssetKind::Organization ? organizationId : recordId;
    facts.record.kind = kind;
    FieldValues &fields = facts.record.fields;
    ReferenceBook &book = facts.book;
    addTypes(book);
    switch (kind) {
    case AssetKind::Organization:
        fields = {{u"name"_s, u"Acme"_s}, {u"organization_type"_s, typeId}};
        book.options.insert(typeId, {OptionList::OrganizationType, u"Customer"_s, u"1"_s, true, true});
        book.firstLocationId = locationId;
        book.firstLocationName = u"Main"_s;
        break;
    case AssetKind::Location:
        fields = {{u"name"_s, u"Main"_s}};
        break;
    case AssetKind::Contact:
        fields = {{u"first_name"_s, u"Ann"_s},
                  {u"location"_s, locationId},
                  {u"emails"_s, pointsOf(R"([{"value":"ann@acme.test"}])")},
                  {u"phones"_s, pointsOf(R"([{"value":"555 0100"}])")}};
        break;
    case AssetKind::Configuration:
        fields = {{u"name"_s, u"DC01"_s}, {u"configuration_type"_s, typeId}, {u"location"_s, locationId}};
        book.options.insert(typeId, {OptionList::ConfigurationType, u"Server"_s, u"3"_s, true, true});
        break;
    case AssetKind::Count:
        break;
    }
    book.records.insert(locationId, {AssetKind::Location, u"Main"_s, u"410"_s});
    if (kind != AssetKind::Organization) {
        fields.insert(u"organization"_s, organizationId);
        book.records.insert(organizationId, {AssetKind::Organization, u"Acme"_s, u"250"_s});
        book.organizationGates = {{OptionList::OrganizationType, u"Customer"_s, u"1"_s, true, true}};
    }
    return facts;
}

QList<Gate> gatesFor(GateFacts facts)
{
    const KindMap &map = mapOf(facts.record.kind, facts.platform);
    facts.sendable = toRemote(facts.record.kind, facts.record.fields, map, facts.book, facts.settings);
    return gatesOf(facts, map);
}

} // namespace

void TestKaseyaRules::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

// ---- the map ------------------------------------------------------------------------------------

void TestKaseyaRules::shippedMap_isOneForThree()
{
    for (const Platform platform : family) {
        const Result<FieldMap> map = FieldMap::load(platform);
        QVERIFY2(map.has_value(), map ? "" : qPrintable(map.error().message));
        QVERIFY(map->platform() == platform);
        QCOMPARE(map->tables(), FieldMap::shipped(Platform::KaseyaBms)->tables());
        for (const AssetKind kind : allKinds)
            QCOMPARE(map->kind(kind).fields.size(), mapOf(kind).fields.size());
    }
}

void TestKaseyaRules::shippedMap_mapsWhatTheProductSays_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("organization") << AssetKind::Organization
                                  << QStringList{u"name=accountName"_s,
                                                 u"short_name=accountCode"_s,
                                                 u"organization_type=accountTypeId"_s,
                                                 u"organization_status=isActive"_s,
                                                 u"parent=parentId"_s,
                                                 u"primary_location=locations"_s};
    QTest::newRow("location") << AssetKind::Location
                              << QStringList{u"name=locationName"_s,   u"organization=accountId"_s,
                                             u"address_1=address1"_s,  u"address_2=address2"_s,
                                             u"city=city"_s,           u"region=state"_s,
                                             u"postal_code=zipCode"_s, u"country=countryId"_s,
                                             u"phone=phone"_s,         u"fax=fax"_s};
    QTest::newRow("contact") << AssetKind::Contact
                             << QStringList{u"first_name=firstName"_s,   u"last_name=lastName"_s,
                                            u"organization=accountId"_s, u"location=locationId"_s,
                                            u"title=jobTitle"_s,         u"important=poc"_s,
                                            u"emails=emails"_s,          u"phones=phones"_s};
    QTest::newRow("configuration") << AssetKind::Configuration
                                   << QStringList{u"name=name"_s,
                                                  u"organization=accountId"_s,
                                                  u"configuration_type=categoryId"_s,
                                                  u"configuration_status=isActive"_s,
                                                  u"location=accountLocationId"_s,
                                                  u"contact=contactId"_s,
                                                  u"primary_ip=ipAddress"_s,
                                                  u"mac_address=macAddress"_s,
                                                  u"default_gateway=defaultGateway"_s,
                                                  u"serial_number=serialNumber"_s,
                                                  u"asset_tag=assetTag"_s,
                                                  u"manufacturer=manufacturerId"_s,
                                                  u"model=modelNumber"_s,
                                                  u"operating_system=osInfo"_s,
                                                  u"platform=osType"_s,
                                                  u"position=locationInfo"_s,
                                                  u"purchased_at=acquisitionDate"_s,
                                                  u"warranty_expires_at=warrantyExpirationDate"_s,
                                                  u"notes=description"_s};
}

void TestKaseyaRules::shippedMap_mapsWhatTheProductSays()
{
    QFETCH(AssetKind, kind);
    QFETCH(QStringList, lines);
    QStringList mapped;
    for (const MappedField &field : mapOf(kind).fields)
        mapped.append(field.field + u'=' + field.remote);
    QCOMPARE(mapped, lines);
}

void TestKaseyaRules::shippedMap_hasItsLimitsAndTables()
{
    const FieldMap *map = FieldMap::shipped(Platform::VorexPsa);
    QCOMPARE(map->limits().windows.size(), 1);
    const CallWindow &window = map->limits().windows.constFirst();
    QCOMPARE(window.calls, 1500);
    QVERIFY(window.length == std::chrono::hours(1));
    QVERIFY(window.scope == CallScope::Endpoint);
    QVERIFY(window.reserve > 0);
    for (const char *key :
         {"configuration_type", "email_type", "phone_type", "manufacturer", "country", "business_type"})
        QVERIFY2(!map->tables().value(QString::fromLatin1(key)).name.isEmpty(), key);
}

void TestKaseyaRules::malformedMap_saysWhere_data()
{
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("wrong");
    QTest::newRow("unknown need") << QByteArray(R"("needs": ["email_type"])")
                                  << QByteArray(R"("needs": ["luck"])");
    QTest::newRow("write switch that is none")
        << QByteArray(R"("write_switch": "allow_v1")") << QByteArray(R"("write_switch": "account_manager")");
    QTest::newRow("filler of an unknown setting")
        << QByteArray(R"("setting": "fill_phone")") << QByteArray(R"("setting": "fill_fax")");
    QTest::newRow("filler without a value")
        << QByteArray(R"("value": "000-000-0000")") << QByteArray(R"("value": "")");
    QTest::newRow("extensions that are no flag")
        << QByteArray(R"("extensions": false)") << QByteArray(R"("extensions": "no")");
    QTest::newRow("table of nothing")
        << QByteArray(R"("country": { "name")") << QByteArray(R"("planet": { "name")");
    QTest::newRow("table without a name")
        << QByteArray(R"("name": "Country")") << QByteArray(R"("name": "")");
}

void TestKaseyaRules::malformedMap_saysWhere()
{
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, wrong);
    QFile file(u":/tandem/maps/kaseya-bms.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray json = file.readAll();
    QVERIFY(FieldMap::parse(json).has_value());
    QVERIFY(json.contains(good));
    const Result<FieldMap> map = FieldMap::parse(json.replace(good, wrong));
    QVERIFY(!map.has_value());
    QVERIFY(map.error().code == ErrorCode::BadInput);
}

// ---- gates --------------------------------------------------------------------------------------

void TestKaseyaRules::completeRecords_areNotHeld()
{
    for (const Platform platform : family) {
        for (const AssetKind kind : allKinds) {
            const QList<Gate> gates = gatesFor(openFacts(kind, platform));
            QVERIFY2(gates.isEmpty(), gates.isEmpty() ? "" : qPrintable(heldMessage(gates)));
        }
    }
}

void TestKaseyaRules::C4c_kaseyaRequiredField_blankIsHeld_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<QString>("field");
    QTest::newRow("account name") << AssetKind::Organization << u"name"_s;
    QTest::newRow("account type") << AssetKind::Organization << u"organization_type"_s;
    QTest::newRow("location name") << AssetKind::Location << u"name"_s;
    QTest::newRow("first name") << AssetKind::Contact << u"first_name"_s;
    QTest::newRow("email") << AssetKind::Contact << u"emails"_s;
    QTest::newRow("phone") << AssetKind::Contact << u"phones"_s;
    QTest::newRow("location of a contact") << AssetKind::Contact << u"location"_s;
    QTest::newRow("asset name") << AssetKind::Configuration << u"name"_s;
    QTest::newRow("category") << AssetKind::Configuration << u"configuration_type"_s;
    QTest::newRow("location of an asset") << AssetKind::Configuration << u"location"_s;
}

void TestKaseyaRules::C4c_kaseyaRequiredField_blankIsHeld()
{
    QFETCH(AssetKind, kind);
    QFETCH(QString, field);
    GateFacts facts = openFacts(kind);
    facts.record.fields.insert(field, QJsonValue::Null);
    const QList<Gate> gates = gatesFor(facts);
    QCOMPARE(gates.size(), 1);
    QCOMPARE(gates.constFirst().rule, u"C4c"_s);
    QCOMPARE(gates.constFirst().field, field);
    QVERIFY(gates.constFirst().reason.contains(u"Kaseya BMS"_s));
}

void TestKaseyaRules::C4c_blankNameOfTheLast_isNotHeld()
{
    GateFacts facts = openFacts(AssetKind::Contact);
    facts.record.fields.insert(u"last_name"_s, QJsonValue::Null);
    QCOMPARE(gatesFor(facts).size(), 0);
}

void TestKaseyaRules::B3_withoutEmailType_contactIsHeld_data()
{
    QTest::addColumn<bool>("isLinked");
    QTest::addColumn<QByteArray>("emails");
    QTest::newRow("new") << false << QByteArray(R"([{"value":"a@b.c"}])");
    QTest::newRow("new, with a label") << false << QByteArray(R"([{"value":"a@b.c","label":"Home"}])");
    QTest::newRow("linked") << true << QByteArray(R"([{"value":"a@b.c","label":"Home"}])");
}

void TestKaseyaRules::B3_withoutEmailType_contactIsHeld()
{
    QFETCH(bool, isLinked);
    QFETCH(QByteArray, emails);
    for (const Platform platform : family) {
        GateFacts facts = openFacts(AssetKind::Contact, platform);
        facts.settings.emailType.clear();
        facts.isLinked = isLinked;
        facts.changed = {u"title"_s};
        facts.record.fields.insert(u"emails"_s, pointsOf(emails));
        const QList<Gate> gates = gatesFor(facts);
        QCOMPARE(gates.size(), 1);
        const Gate &gate = gates.constFirst();
        QCOMPARE(gate.rule, u"C4c"_s);
        QVERIFY(gate.reason.contains(platformTitle(platform)));
        QCOMPARE(gate.remedies.size(), 1);
        QVERIFY(gate.remedies.constFirst().kind == Remedy::Kind::ChooseType);
        QCOMPARE(gate.remedies.constFirst().field, u"email_type"_s);
        QCOMPARE(gate.remedies.constFirst().command,
                 (QStringList{u"integration"_s, u"settings"_s, u"Main"_s, u"email_type="_s}));
    }
}

void TestKaseyaRules::B3_withoutPhoneType_unlabelledPhoneIsHeld_data()
{
    QTest::addColumn<QByteArray>("phones");
    QTest::addColumn<bool>("isHeld");
    QTest::newRow("no label") << QByteArray(R"([{"value":"555 0100"}])") << true;
    QTest::newRow("label") << QByteArray(R"([{"value":"555 0100","label":"Mobile"}])") << false;
}

void TestKaseyaRules::B3_withoutPhoneType_unlabelledPhoneIsHeld()
{
    QFETCH(QByteArray, phones);
    QFETCH(bool, isHeld);
    GateFacts facts = openFacts(AssetKind::Contact);
    facts.settings.phoneType.clear();
    facts.record.fields.insert(u"phones"_s, pointsOf(phones));
    const QList<Gate> gates = gatesFor(facts);
    QCOMPARE(gates.size(), isHeld ? 1 : 0);
    if (isHeld)
        QCOMPARE(gates.constFirst().remedies.constFirst().field, u"phone_type"_s);
}

void TestKaseyaRules::C4c_missingPhone_isFilledWhereAllowed()
{
    GateFacts facts = openFacts(AssetKind::Contact);
    facts.record.fields.insert(u"phones"_s, QJsonValue::Null);
    QCOMPARE(gatesFor(facts).size(), 1);
    facts.settings.setOn(u"fill_phone"_s, true);
    QCOMPARE(gatesFor(facts).size(), 0);
    const RemoteConversion sent = toRemote(AssetKind::Contact, facts.record.fields, mapOf(AssetKind::Contact),
                                           facts.book, facts.settings);
    QCOMPARE(sent.values.value(u"phones"_s).toArray(),
             pointsOf(R"([{"value":"000-000-0000","label":"Office","primary":true}])"));
    // A number that is there stays what it is.
    facts.record.fields.insert(u"phones"_s, pointsOf(R"([{"value":"555 0100"}])"));
    const RemoteConversion own = toRemote(AssetKind::Contact, facts.record.fields, mapOf(AssetKind::Contact),
                                          facts.book, facts.settings);
    QCOMPARE(own.values.value(u"phones"_s).toArray().at(0).toObject().value(u"value"_s).toString(),
             u"555 0100"_s);
    // And without a phone type there is nothing to fill it as.
    facts.record.fields.insert(u"phones"_s, QJsonValue::Null);
    facts.settings.phoneType.clear();
    QCOMPARE(gatesFor(facts).size(), 1);
}

void TestKaseyaRules::C4c_fillerIsNoChangeAfterwards()
{
    GateFacts facts = openFacts(AssetKind::Contact);
    facts.record.fields.insert(u"phones"_s, QJsonValue::Null);
    facts.settings.setOn(u"fill_phone"_s, true);
    const KindMap &map = mapOf(AssetKind::Contact);
    const RemoteValues sent =
        toRemote(AssetKind::Contact, facts.record.fields, map, facts.book, facts.settings).values;
    QCOMPARE(fieldsToPush(map, sent, sent).size(), 0);
    const MergeAnswer answer = merge(map, sent, sent, sent, ConflictPolicy::PsaWins, true);
    QVERIFY(answer.take.isEmpty() && answer.push.isEmpty());
}

void TestKaseyaRules::C4c_accountWithoutItsSettings_isHeld_data()
{
    QTest::addColumn<QString>("setting");
    QTest::newRow("manager") << u"account_manager"_s;
    QTest::newRow("business type") << u"business_type"_s;
}

void TestKaseyaRules::C4c_accountWithoutItsSettings_isHeld()
{
    QFETCH(QString, setting);
    GateFacts facts = openFacts(AssetKind::Organization);
    facts.settings.extra.remove(setting);
    const QList<Gate> gates = gatesFor(facts);
    QCOMPARE(gates.size(), 1);
    QCOMPARE(gates.constFirst().rule, u"C4c"_s);
    QCOMPARE(gates.constFirst().remedies.constFirst().field, setting);
    facts.isLinked = true; // an account that is there has them
    QCOMPARE(gatesFor(facts).size(), 0);
}

void TestKaseyaRules::C4c_accountWithoutLocation_isHeld()
{
    GateFacts facts = openFacts(AssetKind::Organization);
    facts.book.firstLocationId = 0;
    facts.book.firstLocationName.clear();
    const QList<Gate> gates = gatesFor(facts);
    QCOMPARE(gates.size(), 1);
    QCOMPARE(gates.constFirst().field, u"primary_location"_s);
    QVERIFY(gates.constFirst().reason.contains(u"Kaseya BMS"_s));
}

void TestKaseyaRules::C4e_locationWithoutV1_isHeld_data()
{
    QTest::addColumn<bool>("isLinked");
    QTest::addColumn<QStringList>("changed");
    QTest::addColumn<bool>("isHeld");
    QTest::newRow("new") << false << QStringList() << true;
    QTest::newRow("changed") << true << QStringList{u"city"_s} << true;
    QTest::newRow("made with its account, nothing to send") << true << QStringList() << false;
}

void TestKaseyaRules::C4e_locationWithoutV1_isHeld()
{
    QFETCH(bool, isLinked);
    QFETCH(QStringList, changed);
    QFETCH(bool, isHeld);
    GateFacts facts = openFacts(AssetKind::Location);
    facts.isLinked = isLinked;
    facts.changed = changed;
    QCOMPARE(gatesFor(facts).size(), 0);
    facts.settings.setOn(u"allow_v1"_s, false);
    const QList<Gate> gates = gatesFor(facts);
    QCOMPARE(gates.size(), isHeld ? 1 : 0);
    if (!isHeld)
        return;
    QCOMPARE(gates.constFirst().rule, u"C4e"_s);
    QVERIFY(gates.constFirst().reason.contains(u"cannot make or change locations"_s));
    QCOMPARE(gates.constFirst().remedies.constFirst().field, u"allow_v1"_s);
    QCOMPARE(gates.constFirst().remedies.constFirst().command.constLast(), u"allow_v1=true"_s);
}

void TestKaseyaRules::C4g_valueThatIsNotThere_isHeld()
{
    GateFacts facts = openFacts(AssetKind::Configuration);
    constexpr OptionId maker = 12;
    facts.record.fields.insert(u"manufacturer"_s, maker);
    facts.book.options.insert(maker, {OptionList::Manufacturer, u"Dell"_s, {}, true, false});
    const QList<Gate> gates = gatesFor(facts);
    QCOMPARE(gates.size(), 1);
    QCOMPARE(gates.constFirst().rule, u"C4g"_s);
    QCOMPARE(gates.constFirst().field, u"manufacturer"_s);
}

// ---- values -------------------------------------------------------------------------------------

void TestKaseyaRules::points_haveOnePrimaryAndNoExtension_data()
{
    QTest::addColumn<QByteArray>("here");
    QTest::addColumn<QByteArray>("there");
    QTest::newRow("first becomes primary") << QByteArray(R"([{"value":"1"},{"value":"2","label":"Mobile"}])")
                                           << QByteArray(R"([{"value":"1","label":"Office","primary":true},
                          {"value":"2","label":"Mobile","primary":false}])");
    QTest::newRow("only one stays primary")
        << QByteArray(R"([{"value":"1","primary":true},{"value":"2","primary":true}])")
        << QByteArray(R"([{"value":"1","label":"Office","primary":true},
                          {"value":"2","label":"Office","primary":false}])");
    QTest::newRow("extension behind the number")
        << QByteArray(R"([{"value":"555 0100","extension":"7","primary":true}])")
        << QByteArray(R"([{"value":"555 0100 x7","label":"Office","primary":true}])");
}

void TestKaseyaRules::points_haveOnePrimaryAndNoExtension()
{
    QFETCH(QByteArray, here);
    QFETCH(QByteArray, there);
    GateFacts facts = openFacts(AssetKind::Contact);
    facts.record.fields.insert(u"phones"_s, pointsOf(here));
    const RemoteConversion sent = toRemote(AssetKind::Contact, facts.record.fields, mapOf(AssetKind::Contact),
                                           facts.book, facts.settings);
    QCOMPARE(sent.values.value(u"phones"_s).toArray(), pointsOf(there));
}

void TestKaseyaRules::thinRow_blanksNothing()
{
    const KindMap &map = mapOf(AssetKind::Configuration);
    const RemoteValues agreed{{u"name"_s, u"DC01"_s},
                              {u"serial_number"_s, u"S1"_s},
                              {u"notes"_s, u"Keep"_s},
                              {u"model"_s, u"R740"_s}};
    RemoteRecord row{.kind = AssetKind::Configuration,
                     .values = {{u"name"_s, u"DC02"_s}, {u"serial_number"_s, QJsonValue::Null}},
                     .untold = {u"notes"_s, u"model"_s},
                     .isThin = true};
    const RemoteValues theirs = settleAlternatives(row, agreed);
    const MergeAnswer answer = merge(map, agreed, agreed, theirs, ConflictPolicy::PsaWins, true);
    QCOMPARE(answer.take.keys(), (QStringList{u"name"_s, u"serial_number"_s}));
    QCOMPARE(answer.baseline.value(u"notes"_s).toString(), u"Keep"_s);
    QVERIFY(answer.push.isEmpty());
}

// ---- settings -----------------------------------------------------------------------------------

void TestKaseyaRules::settings_areTheSameForTheFamily()
{
    for (const Platform platform : family) {
        QStringList keys;
        for (const PlatformSetting &setting : platformSettings(platform)) {
            keys.append(setting.key);
            QVERIFY(!setting.label.isEmpty() && !setting.help.isEmpty());
        }
        QCOMPARE(keys,
                 (QStringList{u"account_manager"_s, u"business_type"_s, u"fill_phone"_s, u"allow_v1"_s,
                              u"lookup_tables"_s}));
        QVERIFY(problemsWith(platform, completeSettings(), {{OptionList::Member, {u"17"_s}}}).isEmpty());
        QCOMPARE(problemsWith(platform, completeSettings(), {{OptionList::Member, {u"18"_s}}}).size(), 1);
    }
    const SyncSettings again = SyncSettings::fromJson(completeSettings().toJson());
    QVERIFY(again.isOn(u"allow_v1"_s) && !again.isOn(u"fill_phone"_s));
}

void TestKaseyaRules::tableNames_areRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<bool>("isRight");
    QTest::newRow("one") << u"email_type=Email Types"_s << QStringList{u"email_type=Email Types"_s} << true;
    QTest::newRow("two") << u" business_type = Industry ,country=Land"_s
                         << QStringList{u"business_type=Industry"_s, u"country=Land"_s} << true;
    QTest::newRow("blank") << u""_s << QStringList() << true;
    QTest::newRow("no list") << u"planet=Mars"_s << QStringList() << false;
    QTest::newRow("no name") << u"country="_s << QStringList() << false;
    QTest::newRow("a path") << u"country=../x"_s << QStringList() << false;
}

void TestKaseyaRules::tableNames_areRead()
{
    QFETCH(QString, text);
    QFETCH(QStringList, names);
    QFETCH(bool, isRight);
    const auto read = tableNamesFrom(text);
    QCOMPARE(read.has_value(), isRight);
    QStringList lines;
    const QHash<QString, QString> found = read.value_or(QHash<QString, QString>());
    for (auto it = found.constBegin(); it != found.constEnd(); ++it)
        lines.append(it.key() + u'=' + it.value());
    lines.sort();
    QCOMPARE(lines, names);
    SyncSettings settings = completeSettings();
    settings.setText(tableNamesKey(), text);
    QCOMPARE(problemsWith(Platform::KaseyaBms, settings, {}).isEmpty(), isRight);
}

QTEST_GUILESS_MAIN(TestKaseyaRules)
#include "tst_kaseyarules.moc"
