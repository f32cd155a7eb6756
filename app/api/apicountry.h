// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tandem {

// Countries are names here; their two-letter codes (ISO 3166) are those that Qt has for its English names.

/** Empty for a name that is not known. */
[[nodiscard]] QString isoOfCountry(const QString &name);
/** Names that have this code, however they are spelt; empty for a code that is not known. */
[[nodiscard]] QStringList countriesOfIso(const QString &iso);

} // namespace tandem
