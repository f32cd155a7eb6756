// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contactpoint.h"
#include "core/field.h"
#include "rules/conversion.h"
#include "rules/gates.h"
#include "rules/merge.h"
#include "rules/normalform.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** What Autotask needs of the rules: its map, fixed labels, blanks that mean something, settings, further
 * gates. */
class TestAutotaskRules final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();

    void shippedMap_mapsWhatTheProductSays_data();
    void shippedMap_mapsWhatTheProductSays();
    void shippedMap_hasItsLimits();
    void malformedMap_saysWhere_data();
    void malformedMap_saysWhere();

    void fixedLabels_takeOneValueEach_data();
    void fixedLabels_takeOneValueEach();
    void primaryAmongFixedLabels_isNoChange();
    void blankStatus_meansActive();
    void fieldsThePsaIsSilentOn_stayAsAgreed();
    void namesInAnotherCase_areNoChange();

    void C4a_blankStatus_isNotHeld();
    void C4c_autotaskRequiredField_blankIsHeld_data();
    void C4c_autotaskRequiredField_blankIsHeld();
    void C4c_autotaskWithoutModel_isHeld_data();
    void C4c_autotaskWithoutModel_isHeld();
    void C4c_linkedConfigurationWithoutModel_isHeldOnlyForIt();
    void C4c_companyWithoutItsSettings_isHeld_data();
    void C4c_companyWithoutItsSettings_isHeld();
    void C4d_tooLongPoint_isHeld_data();
    void C4d_tooLongPoint_isHeld();
    void C4d_theTenantsLimits_goBeforeTheMaps();
    void C4g_severalOfOneLabel_areHeld();

    void D1_gatesDecideWhatSyncs_data();
    void D1_gatesDecideWhatSyncs();

    void settings_areAskedForOnAutotaskOnly();
    void settings_surviveJson();
    void settings_areChecked_data();
    void settings_areChecked();
};

namespace {

constexpr RecordId organizationId = 1;
constexpr RecordId recordId = 42;
constexpr OptionId typeId = 11;
constexpr OptionId makerId = 12;
constexpr OptionId modelId = 13;

const KindMap &mapOf(AssetKind kind)
{
    return FieldMap::shipped(Platform::Autotask)->kind(kind);
}

QJsonObject point(const QString &value, const QString &label, const QString &extension = {},
                  bool isPrimary = false)
{
    QJsonObject object{{u"value"_s, value}, {u"label"_s, label}, {u"primary"_s, isPrimary}};
    if (!extension.isEmpty())
        object.insert(u"extension"_s, extension);
    return object;
}

QJsonArray pointsOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).array();
}

SyncSettings completeSettings()
{
    SyncSettings settings{.twoWay = true};
    settings.setChoice(u"account_manager"_s, {u"29682885"_s, u"Ada Byron"_s});
    settings.setText(u"default_phone"_s, u"555 0100"_s);
    return settings;
}

/** A new record that nothing holds. */
GateFacts openFacts(AssetKind kind)
{
    GateFacts facts{
        .platform = Platform::Autotask, .integrationName = u"Autotask"_s, .settings = completeSettings()};
    facts.record.id = kind == AssetKind::Organization ? organizationId : recordId;
    facts.record.kind = kind;
    FieldValues &fields = facts.record.fields;
    ReferenceBook &book = facts.book;
    switch (kind) {
    case AssetKind::Organization:
        fields = {{u"name"_s, u"Acme"_s}, {u"organization_type"_s, typeId}};
        book.options.insert(typeId, {OptionList::OrganizationType, u"Customer"_s, u"1"_s, true, true});
        break;
    case AssetKind::Location:
        fields = {{u"name"_s, u"Main"_s}};
        break;
    case AssetKind::Contact:
        fields = {{u"first_name"_s, u"Ann"_s}, {u"last_name"_s, u"Lee"_s}};
        break;
    case AssetKind::Configuration:
        fields = {{u"name"_s, u"DC01"_s},
                  {u"configuration_type"_s, typeId},
                  {u"manufacturer"_s, makerId},
                  {u"model"_s, modelId}};
        book.options.insert(typeId, {OptionList::ConfigurationType, u"Server"_s, u"3"_s, true, true});
        book.options.insert(makerId, {OptionList::Manufacturer, u"Dell"_s, {}, true, false});
        book.options.insert(modelId, {OptionList::Model, u"R740"_s, {}, true, false});
        break;
    case AssetKind::Count:
        break;
    }
    if (kind != AssetKind::Organization) {
        fields.insert(u"organization"_s, organizationId);
        book.records.insert(organizationId, {AssetKind::Organization, u"Acme"_s, u"0"_s});
        book.organizationGates = {{OptionList::OrganizationType, u"Customer"_s, u"1"_s, true, true}};
    }
    return facts;
}

QList<Gate> gatesFor(GateFacts facts)
{
    const KindMap &map = mapOf(facts.record.kind);
    facts.sendable = toRemote(facts.record.kind, facts.record.fields, map, facts.book, facts.settings);
    return gatesOf(facts, map);
}

} // namespace

void TestAutotaskRules::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

// ---- the map ------------------------------------------------------------------------------------

void TestAutotaskRules::shippedMap_mapsWhatTheProductSays_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("remotes"); ///< field=member, in order
    QTest::newRow("organization")
        << int(AssetKind::Organization)
        << u"name=companyName short_name=companyNumber organization_type=companyType "
           "organization_status=isActive parent=parentCompanyID primary_location=isPrimary"_s;
    QTest::newRow("location")
        << int(AssetKind::Location)
        << u"name=name organization=companyID address_1=address1 address_2=address2 city=city "
           "region=state postal_code=postalCode country=countryID phone=phone fax=fax"_s;
    QTest::newRow("contact")
        << int(AssetKind::Contact)
        << u"first_name=firstName last_name=lastName organization=companyID title=title "
           "location=companyLocationID Work=emailAddress Work=phone+extension Mobile=mobilePhone "
           "Alternate=alternatePhone Fax=faxNumber"_s;
    QTest::newRow("configuration")
        << int(AssetKind::Configuration)
        << u"name=referenceTitle organization=companyID configuration_type=configurationItemType "
           "configuration_status=isActive manufacturer=manufacturerName model=manufacturerProductName "
           "location=companyLocationID contact=contactID serial_number=serialNumber "
           "asset_tag=referenceNumber "
           "installed_at=installDate installed_by=installedByID warranty_expires_at=warrantyExpirationDate "
           "notes=notes"_s;
}

void TestAutotaskRules::shippedMap_mapsWhatTheProductSays()
{
    QFETCH(int, kind);
    QFETCH(QString, remotes);
    const Result<FieldMap> loaded = FieldMap::load(Platform::Autotask);
    QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().message));
    QStringList lines;
    for (const MappedField &field : mapOf(AssetKind(kind)).fields) {
        for (const PointPlace &place : field.places) {
            const QString extension = place.extension.isEmpty() ? QString() : QString(u'+' + place.extension);
            lines.append(QString(place.label + u'=' + place.remote + extension));
        }
        if (field.places.isEmpty())
            lines.append(QString(field.field + u'=' + field.remote));
        // Only who installed it is read-only there.
        QCOMPARE(field.direction == Direction::In, field.field == "installed_by"_L1);
    }
    QCOMPARE(lines.join(u' '), remotes);
}

void TestAutotaskRules::shippedMap_hasItsLimits()
{
    const FieldMap *map = FieldMap::shipped(Platform::Autotask);
    const CallLimits &limits = map->limits();
    QVERIFY(map->pushesAtOnce() > limits.permits); // their reads go together
    QVERIFY(limits.permitsPerEndpoint > 0 && limits.permitsPerEndpoint <= 3);
    QCOMPARE(limits.windows.size(), 1);
    QCOMPARE(limits.windows.constFirst().calls, 10'000);
    QCOMPARE(limits.windows.constFirst().length, std::chrono::seconds(3600));
    QCOMPARE(limits.windows.constFirst().slowAt.size(), 2);
}

void TestAutotaskRules::malformedMap_saysWhere_data()
{
    QTest::addColumn<QString>("shipped");
    QTest::addColumn<QString>("instead");
    QTest::addColumn<QString>("where");
    QTest::newRow("setting nobody asks for")
        << u"\"setting\": \"default_phone\""_s << u"\"setting\": \"colour\""_s << u"organization"_s;
    QTest::newRow("setting without member")
        << u"\"remote\": \"ownerResourceID\""_s << u"\"remote\": \"\""_s << u"organization"_s;
    QTest::newRow("gate of no list") << u"\"list\": \"classification\""_s << u"\"list\": \"colours\""_s
                                     << u"organization"_s;
    QTest::newRow("gate that is a field")
        << u"\"list\": \"classification\""_s << u"\"list\": \"organization_type\""_s << u"organization"_s;
    QTest::newRow("label twice") << u"\"label\": \"Fax\""_s << u"\"label\": \"mobile\""_s
                                 << u"contact.phones"_s;
    QTest::newRow("member twice") << u"\"remote\": \"faxNumber\""_s << u"\"remote\": \"mobilePhone\""_s
                                  << u"contact.phones"_s;
    QTest::newRow("place without label")
        << u"\"label\": \"Fax\""_s << u"\"label\": \"\""_s << u"contact.phones"_s;
    QTest::newRow("strange key of a place")
        << u"\"max_extension\""_s << u"\"longest\""_s << u"contact.phones"_s;
    QTest::newRow("no pushes")
        << u"\"pushes_at_once\": 90"_s << u"\"pushes_at_once\": 0"_s << u"limits.pushes_at_once"_s;
    QTest::newRow("blank that is no text")
        << u"\"blank_means\": \"1\""_s << u"\"blank_means\": 1"_s << u"organization.organization_status"_s;
}

void TestAutotaskRules::malformedMap_saysWhere()
{
    QFETCH(QString, shipped);
    QFETCH(QString, instead);
    QFETCH(QString, where);
    QFile file(u":/tandem/maps/autotask.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QString text = QString::fromUtf8(file.readAll());
    QVERIFY(FieldMap::parse(text.toUtf8()).has_value());
    const qsizetype at = text.indexOf(shipped);
    QVERIFY(at >= 0);
    text.replace(at, shipped.size(), instead);
    const Result<FieldMap> map = FieldMap::parse(text.toUtf8());
    QVERIFY(!map.has_value());
    QVERIFY2(map.error().message.contains(where), qPrintable(map.error().message));
}

// ---- conversion ---------------------------------------------------------------------------------

void TestAutotaskRules::fixedLabels_takeOneValueEach_data()
{
    QTest::addColumn<QByteArray>("local");
    QTest::addColumn<QByteArray>("remote"); ///< empty: left out
    QTest::addColumn<QString>("unresolved");
    QTest::newRow("all") << QByteArray(
        R"([{"value":"4","label":"fax"},{"value":"1","label":"Work","extension":"12"},
                                           {"value":"3","label":"Alternate"},{"value":"2","label":"Mobile","primary":true}])")
                         << QByteArray(R"([{"value":"1","label":"Work","extension":"12","primary":true},
                                           {"value":"2","label":"Mobile","primary":false},
                                           {"value":"3","label":"Alternate","primary":false},
                                           {"value":"4","label":"Fax","primary":false}])")
                         << QString();
    QTest::newRow("extension without a place")
        << QByteArray(R"([{"value":"555 1","label":"Mobile","extension":"7"}])")
        << QByteArray(R"([{"value":"555 1 x7","label":"Mobile","primary":true}])") << QString();
    QTest::newRow("two of one") << QByteArray(
        R"([{"value":"1","label":"Work"},{"value":"2","label":"work"}])")
                                << QByteArray() << u"Work"_s;
    QTest::newRow("unknown") << QByteArray(R"([{"value":"1","label":"Pager"}])") << QByteArray()
                             << u"Pager"_s;
    QTest::newRow("B3: no label, no type")
        << QByteArray(R"([{"value":"1","label":""}])") << QByteArray() << QString();
    QTest::newRow("none") << QByteArray("[]") << QByteArray("[]") << QString();
}

void TestAutotaskRules::fixedLabels_takeOneValueEach()
{
    QFETCH(QByteArray, local);
    QFETCH(QByteArray, remote);
    QFETCH(QString, unresolved);
    const RemoteConversion done =
        toRemote(AssetKind::Contact, {{u"phones"_s, pointsOf(local)}}, mapOf(AssetKind::Contact), {}, {});
    QCOMPARE(done.values.contains(u"phones"_s), !remote.isEmpty());
    if (!remote.isEmpty())
        QCOMPARE(done.values.value(u"phones"_s).toArray(), pointsOf(remote));
    QCOMPARE(done.unresolved.size(), unresolved.isEmpty() ? 0 : 1);
    if (!unresolved.isEmpty())
        QCOMPARE(done.unresolved.constFirst().name, unresolved);
}

/** The PSA knows no order of numbers, so that which one is the primary must not look like an edit for ever.
 */
void TestAutotaskRules::primaryAmongFixedLabels_isNoChange()
{
    const QJsonArray one{point(u"1"_s, u"Work"_s, {}, true), point(u"2"_s, u"Mobile"_s)};
    const QJsonArray other{point(u"2"_s, u"Mobile"_s, {}, true), point(u"1"_s, u"Work"_s)};
    const KindMap &map = mapOf(AssetKind::Contact);
    const RemoteValues before = toRemote(AssetKind::Contact, {{u"phones"_s, one}}, map, {}, {}).values;
    const RemoteValues after = toRemote(AssetKind::Contact, {{u"phones"_s, other}}, map, {}, {}).values;
    QCOMPARE(fieldsToPush(map, before, after), QStringList());
}

void TestAutotaskRules::blankStatus_meansActive()
{
    for (const AssetKind kind : {AssetKind::Organization, AssetKind::Configuration}) {
        const QString field =
            kind == AssetKind::Organization ? u"organization_status"_s : u"configuration_status"_s;
        const RemoteValues values = toRemote(kind, {{u"name"_s, u"x"_s}}, mapOf(kind), {}, {}).values;
        QCOMPARE(values.value(field), QJsonValue(u"1"_s));
        // What the PSA answers then is no change, so that nothing is taken over a blank.
        const MergeAnswer answer = merge(mapOf(kind), values, values, values, ConflictPolicy::PsaWins, true);
        QVERIFY(answer.take.isEmpty() && answer.push.isEmpty());
    }
}

void TestAutotaskRules::fieldsThePsaIsSilentOn_stayAsAgreed()
{
    const RemoteRecord remote{.kind = AssetKind::Configuration,
                              .values = {{u"name"_s, u"DC01"_s}},
                              .untold = {u"manufacturer"_s, u"model"_s}};
    const RemoteValues agreed{{u"name"_s, u"DC01"_s}, {u"manufacturer"_s, u"Dell"_s}};
    const RemoteValues settled = settleAlternatives(remote, agreed);
    QCOMPARE(settled.value(u"manufacturer"_s), QJsonValue(u"Dell"_s));
    QVERIFY(!settled.contains(u"model"_s)); // never agreed on
    const MergeAnswer answer =
        merge(mapOf(AssetKind::Configuration), agreed, agreed, settled, ConflictPolicy::PsaWins, true);
    QVERIFY(answer.take.isEmpty() && answer.conflicts.isEmpty());
}

/** Lists find a name in any case, so a product spelled "DELL" is the same manufacturer as ours (rule I3). */
void TestAutotaskRules::namesInAnotherCase_areNoChange()
{
    const KindMap &map = mapOf(AssetKind::Configuration);
    const RemoteValues there{{u"manufacturer"_s, u"DELL"_s}, {u"model"_s, u"r740 "_s}};
    const RemoteValues here{{u"manufacturer"_s, u"Dell"_s}, {u"model"_s, u"R740"_s}};
    QCOMPARE(fieldsToPush(map, there, here), QStringList());
    QVERIFY(!sameValue(NormalForm::Name, u"R-740"_s, u"R740"_s));
}

// ---- gates --------------------------------------------------------------------------------------

void TestAutotaskRules::C4a_blankStatus_isNotHeld()
{
    for (const AssetKind kind : allKinds) {
        const QList<Gate> gates = gatesFor(openFacts(kind));
        QVERIFY2(gates.isEmpty(), gates.isEmpty() ? "" : qPrintable(heldMessage(gates)));
    }
}

void TestAutotaskRules::C4c_autotaskRequiredField_blankIsHeld_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("field");
    QTest::newRow("company name") << int(AssetKind::Organization) << u"name"_s;
    QTest::newRow("company type") << int(AssetKind::Organization) << u"organization_type"_s;
    QTest::newRow("location name") << int(AssetKind::Location) << u"name"_s;
    QTest::newRow("first name") << int(AssetKind::Contact) << u"first_name"_s;
    QTest::newRow("last name") << int(AssetKind::Contact) << u"last_name"_s;
    QTest::newRow("configuration name") << int(AssetKind::Configuration) << u"name"_s;
    QTest::newRow("configuration type") << int(AssetKind::Configuration) << u"configuration_type"_s;
    QTest::newRow("manufacturer") << int(AssetKind::Configuration) << u"manufacturer"_s;
    QTest::newRow("model") << int(AssetKind::Configuration) << u"model"_s;
}

void TestAutotaskRules::C4c_autotaskRequiredField_blankIsHeld()
{
    QFETCH(int, kind);
    QFETCH(QString, field);
    GateFacts facts = openFacts(AssetKind(kind));
    facts.record.fields.remove(field);
    const QList<Gate> gates = gatesFor(facts);
    QCOMPARE(gates.size(), 1);
    QCOMPARE(gates.constFirst().rule, u"C4c"_s);
    QCOMPARE(gates.constFirst().field, field);
}

void TestAutotaskRules::C4c_autotaskWithoutModel_isHeld_data()
{
    QTest::addColumn<QStringList>("blank");
    QTest::newRow("model") << QStringList{u"model"_s};
    QTest::newRow("manufacturer") << QStringList{u"manufacturer"_s};
    QTest::newRow("both") << QStringList{u"manufacturer"_s, u"model"_s};
}

void TestAutotaskRules::C4c_autotaskWithoutModel_isHeld()
{
    QFETCH(QStringList, blank);
    GateFacts facts = openFacts(AssetKind::Configuration);
    // A fallback product is for names that have no product, not for names that are not there.
    facts.settings.setChoice(u"fallback_product"_s, {u"7"_s, u"Misc"_s});
    for (const QString &field : blank)
        facts.record.fields.insert(field, QJsonValue::Null);
    const QList<Gate> gates = gatesFor(facts);
    QStringList fields;
    for (const Gate &gate : gates) {
        QCOMPARE(gate.rule, u"C4c"_s);
        QVERIFY(gate.reason.contains(u"Autotask"_s));
        QCOMPARE(gate.remedies.size(), 1);
        QVERIFY(gate.remedies.constFirst().kind == Remedy::Kind::EditField);
        QCOMPARE(gate.remedies.constFirst().field, gate.field);
        QCOMPARE(gate.remedies.constFirst().recordId, recordId);
        fields.append(gate.field);
    }
    QCOMPARE(fields, blank);
}

/** Many products there have no manufacturer; an update of something else must not be held for that. */
void TestAutotaskRules::C4c_linkedConfigurationWithoutModel_isHeldOnlyForIt()
{
    GateFacts facts = openFacts(AssetKind::Configuration);
    facts.record.fields.remove(u"model"_s);
    facts.isLinked = true;
    facts.changed = {u"notes"_s};
    QCOMPARE(gatesFor(facts).size(), 0);
    facts.changed = {u"model"_s};
    QCOMPARE(gatesFor(facts).size(), 1);
}

void TestAutotaskRules::C4c_companyWithoutItsSettings_isHeld_data()
{
    QTest::addColumn<QString>("setting");
    QTest::newRow("owner") << u"account_manager"_s;
    QTest::newRow("phone") << u"default_phone"_s;
}

void TestAutotaskRules::C4c_companyWithoutItsSettings_isHeld()
{
    QFETCH(QString, setting);
    GateFacts facts = openFacts(AssetKind::Organization);
    facts.settings.extra.remove(setting);
    const QList<Gate> gates = gatesFor(facts);
    QCOMPARE(gates.size(), 1);
    const Gate &gate = gates.constFirst();
    QCOMPARE(gate.rule, u"C4c"_s);
    QVERIFY(gate.reason.contains(findSetting(Platform::Autotask, setting)->label));
    QCOMPARE(gate.remedies.size(), 1);
    QVERIFY(gate.remedies.constFirst().kind == Remedy::Kind::ChooseType);
    QCOMPARE(gate.remedies.constFirst().field, setting);
    QCOMPARE(gate.remedies.constFirst().command,
             (QStringList{u"integration"_s, u"settings"_s, u"Autotask"_s, QString(setting + u'=')}));

    facts.isLinked = true; // a company that is there has them
    QCOMPARE(gatesFor(facts).size(), 0);
}

void TestAutotaskRules::C4d_tooLongPoint_isHeld_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("label");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("extension");
    QTest::addColumn<int>("held");
    QTest::newRow("work") << u"phones"_s << u"Work"_s << 25 << 10 << 0;
    QTest::newRow("work, long") << u"phones"_s << u"Work"_s << 26 << 10 << 1;
    QTest::newRow("extension, long") << u"phones"_s << u"Work"_s << 25 << 11 << 1;
    QTest::newRow("both long") << u"phones"_s << u"Work"_s << 26 << 11 << 2;
    QTest::newRow("alternate has more room") << u"phones"_s << u"Alternate"_s << 32 << 0 << 0;
    QTest::newRow("mobile with its extension") << u"phones"_s << u"Mobile"_s << 20 << 4 << 1;
    QTest::newRow("e-mail, long") << u"emails"_s << u"Work"_s << 255 << 0 << 1;
}

void TestAutotaskRules::C4d_tooLongPoint_isHeld()
{
    QFETCH(QString, field);
    QFETCH(QString, label);
    QFETCH(int, length);
    QFETCH(int, extension);
    QFETCH(int, held);
    GateFacts facts = openFacts(AssetKind::Contact);
    facts.record.fields.insert(field,
                               QJsonArray{point(QString(length, u'1'), label, QString(extension, u'2'))});
    const QList<Gate> gates = gatesFor(facts);
    QCOMPARE(gates.size(), held);
    for (const Gate &gate : gates) {
        QCOMPARE(gate.rule, u"C4d"_s);
        QCOMPARE(gate.field, field);
    }
}

void TestAutotaskRules::C4d_theTenantsLimits_goBeforeTheMaps()
{
    GateFacts facts = openFacts(AssetKind::Location);
    facts.record.fields.insert(u"address_1"_s, QString(140, u'x'));
    QCOMPARE(gatesFor(facts).size(), 1);
    facts.lengths = {{u"address1"_s, 150}};
    QCOMPARE(gatesFor(facts).size(), 0);
    facts.lengths = {{u"address1"_s, 100}};
    facts.record.fields.insert(u"address_1"_s, QString(110, u'x'));
    const QList<Gate> gates = gatesFor(facts);
    QCOMPARE(gates.size(), 1);
    QVERIFY(gates.constFirst().reason.contains(u"100"_s));
}

void TestAutotaskRules::C4g_severalOfOneLabel_areHeld()
{
    GateFacts facts = openFacts(AssetKind::Contact);
    facts.record.fields.insert(u"emails"_s,
                               QJsonArray{point(u"a@x"_s, u"Work"_s), point(u"b@x"_s, u"Work"_s)});
    const QList<Gate> gates = gatesFor(facts);
    QCOMPARE(gates.size(), 1);
    QCOMPARE(gates.constFirst().rule, u"C4g"_s);
    QCOMPARE(gates.constFirst().reason, u"Autotask keeps one \"Work\" of Emails, and there are several."_s);
    QVERIFY(gates.constFirst().remedies.constFirst().kind == Remedy::Kind::EditField);
}

void TestAutotaskRules::D1_gatesDecideWhatSyncs_data()
{
    QTest::addColumn<QJsonObject>("values");
    QTest::addColumn<bool>("isDeleted");
    QTest::addColumn<bool>("isOn");
    const QJsonObject customer{{u"organization_type"_s, u"1"_s}, {u"organization_status"_s, u"1"_s}};
    const auto with = [&](const QString &field, const QJsonValue &value) {
        QJsonObject values = customer;
        values.insert(field, value);
        return values;
    };
    QTest::newRow("all on") << customer << false << true;
    QTest::newRow("type off") << with(u"organization_type"_s, u"2"_s) << false << false;
    QTest::newRow("no type") << with(u"organization_type"_s, QJsonValue::Null) << false << false;
    QTest::newRow("inactive") << with(u"organization_status"_s, u"0"_s) << false << false;
    QTest::newRow("blank status is active")
        << with(u"organization_status"_s, QJsonValue::Null) << false << true;
    QTest::newRow("classification on") << with(u"classification"_s, u"5"_s) << false << true;
    QTest::newRow("classification off") << with(u"classification"_s, u"6"_s) << false << false;
    QTest::newRow("no classification") << with(u"classification"_s, QJsonValue::Null) << false << true;
    QTest::newRow("deleted") << customer << true << false;
}

void TestAutotaskRules::D1_gatesDecideWhatSyncs()
{
    QFETCH(QJsonObject, values);
    QFETCH(bool, isDeleted);
    QFETCH(bool, isOn);
    const EnabledValues enabled{{OptionList::OrganizationType, {u"1"_s}},
                                {OptionList::OrganizationStatus, {u"1"_s}},
                                {OptionList::Classification, {u"5"_s}}};
    const RemoteRecord remote{.values = values, .isDeleted = isDeleted};
    QCOMPARE(isSetToSync(mapOf(AssetKind::Organization), remote, enabled), isOn);
}

// ---- settings -----------------------------------------------------------------------------------

void TestAutotaskRules::settings_areAskedForOnAutotaskOnly()
{
    QStringList keys;
    for (const PlatformSetting &setting : platformSettings(Platform::Autotask)) {
        keys.append(setting.key);
        QVERIFY(!setting.label.isEmpty() && !setting.help.isEmpty());
        QCOMPARE(setting.list.has_value(), setting.kind == PlatformSetting::Kind::Value);
    }
    QCOMPARE(
        keys,
        (QStringList{u"account_manager"_s, u"default_phone"_s, u"billing_code"_s, u"fallback_product"_s}));
    QVERIFY(findSetting(Platform::Autotask, u"account_manager"_s)->list == OptionList::Member);
    QVERIFY(platformSettings(Platform::ConnectWise).isEmpty());
    QVERIFY(!findSetting(Platform::ConnectWise, u"account_manager"_s));
}

void TestAutotaskRules::settings_surviveJson()
{
    SyncSettings settings = completeSettings();
    settings.setChoice(u"billing_code"_s, {u"12"_s, u"Hardware"_s});
    const SyncSettings back = SyncSettings::fromJson(settings.toJson());
    QCOMPARE(back, settings);
    QCOMPARE(back.choice(u"billing_code"_s), (SettingChoice{u"12"_s, u"Hardware"_s}));
    QCOMPARE(back.extraValue(u"billing_code"_s), u"12"_s);
    QCOMPARE(back.extraValue(u"default_phone"_s), u"555 0100"_s);
    QCOMPARE(back.extraValue(u"fallback_product"_s), QString());
    settings.setChoice(u"billing_code"_s, {});
    settings.setText(u"default_phone"_s, u" "_s);
    QVERIFY(!settings.extra.contains(u"billing_code"_s) && !settings.extra.contains(u"default_phone"_s));
    settings.extra.insert(u"billing_code"_s, 12); // as a script may write it
    QCOMPARE(settings.extraValue(u"billing_code"_s), u"12"_s);
}

void TestAutotaskRules::settings_areChecked_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("isWrong");
    QTest::newRow("person") << u"account_manager"_s << QJsonValue(u"4"_s) << false;
    QTest::newRow("API-only or inactive person") << u"account_manager"_s << QJsonValue(u"5"_s) << true;
    QTest::newRow("nobody") << u"account_manager"_s << QJsonValue(QString()) << false;
    QTest::newRow("phone") << u"default_phone"_s << QJsonValue(u"+1 (864) 555-1212"_s) << false;
    QTest::newRow("long phone") << u"default_phone"_s << QJsonValue(QString(26, u'1')) << true;
    QTest::newRow("words for a phone") << u"default_phone"_s << QJsonValue(u"unknown"_s) << true;
    QTest::newRow("code") << u"billing_code"_s << QJsonValue(u"29682801"_s) << false;
    QTest::newRow("code by name") << u"billing_code"_s << QJsonValue(u"Hardware"_s) << true;
    QTest::newRow("negative product") << u"fallback_product"_s << QJsonValue(u"-1"_s) << true;
}

void TestAutotaskRules::settings_areChecked()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QFETCH(bool, isWrong);
    SyncSettings settings;
    settings.extra.insert(key, value);
    const EnabledValues people{{OptionList::Member, {u"4"_s}}};
    const QList<SettingProblem> problems = problemsWith(Platform::Autotask, settings, people);
    QCOMPARE(problems.size(), isWrong ? 1 : 0);
    if (isWrong) {
        QCOMPARE(problems.constFirst().key, key);
        QVERIFY(!problems.constFirst().text.isEmpty());
    }
    // A list that was not read is no reason to refuse anybody.
    if (key == "account_manager"_L1)
        QVERIFY(problemsWith(Platform::Autotask, settings, {}).isEmpty());
    QVERIFY(problemsWith(Platform::ConnectWise, settings, people).isEmpty());
}

QTEST_GUILESS_MAIN(TestAutotaskRules)
#include "tst_autotaskrules.moc"
