// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/directory/directoryservice.h"

#include "core/logging.h"
#include "core/workerthread.h"
#include "store/database.h"
#include "store/directorystore.h"
#include "store/recordstore.h"
#include "sync/syncengine.h"

#include <QElapsedTimer>
#include <QHash>
#include <QLockFile>
#include <QMutex>
#include <QPromise>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto scheduleInterval = 5s;
constexpr qint64 announceMs = 200;

IntegrationState stateOf(const Directory &directory)
{
    if (directory.isPaused)
        return IntegrationState::Paused;
    if (directory.problem) {
        const Error problem{.code = *directory.problem, .message = {}};
        if (problem.code == ErrorCode::SignInFailed || problem.code == ErrorCode::SecretMissing)
            return IntegrationState::SignInFailed;
        return problem.isTransient() ? IntegrationState::Offline : IntegrationState::Error;
    }
    return directory.lastSyncAt.isValid() ? IntegrationState::UpToDate : IntegrationState::NotSyncedYet;
}

} // namespace

/** What several threads know. */
struct DirectoryService::Shared {
    std::atomic_bool isStopping = false;
    QMutex mutex;
    DirectoryId running = 0;
    qint64 users = 0; ///< of the one that runs
    QHash<DirectoryId, int> waiting;
    QHash<DirectoryId, QDateTime> triedAt;

    /** When the scheduler takes it up; invalid: not by itself. */
    [[nodiscard]] QDateTime nextAt(const Directory &directory)
    {
        const bool isNew = !directory.lastSyncAt.isValid() && !directory.problem;
        // A wrong password that is tried again and again locks the account.
        const bool mustStop = directory.problem == ErrorCode::SignInFailed;
        if (directory.isPaused || directory.intervalMinutes <= 0 || isNew || mustStop)
            return {};
        const QMutexLocker locker(&mutex);
        const QDateTime tried = triedAt.value(directory.id, directory.lastSyncAt);
        return tried.isValid() ? tried.addSecs(qint64(directory.intervalMinutes) * 60)
                               : QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    }
};

/** In the thread of the syncs, which are done one after the other. */
class DirectoryService::Worker final : public QObject {
public:
    Worker(DirectoryService &service, SyncEngine &engine, DirectoryOptions options,
           std::shared_ptr<Shared> shared)
        : m_service(service)
        , m_engine(engine)
        , m_options(std::move(options))
        , m_shared(std::move(shared))
    {
    }

    void startSchedule()
    {
        m_timer = std::make_unique<QTimer>();
        connect(m_timer.get(), &QTimer::timeout, this, &Worker::tick);
        m_timer->start(scheduleInterval);
    }

    Result<DirectorySummary> sync(DirectoryId id, DirectoryMode mode, const QString &person)
    {
        const Result<void> opened = open();
        if (!opened)
            return fail(opened.error());
        const Result<Directory> directory = DirectoryStore(*m_database).get(id);
        if (!directory)
            return fail(directory.error());
        QLockFile lock(m_options.databasePath + u".directories.lock"_s);
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0)) {
            return fail(ErrorCode::NotAllowed,
                        DirectoryService::tr(
                            "Another Tandem on this profile reads directories just now. Wait for its end."));
        }
        QFuture<Result<SecretString>> asked = m_engine.directoryPassword(id);
        asked.waitForFinished();
        const Result<SecretString> password = asked.result();
        begin(id);
        Result<DirectorySummary> summary = fail(ErrorCode::Internal, QString());
        if (password) {
            DirectorySync run(*directory,
                              {.engine = m_engine,
                               .database = *m_database,
                               .clock = *m_options.clock,
                               .patience = m_options.patience,
                               .isCancelled = [this] { return m_shared->isStopping.load(); },
                               .tell = [this](qint64 users) { tell(users); }},
                              person);
            summary = run.run(*password, mode);
        } else {
            summary = fail(password.error());
            noteProblem(*directory, password.error());
        }
        end();
        return summary;
    }

private:
    Result<void> open()
    {
        if (m_database)
            return {};
        Result<std::unique_ptr<Database>> database =
            Database::open(m_options.databasePath, Database::Mode::ReadOnly);
        if (!database)
            return fail(database.error());
        m_database = std::move(*database);
        return {};
    }

    void noteProblem(Directory directory, const Error &problem)
    {
        directory.problem = problem.code;
        directory.problemText = problem.message;
        m_engine.noteDirectoryRun(directory).waitForFinished();
    }

    void begin(DirectoryId id)
    {
        {
            const QMutexLocker locker(&m_shared->mutex);
            m_shared->running = id;
            m_shared->users = 0;
            m_shared->triedAt.insert(id, m_options.clock->nowUtc());
        }
        m_sinceTold.start();
        Q_EMIT m_service.changed();
    }

    void tell(qint64 users)
    {
        if (m_sinceTold.elapsed() < announceMs)
            return;
        m_sinceTold.restart();
        {
            const QMutexLocker locker(&m_shared->mutex);
            m_shared->users = users;
        }
        Q_EMIT m_service.changed();
    }

    void end()
    {
        {
            const QMutexLocker locker(&m_shared->mutex);
            m_shared->running = 0;
        }
        Q_EMIT m_service.changed();
    }

    void tick()
    {
        if (m_shared->isStopping || !open())
            return;
        const Result<QList<Directory>> directories = DirectoryStore(*m_database).all();
        if (!directories)
            return;
        for (const Directory &directory : *directories) {
            const QDateTime next = m_shared->nextAt(directory);
            if (!next.isValid() || next > m_options.clock->nowUtc() || m_shared->isStopping)
                continue;
            const Result<DirectorySummary> summary = sync(directory.id, DirectoryMode::Delta, {});
            if (!summary)
                qCInfo(lcSync) << "A sync with a directory ended early:" << summary.error().message;
        }
    }

    DirectoryService &m_service;
    SyncEngine &m_engine;
    const DirectoryOptions m_options;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<Database> m_database; ///< for reading
    std::unique_ptr<QTimer> m_timer;
    QElapsedTimer m_sinceTold;
};

DirectoryService::DirectoryService(SyncEngine &engine, DirectoryOptions options, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_options([&] {
        if (!options.clock)
            options.clock = std::make_shared<SystemClock>();
        return options;
    }())
    , m_shared(std::make_shared<Shared>())
    , m_thread(std::make_unique<QThread>())
    , m_worker(new Worker(*this, engine, m_options, m_shared))
{
    m_thread->setObjectName(u"directories"_s);
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
    if (m_options.runsScheduler)
        QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->startSchedule(); });
}

DirectoryService::~DirectoryService()
{
    m_shared->isStopping = true;
    m_thread->quit();
    m_thread->wait();
}

QFuture<Result<DirectoryTest>> DirectoryService::test(const Directory &directory,
                                                      const SecretString &password)
{
    QFuture<Result<SecretString>> stored;
    const bool needsStored =
        password.isEmpty() && directory.id != 0 && directory.bind == DirectoryBind::Simple;
    if (needsStored)
        stored = m_engine.directoryPassword(directory.id);
    const auto work = [directory, password, needsStored, stored, options = m_options,
                       shared = m_shared]() -> Result<DirectoryTest> {
        SecretString secret = password;
        if (needsStored) {
            QFuture<Result<SecretString>> asked = stored;
            asked.waitForFinished();
            const Result<SecretString> known = asked.result();
            if (!known)
                return fail(known.error());
            secret = *known;
        }
        return testDirectory(directory, secret, options.clock->nowUtc(), options.patience,
                             [shared] { return shared->isStopping.load(); });
    };
    return inWorkerThread(Priority::Foreground, work);
}

QFuture<Result<LdapRoot>> DirectoryService::readRoot(const Directory &directory, const SecretString &password)
{
    return inWorkerThread(Priority::Foreground,
                          [directory, password, options = m_options, shared = m_shared] {
                              return readDirectoryRoot(directory, password, options.patience,
                                                       [shared] { return shared->isStopping.load(); });
                          });
}

QFuture<Result<DirectorySummary>> DirectoryService::sync(DirectoryId id, DirectoryMode mode,
                                                         const QString &person)
{
    const auto promise = std::make_shared<QPromise<Result<DirectorySummary>>>();
    promise->start();
    const QFuture<Result<DirectorySummary>> future = promise->future();
    {
        const QMutexLocker locker(&m_shared->mutex);
        ++m_shared->waiting[id];
    }
    const auto work = [promise, worker = m_worker, shared = m_shared, id, mode, person] {
        {
            const QMutexLocker locker(&shared->mutex);
            if (--shared->waiting[id] <= 0)
                shared->waiting.remove(id);
        }
        promise->addResult(shared->isStopping ? Result<DirectorySummary>(
                               fail(ErrorCode::Cancelled, tr("Tandem is closing.")))
                                              : worker->sync(id, mode, person));
        promise->finish();
    };
    QMetaObject::invokeMethod(m_worker, work, Qt::QueuedConnection);
    Q_EMIT changed();
    return future;
}

QFuture<Result<QList<DirectoryStatus>>> DirectoryService::statuses()
{
    const auto work = [options = m_options, shared = m_shared]() -> Result<QList<DirectoryStatus>> {
        const Result<std::unique_ptr<Database>> database =
            Database::open(options.databasePath, Database::Mode::ReadOnly);
        if (!database)
            return fail(database.error());
        const DirectoryStore store(**database);
        const Result<QList<Directory>> directories = store.all();
        if (!directories)
            return fail(directories.error());
        QList<DirectoryStatus> statuses;
        for (const Directory &directory : *directories) {
            const Result<qint64> contacts = store.countOf(directory.id);
            if (!contacts)
                return fail(contacts.error());
            const Result<Record> organization = RecordStore(**database).get(directory.organizationId);
            DirectoryStatus status{.directory = directory,
                                   .organizationName = organization ? organization->displayName() : QString(),
                                   .state = stateOf(directory),
                                   .message = directory.problemText,
                                   .contacts = *contacts,
                                   .nextSyncAt = shared->nextAt(directory)};
            const QMutexLocker locker(&shared->mutex);
            if (shared->running == directory.id) {
                status.state = IntegrationState::Syncing;
                status.users = shared->users;
            } else if (shared->waiting.contains(directory.id)) {
                status.state = IntegrationState::Queued;
            }
            statuses.append(status);
        }
        return statuses;
    };
    return inWorkerThread(Priority::Foreground, work);
}

} // namespace tandem
