// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apihandler.h"

#include "api/apireads.h"
#include "sync/apikeyservice.h"

#include <QCoreApplication>
#include <QCoro/QCoroFuture>
#include <QRegularExpression>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int secondsBetweenNotes = 60;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Api)
};

/** A page in a browser that has this computer under a name of its own must not get in. */
bool isOurHost(const QByteArray &host)
{
    static const QRegularExpression ours(u"^(127\\.0\\.0\\.1|localhost|\\[::1\\])(:[0-9]{1,5})?$"_s);
    return ours.match(QString::fromLatin1(host.toLower())).hasMatch();
}

ApiFault closing()
{
    return {.status = 503, .detail = Words::tr("Tandem is closing. Ask again later.")};
}

/** The answer of a read that may be refused. */
template<typename T>
ApiResult<T> flat(const Result<ApiResult<T>> &result)
{
    if (!result)
        return refuse(faultOf(result.error()));
    return *result;
}

ApiResult<void> checkMedia(const ApiRequest &request)
{
    const bool hasBody = request.method == "POST" || request.method == "PATCH" || !request.body.isEmpty();
    const bool isRead = request.method == "GET" || request.method == "HEAD";
    if (!hasBody || isRead || request.contentType == "application/vnd.api+json")
        return {};
    return refuse(415, Words::tr("The body must be sent as application/vnd.api+json."));
}

QString savedBefore(qsizetype count)
{
    return Words::tr("%n object(s) before this one were written.", nullptr, int(count));
}

} // namespace

ApiHandler::ApiHandler(SyncEngine &engine, const QString &databasePath, std::shared_ptr<Clock> clock)
    : m_engine(engine)
    , m_clock(clock ? std::move(clock) : std::make_shared<SystemClock>())
    , m_reader(databasePath)
{
}

ApiHandler::~ApiHandler() = default;

void ApiHandler::stop()
{
    m_isStopping = true;
}

QCoro::Task<ApiAnswer> ApiHandler::answer(ApiRequest request)
{
    if (m_isStopping)
        co_return faultAnswer(closing());
    if (!isOurHost(request.host)) {
        co_return faultAnswer({.status = 403, .detail = Words::tr("Ask for 127.0.0.1, localhost or [::1].")});
    }
    const ApiResult<Caller> caller = co_await admit(request);
    if (!caller)
        co_return faultAnswer(caller.error());
    const ApiResult<ApiTarget> target = route(request);
    if (!target)
        co_return faultAnswer(target.error());
    if (!mayDo(caller->key.role, target->action())) {
        co_return faultAnswer({.status = 403,
                               .detail = Words::tr("The role %1 of the API key \"%2\" does not allow this.")
                                             .arg(roleTitle(caller->key.role), caller->key.name)});
    }
    if (const ApiResult<void> media = checkMedia(request); !media)
        co_return faultAnswer(media.error());

    ApiResult<ApiAnswer> answer;
    switch (target->deed) {
    case ApiTarget::Deed::List:
    case ApiTarget::Deed::Show:
        answer = co_await read(request, *target);
        break;
    case ApiTarget::Deed::Create:
    case ApiTarget::Deed::Update:
    case ApiTarget::Deed::BulkUpdate:
        answer = co_await write(request, *target, *caller);
        break;
    case ApiTarget::Deed::BulkDelete:
        answer = co_await remove(request, *target);
        break;
    }
    const ApiAnswer given = answer ? *answer : faultAnswer(answer.error());
    co_return given;
}

QCoro::Task<ApiResult<ApiHandler::Caller>> ApiHandler::admit(ApiRequest request)
{
    const ApiFault unknown{
        .status = 403,
        .detail = Words::tr("The API key in x-api-key is not known, or was revoked. Keys are made in "
                            "Tandem under Account > Local API.")};
    if (request.key.isEmpty())
        co_return refuse(unknown);
    const QString hash = apiKeyHash(request.key);
    const std::function<Result<std::optional<ApiKey>>(Database &)> find = [hash](Database &database) {
        return ApiKeyStore(database).byHash(hash);
    };
    const Result<std::optional<ApiKey>> found = co_await m_reader.ask<std::optional<ApiKey>>(find);
    if (!found)
        co_return refuse(faultOf(found.error()));
    if (!*found)
        co_return refuse(unknown);
    const ApiKey key = **found;
    const int seconds = m_quota.take(key.id, m_clock->nowUtc().toMSecsSinceEpoch());
    if (seconds > 0) {
        const ApiFault tooMany{.status = 429,
                               .detail =
                                   Words::tr("This key has made 3,000 calls in five minutes. Ask again in %n "
                                             "second(s).",
                                             nullptr, seconds),
                               .retryAfter = seconds};
        co_return refuse(tooMany);
    }
    noteUse(key);
    const Caller caller{.key = key, .person = Words::tr("API key %1").arg(key.name)};
    co_return caller;
}

void ApiHandler::noteUse(const ApiKey &key)
{
    const QDateTime now = m_clock->nowUtc();
    const QDateTime last = m_noted.value(key.id, key.lastUsedAt);
    if (last.isValid() && last.secsTo(now) < secondsBetweenNotes)
        return;
    m_noted.insert(key.id, now);
    // Nobody waits for it, and nothing is lost if it fails.
    [[maybe_unused]] const QFuture<Result<void>> noted = m_engine.noteApiKeyUse(key.id);
}

QCoro::Task<ApiResult<ApiAnswer>> ApiHandler::read(ApiRequest request, ApiTarget target)
{
    using Read = Result<ApiResult<ApiAnswer>>;
    const std::function<Read(Database &)> work = [request, target](Database &database) -> Read {
        return target.deed == ApiTarget::Deed::List ? readList(database, request, target)
                                                    : readOne(database, request, target);
    };
    const Read answer = co_await m_reader.ask<ApiResult<ApiAnswer>>(work);
    const ApiResult<ApiAnswer> given = flat(answer);
    co_return given;
}

QCoro::Task<ApiResult<ApiAnswer>> ApiHandler::write(ApiRequest request, ApiTarget target, Caller caller)
{
    using Planned = Result<ApiResult<ApiWritePlan>>;
    const std::function<Planned(Database &)> plan = [request, target](Database &database) -> Planned {
        return planWrites(database, request, target);
    };
    const Planned planning = co_await m_reader.ask<ApiResult<ApiWritePlan>>(plan);
    const ApiResult<ApiWritePlan> planned = flat(planning);
    if (!planned)
        co_return refuse(planned.error());
    QList<qint64> ids;
    for (const ApiWrite &each : planned->writes) {
        const ApiWrite write = each;
        ApiResult<qint64> saved = refuse(closing());
        if (!m_isStopping && target.resource->kind)
            saved = co_await saveRecord(write, target.resource, caller.person);
        else if (!m_isStopping)
            saved = co_await saveValue(write, target.resource);
        if (!saved) {
            ApiFault fault = saved.error();
            if (!ids.isEmpty())
                fault.detail += u' ' + savedBefore(ids.size());
            co_return refuse(fault);
        }
        ids.append(*saved);
    }

    using Objects = Result<ApiResult<QJsonArray>>;
    const ApiResource *resource = target.resource;
    const std::function<Objects(Database &)> look = [resource, ids](Database &database) -> Objects {
        return readObjects(database, *resource, ids);
    };
    const Objects looked = co_await m_reader.ask<ApiResult<QJsonArray>>(look);
    const ApiResult<QJsonArray> objects = flat(looked);
    if (!objects)
        co_return refuse(objects.error());
    ApiAnswer answer{.status = target.deed == ApiTarget::Deed::Create ? 201 : 200};
    answer.body.insert(u"data"_s, planned->answersList ? QJsonValue(*objects) : objects->first());
    if (!planned->ignored.isEmpty()) {
        const QJsonObject meta{{u"ignored-attributes"_s, QJsonArray::fromStringList(planned->ignored)}};
        answer.body.insert(u"meta"_s, meta);
    }
    const ApiResult<ApiAnswer> given = answer;
    co_return given;
}

QCoro::Task<ApiResult<qint64>> ApiHandler::saveRecord(ApiWrite write, const ApiResource *resource,
                                                      QString person)
{
    const Edit edit{.kind = *resource->kind,
                    .id = write.id,
                    .changes = write.changes.fields,
                    .source = RecordSource::Api,
                    .person = person};
    const Result<Saved> saved = co_await m_engine.save(edit);
    if (!saved)
        co_return refuse(faultOfWrite(saved.error(), *resource, write));
    const RecordId id = saved->id;
    const bool isPrimary = write.changes.isPrimaryLocation.value_or(write.wasPrimaryLocation);
    if (isPrimary != write.wasPrimaryLocation) {
        Edit organization{.kind = AssetKind::Organization,
                          .id = write.organization,
                          .source = RecordSource::Api,
                          .person = person};
        organization.changes.insert(u"primary_location"_s, isPrimary ? QJsonValue(id) : QJsonValue());
        const Result<Saved> chosen = co_await m_engine.save(organization);
        if (!chosen) {
            ApiFault fault = faultOf(chosen.error());
            fault.pointer = write.pointer + u"/attributes/primary"_s;
            fault.detail = Words::tr("The location was written, but it could not be made the primary one. %1")
                               .arg(fault.detail);
            co_return refuse(fault);
        }
    }
    const ApiResult<qint64> written = qint64(id);
    co_return written;
}

QCoro::Task<ApiResult<qint64>> ApiHandler::saveValue(ApiWrite write, const ApiResource *resource)
{
    const QString name = write.changes.name.value_or(QString());
    if (write.id == 0) {
        const Result<OptionId> made =
            co_await m_engine.ensureOption(*resource->list, name, write.changes.parent.value_or(0));
        if (!made)
            co_return refuse(faultOfWrite(made.error(), *resource, write));
        const ApiResult<qint64> id = *made;
        co_return id;
    }
    const Result<void> changed = co_await m_engine.changeOption(write.id, name, write.changes.parent);
    if (!changed)
        co_return refuse(faultOfWrite(changed.error(), *resource, write));
    const ApiResult<qint64> id = write.id;
    co_return id;
}

QCoro::Task<ApiResult<ApiAnswer>> ApiHandler::remove(ApiRequest request, ApiTarget target)
{
    using Planned = Result<ApiResult<ApiDeletion>>;
    const std::function<Planned(Database &)> plan = [request, target](Database &database) -> Planned {
        return planDeletion(database, request, target);
    };
    const Planned planning = co_await m_reader.ask<ApiResult<ApiDeletion>>(plan);
    const ApiResult<ApiDeletion> planned = flat(planning);
    if (!planned)
        co_return refuse(planned.error());
    qsizetype removed = 0;
    for (const RecordId id : planned->ids) {
        Result<void> done = fail(ErrorCode::Cancelled, closing().detail);
        if (!m_isStopping)
            done = co_await m_engine.removeRecord(id);
        if (!done) {
            ApiFault fault = faultOf(done.error());
            fault.title = fault.status == 422 ? u"Cannot delete a synced resource"_s : QString();
            fault.pointer = u"/data/%1/attributes/id"_s.arg(removed);
            if (removed > 0)
                fault.detail +=
                    u' ' + Words::tr("%n object(s) before this one were deleted.", nullptr, int(removed));
            co_return refuse(fault);
        }
        ++removed;
    }
    ApiAnswer answer;
    answer.body.insert(u"data"_s, planned->objects);
    const ApiResult<ApiAnswer> given = answer;
    co_return given;
}

} // namespace tandem
