// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/kaseya/bmsquirks.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tandem::practicebms {

namespace {

struct FlagName {
    Quirk quirk;
    const char *name;
};
constexpr std::array flagNames{
    FlagName{Quirk::PascalCase, "pascal-case"},
    FlagName{Quirk::BareSummary, "bare-summary"},
    FlagName{Quirk::ZonedDates, "zoned-dates"},
    FlagName{Quirk::LocalDates, "local-dates"},
    FlagName{Quirk::ErrorsAre400, "errors-are-400"},
    FlagName{Quirk::RetryAfter, "retry-after"},
    FlagName{Quirk::NativeITGlue, "itglue-on"},
    FlagName{Quirk::NoTotals, "no-totals"},
    FlagName{Quirk::NoRefresh, "no-refresh"},
    FlagName{Quirk::SharedTokens, "shared-tokens"},
    FlagName{Quirk::NoV1, "no-v1"},
    FlagName{Quirk::ReadOnlyUser, "read-only-user"},
    FlagName{Quirk::MfaRequired, "mfa-required"},
    FlagName{Quirk::SwappedOperations, "swapped-operations"},
    FlagName{Quirk::PutKeeps, "put-keeps"},
    FlagName{Quirk::ChildrenKeepDates, "children-keep-dates"},
    FlagName{Quirk::HiddenLists, "hidden-lists"},
};

struct NumberName {
    int Quirks::*number;
    const char *name;
    int lowest;
};
constexpr std::array numberNames{
    NumberName{&Quirks::budget, "budget", 0},
    NumberName{&Quirks::tokenLife, "token-life", 1},
    NumberName{&Quirks::pageCap, "page-cap", 1},
    NumberName{&Quirks::maxLength, "max-length", 0},
};

bool readFlag(const QString &name, Quirks &quirks)
{
    for (const FlagName &item : flagNames) {
        if (name == QLatin1StringView(item.name)) {
            quirks.flags.setFlag(item.quirk);
            return true;
        }
    }
    return false;
}

bool readNumber(const QString &name, Quirks &quirks)
{
    const qsizetype equals = name.indexOf(u'=');
    for (const NumberName &item : numberNames) {
        if (equals < 0 || name.first(equals) != QLatin1StringView(item.name))
            continue;
        bool ok = false;
        const int value = name.sliced(equals + 1).toInt(&ok);
        if (ok && value >= item.lowest)
            quirks.*item.number = value;
        return ok && value >= item.lowest;
    }
    return false;
}

} // namespace

bool Quirks::has(Quirk quirk) const
{
    return flags.testFlag(quirk);
}

QStringList quirkNames(const Quirks &quirks)
{
    QStringList list;
    for (const FlagName &item : flagNames) {
        if (quirks.has(item.quirk))
            list.append(QString::fromLatin1(item.name));
    }
    const Quirks usual;
    for (const NumberName &item : numberNames) {
        if (quirks.*item.number != usual.*item.number)
            list.append(u"%1=%2"_s.arg(QLatin1StringView(item.name)).arg(quirks.*item.number));
    }
    return list;
}

QStringList allQuirkNames()
{
    QStringList list;
    for (const FlagName &item : flagNames)
        list.append(QString::fromLatin1(item.name));
    for (const NumberName &item : numberNames)
        list.append(QLatin1StringView(item.name) + u"=N"_s);
    return list;
}

tl::expected<Quirks, QString> readQuirks(const QStringList &names)
{
    Quirks quirks;
    for (const QString &name : names) {
        if (!readFlag(name, quirks) && !readNumber(name, quirks))
            return tl::unexpected(name);
    }
    return quirks;
}

} // namespace tandem::practicebms
