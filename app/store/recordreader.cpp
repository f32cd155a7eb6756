// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordreader.h"

#include "store/conflictstore.h"
#include "store/database.h"
#include "store/decisionstore.h"
#include "store/integrationstore.h"
#include "store/planstore.h"
#include "store/recordqueries.h"
#include "store/recordstore.h"

#include <QMutex>
#include <QPromise>
#include <QThread>

#include <atomic>
#include <functional>
#include <map>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

/** The thread, and the connection that lives in it. */
class RecordReader::Worker {
    Q_DISABLE_COPY_MOVE(Worker)
public:
    enum class Series : quint8 { Ids, Rows, PlanIds, PlanRows };

    explicit Worker(const QString &databasePath)
        : m_path(databasePath)
    {
        m_thread.setObjectName(u"RecordReader"_s);
        m_context.moveToThread(&m_thread);
        m_thread.start();
    }

    /** What still waits is cancelled. */
    void stop()
    {
        m_isStopping = true;
    }

    ~Worker()
    {
        stop();
        // The connection has to be closed in its thread, behind the request under way.
        QMetaObject::invokeMethod(&m_context, [this] {
            m_database.reset();
            m_thread.quit();
        });
        m_thread.wait();
    }

    /** Runs `read` in the thread, inside one snapshot of the database. */
    template<typename T>
    QFuture<Result<T>>
    ask(std::function<Result<T>(Database &, const std::function<bool()> &isOvertaken)> read)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const QFuture<Result<T>> future = promise->future();
        QMetaObject::invokeMethod(&m_context, [this, promise, read] {
            const std::function<bool()> isOvertaken = [this, &promise] {
                return promise->isCanceled() || m_isStopping;
            };
            if (isOvertaken()) {
                promise->future().cancel();
            } else {
                Result<T> answer = answered(read, isOvertaken);
                if (isOvertaken() || (!answer && answer.error().code == ErrorCode::Cancelled))
                    promise->future().cancel();
                else
                    promise->addResult(std::move(answer));
            }
            promise->finish();
        });
        return future;
    }

    /** As `ask`, but the newest of a lane cancels the one before it. */
    template<typename T>
    QFuture<Result<T>> askNewest(Series series, int lane,
                                 std::function<Result<T>(Database &, const std::function<bool()> &)> read)
    {
        const QMutexLocker lock(&m_mutex);
        QFuture<Result<T>> future = ask<T>(std::move(read));
        std::function<void()> &overtake = m_overtake[{series, lane}];
        if (overtake)
            overtake();
        overtake = [future]() mutable { future.cancel(); };
        return future;
    }

private:
    template<typename T>
    Result<T> answered(const std::function<Result<T>(Database &, const std::function<bool()> &)> &read,
                       const std::function<bool()> &isOvertaken)
    {
        if (!m_database) {
            // Tried at every request: the file may only be made, or brought up to date, in a moment.
            Result<std::unique_ptr<Database>> opened = Database::open(m_path, Database::Mode::ReadOnly);
            if (!opened)
                return fail(opened.error());
            m_database = std::move(*opened);
        }
        if (const Result<int> begun = m_database->execute(u"BEGIN"_s); !begun)
            return fail(begun.error());
        Result<T> answer = read(*m_database, isOvertaken);
        if (const Result<int> ended = m_database->execute(u"COMMIT"_s); !ended && answer)
            return fail(ended.error());
        return answer;
    }

    const QString m_path;
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<Database> m_database; ///< of the thread
    std::atomic<bool> m_isStopping = false;
    QMutex m_mutex;
    std::map<std::pair<Series, int>, std::function<void()>> m_overtake; ///< cancels the newest of each lane
};

RecordReader::RecordReader(const QString &databasePath, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(databasePath))
    , m_exporter(std::make_unique<Worker>(databasePath))
{
}

RecordReader::~RecordReader()
{
    // Both end at the same time rather than one after the other.
    m_worker->stop();
    m_exporter->stop();
}

using IsOvertaken = std::function<bool()>;

QFuture<Result<QList<RecordId>>> RecordReader::ids(const RecordQuery &query, int lane)
{
    return m_worker->askNewest<QList<RecordId>>(Worker::Series::Ids, lane,
                                                [query](Database &database, const IsOvertaken &isOvertaken) {
                                                    return recordIds(database, query, 0, isOvertaken);
                                                });
}

QFuture<Result<QList<RecordRow>>> RecordReader::rows(const QList<RecordId> &ids, int lane)
{
    return m_worker->askNewest<QList<RecordRow>>(
        Worker::Series::Rows, lane,
        [ids](Database &database, const IsOvertaken &) { return recordRows(database, ids); });
}

QFuture<Result<RecordView>> RecordReader::record(RecordId id)
{
    return m_worker->ask<RecordView>(
        [id](Database &database, const IsOvertaken &) { return recordView(database, id); });
}

QFuture<Result<RecordCounts>> RecordReader::counts()
{
    return m_worker->ask<RecordCounts>(
        [](Database &database, const IsOvertaken &) { return recordCounts(database); });
}

QFuture<Result<QList<Choice>>> RecordReader::recordChoices(AssetKind kind, RecordId organizationId,
                                                           const QString &search, int limit)
{
    return m_worker->ask<QList<Choice>>([=](Database &database, const IsOvertaken &) {
        return tandem::recordChoices(database, kind, organizationId, search, limit);
    });
}

QFuture<Result<QList<Choice>>> RecordReader::optionChoices(OptionList list, OptionId parentId)
{
    return m_worker->ask<QList<Choice>>([=](Database &database, const IsOvertaken &) {
        return tandem::optionChoices(database, list, parentId);
    });
}

QFuture<Result<QList<Integration>>> RecordReader::integrations()
{
    return m_worker->ask<QList<Integration>>(
        [](Database &database, const IsOvertaken &) { return IntegrationStore(database).all(); });
}

QFuture<Result<QList<StoredOption>>> RecordReader::remoteOptions(IntegrationId integration)
{
    return m_worker->ask<QList<StoredOption>>([integration](Database &database, const IsOvertaken &) {
        return OptionStore(database).remote(integration);
    });
}

QFuture<Result<QList<Event>>> RecordReader::events(const EventQuery &query)
{
    return m_worker->ask<QList<Event>>([query](Database &database, const IsOvertaken &isOvertaken) {
        return EventLog(database).list(query, isOvertaken);
    });
}

QFuture<Result<qint64>> RecordReader::exportEvents(const EventQuery &query, const QString &path,
                                                   EventFormat format)
{
    return m_exporter->ask<qint64>([=](Database &database, const IsOvertaken &isOvertaken) {
        return EventLog(database).exportTo(path, format, query, isOvertaken);
    });
}

QFuture<Result<QList<Conflict>>> RecordReader::conflicts(IntegrationId integration)
{
    return m_worker->ask<QList<Conflict>>([integration](Database &database, const IsOvertaken &) {
        return ConflictStore(database).list(integration);
    });
}

QFuture<Result<QList<MatchDecision>>> RecordReader::decisions(IntegrationId integration, bool withLeft)
{
    return m_worker->ask<QList<MatchDecision>>([=](Database &database, const IsOvertaken &) {
        return DecisionStore(database).list(integration, withLeft);
    });
}

QFuture<Result<QList<LinkGroup>>> RecordReader::linkGroups(IntegrationId integration, LinkSection section)
{
    return m_worker->ask<QList<LinkGroup>>([=](Database &database, const IsOvertaken &) {
        return tandem::linkGroups(database, integration, section);
    });
}

QFuture<Result<QList<RecordId>>> RecordReader::linkedRecords(const LinkSelection &selection)
{
    return m_worker->ask<QList<RecordId>>([selection](Database &database, const IsOvertaken &) {
        return tandem::linkedRecords(database, selection);
    });
}

QFuture<Result<QList<OptionUse>>> RecordReader::optionUses(OptionList list)
{
    return m_worker->ask<QList<OptionUse>>(
        [list](Database &database, const IsOvertaken &) { return tandem::optionUses(database, list); });
}

QFuture<Result<int>> RecordReader::logDays()
{
    return m_worker->ask<int>(
        [](Database &database, const IsOvertaken &) { return EventLog(database).keptDays(); });
}

QFuture<Result<QList<ApiKey>>> RecordReader::apiKeys()
{
    return m_worker->ask<QList<ApiKey>>(
        [](Database &database, const IsOvertaken &) { return ApiKeyStore(database).all(); });
}

QFuture<Result<QList<qint64>>> RecordReader::planIds(const PlanQuery &query, int lane)
{
    return m_worker->askNewest<QList<qint64>>(Worker::Series::PlanIds, lane,
                                              [query](Database &database, const IsOvertaken &isOvertaken) {
                                                  return PlanStore(database).ids(query, isOvertaken);
                                              });
}

QFuture<Result<QList<PlanRow>>> RecordReader::planRows(const QList<qint64> &ids, int lane)
{
    return m_worker->askNewest<QList<PlanRow>>(
        Worker::Series::PlanRows, lane,
        [ids](Database &database, const IsOvertaken &) { return PlanStore(database).rows(ids); });
}

QFuture<Result<PlanCountsByKind>> RecordReader::planCounts(qint64 plan)
{
    return m_worker->ask<PlanCountsByKind>(
        [plan](Database &database, const IsOvertaken &) { return PlanStore(database).counts(plan); });
}

QFuture<Result<QList<PlanGroup>>> RecordReader::planGroups(const PlanQuery &query)
{
    return m_worker->ask<QList<PlanGroup>>(
        [query](Database &database, const IsOvertaken &) { return PlanStore(database).groups(query); });
}

QFuture<Result<qint64>> RecordReader::exportPlan(const PlanQuery &query, const QString &path)
{
    return m_exporter->ask<qint64>([=](Database &database, const IsOvertaken &isOvertaken) {
        return PlanStore(database).exportTo(path, query, isOvertaken);
    });
}

} // namespace tandem
