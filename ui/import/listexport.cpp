// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/listexport.h"

#include "core/workerthread.h"
#include "store/recordcsv.h"
#include "ui/application.h"
#include "ui/integrations/savefiledialog.h"
#include "ui/whendone.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QProgressDialog>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <memory>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::ListExport)
};

const QString folderKey = u"export/folder"_s;
constexpr int thousand = 1000;

/** Shared with the worker thread. */
struct Job {
    std::atomic<bool> isStopped = false;
    std::atomic<int> permille = 0;
};

void write(Application &application, const RecordQuery &query, const QString &path, QWidget *parent,
           const std::function<void(const QString &)> &say)
{
    const auto job = std::make_shared<Job>();
    const QPointer<QProgressDialog> dialog = new QProgressDialog(
        Words::tr("Writing %1…").arg(QFileInfo(path).fileName()), Words::tr("Stop"), 0, thousand, parent);
    dialog->setObjectName(u"exportProgress"_s);
    dialog->setWindowTitle(Words::tr("Export List"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAutoClose(false);
    dialog->setAutoReset(false);
    auto *poll = new QTimer(dialog);
    QObject::connect(poll, &QTimer::timeout, dialog,
                     [dialog = dialog.data(), job] { dialog->setValue(job->permille); });
    QObject::connect(dialog, &QProgressDialog::canceled, dialog, [job] { job->isStopped = true; });
    QObject::connect(dialog, &QObject::destroyed, parent, [job] { job->isStopped = true; });
    poll->start(100ms);
    const Progress progress{
        .tell = [job](qint64 done,
                      qint64 total) { job->permille = total > 0 ? int(done * thousand / total) : 0; },
        .isCancelled = [job] { return job->isStopped.load(); }};
    const QFuture<Result<qint64>> writing =
        inWorkerThread(Priority::Background, [database = application.databasePath(), query, path, progress] {
            return exportRecords(database, query, path, progress);
        });
    whenDone(writing, parent, [say, dialog, path](const Result<qint64> &count) {
        if (dialog)
            dialog->close();
        if (count)
            say(Words::tr("%n record(s) written to %1.", nullptr, int(*count))
                    .arg(QFileInfo(path).fileName()));
        else
            say(count.error().message);
    });
}

} // namespace

void exportList(Application &application, const RecordQuery &query, const QString &title, QWidget *parent,
                const std::function<void(const QString &)> &say)
{
    QString name = title;
    name.replace(u'/', u'-').replace(u'\\', u'-');
    const QString folder = application.settings().value(folderKey, QDir::homePath()).toString();
    SaveFileDialog::ask(parent,
                        {.title = Words::tr("Export List"),
                         .path = QDir(folder).filePath(name + u".csv"_s),
                         .filters = {Words::tr("CSV table (*.csv)")}},
                        [=, &application](const QString &path) {
                            application.settings().setValue(folderKey, QFileInfo(path).absolutePath());
                            write(application, query, path, parent, say);
                        });
}

} // namespace tandem
