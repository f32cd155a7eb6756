// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/push/pushallpreviewpage.h"

#include "store/recordreader.h"
#include "ui/application.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/jobbar.h"
#include "ui/integrations/noticelabel.h"
#include "ui/push/heldpane.h"
#include "ui/push/planremedies.h"
#include "ui/push/planview.h"
#include "ui/push/pushallsession.h"
#include "ui/push/pushallwords.h"
#include "ui/whendone.h"
#include "ui/widgets/icons.h"

#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** A preview that took longer is made anew only when a person asks for it. */
constexpr qint64 quickPreviewMs = 10'000;

} // namespace

PushAllPreviewPage::PushAllPreviewPage(PushAllSession &session, QWidget *parent)
    : QWizardPage(parent)
    , m_session(session)
    , m_pages(new QStackedWidget(this))
    , m_progress(new JobBar(this))
    , m_again(new QPushButton(this))
    , m_view(new PlanView(session.application(), session.integration(), PushAllModel::Mode::Preview,
                          u"preview"_s, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_bar(new JobBar(this))
    , m_notice(new NoticeLabel(this))
    , m_refresh(new QPushButton(this))
    , m_remedies(new PlanRemedies(session, m_bar, this))
    , m_held(new HeldPane(session, *m_remedies, this))
{
    setObjectName(u"pushAllPreviewPage"_s);
    setTitle(tr("Preview"));
    setSubTitle(tr("Nothing has been written yet."));

    m_progress->setObjectName(u"planProgress"_s);
    m_again->setObjectName(u"planAgainButton"_s);
    m_again->setText(tr("Make the &Preview"));
    m_again->setAutoDefault(false);
    m_again->hide();
    auto *working = new QWidget(m_pages);
    auto *workingColumn = new QVBoxLayout(working);
    workingColumn->setContentsMargins(0, 0, 0, 0);
    workingColumn->setSpacing(8);
    workingColumn->addWidget(m_progress);
    workingColumn->addWidget(m_again, 0, Qt::AlignLeft);
    workingColumn->addStretch(1);
    m_pages->addWidget(working);
    makeContent();

    auto *column = new QVBoxLayout(this);
    column->addWidget(m_pages);

    connect(m_progress, &JobBar::stopWanted, this, [this] { m_planning.cancel(); });
    connect(m_again, &QPushButton::clicked, this, &PushAllPreviewPage::plan);
    connect(m_refresh, &QPushButton::clicked, this, &PushAllPreviewPage::plan);
    connect(m_view, &PlanView::currentChanged, this, [this] { m_held->showRow(m_view->current()); });
    connect(m_view, &PlanView::recordActivated, this, &PushAllPreviewPage::recordActivated);
    connect(m_held, &HeldPane::allWanted, m_view, &PlanView::clearCurrent);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_session.application().settings().setValue("pushAllWizard/splitter"_L1, m_splitter->saveState());
    });
    connect(m_remedies, &PlanRemedies::applied, this, &PushAllPreviewPage::takeRemedy);
    connect(m_remedies, &PlanRemedies::recordWanted, this, &PushAllPreviewPage::recordActivated);
    connect(m_remedies, &PlanRemedies::busyChanged, this, [this](bool isBusy) {
        m_refresh->setEnabled(!isBusy);
        Q_EMIT completeChanged();
    });
}

PushAllPreviewPage::~PushAllPreviewPage()
{
    m_planning.cancel();
}

void PushAllPreviewPage::makeContent()
{
    m_bar->setObjectName(u"remedyBar"_s);
    m_notice->setObjectName(u"previewNotice"_s);
    m_refresh->setObjectName(u"refreshPreviewButton"_s);
    m_refresh->setText(tr("Refresh &Preview"));
    m_refresh->setIcon(actionIcon(u"sync"_s));
    m_refresh->setToolTip(tr("Reads the PSA anew, and works out anew what would happen"));
    m_refresh->setAutoDefault(false);
    m_held->setObjectName(u"heldPane"_s);

    m_splitter->setObjectName(u"previewSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_held);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({320, 200});
    m_splitter->restoreState(
        m_session.application().settings().value("pushAllWizard/splitter"_L1).toByteArray());
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_notice, 1);
    foot->addWidget(m_refresh, 0, Qt::AlignTop);
    auto *content = new QWidget(m_pages);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_bar);
    column->addLayout(foot);
    m_pages->addWidget(content);
}

void PushAllPreviewPage::initializePage()
{
    // Going back and on again without another choice shows the same preview.
    const PushAllScope &scope = m_session.scope();
    const bool isSame =
        m_plan.id != 0 && scope.kinds == m_scope.kinds && scope.organizations == m_scope.organizations;
    if (!isSame && !m_isPlanning)
        plan();
}

void PushAllPreviewPage::cleanupPage()
{
    m_planning.cancel();
}

bool PushAllPreviewPage::isComplete() const
{
    return m_plan.id != 0 && !m_isPlanning && !m_remedies->isBusy() && toDo(m_sum) > 0;
}

bool PushAllPreviewPage::validatePage()
{
    return isComplete();
}

bool PushAllPreviewPage::isSettled() const
{
    return !m_isPlanning && (m_plan.id == 0 || (m_view->isSettled() && m_held->isSettled()));
}

void PushAllPreviewPage::plan()
{
    if (m_isPlanning)
        return;
    m_isPlanning = true;
    m_isOutOfDate = false;
    m_plan = {};
    m_sum = {};
    m_scope = m_session.scope();
    m_view->setPlan(0);
    m_held->setPlan(0);
    m_again->hide();
    m_bar->clear();
    m_progress->showRunning(
        tr("Reading %1, and working out what would happen to each record…").arg(m_session.psa()));
    m_pages->setCurrentIndex(0);
    m_sincePlanning.start();
    Q_EMIT completeChanged();

    m_planning = m_session.application().engine().planPushAll(m_session.integration().id, m_scope);
    auto *watcher = new QFutureWatcher<Result<Plan>>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this, watcher](int value) {
        if (watcher->progressMaximum() > 0)
            m_progress->setProgress(double(value) / watcher->progressMaximum());
    });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_isPlanning = false;
        // A future that was cancelled has no result.
        if (watcher->future().resultCount() > 0)
            takePlan(watcher->result());
        else
            giveUp(tr("The preview was stopped. Nothing was written."));
    });
    watcher->setFuture(m_planning);
}

void PushAllPreviewPage::takePlan(const Result<Plan> &plan)
{
    if (!plan) {
        giveUp(plan.error().code == ErrorCode::Cancelled
                   ? tr("The preview was stopped. Nothing was written.")
                   : tr("The preview could not be made. %1").arg(errorText(plan.error())));
        return;
    }
    m_planningMs = m_sincePlanning.elapsed();
    whenDone(m_session.application().reader().planCounts(plan->id), this,
             [this, made = *plan](const Result<PlanCountsByKind> &counts) {
                 if (!counts) {
                     giveUp(errorText(counts.error()));
                     return;
                 }
                 m_plan = made;
                 takeCounts(*counts);
             });
}

void PushAllPreviewPage::takeCounts(const PlanCountsByKind &counts)
{
    m_sum = sumOf(counts);
    m_session.setPreview(m_plan, counts);
    m_progress->clear();
    m_view->setCounts(counts);
    m_view->setPlan(m_plan.id);
    m_held->setPlan(m_plan.id);
    m_pages->setCurrentIndex(1);
    showNotice();
    Q_EMIT completeChanged();
}

void PushAllPreviewPage::giveUp(const QString &reason)
{
    m_progress->showResult(MessageBar::Tone::Warning, reason);
    m_again->show();
    m_pages->setCurrentIndex(0);
    Q_EMIT completeChanged();
}

void PushAllPreviewPage::takeRemedy()
{
    m_isOutOfDate = true;
    if (m_planningMs < quickPreviewMs)
        plan();
    else
        showNotice();
}

void PushAllPreviewPage::showNotice()
{
    if (m_isOutOfDate) {
        m_notice->say(NoticeLabel::Kind::Warning,
                      tr("What you changed is not in this preview yet. Refresh it before you go on."));
        return;
    }
    if (toDo(m_sum) == 0) {
        m_notice->say(NoticeLabel::Kind::Info,
                      m_sum.of(PlanOutcome::Held) > 0
                          ? tr("There is nothing to push while these records are held.")
                          : tr("There is nothing to push: everything that you chose is in %1 already.")
                                .arg(m_session.psa()));
        return;
    }
    m_notice->say(NoticeLabel::Kind::Info,
                  tr("As of %1. What is held stays as it is; you can push it later.")
                      .arg(shownMoment(m_plan.plannedAt, QDateTime::currentDateTimeUtc())));
}

} // namespace tandem
