// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/openapi.h"
#include "net/httpclient.h"
#include "psa/kaseya/kaseyaclient.h"
#include "psa/scriptedkaseya.h"

#include <QCoro/QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

/** Every request of our client to the current interface is one that the vendor's description knows. */
class TestKaseyaContract final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyRequest_keepsTheDescription();

private:
    void script(ScriptedKaseya &psa);
    void walk(KaseyaClient &client);
    void checkForm(const KaseyaRequest &door, QStringList &wrong);
};

namespace {

const QByteArray account = R"({"id":250,"accountName":"C","accountTypeId":1,"isActive":true,"locations":[
    {"id":410,"locationName":"Main","isMain":true,"addresses":[{"id":9,"city":"Tampa","isMain":true}]}]})";
const QByteArray location =
    R"({"id":410,"locationName":"Main","isMain":true,"addresses":[{"id":9,"city":"Tampa","isMain":true}]})";
const QByteArray contact =
    R"({"id":77,"accountId":250,"locationId":410,"firstName":"A","lastName":"B","jobTitle":"x","isPoc":false,
    "isActive":true,"emails":[{"id":1,"emailAddress":"a@b.c","emailTypeId":5,"emailType":"Business","isDefault":true}],
    "phones":[{"id":3,"phone":"1","phoneTypeId":8,"phoneType":"Office","isDefault":true}]})";

/** As the description has it, so that what is written back is only what the description takes. */
const QByteArray asset =
    R"({"id":5501,"name":"D","accountId":250,"accountName":"C","accountLocationId":410,"accountLocation":"Main",
    "contactId":77,"contactFirstName":"A","contactLastName":"B","categoryId":3,"category":"Server","brandId":null,"brand":null,
    "serialNumber":"S","businessImpactId":1,"businessImpact":"High","stateId":1,"state":"In use","locationInfo":"Rack 4",
    "description":"x","barCode":null,"assetTag":null,"vendorId":null,"webRemoteUrl":null,"vendor":null,"isActive":true,
    "modelNumber":"R740","machineGroupId":null,"ipAddress":"10.0.0.5","subnetMask":null,"defaultGateway":null,"dnsServers":null,
    "dhcpEnabled":false,"dhcpServer":null,"winsEnabled":false,"secondaryWinsServer":null,"connectionGatewayIp":null,
    "osType":"Windows","osInfo":"2022","majorVersion":null,"minorVersion":null,"macAddress":null,"loginName":null,
    "lastLoginname":null,"currentUser":null,"productName":null,"machineVersion":null,"motherboardManufacturerId":null,
    "motherboardManufacturer":null,"motherboardProductCode":null,"motherboardSerialNumber":null,"motherboardVersion":null,
    "chassisAssetTag":null,"chassisManufacturerId":null,"chassisManufacturer":null,"chassisSerialNumber":null,"chassisType":null,
    "chassisVersion":null,"busSpeed":null,"manufacturerId":9,"manufacturer":"Dell","maxMemorySize":null,"maxMemorySlots":null,
    "primaryWinsServer":null,"purchaseCost":1.5,"warrantyExpirationDate":null,"expirationDate":null,
    "acquisitionDate":"2024-02-03T00:00:00Z","firstCheckIn":null,"lastCheckIn":null,"lastReboot":null,"createdById":1,
    "createdBy":"x","modifiedById":1,"modifiedBy":"x","createdOn":"2024-01-01T00:00:00","modifiedOn":"2024-01-01T00:00:00",
    "contactEmailAddress":null,"contactPhoneNumber":null,"agentId":null,"diskVolumes":[],"integrationTypeId":null,"statuses":[]})";

/** Paths of a JSON Patch are read in any case; here they are held against names in one. */
QByteArray camelCased(const KaseyaRequest &request)
{
    QJsonArray patch = request.json().array();
    for (QJsonValueRef line : patch) {
        QJsonObject operation = line.toObject();
        QString path = operation.value(u"path"_s).toString();
        if (path.size() > 1)
            operation.insert(u"path"_s, path.replace(1, 1, path.mid(1, 1).toLower()));
        line = operation;
    }
    return patch.isEmpty() ? request.body : QJsonDocument(patch).toJson();
}

QJsonArray array(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).array();
}

} // namespace

void TestKaseyaContract::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestKaseyaContract::script(ScriptedKaseya &psa)
{
    psa.queueResult(u"GET /v2/security/userinfo"_s, R"({"businessName":"MSP"})");
    psa.queueResult(u"GET /v2/integrations/itglue/status"_s, R"({"isEnabled":true})");
    psa.queueResult(u"GET /v2/system/accounttypes/lookup"_s, R"([{"id":1,"name":"Customer"}])");
    psa.queueResult(u"GET /v2/hr/employees/lookup"_s, R"([{"id":17,"name":"Ada"}])");
    psa.queueResult(u"GET /v2/system/lookup/EmailType"_s,
                    R"([{"id":5,"name":"Business"},{"id":6,"name":"Home"}])");
    psa.queueResult(u"GET /v2/system/lookup/PhoneType"_s, R"([{"id":8,"name":"Office"}])");
    psa.queueResult(u"GET /v2/system/lookup/Country"_s, R"([{"id":237,"name":"US"}])");
    psa.queueResult(u"GET /v2/system/tenantlookup/Manufacturer"_s, R"([{"id":9,"name":"Dell"}])");
    psa.queueResult(u"GET /v2/system/tenantlookup/BusinessType"_s, R"([{"id":3,"name":"Retail"}])");
    psa.queueResult(
        u"GET /v2/servicedesk/hardwareasset/searchselect"_s,
        R"([{"id":5501,"assetName":"D","categoryId":3,"categoryName":"Server","accountId":250,"isActive":true}])");
    psa.queueResult(u"GET /v2/crm/accounts/summary"_s, '[' + account + ']', 1);
    psa.queueResult(u"GET /v2/crm/accounts/summary/250"_s, account);
    psa.queueResult(u"GET /v2/crm/accounts/250/locations/410"_s, location);
    psa.queueResult(u"GET /v2/crm/contacts/summary"_s, '[' + contact + ']', 1);
    psa.queueResult(u"GET /v2/crm/contacts/summary/77"_s, contact);
    psa.queueResult(u"GET /v2/servicedesk/hardwareasset/5501"_s, asset);
    psa.queueResult(u"POST /v2/crm/accounts"_s, account);
    psa.queueResult(u"PATCH /v2/crm/accounts/250"_s, account);
    psa.queueResult(u"POST /v2/crm/contacts/summary"_s, R"({"id":77})");
    psa.queueResult(u"PATCH /v2/crm/contacts/77"_s, contact);
    psa.queueResult(u"PATCH /v2/crm/contacts/77/emails"_s, R"({"emails":[]})");
    psa.queueResult(u"PATCH /v2/crm/contacts/77/phones"_s, R"({"phones":[]})");
    psa.queueResult(u"POST /v2/servicedesk/hardwareasset"_s, asset);
    psa.queueResult(u"PUT /v2/servicedesk/hardwareasset/5501"_s, asset);
    psa.queue(u"POST /api/crm/locations"_s, 200, R"({"Error":"None","Result":{"Id":410}})");
    psa.queue(u"PUT /api/crm/locations/410"_s, 200, R"({"Error":"None","Result":{"Id":410}})");
}

/** Only what is sent counts, so answers are not looked at beyond what the next step needs. */
void TestKaseyaContract::walk(KaseyaClient &client)
{
    QVERIFY(QCoro::waitFor(client.signIn()).has_value());
    for (const OptionList list : allOptionLists)
        QVERIFY2(QCoro::waitFor(client.options(list)).has_value(), qPrintable(optionListName(list)));
    const QHash<AssetKind, RemoteValues> records{
        {AssetKind::Organization,
         {{u"name"_s, u"Söhne \"[x]\" 100%"_s},
          {u"short_name"_s, u"S1"_s},
          {u"organization_type"_s, u"1"_s},
          {u"organization_status"_s, u"1"_s},
          {u"parent"_s, u"4"_s},
          {u"first_location"_s,
           QJsonObject{{u"name"_s, u"Main"_s},
                       {u"address_1"_s, u"1 Quay Road"_s},
                       {u"address_2"_s, u"x"_s},
                       {u"city"_s, u"Tampa"_s},
                       {u"region"_s, u"FL"_s},
                       {u"postal_code"_s, u"33602"_s},
                       {u"country"_s, u"237"_s},
                       {u"phone"_s, u"1"_s},
                       {u"fax"_s, u"2"_s}}}}},
        {AssetKind::Location,
         {{u"name"_s, u"Yard"_s}, {u"organization"_s, u"250"_s}, {u"city"_s, u"Tampa"_s}}},
        {AssetKind::Contact,
         {{u"first_name"_s, u"Ana"_s},
          {u"last_name"_s, u"O'Brien"_s},
          {u"organization"_s, u"250"_s},
          {u"location"_s, u"410"_s},
          {u"title"_s, u"CFO"_s},
          {u"important"_s, true},
          {u"emails"_s, array(R"([{"value":"a@b.c","label":"Business","primary":true}])")},
          {u"phones"_s, array(R"([{"value":"1","label":"Office"}])")}}},
        {AssetKind::Configuration,
         {{u"name"_s, u"SRV-01"_s},
          {u"organization"_s, u"250"_s},
          {u"location"_s, u"410"_s},
          {u"contact"_s, u"77"_s},
          {u"configuration_type"_s, u"3"_s},
          {u"configuration_status"_s, u"0"_s},
          {u"manufacturer"_s, u"9"_s},
          {u"model"_s, u"R740"_s},
          {u"serial_number"_s, u"SN"_s},
          {u"asset_tag"_s, u"A-1"_s},
          {u"purchased_at"_s, u"2020-02-03"_s},
          {u"warranty_expires_at"_s, u"2025-02-03"_s},
          {u"primary_ip"_s, u"10.0.0.5"_s},
          {u"mac_address"_s, u"00:1A:2B:3C:4D:5E"_s},
          {u"default_gateway"_s, u"10.0.0.1"_s},
          {u"operating_system"_s, u"2022"_s},
          {u"platform"_s, u"Windows"_s},
          {u"position"_s, u"Rack 4"_s},
          {u"notes"_s, u"a\nb"_s}}}};
    const QHash<AssetKind, RemoteValues> changes{
        {AssetKind::Organization, {{u"name"_s, u"Other"_s}, {u"parent"_s, QJsonValue::Null}}},
        {AssetKind::Location, {{u"city"_s, QJsonValue::Null}, {u"country"_s, QJsonValue::Null}}},
        {AssetKind::Contact,
         {{u"title"_s, QJsonValue::Null},
          {u"emails"_s, array(R"([{"value":"new@b.c","label":"Home"}])")},
          {u"phones"_s, array(R"([{"value":"2","label":"Office"},{"value":"3","label":"Office"}])")}}},
        {AssetKind::Configuration,
         {{u"contact"_s, QJsonValue::Null}, {u"purchased_at"_s, QJsonValue::Null}}}};
    for (const AssetKind kind : allKinds) {
        const auto made = QCoro::waitFor(client.create(kind, records.value(kind)));
        QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
        const auto changed = QCoro::waitFor(client.update(*made, changes.value(kind)));
        QVERIFY2(changed.has_value(), changed ? "" : qPrintable(changed.error().message));
        PageRequest request{.changedSince = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC)};
        for (int pages = 0; pages < 3; ++pages) {
            const auto page = QCoro::waitFor(client.page(kind, request));
            QVERIFY(page.has_value());
            request.cursor = page->nextCursor;
            if (request.cursor.isEmpty())
                break;
        }
        QVERIFY(QCoro::waitFor(client.read(kind, made->key)).has_value());
        QVERIFY(QCoro::waitFor(client.findSimilar(kind, records.value(kind))).has_value());
    }
    QVERIFY(QCoro::waitFor(client.settingChoices(u"business_type"_s, u"ret"_s)).has_value());
}

/** A form is no JSON, so it is held against what the description says here. */
void TestKaseyaContract::checkForm(const KaseyaRequest &door, QStringList &wrong)
{
    static const QStringList known{u"GrantType"_s, u"UserName"_s, u"Password"_s, u"Tenant"_s};
    const QUrlQuery form(QString::fromLatin1(door.body));
    for (const auto &[name, value] : form.queryItems()) {
        if (!known.contains(name) || value.isEmpty())
            wrong.append(QString(u"sign-in: "_s + name));
    }
}

void TestKaseyaContract::everyRequest_keepsTheDescription()
{
    const QString file =
        OpenApi::findSpecification(QStringLiteral(SOURCE_FOLDER), u"bms-trimmed-wire-camelcase.json"_s);
    if (file.isEmpty())
        QSKIP("skipped: no description of the API is here");
    const std::optional<OpenApi> api = OpenApi::load(file);
    QVERIFY(api.has_value());
    const Result<FieldMap> map = FieldMap::load(Platform::KaseyaBms);
    QVERIFY(map.has_value());

    ScriptedKaseya psa;
    script(psa);
    HttpClient http({.permits = 4});
    KaseyaClient client(psa.address(), ScriptedKaseya::credentials(), &http, *map);
    SyncSettings settings;
    settings.setChoice(u"account_manager"_s, {u"17"_s, u"Ada"_s});
    settings.setChoice(u"business_type"_s, {u"3"_s, u"Retail"_s});
    settings.setOn(u"allow_v1"_s, true);
    client.useSettings(settings);
    walk(client);
    if (QTest::currentTestFailed())
        return;

    QSet<QString> kinds;
    QStringList wrong;
    static const QRegularExpression numbers(u"/\\d+(?=/|$)"_s);
    for (const KaseyaRequest &request : psa.requests()) {
        kinds.insert(request.line().replace(numbers, u"/{id}"_s));
        if (request.path.startsWith("/api/"_L1)) // of the old interface no description is public
            continue;
        for (const QString &one :
             api->checkRequest(request.method, request.path, request.query, request.headers, camelCased(request)))
            wrong.append(QString(request.line() + u": "_s + one));
    }
    checkForm(psa.signIns().constFirst(), wrong);
    for (const QString &sentence : wrong)
        qInfo().noquote() << sentence;
    QCOMPARE(wrong.size(), 0);
    for (const QString &line :
         {u"POST /v2/crm/accounts"_s, u"PATCH /v2/crm/accounts/{id}"_s, u"POST /v2/crm/contacts/summary"_s,
          u"PATCH /v2/crm/contacts/{id}"_s, u"PATCH /v2/crm/contacts/{id}/emails"_s,
          u"PATCH /v2/crm/contacts/{id}/phones"_s, u"POST /v2/servicedesk/hardwareasset"_s,
          u"PUT /v2/servicedesk/hardwareasset/{id}"_s, u"GET /v2/servicedesk/hardwareasset/searchselect"_s,
          u"GET /v2/servicedesk/hardwareasset/{id}"_s, u"GET /v2/crm/accounts/summary"_s,
          u"GET /v2/crm/accounts/summary/{id}"_s, u"GET /v2/crm/accounts/{id}/locations/{id}"_s,
          u"GET /v2/crm/contacts/summary"_s, u"GET /v2/crm/contacts/summary/{id}"_s,
          u"POST /api/crm/locations"_s, u"PUT /api/crm/locations/{id}"_s, u"GET /v2/security/userinfo"_s,
          u"GET /v2/integrations/itglue/status"_s})
        QVERIFY2(kinds.contains(line), qPrintable(line));
}

QTEST_GUILESS_MAIN(TestKaseyaContract)
#include "tst_kaseyacontract.moc"
