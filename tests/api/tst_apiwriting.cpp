// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiclient.h"

#include <QRegularExpression>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** Create, update, bulk update and bulk delete, without a PSA. */
class ApiWritingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup()
    {
        m_client.reset();
    }

    void created_is201WithTheObject();
    void valuesComeInManySpellings();
    void H3_sourceIsTheApi_andTheHistoryNamesTheKey();
    void wrongValues_are422WithAPointer_data();
    void wrongValues_are422WithAPointer();
    void missingOrganization_isToldInItsOwnShape();
    void updates_leaveOthersAlone_andNullClears();
    void phones_keepTheirSpelling();
    void whatIsNotKept_isNamed();
    void interfaces_giveAddressAndMac();
    void severalAtOnce_onlyBelowAnOrganization();
    void bulkUpdate_byIds_andByFilter();
    void bulkUpdate_isCheckedBeforeAnythingIsWritten();
    void bulkDelete_byIds_andByFilter();
    void bulkDelete_neverTakesMoreThanWasSaid();
    void primaryLocation_isChosen();
    void listValues_areMadeAndRenamed();
    void whatTheEngineRefuses_isSaidInWords();

private:
    ApiReply create(const QJsonObject &attributes);

    std::unique_ptr<ApiClient> m_client;
    RecordId m_acme = 0;
    OptionId m_server = 0;
};

void ApiWritingTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_client = std::make_unique<ApiClient>();
    m_acme = m_client->fixture.create(AssetKind::Organization, {{u"name"_s, u"Acme"_s}});
    EngineFixture &fixture = m_client->fixture;
    m_server = fixture.wait(fixture.engine().ensureOption(OptionList::ConfigurationType, u"Server"_s, 0))
                   .value_or(0);
}

ApiReply ApiWritingTest::create(const QJsonObject &attributes)
{
    QJsonObject all{
        {u"organization-id"_s, m_acme}, {u"configuration-type-id"_s, m_server}, {u"name"_s, u"DC01"_s}};
    for (auto it = attributes.constBegin(); it != attributes.constEnd(); ++it)
        all.insert(it.key(), it.value());
    return m_client->post(u"/configurations"_s, ApiClient::object(u"configurations"_s, all));
}

void ApiWritingTest::created_is201WithTheObject()
{
    const ApiReply reply = create({{u"serial-number"_s, u"S1"_s}});
    QCOMPARE(reply.status, 201);
    QCOMPARE(reply.data().value("type"_L1).toString(), u"configurations"_s);
    QCOMPARE(reply.attribute(u"serial-number"_s), QJsonValue(u"S1"_s));
    QCOMPARE(reply.attribute(u"configuration-type-name"_s), QJsonValue(u"Server"_s));
    QVERIFY(!reply.json.contains("meta"_L1));
    QCOMPARE(m_client->get(QString(u"/configurations/"_s + reply.id())).data(), reply.data());
}

void ApiWritingTest::valuesComeInManySpellings()
{
    const QJsonObject attributes{{u"organization_id"_s, QString::number(m_acme)},
                                 {u"asset_tag"_s, 4711},
                                 {u"warranty_expires_at"_s, u"2027-05-05T22:00:00.000Z"_s},
                                 {u"notes"_s, u"a\r\nb"_s},
                                 {u"hostname"_s, u""_s},
                                 {u"organization-name"_s, u"whatever"_s},
                                 {u"created-at"_s, u"whatever"_s}};
    const ApiReply reply = create(attributes);
    QCOMPARE(reply.status, 201);
    QCOMPARE(reply.attribute(u"asset-tag"_s), QJsonValue(u"4711"_s));
    QCOMPARE(reply.attribute(u"warranty-expires-at"_s), QJsonValue(u"2027-05-05"_s));
    QCOMPARE(reply.attribute(u"notes"_s), QJsonValue(u"a\nb"_s));
    QVERIFY(reply.attribute(u"hostname"_s).isNull());
    QCOMPARE(reply.attribute(u"organization-name"_s), QJsonValue(u"Acme"_s));
    const ApiReply contact = m_client->post(
        u"/contacts"_s,
        ApiClient::object(
            u"contacts"_s,
            {{u"organization-id"_s, m_acme},
             {u"first_name"_s, u"Ann"_s},
             {u"important"_s, u"true"_s},
             {u"contact_emails"_s,
              QJsonArray{QJsonObject{
                  {u"value"_s, u"a@b.example"_s}, {u"label_name"_s, u"Work"_s}, {u"primary"_s, true}}}},
             {u"contact_phones"_s,
              QJsonArray{QJsonObject{{u"value"_s, u"123"_s}, {u"label_type"_s, u"fax"_s}}}}}));
    QCOMPARE(contact.status, 201);
    const FieldValues fields = m_client->fixture.record(contact.id().toLongLong()).fields;
    QCOMPARE(fields.value("important"_L1), QJsonValue(true));
    QCOMPARE(fields.value("emails"_L1)[0]["label"_L1], QJsonValue(u"Work"_s));
    QCOMPARE(fields.value("phones"_L1)[0]["label"_L1], QJsonValue(u"Fax"_s));
}

void ApiWritingTest::H3_sourceIsTheApi_andTheHistoryNamesTheKey()
{
    const RecordId id = create({}).id().toLongLong();
    QCOMPARE(m_client->fixture.record(id).source, RecordSource::Api);
    QCOMPARE(m_client->fixture.history(id).constFirst().person, u"API key Tests"_s);
}

void ApiWritingTest::wrongValues_are422WithAPointer_data()
{
    QTest::addColumn<QString>("attribute");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("pointer");
    const QJsonValue none;
    QTest::newRow("name blank") << u"name"_s << QJsonValue(u" "_s) << u"/data/attributes/name"_s;
    QTest::newRow("type missing") << u"configuration-type-id"_s << none
                                  << u"/data/attributes/configuration-type"_s;
    QTest::newRow("no such type") << u"configuration-type-id"_s << QJsonValue(9999)
                                  << u"/data/attributes/configuration-type"_s;
    QTest::newRow("type by name") << u"configuration-type-id"_s << QJsonValue(u"Server"_s)
                                  << u"/data/attributes/configuration-type-id"_s;
    QTest::newRow("date") << u"installed-at"_s << QJsonValue(u"soon"_s) << u"/data/attributes/installed-at"_s;
    QTest::newRow("object as text") << u"notes"_s << QJsonValue(QJsonObject{{u"a"_s, 1}})
                                    << u"/data/attributes/notes"_s;
    QTest::newRow("two lines") << u"hostname"_s << QJsonValue(u"a\nb"_s) << u"/data/attributes/hostname"_s;
    QTest::newRow("location elsewhere")
        << u"location-id"_s << QJsonValue(9999) << u"/data/attributes/location"_s;
    QTest::newRow("negative id") << u"contact-id"_s << QJsonValue(-4) << u"/data/attributes/contact-id"_s;
}

void ApiWritingTest::wrongValues_are422WithAPointer()
{
    QFETCH(const QString, attribute);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, pointer);
    const ApiReply reply = create({{attribute, value}});
    QCOMPARE(reply.status, 422);
    QCOMPARE(reply.pointer(), pointer);
    QCOMPARE(reply.error().value("title"_L1).toString(), u"Unprocessable Entity"_s);
    QVERIFY(!reply.error().value("detail"_L1).toString().isEmpty());
    QCOMPARE(m_client->fixture.count(AssetKind::Configuration), 0);
}

void ApiWritingTest::missingOrganization_isToldInItsOwnShape()
{
    for (const QJsonValue &organization : {QJsonValue(), QJsonValue(9999), QJsonValue(u"8888"_s)}) {
        const ApiReply reply = create({{u"organization-id"_s, organization}});
        QCOMPARE(reply.status, 422);
        QCOMPARE(
            reply.error(),
            (QJsonObject{{u"status"_s, 422},
                         {u"title"_s, u"Valid organization_id is required"_s},
                         {u"source"_s, QJsonObject{{u"pointer"_s, u"data/attributes/organization_id"_s}}}}));
    }
}

void ApiWritingTest::updates_leaveOthersAlone_andNullClears()
{
    const QString path =
        QString(u"/configurations/"_s + create({{u"notes"_s, u"n"_s}, {u"position"_s, u"p"_s}}).id());
    const ApiReply reply = m_client->patch(
        path, ApiClient::object(u"configurations"_s, {{u"notes"_s, QJsonValue()}, {u"hostname"_s, u"h"_s}}));
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.attribute(u"notes"_s).isNull());
    QCOMPARE(reply.attribute(u"position"_s), QJsonValue(u"p"_s));
    QCOMPARE(reply.attribute(u"hostname"_s), QJsonValue(u"h"_s));
    const QString nested = u"/organizations/%1/relationships"_s.arg(m_acme);
    QCOMPARE(
        m_client
            ->patch(QString(nested + path), ApiClient::object(u"configurations"_s, {{u"hostname"_s, u"i"_s}}))
            .status,
        200);
    QCOMPARE(
        m_client
            ->patch(u"/contacts/"_s + path.section(u'/', 2), ApiClient::object({}, {{u"title"_s, u"x"_s}}))
            .status,
        404);
    QJsonObject withRelations = ApiClient::object(u"configurations"_s, {});
    withRelations.insert(
        u"relationships"_s,
        QJsonObject{{u"configuration_interfaces"_s, QJsonObject{{u"data"_s, QJsonArray()}}}});
    QCOMPARE(m_client->patch(path, withRelations).status, 422);
    QCOMPARE(m_client->patch(path, ApiClient::object(u"contacts"_s, {})).status, 422);
    QCOMPARE(m_client->patch(path, QJsonArray{ApiClient::object(u"configurations"_s, {})}).status, 422);
}

void ApiWritingTest::phones_keepTheirSpelling()
{
    const RecordId id = m_client->fixture.create(
        AssetKind::Contact,
        {{u"first_name"_s, u"Ann"_s},
         {u"organization"_s, m_acme},
         {u"phones"_s, QJsonArray{QJsonObject{{u"value"_s, u"+49 (30) 1-2"_s}, {u"label"_s, u"Direct"_s}}}}});
    const QString path = u"/contacts/%1"_s.arg(id);
    const QJsonValue before = m_client->fixture.field(id, u"phones"_s);
    // What a script reads and sends back is no change.
    const QJsonObject attributes = m_client->get(path).data().value("attributes"_L1).toObject();
    QCOMPARE(attributes.value("contact-phones"_L1)[0]["value"_L1], QJsonValue(u"+493012"_s));
    QCOMPARE(m_client->patch(path, ApiClient::object(u"contacts"_s, attributes)).status, 200);
    QCOMPARE(m_client->fixture.field(id, u"phones"_s), before);
    QCOMPARE(m_client->fixture.history(id).size(), 1);
}

void ApiWritingTest::whatIsNotKept_isNamed()
{
    const ApiReply reply = create({{u"archived"_s, true},
                                   {u"restricted"_s, false},
                                   {u"my-own-idea"_s, 1},
                                   {u"mitp-end-of-life-date"_s, QJsonValue()}});
    QCOMPARE(reply.status, 201);
    QCOMPARE(reply.meta().value("ignored-attributes"_L1).toArray(),
             (QJsonArray{u"archived"_s, u"my-own-idea"_s}));
}

void ApiWritingTest::interfaces_giveAddressAndMac()
{
    const auto withInterfaces = [this](int count) {
        QJsonArray interfaces;
        for (int i = 0; i < count; ++i) {
            interfaces.append(QJsonObject{{u"type"_s, u"configuration_interfaces"_s},
                                          {u"attributes"_s,
                                           QJsonObject{{u"ip_address"_s, u"10.0.0.%1"_s.arg(i + 1)},
                                                       {u"mac-address"_s, u"00:11:22:33:44:55"_s}}}});
        }
        QJsonObject object = ApiClient::object(
            u"configurations"_s,
            {{u"organization-id"_s, m_acme}, {u"configuration-type-id"_s, m_server}, {u"name"_s, u"SW"_s}});
        object.insert(u"relationships"_s,
                      QJsonObject{{u"configuration-interfaces"_s, QJsonObject{{u"data"_s, interfaces}}}});
        return object;
    };
    const ApiReply one = m_client->post(u"/configurations"_s, withInterfaces(1));
    QCOMPARE(one.status, 201);
    QCOMPARE(one.attribute(u"primary-ip"_s), QJsonValue(u"10.0.0.1"_s));
    QCOMPARE(one.attribute(u"mac-address"_s), QJsonValue(u"00:11:22:33:44:55"_s));
    QCOMPARE(m_client->post(u"/configurations"_s, withInterfaces(2)).status, 422);
}

void ApiWritingTest::severalAtOnce_onlyBelowAnOrganization()
{
    const QJsonArray two{ApiClient::object(u"contacts"_s, {{u"first-name"_s, u"Ann"_s}}),
                         ApiClient::object(u"contacts"_s, {{u"first-name"_s, u"Bob"_s}})};
    QCOMPARE(m_client->post(u"/contacts"_s, two).status, 422);
    const QString nested = u"/organizations/%1/relationships/contacts"_s.arg(m_acme);
    const ApiReply reply = m_client->post(nested, two);
    QCOMPARE(reply.status, 201);
    QCOMPARE(reply.all(), (QStringList{u"Ann"_s, u"Bob"_s}));
    QCOMPARE(reply.all(u"organization-id"_s),
             (QStringList{QString::number(m_acme), QString::number(m_acme)}));
    QCOMPARE(m_client->post(u"/organizations/9999/relationships/contacts"_s, two).status, 404);
    // The second one is wrong, which is known before the first is written.
    const QJsonArray wrong{
        ApiClient::object(u"contacts"_s, {{u"first-name"_s, u"Cid"_s}}),
        ApiClient::object(u"contacts"_s, {{u"first-name"_s, u"Dan"_s}, {u"location-id"_s, u"here"_s}})};
    const ApiReply refused = m_client->post(nested, wrong);
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.pointer(), u"/data/1/attributes/location-id"_s);
    QCOMPARE(m_client->fixture.count(AssetKind::Contact), 2);
}

void ApiWritingTest::bulkUpdate_byIds_andByFilter()
{
    const qint64 first = create({{u"name"_s, u"A"_s}}).id().toLongLong();
    const qint64 second = create({{u"name"_s, u"B"_s}}).id().toLongLong();
    const ApiReply reply = m_client->patch(
        u"/configurations"_s,
        QJsonArray{ApiClient::object(u"configurations"_s, {{u"id"_s, first}, {u"position"_s, u"1"_s}}),
                   ApiClient::object(u"configurations"_s,
                                     {{u"id"_s, QString::number(second)}, {u"position"_s, u"2"_s}})});
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.all(u"position"_s), (QStringList{u"1"_s, u"2"_s}));
    const ApiReply filtered =
        m_client->patch(u"/configurations?filter[position]=1,2"_s,
                        ApiClient::object(u"configurations"_s, {{u"notes"_s, u"both"_s}}));
    QCOMPARE(filtered.status, 200);
    QCOMPARE(filtered.all(u"notes"_s), (QStringList{u"both"_s, u"both"_s}));
    // Some clients put the filter beside the data.
    const ApiReply beside = m_client->send(
        "PATCH"_ba, u"/configurations/"_s,
        "{\"filter[name]\":\"B\",\"data\":{\"type\":\"configurations\",\"attributes\":{\"notes\":\"one\"}}}"_ba);
    QCOMPARE(beside.status, 200);
    QCOMPARE(beside.all(), QStringList{u"B"_s});
    // Without a filter it would be all of them.
    QCOMPARE(
        m_client
            ->patch(u"/configurations"_s, ApiClient::object(u"configurations"_s, {{u"notes"_s, u"all"_s}}))
            .status,
        422);
    QCOMPARE(m_client->fixture.field(first, u"notes"_s), QJsonValue(u"both"_s));
}

void ApiWritingTest::bulkUpdate_isCheckedBeforeAnythingIsWritten()
{
    const qint64 first = create({}).id().toLongLong();
    const auto update = [](const QJsonValue &id) {
        return ApiClient::object(u"configurations"_s, {{u"id"_s, id}, {u"notes"_s, u"new"_s}});
    };
    QCOMPARE(m_client->patch(u"/configurations"_s, QJsonArray{update(first), update(9999)}).status, 404);
    const ApiReply nameless =
        m_client->patch(u"/configurations"_s, QJsonArray{update(first), update(QJsonValue())});
    QCOMPARE(nameless.status, 422);
    QCOMPARE(nameless.pointer(), u"/data/1/attributes/id"_s);
    QCOMPARE(m_client->patch(u"/contacts"_s, QJsonArray{ApiClient::object({}, {{u"id"_s, first}})}).status,
             404);
    QVERIFY(m_client->fixture.field(first, u"notes"_s).isUndefined());
    // What only the engine refuses says how far it came.
    const QJsonObject late =
        ApiClient::object(u"configurations"_s, {{u"id"_s, first}, {u"hostname"_s, u"a\nb"_s}});
    const ApiReply half = m_client->patch(u"/configurations"_s, QJsonArray{update(first), late});
    QCOMPARE(half.status, 422);
    QCOMPARE(half.pointer(), u"/data/1/attributes/hostname"_s);
    QVERIFY(
        half.error().value("detail"_L1).toString().contains(u"1 object(s) before this one were written"_s));
    QCOMPARE(m_client->fixture.field(first, u"notes"_s), QJsonValue(u"new"_s));
}

void ApiWritingTest::bulkDelete_byIds_andByFilter()
{
    const qint64 first = create({{u"name"_s, u"A"_s}}).id().toLongLong();
    create({{u"name"_s, u"B"_s}});
    create({{u"name"_s, u"C"_s}});
    const ApiReply reply = m_client->remove(
        u"/configurations"_s, QJsonArray{ApiClient::object(u"configurations"_s, {{u"id"_s, first}})});
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.all(), QStringList{u"A"_s});
    QCOMPARE(m_client->fixture.count(AssetKind::Configuration), 2);
    const ApiReply filtered = m_client->send("DELETE"_ba, u"/configurations?filter[name]=B"_s, {});
    QCOMPARE(filtered.status, 200);
    QCOMPARE(filtered.all(), QStringList{u"B"_s});
    QCOMPARE(m_client->fixture.count(AssetKind::Configuration), 1);
}

void ApiWritingTest::bulkDelete_neverTakesMoreThanWasSaid()
{
    const qint64 first = create({}).id().toLongLong();
    QCOMPARE(m_client->send("DELETE"_ba, u"/configurations"_s, {}).status, 422);
    QCOMPARE(m_client->remove(u"/configurations"_s, QJsonArray()).status, 422);
    QCOMPARE(m_client->remove(u"/configurations"_s, QJsonArray{ApiClient::object({}, {})}).status, 422);
    QCOMPARE(m_client->remove(u"/configurations"_s, QJsonObject()).status, 422);
    QCOMPARE(m_client->send("DELETE"_ba, u"/configurations?filter[nonsense]=1"_s, {}).status, 400);
    QCOMPARE(m_client->send("DELETE"_ba, u"/configurations?page[size]=5"_s, {}).status, 422);
    const QJsonObject object = ApiClient::object({}, {{u"id"_s, first}});
    QCOMPARE(m_client->remove(u"/configurations?filter[name]=DC01"_s, QJsonArray{object}).status, 422);
    QCOMPARE(m_client->remove(u"/configurations"_s, QJsonArray{object, object}).status, 422);
    QCOMPARE(
        m_client->remove(u"/configurations"_s, QJsonArray{object, ApiClient::object({}, {{u"id"_s, 9999}})})
            .status,
        404);
    QCOMPARE(m_client->remove(u"/contacts"_s, QJsonArray{object}).status, 404);
    QCOMPARE(m_client->fixture.count(AssetKind::Configuration), 1);
}

void ApiWritingTest::primaryLocation_isChosen()
{
    const auto location = [this](const QString &name, const QJsonValue &primary) {
        return m_client->post(
            u"/locations"_s,
            ApiClient::object(u"locations"_s,
                              {{u"organization-id"_s, m_acme}, {u"name"_s, name}, {u"primary"_s, primary}}));
    };
    const ApiReply first = location(u"Main"_s, true);
    QCOMPARE(first.status, 201);
    QCOMPARE(first.attribute(u"primary"_s), QJsonValue(true));
    QCOMPARE(m_client->fixture.field(m_acme, u"primary_location"_s).toInteger(), first.id().toLongLong());
    const ApiReply second = location(u"Store"_s, false);
    QCOMPARE(second.attribute(u"primary"_s), QJsonValue(false));
    const ApiReply moved = m_client->patch(QString(u"/locations/"_s + second.id()),
                                           ApiClient::object(u"locations"_s, {{u"primary"_s, true}}));
    QCOMPARE(moved.attribute(u"primary"_s), QJsonValue(true));
    QCOMPARE(m_client->get(QString(u"/locations/"_s + first.id())).attribute(u"primary"_s),
             QJsonValue(false));
    QCOMPARE(m_client
                 ->patch(QString(u"/locations/"_s + first.id()),
                         ApiClient::object(u"locations"_s, {{u"primary"_s, false}}))
                 .status,
             200);
    QCOMPARE(m_client->fixture.field(m_acme, u"primary_location"_s).toInteger(), second.id().toLongLong());
}

void ApiWritingTest::listValues_areMadeAndRenamed()
{
    const ApiReply dell =
        m_client->post(u"/manufacturers"_s, ApiClient::object(u"manufacturers"_s, {{u"name"_s, u"Dell"_s}}));
    QCOMPARE(dell.status, 201);
    const ApiReply again =
        m_client->post(u"/manufacturers"_s, ApiClient::object(u"manufacturers"_s, {{u"name"_s, u"DELL"_s}}));
    QCOMPARE(again.status, 422);
    QCOMPARE(again.pointer(), u"/data/attributes/name"_s);
    QCOMPARE(m_client->post(u"/manufacturers"_s, ApiClient::object(u"manufacturers"_s, {})).status, 422);
    const ApiReply renamed =
        m_client->patch(QString(u"/manufacturers/"_s + dell.id()),
                        ApiClient::object(u"manufacturers"_s, {{u"name"_s, u"Dell EMC"_s}}));
    QCOMPARE(renamed.status, 200);
    QCOMPARE(renamed.attribute(u"name"_s), QJsonValue(u"Dell EMC"_s));
    const ApiReply model = m_client->post(u"/manufacturers/%1/relationships/models"_s.arg(dell.id()),
                                          ApiClient::object(u"models"_s, {{u"name"_s, u"R740"_s}}));
    QCOMPARE(model.status, 201);
    QCOMPARE(model.attribute(u"manufacturer-name"_s), QJsonValue(u"Dell EMC"_s));
    QCOMPARE(
        m_client
            ->post(u"/models"_s,
                   ApiClient::object(u"models"_s, {{u"name"_s, u"X"_s}, {u"manufacturer-id"_s, m_server}}))
            .status,
        422);
    const ApiReply bulk = m_client->patch(
        u"/models"_s,
        QJsonArray{ApiClient::object(u"models"_s, {{u"id"_s, model.id()}, {u"name"_s, u"R750"_s}})});
    QCOMPARE(bulk.status, 200);
    QCOMPARE(bulk.all(), QStringList{u"R750"_s});
    QCOMPARE(bulk.all(u"manufacturer-id"_s), QStringList{dell.id()});
    QCOMPARE(
        m_client
            ->patch(QString(u"/models/"_s + dell.id()), ApiClient::object(u"models"_s, {{u"name"_s, u"x"_s}}))
            .status,
        404);
}

void ApiWritingTest::whatTheEngineRefuses_isSaidInWords()
{
    const ApiReply own =
        m_client->patch(u"/organizations/%1"_s.arg(m_acme),
                        ApiClient::object(u"organizations"_s, {{u"parent-id"_s, QString::number(m_acme)}}));
    QCOMPARE(own.status, 422);
    QCOMPARE(own.pointer(), u"/data/attributes/parent"_s);
    QVERIFY(own.error().value("detail"_L1).toString().contains(u"own parent"_s));
}

QTEST_GUILESS_MAIN(ApiWritingTest)
#include "tst_apiwriting.moc"
