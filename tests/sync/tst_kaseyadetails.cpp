// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/scriptedkaseya.h"
#include "support/enginefixture.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

/** Assets come as thin rows at once, and as a whole by need, within a share of the hour's calls. */
class TestKaseyaDetails final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void rowsComeAtOnce_andDetailsInTheirShare();
    void changedRow_blanksNothing_andIsReadAgain();
    void detailsGrowOldAndAreReadAgain();
    void longList_isNotReadAtEachSync();
    void D2_rowOfAKnownName_isMatchedByTheWhole();
    void push_readsTheWholeFirst();
    void otherSyncOfTheTenant_isWarnedOf();

private:
    void setAssets(int count, const QString &nameOfTheFirst = {});
    void connectTo();
    [[nodiscard]] int detailReads() const;

    std::unique_ptr<ScriptedKaseya> m_psa;
    std::unique_ptr<EngineFixture> m_fixture;
    IntegrationId m_id = 0;
};

namespace {

const QString listLine = u"GET /v2/servicedesk/hardwareasset/searchselect"_s;
const QString detailPath = u"/v2/servicedesk/hardwareasset/"_s;
constexpr int firstAsset = 1001;

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/** What both the row and the record tell, by different names. */
QJsonObject rowOf(int id, const QString &name)
{
    return {{u"id"_s, id},
            {u"assetName"_s, name},
            {u"categoryId"_s, 3},
            {u"categoryName"_s, u"Server"_s},
            {u"accountId"_s, 250},
            {u"isActive"_s, true},
            {u"serialNumber"_s, u"S1"_s},
            {u"contactId"_s, 0},
            {u"locationName"_s, u"Main"_s}};
}

QJsonObject assetOf(int id, const QString &name)
{
    return {{u"id"_s, id},
            {u"name"_s, name},
            {u"accountId"_s, 250},
            {u"accountLocationId"_s, 410},
            {u"categoryId"_s, 3},
            {u"category"_s, u"Server"_s},
            {u"serialNumber"_s, u"S1"_s},
            {u"macAddress"_s, u"00:1A:2B:3C:4D:5E"_s},
            {u"isActive"_s, true},
            {u"description"_s, QString(u"Notes of "_s + name)},
            {u"barCode"_s, u"not mapped"_s}};
}

QString nameOf(int index)
{
    return u"Asset %1"_s.arg(index + 1);
}

} // namespace

void TestKaseyaDetails::init()
{
    m_psa = std::make_unique<ScriptedKaseya>();
    m_psa->queueResult(u"GET /v2/security/userinfo"_s, R"({"businessName":"MSP"})");
    m_psa->queueResult(u"GET /v2/integrations/itglue/status"_s, R"({"isEnabled":false})");
    m_psa->queueResult(u"GET /v2/system/accounttypes/lookup"_s,
                       R"([{"id":1,"name":"Customer","isActive":true}])");
    m_psa->queueResult(u"GET /v2/system/tenantlookup/AssetCategory"_s,
                       R"([{"id":3,"name":"Server","isActive":true}])");
    m_psa->queueResult(u"GET /v2/hr/employees/lookup"_s, R"([{"id":17,"name":"Ada"}])", 1);
    m_psa->queueResult(u"GET /v2/crm/contacts/summary"_s, "[]", 0);
    m_psa->queueResult(u"GET /v2/crm/accounts/summary"_s,
                       R"([{"id":250,"accountName":"Acme","accountTypeId":1,"isActive":true,"locations":[
                           {"id":410,"locationName":"Main","isMain":true,"addresses":[{"city":"Tampa","isMain":true}]}]}])",
                       1);
    m_fixture = std::make_unique<EngineFixture>();
}

void TestKaseyaDetails::cleanup()
{
    m_fixture.reset();
    m_psa.reset();
}

void TestKaseyaDetails::setAssets(int count, const QString &nameOfTheFirst)
{
    QJsonArray rows;
    for (int i = 0; i < count; ++i) {
        const QString name = i == 0 && !nameOfTheFirst.isEmpty() ? nameOfTheFirst : nameOf(i);
        rows.append(rowOf(firstAsset + i, name));
        m_psa->queueResult(QString("GET "_L1 + detailPath + QString::number(firstAsset + i)),
                           json(assetOf(firstAsset + i, name)));
    }
    m_psa->queueResult(listLine, QJsonDocument(rows).toJson(QJsonDocument::Compact), count);
}

/** Both ways, with a sync each minute, in which twenty records may be read. */
void TestKaseyaDetails::connectTo()
{
    const ConnectionDetails details{.platform = Platform::KaseyaBms,
                                    .name = u"Main"_s,
                                    .url = m_psa->address(),
                                    .credentials = ScriptedKaseya::credentials()};
    const auto added = m_fixture->wait(m_fixture->engine().addIntegration(details));
    QVERIFY2(added.has_value(), wordsOf(added).constData());
    m_id = *added;
    SyncSettings settings = m_fixture->status(m_id).integration.settings;
    settings.intervalMinutes = 1;
    settings.twoWay = true;
    m_fixture->changeSettings(m_id, {.settings = settings});
}

int TestKaseyaDetails::detailReads() const
{
    int reads = 0;
    for (const KaseyaRequest &request : m_psa->requests())
        reads += request.method == "GET" && request.path.startsWith(detailPath)
            && request.path.at(detailPath.size()).isDigit();
    return reads;
}

void TestKaseyaDetails::rowsComeAtOnce_andDetailsInTheirShare()
{
    setAssets(30);
    connectTo();
    m_psa->forget();
    m_fixture->sync(m_id);
    QCOMPARE(m_fixture->count(AssetKind::Configuration), 30);
    QCOMPARE(detailReads(), 20);
    const IntegrationStatus status = m_fixture->status(m_id);
    QCOMPARE(status.details.read, 20);
    QCOMPARE(status.details.all, 30);
    QCOMPARE(status.detailsPerHour, 1200);
    int withNotes = 0;
    for (int i = 0; i < 30; ++i)
        withNotes +=
            m_fixture->field(m_fixture->find(AssetKind::Configuration, nameOf(i)), u"notes"_s).toString()
            == QString(u"Notes of "_s + nameOf(i));
    QCOMPARE(withNotes, 20);
    m_psa->forget();
    m_fixture->sync(m_id);
    QCOMPARE(detailReads(), 10);
    QCOMPARE(m_fixture->status(m_id).details.read, 30);
    // Nothing is left, and nothing was written.
    m_psa->forget();
    const QString before = m_fixture->dump();
    m_fixture->sync(m_id, true);
    QCOMPARE(detailReads(), 0);
    QCOMPARE(m_fixture->dump(), before);
    for (const KaseyaRequest &request : m_psa->requests())
        QCOMPARE(request.method, QByteArray("GET"));
}

void TestKaseyaDetails::changedRow_blanksNothing_andIsReadAgain()
{
    setAssets(3);
    connectTo();
    m_fixture->sync(m_id);
    const RecordId record = m_fixture->find(AssetKind::Configuration, nameOf(0));
    QCOMPARE(m_fixture->field(record, u"notes"_s).toString(), u"Notes of Asset 1"_s);
    // The row tells a new name before the record can be read.
    m_psa->queue(QString("GET "_L1 + detailPath + QString::number(firstAsset)), 500, "");
    QJsonArray rows{rowOf(firstAsset, u"Renamed"_s), rowOf(firstAsset + 1, nameOf(1)),
                    rowOf(firstAsset + 2, nameOf(2))};
    m_psa->queueResult(listLine, QJsonDocument(rows).toJson(QJsonDocument::Compact), 3);
    m_fixture->sync(m_id, true);
    QCOMPARE(m_fixture->field(record, u"name"_s).toString(), u"Renamed"_s);
    QCOMPARE(m_fixture->field(record, u"notes"_s).toString(), u"Notes of Asset 1"_s);
    QVERIFY(m_fixture->field(record, u"location"_s).toInteger() != 0);
    QCOMPARE(m_fixture->field(record, u"mac_address"_s).toString(), u"00:1A:2B:3C:4D:5E"_s);
    m_psa->queueResult(QString("GET "_L1 + detailPath + QString::number(firstAsset)),
                       json(assetOf(firstAsset, u"Renamed"_s)));
    m_psa->forget();
    m_fixture->sync(m_id, true);
    QCOMPARE(detailReads(), 1);
    QCOMPARE(m_fixture->field(record, u"notes"_s).toString(), u"Notes of Renamed"_s);
}

void TestKaseyaDetails::detailsGrowOldAndAreReadAgain()
{
    setAssets(3);
    connectTo();
    m_fixture->sync(m_id);
    m_psa->forget();
    m_fixture->clock().advance(std::chrono::hours(23));
    m_fixture->sync(m_id, true);
    QCOMPARE(detailReads(), 0);
    m_fixture->clock().advance(std::chrono::hours(2));
    m_fixture->sync(m_id, true);
    QCOMPARE(detailReads(), 3);
}

void TestKaseyaDetails::longList_isNotReadAtEachSync()
{
    setAssets(3);
    connectTo();
    m_fixture->sync(m_id);
    m_psa->forget();
    m_fixture->sync(m_id);
    QCOMPARE(m_psa->requests(listLine).size(), 0);
    // One page may be asked for every eight seconds.
    m_fixture->clock().advance(std::chrono::seconds(9));
    m_fixture->sync(m_id);
    QCOMPARE(m_psa->requests(listLine).size(), 1);
    m_fixture->sync(m_id, true);
    QCOMPARE(m_psa->requests(listLine).size(), 2);
}

void TestKaseyaDetails::D2_rowOfAKnownName_isMatchedByTheWhole()
{
    setAssets(0);
    connectTo();
    m_fixture->sync(m_id);
    const RecordId organization = m_fixture->find(AssetKind::Organization, u"Acme"_s);
    const auto configuration = [&](const QString &mac) {
        return m_fixture->create(
            AssetKind::Configuration,
            {{u"name"_s, nameOf(0)},
             {u"organization"_s, organization},
             {u"configuration_type"_s, m_fixture->option(OptionList::ConfigurationType, u"Server"_s)},
             {u"serial_number"_s, u"S1"_s},
             {u"mac_address"_s, mac}},
            RecordSource::Csv);
    };
    const RecordId other = configuration(u"00:00:00:00:00:01"_s);
    const RecordId same = configuration(u"00:1A:2B:3C:4D:5E"_s);
    setAssets(1);
    m_fixture->sync(m_id, true);
    QCOMPARE(m_fixture->count(AssetKind::Configuration), 2);
    QCOMPARE(m_fixture->link(same).remote.id, QString::number(firstAsset));
    QVERIFY(!m_fixture->link(other).isLinked());
    QCOMPARE(m_fixture->field(same, u"notes"_s).toString(), u"Notes of Asset 1"_s);
}

void TestKaseyaDetails::push_readsTheWholeFirst()
{
    m_psa->queue(QString("GET "_L1 + detailPath + QString::number(firstAsset)), 500, "");
    setAssets(1);
    connectTo();
    m_fixture->sync(m_id);
    const RecordId record = m_fixture->find(AssetKind::Configuration, nameOf(0));
    QVERIFY(m_fixture->field(record, u"notes"_s).toString().isEmpty());
    const QString line = detailPath + QString::number(firstAsset);
    QJsonObject after = assetOf(firstAsset, nameOf(0));
    after.insert(u"assetTag"_s, u"T-1"_s);
    m_psa->queueResult(QString("PUT "_L1 + line), json(after));
    m_psa->forget();
    m_fixture->edit(record, {{u"asset_tag"_s, u"T-1"_s}});
    m_fixture->push(m_id);
    QVERIFY2(m_fixture->state(record) == SyncState::Synced, qPrintable(m_fixture->sentence(record)));
    QCOMPARE(m_psa->lines(), (QStringList{QString("GET "_L1 + line), QString("PUT "_L1 + line)}));
    const QJsonObject sent = m_psa->requests().constLast().json().object();
    QCOMPARE(sent.value(u"description"_s).toString(), u"Notes of Asset 1"_s);
    QCOMPARE(sent.value(u"barCode"_s).toString(), u"not mapped"_s);
    QCOMPARE(sent.value(u"assetTag"_s).toString(), u"T-1"_s);
    QCOMPARE(m_fixture->field(record, u"notes"_s).toString(), u"Notes of Asset 1"_s);
}

void TestKaseyaDetails::otherSyncOfTheTenant_isWarnedOf()
{
    setAssets(0);
    connectTo();
    QVERIFY(m_fixture->status(m_id).warning.isEmpty());
    m_psa->queueResult(u"GET /v2/integrations/itglue/status"_s, R"({"isEnabled":true})");
    m_fixture->sync(m_id);
    QVERIFY(m_fixture->status(m_id).warning.contains(u"IT Glue"_s));
    m_psa->queueResult(u"GET /v2/integrations/itglue/status"_s, R"({"isEnabled":false})");
    m_fixture->sync(m_id);
    QVERIFY(m_fixture->status(m_id).warning.isEmpty());
}

QTEST_GUILESS_MAIN(TestKaseyaDetails)
#include "tst_kaseyadetails.moc"
