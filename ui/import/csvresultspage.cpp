// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/csvresultspage.h"

#include "ui/application.h"
#include "ui/import/importoutcometable.h"
#include "ui/import/importsdialog.h"
#include "ui/import/importsession.h"
#include "ui/integrations/jobbar.h"
#include "ui/integrations/savefiledialog.h"
#include "ui/widgets/icons.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWizard>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

CsvResultsPage::CsvResultsPage(ImportSession &session, QWidget *parent)
    : QWizardPage(parent)
    , m_session(session)
    , m_counts(new QLabel(this))
    , m_bar(new JobBar(this))
    , m_errors(new ImportOutcomeTable(this))
    , m_export(new QPushButton(tr("&Export Errors…"), this))
    , m_undo(new QPushButton(tr("&Undo This Import"), this))
{
    setObjectName(u"csvResultsPage"_s);
    setTitle(tr("Results"));
    setSubTitle(tr("What was imported shows as not yet pushed until it is edited. File > Imports… lists this "
                   "import and can "
                   "undo it later too."));
    setFinalPage(true);
    setButtonText(QWizard::FinishButton, tr("Close"));
    m_counts->setObjectName(u"importResultCounts"_s);
    m_counts->setWordWrap(true);
    QFont font = m_counts->font();
    font.setBold(true);
    m_counts->setFont(font);
    m_bar->setObjectName(u"importResultBar"_s);
    m_errors->setObjectName(u"importResultErrors"_s);
    m_export->setObjectName(u"importExportErrors"_s);
    m_export->setAutoDefault(false);
    m_undo->setObjectName(u"importUndo"_s);
    m_undo->setIcon(actionIcon(u"revert"_s));
    m_undo->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_export);
    buttons->addStretch(1);
    buttons->addWidget(m_undo);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_counts);
    column->addWidget(m_bar);
    column->addWidget(m_errors, 1);
    column->addLayout(buttons);
    connect(m_export, &QPushButton::clicked, this, &CsvResultsPage::exportErrors);
    connect(m_undo, &QPushButton::clicked, this, &CsvResultsPage::undo);
}

void CsvResultsPage::initializePage()
{
    const CsvReport &report = *m_session.report();
    const QString counts = importCountsText(report.counts);
    m_counts->setText(report.isCancelled ? tr("Stopped: %1").arg(counts) : counts);
    m_bar->clear();
    m_errors->showErrors(m_session.source().mapping.kind, m_session.errors());
    m_errors->setVisible(report.counts.failed > 0);
    m_export->setVisible(!report.errorsFile.isEmpty());
    m_undo->setEnabled(report.counts.created + report.counts.updated > 0);
}

void CsvResultsPage::undo()
{
    m_undo->setEnabled(false);
    undoImport(m_session.application(), m_session.report()->run, *m_bar, [this](bool isDone) {
        m_undo->setEnabled(!isDone);
        if (isDone)
            m_counts->setText(tr("Undone."));
    });
}

void CsvResultsPage::exportErrors()
{
    const QFileInfo file(m_session.source().path);
    const QString name = file.absoluteDir().filePath(tr("%1 errors.csv").arg(file.completeBaseName()));
    SaveFileDialog::ask(
        this, {.title = tr("Export Errors"), .path = name, .filters = {tr("CSV table (*.csv)")}},
        [this](const QString &path) {
            QFile::remove(path);
            if (QFile::copy(m_session.report()->errorsFile, path))
                m_bar->showResult(MessageBar::Tone::Information, tr("The errors were written."), path);
            else
                m_bar->showResult(MessageBar::Tone::Error, tr("%1 cannot be written.").arg(path));
        });
}

} // namespace tandem
