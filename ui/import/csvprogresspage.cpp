// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/csvprogresspage.h"

#include "ui/import/importsession.h"
#include "ui/integrations/jobbar.h"

#include <QFileInfo>
#include <QVBoxLayout>
#include <QWizard>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

CsvProgressPage::CsvProgressPage(ImportSession &session, QWidget *parent)
    : QWizardPage(parent)
    , m_session(session)
    , m_bar(new JobBar(this))
{
    setObjectName(u"csvProgressPage"_s);
    setTitle(tr("Importing"));
    setSubTitle(tr(
        "Work goes on as usual meanwhile. Stopping keeps what was imported by then, and it can be undone."));
    setCommitPage(true);
    m_bar->setObjectName(u"importProgress"_s);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_bar);
    column->addStretch(1);
    connect(m_bar, &JobBar::stopWanted, &m_session, &ImportSession::stop);
    connect(&m_session, &ImportSession::progressed, this, [this](double share) {
        if (m_bar->isRunning())
            m_bar->setProgress(share);
    });
    connect(&m_session, &ImportSession::ended, this, [this](const QString &error) {
        if (!m_bar->isRunning())
            return;
        m_bar->clear();
        if (!error.isEmpty()) {
            m_bar->showResult(
                MessageBar::Tone::Error,
                tr("%1 What was imported by then can be undone under File > Imports….").arg(error));
            return;
        }
        m_isDone = true;
        Q_EMIT completeChanged();
        wizard()->next();
    });
}

void CsvProgressPage::initializePage()
{
    m_isDone = false;
    m_bar->showRunning(tr("Importing %1…").arg(QFileInfo(m_session.source().path).fileName()));
    m_session.startImport();
}

bool CsvProgressPage::isComplete() const
{
    return m_isDone;
}

} // namespace tandem
