// SPDX-License-Identifier: GPL-3.0-or-later
#include "practiceprofile.h"

#include "practice/autotask/autotaskplatform.h"
#include "practice/connectwise/connectwiseplatform.h"
#include "practice/kaseya/bmsplatform.h"
#include "sync/secretstore.h"

#include <QSignalSpy>

namespace tandem::tests {

using namespace Qt::Literals::StringLiterals;

namespace {

std::unique_ptr<PracticePlatform> practiceOf(Platform platform, const PracticeSeeding &seeding)
{
    switch (platform) {
    case Platform::Autotask:
        return std::make_unique<AutotaskPlatform>(seeding);
    case Platform::KaseyaBms:
        return std::make_unique<KaseyaPlatform>(KaseyaBrand::Bms, seeding);
    case Platform::VorexPsa:
        return std::make_unique<KaseyaPlatform>(KaseyaBrand::Vorex, seeding);
    case Platform::PulsewayPsa:
        return std::make_unique<KaseyaPlatform>(KaseyaBrand::Pulseway, seeding);
    case Platform::ConnectWise:
    case Platform::Count:
        break;
    }
    return std::make_unique<ConnectWisePlatform>(seeding);
}

} // namespace

PracticeSeeding PracticeProfile::few()
{
    PracticeSeeding seeding;
    seeding.organizations = 5;
    seeding.contacts = 10;
    seeding.configurations = 20;
    seeding.locations = 6;
    return seeding;
}

PracticeProfile::PracticeProfile(Platform platform, const PracticeSeeding &seeding)
    : m_platform(platform)
{
    m_server =
        std::make_unique<PracticeServer>(practiceOf(platform, seeding), PracticeServerOptions(), m_clock);
    m_application =
        std::make_unique<Application>(ApplicationOptions{.profileFolder = m_folder.path(),
                                                         .secrets = std::make_shared<MemorySecretStore>(),
                                                         .runsScheduler = false});
}

PracticeProfile::~PracticeProfile() = default;

bool PracticeProfile::start()
{
    if (!m_server->listen())
        return false;
    QSignalSpy started(m_application.get(), &Application::started);
    m_application->start();
    return started.wait(20'000);
}

Application &PracticeProfile::application()
{
    return *m_application;
}

PracticeServer &PracticeProfile::server()
{
    return *m_server;
}

QString PracticeProfile::folder() const
{
    return m_folder.path();
}

ConnectionDetails PracticeProfile::details(const QString &name) const
{
    ConnectionDetails details{.platform = m_platform, .name = name, .url = m_server->url()};
    const QJsonObject keys = m_server->platform().credentials(m_server->url());
    for (auto it = keys.begin(); it != keys.end(); ++it)
        details.credentials.insert(it.key(), SecretString(it.value().toString()));
    return details;
}

IntegrationId PracticeProfile::connectAs(const QString &name)
{
    const auto added = await(m_application->engine().addIntegration(details(name)));
    if (!added || !*added)
        return 0;
    m_application->refreshIntegrations();
    const IntegrationId id = **added;
    const bool isKnown = QTest::qWaitFor([&] { return m_application->integration(id).has_value(); }, 20'000);
    return isKnown ? id : 0;
}

IntegrationId PracticeProfile::startConnected()
{
    return start() ? connectAs(u"Main"_s) : 0;
}

bool PracticeProfile::sync(IntegrationId id)
{
    const auto synced = await(m_application->engine().sync(id, true));
    return synced && synced->has_value();
}

Integration PracticeProfile::integration(IntegrationId id)
{
    const auto all = await(m_application->reader().integrations());
    if (all && *all) {
        for (const Integration &integration : **all) {
            if (integration.id == id)
                return integration;
        }
    }
    return {};
}

} // namespace tandem::tests
