// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"

#include <QList>

namespace tandem {

/**
 * Whether an unlinked remote record is the same asset as this record (rule D2): exact, never fuzzy. Both sides' values
 * are given as Tandem holds them, or both as the PSA does. Organization: name. Contact: organization, first and last name. Configuration: organization, type, name,
 * and serial number and MAC address unless blank on either side. Location: organization and address, or, where all of
 * the address is blank on both sides, the name.
 */
[[nodiscard]] bool isSameAsset(AssetKind kind, const FieldValues &local, const FieldValues &remote);

/**
 * Whether they are at least of the same organization and name: what an asset looks like of which somebody has changed
 * something else that `isSameAsset` compares. Organizations: never, since their name is all of it.
 */
[[nodiscard]] bool isNamesake(AssetKind kind, const FieldValues &local, const FieldValues &remote);

/** Equal for any two that are the same asset, and for few others: to look candidates up by. */
[[nodiscard]] QString matchKey(AssetKind kind, const FieldValues &values);
/** All that `isSameAsset` and `matchKey` look at. */
[[nodiscard]] FieldValues matchedValues(AssetKind kind, const FieldValues &values);

/** Ids of the candidates that match. One: link. None: create. Several: a person decides. */
[[nodiscard]] QList<RecordId> matchesOf(AssetKind kind, const QList<Record> &candidates, const FieldValues &remote);

/**
 * What tells a record from others of the same name, for a person who must choose: serial number, MAC address, address,
 * email and the like, those that are there. Values of either side; text and contact points only.
 */
[[nodiscard]] QString tellingDetail(AssetKind kind, const FieldValues &values);

} // namespace tandem
