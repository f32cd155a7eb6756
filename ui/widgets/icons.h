// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/syncstate.h"

#include <QIcon>
#include <QString>

namespace tandem {

/**
 * Icons that follow the palette: each is drawn for light and for dark windows, and picks its drawing whenever
 * it is painted. `name` is that of a file action-<name>.svg in resources/icons; where the desktop has an icon
 * theme and the colours are the system's, the theme's own icon is used instead.
 */
[[nodiscard]] QIcon actionIcon(const QString &name);
[[nodiscard]] QIcon kindIcon(AssetKind kind);
[[nodiscard]] QIcon stateIcon(SyncState state);
[[nodiscard]] QIcon integrationStateIcon(IntegrationState state);
/** The application's own. */
[[nodiscard]] QIcon applicationIcon();

} // namespace tandem
