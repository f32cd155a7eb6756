// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/autotask/autotaskwire.h"

#include "core/contactpoint.h"
#include "core/field.h"
#include "core/record.h"
#include "psa/autotask/autotaskerrors.h"
#include "psa/autotask/autotaskquery.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tandem::autotask {

using namespace Qt::Literals::StringLiterals;

namespace {

class Words final {
    Q_DECLARE_TR_FUNCTIONS(tandem::AutotaskWire)
};

/** A field that a person mapped to a user-defined one has its name behind this. */
constexpr QLatin1StringView userDefinedPrefix = "userDefinedFields."_L1;

/** What an API user without the right to protected data reads instead of the value. */
constexpr QLatin1StringView mask = "*****"_L1;

const QString manufacturerField = u"manufacturer"_s;
const QString modelField = u"model"_s;

QJsonValue nullIfEmpty(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QString textOf(const QJsonValue &member)
{
    return (member.isString() ? member.toString() : member.toVariant().toString()).trimmed();
}

bool isUserDefined(const MappedField &field)
{
    return field.remote.startsWith(userDefinedPrefix);
}

bool isPrimaryLocation(AssetKind kind, const MappedField &field)
{
    return kind == AssetKind::Organization && field.field == "primary_location"_L1;
}

bool isOfProduct(const MappedField &field)
{
    return field.field == manufacturerField || field.field == modelField;
}

/** The company of a contact or location is in the path, and the product and the main location are not
 * members. */
bool isMember(AssetKind kind, const MappedField &field)
{
    const bool isInPath =
        (kind == AssetKind::Contact || kind == AssetKind::Location) && field.field == "organization"_L1;
    return !isInPath && !isPrimaryLocation(kind, field) && !isOfProduct(field) && field.places.isEmpty()
        && !isUserDefined(field);
}

/** Contacts have it as a number. */
bool isActiveIn(const QJsonValue &flag)
{
    return flag.isBool() ? flag.toBool() : flag.toInt() != 0;
}

/** Whether the company 0 in the row of a contact may only stand for one that is not told. */
bool isCompanyDoubtful(const QJsonObject &row)
{
    return row.value("companyID"_L1).toInteger() == 0 && row.contains("isActive"_L1)
        && !isActiveIn(row.value("isActive"_L1));
}

QString idOf(const QJsonObject &row)
{
    return row.value("id"_L1).isDouble() ? QString::number(row.value("id"_L1).toInteger()) : QString();
}

QJsonValue activeOnWire(AssetKind kind, bool isActive)
{
    return kind == AssetKind::Contact ? QJsonValue(int(isActive)) : QJsonValue(isActive);
}

/** The id in a reference, blank when it has none. Only the tenant's own company has the id 0. */
QString idIn(AssetKind kind, const MappedField &field, const QJsonValue &member, const QJsonObject &row)
{
    if (!member.isDouble())
        return {};
    const qint64 id = member.toInteger(-1);
    const FieldDescription *description = findField(kind, field.field);
    const bool isCompany = description && description->target == AssetKind::Organization;
    const bool isItself = kind == AssetKind::Organization && id == row.value("id"_L1).toInteger(-1);
    return id > 0 || (id == 0 && isCompany && !isItself) ? QString::number(id) : QString();
}

/** The value of a user-defined field; undefined when it is masked. */
QJsonValue userDefinedIn(const QJsonObject &row, const MappedField &field)
{
    const QString name = field.remote.sliced(userDefinedPrefix.size());
    const QJsonArray entries = row.value("userDefinedFields"_L1).toArray();
    for (const QJsonValue &item : entries) {
        const QJsonObject entry = item.toObject();
        if (entry.value("name"_L1).toString().compare(name, Qt::CaseInsensitive) != 0)
            continue;
        const QString text = textOf(entry.value("value"_L1));
        if (text == mask)
            return QJsonValue::Undefined;
        return nullIfEmpty(field.shape == WireShape::Date ? text.left(10) : text);
    }
    // Where others are told, one that is not told has been switched off; where none is, nobody may have a value.
    const bool isGone = field.isCustom() && !entries.isEmpty();
    return isGone ? QJsonValue(QJsonValue::Undefined) : QJsonValue(QJsonValue::Null);
}

QJsonArray pointsIn(const QJsonObject &row, const MappedField &field)
{
    QList<ContactPoint> points;
    for (const PointPlace &place : field.places) {
        const QString value = textOf(row.value(place.remote));
        if (value.isEmpty())
            continue;
        points.append(
            {.value = value,
             .label = place.label,
             .extension = place.extension.isEmpty() ? QString() : textOf(row.value(place.extension)),
             .isPrimary = points.isEmpty()});
    }
    return contactPointsToJson(points);
}

/** The value of a member; undefined when the row says nothing about it. */
QJsonValue valueIn(AssetKind kind, const MappedField &field, const QJsonObject &row,
                   const Surroundings &surroundings)
{
    const QJsonValue member = row.value(field.remote);
    if (isPrimaryLocation(kind, field)) {
        const QString company = QString::number(row.value("id"_L1).toInteger());
        const auto location = surroundings.primaryLocations.constFind(company);
        return location == surroundings.primaryLocations.constEnd() ? QJsonValue(QJsonValue::Undefined)
                                                                    : nullIfEmpty(*location);
    }
    if (isOfProduct(field)) {
        const qint64 id = row.value("productID"_L1).toInteger();
        if (!surroundings.fallbackProduct.isEmpty() && QString::number(id) == surroundings.fallbackProduct)
            return QJsonValue::Undefined;
        const Product product = surroundings.products.value(id);
        return nullIfEmpty(field.field == modelField ? product.model : product.manufacturer);
    }
    if (isUserDefined(field))
        return userDefinedIn(row, field);
    if (!field.places.isEmpty()) {
        const QJsonArray points = pointsIn(row, field);
        return points.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(points);
    }
    switch (field.shape) {
    case WireShape::Text:
    case WireShape::Number:
    case WireShape::Special:
        return nullIfEmpty(textOf(member));
    case WireShape::Date:
        return nullIfEmpty(member.toString().left(10));
    case WireShape::Flag:
        if (field.list)
            return isActiveIn(member) ? u"1"_s : u"0"_s;
        return isActiveIn(member);
    case WireShape::Reference:
        return nullIfEmpty(idIn(kind, field, member, row));
    }
    return QJsonValue::Null;
}

QString fingerprint(const RemoteValues &values)
{
    const QByteArray json = QJsonDocument(values).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).first(16).toHex());
}

/** When somebody last changed the record, as far as the API tells. */
QDateTime changeIn(AssetKind kind, const QJsonObject &row)
{
    switch (kind) {
    case AssetKind::Organization:
        return momentFrom(row.value("lastActivityDate"_L1));
    case AssetKind::Contact: {
        const QDateTime modified = momentFrom(row.value("lastModifiedDate"_L1));
        return modified.isValid() ? modified : momentFrom(row.value("lastActivityDate"_L1));
    }
    case AssetKind::Configuration:
        return momentFrom(row.value("lastModifiedTime"_L1));
    case AssetKind::Location:
    case AssetKind::Count:
        break;
    }
    return {};
}

/** A value as the wire has it; blank is null, unless the map says what blank means. */
Result<QJsonValue> wireValue(AssetKind kind, const MappedField &field, const QJsonValue &given)
{
    const QJsonValue value =
        isBlank(given) && !field.blankMeans.isEmpty() ? QJsonValue(field.blankMeans) : given;
    if (isBlank(value))
        return QJsonValue(QJsonValue::Null);
    switch (field.shape) {
    case WireShape::Text:
    case WireShape::Number:
    case WireShape::Special:
        return QJsonValue(value.toString());
    case WireShape::Date:
        return QJsonValue(QString(value.toString().left(10) + "T00:00:00.000Z"_L1));
    case WireShape::Flag:
        return activeOnWire(kind, field.list ? value.toString() == "1"_L1 : value.toBool());
    case WireShape::Reference: {
        const std::optional<qint64> id = numberOf(value.toString());
        if (!id) {
            return fail(Error{
                .code = ErrorCode::BadInput,
                .message =
                    Words::tr("“%1” is not an id that Autotask could have given.").arg(value.toString()),
                .field = field.field});
        }
        return QJsonValue(*id);
    }
    }
    return QJsonValue(QJsonValue::Null);
}

/** The members for emails or phones; a place that no point takes is null. */
Result<QJsonObject> placesOnWire(const MappedField &field, const QJsonValue &value)
{
    QJsonObject members;
    for (const PointPlace &place : field.places) {
        members.insert(place.remote, QJsonValue::Null);
        if (!place.extension.isEmpty())
            members.insert(place.extension, QJsonValue::Null);
    }
    for (const ContactPoint &point : contactPointsFromJson(value.toArray())) {
        const auto place =
            std::find_if(field.places.begin(), field.places.end(), [&](const PointPlace &each) {
                return each.label.compare(point.label, Qt::CaseInsensitive) == 0;
            });
        if (place == field.places.end() || !members.value(place->remote).isNull()) {
            return fail(Error{
                .code = ErrorCode::BadInput,
                .message = Words::tr("Autotask has no place for another “%1” of a contact.").arg(point.label),
                .field = field.field});
        }
        members.insert(place->remote, point.value);
        if (!place->extension.isEmpty())
            members.insert(place->extension, nullIfEmpty(point.extension));
    }
    return members;
}

/** All members that values ask for, nulls included. */
Result<QJsonObject> membersFor(AssetKind kind, const RemoteValues &values, const KindMap &map)
{
    QJsonObject members;
    QJsonArray userDefined;
    for (const MappedField &field : map.fields) {
        if (!values.contains(field.field) || !field.goesOut())
            continue;
        const QJsonValue value = values.value(field.field);
        if (!field.places.isEmpty()) {
            const Result<QJsonObject> places = placesOnWire(field, value);
            if (!places)
                return fail(places.error());
            for (auto it = places->constBegin(); it != places->constEnd(); ++it)
                members.insert(it.key(), it.value());
        } else if (isUserDefined(field)) {
            userDefined.append(QJsonObject{{u"name"_s, field.remote.sliced(userDefinedPrefix.size())},
                                           {u"value"_s, nullIfEmpty(value.toString())}});
        } else if (isMember(kind, field)) {
            const Result<QJsonValue> wire = wireValue(kind, field, value);
            if (!wire)
                return fail(wire.error());
            members.insert(field.remote, *wire);
        }
    }
    if (!userDefined.isEmpty())
        members.insert(u"userDefinedFields"_s, userDefined);
    return members;
}

/** Whether a member of the record as read is what would be sent; user-defined fields are compared by our
 * values. */
bool isThereAlready(const QJsonObject &row, const QString &member, const QJsonValue &value)
{
    const QJsonValue there = row.value(member);
    if (there.isUndefined())
        return false;
    return there == value || (value.isNull() && there.isString() && there.toString().isEmpty());
}

} // namespace

Product productFrom(const QJsonObject &row)
{
    return {.id = row.value("id"_L1).toInteger(),
            .name = textOf(row.value("name"_L1)),
            .manufacturer = textOf(row.value("manufacturerName"_L1)),
            .model = textOf(row.value("manufacturerProductName"_L1)),
            .isActive = row.value("isActive"_L1).toBool(true)};
}

QStringList membersOf(AssetKind kind, const KindMap &map)
{
    QStringList members{u"id"_s};
    const auto add = [&](const QString &member) {
        if (!member.isEmpty() && !members.contains(member))
            members.append(member);
    };
    for (const MappedField &field : map.fields) {
        if (isUserDefined(field))
            return {};
        if (field.places.isEmpty() && !isOfProduct(field) && !isPrimaryLocation(kind, field))
            add(field.remote);
        for (const PointPlace &place : field.places) {
            add(place.remote);
            add(place.extension);
        }
    }
    for (const FurtherGate &gate : map.gates)
        add(gate.remote);
    switch (kind) {
    case AssetKind::Organization:
        add(u"lastActivityDate"_s);
        break;
    case AssetKind::Contact:
        add(u"isActive"_s);
        add(u"lastModifiedDate"_s);
        add(u"lastActivityDate"_s);
        break;
    case AssetKind::Configuration:
        add(u"productID"_s);
        add(u"lastModifiedTime"_s);
        break;
    case AssetKind::Location:
        add(u"isPrimary"_s);
        break;
    case AssetKind::Count:
        break;
    }
    return members;
}

RemoteRecord recordFrom(AssetKind kind, const QJsonObject &row, const KindMap &map,
                        const Surroundings &surroundings, const RemoteKey &asked)
{
    RemoteRecord record{.kind = kind, .changedAt = changeIn(kind, row), .wire = row};
    record.key.id = idOf(row);
    const bool isCompanyUntold = kind == AssetKind::Contact && isCompanyDoubtful(row)
        && !surroundings.ofTenant.contains(record.key.id);
    for (const MappedField &field : map.fields) {
        QJsonValue value = valueIn(kind, field, row, surroundings);
        if (field.field == "organization"_L1 && isCompanyUntold)
            value = QJsonValue::Undefined;
        if (value.isUndefined()) {
            record.untold.append(field.field);
            continue;
        }
        record.values.insert(field.field, value);
        if (!field.list)
            continue;
        const EntityField *known = surroundings.metadata.find(field.remote);
        const PicklistValue *choice = known ? known->find(value.toString()) : nullptr;
        const QString name = field.list == OptionList::Member ? surroundings.members.value(value.toString())
            : choice                                          ? choice->label
                                                              : QString();
        if (!name.isEmpty())
            record.names.insert(field.field, name);
    }
    if (kind == AssetKind::Configuration) {
        const Product product = surroundings.products.value(row.value("productID"_L1).toInteger());
        if (record.values.contains(manufacturerField) && !product.manufacturer.isEmpty())
            record.names.insert(manufacturerField, product.manufacturer);
        // Rule D4: the name is the reference title, or else that of the product.
        if (isBlank(record.values.value("name"_L1)))
            record.values.insert(u"name"_s, nullIfEmpty(product.name));
    }
    for (const FurtherGate &gate : map.gates) {
        const QJsonValue member = row.value(gate.remote);
        record.values.insert(gate.key(),
                             member.isDouble() ? QJsonValue(textOf(member)) : QJsonValue(QJsonValue::Null));
    }
    if (kind == AssetKind::Contact || kind == AssetKind::Location)
        record.key.parentId = record.values.value("organization"_L1).toString(asked.parentId);
    record.version = fingerprint(record.values);
    return record;
}

QStringList productIdsIn(const QList<QJsonObject> &rows)
{
    QStringList ids;
    for (const QJsonObject &row : rows) {
        const QString id = QString::number(row.value("productID"_L1).toInteger());
        if (!ids.contains(id))
            ids.append(id);
    }
    return ids;
}

QStringList contactsWithoutCompany(const QList<QJsonObject> &rows)
{
    QStringList ids;
    for (const QJsonObject &row : rows) {
        if (isCompanyDoubtful(row))
            ids.append(idOf(row));
    }
    return ids;
}

QStringList unknownLabelsIn(const QJsonObject &row, const KindMap &map, const EntityMetadata &metadata)
{
    QStringList unknown;
    for (const MappedField &field : map.fields) {
        const EntityField *known = field.list ? metadata.find(field.remote) : nullptr;
        const QJsonValue value = row.value(field.remote);
        if (known && !known->picklist.isEmpty() && value.isDouble() && !known->find(textOf(value)))
            unknown.append(field.remote + u'=' + textOf(value));
    }
    return unknown;
}

Result<QJsonObject> createBody(AssetKind kind, const RemoteValues &values, const KindMap &map)
{
    const Result<QJsonObject> members = membersFor(kind, values, map);
    if (!members)
        return fail(members.error());
    QJsonObject body;
    for (auto it = members->constBegin(); it != members->constEnd(); ++it) {
        if (!it->isNull())
            body.insert(it.key(), *it);
    }
    if (!body.contains("isActive"_L1))
        body.insert(u"isActive"_s, activeOnWire(kind, true));
    return body;
}

Result<QJsonObject> changeBody(const RemoteRecord &current, const RemoteValues &changes, const KindMap &map)
{
    const Result<QJsonObject> members = membersFor(current.kind, changes, map);
    if (!members)
        return fail(members.error());
    QJsonObject body;
    for (auto it = members->constBegin(); it != members->constEnd(); ++it) {
        if (!isThereAlready(current.wire, it.key(), *it))
            body.insert(it.key(), *it);
    }
    return body;
}

Result<QJsonValue> settingOnWire(const MappedSetting &setting, const QString &value)
{
    if (value.isEmpty()) {
        return fail(
            ErrorCode::BadInput,
            Words::tr(
                "Autotask does not take a new record without what Sync Settings choose for it: the Default "
                "Account Manager and the default phone. Choose them there."));
    }
    return wireValue(AssetKind::Organization, {.field = {}, .remote = setting.remote, .shape = setting.shape},
                     value);
}

std::optional<Error> tooLongIn(const QJsonObject &body, const EntityMetadata &metadata, AssetKind kind,
                               const KindMap &map)
{
    for (auto it = body.constBegin(); it != body.constEnd(); ++it) {
        const EntityField *known = it->isString() ? metadata.find(it.key()) : nullptr;
        if (!known || known->length <= 0 || it->toString().size() <= known->length)
            continue;
        const QString field = fieldFor(it.key(), map);
        const FieldDescription *description = findField(kind, field);
        return Error{.code = ErrorCode::Rejected,
                     .message =
                         Words::tr("“%1” has %2 characters; your Autotask takes at most %3. Shorten it.")
                             .arg(description ? description->labelText() : it.key(),
                                  QString::number(it->toString().size()), QString::number(known->length)),
                     .field = field};
    }
    return std::nullopt;
}

std::optional<TenantField> tenantFieldFrom(const QJsonObject &row)
{
    const QString label = textOf(row.value("label"_L1));
    TenantField field{.remote = textOf(row.value("name"_L1)),
                      .maxLength = row.value("length"_L1).toInt(),
                      .isReadOnly = row.value("isReadOnly"_L1).toBool()};
    if (field.remote.isEmpty())
        return std::nullopt;
    field.title = label.isEmpty() ? field.remote : label;
    // A text of one line has at most this many characters.
    constexpr int longestLine = 255;
    const QString type = textOf(row.value("type"_L1));
    if (row.value("isPickList"_L1).toBool()) {
        field.type = TenantFieldType::Choice;
        for (const QJsonValue &each : row.value("picklistValues"_L1).toArray()) {
            const QJsonObject choice = each.toObject();
            if (choice.value("isActive"_L1).toBool(true))
                field.choices.append(textOf(choice.value("value"_L1)));
        }
    } else if (type == "string"_L1) {
        field.type = field.maxLength > longestLine ? TenantFieldType::LongText : TenantFieldType::Text;
    } else if (type == "datetime"_L1) {
        field.type = TenantFieldType::Date;
    } else if (type == "boolean"_L1 || row.value("isReference"_L1).toBool()) {
        field.type = TenantFieldType::Other; // which the API takes for no user-defined field
    } else {
        field.type = TenantFieldType::Number;
    }
    return field;
}

std::optional<RemoteOption> countryFrom(const QJsonObject &row)
{
    const QString shown = textOf(row.value("displayName"_L1));
    const RemoteOption option{.list = OptionList::Country,
                              .remoteId = QString::number(row.value("id"_L1).toInteger()),
                              .name = shown.isEmpty() ? textOf(row.value("name"_L1)) : shown,
                              .isActive = row.value("isActive"_L1).toBool(true),
                              .isDefault = row.value("isDefaultCountry"_L1).toBool()};
    return option.name.isEmpty() ? std::nullopt : std::optional(option);
}

std::optional<RemoteOption> memberFrom(const QJsonObject &row)
{
    const QString name =
        QString(textOf(row.value("firstName"_L1)) + u' ' + textOf(row.value("lastName"_L1))).trimmed();
    const RemoteOption option{.list = OptionList::Member,
                              .remoteId = QString::number(row.value("id"_L1).toInteger()),
                              .name = name.isEmpty() ? textOf(row.value("userName"_L1)) : name,
                              .isActive = row.value("isActive"_L1).toBool(true)};
    return option.name.isEmpty() ? std::nullopt : std::optional(option);
}

} // namespace tandem::autotask
