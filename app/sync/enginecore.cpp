// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/enginecore.h"

#include "core/logging.h"
#include "net/authorities.h"
#include "net/calllimiter.h"
#include "store/profile.h"
#include "sync/apikeyservice.h"
#include "sync/decisions.h"
#include "sync/listeditor.h"
#include "sync/pushpreview.h"
#include "sync/secretstore.h"
#include "sync/settingseffect.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>
#include <chrono>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/** Requests in a row that the PSA did not answer, after which it is taken to be offline. */
constexpr int failuresUntilOffline = 3;

} // namespace

EngineCore::EngineCore(EngineOptions options)
    : EngineCore(std::move(options), nullptr)
{
}

EngineCore::EngineCore(EngineOptions options, std::shared_ptr<Database> database)
    : m_options(std::move(options))
    , m_clock(m_options.clock ? m_options.clock : std::make_shared<SystemClock>())
    , m_database(std::move(database))
{
}

EngineCore::~EngineCore()
{
    // Requests end first, and with them the tasks that still use the stores.
    for (const auto &runtime : std::as_const(m_runtimes))
        runtime->pusher->stop();
    abandon();
}

Result<void> EngineCore::start()
{
    if (const Result<void> opened = openDatabase(); !opened)
        return opened;
    m_stores = std::make_unique<Stores>(Stores {.database = *m_database, .clock = *m_clock});
    m_records = std::make_unique<RecordService>(*m_stores);
    m_notifier = std::make_unique<ChangeNotifier>();
    connect(m_notifier.get(), &ChangeNotifier::recordsChanged, this, &EngineCore::recordsChanged);
    connect(m_notifier.get(), &ChangeNotifier::recordSetChanged, this, &EngineCore::recordSetChanged);
    m_commits = std::make_unique<GroupCommit>(*m_database);
    m_links = std::make_unique<LinkManager>(*m_stores, *m_notifier);
    m_imports = std::make_unique<ImportService>(*m_stores, *m_notifier);
    m_directories = std::make_unique<DirectoryRegistry>(*m_stores, m_options.secrets, *m_notifier);
    connect(m_imports.get(), &ImportService::pushQueued, this, [this] {
        if (m_options.runsScheduler && m_isLeader)
            pumpAll();
    });
    connect(m_imports.get(), &ImportService::idle, this, &EngineCore::checkStopped);
    m_customFields = std::make_unique<CustomFieldManager>(*m_stores);
    m_puller = std::make_unique<Puller>(*m_stores, *m_notifier);
    m_syncEnded = std::make_unique<Bell>();
    m_announceTimer = std::make_unique<QTimer>();
    m_announceTimer->setSingleShot(true);
    m_announceTimer->setInterval(200ms);
    connect(m_announceTimer.get(), &QTimer::timeout, this, &EngineCore::announceNow);
    m_scheduleTimer = std::make_unique<QTimer>();
    connect(m_scheduleTimer.get(), &QTimer::timeout, this, &EngineCore::tick);

    const Result<void> led = tryToLead();
    if (!led)
        return led;
    const Result<QList<Integration>> integrations = m_stores->integrations.all();
    if (!integrations)
        return fail(integrations.error());
    for (const Integration &integration : *integrations) {
        scheduleNext(runtime(integration.id), integration);
        announce(integration.id);
    }
    if (m_options.runsScheduler) {
        m_scheduleTimer->start(1s);
        tick();
    }
    return {};
}

Result<void> EngineCore::openDatabase()
{
    if (m_database)
        return {};
    Result<std::unique_ptr<Database>> database = Database::open(m_options.databasePath, Database::Mode::ReadWrite);
    if (!database)
        return fail(database.error());
    m_database = std::move(*database);
    m_leadership = std::make_unique<QLockFile>(m_options.databasePath + u".lock"_s);
    // Only a process that is gone leaves a stale lock, however long it has run.
    m_leadership->setStaleLockTime(0);
    return {};
}

Result<void> EngineCore::tryToLead()
{
    // Two engines would each find the other's flights unfinished, and send them again.
    m_isLeader = !m_leadership || m_leadership->tryLock(0);
    if (!m_isLeader) {
        qCDebug(lcSync) << "Another Tandem on this profile does the syncing; edits made here are sent by it";
        return {};
    }
    return inTransaction(*m_database, [this]() -> Result<void> {
        const Result<int> count = m_stores->outbox.recover();
        if (count && *count > 0)
            qCInfo(lcSync) << *count << "pushes were under way at the last end and are read back";
        return count ? Result<void>() : fail(count.error());
    });
}

void EngineCore::stop()
{
    m_isStopping = true;
    if (m_scheduleTimer)
        m_scheduleTimer->stop();
    for (const auto &each : std::as_const(m_runtimes)) {
        each->pushAll->stop();
        each->pusher->stop();
    }
    if (m_imports)
        m_imports->stop();
    checkStopped();
}

Result<void> EngineCore::mustLead() const
{
    if (m_isLeader)
        return {};
    return fail(ErrorCode::NotAllowed,
                tr("Another Tandem is open on this profile and does the syncing. Use that one, or close it first."));
}

void EngineCore::pumpSoon(IntegrationId id)
{
    if (m_options.runsScheduler && m_isLeader)
        runtime(id).pusher->pump();
}

void EngineCore::abandon()
{
    const QList<std::weak_ptr<Connection>> connections = std::exchange(m_connections, {});
    for (const std::weak_ptr<Connection> &each : connections) {
        if (const ConnectionPtr connection = each.lock())
            connection->http->shutDown();
    }
}

void EngineCore::checkStopped()
{
    if (!m_isStopping)
        return;
    const bool isBusy = std::any_of(m_runtimes.cbegin(), m_runtimes.cend(), [](const std::shared_ptr<Runtime> &each) {
        return each->isSyncing || each->isPlanning || !each->pusher->isIdle();
    });
    const bool isImporting = m_imports && m_imports->isBusy();
    if (!isBusy && !isImporting) {
        if (m_notifier)
            m_notifier->flush();
        // Tasks that wait for the same end are resumed through the event loop and go first.
        QTimer::singleShot(0, this, &EngineCore::stopped);
    }
}

EngineCore::Runtime &EngineCore::runtime(IntegrationId id)
{
    return *sharedRuntime(id);
}

std::shared_ptr<EngineCore::Runtime> EngineCore::sharedRuntime(IntegrationId id)
{
    std::shared_ptr<Runtime> &each = m_runtimes[id];
    if (!each) {
        each = std::make_shared<Runtime>();
        each->id = id;
        const auto random = m_options.random ? m_options.random : [] { return QRandomGenerator::global()->generateDouble(); };
        each->pusher = std::make_unique<Pusher>(
            *m_stores, *m_commits, id, [this](Integration integration) { return connectionOf(std::move(integration)); }, *m_notifier, random);
        connect(each->pusher.get(), &Pusher::statusChanged, this, [this, id] { announce(id); });
        connect(each->pusher.get(), &Pusher::activity, this, &EngineCore::activity);
        connect(each->pusher.get(), &Pusher::idle, this, &EngineCore::checkStopped);
        each->pushAll = std::make_unique<PushAllRun>(*m_stores, id, *each->pusher, *m_notifier);
        connect(each->pushAll.get(), &PushAllRun::changed, this, [this, id] { announcePushAll(id); });
        Runtime *const owner = each.get();
        each->pushAll->setCallCounter(
            [owner] { return owner->connection ? owner->connection->http->figures().calls : 0; });
        if (const Result<void> loaded = each->pushAll->load(); !loaded)
            qCWarning(lcSync) << "A run of Push All could not be taken up:" << loaded.error().message;
        each->pushAll->setDriven(m_options.runsScheduler && m_isLeader);
    }
    return each;
}

Result<ConnectionPtr> EngineCore::makeConnection(const ConnectionDetails &details, const FieldMap *map)
{
    if (!map) {
        return fail(ErrorCode::BadInput,
                    tr("%1 cannot be connected in this version of Tandem.").arg(platformTitle(details.platform)));
    }
    const Result<QList<QSslCertificate>> authorities = authoritiesFrom(details.authorities);
    if (!authorities)
        return fail(authorities.error());
    auto made = std::make_shared<Connection>();
    made->map = map;
    HttpLimits limits {.calls = m_options.limits.value_or(map->limits()),
                       .circuit = {.failures = failuresUntilOffline},
                       .random = m_options.random,
                       .authorities = *authorities};
    limits.patience = m_options.patience.value_or(limits.patience);
    made->http = std::make_unique<HttpClient>(limits);
    const PsaClientFactory factory = m_options.clients ? m_options.clients : defaultPsaClients();
    Result<std::unique_ptr<PsaClient>> client = factory(details.platform, details.url, details.credentials, made->http.get());
    if (!client)
        return fail(client.error());
    made->client = std::move(*client);
    made->client->useMap(*map);
    if (const std::optional<HttpRequest> probe = made->client->probe())
        made->http->setProbe(*probe);
    connect(made->http.get(), &HttpClient::requestLeft, this, &EngineCore::requestLeft);
    m_connections.removeIf([](const std::weak_ptr<Connection> &each) { return each.expired(); });
    m_connections.append(made);
    return made;
}

QCoro::Task<Result<ConnectionPtr>> EngineCore::connection(IntegrationId id)
{
    const Result<Integration> integration = m_stores->integrations.get(id);
    if (!integration)
        co_return fail(integration.error());
    const Result<ConnectionPtr> connected = co_await connectionOf(*integration);
    co_return connected;
}

QCoro::Task<Result<ConnectionPtr>> EngineCore::connectionOf(Integration integration)
{
    const IntegrationId id = integration.id;
    // A copy: QCoro moves from what is returned, which would take the connection away from its owner.
    // One with another map is left to what is under way with it.
    const ConnectionPtr known = runtime(id).connection;
    if (known && known->map == integration.fieldMap()) {
        // They may have been changed since, also by another program on this profile.
        known->client->useSettings(integration.settings);
        co_return known;
    }
    const QString key = integration.secretKey();
    const Result<Credentials> credentials = co_await m_options.secrets->read(key);
    if (!credentials)
        co_return fail(credentials.error());
    // Another task may have made it while the keychain was asked.
    const ConnectionPtr other = runtime(id).connection;
    if (other && other->map == integration.fieldMap())
        co_return other;
    const Result<ConnectionPtr> made = makeConnection({.platform = integration.platform,
                                                       .url = integration.url,
                                                       .credentials = *credentials,
                                                       .authorities = integration.authorities},
                                                      integration.fieldMap());
    if (!made)
        co_return fail(made.error());
    (*made)->client->useSettings(integration.settings);
    runtime(id).connection = *made;
    connect((*made)->http.get(), &HttpClient::figuresChanged, this, [this, id] { announce(id); });
    connect((*made)->http.get(), &HttpClient::offlineChanged, this, [this, id] { takeContact(id); });
    co_return *made;
}

Result<Saved> EngineCore::save(const Edit &edit)
{
    const Result<Saved> saved = m_records->save(edit);
    if (!saved)
        return saved;
    if (edit.id == 0)
        m_notifier->setChanged();
    Q_EMIT editCommitted(saved->id);
    if (saved->isQueued && m_options.runsScheduler && m_isLeader)
        pumpAll();
    m_notifier->recordChanged(saved->id);
    return saved;
}

Result<void> EngineCore::removeRecord(RecordId id)
{
    const Result<void> removed = m_records->remove(id);
    if (removed)
        m_notifier->setChanged();
    return removed;
}

Result<OptionId> EngineCore::ensureOption(OptionList list, const QString &name, OptionId parent)
{
    if (name.trimmed().isEmpty())
        return fail(ErrorCode::BadInput, tr("A value needs a name."));
    OptionId id = 0;
    const Result<void> done = inTransaction(*m_database, [&]() -> Result<void> {
        const Result<OptionId> found = m_stores->options.findOrCreate(list, name.trimmed(), parent);
        if (!found)
            return fail(found.error());
        id = *found;
        return {};
    });
    if (!done)
        return fail(done.error());
    return id;
}

Result<void> EngineCore::changeOption(OptionId id, const QString &name, std::optional<OptionId> parent)
{
    const Result<void> changed = ListEditor(*m_stores).change(id, name, parent);
    if (changed)
        m_notifier->setChanged();
    return changed;
}

Result<NewApiKey> EngineCore::createApiKey(const QString &name, Role role, const QString &person)
{
    return ApiKeyService(*m_stores).create(name, role, person);
}

Result<void> EngineCore::revokeApiKey(qint64 id)
{
    return ApiKeyService(*m_stores).revoke(id);
}

Result<void> EngineCore::noteApiKeyUse(qint64 id)
{
    return ApiKeyService(*m_stores).noteUse(id);
}

QCoro::Task<Result<ServerInfo>> EngineCore::testConnection(ConnectionDetails details)
{
    const Result<ConnectionPtr> made = makeConnection(details, FieldMap::shipped(details.platform));
    if (!made)
        co_return fail(made.error());
    const ConnectionPtr connection = *made;
    const Result<ServerInfo> info = co_await connection->client->signIn();
    co_return info;
}

QCoro::Task<Result<IntegrationId>> EngineCore::addIntegration(ConnectionDetails details)
{
    if (details.name.trimmed().isEmpty())
        co_return fail(Error {.code = ErrorCode::BadInput, .message = tr("The integration needs a name."), .field = u"name"_s});
    const Result<Integration> sameName = m_stores->integrations.byName(details.name.trimmed());
    if (sameName) {
        co_return fail(Error {.code = ErrorCode::BadInput,
                              .message = tr("There is an integration called \"%1\" already.").arg(details.name.trimmed()),
                              .field = u"name"_s});
    }
    const Result<ConnectionPtr> made = makeConnection(details, FieldMap::shipped(details.platform));
    if (!made)
        co_return fail(made.error());
    const ConnectionPtr first = *made;
    const Result<ServerInfo> info = co_await first->client->signIn();
    if (!info)
        co_return fail(info.error());
    // Before anything is stored, so that a PSA that fails half-way leaves nothing behind.
    const Result<RemoteLists> lists = co_await Puller::fetchLists(first);
    if (!lists)
        co_return fail(lists.error());
    const Result<TenantLengths> lengths = co_await Puller::fetchLengths(first);
    if (!lengths)
        co_return fail(lengths.error());

    Integration integration {.platform = details.platform,
                             .name = details.name.trimmed(),
                             .url = details.url,
                             .baseUrl = info->baseUrl,
                             .uid = QUuid::createUuid().toString(QUuid::WithoutBraces)};
    const QString key = integration.secretKey();
    const Credentials credentials = details.credentials;
    const Result<void> kept = co_await m_options.secrets->write(key, credentials);
    if (!kept)
        co_return fail(kept.error());
    const Result<void> stored = inTransaction(*m_database, [&]() -> Result<void> {
        const Result<IntegrationId> id = m_stores->integrations.insert(integration);
        if (!id)
            return fail(id.error());
        integration.id = *id;
        if (const Result<void> trusted = m_stores->integrations.setAuthorities(*id, details.authorities); !trusted)
            return trusted;
        if (const Result<void> taken = m_puller->takeLengths(*id, *lengths); !taken)
            return taken;
        if (const Result<void> noted = m_stores->integrations.setWarning(*id, info->warning); !noted)
            return noted;
        return m_puller->takeLists(*id, *lists, true);
    });
    if (!stored) {
        const Result<void> forgotten = co_await m_options.secrets->remove(key);
        if (!forgotten)
            qCWarning(lcSync) << "The credentials of an integration that was not stored could not be removed";
        co_return fail(stored.error());
    }
    const IntegrationId id = integration.id;
    m_notifier->setChanged();
    announce(id);
    co_return id;
}

QCoro::Task<Result<void>> EngineCore::editConnection(IntegrationId id, ConnectionDetails details)
{
    const Result<Integration> stored = m_stores->integrations.get(id);
    if (!stored)
        co_return fail(stored.error());
    Integration integration = *stored;
    const QString key = integration.secretKey();
    const Result<Credentials> known = co_await m_options.secrets->read(key);
    Credentials credentials = known ? *known : Credentials();
    for (auto it = details.credentials.constBegin(); it != details.credentials.constEnd(); ++it) {
        if (!it.value().isEmpty())
            credentials.insert(it.key(), it.value());
    }
    details.platform = integration.platform;
    details.credentials = credentials;
    const Result<ServerInfo> info = co_await testConnection(details);
    if (!info)
        co_return fail(info.error());
    const Result<void> kept = co_await m_options.secrets->write(key, credentials);
    if (!kept)
        co_return kept;
    integration.url = details.url;
    integration.baseUrl = info->baseUrl;
    if (!details.name.trimmed().isEmpty())
        integration.name = details.name.trimmed();
    const Result<void> updated
        = inTransaction(*m_database, [&]() -> Result<void> {
        if (const Result<void> trusted = m_stores->integrations.setAuthorities(id, details.authorities); !trusted)
            return trusted;
        return m_stores->integrations.update(integration);
    });
    if (!updated)
        co_return updated;
    runtime(id).connection.reset();
    runtime(id).syncError.reset();
    runtime(id).pusher->unblock();
    pumpSoon(id);
    announce(id);
    co_return Result<void>();
}

Result<QList<IntegrationStatus>> EngineCore::integrations()
{
    const Result<QList<Integration>> all = m_stores->integrations.all();
    if (!all)
        return fail(all.error());
    QList<IntegrationStatus> statuses;
    for (const Integration &integration : *all) {
        const Result<IntegrationStatus> status = statusOf(integration);
        if (!status)
            return fail(status.error());
        statuses.append(*status);
    }
    return statuses;
}

Result<SettingsEffect> EngineCore::previewSettings(IntegrationId id, const SettingsChange &change)
{
    const Result<Integration> integration = m_stores->integrations.get(id);
    if (!integration)
        return fail(integration.error());
    return settingsEffect(*m_stores, *integration, change);
}

/** What was chosen of the PSA's own values must be there and active (rule B4). */
Result<void> EngineCore::checkSettings(const Integration &integration, const SyncSettings &settings) const
{
    const Result<QList<StoredOption>> options = m_stores->options.remote(integration.id);
    if (!options)
        return fail(options.error());
    EnabledValues active;
    for (const StoredOption &option : *options) {
        if (option.isActive)
            active[option.list].insert(option.remoteId);
    }
    const QList<SettingProblem> problems = problemsWith(integration.platform, settings, active);
    if (problems.isEmpty())
        return {};
    const SettingProblem &first = problems.constFirst();
    return fail(Error {.code = ErrorCode::BadInput, .message = first.text, .field = first.key});
}

Result<void> EngineCore::applySettings(IntegrationId id, const SettingsChange &change)
{
    const Result<void> applied = inTransaction(*m_database, [&]() -> Result<void> {
        Result<Integration> integration = m_stores->integrations.get(id);
        if (!integration)
            return fail(integration.error());
        if (const Result<void> checked = checkSettings(*integration, change.settings); !checked)
            return checked;
        integration->settings = change.settings;
        if (const Result<void> done = m_stores->integrations.update(*integration); !done)
            return done;
        if (const Result<void> done = m_stores->options.setEnabled(id, change.enabled); !done)
            return done;
        if (!change.enabled.isEmpty()) {
            // Other types or statuses sync now, so the next pull looks at everything.
            if (const Result<void> done = m_stores->integrations.pullAllNext(id); !done)
                return done;
        }
        const Result<int> released = m_stores->outbox.releaseHeld(id);
        if (!released)
            return fail(released.error());
        return m_stores->events.append({.at = m_clock->nowUtc(),
                                        .type = Event::Type::Changed,
                                        .integrationId = id,
                                        .message = tr("Sync Settings changed.")});
    });
    if (!applied)
        return applied;
    Runtime &each = runtime(id);
    m_notifier->setChanged();
    if (m_options.runsScheduler) {
        pumpSoon(id);
        each.nextSyncAt = m_clock->nowUtc();
        each.isQueued = true;
    }
    announce(id);
    return {};
}

QCoro::Task<Result<QList<SettingChoice>>> EngineCore::settingChoices(IntegrationId id, QString key, QString search)
{
    const Result<ConnectionPtr> connected = co_await connection(id);
    if (!connected)
        co_return fail(connected.error());
    const ConnectionPtr alive = *connected;
    const Result<QList<SettingChoice>> choices = co_await alive->client->settingChoices(key, search);
    co_return choices;
}

QCoro::Task<Result<QList<TenantField>>> EngineCore::customFields(IntegrationId id, AssetKind kind)
{
    const Result<ConnectionPtr> connected = co_await connection(id);
    if (!connected)
        co_return fail(connected.error());
    const ConnectionPtr alive = *connected;
    const Result<QList<TenantField>> fields = co_await alive->client->customFields(kind);
    co_return fields;
}

QCoro::Task<Result<ConnectionPtr>> EngineCore::connectionForSync(IntegrationId id)
{
    const Result<ConnectionPtr> connected = co_await connection(id);
    if (!connected)
        co_return fail(connected.error());
    const Result<Integration> stored = m_stores->integrations.get(id);
    if (!stored)
        co_return fail(stored.error());
    if (stored->customFields.isEmpty())
        co_return *connected;
    const ConnectionPtr alive = *connected;
    const Integration integration = *stored;
    const Result<TenantFields> fields = co_await Puller::fetchCustomFields(alive, integration);
    if (!fields)
        co_return fail(fields.error());
    const Result<void> taken
        = inTransaction(*m_database, [&]() { return m_customFields->refresh(id, *fields); });
    if (!taken)
        co_return fail(taken.error());
    // Another one, if what is mapped is not the same any more.
    const Result<ConnectionPtr> current = co_await connection(id);
    co_return current;
}

QCoro::Task<Result<void>> EngineCore::syncAtRest(IntegrationId id)
{
    const Result<void> leads = mustLead();
    if (!leads)
        co_return leads;
    const std::shared_ptr<Runtime> alive = sharedRuntime(id);
    while (alive->isSyncing) {
        alive->isStopWanted = true;
        co_await m_syncEnded->next();
        if (m_isStopping)
            co_return fail(ErrorCode::Cancelled, tr("Tandem is closing."));
    }
    co_return Result<void>();
}

void EngineCore::takeNewMap(IntegrationId id)
{
    m_notifier->setChanged();
    if (m_options.runsScheduler) {
        pumpSoon(id);
        runtime(id).nextSyncAt = m_clock->nowUtc();
        runtime(id).isQueued = true;
    }
    announce(id);
}

QCoro::Task<Result<CustomMapping>> EngineCore::addCustomField(IntegrationId id, CustomFieldRequest request)
{
    const AssetKind kind = request.kind;
    const Result<QList<TenantField>> tenant = co_await customFields(id, kind);
    if (!tenant)
        co_return fail(tenant.error());
    const Result<void> rests = co_await syncAtRest(id);
    if (!rests)
        co_return fail(rests.error());
    const Result<CustomMapping> added = m_customFields->add(id, request, *tenant);
    if (added)
        takeNewMap(id);
    co_return added;
}

QCoro::Task<Result<void>> EngineCore::removeCustomField(IntegrationId id, QString field, QString person)
{
    const Result<void> rests = co_await syncAtRest(id);
    if (!rests)
        co_return rests;
    const Result<void> removed = m_customFields->remove(id, field, person);
    if (removed)
        takeNewMap(id);
    co_return removed;
}

QCoro::Task<Result<void>> EngineCore::refreshLists(IntegrationId id)
{
    const Result<ConnectionPtr> connected = co_await connection(id);
    if (!connected)
        co_return fail(connected.error());
    const Result<void> lists = co_await m_puller->readLists(*connected, id, false);
    announce(id);
    co_return lists;
}

Result<void> EngineCore::setPaused(IntegrationId id, bool paused)
{
    const Result<void> done = inTransaction(*m_database, [&]() -> Result<void> {
        Result<Integration> integration = m_stores->integrations.get(id);
        if (!integration)
            return fail(integration.error());
        integration->isPaused = paused;
        if (const Result<void> updated = m_stores->integrations.update(*integration); !updated)
            return updated;
        const Result<int> released = m_stores->outbox.releaseHeld(id);
        if (!released)
            return fail(released.error());
        return m_stores->events.append({.at = m_clock->nowUtc(),
                                        .type = Event::Type::Changed,
                                        .integrationId = id,
                                        .message = paused ? tr("Sync paused.") : tr("Sync resumed.")});
    });
    if (!done)
        return done;
    Runtime &each = runtime(id);
    if (!paused) {
        tryNow(each);
        each.nextSyncAt = m_clock->nowUtc();
        pumpSoon(id);
    }
    m_notifier->setChanged();
    announce(id);
    return {};
}

QCoro::Task<Result<void>> EngineCore::disconnectIntegration(IntegrationId id)
{
    const Result<Integration> stored = m_stores->integrations.get(id);
    if (!stored)
        co_return fail(stored.error());
    const QString key = stored->secretKey();
    const Result<void> done = inTransaction(*m_database, [&]() -> Result<void> {
        Integration integration = *stored;
        integration.isDisconnected = true;
        // The name is free for a new integration; the old one stays in logs under it.
        integration.name = tr("%1 (disconnected %2)")
                               .arg(integration.name, QLocale::c().toString(m_clock->nowUtc(), u"yyyy-MM-dd hh:mm:ss"_s));
        return m_stores->integrations.update(integration);
    });
    if (!done)
        co_return done;
    Runtime &each = runtime(id);
    const Plan::State state = each.pushAll->plan().state;
    if (state == Plan::State::Running || state == Plan::State::Paused) {
        if (const Result<void> cancelled = each.pushAll->cancel(); !cancelled)
            qCDebug(lcSync) << "No push of everything was under way:" << cancelled.error().message;
    }
    each.pushAll->stop();
    each.pusher->stop();
    each.connection.reset();
    each.nextSyncAt = {};
    const Result<void> forgotten = co_await m_options.secrets->remove(key);
    m_notifier->setChanged();
    Q_EMIT integrationRemoved(id);
    co_return forgotten;
}

QCoro::Task<Result<RunSummary>> EngineCore::sync(IntegrationId id, bool full)
{
    const Result<void> leads = mustLead();
    if (!leads)
        co_return fail(leads.error());
    const std::shared_ptr<Runtime> alive = sharedRuntime(id);
    while (alive->isSyncing) {
        // What a person asks for goes next.
        alive->isQueued = true;
        co_await m_syncEnded->next();
        if (m_isStopping)
            co_return fail(ErrorCode::Cancelled, tr("Tandem is closing."));
    }
    alive->isSyncing = true;
    alive->isQueued = false;
    alive->isStopWanted = false;
    alive->activity = tr("reading lists");
    tryNow(*alive);
    // That it runs is told even of a sync that is over before the next announcement would be due.
    m_toAnnounce.insert(id);
    announceNow();

    const Result<ConnectionPtr> connected = co_await connectionForSync(id);
    Result<RunSummary> summary;
    if (!connected) {
        summary = fail(connected.error());
    } else {
        const PullProgress progress = [this, id](AssetKind kind, qint64 done, qint64 total) {
            const QLocale locale;
            Runtime &now = runtime(id);
            now.activity = total < 0 ? tr("%1 %2").arg(kindTitlePlural(kind), locale.toString(done))
                                     : tr("%1 %2 of %3").arg(kindTitlePlural(kind), locale.toString(done),
                                                             locale.toString(std::max(done, total)));
            now.progress = total > 0 ? std::min(1.0, double(done) / double(total)) : -1;
            announce(id);
        };
        const std::function<bool()> isStopped = [this, alive] { return m_isStopping || alive->isStopWanted; };
        summary = co_await m_puller->pull(*connected, id, full, progress, isStopped);
    }
    alive->isSyncing = false;
    alive->activity.clear();
    alive->progress = -1;
    alive->syncError = summary ? std::nullopt : std::optional<Error>(summary.error());
    if (!summary && summary.error().code != ErrorCode::Cancelled) {
        const Error error = summary.error();
        const Result<void> logged = inTransaction(*m_database, [&]() {
            return m_stores->events.append({.at = m_clock->nowUtc(),
                                            .type = Event::Type::SyncFailed,
                                            .integrationId = id,
                                            .message = error.message,
                                            .requestId = error.requestId,
                                            .isFailure = true});
        });
        if (!logged)
            qCWarning(lcSync) << "A failed sync could not be logged:" << logged.error().message;
    }
    const Result<Integration> integration = m_stores->integrations.get(id);
    if (integration)
        scheduleNext(*alive, *integration);
    // What waited for records that are here now may go.
    const Result<void> released = inTransaction(*m_database, [&]() -> Result<void> {
        const Result<int> count = m_stores->outbox.releaseHeld(id);
        return count ? Result<void>() : fail(count.error());
    });
    if (!released)
        qCWarning(lcSync) << "Held pushes could not be looked at again:" << released.error().message;
    pumpSoon(id);
    m_notifier->setChanged();
    announce(id);
    m_syncEnded->ring();
    checkStopped();
    co_return summary;
}

Result<void> EngineCore::stopSync(IntegrationId id)
{
    runtime(id).isStopWanted = true;
    return {};
}

QCoro::Task<Result<RunSummary>> EngineCore::push(IntegrationId id)
{
    const Result<void> leads = mustLead();
    if (!leads)
        co_return fail(leads.error());
    const Result<QList<Integration>> all = m_stores->integrations.all();
    if (!all)
        co_return fail(all.error());
    RunSummary total;
    for (const Integration &integration : *all) {
        if (id != 0 && integration.id != id)
            continue;
        const std::shared_ptr<Runtime> alive = sharedRuntime(integration.id);
        tryNow(*alive);
        const Result<RunSummary> summary = co_await alive->pusher->drain();
        announce(integration.id);
        if (!summary)
            co_return fail(summary.error());
        total.add(*summary);
    }
    co_return total;
}

QCoro::Task<Result<void>> EngineCore::syncRecord(RecordId record, IntegrationId id)
{
    const Result<Integration> integration = m_stores->integrations.get(id);
    const Result<std::optional<Link>> link = m_stores->links.get(id, record);
    if (!integration || !link)
        co_return fail(integration ? link.error() : integration.error());
    if (!*link || !(*link)->isLinked()) {
        co_return fail(ErrorCode::NotFound,
                       tr("The record is not in %1 yet.").arg(platformTitle(integration->platform)));
    }
    const Result<ConnectionPtr> connected = co_await connection(id);
    if (!connected)
        co_return fail(connected.error());
    const Result<void> pulled = co_await m_puller->pullRecord(*connected, *integration, **link);
    pumpSoon(id);
    co_return pulled;
}

QCoro::Task<Result<void>> EngineCore::readDetails(RecordId record)
{
    const Result<QList<Integration>> all = m_stores->integrations.all();
    if (!all)
        co_return fail(all.error());
    for (const Integration &integration : *all) {
        const Result<std::optional<Link>> link = m_stores->links.get(integration.id, record);
        if (!link)
            co_return fail(link.error());
        if (!*link || !(*link)->isLinked() || (*link)->isDisabled || integration.isPaused || !m_isLeader)
            continue;
        const Result<bool> isWanted = m_stores->details.isWanted((*link)->id);
        if (!isWanted)
            co_return fail(isWanted.error());
        if (!*isWanted)
            continue;
        const Result<void> read = co_await syncRecord(record, integration.id);
        if (!read)
            co_return read;
    }
    co_return Result<void>();
}

Result<void> EngineCore::setRecordSync(RecordId record, IntegrationId id, bool enabled)
{
    const Result<void> done
        = m_links->change(id, record, enabled ? LinkAction::Resume : LinkAction::Pause, {});
    if (done)
        pumpSoon(id);
    return done;
}

Result<void> EngineCore::decideConflict(RecordId record, IntegrationId id,
                                        const QHash<QString, ConflictChoice> &choices, const QString &person)
{
    const Result<Integration> integration = m_stores->integrations.get(id);
    if (!integration)
        return fail(integration.error());
    const Result<void> decided = tandem::decideConflict(*m_stores, record, *integration, choices, person);
    if (!decided)
        return decided;
    m_notifier->recordChanged(record);
    pumpSoon(id);
    announce(id);
    return {};
}

QCoro::Task<Result<void>> EngineCore::decideMatch(qint64 id, MatchChoice choice, QString person)
{
    const Result<MatchDecision> decision = m_stores->decisions.get(id);
    if (!decision)
        co_return fail(decision.error());
    const IntegrationId integrationId = decision->integrationId;
    const bool isLink = choice.action == MatchChoice::Action::Link;
    if (isLink && (choice.candidate < 0 || choice.candidate >= decision->candidates.size()))
        co_return fail(ErrorCode::BadInput, tr("Choose which record it is."));
    // A push that waits for this decision goes on by itself once the record is linked, or may be made anew.
    if (choice.action == MatchChoice::Action::Leave || (decision->recordId != 0 && !isLink)) {
        const auto kept = choice.action == MatchChoice::Action::Leave ? MatchDecision::Choice::Left
                                                                      : MatchDecision::Choice::Create;
        const Result<void> noted = inTransaction(*m_database, [&]() { return m_stores->decisions.setChoice(id, kept); });
        if (!noted)
            co_return noted;
        if (kept == MatchDecision::Choice::Create) {
            const Result<void> queued = retryNow(decision->recordId, integrationId);
            if (!queued)
                co_return queued;
        }
        announce(integrationId);
        co_return Result<void>();
    }
    const Result<Integration> integration = m_stores->integrations.get(integrationId);
    if (!integration)
        co_return fail(integration.error());
    const Result<ConnectionPtr> connected = co_await connection(integrationId);
    if (!connected)
        co_return fail(connected.error());
    MatchDecision::Candidate candidate;
    if (isLink)
        candidate = decision->candidates.at(choice.candidate);
    MatchDecision settled = *decision;
    if (settled.remote.id.isEmpty())
        settled.remote = candidate.remote;
    const RecordId linkTo = settled.recordId != 0 ? settled.recordId : candidate.recordId;
    const Result<void> done = co_await m_puller->settleMatch(*connected, *integration, settled, linkTo);
    if (!done)
        co_return done;
    const Result<void> logged = inTransaction(*m_database, [&]() {
        return m_stores->events.append({.at = m_clock->nowUtc(),
                                        .type = Event::Type::Linked,
                                        .integrationId = integrationId,
                                        .recordId = linkTo,
                                        .kind = settled.kind,
                                        .recordName = settled.name,
                                        .person = person,
                                        .message = isLink ? tr("Linked to \"%1\", as chosen.").arg(candidate.name)
                                                          : tr("Taken over as a new record, as chosen.")});
    });
    if (!logged)
        co_return logged;
    if (settled.recordId != 0) {
        const Result<void> queued = retryNow(settled.recordId, integrationId);
        if (!queued)
            co_return queued;
    }
    pumpSoon(integrationId);
    announce(integrationId);
    co_return Result<void>();
}

Result<Saved> EngineCore::discardEdit(RecordId record, IntegrationId id, const QString &person)
{
    const Result<Integration> integration = m_stores->integrations.get(id);
    if (!integration)
        return fail(integration.error());
    const Result<Edit> edit = discardingEdit(*m_stores, record, *integration, person);
    return edit ? save(*edit) : fail(edit.error());
}

Result<Saved> EngineCore::reapply(qint64 event, const QString &field, const QString &person)
{
    const Result<Edit> edit = reapplyingEdit(*m_stores, event, field, person);
    return edit ? save(*edit) : fail(edit.error());
}

QCoro::Task<Result<qint64>> EngineCore::changeLinks(LinkSelection selection, LinkAction action, QString person,
                                                    Progress progress)
{
    const Result<qint64> changed = co_await m_links->change(selection, action, person, progress);
    pumpSoon(selection.integrationId);
    announce(selection.integrationId);
    co_return changed;
}

QCoro::Task<Result<DeletedRecords>> EngineCore::deleteRecords(LinkSelection selection, QString folder, QString person,
                                                              Progress progress)
{
    const Result<DeletedRecords> deleted = co_await m_links->remove(selection, folder, person, progress);
    announce(selection.integrationId);
    co_return deleted;
}

QCoro::Task<Result<QHash<AssetKind, qint64>>> EngineCore::countRemote(IntegrationId id)
{
    const Result<ConnectionPtr> connected = co_await connection(id);
    if (!connected)
        co_return fail(connected.error());
    const ConnectionPtr alive = *connected;
    QHash<AssetKind, qint64> counts;
    for (const AssetKind kind : allKinds) {
        const PageRequest everything {.priority = Priority::Foreground};
        if (!alive->client->listsAll(kind)) {
            counts.insert(kind, -1);
            continue;
        }
        const Result<qint64> count = co_await alive->client->count(kind, everything);
        if (!count)
            co_return fail(count.error());
        counts.insert(kind, *count);
    }
    const QHash<AssetKind, qint64> found = counts;
    co_return found;
}

QCoro::Task<Result<Plan>> EngineCore::planPushAll(IntegrationId id, PushAllScope scope, Progress progress)
{
    const Result<void> leads = mustLead();
    if (!leads)
        co_return fail(leads.error());
    const Result<Integration> integration = m_stores->integrations.get(id);
    if (!integration)
        co_return fail(integration.error());
    const std::shared_ptr<Runtime> alive = sharedRuntime(id);
    const Plan::State state = alive->pushAll->plan().state;
    const bool isUnderway = alive->pushAll->plan().id != 0
        && (state == Plan::State::Running || state == Plan::State::Paused);
    if (isUnderway || alive->isPlanning) {
        co_return fail(ErrorCode::NotAllowed,
                       tr("Push All Syncable Assets is under way for %1. Wait for its end, or cancel it.")
                           .arg(integration->name));
    }
    alive->isPlanning = true;
    if (scope.kinds.isEmpty())
        scope.kinds = QList<AssetKind>(allKinds.begin(), allKinds.end());
    const Result<ConnectionPtr> connected = co_await connection(id);
    Result<Plan> plan = Plan();
    if (!connected) {
        plan = fail(connected.error());
    } else {
        const Progress whole {.tell = progress.tell, .isCancelled = [this, progress] {
                                  return m_isStopping || (progress.isCancelled && progress.isCancelled());
                              }};
        PushPreview preview(*m_stores, *connected, *integration, scope, whole);
        plan = co_await preview.run();
    }
    alive->isPlanning = false;
    checkStopped();
    co_return plan;
}

Result<void> EngineCore::confirmPushAll(IntegrationId id, qint64 planId, const QString &typedName, bool again,
                                        const QString &person)
{
    if (const Result<void> leads = mustLead(); !leads)
        return leads;
    const Result<Integration> integration = m_stores->integrations.get(id);
    if (!integration)
        return fail(integration.error());
    const Result<QList<Plan>> plans = m_stores->plans.ofIntegration(id);
    if (!plans)
        return fail(plans.error());
    const auto wanted = std::find_if(plans->begin(), plans->end(), [&](const Plan &each) {
        return each.id == planId && each.state == Plan::State::Draft;
    });
    if (wanted == plans->end()) {
        return fail(ErrorCode::NotFound,
                    tr("This preview is not the newest one any more, or was confirmed already. Make a new one."));
    }
    if (typedName.trimmed() != integration->name) {
        return fail(Error {.code = ErrorCode::BadInput,
                           .message = tr("Type the name of the integration, \"%1\", to confirm.").arg(integration->name),
                           .field = u"name"_s});
    }
    const auto former
        = std::find_if(plans->begin(), plans->end(), [](const Plan &each) { return each.isConfirmed(); });
    if (former != plans->end() && !again) {
        const Result<PlanCountsByKind> counts = m_stores->plans.counts(former->id);
        if (!counts)
            return fail(counts.error());
        PlanCounts all;
        for (const PlanCounts &each : *counts)
            all.add(each);
        return fail(ErrorCode::NotAllowed,
                    tr("Everything was pushed to %1 on %2 already: %3 created, %4 linked, %5 updated, %6 failed, %7 held. "
                       "Confirm a second time to do it again.")
                        .arg(integration->name, QLocale().toString(former->confirmedAt.toLocalTime(), QLocale::ShortFormat),
                             QString::number(all.of(PlanResult::Created)), QString::number(all.of(PlanResult::Linked)),
                             QString::number(all.of(PlanResult::Updated)), QString::number(all.of(PlanResult::Failed)),
                             QString::number(all.of(PlanResult::Held))));
    }
    Plan confirmed = *wanted;
    confirmed.confirmedAt = m_clock->nowUtc();
    confirmed.person = person;
    return runtime(id).pushAll->confirm(confirmed);
}

Result<void> EngineCore::setPushAllPaused(IntegrationId id, bool paused)
{
    const Result<void> leads = mustLead();
    return leads ? runtime(id).pushAll->setPaused(paused) : leads;
}

Result<void> EngineCore::cancelPushAll(IntegrationId id)
{
    const Result<void> leads = mustLead();
    return leads ? runtime(id).pushAll->cancel() : leads;
}

Result<void> EngineCore::retryPushAll(IntegrationId id)
{
    const Result<void> leads = mustLead();
    return leads ? runtime(id).pushAll->retry() : leads;
}

Result<PushAllStatus> EngineCore::pushAllStatus(IntegrationId id)
{
    const Result<Integration> integration = m_stores->integrations.get(id);
    if (!integration)
        return fail(integration.error());
    const Runtime &each = runtime(id);
    Result<PushAllStatus> status = each.pushAll->status();
    if (!status)
        return status;
    const FieldMap *map = integration->fieldMap();
    const CallLimits limits = m_options.limits.value_or(map ? map->limits() : CallLimits());
    for (const CallWindow &window : limits.windows) {
        const double perMinute = double(window.calls) * 60 / double(window.length.count());
        const bool isNarrower = status->permittedCallsPerMinute <= 0 || perMinute < status->permittedCallsPerMinute;
        if (window.scope == CallScope::Account && window.calls > 0 && isNarrower)
            status->permittedCallsPerMinute = perMinute;
    }
    status->message = pushAllMessage(each, *integration);
    return status;
}

QString EngineCore::pushAllMessage(const Runtime &runtime, const Integration &integration) const
{
    if (!runtime.pushAll->isRunning())
        return {};
    if (runtime.pusher->blockedBy())
        return runtime.pusher->blockedBy()->message;
    if (integration.isPaused)
        return tr("%1 is paused. Resume its sync to go on.").arg(integration.name);
    if (!integration.settings.twoWay)
        return tr("Two-way sync with %1 is off. Enable it in Sync Settings to go on.").arg(integration.name);
    return {};
}

QCoro::Task<Result<PushAllStatus>> EngineCore::runPushAll(IntegrationId id)
{
    const Result<void> leads = mustLead();
    if (!leads)
        co_return fail(leads.error());
    const std::shared_ptr<Runtime> alive = sharedRuntime(id);
    tryNow(*alive);
    const Result<void> ended = co_await alive->pushAll->toItsEnd();
    if (!ended)
        co_return fail(ended.error());
    const std::optional<Error> blocked = alive->pusher->blockedBy();
    const bool mustStop = blocked && blocked->code != ErrorCode::RateLimited && blocked->code != ErrorCode::ServerFault;
    if (alive->pushAll->isRunning() && mustStop)
        co_return fail(*blocked);
    co_return pushAllStatus(id);
}

void EngineCore::announcePushAll(IntegrationId id)
{
    m_pushAllToAnnounce.insert(id);
    if (!m_announceTimer->isActive())
        announceNow();
}

Result<qint64> EngineCore::beginImport(RecordSource source, const QString &name, const QString &person,
                                       const QJsonObject &request)
{
    return m_imports->begin(source, name, person, request);
}

Result<ImportRun> EngineCore::resumeImport(qint64 run)
{
    return m_imports->resume(run);
}

QCoro::Task<Result<Credentials>> EngineCore::secret(QString key)
{
    const Result<Credentials> known = co_await m_options.secrets->read(key);
    co_return known;
}

QCoro::Task<Result<void>> EngineCore::storeSecret(QString key, Credentials credentials)
{
    if (credentials.isEmpty()) {
        const Result<void> removed = co_await m_options.secrets->remove(key);
        co_return removed;
    }
    const Result<void> kept = co_await m_options.secrets->write(key, credentials);
    co_return kept;
}

QCoro::Task<Result<QList<ImportOutcome>>> EngineCore::importRecords(qint64 run, QList<ImportedRecord> records)
{
    return m_imports->take(run, std::move(records));
}

QCoro::Task<Result<ImportRun>> EngineCore::finishImport(qint64 run, bool isCancelled)
{
    return m_imports->finish(run, isCancelled);
}

QCoro::Task<Result<ImportUndone>> EngineCore::undoImport(qint64 run, QString person, Progress progress)
{
    return m_imports->undo(run, std::move(person), std::move(progress));
}

Result<QList<ImportRun>> EngineCore::importRuns(int limit)
{
    return m_imports->runs(limit);
}

DirectoryRegistry &EngineCore::directories()
{
    return *m_directories;
}

Result<void> EngineCore::setLogDays(int days)
{
    m_logPrunedAt = {};
    return inTransaction(*m_database, [&]() { return m_stores->events.setKeptDays(days); });
}

void EngineCore::pruneLog()
{
    // A few lines at a time, so that a save never waits; the rest at the next tick.
    constexpr int linesAtOnce = 200;
    const QDateTime now = m_clock->nowUtc();
    if (m_logPrunedAt.isValid() && m_logPrunedAt.secsTo(now) < 24 * 3600)
        return;
    int removed = 0;
    const Result<void> pruned = inTransaction(*m_database, [&]() -> Result<void> {
        const Result<int> count = m_stores->events.prune(now, linesAtOnce);
        removed = count.value_or(0);
        return count ? Result<void>() : fail(count.error());
    });
    if (!pruned)
        qCWarning(lcSync) << "Old lines of the log could not be removed:" << pruned.error().message;
    if (removed < linesAtOnce)
        m_logPrunedAt = now;
}

Result<void> EngineCore::retryNow(RecordId record, IntegrationId id)
{
    const Result<void> done = inTransaction(*m_database, [&]() -> Result<void> {
        const Result<std::optional<Push>> row = m_stores->outbox.get(id, record);
        if (!row)
            return fail(row.error());
        if (!*row)
            return {};
        Push push = **row;
        push.nextTryAt = {};
        push.attempt = 0;
        if (push.stage != Push::Stage::Unknown && push.stage != Push::Stage::InFlight)
            push.stage = Push::Stage::Queued;
        if (const Result<void> updated = m_stores->outbox.update(push); !updated)
            return updated;
        return m_stores->links.setState(id, record, stateOf(push.stage));
    });
    if (!done)
        return done;
    tryNow(runtime(id));
    m_notifier->recordChanged(record);
    pumpSoon(id);
    return {};
}

Result<QList<WhyNot>> EngineCore::why(RecordId record)
{
    const Result<QList<Integration>> all = m_stores->integrations.all();
    if (!all)
        return fail(all.error());
    QList<WhyNot> answers;
    for (const Integration &integration : *all) {
        const Result<PushFacts> facts = pushFacts(*m_stores, integration, record);
        if (!facts)
            return fail(facts.error());
        answers.append({integration.id, integration.name, facts->gates});
    }
    return answers;
}

QCoro::Task<Result<QUrl>> EngineCore::webLink(RecordId record, IntegrationId id)
{
    const Result<std::optional<Link>> link = m_stores->links.get(id, record);
    if (!link)
        co_return fail(link.error());
    if (!*link || !(*link)->isLinked())
        co_return QUrl();
    const Result<ConnectionPtr> connected = co_await connection(id);
    if (!connected)
        co_return fail(connected.error());
    const ConnectionPtr alive = *connected;
    const AssetKind kind = (*link)->kind;
    const RemoteKey key = (*link)->remote;
    const QUrl known = alive->client->webLink(kind, key);
    if (!known.isEmpty())
        co_return known;
    // Nothing was asked of this PSA yet, so where its pages are is not known either.
    const Result<ServerInfo> info = co_await alive->client->signIn();
    if (!info)
        co_return fail(info.error());
    co_return alive->client->webLink(kind, key);
}

Result<IntegrationStatus> EngineCore::statusOf(const Integration &integration)
{
    using enum Push::Stage;
    const Runtime &each = runtime(integration.id);
    IntegrationStatus status {.integration = integration};
    const Result<QHash<Push::Stage, qint64>> counts = m_stores->outbox.counts(integration.id);
    if (!counts)
        return fail(counts.error());
    for (const Push::Stage stage : {Queued, InFlight, Unknown, Waiting})
        status.waiting += counts->value(stage);
    status.held = counts->value(Held);
    status.errors = counts->value(Rejected) + counts->value(Push::Stage::Conflict);
    const Result<QList<MatchDecision>> decisions = m_stores->decisions.list(integration.id, false);
    if (!decisions)
        return fail(decisions.error());
    status.decisions = decisions->size();
    const Result<QString> warning = m_stores->integrations.warning(integration.id);
    if (!warning)
        return fail(warning.error());
    status.warning = *warning;
    status.activity = each.activity;
    status.progress = each.progress;
    status.nextSyncAt = integration.isPaused ? QDateTime() : each.nextSyncAt;
    const FieldMap *map = integration.fieldMap();
    const double detailShare = map ? map->kind(AssetKind::Configuration).detailShare : 0;
    if (detailShare > 0) {
        const Result<DetailProgress> details = m_stores->details.progress(integration.id, AssetKind::Configuration);
        if (!details)
            return fail(details.error());
        status.details = *details;
        status.detailsPerHour = int(map->callLimit() * detailShare * 3600 / map->callWindowSeconds());
    }
    if (each.connection)
        status.calls = each.connection->http->figures();
    else if (map)
        status.calls = CallLimiter(m_options.limits.value_or(map->limits())).figures(Moment(), m_clock->nowUtc());

    const std::optional<Error> error = each.pusher->blockedBy() ? each.pusher->blockedBy() : each.syncError;
    if (each.isSyncing) {
        status.state = IntegrationState::Syncing;
    } else if (integration.isPaused) {
        status.state = IntegrationState::Paused;
    } else if (error) {
        const bool isSignIn = error->code == ErrorCode::SignInFailed || error->code == ErrorCode::SecretMissing;
        status.state = isSignIn ? IntegrationState::SignInFailed
            : error->isTransient() ? IntegrationState::Offline
                                   : IntegrationState::Error;
        status.message = error->message;
        status.retryAt = each.pusher->retryAt().isValid() ? each.pusher->retryAt() : each.nextSyncAt;
    } else if (each.isQueued) {
        status.state = IntegrationState::Queued;
    } else {
        status.state = integration.lastSyncAt.isValid() ? IntegrationState::UpToDate : IntegrationState::NotSyncedYet;
    }
    return status;
}

void EngineCore::announce(IntegrationId id)
{
    m_toAnnounce.insert(id);
    if (!m_announceTimer->isActive())
        announceNow();
}

void EngineCore::announceNow()
{
    const QSet<IntegrationId> ids = std::exchange(m_toAnnounce, {});
    const QSet<IntegrationId> pushed = std::exchange(m_pushAllToAnnounce, {});
    if (ids.isEmpty() && pushed.isEmpty())
        return;
    m_announceTimer->start();
    for (const IntegrationId id : pushed) {
        const Result<PushAllStatus> status = pushAllStatus(id);
        if (status)
            Q_EMIT pushAllChanged(*status);
    }
    for (const IntegrationId id : ids) {
        const Result<Integration> integration = m_stores->integrations.get(id);
        if (!integration || integration->isDisconnected)
            continue;
        const Result<IntegrationStatus> status = statusOf(*integration);
        if (status)
            Q_EMIT integrationChanged(*status);
    }
}

void EngineCore::pumpAll()
{
    for (const auto &each : std::as_const(m_runtimes))
        each->pusher->pump();
}

void EngineCore::scheduleNext(Runtime &runtime, const Integration &integration)
{
    const QDateTime now = m_clock->nowUtc();
    const bool isOver = runtime.syncError || !integration.lastSyncAt.isValid();
    const QDateTime from = isOver ? now : integration.lastSyncAt;
    // A profile that was just connected waits for its person to look at Sync Settings first.
    runtime.nextSyncAt = integration.lastSyncAt.isValid() || runtime.syncError
        ? from.addSecs(qint64(integration.settings.intervalMinutes) * 60)
        : QDateTime();
}

void EngineCore::tryNow(Runtime &runtime)
{
    runtime.pusher->unblock();
    if (runtime.connection)
        runtime.connection->http->probeNow();
}

void EngineCore::takeContact(IntegrationId id)
{
    Runtime &each = runtime(id);
    announce(id);
    if (!each.connection || each.connection->http->isOffline() || m_isStopping)
        return;
    const Result<void> released = inTransaction(*m_database, [&]() -> Result<void> {
        const Result<int> count = m_stores->outbox.releasePutOff(id);
        return count ? Result<void>() : fail(count.error());
    });
    if (!released)
        qCWarning(lcSync) << "Pushes that were put off wait until they are due:" << released.error().message;
    each.pusher->unblock();
    if (each.syncError && each.syncError->isTransient() && each.nextSyncAt.isValid())
        each.nextSyncAt = m_clock->nowUtc();
    pumpSoon(id);
}

void EngineCore::tick()
{
    const QDateTime now = m_clock->nowUtc();
    if (!m_isLeader) {
        // The other one may have ended meanwhile.
        const Result<void> led = tryToLead();
        if (!led || !m_isLeader)
            return;
        for (const auto &each : std::as_const(m_runtimes))
            each->pushAll->setDriven(m_options.runsScheduler);
    }
    // Integrations and edits may also come from another program on this profile.
    const Result<QList<Integration>> all = m_stores->integrations.all();
    if (!all || m_isStopping)
        return;
    for (const Integration &each : *all) {
        const bool isNew = !m_runtimes.contains(each.id);
        if (isNew)
            scheduleNext(runtime(each.id), each);
        runtime(each.id).pusher->pump();
    }
    pruneLog();
    const QList<IntegrationId> ids = m_runtimes.keys();
    for (const IntegrationId id : ids) {
        const Runtime &each = runtime(id);
        if (each.isSyncing || !each.nextSyncAt.isValid() || each.nextSyncAt > now || m_isStopping)
            continue;
        const Result<Integration> integration = m_stores->integrations.get(id);
        if (!integration || integration->isPaused || integration->isDisconnected)
            continue;
        const bool isOffline = each.connection && each.connection->http->isOffline();
        const bool mustStop = isOffline || (each.syncError && each.syncError->code == ErrorCode::SignInFailed);
        if (!mustStop)
            syncInBackground(id, false);
    }
}

QCoro::Task<void> EngineCore::syncInBackground(IntegrationId id, bool full)
{
    const Result<RunSummary> summary = co_await sync(id, full);
    if (!summary)
        qCInfo(lcSync) << "A sync ended early:" << summary.error().message;
}

} // namespace tandem
