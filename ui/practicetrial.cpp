// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/practicetrial.h"

#include "ui/application.h"
#include "ui/practicepsa.h"
#include "ui/whendone.h"

#include <algorithm>

namespace tandem {

PracticeTrial::PracticeTrial(Application &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_practice(new PracticePsa(application.settings(), application.profileFolder(), this))
{
    connect(m_practice, &PracticePsa::ready, this, &PracticeTrial::connectTo);
    connect(m_practice, &PracticePsa::failed, this, [this](const QString &sentence) {
        setBusy(false);
        Q_EMIT failed(sentence, {});
    });
}

PracticeTrial::~PracticeTrial()
{
    m_practice->disconnect(this);
}

void PracticeTrial::start()
{
    setBusy(true);
    Q_EMIT said(tr("Starting the practice PSA…"));
    m_practice->start();
}

void PracticeTrial::resume()
{
    if (m_practice->isRemembered() && !m_application.integrations().isEmpty())
        m_practice->start();
}

void PracticeTrial::connectTo(const ConnectionDetails &details)
{
    // It may also have come back by itself, for the integration that it belongs to.
    if (!m_isBusy)
        return;
    const QList<IntegrationStatus> known = m_application.integrations();
    const bool isConnected = std::ranges::any_of(known, [&details](const IntegrationStatus &status) {
        return status.integration.name == details.name;
    });
    if (isConnected) {
        setBusy(false);
        Q_EMIT syncWanted();
        return;
    }
    whenDone(m_application.engine().addIntegration(details), this, [this](const Result<IntegrationId> &id) {
        setBusy(false);
        if (id) {
            turnOn(*id);
            return;
        }
        m_practice->forget();
        Q_EMIT failed(tr("The practice PSA could not be connected."), id.error().message);
    });
}

void PracticeTrial::turnOn(IntegrationId id)
{
    // Nobody's data is at stake, so it starts with both directions on.
    SettingsChange change;
    change.settings.twoWay = true;
    whenDone(m_application.engine().applySettings(id, change), this, [this, id](const Result<void> &applied) {
        m_application.refreshIntegrations();
        if (!applied) {
            Q_EMIT said(applied.error().message);
            return;
        }
        whenDone(m_application.engine().sync(id, true), this, [this](const Result<RunSummary> &summary) {
            Q_EMIT said(summary ? tr("The practice PSA is connected and synced.") : summary.error().message);
        });
    });
}

void PracticeTrial::setBusy(bool isBusy)
{
    if (std::exchange(m_isBusy, isBusy) != isBusy)
        Q_EMIT busyChanged(isBusy);
}

} // namespace tandem
