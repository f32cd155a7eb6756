// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWizardPage>

namespace tandem {

class ImportSession;
class JobBar;

/** Step 4: the import runs, and can be stopped. It goes on to the results by itself. */
class CsvProgressPage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CsvProgressPage)
public:
    explicit CsvProgressPage(ImportSession &session, QWidget *parent = nullptr);

    void initializePage() override;
    [[nodiscard]] bool isComplete() const override;

private:
    ImportSession &m_session;
    JobBar *m_bar;
    bool m_isDone = false;
};

} // namespace tandem
