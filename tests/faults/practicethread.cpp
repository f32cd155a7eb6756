// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/practicethread.h"

#include "practice/practiceserver.h"

#include <QTest>
#include <QUrl>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

PracticeThread::PracticeThread(const PlatformWorld &world, const PracticeSize &size)
    : m_world(world)
    , m_size(size)
{
    m_home.moveToThread(&m_thread);
    m_thread.setObjectName(u"practice"_s);
    m_thread.start();
    startAnew();
}

PracticeThread::~PracticeThread()
{
    QMetaObject::invokeMethod(
        &m_home, [this] { m_server.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void PracticeThread::startAnew()
{
    QMetaObject::invokeMethod(
        &m_home, [this] { makeServer(); }, Qt::BlockingQueuedConnection);
}

void PracticeThread::makeServer()
{
    m_server.reset();
    m_server = std::make_unique<PracticeServer>(m_world.makePractice(m_size),
                                                PracticeServerOptions{.port = port()}, m_clock);
    if (const Result<> listening = m_server->listen(); !listening)
        QTest::qFail(qPrintable(listening.error().message), __FILE__, __LINE__);
    m_announcement = m_server->announcement();
    setPort(quint16(QUrl(url()).port(0)));
}

QString PracticeThread::url() const
{
    return m_announcement.value("url"_L1).toString();
}

QJsonObject PracticeThread::credentials() const
{
    return m_announcement.value("credentials"_L1).toObject();
}

} // namespace tandem
