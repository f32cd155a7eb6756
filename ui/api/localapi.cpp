// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/api/localapi.h"

#include "ui/application.h"
#include "ui/whendone.h"

namespace tandem {

namespace {

constexpr QLatin1StringView onKey{"api/on"};
constexpr QLatin1StringView portKey{"api/port"};

} // namespace

LocalApi::LocalApi(Application &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
{
}

LocalApi::~LocalApi() = default;

void LocalApi::resume()
{
    follow();
}

bool LocalApi::isOn() const
{
    return m_application.settings().value(onKey, false).toBool();
}

void LocalApi::setOn(bool isOn)
{
    m_application.settings().setValue(onKey, isOn);
    follow();
}

quint16 LocalApi::port() const
{
    return quint16(m_application.settings().value(portKey, defaultApiPort).toUInt());
}

void LocalApi::setPort(quint16 port)
{
    m_application.settings().setValue(portKey, port);
    follow();
}

LocalApi::State LocalApi::state() const
{
    return m_state;
}

QString LocalApi::address() const
{
    return m_address;
}

QString LocalApi::problem() const
{
    return m_problem;
}

/** One step towards what is wanted; the end of a step takes the next. */
void LocalApi::follow()
{
    if (m_state == State::Changing)
        return;
    if (m_server && (!isOn() || m_servedPort != port()))
        stop();
    else if (!m_server && isOn())
        start();
    else if (!m_server)
        setState(State::Off);
}

void LocalApi::start()
{
    m_servedPort = port();
    m_server = std::make_unique<ApiServer>(
        m_application.engine(),
        ApiServerOptions{.databasePath = m_application.databasePath(), .port = m_servedPort});
    m_problem.clear();
    setState(State::Changing);
    whenDone(m_server->start(), this, [this](const Result<QString> &address) {
        if (address) {
            m_address = *address;
            setState(State::Running);
        } else {
            m_problem = address.error().message;
            setState(State::Failed);
        }
        follow();
    });
}

void LocalApi::stop()
{
    m_address.clear();
    m_problem.clear();
    setState(State::Changing);
    whenDone(m_server->stop(), this, [this](const Result<void> &) {
        m_server.reset();
        setState(State::Off);
        follow();
    });
}

void LocalApi::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace tandem
