// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/integration.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSplitter;
class QTableView;
class QTimer;

namespace tandem {

class Application;
class EventTableModel;

/** What happened with an integration (rule G2): newest first, to search, filter and copy. */
class LogDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogDialog)
public:
    LogDialog(Application &application, const Integration &integration, QWidget *parent = nullptr);
    ~LogDialog() override;

Q_SIGNALS:
    /** A person wants to see the record of a line. */
    void recordActivated(tandem::RecordId id);

private:
    void search();
    void showDetails();
    void showCount();
    void copySelected() const;

    Application &m_application;
    IntegrationId m_integrationId;
    EventTableModel *m_model;
    QLineEdit *m_search;
    QCheckBox *m_failuresOnly;
    QTimer *m_typing;
    QTableView *m_table;
    QPlainTextEdit *m_details;
    QSplitter *m_splitter;
    QLabel *m_count;
};

} // namespace tandem
