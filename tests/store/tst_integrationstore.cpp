// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/integrationstore.h"
#include "storefixture.h"

#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestIntegrationStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everything_isReadAsItWasWritten();
    void name_isUniqueAmongTheConnected();
    void nameWithoutLetters_isRefused();
    void uid_isMadeOnce();
    void missing_isNotFound();
    void cursor_isKeptByKey();
};

void TestIntegrationStore::everything_isReadAsItWasWritten()
{
    StoreFixture store;
    IntegrationStore integrations(store.database());
    Integration integration;
    integration.platform = Platform::Autotask;
    integration.name = u"Main"_s;
    integration.url = u"https://psa.example"_s;
    integration.baseUrl = u"https://psa.example/v1"_s;
    integration.settings.twoWay = true;
    integration.settings.emailType = u"Work"_s;
    integration.id = must(integrations.insert(integration));
    integration.isPaused = true;
    integration.state = IntegrationState::Offline;
    integration.stateMessage = u"No answer."_s;
    integration.lastSyncAt = StoreFixture::now();
    integration.listsReadAt = StoreFixture::now().addSecs(1);
    must(integrations.update(integration));

    const Integration read = must(integrations.get(integration.id));
    QCOMPARE(read.platform, integration.platform);
    QCOMPARE(read.name, integration.name);
    QCOMPARE(read.url, integration.url);
    QCOMPARE(read.baseUrl, integration.baseUrl);
    QVERIFY(read.settings == integration.settings);
    QCOMPARE(read.isPaused, true);
    QCOMPARE(read.isDisconnected, false);
    QCOMPARE(read.state, IntegrationState::Offline);
    QCOMPARE(read.stateMessage, integration.stateMessage);
    QCOMPARE(read.lastSyncAt, integration.lastSyncAt);
    QCOMPARE(read.listsReadAt, integration.listsReadAt);
    QVERIFY(!read.uid.isEmpty());
}

void TestIntegrationStore::name_isUniqueAmongTheConnected()
{
    StoreFixture store;
    IntegrationStore integrations(store.database());
    const IntegrationId first = store.addIntegration(u"Main"_s);
    Integration second;
    second.name = u" main "_s;
    const auto refused = integrations.insert(second);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadInput);
    QCOMPARE(refused.error().field, u"name"_s);

    store.changeIntegration(first, [](Integration &integration) { integration.isDisconnected = true; });
    const IntegrationId again = must(integrations.insert(second));
    QCOMPARE(must(integrations.byName(u"MAIN"_s)).id, again);
    QCOMPARE(must(integrations.all()).size(), 1);
    QCOMPARE(must(integrations.allWithDisconnected()).size(), 2);

    Integration back = must(integrations.get(first));
    back.isDisconnected = false;
    QCOMPARE(integrations.update(back).error().code, ErrorCode::BadInput);
}

void TestIntegrationStore::nameWithoutLetters_isRefused()
{
    StoreFixture store;
    QCOMPARE(IntegrationStore(store.database()).insert(Integration()).error().code, ErrorCode::BadInput);
}

void TestIntegrationStore::uid_isMadeOnce()
{
    StoreFixture store;
    IntegrationStore integrations(store.database());
    const IntegrationId one = store.addIntegration(u"One"_s);
    const IntegrationId two = store.addIntegration(u"Two"_s);
    const QString uid = must(integrations.get(one)).uid;
    QVERIFY(uid != must(integrations.get(two)).uid);
    store.changeIntegration(one, [](Integration &integration) { integration.uid = u"other"_s; });
    QCOMPARE(must(integrations.get(one)).uid, uid);
    QVERIFY(must(integrations.get(one)).secretKey().contains(uid));
}

void TestIntegrationStore::missing_isNotFound()
{
    StoreFixture store;
    IntegrationStore integrations(store.database());
    QCOMPARE(integrations.get(1).error().code, ErrorCode::NotFound);
    QCOMPARE(integrations.byName(u"x"_s).error().code, ErrorCode::NotFound);
    Integration unknown;
    unknown.id = 7;
    unknown.name = u"x"_s;
    QCOMPARE(integrations.update(unknown).error().code, ErrorCode::NotFound);
}

void TestIntegrationStore::cursor_isKeptByKey()
{
    StoreFixture store;
    IntegrationStore integrations(store.database());
    const IntegrationId id = store.addIntegration();
    QCOMPARE(must(integrations.cursor(id, u"contact"_s)), QString());
    must(integrations.setCursor(id, u"contact"_s, u"a"_s));
    must(integrations.setCursor(id, u"contact"_s, u"b"_s));
    must(integrations.setCursor(id, u"location"_s, QString()));
    QCOMPARE(must(integrations.cursor(id, u"contact"_s)), u"b"_s);
    QCOMPARE(must(integrations.cursor(id, u"location"_s)), QString());
}

QTEST_GUILESS_MAIN(TestIntegrationStore)
#include "tst_integrationstore.moc"
