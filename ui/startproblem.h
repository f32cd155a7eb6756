// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/salvage.h"

#include <QObject>

class QMessageBox;

namespace tandem {

class Application;

/**
 * What a person sees when the database cannot be opened: why, and the way out. A full disk or a file that may
 * not be written can be tried again; a damaged file can be repaired, and the report says what was kept and
 * what was lost. Nothing here ever blocks the event loop.
 */
class StartProblem final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartProblem)
public:
    explicit StartProblem(Application &application, QObject *parent = nullptr);

    /** For `Application::startFailed`; ends in another start of the application, or in `quitWanted`. */
    void show(const Error &error);

Q_SIGNALS:
    void quitWanted();

private:
    void offer(const Error &error, bool canRepair);
    void repair();
    void showReport(const SalvageReport &report);
    [[nodiscard]] QMessageBox *makeBox(const QString &text, const QString &detail);
    void addQuit(QMessageBox *box);
    void addTryAgain(QMessageBox *box);

    Application &m_application;
};

} // namespace tandem
