// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

namespace tandem {

/** How long work tells how far it is, and hears that nobody wants it any more. Both may be empty. */
struct Progress {
    std::function<void(qint64 done, qint64 total)> tell;
    std::function<bool()> isCancelled;
};

} // namespace tandem
