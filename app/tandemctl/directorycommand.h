// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

#include "sources/directory/directoryservice.h"
#include "store/directory.h"

namespace tandem {

/** What talks to directories, for one command. */
[[nodiscard]] std::unique_ptr<DirectoryService> directoryService(Context &context,
                                                                 bool runsScheduler = false);

/** integration add directory --name NAME --url URL [--set key=value]…, after a test of the connection. */
[[nodiscard]] ExitCode addDirectory(Context &context, const QStringList &words);
[[nodiscard]] ExitCode listDirectories(Context &context);
/** integration show|settings|test|pause|resume|disconnect NAME, where NAME is a directory. */
[[nodiscard]] ExitCode runDirectory(Context &context, const QString &verb, const Directory &directory,
                                    const QStringList &words);

} // namespace tandem
