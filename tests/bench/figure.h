// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace tandem {

/** Prints one line: what, figure, unit, goal, and figure over goal (goal over figure where more is better): 1 or less is met. */
void printFigure(const char *what, double figure, double goal, const char *unit, bool moreIsBetter = false);
/** The value below which this share (0…1) of the values lies. */
[[nodiscard]] double percentile(QList<double> values, double share);

/** The value, or the end of the benchmark with the error's words. */
template<typename T>
T orDie(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().message));
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace tandem
