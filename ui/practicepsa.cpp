// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/practicepsa.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>

#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QLatin1StringView portKey{"practice/port"};

/** Beside this program, where it is built and installed; else on the path. */
QString findTandemctl()
{
    const QString beside = QDir(QCoreApplication::applicationDirPath()).filePath(u"tandemctl"_s);
    return QFileInfo(beside).isExecutable() ? beside : QStandardPaths::findExecutable(u"tandemctl"_s);
}

} // namespace

PracticePsa::PracticePsa(QSettings &settings, const QString &profileFolder, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_stateFile(QDir(profileFolder).filePath(u"practice-connectwise.json"_s))
{
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &PracticePsa::readAddress);
    connect(&m_process, &QProcess::finished, this, &PracticePsa::takeEnd);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed(tr("The practice PSA could not be started: %1").arg(m_process.errorString()));
    });
}

PracticePsa::~PracticePsa()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(2000))
        m_process.kill();
}

void PracticePsa::start()
{
    if (m_isReady) {
        Q_EMIT ready(m_details);
        return;
    }
    if (m_process.state() != QProcess::NotRunning)
        return;
    const QString program = findTandemctl();
    if (program.isEmpty()) {
        Q_EMIT failed(
            tr("The practice PSA is part of the program tandemctl, which is not installed beside Tandem. "
               "Install it and try again."));
        return;
    }
    m_process.start(program,
                    {u"practice"_s, u"connectwise"_s, u"--port"_s,
                     QString::number(m_settings.value(portKey).toInt()), u"--state"_s, m_stateFile,
                     u"--organizations"_s, u"25"_s, u"--contacts"_s, u"150"_s, u"--configurations"_s,
                     u"400"_s, u"--locations"_s, u"40"_s});
}

bool PracticePsa::isRemembered() const
{
    return m_settings.contains(portKey);
}

void PracticePsa::forget()
{
    m_settings.remove(portKey);
}

void PracticePsa::readAddress()
{
    if (m_isReady || !m_process.canReadLine())
        return;
    const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
    m_details = {.platform = Platform::ConnectWise,
                 .name = tr("Practice ConnectWise"),
                 .url = line.value("url"_L1).toString(),
                 .credentials = {}};
    const QJsonObject credentials = line.value("credentials"_L1).toObject();
    for (auto it = credentials.constBegin(); it != credentials.constEnd(); ++it)
        m_details.credentials.insert(it.key(), SecretString(it.value().toString()));
    m_settings.setValue(portKey, QUrl(m_details.url).port());
    m_isReady = true;
    Q_EMIT ready(m_details);
}

void PracticePsa::takeEnd()
{
    const bool wasReady = std::exchange(m_isReady, false);
    const QString words = QString::fromUtf8(m_process.readAllStandardError()).trimmed().section(u'\n', -1);
    if (!wasReady)
        Q_EMIT failed(tr("The practice PSA ended before it was ready: %1").arg(words));
    else
        Q_EMIT failed(
            tr("The practice PSA has ended. Choose Account > Try With a Practice PSA to start it again."));
}

} // namespace tandem
