// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rowsalvage.h"
#include "store/salvage.h"

namespace tandem {

class Database;

/**
 * Makes rows that were brought over from a damaged file a database again: puts together what is known only in
 * part, lets nothing refer to what is gone, and sees to it that what was lost here is neither blanked nor
 * made twice in a PSA.
 */
class SalvageRepair final {
    Q_DISABLE_COPY_MOVE(SalvageRepair)
public:
    /** `database` is of the current schema and does not look at references; `rows` is what was copied into
     * it. */
    SalvageRepair(Database &database, const RowSalvage &rows, const QDateTime &now);

    /** Inside a Transaction of the caller. Fills in all of the report but `setAside`. */
    [[nodiscard]] Result<void> repair(SalvageReport &report);

private:
    Result<void> completeIntegrations();
    Result<void> completeOptions();
    Result<void> completeLinks();
    Result<void> completePushes();
    Result<void> completeEvents();
    Result<void> completeKinds();
    Result<void> nameRecordsOfKinds();
    Result<void> completeRecords();
    Result<void> reviveRecords();
    Result<void> addMissingFields();
    Result<void> fillFromLog();
    Result<void> dropNameless();
    Result<void> holdPushesWithoutLink();
    Result<void> pauseWithoutTicks();
    Result<void> noteLostPushes();
    Result<void> repairReferences();
    Result<void> forgetBlanked();
    Result<void> rebuildSearch();
    Result<void> restoreSequences();
    Result<void> count(SalvageReport &report);

    /** Inserts a row of what is known; one that lacks what it cannot do without is left out. */
    Result<void> put(const QString &table, qint64 id, QVariantMap values);
    Result<void> addRecord(RecordId id, AssetKind kind, QVariantMap values);
    Result<void> hold(IntegrationId integration, RecordId record);
    /** The newest line of the history for each field, from the moment on; an invalid one: ever. */
    Result<QJsonObject> editsOf(RecordId record, const QDateTime &since);
    Result<QList<qint64>> ids(const QString &sql, const QVariantList &values = {});

    Database &m_database;
    const RowSalvage &m_rows;
    const QDateTime m_now;
    SalvageReport m_report;
    QHash<AssetKind, QHash<RecordId, QStringList>> m_blanked; ///< ids of fields whose values are lost
};

} // namespace tandem
