// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/matchdecision.h"

#include <array>

namespace tandem {

namespace {
constexpr std::array choiceNames{"open", "left", "create"};
static_assert(choiceNames.size() == size_t(MatchDecision::Choice::Count));
} // namespace

QString matchChoiceName(MatchDecision::Choice choice)
{
    return QString::fromLatin1(choiceNames.at(size_t(choice)));
}

std::optional<MatchDecision::Choice> matchChoiceFromName(const QString &name)
{
    for (size_t i = 0; i < choiceNames.size(); ++i) {
        if (name == QLatin1StringView(choiceNames[i]))
            return MatchDecision::Choice(i);
    }
    return std::nullopt;
}

} // namespace tandem
