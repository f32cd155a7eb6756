// SPDX-License-Identifier: GPL-3.0-or-later
// Real processes for as long as TANDEM_SOAK_MINUTES says, on each platform or the one of
// TANDEM_SOAK_PLATFORM: a worker, commands that edit, and a practice PSA in which every fault strikes at
// every fiftieth request while its people edit, too. It prints how it goes, and in the end, without faults,
// both sides must agree, nothing be there twice, no edit be lost, and the worker's memory not have grown.
#include "faults/platformworld.h"
#include "faults/worldtext.h"
#include "store/database.h"
#include "store/profile.h"
#include "tandemctl/commandline.h"

#include <QElapsedTimer>
#include <QFile>
#include <QMap>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double faultRate = 0.02;
constexpr int machines = 20;
constexpr int betweenEditsMs = 400;

QJsonArray everyFault()
{
    struct Habit {
        const char *fault;
        QJsonValue value;
    };
    const QList<Habit> habits{{"latency", 300},
                              {"status", QJsonObject{{u"status"_s, 429}, {u"retry_after"_s, 1}}},
                              {"status", 500},
                              {"status", 503},
                              {"validation", {}},
                              {"expired_token", {}},
                              {"reset_before", {}},
                              {"reset_after", {}},
                              {"hang", QJsonObject{{u"applied"_s, true}}},
                              {"truncate", {}},
                              {"bad_json", {}},
                              {"html", {}},
                              {"trickle", 500},
                              {"huge", 1},
                              {"wrong_length", {}},
                              {"foreign_link", {}},
                              {"clock_skew", 30}};
    QJsonArray rules;
    for (const Habit &habit : habits) {
        QJsonObject rule{{u"route"_s, u"*"_s},
                         {u"probability"_s, faultRate},
                         {u"fault"_s, QString::fromLatin1(habit.fault)}};
        if (!habit.value.isNull())
            rule.insert(u"value"_s, habit.value);
        rules.append(rule);
    }
    return rules;
}

/** Resident memory of a process in kB. */
qint64 residentOf(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return 0;
}

qint64 median(QList<qint64> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(values.size() / 2);
}

} // namespace

class SyncSoak final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_edits = 0;
        m_restarts = 0;
        m_organization.clear();
        m_ids.clear();
        m_notes.clear();
        m_contacts.clear();
        m_resident.clear();
    }

    void everyFaultStrikes_andNothingIsLost_data()
    {
        QTest::addColumn<Platform>("platform");
        const QString only = qEnvironmentVariable("TANDEM_SOAK_PLATFORM");
        for (const Platform platform : worldPlatforms()) {
            if (only.isEmpty() || platformName(platform) == only)
                QTest::newRow(qPrintable(platformName(platform))) << platform;
        }
    }

    void everyFaultStrikes_andNothingIsLost()
    {
        QFETCH(Platform, platform);
        const PlatformWorld &world = worldOf(platform);
        const int minutes = qEnvironmentVariableIntValue("TANDEM_SOAK_MINUTES");
        if (minutes <= 0)
            QSKIP("TANDEM_SOAK_MINUTES says how long.");
        PracticeProcess practice(
            {.organizations = 3, .locations = 4, .contacts = 10, .configurations = machines},
            {u"--seed"_s, u"7"_s}, platform);
        CommandLine command;
        command.connectTwoWay(practice);
        QVERIFY(command.json({u"integration"_s, u"settings"_s, u"Main"_s, u"interval=1"_s}).code == 0);
        std::unique_ptr<QProcess> worker = command.start({u"worker"_s});
        practice.setFaults(everyFault());
        QRandomGenerator random(7);

        std::printf("%8s %8s %8s %9s %8s %8s %9s %9s\n", "minutes", "edits", "there", "requests", "writes",
                    "waiting", "restarts", "MB");
        QElapsedTimer timer;
        timer.start();
        qint64 nextLine = 0;
        int there = 0;
        while (timer.elapsed() < minutes * qint64(60'000)) {
            editHere(command, random);
            if (QTest::currentTestFailed())
                return;
            // So many as a few people make, or the PSA's budget of calls is all that is measured.
            QTest::qWait(betweenEditsMs);
            if (random.bounded(3) == 0) {
                // A field that nobody edits here, so that no conflict hides a loss.
                practice.update(
                    u"configuration"_s, QString::number(world.firstMachineId + random.bounded(machines)),
                    {{world.quietMember, u"10.0.%1.%2"_s.arg(random.bounded(255)).arg(random.bounded(255))}});
                ++there;
            }
            if (timer.elapsed() < nextLine)
                continue;
            const QJsonObject status = command.json({u"status"_s}).last();
            const QJsonObject main = status.value("integrations"_L1)[0].toObject();
            // Wrong keys stop an account until a person has looked; this one only starts the worker again.
            if (main.value("state"_L1).toString() == "sign_in_failed"_L1
                || worker->state() == QProcess::NotRunning)
                restart(command, worker);
            const qint64 resident = residentOf(worker->processId());
            m_resident.append(resident);
            const QJsonObject stats = practice.stats();
            qint64 requests = 0;
            for (const QJsonValue &route : stats.value("requests"_L1).toArray())
                requests += route["count"_L1].toInteger();
            std::printf("%8.1f %8d %8d %9lld %8lld %8lld %9d %9.1f\n", double(timer.elapsed()) / 60'000,
                        m_edits, there, requests, stats.value("writes"_L1).toInteger(),
                        main.value("pending"_L1).toInteger(), m_restarts, double(resident) / 1024);
            std::fflush(stdout);
            nextLine = timer.elapsed() + 15'000;
        }

        practice.clearFaults();
        worker->terminate();
        QVERIFY(worker->waitForFinished(30'000));
        QCOMPARE(worker->exitCode(), 0);
        settle(command, practice);
        Result<std::unique_ptr<Database>> database =
            Database::open(databasePath(command.profile()), Database::Mode::ReadOnly);
        QVERIFY(database);
        const QStringList wrong = disagreements(world, **database, practice);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        for (auto it = m_notes.constBegin(); it != m_notes.constEnd(); ++it)
            QCOMPARE(command.record(u"configuration"_s, it.key()).value("notes"_L1).toString(), it.value());
        for (const QString &name : std::as_const(m_contacts))
            QCOMPARE(practice.recordsWhere(u"contact"_s, u"firstName"_s, name).size(), 1);
        const qsizetype quarter = m_resident.size() / 4;
        if (quarter >= 2 && m_restarts == 0) {
            const qint64 early = median(m_resident.mid(quarter, quarter));
            const qint64 late = median(m_resident.mid(3 * quarter));
            QVERIFY2(late < early + early / 5 + 4096,
                     qPrintable(u"the worker's memory grew from %1 to %2 kB"_s.arg(early).arg(late)));
        }
    }

private:
    void editHere(CommandLine &command, QRandomGenerator &random)
    {
        ++m_edits;
        if (m_organization.isEmpty())
            m_organization =
                command.json({u"record"_s, u"list"_s, u"organization"_s}).last().value("name"_L1).toString();
        if (m_edits % 10 == 0) {
            const QString name = u"Soak%1"_s.arg(m_edits);
            const Ran made = command.json({u"record"_s, u"create"_s, u"contact"_s, u"first_name="_s + name,
                                           u"last_name=Person"_s, u"organization="_s + m_organization});
            QVERIFY2(made.code == 0, made.all().constData());
            m_contacts.append(name);
            return;
        }
        if (m_ids.isEmpty()) {
            const QList<QJsonObject> all = command.json({u"record"_s, u"list"_s, u"configuration"_s}).lines();
            for (const QJsonObject &each : all)
                m_ids.append(QString::number(each.value("id"_L1).toInteger()));
        }
        const QString id = m_ids.at(random.bounded(int(m_ids.size())));
        const QString notes = u"edit %1"_s.arg(m_edits);
        const Ran set = command.json({u"record"_s, u"set"_s, u"configuration"_s, id, u"notes="_s + notes});
        QVERIFY2(set.code == 0, set.all().constData());
        m_notes.insert(id, notes);
    }

    void restart(CommandLine &command, std::unique_ptr<QProcess> &worker)
    {
        worker->terminate();
        QVERIFY(worker->waitForFinished(30'000));
        worker = command.start({u"worker"_s});
        ++m_restarts;
        m_resident.clear();
    }

    /** What a person would do once the PSA is well again: ask for everything, and for what was refused once
     * more. */
    void settle(CommandLine &command, PracticeProcess &practice)
    {
        QElapsedTimer timer;
        timer.start();
        for (int round = 0; round < 40; ++round) {
            const QList<QJsonObject> refused =
                command.json({u"record"_s, u"list"_s, u"configuration"_s, u"--state"_s, u"error"_s}).lines()
                + command.json({u"record"_s, u"list"_s, u"contact"_s, u"--state"_s, u"error"_s}).lines();
            for (const QJsonObject &each : refused) {
                const QString kind = each.value("kind"_L1).toString();
                const QString id = QString::number(each.value("id"_L1).toInteger());
                // Saving it as it is asks for another push.
                if (kind == "configuration"_L1)
                    command.json({u"record"_s, u"set"_s, kind, id, u"notes="_s + m_notes.value(id)});
                else
                    command.json({u"record"_s, u"set"_s, kind, id, u"last_name=Person"_s});
            }
            const Ran pushed = command.json({u"push"_s});
            const Ran synced = command.json({u"sync"_s, u"Main"_s, u"--full"_s});
            if (pushed.code == 0 && synced.code == 0)
                break;
            QTest::qWait(5000);
        }
        const int writes = practice.writes();
        QCOMPARE(command.json({u"sync"_s, u"Main"_s}).code, 0);
        QCOMPARE(command.json({u"sync"_s, u"Main"_s, u"--full"_s}).code, 0);
        QCOMPARE(practice.writes(), writes);
    }

    int m_edits = 0;
    int m_restarts = 0;
    QString m_organization; ///< of the contacts that are made
    QStringList m_ids;
    QMap<QString, QString> m_notes; ///< last, by record
    QStringList m_contacts;
    QList<qint64> m_resident; ///< of the worker that runs now, one a line
};

QTEST_GUILESS_MAIN(SyncSoak)
#include "soak_sync.moc"
