// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/kaseya/bmsplatform.h"

#include "practice/kaseya/bmsform.h"
#include "practice/kaseya/bmslists.h"
#include "practice/kaseya/bmsodata.h"
#include "practice/kaseya/bmspatch.h"
#include "practice/kaseya/bmsseeder.h"
#include "practice/sampleworld.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace tandem {

using namespace practicebms;

namespace {

constexpr int defaultPageSize = 50;
constexpr int tenantId = 4711;
constexpr qint64 itglueOffset = 7'000'000'000; // its ids do not fit into 32 bits
constexpr auto userName = "tandem.api"_L1;

// Where a path leads that no endpoint has.
enum SpecialEndpoint : int { UnknownEndpoint = -1, WrongMethod = -2 };

QString tr(const char *text)
{
    return QCoreApplication::translate("tandem::KaseyaPlatform", text);
}

QString seededPassword(quint32 seed)
{
    // What a form has to encode is in every one of them.
    QString password = u"+ &=%"_s;
    constexpr QLatin1StringView letters("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789");
    SampleRandom random(quint64(seed) * 1000003 + 21);
    for (int i = 0; i < 18; ++i)
        password.insert(random.below(int(password.size()) + 1),
                        letters.at(random.below(int(letters.size()))));
    // No blank at an end, where a person's copying would lose it.
    return u"Kb"_s + password + u"7!"_s;
}

bool isNumber(QByteArrayView segment)
{
    return !segment.isEmpty() && segment.size() < 10
        && std::all_of(segment.begin(), segment.end(), [](char c) { return c >= '0' && c <= '9'; });
}

QByteArrayList segmentsOf(const QByteArray &path)
{
    QByteArrayList segments;
    for (const QByteArray &segment : path.toLower().split('/')) {
        if (!segment.isEmpty())
            segments.append(segment);
    }
    return segments;
}

bool fits(const QByteArrayList &expected, const QByteArrayList &segments)
{
    if (expected.size() != segments.size())
        return false;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const bool isText = expected.at(i) == "{tablename}";
        const bool isId = !isText && expected.at(i).startsWith('{');
        if (isId ? !isNumber(segments.at(i)) : !isText && expected.at(i) != segments.at(i))
            return false;
    }
    return true;
}

Answer<QJsonDocument> readBody(const PracticeRequest &request)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError)
        return invalid(u"The request body is not valid JSON: %1."_s.arg(error.errorString()));
    return document;
}

Answer<QJsonObject> readObject(const PracticeRequest &request)
{
    const Answer<QJsonDocument> body = readBody(request);
    if (!body)
        return tl::unexpected(body.error());
    if (!body->isObject())
        return invalid(u"The request body must be a JSON object."_s);
    return body->object();
}

bool isJson(const PracticeRequest &request)
{
    return request.header("content-type").toLower().contains("json");
}

QString titleOf(int table)
{
    return QString::fromLatin1(tableSpecs()[size_t(table)].name);
}

/** Every field under its own name. */
std::vector<Member> plainMembers(int table)
{
    std::vector<Member> members{{"Id", Part::Id}};
    const std::span<const FieldSpec> fields = tableSpecs()[size_t(table)].fields;
    for (size_t i = 0; i < fields.size(); ++i)
        members.push_back({fields[i].name, Part::Value, int(i)});
    return members;
}

int tableOf(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return Account;
    case AssetKind::Location:
        return Location;
    case AssetKind::Contact:
        return Contact;
    case AssetKind::Configuration:
    case AssetKind::Count:
        break;
    }
    return Asset;
}

std::span<const Member> doorMembers(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return accountMembers();
    case AssetKind::Location:
        return ownLocationMembers();
    case AssetKind::Contact:
        return contactMembers();
    case AssetKind::Configuration:
    case AssetKind::Count:
        break;
    }
    return assetMembers();
}

} // namespace

std::span<const KaseyaPlatform::Endpoint> KaseyaPlatform::endpoints()
{
    using P = KaseyaPlatform;
    static const std::vector<Endpoint> list{
        {"POST", "/v2/security/authenticate", &P::authenticate, -1, nullptr, nullptr, Open},
        {"POST", "/v2/security/refreshtoken", &P::refreshToken, -1, nullptr, nullptr, Open},
        {"GET", "/v2/security/ssostatus", &P::ssoStatus, -1, nullptr, nullptr, Open},
        {"GET", "/v2/security/userinfo", &P::userInfo},
        {"GET", "/v2/system/settings", &P::settings},

        {"GET", "/v2/crm/accounts/summary", &P::list, Account, accountMembers, accountFilters,
         Paged | Counted},
        {"GET", "/v2/crm/accounts/summary/{id}", &P::item, Account, accountMembers, nullptr, MaybeBare},
        {"GET", "/v2/crm/accounts/lookup", &P::list, Account, accountLookupMembers, accountLookupFilters},
        {"POST", "/v2/crm/accounts", &P::create, Account, accountMembers},
        {"PUT", "/v2/crm/accounts/{id}", &P::replace, Account, accountMembers},
        {"PATCH", "/v2/crm/accounts/{id}", &P::patch, Account, accountMembers},
        {"GET", "/v2/crm/accounts/{accountId}/locations/lookup", &P::list, Location, locationLookupMembers},
        {"GET", "/v2/crm/accounts/{accountId}/locations/{locationId}", &P::item, Location, locationMembers},
        {"GET", "/v2/crm/accounts/{accountId}/contacts/lookup", &P::list, Contact, contactLookupMembers,
         contactLookupFilters},
        {"GET", "/v2/crm/accounts/{accountId}/contacts/{contactId}/summaryinfo", &P::summaryInfo, Contact},

        {"GET", "/v2/crm/contacts/summary", &P::list, Contact, contactListMembers, contactFilters,
         Paged | Counted},
        {"GET", "/v2/crm/contacts/summary/{id}", &P::item, Contact, contactListMembers, nullptr, MaybeBare},
        {"POST", "/v2/crm/contacts/summary", &P::create, Contact, newContactMembers},
        {"PUT", "/v2/crm/contacts/{id}", &P::replace, Contact, contactMembers},
        {"PATCH", "/v2/crm/contacts/{id}", &P::patch, Contact, contactMembers},
        {"DELETE", "/v2/crm/contacts/{id}", &P::remove, Contact},
        {"PATCH", "/v2/crm/contacts/{contactId}/emails", &P::patchChildren, Email, emailMembers},
        {"PATCH", "/v2/crm/contacts/{contactId}/phones", &P::patchChildren, Phone, phoneMembers},
        {"GET", "/v2/crm/contacts/search", &P::list, Contact, contactSearchMembers, contactSearchFilters,
         Paged},
        {"POST", "/v2/crm/contacts/search", &P::list, Contact, contactSearchMembers, contactSearchFilters,
         Paged | Search},

        {"GET", "/v2/servicedesk/hardwareasset/searchselect", &P::list, Asset, assetListMembers, assetFilters,
         Paged},
        {"GET", "/v2/servicedesk/hardwareasset/{assetId}", &P::item, Asset, assetMembers},
        {"POST", "/v2/servicedesk/hardwareasset", &P::create, Asset, assetMembers},
        {"PUT", "/v2/servicedesk/hardwareasset/{assetId}", &P::replace, Asset, assetMembers},
        {"DELETE", "/v2/servicedesk/hardwareasset/{assetId}", &P::remove, Asset},

        {"GET", "/v2/system/accounttypes/lookup", &P::list, AccountType, accountTypeMembers},
        {"GET", "/v2/hr/employees/lookup", &P::list, Employee, employeeMembers, employeeFilters},
        {"GET", "/v2/hr/assignees/lookup", &P::list, Employee, assigneeMembers, employeeFilters},
        {"GET", "/v2/system/lookup/{tableName}", &P::lookup},
        {"GET", "/v2/system/tenantlookup/{tableName}", &P::lookup},
        {"POST", "/v2/system/tenantlookup/{tableName}", &P::addListValue},
        {"GET", "/v2/system/customFields/{moduleId}", &P::customFields},
        {"GET", "/v2/system/customFields/{moduleId}/{objectId}", &P::customData},
        {"PUT", "/v2/system/customFields/data/{moduleId}/{entityId}/{customFieldId}", &P::setCustomValue},

        {"GET", "/v2/integrations/itglue/status", &P::itglueStatus},
        {"GET", "/v2/integrations/itglue/accounts/{accountId}/lookup", &P::itglueLookup, Account},
        {"GET", "/v2/integrations/itglue/locations/{locationId}/lookup", &P::itglueLookup, Location},
        {"GET", "/v2/integrations/itglue/contacts/{contactId}/lookup", &P::itglueLookup, Contact},
        {"GET", "/v2/integrations/itglue/hardwareassets/{hardwareassetId}/lookup", &P::itglueLookup, Asset},

        {"POST", "/api/token", &P::olderToken, -1, nullptr, nullptr, Open},
        {"GET", "/api/crm/accounts", &P::olderList, Account, accountMembers},
        {"POST", "/api/crm/accounts", &P::olderCreate, Account, accountMembers},
        {"GET", "/api/crm/accounts/types", &P::olderList, AccountType, accountTypeMembers},
        {"GET", "/api/crm/accounts/{id}", &P::olderItem, Account, accountMembers},
        {"PUT", "/api/crm/accounts/{id}", &P::olderReplace, Account, accountMembers},
        {"DELETE", "/api/crm/accounts/{id}", &P::olderRemove, Account},
        {"GET", "/api/crm/accounts/{id}/locations", &P::olderList, Location, ownLocationMembers},
        {"GET", "/api/crm/locations", &P::olderList, Location, ownLocationMembers},
        {"POST", "/api/crm/locations", &P::olderCreate, Location, ownLocationMembers},
        {"GET", "/api/crm/locations/{id}", &P::olderItem, Location, ownLocationMembers},
        {"PUT", "/api/crm/locations/{id}", &P::olderReplace, Location, ownLocationMembers},
        {"DELETE", "/api/crm/locations/{id}", &P::olderRemove, Location},
    };
    return list;
}

KaseyaPlatform::KaseyaPlatform(KaseyaBrand brand, const PracticeSeeding &seeding)
    : m_words(brand == KaseyaBrand::Bms ? BrandWords{"kaseya-bms", "BMS", "Harbor & Pine IT Services"}
                  : brand == KaseyaBrand::Vorex
                  ? BrandWords{"vorex", "Vorex", "Old Mill Managed Technology"}
                  : BrandWords{"pulseway-psa", "Pulseway PSA", "Kestrel Ridge Systems, Inc."})
    , m_store(tableSpecs())
    , m_password(seededPassword(seeding.seed))
{
    for (const Endpoint &endpoint : endpoints())
        m_templates.push_back(segmentsOf(endpoint.path));
    seed(m_store, seeding);
}

KaseyaPlatform::~KaseyaPlatform() = default;

QString KaseyaPlatform::name() const
{
    return QString::fromLatin1(m_words.name);
}

QJsonObject KaseyaPlatform::credentials(const QString &url) const
{
    return {{u"server"_s, url},
            {u"tenant"_s, QString::fromLatin1(m_words.tenant)},
            {u"user_name"_s, QString(userName)},
            {u"password"_s, m_password}};
}

bool KaseyaPlatform::isOlder(const PracticeRequest &request)
{
    return request.path.toLower().startsWith("/api/");
}

bool KaseyaPlatform::isWrite(const Endpoint &endpoint)
{
    return qstrcmp(endpoint.method, "GET") != 0 && !(endpoint.flags & (Open | Search));
}

PracticeRoute KaseyaPlatform::route(const PracticeRequest &request) const
{
    PracticeRoute route;
    route.path = u"(unknown)"_s;
    route.endpoint = UnknownEndpoint;
    QByteArrayList segments = segmentsOf(request.path);
    if (!segments.isEmpty() && segments.first() == "api2")
        segments.removeFirst();
    const std::span<const Endpoint> all = endpoints();
    for (size_t i = 0; i < all.size(); ++i) {
        if (!fits(m_templates[i], segments))
            continue;
        const bool isMethod = request.method == all[i].method;
        route.path = QString::fromLatin1(all[i].path);
        route.endpoint = isMethod ? int(i) : WrongMethod;
        route.isWrite = isMethod && isWrite(all[i]);
        if (isMethod)
            break;
    }
    for (const QByteArray &segment : std::as_const(segments)) {
        if (isNumber(segment))
            route.ids.append(segment.toInt());
    }
    return route;
}

PracticeResponse KaseyaPlatform::refuse(const PracticeRequest &request, const Problem &problem) const
{
    if (!isOlder(request))
        return refused(m_quirks, problem);
    if (problem.kind != Problem::Kind::Security)
        return olderRefused(problem);
    return jsonResponse(
        401,
        QJsonDocument(QJsonObject{{u"Message"_s, u"Authorization has been denied for this request."_s}}));
}

PracticeResponse KaseyaPlatform::answer(const PracticeRequest &request, const PracticeRoute &route)
{
    const bool isAway = isOlder(request) && m_quirks.has(Quirk::NoV1);
    if (route.endpoint == UnknownEndpoint || isAway)
        return nothingThere(404);
    if (route.endpoint == WrongMethod)
        return nothingThere(405);
    const Endpoint &endpoint = endpoints()[size_t(route.endpoint)];
    const QByteArray authorization = request.header("authorization").trimmed();
    const bool isBearer =
        authorization.first(std::min<qsizetype>(7, authorization.size())).toLower() == "bearer ";
    const TokenDesk::Api api = isOlder(request) ? TokenDesk::Api::V1 : TokenDesk::Api::V2;
    const bool isKnown = isBearer
        && m_tokens.counts(authorization.sliced(7).trimmed(), api, m_quirks.has(Quirk::SharedTokens),
                           request.now);
    if (!(endpoint.flags & Open) && !isKnown)
        return refuse(request, {Problem::Kind::Security});
    const QString budgetName = QLatin1StringView(endpoint.method) + u' ' + route.path;
    if (const int wait = m_budget.take(budgetName, m_quirks.budget, request.now); wait > 0)
        return overBudget(m_quirks.budget,
                          m_quirks.has(Quirk::RetryAfter) ? std::optional(wait) : std::nullopt);
    if (isWrite(endpoint) && m_quirks.has(Quirk::ReadOnlyUser))
        return refuse(request, {Problem::Kind::Denied, {u"The role has no right to do this."_s}});
    const bool hasBody = isWrite(endpoint) && request.method != "DELETE";
    if (hasBody && !isJson(request))
        return nothingThere(415);
    return (this->*endpoint.handler)({request, endpoint, route.ids});
}

Renderer KaseyaPlatform::renderer() const
{
    return Renderer(m_store, m_quirks, QString::fromLatin1(m_words.tenant), m_quirks.has(Quirk::PascalCase));
}

// The older API has always answered in PascalCase.
Renderer KaseyaPlatform::olderRenderer() const
{
    return Renderer(m_store, m_quirks, QString::fromLatin1(m_words.tenant), true);
}

WriteContext KaseyaPlatform::writeContext(const PracticeRequest &request) const
{
    return {request.now, apiEmployee, m_quirks};
}

// ---- signing in

bool KaseyaPlatform::mayEnter(const QString &tenant, const QString &user, const QString &password) const
{
    return tenant == QLatin1StringView(m_words.tenant) && user.compare(userName, Qt::CaseInsensitive) == 0
        && password == m_password;
}

QByteArray KaseyaPlatform::tokenJson(const Tokens &tokens) const
{
    const Times times(m_quirks);
    const auto moment = [&](const QDateTime &at) {
        return QString::fromLatin1(times.date(at.toMSecsSinceEpoch()));
    };
    return spelled({{u"AccessToken"_s, QString::fromLatin1(tokens.access)},
                    {u"RefreshToken"_s, QString::fromLatin1(tokens.refresh)},
                    {u"AccessTokenExpireOn"_s, moment(tokens.accessExpires)},
                    {u"RefreshTokenExpireOn"_s, moment(tokens.refreshExpires)}},
                   m_quirks.has(Quirk::PascalCase));
}

PracticeResponse KaseyaPlatform::authenticate(const Call &call)
{
    const std::optional<Form> form = readForm(call.request.header("content-type"), call.request.body);
    if (!form)
        return nothingThere(415);
    if (form->value(u"granttype"_s).compare("password"_L1, Qt::CaseInsensitive) != 0)
        return refused(m_quirks, {Problem::Kind::Invalid, {u"The GrantType field is not valid."_s}});
    if (!mayEnter(form->value(u"tenant"_s), form->value(u"username"_s), form->value(u"password"_s)))
        return refused(m_quirks, {Problem::Kind::Security, {u"The user name or password is wrong."_s}});
    constexpr int codeLength = 6;
    if (m_quirks.has(Quirk::MfaRequired) && form->value(u"mfacode"_s).size() != codeLength)
        return refused(m_quirks, {Problem::Kind::Security, {u"The MFA code is required."_s}});
    return succeeded(m_quirks,
                     tokenJson(m_tokens.issue(TokenDesk::Api::V2, call.request.now, m_quirks.tokenLife)));
}

PracticeResponse KaseyaPlatform::refreshToken(const Call &call)
{
    const std::optional<Form> form = readForm(call.request.header("content-type"), call.request.body);
    if (!form)
        return nothingThere(415);
    std::optional<Tokens> tokens;
    if (!m_quirks.has(Quirk::NoRefresh))
        tokens =
            m_tokens.renew(form->value(u"accesstoken"_s).toLatin1(),
                           form->value(u"refreshtoken"_s).toLatin1(), call.request.now, m_quirks.tokenLife);
    if (!tokens)
        return refused(m_quirks, {Problem::Kind::Security, {u"The refresh token is not valid."_s}});
    return succeeded(m_quirks, tokenJson(*tokens));
}

PracticeResponse KaseyaPlatform::ssoStatus(const Call &)
{
    return succeeded(m_quirks,
                     spelled({{u"Enabled"_s, false}, {u"LoginEndpointUrl"_s, QJsonValue()}},
                             m_quirks.has(Quirk::PascalCase)));
}

PracticeResponse KaseyaPlatform::userInfo(const Call &call)
{
    const QTimeZone zone{QByteArray(userZone)};
    const double hours = zone.offsetFromUtc(call.request.now) / 3600.0;
    const QByteArray now = Times(m_quirks).moment(call.request.now.toMSecsSinceEpoch());
    const bool mayWrite = !m_quirks.has(Quirk::ReadOnlyUser);
    const QJsonObject right{{u"CanView"_s, true}, {u"CanModify"_s, mayWrite}, {u"CanDelete"_s, mayWrite},
                            {u"MainMenuId"_s, 1}, {u"MenuCategoryId"_s, 1},   {u"ListingIDEnum"_s, 1}};
    const QJsonObject info{{u"UserId"_s, apiEmployee},
                           {u"FullName"_s, fullName(m_store, Employee, apiEmployee)},
                           {u"EmailAddress"_s, u"tandem.api@practice-msp.example"_s},
                           {u"TimeStamp"_s, QString::fromLatin1(now)},
                           {u"TimeZoneValue"_s, hours},
                           {u"TimeZoneName"_s, u"Eastern Standard Time"_s},
                           {u"OlsonTimeZoneName"_s, QString::fromLatin1(userZone)},
                           {u"DateFormat"_s, u"MM/dd/yyyy"_s},
                           {u"TimeFormat"_s, u"hh:mm tt"_s},
                           {u"TimeFormatWithSeconds"_s, u"hh:mm:ss tt"_s},
                           {u"TenantId"_s, tenantId},
                           {u"AccountId"_s, QJsonValue()},
                           {u"LocationId"_s, QJsonValue()},
                           {u"ContactId"_s, QJsonValue()},
                           {u"BusinessName"_s, QString::fromLatin1(m_words.tenant)},
                           {u"UserAccessRights"_s, QJsonArray{right}},
                           {u"SpecialFeatures"_s, QJsonArray{QJsonObject{{u"Id"_s, 1}}}},
                           {u"ViewsMenus"_s, QJsonArray()},
                           {u"QueuesMenus"_s, QJsonArray()},
                           {u"CurrencyCode"_s, u"USD"_s},
                           {u"CultureCode"_s, u"en-US"_s},
                           {u"FilesVersionNumber"_s, u"5.58"_s},
                           {u"NewTicketingUI"_s, true},
                           {u"IsUserSystemAdmin"_s, false},
                           {u"ProductName"_s, QString::fromLatin1(m_words.product)},
                           {u"PictureUrl"_s, QJsonValue()},
                           {u"OpenIdRealmId"_s, QJsonValue()}};
    return succeeded(m_quirks, spelled(info, m_quirks.has(Quirk::PascalCase)));
}

PracticeResponse KaseyaPlatform::settings(const Call &)
{
    const QString product = QString::fromLatin1(m_words.product);
    const QJsonObject settings{{u"DefaultPageSize"_s, defaultPageSize},
                               {u"WorkforcePlannerDefaultPageSize"_s, defaultPageSize},
                               {u"DefaultSideBarPageSize"_s, 20},
                               {u"CustomFieldsMaxShownItems"_s, 10},
                               {u"MaximumAttachmentFileSizeinMb"_s, 25},
                               {u"BrandName"_s, product},
                               {u"ProductName"_s, product}};
    return succeeded(m_quirks, spelled(settings, m_quirks.has(Quirk::PascalCase)));
}

// ---- reading

PracticeResponse KaseyaPlatform::list(const Call &call)
{
    const Endpoint &endpoint = call.endpoint;
    const Answer<Question> question = Question::read(call.request);
    if (!question)
        return refused(m_quirks, question.error());
    int ownerField = -1;
    int owner = 0;
    if (!call.ids.isEmpty()) {
        ownerField = endpoint.table == Location ? location::account : contact::account;
        owner = call.ids.constFirst();
        if (!m_store.table(Account).find(owner))
            return refused(m_quirks, missing(u"Account %1"_s.arg(owner)).value());
    }
    const std::span<const FilterSpec> filters =
        endpoint.filters ? endpoint.filters() : std::span<const FilterSpec>();
    const auto found = find(m_store, endpoint.table, filters, *question, Times(m_quirks), ownerField, owner);
    if (!found)
        return refused(m_quirks, found.error());
    const bool isPaged = endpoint.flags & Paged;
    int pageSize = question->pageSize() == 0 && isPaged ? defaultPageSize : question->pageSize();
    pageSize = std::min(pageSize, m_quirks.pageCap);
    const std::vector<const StoredRecord *> page = pageOf(*found, pageSize, question->pageNumber());
    const auto total = endpoint.flags & Counted ? std::optional(qint64(found->size())) : std::nullopt;
    return succeeded(m_quirks, renderer().rows(endpoint.table, page, endpoint.members()), total);
}

// Below an account only its own locations are found.
PracticeResponse KaseyaPlatform::item(const Call &call)
{
    const int table = call.endpoint.table;
    const int id = call.ids.constLast();
    const RecordTable &records = m_store.table(table);
    const StoredRecord *record = records.find(id);
    const bool isForeign =
        record && call.ids.size() > 1 && records.integer(*record, location::account) != call.ids.constFirst();
    if (!record || isForeign)
        return refused(m_quirks, missing(u"%1 %2"_s.arg(titleOf(table)).arg(id)).value());
    const QByteArray body = renderer().one(table, id, call.endpoint.members());
    if (!(call.endpoint.flags & MaybeBare) || !m_quirks.has(Quirk::BareSummary))
        return succeeded(m_quirks, body);
    PracticeResponse response;
    response.body = body;
    return response;
}

PracticeResponse KaseyaPlatform::summaryInfo(const Call &call)
{
    const RecordTable &contacts = m_store.table(Contact);
    const StoredRecord *record = contacts.find(call.ids.constLast());
    if (!record || contacts.integer(*record, contact::account) != call.ids.constFirst())
        return refused(m_quirks, missing(u"Contact %1"_s.arg(call.ids.constLast())).value());
    const RecordDraft person = contacts.unpack(*record);
    const RecordTable &accounts = m_store.table(Account);
    const RecordDraft account = accounts.unpack(*accounts.find(int(person.integer(contact::account))));
    const RecordTable &types = m_store.table(AccountType);
    const StoredRecord *type = types.find(int(account.integer(account::type)));
    const int locationId = int(person.integer(contact::location));
    const StoredRecord *place = m_store.table(Location).find(locationId);
    const RecordTable &addresses = m_store.table(Address);
    RecordDraft address = addresses.emptyDraft();
    for (const int id : addresses.idsByReference(address::location, locationId)) {
        if (addresses.integer(*addresses.find(id), address::isMain) != 0)
            address = addresses.unpack(*addresses.find(id));
    }
    const auto text = [](const QString &value) { return value.isEmpty() ? QJsonValue() : QJsonValue(value); };
    const QJsonObject seen =
        QJsonDocument::fromJson(
            Renderer(m_store, m_quirks, {}, true).one(Contact, record->id, contactLookupMembers()))
            .object();
    const QJsonObject info{
        {u"Id"_s, record->id},
        {u"ContactName"_s, text(fullName(m_store, Contact, record->id))},
        {u"ContactPhone"_s, seen.value("Phone"_L1)},
        {u"ContactEmailAddress"_s, seen.value("EmailAddress"_L1)},
        {u"ClientName"_s, text(account.text(account::name))},
        {u"LocationName"_s, text(place ? m_store.table(Location).text(*place, location::name) : QString())},
        {u"LocationId"_s, locationId},
        {u"AccountType"_s, text(type ? types.text(*type, accounttype::name) : QString())},
        {u"Website"_s, text(account.text(account::website))},
        {u"PhoneNumber"_s, text(address.text(address::phone))},
        {u"FaxNumber"_s, text(address.text(address::fax))},
        {u"Address1"_s, text(address.text(address::line1))},
        {u"Address2"_s, text(address.text(address::line2))},
        {u"City"_s, text(address.text(address::city))},
        {u"State"_s, text(address.text(address::state))},
        {u"ZipCode"_s, text(address.text(address::zipCode))},
        {u"Country"_s, text(address.text(address::country))},
        {u"TenantId"_s, tenantId},
        {u"IsActive"_s, person.isOn(contact::isActive)},
        {u"AccountId"_s, int(person.integer(contact::account))}};
    return succeeded(m_quirks, spelled(info, m_quirks.has(Quirk::PascalCase)));
}

// ---- writing

Answer<int> KaseyaPlatform::created(const Call &call, int table)
{
    const Answer<QJsonObject> body = readObject(call.request);
    if (!body)
        return tl::unexpected(body.error());
    RecordWriter writer(m_store, writeContext(call.request));
    switch (table) {
    case Account:
        return writer.createAccount(*body);
    case Location:
        return writer.createLocation(*body);
    case Contact:
        return writer.createContact(*body);
    default:
        return writer.createAsset(*body);
    }
}

Answer<int> KaseyaPlatform::replaced(const Call &call, int table)
{
    const Answer<QJsonObject> body = readObject(call.request);
    if (!body)
        return tl::unexpected(body.error());
    return RecordWriter(m_store, writeContext(call.request))
        .update(table, call.ids.constFirst(), RecordWriter::Mode::Replace, *body);
}

PracticeResponse KaseyaPlatform::create(const Call &call)
{
    const Answer<int> id = created(call, call.endpoint.table);
    if (!id)
        return refused(m_quirks, id.error());
    PracticeResponse response =
        succeeded(m_quirks, renderer().one(call.endpoint.table, *id, call.endpoint.members()));
    response.creates = 1;
    return response;
}

PracticeResponse KaseyaPlatform::replace(const Call &call)
{
    const Answer<int> id = replaced(call, call.endpoint.table);
    if (!id)
        return refused(m_quirks, id.error());
    return succeeded(m_quirks, renderer().one(call.endpoint.table, *id, call.endpoint.members()));
}

PracticeResponse KaseyaPlatform::patch(const Call &call)
{
    const Answer<QJsonDocument> body = readBody(call.request);
    if (!body)
        return refused(m_quirks, body.error());
    if (!body->isArray())
        return refused(m_quirks, invalid(u"The request body must be a JSON Patch."_s).value());
    const Answer<int> id = RecordWriter(m_store, writeContext(call.request))
                               .patch(call.endpoint.table, call.ids.constFirst(), body->array());
    if (!id)
        return refused(m_quirks, id.error());
    return succeeded(m_quirks, renderer().one(call.endpoint.table, *id, call.endpoint.members()));
}

PracticeResponse KaseyaPlatform::patchChildren(const Call &call)
{
    const int table = call.endpoint.table;
    const int owner = call.ids.constFirst();
    const Answer<QJsonDocument> body = readBody(call.request);
    if (!body)
        return refused(m_quirks, body.error());
    if (!body->isArray())
        return refused(m_quirks, invalid(u"The request body must be an array of operations."_s).value());
    const Answer<ChildCounts> counts =
        RecordWriter(m_store, writeContext(call.request)).patchChildren(table, owner, body->array());
    if (!counts)
        return refused(m_quirks, counts.error());
    QByteArray result;
    Wire wire(result, m_quirks.has(Quirk::PascalCase));
    wire.json().beginObject();
    wire.key("Added");
    wire.json().number(counts->added);
    wire.key("Updated");
    wire.json().number(counts->updated);
    wire.key("Deleted");
    wire.json().number(counts->deleted);
    wire.key(table == Email ? "Emails" : "Phones");
    wire.json().raw(renderer().children(table, email::contact, owner, call.endpoint.members()));
    wire.json().endObject();
    wire.json().finish();
    return succeeded(m_quirks, result);
}

PracticeResponse KaseyaPlatform::remove(const Call &call)
{
    const Answer<int> id =
        RecordWriter(m_store, writeContext(call.request)).remove(call.endpoint.table, call.ids.constFirst());
    return id ? nothingThere(200) : refused(m_quirks, id.error());
}

// ---- lists and custom fields

QString KaseyaPlatform::listName(const Call &call) const
{
    return QUrl::fromPercentEncoding(call.request.path.sliced(call.request.path.lastIndexOf('/') + 1));
}

PracticeResponse KaseyaPlatform::lookup(const Call &call)
{
    const QString name = listName(call);
    const ListSpec *list = m_quirks.has(Quirk::HiddenLists) ? nullptr : findList(name);
    const bool isTenantRoute = QByteArrayView(call.endpoint.path).contains("tenantlookup");
    if (!list || (isTenantRoute && !list->isTenant))
        return refused(m_quirks, missing(u"Lookup table '%1'"_s.arg(name)).value());
    std::vector<const StoredRecord *> rows;
    for (const int id : valuesOf(m_store, list->name))
        rows.push_back(m_store.table(ListValue).find(id));
    return succeeded(m_quirks, renderer().rows(ListValue, rows, listValueMembers()));
}

PracticeResponse KaseyaPlatform::addListValue(const Call &call)
{
    const ListSpec *list = m_quirks.has(Quirk::HiddenLists) ? nullptr : findList(listName(call));
    if (!list || !list->isTenant)
        return refused(m_quirks, missing(u"Lookup table '%1'"_s.arg(listName(call))).value());
    const Answer<QJsonObject> body = readObject(call.request);
    if (!body)
        return refused(m_quirks, body.error());
    const Answer<int> id =
        RecordWriter(m_store, writeContext(call.request)).createListValue(list->name, *body);
    if (!id)
        return refused(m_quirks, id.error());
    return lookup(call);
}

PracticeResponse KaseyaPlatform::customFields(const Call &call)
{
    const int module = call.ids.constFirst();
    if (moduleName(module).isEmpty())
        return refused(m_quirks, missing(u"Module %1"_s.arg(module)).value());
    const bool withInactive =
        call.request.queryItem("withInactive"_L1).value_or(QString()).toLower() == "true"_L1;
    return succeeded(m_quirks, renderer().customFields(module, withInactive));
}

PracticeResponse KaseyaPlatform::customData(const Call &call)
{
    const int module = call.ids.constFirst();
    const int table = module == AccountModule ? Account : module == ContactModule ? Contact : Asset;
    const int entity = call.ids.constLast();
    if (moduleName(module).isEmpty() || !m_store.table(table).find(entity))
        return refused(m_quirks, missing(u"Record %1 of module %2"_s.arg(entity).arg(module)).value());
    return succeeded(m_quirks, renderer().customData(module, entity));
}

PracticeResponse KaseyaPlatform::setCustomValue(const Call &call)
{
    const Answer<QJsonObject> body = readObject(call.request);
    if (!body)
        return refused(m_quirks, body.error());
    const Answer<int> id =
        RecordWriter(m_store, writeContext(call.request))
            .setCustomValue(call.ids.at(0), call.ids.at(1), call.ids.at(2), member(*body, u"Value"_s));
    return id ? succeeded(m_quirks, renderer().customValue(*id)) : refused(m_quirks, id.error());
}

// ---- the vendor's own IT Glue integration

PracticeResponse KaseyaPlatform::itglueStatus(const Call &)
{
    const bool isOn = m_quirks.has(Quirk::NativeITGlue);
    const QJsonObject status{{u"MasterTenantId"_s, QJsonValue()},
                             {u"ItGlueAccountId"_s, isOn ? QJsonValue(itglueOffset) : QJsonValue()},
                             {u"IsEnabled"_s, isOn},
                             {u"Subdomain"_s, isOn ? QJsonValue(u"practice-msp"_s) : QJsonValue()},
                             {u"Region"_s, 1},
                             {u"IsTicketSyncEnabled"_s, false}};
    return succeeded(m_quirks, spelled(status, m_quirks.has(Quirk::PascalCase)));
}

// With the integration on, every record that is there has its twin.
PracticeResponse KaseyaPlatform::itglueLookup(const Call &call)
{
    const int table = call.endpoint.table;
    const int id = call.ids.constFirst();
    const RecordTable &records = m_store.table(table);
    const StoredRecord *record = records.find(id);
    if (!record)
        return refused(m_quirks, missing(u"%1 %2"_s.arg(titleOf(table)).arg(id)).value());
    const QString name = table == Contact ? fullName(m_store, Contact, id)
        : table == Account                ? records.text(*record, account::name)
        : table == Location               ? records.text(*record, location::name)
                                          : records.text(*record, asset::name);
    const bool isOn = m_quirks.has(Quirk::NativeITGlue);
    const QJsonObject twin{{u"Id"_s, isOn ? itglueOffset + id : 0},
                           {u"Name"_s, isOn ? QJsonValue(name) : QJsonValue()}};
    return succeeded(m_quirks, spelled(twin, m_quirks.has(Quirk::PascalCase)));
}

// ---- the older API

PracticeResponse KaseyaPlatform::olderToken(const Call &call)
{
    const std::optional<Form> form = readForm(call.request.header("content-type"), call.request.body);
    if (!form || form->value(u"grant_type"_s) != "password"_L1)
        return olderSignInRefused(u"unsupported_grant_type"_s, u"The grant_type must be password."_s);
    if (!mayEnter(form->value(u"tenant"_s), form->value(u"username"_s), form->value(u"password"_s)))
        return olderSignInRefused(u"invalid_grant"_s, u"The user name or password is incorrect."_s);
    const Tokens tokens = m_tokens.issue(TokenDesk::Api::V1, call.request.now, m_quirks.tokenLife);
    return jsonResponse(200,
                        QJsonDocument(QJsonObject{{u"access_token"_s, QString::fromLatin1(tokens.access)},
                                                  {u"token_type"_s, u"bearer"_s},
                                                  {u"expires_in"_s, m_quirks.tokenLife}}));
}

PracticeResponse KaseyaPlatform::olderList(const Call &call)
{
    const int table = call.endpoint.table;
    std::vector<const StoredRecord *> rows;
    if (call.ids.isEmpty()) {
        for (const StoredRecord &record : m_store.table(table).records())
            rows.push_back(&record);
    } else {
        const int owner = call.ids.constFirst();
        if (!m_store.table(Account).find(owner))
            return olderRefused(missing(u"Account %1"_s.arg(owner)).value());
        for (const int id : m_store.table(table).idsByReference(location::account, owner))
            rows.push_back(m_store.table(table).find(id));
    }
    const QByteArray all = olderRenderer().rows(table, rows, call.endpoint.members());
    const Answer<ODataPage> page =
        odataPage(QJsonDocument::fromJson(all).array(), call.request, m_quirks.pageCap);
    if (!page)
        return olderRefused(page.error());
    return olderSucceeded(QJsonDocument(page->rows).toJson(QJsonDocument::Compact), page->total);
}

PracticeResponse KaseyaPlatform::olderItem(const Call &call)
{
    const int table = call.endpoint.table;
    const int id = call.ids.constFirst();
    if (!m_store.table(table).find(id))
        return olderRefused(missing(u"%1 %2"_s.arg(titleOf(table)).arg(id)).value());
    return olderSucceeded(olderRenderer().one(table, id, call.endpoint.members()));
}

PracticeResponse KaseyaPlatform::olderCreate(const Call &call)
{
    const Answer<int> id = created(call, call.endpoint.table);
    if (!id)
        return olderRefused(id.error());
    PracticeResponse response =
        olderSucceeded(olderRenderer().one(call.endpoint.table, *id, call.endpoint.members()));
    response.creates = 1;
    return response;
}

PracticeResponse KaseyaPlatform::olderReplace(const Call &call)
{
    const Answer<int> id = replaced(call, call.endpoint.table);
    if (!id)
        return olderRefused(id.error());
    return olderSucceeded(olderRenderer().one(call.endpoint.table, *id, call.endpoint.members()));
}

PracticeResponse KaseyaPlatform::olderRemove(const Call &call)
{
    const Answer<int> id =
        RecordWriter(m_store, writeContext(call.request)).remove(call.endpoint.table, call.ids.constFirst());
    return id ? olderSucceeded("true") : olderRefused(id.error());
}

// ---- faults

PracticeResponse KaseyaPlatform::failure(const PracticeFailure &failure, const PracticeRequest &request,
                                         const PracticeRoute &route) const
{
    switch (failure.kind) {
    case PracticeFailure::Kind::Validation: {
        const int table = route.endpoint >= 0 ? endpoints()[size_t(route.endpoint)].table : -1;
        const FieldSpec &field = tableSpecs()[size_t(table < 0 ? int(Account) : table)].fields.front();
        return refuse(request,
                      {Problem::Kind::Invalid,
                       {u"The field %1 must be a string with a maximum length of %2."_s
                            .arg(QLatin1StringView(field.name))
                            .arg(std::max(1, field.maxLength)),
                        u"The record was not saved."_s}});
    }
    case PracticeFailure::Kind::ExpiredToken:
        return refuse(request, {Problem::Kind::Security});
    case PracticeFailure::Kind::Status:
        break;
    }
    PracticeResponse response;
    if (failure.status == 429)
        response = overBudget(m_quirks.budget, std::nullopt);
    else if (failure.status == 401)
        response = refuse(request, {Problem::Kind::Security});
    else if (failure.status == 403)
        response = refuse(request, {Problem::Kind::Denied, {u"The role has no right to do this."_s}});
    else if (failure.status == 404 || failure.status == 405 || failure.status == 415)
        response = nothingThere(failure.status);
    else if (failure.status > 500)
        response = htmlPage(failure.status);
    else
        response = failed(m_quirks, failure.status, u"An unexpected error has occurred."_s);
    response.status = failure.status;
    if (failure.retryAfter)
        response.headers.emplaceBack("Retry-After"_ba, QByteArray::number(*failure.retryAfter));
    return response;
}

// ---- the control door

std::optional<AssetKind> KaseyaPlatform::doorKind(const QString &kind) const
{
    static const QHash<QString, AssetKind> names{{u"account"_s, AssetKind::Organization},
                                                 {u"accounts"_s, AssetKind::Organization},
                                                 {u"organizations"_s, AssetKind::Organization},
                                                 {u"locations"_s, AssetKind::Location},
                                                 {u"contacts"_s, AssetKind::Contact},
                                                 {u"asset"_s, AssetKind::Configuration},
                                                 {u"assets"_s, AssetKind::Configuration},
                                                 {u"hardwareasset"_s, AssetKind::Configuration},
                                                 {u"hardwareassets"_s, AssetKind::Configuration},
                                                 {u"configurations"_s, AssetKind::Configuration}};
    if (const std::optional<AssetKind> known = kindFromName(kind))
        return known;
    const auto it = names.constFind(kind.toLower());
    return it == names.cend() ? std::nullopt : std::optional(it.value());
}

PracticeResponse KaseyaPlatform::doorRead(AssetKind kind, const PracticeRequest &request) const
{
    return doorList(tableOf(kind), doorMembers(kind), request);
}

PracticeResponse KaseyaPlatform::doorChange(AssetKind kind, const PracticeDoorChange &change,
                                            const PracticeRequest &request)
{
    return doorWrite(tableOf(kind), doorMembers(kind), change, request);
}

// Beside the four kinds: account types, employees, custom fields, their values, and every list by its name.
std::optional<PracticeResponse> KaseyaPlatform::doorOther(const QString &name,
                                                          const PracticeDoorChange *change,
                                                          const PracticeRequest &request)
{
    static const QHash<QString, int> tables{{u"accounttypes"_s, AccountType},
                                            {u"employees"_s, Employee},
                                            {u"customfields"_s, CustomField},
                                            {u"customvalues"_s, CustomValue}};
    const ListSpec *list = findList(name);
    const int table = list ? int(ListValue) : tables.value(name.toLower(), -1);
    if (table < 0)
        return std::nullopt;
    const std::vector<Member> members = plainMembers(table);
    const char *listName = list ? list->name : nullptr;
    return change ? doorWrite(table, members, *change, request, listName)
                  : doorList(table, members, request, listName);
}

// With `?id=` one record, with `?after=` and `?limit=` some of them: a large server's whole list is hard to
// swallow.
PracticeResponse KaseyaPlatform::doorList(int table, std::span<const Member> members,
                                          const PracticeRequest &request, const char *onlyList) const
{
    const auto number = [&](QLatin1StringView name) -> std::optional<int> {
        bool ok = false;
        const int value = request.queryItem(name).value_or(QString()).toInt(&ok);
        return ok && value >= 0 ? std::optional(value) : std::nullopt;
    };
    const std::optional<int> wanted = number("id"_L1);
    const RecordTable &records = m_store.table(table);
    const auto limit = size_t(number("limit"_L1).value_or(std::numeric_limits<int>::max()));
    std::vector<const StoredRecord *> rows;
    for (size_t at = records.lowerBound(wanted ? *wanted : number("after"_L1).value_or(-1) + 1);
         at < records.records().size() && rows.size() < limit; ++at) {
        const StoredRecord &record = records.records()[at];
        if (wanted && record.id != *wanted)
            break;
        if (!onlyList || isInList(m_store, onlyList, record.id))
            rows.push_back(&record);
    }
    PracticeResponse response;
    response.body =
        Renderer(m_store, {}, QString::fromLatin1(m_words.tenant), false).rows(table, rows, members);
    return response;
}

PracticeResponse KaseyaPlatform::doorWrite(int table, std::span<const Member> members,
                                           const PracticeDoorChange &change, const PracticeRequest &request,
                                           const char *listName)
{
    Quirks quirks = m_quirks;
    quirks.flags.setFlag(Quirk::ErrorsAre400);
    quirks.flags.setFlag(Quirk::PascalCase, false);
    RecordWriter writer(m_store, {request.now, deskEmployee, quirks, true});
    const auto rendered = [&](int status, int id) {
        PracticeResponse response;
        response.status = status;
        response.body =
            Renderer(m_store, {}, QString::fromLatin1(m_words.tenant), false).one(table, id, members);
        return response;
    };
    Answer<int> done;
    switch (change.action) {
    case PracticeDoorChange::Action::Create:
        if (listName)
            done = writer.createListValue(listName, change.set);
        else if (table == Account)
            done = writer.createAccount(change.set);
        else if (table == Location)
            done = writer.createLocation(change.set);
        else if (table == Contact)
            done = writer.createContact(change.set);
        else if (table == Asset)
            done = writer.createAsset(change.set);
        else
            done = writer.createOther(table, change.set);
        return done ? rendered(201, *done) : refused(quirks, done.error());
    case PracticeDoorChange::Action::Update:
        done = writer.update(table, change.id, RecordWriter::Mode::Amend, change.set);
        return done ? rendered(200, *done) : refused(quirks, done.error());
    case PracticeDoorChange::Action::Delete:
        break;
    }
    PracticeResponse former = rendered(200, change.id);
    done = writer.remove(table, change.id);
    return done ? former : refused(quirks, done.error());
}

QStringList KaseyaPlatform::knownQuirks() const
{
    return allQuirkNames();
}

QStringList KaseyaPlatform::quirks() const
{
    return quirkNames(m_quirks);
}

Result<> KaseyaPlatform::setQuirks(const QStringList &quirks)
{
    const tl::expected<Quirks, QString> read = readQuirks(quirks);
    if (!read)
        return fail(
            ErrorCode::BadInput,
            tr("There is no quirk \"%1\". There are: %2.").arg(read.error(), allQuirkNames().join(", "_L1)));
    m_quirks = *read;
    m_budget.clear();
    return {};
}

Result<> KaseyaPlatform::openState(const QString &file)
{
    const Result<bool> loaded = m_store.load(file);
    if (!loaded)
        return tl::unexpected(loaded.error());
    m_stateFile = file;
    return m_store.save(file);
}

Result<> KaseyaPlatform::saveState()
{
    return m_stateFile.isEmpty() ? Result<>() : m_store.save(m_stateFile);
}

} // namespace tandem
