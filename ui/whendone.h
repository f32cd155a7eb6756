// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace tandem {

/**
 * Calls `work(result)` in the thread of `context` once the future has its result. It is never called after
 * `context` is gone (Qt 6.4's own `then` with a context does not survive that), nor when the future was
 * cancelled.
 */
template<typename T, typename Work>
void whenDone(const QFuture<T> &future, QObject *context, Work work)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, work = std::move(work)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             work(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace tandem
