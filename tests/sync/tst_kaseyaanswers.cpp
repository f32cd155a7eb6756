// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/scriptedkaseya.h"
#include "support/enginefixture.h"

#include <QJsonArray>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

/** What is made here goes to a PSA of the Kaseya family. */
class TestKaseyaAnswers final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void newAccount_takesItsLocationAlong();
    void C4e_secondLocation_isHeldUntilV1IsAllowed();
    void halfMadeContact_isFinishedByAnUpdate();

private:
    void change(const QString &key, const QString &value);
    [[nodiscard]] QList<QByteArray> bodiesOf(const QString &line) const;

    std::unique_ptr<ScriptedKaseya> m_psa;
    std::unique_ptr<EngineFixture> m_fixture;
    IntegrationId m_id = 0;
};

namespace {

const QByteArray acme =
    R"({"id":250,"accountName":"Acme","accountTypeId":1,"accountType":"Customer","isActive":true,"locations":[
    {"id":410,"locationName":"Main","isMain":true,"isActive":true,"addresses":[{"id":9,"city":"Tampa","isMain":true}]}]})";

} // namespace

void TestKaseyaAnswers::init()
{
    m_psa = std::make_unique<ScriptedKaseya>();
    m_psa->queueResult(u"GET /v2/security/userinfo"_s, R"({"businessName":"MSP"})");
    m_psa->queueResult(u"GET /v2/system/accounttypes/lookup"_s,
                       R"([{"id":1,"name":"Customer","isActive":true}])");
    m_psa->queueResult(u"GET /v2/system/tenantlookup/AssetCategory"_s,
                       R"([{"id":3,"name":"Server","isActive":true}])");
    m_psa->queueResult(u"GET /v2/system/lookup/EmailType"_s, R"([{"id":5,"name":"Business"}])");
    m_psa->queueResult(u"GET /v2/system/lookup/PhoneType"_s, R"([{"id":8,"name":"Office"}])");
    m_psa->queueResult(u"GET /v2/hr/employees/lookup"_s, R"([{"id":17,"name":"Ada","isActive":true}])", 1);
    m_psa->queueResult(u"GET /v2/crm/contacts/summary"_s, "[]", 0);
    m_psa->queueResult(u"GET /v2/crm/accounts/summary"_s, "[]", 0);
    m_psa->queueResult(u"GET /v2/servicedesk/hardwareasset/searchselect"_s, "[]", 0);
    m_fixture = std::make_unique<EngineFixture>();
    const ConnectionDetails details{.platform = Platform::PulsewayPsa,
                                    .name = u"Main"_s,
                                    .url = m_psa->address(),
                                    .credentials = ScriptedKaseya::credentials()};
    const auto added = m_fixture->wait(m_fixture->engine().addIntegration(details));
    QVERIFY2(added.has_value(), wordsOf(added).constData());
    m_id = *added;
    SyncSettings settings = m_fixture->status(m_id).integration.settings;
    settings.twoWay = true;
    settings.emailType = u"Business"_s;
    settings.phoneType = u"Office"_s;
    settings.setChoice(u"account_manager"_s, {u"17"_s, u"Ada"_s});
    settings.setChoice(u"business_type"_s, {u"3"_s, u"Retail"_s});
    m_fixture->changeSettings(m_id, {.settings = settings});
    m_psa->forget();
}

void TestKaseyaAnswers::cleanup()
{
    m_fixture.reset();
    m_psa.reset();
}

void TestKaseyaAnswers::change(const QString &key, const QString &value)
{
    SyncSettings settings = m_fixture->status(m_id).integration.settings;
    settings.setText(key, value);
    m_fixture->changeSettings(m_id, {.settings = settings});
}

QList<QByteArray> TestKaseyaAnswers::bodiesOf(const QString &line) const
{
    QList<QByteArray> bodies;
    for (const KaseyaRequest &request : m_psa->requests(line))
        bodies.append(request.body);
    return bodies;
}

void TestKaseyaAnswers::newAccount_takesItsLocationAlong()
{
    m_psa->queueResult(u"POST /v2/crm/accounts"_s, acme);
    const RecordId organization = m_fixture->create(
        AssetKind::Organization,
        {{u"name"_s, u"Acme"_s},
         {u"organization_type"_s, m_fixture->option(OptionList::OrganizationType, u"Customer"_s)}});
    const RecordId location = m_fixture->create(
        AssetKind::Location,
        {{u"name"_s, u"Main"_s}, {u"organization"_s, organization}, {u"city"_s, u"Tampa"_s}});
    m_fixture->push(m_id);
    QVERIFY2(m_fixture->state(organization) == SyncState::Synced,
             qPrintable(m_fixture->sentence(organization)));
    QVERIFY2(m_fixture->state(location) == SyncState::Synced, qPrintable(m_fixture->sentence(location)));
    QCOMPARE(m_fixture->link(location).remote, (RemoteKey{u"410"_s, u"250"_s}));
    QCOMPARE(bodiesOf(u"POST /v2/crm/accounts"_s).size(), 1);
    const QJsonObject sent =
        QJsonDocument::fromJson(bodiesOf(u"POST /v2/crm/accounts"_s).constFirst()).object();
    const QJsonObject first = sent.value(u"locations"_s).toArray().at(0).toObject();
    QCOMPARE(first.value(u"locationName"_s).toString(), u"Main"_s);
    QCOMPARE(first.value(u"addresses"_s).toArray().at(0).toObject().value(u"city"_s).toString(), u"Tampa"_s);
    for (const QString &line : m_psa->lines())
        QVERIFY2(!line.contains(u"/api/"_s), qPrintable(line));
}

void TestKaseyaAnswers::C4e_secondLocation_isHeldUntilV1IsAllowed()
{
    newAccount_takesItsLocationAlong();
    const RecordId organization = m_fixture->find(AssetKind::Organization, u"Acme"_s);
    const RecordId yard =
        m_fixture->create(AssetKind::Location, {{u"name"_s, u"Yard"_s}, {u"organization"_s, organization}});
    m_psa->queueResult(u"GET /v2/crm/accounts/summary/250"_s, acme);
    m_fixture->push(m_id);
    QCOMPARE(m_fixture->gates(yard), QStringList{u"C4e"_s});
    m_psa->queue(u"POST /api/crm/locations"_s, 200, R"({"Error":"None","Result":{"Id":411}})");
    m_psa->queueResult(u"GET /v2/crm/accounts/250/locations/411"_s,
                       R"({"id":411,"locationName":"Yard","isMain":false,"addresses":[{"isMain":true}]})");
    change(u"allow_v1"_s, u"true"_s);
    m_fixture->push(m_id);
    QVERIFY2(m_fixture->state(yard) == SyncState::Synced, qPrintable(m_fixture->sentence(yard)));
    QCOMPARE(bodiesOf(u"POST /api/crm/locations"_s).size(), 1);
}

void TestKaseyaAnswers::halfMadeContact_isFinishedByAnUpdate()
{
    newAccount_takesItsLocationAlong();
    const QByteArray untitled =
        R"({"id":77,"accountId":250,"locationId":410,"firstName":"Ann","lastName":"Lee","jobTitle":null,
        "isPoc":false,"emails":[{"emailAddress":"a@b.c","emailTypeId":5,"emailType":"Business","isDefault":true}],
        "phones":[{"phone":"1","phoneTypeId":8,"phoneType":"Office","isDefault":true}]})";
    QByteArray titled = untitled;
    titled.replace(R"("jobTitle":null)", R"("jobTitle":"CFO")");
    // Made, and then no answer to the second step.
    m_psa->queueResult(u"POST /v2/crm/contacts/summary"_s, R"({"id":77})");
    m_psa->queue(u"PATCH /v2/crm/contacts/77"_s, 500, "");
    m_psa->queueResult(u"PATCH /v2/crm/contacts/77"_s, titled);
    m_psa->queueResult(u"GET /v2/crm/contacts/summary/77"_s, untitled);
    m_psa->queueResult(u"GET /v2/crm/contacts/summary"_s, "[]", 0);
    m_psa->queueResult(u"GET /v2/crm/contacts/summary"_s, '[' + untitled + ']', 1);
    const RecordId contact =
        m_fixture->create(AssetKind::Contact,
                          {{u"first_name"_s, u"Ann"_s},
                           {u"last_name"_s, u"Lee"_s},
                           {u"title"_s, u"CFO"_s},
                           {u"organization"_s, m_fixture->find(AssetKind::Organization, u"Acme"_s)},
                           {u"location"_s, m_fixture->find(AssetKind::Location, u"Main"_s)},
                           {u"emails"_s, QJsonArray{QJsonObject{{u"value"_s, u"a@b.c"_s}}}},
                           {u"phones"_s, QJsonArray{QJsonObject{{u"value"_s, u"1"_s}}}}});
    m_fixture->push(m_id);
    for (int i = 0; i < 4 && m_fixture->state(contact) != SyncState::Synced; ++i) {
        m_fixture->clock().advance(std::chrono::hours(2));
        m_fixture->push(m_id);
    }
    QVERIFY2(m_fixture->state(contact) == SyncState::Synced, qPrintable(m_fixture->sentence(contact)));
    QCOMPARE(bodiesOf(u"POST /v2/crm/contacts/summary"_s).size(), 1);
    QCOMPARE(bodiesOf(u"PATCH /v2/crm/contacts/77"_s).size(), 2);
    QCOMPARE(m_fixture->field(contact, u"title"_s).toString(), u"CFO"_s);
}

QTEST_GUILESS_MAIN(TestKaseyaAnswers)
#include "tst_kaseyaanswers.moc"
