// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"
#include "rules/fieldmap.h"
#include "rules/remoterecord.h"
#include "rules/syncsettings.h"

#include <QHash>
#include <QPair>
#include <QString>

namespace tandem {

/** What the references of one record stand for in one PSA. Collected by the store, so that rules stay without I/O. */
struct ReferenceBook {
    struct RecordReference {
        AssetKind kind = AssetKind::Organization;
        QString name;
        QString remoteId;       ///< empty: not in this PSA
        bool isOnItsWay = false; ///< its own push is queued, in flight or waiting, so it will be there soon
    };
    struct OptionReference {
        OptionList list = OptionList::OrganizationType;
        QString name;
        QString remoteId;       ///< empty: the PSA has no such value
        bool isActive = true;
        bool isSyncing = false; ///< ticked in Sync Settings
    };
    /** One of the PSA's values, for fields that are plain text here and a list there, and for labels. */
    struct NamedValue {
        QString remoteId;
        QString name;
    };
    QHash<RecordId, RecordReference> records;
    QHash<OptionId, OptionReference> options;
    /** The PSA's values of the lists that text fields and labels use, by case-folded name. */
    QHash<OptionList, QHash<QString, NamedValue>> byName;
    /** Only for an organization: the location whose name a new company's first site gets; 0 and empty: it has none. */
    RecordId firstLocationId = 0;
    QString firstLocationName;
    /** For other kinds: type and status of the organization, which gate it too (rule C4a). */
    QList<OptionReference> organizationGates;
    /** Values without a field here that the PSA gave the organization (its own, or the one it belongs to). */
    QList<OptionReference> furtherGates = {};
};

/** The other way: what remote ids stand for here. */
struct LocalBook {
    QHash<QPair<AssetKind, QString>, RecordId> records;       ///< remote id of a linked record
    QHash<RecordId, RecordId> organizationOf;                 ///< organization of the records above (rule D3)
    QHash<QPair<OptionList, QString>, OptionId> options;      ///< remote id of a list value
    QHash<QPair<OptionList, QString>, QString> optionNames;   ///< its name in the PSA
    QHash<QPair<OptionList, QString>, OptionId> optionsByName; ///< case-folded name; values that travel by name
};

/** A value that cannot be expressed in the PSA (rules C4b, C4g). */
struct Unresolved {
    QString field;
    QString name;            ///< what it is called here
    bool isOnItsWay = false; ///< it will be there soon: wait rather than hold
    std::optional<AssetKind> kind = {};
    RecordId recordId = 0;   ///< the record that is missing there, for record references
    bool isSurplus = false;  ///< the PSA has one place for this label, and another value takes it
};

struct RemoteConversion {
    /** Every mapped field that travels out, blank ones as null; without those that cannot be expressed. */
    RemoteValues values;
    QList<Unresolved> unresolved;
};

/** A record's values as the PSA would hold them. Fields that only come in are left out. */
[[nodiscard]] RemoteConversion toRemote(AssetKind kind, const FieldValues &fields, const KindMap &map,
                                        const ReferenceBook &book, const SyncSettings &settings);

/**
 * A remote record's values as Tandem holds them: one entry for each mapped field, null for blank. References to
 * what is not here (yet) are listed in `missing` and left out of the values, so that they are not read as blanked.
 * Give the values of a whole record: without its organization no contact is taken over a configuration (rule D3).
 */
struct LocalConversion {
    FieldValues values;
    QStringList missing;
};
[[nodiscard]] LocalConversion toLocal(AssetKind kind, const RemoteValues &values, const KindMap &map,
                                      const LocalBook &book);

/**
 * The one value of a field of which the PSA keeps several: the one we agreed on while it is still among them, else the
 * first; and of a field on which the PSA is silent: what we agreed on. Answers the values with those fields settled.
 */
[[nodiscard]] RemoteValues settleAlternatives(const RemoteRecord &remote, const RemoteValues &baseline);

} // namespace tandem
