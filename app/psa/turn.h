// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <coroutine>
#include <deque>

namespace tandem {

/**
 * Lets the coroutines of one thread through one after the other, or so many at once, in the order in which they
 * came. It must outlive those that wait or hold it.
 */
class Turn final {
    Q_DISABLE_COPY_MOVE(Turn)
public:
    /** Has the turn until it is destroyed, which lets the next one go on at once. */
    class Hold final {
        Q_DISABLE_COPY(Hold)
    public:
        explicit Hold(Turn *turn);
        Hold(Hold &&other) noexcept;
        Hold &operator=(Hold &&) = delete;
        ~Hold();

    private:
        Turn *m_turn;
    };

    class Awaiter final {
    public:
        explicit Awaiter(Turn *turn);
        [[nodiscard]] bool await_ready() const noexcept;
        void await_suspend(std::coroutine_handle<> waiter) const;
        [[nodiscard]] Hold await_resume() const;

    private:
        Turn *const m_turn;
    };

    explicit Turn(int places = 1);
    ~Turn();

    /** `const Turn::Hold hold = co_await turn.take();` */
    [[nodiscard]] Awaiter take();
    /** Whether somebody waits for a turn. */
    [[nodiscard]] bool isCrowded() const;

private:
    void give();

    const int m_places;
    int m_free;
    std::deque<std::coroutine_handle<>> m_waiting;
};

} // namespace tandem
