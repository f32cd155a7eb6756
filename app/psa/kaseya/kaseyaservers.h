// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"

#include <QString>
#include <QUrl>

namespace tandem::kaseya {

/** Where a tenant is reached; scheme, host and port only. */
struct Servers {
    QUrl api; ///< of the current interface (V2), below "/v2"
    QUrl gateway; ///< what people open; the old interface (V1) is below its "/api"; empty: not known
};

/**
 * From what a person typed: the gateway (as My Settings of the PSA shows it), the API's own host, or nothing
 * where one address fits every tenant. Hosts of the vendor come in pairs; any other serves both interfaces
 * itself.
 */
[[nodiscard]] Servers serversFrom(Platform platform, const QString &typed);

} // namespace tandem::kaseya
