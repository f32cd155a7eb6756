// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <memory>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** What is wrong before anything happens: usage (1), bad input (2), unusable databases (6). */
class CommandUsageTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_practice = std::make_unique<PracticeProcess>();
        m_command = std::make_unique<CommandLine>();
        m_command->connectTwoWay(*m_practice);
    }

    void cleanupTestCase()
    {
        m_command.reset();
        m_practice.reset();
    }

    void wrongUsage_isExitCode1_data()
    {
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *words) {
            QTest::newRow(words) << QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
        };
        row("");
        row("frobnicate");
        row("record");
        row("record frobnicate");
        row("record list");
        row("record list gadget");
        row("record list configuration --frobnicate");
        row("record list configuration --limit many");
        row("record list configuration --state shiny");
        row("record list configuration --where name");
        row("record get configuration");
        row("record get configuration one");
        row("record get gadget 1");
        row("record get configuration 1 --frobnicate");
        row("record set configuration 1");
        row("record set organization 1 name");
        row("record create");
        row("record create gadget name=x");
        row("record history");
        row("why");
        row("why gadget 1");
        row("why organization 1 --frobnicate");
        row("integration");
        row("integration frobnicate");
        row("integration show");
        row("integration list --frobnicate");
        row("integration show Main --frobnicate");
        row("integration settings Main two_way");
        row("integration add connectwise");
        row("integration add frobnicator --name N --url http://127.0.0.1:1 --secret-stdin");
        row("integration add connectwise --name N --url http://127.0.0.1:1");
        row("sync --frobnicate");
        row("sync Main Second");
        row("push --frobnicate");
        row("log --since yesterday");
        row("log --frobnicate");
        row("status --frobnicate");
        row("doctor --frobnicate");
        row("worker --frobnicate");
        row("--data");
        row("--database postgresql://nowhere/tandem status");
        row("practice");
        row("practice frobnicator");
        row("practice connectwise --port many");
        row("practice connectwise --frobnicate");
    }

    void wrongUsage_isExitCode1()
    {
        QFETCH(QStringList, words);
        const bool isPractice = words.value(0) == "practice"_L1;
        const bool isWholeLine = words.value(0).startsWith(u"--"_s);
        const Ran ran = isPractice || isWholeLine ? m_command->bare(words) : m_command->run(words);
        QVERIFY2(ran.code == 1, ran.all().constData());
        QVERIFY2(!ran.err.trimmed().isEmpty(), "nothing is said about it");
        QVERIFY2(ran.out.isEmpty(), ran.out.constData());
        if (isPractice || words.isEmpty())
            return;
        const Ran json =
            isWholeLine ? m_command->bare(QStringList{u"--json"_s} + words) : m_command->json(words);
        QCOMPARE(json.code, 1);
        QCOMPARE(json.error().value("code"_L1).toString(), u"usage"_s);
        QVERIFY(!json.error().value("message"_L1).toString().isEmpty());
    }

    void helpAndVersion_areExitCode0()
    {
        const Ran help = m_command->bare({u"--help"_s});
        QCOMPARE(help.code, 0);
        for (const char *word : {"practice", "integration", "record", "why", "sync", "push", "log", "status",
                                 "worker", "doctor"})
            QVERIFY2(help.all().contains(word), word);
        const Ran version = m_command->bare({u"--json"_s, u"--version"_s});
        QCOMPARE(version.code, 0);
        QVERIFY(!version.last().value("version"_L1).toString().isEmpty());
    }

    void badInput_isExitCode2AndChangesNothing_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *words, const char *code, const char *field = "") {
            QTest::newRow(words) << QString::fromLatin1(words).split(u' ') << QString::fromLatin1(code)
                                 << QString::fromLatin1(field);
        };
        row("record create configuration colour=red", "bad_input", "colour");
        row("record create organization short_name=X", "bad_input", "name");
        row("record create contact first_name=X organization=Nobody", "bad_input", "organization");
        row("record create contact first_name=X organization=4711", "bad_input", "organization");
        row("record create configuration name=X organization=1 configuration_type=Teapot", "bad_input",
            "configuration_type");
        row("record create configuration name=X organization=1 configuration_type=Laptop purchased_at=soon",
            "bad_input", "purchased_at");
        row("record create contact first_name=X organization=1 emails=a@b.example", "bad_input", "emails");
        row("record set organization 1 colour=red", "bad_input", "colour");
        row("record set organization 1 name=", "bad_input", "name");
        row("record set organization 4711 name=X", "not_found");
        row("record get configuration 4711", "not_found");
        row("record get contact 1", "not_found");
        row("record list configuration --where colour=red", "bad_input", "colour");
        row("record history configuration 4711", "not_found");
        row("record sync configuration 4711", "not_found");
        row("record delete organization 1", "not_allowed");
        row("why configuration 4711", "not_found");
        row("integration show Nobody", "not_found");
        row("integration settings Nobody two_way=true", "not_found");
        row("integration settings Main frobnicate=1", "bad_input", "frobnicate");
        row("integration settings Main interval=0", "bad_input", "interval");
        row("integration settings Main interval=often", "bad_input", "interval");
        row("integration settings Main two_way=maybe", "bad_input", "two_way");
        row("integration settings Main conflict=both", "bad_input", "conflict");
        row("integration settings Main email_type=Pigeon", "bad_input", "email_type");
        row("integration settings Main configuration_types=Teapot", "bad_input", "configuration_types");
        row("integration settings Main two_way=false configuration_types=Teapot", "bad_input",
            "configuration_types");
        row("integration disconnect Nobody", "not_found");
        row("sync Nobody", "not_found");
        row("push Nobody", "not_found");
        row("log Nobody", "not_found");
        row("log --record configuration/4711", "not_found");
        row("log --export /dev/null/nowhere/log.json", "bad_input");
        row("integration add connectwise --name New --url http://127.0.0.1:1 --secret-env NO_SUCH_VARIABLE",
            "bad_input");
    }

    void badInput_isExitCode2AndChangesNothing()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, code);
        QFETCH(QString, field);
        const QByteArray before = everything();
        const Ran ran = m_command->json(words);
        QVERIFY2(ran.code == 2, ran.all().constData());
        QCOMPARE(ran.error().value("code"_L1).toString(), code);
        QVERIFY(!ran.error().value("message"_L1).toString().isEmpty());
        for (const char *member : {"field", "http_status", "request_id"})
            QVERIFY2(ran.error().contains(QLatin1StringView(member)), member);
        QCOMPARE(ran.error().value("field"_L1).toString(), field);
        QVERIFY(!ran.err.trimmed().isEmpty());
        QCOMPARE(everything(), before);
    }

    void badCredentials_areExitCode2_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("public_key=x");
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("a number for a key") << QByteArray(R"({"company_id":1})");
    }

    void badCredentials_areExitCode2()
    {
        QFETCH(QByteArray, input);
        const Ran ran = m_command->json({u"integration"_s, u"add"_s, u"connectwise"_s, u"--name"_s, u"New"_s,
                                         u"--url"_s, m_practice->url(), u"--secret-stdin"_s},
                                        input);
        QVERIFY2(ran.code == 2, ran.all().constData());
        QCOMPARE(ran.error().value("code"_L1).toString(), u"bad_input"_s);
    }

    void anUnusableDatabase_isExitCode6WithWords_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("code");
        QTest::newRow("a folder that cannot be made") << u"folder"_s << u"database_unusable"_s;
        QTest::newRow("not a database") << u"garbage"_s << u"database_unusable"_s;
        QTest::newRow("a database of another program") << u"foreign"_s << u"database_unusable"_s;
        QTest::newRow("made by a newer Tandem") << u"newer"_s << u"database_newer"_s;
        QTest::newRow("a folder in its place") << u"directory"_s << u"database_unusable"_s;
    }

    void anUnusableDatabase_isExitCode6WithWords()
    {
        QFETCH(QString, what);
        QFETCH(QString, code);
        QTemporaryDir folder;
        QString path = folder.filePath(u"tandem.db"_s);
        if (what == "folder"_L1) {
            path = u"/dev/null/nowhere/tandem.db"_s;
        } else if (what == "garbage"_L1) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(8192, 'x'));
        } else if (what == "directory"_L1) {
            QVERIFY(QDir().mkpath(path));
        } else {
            if (what == "newer"_L1)
                QCOMPARE(m_command->bare({u"--database"_s, path, u"status"_s}).code, 0);
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"spoil"_s);
            database.setDatabaseName(path);
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(what == "newer"_L1 ? u"PRAGMA user_version = 99"_s
                                                  : u"CREATE TABLE theirs (a)"_s));
            query.clear();
            database.close();
            database = {};
            QSqlDatabase::removeDatabase(u"spoil"_s);
        }
        for (const char *command :
             {"status", "record list contact", "sync", "push", "integration list", "log"}) {
            const Ran ran = m_command->bare(QStringList{u"--database"_s, path, u"--json"_s}
                                            + QString::fromLatin1(command).split(u' '));
            QVERIFY2(ran.code == 6, ran.all().constData());
            QCOMPARE(ran.error().value("code"_L1).toString(), code);
            QVERIFY2(ran.err.size() > 20, ran.err.constData());
        }
        const Ran doctor = m_command->bare({u"--database"_s, path, u"--json"_s, u"doctor"_s});
        QVERIFY2(doctor.code == 6, doctor.all().constData());
    }

private:
    QByteArray everything()
    {
        QByteArray all;
        for (const char *kind : {"organization", "location", "contact", "configuration"})
            all += m_command->json({u"record"_s, u"list"_s, QString::fromLatin1(kind)}).out;
        return all + m_command->json({u"integration"_s, u"settings"_s, u"Main"_s}).out
            + m_command->json({u"integration"_s, u"list"_s}).out;
    }

    std::unique_ptr<PracticeProcess> m_practice;
    std::unique_ptr<CommandLine> m_command;
};

QTEST_GUILESS_MAIN(CommandUsageTest)
#include "tst_commandusage.moc"
