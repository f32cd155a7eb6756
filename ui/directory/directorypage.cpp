// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/directory/directorypage.h"

#include "ui/application.h"
#include "ui/directory/directoryform.h"
#include "ui/whendone.h"

#include <QCheckBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

DirectoryPage::DirectoryPage(Application &application, QWidget *parent)
    : QWizardPage(parent)
    , m_application(application)
    , m_form(new DirectoryForm(application))
    , m_startSync(new QCheckBox(tr("Bring the users in &now"), this))
{
    setObjectName(u"directoryPage"_s);
    setTitle(tr("Connect to a Directory"));
    setSubTitle(tr("Users of Active Directory or another LDAP server become contacts, or enrich them. Tandem "
                   "only reads."));
    setFinalPage(true);
    m_startSync->setObjectName(u"directoryStartSyncCheck"_s);
    m_startSync->setChecked(true);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_form);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(scroll, 1);
    column->addWidget(m_startSync);

    connect(m_form, &DirectoryForm::edited, this, [this] { m_goesOn = false; });
    connect(m_form, &DirectoryForm::busyChanged, this, &QWizardPage::completeChanged);
    connect(m_form, &DirectoryForm::testFinished, this, [this, scroll](bool passed) {
        const bool goesOn = m_goesOn && passed;
        m_goesOn = false;
        if (goesOn)
            store();
        else if (passed) // to the users it found, once they have their place
            QTimer::singleShot(0, scroll, [scroll] {
                scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
            });
    });
}

bool DirectoryPage::hasInput() const
{
    return m_form->hasInput() && !m_isDone;
}

void DirectoryPage::initializePage()
{
    m_goesOn = false;
}

void DirectoryPage::cleanupPage()
{
    m_goesOn = false;
}

bool DirectoryPage::isComplete() const
{
    return !m_form->isBusy() && !m_isStoring;
}

bool DirectoryPage::validatePage()
{
    if (m_isDone)
        return true;
    if (m_form->directory().organizationId == 0) {
        m_form->showError({.code = ErrorCode::BadInput,
                           .message = tr("Choose the organization whose contacts the users become."),
                           .field = u"organization"_s});
        return false;
    }
    if (m_form->isTested()) {
        store();
        return false;
    }
    m_form->test();
    m_goesOn = m_form->isBusy();
    return false;
}

void DirectoryPage::store()
{
    m_isStoring = true;
    Q_EMIT completeChanged();
    whenDone(m_application.engine().storeDirectory(m_form->directory(), m_form->password()), this,
             [this](const Result<DirectoryId> &stored) {
                 m_isStoring = false;
                 Q_EMIT completeChanged();
                 if (!stored) {
                     m_form->showError(stored.error());
                     return;
                 }
                 m_isDone = true;
                 if (m_startSync->isChecked()) {
                     // The list of integrations shows how it goes; nobody has to wait here for its end.
                     whenDone(m_application.directories().sync(*stored, DirectoryMode::Full,
                                                               m_application.person()),
                              &m_application, [](const Result<DirectorySummary> &) {});
                 }
                 m_application.refreshDirectories();
                 Q_EMIT done();
             });
}

} // namespace tandem
