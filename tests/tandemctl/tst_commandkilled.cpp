// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** kill -9 at any moment: no saved edit is lost, and nothing is made twice (rules I1, I2). */
class CommandKilledTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void I2_killedInMidPush_theNextPushMakesNothingTwice_data()
    {
        QTest::addColumn<bool>("isCreate");
        QTest::addColumn<QString>("fault");
        QTest::newRow("create that arrived") << true << u"latency"_s;
        QTest::newRow("create that did not") << true << u"hang"_s;
        QTest::newRow("update that arrived") << false << u"latency"_s;
        QTest::newRow("update that did not") << false << u"hang"_s;
    }

    void I2_killedInMidPush_theNextPushMakesNothingTwice()
    {
        QFETCH(bool, isCreate);
        QFETCH(QString, fault);
        PracticeProcess practice;
        CommandLine command;
        command.connectTwoWay(practice);
        const qsizetype contacts = practice.records(u"contact"_s).size();
        const QString route =
            isCreate ? u"POST /company/contacts"_s : u"PATCH /company/configurations/{id}"_s;
        practice.resetStats();
        practice.setFault(route, fault, fault == "latency"_L1 ? QJsonValue(60'000) : QJsonValue());
        QString kind = u"configuration"_s;
        QString id;
        if (isCreate) {
            kind = u"contact"_s;
            const Ran created = command.json({u"record"_s, u"create"_s, kind, u"first_name=Once"_s,
                                              u"last_name=Only"_s, u"organization=Northgate Dental"_s});
            QVERIFY2(created.code == 0, created.all().constData());
            id = QString::number(created.last().value("id"_L1).toInteger());
        } else {
            id = command.find(kind, u"NORTHG-LT001"_s);
            command.json({u"record"_s, u"set"_s, kind, id, u"notes=kept"_s});
        }
        const auto worker = command.start({u"worker"_s});
        QTRY_COMPARE_WITH_TIMEOUT(practice.firedFaults(), 1, 20'000);
        worker->kill();
        QVERIFY(worker->waitForFinished());

        QCOMPARE(command.state(kind, id), u"pushing"_s);
        const Ran push = command.json({u"push"_s});
        QVERIFY2(push.code == 0, push.all().constData());
        QCOMPARE(command.state(kind, id), u"synced"_s);
        const bool hasArrived = fault == "latency"_L1;
        QCOMPARE(practice.calls(route), hasArrived ? 1 : 2);
        QCOMPARE(practice.records(u"contact"_s).size(), contacts + (isCreate ? 1 : 0));
        if (isCreate)
            QCOMPARE(practice.recordsWhere(u"contact"_s, u"lastName"_s, u"Only"_s).size(), 1);
        else
            QCOMPARE(practice.record(kind, u"1"_s).value("notes"_L1).toString(), u"kept"_s);
    }

    void I2_killedAgainAndAgain_everythingArrivesOnce()
    {
        constexpr int records = 12;
        PracticeProcess practice({}, {u"--latency"_s, u"15"_s});
        CommandLine command;
        command.connectTwoWay(practice);
        for (int i = 0; i < records; ++i) {
            const Ran created =
                command.json({u"record"_s, u"create"_s, u"contact"_s, u"first_name=Kill %1"_s.arg(i),
                              u"last_name=Only"_s, u"organization=Northgate Dental"_s});
            QVERIFY2(created.code == 0, created.all().constData());
        }
        for (int round = 0; round < 6; ++round) {
            const int before = practice.calls(u"*"_s);
            const auto worker = command.start({u"push"_s});
            // Further on each time, and never at the same place of a push.
            const auto isFarEnough = [&] {
                return practice.calls(u"*"_s) >= before + 3 + 2 * round
                    || worker->state() == QProcess::NotRunning;
            };
            QVERIFY(QTest::qWaitFor(isFarEnough, 20'000));
            worker->kill();
            worker->waitForFinished();
        }
        const Ran push = command.json({u"push"_s});
        QVERIFY2(push.code == 0, push.all().constData());
        QSet<QString> names;
        const QJsonArray made = practice.recordsWhere(u"contact"_s, u"lastName"_s, u"Only"_s);
        for (const QJsonValue &each : made)
            names.insert(each["firstName"_L1].toString());
        QCOMPARE(made.size(), records);
        QCOMPARE(names.size(), records);
        QCOMPARE(command
                     .json({u"record"_s, u"list"_s, u"contact"_s, u"--where"_s, u"last_name=Only"_s,
                            u"--state"_s, u"synced"_s})
                     .lines()
                     .size(),
                 records);
    }

    void F1_pushAllKilledAgainAndAgain_endsAsIfItHadNotBeen()
    {
        const auto identities = [](PracticeProcess &practice) {
            QStringList lines;
            for (const QString &kind : {u"organization"_s, u"location"_s, u"contact"_s, u"configuration"_s}) {
                for (const QJsonValue &each : practice.records(kind)) {
                    const QString name = each["name"_L1].toString() + u' ' + each["firstName"_L1].toString()
                        + u' ' + each["lastName"_L1].toString();
                    lines.append(
                        QString(kind + u' ' + name + u" of "_s + each["company"_L1]["name"_L1].toString()));
                }
            }
            lines.sort();
            return lines;
        };
        const auto prepare = [](CommandLine &command, PracticeProcess &from, PracticeProcess &to) {
            command.connectTwoWay(from, u"Old"_s);
            const Ran added = command.json({u"integration"_s, u"add"_s, u"connectwise"_s, u"--name"_s,
                                            u"New"_s, u"--url"_s, to.url(), u"--secret-stdin"_s},
                                           credentialsOf(to));
            QVERIFY2(added.code == 0, added.all().constData());
            QCOMPARE(command.json({u"integration"_s, u"settings"_s, u"New"_s, u"two_way=true"_s}).code, 0);
        };
        const QStringList confirm{u"push-all"_s, u"New"_s, u"--confirm"_s, u"New"_s};
        const QStringList resume{u"push-all"_s, u"New"_s, u"--resume"_s};
        const PracticeSize many{.organizations = 5, .locations = 7, .contacts = 15, .configurations = 20};
        PracticeProcess from(many);
        QStringList whole;
        {
            PracticeProcess to;
            CommandLine command;
            prepare(command, from, to);
            const Ran pushed = command.json(confirm);
            QVERIFY2(pushed.code == 0, pushed.all().constData());
            whole = identities(to);
        }
        PracticeProcess to({}, {u"--latency"_s, u"15"_s});
        CommandLine command;
        prepare(command, from, to);
        for (int round = 0; round < 8; ++round) {
            const int before = to.calls(u"*"_s);
            // The first is killed in its preview, which is then made anew.
            const bool isStarted = round > 1;
            const auto process = command.start(isStarted ? resume : confirm);
            const int steps = round == 0 ? 2 : 25 + 9 * round;
            const auto isFarEnough = [&] {
                return to.calls(u"*"_s) >= before + steps || process->state() == QProcess::NotRunning;
            };
            QVERIFY(QTest::qWaitFor(isFarEnough, 20'000));
            process->kill();
            process->waitForFinished();
        }
        Ran pushed = command.json(resume);
        QVERIFY2(pushed.code == 0, pushed.all().constData());
        QCOMPARE(identities(to), whole);
    }

    void I1_killedWhileSaving_whatWasAnsweredIsThere()
    {
        PracticeProcess practice;
        CommandLine command;
        command.connectTwoWay(practice);
        const QString laptop = command.find(u"configuration"_s, u"NORTHG-LT001"_s);
        for (int i = 0; i < 5; ++i) {
            const QString notes = u"notes=number %1"_s.arg(i);
            const auto process = command.start({u"record"_s, u"set"_s, u"configuration"_s, laptop, notes});
            // The answer is the promise; after it nothing may take the edit away.
            QVERIFY(process->waitForReadyRead(20'000));
            process->kill();
            process->waitForFinished();
            const QJsonObject record = command.record(u"configuration"_s, laptop);
            QCOMPARE(record.value("notes"_L1).toString(), u"number %1"_s.arg(i));
            QCOMPARE(record.value("sync"_L1)[0]["state"_L1].toString(), u"pending"_s);
        }
        QCOMPARE(command.json({u"push"_s}).code, 0);
        QCOMPARE(practice.record(u"configuration"_s, u"1"_s).value("notes"_L1).toString(), u"number 4"_s);
    }
};

QTEST_GUILESS_MAIN(CommandKilledTest)
#include "tst_commandkilled.moc"
