// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncengine.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QWizardPage>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace tandem {

class HeldPane;
class JobBar;
class NoticeLabel;
class PlanRemedies;
class PlanView;
class PushAllSession;

/** Step 3: what would happen to each record, why some are held, and what can be done about it. Nothing is
 * written. */
class PushAllPreviewPage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PushAllPreviewPage)
public:
    explicit PushAllPreviewPage(PushAllSession &session, QWidget *parent = nullptr);
    ~PushAllPreviewPage() override;

    void initializePage() override;
    void cleanupPage() override;
    [[nodiscard]] bool isComplete() const override;
    bool validatePage() override;
    /** The preview is made, and everything on the page has come. */
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    void recordActivated(tandem::RecordId id);

private:
    void makeContent();
    void plan();
    void takePlan(const Result<Plan> &plan);
    void takeCounts(const PlanCountsByKind &counts);
    void giveUp(const QString &reason);
    void takeRemedy();
    void showNotice();

    PushAllSession &m_session;
    QStackedWidget *m_pages;
    JobBar *m_progress;
    QPushButton *m_again;
    PlanView *m_view;
    QSplitter *m_splitter;
    JobBar *m_bar;
    NoticeLabel *m_notice;
    QPushButton *m_refresh;
    PlanRemedies *m_remedies;
    HeldPane *m_held;
    QFuture<Result<Plan>> m_planning;
    QElapsedTimer m_sincePlanning;
    qint64 m_planningMs = 0;
    Plan m_plan; ///< `id` 0: there is none
    PlanCounts m_sum;
    PushAllScope m_scope; ///< of the plan
    bool m_isPlanning = false;
    bool m_isOutOfDate = false; ///< something was changed since
};

} // namespace tandem
