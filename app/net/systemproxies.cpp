// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/systemproxies.h"

#include "net/transport.h"

namespace tandem {

QList<QNetworkProxy> SystemProxies::queryProxy(const QNetworkProxyQuery &query)
{
    if (isLoopback(query.peerHostName()))
        return {QNetworkProxy::NoProxy};
    return systemProxyForQuery(query);
}

} // namespace tandem
