// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace tandem {

/** The folder that keeps a person's database and vault, unless another is named: "tandem" in the user's data
 * folder. */
[[nodiscard]] QString defaultProfileFolder();

/** The database of a profile. */
[[nodiscard]] QString databasePath(const QString &profileFolder);

/** Makes the folder and those above it that are missing, for the owner only; existing ones are left as they
 * are. */
[[nodiscard]] Result<void> prepareProfileFolder(const QString &profileFolder);

} // namespace tandem
