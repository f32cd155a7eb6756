// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "core/secretstring.h"
#include "core/syncstate.h"
#include "sources/directory/directorysync.h"
#include "store/directory.h"

#include <QFuture>
#include <QObject>

#include <memory>

class QThread;

namespace tandem {

class SyncEngine;

struct DirectoryOptions {
    QString databasePath;
    std::shared_ptr<Clock> clock = {}; ///< null: the system's
    bool runsScheduler = true; ///< false: nothing happens but what is asked for (tandemctl, tests)
    LdapPatience patience = {};
};

/** How a directory stands (rule A5). */
struct DirectoryStatus {
    Directory directory;
    QString organizationName;
    IntegrationState state = IntegrationState::NotSyncedYet;
    QString message; ///< what is wrong and what to do; empty when all is well
    qint64 contacts = 0; ///< that it feeds
    qint64 users = 0; ///< met so far, by the sync that runs
    QDateTime nextSyncAt; ///< UTC; invalid: none planned
};

/**
 * Talks to directories: tests them and brings their users in, on demand and at their intervals. libldap runs
 * in threads of its own; what is read goes to the engine, which alone writes. Connections are stored by
 * `SyncEngine::storeDirectory`. Any thread may call; futures finish in another one. Make it after the engine
 * has started, and end it before.
 */
class DirectoryService final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DirectoryService)
public:
    DirectoryService(SyncEngine &engine, DirectoryOptions options, QObject *parent = nullptr);
    /** Stops what runs; what was written stays, and the next sync goes on. */
    ~DirectoryService() override;

    /** Signs in and finds the first ten users. An empty password is the stored one, of a directory that has
     * an id. */
    [[nodiscard]] QFuture<Result<DirectoryTest>> test(const Directory &directory,
                                                      const SecretString &password);
    /** The base DNs that the server offers, and whether it is Active Directory; signs in where there is a
     * password. */
    [[nodiscard]] QFuture<Result<LdapRoot>> readRoot(const Directory &directory,
                                                     const SecretString &password);
    /** One sync to its end, after the one that runs. `NotAllowed` when another Tandem on this profile does it
     * just now. */
    [[nodiscard]] QFuture<Result<DirectorySummary>> sync(DirectoryId id, DirectoryMode mode,
                                                         const QString &person);
    [[nodiscard]] QFuture<Result<QList<DirectoryStatus>>> statuses();

Q_SIGNALS:
    /** A sync began, went on or ended, so that the statuses are others; at most every 200 ms. */
    void changed();

private:
    class Worker;
    struct Shared;

    SyncEngine &m_engine;
    const DirectoryOptions m_options;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<QThread> m_thread;
    Worker *m_worker = nullptr; ///< lives in the thread and is deleted there
};

} // namespace tandem
