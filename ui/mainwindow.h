// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/gates.h"
#include "store/recordlist.h"
#include "sync/syncengine.h"
#include "ui/widgets/colourscheme.h"

#include <QMainWindow>
#include <QTimer>

class QDockWidget;
class QLineEdit;
class QMenu;
class QSplitter;
class QToolBar;
class QToolButton;
class QTreeView;

namespace tandem {

class ActivityModel;
class Application;
class DraftStore;
class ElidedLabel;
class PracticePsa;
class RecordList;
class RecordPane;
class SidebarModel;

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
    [[nodiscard]] RecordPane *recordPane() const;
    [[nodiscard]] RecordList *recordList() const;

Q_SIGNALS:
    void settled();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *makeSidebar();
    void makeActions();
    void makeMenus();
    void makeToolBar();
    void makeActivityDock();
    void makeStatusBar();
    void connectEngine();
    void restoreWindow();
    void saveWindow();
    [[nodiscard]] QStringList expandedKeys() const;
    QAction *makeAction(const char *name, const QIcon &icon, const QString &text,
                        const QKeySequence &shortcut = {});

    void askCounts();
    void takeSidebar(const QModelIndex &index);
    void flushSearch();
    void newRecord(AssetKind kind);
    void stepRecord(int rows);
    void deleteRecord();
    void syncNow();
    void openIntegrations();
    void openNewIntegration();
    void openSettings(IntegrationId id, const Remedy &remedy);
    void tryPractice();
    void connectPractice(const ConnectionDetails &details);
    void askPerson();
    void chooseColours(ColourScheme scheme);
    void showAbout();
    void showIntegrations();
    void showDrafts();
    void updateActions();
    void say(const QString &sentence);
    void settleIfIdle();

    Application &m_application;
    DraftStore *m_drafts;
    PracticePsa *m_practice;
    SidebarModel *m_sidebarModel;
    ActivityModel *m_activityModel;
    QTreeView *m_sidebar = nullptr;
    RecordList *m_list;
    RecordPane *m_pane;
    QSplitter *m_splitter;
    QDockWidget *m_activityDock = nullptr;
    QTreeView *m_activityView = nullptr;
    QToolBar *m_toolBar = nullptr;
    QLineEdit *m_search = nullptr;
    QToolButton *m_integrationButton = nullptr;
    QToolButton *m_draftsButton = nullptr;
    ElidedLabel *m_statusText = nullptr;
    QMenu *m_newMenu = nullptr;
    QMenu *m_draftsMenu = nullptr;
    QTimer m_searchTimer;
    QTimer m_countTimer;
    QTimer m_saidTimer;
    QString m_said; ///< what the status bar says for a moment
    bool m_isCounting = false;
    bool m_hasCounted = false;
    bool m_isConnectingPractice = false;
    QString m_wantedKey; ///< sidebar line to go to once it is there

    QHash<AssetKind, QAction *> m_newActions;
    QAction *m_quit = nullptr;
    QAction *m_copyCell = nullptr;
    QAction *m_copyRows = nullptr;
    QAction *m_find = nullptr;
    QAction *m_clearSearch = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_save = nullptr;
    QAction *m_revert = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_next = nullptr;
    QAction *m_backToList = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_syncNow = nullptr;
    QAction *m_integrations = nullptr;
    QAction *m_newIntegration = nullptr;
    QAction *m_tryPractice = nullptr;
    QAction *m_person = nullptr;
    QAction *m_about = nullptr;
    QAction *m_aboutQt = nullptr;
};

} // namespace tandem
