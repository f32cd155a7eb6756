// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/plan.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <numeric>

namespace tandem {

namespace {

struct Words {
    const char *name;
    const char *title;
};

constexpr std::array outcomes{
    Words{"create", QT_TRANSLATE_NOOP("tandem::Plan", "Create")},
    Words{"link", QT_TRANSLATE_NOOP("tandem::Plan", "Link to an exact match")},
    Words{"update", QT_TRANSLATE_NOOP("tandem::Plan", "Update")},
    Words{"linked", QT_TRANSLATE_NOOP("tandem::Plan", "Already linked")},
    Words{"held", QT_TRANSLATE_NOOP("tandem::Plan", "Hold")},
    Words{"decision", QT_TRANSLATE_NOOP("tandem::Plan", "Needs a decision")},
};
static_assert(outcomes.size() == size_t(PlanOutcome::Count));

constexpr std::array results{
    Words{"open", QT_TRANSLATE_NOOP("tandem::Plan", "Not yet")},
    Words{"underway", QT_TRANSLATE_NOOP("tandem::Plan", "Under way")},
    Words{"created", QT_TRANSLATE_NOOP("tandem::Plan", "Created")},
    Words{"linked", QT_TRANSLATE_NOOP("tandem::Plan", "Linked")},
    Words{"updated", QT_TRANSLATE_NOOP("tandem::Plan", "Updated")},
    Words{"untouched", QT_TRANSLATE_NOOP("tandem::Plan", "Was there already")},
    Words{"held", QT_TRANSLATE_NOOP("tandem::Plan", "Held")},
    Words{"undecided", QT_TRANSLATE_NOOP("tandem::Plan", "Needs a decision")},
    Words{"failed", QT_TRANSLATE_NOOP("tandem::Plan", "Failed")},
    Words{"changed", QT_TRANSLATE_NOOP("tandem::Plan", "Changed since the preview")},
};
static_assert(results.size() == size_t(PlanResult::Count));

constexpr std::array states{"draft", "running", "paused", "cancelled", "finished"};
static_assert(states.size() == size_t(Plan::State::Count));

template<typename Enum, size_t Size>
std::optional<Enum> fromName(const std::array<Words, Size> &words, const QString &name)
{
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const Words &each) { return name == QLatin1String(each.name); });
    return found == words.end() ? std::nullopt : std::optional(Enum(found - words.begin()));
}

} // namespace

QString planOutcomeName(PlanOutcome outcome)
{
    return QString::fromLatin1(outcomes.at(size_t(outcome)).name);
}

std::optional<PlanOutcome> planOutcomeFromName(const QString &name)
{
    return fromName<PlanOutcome>(outcomes, name);
}

QString planOutcomeTitle(PlanOutcome outcome)
{
    return QCoreApplication::translate("tandem::Plan", outcomes.at(size_t(outcome)).title);
}

QString planResultName(PlanResult result)
{
    return QString::fromLatin1(results.at(size_t(result)).name);
}

std::optional<PlanResult> planResultFromName(const QString &name)
{
    return fromName<PlanResult>(results, name);
}

QString planResultTitle(PlanResult result)
{
    return QCoreApplication::translate("tandem::Plan", results.at(size_t(result)).title);
}

QString planStateName(Plan::State state)
{
    return QString::fromLatin1(states.at(size_t(state)));
}

std::optional<Plan::State> planStateFromName(const QString &name)
{
    const auto found = std::find_if(states.begin(), states.end(),
                                    [&](const char *each) { return name == QLatin1String(each); });
    return found == states.end() ? std::nullopt : std::optional(Plan::State(found - states.begin()));
}

bool Plan::isConfirmed() const
{
    return confirmedAt.isValid();
}

qint64 PlanCounts::of(PlanOutcome outcome) const
{
    return outcomes.at(size_t(outcome));
}

qint64 PlanCounts::of(PlanResult result) const
{
    return results.at(size_t(result));
}

qint64 PlanCounts::total() const
{
    return std::accumulate(outcomes.begin(), outcomes.end(), qint64(0));
}

void PlanCounts::add(const PlanCounts &other)
{
    std::transform(outcomes.begin(), outcomes.end(), other.outcomes.begin(), outcomes.begin(), std::plus<>());
    std::transform(results.begin(), results.end(), other.results.begin(), results.begin(), std::plus<>());
}

} // namespace tandem
