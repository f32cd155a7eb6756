// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "rules/conversion.h"
#include "store/integration.h"

#include <QHash>

namespace tandem {

class Database;
class FieldMap;

/**
 * What all records refer to in one PSA, read at once: answers what `LinkStore::referenceBook` would, for going through all
 * of them. It also remembers what was settled meanwhile, as if it had been written down already. A value of one thread.
 */
class ReferenceCatalog final {
public:
    [[nodiscard]] static Result<ReferenceCatalog> read(Database &database, const Integration &integration);

    [[nodiscard]] ReferenceBook bookFor(AssetKind kind, const FieldValues &fields, RecordId record) const;

    /** As if the record were linked with this remote one. */
    void noteLinked(AssetKind kind, RecordId record, const QString &remoteId);
    /** As if its push waited, or none did. */
    void noteOnItsWay(RecordId record, bool isOnItsWay);

    /** 0: none. */
    [[nodiscard]] RecordId linkedWith(AssetKind kind, const QString &remoteId) const;
    /** Of a record that others refer to: its id there, empty when it has none. */
    [[nodiscard]] QString remoteIdOf(RecordId record) const;
    [[nodiscard]] QString nameOf(RecordId record) const;
    /** The location whose name a new company's first site gets; 0: it has none. */
    [[nodiscard]] RecordId firstLocationOf(RecordId organization) const;

private:
    ReferenceCatalog() = default;

    struct Location {
        RecordId id = 0;
        QString name;
    };
    [[nodiscard]] Result<void> readRecords(Database &database, IntegrationId integration);
    [[nodiscard]] Result<void> readOptions(Database &database, IntegrationId integration);
    [[nodiscard]] Result<void> readOrganizations(Database &database, IntegrationId integration);

    const FieldMap *m_map = nullptr;
    QHash<RecordId, ReferenceBook::RecordReference> m_records; ///< all but configurations, to which nothing refers
    QHash<QPair<AssetKind, QString>, RecordId> m_linked;
    QHash<OptionId, ReferenceBook::OptionReference> m_options;
    QHash<OptionList, QHash<QString, ReferenceBook::NamedValue>> m_byName;
    QHash<RecordId, Location> m_oldestLocations; ///< by organization
    QHash<RecordId, Location> m_primaryLocations; ///< likewise
    QHash<RecordId, QList<OptionId>> m_gates; ///< type and status of organizations
    QHash<RecordId, QList<ReferenceBook::OptionReference>> m_furtherGates; ///< likewise
};

} // namespace tandem
