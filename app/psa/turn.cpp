// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/turn.h"

#include <utility>

namespace tandem {

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
    if (m_turn->m_free == 0)
        return false;
    --m_turn->m_free;
    return true;
}

void Turn::Awaiter::await_suspend(std::coroutine_handle<> waiter) const
{
    m_turn->m_waiting.push_back(waiter);
}

Turn::Hold Turn::Awaiter::await_resume() const
{
    return Hold(m_turn);
}

Turn::Turn(int places)
    : m_places(places)
    , m_free(places)
{
}

Turn::~Turn()
{
    Q_ASSERT(m_free == m_places && m_waiting.empty());
}

bool Turn::isCrowded() const
{
    return !m_waiting.empty();
}

Turn::Awaiter Turn::take()
{
    return Awaiter(this);
}

/** The turn stays taken while it goes from hand to hand, so that nobody gets in between. */
void Turn::give()
{
    if (m_waiting.empty()) {
        ++m_free;
        return;
    }
    const std::coroutine_handle<> next = m_waiting.front();
    m_waiting.pop_front();
    next.resume();
}

} // namespace tandem
