// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apifault.h"
#include "api/apiresource.h"
#include "core/permission.h"

namespace tandem {

/** What a request is about. */
struct ApiTarget {
    enum class Deed : quint8 { List, Show, Create, Update, BulkUpdate, BulkDelete };

    const ApiResource *resource = nullptr;
    Deed deed = Deed::List;
    qint64 id = 0; ///< of one record or value; 0: none is named
    qint64 parentId = 0; ///< of the organization, manufacturer or country in the path; 0: none is named

    /** What the role of the key must allow. */
    [[nodiscard]] Action action() const;
};

/**
 * `/X`, `/X/ID`, `/P/ID/relationships/X` and `/P/ID/relationships/X/ID`. A blank at the end is nothing, and a
 * blank id of the parent is none: clients that join strings send both. 404 for whatever else.
 */
[[nodiscard]] ApiResult<ApiTarget> route(const ApiRequest &request);

} // namespace tandem
