// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/circuitbreaker.h"

#include <algorithm>
#include <utility>

namespace tandem {

CircuitBreaker::CircuitBreaker(CircuitRule rule, std::function<double()> random)
    : m_rule(rule)
    , m_random(std::move(random))
{
}

CircuitBreaker::~CircuitBreaker() = default;

CircuitBreaker::Admission CircuitBreaker::admit(Moment now, bool mayProbe)
{
    if (!m_isOpen)
        return Admission::Call;
    if (!mayProbe || !isProbeDue(now))
        return Admission::Refused;
    m_isProbing = true;
    return Admission::Probe;
}

bool CircuitBreaker::noteSuccess()
{
    m_failuresInRow = 0;
    m_isProbing = false;
    return std::exchange(m_isOpen, false);
}

bool CircuitBreaker::noteFailure(Moment now, bool wasProbe)
{
    if (m_isOpen) {
        // Calls that left before it opened say nothing new.
        if (!wasProbe)
            return false;
        m_isProbing = false;
        m_pause = std::min(m_pause * 2, m_rule.longestPause);
        pause(now);
        return true;
    }
    ++m_failuresInRow;
    if (m_rule.failures <= 0 || m_failuresInRow < m_rule.failures)
        return false;
    m_isOpen = true;
    m_isProbing = false;
    m_pause = std::min(m_rule.firstPause, m_rule.longestPause);
    pause(now);
    return true;
}

/** Half of the pause is certain, half is chance, so that many desktops do not come back in the same moment.
 */
void CircuitBreaker::pause(Moment now)
{
    const double share = 0.5 + 0.5 * std::clamp(m_random(), 0.0, 1.0);
    m_probeAt = now + std::chrono::duration_cast<std::chrono::milliseconds>(m_pause * share);
}

void CircuitBreaker::probeNow(Moment now)
{
    m_probeAt = std::min(m_probeAt, now);
}

bool CircuitBreaker::isOpen() const
{
    return m_isOpen;
}

bool CircuitBreaker::isProbing() const
{
    return m_isOpen && m_isProbing;
}

bool CircuitBreaker::isProbeDue(Moment now) const
{
    return m_isOpen && !m_isProbing && now >= m_probeAt;
}

Moment CircuitBreaker::probeAt() const
{
    return m_probeAt;
}

} // namespace tandem
