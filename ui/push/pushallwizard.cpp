// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/push/pushallwizard.h"

#include "ui/application.h"
#include "ui/push/pushallconfirmpage.h"
#include "ui/push/pushallintropage.h"
#include "ui/push/pushallpreviewpage.h"
#include "ui/push/pushallprogresspage.h"
#include "ui/push/pushallresultspage.h"
#include "ui/push/pushallscopepage.h"
#include "ui/push/pushallsession.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

PushAllWizard::PushAllWizard(Application &application, const Integration &integration,
                             const PushAllStatus &status, QWidget *parent)
    : QWizard(parent)
    , m_application(application)
    , m_session(new PushAllSession(application, integration, status, this))
    , m_preview(new PushAllPreviewPage(*m_session))
{
    setObjectName(u"pushAllWizard"_s);
    setWindowTitle(tr("Push All Syncable Assets – %1").arg(integration.name));
    setWizardStyle(QWizard::ModernStyle);
    setOption(QWizard::NoBackButtonOnStartPage);
    setOption(QWizard::NoCancelButtonOnLastPage);
    auto *results = new PushAllResultsPage(*m_session);
    setPage(IntroId, new PushAllIntroPage(*m_session));
    setPage(ScopeId, new PushAllScopePage(*m_session));
    setPage(PreviewId, m_preview);
    setPage(ConfirmId, new PushAllConfirmPage(*m_session));
    setPage(ProgressId, new PushAllProgressPage(*m_session));
    setPage(ResultsId, results);
    setStartId(m_session->isRunning() ? ProgressId : IntroId);

    connect(m_preview, &PushAllPreviewPage::recordActivated, this, &PushAllWizard::recordActivated);
    connect(results, &PushAllResultsPage::recordActivated, this, &PushAllWizard::recordActivated);
    connect(results, &PushAllResultsPage::retried, this, [this] {
        setStartId(ProgressId);
        restart();
    });

    resize(960, 720);
    restoreGeometry(m_application.settings().value("pushAllWizard/geometry"_L1).toByteArray());
}

PushAllWizard::~PushAllWizard()
{
    m_application.settings().setValue("pushAllWizard/geometry"_L1, saveGeometry());
}

void PushAllWizard::showPreview()
{
    setStartId(PreviewId);
    restart();
}

bool PushAllWizard::isSettled() const
{
    return m_preview->isSettled();
}

} // namespace tandem
