// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceplatform.h"

namespace tandem {

PracticePlatform::~PracticePlatform() = default;

void PracticePlatform::ended(const PracticeRequest &, const QDateTime &)
{
}

std::optional<PracticeResponse> PracticePlatform::doorOther(const QString &, const PracticeDoorChange *,
                                                            const PracticeRequest &)
{
    return std::nullopt;
}

} // namespace tandem
