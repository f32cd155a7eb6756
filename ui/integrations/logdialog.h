// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/integration.h"

#include <QDialog>
#include <QFuture>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QTableView;
class QTimer;

namespace tandem {

class Application;
class EventTableModel;
class JobBar;
class LogFilterBar;

/** What happened with an integration (rule G2): newest first, to filter, search, copy and export. */
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
    void makeTable();
    void search();
    void showDetails();
    void showCount();
    void copySelected() const;
    void askExport();
    void exportTo(const QString &path);
    void readRetention();
    void showRetention(const Result<int> &days);
    void changeRetention();

    Application &m_application;
    Integration m_integration;
    EventTableModel *m_model;
    LogFilterBar *m_filters;
    JobBar *m_bar;
    QTableView *m_table;
    QPlainTextEdit *m_details;
    QSplitter *m_splitter;
    QLabel *m_count;
    QLabel *m_retention;
    QPushButton *m_changeRetention = nullptr;
    QPushButton *m_export = nullptr;
    QFuture<Result<qint64>> m_exporting;
    int m_days = 0;
};

} // namespace tandem
