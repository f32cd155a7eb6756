// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <array>
#include <optional>

namespace tandem {

/** The four kinds of record; the order is the order of a push (a kind refers to kinds before it). */
enum class AssetKind : quint8 {
    Organization,
    Location,
    Contact,
    Configuration,
    Count
};

inline constexpr std::array allKinds {AssetKind::Organization, AssetKind::Location, AssetKind::Contact,
                                      AssetKind::Configuration};
static_assert(allKinds.size() == size_t(AssetKind::Count));

/** Found by argument-dependent look-up, so that pairs with this enum can be keys of a QHash. */
[[nodiscard]] size_t qHash(AssetKind value, size_t seed = 0) noexcept;

/** "organization", "location", "contact", "configuration": the word in the database, maps, API and tandemctl. */
[[nodiscard]] QString kindName(AssetKind kind);
[[nodiscard]] std::optional<AssetKind> kindFromName(const QString &name);

/** Translated, as a heading of one ("Configuration") and of many ("Configurations"). */
[[nodiscard]] QString kindTitle(AssetKind kind);
[[nodiscard]] QString kindTitlePlural(AssetKind kind);

} // namespace tandem
