// SPDX-License-Identifier: GPL-3.0-or-later
#include "importcsvcommand.h"

#include "sources/csv/csvdetection.h"
#include "sources/csv/csvjob.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Tandemctl)
};

Result<QJsonObject> readMap(const QString &path)
{
    if (path.isEmpty())
        return QJsonObject();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadInput,
                    Words::tr("The map %1 cannot be read: %2").arg(path, file.errorString()));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!document.isObject())
        return fail(ErrorCode::BadInput,
                    Words::tr("The map %1 is no JSON object: %2").arg(path, problem.errorString()));
    return document.object();
}

/** The file with the format that was found or given, and what its columns become. */
Result<CsvSource> sourceOf(const QString &path, AssetKind kind, const QJsonObject &map)
{
    const Result<QByteArray> sample = readCsvSample(path);
    if (!sample)
        return fail(sample.error());
    CsvSource source{.path = path, .format = detectCsvFormat(*sample)};
    // What the map says of the format decides what the columns are called.
    QJsonObject format = map;
    format.remove(u"columns"_s);
    if (const Result<CsvMapping> understood = csvMappingFromJson(format, kind, {}, source.format);
        !understood)
        return fail(understood.error());
    const Result<QList<CsvRow>> rows = firstCsvRows(*sample, source.format, 1);
    if (!rows)
        return fail(rows.error());
    if (rows->isEmpty())
        return fail(ErrorCode::BadInput, Words::tr("%1 is empty.").arg(QFileInfo(path).fileName()));
    if (!rows->constFirst().problem.isEmpty())
        return fail(ErrorCode::BadInput, Words::tr("Row 1: %1").arg(rows->constFirst().problem));
    const QStringList columns = csvColumnNames(rows->constFirst(), source.format.hasHeader);
    const Result<CsvMapping> mapping = csvMappingFromJson(map, kind, columns, source.format);
    if (!mapping)
        return fail(mapping.error());
    source.mapping = *mapping;
    if (const QString problem = mapping->problem(); !problem.isEmpty())
        return fail(ErrorCode::BadInput, problem);
    return source;
}

} // namespace

ExitCode runImportCsv(Context &context, const QStringList &words)
{
    const Result<Arguments> arguments =
        parseArguments(words,
                       {QCommandLineOption(u"kind"_s, {}, u"kind"_s),
                        QCommandLineOption(u"map"_s, {}, u"file"_s), QCommandLineOption(u"dry-run"_s)});
    if (!arguments)
        return context.output().fail(arguments.error());
    const std::optional<AssetKind> kind = kindFromName(arguments->options.value(u"kind"_s));
    if (arguments->words.size() != 1 || !kind) {
        return context.output().usage(Words::tr(
            "import csv takes a file and --kind organization, location, contact or configuration."));
    }
    const Result<QJsonObject> map = readMap(arguments->options.value(u"map"_s));
    if (!map)
        return context.output().fail(map.error());
    const Result<CsvSource> source = sourceOf(arguments->words.constFirst(), *kind, *map);
    if (!source)
        return context.output().fail(source.error());

    QElapsedTimer timer;
    timer.start();
    const Output &output = context.output();
    const CsvJobOptions options{
        .person = context.person(), .failed = [&output](const CsvRowError &error) {
            output.line({{u"row"_s, error.row},
                         {u"name"_s, error.name},
                         {u"field"_s, error.field},
                         {u"message"_s, error.message}},
                        Words::tr("Row %1: %2").arg(QString::number(error.row), error.message));
        }};
    const bool isDry = arguments->has(u"dry-run"_s);
    const Result<CsvReport> report = isDry ? previewCsv(*source, context.options().databasePath, options)
                                           : importCsv(*source, context.engine(), options);
    if (!report)
        return output.fail(report.error());
    const ImportCounts &counts = report->counts;
    const double seconds = double(timer.elapsed()) / 1000;
    QJsonObject summary{{u"created"_s, counts.created},
                        {u"updated"_s, counts.updated},
                        {u"skipped"_s, counts.skipped},
                        {u"failed"_s, counts.failed},
                        {u"new_values"_s, QJsonArray::fromStringList(report->newValues)},
                        {u"seconds"_s, seconds}};
    if (!isDry)
        summary.insert(u"run"_s, report->run);
    const QString counted = Words::tr("%1 created, %2 updated, %3 skipped, %4 failed in %5 s")
                                .arg(QString::number(counts.created), QString::number(counts.updated),
                                     QString::number(counts.skipped), QString::number(counts.failed),
                                     QString::number(seconds, 'f', 2));
    output.line(summary,
                isDry ? Words::tr("Would be: %1").arg(counted)
                      : Words::tr("Import %1: %2").arg(QString::number(report->run), counted));
    return counts.failed > 0 ? ExitCode::SomeFailed : ExitCode::Done;
}

} // namespace tandem
