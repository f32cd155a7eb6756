// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"

#include <QTimer>
#include <QWizardPage>

class QPushButton;

namespace tandem {

class JobBar;
class NoticeLabel;
class PlanView;
class PushAllSession;
class ValueBox;

/** Step 6: what became of each record, live while the run goes on; what failed can be tried again. */
class PushAllResultsPage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PushAllResultsPage)
public:
    explicit PushAllResultsPage(PushAllSession &session, QWidget *parent = nullptr);

    void initializePage() override;

Q_SIGNALS:
    void recordActivated(tandem::RecordId id);
    /** The run goes on again. */
    void retried();

private:
    void showStatus();
    void showCurrent();
    void retry();

    PushAllSession &m_session;
    NoticeLabel *m_state;
    PlanView *m_view;
    ValueBox *m_detail;
    JobBar *m_bar;
    QPushButton *m_retry;
    QTimer m_refresh;
    bool m_isBusy = false;
};

} // namespace tandem
