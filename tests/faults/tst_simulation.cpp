// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the real engine through many schedules in a simulated world; see simulation.h. A schedule that ends wrong is
// shrunk to the steps that matter, and told with a command that does them again.
#include "faults/simulation.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHashSeed>
#include <QProcess>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<Step> chosen(const QList<Step> &steps, const QList<int> &which)
{
    QList<Step> some;
    for (const int index : which) {
        if (index >= 0 && index < steps.size())
            some.append(steps.at(index));
    }
    return some;
}

/** Leaves out what can be left out, in ever smaller pieces, as long as it still ends wrong. */
QList<int> shrunk(Simulation &simulation, quint32 seed, const QList<Step> &steps)
{
    QList<int> kept;
    for (int i = 0; i < steps.size(); ++i)
        kept.append(i);
    for (qsizetype piece = std::max<qsizetype>(1, kept.size() / 2); piece >= 1; piece = piece == 1 ? 0 : piece / 2) {
        for (qsizetype at = 0; at < kept.size();) {
            QList<int> fewer = kept;
            fewer.remove(at, std::min(piece, kept.size() - at));
            if (!simulation.run(seed, chosen(steps, fewer)).isEmpty())
                kept = fewer;
            else
                at += piece;
        }
    }
    return kept;
}

QString listOf(const QList<int> &numbers)
{
    QStringList words;
    for (const int number : numbers)
        words.append(QString::number(number));
    return words.join(u',');
}

void say(const QString &text)
{
    std::printf("%s\n", qPrintable(text));
    std::fflush(stdout);
}

/** Schedules of these seeds; answers how many ended wrong. */
int runAll(Simulation &simulation, quint32 first, quint32 count, qint64 limitMs, int mostFailures)
{
    QElapsedTimer timer;
    timer.start();
    int failures = 0;
    for (quint32 seed = first; seed != first + count && (limitMs == 0 || timer.elapsed() < limitMs); ++seed) {
        const QList<Step> steps = scheduleOf(seed);
        const QStringList wrong = simulation.run(seed, steps);
        if (wrong.isEmpty())
            continue;
        const QList<int> kept = shrunk(simulation, seed, steps);
        QStringList lines {u"Seed %1 ends wrong; %2 of its %3 steps are enough:"_s.arg(seed).arg(kept.size()).arg(steps.size())};
        for (const int index : kept)
            lines.append(u"    "_s + stepText(steps.at(index)));
        const QStringList told = simulation.run(seed, chosen(steps, kept));
        for (const QString &line : told)
            lines.append(u"  "_s + line);
        lines.append(u"Do it again: %1 --replay %2 --steps %3"_s.arg(QCoreApplication::applicationFilePath())
                         .arg(seed)
                         .arg(listOf(kept)));
        say(lines.join(u'\n'));
        if (++failures == mostFailures)
            break;
    }
    const Simulation::Figures figures = simulation.figures();
    const double elapsed = double(timer.elapsed()) / 1000;
    say(u"%1 schedules in %2 s, %3 a second: %4 edits, %5 requests, %6 accesses to the database; %7 wrong"_s
            .arg(figures.runs)
            .arg(elapsed, 0, 'f', 1)
            .arg(double(figures.runs) / elapsed, 0, 'f', 0)
            .arg(figures.edits)
            .arg(figures.requests)
            .arg(figures.accesses)
            .arg(failures));
    return failures;
}

int replayed(Simulation &simulation, quint32 seed, const QString &only)
{
    QList<Step> steps = scheduleOf(seed);
    if (!only.isEmpty()) {
        QList<int> which;
        const QStringList words = only.split(u',');
        for (const QString &word : words)
            which.append(word.toInt());
        steps = chosen(steps, which);
    }
    const QStringList wrong = simulation.run(seed, steps, true);
    say(wrong.isEmpty() ? u"Nothing is wrong."_s : u"%1 things are wrong."_s.arg(wrong.size()));
    return wrong.isEmpty() ? 0 : 1;
}

/** One process for each processor, so that none waits for another's time. */
int runInProcesses(quint32 first, quint32 count, qint64 seconds)
{
    const quint32 shares = quint32(std::max(1, QThread::idealThreadCount()));
    std::vector<std::unique_ptr<QProcess>> workers;
    for (quint32 i = 0; i < shares; ++i) {
        auto worker = std::make_unique<QProcess>();
        worker->setProcessChannelMode(QProcess::ForwardedChannels);
        const quint32 share = count / shares + (i < count % shares ? 1 : 0);
        worker->start(QCoreApplication::applicationFilePath(),
                      {u"--from"_s, QString::number(first), u"--count"_s, QString::number(share), u"--seconds"_s,
                       QString::number(seconds)});
        first += share;
        workers.push_back(std::move(worker));
    }
    int failed = 0;
    for (const auto &worker : workers) {
        worker->waitForFinished(-1);
        if (worker->exitStatus() != QProcess::NormalExit || worker->exitCode() != 0)
            ++failed;
    }
    return failed == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    // The order of hashes must not differ from run to run, or no seed could be done again.
    QHashSeed::setDeterministicGlobalSeed();
    if (argc == 1) {
        const QCoreApplication application(argc, argv);
        const bool isLong = qEnvironmentVariableIsSet("TANDEM_TEST_LONG");
        return isLong ? runInProcesses(1, 1'000'000, 0) : runInProcesses(1, 50'000, 150);
    }
    auto *time = new SimulatedTime; // the application's from now on
    QCoreApplication::setEventDispatcher(time);
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Without an option: 50,000 schedules or 150 seconds, with TANDEM_TEST_LONG a million schedules."_s);
    const QCommandLineOption from(u"from"_s, u"The first seed."_s, u"N"_s, u"1"_s);
    const QCommandLineOption count(u"count"_s, u"How many."_s, u"N"_s, u"1000"_s);
    const QCommandLineOption seconds(u"seconds"_s, u"End after so long, however many there were."_s, u"N"_s, u"0"_s);
    const QCommandLineOption failures(u"failures"_s, u"End after so many that end wrong."_s, u"N"_s, u"5"_s);
    const QCommandLineOption replay(u"replay"_s, u"Do this seed again and tell everything."_s, u"SEED"_s);
    const QCommandLineOption only(u"steps"_s, u"With --replay: only these steps."_s, u"0,1,2"_s);
    parser.addOptions({from, count, seconds, failures, replay, only});
    parser.addHelpOption();
    parser.process(application);

    Simulation simulation(*time);
    if (const QStringList wrong = simulation.prepare(); !wrong.isEmpty()) {
        say(wrong.join(u'\n'));
        return 2;
    }
    if (parser.isSet(replay))
        return replayed(simulation, parser.value(replay).toUInt(), parser.value(only));
    const int wrong = runAll(simulation, parser.value(from).toUInt(), parser.value(count).toUInt(),
                             parser.value(seconds).toLongLong() * 1000, parser.value(failures).toInt());
    return wrong == 0 ? 0 : 1;
}
