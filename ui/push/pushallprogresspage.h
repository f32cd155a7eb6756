// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/result.h"

#include <QFuture>
#include <QTimer>
#include <QWizardPage>

#include <array>

class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace tandem {

class JobBar;
class NoticeLabel;
class PushAllSession;

/** Step 5: how the run goes, for each kind, with pause, resume and cancel. It goes on without this window. */
class PushAllProgressPage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PushAllProgressPage)
public:
    explicit PushAllProgressPage(PushAllSession &session, QWidget *parent = nullptr);

    void initializePage() override;

private:
    struct Line {
        QLabel *icon = nullptr;
        QLabel *title = nullptr;
        QProgressBar *bar = nullptr;
        QLabel *done = nullptr;
        QLabel *failed = nullptr;
        QLabel *held = nullptr;
        QLabel *left = nullptr;
        QLabel *time = nullptr;
    };

    QGridLayout *makeLines();
    void showStatus();
    [[nodiscard]] QString obstacle() const;
    void togglePause();
    void cancelAfterAsking();
    void carryOut(const QFuture<Result<void>> &future);

    PushAllSession &m_session;
    std::array<Line, size_t(AssetKind::Count)> m_lines{};
    NoticeLabel *m_state;
    QLabel *m_pace;
    NoticeLabel *m_message;
    JobBar *m_bar;
    QPushButton *m_pause;
    QPushButton *m_cancel;
    QLabel *m_note;
    QTimer m_refresh;
    bool m_isBusy = false;
};

} // namespace tandem
