// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiclient.h"

#include "store/apikeystore.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** Who gets in, and what is turned away before anything is read or written. */
class ApiAccessTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_client = std::make_unique<ApiClient>();
    }

    void cleanup()
    {
        m_client.reset();
    }

    void keys_areShownOnceAndKeptAsHashes();
    void wrongKeys_are403();
    void revokedKeys_areRefusedAtOnce();
    void keys_haveNames();
    void lastUse_isNoted();
    void roles_decide_data();
    void roles_decide();
    void tooManyCalls_are429UntilTheWindowPasses();
    void otherHosts_areRefused_data();
    void otherHosts_areRefused();
    void bothLoopbackAddresses_answer();
    void noPageInABrowser_getsIn();
    void unknownRoutes_are404_data();
    void unknownRoutes_are404();
    void wrongContentType_is415();
    void oversizedBodies_are413();
    void brokenHttp_endsTheConnectionAndNothingElse_data();
    void brokenHttp_endsTheConnectionAndNothingElse();
    void manyRequestsOnOneConnection_areAnsweredInOrder();
    void clientsThatLeave_disturbNobody();
    void stopping_answersWhatIsUnderWay();
    void aTakenPort_isTold();

private:
    std::unique_ptr<ApiClient> m_client;
};

void ApiAccessTest::keys_areShownOnceAndKeptAsHashes()
{
    const QByteArray key = m_client->useKey(u"Backup script"_s, Role::Editor);
    QVERIFY(key.startsWith("TDM."));
    QCOMPARE(key.size(), 4 + 43); // 256 bits
    QCOMPARE(m_client->get(u"/organizations"_s).status, 200);
    QStringList hashes;
    const Result<void> read =
        m_client->fixture.database().read(u"SELECT hash FROM api_key"_s, {}, [&](const SqlStatement &row) {
            hashes.append(row.value(0).toString());
        });
    QVERIFY(read);
    QCOMPARE(hashes.size(), 2);
    for (const QString &hash : hashes)
        QCOMPARE(hash.size(), 64);
    // Nowhere in the database's files, as it is or decoded.
    const QByteArray bytes = QByteArray::fromBase64(key.mid(4), QByteArray::Base64UrlEncoding);
    for (const QString &ending : {u""_s, u"-wal"_s}) {
        QFile file(m_client->fixture.databasePath() + ending);
        if (!file.exists())
            continue;
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        QVERIFY(!all.contains(key.mid(4)));
        QVERIFY(!all.contains(bytes));
        QVERIFY(!all.contains(bytes.toHex()));
    }
}

void ApiAccessTest::wrongKeys_are403()
{
    for (const QByteArray &key : {""_ba, "TDM.wrong"_ba, "ITG.0123456789"_ba, QByteArray(5000, 'x')}) {
        m_client->setKey(key);
        const ApiReply reply = m_client->get(u"/organizations"_s);
        QCOMPARE(reply.status, 403);
        QCOMPARE(reply.error().value("status"_L1).toInt(), 403);
        QVERIFY(!reply.error().value("title"_L1).toString().isEmpty());
    }
    QCOMPARE(m_client->bare("GET"_ba, u"/organizations"_s, {}).status, 403);
}

void ApiAccessTest::revokedKeys_areRefusedAtOnce()
{
    QCOMPARE(m_client->get(u"/organizations"_s).status, 200);
    QVERIFY(m_client->fixture.wait(m_client->fixture.engine().revokeApiKey(m_client->keyId())));
    QCOMPARE(m_client->get(u"/organizations"_s).status, 403);
    const Result<void> again =
        m_client->fixture.wait(m_client->fixture.engine().revokeApiKey(m_client->keyId()));
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::NotFound);
    // Its name is free again.
    m_client->useKey(u"Tests"_s, Role::Lite);
    QCOMPARE(m_client->get(u"/organizations"_s).status, 200);
}

void ApiAccessTest::keys_haveNames()
{
    for (const QString &name : {u""_s, u"  "_s, u"tests"_s, QString(101, u'x')}) {
        const Result<NewApiKey> made =
            m_client->fixture.wait(m_client->fixture.engine().createApiKey(name, Role::Lite, u"Ann"_s));
        QVERIFY2(!made, qPrintable(name));
        QCOMPARE(made.error().code, ErrorCode::BadInput);
        QCOMPARE(made.error().field, u"name"_s);
    }
}

void ApiAccessTest::lastUse_isNoted()
{
    const auto lastUse = [this] {
        const Result<QList<ApiKey>> keys = ApiKeyStore(m_client->fixture.database()).all();
        return keys && !keys->isEmpty() ? keys->constFirst().lastUsedAt : QDateTime();
    };
    QVERIFY(!lastUse().isValid());
    QCOMPARE(m_client->get(u"/organizations"_s).status, 200);
    QTRY_VERIFY(lastUse().isValid());
    const QDateTime first = lastUse();
    m_client->fixture.clock().advance(std::chrono::seconds(61));
    QCOMPARE(m_client->get(u"/organizations"_s).status, 200);
    QTRY_VERIFY(first.secsTo(lastUse()) >= 60);
}

void ApiAccessTest::roles_decide_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<int>("create");
    QTest::addColumn<int>("update");
    QTest::addColumn<int>("remove");
    QTest::addColumn<int>("list");
    QTest::newRow("administrator") << Role::Administrator << 201 << 200 << 200 << 201;
    QTest::newRow("manager") << Role::Manager << 201 << 200 << 200 << 201;
    QTest::newRow("editor") << Role::Editor << 201 << 200 << 200 << 201;
    QTest::newRow("creator") << Role::Creator << 201 << 200 << 403 << 403;
    QTest::newRow("lite") << Role::Lite << 403 << 403 << 403 << 403;
}

void ApiAccessTest::roles_decide()
{
    QFETCH(const Role, role);
    QFETCH(const int, create);
    QFETCH(const int, update);
    QFETCH(const int, remove);
    QFETCH(const int, list);
    const RecordId id = m_client->fixture.create(AssetKind::Organization, {{u"name"_s, u"Acme"_s}});
    m_client->useKey(u"Script"_s, role);
    const QString path = u"/organizations/%1"_s.arg(id);
    QCOMPARE(m_client->get(path).status, 200);
    const ApiReply created =
        m_client->post(u"/organizations"_s, ApiClient::object(u"organizations"_s, {{u"name"_s, u"Beta"_s}}));
    QCOMPARE(created.status, create);
    if (create == 201) {
        const QList<Event> history = m_client->fixture.history(created.id().toLongLong());
        QCOMPARE(history.constFirst().person, u"API key Script"_s);
    }
    QCOMPARE(m_client->patch(path, ApiClient::object(u"organizations"_s, {{u"alert"_s, u"Look"_s}})).status,
             update);
    QCOMPARE(
        m_client->post(u"/manufacturers"_s, ApiClient::object(u"manufacturers"_s, {{u"name"_s, u"Dell"_s}}))
            .status,
        list);
    const ApiReply removed = m_client->remove(
        u"/organizations"_s, QJsonArray{ApiClient::object(u"organizations"_s, {{u"id"_s, id}})});
    QCOMPARE(removed.status, remove);
    QCOMPARE(m_client->get(path).status, remove == 200 ? 404 : 200);
    if (remove == 403)
        QVERIFY(removed.error().value("detail"_L1).toString().contains(roleTitle(role)));
}

void ApiAccessTest::tooManyCalls_are429UntilTheWindowPasses()
{
    // An unknown page counts as well, and is quick.
    for (int i = 0; i < 3000; ++i) {
        const ApiReply reply = m_client->get(u"/x"_s);
        if (reply.status != 404)
            QCOMPARE(reply.status, 404);
    }
    const ApiReply refused = m_client->get(u"/organizations"_s);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.error().value("status"_L1).toInt(), 429);
    QVERIFY(refused.header("Retry-After"_ba).toInt() > 0);
    QVERIFY(refused.header("Retry-After"_ba).toInt() <= 300);
    m_client->useKey(u"Another"_s, Role::Lite);
    QCOMPARE(m_client->get(u"/organizations"_s).status, 200);
    m_client->fixture.clock().advance(std::chrono::minutes(6));
    QCOMPARE(m_client->get(u"/organizations"_s).status, 200);
}

void ApiAccessTest::otherHosts_areRefused_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    QTest::newRow("address") << "127.0.0.1"_ba << 200;
    QTest::newRow("with a port") << "127.0.0.1:80"_ba << 200;
    QTest::newRow("localhost") << "LocalHost:7420"_ba << 200;
    QTest::newRow("IPv6") << "[::1]:7420"_ba << 200;
    QTest::newRow("a name that leads here") << "rebound.example"_ba << 403;
    QTest::newRow("begins alike") << "127.0.0.1.example"_ba << 403;
    QTest::newRow("ends alike") << "x.localhost"_ba << 403;
    QTest::newRow("another address") << "192.168.1.4"_ba << 403;
}

void ApiAccessTest::otherHosts_areRefused()
{
    QFETCH(const QByteArray, host);
    QFETCH(const int, status);
    const QByteArray key = m_client->useKey(u"Raw"_s, Role::Lite);
    const QByteArray answer = m_client->raw("GET /organizations HTTP/1.1\r\nHost: " + host
                                            + "\r\nx-api-key: " + key + "\r\nConnection: close\r\n\r\n");
    const QByteArray expected = "HTTP/1.1 " + QByteArray::number(status);
    QVERIFY2(answer.startsWith(expected), answer.constData());
}

void ApiAccessTest::bothLoopbackAddresses_answer()
{
    const int port = QUrl(m_client->address()).port();
    QTcpServer probe;
    if (!probe.listen(QHostAddress(QHostAddress::LocalHostIPv6)))
        QSKIP("this computer has no IPv6");
    probe.close();
    QTcpServer taken;
    QVERIFY(!taken.listen(QHostAddress(QHostAddress::LocalHostIPv6), quint16(port)));
    // And no other address does.
    QTcpServer outside;
    QVERIFY(!outside.listen(QHostAddress(QHostAddress::LocalHost), quint16(port)));
}

void ApiAccessTest::noPageInABrowser_getsIn()
{
    const ApiReply preflight = m_client->bare("OPTIONS"_ba, u"/organizations"_s,
                                              {{"Origin"_ba, "https://evil.example"_ba},
                                               {"Access-Control-Request-Method"_ba, "GET"_ba},
                                               {"Access-Control-Request-Headers"_ba, "x-api-key"_ba}});
    QVERIFY(preflight.status >= 400);
    for (const auto &[name, value] : preflight.headers)
        QVERIFY2(!name.toLower().startsWith("access-control"), name.constData());
}

void ApiAccessTest::unknownRoutes_are404_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *method, const char *path) {
        QTest::addRow("%s %s", method, path) << QByteArray(method) << QString::fromLatin1(path);
    };
    row("GET", "/");
    row("GET", "/passwords");
    row("GET", "/organizations/one");
    row("GET", "/organizations/-1");
    row("GET", "/organizations/999999");
    row("GET", "/organizations/1/contacts");
    row("GET", "/organizations/999999/relationships/contacts");
    row("GET", "/contacts/1/relationships/organizations");
    row("GET", "/organizations/1/relationships/manufacturers");
    row("GET", "/organizations/1/2/3/4/5/6");
    row("GET", "/..%2f..%2fetc%2fpasswd");
    row("GET", "/adapters_resources/1");
    row("POST", "/countries");
    row("POST", "/organizations/1");
    row("PATCH", "/regions/1");
    row("PATCH", "/manufacturers");
    row("DELETE", "/organizations/1");
    row("DELETE", "/manufacturers");
    row("PUT", "/organizations/1");
    row("BREW", "/organizations");
}

void ApiAccessTest::unknownRoutes_are404()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, path);
    const ApiReply reply = m_client->send(method, path, method == "GET" ? QByteArray() : "{\"data\":{}}"_ba);
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.error().value("status"_L1).toInt(), 404);
}

void ApiAccessTest::wrongContentType_is415()
{
    const QByteArray body = "{\"data\":{\"type\":\"organizations\",\"attributes\":{\"name\":\"Acme\"}}}"_ba;
    for (const QByteArray &type : {"application/json"_ba, "text/plain"_ba, "application/vnd.api"_ba})
        QCOMPARE(m_client->send("POST"_ba, u"/organizations"_s, body, type).status, 415);
    QCOMPARE(m_client->fixture.count(AssetKind::Organization), 0);
    QCOMPARE(
        m_client->send("POST"_ba, u"/organizations"_s, body, "Application/vnd.api+json; charset=utf-8"_ba)
            .status,
        201);
    QCOMPARE(m_client->fixture.count(AssetKind::Organization), 1);
}

void ApiAccessTest::oversizedBodies_are413()
{
    const QByteArray head = "POST /organizations HTTP/1.1\r\nHost: localhost\r\nx-api-key: x\r\n"_ba;
    const QByteArray large(11 * 1024 * 1024, ' ');
    const QByteArray told =
        m_client->raw(head + "Content-Length: " + QByteArray::number(large.size()) + "\r\n\r\n" + large);
    QVERIFY2(told.startsWith("HTTP/1.1 413"), told.left(200).constData());
    // And one that does not tell how much will come.
    QByteArray chunks = head + "Transfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 11; ++i)
        chunks += "100000\r\n" + QByteArray(1024 * 1024, ' ') + "\r\n";
    const QByteArray untold = m_client->raw(chunks);
    QVERIFY2(untold.startsWith("HTTP/1.1 413"), untold.left(200).constData());
    QCOMPARE(m_client->get(u"/organizations"_s).status, 200);
}

void ApiAccessTest::brokenHttp_endsTheConnectionAndNothingElse_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("not HTTP") << "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n\n"_ba;
    QTest::newRow("no version") << "GET /organizations\r\n\r\n"_ba;
    QTest::newRow("odd version") << "GET / FTP/1.1\r\n\r\n"_ba;
}

void ApiAccessTest::brokenHttp_endsTheConnectionAndNothingElse()
{
    QFETCH(const QByteArray, bytes);
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(QUrl(m_client->address()).port()));
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    socket.write(bytes);
    QCOMPARE(m_client->get(u"/organizations"_s).status, 200);
}

void ApiAccessTest::manyRequestsOnOneConnection_areAnsweredInOrder()
{
    const QByteArray key = m_client->useKey(u"Raw"_s, Role::Lite);
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(QUrl(m_client->address()).port()));
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    QByteArray answers;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answers += socket.readAll(); });
    for (int i = 1; i <= 20; ++i) {
        socket.write("GET /organizations?page[number]=" + QByteArray::number(i)
                     + " HTTP/1.1\r\nHost: localhost\r\nx-api-key: " + key
                     + (i == 20 ? "\r\nConnection: close\r\n\r\n" : "\r\n\r\n"));
        QTRY_COMPARE(answers.count("HTTP/1.1 200"), i);
    }
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    qsizetype at = 0;
    for (int i = 1; i <= 20; ++i) {
        const QByteArray page = "\"current-page\":" + QByteArray::number(i) + ',';
        at = answers.indexOf(page, at);
        QVERIFY2(at >= 0, QByteArray::number(i).constData());
    }
}

void ApiAccessTest::clientsThatLeave_disturbNobody()
{
    for (int i = 0; i < 20; ++i) {
        QNetworkReply *reply = m_client->start(
            "POST"_ba, u"/organizations"_s,
            QJsonDocument(
                QJsonObject{
                    {u"data"_s, ApiClient::object(u"organizations"_s, {{u"name"_s, u"Acme %1"_s.arg(i)}})}})
                .toJson());
        if (i % 2 == 0)
            QTRY_VERIFY(reply->isFinished() || reply->isRunning());
        reply->abort();
        reply->deleteLater();
    }
    QCOMPARE(m_client->get(u"/organizations"_s).status, 200);
}

void ApiAccessTest::stopping_answersWhatIsUnderWay()
{
    QJsonArray many;
    const RecordId organization = m_client->fixture.create(AssetKind::Organization, {{u"name"_s, u"Acme"_s}});
    for (int i = 0; i < 500; ++i)
        many.append(ApiClient::object(u"contacts"_s, {{u"first-name"_s, u"Ann %1"_s.arg(i)}}));
    QNetworkReply *reply =
        m_client->start("POST"_ba, u"/organizations/%1/relationships/contacts"_s.arg(organization),
                        QJsonDocument(QJsonObject{{u"data"_s, many}}).toJson());
    QTRY_VERIFY(m_client->fixture.count(AssetKind::Contact) > 0);
    m_client->stopServer();
    QTRY_VERIFY(reply->isFinished());
    const qint64 written = m_client->fixture.count(AssetKind::Contact);
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray body = reply->readAll();
    // Either it was done by then, or it says how far it came.
    if (status == 201) {
        QCOMPARE(written, 500);
    } else {
        QCOMPARE(status, 503);
        QVERIFY2(body.contains(QByteArray::number(written)), body.constData());
    }
    reply->deleteLater();
}

void ApiAccessTest::aTakenPort_isTold()
{
    ApiServer second(m_client->fixture.engine(),
                     {.databasePath = m_client->fixture.databasePath(),
                      .port = quint16(QUrl(m_client->address()).port())});
    const Result<QString> address = m_client->fixture.wait(second.start());
    QVERIFY(!address);
    QCOMPARE(address.error().field, u"port"_s);
    QVERIFY(address.error().message.contains(u"taken by another program"_s));
}

QTEST_GUILESS_MAIN(ApiAccessTest)
#include "tst_apiaccess.moc"
