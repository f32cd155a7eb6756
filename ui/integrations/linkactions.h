// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/integration.h"
#include "ui/integrations/deleterecordsdialog.h"
#include "ui/integrations/linkjob.h"

#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QPushButton;

namespace tandem {

class Application;
class JobBar;

/** A button that does what the action does, and looks like it. */
[[nodiscard]] QPushButton *buttonOf(QAction *action, QWidget *parent);

/** What is selected in a section of Manage Data, with its figures. */
struct LinkTarget {
    QList<LinkSelection> selections;
    qint64 count = 0;
    qint64 paused = 0; ///< of them
    qint64 waiting = 0; ///< of them
    bool hasOrganizations = false;
};

/**
 * What can be done with records of a section of Manage Data (rule G1): the actions for menus and buttons, the
 * questions before, the work with its progress in a JobBar, and the sentence after. One thing at a time.
 */
class LinkActions final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkActions)
public:
    /** `window` owns this and is the parent of the questions. */
    LinkActions(Application &application, const Integration &integration, LinkSection section, JobBar *bar,
                QWidget *window);

    /** Those of the section, in their order. */
    [[nodiscard]] const QList<QAction *> &actions() const;
    void setTarget(const LinkTarget &target);
    [[nodiscard]] bool isBusy() const;
    /** While another does something in the same window. */
    void setBlocked(bool isBlocked);
    void stop();

Q_SIGNALS:
    void busyChanged(bool isBusy);
    /** Something was done, so that lists are to be read again. */
    void ended();

private:
    QAction *add(const QString &name, const QString &icon, const QString &text, const QString &toolTip);
    void updateActions();
    void disconnectAfterAsking();
    void start(LinkAction action);
    void planDeletion();
    void collectIds(const QList<LinkSelection> &rest);
    void askDeletion();
    void deleteRecords();
    void runJob(const QString &text, std::function<void(const LinkJob::Outcome &)> show);
    void showOutcome(LinkAction action, const LinkJob::Outcome &outcome);
    void showDeletion(const LinkJob::Outcome &outcome);

    Application &m_application;
    Integration m_integration;
    LinkSection m_section;
    JobBar *m_bar;
    QWidget *m_window;
    QList<QAction *> m_actions;
    QAction *m_pause = nullptr;
    QAction *m_resume = nullptr;
    QAction *m_disconnect = nullptr;
    QAction *m_reconnect = nullptr;
    QAction *m_delete = nullptr;
    LinkTarget m_target;
    LinkJob *m_job = nullptr; ///< what runs
    QList<RecordId> m_toDelete;
    DeletionPlan m_plan;
    bool m_isPlanning = false;
    bool m_isBlocked = false;
};

} // namespace tandem
