// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/csv/csvdetection.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::CsvDetection)
};

constexpr int rowsToJudgeBy = 50;
/** A cell may be cut in the middle at the end of the sample. */
constexpr qsizetype longestCharacter = 4;

bool isUtf8(const QByteArray &sample)
{
    for (qsizetype cut = 0; cut < longestCharacter && cut <= sample.size(); ++cut) {
        QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
        const QString text = decoder(QByteArrayView(sample).chopped(cut));
        Q_UNUSED(text)
        if (!decoder.hasError())
            return true;
    }
    return false;
}

CsvEncoding encodingOf(const QByteArray &sample)
{
    if (sample.startsWith("\xEF\xBB\xBF"))
        return CsvEncoding::Utf8;
    if (sample.startsWith("\xFF\xFE"))
        return CsvEncoding::Utf16LittleEndian;
    if (sample.startsWith("\xFE\xFF"))
        return CsvEncoding::Utf16BigEndian;
    // Of Western text in UTF-16 nearly every second byte is zero, and nothing else has many.
    std::array<qsizetype, 2> zeros{0, 0};
    for (qsizetype i = 0; i < sample.size(); ++i)
        zeros.at(size_t(i % 2)) += sample.at(i) == '\0' ? 1 : 0;
    if (zeros[1] * 4 > sample.size())
        return CsvEncoding::Utf16LittleEndian;
    if (zeros[0] * 4 > sample.size())
        return CsvEncoding::Utf16BigEndian;
    return isUtf8(sample) ? CsvEncoding::Utf8 : CsvEncoding::Windows1252;
}

/** How well the sample falls into columns: how many rows have the commonest number, and how many columns that
 * is. */
QPair<double, qsizetype> evenness(const QByteArray &sample, const CsvFormat &format)
{
    const Result<QList<CsvRow>> rows = firstCsvRows(sample, format, rowsToJudgeBy);
    if (!rows || rows->isEmpty())
        return {0, 0};
    QHash<qsizetype, int> sizes;
    for (const CsvRow &row : *rows) {
        if (row.problem.isEmpty())
            ++sizes[row.cells.size()];
    }
    qsizetype commonest = 0;
    for (auto it = sizes.constBegin(); it != sizes.constEnd(); ++it) {
        const int known = sizes.value(commonest);
        if (it.value() > known || (it.value() == known && it.key() > commonest))
            commonest = it.key();
    }
    if (commonest < 2)
        return {0, commonest};
    return {double(sizes.value(commonest)) / double(rows->size()), commonest};
}

} // namespace

CsvFormat detectCsvFormat(const QByteArray &sample)
{
    CsvFormat format{.encoding = encodingOf(sample)};
    CsvFormat best = format;
    QPair<double, qsizetype> bestScore{0, 0};
    const bool hasQuotes = sample.contains('"');
    for (const char16_t quote : {u'"', u'\''}) {
        if (quote == u'\'' && hasQuotes)
            continue;
        for (const char16_t delimiter : {u',', u';', u'\t', u'|'}) {
            format.quote = quote;
            format.delimiter = delimiter;
            QPair<double, qsizetype> score = evenness(sample, format);
            // An apostrophe is mostly one.
            if (quote == u'\'')
                score.first *= 0.9;
            if (score > bestScore) {
                bestScore = score;
                best = format;
            }
        }
    }
    return best;
}

Result<QList<CsvRow>> firstCsvRows(const QByteArray &sample, const CsvFormat &format, int limit)
{
    QBuffer buffer;
    buffer.setData(sample);
    if (!buffer.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, buffer.errorString());
    CsvReader reader(buffer, format);
    QList<CsvRow> rows;
    // The last row of a sample may be cut; it is left out where there are others.
    const bool isWhole = sample.size() < csvSampleBytes;
    for (;;) {
        const Result<std::optional<CsvRow>> row = reader.next();
        if (!row)
            return fail(row.error());
        if (!*row)
            break;
        rows.append(**row);
        if (rows.size() > limit)
            break;
    }
    const bool isCut = !isWhole && rows.size() > 1 && rows.size() <= limit;
    if (isCut)
        rows.removeLast();
    return rows.mid(0, limit);
}

QStringList csvColumnNames(const CsvRow &first, bool hasHeader)
{
    QStringList names;
    QHash<QString, int> met;
    for (qsizetype i = 0; i < first.cells.size(); ++i) {
        const QString word = hasHeader ? first.cells.at(i).trimmed() : QString();
        QString name = word.isEmpty() ? Words::tr("Column %1").arg(i + 1) : word;
        const int times = ++met[name.toCaseFolded()];
        if (times > 1)
            name = Words::tr("%1 (%2)").arg(name).arg(times);
        names.append(name);
    }
    return names;
}

Result<QByteArray> readCsvSample(const QString &path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadInput, Words::tr("%1 cannot be opened: %2").arg(name, file.errorString()));
    const QByteArray sample = file.read(csvSampleBytes);
    if (sample.isEmpty() && file.error() != QFileDevice::NoError)
        return fail(ErrorCode::BadInput, Words::tr("%1 cannot be read: %2").arg(name, file.errorString()));
    if (sample.trimmed().isEmpty())
        return fail(ErrorCode::BadInput, Words::tr("%1 is empty.").arg(name));
    // Spreadsheets and archives are the mistake that is made most.
    if (sample.startsWith("PK\x03\x04") || sample.startsWith("\xD0\xCF\x11\xE0")) {
        return fail(
            ErrorCode::BadInput,
            Words::tr("%1 is a spreadsheet and no CSV file. Save it as CSV and choose that file.").arg(name));
    }
    return sample;
}

} // namespace tandem
