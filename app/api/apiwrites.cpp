// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiwrites.h"

#include "api/apiquery.h"
#include "api/apireads.h"
#include "store/database.h"
#include "store/recordstore.h"

#include <QCoreApplication>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

using Deed = ApiTarget::Deed;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Api)
};

ApiFault badData(const QString &pointer, const QString &detail)
{
    return {.status = 422, .detail = detail, .pointer = pointer};
}

QString pointerTo(const ApiItem &item, const QString &attribute)
{
    return item.pointer + u"/attributes/"_s + attribute;
}

/** Ids that filters in the query or beside the data choose; `filters` must choose at least something. */
ApiResult<QList<qint64>> chosenIds(Database &database, const ApiTarget &target,
                                   const QList<std::pair<QString, QString>> &filters)
{
    ApiResult<ApiQuery> query = readQuery(target, filters);
    if (!query)
        return refuse(query.error());
    if (!query->hasFilters)
        return refuse(badData(u"/data"_s, Words::tr("Say which: by an id in each object, or by a filter.")));
    query->page.offset = 0;
    query->page.limit = mostItems;
    const Result<PageOfIds> page = recordPage(database, *target.resource->kind, query->page);
    if (!page)
        return refuse(faultOf(page.error()));
    if (page->total > mostItems) {
        return refuse(badData({},
                              Words::tr("The filter chooses %1 records; one request can change %2 at most.")
                                  .arg(page->total)
                                  .arg(mostItems)));
    }
    return page->ids;
}

/** Plans the writes of one request. */
class WritePlanner final {
public:
    WritePlanner(Database &database, const ApiRequest &request, const ApiTarget &target)
        : m_database(database)
        , m_request(request)
        , m_target(target)
        , m_resource(*target.resource)
    {
    }

    ApiResult<ApiWritePlan> plan()
    {
        ApiResult<ApiBody> body = parseBody(m_request.body);
        if (!body)
            return refuse(body.error());
        if (const ApiResult<void> there = checkParent(m_database, m_target); !there)
            return refuse(there.error());
        m_plan.answersList = body->isList;
        for (const ApiItem &item : std::as_const(body->items)) {
            if (const ApiResult<void> checked = checkForm(item, body->isList); !checked)
                return refuse(checked.error());
        }
        const ApiResult<void> planned = isForChosen(*body) ? planForChosen(*body) : planForItems(*body);
        if (!planned)
            return refuse(planned.error());
        m_plan.ignored.removeDuplicates();
        return m_plan;
    }

private:
    ApiResult<void> checkForm(const ApiItem &item, bool isList) const
    {
        if (isList && m_target.deed == Deed::Update)
            return refuse(badData(u"/data"_s, Words::tr("One object is needed here.")));
        if (isList && m_target.deed == Deed::Create && m_target.parentId == 0) {
            return refuse(badData(u"/data"_s,
                                  Words::tr("Several can only be made below the organization they belong to, "
                                            "such as /organizations/1/relationships/%1.")
                                      .arg(m_resource.name)));
        }
        const ApiResource *other = item.type.isEmpty() ? nullptr : findResource(item.type);
        if (other && other != &m_resource)
            return refuse(badData(item.pointer + u"/type"_s,
                                  Words::tr("This is not the page of %1.").arg(other->name)));
        if (!item.relationships.isEmpty() && m_target.deed != Deed::Create)
            return refuse(badData(item.pointer + u"/relationships"_s,
                                  Words::tr("Relationships cannot be changed here.")));
        return {};
    }

    /** One set of attributes for all that filters choose. */
    [[nodiscard]] bool isForChosen(const ApiBody &body) const
    {
        return m_target.deed == Deed::BulkUpdate && !body.isList && m_resource.kind
            && body.items.constFirst().id == 0;
    }

    ApiResult<void> planForChosen(const ApiBody &body)
    {
        m_plan.answersList = true;
        const ApiResult<QList<qint64>> ids = chosenIds(m_database, m_target, m_request.query + body.filters);
        if (!ids)
            return refuse(ids.error());
        for (const qint64 id : *ids) {
            if (const ApiResult<void> added = addChange(body.items.constFirst(), id); !added)
                return added;
        }
        return {};
    }

    ApiResult<void> planForItems(const ApiBody &body)
    {
        for (const ApiItem &item : body.items) {
            const ApiResult<void> added = m_target.deed == Deed::Create ? addNew(item)
                : m_target.deed == Deed::Update                         ? addChange(item, m_target.id)
                                                                        : addNamed(item);
            if (!added)
                return added;
        }
        return {};
    }

    ApiResult<void> addNamed(const ApiItem &item)
    {
        if (item.id == 0)
            return refuse(
                badData(pointerTo(item, u"id"_s), Words::tr("must be the id of what is to be changed")));
        return addChange(item, item.id);
    }

    ApiResult<void> addNew(ApiItem item)
    {
        if (const ApiResult<void> taken = takeInterfaces(item); !taken)
            return taken;
        ApiResult<ApiChanges> changes = readAttributes(m_resource, item, {});
        if (!changes)
            return refuse(changes.error());
        ApiWrite write{.changes = std::move(*changes), .pointer = item.pointer};
        if (m_target.parentId != 0 && m_resource.kind)
            write.changes.fields.insert(m_resource.parentField, m_target.parentId);
        else if (m_target.parentId != 0)
            write.changes.parent = m_target.parentId;
        if (m_resource.kind) {
            if (const ApiResult<void> checked = checkOrganization(write, item); !checked)
                return checked;
        } else if (const ApiResult<void> checked = checkNewValue(write, item); !checked) {
            return checked;
        }
        add(write);
        return {};
    }

    ApiResult<void> addChange(const ApiItem &item, qint64 id)
    {
        ApiWrite write{.id = id, .pointer = item.pointer};
        FieldValues before;
        if (m_resource.kind) {
            const Result<Record> record = RecordStore(m_database).get(id);
            if (!record && record.error().code != ErrorCode::NotFound)
                return refuse(faultOf(record.error()));
            if (!record || record->kind != *m_resource.kind || !isOfParent(record->fields))
                return refuse(404, Words::tr("%1 has nothing with the id %2.").arg(m_resource.name).arg(id));
            before = record->fields;
        } else {
            const Result<Option> option = OptionStore(m_database).get(id);
            if (!option || option->list != *m_resource.list
                || (m_target.parentId != 0 && option->parentId != m_target.parentId))
                return refuse(404, Words::tr("%1 has nothing with the id %2.").arg(m_resource.name).arg(id));
            write.changes.name = option->name;
        }
        ApiResult<ApiChanges> changes = readAttributes(m_resource, item, before);
        if (!changes)
            return refuse(changes.error());
        if (!changes->name)
            changes->name = write.changes.name;
        write.changes = std::move(*changes);
        if (m_resource.kind) {
            write.organization = write.changes.fields.value("organization"_L1)
                                     .toInteger(before.value("organization"_L1).toInteger());
            if (const ApiResult<void> checked = checkMoved(write, item); !checked)
                return checked;
            if (const ApiResult<void> known = notePrimary(write); !known)
                return known;
        }
        if (const ApiResult<void> checked = checkParentValue(write, item); !checked)
            return checked;
        add(write);
        return {};
    }

    [[nodiscard]] bool isOfParent(const FieldValues &fields) const
    {
        return m_target.parentId == 0
            || fields.value(m_resource.parentField).toInteger() == m_target.parentId;
    }

    void add(const ApiWrite &write)
    {
        m_plan.ignored += write.changes.ignored;
        m_plan.writes.append(write);
    }

    ApiResult<void> checkMoved(const ApiWrite &write, const ApiItem &item) const
    {
        return write.changes.fields.contains(u"organization"_s) ? checkOrganizationOf(write, item)
                                                                : ApiResult<void>();
    }

    ApiResult<void> checkOrganization(ApiWrite &write, const ApiItem &item) const
    {
        if (m_resource.parentField.isEmpty())
            return {};
        write.organization = write.changes.fields.value("organization"_L1).toInteger();
        return checkOrganizationOf(write, item);
    }

    /** In the words and the shape that IT Glue has for it. */
    ApiResult<void> checkOrganizationOf(const ApiWrite &write, const ApiItem &item) const
    {
        const Result<Record> organization = RecordStore(m_database).get(write.organization);
        if (organization && organization->kind == AssetKind::Organization)
            return {};
        if (!organization && organization.error().code != ErrorCode::NotFound)
            return refuse(faultOf(organization.error()));
        return refuse({.status = 422,
                       .title = u"Valid organization_id is required"_s,
                       .pointer = pointerTo(item, u"organization_id"_s).mid(1)});
    }

    ApiResult<void> notePrimary(ApiWrite &write) const
    {
        if (!write.changes.isPrimaryLocation)
            return {};
        const Result<RecordSheet> sheet = recordSheet(m_database, AssetKind::Location, {write.id});
        if (!sheet)
            return refuse(faultOf(sheet.error()));
        write.wasPrimaryLocation = sheet->primaryLocations.contains(write.id);
        return {};
    }

    ApiResult<void> checkNewValue(const ApiWrite &write, const ApiItem &item) const
    {
        const QString name = write.changes.name.value_or(QString());
        if (name.isEmpty())
            return refuse(badData(pointerTo(item, u"name"_s), u"can't be blank"_s));
        if (const ApiResult<void> checked = checkParentValue(write, item); !checked)
            return checked;
        const Result<QList<Option>> all = OptionStore(m_database).all(*m_resource.list);
        if (!all)
            return refuse(faultOf(all.error()));
        for (const Option &option : *all) {
            if (option.name.compare(name, Qt::CaseInsensitive) == 0
                && (m_resource.parentField.isEmpty() || option.parentId == write.changes.parent.value_or(0)))
                return refuse(badData(pointerTo(item, u"name"_s), u"has already been taken"_s));
        }
        return {};
    }

    /** Of a model: its manufacturer must be one. */
    ApiResult<void> checkParentValue(const ApiWrite &write, const ApiItem &item) const
    {
        if (!m_resource.list || write.changes.parent.value_or(0) == 0)
            return {};
        const Result<Option> parent = OptionStore(m_database).get(*write.changes.parent);
        const ApiResource *resource = findResource(m_resource.parent);
        if (parent && resource && resource->list == parent->list)
            return {};
        return refuse(badData(pointerTo(item, u"manufacturer"_s), u"must exist"_s));
    }

    /** Interfaces of a new configuration: Tandem keeps the address and the MAC of one. */
    ApiResult<void> takeInterfaces(ApiItem &item) const
    {
        const QJsonValue relation = item.relationships.value("configuration_interfaces"_L1);
        const QJsonArray all = relation.toObject().value("data"_L1).toArray();
        if (all.isEmpty() || m_resource.kind != AssetKind::Configuration)
            return {};
        if (all.size() > 1) {
            return refuse(
                badData(item.pointer + u"/relationships/configuration-interfaces"_s,
                        Words::tr("Tandem keeps one interface of a configuration, its primary one.")));
        }
        const QJsonObject attributes = all.first().toObject().value("attributes"_L1).toObject();
        for (auto it = attributes.constBegin(); it != attributes.constEnd(); ++it) {
            const QString name = withUnderscores(it.key());
            const QString attribute = name == "ip_address"_L1 ? u"primary_ip"_s : name;
            const bool isKept = attribute == "primary_ip"_L1 || attribute == "mac_address"_L1;
            if (isKept && isBlank(item.attributes.value(attribute)))
                item.attributes.insert(attribute, it.value());
        }
        return {};
    }

    Database &m_database;
    const ApiRequest &m_request;
    const ApiTarget &m_target;
    const ApiResource &m_resource;
    ApiWritePlan m_plan;
};

} // namespace

ApiResult<ApiWritePlan> planWrites(Database &database, const ApiRequest &request, const ApiTarget &target)
{
    return WritePlanner(database, request, target).plan();
}

ApiResult<ApiDeletion> planDeletion(Database &database, const ApiRequest &request, const ApiTarget &target)
{
    ApiBody body;
    if (!request.body.trimmed().isEmpty()) {
        ApiResult<ApiBody> parsed = parseBody(request.body);
        if (!parsed)
            return refuse(parsed.error());
        body = std::move(*parsed);
    }
    const ApiResource &resource = *target.resource;
    ApiDeletion deletion;
    for (const ApiItem &item : std::as_const(body.items)) {
        if (item.id != 0)
            deletion.ids.append(item.id);
        else if (body.isList || !item.attributes.isEmpty())
            return refuse(
                badData(pointerTo(item, u"id"_s), Words::tr("must be the id of what is to be deleted")));
    }
    const QList<std::pair<QString, QString>> filters = request.query + body.filters;
    const ApiResult<ApiQuery> query = readQuery(target, filters);
    if (!query)
        return refuse(query.error());
    if (!deletion.ids.isEmpty() && query->hasFilters)
        return refuse(badData(u"/data"_s, Words::tr("Give ids or a filter, and not both.")));
    if (deletion.ids.isEmpty()) {
        const ApiResult<QList<qint64>> ids = chosenIds(database, target, filters);
        if (!ids)
            return refuse(ids.error());
        deletion.ids = *ids;
    }
    const ApiResult<QJsonArray> objects = readObjects(database, resource, deletion.ids);
    if (!objects)
        return refuse(objects.error());
    deletion.objects = *objects;
    const QSet<RecordId> unique(deletion.ids.cbegin(), deletion.ids.cend());
    if (unique.size() != deletion.ids.size())
        return refuse(badData(u"/data"_s, Words::tr("An id is there twice.")));
    if (deletion.objects.size() != deletion.ids.size())
        return refuse(404, Words::tr("Not all of these are there. Nothing was deleted."));
    return deletion;
}

ApiFault faultOfWrite(const Error &error, const ApiResource &resource, const ApiWrite &write)
{
    ApiFault fault = faultOf(error);
    if (error.field.isEmpty()) {
        fault.pointer = write.pointer;
        return fault;
    }
    const ApiAttribute *attribute = resource.ofField(error.field);
    QString name = attribute ? attribute->name : error.field;
    // IT Glue points at what is referred to, not at its id.
    const bool isReference = attribute && attribute->field
        && (attribute->field->type == FieldType::Reference || attribute->field->type == FieldType::Option);
    if (isReference)
        name = attribute->field->name();
    fault.pointer = write.pointer + u"/attributes/"_s + withDashes(name);
    if (isReference && error.code == ErrorCode::BadInput && isBlank(write.changes.fields.value(error.field)))
        fault.detail = u"must exist"_s;
    return fault;
}

} // namespace tandem
