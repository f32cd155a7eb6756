// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/csv/csvdetection.h"
#include "sources/csv/csvreader.h"

#include <QBuffer>
#include <QFile>
#include <QRegularExpression>
#include <QStringEncoder>
#include <QTest>

#include <algorithm>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;
using namespace std::string_literals;

namespace {

/** Bytes that are made as they are read: a line of any length that no disk has to hold. */
class EndlessDevice final : public QIODevice {
public:
    EndlessDevice(const QByteArray &start, const QByteArray &pattern, qint64 length, const QByteArray &end)
        : m_start(start)
        , m_pattern(pattern.repeated(int(64 * 1024 / pattern.size())))
        , m_end(end)
        , m_left(length)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override
    {
        return true;
    }
    [[nodiscard]] bool atEnd() const override
    {
        return m_start.isEmpty() && m_left <= 0 && m_end.isEmpty();
    }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        if (!m_start.isEmpty())
            return give(m_start, data, most);
        if (m_left > 0) {
            const qint64 count = std::min({most, m_left, qint64(m_pattern.size())});
            std::copy_n(m_pattern.constData(), count, data);
            m_left -= count;
            return count;
        }
        return give(m_end, data, most);
    }
    qint64 writeData(const char *, qint64) override
    {
        return -1;
    }

private:
    static qint64 give(QByteArray &bytes, char *data, qint64 most)
    {
        const qint64 count = std::min(most, qint64(bytes.size()));
        std::copy_n(bytes.constData(), count, data);
        bytes.remove(0, int(count));
        return count;
    }

    QByteArray m_start;
    const QByteArray m_pattern;
    QByteArray m_end;
    qint64 m_left;
};

QList<CsvRow> rowsOf(QIODevice &device, const CsvFormat &format = {})
{
    CsvReader reader(device, format);
    QList<CsvRow> rows;
    for (;;) {
        const Result<std::optional<CsvRow>> row = reader.next();
        if (!row)
            qFatal("%s", qPrintable(row.error().message));
        if (!*row)
            return rows;
        rows.append(**row);
    }
}

QList<CsvRow> rowsOf(const QByteArray &bytes, const CsvFormat &format = {})
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return rowsOf(buffer, format);
}

/** "1:a|b 2:c!" with a mark for each row that has a problem. */
QString shown(const QList<CsvRow> &rows)
{
    QStringList words;
    for (const CsvRow &row : rows)
        words.append(QString::number(row.number) + u':' + row.cells.join(u'|')
                     + (row.problem.isEmpty() ? u""_s : u"!"_s));
    return words.join(u' ');
}

QByteArray utf16(const QString &text, QStringConverter::Encoding encoding)
{
    QStringEncoder encoder(encoding);
    return encoder(text);
}

} // namespace

/** Files as the world writes them, and as nobody should. */
class CsvReaderTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void rowsAreReadAsWritten_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << QByteArray() << QString();
        QTest::newRow("one line") << "a,b"_ba << u"1:a|b"_s;
        QTest::newRow("LF") << "a,b\nc,d\n"_ba << u"1:a|b 2:c|d"_s;
        QTest::newRow("CR LF") << "a,b\r\nc,d\r\n"_ba << u"1:a|b 2:c|d"_s;
        QTest::newRow("CR") << "a,b\rc,d\r"_ba << u"1:a|b 2:c|d"_s;
        QTest::newRow("mixed") << "a\rb\nc\r\nd"_ba << u"1:a 2:b 3:c 4:d"_s;
        QTest::newRow("blank lines count") << "a\n\n\r\nb"_ba << u"1:a 4:b"_s;
        QTest::newRow("blank lines of CR LF") << "a\r\n\r\nb"_ba << u"1:a 3:b"_s;
        QTest::newRow("rows of nothing are left out") << "a,b\n,,\nc,d"_ba << u"1:a|b 3:c|d"_s;
        QTest::newRow("empty cells") << ",b,\n"_ba << u"1:|b|"_s;
        QTest::newRow("quoted") << "\"a,b\",\"c\"\"d\"\n"_ba << u"1:a,b|c\"d"_s;
        QTest::newRow("blank before a quote") << "a, \"b,c\"\n"_ba << u"1:a|b,c"_s;
        QTest::newRow("line end in a cell") << "\"a\r\nb\",c\nd,e"_ba << u"1:a\r\nb|c 2:d|e"_s;
        QTest::newRow("quote within a word") << "5\" disk,b\n"_ba << u"1:5\" disk|b"_s;
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF\"a\",b"_ba << u"1:a|b"_s;
        QTest::newRow("quote never closed") << "a,b\n\"c,d\ne,f\n"_ba << u"1:a|b 2:c,d\ne,f\n!"_s;
        QTest::newRow("zero byte") << QByteArray::fromStdString("a\0b,c\nd,e"s)
                                   << QString(u"1:"_s + u'a' + QChar(0) + u"b|c!"_s + u" 2:d|e"_s);
        QTest::newRow("not UTF-8") << "M\xFCller,b\nc,d"_ba << u"1:M\uFFFDller|b!"_s + u" 2:c|d"_s;
    }

    void rowsAreReadAsWritten()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        QCOMPARE(shown(rowsOf(bytes)), expected);
    }

    void everyEncodingIsFoundAndRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("encoding");
        const QString text = u"Name;Ort\r\nMüller & Söhne;Köln\r\nЖук;€uro\r\n"_s;
        const QString western = u"Name;Ort\r\nMüller & Söhne;Köln\r\n"_s;
        QTest::newRow("UTF-8") << text.toUtf8() << int(CsvEncoding::Utf8);
        QTest::newRow("UTF-8 with mark")
            << QByteArray("\xEF\xBB\xBF" + text.toUtf8()) << int(CsvEncoding::Utf8);
        QTest::newRow("UTF-16 LE with mark")
            << QByteArray("\xFF\xFE" + utf16(text, QStringConverter::Utf16LE))
            << int(CsvEncoding::Utf16LittleEndian);
        QTest::newRow("UTF-16 BE with mark")
            << QByteArray("\xFE\xFF" + utf16(text, QStringConverter::Utf16BE))
            << int(CsvEncoding::Utf16BigEndian);
        QTest::newRow("UTF-16 LE") << utf16(western, QStringConverter::Utf16LE)
                                   << int(CsvEncoding::Utf16LittleEndian);
        QTest::newRow("UTF-16 BE") << utf16(western, QStringConverter::Utf16BE)
                                   << int(CsvEncoding::Utf16BigEndian);
        QTest::newRow("Windows-1252") << western.toLatin1() << int(CsvEncoding::Windows1252);
    }

    void everyEncodingIsFoundAndRead()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, encoding);
        const CsvFormat format = detectCsvFormat(bytes);
        QCOMPARE(int(format.encoding), encoding);
        QCOMPARE(format.delimiter, u';');
        const QList<CsvRow> rows = rowsOf(bytes, format);
        QCOMPARE(rows.at(1).cells, (QStringList{u"Müller & Söhne"_s, u"Köln"_s}));
        QVERIFY(rows.at(1).problem.isEmpty());
    }

    void windows1252_hasItsOwnSigns()
    {
        const QList<CsvRow> rows = rowsOf("\x80 100,\x93x\x94"_ba, {.encoding = CsvEncoding::Windows1252});
        QCOMPARE(rows.constFirst().cells, (QStringList{u"€ 100"_s, u"\u201Cx\u201D"_s}));
    }

    void utf16_ofOddLength_isToldAtItsEnd()
    {
        const QByteArray bytes = "\xFF\xFE" + utf16(u"a,b\nc,d\n"_s, QStringConverter::Utf16LE) + 'x';
        const QList<CsvRow> rows = rowsOf(bytes, {.encoding = CsvEncoding::Utf16LittleEndian});
        QVERIFY(rows.size() >= 3);
        QVERIFY(rows.at(1).problem.isEmpty());
        QVERIFY(rows.constLast().problem.contains(u"middle of a character"_s));
    }

    void theDelimiterIsFound_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QChar>("delimiter");
        QTest::newRow("comma") << "a,b,c\n1,2,3\n"_ba << QChar(u',');
        QTest::newRow("semicolon, with commas in cells") << "a;b\n1,5;2,5\n3,1;4,1\n"_ba << QChar(u';');
        QTest::newRow("tab") << "a\tb\n1\t2\n"_ba << QChar(u'\t');
        QTest::newRow("bar") << "a|b\n1|2\n"_ba << QChar(u'|');
        QTest::newRow("one column") << "name\nAcme\n"_ba << QChar(u',');
        QTest::newRow("quoted commas") << "a;b\n\"1,2,3\";x\n\"1,2,3\";y\n"_ba << QChar(u';');
    }

    void theDelimiterIsFound()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QChar, delimiter);
        QCOMPARE(detectCsvFormat(bytes).delimiter, delimiter);
    }

    void aCellThatIsTooLong_isItsRowsError()
    {
        const QByteArray bytes = "a,b\n" + QByteArray(2 * 1024 * 1024, 'x') + ",y\nc,d\n";
        const QList<CsvRow> rows = rowsOf(bytes);
        QCOMPARE(rows.size(), 3);
        QVERIFY(rows.at(1).problem.contains(u"longer than"_s));
        QCOMPARE(rows.at(2).cells, (QStringList{u"c"_s, u"d"_s}));
    }

    void tooManyColumns_areTheirRowsError()
    {
        const QList<CsvRow> rows = rowsOf("a\n" + QByteArray(20'000, ',') + "\nb\n");
        QCOMPARE(rows.size(), 3);
        QVERIFY(rows.at(1).problem.contains(u"columns"_s));
        QCOMPARE(rows.at(2).cells, QStringList{u"b"_s});
    }

    void aLineOfTwoGigabytes_takesNoMemory_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("pattern");
        QTest::newRow("one cell") << QByteArray() << "x"_ba;
        QTest::newRow("a quote that is never closed") << "\""_ba
                                                      << "x,\n"_ba;
        QTest::newRow("commas") << QByteArray() << ","_ba;
        QTest::newRow("a word and blanks") << QByteArray() << QByteArray("x" + QByteArray(4095, ' '));
        QTest::newRow("quotes") << "\""_ba
                                << "\"\""_ba;
    }

    void aLineOfTwoGigabytes_takesNoMemory()
    {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, pattern);
        const qint64 length = qEnvironmentVariableIsSet("TANDEM_LONG") ? qint64(2) << 30 : qint64(64) << 20;
        EndlessDevice device("a,b\n" + start, pattern, length, start.isEmpty() ? "\nc,d\n"_ba : QByteArray());
        const QList<CsvRow> rows = rowsOf(device);
        QCOMPARE(rows.constFirst().cells, (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(rows.size() >= 2);
        QVERIFY(!rows.at(1).problem.isEmpty());
        if (start.isEmpty())
            QCOMPARE(rows.constLast().cells, (QStringList{u"c"_s, u"d"_s}));
        QFile status(u"/proc/self/status"_s);
        QVERIFY(status.open(QIODevice::ReadOnly));
        const QByteArray all = status.readAll();
        const qsizetype at = all.indexOf("VmHWM:");
        QVERIFY(at >= 0);
        const qint64 kilobytes = all.mid(at + 6, 20).simplified().split(' ').constFirst().toLongLong();
        QVERIFY2(kilobytes < 128 * 1024 || qEnvironmentVariableIsSet("ASAN_OPTIONS"),
                 QByteArray::number(kilobytes).constData());
    }

    void columnsAreCalledAsInTheHeader()
    {
        const CsvRow header{.number = 1, .cells = {u"Name"_s, u"name"_s, u" "_s}, .problem = {}};
        QCOMPARE(csvColumnNames(header, true), (QStringList{u"Name"_s, u"name (2)"_s, u"Column 3"_s}));
        QCOMPARE(csvColumnNames(header, false), (QStringList{u"Column 1"_s, u"Column 2"_s, u"Column 3"_s}));
    }
};

QTEST_GUILESS_MAIN(CsvReaderTest)
#include "tst_csvreader.moc"
