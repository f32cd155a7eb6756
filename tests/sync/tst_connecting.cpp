// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/enginefixture.h"

#include <QTcpServer>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** Connecting to a PSA, and what keeps a wrong connection out. */
class ConnectingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void aGoodConnection_isStoredWithEveryActiveValueTickedAndTwoWayOff()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        const IntegrationStatus status = fixture.status(id);
        QCOMPARE(status.integration.name, u"Main"_s);
        QCOMPARE(status.integration.platform, Platform::ConnectWise);
        QCOMPARE(status.state, IntegrationState::NotSyncedYet);
        QVERIFY(!status.integration.settings.twoWay);
        QVERIFY(status.integration.settings.contacts);
        QVERIFY(!status.nextSyncAt.isValid());
        const auto options = OptionStore(fixture.database()).remote(id);
        QVERIFY2(options, wordsOf(options).constData());
        QVERIFY(options->size() > 20);
        bool hasInactive = false;
        for (const StoredOption &option : *options) {
            QVERIFY2(option.isSyncing == option.isActive, qPrintable(option.name));
            hasInactive = hasInactive || !option.isActive;
        }
        QVERIFY(hasInactive);
        QCOMPARE(practice.writes(), 0);
    }

    void testConnection_tellsWhoAnswersAndStoresNothing()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const auto info = fixture.wait(fixture.engine().testConnection(EngineFixture::detailsFor(practice)));
        QVERIFY2(info, wordsOf(info).constData());
        QVERIFY(info->product.startsWith(u"ConnectWise"_s));
        QVERIFY(info->baseUrl.startsWith(practice.url()));
        QVERIFY(!info->company.isEmpty());
        const auto all = fixture.wait(fixture.engine().integrations());
        QVERIFY(all && all->isEmpty());
    }

    void aWrongConnection_isRefusedInWordsAndStoresNothing_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("code");
        QTest::newRow("private key") << u"private_key"_s << u"wrong"_s << u"sign_in_failed"_s;
        QTest::newRow("public key") << u"public_key"_s << u"wrong"_s << u"sign_in_failed"_s;
        // ConnectWise answers it as a lack of rights.
        QTest::newRow("client id") << u"client_id"_s << u"wrong"_s << u"not_allowed"_s;
        QTest::newRow("unknown company") << u"company_id"_s << u"nosuchcompany"_s << u"sign_in_failed"_s;
        QTest::newRow("no private key") << u"private_key"_s << u""_s << u"secret_missing"_s;
        QTest::newRow("nothing listens") << u"url"_s << u"http://127.0.0.1:1"_s << u"unreachable"_s;
        QTest::newRow("not an address") << u"url"_s << u"http://not an address"_s << u"bad_input"_s;
        QTest::newRow("keys in the clear") << u"url"_s << u"http://psa.example"_s << u"tls_failed"_s;
        QTest::newRow("no name") << u"name"_s << u"  "_s << u"bad_input"_s;
    }

    void aWrongConnection_isRefusedInWordsAndStoresNothing()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QString, code);
        PracticeProcess practice;
        EngineFixture fixture;
        ConnectionDetails details = EngineFixture::detailsFor(practice);
        if (key == "url"_L1)
            details.url = value;
        else if (key == "name"_L1)
            details.name = value;
        else
            details.credentials.insert(key, SecretString(value));
        const auto added = fixture.wait(fixture.engine().addIntegration(details));
        QVERIFY(!added);
        QCOMPARE(errorCodeName(added.error().code), code);
        QVERIFY(added.error().message.size() > 15);
        const QString secret = practice.credentials().value("private_key"_L1).toString();
        QVERIFY(!added.error().message.contains(secret));
        const auto all = IntegrationStore(fixture.database()).allWithDisconnected();
        QVERIFY(all && all->isEmpty());
    }

    void anotherKindOfServer_isRecognized()
    {
        PracticeProcess practice;
        practice.setFault(u"GET /login/companyinfo/{id}"_s, u"html"_s, {}, 0);
        EngineFixture fixture;
        const auto added = fixture.wait(fixture.engine().addIntegration(EngineFixture::detailsFor(practice)));
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::BadAnswer);
        QVERIFY2(added.error().message.contains(u"address"_s), qPrintable(added.error().message));
    }

    void aServerThatFailsWhileItsListsAreRead_leavesNothingBehind()
    {
        PracticeProcess practice;
        practice.setFault(u"GET /company/contacts/types"_s, u"status"_s, 500, 0);
        EngineFixture fixture;
        const auto added = fixture.wait(fixture.engine().addIntegration(EngineFixture::detailsFor(practice)));
        QVERIFY(!added);
        const auto all = IntegrationStore(fixture.database()).allWithDisconnected();
        QVERIFY(all);
        QVERIFY2(all->isEmpty(), "an integration that could not be added is stored");
        // The way out is to try again, under the same name.
        practice.clearFaults();
        QVERIFY(fixture.add(practice) != 0);
    }

    void aNameThatIsTaken_isRefused()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        fixture.add(practice);
        const auto again =
            fixture.wait(fixture.engine().addIntegration(EngineFixture::detailsFor(practice, u"mAIN"_s)));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::BadInput);
        QCOMPARE(again.error().field, u"name"_s);
    }

    void editConnection_withOtherKeysAndAWrongOne_keepsTheGoodOnes()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.add(practice);
        ConnectionDetails details{.name = u"Renamed"_s, .url = practice.url()};
        details.credentials.insert(u"private_key"_s, SecretString(u"wrong"_s));
        const auto refused = fixture.wait(fixture.engine().editConnection(id, details));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::SignInFailed);
        QCOMPARE(fixture.status(id).integration.name, u"Main"_s);
        fixture.sync(id);

        // Empty credentials keep the stored ones.
        details.credentials = {{u"private_key"_s, SecretString()}};
        const auto taken = fixture.wait(fixture.engine().editConnection(id, details));
        QVERIFY2(taken, wordsOf(taken).constData());
        QCOMPARE(fixture.status(id).integration.name, u"Renamed"_s);
        fixture.sync(id);
    }

    void disconnect_keepsRecordsAndFreesTheName()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const qint64 before = fixture.count(AssetKind::Configuration);
        const auto done = fixture.wait(fixture.engine().disconnectIntegration(id));
        QVERIFY2(done, wordsOf(done).constData());
        QCOMPARE(fixture.count(AssetKind::Configuration), before);
        const auto all = fixture.wait(fixture.engine().integrations());
        QVERIFY(all && all->isEmpty());
        const RecordId laptop = fixture.find(AssetKind::Configuration, u"NORTHG-LT001"_s);
        const Saved saved = fixture.edit(laptop, {{u"notes"_s, u"after the end"_s}});
        QVERIFY(!saved.isQueued);
        QCOMPARE(practice.writes(), 0);
        QVERIFY(fixture.add(practice) != 0);
    }
};

QTEST_GUILESS_MAIN(ConnectingTest)
#include "tst_connecting.moc"
