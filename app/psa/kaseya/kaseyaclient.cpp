// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/kaseya/kaseyaclient.h"

#include "core/contactpoint.h"
#include "core/logging.h"
#include "core/record.h"
#include "psa/kaseya/kaseyajson.h"

#include <QJsonArray>

#include <algorithm>
#include <chrono>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace kaseya;

namespace {

const QString activeId = u"1"_s;
const QString inactiveId = u"0"_s;
const QString organizationField = u"organization"_s;

/** Moments of change may be read as the tenant's own time, which is at most this far from the world's. */
constexpr auto farthestZone = 14h;

QString textIn(const RemoteValues &values, const QString &field)
{
    return values.value(field).toString().trimmed();
}

bool isNumber(const QString &id)
{
    return !idOf(QJsonValue(id)).isEmpty();
}

/** A table that the PSA does not have by this name may be answered in any of these ways. */
bool isAboutTable(ErrorCode code)
{
    return code == ErrorCode::NotFound || code == ErrorCode::Rejected || code == ErrorCode::BadAnswer
        || code == ErrorCode::ServerFault || code == ErrorCode::NotAllowed;
}

/** Lists of the map whose values are tables. */
QString keyOf(OptionList list)
{
    return optionListName(list);
}

} // namespace

KaseyaClient::KaseyaClient(const QString &address, const Credentials &credentials, HttpClient *http,
                           const FieldMap &map)
    : m_map(map)
    , m_api(map.platform(), address, credentials, http)
    , m_http(http)
{
}

KaseyaClient::~KaseyaClient() = default;

bool KaseyaClient::listsAll(AssetKind) const
{
    return true;
}

void KaseyaClient::useSettings(const SyncSettings &settings)
{
    if (settings.extraValue(tableNamesKey()) != m_settings.extraValue(tableNamesKey())) {
        m_tableless.clear();
        m_sampled.clear();
    }
    m_settings = settings;
}

ErrorContext KaseyaClient::about(AssetKind kind, const QString &field) const
{
    return {.platform = m_map.platform(), .kind = kind, .map = &m_map.kind(kind), .field = field};
}

Error KaseyaClient::badId(const QString &id) const
{
    return {.code = ErrorCode::NotFound,
            .message = tr("%1 gives no such ids as “%2”.").arg(platformTitle(m_map.platform()), id)};
}

RemoteRecord KaseyaClient::take(AssetKind kind, const Row &row, Shape shape, const QString &parentId)
{
    harvest(kind, row, m_map.kind(kind), m_names);
    return recordFrom(kind, row, m_map.kind(kind), m_names, shape, parentId);
}

QList<RemoteRecord> KaseyaClient::takeLocations(const Row &account)
{
    const KindMap &map = m_map.kind(AssetKind::Location);
    for (const QJsonValue &location : member(account, u"locations"_s).toArray()) {
        for (const QJsonValue &address : member(location.toObject(), u"addresses"_s).toArray())
            harvest(AssetKind::Location, address.toObject(), map, m_names);
    }
    return locationsIn(account, map, m_names);
}

// ---- connecting ---------------------------------------------------------------------------------

/** They are read by the number of a module, one record at a time, and no source tells the numbers (kaseya.md, "Endpoints"). */
QCoro::Task<Result<QList<TenantField>>> KaseyaClient::customFields(AssetKind)
{
    const Error error {.code = ErrorCode::NotAllowed,
                       .message = tr("Custom fields of %1 cannot be mapped: it gives them one record at a time only, and "
                                     "does not publish how their modules are numbered.")
                                      .arg(platformTitle(m_map.platform()))};
    const Result<QList<TenantField>> refused = fail(error);
    co_return refused;
}

void KaseyaClient::useMap(const FieldMap &map)
{
    m_map = map;
}

QCoro::Task<Result<ServerInfo>> KaseyaClient::signIn()
{
    const Result<> signedIn = co_await m_api.signIn(Priority::Foreground);
    if (!signedIn) {
        const Result<ServerInfo> failed = fail(signedIn.error());
        co_return failed;
    }
    const KaseyaApi::Call who{.path = u"/v2/security/userinfo"_s};
    const Result<KaseyaApi::Answer> user = co_await m_api.call(who);
    if (!user) {
        const Result<ServerInfo> failed = fail(user.error());
        co_return failed;
    }
    const QString business = textOf(member(user->result.toObject(), u"businessName"_s));
    ServerInfo info{.product = platformTitle(m_map.platform()),
                    .company = business.isEmpty() ? m_api.tenant() : business,
                    .baseUrl = m_api.servers().api.toString()};
    info.warning = co_await warning();
    const Result<ServerInfo> result = info;
    co_return result;
}

QCoro::Task<QString> KaseyaClient::warning()
{
    const KaseyaApi::Call status{.path = u"/v2/integrations/itglue/status"_s,
                                 .priority = Priority::Background};
    const Result<KaseyaApi::Answer> answer = co_await m_api.call(status);
    if (!answer) // nothing stands or falls with it
        qCInfo(lcPsa) << "Whether the PSA syncs with IT Glue could not be read:"
                      << errorCodeName(answer.error().code);
    const bool isOn = answer && member(answer->result.toObject(), u"isEnabled"_s).toBool();
    const QString text = isOn
        ? tr("%1 says that its own IT Glue integration is on. Two programs that sync the same tenant "
             "overwrite each other's changes: switch one of them off.")
              .arg(platformTitle(m_map.platform()))
        : QString();
    co_return text;
}

std::optional<HttpRequest> KaseyaClient::probe() const
{
    QUrl url(m_api.servers().api);
    url.setPath(u"/v2/security/ssostatus"_s);
    url.setQuery(QString::fromLatin1("Tenant=" + QUrl::toPercentEncoding(m_api.tenant())), QUrl::StrictMode);
    return HttpRequest{.method = "GET", .url = url, .route = u"GET /v2/security/ssostatus"_s};
}

QUrl KaseyaClient::webLink(AssetKind, RemoteKey) const
{
    return {};
}

// ---- lists --------------------------------------------------------------------------------------

QList<RemoteOption> KaseyaClient::activeAndInactive(OptionList list) const
{
    return {{.list = list, .remoteId = activeId, .name = u"Active"_s, .isDefault = true},
            {.list = list, .remoteId = inactiveId, .name = u"Inactive"_s}};
}

bool KaseyaClient::tellsAll(OptionList list) const
{
    return !m_tableless.contains(keyOf(list));
}

QCoro::Task<Result<QList<RemoteOption>>> KaseyaClient::options(OptionList list)
{
    QList<RemoteOption> options;
    if (list == OptionList::OrganizationStatus || list == OptionList::ConfigurationStatus) {
        const Result<QList<RemoteOption>> fixed = activeAndInactive(list);
        co_return fixed;
    }
    const QString nothing;
    Result<QMap<QString, QString>> names = QMap<QString, QString>();
    if (list == OptionList::OrganizationType)
        names = co_await accountTypes();
    else if (list == OptionList::Member)
        names = co_await employees(nothing);
    else if (m_map.tables().contains(keyOf(list)))
        names = co_await lookUp(keyOf(list));
    if (!names) {
        const Result<QList<RemoteOption>> failed = fail(names.error());
        co_return failed;
    }
    for (auto it = names->constBegin(); it != names->constEnd(); ++it) {
        options.append({.list = list,
                        .remoteId = it.key(),
                        .name = it.value(),
                        .isActive = !m_inactive.contains(QString(keyOf(list) + u'/' + it.key()))});
    }
    const Result<QList<RemoteOption>> result = options;
    co_return result;
}

QCoro::Task<Result<QMap<QString, QString>>> KaseyaClient::accountTypes()
{
    const KaseyaApi::Call wanted{.path = u"/v2/system/accounttypes/lookup"_s};
    const Result<KaseyaApi::Answer> answer = co_await m_api.call(wanted);
    if (!answer) {
        const Result<QMap<QString, QString>> failed = fail(answer.error());
        co_return failed;
    }
    QMap<QString, QString> types;
    for (const QJsonValue &each : answer->result.toArray()) {
        const Row row = each.toObject();
        const QString id = idOf(member(row, u"id"_s));
        const QString name = textOf(member(row, u"name"_s));
        const QString key = keyOf(OptionList::OrganizationType) + u'/' + id;
        if (id.isEmpty() || name.isEmpty())
            continue;
        types.insert(id, name);
        if (member(row, u"isActive"_s).toBool(true))
            m_inactive.remove(key);
        else
            m_inactive.insert(key);
    }
    const Result<QMap<QString, QString>> result = types;
    co_return result;
}

QCoro::Task<Result<QMap<QString, QString>>> KaseyaClient::employees(QString search)
{
    KaseyaApi::List list{.path = u"/v2/hr/employees/lookup"_s};
    if (!search.isEmpty())
        list.filter.append({u"Filter.Name"_s, search});
    const Result<QList<QJsonObject>> rows = co_await m_api.all(list);
    if (!rows) {
        const Result<QMap<QString, QString>> failed = fail(rows.error());
        co_return failed;
    }
    QMap<QString, QString> people;
    for (const Row &row : *rows) {
        const QString id = idOf(member(row, u"id"_s));
        const QString name = textOf(member(row, u"name"_s));
        if (!id.isEmpty() && !name.isEmpty())
            people.insert(id, name);
    }
    const Result<QMap<QString, QString>> result = people;
    co_return result;
}

QCoro::Task<Result<QMap<QString, QString>>> KaseyaClient::table(QString key, QString name, bool isTenants)
{
    const QString path = isTenants ? u"/v2/system/tenantlookup/"_s : u"/v2/system/lookup/"_s;
    const KaseyaApi::Call wanted{.path = QString(path + name), .route = QString(path + "{tableName}"_L1)};
    const Result<KaseyaApi::Answer> answer = co_await m_api.call(wanted);
    if (!answer) {
        const Result<QMap<QString, QString>> failed = fail(answer.error());
        co_return failed;
    }
    QMap<QString, QString> values;
    for (const QJsonValue &each : answer->result.toArray()) {
        const Row row = each.toObject();
        const QString id = idOf(member(row, u"id"_s));
        const QString text = textOf(member(row, u"name"_s));
        const QString place = key + u'/' + id;
        if (id.isEmpty() || text.isEmpty())
            continue;
        values.insert(id, text);
        if (member(row, u"isActive"_s).toBool(true))
            m_inactive.remove(place);
        else
            m_inactive.insert(place);
    }
    const Result<QMap<QString, QString>> result = values;
    co_return result;
}

/** Some records, for a list of values that no table tells. */
QCoro::Task<Result<>> KaseyaClient::sample(QString key)
{
    KaseyaApi::List list{.path = u"/v2/crm/accounts/summary"_s};
    AssetKind kind = AssetKind::Organization;
    if (key == keyOf(OptionList::EmailType) || key == keyOf(OptionList::PhoneType)) {
        kind = AssetKind::Contact;
        list.path = u"/v2/crm/contacts/summary"_s;
    } else if (key == keyOf(OptionList::ConfigurationType)) {
        kind = AssetKind::Configuration;
        list.path = u"/v2/servicedesk/hardwareasset/searchselect"_s;
    }
    const QString start;
    const Result<KaseyaApi::Rows> rows = co_await m_api.page(list, start);
    if (!rows) {
        const Result<> failed = fail(rows.error());
        co_return failed;
    }
    for (const Row &row : rows->rows) {
        harvest(kind, row, m_map.kind(kind), m_names);
        if (kind == AssetKind::Organization) {
            const QList<RemoteRecord> locations = takeLocations(row);
            Q_UNUSED(locations);
        }
    }
    m_sampled.insert(key);
    const Result<> done;
    co_return done;
}

QCoro::Task<Result<QMap<QString, QString>>> KaseyaClient::lookUp(QString key)
{
    const auto others =
        tableNamesFrom(m_settings.extraValue(tableNamesKey())).value_or(QHash<QString, QString>());
    const LookupTable known = m_map.tables().value(key);
    const QString name = others.value(key, known.name);
    // A table may be the vendor's in one product and the tenant's in another.
    for (const bool isTenants : {known.isTenants, !known.isTenants}) {
        if (name.isEmpty() || m_tableless.contains(key))
            break;
        const Result<QMap<QString, QString>> values = co_await table(key, name, isTenants);
        if (!values && !isAboutTable(values.error().code)) {
            const Result<QMap<QString, QString>> failed = fail(values.error());
            co_return failed;
        }
        if (values && !values->isEmpty()) {
            m_names[key].insert(*values);
            const Result<QMap<QString, QString>> result = *values;
            co_return result;
        }
    }
    m_tableless.insert(key);
    if (!m_sampled.contains(key)) {
        qCInfo(lcPsa).noquote() << "No table of values for" << key << "by the name" << name
                                << "- records are looked at instead";
        const Result<> looked = co_await sample(key);
        if (!looked) {
            const Result<QMap<QString, QString>> failed = fail(looked.error());
            co_return failed;
        }
    }
    const Result<QMap<QString, QString>> result = m_names.value(key);
    co_return result;
}

QCoro::Task<Result<QList<SettingChoice>>> KaseyaClient::settingChoices(QString key, QString search)
{
    QList<SettingChoice> choices;
    if (key == "business_type"_L1) {
        const Result<QMap<QString, QString>> types = co_await lookUp(key);
        if (!types) {
            const Result<QList<SettingChoice>> failed = fail(types.error());
            co_return failed;
        }
        for (auto it = types->constBegin(); it != types->constEnd(); ++it) {
            if (it.value().contains(search.trimmed(), Qt::CaseInsensitive)
                && !m_inactive.contains(QString(key + u'/' + it.key())))
                choices.append({.id = it.key(), .name = it.value()});
        }
    }
    const Result<QList<SettingChoice>> result = choices;
    co_return result;
}

/** The ids of all labels that the values have; lists are read again if one is not known. */
QCoro::Task<Result<>> KaseyaClient::learnTypes(RemoteValues values)
{
    const std::array lists{std::pair(u"emails"_s, OptionList::EmailType),
                           std::pair(u"phones"_s, OptionList::PhoneType)};
    for (const auto &[field, list] : lists) {
        const QStringList known = m_names.value(keyOf(list)).values();
        const QList<ContactPoint> points = contactPointsFromJson(values.value(field).toArray());
        const bool isKnown = std::all_of(points.begin(), points.end(), [&](const ContactPoint &point) {
            return known.contains(point.label, Qt::CaseInsensitive);
        });
        if (isKnown)
            continue;
        m_sampled.remove(keyOf(list));
        const QString key = keyOf(list);
        const Result<QMap<QString, QString>> read = co_await lookUp(key);
        if (!read) {
            const Result<> failed = fail(read.error());
            co_return failed;
        }
    }
    const Result<> done;
    co_return done;
}

// ---- reading ------------------------------------------------------------------------------------

Result<KaseyaApi::List> KaseyaClient::listFor(AssetKind kind, const PageRequest &request) const
{
    KaseyaApi::List list{.priority = request.priority};
    if (!request.organizationId.isEmpty() && !isNumber(request.organizationId))
        return fail(badId(request.organizationId));
    switch (kind) {
    case AssetKind::Organization:
    case AssetKind::Location:
        list.path = u"/v2/crm/accounts/summary"_s;
        break;
    case AssetKind::Contact:
        list.path = u"/v2/crm/contacts/summary"_s;
        break;
    case AssetKind::Configuration:
        list.path = u"/v2/servicedesk/hardwareasset/searchselect"_s;
        break;
    case AssetKind::Count:
        break;
    }
    if (!request.organizationId.isEmpty())
        list.filter.append({u"Filter.AccountId"_s, request.organizationId});
    if (request.changedSince.isValid() && kind != AssetKind::Configuration) {
        const QDateTime since =
            request.changedSince.addSecs(-std::chrono::seconds(farthestZone).count()).toUTC();
        list.filter.append({u"Filter.ModifiedOnFrom"_s, since.toString(u"yyyy-MM-ddThh:mm:ssZ"_s)});
    }
    return list;
}

QCoro::Task<Result<RemotePage>> KaseyaClient::page(AssetKind kind, PageRequest request)
{
    const bool isOfOne = !request.organizationId.isEmpty();
    if (kind == AssetKind::Location) {
        const Result<RemotePage> locations = co_await locationPage(request);
        co_return locations;
    }
    RemotePage page;
    if (kind == AssetKind::Organization && isOfOne) {
        const RemoteKey key{.id = request.organizationId};
        const Result<RemoteRecord> one = co_await read(kind, key);
        if (!one) {
            const Result<RemotePage> failed = fail(one.error());
            co_return failed;
        }
        page.records = {*one};
        const Result<RemotePage> result = page;
        co_return result;
    }
    const Result<KaseyaApi::List> list = listFor(kind, request);
    if (!list) {
        const Result<RemotePage> failed = fail(list.error());
        co_return failed;
    }
    if (kind == AssetKind::Organization && request.cursor.isEmpty()) {
        m_locations.clear();
        m_hasLocations = false;
        m_locationsSince = request.changedSince;
    }
    const Result<KaseyaApi::Rows> found = co_await m_api.page(*list, request.cursor);
    if (!found) {
        const Result<RemotePage> failed = fail(found.error());
        co_return failed;
    }
    m_totals.insert(kind, found->total);
    page.nextCursor = found->nextCursor;
    for (const Row &row : found->rows) {
        RemoteRecord record = take(kind, row, kind == AssetKind::Configuration ? Shape::Thin : Shape::Whole);
        if (record.key.id.isEmpty())
            continue;
        record.wire = {}; // thousands of them wait to be written down
        page.records.append(record);
        if (kind == AssetKind::Organization)
            m_locations.append(takeLocations(row));
    }
    for (RemoteRecord &location : m_locations)
        location.wire = {};
    m_hasLocations = kind == AssetKind::Organization ? page.nextCursor.isEmpty() : m_hasLocations;
    const Result<RemotePage> result = page;
    co_return result;
}

/** Locations are those of the accounts, which were read just before in a pull. */
QCoro::Task<Result<RemotePage>> KaseyaClient::locationPage(PageRequest request)
{
    RemotePage page;
    if (!request.organizationId.isEmpty()) {
        const RemoteKey key{.id = request.organizationId};
        const Result<Row> account = co_await readRow(AssetKind::Organization, key, request.priority);
        if (!account) {
            const Result<RemotePage> failed = fail(account.error());
            co_return failed;
        }
        page.records = takeLocations(*account);
        const Result<RemotePage> result = page;
        co_return result;
    }
    if (request.cursor.isEmpty() && m_hasLocations && m_locationsSince == request.changedSince) {
        page.records = std::exchange(m_locations, {});
        m_hasLocations = false;
        const Result<RemotePage> result = page;
        co_return result;
    }
    const Result<KaseyaApi::List> list = listFor(AssetKind::Location, request);
    const Result<KaseyaApi::Rows> found = co_await m_api.page(*list, request.cursor);
    if (!found) {
        const Result<RemotePage> failed = fail(found.error());
        co_return failed;
    }
    page.nextCursor = found->nextCursor;
    for (const Row &account : found->rows)
        page.records.append(takeLocations(account));
    for (RemoteRecord &location : page.records)
        location.wire = {};
    const Result<RemotePage> result = page;
    co_return result;
}

QCoro::Task<Result<qint64>> KaseyaClient::count(AssetKind kind, PageRequest request)
{
    // The lists that tell their length do so on each page, so that who reads one knows it already.
    const bool isRead = !request.cursor.isEmpty();
    const bool isTold = kind == AssetKind::Organization || kind == AssetKind::Contact;
    if (isRead || !isTold) {
        const Result<qint64> known = isRead ? m_totals.value(kind, -1) : -1;
        co_return known;
    }
    const Result<KaseyaApi::List> list = listFor(kind, request);
    if (!list) {
        const Result<qint64> failed = fail(list.error());
        co_return failed;
    }
    const Result<qint64> total = co_await m_api.total(*list);
    co_return total;
}

QCoro::Task<Result<KaseyaClient::Row>> KaseyaClient::readRow(AssetKind kind, RemoteKey key, Priority priority)
{
    const bool isBelow = kind == AssetKind::Location;
    if (!isNumber(key.id) || (isBelow && !isNumber(key.parentId))) {
        const Result<Row> missing = fail(badId(isNumber(key.id) ? key.parentId : key.id));
        co_return missing;
    }
    QString path;
    switch (kind) {
    case AssetKind::Organization:
        path = u"/v2/crm/accounts/summary/"_s;
        break;
    case AssetKind::Location:
        path = u"/v2/crm/accounts/%1/locations/"_s.arg(key.parentId);
        break;
    case AssetKind::Contact:
        path = u"/v2/crm/contacts/summary/"_s;
        break;
    case AssetKind::Configuration:
        path = u"/v2/servicedesk/hardwareasset/"_s;
        break;
    case AssetKind::Count:
        break;
    }
    const QString route = isBelow ? u"/v2/crm/accounts/{id}/locations/{id}"_s : QString(path + "{id}"_L1);
    const KaseyaApi::Call wanted{
        .path = QString(path + key.id), .route = route, .about = about(kind), .priority = priority};
    const Result<KaseyaApi::Answer> answer = co_await m_api.call(wanted);
    if (!answer) {
        const Result<Row> failed = fail(answer.error());
        co_return failed;
    }
    const Row row = answer->result.toObject();
    if (idOf(member(row, u"id"_s)) != key.id) {
        const Result<Row> missing = fail(
            ErrorCode::NotFound, tr("%1 does not have this record.").arg(platformTitle(m_map.platform())));
        co_return missing;
    }
    const Result<Row> result = row;
    co_return result;
}

QCoro::Task<Result<RemoteRecord>> KaseyaClient::read(AssetKind kind, RemoteKey key)
{
    const Result<Row> row = co_await readRow(kind, key, Priority::Foreground);
    if (!row) {
        const Result<RemoteRecord> failed = fail(row.error());
        co_return failed;
    }
    const Result<RemoteRecord> result = take(kind, *row, Shape::Whole, key.parentId);
    co_return result;
}

QCoro::Task<Result<QList<RemoteRecord>>> KaseyaClient::readMany(AssetKind kind, QList<RemoteKey> keys)
{
    QList<RemoteRecord> records;
    std::vector<QCoro::Task<Result<RemoteRecord>>> underWay;
    for (const RemoteKey &key : std::as_const(keys))
        underWay.push_back(read(kind, key));
    std::optional<Error> error;
    for (QCoro::Task<Result<RemoteRecord>> &each : underWay) {
        const Result<RemoteRecord> record = co_await each;
        if (record)
            records.append(*record);
        else if (record.error().code != ErrorCode::NotFound)
            error = record.error();
    }
    const Result<QList<RemoteRecord>> result = error ? Result<QList<RemoteRecord>>(fail(*error)) : records;
    co_return result;
}

QCoro::Task<Result<QList<RemoteRecord>>> KaseyaClient::findSimilar(AssetKind kind, RemoteValues values)
{
    const PageRequest request{.organizationId = textIn(values, organizationField),
                              .priority = Priority::Foreground};
    QList<RemoteRecord> records;
    if (kind == AssetKind::Location) {
        const Result<RemotePage> below = co_await locationPage(request);
        const Result<QList<RemoteRecord>> locations =
            below ? Result<QList<RemoteRecord>>(below->records) : fail(below.error());
        co_return locations;
    }
    Result<KaseyaApi::List> list = listFor(kind, request);
    if (!list) {
        const Result<QList<RemoteRecord>> failed = fail(list.error());
        co_return failed;
    }
    const auto narrow = [&](const QString &filter, const QString &field) {
        if (const QString text = textIn(values, field); !text.isEmpty())
            list->filter.append({filter, text});
    };
    if (kind == AssetKind::Organization) {
        narrow(u"Filter.AccountName"_s, u"name"_s);
    } else if (kind == AssetKind::Contact) {
        narrow(u"Filter.FirstName"_s, u"first_name"_s);
        narrow(u"Filter.LastName"_s, u"last_name"_s);
    } else {
        narrow(u"Filter.AssetName"_s, u"name"_s);
    }
    const Result<QList<QJsonObject>> rows = co_await m_api.all(*list);
    if (!rows) {
        const Result<QList<RemoteRecord>> failed = fail(rows.error());
        co_return failed;
    }
    for (const Row &row : *rows) {
        const RemoteRecord record = take(kind, row);
        if (kind != AssetKind::Configuration) {
            records.append(record);
            continue;
        }
        // Its MAC address, by which it matches too, is only in the whole record.
        if (textIn(record.values, u"name"_s).compare(textIn(values, u"name"_s), Qt::CaseInsensitive) != 0)
            continue;
        const RemoteKey key = record.key;
        const Result<RemoteRecord> whole = co_await read(kind, key);
        if (!whole && whole.error().code != ErrorCode::NotFound) {
            const Result<QList<RemoteRecord>> failed = fail(whole.error());
            co_return failed;
        }
        if (whole)
            records.append(*whole);
    }
    const Result<QList<RemoteRecord>> result = records;
    co_return result;
}

// ---- writing ------------------------------------------------------------------------------------

/** It was written, and what became of it is for the next look to tell. */
Error KaseyaClient::halfDone(Error error) const
{
    error.code = ErrorCode::OutcomeUnknown;
    error.message = tr("%1 took the change, but not all of it, or could not be asked what it made of it. "
                       "Tandem looks again "
                       "before it sends anything.")
                        .arg(platformTitle(m_map.platform()));
    return error;
}

QCoro::Task<Result<RemoteRecord>> KaseyaClient::readBack(AssetKind kind, RemoteKey key)
{
    const Result<RemoteRecord> record = co_await read(kind, key);
    const Result<RemoteRecord> result =
        record ? record : Result<RemoteRecord>(fail(halfDone(record.error())));
    co_return result;
}

/** Answers what is in the envelope; an id alone as an object with it. */
QCoro::Task<Result<KaseyaClient::Row>> KaseyaClient::write(QByteArray method, QString path, QString route,
                                                           QJsonDocument body, ErrorContext about,
                                                           Interface side)
{
    // Only a JSON Patch has paths; the lists of emails and phones are changed by objects of their own.
    const bool isPatch = body.array().at(0).toObject().contains("path"_L1);
    const KaseyaApi::Call wanted{.method = method,
                                 .path = path,
                                 .route = route,
                                 .body = body,
                                 .isPatch = isPatch,
                                 .side = side,
                                 .about = about};
    const Result<KaseyaApi::Answer> answer = co_await m_api.call(wanted);
    if (!answer) {
        const Result<Row> failed = fail(answer.error());
        co_return failed;
    }
    const Row row = answer->result.isObject() ? answer->result.toObject()
                                              : Row{{u"id"_s, QJsonValue(idOf(answer->result))}};
    const Result<Row> result = row;
    co_return result;
}

QCoro::Task<Result<RemoteRecord>> KaseyaClient::create(AssetKind kind, RemoteValues values)
{
    Result<RemoteRecord> made = fail(ErrorCode::Internal, QString());
    switch (kind) {
    case AssetKind::Organization:
        made = co_await createAccount(values);
        break;
    case AssetKind::Location:
        made = co_await createLocation(values);
        break;
    case AssetKind::Contact:
        made = co_await createContact(values);
        break;
    case AssetKind::Configuration:
        made = co_await createAsset(values);
        break;
    case AssetKind::Count:
        break;
    }
    co_return made;
}

QCoro::Task<Result<RemoteRecord>> KaseyaClient::createAccount(RemoteValues values)
{
    const AssetKind kind = AssetKind::Organization;
    const Result<QJsonObject> body = accountBody(m_map.platform(), values, m_map, m_settings);
    if (!body) {
        const Result<RemoteRecord> failed = fail(body.error());
        co_return failed;
    }
    const QString path = u"/v2/crm/accounts"_s;
    const Result<Row> made =
        co_await write("POST", path, path, QJsonDocument(*body), about(kind), Interface::V2);
    if (!made) {
        const Result<RemoteRecord> failed = fail(made.error());
        co_return failed;
    }
    Row row = *made;
    if (!member(row, u"locations"_s).isArray()) {
        const RemoteKey key{.id = idOf(member(row, u"id"_s))};
        const Result<Row> read = co_await readRow(kind, key, Priority::Foreground);
        if (!read) {
            const Result<RemoteRecord> open = fail(halfDone(read.error()));
            co_return open;
        }
        row = *read;
    }
    RemoteRecord record = take(kind, row);
    if (record.key.id.isEmpty()) {
        const Result<RemoteRecord> open = fail(halfDone({}));
        co_return open;
    }
    record.children = takeLocations(row);
    const Result<RemoteRecord> result = record;
    co_return result;
}

QCoro::Task<Result<RemoteRecord>> KaseyaClient::createContact(RemoteValues values)
{
    const AssetKind kind = AssetKind::Contact;
    const Result<> known = co_await learnTypes(values);
    const Result<QJsonObject> body =
        known ? contactBody(values, m_map.kind(kind), m_names) : fail(known.error());
    if (!body) {
        const Result<RemoteRecord> failed = fail(body.error());
        co_return failed;
    }
    const QString path = u"/v2/crm/contacts/summary"_s;
    const Result<Row> made =
        co_await write("POST", path, path, QJsonDocument(*body), about(kind), Interface::V2);
    if (!made) {
        const Result<RemoteRecord> failed = fail(made.error());
        co_return failed;
    }
    const RemoteKey key{.id = idOf(member(*made, u"id"_s))};
    // A new contact takes only some of its fields; the others go at once after it.
    RemoteValues rest;
    for (const QString &field : {u"title"_s, u"important"_s}) {
        if (!isBlank(values.value(field)) && values.value(field) != QJsonValue(false))
            rest.insert(field, values.value(field));
    }
    if (!rest.isEmpty() && !key.id.isEmpty()) {
        const Result<Row> patched = co_await patch(kind, key.id, rest);
        if (!patched) {
            const Result<RemoteRecord> open = fail(halfDone(patched.error()));
            co_return open;
        }
    }
    const Result<RemoteRecord> result = co_await readBack(kind, key);
    co_return result;
}

QCoro::Task<Result<RemoteRecord>> KaseyaClient::createAsset(RemoteValues values)
{
    const AssetKind kind = AssetKind::Configuration;
    const Result<QJsonObject> body = assetBody(values, m_map.kind(kind));
    if (!body) {
        const Result<RemoteRecord> failed = fail(body.error());
        co_return failed;
    }
    const QString path = u"/v2/servicedesk/hardwareasset"_s;
    const Result<Row> made =
        co_await write("POST", path, path, QJsonDocument(*body), about(kind), Interface::V2);
    if (!made) {
        const Result<RemoteRecord> failed = fail(made.error());
        co_return failed;
    }
    const RemoteRecord record = take(kind, *made);
    if (isRecord(kind, *made, m_map.kind(kind))) {
        const Result<RemoteRecord> result = record;
        co_return result;
    }
    const RemoteKey key = record.key;
    const Result<RemoteRecord> result = co_await readBack(kind, key);
    co_return result;
}

Result<> KaseyaClient::mayWriteLocations() const
{
    if (m_settings.isOn(u"allow_v1"_s))
        return {};
    return fail(ErrorCode::BadInput,
                tr("%1 cannot make or change locations by its current interface (V2). Allow the old "
                   "interface (V1) in Sync "
                   "Settings.")
                    .arg(platformTitle(m_map.platform())));
}

QCoro::Task<Result<RemoteRecord>> KaseyaClient::createLocation(RemoteValues values)
{
    const AssetKind kind = AssetKind::Location;
    const QString account = textIn(values, organizationField);
    const Result<> mayWrite = mayWriteLocations();
    const Result<QJsonObject> body =
        mayWrite ? locationBody({}, account, values, m_map.kind(kind)) : fail(mayWrite.error());
    if (!body) {
        const Result<RemoteRecord> failed = fail(body.error());
        co_return failed;
    }
    const QString path = u"/api/crm/locations"_s;
    const Result<Row> made =
        co_await write("POST", path, path, QJsonDocument(*body), about(kind), Interface::V1);
    if (!made) {
        const Result<RemoteRecord> failed = fail(made.error());
        co_return failed;
    }
    const RemoteKey key{.id = idOf(member(*made, u"id"_s)), .parentId = account};
    const Result<RemoteRecord> result = co_await readBack(kind, key);
    co_return result;
}

QCoro::Task<Result<RemoteRecord>> KaseyaClient::updateLocation(RemoteRecord current, RemoteValues changes)
{
    const AssetKind kind = AssetKind::Location;
    const QString account = current.key.parentId;
    const Result<> mayWrite = mayWriteLocations();
    if (mayWrite && changes.contains(organizationField)) {
        const Result<RemoteRecord> rooted = fail(
            Error{.code = ErrorCode::BadInput,
                  .message = tr("%1 cannot move a location to another account. Make a new one there instead.")
                                 .arg(platformTitle(m_map.platform())),
                  .field = organizationField});
        co_return rooted;
    }
    const Result<QJsonObject> body =
        mayWrite ? locationBody(current.wire, account, changes, m_map.kind(kind)) : fail(mayWrite.error());
    if (!body) {
        const Result<RemoteRecord> failed = fail(body.error());
        co_return failed;
    }
    const QString path = u"/api/crm/locations/"_s;
    const Result<Row> changed =
        co_await write("PUT", QString(path + current.key.id), QString(path + "{id}"_L1), QJsonDocument(*body),
                       about(kind), Interface::V1);
    if (!changed) {
        const Result<RemoteRecord> failed = fail(changed.error());
        co_return failed;
    }
    const Result<RemoteRecord> result = co_await readBack(kind, current.key);
    co_return result;
}

/** Answers the record as the PSA has it after a JSON Patch, or an empty object when there was nothing to
 * send. */
QCoro::Task<Result<KaseyaClient::Row>> KaseyaClient::patch(AssetKind kind, QString id, RemoteValues changes)
{
    const Result<QJsonArray> operations = patchFor(kind, changes, m_map.kind(kind));
    if (!operations || operations->isEmpty()) {
        const Result<Row> nothing = operations ? Result<Row>(Row()) : fail(operations.error());
        co_return nothing;
    }
    const QString path = kind == AssetKind::Contact ? u"/v2/crm/contacts/"_s : u"/v2/crm/accounts/"_s;
    const Result<Row> patched = co_await write("PATCH", QString(path + id), QString(path + "{id}"_L1),
                                               QJsonDocument(*operations), about(kind), Interface::V2);
    co_return patched;
}

QCoro::Task<Result<QJsonValue>> KaseyaClient::writePoints(RemoteKey key, QString name, QJsonArray current,
                                                          QJsonValue wanted)
{
    const AssetKind kind = AssetKind::Contact;
    const MappedField &field = *m_map.kind(kind).find(name);
    const QString path = u"/v2/crm/contacts/%1/"_s;
    QJsonValue list;
    // Once more when the numbers of changing and removing turn out to be the other way round.
    for (int attempt = 0; attempt < 2; ++attempt) {
        const Result<QJsonArray> operations = pointOperations(field, current, wanted, m_names, m_numbers);
        if (!operations) {
            const Result<QJsonValue> failed = fail(operations.error());
            co_return failed;
        }
        if (operations->isEmpty())
            break;
        const Result<Row> changed =
            co_await write("PATCH", QString(path.arg(key.id) + name), QString(path.arg(u"{id}"_s) + name),
                           QJsonDocument(*operations), about(kind, name), Interface::V2);
        if (!changed) {
            const Result<QJsonValue> failed =
                fail(attempt == 0 ? changed.error() : halfDone(changed.error()));
            co_return failed;
        }
        list = member(*changed, name);
        if (!list.isArray()) {
            const Result<RemoteRecord> read = co_await readBack(kind, key);
            if (!read) {
                const Result<QJsonValue> failed = fail(read.error());
                co_return failed;
            }
            list = member(read->wire, name).toArray();
        }
        if (!areExchanged(field, current, *operations, list.toArray(), m_numbers))
            break;
        qCInfo(lcPsa) << "The PSA has the numbers of changing and removing the other way round.";
        std::swap(m_numbers.change, m_numbers.remove);
        current = list.toArray();
    }
    const Result<QJsonValue> result = list;
    co_return result;
}

QCoro::Task<Result<RemoteRecord>> KaseyaClient::updateContact(RemoteRecord current, RemoteValues changes)
{
    const AssetKind kind = AssetKind::Contact;
    const KindMap &map = m_map.kind(kind);
    const Result<> known = co_await learnTypes(changes);
    if (!known) {
        const Result<RemoteRecord> failed = fail(known.error());
        co_return failed;
    }
    Row row = current.wire;
    for (const QString &name : {u"emails"_s, u"phones"_s}) {
        if (!map.find(name) || !changes.contains(name))
            continue;
        const Result<QJsonValue> list =
            co_await writePoints(current.key, name, member(row, name).toArray(), changes.value(name));
        if (!list) {
            const Result<RemoteRecord> failed = fail(list.error());
            co_return failed;
        }
        if (list->isArray())
            setMember(row, name, *list);
    }
    const Result<Row> patched = co_await patch(kind, current.key.id, changes);
    if (!patched) {
        const Result<RemoteRecord> failed = fail(patched.error());
        co_return failed;
    }
    // It answers the record; what it leaves out is as it was.
    for (auto it = patched->constBegin(); it != patched->constEnd(); ++it) {
        const bool isSilent = it->isNull()
            && (it.key().compare("emails"_L1, Qt::CaseInsensitive) == 0
                || it.key().compare("phones"_L1, Qt::CaseInsensitive) == 0);
        if (!isSilent)
            setMember(row, it.key(), it.value());
    }
    const Result<RemoteRecord> result = take(kind, row);
    co_return result;
}

QCoro::Task<Result<RemoteRecord>> KaseyaClient::update(RemoteRecord current, RemoteValues changes)
{
    const AssetKind kind = current.kind;
    if (!isNumber(current.key.id)) {
        const Result<RemoteRecord> missing = fail(badId(current.key.id));
        co_return missing;
    }
    if (kind == AssetKind::Contact) {
        const Result<RemoteRecord> contact = co_await updateContact(current, changes);
        co_return contact;
    }
    if (kind == AssetKind::Location) {
        const Result<RemoteRecord> location = co_await updateLocation(current, changes);
        co_return location;
    }
    Result<Row> changed = Row();
    if (kind == AssetKind::Organization) {
        const QString id = current.key.id;
        changed = co_await patch(kind, id, changes);
    } else {
        // A thin row would blank whatever it does not hold.
        const Result<QJsonObject> body = current.isThin || current.wire.isEmpty()
            ? fail(ErrorCode::Internal, tr("The asset was not read before it was changed."))
            : changedAsset(current.wire, changes, m_map.kind(kind));
        if (!body) {
            const Result<RemoteRecord> failed = fail(body.error());
            co_return failed;
        }
        const QString path = u"/v2/servicedesk/hardwareasset/"_s;
        changed = co_await write("PUT", QString(path + current.key.id), QString(path + "{id}"_L1),
                                 QJsonDocument(*body), about(kind), Interface::V2);
    }
    if (!changed) {
        const Result<RemoteRecord> failed = fail(changed.error());
        co_return failed;
    }
    const RemoteRecord record = take(kind, *changed);
    if (record.key.id == current.key.id && record.untold.isEmpty() && isRecord(kind, *changed, m_map.kind(kind))) {
        const Result<RemoteRecord> result = record;
        co_return result;
    }
    // The answer is not the record, so the PSA is asked for it.
    const Result<RemoteRecord> result = co_await readBack(kind, current.key);
    co_return result;
}

} // namespace tandem
