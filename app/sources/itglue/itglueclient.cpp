// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/itglue/itglueclient.h"

#include "net/retryafter.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestWords = 500;

/** What the server says is wrong: `errors` of JSON:API, or the `message` of what stands before it. */
QString wordsOf(const HttpAnswer &answer)
{
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    QStringList words;
    const QJsonArray errors = body.value("errors"_L1).toArray();
    for (const QJsonValue &error : errors) {
        const QString detail = error["detail"_L1].toString();
        words.append(detail.isEmpty() ? error["title"_L1].toString() : detail);
    }
    words.append(body.value("message"_L1).toString());
    words.removeAll(QString());
    return words.join(u' ').left(longestWords);
}

HttpLimits httpLimits(const ItGlueLimits &limits)
{
    HttpLimits http;
    http.calls =
        CallLimits{.permits = limits.permits, .windows = {{.calls = limits.calls, .length = limits.window}}};
    http.maxBodyBytes = limits.longestAnswer;
    return http;
}

} // namespace

ItGlueClient::ItGlueClient(QUrl address, SecretString key, const ItGlueLimits &limits)
    : m_address(std::move(address))
    , m_key(std::move(key))
    , m_http(std::make_unique<HttpClient>(httpLimits(limits)))
{
}

ItGlueClient::~ItGlueClient() = default;

HttpRequest ItGlueClient::requestFor(const QString &path, const QList<QPair<QString, QString>> &items,
                                     const QString &route) const
{
    QUrl url = m_address;
    url.setPath(m_address.path() + path);
    QByteArray query;
    for (const auto &[name, value] : items) {
        const QByteArray item =
            QUrl::toPercentEncoding(name, "[]") + '=' + QUrl::toPercentEncoding(value, ",");
        query += (query.isEmpty() ? "" : "&") + item;
    }
    if (!query.isEmpty())
        url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return {.method = "GET",
            .url = url,
            .headers = {{"x-api-key", m_key.reveal().trimmed()}, {"Accept", "application/vnd.api+json"}},
            .route = route,
            .priority = Priority::Background,
            .timeout = std::chrono::seconds(120)};
}

QCoro::Task<Result<HttpAnswer>> ItGlueClient::get(HttpRequest request)
{
    const Result<HttpAnswer> answer = co_await m_http->send(request);
    if (!answer || answer->status == 200)
        co_return answer;
    const Result<HttpAnswer> refused = fail(errorFrom(*answer));
    co_return refused;
}

QCoro::Task<Result<ItGluePage>> ItGlueClient::page(ItGlueQuery query)
{
    QList<QPair<QString, QString>> items = query.filters;
    items.append({u"page[size]"_s, QString::number(query.size)});
    items.append({u"page[number]"_s, QString::number(query.page)});
    // New rows come at the end then, and not between two pages.
    items.append({u"sort"_s, u"id"_s});
    const QString path = u'/' + query.resource;
    const HttpRequest request = requestFor(path, items, u"GET "_s + path);
    const Result<HttpAnswer> answer = co_await get(request);
    if (!answer) {
        const Result<ItGluePage> failed = fail(answer.error());
        co_return failed;
    }
    const Result<ItGluePage> page = readItGluePage(answer->body, m_address, query.page);
    co_return page;
}

QCoro::Task<Result<QJsonObject>> ItGlueClient::record(QString resource, QString id)
{
    const QString path = u'/' + resource;
    const HttpRequest request = requestFor(path + u'/' + id, {}, u"GET "_s + path + u"/{id}"_s);
    const Result<HttpAnswer> answer = co_await get(request);
    if (!answer) {
        const Result<QJsonObject> failed = fail(answer.error());
        co_return failed;
    }
    const Result<QJsonObject> object = readItGlueObject(answer->body);
    co_return object;
}

Error ItGlueClient::errorFrom(const HttpAnswer &answer) const
{
    Error error{.code = ErrorCode::Rejected,
                .remoteWords = wordsOf(answer),
                .httpStatus = answer.status,
                .requestId = answer.requestId};
    if (answer.status == 401 || answer.status == 403) {
        error.code = ErrorCode::SignInFailed;
        error.message =
            tr("IT Glue refused the key. Check the key and the region: a key of another region is refused "
               "too, and so is one that nobody has used for 90 days.");
    } else if (answer.status == 404) {
        error.code = ErrorCode::NotFound;
        error.message = tr("%1 has no such list. Check the address.").arg(m_address.host());
    } else if (answer.status == 429) {
        error.code = ErrorCode::RateLimited;
        error.message = tr("IT Glue asks to wait, because it got too many calls. Go on later.");
        error.retryAfter = parseRetryAfter(answer.header("Retry-After"), QDateTime::currentDateTimeUtc());
    } else if (answer.status >= 500) {
        error.code = ErrorCode::ServerFault;
        error.message = tr("IT Glue failed (%1). Go on later.").arg(answer.status);
    } else if (answer.status >= 300 && answer.status < 400) {
        error.code = ErrorCode::BadAnswer;
        error.message = tr("%1 sends Tandem to another address, which it does not follow. Check the address.")
                            .arg(m_address.host());
    } else {
        error.message =
            tr("IT Glue refused the request (%1). %2").arg(answer.status).arg(error.remoteWords).trimmed();
    }
    return error;
}

CallFigures ItGlueClient::figures() const
{
    return m_http->figures();
}

void ItGlueClient::stop()
{
    m_http->shutDown();
}

} // namespace tandem
