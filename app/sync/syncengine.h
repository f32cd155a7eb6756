// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/platform.h"
#include "core/record.h"
#include "core/result.h"
#include "core/role.h"
#include "core/secretstring.h"
#include "net/httpclient.h"
#include "psa/psaclient.h"
#include "rules/gates.h"
#include "rules/syncsettings.h"
#include "store/detailstore.h"
#include "store/directory.h"
#include "store/integration.h"
#include "store/managedata.h"
#include "store/plan.h"
#include "sync/importedrecord.h"

#include <QFuture>
#include <QHash>
#include <QList>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QThread;

namespace tandem {

class EngineCore;
class SecretStore;

/** A person's edit of one record, or a new record. */
struct Edit {
    AssetKind kind = AssetKind::Organization;
    RecordId id = 0; ///< 0: a new record
    FieldValues changes; ///< only what was changed; null blanks a field
    RecordSource source = RecordSource::Manual;
    QString person; ///< who
    QString remark = {}; ///< what the history says of it; empty: the usual
};

/** What a save did. */
struct Saved {
    RecordId id = 0;
    QStringList changed;  ///< field ids; empty: nothing was different, and nothing was written
    bool isQueued = false; ///< a push waits for at least one PSA
    QDateTime at = {}; ///< UTC; the record's `updatedAt`, when anything was written
};

/** A key of the local API, the only time that it is known. */
struct NewApiKey {
    qint64 id = 0;
    SecretString key;
};

/** What a new or changed connection needs. */
struct ConnectionDetails {
    Platform platform = Platform::ConnectWise;
    QString name;
    QString url;
    Credentials credentials;
    QByteArray authorities = {}; ///< PEM of a company's own certificate authority; empty: only the system's are trusted
};

/** What Sync Settings change. */
struct SettingsChange {
    SyncSettings settings;
    EnabledValues enabled; ///< lists that are absent stay as they are
};

/** A custom field of the tenant that is to be mapped. */
struct CustomFieldRequest {
    AssetKind kind = AssetKind::Organization;
    QString remote; ///< `TenantField::remote`, or its title
    QString label = {}; ///< of the field in Tandem; empty: as the PSA calls it
    Direction direction = Direction::Both;
    QString person = {};
};

/** What a change of settings would do, told before it is applied (rule B4). */
struct SettingsEffect {
    qint64 becomeSyncable = 0;
    qint64 becomeOrphaned = 0;
    QList<RecordId> syncable; ///< the first 1,000
    QList<RecordId> orphaned; ///< the first 1,000
};

/** What a person chooses for a field that both sides changed. */
enum class ConflictChoice : quint8 {
    Psa,
    Tandem,
    Both, ///< the PSA's value is kept, and Tandem's is added to the record's notes
};

/** What a person chooses where several records match (rule D2). */
struct MatchChoice {
    enum class Action : quint8 {
        Link, ///< the candidate is it
        Create, ///< none of them is: make a new one
        Leave, ///< nothing happens, and it is not asked again
    };
    Action action = Action::Leave;
    int candidate = 0; ///< index into the decision's candidates, for Link
};

/** What Manage Data does with linked records. */
enum class LinkAction : quint8 {
    Pause, ///< stops their sync and keeps the links
    Resume,
    Disconnect, ///< ends their sync; the records stay, and the PSA's do not come in again until they are reconnected
    Reconnect,
};

/** What a hard delete did. */
struct DeletedRecords {
    qint64 count = 0;
    qint64 kept = 0; ///< records that stay because they sync with another PSA
    QString backupFile; ///< holds all of them, with links and history; a line of JSON each
};

/** How a sync or a push run ended. */
struct RunSummary {
    struct Line {
        RecordId recordId = 0;
        AssetKind kind = AssetKind::Organization;
        QString name;
        SyncState state = SyncState::Error; ///< Error, Held, Conflict or Retrying
        QString message;
        Error error;
    };
    qint64 done = 0;
    qint64 failed = 0;
    qint64 held = 0;
    double seconds = 0;
    QList<Line> lines; ///< one for each failed or held record

    /** As one run after the other. */
    void add(const RunSummary &other);
};

/** Live state of an integration (rule A5), sent whenever it changes, at most every 200 ms while it runs. */
struct IntegrationStatus {
    Integration integration;
    IntegrationState state = IntegrationState::NotSyncedYet;
    QString message;         ///< what is wrong and what to do; empty when all is well
    QString warning;         ///< what a person should know about the tenant, such as that another program syncs it; or empty
    QString activity;        ///< "configurations 3,200 of 12,400"; empty when idle
    double progress = -1;    ///< 0…1; -1: not known
    QDateTime nextSyncAt;    ///< UTC; invalid: none planned
    QDateTime retryAt;       ///< UTC; for Offline
    qint64 waiting = 0;      ///< pushes queued, in flight, unknown or waiting for a retry
    qint64 held = 0;
    qint64 errors = 0;       ///< rejected pushes and conflicts
    qint64 decisions = 0;    ///< what is open under Manage Data > Needs a decision
    CallFigures calls;
    DetailProgress details; ///< of records that the PSA lists thinly; `all` 0: none
    int detailsPerHour = 0; ///< how many are read in an hour at most
};

/** One line of the activity list: what runs now and what just happened. */
struct Activity {
    qint64 id = 0; ///< a line with a known id replaces the earlier one
    QDateTime at;  ///< UTC
    IntegrationId integrationId = 0;
    RecordId recordId = 0;
    AssetKind kind = AssetKind::Organization;
    QString recordName;
    SyncState state = SyncState::NotSyncing;
    QString message;
};

/** A gate with the integration it belongs to (rule C5). */
struct WhyNot {
    IntegrationId integrationId = 0;
    QString integrationName;
    QList<Gate> gates;
};

/** What Push All Syncable Assets is to look at (rule F1). */
struct PushAllScope {
    QList<AssetKind> kinds; ///< empty: all
    QList<RecordId> organizations; ///< empty: all; else these and what belongs to them
};

/** How a run of Push All Syncable Assets stands, told whenever that changes, at most every 200 ms. */
struct PushAllStatus {
    Plan plan; ///< `id` 0: this integration has none
    PlanCountsByKind counts;
    qint64 underway = 0;
    qint64 putOff = 0; ///< of them, tried again later
    double recordsPerMinute = 0; ///< over the last minutes; 0: not known yet
    double callsPerMinute = 0;
    double permittedCallsPerMinute = 0; ///< 0: the PSA counts no calls
    QHash<AssetKind, qint64> secondsLeft; ///< at this rate; absent: nothing is left, or not known
    QString message; ///< why nothing moves just now, and what to do; empty when all is well
    /** The confirmed plan before this one, with its end (rule F3); `id` 0: it was never done. */
    Plan previous;
    PlanCountsByKind previousCounts;
};

/** Makes the client of a platform; the seam for tests. */
using PsaClientFactory
    = std::function<Result<std::unique_ptr<PsaClient>>(Platform, const QString &url, const Credentials &, HttpClient *)>;
[[nodiscard]] PsaClientFactory defaultPsaClients();

struct EngineOptions {
    QString databasePath;
    std::shared_ptr<SecretStore> secrets;
    std::shared_ptr<Clock> clock = {};      ///< null: the system's
    PsaClientFactory clients = {};          ///< empty: `defaultPsaClients()`
    bool runsScheduler = true;              ///< false: nothing happens but what is asked for (tandemctl, tests)
    std::function<double()> random = {};    ///< 0…1 for jitter; empty: the system's
    std::optional<CallLimits> limits = {};  ///< instead of the platform's, for practice PSAs that set none
    std::optional<std::chrono::milliseconds> patience = {}; ///< see `HttpLimits`; the seam for tests
};

/**
 * The façade of the sync engine, which runs in a thread of its own: windows, the API and tandemctl talk to it by values
 * and see nothing behind it. Any thread may call. Futures finish in the engine's thread, so attach continuations with a
 * context object; after shutdown they finish with `Cancelled`. Signals come from the engine's thread.
 */
class SyncEngine final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SyncEngine)
public:
    explicit SyncEngine(EngineOptions options, QObject *parent = nullptr);
    /** Waits for requests that have left, up to 5 s; everything else is in the outbox. */
    ~SyncEngine() override;

    /** Opens the database and recovers the outbox; call it first, nothing else works before. */
    [[nodiscard]] QFuture<Result<void>> start();

    /**
     * Saves an edit: the record and its pushes in one transaction; the push leaves at once (rules C1, C2). Errors:
     * `BadInput` with `field` when Tandem itself refuses a value, `NotAllowed` for a field that is read-only (rule B6).
     */
    [[nodiscard]] QFuture<Result<Saved>> save(const Edit &edit);
    /** Refused with `NotAllowed` while the record is syncing (rule E4). */
    [[nodiscard]] QFuture<Result<void>> removeRecord(RecordId id);
    /** A list value of Tandem's own, made when it is new (manufacturers, models, labels…). */
    [[nodiscard]] QFuture<Result<OptionId>> ensureOption(OptionList list, const QString &name, OptionId parent);

    /**
     * Renames a list value of Tandem's own and, given a parent, moves it there. `NotAllowed` for a value that a connected
     * PSA has, since its name comes from there; `BadInput` when the list has that name already.
     */
    [[nodiscard]] QFuture<Result<void>> changeOption(OptionId id, const QString &name, std::optional<OptionId> parent);

    /** Makes a key of the local API; `BadInput` with the field "name". Only its hash is kept. */
    [[nodiscard]] QFuture<Result<NewApiKey>> createApiKey(const QString &name, Role role, const QString &person);
    /** From now on the key is refused. `NotFound` when there is none in use. */
    [[nodiscard]] QFuture<Result<void>> revokeApiKey(qint64 id);
    [[nodiscard]] QFuture<Result<void>> noteApiKeyUse(qint64 id);

    [[nodiscard]] QFuture<Result<ServerInfo>> testConnection(const ConnectionDetails &details);
    /** Tests, stores, reads the lists, ticks every active value; two-way stays off. */
    [[nodiscard]] QFuture<Result<IntegrationId>> addIntegration(const ConnectionDetails &details);
    /** New address or keys for an integration; links stay. Empty credentials keep the stored ones. */
    [[nodiscard]] QFuture<Result<void>> editConnection(IntegrationId id, const ConnectionDetails &details);
    [[nodiscard]] QFuture<Result<QList<IntegrationStatus>>> integrations();
    [[nodiscard]] QFuture<Result<SettingsEffect>> previewSettings(IntegrationId id, const SettingsChange &change);
    /** Stores and queues a sync (rule B4). `BadInput` with the setting's key in `field` when one cannot be. */
    [[nodiscard]] QFuture<Result<void>> applySettings(IntegrationId id, const SettingsChange &change);
    /** What may be chosen for a `PlatformSetting` of the kind Search, asked of the PSA; `search`: a part of its name. */
    [[nodiscard]] QFuture<Result<QList<SettingChoice>>> settingChoices(IntegrationId id, const QString &key,
                                                                       const QString &search);
    /** The custom fields that the tenant has for a kind, asked of the PSA now; those mapped already too. */
    [[nodiscard]] QFuture<Result<QList<TenantField>>> customFields(IntegrationId id, AssetKind kind);
    /**
     * Maps one of them. A sync that runs is stopped, and the next reads the field of every record. `BadInput` with
     * "remote", "label" or "direction" in `field` when that cannot be.
     */
    [[nodiscard]] QFuture<Result<CustomMapping>> addCustomField(IntegrationId id, const CustomFieldRequest &request);
    /** The field ("custom_7") travels no more; its values stay in Tandem and in the PSA. */
    [[nodiscard]] QFuture<Result<void>> removeCustomField(IntegrationId id, const QString &field, const QString &person);
    /** Reads the PSA's lists anew. */
    [[nodiscard]] QFuture<Result<void>> refreshLists(IntegrationId id);
    [[nodiscard]] QFuture<Result<void>> setPaused(IntegrationId id, bool paused);
    /** Stops for good; records and their links stay as "disconnected"; credentials are removed. */
    [[nodiscard]] QFuture<Result<void>> disconnectIntegration(IntegrationId id);

    /** One sync to its end; a manual one goes before what runs in the background, or joins it. */
    [[nodiscard]] QFuture<Result<RunSummary>> sync(IntegrationId id, bool full);
    /** Stops the sync that is running; its future finishes as `Cancelled`, and what was taken over stays. */
    [[nodiscard]] QFuture<Result<void>> stopSync(IntegrationId id);
    /** Ends when the outbox holds nothing that can go now; 0: all integrations. */
    [[nodiscard]] QFuture<Result<RunSummary>> push(IntegrationId id);
    /** "Sync now" of one record (rule E2): reads it from the PSA and takes what changed there. */
    [[nodiscard]] QFuture<Result<void>> syncRecord(RecordId record, IntegrationId id);
    /** A person looks at it: what a PSA listed in part only is read as a whole, before the others. */
    [[nodiscard]] QFuture<Result<void>> readDetails(RecordId record);
    [[nodiscard]] QFuture<Result<void>> setRecordSync(RecordId record, IntegrationId id, bool enabled);
    /** "Retry now": forgets the back-off, or asks again after a refusal. */
    [[nodiscard]] QFuture<Result<void>> retryNow(RecordId record, IntegrationId id);
    [[nodiscard]] QFuture<Result<QList<WhyNot>>> why(RecordId record);

    /**
     * Takes back what waits to be pushed: the PSA's values return, as an edit that can be undone in the history. What has
     * left already is awaited and then put back in the PSA too. `BadInput` when nothing waits, or the record is not there.
     */
    [[nodiscard]] QFuture<Result<Saved>> discardEdit(RecordId record, IntegrationId id, const QString &person);

    /** Settles fields that both sides changed (policy "Ask me"), by field id; what loses is kept in the history. */
    [[nodiscard]] QFuture<Result<void>> decideConflict(RecordId record, IntegrationId id,
                                                       const QHash<QString, ConflictChoice> &choices,
                                                       const QString &person);
    /** Settles one line of Needs a decision (rule D2); Link and Create read the remote record anew. */
    [[nodiscard]] QFuture<Result<void>> decideMatch(qint64 decision, const MatchChoice &choice, const QString &person);
    /**
     * Puts back what a line of the history replaced, or what lost a conflict, as an edit (rule E5): `field` of event
     * `event`. `BadInput` when the line has no such value.
     */
    [[nodiscard]] QFuture<Result<Saved>> reapply(qint64 event, const QString &field, const QString &person);

    /**
     * Manage Data (rule G1): does `action` to every record of the selection, and to what belongs to an organization
     * among them. The future tells progress in records; cancelling it ends after the records under way.
     */
    [[nodiscard]] QFuture<Result<qint64>> changeLinks(const LinkSelection &selection, LinkAction action,
                                                      const QString &person);
    /**
     * Deletes the records for good, here only, after writing all of them to a backup file in `folder`. `NotAllowed` for
     * the section Synced; what syncs with another PSA stays (rule E4). Progress and cancelling as for `changeLinks`.
     */
    [[nodiscard]] QFuture<Result<DeletedRecords>> deleteRecords(const LinkSelection &selection, const QString &folder,
                                                                const QString &person);
    /**
     * Begins an import (rules H2, H4, H5); `name` is a file or a server, for people. Answers the id of the run. A source
     * that can go on after an interruption says in `request` what it was asked for, without any secret.
     */
    [[nodiscard]] QFuture<Result<qint64>> beginImport(RecordSource source, const QString &name, const QString &person,
                                                      const QJsonObject &request = {});
    /** Goes on with an import that was stopped or interrupted; `NotAllowed` when it cannot. Answers it as it was. */
    [[nodiscard]] QFuture<Result<ImportRun>> resumeImport(qint64 run);
    /**
     * Writes some records, in order and a few at a time, so that a save never waits; one outcome for each. What is wrong
     * with a record is in its outcome; an error is the database's or the run's (`NotAllowed`: it has ended), and what came
     * before it stays. Give a few hundred at once, and the next when the answer is there. What comes from a CSV or from IT
     * Glue is never pushed by it (rule C3); contacts of a directory are where the settings say so.
     */
    [[nodiscard]] QFuture<Result<QList<ImportOutcome>>> importRecords(qint64 run, const QList<ImportedRecord> &records);
    [[nodiscard]] QFuture<Result<ImportRun>> finishImport(qint64 run, bool isCancelled);
    /**
     * Takes an import back as a whole, also one that was stopped or interrupted: what it made is removed, and what it
     * changed has its former values again. What was edited since, syncs or is needed by other records stays and is told
     * (rule I1). The future tells progress in changes; a cancelled undo goes on when it is asked for again.
     */
    [[nodiscard]] QFuture<Result<ImportUndone>> undoImport(qint64 run, const QString &person);
    /** Newest first; `limit` 0: all. */
    [[nodiscard]] QFuture<Result<QList<ImportRun>>> importRuns(int limit);

    // Secrets of sources (rule I4), each under a key of its own.
    /** `SecretMissing` when nothing is stored under the key. */
    [[nodiscard]] QFuture<Result<Credentials>> secret(const QString &key);
    /** Empty credentials remove what is stored. */
    [[nodiscard]] QFuture<Result<void>> storeSecret(const QString &key, const Credentials &credentials);

    // What is kept of directories (rule H4); those who talk to them are in app/sources.
    /**
     * Stores a directory, a new one where its id is 0, and its password in the secret store; an empty one keeps that there
     * is. `BadInput` with the field at fault: name, server, port, base_dn, filter, security or organization.
     */
    [[nodiscard]] QFuture<Result<DirectoryId>> storeDirectory(const Directory &directory, const SecretString &password);
    /** Its password is removed too; its contacts stay. */
    [[nodiscard]] QFuture<Result<void>> removeDirectory(DirectoryId id);
    [[nodiscard]] QFuture<Result<SecretString>> directoryPassword(DirectoryId id);
    [[nodiscard]] QFuture<Result<void>> setDirectoryPaused(DirectoryId id, bool paused);
    [[nodiscard]] QFuture<Result<void>> noteDirectoryRun(const Directory &directory);
    [[nodiscard]] QFuture<Result<void>> setDirectoryFacts(const QList<DirectoryFacts> &facts);

    /** How long lines of the log are kept; older ones are removed once a day. 0: for ever. */
    [[nodiscard]] QFuture<Result<void>> setLogDays(int days);

    /**
     * How many records the PSA has, by kind, before anything is planned (rule F1: is it empty?); -1: it cannot say.
     */
    [[nodiscard]] QFuture<Result<QHash<AssetKind, qint64>>> countRemote(IntegrationId id);
    /**
     * The preview of Push All Syncable Assets: reads the PSA anew and writes down what would happen to each record, and
     * nothing in the PSA; the answer's plan is read by `RecordReader`'s plan functions. Replaces the integration's
     * former preview. The future tells progress in records and can be cancelled. `NotAllowed` while one runs.
     */
    [[nodiscard]] QFuture<Result<Plan>> planPushAll(IntegrationId id, const PushAllScope &scope);
    /**
     * Starts the run of a preview (rule F1). `typedName` must be the integration's name, else `BadInput` with the field
     * "name"; where it was done before, `again` says that the person has seen what that did (rule F3), else
     * `NotAllowed`. The run goes on by itself, also after a restart of the program; `pushAllChanged` tells of it.
     */
    [[nodiscard]] QFuture<Result<void>> confirmPushAll(IntegrationId id, qint64 plan, const QString &typedName,
                                                       bool again, const QString &person);
    /** Paused, nothing new leaves; what has left is awaited. */
    [[nodiscard]] QFuture<Result<void>> setPushAllPaused(IntegrationId id, bool paused);
    /** Ends the run for good; what has left is awaited, and what has not stays as it was. */
    [[nodiscard]] QFuture<Result<void>> cancelPushAll(IntegrationId id);
    /** Tries again what failed, is held or has changed since the preview, under the same rules. */
    [[nodiscard]] QFuture<Result<void>> retryPushAll(IntegrationId id);
    [[nodiscard]] QFuture<Result<PushAllStatus>> pushAllStatus(IntegrationId id);
    /**
     * Goes on with a confirmed run until nothing can go now, for programs without a scheduler; what is put off is left
     * for the next time.
     */
    [[nodiscard]] QFuture<Result<PushAllStatus>> runPushAll(IntegrationId id);

    /** The page of the record in the PSA ("Manage"); empty when it is not there. */
    [[nodiscard]] QFuture<Result<QUrl>> webLink(RecordId record, IntegrationId id);

Q_SIGNALS:
    /** Coalesced, at most every 50 ms. */
    void recordsChanged(const QList<tandem::RecordId> &ids);
    /** Records were added or removed, so lists and counts are to be asked again; coalesced likewise. */
    void recordSetChanged();
    void integrationChanged(const tandem::IntegrationStatus &status);
    void integrationRemoved(qint64 id);
    void activity(const tandem::Activity &line);
    void pushAllChanged(const tandem::PushAllStatus &status);
    /** For tests and benchmarks: an edit was committed / its request was handed to the network. */
    void editCommitted(qint64 recordId);
    void requestLeft(const QString &route);

private:
    template<typename T, typename Work>
    QFuture<Result<T>> post(Work work);
    /** For long work, which is given the progress to tell. A cancelled future may end without a result. */
    template<typename T, typename Work>
    QFuture<Result<T>> postLong(Work work);

    std::unique_ptr<QThread> m_thread;
    EngineCore *m_core = nullptr; ///< lives in the thread and is deleted there
};

} // namespace tandem

Q_DECLARE_METATYPE(tandem::IntegrationStatus)
Q_DECLARE_METATYPE(tandem::Activity)
Q_DECLARE_METATYPE(tandem::PushAllStatus)
