// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"
#include "core/result.h"
#include "store/importrun.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace tandem {

/** What an import does with a record that is here already. */
enum class OnMatch : quint8 {
    Update,
    Skip,
    Create, ///< a second one of the same name
};

/** One record as a source has it. */
struct ImportedRecord {
    qint64 row = 0; ///< where it stands in the source, for people; 0: nowhere
    AssetKind kind = AssetKind::Organization;
    /** What the source says; other fields stay as they are. Null blanks. Emails and phones are added to those
     * there are. */
    FieldValues values;
    /** Of references and list fields the names, by field id, where no id is known; "" blanks. Values that the
     * list lacks are made; a record that is not here is the row's error. */
    QHash<QString, QString> names = {};
    /** Of references what the same source calls the record that is meant; goes before `names`. */
    QHash<QString, QString> externalReferences = {};
    /** What the source calls this record, for good; empty: nothing. A record known by it is that record. */
    QString externalId = {};
    /** The record that it is, where the source has matched it itself; 0: by its external id, else by rule D2.
     */
    RecordId id = 0;
    OnMatch onMatch = OnMatch::Update;
    bool replacesPoints = false; ///< emails and phones are the values, and not added to those there are
    bool createsNew = true; ///< where it is not here yet; else it is skipped
    /**
     * The source tells everything it knows each time, under an `externalId`, and what it said is kept: the next
     * time only what changed there is brought, and what was edited here meanwhile stays and is told. Of a
     * record that it meets for the first time nothing is blanked.
     */
    bool isWhole = false;
    bool mayMissReferences = false; ///< those by id, but to the organization, that are not here are left out
    /** Where the source goes on after this record, kept with the run as soon as the record is; empty: it
     * cannot. */
    QJsonObject position = {};
    /** Why the source could not make it out; such a row fails. */
    std::optional<Error> problem = {};
};

/** What became of one imported record, or would become of it. */
struct ImportOutcome {
    enum class What : quint8 { Created, Updated, Skipped, Failed };
    qint64 row = 0;
    What what = What::Failed;
    RecordId id = 0; ///< 0: none, or not yet
    AssetKind kind = AssetKind::Organization;
    QString name;
    QStringList changed = {}; ///< field ids, of an update
    QStringList newValues = {}; ///< names that were added to lists for it
    QStringList kept = {}; ///< field ids: changed there, but edited here too, so that they stay
    Error error = {}; ///< of a failure; its `field` is the one at fault
};

/** What the source says of the record, but for these fields: as it is kept for the next time. */
[[nodiscard]] QJsonObject saidBy(const ImportedRecord &record, const QStringList &but);
/** The record without what was said the last time already. */
[[nodiscard]] ImportedRecord changedSince(ImportedRecord record, const QJsonObject &said);

[[nodiscard]] ImportedRecord recordFromSaid(AssetKind kind, const QJsonObject &said);

[[nodiscard]] QString importOutcomeName(ImportOutcome::What what); ///< "created", … for --json
void addTo(ImportCounts &counts, ImportOutcome::What what);

/** What an undo did. */
struct ImportUndone {
    qint64 removed = 0; ///< records that the import had made
    qint64 restored = 0; ///< changes whose values before are back
    qint64 kept = 0; ///< changes that stay, each with its reason (`ImportStore::kept`)
    QList<ImportKept> lines; ///< the first 1,000 of those
};

} // namespace tandem
