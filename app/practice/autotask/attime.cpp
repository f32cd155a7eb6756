// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/autotask/attime.h"

#include "practice/jsonwriter.h"

#include <QDateTime>

namespace tandem::practiceat {

namespace {

std::optional<QDateTime> readIso(QString text)
{
    QDateTime moment = QDateTime::fromString(text.trimmed().replace(u' ', u'T'), Qt::ISODateWithMs);
    if (!moment.isValid())
        return std::nullopt;
    if (moment.timeSpec() == Qt::LocalTime)
        moment.setTimeSpec(Qt::UTC);
    return moment;
}

} // namespace

std::optional<qint64> readMoment(const QString &text)
{
    const std::optional<QDateTime> moment = readIso(text);
    return moment ? std::optional(moment->toMSecsSinceEpoch()) : std::nullopt;
}

std::optional<qint64> readDay(const QString &text)
{
    const std::optional<QDateTime> moment = readIso(text);
    return moment ? std::optional(QDateTime(moment->date(), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch())
                  : std::nullopt;
}

QByteArray writeMoment(qint64 milliseconds)
{
    const qint64 fraction = ((milliseconds % 1000) + 1000) % 1000;
    QByteArray text = momentText((milliseconds - fraction) / 1000);
    if (fraction == 0)
        return text;
    QByteArray digits = QByteArray::number(fraction).rightJustified(3, '0');
    while (digits.endsWith('0'))
        digits.chop(1);
    text.insert(text.size() - 1, '.' + digits);
    return text;
}

} // namespace tandem::practiceat
