// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWizardPage>

class QLabel;
class QPushButton;

namespace tandem {

class ImportOutcomeTable;
class ImportSession;
class JobBar;

/** Step 5: what was done, which rows failed, and the way back. */
class CsvResultsPage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CsvResultsPage)
public:
    explicit CsvResultsPage(ImportSession &session, QWidget *parent = nullptr);

    void initializePage() override;

private:
    void undo();
    void exportErrors();

    ImportSession &m_session;
    QLabel *m_counts;
    JobBar *m_bar;
    ImportOutcomeTable *m_errors;
    QPushButton *m_export;
    QPushButton *m_undo;
};

} // namespace tandem
