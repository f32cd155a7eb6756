// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/kaseya/kaseyawire.h"

#include "core/contactpoint.h"
#include "core/field.h"
#include "core/record.h"
#include "psa/kaseya/kaseyajson.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <array>

namespace tandem::kaseya {

using namespace Qt::Literals::StringLiterals;

namespace {

class Words final {
    Q_DECLARE_TR_FUNCTIONS(tandem::KaseyaWire)
};

const QString locationField = u"location"_s;
const QString mainMember = u"isMain"_s;

/** What an asset's row has and its input has not: the names of ids, and what the PSA and its agents fill. */
const QSet<QString> &readOnlyMembers()
{
    static const QSet<QString> members{u"id"_s,
                                       u"accountname"_s,
                                       u"accountlocation"_s,
                                       u"contactfirstname"_s,
                                       u"contactlastname"_s,
                                       u"category"_s,
                                       u"brand"_s,
                                       u"businessimpact"_s,
                                       u"state"_s,
                                       u"webremoteurl"_s,
                                       u"vendor"_s,
                                       u"motherboardmanufacturer"_s,
                                       u"chassismanufacturer"_s,
                                       u"manufacturer"_s,
                                       u"createdbyid"_s,
                                       u"createdby"_s,
                                       u"modifiedbyid"_s,
                                       u"modifiedby"_s,
                                       u"createdon"_s,
                                       u"modifiedon"_s,
                                       u"contactemailaddress"_s,
                                       u"contactphonenumber"_s,
                                       u"agentid"_s,
                                       u"diskvolumes"_s,
                                       u"integrationtypeid"_s,
                                       u"statuses"_s};
    return members;
}

/** What the PSA says of a location by itself. */
const QSet<QString> &readOnlyOfLocation()
{
    static const QSet<QString> members{u"createdby"_s,  u"createdon"_s,    u"modifiedby"_s,  u"modifiedon"_s,
                                       u"timezoneid"_s, u"dateformatid"_s, u"timeformatid"_s};
    return members;
}

QJsonValue nullIfEmpty(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

bool isPoints(const MappedField &field)
{
    return field.normal == NormalForm::Points;
}

bool isPrimaryLocation(AssetKind kind, const MappedField &field)
{
    return kind == AssetKind::Organization && field.field == "primary_location"_L1;
}

/** The main one of the addresses or locations in a list, else the first. */
QJsonObject mainOf(const QJsonArray &list)
{
    for (const QJsonValue &each : list) {
        if (member(each.toObject(), mainMember).toBool())
            return each.toObject();
    }
    return list.isEmpty() ? QJsonObject() : list.at(0).toObject();
}

/** The members that name a mapped one where the rows of lists name it otherwise than the record itself. */
QStringList spellingsOf(AssetKind kind, const MappedField &field)
{
    QStringList names{field.remote};
    if (kind == AssetKind::Contact && field.remote == "poc"_L1)
        names.append(u"isPoc"_s);
    if (kind == AssetKind::Configuration && field.remote == "name"_L1)
        names.append(u"assetName"_s);
    return names;
}

/** Undefined where the row is silent. */
QJsonValue memberFor(AssetKind kind, const MappedField &field, const QJsonObject &row)
{
    for (const QString &name : spellingsOf(kind, field)) {
        const QJsonValue value = member(row, name);
        if (!value.isUndefined())
            return value;
    }
    return QJsonValue::Undefined;
}

/** The text of an id: "category" or "categoryName" for "categoryId"; people have a user name. */
QString nameBeside(const QJsonObject &row, const QString &idMember)
{
    if (!idMember.endsWith("Id"_L1))
        return {};
    const QString stem = idMember.chopped(2);
    for (const QString &name : {stem, QString(stem + "Name"_L1)}) {
        const QString text = textOf(member(row, name));
        if (!text.isEmpty())
            return text;
    }
    return {};
}

// ---- emails and phones --------------------------------------------------------------------------

struct PointMembers {
    QString value; ///< of a new one
    QString typeId;
    QString newValue; ///< of an operation
    QString list; ///< of their types, as `Names` have it
};

PointMembers membersOf(const MappedField &field)
{
    if (field.field == "emails"_L1)
        return {u"emailAddress"_s, u"emailTypeId"_s, u"newEmailAddress"_s,
                optionListName(OptionList::EmailType)};
    return {u"phoneNumber"_s, u"phoneTypeId"_s, u"newPhoneNumber"_s, optionListName(OptionList::PhoneType)};
}

QString typeNameIn(const QJsonObject &item, const PointMembers &members, const Names &names)
{
    const QString beside = nameBeside(item, members.typeId);
    return beside.isEmpty() ? names.value(members.list).value(idOf(member(item, members.typeId))) : beside;
}

QString valueIn(const QJsonObject &item, const PointMembers &members)
{
    const QString value = textOf(member(item, members.value));
    return value.isEmpty() ? textOf(member(item, u"phone"_s)) : value;
}

QList<ContactPoint> pointsIn(const QJsonArray &list, const MappedField &field, const Names &names)
{
    const PointMembers members = membersOf(field);
    QList<ContactPoint> points;
    for (const QJsonValue &each : list) {
        const QJsonObject item = each.toObject();
        const QString value = valueIn(item, members);
        if (!value.isEmpty()) {
            points.append({.value = value,
                           .label = typeNameIn(item, members, names),
                           .isPrimary = member(item, u"isDefault"_s).toBool()});
        }
    }
    keepOnePrimary(points);
    return points;
}

/** The id of an email or phone type; the label is the PSA's own name of it. */
Result<qint64> typeIdOf(const ContactPoint &point, const MappedField &field, const Names &names)
{
    const QMap<QString, QString> types = names.value(membersOf(field).list);
    for (auto it = types.constBegin(); it != types.constEnd(); ++it) {
        if (it.value().compare(point.label, Qt::CaseInsensitive) == 0)
            return it.key().toLongLong();
    }
    return fail(
        Error{.code = ErrorCode::BadInput,
              .message =
                  Words::tr("The PSA has no type “%1”. Refresh the lists in Sync Settings.").arg(point.label),
              .field = field.field});
}

Result<QJsonArray> pointsOnWire(const MappedField &field, const QJsonValue &value, const Names &names)
{
    const PointMembers members = membersOf(field);
    QList<ContactPoint> points = contactPointsFromJson(value.toArray());
    keepOnePrimary(points);
    QJsonArray list;
    for (const ContactPoint &point : std::as_const(points)) {
        const Result<qint64> type = typeIdOf(point, field, names);
        if (!type)
            return fail(type.error());
        list.append(QJsonObject{
            {members.value, point.value}, {members.typeId, *type}, {u"isDefault"_s, point.isPrimary}});
    }
    return list;
}

// ---- reading ------------------------------------------------------------------------------------

/** The value of a field; undefined when the row says nothing about it. */
QJsonValue valueIn(AssetKind kind, const MappedField &field, const QJsonObject &row, const Names &names)
{
    const QJsonValue value = memberFor(kind, field, row);
    if (value.isUndefined())
        return value;
    if (isPrimaryLocation(kind, field))
        return nullIfEmpty(idOf(member(mainOf(value.toArray()), u"id"_s)));
    if (isPoints(field)) {
        const QJsonArray points = contactPointsToJson(pointsIn(value.toArray(), field, names));
        return points.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(points);
    }
    switch (field.shape) {
    case WireShape::Text:
    case WireShape::Number:
    case WireShape::Special:
        return nullIfEmpty(textOf(value));
    case WireShape::Date: {
        // A date without a value is the first day of all there.
        const QString date = textOf(value).left(10);
        return nullIfEmpty(date.startsWith("0001-"_L1) ? QString() : date);
    }
    case WireShape::Flag:
        if (field.list)
            return value.toBool() ? u"1"_s : u"0"_s;
        return value.toBool();
    case WireShape::Reference:
        return nullIfEmpty(idOf(value));
    }
    return QJsonValue::Null;
}

QString fingerprint(const QJsonObject &values)
{
    const QByteArray json = QJsonDocument(values).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).first(16).toHex());
}

/** Only a moment that tells its time zone is one. */
QDateTime momentIn(const QJsonValue &value)
{
    const QDateTime moment = QDateTime::fromString(textOf(value), Qt::ISODateWithMs);
    return moment.isValid() && moment.timeSpec() != Qt::LocalTime ? moment.toUTC() : QDateTime();
}

QString personIn(const QJsonObject &row)
{
    const QString name = textOf(member(row, u"modifiedByName"_s));
    const QJsonValue by = member(row, u"modifiedBy"_s);
    return name.isEmpty() && by.isString() ? by.toString().trimmed() : name;
}

/** A location with the members of its main address beside its own. */
QJsonObject flatLocation(const QJsonObject &row, const QString &accountId)
{
    QJsonObject flat = mainOf(member(row, u"addresses"_s).toArray());
    const QStringList own = row.keys();
    for (const QString &key : own)
        setMember(flat, key, row.value(key));
    if (!accountId.isEmpty())
        setMember(flat, u"accountId"_s, accountId);
    return flat;
}

// ---- writing ------------------------------------------------------------------------------------

/** A value as the wire has it; blank is null, unless the map says what blank means. */
Result<QJsonValue> wireValue(const MappedField &field, const QJsonValue &given)
{
    const QJsonValue value =
        isBlank(given) && !field.blankMeans.isEmpty() ? QJsonValue(field.blankMeans) : given;
    if (field.shape == WireShape::Flag)
        return QJsonValue(field.list ? value.toString() == "1"_L1 : value.toBool());
    if (isBlank(value))
        return QJsonValue(QJsonValue::Null);
    switch (field.shape) {
    case WireShape::Text:
    case WireShape::Number:
    case WireShape::Special:
    case WireShape::Flag:
        return QJsonValue(value.toString());
    case WireShape::Date:
        return QJsonValue(QString(value.toString().left(10) + "T00:00:00Z"_L1));
    case WireShape::Reference: {
        bool isNumber = false;
        const qint64 id = value.toString().toLongLong(&isNumber);
        if (!isNumber || id <= 0) {
            return fail(
                Error{.code = ErrorCode::BadInput,
                      .message =
                          Words::tr("“%1” is not an id that the PSA could have given.").arg(value.toString()),
                      .field = field.field});
        }
        return QJsonValue(id);
    }
    }
    return QJsonValue(QJsonValue::Null);
}

/** The members that values ask for, nulls included; emails, phones and what only comes in are left out. */
Result<QJsonObject> membersFor(AssetKind kind, const RemoteValues &values, const KindMap &map)
{
    QJsonObject members;
    for (const MappedField &field : map.fields) {
        if (!values.contains(field.field) || !field.goesOut() || isPoints(field)
            || isPrimaryLocation(kind, field))
            continue;
        const Result<QJsonValue> wire = wireValue(field, values.value(field.field));
        if (!wire)
            return fail(wire.error());
        members.insert(field.remote, *wire);
    }
    return members;
}

QJsonObject withoutNulls(QJsonObject object)
{
    for (auto it = object.begin(); it != object.end();)
        it = it->isNull() ? object.erase(it) : it + 1;
    return object;
}

/** A location's members in two layers: its own, and those of its main address. */
Result<std::pair<QJsonObject, QJsonObject>> locationLayers(const RemoteValues &values, const KindMap &map)
{
    const Result<QJsonObject> members = membersFor(AssetKind::Location, values, map);
    if (!members)
        return fail(members.error());
    std::pair<QJsonObject, QJsonObject> layers;
    for (auto it = members->constBegin(); it != members->constEnd(); ++it) {
        const bool isOwn = it.key() == "locationName"_L1 || it.key() == "accountId"_L1;
        (isOwn ? layers.first : layers.second).insert(it.key(), it.value());
    }
    return layers;
}

QJsonObject without(const QJsonObject &object, const QSet<QString> &members)
{
    QJsonObject rest;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (!members.contains(it.key().toLower()))
            rest.insert(it.key(), it.value());
    }
    return rest;
}

} // namespace

bool isRecord(AssetKind kind, const QJsonObject &row, const KindMap &map)
{
    const MappedField &first = map.fields.constFirst();
    return !idOf(member(row, u"id"_s)).isEmpty() && !memberFor(kind, first, row).isUndefined();
}

RemoteRecord recordFrom(AssetKind kind, const QJsonObject &row, const KindMap &map, const Names &names, Shape shape,
                        const QString &parentId)
{
    const QJsonObject whole = kind == AssetKind::Location ? flatLocation(row, parentId) : row;
    RemoteRecord record{.kind = kind,
                        .changedBy = personIn(row),
                        .changedAt = momentIn(member(row, u"modifiedOn"_s)),
                        .isThin = shape == Shape::Thin,
                        .wire = row};
    record.key.id = idOf(member(row, u"id"_s));
    for (const MappedField &field : map.fields) {
        QJsonValue value = valueIn(kind, field, whole, names);
        if (value.isUndefined() && (shape == Shape::Thin || isPrimaryLocation(kind, field))) {
            record.untold.append(field.field);
            continue;
        }
        if (value.isUndefined())
            value = field.normal == NormalForm::Flag ? QJsonValue(false) : QJsonValue(QJsonValue::Null);
        record.values.insert(field.field, value);
        const QString name =
            field.list && !isPoints(field) && !isBlank(value) ? nameBeside(whole, field.remote) : QString();
        if (!name.isEmpty())
            record.names.insert(field.field, name);
    }
    if (kind != AssetKind::Organization)
        record.key.parentId = record.values.value("organization"_L1).toString(parentId);
    record.version = fingerprint(record.values);
    return record;
}

QList<RemoteRecord> locationsIn(const QJsonObject &account, const KindMap &map, const Names &names)
{
    const QString accountId = idOf(member(account, u"id"_s));
    QList<RemoteRecord> locations;
    for (const QJsonValue &row : member(account, u"locations"_s).toArray()) {
        const RemoteRecord location = recordFrom(AssetKind::Location, row.toObject(), map, names, Shape::Whole, accountId);
        if (!location.key.id.isEmpty())
            locations.append(location);
    }
    std::stable_partition(locations.begin(), locations.end(),
                          [](const RemoteRecord &each) { return member(each.wire, mainMember).toBool(); });
    return locations;
}

void harvest(AssetKind kind, const QJsonObject &row, const KindMap &map, Names &names)
{
    const auto note = [&](const QString &list, const QString &id, const QString &name) {
        if (!id.isEmpty() && !name.isEmpty())
            names[list].insert(id, name);
    };
    for (const MappedField &field : map.fields) {
        if (!field.list || field.shape == WireShape::Flag)
            continue;
        if (!isPoints(field)) {
            note(optionListName(*field.list), idOf(member(row, field.remote)), nameBeside(row, field.remote));
            continue;
        }
        const PointMembers members = membersOf(field);
        for (const QJsonValue &item : member(row, field.remote).toArray())
            note(members.list, idOf(member(item.toObject(), members.typeId)),
                 nameBeside(item.toObject(), members.typeId));
    }
    if (kind == AssetKind::Organization)
        note(u"business_type"_s, idOf(member(row, u"businessTypeId"_s)),
             nameBeside(row, u"businessTypeId"_s));
}

Result<QJsonObject> accountBody(Platform platform, const RemoteValues &values, const FieldMap &map,
                                const SyncSettings &settings)
{
    const KindMap &accounts = map.kind(AssetKind::Organization);
    const Result<QJsonObject> members = membersFor(AssetKind::Organization, values, accounts);
    if (!members)
        return fail(members.error());
    QJsonObject body = withoutNulls(*members);
    if (!body.contains("isActive"_L1))
        body.insert(u"isActive"_s, true);
    for (const MappedSetting &setting : accounts.settings) {
        const QString choice = settings.extraValue(setting.setting);
        if (choice.isEmpty()) {
            return fail(
                ErrorCode::BadInput,
                Words::tr(
                    "%1 does not take a new account without an account manager and a business type. Choose "
                    "them in Sync Settings.")
                    .arg(platformTitle(platform)));
        }
        const MappedField field{.field = {}, .remote = setting.remote, .shape = setting.shape};
        const Result<QJsonValue> value = wireValue(field, choice);
        if (!value)
            return fail(value.error());
        body.insert(setting.remote, *value);
    }
    RemoteValues first = values.value("first_location"_L1).toObject();
    if (isBlank(first.value("name"_L1)))
        first.insert(u"name"_s, values.value("site_name"_L1));
    first.remove(u"organization"_s);
    const auto layers = locationLayers(first, map.kind(AssetKind::Location));
    if (!layers)
        return fail(layers.error());
    QJsonObject location = withoutNulls(layers->first);
    QJsonObject address = withoutNulls(layers->second);
    if (!location.contains("locationName"_L1)) {
        return fail(Error{
            .code = ErrorCode::BadInput,
            .message =
                Words::tr("%1 does not take a new account without a location. Add one to the organization.")
                    .arg(platformTitle(platform)),
            .field = u"primary_location"_s});
    }
    address.insert(mainMember, true);
    location.insert(mainMember, true);
    location.insert(u"isActive"_s, true);
    location.insert(u"addresses"_s, QJsonArray{address});
    body.insert(u"locations"_s, QJsonArray{location});
    return body;
}

Result<QJsonObject> contactBody(const RemoteValues &values, const KindMap &map, const Names &names)
{
    const Result<QJsonObject> members = membersFor(AssetKind::Contact, values, map);
    if (!members)
        return fail(members.error());
    QJsonObject body;
    for (const QString &name : {u"firstName"_s, u"lastName"_s, u"accountId"_s, u"locationId"_s}) {
        if (members->contains(name) && !members->value(name).isNull())
            body.insert(name, members->value(name));
    }
    for (const MappedField &field : map.fields) {
        if (!isPoints(field))
            continue;
        const Result<QJsonArray> points = pointsOnWire(field, values.value(field.field), names);
        if (!points)
            return fail(points.error());
        body.insert(field.remote, *points);
    }
    return body;
}

Result<QJsonObject> assetBody(const RemoteValues &values, const KindMap &map)
{
    const Result<QJsonObject> members = membersFor(AssetKind::Configuration, values, map);
    if (!members)
        return fail(members.error());
    QJsonObject body = withoutNulls(*members);
    if (!body.contains("isActive"_L1))
        body.insert(u"isActive"_s, true);
    return body;
}

Result<QJsonObject> changedAsset(const QJsonObject &row, const RemoteValues &changes, const KindMap &map)
{
    const Result<QJsonObject> members = membersFor(AssetKind::Configuration, changes, map);
    if (!members)
        return fail(members.error());
    QJsonObject body = without(row, readOnlyMembers());
    for (auto it = members->constBegin(); it != members->constEnd(); ++it)
        setMember(body, it.key(), it.value());
    return body;
}

Result<QJsonObject> locationBody(const QJsonObject &row, const QString &accountId,
                                 const RemoteValues &changes, const KindMap &map)
{
    RemoteValues values = changes;
    values.insert(u"organization"_s, accountId);
    const auto layers = locationLayers(values, map);
    if (!layers)
        return fail(layers.error());
    const bool isNew = row.isEmpty();
    QJsonObject location = without(row, readOnlyOfLocation());
    QJsonArray addresses = member(row, u"addresses"_s).toArray();
    const auto main = std::find_if(addresses.begin(), addresses.end(), [](const QJsonValue &each) {
        return member(each.toObject(), mainMember).toBool();
    });
    const qsizetype place = main == addresses.end() ? 0 : main - addresses.begin();
    QJsonObject address =
        addresses.isEmpty() ? QJsonObject{{mainMember, true}} : addresses.at(place).toObject();
    for (auto it = layers->first.constBegin(); it != layers->first.constEnd(); ++it)
        setMember(location, it.key(), it.value());
    for (auto it = layers->second.constBegin(); it != layers->second.constEnd(); ++it) {
        if (!isNew || !it->isNull())
            setMember(address, it.key(), it.value());
        // The name of the country beside its id would be the old one's.
        if (it.key() == "countryId"_L1)
            address.remove(u"country"_s);
    }
    if (addresses.isEmpty())
        addresses.append(address);
    else
        addresses.replace(place, address);
    QJsonArray theirs;
    for (const QJsonValue &each : std::as_const(addresses))
        theirs.append(pascalCased(without(each.toObject(), readOnlyOfLocation())));
    if (isNew)
        setMember(location, u"isActive"_s, true);
    setMember(location, u"addresses"_s, theirs);
    return pascalCased(location);
}

Result<QJsonArray> patchFor(AssetKind kind, const RemoteValues &changes, const KindMap &map)
{
    const Result<QJsonObject> members = membersFor(kind, changes, map);
    if (!members)
        return fail(members.error());
    QJsonArray patch;
    const QJsonObject named = pascalCased(*members);
    for (auto it = named.constBegin(); it != named.constEnd(); ++it)
        patch.append(QJsonObject{
            {u"op"_s, u"replace"_s}, {u"path"_s, QString(u'/' + it.key())}, {u"value"_s, it.value()}});
    return patch;
}

Result<QJsonArray> pointOperations(const MappedField &field, const QJsonArray &current,
                                   const QJsonValue &wanted, const Names &names,
                                   const PointNumbers &numbers)
{
    const PointMembers members = membersOf(field);
    QList<ContactPoint> points = contactPointsFromJson(wanted.toArray());
    keepOnePrimary(points);
    QList<QJsonObject> left; // there, and not wanted as far as is known
    QList<QPair<ContactPoint, QJsonObject>> kept;
    for (const QJsonValue &each : current) {
        if (!valueIn(each.toObject(), members).isEmpty())
            left.append(each.toObject());
    }
    const auto takeFrom = [&left](const auto &isIt) {
        const auto found = std::find_if(left.begin(), left.end(), isIt);
        return found == left.end() ? QJsonObject() : left.takeAt(found - left.begin());
    };
    QList<ContactPoint> missing;
    for (const ContactPoint &point : std::as_const(points)) {
        const QJsonObject same = takeFrom([&](const QJsonObject &item) {
            return valueIn(item, members).compare(point.value, Qt::CaseInsensitive) == 0;
        });
        if (same.isEmpty())
            missing.append(point);
        else
            kept.append({point, same});
    }
    // One of the same type is changed rather than removed and made again.
    QList<ContactPoint> added;
    for (const ContactPoint &point : std::as_const(missing)) {
        const QJsonObject old = takeFrom([&](const QJsonObject &item) {
            return typeNameIn(item, members, names).compare(point.label, Qt::CaseInsensitive) == 0;
        });
        if (old.isEmpty())
            added.append(point);
        else
            kept.append({point, old});
    }
    QJsonArray operations;
    const auto append = [&](int operation, const QString &known, const ContactPoint *point) -> Result<void> {
        QJsonObject line{{u"operation"_s, operation}, {members.value, known}};
        if (point) {
            const Result<qint64> type = typeIdOf(*point, field, names);
            if (!type)
                return fail(type.error());
            line.insert(members.newValue, point->value);
            line.insert(u"typeId"_s, *type);
            line.insert(u"isDefault"_s, point->isPrimary);
        }
        operations.append(line);
        return {};
    };
    for (const auto &[point, item] : std::as_const(kept)) {
        const QString known = valueIn(item, members);
        const bool isSame = known == point.value && member(item, u"isDefault"_s).toBool() == point.isPrimary
            && typeNameIn(item, members, names).compare(point.label, Qt::CaseInsensitive) == 0;
        if (isSame)
            continue;
        if (const Result<void> appended = append(numbers.change, known, &point); !appended)
            return fail(appended.error());
    }
    for (const ContactPoint &point : std::as_const(added)) {
        if (const Result<void> appended = append(numbers.add, point.value, &point); !appended)
            return fail(appended.error());
    }
    for (const QJsonObject &item : std::as_const(left)) {
        if (const Result<void> appended = append(numbers.remove, valueIn(item, members), nullptr); !appended)
            return fail(appended.error());
    }
    return operations;
}

bool areExchanged(const MappedField &field, const QJsonArray &before, const QJsonArray &operations,
                  const QJsonArray &after, const PointNumbers &numbers)
{
    const PointMembers members = membersOf(field);
    QHash<QString, QString> idsBefore; // by value
    QSet<QString> idsAfter;
    QSet<QString> valuesAfter;
    for (const QJsonValue &each : before)
        idsBefore.insert(valueIn(each.toObject(), members), idOf(member(each.toObject(), u"id"_s)));
    for (const QJsonValue &each : after) {
        idsAfter.insert(idOf(member(each.toObject(), u"id"_s)));
        valuesAfter.insert(valueIn(each.toObject(), members));
    }
    bool isTold = false;
    for (const QJsonValue &each : operations) {
        const int operation = each["operation"_L1].toInt();
        const QString id = idsBefore.value(each[members.value].toString());
        if (operation == numbers.add || id.isEmpty())
            continue;
        const bool isChange = operation == numbers.change;
        const bool isGone =
            !idsAfter.contains(id) && (!isChange || !valuesAfter.contains(each[members.newValue].toString()));
        if (isGone != isChange)
            return false;
        isTold = true;
    }
    return isTold;
}

} // namespace tandem::kaseya
