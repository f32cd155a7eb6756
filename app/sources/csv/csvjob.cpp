// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/csv/csvjob.h"

#include "core/csvline.h"
#include "core/field.h"
#include "sync/importpreview.h"
#include "sync/syncengine.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <optional>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::CsvJob)
};

constexpr int rowsAtOnce = 200;
constexpr qsizetype shownRows = 100;
constexpr qsizetype shownValues = 100;

/** Goes through the file lot by lot, and notes what became of each row. */
class Pass final {
    Q_DISABLE_COPY_MOVE(Pass)
public:
    Pass(const CsvSource &source, const CsvJobOptions &options)
        : m_source(source)
        , m_options(options)
        , m_file(source.path)
    {
    }

    Result<void> open()
    {
        if (!m_file.open(QIODevice::ReadOnly)) {
            return fail(ErrorCode::BadInput,
                        Words::tr("%1 cannot be opened: %2")
                            .arg(QFileInfo(m_source.path).fileName(), m_file.errorString()));
        }
        m_reader.emplace(m_file, m_source.format);
        if (m_source.format.hasHeader) {
            const Result<std::optional<CsvRow>> header = m_reader->next();
            if (!header)
                return fail(header.error());
        }
        return {};
    }

    /** The next rows; none at the end. */
    Result<QList<ImportedRecord>> next()
    {
        QList<ImportedRecord> records;
        m_rows.clear();
        while (records.size() < rowsAtOnce) {
            const Result<std::optional<CsvRow>> row = m_reader->next();
            if (!row)
                return fail(row.error());
            if (!*row)
                break;
            records.append(recordFromCsv(**row, m_source.mapping));
            m_rows.append(**row);
        }
        return records;
    }

    /** What became of the rows that `next` gave. */
    Result<void> note(const QList<ImportOutcome> &outcomes)
    {
        for (qsizetype i = 0; i < outcomes.size(); ++i) {
            const ImportOutcome &outcome = outcomes.at(i);
            addTo(report.counts, outcome.what);
            if (report.first.size() < shownRows)
                report.first.append(outcome);
            for (const QString &value : outcome.newValues) {
                if (report.newValues.size() < shownValues && !report.newValues.contains(value))
                    report.newValues.append(value);
            }
            if (outcome.what != ImportOutcome::What::Failed)
                continue;
            if (m_options.failed) {
                m_options.failed({.row = outcome.row,
                                  .name = outcome.name,
                                  .field = outcome.error.field,
                                  .message = outcome.error.message});
            }
            if (const Result<void> written = writeError(outcome, m_rows.at(i)); !written)
                return written;
        }
        if (m_options.progress.tell)
            m_options.progress.tell(m_reader->bytesRead(), m_file.size());
        return {};
    }

    [[nodiscard]] bool isCancelled() const
    {
        return m_options.progress.isCancelled && m_options.progress.isCancelled();
    }

    Result<void> close()
    {
        if (!m_errors.isOpen())
            return {};
        m_errors.close();
        report.errorsFile = m_errors.fileName();
        return m_errors.error() == QFileDevice::NoError ? Result<void>() : cannotWrite();
    }

    CsvReport report;

private:
    tl::unexpected<Error> cannotWrite() const
    {
        return fail(
            ErrorCode::BadInput,
            Words::tr("The list of rows that failed cannot be written: %1").arg(m_errors.errorString()));
    }

    /** With its cells, so that it can be put right and imported by itself. */
    Result<void> writeError(const ImportOutcome &outcome, const CsvRow &row)
    {
        if (m_options.errorsFile.isEmpty())
            return {};
        QByteArray lines;
        if (!m_errors.isOpen()) {
            m_errors.setFileName(m_options.errorsFile);
            if (!m_errors.open(QIODevice::WriteOnly | QIODevice::Truncate))
                return cannotWrite();
            lines = csvByteOrderMark
                + csvLine(QStringList{Words::tr("Row"), Words::tr("What is wrong")}
                          + m_source.mapping.columns);
        }
        lines += csvLine(QStringList{QString::number(outcome.row), outcome.error.message} + row.cells);
        return m_errors.write(lines) == lines.size() ? Result<void>() : cannotWrite();
    }

    const CsvSource &m_source;
    const CsvJobOptions &m_options;
    QFile m_file;
    QFile m_errors;
    std::optional<CsvReader> m_reader;
    QList<CsvRow> m_rows;
};

template<typename T>
Result<T> answerOf(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace

Result<CsvReport> previewCsv(const CsvSource &source, const QString &databasePath,
                             const CsvJobOptions &options)
{
    Pass pass(source, options);
    if (const Result<void> opened = pass.open(); !opened)
        return fail(opened.error());
    const Result<std::unique_ptr<ImportPreview>> preview =
        ImportPreview::open(databasePath, RecordSource::Csv);
    if (!preview)
        return fail(preview.error());
    for (;;) {
        if (pass.isCancelled())
            return fail(ErrorCode::Cancelled, Words::tr("Stopped."));
        const Result<QList<ImportedRecord>> records = pass.next();
        if (!records)
            return fail(records.error());
        if (records->isEmpty())
            break;
        QList<ImportOutcome> outcomes;
        for (const ImportedRecord &record : *records) {
            const Result<ImportOutcome> outcome = (*preview)->look(record);
            if (!outcome)
                return fail(outcome.error());
            outcomes.append(*outcome);
        }
        if (const Result<void> noted = pass.note(outcomes); !noted)
            return fail(noted.error());
    }
    if (const Result<void> closed = pass.close(); !closed)
        return fail(closed.error());
    return pass.report;
}

Result<CsvReport> importCsv(const CsvSource &source, SyncEngine &engine, const CsvJobOptions &options)
{
    Pass pass(source, options);
    if (const Result<void> opened = pass.open(); !opened)
        return fail(opened.error());
    const Result<qint64> run =
        answerOf(engine.beginImport(RecordSource::Csv, QFileInfo(source.path).fileName(), options.person));
    if (!run)
        return fail(run.error());
    pass.report.run = *run;
    for (;;) {
        pass.report.isCancelled = pass.isCancelled();
        if (pass.report.isCancelled)
            break;
        const Result<QList<ImportedRecord>> records = pass.next();
        if (!records)
            return fail(records.error());
        if (records->isEmpty())
            break;
        const Result<QList<ImportOutcome>> outcomes = answerOf(engine.importRecords(*run, *records));
        if (!outcomes)
            return fail(outcomes.error());
        if (const Result<void> noted = pass.note(*outcomes); !noted)
            return fail(noted.error());
    }
    const Result<ImportRun> ended = answerOf(engine.finishImport(*run, pass.report.isCancelled));
    if (!ended)
        return fail(ended.error());
    if (const Result<void> closed = pass.close(); !closed)
        return fail(closed.error());
    return pass.report;
}

} // namespace tandem
