// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statustext.h"

#include "ui/application.h"
#include "ui/integrations/integrationwords.h"

#include <QLocale>

#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

StatusText::StatusText(Application &application, QWidget *parent)
    : ElidedLabel(parent)
    , m_application(application)
{
    setObjectName(u"statusText"_s);
    setContentsMargins(4, 0, 4, 0);
    m_saidTimer.setSingleShot(true);
    m_saidTimer.setInterval(5s);
    connect(&m_saidTimer, &QTimer::timeout, this, [this] {
        m_said.clear();
        showState();
    });
    connect(&application, &Application::integrationsChanged, this, &StatusText::showState);
    showState();
}

void StatusText::say(const QString &sentence)
{
    m_said = sentence;
    m_saidTimer.start();
    showState();
}

void StatusText::setWaiting(qint64 records)
{
    m_waiting = records;
    showState();
}

void StatusText::showState()
{
    const QList<IntegrationStatus> integrations = m_application.integrations();
    QStringList parts;
    if (!m_said.isEmpty())
        parts.append(m_said);
    QDateTime next;
    for (const IntegrationStatus &status : integrations) {
        if (!status.activity.isEmpty())
            parts.append(
                tr("%1: %2", "integration: what it does").arg(status.integration.name, status.activity));
        if (status.nextSyncAt.isValid() && (!next.isValid() || status.nextSyncAt < next))
            next = status.nextSyncAt;
    }
    if (m_waiting > 0)
        parts.append(tr("%Ln record(s) waiting to be pushed", nullptr, int(m_waiting)));
    if (next.isValid())
        parts.append(
            tr("next sync %1").arg(QLocale().toString(next.toLocalTime().time(), QLocale::ShortFormat)));
    for (const IntegrationStatus &status : integrations) {
        if (status.calls.callLimit <= 0)
            continue;
        const QString figures =
            callsText(status.calls.callsInWindow, status.calls.callLimit, status.calls.windowSeconds);
        parts.append(integrations.size() > 1
                         ? tr("%1: %2", "integration: its calls").arg(status.integration.name, figures)
                         : figures);
    }
    setText(parts.isEmpty() ? tr("Ready") : parts.join(u" · "_s));
}

} // namespace tandem
