// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/connectwise/connectwiseclient.h"

#include "core/logging.h"
#include "core/platform.h"
#include "core/workerthread.h"
#include "psa/connectwise/connectwiseerrors.h"
#include "psa/connectwise/connectwisewire.h"

#include <QCoro/QCoroFuture>
#include <QFuture>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>
#include <memory>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace connectwise;

namespace {

/** The model this client is written for; without it the server would answer in its newest one. */
constexpr const char *acceptedModel = "application/vnd.connectwise.com+json; version=2025.1";

/** The largest page the API gives. */
constexpr int largestPage = 1000;

/** The vendor keeps addresses under 2,000 characters; this leaves room for the host. */
constexpr qsizetype longestQuery = 1'700;

/** An answer of this size is taken apart in about a millisecond; a larger one would hold up what else goes on. */
constexpr qsizetype largestBodyAtOnce = 64 * 1024;

/** Cursors of lists that know no forward-only pages start with this and are a condition on the id. */
constexpr QLatin1StringView byIdPrefix = "id>"_L1;

/** Where a list is read; the twin shows less, and needs less right. */
struct ListPath {
    const char *path;
    const char *twin;
};

std::optional<ListPath> pathOf(OptionList list)
{
    switch (list) {
    case OptionList::OrganizationType:
        return ListPath {"/company/companies/types", "/company/companies/info/types"};
    case OptionList::OrganizationStatus:
        return ListPath {"/company/companies/statuses", nullptr};
    case OptionList::ConfigurationType:
        return ListPath {"/company/configurations/types", nullptr};
    case OptionList::ConfigurationStatus:
        return ListPath {"/company/configurations/statuses", "/company/configurations/statuses/info"};
    case OptionList::ContactType:
        return ListPath {"/company/contacts/types", "/company/contacts/types/info"};
    case OptionList::EmailType:
    case OptionList::PhoneType:
        return ListPath {"/company/communicationTypes", "/company/communicationTypes/info"};
    case OptionList::Manufacturer:
        return ListPath {"/procurement/manufacturers", "/procurement/manufacturers/info"};
    case OptionList::Country:
        return ListPath {"/company/countries", "/company/countries/info"};
    case OptionList::Region:
        return ListPath {"/company/states", "/company/states/info"};
    case OptionList::Model:
    case OptionList::Member:
    case OptionList::Classification:
    case OptionList::Count:
        break;
    }
    return std::nullopt;
}

/** What a person may type, as the address people open; an API host loses its prefix. */
QUrl siteFrom(const QString &typed)
{
    QString text = typed.trimmed();
    if (!text.contains("://"_L1))
        text.prepend("https://"_L1);
    QUrl url(text, QUrl::StrictMode);
    url.setPath({});
    url.setQuery(QString());
    url.setFragment({});
    static const QRegularExpression apiHost(u"^api-(.+\\.(?:myconnectwise\\.net|connectwisedev\\.com))$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = apiHost.match(url.host());
    if (match.hasMatch())
        url.setHost(match.captured(1));
    return url;
}

/** The cloud answers its API under "api-" before the name people use; sandboxes and servers of one's own do not. */
QUrl apiHostOf(QUrl site)
{
    static const QRegularExpression cloud(u"^(?:[a-z]+\\.myconnectwise\\.net|staging\\.connectwisedev\\.com)$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    if (cloud.match(site.host()).hasMatch())
        site.setHost(QString("api-"_L1 + site.host()));
    return site;
}

QByteArray encodedQuery(const QList<QPair<QString, QString>> &query)
{
    QByteArrayList parts;
    for (const auto &[name, value] : query)
        parts.append(name.toLatin1() + '=' + QUrl::toPercentEncoding(value, "(),/:"));
    return parts.join('&');
}

/** The value of a condition on a moment; whole seconds are all the PSA keeps. */
QString momentCondition(const QDateTime &moment)
{
    return u'[' + moment.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s) + u']';
}

QString joinedConditions(const QStringList &conditions)
{
    return conditions.join(" and "_L1);
}

bool isNumber(const QString &id)
{
    return !id.isEmpty()
        && std::all_of(id.cbegin(), id.cend(), [](QChar digit) { return digit >= u'0' && digit <= u'9'; });
}

bool isWrite(const QByteArray &method)
{
    return method != "GET";
}

/** The id behind which a cursor goes on; 0 at the start. */
qint64 lastIdOf(const QString &cursor)
{
    const bool isById = cursor.startsWith(byIdPrefix);
    return (isById ? cursor.sliced(byIdPrefix.size()) : cursor).toLongLong();
}

/** Whether emails or phones are among the values. */
bool hasPoints(const RemoteValues &values)
{
    return values.contains("emails"_L1) || values.contains("phones"_L1);
}

/** "GET /company/contacts/{id}" for a path with numbers in it. */
QString routeOf(const QByteArray &method, const QString &path)
{
    static const QRegularExpression numbers(u"/\\d+"_s);
    return QString::fromLatin1(method) + u' ' + QString(path).replace(numbers, u"/{id}"_s);
}

} // namespace

ConnectWiseClient::ConnectWiseClient(const QString &address, const Credentials &credentials, HttpClient *http,
                                     const FieldMap &map)
    : m_http(http)
    , m_map(map)
    , m_credentials(credentials)
    , m_site(siteFrom(address))
    , m_apiHost(apiHostOf(m_site))
{
}

ConnectWiseClient::~ConnectWiseClient() = default;

QByteArray ConnectWiseClient::secret(const QString &key) const
{
    return m_credentials.value(key).reveal().trimmed();
}

// ---- calls -----------------------------------------------------------------------------------------------------

HttpRequest ConnectWiseClient::requestFor(const Call &call, const QString &base) const
{
    QUrl url(base + call.path, QUrl::StrictMode);
    if (!call.query.isEmpty())
        url.setQuery(QString::fromLatin1(encodedQuery(call.query)), QUrl::StrictMode);
    const QByteArray user = secret(u"company_id"_s) + '+' + secret(u"public_key"_s) + ':' + secret(u"private_key"_s);
    HttpRequest request {.method = call.method,
                         .url = url,
                         .headers = {{"Authorization", "Basic " + user.toBase64()},
                                     {"clientId", secret(u"client_id"_s)},
                                     {"Accept", acceptedModel}},
                         .route = routeOf(call.method, call.path),
                         .priority = call.priority};
    if (call.isForwardOnly)
        request.headers.emplaceBack("pagination-type", "forward-only");
    if (!call.body.isNull()) {
        request.headers.emplaceBack("Content-Type", "application/json");
        request.body = call.body.toJson(QJsonDocument::Compact);
    }
    return request;
}

HttpRequest ConnectWiseClient::companyInfoRequest(Priority priority) const
{
    QUrl url(m_site);
    url.setPath(QString("/login/companyinfo/"_L1 + QString::fromUtf8(secret(u"company_id"_s))));
    return {.method = "GET",
            .url = url,
            .headers = {{"Accept", "application/json"}},
            .route = u"GET /login/companyinfo/{id}"_s,
            .priority = priority};
}

std::optional<HttpRequest> ConnectWiseClient::probe() const
{
    return companyInfoRequest(Priority::Background);
}

Result<> ConnectWiseClient::checkCredentials() const
{
    const QList<CredentialField> fields = credentialFields(Platform::ConnectWise);
    for (const CredentialField &field : fields) {
        if (secret(field.key).isEmpty()) {
            return fail(ErrorCode::SecretMissing,
                        tr("“%1” is missing. Enter it in the connection settings.").arg(field.label));
        }
    }
    return {};
}

/** Looks up where the tenant's API is; ConnectWise asks no credentials for that. */
QCoro::Task<Result<>> ConnectWiseClient::discover(Priority priority)
{
    const Result<> complete = checkCredentials();
    if (!complete)
        co_return complete;
    const HttpRequest request = companyInfoRequest(priority);
    const Result<HttpAnswer> answer = co_await m_http->send(request);
    if (!answer) {
        const Result<> failed = fail(answer.error());
        co_return failed;
    }
    if (answer->status == 429 || answer->status >= 500) {
        const Result<> failed = fail(errorFrom(*answer, {}, QDateTime::currentDateTimeUtc()));
        co_return failed;
    }
    const QString company = QString::fromUtf8(secret(u"company_id"_s));
    if (answer->status == 200 && answer->body.trimmed() == "null") {
        Error error {.code = ErrorCode::SignInFailed,
                     .message = tr("ConnectWise at %1 does not know the company ID “%2”. It is what you type as the "
                                   "company when you sign in.")
                                    .arg(m_site.host(), company),
                     .field = u"company_id"_s};
        const Result<> unknown = fail(error);
        co_return unknown;
    }
    const QJsonObject info = QJsonDocument::fromJson(answer->body).object();
    QString codebase = info.value("Codebase"_L1).toString();
    static const QRegularExpression proper(u"^/?[A-Za-z0-9_.-]+/?$"_s);
    if (answer->status != 200 || !proper.match(codebase).hasMatch()) {
        Error error {.code = ErrorCode::BadAnswer,
                     .message = tr("%1 does not answer like a ConnectWise server. Check the address: it is the one you "
                                   "open ConnectWise with.")
                                    .arg(m_site.host()),
                     .remoteWords = wordsOf(*answer),
                     .httpStatus = answer->status,
                     .requestId = answer->requestId};
        const Result<> strange = fail(error);
        co_return strange;
    }
    codebase.remove(u'/');
    m_base = m_apiHost.toString(QUrl::RemovePath) + u'/' + codebase + "/apis/3.0"_L1;
    const QString version = info.value("VersionNumber"_L1).toString(info.value("VersionCode"_L1).toString());
    m_info = {.product = QString("ConnectWise "_L1 + version).trimmed(),
              .company = info.value("CompanyName"_L1).toString(company),
              .baseUrl = m_base};
    const Result<> done;
    co_return done;
}

/** The one way in and out: looks the address up, asks once, and once more if the codebase has moved on meanwhile. */
QCoro::Task<Result<HttpAnswer>> ConnectWiseClient::send(Call call)
{
    if (m_base.isEmpty()) {
        const Result<> found = co_await discover(call.priority);
        if (!found) {
            const Result<HttpAnswer> failed = fail(found.error());
            co_return failed;
        }
    }
    const QString base = m_base;
    const HttpRequest request = requestFor(call, base);
    Result<HttpAnswer> answer = co_await m_http->send(request);
    if (answer && isRoutingFailure(*answer)) {
        if (m_base == base) {
            const Result<> found = co_await discover(call.priority);
            if (!found && found.error().code == ErrorCode::SignInFailed) {
                const Result<HttpAnswer> unknown = fail(found.error());
                co_return unknown;
            }
            if (!found)
                qCInfo(lcPsa) << "The codebase could not be looked up again:" << errorCodeName(found.error().code);
        }
        if (m_base != base) {
            // Nothing can have been applied by an API that was not reached, so this repeats a write as well.
            const HttpRequest again = requestFor(call, m_base);
            answer = co_await m_http->send(again);
        }
    }
    if (answer && (answer->status < 200 || answer->status >= 300)) {
        const ErrorContext context {.kind = call.kind.value_or(AssetKind::Organization),
                                    .map = call.kind ? &m_map.kind(*call.kind) : nullptr,
                                    .field = call.field,
                                    .isWrite = isWrite(call.method),
                                    .isSignIn = call.isSignIn};
        const Error error = errorFrom(*answer, context, QDateTime::currentDateTimeUtc());
        if (error.retryAfter)
            m_http->holdFor(*error.retryAfter);
        answer = fail(error);
    }
    co_return answer;
}

Result<QJsonDocument> ConnectWiseClient::jsonOf(const HttpAnswer &answer, bool isWrite)
{
    const QJsonDocument json = QJsonDocument::fromJson(answer.body);
    if (json.isNull() && answer.status != 204) {
        return fail(Error {.code = isWrite ? ErrorCode::OutcomeUnknown : ErrorCode::BadAnswer,
                           .message = tr("The server's answer is not one of ConnectWise. Check whether a proxy or a "
                                         "sign-in page is in between."),
                           .remoteWords = wordsOf(answer),
                           .httpStatus = answer.status,
                           .requestId = answer.requestId});
    }
    return json;
}

QCoro::Task<Result<QJsonDocument>> ConnectWiseClient::call(Call wanted)
{
    const bool mayChange = isWrite(wanted.method);
    const Result<HttpAnswer> answer = co_await send(wanted);
    if (!answer) {
        const Result<QJsonDocument> failed = fail(answer.error());
        co_return failed;
    }
    co_return jsonOf(*answer, mayChange);
}

QCoro::Task<Result<QJsonObject>> ConnectWiseClient::object(Call wanted)
{
    const Result<QJsonDocument> answer = co_await call(wanted);
    if (!answer) {
        const Result<QJsonObject> failed = fail(answer.error());
        co_return failed;
    }
    const QJsonObject object = answer->object();
    if (object.value("id"_L1).toInteger() <= 0) {
        const ErrorCode code = isWrite(wanted.method) ? ErrorCode::OutcomeUnknown : ErrorCode::BadAnswer;
        const Result<QJsonObject> strange = fail(code, tr("ConnectWise answered without a record."));
        co_return strange;
    }
    const Result<QJsonObject> result = object;
    co_return result;
}

/**
 * Asks for one page in the order of ids. Forward-only pages name the next one in the Link header. Behind a full page
 * without such a name the list goes on by a condition on the id: a server that ignores the mode would otherwise lose us
 * the rest, and Qt hides the empty Link header of a last page that happens to be full.
 */
ConnectWiseClient::Call ConnectWiseClient::rowsCall(Call wanted, const QString &cursor, int size)
{
    const bool isById = cursor.startsWith(byIdPrefix);
    const qint64 after = lastIdOf(cursor);
    wanted.isForwardOnly = !isById;
    if (isById) {
        const QString bound = "id > "_L1 + QString::number(after);
        auto conditions = std::find_if(wanted.query.begin(), wanted.query.end(),
                                       [](const auto &item) { return item.first == "conditions"_L1; });
        if (conditions == wanted.query.end())
            wanted.query.emplaceBack(u"conditions"_s, bound);
        else
            conditions->second = u'(' + conditions->second + ") and "_L1 + bound;
        wanted.query.emplaceBack(u"orderBy"_s, u"id asc"_s);
    } else if (after > 0) {
        wanted.query.emplaceBack(u"pageId"_s, QString::number(after));
    }
    wanted.query.emplaceBack(u"pageSize"_s, QString::number(size));
    return wanted;
}

/** The answer to `rowsCall`. */
Result<ConnectWiseClient::Rows> ConnectWiseClient::rowsOf(const HttpAnswer &answer, const QString &cursor, int size)
{
    const Result<QJsonDocument> json = jsonOf(answer, false);
    if (!json)
        return fail(json.error());
    if (!json->isArray())
        return fail(ErrorCode::BadAnswer, tr("ConnectWise answered without a list."));
    Rows result;
    const qint64 after = lastIdOf(cursor);
    qint64 last = after;
    for (const QJsonValue &value : json->array()) {
        const QJsonObject row = value.toObject();
        result.rows.append(row);
        last = std::max(last, row.value("id"_L1).toInteger());
    }
    const bool isById = cursor.startsWith(byIdPrefix);
    const qint64 next = isById ? 0 : nextPageId(answer.header("Link")).toLongLong();
    const bool isFull = result.rows.size() >= size;
    if (last > after && next > after)
        result.nextCursor = QString::number(next);
    else if (last > after && isFull)
        result.nextCursor = byIdPrefix + QString::number(last);
    return result;
}

QCoro::Task<Result<ConnectWiseClient::Rows>> ConnectWiseClient::rows(Call wanted, QString cursor, int size)
{
    const Call paged = rowsCall(wanted, cursor, size);
    const Result<HttpAnswer> answer = co_await send(paged);
    if (!answer) {
        const Result<Rows> failed = fail(answer.error());
        co_return failed;
    }
    co_return rowsOf(*answer, cursor, size);
}

QCoro::Task<Result<QList<QJsonObject>>> ConnectWiseClient::allRows(Call wanted)
{
    QList<QJsonObject> all;
    QString cursor;
    do {
        const Result<Rows> page = co_await rows(wanted, cursor, largestPage);
        if (!page) {
            const Result<QList<QJsonObject>> failed = fail(page.error());
            co_return failed;
        }
        all.append(page->rows);
        cursor = page->nextCursor;
    } while (!cursor.isEmpty());
    const Result<QList<QJsonObject>> result = all;
    co_return result;
}

/** The collection of a kind, with the conditions of the request; `suffix` is "" or "/count". */
Result<ConnectWiseClient::Call> ConnectWiseClient::listCall(AssetKind kind, const PageRequest &request,
                                                            const QString &suffix) const
{
    if (!request.organizationId.isEmpty() && !isNumber(request.organizationId))
        return fail(ErrorCode::BadInput, tr("“%1” is not the id of a company.").arg(request.organizationId));
    QStringList conditions;
    QString path = "/company/"_L1 + m_map.kind(kind).collection;
    if (kind == AssetKind::Location) {
        if (request.organizationId.isEmpty())
            return fail(ErrorCode::BadInput, tr("ConnectWise lists sites by company only."));
        path = "/company/companies/"_L1 + request.organizationId + u'/' + m_map.kind(kind).collection;
    } else if (kind == AssetKind::Organization) {
        conditions.append(u"deletedFlag=False"_s);
    }
    if (kind != AssetKind::Location && kind != AssetKind::Organization && !request.organizationId.isEmpty())
        conditions.append(QString("company/id="_L1 + request.organizationId));
    if (request.changedSince.isValid())
        conditions.append(QString("lastUpdated > "_L1 + momentCondition(request.changedSince)));
    Call wanted {.path = path + suffix, .kind = kind, .priority = request.priority};
    if (!conditions.isEmpty())
        wanted.query.emplaceBack(u"conditions"_s, joinedConditions(conditions));
    return wanted;
}

ConnectWiseClient::Call ConnectWiseClient::recordCall(const QByteArray &method, AssetKind kind,
                                                      const RemoteKey &key) const
{
    QString path = "/company/"_L1 + m_map.kind(kind).collection;
    if (kind == AssetKind::Location)
        path = "/company/companies/"_L1 + key.parentId + u'/' + m_map.kind(kind).collection;
    if (!key.id.isEmpty())
        path += u'/' + key.id;
    return {.method = method, .path = path, .kind = kind};
}

// ---- reading ---------------------------------------------------------------------------------------------------

void ConnectWiseClient::useMap(const FieldMap &map)
{
    m_map = map;
}

QCoro::Task<Result<ServerInfo>> ConnectWiseClient::signIn()
{
    const Result<> found = co_await discover(Priority::Foreground);
    if (!found) {
        const Result<ServerInfo> failed = fail(found.error());
        co_return failed;
    }
    // `system/info` answers without credentials on some servers; a list does not.
    Call probe {.path = u"/company/companies"_s, .query = {{u"pageSize"_s, u"1"_s}}, .isSignIn = true};
    const Result<QJsonDocument> answer = co_await call(probe);
    if (!answer) {
        const Result<ServerInfo> failed = fail(answer.error());
        co_return failed;
    }
    const Result<ServerInfo> info = m_info;
    co_return info;
}

QCoro::Task<Result<QList<RemoteOption>>> ConnectWiseClient::options(OptionList list)
{
    QList<RemoteOption> options;
    const std::optional<ListPath> where = pathOf(list);
    if (!where) {
        const Result<QList<RemoteOption>> none = options;
        co_return none;
    }
    Call wanted {.path = QString::fromLatin1(where->path)};
    Result<QList<QJsonObject>> found = co_await allRows(wanted);
    if (!found && found.error().code == ErrorCode::NotAllowed && where->twin) {
        wanted.path = QString::fromLatin1(where->twin);
        found = co_await allRows(wanted);
    }
    if (!found) {
        const Result<QList<RemoteOption>> failed = fail(found.error());
        co_return failed;
    }
    if (list == OptionList::EmailType || list == OptionList::PhoneType) {
        m_communicationTypes.clear();
        for (const QJsonObject &row : *found)
            m_communicationTypes.append(communicationTypeFrom(row));
    }
    for (const QJsonObject &row : *found) {
        if (const std::optional<RemoteOption> option = optionFrom(list, row))
            options.append(*option);
    }
    const Result<QList<RemoteOption>> result = options;
    co_return result;
}

/** Without `wire`, which only writes need: a page's own JSON is gone once it is read. */
Result<RemotePage> ConnectWiseClient::pageOf(const Result<Rows> &rows, AssetKind kind, const KindMap &map,
                                             const QString &parentId)
{
    if (!rows)
        return fail(rows.error());
    RemotePage page {.nextCursor = rows->nextCursor};
    page.records.reserve(rows->rows.size());
    for (const QJsonObject &row : rows->rows) {
        RemoteRecord record = recordFrom(kind, row, map, parentId);
        record.wire = {};
        if (!record.isDeleted && !record.key.id.isEmpty())
            page.records.append(std::move(record));
    }
    return page;
}

QCoro::Task<Result<RemotePage>> ConnectWiseClient::page(AssetKind kind, PageRequest request)
{
    const Result<Call> wanted = listCall(kind, request, {});
    if (!wanted) {
        const Result<RemotePage> failed = fail(wanted.error());
        co_return failed;
    }
    const int size = std::clamp(request.size, 1, largestPage);
    const Call paged = rowsCall(*wanted, request.cursor, size);
    const Result<HttpAnswer> answer = co_await send(paged);
    if (!answer) {
        const Result<RemotePage> failed = fail(answer.error());
        co_return failed;
    }
    const auto read = [answer = *answer, cursor = request.cursor, size, kind, map = m_map.kind(kind),
                       parentId = request.organizationId] {
        return pageOf(rowsOf(answer, cursor, size), kind, map, parentId);
    };
    if (answer->body.size() <= largestBodyAtOnce)
        co_return read();
    const QFuture<Result<RemotePage>> reading = inWorkerThread(request.priority, read);
    const Result<RemotePage> page = co_await reading;
    co_return page;
}

QCoro::Task<Result<qint64>> ConnectWiseClient::count(AssetKind kind, PageRequest request)
{
    const Result<Call> wanted = listCall(kind, request, u"/count"_s);
    if (!wanted) {
        const Result<qint64> failed = fail(wanted.error());
        co_return failed;
    }
    const Result<QJsonDocument> answer = co_await call(*wanted);
    if (!answer) {
        const Result<qint64> failed = fail(answer.error());
        co_return failed;
    }
    const Result<qint64> result = answer->object().value("count"_L1).toInteger(-1);
    co_return result;
}

Error ConnectWiseClient::noRecordToTell(AssetKind kind)
{
    return {.code = ErrorCode::NotFound,
            .message = tr("ConnectWise tells its custom fields only with a record, and it has none of the kind %1 yet. "
                          "Make one there first.")
                           .arg(kindTitle(kind))};
}

/**
 * Every record tells all custom fields of its kind, those without a value too, so that any one will do. A site is only
 * reached below a company.
 */
QCoro::Task<Result<QList<TenantField>>> ConnectWiseClient::customFields(AssetKind kind)
{
    QList<TenantField> fields;
    QString company;
    if (kind == AssetKind::Location) {
        const Call companies {.path = u"/company/companies"_s, .query = {{u"pageSize"_s, u"1"_s}}};
        const Result<QJsonDocument> answer = co_await call(companies);
        if (!answer) {
            const Result<QList<TenantField>> failed = fail(answer.error());
            co_return failed;
        }
        const qint64 id = answer->array().at(0).toObject().value("id"_L1).toInteger();
        if (id <= 0) {
            const Result<QList<TenantField>> none = fail(noRecordToTell(kind));
            co_return none;
        }
        company = "/companies/"_L1 + QString::number(id);
    }
    const Call wanted {.path = QString("/company"_L1 + company + u'/' + m_map.kind(kind).collection),
                       .query = {{u"pageSize"_s, u"1"_s}}};
    const Result<QJsonDocument> answer = co_await call(wanted);
    if (!answer) {
        const Result<QList<TenantField>> failed = fail(answer.error());
        co_return failed;
    }
    if (answer->array().isEmpty()) {
        const Result<QList<TenantField>> none = fail(noRecordToTell(kind));
        co_return none;
    }
    const QJsonArray entries = answer->array().at(0).toObject().value("customFields"_L1).toArray();
    for (const QJsonValue &entry : entries) {
        if (const std::optional<TenantField> field = tenantFieldFrom(entry.toObject()))
            fields.append(*field);
    }
    const Result<QList<TenantField>> result = fields;
    co_return result;
}

QCoro::Task<Result<RemoteRecord>> ConnectWiseClient::read(AssetKind kind, RemoteKey key)
{
    if (!isNumber(key.id) || (kind == AssetKind::Location && !isNumber(key.parentId))) {
        const Result<RemoteRecord> strange = fail(ErrorCode::NotFound, tr("ConnectWise gives no such ids."));
        co_return strange;
    }
    const Call wanted = recordCall("GET", kind, key);
    const Result<QJsonObject> found = co_await object(wanted);
    if (!found) {
        const Result<RemoteRecord> failed = fail(found.error());
        co_return failed;
    }
    const RemoteRecord record = recordFrom(kind, *found, m_map.kind(kind), key.parentId);
    if (record.isDeleted) {
        const Result<RemoteRecord> gone = fail(ErrorCode::NotFound, tr("The company was deleted in ConnectWise."));
        co_return gone;
    }
    const Result<RemoteRecord> result = record;
    co_return result;
}

QCoro::Task<Result<QList<RemoteRecord>>> ConnectWiseClient::readMany(AssetKind kind, QList<RemoteKey> keys)
{
    // Sites are only listed below their company, so each company is a list of its own.
    QHash<QString, QStringList> idsByParent;
    for (const RemoteKey &key : keys) {
        if (isNumber(key.id) && (kind != AssetKind::Location || isNumber(key.parentId)))
            idsByParent[kind == AssetKind::Location ? key.parentId : QString()].append(key.id);
    }
    QList<RemoteRecord> records;
    for (auto it = idsByParent.cbegin(); it != idsByParent.cend(); ++it) {
        RemoteKey collection {.id = {}, .parentId = it.key()};
        QStringList ids = it.value();
        while (!ids.isEmpty()) {
            QString list = ids.takeFirst();
            while (!ids.isEmpty() && list.size() + ids.constFirst().size() < longestQuery)
                list += u',' + ids.takeFirst();
            Call wanted = recordCall("GET", kind, collection);
            wanted.query.emplaceBack(u"conditions"_s, QString("id in ("_L1 + list + u')'));
            const Result<QList<QJsonObject>> found = co_await allRows(wanted);
            if (!found && found.error().code == ErrorCode::NotFound)
                continue; // the company is gone, and its sites with it
            if (!found) {
                const Result<QList<RemoteRecord>> failed = fail(found.error());
                co_return failed;
            }
            for (const QJsonObject &row : *found) {
                const RemoteRecord record = recordFrom(kind, row, m_map.kind(kind), it.key());
                if (!record.isDeleted)
                    records.append(record);
            }
        }
    }
    const Result<QList<RemoteRecord>> result = records;
    co_return result;
}

QCoro::Task<Result<QList<RemoteRecord>>> ConnectWiseClient::findSimilar(AssetKind kind, RemoteValues values)
{
    const PageRequest request {.organizationId = values.value("organization"_L1).toString(),
                               .priority = Priority::Foreground};
    Result<Call> wanted = listCall(kind, request, {});
    if (!wanted) {
        const Result<QList<RemoteRecord>> failed = fail(wanted.error());
        co_return failed;
    }
    QStringList alternatives;
    const auto alternative = [&](QLatin1StringView field, QLatin1StringView member) {
        const QString text = values.value(field).toString().trimmed();
        if (!text.isEmpty())
            alternatives.append(comparison(member, text));
    };
    QString operation = u" and "_s;
    switch (kind) {
    case AssetKind::Organization:
        alternative("short_name"_L1, "identifier"_L1);
        alternative("name"_L1, "name"_L1);
        operation = u" or "_s;
        break;
    case AssetKind::Contact:
        alternative("first_name"_L1, "firstName"_L1);
        alternative("last_name"_L1, "lastName"_L1);
        break;
    case AssetKind::Configuration:
        alternative("name"_L1, "name"_L1);
        break;
    case AssetKind::Location: // a company has few sites, and they match by address
    case AssetKind::Count:
        break;
    }
    if (!alternatives.isEmpty()) {
        const QString similar = u'(' + alternatives.join(operation) + u')';
        if (wanted->query.isEmpty())
            wanted->query.emplaceBack(u"conditions"_s, similar);
        else
            wanted->query.first().second += " and "_L1 + similar;
    }
    const Result<QList<QJsonObject>> found = co_await allRows(*wanted);
    if (!found) {
        const Result<QList<RemoteRecord>> failed = fail(found.error());
        co_return failed;
    }
    QList<RemoteRecord> records;
    for (const QJsonObject &row : *found) {
        const RemoteRecord record = recordFrom(kind, row, m_map.kind(kind), request.organizationId);
        if (!record.isDeleted)
            records.append(record);
    }
    const Result<QList<RemoteRecord>> result = records;
    co_return result;
}

// ---- writing ---------------------------------------------------------------------------------------------------

/** The types of emails and phones, read once, and again when a label is not among them. */
QCoro::Task<Result<>> ConnectWiseClient::refreshTypesFor(RemoteValues values)
{
    if (m_communicationTypes.isEmpty() || !knowsLabels(values, m_communicationTypes)) {
        const Result<QList<RemoteOption>> found = co_await options(OptionList::EmailType);
        if (!found) {
            const Result<> failed = fail(found.error());
            co_return failed;
        }
    }
    const Result<> done;
    co_return done;
}

QCoro::Task<Result<RemoteRecord>> ConnectWiseClient::create(AssetKind kind, RemoteValues values)
{
    Result<QJsonObject> body = createBody(kind, values, m_map.kind(kind));
    if (!body) {
        const Result<RemoteRecord> failed = fail(body.error());
        co_return failed;
    }
    if (hasPoints(values)) {
        const Result<> refreshed = co_await refreshTypesFor(values);
        if (!refreshed) {
            const Result<RemoteRecord> failed = fail(refreshed.error());
            co_return failed;
        }
        // They go inside the contact, so that one write carries everything and a lost answer leaves nothing half made.
        const Result<QJsonArray> items = communicationItems(values, m_communicationTypes);
        if (!items) {
            const Result<RemoteRecord> failed = fail(items.error());
            co_return failed;
        }
        body->insert(u"communicationItems"_s, *items);
    }
    const QString parentId = values.value("organization"_L1).toString();
    if (kind == AssetKind::Location && !isNumber(parentId)) {
        const Result<RemoteRecord> homeless = fail(
            Error {.code = ErrorCode::BadInput, .message = tr("A site needs a company."), .field = u"organization"_s});
        co_return homeless;
    }
    const RemoteKey collection {.id = {}, .parentId = parentId};
    Call post = recordCall("POST", kind, collection);
    post.body = QJsonDocument(*body);
    const Result<QJsonObject> made = co_await object(post);
    if (!made) {
        const Result<RemoteRecord> failed = fail(made.error());
        co_return failed;
    }
    RemoteRecord record = recordFrom(kind, *made, m_map.kind(kind), parentId);
    if (kind == AssetKind::Organization) {
        const PageRequest sites {.organizationId = record.key.id, .priority = Priority::Foreground};
        const Result<RemotePage> found = co_await page(AssetKind::Location, sites);
        if (found)
            record.children = found->records;
        else // the next pull brings them; the company itself is there
            qCInfo(lcPsa) << "The sites of a new company could not be read:" << errorCodeName(found.error().code);
    }
    const Result<RemoteRecord> result = record;
    co_return result;
}

/** Gives a company or contact a type in place of the one we knew; its other types stay. The new one comes first. */
QCoro::Task<Result<>> ConnectWiseClient::changeTypes(RemoteRecord current, QString field, QString wanted)
{
    const bool isCompany = current.kind == AssetKind::Organization;
    const QString former = current.values.value(field).toString();
    const QString path = recordCall("GET", current.kind, current.key).path + "/typeAssociations"_L1;
    const Call list {.path = path, .kind = current.kind, .field = field};
    const Result<QList<QJsonObject>> associations = co_await allRows(list);
    if (!associations) {
        const Result<> failed = fail(associations.error());
        co_return failed;
    }
    const auto associationOf = [&](const QString &type) -> qint64 {
        for (const QJsonObject &association : *associations) {
            if (QString::number(association.value("type"_L1).toObject().value("id"_L1).toInteger()) == type)
                return association.value("id"_L1).toInteger();
        }
        return 0;
    };
    if (!wanted.isEmpty() && associationOf(wanted) == 0) {
        const Result<QJsonObject> type = referenceTo(wanted, field);
        const Result<QJsonObject> owner = referenceTo(current.key.id, field);
        if (!type || !owner) {
            const Result<> failed = fail(type ? owner.error() : type.error());
            co_return failed;
        }
        const QJsonObject body {{u"type"_s, *type}, {isCompany ? u"company"_s : u"contact"_s, *owner}};
        const Call add {
            .method = "POST", .path = path, .body = QJsonDocument(body), .kind = current.kind, .field = field};
        const Result<QJsonDocument> added = co_await call(add);
        if (!added) {
            const Result<> failed = fail(added.error());
            co_return failed;
        }
    }
    const qint64 obsolete = former == wanted ? 0 : associationOf(former);
    if (obsolete != 0) {
        const Call remove {
            .method = "DELETE", .path = path + u'/' + QString::number(obsolete), .kind = current.kind, .field = field};
        const Result<QJsonDocument> removed = co_await call(remove);
        if (!removed && removed.error().code != ErrorCode::NotFound) {
            const Result<> failed = fail(removed.error());
            co_return failed;
        }
    }
    const Result<> done;
    co_return done;
}

QCoro::Task<Result<>> ConnectWiseClient::changeCommunications(RemoteRecord current, RemoteValues changes)
{
    const Result<> refreshed = co_await refreshTypesFor(changes);
    if (!refreshed)
        co_return refreshed;
    const QJsonArray items = current.wire.value("communicationItems"_L1).toArray();
    const Result<QList<CommunicationCall>> plan = planCommunications(items, changes, m_communicationTypes);
    if (!plan) {
        const Result<> failed = fail(plan.error());
        co_return failed;
    }
    const QString path = recordCall("GET", current.kind, current.key).path + "/communications"_L1;
    for (const CommunicationCall &step : *plan) {
        const QString itemPath = path + u'/' + QString::number(step.itemId);
        Call wanted {.path = itemPath, .kind = current.kind, .field = step.field};
        switch (step.kind) {
        case CommunicationCall::Kind::Change:
            wanted.method = "PATCH";
            wanted.body = QJsonDocument(step.patch);
            break;
        case CommunicationCall::Kind::Add:
            wanted.method = "POST";
            wanted.path = path;
            wanted.body = QJsonDocument(step.body);
            break;
        case CommunicationCall::Kind::Remove:
            wanted.method = "DELETE";
            break;
        }
        const Result<QJsonDocument> done = co_await call(wanted);
        const bool isGoneAlready =
            !done && step.kind == CommunicationCall::Kind::Remove && done.error().code == ErrorCode::NotFound;
        if (!done && !isGoneAlready) {
            const Result<> failed = fail(done.error());
            co_return failed;
        }
    }
    const Result<> done;
    co_return done;
}

/**
 * What has a call of its own goes after the plain fields, each step compared with the record as read, so that a push
 * that broke off halfway goes on where it stopped when it is tried again.
 */
QCoro::Task<Result<RemoteRecord>> ConnectWiseClient::update(RemoteRecord current, RemoteValues changes)
{
    const AssetKind kind = current.kind;
    const KindMap &map = m_map.kind(kind);
    if (kind == AssetKind::Location && changes.contains("organization"_L1)) {
        const Error error {.code = ErrorCode::BadInput,
                           .message = tr("ConnectWise cannot move a site to another company. Make a new location there "
                                         "instead."),
                           .field = u"organization"_s};
        const Result<RemoteRecord> refused = fail(error);
        co_return refused;
    }
    if (!isNumber(current.key.id) || (kind == AssetKind::Location && !isNumber(current.key.parentId))) {
        const Result<RemoteRecord> strange = fail(ErrorCode::NotFound, tr("ConnectWise gives no such ids."));
        co_return strange;
    }
    std::optional<QJsonObject> latest;
    bool isStale = false;

    // A configuration's type has questions that hang on it, so its change has an endpoint of its own.
    RemoteValues plain = changes;
    const QString typeField = u"configuration_type"_s;
    if (kind == AssetKind::Configuration && changes.contains(typeField)) {
        plain.remove(typeField);
        const RemoteValues type {{typeField, changes.value(typeField)}};
        const Result<QJsonArray> patch = patchFor(current, type, map);
        if (!patch) {
            const Result<RemoteRecord> failed = fail(patch.error());
            co_return failed;
        }
        Call changeType = recordCall("PATCH", kind, current.key);
        changeType.path += "/changeType"_L1;
        changeType.body = QJsonDocument(*patch);
        const Result<QJsonObject> changed = co_await object(changeType);
        if (!changed) {
            const Result<RemoteRecord> failed = fail(changed.error());
            co_return failed;
        }
        latest = *changed;
    }

    const Result<QJsonArray> patch = patchFor(current, plain, map);
    if (!patch) {
        const Result<RemoteRecord> failed = fail(patch.error());
        co_return failed;
    }
    if (!patch->isEmpty()) {
        Call change = recordCall("PATCH", kind, current.key);
        change.body = QJsonDocument(*patch);
        const Result<QJsonObject> changed = co_await object(change);
        if (!changed) {
            const Result<RemoteRecord> failed = fail(changed.error());
            co_return failed;
        }
        latest = *changed;
    }

    if (hasPoints(changes)) {
        const Result<> done = co_await changeCommunications(current, changes);
        if (!done) {
            const Result<RemoteRecord> failed = fail(done.error());
            co_return failed;
        }
        isStale = true;
    }

    for (const MappedField &field : map.fields) {
        if (field.remote != "types"_L1 || !changes.contains(field.field))
            continue;
        const Result<> done = co_await changeTypes(current, field.field, changes.value(field.field).toString());
        if (!done) {
            const Result<RemoteRecord> failed = fail(done.error());
            co_return failed;
        }
        isStale = true;
    }

    if (isStale || !latest) {
        const Result<RemoteRecord> fresh = co_await read(kind, current.key);
        co_return fresh;
    }
    const Result<RemoteRecord> result = recordFrom(kind, *latest, map, current.key.parentId);
    co_return result;
}

/**
 * The web application opens a record by its screen's name and the record's id, as public tools link to it. A site has no
 * screen of its own; its company's shows it.
 */
QUrl ConnectWiseClient::webLink(AssetKind kind, RemoteKey key) const
{
    QString screen;
    QString id = key.id;
    switch (kind) {
    case AssetKind::Organization:
        screen = u"CompanyFV"_s;
        break;
    case AssetKind::Location:
        screen = u"CompanyFV"_s;
        id = key.parentId;
        break;
    case AssetKind::Contact:
        screen = u"ContactFV"_s;
        break;
    case AssetKind::Configuration:
        screen = u"ConfigFV"_s;
        break;
    case AssetKind::Count:
        break;
    }
    if (!isNumber(id) || m_site.host().isEmpty())
        return {};
    QUrl url(m_site);
    url.setPath(u"/v4_6_release/services/system_io/router/openrecord.rails"_s);
    QUrlQuery query;
    query.addQueryItem(u"recordType"_s, screen);
    query.addQueryItem(u"recid"_s, id);
    query.addQueryItem(u"companyName"_s,
                       QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(secret(u"company_id"_s)))));
    url.setQuery(query);
    return url;
}

} // namespace tandem
