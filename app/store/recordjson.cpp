// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordjson.h"

#include "core/clock.h"
#include "core/field.h"

#include <QJsonArray>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject directoryToJson(const DirectoryFacts &facts)
{
    const auto moment = [](const QDateTime &at) { return at.isValid() ? QJsonValue(toIsoUtc(at)) : QJsonValue(); };
    return {{u"name"_s, facts.directoryName},
            {u"external_id"_s, facts.externalId},
            {u"account"_s, facts.account},
            {u"status"_s, accountStatusName(facts.status)},
            {u"last_logon"_s, moment(facts.lastLogonAt)},
            {u"last_password_reset"_s, moment(facts.passwordSetAt)},
            {u"password_expires"_s, moment(facts.passwordExpiresAt)},
            {u"password_never_expires"_s, facts.passwordNeverExpires},
            {u"seen"_s, moment(facts.seenAt)}};
}

} // namespace

QJsonObject recordToJson(const RecordView &view)
{
    const Record &record = view.record;
    QJsonObject object {{u"kind"_s, kindName(record.kind)},
                        {u"id"_s, record.id},
                        {u"name"_s, record.displayName()},
                        {u"source"_s, recordSourceName(record.source)},
                        {u"created_at"_s, toIsoUtc(record.createdAt)},
                        {u"updated_at"_s, toIsoUtc(record.updatedAt)}};
    for (const FieldDescription *described : allFieldsOf(record.kind)) {
        const FieldDescription &field = *described;
        const QString id = field.name();
        const QJsonValue value = nullIfBlank(record.fields.value(id));
        const QJsonValue name = value.isNull() ? QJsonValue() : QJsonValue(view.referenceNames.value(id));
        if (field.type == FieldType::Option) {
            object.insert(id, name);
            object.insert(field.column(), value);
        } else if (field.type == FieldType::Reference) {
            object.insert(id, value);
            object.insert(QString(id + "_name"_L1), name);
        } else if (field.type == FieldType::Emails || field.type == FieldType::Phones) {
            object.insert(id, value.toArray());
        } else {
            object.insert(id, value);
        }
    }
    QJsonArray sync;
    for (const RecordView::Sync &each : view.sync) {
        sync.append(QJsonObject {
            {u"integration"_s, each.badge.integrationName},
            {u"platform"_s, platformName(each.badge.platform)},
            {u"state"_s, syncStateName(each.badge.state)},
            {u"remote_id"_s, each.link.isLinked() ? QJsonValue(each.link.remote.id) : QJsonValue()},
            {u"message"_s, each.message},
            {u"pending"_s, QJsonArray::fromStringList(each.pendingFields)},
            {u"retry_at"_s, each.badge.retryAt.isValid() ? QJsonValue(toIsoUtc(each.badge.retryAt)) : QJsonValue()}});
    }
    object.insert(u"sync"_s, sync);
    if (view.directory)
        object.insert(u"directory"_s, directoryToJson(*view.directory));
    return object;
}

QJsonObject eventToJson(const Event &event)
{
    const auto text = [](const QString &value) { return value.isEmpty() ? QJsonValue() : QJsonValue(value); };
    return {{u"at"_s, toIsoUtc(event.at)},
            {u"event"_s, eventTypeName(event.type)},
            {u"result"_s, event.isFailure ? u"failed"_s : u"ok"_s},
            {u"integration"_s, text(event.integrationName)},
            {u"kind"_s, event.recordId == 0 ? QJsonValue() : QJsonValue(kindName(event.kind))},
            {u"id"_s, event.recordId == 0 ? QJsonValue() : QJsonValue(event.recordId)},
            {u"name"_s, text(event.recordName)},
            {u"person"_s, text(event.person)},
            {u"message"_s, event.message},
            {u"fields"_s, event.fields},
            {u"request_id"_s, text(event.requestId)}};
}

QJsonObject backupToJson(const RecordView &view, const QList<Event> &history)
{
    QJsonObject object = recordToJson(view);
    QJsonArray links;
    for (const RecordView::Sync &each : view.sync) {
        if (each.link.id == 0)
            continue;
        links.append(QJsonObject {{u"integration"_s, each.badge.integrationName},
                                  {u"remote_id"_s, each.link.remote.id},
                                  {u"remote_parent_id"_s, each.link.remote.parentId},
                                  {u"version"_s, each.link.version},
                                  {u"baseline"_s, each.link.baseline}});
    }
    object.insert(u"links"_s, links);
    QJsonArray events;
    for (const Event &event : history)
        events.append(eventToJson(event));
    object.insert(u"history"_s, events);
    return object;
}

} // namespace tandem
