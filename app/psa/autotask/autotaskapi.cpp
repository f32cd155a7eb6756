// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/autotask/autotaskapi.h"

#include "core/logging.h"
#include "core/platform.h"
#include "net/transport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <chrono>

namespace tandem::autotask {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/** Any server of the vendor tells the zone of any user; this one is meant for it. */
const QString usualDirectory = u"webservices.autotask.net"_s;

/** As the vendor's own description spells them; addresses are read in any case there. */
constexpr QLatin1StringView service = "/ATServicesRest/"_L1;
constexpr QLatin1StringView version = "V1.0"_L1;

constexpr auto recently = 2min;

bool isOfTheVendor(const QUrl &url)
{
    return url.host().endsWith(".autotask.net"_L1, Qt::CaseInsensitive);
}

/** "PATCH /Companies/{id}/Contacts" for a path with numbers in it. */
QString routeOf(const QByteArray &method, const QString &path)
{
    static const QRegularExpression numbers(u"/\\d+(?=/|$)"_s);
    return QString::fromLatin1(method) + u' ' + QString(path).replace(numbers, u"/{id}"_s);
}

} // namespace

QUrl directoryAddress(const QString &typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty())
        text = usualDirectory;
    if (!text.contains("://"_L1))
        text.prepend("https://"_L1);
    QUrl url(text, QUrl::StrictMode);
    url.setPath({});
    url.setQuery(QString());
    url.setFragment({});
    // The page that people open is on another server than the API.
    static const QRegularExpression page(u"^(?:(?:www|ww\\d*)\\.)?autotask\\.net$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    if (page.match(url.host()).hasMatch())
        url.setHost(usualDirectory);
    return url;
}

bool isTrustedZone(const QUrl &directory, const QUrl &zone)
{
    if (!zone.isValid() || zone.host().isEmpty() || !zone.userInfo().isEmpty())
        return false;
    const bool isAsSafe = zone.scheme() == "https"_L1 || (zone.scheme() == "http"_L1 && isLoopback(zone.host()));
    const bool isAtHome = zone.host().compare(directory.host(), Qt::CaseInsensitive) == 0
        || (isOfTheVendor(directory) && isOfTheVendor(zone)) || (isLoopback(directory.host()) && isLoopback(zone.host()));
    return isAsSafe && isAtHome;
}

AutotaskApi::AutotaskApi(const QString &address, const Credentials &credentials, HttpClient *http)
    : m_http(http)
    , m_credentials(credentials)
    , m_directory(directoryAddress(address))
{
}

AutotaskApi::~AutotaskApi() = default;

QByteArray AutotaskApi::secret(const QString &key) const
{
    return m_credentials.value(key).reveal().trimmed();
}

const AutotaskApi::Zone &AutotaskApi::zone() const
{
    return m_zone;
}

EntityMetadata AutotaskApi::knownMetadata(const QString &entity) const
{
    return m_metadata.value(entity).metadata;
}

// ---- the zone -----------------------------------------------------------------------------------

Result<> AutotaskApi::checkCredentials() const
{
    const QList<CredentialField> fields = credentialFields(Platform::Autotask);
    for (const CredentialField &field : fields) {
        if (secret(field.key).isEmpty()) {
            return fail(ErrorCode::SecretMissing,
                        tr("“%1” is missing. Enter it in the connection settings.").arg(field.label));
        }
    }
    return {};
}

Result<AutotaskApi::Zone> AutotaskApi::zoneFrom(const HttpAnswer &answer) const
{
    const QJsonObject info = QJsonDocument::fromJson(answer.body).object();
    QUrl url(info.value("url"_L1).toString(), QUrl::StrictMode);
    if (answer.status != 200 || !isTrustedZone(m_directory, url)) {
        return fail(
            Error{.code = ErrorCode::BadAnswer,
                  .message = tr("%1 does not answer like a server of Autotask. Check the address in the "
                                "connection settings; %2 fits every tenant.")
                                 .arg(m_directory.host(), usualDirectory),
                  .remoteWords = wordsOf(answer),
                  .httpStatus = answer.status,
                  .requestId = answer.requestId});
    }
    QString base = url.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    static const QRegularExpression endsInVersion(u"/v\\d+\\.\\d+$"_s,
                                                  QRegularExpression::CaseInsensitiveOption);
    if (!endsInVersion.match(base).hasMatch())
        base += u'/' + version;
    Zone zone{.name = info.value("zoneName"_L1).toString(), .base = base};
    const QUrl web(info.value("webUrl"_L1).toString(), QUrl::StrictMode);
    if (isTrustedZone(m_directory, web))
        zone.web = web;
    return zone;
}

/** Any server of the vendor answers it (its help on the SOAP and REST APIs). */
HttpRequest AutotaskApi::zoneQuestion(QUrl server) const
{
    server.setPath(QString(service + version + "/ZoneInformation"_L1));
    const QByteArray user = QUrl::toPercentEncoding(QString::fromUtf8(secret(u"user_name"_s)));
    server.setQuery(QString::fromLatin1("user=" + user), QUrl::StrictMode);
    return {.method = "GET",
            .url = server,
            .headers = {{"Accept", "application/json"}},
            .route = u"GET /ZoneInformation"_s};
}

HttpRequest AutotaskApi::probe() const
{
    QUrl server(m_zone.base.isEmpty() ? m_directory : QUrl(m_zone.base, QUrl::StrictMode));
    server.setPath({});
    return zoneQuestion(server);
}

QCoro::Task<Result<>> AutotaskApi::findZone(Priority priority)
{
    const Result<> complete = checkCredentials();
    if (!complete)
        co_return complete;
    HttpRequest request = zoneQuestion(m_directory);
    request.priority = priority;
    const Result<HttpAnswer> answer = co_await m_http->send(request);
    if (!answer) {
        const Result<> failed = fail(answer.error());
        co_return failed;
    }
    if (answer->status == 429 || answer->status >= 500) {
        const Result<> failed = fail(errorFrom(*answer, {}, QDateTime::currentDateTimeUtc()));
        co_return failed;
    }
    const Result<Zone> found = zoneFrom(*answer);
    if (!found) {
        const Result<> failed = fail(found.error());
        co_return failed;
    }
    m_zone = *found;
    m_http->setProbe(probe());
    const Result<> done;
    co_return done;
}

// ---- calls --------------------------------------------------------------------------------------

HttpRequest AutotaskApi::requestFor(const Call &call, const QString &base) const
{
    QUrl url(base + call.path, QUrl::StrictMode);
    if (!call.link.isEmpty())
        url.setQuery(call.link, QUrl::StrictMode);
    HttpRequest request{.method = call.method,
                        .url = url,
                        .headers = {{"ApiIntegrationCode", secret(u"integration_code"_s)},
                                    {"UserName", secret(u"user_name"_s)},
                                    {"Secret", secret(u"secret"_s)},
                                    {"Content-Type", "application/json"},
                                    {"Accept", "application/json"}},
                        .route = routeOf(call.method, call.path),
                        .priority = call.priority,
                        .endpoint = call.entity};
    if (!call.body.isEmpty())
        request.body = QJsonDocument(call.body).toJson(QJsonDocument::Compact);
    return request;
}

/** Sends it, and once more if a 401 turns out to come from a zone that the tenant has left: nothing was done
 * there. */
QCoro::Task<Result<HttpAnswer>> AutotaskApi::send(Call wanted)
{
    if (m_zone.base.isEmpty()) {
        const Result<> found = co_await findZone(wanted.priority);
        if (!found) {
            const Result<HttpAnswer> failed = fail(found.error());
            co_return failed;
        }
    }
    const QString base = m_zone.base;
    const HttpRequest request = requestFor(wanted, base);
    const Result<HttpAnswer> answer = co_await m_http->send(request);
    if (!answer || answer->status != 401)
        co_return answer;
    if (m_zone.base == base) {
        const Result<> found = co_await findZone(wanted.priority);
        if (!found)
            qCInfo(lcPsa) << "The zone could not be looked up again:" << errorCodeName(found.error().code);
    }
    // In the same zone the credentials are wrong, and trying them again would lock the user out.
    if (m_zone.base == base)
        co_return answer;
    const HttpRequest again = requestFor(wanted, m_zone.base);
    const Result<HttpAnswer> second = co_await m_http->send(again);
    co_return second;
}

QCoro::Task<Result<QJsonObject>> AutotaskApi::call(Call wanted)
{
    const Result<HttpAnswer> answer = co_await send(wanted);
    if (!answer) {
        const Result<QJsonObject> failed = fail(answer.error());
        co_return failed;
    }
    if (answer->status != 200) {
        const Error error = errorFrom(*answer, wanted.about, QDateTime::currentDateTimeUtc());
        // A 429 is understood by the door itself; other statuses have the same meaning only in words.
        if (error.code == ErrorCode::RateLimited && answer->status != 429)
            m_http->noteThrottled(wanted.entity, error.retryAfter);
        const Result<QJsonObject> refused = fail(error);
        co_return refused;
    }
    const QJsonDocument document = QJsonDocument::fromJson(answer->body);
    if (!document.isObject()) {
        const Error error{
            .code = wanted.about.isWrite ? ErrorCode::OutcomeUnknown : ErrorCode::BadAnswer,
            .message = tr("The server's answer is not one of Autotask. Check whether a proxy or a sign-in "
                          "page is in between."),
            .remoteWords = wordsOf(*answer),
            .httpStatus = answer->status,
            .requestId = answer->requestId};
        const Result<QJsonObject> strange = fail(error);
        co_return strange;
    }
    const Result<QJsonObject> result = document.object();
    co_return result;
}

QCoro::Task<Result<AutotaskApi::Rows>> AutotaskApi::page(Query query, QString cursor)
{
    if (const std::optional<qint64> after = idIn(cursor))
        query.conditions.append(beyond(u"id"_s, *after));
    const QString link = linkIn(cursor);
    const QString path = u'/' + query.entity + (link.isEmpty() ? "/query"_L1 : "/query/next"_L1);
    // Each page is a POST with the body of the first: a GET would not get it, and without the body it is
    // another query.
    const Call wanted{.method = "POST",
                      .path = path,
                      .link = link,
                      .body = bodyOf(query),
                      .entity = query.entity,
                      .priority = query.priority};
    const Result<QJsonObject> answer = co_await call(wanted);
    if (!answer) {
        const Result<Rows> failed = fail(answer.error());
        co_return failed;
    }
    if (!answer->value("items"_L1).isArray()) {
        const Result<Rows> strange = fail(ErrorCode::BadAnswer, tr("Autotask answered without a list."));
        co_return strange;
    }
    Rows result;
    qint64 last = -1;
    for (const QJsonValue &item : answer->value("items"_L1).toArray()) {
        result.rows.append(item.toObject());
        last = std::max(last, item.toObject().value("id"_L1).toInteger(-1));
    }
    const QString next = answer->value("pageDetails"_L1).toObject().value("nextPageUrl"_L1).toString();
    if (!next.isEmpty() && last >= 0)
        result.nextCursor = nextCursor(next, cursor, last);
    co_return result;
}

QCoro::Task<Result<QList<QJsonObject>>> AutotaskApi::all(Query query)
{
    QList<QJsonObject> rows;
    QString cursor;
    do {
        const Result<Rows> found = co_await page(query, cursor);
        if (!found) {
            const Result<QList<QJsonObject>> failed = fail(found.error());
            co_return failed;
        }
        rows.append(found->rows);
        cursor = found->nextCursor;
    } while (!cursor.isEmpty());
    const Result<QList<QJsonObject>> result = rows;
    co_return result;
}

QCoro::Task<Result<qint64>> AutotaskApi::count(Query query)
{
    const Call wanted{.method = "POST",
                      .path = QString(u'/' + query.entity + "/query/count"_L1),
                      .body = {{u"filter"_s, query.conditions}},
                      .entity = query.entity,
                      .priority = query.priority};
    const Result<QJsonObject> answer = co_await call(wanted);
    if (!answer) {
        const Result<qint64> failed = fail(answer.error());
        co_return failed;
    }
    const Result<qint64> result = answer->value("queryCount"_L1).toInteger(-1);
    co_return result;
}

QCoro::Task<Result<qint64>> AutotaskApi::write(QByteArray method, QString path, QString entity,
                                               QJsonObject body, ErrorContext about)
{
    about.isWrite = true;
    const Call wanted{.method = method, .path = path, .body = body, .entity = entity, .about = about};
    const Result<QJsonObject> answer = co_await call(wanted);
    if (!answer) {
        const Result<qint64> failed = fail(answer.error());
        co_return failed;
    }
    const qint64 id = answer->value("itemId"_L1).toInteger(-1);
    if (id < 0) {
        const Result<qint64> strange =
            fail(ErrorCode::OutcomeUnknown, tr("Autotask answered without the record's id."));
        co_return strange;
    }
    const Result<qint64> result = id;
    co_return result;
}

/** What was read of it before, if it is young enough. */
std::optional<EntityMetadata> AutotaskApi::keptMetadata(const QString &entity, Age age) const
{
    const auto known = m_metadata.constFind(entity);
    if (known == m_metadata.constEnd())
        return std::nullopt;
    const bool isRecent = !known->readAt.hasExpired(std::chrono::milliseconds(recently).count());
    const bool isYoung = age == Age::Any || (age == Age::Minutes && isRecent);
    return isYoung ? std::optional(known->metadata) : std::nullopt;
}

QCoro::Task<Result<EntityMetadata>> AutotaskApi::metadata(QString entity, Age age)
{
    // What is known needs no turn, which somebody may have for as long as a call takes.
    std::optional<EntityMetadata> kept = keptMetadata(entity, age);
    if (kept) {
        const Result<EntityMetadata> known = *kept;
        co_return known;
    }
    const Turn::Hold turn = co_await m_metadataTurns[entity].take();
    kept = keptMetadata(entity, age);
    if (kept) {
        const Result<EntityMetadata> known = *kept;
        co_return known;
    }
    const Call wanted{.path = QString(u'/' + entity + "/entityInformation/fields"_L1), .entity = entity};
    const Result<QJsonObject> answer = co_await call(wanted);
    if (!answer) {
        const Result<EntityMetadata> failed = fail(answer.error());
        co_return failed;
    }
    const Result<EntityMetadata> read = EntityMetadata::parse(*answer);
    if (read) {
        KnownMetadata fresh{.metadata = *read, .readAt = {}};
        fresh.readAt.start();
        m_metadata.insert(entity, fresh);
    }
    co_return read;
}

} // namespace tandem::autotask
