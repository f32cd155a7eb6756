// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrationbutton.h"

#include "ui/application.h"
#include "ui/widgets/icons.h"

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

int urgency(IntegrationState state)
{
    switch (state) {
    case IntegrationState::Error:
    case IntegrationState::SignInFailed:
        return 4;
    case IntegrationState::Offline:
        return 3;
    case IntegrationState::Syncing:
    case IntegrationState::Queued:
        return 2;
    case IntegrationState::Paused:
    case IntegrationState::NotSyncedYet:
        return 1;
    case IntegrationState::UpToDate:
    case IntegrationState::Count:
        break;
    }
    return 0;
}

} // namespace

IntegrationButton::IntegrationButton(Application &application, QWidget *parent)
    : QToolButton(parent)
    , m_application(application)
{
    setObjectName(u"integrationButton"_s);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAutoRaise(true);
    connect(&application, &Application::integrationsChanged, this, &IntegrationButton::showState);
    showState();
}

void IntegrationButton::showState()
{
    const QList<IntegrationStatus> integrations = m_application.integrations();
    if (integrations.isEmpty()) {
        setText(tr("No PSA connected"));
        setIcon(actionIcon(u"disconnect"_s));
        setToolTip(tr("Connect a PSA"));
        return;
    }
    const IntegrationStatus &first = *std::ranges::max_element(
        integrations, {}, [](const IntegrationStatus &status) { return urgency(status.state); });
    setText(tr("%1: %2", "integration: its state")
                .arg(first.integration.name, integrationStateTitle(first.state)));
    setIcon(integrationStateIcon(first.state));
    QStringList lines;
    for (const IntegrationStatus &status : integrations) {
        const QString words = status.message.isEmpty() ? integrationStateTitle(status.state) : status.message;
        lines.append(
            tr("%1: %2", "integration: its state").arg(status.integration.name, words).toHtmlEscaped());
    }
    setToolTip(lines.join("<br>"_L1));
}

} // namespace tandem
