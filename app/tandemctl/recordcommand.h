// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

#include "core/record.h"

namespace tandem {

/** `record list|get|create|set|delete|history|sync|disable|enable`. */
[[nodiscard]] ExitCode runRecord(Context &context, const QStringList &words);
/** `why KIND ID`: every gate that holds the record, with its remedies. */
[[nodiscard]] ExitCode runWhy(Context &context, const QStringList &words);

/** A record by the two words KIND ID; `Usage` or `NotFound`. */
[[nodiscard]] Result<Record> recordOf(Context &context, const QString &kind, const QString &id);

} // namespace tandem
