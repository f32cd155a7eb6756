// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screenshots.h"

#include "store/recordreader.h"
#include "ui/application.h"
#include "ui/integrations/callsdialog.h"
#include "ui/integrations/integrationsdialog.h"
#include "ui/integrations/logdialog.h"
#include "ui/integrations/managedatadialog.h"
#include "ui/integrations/newintegrationwizard.h"
#include "ui/integrations/syncsettingsdialog.h"
#include "ui/integrations/typesdialog.h"
#include "ui/mainwindow.h"
#include "ui/push/pushallwizard.h"
#include "ui/push/pushallwords.h"
#include "ui/records/conflictdialog.h"
#include "ui/records/recordlist.h"
#include "ui/records/recordpane.h"
#include "ui/whendone.h"

#include <QDir>
#include <QPixmap>

#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int exampleLane = 2;
constexpr QSize windowSize{1280, 800};

} // namespace

Screenshots::Screenshots(Application &application, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_folder(folder)
    , m_unsearched(allSyncStates.begin(), allSyncStates.end())
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(300ms);
    connect(&m_quiet, &QTimer::timeout, this, &Screenshots::shoot);
}

Screenshots::~Screenshots() = default;

void Screenshots::start()
{
    if (!QDir().mkpath(m_folder)) {
        Q_EMIT finished(tr("The folder %1 could not be made.").arg(m_folder));
        return;
    }
    findExamples();
}

/** Finds a record in each state, one state after the other. */
void Screenshots::findExamples()
{
    if (m_unsearched.isEmpty()) {
        plan(m_examples);
        return;
    }
    const SyncState state = m_unsearched.takeFirst();
    RecordQuery query;
    query.kind = AssetKind::Configuration;
    query.state = state;
    whenDone(m_application.reader().ids(query, exampleLane), this,
             [this, state](const Result<QList<RecordId>> &found) {
                 if (!found) {
                     Q_EMIT finished(found.error().message);
                     return;
                 }
                 if (!found->isEmpty())
                     m_examples.insert(state, found->constFirst());
                 findExamples();
             });
}

void Screenshots::plan(const QHash<SyncState, RecordId> &examples)
{
    m_plan.append({.name = u"main"_s, .prepare = [this, examples]() -> QWidget * {
                       m_window->goTo(u"kind/configuration"_s);
                       if (!examples.isEmpty())
                           m_window->openRecord(examples.value(SyncState::Synced, *examples.begin()));
                       return m_window.get();
                   }});
    for (const SyncState state : allSyncStates) {
        if (!examples.contains(state))
            continue;
        m_plan.append({.name = u"record-"_s + syncStateName(state).replace(u'_', u'-'),
                       .prepare = [this, id = examples.value(state)]() -> QWidget * {
                           m_window->goTo(u"kind/configuration"_s);
                           m_window->openRecord(id);
                           return m_window.get();
                       },
                       .finish = [this] { m_window->recordPane()->scrollToStatus(); }});
    }
    if (examples.contains(SyncState::Conflict))
        addDialog(u"conflicts"_s, [this] { return std::make_unique<ConflictDialog>(m_application, 0, 0); });
    m_plan.append(
        {.name = u"contacts"_s,
         .prepare = [this]() -> QWidget * {
             m_window->goTo(u"kind/contact"_s);
             return m_window.get();
         },
         .finish = [this] { m_window->recordList()->select(m_window->recordList()->model()->idAt(0)); }});
    addDialog(u"integrations"_s, [this] { return std::make_unique<IntegrationsDialog>(m_application); });
    addDialog(u"new-integration"_s, [this] { return std::make_unique<NewIntegrationWizard>(m_application); });
    if (!m_application.integrations().isEmpty()) {
        const Integration integration = m_application.integrations().constFirst().integration;
        addDialog(u"sync-settings-1"_s,
                  [=, this] { return std::make_unique<SyncSettingsDialog>(m_application, integration); });
        addDialog(u"sync-settings-2"_s, [=, this] {
            auto dialog = std::make_unique<SyncSettingsDialog>(m_application, integration);
            dialog->showTwoWayTab();
            return dialog;
        });
        addDialog(u"manage-data"_s,
                  [=, this] { return std::make_unique<ManageDataDialog>(m_application, integration); });
        addDialog(u"logs"_s, [=, this] { return std::make_unique<LogDialog>(m_application, integration); });
        addDialog(u"calls"_s,
                  [=, this] { return std::make_unique<CallsDialog>(m_application, integration); });
        addDialog(u"types"_s, [this] { return std::make_unique<TypesDialog>(m_application); });
        addPushAll(integration);
    }
    next();
}

void Screenshots::addDialog(const QString &name, std::function<std::unique_ptr<QWidget>()> make)
{
    m_plan.append({.name = name,
                   .prepare = [this, make = std::move(make)]() -> QWidget * {
                       m_dialog = make();
                       return m_dialog.get();
                   },
                   .needsSettling = false});
}

/** Its preview: of everything, made for the picture. */
void Screenshots::addPushAll(const Integration &integration)
{
    if (!pushAllObstacle(integration).isEmpty())
        return;
    addDialog(u"push-all-preview"_s, [=, this] {
        auto wizard = std::make_unique<PushAllWizard>(m_application, integration, PushAllStatus());
        wizard->showPreview();
        return wizard;
    });
    m_plan.last().isReady = [this] {
        return static_cast<const PushAllWizard *>(m_dialog.get())->isSettled();
    };
}

void Screenshots::next()
{
    if (m_steps.isEmpty()) {
        if (m_schemes.isEmpty()) {
            m_window.reset();
            m_dialog.reset();
            Q_EMIT finished({});
            return;
        }
        m_scheme = m_schemes.takeFirst();
        applyColourScheme(m_scheme);
        m_dialog.reset();
        m_window = std::make_unique<MainWindow>(m_application);
        m_window->resize(windowSize);
        m_window->show();
        connect(m_window.get(), &MainWindow::settled, &m_quiet, qOverload<>(&QTimer::start));
        m_steps = m_plan;
    }
    m_step = m_steps.takeFirst();
    m_dialog.reset();
    m_target = m_step.prepare();
    m_target->show();
    m_quiet.start();
}

void Screenshots::shoot()
{
    // While something is on its way, the window's `settled` starts the timer again.
    if (m_step.needsSettling && !m_window->isSettled())
        return;
    if (m_step.isReady && !m_step.isReady()) {
        m_quiet.start();
        return;
    }
    if (const std::function<void()> finish = std::exchange(m_step.finish, {})) {
        finish();
        m_quiet.start();
        return;
    }
    const QString file = QDir(m_folder).filePath(u"%1-%2.png"_s.arg(m_step.name, colourSchemeName(m_scheme)));
    if (!m_target->grab().save(file)) {
        Q_EMIT finished(tr("The picture %1 could not be written.").arg(file));
        return;
    }
    next();
}

} // namespace tandem
