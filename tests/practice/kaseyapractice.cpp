// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaseyapractice.h"

using namespace Qt::Literals::StringLiterals;

namespace tandem {

namespace {

constexpr auto formType = "application/x-www-form-urlencoded";

} // namespace

KaseyaPractice::KaseyaPractice(const PracticeSeeding &seeding, KaseyaBrand brand)
    : m_server(std::make_unique<PracticeServer>(std::make_unique<KaseyaPlatform>(brand, seeding),
                                                PracticeServerOptions(), m_clock))
{
    const Result<> listening = m_server->listen();
    if (!listening)
        qFatal("%s", qPrintable(listening.error().message));
}

KaseyaPractice::~KaseyaPractice() = default;

FixedClock &KaseyaPractice::clock()
{
    return m_clock;
}

QString KaseyaPractice::url() const
{
    return m_server->url();
}

QJsonObject KaseyaPractice::credentials() const
{
    return m_server->platform().credentials(url());
}

Answered KaseyaPractice::authenticate(const QHash<QString, QString> &changed)
{
    const QJsonObject keys = credentials();
    QHash<QString, QString> form{{u"GrantType"_s, u"password"_s},
                                 {u"UserName"_s, keys.value("user_name"_L1).toString()},
                                 {u"Password"_s, keys.value("password"_L1).toString()},
                                 {u"Tenant"_s, keys.value("tenant"_L1).toString()}};
    form.insert(changed);
    return bare("POST", u"/v2/security/authenticate"_s, formOf(form), {{"Content-Type"_ba, formType}});
}

QByteArray KaseyaPractice::token()
{
    if (m_token.isEmpty())
        m_token = resultIn(authenticate()).value("accessToken"_L1).toString().toLatin1();
    return m_token;
}

void KaseyaPractice::forgetToken()
{
    m_token.clear();
    m_olderToken.clear();
}

QByteArray KaseyaPractice::olderToken()
{
    if (m_olderToken.isEmpty()) {
        const QJsonObject keys = credentials();
        const QByteArray form = formOf({{u"grant_type"_s, u"password"_s},
                                        {u"username"_s, keys.value("user_name"_L1).toString()},
                                        {u"password"_s, keys.value("password"_L1).toString()},
                                        {u"tenant"_s, keys.value("tenant"_L1).toString()}});
        m_olderToken = bare("POST", u"/api/token"_s, form, {{"Content-Type"_ba, formType}})
                           .object()
                           .value("access_token"_L1)
                           .toString()
                           .toLatin1();
    }
    return m_olderToken;
}

Answered KaseyaPractice::get(const QString &path)
{
    const QByteArray bearer = "Bearer " + token();
    return bare("GET", u"/v2"_s + path, {}, {{"Authorization"_ba, bearer}});
}

Answered KaseyaPractice::send(const QByteArray &method, const QString &path, const QByteArray &body,
                              const QByteArray &contentType)
{
    const QByteArray bearer = "Bearer " + token();
    return bare(method, u"/v2"_s + path, body,
                {{"Authorization"_ba, bearer}, {"Content-Type"_ba, contentType}});
}

Answered KaseyaPractice::post(const QString &path, const QJsonObject &body)
{
    return send("POST", path, compact(body));
}

Answered KaseyaPractice::put(const QString &path, const QJsonObject &body)
{
    return send("PUT", path, compact(body));
}

Answered KaseyaPractice::patch(const QString &path, const QJsonArray &operations)
{
    return send("PATCH", path, compact(operations), "application/json-patch+json");
}

Answered KaseyaPractice::remove(const QString &path)
{
    return send("DELETE", path, {});
}

Answered KaseyaPractice::older(const QByteArray &method, const QString &path, const QByteArray &body)
{
    const QByteArray bearer = "Bearer " + olderToken();
    return bare(method, u"/api"_s + path, body,
                {{"Authorization"_ba, bearer}, {"Content-Type"_ba, "application/json"_ba}});
}

Answered KaseyaPractice::bare(const QByteArray &method, const QString &path, const QByteArray &body,
                              const QHash<QByteArray, QByteArray> &headers)
{
    QNetworkRequest request(QUrl(QString(url() + path)));
    for (auto it = headers.cbegin(); it != headers.cend(); ++it)
        request.setRawHeader(it.key(), it.value());
    return exchange(m_network, request, method, body);
}

Answered KaseyaPractice::door(const QByteArray &method, const QString &path, const QByteArray &body)
{
    return bare(method, u"/practice/"_s + path, body, {{"Content-Type"_ba, "application/json"_ba}});
}

void KaseyaPractice::setQuirks(const QStringList &quirks)
{
    const Result<> set = m_server->platform().setQuirks(quirks);
    if (!set)
        qFatal("%s", qPrintable(set.error().message));
}

QJsonObject KaseyaPractice::asset(int id)
{
    return resultIn(get(u"/servicedesk/hardwareasset/%1"_s.arg(id)));
}

QJsonObject resultIn(const Answered &answered)
{
    const QJsonObject object = answered.object();
    return object.value("success"_L1).toBool() ? object.value("result"_L1).toObject() : QJsonObject();
}

QJsonArray resultsIn(const Answered &answered)
{
    const QJsonObject object = answered.object();
    return object.value("success"_L1).toBool() ? object.value("result"_L1).toArray() : QJsonArray();
}

QStringList subErrorsIn(const Answered &answered)
{
    const QJsonObject error = answered.object().value("error"_L1).toObject();
    return error.value("subErrors"_L1).toVariant().toStringList();
}

QByteArray formOf(const QHash<QString, QString> &items)
{
    QByteArrayList parts;
    for (auto it = items.cbegin(); it != items.cend(); ++it)
        parts.append(it.key().toUtf8().toPercentEncoding() + '=' + it.value().toUtf8().toPercentEncoding());
    return parts.join('&');
}

} // namespace tandem
