// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include "store/database.h"
#include "store/profile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

PracticeSize some()
{
    return {.organizations = 8, .locations = 12, .contacts = 500, .configurations = 300};
}

QByteArray jsonKey(const QByteArray &key)
{
    return QJsonDocument(QJsonObject{{u"api_key"_s, QString::fromLatin1(key)}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

/** `tandemctl import itglue` and `tandemctl practice itglue`, as scripts use them (rule H5). */
class ImportItGlueTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstLineOfThePractice_isWhatTheCommandTakes();
    void H5_dryRun_thenImport_thenNothingNew();
    void H5_aWrongKey_isExitCode4();
    void wrongUsage_isExitCode1_data();
    void wrongUsage_isExitCode1();
    void H5_aKeptKey_needNotBeGivenAgain();
    void H5_killed_goesOn_andEqualsOneThatWasNot_data();
    void H5_killed_goesOn_andEqualsOneThatWasNot();
    void H5_fromTheLocalApiOfAnotherProfile();

private:
    static Ran import(CommandLine &command, const PracticeProcess &practice, const QStringList &more = {})
    {
        return command.json(
            QStringList{u"import"_s, u"itglue"_s, u"--url"_s, practice.url(), u"--secret-stdin"_s} + more,
            credentialsOf(practice));
    }
    /** Names and what else can be compared, without Tandem's own ids. */
    static QStringList records(CommandLine &command)
    {
        QStringList all;
        for (const QString &kind : {u"organization"_s, u"location"_s, u"contact"_s, u"configuration"_s}) {
            for (const QJsonObject &record : command.json({u"record"_s, u"list"_s, kind}).lines()) {
                QStringList cells{kind};
                for (const auto &field :
                     {"name"_L1, "short_name"_L1, "serial_number"_L1, "mac_address"_L1, "phone"_L1,
                      "address_1"_L1, "title"_L1, "warranty_expires_at"_L1, "notes"_L1})
                    cells.append(record.value(field).toVariant().toString());
                cells.append(QString::fromUtf8(
                    QJsonDocument(record.value("emails"_L1).toArray()).toJson(QJsonDocument::Compact)));
                cells.append(QString::fromUtf8(
                    QJsonDocument(record.value("phones"_L1).toArray()).toJson(QJsonDocument::Compact)));
                all.append(cells.join(u'|'));
            }
        }
        all.sort();
        return all;
    }
};

void ImportItGlueTest::theFirstLineOfThePractice_isWhatTheCommandTakes()
{
    PracticeProcess practice(u"itglue"_s, some());
    QCOMPARE(practice.announcement().value("platform"_L1).toString(), u"itglue"_s);
    QVERIFY(practice.url().startsWith(u"http://127.0.0.1:"_s));
    QVERIFY(practice.credentials().value("api_key"_L1).toString().startsWith(u"ITG."_s));
}

void ImportItGlueTest::H5_dryRun_thenImport_thenNothingNew()
{
    PracticeProcess practice(u"itglue"_s, some());
    CommandLine command;
    const Ran dry = import(command, practice, {u"--dry-run"_s});
    QVERIFY2(dry.code == 0, dry.all().constData());
    QVERIFY(!dry.last().contains("run"_L1));
    QVERIFY(records(command).isEmpty());

    const Ran first = import(command, practice);
    QVERIFY2(first.code == 0, first.all().constData());
    QCOMPARE(first.last().value("created"_L1), dry.last().value("created"_L1));
    QCOMPARE(first.last()["kinds"_L1]["contact"_L1]["created"_L1].toInteger(), some().contacts);
    QVERIFY(first.last().value("psa_synced"_L1).toInteger() > 0);
    QVERIFY(first.err.contains("IT Glue's own integration"));
    QVERIFY(!first.all().contains("ITG."));
    QCOMPARE(practice.writes(), 0);

    const Ran second = import(command, practice);
    QVERIFY2(second.code == 0, second.all().constData());
    QCOMPARE(second.last().value("created"_L1).toInteger(), 0);
    QCOMPARE(second.last().value("updated"_L1).toInteger(), 0);

    const QString run = QString::number(first.last().value("run"_L1).toInteger());
    const Ran undone = command.json({u"import"_s, u"undo"_s, run});
    QVERIFY2(undone.code == 0, undone.all().constData());
    QVERIFY(records(command).isEmpty());
}

void ImportItGlueTest::H5_aWrongKey_isExitCode4()
{
    PracticeProcess practice(u"itglue"_s, some());
    CommandLine command;
    const Ran ran = command.json({u"import"_s, u"itglue"_s, u"--url"_s, practice.url(), u"--secret-stdin"_s},
                                 jsonKey("ITG.wrong"));
    QCOMPARE(ran.code, 4);
    QVERIFY(!ran.all().contains("ITG.wrong"));
    QVERIFY(command.json({u"import"_s, u"list"_s}).lines().isEmpty());
}

void ImportItGlueTest::wrongUsage_isExitCode1_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    const QString url = u"http://127.0.0.1:9"_s;
    QTest::newRow("no address") << QStringList{u"--secret-stdin"_s} << 1;
    QTest::newRow("no key") << QStringList{u"--url"_s, url} << 1;
    QTest::newRow("extra word") << QStringList{u"--url"_s, url, u"--secret-stdin"_s, u"now"_s} << 1;
    QTest::newRow("unknown option") << QStringList{u"--url"_s, url, u"--secret-stdin"_s, u"--fast"_s} << 1;
    QTest::newRow("resume and kinds") << QStringList{u"--resume"_s, u"--kinds"_s, u"contact"_s} << 1;
    QTest::newRow("unknown kind") << QStringList{u"--url"_s, url, u"--secret-stdin"_s, u"--kinds"_s, u"car"_s}
                                  << 2;
    QTest::newRow("no TLS") << QStringList{u"--url"_s, u"http://api.itglue.com"_s, u"--secret-stdin"_s} << 2;
    QTest::newRow("nothing to go on with") << QStringList{u"--resume"_s, u"--secret-stdin"_s} << 2;
}

void ImportItGlueTest::wrongUsage_isExitCode1()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    CommandLine command;
    const Ran ran = command.run(QStringList{u"import"_s, u"itglue"_s} + words, jsonKey("ITG.1"));
    QVERIFY2(ran.code == code, ran.all().constData());
    QVERIFY(ran.out.isEmpty());
    QVERIFY(!ran.err.trimmed().isEmpty());
}

void ImportItGlueTest::H5_aKeptKey_needNotBeGivenAgain()
{
    PracticeProcess practice(u"itglue"_s,
                             {.organizations = 2, .locations = 2, .contacts = 2, .configurations = 2});
    CommandLine command;
    const QStringList words{u"import"_s, u"itglue"_s, u"--url"_s, practice.url()};
    const Ran first = import(command, practice, {u"--kinds"_s, u"organization"_s});
    QVERIFY2(first.code == 0, first.all().constData());
    QCOMPARE(command.json(words).code, 1);
    QCOMPARE(import(command, practice, {u"--remember"_s}).code, 0);
    QCOMPARE(command.json(words).code, 0);
    QCOMPARE(command.json(words + QStringList{u"--forget"_s}).code, 0);
    QCOMPARE(command.json(words).code, 1);
}

void ImportItGlueTest::H5_killed_goesOn_andEqualsOneThatWasNot_data()
{
    QTest::addColumn<QString>("route");
    QTest::addColumn<qint64>("records");
    QTest::newRow("before the organizations") << u"GET /organizations/{id}"_s << qint64(0);
    QTest::newRow("before the locations") << u"GET /locations"_s << qint64(0);
    QTest::newRow("before the configurations") << u"GET /configurations"_s << qint64(0);
    QTest::newRow("in the midst of writing contacts") << QString() << qint64(100);
    QTest::newRow("in the midst of writing configurations") << QString() << qint64(560);
}

void ImportItGlueTest::H5_killed_goesOn_andEqualsOneThatWasNot()
{
    QFETCH(QString, route);
    QFETCH(qint64, records);
    PracticeProcess practice(u"itglue"_s, some());
    CommandLine whole;
    const Ran uninterrupted = import(whole, practice);
    QVERIFY2(uninterrupted.code == 0, uninterrupted.all().constData());

    CommandLine command;
    command.setEnvironment(u"GLUE"_s, QString::fromUtf8(credentialsOf(practice)));
    QVERIFY(command.json({u"import"_s, u"list"_s}).lines().isEmpty()); // makes the profile
    if (!route.isEmpty())
        practice.setFault(route, u"hang"_s);
    const Result<std::unique_ptr<Database>> database =
        Database::open(databasePath(command.profile()), Database::Mode::ReadOnly);
    QVERIFY(database);
    const auto process =
        command.start({u"import"_s, u"itglue"_s, u"--url"_s, practice.url(), u"--secret-env"_s, u"GLUE"_s});
    const auto isFarEnough = [&] {
        if (process->state() == QProcess::NotRunning)
            return true;
        if (!route.isEmpty())
            return practice.firedFaults() > 0;
        const Result<QVariant> created = (*database)->value(u"SELECT created FROM import_run"_s, {});
        return created && created->toLongLong() >= records;
    };
    QVERIFY(QTest::qWaitFor(isFarEnough, 60'000));
    QCOMPARE(process->state(), QProcess::Running);
    process->kill();
    process->waitForFinished();
    practice.clearFaults();

    const Ran resumed = command.json({u"import"_s, u"itglue"_s, u"--resume"_s, u"--secret-env"_s, u"GLUE"_s});
    QVERIFY2(resumed.code == 0, resumed.all().constData());
    QVERIFY(resumed.last().value("resumed"_L1).toBool());
    for (const auto &count : {"created"_L1, "updated"_L1, "skipped"_L1, "failed"_L1})
        QCOMPARE(resumed.last().value(count), uninterrupted.last().value(count));
    QCOMPARE(ImportItGlueTest::records(command), ImportItGlueTest::records(whole));
    QCOMPARE(command.json({u"import"_s, u"list"_s}).lines().size(), 1);
    const QString run = QString::number(resumed.last().value("run"_L1).toInteger());
    QCOMPARE(command.json({u"import"_s, u"undo"_s, run}).code, 0);
    QVERIFY(ImportItGlueTest::records(command).isEmpty());
}

void ImportItGlueTest::H5_fromTheLocalApiOfAnotherProfile()
{
    PracticeProcess practice(u"itglue"_s,
                             {.organizations = 6, .locations = 9, .contacts = 20, .configurations = 30});
    CommandLine other;
    QCOMPARE(import(other, practice).code, 0);
    const QByteArray key =
        other.run({u"api"_s, u"key"_s, u"create"_s, u"Import"_s, u"--role"_s, u"lite"_s}).out.trimmed();
    const std::unique_ptr<QProcess> server = other.start({u"api"_s, u"serve"_s, u"--port"_s, u"0"_s});
    QTRY_VERIFY_WITH_TIMEOUT(server->bytesAvailable() > 0, 20'000);
    const QString address = QJsonDocument::fromJson(server->readLine()).object().value("url"_L1).toString();

    CommandLine command;
    const QStringList words{u"import"_s, u"itglue"_s, u"--url"_s, address, u"--secret-stdin"_s};
    const Ran first = command.json(words, jsonKey(key));
    QVERIFY2(first.code == 0, first.all().constData());
    QCOMPARE(records(command), records(other));
    const Ran second = command.json(words, jsonKey(key));
    QVERIFY2(second.code == 0, second.all().constData());
    QCOMPARE(second.last().value("created"_L1).toInteger(), 0);
    QCOMPARE(second.last().value("updated"_L1).toInteger(), 0);
    QCOMPARE(::kill(pid_t(server->processId()), SIGTERM), 0);
    QVERIFY(server->waitForFinished(20'000));
}

QTEST_GUILESS_MAIN(ImportItGlueTest)
#include "tst_importitglue.moc"
