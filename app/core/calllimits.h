// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <chrono>

namespace tandem {

/** What a budget of calls is counted for. */
enum class CallScope : quint8 {
    Account, ///< everything that goes to the account
    Endpoint, ///< each endpoint for itself
};

/** Once this share of a window's calls is used, calls leave at least `spacing` apart. */
struct SlowStep {
    double from = 1.0; ///< 0…1 of the window's calls
    std::chrono::milliseconds spacing{0};

    bool operator==(const SlowStep &) const = default;
};

/** So many calls within any stretch of this length. */
struct CallWindow {
    int calls = 0;
    std::chrono::seconds length{60};
    CallScope scope = CallScope::Account;
    QList<SlowStep> slowAt = {}; ///< ascending; the last one that is reached counts
    double reserve = 0; ///< 0…1 of the calls that background work leaves to people

    bool operator==(const CallWindow &) const = default;
};

/** What a platform allows one account, as its map says. */
struct CallLimits {
    int permits = 1; ///< requests under way at once
    int permitsPerEndpoint = 0; ///< requests under way at once at one endpoint; 0: as many as for the account
    QList<CallWindow> windows = {};

    bool operator==(const CallLimits &) const = default;
};

} // namespace tandem
