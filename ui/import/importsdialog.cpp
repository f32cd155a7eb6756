// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importsdialog.h"

#include "ui/application.h"
#include "ui/import/importoutcometable.h"
#include "ui/integrations/jobbar.h"
#include "ui/whendone.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebox.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int shownRuns = 500;
constexpr qsizetype shownReasons = 5;

QString undoneText(const ImportUndone &undone)
{
    const QLocale locale;
    QString text = ImportsDialog::tr("Undone: %1 removed, %2 restored, %3 kept.")
                       .arg(locale.toString(undone.removed), locale.toString(undone.restored),
                            locale.toString(undone.kept));
    for (const ImportKept &kept : undone.lines.mid(0, shownReasons))
        text += u'\n' + ImportsDialog::tr("%1: %2").arg(kept.name, kept.reason);
    if (undone.kept > shownReasons)
        text += u"\n…"_s;
    return text;
}

} // namespace

void undoImport(Application &application, qint64 run, JobBar &bar, std::function<void(bool)> done)
{
    bar.showRunning(ImportsDialog::tr("Undoing the import…"));
    const QFuture<Result<ImportUndone>> future = application.engine().undoImport(run, application.person());
    auto *watcher = new QFutureWatcher<Result<ImportUndone>>(&bar);
    QObject::connect(watcher, &QFutureWatcherBase::progressValueChanged, &bar, [watcher, &bar](int value) {
        if (watcher->progressMaximum() > 0)
            bar.setProgress(double(value) / watcher->progressMaximum());
    });
    const QMetaObject::Connection stop =
        QObject::connect(&bar, &JobBar::stopWanted, watcher, &QFutureWatcherBase::cancel);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, &bar, [watcher, &bar, stop, done = std::move(done)] {
            QObject::disconnect(stop);
            watcher->deleteLater();
            bar.clear();
            const bool hasResult = watcher->future().resultCount() > 0;
            if (hasResult && watcher->result()) {
                const ImportUndone undone = *watcher->result();
                bar.showResult(undone.kept > 0 ? MessageBar::Tone::Warning : MessageBar::Tone::Information,
                               undoneText(undone));
                done(true);
                return;
            }
            bar.showResult(MessageBar::Tone::Warning,
                           hasResult ? watcher->result().error().message
                                     : ImportsDialog::tr("Stopped. The rest can be undone later."));
            done(false);
        });
    watcher->setFuture(future);
}

ImportsDialog::ImportsDialog(Application &application, QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_table(new QTableWidget(0, 5, this))
    , m_bar(new JobBar(this))
    , m_undo(new QPushButton(tr("&Undo Import…"), this))
{
    setObjectName(u"importsDialog"_s);
    setWindowTitle(tr("Imports"));
    m_table->setObjectName(u"importsTable"_s);
    m_table->setAccessibleName(tr("Imports"));
    m_table->setHorizontalHeaderLabels({tr("When"), tr("From"), tr("By"), tr("What it did"), tr("State")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_bar->setObjectName(u"importsBar"_s);
    m_undo->setObjectName(u"undoImportButton"_s);
    m_undo->setIcon(actionIcon(u"revert"_s));
    m_undo->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_undo, QDialogButtonBox::ActionRole);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(
        new QLabel(tr("An undo removes what the import made and gives back what it changed. What was edited "
                      "since stays."),
                   this));
    column->addWidget(m_bar);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
    resize(820, 460);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ImportsDialog::updateButtons);
    connect(m_undo, &QPushButton::clicked, this, &ImportsDialog::undoAfterAsking);
    updateButtons();
    refresh();
}

void ImportsDialog::refresh()
{
    whenDone(m_application.engine().importRuns(shownRuns), this,
             [this](const Result<QList<ImportRun>> &runs) {
                 if (runs)
                     showRuns(*runs);
                 else
                     m_bar->showResult(MessageBar::Tone::Error, runs.error().message);
             });
}

void ImportsDialog::showRuns(const QList<ImportRun> &runs)
{
    const int current = m_table->currentRow();
    m_runs = runs;
    m_table->setRowCount(int(runs.size()));
    for (int row = 0; row < int(runs.size()); ++row) {
        const ImportRun &run = runs.at(row);
        const QStringList cells{QLocale().toString(run.startedAt.toLocalTime(), QLocale::ShortFormat),
                                tr("%1 (%2)").arg(run.name, recordSourceTitle(run.source)), run.person,
                                importCountsText(run.counts), importStateTitle(run.state)};
        for (int column = 0; column < int(cells.size()); ++column)
            m_table->setItem(row, column, new QTableWidgetItem(cells.at(column)));
    }
    m_table->resizeColumnsToContents();
    if (!runs.isEmpty())
        m_table->selectRow(std::clamp(current, 0, int(runs.size()) - 1));
    updateButtons();
}

void ImportsDialog::updateButtons()
{
    const int row = m_table->currentRow();
    m_undo->setEnabled(row >= 0 && row < m_runs.size() && m_runs.at(row).canBeUndone()
                       && !m_bar->isRunning());
}

void ImportsDialog::undoAfterAsking()
{
    const ImportRun run = m_runs.at(m_table->currentRow());
    const Message question{.title = tr("Undo Import"),
                           .text = tr("Undo the import of \"%1\"?").arg(run.name),
                           .detail = importCountsText(run.counts),
                           .acceptText = tr("Undo Import")};
    MessageBox::show(this, question, [this, id = run.id](bool isWanted) {
        if (!isWanted)
            return;
        undoImport(m_application, id, *m_bar, [this](bool) { refresh(); });
        updateButtons();
    });
}

} // namespace tandem
