// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTimer>

#include <chrono>

namespace tandem {

/** Waits for the engine; `TimedOut` when it does not answer at all. For threads with a QCoreApplication. */
template<typename T>
[[nodiscard]] Result<T> answerOf(const QFuture<Result<T>> &future)
{
    constexpr std::chrono::seconds patience(20);
    QFutureWatcher<Result<T>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished()) {
        QTimer::singleShot(patience, &loop, &QEventLoop::quit);
        loop.exec();
    }
    if (!future.isFinished())
        return fail(ErrorCode::TimedOut, QStringLiteral("The engine does not answer."));
    return future.result();
}

/** Only whether it went well. */
template<typename T>
[[nodiscard]] Result<void> doneOf(const QFuture<Result<T>> &future)
{
    const Result<T> answer = answerOf(future);
    return answer ? Result<void>() : fail(answer.error());
}

} // namespace tandem
