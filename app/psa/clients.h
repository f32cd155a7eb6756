// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "core/secretstring.h"
#include "psa/psaclient.h"

#include <memory>

namespace tandem {

class HttpClient;

/**
 * A client for a tenant of the platform; `address` as a person typed it. Nothing is sent yet. `http` must outlive the
 * client.
 */
[[nodiscard]] Result<std::unique_ptr<PsaClient>> makeClient(Platform platform, const QString &address,
                                                            const Credentials &credentials, HttpClient *http);

} // namespace tandem
