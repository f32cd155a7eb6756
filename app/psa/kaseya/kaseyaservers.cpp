// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/kaseya/kaseyaservers.h"

#include <algorithm>
#include <array>

namespace tandem::kaseya {

using namespace Qt::Literals::StringLiterals;

namespace {

struct HostPair {
    QLatin1StringView gateway;
    QLatin1StringView api;
};

/** As the vendor's help names them; the gateway of Vorex is not published. */
constexpr std::array pairs{
    HostPair{"bms.kaseya.com"_L1, "api.bms.kaseya.com"_L1},
    HostPair{"bmsemea.kaseya.com"_L1, "api.bmsemea.kaseya.com"_L1},
    HostPair{"bmsapac.kaseya.com"_L1, "api.bmsapac.kaseya.com"_L1},
    HostPair{"psa.pulseway.com"_L1, "api.psa.pulseway.com"_L1},
    HostPair{""_L1, "api.vorexlogin.com"_L1},
};

/** Other hosts of the vendor are paired in the same way as far as is known. */
constexpr std::array vendorDomains{"kaseya.com"_L1, "vorexlogin.com"_L1, "pulseway.com"_L1};

bool isOfTheVendor(const QString &host)
{
    return std::any_of(vendorDomains.begin(), vendorDomains.end(), [&](QLatin1StringView domain) {
        return host == domain || host.endsWith(QString(u'.' + domain));
    });
}

QUrl withHost(QUrl url, const QString &host)
{
    url.setHost(host);
    return url;
}

} // namespace

Servers serversFrom(Platform platform, const QString &typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty())
        text = commonAddress(platform);
    if (!text.contains("://"_L1))
        text.prepend("https://"_L1);
    QUrl url(text, QUrl::StrictMode);
    url.setPath({});
    url.setQuery(QString());
    url.setFragment({});
    QString host = url.host().toLower();
    if (!isOfTheVendor(host))
        return {.api = url, .gateway = url};
    if (host.startsWith("www."_L1))
        host.remove(0, 4);
    for (const HostPair &pair : pairs) {
        if (host == pair.api || (host == pair.gateway && !pair.gateway.isEmpty())) {
            return {.api = withHost(url, pair.api),
                    .gateway = pair.gateway.isEmpty() ? QUrl() : withHost(url, pair.gateway)};
        }
    }
    const QString gateway = host.startsWith("api."_L1) ? host.mid(4) : host;
    return {.api = withHost(url, QString("api."_L1 + gateway)), .gateway = withHost(url, gateway)};
}

} // namespace tandem::kaseya
