// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"

#include <QHash>

class QAction;
class QMainWindow;
class QMenu;
class QMenuBar;
class QString;
class QWidget;

namespace tandem {

/** "New Contact", with its key. */
[[nodiscard]] QString newRecordText(AssetKind kind);

/**
 * Every action of the main window: name, words, icon and key. What they do is connected by the window, to
 * which they and the menus belong.
 */
struct WindowActions {
    explicit WindowActions(QMainWindow *window);

    QHash<AssetKind, QAction *> newRecord;
    QAction *importCsv;
    QAction *imports;
    QAction *exportList;
    QAction *quit;
    QAction *copyCell;
    QAction *copyRows;
    QAction *find;
    QAction *clearSearch;
    QAction *edit;
    QAction *save;
    QAction *revert;
    QAction *previous;
    QAction *next;
    QAction *backToList;
    QAction *remove;
    QAction *showSidebar;
    QAction *showRecord;
    QAction *syncNow;
    QAction *integrations;
    QAction *newIntegration;
    QAction *tryPractice;
    QAction *conflicts;
    QAction *types;
    QAction *localApi;
    QAction *person;
    QAction *about;
    QAction *aboutQt;
    QMenu *newMenu; ///< also of the tool bar
    QMenu *importMenu; ///< likewise; each source has a line in it
    QMenu *draftsMenu; ///< filled by the window

    /** Fills the menu bar; `showActivity` belongs to the activity dock. */
    void addMenus(QMenuBar *bar, QAction *showActivity, QMenu *colours) const;
};

} // namespace tandem
