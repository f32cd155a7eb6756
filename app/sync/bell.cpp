// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/bell.h"

#include <utility>

namespace tandem {

Bell::Bell() = default;

Bell::~Bell() = default;

Bell::Ring Bell::next()
{
    return {*this};
}

void Bell::ring()
{
    const QList<std::coroutine_handle<>> waiting = std::exchange(m_waiting, {});
    for (const std::coroutine_handle<> waiter : waiting)
        QMetaObject::invokeMethod(
            this, [waiter] { waiter.resume(); }, Qt::QueuedConnection);
}

bool Bell::Ring::await_ready() const noexcept
{
    return false;
}

void Bell::Ring::await_suspend(std::coroutine_handle<> waiter) const
{
    bell.m_waiting.append(waiter);
}

void Bell::Ring::await_resume() const noexcept
{
}

} // namespace tandem
