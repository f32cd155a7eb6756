// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/result.h"

#include <QHash>
#include <QWizardPage>

#include <array>

class QCheckBox;
class QGroupBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace tandem {

class NoticeLabel;
class PushAllSession;

/** Step 1: what it does and when to use it, what the PSA has now, and what an earlier run did (rules F1, F3).
 */
class PushAllIntroPage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PushAllIntroPage)
public:
    explicit PushAllIntroPage(PushAllSession &session, QWidget *parent = nullptr);

    void initializePage() override;
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] int nextId() const override;
    bool validatePage() override;

private:
    void makeCounts();
    void makeLastRun();
    void count();
    void showCounts(const Result<QHash<AssetKind, qint64>> &counts);
    void showLastRun();

    PushAllSession &m_session;
    QLabel *m_text;
    QGroupBox *m_found;
    std::array<QLabel *, size_t(AssetKind::Count)> m_figures{};
    QProgressBar *m_progress;
    NoticeLabel *m_notice;
    QPushButton *m_again;
    QGroupBox *m_lastRun;
    QLabel *m_lastText;
    QPushButton *m_lastResults;
    QCheckBox *m_seen;
    bool m_isCounted = false;
    bool m_isCounting = false;
    bool m_goesToResults = false;
};

} // namespace tandem
