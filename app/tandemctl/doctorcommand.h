// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace tandem {

/** Looks at database, disk, keychain, TLS, clock and each integration, and says what is wrong and what to do. */
[[nodiscard]] ExitCode runDoctor(const GlobalOptions &options, const QStringList &words);

} // namespace tandem
