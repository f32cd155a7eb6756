// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "rawserver.h"

#include <QCoro/QCoroTask>
#include <QTest>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

/** The proxies that the computer is set up for are used, and only for other computers. */
class TestSystemProxies final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void anotherComputer_isReachedThroughTheProxy();
    void thisComputer_isReachedDirectly();

private:
    static Result<HttpAnswer> get(const QUrl &url);
    RawServer *m_proxy = nullptr;
};

void TestSystemProxies::init()
{
    m_proxy = new RawServer(this);
    m_proxy->setHandler([](QTcpSocket *socket, const RawRequest &) { socket->write(rawAnswer(403)); });
    const QByteArray address = m_proxy->url().toEncoded();
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy"})
        qputenv(name, address);
    qunsetenv("no_proxy");
}

void TestSystemProxies::cleanup()
{
    delete m_proxy;
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy"})
        qunsetenv(name);
}

Result<HttpAnswer> TestSystemProxies::get(const QUrl &url)
{
    HttpClient client({});
    return QCoro::waitFor(client.send({.method = "GET", .url = url, .route = u"GET /"_s}));
}

void TestSystemProxies::anotherComputer_isReachedThroughTheProxy()
{
    const auto answer = get(QUrl(u"https://psa.example/"_s));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Unreachable);
    QCOMPARE(m_proxy->requests().size(), 1);
    QCOMPARE(m_proxy->requests().constFirst().method, "CONNECT"_ba);
    QCOMPARE(m_proxy->requests().constFirst().target, "psa.example:443"_ba);
}

void TestSystemProxies::thisComputer_isReachedDirectly()
{
    RawServer psa;
    const auto answer = get(psa.url(u"/x"_s));
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(psa.requests().size(), 1);
    QVERIFY(m_proxy->requests().isEmpty());
}

QTEST_GUILESS_MAIN(TestSystemProxies)
#include "tst_systemproxies.moc"
