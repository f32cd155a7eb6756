// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/csv/csvreader.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <csv.h>
#include <deque>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::CsvReader)
};

constexpr qint64 chunkSize = 32 * 1024;

/** What Windows-1252 has in place of Latin-1's second set of control characters; 0: nothing. From
 * https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT */
constexpr std::array<char16_t, 32> windows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

QString fromWindows1252(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &each : text) {
        if (each.unicode() >= 0x80 && each.unicode() < 0xA0) {
            const char16_t meant = windows1252.at(each.unicode() - 0x80U);
            each = meant == 0 ? QChar(QChar::ReplacementCharacter) : QChar(meant);
        }
    }
    return text;
}

int isBlank(unsigned char byte)
{
    return byte == ' ';
}

} // namespace

class CsvReader::Private final {
    Q_DISABLE_COPY_MOVE(Private)
public:
    Private(QIODevice &from, const CsvFormat &as, const CsvLimits &within)
        : device(from)
        , format(as)
        , limits(within)
        , isUtf16(as.encoding == CsvEncoding::Utf16LittleEndian || as.encoding == CsvEncoding::Utf16BigEndian)
        , decoder(as.encoding == CsvEncoding::Utf16BigEndian ? QStringConverter::Utf16BE
                                                             : QStringConverter::Utf16LE,
                  QStringConverter::Flag::ConvertInitialBom)
    {
        // Fails for no reason that exists.
        csv_init(&parser, CSV_REPALL_NL);
        csv_set_delim(&parser, static_cast<unsigned char>(format.delimiter.toLatin1()));
        csv_set_quote(&parser, static_cast<unsigned char>(format.quote.toLatin1()));
        csv_set_space_func(&parser, isBlank);
        csv_set_blk_size(&parser, chunkSize);
    }
    ~Private()
    {
        csv_free(&parser);
    }

    Result<void> readSome()
    {
        QByteArray bytes = device.read(chunkSize);
        if (bytes.isEmpty())
            return atEnd();
        bytesRead += bytes.size();
        if (isFirst)
            bytes = withoutMark(bytes);
        if (isUtf16) {
            hasHalfCharacter = (bytes.size() % 2 != 0) != hasHalfCharacter;
            const QString text = decoder(bytes);
            bytes = text.toUtf8();
        }
        return parse(bytes);
    }

    std::deque<CsvRow> rows;
    bool isEnd = false;
    qint64 bytesRead = 0;

private:
    /** The mark may arrive in pieces only from a device that gives single bytes, which is none for files. */
    QByteArray withoutMark(const QByteArray &bytes)
    {
        isFirst = false;
        const QByteArray mark = format.encoding == CsvEncoding::Utf8 ? "\xEF\xBB\xBF"_ba
            : format.encoding == CsvEncoding::Utf16LittleEndian      ? "\xFF\xFE"_ba
            : format.encoding == CsvEncoding::Utf16BigEndian         ? "\xFE\xFF"_ba
                                                                     : QByteArray();
        return !mark.isEmpty() && bytes.startsWith(mark) ? bytes.mid(mark.size()) : bytes;
    }

    Result<void> parse(const QByteArray &bytes)
    {
        const size_t length = size_t(bytes.size());
        if (csv_parse(&parser, bytes.constData(), length, takeCell, takeRow, this) != length)
            return fail(ErrorCode::Internal, QString::fromLatin1(csv_strerror(csv_error(&parser))));
        if (qint64(parser.entry_pos) > limits.cellBytes) {
            // libcsv knows no limit, so the cell is emptied as it grows; its row is not taken anyway.
            if (!isTooMuch)
                giveUp(tooLongCell());
            parser.entry_pos = 1;
            parser.spaces = 0;
        }
        return {};
    }

    Result<void> atEnd()
    {
        if (!device.atEnd())
            return fail(ErrorCode::BadInput,
                        Words::tr("The file cannot be read: %1").arg(device.errorString()));
        isEnd = true;
        // The quote of a cell that began with one is still open.
        constexpr int inCell = 2;
        if (parser.quoted != 0 && parser.pstate == inCell && problem.isEmpty())
            problem = Words::tr("A quotation mark is opened in this row and never closed.");
        if (hasHalfCharacter)
            problem = Words::tr(
                "The file ends in the middle of a character, so it is damaged or in another encoding.");
        if (csv_fini(&parser, takeCell, takeRow, this) != 0)
            return fail(ErrorCode::Internal, QString::fromLatin1(csv_strerror(csv_error(&parser))));
        // A half character may stand alone behind the last line.
        if (!problem.isEmpty())
            endRow();
        return {};
    }

    static void takeCell(void *bytes, size_t length, void *self)
    {
        static_cast<Private *>(self)->addCell(
            QByteArrayView(static_cast<const char *>(bytes), qsizetype(length)));
    }

    static void takeRow(int terminator, void *self)
    {
        static_cast<Private *>(self)->endLine(terminator);
    }

    void addCell(QByteArrayView bytes)
    {
        lastEnd = -1;
        rowBytes += bytes.size();
        ++columns;
        if (isTooMuch)
            return;
        if (columns > limits.columns)
            giveUp(Words::tr("It has more than %1 columns.").arg(limits.columns));
        else if (bytes.size() > limits.cellBytes)
            giveUp(tooLongCell());
        else if (rowBytes > limits.rowBytes)
            giveUp(Words::tr("It is longer than %1 characters.").arg(limits.rowBytes));
        else
            cells.append(textOf(bytes));
    }

    /** Nothing of the row is kept. */
    void giveUp(const QString &why)
    {
        isTooMuch = true;
        problem = why;
        cells.clear();
    }

    [[nodiscard]] QString tooLongCell() const
    {
        return Words::tr("A cell is longer than %1 characters. Perhaps a quotation mark is never closed.")
            .arg(limits.cellBytes);
    }

    QString textOf(QByteArrayView bytes)
    {
        if (bytes.contains('\0'))
            problem = Words::tr("It holds zero bytes, which no text has. Perhaps the encoding is another.");
        QString text;
        if (format.encoding == CsvEncoding::Windows1252) {
            text = fromWindows1252(bytes);
        } else {
            QStringDecoder utf8(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
            text = utf8(bytes);
            if (utf8.hasError()
                || (isUtf16 && decoder.hasError() && text.contains(QChar(QChar::ReplacementCharacter))))
                problem = Words::tr("It holds bytes that %1 does not have. Choose another encoding.")
                              .arg(csvEncodingTitle(format.encoding));
        }
        return text;
    }

    void endLine(int terminator)
    {
        // CR LF is one end of a line.
        if (columns == 0 && terminator == '\n' && lastEnd == '\r') {
            lastEnd = -1;
            return;
        }
        lastEnd = terminator;
        endRow();
    }

    void endRow()
    {
        ++number;
        // Spreadsheets write rows of nothing but delimiters behind the last one.
        const bool isBlankLine =
            std::all_of(cells.cbegin(), cells.cend(), [](const QString &each) { return each.isEmpty(); });
        if (!isBlankLine || !problem.isEmpty())
            rows.push_back({.number = number, .cells = cells, .problem = problem});
        cells.clear();
        problem.clear();
        isTooMuch = false;
        columns = 0;
        rowBytes = 0;
    }

    QIODevice &device;
    const CsvFormat format;
    const CsvLimits limits;
    const bool isUtf16;
    QStringDecoder decoder;
    csv_parser parser{};
    QStringList cells;
    QString problem;
    qsizetype columns = 0;
    qint64 rowBytes = 0;
    qint64 number = 0;
    int lastEnd = -1; ///< the character that ended the last line, where nothing came since
    bool isTooMuch = false; ///< the row is beyond a limit
    bool isFirst = true;
    bool hasHalfCharacter = false;
};

CsvReader::CsvReader(QIODevice &device, const CsvFormat &format, const CsvLimits &limits)
    : d(std::make_unique<Private>(device, format, limits))
{
}

CsvReader::~CsvReader() = default;

Result<std::optional<CsvRow>> CsvReader::next()
{
    while (d->rows.empty() && !d->isEnd) {
        if (const Result<void> read = d->readSome(); !read)
            return fail(read.error());
    }
    if (d->rows.empty())
        return std::optional<CsvRow>();
    std::optional<CsvRow> row = std::move(d->rows.front());
    d->rows.pop_front();
    return row;
}

qint64 CsvReader::bytesRead() const
{
    return d->bytesRead;
}

} // namespace tandem
