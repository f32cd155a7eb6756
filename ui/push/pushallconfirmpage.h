// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWizardPage>

class QLabel;
class QLineEdit;

namespace tandem {

class NoticeLabel;
class PushAllSession;

/** Step 4: what will happen in numbers, confirmed by typing the integration's name. Going on starts the run.
 */
class PushAllConfirmPage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PushAllConfirmPage)
public:
    explicit PushAllConfirmPage(PushAllSession &session, QWidget *parent = nullptr);

    void initializePage() override;
    void cleanupPage() override;
    [[nodiscard]] bool isComplete() const override;
    bool validatePage() override;

private:
    void showBusy(bool busy);

    PushAllSession &m_session;
    QLabel *m_text;
    QLineEdit *m_typed;
    NoticeLabel *m_error;
    bool m_isBusy = false;
    bool m_isConfirmed = false;
};

} // namespace tandem
