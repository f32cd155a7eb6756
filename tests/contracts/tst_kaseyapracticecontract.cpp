// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/openapi.h"
#include "kaseyapractice.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto apiName = "bms-trimmed-wire-camelcase.json"_L1;

QString specification()
{
    return OpenApi::findSpecification(QStringLiteral(SOURCE_FOLDER), apiName);
}

QJsonObject readObject(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/** What is described, but no part of a sync of the four kinds. */
bool isElsewhere(const QString &path)
{
    for (const char *part :
         {"/alerts/", "companysettings", "/webhooks", "/rmm/", "softwareAssets", "statuses/lookup",
          "jobtitles", "system/locations", "accessinfo", "/notes", "/status"}) {
        if (path.contains(QLatin1StringView(part)) && path != "/v2/integrations/itglue/status"_L1)
            return true;
    }
    return false;
}

} // namespace

/** Holds what the practice Kaseya BMS answers against the vendor's description. */
class TestKaseyaPracticeContract final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void answers_keepTheDescription_data();
    void answers_keepTheDescription();
    void answers_haveEveryDescribedMember_data();
    void answers_haveEveryDescribedMember();
    void everyDescribedRoute_isServed();
    void everyDescribedMember_isTaken_data();
    void everyDescribedMember_isTaken();

private:
    KaseyaPractice m_practice;
};

void TestKaseyaPracticeContract::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestKaseyaPracticeContract::answers_keepTheDescription_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isBare");
    const auto row = [](const QByteArray &method, const char *path, const QByteArray &body = {},
                        bool isBare = false) {
        QTest::newRow(QByteArray(method + ' ' + path).constData())
            << method << QString::fromLatin1(path) << body << isBare;
    };
    for (const char *path : {"/security/userinfo",
                             "/security/ssostatus?Tenant=x",
                             "/system/settings",
                             "/crm/accounts/summary?PageSize=5",
                             "/crm/accounts/lookup",
                             "/crm/accounts/1001/locations/lookup",
                             "/crm/accounts/1001/locations/5001",
                             "/crm/accounts/1001/contacts/lookup",
                             "/crm/accounts/1001/contacts/300001/summaryinfo",
                             "/crm/contacts/summary?PageSize=5",
                             "/crm/contacts/search?PageSize=5",
                             "/servicedesk/hardwareasset/searchselect?PageSize=5",
                             "/servicedesk/hardwareasset/10000001",
                             "/servicedesk/hardwareasset/10000002",
                             "/system/accounttypes/lookup",
                             "/hr/employees/lookup",
                             "/hr/assignees/lookup",
                             "/system/lookup/ContactType",
                             "/system/tenantlookup/Manufacturer",
                             "/system/customFields/1",
                             "/system/customFields/1/1001",
                             "/integrations/itglue/status",
                             "/integrations/itglue/accounts/1001/lookup",
                             "/integrations/itglue/locations/5001/lookup",
                             "/integrations/itglue/contacts/300001/lookup",
                             "/integrations/itglue/hardwareassets/10000001/lookup"})
        row("GET", path);
    // Of these two the description has the object without its envelope.
    row("GET", "/crm/accounts/summary/1001", {}, true);
    row("GET", "/crm/contacts/summary/300001", {}, true);
    row("POST", "/crm/accounts",
        R"({"accountName":"C","accountTypeId":11,"businessTypeId":543,"accountManagerId":90002,
            "locations":[{"locationName":"Main","addresses":[{"city":"Tampa"}]}]})");
    row("PUT", "/crm/accounts/1002",
        R"({"accountName":"C","accountTypeId":11,"businessTypeId":543,"accountManagerId":90002})");
    row("PATCH", "/crm/accounts/1002", R"([{"op":"replace","path":"/AccountName","value":"D"}])");
    row("POST", "/crm/contacts/summary", R"({"firstName":"A","accountId":1001,"locationId":5001})");
    row("PUT", "/crm/contacts/300001",
        R"({"firstName":"A","accountId":1001,"locationId":5001,"isActive":true})");
    row("PATCH", "/crm/contacts/300001", R"([{"op":"replace","path":"/JobTitle","value":"D"}])");
    row("PATCH", "/crm/contacts/300001/emails",
        R"([{"operation":0,"emailAddress":"a@c.example","typeId":517,"isDefault":false}])");
    row("PATCH", "/crm/contacts/300001/phones",
        R"([{"operation":0,"phoneNumber":"555 0100","typeId":520,"isDefault":true}])");
    row("DELETE", "/crm/contacts/300009");
    row("POST", "/servicedesk/hardwareasset",
        R"({"name":"N","accountId":1001,"accountLocationId":5001,"categoryId":526})");
    row("PUT", "/servicedesk/hardwareasset/10000009",
        R"({"name":"N","accountId":1001,"accountLocationId":5001,"categoryId":526})");
    row("DELETE", "/servicedesk/hardwareasset/10000008");
    row("POST", "/system/tenantlookup/Brand", R"({"name":"New","isActive":true})");
    row("PUT", "/system/customFields/data/1/1001/71", R"({"value":"Managed"})");
}

void TestKaseyaPracticeContract::answers_keepTheDescription()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(bool, isBare);
    if (specification().isEmpty())
        QSKIP("skipped: no description of the API is here");
    const std::optional<OpenApi> api = OpenApi::load(specification());
    QVERIFY(api.has_value());

    m_practice.setQuirks(isBare ? QStringList{u"bare-summary"_s} : QStringList());
    const Answered answered = m_practice.send(method, path, body);
    QCOMPARE(answered.status, 200);
    QByteArray text = answered.body;
    if (!isBare && !text.isEmpty()) {
        QVERIFY2(answered.object().value("success"_L1).toBool(), text.constData());
        // The description does not say that there is no error in a success.
        QJsonObject object = answered.object();
        QVERIFY(object.value("error"_L1).isNull());
        object.remove("error"_L1);
        text = compact(object);
    }
    // The checker knows moments with their zone, which the live servers leave out.
    static const QRegularExpression moment(u"\"(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)\""_s);
    const QString zoned = QString::fromUtf8(text).replace(moment, u"\"\\1Z\""_s);
    const QString described = QString(u"/v2"_s + path).section(u'?', 0, 0);
    const QStringList wrong = api->checkAnswer(method, described, answered.status, zoned.toUtf8());
    for (const QString &sentence : wrong)
        qInfo().noquote() << sentence;
    QCOMPARE(wrong.size(), 0);
}

void TestKaseyaPracticeContract::answers_haveEveryDescribedMember_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("pointer");
    const auto row = [](const char *schema, const char *path, const char *pointer = "") {
        QTest::newRow(schema) << QString::fromLatin1(path) << QString::fromLatin1(schema)
                              << QString::fromLatin1(pointer);
    };
    row("AccountSummaryOutputDto", "/crm/accounts/summary");
    row("AccountLocationOutputDto", "/crm/accounts/summary", "locations");
    row("AccountAddressOutputDto", "/crm/accounts/summary", "locations/addresses");
    row("AccountLookupOutputDto", "/crm/accounts/lookup");
    row("AccountLocationLookupOutputDto", "/crm/accounts/1001/locations/lookup");
    row("ContactsSummaryOutputDto", "/crm/contacts/summary");
    row("ContactEmailOutputDto", "/crm/contacts/summary", "emails");
    row("ContactPhoneOutputDto", "/crm/contacts/summary", "phones");
    row("ContactsSearchSelectOutputDto", "/crm/contacts/search");
    row("ContactLookupOutputDto", "/crm/accounts/1001/contacts/lookup");
    row("HardwareAssetsListSearchSelectOutputDto", "/servicedesk/hardwareasset/searchselect");
    row("HardwareAssetOutputDto", "/servicedesk/hardwareasset/10000001");
    row("AccountTypeLookupOutputDto", "/system/accounttypes/lookup");
    row("LookupOutputDto", "/system/lookup/ContactType");
    row("AssigneeLookupOutputDto", "/hr/assignees/lookup");
    row("CustomFieldOutputDto", "/system/customFields/1");
    row("CustomFieldDataOutputDto", "/system/customFields/1/1001");
    row("ITGlueIntegrationOutputDto", "/integrations/itglue/status");
    row("UserInfoOutputDto", "/security/userinfo");
}

void TestKaseyaPracticeContract::answers_haveEveryDescribedMember()
{
    QFETCH(QString, path);
    QFETCH(QString, schema);
    QFETCH(QString, pointer);
    if (specification().isEmpty())
        QSKIP("skipped: no description of the API is here");
    m_practice.setQuirks({});
    const QJsonObject schemas =
        readObject(specification()).value("components"_L1).toObject().value("schemas"_L1).toObject();
    const QStringList described = schemas.value(schema).toObject().value("properties"_L1).toObject().keys();
    QVERIFY(!described.isEmpty());
    const QJsonValue result = m_practice.get(path).object().value("result"_L1);
    QJsonObject served = result.isArray() ? result.toArray().at(0).toObject() : result.toObject();
    for (const QString &step : pointer.split(u'/', Qt::SkipEmptyParts))
        served = served.value(step).toArray().at(0).toObject();
    QCOMPARE(served.keys(), described);
}

void TestKaseyaPracticeContract::everyDescribedRoute_isServed()
{
    if (specification().isEmpty())
        QSKIP("skipped: no description of the API is here");
    m_practice.setQuirks({});
    const QJsonObject paths = readObject(specification()).value("paths"_L1).toObject();
    static const QRegularExpression parameter(u"\\{\\w+\\}"_s);
    int checked = 0;
    for (auto it = paths.begin(); it != paths.end(); ++it) {
        if (isElsewhere(it.key()))
            continue;
        QString path = it.key().section(u'/', 2).prepend(u'/');
        path.replace(u"{tableName}"_s, u"nothing"_s).replace(parameter, u"99999999"_s);
        const QJsonObject operations = it->toObject();
        for (auto item = operations.begin(); item != operations.end(); ++item) {
            const QByteArray method = item.key().toUpper().toLatin1();
            if (method != "GET" && method != "POST" && method != "PUT" && method != "PATCH"
                && method != "DELETE")
                continue;
            const int status = m_practice.send(method, path, method == "GET" ? ""_ba : "{}"_ba).status;
            QVERIFY2(status != 404 && status != 405, QByteArray(method + ' ' + path.toLatin1()).constData());
            ++checked;
        }
    }
    QVERIFY2(checked >= 38, qPrintable(QString::number(checked)));
}

void TestKaseyaPracticeContract::everyDescribedMember_isTaken_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::newRow("account") << u"AccountPutInputDto"_s << "PUT"_ba << u"/crm/accounts/1003"_s;
    QTest::newRow("new account") << u"AccountPostInputDto"_s << "POST"_ba << u"/crm/accounts"_s;
    QTest::newRow("contact") << u"ContactPutInputDto"_s << "PUT"_ba << u"/crm/contacts/300002"_s;
    QTest::newRow("new contact") << u"ContactInputDto"_s << "POST"_ba << u"/crm/contacts/summary"_s;
    QTest::newRow("asset") << u"HardwareAssetInputDto"_s << "PUT"_ba
                           << u"/servicedesk/hardwareasset/10000003"_s;
}

// Whatever is described is read: a value of the wrong type in it is noticed.
void TestKaseyaPracticeContract::everyDescribedMember_isTaken()
{
    QFETCH(QString, schema);
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    if (specification().isEmpty())
        QSKIP("skipped: no description of the API is here");
    m_practice.setQuirks({});
    const QJsonObject schemas =
        readObject(specification()).value("components"_L1).toObject().value("schemas"_L1).toObject();
    const QJsonObject members = schemas.value(schema).toObject().value("properties"_L1).toObject();
    QJsonObject body;
    int expected = 0;
    for (auto it = members.begin(); it != members.end(); ++it) {
        if (it->toObject().value("type"_L1) == "array"_L1)
            continue;
        body.insert(it.key(), QJsonArray());
        ++expected;
    }
    const QStringList sentences = subErrorsIn(m_practice.send(method, path, compact(body)));
    qsizetype conversions = 0;
    for (const QString &sentence : sentences)
        conversions += sentence.contains(u"could not be converted"_s) ? 1 : 0;
    QCOMPARE(conversions, expected);
}

QTEST_GUILESS_MAIN(TestKaseyaPracticeContract)
#include "tst_kaseyapracticecontract.moc"
