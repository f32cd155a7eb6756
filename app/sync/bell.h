// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoro/QCoroTask>
#include <QList>
#include <QObject>

namespace tandem {

/**
 * Coroutines wait for it to ring: `co_await bell.next()`. Each that waits goes on once, in a turn of the
 * event loop of its own, however often it rings until then. (A queued connection to a signal would resume
 * twice for two emissions, the second time a coroutine that is gone.) One thread, in which it was made. Those that wait when it is
 * destroyed never go on.
 */
class Bell final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Bell)
public:
    Bell();
    ~Bell() override;

    struct Ring {
        Bell &bell;
        [[nodiscard]] bool await_ready() const noexcept;
        void await_suspend(std::coroutine_handle<> waiter) const;
        void await_resume() const noexcept;
    };
    /** The next time that it rings. */
    [[nodiscard]] Ring next();
    void ring();

private:
    QList<std::coroutine_handle<>> m_waiting;
};

} // namespace tandem
