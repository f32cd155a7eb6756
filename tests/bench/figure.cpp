// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure.h"

#include <algorithm>

namespace tandem {

void printFigure(const char *what, double figure, double goal, const char *unit, bool moreIsBetter)
{
    const double ratio = moreIsBetter ? goal / figure : figure / goal;
    std::printf("%-56s %12.2f %-10s goal %10.2f   ratio %5.2f\n", what, figure, unit, goal, ratio);
    std::fflush(stdout);
}

double percentile(QList<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const auto index = qsizetype(double(values.size() - 1) * share);
    return values.isEmpty() ? 0 : values.at(index);
}

} // namespace tandem
