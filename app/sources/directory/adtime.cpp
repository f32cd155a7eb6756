// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/directory/adtime.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <limits>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 ticksPerMs = 10'000;
constexpr qint64 msFrom1601To1970 = 11'644'473'600'000;
/** Later than any moment that means something, and than what ISO 8601 can write with four digits of a year.
 */
constexpr qint64 lastMs = 253'402'300'799'999;

} // namespace

QDateTime fromFileTime(const QByteArray &text)
{
    bool isNumber = false;
    const qint64 ticks = text.toLongLong(&isNumber);
    if (!isNumber || ticks <= 0 || ticks == std::numeric_limits<qint64>::max())
        return {};
    const qint64 ms = ticks / ticksPerMs - msFrom1601To1970;
    return ms > lastMs ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

qint64 toFileTime(const QDateTime &moment)
{
    if (!moment.isValid())
        return 0;
    return qMax<qint64>(0, (moment.toMSecsSinceEpoch() + msFrom1601To1970) * ticksPerMs);
}

qint64 fromFileTimeInterval(const QByteArray &text)
{
    bool isNumber = false;
    const qint64 ticks = text.toLongLong(&isNumber);
    if (!isNumber || ticks >= 0 || ticks == std::numeric_limits<qint64>::min())
        return 0;
    return -ticks / ticksPerMs;
}

QDateTime fromGeneralizedTime(const QByteArray &text)
{
    static const QRegularExpression form(
        QRegularExpression::anchoredPattern(u"(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(?:(\\d\\d)(\\d\\d)?)?"
                                            "(?:[.,](\\d+))?(Z|([+-])(\\d\\d)(\\d\\d)?)"_s));
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(text));
    if (!match.hasMatch())
        return {};
    const auto number = [&](int group) { return match.captured(group).toInt(); };
    // A leap second is the last one of its minute here.
    const QDate date(number(1), number(2), number(3));
    const QTime time(number(4), number(5), qMin(number(6), 59));
    if (!date.isValid() || !time.isValid())
        return {};
    QDateTime moment(date, time, Qt::UTC);
    if (const QString fraction = match.captured(7); !fraction.isEmpty()) {
        // Of the smallest unit that is written.
        const int unitMs =
            match.captured(6).isEmpty() ? (match.captured(5).isEmpty() ? 3'600'000 : 60'000) : 1000;
        moment = moment.addMSecs(qint64(QString(u"0."_s + fraction).toDouble() * unitMs));
    }
    const int offsetMinutes = number(10) * 60 + number(11);
    return moment.addSecs((match.captured(9) == "-"_L1 ? 60 : -60) * qint64(offsetMinutes));
}

QByteArray toGeneralizedTime(const QDateTime &moment)
{
    return moment.toUTC().toString(u"yyyyMMddHHmmss"_s).toLatin1() + 'Z';
}

} // namespace tandem
