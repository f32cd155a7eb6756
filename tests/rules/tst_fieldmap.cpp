// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/fieldmap.h"

#include "core/field.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestFieldMap final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void shippedMap_isThere();
    void shippedMap_mapsWhatTheProductSays_data();
    void shippedMap_mapsWhatTheProductSays();
    void D4_onlySitePhoneAndFaxOnlyComeIn();
    void C4a_typesAndStatusesAreGates();
    void C4c_requiredFieldsAreThoseOfTheProduct();
    void C4d_lengthsAreThoseOfTheSchema_data();
    void C4d_lengthsAreThoseOfTheSchema();
    void shippedMap_fitsTheFieldsItMaps();
    void leanLine_getsTheFormOfItsField_data();
    void leanLine_getsTheFormOfItsField();
    void limits_areThoseOfThePlatform_data();
    void limits_areThoseOfThePlatform();
    void limits_areRead_data();
    void limits_areRead();
    void withoutLimits_oneRequestAtATime();
    void malformedLimits_sayWhere_data();
    void malformedLimits_sayWhere();
    void malformedMap_saysWhere_data();
    void malformedMap_saysWhere();
    void everyKeyOfTheMaps_isDocumented();
};

namespace {

const KindMap &shippedKind(AssetKind kind)
{
    return FieldMap::shipped(Platform::ConnectWise)->kind(kind);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** All keys in a map, without the names that are values: kinds, and the lists that have tables. */
void collectKeys(const QJsonValue &value, const QString &parent, QSet<QString> &keys)
{
    for (const QJsonValue &item : value.toArray())
        collectKeys(item, parent, keys);
    const QJsonObject object = value.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (parent != "kinds"_L1 && parent != "tables"_L1)
            keys.insert(it.key());
        collectKeys(it.value(), it.key(), keys);
    }
}

QJsonObject line(const QString &field, const QJsonObject &more = {})
{
    QJsonObject object{{u"field"_s, field}, {u"remote"_s, u"there"_s}};
    for (auto it = more.constBegin(); it != more.constEnd(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

/** The smallest whole map, whose configuration lines are these. */
QJsonObject mapWith(const QJsonArray &configurationLines)
{
    QJsonObject kinds;
    for (const AssetKind kind : allKinds) {
        const bool isConfiguration = kind == AssetKind::Configuration;
        const QString name = kind == AssetKind::Contact ? u"first_name"_s : u"name"_s;
        kinds.insert(
            kindName(kind),
            QJsonObject{{u"collection"_s, QString(kindName(kind) + u's')},
                        {u"fields"_s, isConfiguration ? configurationLines : QJsonArray{line(name)}}});
    }
    return {{u"platform"_s, u"connectwise"_s}, {u"kinds"_s, kinds}};
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

} // namespace

void TestFieldMap::everyKeyOfTheMaps_isDocumented()
{
    const QDir folder(QStringLiteral(MAPS));
    const QString documentation = QString::fromUtf8(contentOf(folder.filePath(u"README.md"_s)));
    QVERIFY(!documentation.isEmpty());
    const QStringList files = folder.entryList({u"*.json"_s}, QDir::Files);
    QCOMPARE(files.size(), 5);
    QSet<QString> keys;
    for (const QString &name : files) {
        const auto platform = platformFromName(QFileInfo(name).completeBaseName());
        QVERIFY2(platform && FieldMap::load(*platform), qPrintable(name));
        collectKeys(QJsonDocument::fromJson(contentOf(folder.filePath(name))).object(), {}, keys);
    }
    QVERIFY(keys.size() > 25);
    for (const QString &key : std::as_const(keys))
        QVERIFY2(documentation.contains(u'`' + key + u'`'), qPrintable(key));
}

void TestFieldMap::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestFieldMap::shippedMap_isThere()
{
    const Result<FieldMap> map = FieldMap::load(Platform::ConnectWise);
    QVERIFY2(map, map ? "" : qPrintable(map.error().message));
    QCOMPARE(map->platform(), Platform::ConnectWise);
    QCOMPARE(FieldMap::shipped(Platform::ConnectWise), FieldMap::shipped(Platform::ConnectWise));
    QCOMPARE(shippedKind(AssetKind::Organization).collection, u"companies"_s);
    QCOMPARE(shippedKind(AssetKind::Location).collection, u"sites"_s);
    QCOMPARE(shippedKind(AssetKind::Contact).collection, u"contacts"_s);
    QCOMPARE(shippedKind(AssetKind::Configuration).collection, u"configurations"_s);
    for (const Platform platform : allPlatforms)
        QCOMPARE(FieldMap::shipped(platform) != nullptr, FieldMap::load(platform).has_value());
}

void TestFieldMap::shippedMap_mapsWhatTheProductSays_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<QString>("pairs");
    QTest::newRow("organization")
        << AssetKind::Organization
        << u"name=name short_name=identifier organization_type=types organization_status=status "
           "parent=parentCompany primary_location=site"_s;
    QTest::newRow("location")
        << AssetKind::Location
        << u"name=name organization=company address_1=addressLine1 address_2=addressLine2 city=city "
           "region=stateReference postal_code=zip country=country phone=phoneNumber fax=faxNumber"_s;
    QTest::newRow("contact")
        << AssetKind::Contact
        << u"first_name=firstName last_name=lastName organization=company contact_type=types "
           "title=title emails=communicationItems phones=communicationItems location=site"_s;
    QTest::newRow("configuration")
        << AssetKind::Configuration
        << u"name=name organization=company asset_tag=tagNumber contact=contact "
           "default_gateway=defaultGateway configuration_status=status configuration_type=type "
           "installed_at=installationDate installed_by=installedBy location=site "
           "manufacturer=manufacturer model=modelNumber notes=notes operating_system=osType "
           "primary_ip=ipAddress purchased_at=purchaseDate serial_number=serialNumber "
           "mac_address=macAddress warranty_expires_at=warrantyExpirationDate"_s;
}

void TestFieldMap::shippedMap_mapsWhatTheProductSays()
{
    QFETCH(AssetKind, kind);
    QFETCH(QString, pairs);
    QStringList expected = pairs.split(u' ');
    QStringList mapped;
    for (const MappedField &field : shippedKind(kind).fields)
        mapped.append(field.field + u'=' + field.remote);
    expected.sort();
    mapped.sort();
    QCOMPARE(mapped, expected);
}

void TestFieldMap::D4_onlySitePhoneAndFaxOnlyComeIn()
{
    QStringList in;
    for (const AssetKind kind : allKinds) {
        for (const MappedField &field : shippedKind(kind).fields) {
            if (field.direction == Direction::In)
                in.append(kindName(kind) + u'.' + field.field);
        }
    }
    QCOMPARE(in, (QStringList{u"location.phone"_s, u"location.fax"_s}));
}

void TestFieldMap::C4a_typesAndStatusesAreGates()
{
    QStringList gates;
    for (const AssetKind kind : allKinds) {
        for (const MappedField &field : shippedKind(kind).fields) {
            if (field.isGate)
                gates.append(field.field);
        }
    }
    QCOMPARE(gates,
             (QStringList{u"organization_type"_s, u"organization_status"_s, u"configuration_type"_s,
                          u"configuration_status"_s}));
}

void TestFieldMap::C4c_requiredFieldsAreThoseOfTheProduct()
{
    const auto required = [](AssetKind kind) {
        QStringList fields;
        for (const MappedField &field : shippedKind(kind).fields) {
            if (field.isRequired)
                fields.append(field.field);
        }
        fields.sort();
        return fields;
    };
    QCOMPARE(required(AssetKind::Organization), (QStringList{u"name"_s, u"short_name"_s}));
    QCOMPARE(required(AssetKind::Location), (QStringList{u"name"_s, u"organization"_s}));
    QCOMPARE(required(AssetKind::Contact), (QStringList{u"first_name"_s, u"organization"_s}));
    QCOMPARE(required(AssetKind::Configuration),
             (QStringList{u"configuration_status"_s, u"configuration_type"_s, u"name"_s, u"organization"_s}));
}

void TestFieldMap::C4d_lengthsAreThoseOfTheSchema_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<QString>("lengths");
    QTest::newRow("organization") << AssetKind::Organization << u"name=50 short_name=30"_s;
    QTest::newRow("location")
        << AssetKind::Location
        << u"name=50 address_1=50 address_2=50 city=50 postal_code=12 phone=30 fax=30"_s;
    QTest::newRow("configuration")
        << AssetKind::Configuration
        << u"name=100 serial_number=250 model=50 asset_tag=50 mac_address=25 primary_ip=50 "
           "default_gateway=50 operating_system=250 notes=0"_s;
}

void TestFieldMap::C4d_lengthsAreThoseOfTheSchema()
{
    QFETCH(AssetKind, kind);
    QFETCH(QString, lengths);
    for (const QString &pair : lengths.split(u' ')) {
        const MappedField *field = shippedKind(kind).find(pair.section(u'=', 0, 0));
        QVERIFY2(field, qPrintable(pair));
        QCOMPARE(QString(field->field + u'=' + QString::number(field->maxLength)), pair);
    }
}

void TestFieldMap::shippedMap_fitsTheFieldsItMaps()
{
    for (const AssetKind kind : allKinds) {
        for (const MappedField &field : shippedKind(kind).fields) {
            const QByteArray where = QString(kindName(kind) + u'.' + field.field).toUtf8();
            const FieldDescription *description = findField(kind, field.field);
            QVERIFY2(description, where.constData());
            QCOMPARE(shippedKind(kind).find(field.field), &field);
            switch (description->type) {
            case FieldType::Date:
                QVERIFY2(field.shape == WireShape::Date && field.normal == NormalForm::Date,
                         where.constData());
                break;
            case FieldType::Reference:
                QVERIFY2(field.shape == WireShape::Reference && field.normal == NormalForm::Id && !field.list,
                         where.constData());
                break;
            case FieldType::Option:
                // By id where the PSA has such a list, else by name.
                QVERIFY2(!field.list || *field.list == *description->list, where.constData());
                QVERIFY2((field.normal == NormalForm::Id) == field.list.has_value(), where.constData());
                break;
            case FieldType::Emails:
            case FieldType::Phones:
                QVERIFY2(field.normal == NormalForm::Points && field.list == description->list,
                         where.constData());
                break;
            case FieldType::Text:
            case FieldType::LongText:
            case FieldType::Boolean:
                break;
            }
        }
    }
    QCOMPARE(shippedKind(AssetKind::Configuration).find(u"mac_address"_s)->normal, NormalForm::Mac);
    QCOMPARE(shippedKind(AssetKind::Configuration).find(u"hostname"_s), nullptr);
}

void TestFieldMap::leanLine_getsTheFormOfItsField_data()
{
    QTest::addColumn<QJsonObject>("text");
    QTest::addColumn<NormalForm>("form");
    QTest::newRow("text") << line(u"name"_s) << NormalForm::Text;
    QTest::newRow("long text") << line(u"notes"_s) << NormalForm::LongText;
    QTest::newRow("date") << line(u"installed_at"_s) << NormalForm::Date;
    QTest::newRow("record") << line(u"location"_s) << NormalForm::Id;
    QTest::newRow("option by name") << line(u"model"_s) << NormalForm::Text;
    QTest::newRow("option by id") << line(u"manufacturer"_s, {{u"shape"_s, u"reference"_s}})
                                  << NormalForm::Id;
    QTest::newRow("its own") << line(u"name"_s, {{u"normal"_s, u"phone"_s}}) << NormalForm::Phone;
}

void TestFieldMap::leanLine_getsTheFormOfItsField()
{
    QFETCH(QJsonObject, text);
    QFETCH(NormalForm, form);
    const Result<FieldMap> map = FieldMap::parse(bytes(mapWith({text})));
    QVERIFY2(map, map ? "" : qPrintable(map.error().message));
    const MappedField &field = map->kind(AssetKind::Configuration).fields.constFirst();
    QCOMPARE(int(field.normal), int(form));
    QCOMPARE(field.remote, u"there"_s);
    QVERIFY(field.direction == Direction::Both);
    QVERIFY(!field.isRequired && !field.isGate && !field.list);
    QCOMPARE(field.maxLength, 0);
}

void TestFieldMap::limits_areThoseOfThePlatform_data()
{
    QTest::addColumn<Platform>("platform");
    QTest::addColumn<int>("permitsPerEndpoint");
    QTest::addColumn<int>("calls");
    QTest::addColumn<int>("seconds");
    QTest::newRow("ConnectWise: about 1,000 a minute") << Platform::ConnectWise << 0 << 1'000 << 60;
    QTest::newRow("Autotask: 10,000 an hour, 3 threads per endpoint") << Platform::Autotask << 3 << 10'000 << 3'600;
}

void TestFieldMap::limits_areThoseOfThePlatform()
{
    QFETCH(Platform, platform);
    QFETCH(int, permitsPerEndpoint);
    QFETCH(int, calls);
    QFETCH(int, seconds);
    const FieldMap *map = FieldMap::shipped(platform);
    QVERIFY(map);
    const CallLimits &limits = map->limits();
    QVERIFY(limits.permits >= 2 && limits.permits <= 6); // one for people, and no more than Qt opens connections
    QCOMPARE(limits.permitsPerEndpoint, permitsPerEndpoint);
    QCOMPARE(limits.windows.size(), 1);
    QCOMPARE(limits.windows.constFirst().calls, calls);
    QCOMPARE(limits.windows.constFirst().length, std::chrono::seconds(seconds));
    QVERIFY(limits.windows.constFirst().scope == CallScope::Account);
    const QList<SlowStep> steps = platform == Platform::Autotask
        ? QList<SlowStep> {{.from = 0.5, .spacing = 500ms}, {.from = 0.75, .spacing = 1'000ms}}
        : QList<SlowStep>();
    QCOMPARE(limits.windows.constFirst().slowAt, steps);
    QCOMPARE(map->permits(), limits.permits);
    QCOMPARE(map->callLimit(), calls);
    QCOMPARE(map->callWindowSeconds(), seconds);
}

void TestFieldMap::limits_areRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<CallLimits>("limits");
    QTest::newRow("none") << QByteArray("{}") << CallLimits();
    QTest::newRow("permits") << QByteArray(R"({"permits": 4})") << CallLimits {.permits = 4};
    QTest::newRow("plain window") << QByteArray(R"({"permits": 2, "windows": [{"calls": 5, "seconds": 9}]})")
                                  << CallLimits {.permits = 2, .windows = {{.calls = 5, .length = 9s}}};
    QTest::newRow("everything") << QByteArray(R"({"permits": 4, "permits_per_endpoint": 3, "windows": [
        {"calls": 10000, "seconds": 3600, "scope": "account", "reserve": 0.1, "slow_at": [[0.5, 500], [1, 0]]},
        {"calls": 1500, "seconds": 3600, "scope": "endpoint"}]})")
                                << CallLimits {.permits = 4,
                                               .permitsPerEndpoint = 3,
                                               .windows = {{.calls = 10'000,
                                                            .length = 3'600s,
                                                            .slowAt = {{.from = 0.5, .spacing = 500ms}, {.from = 1}},
                                                            .reserve = 0.1},
                                                           {.calls = 1'500,
                                                            .length = 3'600s,
                                                            .scope = CallScope::Endpoint}}};
}

void TestFieldMap::limits_areRead()
{
    QFETCH(QByteArray, json);
    QFETCH(CallLimits, limits);
    QJsonObject object = mapWith({line(u"name"_s)});
    object.insert(u"limits"_s, QJsonDocument::fromJson(json).object());
    const Result<FieldMap> map = FieldMap::parse(bytes(object));
    QVERIFY2(map, map ? "" : qPrintable(map.error().message));
    QVERIFY(map->limits() == limits);
}

void TestFieldMap::withoutLimits_oneRequestAtATime()
{
    const Result<FieldMap> map = FieldMap::parse(bytes(mapWith({line(u"name"_s)})));
    QVERIFY(map);
    QVERIFY(map->limits() == CallLimits());
    QCOMPARE(map->permits(), 1);
    QCOMPARE(map->callLimit(), 0);
    QVERIFY(map->callWindowSeconds() > 0);
}

void TestFieldMap::malformedLimits_sayWhere_data()
{
    QTest::addColumn<QByteArray>("limits");
    QTest::addColumn<QString>("where");
    const auto row = [](const char *name, const QByteArray &limits, const QString &where) {
        QTest::newRow(name) << limits << where;
    };
    row("no object", "4", u"limits"_s);
    row("unknown key", R"({"permit": 4})", u"permit"_s);
    row("no permits", R"({"permits": 0})", u"limits.permits"_s);
    row("half a permit", R"({"permits": 1.5})", u"limits.permits"_s);
    row("permits in words", R"({"permits": "four"})", u"limits.permits"_s);
    row("endpoint permits", R"({"permits_per_endpoint": -1})", u"limits.permits_per_endpoint"_s);
    row("windows", R"({"windows": 3})", u"limits.windows"_s);
    row("no calls", R"({"windows": [{"seconds": 60}]})", u"limits.windows[0].calls"_s);
    row("more than a number", R"({"windows": [{"calls": 1e12, "seconds": 60}]})", u"limits.windows[0].calls"_s);
    row("no seconds", R"({"windows": [{"calls": 5}]})", u"limits.windows[0].seconds"_s);
    row("scope", R"({"windows": [{"calls": 5, "seconds": 5, "scope": "tenant"}]})", u"limits.windows[0].scope"_s);
    row("scope that is no text", R"({"windows": [{"calls": 5, "seconds": 5, "scope": 1}]})",
        u"limits.windows[0].scope"_s);
    row("reserve", R"({"windows": [{"calls": 5, "seconds": 5, "reserve": 1}]})", u"limits.windows[0].reserve"_s);
    row("second window", R"({"windows": [{"calls": 5, "seconds": 5}, {"calls": 5, "secs": 5}]})",
        u"limits.windows[1]"_s);
    for (const char *steps : {"1", "[1]", "[[0.5]]", "[[0.5, 1, 2]]", "[[0, 1]]", "[[1.1, 1]]", "[[0.5, -1]]",
                              "[[0.5, 60001]]", "[[0.7, 1], [0.5, 2]]"}) {
        QTest::addRow("steps %s", steps)
            << QByteArray(R"({"windows": [{"calls": 5, "seconds": 5, "slow_at": )" + QByteArray(steps) + "}]}")
            << u"limits.windows[0].slow_at"_s;
    }
}

void TestFieldMap::malformedLimits_sayWhere()
{
    QFETCH(QByteArray, limits);
    QFETCH(QString, where);
    QJsonObject object = mapWith({line(u"name"_s)});
    object.insert(u"limits"_s, QJsonDocument::fromJson('[' + limits + ']').array().at(0));
    const Result<FieldMap> map = FieldMap::parse(bytes(object));
    QVERIFY(!map);
    QCOMPARE(int(map.error().code), int(ErrorCode::BadInput));
    QVERIFY2(map.error().message.contains(where), qPrintable(map.error().message));
}

void TestFieldMap::malformedMap_saysWhere_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("what");

    const auto row = [](const char *name, const QJsonObject &text, const QString &where,
                        const QString &what) {
        QTest::newRow(name) << bytes(mapWith({line(u"asset_tag"_s), text})) << where << what;
    };
    const QString name = u"configuration.name"_s;
    row("unknown key", line(u"name"_s, {{u"lenght"_s, 5}}), name, u"lenght"_s);
    row("unknown field", line(u"nmae"_s), u"configuration.nmae"_s, u"no such field"_s);
    row("field of another kind", line(u"first_name"_s), u"configuration.first_name"_s, u"no such field"_s);
    row("unknown shape", line(u"name"_s, {{u"shape"_s, u"round"_s}}), name, u"shape"_s);
    row("unknown direction", line(u"name"_s, {{u"direction"_s, u"up"_s}}), name, u"direction"_s);
    row("unknown normal", line(u"name"_s, {{u"normal"_s, u"upper"_s}}), name, u"normal"_s);
    row("unknown list", line(u"name"_s, {{u"list"_s, u"colours"_s}}), name, u"list"_s);
    row("list that is no text", line(u"name"_s, {{u"list"_s, 5}}), name, u"list"_s);
    row("double field", line(u"asset_tag"_s), u"configuration.asset_tag"_s, u"twice"_s);
    row("gate without list", line(u"name"_s, {{u"gate"_s, true}}), name, u"list"_s);
    row("no remote name", QJsonObject{{u"field"_s, u"name"_s}}, name, u"remote"_s);
    row("required that is no flag", line(u"name"_s, {{u"required"_s, u"yes"_s}}), name, u"required"_s);
    row("gate that is no flag", line(u"name"_s, {{u"gate"_s, 1}}), name, u"gate"_s);
    row("length that is no number", line(u"name"_s, {{u"max_length"_s, u"50"_s}}), name, u"max_length"_s);
    row("negative length", line(u"name"_s, {{u"max_length"_s, -1}}), name, u"max_length"_s);
    row("shape that is no text", line(u"name"_s, {{u"shape"_s, 3}}), name, u"shape"_s);
    row("empty line", {}, u"configuration"_s, u"no such field"_s);

    const QJsonObject whole = mapWith({line(u"name"_s)});
    QJsonObject broken = whole;
    broken.insert(u"platform"_s, u"peoplesoft"_s);
    QTest::newRow("unknown platform") << bytes(broken) << u"platform"_s << u"platform"_s;
    broken = whole;
    broken.insert(u"permitz"_s, 4);
    QTest::newRow("unknown key of the map") << bytes(broken) << u"permitz"_s << u"permitz"_s;
    for (const AssetKind kind : allKinds) {
        broken = whole;
        QJsonObject kinds = whole.value("kinds"_L1).toObject();
        kinds.remove(kindName(kind));
        broken.insert(u"kinds"_s, kinds);
        QTest::addRow("missing %s", qPrintable(kindName(kind)))
            << bytes(broken) << kindName(kind) << u"missing"_s;
    }
    broken = whole;
    QJsonObject kinds = whole.value("kinds"_L1).toObject();
    kinds.insert(u"ticket"_s, kinds.value("contact"_L1));
    broken.insert(u"kinds"_s, kinds);
    QTest::newRow("unknown kind") << bytes(broken) << u"ticket"_s << u"kind"_s;
    for (const QString &key : {u"collection"_s, u"fields"_s}) {
        broken = whole;
        kinds = whole.value("kinds"_L1).toObject();
        QJsonObject contact = kinds.value("contact"_L1).toObject();
        contact.remove(key);
        kinds.insert(u"contact"_s, contact);
        broken.insert(u"kinds"_s, kinds);
        QTest::addRow("kind without %s", qPrintable(key)) << bytes(broken) << u"contact"_s << key;
    }
    QTest::newRow("broken JSON") << QByteArray("{\n \"platform\": \"connectwise\",\n \"kinds\" {}\n}")
                                 << u"line 3"_s << QString();
    QTest::newRow("no object") << QByteArray("[]") << u"line 1"_s << u"object"_s;
    QTest::newRow("nothing") << QByteArray() << u"line 1"_s << QString();
}

void TestFieldMap::malformedMap_saysWhere()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, where);
    QFETCH(QString, what);
    const Result<FieldMap> map = FieldMap::parse(json);
    QVERIFY(!map);
    QCOMPARE(int(map.error().code), int(ErrorCode::BadInput));
    const QString message = map.error().message;
    QVERIFY2(message.contains(where), qPrintable(message));
    QVERIFY2(message.contains(what), qPrintable(message));
}

QTEST_GUILESS_MAIN(TestFieldMap)
#include "tst_fieldmap.moc"
