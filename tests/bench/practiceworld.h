// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure.h"

#include "store/recordlist.h"
#include "sync/secretstore.h"
#include "sync/syncengine.h"

#include <QFuture>
#include <QJsonObject>
#include <QProcess>

#include <memory>

namespace tandem {

/** How many records a practice PSA has. */
struct PracticeSize {
    int configurations = 1000;
    int organizations = 12;
    int locations = 24;
    int contacts = 160;
};

/**
 * A practice PSA in another process for as long as this lives. It stands for another machine, so it gives way where the
 * program that is measured wants a core.
 */
class Practice final
{
    Q_DISABLE_COPY_MOVE(Practice)
public:
    explicit Practice(int latencyMs, const PracticeSize &size = {}, Platform platform = Platform::ConnectWise);
    ~Practice();
    [[nodiscard]] ConnectionDetails details() const;
    [[nodiscard]] const PracticeSize &size() const;

private:
    const PracticeSize m_size;
    const Platform m_platform;
    QProcess m_process;
    QJsonObject m_hello;
};

/** The value of a future of an engine, or the end of the benchmark. */
template<typename T>
T wait(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return orDie(future.result());
}

/** A profile in `folder`, connected to a practice PSA with two-way sync on and everything pulled. */
class Profile final
{
    Q_DISABLE_COPY_MOVE(Profile)
public:
    Profile(const QString &folder, const Practice &practice);

    [[nodiscard]] const QString &path() const;
    /** Options of an engine on it; `permits` 0: the platform's own limits. */
    [[nodiscard]] EngineOptions options(bool runsScheduler, int permits = 0) const;
    /** The first so many configurations that sync; 0: all. */
    [[nodiscard]] QList<RecordRow> configurations(int count = 0) const;

private:
    const QString m_path;
    const std::shared_ptr<SecretStore> m_secrets;
};

} // namespace tandem
