// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "psa/psaclient.h"

#include <QStringList>

namespace tandem::tests {

/**
 * Makes a client do everything it can do once, as one walk: sign in, read every list, create one record of each kind,
 * read, change and look for them again. Answers what did not work, as sentences; an empty list means that all did.
 */
[[nodiscard]] QStringList exercise(PsaClient &client);

} // namespace tandem::tests
