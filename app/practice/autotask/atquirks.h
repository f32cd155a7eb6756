// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QStringList>

#include <optional>

namespace tandem::practiceat {

/** Habits of Autotask that sources tell differently, and states a tenant may be in; all are off from the
 * start and can be switched by `--quirks` or the control door. */
enum class Quirk : quint32 {
    HourlyLimit = 1 << 0, ///< half of the hour's calls: +0.5 s each, three quarters: +1 s, all: refused
    OthersUsedHalf = 1 << 1, ///< other integrations made 5,000 calls in this hour; implies the hourly limit
    OthersUsedMost = 1 << 2, ///< 7,500
    OthersUsedAll = 1 << 3, ///< 10,000
    LimitsAreErrors = 1 << 4, ///< what is refused for a limit has status 500 instead of 429
    SlowRelease = 1 << 5, ///< a thread stays taken for half a second after its answer
    MissingIsNotFound = 1 << 6, ///< a record that is not there is a 404 instead of `"item":null`
    ZoneOnly = 1 << 7, ///< only the zone's own address answers, not the one of zone discovery
    MovedZone = 1 << 8, ///< the tenant has moved: its former zone answers 401, zone discovery the new one
    LockOut = 1 << 9, ///< five wrong sign-ins in a row lock the API user
    InactiveCompanyIsClosed = 1 << 10, ///< what belongs to an inactive company cannot be written
    InactiveContactLosesCompany = 1 << 11, ///< an inactive contact is read with companyID 0
    NoFirstLocation = 1 << 12, ///< a new company has no location yet
    ReadOnlyUser = 1 << 13, ///< the API user may not write anything
};
Q_DECLARE_FLAGS(Quirks, Quirk)
Q_DECLARE_OPERATORS_FOR_FLAGS(Quirks)

/** Each of them brings the limit of calls in an hour. */
inline constexpr Quirks hourlyQuirks{Quirk::HourlyLimit, Quirk::OthersUsedHalf, Quirk::OthersUsedMost,
                                     Quirk::OthersUsedAll};

[[nodiscard]] QStringList quirkNames(Quirks quirks);
[[nodiscard]] QStringList allQuirkNames();
[[nodiscard]] std::optional<Quirk> quirkFromName(const QString &name);

} // namespace tandem::practiceat
