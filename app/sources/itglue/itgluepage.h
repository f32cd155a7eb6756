// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QUrl>

namespace tandem {

/** One page of a list: JSON:API with `data`, `meta` and `links` (IT Glue's developer page, "Pagination"). */
struct ItGluePage {
    QList<QJsonObject> rows; ///< each with `id` and `attributes`
    int nextPage = 0; ///< 0: this was the last one
    qint64 totalCount = -1; ///< of the whole list; -1: not told
};

/**
 * Reads the answer to a request for the page `asked`. `BadAnswer` when it is no such page, when it leads to
 * another server than `address`, or when its pages do not go forward, so that reading them would not end. Any
 * bytes may come.
 */
[[nodiscard]] Result<ItGluePage> readItGluePage(const QByteArray &body, const QUrl &address, int asked);

/** The one object of an answer that is no list. */
[[nodiscard]] Result<QJsonObject> readItGlueObject(const QByteArray &body);

/** Ids are texts or numbers, depending on the place; "" when it is none. */
[[nodiscard]] QString itGlueId(const QJsonValue &value);

} // namespace tandem
