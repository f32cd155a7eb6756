// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/bell.h"
#include "sync/changenotifier.h"
#include "sync/connection.h"
#include "sync/directoryregistry.h"
#include "sync/customfieldmanager.h"
#include "sync/groupcommit.h"
#include "sync/importservice.h"
#include "sync/linkmanager.h"
#include "sync/puller.h"
#include "sync/pushallrun.h"
#include "sync/pusher.h"
#include "sync/recordservice.h"
#include "sync/syncengine.h"

#include <QHash>
#include <QLockFile>
#include <QTimer>

#include <memory>

namespace tandem {

/**
 * The engine itself, in its thread: it owns the database connection, the connections to the PSAs and the timers, all made
 * there. Only `SyncEngine` talks to it; its functions mirror that façade, where they are documented.
 */
class EngineCore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineCore)
public:
    explicit EngineCore(EngineOptions options);
    /** Tests: on a database that is open already and that no other engine uses. */
    EngineCore(EngineOptions options, std::shared_ptr<Database> database);
    ~EngineCore() override;

    Result<void> start();
    /** Stops new work; `stopped` follows once nothing is under way. */
    void stop();
    /** Ends the requests that are still under way; what may have arrived is noted as unknown. */
    void abandon();

    Result<Saved> save(const Edit &edit);
    Result<void> removeRecord(RecordId id);
    Result<OptionId> ensureOption(OptionList list, const QString &name, OptionId parent);
    Result<void> changeOption(OptionId id, const QString &name, std::optional<OptionId> parent);
    Result<NewApiKey> createApiKey(const QString &name, Role role, const QString &person);
    Result<void> revokeApiKey(qint64 id);
    Result<void> noteApiKeyUse(qint64 id);
    QCoro::Task<Result<ServerInfo>> testConnection(ConnectionDetails details);
    QCoro::Task<Result<IntegrationId>> addIntegration(ConnectionDetails details);
    QCoro::Task<Result<void>> editConnection(IntegrationId id, ConnectionDetails details);
    Result<QList<IntegrationStatus>> integrations();
    Result<SettingsEffect> previewSettings(IntegrationId id, const SettingsChange &change);
    Result<void> applySettings(IntegrationId id, const SettingsChange &change);
    QCoro::Task<Result<QList<SettingChoice>>> settingChoices(IntegrationId id, QString key, QString search);
    QCoro::Task<Result<QList<TenantField>>> customFields(IntegrationId id, AssetKind kind);
    QCoro::Task<Result<CustomMapping>> addCustomField(IntegrationId id, CustomFieldRequest request);
    QCoro::Task<Result<void>> removeCustomField(IntegrationId id, QString field, QString person);
    QCoro::Task<Result<void>> refreshLists(IntegrationId id);
    Result<void> setPaused(IntegrationId id, bool paused);
    QCoro::Task<Result<void>> disconnectIntegration(IntegrationId id);
    QCoro::Task<Result<RunSummary>> sync(IntegrationId id, bool full);
    Result<void> stopSync(IntegrationId id);
    QCoro::Task<Result<RunSummary>> push(IntegrationId id);
    QCoro::Task<Result<void>> syncRecord(RecordId record, IntegrationId id);
    QCoro::Task<Result<void>> readDetails(RecordId record);
    Result<void> setRecordSync(RecordId record, IntegrationId id, bool enabled);
    Result<void> decideConflict(RecordId record, IntegrationId id, const QHash<QString, ConflictChoice> &choices,
                                const QString &person);
    QCoro::Task<Result<void>> decideMatch(qint64 decision, MatchChoice choice, QString person);
    Result<Saved> discardEdit(RecordId record, IntegrationId id, const QString &person);
    Result<Saved> reapply(qint64 event, const QString &field, const QString &person);
    QCoro::Task<Result<qint64>> changeLinks(LinkSelection selection, LinkAction action, QString person,
                                            Progress progress);
    QCoro::Task<Result<DeletedRecords>> deleteRecords(LinkSelection selection, QString folder, QString person,
                                                      Progress progress);
    QCoro::Task<Result<QHash<AssetKind, qint64>>> countRemote(IntegrationId id);
    QCoro::Task<Result<Plan>> planPushAll(IntegrationId id, PushAllScope scope, Progress progress);
    Result<void> confirmPushAll(IntegrationId id, qint64 plan, const QString &typedName, bool again,
                                const QString &person);
    Result<void> setPushAllPaused(IntegrationId id, bool paused);
    Result<void> cancelPushAll(IntegrationId id);
    Result<void> retryPushAll(IntegrationId id);
    Result<PushAllStatus> pushAllStatus(IntegrationId id);
    QCoro::Task<Result<PushAllStatus>> runPushAll(IntegrationId id);
    Result<qint64> beginImport(RecordSource source, const QString &name, const QString &person,
                               const QJsonObject &request);
    Result<ImportRun> resumeImport(qint64 run);
    QCoro::Task<Result<Credentials>> secret(QString key);
    QCoro::Task<Result<void>> storeSecret(QString key, Credentials credentials);
    QCoro::Task<Result<QList<ImportOutcome>>> importRecords(qint64 run, QList<ImportedRecord> records);
    QCoro::Task<Result<ImportRun>> finishImport(qint64 run, bool isCancelled);
    QCoro::Task<Result<ImportUndone>> undoImport(qint64 run, QString person, Progress progress);
    Result<QList<ImportRun>> importRuns(int limit);
    /** After `start` only. */
    [[nodiscard]] DirectoryRegistry &directories();
    Result<void> setLogDays(int days);
    Result<void> retryNow(RecordId record, IntegrationId id);
    Result<QList<WhyNot>> why(RecordId record);
    QCoro::Task<Result<QUrl>> webLink(RecordId record, IntegrationId id);

Q_SIGNALS:
    void recordsChanged(const QList<tandem::RecordId> &ids);
    void recordSetChanged();
    void integrationChanged(const tandem::IntegrationStatus &status);
    void integrationRemoved(qint64 id);
    void activity(const tandem::Activity &line);
    void pushAllChanged(const tandem::PushAllStatus &status);
    void editCommitted(qint64 recordId);
    void requestLeft(const QString &route);
    void stopped();

private:
    /** What runs for one integration. */
    struct Runtime {
        IntegrationId id = 0;
        ConnectionPtr connection;
        std::unique_ptr<Pusher> pusher;
        std::unique_ptr<PushAllRun> pushAll;
        bool isPlanning = false; ///< a preview of Push All is made
        bool isSyncing = false;
        bool isQueued = false;
        bool isStopWanted = false; ///< a person stopped the sync that runs
        QString activity;
        double progress = -1;
        std::optional<Error> syncError;
        QDateTime nextSyncAt;
    };

    [[nodiscard]] Runtime &runtime(IntegrationId id);
    /** For tasks, which must outlast a disconnect. */
    [[nodiscard]] std::shared_ptr<Runtime> sharedRuntime(IntegrationId id);
    QCoro::Task<Result<ConnectionPtr>> connection(IntegrationId id);
    /** For whoever has just read the integration. */
    QCoro::Task<Result<ConnectionPtr>> connectionOf(Integration integration);
    [[nodiscard]] Result<ConnectionPtr> makeConnection(const ConnectionDetails &details, const FieldMap *map);
    /** The connection, after a look at which mapped custom fields the tenant still has. */
    [[nodiscard]] QCoro::Task<Result<ConnectionPtr>> connectionForSync(IntegrationId id);
    /** Stops a sync that runs and waits for its end: what is mapped does not change under it. */
    [[nodiscard]] QCoro::Task<Result<void>> syncAtRest(IntegrationId id);
    /** Lists, counts and pushes look again at what is mapped, and a sync reads it. */
    void takeNewMap(IntegrationId id);
    [[nodiscard]] Result<void> checkSettings(const Integration &integration, const SyncSettings &settings) const;
    [[nodiscard]] Result<IntegrationStatus> statusOf(const Integration &integration);
    /** Tells the state of an integration soon, at most every 200 ms. */
    void announce(IntegrationId id);
    void announceNow();
    void announcePushAll(IntegrationId id);
    /** Why a run of Push All does not move, for people; empty when it does. */
    [[nodiscard]] QString pushAllMessage(const Runtime &runtime, const Integration &integration) const;
    void pumpAll();
    /** Forgets what stopped the account, because a person asks; an offline PSA is tried at once. */
    void tryNow(Runtime &runtime);
    /** The PSA is offline, or back: then everything that was put off goes. */
    void takeContact(IntegrationId id);
    void scheduleNext(Runtime &runtime, const Integration &integration);
    void tick();
    QCoro::Task<void> syncInBackground(IntegrationId id, bool full);
    void checkStopped();
    void pruneLog();
    /** Becomes the engine that talks to the PSAs, if no other is; recovers the outbox then. */
    [[nodiscard]] Result<void> tryToLead();
    [[nodiscard]] Result<void> openDatabase();
    /** `NotAllowed` when another Tandem on this profile does the syncing; edits are saved all the same. */
    [[nodiscard]] Result<void> mustLead() const;
    /** Pushes what was just saved, when this engine is the one that pushes. */
    void pumpSoon(IntegrationId id);

    const EngineOptions m_options;
    std::shared_ptr<Clock> m_clock;
    std::shared_ptr<Database> m_database;
    std::unique_ptr<Stores> m_stores;
    std::unique_ptr<RecordService> m_records;
    std::unique_ptr<ChangeNotifier> m_notifier;
    std::unique_ptr<GroupCommit> m_commits;
    std::unique_ptr<Puller> m_puller;
    std::unique_ptr<LinkManager> m_links;
    std::unique_ptr<ImportService> m_imports;
    std::unique_ptr<DirectoryRegistry> m_directories;
    std::unique_ptr<CustomFieldManager> m_customFields;
    std::unique_ptr<Bell> m_syncEnded; ///< of any integration; for those who wait their turn
    QHash<IntegrationId, std::shared_ptr<Runtime>> m_runtimes;
    QList<std::weak_ptr<Connection>> m_connections; ///< all that were made, for the end
    QSet<IntegrationId> m_toAnnounce;
    QSet<IntegrationId> m_pushAllToAnnounce;
    std::unique_ptr<QTimer> m_announceTimer;
    std::unique_ptr<QTimer> m_scheduleTimer;
    std::unique_ptr<QLockFile> m_leadership; ///< held by the one engine of a profile that talks to PSAs; null without a file
    QDateTime m_logPrunedAt;
    bool m_isLeader = false;
    bool m_isStopping = false;
};

} // namespace tandem
