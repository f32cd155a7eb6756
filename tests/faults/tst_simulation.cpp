// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the real engine through many schedules in a simulated world; see simulation.h. A schedule that ends wrong is
// shrunk to the steps that matter, and told with a command that does them again.
#include "faults/simulation.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHashSeed>

#include <cstdio>

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

} // namespace

int main(int argc, char *argv[])
{
    // The order of hashes must not differ from run to run, or no seed could be done again.
    QHashSeed::setDeterministicGlobalSeed();
    SimulatedTime time;
    QCoreApplication::setEventDispatcher(&time);
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption from(u"from"_s, u"The first seed."_s, u"N"_s, u"1"_s);
    const QCommandLineOption count(u"count"_s, u"How many."_s, u"N"_s, u"1000"_s);
    const QCommandLineOption seconds(u"seconds"_s, u"End after so long, however many there were."_s, u"N"_s, u"0"_s);
    const QCommandLineOption replay(u"replay"_s, u"Do this seed again and tell everything."_s, u"SEED"_s);
    const QCommandLineOption only(u"steps"_s, u"With --replay: only these steps."_s, u"0,1,2"_s);
    parser.addOptions({from, count, seconds, replay, only});
    parser.addHelpOption();
    parser.process(application);

    Simulation simulation(time);
    if (const QStringList wrong = simulation.prepare(); !wrong.isEmpty()) {
        say(wrong.join(u'\n'));
        return 2;
    }
    if (parser.isSet(replay)) {
        const quint32 seed = parser.value(replay).toUInt();
        QList<Step> steps = scheduleOf(seed);
        if (parser.isSet(only)) {
            QList<int> which;
            const QStringList words = parser.value(only).split(u',');
            for (const QString &word : words)
                which.append(word.toInt());
            steps = chosen(steps, which);
        }
        const QStringList wrong = simulation.run(seed, steps, true);
        say(wrong.isEmpty() ? u"Nothing is wrong."_s : u"%1 things are wrong."_s.arg(wrong.size()));
        return wrong.isEmpty() ? 0 : 1;
    }

    QElapsedTimer timer;
    timer.start();
    const quint32 first = parser.value(from).toUInt();
    const quint32 last = first + parser.value(count).toUInt();
    const qint64 limit = parser.value(seconds).toLongLong() * 1000;
    int failures = 0;
    for (quint32 seed = first; seed != last && (limit == 0 || timer.elapsed() < limit); ++seed) {
        const QList<Step> steps = scheduleOf(seed);
        const QStringList wrong = simulation.run(seed, steps);
        if (wrong.isEmpty())
            continue;
        const QList<int> kept = shrunk(simulation, seed, steps);
        say(u"Seed %1 ends wrong; %2 of its %3 steps are enough:"_s.arg(seed).arg(kept.size()).arg(steps.size()));
        for (const int index : kept)
            say(u"    "_s + stepText(steps.at(index)));
        const QStringList told = simulation.run(seed, chosen(steps, kept));
        for (const QString &line : told)
            say(u"  "_s + line);
        say(u"Do it again: %1 --replay %2 --steps %3"_s.arg(QCoreApplication::applicationName()).arg(seed).arg(listOf(kept)));
        if (++failures == 10)
            break;
    }
    const Simulation::Figures figures = simulation.figures();
    const double elapsed = double(timer.elapsed()) / 1000;
    say(u"%1 schedules in %2 s, %3 a second: %4 edits, %5 requests, %6 accesses to the database, %7 wrong."_s
            .arg(figures.runs)
            .arg(elapsed, 0, 'f', 1)
            .arg(double(figures.runs) / elapsed, 0, 'f', 0)
            .arg(figures.edits)
            .arg(figures.requests)
            .arg(figures.accesses)
            .arg(failures));
    return failures == 0 ? 0 : 1;
}
