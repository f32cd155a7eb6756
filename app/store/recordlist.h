// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "core/record.h"
#include "core/syncstate.h"

#include <QDateTime>
#include <QList>
#include <QPair>
#include <QString>
#include <QVariant>

#include <optional>

namespace tandem {

/** What a table shows: filter and order, answered by SQL. */
struct RecordQuery {
    std::optional<AssetKind> kind; ///< unset: all kinds
    std::optional<RecordId> organizationId;
    QString search; ///< words; each must begin a word of the record's searchable text
    std::optional<SyncState> state; ///< in any integration
    bool isWaiting = false; ///< only what waits in any integration, as tandem::isWaiting() says
    std::optional<IntegrationId> integrationId; ///< narrows `state` and `isWaiting`
    QString sortField; ///< a listed field's id, "kind", "state", "why" (by state too) or "updated_at"; empty: name
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    /**
     * Field id and exact value, all of which must hold: text as it is, references and options by id or exact
     * name, a boolean as "true" or "false", emails and phones by one of their values; empty: the field is
     * blank. Besides the fields of `kind`, which must be set for those, "id", "name" (as displayed) and
     * "source".
     */
    QList<QPair<QString, QString>> where;

    bool operator==(const RecordQuery &) const = default;
};

/** A record's badge for one integration. */
struct SyncBadge {
    IntegrationId integrationId = 0;
    QString integrationName;
    Platform platform = Platform::ConnectWise;
    SyncState state = SyncState::NotSyncing;
    QDateTime retryAt; ///< UTC; only for Retrying
    QDateTime syncedAt; ///< UTC; last agreement with the PSA, may be invalid
    QString message; ///< the sentence of the state, for people
};

/** One row of a table. `cells` are ready for people, by field id (references and options are names). */
struct RecordRow {
    RecordId id = 0;
    AssetKind kind = AssetKind::Organization;
    QString name;
    QString organizationName;
    QVariantHash cells;
    QList<SyncBadge> badges;
    QDateTime updatedAt;
};

/** A value a person can choose in a picker. */
struct Choice {
    qint64 id = 0;
    QString text;
    QString
        detail; ///< second line or tooltip: "disabled in Sync Settings", an organization's name; may be empty
};

/** Counts for the sidebar. */
struct RecordCounts {
    struct OrganizationCount {
        RecordId id = 0;
        RecordId parentId = 0; ///< 0: top level
        QString name;
        qint64 configurations = 0;
        qint64 contacts = 0;
        qint64 locations = 0;
    };
    qint64 perKind[size_t(AssetKind::Count)] = {};
    qint64 perState[size_t(SyncState::Count)] = {};
    qint64 waiting = 0; ///< records that wait, as RecordQuery::isWaiting finds
    QList<OrganizationCount> organizations; ///< ordered by name
};

} // namespace tandem
