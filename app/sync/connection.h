// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "net/httpclient.h"
#include "psa/psaclient.h"
#include "rules/fieldmap.h"

#include <memory>

namespace tandem {

/**
 * A live connection to one PSA tenant. Tasks share it, so that a changed address or a shutdown takes it away from new
 * requests and leaves it to those under way.
 */
struct Connection {
    const FieldMap *map = nullptr;
    std::unique_ptr<HttpClient> http;
    std::unique_ptr<PsaClient> client;
};

using ConnectionPtr = std::shared_ptr<Connection>;

} // namespace tandem
