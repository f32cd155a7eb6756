// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTimer>

#include <chrono>

namespace tandem {

inline const QString noAnswer = QStringLiteral("The engine does not answer.");

/** Waits for the engine; `noAnswer` when it does not answer at all. For threads with a QCoreApplication. */
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
        return fail(ErrorCode::Usage, noAnswer);
    return future.result();
}

/** A fault may make a deed fail, but not keep its person waiting. */
[[nodiscard]] inline bool isAnswer(const Result<void> &done)
{
    return done || done.error().message != noAnswer;
}

/** Only whether it went well. */
template<typename T>
[[nodiscard]] Result<void> doneOf(const QFuture<Result<T>> &future)
{
    const Result<T> answer = answerOf(future);
    return answer ? Result<void>() : fail(answer.error());
}

} // namespace tandem
