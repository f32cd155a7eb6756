// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "core/result.h"
#include "core/secretstring.h"
#include "psa/psaclient.h"

#include <memory>

namespace tandem {

class HttpClient;

/** Makes the client of a platform. `url` as a person typed it; `http` must outlive the client. */
[[nodiscard]] Result<std::unique_ptr<PsaClient>> makeClient(Platform platform, const QString &url,
                                                            const Credentials &credentials, HttpClient *http);

} // namespace tandem
