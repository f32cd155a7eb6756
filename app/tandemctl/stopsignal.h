// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <memory>

class QSocketNotifier;

namespace tandem {

/** SIGTERM and SIGINT, for commands that run until then. One at a time, in the main thread. */
class StopSignal final {
    Q_DISABLE_COPY_MOVE(StopSignal)
public:
    StopSignal();
    ~StopSignal();

    /** From now on a signal does not end the program. */
    [[nodiscard]] Result<void> watch();
    /** Runs the event loop until a signal comes or came. */
    void wait();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace tandem
