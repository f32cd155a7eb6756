// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/practiceprocess.h"

#include <QTest>
#include <QUrl>

#include <csignal>
#include <sys/prctl.h>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMs = 30'000;

void failTest(const QString &message)
{
    QTest::qFail(qPrintable(message), __FILE__, __LINE__);
}

QStringList argumentsFor(const QString &word, const PracticeSize &size, const QStringList &options)
{
    return QStringList{u"practice"_s,         word,
                       u"--organizations"_s,  QString::number(size.organizations),
                       u"--locations"_s,      QString::number(size.locations),
                       u"--contacts"_s,       QString::number(size.contacts),
                       u"--configurations"_s, QString::number(size.configurations)}
    + options;
}

} // namespace

PracticeProcess::PracticeProcess(const PracticeSize &size, const QStringList &options, Platform platform)
    : m_platform(platform)
    , m_arguments(argumentsFor(platformName(platform), size, options))
{
    prepare();
}

PracticeProcess::PracticeProcess(const QString &word, const PracticeSize &size, const QStringList &options)
    : m_platform(Platform::Count)
    , m_arguments(argumentsFor(word, size, options))
{
    prepare();
}

void PracticeProcess::prepare()
{
    m_process.setStandardErrorFile(QProcess::nullDevice());
    // A test that crashes leaves no server behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    start();
}

PracticeProcess::~PracticeProcess()
{
    stop();
}

void PracticeProcess::start()
{
    m_process.start(QStringLiteral(TANDEMCTL),
                    m_arguments + QStringList{u"--port"_s, QString::number(port())});
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patienceMs)) {
            failTest(u"The practice PSA did not start: "_s + m_process.errorString());
            return;
        }
    }
    m_announcement = QJsonDocument::fromJson(m_process.readLine()).object();
    setPort(quint16(QUrl(url()).port(0)));
}

void PracticeProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(patienceMs)) {
        m_process.kill();
        m_process.waitForFinished(patienceMs);
    }
}

Platform PracticeProcess::platform() const
{
    return m_platform;
}

QString PracticeProcess::url() const
{
    return m_announcement.value("url"_L1).toString();
}

QJsonObject PracticeProcess::credentials() const
{
    return m_announcement.value("credentials"_L1).toObject();
}

QJsonObject PracticeProcess::announcement() const
{
    return m_announcement;
}

} // namespace tandem
