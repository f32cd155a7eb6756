// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faults/accessprobe.h"
#include "faults/deed.h"
#include "faults/platformworld.h"
#include "faults/practicethread.h"
#include "support/testclock.h"

#include <QProcess>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace tandem {

class SessionSecrets;

/**
 * One deed, done again and again from the same beginning with another fault each time, and what must be true
 * afterwards: both sides end as without any fault, nothing is there twice, nothing is left to do, and two
 * more syncs write nothing. Each function answers what is wrong, a line each.
 */
class Trial final {
    Q_DISABLE_COPY_MOVE(Trial)
public:
    Trial(Platform platform, Deed deed);
    ~Trial();

    /** Prepares the profile and does the deed without a fault; call it first. */
    [[nodiscard]] QStringList learn();

    /** Whether the last trial met its fault; the first that does not was the last worth trying. */
    [[nodiscard]] bool hasStruck() const;

    enum class After {
        Restart, ///< a new engine finds what the fault left
        GoOn, ///< the same engine goes on once the fault is over
    };
    [[nodiscard]] QStringList failAccess(int n, Strike strike, After after);
    /** The n-th request meets a fault of the practice PSA. */
    [[nodiscard]] QStringList failRequest(int n, const QString &fault, After after);
    [[nodiscard]] QStringList killAt(Point point, int n);
    /** Killed while the n-th request has arrived and is not answered. */
    [[nodiscard]] QStringList killInRequest(int n, bool isApplied);

    /**
     * Begins, and is killed again and again, each time `nextDelay` milliseconds after it has begun to get on,
     * until the deed is done or there were so many rounds; answers what is wrong in the end.
     */
    [[nodiscard]] QStringList killAgainAndAgain(int rounds, const std::function<int()> &nextDelay);
    /** Of the last trial: how often it was killed, and what the PSA counted. */
    [[nodiscard]] int kills() const;
    [[nodiscard]] int creates() const;

    /** Where the last fault struck, for people. */
    [[nodiscard]] QString place() const;

private:
    void begin();
    [[nodiscard]] EngineOptions engineOptions() const;
    /** Started. */
    [[nodiscard]] std::unique_ptr<SyncEngine> makeEngine();
    /** Deed, engine and all, in a process of its own. */
    [[nodiscard]] std::unique_ptr<QProcess> startDriver(const QStringList &words);
    /** Everything a person and time would do, without faults; `engine` null: a new one. */
    [[nodiscard]] QStringList settleAndCompare(std::unique_ptr<SyncEngine> engine);
    [[nodiscard]] QStringList settle(SyncEngine &engine);
    [[nodiscard]] QStringList look();

    const PlatformWorld &m_world;
    const Deed m_deed;
    QTemporaryDir m_folder;
    PracticeThread m_practice;
    std::shared_ptr<SessionSecrets> m_secrets;
    std::shared_ptr<TestClock> m_clock;
    QString m_template;
    QString m_path;
    QStringList m_here; ///< as it must be in the end
    QStringList m_there;
    QString m_place;
    bool m_hasStruck = false;
    int m_kills = 0;
    int m_creates = 0;
};

} // namespace tandem
