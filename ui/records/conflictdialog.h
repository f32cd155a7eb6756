// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"
#include "core/result.h"
#include "store/conflict.h"

#include <QDialog>
#include <QTimer>

class QPushButton;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace tandem {

class Application;
class ConflictModel;
class ConflictPage;
class ElidedLabel;
class EmptyState;
class MessageBar;

/**
 * Where a person chooses between values that both sides changed (policy "Ask me"): one record, or all of them
 * with a list at the left. Apply settles the record that is shown and goes on to the next.
 */
class ConflictDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConflictDialog)
public:
    /** `record` 0: all conflicts. `integration` 0: of every integration. */
    ConflictDialog(Application &application, RecordId record, IntegrationId integration,
                   QWidget *parent = nullptr);
    ~ConflictDialog() override;

Q_SIGNALS:
    /** A person wants to see this record; the dialog has closed itself. */
    void recordWanted(tandem::RecordId id);
    void said(const QString &sentence);
    /** What is listed is up to date. */
    void settled();

protected:
    void done(int result) override;

private:
    void ask();
    void take(const QList<Conflict> &conflicts);
    void showCurrent();
    void showRecord();
    void apply();
    void takeApplied(const Result<void> &result);

    Application &m_application;
    const RecordId m_record;
    const IntegrationId m_integration;
    ConflictModel *m_model;
    MessageBar *m_message;
    QSplitter *m_splitter;
    QTreeView *m_list;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    ConflictPage *m_page;
    ElidedLabel *m_count;
    QPushButton *m_apply;
    QTimer m_askTimer;
    int m_request = 0;
    bool m_isApplying = false; ///< until the record is settled and the next is here
};

} // namespace tandem
