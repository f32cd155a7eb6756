// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "psa/autotask/autotaskmetadata.h"
#include "rules/custommapping.h"
#include "rules/fieldmap.h"
#include "rules/remoterecord.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <optional>

/**
 * Between Autotask's JSON (REST API 1.0) and our values, as pure functions driven by the field map.
 * References are numbers beside their record, blank is null, the active flag is a boolean except on contacts,
 * emails and phones are members of their own, and manufacturer and model are those of the configuration's
 * product.
 */
namespace tandem::autotask {

/** A row of `Products`. */
struct Product {
    qint64 id = 0;
    QString name;
    QString manufacturer;
    QString model;
    bool isActive = true;
};

[[nodiscard]] Product productFrom(const QJsonObject &row);

/** What rows refer to and do not hold themselves, read besides. */
struct Surroundings {
    QHash<qint64, Product> products = {};
    QString fallbackProduct = {}; ///< a configuration that has it keeps its manufacturer and model here only
    QHash<QString, QString> primaryLocations =
        {}; ///< by company; "" where the company has none; absent: not read
    EntityMetadata metadata = {}; ///< of the kind's entity, for the labels of its picklists
    QHash<QString, QString> members = {}; ///< names by id
    QSet<QString> ofTenant = {}; ///< inactive contacts that are surely of the tenant's own company
};

/** The members of a kind's rows that are read; empty: all of them, as user-defined ones cannot be named. */
[[nodiscard]] QStringList membersOf(AssetKind kind, const KindMap &map);

/**
 * A record as read. Its version is a fingerprint of its values, since a location has no date of change and
 * the dates of the others move for notes and tickets too. `asked` is the key it was read by, for a company
 * that it does not tell.
 */
[[nodiscard]] RemoteRecord recordFrom(AssetKind kind, const QJsonObject &row, const KindMap &map,
                                      const Surroundings &surroundings, const RemoteKey &asked = {});

/** Ids of the products that rows of configurations refer to. */
[[nodiscard]] QStringList productIdsIn(const QList<QJsonObject> &rows);

/** Ids of the contacts whose company the rows do not tell: an inactive one may be read with that of the
 * tenant. */
[[nodiscard]] QStringList contactsWithoutCompany(const QList<QJsonObject> &rows);

/** The mapped picklist values of a row that the metadata do not have ("companyType=7"), which then may be out
 * of date. */
[[nodiscard]] QStringList unknownLabelsIn(const QJsonObject &row, const KindMap &map,
                                          const EntityMetadata &metadata);

/**
 * The body of a create: the mapped fields that are not blank, and that it is active. Without the product of a
 * configuration, and without what Sync Settings fill.
 */
[[nodiscard]] Result<QJsonObject> createBody(AssetKind kind, const RemoteValues &values, const KindMap &map);

/**
 * The members that the changes ask for and the record as read does not have yet; empty when there is nothing
 * to send. Blank is null, which clears. Without id, product and primary location, which the caller knows.
 */
[[nodiscard]] Result<QJsonObject> changeBody(const RemoteRecord &current, const RemoteValues &changes,
                                             const KindMap &map);

/** A member that Sync Settings fill. */
[[nodiscard]] Result<QJsonValue> settingOnWire(const MappedSetting &setting, const QString &value);

/** The first text of a body that is longer than this tenant takes. */
[[nodiscard]] std::optional<Error> tooLongIn(const QJsonObject &body, const EntityMetadata &metadata,
                                             AssetKind kind, const KindMap &map);

/** One field of `entityInformation/userDefinedFields`; nothing when it has no name. A protected one cannot be written. */
[[nodiscard]] std::optional<TenantField> tenantFieldFrom(const QJsonObject &row);

/** One row of `Countries` or `Resources` as a value of a list; nothing when it has no name. */
[[nodiscard]] std::optional<RemoteOption> countryFrom(const QJsonObject &row);
[[nodiscard]] std::optional<RemoteOption> memberFrom(const QJsonObject &row);

} // namespace tandem::autotask
