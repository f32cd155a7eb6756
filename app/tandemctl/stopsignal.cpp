// SPDX-License-Identifier: GPL-3.0-or-later
#include "stopsignal.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace tandem {

namespace {

int signalPipe[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 1;
    // A full pipe means that the signal is known already.
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[0], &byte, 1);
}

} // namespace

StopSignal::StopSignal() = default;
StopSignal::~StopSignal() = default;

Result<void> StopSignal::watch()
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) != 0) {
        return fail(ErrorCode::Internal,
                    QCoreApplication::translate("tandem::Tandemctl", "Signals cannot be watched."));
    }
    m_notifier = std::make_unique<QSocketNotifier>(signalPipe[1], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, QCoreApplication::instance(),
                     &QCoreApplication::quit);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
    return {};
}

void StopSignal::wait()
{
    QCoreApplication::exec();
}

} // namespace tandem
