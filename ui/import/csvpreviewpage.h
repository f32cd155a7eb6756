// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWizardPage>

class QLabel;
class QTabWidget;

namespace tandem {

class ImportOutcomeTable;
class ImportSession;
class JobBar;

/** Step 3: what the import would do to the whole file; nothing has been written yet. */
class CsvPreviewPage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CsvPreviewPage)
public:
    explicit CsvPreviewPage(ImportSession &session, QWidget *parent = nullptr);

    void initializePage() override;
    void cleanupPage() override;
    [[nodiscard]] bool isComplete() const override;

private:
    void showEnd(const QString &error);

    ImportSession &m_session;
    JobBar *m_bar;
    QLabel *m_counts;
    QLabel *m_news;
    QTabWidget *m_tabs;
    ImportOutcomeTable *m_first;
    ImportOutcomeTable *m_errors;
    bool m_isDone = false;
};

} // namespace tandem
