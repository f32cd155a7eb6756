// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/clients.h"

#include "psa/autotask/autotaskclient.h"
#include "psa/connectwise/connectwiseclient.h"
#include "psa/kaseya/kaseyaclient.h"

#include <QCoreApplication>

namespace tandem {

Result<std::unique_ptr<PsaClient>> makeClient(Platform platform, const QString &address, const Credentials &credentials,
                                              HttpClient *http)
{
    const Result<FieldMap> map = FieldMap::load(platform);
    if (!map)
        return fail(map.error());
    switch (platform) {
    case Platform::ConnectWise:
        return std::make_unique<ConnectWiseClient>(address, credentials, http, *map);
    case Platform::Autotask:
        return std::make_unique<AutotaskClient>(address, credentials, http, *map);
    case Platform::KaseyaBms:
    case Platform::PulsewayPsa:
    case Platform::VorexPsa:
        return std::make_unique<KaseyaClient>(address, credentials, http, *map);
    case Platform::Count:
        break;
    }
    return fail(ErrorCode::NotFound,
                QCoreApplication::translate("tandem::Clients", "Tandem does not know this platform."));
}

} // namespace tandem
