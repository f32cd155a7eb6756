// SPDX-License-Identifier: GPL-3.0-or-later
// How soon a window over a million records shows its first rows: from making the window until they are painted.
#include "figure.h"

#include "core/clock.h"
#include "store/profile.h"
#include "store/database.h"
#include "store/recordstore.h"
#include "sync/secretstore.h"
#include "ui/application.h"
#include "ui/mainwindow.h"
#include "ui/models/recordtablemodel.h"
#include "ui/records/recordlist.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTableView>
#include <QTemporaryDir>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

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
            orDie(records.insert(AssetKind::Configuration,
                                 {{u"name"_s, u"HOST-%1"_s.arg(done * 7919LL % total, 7, 10, QLatin1Char('0'))},
                                  {u"serial_number"_s, u"S%1"_s.arg(done)}},
                                 RecordSource::Csv, now));
        }
        orDie(transaction.commit());
    }
}

/** Ends `loop` with the first paint of the table that has rows to show. */
class FirstRows final : public QObject
{
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

double firstRows(const QString &profile)
{
    Application application({.profileFolder = profile, .secrets = std::make_shared<MemorySecretStore>(), .runsScheduler = false});
    QEventLoop loop;
    QObject::connect(&application, &Application::started, &loop, &QEventLoop::quit);
    application.start();
    loop.exec();
    QElapsedTimer timer;
    timer.start();
    MainWindow window(application);
    FirstRows watcher(window, loop);
    window.resize(1280, 800);
    window.show();
    loop.exec();
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication program(argc, argv);
    const int total = QApplication::arguments().contains(u"--small"_s) ? 50'000 : 1'000'000;
    const QTemporaryDir folder;
    fill(databasePath(folder.path()), total);
    QList<double> times;
    for (int round = 0; round < 5; ++round)
        times.append(firstRows(folder.path()));
    printFigure(total == 1'000'000 ? "first rows painted, 1,000,000 records (median of 5)" : "first rows painted, 50,000 records", percentile(times, 0.5), 500, "ms");
    std::printf("    worst %.0f ms\n", percentile(times, 1));
    return 0;
}
