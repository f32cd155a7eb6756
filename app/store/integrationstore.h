// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/result.h"
#include "rules/fieldmap.h"
#include "store/integration.h"

#include <QList>

namespace tandem {

class Database;

/** Connected PSA tenants. Writes belong inside a Transaction of the caller. */
class IntegrationStore final {
public:
    explicit IntegrationStore(Database &database);

    [[nodiscard]] Result<QList<Integration>> all() const; ///< by name, disconnected ones left out
    [[nodiscard]] Result<QList<Integration>> allWithDisconnected() const; ///< connected ones first
    [[nodiscard]] Result<Integration> get(IntegrationId id) const;
    /** `NotFound`; without regard to case. Of several with the name the connected one, else the newest. */
    [[nodiscard]] Result<Integration> byName(const QString &name) const;
    /** `BadInput` when a connected one has the name. An empty `uid` is filled in. */
    [[nodiscard]] Result<IntegrationId> insert(const Integration &integration);
    [[nodiscard]] Result<void> update(const Integration &integration);
    /** What it trusts besides the system's authorities. `update` leaves that as it is. */
    [[nodiscard]] Result<void> setAuthorities(IntegrationId id, const QByteArray &pem);
    /** What it maps besides the platform's map. `update` leaves that as it is. */
    [[nodiscard]] Result<void> setCustomFields(IntegrationId id, const QList<CustomMapping> &mappings);
    /** Where the next delta pull of a kind begins; opaque text of the puller, empty when it never ran. */
    [[nodiscard]] Result<QString> cursor(IntegrationId id, const QString &key) const;
    /** The next pull looks at everything, since something lies further back than a delta looks. */
    [[nodiscard]] Result<void> pullAllNext(IntegrationId id);
    [[nodiscard]] Result<void> setCursor(IntegrationId id, const QString &key, const QString &value);
    /** The longest texts of a kind as the tenant has them; empty when it has not said so. */
    [[nodiscard]] Result<FieldLengths> fieldLengths(IntegrationId id, AssetKind kind) const;
    /** Writes only when they are different. */
    [[nodiscard]] Result<void> setFieldLengths(IntegrationId id, AssetKind kind, const FieldLengths &lengths);
    /** What a person should know about the tenant, as its PSA said last; empty: nothing. */
    [[nodiscard]] Result<QString> warning(IntegrationId id) const;
    /** Writes only when it is another. */
    [[nodiscard]] Result<void> setWarning(IntegrationId id, const QString &text);

private:
    Database &m_database;
};

} // namespace tandem
