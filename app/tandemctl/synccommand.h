// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

#include "store/event.h"

namespace tandem {

[[nodiscard]] ExitCode runSync(Context &context, const QStringList &words);
[[nodiscard]] ExitCode runPush(Context &context, const QStringList &words);
[[nodiscard]] ExitCode runLog(Context &context, const QStringList &words);
[[nodiscard]] ExitCode runStatus(Context &context, const QStringList &words);
/** Runs the engine with its scheduler until SIGTERM or SIGINT. */
[[nodiscard]] ExitCode runWorker(Context &context, const QStringList &words);

[[nodiscard]] QString eventToText(const Event &event);

} // namespace tandem
