// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retryafter.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

std::optional<std::chrono::milliseconds> parseRetryAfter(const QByteArray &value, const QDateTime &nowUtc)
{
    using std::chrono::milliseconds;
    constexpr milliseconds longest = std::chrono::hours(24);
    const QByteArray text = value.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber) {
        if (seconds < 0)
            return std::nullopt;
        return std::chrono::seconds(std::min<qint64>(seconds, 24 * 60 * 60));
    }
    QDateTime moment = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!moment.isValid())
        return std::nullopt;
    moment.setTimeSpec(Qt::UTC);
    return std::clamp(milliseconds(nowUtc.msecsTo(moment)), milliseconds(0), longest);
}

} // namespace tandem
