// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/secretstring.h"
#include "sources/itglue/itglueclient.h"
#include "sync/importedrecord.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <functional>
#include <optional>

namespace tandem {

class SyncEngine;

/** What is to be brought, from where (rule H5). */
struct ItGlueRequest {
    QString address;
    QList<AssetKind> kinds{allKinds.begin(), allKinds.end()};
    /** Names of the organization types to bring, with everything of theirs; "" stands for those without one.
     * Empty: all. */
    QStringList organizationTypes = {};

    /** As it is kept with the run; the key is never part of it. */
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ItGlueRequest fromJson(const QJsonObject &object);
};

/** What an account holds. */
struct ItGlueAccount {
    QHash<AssetKind, qint64> counts; ///< -1: not told
    QStringList organizationTypes; ///< names, in their order
};

/** How far a job is with one kind. */
struct ItGlueKindProgress {
    qint64 done = 0; ///< rows looked at, those of an interrupted run before included
    qint64 total = -1; ///< -1: not known yet
    ImportCounts counts = {}; ///< since the job began
};

struct ItGlueProgress {
    QHash<AssetKind, ItGlueKindProgress> kinds;
    std::optional<AssetKind> kind; ///< which is at work; unset while lists are read
    qint64 calls = 0;
    QDateTime heldUntil = {}; ///< UTC; invalid: IT Glue does not ask to wait
};

/** A record that failed, or that kept what was edited here. */
struct ItGlueLine {
    AssetKind kind = AssetKind::Organization;
    QString externalId;
    QString name;
    QString field; ///< id; may be empty
    QString message;
    bool isFailure = true;
};

/** What an import did, or would do. */
struct ItGlueReport {
    qint64 run = 0; ///< 0: nothing was begun
    bool isResumed = false;
    bool isCancelled = false;
    QHash<AssetKind, ItGlueKindProgress> kinds;
    ImportCounts counts; ///< of the whole run, what was done before it was interrupted included
    qint64 leftOut = 0; ///< of organizations of other types, and archived configurations that are not here
    qint64 kept = 0; ///< records of which an edit made here stays
    qint64 synced = 0; ///< records that IT Glue's own PSA integration syncs
    qint64 calls = 0;
    QStringList newValues = {}; ///< that lists did not have, the first 100

    /** What a person should know about `synced`; empty when there is nothing to say. */
    [[nodiscard]] QString warning() const;
};

struct ItGlueJobOptions {
    QString person = {};
    QString databasePath = {};
    ItGlueLimits limits = {};
    // All of them are called in the thread of the job.
    std::function<void(const ItGlueLine &)> line = {};
    std::function<void(const ItGlueProgress &)> tell = {}; ///< after each step, and while it waits
    std::function<bool()> isCancelled = {};
};

/** Where a key is kept for another run, if a person wants that (rule I4); its member is "api_key". */
[[nodiscard]] QString itGlueSecretKey(const QString &address);

/** The newest import from IT Glue, where it was stopped or interrupted and can go on. */
[[nodiscard]] std::optional<ImportRun> resumableItGlueRun(const QList<ImportRun> &runs);

// All of these are for a worker thread: they wait for the network and for the engine. When nobody wants them
// any more they are `Cancelled`.

/** Proves the key and counts what the account has. */
[[nodiscard]] Result<ItGlueAccount> lookAtItGlue(const QString &address, const SecretString &key,
                                                 const ItGlueJobOptions &options);
/** Tells what importing would do, and writes nothing. */
[[nodiscard]] Result<ItGlueReport> previewItGlue(const ItGlueRequest &request, const SecretString &key,
                                                 const ItGlueJobOptions &options);
/**
 * Imports as one run, which one undo takes back. It goes on with `resume` where that is a run that was
 * interrupted; then the request is the run's. Cancelled, it ends the run with what was imported by then;
 * after an error it stays open. Both can be resumed. `NotAllowed` while another Tandem on this profile
 * imports from IT Glue.
 */
[[nodiscard]] Result<ItGlueReport> importItGlue(const ItGlueRequest &request, const SecretString &key,
                                                SyncEngine &engine, const std::optional<ImportRun> &resume,
                                                const ItGlueJobOptions &options);

} // namespace tandem
