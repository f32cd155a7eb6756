// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/connectwise/connectwisepoints.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tandem::connectwise {

using namespace Qt::Literals::StringLiterals;

namespace {

class Words final
{
    Q_DECLARE_TR_FUNCTIONS(tandem::ConnectWisePoints)
};

enum class Kind : quint8 {
    Email,
    Phone,
    Fax,
};

struct List {
    QString field;
    bool isEmails;
};

const std::array lists {List {u"emails"_s, true}, List {u"phones"_s, false}};

QString kindWord(Kind kind)
{
    switch (kind) {
    case Kind::Email:
        return u"Email"_s;
    case Kind::Phone:
        return u"Phone"_s;
    case Kind::Fax:
        return u"Fax"_s;
    }
    return {};
}

Kind kindOf(const QJsonObject &item)
{
    const QString word = item.value("communicationType"_L1).toString();
    if (word == "Email"_L1)
        return Kind::Email;
    if (word == "Fax"_L1)
        return Kind::Fax;
    // The member is nullable, and only an email has an @.
    return word.isEmpty() && item.value("value"_L1).toString().contains(u'@') ? Kind::Email : Kind::Phone;
}

bool isDefault(const QJsonObject &item)
{
    return item.value("defaultFlag"_L1).toBool();
}

qint64 typeIdOf(const QJsonObject &item)
{
    return item.value("type"_L1).toObject().value("id"_L1).toInteger();
}

QString valueOf(const QJsonObject &item)
{
    return item.value("value"_L1).toString();
}

/** The items of a list, in the order of the contact. */
QList<QJsonObject> itemsOf(const QJsonArray &items, bool isEmails)
{
    QList<QJsonObject> found;
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        if ((kindOf(item) == Kind::Email) == isEmails && !valueOf(item).trimmed().isEmpty())
            found.append(item);
    }
    return found;
}

QJsonArray pointsIn(const QJsonArray &array, bool isEmails)
{
    const QList<QJsonObject> items = itemsOf(array, isEmails);
    const bool hasDefaultPhone = std::any_of(items.cbegin(), items.cend(), [](const QJsonObject &item) {
        return kindOf(item) == Kind::Phone && isDefault(item);
    });
    QList<ContactPoint> points;
    for (const QJsonObject &item : items) {
        points.append({.value = valueOf(item).trimmed(),
                       .label = item.value("type"_L1).toObject().value("name"_L1).toString(),
                       .extension = item.value("extension"_L1).toString().trimmed(),
                       .isPrimary = isDefault(item) && !(kindOf(item) == Kind::Fax && hasDefaultPhone)});
    }
    return contactPointsToJson(points);
}

/** The type of a point: by its label, else the default one of the list; nullptr when there is none. */
const CommunicationType *typeFor(const QString &label, bool isEmails, const QList<CommunicationType> &types)
{
    const CommunicationType *usual = nullptr;
    for (const CommunicationType &type : types) {
        if (!(isEmails ? type.isEmail : type.isPhone || type.isFax))
            continue;
        if (!label.isEmpty() && type.name.compare(label, Qt::CaseInsensitive) == 0)
            return &type;
        const bool isUsual = type.isDefault && (isEmails || type.isPhone);
        if (label.isEmpty() && isUsual && !usual)
            usual = &type;
    }
    return usual;
}

/** A point as it shall be. */
struct Wanted {
    ContactPoint point;
    qint64 typeId = 0;
    Kind kind = Kind::Email;
    qsizetype item = -1; ///< index of the existing item that it becomes
};

Result<QList<Wanted>> wantedIn(const RemoteValues &values, const List &list, const QList<CommunicationType> &types)
{
    QList<Wanted> wanted;
    bool hasPrimary = false;
    for (ContactPoint point : contactPointsFromJson(values.value(list.field).toArray())) {
        const CommunicationType *type = typeFor(point.label, list.isEmails, types);
        if (!type) {
            const QString message = list.isEmails
                ? Words::tr("ConnectWise has no email type named “%1”. Choose one of its types.")
                : Words::tr("ConnectWise has no phone type named “%1”. Choose one of its types.");
            return fail(Error {.code = ErrorCode::BadInput, .message = message.arg(point.label), .field = list.field});
        }
        point.isPrimary = point.isPrimary && !hasPrimary;
        hasPrimary = hasPrimary || point.isPrimary;
        wanted.append({.point = point,
                       .typeId = type->id,
                       .kind = list.isEmails ? Kind::Email
                           : type->isPhone   ? Kind::Phone
                                             : Kind::Fax});
    }
    return wanted;
}

QJsonObject bodyOf(const Wanted &wanted)
{
    QJsonObject body {{u"type"_s, QJsonObject {{u"id"_s, wanted.typeId}}},
                      {u"value"_s, wanted.point.value},
                      {u"defaultFlag"_s, wanted.point.isPrimary},
                      {u"communicationType"_s, kindWord(wanted.kind)}};
    if (!wanted.point.extension.isEmpty())
        body.insert(u"extension"_s, wanted.point.extension);
    return body;
}

void replace(QJsonArray &patch, const QString &path, const QJsonValue &value)
{
    patch.append(QJsonObject {{u"op"_s, u"replace"_s}, {u"path"_s, path}, {u"value"_s, value}});
}

QJsonArray patchOf(const QJsonObject &item, const Wanted &wanted)
{
    QJsonArray patch;
    if (valueOf(item) != wanted.point.value)
        replace(patch, u"value"_s, wanted.point.value);
    if (typeIdOf(item) != wanted.typeId)
        replace(patch, u"type"_s, QJsonObject {{u"id"_s, wanted.typeId}});
    if (item.value("extension"_L1).toString() != wanted.point.extension) {
        if (wanted.point.extension.isEmpty())
            patch.append(QJsonObject {{u"op"_s, u"remove"_s}, {u"path"_s, u"extension"_s}});
        else
            replace(patch, u"extension"_s, wanted.point.extension);
    }
    if (wanted.point.isPrimary && !isDefault(item))
        replace(patch, u"defaultFlag"_s, true);
    return patch;
}

/** Gives each wanted point an existing item, the most alike first; an item does not change its kind. */
void pair(QList<Wanted> &wanted, const QList<QJsonObject> &items)
{
    using Alike = bool (*)(const Wanted &, const QJsonObject &);
    static constexpr std::array<Alike, 4> passes {
        [](const Wanted &one, const QJsonObject &item) {
            return valueOf(item) == one.point.value && typeIdOf(item) == one.typeId;
        },
        [](const Wanted &one, const QJsonObject &item) {
            return valueOf(item).compare(one.point.value, Qt::CaseInsensitive) == 0;
        },
        [](const Wanted &one, const QJsonObject &item) { return typeIdOf(item) == one.typeId; },
        [](const Wanted &, const QJsonObject &) { return true; }};
    QList<bool> isTaken(items.size(), false);
    for (const Alike isAlike : passes) {
        for (Wanted &one : wanted) {
            for (qsizetype i = 0; one.item < 0 && i < items.size(); ++i) {
                // A type may be of both kinds, so the same type is kind enough.
                const bool isKin = kindOf(items.at(i)) == one.kind || typeIdOf(items.at(i)) == one.typeId;
                if (!isTaken.at(i) && isKin && isAlike(one, items.at(i))) {
                    one.item = i;
                    isTaken[i] = true;
                }
            }
        }
    }
}

} // namespace

CommunicationType communicationTypeFrom(const QJsonObject &row)
{
    return {.id = row.value("id"_L1).toInteger(),
            .name = row.value("description"_L1).toString().trimmed(),
            .isEmail = row.value("emailFlag"_L1).toBool(),
            .isPhone = row.value("phoneFlag"_L1).toBool(),
            .isFax = row.value("faxFlag"_L1).toBool(),
            .isDefault = row.value("defaultFlag"_L1).toBool()};
}

QJsonArray emailsIn(const QJsonArray &items)
{
    return pointsIn(items, true);
}

QJsonArray phonesIn(const QJsonArray &items)
{
    return pointsIn(items, false);
}

Result<QJsonArray> communicationItems(const RemoteValues &values, const QList<CommunicationType> &types)
{
    QJsonArray items;
    for (const List &list : lists) {
        const Result<QList<Wanted>> wanted = wantedIn(values, list, types);
        if (!wanted)
            return fail(wanted.error());
        for (const Wanted &one : *wanted)
            items.append(bodyOf(one));
    }
    return items;
}

Result<QList<CommunicationCall>> planCommunications(const QJsonArray &items, const RemoteValues &changes,
                                                    const QList<CommunicationType> &types)
{
    QList<CommunicationCall> calls;
    QList<CommunicationCall> removals;
    for (const List &list : lists) {
        if (!changes.contains(list.field))
            continue;
        Result<QList<Wanted>> wanted = wantedIn(changes, list, types);
        if (!wanted)
            return fail(wanted.error());
        const QList<QJsonObject> existing = itemsOf(items, list.isEmails);
        pair(*wanted, existing);
        const bool wantsFaxFirst = std::any_of(wanted->cbegin(), wanted->cend(), [](const Wanted &one) {
            return one.kind == Kind::Fax && one.point.isPrimary;
        });
        for (qsizetype i = 0; i < existing.size(); ++i) {
            const QJsonObject &item = existing.at(i);
            const qint64 id = item.value("id"_L1).toInteger();
            const auto one = std::find_if(wanted->cbegin(), wanted->cend(),
                                          [i](const Wanted &candidate) { return candidate.item == i; });
            if (one == wanted->cend()) {
                removals.append({.kind = CommunicationCall::Kind::Remove, .field = list.field, .itemId = id});
                continue;
            }
            QJsonArray patch = patchOf(item, *one);
            // A fax can only be the primary one when no phone is.
            if (wantsFaxFirst && one->kind == Kind::Phone && isDefault(item))
                replace(patch, u"defaultFlag"_s, false);
            if (!patch.isEmpty()) {
                calls.append(
                    {.kind = CommunicationCall::Kind::Change, .field = list.field, .itemId = id, .patch = patch});
            }
        }
        for (const Wanted &one : *wanted) {
            if (one.item < 0)
                calls.append({.kind = CommunicationCall::Kind::Add, .field = list.field, .body = bodyOf(one)});
        }
    }
    return calls + removals;
}

bool knowsLabels(const RemoteValues &values, const QList<CommunicationType> &types)
{
    return std::all_of(lists.cbegin(), lists.cend(),
                       [&](const List &list) { return wantedIn(values, list, types).has_value(); });
}

} // namespace tandem::connectwise
