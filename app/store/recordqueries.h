// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/integration.h"
#include "store/recordlist.h"
#include "store/recordview.h"

#include <QHash>
#include <QList>

#include <functional>
#include <optional>

namespace tandem {

class Database;

/**
 * What a badge shows for a record with an integration: the one place that knows. `stored` is the state of the
 * link's row, unset when there is none: then it is not yet pushed (rule B5) or, with two-way off, not
 * syncing. What waits for a paused integration shows as paused, what is left of a disconnected one as
 * disconnected.
 */
[[nodiscard]] SyncState shownState(const Integration &integration, std::optional<SyncState> stored);

/**
 * Ids that match, in order. An order by name, by organization, by kind or by state is read off an index
 * whatever the number; other orders are sorted. `limit` 0: all. `isOvertaken` is asked now and then, also
 * from the first row on; when it says yes the answer is the error `Cancelled`.
 */
[[nodiscard]] Result<QList<RecordId>> recordIds(Database &database, const RecordQuery &query,
                                                qsizetype limit = 0,
                                                const std::function<bool()> &isOvertaken = {});
/** Rows in the order of the ids; ids of records that are gone are left out. */
[[nodiscard]] Result<QList<RecordRow>> recordRows(Database &database, const QList<RecordId> &ids);
/** `NotFound` when there is none. `now` is for times in sentences ("at 12:03" today); invalid: dates are
 * always shown. */
[[nodiscard]] Result<RecordView> recordView(Database &database, RecordId id,
                                            const QDateTime &now = QDateTime::currentDateTimeUtc());
/** For the sidebar. `perState` counts each record once for each state it has in any integration, as
 * `recordIds` finds. */
[[nodiscard]] Result<RecordCounts> recordCounts(Database &database);
/** How many records of each kind show each state of this integration; states without records are absent. */
[[nodiscard]] Result<QHash<AssetKind, QHash<SyncState, qint64>>> countsByState(Database &database,
                                                                               IntegrationId integration);

/** Records to choose from, by name; those of `organizationId` when not 0; `search` as in RecordQuery; `limit`
 * 0: all. */
[[nodiscard]] Result<QList<Choice>> recordChoices(Database &database, AssetKind kind, RecordId organizationId,
                                                  const QString &search, int limit);
/** Values of a list, by name; those of `parentId`, and those without a parent, when it is not 0. */
[[nodiscard]] Result<QList<Choice>> optionChoices(Database &database, OptionList list, OptionId parentId);

} // namespace tandem
