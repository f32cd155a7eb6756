// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** What the commands do and answer, in the shapes that scripts rely on. */
class CommandsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void practice_tellsWhereItIs()
    {
        PracticeProcess practice;
        const QJsonObject line = practice.announcement();
        QCOMPARE(sorted(line), (QStringList{u"credentials"_s, u"platform"_s, u"url"_s}));
        QCOMPARE(line.value("platform"_L1).toString(), u"connectwise"_s);
        QCOMPARE(sorted(practice.credentials()),
                 (QStringList{u"client_id"_s, u"company_id"_s, u"private_key"_s, u"public_key"_s}));
        QCOMPARE(sorted(practice.stats()),
                 (QStringList{u"calls_last_hour"_s, u"creates"_s, u"max_concurrent"_s, u"requests"_s,
                              u"writes"_s}));
    }

    void practice_endsOnASignalAndKeepsItsState()
    {
        QTemporaryDir folder;
        const QStringList state{u"--state"_s, folder.filePath(u"state"_s)};
        PracticeProcess practice({}, state);
        practice.update(u"configuration"_s, u"1"_s, {{u"notes"_s, u"kept"_s}});
        practice.stop();
        practice.start();
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(), u"kept"_s);
        CommandLine command;
        for (const int signal : {SIGTERM, SIGINT}) {
            const auto process = command.start({u"practice"_s});
            process->waitForFinished();
            QProcess server;
            server.start(QStringLiteral(TANDEMCTL), {u"practice"_s, u"connectwise"_s, u"--empty"_s});
            QVERIFY(server.waitForReadyRead());
            QCOMPARE(::kill(pid_t(server.processId()), signal), 0);
            QVERIFY(server.waitForFinished());
            QCOMPARE(server.exitStatus(), QProcess::NormalExit);
            QCOMPARE(server.exitCode(), 0);
        }
    }

    void integration_ofAutotask_asksForItsOwnSettings()
    {
        PracticeProcess practice({}, {}, Platform::Autotask);
        CommandLine command;
        const Ran added = command.json({u"integration"_s, u"add"_s, u"autotask"_s, u"--name"_s, u"AT"_s, u"--url"_s,
                                        practice.url(), u"--secret-stdin"_s},
                                       credentialsOf(practice));
        QVERIFY2(added.code == 0, added.all().constData());
        QCOMPARE(added.last().value("platform"_L1).toString(), u"autotask"_s);

        const QStringList change{u"integration"_s, u"settings"_s, u"AT"_s};
        const Ran changed = command.json(change
                                         + QStringList{u"account_manager=kim chen"_s, u"default_phone=555 0100"_s,
                                                       u"fallback_product=HP EliteBook 840 G10"_s,
                                                       u"classifications-=Gold"_s});
        QVERIFY2(changed.code == 0, changed.all().constData());
        const QJsonObject settings = changed.last();
        QCOMPARE(settings.value("account_manager"_L1).toString(), u"Kim Chen"_s);
        QCOMPARE(settings.value("default_phone"_L1).toString(), u"555 0100"_s);
        QCOMPARE(settings.value("fallback_product"_L1).toString(), u"HP EliteBook 840 G10"_s);
        QCOMPARE(settings.value("billing_code"_L1).toString(), QString());
        QVERIFY(!settings.value("classifications"_L1).toArray().contains(u"Gold"_s));
        QCOMPARE(settings.value("classifications"_L1).toArray().size(), 4);

        const QList<QPair<QString, QString>> wrong{{u"account_manager"_s, u"Nobody"_s},
                                                   {u"billing_code"_s, u"Nothing"_s},
                                                   {u"default_phone"_s, u"reception"_s},
                                                   {u"classifications"_s, u"Rust"_s}};
        for (const auto &[key, value] : wrong) {
            const Ran refused = command.json(change + QStringList{QString(key + u'=' + value)});
            QCOMPARE(refused.code, 2);
            QCOMPARE(refused.error().value("field"_L1).toString(), key);
        }
        const QJsonObject after = command.json(change).last();
        QCOMPARE(after, settings);
        // What it has instead is listed, although it was searched for something else.
        const Ran refused = command.json(change + QStringList{u"billing_code=Nothing"_s});
        QVERIFY2(refused.error().value("message"_L1).toString().contains(u"Hardware"_s), refused.all().constData());
    }

    void integration_fields()
    {
        PracticeProcess practice;
        CommandLine command;
        const Ran connected = command.json({u"integration"_s, u"add"_s, u"connectwise"_s, u"--name"_s, u"Main"_s, u"--url"_s,
                                            practice.url(), u"--secret-stdin"_s},
                                           credentialsOf(practice));
        QVERIFY2(connected.code == 0, connected.all().constData());
        const QStringList fields {u"integration"_s, u"fields"_s, u"Main"_s};
        const QStringList ofConfigurations = fields + QStringList {u"--kind"_s, u"configuration"_s};
        const Ran before = command.json(ofConfigurations);
        QVERIFY2(before.code == 0, before.all().constData());
        QVERIFY(before.lines().size() > 10);
        QCOMPARE(before.lines().constFirst().value("field"_L1).toString(), u"name"_s);
        QCOMPARE(before.lines().constFirst().value("direction"_L1).toString(), u"both"_s);
        QCOMPARE(before.lines().constFirst().value("normal"_L1).toString(), u"text"_s);

        const Ran offered
            = command.json(fields + QStringList {u"offered"_s, u"--kind"_s, u"configuration"_s});
        QCOMPARE(offered.lines().size(), 2);
        QCOMPARE(offered.last().value("title"_L1).toString(), u"Rack Position"_s);
        QCOMPARE(offered.last().value("type"_L1).toString(), u"text"_s);

        const QStringList add = fields + QStringList {u"add"_s, u"--kind"_s, u"configuration"_s, u"--remote"_s};
        const Ran added
            = command.json(add + QStringList {u"Rack Position"_s, u"--label"_s, u"Rack"_s, u"--direction"_s, u"in"_s});
        QVERIFY2(added.code == 0, added.all().constData());
        const QString field = added.last().value("field"_L1).toString();
        QVERIFY(field.startsWith(u"custom_"_s));
        QCOMPARE(added.last().value("label"_L1).toString(), u"Rack"_s);
        QCOMPARE(added.last().value("direction"_L1).toString(), u"in"_s);
        QCOMPARE(command.json(ofConfigurations).last(), added.last());
        const Ran again = command.json(add + QStringList {u"32"_s});
        QCOMPARE(again.code, 2);
        QCOMPARE(again.error().value("field"_L1).toString(), u"remote"_s);
        QCOMPARE(command.json(add + QStringList {u"31"_s, u"--direction"_s, u"up"_s}).code, 2);
        QCOMPARE(command.json(fields + QStringList {u"add"_s}).code, 1);

        QCOMPARE(command.json({u"sync"_s, u"Main"_s}).code, 0);
        const Ran got = command.json({u"record"_s, u"list"_s, u"configuration"_s, u"--limit"_s, u"1"_s});
        QVERIFY2(got.last().contains(field), got.all().constData());

        QCOMPARE(command.json(fields + QStringList {u"remove"_s, u"rack"_s}).code, 0);
        QCOMPARE(command.json(fields + QStringList {u"remove"_s, u"rack"_s}).code, 2);
        QCOMPARE(command.json(ofConfigurations).lines().size(), before.lines().size());
    }

    void integration_addOfAutotask_needsNoAddress()
    {
        CommandLine command;
        const QStringList words{u"integration"_s, u"add"_s, u"autotask"_s, u"--name"_s, u"AT"_s};
        const Ran run = command.json(words + QStringList{u"--secret-stdin"_s}, "{}");
        // It gets as far as the credentials, which are missing; another platform wants its address first.
        QVERIFY2(run.code != 1, run.all().constData());
        QCOMPARE(command.json({u"integration"_s, u"add"_s, u"connectwise"_s, u"--name"_s, u"CW"_s}).code, 1);
    }

    void integration_commands()
    {
        PracticeProcess practice;
        CommandLine command;
        const QStringList add{u"integration"_s, u"add"_s,   u"connectwise"_s, u"--name"_s,
                              u"Main"_s,        u"--url"_s, practice.url()};
        const Ran added = command.json(add + QStringList{u"--secret-stdin"_s, u"--set"_s, u"interval=60"_s},
                                       credentialsOf(practice));
        QVERIFY2(added.code == 0, added.all().constData());
        QCOMPARE(added.last().value("name"_L1).toString(), u"Main"_s);
        QCOMPARE(added.last().value("platform"_L1).toString(), u"connectwise"_s);
        QCOMPARE(added.lines().size(), 1);

        const Ran again = command.json(add + QStringList{u"--secret-stdin"_s}, credentialsOf(practice));
        QCOMPARE(again.code, 2);
        QCOMPARE(again.error().value("field"_L1).toString(), u"name"_s);

        const Ran list = command.json({u"integration"_s, u"list"_s});
        QCOMPARE(list.code, 0);
        QCOMPARE(list.lines().size(), 1);
        for (const char *member :
             {"name", "platform", "url", "state", "last_sync", "next_sync", "pending", "errors"})
            QVERIFY2(list.last().contains(QLatin1StringView(member)), member);
        QCOMPARE(list.last().value("state"_L1).toString(), u"not_synced_yet"_s);
        QVERIFY(list.last().value("last_sync"_L1).isNull());
        QCOMPARE(command.json({u"integration"_s, u"show"_s, u"main"_s}).last(), list.last());

        const QJsonObject settings = command.json({u"integration"_s, u"settings"_s, u"Main"_s}).last();
        QCOMPARE(settings.value("two_way"_L1), QJsonValue(false));
        QCOMPARE(settings.value("contacts"_L1), QJsonValue(true));
        QCOMPARE(settings.value("interval"_L1).toInt(), 60);
        QVERIFY(settings.value("organization_types"_L1).toArray().contains(u"Customer"_s));
        const Ran changed = command.json({u"integration"_s, u"settings"_s, u"Main"_s, u"two_way=true"_s,
                                          u"email_type=work"_s, u"phone_type=Direct"_s, u"conflict=tandem"_s,
                                          u"interval=30"_s, u"organization_types=Customer,Partner"_s});
        QVERIFY2(changed.code == 0, changed.all().constData());
        QCOMPARE(changed.last().value("two_way"_L1), QJsonValue(true));
        QCOMPARE(changed.last().value("email_type"_L1).toString(), u"Work"_s);
        QCOMPARE(changed.last().value("conflict"_L1).toString(), u"tandem"_s);
        QCOMPARE(changed.last().value("organization_types"_L1).toArray(),
                 (QJsonArray{u"Customer"_s, u"Partner"_s}));

        const Ran types = command.json({u"integration"_s, u"types"_s, u"Main"_s});
        QCOMPARE(types.code, 0);
        QSet<QString> lists;
        for (const QJsonObject &line : types.lines()) {
            for (const char *member : {"list", "id", "name", "sync"})
                QVERIFY2(line.contains(QLatin1StringView(member)), member);
            lists.insert(line.value("list"_L1).toString());
            if (line.value("list"_L1).toString() == "organization_type"_L1) {
                const QString name = line.value("name"_L1).toString();
                QCOMPARE(line.value("sync"_L1).toBool(), name == "Customer"_L1 || name == "Partner"_L1);
            }
        }
        for (const char *name :
             {"organization_type", "organization_status", "configuration_type", "configuration_status",
              "contact_type", "email_type", "phone_type", "manufacturer"})
            QVERIFY2(lists.contains(QString::fromLatin1(name)), name);

        QCOMPARE(command.json({u"integration"_s, u"test"_s, u"Main"_s}).code, 0);
        QCOMPARE(command.json({u"integration"_s, u"pause"_s, u"Main"_s}).code, 0);
        QCOMPARE(command.json({u"integration"_s, u"show"_s, u"Main"_s}).last().value("state"_L1).toString(),
                 u"paused"_s);
        QCOMPARE(command.json({u"integration"_s, u"resume"_s, u"Main"_s}).code, 0);
        QCOMPARE(command.json({u"integration"_s, u"disconnect"_s, u"Main"_s}).code, 0);
        QVERIFY(command.json({u"integration"_s, u"list"_s}).lines().isEmpty());
        QCOMPARE(command.json({u"integration"_s, u"show"_s, u"Main"_s}).code, 2);
    }

    void signInAndConnection_haveTheirOwnExitCodes()
    {
        PracticeProcess practice;
        CommandLine command;
        QByteArray wrong = credentialsOf(practice);
        wrong.replace(practice.credentials().value("private_key"_L1).toString().toUtf8(), "wrongwrong");
        const QStringList add{u"integration"_s,    u"add"_s,  u"connectwise"_s, u"--name"_s, u"Main"_s,
                              u"--secret-stdin"_s, u"--url"_s};
        const Ran refused = command.json(add + QStringList{practice.url()}, wrong);
        QVERIFY2(refused.code == 4, refused.all().constData());
        QCOMPARE(refused.error().value("code"_L1).toString(), u"sign_in_failed"_s);
        QCOMPARE(refused.error().value("http_status"_L1).toInt(), 401);
        const Ran nobody = command.json(add + QStringList{u"http://127.0.0.1:1"_s}, wrong);
        QVERIFY2(nobody.code == 5, nobody.all().constData());
        QCOMPARE(nobody.error().value("code"_L1).toString(), u"unreachable"_s);
        QVERIFY(command.json({u"integration"_s, u"list"_s}).lines().isEmpty());

        command.connectTwoWay(practice);
        practice.setFault(u"GET /company/companies/types"_s, u"expired_token"_s, {}, 0);
        for (const char *words : {"sync", "integration test Main", "doctor"}) {
            const Ran ran = command.json(QString::fromLatin1(words).split(u' '));
            QVERIFY2(ran.code == 4, ran.all().constData());
        }
        practice.stop();
        for (const char *words : {"sync Main", "integration test Main", "doctor"}) {
            const Ran ran = command.json(QString::fromLatin1(words).split(u' '));
            QVERIFY2(ran.code == 5, ran.all().constData());
        }
        command.json({u"record"_s, u"set"_s, u"organization"_s,
                      command.find(u"organization"_s, u"Northgate Dental"_s), u"short_name=X"_s});
        const Ran push = command.json({u"push"_s});
        QVERIFY2(push.code == 5, push.all().constData());
    }

    void record_commands()
    {
        PracticeProcess practice({.organizations = 2, .locations = 2, .contacts = 2, .configurations = 6});
        CommandLine command;
        command.connectTwoWay(practice);
        const QString laptop = command.find(u"configuration"_s, u"NORTHG-LT001"_s);

        const QJsonObject got = command.record(u"configuration"_s, laptop);
        QCOMPARE(got.value("kind"_L1).toString(), u"configuration"_s);
        QCOMPARE(got.value("id"_L1).toInteger(), laptop.toLongLong());
        QCOMPARE(got.value("name"_L1).toString(), u"NORTHG-LT001"_s);
        QCOMPARE(got.value("source"_L1).toString(), u"psa"_s);
        for (const char *field :
             {"organization", "configuration_type", "configuration_status", "serial_number", "primary_ip",
              "mac_address", "notes", "installed_at", "hostname"})
            QVERIFY2(got.contains(QLatin1StringView(field)), field);
        const QJsonArray sync = got.value("sync"_L1).toArray();
        QCOMPARE(sync.size(), 1);
        QCOMPARE(sorted(sync.first().toObject()),
                 (QStringList{u"integration"_s, u"message"_s, u"pending"_s, u"platform"_s, u"remote_id"_s,
                              u"retry_at"_s, u"state"_s}));
        QCOMPARE(sync.first()["state"_L1].toString(), u"synced"_s);
        QCOMPARE(sync.first()["remote_id"_L1].toString(), u"1"_s);
        QVERIFY(sync.first()["retry_at"_L1].isNull());

        const Ran set =
            command.json({u"record"_s, u"set"_s, u"configuration"_s, laptop, u"notes=from a script"_s,
                          u"manufacturer=Dell"_s, u"model=R740"_s, u"location=Main"_s});
        QVERIFY2(set.code == 0, set.all().constData());
        QCOMPARE(set.last().value("notes"_L1).toString(), u"from a script"_s);
        QCOMPARE(set.last().value("manufacturer"_L1).toString(), u"Dell"_s);
        QCOMPARE(set.last().value("model"_L1).toString(), u"R740"_s);
        const QJsonValue pending = set.last().value("sync"_L1).toArray().first();
        QCOMPARE(pending["state"_L1].toString(), u"pending"_s);
        QVERIFY(pending["pending"_L1].toArray().contains(u"notes"_s));
        const Ran push = command.json({u"push"_s});
        QVERIFY2(push.code == 0, push.all().constData());
        QCOMPARE(sorted(push.last()), (QStringList{u"done"_s, u"failed"_s, u"held"_s, u"seconds"_s}));
        QCOMPARE(push.last().value("done"_L1).toInt(), 1);
        QCOMPARE(command.state(u"configuration"_s, laptop), u"synced"_s);
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(),
                 u"from a script"_s);

        const QString organization = command.find(u"organization"_s, u"Northgate Dental"_s);
        const Ran created = command.json(
            {u"record"_s, u"create"_s, u"contact"_s, u"first_name=Jo"_s, u"last_name=Doe"_s,
             u"organization=Northgate Dental"_s,
             u"emails=[{\"value\":\"jo@a.example\",\"label\":\"Work\",\"primary\":true}]"_s,
             u"phones=[{\"value\":\"555 0100\",\"label\":\"Direct\",\"extension\":\"7\",\"primary\":true}]"_s});
        QVERIFY2(created.code == 0, created.all().constData());
        QCOMPARE(created.last().value("source"_L1).toString(), u"manual"_s);
        QCOMPARE(created.last().value("organization"_L1).toInteger(), organization.toLongLong());
        QCOMPARE(created.last().value("emails"_L1).toArray().size(), 1);
        QCOMPARE(command.json({u"push"_s, u"Main"_s}).code, 0);
        QCOMPARE(practice.recordsWhere(u"contact"_s, u"lastName"_s, u"Doe"_s).size(), 1);

        // A field is blanked by giving nothing.
        QCOMPARE(command.json({u"record"_s, u"set"_s, u"configuration"_s, laptop, u"notes="_s})
                     .last()
                     .value("notes"_L1),
                 QJsonValue(QJsonValue::Null));
        QCOMPARE(command.json({u"push"_s}).code, 0);

        const QList<QJsonObject> all = command.json({u"record"_s, u"list"_s, u"configuration"_s}).lines();
        QCOMPARE(all.size(), 6);
        const Ran page = command.json({u"record"_s, u"list"_s, u"configuration"_s, u"--limit"_s, u"2"_s,
                                       u"--after"_s, QString::number(all.at(1).value("id"_L1).toInteger())});
        QCOMPARE(page.lines(), all.mid(2, 2));
        const Ran where =
            command.json({u"record"_s, u"list"_s, u"configuration"_s, u"--where"_s,
                          u"configuration_type=Laptop"_s, u"--where"_s, u"organization=Northgate Dental"_s});
        QVERIFY(where.lines().size() >= 1);
        QCOMPARE(command.json({u"record"_s, u"list"_s, u"configuration"_s, u"--state"_s, u"synced"_s})
                     .lines()
                     .size(),
                 6);
        QCOMPARE(command.json({u"record"_s, u"list"_s, u"configuration"_s, u"--state"_s, u"error"_s})
                     .lines()
                     .size(),
                 0);

        const QList<QJsonObject> history =
            command.json({u"record"_s, u"history"_s, u"configuration"_s, laptop}).lines();
        QVERIFY(history.size() >= 4);
        bool isPushed = false;
        for (const QJsonObject &event : history)
            isPushed = isPushed
                || (event.value("event"_L1).toString() == "pushed"_L1
                    && event.value("person"_L1).toString() == "ann"_L1);
        QVERIFY(isPushed);

        practice.update(u"configuration"_s, u"1"_s, {{u"notes"_s, u"there"_s}});
        QCOMPARE(command.json({u"record"_s, u"sync"_s, u"configuration"_s, laptop})
                     .last()
                     .value("notes"_L1)
                     .toString(),
                 u"there"_s);
        QCOMPARE(command.json({u"record"_s, u"delete"_s, u"configuration"_s, laptop}).code, 2);
        QCOMPARE(command.json({u"record"_s, u"disable"_s, u"configuration"_s, laptop}).code, 0);
        QCOMPARE(command.state(u"configuration"_s, laptop), u"disabled"_s);
        QCOMPARE(command.json({u"record"_s, u"enable"_s, u"configuration"_s, laptop}).code, 0);
        QCOMPARE(command.state(u"configuration"_s, laptop), u"synced"_s);
        QCOMPARE(command.json({u"record"_s, u"disable"_s, u"configuration"_s, laptop}).code, 0);
        const Ran removed = command.json({u"record"_s, u"delete"_s, u"configuration"_s, laptop});
        QVERIFY2(removed.code == 0, removed.all().constData());
        QCOMPARE(practice.records(u"configuration"_s).size(), 6);
    }

    void B5_andB6_onTheCommandLine()
    {
        PracticeProcess practice;
        CommandLine command;
        command.connectTwoWay(practice);
        command.json({u"integration"_s, u"settings"_s, u"Main"_s, u"two_way=false"_s});
        const QString laptop = command.find(u"configuration"_s, u"NORTHG-LT001"_s);
        const Ran refused = command.json({u"record"_s, u"set"_s, u"configuration"_s, laptop, u"notes=x"_s});
        QCOMPARE(refused.code, 2);
        QCOMPARE(refused.error().value("code"_L1).toString(), u"not_allowed"_s);
        QCOMPARE(refused.error().value("field"_L1).toString(), u"notes"_s);
        const Ran created = command.json({u"record"_s, u"create"_s, u"organization"_s, u"name=Acme"_s});
        QCOMPARE(created.last()["sync"_L1][0]["state"_L1].toString(), u"not_syncing"_s);
        command.json({u"integration"_s, u"settings"_s, u"Main"_s, u"two_way=true"_s});
        const QJsonValue sync =
            command.record(u"organization"_s, command.find(u"organization"_s, u"Acme"_s)).value("sync"_L1)[0];
        QCOMPARE(sync["state"_L1].toString(), u"not_yet_pushed"_s);
        QCOMPARE(sync["message"_L1].toString(),
                 u"Record not yet pushed to ConnectWise. To trigger a push, try updating the record"_s);
        QCOMPARE(command.json({u"push"_s}).code, 0);
        QCOMPARE(practice.writes(), 0);
    }

    void heldAndFailed_areExitCode3_andWhySaysWhy()
    {
        PracticeProcess practice;
        CommandLine command;
        command.connectTwoWay(practice);
        const QString laptop = command.find(u"configuration"_s, u"NORTHG-LT001"_s);
        const QString organization = command.find(u"organization"_s, u"Northgate Dental"_s);
        QCOMPARE(
            command.json({u"why"_s, u"configuration"_s, laptop}).last().value("gates"_L1).toArray().size(),
            0);
        command.json({u"integration"_s, u"settings"_s, u"Main"_s, u"configuration_types-=Laptop"_s});
        command.json({u"record"_s, u"set"_s, u"configuration"_s, laptop, u"notes=held"_s});
        command.json(
            {u"record"_s, u"set"_s, u"organization"_s, organization, u"short_name=MAPLEPEDIATRICS"_s});
        const Ran push = command.json({u"push"_s});
        QVERIFY2(push.code == 3, push.all().constData());
        QCOMPARE(push.lines().size(), 3);
        QCOMPARE(push.last().value("held"_L1).toInt(), 1);
        QCOMPARE(push.last().value("failed"_L1).toInt(), 1);
        for (const QJsonObject &line : push.lines().mid(0, 2)) {
            const bool isHeld = line.value("kind"_L1).toString() == "configuration"_L1;
            QCOMPARE(line.value("state"_L1).toString(), isHeld ? u"held"_s : u"error"_s);
            QCOMPARE(line.value("id"_L1).toInteger(), (isHeld ? laptop : organization).toLongLong());
            QVERIFY(!line.value("message"_L1).toString().isEmpty());
        }
        const Ran why = command.json({u"why"_s, u"configuration"_s, laptop});
        QCOMPARE(why.code, 0);
        QCOMPARE(sorted(why.last()), (QStringList{u"gates"_s, u"id"_s, u"integration"_s, u"kind"_s}));
        const QJsonArray gates = why.last().value("gates"_L1).toArray();
        QCOMPARE(gates.size(), 1);
        QCOMPARE(gates.first()["rule"_L1].toString(), u"C4a"_s);
        QVERIFY(!gates.first()["reason"_L1].toString().isEmpty());
        // The remedy that is a whole command works as it is given.
        QStringList remedy;
        for (const QJsonValue &each : gates.first()["remedies"_L1].toArray()) {
            QVERIFY(!each["text"_L1].toString().isEmpty());
            if (each["command"_L1][0].toString() == "integration"_L1)
                remedy = each["command"_L1].toVariant().toStringList();
        }
        QVERIFY(!remedy.isEmpty());
        const Ran cured = command.json(remedy);
        QVERIFY2(cured.code == 0, cured.all().constData());
        command.json({u"record"_s, u"set"_s, u"organization"_s, organization, u"short_name=FREE"_s});
        QCOMPARE(command.json({u"push"_s}).code, 0);
        QCOMPARE(command.state(u"configuration"_s, laptop), u"synced"_s);
    }

    void aPushThatWaitsForARetry_isExitCode3()
    {
        PracticeProcess practice;
        CommandLine command;
        command.connectTwoWay(practice);
        const QString laptop = command.find(u"configuration"_s, u"NORTHG-LT001"_s);
        practice.setFault(u"GET /company/configurations/{id}"_s, u"status"_s, 503, 0);
        command.json({u"record"_s, u"set"_s, u"configuration"_s, laptop, u"notes=later"_s});
        const Ran push = command.json({u"push"_s});
        QVERIFY2(push.code == 3, push.all().constData());
        QCOMPARE(push.lines().constFirst().value("state"_L1).toString(), u"retrying"_s);
        const QJsonValue sync = command.record(u"configuration"_s, laptop).value("sync"_L1)[0];
        QCOMPARE(sync["state"_L1].toString(), u"retrying"_s);
        QVERIFY(!sync["retry_at"_L1].toString().isEmpty());
    }

    void status_log_doctor()
    {
        PracticeProcess practice;
        CommandLine command;
        const Ran empty = command.json({u"status"_s});
        QCOMPARE(empty.code, 0);
        QCOMPARE(empty.last().value("integrations"_L1).toArray().size(), 0);
        command.connectTwoWay(practice);
        const QString laptop = command.find(u"configuration"_s, u"NORTHG-LT001"_s);
        command.json({u"record"_s, u"set"_s, u"configuration"_s, laptop, u"notes=x"_s});
        const Ran status = command.json({u"status"_s});
        QCOMPARE(status.code, 0);
        QCOMPARE(status.lines().size(), 1);
        const QJsonObject integration = status.last().value("integrations"_L1).toArray().first().toObject();
        for (const char *member :
             {"name", "platform", "state", "last_sync", "next_sync", "pending", "errors"})
            QVERIFY2(integration.contains(QLatin1StringView(member)), member);
        QCOMPARE(integration.value("pending"_L1).toInt(), 1);
        QCOMPARE(integration.value("state"_L1).toString(), u"up_to_date"_s);
        const QJsonObject machines = status.last().value("records"_L1)["configuration"_L1].toObject();
        QCOMPARE(machines.value("total"_L1).toInt(), 2);
        QCOMPARE(machines.value("synced"_L1).toInt(), 1);
        QCOMPARE(machines.value("pending"_L1).toInt(), 1);
        command.json({u"push"_s});

        const Ran log = command.json({u"log"_s, u"Main"_s});
        QCOMPARE(log.code, 0);
        QVERIFY(log.lines().size() >= 3);
        for (const QJsonObject &line : log.lines()) {
            for (const char *member : {"at", "event", "result", "integration", "message", "request_id"})
                QVERIFY2(line.contains(QLatin1StringView(member)), member);
        }
        const Ran ofRecord = command.json({u"log"_s, u"--record"_s, u"configuration/"_s + laptop});
        QCOMPARE(ofRecord.lines().size(), 2);
        QCOMPARE(command.json({u"log"_s, u"--since"_s, u"2199-01-01T00:00:00Z"_s}).lines().size(), 0);
        QTemporaryDir folder;
        const QString file = folder.filePath(u"log.json"_s);
        QCOMPARE(command.json({u"log"_s, u"--export"_s, file}).code, 0);
        QFile exported(file);
        QVERIFY(exported.open(QIODevice::ReadOnly));
        const QByteArrayList lines = exported.readAll().trimmed().split('\n');
        QVERIFY(lines.size() >= log.lines().size());
        QVERIFY(QJsonDocument::fromJson(lines.constFirst()).object().contains("message"_L1));
        const QString table = folder.filePath(u"log.csv"_s);
        const Ran written = command.json({u"log"_s, u"--export"_s, table});
        QCOMPARE(written.last().value("events"_L1).toInteger(), qint64(lines.size()));
        QFile csv(table);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QCOMPARE(csv.readAll().trimmed().count('\n'), lines.size());

        const Ran doctor = command.json({u"doctor"_s});
        QVERIFY2(doctor.code == 0, doctor.all().constData());
        QSet<QString> checks;
        for (const QJsonObject &line : doctor.lines()) {
            QVERIFY(line.value("ok"_L1).toBool());
            QVERIFY(!line.value("message"_L1).toString().isEmpty());
            checks.insert(line.value("check"_L1).toString());
        }
        for (const char *check : {"database", "credentials", "tls", "clock", "integration Main"})
            QVERIFY2(checks.contains(QString::fromLatin1(check)), check);
    }

    void conflicts_areListedDecidedAndTakenBack()
    {
        PracticeProcess practice;
        CommandLine command;
        command.connectTwoWay(practice);
        QCOMPARE(command.json({u"integration"_s, u"settings"_s, u"Main"_s, u"conflict=ask"_s}).code, 0);
        const QString laptop = command.find(u"configuration"_s, u"NORTHG-LT001"_s);
        const QStringList record {u"configuration"_s, laptop};
        QVERIFY(command.json({u"conflicts"_s}).lines().isEmpty());
        command.json(QStringList {u"record"_s, u"set"_s} + record + QStringList {u"notes=ours"_s});
        practice.update(u"configuration"_s, u"1"_s, {{u"notes"_s, u"theirs"_s}});
        command.json({u"sync"_s});
        const Ran conflicts = command.json({u"conflicts"_s, u"Main"_s});
        QCOMPARE(conflicts.lines().size(), 1);
        QCOMPARE(conflicts.last().value("field"_L1).toString(), u"notes"_s);
        QCOMPARE(conflicts.last().value("psa"_L1).toString(), u"theirs"_s);
        QCOMPARE(conflicts.last().value("tandem"_L1).toString(), u"ours"_s);
        QVERIFY(!conflicts.last().value("tandem_by"_L1).toString().isEmpty());

        const QStringList decide = QStringList {u"decide"_s} + record;
        QCOMPARE(command.json(decide + QStringList {u"hostname=psa"_s}).code, 2);
        QCOMPARE(command.json(decide + QStringList {u"nobody"_s}).code, 1);
        QCOMPARE(command.json(decide + QStringList {u"notes=psa"_s}).code, 0);
        QVERIFY(command.json({u"conflicts"_s}).lines().isEmpty());
        QCOMPARE(command.json(decide + QStringList {u"psa"_s}).code, 2);
        command.json({u"push"_s});
        QCOMPARE(command.record(u"configuration"_s, laptop).value("notes"_L1).toString(), u"theirs"_s);
        QCOMPARE(command.state(u"configuration"_s, laptop), u"synced"_s);

        QCOMPARE(command.json(QStringList {u"reapply"_s} + record + QStringList {u"hostname"_s}).code, 2);
        QCOMPARE(command.json(QStringList {u"reapply"_s} + record + QStringList {u"notes"_s}).code, 0);
        command.json({u"push"_s});
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(), u"ours"_s);
    }

    void record_disconnectAndReconnect()
    {
        PracticeProcess practice;
        CommandLine command;
        command.connectTwoWay(practice);
        const QString laptop = command.find(u"configuration"_s, u"NORTHG-LT001"_s);
        QCOMPARE(command.json({u"record"_s, u"disconnect"_s, u"configuration"_s, laptop}).code, 0);
        QCOMPARE(command.state(u"configuration"_s, laptop), u"disconnected"_s);
        QCOMPARE(command.json({u"record"_s, u"reconnect"_s, u"configuration"_s, laptop}).code, 0);
        QCOMPARE(command.state(u"configuration"_s, laptop), u"synced"_s);
    }

    void doctor_repairsADamagedDatabase()
    {
        PracticeProcess practice;
        CommandLine command;
        command.connectTwoWay(practice);
        const QString laptop = command.find(u"configuration"_s, u"NORTHG-LT001"_s);
        command.json({u"record"_s, u"set"_s, u"configuration"_s, laptop, u"notes=not lost"_s});
        const QString path = command.profile() + u"/tandem.sqlite"_s;
        QVERIFY(QFile::exists(path));
        {
            // The page with the ticks of statuses is overwritten, as by a failing disk.
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            static const QRegularExpression tick(u"organization_status[^a-z]{0,8}Active"_s);
            const qsizetype place = tick.match(QString::fromLatin1(file.readAll())).capturedStart();
            QVERIFY(place > 0);
            QVERIFY(file.seek(place / 4096 * 4096));
            QCOMPARE(file.write(QByteArray(4096, '\x5a')), 4096);
        }
        const Ran sick = command.json({u"doctor"_s});
        QCOMPARE(sick.code, 6);
        QVERIFY2(sick.all().contains("doctor --repair"), sick.all().constData());
        const Ran repaired = command.json({u"doctor"_s, u"--repair"_s});
        QVERIFY2(repaired.code == 0 || repaired.code == 3, repaired.all().constData());
        QVERIFY(QFile::exists(repaired.last().value("damaged_file"_L1).toString()));
        QCOMPARE(command.json({u"doctor"_s}).code, 0);
        // It waits for a look at its Sync Settings, since a tick may be among what was lost.
        QCOMPARE(repaired.last().value("paused"_L1).toArray(), QJsonArray {u"Main"_s});
        command.json({u"integration"_s, u"resume"_s, u"Main"_s});
        command.json({u"sync"_s, u"--full"_s});
        command.json({u"integration"_s, u"settings"_s, u"Main"_s, u"two_way=true"_s, u"organization_statuses=Active"_s});
        command.json({u"sync"_s, u"--full"_s});
        command.json({u"push"_s});
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(), u"not lost"_s);
    }

    void withoutJson_thereIsTextForPeople()
    {
        PracticeProcess practice;
        CommandLine command;
        command.connectTwoWay(practice);
        for (const char *words :
             {"status", "integration list", "record list configuration", "log", "doctor", "sync", "push"}) {
            const Ran ran = command.run(QString::fromLatin1(words).split(u' '));
            QVERIFY2(ran.code == 0, ran.all().constData());
            QVERIFY2(!ran.out.trimmed().isEmpty(), words);
            QVERIFY2(!ran.out.startsWith('{'), words);
        }
    }

    void foreignText_cannotSteerATerminal()
    {
        PracticeProcess practice;
        practice.update(u"configuration"_s, u"1"_s, {{u"name"_s, u"evil\u001b]0;title\u0007 name"_s}});
        CommandLine command;
        command.connectTwoWay(practice);
        const Ran ran = command.run({u"record"_s, u"list"_s, u"configuration"_s});
        QVERIFY(ran.out.contains("evil"));
        QVERIFY(!ran.out.contains('\x1b'));
        QVERIFY(!ran.out.contains('\x07'));
    }

    void I4_secretsAreNowhere()
    {
        PracticeProcess practice;
        CommandLine command;
        command.setEnvironment(u"QT_LOGGING_RULES"_s, u"*.debug=true"_s);
        const QJsonObject credentials = practice.credentials();
        command.setEnvironment(u"MY_KEYS"_s, QString::fromUtf8(credentialsOf(practice)));
        QByteArray said;
        const auto run = [&](const QStringList &words) {
            const Ran ran = command.json(words);
            said += ran.out + ran.err;
            return ran.code;
        };
        QCOMPARE(run({u"integration"_s, u"add"_s, u"connectwise"_s, u"--name"_s, u"Main"_s, u"--url"_s,
                      practice.url(), u"--secret-env"_s, u"MY_KEYS"_s}),
                 0);
        QCOMPARE(run({u"integration"_s, u"settings"_s, u"Main"_s, u"two_way=true"_s}), 0);
        for (const char *words : {"sync", "integration show Main", "integration settings Main",
                                  "integration test Main", "status", "log", "doctor", "record list contact"})
            QCOMPARE(run(QString::fromLatin1(words).split(u' ')), 0);
        practice.setFault(u"GET /company/companies/types"_s, u"expired_token"_s, {}, 0);
        QCOMPARE(run({u"sync"_s}), 4);
        practice.setFault(u"*"_s, u"html"_s, {}, 0);
        QCOMPARE(run({u"sync"_s}), 5);
        QVERIFY(!said.isEmpty());
        const QByteArray privateKey = credentials.value("private_key"_L1).toString().toUtf8();
        const QByteArray publicKey = credentials.value("public_key"_L1).toString().toUtf8();
        const QByteArray basic = (credentials.value("company_id"_L1).toString() + u'+'
                                  + QString::fromUtf8(publicKey) + u':' + QString::fromUtf8(privateKey))
                                     .toUtf8()
                                     .toBase64();
        for (const QByteArray &secret : {privateKey, basic}) {
            QVERIFY2(!said.contains(secret), "a secret was printed");
            QDirIterator files(command.profile(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            int count = 0;
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY2(!file.readAll().contains(secret), qPrintable(file.fileName()));
                ++count;
            }
            QVERIFY(count >= 2);
        }
        const QFile vault(command.profile() + u"/credentials.vault"_s);
        QVERIFY(vault.exists());
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
            | QFileDevice::WriteOther;
        QVERIFY(!(vault.permissions() & others));
        QVERIFY(!(QFile(command.profile() + u"/credentials.vault.key"_s).permissions() & others));
    }

    void worker_syncsAndPushesUntilItIsTold()
    {
        PracticeProcess practice;
        CommandLine command;
        command.connectTwoWay(practice);
        const QString laptop = command.find(u"configuration"_s, u"NORTHG-LT001"_s);
        const auto worker = command.start({u"worker"_s});
        QVERIFY(QTest::qWaitFor(
            [&] { return worker->bytesAvailable() > 0 || !worker->readAllStandardError().isEmpty(); },
            10'000));
        // An edit that another process saves is pushed by the worker; syncing is its business alone.
        const Ran set =
            command.json({u"record"_s, u"set"_s, u"configuration"_s, laptop, u"notes=through the worker"_s});
        QVERIFY2(set.code == 0, set.all().constData());
        QTRY_COMPARE_WITH_TIMEOUT(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(),
                                  u"through the worker"_s, 10'000);
        const Ran sync = command.json({u"sync"_s});
        QVERIFY2(sync.code == 2, sync.all().constData());
        QCOMPARE(sync.error().value("code"_L1).toString(), u"not_allowed"_s);
        worker->terminate();
        QVERIFY(worker->waitForFinished(10'000));
        QCOMPARE(worker->exitStatus(), QProcess::NormalExit);
        QCOMPARE(worker->exitCode(), 0);
        QCOMPARE(command.json({u"sync"_s}).code, 0);
        QCOMPARE(command.state(u"configuration"_s, laptop), u"synced"_s);
    }

    void pushAll_previewsConfirmsAndAsksAgain()
    {
        PracticeProcess from({.organizations = 4, .locations = 4, .contacts = 6, .configurations = 8});
        PracticeProcess to;
        CommandLine command;
        command.connectTwoWay(from, u"Old"_s);
        QCOMPARE(command
                     .json({u"integration"_s, u"add"_s, u"connectwise"_s, u"--name"_s, u"New"_s, u"--url"_s,
                            to.url(), u"--secret-stdin"_s},
                           credentialsOf(to))
                     .code,
                 0);
        const QStringList all{u"push-all"_s, u"New"_s};
        // Two-way sync is off, so everything is held and listed.
        QCOMPARE(command.json(all + QStringList{u"--dry-run"_s}).code, 3);
        QCOMPARE(command.json({u"integration"_s, u"settings"_s, u"New"_s, u"two_way=true"_s}).code, 0);
        to.resetStats();

        const Ran planned = command.json(all + QStringList{u"--dry-run"_s});
        QVERIFY2(planned.code == 0, planned.all().constData());
        const QJsonObject counts = planned.last();
        QCOMPARE(counts.value("create"_L1).toInt() + counts.value("link"_L1).toInt(), 22);
        QVERIFY(counts.value("link"_L1).toInt() > 0);
        QCOMPARE(counts.value("found"_L1)["organization"_L1].toInt(), 2);
        QList<QJsonObject> rows = planned.lines();
        rows.removeLast();
        QCOMPARE(rows.size(), 22);
        QCOMPARE(sorted(rows.constFirst()),
                 (QStringList{u"action"_s, u"gates"_s, u"id"_s, u"kind"_s, u"name"_s, u"organization"_s,
                              u"remote_id"_s}));
        QCOMPARE(rows.constFirst().value("kind"_L1).toString(), u"organization"_s); // rule F2
        const Ran csv =
            command.run(all + QStringList{u"--dry-run"_s, u"--kinds"_s, u"contact,configuration"_s});
        QCOMPARE(csv.out.count("\nContact,") + csv.out.count("\nConfiguration,"), 14);
        QVERIFY(csv.out.startsWith("Kind,Record,Name,Organization,Action"));
        QCOMPARE(to.writes(), 0);

        QCOMPARE(command.json(all).code, 1);
        QCOMPARE(command.json(all + QStringList{u"--dry-run"_s, u"--kinds"_s, u"ticket"_s}).code, 1);
        const Ran wrong = command.json(all + QStringList{u"--confirm"_s, u"Old"_s});
        QCOMPARE(wrong.code, 2);
        QCOMPARE(wrong.error().value("field"_L1).toString(), u"name"_s);
        QCOMPARE(command.json(all + QStringList{u"--resume"_s}).code, 2);
        QCOMPARE(to.writes(), 0);

        const QStringList confirm = all + QStringList{u"--confirm"_s, u"New"_s};
        const Ran pushed = command.json(confirm);
        QVERIFY2(pushed.code == 0, pushed.all().constData());
        QCOMPARE(pushed.last().value("done"_L1).toInt(), 22);
        QCOMPARE(to.records(u"configuration"_s).size(), 8);
        QCOMPARE(command.json({u"push-all"_s, u"New"_s, u"--resume"_s}).code, 0);
        // Rule F3: what the first did is said, and asked again.
        const int writes = to.writes();
        const Ran again = command.json(confirm);
        QCOMPARE(again.code, 2);
        QVERIFY(!again.error().value("message"_L1).toString().isEmpty());
        QCOMPARE(command.json(confirm + QStringList{u"--again"_s}).code, 0);
        QCOMPARE(to.writes(), writes);
    }

private:
    static QStringList sorted(const QJsonObject &object)
    {
        QStringList keys = object.keys();
        keys.sort();
        return keys;
    }
};

QTEST_GUILESS_MAIN(CommandsTest)
#include "tst_commands.moc"
