// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/autotask/turn.h"

#include <utility>

namespace tandem::autotask {

Turn::Hold::Hold(Turn *turn)
    : m_turn(turn)
{
}

Turn::Hold::Hold(Hold &&other) noexcept
    : m_turn(std::exchange(other.m_turn, nullptr))
{
}

Turn::Hold::~Hold()
{
    if (m_turn)
        m_turn->give();
}

Turn::Awaiter::Awaiter(Turn *turn)
    : m_turn(turn)
{
}

bool Turn::Awaiter::await_ready() const noexcept
{
    return !std::exchange(m_turn->m_isTaken, true);
}

void Turn::Awaiter::await_suspend(std::coroutine_handle<> waiter) const
{
    m_turn->m_waiting.push_back(waiter);
}

Turn::Hold Turn::Awaiter::await_resume() const
{
    return Hold(m_turn);
}

Turn::Turn() = default;

Turn::~Turn()
{
    Q_ASSERT(!m_isTaken && m_waiting.empty());
}

Turn::Awaiter Turn::take()
{
    return Awaiter(this);
}

/** The turn stays taken while it goes from hand to hand, so that nobody gets in between. */
void Turn::give()
{
    if (m_waiting.empty()) {
        m_isTaken = false;
        return;
    }
    const std::coroutine_handle<> next = m_waiting.front();
    m_waiting.pop_front();
    next.resume();
}

} // namespace tandem::autotask
