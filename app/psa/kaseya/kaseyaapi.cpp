// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/kaseya/kaseyaapi.h"

#include "core/logging.h"
#include "psa/kaseya/kaseyajson.h"

#include <QJsonArray>
#include <QUrlQuery>

#include <algorithm>
#include <chrono>

namespace tandem::kaseya {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int rowsOfPage = 100;
constexpr int longestList = 50; // pages
/** The lifetime is not published; one client renews this often, and a date that makes no sense is not
 * believed. */
constexpr std::chrono::seconds usualLife = 15min;
constexpr std::chrono::seconds longestLife = 24h;
/** A wrong password is not tried again by whatever comes up within this time. */
constexpr auto quietAfterRefusal = 60s;

/** Where a list of pages stands. */
struct Position {
    int page = 1;
    qint64 seen = 0; ///< rows of the pages before
    int pageLength = 0; ///< rows of the first page, which may be as many as the server gives
    QString firstId; ///< of the page before
};

Position positionIn(const QString &cursor)
{
    const QStringList parts = cursor.split(u'/');
    if (parts.size() != 4)
        return {};
    return {.page = std::max(1, parts.at(0).toInt()),
            .seen = parts.at(1).toLongLong(),
            .pageLength = parts.at(2).toInt(),
            .firstId = parts.at(3)};
}

QString cursorOf(const Position &position)
{
    return u"%1/%2/%3/%4"_s.arg(position.page)
        .arg(position.seen)
        .arg(position.pageLength)
        .arg(position.firstId);
}

QByteArray encoded(const KaseyaApi::Query &query)
{
    QByteArray text;
    for (const auto &[name, value] : query) {
        if (!text.isEmpty())
            text += '&';
        text += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return text;
}

/** Until when a token holds, by the server's own clock where it tells it. */
std::chrono::seconds lifeOf(const QJsonObject &token, const HttpAnswer &answer)
{
    const qint64 seconds = member(token, u"expires_in"_s).toInteger();
    if (seconds > 0)
        return std::min(longestLife, std::chrono::seconds(seconds));
    QDateTime end = QDateTime::fromString(textOf(member(token, u"accessTokenExpireOn"_s)), Qt::ISODateWithMs);
    if (end.timeSpec() == Qt::LocalTime)
        end.setTimeSpec(Qt::UTC);
    QDateTime now = QDateTime::fromString(QString::fromLatin1(answer.header("Date")), Qt::RFC2822Date);
    if (!now.isValid())
        now = QDateTime::currentDateTimeUtc();
    const auto life = std::chrono::seconds(end.isValid() ? now.secsTo(end) : 0);
    return life > 0s ? std::min(life, longestLife) : usualLife;
}

/** A sign-in changes no record, so it is never left open whether one was changed. */
Error withoutDoubt(Error error)
{
    if (error.code == ErrorCode::OutcomeUnknown)
        error.code = ErrorCode::TimedOut;
    return error;
}

} // namespace

KaseyaApi::KaseyaApi(Platform platform, const QString &address, const Credentials &credentials,
                     HttpClient *http)
    : m_http(http)
    , m_platform(platform)
    , m_credentials(credentials)
    , m_servers(serversFrom(platform, address))
{
}

KaseyaApi::~KaseyaApi() = default;

const Servers &KaseyaApi::servers() const
{
    return m_servers;
}

QString KaseyaApi::tenant() const
{
    return secret(u"tenant"_s);
}

QString KaseyaApi::secret(const QString &key) const
{
    const QString text = QString::fromUtf8(m_credentials.value(key).reveal());
    return key == "password"_L1 ? text : text.trimmed();
}

const QUrl &KaseyaApi::server(Interface side) const
{
    return side == Interface::V1 ? m_servers.gateway : m_servers.api;
}

KaseyaApi::Session &KaseyaApi::session(Interface side)
{
    return side == Interface::V1 ? m_v1 : m_v2;
}

/** The PSA may repeat what was typed. */
QString KaseyaApi::withoutSecrets(QString words) const
{
    const QString password = secret(u"password"_s);
    return password.isEmpty() ? words : words.replace(password, u"***"_s);
}

// ---- signing in ---------------------------------------------------------------------------------

Result<> KaseyaApi::checkCredentials() const
{
    const QList<CredentialField> fields = credentialFields(m_platform);
    for (const CredentialField &field : fields) {
        if (secret(field.key).isEmpty()) {
            return fail(ErrorCode::SecretMissing,
                        tr("“%1” is missing. Enter it in the connection settings.").arg(field.label));
        }
    }
    return {};
}

QCoro::Task<Result<HttpAnswer>> KaseyaApi::post(Interface side, QString path, Query form, Priority priority)
{
    QUrl url(server(side));
    url.setPath(path);
    const HttpRequest request{
        .method = "POST",
        .url = url,
        .headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}},
        .body = encoded(form),
        .route = QString("POST "_L1 + path),
        .priority = priority};
    const Result<HttpAnswer> answer = co_await m_http->send(request);
    if (!answer) {
        const Result<HttpAnswer> failed = fail(withoutDoubt(answer.error()));
        co_return failed;
    }
    co_return answer;
}

Result<> KaseyaApi::takeToken(Session &session, const HttpAnswer &answer) const
{
    const QJsonObject envelope = QJsonDocument::fromJson(answer.body).object();
    const QJsonObject inner = member(envelope, u"result"_s).toObject();
    const QJsonObject token = inner.isEmpty() ? envelope : inner;
    QString access = textOf(member(token, u"accessToken"_s));
    if (access.isEmpty())
        access = textOf(member(token, u"access_token"_s));
    if (answer.status == 429 || answer.status >= 500)
        return fail(
            withoutDoubt(errorFrom(answer, {.platform = m_platform}, QDateTime::currentDateTimeUtc())));
    const bool isRefused = answer.status == 401 || answer.status == 403;
    // The vendor may take the old interface away; that is no reason to stop the current one.
    if (&session == &m_v1 && access.isEmpty() && envelope.isEmpty() && !isRefused) {
        return fail(Error{
            .code = ErrorCode::BadInput,
            .message = tr("%1 does not offer its old interface (V1) at %2, and the current one cannot make or change "
                          "locations. Change them in %1, and switch the old interface off in Sync Settings.")
                           .arg(platformTitle(m_platform), server(Interface::V1).host()),
            .httpStatus = answer.status,
            .requestId = answer.requestId});
    }
    if ((envelope.isEmpty() && !isRefused) || (answer.status < 400 && !saysFailure(envelope) && access.isEmpty())) {
        return fail(
            Error{.code = ErrorCode::BadAnswer,
                  .message = tr("%1 does not answer like a server of %2. Check the address in the connection "
                                "settings.")
                                 .arg(server(Interface::V2).host(), platformTitle(m_platform)),
                  .remoteWords = withoutSecrets(wordsOf(answer)),
                  .httpStatus = answer.status,
                  .requestId = answer.requestId});
    }
    if (access.isEmpty() || answer.status >= 400) {
        return fail(Error{
            .code = ErrorCode::SignInFailed,
            .message = tr("%1 refused the sign-in. Check the company name, which must be exactly as under My "
                          "Settings, the user name and the password; the user must be an API Employee whose "
                          "role has API access.")
                           .arg(platformTitle(m_platform)),
            .remoteWords = withoutSecrets(wordsOf(answer)),
            .httpStatus = answer.status,
            .requestId = answer.requestId});
    }
    const std::chrono::seconds life = lifeOf(token, answer);
    session.access = access.toUtf8();
    session.refresh = textOf(member(token, u"refreshToken"_s)).toUtf8();
    // A little before its end, so that a call does not meet it on its way.
    session.renewAt.setRemainingTime(life - std::min<std::chrono::seconds>(life / 10, 60s));
    return {};
}

QCoro::Task<Result<>> KaseyaApi::renew(Interface side, bool mayRefresh, Priority priority)
{
    Session &at = session(side);
    if (mayRefresh && !at.refresh.isEmpty()) {
        const Query form{{u"AccessToken"_s, QString::fromUtf8(at.access)},
                         {u"RefreshToken"_s, QString::fromUtf8(at.refresh)}};
        const Result<HttpAnswer> answer = co_await post(side, u"/v2/security/refreshtoken"_s, form, priority);
        if (!answer) {
            const Result<> failed = fail(answer.error());
            co_return failed;
        }
        const Result<> taken = takeToken(at, *answer);
        if (taken || taken.error().isTransient())
            co_return taken;
    }
    at.access.clear();
    at.refresh.clear();
    QString path = u"/v2/security/authenticate"_s;
    Query form{{u"GrantType"_s, u"password"_s},
               {u"UserName"_s, secret(u"user_name"_s)},
               {u"Password"_s, secret(u"password"_s)},
               {u"Tenant"_s, tenant()}};
    if (side == Interface::V1) {
        path = u"/api/token"_s;
        form = {{u"grant_type"_s, u"password"_s},
                {u"username"_s, secret(u"user_name"_s)},
                {u"password"_s, secret(u"password"_s)},
                {u"tenant"_s, tenant()}};
    }
    const Result<HttpAnswer> answer = co_await post(side, path, form, priority);
    if (!answer) {
        const Result<> failed = fail(answer.error());
        co_return failed;
    }
    const Result<> taken = takeToken(at, *answer);
    if (!taken && taken.error().code == ErrorCode::SignInFailed) {
        at.refused = taken.error();
        at.refusedUntil.setRemainingTime(quietAfterRefusal);
    }
    co_return taken;
}

QCoro::Task<Result<QByteArray>> KaseyaApi::token(Interface side, QByteArray unwanted, Priority priority)
{
    Session &at = session(side);
    const auto isGood = [&] {
        return !at.access.isEmpty() && at.access != unwanted && !at.renewAt.hasExpired();
    };
    if (!isGood()) {
        const Turn::Hold turn = co_await at.turn.take();
        // Who was first may have signed in, or have been refused.
        if (at.refused && !at.refusedUntil.hasExpired()) {
            const Result<QByteArray> refused = fail(*at.refused);
            co_return refused;
        }
        at.refused.reset();
        const Result<> complete = checkCredentials();
        if (!complete) {
            const Result<QByteArray> failed = fail(complete.error());
            co_return failed;
        }
        if (server(side).isEmpty()) {
            const Result<QByteArray> nowhere = fail(ErrorCode::BadInput,
                                                    tr("The address of the old interface (V1) of %1 is not "
                                                       "known. Enter the address you open it with in the "
                                                       "connection settings.")
                                                        .arg(platformTitle(m_platform)));
            co_return nowhere;
        }
        if (!isGood()) {
            const bool isRefused = !unwanted.isEmpty() && at.access == unwanted;
            const Result<> renewed = co_await renew(side, !isRefused, priority);
            if (!renewed) {
                const Result<QByteArray> failed = fail(renewed.error());
                co_return failed;
            }
        }
    }
    const Result<QByteArray> result = at.access;
    co_return result;
}

QCoro::Task<Result<>> KaseyaApi::signIn(Priority priority)
{
    m_v2.refused.reset();
    m_v1.refused.reset();
    const QByteArray old = m_v2.access;
    const Result<QByteArray> fresh = co_await token(Interface::V2, old, priority);
    const Result<> result = fresh ? Result<>() : Result<>(fail(fresh.error()));
    co_return result;
}

// ---- calls --------------------------------------------------------------------------------------

HttpRequest KaseyaApi::requestFor(const Call &call, const QByteArray &token) const
{
    QUrl url(server(call.side));
    url.setPath(call.path, QUrl::DecodedMode);
    if (!call.query.isEmpty())
        url.setQuery(QString::fromLatin1(encoded(call.query)), QUrl::StrictMode);
    HttpRequest request{.method = call.method,
                        .url = url,
                        .headers = {{"Authorization", "Bearer " + token}, {"Accept", "application/json"}},
                        .route = QString(QString::fromLatin1(call.method) + u' '
                                         + (call.route.isEmpty() ? call.path : call.route)),
                        .priority = call.priority};
    if (!call.body.isNull()) {
        request.headers.append(
            qMakePair(QByteArray("Content-Type"),
                      QByteArray(call.isPatch ? "application/json-patch+json" : "application/json")));
        request.body = call.body.toJson(QJsonDocument::Compact);
    }
    return request;
}

QCoro::Task<Result<KaseyaApi::Answer>> KaseyaApi::call(Call wanted)
{
    wanted.about.platform = m_platform;
    wanted.about.isWrite = wanted.method != "GET";
    const QByteArray none;
    const Result<QByteArray> first = co_await token(wanted.side, none, wanted.priority);
    if (!first) {
        const Result<Answer> failed = fail(first.error());
        co_return failed;
    }
    const HttpRequest request = requestFor(wanted, *first);
    Result<HttpAnswer> answer = co_await m_http->send(request);
    if (answer && saysSignedOut(*answer)) {
        // Nothing was done yet, so that it may go once more with a new token.
        const QByteArray used = *first;
        const Result<QByteArray> second = co_await token(wanted.side, used, wanted.priority);
        if (!second) {
            const Result<Answer> failed = fail(second.error());
            co_return failed;
        }
        const HttpRequest again = requestFor(wanted, *second);
        answer = co_await m_http->send(again);
    }
    if (!answer) {
        const Result<Answer> failed = fail(answer.error());
        co_return failed;
    }
    const QJsonDocument document = QJsonDocument::fromJson(answer->body);
    const QJsonObject envelope = document.object();
    if (answer->status < 200 || answer->status >= 300 || saysFailure(envelope)) {
        Error error = errorFrom(*answer, wanted.about, QDateTime::currentDateTimeUtc());
        error.remoteWords = withoutSecrets(error.remoteWords);
        if (error.code == ErrorCode::RateLimited && answer->status != 429)
            m_http->noteThrottled(endpointOf(request), error.retryAfter);
        const Result<Answer> refused = fail(error);
        co_return refused;
    }
    if (document.isNull()) {
        const Error error{
            .code = wanted.about.isWrite ? ErrorCode::OutcomeUnknown : ErrorCode::BadAnswer,
            .message =
                tr("The server's answer is not one of %1. Check whether a proxy or a sign-in page is in "
                   "between.")
                    .arg(platformTitle(m_platform)),
            .remoteWords = withoutSecrets(wordsOf(*answer)),
            .httpStatus = answer->status,
            .requestId = answer->requestId};
        const Result<Answer> strange = fail(error);
        co_return strange;
    }
    // Some answers are declared to come without their envelope, and come with it.
    const QJsonValue inner = member(envelope, u"result"_s);
    const bool isBare = inner.isUndefined() && member(envelope, u"success"_s).isUndefined();
    Answer result{.result = inner};
    if (document.isArray())
        result.result = document.array();
    else if (isBare)
        result.result = envelope;
    const QJsonValue total = member(envelope, u"totalRecords"_s);
    if (total.isDouble())
        result.total = total.toInteger(-1);
    const Result<Answer> value = result;
    co_return value;
}

QCoro::Task<Result<KaseyaApi::Rows>> KaseyaApi::page(List list, QString cursor)
{
    Position at = positionIn(cursor);
    Query query = list.filter;
    query.append({u"PageSize"_s, QString::number(rowsOfPage)});
    query.append({u"PageNumber"_s, QString::number(at.page)});
    const Call wanted{.path = list.path, .query = query, .priority = list.priority};
    const Result<Answer> answer = co_await call(wanted);
    if (!answer) {
        const Result<Rows> failed = fail(answer.error());
        co_return failed;
    }
    if (!answer->result.isArray() && !answer->result.isNull()) {
        const Result<Rows> strange =
            fail(ErrorCode::BadAnswer, tr("%1 answered without a list.").arg(platformTitle(m_platform)));
        co_return strange;
    }
    Rows rows{.total = answer->total};
    for (const QJsonValue &row : answer->result.toArray())
        rows.rows.append(row.toObject());
    const QString firstId = rows.rows.isEmpty() ? QString() : idOf(member(rows.rows.constFirst(), u"id"_s));
    // A server that does not know pages gives the same one for ever.
    if (at.page > 1 && !firstId.isEmpty() && firstId == at.firstId)
        rows.rows.clear();
    const int count = int(rows.rows.size());
    if (at.page == 1)
        at.pageLength = count;
    at.seen += count;
    // Without a total a short first page may be as long as this server's pages get, so the next one is asked
    // for.
    const bool isShort = count < at.pageLength;
    const bool isWhole = rows.total > 0 ? at.seen >= rows.total : isShort;
    if (count > 0 && !isWhole) {
        at.page += 1;
        at.firstId = firstId;
        rows.nextCursor = cursorOf(at);
    }
    const Result<Rows> result = rows;
    co_return result;
}

QCoro::Task<Result<qint64>> KaseyaApi::total(List list)
{
    Query query = list.filter;
    query.append({u"PageSize"_s, u"1"_s});
    query.append({u"PageNumber"_s, u"1"_s});
    const Call wanted{.path = list.path, .query = query, .priority = list.priority};
    const Result<Answer> answer = co_await call(wanted);
    const Result<qint64> total = answer ? Result<qint64>(answer->total) : fail(answer.error());
    co_return total;
}

QCoro::Task<Result<QList<QJsonObject>>> KaseyaApi::all(List list)
{
    QList<QJsonObject> rows;
    QString cursor;
    for (int pages = 0; pages < longestList; ++pages) {
        const Result<Rows> found = co_await page(list, cursor);
        if (!found) {
            const Result<QList<QJsonObject>> failed = fail(found.error());
            co_return failed;
        }
        rows.append(found->rows);
        cursor = found->nextCursor;
        if (cursor.isEmpty())
            break;
    }
    const Result<QList<QJsonObject>> result = rows;
    co_return result;
}

} // namespace tandem::kaseya
