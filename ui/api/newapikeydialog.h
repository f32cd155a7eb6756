// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncengine.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace tandem {

class Application;
class MessageBar;

/** Asks for a name and a role, then shows the new key: the only time that anybody sees it. */
class NewApiKeyDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewApiKeyDialog)
public:
    explicit NewApiKeyDialog(Application &application, QWidget *parent = nullptr);
    ~NewApiKeyDialog() override;

Q_SIGNALS:
    void created();

private:
    [[nodiscard]] QWidget *makeForm();
    [[nodiscard]] QWidget *makeResult();
    void create();
    void take(const Result<NewApiKey> &made);
    void explainRole();
    void copy();

    Application &m_application;
    MessageBar *m_message;
    QStackedWidget *m_pages;
    QLineEdit *m_name;
    QComboBox *m_role;
    QLabel *m_roleExplanation;
    QLineEdit *m_key;
    QPushButton *m_create;
    QPushButton *m_close;
};

} // namespace tandem
