// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coredumps.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace tandem {

void forbidCoreDumps()
{
#ifdef Q_OS_UNIX
    const rlimit none{};
    (void)setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_LINUX
    // A handler that dumps are piped to is not bound by the limit.
    (void)prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace tandem
