// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/directory/directoryrow.h"
#include "ui/integrations/integrationrow.h"

#include <QDialog>
#include <QHash>

class QAction;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace tandem {

class Application;
class EmptyState;
class ManageDataDialog;
class MessageBar;

/** Account > Integrations (rule A1): every connected PSA and directory with its state, live, and what can be done with it.
 */
class IntegrationsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IntegrationsDialog)
public:
    explicit IntegrationsDialog(Application &application, QWidget *parent = nullptr);
    ~IntegrationsDialog() override;

    /** Opens the wizard. */
    void newIntegration();
    /** Opens Manage Data; at what needs a decision, and at one of these when it is not 0. */
    void manageData(const Integration &integration);
    void manageDecisions(const Integration &integration, qint64 decision = 0);

Q_SIGNALS:
    /** A person wants to see this record; the dialog has closed itself. */
    void recordActivated(tandem::RecordId id);

private:
    void showIntegrations();
    void showDirectories();
    void carryOutInDirectory(DirectoryRow::Action action, const DirectoryStatus &status);
    void syncDirectory(const Directory &directory);
    void removeDirectoryAfterAsking(const DirectoryStatus &status);
    void showPage();
    void carryOut(IntegrationRow::Action action, const IntegrationStatus &status);
    [[nodiscard]] ManageDataDialog *openManageData(const Integration &integration);
    void openLogs(const Integration &integration);
    void openTypes();
    void openPushAll(const Integration &integration);
    void takePushAll(const PushAllStatus &status);
    void goToRecord(QDialog *dialog, RecordId id);
    void startSync(const Integration &integration);
    void stopSync(const Integration &integration);
    void setPaused(const Integration &integration, bool paused);
    void disconnectAfterAsking(const IntegrationStatus &status);
    void showFailure(const QString &what, const Error &error);

    Application &m_application;
    QAction *m_new;
    QPushButton *m_newButton;
    MessageBar *m_message;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QWidget *m_list;
    QVBoxLayout *m_rowLayout;
    QPushButton *m_close = nullptr;
    QHash<IntegrationId, IntegrationRow *> m_rows;
    QHash<DirectoryId, DirectoryRow *> m_directoryRows;
};

} // namespace tandem
