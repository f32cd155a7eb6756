// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/autotask/autotaskplatform.h"

#include "practice/autotask/atmetadata.h"
#include "practice/autotask/atrenderer.h"
#include "practice/autotask/atseeder.h"
#include "practice/sampleworld.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace tandem {

using namespace practiceat;

namespace {

constexpr int usualZone = 14;
constexpr int newZone = 15;
constexpr int longestQuery = 2048; // of the web server, not of the API
constexpr int signInsBeforeLockOut = 5;
constexpr std::chrono::milliseconds slowRelease{500};

// Where a path leads that no endpoint has.
enum SpecialEndpoint : int { UnknownEndpoint = -1, ForeignZone = -2 };

QString tr(const char *text)
{
    return QCoreApplication::translate("tandem::AutotaskPlatform", text);
}

QByteArray seededKey(quint32 seed, int salt, QByteArrayView letters, int length)
{
    SampleRandom random(quint64(seed) * 1000003 + quint64(salt));
    QByteArray key;
    for (int i = 0; i < length; ++i)
        key += letters[random.below(int(letters.size()))];
    return key;
}

bool isNumber(QByteArrayView segment)
{
    return !segment.isEmpty() && segment.size() < 10
        && std::all_of(segment.begin(), segment.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int tableOf(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return Company;
    case AssetKind::Location:
        return CompanyLocation;
    case AssetKind::Contact:
        return Contact;
    case AssetKind::Configuration:
    case AssetKind::Count:
        break;
    }
    return ConfigurationItem;
}

QByteArray zoneName(int zone)
{
    return "zone" + QByteArray::number(zone);
}

QJsonArray toJson(const QList<int> &ids)
{
    QJsonArray array;
    for (const int id : ids)
        array.append(id);
    return array;
}

PracticeResponse itemId(int id)
{
    return jsonResponse(200, QJsonDocument(QJsonObject{{u"itemId"_s, id}}));
}

} // namespace

AutotaskPlatform::AutotaskPlatform(const PracticeSeeding &seeding)
    : m_store(tableSpecs())
    , m_picklists(m_store, seeding.seed)
    , m_queries(m_store)
    , m_secret(
          seededKey(seeding.seed, 11, "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789#$*~@!", 25))
    , m_integrationCode(seededKey(seeding.seed, 12, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 27))
{
    seed(m_store, m_picklists, seeding);
    addEndpoint(u"ZoneInformation"_s, {{}, Shape::ZoneInformation, -1, false, {"GET"_ba}});
    addEndpoint(u"VersionInformation"_s, {{}, Shape::VersionInformation, -1, false, {"GET"_ba}});
    addEndpoint(u"ThresholdInformation"_s, {{}, Shape::Threshold, -1, false, {"GET"_ba}});
    for (int table = 0; table < routedTables; ++table)
        addRoot(table);
    for (const ChildSpec &child : children())
        addChild(child);
}

AutotaskPlatform::~AutotaskPlatform() = default;

void AutotaskPlatform::addEndpoint(const QString &path, const Endpoint &endpoint)
{
    m_byPattern.insert(path.toLower().replace("{id}"_L1, "#"_L1).toLatin1(), int(m_endpoints.size()));
    m_endpoints.push_back(endpoint);
    m_endpoints.back().path = u'/' + path;
}

// What is written below its parent has no collection of its own at the root, and the web server no page for
// it.
void AutotaskPlatform::addRoot(int table)
{
    const EntitySpec &spec = entity(table);
    const QString base = QString::fromLatin1(spec.collection);
    const bool isWritten = !childSpec(table);
    QByteArrayList methods;
    if (isWritten && spec.rights.canCreate)
        methods.append("POST"_ba);
    if (isWritten && spec.rights.canUpdate)
        methods.append({"PUT"_ba, "PATCH"_ba});
    if (!methods.isEmpty())
        addEndpoint(base, {{}, Shape::Collection, table, false, methods});
    QByteArrayList itemMethods{"GET"_ba};
    if (isWritten && spec.rights.canDelete)
        itemMethods.append("DELETE"_ba);
    addEndpoint(base + "/{id}"_L1, {{}, Shape::Item, table, false, itemMethods});
    const QByteArrayList queryMethods{"GET"_ba, "POST"_ba};
    addEndpoint(base + "/query"_L1, {{}, Shape::Query, table, false, queryMethods});
    addEndpoint(base + "/query/count"_L1, {{}, Shape::QueryCount, table, false, queryMethods});
    addEndpoint(base + "/query/next"_L1, {{}, Shape::QueryNext, table, false, queryMethods});
    addEndpoint(base + "/entityInformation"_L1, {{}, Shape::EntityInformation, table, false, {"GET"_ba}});
    addEndpoint(base + "/entityInformation/fields"_L1,
                {{}, Shape::FieldInformation, table, false, {"GET"_ba}});
    addEndpoint(base + "/entityInformation/userDefinedFields"_L1,
                {{}, Shape::UserDefinedInformation, table, false, {"GET"_ba}});
}

void AutotaskPlatform::addChild(const ChildSpec &child)
{
    const int table = child.table;
    const QString base =
        QLatin1StringView(child.parentCollection) + "/{id}/"_L1 + QLatin1StringView(child.segment);
    addEndpoint(base, {{}, Shape::Collection, table, true, {"GET"_ba, "POST"_ba, "PUT"_ba, "PATCH"_ba}});
    QByteArrayList itemMethods{"GET"_ba};
    if (entity(table).rights.canDelete)
        itemMethods.append("DELETE"_ba);
    addEndpoint(base + "/{id}"_L1, {{}, Shape::Item, table, true, itemMethods});
    addEndpoint(base + "/entityInformation"_L1, {{}, Shape::EntityInformation, table, true, {"GET"_ba}});
    addEndpoint(base + "/entityInformation/fields"_L1,
                {{}, Shape::FieldInformation, table, true, {"GET"_ba}});
    addEndpoint(base + "/entityInformation/userDefinedFields"_L1,
                {{}, Shape::UserDefinedInformation, table, true, {"GET"_ba}});
}

QString AutotaskPlatform::name() const
{
    return u"autotask"_s;
}

QJsonObject AutotaskPlatform::credentials(const QString &) const
{
    return {{u"user_name"_s, QString::fromLatin1(apiUserName)},
            {u"secret"_s, QString::fromLatin1(m_secret)},
            {u"integration_code"_s, QString::fromLatin1(m_integrationCode)}};
}

bool AutotaskPlatform::isOpen(const Endpoint &endpoint)
{
    return endpoint.shape == Shape::ZoneInformation || endpoint.shape == Shape::VersionInformation;
}

// Letter case and doubled slashes are of no matter, and neither is a slash at the end.
PracticeRoute AutotaskPlatform::route(const PracticeRequest &request) const
{
    PracticeRoute route;
    route.path = u"(unknown)"_s;
    route.endpoint = UnknownEndpoint;
    QByteArrayList segments;
    for (const QByteArray &segment : request.path.toLower().split('/')) {
        if (!segment.isEmpty())
            segments.append(segment);
    }
    const int home = m_quirks.testFlag(Quirk::MovedZone) ? newZone : usualZone;
    const bool isZone =
        !segments.isEmpty() && segments.first().startsWith("zone") && segments.first() != "zoneinformation";
    const bool isHome = isZone && segments.first() == zoneName(home);
    if (isZone)
        segments.removeFirst();
    if (!segments.isEmpty() && segments.first() == "atservicesrest")
        segments.removeFirst();
    if (!segments.isEmpty() && segments.first() == "v1.0")
        segments.removeFirst();
    else if (segments.size() != 1 || segments.first() != "versioninformation")
        return route;

    QByteArray pattern;
    for (const QByteArray &segment : std::as_const(segments)) {
        const bool isId = isNumber(segment);
        pattern += (pattern.isEmpty() ? QByteArray() : "/"_ba) + (isId ? "#"_ba : segment);
        if (isId)
            route.ids.append(segment.toInt());
    }
    const auto it = m_byPattern.constFind(pattern);
    if (it == m_byPattern.cend())
        return route;
    const Endpoint &endpoint = m_endpoints[size_t(it.value())];
    route.path = endpoint.path;
    route.isWrite =
        (endpoint.shape == Shape::Collection || endpoint.shape == Shape::Item) && request.method != "GET";
    // Zone discovery answers everywhere; the tenant's records only where the tenant is.
    const bool isServed = isOpen(endpoint) || isHome || (!isZone && !m_quirks.testFlag(Quirk::ZoneOnly));
    route.endpoint = isServed ? it.value() : ForeignZone;
    return route;
}

PracticeResponse AutotaskPlatform::answer(const PracticeRequest &request, const PracticeRoute &route)
{
    if (route.endpoint == UnknownEndpoint)
        return htmlPage(404);
    if (route.endpoint == ForeignZone)
        return wrongCredentials();
    const Endpoint &endpoint = m_endpoints[size_t(route.endpoint)];
    if (isOpen(endpoint))
        return answerChecked(request, endpoint, route);
    if (const std::optional<PracticeResponse> refused = refuseSignIn(request))
        return *refused;
    m_calls.add(request.now);
    if (const std::optional<PracticeResponse> refused = refuseForLimits(request, endpoint))
        return *refused;
    PracticeResponse response = answerChecked(request, endpoint, route);
    if (m_quirks & hourlyQuirks)
        response.delay = CallCounter::delay(callsOfTheHour(request.now));
    return response;
}

void AutotaskPlatform::ended(const PracticeRequest &request, const QDateTime &now)
{
    m_threads.leave(request.id, now,
                    m_quirks.testFlag(Quirk::SlowRelease) ? slowRelease : std::chrono::milliseconds(0));
}

std::optional<PracticeResponse> AutotaskPlatform::refuseSignIn(const PracticeRequest &request)
{
    const bool isKnown = request.header("username").trimmed().toLower() == apiUserName
        && request.header("secret").trimmed() == m_secret;
    const bool isLocked = m_quirks.testFlag(Quirk::LockOut) && m_failedSignIns >= signInsBeforeLockOut;
    if (!isKnown || isLocked) {
        ++m_failedSignIns;
        return wrongCredentials();
    }
    m_failedSignIns = 0;
    if (request.header("apiintegrationcode").trimmed() != m_integrationCode)
        return refusal({u"IntegrationCode is invalid."_s});
    return std::nullopt;
}

std::optional<PracticeResponse> AutotaskPlatform::refuseForLimits(const PracticeRequest &request,
                                                                  const Endpoint &endpoint)
{
    const bool isError = m_quirks.testFlag(Quirk::LimitsAreErrors);
    if ((m_quirks & hourlyQuirks) && callsOfTheHour(request.now) > callLimit)
        return tooManyCalls(isError);
    const QByteArray name =
        endpoint.table < 0 ? endpoint.path.toLatin1() : QByteArray(entity(endpoint.table).collection);
    const QByteArray key = request.header("apiintegrationcode").trimmed() + ' ' + name;
    if (!m_threads.enter(request.id, key, request.now))
        return tooManyThreads(isError);
    return std::nullopt;
}

qint64 AutotaskPlatform::callsOfTheHour(const QDateTime &now) const
{
    qint64 others = 0;
    if (m_quirks.testFlag(Quirk::OthersUsedHalf))
        others = callLimit / 2;
    if (m_quirks.testFlag(Quirk::OthersUsedMost))
        others = callLimit * 3 / 4;
    if (m_quirks.testFlag(Quirk::OthersUsedAll))
        others = callLimit;
    return others + m_calls.count(now);
}

PracticeResponse AutotaskPlatform::answerChecked(const PracticeRequest &request, const Endpoint &endpoint,
                                                 const PracticeRoute &route)
{
    if (!endpoint.methods.contains(request.method))
        return methodNotAllowed(request.method);
    switch (endpoint.shape) {
    case Shape::ZoneInformation:
        return zoneInformation(request);
    case Shape::VersionInformation:
        return jsonResponse(200, QJsonDocument(QJsonObject{{u"apiVersions"_s, QJsonArray{u"1.0"_s}}}));
    case Shape::Threshold:
        return threshold(request);
    case Shape::Query:
    case Shape::QueryCount:
    case Shape::QueryNext:
        return query(request, endpoint);
    case Shape::EntityInformation:
        return jsonResponse(
            200,
            QJsonDocument(entityInformation(
                endpoint.table, !m_quirks.testFlag(Quirk::ReadOnlyUser) && endpoint.table != Resource)));
    case Shape::FieldInformation:
        return jsonResponse(200, QJsonDocument(fieldInformation(m_store, m_picklists, endpoint.table)));
    case Shape::UserDefinedInformation:
        return entity(endpoint.table).udfType == 0
            ? htmlPage(404)
            : jsonResponse(200, QJsonDocument(userDefinedInformation(m_store, endpoint.table)));
    case Shape::Item:
        if (request.method == "GET")
            return item(endpoint, route);
        break;
    case Shape::Collection:
        if (request.method == "GET")
            return childQuery(request, endpoint, route.ids.constFirst());
        break;
    }
    return write(request, endpoint, route);
}

QByteArray AutotaskPlatform::zoneUrl(const PracticeRequest &request) const
{
    const int zone = m_quirks.testFlag(Quirk::MovedZone) ? newZone : usualZone;
    return request.origin + '/' + zoneName(zone) + "/ATServicesRest/";
}

// Anybody who may sign in to the tenant has a zone, whether or not the API would let them in.
PracticeResponse AutotaskPlatform::zoneInformation(const PracticeRequest &request) const
{
    const QString user = request.queryItem("user"_L1).value_or(QString()).trimmed();
    const RecordTable &resources = m_store.table(Resource);
    const auto &all = resources.records();
    const bool isKnown =
        !user.isEmpty() && std::any_of(all.begin(), all.end(), [&](const StoredRecord &record) {
            return resources.text(record, fields().resourceUserName).compare(user, Qt::CaseInsensitive) == 0;
        });
    if (!isKnown)
        return refusal({u"Zone information could not be determined"_s});
    const int zone = m_quirks.testFlag(Quirk::MovedZone) ? newZone : usualZone;
    const QByteArray webUrl = request.origin + '/' + zoneName(zone) + '/';
    return jsonResponse(200,
                        QJsonDocument(QJsonObject{{u"zoneName"_s, u"Practice East %1"_s.arg(zone)},
                                                  {u"url"_s, QString::fromLatin1(zoneUrl(request))},
                                                  {u"webUrl"_s, QString::fromLatin1(webUrl)},
                                                  {u"ci"_s, 104'200 + zone}}));
}

PracticeResponse AutotaskPlatform::threshold(const PracticeRequest &request) const
{
    return jsonResponse(
        200,
        QJsonDocument(QJsonObject{{u"externalRequestThreshold"_s, callLimit},
                                  {u"requestThresholdTimeframe"_s, callMinutes},
                                  {u"currentTimeframeRequestCount"_s, callsOfTheHour(request.now)}}));
}

PracticeResponse AutotaskPlatform::item(const Endpoint &endpoint, const PracticeRoute &route) const
{
    const RecordTable &records = m_store.table(endpoint.table);
    const StoredRecord *record = records.find(route.ids.constLast());
    if (record && endpoint.isChild) {
        const int parentField = records.field(childSpec(endpoint.table)->parentField);
        if (records.integer(*record, parentField) != route.ids.constFirst())
            record = nullptr;
    }
    if (!record && m_quirks.testFlag(Quirk::MissingIsNotFound))
        return htmlPage(404);
    PracticeResponse response;
    response.body = record ? Renderer(m_store, endpoint.table, m_quirks).item(*record) : "{\"item\":null}"_ba;
    return response;
}

// A query by GET is in the address, and so are its further pages; one by POST has to send its body again.
PracticeResponse AutotaskPlatform::query(const PracticeRequest &request, const Endpoint &endpoint) const
{
    const bool isNext = endpoint.shape == Shape::QueryNext;
    const std::optional<QString> search = request.queryItem("search"_L1);
    const bool isGet = request.method == "GET";
    if (isGet && isNext && !search)
        return methodNotAllowed(request.method);
    if (isGet && !isNext && request.rawQuery.size() > longestQuery)
        return htmlPage(404);
    const QByteArray text = search && (isGet || request.body.isEmpty()) ? search->toUtf8() : request.body;
    const auto body = parseObject(text);
    const auto parsed =
        body.and_then([&](const QJsonObject &object) { return parseQuery(m_store, endpoint.table, object); });
    if (!parsed)
        return refusal({parsed.error()});
    if (endpoint.shape == Shape::QueryCount)
        return jsonResponse(
            200,
            QJsonDocument(QJsonObject{{u"queryCount"_s, m_queries.count(endpoint.table, parsed->filter)}}));

    Cursor cursor{parsed->maxRecords};
    if (isNext) {
        const auto paging = parseObject(request.queryItem("paging"_L1).value_or(QString()).toUtf8());
        if (!paging)
            return refusal({paging.error()});
        cursor.pageSize = std::clamp(member(*paging, "pageSize"_L1).toInt(maxPageSize), 1, maxPageSize);
        for (const QJsonValue &id : member(*paging, "previousIds"_L1).toArray())
            cursor.previous.append(id.toInt());
        cursor.after = member(*paging, "nextIds"_L1).toArray().at(0).toInt(-1);
    }
    return page(request, endpoint.table, *parsed, cursor, isGet ? search : std::nullopt);
}

// The pages after the first are those of the same question to the whole collection.
PracticeResponse AutotaskPlatform::childQuery(const PracticeRequest &request, const Endpoint &endpoint,
                                              int parent) const
{
    const QJsonObject condition{{u"op"_s, u"eq"_s},
                                {u"field"_s, QLatin1StringView(childSpec(endpoint.table)->parentField)},
                                {u"value"_s, parent}};
    const QJsonObject body{{u"filter"_s, QJsonArray{condition}}};
    const auto parsed = parseQuery(m_store, endpoint.table, body);
    if (!parsed)
        return refusal({parsed.error()});
    return page(request, endpoint.table, *parsed, {},
                QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact)));
}

PracticeResponse AutotaskPlatform::page(const PracticeRequest &request, int table, const Query &query,
                                        const Cursor &cursor, const std::optional<QString> &search) const
{
    const Page found = m_queries.page(table, query.filter, cursor.after, cursor.pageSize);
    if (found.hasMore && query.selection && !query.selection->id)
        return refusal(
            {u"Invalid query syntax. IncludeFields must have the id when there is more than one page."_s});
    const auto link = [&](const QList<int> &previous, int after) {
        const QJsonObject paging{{u"pageSize"_s, cursor.pageSize},
                                 {u"previousIds"_s, toJson(previous)},
                                 {u"nextIds"_s, QJsonArray{after}}};
        QByteArray url = zoneUrl(request) + "V1.0/" + entity(table).collection + "/query/next?paging="
            + QJsonDocument(paging).toJson(QJsonDocument::Compact).toPercentEncoding();
        if (search)
            url += "&search=" + QUrl::toPercentEncoding(*search);
        return url;
    };

    PracticeResponse response;
    response.body.reserve(qsizetype(found.rows.size()) * 3000);
    JsonWriter out(response.body);
    out.beginObject();
    out.key("items");
    Renderer(m_store, table, m_quirks).rows(out, found.rows, query.selection);
    out.key("pageDetails");
    out.beginObject();
    out.key("count");
    out.number(qint64(found.rows.size()));
    out.key("requestCount");
    out.number(cursor.pageSize);
    out.key("prevPageUrl");
    if (cursor.previous.isEmpty())
        out.raw("null");
    else
        out.text(link(cursor.previous.first(cursor.previous.size() - 1), cursor.previous.constLast()));
    out.key("nextPageUrl");
    if (!found.hasMore)
        out.raw("null");
    else
        out.text(link(cursor.previous + QList<int>{cursor.after}, found.rows.back()->id));
    out.endObject();
    out.endObject();
    out.finish();
    return response;
}

PracticeResponse AutotaskPlatform::write(const PracticeRequest &request, const Endpoint &endpoint,
                                         const PracticeRoute &route)
{
    const bool isCreate = request.method == "POST";
    const bool isDelete = request.method == "DELETE";
    if (m_quirks.testFlag(Quirk::ReadOnlyUser) || endpoint.table == Resource)
        return refusal({noPermission(isCreate ? "create"_L1 : isDelete ? "delete"_L1 : "update"_L1)});
    WriteContext context{request.now, apiResource, m_quirks, request.body};
    if (endpoint.isChild)
        context.parent = route.ids.constFirst();
    RecordWriter writer(m_store, m_picklists, context);
    if (isDelete) {
        const Answer<int> removed = writer.remove(endpoint.table, route.ids.constLast());
        return removed ? itemId(*removed) : removed.error();
    }
    const QByteArray type = request.header("content-type").toLower();
    if (!type.isEmpty() && !type.contains("json"))
        return unsupportedMediaType(type);
    const auto body = parseObject(request.body);
    if (!body)
        return refusal({body.error()});
    if (!isCreate) {
        const auto mode = request.method == "PUT" ? RecordWriter::Mode::Replace : RecordWriter::Mode::Patch;
        const Answer<int> updated = writer.update(endpoint.table, mode, *body);
        return updated ? itemId(*updated) : updated.error();
    }
    const Answer<int> created = writer.create(endpoint.table, *body);
    if (!created)
        return created.error();
    PracticeResponse response = itemId(*created);
    response.creates = 1;
    return response;
}

PracticeResponse AutotaskPlatform::failure(const PracticeFailure &failure, const PracticeRequest &request,
                                           const PracticeRoute &route) const
{
    constexpr int serverErrorId = 1166;
    PracticeResponse response;
    switch (failure.kind) {
    case PracticeFailure::Kind::Validation: {
        const int table = route.endpoint >= 0 ? m_endpoints[size_t(route.endpoint)].table : Company;
        const std::span<const FieldSpec> specs =
            m_store.table(table < 0 ? int(Company) : table).spec().fields;
        return refusal({tooLong(QString::fromLatin1(specs.front().name)),
                        request.method == "POST" ? u"Error creating entity for record number [1]."_s
                                                 : u"Error updating entity for record number [1]."_s});
    }
    case PracticeFailure::Kind::ExpiredToken:
        return wrongCredentials();
    case PracticeFailure::Kind::Status:
        break;
    }
    if (failure.status == 429)
        response = tooManyThreads(false);
    else if (failure.status == 401)
        response = wrongCredentials();
    else if (failure.status == 403)
        response = refusal({noPermission("query"_L1)});
    else if (failure.status == 405)
        response = methodNotAllowed(request.method);
    else if (failure.status == 500)
        response = unexpectedError(serverErrorId);
    else
        response = htmlPage(failure.status);
    response.status = failure.status;
    if (failure.retryAfter)
        response.headers.emplaceBack("Retry-After"_ba, QByteArray::number(*failure.retryAfter));
    return response;
}

std::optional<AssetKind> AutotaskPlatform::doorKind(const QString &kind) const
{
    static const QHash<QString, AssetKind> names{{u"companies"_s, AssetKind::Organization},
                                                 {u"company"_s, AssetKind::Organization},
                                                 {u"organizations"_s, AssetKind::Organization},
                                                 {u"companylocations"_s, AssetKind::Location},
                                                 {u"companylocation"_s, AssetKind::Location},
                                                 {u"locations"_s, AssetKind::Location},
                                                 {u"contacts"_s, AssetKind::Contact},
                                                 {u"configurationitems"_s, AssetKind::Configuration},
                                                 {u"configurationitem"_s, AssetKind::Configuration},
                                                 {u"configurations"_s, AssetKind::Configuration}};
    if (const std::optional<AssetKind> known = kindFromName(kind))
        return known;
    const auto it = names.constFind(kind.toLower());
    return it == names.cend() ? std::nullopt : std::optional(it.value());
}

PracticeResponse AutotaskPlatform::doorRead(AssetKind kind, const PracticeRequest &request) const
{
    return doorList(tableOf(kind), request);
}

PracticeResponse AutotaskPlatform::doorChange(AssetKind kind, const PracticeDoorChange &change,
                                              const PracticeRequest &request)
{
    return doorWrite(tableOf(kind), change, request);
}

// Beside the four kinds every entity goes by its own name, as one ("product") or many ("Products").
std::optional<PracticeResponse> AutotaskPlatform::doorOther(const QString &name,
                                                            const PracticeDoorChange *change,
                                                            const PracticeRequest &request)
{
    for (int table = 0; table < routedTables; ++table) {
        const EntitySpec &spec = entity(table);
        if (name.compare(QLatin1StringView(spec.name), Qt::CaseInsensitive) == 0
            || name.compare(QLatin1StringView(spec.collection), Qt::CaseInsensitive) == 0)
            return change ? doorWrite(table, *change, request) : doorList(table, request);
    }
    return std::nullopt;
}

// With `?id=` one record, with `?after=` and `?limit=` some of them: a large server's whole list is hard to
// swallow.
PracticeResponse AutotaskPlatform::doorList(int table, const PracticeRequest &request) const
{
    const auto number = [&](QLatin1StringView name) -> std::optional<int> {
        bool ok = false;
        const int value = request.queryItem(name).value_or(QString()).toInt(&ok);
        return ok && value >= 0 ? std::optional(value) : std::nullopt;
    };
    const std::optional<int> wanted = number("id"_L1);
    const RecordTable &records = m_store.table(table);
    const int limit = wanted ? 1 : number("limit"_L1).value_or(std::numeric_limits<int>::max());
    size_t at = records.lowerBound(wanted ? *wanted : number("after"_L1).value_or(-1) + 1);
    std::vector<const StoredRecord *> rows;
    for (; at < records.records().size() && rows.size() < size_t(limit); ++at) {
        const StoredRecord &record = records.records()[at];
        if (!wanted || record.id == *wanted)
            rows.push_back(&record);
        else
            break;
    }
    PracticeResponse response;
    JsonWriter out(response.body);
    Renderer(m_store, table, {}).rows(out, rows, std::nullopt);
    out.finish();
    return response;
}

PracticeResponse AutotaskPlatform::doorWrite(int table, const PracticeDoorChange &change,
                                             const PracticeRequest &request)
{
    WriteContext context{request.now, deskResource, m_quirks, request.body};
    context.isTrusted = true;
    RecordWriter writer(m_store, m_picklists, context);
    const auto rendered = [&](int status, int id) {
        PracticeResponse response;
        response.status = status;
        response.body = Renderer(m_store, table, {}).record(*m_store.table(table).find(id));
        return response;
    };
    if (change.action == PracticeDoorChange::Action::Create) {
        const Answer<int> created = writer.create(table, change.set);
        return created ? rendered(201, *created) : created.error();
    }
    if (!m_store.table(table).find(change.id)) {
        PracticeResponse response = refusal({noMatch("update"_L1)});
        response.status = 404;
        return response;
    }
    if (change.action == PracticeDoorChange::Action::Delete) {
        PracticeResponse former = rendered(200, change.id);
        writer.removeForGood(table, change.id);
        return former;
    }
    QJsonObject body = change.set;
    body.insert("id"_L1, change.id);
    const Answer<int> updated = writer.update(table, RecordWriter::Mode::Patch, body);
    return updated ? rendered(200, *updated) : updated.error();
}

QStringList AutotaskPlatform::knownQuirks() const
{
    return allQuirkNames();
}

QStringList AutotaskPlatform::quirks() const
{
    return quirkNames(m_quirks);
}

Result<> AutotaskPlatform::setQuirks(const QStringList &quirks)
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
    m_failedSignIns = 0;
    return {};
}

Result<> AutotaskPlatform::openState(const QString &file)
{
    const Result<bool> loaded = m_store.load(file);
    if (!loaded)
        return tl::unexpected(loaded.error());
    m_stateFile = file;
    return m_store.save(file);
}

Result<> AutotaskPlatform::saveState()
{
    return m_stateFile.isEmpty() ? Result<>() : m_store.save(m_stateFile);
}

} // namespace tandem
