// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/itglue/itglueplatform.h"

#include "practice/sampleworld.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSaveFile>
#include <QUrl>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::practice)
};

const QByteArray practiceKey = "ITG.0f3c2b1a9d8e7f6a5b4c3d2e1f0a9b8c.practice"_ba;
constexpr int cutAt = 250;
constexpr int defaultSize = 50;
constexpr int mostSize = 1000;

const QString organizations = u"organizations"_s;
const QString locations = u"locations"_s;
const QString contacts = u"contacts"_s;
const QString configurations = u"configurations"_s;

const QStringList &resourceNames()
{
    static const QStringList names{organizations,
                                   locations,
                                   contacts,
                                   configurations,
                                   u"organization_types"_s,
                                   u"organization_statuses"_s,
                                   u"configuration_types"_s,
                                   u"configuration_statuses"_s,
                                   u"contact_types"_s,
                                   u"manufacturers"_s,
                                   u"models"_s,
                                   u"operating_systems"_s,
                                   u"platforms"_s,
                                   u"countries"_s,
                                   u"regions"_s};
    return names;
}

/** An attribute with an id, and the list that the id is of; its name is answered beside it. */
struct Reference {
    const char *attribute;
    const char *resource;
};

constexpr std::array references{
    Reference{"organization", "organizations"},
    Reference{"location", "locations"},
    Reference{"contact", "contacts"},
    Reference{"organization-type", "organization_types"},
    Reference{"organization-status", "organization_statuses"},
    Reference{"configuration-type", "configuration_types"},
    Reference{"configuration-status", "configuration_statuses"},
    Reference{"contact-type", "contact_types"},
    Reference{"manufacturer", "manufacturers"},
    Reference{"model", "models"},
    Reference{"operating-system", "operating_systems"},
    Reference{"platform", "platforms"},
    Reference{"country", "countries"},
    Reference{"region", "regions"},
};

PracticeResponse vndResponse(int status, const QJsonObject &body)
{
    PracticeResponse response = jsonResponse(status, QJsonDocument(body));
    response.contentType = "application/vnd.api+json"_ba;
    return response;
}

PracticeResponse errorResponse(int status, const QString &title, const QString &detail = {})
{
    QJsonObject error{{u"status"_s, status}, {u"title"_s, title}};
    if (!detail.isEmpty())
        error.insert(u"detail"_s, detail);
    return vndResponse(status, {{u"errors"_s, QJsonArray{error}}});
}

PracticeResponse forbidden()
{
    return {.status = 403,
            .contentType = "text/html; charset=utf-8"_ba,
            .body = "<html><body><h1>403 Forbidden</h1></body></html>"_ba};
}

QString withDashes(QString name)
{
    return name.replace(u'_', u'-');
}

/** As a filter or an order compares it. */
QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toVariant().toString();
}

QString digitsOf(const QString &number)
{
    QString digits;
    for (const QChar c : number) {
        if (c.isDigit())
            digits.append(c);
    }
    return digits;
}

QString nameIn(const QJsonObject &attributes)
{
    const QString name = attributes.value("name"_L1).toString();
    if (!name.isEmpty())
        return name;
    return QString(attributes.value("first-name"_L1).toString() + u' '
                   + attributes.value("last-name"_L1).toString())
        .trimmed();
}

QString deviceTypeName(SampleDeviceKind kind)
{
    static const QStringList names{u"Managed Workstation"_s,
                                   u"Laptop"_s,
                                   u"Managed Server"_s,
                                   u"Virtual Machine"_s,
                                   u"Switch"_s,
                                   u"Firewall"_s,
                                   u"Access Point"_s,
                                   u"Printer"_s,
                                   u"NAS"_s,
                                   u"UPS"_s};
    return names.value(int(kind));
}

QString isoMoment(const QDateTime &moment)
{
    return moment.toString(Qt::ISODateWithMs);
}

QJsonObject phone(const QString &label, const QString &number, const QString &extension, bool isPrimary)
{
    return {{u"value"_s, digitsOf(number)},
            {u"formatted-value"_s, number},
            {u"label-name"_s, label},
            {u"label-type"_s, u"phone"_s},
            {u"extension"_s, extension.isEmpty() ? QJsonValue() : QJsonValue(extension)},
            {u"primary"_s, isPrimary}};
}

} // namespace

ItGluePlatform::ItGluePlatform(const PracticeSeeding &seeding)
{
    for (const QString &resource : resourceNames())
        m_resources.insert(resource, {});
    seedLists();
    if (seeding.empty)
        return;
    seedRecords(seeding);
    seedDevices(seeding);
}

ItGluePlatform::~ItGluePlatform() = default;

int ItGluePlatform::add(const QString &resource, const QJsonObject &attributes)
{
    // Ids of one kind are not those of another, and never begin at one.
    const int base = 100 * (int(resourceNames().indexOf(resource)) + 1) * 1000;
    int &last = m_lastIds[resource];
    last = std::max(last, base) + 1;
    m_resources[resource].insert(last, attributes);
    return last;
}

int ItGluePlatform::valueOf(const QString &resource, const QString &name, const QJsonObject &more)
{
    const Rows &rows = m_resources[resource];
    for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
        // A model is one of its manufacturer.
        const bool isSame = it->value("name"_L1).toString() == name
            && it->value("manufacturer-id"_L1) == more.value("manufacturer-id"_L1);
        if (isSame)
            return it.key();
    }
    QJsonObject attributes = more;
    attributes.insert(u"name"_s, name);
    return add(resource, attributes);
}

void ItGluePlatform::seedLists()
{
    const QList<std::pair<QString, QStringList>> lists{
        {u"organization_types"_s, {u"Customer"_s, u"Vendor"_s, u"Prospect"_s}},
        {u"organization_statuses"_s, {u"Active"_s, u"Inactive"_s}},
        {u"configuration_statuses"_s, {u"Active"_s, u"Retired"_s}},
        {u"contact_types"_s, {u"Decision Maker"_s, u"End User"_s}},
        {u"countries"_s, {u"United States"_s}}};
    for (const auto &[resource, names] : lists) {
        for (const QString &name : names)
            valueOf(resource, name);
    }
}

void ItGluePlatform::seedRecords(const PracticeSeeding &seeding)
{
    const SampleWorld world(seeding.seed);
    const int country = valueOf(u"countries"_s, u"United States"_s);
    static const QStringList types{u"Customer"_s, u"Customer"_s, u"Customer"_s, u"Vendor"_s, u"Prospect"_s};
    QList<int> ids;
    for (int i = 0; i < seeding.organizations; ++i) {
        const SampleOrganization organization = world.organization(i);
        QJsonObject attributes{
            {u"name"_s, organization.name},
            {u"description"_s, QJsonValue()},
            {u"short-name"_s, organization.identifier},
            {u"organization-type-id"_s, valueOf(u"organization_types"_s, types.at(i % 5))},
            {u"organization-status-id"_s,
             valueOf(u"organization_statuses"_s, i % 7 == 6 ? u"Inactive"_s : u"Active"_s)},
            {u"parent-id"_s, QJsonValue()},
            {u"alert"_s, i % 5 == 0 ? QJsonValue(u"Call before visits."_s) : QJsonValue()},
            {u"quick-notes"_s, QJsonValue()},
            {u"primary"_s, i == 0},
            {u"logo"_s, QJsonValue()},
            {u"psa-integration"_s, i % 6 == 1 ? u"enabled"_s : u"disabled"_s},
            {u"created-at"_s, isoMoment(world.moment(i, 11))},
            {u"updated-at"_s, isoMoment(world.moment(i, 12))}};
        if (i % 4 == 2)
            attributes.insert(u"quick-notes"_s, QString(u"Gate code and contacts. "_s).repeated(15));
        ids.append(add(organizations, attributes));
    }
    // Some belong to one that comes before them in the list, and some to one that comes after.
    for (int i = 0; i < ids.size(); ++i) {
        const int parent = i % 4 == 3 ? i - 1 : (i % 8 == 4 ? i + 1 : -1);
        if (parent >= 0 && parent < ids.size())
            m_resources[organizations][ids.at(i)].insert(u"parent-id"_s, QString::number(ids.at(parent)));
    }
    QMap<int, int> sitesOf;
    for (int i = 0; i < seeding.locations && !ids.isEmpty(); ++i) {
        const int owner = world.ownerOf(i, int(ids.size()));
        const int index = sitesOf[owner]++;
        const SampleLocation location = world.location(world.organization(owner), owner, index);
        const int region = valueOf(u"regions"_s, location.address.regionName, {{u"country-id"_s, country}});
        add(locations,
            {{u"organization-id"_s, ids.at(owner)},
             {u"name"_s, index == 0 ? location.name : u"%1 %2"_s.arg(location.name).arg(i)},
             {u"primary"_s, index == 0},
             {u"address-1"_s, location.address.line1},
             {u"address-2"_s,
              location.address.line2.isEmpty() ? QJsonValue() : QJsonValue(location.address.line2)},
             {u"city"_s, location.address.city},
             {u"postal-code"_s, location.address.postalCode},
             {u"region-id"_s, region},
             {u"country-id"_s, country},
             {u"phone"_s, digitsOf(location.phone)},
             {u"formatted-phone"_s, location.phone},
             {u"fax"_s, QJsonValue()},
             {u"formatted-fax"_s, QJsonValue()},
             {u"notes"_s, QJsonValue()},
             {u"psa-integration"_s, u"disabled"_s},
             {u"created-at"_s, isoMoment(world.moment(i, 21))},
             {u"updated-at"_s, isoMoment(world.moment(i, 22))}});
    }
    const auto firstOf = [this](const QString &resource, int organization) {
        const Rows &rows = m_resources[resource];
        for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
            if (it->value("organization-id"_L1).toInt() == organization)
                return QJsonValue(it.key());
        }
        return QJsonValue();
    };
    QMap<int, QJsonValue> sites;
    for (const int id : std::as_const(ids))
        sites.insert(id, firstOf(locations, id));
    for (int i = 0; i < seeding.contacts && !ids.isEmpty(); ++i) {
        const int owner = world.ownerOf(i, int(ids.size()));
        const SamplePerson person = world.person(world.organization(owner), i);
        QJsonArray phones{phone(u"Work"_s, person.phone, person.extension, true)};
        if (!person.mobile.isEmpty())
            phones.append(phone(u"Mobile"_s, person.mobile, {}, false));
        add(contacts,
            {{u"organization-id"_s, ids.at(owner)},
             {u"first-name"_s, person.firstName},
             {u"last-name"_s, u"%1-%2"_s.arg(person.lastName).arg(i + 1)},
             {u"title"_s, person.title},
             {u"contact-type-id"_s,
              valueOf(u"contact_types"_s, i % 9 == 0 ? u"Decision Maker"_s : u"End User"_s)},
             {u"location-id"_s, sites.value(ids.at(owner))},
             {u"important"_s, i % 9 == 0},
             {u"notes"_s, QJsonValue()},
             {u"contact-emails"_s,
              QJsonArray{QJsonObject{
                  {u"value"_s, person.email}, {u"label-name"_s, u"Work"_s}, {u"primary"_s, true}}}},
             {u"contact-phones"_s, phones},
             {u"psa-integration"_s, i % 10 == 3 ? QJsonValue(u"enabled"_s) : QJsonValue()},
             {u"created-at"_s, isoMoment(world.moment(i, 31))},
             {u"updated-at"_s, isoMoment(world.moment(i, 32))}});
    }
}

void ItGluePlatform::seedDevices(const PracticeSeeding &seeding)
{
    const SampleWorld world(seeding.seed);
    const QList<int> ids = m_resources[organizations].keys();
    QMap<int, int> site;
    QMap<int, int> person;
    for (auto it = m_resources[locations].cbegin(); it != m_resources[locations].cend(); ++it)
        site.insert(it->value("organization-id"_L1).toInt(), it.key());
    for (auto it = m_resources[contacts].cbegin(); it != m_resources[contacts].cend(); ++it)
        person.insert(it->value("organization-id"_L1).toInt(), it.key());
    const auto idOr = [](const QMap<int, int> &known, int key) {
        return known.contains(key) ? QJsonValue(known.value(key)) : QJsonValue();
    };
    const auto day = [](const QDateTime &moment) {
        return moment.isValid() ? QJsonValue(moment.date().toString(Qt::ISODate)) : QJsonValue();
    };
    const auto text = [](const QString &value) { return value.isEmpty() ? QJsonValue() : QJsonValue(value); };
    for (int i = 0; i < seeding.configurations && !ids.isEmpty(); ++i) {
        const int owner = world.ownerOf(i, int(ids.size()));
        const int organization = ids.at(owner);
        const SampleDevice device = world.device(world.organization(owner), i);
        const int manufacturer = valueOf(u"manufacturers"_s, device.manufacturer);
        const int model = valueOf(u"models"_s, device.model, {{u"manufacturer-id"_s, manufacturer}});
        QJsonValue system;
        if (!device.osName.isEmpty()) {
            const int platform =
                valueOf(u"platforms"_s, device.osName.startsWith("mac"_L1) ? u"macOS"_s : u"Windows"_s);
            system = valueOf(u"operating_systems"_s, device.osName, {{u"platform-id"_s, platform}});
        }
        add(configurations,
            {{u"organization-id"_s, organization},
             {u"name"_s, device.name},
             {u"configuration-type-id"_s, valueOf(u"configuration_types"_s, deviceTypeName(device.kind))},
             {u"configuration-status-id"_s, valueOf(u"configuration_statuses"_s, u"Active"_s)},
             {u"location-id"_s, idOr(site, organization)},
             {u"contact-id"_s, i % 3 == 0 ? idOr(person, organization) : QJsonValue()},
             {u"manufacturer-id"_s, manufacturer},
             {u"model-id"_s, model},
             {u"operating-system-id"_s, system},
             {u"operating-system-notes"_s, text(device.osVersion)},
             {u"notes"_s, text(device.notes)},
             {u"hostname"_s, device.name.toLower()},
             {u"primary-ip"_s, device.ipAddress},
             {u"mac-address"_s, device.macAddress},
             {u"default-gateway"_s, device.gateway},
             {u"serial-number"_s, device.serialNumber},
             {u"asset-tag"_s, text(device.assetTag)},
             {u"position"_s, QJsonValue()},
             {u"installed-by"_s, QJsonValue()},
             {u"purchased-by"_s, QJsonValue()},
             {u"purchased-at"_s, day(device.purchased)},
             {u"installed-at"_s, day(device.installed)},
             {u"warranty-expires-at"_s, day(device.warrantyEnd)},
             {u"restricted"_s, false},
             {u"archived"_s, i % 25 == 24},
             {u"psa-integration"_s, u"disabled"_s},
             {u"created-at"_s, isoMoment(world.moment(i, 41))},
             {u"updated-at"_s, isoMoment(world.moment(i, 42))}});
    }
}

QString ItGluePlatform::name() const
{
    return u"itglue"_s;
}

QJsonObject ItGluePlatform::credentials(const QString &) const
{
    return {{u"api_key"_s, QString::fromLatin1(practiceKey)}};
}

PracticeRoute ItGluePlatform::route(const PracticeRequest &request) const
{
    const bool isWrite = request.method != "GET";
    const QStringList parts = QString::fromLatin1(request.path).split(u'/', Qt::SkipEmptyParts);
    const QString resource = parts.value(0).replace(u'-', u'_');
    const qsizetype number = resourceNames().indexOf(resource);
    if (number < 0 || parts.size() > 2)
        return {.path = u"(unknown)"_s, .isWrite = isWrite};
    if (parts.size() == 1)
        return {.path = u'/' + resource, .isWrite = isWrite, .endpoint = int(number)};
    bool isNumber = false;
    const int id = parts.at(1).toInt(&isNumber);
    if (!isNumber)
        return {.path = u"(unknown)"_s, .isWrite = isWrite};
    return {.path = u'/' + resource + u"/{id}"_s, .isWrite = isWrite, .endpoint = int(number), .ids = {id}};
}

PracticeResponse ItGluePlatform::answer(const PracticeRequest &request, const PracticeRoute &route)
{
    if (isTooMany(request.now))
        return errorResponse(429, u"Too Many Requests"_s);
    if (request.header("x-api-key") != practiceKey)
        return forbidden();
    if (route.endpoint < 0)
        return errorResponse(404, u"Not Found"_s);
    if (route.isWrite)
        return errorResponse(405, u"Method Not Allowed"_s,
                             Words::tr("The practice IT Glue can only be read."));
    const QString resource = resourceNames().at(route.endpoint);
    if (route.ids.isEmpty())
        return list(request, resource);
    if (!m_resources.value(resource).contains(route.ids.constFirst()))
        return errorResponse(404, u"Record not found"_s);
    return vndResponse(200, {{u"data"_s, rendered(resource, route.ids.constFirst(), false)}});
}

bool ItGluePlatform::isTooMany(const QDateTime &now)
{
    const QDateTime start = now.addSecs(-qint64(m_window.count()));
    while (!m_calls.empty() && m_calls.front() <= start)
        m_calls.pop_front();
    if (int(m_calls.size()) >= m_callLimit)
        return true;
    m_calls.push_back(now);
    return false;
}

QJsonObject ItGluePlatform::rendered(const QString &resource, int id, bool isInList) const
{
    QJsonObject attributes = m_resources.value(resource).value(id);
    for (const Reference &reference : references) {
        const QString attribute = QString::fromLatin1(reference.attribute);
        const QString idName = attribute + u"-id"_s;
        if (!attributes.contains(idName))
            continue;
        const QJsonObject target = m_resources.value(QString::fromLatin1(reference.resource))
                                       .value(attributes.value(idName).toInt());
        const QString name = nameIn(target);
        attributes.insert(attribute + u"-name"_s, name.isEmpty() ? QJsonValue() : QJsonValue(name));
    }
    if (resource == contacts)
        attributes.insert(u"name"_s, nameIn(attributes));
    const QString notes = attributes.value("quick-notes"_L1).toString();
    if (isInList && notes.size() > cutAt)
        attributes.insert(u"quick-notes"_s, notes.left(cutAt));
    return {{u"id"_s, QString::number(id)}, {u"type"_s, withDashes(resource)}, {u"attributes"_s, attributes}};
}

PracticeResponse ItGluePlatform::list(const PracticeRequest &request, const QString &resource) const
{
    QList<int> ids = m_resources.value(resource).keys();
    int size = defaultSize;
    int number = 1;
    QString sort = u"id"_s;
    QString kept; // the query, but for the page
    static const QRegularExpression filter(u"^filter\\[([a-z_-]+)\\]$"_s);
    for (const auto &[name, value] : request.queryItems()) {
        if (name == "page[size]"_L1)
            size = std::clamp(value.toInt(), 1, mostSize);
        else if (name == "page[number]"_L1)
            number = std::max(1, value.toInt());
        else
            kept += QString::fromLatin1(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value)
                                        + '&');
        if (name == "sort"_L1)
            sort = value;
        const QRegularExpressionMatch match = filter.match(name);
        if (!match.hasMatch())
            continue;
        const QString attribute = withDashes(match.captured(1));
        const QStringList wanted = value.split(u',');
        const Rows rows = m_resources.value(resource);
        ids.removeIf([&](int id) {
            const QString own =
                attribute == "id"_L1 ? QString::number(id) : textOf(rows.value(id).value(attribute));
            return !wanted.contains(own);
        });
    }
    const bool isDescending = sort.startsWith(u'-');
    const QString order = withDashes(isDescending ? sort.mid(1) : sort);
    static const QStringList orders{u"id"_s, u"name"_s, u"created-at"_s, u"updated-at"_s};
    if (!orders.contains(order))
        return errorResponse(400, u"Bad Request"_s, u"%1 is not a valid sort parameter"_s.arg(sort));
    if (order != "id"_L1) {
        const Rows rows = m_resources.value(resource);
        std::stable_sort(ids.begin(), ids.end(), [&](int one, int other) {
            return textOf(rows.value(one).value(order)) < textOf(rows.value(other).value(order));
        });
    }
    if (isDescending)
        std::reverse(ids.begin(), ids.end());

    QJsonArray data;
    const QList<int> shown = ids.mid((number - 1) * size, size);
    for (const int id : shown)
        data.append(rendered(resource, id, true));
    const int pages = (int(ids.size()) + size - 1) / size;
    const auto pageOrNull = [pages](int page) {
        return page >= 1 && page <= pages ? QJsonValue(page) : QJsonValue();
    };
    const auto link = [&](int page) {
        const QString address = QString::fromLatin1(request.origin + request.path);
        const QString query = kept + u"page%5Bnumber%5D="_s + QString::number(page) + u"&page%5Bsize%5D="_s
            + QString::number(size);
        return page >= 1 && page <= std::max(pages, 1) ? QJsonValue(QString(address + u'?' + query))
                                                       : QJsonValue();
    };
    return vndResponse(200,
                       {{u"data"_s, data},
                        {u"meta"_s,
                         QJsonObject{{u"current-page"_s, number},
                                     {u"next-page"_s, pageOrNull(number + 1)},
                                     {u"prev-page"_s, pageOrNull(number - 1)},
                                     {u"total-pages"_s, pages},
                                     {u"total-count"_s, int(ids.size())},
                                     {u"filters"_s, QJsonObject()}}},
                        {u"links"_s,
                         QJsonObject{{u"self"_s, link(number)},
                                     {u"first"_s, link(1)},
                                     {u"prev"_s, link(number - 1)},
                                     {u"next"_s, link(number + 1)},
                                     {u"last"_s, link(std::max(pages, 1))}}}});
}

PracticeResponse ItGluePlatform::failure(const PracticeFailure &failure, const PracticeRequest &,
                                         const PracticeRoute &) const
{
    switch (failure.kind) {
    case PracticeFailure::Kind::ExpiredToken:
        return forbidden();
    case PracticeFailure::Kind::Validation:
        return errorResponse(422, u"Unprocessable Entity"_s, u"must exist"_s);
    case PracticeFailure::Kind::Status:
        break;
    }
    PracticeResponse response = errorResponse(failure.status, u"Error"_s);
    if (failure.retryAfter)
        response.headers.emplaceBack("Retry-After"_ba, QByteArray::number(*failure.retryAfter));
    return response;
}

std::optional<AssetKind> ItGluePlatform::doorKind(const QString &kind) const
{
    if (const std::optional<AssetKind> known = kindFromName(kind))
        return known;
    return kind.endsWith(u's') ? kindFromName(kind.chopped(1)) : std::nullopt;
}

PracticeResponse ItGluePlatform::doorRows(const QString &resource) const
{
    QJsonArray rows;
    const Rows known = m_resources.value(resource);
    for (auto it = known.cbegin(); it != known.cend(); ++it) {
        QJsonObject row = it.value();
        row.insert(u"id"_s, it.key());
        rows.append(row);
    }
    return jsonResponse(200, QJsonDocument(rows));
}

PracticeResponse ItGluePlatform::doorRead(AssetKind kind, const PracticeRequest &) const
{
    return doorRows(kindName(kind) + u's');
}

PracticeResponse ItGluePlatform::doorWrite(const QString &resource, const PracticeDoorChange &change,
                                           const PracticeRequest &request)
{
    Rows &rows = m_resources[resource];
    int id = change.id;
    if (change.action == PracticeDoorChange::Action::Create)
        id = add(resource, {{u"created-at"_s, isoMoment(request.now)}});
    else if (!rows.contains(id))
        return errorResponse(404, u"Record not found"_s);
    QJsonObject row = rows.value(id);
    if (change.action == PracticeDoorChange::Action::Delete) {
        rows.remove(id);
    } else {
        for (auto it = change.set.constBegin(); it != change.set.constEnd(); ++it)
            row.insert(it.key(), it.value());
        row.insert(u"updated-at"_s, isoMoment(request.now));
        rows.insert(id, row);
    }
    if (const Result<> saved = saveState(); !saved)
        return errorResponse(500, saved.error().message);
    row.insert(u"id"_s, id);
    return jsonResponse(200, QJsonDocument(row));
}

PracticeResponse ItGluePlatform::doorChange(AssetKind kind, const PracticeDoorChange &change,
                                            const PracticeRequest &request)
{
    return doorWrite(kindName(kind) + u's', change, request);
}

std::optional<PracticeResponse> ItGluePlatform::doorOther(const QString &name,
                                                          const PracticeDoorChange *change,
                                                          const PracticeRequest &request)
{
    if (!m_resources.contains(name))
        return std::nullopt;
    return change ? doorWrite(name, *change, request) : doorRows(name);
}

QStringList ItGluePlatform::knownQuirks() const
{
    return {u"calls:N/SECONDS"_s};
}

QStringList ItGluePlatform::quirks() const
{
    const bool isUsual = m_callLimit == 3000 && m_window == std::chrono::seconds(300);
    return isUsual ? QStringList() : QStringList{u"calls:%1/%2"_s.arg(m_callLimit).arg(m_window.count())};
}

Result<> ItGluePlatform::setQuirks(const QStringList &quirks)
{
    static const QRegularExpression calls(u"^calls:([0-9]{1,6})/([0-9]{1,4})$"_s);
    int limit = 3000;
    int window = 300;
    for (const QString &quirk : quirks) {
        const QRegularExpressionMatch match = calls.match(quirk);
        if (!match.hasMatch())
            return fail(ErrorCode::BadInput,
                        Words::tr("There is no quirk \"%1\". There is: calls:N/SECONDS").arg(quirk));
        limit = match.captured(1).toInt();
        window = match.captured(2).toInt();
    }
    m_callLimit = limit;
    m_window = std::chrono::seconds(window);
    m_calls.clear();
    return {};
}

Result<> ItGluePlatform::openState(const QString &file)
{
    m_stateFile = file;
    QFile state(file);
    if (!state.exists())
        return saveState();
    if (!state.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadInput, Words::tr("%1 cannot be read: %2").arg(file, state.errorString()));
    const QJsonObject all = QJsonDocument::fromJson(state.readAll()).object();
    if (all.isEmpty())
        return fail(ErrorCode::BadInput, Words::tr("%1 is no state of a practice PSA.").arg(file));
    for (const QString &resource : resourceNames()) {
        Rows rows;
        const QJsonObject stored = all.value(resource).toObject();
        for (auto it = stored.constBegin(); it != stored.constEnd(); ++it)
            rows.insert(it.key().toInt(), it.value().toObject());
        m_resources.insert(resource, rows);
        m_lastIds.insert(resource, rows.isEmpty() ? 0 : rows.lastKey());
    }
    return {};
}

Result<> ItGluePlatform::saveState()
{
    if (m_stateFile.isEmpty())
        return {};
    QJsonObject all;
    for (auto resource = m_resources.cbegin(); resource != m_resources.cend(); ++resource) {
        QJsonObject rows;
        for (auto it = resource->cbegin(); it != resource->cend(); ++it)
            rows.insert(QString::number(it.key()), it.value());
        all.insert(resource.key(), rows);
    }
    QSaveFile file(m_stateFile);
    const QByteArray text = QJsonDocument(all).toJson(QJsonDocument::Compact);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return fail(ErrorCode::BadInput,
                    Words::tr("%1 cannot be written: %2").arg(m_stateFile, file.errorString()));
    return {};
}

} // namespace tandem
