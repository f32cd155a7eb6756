// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apireads.h"

#include "api/apiobject.h"
#include "store/database.h"

#include <QCoreApplication>
#include <QUrl>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Api)
};

/** Objects and, for records, what they are tied to. */
struct Objects {
    QJsonArray data;
    QJsonArray adapters;
};

ApiFault notFound(const ApiResource &resource, qint64 id)
{
    return {.status = 404, .detail = Words::tr("%1 has nothing with the id %2.").arg(resource.name).arg(id)};
}

Result<PageOfIds> pageOf(Database &database, const ApiResource &resource, const PageQuery &query)
{
    return resource.kind ? recordPage(database, *resource.kind, query)
                         : optionPage(database, *resource.list, query);
}

ApiResult<Objects> objectsOf(Database &database, const ApiResource &resource, const QList<qint64> &ids,
                             bool withAdapters)
{
    Objects objects;
    if (resource.kind) {
        const Result<RecordSheet> sheet = recordSheet(database, *resource.kind, ids);
        if (!sheet)
            return refuse(faultOf(sheet.error()));
        for (const Record &record : sheet->records)
            objects.data.append(recordObject(resource, record, *sheet, withAdapters));
        if (withAdapters)
            objects.adapters = adapterObjects(*sheet);
        return objects;
    }
    const Result<OptionSheet> sheet = optionSheet(database, *resource.list, ids);
    if (!sheet)
        return refuse(faultOf(sheet.error()));
    for (const Option &option : sheet->options)
        objects.data.append(optionObject(resource, option, *sheet));
    return objects;
}

/** The same request for another page. */
QJsonValue linkTo(const ApiRequest &request, const ApiQuery &query, qint64 page)
{
    QByteArray items;
    const auto add = [&items](const QString &name, const QString &value) {
        items += (items.isEmpty() ? "?" : "&") + QUrl::toPercentEncoding(name) + '='
            + QUrl::toPercentEncoding(value);
    };
    for (const auto &[name, value] : request.query) {
        if (name != "page[number]"_L1 && name != "page[size]"_L1)
            add(name, value);
    }
    add(u"page[number]"_s, QString::number(page));
    add(u"page[size]"_s, QString::number(query.size));
    return QString(u"http://"_s + QString::fromLatin1(request.host) + request.rawPath
                   + QString::fromLatin1(items));
}

} // namespace

ApiResult<void> checkParent(Database &database, const ApiTarget &target)
{
    if (target.parentId == 0)
        return {};
    const ApiResource &parent = *findResource(target.resource->parent);
    const PageFilter its{.field = u"id"_s, .values = {QString::number(target.parentId)}};
    const Result<PageOfIds> found = pageOf(database, parent, {.filters = {its}, .limit = 0});
    if (!found)
        return refuse(faultOf(found.error()));
    return found->total == 1 ? ApiResult<void>() : refuse(notFound(parent, target.parentId));
}

ApiResult<ApiAnswer> readList(Database &database, const ApiRequest &request, const ApiTarget &target)
{
    const ApiResult<ApiQuery> query = readQuery(target, request.query);
    if (!query)
        return refuse(query.error());
    if (const ApiResult<void> there = checkParent(database, target); !there)
        return refuse(there.error());
    const Result<PageOfIds> page = pageOf(database, *target.resource, query->page);
    if (!page)
        return refuse(faultOf(page.error()));
    const ApiResult<Objects> objects =
        objectsOf(database, *target.resource, page->ids, query->includesAdapters);
    if (!objects)
        return refuse(objects.error());
    const qint64 pages = (page->total + query->size - 1) / query->size;
    const qint64 last = std::max<qint64>(1, pages);
    const bool hasNext = query->number < pages;
    const bool hasPrevious = query->number > 1 && query->number <= last + 1;
    const auto pageNumber = [](bool isThere, qint64 number) {
        return isThere ? QJsonValue(number) : QJsonValue();
    };
    const auto link = [&](bool isThere, qint64 number) {
        return isThere ? linkTo(request, *query, number) : QJsonValue();
    };
    QJsonObject body{{u"data"_s, objects->data},
                     {u"meta"_s,
                      QJsonObject{{u"current-page"_s, query->number},
                                  {u"next-page"_s, pageNumber(hasNext, query->number + 1)},
                                  {u"prev-page"_s, pageNumber(hasPrevious, query->number - 1)},
                                  {u"total-pages"_s, pages},
                                  {u"total-count"_s, page->total},
                                  {u"filters"_s, query->filters}}},
                     {u"links"_s,
                      QJsonObject{{u"self"_s, link(true, query->number)},
                                  {u"first"_s, link(true, 1)},
                                  {u"prev"_s, link(hasPrevious, query->number - 1)},
                                  {u"next"_s, link(hasNext, query->number + 1)},
                                  {u"last"_s, link(true, last)}}}};
    if (query->includesAdapters)
        body.insert(u"included"_s, objects->adapters);
    return ApiAnswer{.body = body};
}

ApiResult<ApiAnswer> readOne(Database &database, const ApiRequest &request, const ApiTarget &target)
{
    PageQuery query{.filters = {{.field = u"id"_s, .values = {QString::number(target.id)}}}};
    if (target.parentId != 0)
        query.filters.append(
            {.field = target.resource->parentField, .values = {QString::number(target.parentId)}});
    const Result<PageOfIds> page = pageOf(database, *target.resource, query);
    if (!page)
        return refuse(faultOf(page.error()));
    const bool withAdapters = target.resource->kind && includesAdapters(request.query);
    const ApiResult<Objects> objects = objectsOf(database, *target.resource, page->ids, withAdapters);
    if (!objects)
        return refuse(objects.error());
    if (objects->data.isEmpty())
        return refuse(notFound(*target.resource, target.id));
    QJsonObject body{{u"data"_s, objects->data.first()}};
    if (withAdapters)
        body.insert(u"included"_s, objects->adapters);
    return ApiAnswer{.body = body};
}

ApiResult<QJsonArray> readObjects(Database &database, const ApiResource &resource, const QList<qint64> &ids)
{
    const ApiResult<Objects> objects = objectsOf(database, resource, ids, false);
    if (!objects)
        return refuse(objects.error());
    return objects->data;
}

} // namespace tandem
