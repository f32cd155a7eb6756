// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiroute.h"

#include <QCoreApplication>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Api)
};

/** 0 for what is none. */
qint64 idOf(const QString &text)
{
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    return isNumber && id > 0 ? id : 0;
}

std::optional<ApiTarget::Deed> deedOf(const QByteArray &method, const ApiTarget &target)
{
    using enum ApiTarget::Deed;
    const ApiResource &resource = *target.resource;
    const bool isOne = target.id != 0;
    if (method == "GET" || method == "HEAD")
        return isOne ? Show : List;
    if (method == "POST" && !isOne && resource.mayCreate)
        return Create;
    if (method == "PATCH" && isOne && resource.mayUpdate)
        return Update;
    if (method == "PATCH" && !isOne && resource.mayBulkUpdate && target.parentId == 0)
        return BulkUpdate;
    if (method == "DELETE" && !isOne && resource.mayBulkDelete && target.parentId == 0)
        return BulkDelete;
    return std::nullopt;
}

} // namespace

Action ApiTarget::action() const
{
    const bool isList = resource->list.has_value();
    switch (deed) {
    case Deed::List:
    case Deed::Show:
        break;
    case Deed::Create:
        return isList ? Action::ManageLists : Action::CreateRecords;
    case Deed::Update:
    case Deed::BulkUpdate:
        return isList ? Action::ManageLists : Action::EditRecords;
    case Deed::BulkDelete:
        return Action::DeleteRecords;
    }
    return Action::ReadRecords;
}

ApiResult<ApiTarget> route(const ApiRequest &request)
{
    const auto unknown = refuse(404, Words::tr("There is no such page here."));
    QStringList path = request.path;
    while (!path.isEmpty() && path.constLast().isEmpty())
        path.removeLast();
    ApiTarget target;
    const bool isNested = path.size() >= 4 && path.at(2) == "relationships"_L1;
    if (isNested) {
        const ApiResource *parent = findResource(path.at(0));
        target.resource = findResource(path.at(3));
        target.parentId = idOf(path.at(1));
        if (!parent || !target.resource || target.resource->parent != parent->name)
            return unknown;
        if (target.parentId == 0 && !path.at(1).isEmpty())
            return unknown;
        path.remove(0, 3);
    } else if (!path.isEmpty()) {
        target.resource = findResource(path.at(0));
    }
    if (!target.resource || path.size() > 2)
        return unknown;
    if (path.size() == 2) {
        target.id = idOf(path.at(1));
        if (target.id == 0)
            return unknown;
    }
    const std::optional<ApiTarget::Deed> deed = deedOf(request.method, target);
    if (!deed)
        return unknown;
    target.deed = *deed;
    return target;
}

} // namespace tandem
