// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/linkactions.h"

#include "store/recordreader.h"
#include "ui/application.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/jobbar.h"
#include "ui/whendone.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebox.h"

#include <QAction>
#include <QDir>
#include <QPushButton>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

QPushButton *buttonOf(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setAutoDefault(false);
    const auto follow = [button, action] {
        button->setIcon(action->icon());
        button->setText(action->text());
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

LinkActions::LinkActions(Application &application, const Integration &integration, LinkSection section,
                         JobBar *bar, QWidget *window)
    : QObject(window)
    , m_application(application)
    , m_integration(integration)
    , m_section(section)
    , m_bar(bar)
    , m_window(window)
{
    const QString psa = platformTitle(integration.platform);
    switch (section) {
    case LinkSection::Synced:
        m_pause = add(u"pauseLinksAction"_s, u"pause"_s, tr("&Pause and keep links"),
                      tr("Stops the sync of the selected records. Their links to %1 are kept.").arg(psa));
        m_resume = add(u"resumeLinksAction"_s, u"play"_s, tr("&Resume"),
                       tr("Lets the paused ones of the selected records sync again."));
        break;
    case LinkSection::Orphaned:
        break;
    case LinkSection::Disconnected:
        m_reconnect = add(u"reconnectLinksAction"_s, u"connect"_s, tr("&Reconnect"),
                          tr("Lets the selected records sync with %1 again.").arg(psa));
        break;
    }
    if (section != LinkSection::Disconnected) {
        m_disconnect =
            add(u"disconnectLinksAction"_s, u"disconnect"_s, tr("Disconnect and &keep records…"),
                tr("Ends the sync of the selected records. They stay in Tandem and in %1.").arg(psa));
    }
    if (section != LinkSection::Synced) {
        m_delete = add(u"deleteLinksAction"_s, u"delete"_s, tr("&Delete for good…"),
                       tr("Deletes the selected records from Tandem, after a backup."));
        m_delete->setShortcut(QKeySequence::Delete);
        m_delete->setShortcutContext(Qt::WidgetShortcut);
        connect(m_delete, &QAction::triggered, this, &LinkActions::planDeletion);
    }
    if (m_pause)
        connect(m_pause, &QAction::triggered, this, [this] { start(LinkAction::Pause); });
    if (m_resume)
        connect(m_resume, &QAction::triggered, this, [this] { start(LinkAction::Resume); });
    if (m_reconnect)
        connect(m_reconnect, &QAction::triggered, this, [this] { start(LinkAction::Reconnect); });
    if (m_disconnect)
        connect(m_disconnect, &QAction::triggered, this, &LinkActions::disconnectAfterAsking);
    connect(m_bar, &JobBar::stopWanted, this, &LinkActions::stop);
    updateActions();
}

QAction *LinkActions::add(const QString &name, const QString &icon, const QString &text,
                          const QString &toolTip)
{
    auto *action = new QAction(actionIcon(icon), text, this);
    action->setObjectName(name);
    action->setToolTip(toolTip);
    m_actions += action;
    return action;
}

const QList<QAction *> &LinkActions::actions() const
{
    return m_actions;
}

void LinkActions::setTarget(const LinkTarget &target)
{
    m_target = target;
    updateActions();
}

bool LinkActions::isBusy() const
{
    return m_job || m_isPlanning;
}

void LinkActions::setBlocked(bool isBlocked)
{
    m_isBlocked = isBlocked;
    updateActions();
}

void LinkActions::stop()
{
    if (m_job)
        m_job->stop();
}

void LinkActions::updateActions()
{
    const bool isFree = !isBusy() && !m_isBlocked && m_target.count > 0;
    for (QAction *action : std::as_const(m_actions))
        action->setEnabled(isFree);
    if (m_pause)
        m_pause->setEnabled(isFree && m_target.paused < m_target.count);
    if (m_resume)
        m_resume->setEnabled(isFree && m_target.paused > 0);
}

void LinkActions::disconnectAfterAsking()
{
    const QString psa = platformTitle(m_integration.platform);
    QStringList detail{
        tr("They stay in Tandem and in %1, but changes no longer travel, and %1’s do not come in again "
           "until you choose Reconnect under Disconnected.")
            .arg(psa)};
    if (m_target.hasOrganizations)
        detail +=
            tr("The configurations, contacts and locations of these organizations are disconnected too.");
    if (m_target.waiting > 0)
        detail += tr("%Ln record(s) among them have edits that %1 has not got yet; these wait until then.",
                     nullptr, shownCount(m_target.waiting))
                      .arg(psa);
    MessageBox::show(
        m_window,
        {.icon = QMessageBox::Warning,
         .title = tr("Disconnect and keep records"),
         .text =
             tr("Disconnect %Ln record(s) from %1?", nullptr, shownCount(m_target.count)).arg(m_integration.name),
         .detail = detail.join(u"\n\n"_s),
         .acceptText = tr("Disconnect")},
        [this](bool accepted) {
            if (accepted)
                start(LinkAction::Disconnect);
        });
}

void LinkActions::start(LinkAction action)
{
    if (isBusy() || m_target.count == 0)
        return;
    const int count = shownCount(m_target.count);
    QString text;
    switch (action) {
    case LinkAction::Pause:
        text = tr("Pausing the sync of %Ln record(s)…", nullptr, count);
        break;
    case LinkAction::Resume:
        text = tr("Resuming the sync of %Ln record(s)…", nullptr, count);
        break;
    case LinkAction::Disconnect:
        text = tr("Disconnecting %Ln record(s)…", nullptr, count);
        break;
    case LinkAction::Reconnect:
        text = tr("Reconnecting %Ln record(s)…", nullptr, count);
        break;
    }
    runJob(text, [this, action](const LinkJob::Outcome &outcome) { showOutcome(action, outcome); });
    m_job->change(m_target.selections, action, m_target.count);
}

void LinkActions::runJob(const QString &text, std::function<void(const LinkJob::Outcome &)> show)
{
    m_job = new LinkJob(m_application, this);
    m_bar->showRunning(text);
    connect(m_job, &LinkJob::progressed, m_bar, &JobBar::setProgress);
    connect(m_job, &LinkJob::ended, this, [this, show = std::move(show)](const LinkJob::Outcome &outcome) {
        m_job->deleteLater();
        m_job = nullptr;
        show(outcome);
        updateActions();
        Q_EMIT busyChanged(false);
        Q_EMIT ended();
    });
    updateActions();
    Q_EMIT busyChanged(true);
}

void LinkActions::showOutcome(LinkAction action, const LinkJob::Outcome &outcome)
{
    if (outcome.error) {
        m_bar->showResult(MessageBar::Tone::Error,
                          tr("Not all records could be changed. %1").arg(errorText(*outcome.error)));
        return;
    }
    if (outcome.isStopped) {
        m_bar->showResult(MessageBar::Tone::Warning,
                          tr("Stopped. What was done until then stays done; the rest is as it was."));
        return;
    }
    const int count = shownCount(outcome.count);
    const QString psa = platformTitle(m_integration.platform);
    QString text;
    switch (action) {
    case LinkAction::Pause:
        text = tr("The sync of %Ln record(s) is paused. The links are kept, and edits wait.", nullptr, count);
        break;
    case LinkAction::Resume:
        text = tr("%Ln record(s) sync again.", nullptr, count);
        break;
    case LinkAction::Disconnect:
        text = tr("%Ln record(s) are disconnected. You find them under Disconnected.", nullptr, count);
        break;
    case LinkAction::Reconnect:
        text = tr("%Ln record(s) are reconnected. The next sync takes what changed in %1.", nullptr, count)
                   .arg(psa);
        break;
    }
    m_bar->showResult(MessageBar::Tone::Information, text);
}

void LinkActions::planDeletion()
{
    if (isBusy() || m_target.count == 0)
        return;
    m_isPlanning = true;
    updateActions();
    m_toDelete.clear();
    m_plan = {.platform = m_integration.platform,
              .waiting = m_target.waiting,
              .folder = QDir(m_application.profileFolder()).filePath(u"backups"_s)};
    collectIds(m_target.selections);
}

void LinkActions::collectIds(const QList<LinkSelection> &rest)
{
    if (rest.isEmpty()) {
        askDeletion();
        return;
    }
    const LinkSelection selection = rest.constFirst();
    whenDone(m_application.reader().linkedRecords(selection), this,
             [this, selection, rest = rest.mid(1)](const Result<QList<RecordId>> &ids) {
                 if (!ids) {
                     m_isPlanning = false;
                     updateActions();
                     m_bar->showResult(
                         MessageBar::Tone::Error,
                         tr("The records could not be counted. %1").arg(errorText(ids.error())));
                     return;
                 }
                 m_toDelete += *ids;
                 m_plan.total += ids->size();
                 if (selection.kind && !ids->isEmpty())
                     m_plan.counts[*selection.kind] += ids->size();
                 collectIds(rest);
             });
}

void LinkActions::askDeletion()
{
    m_isPlanning = false;
    updateActions();
    if (m_toDelete.isEmpty()) {
        m_bar->showResult(MessageBar::Tone::Information, tr("These records are not here any more."));
        Q_EMIT ended();
        return;
    }
    auto *dialog = new DeleteRecordsDialog(m_plan, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, &LinkActions::deleteRecords);
    dialog->open();
}

void LinkActions::deleteRecords()
{
    if (isBusy())
        return;
    const LinkSelection selection{
        .integrationId = m_integration.id, .section = m_section, .ids = std::exchange(m_toDelete, {})};
    runJob(tr("Writing the backup and deleting %Ln record(s)…", nullptr, shownCount(m_plan.total)),
           [this](const LinkJob::Outcome &outcome) { showDeletion(outcome); });
    m_job->remove(selection, m_plan.folder);
}

void LinkActions::showDeletion(const LinkJob::Outcome &outcome)
{
    if (outcome.error) {
        m_bar->showResult(MessageBar::Tone::Error, errorText(*outcome.error));
        return;
    }
    const QString folder = QDir::toNativeSeparators(m_plan.folder);
    if (outcome.isStopped) {
        m_bar->showResult(
            MessageBar::Tone::Warning,
            tr("Stopped. Records that were deleted until then are in the newest backup file in %1.")
                .arg(folder),
            QDir().exists(m_plan.folder) ? m_plan.folder : QString());
        return;
    }
    if (outcome.backupFile.isEmpty()) {
        m_bar->showResult(MessageBar::Tone::Information, tr("These records are not here any more."));
        return;
    }
    QString text = tr("%Ln record(s) are deleted. The backup is %1.", nullptr, shownCount(outcome.count))
                       .arg(QDir::toNativeSeparators(outcome.backupFile));
    if (outcome.kept > 0)
        text += u' '
            + tr("%Ln record(s) stayed, because they sync with another PSA or have just begun to sync.",
                 nullptr, shownCount(outcome.kept));
    m_bar->showResult(outcome.kept > 0 ? MessageBar::Tone::Warning : MessageBar::Tone::Information, text,
                      outcome.backupFile);
}

} // namespace tandem
