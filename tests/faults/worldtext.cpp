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
QJsonValue timeless(const PlatformWorld &world, const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &each : value.toArray())
            array.append(timeless(world, each));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    object.remove(u"id"_s);
    for (const QString &member : world.passing)
        object.remove(member);
    for (auto it = object.begin(); it != object.end(); ++it) {
        // "typeIds": [7] and the like
        if (it.key().endsWith("Ids"_L1))
            it.value() = QJsonValue();
        else
            it.value() = timeless(world, it.value());
    }
    return object;
}

QString plain(const QJsonValue &value)
{
    return value.toString().simplified();
}

/** By which a person would say what it is. */
QString ownName(const RemoteList &list, const QJsonObject &remote)
{
    QStringList names;
    for (const QString &member : list.names)
        names.append(remote.value(member).toString());
    return names.join(u' ');
}

/** By which a person would say that two are the same. */
QString nameThere(const RemoteList &list, const QJsonObject &remote)
{
    const QString owner = list.owner.isEmpty() ? QString() : referredId(remote.value(list.owner)) + u'/';
    return owner + ownName(list, remote);
}

/** What is wrong with one linked record. */
QStringList disagreementsOf(const PlatformWorld &world, Database &database, const Record &record,
                            const QJsonObject &remote)
{
    QStringList wrong;
    const auto differ = [&](const QString &field, const QString &here, const QString &there) {
        if (here != there) {
            wrong.append(u"%1 \"%2\": %3 is \"%4\" here and \"%5\" there"_s.arg(
                kindName(record.kind), record.displayName(), field, here, there));
        }
    };
    const RemoteList &list = world.list(record.kind);
    for (const RemoteMember &text : list.texts)
        differ(text.field, plain(record.fields.value(text.field)), plain(remote.value(text.member)));
    for (const RemoteReference &reference : list.references) {
        if (reference.field.isEmpty())
            continue;
        const RecordId target = record.fields.value(reference.field).toInteger();
        const auto link = LinkStore(database).get(integration, target);
        // What is gone there is referred to by nothing there.
        const bool isThere = target != 0 && link && *link && !(*link)->isOrphaned;
        differ(reference.field, isThere ? (*link)->remote.id : QString(),
               referredId(remote.value(reference.member)));
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

QStringList worldThere(const PlatformWorld &world, PracticeDoor &practice)
{
    const QList<RemoteList> lists = world.allLists();
    QHash<QString, QJsonArray> records;
    QHash<QString, QHash<QString, QString>> names; // by list and id
    for (const RemoteList &list : lists) {
        records.insert(list.name, practice.records(list.name));
        for (const QJsonValue &each : std::as_const(records[list.name]))
            names[list.name].insert(referredId(each), ownName(list, each.toObject()));
    }
    QStringList lines;
    for (const RemoteList &list : lists) {
        for (const QJsonValue &each : std::as_const(records[list.name])) {
            QJsonObject record = timeless(world, each).toObject();
            // An id says nothing, since it depends on who came first.
            for (const RemoteReference &reference : list.references) {
                const QString id = referredId(each[reference.member]);
                record.insert(reference.member, names.value(reference.target).value(id, id));
            }
            lines.append(list.name + u' ' + compact(record));
        }
    }
    lines.sort();
    return lines;
}

QStringList disagreements(const PlatformWorld &world, Database &database, PracticeDoor &practice)
{
    QStringList wrong;
    const auto left = database.value(u"SELECT count(*) FROM outbox"_s);
    if (!left || left->toInt() != 0)
        wrong.append(u"%1 pushes are left in the outbox"_s.arg(left ? left->toString() : u"?"_s));
    QHash<QString, QHash<QString, QJsonObject>> there; // by list and id
    const QList<RemoteList> lists = world.allLists();
    for (const RemoteList &list : lists) {
        QHash<QString, int> sameName;
        const QJsonArray records = practice.records(list.name);
        for (const QJsonValue &each : records) {
            const QJsonObject remote = each.toObject();
            there[list.name].insert(referredId(remote), remote);
            if (++sameName[nameThere(list, remote)] == 2)
                wrong.append(u"two of \"%1\" in the PSA's list %2"_s.arg(nameThere(list, remote), list.name));
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
        const QHash<QString, QJsonObject> &remotes = there[kindName(record->kind)];
        if (!remotes.contains(remoteId)) {
            wrong.append(name + u" is linked to nothing"_s);
            continue;
        }
        linked[record->kind].insert(remoteId);
        wrong += disagreementsOf(world, database, *record, remotes.value(remoteId));
    }
    for (const AssetKind kind : allKinds) {
        const RemoteList &list = world.list(kind);
        const QHash<QString, QJsonObject> &remotes = there[list.name];
        for (auto it = remotes.constBegin(); it != remotes.constEnd(); ++it) {
            if (!linked.value(kind).contains(it.key()) && !it->value(world.deletedMember).toBool())
                wrong.append(u"%1 %2 of the PSA is not here"_s.arg(list.name, nameThere(list, *it)));
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
