// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/priority.h"

#include <QFuture>
#include <QPromise>

#include <functional>
#include <memory>
#include <utility>

namespace tandem {

/**
 * Starts `work` in a worker thread. That of the background has threads of its own, which give way to every other thread
 * of the program where cores are short, and never holds up what a person waits for.
 */
void startInWorkerThread(Priority priority, std::function<void()> work);

/** Does `work`, which must share nothing with anyone, in a worker thread; its result comes with the future. */
template<typename Work>
[[nodiscard]] auto inWorkerThread(Priority priority, Work work)
{
    using T = decltype(work());
    const auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    const QFuture<T> future = promise->future();
    startInWorkerThread(priority, [promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

} // namespace tandem
