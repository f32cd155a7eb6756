// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordview.h"

#include <QJsonObject>

namespace tandem {

/**
 * A record as scripts see it: list values by name with the id beside it ("…_id"), references by id with the name beside
 * it ("…_name"), and where it stands with each integration.
 */
[[nodiscard]] QJsonObject recordToJson(const RecordView &view);
/** A line of the log as scripts see it. */
[[nodiscard]] QJsonObject eventToJson(const Event &event);
/** The same with all that a deletion takes away: links with their baselines, and the history. */
[[nodiscard]] QJsonObject backupToJson(const RecordView &view, const QList<Event> &history);

} // namespace tandem
