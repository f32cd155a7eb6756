// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/managedatadialog.h"

#include "store/recordreader.h"
#include "ui/application.h"
#include "ui/integrations/decisionspage.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/jobbar.h"
#include "ui/integrations/linkactions.h"
#include "ui/integrations/linksectionpage.h"
#include "ui/whendone.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebox.h"

#include <QDialogButtonBox>
#include <QLocale>
#include <QPushButton>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array sections{LinkSection::Synced, LinkSection::Orphaned, LinkSection::Disconnected};

QString sectionTitle(LinkSection section)
{
    switch (section) {
    case LinkSection::Synced:
        return ManageDataDialog::tr("&Synced items");
    case LinkSection::Orphaned:
        return ManageDataDialog::tr("&Orphaned");
    case LinkSection::Disconnected:
        return ManageDataDialog::tr("D&isconnected");
    }
    return {};
}

} // namespace

ManageDataDialog::ManageDataDialog(Application &application, const Integration &integration, QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_integration(integration)
    , m_bar(new JobBar(this))
    , m_tabs(new QTabWidget(this))
    , m_decisions(new DecisionsPage(application, integration, m_bar))
    , m_refresh(new QTimer(this))
{
    setObjectName(u"manageDataDialog"_s);
    setWindowTitle(tr("Manage Data – %1").arg(integration.name));
    m_tabs->setObjectName(u"manageDataTabs"_s);
    m_tabs->setAccessibleName(tr("Sections of the data"));
    for (size_t i = 0; i < sections.size(); ++i) {
        auto *page = new LinkSectionPage(application, integration, sections.at(i), m_bar);
        m_sections.at(i) = page;
        m_tabs->addTab(page, sectionTitle(sections.at(i)));
        connect(page, &LinkSectionPage::recordActivated, this, &ManageDataDialog::recordActivated);
        connect(page, &LinkSectionPage::changed, this, &ManageDataDialog::refresh);
        connect(page, &LinkSectionPage::syncWanted, this, &ManageDataDialog::startSync);
        connect(page->linkActions(), &LinkActions::busyChanged, this, [this, page](bool isBusy) {
            for (LinkSectionPage *other : m_sections)
                other->linkActions()->setBlocked(isBusy && other != page);
        });
    }
    m_tabs->addTab(m_decisions, {});
    connect(m_decisions, &DecisionsPage::recordActivated, this, &ManageDataDialog::recordActivated);
    connect(m_decisions, &DecisionsPage::loaded, this, &ManageDataDialog::showCounts);
    connect(m_decisions, &DecisionsPage::changed, this, &ManageDataDialog::refresh);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setObjectName(u"buttonBox"_s);
    QPushButton *refreshButton = buttons->addButton(tr("Re&fresh"), QDialogButtonBox::ActionRole);
    refreshButton->setObjectName(u"refreshDataButton"_s);
    refreshButton->setIcon(actionIcon(u"sync"_s));
    refreshButton->setShortcut(QKeySequence::Refresh);
    refreshButton->setToolTip(
        tr("Reads the lists again (%1)")
            .arg(QKeySequence(QKeySequence::Refresh).toString(QKeySequence::NativeText)));
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeButton"_s);
    for (QAbstractButton *button : buttons->buttons())
        static_cast<QPushButton *>(button)->setAutoDefault(false);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_bar);
    column->addWidget(m_tabs, 1);
    column->addWidget(buttons);

    m_refresh->setSingleShot(true);
    m_refresh->setInterval(500ms);
    const auto noteChange = [this] {
        if (!m_refresh->isActive())
            m_refresh->start();
    };
    connect(m_refresh, &QTimer::timeout, this, &ManageDataDialog::refresh);
    connect(&m_application.engine(), &SyncEngine::recordsChanged, m_refresh, noteChange);
    connect(&m_application.engine(), &SyncEngine::recordSetChanged, m_refresh, noteChange);
    connect(refreshButton, &QPushButton::clicked, this, &ManageDataDialog::refresh);
    connect(buttons, &QDialogButtonBox::rejected, this, &ManageDataDialog::reject);

    resize(880, 600);
    restoreGeometry(m_application.settings().value("manageDataDialog/geometry"_L1).toByteArray());
    showCounts();
    refresh();
    m_sections.front()->setFocus();
}

ManageDataDialog::~ManageDataDialog()
{
    m_application.settings().setValue("manageDataDialog/geometry"_L1, saveGeometry());
}

void ManageDataDialog::showSection(LinkSection section)
{
    for (LinkSectionPage *page : m_sections) {
        if (page->section() == section) {
            m_tabs->setCurrentWidget(page);
            page->setFocus();
        }
    }
}

void ManageDataDialog::showDecisions(qint64 decision)
{
    m_tabs->setCurrentWidget(m_decisions);
    m_decisions->setFocus();
    if (decision != 0)
        m_decisions->select(decision);
}

void ManageDataDialog::refresh()
{
    // The reader answers in order, so a second round while one is under way would only make it late.
    if (m_outstanding > 0) {
        m_isStale = true;
        return;
    }
    m_isStale = false;
    m_outstanding = int(m_sections.size());
    for (LinkSectionPage *page : m_sections)
        askGroups(page);
    m_decisions->reload();
}

void ManageDataDialog::askGroups(LinkSectionPage *page)
{
    whenDone(m_application.reader().linkGroups(m_integration.id, page->section()), this,
             [this, page](const Result<QList<LinkGroup>> &groups) {
                 --m_outstanding;
                 if (groups)
                     page->setGroups(*groups);
                 else
                     m_bar->showResult(MessageBar::Tone::Error,
                                       tr("The lists cannot be read. %1").arg(errorText(groups.error())));
                 if (m_outstanding > 0)
                     return;
                 showCounts();
                 if (m_isStale && !m_refresh->isActive())
                     m_refresh->start();
             });
}

void ManageDataDialog::showCounts()
{
    const QLocale locale;
    for (LinkSectionPage *page : m_sections) {
        m_tabs->setTabText(m_tabs->indexOf(page),
                           tr("%1 (%2)", "a heading and a count")
                               .arg(sectionTitle(page->section()), locale.toString(page->recordCount())));
    }
    m_tabs->setTabText(m_tabs->indexOf(m_decisions),
                       tr("%1 (%2)", "a heading and a count")
                           .arg(tr("&Needs a decision"), locale.toString(m_decisions->openCount())));
}

void ManageDataDialog::startSync()
{
    m_bar->showResult(MessageBar::Tone::Information,
                      tr("The sync has begun. The records appear as they come in."));
    whenDone(m_application.engine().sync(m_integration.id, false), this,
             [this](const Result<RunSummary> &summary) {
                 if (!summary && summary.error().code != ErrorCode::Cancelled)
                     m_bar->showResult(
                         MessageBar::Tone::Error,
                         tr("The sync did not run to its end. %1").arg(errorText(summary.error())));
                 else
                     m_bar->clear();
                 refresh();
             });
}

bool ManageDataDialog::isBusy() const
{
    return std::ranges::any_of(m_sections,
                               [](const LinkSectionPage *page) { return page->linkActions()->isBusy(); });
}

void ManageDataDialog::reject()
{
    if (!isBusy()) {
        QDialog::reject();
        return;
    }
    MessageBox::show(this,
                     {.icon = QMessageBox::Question,
                      .title = windowTitle(),
                      .text = tr("Stop what is running and close?"),
                      .detail = tr("What was done until then stays done."),
                      .acceptText = tr("Stop")},
                     [this](bool accepted) {
                         if (!accepted)
                             return;
                         for (LinkSectionPage *page : m_sections)
                             page->linkActions()->stop();
                         QDialog::reject();
                     });
}

} // namespace tandem
