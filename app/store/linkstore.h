// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "rules/conversion.h"
#include "store/integration.h"
#include "store/link.h"

#include <QHash>
#include <QList>
#include <QMultiHash>
#include <QPair>
#include <QSet>

#include <optional>

namespace tandem {

class Database;

/** Which record a remote record is linked with, and no more: for going through all of them. */
struct LinkedKey {
    RecordId recordId = 0;
    RemoteKey remote;
    bool wasAgreed = false; ///< syncs, and was agreed on before the moment that was asked about
};

/** An organization (0: none) and a name in it; for a location an empty name, since it is known by its address. */
using PlaceAndName = QPair<RecordId, QString>;

/** Ids of remote records, by what they are. */
using RemoteIds = QHash<AssetKind, QSet<QString>>;

/** Adds the ids that the references of a remote record name. */
void collectReferences(const RemoteRecord &remote, RemoteIds &ids);

/** Links and their baselines. Writes belong inside a Transaction of the caller. */
class LinkStore final {
public:
    explicit LinkStore(Database &database);

    /** nullopt: the record never concerned this integration. */
    [[nodiscard]] Result<std::optional<Link>> get(IntegrationId integration, RecordId record) const;
    [[nodiscard]] Result<QList<Link>> ofRecord(RecordId record) const;
    /** Of these records; those that never concerned this integration are absent. */
    [[nodiscard]] Result<QHash<RecordId, Link>> ofRecords(IntegrationId integration, const QList<RecordId> &records) const;
    [[nodiscard]] Result<std::optional<Link>> byRemote(IntegrationId integration, AssetKind kind,
                                                       const QString &remoteId) const;
    /** Links of these remote ids, by remote id; those without one are absent. */
    [[nodiscard]] Result<QHash<QString, Link>> byRemoteIds(IntegrationId integration, AssetKind kind,
                                                           const QList<QString> &remoteIds) const;
    /** Up to `limit` links of a kind by remote id, behind the remote id `after`. */
    [[nodiscard]] Result<QList<LinkedKey>> keysAfter(IntegrationId integration, AssetKind kind, const QDateTime &moment,
                                                     const QString &after, int limit) const;
    /** Records that are not tied to a remote one, by place and exact name; a location by its place alone. */
    [[nodiscard]] Result<QMultiHash<PlaceAndName, RecordId>> free(IntegrationId integration, AssetKind kind,
                                                                  const QList<PlaceAndName> &places) const;
    [[nodiscard]] Result<qint64> insert(const Link &link);
    [[nodiscard]] Result<void> update(const Link &link);
    /** As if nothing had ever been agreed on the field, nor a person been asked about it. */
    [[nodiscard]] Result<void> forgetField(IntegrationId integration, AssetKind kind, const QString &field);
    /** Only what the badge shows; makes the row (unlinked) when there is none. */
    [[nodiscard]] Result<void> setState(IntegrationId integration, RecordId record, SyncState state,
                                        const QString &message = {}, const QString &errorField = {});

    /** What the PSA has no more, or does not sync: these records' links become orphaned. */
    [[nodiscard]] Result<void> orphan(IntegrationId integration, const QList<RecordId> &records);

    /**
     * What the references of these values stand for in this PSA. `record` is whose values they are; an
     * organization's first location is only known by it, unless the values name a primary one.
     */
    [[nodiscard]] Result<ReferenceBook> referenceBook(const Integration &integration, AssetKind kind,
                                                      const FieldValues &fields, RecordId record = 0) const;
    /** What remote ids that occur in these remote records stand for here. */
    [[nodiscard]] Result<LocalBook> localBook(const Integration &integration,
                                              const QList<RemoteRecord> &records) const;
    /** What all list values of this PSA stand for here; `addRecords` adds what these remote records do. */
    [[nodiscard]] Result<LocalBook> optionBook(IntegrationId integration) const;
    [[nodiscard]] Result<void> addRecords(IntegrationId integration, const RemoteIds &ids, LocalBook &book) const;

private:
    Database &m_database;
};

} // namespace tandem
