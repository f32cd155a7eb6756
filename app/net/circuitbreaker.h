// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/moment.h"

#include <QtGlobal>

#include <chrono>
#include <functional>

namespace tandem {

struct CircuitRule {
    int failures = 0; ///< consecutive ones that open the circuit; 0: it never opens
    std::chrono::milliseconds firstPause{5'000};
    std::chrono::milliseconds longestPause{300'000};
};

/**
 * Decides whether a PSA that does not answer is still called. Closed, every call goes. After `failures` in a
 * row it is open: no call goes until a pause is over, then one probe at a time; a probe that fails doubles
 * the pause, and any success closes the circuit. Pure: the moment and the random number (0…1) come from
 * outside.
 */
class CircuitBreaker final {
    Q_DISABLE_COPY_MOVE(CircuitBreaker)
public:
    enum class Admission : quint8 {
        Refused,
        Call,
        Probe, ///< its outcome decides, and must be noted
    };

    CircuitBreaker(CircuitRule rule, std::function<double()> random);
    ~CircuitBreaker();

    /** Asked once before each call. */
    [[nodiscard]] Admission admit(Moment now, bool mayProbe);
    /** The PSA answered. True when that closed the circuit. */
    bool noteSuccess();
    /** The PSA could not be reached. True when that opened the circuit, or moved the next probe. */
    bool noteFailure(Moment now, bool wasProbe);
    /** The next probe need not wait for the end of the pause, because a person asks. */
    void probeNow(Moment now);

    [[nodiscard]] bool isOpen() const;
    /** A probe is under way, whose outcome is worth waiting for. */
    [[nodiscard]] bool isProbing() const;
    /** True from the end of the pause until a probe is under way. */
    [[nodiscard]] bool isProbeDue(Moment now) const;
    /** The end of the pause; means something while the circuit is open. */
    [[nodiscard]] Moment probeAt() const;

private:
    void pause(Moment now);

    const CircuitRule m_rule;
    const std::function<double()> m_random;
    int m_failuresInRow = 0;
    bool m_isOpen = false;
    bool m_isProbing = false;
    std::chrono::milliseconds m_pause{0};
    Moment m_probeAt;
};

} // namespace tandem
