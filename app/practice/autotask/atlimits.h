// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>

#include <array>
#include <chrono>

namespace tandem::practiceat {

inline constexpr int threadLimit = 3;
inline constexpr qint64 callLimit = 10'000;
inline constexpr int callMinutes = 60;

/** Three requests at once for each object endpoint and tracking identifier. */
class ThreadLimit final {
public:
    /** Takes a thread for the request, or says that none is left. `key` names tracking identifier and
     * endpoint. */
    [[nodiscard]] bool enter(const QByteArray &requestId, const QByteArray &key, const QDateTime &now);
    /** Gives it back, `after` from now; nothing happens to a request that has none. */
    void leave(const QByteArray &requestId, const QDateTime &now, std::chrono::milliseconds after);

private:
    struct Thread {
        QByteArray key;
        QDateTime freeAt; ///< invalid while the request is under way
    };
    QHash<QByteArray, Thread> m_threads; ///< by request
};

/** The calls of the last sixty minutes, all clients of the tenant together. */
class CallCounter final {
public:
    void add(const QDateTime &now);
    [[nodiscard]] qint64 count(const QDateTime &now) const;
    /** How much longer an answer takes when so many calls have been made. */
    [[nodiscard]] static std::chrono::milliseconds delay(qint64 calls);

private:
    struct Minute {
        qint64 number = -1; ///< minutes since 1970
        qint64 calls = 0;
    };
    std::array<Minute, callMinutes> m_minutes;
};

} // namespace tandem::practiceat
