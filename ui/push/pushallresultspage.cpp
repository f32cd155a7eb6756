// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/push/pushallresultspage.h"

#include "ui/application.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/jobbar.h"
#include "ui/integrations/noticelabel.h"
#include "ui/push/planview.h"
#include "ui/push/pushallsession.h"
#include "ui/push/pushallwords.h"
#include "ui/whendone.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/valuebox.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int mostLines = 5;

} // namespace

PushAllResultsPage::PushAllResultsPage(PushAllSession &session, QWidget *parent)
    : QWizardPage(parent)
    , m_session(session)
    , m_state(new NoticeLabel(this))
    , m_view(new PlanView(session.application(), session.integration(), PushAllModel::Mode::Results,
                          u"results"_s, this))
    , m_detail(new ValueBox(mostLines, this))
    , m_bar(new JobBar(this))
    , m_retry(new QPushButton(this))
{
    setObjectName(u"pushAllResultsPage"_s);
    setTitle(tr("Results"));
    setSubTitle(tr("What became of each record. It stays here: Push All Syncable Assets… shows it again."));
    setFinalPage(true);
    setButtonText(QWizard::FinishButton, tr("Close"));

    m_state->setObjectName(u"resultsState"_s);
    m_detail->setObjectName(u"resultsDetail"_s);
    m_detail->setAccessibleName(tr("Why, in full"));
    m_detail->hide();
    m_bar->setObjectName(u"resultsBar"_s);
    m_retry->setObjectName(u"retryButton"_s);
    m_retry->setText(tr("&Retry Failed and Held"));
    m_retry->setIcon(actionIcon(u"sync"_s));
    m_retry->setToolTip(tr("Tries again what failed, is held or has changed since the preview"));
    m_retry->setAutoDefault(false);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_state, 1);
    head->addWidget(m_retry, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addWidget(m_view, 1);
    column->addWidget(m_detail);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(1s);
    connect(&m_refresh, &QTimer::timeout, m_view, &PlanView::refresh);
    connect(m_retry, &QPushButton::clicked, this, &PushAllResultsPage::retry);
    connect(m_view, &PlanView::currentChanged, this, &PushAllResultsPage::showCurrent);
    connect(m_view, &PlanView::recordActivated, this, &PushAllResultsPage::recordActivated);
    connect(&m_session, &PushAllSession::changed, this, &PushAllResultsPage::showStatus);
}

void PushAllResultsPage::initializePage()
{
    m_bar->clear();
    showStatus();
    m_view->setPlan(m_session.lastRun().id);
    m_session.refresh();
}

void PushAllResultsPage::showStatus()
{
    const Plan &run = m_session.lastRun();
    const PlanCounts sum = sumOf(m_session.lastRunCounts());
    const bool isRunning = m_session.isRunning();
    m_view->setCounts(m_session.lastRunCounts());
    const qint64 failed = sum.of(PlanResult::Failed);
    m_state->say(failed > 0 || run.state == Plan::State::Cancelled ? NoticeLabel::Kind::Warning
                     : isRunning                                   ? NoticeLabel::Kind::Info
                                                                   : NoticeLabel::Kind::Good,
                 isRunning ? tr("It still goes on; so far: %1.").arg(resultsText(sum))
                     : run.state == Plan::State::Cancelled ? tr("It was cancelled: %1.").arg(resultsText(sum))
                                                           : tr("It is done: %1.").arg(resultsText(sum)));
    // A run that a newer preview has followed is over for good.
    const bool isLatest = run.id != 0 && run.id == m_session.status().plan.id;
    m_retry->setEnabled(!isRunning && !m_isBusy && isLatest && run.state != Plan::State::Cancelled
                        && failed + heldOf(sum) > 0);
    if (isVisible() && !m_refresh.isActive())
        m_refresh.start();
}

void PushAllResultsPage::showCurrent()
{
    const std::optional<PlanRow> row = m_view->current();
    const QString reason = row ? resultReason(*row, QDateTime::currentDateTimeUtc()) : QString();
    m_detail->setVisible(!reason.isEmpty());
    m_detail->setValue(reason);
}

void PushAllResultsPage::retry()
{
    m_isBusy = true;
    showStatus();
    whenDone(m_session.application().engine().retryPushAll(m_session.integration().id), this,
             [this](const Result<void> &result) {
                 m_isBusy = false;
                 if (!result) {
                     m_bar->showResult(MessageBar::Tone::Error, errorText(result.error()));
                     showStatus();
                     return;
                 }
                 Q_EMIT retried();
             });
}

} // namespace tandem
