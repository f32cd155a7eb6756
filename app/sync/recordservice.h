// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "store/apikeystore.h"
#include "store/conflictstore.h"
#include "store/database.h"
#include "store/decisionstore.h"
#include "store/detailstore.h"
#include "store/eventlog.h"
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
    ApiKeyStore apiKeys {database};
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

private:
    /** What a record was before the edit; empty for a new one. */
    struct Before {
        FieldValues fields;
        QList<Link> links;
    };
    [[nodiscard]] Result<void> check(const Edit &edit, const FieldValues &before) const;
    [[nodiscard]] Result<void> checkReference(const Edit &edit, const FieldValues &after, const QString &field) const;
    [[nodiscard]] Result<void> checkDirections(const QStringList &changed, const Before &before,
                                               const QList<Integration> &integrations) const;
    /** Rules C1–C3: which integrations the change is pushed to. Answers whether any. */
    [[nodiscard]] Result<bool> enqueue(const Edit &edit, RecordId id, const QStringList &changed, const Before &before,
                                       const QList<Integration> &integrations);

    Stores &m_stores;
};

} // namespace tandem
