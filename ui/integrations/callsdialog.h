// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/integration.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QTableView;
class QTimer;

namespace tandem {

class Application;
class CallFiguresModel;
class NoticeLabel;

/** Actions > Calls: what Tandem uses of the calls that the PSA allows, and why a call waits. Brought up to
 * date every second. */
class CallsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallsDialog)
public:
    CallsDialog(Application &application, const Integration &integration, QWidget *parent = nullptr);
    ~CallsDialog() override;

private:
    void makeTable();
    void showFigures();

    Application &m_application;
    const IntegrationId m_id;
    NoticeLabel *m_notice;
    QLabel *m_budget;
    QProgressBar *m_used;
    CallFiguresModel *m_model;
    QTableView *m_table;
    QLabel *m_totals;
    QTimer *m_refresh;
};

} // namespace tandem
