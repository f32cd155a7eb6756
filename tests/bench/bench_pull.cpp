// SPDX-License-Identifier: GPL-3.0-or-later
// The other direction against a practice ConnectWise in another process: a first pull beside a bare loop that downloads
// the same pages and throws them away, how long a Save waits meanwhile, and what a sync costs when nothing is new. With
// --large memory and the cost of a record at a million instead, which takes long.
#include "practiceworld.h"

#include "store/database.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <ctime>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

/** What is pulled where nothing else is said. */
constexpr PracticeSize usual {.configurations = 100'000, .organizations = 100, .locations = 200, .contacts = 1'000};

/** As many configurations and what belongs to them. */
PracticeSize sized(int configurations)
{
    PracticeSize size = usual;
    size.configurations = configurations;
    return size;
}

/** Every page of every kind, one after the other, by nothing but a QNetworkAccessManager. */
class BareLoop final
{
public:
    explicit BareLoop(const Practice &practice)
        : m_base(practice.details().url + u"/v4_6_release/apis/3.0/company/"_s)
        , m_organizations(practice.size().organizations)
    {
        const Credentials credentials = practice.details().credentials;
        const auto secret = [&](const QString &key) { return credentials.value(key).reveal(); };
        m_authorization = "Basic "
            + QByteArray(secret(u"company_id"_s) + '+' + secret(u"public_key"_s) + ':' + secret(u"private_key"_s)).toBase64();
        m_clientId = secret(u"client_id"_s);
    }

    /** Seconds it took. */
    double run()
    {
        QElapsedTimer timer;
        timer.start();
        list(u"companies"_s);
        for (int id = 1; id <= m_organizations; ++id)
            list(u"companies/%1/sites"_s.arg(id));
        list(u"contacts"_s);
        list(u"configurations"_s);
        return double(timer.nsecsElapsed()) / 1e9;
    }

private:
    void list(const QString &path)
    {
        static const QRegularExpression next(u"pageId=(\\d+)"_s);
        for (QString after = u"0"_s; !after.isEmpty();) {
            QNetworkRequest request(QUrl(m_base + path + u"?pageSize=1000&pageId="_s + after));
            request.setRawHeader("Authorization", m_authorization);
            request.setRawHeader("clientId", m_clientId);
            request.setRawHeader("pagination-type", "forward-only");
            request.setRawHeader("Accept", "application/vnd.connectwise.com+json; version=2025.1");
            QNetworkReply *reply = m_network.get(request);
            QEventLoop loop;
            QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
            loop.exec();
            if (reply->error() != QNetworkReply::NoError)
                std::fprintf(stderr, "bare: %s\n", qPrintable(reply->errorString()));
            reply->readAll();
            after = next.match(QString::fromLatin1(reply->rawHeader("Link"))).captured(1);
            reply->deleteLater();
        }
    }

    const QString m_base;
    const int m_organizations;
    QByteArray m_authorization;
    QByteArray m_clientId;
    QNetworkAccessManager m_network;
};

/** A profile of its own that is connected to the practice PSA and has pulled nothing yet. */
struct FreshProfile {
    explicit FreshProfile(const Practice &practice)
    {
        wait(engine.start());
        id = wait(engine.addIntegration(practice.details()));
    }

    /** Seconds it took. */
    double sync(bool full)
    {
        QElapsedTimer timer;
        timer.start();
        wait(engine.sync(id, full));
        return double(timer.nsecsElapsed()) / 1e9;
    }

    QTemporaryDir folder;
    SyncEngine engine {{.databasePath = folder.filePath(u"bench.sqlite"_s),
                        .secrets = std::make_shared<MemorySecretStore>(),
                        .runsScheduler = false}};
    IntegrationId id = 0;
};

/** Rounds of a first pull, each beside the bare loop, since a machine's speed drifts. */
void pullBesideLoop(const PracticeSize &size, int latencyMs, int rounds, const char *what)
{
    const Practice practice(latencyMs, size);
    QList<double> ratios;
    double pulled = 0;
    double computing = 0;
    double bare = 0;
    for (int round = 0; round < rounds; ++round) {
        FreshProfile profile(practice);
        const std::clock_t before = std::clock();
        pulled = profile.sync(true);
        computing = double(std::clock() - before) / CLOCKS_PER_SEC;
        bare = BareLoop(practice).run();
        ratios.append(pulled / bare);
    }
    printFigure(what, percentile(ratios, 0.5), 1.25, "x");
    std::printf("    last round: pull %.2f s (%.1f µs a record, %.1f µs of computing), loop %.2f s\n", pulled,
                pulled * 1e6 / size.configurations, computing * 1e6 / size.configurations, bare);
}

/** Milliseconds that `work` takes. */
template<typename Work>
double milliseconds(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

/** A person saves all the time while everything is pulled. What a save waits for its turn is told by what needs no disk. */
void savesDuringPull(const PracticeSize &size)
{
    const Practice practice(0, size);
    FreshProfile profile(practice);
    int count = 0;
    const auto save = [&] {
        wait(profile.engine.save({.kind = AssetKind::Organization,
                                  .changes = {{u"name"_s, u"Saved %1"_s.arg(++count)}},
                                  .person = u"bench"_s}));
    };
    const auto turn = [&] {
        QEventLoop loop;
        QFutureWatcher<Result<OptionId>> watcher;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        watcher.setFuture(profile.engine.ensureOption(OptionList::Model, {}, 0)); // refused at once
        loop.exec();
    };
    QList<double> quiet;
    for (int i = 0; i < 200; ++i)
        quiet.append(milliseconds(save));
    QFuture<Result<RunSummary>> pull = profile.engine.sync(profile.id, true);
    QList<double> turns;
    QList<double> busy;
    while (!pull.isFinished()) {
        turns.append(milliseconds(turn));
        busy.append(milliseconds(save));
    }
    orDie(pull.result());
    printFigure("wait of a Save for its turn while a pull runs, p99", percentile(turns, 0.99), 10, "ms");
    printFigure("wait of a Save for its turn while a pull runs, worst", percentile(turns, 1), 10, "ms");
    printFigure("Save with its own disk sync while a pull runs, p99", percentile(busy, 0.99), 10, "ms");
    const auto late = std::ranges::count_if(turns, [](double waited) { return waited > 10; });
    std::printf("    %lld of %lld turns came later than after 10 ms\n", qlonglong(late), qlonglong(turns.size()));
    std::printf("    %lld saves, median %.2f ms, worst %.2f ms; without a pull: median %.2f ms, p99 %.2f ms, worst %.2f ms\n",
                qlonglong(busy.size()), percentile(busy, 0.5), percentile(busy, 1), percentile(quiet, 0.5),
                percentile(quiet, 0.99), percentile(quiet, 1));
}

void unchanged(const PracticeSize &size)
{
    const Practice practice(0, size);
    FreshProfile profile(practice);
    profile.sync(true);
    const double delta = profile.sync(false);
    const double full = profile.sync(true);
    printFigure("sync of 100,000 with nothing new", delta * 1e3, 1'000, "ms");
    printFigure("full sync of 100,000 with nothing new, beside a loop", full / BareLoop(practice).run(), 1.25, "x");
}

/** The largest resident memory of this process since `forget`. */
double peakMegabytes(bool forget)
{
    if (forget) {
        QFile references(u"/proc/self/clear_refs"_s);
        if (references.open(QIODevice::WriteOnly))
            references.write("5");
    }
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    static const QRegularExpression peak(u"VmHWM:\\s+(\\d+) kB"_s);
    return peak.match(QString::fromLatin1(status.readAll())).captured(1).toDouble() / 1024;
}

double microsecondsPerRecord(const PracticeSize &size)
{
    const Practice practice(0, size);
    FreshProfile profile(practice);
    return profile.sync(true) * 1e6 / size.configurations;
}

void large()
{
    QList<double> small;
    for (int round = 0; round < 3; ++round)
        small.append(microsecondsPerRecord(sized(10'000)));
    peakMegabytes(true);
    const double many = microsecondsPerRecord(sized(1'000'000));
    printFigure("memory of the program, pull of 1,000,000", peakMegabytes(false), 200, "MB");
    printFigure("cost of a record at 1,000,000 beside 10,000", many / percentile(small, 0.5), 1.2, "x");
    std::printf("    %.1f µs a record at 1,000,000, %.1f µs at 10,000\n", many, percentile(small, 0.5));
}

/** Whether this part is wanted: those that take minutes or are for a profiler only when they are named. */
bool isWanted(const QStringList &wishes, const QString &part)
{
    const bool isUsual = part != "large"_L1 && part != "quick"_L1;
    return wishes.contains(u"--"_s + part) || (isUsual && wishes.isEmpty());
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QStringList wishes = application.arguments().mid(1);
    const int rounds = wishes.removeAll(u"--once"_s) > 0 ? 1 : 3;
    if (isWanted(wishes, u"quick"_s))
        pullBesideLoop(sized(10'000), 0, rounds, "first pull of 10,000 beside a loop, no distance");
    if (isWanted(wishes, u"near"_s))
        pullBesideLoop(usual, 0, rounds, "first pull of 100,000 beside a loop, no distance");
    if (isWanted(wishes, u"distant"_s))
        pullBesideLoop({.configurations = 100'000, .organizations = 10, .locations = 20, .contacts = 1'000}, 300, rounds,
                       "first pull of 100,000 beside a loop, 300 ms a page");
    if (isWanted(wishes, u"saves"_s))
        savesDuringPull(usual);
    if (isWanted(wishes, u"unchanged"_s))
        unchanged(usual);
    if (isWanted(wishes, u"large"_s))
        large();
    return 0;
}
