// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/worldtext.h"

#include "core/field.h"
#include "core/syncstate.h"
#include "store/database.h"
#include "store/integrationstore.h"
#include "store/linkstore.h"
#include "store/outbox.h"
#include "store/recordqueries.h"
#include "store/recordstore.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Profiles here have one only. */
constexpr IntegrationId integration = 1;

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/** Without what depends on the order or the time of writing. */
QJsonValue timeless(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &each : value.toArray())
            array.append(timeless(each));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    object.remove(u"_info"_s);
    object.remove(u"id"_s);
    object.remove(u"mobileGuid"_s);
    for (auto it = object.begin(); it != object.end(); ++it) {
        // "typeIds": [7] and the like
        if (it.key().endsWith("Ids"_L1))
            it.value() = QJsonValue();
        else
            it.value() = timeless(it.value());
    }
    return object;
}

/** Text fields under the names that either side's documentation gives them. */
struct Member {
    const char *field;
    const char *member;
};

QList<Member> membersOf(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return {{"name", "name"}, {"short_name", "identifier"}};
    case AssetKind::Location:
        return {{"name", "name"},
                {"address_1", "addressLine1"},
                {"address_2", "addressLine2"},
                {"city", "city"},
                {"postal_code", "zip"}};
    case AssetKind::Contact:
        return {{"first_name", "firstName"}, {"last_name", "lastName"}, {"title", "title"}};
    case AssetKind::Configuration:
        return {{"name", "name"},
                {"serial_number", "serialNumber"},
                {"asset_tag", "tagNumber"},
                {"primary_ip", "ipAddress"},
                {"default_gateway", "defaultGateway"},
                {"operating_system", "osType"},
                {"notes", "notes"}};
    case AssetKind::Count:
        break;
    }
    return {};
}

/** References to records, with the kind they lead to. */
struct Reference {
    const char *field;
    const char *member;
    AssetKind target;
};

QList<Reference> referencesOf(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return {{"parent", "parentCompany", AssetKind::Organization}};
    case AssetKind::Location:
        return {{"organization", "company", AssetKind::Organization}};
    case AssetKind::Contact:
        return {{"organization", "company", AssetKind::Organization},
                {"location", "site", AssetKind::Location}};
    case AssetKind::Configuration:
        return {{"organization", "company", AssetKind::Organization},
                {"location", "site", AssetKind::Location},
                {"contact", "contact", AssetKind::Contact}};
    case AssetKind::Count:
        break;
    }
    return {};
}

QString plain(const QJsonValue &value)
{
    return value.toString().simplified();
}

/** By which a person would say that two are the same. */
QString nameThere(AssetKind kind, const QJsonObject &remote)
{
    const QString owner = QString::number(remote["company"_L1]["id"_L1].toInteger());
    switch (kind) {
    case AssetKind::Organization:
        return remote.value("identifier"_L1).toString();
    case AssetKind::Contact:
        return owner + u'/' + remote.value("firstName"_L1).toString() + u' '
            + remote.value("lastName"_L1).toString();
    case AssetKind::Configuration:
        return owner + u'/' + remote.value("name"_L1).toString() + u'/'
            + remote.value("serialNumber"_L1).toString();
    case AssetKind::Location:
    case AssetKind::Count:
        break;
    }
    return owner + u'/' + remote.value("name"_L1).toString();
}

/** What is wrong with one linked record. */
QStringList disagreementsOf(Database &database, const Record &record, const QJsonObject &remote)
{
    QStringList wrong;
    const auto differ = [&](const char *field, const QString &here, const QString &there) {
        if (here != there) {
            wrong.append(u"%1 \"%2\": %3 is \"%4\" here and \"%5\" there"_s.arg(
                kindName(record.kind), record.displayName(), QLatin1StringView(field), here, there));
        }
    };
    for (const Member &member : membersOf(record.kind)) {
        differ(member.field, plain(record.fields.value(QLatin1StringView(member.field))),
               plain(remote.value(QLatin1StringView(member.member))));
    }
    for (const Reference &reference : referencesOf(record.kind)) {
        const RecordId target = record.fields.value(QLatin1StringView(reference.field)).toInteger();
        const QJsonValue there = remote.value(QLatin1StringView(reference.member))["id"_L1];
        const auto link = LinkStore(database).get(integration, target);
        // What is gone there is referred to by nothing there.
        const bool isThere = target != 0 && link && *link && !(*link)->isOrphaned;
        const QString here = isThere ? (*link)->remote.id : QString();
        differ(reference.field, here, there.isUndefined() ? QString() : QString::number(there.toInteger()));
    }
    return wrong;
}

} // namespace

QStringList worldHere(Database &database)
{
    QStringList lines;
    const Result<QList<RecordId>> ids = recordIds(database, {});
    if (!ids)
        return {ids.error().message};
    for (const RecordId id : *ids) {
        const Result<RecordView> view = recordView(database, id, {});
        if (!view)
            return {view.error().message};
        QJsonObject fields = view->record.fields;
        for (auto it = view->referenceNames.constBegin(); it != view->referenceNames.constEnd(); ++it)
            fields.insert(it.key(), it.value());
        for (auto it = fields.begin(); it != fields.end();)
            it = isBlank(it.value()) ? fields.erase(it) : std::next(it);
        QString line = kindName(view->record.kind) + u' ' + compact(fields);
        for (const RecordView::Sync &sync : view->sync) {
            line += u" %1%2%3%4"_s.arg(syncStateName(sync.badge.state),
                                       sync.link.isLinked() ? u" linked"_s : u" alone"_s,
                                       sync.link.isOrphaned ? u" orphaned"_s : QString(),
                                       sync.link.message.isEmpty() ? QString() : u' ' + sync.link.message);
        }
        lines.append(line);
    }
    lines.sort();
    return lines;
}

QStringList worldThere(PracticeDoor &practice)
{
    QStringList lines;
    for (const AssetKind kind : allKinds) {
        const QJsonArray records = practice.records(kindName(kind));
        for (const QJsonValue &each : records)
            lines.append(kindName(kind) + u' ' + compact(timeless(each).toObject()));
    }
    lines.sort();
    return lines;
}

QStringList disagreements(Database &database, PracticeDoor &practice)
{
    QStringList wrong;
    const auto left = database.value(u"SELECT count(*) FROM outbox"_s);
    if (!left || left->toInt() != 0)
        wrong.append(u"%1 pushes are left in the outbox"_s.arg(left ? left->toString() : u"?"_s));
    QHash<AssetKind, QHash<QString, QJsonObject>> there;
    for (const AssetKind kind : allKinds) {
        QHash<QString, int> sameName;
        const QJsonArray records = practice.records(kindName(kind));
        for (const QJsonValue &each : records) {
            const QJsonObject remote = each.toObject();
            there[kind].insert(QString::number(remote.value("id"_L1).toInteger()), remote);
            if (++sameName[nameThere(kind, remote)] == 2)
                wrong.append(u"two %1s \"%2\" in the PSA"_s.arg(kindName(kind), nameThere(kind, remote)));
        }
    }
    QHash<AssetKind, QSet<QString>> linked;
    const Result<QList<RecordId>> ids = recordIds(database, {});
    if (!ids)
        return {ids.error().message};
    for (const RecordId id : *ids) {
        const Result<Record> record = RecordStore(database).get(id);
        const auto link = LinkStore(database).get(integration, id);
        if (!record || !link)
            return {u"a record cannot be read"_s};
        const QString name = kindName(record->kind) + u" \""_s + record->displayName() + u'"';
        if (!*link || !(*link)->isLinked()) {
            wrong.append(name + u" is not in the PSA"_s);
            continue;
        }
        if ((*link)->isOrphaned)
            continue;
        if ((*link)->state != SyncState::Synced)
            wrong.append(name + u" is "_s + syncStateName((*link)->state) + u": "_s + (*link)->message);
        const QString remoteId = (*link)->remote.id;
        if (!there.value(record->kind).contains(remoteId)) {
            wrong.append(name + u" is linked to nothing"_s);
            continue;
        }
        linked[record->kind].insert(remoteId);
        wrong += disagreementsOf(database, *record, there.value(record->kind).value(remoteId));
    }
    for (const AssetKind kind : allKinds) {
        for (auto it = there[kind].constBegin(); it != there[kind].constEnd(); ++it) {
            if (!linked.value(kind).contains(it.key()) && !it->value("deletedFlag"_L1).toBool())
                wrong.append(u"%1 %2 of the PSA is not here"_s.arg(kindName(kind), nameThere(kind, *it)));
        }
    }
    return wrong;
}

QStringList differences(const QStringList &expected, const QStringList &actual)
{
    QStringList lines;
    QStringList extra = actual;
    for (const QString &line : expected) {
        if (!extra.removeOne(line))
            lines.append(u"- "_s + line);
    }
    for (const QString &line : std::as_const(extra))
        lines.append(u"+ "_s + line);
    return lines;
}

} // namespace tandem
