// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apibody.h"

#include "api/apiresource.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Api)
};

QJsonObject withUnderscoredNames(const QJsonObject &object)
{
    QJsonObject spelt;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        spelt.insert(withUnderscores(it.key()), it.value());
    return spelt;
}

/** Ids come as numbers or as text; 0 for anything else. */
qint64 idOf(const QJsonValue &value)
{
    const qint64 id = value.isString() ? value.toString().toLongLong() : value.toInteger();
    return id > 0 ? id : 0;
}

ApiResult<ApiItem> itemOf(const QJsonValue &value, const QString &pointer)
{
    if (!value.isObject())
        return refuse({.status = 422, .detail = Words::tr("An object is needed here."), .pointer = pointer});
    const QJsonObject object = value.toObject();
    const QJsonValue attributes = object.value("attributes"_L1);
    if (!attributes.isUndefined() && !attributes.isNull() && !attributes.isObject()) {
        return refuse({.status = 422,
                       .detail = Words::tr("The attributes must be an object."),
                       .pointer = pointer + u"/attributes"_s});
    }
    ApiItem item{.type = withUnderscores(object.value("type"_L1).toString()),
                 .id = idOf(object.value("id"_L1)),
                 .attributes = withUnderscoredNames(attributes.toObject()),
                 .relationships = withUnderscoredNames(object.value("relationships"_L1).toObject()),
                 .pointer = pointer};
    const QJsonValue id = item.attributes.take("id"_L1);
    if (item.id == 0)
        item.id = idOf(id);
    return item;
}

QString textOf(const QJsonValue &value)
{
    return value.isString() ? value.toString() : value.toVariant().toString();
}

/** {"filter[name]": "A"}, and {"filter": {"name": "A"}}. */
QList<std::pair<QString, QString>> filtersOf(const QJsonObject &object)
{
    QList<std::pair<QString, QString>> filters;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (it.key().startsWith("filter["_L1)) {
            filters.emplaceBack(it.key(), textOf(it.value()));
        } else if (it.key() == "filter"_L1) {
            const QJsonObject named = it.value().toObject();
            for (auto each = named.constBegin(); each != named.constEnd(); ++each)
                filters.emplaceBack(u"filter[%1]"_s.arg(each.key()), textOf(each.value()));
        }
    }
    return filters;
}

} // namespace

ApiResult<ApiBody> parseBody(QByteArrayView bytes)
{
    QJsonParseError error;
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size()), &error);
    if (error.error != QJsonParseError::NoError)
        return refuse(400, Words::tr("The body is not JSON: %1").arg(error.errorString()));
    const QJsonValue data = document.object().value("data"_L1);
    ApiBody body{.isList = data.isArray(), .filters = filtersOf(document.object())};
    if (!data.isArray()) {
        if (!data.isObject()) {
            return refuse(
                {.status = 422,
                 .detail = Words::tr("The body must be an object whose \"data\" is an object or an array."),
                 .pointer = u"/data"_s});
        }
        ApiResult<ApiItem> item = itemOf(data, u"/data"_s);
        if (!item)
            return refuse(item.error());
        body.items.append(std::move(*item));
        return body;
    }
    const QJsonArray array = data.toArray();
    if (array.size() > mostItems) {
        return refuse(
            {.status = 422,
             .detail = Words::tr("One request can have %n object(s) at most.", nullptr, int(mostItems)),
             .pointer = u"/data"_s});
    }
    for (qsizetype i = 0; i < array.size(); ++i) {
        ApiResult<ApiItem> item = itemOf(array.at(i), u"/data/%1"_s.arg(i));
        if (!item)
            return refuse(item.error());
        body.items.append(std::move(*item));
    }
    return body;
}

} // namespace tandem
