// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Over the zeros that stand there. */
void writeDigits(QString &text, qsizetype at, qsizetype count, int number)
{
    for (qsizetype i = at + count - 1; i >= at; --i, number /= 10)
        text[i] = QChar(u'0' + number % 10);
}

/** The number that these digits are; negative when they are none. */
int readDigits(QStringView digits)
{
    int number = 0;
    for (const QChar c : digits) {
        if (c < u'0' || c > u'9')
            return -1;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

/** "yyyy-MM-ddTHH:mm:ssZ", also with milliseconds; invalid for any other spelling. By hand, as above. */
QDateTime fromPlainUtc(QStringView text)
{
    const bool hasMilliseconds = text.size() == 24 && text.at(19) == u'.';
    if ((text.size() != 20 && !hasMilliseconds) || text.at(4) != u'-' || text.at(7) != u'-' || text.at(10) != u'T'
        || text.at(13) != u':' || text.at(16) != u':' || text.back() != u'Z')
        return {};
    const auto number = [text](qsizetype at, qsizetype count) { return readDigits(text.sliced(at, count)); };
    const QDate date(number(0, 4), number(5, 2), number(8, 2));
    const QTime time(number(11, 2), number(14, 2), number(17, 2), hasMilliseconds ? number(20, 3) : 0);
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}

} // namespace

Clock::~Clock() = default;

QDateTime SystemClock::nowUtc() const
{
    return QDateTime::currentDateTimeUtc();
}

QString toIsoUtc(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    const QDateTime utc = moment.toUTC();
    int year = 0;
    int month = 0;
    int day = 0;
    utc.date().getDate(&year, &month, &day);
    if (year < 0 || year > 9999)
        return utc.toString(Qt::ISODateWithMs);
    // By hand, since every record that is written has some, and Qt takes microseconds for one.
    const QTime time = utc.time();
    QString text = u"0000-00-00T00:00:00.000Z"_s;
    writeDigits(text, 0, 4, year);
    writeDigits(text, 5, 2, month);
    writeDigits(text, 8, 2, day);
    writeDigits(text, 11, 2, time.hour());
    writeDigits(text, 14, 2, time.minute());
    writeDigits(text, 17, 2, time.second());
    writeDigits(text, 20, 3, time.msec());
    return text;
}

QDateTime fromIsoUtc(const QString &text)
{
    if (const QDateTime moment = fromPlainUtc(text); moment.isValid())
        return moment;
    QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (moment.isValid() && moment.timeSpec() == Qt::LocalTime)
        moment.setTimeSpec(Qt::UTC);
    return moment.toUTC();
}

} // namespace tandem
