// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/csv/csvdetection.h"
#include "sources/csv/csvjob.h"

#include <QFuture>
#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>
#include <optional>

namespace tandem {

class Application;

/** What the pages of the import wizard share: the file, how it is read, and the job that runs beside the
 * window. */
class ImportSession final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportSession)
public:
    explicit ImportSession(Application &application, QObject *parent = nullptr);
    /** Stops what runs, and waits for the few records that are under way. */
    ~ImportSession() override;

    [[nodiscard]] Application &application() const;

    /** Reads its beginning and guesses how it is written; the error is for people. */
    Result<void> setFile(const QString &path);
    void setFormat(const CsvFormat &format);
    [[nodiscard]] const CsvSource &source() const;
    /** The first rows of the file, the header among them. */
    [[nodiscard]] const QList<CsvRow> &firstRows() const;
    [[nodiscard]] QStringList columns() const;
    void setMapping(const CsvMapping &mapping);

    /** Works out what the import would do. */
    void startPreview();
    void startImport();
    /** The job ends soon, with what was done by then. */
    void stop();
    [[nodiscard]] bool isRunning() const;
    /** Rows that failed in the latest job, the first 1,000. */
    [[nodiscard]] QList<CsvRowError> errors() const;
    /** Of the latest preview or import; unset before its end, or where it failed as a whole. */
    [[nodiscard]] const std::optional<CsvReport> &report() const;

Q_SIGNALS:
    void fileChanged();
    /** 0…1 */
    void progressed(double share);
    /** The job is over; `error` is empty when all went well, though rows may have failed. */
    void ended(const QString &error);

private:
    struct Job;
    void start(bool isImport);
    void readRows();
    void take(const Result<CsvReport> &report);

    Application &m_application;
    CsvSource m_source;
    QByteArray m_sample;
    QList<CsvRow> m_rows;
    QTemporaryDir m_folder; ///< for lists of failed rows
    std::shared_ptr<Job> m_job;
    QFuture<Result<CsvReport>> m_future;
    std::optional<CsvReport> m_report;
    QTimer m_poll;
};

} // namespace tandem
