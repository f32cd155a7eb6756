// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/kaseya/bmsanswer.h"

#include <QJsonArray>

namespace tandem::practicebms {

/** What the OData parameters of the older API leave of a list. */
struct ODataPage {
    QJsonArray rows;
    qint64 total = 0; ///< that pass $filter
};

/** Carries out $filter (comparisons, contains, startswith and substringof, joined by "and"), $orderby (one
 * member), $skip and $top. */
[[nodiscard]] Answer<ODataPage> odataPage(const QJsonArray &rows, const PracticeRequest &request, int cap);

} // namespace tandem::practicebms
