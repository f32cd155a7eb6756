// SPDX-License-Identifier: GPL-3.0-or-later
// The window over a million records: how soon it shows its first rows, and how long its thread is ever taken
// up while a pull of 100,000 records from a practice ConnectWise in another process changes what it shows.
#include "practiceworld.h"

#include "core/clock.h"
#include "store/database.h"
#include "store/profile.h"
#include "store/recordstore.h"
#include "sync/secretstore.h"
#include "ui/application.h"
#include "ui/mainwindow.h"
#include "ui/models/recordtablemodel.h"
#include "ui/records/recordlist.h"
#include "ui/whendone.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <optional>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

void fill(const QString &path, int total)
{
    const auto database = orDie(Database::open(path, Database::Mode::ReadWrite));
    RecordStore records(*database);
    const QDateTime now = SystemClock().nowUtc();
    for (int done = 0; done < total;) {
        Transaction transaction(*database);
        orDie(transaction.begun());
        for (int i = 0; i < 1000 && done < total; ++i, ++done) {
            orDie(
                records.insert(AssetKind::Configuration,
                               {{u"name"_s, u"HOST-%1"_s.arg(done * 7919LL % total, 7, 10, QLatin1Char('0'))},
                                {u"serial_number"_s, u"S%1"_s.arg(done)}},
                               RecordSource::Csv, now));
        }
        orDie(transaction.commit());
    }
}

/** Ends `loop` with the first paint of the table that has rows to show. */
class FirstRows final : public QObject {
public:
    FirstRows(MainWindow &window, QEventLoop &loop)
        : m_loop(loop)
        , m_model(window.findChild<RecordTableModel *>())
        , m_view(window.recordList()->findChild<QTableView *>())
    {
        m_view->viewport()->installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_model->rowCount() > 0 && m_model->loadedRow(0))
            QMetaObject::invokeMethod(&m_loop, &QEventLoop::quit, Qt::QueuedConnection);
        return false;
    }

private:
    QEventLoop &m_loop;
    RecordTableModel *m_model;
    QTableView *m_view;
};

/** An application that has started. */
std::unique_ptr<Application> startedOn(const QString &profile)
{
    auto application = std::make_unique<Application>(ApplicationOptions{
        .profileFolder = profile, .secrets = std::make_shared<MemorySecretStore>(), .runsScheduler = false});
    QEventLoop loop;
    QObject::connect(application.get(), &Application::started, &loop, &QEventLoop::quit);
    application->start();
    loop.exec();
    return application;
}

double firstRows(const QString &profile)
{
    const auto application = startedOn(profile);
    QEventLoop loop;
    QElapsedTimer timer;
    timer.start();
    MainWindow window(*application);
    FirstRows watcher(window, loop);
    window.resize(1280, 800);
    window.show();
    loop.exec();
    return double(timer.nsecsElapsed()) / 1e6;
}

/** The engine's answer, with the window alive meanwhile. */
template<typename T>
T waitWithWindow(const QFuture<Result<T>> &future)
{
    QEventLoop loop;
    QObject context;
    std::optional<Result<T>> answer;
    whenDone(future, &context, [&](const Result<T> &result) {
        answer = result;
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return orDie(*answer);
}

/** What this thread has computed so far, in milliseconds. */
double threadTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/**
 * How far apart the turns of the event loop are, told by a timer that is due every millisecond; and what the
 * thread computed in each, which a busy machine does not lengthen.
 */
class Turns final : public QObject {
public:
    Turns()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1ms);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const double now = threadTime();
            m_gaps.append(double(m_clock.nsecsElapsed()) / 1e6);
            m_work.append(now - m_before);
            m_before = now;
            m_clock.start();
        });
        m_clock.start();
        m_timer.start();
    }

    [[nodiscard]] QList<double> gaps() const
    {
        return m_gaps;
    }

    [[nodiscard]] QList<double> work() const
    {
        return m_work;
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_before = threadTime();
    QList<double> m_gaps;
    QList<double> m_work;
};

void gapsWhilePulling(const QString &profile, int pulled)
{
    const Practice practice(0, {.configurations = pulled, .organizations = 100, .locations = 200, .contacts = 1000});
    const auto application = startedOn(profile);
    MainWindow window(*application);
    window.resize(1280, 800);
    window.show();
    const IntegrationId id = waitWithWindow(application->engine().addIntegration(practice.details()));
    // A person looks at the middle of the list, with a row in hand.
    RecordTableModel *model = window.recordList()->model();
    while (!window.isSettled())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    const RecordId chosen = model->idAt(model->rowCount() / 2);
    window.recordList()->select(chosen);
    while (!window.isSettled())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    const int before = model->rowCount();

    QElapsedTimer clock;
    clock.start();
    const Turns turns;
    const RunSummary summary = waitWithWindow(application->engine().sync(id, true));
    const double seconds = double(clock.elapsed()) / 1000;
    const QList<double> gaps = turns.gaps();
    const qsizetype late = std::ranges::count_if(gaps, [](double gap) { return gap > 16; });
    printFigure("longest gap of the GUI thread in a pull of 100,000", percentile(gaps, 1), 16, "ms");
    printFigure("  of which it computed", percentile(turns.work(), 1), 16, "ms");
    std::printf("    99.9 %%: %.1f ms, computed %.1f ms; %lld of %lld turns above 16 ms\n",
                percentile(gaps, 0.999), percentile(turns.work(), 0.999), qlonglong(late),
                qlonglong(gaps.size()));
    std::printf("    %lld records in %.0f s; rows %d -> %d; the row in hand %s\n", qlonglong(summary.done),
                seconds, before, model->rowCount(),
                window.recordList()->currentId() == chosen ? "stayed" : "was lost");
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication program(argc, argv);
    const bool isSmall = QApplication::arguments().contains(u"--small"_s);
    const int total = isSmall ? 50'000 : 1'000'000;
    const QTemporaryDir folder;
    fill(databasePath(folder.path()), total);
    QList<double> times;
    for (int round = 0; round < 5; ++round)
        times.append(firstRows(folder.path()));
    printFigure(isSmall ? "first rows painted, 50,000 records"
                        : "first rows painted, 1,000,000 records (median of 5)",
                percentile(times, 0.5), 500, "ms");
    std::printf("    worst %.0f ms\n", percentile(times, 1));
    gapsWhilePulling(folder.path(), isSmall ? 5'000 : 100'000);
    return 0;
}
