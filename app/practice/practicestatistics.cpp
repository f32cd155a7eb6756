// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicestatistics.h"

#include <QJsonArray>
#include <QMap>

#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace tandem {

namespace {

qint64 minuteOf(const QDateTime &now)
{
    return now.toSecsSinceEpoch() / 60;
}

} // namespace

void PracticeStatistics::Route::advanceTo(qint64 minute)
{
    if (minute - lastMinute >= qint64(minutes.size()))
        minutes.fill(0);
    else
        for (qint64 m = lastMinute + 1; m <= minute; ++m)
            minutes.at(size_t(m) % minutes.size()) = 0;
    lastMinute = std::max(lastMinute, minute);
}

void PracticeStatistics::begin(const QString &method, const QString &path, bool isWrite, const QDateTime &now)
{
    const QString key = method + u' ' + path;
    Route &route = m_routes[key];
    if (route.count == 0) {
        route.method = method;
        route.path = path;
    }
    ++route.count;
    route.advanceTo(minuteOf(now));
    ++route.minutes.at(size_t(route.lastMinute) % route.minutes.size());
    m_writes += isWrite ? 1 : 0;
    ++m_concurrent;
    m_maxConcurrent = std::max(m_maxConcurrent, m_concurrent);
}

void PracticeStatistics::end()
{
    --m_concurrent;
}

void PracticeStatistics::addCreates(int count)
{
    m_creates += count;
}

void PracticeStatistics::reset()
{
    m_routes.clear();
    m_writes = 0;
    m_creates = 0;
    m_maxConcurrent = m_concurrent;
}

QJsonObject PracticeStatistics::toJson(const QDateTime &now) const
{
    QMap<QString, Route> sorted;
    for (auto it = m_routes.cbegin(); it != m_routes.cend(); ++it)
        sorted.insert(it.key(), it.value());
    QJsonArray requests;
    QJsonObject lastHour;
    for (auto it = sorted.begin(); it != sorted.end(); ++it) {
        Route &route = it.value();
        requests.append(
            QJsonObject{{u"method"_s, route.method}, {u"route"_s, route.path}, {u"count"_s, route.count}});
        route.advanceTo(minuteOf(now));
        lastHour.insert(it.key(), std::accumulate(route.minutes.cbegin(), route.minutes.cend(), qint64(0)));
    }
    return {{u"requests"_s, requests},
            {u"writes"_s, m_writes},
            {u"creates"_s, m_creates},
            {u"max_concurrent"_s, m_maxConcurrent},
            {u"calls_last_hour"_s, lastHour}};
}

} // namespace tandem
