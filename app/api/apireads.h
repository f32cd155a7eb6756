// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiquery.h"

#include <QJsonArray>

namespace tandem {

// What is read, with a connection in the thread of its own: a page or a record, as the answer's body.

/** 404 unless the organization, manufacturer or country that the path names is there; it may name none. */
[[nodiscard]] ApiResult<void> checkParent(Database &database, const ApiTarget &target);

[[nodiscard]] ApiResult<ApiAnswer> readList(Database &database, const ApiRequest &request,
                                            const ApiTarget &target);
[[nodiscard]] ApiResult<ApiAnswer> readOne(Database &database, const ApiRequest &request,
                                           const ApiTarget &target);

/** The objects with these ids in their order, for the answer to a write; those that are gone are left out. */
[[nodiscard]] ApiResult<QJsonArray> readObjects(Database &database, const ApiResource &resource,
                                                const QList<qint64> &ids);

} // namespace tandem
