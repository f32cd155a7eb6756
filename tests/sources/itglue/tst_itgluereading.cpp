// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workerthread.h"
#include "net/rawserver.h"
#include "sources/itglue/itgluejob.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

#include <atomic>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 30'000;

ItGlueLimits impatient()
{
    ItGlueLimits limits;
    limits.pauses = {10ms, 10ms, 10ms};
    return limits;
}

QByteArray emptyPage()
{
    return rawAnswer(200, R"({"data":[],"meta":{"next-page":null,"total-count":3}})",
                     "application/vnd.api+json");
}

} // namespace

/** How an account is read when the server does what it likes; the server is scripted byte by byte. */
class ItGlueReadingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_server = std::make_unique<RawServer>();
        m_isCancelled = false;
        m_answers.clear();
        m_server->setHandler([this](QTcpSocket *socket, const RawRequest &) {
            const QByteArray answer = m_answers.isEmpty() ? emptyPage() : m_answers.takeFirst();
            socket->write(answer);
            // Half an answer is all there is.
            if (!answer.endsWith('}'))
                socket->disconnectFromHost();
        });
    }
    void cleanup()
    {
        m_server.reset();
    }

    void aCall_carriesTheKeyAndThePage();
    void aRefusedKey_isASignInThatFailed_data();
    void aRefusedKey_isASignInThatFailed();
    void whatPasses_isTriedAgain_data();
    void whatPasses_isTriedAgain();
    void whatStays_isTold_data();
    void whatStays_isTold();
    void tooManyCalls_areWaitedFor();
    void endlessTooMany_endsAtLast();
    void theLimit_isKept();
    void aWait_isStoppedAtOnce();

private:
    Result<ItGlueAccount> look(const ItGlueLimits &limits = impatient())
    {
        const QString address = m_server->url().toString();
        const ItGlueJobOptions options{.limits = limits,
                                       .isCancelled = [this] { return m_isCancelled.load(); }};
        const QFuture<Result<ItGlueAccount>> future = inWorkerThread(
            Priority::Foreground, [=] { return lookAtItGlue(address, SecretString(u"ITG.1"_s), options); });
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
            return fail(ErrorCode::TimedOut, u"It did not end."_s);
        return future.result();
    }

    std::unique_ptr<RawServer> m_server;
    QList<QByteArray> m_answers; ///< then empty pages
    std::atomic<bool> m_isCancelled = false;
};

void ItGlueReadingTest::aCall_carriesTheKeyAndThePage()
{
    QVERIFY(look());
    const RawRequest &request = m_server->requests().constFirst();
    QCOMPARE(request.method, "GET"_ba);
    QCOMPARE(request.target, "/organizations?page[size]=1&page[number]=1&sort=id"_ba);
    QCOMPARE(request.headers.value("x-api-key"_ba), "ITG.1"_ba);
    QCOMPARE(m_server->requests().constLast().target,
             "/organization_types?page[size]=1000&page[number]=1&sort=id"_ba);
}

void ItGlueReadingTest::aRefusedKey_isASignInThatFailed_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("403 as a page") << rawAnswer(403, "<html>Forbidden}", "text/html");
    QTest::newRow("401") << rawAnswer(401, R"({"errors":[{"status":401,"title":"Unauthorized"}]})");
    QTest::newRow("of what stands before it") << rawAnswer(403, R"({"message":"Forbidden"})");
}

void ItGlueReadingTest::aRefusedKey_isASignInThatFailed()
{
    QFETCH(QByteArray, answer);
    m_answers = {answer};
    const Result<ItGlueAccount> account = look();
    QVERIFY(!account);
    QCOMPARE(account.error().code, ErrorCode::SignInFailed);
    QVERIFY(account.error().message.contains(u"region"_s));
    QVERIFY(!account.error().message.contains(u"ITG.1"_s));
    QCOMPARE(m_server->requests().size(), 1);
}

void ItGlueReadingTest::whatPasses_isTriedAgain_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("500") << rawAnswer(500, R"({"errors":[{"status":500}]})");
    QTest::newRow("502 as a page") << rawAnswer(502, "<html>Bad Gateway}", "text/html");
    QTest::newRow("cut off") << "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"data\":["_ba;
    QTest::newRow("no answer") << "HTT"_ba;
}

void ItGlueReadingTest::whatPasses_isTriedAgain()
{
    QFETCH(QByteArray, answer);
    m_answers = {answer, answer};
    const Result<ItGlueAccount> account = look();
    QVERIFY2(account, account ? "" : qPrintable(account.error().message));
    QCOMPARE(account->counts.value(AssetKind::Organization), 3);
}

void ItGlueReadingTest::whatStays_isTold_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("server fault") << rawAnswer(500, "{}") << ErrorCode::ServerFault;
    QTest::newRow("no such list") << rawAnswer(404, "{}") << ErrorCode::NotFound;
    QTest::newRow("refused") << rawAnswer(422, R"({"errors":[{"title":"no"}]})") << ErrorCode::Rejected;
    QTest::newRow("a sign-in page") << rawAnswer(200, "<html>Sign in}", "text/html") << ErrorCode::BadAnswer;
    QTest::newRow("leads elsewhere") << rawAnswer(200,
                                                  R"({"data":[],"links":{"next":"https://evil.example/"}})")
                                     << ErrorCode::BadAnswer;
    QTest::newRow("never ends") << rawAnswer(
        200, R"({"data":[{"id":"1","attributes":{}}],"meta":{"next-page":1}})")
                                << ErrorCode::BadAnswer;
}

void ItGlueReadingTest::whatStays_isTold()
{
    QFETCH(QByteArray, answer);
    QFETCH(ErrorCode, code);
    m_answers = QList<QByteArray>(10, answer);
    const Result<ItGlueAccount> account = look();
    QVERIFY(!account);
    QCOMPARE(account.error().code, code);
    QVERIFY(!account.error().message.isEmpty());
}

void ItGlueReadingTest::tooManyCalls_areWaitedFor()
{
    m_answers = {rawAnswer(429, "{}", "application/json", {"Retry-After: 1"}),
                 rawAnswer(429, "{}", "application/json", {"Retry-After: 1"})};
    QElapsedTimer timer;
    timer.start();
    QVERIFY(look());
    QVERIFY(timer.elapsed() >= 1900);
}

void ItGlueReadingTest::endlessTooMany_endsAtLast()
{
    ItGlueLimits limits = impatient();
    limits.throttledTries = 1;
    m_answers = QList<QByteArray>(10, rawAnswer(429, "{}", "application/json", {"Retry-After: 1"}));
    const Result<ItGlueAccount> account = look(limits);
    QVERIFY(!account);
    QCOMPARE(account.error().code, ErrorCode::RateLimited);
    QCOMPARE(m_server->requests().size(), 2);
}

void ItGlueReadingTest::theLimit_isKept()
{
    ItGlueLimits limits = impatient();
    limits.calls = 3;
    limits.window = 2s;
    QElapsedTimer timer;
    timer.start();
    QVERIFY(look(limits));
    // Five calls: the fourth waits for the window.
    QCOMPARE(m_server->requests().size(), 5);
    QVERIFY(timer.elapsed() >= 1900);
}

void ItGlueReadingTest::aWait_isStoppedAtOnce()
{
    m_answers = {rawAnswer(429, "{}", "application/json", {"Retry-After: 600"})};
    QTimer::singleShot(300, this, [this] { m_isCancelled = true; });
    QElapsedTimer timer;
    timer.start();
    const Result<ItGlueAccount> account = look();
    QVERIFY(!account);
    QCOMPARE(account.error().code, ErrorCode::Cancelled);
    QVERIFY(timer.elapsed() < 10'000);
}

QTEST_GUILESS_MAIN(ItGlueReadingTest)
#include "tst_itgluereading.moc"
