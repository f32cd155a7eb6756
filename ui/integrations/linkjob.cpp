// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/linkjob.h"

#include "ui/application.h"

#include <QFutureWatcher>

namespace tandem {

LinkJob::LinkJob(Application &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
{
}

void LinkJob::change(const QList<LinkSelection> &selections, LinkAction action, qint64 total)
{
    m_selections = selections;
    m_action = action;
    m_total = total;
    changeNext();
}

void LinkJob::changeNext()
{
    if (m_selections.isEmpty() || m_outcome.isStopped) {
        Q_EMIT ended(m_outcome);
        return;
    }
    const LinkSelection selection = m_selections.takeFirst();
    follow<qint64>(m_application.engine().changeLinks(selection, m_action, m_application.person()),
                   [this](const qint64 &count) {
                       m_outcome.count += count;
                       changeNext();
                   });
}

void LinkJob::remove(const LinkSelection &selection, const QString &folder)
{
    follow<DeletedRecords>(m_application.engine().deleteRecords(selection, folder, m_application.person()),
                           [this](const DeletedRecords &deleted) {
                               m_outcome.count = deleted.count;
                               m_outcome.kept = deleted.kept;
                               m_outcome.backupFile = deleted.backupFile;
                               Q_EMIT ended(m_outcome);
                           });
}

void LinkJob::stop()
{
    m_outcome.isStopped = true;
    m_current.cancel();
}

template<typename T>
void LinkJob::follow(const QFuture<Result<T>> &future, std::function<void(const T &)> take)
{
    auto *watcher = new QFutureWatcher<Result<T>>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this, watcher](int value) {
        if (value <= 0 || watcher->progressMaximum() <= 0)
            return;
        const double share = double(value) / watcher->progressMaximum();
        if (m_total <= 0)
            Q_EMIT progressed(share);
        else
            Q_EMIT progressed(double(m_outcome.count + value) / double(m_total));
    });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, take = std::move(take)] {
        watcher->deleteLater();
        // A future that was cancelled has no result, though some of the work is done.
        if (watcher->future().resultCount() == 0) {
            m_outcome.isStopped = true;
            Q_EMIT ended(m_outcome);
            return;
        }
        const Result<T> result = watcher->result();
        if (result) {
            take(*result);
            return;
        }
        if (result.error().code == ErrorCode::Cancelled)
            m_outcome.isStopped = true;
        else
            m_outcome.error = result.error();
        Q_EMIT ended(m_outcome);
    });
    watcher->setFuture(future);
    m_current = QFuture<void>(future);
}

} // namespace tandem
