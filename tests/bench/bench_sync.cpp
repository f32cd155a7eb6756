// SPDX-License-Identifier: GPL-3.0-or-later
// The main job against practice PSAs in other processes: how long after Save the first request leaves, how many pushes a
// second there are beside a bare loop that sends the same requests, and how much of what Autotask permits is used.
#include "figure.h"

#include "core/clock.h"
#include "store/recordqueries.h"
#include "store/database.h"
#include "store/integrationstore.h"
#include "store/linkstore.h"
#include "store/recordstore.h"
#include "sync/secretstore.h"
#include "sync/syncengine.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>

#include <atomic>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int remoteConfigurations = 1000;

/** A practice PSA for as long as this lives. */
class Practice final
{
public:
    explicit Practice(int latencyMs, Platform platform = Platform::ConnectWise)
        : m_platform(platform)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(TANDEMCTL_PATH),
                        {u"practice"_s, platformName(platform), u"--port"_s, u"0"_s, u"--seed"_s, u"7"_s, u"--configurations"_s,
                         QString::number(remoteConfigurations), u"--latency"_s, QString::number(latencyMs)});
        while (m_process.waitForReadyRead(30'000) && !m_process.canReadLine()) { }
        m_hello = QJsonDocument::fromJson(m_process.readLine()).object();
    }
    ~Practice()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    [[nodiscard]] ConnectionDetails details() const
    {
        ConnectionDetails details {.platform = m_platform, .name = u"Bench"_s, .url = m_hello.value("url"_L1).toString()};
        const QJsonObject credentials = m_hello.value("credentials"_L1).toObject();
        for (auto it = credentials.constBegin(); it != credentials.constEnd(); ++it)
            details.credentials.insert(it.key(), SecretString(it.value().toString()));
        return details;
    }

private:
    const Platform m_platform;
    QProcess m_process;
    QJsonObject m_hello;
};

template<typename T>
T wait(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return orDie(future.result());
}

EngineOptions optionsFor(const QString &path, const std::shared_ptr<SecretStore> &secrets, bool runsScheduler)
{
    return {.databasePath = path, .secrets = secrets, .runsScheduler = runsScheduler};
}

QList<RecordRow> configurations(const QString &path)
{
    const auto database = orDie(Database::open(path, Database::Mode::ReadOnly));
    QList<RecordId> ids = orDie(recordIds(*database, {.kind = AssetKind::Configuration, .state = SyncState::Synced}));
    return orDie(recordRows(*database, ids.mid(0, remoteConfigurations)));
}

/** Local records that no PSA knows, as an organization-less crowd around those that are edited. */
void fill(const QString &path, int total)
{
    const auto database = orDie(Database::open(path, Database::Mode::ReadWrite));
    RecordStore records(*database);
    const QDateTime now = SystemClock().nowUtc();
    for (int done = remoteConfigurations; done < total;) {
        Transaction transaction(*database);
        orDie(transaction.begun());
        for (int i = 0; i < 1000 && done < total; ++i, ++done) {
            orDie(records.insert(AssetKind::Configuration,
                                 {{u"name"_s, u"HOST-%1"_s.arg(done, 7, 10, QLatin1Char('0'))}, {u"serial_number"_s, u"S%1"_s.arg(done)}},
                                 RecordSource::Csv, now));
        }
        orDie(transaction.commit());
    }
}

void saveToWire(const QString &path, const std::shared_ptr<SecretStore> &secrets, const char *what)
{
    const QList<RecordRow> rows = configurations(path);
    SyncEngine engine(optionsFor(path, secrets, true));
    wait(engine.start());
    std::atomic<qint64> leftAt = 0;
    QElapsedTimer timer;
    timer.start();
    QObject::connect(
        &engine, &SyncEngine::requestLeft, &engine,
        [&] {
            qint64 none = 0;
            leftAt.compare_exchange_strong(none, timer.nsecsElapsed());
        },
        Qt::DirectConnection);
    QList<double> latencies;
    for (int i = 0; i < 320; ++i) {
        const RecordRow &row = rows.at(i % rows.size());
        leftAt = 0;
        const qint64 start = timer.nsecsElapsed();
        wait(engine.save({.kind = row.kind,
                          .id = row.id,
                          .changes = {{u"notes"_s, u"edit %1 of %2"_s.arg(i).arg(QLatin1StringView(what))}},
                          .person = u"bench"_s}));
        while (leftAt == 0)
            QThread::yieldCurrentThread();
        // The first twenty warm up connection, statements and caches.
        if (i >= 20)
            latencies.append(double(leftAt - start) / 1e6);
        // The push ends before the next edit, or permits would be measured instead.
        QElapsedTimer patience;
        patience.start();
        while (patience.elapsed() < 2000 && wait(engine.integrations()).constFirst().waiting > 0) { }
    }
    printFigure(what, percentile(latencies, 0.99), 10, "ms");
    std::printf("    median %.2f ms, worst %.2f ms\n", percentile(latencies, 0.5), percentile(latencies, 1));
}

/** The same GET and PATCH for each record, `permits` at once, by nothing but a QNetworkAccessManager. */
class BareLoop final : public QObject
{
public:
    BareLoop(const ConnectionDetails &details, QList<int> ids, int permits)
        : m_details(details)
        , m_ids(std::move(ids))
        , m_permits(permits)
    {
        const auto secret = [&](const char *key) { return details.credentials.value(QLatin1StringView(key)).reveal(); };
        m_authorization = "Basic "
            + QByteArray(secret("company_id") + '+' + secret("public_key") + ':' + secret("private_key")).toBase64();
        m_clientId = secret("client_id");
    }

    double run()
    {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < m_permits; ++i)
            next();
        m_loop.exec();
        return double(timer.nsecsElapsed()) / 1e9;
    }

private:
    [[nodiscard]] QNetworkRequest request(int id) const
    {
        QNetworkRequest request(
            QUrl(u"%1/v4_6_release/apis/3.0/company/configurations/%2"_s.arg(m_details.url).arg(id)));
        request.setRawHeader("Authorization", m_authorization);
        request.setRawHeader("clientId", m_clientId);
        request.setRawHeader("Accept", "application/vnd.connectwise.com+json; version=2025.1");
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        return request;
    }

    void next()
    {
        if (m_ids.isEmpty()) {
            if (m_running == 0)
                m_loop.quit();
            return;
        }
        const int id = m_ids.takeLast();
        ++m_running;
        QNetworkReply *read = m_network.get(request(id));
        connect(read, &QNetworkReply::finished, this, [this, read, id] {
            const QJsonObject record = QJsonDocument::fromJson(read->readAll()).object();
            read->deleteLater();
            const QJsonArray patch {
                QJsonObject {{u"op"_s, u"replace"_s}, {u"path"_s, u"notes"_s}, {u"value"_s, u"bare %1"_s.arg(id)}},
                QJsonObject {{u"op"_s, u"replace"_s}, {u"path"_s, u"customFields"_s}, {u"value"_s, record.value("customFields"_L1)}}};
            QNetworkReply *write = m_network.sendCustomRequest(request(id), "PATCH", QJsonDocument(patch).toJson(QJsonDocument::Compact));
            connect(write, &QNetworkReply::finished, this, [this, write] {
                if (write->error() != QNetworkReply::NoError)
                    std::fprintf(stderr, "bare: %s\n", qPrintable(write->errorString()));
                const QJsonDocument answer = QJsonDocument::fromJson(write->readAll());
                m_answers += answer.isObject() ? 1 : 0;
                write->deleteLater();
                --m_running;
                next();
            });
        });
    }

    const ConnectionDetails m_details;
    QList<int> m_ids;
    const int m_permits;
    QByteArray m_authorization;
    QByteArray m_clientId;
    QNetworkAccessManager m_network;
    QEventLoop m_loop;
    int m_running = 0;
    int m_answers = 0;
};

/** Rounds of pushes, each beside the bare loop, since a machine's speed drifts. */
void pushRate(const QString &path, const std::shared_ptr<SecretStore> &secrets, const ConnectionDetails &details,
              qsizetype count, int rounds, const char *what)
{
    const QList<RecordRow> rows = configurations(path).mid(0, count);
    QList<double> ratios;
    double pushes = 0;
    double bare = 0;
    for (int round = 0; round < rounds; ++round) {
        SyncEngine engine(optionsFor(path, secrets, false));
        wait(engine.start());
        for (const RecordRow &row : rows) {
            wait(engine.save({.kind = row.kind,
                              .id = row.id,
                              .changes = {{u"notes"_s, u"round %1 of %2"_s.arg(round).arg(row.id)}},
                              .person = u"bench"_s}));
        }
        const RunSummary summary = wait(engine.push(0));
        if (summary.done != rows.size())
            std::fprintf(stderr, "%lld of %lld were pushed\n", qlonglong(summary.done), qlonglong(rows.size()));
        QList<int> ids;
        for (int id = 1; id <= rows.size(); ++id)
            ids.append(id);
        const double seconds = BareLoop(details, ids, FieldMap::shipped(Platform::ConnectWise)->permits()).run();
        pushes = double(rows.size()) / summary.seconds;
        bare = double(rows.size()) / seconds;
        ratios.append(pushes / bare);
    }
    printFigure(what, percentile(ratios, 0.5), 0.9, "of bare", true);
    std::printf("    last round: %.0f pushes/s through the engine, %.0f/s bare\n", pushes, bare);
}

/** PATCHes to Autotask and nothing else, `permits` at once: what a bulk update cannot be faster than. */
class BarePatches final : public QObject
{
public:
    BarePatches(const ConnectionDetails &details, QStringList ids)
        : m_details(details)
        , m_ids(std::move(ids))
    {
    }

    double run(int permits)
    {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < permits; ++i)
            next();
        m_loop.exec();
        return double(timer.nsecsElapsed()) / 1e9;
    }

private:
    void next()
    {
        if (m_ids.isEmpty()) {
            if (m_running == 0)
                m_loop.quit();
            return;
        }
        QNetworkRequest request(QUrl(m_details.url + u"/zone14/ATServicesRest/V1.0/ConfigurationItems"_s));
        const auto secret = [this](const QString &key) { return m_details.credentials.value(key).reveal(); };
        request.setRawHeader("UserName", secret(u"user_name"_s));
        request.setRawHeader("Secret", secret(u"secret"_s));
        request.setRawHeader("ApiIntegrationCode", secret(u"integration_code"_s));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        const QString id = m_ids.takeLast();
        const QJsonObject body {{u"id"_s, id.toLongLong()}, {u"notes"_s, QString(u"bare "_s + id)}};
        ++m_running;
        QNetworkReply *write
            = m_network.sendCustomRequest(request, "PATCH", QJsonDocument(body).toJson(QJsonDocument::Compact));
        connect(write, &QNetworkReply::finished, this, [this, write] {
            if (write->error() != QNetworkReply::NoError)
                std::fprintf(stderr, "bare: %s\n", qPrintable(write->errorString()));
            write->deleteLater();
            --m_running;
            next();
        });
    }

    const ConnectionDetails m_details;
    QStringList m_ids;
    QNetworkAccessManager m_network;
    QEventLoop m_loop;
    int m_running = 0;
};

/**
 * Bulk updates where three requests may be under way at one endpoint. Only the writes count as work: reads before and
 * after them should go together.
 */
void permitUse(const QString &path, const std::shared_ptr<SecretStore> &secrets, const ConnectionDetails &details)
{
    const QList<RecordRow> rows = configurations(path);
    SyncEngine engine(optionsFor(path, secrets, false));
    wait(engine.start());
    int requests = 0;
    QObject::connect(
        &engine, &SyncEngine::requestLeft, &engine, [&requests] { ++requests; }, Qt::DirectConnection);
    for (const RecordRow &row : rows) {
        wait(engine.save({.kind = row.kind,
                          .id = row.id,
                          .changes = {{u"notes"_s, u"bulk %1"_s.arg(row.id)}},
                          .person = u"bench"_s}));
    }
    const RunSummary summary = wait(engine.push(0));
    if (summary.done != rows.size())
        std::fprintf(stderr, "%lld of %lld were pushed\n", qlonglong(summary.done), qlonglong(rows.size()));
    const int permits = FieldMap::shipped(Platform::Autotask)->limits().permitsPerEndpoint;
    QStringList ids;
    const auto database = orDie(Database::open(path, Database::Mode::ReadOnly));
    const IntegrationId integration = orDie(IntegrationStore(*database).all()).constFirst().id;
    for (const RecordRow &row : rows)
        ids.append(orDie(LinkStore(*database).get(integration, row.id))->remote.id);
    const double bare = BarePatches(details, ids).run(permits);
    printFigure("1,000 updates to Autotask 80 ms away, of three bare writers", bare / summary.seconds, 0.85, "of bare", true);
    const qint64 refused = wait(engine.integrations()).constFirst().calls.throttled;
    std::printf("    %.1f s (the writes alone %.1f s), %d requests for %lld updates, %lld refused as too many\n",
                summary.seconds, bare, requests, qlonglong(rows.size()), qlonglong(refused));
}

/** A profile that is connected to this practice PSA, with two-way sync on and everything pulled. */
void connectTo(const Practice &practice, const QString &path, const std::shared_ptr<SecretStore> &secrets)
{
    SyncEngine engine(optionsFor(path, secrets, false));
    wait(engine.start());
    const IntegrationId id = wait(engine.addIntegration(practice.details()));
    wait(engine.applySettings(id, {.settings = {.twoWay = true}}));
    wait(engine.sync(id, true));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const bool isAutotaskOnly = arguments.contains(u"--autotask"_s);
    const int crowd = arguments.contains(u"--small"_s) ? 50'000 : 1'000'000;
    const QTemporaryDir folder;
    const auto secrets = std::make_shared<MemorySecretStore>();
    {
        constexpr int latencyMs = 80;
        const Practice autotask(latencyMs, Platform::Autotask);
        const QString path = folder.filePath(u"autotask.sqlite"_s);
        connectTo(autotask, path, secrets);
        permitUse(path, secrets, autotask.details());
        if (isAutotaskOnly)
            return 0;
    }
    {
        const Practice distant(20);
        const QString path = folder.filePath(u"distant.sqlite"_s);
        connectTo(distant, path, secrets);
        pushRate(path, secrets, distant.details(), 300, 3, "pushes/s of a bare loop's, PSA 20 ms away (median of 3)");
    }
    const Practice practice(0);
    const QString path = folder.filePath(u"bench.sqlite"_s);
    connectTo(practice, path, secrets);
    pushRate(path, secrets, practice.details(), 300, 5, "pushes/s of a bare loop's, no distance (median of 5)");
    saveToWire(path, secrets, "save to wire, p99, 1,000 records");
    fill(path, crowd);
    saveToWire(path, secrets, crowd == 1'000'000 ? "save to wire, p99, 1,000,000 records" : "save to wire, p99, 50,000 records");
    return 0;
}
