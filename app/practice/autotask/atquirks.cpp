// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/autotask/atquirks.h"

#include <array>

namespace tandem::practiceat {

namespace {

struct QuirkName {
    Quirk quirk;
    const char *name;
};

constexpr std::array names{
    QuirkName{Quirk::HourlyLimit, "hourly-limit"},
    QuirkName{Quirk::OthersUsedHalf, "others-used-half"},
    QuirkName{Quirk::OthersUsedMost, "others-used-most"},
    QuirkName{Quirk::OthersUsedAll, "others-used-all"},
    QuirkName{Quirk::LimitsAreErrors, "limits-are-errors"},
    QuirkName{Quirk::SlowRelease, "slow-release"},
    QuirkName{Quirk::MissingIsNotFound, "missing-is-not-found"},
    QuirkName{Quirk::ZoneOnly, "zone-only"},
    QuirkName{Quirk::MovedZone, "moved-zone"},
    QuirkName{Quirk::LockOut, "lock-out"},
    QuirkName{Quirk::InactiveCompanyIsClosed, "inactive-company-is-closed"},
    QuirkName{Quirk::InactiveContactLosesCompany, "inactive-contact-loses-company"},
    QuirkName{Quirk::NoFirstLocation, "no-first-location"},
    QuirkName{Quirk::ReadOnlyUser, "read-only-user"},
};

} // namespace

QStringList quirkNames(Quirks quirks)
{
    QStringList list;
    for (const QuirkName &item : names) {
        if (quirks.testFlag(item.quirk))
            list.append(QString::fromLatin1(item.name));
    }
    return list;
}

QStringList allQuirkNames()
{
    return quirkNames(Quirks::fromInt(~0U));
}

std::optional<Quirk> quirkFromName(const QString &name)
{
    for (const QuirkName &item : names) {
        if (name == QLatin1StringView(item.name))
            return item.quirk;
    }
    return std::nullopt;
}

} // namespace tandem::practiceat
