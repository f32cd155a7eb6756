// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/openapi.h"
#include "net/httpclient.h"
#include "psa/autotask/autotaskclient.h"
#include "psa/scriptedautotask.h"
#include "psa/scriptedpsa.h"

#include <QCoro/QCoroTask>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

/** Every request that our client can send is one that the description of the API knows. */
class TestAutotaskContract final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyRequest_keepsTheDescription();

private:
    void script(ScriptedAutotask &psa);
    void walk(AutotaskClient &client);
};

namespace {

const QByteArray company =
    R"({"id":250,"companyName":"C","companyType":1,"isActive":true,"lastActivityDate":"2026-01-01T00:00:00Z"})";
const QByteArray location = R"({"id":410,"companyID":250,"name":"Main","city":"Tampa","isPrimary":true})";
const QByteArray contact = R"({"id":77,"companyID":250,"firstName":"A","lastName":"B","title":"x","phone":"1",
    "extension":"2","faxNumber":"3","isActive":1})";
const QByteArray configuration =
    R"({"id":5501,"companyID":250,"productID":88,"referenceTitle":"D","contactID":77,
    "installDate":"2024-02-03T00:00:00Z","isActive":true})";

} // namespace

void TestAutotaskContract::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestAutotaskContract::script(ScriptedAutotask &psa)
{
    psa.queue(u"GET /ThresholdInformation"_s, 200,
              R"({"externalRequestThreshold":10000,"currentTimeframeRequestCount":1})");
    for (const char *entity :
         {"Companies", "CompanyLocations", "Contacts", "ConfigurationItems", "Products", "Resources"})
        psa.setFields(QString::fromLatin1(entity), "[]");
    psa.queueRows(u"Companies"_s, {company});
    psa.queueRows(u"CompanyLocations"_s, {location});
    psa.queueRows(u"Contacts"_s, {contact}, psa.nextLink(u"Contacts"_s, u"%7B%7D"_s));
    psa.queueRows(u"Contacts"_s, {contact});
    psa.queueRows(u"ConfigurationItems"_s, {configuration});
    psa.queueRows(u"Products"_s, {}); // neither found nor known, so that it is made
    psa.queueRows(u"Countries"_s, {});
    psa.queueRows(u"Resources"_s, {});
    psa.queue(u"POST /Contacts/query/next"_s, 200, R"({"items":[],"pageDetails":{"nextPageUrl":null}})");
    for (const char *entity : {"Companies", "CompanyLocations", "Contacts", "ConfigurationItems"})
        psa.queue(u"POST /%1/query/count"_s.arg(QString::fromLatin1(entity)), 200, R"({"queryCount":1})");
    const QList<std::pair<QString, int>> writes{{u"POST /Companies"_s, 250},
                                                {u"PATCH /Companies"_s, 250},
                                                {u"POST /Companies/250/Locations"_s, 410},
                                                {u"PATCH /Companies/250/Locations"_s, 410},
                                                {u"POST /Companies/250/Contacts"_s, 77},
                                                {u"PATCH /Companies/250/Contacts"_s, 77},
                                                {u"POST /ConfigurationItems"_s, 5501},
                                                {u"PATCH /ConfigurationItems"_s, 5501},
                                                {u"POST /Products"_s, 88}};
    for (const auto &[line, id] : writes)
        psa.queue(line, 200, "{\"itemId\":" + QByteArray::number(id) + "}");
}

/** Only what is sent counts, so answers are not looked at beyond what the next step needs. */
void TestAutotaskContract::walk(AutotaskClient &client)
{
    QVERIFY(QCoro::waitFor(client.signIn()).has_value());
    for (const OptionList list : allOptionLists)
        QVERIFY(QCoro::waitFor(client.options(list)).has_value());
    const QHash<AssetKind, RemoteValues> records{
        {AssetKind::Organization,
         {{u"name"_s, u"Söhne \"[x]\" 100%"_s},
          {u"short_name"_s, u"S1"_s},
          {u"organization_type"_s, u"1"_s},
          {u"organization_status"_s, u"1"_s},
          {u"parent"_s, u"0"_s}}},
        {AssetKind::Location,
         {{u"name"_s, u"Yard"_s},
          {u"organization"_s, u"250"_s},
          {u"address_1"_s, u"1 Quay Road"_s},
          {u"region"_s, u"FL"_s},
          {u"country"_s, u"237"_s},
          {u"fax"_s, u"2"_s}}},
        {AssetKind::Contact,
         {{u"first_name"_s, u"Ana"_s},
          {u"last_name"_s, u"O'Brien"_s},
          {u"organization"_s, u"250"_s},
          {u"location"_s, u"410"_s},
          {u"emails"_s, array(R"([{"value":"a@b.c","label":"Work"}])")},
          {u"phones"_s, array(R"([{"value":"1","label":"Work","extension":"2"},{"value":"2","label":"Mobile"},
                                  {"value":"3","label":"Alternate"},{"value":"4","label":"Fax"}])")}}},
        {AssetKind::Configuration,
         {{u"name"_s, u"SRV-01"_s},
          {u"organization"_s, u"250"_s},
          {u"location"_s, u"410"_s},
          {u"contact"_s, u"77"_s},
          {u"configuration_type"_s, u"3"_s},
          {u"configuration_status"_s, u"0"_s},
          {u"manufacturer"_s, u"Dell"_s},
          {u"model"_s, u"R740"_s},
          {u"serial_number"_s, u"SN"_s},
          {u"asset_tag"_s, u"A-1"_s},
          {u"installed_at"_s, u"2020-02-03"_s},
          {u"warranty_expires_at"_s, u"2025-02-03"_s},
          {u"notes"_s, u"a\nb"_s}}}};
    const QHash<AssetKind, RemoteValues> changes{
        {AssetKind::Organization,
         {{u"name"_s, u"Other"_s}, {u"parent"_s, QJsonValue::Null}, {u"primary_location"_s, u"410"_s}}},
        {AssetKind::Location, {{u"city"_s, QJsonValue::Null}, {u"country"_s, QJsonValue::Null}}},
        {AssetKind::Contact, {{u"title"_s, QJsonValue::Null}, {u"phones"_s, QJsonValue::Null}}},
        {AssetKind::Configuration,
         {{u"contact"_s, QJsonValue::Null}, {u"installed_at"_s, QJsonValue::Null}, {u"model"_s, u"R750"_s}}}};
    for (const AssetKind kind : allKinds) {
        const auto made = QCoro::waitFor(client.create(kind, records.value(kind)));
        QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
        RemoteRecord current = *made;
        current.values.insert(u"manufacturer"_s, u"Dell"_s);
        const auto changed = QCoro::waitFor(client.update(current, changes.value(kind)));
        QVERIFY2(changed.has_value(), changed ? "" : qPrintable(changed.error().message));
        PageRequest request{.changedSince = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC), .size = 2};
        QVERIFY(QCoro::waitFor(client.count(kind, request)).has_value());
        for (int pages = 0; pages < 3; ++pages) {
            const auto page = QCoro::waitFor(client.page(kind, request));
            QVERIFY(page.has_value());
            request.cursor = page->nextCursor;
            if (request.cursor.isEmpty())
                break;
        }
        QVERIFY(QCoro::waitFor(client.read(kind, made->key)).has_value());
        QVERIFY(QCoro::waitFor(client.findSimilar(kind, records.value(kind))).has_value());
        QVERIFY(QCoro::waitFor(client.fieldLengths(kind)).has_value());
    }
    QVERIFY(QCoro::waitFor(client.settingChoices(u"fallback_product"_s, u"misc"_s)).has_value());
}

void TestAutotaskContract::everyRequest_keepsTheDescription()
{
    const QString file =
        OpenApi::findSpecification(QStringLiteral(SOURCE_FOLDER), u"autotask-trimmed-2026.openapi.json"_s);
    if (file.isEmpty())
        QSKIP("skipped: no description of the API is here");
    const std::optional<OpenApi> api = OpenApi::load(file);
    QVERIFY(api.has_value());
    const Result<FieldMap> map = FieldMap::load(Platform::Autotask);
    QVERIFY(map.has_value());

    ScriptedAutotask psa;
    script(psa);
    HttpClient http({.permits = 3});
    AutotaskClient client(psa.address(), ScriptedAutotask::credentials(), &http, *map);
    SyncSettings settings;
    settings.setChoice(u"account_manager"_s, {u"4"_s, u"Ada"_s});
    settings.setText(u"default_phone"_s, u"555 0100"_s);
    settings.setChoice(u"billing_code"_s, {u"12"_s, u"Hardware"_s});
    client.useSettings(settings);
    walk(client);
    if (QTest::currentTestFailed())
        return;

    QSet<QString> kinds;
    QStringList wrong;
    static const QRegularExpression numbers(u"/\\d+(?=/|$)"_s);
    for (const AutotaskRequest &request : psa.requests()) {
        kinds.insert(request.line().replace(numbers, u"/{id}"_s));
        const QByteArray body = request.body.isEmpty() ? QByteArray() : QJsonDocument(request.body).toJson();
        const QString path = "/V1.0"_L1 + request.path;
        const QUrlQuery query(request.query);
        for (const QString &one : api->checkRequest(request.method, path, query, request.headers, body))
            wrong.append(QString(request.line() + u": "_s + one));
    }
    const RawRequest &zone = psa.zoneRequests().constFirst();
    const QUrl target = QUrl::fromEncoded(zone.target);
    for (const QString &one : api->checkRequest(zone.method, target.path().remove("/ATServicesRest"_L1),
                                                QUrlQuery(target), zone.headers, {}))
        wrong.append(QString(u"zone: "_s + one));
    for (const QString &sentence : wrong)
        qInfo().noquote() << sentence;
    QCOMPARE(wrong.size(), 0);
    for (const QString &line :
         {u"POST /Companies"_s, u"PATCH /Companies"_s, u"POST /Companies/{id}/Locations"_s,
          u"PATCH /Companies/{id}/Locations"_s, u"POST /Companies/{id}/Contacts"_s,
          u"PATCH /Companies/{id}/Contacts"_s, u"POST /ConfigurationItems"_s, u"PATCH /ConfigurationItems"_s,
          u"POST /Products"_s, u"POST /Products/query"_s, u"POST /Contacts/query/next"_s,
          u"POST /Countries/query"_s, u"POST /Resources/query"_s,
          u"GET /Companies/entityInformation/fields"_s, u"GET /ThresholdInformation"_s})
        QVERIFY2(kinds.contains(line), qPrintable(line));
}

QTEST_GUILESS_MAIN(TestAutotaskContract)
#include "tst_autotaskcontract.moc"
