// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"
#include "core/result.h"
#include "rules/remoterecord.h"
#include "store/integration.h"

#include <QList>

namespace tandem {

class Database;

/** Records, field by field as `fieldsOf` describes them. Writes belong inside a Transaction of the caller. */
class RecordStore final {
public:
    explicit RecordStore(Database &database);

    /** `NotFound` when there is none. */
    [[nodiscard]] Result<Record> get(RecordId id) const;
    [[nodiscard]] Result<QList<Record>> getMany(AssetKind kind, const QList<RecordId> &ids) const;
    [[nodiscard]] Result<RecordId> insert(AssetKind kind, const FieldValues &fields, RecordSource source,
                                          const QDateTime &now);
    /** Writes only `changes`; a null blanks the field. Keeps the name, the search text and `updatedAt` in
     * step. */
    [[nodiscard]] Result<void> update(RecordId id, AssetKind kind, const FieldValues &changes,
                                      const QDateTime &now);
    /** Deletes the record with its links and pushes; records that refer to it lose the reference. */
    [[nodiscard]] Result<void> remove(RecordId id);
    /**
     * Merges up to about this many pages of 4 KB of the search index, if there is anything to merge. For the end of a
     * transaction that wrote records, with some pages for each that it wrote.
     */
    [[nodiscard]] Result<void> mergeSearch(int pages);

    /** Ids by exact name, for matching and for names on the command line; `organizationId` 0: any. */
    [[nodiscard]] Result<QList<RecordId>> findByName(AssetKind kind, RecordId organizationId,
                                                     const QString &name) const;
    [[nodiscard]] Result<QList<RecordId>> ofOrganization(AssetKind kind, RecordId organizationId) const;
    /** Whether an organization (0: no) is `ancestor` or lies below it; ends also where parents run in a circle. */
    [[nodiscard]] Result<bool> isBelow(RecordId organization, RecordId ancestor) const;

private:
    [[nodiscard]] Result<void> forgetReferences(RecordId id);

    Database &m_database;
};

/** Tandem's list values and the PSA's, side by side. Writes belong inside a Transaction of the caller. */
class OptionStore final {
public:
    explicit OptionStore(Database &database);

    [[nodiscard]] Result<QList<Option>> all(OptionList list) const;
    [[nodiscard]] Result<Option> get(OptionId id) const;
    /** By name without regard to case; 0 when there is none. `parentId` 0: any parent. */
    [[nodiscard]] Result<OptionId> find(OptionList list, const QString &name, OptionId parentId = 0) const;
    [[nodiscard]] Result<OptionId> findOrCreate(OptionList list, const QString &name, OptionId parentId = 0);

    /** Writes name and parent of a value as they are now. */
    [[nodiscard]] Result<void> update(const Option &option);
    /** Whether a PSA that is connected has it. */
    [[nodiscard]] Result<bool> isRemote(OptionId id) const;

    /**
     * Takes over a list as the PSA has it now: values are tied to Tandem's by name, new ones made; values
     * gone from the PSA become inactive. `enableNew`: new active values are ticked for sync. Ticks of known
     * values stay.
     */
    [[nodiscard]] Result<void> takeRemote(IntegrationId integration, OptionList list,
                                          const QList<RemoteOption> &values, bool enableNew);
    /** Adds single values that came with records, without touching the others. */
    [[nodiscard]] Result<void> addRemote(IntegrationId integration, const QList<RemoteOption> &values,
                                         bool enableNew = false);
    [[nodiscard]] Result<QList<StoredOption>> remote(IntegrationId integration) const;
    [[nodiscard]] Result<QList<StoredOption>> remote(IntegrationId integration, OptionList list) const;
    /** Ticks exactly these for the lists that are in `enabled`; other lists are left alone. */
    [[nodiscard]] Result<void> setEnabled(IntegrationId integration, const EnabledValues &enabled);

private:
    Database &m_database;
};

} // namespace tandem
