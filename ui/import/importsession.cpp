// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importsession.h"

#include "core/workerthread.h"
#include "ui/application.h"
#include "ui/whendone.h"

#include <QMutex>

#include <atomic>
#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int shownRows = 30;
constexpr qsizetype shownErrors = 1000;

} // namespace

/** Shared with the worker thread. */
struct ImportSession::Job {
    std::atomic<bool> isStopped = false;
    std::atomic<qint64> done = 0;
    std::atomic<qint64> total = 0;
    QMutex mutex;
    QList<CsvRowError> errors; ///< under the mutex
};

ImportSession::ImportSession(Application &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
{
    m_poll.setInterval(100ms);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        const qint64 total = m_job ? m_job->total.load() : 0;
        if (total > 0)
            Q_EMIT progressed(double(m_job->done.load()) / double(total));
    });
}

ImportSession::~ImportSession()
{
    stop();
    m_future.waitForFinished();
}

Application &ImportSession::application() const
{
    return m_application;
}

Result<void> ImportSession::setFile(const QString &path)
{
    const Result<QByteArray> sample = readCsvSample(path);
    if (!sample)
        return fail(sample.error());
    m_sample = *sample;
    m_source = {.path = path, .format = detectCsvFormat(m_sample)};
    readRows();
    return {};
}

void ImportSession::setFormat(const CsvFormat &format)
{
    if (m_source.format == format)
        return;
    m_source.format = format;
    readRows();
}

void ImportSession::readRows()
{
    m_rows = firstCsvRows(m_sample, m_source.format, shownRows).value_or(QList<CsvRow>());
    Q_EMIT fileChanged();
}

const CsvSource &ImportSession::source() const
{
    return m_source;
}

const QList<CsvRow> &ImportSession::firstRows() const
{
    return m_rows;
}

QStringList ImportSession::columns() const
{
    return m_rows.isEmpty() ? QStringList() : csvColumnNames(m_rows.constFirst(), m_source.format.hasHeader);
}

void ImportSession::setMapping(const CsvMapping &mapping)
{
    m_source.mapping = mapping;
}

void ImportSession::startPreview()
{
    start(false);
}

void ImportSession::startImport()
{
    start(true);
}

void ImportSession::start(bool isImport)
{
    stop();
    m_future.waitForFinished();
    m_report.reset();
    m_job = std::make_shared<Job>();
    const auto job = m_job;
    const CsvJobOptions options{.person = m_application.person(),
                                .errorsFile =
                                    m_folder.filePath(isImport ? u"failed.csv"_s : u"would-fail.csv"_s),
                                .failed =
                                    [job](const CsvRowError &error) {
                                        const QMutexLocker lock(&job->mutex);
                                        if (job->errors.size() < shownErrors)
                                            job->errors.append(error);
                                    },
                                .progress = {.tell =
                                                 [job](qint64 done, qint64 total) {
                                                     job->done = done;
                                                     job->total = total;
                                                 },
                                             .isCancelled = [job] { return job->isStopped.load(); }}};
    const CsvSource source = m_source;
    SyncEngine *const engine = &m_application.engine();
    const QString database = m_application.databasePath();
    m_poll.start();
    m_future = inWorkerThread(Priority::Foreground, [=] {
        return isImport ? importCsv(source, *engine, options) : previewCsv(source, database, options);
    });
    whenDone(m_future, this, [this, job](const Result<CsvReport> &report) {
        if (job == m_job)
            take(report);
    });
}

void ImportSession::take(const Result<CsvReport> &report)
{
    m_poll.stop();
    if (report)
        m_report = *report;
    Q_EMIT progressed(1);
    Q_EMIT ended(report ? QString() : report.error().message);
}

void ImportSession::stop()
{
    if (m_job)
        m_job->isStopped = true;
}

bool ImportSession::isRunning() const
{
    return m_poll.isActive();
}

QList<CsvRowError> ImportSession::errors() const
{
    if (!m_job)
        return {};
    const QMutexLocker lock(&m_job->mutex);
    return m_job->errors;
}

const std::optional<CsvReport> &ImportSession::report() const
{
    return m_report;
}

} // namespace tandem
