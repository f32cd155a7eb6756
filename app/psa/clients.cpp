// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/clients.h"

#include "psa/autotask/autotaskclient.h"
#include "psa/connectwise/connectwiseclient.h"

#include <QCoreApplication>

namespace tandem {

Result<std::unique_ptr<PsaClient>> makeClient(Platform platform, const QString &address, const Credentials &credentials,
                                              HttpClient *http)
{
    switch (platform) {
    case Platform::ConnectWise: {
        const Result<FieldMap> map = FieldMap::load(platform);
        if (!map)
            return fail(map.error());
        return std::make_unique<ConnectWiseClient>(address, credentials, http, *map);
    }
    case Platform::Autotask: {
        const Result<FieldMap> map = FieldMap::load(platform);
        if (!map)
            return fail(map.error());
        return std::make_unique<AutotaskClient>(address, credentials, http, *map);
    }
    case Platform::KaseyaBms:
    case Platform::PulsewayPsa:
    case Platform::VorexPsa:
    case Platform::Count:
        break;
    }
    return fail(ErrorCode::NotFound,
                QCoreApplication::translate("tandem::Clients",
                                            "Tandem does not support %1 yet. Use ConnectWise or "
                                            "Autotask, or look for a newer Tandem.")
                    .arg(platformTitle(platform)));
}

} // namespace tandem
