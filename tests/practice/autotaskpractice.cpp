// SPDX-License-Identifier: GPL-3.0-or-later
#include "autotaskpractice.h"

using namespace Qt::Literals::StringLiterals;

namespace tandem {

AutotaskPractice::AutotaskPractice(const PracticeSeeding &seeding, const PracticeServerOptions &options)
    : m_server(
        std::make_unique<PracticeServer>(std::make_unique<AutotaskPlatform>(seeding), options, m_clock))
{
    const Result<> listening = m_server->listen();
    if (!listening)
        qFatal("%s", qPrintable(listening.error().message));
}

AutotaskPractice::~AutotaskPractice() = default;

FixedClock &AutotaskPractice::clock()
{
    return m_clock;
}

QString AutotaskPractice::url() const
{
    return m_server->url();
}

QHash<QByteArray, QByteArray> AutotaskPractice::credentials() const
{
    const QJsonObject keys = m_server->platform().credentials(url());
    return {{"UserName"_ba, keys.value("user_name"_L1).toString().toUtf8()},
            {"Secret"_ba, keys.value("secret"_L1).toString().toUtf8()},
            {"ApiIntegrationCode"_ba, keys.value("integration_code"_L1).toString().toUtf8()},
            {"Content-Type"_ba, "application/json"_ba}};
}

QNetworkRequest AutotaskPractice::request(const QString &address,
                                          const QHash<QByteArray, QByteArray> &headers) const
{
    QNetworkRequest request(QUrl(address.startsWith(u'/') ? QString(url() + address) : address));
    for (auto it = headers.cbegin(); it != headers.cend(); ++it)
        request.setRawHeader(it.key(), it.value());
    return request;
}

Answered AutotaskPractice::bare(const QByteArray &method, const QString &address, const QByteArray &body,
                                const QHash<QByteArray, QByteArray> &headers)
{
    return exchange(m_network, request(address, headers), method, body);
}

Answered AutotaskPractice::get(const QString &path, const QHash<QByteArray, QByteArray> &headers)
{
    QHash<QByteArray, QByteArray> all = credentials();
    all.insert(headers);
    return bare("GET"_ba, u"/zone14/ATServicesRest/V1.0/"_s + path, {}, all);
}

Answered AutotaskPractice::send(const QByteArray &method, const QString &path, const QByteArray &body)
{
    return bare(method, u"/zone14/ATServicesRest/V1.0/"_s + path, body, credentials());
}

Answered AutotaskPractice::post(const QString &path, const QJsonObject &body)
{
    return send("POST"_ba, path, compact(body));
}

Answered AutotaskPractice::patch(const QString &path, const QJsonObject &body)
{
    return send("PATCH"_ba, path, compact(body));
}

Answered AutotaskPractice::put(const QString &path, const QJsonObject &body)
{
    return send("PUT"_ba, path, compact(body));
}

Answered AutotaskPractice::find(const QString &entity, const QByteArray &filter)
{
    return send("POST"_ba, entity + u"/query"_s, "{\"filter\":" + filter + '}');
}

QJsonObject AutotaskPractice::item(const QString &entity, qint64 id)
{
    return get(u"%1/%2"_s.arg(entity).arg(id)).object().value("item"_L1).toObject();
}

Answered AutotaskPractice::door(const QByteArray &method, const QString &path, const QByteArray &body)
{
    return bare(method, u"/practice/"_s + path, body, {{"Content-Type"_ba, "application/json"_ba}});
}

void AutotaskPractice::setQuirks(const QStringList &quirks)
{
    const Result<> set = m_server->platform().setQuirks(quirks);
    if (!set)
        qFatal("%s", qPrintable(set.error().message));
}

std::unique_ptr<QNetworkReply> AutotaskPractice::start(const QString &path)
{
    return std::unique_ptr<QNetworkReply>(
        m_network.get(request(u"/zone14/ATServicesRest/V1.0/"_s + path, credentials())));
}

QJsonArray itemsIn(const Answered &answered)
{
    return answered.object().value("items"_L1).toArray();
}

QStringList errorsIn(const Answered &answered)
{
    return answered.object().value("errors"_L1).toVariant().toStringList();
}

int idIn(const Answered &answered)
{
    return answered.object().value("itemId"_L1).toInt();
}

} // namespace tandem
