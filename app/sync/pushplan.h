// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/fieldmap.h"
#include "rules/remoterecord.h"
#include "store/integration.h"
#include "store/link.h"
#include "store/planstore.h"
#include "store/referencecatalog.h"

#include <QHash>
#include <QSet>

#include <unordered_map>

namespace tandem {

/** The PSA's records by what they match with; only that of them is kept. */
class RemoteIndex final
{
    Q_DISABLE_COPY_MOVE(RemoteIndex)
public:
    struct Entry {
        RemoteKey key;
        RemoteValues values;
    };

    RemoteIndex() = default;
    void add(const RemoteRecord &record);
    void clear();
    /** Those that are the same asset as one with these values (rule D2). */
    [[nodiscard]] QList<Entry> matchesOf(AssetKind kind, const RemoteValues &values) const;

private:
    std::unordered_multimap<QString, Entry> m_entries; ///< by kind and key
};

/**
 * What Push All Syncable Assets would do with each record, decided by the functions that the push itself asks: the gates
 * and the matching. Records are given in the order of pushing, since what happens to one decides about those that refer to
 * it. Reads and writes nothing; a value of one thread at a time.
 */
class PushPlanner final
{
    Q_DISABLE_COPY_MOVE(PushPlanner)
public:
    /** Remote ids that a person does not take for the record, by record (rule D2). */
    using RuledOut = QHash<RecordId, QSet<QString>>;

    PushPlanner(const Integration &integration, const FieldMap &map, ReferenceCatalog catalog,
                QHash<AssetKind, FieldLengths> lengths, RuledOut ruledOut);

    [[nodiscard]] RemoteIndex &remotes();
    [[nodiscard]] const ReferenceCatalog &catalog() const;
    [[nodiscard]] PlannedRow plan(const Record &record, const Link &link, int step);

private:
    void planUnlinked(const Record &record, const RemoteValues &values, PlannedRow &planned);

    const Integration m_integration;
    const FieldMap &m_map;
    ReferenceCatalog m_catalog;
    const QHash<AssetKind, FieldLengths> m_lengths;
    const RuledOut m_ruledOut;
    RemoteIndex m_remotes;
    QSet<RecordId> m_created; ///< organizations that would be made
};

} // namespace tandem
