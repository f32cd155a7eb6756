// SPDX-License-Identifier: GPL-3.0-or-later
// Many pushes at once against a practice PSA in another process, each beside a bare loop that sends the same requests, or
// beside the limit that the permits set; and how soon the first of many leaves after a start.
#include "practiceworld.h"

#include "store/database.h"
#include "store/integrationstore.h"
#include "store/linkstore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QThread>
#include <QUrlQuery>

#include <atomic>
#include <ctime>
#include <deque>
#include <functional>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

/** Sends requests one after the other, so many at once, by nothing but a QNetworkAccessManager. */
class BareLoop final : public QObject
{
public:
    struct Call {
        QNetworkRequest request;
        QByteArray method;
        QByteArray body;
    };

    double run(std::deque<Call> calls, int permits)
    {
        m_calls = std::move(calls);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < permits; ++i)
            next();
        if (m_running > 0)
            m_loop.exec();
        return double(timer.nsecsElapsed()) / 1e9;
    }

private:
    void next()
    {
        if (m_calls.empty()) {
            if (m_running == 0)
                m_loop.quit();
            return;
        }
        const Call call = m_calls.front();
        m_calls.pop_front();
        ++m_running;
        QNetworkReply *reply = m_network.sendCustomRequest(call.request, call.method, call.body);
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            const QByteArray body = reply->readAll();
            if (reply->error() != QNetworkReply::NoError)
                std::fprintf(stderr, "bare: %s %s\n", qPrintable(reply->errorString()), body.constData());
            m_answers += QJsonDocument::fromJson(body).isNull() ? 0 : 1;
            reply->deleteLater();
            --m_running;
            next();
        });
    }

    QNetworkAccessManager m_network;
    QEventLoop m_loop;
    std::deque<Call> m_calls;
    int m_running = 0;
    int m_answers = 0;
};

QByteArray secretOf(const ConnectionDetails &details, const QString &key)
{
    return details.credentials.value(key).reveal();
}

/** What an update of each of these asks of ConnectWise: a list of many to look at, then a PATCH each. */
std::deque<BareLoop::Call> connectWiseCalls(const ConnectionDetails &details, const QStringList &ids, bool withReads)
{
    const QByteArray authorization = "Basic "
        + QByteArray(secretOf(details, u"company_id"_s) + '+' + secretOf(details, u"public_key"_s) + ':'
                     + secretOf(details, u"private_key"_s))
              .toBase64();
    const auto request = [&](const QString &rest) {
        QNetworkRequest made(QUrl(u"%1/v4_6_release/apis/3.0/company/configurations%2"_s.arg(details.url, rest)));
        made.setRawHeader("Authorization", authorization);
        made.setRawHeader("clientId", secretOf(details, u"client_id"_s));
        made.setRawHeader("Accept", "application/vnd.connectwise.com+json; version=2025.1");
        made.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        return made;
    };
    constexpr qsizetype atOnce = 64;
    std::deque<BareLoop::Call> calls;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (withReads && i % atOnce == 0) {
            const QString list = ids.mid(i, atOnce).join(u',');
            calls.push_back({request(u"?pageSize=1000&conditions=id%20in%20("_s + list + u')'), "GET", {}});
        }
        const QJsonArray patch {
            QJsonObject {{u"op"_s, u"replace"_s}, {u"path"_s, u"notes"_s}, {u"value"_s, QString(u"bare "_s + ids.at(i))}},
            QJsonObject {{u"op"_s, u"replace"_s}, {u"path"_s, u"customFields"_s}, {u"value"_s, QJsonArray()}}};
        calls.push_back({request(u'/' + ids.at(i)), "PATCH", QJsonDocument(patch).toJson(QJsonDocument::Compact)});
    }
    return calls;
}

std::deque<BareLoop::Call> autotaskPatches(const ConnectionDetails &details, const QStringList &ids)
{
    std::deque<BareLoop::Call> calls;
    for (const QString &id : ids) {
        QNetworkRequest request(QUrl(details.url + u"/zone14/ATServicesRest/V1.0/ConfigurationItems"_s));
        request.setRawHeader("UserName", secretOf(details, u"user_name"_s));
        request.setRawHeader("Secret", secretOf(details, u"secret"_s));
        request.setRawHeader("ApiIntegrationCode", secretOf(details, u"integration_code"_s));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        const QJsonObject body {{u"id"_s, id.toLongLong()}, {u"notes"_s, QString(u"bare "_s + id)}};
        calls.push_back({request, "PATCH", QJsonDocument(body).toJson(QJsonDocument::Compact)});
    }
    return calls;
}

QStringList remoteIds(const Profile &profile, const QList<RecordRow> &rows)
{
    QStringList ids;
    const auto database = orDie(Database::open(profile.path(), Database::Mode::ReadOnly));
    const IntegrationId integration = orDie(IntegrationStore(*database).all()).constFirst().id;
    for (const RecordRow &row : rows)
        ids.append(orDie(LinkStore(*database).get(integration, row.id))->remote.id);
    return ids;
}

void editAll(SyncEngine &engine, const QList<RecordRow> &rows, const QString &notes)
{
    for (const RecordRow &row : rows) {
        wait(engine.save({.kind = row.kind,
                          .id = row.id,
                          .changes = {{u"notes"_s, u"%1 %2"_s.arg(notes).arg(row.id)}},
                          .person = u"bench"_s}));
    }
}

/** Answers the seconds that the push took. */
double push(SyncEngine &engine, qsizetype count)
{
    const RunSummary summary = wait(engine.push(0));
    if (summary.done != count)
        std::fprintf(stderr, "%lld of %lld were pushed\n", qlonglong(summary.done), qlonglong(count));
    return summary.seconds;
}

double pushAll(SyncEngine &engine, const QList<RecordRow> &rows, const QString &notes)
{
    editAll(engine, rows, notes);
    return push(engine, rows.size());
}

/** Of this process, all threads of it, in microseconds: what other programs do at the same time changes it little. */
double processorTime()
{
    return double(std::clock()) * 1e6 / CLOCKS_PER_SEC;
}

/** Rounds of pushes, each beside the bare loop, since a machine's speed drifts. */
void pushRate(const Practice &practice, int count, int rounds, const char *what)
{
    const QTemporaryDir folder;
    const Profile profile(folder.path(), practice);
    // The bare loop has records of its own, or each round would begin with a conflict about every one.
    const QList<RecordRow> all = profile.configurations(2 * count);
    const QList<RecordRow> rows = all.mid(0, count);
    const QStringList ids = remoteIds(profile, all.mid(count));
    if (ids.size() != count)
        std::fprintf(stderr, "there are not enough records for %d pushes\n", count);
    const int permits = FieldMap::shipped(Platform::ConnectWise)->permits();
    QList<double> ratios;
    double seconds = 0;
    double bare = 0;
    double processor = 0;
    double bareProcessor = 0;
    std::atomic<qint64> statements = 0;
    Database::setAccessProbe([&statements](const QString &) {
        ++statements;
        return Result<void>();
    });
    for (int round = 0; round < rounds; ++round) {
        SyncEngine engine(profile.options(false, permits));
        wait(engine.start());
        editAll(engine, rows, u"round %1 of"_s.arg(round));
        statements = 0;
        processor = processorTime();
        seconds = push(engine, rows.size());
        processor = processorTime() - processor;
        bareProcessor = processorTime();
        bare = BareLoop().run(connectWiseCalls(practice.details(), ids, true), permits);
        bareProcessor = processorTime() - bareProcessor;
        ratios.append(bare / seconds);
    }
    Database::setAccessProbe({});
    printFigure(what, percentile(ratios, 0.5), 0.9, "of bare", true);
    std::printf("    last round: %.0f pushes/s through the engine, %.0f/s bare\n", double(count) / seconds,
                double(count) / bare);
    std::printf("    processor time a push: %.0f us, bare %.0f us; %.1f statements\n", processor / double(count),
                bareProcessor / double(count), double(statements) / double(count));
}

/** The limit is `permits` writes a round trip; the looks before them should cost next to nothing. */
void bulk(int count)
{
    const Practice practice(80, {.configurations = count});
    const QTemporaryDir folder;
    const Profile profile(folder.path(), practice);
    const QList<RecordRow> rows = profile.configurations(count);
    constexpr int permits = 3;
    SyncEngine engine(profile.options(false, permits));
    wait(engine.start());
    std::atomic<int> requests = 0;
    QObject::connect(
        &engine, &SyncEngine::requestLeft, &engine, [&requests] { ++requests; }, Qt::DirectConnection);
    const double seconds = pushAll(engine, rows, u"bulk"_s);
    const double bare
        = BareLoop().run(connectWiseCalls(practice.details(), remoteIds(profile, rows), false), permits);
    printFigure("2,000 updates, PSA 80 ms away, of 3 permits a round trip", bare / seconds, 0.98, "of limit", true);
    std::printf("    %.1f s and %d requests, the writes alone by a bare loop %.1f s, 3/80 ms would be %.1f s\n", seconds,
                requests.load(), bare, double(rows.size()) * 0.080 / permits);
}

/** The same pushes with the profile on the disk and in memory, where a journal costs no disk. */
void journal(const Practice &practice, int count, int rounds)
{
    const QTemporaryDir disk;
    const QTemporaryDir memory(u"/dev/shm/bench"_s);
    if (!memory.isValid()) {
        std::printf("    no file system in memory to compare with\n");
        return;
    }
    const Profile kept(disk.path(), practice);
    const Profile passing(memory.path(), practice);
    QList<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        const auto run = [&](const Profile &profile) {
            SyncEngine engine(profile.options(false, 4));
            wait(engine.start());
            return pushAll(engine, profile.configurations(count), u"round %1 in %2 of"_s.arg(round).arg(profile.path()));
        };
        const double onDisk = run(kept);
        ratios.append(run(passing) / onDisk);
    }
    printFigure("pushes with a journal on the disk, of those without", percentile(ratios, 0.5), 0.9, "of memory", true);
}

void restart(int count)
{
    const Practice practice(0, {.configurations = count});
    const QTemporaryDir folder;
    const Profile profile(folder.path(), practice);
    {
        SyncEngine engine(profile.options(false));
        wait(engine.start());
        editAll(engine, profile.configurations(), u"pending"_s);
    }
    std::atomic<bool> hasLeft = false;
    QElapsedTimer timer;
    timer.start();
    SyncEngine engine(profile.options(true));
    QObject::connect(
        &engine, &SyncEngine::requestLeft, &engine, [&hasLeft] { hasLeft = true; }, Qt::DirectConnection);
    wait(engine.start());
    while (!hasLeft)
        QThread::yieldCurrentThread();
    printFigure("start with 10,000 pending pushes, until the first leaves", double(timer.nsecsElapsed()) / 1e6, 1000, "ms");
}

/**
 * Bulk updates where three requests may be under way at one endpoint. Only the writes count as work: reads before and
 * after them should go together.
 */
void autotask(int count)
{
    const Practice practice(80, {.configurations = count}, Platform::Autotask);
    const QTemporaryDir folder;
    const Profile profile(folder.path(), practice);
    const QList<RecordRow> rows = profile.configurations(count);
    SyncEngine engine(profile.options(false));
    wait(engine.start());
    std::atomic<int> requests = 0;
    QObject::connect(
        &engine, &SyncEngine::requestLeft, &engine, [&requests] { ++requests; }, Qt::DirectConnection);
    const double seconds = pushAll(engine, rows, u"bulk"_s);
    const int permits = FieldMap::shipped(Platform::Autotask)->limits().permitsPerEndpoint;
    const double bare = BareLoop().run(autotaskPatches(practice.details(), remoteIds(profile, rows)), permits);
    printFigure("1,000 updates to Autotask 80 ms away, of three bare writers", bare / seconds, 0.85, "of bare", true);
    const qint64 refused = wait(engine.integrations()).constFirst().calls.throttled;
    std::printf("    %.1f s (the writes alone %.1f s), %d requests for %lld updates, %lld refused as too many\n", seconds,
                bare, requests.load(), qlonglong(rows.size()), qlonglong(refused));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList wanted = application.arguments().mid(1);
    const auto isWanted = [&](const QString &what) { return wanted.isEmpty() || wanted.contains(what); };
    if (isWanted(u"--rate"_s)) {
        const Practice distant(20);
        pushRate(distant, 300, 3, "pushes/s of a bare loop's, PSA 20 ms away (median of 3)");
        const Practice near(0);
        pushRate(near, 300, 5, "pushes/s of a bare loop's, no distance (median of 5)");
        journal(near, 300, 5);
    }
    if (isWanted(u"--bulk"_s))
        bulk(2000);
    if (isWanted(u"--restart"_s))
        restart(10'000);
    if (isWanted(u"--autotask"_s))
        autotask(1000);
    return 0;
}
