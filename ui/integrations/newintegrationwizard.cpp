// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/newintegrationwizard.h"

#include "ui/application.h"
#include "ui/directory/directorypage.h"
#include "ui/integrations/newintegrationpages.h"
#include "ui/widgets/messagebox.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

NewIntegrationWizard::NewIntegrationWizard(Application &application, QWidget *parent)
    : QWizard(parent)
    , m_application(application)
    , m_platform(new PlatformPage)
    , m_connection(new ConnectionPage(application, *m_platform))
    , m_name(new NamePage(application, *m_connection))
    , m_review(new ReviewSettingsPage(application, *m_connection, *m_name))
    , m_directory(new DirectoryPage(application))
{
    setObjectName(u"newIntegrationWizard"_s);
    setWindowTitle(tr("New Integration"));
    setWizardStyle(QWizard::ModernStyle);
    setOption(QWizard::NoBackButtonOnStartPage);
    addPage(m_platform);
    addPage(m_connection);
    addPage(m_name);
    addPage(m_review);
    m_directoryId = addPage(m_directory);
    connect(m_directory, &DirectoryPage::done, this, &QDialog::accept);
    connect(m_review, &ReviewSettingsPage::done, this, &QDialog::accept);

    resize(880, 680);
    restoreGeometry(m_application.settings().value("newIntegrationWizard/geometry"_L1).toByteArray());
}

NewIntegrationWizard::~NewIntegrationWizard()
{
    m_application.settings().setValue("newIntegrationWizard/geometry"_L1, saveGeometry());
}

int NewIntegrationWizard::nextId() const
{
    if (currentPage() == m_platform && m_platform->isDirectory())
        return m_directoryId;
    return currentPage() == m_review || currentPage() == m_directory ? -1 : QWizard::nextId();
}

void NewIntegrationWizard::reject()
{
    const bool isStored = m_name->integrationId() != 0;
    const bool hasInput = isStored ? m_review->hasUnsavedChanges()
                                   : m_connection->hasInput() || m_directory->hasInput();
    if (!hasInput) {
        QWizard::reject();
        return;
    }
    MessageBox::show(this,
                     {.icon = QMessageBox::Question,
                      .title = windowTitle(),
                      .text = isStored ? tr("Discard the changes to the sync settings?")
                                       : tr("Stop connecting? What you typed is not kept."),
                      .detail = isStored ? tr("The integration stays connected and paused.") : QString(),
                      .acceptText = tr("Discard")},
                     [this](bool discarded) {
                         if (discarded)
                             QWizard::reject();
                     });
}

} // namespace tandem
