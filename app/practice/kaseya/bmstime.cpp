// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/kaseya/bmstime.h"

#include "practice/jsonwriter.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tandem::practicebms {

namespace {

/** A moment as it was written. */
struct Written {
    QDateTime moment; ///< UTC when there is no zone
    bool hasZone;
};

std::optional<Written> readIso(const QString &text)
{
    static const QRegularExpression zone(u"T.*(Z|[+-]\\d\\d:?\\d\\d)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    QString iso = text.trimmed().replace(u' ', u'T');
    if (!iso.contains(u'T'))
        iso += "T00:00:00"_L1;
    const bool hasZone = zone.match(iso).hasMatch();
    const QDateTime moment = QDateTime::fromString(hasZone ? iso : QString(iso + u'Z'), Qt::ISODateWithMs);
    return moment.isValid() ? std::optional(Written{moment, hasZone}) : std::nullopt;
}

/** yyyy-MM-ddTHH:mm:ss.fff without a zone; no fraction when it is zero. */
QByteArray written(qint64 milliseconds)
{
    const qint64 fraction = ((milliseconds % 1000) + 1000) % 1000;
    QByteArray text = momentText((milliseconds - fraction) / 1000);
    text.chop(1);
    if (fraction != 0)
        text += '.' + QByteArray::number(fraction).rightJustified(3, '0');
    return text;
}

} // namespace

Times::Times(const Quirks &quirks)
    : m_isZoned(quirks.has(Quirk::ZonedDates))
    , m_isLocal(quirks.has(Quirk::LocalDates))
    , m_zone(m_isLocal ? QTimeZone(QByteArray(userZone)) : QTimeZone::utc())
{
}

QByteArray Times::moment(qint64 milliseconds) const
{
    if (m_isZoned)
        return written(milliseconds) + 'Z';
    if (!m_isLocal)
        return written(milliseconds);
    const int offset = m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC));
    return written(milliseconds + offset * qint64(1000));
}

std::optional<qint64> Times::readMoment(const QString &text) const
{
    const std::optional<Written> read = readIso(text);
    if (!read)
        return std::nullopt;
    if (read->hasZone)
        return read->moment.toMSecsSinceEpoch();
    return QDateTime(read->moment.date(), read->moment.time(), m_zone).toMSecsSinceEpoch();
}

QByteArray Times::date(qint64 milliseconds) const
{
    return m_isZoned ? QByteArray(written(milliseconds) + 'Z') : written(milliseconds);
}

std::optional<qint64> Times::readDate(const QString &text) const
{
    const std::optional<Written> read = readIso(text);
    if (!read)
        return std::nullopt;
    return QDateTime(read->moment.date(), read->moment.time(), Qt::UTC).toMSecsSinceEpoch();
}

} // namespace tandem::practicebms
