// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/push/pushallsession.h"

#include "ui/application.h"
#include "ui/whendone.h"

namespace tandem {

PushAllSession::PushAllSession(Application &application, const Integration &integration,
                               const PushAllStatus &status, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_integration(integration)
    , m_status(status)
{
    connect(&application.engine(), &SyncEngine::pushAllChanged, this, &PushAllSession::take);
}

Application &PushAllSession::application() const
{
    return m_application;
}

const Integration &PushAllSession::integration() const
{
    return m_integration;
}

QString PushAllSession::psa() const
{
    return platformTitle(m_integration.platform);
}

const PushAllStatus &PushAllSession::status() const
{
    return m_status;
}

bool PushAllSession::isRunning() const
{
    return m_status.plan.id != 0
        && (m_status.plan.state == Plan::State::Running || m_status.plan.state == Plan::State::Paused);
}

const Plan &PushAllSession::lastRun() const
{
    return m_status.plan.isConfirmed() ? m_status.plan : m_status.previous;
}

const PlanCountsByKind &PushAllSession::lastRunCounts() const
{
    return m_status.plan.isConfirmed() ? m_status.counts : m_status.previousCounts;
}

void PushAllSession::refresh()
{
    whenDone(m_application.engine().pushAllStatus(m_integration.id), this,
             [this](const Result<PushAllStatus> &status) {
                 if (status)
                     take(*status);
             });
}

void PushAllSession::take(const PushAllStatus &status)
{
    if (status.plan.id != 0 && status.plan.integrationId != m_integration.id)
        return;
    if (status.plan.id == 0 && m_status.plan.id != 0)
        return;
    m_status = status;
    Q_EMIT changed();
}

const PushAllScope &PushAllSession::scope() const
{
    return m_scope;
}

void PushAllSession::setScope(const PushAllScope &scope)
{
    m_scope = scope;
}

const Plan &PushAllSession::preview() const
{
    return m_preview;
}

const PlanCountsByKind &PushAllSession::previewCounts() const
{
    return m_previewCounts;
}

void PushAllSession::setPreview(const Plan &plan, const PlanCountsByKind &counts)
{
    m_preview = plan;
    m_previewCounts = counts;
}

bool PushAllSession::hasSeenLastRun() const
{
    return m_hasSeenLastRun;
}

void PushAllSession::setHasSeenLastRun(bool hasSeen)
{
    m_hasSeenLastRun = hasSeen;
}

} // namespace tandem
