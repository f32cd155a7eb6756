// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

#include "core/record.h"

namespace tandem {

/** `record list|get|create|set|delete|history|sync|disable|enable|disconnect|reconnect`. */
[[nodiscard]] ExitCode runRecord(Context &context, const QStringList &words);
/** `why KIND ID`: every gate that holds the record, with its remedies. */
[[nodiscard]] ExitCode runWhy(Context &context, const QStringList &words);

/** The record as it is now. */
[[nodiscard]] ExitCode printRecord(Context &context, RecordId id);
/** A record by the two words KIND ID; `Usage` or `NotFound`. */
[[nodiscard]] Result<Record> recordOf(Context &context, const QString &kind, const QString &id);

} // namespace tandem
