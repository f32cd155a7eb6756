// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "core/result.h"
#include "rules/fieldmap.h"
#include "rules/remoterecord.h"
#include "rules/syncsettings.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

/**
 * Between the Kaseya family's JSON and our values, as pure functions driven by the field map. Members are
 * found in any case; a value that refers to a list or record is an id with a twin that names it; a location's
 * values lie in the main one of its addresses.
 */
namespace tandem::kaseya {

/** Names by id, as far as they were met: lists of the tenant, by `optionListName` or key of a setting. */
using Names = QHash<QString, QMap<QString, QString>>;

/** Whether a row is the record, or a line of a list that lacks most of it. */
enum class Shape : quint8 {
    Whole, ///< a member that is absent is blank there
    Thin,  ///< the record is silent on what is absent
};

/**
 * A record as read. Its version is a fingerprint of its values, since the moments of change have no time zone and move
 * for more than what is mapped. `parentId`: the account of a location, which its row does not tell.
 */
[[nodiscard]] RemoteRecord recordFrom(AssetKind kind, const QJsonObject &row, const KindMap &map, const Names &names,
                                      Shape shape = Shape::Whole, const QString &parentId = {});
/** Whether the answer of a write is the record itself; it may be its id alone. */
[[nodiscard]] bool isRecord(AssetKind kind, const QJsonObject &row, const KindMap &map);
/** The locations of an account, the main one first. */
[[nodiscard]] QList<RemoteRecord> locationsIn(const QJsonObject &account, const KindMap &map,
                                              const Names &names);
/** Takes up the id/name pairs that a row of the kind carries, those of business types, emails and phones
 * included. */
void harvest(AssetKind kind, const QJsonObject &row, const KindMap &map, Names &names);

/**
 * The body of a new account, with its first location: `values` may hold that one's values as the object
 * "first_location", else its name as "site_name".
 */
[[nodiscard]] Result<QJsonObject> accountBody(Platform platform, const RemoteValues &values,
                                              const FieldMap &map, const SyncSettings &settings);
/** The body of a new contact, which has its names, place, emails and phones only; `patchFor` says the rest.
 */
[[nodiscard]] Result<QJsonObject> contactBody(const RemoteValues &values, const KindMap &map,
                                              const Names &names);
/** The body of a new asset. */
[[nodiscard]] Result<QJsonObject> assetBody(const RemoteValues &values, const KindMap &map);
/** The whole asset as it was read, with the changes; what only the PSA fills is left out. */
[[nodiscard]] Result<QJsonObject> changedAsset(const QJsonObject &row, const RemoteValues &changes,
                                               const KindMap &map);
/** A location for the old interface: as it was read (empty: a new one), with the changes. */
[[nodiscard]] Result<QJsonObject> locationBody(const QJsonObject &row, const QString &accountId,
                                               const RemoteValues &changes, const KindMap &map);
/** A JSON Patch (RFC 6902) of an account's or contact's own members; without emails, phones and what only
 * comes in. */
[[nodiscard]] Result<QJsonArray> patchFor(AssetKind kind, const RemoteValues &changes, const KindMap &map);

/**
 * The numbers of what is done to an email or phone, which are not published. The answer counts added, updated
 * and deleted in this order, so they are taken for that until an answer shows otherwise.
 */
struct PointNumbers {
    int add = 0;
    int change = 1;
    int remove = 2;
};

/**
 * What makes the emails or phones of a contact those that are wanted: changes first, then new ones, removals
 * last, so that it is never without a default. Empty: they are so already.
 */
[[nodiscard]] Result<QJsonArray> pointOperations(const MappedField &field, const QJsonArray &current,
                                                 const QJsonValue &wanted, const Names &names,
                                                 const PointNumbers &numbers = {});
/**
 * Whether the PSA removed what such operations change, and kept what they remove: it has the two numbers the
 * other way round. Told by the ids in the lists before and after, so that a value that it only wrote
 * otherwise is no sign of it.
 */
[[nodiscard]] bool areExchanged(const MappedField &field, const QJsonArray &before,
                                const QJsonArray &operations, const QJsonArray &after,
                                const PointNumbers &numbers);

} // namespace tandem::kaseya
