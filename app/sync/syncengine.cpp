// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/syncengine.h"

#include "psa/clients.h"
#include "sync/enginecore.h"
#include "sync/secretstore.h"

#include <QCoreApplication>
#include <QPromise>
#include <QSemaphore>
#include <QThread>

#include <utility>

namespace tandem {

namespace {

constexpr int shutdownPatienceMs = 5000;
/** Without requests there is only the database to write to. */
constexpr int abandonPatienceMs = 2000;

/** A promise that is always kept: if the engine ends before it answers, the answer is `Cancelled`. */
template<typename T>
class Answer final
{
    Q_DISABLE_COPY_MOVE(Answer)
public:
    Answer()
    {
        m_promise.start();
    }
    ~Answer()
    {
        if (!m_isGiven)
            give(fail(ErrorCode::Cancelled, SyncEngine::tr("Tandem is closing.")));
    }
    void give(const Result<T> &result)
    {
        m_isGiven = true;
        m_promise.addResult(result);
        m_promise.finish();
    }
    [[nodiscard]] QFuture<Result<T>> future() const
    {
        return m_promise.future();
    }
    void tell(qint64 done, qint64 total)
    {
        m_promise.setProgressRange(0, int(total));
        m_promise.setProgressValue(int(done));
    }
    [[nodiscard]] bool isCancelled() const
    {
        return m_promise.isCanceled();
    }

private:
    QPromise<Result<T>> m_promise;
    bool m_isGiven = false;
};

template<typename T>
void deliver(const std::shared_ptr<Answer<T>> &answer, const Result<T> &result)
{
    answer->give(result);
}

template<typename T>
QCoro::Task<void> deliverTask(std::shared_ptr<Answer<T>> answer, QCoro::Task<Result<T>> task)
{
    const Result<T> result = co_await task;
    answer->give(result);
}

template<typename T>
void deliver(const std::shared_ptr<Answer<T>> &answer, QCoro::Task<Result<T>> task)
{
    deliverTask<T>(answer, std::move(task));
}

} // namespace

void RunSummary::add(const RunSummary &other)
{
    done += other.done;
    failed += other.failed;
    held += other.held;
    seconds += other.seconds;
    lines += other.lines;
}

PsaClientFactory defaultPsaClients()
{
    return [](Platform platform, const QString &url, const Credentials &credentials, HttpClient *http) {
        return makeClient(platform, url, credentials, http);
    };
}

SyncEngine::SyncEngine(EngineOptions options, QObject *parent)
    : QObject(parent)
    , m_thread(std::make_unique<QThread>())
    , m_core(new EngineCore(std::move(options)))
{
    qRegisterMetaType<IntegrationStatus>();
    qRegisterMetaType<Activity>();
    qRegisterMetaType<PushAllStatus>();
    qRegisterMetaType<QList<RecordId>>();
    m_thread->setObjectName(QStringLiteral("sync engine"));
    m_core->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_core, &QObject::deleteLater);
    connect(m_core, &EngineCore::recordsChanged, this, &SyncEngine::recordsChanged, Qt::DirectConnection);
    connect(m_core, &EngineCore::recordSetChanged, this, &SyncEngine::recordSetChanged, Qt::DirectConnection);
    connect(m_core, &EngineCore::integrationChanged, this, &SyncEngine::integrationChanged, Qt::DirectConnection);
    connect(m_core, &EngineCore::integrationRemoved, this, &SyncEngine::integrationRemoved, Qt::DirectConnection);
    connect(m_core, &EngineCore::activity, this, &SyncEngine::activity, Qt::DirectConnection);
    connect(m_core, &EngineCore::pushAllChanged, this, &SyncEngine::pushAllChanged, Qt::DirectConnection);
    connect(m_core, &EngineCore::editCommitted, this, &SyncEngine::editCommitted, Qt::DirectConnection);
    connect(m_core, &EngineCore::requestLeft, this, &SyncEngine::requestLeft, Qt::DirectConnection);
    m_thread->start();
}

SyncEngine::~SyncEngine()
{
    // The core outlives the semaphore only in a thread that has ended, so nobody signals a dead one.
    QSemaphore stopped;
    connect(m_core, &EngineCore::stopped, m_core, [&stopped] { stopped.release(); });
    QMetaObject::invokeMethod(m_core, &EngineCore::stop, Qt::QueuedConnection);
    if (!stopped.tryAcquire(1, shutdownPatienceMs)) {
        QMetaObject::invokeMethod(m_core, &EngineCore::abandon, Qt::QueuedConnection);
        stopped.tryAcquire(1, abandonPatienceMs);
    }
    m_thread->quit();
    m_thread->wait();
}

template<typename T, typename Work>
QFuture<Result<T>> SyncEngine::post(Work work)
{
    const auto answer = std::make_shared<Answer<T>>();
    const QFuture<Result<T>> future = answer->future();
    EngineCore *const core = m_core;
    QMetaObject::invokeMethod(
        core, [core, answer, work = std::move(work)] { deliver<T>(answer, work(*core)); }, Qt::QueuedConnection);
    return future;
}

template<typename T, typename Work>
QFuture<Result<T>> SyncEngine::postLong(Work work)
{
    const auto answer = std::make_shared<Answer<T>>();
    const QFuture<Result<T>> future = answer->future();
    EngineCore *const core = m_core;
    // The work holds its answer until it ends, so the progress need not.
    const std::weak_ptr<Answer<T>> listener = answer;
    const Progress progress {.tell =
                                 [listener](qint64 done, qint64 total) {
                                     if (const auto each = listener.lock())
                                         each->tell(done, total);
                                 },
                             .isCancelled =
                                 [listener] {
                                     const auto each = listener.lock();
                                     return !each || each->isCancelled();
                                 }};
    QMetaObject::invokeMethod(
        core, [core, answer, progress, work = std::move(work)] { deliver<T>(answer, work(*core, progress)); },
        Qt::QueuedConnection);
    return future;
}

QFuture<Result<void>> SyncEngine::start()
{
    return post<void>([](EngineCore &core) { return core.start(); });
}

QFuture<Result<Saved>> SyncEngine::save(const Edit &edit)
{
    return post<Saved>([edit](EngineCore &core) { return core.save(edit); });
}

QFuture<Result<void>> SyncEngine::removeRecord(RecordId id)
{
    return post<void>([id](EngineCore &core) { return core.removeRecord(id); });
}

QFuture<Result<OptionId>> SyncEngine::ensureOption(OptionList list, const QString &name, OptionId parent)
{
    return post<OptionId>([=](EngineCore &core) { return core.ensureOption(list, name, parent); });
}

QFuture<Result<void>> SyncEngine::changeOption(OptionId id, const QString &name, std::optional<OptionId> parent)
{
    return post<void>([=](EngineCore &core) { return core.changeOption(id, name, parent); });
}

QFuture<Result<NewApiKey>> SyncEngine::createApiKey(const QString &name, Role role, const QString &person)
{
    return post<NewApiKey>([=](EngineCore &core) { return core.createApiKey(name, role, person); });
}

QFuture<Result<void>> SyncEngine::revokeApiKey(qint64 id)
{
    return post<void>([id](EngineCore &core) { return core.revokeApiKey(id); });
}

QFuture<Result<void>> SyncEngine::noteApiKeyUse(qint64 id)
{
    return post<void>([id](EngineCore &core) { return core.noteApiKeyUse(id); });
}

QFuture<Result<ServerInfo>> SyncEngine::testConnection(const ConnectionDetails &details)
{
    return post<ServerInfo>([details](EngineCore &core) { return core.testConnection(details); });
}

QFuture<Result<IntegrationId>> SyncEngine::addIntegration(const ConnectionDetails &details)
{
    return post<IntegrationId>([details](EngineCore &core) { return core.addIntegration(details); });
}

QFuture<Result<void>> SyncEngine::editConnection(IntegrationId id, const ConnectionDetails &details)
{
    return post<void>([=](EngineCore &core) { return core.editConnection(id, details); });
}

QFuture<Result<QList<IntegrationStatus>>> SyncEngine::integrations()
{
    return post<QList<IntegrationStatus>>([](EngineCore &core) { return core.integrations(); });
}

QFuture<Result<SettingsEffect>> SyncEngine::previewSettings(IntegrationId id, const SettingsChange &change)
{
    return post<SettingsEffect>([=](EngineCore &core) { return core.previewSettings(id, change); });
}

QFuture<Result<void>> SyncEngine::applySettings(IntegrationId id, const SettingsChange &change)
{
    return post<void>([=](EngineCore &core) { return core.applySettings(id, change); });
}

QFuture<Result<QList<SettingChoice>>> SyncEngine::settingChoices(IntegrationId id, const QString &key,
                                                                 const QString &search)
{
    return post<QList<SettingChoice>>([=](EngineCore &core) { return core.settingChoices(id, key, search); });
}

QFuture<Result<QList<TenantField>>> SyncEngine::customFields(IntegrationId id, AssetKind kind)
{
    return post<QList<TenantField>>([=](EngineCore &core) { return core.customFields(id, kind); });
}

QFuture<Result<CustomMapping>> SyncEngine::addCustomField(IntegrationId id, const CustomFieldRequest &request)
{
    return post<CustomMapping>([=](EngineCore &core) { return core.addCustomField(id, request); });
}

QFuture<Result<void>> SyncEngine::removeCustomField(IntegrationId id, const QString &field, const QString &person)
{
    return post<void>([=](EngineCore &core) { return core.removeCustomField(id, field, person); });
}

QFuture<Result<void>> SyncEngine::refreshLists(IntegrationId id)
{
    return post<void>([id](EngineCore &core) { return core.refreshLists(id); });
}

QFuture<Result<void>> SyncEngine::setPaused(IntegrationId id, bool paused)
{
    return post<void>([=](EngineCore &core) { return core.setPaused(id, paused); });
}

QFuture<Result<void>> SyncEngine::disconnectIntegration(IntegrationId id)
{
    return post<void>([id](EngineCore &core) { return core.disconnectIntegration(id); });
}

QFuture<Result<RunSummary>> SyncEngine::sync(IntegrationId id, bool full)
{
    return post<RunSummary>([=](EngineCore &core) { return core.sync(id, full); });
}

QFuture<Result<RunSummary>> SyncEngine::push(IntegrationId id)
{
    return post<RunSummary>([id](EngineCore &core) { return core.push(id); });
}

QFuture<Result<void>> SyncEngine::syncRecord(RecordId record, IntegrationId id)
{
    return post<void>([=](EngineCore &core) { return core.syncRecord(record, id); });
}

QFuture<Result<void>> SyncEngine::readDetails(RecordId record)
{
    return post<void>([record](EngineCore &core) { return core.readDetails(record); });
}

QFuture<Result<void>> SyncEngine::setRecordSync(RecordId record, IntegrationId id, bool enabled)
{
    return post<void>([=](EngineCore &core) { return core.setRecordSync(record, id, enabled); });
}

QFuture<Result<void>> SyncEngine::retryNow(RecordId record, IntegrationId id)
{
    return post<void>([=](EngineCore &core) { return core.retryNow(record, id); });
}

QFuture<Result<QList<WhyNot>>> SyncEngine::why(RecordId record)
{
    return post<QList<WhyNot>>([record](EngineCore &core) { return core.why(record); });
}

QFuture<Result<void>> SyncEngine::stopSync(IntegrationId id)
{
    return post<void>([id](EngineCore &core) { return core.stopSync(id); });
}

QFuture<Result<void>> SyncEngine::decideConflict(RecordId record, IntegrationId id,
                                                 const QHash<QString, ConflictChoice> &choices, const QString &person)
{
    return post<void>([=](EngineCore &core) { return core.decideConflict(record, id, choices, person); });
}

QFuture<Result<void>> SyncEngine::decideMatch(qint64 decision, const MatchChoice &choice, const QString &person)
{
    return post<void>([=](EngineCore &core) { return core.decideMatch(decision, choice, person); });
}

QFuture<Result<Saved>> SyncEngine::discardEdit(RecordId record, IntegrationId id, const QString &person)
{
    return post<Saved>([=](EngineCore &core) { return core.discardEdit(record, id, person); });
}

QFuture<Result<Saved>> SyncEngine::reapply(qint64 event, const QString &field, const QString &person)
{
    return post<Saved>([=](EngineCore &core) { return core.reapply(event, field, person); });
}

QFuture<Result<qint64>> SyncEngine::changeLinks(const LinkSelection &selection, LinkAction action,
                                                const QString &person)
{
    return postLong<qint64>(
        [=](EngineCore &core, const Progress &progress) { return core.changeLinks(selection, action, person, progress); });
}

QFuture<Result<DeletedRecords>> SyncEngine::deleteRecords(const LinkSelection &selection, const QString &folder,
                                                          const QString &person)
{
    return postLong<DeletedRecords>(
        [=](EngineCore &core, const Progress &progress) { return core.deleteRecords(selection, folder, person, progress); });
}

QFuture<Result<QHash<AssetKind, qint64>>> SyncEngine::countRemote(IntegrationId id)
{
    return post<QHash<AssetKind, qint64>>([id](EngineCore &core) { return core.countRemote(id); });
}

QFuture<Result<Plan>> SyncEngine::planPushAll(IntegrationId id, const PushAllScope &scope)
{
    return postLong<Plan>(
        [=](EngineCore &core, const Progress &progress) { return core.planPushAll(id, scope, progress); });
}

QFuture<Result<void>> SyncEngine::confirmPushAll(IntegrationId id, qint64 plan, const QString &typedName, bool again,
                                                 const QString &person)
{
    return post<void>([=](EngineCore &core) { return core.confirmPushAll(id, plan, typedName, again, person); });
}

QFuture<Result<void>> SyncEngine::setPushAllPaused(IntegrationId id, bool paused)
{
    return post<void>([=](EngineCore &core) { return core.setPushAllPaused(id, paused); });
}

QFuture<Result<void>> SyncEngine::cancelPushAll(IntegrationId id)
{
    return post<void>([id](EngineCore &core) { return core.cancelPushAll(id); });
}

QFuture<Result<void>> SyncEngine::retryPushAll(IntegrationId id)
{
    return post<void>([id](EngineCore &core) { return core.retryPushAll(id); });
}

QFuture<Result<PushAllStatus>> SyncEngine::pushAllStatus(IntegrationId id)
{
    return post<PushAllStatus>([id](EngineCore &core) { return core.pushAllStatus(id); });
}

QFuture<Result<PushAllStatus>> SyncEngine::runPushAll(IntegrationId id)
{
    return post<PushAllStatus>([id](EngineCore &core) { return core.runPushAll(id); });
}

QFuture<Result<qint64>> SyncEngine::beginImport(RecordSource source, const QString &name, const QString &person,
                                                const QJsonObject &request)
{
    return post<qint64>([=](EngineCore &core) { return core.beginImport(source, name, person, request); });
}

QFuture<Result<ImportRun>> SyncEngine::resumeImport(qint64 run)
{
    return post<ImportRun>([run](EngineCore &core) { return core.resumeImport(run); });
}

QFuture<Result<Credentials>> SyncEngine::secret(const QString &key)
{
    return post<Credentials>([key](EngineCore &core) { return core.secret(key); });
}

QFuture<Result<void>> SyncEngine::storeSecret(const QString &key, const Credentials &credentials)
{
    return post<void>([=](EngineCore &core) { return core.storeSecret(key, credentials); });
}

QFuture<Result<QList<ImportOutcome>>> SyncEngine::importRecords(qint64 run, const QList<ImportedRecord> &records)
{
    return post<QList<ImportOutcome>>([=](EngineCore &core) { return core.importRecords(run, records); });
}

QFuture<Result<ImportRun>> SyncEngine::finishImport(qint64 run, bool isCancelled)
{
    return post<ImportRun>([=](EngineCore &core) { return core.finishImport(run, isCancelled); });
}

QFuture<Result<ImportUndone>> SyncEngine::undoImport(qint64 run, const QString &person)
{
    return postLong<ImportUndone>(
        [=](EngineCore &core, const Progress &progress) { return core.undoImport(run, person, progress); });
}

QFuture<Result<QList<ImportRun>>> SyncEngine::importRuns(int limit)
{
    return post<QList<ImportRun>>([limit](EngineCore &core) { return core.importRuns(limit); });
}

QFuture<Result<DirectoryId>> SyncEngine::storeDirectory(const Directory &directory, const SecretString &password)
{
    return post<DirectoryId>([=](EngineCore &core) { return core.directories().store(directory, password); });
}

QFuture<Result<void>> SyncEngine::removeDirectory(DirectoryId id)
{
    return post<void>([=](EngineCore &core) { return core.directories().remove(id); });
}

QFuture<Result<SecretString>> SyncEngine::directoryPassword(DirectoryId id)
{
    return post<SecretString>([=](EngineCore &core) { return core.directories().password(id); });
}

QFuture<Result<void>> SyncEngine::setDirectoryPaused(DirectoryId id, bool paused)
{
    return post<void>([=](EngineCore &core) { return core.directories().setPaused(id, paused); });
}

QFuture<Result<void>> SyncEngine::noteDirectoryRun(const Directory &directory)
{
    return post<void>([=](EngineCore &core) { return core.directories().noteRun(directory); });
}

QFuture<Result<void>> SyncEngine::setDirectoryFacts(const QList<DirectoryFacts> &facts)
{
    return post<void>([=](EngineCore &core) { return core.directories().setFacts(facts); });
}

QFuture<Result<void>> SyncEngine::setLogDays(int days)
{
    return post<void>([days](EngineCore &core) { return core.setLogDays(days); });
}

QFuture<Result<QUrl>> SyncEngine::webLink(RecordId record, IntegrationId id)
{
    return post<QUrl>([=](EngineCore &core) { return core.webLink(record, id); });
}

} // namespace tandem
