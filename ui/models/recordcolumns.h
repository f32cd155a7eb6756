// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"

#include <QList>
#include <QString>

#include <optional>

namespace tandem {

/** A column of the table of records. */
struct RecordColumn {
    QString id; ///< a field's id, or "name", "kind", "updated_at", "why", "state"
    QString title;
    bool isShownAtFirst = true; ///< the others wait in the header's menu
    int width = 120; ///< at first, in pixels
};

/** What a table of this kind, or of all kinds, can show; the name comes first. */
[[nodiscard]] QList<RecordColumn> recordColumns(std::optional<AssetKind> kind);

} // namespace tandem
