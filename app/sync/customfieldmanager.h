// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/custommapping.h"
#include "sync/recordsync.h"

#include <QHash>

namespace tandem {

/**
 * Which custom fields of its tenant an integration maps. A mapped field is read of every record by the next
 * pull; values stay in Tandem when a mapping is removed, and the same label takes them up again. Engine's
 * thread.
 */
class CustomFieldManager final {
    Q_DISABLE_COPY_MOVE(CustomFieldManager)
public:
    explicit CustomFieldManager(Stores &stores);

    /**
     * Maps one of `tenant`, what the PSA has for the kind now. `BadInput` with "remote", "label" or
     * "direction" in `field` when that cannot be. Answers the mapping, whose field is made when no custom
     * field of the kind has the label.
     */
    [[nodiscard]] Result<CustomMapping> add(IntegrationId id, const CustomFieldRequest &request,
                                            const QList<TenantField> &tenant);
    /** `NotFound` when the integration maps no such field. */
    [[nodiscard]] Result<void> remove(IntegrationId id, const QString &field, const QString &person);
    /** Takes over what the tenant has now, for the kinds that were asked. Inside a Transaction of the caller.
     */
    [[nodiscard]] Result<void> refresh(IntegrationId id, const QHash<AssetKind, QList<TenantField>> &tenant);

private:
    [[nodiscard]] Result<void> store(const Integration &integration, const QList<CustomMapping> &mappings);
    [[nodiscard]] Result<void> log(const Integration &integration, const QString &message,
                                   const QString &person);

    Stores &m_stores;
};

/** What the tenant has for those kinds that its integration maps custom fields of. */
[[nodiscard]] QSet<AssetKind> kindsWithCustomFields(const Integration &integration);

} // namespace tandem
