// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tandem {

/**
 * The text by whose code units names are ordered in the database: without regard to case and accents, and
 * numbers by their value ("pc-9" before "pc-10"). Computed once when a name is written, so that an order is
 * an index and not a sort.
 */
[[nodiscard]] QString sortKey(const QString &name);

} // namespace tandem
