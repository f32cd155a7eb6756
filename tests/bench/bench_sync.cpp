// SPDX-License-Identifier: GPL-3.0-or-later
// The main job against a practice ConnectWise in another process: how long after Save the first request leaves.
#include "practiceworld.h"

#include "core/clock.h"
#include "store/database.h"
#include "store/recordstore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int remoteConfigurations = 1000;

/** Local records that no PSA knows, as an organization-less crowd around those that are edited. */
void fill(const QString &path, int total)
{
    const auto database = orDie(Database::open(path, Database::Mode::ReadWrite));
    RecordStore records(*database);
    const QDateTime now = SystemClock().nowUtc();
    for (int done = remoteConfigurations; done < total;) {
        Transaction transaction(*database);
        orDie(transaction.begun());
        for (int i = 0; i < 1000 && done < total; ++i, ++done) {
            orDie(records.insert(AssetKind::Configuration,
                                 {{u"name"_s, u"HOST-%1"_s.arg(done, 7, 10, QLatin1Char('0'))}, {u"serial_number"_s, u"S%1"_s.arg(done)}},
                                 RecordSource::Csv, now));
        }
        orDie(transaction.commit());
    }
}

void saveToWire(const Profile &profile, const char *what)
{
    const QList<RecordRow> rows = profile.configurations(remoteConfigurations);
    SyncEngine engine(profile.options(true));
    wait(engine.start());
    std::atomic<qint64> leftAt = 0;
    QElapsedTimer timer;
    timer.start();
    QObject::connect(
        &engine, &SyncEngine::requestLeft, &engine,
        [&] {
            qint64 none = 0;
            leftAt.compare_exchange_strong(none, timer.nsecsElapsed());
        },
        Qt::DirectConnection);
    QList<double> latencies;
    for (int i = 0; i < 320; ++i) {
        const RecordRow &row = rows.at(i % rows.size());
        leftAt = 0;
        const qint64 start = timer.nsecsElapsed();
        wait(engine.save({.kind = row.kind,
                          .id = row.id,
                          .changes = {{u"notes"_s, u"edit %1 of %2"_s.arg(i).arg(QLatin1StringView(what))}},
                          .person = u"bench"_s}));
        while (leftAt == 0)
            QThread::yieldCurrentThread();
        // The first twenty warm up connection, statements and caches.
        if (i >= 20)
            latencies.append(double(leftAt - start) / 1e6);
        // The push ends before the next edit, or permits would be measured instead.
        QElapsedTimer patience;
        patience.start();
        while (patience.elapsed() < 2000 && wait(engine.integrations()).constFirst().waiting > 0) { }
    }
    printFigure(what, percentile(latencies, 0.99), 10, "ms");
    std::printf("    median %.2f ms, worst %.2f ms\n", percentile(latencies, 0.5), percentile(latencies, 1));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const int crowd = application.arguments().contains(u"--small"_s) ? 50'000 : 1'000'000;
    const QTemporaryDir folder;
    const Practice practice(0);
    const Profile profile(folder.path(), practice);
    saveToWire(profile, "save to wire, p99, 1,000 records");
    fill(profile.path(), crowd);
    saveToWire(profile, crowd == 1'000'000 ? "save to wire, p99, 1,000,000 records" : "save to wire, p99, 50,000 records");
    return 0;
}
