// SPDX-License-Identifier: GPL-3.0-or-later
// Files that people import, and the map files of `tandemctl import csv`.
#include "fuzz/fuzzinput.h"
#include "sources/csv/csvdetection.h"
#include "sources/csv/csvmapping.h"
#include "sources/csv/csvreader.h"

#include <QBuffer>

using namespace tandem;

namespace {

constexpr CsvLimits limits {.cellBytes = 256, .rowBytes = 1024, .columns = 16};

void readRows(const fuzz::Input &input, const CsvFormat &format)
{
    QBuffer file;
    file.setData(input.bytes());
    fuzz::require(file.open(QIODevice::ReadOnly), "a buffer opens");
    CsvReader reader(file, format, limits);
    qint64 last = 0;
    while (true) {
        const Result<std::optional<CsvRow>> row = reader.next();
        fuzz::require(row.has_value(), "a buffer has no errors");
        if (!*row)
            break;
        fuzz::require((*row)->number > last, "rows are numbered upwards");
        fuzz::require((*row)->cells.size() <= limits.columns, "a row is cut where it is too wide");
        last = (*row)->number;
    }
    fuzz::require(reader.bytesRead() == input.bytes().size(), "the whole file is read");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::Input input(data, size);
    const CsvFormat detected = detectCsvFormat(input.bytes());
    CsvFormat chosen = detected;
    chosen.encoding = allCsvEncodings.at(size_t(input.choice(int(allCsvEncodings.size()))));
    readRows(input, detected);
    readRows(input, chosen);
    const Result<QList<CsvRow>> rows = firstCsvRows(input.bytes(), detected, 5);
    if (rows && !rows->isEmpty()) {
        const QStringList columns = csvColumnNames(rows->constFirst(), detected.hasHeader);
        CsvMapping mapping = suggestCsvMapping(suggestCsvKind(columns), columns);
        fuzz::require(mapping.targets.size() == columns.size(), "each column has its target");
        for (const CsvRow &row : *rows)
            (void)recordFromCsv(row, mapping);
        CsvFormat format;
        const Result<CsvMapping> again = csvMappingFromJson(csvMappingToJson(mapping, detected), mapping.kind, columns, format);
        fuzz::require(again && again->targets == mapping.targets && format == detected, "a profile is read as it was saved");
    }
    CsvFormat format;
    (void)csvMappingFromJson(input.object(), input.kind(), {QStringLiteral("a"), QStringLiteral("b")}, format);
    return 0;
}
