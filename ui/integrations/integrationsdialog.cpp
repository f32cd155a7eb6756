// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/integrationsdialog.h"

#include "ui/application.h"
#include "ui/directory/directorywords.h"
#include "ui/directory/editdirectorydialog.h"
#include "ui/integrations/callsdialog.h"
#include "ui/integrations/editconnectiondialog.h"
#include "ui/integrations/fieldmappingdialog.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/logdialog.h"
#include "ui/integrations/managedatadialog.h"
#include "ui/integrations/newintegrationwizard.h"
#include "ui/integrations/syncsettingsdialog.h"
#include "ui/integrations/typesdialog.h"
#include "ui/push/pushallwizard.h"
#include "ui/whendone.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/messagebox.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Opens a dialog of ours that lives until it is closed. */
void openOnce(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

IntegrationsDialog::IntegrationsDialog(Application &application, QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_new(new QAction(actionIcon(u"add"_s), tr("&New Integration…"), this))
    , m_newButton(new QPushButton(this))
    , m_message(new MessageBar(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState)
    , m_list(new QWidget)
    , m_rowLayout(new QVBoxLayout(m_list))
{
    setObjectName(u"integrationsDialog"_s);
    setWindowTitle(tr("Integrations"));

    m_new->setObjectName(u"newIntegrationAction"_s);
    m_new->setShortcut(QKeySequence::New);
    addAction(m_new);
    m_newButton->setIcon(m_new->icon());
    m_newButton->setText(m_new->text());
    m_newButton->setObjectName(u"newIntegrationButton"_s);
    m_newButton->setAutoDefault(false);
    auto *intro = new QLabel(tr("The PSAs that Tandem holds in step with your documentation, and the directories it reads."), this);
    intro->setWordWrap(true);
    m_message->setObjectName(u"integrationsMessage"_s);

    m_rowLayout->setContentsMargins(0, 0, 0, 0);
    m_rowLayout->setSpacing(8);
    m_rowLayout->addStretch(1);
    m_list->setObjectName(u"integrationRows"_s);
    m_list->setAccessibleName(tr("Integrations"));
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"integrationsScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_list);
    m_empty->setObjectName(u"integrationsEmpty"_s);
    m_empty->show(actionIcon(u"connect"_s), tr("No PSA is connected yet"),
                  tr("Connect your PSA, and its organizations, configurations, contacts and locations come "
                     "in. Nothing is "
                     "written to it until you enable two-way sync."),
                  {m_new});
    m_pages->setObjectName(u"integrationsPages"_s);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(scroll);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setObjectName(u"buttonBox"_s);
    m_close = buttons->button(QDialogButtonBox::Close);
    m_close->setObjectName(u"closeButton"_s);
    m_close->setAutoDefault(false);

    auto *types = new QPushButton(tr("&Types and Statuses…"), this);
    types->setObjectName(u"typesButton"_s);
    types->setToolTip(tr("Shows which types and statuses sync with which PSA"));
    types->setAutoDefault(false);

    auto *head = new QHBoxLayout;
    head->addWidget(intro, 1);
    head->addWidget(m_newButton);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_message);
    auto *foot = new QHBoxLayout;
    foot->addWidget(types);
    foot->addWidget(buttons, 1);
    column->addWidget(m_pages, 1);
    column->addLayout(foot);

    connect(m_new, &QAction::triggered, this, &IntegrationsDialog::newIntegration);
    connect(m_newButton, &QPushButton::clicked, this, &IntegrationsDialog::newIntegration);
    connect(types, &QPushButton::clicked, this, &IntegrationsDialog::openTypes);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_application, &Application::integrationsChanged, this, &IntegrationsDialog::showIntegrations);
    connect(&m_application, &Application::directoriesChanged, this, &IntegrationsDialog::showDirectories);
    connect(&m_application.engine(), &SyncEngine::pushAllChanged, this, &IntegrationsDialog::takePushAll);

    resize(816, 480);
    restoreGeometry(m_application.settings().value("integrationsDialog/geometry"_L1).toByteArray());
    showIntegrations();
    showDirectories();
}

IntegrationsDialog::~IntegrationsDialog()
{
    m_application.settings().setValue("integrationsDialog/geometry"_L1, saveGeometry());
}

void IntegrationsDialog::showIntegrations()
{
    const QList<IntegrationStatus> integrations = m_application.integrations();
    QHash<IntegrationId, IntegrationRow *> gone = m_rows;
    int place = 0;
    QWidget *before = m_newButton;
    for (const IntegrationStatus &status : integrations) {
        const IntegrationId id = status.integration.id;
        gone.remove(id);
        IntegrationRow *&row = m_rows[id];
        if (!row) {
            row = new IntegrationRow(m_list);
            whenDone(m_application.engine().pushAllStatus(id), row, [this](const Result<PushAllStatus> &pushAll) {
                if (pushAll)
                    takePushAll(*pushAll);
            });
            connect(row, &IntegrationRow::chosen, this,
                    [this, row](IntegrationRow::Action action) { carryOut(action, row->status()); });
        }
        if (m_rowLayout->indexOf(row) != place)
            m_rowLayout->insertWidget(place, row);
        row->setStatus(status);
        for (QWidget *next :
             {static_cast<QWidget *>(row), row->stopButton(), row->actionsButton(), row->decisionsLink()}) {
            QWidget::setTabOrder(before, next);
            before = next;
        }
        ++place;
    }
    for (auto it = gone.begin(); it != gone.end(); ++it) {
        m_rows.remove(it.key());
        it.value()->deleteLater();
        it.value()->hide();
    }
    QWidget::setTabOrder(before, m_close);
    showPage();
}

void IntegrationsDialog::showPage()
{
    m_pages->setCurrentIndex(m_rows.isEmpty() && m_directoryRows.isEmpty() ? 0 : 1);
}

void IntegrationsDialog::showDirectories()
{
    QHash<DirectoryId, DirectoryRow *> gone = m_directoryRows;
    for (const DirectoryStatus &status : m_application.directoryStatuses()) {
        const DirectoryId id = status.directory.id;
        gone.remove(id);
        DirectoryRow *&row = m_directoryRows[id];
        if (!row) {
            row = new DirectoryRow(m_list);
            connect(row, &DirectoryRow::chosen, this,
                    [this, row](DirectoryRow::Action action) { carryOutInDirectory(action, row->status()); });
            // Below the PSAs, above the stretch.
            m_rowLayout->insertWidget(m_rowLayout->count() - 1, row);
        }
        row->setStatus(status);
    }
    for (auto it = gone.begin(); it != gone.end(); ++it) {
        m_directoryRows.remove(it.key());
        it.value()->hide();
        it.value()->deleteLater();
    }
    showPage();
}

void IntegrationsDialog::carryOutInDirectory(DirectoryRow::Action action, const DirectoryStatus &status)
{
    const Directory &directory = status.directory;
    m_message->hide();
    switch (action) {
    case DirectoryRow::Action::SyncNow:
        syncDirectory(directory);
        break;
    case DirectoryRow::Action::TogglePause:
        whenDone(m_application.engine().setDirectoryPaused(directory.id, !directory.isPaused), this,
                 [this, name = directory.name](const Result<void> &done) {
                     if (!done)
                         showFailure(tr("%1 could not be changed.").arg(name), done.error());
                     m_application.refreshDirectories();
                 });
        break;
    case DirectoryRow::Action::Logs: {
        // Its imports are no PSA's, so they stand in the log of everything.
        Integration all;
        all.name = tr("All");
        openLogs(all);
        break;
    }
    case DirectoryRow::Action::Edit:
        openOnce(new EditDirectoryDialog(m_application, status, this));
        break;
    case DirectoryRow::Action::Remove:
        removeDirectoryAfterAsking(status);
        break;
    }
}

void IntegrationsDialog::syncDirectory(const Directory &directory)
{
    whenDone(m_application.directories().sync(directory.id, DirectoryMode::Full, m_application.person()), this,
             [this, name = directory.name](const Result<DirectorySummary> &summary) {
                 if (!summary) {
                     if (summary.error().code != ErrorCode::Cancelled)
                         showFailure(tr("The sync of %1 did not run to its end.").arg(name), summary.error());
                     return;
                 }
                 m_message->showText(MessageBar::Tone::Information,
                                     tr("%1: %2", "name of a directory, and what its sync did")
                                         .arg(name, directorySummaryText(*summary)));
             });
}

void IntegrationsDialog::removeDirectoryAfterAsking(const DirectoryStatus &status)
{
    MessageBox::show(this,
                     {.icon = QMessageBox::Warning,
                      .title = tr("Remove"),
                      .text = tr("Remove %1?").arg(status.directory.name),
                      .detail = tr("Its contacts stay, but no longer show what the directory says of them, and the "
                                   "password is removed from this computer."),
                      .acceptText = tr("Remove")},
                     [this, id = status.directory.id, name = status.directory.name](bool accepted) {
                         if (!accepted)
                             return;
                         whenDone(m_application.engine().removeDirectory(id), this,
                                  [this, name](const Result<void> &done) {
                                      if (!done)
                                          showFailure(tr("%1 could not be removed.").arg(name), done.error());
                                      m_application.refreshDirectories();
                                  });
                     });
}

void IntegrationsDialog::newIntegration()
{
    openOnce(new NewIntegrationWizard(m_application, this));
}

void IntegrationsDialog::carryOut(IntegrationRow::Action action, const IntegrationStatus &status)
{
    const Integration &integration = status.integration;
    m_message->hide();
    switch (action) {
    case IntegrationRow::Action::SyncSettings:
        openOnce(new SyncSettingsDialog(m_application, integration, this));
        break;
    case IntegrationRow::Action::ManageData:
        manageData(integration);
        break;
    case IntegrationRow::Action::Decisions:
        manageDecisions(integration);
        break;
    case IntegrationRow::Action::Logs:
        openLogs(integration);
        break;
    case IntegrationRow::Action::Calls:
        openOnce(new CallsDialog(m_application, integration, this));
        break;
    case IntegrationRow::Action::StartSync:
        startSync(integration);
        break;
    case IntegrationRow::Action::StopSync:
        stopSync(integration);
        break;
    case IntegrationRow::Action::TogglePause:
        setPaused(integration, !integration.isPaused);
        break;
    case IntegrationRow::Action::PushAll:
        openPushAll(integration);
        break;
    case IntegrationRow::Action::FieldMapping:
        openOnce(new FieldMappingDialog(m_application, integration, this));
        break;
    case IntegrationRow::Action::EditConnection:
        openOnce(new EditConnectionDialog(m_application, integration, this));
        break;
    case IntegrationRow::Action::Disconnect:
        disconnectAfterAsking(status);
        break;
    case IntegrationRow::Action::Count:
        break;
    }
}

ManageDataDialog *IntegrationsDialog::openManageData(const Integration &integration)
{
    auto *dialog = new ManageDataDialog(m_application, integration, this);
    connect(dialog, &ManageDataDialog::recordActivated, this,
            [this, dialog](RecordId id) { goToRecord(dialog, id); });
    openOnce(dialog);
    return dialog;
}

void IntegrationsDialog::manageData(const Integration &integration)
{
    openManageData(integration)->showSection(LinkSection::Synced);
}

void IntegrationsDialog::manageDecisions(const Integration &integration, qint64 decision)
{
    openManageData(integration)->showDecisions(decision);
}

void IntegrationsDialog::openLogs(const Integration &integration)
{
    auto *log = new LogDialog(m_application, integration, this);
    connect(log, &LogDialog::recordActivated, this, [this, log](RecordId id) { goToRecord(log, id); });
    openOnce(log);
}

void IntegrationsDialog::openTypes()
{
    openOnce(new TypesDialog(m_application, this));
}

/** What it opens at depends on whether a run goes on, so that is asked first. */
void IntegrationsDialog::openPushAll(const Integration &integration)
{
    if (findChild<PushAllWizard *>())
        return;
    whenDone(m_application.engine().pushAllStatus(integration.id), this,
             [this, integration](const Result<PushAllStatus> &status) {
                 if (!status) {
                     showFailure(tr("Push All Syncable Assets cannot be opened."), status.error());
                     return;
                 }
                 if (findChild<PushAllWizard *>())
                     return;
                 auto *wizard = new PushAllWizard(m_application, integration, *status, this);
                 connect(wizard, &PushAllWizard::recordActivated, this,
                         [this, wizard](RecordId id) { goToRecord(wizard, id); });
                 openOnce(wizard);
             });
}

void IntegrationsDialog::takePushAll(const PushAllStatus &status)
{
    if (IntegrationRow *row = m_rows.value(status.plan.integrationId))
        row->setPushAllRuns(status.plan.state == Plan::State::Running || status.plan.state == Plan::State::Paused);
}

void IntegrationsDialog::goToRecord(QDialog *dialog, RecordId id)
{
    dialog->accept();
    accept();
    Q_EMIT recordActivated(id);
}

void IntegrationsDialog::stopSync(const Integration &integration)
{
    const QString name = integration.name;
    whenDone(m_application.engine().stopSync(integration.id), this, [this, name](const Result<void> &result) {
        if (!result)
            showFailure(tr("The sync of %1 could not be stopped.").arg(name), result.error());
    });
}

void IntegrationsDialog::startSync(const Integration &integration)
{
    const QString name = integration.name;
    whenDone(m_application.engine().sync(integration.id, false), this,
             [this, name](const Result<RunSummary> &summary) {
                 if (!summary && summary.error().code != ErrorCode::Cancelled)
                     showFailure(tr("The sync of %1 did not run to its end.").arg(name), summary.error());
             });
}

void IntegrationsDialog::setPaused(const Integration &integration, bool paused)
{
    const QString name = integration.name;
    whenDone(m_application.engine().setPaused(integration.id, paused), this,
             [this, name, paused](const Result<void> &result) {
                 if (!result)
                     showFailure(paused ? tr("%1 could not be paused.").arg(name)
                                        : tr("%1 could not be resumed.").arg(name),
                                 result.error());
             });
}

void IntegrationsDialog::disconnectAfterAsking(const IntegrationStatus &status)
{
    const Integration &integration = status.integration;
    QString detail =
        tr("Its records stay in Tandem and in %1, but no longer sync, and the keys are removed from this "
           "computer.")
            .arg(platformTitle(integration.platform));
    if (status.waiting + status.held + status.errors > 0) {
        const qint64 unsent = status.waiting + status.held + status.errors;
        detail += u'\n' + tr("%n change(s) that have not reached it will not be sent.", nullptr, int(unsent));
    }
    MessageBox::show(this,
                     {.icon = QMessageBox::Warning,
                      .title = tr("Disconnect"),
                      .text = tr("Disconnect %1?").arg(integration.name),
                      .detail = detail,
                      .acceptText = tr("Disconnect")},
                     [this, id = integration.id, name = integration.name](bool accepted) {
                         if (!accepted)
                             return;
                         whenDone(m_application.engine().disconnectIntegration(id), this,
                                  [this, name](const Result<void> &result) {
                                      if (!result)
                                          showFailure(tr("%1 could not be disconnected.").arg(name),
                                                      result.error());
                                      else
                                          m_application.refreshIntegrations();
                                  });
                     });
}

void IntegrationsDialog::showFailure(const QString &what, const Error &error)
{
    m_message->showText(MessageBar::Tone::Error,
                        tr("%1 %2", "what failed, and why").arg(what, errorText(error)));
}

} // namespace tandem
