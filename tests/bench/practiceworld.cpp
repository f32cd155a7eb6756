// SPDX-License-Identifier: GPL-3.0-or-later
#include "practiceworld.h"

#include "store/database.h"
#include "store/recordqueries.h"

#include <QDir>
#include <QJsonDocument>

#include <sys/resource.h>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

Practice::Practice(int latencyMs, const PracticeSize &size, Platform platform)
    : m_size(size)
    , m_platform(platform)
{
    constexpr int startMs = 120'000;
    constexpr int nice = 5;
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setChildProcessModifier([] { ::setpriority(PRIO_PROCESS, 0, nice); });
    m_process.start(QStringLiteral(TANDEMCTL_PATH),
                    {u"practice"_s, platformName(platform), u"--port"_s, u"0"_s, u"--seed"_s, u"7"_s, u"--latency"_s,
                     QString::number(latencyMs), u"--organizations"_s, QString::number(size.organizations),
                     u"--locations"_s, QString::number(size.locations), u"--contacts"_s, QString::number(size.contacts),
                     u"--configurations"_s, QString::number(size.configurations)});
    while (!m_process.canReadLine() && m_process.waitForReadyRead(startMs)) { }
    m_hello = QJsonDocument::fromJson(m_process.readLine()).object();
}

Practice::~Practice()
{
    m_process.terminate();
    m_process.waitForFinished();
}

ConnectionDetails Practice::details() const
{
    ConnectionDetails details {.platform = m_platform, .name = u"Bench"_s, .url = m_hello.value("url"_L1).toString()};
    const QJsonObject credentials = m_hello.value("credentials"_L1).toObject();
    for (auto it = credentials.constBegin(); it != credentials.constEnd(); ++it)
        details.credentials.insert(it.key(), SecretString(it.value().toString()));
    return details;
}

const PracticeSize &Practice::size() const
{
    return m_size;
}

Profile::Profile(const QString &folder, const Practice &practice)
    : m_path(QDir(folder).filePath(u"bench.sqlite"_s))
    , m_secrets(std::make_shared<MemorySecretStore>())
{
    SyncEngine engine(options(false));
    wait(engine.start());
    const IntegrationId id = wait(engine.addIntegration(practice.details()));
    wait(engine.applySettings(id, {.settings = {.twoWay = true}}));
    wait(engine.sync(id, true));
}

const QString &Profile::path() const
{
    return m_path;
}

EngineOptions Profile::options(bool runsScheduler, int permits) const
{
    EngineOptions options {.databasePath = m_path, .secrets = m_secrets, .runsScheduler = runsScheduler};
    if (permits > 0)
        options.limits = CallLimits {.permits = permits};
    return options;
}

QList<RecordRow> Profile::configurations(int count) const
{
    const auto database = orDie(Database::open(m_path, Database::Mode::ReadOnly));
    const QList<RecordId> ids
        = orDie(recordIds(*database, {.kind = AssetKind::Configuration, .state = SyncState::Synced}));
    return orDie(recordRows(*database, count == 0 ? ids : ids.mid(0, count)));
}

} // namespace tandem
