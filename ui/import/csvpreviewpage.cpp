// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/csvpreviewpage.h"

#include "ui/import/importoutcometable.h"
#include "ui/import/importsession.h"
#include "ui/integrations/jobbar.h"

#include <QLabel>
#include <QLocale>
#include <QTabWidget>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype shownValues = 12;

} // namespace

CsvPreviewPage::CsvPreviewPage(ImportSession &session, QWidget *parent)
    : QWizardPage(parent)
    , m_session(session)
    , m_bar(new JobBar(this))
    , m_counts(new QLabel(this))
    , m_news(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_first(new ImportOutcomeTable(this))
    , m_errors(new ImportOutcomeTable(this))
{
    setObjectName(u"csvPreviewPage"_s);
    setTitle(tr("Preview"));
    setSubTitle(tr("What the import would do. Nothing has been written yet, and nothing of it is pushed to a "
                   "PSA until a "
                   "record is edited."));
    setButtonText(QWizard::CommitButton, tr("&Import"));
    setCommitPage(true);
    m_counts->setObjectName(u"importPreviewCounts"_s);
    QFont font = m_counts->font();
    font.setBold(true);
    m_counts->setFont(font);
    m_news->setObjectName(u"importPreviewValues"_s);
    m_news->setTextFormat(Qt::PlainText);
    m_news->setWordWrap(true);
    m_first->setObjectName(u"importPreviewRows"_s);
    m_errors->setObjectName(u"importPreviewErrors"_s);
    m_tabs->setObjectName(u"importPreviewTabs"_s);
    m_tabs->addTab(m_first, tr("First Rows"));
    m_tabs->addTab(m_errors, tr("Errors"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_bar);
    column->addWidget(m_counts);
    column->addWidget(m_news);
    column->addWidget(m_tabs, 1);

    connect(m_bar, &JobBar::stopWanted, &m_session, &ImportSession::stop);
    connect(&m_session, &ImportSession::progressed, this, [this](double share) {
        if (m_bar->isRunning())
            m_bar->setProgress(share);
    });
    connect(&m_session, &ImportSession::ended, this, [this](const QString &error) {
        if (m_bar->isRunning())
            showEnd(error);
    });
}

void CsvPreviewPage::initializePage()
{
    m_isDone = false;
    m_counts->clear();
    m_news->hide();
    m_tabs->setEnabled(false);
    m_first->showOutcomes({});
    m_errors->showErrors(m_session.source().mapping.kind, {});
    m_bar->showRunning(tr("Looking at every row…"));
    m_session.startPreview();
}

void CsvPreviewPage::cleanupPage()
{
    m_bar->clear();
    m_session.stop();
}

void CsvPreviewPage::showEnd(const QString &error)
{
    m_bar->clear();
    if (!error.isEmpty()) {
        m_bar->showResult(MessageBar::Tone::Error, error);
        Q_EMIT completeChanged();
        return;
    }
    const CsvReport &report = *m_session.report();
    m_isDone = report.counts.created + report.counts.updated > 0;
    m_counts->setText(importPlanText(report.counts));
    m_first->showOutcomes(report.first);
    m_errors->showErrors(m_session.source().mapping.kind, m_session.errors());
    m_tabs->setTabText(1, tr("Errors (%1)").arg(QLocale().toString(report.counts.failed)));
    m_tabs->setEnabled(true);
    QString values = QLocale().createSeparatedList(report.newValues.mid(0, shownValues));
    if (report.newValues.size() > shownValues)
        values += u"…"_s;
    m_news->setText(tr("New list values will be added: %1").arg(values));
    m_news->setVisible(!report.newValues.isEmpty());
    if (!m_isDone)
        m_bar->showResult(MessageBar::Tone::Information,
                          tr("There is nothing to import. Go back to change the columns."));
    Q_EMIT completeChanged();
}

bool CsvPreviewPage::isComplete() const
{
    return m_isDone;
}

} // namespace tandem
