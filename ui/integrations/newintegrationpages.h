// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "store/integration.h"

#include <QWizardPage>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;

namespace tandem {

class Application;
class ConnectionForm;
class MessageBar;
class NoticeLabel;
class SyncSettingsEditor;

/** Step 1 of a new integration: which PSA, or a directory. Those this version has no map for are listed, and say so. */
class PlatformPage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlatformPage)
public:
    explicit PlatformPage(QWidget *parent = nullptr);

    [[nodiscard]] Platform platform() const; ///< Count: none is chosen, or a directory
    [[nodiscard]] bool isDirectory() const;
    [[nodiscard]] bool isComplete() const override;

private:
    QListWidget *m_list;
};

/** Step 2: address and keys, which have to pass a test before the next step. */
class ConnectionPage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionPage)
public:
    ConnectionPage(Application &application, const PlatformPage &platform, QWidget *parent = nullptr);

    [[nodiscard]] ConnectionForm &form() const;
    [[nodiscard]] bool hasInput() const;
    void initializePage() override;
    void cleanupPage() override;
    [[nodiscard]] bool isComplete() const override;
    bool validatePage() override;

private:
    const PlatformPage &m_platform;
    ConnectionForm *m_form;
    bool m_goesOn = false; ///< Next was pressed, and waits for the test
};

/** Step 3: its name; going on from here stores the integration. */
class NamePage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NamePage)
public:
    NamePage(Application &application, const ConnectionPage &connection, QWidget *parent = nullptr);

    [[nodiscard]] IntegrationId integrationId() const; ///< 0: not stored yet
    void initializePage() override;
    void cleanupPage() override;
    [[nodiscard]] bool isComplete() const override;
    bool validatePage() override;

private:
    void showBusy(bool busy);
    [[nodiscard]] bool isTaken(const QString &name) const;

    Application &m_application;
    const ConnectionPage &m_connection;
    QLabel *m_found;
    NoticeLabel *m_warning; ///< of what the tenant does by itself
    QLineEdit *m_name;
    NoticeLabel *m_error;
    QProgressBar *m_progress;
    QLabel *m_progressText;
    QString m_suggested;
    IntegrationId m_id = 0;
    bool m_isBusy = false;
};

/** Step 4: both tabs of Sync Settings, and whether the first sync starts at once. */
class ReviewSettingsPage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReviewSettingsPage)
public:
    ReviewSettingsPage(Application &application, const ConnectionPage &connection, const NamePage &name,
                       QWidget *parent = nullptr);

    [[nodiscard]] bool hasUnsavedChanges() const;
    void initializePage() override;
    [[nodiscard]] bool isComplete() const override;
    bool validatePage() override;

Q_SIGNALS:
    /** The settings are stored, and the first sync was asked for if the person wanted it. */
    void done();

private:
    void finish();
    void showBusy(bool busy);

    Application &m_application;
    const ConnectionPage &m_connection;
    const NamePage &m_name;
    MessageBar *m_message;
    QCheckBox *m_startSync;
    QHBoxLayout *m_foot; ///< what the settings do, and the check box
    SyncSettingsEditor *m_editor = nullptr;
    bool m_isBusy = false;
    bool m_isDone = false;
};

} // namespace tandem
