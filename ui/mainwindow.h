// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/gates.h"
#include "ui/records/recordlist.h"
#include "ui/windowactions.h"

#include <QMainWindow>

class QSplitter;
class QToolBar;
class QToolButton;

namespace tandem {

class ActivityDock;
class Application;
class DraftStore;
class PracticeTrial;
class RecordPane;
class SearchEdit;
class Sidebar;
class StatusText;

/** Sidebar, list and record; everything else opens from here. Make it once the application has started. */
class MainWindow final : public QMainWindow {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)
public:
    explicit MainWindow(Application &application, QWidget *parent = nullptr);
    ~MainWindow() override;

    /** Nothing that the window shows is still on its way. */
    [[nodiscard]] bool isSettled() const;
    /** Goes to a line of the sidebar by `SidebarEntry::key()`. */
    void goTo(const QString &sidebarKey);
    void openRecord(RecordId id, const QString &field = {});
    /** What both sides changed: of one record with one integration, or of all when `record` is 0. */
    void openConflicts(RecordId record, IntegrationId integration);
    void openTypes();
    /** The wizard that imports a CSV file; at first a person chooses it where `path` is empty. */
    void openImport(const QString &path = {});
    [[nodiscard]] RecordPane *recordPane() const;
    [[nodiscard]] RecordList *recordList() const;

Q_SIGNALS:
    void settled();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void layOut();
    void connectActions();
    void connectParts();
    void makeToolBar();
    void makeStatusBar();
    void restoreWindow();
    void saveWindow();
    void showFirst();

    void takeEntry(const SidebarEntry &entry);
    void newRecord(AssetKind kind);
    void stepRecord(int rows);
    void syncNow();
    void openIntegrations();
    void openNewIntegration();
    void openImports();
    void exportCurrentList();
    void openSettings(IntegrationId id, const Remedy &remedy);
    void openListMenu(const QPoint &position);
    void openLocalApi();
    void askPerson();
    void showDrafts();
    void updateActions();
    void say(const QString &sentence);
    void settleIfIdle();

    Application &m_application;
    const WindowActions m_actions;
    DraftStore *m_drafts;
    PracticeTrial *m_trial;
    Sidebar *m_sidebar;
    RecordList *m_list;
    RecordPane *m_pane;
    QSplitter *m_splitter;
    ActivityDock *m_activity;
    QToolBar *m_toolBar = nullptr;
    SearchEdit *m_search = nullptr;
    QToolButton *m_draftsButton = nullptr;
    StatusText *m_statusText = nullptr;
};

} // namespace tandem
