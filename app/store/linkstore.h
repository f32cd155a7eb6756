// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "rules/conversion.h"
#include "store/link.h"

#include <QHash>
#include <QList>

#include <optional>

namespace tandem {

class Database;

/** Links and their baselines. Writes belong inside a Transaction of the caller. */
class LinkStore final {
public:
    explicit LinkStore(Database &database);

    /** nullopt: the record never concerned this integration. */
    [[nodiscard]] Result<std::optional<Link>> get(IntegrationId integration, RecordId record) const;
    [[nodiscard]] Result<QList<Link>> ofRecord(RecordId record) const;
    [[nodiscard]] Result<std::optional<Link>> byRemote(IntegrationId integration, AssetKind kind,
                                                       const QString &remoteId) const;
    /** Links of these remote ids, by remote id; those without one are absent. */
    [[nodiscard]] Result<QHash<QString, Link>> byRemoteIds(IntegrationId integration, AssetKind kind,
                                                           const QList<QString> &remoteIds) const;
    /** Links of a kind that sync and were agreed on before this moment; what a full pull should have met. */
    [[nodiscard]] Result<QList<Link>> agreedBefore(IntegrationId integration, AssetKind kind, const QDateTime &moment) const;
    [[nodiscard]] Result<qint64> insert(const Link &link);
    [[nodiscard]] Result<void> update(const Link &link);
    /** Only what the badge shows; makes the row (unlinked) when there is none. */
    [[nodiscard]] Result<void> setState(IntegrationId integration, RecordId record, SyncState state,
                                        const QString &message = {}, const QString &errorField = {});

    /**
     * What the references of these values stand for in this PSA. `record` is whose values they are; an
     * organization's first location is only known by it, unless the values name a primary one.
     */
    [[nodiscard]] Result<ReferenceBook> referenceBook(IntegrationId integration, AssetKind kind,
                                                      const FieldValues &fields, RecordId record = 0) const;
    /** What remote ids that occur in these remote records stand for here. */
    [[nodiscard]] Result<LocalBook> localBook(IntegrationId integration,
                                              const QList<RemoteRecord> &records) const;

private:
    Database &m_database;
};

} // namespace tandem
