// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "store/recordreader.h"
#include "ui/application.h"
#include "ui/integrations/integrationsdialog.h"
#include "ui/integrations/newintegrationwizard.h"
#include "ui/integrations/syncsettingsdialog.h"
#include "ui/models/activitymodel.h"
#include "ui/models/sidebarmodel.h"
#include "ui/practicepsa.h"
#include "ui/records/draftstore.h"
#include "ui/records/recordlist.h"
#include "ui/records/recordpane.h"
#include "ui/whendone.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebox.h"
#include "ui/widgets/sidebardelegate.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QLocale>
#include <QMenuBar>
#include <QSplitter>
#include <QStatusBar>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QLatin1StringView geometryKey{"window/geometry"};
constexpr QLatin1StringView stateKey{"window/state"};
constexpr QLatin1StringView splitterKey{"window/splitter"};
constexpr QLatin1StringView expandedKey{"window/expanded"};
constexpr QLatin1StringView placeKey{"window/place"};
constexpr QLatin1StringView recordKey{"window/record"};
constexpr QLatin1StringView coloursKey{"window/colours"};
constexpr QLatin1StringView activityColumnsKey{"window/activityColumns"};
/** Raised when docks or tool bars change, so that an older layout is not applied to them. */
constexpr int layoutVersion = 1;

QString newRecordText(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return MainWindow::tr("New &Organization");
    case AssetKind::Location:
        return MainWindow::tr("New &Location");
    case AssetKind::Contact:
        return MainWindow::tr("New &Contact");
    case AssetKind::Configuration:
        return MainWindow::tr("New Con&figuration");
    case AssetKind::Count:
        break;
    }
    return {};
}

QKeySequence newRecordShortcut(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return Qt::CTRL | Qt::SHIFT | Qt::Key_O;
    case AssetKind::Location:
        return Qt::CTRL | Qt::SHIFT | Qt::Key_L;
    case AssetKind::Contact:
        return Qt::CTRL | Qt::SHIFT | Qt::Key_T;
    case AssetKind::Configuration:
        return QKeySequence(QKeySequence::New);
    case AssetKind::Count:
        break;
    }
    return {};
}

/** The one whose state a person has to see first. */
const IntegrationStatus *worstOf(const QList<IntegrationStatus> &integrations)
{
    const auto rank = [](IntegrationState state) {
        switch (state) {
        case IntegrationState::Error:
        case IntegrationState::SignInFailed:
            return 4;
        case IntegrationState::Offline:
            return 3;
        case IntegrationState::Syncing:
        case IntegrationState::Queued:
            return 2;
        case IntegrationState::Paused:
        case IntegrationState::NotSyncedYet:
            return 1;
        case IntegrationState::UpToDate:
        case IntegrationState::Count:
            break;
        }
        return 0;
    };
    const auto worst = std::ranges::max_element(
        integrations, {}, [&rank](const IntegrationStatus &status) { return rank(status.state); });
    return worst == integrations.end() ? nullptr : &*worst;
}

QString timeOf(const QDateTime &utc)
{
    return QLocale().toString(utc.toLocalTime().time(), QLocale::ShortFormat);
}

} // namespace

MainWindow::MainWindow(Application &application, QWidget *parent)
    : QMainWindow(parent)
    , m_application(application)
    , m_drafts(new DraftStore(QDir(application.profileFolder()).filePath(u"unsaved.json"_s), this))
    , m_practice(new PracticePsa(application.settings(), application.profileFolder(), this))
    , m_sidebarModel(new SidebarModel(this))
    , m_activityModel(new ActivityModel(this))
    , m_list(new RecordList(application, this))
    , m_pane(new RecordPane(application, *m_drafts, this))
    , m_splitter(new QSplitter(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Tandem"));
    setWindowIcon(applicationIcon());
    setUnifiedTitleAndToolBarOnMac(true);

    m_splitter->setObjectName(u"mainSplitter"_s);
    m_splitter->addWidget(makeSidebar());
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setChildrenCollapsible(false);
    m_list->setMinimumWidth(280);
    m_pane->setMinimumWidth(340);
    setCentralWidget(m_splitter);

    makeActions();
    makeActivityDock();
    makeMenus();
    makeToolBar();
    makeStatusBar();

    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(250ms);
    connect(&m_searchTimer, &QTimer::timeout, this, &MainWindow::flushSearch);
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(250ms);
    connect(&m_countTimer, &QTimer::timeout, this, &MainWindow::askCounts);
    m_saidTimer.setSingleShot(true);
    m_saidTimer.setInterval(5s);
    connect(&m_saidTimer, &QTimer::timeout, this, [this] {
        m_said.clear();
        showIntegrations();
    });

    m_list->setEmptiness([this](const RecordQuery &query) -> RecordList::Emptiness {
        if (!query.search.isEmpty()) {
            return {.icon = actionIcon(u"search"_s),
                    .title = tr("Nothing found"),
                    .text = tr("No record has words that begin like “%1”.").arg(query.search),
                    .actions = {m_clearSearch}};
        }
        if (m_application.integrations().isEmpty() && !query.state && !query.organizationId) {
            QList<QAction *> actions{m_newIntegration, m_tryPractice};
            if (query.kind)
                actions.append(m_newActions.value(*query.kind));
            return {
                .icon = applicationIcon(),
                .title = tr("Connect your PSA"),
                .text = tr(
                    "Tandem keeps your documentation and your PSA in step. Connect a PSA to bring its "
                    "organizations, contacts and configurations here, or try everything with a practice PSA "
                    "that runs on this computer."),
                .actions = actions};
        }
        if (query.state) {
            return {
                .icon = stateIcon(*query.state),
                .title = tr("No records in this state"),
                .text =
                    tr("Records appear here while their state is “%1”.").arg(syncStateTitle(*query.state)),
                .actions = {}};
        }
        const AssetKind kind = query.kind.value_or(AssetKind::Organization);
        return {.icon = kindIcon(kind),
                .title = tr("Nothing here yet"),
                .text = tr("Records come with the next sync of a PSA, or are made by hand."),
                .actions = {m_newActions.value(kind)}};
    });

    connect(m_list, &RecordList::currentChanged, this, [this](RecordId id) { m_pane->showRecord(id); });
    connect(m_list, &RecordList::editWanted, m_edit, &QAction::trigger);
    connect(m_list, &RecordList::settled, this, &MainWindow::settleIfIdle);
    connect(m_pane, &RecordPane::settled, this, &MainWindow::settleIfIdle);
    connect(m_pane, &RecordPane::stateChanged, this, &MainWindow::updateActions);
    connect(m_pane, &RecordPane::recordWanted, this, [this](RecordId id) { openRecord(id); });
    connect(m_pane, &RecordPane::settingsWanted, this, &MainWindow::openSettings);
    connect(m_pane, &RecordPane::deleteWanted, this, &MainWindow::deleteRecord);
    connect(m_pane, &RecordPane::said, this, &MainWindow::say);
    connect(m_pane, &RecordPane::saved, this, [this](RecordId draftId, RecordId id) {
        if (draftId < 0)
            m_list->select(id);
    });
    connect(m_drafts, &DraftStore::changed, this, &MainWindow::showDrafts);
    connect(m_practice, &PracticePsa::ready, this, &MainWindow::connectPractice);
    connect(m_practice, &PracticePsa::failed, this, [this](const QString &sentence) {
        m_isConnectingPractice = false;
        m_tryPractice->setEnabled(true);
        MessageBox::show(this, {.icon = QMessageBox::Warning, .title = tr("Practice PSA"), .text = sentence});
    });
    connectEngine();

    restoreWindow();
    showDrafts();
    showIntegrations();
    updateActions();
    askCounts();
    goTo(m_application.settings().value(placeKey, u"all"_s).toString());
    if (const RecordId id = m_application.settings().value(recordKey).toLongLong(); id > 0) {
        m_list->select(id);
        m_pane->showRecord(id);
    }
    if (m_practice->isRemembered() && !m_application.integrations().isEmpty())
        m_practice->start();
}

MainWindow::~MainWindow()
{
    // Parts that go one after the other must not reach those that are gone.
    for (QObject *part :
         std::initializer_list<QObject *>{m_list, m_pane, m_drafts, m_practice, m_sidebar->selectionModel()})
        part->disconnect(this);
}

QWidget *MainWindow::makeSidebar()
{
    m_sidebar = new QTreeView(this);
    m_sidebar->setObjectName(u"sidebar"_s);
    m_sidebar->setAccessibleName(tr("Organizations and views"));
    m_sidebar->setModel(m_sidebarModel);
    m_sidebar->setItemDelegate(
        new SidebarDelegate(SidebarModel::CountRole, SidebarModel::HeadingRole, m_sidebar));
    m_sidebar->setHeaderHidden(true);
    m_sidebar->setUniformRowHeights(true);
    m_sidebar->setFrameShape(QFrame::NoFrame);
    m_sidebar->setIndentation(14);
    m_sidebar->setIconSize(QSize(16, 16));
    m_sidebar->setMinimumWidth(150);
    m_sidebar->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_sidebar->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &MainWindow::takeSidebar);
    return m_sidebar;
}

QAction *MainWindow::makeAction(const char *name, const QIcon &icon, const QString &text,
                                const QKeySequence &shortcut)
{
    auto *action = new QAction(icon, text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(shortcut);
    return action;
}

void MainWindow::makeActions()
{
    for (const AssetKind kind :
         {AssetKind::Organization, AssetKind::Location, AssetKind::Contact, AssetKind::Configuration}) {
        const QString name = u"new"_s + kindName(kind).at(0).toUpper() + kindName(kind).mid(1) + u"Action"_s;
        QAction *action = makeAction(name.toLatin1().constData(), kindIcon(kind), newRecordText(kind),
                                     newRecordShortcut(kind));
        connect(action, &QAction::triggered, this, [this, kind] { newRecord(kind); });
        m_newActions.insert(kind, action);
    }
    m_quit =
        makeAction("quitAction", QIcon::fromTheme(u"application-exit"_s), tr("&Quit"), QKeySequence::Quit);
    m_quit->setMenuRole(QAction::QuitRole);
    connect(m_quit, &QAction::triggered, this, &QWidget::close);

    m_copyCell =
        makeAction("copyCellAction", QIcon::fromTheme(u"edit-copy"_s), tr("&Copy Cell"), QKeySequence::Copy);
    m_copyRows = makeAction("copyRowsAction", {}, tr("Copy &Rows"), Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    for (QAction *action : {m_copyCell, m_copyRows}) {
        // Elsewhere Ctrl+C belongs to the text that is selected.
        action->setShortcutContext(Qt::WidgetShortcut);
        m_list->view()->addAction(action);
    }
    connect(m_copyCell, &QAction::triggered, m_list, &RecordList::copyCell);
    connect(m_copyRows, &QAction::triggered, m_list, &RecordList::copyRows);
    m_list->view()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list->view(), &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setToolTipsVisible(true);
        menu->addActions({m_edit, m_copyCell, m_copyRows});
        menu->addSeparator();
        menu->addAction(m_delete);
        menu->popup(m_list->view()->viewport()->mapToGlobal(position));
    });
    m_find = makeAction("findAction", actionIcon(u"search"_s), tr("&Find…"), QKeySequence::Find);
    connect(m_find, &QAction::triggered, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    m_clearSearch = makeAction("clearSearchAction", {}, tr("C&lear Search"));
    connect(m_clearSearch, &QAction::triggered, this, [this] {
        m_search->clear();
        flushSearch();
    });

    m_edit = makeAction("editRecordAction", actionIcon(u"edit"_s), tr("&Edit"), Qt::Key_F2);
    connect(m_edit, &QAction::triggered, this, [this] { m_pane->focusField(u"-"_s); });
    m_save = makeAction("saveRecordAction", actionIcon(u"save"_s), tr("&Save"), QKeySequence::Save);
    connect(m_save, &QAction::triggered, m_pane, &RecordPane::save);
    m_revert = makeAction("revertRecordAction", actionIcon(u"revert"_s), tr("&Revert"));
    connect(m_revert, &QAction::triggered, m_pane, &RecordPane::revert);
    m_previous = makeAction("previousRecordAction", QIcon::fromTheme(u"go-up"_s), tr("&Previous Record"),
                            Qt::ALT | Qt::Key_Up);
    connect(m_previous, &QAction::triggered, this, [this] { stepRecord(-1); });
    m_next = makeAction("nextRecordAction", QIcon::fromTheme(u"go-down"_s), tr("&Next Record"),
                        Qt::ALT | Qt::Key_Down);
    connect(m_next, &QAction::triggered, this, [this] { stepRecord(1); });
    m_backToList = makeAction("backToListAction", {}, tr("&Back to List"), Qt::Key_Escape);
    m_backToList->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_pane->addAction(m_backToList);
    connect(m_backToList, &QAction::triggered, m_list->view(), qOverload<>(&QWidget::setFocus));
    m_delete =
        makeAction("deleteRecordAction", actionIcon(u"delete"_s), tr("&Delete…"), QKeySequence::Delete);
    m_delete->setShortcutContext(Qt::WidgetShortcut);
    m_list->view()->addAction(m_delete);
    connect(m_delete, &QAction::triggered, this, &MainWindow::deleteRecord);

    m_syncNow = makeAction("syncNowAction", actionIcon(u"sync"_s), tr("&Sync Now"), QKeySequence::Refresh);
    m_syncNow->setToolTip(tr("Sync with every connected PSA now (F5)"));
    connect(m_syncNow, &QAction::triggered, this, &MainWindow::syncNow);
    m_integrations = makeAction("integrationsAction", actionIcon(u"connect"_s), tr("&Integrations…"));
    connect(m_integrations, &QAction::triggered, this, &MainWindow::openIntegrations);
    m_newIntegration = makeAction("newIntegrationAction", actionIcon(u"add"_s), tr("&New Integration…"));
    m_newIntegration->setIconText(tr("Connect a PSA…"));
    connect(m_newIntegration, &QAction::triggered, this, &MainWindow::openNewIntegration);
    m_tryPractice = makeAction("tryPracticeAction", actionIcon(u"play"_s), tr("&Try With a Practice PSA"));
    m_tryPractice->setIconText(tr("Try With a Practice PSA"));
    connect(m_tryPractice, &QAction::triggered, this, &MainWindow::tryPractice);
    m_person = makeAction("personAction", {}, tr("&Your Name…"));
    connect(m_person, &QAction::triggered, this, &MainWindow::askPerson);

    m_about = makeAction("aboutAction", applicationIcon(), tr("&About Tandem"));
    m_about->setMenuRole(QAction::AboutRole);
    connect(m_about, &QAction::triggered, this, &MainWindow::showAbout);
    m_aboutQt = makeAction("aboutQtAction", {}, tr("About &Qt"));
    m_aboutQt->setMenuRole(QAction::AboutQtRole);
    connect(m_aboutQt, &QAction::triggered, qApp, &QApplication::aboutQt);
}

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->setObjectName(u"fileMenu"_s);
    m_newMenu = file->addMenu(actionIcon(u"add"_s), tr("&New"));
    m_newMenu->setObjectName(u"newMenu"_s);
    for (const AssetKind kind :
         {AssetKind::Configuration, AssetKind::Contact, AssetKind::Location, AssetKind::Organization})
        m_newMenu->addAction(m_newActions.value(kind));
    file->addSeparator();
    file->addAction(m_quit);

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->setObjectName(u"editMenu"_s);
    edit->addActions({m_copyCell, m_copyRows});
    edit->addSeparator();
    edit->addActions({m_find, m_clearSearch});

    QMenu *record = menuBar()->addMenu(tr("&Record"));
    record->setObjectName(u"recordMenu"_s);
    record->setToolTipsVisible(true);
    record->addMenu(m_newMenu);
    m_draftsMenu = record->addMenu(tr("&Unsaved Changes"));
    m_draftsMenu->setObjectName(u"unsavedMenu"_s);
    record->addSeparator();
    record->addActions({m_edit, m_save, m_revert});
    record->addSeparator();
    record->addActions({m_previous, m_next, m_backToList});
    record->addSeparator();
    record->addAction(m_delete);

    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->setObjectName(u"viewMenu"_s);
    const auto addToggle = [this, view](const char *name, const QString &text, QWidget *widget) {
        QAction *action = makeAction(name, {}, text);
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, widget, &QWidget::setVisible);
        view->addAction(action);
        return action;
    };
    addToggle("showSidebarAction", tr("&Sidebar"), m_sidebar);
    addToggle("showRecordAction", tr("&Record"), m_pane);
    QAction *activity = m_activityDock->toggleViewAction();
    activity->setObjectName(u"showActivityAction"_s);
    activity->setText(tr("&Activity"));
    activity->setIcon(actionIcon(u"activity"_s));
    activity->setShortcut(Qt::CTRL | Qt::Key_J);
    view->addAction(activity);
    view->addSeparator();
    QMenu *colours = view->addMenu(tr("&Colours"));
    colours->setObjectName(u"coloursMenu"_s);
    auto *group = new QActionGroup(this);
    for (const ColourScheme scheme : allColourSchemes) {
        QAction *action = colours->addAction(colourSchemeTitle(scheme));
        action->setObjectName(colourSchemeName(scheme) + u"ColoursAction"_s);
        action->setCheckable(true);
        action->setChecked(scheme == chosenColourScheme());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, scheme] { chooseColours(scheme); });
    }

    QMenu *account = menuBar()->addMenu(tr("&Account"));
    account->setObjectName(u"accountMenu"_s);
    account->addActions({m_integrations, m_newIntegration, m_tryPractice});
    account->addSeparator();
    account->addAction(m_syncNow);
    account->addSeparator();
    account->addAction(m_person);

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->setObjectName(u"helpMenu"_s);
    help->addActions({m_about, m_aboutQt});
}

void MainWindow::makeToolBar()
{
    m_toolBar = addToolBar(tr("Tool Bar"));
    m_toolBar->setObjectName(u"mainToolBar"_s);
    m_toolBar->setMovable(false);
    m_toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->setIconSize(QSize(16, 16));

    auto *add = new QToolButton(m_toolBar);
    add->setObjectName(u"newButton"_s);
    add->setText(tr("New"));
    add->setIcon(actionIcon(u"add"_s));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add->setPopupMode(QToolButton::InstantPopup);
    add->setMenu(m_newMenu);
    add->setToolTip(tr("Make a new record"));
    m_toolBar->addWidget(add);
    m_toolBar->addSeparator();
    m_toolBar->addAction(m_syncNow);
    m_toolBar->widgetForAction(m_syncNow)->setObjectName(u"syncNowToolButton"_s);
    m_toolBar->addSeparator();

    m_search = new QLineEdit(m_toolBar);
    m_search->setObjectName(u"searchEdit"_s);
    m_search->setAccessibleName(tr("Search all records"));
    m_search->setPlaceholderText(
        tr("Search all records…  (%1)")
            .arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(actionIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(460);
    m_toolBar->addWidget(m_search);
    connect(m_search, &QLineEdit::textChanged, &m_searchTimer, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        flushSearch();
        m_list->view()->setFocus();
    });

    auto *spacer = new QWidget(m_toolBar);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(spacer);
    m_integrationButton = new QToolButton(m_toolBar);
    m_integrationButton->setObjectName(u"integrationButton"_s);
    m_integrationButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_integrationButton->setAutoRaise(true);
    connect(m_integrationButton, &QToolButton::clicked, this, &MainWindow::openIntegrations);
    m_toolBar->addWidget(m_integrationButton);
}

void MainWindow::makeActivityDock()
{
    m_activityView = new QTreeView(this);
    m_activityView->setObjectName(u"activityView"_s);
    m_activityView->setAccessibleName(tr("Activity"));
    m_activityView->setModel(m_activityModel);
    m_activityView->setRootIsDecorated(false);
    m_activityView->setUniformRowHeights(true);
    m_activityView->setAllColumnsShowFocus(true);
    m_activityView->setFrameShape(QFrame::NoFrame);
    m_activityView->header()->setStretchLastSection(true);
    m_activityView->header()->resizeSection(ActivityModel::TimeColumn, 80);
    m_activityView->header()->resizeSection(ActivityModel::RecordColumn, 200);
    m_activityView->header()->resizeSection(ActivityModel::StateColumn, 120);
    connect(m_activityView, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const RecordId id = index.data(ActivityModel::RecordIdRole).toLongLong())
            openRecord(id);
    });
    m_activityDock = new QDockWidget(tr("Activity"), this);
    m_activityDock->setObjectName(u"activityDock"_s);
    m_activityDock->setAllowedAreas(Qt::BottomDockWidgetArea | Qt::TopDockWidgetArea);
    m_activityDock->setWidget(m_activityView);
    addDockWidget(Qt::BottomDockWidgetArea, m_activityDock);
    m_activityDock->hide();
}

void MainWindow::makeStatusBar()
{
    m_statusText = new ElidedLabel(this);
    m_statusText->setObjectName(u"statusText"_s);
    m_statusText->setContentsMargins(4, 0, 4, 0);
    statusBar()->addWidget(m_statusText, 1);
    m_draftsButton = new QToolButton(this);
    m_draftsButton->setObjectName(u"unsavedButton"_s);
    m_draftsButton->setAutoRaise(true);
    m_draftsButton->setPopupMode(QToolButton::InstantPopup);
    m_draftsButton->setMenu(m_draftsMenu);
    m_draftsButton->setToolTip(tr("Records with changes that are not saved yet"));
    statusBar()->addPermanentWidget(m_draftsButton);
    auto *activity = new QToolButton(this);
    activity->setObjectName(u"activityButton"_s);
    activity->setAutoRaise(true);
    activity->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    activity->setDefaultAction(m_activityDock->toggleViewAction());
    statusBar()->addPermanentWidget(activity);
}

void MainWindow::connectEngine()
{
    const SyncEngine &engine = m_application.engine();
    connect(&engine, &SyncEngine::recordsChanged, m_list->model(), &RecordTableModel::takeChanges);
    connect(&engine, &SyncEngine::recordsChanged, m_pane, &RecordPane::takeChanges);
    connect(&engine, &SyncEngine::recordsChanged, this, [this] {
        if (!m_countTimer.isActive())
            m_countTimer.start();
    });
    connect(&engine, &SyncEngine::recordSetChanged, m_list->model(), &RecordTableModel::takeSetChange);
    connect(&engine, &SyncEngine::recordSetChanged, this, [this] {
        if (!m_countTimer.isActive())
            m_countTimer.start();
    });
    connect(&engine, &SyncEngine::activity, m_activityModel, &ActivityModel::add);
    connect(&m_application, &Application::integrationsChanged, this, &MainWindow::showIntegrations);
}

void MainWindow::restoreWindow()
{
    const QSettings &settings = m_application.settings();
    if (!restoreGeometry(settings.value(geometryKey).toByteArray()))
        resize(1280, 800);
    restoreState(settings.value(stateKey).toByteArray(), layoutVersion);
    if (!m_splitter->restoreState(settings.value(splitterKey).toByteArray()))
        m_splitter->setSizes({210, 610, 460});
    m_activityView->header()->restoreState(settings.value(activityColumnsKey).toByteArray());
}

void MainWindow::saveWindow()
{
    QSettings &settings = m_application.settings();
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(stateKey, saveState(layoutVersion));
    settings.setValue(splitterKey, m_splitter->saveState());
    settings.setValue(activityColumnsKey, m_activityView->header()->saveState());
    settings.setValue(placeKey, m_sidebar->currentIndex().data(SidebarModel::KeyRole));
    settings.setValue(recordKey, m_pane->recordId());
    settings.setValue(expandedKey, expandedKeys());
    m_list->saveLayout();
}

QStringList MainWindow::expandedKeys() const
{
    QStringList expanded;
    QModelIndexList open{QModelIndex()};
    while (!open.isEmpty()) {
        const QModelIndex parent = open.takeLast();
        for (int row = 0; row < m_sidebarModel->rowCount(parent); ++row) {
            const QModelIndex index = m_sidebarModel->index(row, 0, parent);
            if (m_sidebar->isExpanded(index)) {
                expanded.append(index.data(SidebarModel::KeyRole).toString());
                open.append(index);
            }
        }
    }
    return expanded;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveWindow();
    QMainWindow::closeEvent(event);
}

bool MainWindow::isSettled() const
{
    return !m_isCounting && !m_countTimer.isActive() && !m_searchTimer.isActive() && m_wantedKey.isEmpty()
        && !m_list->model()->isBusy() && !m_pane->isBusy();
}

RecordPane *MainWindow::recordPane() const
{
    return m_pane;
}

RecordList *MainWindow::recordList() const
{
    return m_list;
}

void MainWindow::askCounts()
{
    if (m_isCounting) {
        m_countTimer.start();
        return;
    }
    m_isCounting = true;
    whenDone(m_application.reader().counts(), this, [this](const Result<RecordCounts> &counts) {
        m_isCounting = false;
        if (!counts) {
            say(counts.error().message);
            settleIfIdle();
            return;
        }
        // A rebuild of the tree forgets what is open and where one is.
        const QString current = m_wantedKey.isEmpty()
            ? m_sidebar->currentIndex().data(SidebarModel::KeyRole).toString()
            : m_wantedKey;
        const QStringList expanded = m_hasCounted
            ? expandedKeys()
            : m_application.settings().value(expandedKey, QStringList{u"kind/organization"_s}).toStringList();
        m_hasCounted = true;
        m_wantedKey.clear();
        m_sidebarModel->setCounts(*counts);
        for (const QString &key : expanded)
            m_sidebar->expand(m_sidebarModel->indexOf(key));
        goTo(current);
        settleIfIdle();
    });
}

void MainWindow::goTo(const QString &sidebarKey)
{
    QModelIndex index = m_sidebarModel->indexOf(sidebarKey);
    if (!index.isValid() && !m_hasCounted) {
        m_wantedKey = sidebarKey;
        return;
    }
    if (!index.isValid())
        index = m_sidebarModel->indexOf(u"all"_s);
    if (index == m_sidebar->currentIndex())
        return;
    m_sidebar->setCurrentIndex(index);
    m_sidebar->scrollTo(index);
}

void MainWindow::takeSidebar(const QModelIndex &index)
{
    const SidebarEntry *entry = m_sidebarModel->entry(index);
    if (!entry
        || (entry->key() == m_list->entry().key() && m_search->text().isEmpty()
            && m_list->model()->query() != RecordQuery{}))
        return;
    m_search->clear();
    m_searchTimer.stop();
    m_list->showEntry(*entry);
}

void MainWindow::flushSearch()
{
    m_searchTimer.stop();
    m_list->setSearch(m_search->text().simplified());
    settleIfIdle();
}

void MainWindow::openRecord(RecordId id, const QString &field)
{
    m_list->select(id);
    m_pane->showRecord(id, field);
}

void MainWindow::newRecord(AssetKind kind)
{
    FieldValues preset;
    QJsonObject names;
    const SidebarEntry &entry = m_list->entry();
    if (kind != AssetKind::Organization && entry.organizationId > 0) {
        preset.insert(u"organization"_s, entry.organizationId);
        names.insert(u"organization"_s, entry.name);
    }
    m_pane->setVisible(true);
    m_pane->showRecord(m_drafts->begin(kind, preset, names), u"-"_s);
}

void MainWindow::stepRecord(int rows)
{
    const QString field = m_pane->focusedField();
    if (const RecordId id = m_list->step(rows); id != 0 && !field.isEmpty())
        m_pane->showRecord(id, field);
}

void MainWindow::deleteRecord()
{
    const RecordView view = m_pane->view();
    if (const QString problem = m_pane->deleteProblem(); !problem.isEmpty() || view.record.id <= 0) {
        say(problem);
        return;
    }
    MessageBox::show(this,
                     {.icon = QMessageBox::Warning,
                      .title = tr("Delete Record"),
                      .text = tr("Delete “%1” from Tandem?").arg(view.record.displayName()),
                      .detail = tr("This cannot be undone. Nothing is deleted in any PSA."),
                      .acceptText = tr("Delete")},
                     [this, id = view.record.id](bool accepted) {
                         if (!accepted)
                             return;
                         whenDone(m_application.engine().removeRecord(id), this,
                                  [this, id](const Result<void> &removed) {
                                      if (!removed) {
                                          MessageBox::show(this,
                                                           {.icon = QMessageBox::Warning,
                                                            .title = tr("Delete Record"),
                                                            .text = removed.error().message});
                                          return;
                                      }
                                      m_drafts->discard(id);
                                      if (m_pane->recordId() == id)
                                          m_pane->showRecord(0);
                                  });
                     });
}

void MainWindow::syncNow()
{
    if (m_application.integrations().isEmpty()) {
        openNewIntegration();
        return;
    }
    for (const IntegrationStatus &status : m_application.integrations()) {
        whenDone(m_application.engine().sync(status.integration.id, false), this,
                 [this, name = status.integration.name](const Result<RunSummary> &summary) {
                     if (!summary)
                         say(tr("%1: %2", "integration: what went wrong").arg(name, summary.error().message));
                     else if (summary->failed > 0)
                         say(tr("%1: the sync has ended; %Ln record(s) need a look.", nullptr,
                                int(summary->failed))
                                 .arg(name));
                     else
                         say(tr("%1: the sync has ended.").arg(name));
                 });
    }
}

void MainWindow::openIntegrations()
{
    if (m_application.integrations().isEmpty()) {
        openNewIntegration();
        return;
    }
    auto *dialog = new IntegrationsDialog(m_application, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openNewIntegration()
{
    auto *wizard = new NewIntegrationWizard(m_application, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    wizard->open();
}

void MainWindow::openSettings(IntegrationId id, const Remedy &remedy)
{
    const std::optional<IntegrationStatus> status = m_application.integration(id);
    if (!status || remedy.kind == Remedy::Kind::Reconnect) {
        openIntegrations();
        return;
    }
    auto *dialog = new SyncSettingsDialog(m_application, status->integration, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (remedy.kind == Remedy::Kind::EnableValue && remedy.list)
        dialog->highlight(*remedy.list, remedy.remoteId);
    else if (remedy.kind == Remedy::Kind::EnableTwoWay)
        dialog->showTwoWayTab();
    else if (!remedy.field.isEmpty())
        dialog->showField(remedy.field);
    dialog->open();
}

void MainWindow::tryPractice()
{
    m_isConnectingPractice = true;
    m_tryPractice->setEnabled(false);
    say(tr("Starting the practice PSA…"));
    m_practice->start();
}

void MainWindow::connectPractice(const ConnectionDetails &details)
{
    if (!std::exchange(m_isConnectingPractice, false))
        return;
    for (const IntegrationStatus &status : m_application.integrations()) {
        if (status.integration.name == details.name) {
            m_tryPractice->setEnabled(true);
            syncNow();
            return;
        }
    }
    whenDone(m_application.engine().addIntegration(details), this, [this](const Result<IntegrationId> &id) {
        m_tryPractice->setEnabled(true);
        if (!id) {
            m_practice->forget();
            MessageBox::show(this,
                             {.icon = QMessageBox::Warning,
                              .title = tr("Practice PSA"),
                              .text = tr("The practice PSA could not be connected."),
                              .detail = id.error().message});
            return;
        }
        // Nobody's data is at stake, so it starts with both directions on.
        SettingsChange change;
        change.settings.twoWay = true;
        whenDone(m_application.engine().applySettings(*id, change), this,
                 [this, id = *id](const Result<void> &applied) {
                     m_application.refreshIntegrations();
                     if (!applied) {
                         say(applied.error().message);
                         return;
                     }
                     whenDone(m_application.engine().sync(id, true), this,
                              [this](const Result<RunSummary> &summary) {
                                  say(summary ? tr("The practice PSA is connected and synced.")
                                              : summary.error().message);
                              });
                 });
    });
}

void MainWindow::askPerson()
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"personDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Your Name"));
    dialog->setLabelText(tr("The history of records shows who changed them. Your name:"));
    dialog->setTextValue(m_application.person());
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this](const QString &name) { m_application.setPerson(name); });
    dialog->open();
}

void MainWindow::chooseColours(ColourScheme scheme)
{
    applyColourScheme(scheme);
    m_application.settings().setValue(coloursKey, colourSchemeName(scheme));
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setObjectName(u"aboutBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Tandem"));
    box->setIconPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Tandem %1").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(
        tr("Keeps the documentation of an MSP's clients and its PSA in step, both ways.\n\n"
           "Free software under the GNU General Public License, version 3 or later.\n"
           "Data: %1\nQt %2")
            .arg(QDir::toNativeSeparators(m_application.profileFolder()), QString::fromLatin1(qVersion())));
    box->addButton(QMessageBox::Close);
    box->open();
}

void MainWindow::showIntegrations()
{
    const QList<IntegrationStatus> integrations = m_application.integrations();
    m_syncNow->setEnabled(!integrations.isEmpty());
    const IntegrationStatus *worst = worstOf(integrations);
    if (!worst) {
        m_integrationButton->setText(tr("No PSA connected"));
        m_integrationButton->setIcon(actionIcon(u"disconnect"_s));
        m_integrationButton->setToolTip(tr("Connect a PSA"));
        m_statusText->setText(m_said.isEmpty() ? tr("Ready") : m_said);
        return;
    }
    m_integrationButton->setText(tr("%1: %2", "integration: its state")
                                     .arg(worst->integration.name, integrationStateTitle(worst->state)));
    m_integrationButton->setIcon(integrationStateIcon(worst->state));
    QStringList lines;
    for (const IntegrationStatus &status : integrations) {
        const QString words = status.message.isEmpty() ? integrationStateTitle(status.state) : status.message;
        lines.append(
            tr("%1: %2", "integration: its state").arg(status.integration.name, words).toHtmlEscaped());
    }
    m_integrationButton->setToolTip(lines.join("<br>"_L1));

    QStringList parts;
    if (!m_said.isEmpty())
        parts.append(m_said);
    qint64 waiting = 0;
    QDateTime next;
    for (const IntegrationStatus &status : integrations) {
        if (!status.activity.isEmpty())
            parts.append(
                tr("%1: %2", "integration: what it does").arg(status.integration.name, status.activity));
        waiting += status.waiting;
        if (status.nextSyncAt.isValid() && (!next.isValid() || status.nextSyncAt < next))
            next = status.nextSyncAt;
    }
    if (waiting > 0)
        parts.append(tr("%Ln record(s) waiting to be pushed", nullptr, int(waiting)));
    if (next.isValid())
        parts.append(tr("next sync %1").arg(timeOf(next)));
    for (const IntegrationStatus &status : integrations) {
        if (status.calls.callLimit <= 0)
            continue;
        const QString calls = QLocale().toString(status.calls.callsInWindow);
        const QString limit = QLocale().toString(status.calls.callLimit);
        QString figures;
        if (status.calls.windowSeconds == 60)
            figures = tr("calls %1 of %2 this minute").arg(calls, limit);
        else if (status.calls.windowSeconds == 3600)
            figures = tr("calls %1 of %2 this hour").arg(calls, limit);
        else
            figures = tr("calls %1 of %2").arg(calls, limit);
        parts.append(integrations.size() > 1
                         ? tr("%1: %2", "integration: its calls").arg(status.integration.name, figures)
                         : figures);
    }
    m_statusText->setText(parts.isEmpty() ? tr("Ready") : parts.join(u" · "_s));
}

void MainWindow::showDrafts()
{
    const QList<Draft> drafts = m_drafts->all();
    QSet<RecordId> ids;
    m_draftsMenu->clear();
    for (const Draft &draft : drafts) {
        ids.insert(draft.id);
        const QString title =
            draft.title.isEmpty() ? newRecordText(draft.kind) : QString(draft.title).replace(u'&', "&&"_L1);
        QAction *action = m_draftsMenu->addAction(kindIcon(draft.kind), title);
        connect(action, &QAction::triggered, this, [this, id = draft.id] { openRecord(id); });
    }
    m_list->model()->setUnsaved(ids);
    m_draftsMenu->setEnabled(!drafts.isEmpty());
    m_draftsMenu->menuAction()->setEnabled(!drafts.isEmpty());
    m_draftsButton->setVisible(!drafts.isEmpty());
    m_draftsButton->setText(tr("● %Ln unsaved", nullptr, int(drafts.size())));
}

void MainWindow::updateActions()
{
    const RecordId id = m_pane->recordId();
    m_edit->setEnabled(id != 0);
    m_save->setEnabled(id != 0);
    m_revert->setEnabled(m_pane->hasChanges() || id < 0);
    m_copyCell->setEnabled(id != 0);
    m_copyRows->setEnabled(id != 0);
    const QString problem = m_pane->deleteProblem();
    m_delete->setEnabled(id > 0 && problem.isEmpty());
    m_delete->setToolTip(problem.isEmpty() ? tr("Delete this record from Tandem") : problem.toHtmlEscaped());
    const QString name = m_pane->view().record.displayName();
    setWindowTitle(name.isEmpty() ? tr("Tandem") : tr("%1 – Tandem", "title of the window").arg(name));
}

void MainWindow::say(const QString &sentence)
{
    m_said = sentence;
    m_saidTimer.start();
    showIntegrations();
}

void MainWindow::settleIfIdle()
{
    if (isSettled())
        Q_EMIT settled();
}

} // namespace tandem
