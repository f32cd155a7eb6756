// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <csignal>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** `tandemctl api`: keys, and the server until SIGTERM. */
class ApiCommandTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keys_areMadeListedAndRevoked();
    void wrongUsage_isExitCode1();
    void C2_C4a_serve_pushesAndExplains();
};

void ApiCommandTest::keys_areMadeListedAndRevoked()
{
    CommandLine command;
    const Ran made =
        command.run({u"api"_s, u"key"_s, u"create"_s, u"Backup script"_s, u"--role"_s, u"creator"_s});
    QVERIFY2(made.code == 0, made.all().constData());
    QVERIFY(made.out.trimmed().startsWith("TDM."));
    const Ran twice = command.json({u"api"_s, u"key"_s, u"create"_s, u"backup script"_s});
    QCOMPARE(twice.code, 2);
    QCOMPARE(twice.error().value("field"_L1).toString(), u"name"_s);
    const Ran other = command.json({u"api"_s, u"key"_s, u"create"_s, u"Other"_s});
    QCOMPARE(other.last().value("role"_L1).toString(), u"editor"_s);
    QVERIFY(other.last().value("key"_L1).toString().startsWith(u"TDM."_s));

    const Ran list = command.json({u"api"_s, u"key"_s, u"list"_s});
    QCOMPARE(list.lines().size(), 2);
    QCOMPARE(list.lines().constFirst().value("name"_L1).toString(), u"Backup script"_s);
    QCOMPARE(list.lines().constFirst().value("role"_L1).toString(), u"creator"_s);
    QVERIFY(!list.out.contains("TDM."));
    QCOMPARE(command.run({u"api"_s, u"key"_s, u"revoke"_s, u"Backup script"_s}).code, 0);
    QCOMPARE(command.run({u"api"_s, u"key"_s, u"revoke"_s, u"Backup script"_s}).code, 2);
    QVERIFY(!command.json({u"api"_s, u"key"_s, u"list"_s}).last().value("revoked_at"_L1).isNull());
}

void ApiCommandTest::wrongUsage_isExitCode1()
{
    CommandLine command;
    for (const QStringList &words : {QStringList{u"api"_s},
                                     {u"api"_s, u"frobnicate"_s},
                                     {u"api"_s, u"key"_s},
                                     {u"api"_s, u"key"_s, u"create"_s},
                                     {u"api"_s, u"key"_s, u"revoke"_s},
                                     {u"api"_s, u"key"_s, u"create"_s, u"A"_s, u"--role"_s, u"king"_s},
                                     {u"api"_s, u"serve"_s, u"--port"_s, u"many"_s},
                                     {u"api"_s, u"serve"_s, u"--port"_s, u"70000"_s},
                                     {u"api"_s, u"serve"_s, u"now"_s}}) {
        const Ran ran = command.run(words);
        QVERIFY2(ran.code == 1, qPrintable(words.join(u' ')));
        QVERIFY(ran.out.isEmpty());
        QVERIFY(!ran.err.trimmed().isEmpty());
    }
}

void ApiCommandTest::C2_C4a_serve_pushesAndExplains()
{
    PracticeProcess practice;
    CommandLine command;
    command.connectTwoWay(practice);
    const QByteArray key = command.run({u"api"_s, u"key"_s, u"create"_s, u"Script"_s}).out.trimmed();
    const std::unique_ptr<QProcess> server = command.start({u"api"_s, u"serve"_s, u"--port"_s, u"0"_s});
    QTRY_VERIFY_WITH_TIMEOUT(server->canReadLine() || server->bytesAvailable() > 0, 20'000);
    const QString address = QJsonDocument::fromJson(server->readLine()).object().value("url"_L1).toString();
    QVERIFY(address.startsWith(u"http://127.0.0.1:"_s));

    QNetworkAccessManager network;
    int status = 0;
    const auto call = [&](const QByteArray &method, const QString &path, const QJsonObject &data = {}) {
        QNetworkRequest request(QUrl(address + path));
        request.setRawHeader("x-api-key"_ba, key);
        request.setRawHeader("Content-Type"_ba, "application/vnd.api+json"_ba);
        const QByteArray body =
            data.isEmpty() ? QByteArray() : QJsonDocument(QJsonObject{{u"data"_s, data}}).toJson();
        const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 20'000))
            return QJsonObject();
        status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        return QJsonDocument::fromJson(reply->readAll()).object();
    };
    const auto firstId = [&](const QString &path) {
        return call("GET"_ba, path)["data"_L1][0]["id"_L1].toString();
    };
    const QJsonObject configuration{
        {u"type"_s, u"configurations"_s},
        {u"attributes"_s,
         QJsonObject{{u"name"_s, u"SERVED-01"_s},
                     {u"organization-id"_s,
                      firstId(u"/organizations?sort=-id&filter[psa_integration_type]=manage"_s)},
                     {u"configuration-type-id"_s, firstId(u"/configuration_types"_s)},
                     {u"configuration-status-id"_s, firstId(u"/configuration_statuses"_s)}}}};
    call("POST"_ba, u"/configurations"_s, configuration);
    QCOMPARE(status, 201);
    QTRY_COMPARE_WITH_TIMEOUT(practice.recordsWhere(u"configuration"_s, u"name"_s, u"SERVED-01"_s).size(), 1,
                              20'000);

    const QJsonObject organization{{u"type"_s, u"organizations"_s},
                                   {u"attributes"_s, QJsonObject{{u"name"_s, u"Held Ltd"_s}}}};
    const QString held = call("POST"_ba, u"/organizations"_s, organization)["data"_L1]["id"_L1].toString();
    QCOMPARE(status, 201);
    QTRY_COMPARE_WITH_TIMEOUT(command.state(u"organization"_s, held), u"held"_s, 20'000);
    const Ran why = command.json({u"why"_s, u"organization"_s, held});
    QVERIFY2(why.out.contains("\"C4a\""), why.all().constData());

    QCOMPARE(::kill(pid_t(server->processId()), SIGTERM), 0);
    QVERIFY(server->waitForFinished(20'000));
    QCOMPARE(server->exitStatus(), QProcess::NormalExit);
    QCOMPARE(server->exitCode(), 0);
    QCOMPARE(practice.recordsWhere(u"configuration"_s, u"name"_s, u"SERVED-01"_s).size(), 1);
}

QTEST_GUILESS_MAIN(ApiCommandTest)
#include "tst_apicommand.moc"
