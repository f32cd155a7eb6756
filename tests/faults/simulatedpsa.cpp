// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/simulatedpsa.h"

#include "core/record.h"

#include <algorithm>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList requiredOf(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return {u"name"_s, u"short_name"_s, u"organization_type"_s, u"organization_status"_s};
    case AssetKind::Location:
        return {u"name"_s, u"organization"_s};
    case AssetKind::Contact:
        return {u"first_name"_s, u"organization"_s};
    case AssetKind::Configuration:
        return {u"name"_s, u"organization"_s, u"configuration_type"_s, u"configuration_status"_s};
    case AssetKind::Count:
        break;
    }
    return {};
}

/** The kind a field refers to; Count when it refers to none. */
AssetKind targetOf(const QString &field)
{
    if (field == "organization"_L1 || field == "parent"_L1)
        return AssetKind::Organization;
    if (field == "location"_L1 || field == "primary_location"_L1)
        return AssetKind::Location;
    return field == "contact"_L1 ? AssetKind::Contact : AssetKind::Count;
}

tl::unexpected<Error> refused(const QString &field, const QString &words)
{
    return fail(Error {.code = ErrorCode::Rejected, .message = words, .field = field, .remoteWords = words, .httpStatus = 400});
}

int idOf(const QJsonValue &value)
{
    return value.toString().toInt();
}

} // namespace

SimulatedPsa::SimulatedPsa(std::function<QDateTime()> now)
    : m_now(std::move(now))
{
}

QJsonValue SimulatedPsa::stored(const QString &field, const QJsonValue &value)
{
    if (isBlank(value))
        return QJsonValue();
    if (!value.isString())
        return value;
    if (field == "notes"_L1)
        return value.toString().simplified();
    if (field == "short_name"_L1)
        return value.toString().trimmed().toUpper();
    return value.toString().trimmed();
}

Result<void> SimulatedPsa::check(AssetKind kind, const RemoteValues &values) const
{
    for (const QString &field : requiredOf(kind)) {
        if (isBlank(values.value(field)))
            return refused(field, u"%1 is required."_s.arg(field));
    }
    const int organization = idOf(values.value("organization"_L1));
    for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
        const AssetKind target = targetOf(it.key());
        if (target == AssetKind::Count || isBlank(it.value()))
            continue;
        const SimulatedRecord *other = find(idOf(it.value()));
        if (!other || other->isDeleted || other->kind != target)
            return refused(it.key(), u"There is no %1 %2."_s.arg(it.key(), it.value().toString()));
        if (kind != AssetKind::Organization && target != AssetKind::Organization
            && idOf(other->values.value("organization"_L1)) != organization)
            return refused(it.key(), u"%1 belongs to another company."_s.arg(it.key()));
    }
    return {};
}

void SimulatedPsa::set(SimulatedRecord &record, const RemoteValues &changes, By by) const
{
    for (auto it = changes.constBegin(); it != changes.constEnd(); ++it) {
        const QJsonValue value = stored(it.key(), it.value());
        record.values.insert(it.key(), value);
        record.had[it.key()].append(value);
        // What a record began with is what both sides agreed on first, so it overrules nothing later.
        if (by == By::People && record.version > 0)
            record.setByPeople[it.key()].append(value);
    }
    record.changedAt = m_now();
}

Result<RemoteRecord> SimulatedPsa::create(AssetKind kind, RemoteValues values, By by)
{
    m_writes += by == By::Tandem;
    const QString siteName = values.take(u"site_name"_s).toString();
    if (const Result<void> checked = check(kind, values); !checked)
        return fail(checked.error());
    SimulatedRecord record {.kind = kind, .id = ++m_lastId, .isMadeByTandem = by == By::Tandem};
    set(record, values, by);
    record.version = 1;
    m_records.emplace(record.id, record);
    QList<RemoteRecord> children;
    if (kind == AssetKind::Organization) {
        const RemoteValues site {{u"name"_s, siteName.isEmpty() ? u"Main"_s : siteName},
                                 {u"organization"_s, QString::number(record.id)}};
        SimulatedRecord first {.kind = AssetKind::Location, .id = ++m_lastId, .isMadeByTandem = by == By::Tandem};
        set(first, site, by);
        first.version = 1;
        m_records.emplace(first.id, first);
        children.append(shown(first));
        set(m_records.at(record.id), {{u"primary_location"_s, QString::number(first.id)}}, by);
    }
    RemoteRecord answer = shown(m_records.at(record.id));
    answer.children = children;
    return answer;
}

Result<RemoteRecord> SimulatedPsa::update(AssetKind kind, int id, const RemoteValues &changes, By by)
{
    m_writes += by == By::Tandem;
    const auto known = m_records.find(id);
    if (known == m_records.end() || known->second.isDeleted || known->second.kind != kind)
        return fail(Error {.code = ErrorCode::NotFound, .message = u"There is no such record."_s, .httpStatus = 404});
    RemoteValues after = known->second.values;
    for (auto it = changes.constBegin(); it != changes.constEnd(); ++it)
        after.insert(it.key(), stored(it.key(), it.value()));
    if (const Result<void> checked = check(kind, after); !checked)
        return fail(checked.error());
    set(known->second, changes, by);
    ++known->second.version;
    return shown(known->second);
}

bool SimulatedPsa::isReferredTo(int id) const
{
    return std::any_of(m_records.begin(), m_records.end(), [&](const auto &each) {
        const SimulatedRecord &record = each.second;
        if (record.isDeleted)
            return false;
        for (auto it = record.values.constBegin(); it != record.values.constEnd(); ++it) {
            if (targetOf(it.key()) != AssetKind::Count && idOf(it.value()) == id)
                return true;
        }
        return false;
    });
}

bool SimulatedPsa::remove(int id)
{
    const auto known = m_records.find(id);
    if (known == m_records.end() || known->second.isDeleted || isReferredTo(id))
        return false;
    known->second.isDeleted = true;
    known->second.changedAt = m_now();
    return true;
}

RemoteRecord SimulatedPsa::shown(const SimulatedRecord &record) const
{
    RemoteRecord shown {.kind = record.kind,
                        .key = {.id = QString::number(record.id)},
                        .version = QString::number(record.version),
                        .values = record.values,
                        .changedBy = u"there"_s,
                        .changedAt = record.changedAt,
                        .isDeleted = record.isDeleted};
    if (record.kind == AssetKind::Location)
        shown.key.parentId = record.values.value("organization"_L1).toString();
    return shown;
}

Result<RemoteRecord> SimulatedPsa::read(AssetKind kind, int id) const
{
    const SimulatedRecord *record = find(id);
    if (!record || record->isDeleted || record->kind != kind)
        return fail(Error {.code = ErrorCode::NotFound, .message = u"There is no such record."_s, .httpStatus = 404});
    return shown(*record);
}

QList<RemoteRecord> SimulatedPsa::list(AssetKind kind, int afterId, const QDateTime &changedSince, int organization,
                                       qsizetype limit) const
{
    QList<RemoteRecord> found;
    for (auto it = m_records.upper_bound(afterId); it != m_records.end() && found.size() < limit; ++it) {
        const SimulatedRecord &record = it->second;
        const bool isMeant = record.kind == kind && !record.isDeleted
            && (organization == 0 || idOf(record.values.value("organization"_L1)) == organization)
            && (!changedSince.isValid() || record.changedAt >= changedSince);
        if (isMeant)
            found.append(shown(record));
    }
    return found;
}

QList<RemoteRecord> SimulatedPsa::similar(AssetKind kind, const RemoteValues &values) const
{
    const auto same = [&](const SimulatedRecord &record, QLatin1StringView field) {
        return record.values.value(field).toString() == values.value(field).toString().trimmed();
    };
    QList<RemoteRecord> found;
    for (const auto &[id, record] : m_records) {
        if (record.kind != kind || record.isDeleted)
            continue;
        const bool isNear = kind == AssetKind::Organization || same(record, "organization"_L1);
        bool isSame = false;
        switch (kind) {
        case AssetKind::Organization:
            isSame = same(record, "name"_L1)
                || record.values.value("short_name"_L1).toString() == values.value("short_name"_L1).toString().toUpper();
            break;
        case AssetKind::Location:
            isSame = true;
            break;
        case AssetKind::Contact:
            isSame = same(record, "first_name"_L1) && same(record, "last_name"_L1);
            break;
        case AssetKind::Configuration:
            isSame = same(record, "name"_L1);
            break;
        case AssetKind::Count:
            break;
        }
        if (isNear && isSame)
            found.append(shown(record));
    }
    return found;
}

QList<RemoteOption> SimulatedPsa::options(OptionList list)
{
    QStringList values;
    if (list == OptionList::OrganizationType)
        values = {u"Customer"_s, u"Vendor"_s};
    else if (list == OptionList::OrganizationStatus)
        values = {u"Active"_s, u"Inactive"_s};
    else if (list == OptionList::ConfigurationType)
        values = {u"Server"_s, u"Laptop"_s};
    else if (list == OptionList::ConfigurationStatus)
        values = {u"In use"_s, u"Retired"_s};
    else if (list == OptionList::EmailType)
        values = {u"Work"_s};
    QList<RemoteOption> options;
    for (const QString &value : std::as_const(values))
        options.append({.list = list, .remoteId = QString::number(options.size() + 1), .name = value});
    return options;
}

const std::map<int, SimulatedRecord> &SimulatedPsa::records() const
{
    return m_records;
}

const SimulatedRecord *SimulatedPsa::find(int id) const
{
    const auto known = m_records.find(id);
    return known == m_records.end() ? nullptr : &known->second;
}

QList<int> SimulatedPsa::ids(AssetKind kind) const
{
    QList<int> ids;
    for (const auto &[id, record] : m_records) {
        if (record.kind == kind && !record.isDeleted)
            ids.append(id);
    }
    return ids;
}

int SimulatedPsa::writes() const
{
    return m_writes;
}

} // namespace tandem
