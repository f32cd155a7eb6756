// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/result.h"
#include "rules/remoterecord.h"
#include "store/integration.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QStringList>

namespace tandem {

class Database;

/** How far the reading of details has come. */
struct DetailProgress {
    qint64 read = 0; ///< links whose record was read as a whole at least once
    qint64 all = 0; ///< links of records that are listed thinly
};

/**
 * Which linked records of a PSA that lists them thinly were read as a whole, and when
 * (`RemoteRecord::isThin`). Writes belong inside a Transaction of the caller.
 */
class DetailStore final {
public:
    explicit DetailStore(Database &database);

    /** The version of the row that was met last, by remote id, of those that have one. */
    [[nodiscard]] Result<QHash<QString, QString>> rowVersions(IntegrationId integration, AssetKind kind,
                                                              const QStringList &remoteIds) const;
    /** A row was met. Its record is to be read unless it was, and this is the first row since. */
    [[nodiscard]] Result<void> noteRow(qint64 linkId, IntegrationId integration, AssetKind kind,
                                       const QString &version);
    /** The record was read as a whole, or is not there any more. */
    [[nodiscard]] Result<void> noteRead(qint64 linkId, IntegrationId integration, AssetKind kind,
                                        const QDateTime &at);
    /** Whether only a row of it was met, or its row changed since it was read. */
    /** All of a kind are to be read again. */
    [[nodiscard]] Result<void> wantAll(IntegrationId integration, AssetKind kind);
    [[nodiscard]] Result<bool> isWanted(qint64 linkId) const;
    /** What to read next: what was never read, what changed, then what was read longest ago and before
     * `before`. */
    [[nodiscard]] Result<QList<RemoteKey>> next(IntegrationId integration, AssetKind kind,
                                                const QDateTime &before, int count) const;
    /** How many were read since this moment. */
    [[nodiscard]] Result<int> readSince(IntegrationId integration, AssetKind kind,
                                        const QDateTime &since) const;
    [[nodiscard]] Result<DetailProgress> progress(IntegrationId integration, AssetKind kind) const;

private:
    Database &m_database;
};

} // namespace tandem
