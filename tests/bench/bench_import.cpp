// SPDX-License-Identifier: GPL-3.0-or-later
// A CSV file of a million rows: how fast it is looked at and imported, how much memory that takes, and how
// long a Save waits meanwhile. An argument gives another number of rows.
#include "figure.h"

#include "core/csvline.h"
#include "core/workerthread.h"
#include "sources/csv/csvdetection.h"
#include "sources/csv/csvjob.h"
#include "sync/secretstore.h"
#include "sync/syncengine.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int organizations = 1000;

template<typename T>
T wait(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return orDie(future.result());
}

double peakMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = status.readAll();
    return all.mid(all.indexOf("VmHWM:") + 6, 20).simplified().split(' ').constFirst().toDouble() / 1024;
}

void writeFile(const QString &path, int rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        std::exit(1);
    file.write(
        csvLine({u"Name"_s, u"Organization"_s, u"Type"_s, u"Serial number"_s, u"Primary IP"_s, u"Notes"_s}));
    for (int i = 0; i < rows; ++i) {
        file.write(csvLine({u"PC-%1"_s.arg(i, 7, 10, QChar(u'0')), u"Client %1"_s.arg(i % organizations),
                            u"Laptop"_s, u"SN%1"_s.arg(i), u"10.0.%1.%2"_s.arg(i / 256 % 256).arg(i % 256),
                            u"Imported, row %1"_s.arg(i)}));
    }
}

CsvSource sourceOf(const QString &path, AssetKind kind)
{
    const QByteArray sample = orDie(readCsvSample(path));
    CsvSource source{.path = path, .format = detectCsvFormat(sample)};
    const QList<CsvRow> rows = orDie(firstCsvRows(sample, source.format, 1));
    source.mapping = suggestCsvMapping(kind, csvColumnNames(rows.constFirst(), true));
    return source;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 1'000'000;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"clients.csv"_s);
    writeFile(path, rows);
    SyncEngine engine({.databasePath = folder.filePath(u"tandem.db"_s), .runsScheduler = false});
    wait(engine.start());
    RecordId first = 0;
    for (int i = 0; i < organizations; ++i) {
        const Saved saved = wait(
            engine.save({.kind = AssetKind::Organization, .changes = {{u"name"_s, u"Client %1"_s.arg(i)}}}));
        first = first == 0 ? saved.id : first;
    }
    const CsvSource source = sourceOf(path, AssetKind::Configuration);
    QElapsedTimer timer;
    timer.start();
    orDie(previewCsv(source, folder.filePath(u"tandem.db"_s), {.person = u"bench"_s}));
    std::printf("    preview: %.0f rows/s\n", rows * 1000.0 / double(timer.elapsed()));

    timer.start();
    const QFuture<Result<CsvReport>> future = inWorkerThread(
        Priority::Background, [&] { return importCsv(source, engine, {.person = u"bench"_s}); });
    QList<double> waits;
    for (int i = 0; !future.isFinished(); ++i) {
        QElapsedTimer save;
        save.start();
        wait(engine.save(
            {.kind = AssetKind::Organization, .id = first, .changes = {{u"alert"_s, u"alert %1"_s.arg(i)}}}));
        waits.append(double(save.nsecsElapsed()) / 1e6);
        QThread::msleep(50);
    }
    const CsvReport report = orDie(future.result());
    if (report.counts.created != rows)
        std::printf("    only %lld of %d rows were created\n", qlonglong(report.counts.created), rows);
    printFigure("CSV import", rows * 1000.0 / double(timer.elapsed()), 2000, "rows/s", true);
    printFigure("peak memory of a CSV import", peakMegabytes(), 200, "MB");
    printFigure("a Save during a CSV import, 99 of 100", percentile(waits, 0.99), 50, "ms");
    return 0;
}
