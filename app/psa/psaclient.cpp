// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/psaclient.h"

namespace tandem {

PsaClient::~PsaClient() = default;

} // namespace tandem
