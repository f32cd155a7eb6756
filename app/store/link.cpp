// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/link.h"

#include <array>

namespace tandem {

namespace {
constexpr std::array stageNames{"queued", "in_flight", "unknown", "waiting", "held", "rejected", "conflict"};
static_assert(stageNames.size() == size_t(Push::Stage::Count));
} // namespace

bool Link::isLinked() const
{
    return !remote.id.isEmpty();
}

QString pushStageName(Push::Stage stage)
{
    return QString::fromLatin1(stageNames.at(size_t(stage)));
}

std::optional<Push::Stage> pushStageFromName(const QString &name)
{
    for (size_t i = 0; i < stageNames.size(); ++i) {
        if (name == QLatin1StringView(stageNames[i]))
            return Push::Stage(i);
    }
    return std::nullopt;
}

} // namespace tandem
