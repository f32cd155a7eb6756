// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secretstring.h"
#include "sources/directory/directoryservice.h"
#include "store/directory.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace tandem {

class Application;
class FieldEditor;
class NoticeLabel;

/** Where a directory is, how to sign in, and whose users become whose contacts; with a test that shows ten of
 * them. */
class DirectoryForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DirectoryForm)
public:
    explicit DirectoryForm(Application &application, QWidget *parent = nullptr);
    ~DirectoryForm() override;

    /** A stored one; a password that is left blank stays as it is. */
    void setDirectory(const Directory &directory, const QString &organizationName);
    [[nodiscard]] Directory directory() const;
    [[nodiscard]] SecretString password() const;
    [[nodiscard]] bool hasInput() const;
    [[nodiscard]] bool isBusy() const;
    /** What is typed has passed a test. */
    [[nodiscard]] bool isTested() const;
    /** Shows what is wrong, and goes to the field it is about. */
    void showError(const Error &error);

    void test();
    /** Asks the server what it holds, for those who do not know their base DN; signed in once a password is
     * typed. */
    void readBase();

Q_SIGNALS:
    void edited();
    void busyChanged();
    void testFinished(bool passed);

private:
    void addRow(const QString &field, const QString &title, QWidget *widget, const QString &help);
    void takeEdit();
    void showSecurity();
    void showUsers(const DirectoryTest &test);
    void setBusy(bool busy);
    void chooseCaFile();
    /** Says what is missing; false when something is. */
    [[nodiscard]] bool check();

    Application &m_application;
    QFormLayout *m_form;
    QHash<QString, QWidget *> m_fields; ///< by the field of an error
    QLineEdit *m_name;
    QLineEdit *m_server;
    QSpinBox *m_port;
    QComboBox *m_security;
    QComboBox *m_bind;
    QLineEdit *m_userName;
    QLineEdit *m_password;
    QLineEdit *m_caFile;
    QComboBox *m_baseDn;
    QPushButton *m_readBase;
    QLineEdit *m_filter;
    FieldEditor *m_organization;
    QCheckBox *m_createsDisabled;
    QComboBox *m_interval;
    QPushButton *m_test;
    QProgressBar *m_progress;
    NoticeLabel *m_result;
    QTableWidget *m_users;
    Directory m_stored;
    int m_request = 0; ///< answers to earlier ones are not shown
    bool m_hasInput = false;
    bool m_isBusy = false;
    bool m_isTested = false;
};

} // namespace tandem
