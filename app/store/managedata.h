// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/optionlist.h"
#include "core/record.h"
#include "core/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace tandem {

class Database;

/** The sections of Manage Data (rule G1) that hold linked records; each such record is in exactly one. */
enum class LinkSection : quint8 {
    Synced, ///< tied to a remote record, also while its sync is disabled
    Orphaned,
    Disconnected, ///< a person disconnected it; the remote id is remembered for a reconnect
};

/** A line of Manage Data: records of one kind with one type and one status. */
struct LinkGroup {
    AssetKind kind = AssetKind::Organization;
    OptionId typeId = 0; ///< 0: blank; locations have neither
    QString type;
    OptionId statusId = 0;
    QString status;
    qint64 count = 0;
    qint64 disabled = 0; ///< of them, those whose sync a person stopped
    qint64 waiting = 0; ///< of them, those with an edit that the PSA has not got yet
    bool isSyncActive = true; ///< its type and status are ticked in Sync Settings
};

/** Which linked records of an integration are meant: a section of Manage Data, a line of it, or single
 * records. */
struct LinkSelection {
    IntegrationId integrationId = 0;
    LinkSection section = LinkSection::Synced;
    std::optional<AssetKind> kind;
    std::optional<OptionId> typeId; ///< 0: blank
    std::optional<OptionId> statusId; ///< 0: blank
    QList<RecordId> ids; ///< empty: all of the section, or of the line
};

/** Lines by kind, type and status. Reads a section as a whole, so ask in a reader's thread. */
[[nodiscard]] Result<QList<LinkGroup>> linkGroups(Database &database, IntegrationId integration,
                                                  LinkSection section);
/** Their records, by id, from after `after` on; `limit` 0: all. */
[[nodiscard]] Result<QList<RecordId>> linkedRecords(Database &database, const LinkSelection &selection,
                                                    RecordId after = 0, int limit = 0);

/** A value of a list of Tandem's, and what each integration makes of it (rule G3). */
struct OptionUse {
    enum class Sync : quint8 { Enabled, Disabled, NotConnected };
    struct Entry {
        IntegrationId integrationId = 0;
        Sync sync = Sync::NotConnected; ///< NotConnected: the PSA has no such value
        QString remoteName; ///< as the PSA spells it
        bool isActive = true; ///< in the PSA
    };
    OptionId id = 0;
    QString name;
    qint64 records = 0; ///< how many records have it
    QList<Entry> integrations; ///< one for each that is not disconnected, by name
};
[[nodiscard]] Result<QList<OptionUse>> optionUses(Database &database, OptionList list);

} // namespace tandem
