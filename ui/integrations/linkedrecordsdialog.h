// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/integration.h"
#include "store/managedata.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;
class QTimer;

namespace tandem {

class Application;
class EmptyState;
class JobBar;
class LinkActions;
class LinkedRecordsModel;

/** Manage Data > View: the records of the selected lines, to search, open, and deal with one by one (rule
 * G1). */
class LinkedRecordsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkedRecordsDialog)
public:
    /** `title` says which lines these are. */
    LinkedRecordsDialog(Application &application, const Integration &integration, LinkSection section,
                        const QList<LinkSelection> &selections, const QString &title,
                        QWidget *parent = nullptr);
    ~LinkedRecordsDialog() override;

    void reject() override;

Q_SIGNALS:
    /** A person wants to see this record. */
    void recordActivated(tandem::RecordId id);
    /** Something was done to records. */
    void changed();

private:
    void makeTable(const QList<LinkSelection> &selections);
    void takeSelection();
    void showCount();
    void activate();

    Application &m_application;
    Integration m_integration;
    LinkSection m_section;
    LinkedRecordsModel *m_model;
    JobBar *m_bar;
    LinkActions *m_actions;
    QAction *m_open;
    QLineEdit *m_search;
    QTimer *m_typing;
    QTimer *m_refresh;
    QStackedWidget *m_pages;
    QTableView *m_table;
    EmptyState *m_empty;
    QLabel *m_count;
};

} // namespace tandem
