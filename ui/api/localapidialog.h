// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/apikeystore.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTableView;
class QTimer;

namespace tandem {

class ApiKeyModel;
class Application;
class EmptyState;
class LocalApi;
class MessageBar;

/** Account > Local API: whether it is served and where, and its keys (rule H3). */
class LocalApiDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocalApiDialog)
public:
    explicit LocalApiDialog(Application &application, QWidget *parent = nullptr);
    ~LocalApiDialog() override;

private:
    void makeSwitch();
    void makeTable();
    void layOut();
    void showState();
    void reload();
    void openNewKey();
    void revoke();
    void updateButtons();
    [[nodiscard]] ApiKey currentKey() const;

    Application &m_application;
    LocalApi &m_api;
    MessageBar *m_message;
    QCheckBox *m_on;
    QSpinBox *m_port;
    QLabel *m_stateIcon;
    QLabel *m_state;
    QPushButton *m_copy;
    ApiKeyModel *m_model;
    QStackedWidget *m_pages;
    QTableView *m_table;
    EmptyState *m_empty;
    QAction *m_newAction;
    QPushButton *m_new;
    QPushButton *m_revoke;
    QTimer *m_refresh;
};

} // namespace tandem
