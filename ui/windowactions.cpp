// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowactions.h"

#include "ui/widgets/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::MainWindow)
};

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

QAction *make(QMainWindow *window, const QString &name, const QIcon &icon, const QString &text,
              const QKeySequence &shortcut = {})
{
    auto *action = new QAction(icon, text, window);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    return action;
}

QAction *makeSwitch(QMainWindow *window, const QString &name, const QString &text)
{
    QAction *action = make(window, name, {}, text);
    action->setCheckable(true);
    action->setChecked(true);
    return action;
}

QMenu *makeMenu(QMainWindow *window, const QString &name, const QIcon &icon, const QString &text)
{
    auto *menu = new QMenu(text, window);
    menu->setObjectName(name);
    menu->setIcon(icon);
    return menu;
}

} // namespace

QString newRecordText(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return Words::tr("New &Organization");
    case AssetKind::Location:
        return Words::tr("New &Location");
    case AssetKind::Contact:
        return Words::tr("New &Contact");
    case AssetKind::Configuration:
        return Words::tr("New Con&figuration");
    case AssetKind::Count:
        break;
    }
    return {};
}

WindowActions::WindowActions(QMainWindow *window)
    : importCsv(make(window, u"importCsvAction"_s, actionIcon(u"import"_s), Words::tr("&CSV File…")))
    , imports(make(window, u"importsAction"_s, actionIcon(u"history"_s), Words::tr("I&mports…")))
    , exportList(make(window, u"exportListAction"_s, actionIcon(u"export"_s), Words::tr("&Export List…")))
    , quit(make(window, u"quitAction"_s, QIcon::fromTheme(u"application-exit"_s), Words::tr("&Quit"),
                QKeySequence::Quit))
    , copyCell(make(window, u"copyCellAction"_s, QIcon::fromTheme(u"edit-copy"_s), Words::tr("&Copy Cell"),
                    QKeySequence::Copy))
    , copyRows(
          make(window, u"copyRowsAction"_s, {}, Words::tr("Copy &Rows"), Qt::CTRL | Qt::SHIFT | Qt::Key_C))
    , find(make(window, u"findAction"_s, actionIcon(u"search"_s), Words::tr("&Find…"), QKeySequence::Find))
    , clearSearch(make(window, u"clearSearchAction"_s, {}, Words::tr("C&lear Search")))
    , edit(make(window, u"editRecordAction"_s, actionIcon(u"edit"_s), Words::tr("&Edit"), Qt::Key_F2))
    , save(make(window, u"saveRecordAction"_s, actionIcon(u"save"_s), Words::tr("&Save"), QKeySequence::Save))
    , revert(make(window, u"revertRecordAction"_s, actionIcon(u"revert"_s), Words::tr("&Revert")))
    , previous(make(window, u"previousRecordAction"_s, QIcon::fromTheme(u"go-up"_s),
                    Words::tr("&Previous Record"), Qt::ALT | Qt::Key_Up))
    , next(make(window, u"nextRecordAction"_s, QIcon::fromTheme(u"go-down"_s), Words::tr("Ne&xt Record"),
                Qt::ALT | Qt::Key_Down))
    , backToList(make(window, u"backToListAction"_s, {}, Words::tr("&Back to List"), Qt::Key_Escape))
    , remove(make(window, u"deleteRecordAction"_s, actionIcon(u"delete"_s), Words::tr("&Delete…"),
                  QKeySequence::Delete))
    , showSidebar(makeSwitch(window, u"showSidebarAction"_s, Words::tr("&Sidebar")))
    , showRecord(makeSwitch(window, u"showRecordAction"_s, Words::tr("&Record")))
    , syncNow(make(window, u"syncNowAction"_s, actionIcon(u"sync"_s), Words::tr("&Sync Now"),
                   QKeySequence::Refresh))
    , integrations(
          make(window, u"integrationsAction"_s, actionIcon(u"connect"_s), Words::tr("&Integrations…")))
    , newIntegration(
          make(window, u"newIntegrationAction"_s, actionIcon(u"add"_s), Words::tr("&New Integration…")))
    , tryPractice(
          make(window, u"tryPracticeAction"_s, actionIcon(u"play"_s), Words::tr("&Try With a Practice PSA")))
    , conflicts(make(window, u"conflictsAction"_s, stateIcon(SyncState::Conflict), Words::tr("&Conflicts…")))
    , types(make(window, u"typesAction"_s, {}, Words::tr("Ty&pes and Statuses…")))
    , localApi(make(window, u"localApiAction"_s, {}, Words::tr("&Local API…")))
    , person(make(window, u"personAction"_s, {}, Words::tr("&Your Name…")))
    , about(make(window, u"aboutAction"_s, applicationIcon(), Words::tr("&About Tandem")))
    , aboutQt(make(window, u"aboutQtAction"_s, {}, Words::tr("About &Qt")))
    , newMenu(makeMenu(window, u"newMenu"_s, actionIcon(u"add"_s), Words::tr("&New")))
    , importMenu(makeMenu(window, u"importMenu"_s, actionIcon(u"import"_s), Words::tr("&Import")))
    , draftsMenu(makeMenu(window, u"unsavedMenu"_s, {}, Words::tr("&Unsaved Changes")))
{
    for (const AssetKind kind :
         {AssetKind::Configuration, AssetKind::Contact, AssetKind::Location, AssetKind::Organization}) {
        const QString name = kindName(kind);
        QAction *action = make(window, u"new"_s + name.at(0).toUpper() + name.mid(1) + u"Action"_s,
                               kindIcon(kind), newRecordText(kind), newRecordShortcut(kind));
        newRecord.insert(kind, action);
        newMenu->addAction(action);
    }
    importMenu->addAction(importCsv);
    importCsv->setToolTip(Words::tr("Import records from a CSV file; a file can also be dropped onto the window"));
    imports->setToolTip(Words::tr("Shows what was imported, and undoes it"));
    exportList->setToolTip(Words::tr("Write the list that is shown to a CSV file"));
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    aboutQt->setMenuRole(QAction::AboutQtRole);
    // Elsewhere Ctrl+C and Delete belong to the text that is selected.
    for (QAction *action : {copyCell, copyRows, remove})
        action->setShortcutContext(Qt::WidgetShortcut);
    backToList->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    syncNow->setToolTip(Words::tr("Sync with every connected PSA now (F5)"));
    newIntegration->setIconText(Words::tr("Connect a PSA…"));
    tryPractice->setIconText(Words::tr("Try With a Practice PSA"));
    localApi->setToolTip(Words::tr("Lets scripts written for IT Glue work with Tandem"));
    types->setToolTip(Words::tr("Shows which types and statuses sync with which PSA"));
    conflicts->setToolTip(Words::tr("Choose between values that were changed on both sides"));
}

void WindowActions::addMenus(QMenuBar *bar, QAction *showActivity, QMenu *colours) const
{
    const auto add = [bar](const QString &name, const QString &title) {
        QMenu *menu = bar->addMenu(title);
        menu->setObjectName(name);
        return menu;
    };
    QMenu *file = add(u"fileMenu"_s, Words::tr("&File"));
    file->addMenu(newMenu);
    file->addSeparator();
    file->addMenu(importMenu);
    file->addActions({imports, exportList});
    file->addSeparator();
    file->addAction(quit);

    QMenu *editing = add(u"editMenu"_s, Words::tr("&Edit"));
    editing->addActions({copyCell, copyRows});
    editing->addSeparator();
    editing->addActions({find, clearSearch});

    QMenu *record = add(u"recordMenu"_s, Words::tr("&Record"));
    record->setToolTipsVisible(true);
    record->addMenu(newMenu);
    record->addMenu(draftsMenu);
    record->addSeparator();
    record->addActions({edit, save, revert});
    record->addSeparator();
    record->addActions({previous, next, backToList});
    record->addSeparator();
    record->addAction(remove);

    QMenu *view = add(u"viewMenu"_s, Words::tr("&View"));
    view->addActions({showSidebar, showRecord, showActivity});
    view->addSeparator();
    view->addMenu(colours);

    QMenu *account = add(u"accountMenu"_s, Words::tr("&Account"));
    account->addActions({integrations, newIntegration, tryPractice});
    account->addSeparator();
    account->addActions({syncNow, conflicts, types});
    account->addSeparator();
    account->addActions({localApi, person});

    QMenu *help = add(u"helpMenu"_s, Words::tr("&Help"));
    help->addActions({about, aboutQt});
}

} // namespace tandem
