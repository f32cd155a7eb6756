// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/exercise.h"
#include "contracts/openapi.h"
#include "contracts/recordingproxy.h"
#include "net/httpclient.h"
#include "practice/connectwise/connectwiseplatform.h"
#include "practice/practiceserver.h"
#include "psa/clients.h"

#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

/** Two readings of the same facts meet here: our client and the practice PSA, with the description as the judge. */
class TestPracticeContract final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void connectWise_clientAndPracticePsa_keepTheDescription_data();
    void connectWise_clientAndPracticePsa_keepTheDescription();
};

void TestPracticeContract::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestPracticeContract::connectWise_clientAndPracticePsa_keepTheDescription_data()
{
    QTest::addColumn<QStringList>("quirks");
    QTest::newRow("as usual") << QStringList {u"revalidate-company"_s};
    for (const char *quirk :
         {"revalidate-configuration", "revalidate-contact", "patch-needs-custom-fields", "foreign-links",
          "no-forward-only", "on-premise-sites", "type-needs-change-type", "setup-read-only", "no-default-status"})
        QTest::newRow(quirk) << QStringList {QString::fromLatin1(quirk)};
}

void TestPracticeContract::connectWise_clientAndPracticePsa_keepTheDescription()
{
    QFETCH(QStringList, quirks);
    const QString file = OpenApi::findSpecification(QStringLiteral(SOURCE_FOLDER), u"connectwise-2025.1-subset.json"_s);
    if (file.isEmpty())
        QSKIP("skipped: no description of the API is here");
    const std::optional<OpenApi> api = OpenApi::load(file);
    QVERIFY(api.has_value());

    const SystemClock clock;
    PracticeServer server(std::make_unique<ConnectWisePlatform>(PracticeSeeding {}), {}, clock);
    QVERIFY(server.listen().has_value());
    QVERIFY(server.platform().setQuirks(quirks).has_value());
    RecordingProxy proxy(server.url());
    Credentials credentials;
    const QJsonObject announced = server.platform().credentials(server.url());
    for (auto it = announced.constBegin(); it != announced.constEnd(); ++it)
        credentials.insert(it.key(), SecretString(it->toString()));
    HttpClient http({.permits = 4});
    const auto client = makeClient(Platform::ConnectWise, proxy.address(), credentials, &http);
    QVERIFY(client.has_value());

    const QStringList trouble = exercise(**client);
    for (const QString &sentence : trouble)
        qInfo().noquote() << sentence;

    QStringList wrong;
    int checked = 0;
    const QString base = u"/apis/3.0"_s;
    for (const Exchange &exchange : proxy.exchanges()) {
        const QUrl url = QUrl::fromEncoded(exchange.request.target);
        const qsizetype at = url.path().indexOf(base);
        if (at < 0)
            continue;
        ++checked;
        const QString path = url.path().sliced(at + base.size());
        const QByteArray method = exchange.request.method;
        const QString line = QString::fromLatin1(method) + u' ' + path;
        for (const QString &one :
             api->checkRequest(method, path, QUrlQuery(url), exchange.request.headers, exchange.request.body))
            wrong.append(QString(line + u": request: "_s + one));
        for (const QString &one : api->checkAnswer(method, path, exchange.status, exchange.body))
            wrong.append(QString(line + u": answer: "_s + one));
    }
    wrong.removeDuplicates();
    for (const QString &sentence : wrong)
        qInfo().noquote() << sentence;
    QVERIFY2(checked > 40, qPrintable(QString::number(checked)));
    QCOMPARE(trouble.size(), 0);
    QCOMPARE(wrong.size(), 0);
}

QTEST_GUILESS_MAIN(TestPracticeContract)
#include "tst_practicecontract.moc"
