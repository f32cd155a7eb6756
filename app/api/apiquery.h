// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiroute.h"
#include "store/recordpage.h"

namespace tandem {

/** What a list request asks for. */
struct ApiQuery {
    PageQuery page;
    qint64 number = 1; ///< of the page
    qint64 size = 50;
    bool hasFilters = false;
    QJsonObject filters; ///< as given, for `meta`
    bool includesAdapters = false; ///< `include=adapters_resources`
};

/**
 * Reads `filter[…]`, `filter[exclude][…]`, `filter[range][…]`, `sort`, `page[number]`, `page[size]` and
 * `include`. 400 for a filter or an order that the resource does not have: a filter that is passed over would
 * answer (or change, or delete) more than was asked for. 422 for a value that does not fit.
 */
[[nodiscard]] ApiResult<ApiQuery> readQuery(const ApiTarget &target,
                                            const QList<std::pair<QString, QString>> &items);

[[nodiscard]] bool includesAdapters(const QList<std::pair<QString, QString>> &items);

} // namespace tandem
