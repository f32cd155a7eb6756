// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "core/syncstate.h"
#include "slapdserver.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray credentials(const QString &password)
{
    return QJsonDocument(
               QJsonObject{{u"user_name"_s, u"cn=admin,dc=example,dc=com"_s}, {u"password"_s, password}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

/** Directories from the command line, against OpenLDAP's own server. */
class DirectoryCommandTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!SlapdServer::isInstalled())
            QSKIP(
                "slapd, ldap-utils and openssl are not installed, so there is no LDAP server to test with.");
        m_server = std::make_unique<SlapdServer>();
        QVERIFY(m_server->load(SlapdServer::user("ann", "Ann", "Smith", "mail: ann@example.com")
                               + SlapdServer::user("bob", "Bob", "Jones", "mail: bob@example.com")));
        QVERIFY(m_server->start());
    }

    void cleanupTestCase()
    {
        m_server.reset();
    }

    void aDirectory_isAdded_triedAndImported()
    {
        CommandLine line;
        QCOMPARE(line.json({u"record"_s, u"create"_s, u"organization"_s, u"name=Acme"_s}).code, 0);
        const Ran added = line.json(add(), credentials(SlapdServer::password()));
        QVERIFY2(added.code == 0, added.all().constData());
        QCOMPARE(added.last().value("base_dn"_L1).toString(), SlapdServer::baseDn());
        QVERIFY(!added.out.contains(SlapdServer::password().toUtf8()));

        const Ran listed = line.json({u"integration"_s, u"list"_s});
        QCOMPARE(listed.last().value("platform"_L1).toString(), u"directory"_s);
        QCOMPARE(listed.last().value("state"_L1).toString(),
                 integrationStateName(IntegrationState::NotSyncedYet));
        const Ran tested = line.json({u"integration"_s, u"test"_s, u"AD"_s});
        QCOMPARE(tested.last().value("found"_L1).toInt(), 2);

        const Ran dry = line.json({u"import"_s, u"directory"_s, u"AD"_s, u"--dry-run"_s});
        QVERIFY2(dry.code == 0, dry.all().constData());
        QCOMPARE(dry.lines().size(), 3);
        QCOMPARE(dry.lines().constFirst().value("action"_L1).toString(), u"created"_s);
        QVERIFY(line.json({u"record"_s, u"list"_s, u"contact"_s}).lines().isEmpty());

        const Ran imported = line.json({u"import"_s, u"directory"_s, u"ad"_s});
        QVERIFY2(imported.code == 0, imported.all().constData());
        QCOMPARE(imported.last().value("created"_L1).toInt(), 2);
        const QJsonObject ann = line.record(u"contact"_s, line.find(u"contact"_s, u"Ann Smith"_s));
        QCOMPARE(ann.value("source"_L1).toString(), u"directory"_s);
        QCOMPARE(ann.value("emails"_L1)[0]["label"_L1].toString(), u"AD Email"_s);
        QCOMPARE(ann.value("directory"_L1)["name"_L1].toString(), u"AD"_s);
        QCOMPARE(ann.value("directory"_L1)["account"_L1].toString(), u"ann"_s);
        const Ran again = line.json({u"import"_s, u"directory"_s, u"AD"_s, u"--full"_s});
        QCOMPARE(again.last().value("unchanged"_L1).toInt(), 2);

        const QString run = QString::number(imported.last().value("run"_L1).toInt());
        QCOMPARE(line.json({u"import"_s, u"undo"_s, run}).code, 0);
        QVERIFY(line.json({u"record"_s, u"list"_s, u"contact"_s}).lines().isEmpty());
        QCOMPARE(line.json({u"integration"_s, u"disconnect"_s, u"AD"_s}).code, 0);
        QCOMPARE(line.json({u"import"_s, u"directory"_s, u"AD"_s}).code, 2);
    }

    void whatIsWrong_hasItsCode_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("field");
        const QString url = u"ldaps://127.0.0.1:%1"_s;
        QTest::newRow("password") << url << u"wrong"_s << QStringList() << 4 << QString();
        QTest::newRow("certificate") << url << SlapdServer::password() << QStringList{u"ca_file="_s} << 5
                                     << QString();
        QTest::newRow("address") << u"http://127.0.0.1:%1"_s << SlapdServer::password() << QStringList() << 2
                                 << u"url"_s;
        QTest::newRow("organization") << url << SlapdServer::password()
                                      << QStringList{u"organization=Nobody"_s} << 2 << u"organization"_s;
        QTest::newRow("base") << url << SlapdServer::password() << QStringList{u"base_dn=dc=elsewhere"_s} << 2
                              << u"base_dn"_s;
        QTest::newRow("setting") << url << SlapdServer::password() << QStringList{u"colour=red"_s} << 2
                                 << u"colour"_s;
    }

    void whatIsWrong_hasItsCode()
    {
        QFETCH(QString, url);
        QFETCH(QString, password);
        QFETCH(QStringList, more);
        CommandLine line;
        QCOMPARE(line.json({u"record"_s, u"create"_s, u"organization"_s, u"name=Acme"_s}).code, 0);
        QStringList words = add();
        words[words.indexOf(u"--url"_s) + 1] = url.arg(m_server->tlsPort());
        for (const QString &setting : more)
            words += {u"--set"_s, setting};
        const Ran added = line.json(words, credentials(password));
        QFETCH(int, code);
        QVERIFY2(added.code == code, added.all().constData());
        QTEST(added.error().value("field"_L1).toString(), "field");
        QVERIFY(line.json({u"integration"_s, u"list"_s}).lines().isEmpty());
    }

    void I4_thePasswordIsInNoFileOfTheProfile()
    {
        CommandLine line;
        QCOMPARE(line.json({u"record"_s, u"create"_s, u"organization"_s, u"name=Acme"_s}).code, 0);
        QCOMPARE(line.json(add(), credentials(SlapdServer::password())).code, 0);
        QCOMPARE(line.json({u"import"_s, u"directory"_s, u"AD"_s}).code, 0);
        for (const QFileInfo &info : QDir(line.profile()).entryInfoList(QDir::Files | QDir::Hidden)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(SlapdServer::password().toUtf8()), qPrintable(info.filePath()));
        }
    }

private:
    [[nodiscard]] QStringList add() const
    {
        return {u"integration"_s,
                u"add"_s,
                u"directory"_s,
                u"--name"_s,
                u"AD"_s,
                u"--url"_s,
                u"ldap://127.0.0.1:%1"_s.arg(m_server->port()),
                u"--set"_s,
                u"ca_file=%1"_s.arg(m_server->caFile()),
                u"--set"_s,
                u"organization=Acme"_s,
                u"--secret-stdin"_s};
    }

    std::unique_ptr<SlapdServer> m_server;
};

QTEST_GUILESS_MAIN(DirectoryCommandTest)
#include "tst_directorycommand.moc"
