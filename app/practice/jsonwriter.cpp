// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/jsonwriter.h"

#include <chrono>

namespace tandem {

namespace {

void putDigits(char *at, int value, int digits)
{
    for (int i = digits - 1; i >= 0; --i, value /= 10)
        at[i] = char('0' + value % 10);
}

} // namespace

JsonWriter::JsonWriter(QByteArray &out)
    : m_out(out)
{
}

void JsonWriter::beginObject()
{
    m_out.append('{');
}

void JsonWriter::endObject()
{
    close('}');
}

void JsonWriter::beginArray()
{
    m_out.append('[');
}

void JsonWriter::endArray()
{
    close(']');
}

// Every value is followed by a comma; a closing bracket takes the last one's place.
void JsonWriter::close(char bracket)
{
    if (m_out.endsWith(','))
        m_out.back() = bracket;
    else
        m_out.append(bracket);
    m_out.append(',');
}

void JsonWriter::finish()
{
    if (m_out.endsWith(','))
        m_out.chop(1);
}

void JsonWriter::key(QByteArrayView name)
{
    m_out.append('"');
    m_out.append(name);
    m_out.append("\":", 2);
}

void JsonWriter::text(QByteArrayView utf8)
{
    m_out.append('"');
    qsizetype begin = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const auto c = quint8(utf8[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        m_out.append(utf8.sliced(begin, i - begin));
        begin = i + 1;
        if (c < 0x20) {
            constexpr char hex[] = "0123456789abcdef";
            const char escape[] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
            m_out.append(escape, sizeof escape);
        } else {
            m_out.append('\\');
            m_out.append(char(c));
        }
    }
    m_out.append(utf8.sliced(begin));
    m_out.append("\",", 2);
}

void JsonWriter::number(qint64 value)
{
    m_out.append(QByteArray::number(value));
    m_out.append(',');
}

void JsonWriter::real(double value)
{
    m_out.append(QByteArray::number(value, 'g', QLocale::FloatingPointShortest));
    m_out.append(',');
}

void JsonWriter::boolean(bool value)
{
    m_out.append(value ? "true," : "false,");
}

void JsonWriter::raw(QByteArrayView json)
{
    m_out.append(json);
    m_out.append(',');
}

void JsonWriter::moment(qint64 seconds)
{
    m_out.append('"');
    m_out.append(momentText(seconds));
    m_out.append("\",", 2);
}

QByteArray momentText(qint64 seconds)
{
    // A page holds thousands of moments, and QDateTime's formatting would be most of its cost.
    const std::chrono::sys_seconds moment{std::chrono::seconds(seconds)};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date{day};
    const auto inDay = int((moment - day).count());
    QByteArray text = QByteArrayLiteral("0000-00-00T00:00:00Z");
    char *at = text.data();
    putDigits(at, int(date.year()), 4);
    putDigits(at + 5, int(unsigned(date.month())), 2);
    putDigits(at + 8, int(unsigned(date.day())), 2);
    putDigits(at + 11, inDay / 3600, 2);
    putDigits(at + 14, inDay / 60 % 60, 2);
    putDigits(at + 17, inDay % 60, 2);
    return text;
}

} // namespace tandem
