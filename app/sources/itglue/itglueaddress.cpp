// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/itglue/itglueaddress.h"

#include "net/transport.h"

#include <QCoreApplication>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::ItGlueAddress)
};

tl::unexpected<Error> bad(const QString &message)
{
    return fail(Error{.code = ErrorCode::BadInput, .message = message, .field = u"url"_s});
}

} // namespace

QList<ItGlueRegion> itGlueRegions()
{
    return {{u"us"_s, Words::tr("United States"), u"https://api.itglue.com"_s},
            {u"eu"_s, Words::tr("Europe"), u"https://api.eu.itglue.com"_s},
            {u"au"_s, Words::tr("Australia"), u"https://api.au.itglue.com"_s}};
}

Result<QUrl> itGlueAddress(const QString &typed)
{
    QString text = typed.trimmed();
    for (const ItGlueRegion &region : itGlueRegions()) {
        if (text.compare(region.name, Qt::CaseInsensitive) == 0)
            text = region.address;
    }
    if (text.isEmpty())
        return bad(Words::tr("Choose a region, or enter the address of the API."));
    if (!text.contains("://"_L1))
        text.prepend("https://"_L1);
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return bad(Words::tr("This is no address of a server. Enter one such as https://api.itglue.com."));
    const bool isSafe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url.host()));
    if (!isSafe)
        return bad(Words::tr("The key is only sent over TLS. Enter an address that begins with https://."));
    // The page that people open is on another server than the API.
    if (url.host().endsWith(".itglue.com"_L1) && !url.host().startsWith("api."_L1)) {
        return bad(
            Words::tr("%1 is the web page of an account, not its API. Choose the region of the account.")
                .arg(url.host()));
    }
    url = url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    if (url.path() == "/"_L1)
        url.setPath({});
    return url;
}

} // namespace tandem
