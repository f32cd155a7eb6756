// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiclient.h"

#include <QRegularExpression>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** What is written through the API reaches the PSA like a person's edit, under the same rules. */
class ApiPushingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void C2_aPostedConfiguration_isInThePsaOnce();
    void C1_aPatch_isPushed();
    void C4a_heldByItsOrganization_saysWhy();
    void B6_oneWay_is422AndNothingChanges();
    void E4_whatSyncs_cannotBeDeleted();
    void listValuesOfAPsa_cannotBeRenamed();
    void psaFilters_andRemoteIds();

private:
    [[nodiscard]] QString organization();
    [[nodiscard]] QJsonObject configuration(const QString &name);

    std::unique_ptr<PracticeProcess> m_practice;
    std::unique_ptr<ApiClient> m_client;
    IntegrationId m_id = 0;
};

void ApiPushingTest::init()
{
    m_practice = std::make_unique<PracticeProcess>();
    m_client = std::make_unique<ApiClient>(EngineFixture::Scheduler::On);
    m_id = m_client->fixture.connectTwoWay(*m_practice);
    QVERIFY(m_id != 0);
}

void ApiPushingTest::cleanup()
{
    m_client.reset();
    m_practice.reset();
}

/** Id of one that came from the PSA. */
QString ApiPushingTest::organization()
{
    const ApiReply all = m_client->get(u"/organizations?sort=-id&filter[psa_integration_type]=manage"_s);
    return all.list().first().toObject().value("id"_L1).toString();
}

QJsonObject ApiPushingTest::configuration(const QString &name)
{
    const QString type =
        m_client->get(u"/configuration_types?sort=id"_s).list().first().toObject().value("id"_L1).toString();
    const QString status = m_client->get(u"/configuration_statuses?sort=id"_s)
                               .list()
                               .first()
                               .toObject()
                               .value("id"_L1)
                               .toString();
    return ApiClient::object(u"configurations"_s,
                             {{u"organization-id"_s, organization()},
                              {u"configuration-type-id"_s, type},
                              {u"configuration-status-id"_s, status},
                              {u"name"_s, name}});
}

void ApiPushingTest::C2_aPostedConfiguration_isInThePsaOnce()
{
    const ApiReply made = m_client->post(u"/configurations"_s, configuration(u"API-01"_s));
    QVERIFY2(made.status == 201, made.body.constData());
    QVERIFY(m_client->fixture.waitFor(made.id().toLongLong(), SyncState::Synced));
    QCOMPARE(m_practice->recordsWhere(u"configuration"_s, u"name"_s, u"API-01"_s).size(), 1);
    QCOMPARE(m_client->get(QString(u"/configurations/"_s + made.id())).attribute(u"psa-integration"_s),
             QJsonValue(u"enabled"_s));
    // A contact with an address, too.
    const ApiReply contact = m_client->post(
        u"/organizations/%1/relationships/contacts"_s.arg(organization()),
        ApiClient::object(u"contacts"_s, {{u"first-name"_s, u"Apia"_s}, {u"last-name"_s, u"Post"_s}}));
    QCOMPARE(contact.status, 201);
    QVERIFY(m_client->fixture.waitFor(contact.id().toLongLong(), SyncState::Synced));
    QCOMPARE(m_practice->recordsWhere(u"contact"_s, u"firstName"_s, u"Apia"_s).size(), 1);
}

void ApiPushingTest::C1_aPatch_isPushed()
{
    const ApiReply all = m_client->get(u"/configurations?include=adapters_resources"_s);
    const QJsonObject first = all.list().first().toObject();
    const QString id = first.value("id"_L1).toString();
    const ApiReply patched =
        m_client->patch(QString(u"/configurations/"_s + id),
                        ApiClient::object(u"configurations"_s, {{u"serial-number"_s, u"VIA-API"_s}}));
    QVERIFY2(patched.status == 200, patched.body.constData());
    QTRY_COMPARE_WITH_TIMEOUT(
        m_practice->recordsWhere(u"configuration"_s, u"serialNumber"_s, u"VIA-API"_s).size(), 1, 15'000);
}

void ApiPushingTest::C4a_heldByItsOrganization_saysWhy()
{
    const ApiReply organization = m_client->post(
        u"/organizations"_s, ApiClient::object(u"organizations"_s, {{u"name"_s, u"Held Ltd"_s}}));
    QCOMPARE(organization.status, 201);
    const RecordId id = organization.id().toLongLong();
    QVERIFY(m_client->fixture.waitFor(id, SyncState::Held));
    QVERIFY(m_client->fixture.gates(id).contains(u"C4a"_s));
    QJsonObject below = configuration(u"HELD-01"_s);
    QJsonObject attributes = below.value("attributes"_L1).toObject();
    attributes.insert(u"organization-id"_s, organization.id());
    below.insert(u"attributes"_s, attributes);
    const ApiReply made = m_client->post(u"/configurations"_s, below);
    QCOMPARE(made.status, 201);
    QVERIFY(m_client->fixture.waitFor(made.id().toLongLong(), SyncState::Held));
    QVERIFY(!m_client->fixture.gates(made.id().toLongLong()).isEmpty());
    QCOMPARE(m_practice->recordsWhere(u"configuration"_s, u"name"_s, u"HELD-01"_s).size(), 0);
}

void ApiPushingTest::B6_oneWay_is422AndNothingChanges()
{
    m_client->fixture.setTwoWay(m_id, false);
    const QString id =
        m_client->get(u"/configurations"_s).list().first().toObject().value("id"_L1).toString();
    const ApiReply refused =
        m_client->patch(QString(u"/configurations/"_s + id),
                        ApiClient::object(u"configurations"_s, {{u"serial-number"_s, u"NO"_s}}));
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.error().value("title"_L1).toString(), u"Cannot update a synced resource"_s);
    QCOMPARE(refused.pointer(), u"/data/attributes/serial-number"_s);
    QVERIFY(!refused.error().value("detail"_L1).toString().isEmpty());
    QVERIFY(m_client->get(QString(u"/configurations/"_s + id)).attribute(u"serial-number"_s)
            != QJsonValue(u"NO"_s));
}

void ApiPushingTest::E4_whatSyncs_cannotBeDeleted()
{
    const QString id =
        m_client->get(u"/configurations"_s).list().first().toObject().value("id"_L1).toString();
    const QJsonArray data{ApiClient::object(u"configurations"_s, {{u"id"_s, id}})};
    const ApiReply refused = m_client->remove(u"/configurations"_s, data);
    QCOMPARE(refused.status, 422);
    QVERIFY(refused.error().value("detail"_L1).toString().contains(u"Disable its sync first"_s));
    QCOMPARE(m_client->get(QString(u"/configurations/"_s + id)).status, 200);
    EngineFixture &fixture = m_client->fixture;
    QVERIFY(fixture.wait(fixture.engine().setRecordSync(id.toLongLong(), m_id, false)));
    QCOMPARE(m_client->get(QString(u"/configurations/"_s + id)).attribute(u"psa-integration"_s),
             QJsonValue(u"disabled"_s));
    QCOMPARE(m_client->remove(u"/configurations"_s, data).status, 200);
    QCOMPARE(m_client->get(QString(u"/configurations/"_s + id)).status, 404);
}

void ApiPushingTest::listValuesOfAPsa_cannotBeRenamed()
{
    const QJsonObject type = m_client->get(u"/configuration_types"_s).list().first().toObject();
    QCOMPARE(type.value("attributes"_L1).toObject().value("synced"_L1), QJsonValue(true));
    const ApiReply refused =
        m_client->patch(u"/configuration_types/"_s + type.value("id"_L1).toString(),
                        ApiClient::object(u"configuration-types"_s, {{u"name"_s, u"Mine"_s}}));
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.error().value("title"_L1).toString(), u"Cannot update a synced resource"_s);
}

void ApiPushingTest::psaFilters_andRemoteIds()
{
    for (const QString &name : {u"organizations"_s, u"configurations"_s, u"contacts"_s, u"locations"_s}) {
        const ApiReply all =
            m_client->get(u"/%1?include=adapters_resources&filter[psa_integration_type]=manage"_s.arg(name));
        QVERIFY2(!all.list().isEmpty(), qPrintable(name));
        const QJsonObject first = all.list().first().toObject();
        const QJsonObject tie = first["relationships"_L1]["adapters-resources"_L1]["data"_L1][0].toObject();
        QJsonObject included;
        for (const QJsonValue &each : all.json.value("included"_L1).toArray()) {
            if (each["id"_L1] == tie.value("id"_L1))
                included = each.toObject();
        }
        QCOMPARE(included.value("type"_L1).toString(), u"adapters-resources"_s);
        const QString remoteId = included["attributes"_L1]["remote-id"_L1].toString();
        QCOMPARE(remoteId, m_client->fixture.link(first.value("id"_L1).toString().toLongLong()).remote.id);
        const ApiReply byId =
            m_client->get(u"/%1?filter[psa_id]=%2&filter[psa_integration_type]=manage"_s.arg(name, remoteId));
        QCOMPARE(byId.list().size(), 1);
        QCOMPARE(byId.list().first()["id"_L1], first.value("id"_L1));
        QCOMPARE(
            m_client
                ->get(u"/%1?filter[psa_id]=%2&filter[psa_integration_type]=autotask"_s.arg(name, remoteId))
                .list()
                .size(),
            0);
        QCOMPARE(m_client->get(u"/%1?filter[psa_integration_type]=kaseya-bms,vorex,pulseway-psa"_s.arg(name))
                     .list()
                     .size(),
                 0);
        QVERIFY(
            m_client->get(u"/%1/%2?include=adapters_resources"_s.arg(name, first.value("id"_L1).toString()))
                .json.contains("included"_L1));
    }
}

QTEST_GUILESS_MAIN(ApiPushingTest)
#include "tst_apipushing.moc"
