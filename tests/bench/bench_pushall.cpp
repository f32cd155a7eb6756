// SPDX-License-Identifier: GPL-3.0-or-later
// Push All Syncable Assets to a second practice ConnectWise that has a third of the records already: how long the preview
// takes once the PSA's records are here, how long a Save waits meanwhile, and how much of what the PSA permits the run uses.
#include "practiceworld.h"

#include "store/database.h"
#include "store/planstore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

/** Connects a second PSA, both ways and with nothing pulled from it. */
IntegrationId connectTo(SyncEngine &engine, const Practice &practice)
{
    ConnectionDetails details = practice.details();
    details.name = u"New"_s;
    const IntegrationId id = wait(engine.addIntegration(details));
    wait(engine.applySettings(id, {.settings = {.twoWay = true}}));
    return id;
}

PlanCounts countsOf(const Profile &profile, qint64 plan)
{
    const auto database = orDie(Database::open(profile.path(), Database::Mode::ReadOnly));
    PlanCounts all;
    const PlanCountsByKind counts = orDie(PlanStore(*database).counts(plan));
    for (const PlanCounts &each : counts)
        all.add(each);
    return all;
}

void preview(int count)
{
    const Practice before(0, Platform::ConnectWise, count);
    const Practice after(0, Platform::ConnectWise, count / 3);
    const QTemporaryDir folder;
    const Profile profile(folder.path(), before);
    SyncEngine engine(profile.options(false));
    wait(engine.start());
    const IntegrationId id = connectTo(engine, after);
    QElapsedTimer timer;
    std::atomic<qint64> lastLeft = 0;
    timer.start();
    QObject::connect(
        &engine, &SyncEngine::requestLeft, &engine, [&] { lastLeft = timer.elapsed(); }, Qt::DirectConnection);
    QFuture<Result<Plan>> future = engine.planPushAll(id, {});
    QList<double> waits;
    const RecordRow row = profile.configurations(1).constFirst();
    for (int i = 0; !future.isFinished(); ++i) {
        QElapsedTimer save;
        save.start();
        // A field that does not travel, so that nothing but the save itself is measured.
        wait(engine.save({.kind = row.kind, .id = row.id, .changes = {{u"hostname"_s, u"host %1"_s.arg(i)}}}));
        waits.append(double(save.nsecsElapsed()) / 1e6);
        QThread::msleep(20);
    }
    const Plan plan = orDie(future.result());
    const double seconds = double(timer.elapsed()) / 1000;
    const double read = double(lastLeft) / 1000;
    const PlanCounts counts = countsOf(profile, plan.id);
    printFigure("preview of 100,000 records, after the last page of the PSA was asked for", seconds - read, 5, "s");
    printFigure("a Save meanwhile, 99 of 100", percentile(waits, 0.99), 50, "ms");
    std::printf("    %.1f s with the PSA's pages; %lld records: %lld to create, %lld to link, %lld held\n", seconds,
                qlonglong(counts.total()), qlonglong(counts.of(PlanOutcome::Create)),
                qlonglong(counts.of(PlanOutcome::Link)), qlonglong(counts.of(PlanOutcome::Held)));
}

void rate(int count)
{
    constexpr int latencyMs = 80;
    constexpr int permits = 3;
    const Practice before(0, Platform::ConnectWise, count);
    const Practice after(latencyMs, Platform::ConnectWise, count / 3);
    const QTemporaryDir folder;
    const Profile profile(folder.path(), before);
    SyncEngine engine(profile.options(false, permits));
    wait(engine.start());
    const IntegrationId id = connectTo(engine, after);
    const Plan plan = wait(engine.planPushAll(id, {}));
    wait(engine.confirmPushAll(id, plan.id, u"New"_s, false, u"bench"_s));
    std::atomic<int> requests = 0;
    QObject::connect(
        &engine, &SyncEngine::requestLeft, &engine, [&requests] { ++requests; }, Qt::DirectConnection);
    QElapsedTimer timer;
    timer.start();
    wait(engine.runPushAll(id));
    const double seconds = double(timer.elapsed()) / 1000;
    const double shortest = requests * latencyMs / 1000.0 / permits;
    const PlanCounts counts = countsOf(profile, plan.id);
    printFigure("calls of a push of everything, PSA 80 ms away, of 3 permits a round trip", shortest / seconds, 0.98,
                "of permit", true);
    std::printf("    %.1f s, %d requests for %lld records created and %lld linked: %.1f records/s\n", seconds,
                requests.load(), qlonglong(counts.of(PlanResult::Created)), qlonglong(counts.of(PlanResult::Linked)),
                double(counts.of(PlanResult::Created) + counts.of(PlanResult::Linked)) / seconds);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList wanted = application.arguments().mid(1);
    const auto isWanted = [&](const QString &what) { return wanted.isEmpty() || wanted.contains(what); };
    if (isWanted(u"--preview"_s))
        preview(100'000);
    if (isWanted(u"--rate"_s))
        rate(1000);
    return 0;
}
