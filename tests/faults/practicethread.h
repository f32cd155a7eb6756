// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "faults/platformworld.h"
#include "support/practicedoor.h"

#include <QThread>

#include <memory>

namespace tandem {

class PracticeServer;

/**
 * A practice PSA in a thread of this process, spoken to over real HTTP: a new one takes a millisecond
 * or two, so that each of thousands of trials gets its own.
 */
class PracticeThread final : public PracticeDoor {
    Q_DISABLE_COPY_MOVE(PracticeThread)
public:
    explicit PracticeThread(const PlatformWorld &world, const PracticeSize &size = {});
    ~PracticeThread() override;

    /** A new server with the records it had first, no faults and no statistics, at the same address. */
    void startAnew();

    [[nodiscard]] QString url() const;
    [[nodiscard]] QJsonObject credentials() const;

private:
    void makeServer();

    const PlatformWorld &m_world;
    const PracticeSize m_size;
    const SystemClock m_clock;
    QThread m_thread;
    QObject m_home; ///< lives in the thread
    std::unique_ptr<PracticeServer> m_server; ///< made and ended there
    QJsonObject m_announcement;
};

} // namespace tandem
