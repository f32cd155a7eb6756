// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/connectwise/connectwiseplatform.h"

#include "practice/connectwise/cwschema.h"
#include "practice/connectwise/cwseeder.h"
#include "practice/sampleworld.h"

#include <QCoreApplication>
#include <QUrl>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace tandem {

using namespace practicecw;

namespace {

constexpr auto codebase = "v2025_1/"_L1;
constexpr auto routerCodebase = "v4_6_release/"_L1;
constexpr qint64 usualPageSize = 25;
constexpr qint64 maxPageSize = 1000;
constexpr auto contentType = "application/vnd.connectwise.com+json; version=2025.1; charset=utf-8";

// Endpoints outside the API proper.
enum SpecialEndpoint : int { CompanyInfoEndpoint = -2, CannotRouteEndpoint = -3, UnknownEndpoint = -1 };

QString tr(const char *text)
{
    return QCoreApplication::translate("tandem::ConnectWisePlatform", text);
}

QString seededKey(quint32 seed, int salt)
{
    SampleRandom random(quint64(seed) * 1000003 + quint64(salt));
    QString key;
    for (int i = 0; i < 16; ++i)
        key += QLatin1Char("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"[random.below(56)]);
    return key;
}

bool isNumber(QByteArrayView segment)
{
    return !segment.isEmpty() && segment.size() < 10
        && std::all_of(segment.begin(), segment.end(), [](char c) { return c >= '0' && c <= '9'; });
}

qint64 numberItem(const PracticeRequest &request, QLatin1StringView name, qint64 fallback)
{
    const std::optional<QString> text = request.queryItem(name);
    bool ok = false;
    const qint64 number = text ? text->toLongLong(&ok) : 0;
    return ok && number > 0 ? number : fallback;
}

int tableOf(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return Company;
    case AssetKind::Location:
        return Site;
    case AssetKind::Contact:
        return Contact;
    case AssetKind::Configuration:
    case AssetKind::Count:
        break;
    }
    return Configuration;
}

PracticeResponse badQuery(const QString &message)
{
    return plainError(400, u"ApiFindCondition"_s, message);
}

// The address of another page of the same list; the number comes last, where clients look for it.
QByteArray pageLink(const PracticeRequest &request, qint64 pageSize, const QByteArray &pageItem,
                    const QByteArray &relation)
{
    QByteArray link = '<' + request.origin + request.path + '?';
    for (const auto &[name, value] : request.queryItems()) {
        static const QStringList replaced{u"page"_s, u"pagesize"_s, u"pageid"_s};
        if (!replaced.contains(name.toLower()))
            link += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value) + '&';
    }
    link += "pageSize=" + QByteArray::number(pageSize) + '&' + pageItem + ">; rel=\"" + relation + '"';
    return link;
}

// Two habits of one on-premise server, for which the specification gives no reason.
std::optional<QString> onPremiseRefusal(const ListQuery &query, const QString &selection)
{
    for (const auto &name : {"primaryAddressFlag"_L1, "defaultShippingFlag"_L1, "defaultBillingFlag"_L1,
                             "defaultMailingFlag"_L1, "defaultFlag"_L1}) {
        if (query.conditions.contains(name, Qt::CaseInsensitive))
            return unknownNameMessage(name);
    }
    if (selection.contains("addressLine2"_L1, Qt::CaseInsensitive))
        return unknownNameMessage(u"addressLine2"_s);
    return std::nullopt;
}

} // namespace

ConnectWisePlatform::ConnectWisePlatform(const PracticeSeeding &seeding)
    : m_store(tableSpecs())
    , m_queries(m_store)
    , m_company(u"tandempractice"_s)
    , m_publicKey(seededKey(seeding.seed, 1))
    , m_privateKey(seededKey(seeding.seed, 2))
{
    SampleRandom random(quint64(seeding.seed) * 1000003 + 3);
    m_clientId = QUuid(uint(random.next()), ushort(random.next()), ushort(0x4000 | (random.next() & 0xfff)),
                       0x8a, uchar(random.next()), uchar(random.next()), uchar(random.next()),
                       uchar(random.next()), uchar(random.next()), uchar(random.next()), uchar(random.next()))
                     .toString(QUuid::WithoutBraces);
    const QString user = u"%1+%2:%3"_s.arg(m_company, m_publicKey, m_privateKey);
    m_authorization = user.toUtf8().toBase64();
    seed(m_store, seeding);

    addResource("company/companies", Company, -1, false);
    addResource("company/companies/{id}/sites", Site, fields().siteCompany, true);
    addResource("company/companies/{id}/typeAssociations", CompanyTypeAssociation,
                fields().companyTypeOfCompany, false);
    addResource("company/companyTypeAssociations", CompanyTypeAssociation, -1, false);
    addResource("company/companies/types", CompanyType, -1, true);
    addResource("company/companies/info/types", CompanyType, -1, false);
    addResource("company/companies/statuses", CompanyStatus, -1, true);
    addResource("company/contacts", Contact, -1, false);
    addResource("company/contacts/{id}/communications", Communication, fields().itemContact, false);
    addResource("company/contacts/{id}/typeAssociations", ContactTypeAssociation,
                fields().contactTypeOfContact, false);
    addResource("company/contactTypeAssociations", ContactTypeAssociation, -1, false);
    addResource("company/contacts/types", ContactType, -1, true);
    addResource("company/contacts/departments", ContactDepartment, -1, true);
    addResource("company/contacts/relationships", ContactRelationship, -1, false);
    addResource("company/communicationTypes", CommunicationType, -1, true);
    addResource("company/configurations", Configuration, -1, false);
    addResource("company/configurations/types", ConfigurationType, -1, true);
    addResource("company/configurations/types/{id}/questions", ConfigurationQuestion, fields().questionType,
                false);
    addResource("company/configurations/types/{id}/questions/{id}/values", ConfigurationQuestionValue,
                fields().questionValueQuestion, false);
    addResource("company/configurations/statuses", ConfigurationStatus, -1, true);
    addResource("company/countries", Country, -1, true);
    addResource("company/states", State, -1, true);
    addResource("company/addressFormats", AddressFormat, -1, true);
    addResource("procurement/manufacturers", Manufacturer, -1, true);
    addEndpoint(u"company/configurations/bulk"_s, {{}, Shape::Bulk, Configuration});
    addEndpoint(u"company/configurations/{id}/changeType"_s, {{}, Shape::ChangeType, Configuration});
    addEndpoint(u"system/info"_s, {{}, Shape::SystemInfo, -1, -1, true});
}

ConnectWisePlatform::~ConnectWisePlatform() = default;

void ConnectWisePlatform::addEndpoint(const QString &path, const Endpoint &endpoint)
{
    m_byPattern.insert(path.toLower().replace("{id}"_L1, "#"_L1).toLatin1(), int(m_endpoints.size()));
    m_endpoints.push_back(endpoint);
    m_endpoints.back().path = u'/' + path;
}

void ConnectWisePlatform::addResource(const char *path, int table, int parentField, bool hasInfo)
{
    const QString base = QString::fromLatin1(path);
    const bool isInfo = base.contains("/info/"_L1);
    addEndpoint(base, {{}, Shape::Collection, table, parentField, isInfo});
    addEndpoint(base + "/{id}"_L1, {{}, Shape::Item, table, parentField, isInfo});
    addEndpoint(base + "/count"_L1, {{}, Shape::Count, table, parentField, true});
    if (!hasInfo)
        return;
    addEndpoint(base + "/info"_L1, {{}, Shape::Collection, table, parentField, true});
    addEndpoint(base + "/{id}/info"_L1, {{}, Shape::Item, table, parentField, true});
    addEndpoint(base + "/info/count"_L1, {{}, Shape::Count, table, parentField, true});
    addEndpoint(base + "/count/info"_L1, {{}, Shape::Count, table, parentField, true});
}

QString ConnectWisePlatform::name() const
{
    return u"connectwise"_s;
}

QJsonObject ConnectWisePlatform::credentials(const QString &) const
{
    return {{u"company_id"_s, m_company},
            {u"public_key"_s, m_publicKey},
            {u"private_key"_s, m_privateKey},
            {u"client_id"_s, m_clientId}};
}

PracticeRoute ConnectWisePlatform::route(const PracticeRequest &request) const
{
    PracticeRoute route;
    route.isWrite = request.method == "POST" || request.method == "PUT" || request.method == "PATCH"
        || request.method == "DELETE";
    route.path = u"(unknown)"_s;
    const QByteArray path = request.path.toLower();
    if (path.startsWith("/login/companyinfo/")) {
        route.path = u"/login/companyinfo/{id}"_s;
        route.endpoint = CompanyInfoEndpoint;
        return route;
    }
    route.endpoint = CannotRouteEndpoint;
    for (const QLatin1StringView base : {codebase, routerCodebase}) {
        const QByteArray prefix = QByteArray("/") + base.data() + "apis/3.0/";
        if (!path.startsWith(prefix))
            continue;
        route.endpoint = UnknownEndpoint;
        QByteArray rest = path.sliced(prefix.size());
        while (rest.endsWith('/'))
            rest.chop(1);
        QByteArray pattern;
        for (const QByteArray &segment : rest.split('/')) {
            if (!pattern.isEmpty())
                pattern += '/';
            const bool isId = isNumber(segment);
            pattern += isId ? QByteArrayLiteral("#") : segment;
            if (isId)
                route.ids.append(segment.toInt());
        }
        // A base address that was joined twice is the router's business, not the API's.
        if (pattern.contains("apis/3.0"))
            route.endpoint = CannotRouteEndpoint;
        const auto it = m_byPattern.constFind(pattern);
        if (it != m_byPattern.cend()) {
            route.endpoint = it.value();
            route.path = m_endpoints[size_t(it.value())].path;
        }
    }
    return route;
}

PracticeResponse ConnectWisePlatform::answer(const PracticeRequest &request, const PracticeRoute &route)
{
    PracticeResponse response = answerChecked(request, route);
    if (response.contentType.startsWith("application/json") && route.endpoint != CompanyInfoEndpoint)
        response.contentType = contentType;
    response.headers.emplaceBack("x-cw-request-id"_ba, request.id);
    response.headers.emplaceBack("x-server-name"_ba, "practice-01"_ba);
    response.headers.emplaceBack("api-current-version"_ba, "2025.1"_ba);
    response.headers.emplaceBack("Cache-Control"_ba, "no-cache"_ba);
    return response;
}

PracticeResponse ConnectWisePlatform::answerChecked(const PracticeRequest &request,
                                                    const PracticeRoute &route)
{
    if (route.endpoint == CompanyInfoEndpoint)
        return companyInfo(request);
    if (route.endpoint == CannotRouteEndpoint)
        return cannotRoute();
    if (const std::optional<PracticeResponse> refusal = refuseSignIn(request))
        return *refusal;
    if (route.endpoint == UnknownEndpoint)
        return endpointMissing();

    const Endpoint &endpoint = m_endpoints[size_t(route.endpoint)];
    const bool isRead = request.method == "GET" || request.method == "HEAD";
    if (endpoint.isReadOnly && !isRead)
        return methodNotAllowed(request.method);
    if (endpoint.shape == Shape::SystemInfo)
        return systemInfo();
    if (endpoint.shape == Shape::Bulk)
        return bulk(request);

    const bool hasItem = endpoint.shape == Shape::Item || endpoint.shape == Shape::ChangeType;
    const int id = hasItem ? route.ids.last() : 0;
    Scope scope;
    if (endpoint.parentField >= 0) {
        const int parentTable =
            m_store.table(endpoint.table).spec().fields[size_t(endpoint.parentField)].target;
        scope = {endpoint.parentField, route.ids.at(route.ids.size() - (hasItem ? 2 : 1))};
        if (!m_store.table(parentTable).find(scope.id))
            return recordNotFound(parentTable, scope.id);
        if (hasItem) {
            const StoredRecord *record = m_store.table(endpoint.table).find(id);
            if (!record || m_store.table(endpoint.table).integer(*record, scope.field) != scope.id)
                return recordNotFound(endpoint.table, id);
        }
    }
    if (!isRead)
        return write(request, endpoint, scope, id);
    switch (endpoint.shape) {
    case Shape::Collection:
        return list(request, endpoint, scope);
    case Shape::Count:
        return count(request, endpoint, scope);
    case Shape::Item:
        return read(request, endpoint.table, id);
    case Shape::ChangeType:
    case Shape::Bulk:
    case Shape::SystemInfo:
        break;
    }
    return methodNotAllowed(request.method);
}

PracticeResponse ConnectWisePlatform::companyInfo(const PracticeRequest &request) const
{
    if (request.method != "GET")
        return methodNotAllowed(request.method);
    const QByteArray asked =
        QByteArray::fromPercentEncoding(request.path.sliced(qstrlen("/login/companyinfo/")));
    if (QString::fromUtf8(asked).compare(m_company, Qt::CaseInsensitive) != 0) {
        PracticeResponse response;
        response.body = "null"_ba; // an unknown company is not an error here
        return response;
    }
    return jsonResponse(
        200,
        QJsonDocument(QJsonObject{
            {u"CompanyName"_s, u"Tandem Practice"_s},
            {u"Codebase"_s, codebase},
            {u"VersionCode"_s, u"v2025.1"_s},
            {u"VersionNumber"_s, u"v4.6.2025.1"_s},
            {u"CompanyID"_s, m_company},
            {u"IsCloud"_s, true},
            {u"SiteUrl"_s, QString::fromLatin1(request.origin.sliced(request.origin.indexOf("//") + 2))}}));
}

std::optional<PracticeResponse> ConnectWisePlatform::refuseSignIn(const PracticeRequest &request) const
{
    const QByteArray given = request.header("authorization").trimmed();
    const qsizetype space = given.indexOf(' ');
    const bool isBasic = space > 0 && given.first(space).toLower() == "basic";
    // Company ids are not told apart by letter case; keys are.
    const QByteArray user =
        isBasic ? QByteArray::fromBase64(given.sliced(space + 1).trimmed()) : QByteArray();
    const qsizetype plus = user.indexOf('+');
    const QByteArray same = plus < 0 ? user : QByteArray(user.first(plus).toLower() + user.sliced(plus));
    if (!isBasic || same.toBase64() != m_authorization) {
        if (m_quirks.testFlag(Quirk::BadKeysAreNotFound))
            return endpointMissing();
        return plainError(401, u"Unauthorized"_s, u"The API keys are not valid for this company."_s);
    }
    if (QUuid::fromString(QString::fromLatin1(request.header("clientid")).trimmed()).isNull())
        return noPermission();
    return std::nullopt;
}

PracticeResponse ConnectWisePlatform::systemInfo() const
{
    const QJsonArray licences{QJsonObject{{u"name"_s, u"API"_s}, {u"activeFlag"_s, true}}};
    return jsonResponse(200,
                        QJsonDocument(QJsonObject{{u"version"_s, u"v2025.1.48231"_s},
                                                  {u"isCloud"_s, true},
                                                  {u"serverTimeZone"_s, u"Eastern Standard Time"_s},
                                                  {u"licenseBits"_s, licences},
                                                  {u"cloudRegion"_s, u"NA"_s},
                                                  {u"maxWorkFlowRecordsAllowed"_s, 5000}}));
}

QByteArray ConnectWisePlatform::apiBase(const PracticeRequest &request) const
{
    const qsizetype end = request.path.indexOf("apis/3.0");
    return request.origin
        + (end < 0 ? QByteArray('/' + QByteArray(codebase.data()) + "apis/3.0")
                   : request.path.first(end + qsizetype(qstrlen("apis/3.0"))));
}

Renderer ConnectWisePlatform::renderer(const PracticeRequest &request) const
{
    return Renderer(m_store, m_quirks, apiBase(request));
}

PracticeResponse ConnectWisePlatform::rendered(const PracticeRequest &request, int status, int table,
                                               int id) const
{
    PracticeResponse response;
    response.status = status;
    response.body = renderer(request).recordText(table, id);
    return response;
}

PracticeResponse ConnectWisePlatform::list(const PracticeRequest &request, const Endpoint &endpoint,
                                           Scope scope)
{
    ListQuery query;
    query.conditions = request.queryItem("conditions"_L1).value_or(QString());
    query.childConditions = request.queryItem("childConditions"_L1).value_or(QString());
    query.customFieldConditions = request.queryItem("customFieldConditions"_L1).value_or(QString());
    query.orderBy = request.queryItem("orderBy"_L1).value_or(QString());
    query.pageSize = std::min(maxPageSize, numberItem(request, "pageSize"_L1, usualPageSize));
    query.page = std::min<qint64>(numberItem(request, "page"_L1, 1), 100'000'000);
    query.pageId = numberItem(request, "pageId"_L1, 0);
    query.forwardOnly = request.header("pagination-type").trimmed().toLower() == "forward-only"
        && !m_quirks.testFlag(Quirk::NoForwardOnly);
    if (query.forwardOnly && !query.orderBy.trimmed().isEmpty())
        return badQuery(u"orderBy cannot be used with forward-only pagination."_s);

    const QString fieldList = request.queryItem("fields"_L1).value_or(QString());
    if (endpoint.table == Site && m_quirks.testFlag(Quirk::OnPremiseSites)) {
        if (const std::optional<QString> refusal = onPremiseRefusal(query, fieldList))
            return badQuery(*refusal);
    }
    const auto selection = parseSelection(m_store.table(endpoint.table), fieldList);
    if (!selection)
        return badQuery(selection.error());
    const auto found = m_queries.list(endpoint.table, scope, query, request.now);
    if (!found)
        return badQuery(found.error());

    PracticeResponse response;
    response.body.reserve(qsizetype(found->rows.size()) * 3000);
    JsonWriter out(response.body);
    const Renderer renderer = this->renderer(request);
    out.beginArray();
    for (const StoredRecord *record : found->rows)
        renderer.record(out, endpoint.table, *record, selection->has_value() ? &**selection : nullptr);
    out.endArray();
    out.finish();

    QByteArrayList links;
    if (query.forwardOnly) {
        if (found->hasMore)
            links.append(pageLink(request, query.pageSize,
                                  "pageId=" + QByteArray::number(found->rows.back()->id), "next"));
        response.headers.emplaceBack("Link"_ba, links.join(", "));
        return response;
    }
    const qint64 lastPage = std::max<qint64>(1, (found->total + query.pageSize - 1) / query.pageSize);
    const auto link = [&](qint64 page, const QByteArray &relation) {
        links.append(pageLink(request, query.pageSize, "page=" + QByteArray::number(page), relation));
    };
    if (query.page > 1) {
        link(1, "first");
        link(query.page - 1, "prev");
    }
    if (query.page < lastPage) {
        link(query.page + 1, "next");
        link(lastPage, "last");
    }
    if (!links.isEmpty())
        response.headers.emplaceBack("Link"_ba, links.join(", "));
    return response;
}

PracticeResponse ConnectWisePlatform::count(const PracticeRequest &request, const Endpoint &endpoint,
                                            Scope scope)
{
    ListQuery query;
    query.conditions = request.queryItem("conditions"_L1).value_or(QString());
    query.childConditions = request.queryItem("childConditions"_L1).value_or(QString());
    query.customFieldConditions = request.queryItem("customFieldConditions"_L1).value_or(QString());
    const auto number = m_queries.count(endpoint.table, scope, query, request.now);
    if (!number)
        return badQuery(number.error());
    return jsonResponse(200, QJsonDocument(QJsonObject{{u"count"_s, *number}}));
}

PracticeResponse ConnectWisePlatform::read(const PracticeRequest &request, int table, int id) const
{
    const StoredRecord *record = m_store.table(table).find(id);
    if (!record)
        return recordNotFound(table, id);
    const auto selection =
        parseSelection(m_store.table(table), request.queryItem("fields"_L1).value_or(QString()));
    if (!selection)
        return badQuery(selection.error());
    PracticeResponse response;
    JsonWriter out(response.body);
    renderer(request).record(out, table, *record, selection->has_value() ? &**selection : nullptr);
    out.finish();
    return response;
}

bool ConnectWisePlatform::mayWrite(int table) const
{
    if (m_quirks.testFlag(Quirk::ReadOnlyMember))
        return false;
    return !(tableWords(table).isSetup && m_quirks.testFlag(Quirk::SetupReadOnly));
}

WriteContext ConnectWisePlatform::writeContext(const PracticeRequest &request) const
{
    return {{request.now.toSecsSinceEpoch(), apiMember}, m_quirks, request.body};
}

PracticeResponse ConnectWisePlatform::write(const PracticeRequest &request, const Endpoint &endpoint,
                                            Scope scope, int id)
{
    const bool isCollection = endpoint.shape == Shape::Collection;
    const bool isPost = request.method == "POST";
    const bool isKnown =
        isPost || request.method == "PUT" || request.method == "PATCH" || request.method == "DELETE";
    const bool isChangeType = endpoint.shape == Shape::ChangeType;
    if (!isKnown || isPost != isCollection || (isChangeType && request.method != "PATCH"))
        return methodNotAllowed(request.method);
    if (!mayWrite(endpoint.table))
        return noPermission();
    QJsonDocument body;
    if (request.method != "DELETE") {
        const QByteArray type = request.header("content-type").toLower();
        if (!type.isEmpty() && !type.contains("json"))
            return plainError(
                415, u"ConnectWiseApi"_s,
                u"The request entity's media type '%1' is not supported for this resource."_s.arg(
                    QLatin1StringView(type)));
        QJsonParseError error;
        body = QJsonDocument::fromJson(request.body, &error);
        if (body.isNull())
            return plainError(
                400, u"ConnectWiseApi"_s,
                u"The request body is not valid JSON: %1 at position %2."_s.arg(error.errorString())
                    .arg(error.offset));
    }
    WriteContext context = writeContext(request);
    context.isChangeType = isChangeType;
    context.transferContactId = int(numberItem(request, "transferContactId"_L1, 0));
    RecordWriter writer(m_store, context);
    return writeOne(writer, request, request.method, endpoint.table, scope, id, body);
}

PracticeResponse ConnectWisePlatform::writeOne(RecordWriter &writer, const PracticeRequest &request,
                                               const QByteArray &method, int table, Scope scope, int id,
                                               const QJsonDocument &body) const
{
    if (method == "DELETE") {
        const Answer<> removed = writer.remove(table, id);
        PracticeResponse response;
        response.status = 204;
        return removed ? response : removed.error();
    }
    if (method == "PATCH") {
        if (!body.isArray())
            return invalidPatch(u"Invalid patch document: expected array of operations."_s);
        const Answer<> patched = writer.patch(table, id, body.array());
        return patched ? rendered(request, 200, table, id) : patched.error();
    }
    if (!body.isObject())
        return plainError(
            400, u"ConnectWiseApi"_s,
            u"Cannot deserialize the current JSON array into type '%1': a JSON object is required."_s.arg(
                QLatin1StringView(tableWords(table).className)));
    if (method == "PUT") {
        const Answer<> replaced = writer.replace(table, id, body.object());
        return replaced ? rendered(request, 200, table, id) : replaced.error();
    }
    const Answer<int> created = writer.create(table, body.object(), scope);
    if (!created)
        return created.error();
    PracticeResponse response = rendered(request, 201, table, *created);
    response.creates = 1;
    return response;
}

PracticeResponse ConnectWisePlatform::bulk(const PracticeRequest &request)
{
    if (request.method != "POST" && request.method != "PUT" && request.method != "DELETE")
        return methodNotAllowed(request.method);
    if (!mayWrite(Configuration))
        return noPermission();
    const QJsonDocument body = QJsonDocument::fromJson(request.body);
    if (!body.isArray())
        return plainError(400, u"ConnectWiseApi"_s, u"The request body must be a JSON array."_s);
    RecordWriter writer(m_store, writeContext(request));
    PracticeResponse response;
    QJsonArray results;
    const QJsonArray items = body.array();
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QJsonObject item = items.at(i).toObject();
        const int id = items.at(i).isDouble() ? items.at(i).toInt() : item.value("id"_L1).toInt();
        const PracticeResponse one =
            writeOne(writer, request, request.method, Configuration, {}, id, QJsonDocument(item));
        response.creates += one.creates;
        const bool isDone = one.status < 300;
        QJsonObject result{{u"success"_s, isDone}, {u"originalIndex"_s, i}, {u"statusCode"_s, one.status}};
        const QJsonObject answer = QJsonDocument::fromJson(one.body).object();
        if (!answer.isEmpty())
            result.insert(isDone ? "data"_L1 : "error"_L1, answer);
        results.append(result);
    }
    response.status = 207;
    response.body = QJsonDocument(QJsonObject{{u"payload"_s, results}}).toJson(QJsonDocument::Compact);
    return response;
}

PracticeResponse ConnectWisePlatform::failure(const PracticeFailure &failure, const PracticeRequest &request,
                                              const PracticeRoute &route) const
{
    PracticeResponse response;
    switch (failure.kind) {
    case PracticeFailure::Kind::Validation: {
        const int table = route.endpoint >= 0 ? m_endpoints[size_t(route.endpoint)].table : Company;
        const int named = table < 0 ? int(Company) : table;
        const QString field = QString::fromLatin1(m_store.table(named).spec().fields.front().name);
        response =
            invalidObject(named, {{u"InvalidField"_s, u"The %1 field is invalid."_s.arg(field), field}});
        break;
    }
    case PracticeFailure::Kind::ExpiredToken:
        response = plainError(401, u"Unauthorized"_s, u"The API keys are no longer valid."_s);
        break;
    case PracticeFailure::Kind::Status:
        if (failure.status == 429)
            response = tooManyRequests(failure.retryAfter);
        else if (failure.status == 403)
            response = noPermission();
        else if (failure.status == 404)
            response = endpointMissing();
        else
            response = plainError(failure.status, u"ConnectWiseApi"_s,
                                  u"An unexpected error has occurred: timeout."_s);
        if (failure.retryAfter && failure.status != 429)
            response.headers.emplaceBack("Retry-After"_ba, QByteArray::number(*failure.retryAfter));
        break;
    }
    response.headers.emplaceBack("x-cw-request-id"_ba, request.id);
    return response;
}

std::optional<AssetKind> ConnectWisePlatform::doorKind(const QString &kind) const
{
    static const QHash<QString, AssetKind> names{{u"companies"_s, AssetKind::Organization},
                                                 {u"company"_s, AssetKind::Organization},
                                                 {u"organizations"_s, AssetKind::Organization},
                                                 {u"sites"_s, AssetKind::Location},
                                                 {u"site"_s, AssetKind::Location},
                                                 {u"locations"_s, AssetKind::Location},
                                                 {u"contacts"_s, AssetKind::Contact},
                                                 {u"configurations"_s, AssetKind::Configuration}};
    if (const std::optional<AssetKind> known = kindFromName(kind))
        return known;
    const auto it = names.constFind(kind.toLower());
    return it == names.cend() ? std::nullopt : std::optional(it.value());
}

// With `?id=` one record, with `?after=` and `?limit=` some of them: a large server's whole list is hard to
// swallow.
PracticeResponse ConnectWisePlatform::doorRead(AssetKind kind, const PracticeRequest &request) const
{
    const int table = tableOf(kind);
    const auto wanted = int(numberItem(request, "id"_L1, 0));
    const auto after = int(numberItem(request, "after"_L1, 0));
    qint64 left = wanted > 0 ? 1 : numberItem(request, "limit"_L1, std::numeric_limits<qint64>::max());
    const auto &records = m_store.table(table).records();
    const Renderer renderer(m_store, {}, apiBase(request));
    PracticeResponse response;
    JsonWriter out(response.body);
    out.beginArray();
    for (size_t at = m_store.table(table).lowerBound(wanted > 0 ? wanted : after + 1);
         at < records.size() && left > 0; ++at, --left) {
        if (wanted == 0 || records[at].id == wanted)
            renderer.record(out, table, records[at]);
    }
    out.endArray();
    out.finish();
    return response;
}

PracticeResponse ConnectWisePlatform::doorChange(AssetKind kind, const PracticeDoorChange &change,
                                                 const PracticeRequest &request)
{
    const int table = tableOf(kind);
    WriteContext context{{request.now.toSecsSinceEpoch(), deskMember}, m_quirks, request.body};
    context.isTrusted = true;
    RecordWriter writer(m_store, context);
    if (change.action == PracticeDoorChange::Action::Create) {
        const Answer<int> created = writer.create(table, change.set, {});
        return created ? rendered(request, 201, table, *created) : created.error();
    }
    if (!m_store.table(table).find(change.id))
        return recordNotFound(table, change.id);
    if (change.action == PracticeDoorChange::Action::Delete) {
        const PracticeResponse former = rendered(request, 200, table, change.id);
        if (change.forGood) {
            writer.removeForGood(table, change.id);
            return former;
        }
        const Answer<> removed = writer.remove(table, change.id);
        return removed ? former : removed.error();
    }
    QJsonArray operations;
    for (auto it = change.set.begin(); it != change.set.end(); ++it)
        operations.append(
            QJsonObject{{u"op"_s, u"replace"_s}, {u"path"_s, it.key()}, {u"value"_s, it.value()}});
    const Answer<> patched = writer.patch(table, change.id, operations);
    return patched ? rendered(request, 200, table, change.id) : patched.error();
}

QStringList ConnectWisePlatform::knownQuirks() const
{
    return allQuirkNames();
}

QStringList ConnectWisePlatform::quirks() const
{
    return quirkNames(m_quirks);
}

Result<> ConnectWisePlatform::setQuirks(const QStringList &quirks)
{
    Quirks wanted;
    for (const QString &name : quirks) {
        const std::optional<Quirk> quirk = quirkFromName(name);
        if (!quirk)
            return fail(
                ErrorCode::BadInput,
                tr("There is no quirk \"%1\". There are: %2.").arg(name, allQuirkNames().join(", "_L1)));
        wanted.setFlag(*quirk);
    }
    m_quirks = wanted;
    return {};
}

Result<> ConnectWisePlatform::openState(const QString &file)
{
    const Result<bool> loaded = m_store.load(file);
    if (!loaded)
        return tl::unexpected(loaded.error());
    m_stateFile = file;
    return m_store.save(file);
}

Result<> ConnectWisePlatform::saveState()
{
    return m_stateFile.isEmpty() ? Result<>() : m_store.save(m_stateFile);
}

} // namespace tandem
