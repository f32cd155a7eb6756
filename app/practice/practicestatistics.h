// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QString>

#include <array>

namespace tandem {

/** What `GET /practice/stats` tells. The control door itself is not counted. */
class PracticeStatistics final {
public:
    /** A request has arrived; `isWrite` when it asks for a change, be it granted or not. */
    void begin(const QString &method, const QString &path, bool isWrite, const QDateTime &now);
    /** It was answered, or its connection is gone. */
    void end();
    void addCreates(int count);
    /** Forgets everything but the requests that are under way. */
    void reset();
    [[nodiscard]] QJsonObject toJson(const QDateTime &now) const;

private:
    // Calls per minute of the last hour; one slot a minute keeps a benchmark's millions of calls small.
    struct Route {
        QString method;
        QString path;
        qint64 count = 0;
        std::array<qint64, 60> minutes = {};
        qint64 lastMinute = 0;
        void advanceTo(qint64 minute);
    };

    QHash<QString, Route> m_routes;
    qint64 m_writes = 0;
    qint64 m_creates = 0;
    int m_concurrent = 0;
    int m_maxConcurrent = 0;
};

} // namespace tandem
