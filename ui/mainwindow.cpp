// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/aboutbox.h"
#include "ui/activitydock.h"
#include "ui/api/localapi.h"
#include "ui/api/localapidialog.h"
#include "ui/application.h"
#include "ui/emptylist.h"
#include "ui/integrationbutton.h"
#include "ui/import/importsdialog.h"
#include "ui/import/importwizard.h"
#include "ui/import/listexport.h"
#include "ui/integrations/integrationsdialog.h"
#include "ui/integrations/newintegrationwizard.h"
#include "ui/integrations/syncsettingsdialog.h"
#include "ui/integrations/typesdialog.h"
#include "ui/practicetrial.h"
#include "ui/records/conflictdialog.h"
#include "ui/records/draftstore.h"
#include "ui/records/recordpane.h"
#include "ui/sidebar.h"
#include "ui/statustext.h"
#include "ui/whendone.h"
#include "ui/widgets/coloursmenu.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebox.h"
#include "ui/widgets/searchedit.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QInputDialog>
#include <QDropEvent>
#include <QMenuBar>
#include <QSplitter>
#include <QStatusBar>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView geometryKey{"window/geometry"};
constexpr QLatin1StringView stateKey{"window/state"};
constexpr QLatin1StringView splitterKey{"window/splitter"};
constexpr QLatin1StringView placeKey{"window/place"};
constexpr QLatin1StringView recordKey{"window/record"};
constexpr QLatin1StringView coloursKey{"window/colours"};
/** Raised when docks or tool bars change, so that an older layout is not applied to them. */
constexpr int layoutVersion = 1;

} // namespace

MainWindow::MainWindow(Application &application, QWidget *parent)
    : QMainWindow(parent)
    , m_application(application)
    , m_actions(this)
    , m_drafts(new DraftStore(QDir(application.profileFolder()).filePath(u"unsaved.json"_s), this))
    , m_trial(new PracticeTrial(application, this))
    , m_sidebar(new Sidebar(application, this))
    , m_list(new RecordList(application, this))
    , m_pane(new RecordPane(application, *m_drafts, this))
    , m_splitter(new QSplitter(this))
    , m_activity(new ActivityDock(application.engine(), this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Tandem"));
    setWindowIcon(applicationIcon());
    setUnifiedTitleAndToolBarOnMac(true);
    setAcceptDrops(true);
    layOut();
    makeToolBar();
    makeStatusBar();
    auto *colours = new ColoursMenu(this);
    connect(colours, &ColoursMenu::chosen, this, [this](ColourScheme scheme) {
        m_application.settings().setValue(coloursKey, colourSchemeName(scheme));
    });
    m_actions.addMenus(menuBar(), m_activity->toggleViewAction(), colours);
    connectActions();
    connectParts();
    restoreWindow();
    showDrafts();
    updateActions();
    showFirst();
    m_trial->resume();
    m_application.localApi().resume();
}

MainWindow::~MainWindow()
{
    // Parts that go one after the other must not reach those that are gone.
    for (QObject *part :
         std::initializer_list<QObject *>{m_list, m_pane, m_drafts, m_trial, m_sidebar, m_activity})
        part->disconnect(this);
}

void MainWindow::layOut()
{
    m_splitter->setObjectName(u"mainSplitter"_s);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setChildrenCollapsible(false);
    m_list->setMinimumWidth(280);
    m_pane->setMinimumWidth(340);
    setCentralWidget(m_splitter);
    addDockWidget(Qt::BottomDockWidgetArea, m_activity);
    m_activity->hide();
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
    add->setMenu(m_actions.newMenu);
    add->setToolTip(tr("Make a new record"));
    m_toolBar->addWidget(add);
    auto *import = new QToolButton(m_toolBar);
    import->setObjectName(u"importButton"_s);
    import->setText(tr("Import"));
    import->setIcon(actionIcon(u"import"_s));
    import->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    import->setPopupMode(QToolButton::InstantPopup);
    import->setMenu(m_actions.importMenu);
    import->setToolTip(tr("Bring in records from elsewhere"));
    m_toolBar->addWidget(import);
    m_toolBar->addSeparator();
    m_toolBar->addAction(m_actions.syncNow);
    m_toolBar->widgetForAction(m_actions.syncNow)->setObjectName(u"syncNowToolButton"_s);
    m_toolBar->addSeparator();

    m_search = new SearchEdit(m_toolBar);
    m_search->setObjectName(u"searchEdit"_s);
    m_search->setAccessibleName(tr("Search all records"));
    m_search->setPlaceholderText(
        tr("Search all records…  (%1)")
            .arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_search->setMaximumWidth(460);
    m_toolBar->addWidget(m_search);

    auto *spacer = new QWidget(m_toolBar);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(spacer);
    auto *integration = new IntegrationButton(m_application, m_toolBar);
    connect(integration, &QToolButton::clicked, this, &MainWindow::openIntegrations);
    m_toolBar->addWidget(integration);
}

void MainWindow::makeStatusBar()
{
    m_statusText = new StatusText(m_application, this);
    statusBar()->addWidget(m_statusText, 1);
    m_draftsButton = new QToolButton(this);
    m_draftsButton->setObjectName(u"unsavedButton"_s);
    m_draftsButton->setAutoRaise(true);
    m_draftsButton->setPopupMode(QToolButton::InstantPopup);
    m_draftsButton->setMenu(m_actions.draftsMenu);
    m_draftsButton->setToolTip(tr("Records with changes that are not saved yet"));
    statusBar()->addPermanentWidget(m_draftsButton);
    auto *activity = new QToolButton(this);
    activity->setObjectName(u"activityButton"_s);
    activity->setAutoRaise(true);
    activity->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    activity->setDefaultAction(m_activity->toggleViewAction());
    statusBar()->addPermanentWidget(activity);
}

void MainWindow::connectActions()
{
    for (auto it = m_actions.newRecord.constBegin(); it != m_actions.newRecord.constEnd(); ++it)
        connect(it.value(), &QAction::triggered, this, [this, kind = it.key()] { newRecord(kind); });
    connect(m_actions.importCsv, &QAction::triggered, this, [this] { openImport(); });
    connect(m_actions.imports, &QAction::triggered, this, &MainWindow::openImports);
    connect(m_actions.exportList, &QAction::triggered, this, &MainWindow::exportCurrentList);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);

    m_list->view()->addActions({m_actions.copyCell, m_actions.copyRows, m_actions.remove});
    connect(m_actions.copyCell, &QAction::triggered, m_list, &RecordList::copyCell);
    connect(m_actions.copyRows, &QAction::triggered, m_list, &RecordList::copyRows);
    connect(m_actions.find, &QAction::triggered, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_actions.clearSearch, &QAction::triggered, this, [this] {
        m_search->clear();
        m_search->flush();
    });

    connect(m_actions.edit, &QAction::triggered, this, [this] { m_pane->focusField(u"-"_s); });
    connect(m_actions.save, &QAction::triggered, m_pane, &RecordPane::save);
    connect(m_actions.revert, &QAction::triggered, m_pane, &RecordPane::revert);
    connect(m_actions.previous, &QAction::triggered, this, [this] { stepRecord(-1); });
    connect(m_actions.next, &QAction::triggered, this, [this] { stepRecord(1); });
    m_pane->addAction(m_actions.backToList);
    connect(m_actions.backToList, &QAction::triggered, m_list->view(), qOverload<>(&QWidget::setFocus));
    connect(m_actions.remove, &QAction::triggered, m_pane, &RecordPane::remove);

    connect(m_actions.showSidebar, &QAction::toggled, m_sidebar, &QWidget::setVisible);
    connect(m_actions.showRecord, &QAction::toggled, m_pane, &QWidget::setVisible);
    connect(m_actions.syncNow, &QAction::triggered, this, &MainWindow::syncNow);
    connect(m_actions.integrations, &QAction::triggered, this, &MainWindow::openIntegrations);
    connect(m_actions.newIntegration, &QAction::triggered, this, &MainWindow::openNewIntegration);
    connect(m_actions.tryPractice, &QAction::triggered, m_trial, &PracticeTrial::start);
    connect(m_actions.conflicts, &QAction::triggered, this, [this] { openConflicts(0, 0); });
    connect(m_actions.types, &QAction::triggered, this, &MainWindow::openTypes);
    connect(m_actions.localApi, &QAction::triggered, this, &MainWindow::openLocalApi);
    connect(m_actions.person, &QAction::triggered, this, &MainWindow::askPerson);
    connect(m_actions.about, &QAction::triggered, this,
            [this] { openAboutBox(m_application.profileFolder(), this); });
    connect(m_actions.aboutQt, &QAction::triggered, qApp, &QApplication::aboutQt);
}

void MainWindow::connectParts()
{
    connect(m_search, &SearchEdit::searched, m_list, &RecordList::setSearch);
    connect(m_search, &SearchEdit::searched, this, &MainWindow::settleIfIdle);
    connect(m_search, &QLineEdit::returnPressed, m_list->view(), qOverload<>(&QWidget::setFocus));

    connect(m_sidebar, &Sidebar::chosen, this, &MainWindow::takeEntry);
    connect(m_sidebar, &Sidebar::counted, this,
            [this](const RecordCounts &counts) { m_statusText->setWaiting(counts.waiting); });
    connect(m_sidebar, &Sidebar::failed, this, &MainWindow::say);
    connect(m_sidebar, &Sidebar::settled, this, &MainWindow::settleIfIdle);

    m_list->setEmptiness([this](const RecordQuery &query) {
        return emptyList(query, !m_application.integrations().isEmpty(), m_actions);
    });
    m_list->view()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list->view(), &QWidget::customContextMenuRequested, this, &MainWindow::openListMenu);
    connect(m_list, &RecordList::currentChanged, this, [this](RecordId id) { m_pane->showRecord(id); });
    connect(m_list, &RecordList::editWanted, m_actions.edit, &QAction::trigger);
    connect(m_list, &RecordList::conflictsWanted, this, [this] { openConflicts(0, 0); });

    connect(m_pane, &RecordPane::settled, this, &MainWindow::settleIfIdle);
    connect(m_pane, &RecordPane::stateChanged, this, &MainWindow::updateActions);
    connect(m_pane, &RecordPane::recordWanted, this, [this](RecordId id) { openRecord(id); });
    connect(m_pane, &RecordPane::settingsWanted, this, &MainWindow::openSettings);
    connect(m_pane, &RecordPane::conflictsWanted, this, &MainWindow::openConflicts);
    connect(m_pane, &RecordPane::said, this, &MainWindow::say);
    connect(m_pane, &RecordPane::saved, this, [this](RecordId draftId, RecordId id) {
        if (draftId < 0)
            m_list->select(id);
    });
    connect(m_drafts, &DraftStore::changed, this, &MainWindow::showDrafts);
    connect(m_activity, &ActivityDock::recordWanted, this, [this](RecordId id) { openRecord(id); });

    connect(m_trial, &PracticeTrial::busyChanged, m_actions.tryPractice, &QAction::setDisabled);
    connect(m_trial, &PracticeTrial::said, this, &MainWindow::say);
    connect(m_trial, &PracticeTrial::syncWanted, this, &MainWindow::syncNow);
    connect(m_trial, &PracticeTrial::failed, this, [this](const QString &sentence, const QString &detail) {
        MessageBox::show(
            this,
            {.icon = QMessageBox::Warning, .title = tr("Practice PSA"), .text = sentence, .detail = detail});
    });

    const SyncEngine &engine = m_application.engine();
    connect(&engine, &SyncEngine::recordsChanged, m_list->model(), &RecordTableModel::takeChanges);
    connect(&engine, &SyncEngine::recordsChanged, m_pane, &RecordPane::takeChanges);
    connect(&engine, &SyncEngine::recordsChanged, m_sidebar, &Sidebar::askSoon);
    connect(&engine, &SyncEngine::recordSetChanged, m_list->model(), &RecordTableModel::takeSetChange);
    connect(&engine, &SyncEngine::recordSetChanged, m_sidebar, &Sidebar::askSoon);
    connect(&m_application, &Application::integrationsChanged, this, &MainWindow::updateActions);
}

/** Goes where the person was last time. The list comes first, and the counts once its rows are there. */
void MainWindow::showFirst()
{
    connect(m_list, &RecordList::settled, m_sidebar, &Sidebar::ask, Qt::SingleShotConnection);
    connect(m_list, &RecordList::settled, this, &MainWindow::settleIfIdle);
    const QSettings &settings = m_application.settings();
    goTo(settings.value(placeKey, u"all"_s).toString());
    if (!m_sidebar->isThere())
        m_sidebar->ask();
    if (const RecordId id = settings.value(recordKey).toLongLong(); id > 0) {
        m_list->select(id);
        m_pane->showRecord(id);
    }
}

void MainWindow::restoreWindow()
{
    const QSettings &settings = m_application.settings();
    if (!restoreGeometry(settings.value(geometryKey).toByteArray()))
        resize(1280, 800);
    restoreState(settings.value(stateKey).toByteArray(), layoutVersion);
    if (!m_splitter->restoreState(settings.value(splitterKey).toByteArray()))
        m_splitter->setSizes({210, 610, 460});
    m_activity->restoreColumns(settings);
}

void MainWindow::saveWindow()
{
    QSettings &settings = m_application.settings();
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(stateKey, saveState(layoutVersion));
    settings.setValue(splitterKey, m_splitter->saveState());
    settings.setValue(placeKey, m_sidebar->currentIndex().data(SidebarModel::KeyRole));
    settings.setValue(recordKey, m_pane->recordId());
    m_activity->saveColumns(settings);
    m_sidebar->save(settings);
    m_list->saveLayout();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveWindow();
    QMainWindow::closeEvent(event);
}

bool MainWindow::isSettled() const
{
    return m_sidebar->isThere() && !m_sidebar->isBusy() && !m_search->isWaiting()
        && !m_list->model()->isBusy() && !m_pane->isBusy();
}

void MainWindow::settleIfIdle()
{
    if (isSettled())
        Q_EMIT settled();
}

RecordPane *MainWindow::recordPane() const
{
    return m_pane;
}

RecordList *MainWindow::recordList() const
{
    return m_list;
}

void MainWindow::goTo(const QString &sidebarKey)
{
    m_sidebar->goTo(sidebarKey);
}

void MainWindow::takeEntry(const SidebarEntry &entry)
{
    m_search->reset();
    m_list->showEntry(entry);
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
    connect(dialog, &IntegrationsDialog::recordActivated, this, [this](RecordId id) { openRecord(id); });
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

void MainWindow::openConflicts(RecordId record, IntegrationId integration)
{
    auto *dialog = new ConflictDialog(m_application, record, integration, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConflictDialog::recordWanted, this, [this](RecordId id) { openRecord(id); });
    connect(dialog, &ConflictDialog::said, this, &MainWindow::say);
    dialog->open();
}

void MainWindow::openImport(const QString &path)
{
    auto *wizard = new ImportWizard(m_application, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    if (!path.isEmpty())
        wizard->setFile(path);
    wizard->open();
}

void MainWindow::openImports()
{
    auto *dialog = new ImportsDialog(m_application, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::exportCurrentList()
{
    exportList(m_application, m_list->model()->query(), m_list->entry().title(), this,
               [this](const QString &sentence) { say(sentence); });
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedCsvFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = droppedCsvFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    openImport(path);
}

void MainWindow::openTypes()
{
    auto *dialog = new TypesDialog(m_application, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openLocalApi()
{
    auto *dialog = new LocalApiDialog(m_application, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openListMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions({m_actions.edit, m_actions.copyCell, m_actions.copyRows});
    menu->addSeparator();
    menu->addAction(m_actions.remove);
    menu->popup(m_list->view()->viewport()->mapToGlobal(position));
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

void MainWindow::showDrafts()
{
    const QList<Draft> drafts = m_drafts->all();
    QSet<RecordId> ids;
    m_actions.draftsMenu->clear();
    for (const Draft &draft : drafts) {
        ids.insert(draft.id);
        const QString title =
            draft.title.isEmpty() ? newRecordText(draft.kind) : QString(draft.title).replace(u'&', "&&"_L1);
        QAction *action = m_actions.draftsMenu->addAction(kindIcon(draft.kind), title);
        connect(action, &QAction::triggered, this, [this, id = draft.id] { openRecord(id); });
    }
    m_list->model()->setUnsaved(ids);
    m_actions.draftsMenu->setEnabled(!drafts.isEmpty());
    m_actions.draftsMenu->menuAction()->setEnabled(!drafts.isEmpty());
    m_draftsButton->setVisible(!drafts.isEmpty());
    m_draftsButton->setText(tr("● %Ln unsaved", nullptr, int(drafts.size())));
}

void MainWindow::updateActions()
{
    const RecordId id = m_pane->recordId();
    const bool hasIntegration = !m_application.integrations().isEmpty();
    m_actions.syncNow->setEnabled(hasIntegration);
    m_actions.conflicts->setEnabled(hasIntegration);
    m_actions.edit->setEnabled(id != 0);
    m_actions.save->setEnabled(id != 0);
    m_actions.revert->setEnabled(m_pane->hasChanges() || id < 0);
    m_actions.copyCell->setEnabled(id != 0);
    m_actions.copyRows->setEnabled(id != 0);
    const QString problem = m_pane->deleteProblem();
    m_actions.remove->setEnabled(id > 0 && problem.isEmpty());
    m_actions.remove->setToolTip(problem.isEmpty() ? tr("Delete this record from Tandem")
                                                   : problem.toHtmlEscaped());
    const QString name = m_pane->view().record.displayName();
    setWindowTitle(name.isEmpty() ? tr("Tandem") : tr("%1 – Tandem", "title of the window").arg(name));
}

void MainWindow::say(const QString &sentence)
{
    m_statusText->say(sentence);
}

} // namespace tandem
