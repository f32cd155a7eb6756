// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workerthread.h"

#include <QThread>
#include <QThreadPool>
#include <qapplicationstatic.h>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace tandem {

namespace {

/** The application waits for their work when it ends. */
Q_APPLICATION_STATIC(QThreadPool, backgroundThreads)

/** The thread that calls this runs when the others of the program leave it a core. */
void giveWay()
{
#ifdef Q_OS_LINUX
    // Linux has no priorities for threads of the usual kind, but each may be as "nice" as a process.
    constexpr int nice = 10;
    ::setpriority(PRIO_PROCESS, 0, nice);
#else
    QThread::currentThread()->setPriority(QThread::LowPriority);
#endif
}

} // namespace

void startInWorkerThread(Priority priority, std::function<void()> work)
{
    switch (priority) {
    case Priority::Foreground:
        QThreadPool::globalInstance()->start(std::move(work));
        return;
    case Priority::Background:
        backgroundThreads->start([work = std::move(work)] {
            giveWay();
            work();
        });
        return;
    }
}

} // namespace tandem
