// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/autotask/autotaskclient.h"

#include "core/field.h"
#include "core/logging.h"
#include "core/record.h"

#include <QJsonArray>
#include <QTimer>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace autotask;

namespace {

const QString companyMember = u"companyID"_s;
const QString manufacturerField = u"manufacturer"_s;
const QString modelField = u"model"_s;
const QString organizationField = u"organization"_s;
const QString primaryField = u"primary_location"_s;

/** The statuses of a PSA that has an active flag; its own words for the flag, so that they are never
 * translated. */
const QString activeId = u"1"_s;
const QString inactiveId = u"0"_s;

/** While writes wait, reads gather until there are this many, since each query takes a thread from the writes. */
constexpr qsizetype manyReads = 30;

Error badInput(const QString &message, const QString &field)
{
    return {.code = ErrorCode::BadInput, .message = message, .field = field};
}

/** A failure before the write itself: whatever it was about, the record has surely not been sent. */
Error beforeWriting(Error error)
{
    if (error.code == ErrorCode::ServerFault || error.code == ErrorCode::BadAnswer
        || error.code == ErrorCode::OutcomeUnknown)
        error.code = ErrorCode::TimedOut;
    return error;
}

bool isNumber(const QString &id)
{
    return numberOf(id).has_value();
}

QString idOf(const QJsonObject &row)
{
    return row.value("id"_L1).isDouble() ? QString::number(row.value("id"_L1).toInteger()) : QString();
}

QString textIn(const RemoteValues &values, const QString &field)
{
    return values.value(field).toString().trimmed();
}

} // namespace

struct AutotaskClient::Landing {
    std::shared_ptr<Batch> batch;

    [[nodiscard]] bool await_ready() const noexcept
    {
        return batch->outcome.has_value();
    }
    void await_suspend(std::coroutine_handle<> waiter) const
    {
        batch->waiters.push_back(waiter);
    }
    void await_resume() const noexcept
    {
    }
};

bool AutotaskClient::Reads::mayLeave() const
{
    return !writes.isCrowded() || next->ids.size() >= manyReads;
}

void AutotaskClient::Reads::wake()
{
    if (!patient || !mayLeave())
        return;
    const std::coroutine_handle<> waiter = std::exchange(patient, {});
    waiter.resume();
}

struct AutotaskClient::Gathering {
    Reads &reads;

    [[nodiscard]] bool await_ready() const noexcept
    {
        return reads.mayLeave();
    }
    void await_suspend(std::coroutine_handle<> waiter) const
    {
        reads.patient = waiter;
    }
    void await_resume() const noexcept
    {
    }
};

class AutotaskClient::Passage final {
    Q_DISABLE_COPY_MOVE(Passage)
public:
    Passage(Reads &reads, Turn::Hold hold, std::chrono::milliseconds patience)
        : m_reads(reads)
        , m_hold(std::move(hold))
    {
        // Again and again, since the other one that is late may end.
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { giveOn(); });
        m_timer.start(patience);
    }

    ~Passage()
    {
        if (m_isLate)
            m_reads.hasLate = false;
    }

private:
    void giveOn()
    {
        if (m_reads.hasLate)
            return;
        m_timer.stop();
        m_isLate = true;
        m_reads.hasLate = true;
        // The next one goes on before this returns.
        m_hold.reset();
    }

    Reads &m_reads;
    std::optional<Turn::Hold> m_hold;
    QTimer m_timer;
    bool m_isLate = false;
};

AutotaskClient::AutotaskClient(const QString &address, const Credentials &credentials, HttpClient *http,
                               const FieldMap &map)
    : m_http(http)
    , m_map(map)
    , m_api(address, credentials, http)
    , m_products(m_api)
{
}

AutotaskClient::~AutotaskClient() = default;

std::optional<HttpRequest> AutotaskClient::probe() const
{
    return m_api.probe();
}

bool AutotaskClient::listsAll(AssetKind) const
{
    return true;
}

void AutotaskClient::useSettings(const SyncSettings &settings)
{
    m_settings = settings;
}

const QString &AutotaskClient::entityOf(AssetKind kind) const
{
    return m_map.kind(kind).collection;
}

ErrorContext AutotaskClient::about(AssetKind kind) const
{
    return {.kind = kind, .map = &m_map.kind(kind)};
}

/** Contacts and locations are written below their company only; the root routes answer 404 or 405. */
Result<QString> AutotaskClient::writePath(AssetKind kind, const QString &companyId)
{
    switch (kind) {
    case AssetKind::Organization:
        return u"/Companies"_s;
    case AssetKind::Configuration:
        return u"/ConfigurationItems"_s;
    case AssetKind::Location:
    case AssetKind::Contact:
    case AssetKind::Count:
        break;
    }
    if (!isNumber(companyId)) {
        return fail(
            badInput(tr("Autotask does not tell which company this record belongs to. Make it active there, "
                        "then try again."),
                     organizationField));
    }
    const QString child = kind == AssetKind::Contact ? u"Contacts"_s : u"Locations"_s;
    return QString("/Companies/"_L1 + companyId + u'/' + child);
}

// ---- connecting ---------------------------------------------------------------------------------

void AutotaskClient::useMap(const FieldMap &map)
{
    m_map = map;
}

QCoro::Task<Result<ServerInfo>> AutotaskClient::signIn()
{
    const Result<> found = co_await m_api.findZone(Priority::Foreground);
    if (!found) {
        const Result<ServerInfo> failed = fail(found.error());
        co_return failed;
    }
    // The tenant itself is the company 0, so this proves the credentials and the right to read, and tells its
    // name.
    const Query own{
        .entity = u"Companies"_s, .conditions = {equals(u"id"_s, 0)}, .fields = {u"id"_s, u"companyName"_s}};
    const QString start;
    const Result<AutotaskApi::Rows> company = co_await m_api.page(own, start);
    if (!company) {
        const Result<ServerInfo> failed = fail(company.error());
        co_return failed;
    }
    ServerInfo info{.product = u"Autotask PSA"_s, .company = m_api.zone().name, .baseUrl = m_api.zone().base};
    if (!company->rows.isEmpty())
        info.company = company->rows.constFirst().value("companyName"_L1).toString(info.company);
    const Usage usage = co_await readUsage(Priority::Foreground);
    info.callsUsed = usage.used;
    info.callLimit = usage.limit;
    const Result<ServerInfo> result = info;
    co_return result;
}

QCoro::Task<AutotaskClient::Usage> AutotaskClient::readUsage(Priority priority)
{
    const AutotaskApi::Call threshold{
        .path = u"/ThresholdInformation"_s, .entity = u"ThresholdInformation"_s, .priority = priority};
    const Result<QJsonObject> answer = co_await m_api.call(threshold);
    Usage usage;
    if (answer) {
        usage.used = answer->value("currentTimeframeRequestCount"_L1).toInt(-1);
        usage.limit = answer->value("externalRequestThreshold"_L1).toInt();
    } else { // nothing stands or falls with it; the limiter then counts our own calls only
        qCInfo(lcPsa) << "The calls used of the hour could not be read:"
                      << errorCodeName(answer.error().code);
    }
    if (usage.used >= 0)
        m_http->noteUsage(usage.used, usage.limit);
    co_return usage;
}

/** The vendor's ExecuteCommand pages; a location has none of its own, its company's shows it. */
QUrl AutotaskClient::webLink(AssetKind kind, RemoteKey key) const
{
    QString page = u"ExecuteCommand.aspx"_s;
    QString code;
    QString parameter;
    QString id = key.id;
    switch (kind) {
    case AssetKind::Organization:
        code = u"OpenAccount"_s;
        parameter = u"AccountID"_s;
        break;
    case AssetKind::Location:
        code = u"OpenAccount"_s;
        parameter = u"AccountID"_s;
        id = key.parentId;
        break;
    case AssetKind::Contact:
        code = u"OpenContact"_s;
        parameter = u"ContactID"_s;
        break;
    case AssetKind::Configuration:
        page = u"AutotaskCommand.aspx"_s;
        code = u"OpenInstalledProduct"_s;
        parameter = u"InstalledProductID"_s;
        break;
    case AssetKind::Count:
        break;
    }
    if (!isNumber(id) || code.isEmpty() || m_api.zone().web.isEmpty())
        return {};
    QUrl url(m_api.zone().web);
    url.setPath(QString("/Autotask/AutotaskExtend/"_L1 + page));
    QUrlQuery query;
    query.addQueryItem(u"Code"_s, code);
    query.addQueryItem(parameter, id);
    url.setQuery(query);
    return url;
}

// ---- lists --------------------------------------------------------------------------------------

QCoro::Task<Result<QList<RemoteOption>>> AutotaskClient::options(OptionList list)
{
    const QList<RemoteOption> none;
    Result<QList<RemoteOption>> options = none;
    switch (list) {
    case OptionList::OrganizationType:
        options = co_await picklist(list, AssetKind::Organization, u"companyType"_s);
        break;
    case OptionList::Classification:
        options = co_await picklist(list, AssetKind::Organization, u"classification"_s);
        break;
    case OptionList::ConfigurationType:
        options = co_await picklist(list, AssetKind::Configuration, u"configurationItemType"_s);
        break;
    case OptionList::OrganizationStatus:
    case OptionList::ConfigurationStatus:
        options = activeAndInactive(list);
        break;
    case OptionList::EmailType:
        options = labelsOf(list, u"emails"_s);
        break;
    case OptionList::PhoneType:
        options = labelsOf(list, u"phones"_s);
        break;
    case OptionList::Country:
        options = co_await countries();
        break;
    case OptionList::Member:
        options = co_await members();
        break;
    case OptionList::ContactType:
    case OptionList::Manufacturer: // these two and regions travel by their names
    case OptionList::Model:
    case OptionList::Region:
    case OptionList::Count:
        break;
    }
    co_return options;
}

QCoro::Task<Result<QList<RemoteOption>>> AutotaskClient::picklist(OptionList list, AssetKind kind,
                                                                  QString member)
{
    const QString entity = entityOf(kind);
    const Result<EntityMetadata> metadata = co_await m_api.metadata(entity, AutotaskApi::Age::Minutes);
    if (!metadata) {
        const Result<QList<RemoteOption>> failed = fail(metadata.error());
        co_return failed;
    }
    QList<RemoteOption> options;
    const EntityField *field = metadata->find(member);
    const QList<PicklistValue> values = field ? field->picklist : QList<PicklistValue>();
    for (const PicklistValue &value : values) {
        if (isNumber(value.value) && !value.label.isEmpty()) {
            options.append({.list = list,
                            .remoteId = value.value,
                            .name = value.label,
                            .isActive = value.isActive,
                            .isDefault = value.isDefault});
        }
    }
    const Result<QList<RemoteOption>> result = options;
    co_return result;
}

QList<RemoteOption> AutotaskClient::activeAndInactive(OptionList list) const
{
    return {{.list = list, .remoteId = activeId, .name = u"Active"_s, .isDefault = true},
            {.list = list, .remoteId = inactiveId, .name = u"Inactive"_s}};
}

QList<RemoteOption> AutotaskClient::labelsOf(OptionList list, const QString &field) const
{
    QList<RemoteOption> options;
    const MappedField *mapped = m_map.kind(AssetKind::Contact).find(field);
    const QList<PointPlace> places = mapped ? mapped->places : QList<PointPlace>();
    for (const PointPlace &place : places)
        options.append(
            {.list = list, .remoteId = place.remote, .name = place.label, .isDefault = options.isEmpty()});
    return options;
}

QCoro::Task<Result<QList<RemoteOption>>> AutotaskClient::countries()
{
    const Query query{.entity = u"Countries"_s,
                      .fields = {u"id"_s, u"name"_s, u"displayName"_s, u"isActive"_s, u"isDefaultCountry"_s}};
    const Result<QList<QJsonObject>> rows = co_await m_api.all(query);
    if (!rows) {
        const Result<QList<RemoteOption>> failed = fail(rows.error());
        co_return failed;
    }
    QList<RemoteOption> options;
    for (const QJsonObject &row : *rows) {
        if (const std::optional<RemoteOption> option = countryFrom(row))
            options.append(*option);
    }
    const Result<QList<RemoteOption>> result = options;
    co_return result;
}

/** API-only users are told by the label of their licence, since its number differs from tenant to tenant. */
QCoro::Task<Result<QList<RemoteOption>>> AutotaskClient::members()
{
    const QString entity = u"Resources"_s;
    const Result<EntityMetadata> metadata = co_await m_api.metadata(entity, AutotaskApi::Age::Minutes);
    const EntityField *found = metadata ? metadata->find(u"licenseType"_s) : nullptr;
    const EntityField licences = found ? *found : EntityField();
    const Query query{
        .entity = entity,
        .fields = {u"id"_s, u"firstName"_s, u"lastName"_s, u"userName"_s, u"isActive"_s, u"licenseType"_s}};
    const Result<QList<QJsonObject>> rows = co_await m_api.all(query);
    if (!rows) {
        const Result<QList<RemoteOption>> failed = fail(rows.error());
        co_return failed;
    }
    QList<RemoteOption> options;
    m_members.clear();
    for (const QJsonObject &row : *rows) {
        const PicklistValue *licence = licences.find(row.value("licenseType"_L1).toVariant().toString());
        const bool isApiOnly = licence && licence->label.contains("API"_L1, Qt::CaseInsensitive);
        const std::optional<RemoteOption> option = memberFrom(row);
        if (isApiOnly || !option)
            continue;
        m_members.insert(option->remoteId, option->name);
        options.append(*option);
    }
    const Result<QList<RemoteOption>> result = options;
    co_return result;
}

QCoro::Task<Result<QList<SettingChoice>>> AutotaskClient::settingChoices(QString key, QString search)
{
    const bool isProduct = key == "fallback_product"_L1;
    QList<SettingChoice> choices;
    if (!isProduct && key != "billing_code"_L1) {
        const Result<QList<SettingChoice>> none = choices;
        co_return none;
    }
    Query query{.entity = isProduct ? u"Products"_s : u"BillingCodes"_s,
                .conditions = {equals(u"isActive"_s, true)},
                .fields = {u"id"_s, u"name"_s}};
    if (!search.trimmed().isEmpty())
        query.conditions.append(contains(u"name"_s, search.trimmed()));
    if (!isProduct) {
        // Only material codes fit a product; what they are is a value of a picklist.
        const Result<EntityMetadata> metadata =
            co_await m_api.metadata(query.entity, AutotaskApi::Age::Minutes);
        const EntityField *uses = metadata ? metadata->find(u"useType"_s) : nullptr;
        const QList<PicklistValue> values = uses ? uses->picklist : QList<PicklistValue>();
        const auto material = std::find_if(values.begin(), values.end(), [](const PicklistValue &value) {
            return value.label.contains("material"_L1, Qt::CaseInsensitive);
        });
        if (material != values.end() && isNumber(material->value))
            query.conditions.append(equals(u"useType"_s, *numberOf(material->value)));
    }
    // A person narrows the search down rather than reading thousands of products.
    const QString start;
    const Result<AutotaskApi::Rows> found = co_await m_api.page(query, start);
    if (!found) {
        const Result<QList<SettingChoice>> failed = fail(found.error());
        co_return failed;
    }
    for (const QJsonObject &row : found->rows)
        choices.append({.id = idOf(row), .name = row.value("name"_L1).toString().trimmed()});
    const Result<QList<SettingChoice>> result = choices;
    co_return result;
}

QCoro::Task<Result<FieldLengths>> AutotaskClient::fieldLengths(AssetKind kind)
{
    QStringList entities{entityOf(kind)};
    if (kind == AssetKind::Configuration)
        entities.append(u"Products"_s);
    FieldLengths lengths;
    for (const QString &entity : std::as_const(entities)) {
        const Result<EntityMetadata> metadata = co_await m_api.metadata(entity, AutotaskApi::Age::Any);
        if (!metadata) {
            const Result<FieldLengths> failed = fail(metadata.error());
            co_return failed;
        }
        FieldLengths theirs = metadata->lengths();
        // Both have notes and names of their own; a configuration's come first.
        theirs.insert(lengths);
        lengths = theirs;
    }
    const Result<FieldLengths> result = lengths;
    co_return result;
}

QCoro::Task<Result<QList<TenantField>>> AutotaskClient::customFields(AssetKind kind)
{
    QList<TenantField> fields;
    // Locations have none (autotask.md, CompanyLocations), and a question about them is answered 404.
    if (kind == AssetKind::Location) {
        const Result<QList<TenantField>> none = fields;
        co_return none;
    }
    const QString entity = entityOf(kind);
    const AutotaskApi::Call wanted{
        .path = QString(u'/' + entity + "/entityInformation/userDefinedFields"_L1), .entity = entity};
    const Result<QJsonObject> answer = co_await m_api.call(wanted);
    if (!answer) {
        const Result<QList<TenantField>> failed = fail(answer.error());
        co_return failed;
    }
    const QJsonArray rows = answer->value("fields"_L1).toArray();
    for (const QJsonValue &row : rows) {
        if (const std::optional<TenantField> field = tenantFieldFrom(row.toObject()))
            fields.append(*field);
    }
    const Result<QList<TenantField>> result = fields;
    co_return result;
}

// ---- reading ------------------------------------------------------------------------------------

Result<Query> AutotaskClient::listQuery(AssetKind kind, const PageRequest &request) const
{
    Query query{.entity = entityOf(kind),
                .conditions = {},
                .fields = membersOf(kind, m_map.kind(kind)),
                .size = request.size,
                .priority = request.priority};
    if (!request.organizationId.isEmpty()) {
        const std::optional<qint64> company = numberOf(request.organizationId);
        if (!company)
            return fail(ErrorCode::BadInput,
                        tr("“%1” is not the id of a company.").arg(request.organizationId));
        query.conditions.append(equals(kind == AssetKind::Organization ? u"id"_s : companyMember, *company));
    }
    const QString since = request.changedSince.isValid() ? momentText(request.changedSince) : QString();
    switch (kind) {
    case AssetKind::Organization:
        if (!since.isEmpty())
            query.conditions.append(atLeast(u"lastActivityDate"_s, since));
        break;
    case AssetKind::Contact:
        if (!since.isEmpty()) {
            query.conditions.append(
                anyOf({atLeast(u"lastModifiedDate"_s, since), atLeast(u"lastActivityDate"_s, since)}));
        }
        break;
    case AssetKind::Configuration:
        if (!since.isEmpty())
            query.conditions.append(atLeast(u"lastModifiedTime"_s, since));
        break;
    case AssetKind::Location:
    case AssetKind::Count:
        break;
    }
    if (query.conditions.isEmpty())
        query.conditions.append(anything());
    return query;
}

QCoro::Task<Result<RemotePage>> AutotaskClient::page(AssetKind kind, PageRequest request)
{
    const Result<Query> query = listQuery(kind, request);
    if (!query) {
        const Result<RemotePage> failed = fail(query.error());
        co_return failed;
    }
    const bool isStart = request.cursor.isEmpty() && request.organizationId.isEmpty();
    // A pull starts with the companies, and other programs use the hour's calls too.
    if (kind == AssetKind::Organization && isStart) {
        const Usage usage = co_await readUsage(request.priority);
        Q_UNUSED(usage);
    }
    // A product may have got another name since the last pull.
    if (kind == AssetKind::Configuration && isStart)
        m_products.forget();
    const Result<AutotaskApi::Rows> found = co_await m_api.page(*query, request.cursor);
    if (!found) {
        const Result<RemotePage> failed = fail(found.error());
        co_return failed;
    }
    const Result<QList<RemoteRecord>> records = co_await recordsFrom(kind, found->rows, request.priority);
    if (!records) {
        const Result<RemotePage> failed = fail(records.error());
        co_return failed;
    }
    RemotePage page{.records = *records, .nextCursor = found->nextCursor};
    for (RemoteRecord &record : page.records)
        record.wire = {}; // thousands of them wait to be written down
    const Result<RemotePage> result = page;
    co_return result;
}

QCoro::Task<Result<qint64>> AutotaskClient::count(AssetKind kind, PageRequest request)
{
    const Result<Query> query = listQuery(kind, request);
    if (!query) {
        const Result<qint64> failed = fail(query.error());
        co_return failed;
    }
    const Result<qint64> counted = co_await m_api.count(*query);
    co_return counted;
}

QCoro::Task<Result<AutotaskClient::Found>> AutotaskClient::queryById(AssetKind kind, QStringList ids,
                                                                     QHash<QString, QString> knownLocations)
{
    Found result;
    const QList<QJsonArray> chunks = chunksOf(ids);
    for (const QJsonArray &chunk : chunks) {
        const Query query{.entity = entityOf(kind),
                          .conditions = {isOneOf(u"id"_s, chunk)},
                          .fields = membersOf(kind, m_map.kind(kind))};
        const Result<QList<QJsonObject>> found = co_await m_api.all(query);
        if (!found) {
            const Result<Found> failed = fail(found.error());
            co_return failed;
        }
        for (const QJsonObject &row : *found) {
            if (ids.contains(idOf(row)))
                result.rows.insert(idOf(row), row);
        }
    }
    const QList<QJsonObject> rows = result.rows.values();
    const Result<Surroundings> surroundings =
        co_await surroundingsOf(kind, rows, knownLocations, Priority::Foreground);
    if (!surroundings) {
        const Result<Found> failed = fail(surroundings.error());
        co_return failed;
    }
    result.surroundings = *surroundings;
    const Result<Found> found = result;
    co_return found;
}

/**
 * The first that asks sends the query, at once if none is under way, or only one that is late, and few writes are; who
 * asks before it leaves joins it.
 */
QCoro::Task<Result<AutotaskClient::Found>> AutotaskClient::rowsById(AssetKind kind, QStringList ids,
                                                                    QHash<QString, QString> knownLocations)
{
    Reads &reads = m_reads.at(size_t(kind));
    std::shared_ptr<Batch> batch = reads.next;
    const bool isFirst = !batch;
    if (isFirst) {
        batch = std::make_shared<Batch>();
        reads.next = batch;
    }
    batch->ids.append(ids);
    batch->knownLocations.insert(knownLocations);
    if (isFirst) {
        Turn::Hold turn = co_await reads.turn.take();
        const Gathering gathering{reads};
        co_await gathering;
        reads.next.reset();
        const Passage passage(reads, std::move(turn), m_http->patience());
        batch->ids.removeDuplicates();
        const QStringList wanted = batch->ids;
        const QHash<QString, QString> known = batch->knownLocations;
        const Result<Found> found = co_await queryById(kind, wanted, known);
        batch->outcome = found;
        const std::vector<std::coroutine_handle<>> waiters = std::exchange(batch->waiters, {});
        for (const std::coroutine_handle<> &waiter : waiters)
            waiter.resume();
    } else {
        reads.wake();
        const Landing landing{batch};
        co_await landing;
    }
    const Result<Found> result = *batch->outcome;
    co_return result;
}

/** The main locations of companies; "" for one that has none. */
QCoro::Task<Result<QHash<QString, QString>>> AutotaskClient::primaryLocationsOf(QStringList companies,
                                                                                Priority priority)
{
    QHash<QString, QString> locations;
    const QList<QJsonArray> chunks = chunksOf(companies);
    for (const QJsonArray &chunk : chunks) {
        const Query query{.entity = entityOf(AssetKind::Location),
                          .conditions = {isOneOf(companyMember, chunk), equals(u"isPrimary"_s, true)},
                          .fields = {u"id"_s, companyMember, u"isPrimary"_s},
                          .priority = priority};
        const Result<QList<QJsonObject>> rows = co_await m_api.all(query);
        if (!rows) {
            const Result<QHash<QString, QString>> failed = fail(rows.error());
            co_return failed;
        }
        for (const QJsonObject &row : *rows) {
            if (row.value("isPrimary"_L1).toBool())
                locations.insert(QString::number(row.value(companyMember).toInteger()), idOf(row));
        }
    }
    for (const QString &company : companies) {
        if (!locations.contains(company))
            locations.insert(company, QString());
    }
    const Result<QHash<QString, QString>> result = locations;
    co_return result;
}

/**
 * An inactive contact of any company has been read with the company 0, while other calls told the right one (public
 * reports on the API): so the company is asked as a condition, which looks at what is stored.
 */
QCoro::Task<Result<QSet<QString>>> AutotaskClient::amongTenants(QStringList contacts, Priority priority)
{
    QSet<QString> found;
    const QList<QJsonArray> chunks = chunksOf(contacts);
    for (const QJsonArray &chunk : chunks) {
        const Query query{.entity = entityOf(AssetKind::Contact),
                          .conditions = {isOneOf(u"id"_s, chunk), equals(companyMember, 0)},
                          .fields = {u"id"_s},
                          .priority = priority};
        const Result<QList<QJsonObject>> rows = co_await m_api.all(query);
        if (!rows) {
            const Result<QSet<QString>> failed = fail(rows.error());
            co_return failed;
        }
        for (const QJsonObject &row : *rows)
            found.insert(idOf(row));
    }
    const Result<QSet<QString>> result = found;
    co_return result;
}

QCoro::Task<EntityMetadata> AutotaskClient::labelsFor(AssetKind kind, QList<QJsonObject> rows)
{
    const KindMap &map = m_map.kind(kind);
    EntityMetadata metadata = m_api.knownMetadata(map.collection);
    QSet<QString> strangers;
    for (const QJsonObject &row : rows) {
        const QStringList unknown = unknownLabelsIn(row, map, metadata);
        for (const QString &each : unknown)
            strangers.insert(QString(map.collection + u'.' + each));
    }
    if (m_strangers.contains(strangers))
        co_return metadata;
    const QString entity = map.collection;
    const Result<EntityMetadata> fresh = co_await m_api.metadata(entity, AutotaskApi::Age::New);
    m_strangers.unite(strangers);
    if (fresh)
        metadata = *fresh;
    else // the records are good without the labels
        qCInfo(lcPsa) << "New values of" << entity
                      << "could not be named:" << errorCodeName(fresh.error().code);
    co_return metadata;
}

QCoro::Task<Result<Surroundings>> AutotaskClient::surroundingsOf(AssetKind kind, QList<QJsonObject> rows,
                                                                 QHash<QString, QString> knownLocations,
                                                                 Priority priority)
{
    Surroundings surroundings{.fallbackProduct = m_settings.extraValue(u"fallback_product"_s),
                              .primaryLocations = knownLocations,
                              .members = m_members};
    surroundings.metadata = co_await labelsFor(kind, rows);
    if (kind == AssetKind::Configuration) {
        const QStringList ids = productIdsIn(rows);
        const Result<> learned = co_await m_products.learn(ids, priority);
        if (!learned) {
            const Result<Surroundings> failed = fail(learned.error());
            co_return failed;
        }
        surroundings.products = m_products.known();
    }
    if (kind == AssetKind::Organization && m_settings.locations) {
        QStringList companies;
        for (const QJsonObject &row : rows) {
            if (!knownLocations.contains(idOf(row)))
                companies.append(idOf(row));
        }
        const Result<QHash<QString, QString>> locations = co_await primaryLocationsOf(companies, priority);
        if (!locations) {
            const Result<Surroundings> failed = fail(locations.error());
            co_return failed;
        }
        surroundings.primaryLocations.insert(*locations);
    }
    if (kind == AssetKind::Contact) {
        const QStringList doubtful = contactsWithoutCompany(rows);
        const Result<QSet<QString>> own = co_await amongTenants(doubtful, priority);
        if (!own) {
            const Result<Surroundings> failed = fail(own.error());
            co_return failed;
        }
        surroundings.ofTenant = *own;
    }
    const Result<Surroundings> result = surroundings;
    co_return result;
}

QCoro::Task<Result<QList<RemoteRecord>>> AutotaskClient::recordsFrom(AssetKind kind, QList<QJsonObject> rows,
                                                                     Priority priority)
{
    rows.removeIf([](const QJsonObject &row) { return idOf(row).isEmpty(); });
    const QHash<QString, QString> noLocations;
    const Result<Surroundings> surroundings = co_await surroundingsOf(kind, rows, noLocations, priority);
    if (!surroundings) {
        const Result<QList<RemoteRecord>> failed = fail(surroundings.error());
        co_return failed;
    }
    QList<RemoteRecord> records;
    for (const QJsonObject &row : std::as_const(rows))
        records.append(recordFrom(kind, row, m_map.kind(kind), *surroundings));
    const Result<QList<RemoteRecord>> result = records;
    co_return result;
}

QCoro::Task<Result<RemoteRecord>> AutotaskClient::read(AssetKind kind, RemoteKey key)
{
    const QList<RemoteKey> keys{key};
    const Result<QList<RemoteRecord>> found = co_await readMany(kind, keys);
    if (!found) {
        const Result<RemoteRecord> failed = fail(found.error());
        co_return failed;
    }
    if (found->isEmpty()) {
        const Result<RemoteRecord> missing =
            fail(ErrorCode::NotFound, tr("Autotask does not have this record."));
        co_return missing;
    }
    const Result<RemoteRecord> result = found->constFirst();
    co_return result;
}

QCoro::Task<Result<QList<RemoteRecord>>> AutotaskClient::readMany(AssetKind kind, QList<RemoteKey> keys)
{
    QStringList ids;
    for (const RemoteKey &key : keys) {
        if (isNumber(key.id))
            ids.append(key.id);
    }
    QList<RemoteRecord> records;
    if (ids.isEmpty()) {
        const Result<QList<RemoteRecord>> none = records;
        co_return none;
    }
    const QHash<QString, QString> noLocations;
    const Result<Found> found = co_await rowsById(kind, ids, noLocations);
    if (!found) {
        const Result<QList<RemoteRecord>> failed = fail(found.error());
        co_return failed;
    }
    for (const RemoteKey &key : keys) {
        if (found->rows.contains(key.id)) {
            records.append(
                recordFrom(kind, found->rows.value(key.id), m_map.kind(kind), found->surroundings, key));
        }
    }
    const Result<QList<RemoteRecord>> result = records;
    co_return result;
}

QCoro::Task<Result<QList<RemoteRecord>>> AutotaskClient::findSimilar(AssetKind kind, RemoteValues values)
{
    const PageRequest request{.organizationId = textIn(values, organizationField),
                              .priority = Priority::Foreground};
    Result<Query> query = listQuery(kind, request);
    if (!query) {
        const Result<QList<RemoteRecord>> failed = fail(query.error());
        co_return failed;
    }
    const auto sameText = [&](const QString &field, const QString &member) -> QJsonValue {
        const QString text = textIn(values, field);
        return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(equals(member, text));
    };
    QJsonArray names;
    switch (kind) {
    case AssetKind::Organization:
        for (const QJsonValue &name :
             {sameText(u"name"_s, u"companyName"_s), sameText(u"short_name"_s, u"companyNumber"_s)}) {
            if (!name.isUndefined())
                names.append(name);
        }
        break;
    case AssetKind::Contact:
        for (const QJsonValue &name :
             {sameText(u"first_name"_s, u"firstName"_s), sameText(u"last_name"_s, u"lastName"_s)}) {
            if (!name.isUndefined())
                query->conditions.append(name);
        }
        break;
    case AssetKind::Configuration:
        // One without a title has the name of its product.
        if (const QJsonValue name = sameText(u"name"_s, u"referenceTitle"_s); !name.isUndefined()) {
            names.append(name);
            names.append(isMissing(u"referenceTitle"_s));
            names.append(equals(u"referenceTitle"_s, QString()));
        }
        break;
    case AssetKind::Location: // a company has few, and they match by their address
    case AssetKind::Count:
        break;
    }
    if (!names.isEmpty())
        query->conditions.append(anyOf(names));
    const Result<QList<QJsonObject>> rows = co_await m_api.all(*query);
    if (!rows) {
        const Result<QList<RemoteRecord>> failed = fail(rows.error());
        co_return failed;
    }
    const QList<QJsonObject> found = *rows;
    const Result<QList<RemoteRecord>> records = co_await recordsFrom(kind, found, Priority::Foreground);
    co_return records;
}

// ---- writing ------------------------------------------------------------------------------------

QCoro::Task<Result<qint64>> AutotaskClient::write(AssetKind kind, QByteArray method, QString path, QJsonObject body,
                                                  ErrorContext about)
{
    Reads &reads = m_reads.at(size_t(kind));
    const Turn::Hold turn = co_await reads.writes.take();
    reads.wake();
    const Result<qint64> written = co_await m_api.write(method, path, entityOf(kind), body, about);
    co_return written;
}

QCoro::Task<Result<RemoteRecord>> AutotaskClient::readBack(AssetKind kind, RemoteKey key,
                                                           QHash<QString, QString> knownLocations)
{
    const QStringList ids{key.id};
    const Result<Found> found = co_await rowsById(kind, ids, knownLocations);
    if (found && found->rows.contains(key.id)) {
        const Result<RemoteRecord> result =
            recordFrom(kind, found->rows.value(key.id), m_map.kind(kind), found->surroundings, key);
        co_return result;
    }
    Error error = found ? Error{.code = ErrorCode::NotFound} : found.error();
    // It was written, and what became of it is for the next look to tell.
    error.code = ErrorCode::OutcomeUnknown;
    error.message = tr(
        "Autotask took the change, but could not be asked what it made of it. Tandem looks again before it "
        "sends anything.");
    const Result<RemoteRecord> open = fail(error);
    co_return open;
}

QCoro::Task<Result<QList<RemoteRecord>>> AutotaskClient::locationsOf(QString companyId)
{
    const PageRequest below{.organizationId = companyId, .priority = Priority::Foreground};
    const Result<Query> query = listQuery(AssetKind::Location, below);
    if (!query) {
        const Result<QList<RemoteRecord>> failed = fail(query.error());
        co_return failed;
    }
    const Result<QList<QJsonObject>> rows = co_await m_api.all(*query);
    if (!rows) {
        const Result<QList<RemoteRecord>> failed = fail(rows.error());
        co_return failed;
    }
    const QList<QJsonObject> found = *rows;
    const Result<QList<RemoteRecord>> records =
        co_await recordsFrom(AssetKind::Location, found, Priority::Foreground);
    if (!records)
        co_return records;
    QList<RemoteRecord> locations = *records;
    std::stable_partition(locations.begin(), locations.end(),
                          [](const RemoteRecord &each) { return each.wire.value("isPrimary"_L1).toBool(); });
    const Result<QList<RemoteRecord>> result = locations;
    co_return result;
}

/** The tenant's own limits, which go before those of the map; without metadata the PSA itself decides. */
QCoro::Task<Result<>> AutotaskClient::checkLengths(AssetKind kind, QJsonObject body)
{
    const QString entity = entityOf(kind);
    const Result<EntityMetadata> metadata = co_await m_api.metadata(entity, AutotaskApi::Age::Any);
    if (!metadata) {
        const ErrorCode code = metadata.error().code;
        const bool goesOn =
            code == ErrorCode::NotAllowed || code == ErrorCode::Rejected || code == ErrorCode::BadAnswer;
        const Result<> failed = fail(beforeWriting(metadata.error()));
        const Result<> unchecked;
        co_return goesOn ? unchecked : failed;
    }
    const std::optional<Error> tooLong = tooLongIn(body, *metadata, kind, m_map.kind(kind));
    const Result<> result = tooLong ? Result<>(fail(*tooLong)) : Result<>();
    co_return result;
}

QCoro::Task<Result<qint64>> AutotaskClient::productFor(QString manufacturer, QString model)
{
    if (manufacturer.isEmpty() || model.isEmpty()) {
        const Result<qint64> incomplete =
            fail(badInput(tr("Autotask keeps a configuration as one of a product, which needs a manufacturer "
                             "and a model. Fill in "
                             "both."),
                          manufacturer.isEmpty() ? manufacturerField : modelField));
        co_return incomplete;
    }
    const AutotaskProducts::Choices choices{.billingCode = m_settings.extraValue(u"billing_code"_s),
                                            .fallback = m_settings.extraValue(u"fallback_product"_s)};
    const Result<qint64> product = co_await m_products.ensure(manufacturer, model, choices);
    const Result<qint64> result = product ? product : Result<qint64>(fail(beforeWriting(product.error())));
    co_return result;
}

/** A product that is remembered here may have been closed there since. */
void AutotaskClient::noteRefusal(const Error &error)
{
    if (error.field == modelField)
        m_products.forget();
}

QCoro::Task<Result<RemoteRecord>> AutotaskClient::create(AssetKind kind, RemoteValues values)
{
    const KindMap &map = m_map.kind(kind);
    const QString company = textIn(values, organizationField);
    const Result<QString> path = writePath(kind, company);
    Result<QJsonObject> body = createBody(kind, values, map);
    if (!path || !body) {
        const Result<RemoteRecord> failed = fail(path ? body.error() : path.error());
        co_return failed;
    }
    for (const MappedSetting &setting : map.settings) {
        const Result<QJsonValue> value = settingOnWire(setting, m_settings.extraValue(setting.setting));
        if (!value) {
            const Result<RemoteRecord> failed = fail(value.error());
            co_return failed;
        }
        body->insert(setting.remote, *value);
    }
    const Result<> isShort = co_await checkLengths(kind, *body);
    if (!isShort) {
        const Result<RemoteRecord> failed = fail(isShort.error());
        co_return failed;
    }
    if (kind == AssetKind::Configuration) {
        const Result<qint64> product =
            co_await productFor(textIn(values, manufacturerField), textIn(values, modelField));
        if (!product) {
            const Result<RemoteRecord> failed = fail(product.error());
            co_return failed;
        }
        body->insert(u"productID"_s, *product);
    }
    const Result<qint64> made = co_await write(kind, "POST", *path, *body, about(kind));
    if (!made) {
        noteRefusal(made.error());
        const Result<RemoteRecord> failed = fail(made.error());
        co_return failed;
    }
    const RemoteKey key{.id = QString::number(*made), .parentId = company};
    QHash<QString, QString> locations;
    QList<RemoteRecord> children;
    if (kind == AssetKind::Organization) {
        // A company is made with a first location, which is its main one.
        const Result<QList<RemoteRecord>> found = co_await locationsOf(key.id);
        if (found) {
            children = *found;
            const bool hasMain =
                !children.isEmpty() && children.constFirst().wire.value("isPrimary"_L1).toBool();
            locations.insert(key.id, hasMain ? children.constFirst().key.id : QString());
        } else { // the next pull brings them; the company itself is there
            qCInfo(lcPsa) << "The locations of a new company could not be read:"
                          << errorCodeName(found.error().code);
        }
    }
    Result<RemoteRecord> result = co_await readBack(kind, key, locations);
    if (result)
        result->children = children;
    co_return result;
}

/** What no call can do is refused before the first one. */
Result<> AutotaskClient::checkChange(const RemoteRecord &current, const RemoteValues &changes) const
{
    if (!isNumber(current.key.id))
        return fail(ErrorCode::NotFound, tr("Autotask gives no such ids."));
    if (current.kind != AssetKind::Organization && changes.contains(organizationField)) {
        return fail(badInput(
            tr("Autotask cannot move a record to another company. Make a new one there instead, and set "
               "this one to inactive."),
            organizationField));
    }
    if (current.kind == AssetKind::Organization && changes.contains(primaryField)
        && !isNumber(textIn(changes, primaryField))) {
        return fail(
            badInput(tr("A company in Autotask always has a primary location. Choose another one instead."),
                     primaryField));
    }
    return {};
}

QCoro::Task<Result<std::optional<qint64>>> AutotaskClient::changedProduct(RemoteRecord current,
                                                                          RemoteValues changes)
{
    const std::optional<qint64> unchanged;
    const bool isMeant = changes.contains(manufacturerField) || changes.contains(modelField);
    const auto wanted = [&](const QString &field) {
        return textIn(changes.contains(field) ? changes : current.values, field);
    };
    const bool isHalfUntold = (wanted(manufacturerField).isEmpty() && !changes.contains(manufacturerField))
        || (wanted(modelField).isEmpty() && !changes.contains(modelField));
    if (!isMeant || (isHalfUntold && !current.untold.isEmpty())) {
        const Result<std::optional<qint64>> same = unchanged;
        co_return same;
    }
    const Result<qint64> product = co_await productFor(wanted(manufacturerField), wanted(modelField));
    if (!product) {
        const Result<std::optional<qint64>> failed = fail(product.error());
        co_return failed;
    }
    const bool isThere = current.wire.value("productID"_L1).toInteger(-1) == *product;
    const Result<std::optional<qint64>> result = isThere ? unchanged : std::optional(*product);
    co_return result;
}

QCoro::Task<Result<RemoteRecord>> AutotaskClient::update(RemoteRecord current, RemoteValues changes)
{
    const AssetKind kind = current.kind;
    const Result<> isPossible = checkChange(current, changes);
    const QString company =
        current.key.parentId.isEmpty() ? textIn(current.values, organizationField) : current.key.parentId;
    const Result<QString> path = writePath(kind, company);
    Result<QJsonObject> body = changeBody(current, changes, m_map.kind(kind));
    if (!isPossible || !path || !body) {
        const Result<RemoteRecord> failed = fail(!isPossible ? isPossible.error()
                                                     : path  ? body.error()
                                                             : path.error());
        co_return failed;
    }
    if (kind == AssetKind::Configuration) {
        const Result<std::optional<qint64>> product = co_await changedProduct(current, changes);
        if (!product) {
            const Result<RemoteRecord> failed = fail(product.error());
            co_return failed;
        }
        if (*product)
            body->insert(u"productID"_s, **product);
    }
    if (!body->isEmpty()) {
        const Result<> isShort = co_await checkLengths(kind, *body);
        if (!isShort) {
            const Result<RemoteRecord> failed = fail(isShort.error());
            co_return failed;
        }
        body->insert(u"id"_s, *numberOf(current.key.id));
        const Result<qint64> changed =
            co_await write(kind, "PATCH", *path, *body, about(kind));
        if (!changed) {
            noteRefusal(changed.error());
            const Result<RemoteRecord> failed = fail(changed.error());
            co_return failed;
        }
    }
    const bool movesPrimary = kind == AssetKind::Organization && changes.contains(primaryField);
    if (movesPrimary) {
        // The flag is the location's; the PSA takes it from the former one by itself.
        const QJsonObject flag{{u"id"_s, *numberOf(textIn(changes, primaryField))}, {u"isPrimary"_s, true}};
        const QString below = "/Companies/"_L1 + current.key.id + "/Locations"_L1;
        ErrorContext context = about(kind);
        context.field = primaryField;
        const Result<qint64> moved =
            co_await write(AssetKind::Location, "PATCH", below, flag, context);
        if (!moved) {
            const Result<RemoteRecord> failed = fail(moved.error());
            co_return failed;
        }
    }
    QHash<QString, QString> locations;
    if (!movesPrimary && current.values.contains(primaryField))
        locations.insert(current.key.id, textIn(current.values, primaryField));
    const Result<RemoteRecord> result = co_await readBack(kind, current.key, locations);
    co_return result;
}

} // namespace tandem
