// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/startproblem.h"

#include "core/workerthread.h"
#include "store/database.h"
#include "ui/application.h"
#include "ui/salvagewords.h"
#include "ui/whendone.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProgressDialog>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** A file that is whole but locked, foreign or not ours to write needs no repair. It may take seconds. */
bool isRepairable(const QString &path)
{
    const QFileInfo file(path);
    if (!file.isReadable() || !file.isWritable() || !QFileInfo(file.path()).isWritable())
        return false;
    const Result<std::unique_ptr<Database>> database = Database::open(path, Database::Mode::ReadOnly);
    const bool isWhole = database && (*database)->check();
    return !isWhole && canBeSalvaged(path);
}

} // namespace

StartProblem::StartProblem(Application &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
{
    connect(&application, &Application::started, this,
            [] { QGuiApplication::setQuitOnLastWindowClosed(true); });
}

void StartProblem::show(const Error &error)
{
    // Between one box and the next there is no window, which is not the end.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    if (error.code != ErrorCode::DatabaseUnusable) {
        offer(error, false);
        return;
    }
    const auto look = [path = m_application.databasePath()] { return isRepairable(path); };
    whenDone(inWorkerThread(Priority::Foreground, look), this,
             [this, error](bool canRepair) { offer(error, canRepair); });
}

void StartProblem::offer(const Error &error, bool canRepair)
{
    const QString place =
        tr("Database: %1\nNothing in it was changed. Another folder can be chosen with tandem --data FOLDER.")
            .arg(QDir::toNativeSeparators(m_application.databasePath()));
    QMessageBox *box = makeBox(error.message, place);
    if (canRepair) {
        QPushButton *accept = box->addButton(tr("&Repair…"), QMessageBox::AcceptRole);
        accept->setObjectName(u"repairDatabaseButton"_s);
        connect(accept, &QPushButton::clicked, this, &StartProblem::repair);
        box->setDefaultButton(accept);
    } else if (error.code != ErrorCode::DatabaseNewer) {
        addTryAgain(box);
    }
    addQuit(box);
    box->open();
}

void StartProblem::repair()
{
    auto *progress = new QProgressDialog;
    progress->setObjectName(u"repairProgress"_s);
    progress->setAttribute(Qt::WA_DeleteOnClose);
    progress->setWindowTitle(tr("Repairing the Database"));
    progress->setLabelText(tr("Everything that can be read goes into a new database.\n"
                              "This takes about as long as reading all of it anew."));
    progress->setRange(0, 0);
    progress->setCancelButton(nullptr);
    progress->setMinimumDuration(0);
    progress->show();
    const auto repair = [path = m_application.databasePath()] { return salvage(path); };
    whenDone(inWorkerThread(Priority::Foreground, repair), this,
             [this, progress](const Result<SalvageReport> &report) {
                 progress->close();
                 if (report) {
                     showReport(*report);
                     return;
                 }
                 QMessageBox *box =
                     makeBox(tr("The database could not be repaired. Everything is as it was."),
                             report.error().message);
                 addTryAgain(box);
                 addQuit(box);
                 box->open();
             });
}

void StartProblem::showReport(const SalvageReport &report)
{
    auto *dialog = new QDialog;
    dialog->setObjectName(u"salvageReport"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("The Database Was Repaired"));
    dialog->resize(560, 420);
    auto *text = new QPlainTextEdit(salvageText(report), dialog);
    text->setObjectName(u"salvageReportText"_s);
    text->setAccessibleName(dialog->windowTitle());
    text->setReadOnly(true);
    auto *buttons = new QDialogButtonBox(dialog);
    QPushButton *start = buttons->addButton(tr("&Start Tandem"), QDialogButtonBox::AcceptRole);
    start->setObjectName(u"startAfterRepairButton"_s);
    start->setDefault(true);
    QPushButton *quit = buttons->addButton(tr("&Quit"), QDialogButtonBox::RejectRole);
    quit->setObjectName(u"quitButton"_s);
    auto *column = new QVBoxLayout(dialog);
    column->setSpacing(8);
    column->addWidget(text, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, &m_application, &Application::start);
    connect(dialog, &QDialog::rejected, this, &StartProblem::quitWanted);
    dialog->open();
}

QMessageBox *StartProblem::makeBox(const QString &text, const QString &detail)
{
    auto *box = new QMessageBox;
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"databaseErrorBox"_s);
    box->setIcon(QMessageBox::Critical);
    box->setWindowTitle(tr("Tandem cannot open its database"));
    box->setTextFormat(Qt::PlainText);
    box->setText(text);
    box->setInformativeText(detail);
    return box;
}

void StartProblem::addQuit(QMessageBox *box)
{
    QPushButton *quit = box->addButton(tr("&Quit"), QMessageBox::RejectRole);
    quit->setObjectName(u"quitButton"_s);
    // Escape and the window's own button mean the same.
    box->setEscapeButton(quit);
    connect(box, &QMessageBox::finished, this, [this, box, quit] {
        if (box->clickedButton() == quit)
            Q_EMIT quitWanted();
    });
}

void StartProblem::addTryAgain(QMessageBox *box)
{
    QPushButton *again = box->addButton(tr("&Try Again"), QMessageBox::AcceptRole);
    again->setObjectName(u"tryAgainButton"_s);
    box->setDefaultButton(again);
    connect(again, &QPushButton::clicked, &m_application, &Application::start);
}

} // namespace tandem
