// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "core/record.h"
#include "core/result.h"
#include "core/syncstate.h"
#include "store/integration.h"

#include <QHash>
#include <QList>
#include <QPair>
#include <QSet>
#include <QStringList>

namespace tandem {

class Database;

/** One thing that the records or list values of a page must have in common; several must all hold. */
struct PageFilter {
    enum class Test : quint8 {
        AnyOf, ///< one of `values`; no values: nothing matches
        NoneOf,
        Between, ///< two values, of which a blank one leaves that end open
    };
    /**
     * Of records a field's id, or "id", "name" (as displayed), "created_at", "updated_at", "primary" (of locations),
     * "primary_email" or "remote_id"; of list values "id", "name" or "parent". Options, references and "id" are
     * compared by id, texts exactly, booleans as "true" or "false", moments as `toIsoUtc` spells them.
     */
    QString field;
    QStringList values;
    Test test = Test::AnyOf;
    /** For "remote_id": linked with one of these platforms; without values any remote record will do. */
    QList<Platform> platforms = {};
};

/** Field as for `PageFilter`, and the direction; the id is always the last. */
using PageOrder = QList<QPair<QString, Qt::SortOrder>>;

struct PageQuery {
    QList<PageFilter> filters;
    PageOrder order; ///< empty: by id
    qint64 offset = 0;
    qint64 limit = 50; ///< 0: none, only the total is asked for
};

/** What a page shows, and how much there is in all. */
struct PageOfIds {
    QList<qint64> ids;
    qint64 total = 0;
};

/** A remote record that a record is tied to. */
struct RemoteTie {
    qint64 linkId = 0;
    Platform platform = Platform::ConnectWise;
    QString integrationName;
    QString remoteId;
    bool isOrphaned = false;
    bool isStopped = false; ///< disabled or disconnected for this record
};

/** Records with all that their values refer to. */
struct RecordSheet {
    QList<Record> records; ///< in the order asked for; those that are gone are left out
    QHash<RecordId, QString> recordNames;
    QHash<OptionId, QString> optionNames;
    QHash<RecordId, QString> shortNames; ///< of the organizations that records belong to
    QHash<RecordId, QList<RemoteTie>> ties;
    QHash<RecordId, QList<RecordId>> ancestors; ///< of organizations, the topmost first
    QSet<RecordId> primaryLocations; ///< locations that are the primary one of their organization
};

/** List values with all that is told of them. */
struct OptionSheet {
    QList<Option> options; ///< in the order asked for
    QHash<OptionId, QString> parentNames;
    QHash<OptionId, qint64> uses; ///< configurations that have it, of configuration types
    QSet<OptionId> synced; ///< what a connected PSA has and syncs
};

/**
 * One page of the records of a kind, by SQL alone: nothing but the page is ever in memory. `BadInput` with the field for
 * a filter or an order that the kind does not have, or a value that does not fit.
 */
[[nodiscard]] Result<PageOfIds> recordPage(Database &database, AssetKind kind, const PageQuery &query);
[[nodiscard]] Result<RecordSheet> recordSheet(Database &database, AssetKind kind, const QList<RecordId> &ids);

/** The same for the values of a list. */
[[nodiscard]] Result<PageOfIds> optionPage(Database &database, OptionList list, const PageQuery &query);
[[nodiscard]] Result<OptionSheet> optionSheet(Database &database, OptionList list, const QList<OptionId> &ids);

} // namespace tandem
