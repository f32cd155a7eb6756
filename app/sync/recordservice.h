// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "store/apikeystore.h"
#include "store/conflictstore.h"
#include "store/database.h"
#include "store/decisionstore.h"
#include "store/detailstore.h"
#include "store/directorystore.h"
#include "store/eventlog.h"
#include "store/importstore.h"
#include "store/integrationstore.h"
#include "store/linkstore.h"
#include "store/outbox.h"
#include "store/planstore.h"
#include "store/recordstore.h"
#include "sync/syncengine.h"

namespace tandem {

/** The stores over one connection, and the clock: what everything below the engine's façade works with. */
struct Stores {
    Database &database;
    RecordStore records {database};
    OptionStore options {database};
    IntegrationStore integrations {database};
    LinkStore links {database};
    Outbox outbox {database};
    EventLog events {database};
    ConflictStore conflicts {database};
    DecisionStore decisions {database};
    PlanStore plans {database};
    DetailStore details {database};
    ImportStore imports {database};
    ApiKeyStore apiKeys {database};
    DirectoryStore directories {database};
    const Clock &clock;
};

/** "before" and "after" of one field for a record's history, with the names of references for people. */
[[nodiscard]] QJsonObject historyEntry(Stores &stores, AssetKind kind, const QString &field, const QJsonValue &before,
                                       const QJsonValue &after);

/**
 * Where every change of a record by a person, a script or an import goes through: it checks the values, writes the record
 * and the rows of the outbox in one transaction, and knows nothing of networks. Engine's thread.
 */
class RecordService final
{
    Q_DISABLE_COPY_MOVE(RecordService)
public:
    explicit RecordService(Stores &stores);

    [[nodiscard]] Result<Saved> save(const Edit &edit);
    [[nodiscard]] Result<void> remove(RecordId id);

    /** Whether `check` was asked about an edit in the same transaction already, which takes as long as to write it. */
    enum class Checked : quint8 { No, Yes };
    /**
     * As `save`, one of many inside a Transaction of the caller, who also merges the search index. Where the error is not
     * the database's, nothing was written.
     */
    [[nodiscard]] Result<Saved> write(const Edit &edit, const QList<Integration> &integrations,
                                      Checked checked = Checked::No);
    /** As `remove`, inside a Transaction of the caller. `NotAllowed`: it syncs, and nothing was written. */
    [[nodiscard]] Result<void> erase(RecordId id);
    /** What a save of these values would be refused for; `before` is what the record holds, empty for a new one. Nothing is
     * said about the fields of `unknown`, whose values are not made yet. Reads only. */
    [[nodiscard]] Result<void> check(const Edit &edit, const FieldValues &before, const QStringList &unknown = {}) const;

private:
    /** What a record was before the edit; empty for a new one. */
    struct Before {
        FieldValues fields;
        QList<Link> links;
    };
    [[nodiscard]] Result<void> checkReference(const Edit &edit, const FieldValues &after, const QString &field) const;
    [[nodiscard]] Result<void> checkDirections(const QStringList &changed, const Before &before,
                                               const QList<Integration> &integrations) const;
    /** Rules C1–C3: which integrations the change is pushed to. Answers whether any. */
    [[nodiscard]] Result<bool> enqueue(const Edit &edit, RecordId id, const QStringList &changed, const Before &before,
                                       const QList<Integration> &integrations);
    /** What is not pushed by itself shows as not yet pushed, or as synced where the PSA has these values (rules B5, C3). */
    [[nodiscard]] Result<void> showDifference(const Integration &integration, const Link &link, const QStringList &changed);

    Stores &m_stores;
};

} // namespace tandem
