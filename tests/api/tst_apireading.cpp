// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiclient.h"

#include <QRegularExpression>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** Lists and single objects: attributes, filters, orders, pages. */
class ApiReadingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase()
    {
        m_client.reset();
    }

    void everyResource_listsAndShows_data();
    void everyResource_listsAndShows();
    void attributes_areThoseOfItGlue();
    void filters_data();
    void filters();
    void wrongFilters_areRefused_data();
    void wrongFilters_areRefused();
    void orders_data();
    void orders();
    void pages_data();
    void pages();
    void links_leadThroughAll();
    void nestedRoutes_narrow();
    void moments_areRfc3339InUtc();

private:
    std::unique_ptr<ApiClient> m_client;
    RecordId m_acme = 0;
    RecordId m_beta = 0;
    RecordId m_office = 0;
    QHash<QString, qint64> m_ids; ///< of list values and records, by name
};

void ApiReadingTest::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_client = std::make_unique<ApiClient>();
    EngineFixture &fixture = m_client->fixture;
    const auto option = [&](OptionList list, const QString &name, OptionId parent = 0) {
        const Result<OptionId> made = fixture.wait(fixture.engine().ensureOption(list, name, parent));
        m_ids.insert(name, made.value_or(0));
        return made.value_or(0);
    };
    const OptionId customer = option(OptionList::OrganizationType, u"Customer"_s);
    option(OptionList::OrganizationStatus, u"Active"_s);
    const OptionId server = option(OptionList::ConfigurationType, u"Server"_s);
    const OptionId laptop = option(OptionList::ConfigurationType, u"Laptop"_s);
    option(OptionList::ConfigurationStatus, u"In use"_s);
    option(OptionList::ContactType, u"Technician"_s);
    const OptionId dell = option(OptionList::Manufacturer, u"Dell, Inc."_s);
    const OptionId r740 = option(OptionList::Model, u"R740"_s, dell);
    const OptionId germany = option(OptionList::Country, u"Germany"_s);
    const OptionId berlin = option(OptionList::Region, u"Berlin"_s, germany);
    m_acme = fixture.create(
        AssetKind::Organization,
        {{u"name"_s, u"Acme GmbH"_s}, {u"short_name"_s, u"ACM"_s}, {u"organization_type"_s, customer}});
    m_beta = fixture.create(AssetKind::Organization, {{u"name"_s, u"Beta Ltd"_s}, {u"parent"_s, m_acme}});
    m_office = fixture.create(AssetKind::Location,
                              {{u"name"_s, u"Office"_s},
                               {u"organization"_s, m_acme},
                               {u"address_1"_s, u"Weg 1"_s},
                               {u"city"_s, u"Berlin"_s},
                               {u"region"_s, berlin},
                               {u"country"_s, germany},
                               {u"phone"_s, u"030 123"_s}});
    fixture.edit(m_acme, {{u"primary_location"_s, m_office}});
    const RecordId ann = fixture.create(
        AssetKind::Contact,
        {{u"first_name"_s, u"Ann"_s},
         {u"last_name"_s, u"Ames"_s},
         {u"organization"_s, m_acme},
         {u"important"_s, true},
         {u"emails"_s,
          QJsonArray{QJsonObject{
              {u"value"_s, u"ann@acme.example"_s}, {u"label"_s, u"Work"_s}, {u"primary"_s, true}}}},
         {u"phones"_s,
          QJsonArray{QJsonObject{
              {u"value"_s, u"+49 (30) 12-34"_s}, {u"label"_s, u"Fax"_s}, {u"extension"_s, u"7"_s}}}}});
    m_ids.insert(u"Ann"_s, ann);
    fixture.create(AssetKind::Contact, {{u"first_name"_s, u"Bob"_s}, {u"organization"_s, m_beta}});
    const RecordId first = fixture.create(AssetKind::Configuration,
                                          {{u"name"_s, u"DC01"_s},
                                           {u"organization"_s, m_acme},
                                           {u"configuration_type"_s, server},
                                           {u"serial_number"_s, u"A,1"_s},
                                           {u"manufacturer"_s, dell},
                                           {u"model"_s, r740},
                                           {u"location"_s, m_office},
                                           {u"contact"_s, ann},
                                           {u"operating_system"_s, u"Windows 11"_s},
                                           {u"warranty_expires_at"_s, u"2027-05-05"_s}});
    m_ids.insert(u"DC01"_s, first);
    fixture.clock().advance(std::chrono::hours(24));
    for (int i = 2; i <= 12; ++i) {
        fixture.create(AssetKind::Configuration,
                       {{u"name"_s, u"PC-%1"_s.arg(i)},
                        {u"organization"_s, i % 2 == 0 ? m_beta : m_acme},
                        {u"configuration_type"_s, laptop},
                        {u"serial_number"_s, u"SN%1"_s.arg(100 - i)}});
    }
}

void ApiReadingTest::everyResource_listsAndShows_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("count");
    const auto row = [](const QString &path, const QString &type, int count) {
        QTest::newRow(qPrintable(path)) << path << type << count;
    };
    row(u"/organizations"_s, u"organizations"_s, 2);
    row(u"/configurations"_s, u"configurations"_s, 12);
    row(u"/contacts"_s, u"contacts"_s, 2);
    row(u"/locations"_s, u"locations"_s, 1);
    row(u"/organization_types"_s, u"organization-types"_s, 1);
    row(u"/organization-types"_s, u"organization-types"_s, 1);
    row(u"/organization_statuses"_s, u"organization-statuses"_s, 1);
    row(u"/configuration_types"_s, u"configuration-types"_s, 2);
    row(u"/configuration_statuses"_s, u"configuration-statuses"_s, 1);
    row(u"/contact_types"_s, u"contact-types"_s, 1);
    row(u"/manufacturers"_s, u"manufacturers"_s, 1);
    row(u"/models"_s, u"models"_s, 1);
    row(u"/countries"_s, u"countries"_s, 1);
    row(u"/regions"_s, u"regions"_s, 1);
    row(u"/configurations/"_s, u"configurations"_s, 12);
    row(u"/organizations//relationships/configurations/"_s, u"configurations"_s, 12);
}

void ApiReadingTest::everyResource_listsAndShows()
{
    QFETCH(const QString, path);
    QFETCH(const QString, type);
    QFETCH(const int, count);
    const ApiReply list = m_client->get(path);
    QCOMPARE(list.status, 200);
    QCOMPARE(list.header("Content-Type"_ba), "application/vnd.api+json"_ba);
    QCOMPARE(list.list().size(), count);
    QCOMPARE(list.meta().value("total-count"_L1).toInt(), count);
    const QJsonObject object = list.list().first().toObject();
    QCOMPARE(object.value("type"_L1).toString(), type);
    QVERIFY(object.value("id"_L1).isString());
    const ApiReply one = m_client->get(
        QString(path + (path.endsWith(u'/') ? u""_s : u"/"_s) + object.value("id"_L1).toString()));
    QCOMPARE(one.status, 200);
    QCOMPARE(one.data(), object);
    QVERIFY(!one.json.contains("meta"_L1));
}

void ApiReadingTest::attributes_areThoseOfItGlue()
{
    const QJsonObject configuration = m_client->get(u"/configurations/%1"_s.arg(m_ids.value(u"DC01"_s)))
                                          .data()
                                          .value("attributes"_L1)
                                          .toObject();
    const QJsonObject expected{{u"name"_s, u"DC01"_s},
                               {u"organization-id"_s, m_acme},
                               {u"organization-name"_s, u"Acme GmbH"_s},
                               {u"organization-short-name"_s, u"ACM"_s},
                               {u"configuration-type-id"_s, m_ids.value(u"Server"_s)},
                               {u"configuration-type-name"_s, u"Server"_s},
                               {u"configuration-status-id"_s, QJsonValue()},
                               {u"configuration-status-name"_s, QJsonValue()},
                               {u"manufacturer-name"_s, u"Dell, Inc."_s},
                               {u"model-name"_s, u"R740"_s},
                               {u"location-id"_s, m_office},
                               {u"location-name"_s, u"Office"_s},
                               {u"contact-name"_s, u"Ann Ames"_s},
                               {u"operating-system-name"_s, u"Windows 11"_s},
                               {u"serial-number"_s, u"A,1"_s},
                               {u"warranty-expires-at"_s, u"2027-05-05"_s},
                               {u"purchased-at"_s, QJsonValue()},
                               {u"archived"_s, false},
                               {u"psa-integration"_s, QJsonValue()}};
    for (auto it = expected.constBegin(); it != expected.constEnd(); ++it) {
        QVERIFY2(configuration.contains(it.key()), qPrintable(it.key()));
        QVERIFY2(configuration.value(it.key()) == it.value(), qPrintable(it.key()));
    }
    for (auto it = configuration.constBegin(); it != configuration.constEnd(); ++it)
        QVERIFY2(!it.key().contains(u'_'), qPrintable(it.key()));

    const QJsonObject contact =
        m_client->get(u"/contacts/%1"_s.arg(m_ids.value(u"Ann"_s))).data().value("attributes"_L1).toObject();
    QCOMPARE(contact.value("name"_L1).toString(), u"Ann Ames"_s);
    QCOMPARE(contact.value("contact-emails"_L1).toArray(),
             (QJsonArray{QJsonObject{
                 {u"value"_s, u"ann@acme.example"_s}, {u"label-name"_s, u"Work"_s}, {u"primary"_s, true}}}));
    QCOMPARE(contact.value("contact-phones"_L1).toArray(),
             (QJsonArray{QJsonObject{{u"value"_s, u"+49301234"_s},
                                     {u"formatted-value"_s, u"+49 (30) 12-34"_s},
                                     {u"label-name"_s, u"Fax"_s},
                                     {u"label-type"_s, u"fax"_s},
                                     {u"extension"_s, u"7"_s},
                                     {u"primary"_s, false}}}));

    const ApiReply child = m_client->get(u"/organizations/%1"_s.arg(m_beta));
    QCOMPARE(child.attribute(u"parent-id"_s), QJsonValue(QString::number(m_acme)));
    QCOMPARE(child.attribute(u"ancestor-ids"_s), QJsonValue(u"[%1]"_s.arg(m_acme)));
    const ApiReply location = m_client->get(u"/locations/%1"_s.arg(m_office));
    QCOMPARE(location.attribute(u"primary"_s), QJsonValue(true));
    QCOMPARE(location.attribute(u"region-name"_s), QJsonValue(u"Berlin"_s));
    QCOMPARE(m_client->get(u"/configuration_types?filter[name]=Laptop"_s).all(u"configurations-count"_s),
             QStringList{u"11"_s});
    QCOMPARE(m_client->get(u"/countries"_s).all(u"iso"_s), QStringList{u"DE"_s});
    QCOMPARE(m_client->get(u"/models"_s).all(u"manufacturer-name"_s), QStringList{u"Dell, Inc."_s});
}

void ApiReadingTest::filters_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *path, const QStringList &names) {
        QTest::newRow(path) << QString::fromLatin1(path) << names;
    };
    const QStringList none;
    row("/organizations?filter[name]=Acme GmbH", {u"Acme GmbH"_s});
    row("/organizations?filter%5Bname%5D=Acme+GmbH", {u"Acme GmbH"_s});
    row("/organizations?filter[name]=acme gmbh", none); // exact
    row("/organizations?filter[name]=Acme", none);
    row("/organizations?filter[name]=Acme GmbH,Beta Ltd", {u"Acme GmbH"_s, u"Beta Ltd"_s});
    row("/organizations?filter[short_name]=ACM", {u"Acme GmbH"_s});
    row("/organizations?filter[exclude][name]=Acme GmbH", {u"Beta Ltd"_s});
    row("/organizations?filter[exclude][short_name]=ACM", {u"Beta Ltd"_s});
    row("/organizations?filter[organization_type_id]=999", none);
    row("/organizations?filter[primary]=false", {u"Acme GmbH"_s, u"Beta Ltd"_s});
    row("/organizations?filter[primary]=true", none);
    row("/organizations?filter[my_glue_account_id]=4", none);
    row("/organizations?filter[name]=", none);
    row("/configurations?filter[serial_number]=A\\,1", {u"DC01"_s});
    row("/configurations?filter[serial-number]=SN98,SN97", {u"PC-2"_s, u"PC-3"_s});
    row("/configurations?filter[name]=DC01&filter[serial_number]=SN98", none);
    row("/configurations?filter[warranty_expires_at]=2027-05-05", {u"DC01"_s});
    row("/configurations?filter[archived]=true", none);
    row("/configurations?filter[rmm_id]=1&filter[rmm_integration_type]=aem", none);
    row("/configurations?filter[psa_integration_type]=manage", none);
    row("/configurations?filter[psa_id]=1&filter[psa_integration_type]=manage", none);
    row("/configurations?filter[psa_integration_type]=tigerpaw", none);
    row("/configurations?filter[updated_at]=*,2000-01-01", none);
    row("/contacts?filter[first_name]=Ann", {u"Ann Ames"_s});
    row("/contacts?filter[important]=true", {u"Ann Ames"_s});
    row("/contacts?filter[important]=false", {u"Bob"_s});
    row("/contacts?filter[primary_email]=ann@acme.example", {u"Ann Ames"_s});
    row("/contacts?filter[name]=Ann Ames", {u"Ann Ames"_s});
    row("/locations?filter[city]=Berlin", {u"Office"_s});
    row("/locations?filter[primary]=true", {u"Office"_s});
    row("/locations?filter[primary]=false", none);
    row("/manufacturers?filter[name]=Dell\\, Inc.", {u"Dell, Inc."_s});
    row("/manufacturers?filter[name]=Dell, Inc.", none);
    row("/countries?filter[iso]=DE", {u"Germany"_s});
    row("/countries?filter[iso]=FR", none);
    row("/regions?filter[name]=Berlin", {u"Berlin"_s});
    // What would be SQL is only a name.
    row("/organizations?filter[name]=' OR 1=1 --", none);
    row("/organizations?filter[name]=%25", none);
}

void ApiReadingTest::filters()
{
    QFETCH(const QString, path);
    QFETCH(const QStringList, names);
    const ApiReply reply = m_client->get(path);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.all(), names);
    QCOMPARE(reply.meta().value("total-count"_L1).toInt(), int(names.size()));
}

void ApiReadingTest::wrongFilters_areRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    const auto row = [](const char *path, int status) {
        QTest::newRow(path) << QString::fromLatin1(path) << status;
    };
    row("/organizations?filter[nonsense]=1", 400);
    row("/organizations?filter[name; DROP TABLE record]=1", 400);
    row("/organizations?filter[sideways][name]=1", 400);
    row("/organizations?filter[range][name]=1,2", 400);
    row("/organizations?filter[]=1", 400);
    row("/organizations?sort=nonsense", 400);
    row("/contacts?sort=contact_emails", 400);
    row("/organizations?filter[id]=one", 422);
    row("/organizations?filter[organization_type_id]=Customer", 422);
    row("/organizations?filter[range][id]=1", 422);
    row("/organizations?filter[updated_at]=yesterday,*", 422);
    row("/contacts?filter[important]=maybe", 422);
    row("/organizations?filter[psa_id]=1", 422);
    row("/organizations?filter[psa_id]=1&filter[psa_integration_type]=haloPSA", 422);
}

void ApiReadingTest::wrongFilters_areRefused()
{
    QFETCH(const QString, path);
    QFETCH(const int, status);
    const ApiReply reply = m_client->get(path);
    QCOMPARE(reply.status, status);
    QVERIFY(!reply.error().value("detail"_L1).toString().isEmpty());
}

void ApiReadingTest::orders_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *path, const QStringList &names) {
        QTest::newRow(path) << QString::fromLatin1(path) << names;
    };
    row("/configurations?page[size]=3", {u"DC01"_s, u"PC-2"_s, u"PC-3"_s});
    row("/configurations?page[size]=3&sort=name", {u"DC01"_s, u"PC-2"_s, u"PC-3"_s});
    row("/configurations?page[size]=3&sort=-name", {u"PC-12"_s, u"PC-11"_s, u"PC-10"_s});
    row("/configurations?page[size]=3&sort=-id", {u"PC-12"_s, u"PC-11"_s, u"PC-10"_s});
    row("/configurations?page[size]=3&sort=-updated-at", {u"PC-12"_s, u"PC-11"_s, u"PC-10"_s});
    row("/configurations?page[size]=1&sort=created_at", {u"DC01"_s});
    row("/configurations?page[size]=1&sort=serial_number", {u"DC01"_s});
    row("/configurations?page[size]=1&sort=-organization_name,name", {u"PC-2"_s});
    row("/organizations?sort=organization_type_name", {u"Beta Ltd"_s, u"Acme GmbH"_s});
    row("/organizations?sort=-short_name", {u"Acme GmbH"_s, u"Beta Ltd"_s});
    row("/contacts?sort=-first_name", {u"Bob"_s, u"Ann Ames"_s});
    row("/locations?sort=primary", {u"Office"_s});
    row("/models?sort=manufacturer_id", {u"R740"_s});
    row("/configuration_types?sort=name", {u"Laptop"_s, u"Server"_s});
    row("/configuration_types?sort=-created_at", {u"Laptop"_s, u"Server"_s});
}

void ApiReadingTest::orders()
{
    QFETCH(const QString, path);
    QFETCH(const QStringList, names);
    const ApiReply reply = m_client->get(path);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.all(), names);
}

void ApiReadingTest::pages_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("current");
    QTest::addColumn<QJsonValue>("next");
    QTest::addColumn<QJsonValue>("previous");
    QTest::addColumn<int>("pages");
    const QJsonValue none;
    QTest::newRow("all") << u""_s << 12 << 1 << none << none << 1;
    QTest::newRow("first") << u"?page[size]=5"_s << 5 << 1 << QJsonValue(2) << none << 3;
    QTest::newRow("second") << u"?page[size]=5&page[number]=2"_s << 5 << 2 << QJsonValue(3) << QJsonValue(1)
                            << 3;
    QTest::newRow("last") << u"?page[size]=5&page[number]=3"_s << 2 << 3 << none << QJsonValue(2) << 3;
    QTest::newRow("behind") << u"?page[size]=5&page[number]=9"_s << 0 << 9 << none << none << 3;
    QTest::newRow("too large a page") << u"?page[size]=5000"_s << 12 << 1 << none << none << 1;
    QTest::newRow("nonsense") << u"?page[size]=-3&page[number]=x"_s << 12 << 1 << none << none << 1;
    QTest::newRow("far away") << u"?page[number]=99999999999999999"_s << 12 << 1 << none << none << 1;
}

void ApiReadingTest::pages()
{
    QFETCH(const QString, query);
    QFETCH(const int, rows);
    QFETCH(const int, current);
    QFETCH(const QJsonValue, next);
    QFETCH(const QJsonValue, previous);
    QFETCH(const int, pages);
    const ApiReply reply = m_client->get(QString(u"/configurations"_s + query));
    if (qstrcmp(QTest::currentDataTag(), "far away") == 0) {
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.list().size(), 0);
        return;
    }
    QCOMPARE(reply.list().size(), rows);
    QCOMPARE(reply.meta().value("current-page"_L1).toInt(), current);
    QCOMPARE(reply.meta().value("next-page"_L1), next);
    QCOMPARE(reply.meta().value("prev-page"_L1), previous);
    QCOMPARE(reply.meta().value("total-pages"_L1).toInt(), pages);
    QCOMPARE(reply.meta().value("total-count"_L1).toInt(), 12);
    QVERIFY(reply.meta().contains("filters"_L1));
    for (const char *link : {"self", "first", "prev", "next", "last"})
        QVERIFY(reply.json.value("links"_L1).toObject().contains(QLatin1StringView(link)));
}

void ApiReadingTest::links_leadThroughAll()
{
    QStringList names;
    QString path = u"/configurations?sort=-name&filter[configuration_type_id]=%1&page[size]=4"_s.arg(
        m_ids.value(u"Laptop"_s));
    for (int i = 0; i < 10 && !path.isEmpty(); ++i) {
        const ApiReply reply = m_client->get(path);
        QCOMPARE(reply.status, 200);
        names += reply.all();
        const QString next = reply.json.value("links"_L1).toObject().value("next"_L1).toString();
        QVERIFY(next.isEmpty() || next.startsWith(m_client->address()));
        path = next.mid(m_client->address().size());
    }
    QCOMPARE(names.size(), 11);
    QCOMPARE(names.constFirst(), u"PC-12"_s);
    QCOMPARE(names.constLast(), u"PC-2"_s);
}

void ApiReadingTest::nestedRoutes_narrow()
{
    QCOMPARE(m_client->get(u"/organizations/%1/relationships/contacts"_s.arg(m_acme)).all(),
             QStringList{u"Ann Ames"_s});
    QCOMPARE(m_client->get(u"/organizations/%1/relationships/configurations"_s.arg(m_beta)).list().size(), 6);
    const QString ann = QString::number(m_ids.value(u"Ann"_s));
    QCOMPARE(m_client->get(u"/organizations/%1/relationships/contacts/%2"_s.arg(QString::number(m_acme), ann))
                 .status,
             200);
    QCOMPARE(m_client->get(u"/organizations/%1/relationships/contacts/%2"_s.arg(QString::number(m_beta), ann))
                 .status,
             404);
    QCOMPARE(
        m_client->get(u"/manufacturers/%1/relationships/models"_s.arg(m_ids.value(u"Dell, Inc."_s))).all(),
        QStringList{u"R740"_s});
    QCOMPARE(m_client->get(u"/countries/%1/relationships/regions"_s.arg(m_ids.value(u"Germany"_s))).all(),
             QStringList{u"Berlin"_s});
}

void ApiReadingTest::moments_areRfc3339InUtc()
{
    const ApiReply reply = m_client->get(u"/configurations/%1"_s.arg(m_ids.value(u"DC01"_s)));
    const QString created = reply.attribute(u"created-at"_s).toString();
    static const QRegularExpression form(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$"_s);
    QVERIFY2(form.match(created).hasMatch(), qPrintable(created));
    QCOMPARE(reply.attribute(u"updated-at"_s).toString(), created);
    const QString range = u"/configurations?filter[updated_at]=*, "_s + created;
    QCOMPARE(m_client->get(range).all(), QStringList{u"DC01"_s});
    QCOMPARE(m_client->get(u"/configurations?filter[created_at]="_s + created).all(), QStringList{u"DC01"_s});
    QCOMPARE(m_client->get(u"/configurations?filter[range][id]=*,%1"_s.arg(m_ids.value(u"DC01"_s))).all(),
             QStringList{u"DC01"_s});
}

QTEST_GUILESS_MAIN(ApiReadingTest)
#include "tst_apireading.moc"
