// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/database.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <functional>
#include <memory>

namespace tandem {

/** A thread with a read-only connection, which does what it is asked to in order. Any thread may ask. */
class ApiReader final {
    Q_DISABLE_COPY_MOVE(ApiReader)
public:
    explicit ApiReader(const QString &databasePath);
    /** Waits for what was asked. */
    ~ApiReader();

    /** Runs `read` inside one snapshot of the database; the future always gets its result. */
    template<typename T>
    [[nodiscard]] QFuture<Result<T>> ask(std::function<Result<T>(Database &)> read)
    {
        const auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const QFuture<Result<T>> future = promise->future();
        post([this, promise, read = std::move(read)] {
            promise->addResult(answered<T>(read));
            promise->finish();
        });
        return future;
    }

private:
    void post(std::function<void()> work);
    /** Opens the database if need be, and begins. */
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> end();

    template<typename T>
    [[nodiscard]] Result<T> answered(const std::function<Result<T>(Database &)> &read)
    {
        if (const Result<void> begun = begin(); !begun)
            return fail(begun.error());
        Result<T> answer = read(*m_database);
        if (const Result<void> ended = end(); !ended && answer)
            return fail(ended.error());
        return answer;
    }

    const QString m_path;
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<Database> m_database; ///< of the thread
};

} // namespace tandem
