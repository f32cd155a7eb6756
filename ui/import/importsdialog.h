// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/importrun.h"

#include <QDialog>
#include <QList>

#include <functional>

class QPushButton;
class QTableWidget;

namespace tandem {

class Application;
class JobBar;

/** File > Imports…: every import with what it did, and its way back. Open it with `open()`. */
class ImportsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportsDialog)
public:
    explicit ImportsDialog(Application &application, QWidget *parent = nullptr);

private:
    void refresh();
    void showRuns(const QList<ImportRun> &runs);
    void updateButtons();
    void undoAfterAsking();

    Application &m_application;
    QTableWidget *m_table;
    JobBar *m_bar;
    QPushButton *m_undo;
    QList<ImportRun> m_runs;
};

/** Undoes an import and tells in the bar how it goes; `done` is called at the end, and not once the bar is
 * gone. */
void undoImport(Application &application, qint64 run, JobBar &bar, std::function<void(bool isDone)> done);

} // namespace tandem
