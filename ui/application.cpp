// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"

#include "core/logging.h"
#include "store/profile.h"
#include "ui/api/localapi.h"
#include "ui/whendone.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace tandem {

namespace {

constexpr QLatin1StringView personKey{"person"};

QString signedInUser()
{
    QString name = qEnvironmentVariable("USER");
    if (name.isEmpty())
        name = qEnvironmentVariable("USERNAME");
    return name.isEmpty() ? QCoreApplication::translate("tandem::Application", "Somebody") : name;
}

bool isBefore(const IntegrationStatus &left, const IntegrationStatus &right)
{
    return left.integration.name.compare(right.integration.name, Qt::CaseInsensitive) < 0;
}

} // namespace

Application::Application(ApplicationOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_settings(QDir(m_options.profileFolder).filePath(QStringLiteral("tandem.ini")), QSettings::IniFormat)
{
    if (const Result<void> prepared = prepareProfileFolder(m_options.profileFolder); !prepared)
        qCWarning(lcUi) << prepared.error().message;
    if (!m_options.secrets)
        m_options.secrets = systemSecretStore(m_options.profileFolder);
    makeEngine();
}

Application::~Application() = default;

void Application::makeEngine()
{
    m_engine = std::make_unique<SyncEngine>(EngineOptions{.databasePath = databasePath(),
                                                          .secrets = m_options.secrets,
                                                          .clock = m_options.clock,
                                                          .clients = m_options.clients,
                                                          .runsScheduler = m_options.runsScheduler});
    connect(m_engine.get(), &SyncEngine::integrationChanged, this, &Application::takeStatus);
    connect(m_engine.get(), &SyncEngine::integrationRemoved, this, &Application::refreshIntegrations);
}

void Application::start()
{
    if (!m_engine)
        makeEngine();
    whenDone(m_engine->start(), this, [this](const Result<void> &result) {
        if (!result) {
            giveUp(result.error());
            return;
        }
        m_reader = std::make_unique<RecordReader>(databasePath());
        m_localApi = std::make_unique<LocalApi>(*this);
        m_directories = std::make_unique<DirectoryService>(
            *m_engine,
            DirectoryOptions{
                .databasePath = databasePath(), .clock = m_options.clock, .runsScheduler = m_options.runsScheduler});
        connect(m_directories.get(), &DirectoryService::changed, this, &Application::refreshDirectories);
        refreshDirectories();
        whenDone(m_engine->integrations(), this, [this](const Result<QList<IntegrationStatus>> &found) {
            if (!found) {
                giveUp(found.error());
                return;
            }
            m_integrations = *found;
            std::ranges::sort(m_integrations, isBefore);
            Q_EMIT started();
        });
    });
}

void Application::giveUp(const Error &error)
{
    // An engine starts only once; the next start has another.
    m_localApi.reset();
    m_directories.reset();
    m_reader.reset();
    m_engine.reset();
    Q_EMIT startFailed(error);
}

SyncEngine &Application::engine()
{
    Q_ASSERT(m_engine);
    return *m_engine;
}

RecordReader &Application::reader()
{
    Q_ASSERT(m_reader);
    return *m_reader;
}

LocalApi &Application::localApi()
{
    Q_ASSERT(m_localApi);
    return *m_localApi;
}

QString Application::person() const
{
    const QString name = m_settings.value(personKey).toString();
    return name.isEmpty() ? signedInUser() : name;
}

void Application::setPerson(const QString &name)
{
    m_settings.setValue(personKey, name.trimmed());
}

QString Application::profileFolder() const
{
    return m_options.profileFolder;
}

QString Application::databasePath() const
{
    return tandem::databasePath(m_options.profileFolder);
}

QSettings &Application::settings()
{
    return m_settings;
}

QList<IntegrationStatus> Application::integrations() const
{
    return m_integrations;
}

std::optional<IntegrationStatus> Application::integration(IntegrationId id) const
{
    const auto found = std::ranges::find_if(
        m_integrations, [id](const IntegrationStatus &status) { return status.integration.id == id; });
    return found == m_integrations.end() ? std::nullopt : std::optional(*found);
}

void Application::refreshIntegrations()
{
    whenDone(m_engine->integrations(), this, [this](const Result<QList<IntegrationStatus>> &found) {
        if (!found) {
            qCWarning(lcUi) << "integrations could not be read:" << found.error().message;
            return;
        }
        m_integrations = *found;
        std::ranges::sort(m_integrations, isBefore);
        Q_EMIT integrationsChanged();
    });
}

DirectoryService &Application::directories()
{
    Q_ASSERT(m_directories);
    return *m_directories;
}

QList<DirectoryStatus> Application::directoryStatuses() const
{
    return m_directoryStatuses;
}

void Application::refreshDirectories()
{
    // One question at a time, so that an older answer never comes last.
    m_asksDirectoriesAgain = m_isAskingDirectories;
    if (m_isAskingDirectories || !m_directories)
        return;
    m_isAskingDirectories = true;
    whenDone(m_directories->statuses(), this, [this](const Result<QList<DirectoryStatus>> &found) {
        m_isAskingDirectories = false;
        if (found) {
            m_directoryStatuses = *found;
            Q_EMIT directoriesChanged();
        } else {
            qCWarning(lcUi) << "directories could not be read:" << found.error().message;
        }
        if (m_asksDirectoriesAgain)
            refreshDirectories();
    });
}

void Application::takeStatus(const IntegrationStatus &status)
{
    const auto found = std::ranges::find_if(m_integrations, [&status](const IntegrationStatus &known) {
        return known.integration.id == status.integration.id;
    });
    if (found == m_integrations.end())
        m_integrations.append(status);
    else
        *found = status;
    std::ranges::sort(m_integrations, isBefore);
    Q_EMIT integrationsChanged();
}

} // namespace tandem
