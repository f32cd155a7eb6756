// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/recordservice.h"

namespace tandem {

/**
 * Settles fields that both sides changed, as a person chose: the PSA's values are taken, Tandem's are queued to be pushed,
 * and what loses is kept in the history. In a transaction of its own. `NotFound` when a field is not in conflict any more.
 */
[[nodiscard]] Result<void> decideConflict(Stores &stores, RecordId record, const Integration &integration,
                                          const QHash<QString, ConflictChoice> &choices, const QString &person);

/** The edit that puts back what a line of the history replaced, or what lost a conflict (rule E5). */
[[nodiscard]] Result<Edit> reapplyingEdit(Stores &stores, qint64 event, const QString &field, const QString &person);

/**
 * The edit that puts back what the PSA has, as far as it is known here, for the fields that wait to be pushed there. As an
 * edit it goes the way of every edit: what was sent already is awaited, and then put back in the PSA too. `BadInput` when
 * nothing waits.
 */
[[nodiscard]] Result<Edit> discardingEdit(Stores &stores, RecordId record, const Integration &integration,
                                          const QString &person);

} // namespace tandem
