// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>

namespace tandem {

/** Why nothing leaves for a while. */
enum class HoldReason : quint8 {
    None,
    AskedToWait, ///< an answer carried Retry-After, or said in words how long to wait
    TooManyCalls, ///< 429, or the platform's own words for it
};

/** One budget of calls and what is used of it. */
struct WindowFigures {
    QString endpoint; ///< empty: the whole account
    int used = 0; ///< calls in the window, those of other programs included where the PSA tells them
    int limit = 0;
    int windowSeconds = 60;
    std::chrono::milliseconds spacing{0}; ///< calls leave at least this far apart now
    QDateTime freeAt; ///< UTC; when the next call may go; invalid: at once
};

/** What goes to one endpoint. */
struct EndpointFigures {
    QString endpoint;
    qint64 calls = 0; ///< that left since the connection was made
    int inFlight = 0;
    int waiting = 0;
    int permitsInForce = 1;
    int permitsAllowed = 1;
};

/** The calls of one account at one moment, for the status bar and the page of figures. */
struct CallFigures {
    // The fullest window: "calls 214 of 1,000 this minute".
    int callsInWindow = 0;
    int callLimit = 0; ///< 0: the platform counts no calls
    int windowSeconds = 60;

    int inFlight = 0;
    int waiting = 0; ///< of both priorities
    int waitingForeground = 0;
    int waitingBackground = 0;
    int permitsInForce = 1; ///< fewer than allowed for a while after the PSA said that there were too many
    int permitsAllowed = 1;
    qint64 calls = 0; ///< that left since the connection was made
    qint64 throttled = 0; ///< of them, refused as too many
    HoldReason holdReason = HoldReason::None;
    QDateTime heldUntil; ///< UTC; invalid: nothing is held
    bool isOffline = false;
    QDateTime probeAt; ///< UTC; when offline: the next attempt to reach the PSA
    QList<WindowFigures> windows; ///< the account's first, then by endpoint
    QList<EndpointFigures> endpoints; ///< by name
};

} // namespace tandem
